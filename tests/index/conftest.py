"""What the tests of the index share: an archive with one Hindi and one English article."""

import json
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.ingest import ingest
from tests.conftest import MakeArticle


def add(archive: Archive, tmp_path: Path, *articles: Article) -> None:
    """Ingest some articles from a file of JSON lines."""
    path = tmp_path / "more.jsonl"
    fields = ("id", "headline", "body", "published", "source", "section", "language")
    rows = [{field: getattr(article, field) for field in fields} for article in articles]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    ingest(archive, [str(path)])


@pytest.fixture
def filled(archive: Archive, tmp_path: Path, make_article: MakeArticle, english_article: Article) -> Archive:
    """Return an archive of two articles, a and en-1."""
    add(archive, tmp_path, make_article("a"), english_article)
    return archive
