"""A model that pools by the mean: one pass over a passage gives its vector, its sentences' and its tokens'."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np

from index import model_loading
from index.arithmetic import quick_arithmetic
from index.plain_bert import PlainBert
from index.plain_numpy import unit
from index.presets import BUNDLED_FOLDER, Preset
from index.sentence_embedder import SentenceEmbedder
from index.token_vectors import DIMENSIONS, TokenVectors
from index.vectors import PassageVectors, QuestionVectors, Spans, Vectors
from index.word_neighbours import WordNeighbours, WordTable

# Texts of like length are embedded together, up to this many tokens of padded input at a time.
BATCH_TOKENS = 4096


def pools_by_mean(model: Any) -> bool:
    """Tell whether a model is a transformer, a mean over all tokens, and then only what works on one vector."""
    if isinstance(model, PlainBert):
        return True
    kinds = [type(module).__name__ for module in model]
    if kinds[:2] != ["Transformer", "Pooling"] or not set(kinds[2:]) <= {"Dense", "LayerNorm", "Normalize"}:
        return False
    mode = model[1].get_config_dict()["pooling_mode"]
    return mode in ("mean", ["mean"], ("mean",)) and model[1].include_prompt and model.tokenizer.is_fast


@dataclass(frozen=True, slots=True)
class Pieces:
    """A text's tokens as rows of the word table, with where each begins and ends in it, in code points."""

    ids: Sequence[int]
    offsets: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True, eq=False)
class _Encoded:
    """One text's unit vectors: (d,), (spans, d), (tokens, 128), and how many tokens lie in each span."""

    whole: Vectors
    spans: Vectors
    tokens: Vectors
    counts: list[int]


class OnePassEmbedder(SentenceEmbedder):
    """A model whose vector is the mean of its token vectors: the pass over a passage yields its spans' vectors too.

    Token vectors are kept where its preset says that they help and its folder holds the projection for them.
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
        self._projection = model_loading.token_projection(folder) if preset.late_interaction else None

    @property
    def is_bundled(self) -> bool:
        """Whether it is the model that comes with Khabar."""
        return self._folder == BUNDLED_FOLDER

    @cached_property
    def words(self) -> WordTable:
        """Its input vectors and its vocabulary."""
        return model_loading.word_table(self._model, self._tokenizer)

    def pieces(self, text: str) -> Pieces:
        """Return a text's tokens, without markers."""
        encoding = self._tokenizer.encode(text, add_special_tokens=False)
        return Pieces(encoding.ids, encoding.offsets)

    @cached_property
    def neighbours(self) -> WordNeighbours | None:
        """Words of one script that mean a word of the other; None for models that are not known to tell."""
        if self._projection is None:
            return None
        return WordNeighbours(self.words, self.fingerprint)

    def encode_question(self, text: str, spans: Spans) -> QuestionVectors:
        """Return the vectors of a question and of its tokens within some spans."""
        shift = len(self._question_prefix)
        moved = [(start + shift, end + shift) for start, end in spans]
        (encoded,) = self._embed_questions([self._question_prefix + text], [moved])
        counts = np.array(encoded.counts if len(encoded.tokens) else (), dtype=np.int64)
        return QuestionVectors(encoded.whole, encoded.tokens, counts)

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Spans]) -> list[PassageVectors]:
        """Return each text's vector and one a span, and the spans' token vectors.

        A span's vector is the mean of its token vectors, each read in the context of the whole passage (late chunking,
        arXiv:2409.04701). A token belongs to the span that its last character lies in. A span without tokens, being
        white space or beyond the model's longest input, gets the passage's vector.
        """
        shift = len(self._passage_prefix)
        moved = [[(start + shift, end + shift) for start, end in within] for within in spans]
        with quick_arithmetic(self._model.device.type):
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
