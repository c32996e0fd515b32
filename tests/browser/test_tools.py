"""What a reader does with an answer in a real browser: copies, shares, asks again or otherwise, judges."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.browser.conftest import Kept
from tests.browser.test_chat import ENGLISH, ENGLISH_QUOTE, HINDI, HINDI_QUOTE, ask
from tests.fake_desk import FakeDesk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

FOLLOW_UP = "और टिकट कितने का है?"
DATED = "Why did last week's trams stop?"
OpenPage = Callable[..., Any]


def copied(page: Any, *buttons: str) -> str:
    """Press buttons one after another and return what is in the clipboard then."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    for button in buttons:
        page.click(f".kh-turn:last-child {button}")
    page.wait_for_selector("#kh-said >> text=/copied|कॉपी/i", state="attached")
    text: str = page.evaluate("navigator.clipboard.readText()")
    return text


def answered(page: Any, place: int) -> None:
    page.wait_for_selector(f".kh-turn[data-turn='{place}'] .kh-answer[aria-busy=false]", state="attached")


def test_the_answer_is_copied_as_text_as_markdown_and_as_quotes(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    ask(page, ENGLISH)
    told = "Trams to return to Rampur Lake after forty years"
    copy = ".kh-menu:not(.kh-thumb) summary"
    assert copied(page, copy, "[data-copy] >> nth=0") == (
        f"{ENGLISH}\n\n{ENGLISH_QUOTE} [1]\n\n"
        f"[1] {told} — The Lake Courier, 24 November 2025 — https://lake-courier.example/tram"
    )
    assert page.locator(".kh-menu[open]").count() == 0  # it shuts by itself
    assert f"1. [{told}](https://lake-courier.example/tram)" in copied(page, copy, "[data-copy] >> nth=1")
    quotes = copied(page, copy, "[data-copy] >> nth=2")
    lines = [f"“{ENGLISH_QUOTE}”", "The Lake Courier, 24 November 2025", told, "https://lake-courier.example/tram"]
    assert quotes.splitlines() == lines


def test_a_link_brings_the_question_and_asks_nothing_until_ask_is_pressed(open_page: OpenPage, desk: FakeDesk) -> None:
    page = open_page("hi-IN")
    ask(page, HINDI)
    link = copied(page, "[data-link]")
    asked = len(desk.asked)
    other = open_page("hi-IN", query="?" + link.partition("?")[2])
    other.wait_for_selector(".kh-note[role=status]")
    assert other.input_value("#kh-question textarea") == HINDI
    assert other.locator(".kh-turn").count() == 0
    assert len(desk.asked) == asked
    other.click("#kh-ask")
    answered(other, 0)
    assert other.locator(".kh-note").count() == 0
    assert HINDI_QUOTE in other.inner_text(".kh-answer")


def test_the_filters_of_a_link_are_told_and_used_and_can_be_dropped(open_page: OpenPage) -> None:
    page = open_page("en-IN", query="?" + urlencode({"q": ENGLISH, "from": "2025-11-01", "source": "The Lake Courier"}))
    assert "from 1 November 2025 · The Lake Courier" in page.inner_text(".kh-note")
    page.click("#kh-ask")
    answered(page, 0)
    assert "from 1 November 2025 · The Lake Courier" in page.inner_text(".kh-understood")
    page.click(".kh-drop")
    page.wait_for_selector(".kh-turn:last-child:not(:has(.kh-understood)) .kh-sources")
    assert page.locator(".kh-turn").count() == 1


def test_a_hostile_link_is_shown_as_text(open_page: OpenPage) -> None:
    query = {"q": "<img src=x onerror=window.broken=1>", "source": "<img src=x onerror=window.broken=1>"}
    page = open_page("en-IN", query="?" + urlencode(query))
    assert "<img src=x" in page.inner_text(".kh-note")
    assert page.evaluate("window.broken") is None


def test_a_question_is_asked_again_in_its_place_and_edited_into_a_new_one(open_page: OpenPage, desk: FakeDesk) -> None:
    page = open_page("en-IN")
    ask(page, ENGLISH)
    asked = len(desk.asked)
    page.evaluate("document.querySelector('.kh-turn').dataset.old = 'yes'")
    page.click(".kh-turn [data-action=again]")
    page.wait_for_selector(".kh-turn:not([data-old]) .kh-answer[aria-busy=false]")
    assert page.locator(".kh-turn").count() == 1
    assert len(desk.asked) == asked + 1
    page.click(".kh-turn [data-edit]")
    assert page.input_value("#kh-question textarea") == ENGLISH
    page.keyboard.type(" Please.")
    page.keyboard.press("Enter")
    answered(page, 1)
    assert page.inner_text(".kh-turn:last-child .kh-question") == f"{ENGLISH} Please."


def test_a_follow_up_is_shown_whole_and_asked_by_itself_on_a_click(open_page: OpenPage, desk: FakeDesk) -> None:
    page = open_page("hi-IN", width=390, height=844)
    ask(page, HINDI)
    ask(page, FOLLOW_UP)
    assert f"{HINDI} {FOLLOW_UP}" in page.inner_text(".kh-turn:last-child .kh-understood")
    page.click(".kh-turn:last-child .kh-drop")
    page.wait_for_selector(".kh-turn:last-child .kh-understood >> text=पिछले सवालों से अलग पूछा गया")
    assert desk.asked[-1][:2] == (FOLLOW_UP, ())
    assert page.locator(".kh-turn").count() == 2


def test_the_days_that_were_read_into_a_question_can_be_taken_out(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    ask(page, DATED)
    assert "24 November 2025 – 30 November 2025" in page.inner_text(".kh-understood")
    page.click(".kh-drop")
    page.wait_for_selector(".kh-question >> text=Why did trams stop?")
    answered(page, 0)
    assert page.locator(".kh-understood").count() == 0


def test_an_opinion_is_kept_only_when_it_is_sent(open_page: OpenPage, opinions: Kept) -> None:
    page = open_page("en-IN", width=390, height=844)
    ask(page, ENGLISH)
    page.click(".kh-thumb[data-thumb=down] summary")
    page.fill(".kh-thumb[data-thumb=down] textarea", "<b>too short</b>")
    assert opinions == []
    page.click(".kh-thumb[data-thumb=down] .kh-send")
    page.wait_for_selector(".kh-note >> text=Thank you")
    assert opinions == [(ENGLISH, "down", "<b>too short</b>")]
    assert page.locator(".kh-thumb.kh-judged").get_attribute("data-thumb") == "down"
    ask(page, HINDI)
    assert page.locator(".kh-turn:first-child .kh-thumb.kh-judged").count() == 1
    assert page.locator(".kh-turn:last-child .kh-thumb.kh-judged").count() == 0


def test_a_short_answer_stands_above_the_quotes(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    ask(page, HINDI)
    above = page.locator(".kh-lead").bounding_box()
    assert page.inner_text(".kh-lead") == "14 जनवरी 2026"
    assert above["y"] + above["height"] <= page.locator(".kh-sentence >> nth=0").bounding_box()["y"]
