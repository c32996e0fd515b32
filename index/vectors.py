"""What an embedding model makes of a question and of a passage."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Self

import numpy as np
from numpy.typing import NDArray

from index.token_vectors import DIMENSIONS, TokenVectors

Spans = Sequence[tuple[int, int]]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class QuestionVectors:
    """A unit vector (d,) for the whole, and one (q, 128) for each token that matters; none where the model has none.

    `counts` (words,) tells how many of the tokens each word has that matters: the first `counts[0]` are the first's.
    `spelt` are the vectors of the same question as articles of a language spell its words, where that is another way.
    """

    whole: NDArray[np.float32]
    tokens: NDArray[np.float32]
    counts: NDArray[np.int64]
    spelt: Mapping[str, "QuestionVectors"] = field(default_factory=dict)

    def of(self, language: str) -> "QuestionVectors":
        """Return the vectors by which an article of a language is met."""
        return self.spelt.get(language, self)

    @classmethod
    def without_tokens(cls, whole: NDArray[np.float32]) -> Self:
        """Return the vectors of a model that has none for tokens."""
        return cls(whole, np.zeros((0, DIMENSIONS), dtype=np.float32), np.zeros(0, dtype=np.int64))


@dataclass(frozen=True, slots=True, eq=False)
class PassageVectors:
    """A unit vector (d,) for the whole and one (s, d) for each sentence; and tokens, if the model has them.

    The tokens' first span is the context, headline and day; the others are the sentences.
    """

    whole: NDArray[np.floating]
    sentences: NDArray[np.floating]
    tokens: TokenVectors | None = None

    def narrowed(self) -> Self:
        """Return the same in fp16, as the catalog keeps it."""
        return type(self)(self.whole.astype(np.float16), self.sentences.astype(np.float16), self.tokens)
