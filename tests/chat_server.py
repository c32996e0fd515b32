"""A scripted model behind a real HTTP server on this machine, speaking OpenAI's chat completions as told."""

import json
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(frozen=True)
class Reply:
    """What the server does with one request.

    `parts` are sent in order: a str as an event with that content, bytes as they are, a number waits so many seconds.
    `finish` is the reason in the last event, followed by [DONE]; without it the server just hangs up.
    """

    parts: Sequence[str | bytes | float] = ()
    status: int = 200
    finish: str | None = "stop"
    content_type: str = "text/event-stream"
    headers: Mapping[str, str] = field(default_factory=dict)


def event(text: str | None, finish: str | None = None) -> bytes:
    """Return one server-sent event with a piece of text."""
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return b"data: " + json.dumps({"choices": [choice]}, ensure_ascii=False).encode() + b"\n\n"


class ChatServer:
    """Its address, the replies still to come (the last one for ever after), and what it has been asked."""

    def __init__(self, address: str, replies: Sequence[Reply]) -> None:
        self.url = address
        self.replies = list(replies)
        self.asked: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.hung_up = threading.Event()  # whether a client left before the end
        self.closing = threading.Event()

    @property
    def prompt(self) -> str:
        """The last question with its evidence."""
        return str(self.asked[-1]["messages"][-1]["content"])


@contextmanager
def chat_server(*replies: Reply) -> Iterator[ChatServer]:
    """Serve the replies, one a request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            told = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            server.asked.append({**told, "path": self.path})
            server.headers.append(dict(self.headers))
            reply = server.replies.pop(0) if len(server.replies) > 1 else server.replies[0]
            self.send_response(reply.status)
            self.send_header("Content-Type", reply.content_type)
            for name, value in reply.headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self._send(reply)
            except OSError:
                server.hung_up.set()

        def _send(self, reply: Reply) -> None:
            for part in reply.parts:
                if isinstance(part, float):
                    server.closing.wait(part)
                    continue
                self.wfile.write(event(part) if isinstance(part, str) else part)
                self.wfile.flush()
            if reply.status == 200 and reply.finish is not None:
                self.wfile.write(event(None, reply.finish) + b"data: [DONE]\n\n")

        def log_message(self, format: str, *args: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: Any, client_address: Any) -> None:
            server.hung_up.set()

    listening = Server(("127.0.0.1", 0), Handler)
    server = ChatServer(f"http://127.0.0.1:{listening.server_port}/v1", replies)
    thread = threading.Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        listening.shutdown()
        thread.join()
        listening.server_close()
