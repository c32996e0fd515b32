"""Romanised Hindi becomes Devanagari, word by word, with the words of the passages that sound like the question."""

from collections import Counter, defaultdict
from dataclasses import replace

import regex

from index.language.phonetic import phonetic_keys
from index.language.stems import is_stop_word
from index.language.tokens import tokens
from index.snapshot import Snapshot
from index.terms import stems_of
from rag.question import Question

# As many passages are read for words; the names channel has put those that sound most like the question first.
LISTENED_TO = 30
_DEVANAGARI_WORD = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]+", regex.VERSION1)


def restored(question: Question, snapshot: Snapshot) -> Question:
    """Return a question in romanised Hindi with its content words in Devanagari where the archive has them.

    A word that no passage has by its sound stays as it was typed: it may be English.
    """
    hits = snapshot.lexical.search_keys(question.keys, question.filters, LISTENED_TO)
    heard = _words_by_sound(snapshot, [passage_id for passage_id, _ in hits])
    pieces, end = [], 0
    for token in tokens(question.search_text):
        word = question.search_text[token.start : token.end]
        known = next((heard[key] for key in phonetic_keys(word) if key in heard), None)
        if known is not None and not is_stop_word(token.text):
            pieces += [question.search_text[end : token.start], known]
            end = token.end
    text = "".join([*pieces, question.search_text[end:]])
    return replace(question, search_text=text, stems=tuple(dict.fromkeys([*question.stems, *stems_of(text)])))


def _words_by_sound(snapshot: Snapshot, passage_ids: list[int]) -> dict[str, str]:
    """Return the most frequent Devanagari word of some passages and their headlines for each phonetic key."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for stored in snapshot.passages(passage_ids).values():
        for word in _DEVANAGARI_WORD.findall(f"{stored.article.headline} {stored.passage.text}"):
            for key in phonetic_keys(word):
                counts[key][word] += 1
    return {key: words.most_common(1)[0][0] for key, words in counts.items()}
