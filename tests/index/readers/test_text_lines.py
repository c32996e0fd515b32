import pytest

from index.readers.text_lines import Mark, ends_sentence, fields_of, marks_of


@pytest.mark.parametrize(
    ("line", "marks"),
    [
        ("Last Updated- December 04, 2025 | 11:07 PM IST", [("updated", "December 04, 2025 | 11:07 PM IST")]),
        ("First Published : Dec 4, 2025 | 11:04 PM IST", [("first_published", "Dec 4, 2025 | 11:04 PM IST")]),
        ("Posted On: 04 DEC 2025 6:32PM by PIB Delhi", [("published", "04 DEC 2025 6:32PM by PIB Delhi")]),
        ("प्रकाशित:4 दिसम्बर 2025", [("published", "4 दिसम्बर 2025")]),
        ("अपडेट किया गया: ४ दिसंबर २०२५, रात 11:04 बजे", [("updated", "४ दिसंबर २०२५, रात 11:04 बजे")]),
        ("शुक्रवार, 5 दिसंबर 2025", [("published", "शुक्रवार, 5 दिसंबर 2025")]),
        ("Date: 05-03-2024", [("published", "05-03-2024")]),
        ("05-03-2024", [("published", "05-03-2024")]),
        ("Published: Dec 4, 2025 | Updated: Dec 5, 2025", [("published", "Dec 4, 2025"), ("updated", "Dec 5, 2025")]),
        ("By Neha Rao | New Delhi | Updated: Dec 4, 2025", [("author", "Neha Rao"), ("updated", "Dec 4, 2025")]),
        ("Published by", [("author", "")]),
        ("Published by: Neha Rao", [("author", "Neha Rao")]),
        ("Published By Neha Rao", [("author", "Neha Rao")]),
        ("By our correspondent", [("author", "our correspondent")]),
        ("बीएस संवाददाता", [("author", "बीएस संवाददाता")]),
        ("PTI", [("author", "PTI")]),
        ("स्रोत: गंगा समाचार", [("source", "गंगा समाचार")]),
        ("© 2025 Indus Courier. All rights reserved.", [("rights", "© 2025 Indus Courier. All rights reserved.")]),
        ("https://news.example/a", [("url", "https://news.example/a")]),
        ("3 min read", [("other", "3 min read")]),
    ],
)
def test_lines_that_say_something_about_the_article(line: str, marks: list[tuple[str, str]]) -> None:
    assert [(mark.kind, mark.value) for mark in marks_of(line)] == marks


@pytest.mark.parametrize(
    "line",
    [
        "",
        "By then the river had fallen.",
        "लेखक मीरा सेन ने कहा कि",
        "संवाददाता सम्मेलन में मंत्री ने कहा",
        "Updated figures, published on 4 December 2025, show growth",
        "Published in 2025 by the ministry, the report",
        "Date set for polls",
        "तिथि घोषित",
        "Posted letters rise",
        "2025",
        "x" * 300,
    ],
)
def test_lines_of_text(line: str) -> None:
    assert marks_of(line) == []


def test_first_published_wins_and_the_first_of_a_kind_stays() -> None:
    marks = [
        Mark("updated", "u"),
        Mark("published", "p"),
        Mark("first_published", "f"),
        Mark("author", "A"),
        Mark("author", "B"),
        Mark("author", "A"),
        Mark("source", "one"),
        Mark("source", "two"),
    ]
    assert fields_of(marks) == {"source": "one", "published": "f", "updated": "u", "author": "A, B"}
    assert fields_of(marks[:1]) == {"published": "u", "updated": "", "author": ""}


@pytest.mark.parametrize(
    ("line", "ends"),
    [("बारिश थमी।”", True), ("It rained (a lot).", True), ("at 6.04 p.m.", False), ("Who?", True), ("Rain:", False)],
)
def test_sentence_ends(line: str, ends: bool) -> None:
    assert ends_sentence(line) is ends
