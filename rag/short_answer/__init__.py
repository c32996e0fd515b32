"""The short answer: one line in the asker's language, of parts that each come from a span of the best quote."""

from dataclasses import dataclass

from index.article import Language
from rag.evidence import Evidence
from rag.question import Question
from rag.short_answer.dates import date_of
from rag.short_answer.names import Speller, name_of
from rag.short_answer.numbers import number_of
from rag.short_answer.parts import Part


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The line, and the span of the cited sentence that it says again."""

    text: str
    part: Part
    evidence: Evidence


def short_answer(question: Question, first: Evidence, language: Language, speller: Speller) -> ShortAnswer | None:
    """Return the line for a question whose best sentence is given; None where nothing can be checked.

    Questions of why, how and what get none.
    """
    text, source = first.sentence.text, first.stored.article.language
    part: Part | None = None
    if question.wanted.kind == "number":
        part = number_of(question, text, source, language)
    elif question.wanted.kind == "date":
        part = date_of(question.search_text, text, source, language)
    elif question.wanted.kind == "person":
        part = name_of(question.search_text, text, source, language, speller)
    return ShortAnswer(part.said, part, first) if part else None
