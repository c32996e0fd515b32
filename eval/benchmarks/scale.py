"""A question against ever larger archives, beside raw FAISS and raw Tantivy: `python -m eval.benchmarks.scale`.

Texts are generated and go in through the ordinary ingest; vectors are random, those of tokens too: a scan takes as long
whatever they are. Words are translated by the bundled model's table. Questions and articles are in both languages.
Each size runs in a process of its own, so that its memory is its own.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
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
from index.embedding import open_embedder
from index.filters import Filters
from index.ingest import ingest
from index.token_vectors import DIMENSIONS as TOKEN_DIMENSIONS
from index.token_vectors import TokenVectors
from index.upkeep import info
from index.vectors import PassageVectors, QuestionVectors, Spans
from index.vocabulary import Vocabulary
from rag.desk import NewsDesk
from rag.question import Question, understand
from rag.retrieval import late_interaction

SIZES = (1_000, 10_000, 100_000)
LARGEST = 1_000_000
PASSAGES_PER_ARTICLE = 4.5
WARMING = 5
CHARACTERS_A_TOKEN = 5
# One article in 21, see eval/benchmarks/generated.py.
FILTER = Filters(first_day="2021-01-01", last_day="2021-04-30")


class RandomVectors:
    """Stands for a model: unit vectors at random, the same for the same call."""

    name, fingerprint, dimensions = "random", "random-384", 384
    vocabulary = Vocabulary()

    def __init__(self) -> None:
        self.neighbours = open_embedder("bundled").neighbours
        self._random = np.random.default_rng(0)

    def encode_questions(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return (n, 384) unit vectors."""
        return self._unit(len(texts), self.dimensions)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vectors of a question and of a token for each of its words."""
        tokens = self._unit(len(spans), TOKEN_DIMENSIONS)
        return QuestionVectors(self.encode_questions([text])[0], tokens, np.ones(len(spans), np.int64))

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span."""
        whole = self.encode_questions(texts)
        return [
            PassageVectors(one, np.tile(one, (len(within), 1)), self._tokens(within))
            for one, within in zip(whole, spans, strict=True)
        ]

    def _tokens(self, spans: Spans) -> TokenVectors:
        counts = np.array([max(1, (end - start) // CHARACTERS_A_TOKEN) for start, end in spans], dtype="<u2")
        return TokenVectors(counts, self._random.integers(0, 256, (int(counts.sum()), 64), dtype=np.uint8))

    def _unit(self, rows: int, dimensions: int) -> NDArray[np.float32]:
        drawn = self._random.standard_normal((rows, dimensions), dtype=np.float32)
        return np.asarray(drawn / np.linalg.norm(drawn, axis=1, keepdims=True), dtype=np.float32)


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
        middle = {name: median(values) for name, values in spent.items()}
        return {
            "passages": held["passages"],
            "ingest without a model, passages/s": held["passages"] / built,
            "search, ms": middle["search"],
            "search, p95, ms": float(np.percentile(spent["search"], 95)),
            "  raw FAISS, ms": middle["raw FAISS"],
            "  raw Tantivy, ms": middle["raw Tantivy"],
            "  words and their neighbours, ms": middle["words"],
            "  late interaction, 40 passages, ms": middle["late"],
            "  our own, ms": middle["search"] - middle["raw FAISS"] - middle["raw Tantivy"],
            "search in a 21st of the days, ms": middle["filtered"],
            "search in a 21st of the days, p95, ms": float(np.percentile(spent["filtered"], 95)),
            "  recall@10 against an exact scan": _filtered_recall(desk),
            "ask without a model, ms": middle["ask"],
            "dense scan at memory bandwidth, ms": _scan_floor(held["passages"]),
            "archive on disk, MiB": held["bytes"] / 2**20,
            "  token vectors, bytes a passage": _token_bytes(desk),
            **{f"  {name}, MiB": size for name, size in _sizes(folder).items()},
            "peak memory, MiB": peak_memory_mib(),
        }


def _in_turns(desk: NewsDesk, asked: Sequence[Question]) -> dict[str, list[float]]:
    """Return {what: milliseconds}; for each question all of it is done in turn, and the first few do not count."""
    spent: dict[str, list[float]] = {}
    raw = RawEngines(desk)
    first = list(range(1, 1 + desk.archive.living()))[:: max(1, desk.archive.living() // desk.settings.reranked)]
    for question in asked:
        embedder = desk.archive.embedder()
        vectors = embedder.encode_question(question.text, question.content_spans)
        queries = raw.queries(question)
        acts: dict[str, Callable[[], object]] = {
            "search": partial(desk.search_all, [question], top=10),
            "filtered": partial(desk.search_all, [replace(question, filters=FILTER)], top=10),
            "ask": partial(desk.ask, question.text),
            "raw FAISS": partial(raw.dense.search, vectors.whole[None], raw.top),
            "raw Tantivy": partial(raw.run, queries),
            "words": partial(desk.as_written, question),
        }
        for name, act in acts.items():
            spent.setdefault(name, []).append(1000 * seconds(act))
        with desk.archive.snapshot() as snapshot:
            late = partial(late_interaction, vectors, first[: desk.settings.reranked], snapshot)
            spent.setdefault("late", []).append(1000 * seconds(late))
    return {name: values[WARMING:] for name, values in spent.items()}


def _filtered_recall(desk: NewsDesk, number: int = 20) -> float:
    """Return the share of the ten nearest passages within the filter, by all vectors in 32 bits, that FAISS finds."""
    vectors = desk.archive.embedder().encode_questions([""] * number)
    with desk.archive.snapshot() as snapshot:
        rows = snapshot.catalog.connection.execute("SELECT passage_id, vector FROM vectors ORDER BY passage_id")
        ids, blobs = zip(*rows, strict=True)
        allowed = snapshot.allowed(FILTER)
        kept = allowed[np.array(ids)]
        stored = np.frombuffer(b"".join(blobs), "<f2").reshape(len(ids), -1)[kept].astype(np.float32)
        found = 0
        for vector in vectors:
            exact = np.array(ids)[kept][np.argsort(-(stored @ vector))[:10]]
            found += len({passage_id for passage_id, _ in snapshot.dense.search(vector, allowed, 10)} & set(exact))
    return found / (number * min(10, len(stored))) if len(stored) else 1.0


def _token_bytes(desk: NewsDesk) -> float:
    row = desk.archive.catalog.connection.execute("SELECT avg(length(token_vectors)) FROM vectors").fetchone()
    return float(row[0])


def _sizes(folder: Path) -> dict[str, float]:
    """Return the MiB of the catalog, of FAISS and of Tantivy."""
    of = {
        "SQLite": folder.glob("catalog.sqlite*"),
        "FAISS": folder.glob("dense.*"),
        "Tantivy": folder.rglob("lexical/*"),
    }
    return {name: sum(path.stat().st_size for path in paths) / 2**20 for name, paths in of.items()}


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
