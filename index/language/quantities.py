"""Quantities of a text: numbers in digits or words of Hindi, English and Hinglish, with their units and places."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

import regex

from index.language.normalise import fold
from index.language.quantity_kinds import Kind, kind_at
from index.language.quantity_measurements import is_negative, measurement_at
from index.language.quantity_numerals import Item
from index.language.quantity_ranges import full_year, range_end, shared_scale
from index.language.quantity_words import MEASURES, ORDINALS, TENS


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
        one = None if _is_tens_of_an_ordinal(items, place) else measurement_at(items, place)
        if one is None:
            ordinal, place = _ordinal_at(text, items, place)
            yield from ordinal
            continue
        kind, last = kind_at(items, one)
        other = None if kind in ("label", "ordinal") else range_end(items, one)
        if other:
            low = shared_scale(one.numeral, other.numeral)
            kind = kind_at(items, other)[0] if kind == "amount" else kind
            yield _quantity(
                text, items, low, full_year(low, other.numeral.value, kind), other.unit, place, other.last, kind
            )
            place = other.last
            continue
        sign = is_negative(items, one)
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
    text: str, items: Sequence[Item], low: Decimal, high: Decimal, unit: str | None, first: int, last: int, kind: Kind
) -> Quantity:
    start, end = items[first].start, items[last - 1].end
    return Quantity(_plain(low), _plain(high), unit, start, end, text[start:end], kind)


def _plain(number: Decimal) -> Decimal:
    """Return a number without exponent and trailing zeros."""
    return number.to_integral() if number == number.to_integral() else number.normalize()
