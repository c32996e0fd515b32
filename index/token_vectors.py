"""Token vectors in four bits a number, and how well the words of a question are met by a span of text.

A token's vector, read in its context, is projected to 128 dimensions whose axes are turned at random, so that every
number of a unit vector is about normal; the sixteen levels are those that lose least of a normal variable (Max, 1960;
Lloyd, 1982). A token takes 64 bytes. MaxSim is late interaction as in ColBERT (arXiv:2004.12832).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

DIMENSIONS = 128
_POSITIVE = [0.1284, 0.3881, 0.6568, 0.9424, 1.2562, 1.6181, 2.0690, 2.7326]
_LEVELS = np.array([*(-level for level in reversed(_POSITIVE)), *_POSITIVE], np.float32) / np.sqrt(
    np.float32(DIMENSIONS)
)
_EDGES = (_LEVELS[1:] + _LEVELS[:-1]) / 2
# What a byte stands for: the number of its upper and that of its lower four bits. Two numbers are looked up as one of
# 64 bits, which takes an eighth of the time.
_PAIRS = np.stack([np.repeat(_LEVELS, 16), np.tile(_LEVELS, 16)], axis=1).view(np.uint64)[:, 0]


@dataclass(frozen=True, slots=True, eq=False)
class TokenVectors:
    """The tokens of some spans of a text: `counts` (spans,) of them, and `codes` (tokens, 64) in their order."""

    counts: NDArray[np.uint16]
    codes: NDArray[np.uint8]

    @classmethod
    def pack(cls, vectors: NDArray[np.float32], counts: Sequence[int]) -> Self:
        """Pack unit vectors (tokens, 128); the first `counts[0]` of them are the first span's."""
        levels = np.searchsorted(_EDGES, vectors).astype(np.uint8)
        codes = (levels[:, ::2] << 4) | levels[:, 1::2]
        return cls(np.array(counts, dtype="<u2"), codes.astype(np.uint8))

    @classmethod
    def from_bytes(cls, blob: bytes, spans: int) -> Self:
        """Read what `to_bytes` wrote for so many spans. Raises ValueError where it cannot be that."""
        head, codes = blob[: 2 * spans], np.frombuffer(blob[2 * spans :], dtype=np.uint8)
        if len(head) == 2 * spans:
            counts = np.frombuffer(head, dtype="<u2")
            if len(codes) == int(counts.sum()) * DIMENSIONS // 2:
                return cls(counts, codes.reshape(-1, DIMENSIONS // 2))
        raise ValueError("token vectors of the wrong length")

    def to_bytes(self) -> bytes:
        """Return the counts, then the codes."""
        return self.counts.astype("<u2").tobytes() + self.codes.tobytes()

    def best_matches(self, question: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return (spans, q): the cosine of each question token (q, 128) with a span's nearest token; 0 without tokens.

        Their mean over the question's tokens is MaxSim.
        """
        found = np.zeros((len(self.counts), len(question)), dtype=np.float32)
        filled = self.counts > 0
        if len(question) and filled.any():
            similarities = _unpacked(self.codes) @ question.T
            firsts = (np.cumsum(self.counts, dtype=np.int64) - self.counts)[filled]
            found[filled] = np.maximum.reduceat(similarities, firsts, axis=0)
        return found


def maxsim(question: NDArray[np.float32], passages: Sequence[TokenVectors]) -> NDArray[np.float32]:
    """Return (p,): how well the best sentence of each passage, read under its headline, meets a question.

    That is the mean over question tokens (q, 128) of the cosine with the nearest token of the first span, which is the
    headline, or of one other span, whichever other span is best: words that one sentence meets tell more than the same
    words here and there. 0 where a passage has no tokens, or the question none.
    """
    found = np.zeros(len(passages), dtype=np.float32)
    held = [place for place, passage in enumerate(passages) if len(passage.codes)]
    if len(question) and held:
        counts = np.concatenate([passages[place].counts for place in held]).astype(np.int64)
        spans = np.array([len(passages[place].counts) for place in held])
        firsts = np.cumsum(spans) - spans
        similarities = _unpacked(np.concatenate([passages[place].codes for place in held])) @ question.T
        met = np.zeros((len(counts), len(question)), dtype=np.float32)
        met[counts > 0] = np.maximum.reduceat(similarities, (np.cumsum(counts) - counts)[counts > 0], axis=0)
        met = np.maximum(met, np.repeat(met[firsts], spans, axis=0))
        found[held] = np.maximum.reduceat(met.mean(1), firsts)
    return found


def _unpacked(codes: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Return the vectors (n, 128) of codes (n, 64)."""
    return _PAIRS[codes].view(np.float32)
