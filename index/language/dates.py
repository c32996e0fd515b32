"""Dates of Hindi and English news: when a page says it was published, and which days a question means."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta, timezone
from typing import Literal

import regex

from index.language.calendar_words import MONTHS, WEEKDAYS, one_of
from index.language.normalise import fold

_MONTH = one_of(MONTHS)
_WORD_END = r"(?![\p{L}\p{M}])"
_YEAR = r"(?<year>(?:1[89]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)"
_NAMED_MONTH = rf"(?<![\p{{L}}\p{{M}}])(?<month>{_MONTH}){_WORD_END}"
_GAP = r"[\s.,/-]{0,3}"

_DATE = regex.compile(
    "|".join(
        (
            r"(?<!\d)(?<year>(?:1[89]|20)\d\d)(?<sep>[-/.])(?<number>\d{1,2})\g<sep>(?<day>\d{1,2})(?!\d)",
            r"(?<!\d)(?<year>(?:1[89]|20)\d\d)(?<number>[01]\d)(?<day>[0-3]\d)(?=t\d{4})",
            rf"{_DAY}{_GAP}(?:of\s)?{_NAMED_MONTH}{_GAP}(?<!\d){_YEAR}",
            rf"{_DAY}-{_NAMED_MONTH}-(?<short>\d\d)(?![\d:])",
            rf"{_NAMED_MONTH}{_GAP}{_DAY}{_GAP}(?<!\d){_YEAR}",
            rf"(?<!\d){_YEAR}{_GAP}{_NAMED_MONTH}{_GAP}{_DAY}",
            rf"(?<![\d.,/-])(?<first>\d{{1,2}})(?<mark>[-/.])(?<second>\d{{1,2}})(?P=mark){_YEAR}",
        )
    )
)
_WEEKDAY = regex.compile(rf"(?<![\p{{L}}\p{{M}}]){one_of(WEEKDAYS)}{_WORD_END}")

_PARTS_OF_DAY = {
    name: part
    for part, names in {
        "am": "am a.m a.m. एएम सुबह तडके पूर्वाह्न प्रातः प्रात subah",
        "pm": "pm p.m p.m. पीएम शाम अपराह्न सायं shaam sham",
        "noon": "noon दोपहर dopahar",
        "night": "midnight night रात रात्रि देररात raat",
    }.items()
    for name in names.split()
}
_PART = "(?:" + "|".join(regex.escape(name) for name in sorted(_PARTS_OF_DAY, key=len, reverse=True)) + ")"
_ZONE = r"(?:gmt|utc)?\s?[+-]\d{1,2}:?\d{2}(?!\d)|(?:z|ist|gmt|utc|[ecmp][sd]t)(?!\p{L})"
_TIME = regex.compile(
    rf"(?<![\d:.])(?:(?<before>{_PART})\s{{0,2}})?(?<hour>\d{{1,2}})"
    r"(?:(?<point>[:.])(?<minute>\d\d)(?::(?<second>\d\d)(?:[.,]\d+)?)?)?(?![\d:])"
    rf"\s{{0,2}}(?<oclock>बजे|hrs|hours|baje)?\s{{0,2}}(?:(?<after>{_PART}){_WORD_END})?"
    rf"\s{{0,2}}[(,]?\s?(?<zone>{_ZONE})?"
)
_COMPACT_TIME = regex.compile(rf"t(?<hour>\d\d)(?<minute>\d\d)(?<second>\d\d)?(?<zone>{_ZONE})?")
# RFC 822 section 5.1, and IST, which in this archive is India's.
_ZONE_HOURS = {
    "ist": 5.5,
    "gmt": 0,
    "utc": 0,
    "z": 0,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
}
# How far from its date a time of day may stand.
_TIME_REACH = 40


def read_timestamp(text: str, *, date_order: Literal["DMY", "MDY"] | None = None) -> str | None:
    """Return the first date of a line, with its time and zone where it has them, as ISO 8601; None when it has none.

    Without a zone the time stays local, without an offset. A numeric date such as 05-03-2024, which could be March or
    May, is None unless `date_order` says how its source writes, a weekday decides, or a value above 12 does.

    >>> read_timestamp("Last Updated- December 04, 2025 | 11:07 PM IST")
    '2025-12-04T23:07:00+05:30'
    >>> read_timestamp("प्रकाशित: ४ दिसंबर २०२५, रात 11:04 बजे")
    '2025-12-04T23:04:00'
    """
    line = fold(text)
    match = _DATE.search(line)
    day = _date_of(match, line, date_order) if match else None
    if match is None or day is None:
        return None
    moment = next(_times_near(line, match.start(), match.end()), None)
    if moment is None:
        return day.isoformat()
    clock, zone = moment
    return datetime.combine(day, clock, zone).isoformat()


def _date_of(match: regex.Match[str], line: str, date_order: str | None) -> date | None:
    parts = match.groupdict()
    year = int(parts["year"]) if parts["year"] else 2000 + int(parts["short"])
    if parts["first"]:
        return _numeric_date(year, int(parts["first"]), int(parts["second"]), line, date_order)
    month = MONTHS[parts["month"]] if parts["month"] else int(parts["number"])
    return _valid_date(year, month, int(parts["day"]))


def _numeric_date(year: int, first: int, second: int, line: str, date_order: str | None) -> date | None:
    day_first, month_first = _valid_date(year, second, first), _valid_date(year, first, second)
    if day_first is None or month_first is None or day_first == month_first:
        return day_first or month_first
    if date_order:
        return day_first if date_order == "DMY" else month_first
    named = _WEEKDAY.search(line)
    fitting = [day for day in (day_first, month_first) if named and day.weekday() == WEEKDAYS[named[0]]]
    return fitting[0] if len(fitting) == 1 else None


def _valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _times_near(line: str, start: int, end: int) -> Iterator[tuple[time, timezone | None]]:
    """Yield the times after the date, then those before it, each within reach and nearer than another date."""
    following = _DATE.search(line, end)
    after = line[end : min(end + _TIME_REACH, following.start() if following else len(line))]
    compact = _COMPACT_TIME.match(after)
    matches = [compact] if compact else [*_TIME.finditer(after)]
    matches += reversed([*_TIME.finditer(line, max(0, start - _TIME_REACH), start)])
    for match in matches:
        clock = _clock(match.groupdict())
        if clock:
            yield clock, _zone(match["zone"])


def _clock(parts: dict[str, str | None]) -> time | None:
    """Read a time of day; a number without a colon is one only if the words around it say so."""
    part = _PARTS_OF_DAY.get(parts.get("after") or parts.get("before") or "")
    if parts.get("point", ":") != ":" and not (part or parts.get("oclock")):
        return None
    hour = _on_24_hours(int(parts["hour"] or 0), part)
    minute, second = int(parts["minute"] or 0), int(parts["second"] or 0)
    return time(hour, minute, second) if hour < 24 and minute < 60 and second < 60 else None


def _on_24_hours(hour: int, part: str | None) -> int:
    if part is None or hour > 12:
        return hour
    if part == "am" or (part == "night" and (hour == 12 or hour < 5)):
        return hour % 12
    if part == "noon" and hour in (10, 11):
        return hour
    return hour % 12 + 12


def _zone(name: str | None) -> timezone | None:
    if not name:
        return None
    if name in _ZONE_HOURS:
        return timezone(timedelta(hours=_ZONE_HOURS[name]))
    sign = -1 if "-" in name else 1
    digits = "".join(character for character in name if character.isdigit()).zfill(4)
    offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
    return timezone(sign * offset) if offset < timedelta(hours=24) else None
