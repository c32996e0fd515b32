"""A Hindi word as consonants and the vowels between them, in Devanagari or as typed in Roman letters.

Typed spellings agree on the consonants far more than on the vowels, so the consonants find candidates (`skeleton`) and
the vowels choose among them (`index.language.typed_distance`).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice, product
from typing import NamedTuple

NASAL = "ं"
# Marks a consonant that is written twice: अच्छा, achchha.
DOUBLED = "+"
INHERENT = "अ"
_VIRAMA = "्"
# The most readings of one typed word that are tried; the likeliest come first.
_MOST_READINGS = 24

_CLASSES = {
    letter: sound
    for sound, letters in {
        "k": "कख",
        "g": "गघ",
        "c": "चछ",
        "j": "जझ",
        "t": "टठतथ",
        "d": "डढदध",
        "n": "ङञणन",
        "p": "पफ",
        "b": "बभ",
        "m": "म",
        "r": "र",
        "l": "लळ",
        "v": "व",
        "s": "शषस",
        "h": "ह",
    }.items()
    for letter in letters
}
_SIGN_OF = dict(zip("आइईउऊएऐओऔऑऍ", "ािीुूेैोौॉॅ", strict=True)) | {"अ": INHERENT}
_SIGNS = frozenset("ािीुूेैोौॉॅ")
_OPENING = frozenset("अआइईउऊएऐओऔऑऍय")
_RESPELT = (("ज्ञ", "ग्य"), ("ंह", "ंघ"), ("ऋ", "रि"), ("ृ", "्रि"))
_SKELETON = str.maketrans(
    {chr(code): _CLASSES.get(chr(code), "") for code in range(0x0900, 0x0980)} | {_VIRAMA: _VIRAMA, "य": ""}
)
_DOUBLED = re.compile(r"(.)्\1")


class Syllables(NamedTuple):
    """`vowels` has one item more than `consonants`: what stands before, between and behind them, "" for nothing.

    In Devanagari a vowel is written as its sign, अ where none is written, with य and ं as they stand. A doubled
    consonant is one, marked.
    """

    consonants: tuple[str, ...]
    vowels: tuple[str, ...]


class Reading(NamedTuple):
    """One way to understand a typed word: its skeleton, its syllables, and what taking it that way costs."""

    skeleton: str
    syllables: Syllables
    cost: float


def skeleton(word: str) -> str:
    """Return the classes of the consonants of a folded Devanagari word, after "a" where a vowel opens it.

    Quick, for whole vocabularies.

    >>> skeleton("अच्छा"), skeleton("आंदोलन"), skeleton("विज्ञान")
    ('ac', 'adln', 'vgn')
    """
    opening = "a" if word[:1] in _OPENING else ""
    for letters, respelt in _RESPELT:
        if letters in word:
            word = word.replace(letters, respelt)
    classes = word.replace("्य", "").translate(_SKELETON)
    return opening + (_DOUBLED.sub(r"\1", classes).replace(_VIRAMA, "") if _VIRAMA in classes else classes)


@lru_cache(maxsize=65536)
def syllables_of(word: str) -> Syllables:
    """Return the syllables of a folded Devanagari word.

    >>> syllables_of("राजनाथ")
    Syllables(consonants=('र', 'ज', 'न', 'थ'), vowels=('', 'ा', 'अ', 'ा', 'अ'))
    >>> syllables_of("क्यों"), syllables_of("अच्छा")
    (Syllables(consonants=('क',), vowels=('', 'यों')), Syllables(consonants=('छ+',), vowels=('अ', 'ा')))
    """
    for letters, respelt in _RESPELT:
        word = word.replace(letters, respelt)
    consonants: list[str] = []
    vowels = [""]
    for letter, following in zip(word, word[1:] + " ", strict=True):
        silent = following == _VIRAMA or following in _SIGNS
        if letter in _CLASSES:
            if consonants and vowels[-1] == "" and _CLASSES[consonants[-1][0]] == _CLASSES[letter]:
                consonants[-1] = letter + DOUBLED
            else:
                consonants.append(letter)
                vowels.append("")
            vowels[-1] = "" if silent else INHERENT
        elif letter == "य":
            vowels[-1] += letter if silent else letter + INHERENT
        elif letter in _SIGN_OF:
            vowels[-1] += _SIGN_OF[letter]
        elif letter in _SIGNS or letter == NASAL:
            vowels[-1] += letter
    return Syllables(tuple(consonants), tuple(vowels))


_TYPED = re.compile("chh|[cskgjtdpbr]h|ck|[b-df-hj-np-tv-xz]|[aeiouy]+")
_TYPED_CLASSES = {"q": "k", "ck": "k", "f": "p", "z": "j", "w": "v", "x": "ks", "c": "k", "sh": "s"}
# Stands before the second of two like consonants that are not one doubled sound.
_APART = "|"
_ASPIRATES = tuple("kgjtdpb")
_VOWEL_LETTERS = ("a", "e", "i", "o", "u", "y")
_OPEN_END = re.compile("^(.*[ai])[ou]$")


@lru_cache(maxsize=8192)
def readings(typed: str) -> tuple[Reading, ...]:
    """Return the ways to understand a word in Roman letters, in lower case; none where it has other characters.

    A nasal before a consonant or at the end may be ं (chandra, mein), r a ड़ (sadak, sarak), and h the sound ह where a
    vowel was left out (khte, कहते).

    >>> [reading.skeleton for reading in readings("kahan")]
    ['khn', 'kh']
    >>> [reading.skeleton for reading in readings("khte")]
    ['kt', 'kht']
    """
    units = _TYPED.findall(typed)
    if not units or "".join(units) != typed:
        return ()
    choices = [list(_choices(unit, units[:place], units[place + 1 :])) for place, unit in enumerate(units)]
    found: dict[Syllables, Reading] = {}
    for chosen in islice(product(*choices), _MOST_READINGS):
        cost, parts = sum(cost for cost, _ in chosen), [part for _, taken in chosen for part in taken]
        read = _joined(parts, cost)
        if read.syllables not in found:
            found[read.syllables] = read
    return tuple(found.values())


def _choices(unit: str, before: list[str], after: list[str]) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield (cost, parts) for a unit; a part is a vowel run, a consonant's spelling, or ं."""
    following = after[0] if after else ""
    if unit[0] in _VOWEL_LETTERS:
        yield 0.0, (unit,)
        if before and len(after) <= 1 and following in ("", "n") and _OPEN_END.match(unit):
            yield 0.1, (unit[:-1], "v")  # gaon, गांव; chunao, चुनाव
    elif before and before[-1][0] not in _VOWEL_LETTERS and _class_of(unit) == _class_of(before[-1]):
        yield 0.0, (unit,)
        yield 0.0, (_APART, unit)  # banne, बनने; dekhkar, देखकर
    elif unit in ("n", "m") and before and (following[:1] not in _VOWEL_LETTERS or following[:1] == "y"):
        yield 0.0, (unit,)
        yield 0.0, (NASAL,)
    elif unit in ("x", "c"):
        yield 0.0, _like_english(unit, following)
    elif "h" in unit:
        yield from _aspirated(unit, before)
    elif unit == "r" and before:
        yield 0.0, ("r",)
        yield 0.12, ("d",)
    else:
        yield 0.0, (unit,)


def _like_english(unit: str, following: str) -> tuple[str, ...]:
    if unit == "x":
        return ("k", "sh" if following == "h" else "s")  # the h after it is dropped
    if following.startswith("ch"):
        return ("ch",)  # accha, अच्छा
    return ("s",) if following[:1] in ("e", "i", "y") else ("k",)


def _aspirated(unit: str, before: list[str]) -> Iterator[tuple[float, tuple[str, ...]]]:
    if unit == "h" and before[-1:] == ["x"]:
        yield 0.0, ()
    elif unit == "h" and before and before[-1][0] not in _VOWEL_LETTERS:
        yield 0.0, ("h",)
        yield 0.4, ()  # Delhi
    elif unit == "rh":
        yield 0.1, ("dh",)
        yield 0.0, ("r", "h")
    else:
        yield 0.0, (unit,)
        if unit[0] in _ASPIRATES and len(unit) == 2:
            yield 0.5, (unit[0], "h")  # khte, कहते


def _joined(parts: list[str], cost: float) -> Reading:
    consonants: list[str] = []
    vowels = [""]
    previous = ""
    for part in parts:
        apart, previous = previous == _APART, part
        if part == _APART:
            continue
        if part[0] in _VOWEL_LETTERS or part == NASAL:
            vowels[-1] += part
        elif consonants and not apart and vowels[-1] == "" and _class_of(consonants[-1]) == _class_of(part):
            consonants[-1] = max(consonants[-1].rstrip(DOUBLED), part, key=len) + DOUBLED
        else:
            consonants.append(part)
            vowels.append("")
    # gaon read as gā-v with a nasal: the nasal goes with the vowel, गांव.
    if consonants and consonants[-1] == "v" and vowels[-1] == NASAL:
        vowels[-2:] = [vowels[-2] + NASAL, ""]
    opening = "a" if vowels[0] else ""
    return Reading(opening + "".join(map(_class_of, consonants)), Syllables(tuple(consonants), tuple(vowels)), cost)


def _class_of(spelt: str) -> str:
    return _TYPED_CLASSES.get(spelt.rstrip(DOUBLED), spelt[0])
