"""First vectors of Hindi words: those of their English translations in the encoder's own input table."""

import logging
from collections.abc import Mapping, Sequence
from typing import Any

import torch

log = logging.getLogger(__name__)
BEST = 3
NOISE = 0.02
# How strongly a piece is held to the mean of the words that hold it, counted in words.
PRIOR = 3.0


def initialise(
    base: torch.Tensor, vocabulary: Mapping[str, int], tokenizer: Any, words: Sequence[str], targets: torch.Tensor
) -> torch.Tensor:
    """Return the input table (rows, d) for a longer vocabulary; the first rows are the base's (b, d), unchanged.

    `targets` (w, d) are the vectors that the Hindi `words` should have. A word with a row of its own gets its target.
    Pieces are fitted so that the mean over a word's pieces comes near its target; what nothing is known of gets the
    mean row of the base and a little noise.
    """
    first, width = base.shape
    generator = torch.Generator().manual_seed(0)
    table = torch.cat([base, base.mean(0) + NOISE * torch.randn(len(vocabulary) - first, width, generator=generator)])
    free = torch.arange(len(vocabulary)) >= first
    whole = [place for place, word in enumerate(words) if word in vocabulary]
    rows = torch.tensor([vocabulary[words[place]] for place in whole], dtype=torch.long)
    own = rows >= first  # the base knows a few Devanagari letters, which stay as they are
    table[rows[own]] = targets[whole][own]
    free[rows] = False
    split = [place for place, word in enumerate(words) if word not in vocabulary]
    pieces = [encoding.ids for encoding in tokenizer.encode_batch([words[i] for i in split], add_special_tokens=False)]
    if pieces:
        _fit(table, free, pieces, targets[split])
    return table


def target_vectors(
    base: torch.Tensor, english: Any, translations: Mapping[str, Sequence[str]]
) -> tuple[list[str], torch.Tensor]:
    """Return Hindi words and their vectors (w, d): the mean over the best three translations, weighed 1/rank.

    A translation's vector is the mean of its word pieces' rows in `base`; `english` is the base's Rust tokenizer.
    """
    known = sorted({word for ranked in translations.values() for word in ranked[:BEST]})
    encodings = english.encode_batch(known, add_special_tokens=False)
    vectors = {
        word: base[encoding.ids].mean(0) for word, encoding in zip(known, encodings, strict=True) if encoding.ids
    }
    words, targets = [], []
    for word, ranked in translations.items():
        weighed = [(vectors[best], 1 / rank) for rank, best in enumerate(ranked[:BEST], start=1) if best in vectors]
        if weighed:
            words.append(word)
            targets.append(sum(vector * weight for vector, weight in weighed) / sum(weight for _, weight in weighed))
    return words, torch.stack([torch.as_tensor(target) for target in targets])


def _fit(table: torch.Tensor, free: torch.Tensor, pieces: Sequence[Sequence[int]], targets: torch.Tensor) -> None:
    """Set the free rows of `table` by ridge regression: least squares from pieces to targets, held to their means."""
    places = torch.cumsum(free, 0) - 1
    count = int(free.sum())
    gram, moments = torch.zeros(count, count), torch.zeros(count, table.shape[1])
    totals, uses = torch.zeros_like(moments), torch.zeros(count)
    for ids, target in zip(pieces, targets, strict=True):
        rows = torch.tensor(ids)
        is_free = free[rows]
        if not is_free.any():
            continue
        unknown = places[rows[is_free]]
        share = 1 / len(ids)
        residual = target - share * table[rows[~is_free]].sum(0)
        gram.index_put_((unknown[:, None], unknown[None]), torch.tensor(share**2), accumulate=True)
        moments.index_put_((unknown,), share * residual, accumulate=True)
        totals.index_put_((unknown,), target, accumulate=True)
        uses.index_put_((unknown,), torch.tensor(1.0), accumulate=True)
    means = torch.where(uses[:, None] > 0, totals / uses.clamp(min=1)[:, None], table[free])
    gram.diagonal().add_(PRIOR)
    table[free] = torch.cholesky_solve(moments + PRIOR * means, torch.linalg.cholesky(gram))
    log.info("%d pieces fitted to %d words", int((uses > 0).sum()), len(pieces))
