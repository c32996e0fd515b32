"""Who may add articles from the page, and what may be fetched for them: asked on the server at every request."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self
from urllib.parse import urlsplit

Mode = Literal["auto", "on", "off"]
THIS_MACHINE = "127.0.0.1"
# What a proxy says of the client that it asks for.
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks: the address that the connection comes from, and the headers by their names in lower case."""

    address: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, request: Any) -> Self:
        """Return who sent a request of gradio or Starlette."""
        headers = {str(name).lower(): str(value) for name, value in dict(request.headers).items()}
        return cls(str(request.client.host) if request.client else "", headers)

    @property
    def is_here(self) -> bool:
        """Whether it is somebody at this machine, by this machine's own name, with no proxy in between."""
        host = _host_name(f"//{self.headers.get('host', '')}")
        return is_loopback(self.address) and is_loopback(host) and not any(name in self.headers for name in _PASSED_ON)

    @property
    def is_from_another_site(self) -> bool:
        """Whether a page of another site had the browser ask."""
        origin = self.headers.get("origin")
        return origin is not None and urlsplit(origin).netloc.lower() != self.headers.get("host", "").lower()


@dataclass(frozen=True, slots=True)
class Policy:
    """Whether articles are added from the page; `host` is the address that it is served on.

    "auto" lets those add who sit at this machine, while the page is served to it alone.
    """

    mode: Mode = "off"
    host: str = THIS_MACHINE

    @property
    def is_closed(self) -> bool:
        """Whether nobody may add, whoever asks."""
        return self.mode == "off" or (self.mode == "auto" and not is_loopback(self.host))

    def allows(self, caller: Caller) -> bool:
        """Tell whether a caller may add articles."""
        if self.is_closed or caller.is_from_another_site:
            return False
        return self.mode == "on" or caller.is_here

    def is_public_only(self, caller: Caller) -> bool:
        """Tell whether a caller's addresses are fetched from the public internet alone, as all are but this machine's.

        >>> Policy("on", "0.0.0.0").is_public_only(Caller("127.0.0.1", {"host": "localhost:7860"}))
        True
        """
        return not (is_loopback(self.host) and caller.is_here)


def is_loopback(host: str) -> bool:
    """Tell whether a host is this machine as only this machine reaches it.

    >>> is_loopback("localhost"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("news.example")
    (True, True, False, False)
    """
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host_name(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""
