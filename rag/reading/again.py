"""The best evidence is read again, together with the question, and stands anew."""

from collections.abc import Sequence
from dataclasses import replace

from rag.evidence import Evidence
from rag.question import Question
from rag.reading.reader import Reader, Reading
from rag.reading.weights import READ
from rag.wording.otherwise import written_otherwise

# Beyond so much either way the reader is sure, and surer still means nothing.
SURE = 6.0
# The log-odds of a sentence that was not read.
NOT_READ = -3.0


def read_again(question: Question, evidence: Sequence[Evidence], reader: Reader, count: int) -> list[Evidence]:
    """Return the evidence, best first, scored anew by what the reader tells of the best `count` sentences.

    Those of an article are read together, under its headline and in its order. A sentence that is not among them is
    taken for one that is rather not the answer. A question in Roman Hindi, where it is to stay so, cannot be read.
    """
    articles: dict[str, list[Evidence]] = {}
    if question.language == "hi-Latn" and question.restored is None:
        return list(evidence)
    for one in evidence[:count]:
        articles.setdefault(one.stored.article.id, []).append(one)
    told: dict[tuple[str, int], Reading] = {}
    for mine in articles.values():
        mine.sort(key=lambda one: one.sentence.start)
        headline, sentences = mine[0].stored.article.headline, [one.sentence.text for one in mine]
        read = reader.read(_asked(question, " | ".join(sentences)), headline, sentences)
        told |= {one.key: reading for one, reading in zip(mine, read, strict=True)}
    again = [_scored(one, told.get(one.key)) for one in evidence]
    return sorted(again, key=lambda one: (-one.score, one.key))


def _asked(question: Question, text: str) -> str:
    """Return what is searched for as the reader reads it: what a follow-up carries stands behind what it asks.

    Abbreviations, which it does not know, are also written as the text to be read with the question writes them.
    """
    carried = question.search_text[: question.own_start].removesuffix(": ")
    asked = f"{question.search_text[question.own_start :]} {carried}".rstrip()
    others = written_otherwise(question.otherwise, text)
    return f"{asked} ({', '.join(others)})" if others else asked


def log_odds(reading: Reading | None) -> float:
    """Return the log-odds that a sentence answers, within `SURE`."""
    return NOT_READ if reading is None else max(-SURE, min(SURE, reading.answers))


def nowhere(reading: Reading | None) -> float:
    """Return how likely the answer is in no words that were read with a sentence, 0…1; 1 where it was not read."""
    return 1.0 if reading is None else reading.nowhere


def _scored(one: Evidence, reading: Reading | None) -> Evidence:
    return replace(one, score=one.score + READ * log_odds(reading), reading=reading)
