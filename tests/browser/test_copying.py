"""An answer taken along from a real browser: as text, as Markdown, as quotes for a report."""

from typing import Any

import pytest

from index.article import Language
from tests.browser.acts import ask, faults, press
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import OPENING, QUOTES, SHORT

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

LAST = ".kh-turn:last-child"
# Headline, outlet with day, address.
SOURCE: dict[Language, tuple[str, str, str]] = {
    "hi": (
        "मोतीपुर झील में लौटे बारह हज़ार पक्षी, जनवरी में खुलेगा केंद्र",
        "नगर दर्पण, 4 दिसंबर 2025",
        "https://nagar-darpan.example/lake",
    ),
    "en": (
        "Trams to return to Rampur Lake after forty years",
        "The Lake Courier, 24 November 2025",
        "https://lake-courier.example/tram",
    ),
}


def copied(page: Any, look: Look, kind: str) -> str:
    """Press the button of the menu that copies in a way, and return what is in the clipboard then."""
    page.evaluate("navigator.clipboard.writeText('nothing')")
    page.locator(f"{LAST} .kh-menu:not(.kh-thumb) summary", has_text=look.say("copy")).click()
    assert faults(page) == []
    press(page, look.say(kind), LAST)
    page.locator("#kh-said", has_text=look.say("copied")).wait_for(state="attached")
    text: str = page.evaluate("navigator.clipboard.readText()")
    page.evaluate("document.querySelector('#kh-said').textContent = ''")
    page.keyboard.press("Escape")
    return text


@every_look
def test_the_answer_is_copied_as_text_as_markdown_and_as_quotes(page: Any, look: Look) -> None:
    first, second = QUOTES[look.language]
    headline, told, address = SOURCE[look.language]
    ask(page, OPENING[look.language])
    assert copied(page, look, "copy_plain") == (
        f"{OPENING[look.language]}\n\n{SHORT[look.language]}\n{first} [1]\n{second} [2]\n\n"
        f"[1] {headline} — {told} — {address}\n[2] {headline} — {told} — {address}"
    )
    assert copied(page, look, "copy_markdown") == (
        f"**{OPENING[look.language]}**\n\n{SHORT[look.language]}\n\n{first} \\[1\\]\n\n{second} \\[2\\]\n\n"
        f"1. [{headline}]({address}) — {told}  \n   “{first}”\n2. [{headline}]({address}) — {told}  \n   “{second}”"
    )
    assert copied(page, look, "copy_quotes") == (
        f"“{first}”\n{told}\n{headline}\n{address}\n\n“{second}”\n{told}\n{headline}\n{address}"
    )
