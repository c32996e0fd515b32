"""How vectors are turned: of tokens, to the few dimensions that late interaction keeps; of texts, to be cut short.

`python -m index.training.projection FOLDER TEXTS` gives late interaction to a model that pools by the mean.
"""

import argparse
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.numpy import save_file
from torch.nn.functional import normalize

from index.model_loading import TOKEN_PROJECTION
from index.token_vectors import DIMENSIONS

BATCH = 64
LONGEST = 256  # tokens of a text whose vectors are looked at


def main(arguments: list[str] | None = None) -> None:
    """Write the projection of a model's token vectors into its folder."""
    from transformers import AutoModel, AutoTokenizer

    parser = argparse.ArgumentParser(prog="python -m index.training.projection", description=main.__doc__)
    parser.add_argument("folder", type=Path, help="a sentence-transformers model that pools by the mean")
    parser.add_argument("texts", type=Path, help="a file of some thousand sentences like the articles', one a line")
    parser.add_argument("--prefix", default="", help="what stands before passages, such as 'passage: '")
    given = parser.parse_args(arguments)
    offline = {"local_files_only": True, "trust_remote_code": False}
    encoder = AutoModel.from_pretrained(given.folder, use_safetensors=True, **offline).float().eval()
    if encoder.config.hidden_size < DIMENSIONS:
        parser.error(f"{given.folder}: its vectors have {encoder.config.hidden_size} numbers, fewer than {DIMENSIONS}")
    tokenizer = AutoTokenizer.from_pretrained(given.folder, **offline).backend_tokenizer
    tokenizer.no_padding()
    tokenizer.enable_truncation(min(LONGEST, encoder.config.max_position_embeddings - 2))
    lines = given.texts.read_text(encoding="utf-8").splitlines()
    write(token_projection(encoder, tokenizer, [given.prefix + line for line in lines if line.strip()]), given.folder)


def write(projection: NDArray[np.float32], folder: Path) -> None:
    """Keep a projection (h, 128) of token vectors in a model's folder."""
    save_file({"weight": projection.astype(np.float16)}, folder / TOKEN_PROJECTION)
    (folder / TOKEN_PROJECTION).chmod(0o644)


def token_projection(encoder: Any, tokenizer: Any, sentences: Iterable[str]) -> NDArray[np.float32]:
    """Return (h, 128): the principal axes of the sentences' unit token vectors (not centred), turned at random.

    The axes keep cosines best; turning them makes the numbers of a vector alike, so that four bits serve each equally.
    """
    axes = _axes(tokens for tokens, _ in _vectors(encoder, tokenizer, sentences))[:, :DIMENSIONS]
    turn = np.linalg.qr(np.random.default_rng(0).normal(size=(DIMENSIONS, DIMENSIONS)))[0]
    return np.asarray(axes @ turn, dtype=np.float32)


def text_axes(encoder: Any, tokenizer: Any, sentences: Iterable[str]) -> NDArray[np.float32]:
    """Return (h, h): the principal axes of the sentences' vectors (not centred), the weightiest first.

    Turned by them, vectors keep their cosines and lose little when only their first numbers are kept.
    """
    return _axes(texts for _, texts in _vectors(encoder, tokenizer, sentences))


def _axes(rows: Iterable[torch.Tensor]) -> NDArray[np.float32]:
    """Return the eigenvectors, as columns, of the rows' second moment, by falling eigenvalue."""
    moment = sum(some.T @ some for some in rows)
    return np.asarray(torch.linalg.eigh(torch.as_tensor(moment))[1].flip(1), dtype=np.float32)


def _vectors(encoder: Any, tokenizer: Any, sentences: Iterable[str]) -> Iterator[tuple[torch.Tensor, torch.Tensor]]:
    """Yield, a batch at a time, unit vectors of the tokens (t, h) and of the texts (b, h)."""
    encodings = sorted(tokenizer.encode_batch(list(sentences)), key=len)
    encodings = [encoding for encoding in encodings if len(encoding) <= encoder.config.max_position_embeddings]
    for begin in range(0, len(encodings), BATCH):
        yield _batch_vectors(encoder, encodings[begin : begin + BATCH])


@torch.inference_mode()
def _batch_vectors(encoder: Any, encodings: list[Any]) -> tuple[torch.Tensor, torch.Tensor]:
    """Return (t, h) unit vectors of all tokens but the markers at the ends, and (b, h) of the texts."""
    longest = max(len(encoding.ids) for encoding in encodings)
    ids, mask = torch.zeros(len(encodings), longest, dtype=torch.long), torch.zeros(len(encodings), longest)
    for row, encoding in enumerate(encodings):
        ids[row, : len(encoding.ids)], mask[row, : len(encoding.ids)] = torch.tensor(encoding.ids), 1
    states = encoder(input_ids=ids, attention_mask=mask).last_hidden_state.float()
    texts = (states * mask[..., None]).sum(1)
    inner = mask.bool()
    inner[:, 0] = False
    inner[torch.arange(len(encodings)), mask.sum(1).long() - 1] = False
    return normalize(states[inner], dim=-1), normalize(texts, dim=-1)


if __name__ == "__main__":
    main()
