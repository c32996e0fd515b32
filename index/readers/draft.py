"""What a reader hands on: a Draft for each article it found, a Problem or a UnfitError for what it could not read."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, BinaryIO

from index.readers.faults import InputFault
from index.reasons import Reason, because

MAX_FILE_BYTES = 64 * 1024 * 1024
MOST_BAD = 1000


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read: a path, with the line or item where there is one ("file.jsonl:17"), and why."""

    path: str
    reason: Reason


class UnfitError(Exception):
    """A document is no article Khabar can take; the message is the reason, in one line."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Draft:
    """One article as its file gives it, before cleaning, the folder's defaults, its language and its identity.

    `language` is what the article itself says, `page_language` what the page or feed around it says. `position` is
    the line or item in a file of many; `fragment` tells such articles apart when they have neither id nor URL.
    """

    body: str
    id: str = ""
    headline: str = ""
    standfirst: str = ""
    published: str | None = None
    updated: str | None = None
    source: str = ""
    section: str = ""
    author: str = ""
    url: str = ""
    language: str = ""
    page_language: str = ""
    place: str = ""
    rights: str = ""
    extra: dict[str, Any] = field(default_factory=dict)
    position: int | None = None
    fragment: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One item of a file of many that is no article: its line or number, and why."""

    position: int
    reason: Reason


def while_hopeful(items: Iterable[Draft | Problem]) -> Iterator[Draft | Problem]:
    """Pass items on; a file that begins with nothing but bad ones is something else altogether: raises UnfitError."""
    only_bad = True
    for number, item in enumerate(items, 1):
        yield item
        only_bad = only_bad and isinstance(item, Problem)
        if only_bad and number == MOST_BAD:
            raise UnfitError(because(InputFault.NOTHING_GOOD, count=MOST_BAD))


@dataclass(frozen=True, slots=True)
class Document:
    """The bytes of one file or web page; `url` is where a page was found, `charset` what its server said."""

    stream: BinaryIO
    url: str = ""
    charset: str = ""

    def load(self, limit: int = MAX_FILE_BYTES) -> bytes:
        """Return all bytes; raises UnfitError beyond `limit` bytes."""
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise UnfitError(because(InputFault.TOO_LARGE, megabytes=limit // 1024 // 1024))
        return data
