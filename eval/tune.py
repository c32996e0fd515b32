"""Fits the numbers of rag/weights.py to the development questions and prints them: `python -m eval.tune ARCHIVE`."""

import argparse
import itertools
import sys
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import seeds
from eval.measures.answers import sentence_answers
from eval.questions import EvalQuestion, load
from rag.desk import NewsDesk
from rag.evidence import Evidence, select
from rag.question import Question, understand
from rag.retrieval import best_first, fuse, late_interaction, pairing, rerank, retrieve, search_channels
from rag.weights import FUSION, Features, Fusion

Array = NDArray[np.float64]
STEPS = np.arange(0, 1.01, 0.1)
RIDGE = 0.003
RERANKED = 40


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with all that retrieval and selection made of it."""

    eval_question: EvalQuestion
    question: Question
    found: dict[str, dict[int, float]]
    late: dict[int, float]
    pairings: dict[int, str]
    relevant: set[int]
    evidence: list[Evidence]


def main() -> None:
    """Print the fitted values in the form of rag/weights.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="the sample archive, built with khabar ingest")
    desk = NewsDesk.open(parser.parse_args().archive)
    asked = [ask(desk, question) for question in load(seeds.QUESTIONS, "dev")]
    for name in FUSION:
        mine = [one for one in asked if one.relevant and _pairing_of(one) == name]
        shares, value = tune_fusion(mine)
        sys.stdout.write(f"{name}: {shares}  mean reciprocal rank {value:.3f} over {len(mine)}\n")
    weights = tune_evidence([one for one in asked if one.relevant])
    names = [field.name for field in fields(Features)]
    sys.stdout.write(f"evidence: {dict(zip(names, weights.round(3).tolist(), strict=True))}\n")


def ask(desk: NewsDesk, eval_question: EvalQuestion) -> Asked:
    """Retrieve and select for one question, keeping everything."""
    question = understand(eval_question.question, history=eval_question.history, as_of=eval_question.as_of)
    question = desk.as_written(question)
    vectors = desk.archive.embedder().encode_question(question.search_text, question.content_spans)
    with desk.archive.snapshot() as snapshot:
        found = search_channels(question, vectors.whole, snapshot, desk.settings.candidates)
        hits = retrieve(question, vectors, snapshot, desk.settings, desk.settings.passages)
        evidence = select(question, vectors, hits[: desk.settings.passages], snapshot)
        ids = {passage_id for scores in found.values() for passage_id in scores}
        late = late_interaction(vectors, sorted(ids), snapshot)
        pairings = {i: pairing(question, language) for i, language in snapshot.table.languages_of(ids).items()}
        articles = {i: stored.article.id for i, stored in snapshot.passages(sorted(ids)).items()}
    relevant = {i for i, article_id in articles.items() if article_id in eval_question.relevant}
    return Asked(eval_question, question, found, late, pairings, relevant, evidence)


def tune_fusion(asked: Sequence[Asked]) -> tuple[Fusion, float]:
    """Return the shares with the best mean reciprocal rank of a relevant passage, by a grid of tenths.

    First those of the channels, then that of late interaction on top of them.
    """
    best = (Fusion(1.0, 0.0, 0.0, 0.0, 0.0), -1.0)
    for dense, lexical, names in itertools.product(STEPS, STEPS, STEPS):
        translated = 1 - dense - lexical - names
        if translated > -1e-9:
            best = _better(best, Fusion(*(round(float(x), 1) for x in (dense, lexical, names, translated, 0.0))), asked)
    for late in STEPS:
        best = _better(best, replace(best[0], late=round(float(late), 1)), asked)
    return best


def _better(best: tuple[Fusion, float], shares: Fusion, asked: Sequence[Asked]) -> tuple[Fusion, float]:
    value = float(np.mean([_reciprocal_rank(one, shares) for one in asked])) if asked else 0.0
    return (shares, value) if value > best[1] + 1e-9 else best


def tune_evidence(asked: Sequence[Asked], rounds: int = 1500, rate: float = 0.5) -> Array:
    """Return feature weights by listwise softmax regression: the answering sentences against the others (Cao, 2007)."""
    lists = []
    for one in asked:
        gold = np.array(
            [sentence_answers(one.eval_question, e.stored.article.id, e.sentence.text) for e in one.evidence]
        )
        if gold.any():
            lists.append((np.array([e.features.vector() for e in one.evidence]), gold))
    weights = np.full(len(fields(Features)), 1.0)
    for _ in range(rounds):
        gradient = RIDGE * weights
        for features, gold in lists:
            chance = _softmax(features @ weights)
            wanted = chance * gold / max(float(chance @ gold), 1e-12)
            gradient -= features.T @ (wanted - chance) / len(lists)
        weights -= rate * gradient
    return weights


def _pairing_of(one: Asked) -> str:
    return one.pairings[min(one.relevant)]


def _reciprocal_rank(one: Asked, shares: Fusion) -> float:
    fusion = {**FUSION, _pairing_of(one): shares}
    fused = fuse(one.found, one.pairings, fusion)
    first = best_first(fused)[:RERANKED]
    late = {passage_id: one.late[passage_id] for passage_id in first if passage_id in one.late}
    ranked = best_first(rerank(fused, late, one.pairings, fusion))
    return next((1 / rank for rank, passage_id in enumerate(ranked, start=1) if passage_id in one.relevant), 0.0)


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())


if __name__ == "__main__":
    main()
