"""Web pages: fetched from a server on this machine, within limits of time, size and redirects."""

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest

from index.article import Article
from index.errors import UnreadableError
from index.readers import Failure, read, web

PAGE = (
    b'<html lang="en"><head><title>Lake fills up</title></head><body><nav><a href="/">Home</a></nav><article>'
    b"<h1>Lake fills up</h1><p>The lake rose to 508 metres on Thursday.</p><p>Boats wait.</p></article></body></html>"
)
FEED = (
    b'<rss version="2.0"><channel><title>The Courier</title><item><title>Lake fills up</title>'
    b"<link>https://courier.example/a</link><description>The lake rose.</description></item></channel></rss>"
)
Answer = Callable[[BaseHTTPRequestHandler], None]


def _send(data: bytes, content_type: str = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"content-type": content_type, **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return answer


def _redirect(location: str) -> Answer:
    return _send(b"", status=302, location=location)


def _drip(handler: BaseHTTPRequestHandler) -> None:
    handler.send_response(200)
    handler.send_header("content-type", "text/html")
    handler.end_headers()
    for _ in range(40):
        handler.wfile.write(b"<p>")
        handler.wfile.flush()
        time.sleep(0.05)


ANSWERS: dict[str, Answer] = {
    "/page": _send(PAGE),
    "/canonical": _send(PAGE.replace(b"<head>", b'<head><link rel="canonical" href="/page?utm_source=x">')),
    "/latin": _send("<p>Le café était fermé jeudi.</p>".encode("latin-1"), "text/html; charset=iso-8859-1"),
    "/feed": _send(FEED, "application/rss+xml"),
    "/feed-as-html": _send(FEED),
    "/text": _send(b"Lake fills up\n\nIt rose.", "text/plain"),
    "/lines": _send(b'{"body": "One."}\n{bad\n{"body": "Three.", "id": "t"}\n', "application/x-ndjson"),
    "/packed": _send(gzip.compress(PAGE), content_encoding="gzip"),
    "/nothing": _send(b"<html><body><nav>menu</nav></body></html>"),
    "/gone": _send(b"gone", status=404),
    "/error": _send(b"oops", status=500),
    "/members": _send(b"pay", status=403),
    "/hurry": _send(b"wait", status=429),
    "/image": _send(b"\x89PNG", "image/png"),
    "/large": _send(b"<p>" + b"x" * 11_000_000),
    "/bomb": _send(gzip.compress(b"<p>" + b"x" * 30_000_000), content_encoding="gzip"),
    "/twice": _send(gzip.compress(gzip.compress(PAGE)), content_encoding="gzip, gzip"),
    "/no-gzip": _send(b"plain", content_encoding="gzip"),
    "/moved": _redirect("/page#top"),
    "/round": _redirect("/round"),
    "/file": _redirect("file:///etc/hostname"),
    "/brotli": _send(b"\x0b\x02\x80", content_encoding="br"),
    "/astray": _redirect("http://["),
    "/dotted": _redirect("http://a..b/"),
    "/drip": _drip,
}


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers["user-agent"]))  # type: ignore[attr-defined]
        try:
            ANSWERS[self.path](self)
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def log_message(self, format: str, *arguments: object) -> None:
        return


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    made.seen = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield made
    made.shutdown()
    thread.join()
    made.server_close()


@pytest.fixture
def base(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def _one(url: str) -> Article:
    (article,) = read(url)
    assert isinstance(article, Article)
    return article


def test_a_page(base: str, server: ThreadingHTTPServer) -> None:
    article = _one(f"{base}/page")
    assert (article.id, article.url, article.language) == (f"{base}/page", f"{base}/page", "en")
    assert (article.headline, article.body) == (
        "Lake fills up",
        "The lake rose to 508 metres on Thursday.\n\nBoats wait.",
    )
    path, agent = server.seen[-1]  # type: ignore[attr-defined]
    assert path == "/page"
    assert agent.startswith("khabar/")


def test_the_last_address_or_the_canonical_one_is_the_identity(base: str) -> None:
    assert _one(f"{base}/moved").id == f"{base}/page"
    assert _one(f"{base}/canonical").id == f"{base}/page"
    assert _one(f"{base}/packed").id == f"{base}/packed"
    assert "café était" in _one(f"{base}/latin").body
    assert (_one(f"{base}/text").id, _one(f"{base}/text").headline) == (f"{base}/text", "Lake fills up")


@pytest.mark.parametrize("path", ["/feed", "/feed-as-html"])
def test_a_feed_is_read_as_one_and_its_links_are_left_alone(base: str, server: ThreadingHTTPServer, path: str) -> None:
    before = len(server.seen)  # type: ignore[attr-defined]
    article = _one(base + path)
    assert (article.id, article.source, article.body) == ("https://courier.example/a", "The Courier", "The lake rose.")
    assert len(server.seen) == before + 1  # type: ignore[attr-defined]


def test_lines_are_told_apart(base: str) -> None:
    first, bad, third = read(f"{base}/lines", source="The Courier")
    assert isinstance(first, Article)
    assert (first.id, first.source) == (f"{base}/lines#1", "The Courier")
    assert isinstance(bad, Failure)
    assert bad.path == f"{base}/lines:2"
    assert isinstance(third, Article)
    assert third.id == "t"


def test_a_page_without_an_article_is_a_failure(base: str) -> None:
    (failure,) = read(f"{base}/nothing")
    assert isinstance(failure, Failure)
    assert failure.path == f"{base}/nothing"
    assert str(failure.reason).startswith("no article text found")


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/gone", "answered 404 Not Found: check the address"),
        ("/error", "answered 500 Internal Server Error: try again later"),
        ("/members", "answered 403 Forbidden: it gives the page to some only"),
        ("/hurry", "answered 429 Too Many Requests: try again later"),
        ("/image", "is image/png"),
        ("/large", "larger than 10 MB"),
        ("/bomb", "larger than 10 MB"),
        ("/twice", "packed as gzip, gzip"),
        ("/no-gzip", "cannot be unpacked"),
        ("/brotli", "packed as br"),
        ("/astray", "cannot be reached"),
        ("/dotted", "cannot be reached"),
        ("/round", "more than 5 redirects"),
        ("/file", "no web address"),
    ],
)
def test_what_cannot_be_read_says_so_in_one_line(base: str, path: str, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason) as caught:
        list(read(base + path))
    message = str(caught.value)
    assert message.startswith(base + path)
    assert "\n" not in message
    assert caught.value.exit_code == 4


def test_a_slow_server_is_left_in_time(base: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "TOTAL_SECONDS", 0.3)
    started = time.perf_counter()
    with pytest.raises(UnreadableError, match="no whole answer"):
        web.fetch(f"{base}/drip")
    assert time.perf_counter() - started < 1.5


def test_a_silent_server_is_left_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web, "CONNECT_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(UnreadableError, match="does not answer"):
        web.fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_a_dead_address() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(UnreadableError, match="cannot be reached"):
        web.fetch(f"http://127.0.0.1:{port}/")
    for address in ("https://", "http://[::1", "http://news.example:99999/"):
        with pytest.raises(UnreadableError, match="not a web address"):
            web.fetch(address)


def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*arguments: object, **options: object) -> object:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(UnreadableError, match="cannot be reached"):
        web.fetch("http://news.invalid/a")


def _resolve_as(monkeypatch: pytest.MonkeyPatch, names: dict[str, str]) -> None:
    """Let names stand for addresses of the test, and connect all of them to this machine."""
    resolve = socket.getaddrinfo

    def pretend(host: object, port: object, *arguments: object, **options: object) -> object:
        found = names.get(host.decode() if isinstance(host, bytes) else str(host))
        if found is None:
            return resolve(host, port, *arguments, **options)  # type: ignore[arg-type]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (found, port))]

    monkeypatch.setattr(socket, "getaddrinfo", pretend)


@pytest.mark.parametrize("inner", ["127.0.0.1", "10.0.0.7", "169.254.169.254", "192.168.1.1", "::1", "::ffff:10.0.0.7"])
def test_a_public_server_may_not_point_inside(monkeypatch: pytest.MonkeyPatch, inner: str) -> None:
    import asyncio

    _resolve_as(monkeypatch, {"public.example": "93.184.216.34", "inside.example": inner, "other.example": "1.1.1.1"})
    with pytest.raises(UnreadableError, match="into a private network"):
        asyncio.run(web._follow("http://public.example/a", "http://inside.example/secret"))
    to_public = asyncio.run(web._follow("http://public.example/a", "http://other.example/b"))
    assert to_public == "http://other.example/b"
    within = asyncio.run(web._follow("http://inside.example/a", "http://inside.example/b"))
    assert within == "http://inside.example/b"


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "[::ffff:127.0.0.1]", "0.0.0.0", "2130706433"])  # noqa: S104
def test_public_only_never_connects_to_this_machine(server: ThreadingHTTPServer, host: str) -> None:
    server.seen.clear()  # type: ignore[attr-defined]
    with pytest.raises(UnreadableError, match=r"private network|is not known"):
        web.fetch(f"http://{host}:{server.server_port}/page", public_only=True)
    assert server.seen == []  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "host", ["169.254.169.254", "10.1.2.3", "[fe80::1]", "[fd00::1]", "100.64.0.1", "[64:ff9b::a00:1]"]
)
def test_public_only_refuses_link_local_private_and_metadata_addresses(host: str) -> None:
    with pytest.raises(UnreadableError, match="private network"):
        web.fetch(f"http://{host}/latest/meta-data", public_only=True)


def _names(monkeypatch: pytest.MonkeyPatch, **hosts: list[str]) -> list[str]:
    """Let hosts have addresses, 127.0.0.1 count as public, and keep what was looked up."""
    asked: list[str] = []

    async def resolve(address: str) -> list[web.IPAddress]:
        host = str(urlsplit(address).hostname)
        asked.append(host)
        return [ipaddress.ip_address(one) for one in hosts.get(host.partition(".")[0], [])]

    monkeypatch.setattr(web, "_resolve", resolve)
    monkeypatch.setattr(web, "is_public", lambda address: str(address) == "127.0.0.1")
    return asked


def test_public_only_connects_to_the_very_address_that_it_checked(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = _names(monkeypatch, news=["127.0.0.1"])
    page = web.fetch(f"http://news.example:{server.server_port}/page", public_only=True)
    assert page.document.url == f"http://news.example:{server.server_port}/page"
    assert asked == ["news.example"]


def test_public_only_refuses_a_host_with_one_private_address_among_public_ones(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.seen.clear()  # type: ignore[attr-defined]
    _names(monkeypatch, news=["127.0.0.1", "10.0.0.1"])
    with pytest.raises(UnreadableError, match="private network"):
        web.fetch(f"http://news.example:{server.server_port}/page", public_only=True)
    assert server.seen == []  # type: ignore[attr-defined]


def test_public_only_refuses_a_redirect_into_a_private_network(
    server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    server.seen.clear()  # type: ignore[attr-defined]
    _names(monkeypatch, news=["127.0.0.1"], inner=["127.0.0.2"])
    monkeypatch.setitem(ANSWERS, "/inward", _redirect(f"http://inner.example:{server.server_port}/page"))
    with pytest.raises(UnreadableError, match="private network"):
        web.fetch(f"http://news.example:{server.server_port}/inward", public_only=True)
    assert [path for path, _ in server.seen] == ["/inward"]  # type: ignore[attr-defined]
