"""What has become of an article since it was cited: changed, removed or withdrawn, and when."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """Whether an article is still found, its newest version, which versions were withdrawn, and when each retired.

    `retired_at` is the time in UTC, to the second, at which a version was replaced, removed or withdrawn; archives of
    before it was noted lack some.
    """

    newest_version: int
    in_force: bool
    withdrawn: frozenset[int]
    retired_at: Mapping[int, str] = field(default_factory=dict, compare=False)

    def is_withdrawn(self, version: int | None = None) -> bool:
        """Tell whether the text of a version (the newest, if none is named) was erased."""
        return (self.newest_version if version is None else version) in self.withdrawn

    def retired(self, version: int | None = None) -> str | None:
        """Return when a version (the newest, if none is named) ceased to be in force; None if it is, or unknown."""
        return self.retired_at.get(self.newest_version if version is None else version)


def standing_of(connection: sqlite3.Connection, article_id: str) -> Standing | None:
    """Return what has become of an article; None where there never was one."""
    rows = connection.execute(
        "SELECT version, state IN ('current', 'duplicate'), body = '', retired_at FROM articles WHERE id = ?"
        " ORDER BY version",
        (article_id,),
    ).fetchall()
    if not rows:
        return None
    withdrawn = frozenset(int(version) for version, _, is_blank, _ in rows if is_blank)
    retired = {int(version): str(at) for version, _, _, at in rows if at}
    return Standing(int(rows[-1][0]), any(in_force for _, in_force, _, _ in rows), withdrawn, retired)


def now() -> str:
    """Return the time in UTC, to the second, as the catalog notes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")
