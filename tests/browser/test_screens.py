"""Every view at two sizes, light and dark, in both languages: nothing overlaps, is clipped or runs off the side.

The pictures are left in screenshots/ for people to look at.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import FAULTS
from tests.browser.test_adding import BROKEN, LAKE, hand_over
from tests.browser.test_chat import ENGLISH, HINDI, ask
from tests.browser.test_tools import DATED, FOLLOW_UP

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

PICTURES = Path(__file__).parents[2] / "screenshots"
OpenPage = Callable[..., Any]


def look_at(page: Any, name: str) -> list[str]:
    """Keep a picture of what is on the screen and return what is wrong with it."""
    page.wait_for_timeout(150)
    PICTURES.mkdir(exist_ok=True)
    page.screenshot(path=PICTURES / f"{name}.png")
    return [f"{name}: {fault}" for fault in page.evaluate(FAULTS)]


@pytest.mark.parametrize("locale", ["hi-IN", "en-IN"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 800), (390, 844)])
def test_every_view_is_whole(open_page: OpenPage, width: int, height: int, scheme: str, locale: str) -> None:
    page = open_page(locale, width=width, height=height, scheme=scheme)
    kind = f"{locale[:2]}-{width}-{scheme}"
    faults = look_at(page, f"{kind}-1-welcome")
    ask(page, HINDI if locale == "hi-IN" else ENGLISH)
    faults += look_at(page, f"{kind}-2-answer")
    page.click(".kh-answer .kh-mark >> nth=0")
    page.wait_for_selector(".kh-open mark")
    faults += look_at(page, f"{kind}-3-article")
    page.keyboard.press("Escape")
    page.wait_for_selector(".kh-empty", state="attached")
    ask(page, FOLLOW_UP if locale == "hi-IN" else DATED)
    faults += look_at(page, f"{kind}-4-understood")
    page.click(".kh-turn:last-child .kh-menu:not(.kh-thumb) summary")
    faults += look_at(page, f"{kind}-5-copy")
    page.click(".kh-turn:last-child .kh-thumb[data-thumb=down] summary")
    faults += look_at(page, f"{kind}-6-opinion")
    page.keyboard.press("Escape")
    ask(page, "क्या चाँद पर पानी है?" if locale == "hi-IN" else "Is there water on the Moon?")
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


def test_the_faults_would_be_seen(open_page: OpenPage) -> None:
    page = open_page("hi-IN", width=390, height=844)
    assert page.evaluate(FAULTS) == []
    page.add_style_tag(
        content=".kh-welcome h2 { line-height: 1 !important; margin-bottom: -40px !important }"
        " .kh-examples li { height: 20px; overflow: hidden } body { min-width: 500px }"
    )
    found = " ".join(page.evaluate(FAULTS))
    seen = [fault in found for fault in ("too tight", "runs off the side", "overlap", "clipped")]
    assert seen == [True] * 4, found
