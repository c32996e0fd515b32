"""Two numbers that are the ends of a range: 5-7, 5 से 7 लाख, between 5 and 7, 2019-20."""

from collections.abc import Sequence
from decimal import Decimal

from index.language.quantity_measurements import DASHES, Measurement, measurement_at
from index.language.quantity_numerals import Item, Numeral

_TO = frozenset({"to", "से", "se", "या", "or", "and", "और"})
_BETWEEN = frozenset({"between", "from"})
_WITHIN = ("के", "बीच")


def range_end(items: Sequence[Item], one: Measurement) -> Measurement | None:
    """Return the upper end of the range whose lower end is given: 5-7, 5 से 7 लाख, between 5 and 7."""
    at = one.last
    if at + 1 >= len(items):
        return None
    link = items[at].text
    if link not in DASHES and link not in _TO:
        return None
    other = measurement_at(items, at + 1)
    if other is None or (one.unit and one.unit != other.unit) or items[at + 1].text == "एक":
        return None
    if link in ("and", "और") and not _is_bounded(items, one, other):
        return None
    low, high = shared_scale(one.numeral, other.numeral), other.numeral.value
    if one.numeral.year and other.numeral.digits and link in DASHES and high < 100:
        high = full_year(low, high, "year")
    return other if low < high and not (link in ("से", "se") and low == 0) else None


def shared_scale(one: Numeral, other: Numeral) -> Decimal:
    """Return the lower end, with the upper one's scale where it has none of its own: 5 से 7 लाख."""
    scaled = one.value * other.scale
    return scaled if one.scale == 1 and other.scale > 1 and scaled < other.value else one.value


def full_year(low: Decimal, high: Decimal, kind: str) -> Decimal:
    """Return the second year of 2019-20 in full."""
    return high + low // 100 * 100 if kind == "year" and high < 100 else high


def _is_bounded(items: Sequence[Item], one: Measurement, other: Measurement) -> bool:
    before = items[one.first - 1].text if one.first else ""
    after = tuple(item.text for item in items[other.last : other.last + 2])
    return before in _BETWEEN or after == _WITHIN
