"""A question with all that retrieval's stages made of it, each kept, for fitting and for ablation."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.questions import EvalQuestion
from index.snapshot import Snapshot
from index.vectors import QuestionVectors
from rag.desk import NewsDesk
from rag.question import Question, understand
from rag.ranking.fusion import best_first, fuse, pairing, rerank
from rag.ranking.weighing import standings
from rag.retrieval import late_interaction, search_all_days
from rag.understanding.preference import prefer
from rag.weights import FUSION, Fusion, Ranking
from rag.wording.respelling import vectors_of


@dataclass(frozen=True, slots=True, eq=False)
class Searched:
    """What was found for a question, as {passage id: …}: the channels' scores, MaxSim of all of it, and whose it is.

    `standings` are the values of those passages that are weighed by what they hold.
    """

    asked: EvalQuestion
    question: Question
    vectors: QuestionVectors
    channels: Mapping[str, Mapping[int, float]]
    late: Mapping[int, float]
    pairings: Mapping[int, str]
    days: Mapping[int, int]
    articles: Mapping[int, str]
    standings: Mapping[int, Ranking]

    @property
    def relevant(self) -> set[int]:
        """The passages of articles that answer."""
        return {passage_id for passage_id, article in self.articles.items() if article in self.asked.relevant}

    def first_relevant(self, scores: Mapping[int, float]) -> float:
        """Return 1 over the place, among passages, of the first whose article answers; 0 where none is there."""
        relevant = self.relevant
        return next((1 / rank for rank, one in enumerate(best_first(scores), start=1) if one in relevant), 0.0)


def search(desk: NewsDesk, asked: EvalQuestion) -> Searched:
    """Search every channel for one question."""
    question = desk.as_written(understand(asked.question, history=asked.history, as_of=asked.as_of))
    vectors = vectors_of(question, desk.archive.embedder())
    with desk.archive.snapshot() as snapshot:
        channels = search_all_days(question, vectors, snapshot, desk.settings)
        ids = sorted({passage_id for scores in channels.values() for passage_id in scores})
        pairings = {i: pairing(question, language) for i, language in snapshot.table.languages_of(ids).items()}
        late = late_interaction(vectors, ids, snapshot)
        articles = {i: stored.article.id for i, stored in snapshot.passages(ids).items()}
        days = snapshot.table.days_of(ids)
        found = Searched(asked, question, vectors, channels, late, pairings, days, articles, {})
        values = _standings(found, snapshot, desk)
    return Searched(asked, question, vectors, channels, late, pairings, days, articles, values)


def reranked(
    found: Searched, fused: Mapping[int, float], count: int, fusion: Mapping[str, Fusion] = FUSION
) -> dict[int, float]:
    """Return the scores after late interaction over the best `count`, the days that the question names preferred."""
    first = best_first(prefer(fused, found.days, found.question))[:count]
    late = {passage_id: found.late[passage_id] for passage_id in first if passage_id in found.late}
    return prefer(rerank(fused, late, found.pairings, fusion), found.days, found.question)


def _standings(found: Searched, snapshot: Snapshot, desk: NewsDesk) -> dict[int, Ranking]:
    fused = fuse(found.channels, found.pairings)
    first = best_first(reranked(found, fused, desk.settings.reranked))[: desk.settings.weighed]
    return standings(found.question, found.vectors, snapshot, snapshot.passages(first), fused, found.late)
