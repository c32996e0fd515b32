"""Token vectors: four bits a number, and MaxSim by hand."""

import numpy as np
import pytest
from numpy.typing import NDArray

from index.token_vectors import DIMENSIONS, TokenVectors


def _unit(count: int, seed: int = 0) -> NDArray[np.float32]:
    rows = np.random.default_rng(seed).normal(size=(count, DIMENSIONS)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_four_bits_keep_the_direction() -> None:
    vectors = _unit(200)
    kept = np.array([TokenVectors.pack(vectors, [200]).best_matches(row[None])[0, 0] for row in vectors])
    assert kept.min() > 0.93
    assert abs(kept.mean() - 0.99) < 0.005  # the levels of 16 lose 1.15 % of a normal variable
    assert TokenVectors.pack(vectors, [200]).codes.nbytes == 64 * 200


def test_best_matches_are_those_of_the_nearest_tokens() -> None:
    tokens, question = _unit(7), _unit(3, seed=1)
    exact = question @ tokens.T
    expected = [exact[:, :4].max(1), [0, 0, 0], exact[:, 4:].max(1)]
    found = TokenVectors.pack(tokens, [4, 0, 3]).best_matches(question)
    np.testing.assert_allclose(found, expected, atol=0.03)


def test_a_question_or_a_passage_without_tokens() -> None:
    assert TokenVectors.pack(_unit(2), [1, 1]).best_matches(_unit(0)).shape == (2, 0)
    assert TokenVectors.pack(_unit(0), [0, 0]).best_matches(_unit(2)).tolist() == [[0, 0], [0, 0]]


def test_bytes_and_back() -> None:
    packed = TokenVectors.pack(_unit(5), [2, 0, 3])
    read = TokenVectors.from_bytes(packed.to_bytes(), 3)
    np.testing.assert_array_equal(read.counts, packed.counts)
    np.testing.assert_array_equal(read.codes, packed.codes)


@pytest.mark.parametrize("blob", [b"", b"\x01", b"\x01\x00" + bytes(63), b"\x00\x00" + bytes(64)])
def test_bytes_of_the_wrong_length(blob: bytes) -> None:
    with pytest.raises(ValueError, match="wrong length"):
        TokenVectors.from_bytes(blob, 1)
