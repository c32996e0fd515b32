"""Consonants and vowels of Hindi words, written and typed, and how far the two are apart."""

import math

import pytest

from index.language.syllables import readings, skeleton, syllables_of
from index.language.typed_distance import distance


@pytest.mark.parametrize(
    "pair",
    """
    व्यवस्था vyavastha
    विज्ञान vigyan
    सिंह singh
    गांव gaon
    चुनाव chunao
    लडकी ladki
    लडकी larki
    पढाई parhai
    दिल्ली delhi
    कहते khte
    बनने banne
    देखकर dekhkar
    मेहमान mehmaan
    संयोग sanyog
    परीक्षा pariksha
    परीक्षा pareexa
    मैक्सिको maxico
    अच्छा achchha
    अच्छा accha
    वृक्ष vriksh
    ऋषि rishi
    प्रज्ञा pragya
    वंदे wande
    अंबानी ambani
    """.strip().splitlines(),
)
def test_a_spelling_that_people_type_has_the_consonants_of_its_word(pair: str) -> None:
    word, typed = pair.split()
    assert skeleton(word) in {reading.skeleton for reading in readings(typed)}


@pytest.mark.parametrize("word", ["क्योंकि", "व्यवस्था", "अर्थव्यवस्था", "उन्होंने", "इज्जत", "यूक्रेन", "ज्ञान", "सिंह", "गांव"])
def test_the_skeleton_of_a_word_counts_its_consonants(word: str) -> None:
    opening = 1 if syllables_of(word).vowels[0] else 0
    assert len(skeleton(word)) == len(syllables_of(word).consonants) + opening


@pytest.mark.parametrize(
    ("typed", "near", "far"),
    [
        ("khel", "खेल", "कल"),
        ("ghar", "घर", "गार"),
        ("jeet", "जीत", "जाट"),
        ("siddha", "सिद्धा", "सीधा"),
        ("buddha", "बुद्धा", "बूढा"),
        ("phal", "फल", "पाल"),
        ("zila", "जिला", "जेल"),
        ("kahan", "कहां", "कहें"),
        ("mukhiya", "मुखिया", "मुख्य"),
    ],
)
def test_the_word_that_is_meant_is_nearer(typed: str, near: str, far: str) -> None:
    def away(word: str) -> float:
        alike = (one for one in readings(typed) if one.skeleton == skeleton(word))
        return min((distance(word, reading) for reading in alike), default=math.inf)

    assert away(near) < 0.3
    assert away(near) < away(far)


def test_what_is_not_in_roman_letters_has_no_reading() -> None:
    assert readings("") == readings("दिन") == readings("d1") == ()


def test_a_long_word_has_a_bounded_number_of_readings() -> None:
    assert len(readings("antarrashtriyakaranantarkaran" * 3)) <= 24
