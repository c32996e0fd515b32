"""The Tantivy folder goes away whole, whatever readers do meanwhile."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from index import files, lexical_store


def test_a_reader_that_opens_while_it_is_removed_does_no_harm(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "lexical"
    lexical_store.create(folder)
    remove_tree = shutil.rmtree

    def with_a_reader(path: Path, **options: Any) -> None:
        if path.exists():
            folder.mkdir(exist_ok=True)
            (folder / "meta.json").write_text("{}")
            next(path.iterdir()).unlink()
        remove_tree(path, **options)

    monkeypatch.setattr(shutil, "rmtree", with_a_reader)
    lexical_store.remove(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["lexical"]
    monkeypatch.undo()
    lexical_store.create(folder)
    assert lexical_store.is_whole(folder)


def test_nothing_to_remove(tmp_path: Path) -> None:
    lexical_store.remove(tmp_path / "lexical")
    assert not list(tmp_path.iterdir())


def test_what_a_kill_left_half_removed_is_swept(tmp_path: Path) -> None:
    left = tmp_path / ".lexical.1.tmp"
    left.mkdir()
    (left / "meta.json").touch()
    (tmp_path / ".archive.json.1.tmp").touch()
    files.sweep(tmp_path)
    assert not list(tmp_path.iterdir())
