"""How well the words of a question are met by the sentences of a passage, from the cosines of their tokens."""

import numpy as np
from numpy.typing import NDArray

# A question's token counts at least this much, however well the headline meets it.
LEAST_WEIGHT = 0.05


def met_by(matches: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return (s,) and (s,): how well a question is met by each sentence, and by it together with the one before it.

    `matches` (1 + s, q) are the cosines of the question's tokens with the nearest of the headline and of each sentence.
    A token counts the less the better the headline meets it: that is what the whole article is about, and asked for is
    what only one sentence tells.
    """
    headline, own = matches[0], matches[1:]
    if not own.size:
        return np.zeros(len(own), np.float32), np.zeros(len(own), np.float32)
    weights = np.clip(1 - headline, LEAST_WEIGHT, None)
    weights /= weights.sum()
    before = np.vstack([np.zeros_like(headline), own[:-1]])
    return own @ weights, np.maximum(own, before) @ weights


def met_under_headline(matches: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    """Return how well the best sentence, read under the headline, meets a question whose tokens have weights (q,).

    `matches` are as for `met_by`; the weights add up to 1.
    """
    return float((np.maximum(matches, matches[0]) @ weights).max())
