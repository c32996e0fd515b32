"""`khabar eval`: scripted runs."""

import json
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from index.errors import UsageError
from rag.commands import print_json, quieten, say

app = typer.Typer(help="Scripted runs that tell how well Khabar answers.", no_args_is_help=True)


class SplitName(StrEnum):
    """Which half of the questions."""

    DEV = "dev"
    TEST = "test"


@app.callback()
def _group() -> None:
    """Keep `run` a subcommand of its own while it is the only one."""


@app.command()
def run(
    dataset: Annotated[
        str, typer.Option("--dataset", help='"seeds", or a folder with articles/ and questions.jsonl.')
    ] = "seeds",
    split: Annotated[
        SplitName | None, typer.Option("--split", help="One half of the questions; all if left out.")
    ] = None,
    embedder: Annotated[str, typer.Option("--embedder", help="See khabar models.")] = "bundled",
    output: Annotated[Path, typer.Option("--output", help="Folder for the archive and per-question.jsonl.")] = Path(
        "runs/latest"
    ),
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Ask every question of a set and print what share was found, quoted and cited rightly, with 95 % intervals."""
    quieten()
    say(f"building {output / 'archive'} …")
    from eval.questions import load
    from eval.run import as_json as figures_of
    from eval.run import ask_all, open_desk, report
    from eval.run import dataset as find

    chosen = find(dataset)
    questions = load(chosen.questions, split.value if split else None)
    try:
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{output}: cannot be made ({error.strerror}): name another folder with --output") from None
    desk = open_desk(chosen.articles, output / "archive", embedder)
    verdicts = []
    with (output / "per-question.jsonl").open("w", encoding="utf-8") as file:
        for question, answer, verdict in ask_all(desk, questions):
            verdicts.append(verdict)
            row: dict[str, Any] = {"question": asdict(question), "verdict": asdict(verdict), "answer": answer.as_dict()}
            file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    if as_json:
        print_json(figures_of(verdicts))
    else:
        typer.echo(report(verdicts))
