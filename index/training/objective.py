"""What is learnt: a Hindi text's vectors are to be those of its English, of the whole and token by token."""

import torch
from torch.nn.functional import cross_entropy

from index.training.student import COMPUTED, Encoded

TEMPERATURE = 0.05
TOKEN_TEMPERATURE = 0.03
# Shares of the parts of the loss.
NEARNESS, CONTRAST, TOKENS = 4.0, 0.5, 0.25
# How strongly English is held where it could move.
HELD, TOKENS_HELD = 20.0, 0.5
# Pairs of a batch that take part in the token loss, whose cost grows with their square.
TOKEN_PAIRS = 32


def loss(hindi: Encoded, english: Encoded) -> dict[str, torch.Tensor]:
    """Return {part: value} of the loss of a batch of pairs, and their weighted "total".

    nearness: 1 − cosine of each pair (distillation, Reimers & Gurevych, 2020); contrast: in-batch cross-entropy both
    ways (InfoNCE); tokens: the same over late-interaction scores (Khattab & Zaharia, 2020).
    """
    nearness = (1 - (hindi.whole * english.whole).sum(-1)).mean()
    contrast = both_ways(hindi.whole @ english.whole.T / TEMPERATURE)
    some, others = english.first(TOKEN_PAIRS), hindi.first(TOKEN_PAIRS)
    met = (late_interaction(some, others) + late_interaction(others, some).T) / 2
    tokens = both_ways(met / TOKEN_TEMPERATURE)
    total = NEARNESS * nearness + CONTRAST * contrast + TOKENS * tokens
    return {"nearness": nearness, "contrast": contrast, "tokens": tokens, "total": total}


def drift(student: Encoded, teacher: Encoded) -> torch.Tensor:
    """Return how far English texts have moved from where the teacher has them, as a whole and by their tokens."""
    whole = (1 - (student.whole * teacher.whole).sum(-1)).mean()
    length = min(student.tokens.shape[1], teacher.tokens.shape[1])  # padded with other texts, both hold all that counts
    counts = teacher.counts[:, :length]
    apart = (1 - (student.tokens[:, :length] * teacher.tokens[:, :length]).sum(-1)) * counts
    tokens = apart.sum() / counts.sum().clamp(min=1)
    return HELD * (whole + TOKENS_HELD * tokens)


def both_ways(scores: torch.Tensor) -> torch.Tensor:
    """Return the mean cross-entropy of finding each row's partner, which is on the diagonal, and each column's."""
    wanted = torch.arange(len(scores))
    return (cross_entropy(scores, wanted) + cross_entropy(scores.T, wanted)) / 2


def late_interaction(questions: Encoded, passages: Encoded) -> torch.Tensor:
    """Return (b, b): for each question and passage the mean over the question's tokens of the best token's cosine."""
    count, longest, width = questions.tokens.shape
    asked = questions.tokens.reshape(-1, width).to(COMPUTED)
    rows = []
    for passage, there in zip(passages.tokens.to(COMPUTED), passages.counts.bool(), strict=True):
        best = (asked @ passage[there].T).amax(-1) if there.any() else asked.new_zeros(len(asked))
        rows.append(best.float().view(count, longest))
    best_of_each = torch.stack(rows, dim=1)  # (b questions, b passages, longest)
    counts = questions.counts[:, None, :]
    return (best_of_each * counts).sum(-1) / counts.sum(-1).clamp(min=1)
