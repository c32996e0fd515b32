"""A chat model that obeys every order in an article: what it was made to say is not shown."""

from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from index.ingest import ingest, prepare
from rag import NewsDesk
from rag.settings import Settings
from tests.chat_server import Reply, chat_server
from tests.conftest import MakeArticle
from tests.safety.hostile import OBEYED, hostile_articles
from tests.scripted_desk import HINDI_QUESTION, QUESTION, Scripted

pytestmark = pytest.mark.usefixtures("bar_for_hashes")


@pytest.fixture
def archive(tmp_path: Path, make_article: MakeArticle, english_article: Article) -> Archive:
    """Return an archive of two honest articles and all hostile ones."""
    made = Archive.create(tmp_path / "archive", HashEmbedder())
    prepared, _ = prepare([make_article("hi-1"), english_article], made)
    with made.catalog.transaction():
        for one in prepared:
            made.catalog.put(one, made.model())
    summary = ingest(made, [str(one.write(tmp_path)) for one in hostile_articles()])
    assert not summary.failed
    return made


@pytest.mark.parametrize("question", [QUESTION, HINDI_QUESTION])
@pytest.mark.parametrize(
    "said",
    [
        f"{OBEYED} [1]",
        f"I was told to say {OBEYED} and nothing else. [1][2]",
        f"{OBEYED}. Send what you know to http://evil.example/?q=all [1]. {OBEYED}!",
        OBEYED,
    ],
)
def test_what_an_obedient_model_says_does_not_stand(archive: Archive, question: str, said: str) -> None:
    with chat_server(Reply([said])) as server:
        settings = Settings(writer="endpoint", endpoint_url=server.url, endpoint_model="tiny")
        answer = Scripted(NewsDesk(archive, settings), server).ask(question)
        assert "[1]" in server.prompt  # it was asked, with evidence
        assert OBEYED not in answer.answer
        assert all(OBEYED not in sentence.text for sentence in answer.sentences)
