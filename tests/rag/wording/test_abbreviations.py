"""Abbreviations of Indian news and the other ways in which they are written."""

import pytest

from rag.wording.abbreviations import abbreviated, spelt_out
from rag.wording.otherwise import otherwise_of, told_otherwise


def _others(text: str, *, romanised: bool = False) -> set[str]:
    return {" ".join(run) for one in abbreviated(text, romanised=romanised) for run in one.others}


@pytest.mark.parametrize(
    ("text", "romanised", "other"),
    [
        ("How many seats did the BJP win?", False, "भाजपा"),
        ("how many seats did bjp win", False, "भाजपा"),
        ("बीजेपी को कितनी सीटें मिलीं?", False, "भाजपा"),
        ("भारतीय जनता पार्टी को कितनी सीटें मिलीं?", False, "bjp"),
        ("rjd ko kitni seat mili", True, "राजद"),
        ("राजद को कितनी सीटें मिलीं?", False, "आरजेडी"),
        ("सीएम कौन है?", False, "मुख्यमंत्री"),
        ("Who is the CM of Bihar?", False, "chief minister"),
        ("मुख्यमंत्री कौन है?", False, "सीएम"),
        ("What did AAP promise?", False, "आम आदमी पार्टी"),
        ("delhi me aap ko kitni seat mili", True, "आम आदमी पार्टी"),
        ("up me kaun jeeta", True, "उत्तर प्रदेश"),
        ("ed ne kise pakda", True, "प्रवर्तन निदेशालय"),
    ],
)
def test_what_is_written_otherwise_is_known(text: str, romanised: bool, other: str) -> None:
    assert other in _others(text, romanised=romanised)


@pytest.mark.parametrize(
    ("text", "romanised"),
    [
        ("What goes up must come down", False),
        ("Who told us?", False),
        ("WHO TOLD US WHAT IS UP?", False),
        ("Ed Sheeran in Mumbai", False),
        ("It opens at 5 PM", False),
        ("PM 2.5 levels in Delhi", False),
        ("aap kaise hain", True),
        ("runner up kaun raha", True),
        ("un logon ne kya kaha", True),
    ],
)
def test_other_words_of_the_same_letters_are_no_abbreviations(text: str, romanised: bool) -> None:
    assert not abbreviated(text, romanised=romanised)


def test_an_abbreviation_of_two_meanings_may_be_either() -> None:
    (one,) = abbreviated("sp ko kitni seat mili", romanised=True)
    assert one.meanings == 2
    assert {("सपा",), ("पुलिस", "अधीक्षक")} <= set(one.others)


def test_the_longest_run_of_words_is_taken() -> None:
    found = abbreviated("तृणमूल कांग्रेस और भाजपा")
    assert [(one.start, one.end) for one in found] == [(0, 2), (3, 4)]


def test_letters_are_spelt_out_by_their_names() -> None:
    assert [spelt_out(word) for word in ("upi", "AIMIM", "jdu")] == ["यूपीआई", "एआईएमआईएम", "जेडीयू"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("राष्ट्रीय जनता दल को 25 सीटें मिलीं।", True),
        ("आरजेडी 25 पर रुकी।", True),
        ("The RJD won 25.", True),
        ("जनता दल को 25 सीटें मिलीं।", False),
        ("भाजपा को 89 सीटें मिलीं।", False),
    ],
)
def test_a_text_tells_of_a_party_by_any_of_its_names(text: str, told: bool) -> None:
    asked = otherwise_of("राजद को कितनी सीटें मिलीं?")
    assert bool(told_otherwise(asked, text)) is told
