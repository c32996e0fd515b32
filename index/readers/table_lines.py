"""The lines of a table: numbered, decoded one by one, bounded, and such as can be given back."""

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import BinaryIO

import regex

from index.readers.decode import not_utf8
from index.readers.jsonl import LONG_LINE, MAX_LINE_BYTES
from index.reasons import Reason

# Old files end their lines with a carriage return alone.
_CARRIAGE_RETURN = regex.compile(r"(?<=\r)(?!\n)")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with its end, numbered from 1; `fault` says why its text is not there."""

    number: int
    text: str
    fault: Reason | None = None


class Lines:
    """Iterates over the lines of a UTF-8 stream; one that is too long or no UTF-8 stands there without its text."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._waiting: deque[Line] = deque()
        self._number = 0

    def __iter__(self) -> Iterator[Line]:
        """Return itself: there is one place in the stream."""
        return self

    def __next__(self) -> Line:
        """Return the next line."""
        if not self._waiting:
            self._read()
        return self._waiting.popleft()

    def give_back(self, lines: Sequence[Line]) -> None:
        """Put lines back, to be read again in their order."""
        self._waiting.extendleft(reversed(lines))

    def _read(self) -> None:
        data = rest = self._stream.readline(MAX_LINE_BYTES + 1)
        if not data:
            raise StopIteration
        while rest and not rest.endswith(b"\n") and len(rest) > MAX_LINE_BYTES:
            rest = self._stream.readline(MAX_LINE_BYTES + 1)
        if len(data) > MAX_LINE_BYTES:
            self._add("", LONG_LINE)
            return
        try:
            text = data.decode("utf-8-sig" if self._number == 0 else "utf-8")
        except UnicodeDecodeError as error:
            self._add("", not_utf8(error))
            return
        for part in _CARRIAGE_RETURN.split(text):
            if part:
                self._add(part)

    def _add(self, text: str, fault: Reason | None = None) -> None:
        self._number += 1
        self._waiting.append(Line(self._number, text, fault))
