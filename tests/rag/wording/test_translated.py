"""Words of a question as the other language may have them, and the search for them."""

from collections.abc import Mapping

import numpy as np
import pytest

from index.archive import Archive
from index.article import Article
from index.filters import Filters
from index.ingest import prepare
from index.lexical import Term
from index.word_neighbours import WordNeighbours, WordTable
from rag.wording.translated import SOUND, groups_of
from tests.conftest import MakeArticle

ROWS: Mapping[str, tuple[float, ...]] = {
    "minister": (1.0, 0.0),
    "मंत्री": (1.0, 0.0),
    "budget": (0.0, 1.0),
    "बजट": (0.0, 1.0),
}


@pytest.fixture
def neighbours() -> WordNeighbours:
    vectors = np.array(list(ROWS.values()), np.float32)
    return WordNeighbours(WordTable.of(vectors, {word: row for row, word in enumerate(ROWS)}))


def test_each_content_word_is_a_group_of_translations_and_sounds(neighbours: WordNeighbours) -> None:
    groups = groups_of("Which minister met Rajnath?", neighbours)
    assert [term.text for term in groups[0] if term.field == "stems"] == [
        "मंत्र"
    ]  # met has no row: it may sound like one
    assert groups[-1] == [Term("keys", term.text, SOUND) for term in groups[-1]]
    assert groups_of("of the", neighbours) == []


def test_without_a_bilingual_table_sounds_are_left() -> None:
    groups = groups_of("Rajnath Singh", None)
    assert len(groups) == 2
    assert all(term.field == "keys" for group in groups for term in group)


def test_articles_of_the_other_language_are_found_by_translated_words(
    archive: Archive, make_article: MakeArticle, english_article: Article, neighbours: WordNeighbours
) -> None:
    prepared, _ = prepare([make_article("hi-1"), english_article], archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    archive.mend()
    groups = groups_of("minister budget", neighbours)
    with archive.snapshot() as snapshot:
        found = snapshot.lexical.search_groups(groups, Filters(language="hi"), 10)
        assert {snapshot.passages([i])[i].article.id for i, _ in found} == {"hi-1"}
        assert snapshot.lexical.search_groups([], Filters(), 10) == []
        assert snapshot.lexical.search_groups([[Term("stems", "zebra", 1.0)]], Filters(), 10) == []
        # A group counts once, by its best term, however many of its terms a passage has.
        once = snapshot.lexical.search_groups([[Term("stems", "बजट", 1.0)]], Filters(), 10)
        twice = snapshot.lexical.search_groups([[Term("stems", "बजट", 1.0), Term("stems", "बजट", 0.5)]], Filters(), 10)
        assert [i for i, _ in once] == [i for i, _ in twice]
        assert twice[0][1] <= once[0][1]
