"""Ingest beside its floor, the model's own work on the same passages: `python -m eval.benchmarks.ingest`.

The floor encodes exactly the texts that the ingest encodes and throws the vectors away. What is ours, reading, cutting,
SQLite with every batch on the disk, Tantivy, FAISS, is measured as an ingest whose model has its vectors ready.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from itertools import count
from pathlib import Path

from eval.benchmarks.generated import articles, write
from eval.benchmarks.timing import in_turns
from index.archive import Archive
from index.chunking import context_of, passages_of
from index.embedding import Embedder, open_embedder
from index.ingest import BATCH_PASSAGES, ingest
from index.vectors import PassageVectors, Spans

Batch = tuple[list[str], list[Spans]]


def main() -> None:
    """Print passages a second of both, and the overhead."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--embedder", default="bundled")
    arguments = parser.parse_args()
    for name, value in measure(arguments.articles, arguments.rounds, arguments.embedder).items():
        sys.stdout.write(f"{name:32}{value:10.2f}\n")


def measure(number: int, rounds: int, embedder_name: str) -> dict[str, float]:
    """Return passages, seconds of ingest and floor (medians), their rates and the overhead in per cent."""
    embedder = open_embedder(embedder_name)
    batches = inputs(number)
    ready = Ready(embedder, batches)
    with tempfile.TemporaryDirectory() as scratch:
        source = Path(scratch) / "articles.jsonl"
        write(source, articles(number))
        fresh = count()
        spent = in_turns(
            {
                "ingest": lambda: run(Path(scratch) / f"archive{next(fresh)}", source, embedder),
                "floor": lambda: encode(embedder, batches),
                "ours": lambda: run(Path(scratch) / f"archive{next(fresh)}", source, ready),
            },
            rounds,
        )
    passages = sum(len(texts) for texts, _ in batches)
    return {
        "passages": passages,
        "ingest, s": spent["ingest"],
        "floor (raw encode), s": spent["floor"],
        "ingest, passages/s": passages / spent["ingest"],
        "floor, passages/s": passages / spent["floor"],
        "our own work, s": spent["ours"],
        "overhead, % of the floor": 100 * spent["ours"] / spent["floor"],
    }


class Ready:
    """A model whose vectors for some texts are ready before they are asked for."""

    def __init__(self, embedder: Embedder, batches: list[Batch]) -> None:
        self.name, self.fingerprint, self.dimensions = embedder.name, embedder.fingerprint, embedder.dimensions
        self.neighbours, self.vocabulary = embedder.neighbours, embedder.vocabulary
        self.encode_question, self.encode_questions = embedder.encode_question, embedder.encode_questions
        self._known: dict[str, PassageVectors] = {}
        for texts, spans in batches:
            self._known.update(zip(texts, embedder.encode_passages(texts, spans), strict=True))

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return what is ready."""
        return [self._known[text] for text in texts]


def inputs(number: int) -> list[Batch]:
    """Return what an ingest of generated articles gives its model to encode, batch by batch."""
    found: list[Batch] = []
    texts: list[str] = []
    spans: list[Spans] = []
    for article in articles(number):
        context = context_of(article)
        for passage in passages_of(article):
            shift = len(context) - passage.start
            texts.append(context + passage.text)
            spans.append([(0, len(context)), *((s.start + shift, s.end + shift) for s in passage.sentences)])
        if len(texts) >= BATCH_PASSAGES:
            found.append((texts, spans))
            texts, spans = [], []
    return [*found, (texts, spans)] if texts else found


def encode(embedder: Embedder, batches: list[Batch]) -> None:
    """Do the model's work and nothing else."""
    for texts, spans in batches:
        embedder.encode_passages(texts, spans)


def run(folder: Path, source: Path, embedder: Embedder) -> None:
    """Ingest a file into a new archive, and remove it."""
    archive = Archive.create(folder, embedder)
    summary = ingest(archive, [str(source)])
    archive.close()
    if summary.failed:
        raise RuntimeError(str(summary.failed[0].reason))
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
