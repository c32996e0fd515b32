"""The reading of what was handed over into the archive, one target after another, and how far it is."""

import threading
from collections.abc import Generator, Sequence
from concurrent.futures import Executor, wait
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from index.readers import Failure, NamedFile
from rag.web.adding.uploads import discard

if TYPE_CHECKING:
    from index.archive import Archive
    from index.ingest import Done, Summary

# How often whoever watches is told, in seconds; also how soon one who has gone away is noticed.
EVERY = 0.2

Target = str | NamedFile


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file or address."""

    name: str
    summary: "Summary"


@dataclass(frozen=True, slots=True)
class Run:
    """How far it is: the names of all, the results of the first of them, the articles read from the next.

    `problem` is what ended it before its time.
    """

    names: tuple[str, ...]
    results: tuple[Result, ...] = ()
    articles: int = 0
    done: bool = False
    problem: BaseException | None = None


def added(
    archive: "Archive", targets: Sequence[Target], thread: Executor, *, source: str = "", public_only: bool = False
) -> Generator[Run, None, None]:
    """Read targets into an archive and yield how far it is, the last time when it has ended, however that was.

    Each target is safe in the archive, and found by questions, once its result is there. Files are deleted at the end.
    Closing the generator waits for nothing: `thread` leaves the work after the articles at hand, and what has been
    reported stays. It tells every fraction of a second, changed or not, since none can close it while it waits.
    """
    work = _Work(archive, targets, source, public_only)
    future = thread.submit(work.run)
    try:
        while not future.done():
            yield work.now
            wait([future], timeout=EVERY)
        yield replace(work.now, done=True, problem=future.exception())
    finally:
        work.given_up.set()


class _GivenUpError(Exception):
    """Nobody waits for it any more."""


class _Work:
    """What the one thread does; `now` is replaced as a whole, so that others may look at any time."""

    def __init__(self, archive: "Archive", targets: Sequence[Target], source: str, public_only: bool) -> None:
        self.now = Run(tuple(map(str, targets)))
        self.given_up = threading.Event()
        self._archive = archive
        self._targets = targets
        self._source = source or None
        self._public_only = public_only

    def run(self) -> None:
        """Read one target after another; raises what ends it all, such as a busy archive or a full disk."""
        from index.ingest import ingest

        try:
            for target in self._targets:
                self._go_on()
                summary = ingest(
                    self._archive,
                    [target],
                    source=self._source,
                    public_only=self._public_only,
                    report=self._count,
                )
                self.now = replace(self.now, results=(*self.now.results, Result(str(target), summary)), articles=0)
        finally:
            self._archive.catalog.close()
            discard(target for target in self._targets if isinstance(target, NamedFile))

    def _go_on(self) -> None:
        if self.given_up.is_set():
            raise _GivenUpError

    def _count(self, event: "Done | Failure") -> None:
        self._go_on()
        self.now = replace(self.now, articles=self.now.articles + 1)
