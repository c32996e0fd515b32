"""`khabar ingest`: articles into an archive, with a progress bar and a summary."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from index.errors import UnreadableError
from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, JsonOption, print_json, quieten, say

if TYPE_CHECKING:
    from index.archive import Archive
    from index.ingest import Done, Summary
    from index.readers import Failure

    Report = Callable[[Done | Failure], None]

T = TypeVar("T")

SHOWN_FAILURES = 20


def ingest(
    targets: Annotated[list[str], typer.Argument(metavar="PATH|URL…", help="Files, folders, web pages or feeds.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    source: Annotated[str | None, typer.Option("--source", help="Name of the outlet, for all these articles.")] = None,
    embedder: Annotated[
        str | None, typer.Option("--embedder", help="Embedding model of a new archive: see khabar models.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Read articles into an archive, made with the first of them. What cannot be read is listed and the rest goes in.

    Leaves with 4 when one of the targets gave no article at all.
    """
    quieten()
    say(f"opening {archive} …")
    from index.archive import Archive
    from index.embedding import prepare_words
    from index.ingest import ingest as run
    from index.ingest import ingest_into_new

    def go(report: "Report") -> "tuple[Archive | None, Summary]":
        if not (archive / "archive.json").exists():
            make = partial(Archive.open_or_create, archive, embedder)
            return ingest_into_new(make, targets, source=source, report=report)
        opened = Archive.open_or_create(archive, embedder)
        return opened, run(opened, targets, source=source, report=report)

    opened, summary = _with_bar(go)
    if opened is not None:
        prepare_words(opened.embedder())
    if as_json:
        print_json(summary.as_dict())
    else:
        typer.echo(_text(summary))
    if summary.unreadable:
        raise UnreadableError(f"{', '.join(summary.unreadable)}: no article could be read: see the reasons above")


def _with_bar(run: "Callable[[Report], T]") -> "T":
    """Run an ingest under a bar that counts articles; without a terminal the bar stays away."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    console = Console(stderr=True)
    columns = (TextColumn("articles"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal) as progress:
        task = progress.add_task("articles", total=None)
        return run(lambda event: progress.advance(task))


def _text(summary: "Summary") -> str:
    lines = [
        f"added {summary.added}, updated {summary.updated}, unchanged {summary.unchanged}, "
        f"duplicate {summary.duplicate}, failed {len(summary.failed)}"
    ]
    lines += [f"  {failure.path}: {failure.reason}" for failure in summary.failed[:SHOWN_FAILURES]]
    if len(summary.failed) > SHOWN_FAILURES:
        lines.append(f"  … and {len(summary.failed) - SHOWN_FAILURES} more (see --json)")
    return "\n".join(lines)
