"""A numeral with its unit of measurement and its sign: ₹500, 12 km, twelve-year, 300 से अधिक लोग, minus five."""

from collections.abc import Sequence
from typing import NamedTuple

from index.language.quantity_numerals import Item, Numeral, numeral_at
from index.language.quantity_words import LEADING, LONGEST_UNIT, SKIPPED, UNITS

DASHES = frozenset("-–—‐‑−")
# Between the words of a unit: km/h, sq. km, light-years.
_INSIDE = frozenset("/.-")
_MINUS = frozenset({"minus", "माइनस", "ऋण"})


class Measurement(NamedTuple):
    """A numeral with its unit; `first` and `last` are the places of its first item and of the one behind it."""

    numeral: Numeral
    unit: str | None
    first: int
    last: int


def measurement_at(items: Sequence[Item], place: int) -> Measurement | None:
    """Return the numeral that begins at a place, or at the place behind a sign of money, with its unit."""
    leading = LEADING.get(items[place].text)
    start = place + 1 if leading else place
    if leading and start < len(items) and items[start].text == ".":
        start += 1
    numeral = numeral_at(items, start)
    if numeral is None or (leading and items[start].kind != "number"):
        return None
    if leading:
        return Measurement(numeral, leading, place, numeral.last)
    unit, last = _unit_at(items, numeral.last)
    if numeral.needs_unit and unit is None:
        return None
    return Measurement(numeral, unit, place, last)


def is_negative(items: Sequence[Item], one: Measurement) -> bool:
    """Tell whether a minus stands before a number, as a word or as a sign that joins it to nothing."""
    if not one.first:
        return False
    before, first = items[one.first - 1], items[one.first]
    if before.text in _MINUS:
        return True
    alone = one.first == 1 or items[one.first - 2].end < before.start
    return before.text in "-−" and before.end == first.start and alone


def _unit_at(items: Sequence[Item], place: int) -> tuple[str | None, int]:
    """Return the unit that stands at a place, or behind a hyphen or a few small words, and the place behind it."""
    at, skipped = place, 0
    if at < len(items) and items[at].text in DASHES and items[at].start == items[at - 1].end:
        at += 1
    while True:
        for length in range(min(LONGEST_UNIT, len(items) - at), 0, -1):
            name = " ".join(item.text for item in items[at : at + length] if item.text not in _INSIDE)
            unit = UNITS.get(name)
            if unit and items[at + length - 1].text not in _INSIDE:
                return (None, place) if _is_other(items, unit, at) else (unit, at + length)
        if at >= len(items) or items[at].text not in SKIPPED or skipped == 3:
            return None, place
        at, skipped = at + 1, skipped + 1


def _is_other(items: Sequence[Item], unit: str, place: int) -> bool:
    """Tell whether a short name of a unit is more likely none: the m of "5 M. Tech students", a Hindi मत "do not"."""
    item = items[place]
    return unit in ("m", "g") and len(item.text) == 1 and item.surface.isupper()
