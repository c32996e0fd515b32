"""Writes the model as a sentence-transformers folder: word table in 8 bits, the rest in 16."""

import json
import tempfile
from pathlib import Path
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from index.training.projection import write

LONGEST_INPUT = 256
WEIGHTS = "model.safetensors"
WORD_TABLE = "embeddings.word_embeddings.weight"


def save(
    encoder: Any, tokenizer: Any, projection: NDArray[np.float32], axes: NDArray[np.float32], folder: Path
) -> None:
    """Write encoder and tokenizer as Transformer, mean Pooling, Dense and Normalize; a card already there is kept.

    `projection` (h, 128) is of token vectors; `axes` (h, h) turn a text's vector, which keeps its cosines.

    The word table, most of the weights, is stored as float8 (e4m3, 4 significant bits), which turns a row by about
    1.5 degrees; transformers widens it to the type it loads the model in.
    """
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Dense, Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import PreTrainedTokenizerFast

    card = folder / "README.md"
    kept = card.read_text(encoding="utf-8") if card.exists() else None
    with tempfile.TemporaryDirectory() as bare:
        encoder.to(torch.float16).save_pretrained(bare)
        markers = {"unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]", "pad_token": "[PAD]"}
        PreTrainedTokenizerFast(
            tokenizer_object=tokenizer,
            model_max_length=LONGEST_INPUT,
            model_input_names=["input_ids", "attention_mask"],
            **markers,
        ).save_pretrained(bare)
        transformer = Transformer(bare, max_seq_length=LONGEST_INPUT)
        pooling = Pooling(transformer.get_embedding_dimension(), "mean")
        width = transformer.get_embedding_dimension()
        turn = Dense(width, width, bias=False, activation_function=torch.nn.Identity())
        turn.linear.weight.data.copy_(torch.from_numpy(axes.T))
        model = SentenceTransformer(modules=[transformer, pooling, turn, Normalize()], device="cpu")
        model.save_pretrained(str(folder), create_model_card=False)
    if kept is not None:
        card.write_text(kept, encoding="utf-8")
    _shrink_weights(folder / WEIGHTS)
    _shrink_tokenizer(folder / "tokenizer.json")
    write(projection, folder)


def _shrink_weights(path: Path) -> None:
    from safetensors.torch import load, save

    tensors = load(path.read_bytes())
    narrow = {name: tensor.to(torch.float16) for name, tensor in tensors.items()}
    narrow[WORD_TABLE] = tensors[WORD_TABLE].to(torch.float8_e4m3fn)
    path.write_bytes(save(narrow, metadata={"format": "pt"}))
    path.chmod(0o644)


def _shrink_tokenizer(path: Path) -> None:
    """Write the tokenizer's JSON without indentation and escapes: a third of the size."""
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
