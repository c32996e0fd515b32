"""Loads a chat model of this machine, and knows at which tokens it ends."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.model_loading import without_progress_bar
from rag import local_models
from rag.settings import Settings
from rag.writers import WriterError

_SMALLER = "Qwen/Qwen3-1.7B"


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
    ways = (
        f"or set KHABAR_LOCAL_DOWNLOAD=true, or KHABAR_LOCAL_MODEL to a folder or to a smaller model such as {_SMALLER}"
    )
    return local_models.find(name, "KHABAR_LOCAL_MODEL", "chat model", download=download, otherwise=ways)


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
        device = local_models.device_of(settings.local_device)
        dtype = local_models.dtype_of(settings.local_dtype, device)
        with without_progress_bar():
            tokenizer = AutoTokenizer.from_pretrained(source, **offline)
            model = AutoModelForCausalLM.from_pretrained(source, dtype=dtype, use_safetensors=True, **offline)
            model = model.to(device).eval()
    except (*local_models.UNLOADABLE, SafetensorError) as error:
        raise WriterError("unloadable", f"{name} cannot be loaded: {local_models.reason_of(error)}") from error
    if not tokenizer.chat_template:
        raise UsageError(f"{name} has no chat template: set KHABAR_LOCAL_MODEL to a model that is made for chat")
    return ChatModel(local_models.widened(model), tokenizer, _ends(model, tokenizer))


def _ends(model: Any, tokenizer: Any) -> frozenset[int]:
    stated = model.generation_config.eos_token_id
    listed = stated if isinstance(stated, list) else [stated]
    return frozenset(end for end in (*listed, tokenizer.eos_token_id) if end is not None)
