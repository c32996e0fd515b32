"""The short answer: one line in the asker's language, said again from a span of the best quoted sentence."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Language
from rag.evidence import Evidence
from rag.question import Question
from rag.short_answer.dates import date_of
from rag.short_answer.numbers import number_of
from rag.short_answer.parts import Part
from rag.short_answer.times import is_of_another_time

# Set by hand on the development questions, so that few lines are wrong: how far the best sentence is ahead of the next,
# how well it meets the words of the question, and how much of them its article has.
AHEAD, MET, COVERED = 0.6, 0.5, 0.5


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The line, and the span of the cited sentence that it says again."""

    part: Part
    evidence: Evidence


def short_answer(
    question: Question, evidence: Sequence[Evidence], coverage: float, language: Language
) -> ShortAnswer | None:
    """Return the line for a question of how many or when; None for other questions and where it is not clear.

    `evidence` is best first; `coverage` is the share of the question's words that the best one's article has.
    """
    if not evidence or coverage < COVERED:
        return None
    first = evidence[0]
    ahead = len(evidence) == 1 or first.score - evidence[1].score >= AHEAD
    if not ahead or first.features.tokens < MET or is_of_another_time(question.search_text, first.sentence.text):
        return None
    part: Part | None = None
    if question.wanted.kind == "number":
        part = number_of(question, first.sentence.text, first.stored.article.language, language)
    elif question.wanted.kind == "date":
        part = date_of(question.search_text, first.sentence.text, language)
    return ShortAnswer(part, first) if part else None
