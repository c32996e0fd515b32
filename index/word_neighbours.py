"""Words of the other script that lie next to a word in a bilingual model's word table: translation by embedding."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import regex

# A neighbour farther than this is another word, and of the others so many are enough.
FLOOR = 0.6
MOST = 16
# Rows stand by frequency: a word that training never met still lies exactly on its one translation, and is mostly rare.
RARE_COSTS, COMMON_ROWS = 0.02, 1000
# Candidates are found in so many dimensions, and measured in all.
SKETCH, SHORT_LIST = 64, 48
REMEMBERED = 4096
_HINDI = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]{2,}", regex.VERSION1)
_ENGLISH = regex.compile(r"[a-z]{3,}")


class WordNeighbours:
    """Over the whole words of a vocabulary, {word: row of `table`}; `table` (rows, d) may be stored in few bits."""

    def __init__(self, table: Any, vocabulary: Mapping[str, int]) -> None:
        import torch
        from torch.nn.functional import normalize

        self._table = table
        self._rows = vocabulary
        turn = torch.randn(table.shape[1], SKETCH, generator=torch.Generator().manual_seed(0)) / SKETCH**0.5
        self._turn = turn
        self._words: dict[bool, list[str]] = {}
        self._sketches: dict[bool, Any] = {}
        self._costs: dict[bool, Any] = {}
        for hindi, pattern in ((True, _HINDI), (False, _ENGLISH)):
            words = sorted((word for word in vocabulary if pattern.fullmatch(word)), key=vocabulary.__getitem__)
            rows = table[torch.tensor([vocabulary[word] for word in words], dtype=torch.long)].float()
            self._words[hindi] = words
            self._sketches[hindi] = normalize(rows, dim=-1) @ turn
            self._costs[hindi] = RARE_COSTS * torch.log2(1 + torch.arange(len(words)) / COMMON_ROWS)
        self.of = lru_cache(maxsize=REMEMBERED)(self._of)

    def _of(self, word: str) -> tuple[tuple[str, float], ...]:
        """Return (word of the other script, cosine less a little for rarity), best first; none without a row."""
        import torch
        from torch.nn.functional import cosine_similarity

        row = self._rows.get(word)
        if row is None:
            return ()
        hindi = not _HINDI.fullmatch(word)
        words, own = self._words[hindi], self._table[row].float()
        if not words:
            return ()
        rough = self._sketches[hindi] @ (own @ self._turn / own.norm()) - self._costs[hindi]
        places = rough.topk(min(SHORT_LIST, len(words))).indices.tolist()
        near = [words[place] for place in places]
        rows = self._table[torch.tensor([self._rows[one] for one in near], dtype=torch.long)].float()
        scores = (cosine_similarity(rows, own[None]) - self._costs[hindi][places]).tolist()
        found = zip(near, scores, strict=True)
        return tuple(sorted((pair for pair in found if pair[1] >= FLOOR), key=lambda pair: (-pair[1], pair[0]))[:MOST])
