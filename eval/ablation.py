"""How well each channel ranks alone, all fused, with late interaction: `python -m eval.ablation ARCHIVE QUESTIONS`."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import ir_measures
from ir_measures import R, nDCG

from eval.questions import EvalQuestion, load
from rag.desk import NewsDesk
from rag.question import understand
from rag.retrieval import best_first, fuse, late_interaction, pairing, rerank, search_channels

MEASURES = {"nDCG@10": nDCG @ 10, "R@40": R @ 40}


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """What the channels find for a question, late interaction's scores of it, and whose passages they are."""

    question: EvalQuestion
    channels: Mapping[str, Mapping[int, float]]
    late: Mapping[int, float]
    pairings: Mapping[int, str]
    articles: Mapping[int, str]


def main() -> None:
    """Print a line for each way of ranking."""
    parser = argparse.ArgumentParser(prog="python -m eval.ablation", description=__doc__)
    parser.add_argument("archive", type=Path)
    parser.add_argument("questions", type=Path, help="a question file, JSON lines")
    given = parser.parse_args()
    desk = NewsDesk.open(given.archive)
    found = [find(desk, question) for question in load(given.questions) if question.relevant]
    for name, values in ablate(found, desk.settings.reranked).items():
        told = "  ".join(f"{measure} {100 * value:.1f}" for measure, value in values.items())
        sys.stdout.write(f"{name:20} {told}\n")


def find(desk: NewsDesk, asked: EvalQuestion) -> Found:
    """Search every channel for one question."""
    question = desk.as_written(understand(asked.question, history=asked.history, as_of=asked.as_of))
    vectors = desk.archive.embedder().encode_question(question.search_text, question.content_spans)
    with desk.archive.snapshot() as snapshot:
        channels = search_channels(question, vectors.whole, snapshot, desk.settings.candidates)
        ids = sorted({passage_id for scores in channels.values() for passage_id in scores})
        late = late_interaction(vectors, ids, snapshot)
        pairings = {i: pairing(question, language) for i, language in snapshot.table.languages_of(set(ids)).items()}
        articles = {i: stored.article.id for i, stored in snapshot.passages(ids).items()}
    return Found(asked, channels, late, pairings, articles)


def ablate(found: Sequence[Found], reranked: int) -> dict[str, dict[str, float]]:
    """Return {way of ranking: {measure: mean over questions, 0…1}}: single channels, all but one, all, and reranked.

    A question that a channel finds nothing for counts as 0 of it.
    """
    names = sorted({channel for one in found for channel in one.channels})
    ways = {name: {one.question.id: one.channels.get(name, {}) for one in found} for name in names}
    ways["fused"] = {one.question.id: _fused(one, names) for one in found}
    for name in names:
        ways[f"fused but {name}"] = {one.question.id: _fused(one, [n for n in names if n != name]) for one in found}
    ways["with late"] = {one.question.id: _reranked(one, ways["fused"][one.question.id], reranked) for one in found}
    return {way: _measured(found, scores) for way, scores in ways.items()}


def _fused(one: Found, names: Sequence[str]) -> dict[int, float]:
    return fuse({name: scores for name, scores in one.channels.items() if name in names}, one.pairings)


def _reranked(one: Found, fused: Mapping[int, float], count: int) -> dict[int, float]:
    first = best_first(fused)[:count]
    return rerank(fused, {i: one.late[i] for i in first if i in one.late}, one.pairings)


def _measured(found: Sequence[Found], scores: Mapping[str, Mapping[int, float]]) -> dict[str, float]:
    """Return the means of the measures over articles, each ranked by its best passage."""
    qrels = [ir_measures.Qrel(one.question.id, name, 1) for one in found for name in one.question.relevant]
    run = []
    for one in found:
        ranked = best_first(scores[one.question.id])
        order = dict.fromkeys(one.articles[i] for i in ranked if i in one.articles)
        run += [ir_measures.ScoredDoc(one.question.id, name, -float(rank)) for rank, name in enumerate(order)]
    values = ir_measures.calc_aggregate(list(MEASURES.values()), qrels, run) if run else {}
    return {name: float(values.get(measure, 0.0)) for name, measure in MEASURES.items()}


if __name__ == "__main__":
    main()
