"""`khabar feedback export`: what readers thought of answers, as eval questions."""

import json
import sys

import typer

from rag.commands import DEFAULT_ARCHIVE, ArchiveOption, quieten

app = typer.Typer(help="What readers thought of answers.", no_args_is_help=True)


@app.command()
def export(archive: ArchiveOption = DEFAULT_ARCHIVE) -> None:
    """Write the feedback to stdout as eval questions, JSON lines; a thumb down is tagged "wrong"."""
    quieten()
    from index.archive import Archive
    from rag.feedback import Feedback, as_questions

    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    opened = Archive.open(archive)
    for row in as_questions(Feedback.of(opened.folder).opinions(), opened):
        typer.echo(json.dumps(row, ensure_ascii=False))
