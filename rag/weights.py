"""The tuned numbers of retrieval, evidence and abstention, all in one place.

From `python -m eval.tune`, which fits them to the development half of the sample questions: evidence weights about as
it prints them, negative ones set to 0 but that of `another`, which is set by hand, as few questions have it; shares
rounded towards each other, as the grid is flat around its best; those of the ranking leaning to channels and MaxSim
(docs/retrieval.md). The confidence is from `python -m eval.abstention`, as it prints it, and is to be fitted anew when
those of the evidence change: docs/abstention.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from operator import attrgetter

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Fusion:
    """Shares of the channels in a passage's score, and the share that late interaction then has of the whole."""

    dense: float
    lexical: float
    names: float
    translated: float
    late: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """One number for each thing that ranks the best passages anew: as values in 0…1, as weights shares of the score.

    fused: the score of the channels; late: MaxSim; rare: MaxSim with the question's words weighed by their rarity;
    open: how well one sentence, with the one before it, meets what the headline leaves open; year: the passage or its
    day is of a year that the question names; kind: how clearly some sentence holds a number, date, name, place or
    reason where one is asked for; own: the article is in the language of the answer.
    """

    fused: float
    late: float
    rare: float
    open: float
    year: float
    kind: float
    own: float

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (7,)."""
        return np.array(_RANKING(self))


@dataclass(frozen=True, slots=True)
class Features:
    """One number for each feature of a sentence: as values they lie in 0…1, as weights anywhere.

    similarity: cosine of question and sentence; tokens: weighted mean over the question's words of the cosine with the
    sentence's nearest token (rag/evidence.py; the similarity where the model has no token vectors); context: the same,
    the sentence before it helping; overlap, names: rarity-weighted share of
    the question's stems and phonetic keys that the sentence or its headline holds; passage: the passage's score over
    the best one's; kind: how clearly it holds a number, date, name, place or reason where one is asked for; lead: it
    opens the article; same_language: it is in the language of the answer; another: it tells of another than what is
    asked for by name and number, as of Chandrayaan-2 for Chandrayaan-3, of August 2022 for August 2023.
    """

    similarity: float
    tokens: float
    context: float
    overlap: float
    names: float
    passage: float
    kind: float
    lead: float
    same_language: float
    another: float

    def vector(self) -> NDArray[np.float64]:
        """Return the numbers in their order, shape (10,)."""
        return np.array(_NUMBERS(self))


_RANKING = attrgetter(*(field.name for field in fields(Ranking)))
_NUMBERS = attrgetter(*(field.name for field in fields(Features)))


@dataclass(frozen=True, slots=True)
class Confidence:
    """A logistic model of whether the archive holds the answer, over the signals of rag/confidence.py.

    `bias` is by pairing of the question and the article of the best sentence, as in `FUSION`; the others are slopes.
    """

    bias: Mapping[str, float]
    score: float
    unmet: float
    missing: float
    read: float = 0.0
    nowhere: float = 0.0


# By pairing: question and article in one language; in two; romanised Hindi and a Hindi article, an English one. The
# last by hand, as few questions are of its kind: what was not restored to Devanagari the model cannot read.
FUSION = {
    "same": Fusion(0.4, 0.4, 0.2, 0.0, 0.7),
    "cross": Fusion(0.55, 0.0, 0.05, 0.4, 0.7),
    "roman": Fusion(0.6, 0.2, 0.2, 0.0, 0.7),
    "roman cross": Fusion(0.3, 0.0, 0.2, 0.5, 0.4),
}
RANKING = Ranking(0.16, 0.18, 0.24, 0.24, 0.1, 0.06, 0.02)
EVIDENCE = Features(4.6, 4.9, 3.9, 0.0, 1.6, 5.5, 2.3, 0.0, 0.0, -4.0)
CONFIDENCE = Confidence(
    {"same": -4.92, "cross": -3.69, "roman": -4.89, "roman cross": -5.08}, score=0.42, unmet=-7.6, missing=-0.53
)
# The same where the best sentences were read together with the question (rag/reading).
CONFIDENCE_READ = Confidence(
    {"same": -1.76, "cross": -0.63, "roman": -1.46, "roman cross": -1.24},
    score=0.27,
    unmet=-8.39,
    missing=-0.43,
    read=0.24,
    nowhere=-0.83,
)
