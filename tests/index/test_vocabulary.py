"""The words of a tokenizer as candidates for a typed word."""

from pathlib import Path

import pytest

from index.embedding import Embedder, open_embedder
from index.hashing import HashEmbedder
from index.presets import PRESETS, on_disk
from index.vocabulary import Vocabulary, whole_words


def test_candidates_come_nearest_first_and_then_commonest() -> None:
    vocabulary = Vocabulary(["काम", "the", "कम", "कमी", "राम"])
    assert [found.word for found in vocabulary.candidates("kam")] == ["काम", "कम", "कमी"]
    assert vocabulary.candidates("xyz") == ()


def test_pieces_and_single_letters_are_no_words() -> None:
    vocabulary = Vocabulary(whole_words({"क": 0, "##दिन": 1, "दिन": 2, "[PAD]": 3, "day": 4}))
    assert (vocabulary.size, vocabulary.rank("दिन"), vocabulary.english_rank("day")) == (1, 0, 0)


def test_an_embedder_without_words_has_no_candidates() -> None:
    embedder: Embedder = HashEmbedder()
    assert embedder.vocabulary.candidates("dilli") == ()


def test_the_bundled_model_knows_the_common_words_of_hindi() -> None:
    assert on_disk(PRESETS["bundled"]) is not None
    vocabulary = open_embedder().vocabulary
    assert vocabulary.size > 30_000
    assert vocabulary.candidates("sarkaar")[0].word == "सरकार"
    assert (vocabulary.rank("है") or 0) < 10
    assert vocabulary.english_rank("minister") is not None


def test_the_index_is_kept_and_made_again_where_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_CACHE", str(tmp_path))
    words = ["दिल", "team", "हिन्दी", "दिल्ली"]
    expected = Vocabulary(words).candidates("dilli")
    assert Vocabulary(words, "model").candidates("dilli") == expected
    (file,) = tmp_path.iterdir()

    again = Vocabulary((), "model")
    assert again.candidates("dilli") == expected
    assert (again.rank("हिंदी"), again.english_rank("team"), again.size) == (1, 0, 3)
    for content in (b"", b"\xff\xfe"):
        file.write_bytes(content)
        assert Vocabulary(words, "model").candidates("dilli") == expected
