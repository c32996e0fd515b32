"""The name of the person that a question asks for: found by capitals and, across scripts, by the archive's spelling."""

from collections import Counter
from collections.abc import Callable, Iterable

import regex

from index.article import Language
from index.language.calendar_words import MONTHS, WEEKDAYS
from index.language.normalise import fold
from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word
from index.language.tokens import words
from rag.short_answer.parts import Part

Match = regex.Match[str]
Pattern = regex.Pattern[str]
_HINDI_WORD = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]+", regex.VERSION1)
# Capitalised, though it opens no sentence.
_INNER_CAPITAL = regex.compile(r"(?<=[\p{L},;] )\p{Lu}[\p{L}\p{M}-]+")
_NAME = regex.compile(r"\p{Lu}[\p{L}\p{M}'’-]*(?:\.)?")
_TITLES = frozenset(
    words(
        "mr mrs ms dr sir justice chief minister prime president captain general group professor governor judge lawyer "
        "king queen prince princess pope commander wing squadron leader vice former the"
    )
)
# A person is named by so many words.
_LEAST, _MOST = 2, 4


class Speller:
    """The archive's own spellings of names: by phonetic key, the capitalised English and the Hindi words it has."""

    def __init__(self, english: Iterable[str], hindi: Iterable[str]) -> None:
        self._english: dict[str, Counter[str]] = {}
        self._hindi: dict[str, Counter[str]] = {}
        for text in english:
            for word in _INNER_CAPITAL.findall(text):
                _put(self._english, word)
        for text in hindi:
            for word in _HINDI_WORD.findall(text):
                if not is_stop_word(fold(word)):
                    _put(self._hindi, word)

    def english(self, word: str) -> str | None:
        """Return how English articles spell a Hindi name; None where none of the archive sounds like it."""
        return _best(self._english, word)

    def hindi(self, word: str) -> str | None:
        """Return how Hindi articles spell an English name."""
        return _best(self._hindi, word)


def name_of(question: str, sentence: str, source: Language, language: Language, speller: Speller) -> Part | None:
    """Return the one person's name of a sentence that the question does not hold, its own spelling in brackets."""
    asked_words = words(question)
    asked = set(asked_words) | {key for word in asked_words for key in phonetic_keys(word)}
    runs = _english_runs(sentence) if source == "en" else _hindi_runs(sentence, speller)
    new = [run for run in runs if _LEAST <= len(run) <= _MOST and not any(_is_asked(one[0], asked) for one in run)]
    if len(new) != 1:
        return None
    start, end = new[0][0].start(), new[0][-1].end()
    original = sentence[start:end].removesuffix("’s").removesuffix("'s")
    if source == language:
        return Part(original, start, start + len(original))
    spelt = [speller.hindi(word) if language == "hi" else speller.english(word) for word in original.split()]
    if not all(spelt):
        return None
    return Part(f"{' '.join(word for word in spelt if word)} ({original})", start, start + len(original))


def _is_asked(word: str, asked: set[str]) -> bool:
    return bool(asked & {*words(word), *phonetic_keys(word)})


def _english_runs(sentence: str) -> list[list[Match]]:
    """Return the runs of capitalised words without titles, months and weekdays."""
    return _runs(
        sentence,
        _NAME,
        lambda text: text in _TITLES or text in MONTHS or text in WEEKDAYS or is_stop_word(text),
    )


def _hindi_runs(sentence: str, speller: Speller) -> list[list[Match]]:
    """Return the runs of words that English articles capitalise."""
    return _runs(sentence, _HINDI_WORD, lambda text: is_stop_word(text) or speller.english(text) is None)


def _runs(sentence: str, pattern: Pattern, is_none: Callable[[str], bool]) -> list[list[Match]]:
    runs: list[list[Match]] = []
    end = -2
    for match in pattern.finditer(sentence):
        text = (words(match[0]) or [""])[0]
        if not text or is_none(text):
            end = -2
            continue
        if sentence[end : match.start()] == " " and end > 0:
            runs[-1].append(match)
        else:
            runs.append([match])
        end = match.end()
    return runs


def _put(spellings: dict[str, Counter[str]], word: str) -> None:
    for key in phonetic_keys(word):
        spellings.setdefault(key, Counter())[word] += 1


def _best(spellings: dict[str, Counter[str]], word: str) -> str | None:
    for key in phonetic_keys(word):
        if key in spellings:
            return min(spellings[key].items(), key=lambda item: (-item[1], item[0]))[0]
    return None
