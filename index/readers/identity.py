"""Who an article is: one URL for one page, and a name for files that does not depend on where one starts reading."""

import re
import unicodedata
from pathlib import PurePath
from urllib.parse import quote, urlsplit, urlunsplit

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id)(?:=|\Z)", re.IGNORECASE)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_PATH_CHARACTERS = "%/:@!$&'()*+,;=~-._"


def canonical_url(url: str) -> str:
    """Return the one form of a page's address, or "" for what is no http address.

    Scheme and host in lower case, no user, default port, fragment, tracking parameter or trailing slash.

    >>> canonical_url("HTTPS://News.Example/Desh/बाढ़/?utm_source=x&id=7#top")
    'https://news.example/Desh/%E0%A4%AC%E0%A4%BE%E0%A4%A2%E0%A4%BC?id=7'
    >>> canonical_url("javascript:alert(1)")
    ''
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        parts.path.encode(), parts.query.encode()  # half a character pair cannot be part of an address
    except ValueError:
        return ""
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        return ""
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    if port is not None and port != _DEFAULT_PORTS[parts.scheme]:
        host = f"{host}:{port}"
    path = quote(unicodedata.normalize("NFC", parts.path), safe=_PATH_CHARACTERS).rstrip("/")
    kept = [part for part in parts.query.split("&") if part and not _TRACKING.match(part)]
    query = quote(unicodedata.normalize("NFC", "&".join(kept)), safe=_PATH_CHARACTERS + "?")
    return urlunsplit((parts.scheme, host, path, query, ""))


def is_front_page(url: str) -> bool:
    """Tell whether an address is a site's front page, which many pages wrongly name as their canonical one.

    >>> is_front_page("https://news.example/"), is_front_page("https://news.example/a")
    (True, False)
    """
    parts = urlsplit(canonical_url(url))
    return not parts.path and not parts.query


def file_name(path: PurePath, anchor: PurePath) -> str:
    """Return the path of a file below its anchor folder, with "/" and in NFC, as it stands in an article's id.

    >>> from pathlib import PurePosixPath as P
    >>> file_name(P("/data/ganga/2025/a.txt"), P("/data/ganga"))
    '2025/a.txt'
    """
    return unicodedata.normalize("NFC", printable(path.relative_to(anchor).as_posix()))


def printable(name: str) -> str:
    r"""Return a file's name as text that can be stored and shown; bytes that are not UTF-8 become escapes.

    >>> printable("b\udcff.txt")
    'b\\xff.txt'
    """
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
