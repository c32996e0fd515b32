"""Prefetching: the evidence is read for verification while a model has yet to write, by a thread beside it."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from rag.evidence import Evidence
from rag.verification.checking import Checker

log = logging.getLogger(__name__)


@contextmanager
def prefetching(checker: Checker, evidence: Sequence[Evidence]) -> Iterator[None]:
    """Have a checker read evidence in its order during a block; what is not read when the block ends is left.

    What fails here is only logged: `check` reads for itself what was not read before, and raises what is to be raised.
    """
    from concurrent.futures import ThreadPoolExecutor

    def read(one: Evidence) -> None:
        checker.prepare(one)

    pool = ThreadPoolExecutor(1, thread_name_prefix="prefetching")
    reading = [pool.submit(read, one) for one in evidence]
    try:
        yield
    finally:
        pool.shutdown(cancel_futures=True)
        errors = (one.exception() for one in reading if not one.cancelled())
        if error := next(filter(None, errors), None):
            log.warning("evidence was not read before it was cited: %s: %s", type(error).__name__, error)
