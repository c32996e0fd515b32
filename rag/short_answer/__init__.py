"""The short answer: one line in the asker's language, said again from a span of a quoted sentence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.article import Language
from index.word_neighbours import WordNeighbours
from rag.confidence import Signals as Sureness
from rag.evidence import Evidence
from rag.question import Question
from rag.short_answer.candidates import Candidate, candidates
from rag.short_answer.contrasts import is_contrasted
from rag.short_answer.parts import Part
from rag.short_answer.ranking import Ranked, ranked
from rag.short_answer.spelling import Spelling
from rag.short_answer.weights import BAR


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """The line, and the span of the cited sentence that it says again."""

    part: Part
    evidence: Evidence


def short_answer(
    question: Question,
    cited: Sequence[Evidence],
    seen: Sureness,
    language: Language,
    neighbours: WordNeighbours | None,
    spelling: Spelling,
) -> ShortAnswer | None:
    """Return the line for a question of how many, when, who, where or which; None where none is likely enough.

    `cited` are the sentences that are quoted, best first; `seen` are the signals of rag/confidence.py.
    """
    if seen.missing:  # the article is about somebody or somewhere else
        return None
    best = best_candidate(question, cited, seen, language, neighbours)
    if best is None or best.probability < BAR:
        return None
    chosen = best.candidate
    part = chosen.part
    sentence, heading = chosen.evidence.sentence.text, chosen.evidence.stored.article.headline
    if is_contrasted(question.search_text, sentence, heading, part.start, part.end):
        return None
    if chosen.is_name:
        part = replace(part, said=spelling.said(part.said, chosen.evidence.stored.article.language, language))
    return ShortAnswer(part, chosen.evidence)


def best_candidate(
    question: Question,
    cited: Sequence[Evidence],
    seen: Sureness,
    language: Language,
    neighbours: WordNeighbours | None,
) -> Ranked | None:
    """Return the likeliest part of the cited sentences, None where nothing of the kind stands there."""
    found: list[Candidate] = candidates(question, cited, language, neighbours) if cited else []
    return ranked(question, cited, seen, found)[0] if found else None
