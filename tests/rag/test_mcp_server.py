"""The tools that assistants get: what they return, what they refuse; over the protocol."""

import asyncio
import json
import sys
from datetime import date
from pathlib import Path

import pytest

from index.archive import Archive
from index.errors import UsageError
from index.ingest import ingest
from index.upkeep import remove
from rag import NewsDesk
from rag.given_out import NoArticleError
from rag.mcp_server import Tools, build
from tests.conftest import HINDI_BODY

pytestmark = pytest.mark.usefixtures("bar_for_hashes")
QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"


@pytest.fixture
def desk(archive: Archive, tmp_path: Path) -> NewsDesk:
    path = tmp_path / "a.jsonl"
    row = {"id": "hi-1", "body": HINDI_BODY, "headline": "राजनाथ", "published": "2025-12-04"}
    path.write_text(json.dumps(row), encoding="utf-8")
    ingest(archive, [str(path)])
    return NewsDesk.open(archive.folder)


def test_an_assistant_can_follow_a_citation(desk: NewsDesk) -> None:
    tools = Tools(desk)
    citation = tools.ask(QUESTION)["citations"][0]
    article = tools.article(citation["article_id"], citation["version"])
    assert article["body"][citation["start"] : citation["end"]] == citation["quote"]
    assert tools.search("राजनाथ", top=1)["hits"][0]["article_id"] == "hi-1"
    assert tools.search("राजनाथ", first_day=date(2026, 1, 1))["hits"] == []
    assert tools.ask(QUESTION, latest=True)["understood"]["window"]["latest"] is True
    assert tools.search(QUESTION, latest=True)["understood"]["window"]["latest"] is True


def test_a_withdrawn_article_says_so(desk: NewsDesk) -> None:
    remove(desk.archive, ["hi-1"], retract=True)
    with pytest.raises(NoArticleError, match="withdrawn"):
        Tools(desk).article("hi-1", 1)


def test_what_makes_no_sense_is_refused(desk: NewsDesk) -> None:
    tools = Tools(desk)
    with pytest.raises(UsageError):
        tools.search("x", top=1000)
    with pytest.raises(UsageError):
        tools.ask("x", answer_language="fr")
    with pytest.raises(UsageError):
        tools.search("x", language="fr")
    with pytest.raises(UsageError):
        tools.search("x", first_day=date(2026, 1, 2), last_day=date(2026, 1, 1))


def test_without_the_package_it_says_what_to_install(desk: NewsDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "mcp"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "mcp", None)
    with pytest.raises(UsageError, match=r"khabar\[mcp\]"):
        build(desk)


def test_the_tools_are_offered_and_called_over_the_protocol(desk: NewsDesk) -> None:
    server = build(desk)
    tools = asyncio.run(server.list_tools())
    assert {tool.name for tool in tools} == {"search", "ask", "article"}
    assert all(tool.annotations.readOnlyHint for tool in tools)
