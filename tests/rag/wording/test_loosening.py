"""What nothing in the archive can meet is asked without, in a question; a search keeps its orders."""

from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.ingest import prepare
from rag import NewsDesk
from rag.messages import message
from tests.conftest import MakeArticle

pytestmark = pytest.mark.usefixtures("bar_for_hashes")


def _desk(archive: Archive, *articles: Article) -> NewsDesk:
    prepared, _ = prepare(articles, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    return NewsDesk.open(Path(archive.folder))


def _found(desk: NewsDesk, query: str) -> list[str]:
    return list(dict.fromkeys(hit.stored.article.id for hit in desk.search(query)[1]))


@pytest.fixture
def tower(make_article: MakeArticle) -> Article:
    return make_article(
        "tower", headline="A tower for Tesla", body="A tower in Pune bears the name of Tesla.", published=None
    )


def test_a_question_quotes_what_nobody_wrote_and_says_so(archive: Archive, tower: Article) -> None:
    desk = _desk(archive, tower)
    asked = 'Which tower in Pune is called "the Tesla tower"?'
    question, hits = desk.search(asked)
    assert [hit.stored.article.id for hit in hits] == ["tower"]
    assert message("unmet_phrases", "en", phrases="“the tesla tower”") in desk.notices(question, hits)
    assert message("unmet_phrases", "en", phrases="“the tesla tower”") in desk.ask(asked).notices


def test_a_search_orders_its_phrase(archive: Archive, tower: Article) -> None:
    assert _found(_desk(archive, tower), 'Pune "the Tesla tower"') == []


def test_a_phrase_that_stands_somewhere_stays_an_order_in_a_question(
    archive: Archive, tower: Article, make_article: MakeArticle
) -> None:
    other = make_article("other", headline="Pune", body="The old mill in Pune is older than the name of its owner.")
    assert _found(_desk(archive, tower, other), 'What in Pune has "the name of Tesla"?') == ["tower"]


def test_days_mean_nothing_where_no_article_is_dated(
    archive: Archive, tower: Article, make_article: MakeArticle
) -> None:
    question = "Which tower in Pune was named last week?"
    undated = _desk(archive, tower)
    assert _found(undated, question) == ["tower"]
    assert undated.ask(question).understood["window"] is None
    dated = make_article("dated", headline="Rain", body="It rained in Pune.", published="2020-01-01")
    assert _found(_desk(archive, tower, dated), question) == []
