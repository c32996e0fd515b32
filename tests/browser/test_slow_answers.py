"""What a reader sees while an answer takes its time: progress, sentences one by one, a way to stop, a page at rest."""

import threading
from collections.abc import Generator, Iterator
from typing import Any

import pytest

from rag.answer import Event, Written
from tests.browser.acts import answered, faults, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import ARTICLES
from tests.browser.visitors import Visitors
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


class HeldDesk(FakeDesk):
    """A desk that takes its time, and can be made to hold back all but its first sentence until it may go on."""

    def __init__(self) -> None:
        super().__init__(ARTICLES, {QUESTION: [("tram", quote) for quote in QUOTES]}, pause=0.1)
        self.goes_on = threading.Event()
        self.goes_on.set()

    def stream(self, question: str, **how: Any) -> Generator[Event, None, None]:
        """Yield what any desk does, but wait after the first sentence while it may not go on."""
        for event in super().stream(question, **how):
            yield event
            if isinstance(event, Written):
                self.goes_on.wait(20)


@pytest.fixture(scope="module")
def held_desk() -> HeldDesk:
    return HeldDesk()


@pytest.fixture(scope="module")
def slow_site(held_desk: HeldDesk) -> Iterator[str]:
    with served(held_desk) as site:
        yield site


@pytest.fixture
def page(slow_site: str, visitors: Visitors, look: Look) -> Iterator[Any]:
    """The chat over the slow desk."""
    yield visitors.open(slow_site, **look.kind)
    assert visitors.leave() == []


def start(page: Any) -> None:
    page.fill("#kh-question textarea", QUESTION)
    page.keyboard.press("Enter")


@every_look
def test_an_answer_comes_bit_by_bit_and_nothing_jumps(page: Any, look: Look) -> None:
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
    answered(page, 0)
    assert page.locator(".kh-sentence").count() == page.locator(".kh-quote").count() == len(QUOTES)
    assert set(page.evaluate("[...window.seen.progress]")) >= {look.say("stage_retrieve"), look.say("stage_write")}
    assert set(page.evaluate("[...window.seen.sentences]")) & set(range(1, len(QUOTES)))
    assert page.evaluate("window.shifts") == []
    assert page.input_value("#kh-question textarea") == ""


@every_look
def test_an_answer_can_be_stopped_and_the_next_one_asked(page: Any, look: Look, held_desk: HeldDesk) -> None:
    assert not page.is_visible("#kh-stop")
    held_desk.goes_on.clear()
    try:
        start(page)
        page.wait_for_selector(".kh-sentence")
        assert faults(page) == []
        press(page, look.say("stop"))
        page.wait_for_selector(f".kh-problem >> text={look.say('stopped')}")
    finally:
        held_desk.goes_on.set()
    assert 0 < page.locator(".kh-sentence").count() < len(QUOTES)
    page.wait_for_selector("#kh-ask:visible")
    start(page)
    answered(page, 1)
    assert page.locator(".kh-turn:last-child .kh-sentence").count() == len(QUOTES)
    assert page.locator(f".kh-problem >> text={look.say('stopped')}").count() == 1
