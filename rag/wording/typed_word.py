"""Which Devanagari word a word typed in Roman letters stands for, or whether it is English and stays."""

import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from index.language.phonetic import phonetic_keys
from index.language.syllables import readings, skeleton
from index.language.typed_distance import distance
from index.vocabulary import Vocabulary

# Natural logarithms: how much a word's distance in spelling weighs against how common it is, in the language and in
# the archive. Chosen on Hindi sentences in Roman letters; anything around them does nearly as well.
DISTANCE_WEIGHT = 18.0
IN_ARCHIVE, ARCHIVE_WEIGHT = 1.0, 0.3
# A word that English and Hindi both have is Hindi where the two are as common: the question is Hindi.
ENGLISH_HANDICAP = 1.5
# A word farther than this from all that is known stays as it was typed. Three letters alone are near to too many words:
# abbreviations are as short.
FARTHEST, FARTHEST_OF_SHORT, SHORT_WORD = 1.0, 0.4, 3
# What the archive has not must be nearer; and, where the typed word is short or English, common Hindi.
FARTHEST_ELSEWHERE, COMMON, WELL_KNOWN = 0.7, 3500, 10_000
# What a word that is not well known costs where no passage has it, beside those of the archive.
RARE_ELSEWHERE = 10.0
# What a word costs that meets the typed one by its key alone, and how many consonants a key needs for that.
BY_KEY_ALONE, SHORTEST_KEY = 0.35, 3
# A key of as many names an English loan by itself; with a shorter one its spelling must be near as well.
SURE_KEY, FARTHEST_LOAN = 4, 0.45
_ACRONYM = 5
_VOWEL_LETTERS, _LAST_CONSONANT = "aeiouy", "ह"


@dataclass(frozen=True, slots=True)
class Heard:
    """The Devanagari words of some passages by skeleton, and the skeletons by their first letter."""

    by_skeleton: Mapping[str, list[str]] = field(default_factory=dict)
    by_letter: Mapping[str, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, words: Iterable[str]) -> "Heard":
        """Index folded words, each given once.

        >>> Heard.of(["बजट", "दिन", "दान"]).by_skeleton
        {'bjt': ['बजट'], 'dn': ['दिन', 'दान']}
        """
        by_skeleton: dict[str, list[str]] = {}
        by_letter: dict[str, list[str]] = {}
        for word in words:
            by_skeleton.setdefault(skeleton(word), []).append(word)
        for one in by_skeleton:
            by_letter.setdefault(one[:1], []).append(one)
        return cls(by_skeleton, by_letter)

    def with_key(self, key: str) -> Iterator[str]:
        """Yield the words that have a phonetic key; only those of like beginning are looked at."""
        for one in self.by_letter.get("a" if key[0] in "aioy" else key[0], ()):
            yield from (word for word in self.by_skeleton[one] if key in phonetic_keys(word))


@dataclass(frozen=True, slots=True)
class TypedWord:
    """A typed word's best Devanagari word, None where there is none, and whether English fits better."""

    word: str | None
    english: bool


def is_acronym(surface: str) -> bool:
    """Tell whether a word stands in capitals, as acronyms do: it stays as it is.

    >>> is_acronym("GST"), is_acronym("Modi")
    (True, False)
    """
    return 2 <= len(surface) <= _ACRONYM and surface.isupper()


def read(
    typed: str,
    vocabulary: Vocabulary,
    passages_with: Callable[[str], int],
    heard: Heard,
    translations: Sequence[str] = (),
) -> TypedWord:
    """Choose by distance in spelling, by how common a word is and by how many passages have it.

    An English word was borrowed as one of its `translations`, where these are known.
    """
    english = vocabulary.english_rank(typed)
    found = {one.word: one.distance for one in vocabulary.candidates(typed)}
    found |= {word: away for word, away in _nearest_heard(typed, heard).items() if away < found.get(word, math.inf)}
    short = len(typed) <= SHORT_WORD
    for word, away in list(found.items()):
        if passages_with(word):
            plausible = away <= (FARTHEST_OF_SHORT if short else FARTHEST)
        elif short or english is not None:
            plausible = away <= FARTHEST_OF_SHORT and (vocabulary.rank(word) or 0) < COMMON
        else:
            plausible = away <= (FARTHEST_ELSEWHERE if (vocabulary.rank(word) or 0) < WELL_KNOWN else FARTHEST_OF_SHORT)
        if not plausible:
            del found[word]
    if not found:
        return _as_english(typed, {}, passages_with, translations) if english is not None else TypedWord(None, False)

    def badness(word: str) -> float:
        rank = vocabulary.rank(word)
        rarity = math.log(10 + (vocabulary.size if rank is None else rank))
        passages = passages_with(word)
        known = IN_ARCHIVE + ARCHIVE_WEIGHT * math.log(passages) if passages else 0.0
        if not passages and (rank is None or rank >= WELL_KNOWN):
            known = -RARE_ELSEWHERE
        return DISTANCE_WEIGHT * found[word] + rarity - known

    best = min(found, key=badness)
    if english is None:
        return TypedWord(best, english=False)
    as_hindi = badness(best) if found[best] <= FARTHEST_OF_SHORT else math.inf
    if as_hindi <= math.log(10 + english) + ENGLISH_HANDICAP:
        return TypedWord(best, english=False)
    return _as_english(typed, found, passages_with, translations)


def _as_english(
    typed: str, found: Mapping[str, float], passages_with: Callable[[str], int], translations: Sequence[str]
) -> TypedWord:
    """Return the loan that the archive has for an English word: of its translations the one that sounds like it."""
    if not translations:
        return TypedWord(_loan(typed, found, passages_with), english=True)
    sounds = set(phonetic_keys(typed))
    alike = {word: passages_with(word) for word in translations if not sounds.isdisjoint(phonetic_keys(word))}
    best = max(alike, key=lambda word: alike[word], default=None)
    return TypedWord(best if best is not None and alike[best] else None, english=True)


def _loan(typed: str, found: Mapping[str, float], passages_with: Callable[[str], int]) -> str | None:
    """Return the word of the archive that an English word was borrowed as: by its sound, spelling says little.

    Both end in a vowel or neither does; an e at the end of a long word is silent.
    """
    counts = {}
    for word, away in found.items():
        shared = set(phonetic_keys(typed)) & set(phonetic_keys(word))
        longest = max(map(_consonants, shared), default=0)
        silent = typed[-1] == "e" and longest >= SURE_KEY
        ends_alike = silent or (typed[-1] in _VOWEL_LETTERS) == (word[-1] > _LAST_CONSONANT)
        if ends_alike and longest and (longest >= SURE_KEY or away <= FARTHEST_LOAN):
            counts[word] = passages_with(word)
    best = max(counts, key=lambda word: counts[word], default=None)
    return best if best is not None and counts[best] else None


def _consonants(key: str) -> int:
    return sum(1 for letter in key if letter not in "aio")


def _nearest_heard(typed: str, heard: Heard) -> dict[str, float]:
    """Return the words of passages that may be meant: of the typed word's consonants, else of its phonetic key."""
    found: dict[str, float] = {}
    for reading in readings(typed):
        for word in heard.by_skeleton.get(reading.skeleton, ()):
            found[word] = min(found.get(word, math.inf), distance(word, reading, FARTHEST))
    for key in phonetic_keys(typed):
        if _consonants(key) >= SHORTEST_KEY:
            for word in heard.with_key(key):
                found.setdefault(word, BY_KEY_ALONE)
    return found
