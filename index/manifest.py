"""The manifest, archive.json: says what the folder is and which model made its vectors; the catalog is the truth."""

import json
from pathlib import Path

from index.catalog import Model
from index.errors import ArchiveError
from index.files import write_text

NAME = "archive.json"
FORMAT = 1


def write(folder: Path, model: Model) -> None:
    """Write the manifest of an archive whose vectors a model made."""
    embedder = {"name": model.name, "fingerprint": model.fingerprint, "dimensions": model.dimensions}
    write_text(folder / NAME, json.dumps({"format": FORMAT, "embedder": embedder}, indent=2) + "\n")


def check(folder: Path) -> None:
    """Raise the error that tells what is wrong with a folder that is not an archive of this Khabar."""
    path = folder / NAME
    if not path.exists() and (folder / "catalog.sqlite").exists():
        raise ArchiveError(f"{folder}: damaged ({NAME} is missing): run khabar rebuild --archive {folder}")
    if not path.exists():
        raise ArchiveError(f"{folder}: no archive here: make one with khabar ingest PATH --archive {folder}")
    try:
        version = int(json.loads(path.read_text(encoding="utf-8"))["format"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ArchiveError(f"{path}: unreadable ({error}): run khabar rebuild --archive {folder}") from None
    if version != FORMAT:
        raise ArchiveError(
            f"{folder}: archive format {version}, this Khabar reads {FORMAT}: ingest the articles into a new archive"
        )
    if not (folder / "catalog.sqlite").exists():
        raise ArchiveError(f"{folder}: damaged (catalog.sqlite is missing): restore it from a copy, or ingest again")
