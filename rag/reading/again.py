"""The best evidence is read again, together with the question, and stands anew."""

from collections.abc import Sequence
from dataclasses import replace

from rag.evidence import Evidence
from rag.question import Question
from rag.reading.reader import NOT_READ, Reader, Reading
from rag.reading.weights import READ

# Beyond so much either way the reader is sure, and surer still means nothing.
SURE = 6.0


def read_again(question: Question, evidence: Sequence[Evidence], reader: Reader, count: int) -> list[Evidence]:
    """Return the evidence, best first, scored anew by what the reader tells of the best `count` sentences.

    Those of an article are read together, under its headline and in its order. A sentence that is not among them is
    taken for one that the reader does not think the answer.
    """
    articles: dict[str, list[Evidence]] = {}
    for one in evidence[:count]:
        articles.setdefault(one.stored.article.id, []).append(one)
    told: dict[tuple[str, int], Reading] = {}
    for mine in articles.values():
        mine.sort(key=lambda one: one.sentence.start)
        headline = mine[0].stored.article.headline
        read = reader.read(question.search_text, headline, [one.sentence.text for one in mine])
        told |= {one.key: reading for one, reading in zip(mine, read, strict=True)}
    again = [_scored(one, told.get(one.key)) for one in evidence]
    return sorted(again, key=lambda one: (-one.score, one.key))


def log_odds(reading: Reading | None) -> float:
    """Return the log-odds that a sentence answers, within `SURE`."""
    return max(-SURE, min(SURE, NOT_READ if reading is None else reading.answers))


def _scored(one: Evidence, reading: Reading | None) -> Evidence:
    return replace(one, score=one.score + READ * log_odds(reading), reading=reading)
