"""A question for articles of the other language: words that the model reads in pieces become theirs, by their sound.

ह्यूगनॉट्स is met by no English token unless it is read as Huguenots. Only the vectors are made of what comes out: the
lexical channels meet such words by their keys anyway.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from index.embedding import Embedder
from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word
from index.language.tokens import tokens
from index.language.transliteration import likeness
from index.snapshot import Snapshot
from index.vectors import QuestionVectors
from index.word_neighbours import WordNeighbours
from rag.question import Question, Respelt

# As many passages of the other language are read for words; the names channel finds those that sound most alike.
LISTENED_TO = 10
# Spellings that share less of their letters are of two words: a key joins too much.
ALIKE = 0.6


def respelt(question: Question, neighbours: WordNeighbours | None, snapshot: Snapshot) -> Respelt | None:
    """Return a question with the words that its model has no row for as articles of the other language spell them.

    None where no word changes: where all have a row, nothing in the articles sounds and is spelt alike, or a filter
    lets no article of that language pass.
    """
    if neighbours is None or question.filters.language not in (None, question.other_language):
        return None
    text = question.search_text
    unknown = {}
    for token in question.content:
        word = text[token.start : token.end]
        own_script = word.isascii() == (question.other_language == "hi")
        keys = phonetic_keys(word) if own_script and neighbours.rank(token.text) is None else ()
        if keys:
            unknown[word] = keys
    changes = _spellings(unknown, question, snapshot) if unknown else {}
    return _changed(question, changes) if changes else None


def vectors_of(question: Question, embedder: Embedder) -> QuestionVectors:
    """Return what an embedder makes of a question, and of it as articles of the other language spell it."""
    vectors = embedder.encode_question(question.search_text, question.content_spans)
    if question.respelt is None:
        return vectors
    spelt = embedder.encode_question(question.respelt.text, question.respelt.spans)
    return replace(vectors, spelt={question.other_language: spelt})


def _spellings(unknown: Mapping[str, Iterable[str]], question: Question, snapshot: Snapshot) -> dict[str, str]:
    """Return for words, given with their keys, the word of each that the articles have; none where they have none."""
    filters = snapshot.table.as_named(replace(question.filters, language=question.other_language))
    keys = sorted({key for mine in unknown.values() for key in mine})
    hits = snapshot.lexical.search_keys(keys, filters, LISTENED_TO)
    heard: dict[str, dict[str, None]] = {}
    for stored in snapshot.passages([passage_id for passage_id, _ in hits]).values():
        for key, word in _sounds(f"{stored.article.headline} {stored.passage.text}"):
            heard.setdefault(key, {})[word] = None
    found = {}
    for word, mine in unknown.items():
        near = {other: likeness(word, other) for key in mine for other in heard.get(key, ())}
        best = max(near, key=lambda other: (near[other], other), default=word)
        if near.get(best, 0.0) >= ALIKE:
            found[word] = best
    return found


def _changed(question: Question, changes: Mapping[str, str]) -> Respelt:
    text, pieces, spans, end, length = question.search_text, [], [], 0, 0
    for token in question.content:
        before = text[end : token.start]
        word = text[token.start : token.end]
        word = changes.get(word, word)
        pieces += [before, word]
        length += len(before) + len(word)
        spans.append((length - len(word), length))
        end = token.end
    return Respelt("".join([*pieces, text[end:]]), spans)


@lru_cache(maxsize=512)
def _sounds(text: str) -> tuple[tuple[str, str], ...]:
    """Return (key, word) for the words of a text that carry meaning, as they are spelt there."""
    found = ((token, text[token.start : token.end]) for token in tokens(text) if not is_stop_word(token.text))
    return tuple((key, word) for _, word in found for key in phonetic_keys(word))
