"""What verifying a sentence takes: `python -m eval.benchmarks.verification`; the median and the 95th percentile."""

import argparse
import sys
from functools import partial

import numpy as np

from eval.benchmarks.timing import seconds
from eval.corruption.pairs import pairs
from index.embedding import open_embedder
from rag.verification.verifier import Cited, Verifier


def main() -> None:
    """Print milliseconds for sentences that were never seen, with what they cite new as well or cited before."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=300, help="how many development pairs are verified")
    listed = pairs("dev")
    chosen = listed[:: max(1, len(listed) // parser.parse_args().sentences)]
    verifier = Verifier(open_embedder())
    verifier.check_texts("A first sentence loads the tables.", [Cited("पहला वाक्य।")])
    for name, is_known in (("cited anew", False), ("cited before", True)):
        spent = []
        for pair in chosen:
            # A little of the text is another, so that nothing is remembered from the turn before.
            cited, claim = [Cited(f"{pair.evidence} {name}")], f"{pair.claim} {name}"
            if is_known:
                verifier.check_texts(cited[0].text, cited)
            spent.append(1000 * seconds(partial(verifier.check_texts, claim, cited)))
        median, high = np.percentile(spent, [50, 95])
        sys.stdout.write(f"{name}, {len(spent)} sentences: median {median:.1f} ms, p95 {high:.1f} ms\n")


if __name__ == "__main__":
    main()
