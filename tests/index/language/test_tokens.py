import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.normalise import fold
from index.language.tokens import Token, tokens, words

MIXED = st.text(alphabet="कगनमसिाी्ंँ़़।२७ABesu'’.,-₹ 019\n\u200c\u200d\u00ad😀", max_size=80)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("राजनाथ सिंह ने कहा।", ["राजनाथ", "सिंह", "ने", "कहा"]),
        ("किसानों की मुश्किलें", ["किसानों", "की", "मुश्किलें"]),
        ("क्\u200dष और श्री\u200cमती", ["क्ष", "और", "श्रीमती"]),
        ("1,20,000 रुपये", ["120000", "रुपये"]),
        ("₹१,२०,०००.५०", ["120000.50"]),
        ("Rs1,20,000 and Rs500", ["rs", "120000", "and", "rs", "500"]),
        ("Rs1.5 crore", ["rs", "1.5", "crore"]),
        ("रु1.5 करोड़", ["रु", "1.5", "करोड"]),
        ("3.5 प्रतिशत, 3.", ["3.5", "प्रतिशत", "3"]),
        ("23-24", ["23", "24"]),
        ("2023,2024", ["2023", "2024"]),
        ("1,2,3", ["1", "2", "3"]),
        ("23.08.2023 को", ["23", "08", "2023", "को"]),
        ("at 11:07 PM", ["at", "11", "07", "pm"]),
        ("एस-400 और चंद्रयान-3", ["एस", "400", "और", "चंद्रयान", "3"]),
        ("23वीं बैठक, 5G, T20", ["23वीं", "बैठक", "5g", "t20"]),
        ("the U.S. and U.K.-led", ["the", "us", "and", "uk", "led"]),
        ("J.K. Rowling", ["jk", "rowling"]),
        ("सी.बी.आई. ने", ["सीबीआई", "ने"]),
        ("ए.पी.जे. अब्दुल कलाम", ["एपीजे", "अब्दुल", "कलाम"]),
        ("है.आज", ["है", "आज"]),
        ("डॉ. सिंह", ["डॉ", "सिंह"]),
        ("India's, INDIA’S", ["india", "india"]),
        ("O'Brien don't", ["obrien", "dont"]),
        ("ministers' 'quoted'", ["ministers", "quoted"]),
        ("\u200d ़ । —", []),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_offsets_point_into_the_original_text() -> None:
    text = "क़ानून: India's १,२०,००० U.S. 😀 चाँद"
    found = [(text[token.start : token.end], token.text) for token in tokens(text)]
    assert found == [
        ("क़ानून", "कानून"),
        ("India", "india"),
        ("१,२०,०००", "120000"),
        ("U.S", "us"),
        ("चाँद", "चांद"),
    ]


@given(st.text() | MIXED)
def test_tokens_are_ordered_folded_and_inside_the_text(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert end <= token.start < token.end <= len(text)
        assert token.text
        assert fold(token.text) == token.text
        end = token.end


@given(st.text() | MIXED)
def test_every_letter_and_digit_is_in_a_token(text: str) -> None:
    covered = {place for token in tokens(text) for place in range(token.start, token.end)}
    for place, character in enumerate(text):
        if character.isalnum() and place not in covered:
            assert character in "sS"  # only the s of a possessive is left out
            assert text[place - 1] in "'’"


@given(st.text() | MIXED)
def test_words_are_the_texts_of_tokens(text: str) -> None:
    assert words(text) == [token.text for token in tokens(text)]


def test_a_token_is_a_value() -> None:
    assert tokens("खबर") == [Token(0, 3, "खबर")]


def test_time_is_linear_on_awkward_input() -> None:
    started = time.process_time()
    for awkward in ("a." * 50_000, "1," * 50_000, "a'" * 50_000, "ए." * 50_000, "क" * 100_000, "9" * 100_000):
        tokens(awkward)
    assert time.process_time() - started < 3.0
