"""Tells names from other words, and by what a name is met in the other script: its sound, its letters, its initials."""

from collections.abc import Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Literal

import regex

from index.language.phonetic import phonetic_keys
from index.word_neighbours import WordNeighbours

Kind = Literal["name", "likely", "word"]

# A translation counts where it is a common word itself; a Hindi word commoner than the second is no name unless its
# translation sounds alike.
_COMMON_TRANSLATION, _COMMON_WORD = 10_000, 2_000
# A rarer word's translation lies as near as this, and what lies nearer was put there and never met in training.
_TRANSLATED, _NEVER_MET = 0.72, 0.94
# Of the commonest words that sound like their translation, such as बैंक, the names are known.
_COMMONEST = 600
_BEST_NEIGHBOURS = 6
# Sounds that have this much in common are one name's, and without these two sounds may be.
_NEARLY = 0.75
_SOFT = str.maketrans("", "", "aiovy")  # स्वेज, Suez
_INFLECTED = regex.compile(
    r"(?:ना|ने|नी|कर|ता|ते|ती|ेगा|ेगी|ेंगे|एगा|एगी|ों|ियां|ाएं|ाओं|ुओं|ाई|ाया|ाए|ीय|िक|कार|पूर्ण|वाद|पन|करण|गत|पूर्वक)$"
)
_PLURAL = regex.compile(r"(?:ों|ियां|ाएं)$")
_ACRONYM = regex.compile(r"[A-Z][A-Z0-9]{1,5}")
_LETTER_NAMES = "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड"
_LETTERS = dict(zip(_LETTER_NAMES.split(), "abcdefghijklmnopqrstuvwxyz", strict=True)) | {"अाई": "i", "ऐ": "a"}
_SPELT = regex.compile(rf"({'|'.join(sorted(_LETTERS, key=len, reverse=True))}|\d)+")


def kind_of(surface: str, word: str, opens: bool, neighbours: WordNeighbours | None) -> Kind:
    """Tell whether a word is a name, likely one, or another word; what `opens` a sentence has a capital anyway."""
    if len(word) < 2 or (is_letters(word, 1) and not is_letters(word, 2)):
        return "word"
    if is_letters(word, 2) or _ACRONYM.fullmatch(surface):
        return "name"
    if surface[0].isascii():
        if not surface[0].isupper() or (opens and not _is_foreign(word, neighbours)):
            return "word"
        return "word" if _is_ordinary(word, neighbours) else "name"
    if neighbours is None or len(word) < 3 or not phonetic_keys(surface):
        return "word"
    return _kind_of_hindi(word, neighbours)


def look_up(words: Sequence[str], neighbours: WordNeighbours) -> None:
    """Look up together the neighbours that the words of a sentence will be asked for, and those of borrowed words."""
    near = zip(words, neighbours.of_all(words), strict=True)
    neighbours.of_all(
        [
            other
            for word, found in near
            for other, _ in found[:_BEST_NEIGHBOURS]
            if other.isascii() and _alike(word, other)
        ]
    )


def _kind_of_hindi(word: str, neighbours: WordNeighbours) -> Kind:
    if _PLURAL.search(word):
        return "word"
    near, rank = neighbours.of(word)[:_BEST_NEIGHBOURS], neighbours.rank(word)
    alike = [other for other, _ in near if _alike(word, other)]
    if alike:
        borrowed = any(_is_ordinary(other, neighbours) for other in alike)
        return "word" if borrowed or (rank is not None and rank < _COMMONEST) else "name"
    if rank is not None and rank < _COMMON_WORD:
        return "word"
    translated = near and (rank is None or _TRANSLATED <= near[0][1] < _NEVER_MET)
    return "word" if translated or _INFLECTED.search(word) else "likely"


def _is_foreign(word: str, neighbours: WordNeighbours | None) -> bool:
    near = neighbours.of(word) if neighbours else ()
    return not near or any(_alike(word, other) for other, _ in near[:_BEST_NEIGHBOURS])


def _is_ordinary(word: str, neighbours: WordNeighbours | None) -> bool:
    """Tell whether an English word has a common translation of another sound: minister, hall, farm."""
    if neighbours is None:
        return False
    for other, _ in neighbours.of(word):
        rank = neighbours.rank(other)
        if rank is not None and rank < _COMMON_TRANSLATION and not _alike(word, other):
            return True
    return False


@lru_cache(maxsize=65536)
def _alike(word: str, other: str) -> bool:
    mine, its = sounds(word), sounds(other)
    return bool(mine & its) or nearly(mine, its)


def nearly(keys: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two names sound nearly alike: वैष्णव, Vaishnaw; चैटजीपीटी, ChatGPT."""
    return any(_near_keys(key, other) for key in keys for other in others)


@lru_cache(maxsize=65536)
def _near_keys(key: str, other: str) -> bool:
    if min(len(key), len(other)) < 3 or "=" in (key[0], other[0]):
        return False
    if key[0] != other[0]:
        if {key[0], other[0]} == {"y", "j"}:  # योहानेस, Johannes
            return _near_keys("j" + key[1:], "j" + other[1:])
        return key.lstrip("aio") == other.lstrip("aio")  # एनवीडिया, Nvidia
    bare = key.translate(_SOFT)
    if len(bare) > 1 and bare == other.translate(_SOFT):
        return True
    return SequenceMatcher(None, key, other, autojunk=False).ratio() >= _NEARLY


@lru_cache(maxsize=16384)
def sounds(surface: str) -> frozenset[str]:
    """Return what a word is met by in either script: its phonetic keys; the letters of an acronym, behind a "=".

    >>> sorted(sounds("IAS")), sorted(sounds("आईएएस")), sorted(sounds("जी20"))
    (['=ias'], ['=ias'], ['=g20'])
    """
    keys = set(phonetic_keys(surface))
    if _ACRONYM.fullmatch(surface):
        keys.add(f"={surface.lower()}")
    elif is_letters(surface, 2):
        keys.add("=" + "".join(_LETTERS.get(part, part) for part in _parts(surface)))
    return frozenset(keys)


@lru_cache(maxsize=16384)
def is_letters(word: str, least: int) -> bool:
    """Tell whether a Devanagari word spells out letters, at least so many, not all of them digits: एस, आईएएस."""
    return len(_parts(word)) >= least and not word[0].isdigit()


def _parts(word: str) -> list[str]:
    """Return the letters and digits that a Devanagari word spells out, none where it is another word."""
    found = _SPELT.fullmatch(word)
    return found.captures(1) if found else []


def initials(surfaces: Sequence[str]) -> frozenset[str]:
    """Return the acronyms that runs of Latin words may have, behind a "=", small words left out.

    >>> sorted(initials(["an", "initial", "public", "offering"]))
    ['=aip', '=aipo', '=ipo']
    """
    letters = [
        one[0].lower() for one in surfaces if one[0].isascii() and one.lower() not in ("of", "and", "the", "for")
    ]
    return frozenset(
        "=" + "".join(letters[start : start + length])
        for length in (3, 4, 5)
        for start in range(len(letters) - length + 1)
    )
