"""Neighbours across scripts: by hand on a few rows, and what the bundled model has learnt."""

import pytest
import torch

from index.embedding import open_embedder
from index.word_neighbours import FLOOR, MOST, WordNeighbours

ROWS = {
    "river": (1.0, 0.0),
    "stream": (0.8, 0.6),
    "नदी": (0.9, 0.1),
    "मंत्री": (0.0, 1.0),
    "##नदी": (1.0, 0.0),
    "x": (1.0, 0.0),
}


@pytest.fixture(scope="module")
def few() -> WordNeighbours:
    table = torch.tensor([list(row) for row in ROWS.values()])
    return WordNeighbours(table, {word: place for place, word in enumerate(ROWS)})


def test_neighbours_are_whole_words_of_the_other_script_within_reach(few: WordNeighbours) -> None:
    assert [word for word, _ in few.of("river")] == ["नदी"]
    assert few.of("river")[0][1] == pytest.approx(0.9 / 0.82**0.5, abs=0.001)
    assert [word for word, _ in few.of("नदी")] == ["river", "stream"]


def test_a_word_that_the_model_does_not_know_has_none(few: WordNeighbours) -> None:
    assert few.of("समुद्र") == few.of("") == ()


@pytest.mark.parametrize(
    ("word", "translation"),
    [
        ("minister", "मंत्री"),
        ("election", "चुनाव"),
        ("earthquake", "भूकंप"),
        ("price", "दाम"),
        ("नदी", "river"),
        ("न्यायालय", "court"),
        ("पुरस्कार", "award"),
        ("किसान", "farmer"),
    ],
)
def test_the_bundled_model_translates(word: str, translation: str) -> None:
    neighbours = open_embedder().neighbours
    assert neighbours is not None
    found = neighbours.of(word)
    assert translation in [one for one, _ in found]
    assert len(found) <= MOST
    assert all(weight >= FLOOR for _, weight in found)
