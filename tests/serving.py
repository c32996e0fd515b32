"""Serve the chat over a desk for as long as a test needs it."""

import asyncio
import gc
import socket
import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import app
from rag.web.adding.handlers import Adding
from rag.web.protocol import Desk, Opinions, Writing


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as free:
        free.bind((app.HOST, 0))
        port: int = free.getsockname()[1]
        return port


@contextmanager
def served(
    desk: Desk, opinions: Opinions | None = None, writing: Writing | None = None, adding: Adding | None = None
) -> Iterator[str]:
    """Yield the address of the chat over a desk; without `adding` nobody may add articles."""
    with gradio_leftovers_unreported():
        page = app.build(desk, opinions, writing, adding)
        address = app.launch(page, free_port(), adding.policy if adding else app.CLOSED)
    yield address
    page.close(verbose=False)


@contextmanager
def gradio_leftovers_unreported() -> Iterator[None]:
    """For each lock gradio opens an event loop that it never closes: let them go here, not in some later test."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        yield
        asyncio.set_event_loop(None)
        gc.collect()
