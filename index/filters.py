"""What a search may find; every channel applies it inside its engine."""

from dataclasses import dataclass

Words = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on the article; None lets everything pass. Days are ISO, inclusive, in the article's own time zone.

    `as_of` is the day on which is asked: nothing published later passes, what bears no date does. Each of the
    `phrases`, runs of folded words, must stand in the passage or its headline, and none of the `excluded`.
    """

    first_day: str | None = None
    last_day: str | None = None
    source: str | None = None
    language: str | None = None
    section: str | None = None
    as_of: str | None = None
    phrases: tuple[Words, ...] = ()
    excluded: tuple[Words, ...] = ()


def day_number(day: str | None) -> int:
    """Return an ISO day as a number that orders, 0 for none.

    >>> day_number("2025-12-04")
    20251204
    """
    return int(day.replace("-", "")) if day else 0
