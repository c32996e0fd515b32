"""Romanised Hindi becomes Devanagari, word by word, with the words of the archive and of the embedding model."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

import regex

from index.language.normalise import fold
from index.language.roman_function_words import function_word, in_context, is_also_english
from index.language.roman_hindi import mended
from index.language.stems import is_stop_word, stem
from index.language.tokens import Token, tokens
from index.snapshot import Snapshot
from index.terms import keys_of, stems_of
from index.vocabulary import Vocabulary
from index.word_neighbours import WordNeighbours
from rag.question import Question
from rag.wording.abbreviations import LONGEST_SPELT_OUT, Written, abbreviated, spelt_out
from rag.wording.otherwise import Otherwise, otherwise_of
from rag.wording.typed_word import Heard, TypedWord, is_acronym, read

# As many passages are read for words; the names channel has put those that sound most like the question first.
LISTENED_TO = 10
_DEVANAGARI_WORD = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]+", regex.VERSION1)
# A word this short after a number shorter than a year is a unit, unless Hindi has it whole.
UNIT, YEAR_DIGITS = 2, 4
# A translation is as near to an English word as this, and so many are searched for that the archive has.
TRANSLATION, MOST_TRANSLATIONS = 0.7, 4


def restored(
    question: Question, snapshot: Snapshot, vocabulary: Vocabulary, neighbours: WordNeighbours | None = None
) -> Question:
    """Return a question in romanised Hindi as Hindi writes it, as far as its words are known.

    English words stay English, unless the archive has them as loans, and are searched for by their translations too; a
    word that nothing known is near to stays as well. The earlier questions that it leans on are left as they are where
    they are not romanised Hindi.
    """
    reader = _Reader(question, snapshot, vocabulary, neighbours)
    text = reader.restored(question.text)
    parts = question.parts or ((question.search_text, question.language),)
    search_text = ": ".join(reader.restored(part) if language == "hi-Latn" else part for part, language in parts)
    typed = [one for one in question.stems if function_word(one) is None and one not in reader.abbreviations]
    return replace(
        question,
        restored=text,
        search_text=search_text,
        stems=tuple(dict.fromkeys([*typed, *stems_of(search_text)])),
        keys=tuple(dict.fromkeys([*question.keys, *keys_of(search_text)])),
        otherwise=(*otherwise_of(search_text, romanised=True), *reader.translated()),
    )


class _Piece(NamedTuple):
    """A run of a text from `start` to `end` and what stands for it; `is_read` where that is a Hindi content word."""

    start: int
    end: int
    word: str
    is_read: bool


class _Reader:
    """Reads the words of one question; passages are listened to once, when a word first needs it."""

    def __init__(
        self, question: Question, snapshot: Snapshot, vocabulary: Vocabulary, neighbours: WordNeighbours | None
    ) -> None:
        self._question = question
        self._snapshot = snapshot
        self._vocabulary = vocabulary
        self._neighbours = neighbours
        self._heard: Heard | None = None
        self._english: dict[str, None] = {}
        self.abbreviations: set[str] = set()

    def restored(self, text: str) -> str:
        pieces = list(self._joined(text, list(self._pieces(text))))
        ends = [0, *(piece.end for piece in pieces)]
        gaps = [text[end : piece.start] for end, piece in zip(ends, pieces, strict=False)]
        return "".join([*(gap + piece.word for gap, piece in zip(gaps, pieces, strict=True)), text[ends[-1] :]])

    def translated(self) -> Iterator[Otherwise]:
        """Yield for each word that stayed English its translations that the archive has."""
        passages_with = self._snapshot.lexical.passages_with
        for typed in self._english:
            known = [word for word in self._translations(typed) if passages_with(word)][:MOST_TRANSLATIONS]
            if known:
                yield Otherwise(frozenset({stem(typed)}), tuple((word,) for word in known))

    def _pieces(self, text: str) -> Iterator[_Piece]:
        found = tokens(text)
        listed = {one.start: one for one in abbreviated(text, romanised=True) if one.end == one.start + 1}
        shouting, before = text.isupper(), ""
        for place, token in enumerate(found):
            surface = text[token.start : token.end]
            word = None
            if place in listed and token.text.isascii():
                word = self._form(listed[place]) or self._spelt_out(token.text)
                self.abbreviations.update(stems_of(surface) if word else ())
            elif token.text.isascii() and token.text.isalpha():
                capitals = is_acronym(surface) and not shouting
                word = self._spelt_out(token.text) if capitals else self._word(place, found, before)
            before = word or token.text
            yield _Piece(token.start, token.end, word or surface, word is not None and not is_stop_word(word))

    def _joined(self, text: str, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """Join two words that the archive rather writes as one: लोक सभा, लोकसभा."""
        passages_with = self._snapshot.lexical.passages_with
        place = 0
        while place < len(pieces):
            one, *others = pieces[place : place + 2]
            place += 1
            for other in others:
                whole = one.word + other.word
                if not (one.is_read and other.is_read and text[one.end : other.start] == " "):
                    break
                if passages_with(whole) > min(passages_with(one.word), passages_with(other.word)):
                    one = _Piece(one.start, other.end, whole, True)
                    place += 1
            yield one

    def _form(self, one: Written) -> str | None:
        """Return what the archive's Hindi writes most for an abbreviation of one meaning."""
        if one.meanings > 1:
            return None
        counted = {run: self._snapshot.lexical.passages_with(*run) for run in one.others if not run[0].isascii()}
        best = max(counted, key=lambda run: (len(run) == 1 and counted[run] > 0, counted[run]), default=())
        return " ".join(best) if best and counted[best] else None

    def _spelt_out(self, typed: str) -> str | None:
        """Return an acronym by the names of its letters where the archive has it so."""
        if not UNIT <= len(typed) <= LONGEST_SPELT_OUT:
            return None
        spelt = spelt_out(typed)
        return spelt if self._snapshot.lexical.passages_with(spelt) else None

    def _word(self, place: int, found: Sequence[Token], before: str) -> str | None:
        typed = found[place].text
        small = function_word(mended(typed))
        short = len(typed) < UNIT or (len(typed) == UNIT and small is None)
        if short and before[-1:].isdigit() and len(before) < YEAR_DIGITS:
            return None  # 7 am, 5 m, but "2023 k baad"
        if small is None:
            return self._spelt_out(typed) or self._read(typed).word
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

    def _translations(self, typed: str) -> list[str]:
        near = self._neighbours.of(typed) if self._neighbours else ()
        return [word for word, cosine in near if cosine >= TRANSLATION]

    def _read(self, typed: str) -> TypedWord:
        passages_with, translations = self._snapshot.lexical.passages_with, self._translations(typed)
        taken = read(typed, self._vocabulary, passages_with, Heard(), translations)
        if taken.word is None or not passages_with(taken.word):
            if self._heard is None:
                self._heard = _listen(self._question, self._snapshot)
            taken = read(typed, self._vocabulary, passages_with, self._heard, translations)
        if taken.english:
            self._english[typed] = None
        return taken


def _listen(question: Question, snapshot: Snapshot) -> Heard:
    hits = snapshot.lexical.search_keys(question.keys, question.filters, LISTENED_TO)
    stored = snapshot.passages([passage_id for passage_id, _ in hits]).values()
    return Heard.of({word for one in stored for word in _hindi_words(f"{one.article.headline} {one.passage.text}")})


@lru_cache(maxsize=512)
def _hindi_words(text: str) -> tuple[str, ...]:
    """Return the Devanagari words of a text that are not function words, folded."""
    return tuple(word for word in _DEVANAGARI_WORD.findall(fold(text)) if not is_stop_word(word))
