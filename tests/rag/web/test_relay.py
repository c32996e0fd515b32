import threading
from collections.abc import Iterator

from index.errors import ArchiveError
from rag.web.relay import in_one_thread


def test_every_step_runs_in_one_thread_of_its_own() -> None:
    threads: list[int] = []

    def stream() -> Iterator[int]:
        for number in range(3):
            threads.append(threading.get_ident())
            yield number

    assert list(in_one_thread(stream))[-1] == 2
    assert len(threads) == 3
    assert len(set(threads)) == 1
    assert threading.get_ident() not in threads


def test_what_was_overtaken_is_left_out_and_the_last_value_comes() -> None:
    taken, more = threading.Event(), threading.Event()

    def stream() -> Iterator[int]:
        yield 1
        taken.wait(10)
        yield from (2, 3, 4)
        more.set()

    relay = in_one_thread(stream)
    assert next(relay) == 1
    taken.set()
    assert more.wait(10)
    assert list(relay) == [4]


def test_what_is_no_news_waits_for_what_is_but_not_for_long() -> None:
    taken = threading.Event()

    def stream() -> Iterator[str]:
        yield "working"
        yield "news"
        yield "working"
        taken.wait(10)
        yield "working harder"

    seen = []
    for value in in_one_thread(stream, lambda value: value == "news"):
        seen.append(value)
        if value == "working":
            taken.set()
    assert seen[-2:] == ["working", "working harder"]


def test_an_endless_stream_is_passed_on_all_the_same() -> None:
    relay = in_one_thread(lambda: iter(int, 1))
    assert [next(relay) for _ in range(3)] == [0, 0, 0]
    relay.close()


def test_an_error_of_the_stream_is_its_last_value() -> None:
    error = ArchiveError("locked")

    def stream() -> Iterator[int]:
        yield 0
        raise error

    assert list(in_one_thread(stream))[-1] is error
    assert next(in_one_thread(stream)) in (0, error)


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
    assert list(in_one_thread(lambda: iter([1, 2])))[-1] == 2
