"""What the operator may keep: the questions asked, for so many days, and a trace of what each stage did."""

import json
import threading
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

FOLDER = "questions"
# Text under these names is Khabar's own; any other text in a trace may be words of a question or an article.
OWN_TEXT = frozenset({"id", "at", "article_id", "stage", "writer", "outcome", "question_language"})


class QuestionLog:
    """The questions asked, a file a day, in a folder of an archive. Files older than `days` are deleted."""

    def __init__(self, archive: Path, days: int) -> None:
        self.folder = archive / FOLDER
        self._days = days
        self._lock = threading.Lock()
        self._purged: date | None = None

    def write(self, question: str, outcome: str) -> None:
        """Keep a question, and delete those whose time is over."""
        now = datetime.now(UTC)
        line = {"at": now.isoformat(timespec="seconds"), "question": question, "outcome": outcome}
        with self._lock:
            self.folder.mkdir(mode=0o700, exist_ok=True)
            _append(self.folder / f"{now.date().isoformat()}.jsonl", line)
        self.purge(now.date())

    def purge(self, today: date | None = None) -> None:
        """Delete the files of days that are over the retention time; once a day is enough."""
        today = today or datetime.now(UTC).date()
        with self._lock:
            if self._purged == today:
                return
            self._purged = today
            first_kept = (today - timedelta(days=self._days)).isoformat()
            for path in self.folder.glob("????-??-??.jsonl"):
                if path.stem < first_kept:
                    path.unlink(missing_ok=True)


class TraceLog:
    """One JSON line an answer. Unless `with_words`, it bears no word of a question, an article or an answer."""

    def __init__(self, path: Path, *, with_words: bool) -> None:
        self._path = path
        self._with_words = with_words
        self._lock = threading.Lock()

    def write(self, trace: Mapping[str, Any]) -> None:
        """Append a trace."""
        kept = dict(trace) if self._with_words else without_words(trace)
        at = datetime.now(UTC).isoformat(timespec="milliseconds")
        with self._lock:
            _append(self._path, {"at": at, **kept})


def without_words(value: Mapping[str, Any]) -> dict[str, Any]:
    """Return a trace without any text but names that Khabar itself gave.

    >>> without_words({"question": "कब?", "stage": "write", "passages": [{"article_id": "a", "score": 1.5}, "words"]})
    {'stage': 'write', 'passages': [{'article_id': 'a', 'score': 1.5}]}
    """
    return {
        name: _without_words(one)
        for name, one in value.items()
        if name != "understood" and (not isinstance(one, str) or name in OWN_TEXT)
    }


def _without_words(value: Any) -> Any:
    if isinstance(value, Mapping):
        return without_words(value)
    if isinstance(value, list | tuple):
        return [_without_words(one) for one in value if not isinstance(one, str)]
    return value


def _append(path: Path, line: Mapping[str, Any]) -> None:
    path.touch(mode=0o600)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False, default=str) + "\n")
