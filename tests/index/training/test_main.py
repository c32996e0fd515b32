"""The whole command on a tiny encoder: from words and sentences to a folder that loads."""

from pathlib import Path

import pytest
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from index.training import sources
from index.training.__main__ import main

WORDS = "[PAD] [UNK] [CLS] [SEP] the minister met a river rose in delhi and rain fell market ##et mark".split()  # noqa: SIM905


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """Write a tiny English encoder as transformers does."""
    tokenizer = Tokenizer(models.WordPiece({word: row for row, word in enumerate(WORDS)}, unk_token=WORDS[1]))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    folder = tmp_path / "base"
    markers = {"unk_token": "[UNK]", "pad_token": "[PAD]"}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **markers).save_pretrained(folder)
    shape = {"hidden_size": 128, "num_hidden_layers": 1, "num_attention_heads": 2, "intermediate_size": 16}
    BertModel(BertConfig(vocab_size=len(WORDS), max_position_embeddings=128, **shape)).save_pretrained(folder)
    return folder


def test_a_model_is_made_and_reads_both_languages(
    data: Path, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "HELD_OUT", 3)
    output = tmp_path / "made"
    fixed = ["--data", str(data), "--base", str(base), "--output", str(output), "--batch", "4", "--words", "4"]
    main([*fixed, "--steps", "2", "--thawed-steps", "1"])
    vocabulary = Tokenizer.from_file(str(output / "tokenizer.json")).get_vocab()
    assert all(vocabulary[word] == row for row, word in enumerate(WORDS))
    table = load_file(output / "model.safetensors")["embeddings.word_embeddings.weight"]
    assert len(table) == len(vocabulary) > len(WORDS)
    vectors = SentenceTransformer(str(output), device="cpu").encode(["बारिश", "rain", "a river rose"])
    assert vectors.shape == (3, 128)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2]
    assert (output / "training" / "thawed" / "watched.jsonl").exists()
