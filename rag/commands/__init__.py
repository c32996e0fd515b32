"""The subcommands of `khabar`, one file a group; heavy packages are imported when a command runs."""

import json
import logging
import os
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

ArchiveOption = Annotated[Path, typer.Option("--archive", help="The archive's folder.", envvar="KHABAR_ARCHIVE")]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object to stdout; logs go to stderr.")]
DEFAULT_ARCHIVE = Path("archive")


def print_json(value: Any) -> None:
    """Print one object to stdout, Devanagari as it is."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    typer.echo(printable(json.dumps(value, ensure_ascii=False)))


def printable(text: str) -> str:
    """Return a text with a question mark for each lone surrogate, which no terminal and no file takes."""
    return text.encode("utf-8", "replace").decode()


def say(text: str) -> None:
    """Say a word of progress on stderr, at once."""
    typer.echo(text, err=True)


def quieten() -> None:
    """Keep model libraries from drawing bars and warnings over our own output."""
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    logging.basicConfig(level=logging.WARNING, format="khabar: %(message)s", stream=sys.stderr)
