"""The endpoint writer: any server that speaks OpenAI's chat completions (Ollama, vLLM, llama.cpp, …), streamed."""

import logging
import os
import time
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from index.errors import UsageError
from rag.evidence import Evidence
from rag.followups.standalone import LONGEST_REWRITING, REWRITING_SECONDS, answer_language
from rag.question import Question
from rag.settings import Settings
from rag.writers import Draft, Trouble, WriterError
from rag.writers.chat_stream import PassingError, content_of
from rag.writers.model_answer import Pieces, drafts, rewriting, shown_to_model
from rag.writers.prompts import messages_for, messages_for_rewriting

if TYPE_CHECKING:
    import ssl

    import httpx

KEY_VARIABLE = "KHABAR_ENDPOINT_KEY"
# Seconds before the second try; each further one waits twice as long, a server's own Retry-After wins.
FIRST_WAIT = 0.5
_PLAIN = {"Accept-Encoding": "identity"}  # what is packed could unpack to any size
_PATH = "/chat/completions"
_SETUP = {
    401: f"the key is refused: set {KEY_VARIABLE} to one that the server takes",
    403: f"the key may not do this: set {KEY_VARIABLE} to one that may",
    404: "no such address or model: check KHABAR_ENDPOINT_URL and KHABAR_ENDPOINT_MODEL",
}
_BUSY = frozenset({429, 503, 529})
_PASSING = _BUSY | {408, 425, 500, 502, 504}

log = logging.getLogger(__name__)


class EndpointWriter:
    """Have a server's model write; closing the generator hangs up. The key never leaves the request's header."""

    name = "endpoint"

    def __init__(self, settings: Settings, *, with_key: bool = True) -> None:
        self._settings = settings
        self._url = chat_url(settings.endpoint_url)
        if not settings.endpoint_model:
            raise UsageError("the endpoint writer has no model: set KHABAR_ENDPOINT_MODEL to the server's name for it")
        self._headers = _headers(os.environ.get(KEY_VARIABLE, "").strip() if with_key else "")

    def write(self, question: Question, evidence: Sequence[Evidence]) -> Iterator[Draft]:
        """Yield the model's sentences as they are complete, not yet verified.

        Raises WriterError where the server fails, UsageError where it refuses the key, the model or the address.
        """
        chosen = shown_to_model(evidence, self._settings.writer_sentences)
        messages = messages_for(question, chosen, question.answer_language)
        yield from drafts(self._pieces(messages, self._settings.writer_seconds), chosen)

    def rewrite(self, text: str, history: Sequence[str]) -> str:
        """Return a follow-up as the model completes it from earlier questions. Raises WriterError where it fails."""
        messages = messages_for_rewriting(text, history, answer_language(text))
        seconds = min(REWRITING_SECONDS, self._settings.writer_seconds)
        return rewriting(self._pieces(messages, seconds), LONGEST_REWRITING + 1)

    def _pieces(self, messages: list[dict[str, str]], seconds: float) -> Pieces:
        """Yield the text as it comes; until the first of it, passing troubles are tried again."""
        deadline = time.monotonic() + seconds
        wait = FIRST_WAIT
        for tries_left in range(self._settings.endpoint_retries, -1, -1):
            begun = False
            try:
                for piece in self._attempt(messages, deadline):
                    begun = begun or bool(piece.strip())
                    yield piece
                return
            except PassingError as error:
                pause = wait if error.wait is None else error.wait
                if begun or not tries_left or time.monotonic() + pause >= deadline:
                    raise
                log.info("%s: trying again in %.1f s", error, pause)
                time.sleep(pause)
                wait *= 2

    def _attempt(self, messages: list[dict[str, str]], deadline: float) -> Iterator[str]:
        import httpx

        left = max(0.1, deadline - time.monotonic())
        connect = min(self._settings.endpoint_connect_seconds, left)
        timeout = httpx.Timeout(min(self._settings.endpoint_read_seconds, left), connect=connect)
        body = {
            "model": self._settings.endpoint_model,
            "messages": messages,
            "max_tokens": self._settings.writer_tokens,
            "temperature": 0,
            "stream": True,
        }
        try:
            with (
                self._client(timeout) as client,
                client.stream("POST", self._url, json=body, headers=self._headers) as response,
            ):
                self._check(response)
                yield from content_of(response, deadline)
        except httpx.TimeoutException as error:
            phase = "connect" if isinstance(error, httpx.ConnectTimeout) else "answer"
            raise WriterError("late", f"{self._url} did not {phase} in time") from None
        except httpx.ConnectError as error:
            reason = f"{self._url} cannot be reached ({error}): is the server running?"
            raise PassingError("unreachable", reason) from None
        except httpx.TransportError as error:
            raise PassingError("cut", f"{self._url} broke off ({type(error).__name__})") from None
        except httpx.HTTPError as error:
            raise WriterError("broken", f"{self._url} answered what is no HTTP ({type(error).__name__})") from None
        except (ValueError, OverflowError) as error:  # no host or port that a resolver takes, such as http://..
            raise WriterError("unreachable", f"{self._url} cannot be reached ({error})") from None

    def _client(self, timeout: "httpx.Timeout") -> "httpx.Client":
        import httpx

        try:
            return httpx.Client(timeout=timeout, verify=self._trusted)
        except (ValueError, ImportError, OSError) as error:
            reason = f"check the proxy and the certificates that the environment names ({error})"
            raise UsageError(f"{self._url} cannot be asked: {reason}") from None

    @cached_property
    def _trusted(self) -> "ssl.SSLContext":
        """The certificates that are trusted; reading them takes longer than a request."""
        import httpx

        return httpx.create_ssl_context()

    def _check(self, response: "httpx.Response") -> None:
        status = response.status_code
        if status == 200:
            return
        where = f"{self._url} answered {status}"
        if status in _SETUP:
            raise UsageError(f"{where}: {_SETUP[status]}")
        if 300 <= status < 400:
            raise UsageError(f"{where}: it points elsewhere: set KHABAR_ENDPOINT_URL to the final address")
        trouble: Trouble = "busy" if status in _BUSY else "refused"
        if status in _PASSING:
            raise PassingError(trouble, where, _retry_after(response.headers.get("retry-after")))
        raise WriterError(trouble, where)


def chat_url(base: str) -> str:
    """Return the address to post to. Raises UsageError for what is no http address, or holds a password.

    >>> chat_url("http://localhost:11434"), chat_url("https://example.org/openai/v1/")
    ('http://localhost:11434/v1/chat/completions', 'https://example.org/openai/v1/chat/completions')
    """
    if not base:
        raise UsageError(
            "the endpoint writer has no address: set KHABAR_ENDPOINT_URL, such as http://localhost:11434/v1"
        )
    import httpx

    try:
        parts = urlsplit(base.strip())
        valid = parts.scheme in ("http", "https") and httpx.URL(base.strip()).host
    except (ValueError, httpx.InvalidURL):
        valid = None
    if not valid:
        raise UsageError(f"KHABAR_ENDPOINT_URL {base!r}: no address of a server: write it as http://host:port/v1")
    if parts.username or parts.password:
        raise UsageError(f"KHABAR_ENDPOINT_URL holds a name or password: put the key into {KEY_VARIABLE} instead")
    path = parts.path.rstrip("/") or "/v1"
    return parts._replace(path=path if path.endswith(_PATH) else path + _PATH, fragment="").geturl()


def _headers(key: str) -> dict[str, str]:
    if not key:
        return _PLAIN
    if not (key.isascii() and key.isprintable()):
        raise UsageError(f"{KEY_VARIABLE} holds characters that no key has: copy it again")
    return {**_PLAIN, "Authorization": f"Bearer {key}"}


def _retry_after(value: Any) -> float | None:
    try:
        seconds = float(value)
    except (TypeError, ValueError):
        return None
    return max(0.0, seconds) if seconds < float("inf") else None
