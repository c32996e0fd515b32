"""What every request passes before a route sees it: host, origin, rate, login, size; and the response's headers."""

import asyncio
import base64
import binascii
import hmac
import ipaddress
import json
import logging
import time
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from rag.frames import frames
from rag.server.limits import RateLimit
from rag.server.metrics import Metrics
from rag.server.settings import ServeSettings

log = logging.getLogger(__name__)
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
BODY_SECONDS = 15.0
# Open to whoever watches over the server, without login or limit; it says no more than that it works.
UNGUARDED = "/health"
HEADERS = (
    (b"content-security-policy", b"default-src 'none'; frame-ancestors 'none'"),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-store"),
)


class RefusedError(Exception):
    """A request that is turned away: HTTP status, a code for programs, a line for people, further headers."""

    def __init__(self, status: int, code: str, message: str, headers: dict[str, str] | None = None) -> None:
        super().__init__(message)
        self.status, self.code, self.headers = status, code, headers or {}

    def body(self) -> dict[str, Any]:
        """Return the JSON object that says so."""
        return {"error": {"code": self.code, "message": str(self)}}


class Guard:
    """ASGI middleware around the whole API."""

    def __init__(self, app: App, settings: ServeSettings, metrics: Metrics) -> None:
        self._app = app
        self._settings = settings
        self._metrics = metrics
        self._hosts = settings.host_names()
        self._rate = RateLimit(settings.rate, settings.burst)

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Pass a request on, or turn it away."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        begin, status = time.perf_counter(), 0

        async def with_headers(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                message["headers"] = [*message.get("headers", []), *HEADERS]
            await send(message)

        try:
            self._admit(scope)
            await self._app(scope, await self._with_body(scope, receive), with_headers)
        except RefusedError as refused:
            self._metrics.refused.add(refused.code)
            await _respond(refused, with_headers)
        except Exception as error:  # noqa: BLE001 (the server's log would show the message, and so the question)
            log.error("%s failed: %s", _route(scope), frames(error))
            if not status:
                await _respond(
                    RefusedError(500, "internal", "something went wrong: the server's log says where"), with_headers
                )
        finally:
            self._metrics.requests.add(_route(scope), _method(scope), str(status or 499))
            self._metrics.seconds.observe(time.perf_counter() - begin, _route(scope))

    def _admit(self, scope: Message) -> None:
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        host = headers.get("host", "")
        if not self._is_ours(host):
            raise RefusedError(421, "host", "this server is not known under that name: see --hosts")
        origin = headers.get("origin")
        strange = origin is not None and urlsplit(origin).netloc.lower() != host.lower()
        if strange or headers.get("sec-fetch-site") == "cross-site":
            raise RefusedError(403, "origin", "pages of other sites may not ask here")
        if scope["path"] == UNGUARDED:
            return
        wait = self._rate.take(_client(scope))
        if wait:
            raise RefusedError(
                429, "rate", f"too many requests: try again in {wait} seconds", {"retry-after": str(wait)}
            )
        if self._settings.needs_login and not self._knows(headers.get("authorization", "")):
            raise RefusedError(401, "login", "say who you are", {"www-authenticate": self._challenge()})
        if _method(scope) == "POST" and headers.get("content-type", "").split(";")[0].strip() != "application/json":
            raise RefusedError(415, "type", "send JSON, with Content-Type: application/json")

    def _is_ours(self, host: str) -> bool:
        """Tell whether a Host header names this server: by an address, or by a name that it knows.

        A page whose name was made to point here (DNS rebinding) bears its own name.
        """
        try:
            name = (urlsplit(f"//{host}").hostname or "").lower()
        except ValueError:
            return False
        if name in self._hosts:
            return True
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True

    def _knows(self, authorization: str) -> bool:
        scheme, _, given = authorization.partition(" ")
        settings = self._settings
        if scheme.lower() == "bearer" and settings.token is not None:
            return hmac.compare_digest(given.strip().encode(), settings.token.get_secret_value().encode())
        if scheme.lower() == "basic" and settings.password is not None:
            expected = f"{settings.user}:{settings.password.get_secret_value()}".encode()
            try:
                return hmac.compare_digest(base64.b64decode(given, validate=True), expected)
            except (binascii.Error, ValueError):
                return False
        return False

    def _challenge(self) -> str:
        return 'Basic realm="Khabar", charset="UTF-8"' if self._settings.password is not None else "Bearer"

    async def _with_body(self, scope: Message, receive: Receive) -> Receive:
        """Read a body that is neither too large nor too slow; return what gives it, and then what follows."""
        if _method(scope) != "POST":
            return receive
        body = bytearray()
        try:
            async with asyncio.timeout(BODY_SECONDS):
                more = True
                while more:
                    message = await receive()
                    body += message.get("body", b"")
                    more = message.get("more_body", False)
                    if len(body) > self._settings.request_bytes:
                        most = self._settings.request_bytes
                        raise RefusedError(413, "size", f"the request is larger than {most} bytes: send less")
        except TimeoutError:
            raise RefusedError(408, "slow", "the request did not arrive in time") from None
        waiting: list[Message] = [{"type": "http.request", "body": bytes(body), "more_body": False}]

        async def replay() -> Message:
            return waiting.pop() if waiting else await receive()

        return replay


async def _respond(refused: RefusedError, send: Send) -> None:
    body = json.dumps(refused.body(), ensure_ascii=False).encode()
    own = {"content-type": "application/json", "content-length": str(len(body)), **refused.headers}
    if refused.status in (408, 413):
        own["connection"] = "close"
    headers = [(name.encode(), value.encode()) for name, value in own.items()]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


def _client(scope: Message) -> str:
    """Return whom a request is counted to: an address, of IPv6 the network that one household has."""
    address = scope["client"][0] if scope.get("client") else ""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return str(address)
    return str(ipaddress.ip_network((parsed, 64), strict=False)) if parsed.version == 6 else address


def _route(scope: Message) -> str:
    return str(getattr(scope.get("route"), "path", "other"))


def _method(scope: Message) -> str:
    method = str(scope["method"])
    return method if method in ("GET", "POST", "HEAD", "OPTIONS") else "other"
