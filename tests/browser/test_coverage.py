"""The picture of coverage in a browser: drawn in both colour schemes, its table opened from the keyboard."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.browser.conftest import FAULTS

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),  # gradio counts its events with pandas
]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("locale", ["hi-IN", "en-IN"])
def test_the_archive_is_pictured_with_a_table_for_the_keyboard(
    open_page: Callable[..., Any], locale: str, scheme: str
) -> None:
    page = open_page(locale, width=1280, height=800, scheme=scheme)
    heights = page.eval_on_selector_all(
        "#kh-side .kh-bar", "bars => bars.map(bar => bar.getBoundingClientRect().height)"
    )
    assert len(heights) == 3
    assert min(heights) > 10
    fill = page.eval_on_selector("#kh-side .kh-bar", "bar => getComputedStyle(bar).fill")
    assert fill == {"light": "rgb(143, 137, 124)", "dark": "rgb(118, 122, 131)"}[scheme]
    page.focus("#kh-side .kh-coverage summary")
    page.keyboard.press("Enter")
    assert page.locator("#kh-side .kh-coverage tbody tr:visible").count() == 3
    assert page.evaluate(FAULTS) == []
