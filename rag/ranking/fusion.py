"""Scores of several channels become one: shares by pairing of languages, reciprocal ranks, late interaction's share."""

from collections.abc import Collection, Mapping

from rag.question import Question
from rag.weights import FUSION, Fusion

RANK_OFFSET = 60


def best_first(scores: Mapping[int, float]) -> list[int]:
    """Return passage ids by falling score; of equals the smaller first."""
    return sorted(scores, key=lambda passage_id: (-scores[passage_id], passage_id))


def pairing(question: Question, language: str) -> str:
    """Return which shares hold for a question and the language of an article."""
    if question.language == "hi-Latn":
        return "roman" if language == "hi" else "roman cross"
    return "same" if question.language == language else "cross"


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
    channels = {channel: ranks(scores) for channel, scores in found.items() if scores}
    scale = (RANK_OFFSET + 1) / max(len(channels), 1)
    parts: dict[int, dict[str, float]] = {}
    for channel, placed in channels.items():
        for passage_id, rank in placed.items():
            if passage_id in known:
                parts.setdefault(passage_id, {})[channel] = scale / (RANK_OFFSET + rank)
    return parts


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


def with_late(
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


def ranks(scores: Mapping[int, float]) -> dict[int, int]:
    """Return the places of passages by their scores, from 1."""
    return {passage_id: rank for rank, passage_id in enumerate(best_first(scores), 1)}
