"""Listwise regression finds what tells the wanted from the rest, over lists of unlike length."""

import numpy as np

from eval.listwise import listwise


def test_the_telling_feature_has_the_weight() -> None:
    draw = np.random.default_rng(0)
    lists = []
    for length in (2, 3, 5, 4, 6, 3):
        features = draw.random((length, 2))
        wanted = np.zeros(length, dtype=np.bool_)
        wanted[0] = True
        features[:, 0] = np.where(wanted, 1.0, 0.0)
        lists.append((features, wanted))
    telling, noise = listwise(lists, ridge=0.01)
    assert telling > 3 * abs(noise)


def test_a_list_without_anything_wanted_changes_nothing() -> None:
    told = (np.array([[1.0, 0.2], [0.0, 0.9]]), np.array([True, False]))
    untold = (np.array([[0.3, 0.3], [5.0, 0.1]]), np.array([False, False]))
    assert np.allclose(listwise([told], 0.1), listwise([told, untold], 0.1))
