"""Archive: a folder that holds the catalog and the engines derived from it; opens, locks, keeps them in step."""

import json
import logging
import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Self

from index import dense, lexical_store, stories
from index.archive_faults import ArchiveFault, reason_of
from index.article import Article
from index.catalog import Catalog, Model
from index.embedding import Embedder, open_embedder
from index.errors import ArchiveError, BusyError
from index.files import sweep, write_text
from index.lexical_store import LexicalStore
from index.reasons import because
from index.snapshot import Snapshot, table_of
from index.standing import Standing, standing_of

log = logging.getLogger(__name__)
FORMAT = 1
# In the catalog while the engines may still hold something of articles that were erased.
ERASING = "erasing"
ERASED_FROM_ENGINES = "from engines"  # what remains is the catalog's file and log


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
            check_description(folder)
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
        if not (Path(folder) / "archive.json").exists():
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
        sweep(self.folder)
        if self.catalog.meta(ERASING):
            self._forget_erased()
        self._replay()

    def _forget_erased(self) -> None:
        """Make engines and log anew, so that nothing erased is left in them; done again until it succeeds."""
        if self.catalog.meta(ERASING) != ERASED_FROM_ENGINES:
            self.rebuild()
            self.catalog.set_meta(ERASING, ERASED_FROM_ENGINES)
        if self.catalog.purge():
            self.catalog.set_meta(ERASING, "")
        else:
            log.warning("%s: a reader still holds erased text; it goes at the next question", self.folder)

    def _replay(self) -> None:
        stories.catch_up(self.catalog)
        if (
            not lexical_store.is_whole(self._lexical_folder)
            or LexicalStore(self._lexical_folder).seq > self.catalog.seq
        ):
            lexical_store.create(self._lexical_folder)
        LexicalStore(self._lexical_folder).replay(self.catalog)
        model = self.model()
        state = dense.load(self.folder, self.catalog, model)
        if dense.needs_compaction(state, self.living()):
            dense.compact(self.folder, self.catalog, model)

    def rebuild(self) -> None:
        """Make both engines again from the catalog, without embedding anything; call with the lock held."""
        lexical_store.remove(self._lexical_folder)
        dense.compact(self.folder, self.catalog, self.model())
        self._replay()

    def living(self) -> int:
        """Count the passages that can be found."""
        return int(
            self.catalog.connection.execute("SELECT COUNT(*) FROM passages WHERE dead_seq IS NULL").fetchone()[0]
        )

    def describe(self) -> None:
        """Write archive.json, which says what the folder is; the catalog remains the truth."""
        model = self.model()
        embedder = {"name": model.name, "fingerprint": model.fingerprint, "dimensions": model.dimensions}
        write_text(self.folder / "archive.json", json.dumps({"format": FORMAT, "embedder": embedder}, indent=2) + "\n")

    @property
    def _lexical_folder(self) -> Path:
        return self.folder / "lexical"

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
        seq = self.catalog.seq
        if lexical_store.last_seq(self._lexical_folder) != seq or self.catalog.meta(ERASING):
            return False
        if self._snapshot is not None:
            return True
        state = dense.load(self.folder, self.catalog, self.model())
        return lexical_store.is_whole(self._lexical_folder) and not dense.needs_compaction(state, self.living())

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


def check_description(folder: Path) -> None:
    """Raise the error that tells what is wrong with a folder that is not an archive of this Khabar."""
    path = folder / "archive.json"
    if not path.exists() and (folder / "catalog.sqlite").exists():
        raise ArchiveError(f"{folder}: damaged (archive.json is missing): run khabar rebuild --archive {folder}")
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
