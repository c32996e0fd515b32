"""A model's text becomes drafts: the same whatever the pieces; unknown numbers, thoughts and cut ends left out."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rag.writers import Draft, WriterError
from rag.writers.model_answer import Pieces, drafts, without_thoughts
from tests.made_evidence import evidence_of

EVIDENCE = [evidence_of("He came."), evidence_of("She left.", 9), evidence_of("वे रुके।", id="b")]


def pieces_of(pieces: Sequence[str], error: Exception | None = None) -> Pieces:
    yield from pieces
    if error is not None:
        raise error


def read(*pieces: str) -> list[tuple[str, tuple[str, ...]]] | str:
    """Return each draft's text and the sentences it cites; or the trouble, where there is nothing."""
    try:
        return [_told(draft) for draft in drafts(pieces_of(pieces), EVIDENCE)]
    except WriterError as error:
        return error.trouble


def _told(draft: Draft) -> tuple[str, tuple[str, ...]]:
    assert draft.composed
    return draft.text, tuple(one.sentence.text for one in draft.evidence)


def test_numbers_become_evidence() -> None:
    assert read("He came [1]. [9]", "[0] Both left 【३】[2, 77].") == [
        ("He came.", ("He came.",)),
        ("Both left.", ("वे रुके।", "She left.")),
    ]


def test_what_cannot_be_seen_is_taken_out() -> None:
    assert read("He \u202ecame\x1b[2J\ud800 [1].") == [("He came[2J.", ("He came.",))]


def test_saying_that_nothing_is_there_is_no_sentence() -> None:
    assert read("NOT-IN-EVIDENCE") == []
    assert read("NOT IN EVIDENCE. He came [1].") == []
    assert read("He came [1]. NOT_IN_EVIDENCE") == [("He came.", ("He came.",))]


def test_nothing_at_all_is_a_trouble() -> None:
    assert read() == read(" ", "\n") == read("<think>He came [1].") == "silent"


def test_what_a_failing_model_had_completed_is_kept() -> None:
    given_out = drafts(pieces_of(["He came [1]. She le", "ft [2"], WriterError("cut", "gone")), EVIDENCE)
    assert next(given_out).text == "He came."
    with pytest.raises(WriterError, match="gone"):
        next(given_out)
    last_is_whole = drafts(pieces_of(["He came. [1]"], WriterError("cut", "gone")), EVIDENCE)
    assert next(last_is_whole).text == "He came."


def test_not_reading_on_closes_the_model() -> None:
    pieces = pieces_of(["He came [1]. She left [2]. So"] * 3)
    given_out = drafts(pieces, EVIDENCE)
    next(given_out)
    given_out.close()  # type: ignore[attr-defined]
    assert list(pieces) == []


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("<think>a < b</think>\nYes.", "\nYes."),
        (" \n<think></think>Yes. <think>", "Yes. <think>"),
        ("<thin air", "<thin air"),
        ("<think", "<think"),
        ("Yes. <think>No.</think>", "Yes. <think>No.</think>"),
        ("<think>for ever", ""),
        ("", ""),
    ],
)
def test_thoughts_that_come_first_are_left_out(said: str, left: str) -> None:
    assert "".join(without_thoughts(pieces_of([said]))) == left
    assert "".join(without_thoughts(pieces_of(list(said)))) == left


PARTS = st.sampled_from(
    [
        *("<think>", "</think>", "He came", "डॉ. राव रुके", "It cost Rs. 615 crore", "NOT-IN-EVIDENCE", "\u202e", "\r\n"),
        *(". ", "। ", "?", "\n", " ", "[1]", "[२, 9]", "【3】", "[", "]", "[1", "- ", "**", "(", ")"),
    ]
)


@settings(deadline=None)  # a loaded machine may pause
@given(st.lists(PARTS, max_size=20).map("".join), st.data())
def test_the_pieces_change_nothing(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=10)))
    pieces = [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]
    assert read(*pieces) == read(text) == read(*text)
