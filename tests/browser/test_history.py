"""Past questions in a real browser: kept there alone, asked again, forgotten, cleared, or never kept."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.acts import answered, ask, faults, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import BOTH, ENGLISH, OPENING

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

DIALOG = "#kh-past"
STORED = "JSON.parse(localStorage.getItem('khabar.questions') ?? '[]')"


def open_list(page: Any, look: Look) -> None:
    """Open the list of past questions by its name."""
    press(page, look.say("past_title"))
    assert faults(page) == []


@every_look
def test_past_questions_are_asked_again_forgotten_and_cleared(page: Any, look: Look) -> None:
    first, second = OPENING[look.language], BOTH[look.language]
    for question in (second, first, second):
        ask(page, question)
    assert page.evaluate(STORED) == [second, first]
    page.reload()
    page.wait_for_selector("body.kh-ready .kh-welcome")
    open_list(page, look)
    assert look.say("past_how") in page.inner_text(DIALOG)
    press(page, first, DIALOG)
    answered(page, 0)
    assert page.inner_text(".kh-question") == first
    open_list(page, look)
    press(page, f"{look.say('past_forget')}: {first}", DIALOG)
    assert page.evaluate(STORED) == [second]
    press(page, look.say("past_clear"), DIALOG)
    assert page.evaluate(STORED) == []
    assert page.inner_text(".kh-past-none") == look.say("past_none")
    page.get_by_label(look.say("past_keep")).uncheck()
    press(page, look.say("close_dialog"), DIALOG)
    assert not page.is_visible(DIALOG)
    ask(page, second)
    assert page.evaluate(STORED) == []


def test_a_list_that_somebody_tampered_with_does_no_harm(open_page: Callable[..., Any]) -> None:
    page = open_page("en-IN")
    page.evaluate(
        "localStorage.setItem('khabar.questions', JSON.stringify([5, '<img src=x onerror=window.broken=1>']))"
    )
    page.click("[data-open=kh-past]")
    assert page.locator("#kh-past li").all_inner_texts() == ["<img src=x onerror=window.broken=1>\n×"]
    page.evaluate("localStorage.setItem('khabar.questions', '{')")
    page.click("#kh-past [data-close]")
    page.click("[data-open=kh-past]")
    assert page.locator("#kh-past li").count() == 0
    assert page.evaluate("window.broken") is None
    page.click("#kh-past [data-close]")
    ask(page, ENGLISH)
    assert page.evaluate(STORED) == [ENGLISH]
