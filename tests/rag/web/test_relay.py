import threading
from collections.abc import Iterator

from index.errors import ArchiveError
from rag.web.relay import in_one_thread


def test_every_step_runs_in_one_thread_of_its_own() -> None:
    def stream() -> Iterator[int]:
        for _ in range(3):
            yield threading.get_ident()

    threads = set(in_one_thread(stream))
    assert len(threads) == 1
    assert threading.get_ident() not in threads


def test_an_error_of_the_stream_is_its_last_value() -> None:
    error = ArchiveError("locked")

    def stream() -> Iterator[int]:
        yield 0
        raise error

    assert list(in_one_thread(stream)) == [0, error]


def test_closing_early_closes_the_stream_in_its_thread() -> None:
    closed: list[int] = []

    def stream() -> Iterator[int]:
        try:
            while True:
                yield threading.get_ident()
        finally:
            closed.append(threading.get_ident())

    relay = in_one_thread(stream)
    first = next(relay)
    relay.close()
    assert closed == [first]


def test_a_plain_iterator_will_do() -> None:
    assert list(in_one_thread(lambda: iter([1, 2]))) == [1, 2]
