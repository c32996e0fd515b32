"""Many users at once: each asks questions one after another of a `khabar serve` of their own making; p50 and p95.

python -m eval.benchmarks.users --archive DIR [--users 20] [--questions 10]
"""

import argparse
import re
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import numpy as np

import seeds
from eval.questions import load

PATIENCE_SECONDS = 120.0


def main() -> None:
    """Print how many answers came, how many did not, and how long they took; leave with 1 after any error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--archive", type=Path, required=True, help="an archive of the sample articles")
    parser.add_argument("--users", type=int, default=20)
    parser.add_argument("--questions", type=int, default=10, help="how many each user asks")
    wanted = parser.parse_args()
    command = [sys.executable, "-m", "rag.cli", "serve", "--archive", str(wanted.archive), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            seconds, errors = measure(_address(server), wanted.users, wanted.questions)
        finally:
            server.terminate()
    sys.stdout.write(report(seconds, errors))
    sys.exit(1 if errors else 0)


def measure(address: str, users: int, each: int) -> tuple[list[float], list[str]]:
    """Return the seconds of each answer, and what went wrong, of so many users who begin at one moment."""
    questions = [one.question for one in load(seeds.QUESTIONS, "test") if not one.history]
    start = threading.Barrier(users)

    def use(user: int) -> list[float | str]:
        with httpx.Client(base_url=address, timeout=PATIENCE_SECONDS, trust_env=False) as client:
            start.wait()
            return [_ask(client, questions[(user * each + number) % len(questions)]) for number in range(each)]

    with ThreadPoolExecutor(users) as threads:
        results = [result for of_user in threads.map(use, range(users)) for result in of_user]
    return [one for one in results if isinstance(one, float)], [one for one in results if isinstance(one, str)]


def report(seconds: list[float], errors: list[str]) -> str:
    """Return the figures as text.

    >>> print(report([0.1, 0.2, 0.3], []), end="")
    answers 3, errors 0
    p50 0.20 s, p95 0.29 s, longest 0.30 s
    """
    lines = [f"answers {len(seconds)}, errors {len(errors)}"]
    if seconds:
        half, most = np.percentile(seconds, [50, 95])
        lines.append(f"p50 {half:.2f} s, p95 {most:.2f} s, longest {max(seconds):.2f} s")
    return "\n".join([*lines, *sorted(set(errors))]) + "\n"


def _ask(client: httpx.Client, question: str) -> float | str:
    """Return how long an answer took in seconds, or what went wrong."""
    begin = time.perf_counter()
    try:
        response = client.post("/ask", json={"question": question})
    except httpx.HTTPError as error:
        return type(error).__name__
    if response.status_code != httpx.codes.OK or response.json()["question"] != question:
        return f"{response.status_code}: {response.text[:200]}"
    return time.perf_counter() - begin


def _address(server: "subprocess.Popen[str]") -> str:
    assert server.stderr is not None  # noqa: S101 (it is piped)
    for line in server.stderr:
        found = re.search(r"serving .* on (http://\S+)", line)
        if found:
            return found[1]
    raise SystemExit("khabar serve did not begin")


if __name__ == "__main__":
    main()
