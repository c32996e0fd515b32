"""Server-sent events of a chat completion become its text; all of it untrusted, every size and time bounded."""

import json
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from rag.writers import Trouble, WriterError

if TYPE_CHECKING:
    import httpx

LONGEST_LINE = 1 << 20  # bytes
LONGEST_TEXT = 40_000  # characters of an answer, thoughts included
_BAD = "the endpoint did not answer as OpenAI's chat completions do"


class PassingError(WriterError):
    """A trouble that may be over by the next try; `wait` is after how many seconds, where the server says so."""

    def __init__(self, trouble: Trouble, message: str, wait: float | None = None) -> None:
        super().__init__(trouble, message)
        self.wait = wait


def content_of(response: "httpx.Response", deadline: float) -> Iterator[str]:
    """Yield the text of an answer as it comes, to its stated end.

    `deadline` is one of time.monotonic(). A server that does not stream and sends one JSON object is read as well.
    Raises WriterError: "late" past the deadline, "broken" for another format, "cut" where it ends without saying so.
    """
    streamed = "json" not in response.headers.get("content-type", "").replace("x-ndjson", "")
    length = 0
    for choice in _choices(response, deadline) if streamed else [_whole(response, deadline)]:
        part = choice.get("delta") if streamed else choice.get("message")
        text = (part or {}).get("content") if isinstance(part or {}, dict) else 0
        if text is not None and not isinstance(text, str):
            raise WriterError("broken", f"{_BAD}: its content is no text")
        if text:
            length += len(text)
            yield text
        if choice.get("finish_reason") == "length" or length > LONGEST_TEXT:
            raise WriterError("long", "the answer was longer than KHABAR_WRITER_TOKENS allows")
        if choice.get("finish_reason"):
            return
    # Without a reason to have ended, or [DONE], the connection was lost.
    raise PassingError("cut", "the endpoint stopped in the middle of its answer")


def _choices(response: "httpx.Response", deadline: float) -> Iterator[dict[str, Any]]:
    for line in _lines(response, deadline):
        if not line.startswith(b"data:"):
            if line and not line.startswith((b":", b"event:", b"id:", b"retry:")):
                raise WriterError("broken", f"{_BAD}: a line of its stream is no event")
            continue
        data = line[5:].strip()
        if data == b"[DONE]":
            yield {"finish_reason": "stop"}
            return
        if data:
            choice = _choice(data)
            if choice is not None:
                yield choice


def _whole(response: "httpx.Response", deadline: float) -> dict[str, Any]:
    body = bytearray()
    for chunk in _chunks(response, deadline):
        body += chunk
        if len(body) > LONGEST_LINE:
            raise WriterError("broken", f"{_BAD}: it is too long")
    return {"finish_reason": "stop"} | (_choice(bytes(body)) or {})


def _choice(data: bytes) -> dict[str, Any] | None:
    """Return the first choice of a completion or of a part of one; None where it has none, as the last part may."""
    try:
        value = json.loads(data)
        if isinstance(value, dict) and value.get("error"):
            raise WriterError("refused", "the endpoint reported an error of its own in its answer")
        choices = value["choices"]
        if not choices:
            return None
        if isinstance(choices[0], dict):
            return choices[0]
    except (ValueError, KeyError, TypeError, IndexError, RecursionError):
        pass
    raise WriterError("broken", f"{_BAD}: an event is not its JSON")


def _lines(response: "httpx.Response", deadline: float) -> Iterator[bytes]:
    """Yield lines by line feeds alone: text may hold other separators that are a line's end to Python."""
    held = bytearray()
    for chunk in _chunks(response, deadline):
        held += chunk
        *whole, rest = held.split(b"\n")
        held = bytearray(rest)
        if len(held) > LONGEST_LINE:
            raise WriterError("broken", f"{_BAD}: a line is too long")
        yield from (bytes(line).rstrip(b"\r") for line in whole)
    yield bytes(held).rstrip(b"\r")


def _chunks(response: "httpx.Response", deadline: float) -> Iterator[bytes]:
    for chunk in response.iter_raw():
        if time.monotonic() > deadline:
            raise WriterError("late", "the model took longer than it may: see KHABAR_WRITER_SECONDS")
        yield chunk
