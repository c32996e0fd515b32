"""Finds a chat model on this machine and loads it: where it lies, on what it runs, how wide its weights are."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.model_loading import is_hub_id, without_progress_bar
from rag.settings import Settings
from rag.writers import WriterError

CONFIG_FILE = "config.json"
_INDEX_FILE = "model.safetensors.index.json"
_SMALLER = "Qwen/Qwen3-1.7B"
# What transformers and torch raise for damaged files, weights that do not fit, memory or devices that are not there.
_UNLOADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, AssertionError, MemoryError)


@dataclass(frozen=True, slots=True, eq=False)
class ChatModel:
    """A model that answers, its tokenizer, and the tokens at which it ends."""

    model: Any
    tokenizer: Any
    ends: frozenset[int]

    @property
    def longest(self) -> int:
        """How many tokens it reads and writes together."""
        return int(getattr(self.model.config.get_text_config(), "max_position_embeddings", 0) or 1 << 30)


def find(name: str, *, download: bool = False) -> Path | None:
    """Return the folder of a chat model; None where it must be fetched from the hub first, and may be.

    Looks into the hub's cache and never at the network. Raises UsageError where there is no such model.
    """
    folder = Path(name).expanduser()
    if not folder.is_dir():
        if not is_hub_id(name):
            raise UsageError(f"{name}: no such folder: set KHABAR_LOCAL_MODEL to a folder or hub name of a chat model")
        cached = _cached(name)
        if cached is None and not download:
            raise UsageError(
                f"{name} is not on this machine: run hf download {name}, or set KHABAR_LOCAL_DOWNLOAD=true,"
                f" or KHABAR_LOCAL_MODEL to a folder or to a smaller model such as {_SMALLER}"
            )
        if cached is None:
            return None
        folder = cached
    missing = _missing(folder)
    if missing and folder != Path(name).expanduser() and download:
        return None
    if missing:
        raise UsageError(f"{name}: {missing} is missing in {folder}: download the model again, as safetensors")
    return folder


def load(name: str, folder: Path | None, settings: Settings) -> ChatModel:
    """Load a model from its folder, or from the hub where that is None.

    Nothing is unpickled and none of the model's own code is run. Raises WriterError where it cannot be loaded,
    UsageError where it is no chat model.
    """
    from safetensors import SafetensorError
    from transformers import AutoModelForCausalLM, AutoTokenizer

    source = str(folder) if folder else name
    offline: dict[str, Any] = {"local_files_only": folder is not None, "trust_remote_code": False}
    try:
        device = _device(settings.local_device)
        with without_progress_bar():
            tokenizer = AutoTokenizer.from_pretrained(source, **offline)
            model = AutoModelForCausalLM.from_pretrained(
                source, dtype=_dtype(settings.local_dtype, device), use_safetensors=True, **offline
            )
            model = model.to(device).eval()
    except (*_UNLOADABLE, SafetensorError) as error:
        reason = (str(error).strip().splitlines() or [type(error).__name__])[0]
        raise WriterError("unloadable", f"{name} cannot be loaded: {reason[:300]}") from error
    if not tokenizer.chat_template:
        raise UsageError(f"{name} has no chat template: set KHABAR_LOCAL_MODEL to a model that is made for chat")
    return ChatModel(_plain(model), tokenizer, _ends(model, tokenizer))


def _cached(name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache

    found = try_to_load_from_cache(name, CONFIG_FILE)
    return Path(found).parent if isinstance(found, str) else None


def _missing(folder: Path) -> str:
    """Return the name of a file that a model needs and this folder lacks."""
    if not (folder / CONFIG_FILE).is_file():
        return CONFIG_FILE
    try:
        parts = set(json.loads((folder / _INDEX_FILE).read_text(encoding="utf-8"))["weight_map"].values())
    except FileNotFoundError:
        parts = {"model.safetensors"}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return _INDEX_FILE
    return next((part for part in sorted(map(str, parts)) if not (folder / part).is_file()), "")


def _device(wished: str) -> str:
    import torch

    if wished != "auto":
        return wished
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def _dtype(wished: str, device: str) -> Any:
    """Return torch's type, or "auto" for that of the stored weights: on a processor memory is what is short."""
    import torch

    if wished != "auto":
        return getattr(torch, wished)
    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    return torch.float16 if device == "mps" else "auto"


def _plain(model: Any) -> Any:
    """Return the model, widened where it would reckon in half precision on a processor, which is slow."""
    import torch

    return model.float() if model.device.type == "cpu" and model.dtype == torch.float16 else model


def _ends(model: Any, tokenizer: Any) -> frozenset[int]:
    stated = model.generation_config.eos_token_id
    listed = stated if isinstance(stated, list) else [stated]
    return frozenset(end for end in (*listed, tokenizer.eos_token_id) if end is not None)
