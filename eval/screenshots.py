"""Pictures of the chat for the README: the sample archive, asked in Hindi and in English, on a desk and a telephone.

Run with ``python -m eval.screenshots``; it wants the extra `browser`, and Chromium with Devanagari fonts.
"""

import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated, Any

import httpx
import typer

import seeds
from index.errors import KhabarError, UsageError

HOST = "127.0.0.1"
START_SECONDS = 120
ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the page as it looks to a visitor who has asked, and opened the first source or not."""

    name: str
    locale: str
    question: str
    opens_source: bool
    width: int = 1280
    height: int = 800
    scheme: str = "light"


PICTURES = (
    Picture("hindi", "hi-IN", "रूस से भारत के रक्षा आयात का हिस्सा 2019 और 2023 के बीच कितना रह गया?", True),
    Picture("english", "en-IN", "When did Chandrayaan-3 land on the Moon?", True),
    Picture("dark", "en-IN", "Where did the two defence ministers meet?", True, scheme="dark"),
    Picture("telephone-hindi", "hi-IN", "चंद्रयान-3 चंद्रमा पर कब उतरा?", False, 390, 844),
    Picture("telephone-english", "en-IN", "rajnath singh ne kis se mulakat ki?", False, 390, 844, "dark"),
)


def main(
    output: Annotated[Path, typer.Option(help="Folder for the pictures.")] = Path("docs/screenshots"),
    archive: Annotated[
        Path | None, typer.Option(help="Archive to ask; the samples, built anew, where left out.")
    ] = None,
) -> None:
    """Take the pictures that the README shows."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise UsageError("no chromium here: install it, or run tests/install-browser.sh as root")
    output.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as scratch, served(archive or _samples(Path(scratch))) as address:
        for path in take(PICTURES, address, chromium, output):
            typer.echo(path)


def take(pictures: tuple[Picture, ...], address: str, chromium: str, output: Path) -> Iterator[Path]:
    """Yield the file of each picture once it is taken."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as driver:
        chrome = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        for picture in pictures:
            view = {"width": picture.width, "height": picture.height}
            window = chrome.new_context(locale=picture.locale, viewport=view, color_scheme=picture.scheme)
            page = window.new_page()
            _ask(page, address, picture)
            path = output / f"{picture.name}.png"
            page.screenshot(path=path)
            window.close()
            yield path
        chrome.close()


@contextmanager
def served(archive: Path) -> Iterator[str]:
    """Yield the address of a chat over an archive, in a process of its own, which ends with the block."""
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = str(free.getsockname()[1])
    chat = subprocess.Popen([sys.executable, "-m", "rag.cli", "chat", "--archive", str(archive), "--port", port])
    try:
        address = f"http://{HOST}:{port}/"
        _wait_for(address, chat)
        yield address
    finally:
        chat.terminate()
        chat.wait()


def _samples(scratch: Path) -> Path:
    archive = scratch / "archive"
    ingest = [sys.executable, "-m", "rag.cli", "ingest", str(seeds.ARTICLES), "--archive", str(archive)]
    subprocess.run(ingest, check=True, capture_output=True)
    return archive


def _wait_for(address: str, chat: "subprocess.Popen[bytes]") -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end and chat.poll() is None:
        try:
            httpx.get(address, trust_env=False)
        except httpx.HTTPError:
            time.sleep(0.2)
        else:
            return
    raise UsageError(f"the chat at {address} does not answer: run khabar chat to see why")


def _ask(page: Any, address: str, picture: Picture) -> None:
    page.goto(address)
    page.wait_for_selector(f"html[lang={picture.locale[:2]}] body.kh-ready .kh-welcome")
    page.fill("#kh-question textarea", picture.question)
    page.keyboard.press("Enter")
    page.wait_for_selector(".kh-answer[aria-busy=false] .kh-mark")
    if picture.opens_source:
        page.click(".kh-answer .kh-mark >> nth=0")
        page.wait_for_selector(".kh-open mark")
    page.mouse.move(0, 0)
    page.wait_for_timeout(300)


if __name__ == "__main__":
    try:
        typer.run(main)
    except KhabarError as error:
        sys.exit(str(error))
