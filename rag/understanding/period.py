"""Which days are searched for a window that the question names, and why: what is shown is what is searched."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Literal

from index.filters import Filters
from index.language.windows import TimeWindow

# named: as the question says; next_day: with the day after it; explicit: the filter that was given;
# preferred: not searched alone, only put first; latest: no days, the newest first.
Reason = Literal["named", "next_day", "explicit", "preferred", "latest"]


def searched(
    window: TimeWindow | None, filters: Filters, as_of: date
) -> tuple[TimeWindow | None, Filters, Reason | None]:
    """Return the window with the days that are searched, the filters that search them, and the reason.

    A day's events are in the next morning's paper, a month's figures come on the first of the next: the day after
    belongs to the window, unless the question gives both its ends or asks for the reports of those days.
    """
    if window is None:
        return None, filters, None
    if window.start is None and window.end is None:
        return window, filters, "latest"
    if filters.first_day or filters.last_day:
        explicit = replace(window, start=_day(filters.first_day), end=_day(filters.last_day), firm=True)
        return explicit, filters, "explicit"
    if not window.firm:
        return window, filters, "preferred"
    reason: Reason = "named"
    if window.start and window.end and window.end < as_of and not window.exact:
        window, reason = replace(window, end=window.end + timedelta(days=1)), "next_day"
    first, last = (day.isoformat() if day else None for day in (window.start, window.end))
    return window, replace(filters, first_day=first, last_day=last), reason


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
