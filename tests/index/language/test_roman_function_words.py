"""Small words of romanised Hindi by themselves and in context."""

import pytest

from index.language.detect import question_language
from index.language.normalise import fold
from index.language.roman_function_words import _WORDS, function_word, in_context


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        ("kaun", "कौन"),
        ("nhi", "नहीं"),
        ("nahin", "नहीं"),
        ("h", "है"),
        ("kia", "क्या"),
        ("kyu", "क्यों"),
        ("mein", "में"),
        ("me", "में"),
        ("k", "के"),
        ("pe", "पर"),
        ("use", "उसे"),
        ("the", "थे"),
    ],
)
def test_a_small_word_is_restored(typed: str, word: str) -> None:
    assert function_word(typed) == word


def test_the_table_is_folded_and_in_lower_case() -> None:
    assert all(word == fold(word) for word in _WORDS.values())
    assert all(typed.isascii() and typed.isalpha() and typed.islower() for typed in _WORDS)


@pytest.mark.parametrize(
    ("typed", "before", "question", "word"),
    [
        ("main", "", "main delhi jata hoon", "मैं"),
        ("main", "भारत", "bharat main kya hua", "में"),
        ("mai", "अगर", "agar mai jaunga", "मैं"),
        ("ki", "कहा", "modi ne kaha ki", "कि"),
        ("ki", "सरकार", "sarkar ki yojana", "की"),
        ("kaha", "ने", "modi ne kya kaha", "कहा"),
        ("kaha", "", "kaha hai taj mahal", "कहां"),
        ("bare", "के", "budget ke bare mein", "बारे"),
        ("bare", "", "bare log kaun hain", "बडे"),
    ],
)
def test_the_words_around_it_choose(typed: str, before: str, question: str, word: str) -> None:
    assert in_context(typed, function_word(typed) or "", before, question.split()) == word


@pytest.mark.parametrize(
    "question", ["Delhi me pollution level", "alarm set he", "sarkar kb bni thi", "upi ktne logo ne chalaya"]
)
def test_hasty_spellings_are_romanised_hindi(question: str) -> None:
    assert question_language(question) == "hi-Latn"


@pytest.mark.parametrize(
    "question", ["Bob helped me out", "Excuse me please", "Remind me tomorrow", "He lent me money"]
)
def test_me_is_english_after_a_verb(question: str) -> None:
    assert question_language(question) == "en"
