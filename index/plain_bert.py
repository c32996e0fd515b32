"""BERT with mean pooling in plain torch, and for single questions in numpy: imports take longer than a question does.

Only what reads that one shape of model, as the bundled one has it; every other goes through sentence-transformers, and
the tests compare the three.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index import plain_numpy, stored_tensors
from index.presets import MODULES_FILE

_MODULES = (["Transformer", "Pooling", "Normalize"], ["Transformer", "Pooling", "Dense", "Normalize"])
_WEIGHTS = "model.safetensors"


def can_read(folder: Path) -> bool:
    """Tell whether a sentence-transformers folder holds a BERT, a mean over its tokens, perhaps a matrix, no more."""
    try:
        modules = _json(folder / MODULES_FILE)
        kinds = [str(module["type"]).split(".") for module in modules]
        ours = all(kind[0] == "sentence_transformers" for kind in kinds)
        if (
            not ours
            or [kind[-1] for kind in kinds] not in _MODULES
            or modules[0]["path"]
            or not (folder / _WEIGHTS).is_file()
        ):
            return False
        config, pooling = _json(folder / "config.json"), _json(folder / modules[1]["path"] / "config.json")
        tokenizer = _json(folder / "tokenizer_config.json")
        matrix = _json(folder / modules[2]["path"] / "config.json") if len(modules) > len(_MODULES[0]) else None
        return bool(
            config["model_type"] == "bert"
            and config["hidden_act"] == "gelu"
            and config.get("position_embedding_type", "absolute") == "absolute"
            and pooling.get("pooling_mode") == "mean"
            and pooling.get("include_prompt", True)
            and (matrix is None or (not matrix["bias"] and matrix["activation_function"].endswith("Identity")))
            and "pad_token" in tokenizer
            and (folder / "tokenizer.json").is_file()
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return False


class PlainBert:
    """Reads a folder for which `can_read` holds; offers of a SentenceTransformer what the embedder uses of one.

    Inside an autocast to bfloat16 it computes in bfloat16 with weights narrowed once, else in 32 bits. The word table
    stays as narrow as it is stored: only the rows of a text's words are widened.
    """

    def __init__(self, folder: Path) -> None:
        from tokenizers import Tokenizer

        config, tokenizer = _json(folder / "config.json"), _json(folder / "tokenizer_config.json")
        settings = _json(folder / "sentence_bert_config.json")
        stored = {name.removeprefix("bert."): one for name, one in stored_tensors.load(folder / _WEIGHTS).items()}
        self.words = stored.pop("embeddings.word_embeddings.weight")
        self._layers = int(config["num_hidden_layers"])
        self._heads = int(config["num_attention_heads"])
        self._epsilon = float(config["layer_norm_eps"])
        self._hidden = self._width = int(config["hidden_size"])
        exact = {name: one.exact() for name, one in stored.items() if one.kind.startswith(("F", "BF"))}
        self._exact = for_numpy(exact, self._layers)
        self._weights: dict[Any, dict[str, Any]] = {}
        modules = _json(folder / MODULES_FILE)
        self._matrix: NDArray[np.float32] | None = None
        if len(modules) > len(_MODULES[0]):
            self._matrix = stored_tensors.load(folder / modules[2]["path"] / _WEIGHTS)["linear.weight"].exact()
            self._width = len(self._matrix)
        longest = settings.get("max_seq_length") or tokenizer.get("model_max_length") or 512
        self.max_seq_length = min(int(longest), int(config["max_position_embeddings"]))
        self.prompts: dict[str, str] = _json(folder / "config_sentence_transformers.json").get("prompts") or {}
        rust = Tokenizer.from_file(str(folder / "tokenizer.json"))
        pad_id = rust.token_to_id(tokenizer["pad_token"])
        self.tokenizer = SimpleNamespace(backend_tokenizer=rust, pad_token_id=pad_id, model_input_names=())

    @cached_property
    def device(self) -> Any:
        """Return torch's name of the processor."""
        import torch

        return torch.device("cpu")

    def __iter__(self) -> Iterator[Any]:
        """Yield itself for what comes up to the pooling, and then what turns a mean of tokens into a vector."""
        yield from (self, self, self._turned)

    def get_embedding_dimension(self) -> int:
        """Return the length of a vector."""
        return self._width

    def read(self, ids: Sequence[int]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Return the token vectors (n, h) of one text and its vector (d,), of unit length, without torch."""
        plain_numpy.keep_to_one_thread()
        words = self.words.rows(np.array(ids, np.int64))
        states = plain_numpy.last_states(words, self._exact, self._layers, self._heads, self._epsilon)
        return states, self.turned(states.mean(0))

    def turned(self, mean: NDArray[np.float32]) -> NDArray[np.float32]:
        """Return the unit vectors (…, d) of means of token vectors (…, h)."""
        return plain_numpy.unit(mean if self._matrix is None else mean @ self._matrix.T)

    def __call__(self, features: Mapping[str, Any]) -> dict[str, Any]:
        """Return `token_embeddings` (b, longest, d) and `sentence_embedding` (b, d), the latter of unit length."""
        import torch
        from torch.nn.functional import normalize

        mask = features["attention_mask"]
        states = self._states(features["input_ids"], mask.bool())
        counted = mask[:, :, None].float()
        means = (states.float() * counted).sum(1) / counted.sum(1).clamp(min=1e-9)
        with torch.autocast("cpu", enabled=False):
            turned = self._turned({"sentence_embedding": means})["sentence_embedding"]
            return {"token_embeddings": states, "sentence_embedding": normalize(turned, dim=-1)}

    def _turned(self, features: Mapping[str, Any]) -> dict[str, Any]:
        """Apply the matrix behind the pooling, where there is one."""
        import torch

        means = features["sentence_embedding"]
        return {"sentence_embedding": means if self._matrix is None else means @ torch.from_numpy(self._matrix).T}

    def _states(self, ids: Any, mask: Any) -> Any:
        """Return the last layer's states (b, longest, d) in the type that is computed in."""
        import torch
        from torch.nn.functional import gelu, layer_norm, linear

        kind = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else torch.float32
        weights = self._weights_in(kind)
        count, longest = ids.shape
        scale = (self._hidden // self._heads) ** -0.5

        def normed(states: Any, name: str) -> Any:
            return layer_norm(
                states, (self._hidden,), weights[f"{name}.weight"], weights[f"{name}.bias"], self._epsilon
            )

        def dense(states: Any, name: str) -> Any:
            return linear(states, weights[f"{name}.weight"].T, weights[f"{name}.bias"])

        with torch.autocast("cpu", enabled=False):
            places = weights["embeddings.position_embeddings.weight"][:longest]
            words = torch.from_numpy(self.words.rows(ids.numpy())).to(kind)
            states = normed(
                words + places + weights["embeddings.token_type_embeddings.weight"][0], "embeddings.LayerNorm"
            )
            unseen = torch.zeros(mask.shape).masked_fill(~mask, -1e4).to(kind)[:, None, None, :]
            for number in range(self._layers):
                layer = f"encoder.layer.{number}"
                joined = dense(states, f"{layer}.attention.self").view(count, longest, 3, self._heads, -1)
                query, key, value = joined.permute(2, 0, 3, 1, 4).contiguous()
                met = torch.softmax(query @ key.transpose(-1, -2) * scale + unseen, -1) @ value
                met = met.transpose(1, 2).reshape(count, longest, self._hidden)
                states = normed(
                    states + dense(met, f"{layer}.attention.output.dense"), f"{layer}.attention.output.LayerNorm"
                )
                inner = gelu(dense(states, f"{layer}.intermediate.dense"))
                states = normed(states + dense(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        return states

    def _weights_in(self, kind: Any) -> dict[str, Any]:
        if kind not in self._weights:
            import torch

            self._weights[kind] = {name: torch.from_numpy(one).to(kind) for name, one in self._exact.items()}
        return self._weights[kind]


def for_numpy(weights: Mapping[str, NDArray[np.float32]], layers: int) -> dict[str, NDArray[np.float32]]:
    """Return a BERT's weights as `plain_numpy.last_states` takes them; other matrices are turned to (in, out) too."""
    return _inward(_joined(weights, layers))


def _joined(weights: Mapping[str, NDArray[np.float32]], layers: int) -> dict[str, NDArray[np.float32]]:
    """Return the weights with query, key and value of each layer as one matrix."""
    joined = dict(weights)
    for number in range(layers):
        layer = f"encoder.layer.{number}.attention.self"
        for part in ("weight", "bias"):
            joined[f"{layer}.{part}"] = np.concatenate(
                [joined.pop(f"{layer}.{one}.{part}") for one in ("query", "key", "value")]
            )
    return joined


def _inward(weights: Mapping[str, NDArray[np.float32]]) -> dict[str, NDArray[np.float32]]:
    """Return the weights with each layer's matrices as (in, out): a few tokens go through them nearly twice as fast."""
    return {
        name: np.ascontiguousarray(one.T) if one.ndim > 1 and not name.startswith("embeddings.") else one
        for name, one in weights.items()
    }


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))
