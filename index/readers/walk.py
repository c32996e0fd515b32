"""Which files a folder holds for us: sorted, no hidden ones, no sidecars, no file twice through links."""

import os
from pathlib import Path

from index.readers.sidecar import NAME as SIDECAR

# Notes beside articles, such as README.md, are no articles; named directly they are answered like any other file.
_NOTES = ".md"


def files_below(root: Path) -> list[Path]:
    """Return the files below a folder by path; a folder that cannot be opened stands in the list itself.

    Links are followed after everything else and only to places not met by then: what is really there keeps its own
    name, and links in circles end.
    """
    found: list[Path] = []
    met: set[Path] = set()
    waiting: list[tuple[Path, Path | None]] = [(root, root.resolve())]
    links: list[Path] = []
    while waiting or links:
        path, real = waiting.pop() if waiting else _follow(links.pop(0))
        if real is None or real in met:
            continue
        met.add(real)
        if not os.path.isdir(path) or not _open(path, real, waiting, links):  # noqa: PTH112 (never raises)
            found.append(path)
    return sorted(found)


def _follow(link: Path) -> tuple[Path, Path | None]:
    """Return a link and where it leads; a link to nothing leads to itself, one in a circle nowhere."""
    try:
        return link, link.resolve(strict=True)
    except RuntimeError:
        return link, None
    except OSError:
        return link, link


def _open(folder: Path, real: Path, waiting: list[tuple[Path, Path | None]], links: list[Path]) -> bool:
    """Line up what a folder holds; return whether it could be opened."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if _is_left_out(entry):
                    continue
                if entry.is_symlink():
                    links.append(folder / entry.name)
                else:
                    waiting.append((folder / entry.name, real / entry.name))
    except OSError:
        return False
    return True


def _is_left_out(entry: os.DirEntry[str]) -> bool:
    name = entry.name
    is_note = name.lower().endswith(_NOTES) and not os.path.isdir(entry.path)  # noqa: PTH112 (never raises)
    return name.startswith(".") or name == SIDECAR or is_note
