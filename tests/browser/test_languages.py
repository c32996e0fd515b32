"""Hindi or English in a real browser: the page speaks the browser's language, and the other at a click."""

from typing import Any

import pytest

from index.article import Language
from rag.web.strings import say
from tests.browser.acts import ask, cite, close_article, faults, mark_is_in_view, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import OPENING

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

NAMES: dict[Language, str] = {"hi": "हिंदी", "en": "English"}
DAYS: dict[Language, dict[Language, str]] = {
    "hi": {"hi": "4 दिसंबर 2025", "en": "4 December 2025"},
    "en": {"hi": "24 नवंबर 2025", "en": "24 November 2025"},
}


def switch(page: Any, language: Language) -> None:
    """Choose a language in the head of the page."""
    press(page, NAMES[language], ".kh-switch")
    page.wait_for_selector(f"html[lang={language}] .kh-thread[lang={language}]")
    page.wait_for_selector(f".kh-masthead[lang={language}]")


def speaks(page: Any, language: Language) -> None:
    """Check words all over the page."""
    assert page.inner_text(".kh-tagline") == say("tagline", language)
    assert page.inner_text("#kh-ask") == say("ask", language)
    assert page.get_attribute("#kh-question textarea", "placeholder") == say("question", language)
    assert page.inner_text(".kh-filters summary") == say("filters", language)
    assert page.inner_text("#kh-settings [data-open]") == say("settings", language)
    assert page.get_attribute("[data-open=kh-past]", "aria-label") == say("past_title", language)


@every_look
def test_the_page_changes_its_language_and_keeps_the_conversation(page: Any, look: Look) -> None:
    speaks(page, look.language)
    assert page.inner_text(".kh-welcome h2") == look.say("welcome")
    ask(page, OPENING[look.language])
    switch(page, look.other)
    speaks(page, look.other)
    assert page.inner_text(".kh-question") == OPENING[look.language]
    assert page.inner_text(".kh-sources summary") == look.say("sources", count=1)  # the answer stays as it was given
    assert page.inner_text(".kh-card time >> nth=0") == DAYS[look.language][look.language]
    assert faults(page) == []
    cite(page)
    page.wait_for_selector(f".kh-open[lang={look.other}]")
    assert say("close", look.other) in page.inner_text(".kh-close")
    if look.is_wide:  # on a telephone the article lies over the switch
        switch(page, look.language)
        page.wait_for_selector(f".kh-open[lang={look.language}] mark")
        assert mark_is_in_view(page)
    close_article(page)
