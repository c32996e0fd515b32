"""How well each channel ranks alone, all fused, with late interaction: `python -m eval.ablation ARCHIVE QUESTIONS`."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import ir_measures
from ir_measures import R, nDCG

from eval.questions import load
from eval.searched import Searched, reranked, search
from rag.desk import NewsDesk
from rag.ranking.fusion import best_first, fuse
from rag.ranking.weighing import put_before, weigh
from rag.understanding.preference import prefer

MEASURES = {"nDCG@10": nDCG @ 10, "R@40": R @ 40}


def main() -> None:
    """Print a line for each way of ranking."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("questions", type=Path, help="a question file, JSON lines")
    given = parser.parse_args()
    desk = NewsDesk.open(given.archive)
    found = [search(desk, question) for question in load(given.questions) if question.relevant]
    for name, values in ablate(found, desk.settings.reranked).items():
        told = "  ".join(f"{measure} {100 * value:.1f}" for measure, value in values.items())
        sys.stdout.write(f"{name:20} {told}\n")


def ablate(found: Sequence[Searched], count: int) -> dict[str, dict[str, float]]:
    """Return {way of ranking: {measure: mean over questions, 0…1}}.

    The ways: single channels, all but one, all, with late interaction over the best `count`, and the best of these
    weighed by what they hold. A question that a channel finds nothing for counts as 0 of it.
    """
    names = sorted({channel for one in found for channel in one.channels})
    ways = {name: {one.asked.id: one.channels.get(name, {}) for one in found} for name in names}
    ways["fused"] = {one.asked.id: _fused(one, names) for one in found}
    for name in names:
        ways[f"fused but {name}"] = {one.asked.id: _fused(one, [n for n in names if n != name]) for one in found}
    ways["with late"] = {one.asked.id: reranked(one, ways["fused"][one.asked.id], count) for one in found}
    ways["weighed"] = {one.asked.id: _weighed(one, ways["with late"][one.asked.id]) for one in found}
    return {way: _measured(found, scores) for way, scores in ways.items()}


def _fused(one: Searched, names: Sequence[str]) -> dict[int, float]:
    return fuse({name: scores for name, scores in one.channels.items() if name in names}, one.pairings)


def _weighed(one: Searched, scores: Mapping[int, float]) -> dict[int, float]:
    weighed = {passage_id: share.score for passage_id, share in weigh(one.standings).items()}
    return put_before(prefer(weighed, one.days, one.question), scores)


def _measured(found: Sequence[Searched], scores: Mapping[str, Mapping[int, float]]) -> dict[str, float]:
    """Return the means of the measures over articles, each ranked by its best passage."""
    qrels = [ir_measures.Qrel(one.asked.id, name, 1) for one in found for name in one.asked.relevant]
    run = []
    for one in found:
        ranked = best_first(scores[one.asked.id])
        order = dict.fromkeys(one.articles[i] for i in ranked if i in one.articles)
        run += [ir_measures.ScoredDoc(one.asked.id, name, -float(rank)) for rank, name in enumerate(order)]
    values = ir_measures.calc_aggregate(list(MEASURES.values()), qrels, run) if run else {}
    return {name: float(values.get(measure, 0.0)) for name, measure in MEASURES.items()}


if __name__ == "__main__":
    main()
