"""A Question becomes ranked passages: three channels searched, fused, cut to the best."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from index.snapshot import Snapshot, StoredPassage
from rag.question import Question
from rag.settings import CHANNELS, Settings
from rag.stories import one_a_story
from rag.weights import FUSION, Fusion


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A passage found: its fused score and what each channel that knew it gave (cosine, BM25, BM25)."""

    stored: StoredPassage
    score: float
    channels: Mapping[str, float]


def retrieve(
    question: Question, vector: NDArray[np.float32], snapshot: Snapshot, settings: Settings, top: int
) -> list[Hit]:
    """Return up to `top` passages, best first. A channel without usable terms is left out of the fusion.

    Fusion is a convex combination of scores scaled to 0…1 by each channel's best (Bruch et al., 2023), its shares
    chosen by the pairing of question and article language.
    """
    found = search_channels(question, vector, snapshot, settings.candidates, settings.channels)
    languages = snapshot.table.languages_of({passage_id for scores in found.values() for passage_id in scores})
    fused = fuse(found, {passage_id: pairing(question, language) for passage_id, language in languages.items()})
    ranked = sorted(fused, key=lambda passage_id: (-fused[passage_id], passage_id))
    ranked = one_a_story(ranked, fused, snapshot.table)[: settings.candidates]
    if question.window is not None and question.window.latest:
        ranked = _freshest_first(ranked, fused, snapshot.table.days_of(ranked))
    stored = snapshot.passages(ranked[:top])
    return [
        Hit(stored[passage_id], fused[passage_id], {c: s[passage_id] for c, s in found.items() if passage_id in s})
        for passage_id in ranked[:top]
        if passage_id in stored
    ]


def search_channels(
    question: Question,
    vector: NDArray[np.float32],
    snapshot: Snapshot,
    top: int,
    channels: Collection[str] = CHANNELS,
) -> dict[str, dict[int, float]]:
    """Return what each channel finds, as {channel: {passage id: score}}."""
    lexical, filters = snapshot.lexical, snapshot.table.as_named(question.filters)
    searches: dict[str, Callable[[], list[tuple[int, float]]]] = {
        "dense": lambda: snapshot.dense.search(vector, snapshot.table.allowed(filters), top),
        "lexical": lambda: lexical.search_stems(question.stems, question.phrases, filters, top),
        "names": lambda: lexical.search_keys(question.keys, filters, top),
    }
    found = {channel: search() for channel, search in searches.items() if channel in channels}
    if question.phrases:  # what was asked for in quotation marks must be there, whatever the other channels say
        exact = {passage_id for passage_id, _ in found.get("lexical") or searches["lexical"]()}
        found = {channel: [hit for hit in hits if hit[0] in exact] for channel, hits in found.items()}
    return {channel: dict(hits) for channel, hits in found.items() if hits}


def fuse(
    found: Mapping[str, Mapping[int, float]], pairings: Mapping[int, str], fusion: Mapping[str, Fusion] = FUSION
) -> dict[int, float]:
    """Return a score in 0…1 for each passage that a channel found and whose pairing is known."""
    best = {channel: max(*scores.values(), 1e-9) for channel, scores in found.items() if scores}
    total = {pairing: sum(getattr(shares, channel) for channel in best) or 1.0 for pairing, shares in fusion.items()}
    fused: dict[int, float] = {}
    for channel, top in best.items():
        for passage_id, score in found[channel].items():
            pairing = pairings.get(passage_id)
            if pairing is not None:
                share = getattr(fusion[pairing], channel) / total[pairing]
                fused[passage_id] = fused.get(passage_id, 0.0) + share * max(score, 0.0) / top
    return fused


def pairing(question: Question, language: str) -> str:
    """Return which shares hold for a question and the language of an article."""
    if question.language == "hi-Latn":
        return "roman" if language == "hi" else "roman cross"
    return "same" if question.language == language else "cross"


def _freshest_first(
    ranked: list[int], scores: Mapping[int, float], days: Mapping[int, int], share: float = 0.7
) -> list[int]:
    """Among passages nearly as good as the best, put the newest first; the question asked for the latest."""
    near = [passage_id for passage_id in ranked if scores[passage_id] >= scores[ranked[0]] * share]
    return sorted(near, key=lambda passage_id: -days[passage_id]) + ranked[len(near) :]
