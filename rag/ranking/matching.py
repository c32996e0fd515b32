"""How well the words of a question are met by the sentences of a passage, from the cosines of their tokens."""

import numpy as np
from numpy.typing import NDArray

from index.language.stems import stem
from index.snapshot import StoredPassage
from index.vectors import QuestionVectors
from rag.question import Question
from rag.wording.otherwise import told_otherwise

# What is written otherwise is met like this, in cosine: an abbreviation and its full form have not one token alike.
SAME_THING = 0.9
# A question's token counts at least this much, however well the headline meets it.
LEAST_WEIGHT = 0.05


def matches_of(question: Question, vectors: QuestionVectors, stored: StoredPassage) -> NDArray[np.float32]:
    """Return (1 + s, q): the cosines of a question's tokens with the nearest of the headline and of each sentence.

    Without token vectors, on either side, there are none: (0, q).
    """
    if stored.token_vectors is None:
        return np.zeros((0, len(vectors.tokens)), np.float32)
    matches = stored.token_vectors.best_matches(vectors.tokens)
    asked = [stem(token.text) for token in question.content]
    if not question.otherwise or len(asked) != len(vectors.counts):
        return matches
    texts = [stored.article.headline, *(sentence.text for sentence in stored.passage.sentences)]
    for row, text in zip(matches, texts, strict=True):
        told = told_otherwise(question.otherwise, text)
        same = np.repeat([word in told for word in asked], vectors.counts)
        row[same] = np.maximum(row[same], SAME_THING)
    return matches


def met_by(matches: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return (s,) and (s,): how well a question is met by each sentence, and by it together with the one before it.

    `matches` (1 + s, q) are the cosines of the question's tokens with the nearest of the headline and of each sentence.
    A token counts the less the better the headline meets it: that is what the whole article is about, and asked for is
    what only one sentence tells.
    """
    headline, own = matches[0], matches[1:]
    if not own.size:
        return np.zeros(len(own), np.float32), np.zeros(len(own), np.float32)
    weights = np.clip(1 - headline, LEAST_WEIGHT, None)
    weights /= weights.sum()
    before = np.vstack([np.zeros_like(headline), own[:-1]])
    return own @ weights, np.maximum(own, before) @ weights


def met_under_headline(matches: NDArray[np.float32], weights: NDArray[np.float32]) -> float:
    """Return how well the best sentence, read under the headline, meets a question whose tokens have weights (q,).

    `matches` are as for `met_by`; the weights add up to 1.
    """
    return float((np.maximum(matches, matches[0]) @ weights).max())
