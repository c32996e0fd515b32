"""The pictures of coverage in a real browser: of an answer, the cited articles dark, and of the whole archive."""

from typing import Any

import pytest

from index.article import Language
from tests.browser.acts import ask, faults
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import BOTH

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

# Of the archive: a bar each for the hostile article, the English and the Hindi one.
ARCHIVE_DAYS: dict[Language, list[str]] = {
    "hi": ["1 नवंबर 2025\t1", "24 नवंबर 2025\t1", "4 दिसंबर 2025\t1"],
    "en": ["1 November 2025\t1", "24 November 2025\t1", "4 December 2025\t1"],
}
# Of the answer: the two that are cited, and their copies a day later.
ANSWER_DAYS: dict[Language, list[str]] = {
    "hi": ["24 नवंबर 2025\t1\t1", "25 नवंबर 2025\t1\t0", "4 दिसंबर 2025\t1\t1", "5 दिसंबर 2025\t1\t0"],
    "en": ["24 November 2025\t1\t1", "25 November 2025\t1\t0", "4 December 2025\t1\t1", "5 December 2025\t1\t0"],
}
BARS = {"light": "rgb(143, 137, 124)", "dark": "rgb(118, 122, 131)"}


def heights(page: Any, bars: str) -> list[float]:
    """Return the heights of bars as they are drawn, in pixels."""
    drawn: list[float] = page.eval_on_selector_all(bars, "bars => bars.map(bar => bar.getBoundingClientRect().height)")
    return drawn


def fill(page: Any, bar: str) -> str:
    colour: str = page.eval_on_selector(bar, "bar => getComputedStyle(bar).fill")
    return colour


def table(page: Any, figure: str, look: Look) -> list[str]:
    """Unfold the table of a picture by key and return its rows."""
    summary = page.locator(f"{figure} summary")
    assert summary.inner_text() == look.say("coverage_table")
    summary.focus()
    page.keyboard.press("Enter")
    rows: list[str] = page.locator(f"{figure} tbody tr:visible").all_inner_texts()
    return rows


@every_look
def test_the_archive_is_told_and_pictured_before_anything_is_asked(page: Any, look: Look) -> None:
    facts = page.locator("#kh-side dt:visible").all_inner_texts()
    told = ("archive_articles", "archive_languages", "archive_sources", "archive_dates")
    assert facts == [look.say(name) for name in told]
    assert page.inner_text("#kh-side figcaption") == look.say("coverage_archive")
    assert len(heights(page, "#kh-side .kh-bar")) == 3
    assert min(heights(page, "#kh-side .kh-bar")) > 10
    assert fill(page, "#kh-side .kh-bar") == BARS[look.scheme]
    assert table(page, "#kh-side .kh-coverage", look) == ARCHIVE_DAYS[look.language]
    assert faults(page) == []


@every_look
def test_the_stories_behind_an_answer_are_pictured_the_cited_ones_dark(page: Any, look: Look) -> None:
    figure = ".kh-turn .kh-coverage"
    ask(page, BOTH[look.language])
    assert page.inner_text(f"{figure} figcaption") == look.say("coverage_answer")
    assert len(heights(page, f"{figure} .kh-bar")) == 4
    assert min(heights(page, f"{figure} .kh-bar-cited")) > 10
    assert len(heights(page, f"{figure} .kh-bar-cited")) == 2
    assert fill(page, f"{figure} .kh-bar-cited") != fill(page, f"{figure} .kh-bar") == BARS[look.scheme]
    assert table(page, figure, look) == ANSWER_DAYS[look.language]
    assert faults(page) == []
