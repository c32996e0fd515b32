"""Corrections in a real browser: what a number opens once its article has changed, was removed or was withdrawn."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest

from index.article import Article
from tests.browser.conftest import FAULTS, Visitors
from tests.browser.test_chat import ENGLISH, ENGLISH_QUOTE, ask, mark_is_in_view
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

AT = "2026-03-05T10:00:00+00:00"
OpenAt = Callable[..., Any]


@pytest.fixture
def newsroom(articles: list[Article]) -> FakeDesk:
    """A desk whose articles are corrected while somebody reads."""
    return FakeDesk(articles, {ENGLISH: [("tram", ENGLISH_QUOTE)]})


@pytest.fixture
def open_at(newsroom: FakeDesk, visitors: Visitors) -> Iterator[OpenAt]:
    """Return a function that opens the chat over that desk."""
    with served(newsroom) as site:
        yield lambda **kind: visitors.open(site, **kind)
        assert visitors.leave() == []


def cite(page: Any) -> None:
    page.click(".kh-answer .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open .kh-scroll")


def test_a_changed_article_shows_the_version_cited_and_offers_the_newest(
    open_at: OpenAt, newsroom: FakeDesk, articles: list[Article]
) -> None:
    page = open_at(locale="en-IN")
    ask(page, ENGLISH)
    tram = next(article for article in articles if article.id == "tram")
    newsroom.correct(replace(tram, version=2, body="The first tram is now due in 2027."))
    cite(page)
    assert "changed since" in page.inner_text(".kh-open .kh-old")
    assert page.inner_text(".kh-open mark") == ENGLISH_QUOTE
    assert mark_is_in_view(page)
    page.click(".kh-open [data-action=newest]")
    page.wait_for_selector(".kh-open >> text=now due in 2027")
    assert page.locator(".kh-open mark, .kh-open .kh-old").count() == 0
    assert page.evaluate("document.activeElement.className") == "kh-scroll"
    cite(page)
    page.wait_for_selector(".kh-open mark")


@pytest.mark.parametrize(
    ("locale", "removed", "withdrawn", "unknown"),
    [
        ("en-IN", "taken out of the archive on 5 March 2026", "withdrawn on 5 March 2026", "is not in the archive"),
        ("hi-IN", "हटाया जा चुका है (5 मार्च 2026 को)", "वापस ले लिया गया है (5 मार्च 2026 को)", "इस संग्रह में नहीं है"),
    ],
)
@pytest.mark.parametrize(("width", "height", "scheme"), [(1280, 800, "light"), (390, 844, "dark")])
def test_a_removed_a_withdrawn_and_an_unknown_article_are_told_apart(
    open_at: OpenAt,
    newsroom: FakeDesk,
    monkeypatch: pytest.MonkeyPatch,
    locale: str,
    removed: str,
    withdrawn: str,
    unknown: str,
    width: int,
    height: int,
    scheme: str,
) -> None:
    page = open_at(locale=locale, width=width, height=height, scheme=scheme)
    ask(page, ENGLISH)
    newsroom.take_out("tram", AT)
    cite(page)
    assert removed in page.inner_text(".kh-open .kh-old")
    assert page.inner_text(".kh-open mark") == ENGLISH_QUOTE
    assert page.evaluate(FAULTS) == []
    reopen(page)
    newsroom.take_out("tram", AT, retract=True)
    cite(page)
    assert withdrawn in page.inner_text(".kh-open [role=alert]")
    assert page.locator(".kh-open .kh-body").count() == 0
    assert page.evaluate(FAULTS) == []
    reopen(page)
    ask(page, "?")  # the next question takes back what rests on it
    assert ENGLISH_QUOTE not in page.inner_text("#kh-talk")
    assert page.locator(".kh-turn[data-turn='0'] .kh-card .kh-problem").count() == 1
    assert page.evaluate(FAULTS) == []
    monkeypatch.setattr(newsroom, "standing", lambda article_id: None)
    cite(page)
    assert unknown in page.inner_text(".kh-open [role=alert]")


def reopen(page: Any) -> None:
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty", state="attached")
