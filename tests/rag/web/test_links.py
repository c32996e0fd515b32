from urllib.parse import parse_qsl

import pytest

from index.filters import Filters
from rag.web.links import LONGEST_LINKED, followed, link


@pytest.mark.parametrize(
    ("question", "filters", "latest"),
    [
        ("पुल कब खुलेगा?", None, False),
        ("A & B = 100% <b>", Filters("2025-05-01", "2025-05-31", "गंगा समाचार", "hi", "देश"), True),
        ("#?+", Filters(last_day="2025-05-31"), False),
    ],
)
def test_what_goes_into_a_link_comes_out_of_it(question: str, filters: Filters | None, latest: bool) -> None:
    address = link(question, filters, latest=latest).removeprefix("?")
    assert followed(dict(parse_qsl(address))) == (question, filters, latest)


@pytest.mark.parametrize("query", [{}, {"q": "  "}, {"from": "2025-05-01", "latest": "yes"}, {"__theme": "dark"}])
def test_an_address_without_a_question_brings_nothing(query: dict[str, str]) -> None:
    assert followed(query) == ("", None, False)


def test_nonsense_in_a_link_is_left_out() -> None:
    odd = {
        "q": "क" * 5000,
        "from": "2025-13-45",
        "to": "<script>",
        "language": "xx",
        "section": "s" * 999,
        "as_of": "1",
        "latest": "<b>",
    }
    question, filters, latest = followed(odd)
    assert latest is False
    assert len(question) == LONGEST_LINKED
    assert filters == Filters(section="s" * 200)
    assert followed(dict(parse_qsl(link("क" * 5000).removeprefix("?"))))[0] == question
