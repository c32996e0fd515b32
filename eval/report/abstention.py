"""Draws what abstaining is worth: risk against coverage, and the two errors against each other, for each pairing."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from eval.abstention import Judged

Array = NDArray[np.float64]
# Romanised questions whose best article is English are too few for a curve of their own.
GROUPS = {"one language": ("same",), "two languages": ("cross",), "romanised": ("roman", "roman cross")}


def draw(judged: Sequence[Judged], sure: Array, picture: Path) -> None:
    """Write the picture of questions with the log-odds (n,) of their confidence; a dot is the bar."""
    from matplotlib.figure import Figure

    figure = Figure(figsize=(10, 4), layout="constrained")
    curves, both = figure.subplots(1, 2)
    for name, pairings in GROUPS.items():
        group = np.array([one.pairing in pairings for one in judged])
        mine = [one for one in judged if one.pairing in pairings]
        if not mine:
            continue
        _risk(curves, mine, sure[group], name)
        _errors(both, mine, sure[group], name)
    curves.set(xlabel="coverage: share of questions answered", ylabel="share of answers that are wrong", ylim=(0, None))
    curves.set_title("risk–coverage")
    both.set(xlabel="wrongly refused, of the answerable", ylabel="wrongly answered, of the others")
    both.set_title("the two errors")
    curves.legend(loc="lower right")
    both.plot([0, 1], [1, 0], color="grey", linestyle=":", linewidth=1)
    figure.savefig(picture, dpi=110)


def _risk(axes: Any, judged: Sequence[Judged], sure: Array, name: str) -> None:
    order = np.argsort(-sure, kind="stable")
    wrong = np.array([not one.right for one in judged], float)[order]
    counted = np.arange(1, len(order) + 1)
    coverage, risk = counted / len(order), np.cumsum(wrong) / counted
    (line,) = axes.plot(coverage, risk, label=f"{name} ({len(order)})")
    answered = int((sure >= 0).sum())
    if answered:
        axes.plot(coverage[answered - 1], risk[answered - 1], "o", color=line.get_color())


def _errors(axes: Any, judged: Sequence[Judged], sure: Array, name: str) -> None:
    answerable = np.array([one.answerable for one in judged])
    bars = [-np.inf, *np.sort(sure), np.inf]
    refused = [float((sure[answerable] < bar).mean()) for bar in bars]
    answered = [float((sure[~answerable] >= bar).mean()) for bar in bars]
    (line,) = axes.plot(refused, answered, label=name)
    at_bar = (float((sure[answerable] < 0).mean()), float((sure[~answerable] >= 0).mean()))
    axes.plot(*at_bar, "o", color=line.get_color())
