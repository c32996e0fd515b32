"""The projection of token vectors to the few dimensions that late interaction keeps."""

from collections.abc import Iterable
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from index.token_vectors import DIMENSIONS

BATCH = 64


def token_projection(encoder: Any, tokenizer: Any, sentences: Iterable[str]) -> NDArray[np.float32]:
    """Return (h, 128): the principal axes of the sentences' unit token vectors (not centred), turned at random.

    The axes keep cosines best; turning them makes the numbers of a vector alike, so that four bits serve each equally.
    """
    encodings = sorted(tokenizer.encode_batch(list(sentences)), key=len)
    encodings = [encoding for encoding in encodings if len(encoding) <= encoder.config.max_position_embeddings]
    moment = torch.zeros(encoder.config.hidden_size, encoder.config.hidden_size)
    for begin in range(0, len(encodings), BATCH):
        tokens = _token_vectors(encoder, encodings[begin : begin + BATCH])
        moment += tokens.T @ tokens
    axes = torch.linalg.eigh(moment)[1].flip(1)[:, :DIMENSIONS].numpy()
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(DIMENSIONS, DIMENSIONS)))[0]
    return np.asarray(axes @ turn, dtype=np.float32)


@torch.inference_mode()
def _token_vectors(encoder: Any, encodings: list[Any]) -> torch.Tensor:
    """Return (tokens, h) unit vectors of all tokens but the markers at the ends."""
    longest = max(len(encoding.ids) for encoding in encodings)
    ids, mask = torch.zeros(len(encodings), longest, dtype=torch.long), torch.zeros(len(encodings), longest)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)], mask[row, : len(encoding.ids)] = torch.tensor(encoding.ids), 1
    states = encoder(input_ids=ids, attention_mask=mask).last_hidden_state
    inner = mask.bool()
    inner[:, 0] = False
    inner[torch.arange(len(encodings)), mask.sum(1).long() - 1] = False
    return torch.nn.functional.normalize(states[inner].float(), dim=-1)
