"""Feedback: kept bounded and apart from the catalog, given back as eval questions."""

import json
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from eval.questions import load
from index.archive import Archive
from index.errors import ArchiveError, UsageError
from index.ingest import ingest
from index.upkeep import remove
from rag import NewsDesk
from rag.cli import main
from rag.feedback import LONGEST_REASON, Cited, Feedback, as_questions
from tests.conftest import HINDI_BODY

pytestmark = pytest.mark.usefixtures("bar_for_hashes")
QUESTION = "बैठक में आयात का कितने प्रतिशत का आंकड़ा रखा गया?"
QUOTE = "बैठक में 36 प्रतिशत आयात का आंकड़ा रखा गया।"


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    path = tmp_path / "a.jsonl"
    path.write_text(json.dumps({"id": "hi-1", "body": HINDI_BODY, "headline": "राजनाथ"}), encoding="utf-8")
    ingest(archive, [str(path)])
    return archive


def _cited(quote: str) -> Cited:
    start = HINDI_BODY.index(quote)
    return Cited("hi-1", 1, start, start + len(quote))


def test_an_answer_that_helped_becomes_a_question_with_its_quote(filled: Archive) -> None:
    answer = NewsDesk.open(filled.folder).ask(QUESTION)
    feedback = Feedback.of(filled.folder)
    assert feedback.keep(answer, "up", " ठीक ") == 1
    (row,) = as_questions(feedback.opinions(), filled)
    assert row["relevant"] == ["hi-1"]
    assert row["quote"] == answer.citations[0].quote
    assert row["tags"] == ["feedback", "right"]
    assert row["reason"] == "ठीक"
    assert row["as_of"] == answer.as_of
    assert not row["unanswerable"]


def test_an_answer_that_was_wrong_names_no_article(filled: Archive) -> None:
    feedback = Feedback.of(filled.folder)
    feedback.add("down", QUESTION, citations=[_cited(QUOTE)], history=["राजनाथ किससे मिले?"])
    (row,) = as_questions(feedback.opinions(), filled)
    assert (row["relevant"], row["quote"], row["tags"]) == ([], "", ["feedback", "wrong"])
    assert row["history"] == ["राजनाथ किससे मिले?"]
    assert "as_of" not in row


def test_an_abstention_that_was_right_is_unanswerable(filled: Archive) -> None:
    feedback = Feedback.of(filled.folder)
    feedback.add("up", "Who won?", abstained=True)
    (row,) = as_questions(feedback.opinions(), filled)
    assert row["unanswerable"] is True


def test_what_was_retracted_is_neither_kept_nor_exported(filled: Archive) -> None:
    feedback = Feedback.of(filled.folder)
    feedback.add("up", QUESTION, citations=[_cited(QUOTE)])
    assert QUOTE.encode() not in feedback.path.read_bytes()
    remove(filled, ["hi-1"], retract=True)
    (row,) = as_questions(feedback.opinions(), filled)
    assert (row["relevant"], row["quote"]) == ([], "")


def test_the_export_is_a_question_file(filled: Archive, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    feedback = Feedback.of(filled.folder)
    feedback.add("up", QUESTION, citations=[_cited(QUOTE)], as_of="2025-12-05")
    feedback.add("down", "rajnath kisse mile?", reason="the name is wrong")
    with pytest.raises(SystemExit) as left:
        main(["feedback", "export", "--archive", str(filled.folder)])
    assert not left.value.code
    path = tmp_path / "questions.jsonl"
    path.write_text(capsys.readouterr().out, encoding="utf-8")
    first, second = load(path)
    assert (first.id, first.quote, first.relevant) == ("feedback-1", QUOTE, ("hi-1",))
    assert str(first.as_of) == "2025-12-05"
    assert (second.language, second.tags) == ("hi-Latn", ("feedback", "wrong"))


def test_an_archive_without_feedback_exports_nothing(filled: Archive) -> None:
    feedback = Feedback.of(filled.folder)
    assert list(feedback.opinions()) == []
    assert not feedback.path.exists()


@pytest.mark.parametrize(
    "values",
    [
        {"thumb": "sideways"},
        {"question": " "},
        {"question": "x" * 20_001},
        {"reason": "x" * (LONGEST_REASON + 1)},
        {"history": ["x"] * 51},
        {"citations": [Cited("a", 1, 0, 1)] * 51},
        {"citations": [Cited("a" * 2001, 1, 0, 1)]},
    ],
)
def test_what_is_too_long_or_senseless_is_refused(tmp_path: Path, values: dict[str, object]) -> None:
    feedback = Feedback(tmp_path / "feedback.sqlite")
    with pytest.raises(UsageError):
        feedback.add(**{"thumb": "up", "question": "Who?", **values})  # type: ignore[arg-type]
    assert not feedback.path.exists()


def test_many_threads_may_add_at_once(tmp_path: Path) -> None:
    feedback = Feedback(tmp_path / "feedback.sqlite")
    with ThreadPoolExecutor(8) as threads:
        numbers = list(threads.map(lambda n: feedback.add("up", f"Question {n}?"), range(40)))
    assert sorted(numbers) == list(range(1, 41))
    assert len(list(feedback.opinions())) == 40
    assert feedback.path.stat().st_mode & 0o077 == 0


def test_a_file_of_a_newer_khabar_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(ArchiveError, match="newer Khabar"):
        Feedback(path).add("up", "Who?")


def test_a_damaged_file_is_a_clear_error(tmp_path: Path) -> None:
    path = tmp_path / "feedback.sqlite"
    path.write_bytes(b"no database at all" * 100)
    with pytest.raises(ArchiveError, match=r"feedback\.sqlite"):
        Feedback(path).add("up", "Who?")
