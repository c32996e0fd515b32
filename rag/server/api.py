"""The API: its routes, and what it says when something is wrong."""

import asyncio
import json
import logging
import uuid
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict
from importlib.metadata import version as version_of
from typing import Annotated, Any

from fastapi import FastAPI, Query, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.exceptions import HTTPException

from index.errors import ArchiveError, KhabarError, UsageError
from rag.answer import Answer, Event, Progress, Written
from rag.desk import NewsDesk
from rag.feedback import Cited, Feedback
from rag.found import found_as_dict
from rag.frames import frames
from rag.given_out import NoArticleError, article_as_dict
from rag.server import metrics as exposition
from rag.server.answering import Answering, InFlight, TookTooLongError
from rag.server.guard import App, Guard, RefusedError
from rag.server.limits import TooBusyError
from rag.server.metrics import Metrics
from rag.server.requests import AskRequest, FeedbackRequest, SearchRequest, Version
from rag.server.settings import ServeSettings

log = logging.getLogger(__name__)
PURGE_SECONDS = 3600
STREAM_HEADERS = {"x-accel-buffering": "no"}
STREAM_DOC: dict[int | str, dict[str, Any]] = {
    200: {
        "content": {"text/event-stream": {}},
        "description": "Events `progress` {stage}, `sentence` {sentence, citations}, `answer` (as /ask), `error`.",
    }
}
FOUND_DOC: dict[int | str, dict[str, Any]] = {200: {"description": "As `khabar search --json` prints it."}}
ARTICLE_DOC: dict[int | str, dict[str, Any]] = {
    404: {"description": "No such article, or it was removed."},
    410: {"description": "It was withdrawn: its text is no longer kept."},
}


def guarded(desk: NewsDesk, settings: ServeSettings) -> App:
    """Return the whole API over a desk, behind its guard: an ASGI application."""
    measured = Metrics()
    return Guard(build(Answering(desk, settings, measured), measured), settings, measured)


def build(answering: Answering, metrics: Metrics) -> FastAPI:
    """Return the routes. No page of theirs loads anything: the description is at /openapi.json."""

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        purging = asyncio.create_task(_purge(answering))
        yield
        purging.cancel()
        with suppress(asyncio.CancelledError):
            await purging
        answering.close()

    app = FastAPI(
        title="Khabar",
        description="Ask a news archive in Hindi or English and see the exact sentence behind every line.",
        version=version_of("khabar"),
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    _add_errors(app)
    _add_asking(app, answering)
    _add_reading(app, answering)
    _add_upkeep(app, answering, metrics)
    return app


def _add_asking(app: FastAPI, answering: Answering) -> None:
    async def ask(asked: AskRequest) -> JSONResponse:
        """Answer a question, or abstain: the object that `khabar ask --json` prints."""
        flight = await answering.ask(asked, _new_id())
        async for event in flight.events():
            if isinstance(event, Answer):
                return JSONResponse(event.as_dict())
        raise AssertionError("a stream ends with its Answer")

    async def stream(asked: AskRequest) -> StreamingResponse:
        """Answer a question as server-sent events."""
        flight = await answering.ask(asked, _new_id())
        return StreamingResponse(_sent(flight), media_type="text/event-stream", headers=STREAM_HEADERS)

    @app.get("/ask", response_model=Answer)
    async def ask_by_address(asked: Annotated[AskRequest, Query()]) -> JSONResponse:
        """Answer a question, or abstain: the object that `khabar ask --json` prints."""
        return await ask(asked)

    @app.get("/ask/stream", response_class=StreamingResponse, responses=STREAM_DOC)
    async def stream_by_address(asked: Annotated[AskRequest, Query()]) -> StreamingResponse:
        """Answer a question as server-sent events."""
        return await stream(asked)

    app.post("/ask", response_model=Answer)(ask)
    app.post("/ask/stream", response_class=StreamingResponse, responses=STREAM_DOC)(stream)


def _add_reading(app: FastAPI, answering: Answering) -> None:
    desk = answering.desk

    async def search(wanted: SearchRequest) -> JSONResponse:
        """Find passages without writing an answer: the object that `khabar search --json` prints."""

        def find() -> dict[str, Any]:
            found = desk.search(
                wanted.query, top=wanted.top, as_of=wanted.as_of, filters=wanted.filters(), latest=wanted.latest
            )
            return found_as_dict(desk, wanted.query, *found)

        return JSONResponse(await answering.call(find))

    @app.get("/search", responses=FOUND_DOC)
    async def search_by_address(wanted: Annotated[SearchRequest, Query()]) -> JSONResponse:
        """Find passages without writing an answer: the object that `khabar search --json` prints."""
        return await search(wanted)

    app.post("/search", responses=FOUND_DOC)(search)

    async def article(article_id: str, version: Version | None = None) -> JSONResponse:
        """Return an article, or an earlier version of it, and what has become of it since."""
        return JSONResponse(await answering.call(lambda: article_as_dict(desk, article_id, version)))

    @app.get("/articles", responses=ARTICLE_DOC)
    async def article_by_id(id: str, version: Version | None = None) -> JSONResponse:
        """Return an article whose id a proxy would change in a path, such as an address."""
        return await article(id, version)

    app.get("/articles/{article_id:path}", responses=ARTICLE_DOC)(article)


def _add_upkeep(app: FastAPI, answering: Answering, metrics: Metrics) -> None:
    desk = answering.desk
    kept = Feedback.of(desk.archive.folder)

    @app.post("/feedback", status_code=201)
    async def feedback(given: FeedbackRequest) -> JSONResponse:
        """Keep what a reader thought of an answer, in the archive's folder."""
        number = await answering.call(lambda: _keep(desk, kept, given))
        metrics.feedback.add(given.thumb)
        return JSONResponse({"number": number}, status_code=201)

    @app.get("/health")
    async def health() -> JSONResponse:
        """Say whether questions can be answered; open to anybody."""
        await asyncio.to_thread(desk.archive.model)
        return JSONResponse({"status": "ok", "version": app.version})

    @app.get("/metrics", response_class=PlainTextResponse)
    async def measured() -> Response:
        """Return counts and times for Prometheus."""
        return Response(metrics.text(), media_type=exposition.CONTENT_TYPE)


def _keep(desk: NewsDesk, kept: Feedback, given: FeedbackRequest) -> int:
    for place in given.citations:
        article = desk.article(place.article_id, place.version)
        if article is None or not place.start < place.end <= len(article.body):
            raise UsageError(f"no such place: {place.article_id!r} {place.version}, {place.start} to {place.end}")
    return kept.add(
        given.thumb,
        given.question,
        reason=given.reason,
        history=given.history,
        answer_language=given.answer_language,
        as_of=given.as_of.isoformat() if given.as_of else "",
        abstained=given.abstained,
        writer=given.writer,
        citations=[Cited(one.article_id, one.version, one.start, one.end) for one in given.citations],
    )


async def _sent(flight: InFlight) -> AsyncIterator[str]:
    """Yield the events of an answer as server-sent events; an error is the last of them."""
    try:
        async for event in flight.events():
            yield ": still at work\n\n" if event is None else _server_sent(event)
    except Exception as error:  # noqa: BLE001 (the response has begun: it can only be told in the stream)
        yield _told("error", _refusal_of(error).body())


def _server_sent(event: Event) -> str:
    if isinstance(event, Progress):
        return _told("progress", {"stage": event.stage})
    if isinstance(event, Written):
        return _told("sentence", asdict(event))
    return _told("answer", event.as_dict())


def _told(name: str, value: Mapping[str, Any]) -> str:
    # JSON escapes line ends, so the data is one line.
    return f"event: {name}\ndata: {json.dumps(value, ensure_ascii=False)}\n\n"


def _add_errors(app: FastAPI) -> None:
    async def told(_: Request, error: Exception) -> JSONResponse:
        if isinstance(error, NoArticleError):
            body = {"error": {"code": error.code, "message": str(error)}, **error.facts}
            return JSONResponse(body, status_code=410 if error.code == "withdrawn" else 404)
        refused = _refusal_of(error)
        return JSONResponse(refused.body(), status_code=refused.status, headers=refused.headers)

    for kind in (KhabarError, TooBusyError, RequestValidationError, HTTPException, Exception):
        app.add_exception_handler(kind, told)


def _refusal_of(error: Exception) -> RefusedError:
    """Return how an error is told to a client: nothing of the server's folders, nothing of what was asked."""
    if isinstance(error, TooBusyError):
        return RefusedError(503, "busy", str(error), {"retry-after": str(error.retry_after)})
    if isinstance(error, TookTooLongError):
        return RefusedError(504, "time", str(error))
    if isinstance(error, RequestValidationError):
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"][1:])
        return RefusedError(422, "request", f"{where}: {first['msg']}" if where else str(first["msg"]))
    if isinstance(error, HTTPException):
        return RefusedError(error.status_code, "request", str(error.detail), dict(error.headers or {}))
    if isinstance(error, UsageError):
        return RefusedError(422, "request", str(error))
    if isinstance(error, ArchiveError):
        log.error("%s", error)
        return RefusedError(
            503, "archive", "the archive cannot be used now: the server's log says why", {"retry-after": "30"}
        )
    if isinstance(error, KhabarError):
        return RefusedError(502, "writer", str(error))
    log.error("no answer: %s", frames(error))
    return RefusedError(500, "internal", "something went wrong: the server's log says where")


def _new_id() -> str:
    return uuid.uuid4().hex


async def _purge(answering: Answering) -> None:
    """Delete kept questions whose time is over, now and every hour, whether any are kept at present or not."""
    while True:
        try:
            await asyncio.to_thread(answering.questions.purge)
        except OSError as error:
            log.error("questions whose time is over could not be deleted: %s", error)
        await asyncio.sleep(PURGE_SECONDS)
