"""A name as the asker's language writes it: as known, as the archive spells it there, as borrowed, or by its sound."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from index.article import Language
from index.filters import Filters
from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word
from index.language.tokens import Token, tokens
from index.language.transliteration import likeness, to_devanagari, to_latin
from index.snapshot import Snapshot
from index.vocabulary import Vocabulary
from index.word_neighbours import WordNeighbours
from rag.short_answer.gazetteer import place_called

# So many passages of the other language are looked through for a name.
LOOKED_THROUGH = 12
# A translation that sounds alike and is as near is the same word, borrowed.
BORROWED, SURELY_BORROWED = 0.6, 0.75
# A Hindi word whose typed spelling is as near as this may be written for a Latin one of its sound.
NEAR = 0.15
# Spellings that have this share of their letters in common are of one name.
ALIKE = 0.7
_DIGITS = "0123456789०१२३४५६७८९"


class Spelling:
    """How names are written in a language of the archive's. Use it inside the transaction of its snapshot."""

    def __init__(
        self,
        snapshot: Snapshot,
        neighbours: WordNeighbours | None,
        vocabulary: Vocabulary,
        filters: Filters | None = None,
    ) -> None:
        self._snapshot, self._neighbours, self._vocabulary = snapshot, neighbours, vocabulary
        self._filters = filters or Filters()

    def said(self, name: str, source: Language, language: Language) -> str:
        """Return a name of an article in the asker's language, the original in brackets where that is another."""
        if source == language:
            return name
        known = place_called(name)
        spelt = (known.english if language == "en" else known.hindi) if known else self._spelt(name, language)
        return name if spelt == name else f"{spelt} ({name})"

    def _spelt(self, name: str, language: Language) -> str:
        found = tokens(name)
        keys = [frozenset(phonetic_keys(name[token.start : token.end])) for token in found]
        texts = list(self._texts(keys, language)) if any(keys) else []
        whole = _commonest(name, _runs(texts, keys, language)) if all(keys) else None
        if whole:
            return whole
        pieces, end = [], 0
        for token, sounds in zip(found, keys, strict=True):
            word = name[token.start : token.end]
            alone = _commonest(word, _runs(texts, [sounds], language)) if sounds and len(found) > 1 else None
            pieces += [name[end : token.start], alone or self._word(word, token, sounds, language)]
            end = token.end
        return "".join([*pieces, name[end:]])

    def _texts(self, keys: Iterable[frozenset[str]], language: Language) -> Iterator[str]:
        wanted = sorted({key for sounds in keys for key in sounds})
        filters = replace(self._filters, language=language, source=None, section=None, phrases=(), excluded=())
        hits = self._snapshot.lexical.search_keys(wanted, filters, LOOKED_THROUGH)
        for stored in self._snapshot.passages([passage_id for passage_id, _ in hits]).values():
            yield f"{stored.article.headline}\n{stored.passage.text}"

    def _word(self, word: str, token: Token, sounds: frozenset[str], language: Language) -> str:
        if word.isascii() == (language == "en"):
            return word
        if word[0].isdigit():  # of 123पे what is behind the number; Hindi writes 5G as it is
            number = len(word) - len(word.lstrip(_DIGITS))
            return word[:number] + to_latin(word[number:]) if language == "en" else word
        for other, near in self._neighbours.of(token.text) if self._neighbours else ():
            sure = near >= SURELY_BORROWED or (near >= BORROWED and likeness(word, other) >= ALIKE)
            if sure and sounds.intersection(phonetic_keys(other)):
                return other.capitalize() if language == "en" else other
        if language == "en":
            return to_latin(word)
        if not word.isupper():
            for one in self._vocabulary.candidates(token.text):
                if (
                    one.distance <= NEAR
                    and sounds.intersection(phonetic_keys(one.word))
                    and likeness(word, one.word) >= ALIKE
                ):
                    return one.word
        return to_devanagari(word)


def _runs(texts: Iterable[str], keys: list[frozenset[str]], language: Language) -> Iterator[str]:
    """Yield what texts have of words in a row that sound like given ones; in English they are capitalised."""
    for text in texts:
        found = tokens(text)
        for place in range(len(found) - len(keys) + 1):
            run = found[place : place + len(keys)]
            spelt = text[run[0].start : run[-1].end]
            if "\n" in spelt or (language == "en" and not all(text[token.start].isupper() for token in run)):
                continue
            sounds = (phonetic_keys(text[token.start : token.end]) for token in run)
            if all(not is_stop_word(token.text) for token in run) and all(
                one.intersection(other) for one, other in zip(keys, sounds, strict=True)
            ):
                yield spelt


def _commonest(name: str, found: Iterable[str]) -> str | None:
    counted = Counter(one for one in found if likeness(name, one) >= ALIKE)
    return max(counted, key=lambda one: (counted[one], one)) if counted else None
