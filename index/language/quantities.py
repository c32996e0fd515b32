"""Quantities of a text: numbers in digits or words of Hindi, English and Hinglish, with their units and places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

import regex

from index.language.calendar_words import MONTHS
from index.language.normalise import fold
from index.language.quantity_numerals import Item, Numeral, numeral_at
from index.language.quantity_words import (
    HINDI_ORDINAL_ENDINGS,
    LEADING,
    LONGEST_UNIT,
    MEASURES,
    ORDINALS,
    SKIPPED,
    TENS,
    UNITS,
)

Kind = Literal["amount", "year", "date", "time", "ordinal", "label"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number or range of a text: `text` is ``source[start:end]`` with sign and unit; `low` is `high` but in ranges.

    `unit` is a canonical name (INR, percent, km, year, people …) or None. `kind` tells amounts from the years and days
    of the month that dates are made of, from times of the clock (minutes after 12, `unit` clock), from ordinals, and
    from labels, which are numbers in names (S-400, चंद्रयान-3).
    """

    low: Decimal
    high: Decimal
    unit: str | None
    start: int
    end: int
    text: str
    kind: Kind = "amount"

    @property
    def value(self) -> Decimal:
        """The number, of a range the lower end."""
        return self.low

    @property
    def dimension(self) -> str | None:
        """What is measured: length, mass, seconds, months …; the unit itself where it converts to no other."""
        measure = MEASURES.get(self.unit or "")
        return measure.dimension if measure else self.unit

    @property
    def in_base(self) -> tuple[Decimal, Decimal]:
        """Low and high in the base unit of the dimension: 2 km are 2,000 of length, two years 24 of months."""
        measure = MEASURES.get(self.unit or "")
        return (self.low * measure.factor, self.high * measure.factor) if measure else (self.low, self.high)


_ITEM = regex.compile(
    r"(?<number>\p{Nd}{1,3}(?:,\p{Nd}{2,3})*,\p{Nd}{3}(?![\p{Nd}])(?:\.\p{Nd}+)?|\p{Nd}+(?:\.\p{Nd}+)?)"
    r"|(?<word>us\$|छ:|[\p{L}\p{M}\u200c\u200d\u00ad]+)|(?<sign>\S)",
    regex.IGNORECASE,
)
_CLOCK = regex.compile(
    r"(?<![\p{Nd}.:,])(?<hour>\p{Nd}{1,2})(?:[:.](?<minute>[0-5०-५]\p{Nd}))?"
    r"(?:\s*(?:बजकर|bajkar)\s*(?<past>\p{Nd}{1,2})\s*(?:मिनट|minat)|\s*(?:बजे|बज|baje|o['’]clock|[ap]\.?\s?m\b\.?))"
    r"|(?<![\p{Nd}.:,])(?<hour>\p{Nd}{1,2}):(?<minute>[0-5०-५]\p{Nd})(?![\p{Nd}:])",
    regex.IGNORECASE,
)
_NUMERIC_DATE = regex.compile(
    r"(?<!\p{Nd})(?:\p{Nd}{4}([-/.])\p{Nd}{1,2}\1\p{Nd}{1,2}|\p{Nd}{1,2}([-/.])\p{Nd}{1,2}\2\p{Nd}{4})(?!\p{Nd})"
)
_DASHES = frozenset("-–—‐‑−")
# Between the words of a unit: km/h, sq. km, light-years.
_INSIDE = frozenset("/.-")
_OCLOCK = frozenset({"बजे", "बज", "baje"})
_TO = frozenset({"to", "से", "se", "या", "or", "and", "और"})
_BETWEEN = frozenset({"between", "from"})
_WITHIN = ("के", "बीच")
_SUFFIXES = frozenset({"st", "nd", "rd", "th", *HINDI_ORDINAL_ENDINGS})
_MINUS = frozenset({"minus", "माइनस", "ऋण"})
_FIRST_YEAR, _LAST_YEAR = 1500, 2100
_DOUBTFUL_MONTHS = frozenset({"may", "mar", "march", "mai", "sep", "dec", "जन", "फर", "अग"})


class _Measured(NamedTuple):
    """A numeral with its unit; `first` and `last` are the places of its first item and of the one behind it."""

    numeral: Numeral
    unit: str | None
    first: int
    last: int


def quantities(text: str) -> list[Quantity]:
    """Return the quantities of a text, in order, not overlapping.

    >>> [(str(q.low), q.unit, q.text) for q in quantities("साढ़े तीन लाख रुपये और पचपन प्रतिशत, ५.४३ अरब डॉलर")]
    [('350000', 'INR', 'साढ़े तीन लाख रुपये'), ('55', 'percent', 'पचपन प्रतिशत'), ('5430000000', 'USD', '५.४३ अरब डॉलर')]
    >>> [(str(q.low), str(q.high), q.unit) for q in quantities("5-7 lakh people, ₹1,23,456, twenty-one kilometres")]
    [('500000', '700000', 'people'), ('123456', '123456', 'INR'), ('21', '21', 'km')]
    >>> [(str(q.low), q.kind) for q in quantities("The S-400 came on 3 May 2025, the 75th such day, at 6.04 pm")]
    [('400', 'label'), ('3', 'date'), ('2025', 'year'), ('75', 'ordinal'), ('364', 'time')]
    """
    taken = list(_written_out(text))
    items = [item for item in _items(text) if not any(q.start < item.end and item.start < q.end for q in taken)]
    return sorted([*taken, *_counted(text, items)], key=lambda quantity: quantity.start)


def _items(text: str) -> Iterator[Item]:
    for match in _ITEM.finditer(text):
        kind = match.lastgroup or "sign"
        yield Item(kind, fold(match[0]), match.start(), match.end(), match[0])


def _written_out(text: str) -> Iterator[Quantity]:
    """Yield times of the clock and dates in figures."""
    for match in _NUMERIC_DATE.finditer(text):
        digits = Decimal("".join(c for c in fold(match[0]) if c.isdigit()))
        yield Quantity(digits, digits, None, *match.span(), match[0], "date")
    for match in _CLOCK.finditer(text):
        if _NUMERIC_DATE.search(text, max(0, match.start() - 8), match.end() + 8):
            continue
        hour, minute = int(fold(match["hour"])), int(fold(match["minute"] or match["past"] or "0"))
        if hour <= 24 and minute < 60:
            value = Decimal(hour % 12 * 60 + minute)
            yield Quantity(value, value, "clock", *match.span(), match[0].rstrip(), "time")


def _counted(text: str, items: Sequence[Item]) -> Iterator[Quantity]:
    place = 0
    while place < len(items):
        one = None if _is_tens_of_an_ordinal(items, place) else _measured_at(items, place)
        if one is None:
            ordinal, place = _ordinal_at(text, items, place)
            yield from ordinal
            continue
        kind, last = _kind(items, one)
        other = None if kind in ("label", "ordinal") else _range_end(items, one)
        if other:
            low = _shared_scale(one.numeral, other.numeral)
            kind = _kind(items, other)[0] if kind == "amount" else kind
            yield _quantity(
                text, items, low, _end_year(low, other.numeral.value, kind), other.unit, place, other.last, kind
            )
            place = other.last
            continue
        sign = _is_negative(items, one)
        value = -one.numeral.value if sign else one.numeral.value
        value = value % 12 * 60 if kind == "time" else value
        unit = {"amount": one.unit, "time": "clock"}.get(kind)
        yield _quantity(text, items, value, value, unit, one.first - sign, last, kind)
        place = max(last, place + 1)


def _is_tens_of_an_ordinal(items: Sequence[Item], place: int) -> bool:
    """Tell whether a place begins a twenty-first."""
    after = [item.text for item in items[place + 1 : place + 3]]
    return items[place].text in TENS and len(after) == 2 and after[0] == "-" and ORDINALS.get(after[1], 10) < 10


def _ordinal_at(text: str, items: Sequence[Item], place: int) -> tuple[list[Quantity], int]:
    """Return the ordinal word at a place, if there is one, and the place behind."""
    tens = TENS[items[place].text] if _is_tens_of_an_ordinal(items, place) else 0
    last = place + 2 if tens else place
    number = ORDINALS.get(items[last].text)
    if number is None:
        return [], place + 1
    value = Decimal(tens + number)
    return [_quantity(text, items, value, value, None, place, last + 1, "ordinal")], last + 1


def _quantity(
    text: str, items: Sequence[Item], low: Decimal, high: Decimal, unit: str | None, first: int, last: int, kind: str
) -> Quantity:
    start, end = items[first].start, items[last - 1].end
    return Quantity(_plain(low), _plain(high), unit, start, end, text[start:end], kind)  # type: ignore[arg-type]


def _plain(number: Decimal) -> Decimal:
    """Return a number without exponent and trailing zeros."""
    return number.to_integral() if number == number.to_integral() else number.normalize()


def _measured_at(items: Sequence[Item], place: int) -> _Measured | None:
    """Return the numeral that begins at a place, or at the place behind a sign of money, with its unit."""
    leading = LEADING.get(items[place].text)
    start = place + 1 if leading else place
    if leading and start < len(items) and items[start].text == ".":
        start += 1
    numeral = numeral_at(items, start)
    if numeral is None or (leading and items[start].kind != "number"):
        return None
    if leading:
        return _Measured(numeral, leading, place, numeral.last)
    unit, last = _unit_at(items, numeral.last)
    if numeral.needs_unit and unit is None:
        return None
    return _Measured(numeral, unit, place, last)


def _unit_at(items: Sequence[Item], place: int) -> tuple[str | None, int]:
    """Return the unit that stands at a place, or behind a hyphen or a few small words, and the place behind it."""
    at, skipped = place, 0
    if at < len(items) and items[at].text in _DASHES and items[at].start == items[at - 1].end:
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


def _kind(items: Sequence[Item], one: _Measured) -> tuple[str, int]:
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


def _is_label(items: Sequence[Item], one: _Measured, before: Item | None, after: Item | None) -> bool:
    first, last = items[one.first], items[one.numeral.last - 1]
    if before and before.kind == "word" and before.end == first.start:
        return True
    if before and before.text in _DASHES and before.end == first.start and one.first > 1:
        head = items[one.first - 2]
        return head.kind == "word" and head.end == before.start and head.text not in MONTHS
    glued = after is not None and after.kind == "word" and after.start == last.end
    return glued and one.unit is None and one.numeral.last == one.first + 1


def _is_day(one: _Measured, before: Item | None, after: Item | None) -> bool:
    value = one.numeral.value
    if not (1 <= value <= 31) or value != int(value):
        return False
    return any(
        item is not None
        and item.text in MONTHS
        and (item.text not in _DOUBTFUL_MONTHS or item.surface[0].isupper() or not item.surface.isascii())
        for item in (before, after)
    )


def _is_negative(items: Sequence[Item], one: _Measured) -> bool:
    if not one.first:
        return False
    before, first = items[one.first - 1], items[one.first]
    if before.text in _MINUS:
        return True
    alone = one.first == 1 or items[one.first - 2].end < before.start
    return before.text in "-−" and before.end == first.start and alone


def _range_end(items: Sequence[Item], one: _Measured) -> _Measured | None:
    """Return the upper end of the range whose lower end is given: 5-7, 5 से 7 लाख, between 5 and 7."""
    at = one.last
    if at + 1 >= len(items):
        return None
    link = items[at].text
    if link not in _DASHES and link not in _TO:
        return None
    other = _measured_at(items, at + 1)
    if other is None or (one.unit and one.unit != other.unit) or items[at + 1].text == "एक":
        return None
    if link in ("and", "और") and not _is_bounded(items, one, other):
        return None
    low, high = _shared_scale(one.numeral, other.numeral), other.numeral.value
    if one.numeral.year and other.numeral.digits and link in _DASHES and high < 100:
        high = _end_year(low, high, "year")
    return other if low < high and not (link in ("से", "se") and low == 0) else None


def _is_bounded(items: Sequence[Item], one: _Measured, other: _Measured) -> bool:
    before = items[one.first - 1].text if one.first else ""
    after = tuple(item.text for item in items[other.last : other.last + 2])
    return before in _BETWEEN or after == _WITHIN


def _shared_scale(one: Numeral, other: Numeral) -> Decimal:
    """Return the lower end, with the upper one's scale where it has none of its own: 5 से 7 लाख."""
    scaled = one.value * other.scale
    return scaled if one.scale == 1 and other.scale > 1 and scaled < other.value else one.value


def _end_year(low: Decimal, high: Decimal, kind: str) -> Decimal:
    """Return the second year of 2019-20 in full."""
    return high + low // 100 * 100 if kind == "year" and high < 100 else high
