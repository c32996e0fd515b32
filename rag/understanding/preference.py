"""Days that a question names without asking for reports of them: what was published about then comes first."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from index.filters import Filters, day_number
from rag.question import Question

# What an event is told in comes out on its days or within so many after them.
GRACE = timedelta(days=7)
# Scores of passages from other days are multiplied by this. Between 0.6 and 0.75 the development questions that name
# such days are met alike (33; mean reciprocal rank 0.929, and 0.838 with 1); the gentlest of these is taken.
OTHER_DAYS = 0.75


def preferred_days(question: Question) -> tuple[date, date] | None:
    """Return the first and last day of publication that a question prefers; None where it prefers none."""
    window = question.window
    if question.reason != "preferred" or window is None or window.start is None or window.start > question.as_of:
        return None
    return window.start, (window.end or question.as_of) + GRACE


def preferred_filters(question: Question) -> Filters | None:
    """Return the filters that let only the preferred days pass, so that these have their candidates too."""
    days = preferred_days(question)
    if days is None:
        return None
    return replace(question.filters, first_day=days[0].isoformat(), last_day=days[1].isoformat())


def prefer(scores: Mapping[int, float], days_of: Mapping[int, int], question: Question) -> dict[int, float]:
    """Return the scores, lower for passages published on days that the question does not prefer."""
    days = preferred_days(question)
    if days is None:
        return dict(scores)
    first, last = (day_number(day.isoformat()) for day in days)
    return {
        passage_id: score if first <= days_of.get(passage_id, 0) <= last else score * OTHER_DAYS
        for passage_id, score in scores.items()
    }
