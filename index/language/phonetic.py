"""A consonant skeleton by which a name in Roman letters meets the same name in Devanagari: Rajnath, raajnaath, राजनाथ.

Aspirates, retroflexes and sibilants are merged, vowels dropped but for a mark where a word begins with one, nasals
before labials made one, doubled letters made single (after the manner of Soundex, for two scripts).
"""

import re
import unicodedata
from functools import lru_cache

from index.language.normalise import fold

INITIAL_VOWEL = "a"
LEAST = 2

_DEVANAGARI_SOUNDS = {
    letter: sound
    for sound, letters in {
        "k": "कख",
        "g": "गघ",
        "c": "चछ",
        "j": "जझ",
        "t": "टठतथ",
        "d": "डढदध",
        "n": "ङञणनं",
        "p": "पफ",
        "b": "बभ",
        "m": "म",
        "y": "य",
        "r": "रृऋ",
        "l": "लळ",
        "v": "व",
        "s": "शषस",
        "h": "ह",
    }.items()
    for letter in letters
}
_CONSONANT = "[क-ह]"
_DEVANAGARI_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        ("ज्ञ", "ग्य"),  # विज्ञान, vigyan
        ("ंह|म्ह$", "ंग"),  # सिंह, Singh
        (rf"({_CONSONANT})्\1", r"\1"),  # दिल्ली
        ("[िी]य|ेय(?=[ाो])", ""),  # इंडिया, भारतीय: the glide is not always written
        (rf"(?<={_CONSONANT})य(?={_CONSONANT})", ""),  # जयशंकर, Jaishankar
        ("(?<=[^्])य$", ""),  # विजय, मंत्रालय
        ("^य[ूु]", "अ"),  # यूक्रेन, Ukraine
        ("(?<=[ोेी])ं$", ""),  # the plural of किसानों
    )
)
_LATIN_SPELLINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"^(?:eu|yu)", "a"),
        (r"(?<=[aeiou])ya$", ""),  # Himalaya, bharatiya
        (r"iy(?=[ao])", "i"),
        (r"chh|tch|ch", "c"),
        (r"ck|qu?", "k"),
        (r"c(?=[eiy])", "s"),
        (r"sh|sch", "s"),
        (r"ph|f", "p"),
        (r"x", "ks"),
        (r"z", "j"),
        (r"w", "v"),
        (r"lh", "l"),  # Delhi
        (r"(?<=[bdgjkpt])h|(?<=r)h$", ""),
        (r"([a-z])\1", r"\1"),
        (r"m(?=[pb])", "n"),
        (r"y(?![aeiou])", ""),
        (r"(?<=[a-z])[aeiou]+", ""),
        (r"^[aeiou]+", INITIAL_VOWEL),
    )
)
_HARD_C = re.compile(r"c(?!h)(?![eiy])")
_FLAPS = {"ड़": "र", "ढ़": "र"}


@lru_cache(maxsize=200_000)
def phonetic_keys(word: str) -> tuple[str, ...]:
    """Return the keys that a word is found by: none for short ones, two where ड़ or ढ़ may be typed r or d.

    >>> phonetic_keys("राजनाथ"), phonetic_keys("raajnaath")
    (('rjnt',), ('rjnt',))
    >>> phonetic_keys("चोपड़ा"), phonetic_keys("Chopra"), phonetic_keys("मोदी की")[:1]
    (('cpd', 'cpr'), ('cpr',), ('mdk',))
    """
    composed = unicodedata.normalize("NFD", word)
    spellings = [word]
    if any(flap in composed for flap in _FLAPS):
        for flap, plain in _FLAPS.items():
            composed = composed.replace(flap, plain)
        spellings.append(composed)
    keys = dict.fromkeys(_key(fold(spelling)) for spelling in spellings)
    return tuple(key for key in keys if key)


def phonetic_key(word: str) -> str:
    """Return the first key of a word, "" where it has none.

    >>> phonetic_key("Jaishankar"), phonetic_key("जयशंकर"), phonetic_key("ओ")
    ('jsnkr', 'jsnkr', '')
    """
    return next(iter(phonetic_keys(word)), "")


def _key(word: str) -> str:
    key = _latin(word) if word.isascii() else _devanagari(word)
    return key if len(key.removeprefix(INITIAL_VOWEL)) >= LEAST else ""


def _devanagari(word: str) -> str:
    for pattern, replacement in _DEVANAGARI_SPELLINGS:
        word = pattern.sub(replacement, word)
    sounds = "".join(_DEVANAGARI_SOUNDS.get(letter, "") for letter in word)
    opening = (
        INITIAL_VOWEL if word and unicodedata.category(word[0]) == "Lo" and word[0] < "क" and word[0] != "ऋ" else ""
    )
    return opening + re.sub("m(?=[pb])", "n", sounds)


def _latin(word: str) -> str:
    if not word.isalpha():
        return ""
    word = _HARD_C.sub("k", word)
    for pattern, replacement in _LATIN_SPELLINGS:
        word = pattern.sub(replacement, word)
    return word
