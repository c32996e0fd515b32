"""The parts of dates that a sentence states: days, months, years and weekdays."""

from collections.abc import Iterable, Iterator, Sequence

import regex

from index.language.calendar_words import FULL_WEEKDAYS, MONTHS
from index.language.function_words import word_set
from index.language.normalise import fold
from index.language.quantities import Quantity
from index.language.tokens import Token

DatePart = tuple[str, int]

_ISO = regex.compile(r"(?<!\d)(?<y>(?:1[89]|20)\d\d)[-/.](?<m>\d{1,2})[-/.](?<d>\d{1,2})(?!\d)")
_DAY_FIRST = regex.compile(r"(?<!\d)(?<d>\d{1,2})[-/.](?<m>\d{1,2})[-/.](?<y>(?:1[89]|20)\d\d)(?!\d)")
# Months that are words of their own as well: they count beside a day or a year.
_DOUBTFUL_MONTHS = word_set("may march mar mai jan dec sep जन फर अग")


def date_parts(text: str, found: Iterable[Quantity], words: Sequence[Token]) -> Iterator[DatePart]:
    """Yield the parts of the dates of a text, whose quantities and tokens are given; the days of the week from 0."""
    folded = fold(text)
    for pattern in (_ISO, _DAY_FIRST):
        for match in pattern.finditer(folded):
            yield from (("year", int(match["y"])), ("month", int(match["m"])), ("day", int(match["d"])))
    beside: set[int] = set()
    for quantity in found:
        beside.update((quantity.start, quantity.end))
        if quantity.kind == "year":
            yield from (("year", int(year)) for year in {quantity.low, quantity.high})
        elif quantity.kind == "date" and quantity.high <= 31:
            yield from (("day", int(day)) for day in {quantity.low, quantity.high})
    for token in words:
        if token.text in FULL_WEEKDAYS:
            yield "weekday", FULL_WEEKDAYS[token.text]
        elif token.text in MONTHS:
            near = beside & set(range(token.start - 2, token.end + 3))
            if near or (token.text not in _DOUBTFUL_MONTHS and not text[token.start].islower()):
                yield "month", MONTHS[token.text]
