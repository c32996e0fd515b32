"""A question asked anew in a real browser: once more in its place, or edited into the next one."""

from typing import Any

import pytest

from tests.browser.acts import answered, ask, press, said
from tests.browser.looks import Look, every_look
from tests.browser.newsroom import ENGLISH, OPENING, QUOTES
from tests.fake_desk import FakeDesk

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


@every_look
def test_a_question_is_asked_again_in_its_place(page: Any, look: Look, desk: FakeDesk) -> None:
    ask(page, ENGLISH)
    ask(page, OPENING[look.language])
    asked = len(desk.asked)
    page.evaluate("document.querySelector('.kh-turn:last-child').dataset.old = 'yes'")
    press(page, look.say("again"), "#kh-thread")  # there is but one: of the last answer
    page.wait_for_selector(".kh-turn:last-child:not([data-old]) .kh-answer[aria-busy=false]")
    assert page.locator(".kh-question").all_inner_texts() == [ENGLISH, OPENING[look.language]]
    assert said(page, ".kh-turn:last-child") == [*QUOTES[look.language]]
    assert desk.asked[asked:] == [(OPENING[look.language], (ENGLISH,), "auto")]


@every_look
def test_a_question_is_edited_into_a_new_one(page: Any, look: Look) -> None:
    ask(page, OPENING[look.language])
    press(page, look.say("edit"), ".kh-turn")
    assert page.input_value("#kh-question textarea") == OPENING[look.language]
    page.keyboard.type(" Please.")
    page.keyboard.press("Enter")
    answered(page, 1)
    assert page.inner_text(".kh-turn:last-child .kh-question") == f"{OPENING[look.language]} Please."
