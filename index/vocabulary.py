"""The words that an embedding model knows whole, the commonest first: what a typed Hindi word may stand for."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from index import kept
from index.language import normalise, syllables
from index.language.normalise import fold
from index.language.syllables import readings, skeleton
from index.language.typed_distance import distance

# Spellings that are farther from a word are not of that word.
FARTHEST = 1.0
# What the kept index depends on.
_DECIDING = (Path(__file__), Path(normalise.__file__), Path(syllables.__file__))


class Candidate(NamedTuple):
    """A Devanagari word that a typed word may stand for: `distance` as in `typed_distance.distance`, `rank` from 0."""

    word: str
    distance: float
    rank: int


class _Index(NamedTuple):
    """The Hindi words, folded, with their skeletons, and the English ones; both the commonest first."""

    hindi: dict[str, str]
    english: list[str]


class Vocabulary:
    """The whole words of a model; empty for a model without any. Indexed at the first question put to it.

    >>> vocabulary = Vocabulary(["दिल", "team", "दिन", "दाल", "मिला", "दिल्ली"])
    >>> [(found.word, round(found.distance, 2)) for found in vocabulary.candidates("dilli")]
    [('दिल्ली', 0.0)]
    >>> vocabulary.english_rank("team"), vocabulary.english_rank("dil")
    (0, None)
    """

    def __init__(self, words: Iterable[str] | Callable[[], Iterable[str]] = (), name: str | None = None) -> None:
        """Take the words, or what yields them when they are needed; their index is kept under a name, if it has one."""
        self._words = words if callable(words) else partial(iter, tuple(words))
        self._name = name and f"{name}.{kept.code_digest(*_DECIDING)}"
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
    def _index(self) -> _Index:
        found = self._read()
        if found is not None:
            return found
        found = _index_of(self._words())
        if self._name and found.hindi:
            text = "\n".join([*(f"{word} {bones}" for word, bones in found.hindi.items()), *found.english])
            kept.keep("words", self._name, lambda path: path.write_text(text, encoding="utf-8"))
        return found

    def _read(self) -> _Index | None:
        path = kept.kept("words", self._name) if self._name else None
        try:
            lines = path.read_text(encoding="utf-8").split("\n") if path else []
        except (OSError, UnicodeDecodeError):
            return None
        pairs = [line.partition(" ") for line in lines]
        found = _Index({word: bones for word, gap, bones in pairs if gap}, [word for word, gap, _ in pairs if not gap])
        return found if found.hindi else None

    @cached_property
    def _hindi(self) -> dict[str, int]:
        return {word: rank for rank, word in enumerate(self._index.hindi)}

    @cached_property
    def _english(self) -> dict[str, int]:
        return {word: rank for rank, word in enumerate(self._index.english)}

    @cached_property
    def _by_skeleton(self) -> dict[str, list[str]]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for word, bones in self._index.hindi.items():
            found[bones].append(word)
        return dict(found)


def _index_of(words: Iterable[str]) -> _Index:
    hindi: dict[str, str] = {}
    english: dict[str, None] = {}
    for word in words:
        if word.isascii():
            if word.isalpha():
                english.setdefault(word)
        elif len(word) > 1 and "\u0904" <= word[0] <= "\u0939":
            folded = fold(word)
            if folded not in hindi:
                hindi[folded] = skeleton(folded)
    return _Index(hindi, list(english))


def whole_words(pieces: dict[str, int]) -> Iterator[str]:
    """Yield the whole words of a tokenizer's pieces by their numbers: WordPiece marks the others, Unigram marks these.

    >>> list(whole_words({"##s": 2, "दिन": 1, "day": 0})), list(whole_words({"▁दिन": 1, "s": 0}))
    (['day', 'दिन'], ['दिन'])
    """
    ordered = sorted(pieces, key=pieces.__getitem__)
    if any(piece.startswith("▁") for piece in ordered):
        return (piece[1:] for piece in ordered if piece.startswith("▁"))
    return (piece for piece in ordered if not piece.startswith("##"))
