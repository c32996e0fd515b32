import sys
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.normalise import fold, fold_newlines

NEWS_LETTERS = st.text(alphabet="कखगघङचजञटडढणतदनपफबमयरलवशसह़्ािीेंँःक़ज़ड़ढ़०५ABzéñİßſ\u200c\u200d\u00ad .,'’", max_size=60)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u0958ानून", "क\u093cानून"),  # the precomposed and the decomposed nukta letter
        ("क़ानून", "कानून"),
        ("सड़क", "सडक"),
        ("चाँद", "चांद"),
        ("हिन्दी", "हिंदी"),
        ("कम्पनी", "कंपनी"),
        ("गङ्गा", "गंगा"),
        ("पञ्च", "पंच"),
        ("झण्डा", "झंडा"),
        ("इन्फोसिस", "इंफोसिस"),
        ("साइन्स", "साइंस"),
        ("क्\u200dष", "क्ष"),
        ("श्री\u200cमती", "श्रीमती"),
        ("२०२५", "2025"),
        ("٢٠٢٥", "2025"),
        ("２０２５", "2025"),
        ("CAFÉ", "cafe"),
        ("Jos\u0065\u0301", "josé"),
        ("co\u00adoperate", "cooperate"),
        ("İstanbul", "istanbul"),
        ("Weiß", "WEISS"),
        ("ﬁnance", "finance"),
        ("\ufeffखबर", "खबर"),
        ("नई\u00a0दिल्ली", "नई दिल्ली"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("कल", "काल"),
        ("दिन", "दीन"),
        ("अन्य", "अंय"),
        ("उन्हें", "उंहें"),
        ("सम्मान", "संमान"),
        ("जन्म", "जंम"),
        ("पता", "पत्ता"),
        ("मत", "मंत"),
    ],
)
def test_different_words_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text() | NEWS_LETTERS)
def test_fold_is_idempotent(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text() | NEWS_LETTERS)
def test_folded_text_is_nfc_without_marks_that_do_not_matter(text: str) -> None:
    folded = fold(text)
    assert unicodedata.is_normalized("NFC", folded)
    assert not any(unicodedata.category(character) == "Cf" or character in "\u093c\u0901" for character in folded)


@given(NEWS_LETTERS)
def test_canonically_equal_text_folds_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(text) == fold(unicodedata.normalize("NFC", text))


def test_every_digit_of_unicode_becomes_ascii() -> None:
    digits = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == "Nd"]
    assert len(digits) > 600
    assert all(fold(digit) == str(unicodedata.decimal(digit)) for digit in digits)


def test_matras_survive() -> None:
    assert fold("किसानों की मुश्किलें") == "किसानों की मुश्किलें"


def test_a_megabyte_folds_in_well_under_a_second() -> None:
    text = "हिन्दी में क़ानून की ख़बर और News २०२५। " * 25_000
    fold("warm up हिन्दी")
    started = time.process_time()
    fold(text)
    assert time.process_time() - started < 1.0


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\u2029", "\x0b", "\x0c", "\x85", "\n"])
def test_every_line_end_becomes_a_newline(line_end: str) -> None:
    assert fold_newlines(f"एक{line_end}दो") == "एक\nदो"


def test_a_leading_byte_order_mark_goes_and_everything_else_stays() -> None:
    assert fold_newlines("\ufeffक़ \u200dA\ufeff") == "क़ \u200dA\ufeff"


@given(st.text())
def test_fold_newlines_is_idempotent(text: str) -> None:
    assert fold_newlines(fold_newlines(text)) == fold_newlines(text)
