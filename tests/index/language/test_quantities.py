"""Quantities: what stands in a text is read with its unit and place, however it is written."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.quantities import Quantity, quantities
from index.language.quantity_words import HINDI_NUMBERS, NUMBERS, TENS

_ENGLISH = {number: word for word, number in reversed(NUMBERS.items()) if word.isascii() and number < 20}
_TENS = ["", "", *TENS]
_HINDI = {number: word for word, number in reversed(HINDI_NUMBERS.items())}
_INDIAN_SCALES = ((10**7, "करोड़"), (10**5, "लाख"), (1000, "हज़ार"), (100, "सौ"))
_WESTERN_SCALES = ((10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")


def _one(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


def _in_hindi(number: int) -> str:
    if number < 100:
        return _HINDI[number]
    parts = []
    for scale, word in _INDIAN_SCALES:
        if number >= scale:
            parts += [_in_hindi(number // scale), word]
            number %= scale
    return " ".join([*parts, *([_HINDI[number]] if number else [])])


def _in_english(number: int) -> str:
    if number < 20:
        return _ENGLISH[number]
    if number < 100:
        return _TENS[number // 10] + (f"-{_ENGLISH[number % 10]}" if number % 10 else "")
    if number < 1000:
        rest = f" and {_in_english(number % 100)}" if number % 100 else ""
        return f"{_ENGLISH[number // 100]} hundred{rest}"
    scale, word = next((scale, word) for scale, word in _WESTERN_SCALES if number >= scale)
    rest = f" {_in_english(number % scale)}" if number % scale else ""
    return f"{_in_english(number // scale)} {word}{rest}"


def _grouped(number: int) -> str:
    """Write a number with a comma before the last three figures and every two before them."""
    digits = str(number)
    head, tail = digits[:-3], digits[-3:]
    pairs: list[str] = []
    while head:
        head, pair = head[:-2], head[-2:]
        pairs.insert(0, pair)
    return ",".join([*pairs, tail])


@given(st.integers(0, 10**9 - 1))
def test_a_number_in_words_is_read_back(number: int) -> None:
    for words in (_in_hindi(number), _in_english(number)):
        text = f"« {words} rupaye »"
        found = _one(text)
        assert (found.low, found.high, found.unit) == (Decimal(number), Decimal(number), "INR"), words
        assert text[found.start : found.end] == found.text == f"{words} rupaye"


@given(st.integers(2200, 10**12), st.sampled_from(["%s", "₹%s", "%s लोग", "Rs. %s", "%s km"]))
def test_a_number_in_figures_is_read_back(number: int, pattern: str) -> None:
    western = f"{number:,}"
    for figures in (str(number), western, _grouped(number), _grouped(number).translate(_DEVANAGARI)):
        found = _one(pattern % figures)
        assert (found.low, found.text) == (Decimal(number), pattern % figures)


@given(st.decimals("0.01", "999.99", places=2), st.sampled_from([(10**5, "लाख"), (10**7, "crore"), (10**9, "billion")]))
def test_decimals_of_a_scale(number: Decimal, scale: tuple[int, str]) -> None:
    assert _one(f"{number} {scale[1]}").low == number * scale[0]


@given(st.text(alphabet=st.sampled_from("0123456789,.:-₹%$ पाँचसौ लाख to से and half a million एक साढ़े st"), max_size=60))
def test_any_text_is_read_in_order_and_by_its_own_offsets(text: str) -> None:
    found = quantities(text)
    assert all(quantity.text == text[quantity.start : quantity.end] for quantity in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


@pytest.mark.parametrize(
    "text",
    ["सऊदी अरब ने कहा", "कई लाख लोग", "several hundred people", "He will do it at ten past", "एक बार", "one of us"],
)
def test_words_that_are_no_quantities(text: str) -> None:
    assert [found for found in quantities(text) if found.text != "ten"] == []


def test_conversions_meet_in_the_base_unit() -> None:
    assert _one("2 km").in_base == _one("2000 मीटर").in_base
    assert _one("2 साल").in_base == _one("24 months").in_base
    assert _one("2 km").dimension == _one("2000 मीटर").dimension == "length"
    assert _one("2 km").in_base != _one("2 m").in_base


def test_the_times_of_the_clock_meet() -> None:
    assert _one("ढाई बजे").low == _one("2:30").low
    assert {_one(text).low for text in ("6 बजकर 4 मिनट", "6:04", "6.04 pm", "६:०४ बजे")} == {364}
