"""How the student does on translated sentences that it does not learn from."""

from collections.abc import Sequence

import torch

from index.training.student import Student

BATCH = 64


@torch.inference_mode()
def held_out(student: Student, pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    """Return the mean cosine of a sentence with its translation, and the share (%) nearest to it, both ways."""
    sides = []
    for side in (0, 1):
        texts = [pair[side] for pair in pairs]
        sides.append(torch.cat([student.encode(texts[at : at + BATCH]).whole for at in range(0, len(texts), BATCH)]))
    scores = sides[0] @ sides[1].T
    own = torch.arange(len(pairs))
    return {
        "nearness": round(float(scores.diagonal().mean()), 4),
        "en→hi": round(float((scores.argmax(1) == own).float().mean() * 100), 1),
        "hi→en": round(float((scores.argmax(0) == own).float().mean() * 100), 1),
    }
