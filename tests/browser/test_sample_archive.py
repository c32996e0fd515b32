"""The chat over the sample archive and the bundled model: a question in each language, a citation opened."""

from collections.abc import Iterator
from typing import Any

import pytest

from rag.desk import NewsDesk
from tests.browser.conftest import Visitors
from tests.browser.test_chat import ask, mark_is_in_view
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


@pytest.fixture(scope="module")
def sample_site(sample_desk: NewsDesk) -> Iterator[str]:
    with served(sample_desk) as address:
        yield address


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
