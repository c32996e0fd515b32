"""Whether what is cited bears out what is said: citation recall and precision (Gao et al., 2023, "ALCE")."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from eval.asked import Asked
from eval.judges import Judge, verified
from index.language.sentences import split_sentences


def citations(asked: Asked, judge: Judge) -> dict[str, float]:
    """Return recall, precision and exactness of an answer's citations, and the share of it that they support.

    Nothing where Khabar abstained.
    """
    if not asked.answered:
        return {}
    quotes = {one["n"]: one["quote"] for one in asked.answer["citations"]}
    recalls: list[float] = []
    precisions: list[float] = []
    for text, numbers in statements(asked.answer["sentences"]):
        recall, precise = judged(text, [quotes.get(n, "") for n in numbers], judge)
        recalls.append(recall)
        precisions += precise
    supported = [
        float(bool(numbers) and verified(" ".join(quotes.get(n, "") for n in numbers), text))
        for text, numbers in statements(asked.answer["sentences"])
    ]
    return {
        "supported": _mean(supported),
        "citation recall": _mean(recalls),
        "citation precision": _mean(precisions),
        "citation exact": float(bool(asked.exact) and all(asked.exact)),
    }


def statements(sentences: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Yield each statement and the numbers it cites; what a writer wrote as one may be several sentences.

    >>> list(statements([{"text": "भाव गिरा। सोना चढ़ा।", "citations": [2]}]))
    [('भाव गिरा।', (2,)), ('सोना चढ़ा।', (2,))]
    """
    for sentence in sentences:
        text, numbers = sentence["text"], tuple(sentence["citations"])
        yield from ((text[start:end], numbers) for start, end in split_sentences(text))


def judged(claim: str, quotes: Sequence[str], judge: Judge) -> tuple[float, list[float]]:
    """Return the recall of one statement, and for each of its citations whether it is needed.

    Recall is 1 where all that it cites bears it out together. A citation then counts unless it does not bear the
    statement out alone and the others do without it; where recall is 0, none counts.
    """
    if not quotes or not judge(" ".join(quotes), claim):
        return 0.0, [0.0] * len(quotes)
    needed = []
    for position, quote in enumerate(quotes):
        others = [*quotes[:position], *quotes[position + 1 :]]
        superfluous = bool(others) and not judge(quote, claim) and judge(" ".join(others), claim)
        needed.append(float(not superfluous))
    return 1.0, needed


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
