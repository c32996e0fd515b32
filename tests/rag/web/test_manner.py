import pytest

from index.filters import Filters
from rag.choice import Choice
from rag.web.conversation import Wishes
from rag.web.manner import DEFAULT, Manner, manner_in


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"answer_language": None, "writer": None, "quotes": None},
        {"answer_language": ["hi"], "writer": {"a": 1}, "quotes": 3},
        {"writer": "shell", "quotes": "0"},
        {"quotes": "११"},
        {"quotes": "1e1"},
    ],
)
def test_nonsense_is_left_out(fields: dict[str, object]) -> None:
    assert manner_in(fields) == DEFAULT


def test_a_name_is_one_line_of_sensible_length() -> None:
    for name in ("a\nb", "x" * 301, "\u202etxt"):
        assert manner_in({"writer": "local", "local_model": name}).choice == Choice("local")
    assert manner_in({"writer": "local", "local_model": " ~/मॉडल ", "endpoint_url": "http://x"}).choice == Choice(
        "local", "~/मॉडल"
    )


def test_a_manner_takes_the_place_of_an_earlier_one_and_leaves_the_rest() -> None:
    wishes = Wishes("hi", Filters("2025-05-01"), alone=True, latest=True)
    manner = Manner("en", Choice("local"), 2)
    assert manner.upon(wishes) == Wishes("en", Filters("2025-05-01"), True, True, Choice("local"), 2)
