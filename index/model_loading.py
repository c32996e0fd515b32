"""Finds, downloads and loads sentence-transformers models, and tells two of them apart by what their files hold."""

import hashlib
import json
import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
import regex
from numpy.typing import NDArray

from index import plain_bert, stored_tensors
from index.errors import ArchiveError
from index.presets import MODULES_FILE, Preset, on_disk, preset_of
from index.token_vectors import DIMENSIONS
from index.word_neighbours import WordTable

log = logging.getLogger(__name__)
PROBE_SECONDS = 10.0
# What a model can raise while it is read: missing or damaged files, weights that do not fit, code that is not allowed.
_UNLOADABLE = (OSError, ValueError, KeyError, TypeError, RuntimeError, ImportError)
# (h, 128), from a token's vector to the one that is kept; models made for late interaction have it.
TOKEN_PROJECTION = "token_projection.safetensors"  # noqa: S105 (a file)
# The files that decide what a model computes, first match of each line; the rest (cards, other formats) is left out.
_DECIDING = (
    ("model*.safetensors", "pytorch_model*.bin"),
    ("tokenizer.json", "vocab.txt", "*.model"),
    ("config.json",),
    ("sentence_bert_config.json",),
    (TOKEN_PROJECTION,),
)
# Without any of these a Linux machine has no GPU of the makers that torch is mostly built for.
_DEVICES = tuple(Path("/dev") / name for name in ("nvidiactl", "dxg", "kfd"))
_HUB_ID = regex.compile(r"[\w.-]+(?:/[\w.-]+)?", regex.ASCII)
_SHA256 = regex.compile(r"[0-9a-f]{64}")


def load(preset: Preset, device: str | None) -> tuple[Any, Path]:
    """Return a SentenceTransformer and the folder it came from; weights are widened to 32 bits.

    Looks at this machine first, and at the network only for a hub name that is not in the hub's cache.
    Raises ArchiveError where there is no such model or it cannot be read.
    """
    folder = on_disk(preset)
    if folder is None and preset.hub_id:
        _require_hub(preset)
        model = _read(preset.hub_id, preset, device, offline=False)
        folder = on_disk(preset)
        if folder is None:
            raise ArchiveError(f"{preset.hub_id}: not a sentence-transformers model ({MODULES_FILE} is missing)")
        return model, folder
    if folder is None:
        raise ArchiveError("the bundled model is missing from this installation: install Khabar again")
    return _read(str(folder), preset, device, offline=True), folder


def load_folder(folder: Path, device: str | None) -> tuple[Any, Path]:
    """Return the SentenceTransformer in a folder, and the folder; never looks at the network."""
    if not (folder / MODULES_FILE).is_file():
        raise ArchiveError(f"{folder}: no sentence-transformers model here ({MODULES_FILE} is missing)")
    return _read(str(folder), preset_of(str(folder)), device, offline=True), folder


def token_projection(folder: Path) -> NDArray[np.float32] | None:
    """Return the (h, 128) projection of token vectors in a model's folder, or None where there is none."""
    path = folder / TOKEN_PROJECTION
    if not path.is_file():
        return None
    try:
        weight = stored_tensors.load(path)["weight"].exact()
    except (OSError, ValueError, KeyError) as error:
        raise ArchiveError(f"embedding model {folder}: {TOKEN_PROJECTION} cannot be read: {error}") from error
    if weight.ndim != 2 or weight.shape[1] != DIMENSIONS:
        raise ArchiveError(f"embedding model {folder}: {TOKEN_PROJECTION} does not project to {DIMENSIONS} dimensions")
    return weight


def word_table(model: Any, tokenizer: Any) -> WordTable:
    """Return a model's input vectors of its tokenizer's vocabulary."""
    if isinstance(model, plain_bert.PlainBert):
        vectors = model.words.rows
    else:
        stored = model[0].auto_model.get_input_embeddings().weight.detach().cpu().float().numpy()
        vectors = stored.__getitem__
    return WordTable(vectors, tokenizer.token_to_id, tokenizer.id_to_token, tokenizer.get_vocab)


def is_hub_id(name: str) -> bool:
    """Tell whether a name can be one of the hub, rather than a folder's.

    >>> [is_hub_id(name) for name in ("BAAI/bge-m3", "./model", "/srv/model", "a/b/c")]
    [True, False, False, False]
    """
    return _HUB_ID.fullmatch(name) is not None and not name.startswith(".")


def fingerprint(folder: Path, *settings: str) -> str:
    """Return 16 hexadecimal digits that stand for weights, tokenizer, pooling and settings.

    A copy of a folder has its fingerprint; a file of the hub's cache is not read, as it is stored under its SHA-256.
    """
    digest = hashlib.sha256("\0".join(settings).encode())
    modules = json.loads((folder / MODULES_FILE).read_text(encoding="utf-8"))
    for module in modules:
        digest.update(f"\0{module['type']}".encode())
        for path in _deciding_files(folder / module["path"]):
            digest.update(f"\0{path.name}\0{_sha256(path)}".encode())
    return digest.hexdigest()[:16]


def _deciding_files(folder: Path) -> Iterator[Path]:
    for patterns in _DECIDING:
        yield from next((found for pattern in patterns if (found := sorted(folder.glob(pattern)))), [])


def _sha256(path: Path) -> str:
    stored = path.resolve()
    if stored.parent.name == "blobs" and _SHA256.fullmatch(stored.name):
        return stored.name
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _read(source: str, preset: Preset, device: str | None, *, offline: bool) -> Any:
    if device in (None, "cpu") and plain_bert.can_read(Path(source)) and not _has_accelerator():
        return _read_plainly(Path(source))
    import torch
    from safetensors import SafetensorError
    from sentence_transformers import SentenceTransformer

    try:
        with without_progress_bar() if offline else nullcontext():
            model = SentenceTransformer(
                source,
                device=device,
                local_files_only=offline,
                trust_remote_code=False,
                model_kwargs={"dtype": torch.float32},
            )
    except (*_UNLOADABLE, SafetensorError) as error:
        raise _unloadable(source, error, f" ({preset.note})" if preset.note and not offline else "") from error
    return model.eval()


def _read_plainly(folder: Path) -> plain_bert.PlainBert:
    try:
        return plain_bert.PlainBert(folder)
    except _UNLOADABLE as error:
        raise _unloadable(str(folder), error) from error


def _has_accelerator() -> bool:
    """Tell whether torch can use one; torch, which takes seconds to import, is asked only where there may be one."""
    build = version("torch").partition("+")[2]
    if build == "cpu" or (sys.platform == "linux" and build != "xpu" and not any(map(Path.exists, _DEVICES))):
        return False
    import torch

    return torch.accelerator.is_available()


def _unloadable(source: str, error: Exception, hint: str = "") -> ArchiveError:
    first_line = next(iter(str(error).splitlines()), type(error).__name__)
    return ArchiveError(f"embedding model {source} cannot be loaded: {first_line[:200]}{hint}")


def _require_hub(preset: Preset) -> None:
    """Ask the hub once, since its own client tries again for more than a minute where there is no network."""
    import httpx
    from huggingface_hub import constants

    unavailable = ArchiveError(
        f"embedding model {preset.hub_id}: not on this machine, and the hub cannot be reached: "
        "connect to the network once, or copy the model's folder here and name the folder"
    )
    if constants.HF_HUB_OFFLINE:
        raise unavailable
    try:
        httpx.head(constants.ENDPOINT, timeout=PROBE_SECONDS)
    except httpx.TransportError as error:
        raise unavailable from error
    log.info("downloading %s from %s", preset.hub_id, constants.ENDPOINT)


@contextmanager
def without_progress_bar() -> Iterator[None]:
    """Hide the bar that transformers draws even for a quarter of a second."""
    from transformers.utils import logging as bars

    shown = bars.is_progress_bar_enabled()
    bars.disable_progress_bar()
    try:
        yield
    finally:
        if shown:
            bars.enable_progress_bar()
