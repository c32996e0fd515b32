import re
from typing import Any

import pytest

from index.article import Article
from index.filters import Filters
from rag.web.conversation import Wishes
from rag.web.filters import MOST_NAMES, chosen_in, chosen_view, filters_view, is_reversed
from rag.web.handlers import Handlers
from tests.fake_desk import FakeDesk

QUESTION = "पुल कब खुलेगा?"
INFO: dict[str, Any] = {
    "sources": ["", "गंगा समाचार", "The \u202eCourier", "Two  Rivers"],
    "sections": ["देश"],
    "first_published": "2025-05-01",
    "last_published": "2025-12-04",
}
BACKWARDS = Filters("2025-05-02", "2025-05-01")


def fields(**given: Any) -> dict[str, Any]:
    """What the browser sends, by the names of the fields; `first` stands for from, which Python keeps to itself."""
    first = {"from": given.pop("first", "")}
    return {**first, "to": "", "source": "", "section": "", "language": "", "latest": False, **given}


def test_the_choices_are_those_of_the_archive() -> None:
    page = filters_view(INFO, None, "en")
    assert page.startswith('<details class="kh kh-filters" lang="en"><summary>')
    assert re.findall(r'<option value="([^"]+)"', page) == ["गंगा समाचार", "The Courier", "Two Rivers", "देश", "hi", "en"]
    assert page.count('min="2025-05-01" max="2025-12-04"') == 2
    assert "selected" not in page
    assert "checked" not in page


def test_what_is_chosen_stands_in_the_fields() -> None:
    chosen = Filters("2025-05-01", "2025-05-31", "गंगा समाचार", "hi", "देश")
    page = filters_view(INFO, chosen, "hi", latest=True)
    assert 'name="from" value="2025-05-01"' in page
    assert 'name="to" value="2025-05-31"' in page
    assert re.findall(r'value="([^"]+)" lang="\w+" selected', page) == ["गंगा समाचार", "देश", "hi"]
    assert 'name="latest" checked' in page
    assert "सबसे नई ख़बर पहले" in page


def test_a_name_that_the_archive_does_not_have_can_still_be_dropped() -> None:
    page = filters_view(INFO, Filters(source="Gone Gazette"), "en")
    assert '<option value="Gone Gazette" lang="en" selected>' in page


def test_hostile_names_stay_in_their_places(hostile: str) -> None:
    page = filters_view({"sources": [hostile], "sections": [hostile]}, Filters(source=hostile), "en")
    assert "<script" not in page
    assert 'onmouseover="' not in page
    assert "\u202e" not in page
    line = chosen_view(Filters(source=hostile, section=hostile), "en")
    assert "<script" not in line
    assert "\u202e" not in line


def test_no_more_names_are_listed_than_can_be_read() -> None:
    page = filters_view({"sources": [f"outlet {n}" for n in range(MOST_NAMES + 12)]}, None, "en")
    assert page.count('<option value="outlet') == MOST_NAMES
    assert "<option disabled>and 12 more</option>" in page


def test_the_fields_become_filters() -> None:
    given = fields(first="2025-05-01", to="2025-05-31", source="गंगा समाचार", section="देश", language="hi", latest=True)
    assert chosen_in(given, INFO) == (Filters("2025-05-01", "2025-05-31", "गंगा समाचार", "hi", "देश"), True)
    assert chosen_in(fields(), INFO) == (None, False)


@pytest.mark.parametrize(
    ("shown", "name"), [("The Courier", "The \u202eCourier"), ("Two Rivers", "Two  Rivers"), ("Other", "Other")]
)
def test_a_name_is_the_one_that_the_archive_knows(shown: str, name: str) -> None:
    assert chosen_in(fields(source=shown), INFO)[0] == Filters(source=name)


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"from": None, "to": ["2025"], "source": "", "language": "fr", "latest": "yes"},
        {"from": "2025-02-30", "to": "<script>", "phrases": ["x"]},
    ],
)
def test_nonsense_chooses_nothing(given: dict[str, Any]) -> None:
    assert chosen_in(given, INFO) == (None, False)


def test_days_in_the_wrong_order_are_told() -> None:
    assert is_reversed(BACKWARDS)
    assert not any(map(is_reversed, (None, Filters("2025-05-01"), Filters("2025-05-01", "2025-05-01"))))
    line = chosen_view(BACKWARDS, "en")
    assert 'role="alert"' in line
    assert "after the last one" in line
    assert "तारीख़ें बदलिए" in chosen_view(BACKWARDS, "hi")


def test_what_is_chosen_is_said_beside_a_button_that_drops_it() -> None:
    assert chosen_view(None, "en") == ""
    line = chosen_view(Filters("2025-05-01", language="hi"), "en", latest=True)
    assert "from 1 May 2025 · articles in Hindi · latest first" in line
    assert "data-unfilter" in line
    assert "सबसे नई पहले" in chosen_view(None, "hi", latest=True)


def test_a_question_within_no_days_is_not_asked(desk: FakeDesk) -> None:
    taken = Handlers(desk).take(QUESTION, (), "hi", Wishes(filters=BACKWARDS))
    assert (taken.accepted, taken.box, taken.turns) == (False, QUESTION, ())
    assert taken.problem == ""  # the line beside the fields says it


def test_the_choice_reaches_the_desk_and_is_told_with_the_answer(desk: FakeDesk) -> None:
    handlers = Handlers(desk)
    filters, latest, line = handlers.chosen(fields(source="नगर दर्पण", latest=True), "en")
    assert "नगर दर्पण · latest first" in line
    taken = handlers.take(QUESTION, (), "en", Wishes(filters=filters, latest=latest))
    *_, (turns, page) = handlers.answer(taken.turns, "en")
    assert [source.citation.article_id for source in turns[0].sources] == ["bridge"]
    assert "नगर दर्पण · सबसे नई पहले" in page
    assert handlers.again(turns, "en", 0, "filters").turns[-1].wishes == Wishes()


def test_the_latest_comes_first(articles: list[Article]) -> None:
    words = [("cost", "The bridge cost ten crore rupees."), ("bridge", "टोल नहीं लगेगा।")]
    handlers = Handlers(FakeDesk(articles, {QUESTION: words}))
    for latest, order in ((False, ["cost", "bridge"]), (True, ["bridge", "cost"])):
        *_, (turns, _) = handlers.answer(handlers.take(QUESTION, (), "hi", Wishes(latest=latest)).turns, "hi")
        assert [source.citation.article_id for source in turns[0].sources] == order
