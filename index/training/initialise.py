"""First vectors of Hindi words: those of their English translations in the encoder's own input table."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import torch

from index.training.lexicon import is_hindi_word

BEST = 3
NOISE = 0.02


def initialise(
    base: torch.Tensor,
    vocabulary: Mapping[str, int],
    split: Callable[[str], Sequence[int]],
    pieces_of: Callable[[str], Sequence[int]],
    translations: Mapping[str, Sequence[str]],
) -> torch.Tensor:
    """Return the input table (rows, d) for a longer vocabulary; the first rows are the base's, unchanged.

    A word gets the mean over its three best translations, weighed 1/rank, of the mean of their word pieces (`split`
    gives their row numbers). A piece gets the mean over the words outside the vocabulary that contain it (`pieces_of`).
    What nothing is known of gets the mean row and a little noise.
    """
    first, width = base.shape
    table = torch.zeros(len(vocabulary), width)
    table[:first] = base
    known = torch.zeros(len(vocabulary), dtype=torch.bool)
    known[:first] = True
    totals, counts = torch.zeros_like(table), torch.zeros(len(vocabulary))
    for word, english in translations.items():
        vector = _translated(base, split, english) if is_hindi_word(word) else None
        if vector is None:
            continue
        if word in vocabulary:
            table[vocabulary[word]], known[vocabulary[word]] = vector, True
        else:
            rows = torch.tensor(list(pieces_of(word)))
            totals[rows] += vector
            counts[rows] += 1
    by_piece = (counts > 0) & ~known
    table[by_piece] = totals[by_piece] / counts[by_piece, None]
    unknown = ~known & ~by_piece
    generator = torch.Generator().manual_seed(0)
    table[unknown] = base.mean(0) + NOISE * torch.randn(int(unknown.sum()), width, generator=generator)
    return table


def normalised(translations: Mapping[str, Sequence[str]], normalise: Callable[[str], Any]) -> dict[str, list[str]]:
    """Return the translations under the tokenizer's form of each Hindi word; the more frequent spelling wins."""
    found: dict[str, list[str]] = {}
    for word, english in translations.items():
        found.setdefault(str(normalise(word)), list(english))
    return found


def _translated(
    base: torch.Tensor, split: Callable[[str], Sequence[int]], english: Sequence[str]
) -> torch.Tensor | None:
    total, weight = torch.zeros(base.shape[1]), 0.0
    for rank, word in enumerate(english[:BEST], start=1):
        rows = list(split(word))
        if rows:
            total += base[torch.tensor(rows)].mean(0) / rank
            weight += 1 / rank
    return total / weight if weight else None
