"""One web page or feed that the user named, fetched with limits on time, size, redirects and where these lead."""

import asyncio
import io
import ipaddress
import socket
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.errors import UnreadableError
from index.readers.draft import Document
from index.readers.identity import canonical_url

if TYPE_CHECKING:
    import httpx

CONNECT_SECONDS, TOTAL_SECONDS = 10.0, 30.0
MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
_READABLE = ("text/", "application/json", "application/pdf", "application/x-ndjson", "application/jsonl")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})


@dataclass(frozen=True, slots=True)
class Page:
    """What an address gave: a document and the content type its server named."""

    document: Document
    content_type: str


def is_url(target: str) -> bool:
    """Tell whether a target of an ingest is an address rather than a path.

    >>> is_url("https://news.example/a"), is_url("seeds/articles")
    (True, False)
    """
    return target.lower().startswith(("http://", "https://"))


def fetch(url: str) -> Page:
    """Fetch one address; raises UnreadableError with one line that says why it could not be read."""
    import httpx

    if not canonical_url(url):
        raise UnreadableError(f"{url}: not a web address: give one like https://example.org/page")
    try:
        return asyncio.run(_fetch(url))
    except TimeoutError as error:
        raise UnreadableError(f"{url}: no whole answer within {TOTAL_SECONDS:.0f} seconds: try again later") from error
    except httpx.TimeoutException as error:
        raise UnreadableError(f"{url}: the server does not answer: try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        raise UnreadableError(f"{url}: cannot be reached ({error}): check the address and the network") from error


async def _fetch(url: str) -> Page:
    import httpx

    headers = {"User-Agent": f"khabar/{version('khabar')}", "Accept-Encoding": "gzip"}
    timeout = httpx.Timeout(CONNECT_SECONDS)
    address = url
    async with asyncio.timeout(TOTAL_SECONDS), httpx.AsyncClient(timeout=timeout, headers=headers) as client:
        for _ in range(MAX_REDIRECTS + 1):
            async with client.stream("GET", address) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    address = await _follow(url, urljoin(address, response.headers["location"]))
                else:
                    return await _page(url, address, response)
    raise UnreadableError(f"{url}: more than {MAX_REDIRECTS} redirects: give the address that they lead to")


async def _follow(start: str, address: str) -> str:
    """Return where a redirect leads, unless a public server points into this machine or its network."""
    if not canonical_url(address):
        raise UnreadableError(f"{start}: redirects to what is no web address: {address[:100]}")
    if await _is_private(address) and not await _is_private(start):
        raise UnreadableError(f"{start}: redirects into a private network ({urlsplit(address).hostname}): not followed")
    return address


async def _is_private(address: str) -> bool:
    """Tell whether any address of a host is not one of the public internet."""
    parts = urlsplit(address)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError:
        return False  # a host without an address leads nowhere
    return any(not ipaddress.ip_address(entry[4][0]).is_global for entry in found)


async def _page(url: str, address: str, response: "httpx.Response") -> Page:
    if response.status_code != 200:
        raise UnreadableError(
            f"{url}: the server answered {response.status_code} {response.reason_phrase}: check the address"
        )
    content_type = response.headers.get("content-type", "text/html")
    name = content_type.partition(";")[0].strip().lower()
    if not (name.startswith(_READABLE) or name.endswith("xml")):
        raise UnreadableError(f"{url}: is {name or 'of no known type'}, not a page, feed, text, table, JSON or PDF")
    if "," in response.headers.get("content-encoding", ""):
        raise UnreadableError(f"{url}: is packed several times over: not read")
    data = bytearray()
    async for part in response.aiter_bytes():
        data += part
        if len(data) > MAX_BYTES:
            raise UnreadableError(f"{url}: larger than {MAX_BYTES // 1024 // 1024} MB: save it and ingest the file")
    document = Document(io.BytesIO(bytes(data)), address, response.charset_encoding or "")
    return Page(document, name)
