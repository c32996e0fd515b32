"""The chat over the sample archive and the bundled model: questions are offered, asked, and a citation opened."""

from collections.abc import Iterator
from typing import Any

import pytest

from rag.desk import NewsDesk
from rag.web.examples import examples
from tests.browser.acts import answered, ask, faults, mark_is_in_view
from tests.browser.looks import Look, every_look
from tests.browser.visitors import Visitors
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


@pytest.fixture(scope="module")
def sample_site(sample_desk: NewsDesk) -> Iterator[str]:
    with served(sample_desk) as address:
        yield address


@every_look
def test_the_samples_offer_questions_in_three_scripts_that_are_answered(
    visitors: Visitors, sample_site: str, sample_desk: NewsDesk, look: Look
) -> None:
    page = visitors.open(sample_site, **look.kind)
    offered = examples(sample_desk)
    assert page.locator(".kh-examples button").all_inner_texts() == [one.question for one in offered]
    scripts = page.locator(".kh-examples .kh-script").all_inner_texts()
    assert scripts == [look.say(f"script_{script}") for script in ("hi", "hi", "en", "en", "hi-Latn", "hi-Latn")]
    assert faults(page) == []
    page.click(".kh-examples button[lang=hi-Latn] >> nth=0")
    answered(page, 0)
    assert page.inner_text(".kh-question") == offered[4].question
    assert page.locator(".kh-answer .kh-mark").count() > 0
    assert visitors.leave() == []


@pytest.mark.parametrize(
    ("locale", "question"),
    [
        ("hi-IN", "रूस से भारत के रक्षा आयात का हिस्सा 2019 और 2023 के बीच कितना रह गया?"),
        ("en-IN", "When did Chandrayaan-3 land on the Moon?"),
    ],
    ids=["hi", "en"],
)
def test_a_citation_opens_at_the_very_words_of_the_article(
    sample_site: str, sample_desk: NewsDesk, visitors: Visitors, locale: str, question: str
) -> None:
    page: Any = visitors.open(sample_site, locale)
    ask(page, question)
    page.click(".kh-answer .kh-mark >> text=[1]")
    page.wait_for_selector(".kh-open mark")
    assert page.inner_text(".kh-open mark") == sample_desk.ask(question).citations[0].quote
    assert mark_is_in_view(page)
    assert visitors.leave() == []
