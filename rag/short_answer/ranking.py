"""Candidates of a short answer, the likeliest first: a conditional logit over them and over "none of these"."""

from collections.abc import Hashable, Sequence
from typing import NamedTuple

import numpy as np

from rag.confidence import Signals as Sureness
from rag.evidence import Evidence
from rag.question import Question
from rag.reading.again import SURE, log_odds, nowhere
from rag.short_answer.candidates import Candidate
from rag.short_answer.weights import NONE, READ_NONE, READ_WEIGHTS, WEIGHTS, NoneSignals

# What the best quote may be ahead of the second counts up to here, and so much where it is the only one.
MARGIN = 2.0


class Ranked(NamedTuple):
    """A candidate and the probability, 0…1, that it is the answer: that of all candidates that say the same."""

    candidate: Candidate
    probability: float


def same_said(candidate: Candidate) -> Hashable:
    """Return what candidates that say the same have in common."""
    said = candidate.part.said.casefold()
    return frozenset(said.split()) if candidate.is_name else said


def none_signals(question: Question, cited: Sequence[Evidence], seen: Sureness) -> NoneSignals:
    """Return the signals that no candidate of the cited sentences answers."""
    kind = question.wanted.kind
    return NoneSignals(
        **{name: float(kind == name) for name in ("number", "date", "person", "place", "name")},
        score=seen.score,
        unmet=seen.unmet,
        coverage=seen.coverage,
        context=cited[0].features.context,
        overlap=max(one.features.overlap for one in cited),
        names=max(one.features.names for one in cited),
        margin=min(MARGIN, cited[0].score - cited[1].score) if len(cited) > 1 else MARGIN,
        articles=float(len({one.stored.article.id for one in cited}) - 1),
        **_read(cited[0], seen),
    )


def _read(best: Evidence, seen: Sureness) -> dict[str, float]:
    """Return what the reader tells of the best quote; nothing where it read none."""
    if seen.read is None:
        return {}
    return {"nowhere": nowhere(best.reading), "read": log_odds(best.reading) / SURE}


def ranked(question: Question, cited: Sequence[Evidence], seen: Sureness, found: Sequence[Candidate]) -> list[Ranked]:
    """Return the candidates, of those that say the same the best, likeliest first."""
    weights, nones = (WEIGHTS, NONE) if seen.read is None else (READ_WEIGHTS, READ_NONE)
    scores = np.array([one.signals.vector() for one in found]) @ weights.vector()
    none = float(none_signals(question, cited, seen).vector() @ nones.vector())
    raised = np.exp(scores - max(none, scores.max()))
    shares = raised / (raised.sum() + np.exp(none - max(none, scores.max())))
    groups: dict[Hashable, list[tuple[float, int]]] = {}
    for place, one in enumerate(found):
        groups.setdefault(same_said(one), []).append((float(shares[place]), -place))
    best = [Ranked(found[-max(group)[1]], sum(share for share, _ in group)) for group in groups.values()]
    return sorted(best, key=lambda one: -one.probability)
