"""A question against ever larger archives, beside raw FAISS and raw Tantivy: `python -m eval.benchmarks.scale`.

Texts are generated and go in through the ordinary ingest; vectors are random: a scan takes as long whatever they are.
Each size runs in a process of its own, so that its memory is its own.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.benchmarks.generated import articles, questions, write
from eval.benchmarks.timing import seconds
from eval.machine import peak_memory_mib
from index.archive import Archive
from index.embedding import Spans
from index.ingest import ingest
from index.upkeep import info
from index.vectors import PassageVectors, QuestionVectors
from index.vocabulary import Vocabulary
from rag.desk import NewsDesk
from rag.question import Question, understand

SIZES = (1_000, 10_000, 100_000)
LARGEST = 1_000_000
PASSAGES_PER_ARTICLE = 4.5
WARMING = 5


class RandomVectors:
    """Stands for a model: unit vectors at random, the same for the same call."""

    name, fingerprint, dimensions = "random", "random-384", 384
    neighbours, vocabulary = None, Vocabulary()

    def __init__(self) -> None:
        self._random = np.random.default_rng(0)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, 384) unit vectors."""
        drawn = self._random.standard_normal((len(texts), self.dimensions), dtype=np.float32)
        return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vector of a question, none for its tokens."""
        return QuestionVectors.without_tokens(self.encode_questions([text])[0])

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span."""
        whole = self.encode_questions(texts)
        return [PassageVectors(one, np.tile(one, (len(within), 1))) for one, within in zip(whole, spans, strict=True)]


def main() -> None:
    """Print a block of figures for each size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--largest", action="store_true", help=f"go on to {LARGEST:,} passages (tens of minutes)")
    parser.add_argument("--size", type=int, help="one size, in this process")
    parser.add_argument("--questions", type=int, default=100)
    arguments = parser.parse_args()
    if arguments.size:
        sys.stdout.write(json.dumps(measure(arguments.size, arguments.questions)) + "\n")
        return
    for size in (*SIZES, LARGEST) if arguments.largest else SIZES:
        command = [sys.executable, "-m", "eval.benchmarks.scale", "--size", str(size)]
        done = subprocess.run(
            [*command, "--questions", str(arguments.questions)], check=True, stdout=subprocess.PIPE, text=True
        )
        for name, value in json.loads(done.stdout).items():
            sys.stdout.write(f"{name:44}{value:12,.2f}\n")
        sys.stdout.write("\n")


def measure(size: int, number: int) -> dict[str, float]:
    """Build an archive of about `size` passages and return what questions to it take, in milliseconds (medians)."""
    with tempfile.TemporaryDirectory() as scratch:
        source, folder = Path(scratch) / "articles.jsonl", Path(scratch) / "archive"
        write(source, articles(max(1, round(size / PASSAGES_PER_ARTICLE))))
        archive = Archive.create(folder, RandomVectors())
        built = seconds(lambda: ingest(archive, [str(source)]))
        held = info(archive)
        desk = NewsDesk(archive)
        asked = [understand(text) for text in questions(number)]
        spent = _in_turns(desk, asked)
        floor = spent["raw FAISS"] + spent["raw Tantivy"]
        return {
            "passages": held["passages"],
            "ingest without a model, passages/s": held["passages"] / built,
            "search, ms": spent["search"],
            "  raw FAISS, ms": spent["raw FAISS"],
            "  raw Tantivy, ms": spent["raw Tantivy"],
            "  our own, ms": spent["search"] - floor,
            "ask without a model, ms": spent["ask"],
            "dense scan at memory bandwidth, ms": _scan_floor(held["passages"]),
            "archive on disk, MiB": held["bytes"] / 2**20,
            "peak memory, MiB": peak_memory_mib(),
        }


def _in_turns(desk: NewsDesk, asked: Sequence[Question]) -> dict[str, float]:
    """Return {what: median milliseconds}; for each question all of it is done in turn."""
    spent: dict[str, list[float]] = {}
    raw = RawEngines(desk)
    for question in asked:
        vector = desk.archive.embedder().encode_questions([question.text])
        queries = raw.queries(question)
        acts: dict[str, Callable[[], object]] = {
            "search": partial(desk.search_all, [question], top=10),
            "ask": partial(desk.ask, question.text),
            "raw FAISS": partial(raw.dense.search, vector, raw.top),
            "raw Tantivy": partial(raw.run, queries),
        }
        for name, act in acts.items():
            spent.setdefault(name, []).append(1000 * seconds(act))
    return {name: median(values[WARMING:]) for name, values in spent.items()}


class RawEngines:
    """The engines of an archive opened without Khabar, to ask them for what its channels ask for."""

    def __init__(self, desk: NewsDesk) -> None:
        import faiss
        import tantivy

        folder = desk.archive.folder
        self.top = desk.settings.candidates
        (path,) = folder.glob("dense.*.faiss")
        self.dense = faiss.read_index(str(path))
        index = tantivy.Index.open(str(folder / "lexical"))
        self._tantivy, self._schema, self._searcher = tantivy, index.schema, index.searcher()

    def queries(self, question: Question) -> list[Any]:
        """Return the two queries of the lexical and the names channel, made beforehand."""
        return [
            self._either(("stems", "headline_stems"), question.stems),
            self._either(("keys", "headline_keys"), question.keys),
        ]

    def run(self, queries: Sequence[Any]) -> None:
        """Search for each."""
        for query in queries:
            self._searcher.search(query, limit=self.top, count=False)

    def _either(self, fields: Sequence[str], terms: Sequence[str]) -> Any:
        query = self._tantivy.Query
        clauses = [query.term_query(self._schema, field, term) for term in dict.fromkeys(terms) for field in fields]
        return query.boolean_query([(self._tantivy.Occur.Should, clause) for clause in clauses])


def _scan_floor(passages: int) -> float:
    """Return the milliseconds in which this machine's memory, read by one thread, could stream all fp16 vectors."""
    block = np.ones(32 * 2**20, dtype=np.float32)  # 128 MiB, beyond the caches
    rate = block.nbytes / min(seconds(block.sum) for _ in range(5))
    return 1000 * passages * RandomVectors.dimensions * 2 / rate


if __name__ == "__main__":
    main()
