"""The signature of a text: a MinHash over its shingles, by which near-duplicates are found among many."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rensa import RMinHash

from index.language.normalise import fold

# Eight characters: two unrelated reports of one language share about 1 % of theirs (with five, it would be 5 %).
SHINGLE = 8
VALUES = 128
# Four values make a band: texts half alike share one of the 32 in 87 % of cases, unrelated ones in one of 10 million.
ROWS = 4
_SEED = 20
# Goes into the catalog: signatures made in another way are made again.
METHOD = f"minhash-{RMinHash.ALGORITHM_VERSION}-{VALUES}-{SHINGLE}-{ROWS}-{_SEED}"

Signature = NDArray[np.uint32]


def shingles(text: str) -> set[str]:
    """Return the runs of eight characters of a text in its matching form, white space evened out.

    >>> sorted(shingles("हिन्दी  ख़बर"))
    ['हिंदी खब', 'िंदी खबर']
    >>> sorted(shingles("The News"))
    ['the news']
    """
    even = " ".join(fold(text).split())
    return {even[start : start + SHINGLE] for start in range(max(1, len(even) - SHINGLE + 1))}


def signature_of(text: str) -> Signature:
    """Return (128,) numbers; the share that two texts have in common estimates the Jaccard index of their shingles.

    Broder (1997), On the resemblance and containment of documents.
    """
    minhash = RMinHash(num_perm=VALUES, seed=_SEED)
    minhash.update(list(shingles(text)))  # in whatever order: only the least of each value counts
    return np.array(minhash.digest(), dtype=np.uint32)


def bands_of(signature: Signature) -> list[int]:
    """Return a signed 64-bit number for each band of a signature: texts that share one may be near-duplicates."""
    weights = np.array([_odd(row) for row in range(ROWS)], dtype=np.uint64)
    mixed = (signature.reshape(-1, ROWS).astype(np.uint64) + 1) * weights
    place = np.arange(len(mixed), dtype=np.uint64) * np.uint64(_odd(ROWS))
    found: list[int] = (mixed.sum(axis=1, dtype=np.uint64) + place).view(np.int64).tolist()
    return found


def _odd(row: int) -> int:
    """Return an odd 64-bit multiplier of its own for a row of a band."""
    return ((row + 1) * 0x9E3779B97F4A7C15 | 1) & 0xFFFFFFFFFFFFFFFF


def to_bytes(signature: Signature) -> bytes:
    """Return a signature as the catalog keeps it, little-endian."""
    return signature.astype("<u4").tobytes()


def from_bytes(blobs: Sequence[bytes]) -> NDArray[np.uint32]:
    """Return the (n, 128) signatures that the catalog keeps."""
    return np.frombuffer(b"".join(blobs), dtype="<u4").reshape(-1, VALUES)


def likeness(one: Signature, others: NDArray[np.uint32]) -> NDArray[np.float64]:
    """Return (n,) estimates of the Jaccard index of one signature with each of others (n, 128), 0…1."""
    found: NDArray[np.float64] = (others == one).mean(axis=1)
    return found
