"""Every view at two sizes, light and dark, in both languages: nothing overlaps, is clipped or runs off the side.

The pictures are left in screenshots/ for people to look at.
"""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.acts import ask, cite, close_article
from tests.browser.acts import faults as faults_of
from tests.browser.looks import LOOKS, Look
from tests.browser.newsroom import DATED, FOLLOW_UP, OPENING, UNKNOWN
from tests.browser.test_adding import BROKEN, LAKE, hand_over
from tests.browser.visitors import Visitors

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

PICTURES = Path(__file__).parents[2] / "screenshots"


def look_at(page: Any, name: str) -> list[str]:
    """Keep a picture of what is on the screen and return what is wrong with it."""
    page.wait_for_timeout(150)
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png")
    return [f"{name}: {fault}" for fault in faults_of(page)]


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_every_view_is_whole(page: Any, look: Look) -> None:
    kind = str(look)
    faults = look_at(page, f"{kind}-1-welcome")
    ask(page, OPENING[look.language])
    faults += look_at(page, f"{kind}-2-answer")
    cite(page)
    faults += look_at(page, f"{kind}-3-article")
    close_article(page)
    ask(page, FOLLOW_UP["hi"] if look.language == "hi" else DATED["en"])
    faults += look_at(page, f"{kind}-4-understood")
    page.click(".kh-turn:last-child .kh-menu:not(.kh-thumb) summary")
    faults += look_at(page, f"{kind}-5-copy")
    page.click(".kh-turn:last-child .kh-thumb[data-thumb=down] summary")
    faults += look_at(page, f"{kind}-6-opinion")
    page.keyboard.press("Escape")
    ask(page, UNKNOWN[look.language])
    faults += look_at(page, f"{kind}-7-not-found")
    page.click(".kh-filters summary")
    page.check("[name=latest]")
    page.wait_for_selector(".kh-chosen")
    faults += look_at(page, f"{kind}-9-filters")
    page.click("#kh-settings [data-open]")
    page.check("#kh-settings-dialog [value=endpoint]")
    faults += look_at(page, f"{kind}-10-settings")
    page.keyboard.press("Escape")
    page.evaluate("scrollTo(0, 0)")
    page.click("[data-open=kh-past]")
    faults += look_at(page, f"{kind}-8-past")
    page.keyboard.press("Escape")
    page.click("[data-adds]")
    hand_over(page, (f"{kind}.txt", LAKE.encode()), ("टूटी.pdf", BROKEN))
    faults += look_at(page, f"{kind}-10-adding")
    assert faults == []


def test_the_faults_would_be_seen(visitors: Visitors, site: str) -> None:
    page = visitors.open(site, "hi-IN", width=390, height=844)
    assert faults_of(page) == []
    with page.expect_console_message(lambda message: "runs off the side: 500 > 390" in message.text):
        page.add_style_tag(
            content=".kh-welcome h2 { line-height: 1 !important; margin-bottom: -40px !important }"
            " .kh-examples li { height: 20px; overflow: hidden } body { min-width: 500px }"
        )
    found = " ".join(faults_of(page))
    seen = [fault in found for fault in ("too tight", "runs off the side", "overlap", "clipped")]
    assert seen == [True] * 4, found
    page.add_style_tag(content="body { min-width: 0 !important }")
    complaints = visitors.leave()  # what was wrong for a while is remembered, what still is wrong is found
    assert "console: runs off the side: 500 > 390" in complaints
    assert not any(one.startswith("runs off the side") for one in complaints)
    assert any(one.startswith("clipped") for one in complaints)
