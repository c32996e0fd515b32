"""Fusion and late interaction by hand."""

import numpy as np
import pytest

from index.token_vectors import DIMENSIONS, TokenVectors, maxsim
from rag.ranking.fusion import best_first, by_ranks, fuse, rerank
from rag.weights import Fusion

SHARES = {"same": Fusion(0.5, 0.5, 0.0, 0.0, 0.5), "cross": Fusion(1.0, 0.0, 0.0, 0.0, 0.0)}
PAIRINGS = {1: "same", 2: "same", 3: "cross"}


def test_scores_are_scaled_by_each_channels_best_and_shared() -> None:
    found = {"dense": {1: 0.8, 2: 0.4, 3: 0.2}, "lexical": {2: 9.0}}
    assert fuse(found, PAIRINGS, SHARES) == pytest.approx({1: 0.5, 2: 0.25 + 0.5, 3: 0.25})


def test_a_silent_channel_leaves_its_share_to_the_others() -> None:
    assert fuse({"dense": {1: 0.8, 2: 0.4}}, PAIRINGS, SHARES) == pytest.approx({1: 1.0, 2: 0.5})


def test_late_interaction_has_its_share_of_the_score() -> None:
    fused = {1: 1.0, 2: 0.8, 3: 0.3}
    assert rerank(fused, {1: 0.2, 2: 0.4}, PAIRINGS, SHARES) == pytest.approx({1: 0.75, 2: 0.9, 3: 0.3})
    assert rerank(fused, {}, PAIRINGS, SHARES) == fused
    assert best_first({5: 0.1, 4: 0.9, 3: 0.9}) == [3, 4, 5]


def test_maxsim_is_of_the_best_sentence_under_the_headline() -> None:
    rows = np.random.default_rng(0).normal(size=(12, DIMENSIONS)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    question = rows[[2, 4, 9]] + 0.05
    passages = [
        TokenVectors.pack(rows[:8], [1, 3, 0, 4]),
        TokenVectors.pack(rows[:0], [0]),
        TokenVectors.pack(rows[7:], [0, 5]),
        TokenVectors.pack(rows[4:7], [3]),
    ]
    found = maxsim(question, passages)
    for value, passage in zip(found, passages, strict=True):
        headline, *sentences = passage.best_matches(question)
        expected = max(float(np.maximum(headline, one).mean()) for one in (headline, *sentences))
        assert value == pytest.approx(expected, abs=1e-5)
    assert found[1] == 0
    assert maxsim(question[:0], passages[:1]) == pytest.approx(0)


def test_reciprocal_ranks_need_no_scores_that_compare() -> None:
    parts = by_ranks({"dense": {1: 0.9, 2: 0.8}, "lexical": {2: 31.0, 3: 7.0}, "names": {}}, {1, 2})
    assert parts == {1: {"dense": 0.5}, 2: {"dense": pytest.approx(30.5 / 62), "lexical": 0.5}}
