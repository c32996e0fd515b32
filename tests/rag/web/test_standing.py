from index.article import Article
from index.standing import Standing
from rag.web.standing import absent_view, standing_note

AT = "2026-03-05T10:00:00+00:00"


def cited(version: int = 1) -> Article:
    return Article(id="a", body="It cost nine crore.", version=version)


def test_an_article_as_it_was_cited_needs_no_word() -> None:
    assert standing_note(cited(), Standing(1, True, frozenset()), "en") == ""
    assert standing_note(cited(), None, "en") == ""


def test_a_changed_article_says_when_and_offers_the_newest() -> None:
    note = standing_note(cited(), Standing(2, True, frozenset(), {1: AT}), "en")
    assert "was changed since on 5 March 2026" in note
    assert 'data-action="newest"' in note
    assert "बदला गया (5 मार्च 2026 को)" in standing_note(cited(), Standing(2, True, frozenset(), {1: AT}), "hi")
    unknown = standing_note(cited(), Standing(2, True, frozenset()), "en")
    assert "was changed since.<" in unknown


def test_a_removed_article_that_can_still_be_read_says_so() -> None:
    note = standing_note(cited(), Standing(1, False, frozenset(), {1: AT}), "en")
    assert "taken out of the archive on 5 March 2026" in note
    assert "newest" not in note


def test_a_withdrawn_article_is_told_from_one_removed_and_from_one_that_never_was() -> None:
    withdrawn = absent_view(Standing(1, False, frozenset({1}), {1: AT}), 1, "en")
    assert "This article was withdrawn on 5 March 2026." in withdrawn
    assert "newest" not in withdrawn
    removed = absent_view(Standing(1, False, frozenset(), {1: AT}), None, "en")
    assert "it was removed on 5 March 2026" in removed
    assert "withdrawn" not in removed
    for standing, version in ((None, 1), (Standing(1, True, frozenset()), 7)):
        assert "This article is not in the archive." in absent_view(standing, version, "en")
    assert "वापस ले लिया गया है (5 मार्च 2026 को)।" in absent_view(Standing(1, False, frozenset({1}), {1: AT}), 1, "hi")


def test_a_withdrawn_version_with_a_corrected_one_after_it_offers_that() -> None:
    page = absent_view(Standing(2, True, frozenset({1}), {1: AT}), 1, "en")
    assert "withdrawn on 5 March 2026" in page
    assert 'data-action="newest"' in page
