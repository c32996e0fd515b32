"""Which articles may answer, chosen in a real browser: by mouse and by key, told, kept, cleared."""

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import pytest

from index.article import Language
from tests.browser.acts import ask, faults, is_outlined, press, tab_to
from tests.browser.looks import LOOKS, Look, every_look
from tests.browser.newsroom import ATTRIBUTE, BOTH, ENGLISH, HINDI

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

EITHER = BOTH["en"]
LAKE, TRAM = "नगर दर्पण", "The Lake Courier"
OUTLETS = ".kh-turn:last-child .kh-card .kh-outlet"
DECEMBER: dict[Language, str] = {
    "hi": "1 दिसंबर 2025 – 31 दिसंबर 2025",
    "en": "1 December 2025 – 31 December 2025",
}
OpenPage = Callable[..., Any]


def unfold(page: Any) -> None:
    page.click(".kh-filters summary")
    page.wait_for_selector(".kh-fields")


def outlets(page: Any) -> list[str]:
    """Return the outlets of the sources of the last answer."""
    named: list[str] = page.locator(OUTLETS).all_inner_texts()
    return named


@every_look
def test_an_answer_cites_only_the_days_outlet_and_section_chosen_until_they_are_cleared(page: Any, look: Look) -> None:
    both = BOTH[look.language]
    assert not page.is_visible(".kh-fields")
    unfold(page)
    page.get_by_role("combobox", name=look.say("filter_source"), exact=True).select_option(LAKE)
    page.get_by_role("combobox", name=look.say("filter_section"), exact=True).select_option("पर्यावरण")
    page.get_by_label(look.say("filter_from"), exact=True).fill("2025-12-01")
    page.get_by_label(look.say("filter_to"), exact=True).fill("2025-12-31")
    ask(page, both)  # at once: asking waits for what was chosen
    assert outlets(page) == [LAKE]
    told = f"{DECEMBER[look.language]} · {LAKE} · पर्यावरण"
    assert told in page.inner_text(".kh-turn:last-child .kh-understood")
    assert page.inner_text(".kh-chosen-text") == look.say("filters_chosen", filters=told)
    assert faults(page) == []
    page.fill("[name=to]", "2025-12-02")
    ask(page, both)
    assert page.locator(".kh-turn:last-child .kh-abstained").count() == 1
    press(page, look.say("filters_drop"))
    page.wait_for_selector(".kh-chosen", state="detached")
    assert [page.input_value(f"[name={name}]") for name in ("from", "to", "source", "section")] == [""] * 4
    ask(page, both)
    assert outlets(page) == [TRAM, LAKE]


@every_look
def test_an_answer_cites_only_articles_in_the_language_chosen(page: Any, look: Look) -> None:
    unfold(page)
    page.get_by_role("combobox", name=look.say("filter_language"), exact=True).select_option(look.language)
    ask(page, BOTH[look.language])
    assert outlets(page) == [{"hi": LAKE, "en": TRAM}[look.language]]
    language = look.say(f"articles_{look.language}")
    assert f"{look.say('filtered')} {language}" in page.inner_text(".kh-understood")
    press(page, look.say("without_filters"), ".kh-understood")
    page.wait_for_selector(".kh-turn:last-child:not(:has(.kh-understood)) .kh-sources")
    assert outlets(page) == [TRAM, LAKE]


@every_look
def test_the_latest_comes_first_where_it_is_asked_for(page: Any, look: Look) -> None:
    unfold(page)
    page.get_by_label(look.say("latest_first")).check()
    ask(page, BOTH[look.language])
    assert outlets(page) == [LAKE, TRAM]
    assert look.say("latest_chosen") in page.inner_text(".kh-understood")
    press(page, look.say("without_filters"), ".kh-understood")
    page.wait_for_selector(".kh-chosen", state="detached")
    page.wait_for_selector(".kh-turn:last-child:not(:has(.kh-understood)) .kh-sources")
    assert not page.is_checked("[name=latest]")
    assert outlets(page) == [TRAM, LAKE]


def test_days_in_the_wrong_order_are_told_and_nothing_is_asked(open_page: OpenPage) -> None:
    page = open_page("hi-IN")
    unfold(page)
    page.fill("[name=from]", "2025-12-05")
    page.fill("[name=to]", "2025-12-04")
    page.wait_for_selector("#kh-chosen [role=alert] >> text=तारीख़ें बदलिए")
    page.fill("#kh-question textarea", HINDI)
    page.keyboard.press("Enter")
    page.wait_for_timeout(500)
    assert page.locator("text=तारीख़ें बदलिए").count() == 1  # as it was told already
    assert page.input_value("#kh-question textarea") == HINDI
    assert page.locator(".kh-turn").count() == 0
    page.fill("[name=from]", "2025-12-04")
    ask(page, HINDI)
    assert outlets(page) == [LAKE]


def test_the_choice_outlives_a_change_of_the_language(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    unfold(page)
    page.select_option("[name=language]", "en")
    page.wait_for_selector(".kh-chosen >> text=English")
    page.click(".kh-switch button >> text=हिंदी")
    page.wait_for_selector(".kh-filters[lang=hi][open]")
    assert page.input_value("[name=language]") == "en"
    assert "अंग्रेज़ी" in page.inner_text(".kh-chosen")
    ask(page, EITHER)
    assert outlets(page) == [TRAM]


def test_a_link_fills_the_fields(open_page: OpenPage) -> None:
    brought = {"q": ENGLISH, "from": "2025-11-01", "source": TRAM, "latest": "yes"}
    page = open_page("en-IN", query="?" + urlencode(brought))
    assert "latest first" in page.inner_text(".kh-note")
    unfold(page)
    assert page.is_checked("[name=latest]")
    assert [page.input_value(f"[name={name}]") for name in ("from", "source")] == ["2025-11-01", TRAM]
    page.select_option("[name=source]", "")
    ask(page, ENGLISH)
    assert page.inner_text(".kh-understood").count(TRAM) == 0
    assert "from 1 November 2025 · latest first" in page.inner_text(".kh-understood")
    assert "latest=yes" in str(page.get_attribute("[data-link]", "data-link"))


def test_everything_is_chosen_by_key(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    tab_to(page, ".kh-filters summary")
    assert is_outlined(page)
    page.keyboard.press("Enter")
    tab_to(page, "[name=from]")
    assert is_outlined(page)
    page.keyboard.type("12122025")  # whichever of day and month comes first
    tab_to(page, "[name=source]")
    assert is_outlined(page)
    page.keyboard.press("ArrowDown")
    tab_to(page, "[name=latest]")
    page.keyboard.press("Space")
    page.wait_for_selector(".kh-chosen >> text=latest first")
    assert page.input_value("[name=from]") == "2025-12-12"
    tab_to(page, "[data-unfilter]")
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-chosen", state="detached")
    assert page.evaluate("document.activeElement.matches('.kh-filters summary')")
    assert page.is_visible(".kh-fields")


def test_a_hostile_outlet_is_a_name_like_any_other(open_page: OpenPage) -> None:
    page = open_page("en-IN")
    unfold(page)
    name = '" onmouseover="window.broken = 1'
    page.select_option("[name=source]", name)
    page.wait_for_selector(".kh-chosen")
    assert name in page.inner_text(".kh-chosen")
    ask(page, EITHER)
    page.hover(".kh-chosen-text")
    assert page.evaluate("window.broken") is None
    assert ATTRIBUTE not in page.content()


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_the_fold_is_whole_open_and_shut(page: Any, look: Look) -> None:
    unfold(page)
    page.select_option("[name=source]", LAKE)
    page.fill("[name=from]", "2025-12-01")
    page.wait_for_selector(".kh-chosen")
    assert faults(page) == []
    page.click(".kh-filters summary")
    assert page.is_visible(".kh-chosen")
    assert faults(page) == []
