"""Names go from one script to the other about as they are read."""

import pytest

from index.language.phonetic import phonetic_keys
from index.language.transliteration import to_devanagari, to_latin


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("राजनाथ सिंह", "Rajnath Singh"),
        ("नरेंद्र मोदी", "Narendra Modi"),
        ("प्रतिभा पाटिल", "Pratibha Patil"),
        ("चंद्रयान-3", "Chandrayan-3"),
        ("पीएसएलवी-सी57", "PSLV-C57"),
        ("वी. के. सिंह", "V. K. Singh"),
        ("ज्ञान", "Gyan"),
        ("मुंबई", "Mumbai"),
    ],
)
def test_to_latin(name: str, latin: str) -> None:
    assert to_latin(name) == latin


@pytest.mark.parametrize("name", ["Suresh", "Lavrov", "Mohan", "Kumar", "Patil", "Renesas", "Nagesh", "Gopi"])
def test_to_devanagari_keeps_the_sound(name: str) -> None:
    assert set(phonetic_keys(to_devanagari(name))) & set(phonetic_keys(name))


def test_capitals_are_read_by_the_names_of_their_letters() -> None:
    assert to_devanagari("BBC") == "बीबीसी"
    assert to_devanagari("Bank of India").split()[1] == "ऑफ"


@pytest.mark.parametrize("text", ["", "123", "—", "!?", "ं", "्", "漢字"])
def test_what_is_no_name_does_no_harm(text: str) -> None:
    assert isinstance(to_latin(text), str)
    assert isinstance(to_devanagari(text), str)
