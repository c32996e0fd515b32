"""Source cards in a real browser: outlet, day, other outlets, relevance, the sentence marked where it stands."""

from typing import Any

import pytest

from index.article import Language
from tests.browser.acts import ask, cite, close_article, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import OPENING, QUOTES

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

# Headline, outlet, day, language, and the other outlet of the story with its day.
TOLD: dict[Language, tuple[str, str, str, str, str]] = {
    "hi": (
        "मोतीपुर झील में लौटे बारह हज़ार पक्षी, जनवरी में खुलेगा केंद्र",
        "नगर दर्पण",
        "4 दिसंबर 2025",
        "हिंदी",
        "झील समाचार, 5 दिसंबर 2025",
    ),
    "en": (
        "Trams to return to Rampur Lake after forty years",
        "The Lake Courier",
        "24 November 2025",
        "English",
        "Rampur Post, 25 November 2025",
    ),
}
RELEVANCE: dict[Language, tuple[str, int]] = {"hi": ("relevance_2", 2), "en": ("relevance_3", 3)}


@every_look
def test_a_card_tells_where_its_sentence_comes_from_and_opens_it_there(page: Any, look: Look) -> None:
    headline, outlet, day, language, elsewhere = TOLD[look.language]
    relevance, dots = RELEVANCE[look.language]
    ask(page, OPENING[look.language])
    assert page.inner_text(".kh-sources summary") == look.say("sources", count=1)
    card = page.locator(".kh-card >> nth=0")
    assert card.locator("h3").inner_text() == headline
    assert card.locator(".kh-meta > *").all_inner_texts() == [outlet, day, language]
    assert card.locator(".kh-relevance").inner_text() == look.say(relevance)
    assert card.locator(".kh-dots .kh-on").count() == dots
    assert card.locator(".kh-also").inner_text() == look.say("also_in", outlets=elsewhere)

    _marks_its_sentence(page, look)


def _marks_its_sentence(page: Any, look: Look) -> None:
    first, second = QUOTES[look.language]
    assert page.locator(".kh-card blockquote mark").all_inner_texts() == [first, second]
    press(page, look.say("open_article"), ".kh-card")
    page.wait_for_selector(".kh-open[data-n='1']")
    assert page.inner_text(".kh-open mark") == first
    close_article(page)
    cite(page, 2)
    current = page.locator(".kh-quote.kh-current")
    assert current.get_attribute("data-n") == "2"
    box = current.bounding_box()
    assert not look.is_wide or 0 <= box["y"] < look.height  # scrolled to where it lies open beside the article
