"""Moves the student until Hindi text means what its English means; can be stopped and taken up at any step."""

import json
import logging
import math
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import torch

from index.training import checkpoints
from index.training.aligned import Pair
from index.training.mixture import Mixture
from index.training.objective import drift, loss
from index.training.student import Student

log = logging.getLogger("index.training")
WARMING = 50
REPORTED = 25  # steps between lines of the log
FLOOR = 0.05  # of the learning rate, at the last step
GROUPED = 8  # batches drawn together and parted by length, so that little is padding


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast to learn. The averaged rows of the last part are the outcome."""

    steps: int = 2400
    batch: int = 128
    rate: float = 1e-3
    body_rate: float = 2e-5  # of a thawed body
    minutes: float = math.inf  # of this process; a later one goes on
    kept_every: int = 100
    averaging: float = 0.995
    thawed_steps: int = 500  # further ones, with the body thawed
    thawed_rate: float = 2e-4  # of the rows in these


def train(
    student: Student,
    mixture: Mixture,
    plan: Plan,
    folder: Path,
    watch: Callable[[int], None] = lambda step: None,
    teacher: Student | None = None,
) -> bool:
    """Train, or go on training from `folder`; return whether the plan is fulfilled.

    A thawed student needs a `teacher`, the student as it was before: it says what English texts mean, and the student
    is held to it on them. `folder` gets checkpoint.pt (what moves, its average, optimisers, step) and log.jsonl (a line
    each `REPORTED` steps). `watch` is called with the step at each checkpoint.
    """
    folder.mkdir(parents=True, exist_ok=True)
    optimisers = _optimisers(student, plan)
    average = {name: value.clone() for name, value in student.learnt().items()}
    step = _take_up(folder / "checkpoint.pt", student, optimisers, average)
    begun, seen = time.monotonic(), dict[str, list[float]]()
    while step < plan.steps and time.monotonic() - begun < 60 * plan.minutes:
        parts = _losses(student, teacher, _batch(mixture, step, plan.batch))
        parts["total"].backward()  # type: ignore[no-untyped-call]
        _move(optimisers, rate_at(step, plan.steps))
        step += 1
        for name, value in student.learnt().items():
            average[name].lerp_(value, 1 - min(plan.averaging, step / (step + 10)))
        for name, value in parts.items():
            seen.setdefault(name, []).append(float(value.detach()))
        if step % REPORTED == 0:
            means = {name: fmean(values) for name, values in seen.items()}
            _report(folder / "log.jsonl", {"step": step, "seconds": round(time.monotonic() - begun), **means})
            seen = {}
        if step % plan.kept_every == 0 or step == plan.steps:
            _keep(folder / "checkpoint.pt", student, optimisers, average, step)
            watch(step)
    _keep(folder / "checkpoint.pt", student, optimisers, average, step)
    for name, value in student.learnt().items():
        value.copy_(average[name])
    return step >= plan.steps


def _losses(student: Student, teacher: Student | None, pairs: Sequence[Pair]) -> dict[str, torch.Tensor]:
    """Return the parts of the loss of a batch; with a teacher, half of its English shows how far the student drifts."""
    english, hindi = zip(*pairs, strict=True)
    with torch.no_grad():
        wanted = (teacher or student).encode(english)
    parts = loss(student.encode(hindi), wanted)
    if teacher is not None:
        held = len(english) // 2
        parts["drift"] = drift(student.encode(english[:held]), wanted.first(held))
        parts["total"] = parts["total"] + parts["drift"]
    return parts


def _move(optimisers: Sequence[torch.optim.Optimizer], share: float) -> None:
    """Make a step at a share of the full learning rates, and forget the gradients."""
    for optimiser in optimisers:
        for group in optimiser.param_groups:
            group["lr"] = group["full_rate"] * share
        optimiser.step()
        optimiser.zero_grad()


def _optimisers(student: Student, plan: Plan) -> list[torch.optim.Optimizer]:
    found: list[torch.optim.Optimizer] = [
        torch.optim.SparseAdam([{"params": [student.moving.weight], "full_rate": plan.rate}], betas=(0.9, 0.99))
    ]
    if student.thawed:
        layers = {"params": list(student.body.encoder.parameters()), "full_rate": plan.body_rate}
        found.append(torch.optim.AdamW([layers], weight_decay=0.0))
    return found


def rate_at(step: int, steps: int) -> float:
    """Return the share of the learning rate at a step: a short warm-up, then half a cosine down to a floor."""
    decay = FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, (step + 1) / WARMING) * decay


def _batch(mixture: Mixture, step: int, size: int) -> list[Pair]:
    group, place = divmod(step, GROUPED)
    pairs = sorted(mixture.batch(group, size * GROUPED), key=lambda pair: len(pair[1]))
    order = torch.randperm(GROUPED, generator=torch.Generator().manual_seed(group)).tolist()
    first = order[place] * size
    shuffled = torch.randperm(size, generator=torch.Generator().manual_seed(step)).tolist()
    return [pairs[first + place] for place in shuffled]


def _report(path: Path, row: dict[str, float]) -> None:
    row = {name: round(value, 4) for name, value in row.items()}
    log.info("%s", "  ".join(f"{name} {value}" for name, value in row.items()))
    append(path, row)


def append(path: Path, row: Mapping[str, float]) -> None:
    """Add a row to a file of JSON lines."""
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


def _keep(
    path: Path,
    student: Student,
    optimisers: Sequence[torch.optim.Optimizer],
    average: Mapping[str, torch.Tensor],
    step: int,
) -> None:
    state = {
        "step": step,
        "learnt": student.learnt(),
        "average": average,
        "optimisers": [optimiser.state_dict() for optimiser in optimisers],
    }
    checkpoints.keep(path, state)


def _take_up(
    path: Path,
    student: Student,
    optimisers: Sequence[torch.optim.Optimizer],
    average: Mapping[str, torch.Tensor],
) -> int:
    """Set everything as the checkpoint has it and return its step; 0 where there is none."""
    state = checkpoints.take_up(path)
    if state is None:
        return 0
    for name, value in student.learnt().items():
        value.copy_(state["learnt"][name])
        average[name].copy_(state["average"][name])
    for optimiser, kept in zip(optimisers, state["optimisers"], strict=True):
        optimiser.load_state_dict(kept)
    log.info("going on at step %d", state["step"])
    return int(state["step"])
