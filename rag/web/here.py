"""Whether whoever uses the page sits at this machine."""

import ipaddress
from typing import Any
from urllib.parse import urlsplit

# What a proxy says of the client that it asks for.
_PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")


def is_here(request: Any) -> bool:
    """Tell whether a request of gradio comes from this machine, under a name of it, with no proxy in between.

    A page elsewhere whose name was made to point here (DNS rebinding) bears its own name.
    """
    headers = {str(name).lower(): str(value) for name, value in dict(request.headers).items()}
    address = str(request.client.host) if request.client else ""
    passed_on = any(name in headers for name in _PASSED_ON)
    return _is_loopback(address) and _is_loopback(_host_name(headers.get("host", ""))) and not passed_on


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _host_name(host: str) -> str:
    try:
        return urlsplit(f"//{host}").hostname or ""
    except ValueError:
        return ""
