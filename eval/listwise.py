"""Listwise softmax regression: weights with which what is wanted stands first in its list (Cao et al., 2007)."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Lists = Sequence[tuple[Array, NDArray[np.bool_]]]


def listwise(lists: Lists, ridge: float, rounds: int = 1500, rate: float = 0.5) -> Array:
    """Return weights (k,) for lists of features (n, k), each with what is wanted (n,) of it; lists without are left.

    Gradient descent on the mean over lists of -log of the chance of what is wanted, with `ridge` / 2 of the square.
    """
    told = [(features, wanted) for features, wanted in lists if wanted.any()]
    longest = max(len(wanted) for _, wanted in told)
    rows = np.zeros((len(told), longest, told[0][0].shape[1]))
    sought, there = np.zeros((2, len(told), longest))
    for place, (features, wanted) in enumerate(told):
        rows[place, : len(wanted)], sought[place, : len(wanted)], there[place, : len(wanted)] = features, wanted, 1.0
    weights = np.full(rows.shape[2], 1.0)
    for _ in range(rounds):
        scores = np.where(there > 0, rows @ weights, -np.inf)
        raised = np.exp(scores - scores.max(axis=1, keepdims=True))
        chance = raised / raised.sum(axis=1, keepdims=True)
        gold = chance * sought
        gold /= np.maximum(gold.sum(axis=1, keepdims=True), 1e-12)
        gradient = ridge * weights - np.einsum("lnk,ln->k", rows, gold - chance) / len(told)
        weights -= rate * gradient
    return weights
