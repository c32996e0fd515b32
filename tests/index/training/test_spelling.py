"""Foreign words in Devanagari, learnt from made-up words of two syllables, each written one way."""

from itertools import product

import pytest

from index.training.spelling import Speller, loan_words, spellings

SYLLABLES = [
    (a + b, c + d) for (a, c), (b, d) in product(zip("bntkr", "बनटकर", strict=True), zip("aio", "ािो", strict=True))
]
LOANS = [(one[0] + other[0], one[1] + other[1]) for one, other in product(SYLLABLES, SYLLABLES) if one != other]


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller(LOANS)


def test_a_word_that_was_not_seen_is_spelt_like_those_that_were(speller: Speller) -> None:
    assert speller.spell("banito", 3)[0][0] == "बानिटो"
    assert speller.spell("Korabi", 1)[0][0] == "कोराबि"


def test_letters_that_were_never_seen_cannot_be_spelt(speller: Speller) -> None:
    assert speller.spell("zoo", 3) == []


def test_the_same_words_give_the_same_spellings(speller: Speller) -> None:
    assert Speller(LOANS).spell("ronita", 5) == speller.spell("ronita", 5)


def test_loan_words_sound_alike() -> None:
    pairs = [("bank", "बैंक"), ("river", "नदी"), ("report", "रिपोर्ट"), ("co-op", "कोऑप")]
    assert list(loan_words(pairs)) == [("bank", "बैंक"), ("report", "रिपोर्ट")]


def test_a_spelling_with_another_meaning_is_left_out() -> None:
    found = spellings(["tokari", "banito", "ran"], LOANS, {"टोकारि": ["basket"], "बानिटो": ["banito"]})
    assert found == {"बानिटो": "banito"}  # "ran" is too short to be spelt
