"""`khabar eval`: scripted runs."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from index.errors import UsageError
from rag.commands import ArchiveOption, JsonOption, print_json, quieten, say
from rag.commands.ask import WriterName

if TYPE_CHECKING:
    from collections.abc import Callable

app = typer.Typer(help="Scripted runs that tell how well Khabar answers.", no_args_is_help=True)

FAILED = 1  # exit code of a gate that does not let a run pass
RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="Folder of a finished khabar eval run.")]


class SplitName(StrEnum):
    """Which half of the questions."""

    DEV = "dev"
    TEST = "test"


@app.command()
def run(
    dataset: Annotated[
        str, typer.Option("--dataset", help='"seeds", a folder with articles/ and questions.jsonl, or a public set.')
    ] = "seeds",
    split: Annotated[
        SplitName | None, typer.Option("--split", help="One half of the questions; all if left out.")
    ] = None,
    writer: Annotated[WriterName, typer.Option("--writer", help="Who writes the answers.")] = WriterName.QUOTE,
    embedder: Annotated[str, typer.Option("--embedder", help="See khabar models.")] = "bundled",
    judge: Annotated[
        str,
        typer.Option("--judge", help="Who judges citations: exact, verifier, nli:MODEL or endpoint:URL#MODEL."),
    ] = "exact",
    output: Annotated[Path, typer.Option("--output", help="Folder for the archive and the report.")] = Path(
        "runs/latest"
    ),
    as_json: JsonOption = False,
) -> None:
    """Ask every question of a set; write report.html, report.json, per-question.jsonl and run.trec."""
    quieten()
    from eval.judges import judge_named

    judge_with = judge_named(judge)
    _make(output)
    say(f"building {output / 'archive'} …")
    from eval.datasets import dataset as find
    from eval.datasets import open_desk
    from eval.questions import load
    from eval.report.text import run_text
    from eval.run import PAGE, ask_into, identity, judge_all, report, write
    from index.upkeep import info

    chosen = find(dataset, output / "dataset")
    questions = load(chosen.questions, split.value if split else None)
    desk = open_desk(chosen.articles, output / "archive", embedder)  # writer: "quote" is the only one yet
    about = identity(desk, questions, dataset, split.value if split else None)
    try:
        with _progress("asking", len(questions)) as advance:
            asked = ask_into(output, desk, questions, about, advance)
        values = judge_all(asked, judge_with)
        found = report(asked, values, {**about, "judge": judge}, info(desk.archive))
        write(output, asked, values, found)
    except OSError as error:
        raise UsageError(f"{output}: cannot be written ({error.strerror}): name another folder with --output") from None
    if as_json:
        print_json(found)
    else:
        typer.echo(run_text(found))
    say(f"report: {output / PAGE}")


@app.command()
def compare(
    first: RunFolder,
    second: RunFolder,
    output: Annotated[Path | None, typer.Option("--output", help="Write the comparison to this HTML file too.")] = None,
) -> None:
    """Show what differs between two runs, with paired randomisation tests, and the questions won and lost."""
    from eval.compare import compare as compared
    from eval.finished import load_run
    from eval.report.page import comparison_page
    from eval.report.text import comparison_text

    comparison = compared(load_run(first), load_run(second))
    typer.echo(comparison_text(comparison))
    if output is not None:
        _write(output, comparison_page(comparison))


@app.command()
def gate(
    folder: RunFolder = Path("runs/test"),
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", help="Limits and values to hold the run to; the sample set's if left out."),
    ] = None,
    accept: Annotated[bool, typer.Option("--accept", help="Make the run the baseline; limits stay.")] = False,
) -> None:
    """Fail (exit code 1) where a run is beyond a limit or significantly worse than the baseline, naming the slice."""
    from eval import gate as gates
    from eval.finished import load_run

    path = baseline or gates.BASELINE
    finished = load_run(folder)
    if accept:
        for line in gates.accept(finished, path):
            say(f"accepted though: {line}")
        say(f"{folder} is the baseline now: {path}")
    lines = gates.failures(finished, gates.load_baseline(path))
    for line in lines:
        typer.echo(f"gate: {line}")
    if lines:
        raise typer.Exit(FAILED)
    typer.echo(f"gate: {folder} passes")


@app.command()
def search(
    queries: Annotated[Path, typer.Option("--queries", help="Questions, JSON lines.")],
    output: Annotated[Path, typer.Option("--output", help="Where to write TREC run lines.")],
    archive: ArchiveOption = Path("archive"),
    top: Annotated[int, typer.Option("--top", min=1, max=1000, help="Most articles for a question.")] = 100,
) -> None:
    """Retrieve for every question of a file, without answering, and write a TREC run."""
    quieten()
    say(f"searching {archive} …")
    from eval.questions import load
    from eval.search import search_all
    from eval.trec import run_lines
    from rag.desk import NewsDesk

    questions = load(queries)
    desk = NewsDesk.open(archive)
    with _progress("searching", len(questions)) as advance:
        lines: list[str] = []
        for question_id, scores in search_all(desk, questions, top):
            lines += run_lines([(question_id, scores)])
            advance(1)
    _write(output, "".join(f"{line}\n" for line in lines))


@app.command()
def convert(
    format: Annotated[str, typer.Argument(help="squad, indicqa, belebele, miracl, beir or trec.")],
    articles: Annotated[Path, typer.Option("--articles", help="File or folder of paragraphs, passages or documents.")],
    output: Annotated[Path, typer.Option("--output", help="Folder of the data set, for eval run --dataset.")],
    questions: Annotated[
        Path | None,
        typer.Option("--questions", help="File of topics; for squad and belebele the same set in another language."),
    ] = None,
    judgements: Annotated[Path | None, typer.Option("--judgements", help="File of qrels.")] = None,
    language: Annotated[
        str | None, typer.Option("--language", help="Of the questions: hi, en or hi-Latn; told from each if left out.")
    ] = None,
    limit: Annotated[
        int | None, typer.Option("--limit", min=1, help="Only the first questions; articles stay all.")
    ] = None,
    romanise: Annotated[bool, typer.Option("--romanise", help="Hindi questions in Roman letters, by rule.")] = False,
) -> None:
    """Turn a public question set, from files you have, into a data set of articles and questions."""
    from eval.adapters import convert as converted

    found = converted(
        format,
        articles=articles,
        questions=questions,
        judgements=judgements,
        language=language,
        output=output,
        limit=limit,
        romanise=romanise,
    )
    typer.echo(f"{output}: {found.articles} articles, {found.questions} questions")
    if found.articles_left_out or found.questions_left_out:
        say(f"left out: {found.articles_left_out} articles without text, {found.questions_left_out} questions on none")


def _write(path: Path, text: str) -> None:
    from index.files import write_text

    try:
        write_text(path, text)
    except OSError as error:
        raise UsageError(f"--output {path}: cannot be written ({error.strerror}): name another file") from None


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{folder}: cannot be made ({error.strerror}): name another folder with --output") from None


@contextmanager
def _progress(title: str, total: int) -> "Iterator[Callable[[int], None]]":
    """Draw a bar on stderr while the block runs; give what advances it."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task(title, total=total)
        yield lambda count: bar.advance(task, count)
