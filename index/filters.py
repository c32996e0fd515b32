"""What a search may find; every channel applies it inside its engine."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions on the article; None lets everything pass. Days are ISO, inclusive, in the article's own time zone."""

    first_day: str | None = None
    last_day: str | None = None
    source: str | None = None
    language: str | None = None
    section: str | None = None


def day_number(day: str | None) -> int:
    """Return an ISO day as a number that orders, 0 for none.

    >>> day_number("2025-12-04")
    20251204
    """
    return int(day.replace("-", "")) if day else 0
