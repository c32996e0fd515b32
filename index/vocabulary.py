"""The words that an embedding model knows whole, the commonest first: what a typed Hindi word may stand for."""

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from index.language.normalise import fold
from index.language.spelling import distance
from index.language.syllables import readings, skeleton

# Spellings that are farther from a word are not of that word.
FARTHEST = 1.0


class Candidate(NamedTuple):
    """A Devanagari word that a typed word may stand for: `distance` as in `spelling.distance`, `rank` from 0."""

    word: str
    distance: float
    rank: int


class Vocabulary:
    """The whole words of a model; empty for a model without any. Indexed at the first question put to it.

    >>> vocabulary = Vocabulary(["दिल", "team", "दिन", "दाल", "मिला", "दिल्ली"])
    >>> [(found.word, round(found.distance, 2)) for found in vocabulary.candidates("dilli")]
    [('दिल्ली', 0.0)]
    >>> vocabulary.english_rank("team"), vocabulary.english_rank("dil")
    (0, None)
    """

    def __init__(self, words: Iterable[str] = ()) -> None:
        self._words = tuple(words)  # several threads may build the index at once
        self.candidates = lru_cache(maxsize=4096)(self._candidates)

    def english_rank(self, word: str) -> int | None:
        """Return how many Latin words are commoner than a folded one, None where it is not known whole."""
        return self._english.get(word)

    @property
    def size(self) -> int:
        """How many Hindi words there are."""
        return len(self._hindi)

    def rank(self, word: str) -> int | None:
        """Return how many Hindi words are commoner than a folded one, None where it is not known whole."""
        return self._hindi.get(word)

    def _candidates(self, typed: str) -> tuple[Candidate, ...]:
        """Return the Hindi words that a word typed in lower case may stand for, nearest and commonest first."""
        found: dict[str, float] = {}
        for reading in readings(typed):
            for word in self._by_skeleton.get(reading.skeleton, ()):
                away = distance(word, reading, FARTHEST)
                if away < found.get(word, math.inf):
                    found[word] = away
        candidates = [Candidate(word, away, self._hindi[word]) for word, away in found.items()]
        return tuple(sorted(candidates, key=lambda one: (one.distance, one.rank)))

    @cached_property
    def _split(self) -> tuple[dict[str, int], dict[str, int]]:
        hindi: dict[str, int] = {}
        english: dict[str, int] = {}
        for word in self._words:
            if word.isascii():
                if word.isalpha():
                    english.setdefault(word, len(english))
            elif len(word) > 1 and "\u0904" <= word[0] <= "\u0939":
                hindi.setdefault(fold(word), len(hindi))
        return hindi, english

    @property
    def _hindi(self) -> dict[str, int]:
        return self._split[0]

    @property
    def _english(self) -> dict[str, int]:
        return self._split[1]

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._hindi:
            found[skeleton(word)].append(word)
        return dict(found)


def whole_words(pieces: dict[str, int]) -> Iterator[str]:
    """Yield the whole words of a tokenizer's pieces by their numbers: WordPiece marks the others, Unigram marks these.

    >>> list(whole_words({"##s": 2, "दिन": 1, "day": 0})), list(whole_words({"▁दिन": 1, "s": 0}))
    (['day', 'दिन'], ['दिन'])
    """
    ordered = sorted(pieces, key=pieces.__getitem__)
    if any(piece.startswith("▁") for piece in ordered):
        return (piece[1:] for piece in ordered if piece.startswith("▁"))
    return (piece for piece in ordered if not piece.startswith("##"))
