"""Neighbours across scripts: by hand on a few rows, and what the bundled model has learnt."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.embedding import open_embedder
from index.word_neighbours import FLOOR, MOST, WordNeighbours, WordTable

ROWS = {
    "river": (1.0, 0.0),
    "stream": (0.8, 0.6),
    "नदी": (0.9, 0.1),
    "मंत्री": (0.0, 1.0),
    "##नदी": (1.0, 0.0),
    "x": (1.0, 0.0),
}


def table() -> WordTable:
    """Return the rows above as a table."""
    return WordTable.of(np.array(list(ROWS.values()), np.float32), {word: place for place, word in enumerate(ROWS)})


@pytest.fixture(scope="module")
def few() -> WordNeighbours:
    return WordNeighbours(table())


def test_neighbours_are_whole_words_of_the_other_script_within_reach(few: WordNeighbours) -> None:
    assert [word for word, _ in few.of("river")] == ["नदी"]
    assert few.of("river")[0][1] == pytest.approx(0.9 / 0.82**0.5, abs=0.001)
    assert [word for word, _ in few.of("नदी")] == ["river", "stream"]


def test_a_word_that_the_model_does_not_know_has_none(few: WordNeighbours) -> None:
    assert few.of("समुद्र") == few.of("") == ()


def test_several_words_at_once_have_the_neighbours_of_each(few: WordNeighbours) -> None:
    words = ["stream", "नदी", "समुद्र", "river", "stream"]
    assert WordNeighbours(table()).of_all(words) == [few.of(word) for word in words]


def test_sketches_are_kept_and_made_again_where_damaged(
    few: WordNeighbours, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "cache"))
    WordNeighbours(table(), "model").prepare()
    (file,) = (tmp_path / "cache").iterdir()

    def refuse() -> dict[str, int]:
        raise AssertionError("the vocabulary is not gone through again")

    assert WordNeighbours(replace(table(), rows=refuse), "model").of("river") == few.of("river")
    for content in (file.read_bytes(), b"", b"nonsense" * 9, file.read_bytes()[:-8]):
        file.write_bytes(content)
        assert WordNeighbours(table(), "model").of("river") == few.of("river")


def test_where_nothing_can_be_kept_it_works_all_the_same(
    few: WordNeighbours, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path / "file" / "cache"))
    assert WordNeighbours(table(), "model").of("नदी") == few.of("नदी")


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
