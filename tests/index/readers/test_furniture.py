import pytest

from index.readers.furniture import is_furniture


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "-- ADVERTISEMENT --",
        "विज्ञापन",
        "यह भी पढ़ें",
        "यह भी पढ़ें: कल की खबर",
        "यह भी प\u095dें: कल की खबर",
        "Also Read | Rain stops at last",
        "Subscribe to our newsletter.",
        "Share",
        "Tags: lake, Bhopal",
    ],
)
def test_furniture(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Share prices fell.",
        "Also read out was a letter",
        "पढ़ें तो सही, उसने कहा",
        "Read more books",
        "Home: " + "x" * 200,
        "",
    ],
)
def test_text(line: str) -> None:
    assert not is_furniture(line)
