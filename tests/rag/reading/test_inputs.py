"""Question, headline and sentences as one input."""

from index.one_pass import Pieces
from rag.reading import inputs
from rag.reading.inputs import join

CLS, SEP = 1, 2


def cut(text: str) -> Pieces:
    """Take each word for a token, numbered by its length."""
    offsets, at = [], 0
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        offsets.append((start, at))
    return Pieces([10 + end - start for start, end in offsets], offsets)


def test_parts_stand_in_order_between_markers() -> None:
    joined = join(cut, CLS, SEP, "who won", "a match", ["it rained", "Asha won it"])
    assert joined.ids == [CLS, 13, 13, SEP, 11, 15, SEP, 12, 16, 14, 13, 12, SEP]
    assert joined.asked == 4
    assert joined.ranges == [(7, 9), (9, 12)]


def test_without_a_headline_nothing_stands_for_it() -> None:
    joined = join(cut, CLS, SEP, "who won", "", ["Asha won"])
    assert joined.ids == [CLS, 13, 13, SEP, SEP, 14, 13, SEP]
    assert joined.ranges == [(5, 7)]


def test_what_is_too_long_is_cut_and_sentences_without_room_are_not_read() -> None:
    joined = join(cut, CLS, SEP, "x " * 500, "y " * 500, ["z " * 500] * 7)
    assert joined.asked == inputs.LONGEST_QUESTION + 2
    assert len(joined.ids) <= inputs.LONGEST
    lengths = [last - first for first, last in joined.ranges]
    assert lengths[0] == inputs.LONGEST_SENTENCE
    assert lengths[-1] == 0
    assert joined.ranges[-1][0] < inputs.LONGEST
