"""The plain BERT's pass over one question in numpy: importing torch takes longer than the whole answer."""

from collections.abc import Mapping
from functools import cache

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import ThreadpoolController

Matrix = NDArray[np.float32]
# Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: wrong by 1.5e-7 at most.
_ERF_STEP = np.float32(0.3275911)
_ERF = tuple(map(np.float32, (1.061405429, -1.453152027, 1.421413741, -0.284496736, 0.254829592)))
_ROOT_OF_HALF = np.float32(0.5**0.5)


@cache
def keep_to_one_thread() -> None:
    """Keep numpy's matrix products to one thread in this process.

    A question is too small to gain from more, and threads that wait for each other beside other work take up to a
    second for what takes 20 ms.
    """
    ThreadpoolController().select(internal_api="openblas").limit(limits=1)


def last_states(
    words: Matrix,
    weights: Mapping[str, Matrix],
    layers: int,
    heads: int,
    epsilon: float,
    kinds: NDArray[np.integer] | None = None,
) -> Matrix:
    """Return the last layer's states (n, h) of one text's word vectors (n, h).

    `weights` are named as in a BERT's file, but query, key and value of a layer are one `attention.self`, and a
    layer's matrices are (in, out). `kinds` (n,) are the token types, 0 where there are none.
    """
    count, width = words.shape
    places = weights["embeddings.position_embeddings.weight"][:count]
    of_kind = weights["embeddings.token_type_embeddings.weight"]
    states = words + places + of_kind[0 if kinds is None else kinds]
    states = _normed(states, weights, "embeddings.LayerNorm", epsilon)
    scale = np.float32((width // heads) ** -0.5)
    for number in range(layers):
        layer = f"encoder.layer.{number}"
        joined = _dense(states, weights, f"{layer}.attention.self").reshape(count, 3, heads, -1)
        query, key, value = joined.transpose(1, 2, 0, 3)
        met = (_softmax(query @ key.transpose(0, 2, 1) * scale) @ value).transpose(1, 0, 2).reshape(count, width)
        met = states + _dense(met, weights, f"{layer}.attention.output.dense")
        states = _normed(met, weights, f"{layer}.attention.output.LayerNorm", epsilon)
        inner = gelu(_dense(states, weights, f"{layer}.intermediate.dense"))
        met = states + _dense(inner, weights, f"{layer}.output.dense")
        states = _normed(met, weights, f"{layer}.output.LayerNorm", epsilon)
    return states


def unit(rows: Matrix) -> Matrix:
    """Return rows (…, d) at unit length; a row of nothing stays."""
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-12), np.float32)


def _dense(states: Matrix, weights: Mapping[str, Matrix], name: str) -> Matrix:
    return states @ weights[f"{name}.weight"] + weights[f"{name}.bias"]


def _normed(states: Matrix, weights: Mapping[str, Matrix], name: str, epsilon: float) -> Matrix:
    width = np.float32(states.shape[-1])
    centred = states - np.add.reduce(states, -1, keepdims=True) / width
    variance = np.einsum("nh,nh->n", centred, centred)[:, None] / width
    centred *= 1 / np.sqrt(variance + np.float32(epsilon))
    return np.asarray(centred * weights[f"{name}.weight"] + weights[f"{name}.bias"], np.float32)


def _softmax(scores: Matrix) -> Matrix:
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), np.float32)


def gelu(values: Matrix) -> Matrix:
    """Return x · Φ(x), by the error function and not the tanh that resembles it."""
    size = np.abs(values) * _ROOT_OF_HALF
    step = 1 / (1 + _ERF_STEP * size)
    series = np.zeros_like(step)
    for factor in _ERF:
        series = (series + factor) * step
    erf = np.copysign(1 - series * np.exp(-size * size), values)
    return np.asarray(np.float32(0.5) * values * (1 + erf), np.float32)
