"""Words that name a stretch of days: "3 May 2025", "last week", "कल", "pichhle somvar"; the parts of every window.

They are found in a line of folded words between single spaces, in which a hyphen, slash or dot between two words is a
word of its own ("3 – 9 may", "2025 – 05 – 03").
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Literal

import regex

from index.language.calendar_days import Span, calendar, month_end, nearest_year, shifted
from index.language.calendar_words import COUNTS, ENGLISH_UNITS, FULL_WEEKDAYS, MONTHS, UNITS
from index.language.function_words import word_set

Kind = Literal["relative", "quarter", "near", "date", "weekday", "month", "year"]

_LAST = word_set(
    """
    last past previous पिछले पिछली पिछला गत बीते बीती बीता pichhle pichle pichhli pichli pichla pichhla pichhale pichley
    pichhley beete bite gat
    """
)
_NEXT = word_set("next coming upcoming अगले अगली अगला आगामी agle agli agla aagle aagami") | {
    *("आने वाले", "आने वाली", "aane wale", "aane wali")
}
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
# "The last day of the Test" and "इस घंटे" are reckoned from what is spoken of, not from today.
_CALENDAR_UNITS = [name for name, unit in UNITS.items() if unit not in ("hour", "day")]
# Named lists of the regex module: sets are looked up, where alternatives would take long to compile.
_LISTS: dict[str, Any] = {
    "last": _LAST,
    "next": _NEXT,
    "units": UNITS,
    "calendar_units": _CALENDAR_UNITS,
    "hindi_units": [name for name in _CALENDAR_UNITS if name not in ENGLISH_UNITS],
    "counts": COUNTS,
    "months": MONTHS,
    "weekdays": FULL_WEEKDAYS,
    "near": _AWAY,
    "ago": word_set("ago पहले पूर्व pehle pahle pehele purv"),
    "hence": ["from now", "hence", "बाद", "baad", "bad"],
    "compared": word_set("मुकाबले तुलना अपेक्षा ज्यादा अधिक कम बेहतर mukable tulna zyada jyada adhik kam behtar"),
    "roughly": word_set("ठीक करीब लगभग महज सिर्फ केवल बस theek thik karib kareeb lagbhag sirf bas"),
}
_COUNT = r"(?<count>\d{1,3}|\L<counts>)(?: of)?"
_WEEKDAY, _MONTH, _UNIT = r"(?<weekday>\L<weekdays>)", r"(?<month>\L<months>)", r"(?<unit>\L<units>)"
_LAST_WORD, _THIS_WORD, _NEXT_WORD = r"(?<last>\L<last>)", "(?<this>this|इस|इसी|is|iss|isi)", r"(?<next>\L<next>)"
_MONTH_NAME = rf"{_MONTH}(?: महीने| माह| mahine)?"
_DAY = r"(?<day>0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?: तारीख| tarikh)?"
_YEAR = r"(?<year>(?:19|20)\d\d)"
_NUMBER = r"(?<number>0?[1-9]|1[0-2])"
# "More than last year" and "पिछले साल से ज्यादा" compare and tell nothing of when.
_NOT_COMPARED = r"(?! of | (?:के|की|से|ke|ki|se) \L<compared> )"
# "चुनाव से ठीक दो दिन पहले" is reckoned from the election, not from today.
_FROM_TODAY = r"(?<!(?:से|के|se|ke)(?: \L<roughly>)? )"
_PATTERNS: dict[Kind, tuple[str, ...]] = {
    "relative": (
        rf"{_LAST_WORD} (?<unit>week|हफ्ते|सप्ताह|hafte|saptah)(?: on| के| ke)? {_WEEKDAY}",
        rf"{_LAST_WORD} {_COUNT} {_UNIT}{_NOT_COMPARED}",
        rf"{_LAST_WORD} (?<unit>\L<calendar_units>){_NOT_COMPARED}",
        rf"{_LAST_WORD} {_WEEKDAY}",
        rf"{_LAST_WORD} {_MONTH}",
        r"(?:this|current|इस|इसी|चालू|मौजूदा) (?<unit>\L<calendar_units>)",
        # "is" is इस before a Hindi word only: not in "What is year on year growth".
        r"(?:is|iss|isi) (?<unit>\L<hindi_units>)",
        r"(?:is|iss) (?<unit>week|month|year)(?= (?:ka|ki|ke|me|mein|kya|kaun|kitne|kitna|kitni|kab|kisne|se|tak) )",
        rf"{_THIS_WORD} {_WEEKDAY}",
        rf"{_NEXT_WORD} (?:{_COUNT} )?{_UNIT}",
        rf"{_NEXT_WORD} {_WEEKDAY}",
        rf"{_FROM_TODAY}{_COUNT} {_UNIT} (?<ago>\L<ago>)",
        rf"{_FROM_TODAY}{_COUNT} {_UNIT} (?<hence>\L<hence>)",
    ),
    # Aaj Tak and India Today are names; "aaj kal" and "aaj tak" are no day, nor is what holds "even today" (आज भी).
    "near": (
        r"(?<!(?:आज|aaj)(?: –)? )(?<!(?:india|usa|sports|even|still|as|than it is) )(?<near>\L<near>)"
        r"(?!(?: –)? (?:कल|kal) )(?! (?:तक|tak|भी|bhi|still|even) )",
    ),
    "date": (
        rf"{_YEAR} (?<mark>[–/.]) {_NUMBER} \g<mark> (?<day>\d{{1,2}})",
        rf"(?<day>\d{{1,2}}) (?<mark>[–/.]) {_NUMBER} \g<mark> {_YEAR}",  # day first, as in India
        # The number of COVID-19 or चंद्रयान-3 is no day.
        rf"(?<!\p{{L}} – ){_DAY}(?: of)? {_MONTH}(?:(?: of| –)? {_YEAR})?",
        rf"{_MONTH} {_DAY}(?: {_YEAR})?",
        rf"{_YEAR} (?:(?:के|की|ke|ki) )?{_MONTH_NAME}",
        rf"{_MONTH_NAME}(?: of| –| /)? {_YEAR}",
    ),
    "weekday": (_WEEKDAY,),
    "month": (_MONTH_NAME,),
    "year": (_YEAR,),
}
_COMPARING = "(?<!(?:than|compared to|compared with|versus|vs)(?: the)? )"
_NAMED = regex.compile(
    f"(?<= ){_COMPARING}(?:"
    + "|".join(f"(?<is_{kind}>{pattern})" for kind, patterns in _PATTERNS.items() for pattern in patterns)
    + ")(?= )",
    **_LISTS,
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


@dataclass(frozen=True, slots=True)
class NamedDays:
    """Words of a line, from `start` to `end`, that name a day or a stretch of days."""

    kind: Kind
    start: int
    end: int
    parts: Mapping[str, str | None]

    def days(self, as_of: date, *, future: bool = False) -> Span | None:
        """Return the first and last of the days, seen from a day; None where there is no such day: 31 February."""
        try:
            return _relative(self.parts, as_of, future) or _absolute(self.parts, as_of, future)
        except (ValueError, OverflowError):
            return None

    @property
    def lacks_year(self) -> bool:
        """Tell whether a month, or a day of one, is named without its year."""
        return bool(self.parts["month"]) and not self.parts["year"] and not self.parts["last"]


def named_days(line: str) -> list[NamedDays]:
    """Return what a line of words names, in order.

    >>> [(one.kind, str(one.days(date(2025, 12, 10))[0])) for one in named_days(" kal aur 3 may ko ")]
    [('near', '2025-12-09'), ('date', '2025-05-03')]
    """
    return [NamedDays(_kind(match), match.start(), match.end(), match.groupdict()) for match in _NAMED.finditer(line)]


def speaks_of_the_future(line: str) -> bool:
    """Tell whether a line of words is about what is to come.

    >>> speaks_of_the_future(" कल कौन आएगा "), speaks_of_the_future(" कल कौन आया था ")
    (True, False)
    """
    return _FUTURE.search(line) is not None


def _kind(match: regex.Match[str]) -> Kind:
    kind = next(kind for kind in _PATTERNS if match[f"is_{kind}"] is not None)
    return "quarter" if UNITS.get(match["unit"] or "") == "quarter" else kind


def _relative(parts: Mapping[str, str | None], as_of: date, future: bool) -> Span | None:
    if parts["near"]:
        away = _AWAY[parts["near"]]
        day = as_of + timedelta(days=-away if future and parts["near"] in _BOTH_WAYS else away)
        return day, day
    if parts["weekday"]:
        return _weekday(parts, FULL_WEEKDAYS[parts["weekday"]], as_of, future)
    if parts["last"] and parts["month"]:
        month = MONTHS[parts["month"]]
        first = date(as_of.year - (month >= as_of.month), month, 1)
        return first, month_end(first)
    return _units(parts, UNITS[parts["unit"]], as_of) if parts["unit"] else None


def _units(parts: Mapping[str, str | None], unit: str, as_of: date) -> Span:
    count = COUNTS.get(parts["count"]) or int(parts["count"]) if parts["count"] else None
    if unit == "hour":
        unit, count = "day", -(-(count or 1) // 24)
    if parts["last"]:
        return (shifted(as_of, unit, -count), as_of) if count else calendar(unit, shifted(as_of, unit, -1))
    if parts["next"]:
        tomorrow = as_of + timedelta(days=1)
        return (tomorrow, shifted(as_of, unit, count)) if count else calendar(unit, shifted(as_of, unit, 1))
    if parts["ago"] or parts["hence"]:
        return calendar(unit, shifted(as_of, unit, (count or 1) * (-1 if parts["ago"] else 1)))
    first, last = calendar(unit, as_of)
    return (first, last) if unit == "weekend" else (first, as_of)


def _weekday(parts: Mapping[str, str | None], number: int, as_of: date, future: bool) -> Span:
    monday = as_of - timedelta(days=as_of.weekday())
    if parts["unit"]:  # Monday of last week
        day = monday + timedelta(days=number - 7)
    elif parts["this"]:
        day = monday + timedelta(days=number)
    elif parts["next"] or (future and not parts["last"]):
        day = as_of + timedelta(days=(number - as_of.weekday() - 1) % 7 + 1)
    else:
        newest = as_of - timedelta(days=1) if parts["last"] else as_of
        day = newest - timedelta(days=(newest.weekday() - number) % 7)
    return day, day


def _absolute(parts: Mapping[str, str | None], as_of: date, future: bool) -> Span:
    year, day = int(parts["year"] or 0), int(parts["day"] or 0)
    month = MONTHS[parts["month"]] if parts["month"] else int(parts["number"] or 0)
    if not month:
        return calendar("year", date(year, 1, 1))
    if not year and future and not day and month == as_of.month:
        year = as_of.year
    first = date(year or nearest_year(as_of, month, day or 1, future=future), month, day or 1)
    return first, first if day else month_end(first)
