"""The encoder while it learns: English rows stay, Hindi rows move, and late in the training the body a little."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch.nn.functional import normalize

from index.arithmetic import processor_has_bfloat16

LONGEST = 96  # tokens of a training text
# What matrices are multiplied in: 16 bits are ten times slower where the processor has no instructions for them.
COMPUTED = torch.bfloat16 if processor_has_bfloat16() else torch.float32
MULTIPLE = 16  # lengths are padded to multiples of this: each new shape costs torch memory


@dataclass(frozen=True, slots=True, eq=False)
class Encoded:
    """Unit vectors of texts, (b, d), and of their tokens, (b, longest, d); which tokens count, (b, longest)."""

    whole: torch.Tensor
    tokens: torch.Tensor
    counts: torch.Tensor

    def first(self, count: int) -> "Encoded":
        """Return the first texts alone."""
        return Encoded(self.whole[:count], self.tokens[:count], self.counts[:count])


class Student(torch.nn.Module):
    """A BERT with mean pooling whose word table is in two parts: the base's rows, fixed, and the new ones.

    The body computes in `COMPUTED`. Until it is thawed, gradients reach the new rows alone, as sparse ones.
    """

    def __init__(self, encoder: Any, tokenizer: Any, base_rows: int) -> None:
        super().__init__()
        table = encoder.get_input_embeddings().weight.data
        self._tokenizer = tokenizer
        self._base_rows = base_rows
        self.fixed = torch.nn.Embedding(base_rows, table.shape[1], _weight=table[:base_rows].clone()).requires_grad_(
            requires_grad=False
        )
        self.moving = torch.nn.Embedding(
            len(table) - base_rows, table.shape[1], _weight=table[base_rows:].clone(), sparse=True
        )
        encoder.set_attn_implementation("eager")  # the fused kernel's backward pass is five times slower on processors
        self.body = encoder.to(COMPUTED).eval().requires_grad_(requires_grad=False)

    def encode(self, texts: Sequence[str], longest: int = LONGEST) -> Encoded:
        """Encode texts, cut at `longest` tokens. Token vectors leave out the markers at the ends."""
        found = [one.ids[: longest - 1] + one.ids[-1:] for one in self._tokenizer.encode_batch(list(texts))]
        length = -(-max(map(len, found)) // MULTIPLE) * MULTIPLE
        ids, mask = torch.zeros(len(found), length, dtype=torch.long), torch.zeros(len(found), length)
        for row, one in enumerate(found):
            ids[row, : len(one)], mask[row, : len(one)] = torch.tensor(one), 1
        is_new = ids >= self._base_rows
        words = self.fixed(ids.where(~is_new, 0))
        words = torch.where(is_new[..., None], self.moving((ids - self._base_rows).clamp(min=0)), words)
        with torch.autocast("cpu", COMPUTED, enabled=self.thawed and COMPUTED is torch.bfloat16):
            states = self.body(
                inputs_embeds=words.to(self.body.dtype), attention_mask=mask.to(self.body.dtype)
            ).last_hidden_state.float()
        whole = (states * mask[..., None]).sum(1) / mask.sum(1, keepdim=True)
        inner = mask.clone()
        inner[:, 0] = 0
        inner[torch.arange(len(found)), mask.sum(1).long() - 1] = 0
        return Encoded(normalize(whole, dim=-1), normalize(states, dim=-1), inner)

    @property
    def thawed(self) -> bool:
        """Whether the body learns too."""
        return any(weight.requires_grad for weight in self.body.encoder.parameters())

    def thaw(self) -> None:
        """Let the layers of the body learn, in 32 bits; its embeddings stay."""
        self.body.float()
        self.body.encoder.requires_grad_(requires_grad=True)

    def learnt(self) -> dict[str, torch.Tensor]:
        """Return what moves, by name: the new rows, and of a thawed body its layers' weights."""
        layers = self.body.encoder.named_parameters() if self.thawed else ()
        return {"rows": self.moving.weight.data, **{name: weight.data for name, weight in layers}}

    def table(self) -> torch.Tensor:
        """Return the whole word table (rows, d)."""
        return torch.cat([self.fixed.weight.data, self.moving.weight.data])
