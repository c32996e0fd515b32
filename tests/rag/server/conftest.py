"""A server over a small archive, in a thread of its own, asked through a real socket."""

import json
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import httpx
import pytest

from index.archive import Archive
from index.ingest import ingest
from rag import NewsDesk
from rag.server.run import listen, server_of
from rag.server.settings import ServeSettings
from tests.conftest import ENGLISH_BODY, HINDI_BODY

Served = Callable[..., AbstractContextManager[httpx.Client]]


@pytest.fixture
def filled(archive: Archive, tmp_path: Path, bar_for_hashes: None) -> Archive:
    rows = [
        {"id": "hi-1", "body": HINDI_BODY, "headline": "राजनाथ सिंह की भेंट", "published": "2025-12-04T23:07:00+05:30"},
        {"id": "https://news.example/moon?page=1", "body": ENGLISH_BODY, "headline": "Lander", "source": "Courier"},
    ]
    path = tmp_path / "articles.jsonl"
    path.write_text("".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows), encoding="utf-8")
    ingest(archive, [str(path)])
    return archive


@pytest.fixture
def desk(filled: Archive) -> NewsDesk:
    return NewsDesk.open(filled.folder)


@pytest.fixture
def served(desk: NewsDesk) -> Served:
    """Return what serves a desk for a while and gives a client of it; settings are named."""

    @contextmanager
    def serve(a_desk: NewsDesk | None = None, **given: object) -> Iterator[httpx.Client]:
        settings = ServeSettings.from_environment(port=0, **given)
        with listen(settings) as listening:
            server = server_of(a_desk or desk, settings)
            thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
            thread.start()
            while not server.started:
                time.sleep(0.01)
            with httpx.Client(base_url=f"http://127.0.0.1:{listening.getsockname()[1]}", trust_env=False) as client:
                yield client
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()

    return serve


@pytest.fixture
def client(served: Served) -> Iterator[httpx.Client]:
    """Return a client of a server with default settings."""
    with served() as one:
        yield one
