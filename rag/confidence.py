"""How sure Khabar is that the archive holds the answer: below a bar it abstains."""

import math
from collections.abc import Callable, Sequence
from typing import NamedTuple

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens
from index.snapshot import Snapshot
from index.terms import keys_of, stems_of
from rag.evidence import Evidence
from rag.question import Question
from rag.retrieval import Hit
from rag.weights import CONFIDENCE


class Signals(NamedTuple):
    """What confidence rests on, each 0…1: how close the archive comes, how it meets the words, what it covers.

    closest: the best passage's cosine. met: the best mean over the question's words of the cosine with a sentence's
    nearest token. coverage: the share of the question's content words, weighed by rarity, that the article of the best
    sentence has, as a stem or by its sound.
    """

    closest: float
    met: float
    coverage: float


def signals(question: Question, hits: Sequence[Hit], evidence: Sequence[Evidence], snapshot: Snapshot) -> Signals:
    """Return the signals of a question with its hits and their sentences, best first, of which there is one or more."""
    article = evidence[0].stored.article
    text = f"{article.headline} {article.standfirst} {article.body}"
    closest = max(hit.channels.get("dense", 0.0) for hit in hits)
    met = max(one.features.tokens for one in evidence)
    return Signals(max(closest, 0.0), met, covered(question.search_text, text, snapshot.lexical.rarity))


def covered(question: str, text: str, rarity: Callable[[str, str], float]) -> float:
    """Return the rarity-weighted share, 0…1, of a question's content words that a text has in either script."""
    stems, keys = set(stems_of(text)), set(keys_of(text))
    found = total = 0.0
    for token in tokens(question):
        if is_stop_word(token.text):
            continue
        term, sounds = stem(token.text), phonetic_keys(question[token.start : token.end])
        weight = min([rarity("stems", term), *(rarity("keys", key) for key in sounds)])
        total += weight
        found += weight if term in stems or keys.intersection(sounds) else 0.0
    return found / total if total else 0.0


def confidence(pairing: str, closest: float, met: float, coverage: float) -> float:
    """Return the estimated probability, 0…1, that the archive answers the question, from its three signals.

    `pairing` is that of the question and the article of the best sentence.
    """
    return 1 / (1 + math.exp(-CONFIDENCE.bias[pairing] - strength(closest, met, coverage)))


def strength(closest: float, met: float, coverage: float) -> float:
    """Return the weighted sum of the three signals."""
    return CONFIDENCE.closest * closest + CONFIDENCE.met * met + CONFIDENCE.coverage * coverage
