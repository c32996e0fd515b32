"""What a visitor does again and again: asks, opens a source, closes it, goes on by key."""

from typing import Any

import pytest

from tests.browser.visitors import FAULTS


def ask(page: Any, question: str) -> None:
    """Write a question, press Enter and wait for the end of its answer."""
    turns = page.locator(".kh-turn").count()
    page.fill("#kh-question textarea", question)
    page.keyboard.press("Enter")
    answered(page, turns)


def answered(page: Any, place: int) -> None:
    """Wait until the answer at a place in the conversation is whole."""
    page.wait_for_selector(f".kh-turn[data-turn='{place}'] .kh-answer[aria-busy=false]", state="attached")


def said(page: Any, within: str = "body") -> list[str]:
    """Return the words of each sentence of the answers, without the numbers behind them."""
    words: list[str] = page.locator(f"{within} .kh-sentence").evaluate_all(
        "all => all.map((one) => [...one.querySelectorAll('.kh-words')].map((part) => part.textContent).join(''))"
    )
    return words


def press(page: Any, name: str, within: str = "body") -> None:
    """Click the button with exactly that name."""
    page.locator(within).get_by_role("button", name=name, exact=True).click()


def cite(page: Any, n: int = 1) -> None:
    """Click a number of the last answer and wait for its article."""
    page.click(f".kh-turn:last-child .kh-answer .kh-mark[data-n='{n}'] >> nth=0")
    page.wait_for_selector(f".kh-open[data-n='{n}'] .kh-scroll")


def close_article(page: Any) -> None:
    """Close the article by key."""
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty", state="attached")


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


def faults(page: Any) -> list[str]:
    """Return what is wrong with the view on the screen: overlaps, clipped words, a page wider than the screen."""
    found: list[str] = page.evaluate(FAULTS)
    return found


def tab_to(page: Any, selector: str, back: bool = False) -> None:
    """Press the tab key until an element has the focus."""
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    pytest.fail(f"the tab key does not come to {selector}")


def is_outlined(page: Any) -> bool:
    """Whether what has the focus is seen to have it."""
    drawn: bool = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth) >= 2")
    return drawn
