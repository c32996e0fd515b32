"""`python -m index.training.measure`: retrieval in all pairings of question and paragraph language, and its speed."""

import argparse
import json
import logging
import statistics
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index.embedding import Embedder, open_embedder
from index.language.sentences import split_sentences
from index.language.stems import is_stop_word
from index.language.tokens import tokens
from index.vectors import PassageVectors

log = logging.getLogger("index.training")
SHORTER = (256, 128)
TIMED = 200  # questions whose time is taken, one by one

Array = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Side:
    """One language's paragraphs and questions; `places`: each question's paragraph, `answers`: where it is answered."""

    paragraphs: list[str]
    questions: list[str]
    places: Places
    answers: list[int]


@dataclass(frozen=True, slots=True, eq=False)
class Vectors:
    """What a model makes of a side; `tokens` (all questions' tokens, 128) belong to questions by `firsts` (q + 1,)."""

    paragraphs: list[PassageVectors]
    questions: Array
    tokens: Array
    firsts: Places


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
    for pairing, values in measure(embedder, given.english, given.hindi).items():
        log.info("%s  %s", pairing, "  ".join(f"{name} {value:.1f}" for name, value in values.items()))


def measure(embedder: Embedder, english: Path, hindi: Path) -> dict[str, dict[str, float]]:
    """Return {pairing: {measure: ×100}} ("en→hi": English questions, Hindi paragraphs), one relevant paragraph each.

    nDCG@10 by the whole vectors, at full length and cut to fewer dimensions, and by MaxSim over four-bit token vectors;
    "sentence": how often MaxSim puts the answering sentence first of its paragraph.
    """
    sides = {"en": _read(english), "hi": _read(hindi)}
    vectors = {language: _encode(embedder, side, language) for language, side in sides.items()}
    found = {}
    for asked in sides:
        for searched in sides:
            questions, passages = vectors[asked], vectors[searched].paragraphs
            whole = np.stack([one.whole for one in passages])
            values = {"dense": ndcg_at_10(questions.questions @ whole.T, sides[asked].places)}
            for width in SHORTER:
                scores = _unit(questions.questions[:, :width]) @ _unit(whole[:, :width]).T
                values[f"dense/{width}"] = ndcg_at_10(scores, sides[asked].places)
            if questions.tokens.size:
                scores, sentence = late_interaction(questions, sides[searched], passages)
                values |= {"MaxSim": ndcg_at_10(scores, sides[asked].places), "sentence": sentence}
            found[f"{asked}→{searched}"] = values
    return found


def ndcg_at_10(scores: Array, places: Places) -> float:
    """Return 100 × the mean over questions of 1/log2(rank + 1), 0 beyond rank 10 (Järvelin & Kekäläinen, 2002).

    `scores` is (questions, paragraphs), `places` (questions,) the one relevant paragraph of each.
    """
    own = scores[np.arange(len(places)), places][:, None]
    ranks = (scores > own).sum(1) + 1
    return float(np.where(ranks <= 10, 1 / np.log2(ranks + 1), 0).mean() * 100)


def late_interaction(questions: Vectors, searched: Side, passages: Sequence[PassageVectors]) -> tuple[Array, float]:
    """Return MaxSim of questions and paragraphs (q, p), and how often (%) the answering sentence is first in its own.

    The questions are those of `searched` in either language, in the same order.
    """
    counts = np.diff(questions.firsts).clip(min=1)
    total = partial(np.add.reduceat, indices=questions.firsts[:-1], axis=-1)
    scores = np.zeros((len(counts), len(passages)), np.float32)
    right = 0
    for place, (passage, text) in enumerate(zip(passages, searched.paragraphs, strict=True)):
        if passage.tokens is None:
            continue
        met = passage.tokens.best_matches(questions.tokens)
        scores[:, place] = total(met.max(0)) / counts
        by_sentence = total(met)
        spans = split_sentences(text)
        for question in np.flatnonzero(searched.places == place):
            best = spans[int(by_sentence[:, question].argmax())]
            right += best[0] <= searched.answers[question] < best[1]
    return scores, 100 * right / len(counts)


def _read(path: Path) -> Side:
    paragraphs, questions, places, answers = [], [], [], []
    for article in json.loads(path.read_text(encoding="utf-8"))["data"]:
        for paragraph in article["paragraphs"]:
            paragraphs.append(paragraph["context"])
            questions += [entry["question"] for entry in paragraph["qas"]]
            answers += [int(entry["answers"][0]["answer_start"]) for entry in paragraph["qas"]]
            places += [len(paragraphs) - 1] * len(paragraph["qas"])
    return Side(paragraphs, questions, np.array(places), answers)


def _encode(embedder: Embedder, side: Side, language: str) -> Vectors:
    spans = [split_sentences(text) for text in side.paragraphs]
    embedder.encode_passages(side.paragraphs[:8], spans[:8])  # not timed: the first call makes ready
    begun = time.perf_counter()
    encoded = embedder.encode_passages(side.paragraphs, spans)
    seconds = time.perf_counter() - begun
    times, whole, parts = [], [], []
    for question in side.questions:
        begun = time.perf_counter()
        vectors = embedder.encode_question(question, _content(question))
        times.append(time.perf_counter() - begun)
        whole.append(vectors.whole)
        parts.append(vectors.tokens)
    took = 1000 * statistics.median(times[:TIMED])
    log.info("%s: %.0f paragraphs a second, a question %.1f ms", language, len(spans) / seconds, took)
    firsts = np.cumsum([0, *(len(part) for part in parts)])
    return Vectors(encoded, np.stack(whole), np.concatenate(parts), firsts)


def _content(question: str) -> list[tuple[int, int]]:
    """Return the places of the words that carry meaning; of all where none does."""
    found = tokens(question)
    return [(one.start, one.end) for one in ([one for one in found if not is_stop_word(one.text)] or found)]


def _unit(vectors: Array) -> Array:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True))


if __name__ == "__main__":
    main()
