"""Changes after which a sentence still follows: a clause less, clauses turned round, a number, date or name respelt."""

from collections.abc import Callable
from random import Random

import regex

from eval.corruption.changes import MONTHS, standing
from eval.corruption.names import NAMES

_LEAST_WORDS = 6
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")
_DIGIT_WORDS = {
    "en": "zero one two three four five six seven eight nine ten eleven twelve",
    "hi": "शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह",
}
_DIGITS = {language: listed.split() for language, listed in _DIGIT_WORDS.items()}
_SMALL = regex.compile(
    r"(?<![\p{L}\p{M}\p{Nd}.,:$₹/-])(?<!Rs )(?:[2-9]|1[0-2])(?= [\p{L}\p{M}]{3})(?! (?:am|pm|बजे|बजकर))"
    rf"(?! (?:{'|'.join(MONTHS['en'] + MONTHS['hi'])}))"
)
_SMALL_WORD = {
    language: regex.compile(
        rf"(?<![\p{{L}}\p{{M}}-])(?:{'|'.join(words[2:])})(?= [\p{{L}}\p{{M}}]{{3}})", regex.IGNORECASE
    )
    for language, words in _DIGITS.items()
}
_LAKH = regex.compile(
    r"(?<![\p{L}\p{Nd}.,])(\d+(?:\.\d+)?) (lakh|crore|million|billion|लाख|करोड़|अरब|हजार)(?! (?:crore|करोड़|लाख))"
)
_SCALE = {"lakh": 5, "crore": 7, "million": 6, "billion": 9, "लाख": 5, "करोड़": 7, "अरब": 9, "हजार": 3}
_DATE = {
    "en": regex.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS['en'])}) (\d{{4}})"),
    "hi": regex.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS['hi'])}) (\d{{4}})"),
}
_SYNONYMS = {
    "en": [
        ("about", "around"), ("percent", "per cent"), ("per cent", "percent"), ("Rs ", "₹"), ("also ", ""),
        ("nearly", "almost"),
    ],
    "hi": [
        ("करीब", "लगभग"), ("लगभग", "करीब"), ("प्रतिशत", "फीसदी"), ("साल", "वर्ष"), ("ज्यादा", "अधिक"),
        ("सुप्रीम कोर्ट", "उच्चतम न्यायालय"),
    ],
}  # fmt: skip


def drop_clause(text: str, language: str, chance: Random) -> str | None:
    """Leave out what follows the last comma."""
    head, comma, _ = text.rstrip(".।").rpartition(", ")
    if not comma or len(head.split()) < _LEAST_WORDS or "(" in head:
        return None
    return head + ("।" if language == "hi" else ".")


def turn_clauses(text: str, language: str, chance: Random) -> str | None:
    """Put what follows the only comma in front."""
    head, comma, tail = text.rstrip(".।").partition(", ")
    if not comma or ", " in tail or len(head.split()) < 3 or len(tail.split()) < 3:
        return None
    return f"{tail}, {head}" + ("।" if language == "hi" else ".")


def respell_number(text: str, language: str, chance: Random) -> str | None:
    """Write 5 as five, पाँच or ५, five as 5, and 2 लाख as 2,00,000."""
    ways: list[Callable[[], str | None]] = [
        lambda: _scaled(text, language),
        lambda: _word(text, language),
        lambda: _figure(text, language),
    ]
    chance.shuffle(ways)
    for way in ways:
        new = way()
        if new:
            return new
    return text.translate(_DEVANAGARI) if language == "hi" and regex.search(r"\d", text) else None


def _scaled(text: str, language: str) -> str | None:
    match = _LAKH.search(text)
    if not match:
        return None
    whole, _, decimals = match[1].partition(".")
    places = _SCALE[match[2]]
    digits = (whole + decimals + "0" * (places - len(decimals))).lstrip("0")
    return text[: match.start()] + (_indian(digits) if language == "hi" else f"{int(digits):,}") + text[match.end() :]


def _indian(digits: str) -> str:
    head, tail = digits[:-3], digits[-3:]
    while head:
        tail, head = f"{head[-2:]},{tail}", head[:-2]
    return tail


def _word(text: str, language: str) -> str | None:
    match = _SMALL.search(text)
    return text[: match.start()] + _DIGITS[language][int(match[0])] + text[match.end() :] if match else None


def _figure(text: str, language: str) -> str | None:
    match = _SMALL_WORD[language].search(text)
    return (
        text[: match.start()] + str(_DIGITS[language].index(match[0].lower())) + text[match.end() :] if match else None
    )


def rewrite_date(text: str, language: str, chance: Random) -> str | None:
    """Write 16 January 2025 as January 16, 2025, as 2025-01-16 or with an ordinal."""
    match = _DATE[language].search(text)
    if not match:
        return None
    day, month, year = match[1], match[2], match[3]
    number = MONTHS[language].index(month) + 1
    forms = [f"{year}-{number:02}-{int(day):02}", f"{int(day):02}/{number:02}/{year}"]
    forms += (
        [f"{month} {day}, {year}", f"{day} {month[:3]} {year}"] if language == "en" else [f"{day} {month}, {year}"] * 2
    )
    return text[: match.start()] + chance.choice(forms) + text[match.end() :]


def transliterate_name(text: str, language: str, chance: Random) -> str | None:
    """Write a name in the other script."""
    for name in chance.sample(NAMES, len(NAMES)):
        match = standing(name, text, language)
        if match:
            return text[: match.start()] + (name.en if language == "hi" else name.hi) + text[match.end() :]
    return None


def use_synonym(text: str, language: str, chance: Random) -> str | None:
    """Write another word of the same meaning."""
    for word, other in chance.sample(_SYNONYMS[language], len(_SYNONYMS[language])):
        match = regex.search(rf"(?<![\p{{L}}\p{{M}}]){word}(?![\p{{L}}\p{{M}}])", text) if word in text else None
        if match:
            return text[: match.start()] + other + text[match.end() :]
    return None


REWORDINGS: dict[str, Callable[[str, str, Random], str | None]] = {
    "verbatim": lambda text, language, chance: text,
    "clause dropped": drop_clause,
    "clauses turned": turn_clauses,
    "number respelt": respell_number,
    "date rewritten": rewrite_date,
    "name transliterated": transliterate_name,
    "synonym": use_synonym,
}
