"""Without a mouse: ask, go along the numbers, read one source after another, close, ask again."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.test_chat import HINDI, HINDI_QUOTE, mark_is_in_view

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

COUNT = "वन विभाग की गिनती में अब तक बारह हज़ार पक्षी मिले हैं।"
OpenPage = Callable[..., Any]
FOCUSED = "[document.activeElement.className, document.activeElement.dataset.n ?? '']"


def tab_to(page: Any, selector: str, back: bool = False) -> None:
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the tab key does not come to {selector}")


def is_outlined(page: Any) -> bool:
    drawn: bool = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2")
    return drawn


@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_everything_is_done_with_the_keyboard(open_page: OpenPage, width: int, height: int) -> None:
    page = open_page("hi-IN", width=width, height=height)
    if width < 1000:  # where a telephone would show its keyboard, the page leaves the box alone
        page.keyboard.press("/")
    page.keyboard.type(HINDI)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-answer[aria-busy=false] .kh-mark")
    tab_to(page, ".kh-mark[data-n='1']", back=True) if width > 999 else page.focus(".kh-mark[data-n='1']")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == ["kh-mark", "2"]
    assert is_outlined(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open mark")
    assert page.inner_text(".kh-open mark") == HINDI_QUOTE
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".kh-open[data-n='2']")
    assert page.inner_text(".kh-open mark") == COUNT
    assert mark_is_in_view(page)
    assert page.inner_text(".kh-where") == "उद्धरण 2 / 2"
    assert page.is_disabled("[data-step=next_source]")
    assert page.locator(".kh-quote.kh-current").get_attribute("data-n") == "2"
    tab_to(page, "[data-step=previous_source]", back=True)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open[data-n='1']")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".kh-open[data-n='2']")
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty", state="attached")
    assert page.evaluate(FOCUSED)[0] == "kh-mark"
    assert page.evaluate(FOCUSED)[1] == "2"  # where reading ended, not where it began
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('#kh-question textarea')")


def test_menus_and_the_dialog_open_and_close_by_key(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    page.keyboard.type(HINDI)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-answer[aria-busy=false] .kh-mark")
    page.focus(".kh-menu:not(.kh-thumb) summary")
    page.keyboard.press("Enter")
    tab_to(page, "[data-copy]")
    assert is_outlined(page)
    page.keyboard.press("Escape")
    assert page.locator(".kh-menu[open]").count() == 0
    assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
    page.focus("[data-open=kh-past]")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.closest('dialog')?.id") == "kh-past"
    page.keyboard.press("Escape")
    assert not page.is_visible("#kh-past")
    assert page.evaluate("document.activeElement.dataset.open") == "kh-past"
