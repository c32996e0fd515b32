"""Every reason why an archive that has been opened cannot be read from or written to, now or any more."""

import errno
import sqlite3
from enum import unique

from index.reasons import Fault, Reason, because


@unique
class ArchiveFault(Fault):
    """What is wrong with an archive, or in its way."""

    BUSY = "busy: process {process} is writing to it: try again when it has finished"
    LOCKED = "busy: another process is writing to it: try again when it has finished"
    DISK_FULL = "the disk is full; what was reported as done is safe: free some space and try again"
    DENIED = "no permission to use the archive ({detail}): check who owns the folder"
    DAMAGED = "catalog.sqlite is damaged ({detail}): restore it from a copy, or ingest the articles again"
    NO_MODEL = "damaged (its catalog names no model): ingest into a new archive"
    OTHER_MODEL = (
        "made with the embedding model {model} ({fingerprint}), but {other} here is {other_fingerprint}: "
        "run khabar reembed --archive {folder} --embedder {other}"
    )
    BAD_VECTORS = "a vector in the catalog has the wrong length for {dimensions} dimensions: run khabar check"
    BAD_TOKENS = "token vectors in the catalog have the wrong length: run khabar check"


def reason_of(error: Exception) -> Reason | None:
    """Return the reason for what the disk or SQLite has raised; None where it is none of the archive."""
    text = str(error)
    if getattr(error, "errno", None) == errno.ENOSPC or "disk is full" in text or "No space left" in text:
        return because(ArchiveFault.DISK_FULL)
    if isinstance(error, PermissionError) or "readonly" in text or "unable to open" in text:
        return because(ArchiveFault.DENIED, detail=text)
    if isinstance(error, sqlite3.OperationalError) and "locked" in text:
        return because(ArchiveFault.LOCKED)
    if isinstance(error, sqlite3.DatabaseError):
        return because(ArchiveFault.DAMAGED, detail=text)
    return None
