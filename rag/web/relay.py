"""Keep one stream in one thread, whoever pulls on it, and pass on what is newest of it."""

import threading
from collections.abc import Callable, Generator, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
# What is no news waits so many seconds for what is: nobody reads a word that stands for less.
PATIENCE = 0.06


def in_one_thread(
    stream: Callable[[], Iterator[T]], is_news: Callable[[T], bool] = lambda value: True
) -> Generator[T | BaseException, None, None]:
    """Yield what a stream yields, run by one thread of its own; an error of it is the last value.

    Gradio takes each step of a generator in whichever worker thread is free, but a desk holds a read transaction
    while it answers, and an SQLite connection belongs to one thread. Closing this generator closes the stream.

    Each value is to stand for all before it: one that is overtaken before it was asked for is left out.
    """
    relay = _Relay(stream, is_news)
    relay.start()
    try:
        while (value := relay.newest()) is not None:
            yield value
            if isinstance(value, BaseException):
                return
    finally:
        relay.close()


class _Relay(threading.Thread, Generic[T]):
    """Runs the stream and holds its newest value until that is taken."""

    def __init__(self, stream: Callable[[], Iterator[T]], is_news: Callable[[T], bool]) -> None:
        super().__init__(name="desk", daemon=True)
        self._stream, self._is_news = stream, is_news
        self._changed = threading.Condition()
        self._value: T | None = None
        self._error: BaseException | None = None
        self._ended = self._closed = False

    def newest(self) -> T | BaseException | None:
        """Wait for a value and return it; after the last one the error, if there was one, then None."""
        with self._changed:
            self._changed.wait_for(lambda: self._value is not None or self._ended)
            self._changed.wait_for(lambda: self._ended or self._holds_news(), PATIENCE)
            value, self._value = self._value, None
            if value is not None:
                return value
            error, self._error = self._error, None
            return error

    def close(self) -> None:
        """End the stream where it stands, and the thread."""
        self._closed = True
        self.join()

    def run(self) -> None:
        """Run the stream to its end, or until nobody wants more of it."""
        error: BaseException | None = None
        try:
            values = self._stream()
            try:
                for value in values:
                    self._put(value)
                    if self._closed:
                        break
            finally:
                if isinstance(values, Generator):
                    values.close()
        except BaseException as raised:  # noqa: BLE001 (whatever it is, whoever waits must hear of it)
            error = raised
        with self._changed:
            self._error, self._ended = error, True
            self._changed.notify_all()

    def _put(self, value: T) -> None:
        with self._changed:
            self._value = value
            self._changed.notify_all()

    def _holds_news(self) -> bool:
        return self._value is not None and self._is_news(self._value)
