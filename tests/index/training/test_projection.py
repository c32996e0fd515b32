"""A projection for a model that comes without one, by the command that writes it."""

from pathlib import Path

import numpy as np
import pytest

from index.embedding import open_embedder
from index.token_vectors import DIMENSIONS
from index.training.projection import main

ENGLISH = ["the", "minister", "met", "his", "crew", "on", "a", "new", "road", "."]
HINDI = ["मंत्री", "ने", "बैठक", "की", "।", "सरकार", "नई", "सड़क", "पर"]
TEXTS = "the minister met his crew .\nमंत्री ने नई सड़क पर बैठक की ।\n\nthe crew met on a new road .\nसरकार ने बैठक की ।\n"


def _model(folder: Path, width: int) -> Path:
    import torch
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.base.modules import Normalize, Transformer
    from sentence_transformers.sentence_transformer.modules import Pooling
    from tokenizers import Tokenizer, models, pre_tokenizers, processors
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(7)
    markers = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    vocabulary = {word: row for row, word in enumerate(dict.fromkeys([*markers.values(), *ENGLISH, *HINDI]))}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, unk_token=markers["unk_token"]))
    tokenizer.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", special_tokens=[(mark, vocabulary[mark]) for mark in ("[CLS]", "[SEP]")]
    )
    config = BertConfig(
        vocab_size=len(vocabulary),
        hidden_size=width,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
    )
    BertModel(config).save_pretrained(folder / "hf")
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **markers).save_pretrained(folder / "hf")
    modules = [Transformer(str(folder / "hf"), max_seq_length=32), Pooling(width, "mean"), Normalize()]
    SentenceTransformer(modules=modules, device="cpu").save_pretrained(str(folder / "st"), create_model_card=False)
    return folder / "st"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    path = tmp_path / "texts.txt"
    path.write_text(TEXTS, encoding="utf-8")
    return path


def test_a_model_gets_token_vectors_that_keep_cosines(tmp_path: Path, texts: Path) -> None:
    folder = _model(tmp_path, DIMENSIONS + 32)
    text = "सरकार ने नई सड़क पर बैठक की ।"
    assert open_embedder(str(folder)).encode_question(text, [(0, len(text))]).tokens.shape == (0, DIMENSIONS)
    main([str(folder), str(texts)])
    embedder = open_embedder(str(folder))
    question = embedder.encode_question(text, [(0, len(text))])
    assert question.tokens.shape == (8, DIMENSIONS)
    (passage,) = embedder.encode_passages([text], [[(0, len(text))]])
    assert passage.tokens is not None
    assert float(passage.tokens.best_matches(question.tokens).min()) > 0.95  # but for the four bits
    from transformers import AutoModel, AutoTokenizer

    inputs = AutoTokenizer.from_pretrained(folder)(text, return_tensors="pt")
    states = AutoModel.from_pretrained(folder)(**inputs).last_hidden_state[0, 1:-1].detach().numpy()
    states /= np.linalg.norm(states, axis=1, keepdims=True)
    np.testing.assert_allclose(question.tokens @ question.tokens.T, states @ states.T, atol=0.05)


def test_vectors_that_are_too_short_are_an_error(
    tmp_path: Path, texts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit):
        main([str(_model(tmp_path, 16)), str(texts)])
    assert "fewer than 128" in capsys.readouterr().err
