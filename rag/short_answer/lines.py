"""A sentence's words, and how they meet those of the question: as they are, by their sound, or by their meaning."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from index.language.phonetic import phonetic_keys
from index.language.quantity_words import ORDINALS
from index.language.stems import is_stop_word, stem
from index.language.tokens import Token, tokens
from index.word_neighbours import WordNeighbours
from rag.question import Question

_HINDI = regex.compile(r"\p{Devanagari}")
# What words are worth that meet by their sound; a translation is worth its cosine.
SOUND = 0.9
SYNONYM = 0.6
MET = 0.6
# So many of a word's translations are its meanings.
BEST = 4
# A word that a follow-up carries from an earlier question is worth so much.
CARRIED = 0.2
# The end of a clause counts as so many words.
CLAUSE = 3.0
# What stands so many words away counts 1/e.
REACH = 5.0
# A word of the question that the headline has is what the whole article is about.
IN_HEADLINE = 0.4
_CLAUSES = frozenset({"and", "but", "while", "और", "जबकि", "लेकिन", "तथा", "व"})


@dataclass(frozen=True, slots=True)
class AskedWord:
    """A content word of the question: stems it is met by, its own and its translations', with their worth; its sounds.

    `meanings` are the stems of its translations: a word of its own language that shares one is near it in meaning.
    """

    stems: dict[str, float]
    keys: frozenset[str]
    meanings: frozenset[str]
    worth: float
    is_hindi: bool
    is_sharp: bool  # a number, or a word without a translation, more likely a name: no other word means the same

    def met_by(self, word: "LineWord") -> float:
        """Return 0…1: how well a word of a sentence meets it."""
        met = self.stems.get(word.stem, 0.0)
        if met < SOUND and self.keys & word.keys:
            met = SOUND
        return met if met >= SYNONYM or not self.meanings & word.meanings else SYNONYM


@dataclass(frozen=True, slots=True)
class LineWord:
    """A word of a sentence as it may meet the question's."""

    token: Token
    stem: str
    keys: frozenset[str]
    meanings: frozenset[str]
    is_small: bool  # a function word


def asked_words(question: Question, neighbours: WordNeighbours | None) -> list[AskedWord]:
    """Return the content words of a question."""
    asked = []
    own = question.own_start
    for word, translations in _translated(question.search_text, neighbours):
        stems: dict[str, float] = {}
        for other, worth in [(word.token.text, 1.0), *translations]:
            stems[stem(other)] = max(worth, stems.get(stem(other), 0.0))
        if not word.is_small:
            worth = 1.0 if word.token.start >= own else CARRIED
            sharp = (
                not translations
                or word.token.text.isdigit()
                or word.token.text in ORDINALS
                or _is_a_name(question.search_text, word, translations)
            )
            hindi = _HINDI.search(word.token.text) is not None
            asked.append(AskedWord(stems, word.keys, word.meanings, worth, hindi, sharp))
    return asked


def _is_a_name(text: str, word: LineWord, translations: Sequence[tuple[str, float]]) -> bool:
    """Tell whether a word is more likely a name: a capital says so in English, and a translation that sounds alike."""
    if word.token.start and text[word.token.start].isupper():
        return True
    return any(word.keys.intersection(phonetic_keys(other)) for other, _ in translations[:2])


def _translated(text: str, neighbours: WordNeighbours | None) -> Iterator[tuple[LineWord, Sequence[tuple[str, float]]]]:
    found = tokens(text)
    small = [is_stop_word(token.text) for token in found]
    content = [token.text for token, one in zip(found, small, strict=True) if not one]
    near = dict(zip(content, neighbours.of_all(content), strict=True)) if neighbours else {}
    for token, one in zip(found, small, strict=True):
        translations = () if one else near.get(token.text, ())
        keys = frozenset(phonetic_keys(text[token.start : token.end]))
        meanings = frozenset(stem(other) for other, _ in translations[:BEST])
        yield LineWord(token, stem(token.text), keys, meanings, one), translations


class Line:
    """A sentence read against a question."""

    def __init__(
        self,
        sentence: str,
        headline: str,
        before: str,
        asked: Sequence[AskedWord],
        neighbours: WordNeighbours | None,
    ) -> None:
        """Read a sentence; its headline and the sentence `before` it may hold what it leaves unsaid."""
        self.text = sentence
        one_script = bool(asked) and asked[0].is_hindi == (_HINDI.search(sentence) is not None)
        self.words = [word for word, _ in _translated(sentence, neighbours if one_script else None)]
        heading = [word for word, _ in _translated(headline, None) if not word.is_small]
        there = [max(map(word.met_by, heading), default=0.0) for word in asked]
        self._weights = [word.worth * (1.0 - (1.0 - IN_HEADLINE) * one) for word, one in zip(asked, there, strict=True)]
        self._met = [[0.0 if one.is_small else word.met_by(one) for one in self.words] for word in asked]
        context = [word for word, _ in _translated(before, None) if not word.is_small]
        there = [max([one, *map(word.met_by, context)]) for word, one in zip(asked, there, strict=True)]
        here = [max(one, *row) if row else one for one, row in zip(there, self._met, strict=True)]
        self.here = here
        self.sharp_unmet = max(
            (word.worth for word, one in zip(asked, here, strict=True) if word.is_sharp and one < MET), default=0.0
        )
        own = [(word.worth == 1.0, one < MET) for word, one in zip(asked, here, strict=True)]
        self.own_unmet = _share([float(its) for its, _ in own], [one for _, one in own])
        self.unmet = _share([word.worth for word in asked], [one < MET for one in here])
        steps, self._at = 0.0, []
        for place, word in enumerate(self.words):
            gap = sentence[self.words[place - 1].token.end : word.token.start] if place else ""
            steps += 1.0 + CLAUSE * (any(mark in gap for mark in ",;:—()") or word.token.text in _CLAUSES)
            self._at.append(steps)

    def meets(self, asked: AskedWord, place: int) -> float:
        """Return 0…1: how well the word at a place meets one of the question's."""
        return asked.met_by(self.words[place])

    def places(self, start: int, end: int) -> range:
        """Return which of its words lie within a span of characters."""
        within = [place for place, word in enumerate(self.words) if word.token.start < end and word.token.end > start]
        return range(within[0], within[-1] + 1) if within else range(0)

    def gap(self, place: int) -> str:
        """Return what stands between the word at a place and the one before it, "" at both ends."""
        if not 0 < place < len(self.words):
            return ""
        return self.text[self.words[place - 1].token.end : self.words[place].token.start]

    def segment(self, start: int, end: int) -> tuple[list[str], list[str]]:
        """Return of some words in a row those up to the first comma, and those from the last comma on."""
        commas = [at for at in range(start + 1, end) if "," in self.gap(at)]
        texts = [word.token.text for word in self.words]
        return texts[start : min(commas, default=end)], texts[max(commas, default=start) : end]

    def asked_share(self, places: range) -> float:
        """Return the share, 0…1, of some words that the question has."""
        content = [place for place in places if not self.words[place].is_small]
        met = [max((row[place] for row in self._met), default=0.0) for place in content]
        return sum(one > SYNONYM for one in met) / len(met) if met else 0.0

    def nearness(self, places: range) -> float:
        """Return 0…1: how much of the question stands how near to some words."""
        total = sum(self._weights)
        if not total or not places:
            return 0.0
        near = [0.0 if at in places else math.exp(-self._away(at, places) / REACH) for at in range(len(self.words))]
        nearest = (max((a * b for a, b in zip(row, near, strict=True)), default=0.0) for row in self._met)
        return sum(weight * one for weight, one in zip(self._weights, nearest, strict=True)) / total

    def met(self) -> float:
        """Return 0…1: how much of the question the sentence meets."""
        total = sum(self._weights)
        best = (max(row, default=0.0) for row in self._met)
        return sum(weight * one for weight, one in zip(self._weights, best, strict=True)) / total if total else 0.0

    def _away(self, place: int, places: range) -> float:
        return abs(self._at[places[0] if place < places[0] else places[-1]] - self._at[place])


def _share(weights: Sequence[float], those: Sequence[bool]) -> float:
    total = sum(weights)
    return sum(weight for weight, one in zip(weights, those, strict=True) if one) / total if total else 0.0
