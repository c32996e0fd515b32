"""The chat in a real browser: ask, follow a number to its sentence and to the next, beside the answer or over it."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.acts import ask, cite, close_article, faults, mark_is_in_view, press, said
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import ATTRIBUTE, ENGLISH, HINDI, HINDI_QUOTE, HOSTILE, OPENING, QUOTES, SHORT, UNKNOWN

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

OpenPage = Callable[..., Any]
FOCUSED = "document.activeElement.className"


@every_look
def test_a_number_opens_the_article_at_the_quoted_words_and_the_next_one_follows(page: Any, look: Look) -> None:
    first, second = QUOTES[look.language]
    ask(page, OPENING[look.language])
    assert said(page) == [first, second]
    cite(page)
    assert page.inner_text(".kh-open mark") == first
    assert mark_is_in_view(page)
    assert page.inner_text(".kh-where") == look.say("source_of", n=1, count=2)
    assert page.is_disabled("[data-step=previous_source]")
    assert faults(page) == []
    press(page, look.say("next_source"), ".kh-open")
    page.wait_for_selector(".kh-open[data-n='2']")
    assert page.inner_text(".kh-open mark") == second
    assert mark_is_in_view(page)
    assert page.locator(".kh-quote.kh-current").get_attribute("data-n") == "2"
    assert page.is_disabled("[data-step=next_source]")
    press(page, look.say("previous_source"), ".kh-open")
    page.wait_for_selector(".kh-open[data-n='1']")
    page.locator(".kh-close").click()
    page.wait_for_selector(".kh-empty", state="attached")
    assert page.locator(".kh-current").count() == 0


def test_an_answer_has_its_short_form_above_its_quotes(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    ask(page, HINDI)
    above = page.locator(".kh-lead").bounding_box()
    assert page.inner_text(".kh-lead") == SHORT["hi"]
    assert above["y"] + above["height"] <= page.locator(".kh-sentence >> nth=0").bounding_box()["y"]


@every_look
def test_what_is_not_in_the_archive_is_said_and_the_nearest_articles_open(page: Any, look: Look) -> None:
    ask(page, UNKNOWN[look.language])
    assert page.inner_text(".kh-abstained strong") == look.say("not_answered")
    assert page.inner_text(".kh-nearest h3") == look.say("nearest")
    assert page.locator(".kh-mark, .kh-card").count() == 0
    page.click(".kh-nearest button >> nth=1")
    page.wait_for_selector(".kh-open .kh-article")
    assert page.inner_text(".kh-open h2") == page.text_content(".kh-nearest button >> nth=1")
    assert page.locator(".kh-open mark").count() == 0
    assert faults(page) == []


def test_escape_closes_the_article_and_the_number_has_the_focus_again(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, ENGLISH)
    page.focus(".kh-answer .kh-mark")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open")
    assert page.evaluate(FOCUSED) == "kh-scroll"
    close_article(page)
    assert page.evaluate(FOCUSED) == "kh-mark"
    assert page.locator(".kh-current").count() == 0


def test_the_next_question_closes_the_article_and_leaves_the_focus_in_the_box(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, ENGLISH)
    page.click(".kh-answer .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open mark")
    page.click("#kh-ask")
    page.wait_for_selector("#kh-problem [role=alert]")
    assert page.locator(".kh-open mark").count() == 1  # nothing was asked
    ask(page, HINDI)
    page.wait_for_selector("#kh-side .kh-empty")
    assert page.locator(".kh-current").count() == 0
    assert page.evaluate("document.activeElement.matches('#kh-question textarea')")


def test_on_a_telephone_the_article_lies_over_the_answer_until_one_goes_back(open_page: OpenPage) -> None:
    page = open_page("hi-IN", width=360, height=720)
    ask(page, HINDI)
    cite(page)
    assert page.inner_text(".kh-open mark") == HINDI_QUOTE
    assert mark_is_in_view(page)
    assert page.evaluate("document.querySelector('#kh-talk').inert")
    page.go_back()
    page.wait_for_selector(".kh-empty", state="attached")
    assert page.locator(".kh-turn").count() == 1
    assert not page.evaluate("document.querySelector('#kh-talk').inert")


def test_two_people_asking_at_once_see_only_their_own(open_page: OpenPage) -> None:
    one, other = open_page("hi-IN"), open_page("en-IN")
    for page, question in ((one, HINDI), (other, ENGLISH)):
        page.fill("#kh-question textarea", question)
        page.keyboard.press("Enter")
    for page, question in ((one, HINDI), (other, ENGLISH)):
        page.wait_for_selector(".kh-answer[aria-busy=false]")
        assert page.locator(".kh-question").all_inner_texts() == [question]


def test_a_question_too_long_or_empty_is_explained(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    page.click("#kh-ask")
    page.wait_for_selector("#kh-problem [role=alert]")
    page.fill("#kh-question textarea", "क" * 20_001)
    page.click("#kh-ask")
    page.wait_for_selector("#kh-problem >> text=20001")
    assert len(page.input_value("#kh-question textarea")) == 20_001


@every_look
def test_hostile_words_do_nothing(page: Any, look: Look) -> None:
    ask(page, HOSTILE)
    shown = page.inner_text(".kh-turn")
    assert ATTRIBUTE.replace("\u202e", "") in page.inner_text(".kh-lead")
    for where in (".kh-understood", ".kh-notices", ".kh-answer .kh-sentence >> nth=1", ".kh-card blockquote >> nth=1"):
        assert "<img src=x onerror" in page.inner_text(where)
    assert "\u202e" not in page.content()
    assert HOSTILE in shown
    page.hover(".kh-card .kh-outlet >> nth=0")
    cite(page)
    assert page.inner_text(".kh-open mark") == HOSTILE
    assert page.inner_text(".kh-open h2").startswith("<img src=x")
    close_article(page)
    page.click("[data-open=kh-past]")
    assert page.inner_text("#kh-past li button >> nth=0") == HOSTILE
    assert page.evaluate("window.broken") is None
    assert page.locator("#kh-talk a, #kh-side a, #kh-talk img, #kh-side img, #kh-past script").count() == 0
