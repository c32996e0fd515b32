"""What a digest without a topic may tell of: the beginnings of a period's articles, the most reported first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import numpy as np

from index.filters import Filters
from index.language.tokens import words
from index.snapshot import Snapshot
from rag.evidence import Evidence
from rag.question import Question
from rag.retrieval import Hit
from rag.understanding.preference import preferred_days

# Where no days are named, those of the newest article and so many before it.
DAYS = 7
# What happened on a day is also told on the next.
AFTER = timedelta(days=1)


def leads(question: Question, snapshot: Snapshot, top: int) -> list[Hit]:
    """Return the first passages of up to `top` articles, one a story, by how many articles tell it, then the newest."""
    table = snapshot.table
    filters = table.as_named(question.filters)
    window = question.window if question.reason == "preferred" else None
    if window is not None:
        filters = replace(filters, first_day=_iso(window.start), last_day=_iso(window.end, AFTER))
    elif not (filters.first_day or filters.last_day):
        filters = _newest(filters, snapshot)
    allowed = snapshot.allowed(filters)[table.ids]
    first: dict[int, int] = {}
    tellers: dict[int, set[int]] = {}
    for row in np.flatnonzero(allowed & (table.days > 0)).tolist():
        story = int(table.stories[row])
        if story not in first or table.ids[row] < table.ids[first[story]]:
            first[story] = row
        tellers.setdefault(story, set()).add(int(table.articles[row]))
    ranked = sorted(first, key=lambda story: (-len(tellers[story]), -int(table.days[first[story]]), story))[:top]
    stored = snapshot.passages([int(table.ids[first[story]]) for story in ranked])
    ids = [(story, int(table.ids[first[story]])) for story in ranked]
    return [
        Hit(stored[passage_id], float(len(tellers[story])), {}, {}, {})
        for story, passage_id in ids
        if passage_id in stored
    ]


def is_of_those_days(question: Question, day: date, published: date) -> bool:
    """Tell whether an event, or the article that tells it, is of the days that a digest is asked for."""
    window = question.window if question.reason == "preferred" else None
    if window is None or question.asked is None or question.asked.form != "digest":
        return True
    first, last = window.start or date.min, window.end or date.max
    return first <= day <= last or first <= published <= last


def of_those_days(question: Question, evidence: Sequence[Evidence]) -> list[Evidence]:
    """Return the sentences that may tell what happened with a topic in some days; all where that is not asked for.

    They are of articles published about then, or name the year.
    """
    days = preferred_days(question)
    if days is None or question.asked is None or not question.asked.topic or question.asked.form != "digest":
        return list(evidence)
    first, last = (day.isoformat() for day in days)
    year = first[:4]
    return [
        one
        for one in evidence
        if first <= (one.stored.article.published or "")[:10] <= last or year in words(one.sentence.text)
    ]


def _iso(day: date | None, later: timedelta = timedelta()) -> str | None:
    return (day + later).isoformat() if day else None


def _newest(filters: Filters, snapshot: Snapshot) -> Filters:
    mask = snapshot.allowed(filters)[snapshot.table.ids]
    days = snapshot.table.days[mask]
    if not days.size or not days.max():
        return filters
    newest = date.fromisoformat(str(days.max()))
    return replace(filters, first_day=(newest - timedelta(days=DAYS - 1)).isoformat(), last_day=newest.isoformat())
