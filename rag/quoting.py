"""What an answer has without a model: the sentences to quote, a short answer from them, figures that differ."""

from collections.abc import Sequence
from dataclasses import dataclass

from index.article import Language
from index.embedding import Embedder
from index.snapshot import Snapshot
from rag.disagreement import Disagreement, disagreement, side_by_side
from rag.evidence import Evidence
from rag.question import Question
from rag.selection import Selection
from rag.settings import Settings
from rag.short_answer import ShortAnswer, short_answer
from rag.short_answer.spelling import Spelling
from rag.writers import Draft
from rag.writers.quote import QuoteWriter


@dataclass(frozen=True, slots=True)
class Quotable:
    """The `quotes`, the evidence in the order that an answer may use it in, and what stands above them."""

    evidence: Sequence[Evidence]
    quotes: Sequence[Draft] = ()
    short: ShortAnswer | None = None
    differing: Disagreement | None = None


def quotable(
    question: Question,
    language: Language,
    found: Selection,
    snapshot: Snapshot,
    embedder: Embedder,
    settings: Settings,
) -> Quotable:
    """Return what can be quoted, sentences of reports that disagree side by side; no quotes where Khabar abstains."""
    if found.seen is None or found.sure < settings.abstain_below:
        return Quotable(found.evidence)
    neighbours = embedder.neighbours
    differing = disagreement(question, found.evidence, found.seen, language, neighbours)
    evidence = side_by_side(found.evidence, differing)
    quotes = list(QuoteWriter(settings).write(question, evidence))
    quoted = [one for draft in quotes for one in draft.evidence]
    spelling = Spelling(snapshot, neighbours, embedder.vocabulary, question.filters)
    short = short_answer(question, quoted, found.seen, language, neighbours, spelling)
    return Quotable(evidence, quotes, short, differing)
