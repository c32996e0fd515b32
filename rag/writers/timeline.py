"""The timeline writer: dated sentences, verbatim, in the order of what they tell, one for each development."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens, words
from index.lexical import Term
from index.terms import keys_of, stems_of
from rag.digest import is_of_those_days
from rag.evidence import Evidence
from rag.names.numbered import has_all, numbered
from rag.question import Question
from rag.timeline import Asked, Form, event_day
from rag.writers import Draft

# The most developments of one answer.
MOST = 8
# The most articles of the latest news.
NEWEST = 5
# Sentences of like meaning (cosine) or words (share) tell one development, if their days are no farther apart.
SAME_MEANING, SAME_WORDS, DAYS_APART = 0.72, 0.7, 3
# A sentence that says its day, and one that begins its article, tell a development rather than a detail.
DATED, LEAD = 1.5, 1.0
# Of the latest news the beginning tells most.
NEWS_LEAD = 4.0
# An article is of the topic if it has this share of the topic's words, by their rarity there.
ON_TOPIC = 0.6
# So much of it must stand in the headline or in the sentence itself.
NEAR_TOPIC = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class _Event:
    day: date
    published: date
    dated: bool
    worth: float
    evidence: Evidence


class TimelineWriter:
    """Tell a topic's developments: the best sentence of each day, the most telling days, oldest first.

    Of a digest, and of the latest news, there is one sentence an article; the latest are the newest, newest first.
    """

    name = "quote"

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield a sentence for each development; none where nothing of the topic is there."""
        asked = question.asked or Asked("timeline", question.search_text)
        covers = Coverage(asked.topic, question.translated)
        events = _events(question, [one for one in evidence if _is_of(one, asked, covers)])
        latest = asked.form == "latest"
        chosen: list[_Event] = []
        for event in sorted(events, key=_newest_first if latest else _best_first):
            if len(chosen) < (NEWEST if latest else MOST) and not any(_same(event, one, asked.form) for one in chosen):
                chosen.append(event)
        if asked.form == "timeline":
            told = {event.evidence.stored.article.id for event in chosen if event.dated}
            chosen = [event for event in chosen if event.dated or event.evidence.stored.article.id not in told]
        if not latest:
            chosen.sort(key=lambda event: (event.day, event.evidence.key))
        for event in chosen:
            yield Draft(event.evidence.sentence.text, (event.evidence,), date=event.day.isoformat())


def _best_first(event: _Event) -> tuple[float, tuple[str, int]]:
    return -event.worth, event.evidence.key


def _newest_first(event: _Event) -> tuple[int, float, tuple[str, int]]:
    return -event.published.toordinal(), *_best_first(event)


def _is_of(one: Evidence, asked: Asked, covers: "Coverage") -> bool:
    if not asked.topic:
        return True
    article = one.stored.article
    sentence = f"{article.headline} {one.sentence.text}"
    near = sentence if asked.form == "latest" else f"{article.headline} {one.stored.passage.text}"
    if not has_all(numbered(asked.topic), near) or covers.of(sentence) < NEAR_TOPIC:
        return False
    return covers.of(f"{article.headline} {article.standfirst} {article.body}") >= ON_TOPIC


class Coverage:
    """How many of a topic's words a text has: as a stem, by its sound, or translated."""

    def __init__(self, topic: str, translated: Sequence[Sequence[Term]]) -> None:
        content = [token.text for token in tokens(topic) if not is_stop_word(token.text)]
        self._words = [({stem(word)}, set(phonetic_keys(word))) for word in content]
        self._translated = [{(term.field, term.text) for term in group} for group in translated]

    def of(self, text: str) -> float:
        """Return the share, 0…1, of the topic's words that a text has."""
        stems, keys = set(stems_of(text)), set(keys_of(text))
        direct = sum(bool(own & stems or sounds & keys) for own, sounds in self._words)
        there = {("stems", one) for one in stems} | {("keys", one) for one in keys}
        other = sum(bool(group & there) for group in self._translated)
        return max(direct, other) / len(self._words) if self._words else 0.0


def _events(question: Question, evidence: Sequence[Evidence]) -> Iterator[_Event]:
    is_latest = question.asked is not None and question.asked.form == "latest"
    for one in evidence:
        if not one.stored.article.published:
            continue
        published = date.fromisoformat(one.stored.article.published[:10])
        day, dated = event_day(one.sentence.text, published)
        if one.sentence.start and not (dated and _may_be_told(question, published)):
            continue  # a detail
        if not is_of_those_days(question, day, published):
            continue
        is_lead = one.sentence.start == 0
        worth = one.score + (NEWS_LEAD * is_lead if is_latest else DATED * dated + LEAD * is_lead)
        yield _Event(day, published, dated, worth, one)


def _may_be_told(question: Question, published: date) -> bool:
    """Tell whether sentences other than the first may be told: of a day's news only what articles of other days say."""
    if question.asked is None or question.asked.topic:
        return True
    return question.reason == "preferred" and not is_of_those_days(question, published, published)


def _same(one: _Event, other: _Event, form: Form) -> bool:
    if one.day == other.day and form == "timeline":
        return True
    if form != "timeline" and one.evidence.stored.article.id == other.evidence.stored.article.id:
        return True
    if abs((one.day - other.day).days) > DAYS_APART:
        return _share(one, other) >= SAME_WORDS
    return _share(one, other) >= SAME_WORDS or (not one.dated and _likeness(one, other) >= SAME_MEANING)


def _share(one: _Event, other: _Event) -> float:
    mine, its = (set(words(event.evidence.sentence.text)) for event in (one, other))
    return len(mine & its) / max(1, min(len(mine), len(its)))


def _likeness(one: _Event, other: _Event) -> float:
    return float(np.dot(_vector(one.evidence), _vector(other.evidence)))


def _vector(one: Evidence) -> "np.ndarray[tuple[int], np.dtype[np.float32]]":
    place = one.stored.passage.sentences.index(one.sentence)
    return one.stored.sentence_vectors[place].astype(np.float32)  # type: ignore[no-any-return]
