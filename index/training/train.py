"""Moves the Hindi rows until Hindi text means what its English means; can be stopped and taken up at any step."""

import json
import logging
import math
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import torch

from index.training.mixture import Mixture
from index.training.objective import loss
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
    minutes: float = math.inf  # of this process; a later one goes on
    kept_every: int = 100
    averaging: float = 0.995


def train(
    student: Student, mixture: Mixture, plan: Plan, folder: Path, watch: Callable[[int], None] = lambda step: None
) -> bool:
    """Train, or go on training from `folder`; return whether the plan is fulfilled.

    `folder` gets checkpoint.pt (rows, their average, optimiser, step) and log.jsonl (a line each `REPORTED` steps).
    `watch` is called with the step at each checkpoint.
    """
    folder.mkdir(parents=True, exist_ok=True)
    optimiser = torch.optim.SparseAdam([student.moving.weight], lr=plan.rate, betas=(0.9, 0.99))
    average = student.moving.weight.data.clone()
    step = _take_up(folder / "checkpoint.pt", student, optimiser, average)
    begun, seen = time.monotonic(), dict[str, float]()
    while step < plan.steps and time.monotonic() - begun < 60 * plan.minutes:
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * rate_at(step, plan.steps)
        english, hindi = zip(*_batch(mixture, step, plan.batch), strict=True)
        with torch.no_grad():
            wanted = student.encode(english)
        parts = loss(student.encode(hindi), wanted)
        optimiser.zero_grad()
        parts["total"].backward()  # type: ignore[no-untyped-call]
        optimiser.step()  # type: ignore[no-untyped-call]
        step += 1
        average.lerp_(student.moving.weight.data, 1 - min(plan.averaging, step / (step + 10)))
        for name, value in parts.items():
            seen[name] = seen.get(name, 0.0) + float(value.detach()) / REPORTED
        if step % REPORTED == 0:
            _report(folder / "log.jsonl", {"step": step, "seconds": round(time.monotonic() - begun), **seen})
            seen = {}
        if step % plan.kept_every == 0 or step == plan.steps:
            _keep(folder / "checkpoint.pt", student, optimiser, average, step)
            watch(step)
    _keep(folder / "checkpoint.pt", student, optimiser, average, step)
    with torch.no_grad():
        student.moving.weight.copy_(average)
    return step >= plan.steps


def rate_at(step: int, steps: int) -> float:
    """Return the share of the learning rate at a step: a short warm-up, then half a cosine down to a floor."""
    decay = FLOOR + (1 - FLOOR) * 0.5 * (1 + math.cos(math.pi * step / steps))
    return min(1.0, (step + 1) / WARMING) * decay


def _batch(mixture: Mixture, step: int, size: int) -> list[tuple[str, str]]:
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


def _keep(path: Path, student: Student, optimiser: torch.optim.Optimizer, average: torch.Tensor, step: int) -> None:
    state = {"step": step, "rows": student.moving.weight.data, "average": average, "optimiser": optimiser.state_dict()}
    temporary = path.with_suffix(".tmp")
    torch.save(state, temporary)
    temporary.replace(path)


def _take_up(path: Path, student: Student, optimiser: torch.optim.Optimizer, average: torch.Tensor) -> int:
    """Set everything as the checkpoint has it and return its step; 0 where there is none."""
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    student.moving.weight.data.copy_(state["rows"])
    average.copy_(state["average"])
    optimiser.load_state_dict(state["optimiser"])
    log.info("going on at step %d", state["step"])
    return int(state["step"])
