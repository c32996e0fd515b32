"""`python -m index.training.plot FOLDER PICTURE`: draws the curves of a training run from its logs."""

import argparse
import json
from pathlib import Path

LOSSES = ("nearness", "contrast", "tokens")


def main(arguments: list[str] | None = None) -> None:
    """Read the arguments and write the picture."""
    parser = argparse.ArgumentParser(prog="python -m index.training.plot", description=__doc__)
    parser.add_argument("folder", type=Path, help="the folder `training` of a run")
    parser.add_argument("picture", type=Path, help="file to write, .png or .svg")
    given = parser.parse_args(arguments)
    draw(given.folder, given.picture)


def draw(folder: Path, picture: Path) -> None:
    """Draw losses over steps beside what held-out sentences show; a thawed part goes on where the first ends."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 3.6), layout="constrained")
    losses, near = figure.subplots(1, 2)
    learnt, watched = _rows(folder, "log.jsonl"), _rows(folder, "watched.jsonl")
    for name in LOSSES:
        losses.plot([row["step"] for row in learnt], [row[name] for row in learnt], label=name)
    losses.set(xlabel="step", title="loss, on what is learnt from")
    losses.legend()
    near.plot([row["step"] for row in watched], [row["nearness"] for row in watched], marker=".", label="cosine")
    near.set(xlabel="step", title="cosine of a held-out sentence with its translation")
    figure.savefig(picture, dpi=110)


def _rows(folder: Path, name: str) -> list[dict[str, float]]:
    """Return the rows of a log and of the thawed part's, by step; of a step that was done twice the later row."""
    first = _by_step(folder / name)
    last = max(first, default=0)
    thawed = {last + step: row | {"step": last + step} for step, row in _by_step(folder / "thawed" / name).items()}
    return [row for _, row in sorted((first | thawed).items())]


def _by_step(path: Path) -> dict[float, dict[str, float]]:
    if not path.exists():
        return {}
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return {row["step"]: row for row in rows}


if __name__ == "__main__":
    main()
