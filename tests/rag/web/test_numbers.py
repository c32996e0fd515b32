import pytest

from rag.web.numbers import count_view, grouped


@pytest.mark.parametrize(
    ("count", "text"),
    [(0, "0"), (999, "999"), (1000, "1,000"), (99999, "99,999"), (100000, "1,00,000"), (10**7, "1,00,00,000")],
)
def test_counts_are_grouped_in_lakh_and_crore(count: int, text: str) -> None:
    assert grouped(count) == text
    assert f'value="{count}">{text}<' in count_view(count)
