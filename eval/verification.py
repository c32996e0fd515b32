"""Measures verification on made pairs, and fits its weights: `python -m eval.verification [--split test] [--fit]`."""

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from eval.corruption.pairs import KINDS, Pair, pairs
from eval.intervals import estimate
from index.embedding import Embedder, open_embedder
from rag.support_checks import Finding
from rag.support_weights import Signals, Weights
from rag.verification import Cited, Verifier

Array = NDArray[np.float64]

PAIRINGS = ("hi", "en", "across")
# The share of true development pairs that may be flagged, and flagged outright: under the 5 % of the target.
FALSE_ALARMS, OUTRIGHT = 0.035, 0.01
RIDGE, STEPS, RATE = 1e-3, 20_000, 0.3


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair with what the verifier read from it."""

    pair: Pair
    signals: Signals
    findings: tuple[Finding, ...]


def main() -> None:
    """Print the table of a half, or the weights that fit the development half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--split", choices=("dev", "test"), default="test")
    parser.add_argument("--fit", action="store_true", help="print the weights for rag/support_weights.py")
    arguments = parser.parse_args()
    listed = pairs("dev" if arguments.fit else arguments.split)
    verifier = Verifier(
        cast(Embedder, Remembering(open_embedder(), [t for pair in listed for t in (pair.claim, pair.evidence)]))
    )
    if arguments.fit:
        sys.stdout.write(f"WEIGHTS = {fit([judged(verifier, pair) for pair in listed])}\n")
    else:
        sys.stdout.write(table(listed, lambda pair: _is_flagged(verifier, pair)))


class Remembering:
    """An embedder that has read all texts beforehand, many at once, which is quicker."""

    def __init__(self, embedder: Embedder, texts: Sequence[str]) -> None:
        self._embedder = embedder
        unique = sorted(set(texts))
        self._vectors = dict(zip(unique, embedder.encode_questions(unique), strict=True))

    def __getattr__(self, name: str) -> Any:
        return getattr(self._embedder, name)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, d) unit vectors of texts that were read."""
        return np.array([self._vectors[text] for text in texts])


def judged(verifier: Verifier, pair: Pair) -> Judged:
    """Read a pair's signals."""
    signals, findings = verifier.signals(pair.claim, [Cited(pair.evidence)])
    return Judged(pair, signals, tuple(findings))


def _is_flagged(verifier: Verifier, pair: Pair) -> bool:
    return verifier.check_texts(pair.claim, [Cited(pair.evidence)]).support != "supported"


def table(listed: Sequence[Pair], is_flagged: Callable[[Pair], bool]) -> str:
    """Return Markdown: by kind and pairing, the share in per cent that is flagged, with its interval, and the count."""
    flags = [(pair, float(is_flagged(pair))) for pair in listed]
    lines = ["| flagged, % | " + " | ".join((*PAIRINGS, "all")) + " |", "|---|" + "---|" * 4]
    for kind in KINDS:
        cells = [
            _cell([flag for pair, flag in flags if pair.kind == kind and pairing in (pair.pairing, "all")])
            for pairing in (*PAIRINGS, "all")
        ]
        lines.append(f"| {kind} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def _cell(flags: Sequence[float]) -> str:
    if not flags:
        return "–"
    found = estimate(flags)
    return f"{100 * found.mean:.1f} ({100 * found.low:.1f}–{100 * found.high:.1f}; {found.n})"


def fit(read: Sequence[Judged]) -> Weights:
    """Return the weights of both script cases, none above 0, that tell true pairs from false ones."""
    biases, weights, bars = [], [], []
    for across in (0.0, 1.0):
        mine = [one for one in read if one.signals.across == across]
        values = np.array([one.signals.values() for one in mine])
        true = np.array([one.pair.is_true for one in mine])
        bias, found = _logistic(values, true, _balanced(mine))
        sure = values[true] @ found + bias
        shift = float(np.quantile(sure, FALSE_ALARMS)) - 1e-6
        biases.append(round(bias - shift, 3))
        weights.append(Signals(*found.round(3).tolist()))
        bars.append(float(1 / (1 + np.exp(shift - np.quantile(sure, OUTRIGHT)))))
    return Weights((biases[0], biases[1]), weights[0], weights[1], 0.5, round(min(0.49, *bars), 3))


def _balanced(read: Sequence[Judged]) -> Array:
    """Return weights of the pairs by which true and false ones, and the kinds of these, weigh alike; names three times.

    Names are the hardest to tell across scripts.
    """
    kinds = [one.pair.kind for one in read]
    counts = {kind: kinds.count(kind) for kind in kinds}
    false = len(counts) - 1
    shares = {kind: 1.0 if kind == "true" else (3.0 if kind == "name" else 1.0) / false for kind in counts}
    return np.array([shares[kind] / counts[kind] for kind in kinds])


def _logistic(values: Array, true: NDArray[np.bool_], weights: Array) -> tuple[float, Array]:
    """Fit by projected gradient descent: a signal never speaks for support."""
    bias, found = 0.0, np.zeros(values.shape[1])
    weights = weights / weights.sum()
    for _ in range(STEPS):
        error = weights * (1 / (1 + np.exp(-(values @ found + bias))) - true)
        found = np.minimum(0.0, found - RATE * (values.T @ error + RIDGE * found))
        bias -= RATE * float(error.sum())
    return bias, found


if __name__ == "__main__":
    main()
