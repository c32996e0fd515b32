"""Every reason why an archive that has been opened cannot be read from or written to, now or any more."""

from enum import unique

from index.reasons import Fault


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
