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
from eval.listwise import Array, listwise
from eval.measures.answers import sentence_answers
from eval.questions import EvalQuestion, load
from eval.searched import Searched, reranked, search
from rag.desk import NewsDesk
from rag.evidence import Evidence, select
from rag.ranking.fusion import fuse
from rag.reading.again import log_odds, read_again
from rag.reading.weights import READ
from rag.retrieval import retrieve
from rag.understanding.preference import prefer
from rag.weights import FUSION, Features, Fusion, Ranking

STEPS = np.arange(0, 1.01, 0.1)
RIDGE = 0.003
RANKING_RIDGE = 0.1  # on features of like spread
RERANKED = 40


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """A question with all that retrieval and selection made of it."""

    found: Searched
    evidence: list[Evidence]


def main() -> None:
    """Print the fitted values in the form of rag/weights.py."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, help="the sample archive, built with khabar ingest")
    desk = NewsDesk.open(parser.parse_args().archive)
    asked = [ask(desk, question) for question in load(seeds.QUESTIONS, "dev")]
    found = [one.found for one in asked if one.found.relevant]
    for name in FUSION:
        mine = [one for one in found if _pairing_of(one) == name]
        shares, value = tune_fusion(mine)
        sys.stdout.write(f"{name}: {shares}  mean reciprocal rank {value:.3f} over {len(mine)}\n")
    dated = [one for one in found if one.question.window is None or not one.question.window.latest]
    _print("ranking", Ranking, tune_ranking(dated))
    sys.stdout.write(
        f"ranking, tenfold cross-validation: relevant first for {crossvalidate(dated):.3f} of {len(dated)}\n"
    )
    _print("evidence", Features, tune_evidence([one for one in asked if one.found.relevant]))
    sys.stdout.write(f"read: {tune_read([one for one in asked if one.found.relevant]):.2f}\n")


def _print(title: str, kind: type[Ranking] | type[Features], numbers: Array) -> None:
    names = [field.name for field in fields(kind)]
    sys.stdout.write(f"{title}: {dict(zip(names, numbers.round(3).tolist(), strict=True))}\n")


def ask(desk: NewsDesk, eval_question: EvalQuestion) -> Asked:
    """Retrieve and select for one question, keeping everything."""
    found = search(desk, eval_question)
    with desk.archive.snapshot() as snapshot:
        hits = retrieve(found.question, found.vectors, snapshot, desk.settings, desk.settings.passages)
        evidence = select(found.question, found.vectors, hits, snapshot)
    reader = desk.reader(desk.archive.embedder())
    if reader is not None:
        evidence = read_again(found.question, evidence, reader, desk.settings.read)
    return Asked(found, evidence)


def tune_fusion(asked: Sequence[Searched]) -> tuple[Fusion, float]:
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


def _better(best: tuple[Fusion, float], shares: Fusion, asked: Sequence[Searched]) -> tuple[Fusion, float]:
    value = float(np.mean([_reciprocal_rank(one, shares) for one in asked])) if asked else 0.0
    return (shares, value) if value > best[1] + 1e-9 else best


def tune_ranking(found: Sequence[Searched]) -> Array:
    """Return the shares (5,) with which a relevant passage stands first among those weighed, negative ones as 0."""
    lists = [_values(one) for one in found if one.standings]
    spread = np.concatenate([values for values, _ in lists]).std(axis=0) + 1e-6
    weights = listwise([(values / spread, wanted) for values, wanted in lists], RANKING_RIDGE) / spread
    return np.asarray(np.clip(weights, 0.0, None) / np.clip(weights, 0.0, None).sum())


def crossvalidate(found: Sequence[Searched], folds: int = 10) -> float:
    """Return the share of questions with a relevant passage first, by shares fitted to the other folds' questions."""
    order = np.random.default_rng(0).permutation(len(found))
    first = 0
    for fold in range(folds):
        held = {int(place) for place in order[fold::folds]}
        weights = tune_ranking([one for place, one in enumerate(found) if place not in held])
        for place in held:
            one = found[place]
            scores = {i: float(value.vector() @ weights) for i, value in one.standings.items()}
            first += one.first_relevant(prefer(scores, one.days, one.question)) == 1
    return first / len(found)


def _values(one: Searched) -> tuple[Array, NDArray[np.bool_]]:
    ids, relevant = list(one.standings), one.relevant
    return np.array([one.standings[i].vector() for i in ids]), np.array([i in relevant for i in ids])


def tune_evidence(asked: Sequence[Asked]) -> Array:
    """Return feature weights with which the answering sentences stand before the others."""
    lists = []
    for one in asked:
        wanted = [sentence_answers(one.found.asked, e.stored.article.id, e.sentence.text) for e in one.evidence]
        lists.append((np.array([e.features.vector() for e in one.evidence]), np.array(wanted, dtype=np.bool_)))
    return listwise(lists, RIDGE)


def tune_read(asked: Sequence[Asked]) -> float:
    """Return what the reader's log-odds are worth beside the score that a sentence has without them."""
    lists = []
    for one in asked:
        read = [e for e in one.evidence if e.reading is not None]
        wanted = [sentence_answers(one.found.asked, e.stored.article.id, e.sentence.text) for e in read]
        if not any(wanted):
            continue
        told = [log_odds(e.reading) for e in read]
        apart = [e.score - READ * its for e, its in zip(read, told, strict=True)]
        lists.append((np.array([apart, told]).T, np.array(wanted, dtype=np.bool_)))
    spread = np.concatenate([values for values, _ in lists]).std(axis=0) + 1e-6
    score, read = listwise([(values / spread, wanted) for values, wanted in lists], RIDGE) / spread
    return float(read / score)


def _pairing_of(one: Searched) -> str:
    return one.pairings[min(one.relevant)]


def _reciprocal_rank(one: Searched, shares: Fusion) -> float:
    fusion = {**FUSION, _pairing_of(one): shares}
    return one.first_relevant(reranked(one, fuse(one.channels, one.pairings, fusion), RERANKED, fusion))


if __name__ == "__main__":
    main()
