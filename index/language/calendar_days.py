"""Days, weeks, months, quarters and years: the arithmetic of the calendar, without words."""

from calendar import monthrange
from datetime import date, timedelta

Span = tuple[date, date]
_MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}


def calendar(unit: str, day: date) -> Span:
    """Return the first and last day of the week (from Monday), weekend, month, quarter or year around a day.

    >>> [str(one) for one in calendar("week", date(2025, 12, 10))]
    ['2025-12-08', '2025-12-14']
    """
    monday = day - timedelta(days=day.weekday())
    if unit == "week":
        return monday, monday + timedelta(days=6)
    if unit == "weekend":
        return monday + timedelta(days=5), monday + timedelta(days=6)
    if unit == "month":
        return day.replace(day=1), month_end(day)
    if unit == "quarter":
        first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
        return first, month_end(first.replace(month=first.month + 2))
    if unit == "year":
        return date(day.year, 1, 1), date(day.year, 12, 31)
    return day, day


def shifted(day: date, unit: str, number: int) -> date:
    """Return the day so many units later, or earlier where the number is negative; a month's last day where it ends.

    >>> str(shifted(date(2025, 3, 31), "month", -1))
    '2025-02-28'
    """
    if unit not in _MONTHS_IN:
        return day + timedelta(days=number * (1 if unit == "day" else 7))
    months = day.year * 12 + day.month - 1 + number * _MONTHS_IN[unit]
    year, month = divmod(max(months, 12), 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def month_end(day: date) -> date:
    """Return the last day of a day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def nearest_year(as_of: date, month: int, day: int, *, future: bool = False) -> int:
    """Return the year of the newest such day that is not after `as_of`, or of the next that is not before it.

    Raises ValueError where no year near has such a day.
    """
    step = 1 if future else -1
    for year in range(as_of.year, as_of.year + step * 9, step):
        if day > monthrange(year, month)[1]:
            continue
        found = date(year, month, day)
        if (found >= as_of) if future else (found <= as_of):
            return year
    raise ValueError(f"no {day}.{month}. near {as_of}")
