"""Large counts in a real browser: in lakh and crore for Indian readers, in thousands elsewhere."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.browser.visitors import Visitors
from tests.fake_desk import FakeDesk
from tests.serving import served

pytestmark = [
    pytest.mark.browser,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


class LargeDesk(FakeDesk):
    """A desk whose archive seems large."""

    def info(self) -> Mapping[str, Any]:
        return {**super().info(), "articles": 1_234_567, "languages": {"en": 1_234_567}}


@pytest.mark.parametrize(("locale", "count"), [("hi-IN", "12,34,567"), ("en-IN", "12,34,567"), ("en-US", "1,234,567")])
def test_counts_are_grouped_the_readers_way(visitors: Visitors, locale: str, count: str) -> None:
    with served(LargeDesk([], {})) as site:
        page = visitors.open(site, locale)
        assert page.locator(".kh-count").all_inner_texts() == [count, count]
        assert visitors.leave() == []
