"""What a number of a text is: an amount, a year, a day of the month, a time, an ordinal or part of a name."""

from collections.abc import Sequence
from typing import Literal

from index.language.calendar_words import MONTHS
from index.language.quantity_measurements import DASHES, Measurement
from index.language.quantity_numerals import Item
from index.language.quantity_words import HINDI_ORDINAL_ENDINGS

Kind = Literal["amount", "year", "date", "time", "ordinal", "label"]

_OCLOCK = frozenset({"बजे", "बज", "baje"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th", *HINDI_ORDINAL_ENDINGS})
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_DOUBTFUL_MONTHS = frozenset({"may", "mar", "march", "mai", "sep", "dec", "जन", "फर", "अग"})


def kind_at(items: Sequence[Item], one: Measurement) -> tuple[Kind, int]:
    """Return what a number is, and the place behind it."""
    first, last = items[one.first], one.numeral.last
    before = items[one.first - 1] if one.first else None
    after = items[last] if last < len(items) else None
    if one.numeral.digits and after and after.text in _SUFFIXES and after.start - items[last - 1].end <= 1:
        return "ordinal", last + 1
    if one.numeral.year and after and after.text == "s" and after.start == items[last - 1].end:
        return "year", last + 1
    if after and after.text in _OCLOCK and one.numeral.value < 13:
        return "time", last + 1
    if one.numeral.digits and first.kind == "number" and _is_label(items, one, before, after):
        return "label", last
    if one.unit is None:
        if _is_day(one, before, after):
            return "date", last
        if one.numeral.year and _FIRST_YEAR <= one.numeral.value <= _LAST_YEAR:
            return "year", last
    return "amount", one.last


def _is_label(items: Sequence[Item], one: Measurement, before: Item | None, after: Item | None) -> bool:
    first, last = items[one.first], items[one.numeral.last - 1]
    if before and before.kind == "word" and before.end == first.start:
        return True
    if before and before.text in DASHES and before.end == first.start and one.first > 1:
        head = items[one.first - 2]
        return head.kind == "word" and head.end == before.start and head.text not in MONTHS
    glued = after is not None and after.kind == "word" and after.start == last.end
    return glued and one.unit is None and one.numeral.last == one.first + 1


def _is_day(one: Measurement, before: Item | None, after: Item | None) -> bool:
    value = one.numeral.value
    if not (1 <= value <= 31) or value != int(value):
        return False
    return any(
        item is not None
        and item.text in MONTHS
        and (item.text not in _DOUBTFUL_MONTHS or item.surface[0].isupper() or not item.surface.isascii())
        for item in (before, after)
    )
