"""A Question becomes ranked passages: channels searched, fused, the best ranked anew, one a story, cut."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from index.snapshot import Snapshot, StoredPassage
from index.token_vectors import maxsim
from index.vectors import QuestionVectors
from rag.cross_encoder import Reranker
from rag.preference import prefer, preferred_filters
from rag.question import Question
from rag.settings import CHANNELS, Settings
from rag.stories import one_a_story
from rag.weights import FUSION, Fusion

RANK_OFFSET = 60


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A passage found: its fused score and what each channel that knew it gave.

    dense: cosine; lexical, names: BM25; translated: rarity of the words met; late: MaxSim; cross: relevance by a
    cross-encoder. `parts` is what each channel added to the fused score, `ranks` the passage's place in each, from 1.
    """

    stored: StoredPassage
    score: float
    channels: Mapping[str, float]
    parts: Mapping[str, float]
    ranks: Mapping[str, int]


def retrieve(
    question: Question,
    vectors: QuestionVectors,
    snapshot: Snapshot,
    settings: Settings,
    top: int,
    reranker: Reranker | None = None,
) -> list[Hit]:
    """Return up to `top` passages, best first. A channel without usable terms is left out of the fusion.

    Fusion is a convex combination of scores scaled to 0…1 by each channel's best (Bruch et al., 2023), its shares
    chosen by the pairing of question and article language. Late interaction then has its share of the best of them; a
    `reranker` orders the best of these by itself.
    """
    found = _candidates(question, vectors.whole, snapshot, settings)
    languages = snapshot.table.languages_of({passage_id for scores in found.values() for passage_id in scores})
    pairings = {passage_id: pairing(question, language) for passage_id, language in languages.items()}
    days = snapshot.table.days_of(pairings)
    parts = contributions(found, pairings) if settings.fusion == "weighted" else by_ranks(found, pairings)
    fused = {passage_id: sum(mine.values()) for passage_id, mine in parts.items()}
    if "late" in settings.channels and settings.reranked and len(vectors.tokens):
        first = best_first(prefer(fused, days, question))[: settings.reranked]
        found["late"] = late_interaction(vectors, first, snapshot)
        fused = rerank(fused, found["late"], pairings)
        parts = _with_late(parts, fused, pairings)
    if reranker is not None and fused:
        first = best_first(prefer(fused, days, question))[: settings.reranker_passages]
        found["cross"] = _relevance(reranker, question, first, snapshot)
        fused, parts = by_relevance(fused, parts, found["cross"])
    fused = prefer(fused, days, question)
    ranked = one_a_story(best_first(fused), fused, snapshot.table)[: settings.candidates]
    if question.window is not None and question.window.latest:
        ranked = _freshest_first(ranked, fused, days)
    return _hits(ranked[:top], fused, parts, found, snapshot)


def _hits(
    ranked: Sequence[int],
    fused: Mapping[int, float],
    parts: Mapping[int, Mapping[str, float]],
    found: Mapping[str, Mapping[int, float]],
    snapshot: Snapshot,
) -> list[Hit]:
    stored = snapshot.passages(ranked)
    ranks = {channel: _ranks(scores) for channel, scores in found.items()}
    return [
        Hit(
            stored[passage_id],
            fused[passage_id],
            {channel: scores[passage_id] for channel, scores in found.items() if passage_id in scores},
            parts[passage_id],
            {channel: places[passage_id] for channel, places in ranks.items() if passage_id in places},
        )
        for passage_id in ranked
        if passage_id in stored
    ]


def _candidates(
    question: Question, vector: NDArray[np.float32], snapshot: Snapshot, settings: Settings
) -> dict[str, dict[int, float]]:
    """Return what the channels find, in the preferred days as well as in all where the question prefers some."""
    found = search_channels(question, vector, snapshot, settings.candidates, settings.channels)
    filters = preferred_filters(question)
    if filters is None:
        return found
    preferring = replace(question, filters=filters)
    more = search_channels(preferring, vector, snapshot, settings.candidates, settings.channels)
    return {channel: found.get(channel, {}) | more.get(channel, {}) for channel in found | more}


def best_first(scores: Mapping[int, float]) -> list[int]:
    """Return passage ids by falling score; of equals the smaller first."""
    return sorted(scores, key=lambda passage_id: (-scores[passage_id], passage_id))


def late_interaction(vectors: QuestionVectors, passage_ids: Sequence[int], snapshot: Snapshot) -> dict[int, float]:
    """Return MaxSim of a question with those passages that have token vectors."""
    held = snapshot.token_vectors(passage_ids)
    return dict(zip(held, maxsim(vectors.tokens, list(held.values())).tolist(), strict=True))


def rerank(
    fused: Mapping[int, float],
    late: Mapping[int, float],
    pairings: Mapping[int, str],
    fusion: Mapping[str, Fusion] = FUSION,
) -> dict[int, float]:
    """Return new scores: late interaction, scaled by its best, has its share of them; a passage without it none."""
    best = max(late.values(), default=0.0)
    if best <= 0:
        return dict(fused)
    shares = {passage_id: fusion[pairings[passage_id]].late for passage_id in fused}
    return {
        passage_id: (1 - shares[passage_id]) * score + shares[passage_id] * max(late.get(passage_id, 0.0), 0.0) / best
        for passage_id, score in fused.items()
    }


def by_relevance(
    fused: Mapping[int, float], parts: Mapping[int, Mapping[str, float]], relevance: Mapping[int, float]
) -> tuple[dict[int, float], dict[int, dict[str, float]]]:
    """Return new scores, and what each channel adds to them: relevance, 0…1, alone orders the passages that have one.

    They come first, with the best score of all for a relevance of 1 and half of it for 0; the others get half of their
    own.
    """
    half = (max(fused.values()) or 1.0) / 2
    scores = {i: half * (1 + relevance[i]) if i in relevance else score / 2 for i, score in fused.items()}
    told = {i: {channel: part / 2 for channel, part in mine.items()} for i, mine in parts.items()}
    return scores, {i: {"cross": scores[i]} if i in relevance else mine for i, mine in told.items()}


def _relevance(
    reranker: Reranker, question: Question, passage_ids: Sequence[int], snapshot: Snapshot
) -> dict[int, float]:
    stored = snapshot.passages(passage_ids)
    return dict(zip(stored, reranker.relevance(question.search_text, list(stored.values())), strict=True))


def search_channels(
    question: Question,
    vector: NDArray[np.float32],
    snapshot: Snapshot,
    top: int,
    channels: Collection[str] = CHANNELS,
) -> dict[str, dict[int, float]]:
    """Return what each channel finds, as {channel: {passage id: score}}; nothing where there is no usable word."""
    if not question.is_searchable:
        return {}
    lexical, filters = snapshot.lexical, snapshot.table.as_named(question.filters)
    searches: dict[str, Callable[[], list[tuple[int, float]]]] = {
        "dense": lambda: snapshot.dense.search(vector, snapshot.allowed(filters), top),
        "lexical": lambda: lexical.search_stems(question.stems, question.phrases, filters, top),
        "names": lambda: lexical.search_keys(question.keys, filters, top),
    }
    if filters.language in (None, question.other_language):
        foreign = replace(filters, language=question.other_language)
        searches["translated"] = lambda: lexical.search_groups(question.translated, foreign, top)
    found = {channel: search() for channel, search in searches.items() if channel in channels}
    return {channel: dict(hits) for channel, hits in found.items() if hits}


def fuse(
    found: Mapping[str, Mapping[int, float]], pairings: Mapping[int, str], fusion: Mapping[str, Fusion] = FUSION
) -> dict[int, float]:
    """Return a score in 0…1 for each passage that a channel found and whose pairing is known."""
    return {passage_id: sum(parts.values()) for passage_id, parts in contributions(found, pairings, fusion).items()}


def contributions(
    found: Mapping[str, Mapping[int, float]], pairings: Mapping[int, str], fusion: Mapping[str, Fusion] = FUSION
) -> dict[int, dict[str, float]]:
    """Return what each channel adds to the fused score of each passage."""
    best = {channel: max(*scores.values(), 1e-9) for channel, scores in found.items() if scores}
    total = {pairing: sum(getattr(shares, channel) for channel in best) or 1.0 for pairing, shares in fusion.items()}
    parts: dict[int, dict[str, float]] = {}
    for channel, top in best.items():
        for passage_id, score in found[channel].items():
            pairing = pairings.get(passage_id)
            if pairing is not None:
                share = getattr(fusion[pairing], channel) / total[pairing]
                parts.setdefault(passage_id, {})[channel] = share * max(score, 0.0) / top
    return parts


def by_ranks(found: Mapping[str, Mapping[int, float]], known: Collection[int]) -> dict[int, dict[str, float]]:
    """Return what each channel adds to the score of each known passage by reciprocal rank fusion, scaled to 0…1.

    1 / (60 + rank) summed over the channels (Cormack, Clarke and Büttcher, 2009), over what the first of all would get.
    """
    channels = {channel: _ranks(scores) for channel, scores in found.items() if scores}
    scale = (RANK_OFFSET + 1) / max(len(channels), 1)
    parts: dict[int, dict[str, float]] = {}
    for channel, ranks in channels.items():
        for passage_id, rank in ranks.items():
            if passage_id in known:
                parts.setdefault(passage_id, {})[channel] = scale / (RANK_OFFSET + rank)
    return parts


def pairing(question: Question, language: str) -> str:
    """Return which shares hold for a question and the language of an article."""
    if question.language == "hi-Latn":
        return "roman" if language == "hi" else "roman cross"
    return "same" if question.language == language else "cross"


def _with_late(
    parts: Mapping[int, Mapping[str, float]],
    reranked: Mapping[int, float],
    pairings: Mapping[int, str],
    fusion: Mapping[str, Fusion] = FUSION,
) -> dict[int, dict[str, float]]:
    """Return what each channel adds to scores that late interaction has its share of."""
    told = {}
    for passage_id, mine in parts.items():
        rest = {channel: part * (1 - fusion[pairings[passage_id]].late) for channel, part in mine.items()}
        told[passage_id] = rest | {"late": max(0.0, reranked[passage_id] - sum(rest.values()))}
    return told


def _ranks(scores: Mapping[int, float]) -> dict[int, int]:
    return {passage_id: rank for rank, passage_id in enumerate(best_first(scores), 1)}


def _freshest_first(
    ranked: list[int], scores: Mapping[int, float], days: Mapping[int, int], share: float = 0.7
) -> list[int]:
    """Among passages nearly as good as the best, put the newest first; the question asked for the latest."""
    near = [passage_id for passage_id in ranked if scores[passage_id] >= scores[ranked[0]] * share]
    return sorted(near, key=lambda passage_id: -days[passage_id]) + ranked[len(near) :]
