"""Follow-ups become questions that stand alone; complete ones stay as they are. The tables are written by hand."""

from pathlib import Path

import pytest

from index.language.tokens import words
from rag.followups import standalone

TABLES = Path(__file__).parent / "followups"


def rows(name: str) -> list[list[str]]:
    """Return the lines of a table as cells. Even lines (from 0) are for development, odd ones are measured once."""
    return [line.split("\t") for line in (TABLES / name).read_text(encoding="utf-8").splitlines()]


def _failed(half: int) -> tuple[list[str], list[str], int, int]:
    leaning, complete = rows("leaning.tsv")[half::2], rows("complete.tsv")[half::2]
    wrong = []
    for before, text, needs, *gone in leaning:
        made = standalone(text, before.split(" | "))
        told = set(words(made.text))
        good = made.rewritten and all(set(words(need)) <= told for need in needs.split(","))
        if not good or (gone and set(words(gone[0])) <= told):
            wrong.append(f"{before} > {text} = {made.text}")
    changed = [text for before, text in complete if standalone(text, [before]).text != text]
    return wrong, changed, len(leaning), len(complete)


@pytest.mark.parametrize("half", [0, 1])
def test_follow_ups_are_completed_and_complete_questions_left_alone(half: int) -> None:
    wrong, changed, follow_ups, complete = _failed(half)
    assert len(wrong) <= 0.1 * follow_ups, wrong
    assert len(changed) <= 0.05 * complete, changed
