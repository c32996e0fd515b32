"""An SQLite file, a connection a thread: transactions, migrations, small facts, what is erased for good."""

import logging
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from index.schema import MIGRATIONS, migrate

log = logging.getLogger(__name__)
BUSY_SECONDS = 30.0


class Database:
    """One file in WAL mode; safe to share between threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._local = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        """The connection of the calling thread."""
        if not hasattr(self._local, "connection"):
            connection = sqlite3.connect(self.path, timeout=BUSY_SECONDS, isolation_level=None)
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            self._local.connection = connection
        found: sqlite3.Connection = self._local.connection
        return found

    def close(self) -> None:
        """Close this thread's connection; those of other threads close with their threads."""
        if hasattr(self._local, "connection"):
            self._local.connection.close()
            del self._local.connection

    def migrate(self) -> None:
        """Create the tables or bring them up to date."""
        migrate(self.connection, str(self.path.parent))

    def is_up_to_date(self) -> bool:
        """Tell whether the tables are those of this Khabar."""
        return int(self.connection.execute("PRAGMA user_version").fetchone()[0]) == len(MIGRATIONS)

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Write all or nothing; the disk has it when the block has ended."""
        connection = self.connection
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """See one unchanging state until the block ends."""
        connection = self.connection
        connection.execute("BEGIN")
        try:
            yield connection
        finally:
            connection.execute("ROLLBACK")

    def meta(self, key: str, default: str = "") -> str:
        """Return a value kept under a name."""
        row = self.connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return str(row[0]) if row else default

    def set_meta(self, key: str, value: str) -> None:
        """Keep a value under a name."""
        self.connection.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (key, value))

    def purge(self) -> bool:
        """Write the file anew without what was erased, and empty the log; False while a reader or the disk forbids it.

        What SQLite moved while it balanced its pages may lie in gaps that `secure_delete` does not overwrite.
        """
        try:
            self.connection.execute("VACUUM")
            busy = self.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except sqlite3.OperationalError as error:
            log.warning("%s: cannot be written anew yet: %s", self.path, error)
            return False
        return not busy
