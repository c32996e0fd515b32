"""Running the API: a socket, uvicorn, and an end in which answers in flight are finished."""

import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn

from index.errors import UsageError
from rag.desk import NewsDesk
from rag.server.api import guarded
from rag.server.settings import ServeSettings

# Beyond what works and waits: connections that are open but idle.
IDLE_CONNECTIONS = 500


class Server(uvicorn.Server):
    """Ends well when it is told to: after the answers in flight, and with 0."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End at SIGTERM or SIGINT; a second SIGINT ends at once."""
        if threading.current_thread() is threading.main_thread():
            for number in (signal.SIGINT, signal.SIGTERM):
                signal.signal(number, self.handle_exit)
        yield


def listen(settings: ServeSettings) -> socket.socket:
    """Return a socket that listens. Raises UsageError where the address or port cannot be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    try:
        return socket.create_server((settings.host, settings.port), family=family, backlog=512)
    except OSError as error:
        where = f"--host {settings.host} --port {settings.port}"
        raise UsageError(f"{where}: cannot be listened on ({error.strerror or error}): name another") from None


def server_of(desk: NewsDesk, settings: ServeSettings) -> Server:
    """Return the server of a desk, to be run on a socket of `listen`."""
    config = uvicorn.Config(
        guarded(desk, settings),
        access_log=False,  # it would hold the questions
        log_level="warning",
        server_header=False,
        proxy_headers=bool(settings.proxies),
        forwarded_allow_ips=settings.proxies or None,
        ws="none",
        lifespan="on",
        limit_concurrency=settings.workers + settings.waiting + IDLE_CONNECTIONS,
        timeout_graceful_shutdown=int(settings.stop_seconds),
    )
    return Server(config)
