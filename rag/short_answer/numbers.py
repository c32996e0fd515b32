"""The number that a question asks for, read from a sentence with its unit and what qualifies it."""

import regex

from index.article import Language
from index.language.normalise import fold
from index.language.quantities import Quantity, quantities
from index.language.quantity_words import UNITS as UNIT_NAMES
from index.language.stems import stem
from index.language.tokens import words
from rag.kinds import Wanted
from rag.question import Question
from rag.question_words import Unit
from rag.short_answer.parts import Part
from rag.short_answer.units import said

_MONEY = frozenset({"INR", "USD", "EUR", "GBP", "JPY"})
_DIMENSIONS: dict[Unit, frozenset[str]] = {
    "percent": frozenset({"percent"}),
    "money": _MONEY,
    "time": frozenset({"seconds", "months"}),
    "length": frozenset({"length"}),
    "weight": frozenset({"mass"}),
}
# What is counted stands within so many words behind its number.
_REACH = 3
# Meaning, words before the number, words behind it, English and Hindi of it.
_ABOUT = ("about {}", "करीब {}")
_BEFORE = (
    (r"(?:less|fewer) than|under|below", ("less than {}", "{} से कम")),
    (r"more than|over|above|exceeding", ("more than {}", "{} से ज्यादा")),
    (r"at least|कम से कम|न्यूनतम", ("at least {}", "कम से कम {}")),
    (r"up to|at most|nearly|almost|अधिकतम", None),
    (r"about|around|some|roughly|approximately|करीब|लगभग|तकरीबन", _ABOUT),
)
_AFTER = (
    (r"से (?:भी )?कम", ("less than {}", "{} से कम")),
    (r"से (?:भी )?(?:ज्यादा|अधिक|ऊपर)|or more", ("more than {}", "{} से ज्यादा")),
    (r"तक", None),
)


def number_of(question: Question, sentence: str, source: Language, language: Language) -> Part | None:
    """Return the quantity that is asked for, in words of the asker's language; None unless a single one can be it."""
    known = {(q.low, q.unit) for q in quantities(question.search_text)}
    new = [q for q in quantities(sentence) if q.kind == "amount" and (q.low, q.unit) not in known]
    found = _fitting(question.wanted, new, sentence)
    if found is None:
        return None
    forms = _qualified(sentence, found)
    if forms is None:
        return None
    form = forms[language == "hi"]
    verbatim = source == language and found.unit in (None, *_MONEY)
    line = form.format(found.text.strip()) if verbatim else said(found, language, form)
    return Part(line, found.start, found.end) if line else None


def _fitting(wanted: Wanted, new: list[Quantity], sentence: str) -> Quantity | None:
    """Return the one quantity of what is counted, else the one in the unit that is asked for."""
    units = {UNIT_NAMES[fold(word)] for word in wanted.counted if fold(word) in UNIT_NAMES}
    counted = [q for q in new if (q.unit and q.unit in units) or _counts(wanted, sentence, q)]
    if counted:
        return _only(counted)
    return _only([q for q in new if {q.unit, q.dimension} & _DIMENSIONS[wanted.unit]]) if wanted.unit else None


def _only(found: list[Quantity]) -> Quantity | None:
    return found[0] if len(found) == 1 else None


def _counts(wanted: Wanted, sentence: str, quantity: Quantity) -> bool:
    near = words(quantity.text) + words(sentence[quantity.end :])[:_REACH]
    return bool(wanted.counted & {stem(word) for word in near})


def _qualified(sentence: str, quantity: Quantity) -> tuple[str, str] | None:
    """Return how the number is qualified, in both languages; None where that cannot be said."""
    before, after = fold(sentence[: quantity.start]).rstrip(" ₹$"), fold(sentence[quantity.end :])
    for pattern, form in _AFTER:
        if regex.match(rf"\s*(?:\p{{L}}[\p{{L}}\p{{M}}]*\s+)?(?:{fold(pattern)})(?![\p{{L}}\p{{M}}])", after):
            return form
    for pattern, form in _BEFORE:
        if regex.search(rf"(?<![\p{{L}}\p{{M}}])(?:{fold(pattern)})$", before):
            return form
    return "{}", "{}"
