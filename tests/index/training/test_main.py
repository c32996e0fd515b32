"""The whole command on a tiny encoder: from nothing, and going on from what was made."""

from pathlib import Path

import pytest
from safetensors.torch import load_file
from sentence_transformers import SentenceTransformer
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

from index.training import sources, spelling
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


def test_a_model_is_made_and_gone_on_from(
    data: Path, base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(spelling, "SHORTEST", 3)
    monkeypatch.setattr(sources, "HELD_OUT", 3)
    fixed = ["--data", str(data), "--base", str(base), "--batch", "4"]
    first, second = tmp_path / "first", tmp_path / "second"
    main([*fixed, "--output", str(first), "--words", "4", "--steps", "2", "--thawed-steps", "1"])
    main(
        [*fixed, "--output", str(second), "--words", "6", "--steps", "0", "--thawed-steps", "1", "--start", str(first)]
    )
    vocabularies = [Tokenizer.from_file(str(folder / "tokenizer.json")).get_vocab() for folder in (first, second)]
    assert vocabularies[0].items() <= vocabularies[1].items()
    assert len(vocabularies[1]) > len(vocabularies[0])
    assert all(vocabularies[0][word] == row for row, word in enumerate(WORDS))
    tables = [
        load_file(folder / "model.safetensors")["embeddings.word_embeddings.weight"] for folder in (first, second)
    ]
    assert [len(table) for table in tables] == [len(vocabulary) for vocabulary in vocabularies]
    vectors = SentenceTransformer(str(second), device="cpu").encode(["बारिश", "rain"])
    assert vectors.shape == (2, 128)
