"""Which Hindi word of a translated sentence stands for which English one, and the same sentence with others in their place.

A swap on both sides keeps real Hindi order and endings around words that the parallel text never holds: so the whole
dictionary is met in sentences (the idea of Fadaee et al., 2017, arXiv:1705.00440).
"""

import random
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from index.training.vocabulary import normaliser

CANDIDATES = 4  # translations of a Hindi word that are looked for
RECIPROCAL = 3  # ranks within which two words must name each other to be swapped in
_ENGLISH = re.compile(r"[A-Za-z]+")
_HINDI = re.compile(r"[\u0900-\u0963\u0970-\u097f\u200c\u200d]+")
_ENDINGS = ("ing", "ed", "es", "s")

Pair = tuple[str, str]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Aligned:
    """A pair of sentences and where words that translate each other stand in them, (English span, Hindi span) each."""

    english: str
    hindi: str
    links: tuple[tuple[Span, Span], ...]

    def with_words(self, choose: Callable[[str, str], Pair | None]) -> Pair:
        """Return the sentences with the words that `choose` gives for (English word, Hindi word) in their place."""
        chosen = [
            (there, here, choose(self.english[slice(*there)], self.hindi[slice(*here)])) for there, here in self.links
        ]
        swaps = [(there, here, words) for there, here, words in chosen if words is not None]
        english = _replaced(self.english, [(there, words[0]) for there, _, words in swaps])
        return english, _replaced(self.hindi, [(here, words[1]) for _, here, words in swaps])


def align(pairs: Iterable[Pair], to_english: Mapping[str, Sequence[str]]) -> list[Aligned]:
    """Link the words of each pair that the dictionary calls translations and that stand once on either side."""
    normalise = normaliser().normalize_str
    known = {normalise(word): tuple(ranked[:CANDIDATES]) for word, ranked in reversed(to_english.items())}
    return [_linked(english, hindi, known, normalise) for english, hindi in pairs]


def reciprocal(to_english: Mapping[str, Sequence[str]], to_hindi: Mapping[str, Sequence[str]]) -> list[Pair]:
    """Return (English, Hindi) words that name each other as translations, frequent Hindi words first."""
    return [
        (english[0], hindi)
        for hindi, english in to_english.items()
        if english and english[0].isalpha() and hindi in to_hindi.get(english[0], ())[:RECIPROCAL]
    ]


def drawn(words: Sequence[Pair], scale: float, chance: random.Random) -> Pair:
    """Draw a pair by a rank that is exponentially distributed with mean `scale`."""
    return words[min(int(chance.expovariate(1 / scale)), len(words) - 1)]


def _linked(english: str, hindi: str, known: Mapping[str, Sequence[str]], normalise: Callable[[str], str]) -> Aligned:
    there: dict[str, list[Span]] = {}
    for match in _ENGLISH.finditer(english):
        for form in _forms(match[0].lower()):
            there.setdefault(form, []).append(match.span())
    links, used = [], set[Span]()
    for match in _HINDI.finditer(hindi):
        spans = {span for word in known.get(normalise(match[0]), ()) for span in there.get(word, ())} - used
        if len(spans) == 1 and len(match[0]) > 1:
            (span,) = spans
            used.add(span)
            links.append((span, match.span()))
    return Aligned(english, hindi, tuple(links))


def _forms(word: str) -> set[str]:
    """Return a word and what is left of it without an ending."""
    return {word} | {word.removesuffix(ending) for ending in _ENDINGS if len(word) > len(ending) + 2}


def _replaced(text: str, swaps: Iterable[tuple[Span, str]]) -> str:
    for (start, end), word in sorted(swaps, reverse=True):
        text = text[:start] + word + text[end:]
    return text
