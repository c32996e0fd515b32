"""The head of the page in a real browser: past questions that stay in it, light and dark."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from tests.browser.conftest import FAULTS, Visitors
from tests.browser.test_chat import ENGLISH, HINDI, ask
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

OpenPage = Callable[..., Any]
STORED = "JSON.parse(localStorage.getItem('khabar.questions') ?? '[]')"


@pytest.fixture
def fresh(open_page: OpenPage) -> Callable[..., Any]:
    """Return a function that opens the chat as if for the first time; windows outlive a test, and so does storage."""

    def open_fresh(*kind: Any, **named: Any) -> Any:
        page = open_page(*kind, **named)
        page.evaluate("localStorage.clear()")
        page.reload()
        page.wait_for_selector("body.kh-ready .kh-welcome")
        return page

    return open_fresh


def test_past_questions_are_asked_again_forgotten_and_cleared(fresh: Callable[..., Any]) -> None:
    page = fresh("hi-IN")
    ask(page, ENGLISH)
    ask(page, HINDI)
    ask(page, ENGLISH)
    assert page.evaluate(STORED) == [ENGLISH, HINDI]
    page.reload()
    page.wait_for_selector("body.kh-ready .kh-welcome")
    page.click("[data-open=kh-past]")
    page.click("#kh-past [data-action=past] >> nth=1")
    page.wait_for_selector(".kh-turn[data-turn='0'] .kh-answer[aria-busy=false]")
    assert page.inner_text(".kh-question") == HINDI
    page.click("[data-open=kh-past]")
    page.click("#kh-past .kh-drop >> nth=0")
    assert page.evaluate(STORED) == [ENGLISH]
    page.click("#kh-past [data-clear]")
    assert page.evaluate(STORED) == []
    assert page.is_visible(".kh-past-none")
    page.keyboard.press("Escape")
    assert not page.is_visible("#kh-past")


def test_what_has_no_word_is_not_remembered(fresh: Callable[..., Any]) -> None:
    page = fresh("en-IN")
    ask(page, "???")
    ask(page, ENGLISH)
    assert page.evaluate(STORED) == [ENGLISH]


def test_nothing_is_remembered_where_that_is_switched_off(fresh: Callable[..., Any]) -> None:
    page = fresh("en-IN")
    page.click("[data-open=kh-past]")
    page.uncheck("#kh-past [data-keep]")
    page.click("#kh-past [data-close]")
    ask(page, ENGLISH)
    assert page.evaluate(STORED) == []


def test_a_list_that_somebody_tampered_with_does_no_harm(fresh: Callable[..., Any]) -> None:
    page = fresh("en-IN")
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


PAPER = "getComputedStyle(document.querySelector('.kh-masthead')).backgroundColor"


def paper(page: Any) -> str:
    colour: str = page.evaluate(PAPER)
    return colour


def test_dark_and_light_follow_the_system_until_the_reader_chooses(fresh: Callable[..., Any]) -> None:
    dark = fresh("en-IN", scheme="dark")
    light = fresh("en-IN")
    night, day = paper(dark), paper(light)
    assert night != day
    assert dark.get_attribute("[data-scheme]", "aria-pressed") == "true"
    light.click("[data-scheme]")
    assert paper(light) == night
    light.reload()
    light.wait_for_selector("body.kh-ready.dark")
    assert paper(light) == night
    light.click(".kh-switch button >> nth=0")
    light.wait_for_selector("html[lang=hi] [data-scheme][aria-pressed=true]")
    light.emulate_media(color_scheme="dark")
    light.emulate_media(color_scheme="light")
    # Gradio's own answer to the change comes first and the reader's choice right after it.
    light.wait_for_function(f"colour => {PAPER} === colour", arg=night)
    light.click("[data-scheme]")
    assert paper(light) == day
    dark.emulate_media(color_scheme="light")
    dark.wait_for_selector("[data-scheme][aria-pressed=false]")
    assert paper(dark) == day
    dark.emulate_media(color_scheme="dark")


class LargeDesk(FakeDesk):
    """A desk whose archive seems large."""

    def info(self) -> Mapping[str, Any]:
        return {**super().info(), "articles": 1_234_567, "languages": {"en": 1_234_567}}


@pytest.mark.parametrize(("locale", "count"), [("hi-IN", "12,34,567"), ("en-IN", "12,34,567"), ("en-US", "1,234,567")])
def test_counts_are_grouped_the_readers_way(visitors: Visitors, locale: str, count: str) -> None:
    with served(LargeDesk([], {})) as site:
        page = visitors.open(site, locale)
        assert page.locator(".kh-count").all_inner_texts() == [count, count]
        assert visitors.leave() == []


@pytest.mark.parametrize("locale", ["hi-IN", "en-IN"])
def test_an_empty_archive_explains_itself(visitors: Visitors, locale: str) -> None:
    with served(FakeDesk([], {})) as site:
        page = visitors.open(site, locale, width=390, height=844)
        assert "khabar ingest seeds/articles" in page.inner_text(".kh-steps")
        assert page.evaluate(FAULTS) == []
        assert visitors.leave() == []
