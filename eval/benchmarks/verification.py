"""What verifying a sentence takes: `python -m eval.benchmarks.verification`; the median and the 95th percentile."""

import argparse
import sys

import numpy as np

from eval.benchmarks.timing import seconds
from eval.corruption.pairs import pairs
from index.embedding import open_embedder
from rag.verification import Cited, Verifier


def main() -> None:
    """Print milliseconds for sentences that were never seen, with what they cite new as well."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=300, help="how many development pairs are verified")
    listed = pairs("dev")
    step = max(1, len(listed) // parser.parse_args().sentences)
    verifier = Verifier(open_embedder())
    verifier.check_texts("A first sentence loads the tables.", [Cited("पहला वाक्य।")])
    spent = [
        1000 * seconds(lambda pair=pair: verifier.check_texts(pair.claim, [Cited(pair.evidence)]))  # type: ignore[misc]
        for pair in listed[::step]
    ]
    median, high = np.percentile(spent, [50, 95])
    sys.stdout.write(f"{len(spent)} sentences: median {median:.1f} ms, p95 {high:.1f} ms\n")


if __name__ == "__main__":
    main()
