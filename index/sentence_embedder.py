"""A sentence-transformers model of any kind, which gives a vector a text."""

from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index import model_loading
from index.arithmetic import quick_arithmetic
from index.presets import Preset
from index.vectors import PassageVectors, QuestionVectors, Spans, Vectors
from index.vocabulary import Vocabulary, whole_words
from index.word_neighbours import WordNeighbours

# Passages are far shorter; a model that could read more would only need more memory for a runaway sentence.
LONGEST_INPUT = 512
# Part of the fingerprint: to be raised when the same files begin to give other vectors.
SCHEME = "3"


class SentenceEmbedder:
    """A sentence-transformers model of any kind; spans of a passage are embedded as texts of their own."""

    def __init__(self, preset: Preset, model: Any, folder: Path) -> None:
        self.name = preset.name
        self.dimensions = int(model.get_embedding_dimension())
        self._model = model
        self._folder = folder
        self._question_prefix = _prefix(preset.question_prefix, model, "query")
        self._passage_prefix = _prefix(preset.passage_prefix, model, "document", "passage")
        if model.max_seq_length is None or model.max_seq_length > LONGEST_INPUT:
            model.max_seq_length = LONGEST_INPUT

    @property
    def neighbours(self) -> WordNeighbours | None:
        """None: nothing is known of the model's words."""
        return None

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen digits for weights, tokenizer, pooling, prefixes and the longest input."""
        return model_loading.fingerprint(
            self._folder, SCHEME, self._question_prefix, self._passage_prefix, str(self._model.max_seq_length)
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that its tokenizer knows whole."""
        tokenizer = getattr(self._model.tokenizer, "backend_tokenizer", None)
        if tokenizer is None:
            return Vocabulary()
        return Vocabulary(lambda: whole_words(tokenizer.get_vocab()), self.fingerprint)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""
        return self._encode(texts, self._question_prefix)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vector of a question."""
        return QuestionVectors.without_tokens(self.encode_questions([text])[0])

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span."""
        parts = [text[start:end] for text, within in zip(texts, spans, strict=True) for start, end in within]
        with quick_arithmetic(self._model.device.type):
            vectors = self._encode([*texts, *parts], self._passage_prefix)
        edges = np.cumsum([len(texts), *(len(within) for within in spans)])
        return [PassageVectors(vectors[row], vectors[a:b]) for row, (a, b) in enumerate(pairwise(edges))]

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            [prefix + text for text in texts], prompt="", normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


def _prefix(given: str | None, model: Any, *names: str) -> str:
    """Return the given prefix, or where it is None the first of the model's own prompts that says something."""
    if given is not None:
        return given
    prompts: dict[str, str | None] = model.prompts or {}
    return next((prompt for name in names if (prompt := prompts.get(name))), "")
