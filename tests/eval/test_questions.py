"""Question files and data sets: read whole, or refused in one line; a run leaves nothing for the next."""

import json
from pathlib import Path

import pytest

from eval.questions import load
from eval.run import ask_all, open_desk
from index.errors import UnreadableError


def _write(path: Path, *rows: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


def test_a_half_of_the_questions(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "q.jsonl",
        {"question": "कब?", "split": "dev", "history": [{"question": "कौन?"}], "as_of": "2025-01-02"},
        {"id": "b", "question": "Who?"},
    )
    (question,) = load(path, "dev")
    assert (question.id, question.history, question.as_of.isoformat() if question.as_of else "") == (
        "1",
        ("कौन?",),
        "2025-01-02",
    )
    assert [one.id for one in load(path)] == ["1", "b"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no questions"),
        (b'"x"\n', ":1: not a question"),
        (b'{"id": 1}\n', ":1: not a question"),
        (b'{"question": "caf\xe9"}\n', "not UTF-8"),
        (b'{"question": "x", "as_of": "yesterday"}\n', ":1: not a question"),
    ],
)
def test_a_file_that_is_none(tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "q.jsonl"
    path.write_bytes(content)
    with pytest.raises(UnreadableError, match=reason):
        load(path)


def test_a_run_asks_the_articles_of_its_set_and_no_others(tmp_path: Path) -> None:
    first = {"id": "a", "body": "The lake rose to 508 metres on Thursday."}
    second = {"id": "b", "body": "The bridge was opened by the minister on Monday."}
    articles = tmp_path / "articles"
    _write(articles / "one.jsonl", first, second)
    open_desk(articles, tmp_path / "archive", "hash")
    _write(articles / "one.jsonl", first)
    desk = open_desk(articles, tmp_path / "archive", "hash")
    assert desk.info()["articles"] == 1
    (question,) = load(_write(tmp_path / "q.jsonl", {"question": "How high is the lake?", "relevant": ["a"]}))
    ((_, answer, verdict),) = ask_all(desk, [question])
    assert verdict.relevant_in_top5
    assert answer.question == "How high is the lake?"


def test_a_set_with_a_broken_article_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.jsonl").write_text("{broken\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="not JSON"):
        open_desk(tmp_path / "articles", tmp_path / "archive", "hash")
