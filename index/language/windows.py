"""Dates that a question names become a window of days; "latest" and its like become a wish for the newest.

The question is read as a line of folded words between spaces, so that patterns need no word boundaries of their own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import regex

from index.language import day_names
from index.language.day_names import days_named, lacks_year, speaks_of_the_future
from index.language.tokens import tokens


@dataclass(frozen=True, slots=True)
class TimeWindow:
    """Days from `start` to `end`, both inclusive, None where it is open; `text` are the words that said so.

    `firm` windows tell when the report was made ("last week", "since 3 May", "news of May"): they filter. Others may
    be the day of the event, or part of a name, and only tell what the asker has in mind. `reports` asks for reports of
    those days, not for what happened on them. `latest` wants the newest there is.
    """

    start: date | None
    end: date | None
    text: str
    latest: bool
    firm: bool
    reports: bool = False


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
_POINT = (
    "(?:"
    + "|".join(
        (
            *day_names.RELATIVE,
            day_names.RELATIVE_DAY,
            *day_names.DATES,
            day_names.BARE_WEEKDAY,
            day_names.BARE_MONTH,
            day_names.BARE_YEAR,
        )
    )
    + ")"
)
_FROM = rf"(?P<first>{_POINT}|{day_names.BARE_DAY})"
_TO_NOW = "(?: (?:अब तक|आज तक|अबतक|ab tak|aaj tak|abtak))?"
_TALLER = "(?! (?:पहले|पूर्व|pehle|pahle|pehele|purv|मुकाबले|ज्यादा|अधिक|कम|बेहतर|zyada|jyada|adhik|kam|behtar) )"
# A bare year before a noun is mostly part of a name: "after 2023 elections".
_NO_NOUN = "(?:in|on|at|by|for|and|who|what|how|did|was|were|has|have|is|are|about|with|the|which|when|where)"
_NOT_IN_A_NAME = (
    r"(?:(?<! (?:since|after|before|to|than|until|till|upto|the) (?:19|20)\d\d)"
    rf"|(?! (?!{_NO_NOUN} )\p{{L}}))"
)
_BEFORE = "(?:पहले|पूर्व|pehle|pahle|pehele|purv)"
_UNTIL_WORDS = "(?:to|till|until|through|–|से लेकर|से|se lekar|se leke|se)"

Days = tuple[date | None, date | None]
_Read = Callable[[regex.Match[str], date, bool], Days | None]


def time_window(question: str, as_of: date) -> TimeWindow | None:
    """Return the window that a question asks within, seen from the day on which it is asked; None without one.

    >>> time_window("पिछले हफ्ते क्या हुआ?", date(2025, 12, 10)).start
    datetime.date(2025, 12, 1)
    >>> str(time_window("from 3 to 9 May 2025", date(2025, 12, 10)).end)
    '2025-05-09'
    >>> time_window("Who won the 2019 World Cup?", date(2025, 12, 10)) is None
    True
    """
    line = _line(question)
    latest, reports = _LATEST.search(line) is not None, _REPORTS.search(line) is not None
    found = next(_windows(line, as_of, reports), None)
    if found is None:
        return TimeWindow(None, None, "", True, False) if latest else None
    to_come = found.start is not None and found.start > as_of  # no report of those days can be there
    return replace(found, latest=latest, firm=(found.firm or reports) and not to_come, reports=reports)


def _line(question: str) -> str:
    """Return the folded words; a dash, slash or dot that joins two of them is a word of its own."""
    pieces, end = [""], 0
    for token in tokens(question):
        gap = question[end : token.start]
        if end and gap.strip() in _DASHES:
            pieces.append("–")
        elif end and gap in ("/", "."):
            pieces.append(gap)
        pieces.append(token.text)
        end = token.end
    return " ".join([*pieces, ""])


def _windows(line: str, as_of: date, reports: bool) -> Iterator[TimeWindow]:
    """Yield every expression of time, the most telling first."""
    future = speaks_of_the_future(line)
    for pattern, read, firm in (*_EXPRESSIONS, *(_ANY_YEAR if reports else ())):
        for match in pattern.finditer(line):
            days = read(match, as_of, future)
            if days is not None:
                yield TimeWindow(*days, match.group().strip(), latest=False, firm=firm)


def _days(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    return days_named(match["point"], as_of, future=future)


def _range(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    """Read the end first: "3 to 9 May 2025" and "November to January" tell there what the start leaves open."""
    first, last = match["first"], match["last"]
    if lacks_year(last) and not lacks_year(first) and not first.isdigit():
        begin = days_named(first, as_of)
        finish = days_named(last, begin[0], future=True) if begin else None
    else:
        finish = days_named(last, as_of, future=future)
        begin = days_named(first, finish[1], within=finish) if finish else None
    return (begin[0], finish[1]) if begin and finish and begin[0] <= finish[1] else None


def _american_range(match: regex.Match[str], as_of: date, _future: bool) -> Days | None:
    """Read "May 3-9, 2025"."""
    month = f"{match['month']} {match['year'] or ''}".strip()
    first, last = (days_named(f"{match[end]} {month}", as_of) for end in ("from", "to"))
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _since(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    named = days_named(match["first"], as_of, future=future)
    return (named[0], as_of if named[0] <= as_of else None) if named else None


def _after(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    named = days_named(match["first"], as_of, future=future)
    if named is None:
        return None
    start = named[1] + timedelta(days=1)
    return start, as_of if start <= as_of else None


def _before(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    named = days_named(match["last"], as_of, future=future)
    return (None, named[0] - timedelta(days=1)) if named and named[0] <= as_of else None


def _until(match: regex.Match[str], as_of: date, future: bool) -> Days | None:
    named = days_named(match["last"], as_of, future=future)
    return (None, named[1]) if named and named[1] <= as_of else None  # "2030 तक" is an aim


def _compiled(pattern: str) -> regex.Pattern[str]:
    return regex.compile(f"(?<= ){pattern}(?= )")


def _either(patterns: tuple[str, ...]) -> str:
    return f"(?P<point>{'|'.join(patterns)})"


_BARE_NAME = f"(?P<first>{day_names.BARE_MONTH}|{day_names.BARE_WEEKDAY})"
_SINCE_HINDI = rf"(?:के बाद से|से लेकर|से|ke baad se|ke bad se|se lekar|se leke|se){_TO_NOW}{_TALLER}"
_RANGES = (
    rf"between {_FROM} and (?P<last>{_POINT})",
    rf"{_FROM} (?:और|व|aur|and) (?P<last>{_POINT}) (?:के बीच|के दौरान|ke beech|ke bich|ke dauran)",
    rf"(?:from )?{_FROM} {_UNTIL_WORDS} (?P<last>{_POINT})(?: (?:तक|tak|के बीच|ke beech|ke bich))?",
)
# Firm where the report, too, must have been made in those days. What holds after a day may be announced before it.
_EXPRESSIONS: tuple[tuple[regex.Pattern[str], _Read, bool], ...] = (
    (
        _compiled(rf"{day_names.BARE_MONTH} (?P<from>\d{{1,2}}) (?:–|to) (?P<to>\d{{1,2}})(?: {day_names.BARE_YEAR})?"),
        _american_range,
        True,
    ),
    *((_compiled(rf"(?!(?:from |between )?(?:19|20)\d\d ){pattern}"), _range, True) for pattern in _RANGES),
    *((_compiled(pattern), _range, False) for pattern in _RANGES),
    (_compiled(rf"(?:since|ever since) (?:the )?(?P<first>{_POINT}){_NOT_IN_A_NAME}"), _since, True),
    (_compiled(rf"from (?P<first>{_POINT}) (?:on|onwards?|till now|until now|to now|to date|till date)"), _since, True),
    (_compiled(rf"{_BARE_NAME} {_SINCE_HINDI}"), _since, False),
    (_compiled(rf"(?P<first>{_POINT}) {_SINCE_HINDI}"), _since, True),
    (_compiled(rf"(?<!day )after (?:the )?(?P<first>{_POINT}){_NOT_IN_A_NAME}"), _after, False),
    (_compiled(rf"(?P<first>{_POINT}) (?:के बाद|के पश्चात|ke baad|ke bad)"), _after, False),
    (_compiled(rf"(?<!day )(?:before|prior to|earlier than) (?P<last>{_POINT}){_NOT_IN_A_NAME}"), _before, False),
    (_compiled(rf"(?P<last>{_POINT}) (?:से|के|se|ke) {_BEFORE}"), _before, False),
    (_compiled(rf"(?:until|till|up to|upto) (?P<last>{_POINT}){_NOT_IN_A_NAME}"), _until, False),
    (_compiled(rf"(?P<last>{_POINT}) (?:तक|tak)"), _until, False),
    (_compiled(rf"(?!\S+ (?:quarter|तिमाही|timahi|timaahi) ){_either(day_names.RELATIVE)}"), _days, True),
    (_compiled(_either(day_names.RELATIVE)), _days, False),  # the figures of a quarter come after it
    (_compiled(_either((day_names.RELATIVE_DAY,))), _days, True),
    (_compiled(_either(day_names.DATES)), _days, False),
    (_compiled(rf"(?:in|during) {_either((day_names.BARE_MONTH,))}"), _days, False),
    (_compiled(rf"{_either((day_names.BARE_MONTH,))} (?:में|के दौरान|me|mein|ke dauran)"), _days, False),
    (_compiled(rf"on {_either((day_names.BARE_WEEKDAY,))}"), _days, False),
    (_compiled(rf"{_either((day_names.BARE_WEEKDAY,))} (?:को|ko)"), _days, False),
    (_compiled(rf"(?:in|during)(?: the year)? {_either((day_names.BARE_YEAR,))}(?! – \d)"), _days, False),
    (_compiled(rf"{_either((day_names.BARE_YEAR,))} (?:में|के दौरान|me|mein|ke dauran)"), _days, False),
)
# A year alone is mostly part of a name or of a range of data, except in "news of 2024".
_ANY_YEAR: tuple[tuple[regex.Pattern[str], _Read, bool], ...] = (
    (_compiled(_either((day_names.BARE_YEAR,))), _days, True),
)
