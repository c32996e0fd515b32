"""The short answer: one line in the asker's language, of parts that each come from a span of the best quote."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Language
from index.filters import Filters
from index.snapshot import Snapshot
from index.terms import keys_of
from rag.evidence import Evidence
from rag.question import Question
from rag.short_answer.dates import date_of
from rag.short_answer.names import Speller, name_of
from rag.short_answer.numbers import number_of
from rag.short_answer.parts import Part


# As many passages of each language are read for the spelling of names.
READ = 10


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


def speller_for(question: Question, evidence: Sequence[Evidence], snapshot: Snapshot) -> Speller:
    """Return the archive's spellings of what the best sentence names, where a person is asked for."""
    texts: dict[Language, list[str]] = {"en": [], "hi": []}
    if question.wanted.kind == "person" and evidence:
        keys = tuple(dict.fromkeys(keys_of(evidence[0].sentence.text)))
        for language, held in texts.items():
            filters = snapshot.table.as_named(Filters(language=language, as_of=question.filters.as_of))
            hits = snapshot.lexical.search_keys(keys, filters, READ)
            stored = snapshot.passages([passage_id for passage_id, _ in hits])
            held += [one.passage.text for one in stored.values()]
    return Speller(texts["en"], texts["hi"])
