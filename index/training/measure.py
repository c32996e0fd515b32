"""Retrieval in all pairings of question and article language on a pair of aligned SQuAD-shaped files."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder


def measure(embedder: Embedder, english: Path, hindi: Path) -> dict[str, float]:
    """Return nDCG@10 ×100 by pairing ("en→hi": English questions, Hindi paragraphs); one relevant paragraph each."""
    sides = {language: _encode(embedder, path) for language, path in (("en", english), ("hi", hindi))}
    return {
        f"{asked}→{searched}": _ndcg_at_10(sides[asked][1] @ sides[searched][0].T, sides[asked][2])
        for asked in sides
        for searched in sides
    }


def _encode(embedder: Embedder, path: Path) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    """Return paragraph vectors (p, d), question vectors (q, d) and each question's paragraph (q,)."""
    paragraphs, questions, places = [], [], []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            paragraphs.append(paragraph["context"])
            questions += [entry["question"] for entry in paragraph["qas"]]
            places += [len(paragraphs) - 1] * len(paragraph["qas"])
    vectors, _ = embedder.encode_passages(paragraphs, [()] * len(paragraphs))
    return vectors, embedder.encode_questions(questions), np.array(places)


def _ndcg_at_10(scores: NDArray[np.float32], places: NDArray[np.int64]) -> float:
    """Return the mean over questions of 1/log2(rank + 1), 0 beyond rank 10 (Järvelin & Kekäläinen, 2002)."""
    own = scores[np.arange(len(places)), places][:, None]
    ranks = (scores > own).sum(1) + 1
    return float(np.where(ranks <= 10, 1 / np.log2(ranks + 1), 0).mean() * 100)
