"""Share links in a real browser: they bring a question and its filters, and ask nothing by themselves."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from rag.web.strings import say
from tests.browser.acts import answered, ask, press, said
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import ENGLISH, OPENING, QUOTES
from tests.fake_desk import FakeDesk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

OpenPage = Callable[..., Any]
HOSTILE = "<img src=x onerror=window.broken=1>"


def shared(page: Any, look: Look) -> str:
    """Press the button that copies the link of the last answer, and return its query."""
    press(page, look.say("copy_link"), ".kh-turn:last-child")
    page.locator("#kh-said", has_text=look.say("link_copied")).wait_for(state="attached")
    link: str = page.evaluate("navigator.clipboard.readText()")
    return "?" + link.partition("?")[2]


@every_look
def test_a_link_brings_the_question_and_asks_nothing_until_ask_is_pressed(
    open_page: OpenPage, desk: FakeDesk, look: Look
) -> None:
    page = open_page(**look.kind)
    ask(page, OPENING[look.language])
    query = shared(page, look)
    asked = len(desk.asked)
    other = open_page(**look.kind, query=query)
    assert other.inner_text(".kh-note[role=status]") == look.say("link_brought")
    assert other.input_value("#kh-question textarea") == OPENING[look.language]
    assert other.locator(".kh-turn").count() == 0
    assert len(desk.asked) == asked
    press(other, look.say("ask"))
    answered(other, 0)
    assert other.locator(".kh-note").count() == 0
    assert said(other) == [*QUOTES[look.language]]


@every_look
def test_the_filters_of_a_link_are_told_and_used_and_can_be_dropped(open_page: OpenPage, look: Look) -> None:
    query = {"q": ENGLISH, "from": "2025-11-01", "source": "The Lake Courier"}
    page = open_page(**look.kind, query="?" + urlencode(query))
    day = {"hi": "1 नवंबर 2025", "en": "1 November 2025"}[look.language]
    told = f"{look.say('days_from', day=day)} · The Lake Courier"
    assert page.inner_text(".kh-note") == look.say("link_brought_filtered", filters=told)
    press(page, look.say("ask"))
    answered(page, 0)
    answered_in_english = f"{say('days_from', 'en', day='1 November 2025')} · The Lake Courier"
    assert answered_in_english in page.inner_text(".kh-understood")
    press(page, say("without_filters", "en"), ".kh-turn")
    page.wait_for_selector(".kh-turn:last-child:not(:has(.kh-understood)) .kh-sources")
    assert page.locator(".kh-turn").count() == 1


def test_a_hostile_link_is_shown_as_text(open_page: OpenPage) -> None:
    page = open_page("en-IN", query="?" + urlencode({"q": HOSTILE, "source": HOSTILE}))
    assert "<img src=x" in page.inner_text(".kh-note")
    assert page.evaluate("window.broken") is None
