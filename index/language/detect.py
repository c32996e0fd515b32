"""Which language an article or a question is in; Hindi in Roman letters is told from English by its small words."""

from typing import Literal

import regex

from index.article import Language
from index.language import roman_hindi
from index.language.normalise import fold
from index.language.stems import is_stop_word
from index.language.tokens import words

_DEVANAGARI_RUN = regex.compile(r"[\u0900-\u0963\u0966-\u097f]+")
_LATIN_RUN = regex.compile(r"\p{Latin}+")

# A Hindi page keeps names, brands and units in Latin letters; an English one hardly quotes this much Devanagari.
_HINDI_SHARE = 0.4


def article_language(text: str) -> Language:
    """Return the language of an article by the share of its letters; English when it has none.

    >>> article_language("इसरो ने ISRO के नाम से जाना जाने वाला मिशन भेजा।")
    'hi'
    >>> article_language("ISRO sent a mission called चंद्रयान.")
    'en'
    """
    devanagari = sum(len(run) for run in _DEVANAGARI_RUN.findall(text))
    latin = sum(len(run) for run in _LATIN_RUN.findall(text))
    return "hi" if devanagari and devanagari >= _HINDI_SHARE * (devanagari + latin) else "en"


def question_language(text: str) -> Literal["hi", "en", "hi-Latn"]:
    """Return the language of a question: any Devanagari makes it Hindi unless the words around it are English.

    >>> question_language("ISRO का chandrayaan mission"), question_language("What does आत्मनिर्भर mean?")
    ('hi', 'en')
    >>> question_language("rajnath singh kisse mile?"), question_language("Who is the main accused?")
    ('hi-Latn', 'en')
    """
    asked = words(text)
    hindi, english = roman_hindi.hindi_score(asked), roman_hindi.english_score(asked)
    if _DEVANAGARI_RUN.search(fold(text)):
        hindi += sum(1 for word in asked if _DEVANAGARI_RUN.match(word) and is_stop_word(word))
        return "en" if english > hindi and english >= 1 else "hi"
    return "hi-Latn" if hindi > english else "en"
