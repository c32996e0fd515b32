"""One web page or feed that the user named, fetched with limits on time, size, redirects and where these lead."""

import asyncio
import io
import ipaddress
import socket
import zlib
from contextlib import aclosing
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from index.errors import UnreadableError
from index.readers.draft import Document
from index.readers.identity import canonical_url

if TYPE_CHECKING:
    import httpx

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
CONNECT_SECONDS, TOTAL_SECONDS = 10.0, 30.0
MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
_READABLE = ("text/", "application/json", "application/pdf", "application/x-ndjson", "application/jsonl")
_NAT64, _IPV4_COMPATIBLE = ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96")
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


def fetch(url: str, *, public_only: bool = False) -> Page:
    """Fetch one address; raises UnreadableError with one line that says why it could not be read.

    With `public_only`, for addresses that strangers give, nothing but the public internet is ever connected to: each
    host, also of a redirect, is looked up once, and the connection goes to the very address that was checked.
    """
    import httpx

    if not canonical_url(url):
        raise UnreadableError(f"{url}: not a web address: give one like https://example.org/page")
    try:
        return asyncio.run(_fetch(url, public_only))
    except TimeoutError as error:
        raise UnreadableError(f"{url}: no whole answer within {TOTAL_SECONDS:.0f} seconds: try again later") from error
    except httpx.TimeoutException as error:
        raise UnreadableError(f"{url}: the server does not answer: try again later") from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # a host name that is none is a ValueError
        raise UnreadableError(f"{url}: cannot be reached ({error}): check the address and the network") from error


async def _fetch(url: str, public_only: bool) -> Page:
    import httpx

    headers = {"User-Agent": f"khabar/{version('khabar')}", "Accept-Encoding": "gzip"}
    timeout = httpx.Timeout(CONNECT_SECONDS)
    address = url
    # A proxy would look the host up anew, where nobody checks.
    client = httpx.AsyncClient(timeout=timeout, headers=headers, trust_env=not public_only)
    async with asyncio.timeout(TOTAL_SECONDS), client:
        for _ in range(MAX_REDIRECTS + 1):
            pinned = await _pinned(client, url, address) if public_only else client.build_request("GET", address)
            async with aclosing(await client.send(pinned, stream=True)) as response:
                if response.status_code in _REDIRECTS and "location" in response.headers:
                    address = await _follow(url, urljoin(address, response.headers["location"]))
                else:
                    return await _page(url, address, response)
    raise UnreadableError(f"{url}: more than {MAX_REDIRECTS} redirects: give the address that they lead to")


async def _pinned(client: "httpx.AsyncClient", start: str, address: str) -> "httpx.Request":
    """Return a request that goes to a checked public address of the host, under the host's name."""
    import httpx

    found = await _resolve(address)
    if not all(map(is_public, found)):
        raise UnreadableError(f"{start}: leads into a private network ({urlsplit(address).hostname}): not read here")
    if not found:
        raise UnreadableError(f"{start}: {urlsplit(address).hostname} is not known: check the address")
    url = httpx.URL(address)
    headers = {"Host": url.netloc.decode("ascii")}
    return client.build_request(
        "GET", url.copy_with(host=str(found[0])), headers=headers, extensions={"sni_hostname": url.host}
    )


async def _follow(start: str, address: str) -> str:
    """Return where a redirect leads, unless a public server points into this machine or its network."""
    if not canonical_url(address):
        raise UnreadableError(f"{start}: redirects to what is no web address: {address[:100]}")
    leads_inside = not all(map(is_public, await _resolve(address)))
    if leads_inside and any(map(is_public, await _resolve(start))):
        raise UnreadableError(f"{start}: redirects into a private network ({urlsplit(address).hostname}): not followed")
    return address


async def _resolve(address: str) -> list[IPAddress]:
    """Return the addresses of a host; none where it has none, and so leads nowhere."""
    parts = urlsplit(address)
    try:
        found = await asyncio.get_running_loop().getaddrinfo(parts.hostname, parts.port or 80, type=socket.SOCK_STREAM)
    except OSError:
        return []
    return [ipaddress.ip_address(entry[4][0]) for entry in found]


def is_public(address: IPAddress) -> bool:
    """Tell whether an address is one of the public internet, also where it carries an IPv4 address in itself.

    >>> [is_public(ipaddress.ip_address(one)) for one in ("8.8.8.8", "10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")]
    [True, False, False, False]
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in _NAT64 or address in _IPV4_COMPATIBLE:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(inner)
    return address.is_global and not address.is_multicast


async def _page(url: str, address: str, response: "httpx.Response") -> Page:
    if response.status_code != 200:
        raise UnreadableError(
            f"{url}: the server answered {response.status_code} {response.reason_phrase}: check the address"
        )
    content_type = response.headers.get("content-type", "text/html")
    name = content_type.partition(";")[0].strip().lower()
    if not (name.startswith(_READABLE) or name.endswith("xml")):
        raise UnreadableError(f"{url}: is {name or 'of no known type'}, not a page, feed, text, table, JSON or PDF")
    data = await _unpacked(url, response)
    return Page(Document(io.BytesIO(data), address, response.charset_encoding or ""), name)


async def _unpacked(url: str, response: "httpx.Response") -> bytes:
    """Return the body of an answer, unpacked no further than the limit: kilobytes can hold gigabytes."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("gzip", "x-gzip", "identity", ""):
        raise UnreadableError(f"{url}: is packed as {packing[:40]}, which was not asked for: not read")
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
    data = bytearray()
    try:
        async for part in response.aiter_raw():
            data += unpacker.decompress(part, MAX_BYTES + 1 - len(data)) if unpacker else part
            if len(data) > MAX_BYTES:
                raise UnreadableError(f"{url}: larger than {MAX_BYTES // 1024 // 1024} MB: save it and ingest the file")
    except zlib.error as error:
        raise UnreadableError(f"{url}: cannot be unpacked ({error}): try again later") from error
    return bytes(data)
