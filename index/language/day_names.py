"""Words that name a stretch of days: "3 May 2025", "last week", "कल", "pichhle somvar"; the parts of every window.

They are read from a line of folded words between single spaces, a hyphen, slash or dot between two words being a word
of its own ("3 – 9 may", "2025 – 05 – 03").
"""

from collections.abc import Iterator
from datetime import date, timedelta

import regex

from index.language.calendar_days import Span, calendar, month_end, nearest_year, shifted
from index.language.calendar_words import COUNTS, ENGLISH_UNITS, FULL_WEEKDAYS, MONTHS, UNITS, one_of

_LAST = (
    "(?:last|past|previous|पिछले|पिछली|पिछला|गत|बीते|बीती|बीता"
    "|pichhle|pichle|pichhli|pichli|pichla|pichhla|pichhale|pichley|pichhley|beete|bite|gat)"
)
_NEXT = "(?:next|coming|upcoming|अगले|अगली|अगला|आगामी|आने वाले|आने वाली|agle|agli|agla|aagle|aagami|aane wale|aane wali)"
_HINDI_UNITS = {name: unit for name, unit in UNITS.items() if name not in ENGLISH_UNITS and unit != "day"}
_UNITS_BUT_DAY = {name: unit for name, unit in UNITS.items() if unit != "day"}
# "is" is इस before a Hindi word only: not in "What is year on year growth".
_THIS_UNIT = (
    f"(?:(?:this|current|इस|चालू|मौजूदा) (?P<unit>{one_of(_UNITS_BUT_DAY)})"
    f"|(?:is|iss) (?:(?P<unit>{one_of(_HINDI_UNITS)})"
    "|(?P<unit>week|month|year|quarter)(?= (?:ka|ki|ke|me|mein|kya|kaun|kitne|kitna|kitni|kab|kisne|kis|se|tak) )))"
)
_THIS = "(?:this|इस|is|iss)"
_COUNT, _UNIT, _MONTH, _WEEKDAY = (
    rf"(?:\d{{1,3}}|{one_of(COUNTS)})",
    one_of(UNITS),
    one_of(MONTHS),
    one_of(FULL_WEEKDAYS),
)
_AGO = "(?:ago|पहले|पूर्व|pehle|pahle|pehele|purv)"
_HENCE = "(?:from now|hence|बाद|baad|bad)"

# "चुनाव से ठीक दो दिन पहले" is reckoned from the election, not from today.
_FROM_TODAY = "(?<!(?:से|के|se|ke)(?: (?:ठीक|करीब|लगभग|महज|सिर्फ|केवल|बस|theek|thik|karib|kareeb|lagbhag|sirf|bas))? )"

_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: तारीख| tarikh)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_NUMBER = r"(?P<number>0?[1-9]|1[0-2])"
DATES = (
    rf"{_YEAR} (?P<mark>[–/.]) {_NUMBER} (?P=mark) (?P<day>\d{{1,2}})",
    rf"(?P<day>\d{{1,2}}) (?P<mark>[–/.]) {_NUMBER} (?P=mark) {_YEAR}",  # day first, as in India
    # The number of COVID-19 or चंद्रयान-3 is no day.
    rf"(?<!\p{{L}} – ){_DAY}(?: of)? (?P<month>{_MONTH})(?:(?: of| –)? {_YEAR})?",
    rf"(?P<month>{_MONTH}) {_DAY}(?: {_YEAR})?",
    rf"{_YEAR} (?:(?:के|की|ke|ki) )?(?P<month>{_MONTH})",
    rf"(?P<month>{_MONTH})(?: महीने| माह| mahine)?(?: of| –| /)? {_YEAR}",
)
BARE_MONTH = rf"(?P<month>{_MONTH})(?: महीने| माह| mahine)?"
BARE_YEAR = rf"{_YEAR}"
BARE_DAY = _DAY
BARE_WEEKDAY = rf"(?P<weekday>{_WEEKDAY})"

# No comparison: "more than last year", "पिछले साल से ज्यादा" tell nothing of when.
_NOT_COMPARED_BEFORE = "(?<!(?:than|compared to|compared with|versus|vs)(?: the)? )"
_NOT_COMPARED = (
    "(?! of | (?:के|की|से|ke|ki|se) (?:मुकाबले|तुलना|अपेक्षा|ज्यादा|अधिक|कम|बेहतर|mukable|tulna|zyada|jyada|adhik|kam|behtar) )"
)
RELATIVE = (
    rf"{_NOT_COMPARED_BEFORE}{_LAST} (?P<unit>week|हफ्ते|सप्ताह|hafte|saptah)(?: on| के| ke)? (?P<weekday>{_WEEKDAY})",
    rf"{_NOT_COMPARED_BEFORE}(?P<last>{_LAST}) (?:(?P<count>{_COUNT})(?: of)? )(?P<unit>{_UNIT}){_NOT_COMPARED}",
    rf"{_NOT_COMPARED_BEFORE}(?P<last>{_LAST}) (?P<unit>{one_of(_UNITS_BUT_DAY)}){_NOT_COMPARED}",
    rf"(?P<last>{_LAST}) (?P<weekday>{_WEEKDAY})",
    rf"(?P<last>{_LAST}) (?P<month>{_MONTH})",
    _THIS_UNIT,
    rf"(?P<this>{_THIS}) (?P<weekday>{_WEEKDAY})",
    rf"(?P<next>{_NEXT}) (?:(?P<count>{_COUNT})(?: of)? )?(?P<unit>{_UNIT})",
    rf"(?P<next>{_NEXT}) (?P<weekday>{_WEEKDAY})",
    rf"{_FROM_TODAY}(?P<count>{_COUNT})(?: of)? (?P<unit>{_UNIT}) (?P<ago>{_AGO})",
    rf"(?:in|after) (?P<count>{_COUNT}) (?P<unit>{_UNIT}) (?P<hence>from now|hence)",
    rf"{_FROM_TODAY}(?P<count>{_COUNT}) (?P<unit>{_UNIT}) (?P<hence>{_HENCE})",
)
_NAMED_DAYS = {
    -3: "नरसों तरसों narson",
    -2: "day_before_yesterday परसों parson parso",
    -1: "yesterday last_night कल kal",
    0: "today tonight this_morning this_evening this_afternoon आज aaj",
    1: "tomorrow",
    2: "day_after_tomorrow",
}
_AWAY = {name.replace("_", " "): away for away, names in _NAMED_DAYS.items() for name in names.split()}
# They look both ways: the verb tells.
_BOTH_WAYS = frozenset(("कल", "kal", "परसों", "parson", "parso", "नरसों", "तरसों", "narson"))
# Aaj Tak and India Today are names; "aaj kal" and "aaj tak" are no day.
RELATIVE_DAY = (
    rf"(?<!(?:आज|aaj)(?: –)? )(?<!(?:india|usa|sports) )(?P<near>{one_of(_AWAY)})"
    "(?!(?: –)? (?:कल|kal)(?: |$))(?! (?:तक|tak)(?: |$))"
)

_FUTURE = regex.compile(
    r" (?:will|shall|tomorrow|going to|scheduled"
    r"|\S+(?:ेगा|ेगी|ेंगे|ेंगी|एगा|एगी|एंगे|एंगी|ोगा|ोगी|ोंगे|ोंगी|ूंगा|ूंगी|ऊंगा|ऊंगी)"
    r"|\S+(?:ega|egi|enge|engi|oga|ogi|onge|ongi|unga|ungi|oonga|oongi)"
    r"|(?:वाला|वाली|वाले) (?:है|हैं)|(?:wala|wali|wale|vala|vali|vale) (?:hai|hain)"
    r"|(?:रहा|रही|रहे) (?:है|हैं)|(?:raha|rahi|rahe) (?:hai|hain)|\S+(?:ना|नी|ने|na|ni|ne) (?:है|हैं|hai|hain)"
    # A noun before "is": कल मैच है, kal match hai; a verb there would end in a vowel (कल क्या कहा है).
    r"|(?:\S*[क-ह]|क्या|कहां|\S*[b-df-hj-np-tv-z]|kya) (?:है|हैं|hai|hain)) "
)
_ALL = [regex.compile(pattern) for pattern in (*RELATIVE, RELATIVE_DAY, *DATES, BARE_WEEKDAY, BARE_MONTH, BARE_YEAR)]
_BARE_DAY = regex.compile(BARE_DAY)


def speaks_of_the_future(line: str) -> bool:
    """Tell whether a line of words is about what is to come.

    >>> speaks_of_the_future(" कल कौन आएगा "), speaks_of_the_future(" कल कौन आया था ")
    (True, False)
    """
    return _FUTURE.search(line) is not None


def days_named(words: str, as_of: date, *, future: bool = False, within: Span | None = None) -> Span | None:
    """Return the days that some words name, seen from a day; None where they name none that exists.

    A day without a month needs the span it lies `within`.

    >>> [str(day) for day in days_named("3 may", date(2025, 12, 10))]
    ['2025-05-03', '2025-05-03']
    """
    for match in _matches(words):
        parts = match.groupdict()
        try:
            return _relative(parts, as_of, future) or _absolute(parts, as_of, future)
        except (ValueError, OverflowError):  # 31 February; a day before the first year
            return None
    if within is not None and _BARE_DAY.fullmatch(words):
        try:
            day = within[0].replace(day=int(_BARE_DAY.fullmatch(words)["day"]))  # type: ignore[index]
        except ValueError:
            return None
        return day, day
    return None


def lacks_year(words: str) -> bool:
    """Tell whether some words name a month, or a day of one, without its year.

    >>> lacks_year("9 may"), lacks_year("9 may 2025"), lacks_year("last may")
    (True, False, False)
    """
    return any(
        match.groupdict().get("month") and not match.groupdict().get("year") and not match.groupdict().get("last")
        for match in _matches(words)
    )


def _matches(words: str) -> Iterator[regex.Match[str]]:
    return (match for pattern in _ALL if (match := pattern.fullmatch(words)))


def _relative(parts: dict[str, str | None], as_of: date, future: bool) -> Span | None:
    unit, count = UNITS.get(parts.get("unit") or ""), _count(parts.get("count"))
    if parts.get("near"):
        word = str(parts["near"])
        away = -_AWAY[word] if future and word in _BOTH_WAYS else _AWAY[word]
        day = as_of + timedelta(days=away)
        return day, day
    if parts.get("weekday"):
        return _weekday(parts, as_of, future)
    if unit is None:
        return _last_month(parts, as_of) if parts.get("last") else None
    if parts.get("last"):
        return (shifted(as_of, unit, -count), as_of) if count else calendar(unit, shifted(as_of, unit, -1))
    if parts.get("next"):
        ahead = calendar(unit, shifted(as_of, unit, 1))
        return (as_of + timedelta(days=1), shifted(as_of, unit, count)) if count else ahead
    if parts.get("ago") or parts.get("hence"):
        return calendar(unit, shifted(as_of, unit, (count or 1) * (-1 if parts.get("ago") else 1)))
    first, last = calendar(unit, as_of)
    return (first, last) if unit == "weekend" else (first, as_of)


def _count(word: str | None) -> int | None:
    return None if word is None else COUNTS.get(word) or int(word)


def _weekday(parts: dict[str, str | None], as_of: date, future: bool) -> Span:
    number = FULL_WEEKDAYS[str(parts["weekday"])]
    monday = as_of - timedelta(days=as_of.weekday())
    if parts.get("unit"):  # Monday of last week
        day = monday + timedelta(days=number - 7)
    elif parts.get("this"):
        day = monday + timedelta(days=number)
    elif parts.get("next") or (future and not parts.get("last")):
        day = as_of + timedelta(days=(number - as_of.weekday() - 1) % 7 + 1)
    else:
        before = as_of - timedelta(days=1) if parts.get("last") else as_of
        day = before - timedelta(days=(before.weekday() - number) % 7)
    return day, day


def _last_month(parts: dict[str, str | None], as_of: date) -> Span:
    month = MONTHS[str(parts["month"])]
    first = date(as_of.year - (month >= as_of.month), month, 1)
    return first, month_end(first)


def _absolute(parts: dict[str, str | None], as_of: date, future: bool) -> Span:
    if not parts.get("month") and not parts.get("number"):
        return calendar("year", date(int(parts["year"] or 0), 1, 1))
    month, day = MONTHS.get(parts.get("month") or "") or int(parts["number"] or 0), int(parts.get("day") or 0)
    if parts.get("year"):
        year = int(parts["year"] or 0)
    elif future and not day and month == as_of.month:
        year = as_of.year
    else:
        year = nearest_year(as_of, month, day or 1, future=future)
    first = date(year, month, day or 1)
    return first, first if day else month_end(first)
