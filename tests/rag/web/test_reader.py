from dataclasses import replace

import pytest

from index.article import Article
from rag.web.reader import Opened, empty_view, marked_body, reader_view
from tests.fake_desk import FakeDesk


def article(desk: FakeDesk, article_id: str, version: int | None = None) -> Article:
    found = desk.article(article_id, version)
    assert found
    return found


def test_the_whole_article_is_shown_with_the_cited_words_marked(desk: FakeDesk) -> None:
    bridge = article(desk, "bridge")
    start = bridge.body.index("पुल मार्च")
    page = reader_view(Opened("bridge", 1, 4, 2, start, start + 21), bridge, None, "hi")
    assert "<p>नदी पर काम पूरा हो गया।</p><p><mark>पुल मार्च में खुलेगा।</mark> टोल नहीं लगेगा।</p>" in page
    assert 'data-turn="4" data-n="2"' in page


def test_the_head_says_who_when_where_and_under_which_rights(desk: FakeDesk) -> None:
    page = reader_view(Opened("bridge", 1, 0), article(desk, "bridge"), None, "hi")
    assert "लेखक: सुधा रावत · मोतीपुर" in page
    assert page.count("4 दिसंबर 2025, 23:07 IST") == 1
    assert "अद्यतन: " in page
    assert "नमूना लेख" in page
    assert 'अधिकार: <span lang="en">Sample article.</span>' in page
    assert (
        '<a href="https://nagar.example/pul" target="_blank" rel="noopener noreferrer">मूल पन्ना: nagar.example' in page
    )


def test_the_headline_stands_above_what_scrolls(desk: FakeDesk) -> None:
    head, _, scrolled = reader_view(Opened("bridge", 1, 0), article(desk, "bridge"), None, "en").partition("kh-scroll")
    assert "नदी का पुल तैयार</h2>" in head
    assert "नगर दर्पण" in head
    assert "नदी का पुल तैयार" not in scrolled


def test_a_time_is_told_once_where_nothing_was_changed_later(desk: FakeDesk) -> None:
    bridge = article(desk, "bridge")
    page = reader_view(Opened("bridge", 1, 0), replace(bridge, updated=bridge.published), None, "en")
    assert page.count("4 December 2025") == 1
    assert "Updated" not in page


def test_what_has_become_of_an_article_stands_above_it_or_in_its_place(desk: FakeDesk) -> None:
    standing = desk.standing("cost")
    assert "older version (1)" in reader_view(Opened("cost", 1, 0), article(desk, "cost", 1), standing, "en")
    assert "older version" not in reader_view(Opened("cost", 2, 0), article(desk, "cost"), standing, "en")
    assert "is not in the archive" in reader_view(Opened("x", 1, 0), None, None, "en")


def test_a_hostile_article_stays_text_and_gets_no_link(desk: FakeDesk) -> None:
    page = reader_view(Opened("bad", 1, 0, 1, 8, 40), article(desk, "bad"), None, "en")
    assert "<script" not in page
    assert 'onmouseover="' not in page
    assert "javascript:" not in page
    assert "\u202e" not in page


@pytest.mark.parametrize(
    ("start", "end", "html"),
    [
        (0, 0, "<p>एक।</p><p>दो।</p>"),
        (0, 3, "<p><mark>एक।</mark></p><p>दो।</p>"),
        (1, 7, "<p>ए<mark>क।</mark></p><p><mark>दो</mark>।</p>"),
        (5, 99, "<p>एक।</p><p><mark>दो।</mark></p>"),
    ],
)
def test_marks_keep_to_paragraphs(start: int, end: int, html: str) -> None:
    assert marked_body("एक।\n\nदो।", start, end) == html


def test_the_empty_pane_says_what_the_archive_holds(desk: FakeDesk) -> None:
    page = empty_view(desk.info(), "hi")
    assert '<dt>लेख</dt><dd><data class="kh-count" value="3">3</data></dd>' in page
    assert 'अंग्रेज़ी <data class="kh-count" value="2">2</data> · हिंदी' in page
    assert "4 दिसंबर 2025" in page


def test_many_outlets_are_cut_short() -> None:
    info = {"articles": 0, "languages": {}, "sources": list("abcdefgh"), "first_published": None}
    assert "a, b, c, d, e, f and 2 more" in empty_view({**info, "last_published": None}, "en")


def test_an_archive_that_cannot_be_read_leaves_the_pane_plain() -> None:
    assert "<dl>" not in empty_view({}, "en")


def test_the_reader_goes_from_one_source_of_an_answer_to_the_next(desk: FakeDesk) -> None:
    bridge = article(desk, "bridge")
    page = reader_view(Opened("bridge", 1, 4, 2, numbers=(1, 2, 3)), bridge, None, "en")
    assert "Quote 2 of 3" in page
    assert 'data-step="previous_source" data-turn="4" data-n="1"' in page
    assert 'data-step="next_source" data-turn="4" data-n="3"' in page
    last = reader_view(Opened("bridge", 1, 4, 3, numbers=(1, 2, 3)), bridge, None, "en")
    assert 'data-step="next_source" disabled aria-label="Next quote"' in last
    assert "kh-step" not in reader_view(Opened("bridge", 1, 4, 1, numbers=(1,)), bridge, None, "en")
    assert "kh-step" not in reader_view(Opened("bridge", None, 4), bridge, None, "en")
