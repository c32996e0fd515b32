"""Hindi questions as people type them in Roman letters, by rule: for measuring on sets that have none of their own."""

import re

_CONSONANTS = dict(
    zip(
        "क ख ग घ ङ च छ ज झ ञ ट ठ ड ढ ण त थ द ध न प फ ब भ म य र ल व श ष स ह ळ".split(),  # noqa: SIM905
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n p ph b bh m y r l v sh sh s h l".split(),  # noqa: SIM905
        strict=True,
    )
)
_VOWELS = dict(zip("अआइईउऊऋएऐओऔऑऍ", "a a i i u u ri e ai o au o e".split(), strict=True))  # noqa: SIM905
_SIGNS = dict(zip("ािीुूृेैोौॉॅ", "a i i u u ri e ai o au o e".split(), strict=True))  # noqa: SIM905
_NUKTA = {"ज": "z", "फ": "f"}
_VIRAMA, _NASALS, _VISARGA = "्", "ंँ", "ः"
_WORD = re.compile("[\u0900-\u0963\u0970-\u097f]+")
_SPELT = {"ज्ञ": "ग्य", "क्ष": "क्श"}


def romanise(text: str) -> str:
    """Return a text with its Hindi words in small Roman letters; digits, signs and other words stay.

    Vowels are not told long from short, and a vowel that is not heard is not written (Narasimhan et al., 2004).

    >>> romanise("राजनाथ सिंह ने सड़कों पर क्या कहा?"), romanise("सरकार 2024 में बदलती है")
    ('rajnath sinh ne sadkon par kya kaha?', 'sarkar 2024 men badalti hai')
    """
    return _WORD.sub(lambda match: _word(match[0]), text.translate({ord("।"): "."}))


def _word(word: str) -> str:
    for old, new in _SPELT.items():
        word = word.replace(old, new)
    syllables = _unheard(_syllables(word))
    return "".join(consonants + vowel + coda for consonants, vowel, coda in syllables)


def _syllables(word: str) -> list[list[str]]:
    """Return [consonants, vowel, coda] of each syllable; "a" is the vowel that is not written, "A" the one that is."""
    found: list[list[str]] = []
    joined = False
    for place, letter in enumerate(word):
        if letter in _CONSONANTS:
            sound = _NUKTA.get(letter) if word[place + 1 : place + 2] == "़" else None
            if joined:
                found[-1][0] += sound or _CONSONANTS[letter]
            else:
                found.append([sound or _CONSONANTS[letter], "a", ""])
            joined = False
        elif letter in _VOWELS:
            found.append(["", _VOWELS[letter].replace("a", "A"), ""])
        elif letter in _SIGNS and found:
            found[-1][1] = _SIGNS[letter].replace("a", "A")
        elif letter == _VIRAMA and found:
            joined = True
        elif letter in _NASALS and found:
            found[-1][2] += "n"
        elif letter == _VISARGA and found:
            found[-1][2] += "h"
    if joined:
        found[-1][1] = ""
    return found


def _unheard(syllables: list[list[str]]) -> list[list[str]]:
    """Silence the unwritten vowel at the end, and from there on between a vowel and a syllable that has one."""
    heard = [list(one) for one in syllables]
    last = len(heard) - 1
    if last > 0 and heard[last][1:] == ["a", ""] and heard[last][0] != "y":
        heard[last][1] = ""
    place = last - 1
    while place > 0:
        before, here, behind = heard[place - 1 : place + 2]
        if here[1:] == ["a", ""] and len(here[0]) <= 2 and before[1] and not before[2] and behind[1]:
            here[1] = ""
            place -= 1
        place -= 1
    return [[consonants, vowel.replace("A", "a"), coda] for consonants, vowel, coda in heard]
