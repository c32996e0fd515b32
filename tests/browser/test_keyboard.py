"""Without a mouse: ask, go along the numbers, read one source after another, close, ask again."""

from typing import Any

import pytest

from tests.browser.acts import answered, close_article, is_outlined, mark_is_in_view, tab_to
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import OPENING, QUOTES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

FOCUSED = "[document.activeElement.className, document.activeElement.dataset.n ?? '']"


def ask_by_key(page: Any, look: Look) -> None:
    if not look.is_wide:  # where a telephone would show its keyboard, the page leaves the box alone
        page.keyboard.press("/")
    page.keyboard.type(OPENING[look.language])
    page.keyboard.press("Enter")
    answered(page, 0)


@every_look
def test_everything_is_done_with_the_keyboard(page: Any, look: Look) -> None:
    first, second = QUOTES[look.language]
    ask_by_key(page, look)
    tab_to(page, ".kh-mark[data-n='1']", back=True)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == ["kh-mark", "2"]
    assert is_outlined(page)
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open mark")
    assert page.inner_text(".kh-open mark") == first
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".kh-open[data-n='2']")
    assert page.inner_text(".kh-open mark") == second
    assert mark_is_in_view(page)
    assert page.inner_text(".kh-where") == look.say("source_of", n=2, count=2)
    assert page.is_disabled("[data-step=next_source]")
    assert page.locator(".kh-quote.kh-current").get_attribute("data-n") == "2"
    tab_to(page, "[data-step=previous_source]", back=True)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-open[data-n='1']")
    page.keyboard.press("ArrowRight")
    page.wait_for_selector(".kh-open[data-n='2']")
    close_article(page)
    assert page.evaluate(FOCUSED)[0] == "kh-mark"
    assert page.evaluate(FOCUSED)[1] == "2"  # where reading ended, not where it began
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.matches('#kh-question textarea')")


@every_look
def test_menus_and_the_dialog_open_and_close_by_key(page: Any, look: Look) -> None:
    ask_by_key(page, look)
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
