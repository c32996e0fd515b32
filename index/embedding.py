"""Embedding models behind one small protocol: sentence-transformers, or the deterministic fake of the tests."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from index import model_loading
from index.errors import ArchiveError
from index.hashing import HashEmbedder
from index.plain_bert import PlainBert
from index.plain_numpy import unit
from index.presets import PRESETS, Preset, preset_of
from index.token_vectors import DIMENSIONS, TokenVectors
from index.vectors import PassageVectors, QuestionVectors
from index.vocabulary import Vocabulary, whole_words
from index.word_neighbours import WordNeighbours

log = logging.getLogger(__name__)
# Texts of like length are embedded together, up to this many tokens of padded input at a time.
BATCH_TOKENS = 4096
# Passages are far shorter; a model that could read more would only need more memory for a runaway sentence.
LONGEST_INPUT = 512
# Part of the fingerprint: to be raised when the same files begin to give other vectors.
SCHEME = "3"

Spans = Sequence[tuple[int, int]]
Vectors = NDArray[np.float32]


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
        """Return the vectors of a question; its tokens are those within some character spans, its words, of it."""
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
    embedder = OnePassEmbedder if _pools_by_mean(model) else SentenceEmbedder
    return embedder(preset, model, folder)


def prepare_words(embedder: Embedder) -> None:
    """Work out now what the first questions would wait for, and keep it for the processes that answer them."""
    if embedder.neighbours is not None:
        embedder.neighbours.prepare()
    _ = embedder.vocabulary.size


@dataclass(frozen=True, slots=True, eq=False)
class _Encoded:
    """One text's unit vectors: (d,), (spans, d), (tokens, 128), and how many tokens lie in each span."""

    whole: Vectors
    spans: Vectors
    tokens: Vectors
    counts: list[int]


class SentenceEmbedder:
    """A sentence-transformers model of any kind; spans of a passage are embedded as texts of their own."""

    def __init__(self, preset: Preset, model: Any, folder: Path) -> None:
        self.name = preset.name
        self.dimensions = int(model.get_embedding_dimension())
        self._model = model
        self._folder = folder
        self._question_prefix = _prefix(preset.question_prefix, model, "query")
        self._passage_prefix = _prefix(preset.passage_prefix, model, "document", "passage")
        if model.max_seq_length is None or model.max_seq_length > LONGEST_INPUT:
            model.max_seq_length = LONGEST_INPUT

    @property
    def neighbours(self) -> WordNeighbours | None:
        """None: nothing is known of the model's words."""
        return None

    @cached_property
    def fingerprint(self) -> str:
        """Sixteen digits for weights, tokenizer, pooling, prefixes and the longest input."""
        return model_loading.fingerprint(
            self._folder, SCHEME, self._question_prefix, self._passage_prefix, str(self._model.max_seq_length)
        )

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """The words that its tokenizer knows whole."""
        tokenizer = getattr(self._model.tokenizer, "backend_tokenizer", None)
        if tokenizer is None:
            return Vocabulary()
        return Vocabulary(lambda: whole_words(tokenizer.get_vocab()), self.fingerprint)

    def encode_questions(self, texts: Sequence[str]) -> Vectors:
        """Return (n, d) unit vectors."""
        return self._encode(texts, self._question_prefix)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vector of a question."""
        return QuestionVectors.without_tokens(self.encode_questions([text])[0])

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span."""
        parts = [text[start:end] for text, within in zip(texts, spans, strict=True) for start, end in within]
        with _quick_arithmetic(self._model.device.type):
            vectors = self._encode([*texts, *parts], self._passage_prefix)
        edges = np.cumsum([len(texts), *(len(within) for within in spans)])
        return [PassageVectors(vectors[row], vectors[a:b]) for row, (a, b) in enumerate(pairwise(edges))]

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        if not texts:
            return np.zeros((0, self.dimensions), dtype=np.float32)
        vectors = self._model.encode(
            [prefix + text for text in texts], prompt="", normalize_embeddings=True, show_progress_bar=False
        )
        return np.asarray(vectors, dtype=np.float32)


class OnePassEmbedder(SentenceEmbedder):
    """A model whose vector is the mean of its token vectors: the pass over a passage yields its spans' vectors too.

    Token vectors are kept where the model's folder holds a projection for them; for others they are not known to help.
    """

    def __init__(self, preset: Preset, model: Any, folder: Path) -> None:
        super().__init__(preset, model, folder)
        wrapper = model.tokenizer
        # The Rust tokenizer, set up once and then left alone, may be shared by threads; transformers' wrapper may not.
        self._tokenizer = wrapper.backend_tokenizer
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(model.max_seq_length)
        self._pad_id = int(wrapper.pad_token_id or 0)
        self._has_types = "token_type_ids" in wrapper.model_input_names
        self._projection = model_loading.token_projection(folder)

    @cached_property
    def neighbours(self) -> WordNeighbours | None:
        """Words of one script that mean a word of the other; None for models that are not known to tell."""
        if self._projection is None:
            return None
        return WordNeighbours(model_loading.word_table(self._model, self._tokenizer), self.fingerprint)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vectors of a question and of its tokens within some spans."""
        shift = len(self._question_prefix)
        moved = [(start + shift, end + shift) for start, end in spans]
        (encoded,) = self._embed_questions([self._question_prefix + text], [moved])
        return QuestionVectors(encoded.whole, encoded.tokens, np.array(encoded.counts, dtype=np.int64))

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span, and the spans' token vectors.

        A span's vector is the mean of its token vectors, each read in the context of the whole passage (late chunking,
        arXiv:2409.04701). A token belongs to the span that its last character lies in. A span without tokens, being
        white space or beyond the model's longest input, gets the passage's vector.
        """
        shift = len(self._passage_prefix)
        moved = [[(start + shift, end + shift) for start, end in within] for within in spans]
        with _quick_arithmetic(self._model.device.type):
            encoded = self._embed([self._passage_prefix + text for text in texts], moved)
        return [
            PassageVectors(
                one.whole, one.spans, None if self._projection is None else TokenVectors.pack(one.tokens, one.counts)
            )
            for one in encoded
        ]

    def _encode(self, texts: Sequence[str], prefix: str) -> Vectors:
        encoded = self._embed_questions([prefix + text for text in texts], [()] * len(texts))
        return np.array([one.whole for one in encoded], dtype=np.float32).reshape(len(texts), self.dimensions)

    def _embed_questions(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[_Encoded]:
        """Return the vectors of questions, those of the spans themselves left out."""
        if not isinstance(self._model, PlainBert):
            return self._embed(texts, spans)
        encodings = self._tokenizer.encode_batch(list(texts))
        return [self._read(encoding, within) for encoding, within in zip(encodings, spans, strict=True)]

    def _read(self, encoding: Any, spans: Spans) -> _Encoded:
        states, whole = self._model.read(encoding.ids)
        ranges = _token_ranges(encoding, spans)
        tokens = np.zeros((0, DIMENSIONS), np.float32)
        if self._projection is not None and ranges:
            tokens = unit(np.concatenate([states[first:last] for first, last in ranges]) @ self._projection)
        return _Encoded(whole, np.zeros((0, len(whole)), np.float32), tokens, [last - first for first, last in ranges])

    def _embed(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[_Encoded]:
        import torch

        found: dict[int, _Encoded] = {}
        encodings = self._tokenizer.encode_batch(list(texts))
        for rows in _batches([len(encoding.ids) for encoding in encodings]):
            ranges = [_token_ranges(encodings[row], spans[row]) for row in rows]
            with torch.inference_mode():
                output = self._model(self._features([encodings[row] for row in rows]))
                whole = _unit(output["sentence_embedding"])
                pooled = self._pool(output["token_embeddings"], whole, ranges)
                tokens = self._project(output["token_embeddings"], ranges)
            counts = [[last - first for first, last in within] for within in ranges]
            parts = np.split(pooled.cpu().numpy(), np.cumsum([len(within) for within in ranges])[:-1])
            projected = np.split(tokens.cpu().numpy(), np.cumsum([sum(within) for within in counts])[:-1])
            for row, *one in zip(rows, whole.cpu().numpy(), parts, projected, counts, strict=True):
                found[row] = _Encoded(*one)
        return [found[row] for row in range(len(texts))]

    def _project(self, tokens: Any, ranges: Sequence[Spans]) -> Any:
        """Return (tokens, 128) unit vectors of the ranges' tokens, projected from (b, longest, h); no rows without."""
        import torch

        if self._projection is None:
            return torch.zeros(0, DIMENSIONS)
        places = [(row, at) for row, within in enumerate(ranges) for first, last in within for at in range(first, last)]
        row, at = torch.tensor(places, dtype=torch.long, device=tokens.device).reshape(-1, 2).T
        return _unit(tokens[row, at].float() @ torch.from_numpy(self._projection).to(tokens.device))

    def _features(self, encodings: Sequence[Any]) -> dict[str, Any]:
        """Return token ids and what goes with them, (b, longest) each, padded at the end."""
        import torch

        shape = len(encodings), max(len(encoding.ids) for encoding in encodings)
        ids, mask, types = np.full(shape, self._pad_id), np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        for place, encoding in enumerate(encodings):
            length = len(encoding.ids)
            ids[place, :length], mask[place, :length], types[place, :length] = encoding.ids, 1, encoding.type_ids
        features = {"input_ids": ids, "attention_mask": mask, **({"token_type_ids": types} if self._has_types else {})}
        return {key: torch.from_numpy(value).to(self._model.device) for key, value in features.items()}

    def _pool(self, tokens: Any, whole: Any, ranges: Sequence[Spans]) -> Any:
        """Return (spans, d): the mean of each range of the token vectors (b, longest, h), of unit length.

        The mean goes through the modules behind the pooling, as the passage's own does; an empty range gets `whole`.
        """
        import torch

        flat = [(place, first, last) for place, within in enumerate(ranges) for first, last in within]
        place, first, last = torch.tensor(flat, dtype=torch.long, device=tokens.device).reshape(-1, 3).T
        sums = torch.nn.functional.pad(tokens.float().cumsum(1), (0, 0, 1, 0))
        means = (sums[place, last] - sums[place, first]) / (last - first).clamp(min=1)[:, None]
        features = {"sentence_embedding": means}
        for module in list(self._model)[2:]:
            features = module(features)
        return torch.where((last > first)[:, None], _unit(features["sentence_embedding"]), whole[place])


def _pools_by_mean(model: Any) -> bool:
    """Tell whether a model is a transformer, a mean over all tokens, and then only what works on one vector."""
    if isinstance(model, PlainBert):
        return True
    kinds = [type(module).__name__ for module in model]
    if kinds[:2] != ["Transformer", "Pooling"] or not set(kinds[2:]) <= {"Dense", "LayerNorm", "Normalize"}:
        return False
    mode = model[1].get_config_dict()["pooling_mode"]
    return mode in ("mean", ["mean"], ("mean",)) and model[1].include_prompt and model.tokenizer.is_fast


def _prefix(given: str | None, model: Any, *names: str) -> str:
    """Return the given prefix, or where it is None the first of the model's own prompts that says something."""
    if given is not None:
        return given
    prompts: dict[str, str | None] = model.prompts or {}
    return next((prompt for name in names if (prompt := prompts.get(name))), "")


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Yield row numbers, like lengths together, so that little is spent on padding."""
    batch: list[int] = []
    for row in sorted(range(len(lengths)), key=lambda row: lengths[row]):
        if batch and lengths[row] * (len(batch) + 1) > BATCH_TOKENS:
            yield batch
            batch = []
        batch.append(row)
    if batch:
        yield batch


def _token_ranges(encoding: Any, spans: Spans) -> list[tuple[int, int]]:
    """Return (first, last + 1) of the tokens whose last character lies in each span; markers like [CLS] are in none."""
    real = np.flatnonzero(np.array(encoding.special_tokens_mask) == 0)
    offsets = encoding.offsets  # a new list at each call
    if not len(real):
        return [(0, 0)] * len(spans)
    ends = np.maximum.accumulate([offsets[token][1] for token in real])
    firsts, lasts = (np.searchsorted(ends, [span[side] for span in spans], side="right") for side in (0, 1))
    return [(int(real[0]) + int(first), int(real[0]) + int(last)) for first, last in zip(firsts, lasts, strict=True)]


def _unit(vectors: Any) -> Any:
    import torch

    return torch.nn.functional.normalize(vectors.float(), dim=-1)


def _quick_arithmetic(device_type: str) -> AbstractContextManager[Any]:
    """Return 16-bit arithmetic for passages where it is about twice as quick: GPUs and some newer processors.

    Questions keep 32 bits: a single one gains nothing.
    """
    import torch

    if device_type == "cuda" or (device_type == "cpu" and processor_has_bfloat16()):
        return torch.autocast(device_type, torch.bfloat16)
    return nullcontext()


@cache
def processor_has_bfloat16() -> bool:
    """Tell whether the processor multiplies bfloat16 itself; false where there is no /proc/cpuinfo to say so."""
    try:
        described = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
    return bool({"avx512_bf16", "amx_bf16"} & set(described.split()))
