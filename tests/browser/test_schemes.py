"""Light and dark in a real browser: as the system has it, until the reader chooses."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.acts import press
from tests.browser.looks import Look, every_look

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

PAPER = "getComputedStyle(document.querySelector('.kh-masthead')).backgroundColor"


def paper(page: Any) -> str:
    """Return the colour behind the name of the page."""
    colour: str = page.evaluate(PAPER)
    return colour


def is_dark(colour: str) -> bool:
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return red + green + blue < 3 * 128


@every_look
def test_a_click_turns_light_into_dark_or_back_and_that_stays(page: Any, look: Look) -> None:
    began = look.scheme == "dark"
    assert is_dark(paper(page)) == began
    assert page.get_attribute("[data-scheme]", "aria-pressed") == str(began).lower()
    press(page, look.say("dark"))
    assert is_dark(paper(page)) != began
    page.reload()
    page.wait_for_selector(f"body.kh-ready [data-scheme][aria-pressed={str(not began).lower()}]")
    assert is_dark(paper(page)) != began


def test_dark_and_light_follow_the_system_until_the_reader_chooses(open_page: Callable[..., Any]) -> None:
    page = open_page("en-IN")
    day = paper(page)
    page.emulate_media(color_scheme="dark")
    page.wait_for_selector("[data-scheme][aria-pressed=true]")
    night = paper(page)
    assert night != day
    page.emulate_media(color_scheme="light")
    page.wait_for_selector("[data-scheme][aria-pressed=false]")
    page.click("[data-scheme]")
    assert paper(page) == night
    page.click(".kh-switch button >> nth=0")
    page.wait_for_selector("html[lang=hi] [data-scheme][aria-pressed=true]")
    page.emulate_media(color_scheme="dark")
    page.emulate_media(color_scheme="light")
    # Gradio's own answer to the change comes first and the reader's choice right after it.
    page.wait_for_function(f"colour => {PAPER} === colour", arg=night)
    page.click("[data-scheme]")
    assert paper(page) == day
