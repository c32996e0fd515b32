import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from rag.web.headers import StayLocal


def test_a_response_carries_the_headers_and_its_own() -> None:
    async def page(
        scope: MutableMapping[str, Any],
        receive: Callable[[], Awaitable[Any]],
        send: Callable[[MutableMapping[str, Any]], Awaitable[None]],
    ) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": [(b"x-own", b"1")]})
        await send({"type": "http.response.body", "body": b"."})

    sent: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        sent.append(message)

    async def receive() -> None: ...

    asyncio.run(StayLocal(page)({"type": "http"}, receive, send))
    headers = dict(sent[0]["headers"])
    assert headers[b"x-own"] == b"1"
    assert headers[b"content-security-policy"].startswith(b"default-src 'self'")
    assert headers[b"referrer-policy"] == b"no-referrer"
    assert sent[1] == {"type": "http.response.body", "body": b"."}
