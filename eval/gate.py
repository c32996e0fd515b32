"""The gate: a run must keep within the committed limits, and must not do significantly worse than the baseline run."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.finished import Finished
from eval.measures import MEASURES
from eval.significance import paired_p
from index.errors import UnreadableError, UsageError
from index.files import write_text

BASELINE = Path(__file__).with_name("baseline.json")
GATED = (
    "nDCG@10", "Success@5", "dense R@10", "lexical R@10", "names R@10", "sentence hit@3", "quoted", "answer string",
    "supported", "citation recall", "citation precision", "citation exact",
    "hallucinated", "wrongly abstained", "own words in language",
)  # fmt: skip
ALPHA = 0.01  # an unchanged system gives unchanged answers, so chance enters only where something was changed
ENOUGH = 12  # questions that a slice must have: below that no loss but of nearly all would be significant
PLACES = 4  # to which values are kept, and compared
_SAME_RUN = ("dataset", "split", "questions_hash", "articles_hash", "writer", "judge")


@dataclass(frozen=True, slots=True)
class Baseline:
    """What later runs are held to: limits by slice and measure, and the values of the run that was accepted last.

    A limit is the least allowed mean of a measure of which more is better, the most allowed of another.
    """

    about: Mapping[str, Any]
    limits: Mapping[str, Mapping[str, float]]
    values: Mapping[str, Mapping[str, float]]


def load_baseline(path: Path = BASELINE) -> Baseline:
    """Read a baseline. Raises UnreadableError where the file is none."""
    try:
        row = json.loads(path.read_text(encoding="utf-8"))
        measures = row["measures"]
        values = {
            name: {m: v for m, v in zip(measures, found, strict=True) if v is not None}
            for name, found in row["values"].items()
        }
        baseline = Baseline(row["about"], row["limits"], values)
        unknown = {m for group in baseline.limits.values() for m in group} - MEASURES.keys()
        if unknown:
            raise ValueError(f"no such measure: {min(unknown)}")
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableError(f"{path}: not a baseline ({error}): make one with khabar eval gate --accept") from None
    return baseline


def accept(run: Finished, path: Path = BASELINE) -> list[str]:
    """Make a run the baseline of later ones, and return what is worse than before; the limits stay as they are.

    Nothing is written, and UnreadableError raised, where the run does not keep the limits or is of another set, writer
    or judge than the baseline that is there.
    """
    limits: Mapping[str, Mapping[str, float]] = {}
    worse: list[str] = []
    if path.exists():
        before = load_baseline(path)
        limits = before.limits
        beyond = beyond_limits(run, before)
        if beyond:
            raise UnreadableError(f"{run.folder}: not accepted ({beyond[0]}): change the limit in {path}, or mend it")
        worse = failures(run, before) if before.values else []
    row = {
        "about": {name: run.report.get(name) for name in (*_SAME_RUN, "made", "revision", "model", "settings_hash")},
        "limits": limits,
        "measures": GATED,
        "values": {
            name: [round(v, PLACES) if (v := row["measures"].get(m)) is not None else None for m in GATED]
            for name, row in run.rows.items()
        },
    }
    try:
        write_text(path, _as_text(row))
    except OSError as error:
        raise UsageError(f"{path}: cannot be written ({error.strerror}): name another file with --baseline") from None
    return worse


def failures(run: Finished, baseline: Baseline) -> list[str]:
    """Return a line for each slice and measure that fails.

    Raises UnreadableError for a run of another set, writer or judge, or of other questions.
    """
    other = [name for name in _SAME_RUN if run.report.get(name) != baseline.about.get(name)]
    if other:
        raise UnreadableError(
            f"{run.folder}: its {other[0]} is not the baseline's: make the same run, or name another --baseline"
        )
    if run.rows.keys() != baseline.values.keys():
        raise UnreadableError(f"{run.folder}: it holds answers to other questions than the baseline: make the run anew")
    return [*beyond_limits(run, baseline), *_significantly_worse(run, baseline)]


def beyond_limits(run: Finished, baseline: Baseline) -> list[str]:
    """Return a line for each limit that a run does not keep."""
    lines = []
    for name, limits in baseline.limits.items():
        for measure, limit in limits.items():
            found = run.report["figures"].get(name, {}).get(measure)
            if found is None:
                lines.append(f"{name}, {measure}: not measured, and its limit is {100 * limit:.1f} %")
            elif (found["mean"] - limit) * _sign(measure) < -1e-9:
                side = "below" if _sign(measure) > 0 else "above"
                lines.append(f"{name}, {measure}: {100 * found['mean']:.1f} % is {side} the limit {100 * limit:.1f} %")
    return lines


def _significantly_worse(run: Finished, baseline: Baseline) -> list[str]:
    lines, tested = [], set()
    for name in run.report["figures"]:
        ids = [i for i, row in run.rows.items() if name in row["slices"]]
        for measure in GATED:
            those = tuple(i for i in ids if measure in baseline.values[i] and measure in run.rows[i]["measures"])
            if len(those) < ENOUGH or (measure, those) in tested:  # "answerable" is "all" for most measures
                continue
            tested.add((measure, those))
            pairs = [(baseline.values[i][measure], round(run.rows[i]["measures"][measure], PLACES)) for i in those]
            p = paired_p([_sign(measure) * (new - old) for old, new in pairs], one_sided=True)
            if p < ALPHA:
                before, now = (100 * sum(side) / len(pairs) for side in zip(*pairs, strict=True))
                lines.append(
                    f"{name}, {measure}: {before:.1f} % → {now:.1f} %, worse than the baseline"
                    f" (p={p:.4f}, n={len(pairs)})"
                )
    return lines


def _sign(measure: str) -> int:
    return 1 if MEASURES[measure].more_is_better else -1


def _as_text(row: Mapping[str, Any]) -> str:
    """Return a baseline as JSON with a line a question, so that a change of one question is a line's difference."""
    head = [
        f"{json.dumps(name)}: {json.dumps(row[name], ensure_ascii=False, indent=1)}" for name in ("about", "limits")
    ]
    values = [f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(found)}" for name, found in row["values"].items()]
    parts = [*head, f'"measures": {json.dumps(row["measures"])}', '"values": {\n' + ",\n".join(values) + "\n}"]
    return "{\n" + ",\n".join(parts) + "\n}\n"
