"""What a reader sees while an answer takes its time: progress, sentences one by one, a way to stop, a page at rest."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from index.article import Article
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

QUESTION = "When will the trams run, what will they cost and who makes the power?"
QUOTES = (
    "The first tram is due to carry passengers on 2 October 2026.",
    "A day pass will cost forty rupees, and students will ride for half of that.",
    "Power will come from a solar yard beside the depot.",
    "Tickets will be sold on the cars and by telephone.",
    "Each car seats sixty people and carries two hundred in all.",
    "Test runs without passengers begin in June.",
    "One of them still stands in the town museum.",
    "The board agreed, and added two months to the plan.",
)


@pytest.fixture(scope="module")
def slow_desk(articles: list[Article]) -> FakeDesk:
    """A desk that takes its time over every event."""
    return FakeDesk(articles, {QUESTION: [("tram", quote) for quote in QUOTES]}, pause=0.15)


@pytest.fixture(scope="module")
def slow_page(slow_desk: FakeDesk, visitors: Any) -> Iterator[Callable[..., Any]]:
    """Return a function that opens the chat over the slow desk."""
    with served(slow_desk) as site:
        yield lambda **kind: visitors.open(site, **kind)
        assert visitors.leave() == []


def start(page: Any) -> None:
    page.fill("#kh-question textarea", QUESTION)
    page.keyboard.press("Enter")


def test_an_answer_comes_bit_by_bit_and_nothing_jumps(slow_page: Callable[..., Any]) -> None:
    page = slow_page(width=360, height=720)
    page.evaluate(
        """() => {
            window.shifts = [];
            const inside = (shift) => shift.sources.some((one) => one.node?.parentElement?.closest(".kh-thread"));
            new PerformanceObserver((list) => window.shifts.push(...list.getEntries().filter(inside)))
                .observe({ type: "layout-shift" });
            window.seen = { progress: new Set(), sentences: new Set() };
            new MutationObserver(() => {
                window.seen.progress.add(document.querySelector(".kh-progress")?.textContent);
                window.seen.sentences.add(document.querySelectorAll(".kh-sentence").length);
            }).observe(document.body, { subtree: true, childList: true, characterData: true });
        }"""
    )
    start(page)
    page.wait_for_selector(".kh-answer[aria-busy=false]")
    assert page.locator(".kh-sentence").count() == page.locator(".kh-quote").count() == len(QUOTES)
    assert set(page.evaluate("[...window.seen.progress]")) >= {"Searching the archive…", "Writing the answer…"}
    assert set(page.evaluate("[...window.seen.sentences]")) & set(range(1, len(QUOTES)))
    assert page.evaluate("window.shifts") == []
    assert page.input_value("#kh-question textarea") == ""


def test_an_answer_can_be_stopped_and_the_next_one_asked(slow_page: Callable[..., Any], slow_desk: FakeDesk) -> None:
    page = slow_page()
    assert not page.is_visible("#kh-stop")
    slow_desk.pause = 0.5
    start(page)
    page.wait_for_selector(".kh-sentence")
    slow_desk.pause = 3
    page.click("#kh-stop")
    page.wait_for_selector(".kh-problem >> text=The answer was stopped here.")
    assert 0 < page.locator(".kh-sentence").count() < len(QUOTES)
    page.wait_for_selector("#kh-ask:visible")
    slow_desk.pause = 0
    start(page)
    page.wait_for_selector(".kh-turn >> nth=1")
    page.wait_for_selector(".kh-turn:last-child .kh-answer[aria-busy=false]")
    assert page.locator(".kh-turn:last-child .kh-sentence").count() == len(QUOTES)
    assert page.locator(".kh-problem >> text=The answer was stopped here.").count() == 1
