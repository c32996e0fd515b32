"""What a question's answer may rest on: its hits, their sentences and how sure these are, from one snapshot."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from index.article import Copy
from index.snapshot import Snapshot
from index.stories import also_in
from index.upkeep import period
from index.vectors import QuestionVectors
from index.word_neighbours import WordNeighbours
from rag.confidence import Signals, confidence, is_known, signals, with_apart
from rag.digest import leads, of_those_days
from rag.evidence import Evidence, freshest_first, select
from rag.perishable import may_have_changed, newest, put_first
from rag.question import Question
from rag.ranking.cross_encoder import Reranker
from rag.ranking.fusion import pairing
from rag.reading.again import read_again
from rag.reading.reader import Reader
from rag.retrieval import Hit, retrieve
from rag.settings import Settings
from rag.stopwatch import Stopwatch


@dataclass(frozen=True, slots=True)
class Selection:
    """What was found for a question.

    `nearest` are the hits whose sentences are the `evidence`, all best first; `sure` is the confidence 0…1 that they
    answer; `seen` the signals that this rests on, None where it was not asked for; `paired` the pairing of the question
    and the best sentence, None where there is none; `copies` the other articles of each story; `period` the archive's
    first and last day; `is_empty` tells that the archive holds nothing.
    """

    hits: Sequence[Hit]
    nearest: Sequence[Hit]
    evidence: Sequence[Evidence]
    sure: float
    seen: Signals | None
    paired: str | None
    copies: Mapping[str, tuple[Copy, ...]]
    period: tuple[str | None, str | None]
    is_empty: bool

    def traced(self, question: Question) -> dict[str, Any]:
        """Return what was found, for `khabar ask --trace`."""
        return {
            "understood": question.understood(),
            "confidence": self.sure,
            "signals": self.seen._asdict() if self.seen else None,
            "pairing": self.paired,
            "passages": [self._passage(hit) for hit in self.hits],
            "sentences": [_sentence(one) for one in self.evidence],
        }

    def _passage(self, hit: Hit) -> dict[str, Any]:
        article_id = hit.stored.article.id
        return {
            "passage_id": hit.stored.passage_id,
            "article_id": article_id,
            "score": hit.score,
            "channels": dict(hit.channels),
            "also_in": [copy.article_id for copy in self.copies[article_id]],
        }


def selection(
    question: Question,
    vectors: QuestionVectors,
    snapshot: Snapshot,
    settings: Settings,
    watch: Stopwatch,
    reranker: Reranker | None = None,
    reader: Reader | None = None,
    *,
    neighbours: WordNeighbours | None = None,
    is_traced: bool = False,
) -> Selection:
    """Return what a snapshot has for a question; a trace shows all hits, an answer needs no more than it may quote."""
    asked = question.asked
    hits: list[Hit] = []
    top = settings.candidates if is_traced or asked is not None else settings.passages
    if asked is not None and not asked.topic:
        hits = leads(question, snapshot, top)
    if not hits:
        hits = retrieve(question, vectors, snapshot, settings, top, reranker)
    watch.lap("retrieve")
    nearest = hits if asked is not None else hits[: settings.passages]
    evidence = of_those_days(question, select(question, vectors, nearest, snapshot))
    taking_over = newest(evidence) if may_have_changed(question.text) and question.window is None else None
    if reader is not None and asked is None:
        watch.lap("select")
        evidence = read_again(question, evidence, reader, settings.read)
        watch.lap("read")
    evidence = freshest_first(question, evidence)
    # A timeline's writer itself tells what is of the topic; where it finds nothing, news of one may still be quoted.
    judged = bool(evidence) and (asked is None or bool(asked.topic and asked.form != "timeline"))
    seen = signals(question, vectors, nearest, evidence, snapshot, neighbours) if judged else None
    paired = pairing(question, evidence[0].stored.article.language) if evidence else None
    sure = float(bool(evidence))
    if seen is not None and paired is not None:
        sure = confidence(paired, seen) if is_known(question, evidence) else 0.0
        evidence = put_first(evidence, taking_over)
        evidence = with_apart(question, vectors, nearest, evidence, snapshot, settings.quote_margin_elsewhere)
    connection = snapshot.catalog.connection
    shown = {one.stored.article.id for one in (*evidence, *(hits if is_traced else ()))}
    return Selection(
        hits,
        nearest,
        evidence,
        sure,
        seen,
        paired,
        copies={article_id: also_in(connection, article_id) for article_id in shown},
        period=period(connection),
        is_empty=not len(snapshot.table.ids),
    )


def _sentence(evidence: Evidence) -> dict[str, Any]:
    return {
        "article_id": evidence.stored.article.id,
        "start": evidence.sentence.start,
        "end": evidence.sentence.end,
        "text": evidence.sentence.text,
        "score": evidence.score,
        "read": evidence.reading.answers if evidence.reading else None,
        "features": asdict(evidence.features),
    }
