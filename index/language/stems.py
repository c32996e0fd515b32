"""Stems of Hindi and English words, and which words only hold a sentence together."""

import re
from functools import lru_cache

import Stemmer

from index.language.function_words import QUESTION_WORDS, STOP_WORDS

_DEVANAGARI = re.compile("[\u0900-\u097f]")
# Endings brought to one spelling first: the glide between vowels (गये, गए; नयी, नई; रुपयों, रुपये, रुपए), and plurals
# in -ियों and -ियां, which Snowball cuts to another stem than the singular in -ी (मंत्रियों, मंत्री).
_ENDINGS = (
    (re.compile("(?<=[क-हा-ो])ये$"), "ए"),
    (re.compile("(?<=[क-हा-ो])यी$"), "ई"),
    (re.compile("(?<=[क-ह])यों$"), "ए"),
    (re.compile("िय(?:ों|ां)$"), "ी"),
)

# maxCacheSize 0: lru_cache below remembers, once for both languages.
_HINDI = Stemmer.Stemmer("hindi", 0)
_ENGLISH = Stemmer.Stemmer("english", 0)


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """Return the stem of a folded word, by the Snowball stemmer of its script.

    >>> stem("मंत्रियों"), stem("मंत्री"), stem("गये"), stem("गए")
    ('मंत्र', 'मंत्र', 'गए', 'गए')
    >>> stem("ministers"), stem("minister")
    ('minist', 'minist')
    """
    if not _DEVANAGARI.search(word):
        return str(_ENGLISH.stemWord(word))
    for ending, replacement in _ENDINGS:
        word = ending.sub(replacement, word)
    stemmed = str(_HINDI.stemWord(word))
    return stemmed if len(stemmed) > 1 else word  # one letter would join नई, नाव and न


def is_stop_word(word: str) -> bool:
    """Tell whether a folded word is a function word, question words included, in any of the three spellings.

    >>> [word for word in ("राजनाथ", "ने", "rajnath", "ne", "the", "main") if is_stop_word(word)]
    ['ने', 'ne', 'the']
    """
    return word in STOP_WORDS


def is_question_word(word: str) -> bool:
    """Tell whether a folded word asks: who, कौन, kaun.

    >>> [word for word in ("कब", "kahan", "how", "है") if is_question_word(word)]
    ['कब', 'kahan', 'how']
    """
    return word in QUESTION_WORDS
