"""A feed on a server of this machine, for tests that add one by its address."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


@contextmanager
def feed(name: str) -> Iterator[str]:
    """Yield the address of a feed of two articles on this machine, of which no other feed here has one."""
    item = (
        "<item><guid>{0}-{1}</guid><title>{0} {1}</title><description>The lake rose to {1} m, {0}.</description></item>"
    )
    items = "".join(item.format(name, metres) for metres in (507, 508))
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Lake</title>{items}</channel></rss>'.encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.send_header("content-type", "application/rss+xml")
            self.send_header("content-length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *arguments: object) -> None:
            return

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/{name}"
        server.shutdown()
        thread.join()
