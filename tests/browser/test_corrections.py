"""Corrections in a real browser: what a number opens once its article has changed, was removed or was withdrawn."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from index.article import Language
from tests.browser.acts import ask, cite, close_article, faults, mark_is_in_view, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import ARTICLE_OF, ARTICLES, OPENING, QUOTES
from tests.browser.visitors import Visitors
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

AT = "2026-03-05T10:00:00+00:00"
DAY: dict[Language, str] = {"hi": " (5 मार्च 2026 को)", "en": " on 5 March 2026"}


@pytest.fixture
def cited(look: Look) -> str:
    """The id of the article that the answer cites."""
    return ARTICLE_OF[look.language]


@pytest.fixture
def quote(look: Look) -> str:
    """The words of it that the answer quotes."""
    return QUOTES[look.language][0]


@pytest.fixture
def newsroom(look: Look, cited: str, quote: str) -> FakeDesk:
    """A desk whose articles are corrected while somebody reads."""
    return FakeDesk(ARTICLES, {OPENING[look.language]: [(cited, quote)]})


@pytest.fixture
def page(newsroom: FakeDesk, visitors: Visitors, look: Look) -> Iterator[Any]:
    """The chat over that desk, where an answer cites an article."""
    with served(newsroom) as site:
        page = visitors.open(site, **look.kind)
        ask(page, OPENING[look.language])
        yield page
        assert visitors.leave() == []


@every_look
def test_a_changed_article_shows_the_version_cited_and_offers_the_newest(
    page: Any, look: Look, newsroom: FakeDesk, cited: str, quote: str
) -> None:
    first = next(article for article in ARTICLES if article.id == cited)
    newsroom.correct(replace(first, version=2, body="It is now due in 2027."))
    cite(page)
    assert page.inner_text(".kh-open .kh-old p") == look.say("old_version", version=1, day="")
    assert page.inner_text(".kh-open mark") == quote
    assert mark_is_in_view(page)
    assert faults(page) == []
    press(page, look.say("newest"), ".kh-open")
    page.wait_for_selector(".kh-open >> text=It is now due in 2027.")
    assert page.locator(".kh-open mark, .kh-open .kh-old").count() == 0
    assert page.evaluate("document.activeElement.className") == "kh-scroll"
    assert faults(page) == []
    close_article(page)
    cite(page)  # the answer still rests on the version that it cited
    page.wait_for_selector(".kh-open mark")


@every_look
def test_a_removed_a_withdrawn_and_an_unknown_article_are_told_apart(
    page: Any, look: Look, newsroom: FakeDesk, cited: str, quote: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    day = DAY[look.language]
    newsroom.take_out(cited, AT)
    cite(page)
    assert page.inner_text(".kh-open .kh-old") == look.say("removed", day=day)
    assert page.inner_text(".kh-open mark") == quote
    assert faults(page) == []
    close_article(page)
    newsroom.take_out(cited, AT, retract=True)
    cite(page)
    assert page.inner_text(".kh-open [role=alert]") == look.say("withdrawn", day=day)
    assert page.inner_text(".kh-open .kh-old") == look.say("withdrawn_how")
    assert page.locator(".kh-open .kh-body").count() == 0
    assert faults(page) == []
    close_article(page)
    ask(page, "?")  # the next question takes back what rests on it
    assert quote not in page.inner_text("#kh-talk")
    assert look.say("taken_back") in page.inner_text(".kh-turn[data-turn='0'] .kh-answer")
    assert page.locator(".kh-turn[data-turn='0'] .kh-card .kh-problem").count() == 1
    assert faults(page) == []
    monkeypatch.setattr(newsroom, "standing", lambda article_id: None)
    page.click(".kh-turn[data-turn='0'] .kh-mark")
    page.wait_for_selector(".kh-open .kh-scroll")
    assert page.inner_text(".kh-open [role=alert]") == look.say("never_held")
