"""How far a word typed in Roman letters is from a Devanagari word, by the spellings that people use for each sound."""

import math
from functools import lru_cache

from index.language.syllables import DOUBLED, INHERENT, NASAL, Reading, syllables_of

# What is typed for a vowel, with what it costs, "" being nothing typed; the first spelling is the usual one.
_VOWELS: dict[str, dict[str, float]] = {
    INHERENT: {"a": 0.0, "": 0.0, "u": 0.5, "e": 0.45, "o": 0.6, "i": 0.7, "aa": 0.6},
    "ा": {"a": 0.0, "aa": 0.0, "": 0.8, "o": 0.7, "e": 0.8},
    "ि": {"i": 0.0, "e": 0.25, "ee": 0.3, "y": 0.2, "": 0.45},
    "ी": {"i": 0.0, "ee": 0.0, "ii": 0.0, "y": 0.1, "ie": 0.2, "ey": 0.25, "e": 0.35, "ea": 0.3, "": 0.8},
    "ु": {"u": 0.0, "oo": 0.2, "o": 0.35, "": 0.45},
    "ू": {"u": 0.0, "oo": 0.0, "uu": 0.0, "ou": 0.2, "o": 0.35, "": 0.8},
    "े": {"e": 0.0, "ey": 0.1, "ay": 0.2, "ae": 0.2, "ei": 0.1, "ai": 0.25, "a": 0.5, "i": 0.5, "": 0.6},
    "ै": {"ai": 0.0, "ei": 0.1, "ay": 0.1, "ae": 0.1, "e": 0.15, "a": 0.3, "": 0.6},
    "ॅ": {"e": 0.0, "a": 0.1},
    "ो": {"o": 0.0, "oo": 0.3, "ow": 0.2, "oa": 0.1, "ou": 0.3, "au": 0.4, "u": 0.5, "": 0.6},
    "ौ": {"au": 0.0, "ou": 0.05, "ao": 0.1, "o": 0.15, "": 0.7},
    "ॉ": {"o": 0.0, "a": 0.15, "au": 0.2, "aa": 0.2, "": 0.6},
    "य": {"y": 0.0, "i": 0.3, "": 0.25},
}
_NO_VOWEL = {"": 0.0, "a": 0.3, "e": 0.6, "i": 0.6, "u": 0.6}
# An unwritten vowel at the end is not spoken, save after a cluster: mitra, krishna.
_FINAL_INHERENT = {"": 0.0, "a": 0.3, "e": 0.5}
_OTHER_VOWEL = 0.9
_OPENING_Y_LEFT_OUT = 0.6
_E_BEFORE_H = 0.05  # pehle, पहले
_DOUBLED_LEFT_OUT, _DOUBLED_ADDED = 0.1, 0.25
_SILENT_TYPED, _SPOKEN_LEFT_OUT = 0.12, 0.08
# ं left out, or typed where none is written: inside a word and at its end, where few people type it.
_NASAL_LEFT_OUT, _NASAL_ADDED, _FINAL_NASAL_LEFT_OUT, _FINAL_NASAL_ADDED = 0.3, 0.6, 0.1, 0.5

_CONSONANTS: dict[str, dict[str, float]] = {
    "क": {"k": 0.0, "q": 0.0, "ck": 0.0, "kh": 0.5},
    "ख": {"kh": 0.0, "k": 0.35},
    "ग": {"g": 0.0, "gh": 0.4},
    "घ": {"gh": 0.0, "g": 0.3},
    "च": {"ch": 0.0, "chh": 0.3},
    "छ": {"chh": 0.0, "ch": 0.1},
    "ज": {"j": 0.0, "z": 0.0, "jh": 0.5},
    "झ": {"jh": 0.0, "j": 0.35, "z": 0.6},
    "ट": {"t": 0.05, "th": 0.45},
    "ठ": {"th": 0.05, "t": 0.4},
    "त": {"t": 0.0, "th": 0.3},
    "थ": {"th": 0.0, "t": 0.35},
    "द": {"d": 0.0, "dh": 0.35},
    "ध": {"dh": 0.0, "d": 0.3},
    "ड": {"d": 0.05, "dh": 0.45},
    "ढ": {"dh": 0.05, "d": 0.35},
    "ण": {"n": 0.05},
    "प": {"p": 0.0, "ph": 0.6, "f": 0.7},
    "फ": {"f": 0.0, "ph": 0.0, "p": 0.35},
    "ब": {"b": 0.0, "bh": 0.5},
    "भ": {"bh": 0.0, "b": 0.3},
    "श": {"sh": 0.0, "s": 0.2},
    "ष": {"sh": 0.05, "s": 0.25},
    "स": {"s": 0.0, "sh": 0.35},
}


def distance(word: str, reading: Reading, farthest: float = 2.0) -> float:
    """Return how far a reading of the same skeleton is from a folded Devanagari word: 0 for its usual spelling.

    Infinite where it is more than `farthest`.

    >>> from index.language.syllables import readings
    >>> reading, = readings("dil")
    >>> [round(distance(word, reading), 1) for word in ("दिल", "दाल", "दिला")]
    [0.0, 0.9, 0.8]
    """
    written, typed = syllables_of(word), reading.syllables
    if len(written.consonants) != len(typed.consonants):
        return math.inf
    vowels, last, cost = written.vowels, len(written.consonants), reading.cost
    for letter, spelt in zip(written.consonants, typed.consonants, strict=True):
        cost += _consonant_cost(letter, spelt)
    if vowels[0].startswith("य") and not typed.vowels[0].startswith("y"):
        cost += _OPENING_Y_LEFT_OUT
    for place, (vowel, spelt) in enumerate(zip(vowels, typed.vowels, strict=True)):
        if cost > farthest:
            return math.inf
        if place == last:
            cost += _final_cost(vowel, spelt, last > 1 and vowels[place - 1] == "")
        elif vowel == INHERENT and place:
            if spelt == "e" and written.consonants[place] == "ह":
                cost += _E_BEFORE_H
                continue
            cost += _inherent_cost(spelt, vowels[place - 1] != "" and vowels[place + 1] not in ("", INHERENT))
        elif vowel != spelt:
            cost += _vowel_cost(vowel, spelt)
    return cost if cost <= farthest else math.inf


@lru_cache(maxsize=1024)
def _consonant_cost(letter: str, spelt: str) -> float:
    written, typed = letter.rstrip(DOUBLED), spelt.rstrip(DOUBLED)
    costs = _CONSONANTS.get(written)
    cost = costs.get(typed, 0.6) if costs else 0.0
    if (letter == written) == (spelt == typed):
        return cost
    return cost + (_DOUBLED_LEFT_OUT if letter != written else _DOUBLED_ADDED)


@lru_cache(maxsize=1024)
def _inherent_cost(typed: str, silent: bool) -> float:
    """Return the cost for an unwritten vowel, which speech drops between two syllables: करना, karna."""
    if typed == "a":
        return _SILENT_TYPED if silent else 0.0
    return _vowel_cost(INHERENT, typed) + (_SPOKEN_LEFT_OUT if typed == "" and not silent else 0.0)


@lru_cache(maxsize=16384)
def _vowel_cost(vowel: str, typed: str) -> float:
    extra = 0.0
    if (NASAL in vowel) != (NASAL in typed):
        extra = _NASAL_LEFT_OUT if NASAL in vowel else _NASAL_ADDED
    return extra + _plain_cost(vowel.replace(NASAL, ""), typed.replace(NASAL, ""))


@lru_cache(maxsize=16384)
def _final_cost(vowel: str, typed: str, after_cluster: bool) -> float:
    extra = 0.0
    if (NASAL in vowel) != (NASAL in typed):
        extra = _FINAL_NASAL_LEFT_OUT if NASAL in vowel else _FINAL_NASAL_ADDED
    vowel, typed = vowel.replace(NASAL, ""), typed.replace(NASAL, "")
    if vowel == INHERENT:
        cost = _FINAL_INHERENT.get(typed, _OTHER_VOWEL)
        return extra + (0.05 if after_cluster and typed == "a" else cost)
    return extra + _plain_cost(vowel, typed)


def _plain_cost(vowel: str, typed: str) -> float:
    if vowel == typed:
        return 0.0
    if not vowel:
        return _NO_VOWEL.get(typed, _OTHER_VOWEL)
    return min(_spelt_out(vowel, typed), _OTHER_VOWEL + 0.1 * abs(len(vowel) - len(typed)))


def _spelt_out(vowels: str, typed: str) -> float:
    """Return the cost where each vowel of a run has its spelling; a y may join two that meet: jaayie, जाइए."""
    if not vowels:
        return 0.0 if not typed else math.inf
    cheapest = math.inf
    for spelt, cost in _VOWELS.get(vowels[0], {"": 0.0}).items():
        if typed.startswith(spelt):
            rest = typed[len(spelt) :]
            joined = _spelt_out(vowels[1:], rest[1:]) if spelt and vowels[1:] and rest.startswith("y") else math.inf
            cheapest = min(cheapest, cost + min(joined, _spelt_out(vowels[1:], rest)))
    return cheapest
