"""What the desk asks of a verifier, and a cautious one that compares numbers, names and words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import regex

from index.article import Language
from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word, stem
from index.language.tokens import tokens
from rag.answer import Support
from rag.evidence import Evidence

# Shares of the words of meaning that the cited sentences must have.
SUPPORTED, PARTLY, PARTLY_ACROSS = 0.85, 0.6, 0.4
_NAME = regex.compile(r"\p{Lu}")


class Finding(Protocol):
    """How far a sentence follows from what it cites, and why no further."""

    @property
    def support(self) -> Support:
        """Supported, partly or unsupported."""
        ...

    @property
    def reasons(self) -> Sequence[object]:
        """What the cited sentences lack; the trace has them as str() gives them."""
        ...


class Checker(Protocol):
    """What tells whether a sentence follows from what it cites."""

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Finding:
        """Judge a sentence in a language against the evidence that it cites."""
        ...


@dataclass(frozen=True, slots=True)
class Verdict:
    """A plain finding."""

    support: Support
    reasons: tuple[str, ...] = ()


class WordCheck:
    """Support what repeats its sources: each number, each capitalised name, nearly every word of meaning.

    The outlet may be named. Across languages only numbers and the sounds of names can be compared, so nothing is more
    than partly supported.
    """

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Verdict:
        """Judge a sentence by its words."""
        if not cited:
            return Verdict("unsupported", ("no source",))
        told = _Told(" ".join(f"{one.sentence.text} {one.stored.article.source}" for one in cited))
        found = [(token.text, sentence[token.start : token.end]) for token in tokens(sentence)]
        numbers = [folded for folded, _ in found if folded[0].isdigit() and folded not in told.words]
        if numbers:
            return Verdict("unsupported", tuple(f"number not in source: {number}" for number in numbers))
        meant = [(folded, word) for folded, word in found if not (is_stop_word(folded) or folded[0].isdigit())]
        missing = [word for folded, word in meant if not told.tells(folded, word)]
        share = 1 - len(missing) / len(meant) if meant else 1.0
        if not any(one.stored.article.language == language for one in cited):
            return Verdict("partly" if share >= PARTLY_ACROSS else "unsupported", ("source in another language",))
        reasons = tuple(f"not in source: {word}" for word in missing)
        names = [word for word in missing if _NAME.match(word) and not sentence.startswith(word)]
        if share < PARTLY or names:
            return Verdict("unsupported", reasons)
        return Verdict("supported" if share >= SUPPORTED else "partly", reasons)


class _Told:
    """The words of some text, their stems and their sounds."""

    def __init__(self, text: str) -> None:
        found = tokens(text)
        self.words = {token.text for token in found}
        self._stems = {stem(word) for word in self.words}
        self._keys = {key for token in found for key in phonetic_keys(text[token.start : token.end])}

    def tells(self, folded: str, word: str) -> bool:
        return stem(folded) in self._stems or not self._keys.isdisjoint(phonetic_keys(word))
