"""One slot a story: of several copies of one report, only one stands among the results."""

from collections.abc import Mapping, Sequence

from index.snapshot import PassageTable

# A copy whose best passage has this share of the score of the story's best may stand for the story.
NEARLY = 0.9


def one_a_story(ranked: Sequence[int], scores: Mapping[int, float], table: PassageTable) -> list[int]:
    """Return the ranked passages without those of other copies.

    Among the copies that are nearly as good as the best, the one of which most passages were found stands for all: what
    a trimmed copy has lost may be what was asked for.
    """
    places = table.stories_of(ranked)
    found: dict[int, dict[int, list[int]]] = {}
    for passage_id in ranked:
        story, article = places[passage_id]
        found.setdefault(story, {}).setdefault(article, []).append(passage_id)
    stands = {story: _representative(copies, scores) for story, copies in found.items()}
    return [passage_id for passage_id in ranked if stands[places[passage_id][0]] == places[passage_id][1]]


def _representative(copies: Mapping[int, Sequence[int]], scores: Mapping[int, float]) -> int:
    """Return the article that stands for a story; `copies` are its articles' passages, the best first."""
    if len(copies) == 1:
        return next(iter(copies))
    best = max(scores[passages[0]] for passages in copies.values())
    near = [article for article, passages in copies.items() if scores[passages[0]] >= NEARLY * best]
    return max(near, key=lambda article: (len(copies[article]), scores[copies[article][0]], -article))
