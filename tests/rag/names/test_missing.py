"""Names that the best article has nothing of: told, counted against the confidence, and no line above the quotes."""

import pytest

from rag.confidence import MOST_MISSING
from rag.desk import NewsDesk
from rag.names.missing import missing_names
from rag.question import understand
from rag.selection import Selection, selection
from rag.stopwatch import Stopwatch
from rag.wording.respelling import vectors_of

TOLD = "बिहार के मुख्यमंत्री नीतीश कुमार ने भारत में शपथ ली।"


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        ("कर्नाटक के मुख्यमंत्री कौन हैं?", ("कर्नाटक",)),
        ("Who is the chief minister of Karnataka?", ("Karnataka",)),
        ("Who is the chief minister of Bihar?", ()),
        ("बिहार के मुख्यमंत्री कौन हैं?", ()),
        ("Who took the oath in November in India?", ()),
    ],
)
def test_names_are_missing_that_stand_in_neither_script(
    sample_desk: NewsDesk, asked: str, missing: tuple[str, ...]
) -> None:
    question = understand(asked)
    met = [float(token.text in ("nitish", "bihar", "बिहार")) for token in question.content]
    assert missing_names(question, TOLD, met, sample_desk.archive.embedder().neighbours) == missing


def test_what_comes_near_is_not_missing(sample_desk: NewsDesk) -> None:
    question = understand("Who is the chief minister of Karnataka?")
    met = [0.9 for _ in question.content]
    assert missing_names(question, TOLD, met, sample_desk.archive.embedder().neighbours) == ()


def _selected(desk: NewsDesk, asked: str) -> Selection:
    question, embedder = desk.as_written(understand(asked)), desk.archive.embedder()
    with desk.archive.snapshot() as snapshot:
        vectors = vectors_of(question, embedder)
        return selection(question, vectors, snapshot, desk.settings, Stopwatch(), neighbours=embedder.neighbours)


def test_the_signal_counts_them(sample_desk: NewsDesk) -> None:
    lacking, known = (_selected(sample_desk, f"{name} के मुख्यमंत्री कौन हैं?").seen for name in ("कर्नाटक", "बिहार"))
    assert lacking is not None
    assert known is not None
    assert (lacking.missing, known.missing) == (1.0, 0.0)
    assert MOST_MISSING == 2


def test_no_line_tells_of_another_state(sample_desk: NewsDesk) -> None:
    assert sample_desk.ask("बिहार के राज्यपाल कौन हैं?").short_answer == "आरिफ मोहम्मद खान"
    assert sample_desk.ask("कर्नाटक के राज्यपाल कौन हैं?").short_answer is None
