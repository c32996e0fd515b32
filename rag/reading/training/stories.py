"""Invented news stories with questions, each story told sentence by sentence in Hindi and in English."""

import json
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from index.article import Language

FOLDER = Path(__file__).parents[1] / "stories"
# Every so many-th story is not learnt from but watched, chosen by its headline.
HELD_OUT = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A question in both languages; `at` are the sentences that answer it, the best first; none for a near miss.

    `answers` are the words of the first of these that answer, where the answer is such a thing.
    """

    question: Mapping[Language, str]
    at: Sequence[int]
    answers: Mapping[Language, str]


@dataclass(frozen=True, slots=True)
class Story:
    """A story's headline and its sentences, which say the same at the same place in both languages.

    Stories of one `series` tell of things that are easily mixed up; none answers a question of another.
    """

    headline: Mapping[Language, str]
    sentences: Mapping[Language, Sequence[str]]
    asked: Sequence[Asked]
    series: str = ""

    @property
    def is_held_out(self) -> bool:
        """Whether it is not learnt from."""
        return zlib.crc32(self.headline["en"].encode()) % HELD_OUT == 0


def load(folder: Path = FOLDER) -> list[Story]:
    """Read the stories of every file of a folder."""
    lines = [line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").splitlines()]
    return [_story(json.loads(line)) for line in lines if line.strip()]


def _story(row: dict[str, object]) -> Story:
    """Return the story of a line: title, en, hi, perhaps series, and asked: en, hi, at, perhaps en_a and hi_a."""
    title, asked = row["title"], row["asked"]
    assert isinstance(title, dict)  # noqa: S101 (tests/rag/reading sees to the files)
    assert isinstance(asked, list)  # noqa: S101
    return Story(
        headline={"en": title["en"], "hi": title["hi"]},
        sentences={"en": row["en"], "hi": row["hi"]},  # type: ignore[dict-item]
        asked=[
            Asked(
                question={"en": one["en"], "hi": one["hi"]},
                at=one["at"],
                answers={
                    language: one[f"{language}_a"] for language in ("en", "hi") if one.get(f"{language}_a") is not None
                },
            )
            for one in asked
        ],
        series=str(row.get("series", "")),
    )
