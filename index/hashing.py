"""A deterministic embedder without a model: stems hashed into a vector. For tests; finds only shared words."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.terms import stems_of
from index.vectors import PassageVectors, QuestionVectors
from index.vocabulary import Vocabulary


class HashEmbedder:
    """Counts the stems of a text in as many buckets as there are dimensions, as the hashing trick does.

    >>> embedder = HashEmbedder()
    >>> question, = embedder.encode_questions(["मंत्रियों की बैठक"])
    >>> passages = embedder.encode_passages(["मंत्री बैठक में", "a cup of tea"], [[], []])
    >>> bool(passages[0].whole @ question > passages[1].whole @ question)
    True
    """

    name = "hash"
    neighbours = None
    vocabulary = Vocabulary()

    def __init__(self, dimensions: int = 256) -> None:
        self.dimensions = dimensions
        self.fingerprint = f"hash-{dimensions}"

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, d) unit vectors."""
        return np.array([self._encode(text) for text in texts], dtype=np.float32).reshape(len(texts), self.dimensions)

    def encode_question(self, text: str, spans: Sequence[tuple[int, int]]) -> QuestionVectors:
        """Return the vector of a question; there are none for tokens."""
        return QuestionVectors.without_tokens(self._encode(text))

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[PassageVectors]:
        """Return each text's vector and one a span."""
        return [
            PassageVectors(self._encode(text), self.encode_questions([text[a:b] for a, b in within]))
            for text, within in zip(texts, spans, strict=True)
        ]

    def _encode(self, text: str) -> NDArray[np.float32]:
        counts = np.zeros(self.dimensions, dtype=np.float32)
        for term in stems_of(text):
            digest = hashlib.blake2b(term.encode(), digest_size=4).digest()
            counts[int.from_bytes(digest) % self.dimensions] += 1.0
        if not counts.any():
            counts[0] = 1.0  # a text without a word still has to lie somewhere
        return counts / np.linalg.norm(counts)
