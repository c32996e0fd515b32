"""How sure Khabar is that the archive holds the answer: below a bar it abstains (docs/abstention.md)."""

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.language.phonetic import phonetic_keys
from index.snapshot import Snapshot
from index.terms import keys_of, stems_of
from index.vectors import QuestionVectors
from index.word_neighbours import WordNeighbours
from rag.evidence import Evidence
from rag.names.missing import missing_names
from rag.names.numbered import asked_by_number, is_known_otherwise
from rag.question import Question
from rag.reading.again import log_odds, nowhere
from rag.retrieval import Hit
from rag.weights import CONFIDENCE, CONFIDENCE_READ
from rag.wording.otherwise import Otherwise, told_otherwise

# A question about more names than these is no surer to be about something else.
MOST_MISSING = 2

Array = NDArray[np.float64]


class Signals(NamedTuple):
    """What is seen of a question's best sentence and of its article.

    score: that of the sentence as evidence, in log-odds against other sentences. coverage: the share 0…1 of the
    question's content words, weighed by rarity, that the article has, as a stem or by its sound; confidence does
    without it. unmet: the mean of the square of what each word, 0…1, lacks to being met by the article, weighed in the
    same way: one word that the article has nothing like counts for more than several that it half has. missing: how
    many names of the question the article has nothing of (rag/names/missing.py), up to two. read: the log-odds of the
    reader that the sentence answers (rag/reading), nowhere: how likely it finds the answer in no words of what it read
    of the article, both None where nothing was read.
    """

    score: float
    unmet: float
    coverage: float
    missing: float
    read: float | None = None
    nowhere: float | None = None


def signals(
    question: Question,
    vectors: QuestionVectors,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    snapshot: Snapshot,
    neighbours: WordNeighbours | None = None,
) -> Signals:
    """Return the signals of a question with its hits and their sentences, best first, of which there is one or more."""
    article = evidence[0].stored.article
    words = _content(question)
    weights = _rarities(words, snapshot.lexical.rarity)
    text = f"{article.headline} {article.standfirst} {article.body}"
    written = _written(words, text, question.otherwise)
    met = np.maximum(written, _near(vectors.of(article.language), hits, article.id, len(words)))
    missing = missing_names(question, text, met.tolist(), neighbours)
    return Signals(
        score=evidence[0].score,
        unmet=float((1 - met) ** 2 @ weights),
        coverage=float(written @ weights),
        missing=float(min(len(missing), MOST_MISSING)),
        **_read(evidence),
    )


def _read(evidence: Sequence[Evidence]) -> dict[str, float]:
    """Return what the reader tells of the best sentence; nothing where it read none."""
    if not any(one.reading for one in evidence):
        return {}
    best = evidence[0].reading
    return {"read": log_odds(best), "nowhere": nowhere(best)}


def with_apart(
    question: Question,
    vectors: QuestionVectors,
    hits: Sequence[Hit],
    evidence: Sequence[Evidence],
    snapshot: Snapshot,
    margin: float,
) -> list[Evidence]:
    """Return the evidence, those within a margin of the best with how much more of the question their articles lack.

    Compared are the passages found of each article; what is lacking is reckoned as in `Signals.unmet`.
    """
    near = [one.stored.article for one in evidence if one.score >= evidence[0].score - margin]
    articles = {article.id: article.headline for article in near}
    languages = {article.id: article.language for article in near}
    if len(articles) < 2:
        return list(evidence)
    words = _content(question)
    weights = _rarities(words, snapshot.lexical.rarity)
    lacking = {}
    for article_id, headline in articles.items():
        found = [hit.stored.passage.text for hit in hits if hit.stored.article.id == article_id]
        written = _written(words, " ".join([headline, *found]), question.otherwise)
        met = np.maximum(written, _near(vectors.of(languages[article_id]), hits, article_id, len(words)))
        lacking[article_id] = float((1 - met) ** 2 @ weights)
    least = lacking[evidence[0].stored.article.id]
    return [replace(one, apart=lacking.get(one.stored.article.id, least) - least) for one in evidence]


def _content(question: Question) -> list[str]:
    return [question.search_text[start:end] for start, end in question.content_spans]


def _rarities(words: Sequence[str], rarity: Callable[[str, str], float]) -> Array:
    """Return the words' shares (w,) of their rarity in all; a word is as rare as the commonest of its terms."""
    terms = [
        [*(("stems", term) for term in stems_of(word)), *(("keys", key) for key in phonetic_keys(word))]
        for word in words
    ]
    found = np.array([min((rarity(*term) for term in mine), default=0.0) for mine in terms])
    return found / max(float(found.sum()), 1e-9)


def _written(words: Sequence[str], text: str, otherwise: Sequence[Otherwise] = ()) -> Array:
    """Return 1 for each word (w,) that a text has as a stem, otherwise, or in either script by its sound, else 0."""
    stems, keys = {*stems_of(text), *told_otherwise(otherwise, text)}, set(keys_of(text))
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


def is_known(question: Question, evidence: Sequence[Evidence]) -> bool:
    """Tell whether what a question names by a number is not known by other numbers alone: Axiom-4, not Axiom-5."""
    named = asked_by_number(question)
    if not named:
        return True
    return not is_known_otherwise(named, [f"{one.stored.article.headline} | {one.sentence.text}" for one in evidence])


def confidence(pairing: str, seen: Signals) -> float:
    """Return how sure it is, 0…1, that the archive answers the question, whose pairing is that with the best article.

    Half is the bar that docs/abstention.md describes, and no chance of being right.
    """
    weights = CONFIDENCE if seen.read is None else CONFIDENCE_READ
    told = weights.score * seen.score + weights.unmet * seen.unmet + weights.missing * seen.missing
    told += weights.read * (seen.read or 0.0) + weights.nowhere * (seen.nowhere or 0.0)
    return 1 / (1 + math.exp(-weights.bias[pairing] - told))
