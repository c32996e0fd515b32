"""The tuned numbers of retrieval, evidence and abstention, all in one place.

Got by `python -m eval.tune`, which prints this file's values from the development half of the sample questions.
"""

from dataclasses import astuple, dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Fusion:
    """Shares of the channels in a passage's score."""

    dense: float
    lexical: float
    names: float


@dataclass(frozen=True, slots=True)
class Features:
    """One number for each feature of a sentence: as values they lie in 0…1, as weights anywhere.

    similarity: cosine of question and sentence; overlap, names: rarity-weighted share of the question's stems and
    phonetic keys that the sentence (half: its headline) holds; passage: the passage's score over the best one's;
    kind: it holds a number, date, person or place where one is asked for; lead: it opens the article; same_language:
    it is in the language of the answer.
    """

    similarity: float
    overlap: float
    names: float
    passage: float
    kind: float
    lead: float
    same_language: float

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (7,)."""
        return np.array(astuple(self))


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model of whether the best sentences answer the question."""

    bias: float
    similarity: float
    coverage: float
    kind: float


# By pairing: question and article in one language; in two; a question in romanised Hindi.
FUSION = {"same": Fusion(0.5, 0.3, 0.2), "cross": Fusion(0.6, 0.1, 0.3), "roman": Fusion(0.3, 0.2, 0.5)}
EVIDENCE = Features(0.30, 0.22, 0.13, 0.20, 0.10, 0.02, 0.03)
CONFIDENCE = Confidence(-4.0, 4.0, 4.0, 0.5)
