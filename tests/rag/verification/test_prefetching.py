"""Prefetching: evidence is read beside a block, best first; what fails or is left over harms nothing."""

import logging
import threading
from collections.abc import Sequence

import pytest

from index.article import Language
from rag.evidence import Evidence
from rag.verification.checking import Verdict
from rag.verification.prefetching import prefetching
from tests.made_evidence import evidence_of

MANY = [evidence_of(f"Sentence {n}.", n) for n in range(20)]
SECONDS = 10.0


class Reader:
    """Notes what it has read; waits at each sentence until it may go on."""

    def __init__(self, *, waits: bool = False) -> None:
        self.read: list[Evidence] = []
        self.done, self.go = threading.Event(), threading.Event()
        self.begun = threading.Event()
        if not waits:
            self.go.set()

    def prepare(self, cited: Evidence) -> None:
        self.begun.set()
        assert self.go.wait(SECONDS)
        if cited.sentence.text == "broken":
            raise ValueError("cannot be read")
        self.read.append(cited)
        if len(self.read) == len(MANY):
            self.done.set()

    def check(self, sentence: str, cited: Sequence[Evidence], language: Language) -> Verdict:
        raise AssertionError("nothing is checked here")


def _threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("prefetching")]


def test_all_is_read_in_order_by_another_thread() -> None:
    reader = Reader()
    with prefetching(reader, MANY):
        assert reader.done.wait(SECONDS)
    assert reader.read == MANY
    assert not _threads()


def test_what_is_not_begun_when_the_block_ends_is_left() -> None:
    reader = Reader(waits=True)
    with prefetching(reader, MANY):
        assert reader.begun.wait(SECONDS)
        assert _threads()
        threading.Timer(0.05, reader.go.set).start()
    assert reader.read == MANY[:1]
    assert not _threads()


def test_a_failure_is_logged_and_the_others_are_read(caplog: pytest.LogCaptureFixture) -> None:
    reader = Reader()
    with caplog.at_level(logging.WARNING), prefetching(reader, [evidence_of("broken"), *MANY]):
        assert reader.done.wait(SECONDS)
    assert reader.read == MANY
    assert "ValueError: cannot be read" in caplog.text


def test_an_error_of_the_block_ends_the_thread_and_is_raised() -> None:
    with pytest.raises(KeyError, match="block"), prefetching(Reader(), MANY):
        raise KeyError("block")
    assert not _threads()
