"""Keep one stream in one thread, whoever pulls on it."""

from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

T = TypeVar("T")


def in_one_thread(stream: Callable[[], Iterator[T]]) -> Generator[T | BaseException, None, None]:
    """Yield what a stream yields, every step of it run by one thread of its own; an error of it is the last value.

    Gradio takes each step of a generator in whichever worker thread is free, but a desk holds a read transaction
    while it answers, and an SQLite connection belongs to one thread. Closing this generator closes the stream.
    """
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="desk") as thread:
        values = thread.submit(stream).result()
        try:
            while True:
                step = thread.submit(next, values, None)
                value = step.exception() or step.result()
                if value is not None:
                    yield value
                if value is None or isinstance(value, BaseException):
                    return
        finally:
            if isinstance(values, Generator):
                thread.submit(values.close).result()
