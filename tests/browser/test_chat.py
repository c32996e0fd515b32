"""The chat in a real browser: ask, follow a number to its sentence, on a desk and on a telephone."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import ATTRIBUTE, HOSTILE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

HINDI = "मोतीपुर झील का पक्षी केंद्र कब खुलेगा?"
HINDI_QUOTE = "मोतीपुर झील का नया पक्षी केंद्र 14 जनवरी 2026 को जनता के लिए खुलेगा।"
ENGLISH = "When will the first tram carry passengers?"
ENGLISH_QUOTE = "The first tram is due to carry passengers on 2 October 2026."
OpenPage = Callable[..., Any]


def ask(page: Any, question: str) -> None:
    turns = page.locator(".kh-turn").count()
    page.fill("#kh-question textarea", question)
    page.keyboard.press("Enter")
    page.wait_for_selector(f".kh-turn[data-turn='{turns}'] .kh-answer[aria-busy=false]", state="attached")


def mark_is_in_view(page: Any) -> bool:
    """Whether the whole of the marked words lies inside the scrolled part of the reader and on the screen."""
    seen: bool = page.evaluate(
        """() => {
            const mark = document.querySelector(".kh-open mark").getBoundingClientRect();
            const pane = document.querySelector(".kh-open .kh-scroll").getBoundingClientRect();
            return mark.height > 0 && mark.top >= Math.max(pane.top, 0)
                && mark.bottom <= Math.min(pane.bottom, innerHeight);
        }"""
    )
    return seen


@pytest.mark.parametrize(
    ("locale", "question", "quote"),
    [("hi-IN", HINDI, HINDI_QUOTE), ("en-IN", ENGLISH, ENGLISH_QUOTE)],
    ids=["hi", "en"],
)
def test_a_number_opens_the_article_at_the_quoted_words(
    open_page: OpenPage, locale: str, question: str, quote: str
) -> None:
    page = open_page(locale)
    ask(page, question)
    page.click(".kh-answer .kh-mark >> text=[1]")
    page.wait_for_selector(".kh-open mark")
    assert page.inner_text(".kh-open mark") == quote
    assert mark_is_in_view(page)
    assert page.locator(".kh-quote.kh-current").get_attribute("data-n") == "1"


def test_escape_closes_the_article_and_the_number_has_the_focus_again(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, ENGLISH)
    page.focus(".kh-answer .kh-mark")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open")
    assert page.evaluate("document.activeElement.className") == "kh-scroll"
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty")
    assert page.evaluate("document.activeElement.className") == "kh-mark"
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
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.click(".kh-answer .kh-mark >> text=[1]")
    page.wait_for_selector(".kh-open mark")
    assert page.inner_text(".kh-open mark") == HINDI_QUOTE
    assert mark_is_in_view(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.evaluate("document.querySelector('#kh-talk').inert")
    page.go_back()
    page.wait_for_selector(".kh-empty", state="attached")
    assert page.locator(".kh-turn").count() == 1
    assert not page.evaluate("document.querySelector('#kh-talk').inert")


def test_an_example_is_asked_by_a_click_and_its_nearest_article_opens(open_page: OpenPage) -> None:
    page = open_page()
    page.click(".kh-examples button >> nth=0")
    page.wait_for_selector(".kh-abstained")
    page.click(".kh-nearest button >> nth=1")
    page.wait_for_selector(".kh-open .kh-article")
    assert page.locator(".kh-open mark").count() == 0


def test_the_page_changes_its_language_and_keeps_the_conversation(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    ask(page, ENGLISH)
    page.click(".kh-answer .kh-mark")
    page.wait_for_selector(".kh-open mark")
    page.click(".kh-switch button >> text=हिंदी")
    page.wait_for_selector("html[lang=hi] .kh-turn")
    assert page.inner_text(".kh-sources summary") == "Sources (1)"  # the answer stays as it was given
    assert "24 November 2025" in page.inner_text(".kh-card")
    assert page.inner_text("#kh-ask") == "पूछिए"
    assert "कॉपी" in page.inner_text(".kh-tools")
    page.wait_for_selector(".kh-open[lang=hi]")
    assert mark_is_in_view(page)


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


def test_hostile_words_do_nothing(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, HOSTILE)
    shown = page.inner_text(".kh-turn")
    assert ATTRIBUTE.replace("\u202e", "") in page.inner_text(".kh-lead")
    for where in (".kh-understood", ".kh-notices", ".kh-answer .kh-sentence >> nth=1", ".kh-card blockquote >> nth=1"):
        assert "<img src=x onerror" in page.inner_text(where)
    assert "\u202e" not in page.content()
    assert HOSTILE in shown
    page.click(".kh-answer .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open mark")
    page.hover(".kh-card .kh-outlet >> nth=0")
    assert page.inner_text(".kh-open mark") == HOSTILE
    assert page.inner_text(".kh-open h2").startswith("<img src=x")
    page.click("[data-open=kh-past]")
    assert page.inner_text("#kh-past li button >> nth=0") == HOSTILE
    assert page.evaluate("window.broken") is None
    assert page.locator("#kh-talk a, .kh-open a, #kh-talk img, .kh-open img, #kh-past script").count() == 0
