"""A desk to ask, the chat served from it, and a real browser that may reach nothing else."""

import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from typing import Any

import pytest

from index.archive import Archive
from index.article import Article
from index.hashing import HashEmbedder
from rag.answer import Answer
from rag.web.adding.handlers import Adding
from rag.web.adding.policy import Policy
from rag.web.protocol import Thumb
from tests.browser import newsroom
from tests.browser.looks import Look
from tests.browser.visitors import Visitors
from tests.fake_desk import FakeDesk
from tests.fake_writing import FakeWriting
from tests.serving import served

OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
)


@pytest.fixture(scope="session")
def articles() -> list[Article]:
    """Return a Hindi and an English article, both of them samples, and one that tries to break out of the page."""
    return newsroom.ARTICLES


@pytest.fixture(scope="session")
def desk() -> FakeDesk:
    """Return the desk that the browser asks."""
    return newsroom.desk()


class Kept(list[tuple[str, str, str]]):
    """Opinions as they came: question, thumb, reason."""

    def keep(self, answer: Answer, thumb: Thumb, reason: str = "", history: Sequence[str] = ()) -> int:
        """Add an opinion."""
        self.append((answer.question, thumb, reason))
        return len(self)


@pytest.fixture(scope="session")
def opinions() -> Kept:
    """What visitors thought of the answers."""
    return Kept()


@pytest.fixture(scope="session")
def site(desk: FakeDesk, opinions: Kept, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the chat; what is added there goes into an archive that the desk does not ask."""
    aside = Archive.create(tmp_path_factory.mktemp("aside") / "archive", HashEmbedder())
    with served(desk, opinions, FakeWriting(desk), Adding(aside, Policy("auto"))) as address:
        yield address


@pytest.fixture(scope="module")
def visitors() -> Iterator[Visitors]:
    """Visitors with a Chromium and a fresh profile. Without one the tests are skipped, and fail where CI is set.

    For one module at a time: while Playwright runs, no other test can run an event loop of its own.
    """
    chromium = shutil.which("chromium")
    if chromium is None or find_spec("playwright") is None:
        stop = pytest.fail if os.environ.get("CI") else pytest.skip
        stop("no chromium or no playwright here: run `sh tests/install-browser.sh` as root and `make test`")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chrome = driver.chromium.launch(executable_path=chromium, args=list(OPTIONS))
        yield Visitors(chrome)
        chrome.close()


@pytest.fixture
def open_page(visitors: Visitors, site: str) -> Iterator[Callable[..., Any]]:
    """Return a function that opens the chat; at the end no page may have complained or gone out."""
    yield partial(visitors.open, site)
    assert visitors.leave() == []


@pytest.fixture
def page(open_page: Callable[..., Any], look: Look) -> Any:
    """Return the chat, just opened in a look."""
    return open_page(**look.kind)
