"""Romanised Hindi becomes Devanagari, word by word, with the words of the archive and of the embedding model."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

import regex

from index.language.normalise import fold
from index.language.roman_function_words import function_word, in_context, is_also_english
from index.language.stems import is_stop_word
from index.language.tokens import Token, tokens
from index.snapshot import Snapshot
from index.terms import keys_of, stems_of
from index.vocabulary import Vocabulary
from rag.question import Question
from rag.typed_word import Heard, TypedWord, is_acronym, read

# As many passages are read for words; the names channel has put those that sound most like the question first.
LISTENED_TO = 10
_DEVANAGARI_WORD = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]+", regex.VERSION1)
# A word this short after a number shorter than a year is a unit, unless Hindi has it whole.
UNIT, YEAR_DIGITS = 2, 4


def restored(question: Question, snapshot: Snapshot, vocabulary: Vocabulary) -> Question:
    """Return a question in romanised Hindi as Hindi writes it, as far as its words are known.

    English words stay English, unless the archive has them as loans; a word that nothing known is near to stays too.
    The earlier questions that it leans on are left as they are where they are not romanised Hindi.
    """
    reader = _Reader(question, snapshot, vocabulary)
    text = reader.restored(question.text)
    parts = question.parts or ((question.search_text, question.language),)
    search_text = ": ".join(reader.restored(part) if language == "hi-Latn" else part for part, language in parts)
    typed = [stem for stem in question.stems if function_word(stem) is None]
    return replace(
        question,
        restored=text,
        search_text=search_text,
        stems=tuple(dict.fromkeys([*typed, *stems_of(search_text)])),
        keys=tuple(dict.fromkeys([*question.keys, *keys_of(search_text)])),
    )


class _Reader:
    """Reads the words of one question; passages are listened to once, when a word first needs it."""

    def __init__(self, question: Question, snapshot: Snapshot, vocabulary: Vocabulary) -> None:
        self._question = question
        self._snapshot = snapshot
        self._vocabulary = vocabulary
        self._heard: Heard | None = None

    def restored(self, text: str) -> str:
        found = tokens(text)
        surfaces = [text[token.start : token.end] for token in found]
        shouting = text.isupper()
        pieces, end, before = [], 0, ""
        for place, (token, surface) in enumerate(zip(found, surfaces, strict=True)):
            stays = not token.text.isascii() or not token.text.isalpha() or (is_acronym(surface) and not shouting)
            word = None if stays else self._word(place, found, before)
            before = word or token.text
            pieces += [text[end : token.start], word or surface]
            end = token.end
        return "".join([*pieces, text[end:]])

    def _word(self, place: int, found: Sequence[Token], before: str) -> str | None:
        typed = found[place].text
        small = function_word(typed)
        short = len(typed) < UNIT or (len(typed) == UNIT and small is None)
        if short and before[-1:].isdigit() and len(before) < YEAR_DIGITS:
            return None  # 7 am, 5 m, but "2023 k baad"
        if small is None:
            return self._read(typed).word
        if is_also_english(typed) and self._among_english(place, found):
            return None
        return in_context(typed, small, before, [token.text for token in found])

    def _among_english(self, place: int, found: Sequence[Token]) -> bool:
        """Tell whether the words beside a place are English; nothing before it counts as English for "the" alone."""
        if place + 1 == len(found):
            return False
        after = self._is_english(found[place + 1].text)
        return after and (self._is_english(found[place - 1].text) if place else found[place].text == "the")

    def _is_english(self, typed: str) -> bool:
        return function_word(typed) is None and self._vocabulary.english_rank(typed) is not None

    def _read(self, typed: str) -> TypedWord:
        passages_with = self._snapshot.lexical.passages_with
        first = read(typed, self._vocabulary, passages_with, Heard())
        if first.word is not None and passages_with(first.word):
            return first
        if self._heard is None:
            self._heard = _listen(self._question, self._snapshot)
        return read(typed, self._vocabulary, passages_with, self._heard)


def _listen(question: Question, snapshot: Snapshot) -> Heard:
    hits = snapshot.lexical.search_keys(question.keys, question.filters, LISTENED_TO)
    stored = snapshot.passages([passage_id for passage_id, _ in hits]).values()
    return Heard.of({word for one in stored for word in _hindi_words(f"{one.article.headline} {one.passage.text}")})


@lru_cache(maxsize=512)
def _hindi_words(text: str) -> tuple[str, ...]:
    """Return the Devanagari words of a text that are not function words, folded."""
    return tuple(word for word in _DEVANAGARI_WORD.findall(fold(text)) if not is_stop_word(word))
