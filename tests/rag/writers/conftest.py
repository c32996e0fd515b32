"""A desk on two articles, for writers that are models."""

from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from index.ingest import prepare
from rag.desk import NewsDesk
from rag.settings import Settings
from rag.writers import endpoint
from tests.chat_server import Reply
from tests.conftest import ENGLISH_BODY, HINDI_BODY
from tests.scripted_desk import COST, FACT, HINDI_FACT, HINDI_QUESTION, Open, number_of, scripted

ARTICLES = (
    Article(
        "hi-1", HINDI_BODY, "राजनाथ सिंह ने रूस के रक्षा मंत्री से भेंट की", published="2025-12-04", source="गंगा", language="hi"
    ),
    Article("en-1", ENGLISH_BODY, "Lander touches down", published="2023-08-23", source="Indus Courier"),
)


@pytest.fixture(scope="session")
def two_articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive of a Hindi and an English article, made once a run; nobody may change it."""
    archive = Archive.create(tmp_path_factory.mktemp("two") / "archive", HashEmbedder())
    prepared, _ = prepare(ARTICLES, archive)
    with archive.catalog.transaction():
        for one in prepared:
            archive.catalog.put(one, archive.model())
    archive.close()
    return archive.folder


@pytest.fixture(scope="session")
def open_desk(two_articles: Path) -> Open:
    """Return a function that opens a desk on the two articles with some settings."""

    def opened(**settings: object) -> NewsDesk:
        return NewsDesk.open(two_articles, Settings(**{"abstain_below": 0.0, **settings}))  # type: ignore[arg-type]

    return opened


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(endpoint, "FIRST_WAIT", 0.01)
    monkeypatch.delenv(endpoint.KEY_VARIABLE, raising=False)


@pytest.fixture(scope="session")
def numbers(open_desk: Open) -> dict[str, int]:
    """Return the numbers of two sentences in the evidence for the two questions; they are the same at each asking."""
    with scripted(open_desk, Reply(["NOT-IN-EVIDENCE"])) as script:
        script.ask()
        found = {"fact": number_of(script.server, FACT), "cost": number_of(script.server, COST)}
        script.ask(HINDI_QUESTION)
        return {**found, "hindi": number_of(script.server, HINDI_FACT)}
