"""Keep one stream in one thread, whoever pulls on it."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def in_one_thread(stream: Callable[[], Iterator[T]]) -> Generator[T, None, None]:
    """Yield what a stream yields, every step of it run by one thread of its own.

    Gradio takes each step of a generator in whichever worker thread is free, but a desk holds a read transaction
    while it answers, and an SQLite connection belongs to one thread. Errors of the stream are raised here, and
    closing this generator closes the stream.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as thread:
        events = thread.submit(stream).result()
        try:
            while (event := thread.submit(next, events, None).result()) is not None:
                yield event
        finally:
            if isinstance(events, Generator):
                thread.submit(events.close).result()
