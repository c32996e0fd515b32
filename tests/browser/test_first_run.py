"""The first visit in a real browser, while the archive is empty: what to do is told."""

from collections.abc import Iterator

import pytest

from tests.browser.acts import faults
from tests.browser.looks import Look, every_look
from tests.browser.visitors import Visitors
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]

COMMANDS = ["khabar ingest seeds/articles", "khabar ingest ~/articles", "khabar ingest https://…"]


@pytest.fixture(scope="module")
def empty_site() -> Iterator[str]:
    with served(FakeDesk([], {})) as address:
        yield address


@every_look
def test_an_empty_archive_explains_itself(visitors: Visitors, empty_site: str, look: Look) -> None:
    page = visitors.open(empty_site, **look.kind)
    assert page.inner_text(".kh-welcome h2") == look.say("empty_archive")
    assert look.say("empty_archive_how") in page.inner_text(".kh-welcome")
    assert page.locator(".kh-steps code").all_inner_texts() == COMMANDS
    assert page.locator(".kh-examples").count() == 0
    assert faults(page) == []
    assert visitors.leave() == []
