"""A cross-encoder by name: reads question and passage together and tells how relevant the passage is."""

import logging
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Protocol

import numpy as np

from index.chunking import context_of
from index.errors import UsageError
from index.model_loading import without_progress_bar
from index.snapshot import StoredPassage
from rag import local_models
from rag.settings import Settings

SETTING, KIND = "KHABAR_RERANKER", "cross-encoder"
# Known by name, with what a download takes in 10^6 bytes; any other cross-encoder with one score is as good.
KNOWN: Mapping[str, tuple[int, str]] = MappingProxyType(
    {
        "BAAI/bge-reranker-v2-m3": (2271, "Apache-2.0"),
        "cross-encoder/mmarco-mMiniLMv2-L12-H384-v1": (471, "Apache-2.0"),
    }
)
# Tokens of question and passage together; passages have about a hundred.
LONGEST_INPUT = 512
# Characters of each that are read at most: what is beyond is no longer cut by the model's tokenizer.
LONGEST_QUESTION = 1000
LONGEST_PASSAGE = 4000
BATCH = 8

log = logging.getLogger(__name__)


class Reranker(Protocol):
    """What tells how relevant passages are to a question."""

    def load(self) -> None:
        """Read what it needs now rather than at the first question."""
        ...

    def relevance(self, question: str, passages: Sequence[StoredPassage]) -> list[float] | None:
        """Return the relevance of each passage, 0…1; None where it fails, and their order is to stay."""
        ...


def open_reranker(settings: Settings) -> Reranker | None:
    """Return the cross-encoder that the settings name, None where they name none; its weights are not read yet.

    Raises UsageError where it is not on this machine.
    """
    if not settings.reranker:
        return None
    return CrossEncoder(settings.reranker, device=settings.local_device, dtype=settings.local_dtype)


def rerankers(settings: Settings) -> list[dict[str, Any]]:
    """Return name, size, licence, state in words and whether it is in use of the cross-encoders known by name.

    That of the settings is among them. Asks no network.
    """
    names = dict.fromkeys([*KNOWN, *filter(None, [settings.reranker])])
    return [
        {
            "name": name,
            "size_mb": KNOWN.get(name, (0, ""))[0],
            "licence": KNOWN.get(name, (0, "see its card"))[1],
            "state": _state(name),
            "in_use": name == settings.reranker,
        }
        for name in names
    ]


def _state(name: str) -> str:
    try:
        return str(local_models.find(name, SETTING, KIND))
    except UsageError as error:
        return f"not ready: {error}"


@dataclass(frozen=True, slots=True, eq=False)
class _Loaded:
    model: Any
    identity: Any  # the activation under which scores come out as they are


class CrossEncoder:
    """A cross-encoder of sentence-transformers, by hub name or folder; safe to share between threads.

    It is looked for at once, on this machine alone, and read at the first question. Nothing is unpickled and none of
    the model's own code is run.
    """

    def __init__(self, name: str, *, device: str = "auto", dtype: str = "auto") -> None:
        folder = local_models.find(name, SETTING, KIND)
        assert folder is not None  # noqa: S101 (without a download it is there or an error)
        self.name = name
        self._folder: Path = folder
        self._device, self._dtype = device, dtype
        self._loaded: _Loaded | None = None
        self._has_failed = False
        self._working = threading.Lock()  # tokenizers of transformers are not for several threads

    def load(self) -> None:
        """Read the weights. Raises UsageError where they cannot be read, or give more than one score."""
        with self._working:
            self._loaded = self._loaded or self._read()

    def relevance(self, question: str, passages: Sequence[StoredPassage]) -> list[float] | None:
        """Return the relevance of each passage, 0…1: the logistic function of the model's score.

        None where the model fails while it reads, as for want of memory; the log tells of it, once. Raises as `load`.
        """
        if not passages:
            return []
        pairs = [(question[:LONGEST_QUESTION], _text_of(stored)[:LONGEST_PASSAGE]) for stored in passages]
        with self._working:
            loaded = self._loaded = self._loaded or self._read()
            try:
                scores = loaded.model.predict(
                    pairs, batch_size=BATCH, activation_fn=loaded.identity, show_progress_bar=False
                )
            except (RuntimeError, MemoryError) as error:
                self._tell(error)
                return None
        # In 64 bits, so that scores that differ do not become one.
        return [float(one) for one in 1 / (1 + np.exp(-np.asarray(scores, dtype=np.float64).clip(-500, 500)))]

    def _tell(self, error: Exception) -> None:
        if not self._has_failed:
            log.warning(
                "cross-encoder %s: failed while it read (%s), so passages keep the order they had:"
                " set KHABAR_LOCAL_DEVICE=cpu, or leave out %s",
                self.name,
                local_models.reason_of(error),
                SETTING,
            )
        self._has_failed = True

    def _read(self) -> _Loaded:
        import torch
        from safetensors import SafetensorError
        from sentence_transformers import CrossEncoder as Model

        try:
            device = local_models.device_of(self._device)
            options = {"dtype": local_models.dtype_of(self._dtype, device), "use_safetensors": True}
            with without_progress_bar():
                model: Any = Model(
                    str(self._folder),
                    device=device,
                    local_files_only=True,
                    trust_remote_code=False,
                    model_kwargs=options,
                )
        except (*local_models.UNLOADABLE, SafetensorError) as error:
            raise UsageError(
                f"cross-encoder {self.name}: cannot be loaded ({local_models.reason_of(error)}):"
                f" set {SETTING} to another or leave it out"
            ) from error
        if model.num_labels != 1:
            raise UsageError(
                f"cross-encoder {self.name}: gives {model.num_labels} scores and not one of relevance:"
                f" set {SETTING} to a model made for reranking"
            )
        longest = getattr(model.config, "max_position_embeddings", LONGEST_INPUT + 2) - 2  # two are kept by XLM-R
        model.max_seq_length = min(LONGEST_INPUT, longest, model.max_seq_length or LONGEST_INPUT)
        return _Loaded(local_models.widened(model.eval()), torch.nn.Identity())


def _text_of(stored: StoredPassage) -> str:
    return context_of(stored.article) + stored.passage.text
