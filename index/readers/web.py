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
from index.readers.faults import AddressFault
from index.readers.identity import canonical_url
from index.reasons import because

if TYPE_CHECKING:
    import httpx

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address
CONNECT_SECONDS, TOTAL_SECONDS = 10.0, 30.0
MAX_BYTES = 10 * 1024 * 1024
MAX_REDIRECTS = 5
_READABLE = ("text/", "application/json", "application/pdf", "application/x-ndjson", "application/jsonl")
_NAT64, _IPV4_COMPATIBLE = ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("::/96")
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# Statuses of a page that not everybody is given, and of a server that is too busy.
_NOT_GIVEN, _TOO_MUCH = frozenset({401, 402, 403, 407, 451}), frozenset({408, 425, 429})


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
        raise UnreadableError.at(url, because(AddressFault.NO_ADDRESS))
    try:
        return asyncio.run(_fetch(url, public_only))
    except TimeoutError as error:
        raise UnreadableError.at(url, because(AddressFault.SLOW, seconds=round(TOTAL_SECONDS))) from error
    except httpx.TimeoutException as error:
        raise UnreadableError.at(url, because(AddressFault.SILENT)) from error
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:  # a host name that is none is a ValueError
        raise UnreadableError.at(url, because(AddressFault.UNREACHABLE, detail=str(error))) from error


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
    raise UnreadableError.at(url, because(AddressFault.MANY_REDIRECTS, most=MAX_REDIRECTS))


async def _pinned(client: "httpx.AsyncClient", start: str, address: str) -> "httpx.Request":
    """Return a request that goes to a checked public address of the host, under the host's name."""
    import httpx

    found = await _resolve(address)
    if not all(map(is_public, found)):
        raise UnreadableError.at(start, because(AddressFault.PRIVATE, host=_host(address)))
    if not found:
        raise UnreadableError.at(start, because(AddressFault.UNKNOWN_HOST, host=_host(address)))
    url = httpx.URL(address)
    headers = {"Host": url.netloc.decode("ascii")}
    return client.build_request(
        "GET", url.copy_with(host=str(found[0])), headers=headers, extensions={"sni_hostname": url.host}
    )


async def _follow(start: str, address: str) -> str:
    """Return where a redirect leads, unless a public server points into this machine or its network."""
    if not canonical_url(address):
        raise UnreadableError.at(start, because(AddressFault.REDIRECTS_NOWHERE, address=address[:100]))
    leads_inside = not all(map(is_public, await _resolve(address)))
    if leads_inside and any(map(is_public, await _resolve(start))):
        raise UnreadableError.at(start, because(AddressFault.REDIRECTS_INSIDE, host=_host(address)))
    return address


def _host(address: str) -> str:
    return urlsplit(address).hostname or ""


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
        fault, status = _refusal(response.status_code), response.status_code
        raise UnreadableError.at(url, because(fault, status=status, detail=response.reason_phrase))
    content_type = response.headers.get("content-type", "text/html")
    name = content_type.partition(";")[0].strip().lower()
    if not (name.startswith(_READABLE) or name.endswith("xml")):
        other = because(AddressFault.NO_SUCH_TYPE, type=name[:100]) if name else because(AddressFault.NO_TYPE)
        raise UnreadableError.at(url, other)
    data = await _unpacked(url, response)
    return Page(Document(io.BytesIO(data), address, response.charset_encoding or ""), name)


def _refusal(status: int) -> AddressFault:
    """Return the kind of a status that is no success, by what a reader can do about it."""
    if status in _NOT_GIVEN:
        return AddressFault.NOT_GIVEN
    return AddressFault.IN_TROUBLE if status in _TOO_MUCH or status >= 500 else AddressFault.BAD_STATUS


async def _unpacked(url: str, response: "httpx.Response") -> bytes:
    """Return the body of an answer, unpacked no further than the limit: kilobytes can hold gigabytes."""
    packing = response.headers.get("content-encoding", "identity").strip().lower()
    if packing not in ("gzip", "x-gzip", "identity", ""):
        raise UnreadableError.at(url, because(AddressFault.BAD_PACKING, packing=packing[:40]))
    unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if "gzip" in packing else None
    data = bytearray()
    try:
        async for part in response.aiter_raw():
            data += unpacker.decompress(part, MAX_BYTES + 1 - len(data)) if unpacker else part
            if len(data) > MAX_BYTES:
                raise UnreadableError.at(url, because(AddressFault.LARGE_ANSWER, megabytes=MAX_BYTES // 1024 // 1024))
    except zlib.error as error:
        raise UnreadableError.at(url, because(AddressFault.NOT_UNPACKED, detail=str(error))) from error
    return bytes(data)
