"""How well the articles that answer were found: the measures of the field, by ir_measures, and each channel alone."""

from collections.abc import Iterable, Set

import ir_measures
from ir_measures import RR, R, Success, nDCG

from eval.asked import Asked, Found

RANKED = {"nDCG@10": nDCG @ 10, "R@1": R @ 1, "R@5": R @ 5, "R@10": R @ 10, "RR": RR, "Success@5": Success @ 5}
CHANNELS = ("dense", "lexical", "names")


def retrieval(asked: Asked) -> dict[str, float]:
    """Return the ranked measures of one question; nothing where no article answers it."""
    relevant = {name: asked.question.grade_of(name) for name in (*asked.question.relevant, *asked.question.grades)}
    if not any(relevant.values()):
        return {}
    qrels = [ir_measures.Qrel(asked.question.id, name, grade) for name, grade in relevant.items()]
    ranked = standing_for(asked.found, {name for name, grade in relevant.items() if grade})
    run = [ir_measures.ScoredDoc(asked.question.id, name, -float(rank)) for rank, name in enumerate(ranked, start=1)]
    values = dict.fromkeys(RANKED, 0.0)
    measured = {measure: name for name, measure in RANKED.items()}
    if run:
        values.update({measured[one.measure]: one.value for one in ir_measures.iter_calc(RANKED.values(), qrels, run)})
    return values | {f"{channel} R@10": channel_recall(asked, channel) for channel in CHANNELS}


def standing_for(found: Iterable[Found], relevant: Set[str]) -> list[str]:
    """Return the articles found, each once; one that stands for its story is there as those of it that are relevant.

    >>> standing_for([Found("a", 1.0, {}, ("b",)), Found("c", 0.5, {})], {"b", "c"})
    ['b', 'c']
    """
    ranked: dict[str, None] = {}
    for one in found:
        met = [name for name in (one.article_id, *one.also_in) if name in relevant]
        ranked |= dict.fromkeys(met or [one.article_id])
    return list(ranked)


def channel_recall(asked: Asked, channel: str, depth: int = 10) -> float:
    """Return the share of the answering articles among the best of one channel, of the passages that were kept."""
    passages = sorted((one for one in asked.found if channel in one.channels), key=lambda one: -one.channels[channel])
    ranked = standing_for(passages, set(asked.question.relevant))[:depth]
    return len(set(ranked) & set(asked.question.relevant)) / max(len(asked.question.relevant), 1)
