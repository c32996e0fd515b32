"""The measures of the model by hand: ranks, and which sentence late interaction puts first."""

import json
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from index.embedding import Embedder, open_embedder
from index.token_vectors import DIMENSIONS, TokenVectors
from index.training.measure import Side, Vectors, late_interaction, measure, ndcg_at_10
from index.vectors import PassageVectors


def test_ndcg_by_hand() -> None:
    scores = np.array([[0.9, 0.1, 0.2], [0.5, 0.4, 0.6], [0.1, 0.2, 0.3]], dtype=np.float32)
    places = np.array([0, 1, 1])  # ranks 1, 3, 2
    assert ndcg_at_10(scores, places) == pytest.approx(100 * (1 + 1 / 2 + 1 / np.log2(3)) / 3)


def test_beyond_ten_counts_nothing() -> None:
    scores = np.arange(12, dtype=np.float32)[None]
    assert ndcg_at_10(scores, np.array([1])) == 0
    assert ndcg_at_10(scores, np.array([2])) == pytest.approx(100 / np.log2(11))


def _squad(path: Path, paragraphs: Sequence[tuple[str, str, str]]) -> Path:
    rows = [
        {"context": text, "qas": [{"question": question, "answers": [{"answer_start": text.index(answer)}]}]}
        for text, question, answer in paragraphs
    ]
    path.write_text(json.dumps({"data": [{"paragraphs": rows}]}), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def bundled() -> Embedder:
    return open_embedder()


def test_the_bundled_model_finds_paragraph_and_sentence_across_languages(bundled: Embedder, tmp_path: Path) -> None:
    english = _squad(
        tmp_path / "en.json",
        [
            ("The bridge opened in May. It cost forty million rupees.", "How much did the bridge cost?", "forty"),
            ("The tiger lives in the forest. It eats deer and wild pigs.", "What does the tiger eat?", "deer"),
        ],
    )
    hindi = _squad(
        tmp_path / "hi.json",
        [
            ("पुल मई में खुला। उस पर चार करोड़ रुपये की लागत आई।", "पुल की लागत कितनी थी?", "चार"),
            ("बाघ जंगल में रहता है। वह हिरण और जंगली सूअर खाता है।", "बाघ क्या खाता है?", "हिरण"),
        ],
    )
    found = measure(bundled, english, hindi)
    assert set(found) == {"en→en", "en→hi", "hi→en", "hi→hi"}
    for values in found.values():
        assert values["dense"] == values["MaxSim"] == 100


def test_the_answering_sentence_by_hand() -> None:
    rows = np.eye(DIMENSIONS, dtype=np.float32)
    turned = np.linalg.qr(np.random.default_rng(0).normal(size=(DIMENSIONS, DIMENSIONS)))[0].astype(np.float32)
    rows = rows @ turned  # four bits serve vectors whose numbers are alike
    text = "The bridge opened. It cost forty rupees."
    passage = PassageVectors(rows[0], rows[:2], TokenVectors.pack(rows[:4], [2, 2]))
    questions = Vectors([], rows[:2], rows[[2, 3, 0]], np.array([0, 2, 3]))  # of two tokens, and of one
    searched = Side([text], ["Cost?", "Opened?"], np.array([0, 0]), [text.index("forty"), text.index("forty")])
    scores, right = late_interaction(questions, searched, [passage])
    assert scores[:, 0] == pytest.approx([1, 1], abs=0.05)
    assert right == 50  # the second question's token is in the first sentence, its answer is not
