"""Answers in flight: the desk works in threads, so many at once; its events come out in the server's event loop."""

import asyncio
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from index.errors import KhabarError
from rag.answer import Answer, Event
from rag.desk import NewsDesk
from rag.server.limits import Turns
from rag.server.metrics import Gauge, Metrics
from rag.server.records import QuestionLog, TraceLog
from rag.server.requests import AskRequest
from rag.server.settings import ServeSettings

log = logging.getLogger(__name__)
T = TypeVar("T")
# A silent stream says that it lives, so that no proxy cuts it.
KEEP_ALIVE_SECONDS = 15.0


class TookTooLongError(KhabarError):
    """The answer was not there in time."""


class InFlight:
    """A question being answered. Its thread ends by itself, soon after `stop` at the latest."""

    def __init__(self, seconds: float) -> None:
        self._loop = asyncio.get_running_loop()
        self._events: asyncio.Queue[Event | BaseException | None] = asyncio.Queue()
        self._deadline = time.monotonic() + seconds
        self._stopped = threading.Event()
        self._seconds = seconds

    @property
    def is_stopped(self) -> bool:
        """Whether nobody waits for it any more."""
        return self._stopped.is_set()

    def stop(self) -> None:
        """Let it end at its next event."""
        self._stopped.set()

    def put(self, event: Event | BaseException | None) -> None:
        """Hand over an event, or an error, or None at the end; from any thread."""
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._events.put_nowait, event)

    async def events(self) -> AsyncIterator[Event | None]:
        """Yield the desk's events, and None in silence. Raises what the desk raised, or TookTooLongError."""
        try:
            while True:
                left = self._deadline - time.monotonic()
                if left <= 0:
                    raise TookTooLongError(f"no answer within {self._seconds:g} seconds: ask again, or less at once")
                try:
                    event = await asyncio.wait_for(self._events.get(), min(left, KEEP_ALIVE_SECONDS))
                except TimeoutError:
                    yield None
                    continue
                if isinstance(event, BaseException):
                    raise event
                if event is None:
                    return
                yield event
        finally:
            self.stop()


class Answering:
    """Puts questions to a desk, `settings.workers` at once; keeps count and, where it is wanted, a record."""

    def __init__(self, desk: NewsDesk, settings: ServeSettings, metrics: Metrics) -> None:
        self.desk = desk
        self._settings = settings
        self._metrics = metrics
        self._threads = ThreadPoolExecutor(settings.workers, thread_name_prefix="desk")
        self._turns = Turns(settings.workers, settings.waiting, settings.wait_seconds)
        self._flying: set[InFlight] = set()
        self.questions = QuestionLog(desk.archive.folder, settings.retention_days)
        self._trace = TraceLog(settings.trace, with_words=settings.log_questions) if settings.trace else None
        metrics.gauges += [
            Gauge("khabar_running", "Requests at work at the desk.", lambda: self._turns.running),
            Gauge("khabar_waiting", "Requests that wait for their turn.", lambda: self._turns.waiting),
        ]

    async def ask(self, asked: AskRequest, request_id: str) -> InFlight:
        """Begin to answer a question once it has its turn. Raises TooBusyError."""
        await self._turns.take()
        flight = InFlight(self._settings.answer_seconds)
        self._flying.add(flight)
        work = asyncio.get_running_loop().run_in_executor(self._threads, self._answer, asked, request_id, flight)
        work.add_done_callback(lambda _: self._landed(flight))
        return flight

    async def call(self, act: Callable[[], T]) -> T:
        """Do something short with the desk in a thread, once it has its turn. Raises TooBusyError, and as it does."""
        await self._turns.take()
        work = asyncio.get_running_loop().run_in_executor(self._threads, act)
        work.add_done_callback(lambda _: self._turns.give_back())
        return await asyncio.shield(work)

    def close(self) -> None:
        """Stop what is still in flight and let the threads go."""
        for flight in self._flying:
            flight.stop()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def _landed(self, flight: InFlight) -> None:
        self._flying.discard(flight)
        self._turns.give_back()

    def _answer(self, asked: AskRequest, request_id: str, flight: InFlight) -> None:
        """Answer a question in a thread of the desk."""
        trace: dict[str, Any] | None = None if self._trace is None else {}
        outcome, answer = "stopped", None
        try:
            for event in self.desk.stream(
                asked.question,
                history=asked.history,
                answer_language=asked.answer_language,
                as_of=asked.as_of,
                filters=asked.filters(),
                latest=asked.latest,
                trace=trace,
            ):
                flight.put(event)
                if isinstance(event, Answer):
                    answer = event
                    outcome = "abstained" if event.abstained else "answered"
                if flight.is_stopped:
                    break
            flight.put(None)
        except BaseException as error:  # noqa: BLE001 (it goes to whoever waits for the answer)
            outcome = "failed"
            flight.put(error)
        self._note(asked.question, request_id, outcome, answer, trace)

    def _note(
        self, question: str, request_id: str, outcome: str, answer: Answer | None, trace: dict[str, Any] | None
    ) -> None:
        self._metrics.answers.add(outcome, answer.question_language if answer else "")
        timings = dict(answer.timings_ms) if answer else {}
        for stage, milliseconds in timings.items():
            self._metrics.stages.observe(milliseconds / 1000, stage)
        try:
            if self._settings.log_questions:
                self.questions.write(question, outcome)
            if self._trace is not None:
                facts = {"id": request_id, "question": question, "outcome": outcome, "timings_ms": timings}
                self._trace.write(facts | ({"writer": answer.writer} if answer else {}) | (trace or {}))
        except OSError as error:
            log.error("a question or trace could not be kept: %s", error)
