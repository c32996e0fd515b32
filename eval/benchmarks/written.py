"""From a model's last token of a sentence to that sentence, verified: `python -m eval.benchmarks.written ARCHIVE`.

A server on this machine stands for the model. It copies the first sentences of the evidence, a word at a time, each
with its number, and notes when the last token of each left.
"""

import argparse
import json
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import numpy as np
import regex

import seeds
from eval.questions import load
from rag.answer import Written
from rag.desk import NewsDesk
from rag.settings import Settings

SENTENCES = 3
WORD_SECONDS = 0.02  # fifty tokens a second
_EVIDENCE = regex.compile(r"^\[(\d+)\] (.*?)[.।?!]*$", regex.MULTILINE)


def main() -> None:
    """Print the median and the 95th percentile in milliseconds."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.written", description=__doc__)
    parser.add_argument("archive", type=Path, help="the sample archive, built with khabar ingest")
    parser.add_argument("--questions", type=int, default=40)
    given = parser.parse_args()
    with copying_model() as (url, left):
        settings = Settings(writer="endpoint", endpoint_url=url, endpoint_model="copier", abstain_below=0.0)
        desk = NewsDesk.open(given.archive, settings)
        spent: list[float] = []
        for question in load(seeds.QUESTIONS, "dev")[: given.questions]:
            left.clear()
            shown = [
                time.perf_counter()
                for event in desk.stream(question.question, as_of=question.as_of)
                if isinstance(event, Written)
            ]
            if len(shown) == len(left):  # else one was held back, and which is not known
                spent += [1000 * (at - sent) for at, sent in zip(shown, left, strict=True)]
    if not spent:
        sys.exit("the desk showed none of the sentences: is this the sample archive?")
    median, high = np.percentile(spent, [50, 95])
    sys.stdout.write(f"{len(spent)} sentences: median {median:.1f} ms, p95 {high:.1f} ms after their last token\n")


@contextmanager
def copying_model() -> Iterator[tuple[str, list[float]]]:
    """Serve the model; yield its address and the list of the times at which each sentence's last token left."""
    left: list[float] = []

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "text/event-stream")
            self.end_headers()
            with suppress(OSError):  # the desk hangs up where the evidence is not in the asker's language
                for number, text in _EVIDENCE.findall(asked["messages"][-1]["content"])[:SENTENCES]:
                    for word in f"{text} [{number}].".split():
                        time.sleep(WORD_SECONDS)
                        self._send({"content": f"{word} "})
                    left.append(time.perf_counter())
                self._send({}, "stop")
                self.wfile.write(b"data: [DONE]\n\n")

        def _send(self, delta: dict[str, str], finish: str | None = None) -> None:
            choice = {"index": 0, "delta": delta, "finish_reason": finish}
            self.wfile.write(b"data: " + json.dumps({"choices": [choice]}).encode() + b"\n\n")
            self.wfile.flush()

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/v1", left
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


if __name__ == "__main__":
    main()
