"""Embedding models behind one small protocol: sentence-transformers, or the deterministic fake of the tests."""

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from index import model_loading
from index.errors import ArchiveError
from index.hashing import HashEmbedder
from index.one_pass import OnePassEmbedder, pools_by_mean
from index.presets import PRESETS, preset_of
from index.sentence_embedder import SentenceEmbedder
from index.vectors import PassageVectors, QuestionVectors, Spans, Vectors
from index.vocabulary import Vocabulary
from index.word_neighbours import WordNeighbours


class Embedder(Protocol):
    """Turns questions and passages into vectors of unit length; what changes them changes `fingerprint`."""

    @property
    def name(self) -> str:
        """What `open_embedder` opens it by."""
        ...

    @property
    def fingerprint(self) -> str:
        """Tells models apart: equal where the same text gets the same vector."""
        ...

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        ...

    @property
    def neighbours(self) -> WordNeighbours | None:
        """Words of one script that mean a word of the other; None where the model does not tell."""
        ...

    @property
    def vocabulary(self) -> Vocabulary:
        """The words that it knows whole."""
        ...

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""
        ...

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vectors of a question; its tokens are those within some character spans of it, its words."""
        ...

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vectors; its sentences are character spans of it."""
        ...


def open_embedder(name: str = "bundled", *, device: str | None = None) -> Embedder:
    """Open a preset, any other sentence-transformers model of the hub, or a folder with one.

    `device` is torch's name of one, the best there is where None. Raises ArchiveError where the model is missing or
    cannot be loaded; only a hub name that is not in the hub's cache uses the network.
    """
    if name == "hash":
        return HashEmbedder()
    folder = Path(name).expanduser()
    if name not in PRESETS and folder.is_dir():
        folder = folder.resolve()  # the archive remembers the name and may be opened from elsewhere
        preset = preset_of(str(folder))
        model, folder = model_loading.load_folder(folder, device)
    elif name in PRESETS or model_loading.is_hub_id(name):
        preset = preset_of(name)
        model, folder = model_loading.load(preset, device)
    else:
        raise ArchiveError(f"{name}: no such folder; khabar models lists the embedding models known by name")
    embedder = OnePassEmbedder if pools_by_mean(model) else SentenceEmbedder
    return embedder(preset, model, folder)


def prepare_words(embedder: Embedder) -> None:
    """Work out now what the first questions would wait for, and keep it for the processes that answer them."""
    if embedder.neighbours is not None:
        embedder.neighbours.prepare()
    _ = embedder.vocabulary.size
