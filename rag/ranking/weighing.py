"""The best passages ranked anew by what they hold: the rare words, the years and the kind of answer asked for."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.language.stems import stem
from index.language.tokens import words
from index.snapshot import Snapshot, StoredPassage
from index.vectors import QuestionVectors
from rag.question import Question
from rag.ranking.fitting import YEAR, fits
from rag.ranking.matching import matches_of, met_by, met_under_headline
from rag.understanding.kinds import Wanted
from rag.weights import RANKING, Ranking

# What is told of a passage beside its score, in the order of `Ranking`.
FACTS = ("year", "kind", "own")
# What counts for or against no passage, as where a question names no year.
NEITHER = 0.5


def standings(
    question: Question,
    vectors: QuestionVectors,
    snapshot: Snapshot,
    stored: Mapping[int, StoredPassage],
    fused: Mapping[int, float],
    late: Mapping[int, float],
) -> dict[int, Ranking]:
    """Return for each stored passage the values that rank it, those of token vectors scaled by the best."""
    stems = [stem(token.text) for token in question.content]
    times = Counter(stems)  # a word that is said again weighs no more
    rarities = [snapshot.lexical.rarity("stems", one) / times[one] for one in stems]
    weights = {language: _token_weights(vectors.of(language), rarities) for language in ("hi", "en")}
    late = {passage_id: late.get(passage_id, 0.0) for passage_id in stored}
    rare, unheaded = dict.fromkeys(stored, 0.0), dict.fromkeys(stored, 0.0)
    for passage_id, one in stored.items():
        language = one.article.language
        if one.token_vectors is not None and len(weights[language]):
            matches = matches_of(question, vectors.of(language), one)
            rare[passage_id] = met_under_headline(matches, weights[language])
            unheaded[passage_id] = float(met_by(matches)[1].max(initial=0.0))
    late, rare, unheaded = _scaled(late), _scaled(rare), _scaled(unheaded)
    asked = {token.text for token in question.content}
    years = {token.text for token in question.content if YEAR.fullmatch(token.text)}
    return {
        passage_id: Ranking(
            fused=fused[passage_id],
            late=late[passage_id],
            rare=rare[passage_id],
            open=unheaded[passage_id],
            year=of_year(years, one),
            kind=_best_fit(question.wanted, one, asked),
            own=float(one.article.language == question.answer_language),
        )
        for passage_id, one in stored.items()
    }


@dataclass(frozen=True, slots=True)
class Share:
    """What the score of a passage is made of: its channels, its words' tokens, and by name what else counts for it."""

    fused: float
    tokens: float
    facts: Mapping[str, float]

    @property
    def score(self) -> float:
        """The sum, 0…1."""
        return self.fused + self.tokens + sum(self.facts.values())

    def among(self, parts: Mapping[str, float]) -> dict[str, float]:
        """Return what each channel adds to the score, given what they added before; with "late" and the facts."""
        channels = {channel: part for channel, part in parts.items() if channel != "late"}
        scale = self.fused / (sum(channels.values()) or 1.0)
        late = {"late": self.tokens} if "late" in parts else {}
        return {channel: part * scale for channel, part in channels.items()} | late | dict(self.facts)


def weigh(values: Mapping[int, Ranking]) -> dict[int, Share]:
    """Return what passages' scores are made of; where none has token vectors, the channels have the share of these."""
    weights = RANKING
    if not any(one.late or one.rare or one.open for one in values.values()):
        weights = replace(
            weights, fused=weights.fused + weights.late + weights.rare + weights.open, late=0.0, rare=0.0, open=0.0
        )
    shares = {}
    for passage_id, one in values.items():
        fused, late, rare, open_, *facts = (one.vector() * weights.vector()).tolist()
        shares[passage_id] = Share(fused, late + rare + open_, dict(zip(FACTS, facts, strict=True)))
    return shares


def put_before(weighed: Mapping[int, float], scores: Mapping[int, float]) -> dict[int, float]:
    """Return the scores of those weighed, and those of the others lowered, where they need be, to come after them."""
    others = {passage_id: score for passage_id, score in scores.items() if passage_id not in weighed}
    highest = max(others.values(), default=0.0)
    lowest = min(weighed.values(), default=highest)
    scale = min(1.0, lowest / highest) if highest > 0 else 1.0
    return {**weighed, **{passage_id: score * scale for passage_id, score in others.items()}}


def of_year(years: Collection[str], stored: StoredPassage) -> float:
    """Return 1 where a passage is of one of some years, by its day or in its words, 0 where not; 0.5 without years."""
    if not years:
        return NEITHER
    article = stored.article
    texts = [(article.published or "")[:4], article.headline, *(s.text for s in stored.passage.sentences)]
    return float(any(not set(years).isdisjoint(words(text)) for text in texts))


def _best_fit(wanted: Wanted, stored: StoredPassage, asked: Collection[str]) -> float:
    """Return how clearly, 0…1, some sentence of a passage holds what is wanted; the first that surely does ends it."""
    best = 0.0
    for sentence in stored.passage.sentences:
        best = max(best, fits(wanted, sentence.text, asked))
        if best == 1.0:
            break
    return best


def _token_weights(vectors: QuestionVectors, rarities: Sequence[float]) -> NDArray[np.float32]:
    """Return (q,): each word's rarity shared out among its tokens, 1 in all; alike where no word is rare."""
    counts = vectors.counts
    each = np.repeat(np.array(rarities) / np.maximum(counts, 1), counts) if len(counts) else np.zeros(0)
    total = float(each.sum())
    return np.asarray(each / total if total else np.full(len(each), 1 / max(len(each), 1)), np.float32)


def _scaled(values: Mapping[int, float]) -> dict[int, float]:
    """Return the values over the best of them, those below 0 as 0."""
    best = max(values.values(), default=0.0)
    return {key: max(value, 0.0) / best if best > 0 else 0.0 for key, value in values.items()}
