"""A short answer is right where it says a known answer in another form or script, and wrong where it does not."""

from dataclasses import replace

import pytest

from eval.asked import Asked
from eval.measures.behaviour import behaviour
from eval.measures.short_answers import short_answers


@pytest.mark.parametrize(
    ("line", "right", "wrong"),
    [("36 per cent", 1, 0), ("छत्तीस प्रतिशत", 1, 0), ("37 per cent", 0, 1), (None, 0, 0)],
)
def test_line(eight: list[Asked], line: str | None, right: float, wrong: float) -> None:
    asked = replace(eight[0], answer={**eight[0].answer, "short_answer": line})
    found = short_answers(asked)
    assert (found["short answer right"], found["short answer wrong"]) == (right, wrong)
    assert found["short answer absent"] == float(line is None)


def test_any_line_is_wrong_where_there_is_no_answer(eight: list[Asked]) -> None:
    asked = replace(eight[5], answer={**eight[5].answer, "short_answer": "राम"})
    assert short_answers(asked) == {"short answer wrong": 1.0}


@pytest.mark.parametrize(
    ("line", "in_language"), [("Narendra Modi (नरेंद्र मोदी)", 1), ("83", 1), ("नरेंद्र मोदी", 0), ("चार साल", 0)]
)
def test_a_line_is_in_the_askers_language_with_the_original_in_brackets(
    eight: list[Asked], line: str, in_language: float
) -> None:
    english = next(one for one in eight if one.question.language == "en")
    asked = replace(english, answer={**english.answer, "short_answer": line, "notices": []})
    assert behaviour(asked)["own words in language"] == in_language
