"""Who uses the page, and whether they sit at this machine."""

import ipaddress
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlsplit

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
        """Whether it is somebody at this machine, by this machine's own name, with no proxy in between.

        A page elsewhere whose name was made to point here (DNS rebinding) bears its own name.
        """
        host = _host_name(f"//{self.headers.get('host', '')}")
        return is_loopback(self.address) and is_loopback(host) and not any(name in self.headers for name in _PASSED_ON)

    @property
    def is_from_another_site(self) -> bool:
        """Whether a page of another site had the browser ask."""
        origin = self.headers.get("origin")
        if origin is None:
            return False
        try:
            return urlsplit(origin).netloc.lower() != self.headers.get("host", "").lower()
        except ValueError:
            return True


def is_here(request: Any) -> bool:
    """Tell whether a request of gradio comes from somebody at this machine, and not through a page of another site."""
    caller = Caller.of(request)
    return caller.is_here and not caller.is_from_another_site


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
