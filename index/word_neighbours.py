"""Words of the other script that lie next to a word in a bilingual model's word table: translation by embedding."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
import regex
from numpy.typing import NDArray

from index import kept, stored_tensors

# A neighbour farther than this is another word, and of the others so many are enough.
FLOOR = 0.6
MOST = 16
# Rows stand by frequency: a word that training never met still lies exactly on its one translation, and is mostly rare.
RARE_COSTS, COMMON_ROWS = 0.02, 1000
# Candidates are found in so many dimensions, where nobody in reach seems farther than this, and measured in all.
SKETCH, SHORT_LIST, ROUGH_FLOOR = 64, 48, 0.2
REMEMBERED = 4096
# So many rows at once are widened to 32 bits, which stays within the processor's caches.
AT_ONCE = 4096
_HINDI = regex.compile(r"[\p{Devanagari}&&[\p{L}\p{M}]]{2,}", regex.VERSION1)
_ENGLISH = regex.compile(r"[a-z]{3,}")
_NAMES = {True: "hindi", False: "english"}

Found = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class WordTable:
    """A model's input vectors: (n, d) in 32 bits for some row numbers; and its vocabulary, one word a row."""

    vectors: Callable[[NDArray[np.integer]], NDArray[np.float32]]
    row: Callable[[str], int | None]
    word: Callable[[int], str]
    rows: Callable[[], Mapping[str, int]]

    @classmethod
    def of(cls, vectors: NDArray[np.float32], rows: Mapping[str, int]) -> Self:
        """Return the table of vectors (rows, d) that lie in memory."""
        words = {row: word for word, row in rows.items()}
        return cls(vectors.__getitem__, rows.get, words.__getitem__, lambda: rows)


@dataclass(frozen=True, slots=True, eq=False)
class _Script:
    """The whole words of a script, the commonest first: row numbers (n,), sketches (n, SKETCH), costs (n,)."""

    rows: NDArray[np.int32]
    sketches: NDArray[np.float32]
    costs: NDArray[np.float32]


class WordNeighbours:
    """Over the whole words of a table; sketches are kept for the next process under `name`, where one is given."""

    def __init__(self, table: WordTable, name: str | None = None) -> None:
        self._table = table
        self._name = name and f"{name}.{kept.code_digest(Path(__file__))}"
        self._scripts: dict[bool, _Script] = {}
        self._known: dict[str, Found] = {}

    def of(self, word: str) -> Found:
        """Return (word of the other script, cosine less a little for rarity), best first; none without a row."""
        return self.of_all([word])[0]

    def of_all(self, words: Sequence[str]) -> list[Found]:
        """Return the neighbours of several words, which costs little more than those of one."""
        known = self._known
        new = [word for word in dict.fromkeys(words) if word not in known]
        found = {word: known[word] for word in words if word in known} | dict.fromkeys(new, ())
        for hindi in (True, False):
            asking = {word: row for word in new if (row := self._table.row(word)) is not None}
            asking = {word: row for word, row in asking.items() if bool(_HINDI.fullmatch(word)) is not hindi}
            if asking:
                own = _unit(self._table.vectors(np.fromiter(asking.values(), np.int64)))
                found |= zip(asking, self._near(own, self._script(hindi)), strict=True)
        if len(known) > REMEMBERED:
            self._known = known = {}
        known |= {word: found[word] for word in new}
        return [found[word] for word in words]

    def rank(self, word: str) -> int | None:
        """Return how many whole words of its script are commoner; None for a word without a row."""
        row = self._table.row(word)
        if row is None:
            return None
        rows = self._script(_HINDI.fullmatch(word) is not None).rows
        return int(np.searchsorted(rows, row))

    def prepare(self) -> None:
        """Work the sketches out now, if no process has kept them, and not at the first question."""
        self._script(True), self._script(False)

    def _near(self, own: NDArray[np.float32], script: _Script) -> list[Found]:
        """Return the neighbours of unit rows (n, d) in a script."""
        rough = (own @ _turn(own.shape[1])) @ script.sketches.T - script.costs
        near = []
        for mine, scores in zip(own, rough, strict=True):
            places = _largest(scores)
            exact = _unit(self._table.vectors(script.rows[places])) @ mine - script.costs[places]
            ordered = sorted(
                (-score, self._table.word(row))
                for row, score in zip(script.rows[places].tolist(), exact.tolist(), strict=True)
                if score >= FLOOR
            )
            near.append(tuple((word, -score) for score, word in ordered[:MOST]))
        return near

    def _script(self, hindi: bool) -> _Script:
        if hindi not in self._scripts:
            rows, sketches = self._read(hindi) or self._work_out()[hindi]
            costs = RARE_COSTS * np.log2(1 + np.arange(len(rows), dtype=np.float32) / COMMON_ROWS)
            self._scripts[hindi] = _Script(rows, sketches.astype(np.float32), costs.astype(np.float32))
        return self._scripts[hindi]

    def _read(self, hindi: bool) -> tuple[NDArray[np.int32], NDArray[np.float32]] | None:
        path = kept.kept("neighbours", self._name) if self._name else None
        if path is None:
            return None
        try:
            stored = stored_tensors.load(path)
            rows, sketches = (stored[f"{_NAMES[hindi]}.{part}"] for part in ("rows", "sketches"))
        except (OSError, ValueError, KeyError, TypeError):
            return None
        wide = sketches.exact()
        return (np.asarray(rows.data, np.int32), wide) if wide.shape == (len(rows.data), SKETCH) else None

    def _work_out(self) -> dict[bool, tuple[NDArray[np.int32], NDArray[np.float16]]]:
        vocabulary = self._table.rows()
        found = {}
        for hindi, pattern in ((True, _HINDI), (False, _ENGLISH)):
            rows = np.array(sorted(row for word, row in vocabulary.items() if pattern.fullmatch(word)), np.int32)
            sketches = np.zeros((len(rows), SKETCH), np.float16)
            for begin in range(0, len(rows), AT_ONCE):
                some = _unit(self._table.vectors(rows[begin : begin + AT_ONCE]))
                sketches[begin : begin + AT_ONCE] = some @ _turn(some.shape[1])
            found[hindi] = (rows, sketches)
        if self._name:
            kept.keep("neighbours", self._name, lambda path: _write(path, found))
        return found


def _write(path: Path, found: Mapping[bool, tuple[NDArray[np.int32], NDArray[np.float16]]]) -> None:
    from safetensors.numpy import save_file

    named = {
        f"{_NAMES[hindi]}.{part}": one
        for hindi, pair in found.items()
        for part, one in zip(("rows", "sketches"), pair, strict=True)
    }
    save_file(named, path)


def _turn(dimensions: int) -> NDArray[np.float32]:
    """Return (d, SKETCH): random directions, which keep cosines about as they are (Johnson and Lindenstrauss, 1984)."""
    drawn = np.random.default_rng(0).standard_normal((dimensions, SKETCH), dtype=np.float32)
    return drawn / np.float32(SKETCH**0.5)


def _largest(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the places of the SHORT_LIST largest of some scores, or of fewer where the others are out of reach."""
    places = np.flatnonzero(scores > ROUGH_FLOOR)
    if len(places) > SHORT_LIST:
        places = places[np.argpartition(-scores[places], SHORT_LIST)[:SHORT_LIST]]
    return places


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    return np.asarray(rows / np.maximum(np.linalg.norm(rows, axis=-1, keepdims=True), 1e-9), np.float32)
