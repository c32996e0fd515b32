"""The reader while it learns: the bundled model's body, and on top of it what tells answers."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy

from index import stored_tensors
from index.arithmetic import processor_has_bfloat16
from index.one_pass import OnePassEmbedder
from rag.reading.inputs import Joined
from rag.reading.reader import WEIGHTS
from rag.reading.training.examples import Example

MULTIPLE = 16  # lengths are padded to multiples of this: each new shape costs torch memory
SPAN_WEIGHT = 0.5  # of the loss on spans beside that on sentences
_OUTSIDE = -1e4
_HAS_BFLOAT16 = processor_has_bfloat16()


class Told(NamedTuple):
    """Log-odds of each sentence (b, s), which sentences there are (b, s), and the spans' ends (b, longest, 2)."""

    answers: torch.Tensor
    are_there: torch.Tensor
    spans: torch.Tensor


class Network(torch.nn.Module):
    """A BERT that begins as the bundled model; its word table and other embeddings stay as they are."""

    def __init__(self, embedder: OnePassEmbedder, weights: Path) -> None:
        from transformers import BertConfig, BertModel

        super().__init__()
        config = BertConfig.from_json_file(str(weights.parent / "config.json"))
        config.vocab_size = 1  # words are looked up elsewhere
        config._attn_implementation = "eager"  # the fused kernel's backward pass is slower on processors
        config.attention_probs_dropout_prob = 0.0  # drawing so many random numbers takes as long as all the rest
        self.body = BertModel(config, add_pooling_layer=False)
        stored = {name.removeprefix("bert."): one for name, one in stored_tensors.load(weights).items()}
        own = self.body.state_dict()
        found = {
            name: torch.from_numpy(one.exact()) for name, one in stored.items() if name in own and one.kind != "F8_E4M3"
        }
        self.body.load_state_dict({**own, **found})
        self.body.embeddings.requires_grad_(requires_grad=False)
        width = config.hidden_size
        self.pool = torch.nn.Linear(width, 1)
        self.sentence = torch.nn.ModuleDict(
            {"inner": torch.nn.Linear(2 * width, width), "outer": torch.nn.Linear(width, 1)}
        )
        self.span = torch.nn.Linear(width, 2)
        self._vectors = embedder.words.vectors

    def take(self, folder: Path) -> None:
        """Take the weights of the reader in a folder."""
        stored = {name: torch.from_numpy(one.exact()) for name, one in stored_tensors.load(folder / WEIGHTS).items()}
        own = self.state_dict()
        self.load_state_dict({**own, **{name if name in own else f"body.{name}": one for name, one in stored.items()}})

    def forward(self, inputs: Sequence[Joined]) -> Told:
        """Return what is told of each input."""
        length = -(-max(len(one.ids) for one in inputs) // MULTIPLE) * MULTIPLE
        ids, kinds = np.zeros((len(inputs), length), np.int64), torch.ones(len(inputs), length, dtype=torch.long)
        mask = torch.zeros(len(inputs), length)
        within = torch.zeros(len(inputs), max(len(one.ranges) for one in inputs), length)
        for row, one in enumerate(inputs):
            ids[row, : len(one.ids)], kinds[row, : one.asked], mask[row, : len(one.ids)] = one.ids, 0, 1
            for place, (first, last) in enumerate(one.ranges):
                within[row, place, first:last] = 1
        words = torch.from_numpy(self._vectors(ids.ravel())).reshape(*ids.shape, -1)
        with torch.autocast("cpu", torch.bfloat16, enabled=_HAS_BFLOAT16):
            states = self.body(inputs_embeds=words, token_type_ids=kinds, attention_mask=mask).last_hidden_state
        return self._told(states.float(), within)

    def _told(self, states: torch.Tensor, within: torch.Tensor) -> Told:
        """Return what is told from the states (b, n, h), where `within` (b, s, n) has 1 for a sentence's tokens."""
        pull = self.pool(states)[..., 0][:, None].masked_fill(within == 0, _OUTSIDE)
        pooled = (torch.softmax(pull, -1) * within) @ states
        whole = states[:, :1].expand(-1, pooled.shape[1], -1)
        inner = torch.nn.functional.gelu(self.sentence["inner"](torch.cat([pooled, whole], -1)))
        inside = within.sum(1) > 0
        inside[:, 0] = True  # the first token stands for no answer
        spans = self.span(states).masked_fill(~inside[..., None], _OUTSIDE)
        return Told(self.sentence["outer"](inner)[..., 0], within.sum(-1) > 0, spans)


def loss(network: Network, batch: Sequence[Example]) -> tuple[torch.Tensor, dict[str, float]]:
    """Return what is to be made small, and its parts by name: of sentences that answer, and of where spans lie."""
    told = network([one.joined for one in batch])
    wanted = torch.zeros_like(told.answers)
    for row, one in enumerate(batch):
        wanted[row, : len(one.answers)] = torch.tensor(one.answers)
    wrong = binary_cross_entropy_with_logits(told.answers, wanted, reduction="none")
    sentences = (wrong * told.are_there).sum() / len(batch)
    spans = torch.zeros(())
    rows = [row for row, one in enumerate(batch) if one.span is not None]
    if rows:
        ends = torch.tensor([one.span for one in batch if one.span is not None])
        spans = sum((cross_entropy(told.spans[rows, :, side], ends[:, side]) for side in (0, 1)), spans)
    return sentences + SPAN_WEIGHT * spans, {"sentences": float(sentences.detach()), "spans": float(spans.detach())}
