"""Fits the confidence below which Khabar abstains, and shows what it is worth: `python -m eval.abstention ARCHIVE`.

The questions are the development half of the sample questions and eval/near_misses.jsonl, questions that no article
answers about what the development articles tell. What is shown of a question comes from weights fitted without the
questions about the same event.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

import seeds
from eval.asking import trace_of
from eval.intervals import estimate
from eval.measures.answers import sentence_answers
from eval.questions import load
from rag.confidence import Signals
from rag.desk import NewsDesk
from rag.weights import Confidence

Array = NDArray[np.float64]
NEAR_MISSES = Path(__file__).parent / "near_misses.jsonl"
PAIRINGS = ("same", "cross", "roman", "roman cross")
SLOPES = ("score", "unmet", "missing", "read", "nowhere")
# What a refused question that could be answered weighs beside one answered that could not. More across languages,
# where in other archives the signals of answerable questions fall lower (docs/abstention.md).
REFUSAL = {"same": 3.0, "cross": 6.0, "roman": 3.0, "roman cross": 3.0}
FOLDS, ROUNDS = 8, 30
# On the slopes of standardised signals, and on what tells the biases of the pairings apart: some have few questions.
RIDGE = 1.0


@dataclass(frozen=True, slots=True)
class Judged:
    """A question with what was seen of it; `right`: one of its three best sentences answers it."""

    event: str
    language: str
    pairing: str
    signals: Signals
    answerable: bool
    right: bool


def main() -> None:
    """Print the weights in the form of rag/weights.py and their errors; draw the curves where a picture is named."""
    parser = argparse.ArgumentParser(prog="python -m eval.abstention", description=__doc__)
    parser.add_argument("archive", type=Path, help="the sample archive, built with khabar ingest")
    parser.add_argument("--picture", type=Path, help="file to write the curves to, .png or .svg")
    given = parser.parse_args()
    desk = NewsDesk.open(given.archive)
    judged = alike([*judge(desk, seeds.QUESTIONS), *judge(desk, NEAR_MISSES)])
    sure = cross_validated(judged)
    name = "CONFIDENCE" if judged[0].signals.read is None else "CONFIDENCE_READ"
    sys.stdout.write(f"{name} = {fit(judged)}\n")
    sys.stdout.write("\n".join(errors(judged, sure)) + "\n")
    if given.picture:
        from eval.report.abstention import draw

        draw(judged, sure, given.picture)


def judge(desk: NewsDesk, path: Path) -> Iterator[Judged]:
    """Ask the development questions of a file; those of developments in order have no confidence and are left out."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    events = {row["id"]: row.get("event") or row["id"] for row in rows}
    for question in load(path, "dev"):
        _, trace = trace_of(desk, question)
        if trace["signals"] is None:
            continue
        best = [(one["article_id"], one["text"]) for one in trace["sentences"][:3]]
        yield Judged(
            event=events[question.id],
            language=question.language,
            pairing=trace["pairing"],
            signals=Signals(**trace["signals"]),
            answerable=not question.unanswerable,
            right=any(sentence_answers(question, *one) for one in best),
        )


def alike(judged: Sequence[Judged]) -> list[Judged]:
    """Return those whose sentences were read, where any were: news of a topic, never read, has the other weights."""
    read = [one for one in judged if one.signals.read is not None]
    return read or list(judged)


def fit(judged: Sequence[Judged]) -> Confidence:
    """Return the logistic regression whose half is the bar: where both kinds of error together cost the least.

    In each pairing the answerable questions weigh `REFUSAL` times as much as the others, however many they are. A
    pairing's bias is drawn towards that of all, the more the fewer its questions are.
    """
    values = np.array([_values(one) for one in judged])
    middle, spread = values.mean(0), values.std(0) + 1e-9
    offsets = np.array([[one.pairing == name for name in PAIRINGS] for one in judged], float)
    design = np.hstack([(values - middle) / spread, offsets, np.ones((len(judged), 1))])
    answerable = np.array([one.answerable for one in judged], float)
    weights = np.zeros(design.shape[1])
    ridge = np.array([RIDGE] * (design.shape[1] - 1) + [0.0])
    shares = _shares(judged)
    for _ in range(ROUNDS):  # Newton's method
        chance = 1 / (1 + np.exp(-design @ weights))
        gradient = design.T @ (shares * (chance - answerable)) + ridge * weights
        curvature = (design.T * (shares * chance * (1 - chance))) @ design + np.diag(ridge + 1e-9)
        weights -= np.linalg.solve(curvature, gradient)
    slopes = weights[: len(SLOPES)] / spread
    bias = weights[-1] + weights[len(SLOPES) : -1] - float(middle @ slopes)
    rounded = {name: round(float(value), 2) for name, value in zip(PAIRINGS, bias, strict=True)}
    return Confidence(rounded, *(round(float(slope), 2) for slope in slopes))


def _shares(judged: Sequence[Judged]) -> Array:
    """Return each question's weight: a pairing's two kinds weigh `REFUSAL` to 1, and as much as its questions are."""
    shares = np.zeros(len(judged))
    for name in PAIRINGS:
        kinds = [np.array([one.pairing == name and one.answerable is kind for one in judged]) for kind in (True, False)]
        total = sum(kind.sum() for kind in kinds)
        for kind, part in zip(kinds, (REFUSAL[name], 1.0), strict=True):
            shares[kind] = total * part / (1 + REFUSAL[name]) / max(kind.sum(), 1)
    return shares


def _values(one: Judged) -> list[float]:
    """Return the signals that have slopes; what the reader tells is nothing where nothing was read."""
    return [getattr(one.signals, name) or 0.0 for name in SLOPES]


def strength(weights: Confidence, one: Judged) -> float:
    """Return the log-odds of the confidence."""
    told = sum(getattr(weights, name) * value for name, value in zip(SLOPES, _values(one), strict=True))
    return float(weights.bias[one.pairing] + told)


def cross_validated(judged: Sequence[Judged], seed: int = 0) -> Array:
    """Return the log-odds (n,) of each question's confidence, by weights fitted without those about its event."""
    events = sorted({one.event for one in judged})
    order = np.random.default_rng(seed).permutation(events).tolist()
    fold = {event: place % FOLDS for place, event in enumerate(order)}
    sure = np.zeros(len(judged))
    for number in range(FOLDS):
        weights = fit([one for one in judged if fold[one.event] != number])
        for place, one in enumerate(judged):
            if fold[one.event] == number:
                sure[place] = strength(weights, one)
    return sure


def errors(judged: Sequence[Judged], sure: Array) -> Iterator[str]:
    """Yield a line for each pairing and language: what is answered and refused wrongly, in per cent of its kind."""
    groups: Mapping[str, Array] = {
        **{name: np.array([one.pairing == name for one in judged]) for name in PAIRINGS},
        **{name: np.array([one.language == name for one in judged]) for name in ("hi", "en", "hi-Latn")},
        "all": np.ones(len(judged), bool),
    }
    answerable = np.array([one.answerable for one in judged])
    for name, group in groups.items():
        answered = _told((sure >= 0)[group & ~answerable])
        refused = _told((sure < 0)[group & answerable])
        ranked = area(sure[group & answerable], sure[group & ~answerable])
        yield f"{name:12} wrongly answered {answered}  wrongly refused {refused}  area under ROC {ranked:.3f}"


def _told(wrong: Array) -> str:
    found = estimate([float(one) for one in wrong])
    return f"{100 * found.mean:.1f} [{100 * found.low:.1f}, {100 * found.high:.1f}] of {found.n}"


def area(answerable: Array, others: Array) -> float:
    """Return how often an answerable question is surer than another one, which is the area under the ROC curve."""
    over = answerable[:, None] - others[None]
    return float((over > 0).mean() + (over == 0).mean() / 2) if over.size else float("nan")


if __name__ == "__main__":
    main()
