"""How fast the bundled model reads, beside the least that its arithmetic takes: `python -m eval.benchmarks.encode`."""

import argparse
import sys
from collections.abc import Sequence
from functools import partial
from itertools import cycle, islice

import numpy as np
import torch
from tokenizers import Tokenizer

import seeds
from eval.benchmarks.timing import in_turns, seconds
from eval.questions import load
from index import arithmetic
from index.article import Article
from index.chunking import passages_of
from index.embedding import Embedder, open_embedder
from index.presets import BUNDLED_FOLDER
from index.readers import read
from rag.question import understand

ROUNDS = 5
PASSAGES = 256
TOKENS = range(80, 121)  # of a passage that is timed
# Multiplications and additions a token: 6 layers of attention's four matrices and two of the feed-forward part.
LAYERS, WIDTH, INNER = 6, 384, 1536
A_TOKEN = 2 * LAYERS * (4 * WIDTH * WIDTH + 2 * WIDTH * INNER)


def main() -> None:
    """Print passages a second in 32 and, where the processor has it, 16 bits, their floors, and a question's time."""
    parser = argparse.ArgumentParser(prog="python -m eval.benchmarks.encode", description=__doc__)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    embedder = open_embedder("bundled")
    texts, tokens = _passages()
    acts = {"32 bits": partial(_encode, embedder, texts, quick=False), "its floor": partial(_multiply, torch.float32)}
    if arithmetic.processor_has_bfloat16():
        acts |= {
            "16 bits": partial(_encode, embedder, texts, quick=True),
            "floor of 16": partial(_multiply, torch.bfloat16),
        }
    for act in acts.values():
        act()
    took = in_turns(acts, given.rounds)
    work = A_TOKEN * sum(tokens)
    sys.stdout.write(f"{len(texts)} passages of {np.median(tokens):.0f} tokens, {torch.get_num_threads()} threads\n")
    for name, spent in took.items():
        whole = spent if "floor" not in name else work / _MULTIPLIED * spent
        sys.stdout.write(f"{name:12} {len(texts) / whole:6.0f} passages a second\n")
    questions = [understand(one.question) for one in load(seeds.QUESTIONS, "dev")]
    times = [
        seconds(partial(embedder.encode_question, question.search_text, question.content_spans))
        for question in questions
    ]
    sys.stdout.write(f"a question   {1000 * np.median(times):6.1f} ms median of {len(times)}\n")


def _passages() -> tuple[list[str], list[int]]:
    """Return passages of the sample articles that have about 100 tokens, again and again, and how many each has."""
    tokenizer = Tokenizer.from_file(str(BUNDLED_FOLDER / "tokenizer.json"))
    articles = [one for one in read(str(seeds.ARTICLES)) if isinstance(one, Article)]
    texts = [article.body[one.start : one.end] for article in articles for one in passages_of(article)]
    tokens = [len(encoding) for encoding in tokenizer.encode_batch(texts)]
    found = [(text, count) for text, count in zip(texts, tokens, strict=True) if count in TOKENS]
    chosen = list(islice(cycle(found), PASSAGES))
    return [text for text, _ in chosen], [count for _, count in chosen]


def _encode(embedder: Embedder, texts: Sequence[str], *, quick: bool) -> None:
    """Encode as an ingest does, in 16 bits or in 32."""
    had = arithmetic.processor_has_bfloat16
    arithmetic.processor_has_bfloat16 = lambda: quick  # type: ignore[assignment]
    try:
        embedder.encode_passages(texts, [[(0, len(text))] for text in texts])
    finally:
        arithmetic.processor_has_bfloat16 = had


_ROWS = 4096
_MULTIPLIED = 2 * _ROWS * WIDTH * INNER


def _multiply(kind: torch.dtype) -> None:
    """Multiply as the feed-forward part does: what the processor can do at best."""
    torch.nn.functional.linear(torch.ones(_ROWS, WIDTH, dtype=kind), torch.ones(INNER, WIDTH, dtype=kind))


if __name__ == "__main__":
    main()
