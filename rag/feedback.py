"""Feedback: what readers thought of answers, in a file of its own beside the catalog; exported as eval questions.

No text of an article is kept, only where it was cited: what is retracted from the archive is not in here either.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import unique
from pathlib import Path
from typing import Any, Literal, Protocol, Self

from index.article import Article
from index.errors import ArchiveError, UsageError
from index.language.detect import question_language
from index.reasons import Fault, because
from rag.answer import Answer

Thumb = Literal["up", "down"]
FILE = "feedback.sqlite"
LONGEST_QUESTION, LONGEST_REASON, LONGEST_ID = 20_000, 1000, 2000
MOST_CITATIONS, MOST_TURNS = 50, 50
# So that nobody fills the disk with opinions.
MOST_KEPT = 200_000
BUSY_SECONDS = 10.0

# Append a new one, never edit one that has been released.
MIGRATIONS = (
    """
    CREATE TABLE feedback (
        number INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        thumb TEXT NOT NULL CHECK (thumb IN ('up', 'down')),
        reason TEXT NOT NULL,
        question TEXT NOT NULL,
        history TEXT NOT NULL,
        answer_language TEXT NOT NULL,
        as_of TEXT NOT NULL,
        abstained INTEGER NOT NULL,
        writer TEXT NOT NULL,
        citations TEXT NOT NULL
    );
    """,
)


@unique
class FeedbackFault(Fault):
    """Why an opinion that the page sends cannot be kept."""

    FULL = "full ({count} opinions): run khabar feedback export and move it away"
    NOT_KEPT = "feedback cannot be kept here ({detail}): check disk and owner"
    NEWER = "made by a newer Khabar: upgrade Khabar, or move the file away"
    LONG_PAST = "the conversation before the question is too long to be kept: leave out its beginning"
    MANY_PLACES = "more than {most} citations, or one with an overlong article id"


@dataclass(frozen=True, slots=True)
class Cited:
    """A place that an answer cited: code points `start` to `end` of a version of an article."""

    article_id: str
    version: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reader thought of an answer. `at` is when, UTC, ISO 8601; `as_of` the day on which was asked, or ""."""

    number: int
    at: str
    thumb: Thumb
    reason: str
    question: str
    history: tuple[str, ...]
    answer_language: str
    as_of: str
    abstained: bool
    writer: str
    citations: tuple[Cited, ...]


class Articles(Protocol):
    """Where the words that were cited are read; `rag.desk.NewsDesk` and `index.archive.Archive` are such."""

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article, or an earlier version of it; None where there is none."""
        ...


class Feedback:
    """The feedback file of an archive, made when the first opinion comes; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @classmethod
    def of(cls, archive: Path) -> Self:
        """Return the feedback kept in an archive's folder."""
        return cls(archive / FILE)

    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        """Store what a reader thought of an answer and return its number. Raises as `add` does."""
        return self.add(
            thumb,
            answer.question,
            reason=reason,
            history=history,
            answer_language=answer.answer_language,
            as_of=answer.as_of,
            abstained=answer.abstained,
            writer=answer.writer,
            citations=[Cited(one.article_id, one.version, one.start, one.end) for one in answer.citations],
        )

    def add(
        self,
        thumb: Thumb,
        question: str,
        *,
        reason: str = "",
        history: Sequence[str] = (),
        answer_language: str = "",
        as_of: str = "",
        abstained: bool = False,
        writer: str = "",
        citations: Sequence[Cited] = (),
    ) -> int:
        """Store an opinion and return its number.

        Raises UsageError where a part is missing or too long, ArchiveError where the file cannot be written.
        """
        _check(thumb, question, reason, history, citations)
        at = datetime.now(UTC).isoformat(timespec="seconds")
        spans = json.dumps([[one.article_id, one.version, one.start, one.end] for one in citations])
        row = (at, thumb, reason.strip(), question.strip(), json.dumps(list(history), ensure_ascii=False))
        with self._open() as connection:
            count = connection.execute("SELECT COUNT(*) FROM feedback").fetchone()[0]
            if count >= MOST_KEPT:
                raise ArchiveError.at(self.path, because(FeedbackFault.FULL, count=count))
            cursor = connection.execute(
                "INSERT INTO feedback (at, thumb, reason, question, history, answer_language, as_of, abstained, writer,"
                " citations) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*row, answer_language, as_of, int(abstained), writer, spans),
            )
            return int(cursor.lastrowid or 0)

    def opinions(self) -> Iterator[Opinion]:
        """Yield what has been stored, the oldest first."""
        if not self.path.exists():
            return
        with self._open() as connection:
            rows = connection.execute(
                "SELECT number, at, thumb, reason, question, history, answer_language, as_of, abstained, writer,"
                " citations FROM feedback ORDER BY number"
            ).fetchall()
        for number, at, thumb, reason, question, history, language, as_of, abstained, writer, citations in rows:
            turns, cited = tuple(json.loads(history)), tuple(Cited(*one) for one in json.loads(citations))
            told = (number, at, thumb, reason, question, turns)
            yield Opinion(*told, language, as_of, bool(abstained), writer, cited)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        """Give the file in one transaction; a connection serves one call, in whichever thread that is."""
        try:
            self.path.touch(mode=0o600)
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            try:
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("BEGIN IMMEDIATE")
                _migrate(connection, self.path)
                yield connection
                connection.execute("COMMIT")
            finally:
                connection.close()
        except (sqlite3.Error, OSError) as error:
            raise ArchiveError.at(self.path, because(FeedbackFault.NOT_KEPT, detail=str(error))) from error


def as_questions(opinions: Iterator[Opinion], articles: Articles) -> Iterator[dict[str, Any]]:
    """Yield an eval question for each opinion (the rows of a question file).

    A thumb up says that the cited articles answer it, or, of an abstention, that nothing does. A thumb down says only
    that the answer was wrong: the question comes without an answer, for somebody to complete.
    """
    for one in opinions:
        up = one.thumb == "up"
        held = [(cited, articles.article(cited.article_id, cited.version)) for cited in one.citations] if up else []
        quotes = [article.body[cited.start : cited.end] for cited, article in held if article is not None]
        row: dict[str, Any] = {
            "id": f"feedback-{one.number}",
            "question": one.question,
            "language": question_language(one.question),
            "answers": [],
            "relevant": list(dict.fromkeys(cited.article_id for cited, article in held if article is not None)),
            "quote": quotes[0] if quotes else "",
            "unanswerable": up and one.abstained,
            "history": list(one.history),
            "tags": ["feedback", "right" if up else "wrong"],
            "split": "dev",
        }
        yield row | ({"as_of": one.as_of} if one.as_of else {}) | ({"reason": one.reason} if one.reason else {})


def _check(thumb: str, question: str, reason: str, history: Sequence[str], citations: Sequence[Cited]) -> None:
    if thumb not in ("up", "down"):
        raise UsageError(f"the thumb {thumb!r} is neither up nor down")
    if not question.strip() or len(question) > LONGEST_QUESTION:
        raise UsageError(f"feedback needs its question, of at most {LONGEST_QUESTION} characters")
    if len(reason) > LONGEST_REASON:
        raise UsageError(f"the reason has {len(reason)} characters, at most {LONGEST_REASON} are kept: shorten it")
    if len(history) > MOST_TURNS or sum(map(len, history)) > LONGEST_QUESTION:
        raise UsageError.of(because(FeedbackFault.LONG_PAST))
    if len(citations) > MOST_CITATIONS or any(len(one.article_id) > LONGEST_ID for one in citations):
        raise UsageError.of(because(FeedbackFault.MANY_PLACES, most=MOST_CITATIONS))


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = int(connection.execute("PRAGMA user_version").fetchone()[0])
    if version > len(MIGRATIONS):
        raise ArchiveError.at(path, because(FeedbackFault.NEWER))
    for number in range(version, len(MIGRATIONS)):
        for statement in filter(str.strip, MIGRATIONS[number].split(";")):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number + 1}")
