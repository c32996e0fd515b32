"""Dates as a reader writes them, in Hindi or English."""

from datetime import datetime, timedelta

from index.article import Language

_MONTHS: dict[Language, tuple[str, ...]] = {
    "hi": (
        *("जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून"),
        *("जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
_INDIA = timedelta(hours=5, minutes=30)


def long_date(stamp: str, language: Language) -> str:
    """Return the day of an ISO 8601 date or time stamp in words; the stamp itself when it is no ISO date.

    >>> long_date("2025-12-04T23:07:00+05:30", "hi"), long_date("2025-12-04", "en")
    ('4 दिसंबर 2025', '4 December 2025')
    """
    moment = _parsed(stamp)
    return stamp if moment is None else f"{moment.day} {_MONTHS[language][moment.month - 1]} {moment.year}"


def long_month(month: str, language: Language) -> str:
    """Return an ISO month in words.

    >>> long_month("2025-12", "hi"), long_month("2025-12", "en")
    ('दिसंबर 2025', 'December 2025')
    """
    return f"{_MONTHS[language][int(month[5:7]) - 1]} {month[:4]}"


def long_time(stamp: str, language: Language) -> str:
    """Return the day and, where the stamp has one, the clock time with its zone.

    >>> long_time("2025-12-04T23:07:00+05:30", "hi"), long_time("2025-12-04T17:37:00Z", "en")
    ('4 दिसंबर 2025, 23:07 IST', '4 December 2025, 17:37 UTC')
    """
    moment = _parsed(stamp)
    if moment is None or len(stamp) <= len("2025-12-04"):
        return long_date(stamp, language)
    offset = moment.utcoffset()
    zone = "" if offset is None else " IST" if offset == _INDIA else f" {moment.tzname()}"
    return f"{long_date(stamp, language)}, {moment:%H:%M}{zone}"


def _parsed(stamp: str) -> datetime | None:
    try:
        return datetime.fromisoformat(stamp)
    except ValueError:
        return None
