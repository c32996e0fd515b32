"""Opinions of an answer, in a real browser: kept when they are sent, with a reason or without."""

from typing import Any

import pytest

from tests.browser.acts import ask, faults, press
from tests.browser.conftest import Kept
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import FOLLOW_UP, OPENING

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


@pytest.fixture
def heard(opinions: Kept) -> Kept:
    """Return the list of opinions, empty."""
    opinions.clear()
    return opinions


def unfold(page: Any, look: Look, thumb: str) -> str:
    """Open the form of a thumb by its name, and return where it is."""
    page.get_by_label(look.say(f"thumb_{thumb}"), exact=True).last.click()
    return f".kh-turn:last-child .kh-thumb[data-thumb={thumb}]"


@every_look
def test_an_opinion_is_kept_only_when_it_is_sent(page: Any, look: Look, heard: Kept) -> None:
    question = OPENING[look.language]
    ask(page, question)
    form = unfold(page, look, "down")
    page.locator(form).get_by_label(look.say("why_down")).fill("<b>too short</b>")
    assert faults(page) == []
    assert heard == []
    press(page, look.say("send"), form)
    page.wait_for_selector(f".kh-note >> text={look.say('opinion_thanks')}")
    assert heard == [(question, "down", "<b>too short</b>")]
    assert page.locator(".kh-thumb.kh-judged").get_attribute("data-thumb") == "down"


@every_look
def test_each_answer_has_an_opinion_of_its_own_and_needs_no_reason(page: Any, look: Look, heard: Kept) -> None:
    ask(page, OPENING[look.language])
    press(page, look.say("send"), unfold(page, look, "up"))
    page.wait_for_selector(f".kh-note >> text={look.say('opinion_thanks')}")
    assert heard == [(OPENING[look.language], "up", "")]
    ask(page, FOLLOW_UP[look.language])
    assert page.locator(".kh-turn:first-child .kh-thumb.kh-judged").count() == 1
    assert page.locator(".kh-turn:last-child .kh-thumb.kh-judged").count() == 0
