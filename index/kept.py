"""Where what takes long to work out is kept between runs: a folder of the user's, all of which can be made again."""

import hashlib
import logging
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from index.files import replacing

log = logging.getLogger(__name__)
# Files of models that are no longer used go when so many have gathered.
MOST_OF_A_KIND = 4


def folder() -> Path:
    """Return KHABAR_CACHE, or the place for caches of this system; it may not be there yet."""
    named = os.environ.get("KHABAR_CACHE")
    if named:
        return Path(named)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or str(Path.home() / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = str(Path.home() / "Library" / "Caches")
    else:
        base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "khabar"


def code_digest(*sources: Path) -> str:
    """Return eight digits that stand for some source files, so that what other code has kept is not taken for its."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in sources)).hexdigest()[:8]


def keep(kind: str, name: str, write: Callable[[Path], object]) -> Path | None:
    """Write a file `kind.name` in one step and return it; None where it cannot be written, which harms nobody."""
    path = _path(kind, name)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as temporary:
            write(temporary)
        _forget_older(path.parent, kind)
    except (OSError, RuntimeError) as error:
        log.info("%s: not kept: %s", path, error)
        return None
    return path


def kept(kind: str, name: str) -> Path | None:
    """Return the file kept under a name, or None."""
    path = _path(kind, name)
    return path if path.is_file() else None


def _path(kind: str, name: str) -> Path:
    return folder() / f"{kind}.{name}"


def _forget_older(where: Path, kind: str) -> None:
    with suppress(OSError):  # another process may be doing the same
        files = sorted(where.glob(f"{kind}.*"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in files[MOST_OF_A_KIND:]:
            path.unlink(missing_ok=True)
