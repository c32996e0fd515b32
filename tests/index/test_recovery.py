"""Recovery: engines that lag, are damaged or still hold what was erased follow the catalog, without embedding."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from index import recovery
from index.archive import Archive
from index.article import Article
from index.filters import Filters
from index.hashing import HashEmbedder
from index.upkeep import check, remove
from index.vectors import PassageVectors
from tests.index.conftest import add


class _NoEmbedding(HashEmbedder):
    """Fails as soon as a passage is embedded."""

    def encode_passages(self, texts: Sequence[str], spans: Sequence[Sequence[tuple[int, int]]]) -> list[PassageVectors]:
        raise AssertionError("nothing is embedded while engines are rebuilt")


def _damage(path: Path, damage: str) -> None:
    if damage == "delete":
        path.unlink()
    elif damage == "truncate":
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    else:
        path.write_bytes(b"\x00garbage\xff" * 20)


@pytest.mark.parametrize("damage", ["truncate", "delete", "garbage"])
def test_a_damaged_faiss_file_is_rebuilt_without_embedding(filled: Archive, damage: str) -> None:
    filled.close()
    (path,) = filled.folder.glob("dense.*.faiss")
    _damage(path, damage)
    opened = Archive.open(filled.folder)
    opened.adopt(_NoEmbedding())
    with opened.snapshot() as snapshot:
        assert len(snapshot.dense.tail_ids) == 0
        assert snapshot.dense.index.ntotal == len(snapshot.table.ids)
    assert check(opened) == []


@pytest.mark.parametrize("damage", ["truncate", "delete", "garbage"])
@pytest.mark.parametrize("which", ["meta.json", "khabar.json", "*.store", "*.idx", "*.term"])
def test_a_damaged_tantivy_folder_is_rebuilt_without_embedding(filled: Archive, damage: str, which: str) -> None:
    filled.close()
    for path in (filled.folder / "lexical").glob(which):
        _damage(path, damage)
    opened = Archive.open(filled.folder)
    opened.adopt(_NoEmbedding())
    with opened.snapshot() as snapshot:
        hits = snapshot.lexical.search_stems(["lander"], (), Filters(), 5)
        assert len(hits) == 1
    assert check(opened) == []


def test_an_engine_that_lags_is_replayed(filled: Archive) -> None:
    note = filled.folder / "lexical" / "khabar.json"
    note.write_text(json.dumps({**json.loads(note.read_text()), "seq": 1}))
    opened = Archive.open(filled.folder)
    with opened.snapshot():
        pass
    assert json.loads(note.read_text())["seq"] == opened.catalog.seq
    assert check(opened) == []


def test_what_was_erased_goes_from_the_engines_even_after_a_kill(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(archive: Archive) -> None:
        if archive.catalog.meta("erasing"):
            raise KeyboardInterrupt

    erased = filled.article("a")
    assert erased is not None
    text = erased.body[:40].encode()
    assert text in b"".join(path.read_bytes() for path in filled.folder.glob("catalog.sqlite*"))
    monkeypatch.setattr(Archive, "mend", die)
    with pytest.raises(KeyboardInterrupt):
        remove(filled, ["a"], retract=True)
    monkeypatch.undo()
    opened = Archive.open(filled.folder)
    with opened.snapshot() as snapshot:
        assert snapshot.dense.index.ntotal == len(snapshot.table.ids)
    assert opened.catalog.meta("erasing") == ""
    for path in filled.folder.rglob("*"):
        assert path.is_dir() or text not in path.read_bytes()
    assert check(opened) == []


def test_a_long_tail_is_compacted_and_dead_passages_are_masked(archive: Archive, tmp_path: Path) -> None:
    articles = [Article(id=f"n{i}", body=f"खबर {i} शहर {i * 7} से आई है।", language="hi") for i in range(300)]
    add(archive, tmp_path, *articles[:10])
    (first,) = archive.folder.glob("dense.*.faiss")
    add(archive, tmp_path, *articles[10:20])
    assert first.exists(), "a short tail is searched beside the file"
    add(archive, tmp_path, *articles[20:])
    assert not first.exists()
    assert len(list(archive.folder.glob("dense.*.faiss"))) == 1
    assert check(archive) == []


def test_an_archive_is_caught_up_only_where_nothing_is_left_to_do(filled: Archive) -> None:
    assert recovery.is_caught_up(filled.folder, filled.catalog)
    filled.catalog.set_meta(recovery.ERASING, "yes")
    assert not recovery.is_caught_up(filled.folder, filled.catalog)
    filled.catalog.set_meta(recovery.ERASING, "")
    with filled.catalog.transaction():
        filled.catalog.next_seq()
    assert not recovery.is_caught_up(filled.folder, filled.catalog)
    filled.mend()
    assert recovery.is_caught_up(filled.folder, filled.catalog)
