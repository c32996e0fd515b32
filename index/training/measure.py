"""`python -m index.training.measure`: retrieval in all pairings of question and paragraph language, and its speed."""

import argparse
import json
import logging
import time
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, open_embedder

log = logging.getLogger("index.training")


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments, measure a model and log the figures."""
    parser = argparse.ArgumentParser(prog="python -m index.training.measure", description=__doc__)
    parser.add_argument("--model", default="bundled", help="a preset, a hub name or a folder")
    parser.add_argument("--english", type=Path, required=True, help="SQuAD-shaped file with English questions")
    parser.add_argument("--hindi", type=Path, required=True, help="the same questions and paragraphs in Hindi")
    given = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    log.setLevel(logging.INFO)
    embedder = open_embedder(given.model)
    for pairing, value in measure(embedder, given.english, given.hindi).items():
        log.info("%s nDCG@10 %.1f", pairing, value)


def measure(embedder: Embedder, english: Path, hindi: Path) -> dict[str, float]:
    """Return nDCG@10 ×100 by pairing ("en→hi": English questions, Hindi paragraphs); one relevant paragraph each."""
    sides = {language: _encode(embedder, path) for language, path in (("en", english), ("hi", hindi))}
    return {
        f"{asked}→{searched}": ndcg_at_10(sides[asked][1] @ sides[searched][0].T, sides[asked][2])
        for asked in sides
        for searched in sides
    }


def ndcg_at_10(scores: NDArray[np.float32], places: NDArray[np.int64]) -> float:
    """Return 100 × the mean over questions of 1/log2(rank + 1), 0 beyond rank 10 (Järvelin & Kekäläinen, 2002).

    `scores` is (questions, paragraphs), `places` (questions,) the one relevant paragraph of each.
    """
    own = scores[np.arange(len(places)), places][:, None]
    ranks = (scores > own).sum(1) + 1
    return float(np.where(ranks <= 10, 1 / np.log2(ranks + 1), 0).mean() * 100)


def _encode(embedder: Embedder, path: Path) -> tuple[NDArray[np.float32], NDArray[np.float32], NDArray[np.int64]]:
    """Return paragraph vectors (p, d), question vectors (q, d) and each question's paragraph (q,)."""
    paragraphs, questions, places = [], [], []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            paragraphs.append(paragraph["context"])
            questions += [entry["question"] for entry in paragraph["qas"]]
            places += [len(paragraphs) - 1] * len(paragraph["qas"])
    begun = time.perf_counter()
    encoded = embedder.encode_passages(paragraphs, [()] * len(paragraphs))
    log.info("%s: %.0f paragraphs a second", path.name, len(paragraphs) / (time.perf_counter() - begun))
    return np.stack([vectors.whole for vectors in encoded]), embedder.encode_questions(questions), np.array(places)


if __name__ == "__main__":
    main()
