"""The reader: a small BERT over question and passage, in numpy, and what it tells of each sentence."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from index import plain_numpy, stored_tensors
from index.embedding import Embedder
from index.errors import ArchiveError
from index.one_pass import OnePassEmbedder
from index.plain_bert import for_numpy
from rag.reading.inputs import BREAK, OPENING, Joined, join

FOLDER = Path(__file__).parent / "model"
WEIGHTS, CONFIG = "reader.safetensors", "config.json"

# The log-odds of a sentence without a token.
NOTHING = -6.0

Array = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Reading:
    """What the reader tells of one sentence.

    answers: the log-odds that it answers the question. nowhere: how likely no words of the passage are the answer, 0…1.
    starts, ends (n,): for each of its n tokens the probability that the answer begins, and ends, with it, over all
    tokens of the passage and none of them; offsets: where each token begins and ends in the sentence, in code points.
    """

    answers: float
    nowhere: float
    starts: Array
    ends: Array
    offsets: Sequence[tuple[int, int]]

    def chance(self, start: int, end: int) -> float:
        """Return how likely the answer is a span of the sentence, 0…1: that it begins in it, and ends in it."""
        within = [first < end and last > start for first, last in self.offsets]
        return float(np.sqrt(self.starts[within].sum() * self.ends[within].sum()))


class Reader:
    """Reads with weights of its own the word table of the bundled embedding model; safe to share between threads.

    Raises ArchiveError where its files are missing or damaged.
    """

    def __init__(self, embedder: OnePassEmbedder, folder: Path = FOLDER) -> None:
        try:
            config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
            stored = {name: one.exact() for name, one in stored_tensors.load(folder / WEIGHTS).items()}
            self._layers, self._heads = int(config["num_hidden_layers"]), int(config["num_attention_heads"])
            self._epsilon = float(config["layer_norm_eps"])
            self._weights = for_numpy(stored, self._layers)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ArchiveError(f"reader {folder}: cannot be read ({error}): install Khabar again") from error
        self._words = embedder.words
        self._opening, self._break = self._words.row(OPENING), self._words.row(BREAK)
        self._cut = embedder.pieces

    def read(self, question: str, headline: str, sentences: Sequence[str]) -> list[Reading]:
        """Return what is told of each of a passage's sentences."""
        joined = join(self._cut, self._opening or 0, self._break or 0, question, headline, sentences)
        plain_numpy.keep_to_one_thread()
        kinds = np.arange(len(joined.ids)) >= joined.asked
        states = plain_numpy.last_states(
            self._words.vectors(np.array(joined.ids)),
            self._weights,
            self._layers,
            self._heads,
            self._epsilon,
            kinds.astype(np.int64),
        )
        answers = self._answers(states, joined)
        starts, ends = self._spans(states, joined)
        return [
            Reading(
                answer,
                float(np.sqrt(starts[0] * ends[0])),
                starts[first:last],
                ends[first:last],
                offsets,
            )
            for answer, (first, last), offsets in zip(answers, joined.ranges, joined.offsets, strict=True)
        ]

    def _answers(self, states: Array, joined: Joined) -> list[float]:
        """Return the log-odds of each sentence, from a weighted mean of its tokens and the state of the whole."""
        weights = self._weights
        pull = states @ weights["pool.weight"] + weights["pool.bias"]
        pooled = np.zeros((len(joined.ranges), 2 * states.shape[1]), np.float32)
        pooled[:, states.shape[1] :] = states[0]
        for row, (first, last) in enumerate(joined.ranges):
            if last > first:
                share = np.exp(pull[first:last] - pull[first:last].max())
                pooled[row, : states.shape[1]] = (share / share.sum()).T @ states[first:last]
        inner = plain_numpy.gelu(pooled @ weights["sentence.inner.weight"] + weights["sentence.inner.bias"])
        told = (inner @ weights["sentence.outer.weight"] + weights["sentence.outer.bias"])[:, 0]
        return [float(one) if last > first else NOTHING for one, (first, last) in zip(told, joined.ranges, strict=True)]

    def _spans(self, states: Array, joined: Joined) -> tuple[Array, Array]:
        """Return (n,) and (n,): how likely the answer begins, and ends, with each token; the first stands for none."""
        told = states @ self._weights["span.weight"] + self._weights["span.bias"]
        inside = np.zeros(len(told), bool)
        inside[0] = True
        for first, last in joined.ranges:
            inside[first:last] = True
        told[~inside] = -np.inf
        raised = np.exp(told - told.max(axis=0))
        shares = raised / raised.sum(axis=0)
        return shares[:, 0], shares[:, 1]


def open_reader(embedder: Embedder) -> Reader | None:
    """Return the reader that goes with an embedding model: with the bundled one, whose word table it reads."""
    return _reader(embedder) if isinstance(embedder, OnePassEmbedder) and embedder.is_bundled else None


@lru_cache(maxsize=2)
def _reader(embedder: OnePassEmbedder) -> Reader:
    return Reader(embedder)
