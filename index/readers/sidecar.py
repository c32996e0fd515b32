"""A folder's `source.json`: what holds for the articles below it unless they say otherwise."""

import json
import os
from dataclasses import dataclass, fields
from itertools import takewhile
from pathlib import Path

from index.readers.decode import clean_line, decode, open_file
from index.readers.draft import Document, UnfitError
from index.readers.faults import InputFault
from index.reasons import Reason, because

NAME = "source.json"
_MAX_BYTES = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Defaults:
    """The outlet, language, rights and section of the articles of a folder."""

    source: str = ""
    language: str = ""
    rights: str = ""
    section: str = ""


class Sidecars:
    """The sidecars of one ingest, each read once; a broken one is reported once and stands for no defaults."""

    def __init__(self) -> None:
        self._known: dict[Path, tuple[Defaults, Path | None]] = {}
        self._failures: list[tuple[Path, Reason]] = []

    def look_up(self, folder: Path) -> tuple[Defaults, Path | None]:
        """Return the defaults for a resolved folder, and the nearest folder at or above it that has a sidecar."""
        unknown = list(takewhile(lambda one: one not in self._known, (folder, *folder.parents)))
        for one in reversed(unknown):
            above = self._known.get(one.parent, (Defaults(), None))
            path = one / NAME
            self._known[one] = (self._merge(path, above[0]), one) if os.path.isfile(path) else above  # noqa: PTH113 (never raises)
        return self._known[folder]

    def take_failures(self) -> list[tuple[Path, Reason]]:
        """Return the broken sidecars met since the last call, and what is wrong with each."""
        failures, self._failures = self._failures, []
        return failures

    def _merge(self, path: Path, above: Defaults) -> Defaults:
        try:
            own = _parse(path)
        except UnfitError as error:
            self._failures.append((path, because(InputFault.BAD_SIDECAR, detail=str(error))))
            return above
        return Defaults(*(getattr(own, one.name) or getattr(above, one.name) for one in fields(Defaults)))


def _parse(path: Path) -> Defaults:
    with open_file(path) as stream:
        text = decode(Document(stream).load(_MAX_BYTES))
    try:
        values = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnfitError(because(InputFault.NOT_JSON, detail=str(error))) from error
    if not isinstance(values, dict):
        raise UnfitError(because(InputFault.NO_SIDECAR_OBJECT))
    found = {}
    for field in fields(Defaults):
        value = values.get(field.name) or ""
        if not isinstance(value, str):
            raise UnfitError(because(InputFault.SIDECAR_FIELD, field=field.name))
        found[field.name] = clean_line(value)
    return Defaults(**found)
