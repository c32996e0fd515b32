"""Markers and sentences in a streamed answer: every bracket, every break, half markers, any chunking."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index.language.sentences import split_sentences
from rag.citation_stream import CitationStream, CitedSentence

Read = list[tuple[str, tuple[int, ...]]]


def read(*pieces: str) -> Read:
    return [(one.text, one.ids) for one in sentences(*pieces)]


def sentences(*pieces: str) -> list[CitedSentence]:
    stream = CitationStream()
    return [one for piece in pieces for one in stream.feed(piece)] + list(stream.finish())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It weighs 26 kg. [1]", [("It weighs 26 kg.", (1,))]),
        ("It weighs 26 kg [1].", [("It weighs 26 kg.", (1,))]),
        ("It weighs 26 kg [1, 2].", [("It weighs 26 kg.", (1, 2))]),
        ("It weighs 26 kg [1][2] .", [("It weighs 26 kg.", (1, 2))]),
        ("It weighs 26 kg. 【1】【2】", [("It weighs 26 kg.", (1, 2))]),
        ("It weighs 26 kg [2-4].", [("It weighs 26 kg.", (2, 3, 4))]),
        ("It weighs 26 kg [1][1].", [("It weighs 26 kg.", (1,))]),
        ("It [1] weighs 26 kg [2].", [("It weighs 26 kg.", (1, 2))]),
        ("वज़न 26 किलो है। [१]", [("वज़न 26 किलो है।", (1,))]),
        ("वज़न 26 किलो है [१, २]।", [("वज़न 26 किलो है।", (1, 2))]),
        ("वज़न 26 किलो है।[1] कीमत ज्ञात नहीं।[2]", [("वज़न 26 किलो है।", (1,)), ("कीमत ज्ञात नहीं।", (2,))]),
        (
            "Dr. Rao of the U.S. met him. [1] It rained. [2]",
            [("Dr. Rao of the U.S. met him.", (1,)), ("It rained.", (2,))],
        ),
        ("It cost Rs. 615 crore. [1]", [("It cost Rs. 615 crore.", (1,))]),
        ("डॉ. राव आए। [1] वे रुके। [2]", [("डॉ. राव आए।", (1,)), ("वे रुके।", (2,))]),
        ("He said “we go.” [1] She left. [2]", [("He said “we go.”", (1,)), ("She left.", (2,))]),
        ("- One is here. [1]\n- Two is there. [2]\n", [("One is here.", (1,)), ("Two is there.", (2,))]),
        ("1. One is here [1]\n2. Two is there [2]", [("One is here", (1,)), ("Two is there", (2,))]),
        ("[1] One is here.\n[2] Two is there.", [("One is here.", (1,)), ("Two is there.", (2,))]),
        ("It was\nwrapped here. [1]", [("It was wrapped here.", (1,))]),
        ("यह पंक्ति\r\nटूटी है। [1]", [("यह पंक्ति टूटी है।", (1,))]),
        ("A heading\n\nIt rained. [1]", [("A heading", ()), ("It rained.", (1,))]),
        ("**It rained.** [1]", [("It rained.", (1,))]),
        ("It [see below] rained. [1]", [("It [see below] rained.", (1,))]),
        ("It rained [[1]].", [("It rained.", (1,))]),
        ("It rained [1", [("It rained", ())]),
        ("It rained. [1, ", [("It rained.", ())]),
        ("It rained [maybe", [("It rained [maybe", ())]),
        ("It rained (so he said. [1] And so) it was. [2]", [("It rained (so he said. And so) it was.", (1, 2))]),
        ("[1]", []),
        ("", []),
        ("।।। ... \n\n - \n", []),
    ],
)
def test_markers_and_sentences(text: str, expected: Read) -> None:
    assert read(text) == expected
    assert read(*text) == expected


def test_a_sentence_is_out_before_the_next_one_is_written() -> None:
    stream = CitationStream()
    assert list(stream.feed("It weighs 26 kg. [1][")) == []
    assert list(stream.feed("2] ")) == []
    assert [one.ids for one in stream.feed("T")] == [(1, 2)]
    assert list(stream.feed("he cost is known. ")) == []
    assert [one.text for one in stream.feed("It is ")] == ["The cost is known."]


def test_what_was_cut_off_is_told_from_what_has_ended() -> None:
    assert [one.whole for one in sentences("It weighs 26 kg. [1] It cost 615 cro")] == [True, False]


def test_a_text_without_ends_is_bounded() -> None:
    stream = CitationStream()
    given_out = list(stream.feed("word " * 1000))
    assert max(len(one.text) for one in given_out) <= 600
    assert len(given_out) > 5


PIECES = st.sampled_from(
    [
        *("The rover weighs 26 kg", "डॉ. राव ने कहा", "It cost Rs. 615 crore", "U.S.", "at 5 p.m. IST", "बैठक हुई"),
        *(". ", "। ", "।", "? ", "!", "…", "\n", "\n\n", " ", "- ", "1. ", "“", "” ", "(", ") ", ", "),
        *("[1]", "[१, २]", "【3】", "[2][3]", "[1-3]", "[", "]", "[[1]]", "[note]", "[99]", "[1,", "**"),
    ]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=80)


@settings(deadline=None)  # a loaded machine may pause
@given(TEXTS, st.data())
def test_chunking_changes_nothing(text: str, data: st.DataObject) -> None:
    cuts = sorted(data.draw(st.lists(st.integers(0, len(text)), max_size=12)))
    edges = [0, *cuts, len(text)]
    pieces = [text[a:b] for a, b in pairwise(edges)]
    assert sentences(*pieces) == sentences(text) == sentences(*text)


@settings(deadline=None)  # a loaded machine may pause
@given(
    st.lists(
        st.sampled_from(["The rover weighs 26 kg.", "डॉ. राव ने कहा।", "It cost Rs. 615 crore.", "क्यों?"]), min_size=1
    )
)
def test_plain_text_is_cut_as_articles_are(chosen: list[str]) -> None:
    text = " ".join(chosen)
    assert [one.text for one in sentences(*text)] == [text[start:end] for start, end in split_sentences(text)]


@settings(deadline=None)  # a loaded machine may pause
@given(TEXTS)
def test_no_words_are_lost(text: str) -> None:
    without_marks = [c for c in text if c.isalpha()]
    assert [c for one in sentences(text) for c in one.text if c.isalpha()] == without_marks
