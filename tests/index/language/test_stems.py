import pytest

from index.language.function_words import QUESTION_WORDS, STOP_WORDS
from index.language.normalise import fold
from index.language.stems import is_question_word, is_stop_word, stem
from index.language.tokens import words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("सरकारों", "सरकार"),
        ("सरकारें", "सरकार"),
        ("योजनाओं", "योजना"),
        ("योजनाएं", "योजना"),
        ("मंत्रियों", "मंत्री"),
        ("खिलाडियों", "खिलाडी"),
        ("लडकियां", "लडकी"),
        ("किसानों", "किसान"),
        ("गये", "गए"),
        ("नयी", "नई"),
        ("रुपये", "रुपए"),
        ("रुपयों", "रुपये"),
        ("ministers", "minister"),
        ("elected", "elects"),
        ("talks", "talking"),
    ],
)
def test_forms_of_one_word_share_a_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("नई", "नाव"),
        ("गाय", "गया"),
        ("चीन", "चुनाव"),
        ("मंत्री", "मंत्र" + "ालय"),
        ("news", "new york"),
        ("120000", "12000"),
    ],
)
def test_different_words_keep_different_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


@pytest.mark.parametrize("word", ["120000", "3.5", "2025", "राजनाथ", "बेलौसोव", "us"])
def test_numbers_and_names_stay_as_they_are(word: str) -> None:
    assert stem(word) == word


@pytest.mark.parametrize("word", ["नई", "नए", "ये", "आए", "द", "x"])
def test_no_stem_is_empty_or_cut_to_one_letter(word: str) -> None:
    assert len(stem(word)) >= min(len(word), 2)


@pytest.mark.parametrize(
    "question",
    [
        "क्या है और कौन थे?",
        "किसने किससे कहाँ पर",
        "kya hai aur kaun tha",
        "kitne ka, kis ke liye, kahan se",
        "Who is the one and why are they?",
        "ne ki ko se mein par",
    ],
)
def test_questions_without_content_are_all_stop_words(question: str) -> None:
    assert all(is_stop_word(word) for word in words(question))


@pytest.mark.parametrize(
    "words_of_the_news",
    [
        "main accused men women bad kin",
        "Gaya AAP UN US FIR Bata Hun Sen",
        "राजनाथ सिंह बजट चुनाव सरकार आम बैठक",
        "mulakat chunav sarkar yojana bhookamp",
        "jab hum tab mat log",
    ],
)
def test_content_words_are_kept(words_of_the_news: str) -> None:
    assert not [word for word in words(words_of_the_news) if is_stop_word(word)]


def test_question_words_in_three_spellings() -> None:
    asked = "कौन कब कहाँ क्यों कैसे कितने किसने kaun kab kahan kyon kaise kitne kisne who when where why how"
    assert all(is_question_word(word) for word in words(asked))
    assert not any(is_question_word(word) for word in words("राजनाथ है ने kaha hai the is kin"))


def test_every_listed_word_is_in_its_folded_spelling() -> None:
    assert {word for word in STOP_WORDS if fold(word) != word} == set()
    assert QUESTION_WORDS < STOP_WORDS
