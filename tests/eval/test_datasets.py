"""Data sets: an archive of all their articles and no others."""

import json
from pathlib import Path

import pytest

from eval.asking import ask_all
from eval.datasets import open_desk
from eval.questions import load
from index.errors import UnreadableError


def _write(path: Path, *rows: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
    return path


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
    (asked,) = ask_all(desk, [question])
    assert asked.ranked == ("a",)
    assert asked.relevant_languages == ("en",)


def test_a_set_with_a_broken_article_is_not_asked(tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "a.jsonl").write_text("{broken\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match="not JSON"):
        open_desk(tmp_path / "articles", tmp_path / "archive", "hash")


def test_a_question_that_cannot_be_judged_is_named_before_the_first_is_asked(tmp_path: Path) -> None:
    _write(tmp_path / "articles" / "a.jsonl", {"id": "a", "body": "The lake rose to 508 metres."})
    desk = open_desk(tmp_path / "articles", tmp_path / "archive", "hash")
    bad = {"id": "bad", "question": "Who?", "relevant": ["b"]}
    path = _write(tmp_path / "q.jsonl", {"question": "How high?"}, bad)
    with pytest.raises(UnreadableError, match=r"question bad: .*article b"):
        next(ask_all(desk, load(path)))
