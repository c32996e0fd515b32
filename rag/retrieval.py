"""A Question becomes ranked passages: channels searched, fused, the best ranked anew by late interaction, cut."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from index.filters import Filters
from index.snapshot import Snapshot, StoredPassage
from index.token_vectors import maxsim
from index.vectors import QuestionVectors
from rag.question import Question
from rag.ranking.cross_encoder import Reranker
from rag.ranking.fusion import best_first, by_ranks, by_relevance, contributions, pairing, ranks, rerank, with_late
from rag.ranking.stories import one_a_story
from rag.ranking.weighing import FACTS, put_before, standings, weigh
from rag.settings import CHANNELS, Settings
from rag.understanding.preference import prefer, preferred_filters


@dataclass(frozen=True, slots=True, eq=False)
class Hit:
    """A passage found: its fused score and what each channel that knew it gave.

    dense: cosine; lexical, names: BM25; translated: rarity of the words met; late: MaxSim; year: 1 where it is of
    the year asked for, 0.5 where none is; kind: how clearly it holds the kind of answer wanted; own: 1 where it is in
    the language of the answer; cross: relevance by a cross-encoder. `parts` is what each added to the score,
    `ranks` the passage's place in each, from 1.
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
    chosen by the pairing of question and article language. The best are ranked anew by late interaction, and of these
    the best by what they hold (rag/ranking/weighing.py); a `reranker` then orders the best of all by itself.
    """
    found = search_all_days(question, vectors, snapshot, settings)
    languages = snapshot.table.languages_of({passage_id for scores in found.values() for passage_id in scores})
    pairings = {passage_id: pairing(question, language) for passage_id, language in languages.items()}
    days = snapshot.table.days_of(pairings)
    parts = contributions(found, pairings) if settings.fusion == "weighted" else by_ranks(found, pairings)
    fused = {passage_id: sum(mine.values()) for passage_id, mine in parts.items()}
    scores = fused
    if "late" in settings.channels and settings.reranked and len(vectors.tokens):
        first = best_first(prefer(fused, days, question))[: settings.reranked]
        found["late"] = late_interaction(vectors, first, snapshot)
        scores = rerank(fused, found["late"], pairings)
        parts = with_late(parts, scores, pairings)
    scores = prefer(scores, days, question)
    read: Mapping[int, StoredPassage] = {}
    if settings.fusion == "weighted" and settings.weighed and scores:
        first = best_first(scores)[: settings.weighed]
        read = snapshot.passages(first)
        values = standings(question, vectors, snapshot, read, fused, found.get("late", {}))
        shares = weigh(values)
        found |= {fact: {passage_id: getattr(value, fact) for passage_id, value in values.items()} for fact in FACTS}
        parts |= {passage_id: share.among(parts[passage_id]) for passage_id, share in shares.items()}
        weighed = {passage_id: share.score for passage_id, share in shares.items()}
        scores = put_before(prefer(weighed, days, question), scores)
    if reranker is not None and scores:
        relevance = _relevance(reranker, question, best_first(scores)[: settings.reranker_passages], snapshot)
        if relevance:
            found["cross"] = relevance
            scores, parts = by_relevance(scores, parts, relevance)
    ranked = one_a_story(best_first(scores), scores, snapshot.table)[: settings.candidates]
    if question.window is not None and question.window.latest:
        ranked = _freshest_first(ranked, scores, days)
    stored = {**read, **snapshot.passages([one for one in ranked[:top] if one not in read])}
    return _hits(ranked[:top], scores, found, parts, stored)


def search_all_days(
    question: Question, vectors: QuestionVectors, snapshot: Snapshot, settings: Settings
) -> dict[str, dict[int, float]]:
    """Return what the channels find, in the preferred days as well as in all where the question prefers some."""
    found = search_channels(question, vectors, snapshot, settings.candidates, settings.channels)
    filters = preferred_filters(question)
    if filters is None:
        return found
    preferring = replace(question, filters=filters)
    more = search_channels(preferring, vectors, snapshot, settings.candidates, settings.channels)
    return {channel: found.get(channel, {}) | more.get(channel, {}) for channel in found | more}


def late_interaction(vectors: QuestionVectors, passage_ids: Sequence[int], snapshot: Snapshot) -> dict[int, float]:
    """Return MaxSim of a question with those passages that have token vectors."""
    held = snapshot.token_vectors(passage_ids)
    languages = snapshot.table.languages_of(held)
    scores: dict[int, float] = {}
    for language in set(languages.values()):
        its = {passage_id: held[passage_id] for passage_id in held if languages.get(passage_id) == language}
        scores |= zip(its, maxsim(vectors.of(language).tokens, list(its.values())).tolist(), strict=True)
    return scores


def _relevance(
    reranker: Reranker, question: Question, passage_ids: Sequence[int], snapshot: Snapshot
) -> dict[int, float]:
    stored = snapshot.passages(passage_ids)
    relevance = reranker.relevance(question.search_text, list(stored.values()))
    return {} if relevance is None else dict(zip(stored, relevance, strict=True))


def search_channels(
    question: Question,
    vectors: QuestionVectors,
    snapshot: Snapshot,
    top: int,
    channels: Collection[str] = CHANNELS,
) -> dict[str, dict[int, float]]:
    """Return what each channel finds, as {channel: {passage id: score}}; nothing where there is no usable word."""
    if not question.is_searchable:
        return {}
    lexical, filters = snapshot.lexical, snapshot.table.as_named(question.filters)
    searches: dict[str, Callable[[], list[tuple[int, float]]]] = {
        "dense": lambda: _nearest(vectors, snapshot, filters, top),
        "lexical": lambda: lexical.search_stems(
            question.stems, question.phrases, filters, top, [one.runs for one in question.otherwise]
        ),
        "names": lambda: lexical.search_keys(question.keys, filters, top),
    }
    if filters.language in (None, question.other_language):
        foreign = replace(filters, language=question.other_language)
        searches["translated"] = lambda: lexical.search_groups(question.translated, foreign, top)
    found = {channel: search() for channel, search in searches.items() if channel in channels}
    return {channel: dict(hits) for channel, hits in found.items() if hits}


def _nearest(vectors: QuestionVectors, snapshot: Snapshot, filters: Filters, top: int) -> list[tuple[int, float]]:
    """Return (passage id, cosine), best first; articles of a language that spells the question its way are met so."""
    allowed = snapshot.allowed(filters)
    found = dict(snapshot.dense.search(vectors.whole, allowed, top))
    for language, mine in vectors.spelt.items():
        # Without a mask by language, which would take longer than the search: what is of another one is left out.
        near = dict(snapshot.dense.search(mine.whole, allowed, top))
        languages = snapshot.table.languages_of({*found, *near})
        found = {one: score for one, score in found.items() if languages.get(one) != language}
        found |= {one: score for one, score in near.items() if languages.get(one) == language}
    return sorted(found.items(), key=lambda hit: (-hit[1], hit[0]))[:top]


def _hits(
    passage_ids: Sequence[int],
    scores: Mapping[int, float],
    found: Mapping[str, Mapping[int, float]],
    parts: Mapping[int, Mapping[str, float]],
    stored: Mapping[int, StoredPassage],
) -> list[Hit]:
    places = {channel: ranks(given) for channel, given in found.items()}
    return [
        Hit(
            stored[passage_id],
            scores[passage_id],
            {channel: given[passage_id] for channel, given in found.items() if passage_id in given},
            parts[passage_id],
            {channel: placed[passage_id] for channel, placed in places.items() if passage_id in placed},
        )
        for passage_id in passage_ids
        if passage_id in stored
    ]


def _freshest_first(
    ranked: list[int], scores: Mapping[int, float], days: Mapping[int, int], share: float = 0.7
) -> list[int]:
    """Among passages nearly as good as the best, put the newest first; the question asked for the latest."""
    near = [passage_id for passage_id in ranked if scores[passage_id] >= scores[ranked[0]] * share]
    return sorted(near, key=lambda passage_id: -days[passage_id]) + ranked[len(near) :]
