"""Hindi that was typed in a font of its own (Kruti Dev, Chanakya) or decoded wrongly: letters that mean others."""

import regex

_SAMPLE = 20_000
# Frequent small words of Hindi as the Kruti Dev keyboard stores them: के की में से है का को और कि पर नहीं भी इस था ने ...
_KRUTI_DEV_WORDS = (
    "ds dh esa ls gS dk dks vkSj fd ij ugha Hkh bl Fkk Fkh Fks us gSa fy, ;g ,d rd ckn dj fd;k x;k djus gks jgs jgk "
    "gqbZ gqvk mUgksaus dgk vius fnu lkFk tks ml muds mlds yksxksa nks"
)
_ENGLISH_WORDS = "the of and to in is was for that on with at by from as it"
_KRUTI_DEV, _ENGLISH = frozenset(_KRUTI_DEV_WORDS.split()), frozenset(_ENGLISH_WORDS.split())
_WORD = regex.compile(r"[^\s.।?!\"“”()]+")
# UTF-8 Devanagari (E0 A4 .., E0 A5 ..) read as Windows-1252, Latin-1 or Mac Roman, and Latin read so twice.
_MOJIBAKE = regex.compile("à[¤¥]|‡§|‡•|â€[™œ˜“”¦]|Ã[©¨¢£¤¥¶¼±]")
_HIGH_LATIN = regex.compile(r"[\u0080-\u00ff\u0152\u0153\u0160\u0161\u0178\u0192\u02c6\u02dc\u2020-\u2022\u2030\u2122]")
_LETTER = regex.compile(r"\p{L}")
_LOST = regex.compile("\\?{3,}|\ufffd")


def looks_like_legacy_font(text: str) -> bool:
    """Tell whether a text is Hindi in a pre-Unicode font shown as Latin letters, or UTF-8 decoded as something else.

    >>> looks_like_legacy_font("ljdkj us dgk gS fd fdlkuksa ds fy, u;h ;kstuk esa iSlk fn;k tk,xk vkSj dj ugha yxsxk")
    True
    >>> looks_like_legacy_font("सरकार ने कहा है"), looks_like_legacy_font("Us and them: the ds file")
    (False, False)
    """
    sample = text[:_SAMPLE]
    return _is_mojibake(sample) or _is_kruti_dev(sample) or _is_high_latin(sample)


def lost_letters(text: str) -> bool:
    """Tell whether the letters of a text were replaced by question marks, which nothing can bring back.

    >>> lost_letters("?????? ?? ??? ?? ????? ???? ?? ?????"), lost_letters("क्यों??? पता नहीं, किसने कहा।")
    (True, False)
    """
    sample = text[:_SAMPLE]
    lost = sum(len(run) for run in _LOST.findall(sample))
    return lost >= 6 and lost >= 0.2 * len(sample.replace(" ", ""))


def _is_mojibake(text: str) -> bool:
    hits = len(_MOJIBAKE.findall(text))
    return hits >= 3 and hits >= 0.002 * len(text)


def _is_kruti_dev(text: str) -> bool:
    words = _WORD.findall(text)
    kruti = sum(1 for word in words if word in _KRUTI_DEV)
    english = sum(1 for word in words if word.lower() in _ENGLISH)
    return kruti >= 4 and kruti >= 0.12 * len(words) and kruti > 2 * english


def _is_high_latin(text: str) -> bool:
    """Chanakya and its like fill the upper half of Latin-1; no language of Europe has so many of these."""
    high, letters = len(_HIGH_LATIN.findall(text)), len(_LETTER.findall(text))
    return high >= 20 and high >= 0.3 * max(1, letters)
