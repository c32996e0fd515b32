"""The dense channel's engine: FAISS over passage vectors, exact inner product in fp16, derived from the catalog.

A file ``dense.<seq>.faiss`` is written once and never changed. What the catalog has beyond its number is searched
exactly beside it; dead passages are masked by a bitmap selector that FAISS applies while it searches.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from index.catalog import Catalog, Model
from index.files import replacing

log = logging.getLogger(__name__)
_NAME = re.compile(r"dense\.([0-9]+)\.faiss")
# A tail below this share of the file (or this many passages) is searched beside it; beyond, a new file is written.
TAIL_SHARE = 0.1
TAIL_PASSAGES = 256
DEAD_SHARE = 0.2


@dataclass(frozen=True, slots=True, eq=False)
class Dense:
    """One immutable state: a FAISS index (or None), and the tail that is newer, as ids (n,) and fp16 rows (n, d)."""

    index: Any
    seq: int
    tail_ids: NDArray[np.int64]
    tail: NDArray[np.float16]

    def search(self, vector: NDArray[np.float32], allowed: NDArray[np.bool_], top: int) -> list[tuple[int, float]]:
        """Return up to `top` (passage id, cosine), best first, among the ids where `allowed[id]` is true."""
        hits = [*self._search_file(vector, allowed, top), *self._search_tail(vector, allowed)]
        return sorted(hits, key=lambda hit: (-hit[1], hit[0]))[:top]

    def _search_file(
        self, vector: NDArray[np.float32], allowed: NDArray[np.bool_], top: int
    ) -> list[tuple[int, float]]:
        if self.index is None or not allowed.any():
            return []
        faiss = _faiss()
        # One vector is scanned by one thread anyway; a second, held up by other work, would be waited for at the end.
        faiss.omp_set_num_threads(1)
        in_file = np.count_nonzero(allowed) - np.count_nonzero(allowed[self.tail_ids])
        if in_file == self.index.ntotal:  # to look each up takes as long as to scan them
            scores, ids = self.index.search(vector[None], top)
        else:
            bitmap = np.packbits(allowed, bitorder="little")
            selector = faiss.IDSelectorBitmap(bitmap)
            scores, ids = self.index.search(vector[None], top, params=faiss.SearchParameters(sel=selector))
        return [(int(i), float(s)) for i, s in zip(ids[0], scores[0], strict=True) if i >= 0]

    def _search_tail(self, vector: NDArray[np.float32], allowed: NDArray[np.bool_]) -> list[tuple[int, float]]:
        chosen = allowed[self.tail_ids]
        scores = self.tail[chosen].astype(np.float32) @ vector
        return [(int(i), float(s)) for i, s in zip(self.tail_ids[chosen], scores, strict=True)]


def load(folder: Path, catalog: Catalog, model: Model, held: Dense | None = None) -> Dense:
    """Open the newest usable file, unless it is the one already held, and read from the catalog what it lacks."""
    for seq, path in _files_that_stay(folder):
        if seq < int(catalog.meta("model_seq", "0")) or seq > catalog.seq:
            continue
        index = held.index if held is not None and held.index is not None and held.seq == seq else _open(path, model)
        if index is not None:
            return Dense(index, seq, *_vectors(catalog, model, seq))
    return Dense(None, 0, *_vectors(catalog, model, 0))


def needs_compaction(dense: Dense, live: int) -> bool:
    """Tell whether the tail has grown long or a fifth of the file is dead; `live` counts the living passages."""
    stored = 0 if dense.index is None else int(dense.index.ntotal)
    in_tail = len(dense.tail_ids)
    dead = stored + in_tail - live
    return (
        in_tail > max(TAIL_PASSAGES, stored * TAIL_SHARE) or (stored == 0 and in_tail > 0) or dead > stored * DEAD_SHARE
    )


def compact(folder: Path, catalog: Catalog, model: Model) -> None:
    """Write all living vectors as a new file and remove the older ones; call with the archive's lock held."""
    faiss = _faiss()
    seq = catalog.seq
    ids, vectors = _vectors(catalog, model, 0)
    flat = faiss.IndexScalarQuantizer(model.dimensions, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT)
    index = faiss.IndexIDMap2(flat)
    if len(ids):
        index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), ids)
    with replacing(folder / f"dense.{seq}.faiss") as temporary:
        try:
            faiss.write_index(index, str(temporary))
        except RuntimeError as error:  # FAISS reports a full disk so
            raise OSError(str(error)) from error
    for old, path in _files(folder):
        if old != seq:
            path.unlink(missing_ok=True)


def differences(dense: Dense, catalog: Catalog, model: Model) -> list[str]:
    """Compare the file with the catalog, vector by vector; one line for each thing wrong."""
    if dense.index is None:
        return []
    faiss = _faiss()
    ids = faiss.vector_to_array(dense.index.id_map)
    codes = faiss.vector_to_array(faiss.downcast_index(dense.index.index).codes).view("<f2")
    stored = dict(zip(ids.tolist(), codes.reshape(len(ids), dense.index.d), strict=True))
    problems = []
    wanted_ids, wanted = _vectors(catalog, model, 0)
    tail = set(dense.tail_ids.tolist())
    for passage_id, vector in zip(wanted_ids.tolist(), wanted, strict=True):
        if passage_id in tail:
            continue
        if passage_id not in stored:
            problems.append(f"dense.{dense.seq}.faiss: passage {passage_id} is missing")
        elif not np.array_equal(stored[passage_id], vector):
            problems.append(f"dense.{dense.seq}.faiss: the vector of passage {passage_id} differs from the catalog's")
    return problems


def remove_files(folder: Path) -> None:
    """Remove every file, so that the next opening rebuilds."""
    for _, path in _files(folder):
        path.unlink(missing_ok=True)


def _faiss() -> Any:
    """Import FAISS when it is first needed; its type stubs do not know the arguments that its wrappers accept."""
    import faiss

    return faiss


def _files(folder: Path) -> list[tuple[int, Path]]:
    """Return (sequence number, path) of the FAISS files, newest first."""
    found = ((_NAME.fullmatch(path.name), path) for path in folder.iterdir())
    return sorted(((int(match[1]), path) for match, path in found if match), reverse=True)


def _files_that_stay(folder: Path) -> Iterator[tuple[int, Path]]:
    """Yield the FAISS files, newest first, and again if a writer has put a newer one in their place meanwhile."""
    listed = _files(folder)
    yield from listed
    if any(not path.exists() for _, path in listed):
        yield from _files(folder)


def _open(path: Path, model: Model) -> Any:
    """Return the index in a file, or None where it is damaged or of another shape."""
    faiss = _faiss()
    try:
        index = faiss.read_index(str(path))
    except (RuntimeError, MemoryError) as error:
        log.warning("%s is damaged and will be rebuilt: %s", path, str(error).splitlines()[0][:200])
        return None
    if not isinstance(index, faiss.IndexIDMap2) or index.d != model.dimensions:
        log.warning("%s is not of this archive's model and will be rebuilt", path)
        return None
    return index


def _vectors(catalog: Catalog, model: Model, after: int) -> tuple[NDArray[np.int64], NDArray[np.float16]]:
    """Return ids (n,) and fp16 vectors (n, d) of the living passages added after a sequence number."""
    rows = catalog.connection.execute(
        "SELECT passage_id, vector FROM passages CROSS JOIN vectors USING (passage_id)"
        " WHERE model_id = ? AND added_seq > ? AND dead_seq IS NULL ORDER BY passage_id",
        (model.model_id, after),
    ).fetchall()
    ids = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
    joined = np.frombuffer(b"".join(row[1] for row in rows), dtype="<f2")
    return ids, joined.reshape(len(rows), model.dimensions)
