"""How much is taken on: a token bucket for each client, and a bounded number of answers at work and waiting."""

import asyncio
import math
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

# Clients remembered; the one longest unseen is forgotten first, and starts with a full bucket again.
MOST_CLIENTS = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float


class RateLimit:
    """A token bucket a client: `burst` requests in a row, refilled at `rate` a minute; a rate of 0 lets all pass."""

    def __init__(self, rate: float, burst: int, clock: Callable[[], float] = time.monotonic) -> None:
        self._rate = rate / 60
        self._burst = burst
        self._clock = clock
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def take(self, client: str) -> int:
        """Take a token; return 0, or after how many seconds there will be one.

        >>> limit = RateLimit(rate=60, burst=2, clock=lambda: 0.0)
        >>> [limit.take("a"), limit.take("a"), limit.take("a"), limit.take("b")]
        [0, 0, 1, 0]
        """
        if not self._rate:
            return 0
        now = self._clock()
        bucket = self._buckets.setdefault(client, _Bucket(float(self._burst), now))
        self._buckets.move_to_end(client)
        if len(self._buckets) > MOST_CLIENTS:
            self._buckets.popitem(last=False)
        bucket.tokens = min(self._burst, bucket.tokens + (now - bucket.at) * self._rate)
        bucket.at = now
        if bucket.tokens < 1:
            return math.ceil((1 - bucket.tokens) / self._rate)
        bucket.tokens -= 1
        return 0


class TooBusyError(Exception):
    """No turn could be had; `retry_after` is in seconds."""

    def __init__(self, retry_after: int) -> None:
        super().__init__(f"too many questions at once: try again in {retry_after} seconds")
        self.retry_after = retry_after


class Turns:
    """So many may be at work at once and so many wait, first come first served. For one event loop."""

    def __init__(self, workers: int, waiting: int, wait_seconds: float) -> None:
        self._free = asyncio.Semaphore(workers)
        self._most_waiting = waiting
        self._wait_seconds = wait_seconds
        self.running = 0
        self.waiting = 0

    async def take(self) -> None:
        """Wait for a turn, to be given back with `give_back`. Raises TooBusyError."""
        if self._free.locked() and self.waiting >= self._most_waiting:
            raise TooBusyError(max(1, round(self._wait_seconds / 2)))
        self.waiting += 1
        try:
            async with asyncio.timeout(self._wait_seconds):
                await self._free.acquire()
        except TimeoutError:
            raise TooBusyError(max(1, round(self._wait_seconds))) from None
        finally:
            self.waiting -= 1
        self.running += 1

    def give_back(self) -> None:
        """End a turn."""
        self.running -= 1
        self._free.release()
