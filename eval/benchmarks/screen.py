"""What a reader waits for, measured in Chromium: the first page, and from Enter to the answer on the screen.

python -m eval.benchmarks.screen --archive DIR [--questions 40]
"""

import argparse
import shutil
import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

import seeds
from eval.questions import load
from eval.screenshots import ARGUMENTS, served

PATIENCE_MS = 60_000
# Turns of one conversation; then a fresh page, as a reader's thread does not grow for ever.
TURNS = 8
REST_MS = 300
# From now on: when the question stands on the page, when the first of the answer does, when all of it does.
WATCH = """() => {
    const begin = performance.now();
    const before = document.querySelectorAll(".kh-turn").length;
    const seen = (window.seen = {});
    const note = (name, is) => { if (is && seen[name] === undefined) seen[name] = performance.now() - begin; };
    const look = () => {
        const turn = [...document.querySelectorAll(".kh-turn")][before];
        if (!turn) return;
        note("question", true);
        note("first words", turn.querySelector(".kh-lead, .kh-sentence, .kh-abstained"));
        note("whole answer", turn.querySelector(".kh-answer[aria-busy=false]"));
        if (seen["whole answer"] !== undefined) watcher.disconnect();
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}"""
READY = "body.kh-ready .kh-welcome"


def main() -> None:
    """Print the seconds to the first page, and the milliseconds from Enter to the screen."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True, help="an archive of the sample articles")
    parser.add_argument("--questions", type=int, default=40)
    wanted = parser.parse_args()
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        raise SystemExit("no chromium here: install it, or run tests/install-browser.sh as root")
    questions = [one.question for one in load(seeds.QUESTIONS, "test") if not one.history][: wanted.questions]
    with served(wanted.archive) as address:
        first_page, waits = measure(address, chromium, questions)
    sys.stdout.write(report(first_page, waits))


def measure(address: str, chromium: str, questions: list[str]) -> tuple[float, dict[str, list[float]]]:
    """Return the seconds to the first page of a fresh browser, and for each question the waits in milliseconds."""
    from playwright.sync_api import sync_playwright

    waits: dict[str, list[float]] = {"question": [], "first words": [], "whole answer": []}
    with sync_playwright() as driver:
        chrome = driver.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        page = chrome.new_page(viewport={"width": 1280, "height": 800})
        page.set_default_timeout(PATIENCE_MS)
        begin = time.perf_counter()
        page.goto(address)
        page.wait_for_selector(READY)
        first_page = time.perf_counter() - begin
        for number, question in enumerate(questions):
            if number and number % TURNS == 0:
                page.reload()
                page.wait_for_selector(READY)
            for name, wait in _ask(page, question).items():
                waits[name].append(wait)
        chrome.close()
    return first_page, waits


def report(first_page: float, waits: dict[str, list[float]]) -> str:
    """Return the figures as text.

    >>> print(report(0.5, {"first words": [100.0, 120.0, 200.0]}), end="")
    first page 0.50 s
    Enter to first words: median 120 ms, p95 192 ms, longest 200 ms (3)
    """
    lines = [f"first page {first_page:.2f} s"]
    for name, values in waits.items():
        half, most = np.percentile(values, [50, 95])
        told = f"median {half:.0f} ms, p95 {most:.0f} ms, longest {max(values):.0f} ms ({len(values)})"
        lines.append(f"Enter to {name}: {told}")
    return "\n".join(lines) + "\n"


def _ask(page: Any, question: str) -> dict[str, float]:
    page.fill("#kh-question textarea", question)
    page.evaluate(WATCH)
    page.keyboard.press("Enter")
    page.wait_for_function("window.seen['whole answer'] !== undefined")
    page.wait_for_timeout(REST_MS)
    seen: dict[str, float] = page.evaluate("window.seen")
    return seen


if __name__ == "__main__":
    main()
