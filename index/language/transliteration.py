"""Names from one script to the other by their sound, where nobody is known to have spelt them: रामनगर, Ramnagar."""

from difflib import SequenceMatcher

import regex

from index.language.normalise import fold

_VIRAMA = "्"


def _listed(listed: str) -> dict[str, str]:
    """Return the second of each two words by the first."""
    words = listed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


_CONSONANTS = _listed(
    "क k ख kh ग g घ gh ङ n च ch छ chh ज j झ jh ञ n ट t ठ th ड d ढ dh ण n त t थ th द d ध dh न n प p फ f ब b भ bh म m "
    "य y र r ल l व v श sh ष sh स s ह h ळ l"
)
_SIGNS = _listed("ा a ि i ी i ु u ू u ृ ri े e ै ai ो o ौ au ॉ o ॅ a")
_LETTERS = _listed("अ a आ a इ i ई i उ u ऊ u ऋ ri ए e ऐ ai ओ o औ au ऑ o ऍ a")
_CONJUNCTS = (("ज्ञ", "gy"), ("क्ष", "ksh"), ("सिंह", "singh"))
# A word that ends in a group with one of these keeps its last vowel: चंद्र, Chandra.
_KEEPS = frozenset("रयवणनमल")
_NAMES_OF_LETTERS = "ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड"
_LETTER_NAMES = _NAMES_OF_LETTERS.split()
LATIN_OF = {name: chr(ord("A") + place) for place, name in enumerate(_LETTER_NAMES)}
_NAMED = regex.compile("|".join(sorted(map(regex.escape, _LETTER_NAMES), key=len, reverse=True)))
_ACRONYM = regex.compile(f"(?:{_NAMED.pattern}){{3,}}")

_UNITS = regex.compile(
    r"chh|[csktgpbdj]h|ph|wh|ck|ng(?![aeiouy])|aa|ee|oo|ai|ay|au|ow|ou|ei|ie|ea|oa|ya|[a-z]", regex.IGNORECASE
)
# ChatGPT is read in two parts.
_PARTS = regex.compile(r"\p{Lu}{2,}(?!\p{Ll})|\p{Lu}?[\p{Latin}&&[^\p{Lu}]]+|\p{Lu}", regex.V1)
_SMALL = {"of": "ऑफ", "and": "एंड", "for": "फॉर", "the": "द", "de": "डी"}
_TO_CONSONANT = _listed(
    "chh छ ch च sh श kh ख th थ gh घ bh भ dh ध jh झ ph फ wh व ck क ng ंग b ब c क d ड f फ g ग h ह j ज k क l ल m म n न "
    "p प q क r र s स t ट v व w व x क्स z ज"
)
_TO_VOWEL = _listed("a अ aa आ e ए ee ई ea ई i इ ie ी o ओ oa ओ oo ऊ u उ ou ऊ ai ऐ ay ए ei ई au औ ow औ y य")
_SIGN_OF = dict(zip("आइईउऊएऐओऔ", "ािीुूेैोौ", strict=True))


def to_latin(name: str) -> str:
    """Return a name in Devanagari in Latin letters, each word with a capital.

    >>> to_latin("राजनाथ सिंह"), to_latin("चंद्रशेखर"), to_latin("पीएसएलवी"), to_latin("सी. पी.")
    ('Rajnath Singh', 'Chandrashekhar', 'PSLV', 'C. P.')
    """
    return regex.sub(r"[\p{Devanagari}&&[\p{L}\p{M}]]+", lambda match: _latin(match[0]), name, flags=regex.V1)


def likeness(one: str, other: str) -> float:
    """Return the share 0…1 of their letters that two spellings have in common, both read in Latin letters.

    >>> round(likeness("ह्यूगनॉट्स", "Huguenots"), 2), round(likeness("पास", "Phase"), 2)
    (0.82, 0.75)
    """
    first, second = (fold(to_latin(text)) for text in (one, other))
    return SequenceMatcher(None, first, second, autojunk=False).ratio()


def _latin(word: str) -> str:
    if word in LATIN_OF:
        return LATIN_OF[word]
    if _ACRONYM.fullmatch(word):
        return "".join(LATIN_OF[letter] for letter in _NAMED.findall(word))
    spelt = fold(word)
    keeps = len(spelt) > 2 and spelt[-2] == _VIRAMA and spelt[-1] in _KEEPS
    return _spoken(_parts(spelt), keeps=keeps).capitalize()


def _parts(spelt: str) -> list[list[str]]:
    """Return sounds, each with the vowel behind it: "" for none, "?" where speech may drop it."""
    parts: list[list[str]] = []
    for conjunct, sound in _CONJUNCTS:
        spelt = spelt.replace(conjunct, f"<{sound}>")
    for piece in regex.findall(r"<\w+>|.", spelt):
        if piece.startswith("<"):
            parts.append([piece[1:-1], "" if piece == "<singh>" else "?"])
        elif piece in _CONSONANTS:
            parts.append([_CONSONANTS[piece], "?"])
        elif piece == _VIRAMA and parts:
            parts[-1][1] = ""
        elif piece in _SIGNS and parts:
            parts[-1][1] = _SIGNS[piece]
        elif piece in _LETTERS:
            parts.append(["", _LETTERS[piece]])
        elif piece == "ं":
            parts.append(["n", ""])
    return parts


def _spoken(parts: list[list[str]], *, keeps: bool) -> str:
    """Return the sounds of a word, without the vowels that speech drops: the last, and one between open syllables."""
    if parts and parts[-1][1] == "?":
        parts[-1][1] = "a" if keeps or len(parts) == 1 else ""
    for place in range(len(parts) - 2, 0, -1):
        if parts[place][1] == "?":
            before, behind = parts[place - 1][1], parts[place + 1][1]
            dropped = before not in ("", "?") and behind not in ("", "?") and parts[place + 1][0] != ""
            parts[place][1] = "" if dropped else "a"
    line = "".join(sound + ("a" if vowel == "?" else vowel) for sound, vowel in parts)
    return regex.sub("n(?=[pbm])", "m", line)


def to_devanagari(name: str) -> str:
    """Return a name in Latin letters in Devanagari, roughly as it is read; capitals alone by the names of the letters.

    >>> to_devanagari("Ravi"), to_devanagari("Lavrov"), to_devanagari("BBC")
    ('रवी', 'लव्रोव', 'बीबीसी')
    """
    return _PARTS.sub(lambda match: _SMALL.get(match[0]) or _devanagari(match[0]), name)


def _devanagari(word: str) -> str:
    if word.isupper() and len(word) <= 5:
        return "".join(_LETTER_NAMES[ord(letter) - ord("A")] for letter in word if "A" <= letter <= "Z")
    units = _UNITS.findall(fold(word))
    line, open_ = "", False  # whether the last consonant still waits for its vowel
    for place, unit in enumerate(units):
        following = units[place + 1] if place + 1 < len(units) else ""
        last = not following
        if unit in _TO_VOWEL and not (unit == "y" and following in _TO_VOWEL):
            line += _vowel(unit, opens=not open_, last=last)
            open_ = False
            continue
        letter = (
            "य"
            if unit in ("y", "ya")
            else "स"
            if unit == "c" and following[:1] in ("e", "i", "y")
            else _TO_CONSONANT.get(unit, "")
        )
        if unit == "n" and following and following not in _TO_VOWEL and following != "n":
            line, open_ = line + "ं", False
            continue
        if open_ and letter and letter != "ंग":
            line += "" if line.endswith(letter) else _VIRAMA
        line += "" if open_ and line.endswith(letter) else letter
        open_ = unit != "ya"
    return line


def _vowel(unit: str, *, opens: bool, last: bool) -> str:
    if unit == "y":
        return "ी" if not opens else "ई"
    letter = _TO_VOWEL[unit]
    if last and unit in ("a", "i"):
        letter = "आ" if unit == "a" else "ई"
    if unit == "e" and last and not opens:
        return ""
    return letter if opens else _SIGN_OF.get(letter, "" if letter == "अ" else letter)
