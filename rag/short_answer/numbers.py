"""The numbers of a sentence that a question may ask for, with unit and what qualifies them, said the asker's way."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from index.article import Language
from index.language.normalise import fold
from index.language.quantities import Quantity, quantities
from rag.question import Question
from rag.short_answer.units import said

MONEY = frozenset({"INR", "USD", "EUR", "GBP", "JPY"})
# Meaning, words before the number, words behind it, English and Hindi of it.
_ABOUT = ("about {}", "करीब {}")
_BEFORE = (
    (r"(?:less|fewer) than|under|below", ("less than {}", "{} से कम")),
    (r"more than|over|above|exceeding", ("more than {}", "{} से ज्यादा")),
    (r"at least|कम से कम|न्यूनतम", ("at least {}", "कम से कम {}")),
    (r"up to|at most|अधिकतम|ज्यादा से ज्यादा", ("up to {}", "अधिकतम {}")),
    (r"nearly|almost", ("nearly {}", "करीब {}")),
    (r"about|around|some|roughly|approximately|करीब|लगभग|तकरीबन", _ABOUT),
)
_AFTER = (
    (r"से (?:भी )?कम", ("less than {}", "{} से कम")),
    (r"से (?:भी )?(?:ज्यादा|अधिक|ऊपर)|or more", ("more than {}", "{} से ज्यादा")),
)
# What Hindi may have in the oblique case beside it: लोगों, सीटों.
_DECLINED = frozenset({"people", "seat", "month", "week", "hour"})
_ENDS = regex.compile(r"\s*(?:[,.;:)।]|$)")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A quantity with the form, for English and for Hindi, in which it is qualified."""

    quantity: Quantity
    forms: tuple[str, str]
    is_label: bool  # a bare number behind a noun and before none: "file 291,"

    def said(self, source: Language, language: Language) -> str | None:
        """Return it in words of a language; None where its unit has no name there."""
        form = self.forms[language == "hi"]
        quantity = self.quantity
        if source == language and quantity.unit not in _DECLINED:
            return form.format(quantity.text.strip())
        return said(quantity, language, form)


def numbers(question: Question, sentence: str) -> Iterator[FoundNumber]:
    """Yield the amounts of a sentence that the question does not name itself."""
    known = {(q.low, q.unit) for q in quantities(question.search_text)}
    for quantity in quantities(sentence):
        if quantity.kind != "amount" or (quantity.low, quantity.unit) in known or _is_an_article(quantity):
            continue
        ends = quantity.unit is None and _ENDS.match(sentence, quantity.end) is not None
        yield FoundNumber(quantity, _qualified(sentence, quantity), ends)


def _is_an_article(quantity: Quantity) -> bool:
    """Tell whether it is the one of "one of them", एक."""
    return quantity.low == quantity.high == 1 and not quantity.text[0].isdigit() and quantity.unit is None


def _qualified(sentence: str, quantity: Quantity) -> tuple[str, str]:
    """Return how the number is qualified, in both languages."""
    before, after = fold(sentence[: quantity.start]).rstrip(" ₹$"), fold(sentence[quantity.end :])
    for pattern, form in _AFTER:
        if regex.match(rf"\s*(?:\p{{L}}[\p{{L}}\p{{M}}]*\s+)?(?:{fold(pattern)})(?![\p{{L}}\p{{M}}])", after):
            return form
        # 300 से अधिक लोग is one quantity
        if regex.search(rf"\s(?:{fold(pattern)})\s", fold(quantity.text)):
            return "{}", "{}"
    for pattern, form in _BEFORE:
        if regex.search(rf"(?<![\p{{L}}\p{{M}}])(?:{fold(pattern)})$", before):
            return form
    return "{}", "{}"
