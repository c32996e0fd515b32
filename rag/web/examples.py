"""Questions to try, in three scripts: those of the samples while the archive holds them, else ones that fit any."""

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import seeds
from rag.answer import QuestionLanguage
from rag.web.protocol import Desk

PER_SCRIPT = 2
_SCRIPTS: tuple[QuestionLanguage, ...] = ("hi", "en", "hi-Latn")


@dataclass(frozen=True, slots=True)
class Example:
    """A question to try and the language and script it is in."""

    question: str
    language: QuestionLanguage


ANY_ARCHIVE = (
    Example("ताज़ा खबर क्या है?", "hi"),
    Example("What is the latest news?", "en"),
    Example("aaj ki taaza khabar kya hai?", "hi-Latn"),
)


def examples(desk: Desk) -> tuple[Example, ...]:
    """Return a few questions for each script whose answers the archive holds, each on an event of its own.

    An archive that holds none gets questions that any can take.
    """
    found: dict[QuestionLanguage, list[Example]] = {script: [] for script in _SCRIPTS}
    events: set[str] = set()
    for example, event, relevant in _sample_questions(seeds.QUESTIONS):
        chosen = found[example.language]
        wanted = len(chosen) < PER_SCRIPT and event not in events
        if wanted and all(desk.article(article_id) for article_id in relevant):
            chosen.append(example)
            events.add(event)
    return tuple(example for script in _SCRIPTS for example in found[script]) or ANY_ARCHIVE


@lru_cache(maxsize=1)
def _sample_questions(path: Path) -> tuple[tuple[Example, str, list[str]], ...]:
    """Return sample questions that stand alone and have an answer, with their event and the articles they need."""
    rows = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return tuple(
        (Example(row["question"], row["language"]), row.get("event") or row["question"], row["relevant"])
        for row in rows
        if row["relevant"] and not row.get("history") and not row.get("unanswerable")
    )
