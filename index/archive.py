"""Archive: a folder that holds the catalog and the engines derived from it; opens, locks, keeps them in step."""

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from index import dense, lexical_store, manifest, recovery
from index.archive_faults import ArchiveFault, reason_of
from index.article import Article
from index.catalog import Catalog, Model
from index.embedding import Embedder, open_embedder
from index.errors import ArchiveError, BusyError
from index.lexical_store import LexicalStore
from index.reasons import because
from index.snapshot import Snapshot, table_of
from index.standing import Standing, standing_of


class Archive:
    """An open archive. Any number may read; one at a time may write, by an operating-system lock.

    `open` mends whatever a killed writer left behind: the catalog is the truth, the engines are replayed or rebuilt.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.catalog = Catalog(folder / "catalog.sqlite")
        self._snapshot: Snapshot | None = None
        self._refreshing = threading.Lock()
        self._embedder: Embedder | None = None

    @classmethod
    def open(cls, folder: Path | str, *, repair: bool = False) -> Self:
        """Open an archive that is there; `repair` does without archive.json, which can be written again."""
        folder = Path(folder)
        if not repair or not (folder / "catalog.sqlite").exists():
            manifest.check(folder)
        archive = cls(folder)
        with storage_errors(folder):
            if not archive.catalog.is_up_to_date():
                with archive.writing():
                    archive.catalog.migrate()
            if archive.catalog.model() is None:
                raise ArchiveError.at(folder, because(ArchiveFault.NO_MODEL))
        return archive

    @classmethod
    def create(cls, folder: Path | str, embedder: Embedder) -> Self:
        """Make an archive, or finish making one that was interrupted, for an embedding model."""
        folder = Path(folder)
        archive = cls(folder)
        with storage_errors(folder):
            folder.mkdir(parents=True, exist_ok=True)
            if any(folder.iterdir()) and not any(
                (folder / name).exists() for name in ("catalog.sqlite", "writer.lock")
            ):
                raise ArchiveError(f"{folder}: not an archive and not empty: name an empty or new folder")
            with archive.writing():
                archive.catalog.migrate()
                archive._require_model_of_old(embedder)
                with archive.catalog.transaction():
                    model = archive.catalog.register_model(embedder.name, embedder.fingerprint, embedder.dimensions)
                    archive.catalog.use_model(model)
                archive.describe()
        archive.adopt(embedder)
        return archive

    @classmethod
    def open_or_create(cls, folder: Path | str, embedder_name: str | None = None) -> Self:
        """Open an archive, or make a new one with the named model (the bundled one where None is named).

        An archive made with another model than the one named is a clear error.
        """
        if not (Path(folder) / manifest.NAME).exists():
            return cls.create(folder, open_embedder(embedder_name or "bundled"))
        opened = cls.open(folder)
        name = opened.model().name
        if embedder_name not in (None, name) and open_embedder(embedder_name).fingerprint != opened.model().fingerprint:
            raise ArchiveError(
                f"{folder}: made with the embedding model {name}, not {embedder_name}: "
                f"run khabar reembed --archive {folder} --embedder {embedder_name}"
            )
        return opened

    def _require_model_of_old(self, embedder: Embedder) -> None:
        """Refuse to make an archive over articles that another model has embedded: none of them would be found."""
        model = self.catalog.model()
        if model is not None and model.fingerprint != embedder.fingerprint and next(self.catalog.articles(), None):
            raise ArchiveError(
                f"{self.folder}: archive.json is missing, and its articles were embedded with {model.name}: "
                f"run khabar rebuild --archive {self.folder}"
            )

    def close(self) -> None:
        """Let go of this thread's files."""
        self._snapshot = None
        self.catalog.close()

    def embedder(self) -> Embedder:
        """Return the model that made this archive's vectors; another one under the same name is an error."""
        model = self.model()
        found = self._embedder
        if found is None or (found.fingerprint != model.fingerprint and found.name != model.name):
            found = open_embedder(model.name)  # also where another process has moved the archive to it
            self._embedder = found
        if found.fingerprint != model.fingerprint:
            reason = because(
                ArchiveFault.OTHER_MODEL,
                model=model.name,
                fingerprint=model.fingerprint,
                other=found.name,
                other_fingerprint=found.fingerprint,
                folder=str(self.folder),
            )
            raise ArchiveError.at(self.folder, reason)
        return found

    def adopt(self, embedder: Embedder) -> None:
        """Embed with this model from now on, instead of opening one by the name in the catalog."""
        self._embedder = embedder

    def model(self) -> Model:
        """Return the model whose vectors are searched."""
        model = self.catalog.model()
        if model is None:
            raise ArchiveError.at(self.folder, because(ArchiveFault.NO_MODEL))
        return model

    def article(self, article_id: str, version: int | None = None) -> Article | None:
        """Return an article in force, or an earlier version of it by number."""
        with storage_errors(self.folder):
            return self.catalog.article(article_id, version)

    def standing(self, article_id: str) -> Standing | None:
        """Return what has become of an article since it was cited; None where there never was one."""
        with storage_errors(self.folder):
            return standing_of(self.catalog.connection, article_id)

    @contextmanager
    def writing(self) -> Iterator[None]:
        """Hold the one writer's lock; an archive that somebody else writes to is a clear error at once."""
        from filelock import FileLock, Timeout

        lock, note = FileLock(self.folder / "writer.lock", timeout=0), self.folder / "writer.pid"
        try:
            lock.acquire()
        except Timeout:
            pid = "unknown"
            with suppress(OSError):  # it may finish meanwhile
                pid = note.read_text(encoding="utf-8").strip()
            raise BusyError.at(self.folder, because(ArchiveFault.BUSY, process=pid)) from None
        try:
            note.write_text(str(os.getpid()), encoding="utf-8")
            yield
        finally:
            with suppress(OSError):
                note.unlink(missing_ok=True)
            lock.release()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the newest finished state, unchanging until the block ends."""
        with storage_errors(self.folder):
            with self._refreshing:
                self._mend_if_possible()
            with self.catalog.reading():
                yield self._current()

    def mend(self) -> None:
        """Bring both engines up to the catalog, rebuilding what is missing or damaged; call with the lock held."""
        recovery.recover(self.folder, self.catalog, self.model())

    def rebuild(self) -> None:
        """Make both engines again from the catalog, without embedding anything; call with the lock held."""
        recovery.rebuild(self.folder, self.catalog, self.model())

    def living(self) -> int:
        """Count the passages that can be found."""
        return self.catalog.living()

    def describe(self) -> None:
        """Write the manifest anew."""
        manifest.write(self.folder, self.model())

    @property
    def _lexical_folder(self) -> Path:
        return lexical_store.folder_of(self.folder)

    def _mend_if_possible(self) -> None:
        """Mend engines that lag or are damaged, unless a writer is at work and will do it itself."""
        if self._is_sound():
            return
        try:
            with self.writing():
                self.mend()
        except ArchiveError:
            if not lexical_store.is_whole(self._lexical_folder):
                raise

    def _is_sound(self) -> bool:
        """Tell whether both engines are up to the catalog; files are opened to see it only the first time."""
        if not recovery.is_caught_up(self.folder, self.catalog):
            return False
        return self._snapshot is not None or recovery.is_whole(self.folder, self.catalog, self.model())

    def _current(self) -> Snapshot:
        """Return the snapshot of the transaction that is open, reusing the last one where nothing has changed."""
        with self._refreshing:
            seq = self.catalog.seq
            held = self._snapshot
            applied = lexical_store.last_seq(self._lexical_folder)
            # An index that is just being rebuilt knows less than the one held.
            is_older = held is not None and held.seq == seq and applied < held.lexical_seq
            if held is None or (not is_older and (held.seq != seq or held.lexical_seq != applied)):
                model = self.model()
                state = dense.load(self.folder, self.catalog, model, held.dense if held else None)
                searcher = LexicalStore(self._lexical_folder).searcher()
                held = Snapshot(seq, applied, self.catalog, model, table_of(self.catalog), state, searcher)
                self._snapshot = held
            return held


@contextmanager
def storage_errors(folder: Path) -> Iterator[None]:
    """Turn what the disk and SQLite raise into one line for the user."""
    try:
        yield
    except (sqlite3.Error, OSError, ValueError) as error:
        reason = reason_of(error)
        if reason is None:
            raise
        raise ArchiveError.at(folder, reason) from error
