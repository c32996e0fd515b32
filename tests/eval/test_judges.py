"""Judges of support: word for word, by a tiny inference model, by a chat endpoint on this machine."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import torch
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from eval.judges import exact_quote, judge_named
from index.errors import UnreadableError, UsageError
from rag.verification.entailment import entailment_model

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "rain", "fell", "lake", "rose"]


class _Chat(BaseHTTPRequestHandler):
    """Says yes where the source of the prompt holds its claim; remembers nothing."""

    def do_POST(self) -> None:
        prompt = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["messages"][0]["content"]
        source, claim = prompt.split("SOURCE:\n")[1].split("\n\nCLAIM:\n")
        said = "Yes." if claim in source else "no"
        body = {} if "broken" in claim else {"choices": [{"message": {"content": said}}]}
        self.send_response(200)
        self.end_headers()
        self.wfile.write(json.dumps(body).encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Keep quiet."""


@pytest.fixture
def chat() -> Iterator[str]:
    """Yield the address of a chat endpoint."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Chat)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/v1"
    server.shutdown()
    server.server_close()


@pytest.fixture
def inference(tmp_path: Path) -> Path:
    """Save a tiny inference model whose verdict is what its bias says: always entailment."""
    vocabulary = {word: i for i, word in enumerate(WORDS)}
    tokenizer = Tokenizer(models.WordLevel(vocabulary, WORDS[1]))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    tokenizer.post_processor = processors.TemplateProcessing(
        single="[CLS] $A [SEP]", pair="[CLS] $A [SEP] $B [SEP]", special_tokens=[("[CLS]", 2), ("[SEP]", 3)]
    )
    special = {"pad_token": "[PAD]", "unk_token": "[UNK]", "cls_token": "[CLS]", "sep_token": "[SEP]"}
    PreTrainedTokenizerFast(tokenizer_object=tokenizer, **special).save_pretrained(tmp_path)
    config = BertConfig(
        vocab_size=len(WORDS), hidden_size=8, num_hidden_layers=1, num_attention_heads=2, intermediate_size=8,
        num_labels=2, id2label={0: "ENTAILMENT", 1: "NOT_ENTAILMENT"}, label2id={"ENTAILMENT": 0, "NOT_ENTAILMENT": 1},
    )  # fmt: skip
    model = BertForSequenceClassification(config)
    with torch.no_grad():
        model.classifier.weight.zero_()
        model.classifier.bias.copy_(torch.tensor([1.0, 0.0]))
    model.save_pretrained(tmp_path)
    return tmp_path


def test_word_for_word() -> None:
    assert exact_quote("क़ीमत ₹५०० थी, फिर बढ़ी।", "कीमत 500 थी")
    assert not exact_quote("कीमत 1500 थी", "500 थी")
    assert not exact_quote("कीमत 500 थी", "…")


def test_an_inference_model(inference: Path) -> None:
    judge = judge_named(f"nli:{inference}")
    assert judge("lake rose", "rain fell")
    assert judge("lake rose " * 5000, "rain fell")


def test_a_chat_endpoint(chat: str) -> None:
    judge = judge_named(f"endpoint:{chat}#tiny")
    assert judge("rain fell all night", "rain fell")
    assert not judge("rain fell all night", "the lake rose")
    with pytest.raises(UnreadableError, match="no verdict"):
        judge("rain", "broken")


@pytest.mark.parametrize("name", ["", "exactly", "nli:", "endpoint:ftp://x#m", "endpoint:http://x"])
def test_no_such_judge(name: str) -> None:
    with pytest.raises(UsageError, match="no such judge"):
        judge_named(name)


def test_a_model_that_is_not_there_or_not_for_inference(tmp_path: Path, inference: Path) -> None:
    with pytest.raises(UsageError, match="no such folder"):
        judge_named(f"nli:{tmp_path / 'none'}")
    config = json.loads((inference / "config.json").read_text())
    config["id2label"] = {"0": "up", "1": "down"}
    (inference / "config.json").write_text(json.dumps(config))
    entailment_model.cache_clear()
    with pytest.raises(UsageError, match="none of its labels"):
        judge_named(f"nli:{inference}")
