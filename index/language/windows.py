"""Dates that a question names become a window of days; "latest" and its like become a wish for the newest.

The question is read as a line of folded words between spaces, so that patterns need no word boundaries of their own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import get_args

import regex

from index.language.calendar_days import Span
from index.language.calendar_words import UNITS, one_of
from index.language.day_names import Kind, NamedDays, named_days, speaks_of_the_future
from index.language.tokens import tokens


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """Days from `start` to `end`, both inclusive, None where it is open; `text` are the words that said so.

    `firm` windows tell when the report was made ("last week", "since 3 May", "news of May"): they filter. Others may
    be the day of the event, or part of a name, and only tell what the asker has in mind. `exact` windows are ranges
    with both ends, or ask for reports of those days, not for what happened on them. `latest` wants the newest there is.
    """

    start: date | None
    end: date | None
    text: str
    latest: bool
    firm: bool
    exact: bool = False


_LATEST = regex.compile(
    " (?:latest|newest|most recent|recent|recently|now|nowadays|these days|at the moment|at present|right now|currently"
    "|as of now|so far|till now|up to now|till date|to date|today|in recent days"
    "|ताजा|ताजातरीन|नवीनतम|सबसे नया|सबसे नई|सबसे नए|अब|अबतक|अभी|फिलहाल|आज|आजकल|इन दिनों|हाल के दिनों|पिछले दिनों|बीते दिनों"
    "|sabse naya|sabse nayi|sabse nai|sabse naye|हाल का|हाल की|हाल में|हाल ही|हालिया"
    "|taza|taaza|tazaa|taja|ab|abtak|abhi|filhal|haal hi|aaj|aajkal|in dino|in dinon) "
)
_REPORTS = regex.compile(
    " (?:news|report|reports|coverage|articles|stories|headlines"
    "|खबर|खबरें|खबरों|समाचार|समाचारों|लेख|khabar|khabren|khabrein|khabron|samachar) "
)
_DASHES = frozenset("-–—‐‑−")

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of words in which each that names days has become one sign, by its kind: what patterns are matched on."""

    words: str
    named: tuple[NamedDays, ...]
    signs: str
    as_of: date
    future: bool

    def at(self, place: int) -> NamedDays:
        """Return what the sign at a place of `signs` stands for."""
        return self.named[sum(sign in _KIND_OF for sign in self.signs[:place])]

    def days(self, place: int, as_of: date | None = None, *, future: bool | None = None) -> Span | None:
        """Return the days of the sign at a place."""
        return self.at(place).days(as_of or self.as_of, future=self.future if future is None else future)

    def text(self, start: int, end: int) -> str:
        """Return the words that a stretch of `signs` stands for."""
        pieces = (
            self.words[self.at(place).start : self.at(place).end]
            if self.signs[place] in _KIND_OF
            else self.signs[place]
            for place in range(start, end)
        )
        return "".join(pieces)


_Read = Callable[[regex.Match[str], _Line], Days | None]
# Signs that no question can hold: they are no letters.
_SIGNS: dict[Kind, str] = {kind: chr(0xE000 + number) for number, kind in enumerate(get_args(Kind))}
_KIND_OF = {sign: kind for kind, sign in _SIGNS.items()}


def time_window(question: str, as_of: date) -> TimeWindow | None:
    """Return the window that a question asks within, seen from the day on which it is asked; None without one.

    >>> time_window("पिछले हफ्ते क्या हुआ?", date(2025, 12, 10)).start
    datetime.date(2025, 12, 1)
    >>> str(time_window("from 3 to 9 May 2025", date(2025, 12, 10)).end)
    '2025-05-09'
    >>> time_window("Who won the 2019 World Cup?", date(2025, 12, 10)) is None
    True
    """
    line = _read(question, as_of)
    latest, reports = _LATEST.search(line.words) is not None, _REPORTS.search(line.words) is not None
    found = next(_windows(line, reports), None)
    if found is None:
        return TimeWindow(None, None, "", True, False) if latest else None
    to_come = found.start is not None and found.start > as_of  # no report of those days can be there
    return replace(found, latest=latest, firm=(found.firm or reports) and not to_come, exact=found.exact or reports)


def _read(question: str, as_of: date) -> _Line:
    """Return the folded words, a dash, slash or dot that joins two of them as a word of its own, and their signs."""
    pieces, end = [""], 0
    for token in tokens(question):
        gap = question[end : token.start]
        if end and gap.strip() in _DASHES:
            pieces.append("–")
        elif end and gap in ("/", "."):
            pieces.append(gap)
        pieces.append(token.text)
        end = token.end
    words = " ".join([*pieces, ""])
    named = tuple(named_days(words))
    signs, end = "", 0
    for one in named:
        signs += words[end : one.start] + _SIGNS[one.kind]
        end = one.end
    return _Line(words, named, signs + words[end:], as_of, speaks_of_the_future(words))


def _windows(line: _Line, reports: bool) -> Iterator[TimeWindow]:
    """Yield every expression of time, the most telling first."""
    for pattern, read, firm in (*_EXPRESSIONS, *(_ANY_YEAR if reports else ())):
        for match in pattern.finditer(line.signs):
            days = read(match, line)
            if days is not None:
                text = line.text(match.start(), match.end()).strip()
                yield TimeWindow(*days, text, latest=False, firm=firm, exact=read in _RANGES)


def _days(match: regex.Match[str], line: _Line) -> Days | None:
    return line.days(match.start("one"))


def _range(match: regex.Match[str], line: _Line) -> Days | None:
    """Read the end first: "November to January 2025" tells there what the start leaves open."""
    first, last = match.start("one"), match.start("last")
    if line.at(last).lacks_year and not line.at(first).lacks_year:
        begin = line.days(first)
        finish = line.days(last, begin[0], future=True) if begin else None
    else:
        finish = line.days(last)
        begin = line.days(first, finish[1], future=False) if finish else None
    return (begin[0], finish[1]) if begin and finish and begin[0] <= finish[1] else None


def _days_of_a_month(match: regex.Match[str], line: _Line) -> Days | None:
    """Read "3 to 9 May 2025"."""
    finish = line.days(match.start("last"))
    try:
        begin = finish[0].replace(day=int(match["day"])) if finish else None
    except ValueError:
        return None
    return (begin, finish[1]) if begin and finish and begin <= finish[1] else None


def _month_with_days(match: regex.Match[str], line: _Line) -> Days | None:
    """Read "May 3-9, 2025", in which "May 3" has become a sign."""
    begin = line.days(match.start("one"))
    try:
        if begin and match["year"]:
            begin = (begin[0].replace(year=line.days(match.start("year"))[0].year),) * 2  # type: ignore[index]
        finish = begin[0].replace(day=int(match["day"])) if begin else None
    except ValueError:
        return None
    return (begin[0], finish) if begin and finish and begin[0] <= finish else None


_RANGES = (_range, _days_of_a_month, _month_with_days)


def _since(match: regex.Match[str], line: _Line) -> Days | None:
    named = line.days(match.start("one"))
    return (named[0], line.as_of if named[0] <= line.as_of else None) if named else None


def _after(match: regex.Match[str], line: _Line) -> Days | None:
    named = line.days(match.start("one"))
    start = named[1] + timedelta(days=1) if named else None
    return (start, line.as_of if start <= line.as_of else None) if start else None


def _before(match: regex.Match[str], line: _Line) -> Days | None:
    named = line.days(match.start("one"))
    return (None, named[0] - timedelta(days=1)) if named and named[0] <= line.as_of else None


def _until(match: regex.Match[str], line: _Line) -> Days | None:
    named = line.days(match.start("one"))
    return (None, named[1]) if named and named[1] <= line.as_of else None  # "2030 तक" is an aim


def _one(*kinds: Kind, name: str = "one") -> str:
    return f"(?<{name}>[{''.join(_SIGNS[kind] for kind in kinds or _SIGNS)}])"


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(f"(?<= ){pattern}(?= )")


_ANY, _END = _one(), _one(name="last")
_PRECISE, _PRECISE_END = (
    _one("relative", "quarter", "near", "date", "weekday", "month", name=name) for name in ("one", "last")
)
_DAY = r"(?<day>\d{1,2})(?:st|nd|rd|th)?"
_TO = "(?:to|till|until|through|–|से लेकर|से|se lekar|se leke|se)"
_BETWEEN_HINDI = "(?:तक|tak|के बीच|के दौरान|ke beech|ke bich|ke dauran)"
_TO_NOW = "(?: (?:अब तक|आज तक|अबतक|ab tak|aaj tak|abtak))?"
_BEFORE = "(?:पहले|पूर्व|pehle|pahle|pehele|purv)"
# "मई के पहले हफ्ते" is the first week of May.
_NOT_THE_FIRST = rf"(?! {one_of(UNITS)} )"
_COMPARED = "(?:मुकाबले|ज्यादा|अधिक|कम|बेहतर|zyada|jyada|adhik|kam|behtar)"
_SE = f"(?:के बाद से|से लेकर|से|ke baad se|ke bad se|se lekar|se leke|se){_TO_NOW}(?! (?:{_BEFORE}|{_COMPARED}) )"
_IN_HINDI = "(?:में|के दौरान|me|mein|ke dauran)"
# A bare year before a noun is mostly part of a name: "after 2023 elections".
_NO_NAME = (
    rf"(?:(?<!{_SIGNS['year']})|(?! (?!(?:in|on|at|by|for|and|who|what|how|did|was|were|has|have|is|are|about|with|the"
    r"|which|when|where) )\p{L}))"
)
# Firm where the report, too, must have been made in those days. What holds after a day may be announced before it.
_EXPRESSIONS: tuple[tuple[regex.Pattern[str], _Read, bool], ...] = tuple(
    (_compiled(pattern), read, firm)
    for pattern, read, firm in (
        (rf"{_one('date')} (?:–|to) {_DAY}(?: (?<year>{_SIGNS['year']}))?", _month_with_days, True),
        (rf"(?:from |between )?{_DAY} (?:{_TO}|and|और|aur) {_END}(?: {_BETWEEN_HINDI})?", _days_of_a_month, True),
        (rf"between {_PRECISE} and {_PRECISE_END}", _range, True),
        (rf"{_PRECISE} (?:और|व|aur|and) {_PRECISE_END} {_BETWEEN_HINDI}", _range, True),
        (rf"(?:from )?{_PRECISE} {_TO} {_PRECISE_END}(?: {_BETWEEN_HINDI})?", _range, True),
        (rf"between {_ANY} and {_END}", _range, False),
        (rf"{_ANY} (?:और|व|aur|and) {_END} {_BETWEEN_HINDI}", _range, False),
        (rf"(?:from )?{_ANY} {_TO} {_END}(?: {_BETWEEN_HINDI})?", _range, False),
        (rf"since (?:the )?{_ANY}{_NO_NAME}", _since, True),
        (rf"from {_ANY} (?:on|onwards?|till now|until now|to now|to date|till date)", _since, True),
        (rf"{_one('month', 'weekday')} {_SE}", _since, False),
        (rf"{_ANY} {_SE}", _since, True),
        (rf"after (?:the )?{_ANY}{_NO_NAME}", _after, False),
        (rf"{_ANY} (?:के बाद|के पश्चात|ke baad|ke bad)", _after, False),
        (rf"(?:before|prior to|earlier than) (?:the )?{_ANY}{_NO_NAME}", _before, False),
        (rf"{_ANY} (?:से|के|se|ke) {_BEFORE}{_NOT_THE_FIRST}", _before, False),
        (rf"(?:until|till|up to|upto) (?:the )?{_ANY}{_NO_NAME}", _until, False),
        (rf"{_ANY} (?:तक|tak)", _until, False),
        (_one("relative"), _days, True),
        (_one("quarter"), _days, False),  # the figures of a quarter come after it
        (_one("near"), _days, True),
        (_one("date"), _days, False),
        (rf"(?:in|during) {_one('month')}", _days, False),
        (rf"{_one('month')} {_IN_HINDI}", _days, False),
        (rf"on {_one('weekday')}", _days, False),
        (rf"{_one('weekday')} (?:को|ko)", _days, False),
        (rf"(?:in|during)(?: the year)? {_one('year')}(?! – \d)", _days, False),
        (rf"{_one('year')} {_IN_HINDI}", _days, False),
    )
)
# A year alone is mostly part of a name or of a range of data, except in "news of 2024".
_ANY_YEAR: tuple[tuple[regex.Pattern[str], _Read, bool], ...] = ((_compiled(_one("year")), _days, True),)
