"""Models of transformers on this machine: where one lies, on what it runs, how wide its weights are."""

import json
from pathlib import Path
from typing import Any

from index.errors import UsageError
from index.model_loading import is_hub_id

CONFIG_FILE = "config.json"
_INDEX_FILE = "model.safetensors.index.json"
# What transformers and torch raise for damaged files, weights that do not fit, memory or devices that are not there.
UNLOADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError, AssertionError, MemoryError)


def find(name: str, setting: str, kind: str, *, download: bool = False, otherwise: str = "") -> Path | None:
    """Return the folder of a model; None where it must be fetched from the hub first, and may be.

    Looks into the hub's cache and never at the network. Raises UsageError where there is no such model, which names the
    `setting`, the `kind` of model that it wants and, where there are other ways than a download, `otherwise`.
    """
    folder = _folder(name)
    if folder is None:
        if not is_hub_id(name):
            raise UsageError(f"{name}: no such folder: set {setting} to a folder or hub name of a {kind}")
        cached = _cached(name)
        if cached is None and not download:
            ways = otherwise or f"or set {setting} to a folder"
            raise UsageError(f"{name} is not on this machine: run hf download {name}, {ways}")
        if cached is None:
            return None
        folder = cached
    missing = _missing(folder)
    if missing and folder != _folder(name) and download:
        return None
    if missing:
        raise UsageError(f"{name}: {missing} is missing in {folder}: download the model again, as safetensors")
    return folder


def device_of(wished: str) -> str:
    """Return torch's name of the device that is wished for, or where that is "auto" of the best there is."""
    import torch

    if wished != "auto":
        return wished
    if torch.cuda.is_available():
        return "cuda"
    return "mps" if torch.backends.mps.is_available() else "cpu"


def dtype_of(wished: str, device: str) -> Any:
    """Return torch's type, or "auto" for that of the stored weights: on a processor memory is what is short."""
    import torch

    if wished != "auto":
        return getattr(torch, wished)
    if device == "cuda":
        return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
    return torch.float16 if device == "mps" else "auto"


def widened(model: Any) -> Any:
    """Return a model, widened where it would reckon in half precision on a processor, which is slow."""
    import torch

    return model.float() if model.device.type == "cpu" and model.dtype == torch.float16 else model


def reason_of(error: BaseException) -> str:
    """Return the first line of why a model could not be loaded."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:300]


def _folder(name: str) -> Path | None:
    """Return the folder that a name is of, or None; no home of that user, or a name too long for a file, is none."""
    try:
        folder = Path(name).expanduser()
        return folder if folder.is_dir() else None
    except (RuntimeError, OSError):
        return None


def _cached(name: str) -> Path | None:
    from huggingface_hub import try_to_load_from_cache

    try:
        found = try_to_load_from_cache(name, CONFIG_FILE)
    except ValueError:  # no name that the hub could have
        return None
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
