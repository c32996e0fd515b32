"""How sure Khabar is that the archive holds the answer: below a bar it abstains."""

import math
from collections.abc import Sequence

from rag.evidence import Evidence
from rag.weights import CONFIDENCE

# The answer may be in the second or third sentence: all that would be quoted is looked at.
LOOKED_AT = 3


def signals(evidence: Sequence[Evidence]) -> tuple[float, float, float]:
    """Return (best similarity, best coverage of the question's words or names, kind fits), each 0…1."""
    looked_at = [one.features for one in evidence[:LOOKED_AT]]
    similarity = max(one.similarity for one in looked_at)
    coverage = max(max(one.overlap, one.names) for one in looked_at)
    return similarity, coverage, looked_at[0].kind


def confidence(evidence: Sequence[Evidence]) -> float:
    """Return the estimated probability, 0…1, that the best sentences answer the question; 0 without evidence."""
    if not evidence:
        return 0.0
    similarity, coverage, kind = signals(evidence)
    weights = CONFIDENCE
    total = weights.bias + weights.similarity * similarity + weights.coverage * coverage + weights.kind * kind
    return 1 / (1 + math.exp(-total))
