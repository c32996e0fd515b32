"""Listwise softmax regression: weights with which what is wanted stands first in its list (Cao et al., 2007)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Lists = Sequence[tuple[Array, NDArray[np.bool_]]]


def listwise(lists: Lists, ridge: float, rounds: int = 1500, rate: float = 0.5) -> Array:
    """Return weights (k,) for features (n, k) of lists, each with what is wanted (n,) of it; lists without are left.

    Gradient descent on the mean over lists of -log of the chance of what is wanted, with `ridge` / 2 of the square.
    """
    told = [(features, wanted) for features, wanted in lists if wanted.any()]
    weights = np.full(told[0][0].shape[1], 1.0)
    for _ in range(rounds):
        gradient = ridge * weights
        for features, wanted in told:
            chance = _softmax(features @ weights)
            gold = chance * wanted / max(float(chance @ wanted), 1e-12)
            gradient -= features.T @ (gold - chance) / len(told)
        weights -= rate * gradient
    return weights


def _softmax(scores: Array) -> Array:
    raised = np.exp(scores - scores.max())
    return np.asarray(raised / raised.sum())
