"""How well a question is met by sentences, token by token."""

import numpy as np

from rag.matching import met_by


def test_what_the_headline_says_counts_little() -> None:
    headline, first, second = [0.95, 0.2], [0.9, 0.1], [0.1, 0.9]
    own, told = met_by(np.array([headline, first, second], dtype=np.float32))
    weights = np.array([0.05, 0.8]) / 0.85
    np.testing.assert_allclose(own, [weights @ first, weights @ second], rtol=1e-5)
    np.testing.assert_allclose(told, [weights @ first, weights @ [0.9, 0.9]], rtol=1e-5)
    assert own[1] > own[0]


def test_nothing_to_meet() -> None:
    for matches in (np.zeros((1, 3), np.float32), np.zeros((4, 0), np.float32)):
        own, told = met_by(matches)
        assert own.tolist() == told.tolist() == [0] * (len(matches) - 1)
