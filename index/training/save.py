"""Writes the model as a sentence-transformers folder in fp16."""

import json
import tempfile
from pathlib import Path
from typing import Any

import torch

LONGEST_INPUT = 256


def save(encoder: Any, tokenizer: Any, folder: Path) -> None:
    """Write encoder and tokenizer as Transformer, mean Pooling and Normalize; weights in fp16 safetensors."""
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from transformers import PreTrainedTokenizerFast

    with tempfile.TemporaryDirectory() as hf:
        encoder.to(torch.float16).save_pretrained(hf)
        PreTrainedTokenizerFast(
            tokenizer_object=tokenizer,
            unk_token="[UNK]",  # noqa: S106 (tokens of the vocabulary)
            cls_token="[CLS]",  # noqa: S106
            sep_token="[SEP]",  # noqa: S106
            pad_token="[PAD]",  # noqa: S106
            mask_token="[MASK]",  # noqa: S106
            model_max_length=LONGEST_INPUT,
            model_input_names=["input_ids", "attention_mask"],
        ).save_pretrained(hf)
        transformer = Transformer(hf, max_seq_length=LONGEST_INPUT)
        transformer.model.to(torch.float16)  # loading may have widened it
        width = transformer.get_embedding_dimension()
        model = SentenceTransformer(modules=[transformer, Pooling(width, "mean"), Normalize()], device="cpu")
        card = (folder / "README.md").read_text(encoding="utf-8") if (folder / "README.md").exists() else None
        model.save_pretrained(str(folder), create_model_card=False)
    if card is not None:
        (folder / "README.md").write_text(card, encoding="utf-8")
    _compact_tokenizer(folder / "tokenizer.json")


def _compact_tokenizer(path: Path) -> None:
    """Write the tokenizer's JSON without indentation and escapes: a third of the size."""
    content = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
