"""What Khabar made of a question, in a real browser: told beneath the answer, taken back by a click."""

from typing import Any

import pytest

from rag.web.strings import say
from tests.browser.acts import answered, ask, is_outlined, press, tab_to
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import DATED, FOLLOW_UP, OPENING, READ_AS, ROMANISED, UNDATED
from tests.fake_desk import FakeDesk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

MADE = ".kh-turn:last-child .kh-understood"
DAYS = {"hi": "24 नवंबर 2025 – 30 नवंबर 2025", "en": "24 November 2025 – 30 November 2025"}


@every_look
def test_a_follow_up_is_shown_whole_and_asked_by_itself_on_a_click(page: Any, look: Look, desk: FakeDesk) -> None:
    opening, follow_up = OPENING[look.language], FOLLOW_UP[look.language]
    ask(page, opening)
    ask(page, follow_up)
    assert page.inner_text(f"{MADE} .kh-made") == f"{look.say('completed')} {opening} {follow_up}×"
    press(page, look.say("without_context"), MADE)
    page.wait_for_selector(f"{MADE} >> text={look.say('alone')}")
    assert desk.asked[-1][:2] == (follow_up, ())
    assert page.locator(".kh-question").all_inner_texts() == [opening, follow_up]


@every_look
def test_the_days_that_were_read_into_a_question_can_be_taken_out(page: Any, look: Look) -> None:
    ask(page, DATED[look.language])
    assert f"{look.say('days_searched')} {DAYS[look.language]}" in page.inner_text(MADE)
    press(page, look.say("without_window"), MADE)
    page.wait_for_selector(f".kh-question >> text={UNDATED[look.language]}")
    answered(page, 0)
    assert page.locator(".kh-understood").count() == 0
    assert page.locator(".kh-question").all_inner_texts() == [UNDATED[look.language]]


@every_look
def test_what_romanised_hindi_was_read_as_can_be_taken_back_with_the_keyboard(page: Any, look: Look) -> None:
    ask(page, ROMANISED)
    assert READ_AS in page.inner_text(MADE)
    tab_to(page, ".kh-drop", back=True)
    assert is_outlined(page)
    assert page.evaluate("document.activeElement.ariaLabel") == say("without_restored", "hi")
    page.keyboard.press("Enter")
    page.wait_for_selector(f"{MADE} >> text={say('typed', 'hi')}")
    answered(page, 0)
    assert page.locator(".kh-question").all_inner_texts() == [ROMANISED]
    assert READ_AS not in page.inner_text("#kh-thread")
    assert page.locator(".kh-drop:visible").count() == 0
