"""Questions with known answers, read from JSON lines (the format of DESIGN §4)."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, Literal

from index.errors import UnreadableError

Split = Literal["dev", "test"]


@dataclass(frozen=True, slots=True)
class EvalQuestion:
    """One question, the articles that answer it, the sentence that holds the answer and the ways to say it."""

    id: str
    question: str
    language: str
    answers: tuple[str, ...] = ()
    relevant: tuple[str, ...] = ()
    quote: str = ""
    unanswerable: bool = False
    as_of: date | None = None
    history: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    split: Split = "test"


def load(path: Path, split: Split | None = None) -> list[EvalQuestion]:
    """Read a question file, or one half of it. Raises UnreadableError naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except UnicodeDecodeError:
        raise UnreadableError(f"{path}: not UTF-8: save it again as UTF-8") from None
    except OSError as error:
        raise UnreadableError(f"{path}: cannot be read ({error.strerror}): name a question file (JSON lines)") from None
    questions = []
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            questions.append(_question(json.loads(line), number))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableError(f"{path}:{number}: not a question ({error}): it needs at least a question") from None
    chosen = [question for question in questions if split is None or question.split == split]
    if not chosen:
        raise UnreadableError(f"{path}: no questions in it{f' of the split {split}' if split else ''}")
    return chosen


def _question(row: dict[str, Any], number: int) -> EvalQuestion:
    return EvalQuestion(
        id=str(row.get("id") or number),
        question=str(row["question"]),
        language=str(row.get("language") or ""),
        answers=_strings(row.get("answers")),
        relevant=_strings(row.get("relevant")),
        quote=str(row.get("quote") or ""),
        unanswerable=bool(row.get("unanswerable")),
        as_of=date.fromisoformat(row["as_of"]) if row.get("as_of") else None,
        history=tuple(_turn(turn) for turn in row.get("history") or ()),
        tags=_strings(row.get("tags")),
        split="dev" if row.get("split") == "dev" else "test",
    )


def _strings(values: Iterable[Any] | None) -> tuple[str, ...]:
    return tuple(str(value) for value in values or ())


def _turn(turn: str | dict[str, Any]) -> str:
    """Return the question of an earlier turn, given as text or as {"question", …}."""
    return turn if isinstance(turn, str) else str(turn["question"])
