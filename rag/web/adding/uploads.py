"""What a browser sends: taken from those who may add alone, bounded, read from where uploads lie and nowhere else."""

import re
import unicodedata
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.datastructures import Headers

from index.readers import NamedFile
from rag.web.adding.policy import Policy
from rag.web.escape import visible
from rag.web.headers import App, Scope, Send
from rag.web.here import Caller

MOST_FILES = 50
LARGEST_FILE = 32 * 1024 * 1024
LARGEST_TOGETHER = 128 * 1024 * 1024
LONGEST_NAME = 200
# What a form needs around the file in it.
_WRAPPING = 64 * 1024
# Gradio lays each upload into a folder named by the digest of its content.
_FOLDER = re.compile(r"[0-9a-f]{64}")
_FORM = "multipart/"


class UploadGuard:
    """ASGI middleware that refuses a file before a byte of it is read, where its sender may not add or it is too large.

    The page sends files one by one; its forms are the only ones with files in them.
    """

    def __init__(self, app: App, policy: Policy) -> None:
        self.app = app
        self.policy = policy

    async def __call__(self, scope: Scope, receive: Callable[[], Awaitable[Any]], send: Send) -> None:
        """Pass a request on, or answer it with the reason why not."""
        refusal = self._refusal(scope) if scope["type"] == "http" else None
        if refusal is None:
            await self.app(scope, receive, send)
            return
        status, reason = refusal
        headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": reason.encode()})

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        # Of a header that comes twice Gradio reads the first, as is done here; a form is one by any of its types.
        headers = Headers(scope=scope)
        if not any(_FORM in kind.lower() for kind in headers.getlist("content-type")):
            return None
        caller = Caller(scope["client"][0] if scope.get("client") else "", headers)
        if not self.policy.allows(caller):
            return 403, "articles are not added from this page"
        # A body that is sent in chunks has the length that it likes, whatever is claimed.
        length = "" if "transfer-encoding" in headers else headers.get("content-length", "")
        if not length.isascii() or not length.isdigit():
            return 411, "the length of the file is not given"
        if int(length) > LARGEST_FILE + _WRAPPING:
            return 413, f"larger than {LARGEST_FILE // 1024 // 1024} MB"
        return None


def received(path: str, folder: Path) -> Path | None:
    """Return the file that a browser says it has sent, None where nothing that was sent lies there.

    `folder` is where uploads lie. What a browser names is no more than a claim: /etc/passwd is not read for it.
    """
    try:
        root, claimed = folder.resolve(), Path(path)
        digest = claimed.parent
        is_upload = digest.parent.resolve() == root and _FOLDER.fullmatch(digest.name) is not None
        real = claimed.resolve(strict=True)
        return real if is_upload and real == root / digest.name / claimed.name and real.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def plain_name(name: str) -> str:
    r"""Return the plain name of a file as its sender has it: the last part of it, without what nobody sees, bounded.

    >>> plain_name("C:\\समाचार\\पुल की ख़बर.txt"), plain_name("../../etc/passwd"), plain_name("a\u202etxt.exe")
    ('पुल की ख़बर.txt', 'passwd', 'atxt.exe')
    """
    last = re.split(r"[/\\]", visible(name.encode("utf-8", "replace").decode()))[-1].strip()
    stem, dot, suffix = unicodedata.normalize("NFC", last).rpartition(".")
    if not dot:
        return suffix[:LONGEST_NAME]
    suffix = suffix[:20]
    return f"{stem[: LONGEST_NAME - len(suffix)]}.{suffix}"


def discard(files: Iterable[NamedFile]) -> None:
    """Delete uploads that have been read, with the folders made for them."""
    for file in files:
        with suppress(OSError):
            file.path.unlink(missing_ok=True)
            file.path.parent.rmdir()
