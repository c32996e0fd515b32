"""A desk on two articles, for writers that are models."""

from collections.abc import Callable

import pytest

from index.archive import Archive
from index.article import Article
from index.ingest import prepare
from rag.desk import NewsDesk
from rag.settings import Settings
from tests.conftest import MakeArticle

Open = Callable[..., NewsDesk]


@pytest.fixture
def open_desk(archive: Archive, make_article: MakeArticle, english_article: Article) -> Open:
    """Return a function that opens a desk on a Hindi and an English article with some settings."""
    prepared, _ = prepare([make_article("hi-1"), english_article], archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())

    def opened(**settings: object) -> NewsDesk:
        return NewsDesk.open(archive.folder, Settings(**{"abstain_below": 0.0, **settings}))  # type: ignore[arg-type]

    return opened
