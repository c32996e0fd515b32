"""What a user waits for: building the sample archive, a warm and a cold question, help. `make bench` runs it."""

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from statistics import median

import seeds
from eval.questions import load
from rag import NewsDesk

KHABAR = [sys.executable, "-m", "rag.cli"]


def seconds(act: Callable[[], object]) -> float:
    """Return how long something takes, in seconds."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def khabar(*arguments: str) -> None:
    """Run the command from start to end."""
    subprocess.run([*KHABAR, *arguments], check=True, capture_output=True)


def first_word(command: list[str]) -> float:
    """Return after how many seconds a command first writes anything."""
    begin = time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        assert process.stdout is not None  # noqa: S101 (it is piped)
        process.stdout.read(1)
        waited = time.perf_counter() - begin
        process.stdout.read()
    return waited


def main() -> None:
    """Print one figure a line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often each whole command runs; medians are printed")
    rounds = range(parser.parse_args().rounds)
    with tempfile.TemporaryDirectory() as folder:
        archives = [str(Path(folder) / f"archive{number}") for number in rounds]
        ask = ["ask", "--archive", archives[0], "Who won the final?"]
        figures = {
            "sample archive built, s": median(
                seconds(partial(khabar, "ingest", "--archive", archive, str(seeds.ARTICLES))) for archive in archives
            ),
            "cold khabar ask, s": median(seconds(partial(khabar, *ask)) for _ in rounds),
            "first word of khabar ask, s": median(first_word([*KHABAR, *ask]) for _ in rounds),
            "khabar --help, s": median(seconds(partial(khabar, "--help")) for _ in rounds),
            "warm ask, ms": _warm(Path(archives[0])),
        }
    for name, value in figures.items():
        sys.stdout.write(f"{name:32}{value:8.2f}\n")


def _warm(archive: Path) -> float:
    """Return the median time of a question to a desk that is open, in milliseconds."""
    desk = NewsDesk.open(archive)
    questions = load(seeds.QUESTIONS, "test")
    desk.ask(questions[0].question)
    return median(desk.ask(one.question, history=one.history, as_of=one.as_of).timings_ms["total"] for one in questions)


if __name__ == "__main__":
    main()
