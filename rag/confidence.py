"""How sure Khabar is that the archive holds the answer: below a bar it abstains (docs/abstention.md)."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.language.phonetic import phonetic_keys
from index.snapshot import Snapshot
from index.terms import keys_of, stems_of
from index.vectors import QuestionVectors
from rag.evidence import Evidence
from rag.question import Question
from rag.retrieval import Hit
from rag.weights import CONFIDENCE

Array = NDArray[np.float64]


class Signals(NamedTuple):
    """What is seen of a question's best sentence and of its article.

    score: that of the sentence as evidence, in log-odds against other sentences. coverage: the share 0…1 of the
    question's content words, weighed by rarity, that the article has, as a stem or by its sound; confidence does
    without it. unmet: the mean of the square of what each word, 0…1, lacks to being met by the article, weighed in the
    same way: one word that the article has nothing like counts for more than several that it half has.
    """

    score: float
    unmet: float
    coverage: float


def signals(
    question: Question,
    vectors: QuestionVectors,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    snapshot: Snapshot,
) -> Signals:
    """Return the signals of a question with its hits and their sentences, best first, of which there is one or more."""
    article = evidence[0].stored.article
    words = [question.search_text[start:end] for start, end in question.content_spans]
    weights = _rarities(words, snapshot.lexical.rarity)
    written = _written(words, f"{article.headline} {article.standfirst} {article.body}")
    met = np.maximum(written, _near(vectors, hits, article.id, len(words)))
    return Signals(evidence[0].score, float((1 - met) ** 2 @ weights), float(written @ weights))


def _rarities(words: Sequence[str], rarity: Callable[[str, str], float]) -> Array:
    """Return the words' shares (w,) of their rarity in all; a word is as rare as the commonest of its terms."""
    terms = [
        [*(("stems", term) for term in stems_of(word)), *(("keys", key) for key in phonetic_keys(word))]
        for word in words
    ]
    found = np.array([min((rarity(*term) for term in mine), default=0.0) for mine in terms])
    return found / max(float(found.sum()), 1e-9)


def _written(words: Sequence[str], text: str) -> Array:
    """Return 1 for each word (w,) that a text has as a stem or, in either script, by its sound, else 0."""
    stems, keys = set(stems_of(text)), set(keys_of(text))
    return np.array(
        [not stems.isdisjoint(stems_of(word)) or not keys.isdisjoint(phonetic_keys(word)) for word in words], float
    )


def _near(vectors: QuestionVectors, hits: Sequence[Hit], article_id: str, words: int) -> Array:
    """Return for each word (w,) the cosine of its tokens, in the mean, with the nearest of an article's passages."""
    passages = [hit.stored.token_vectors for hit in hits if hit.stored.article.id == article_id]
    matches = [one.best_matches(vectors.tokens).max(0) for one in passages if one is not None]
    if not matches or len(vectors.counts) != words:
        return np.zeros(words)
    counts = np.array(vectors.counts)
    totals = np.concatenate([[0.0], np.cumsum(np.max(matches, axis=0), dtype=float)])
    ends = np.cumsum(counts)
    return np.asarray(np.clip((totals[ends] - totals[ends - counts]) / np.maximum(counts, 1), 0, 1))


def confidence(pairing: str, seen: Signals) -> float:
    """Return how sure it is, 0…1, that the archive answers the question, whose pairing is that with the best article.

    Half is the bar that docs/abstention.md describes, and no chance of being right.
    """
    told = CONFIDENCE.score * seen.score + CONFIDENCE.unmet * seen.unmet
    return 1 / (1 + math.exp(-CONFIDENCE.bias[pairing] - told))
