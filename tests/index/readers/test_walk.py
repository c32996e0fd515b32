import os
from pathlib import Path

import pytest

from index.readers.walk import files_below


def _tree(root: Path, *names: str) -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("x", encoding="utf-8")


def _names(root: Path) -> list[str]:
    return [path.relative_to(root).as_posix() for path in files_below(root)]


def test_sorted_without_hidden_files_sidecars_and_notes(tmp_path: Path) -> None:
    _tree(tmp_path, "b/2.txt", "b/10.txt", "a.txt", ".hidden/x.txt", ".x.txt", "b/source.json", "README.md", "c.jpg")
    assert _names(tmp_path) == ["a.txt", "b/10.txt", "b/2.txt", "c.jpg"]


def test_a_file_is_met_once_under_its_own_name(tmp_path: Path) -> None:
    _tree(tmp_path, "real/a.txt")
    (tmp_path / "0-link").symlink_to(tmp_path / "real")
    (tmp_path / "again.txt").symlink_to(tmp_path / "real" / "a.txt")
    (tmp_path / "real" / "up").symlink_to(tmp_path)
    (tmp_path / "self").symlink_to("self")
    assert _names(tmp_path) == ["real/a.txt"]


def test_a_link_in_a_circle_that_looks_like_a_note_takes_nothing_away(tmp_path: Path) -> None:
    _tree(tmp_path, "a.txt", "z.txt")
    (tmp_path / "loop.md").symlink_to("loop.md")
    assert _names(tmp_path) == ["a.txt", "z.txt"]


def test_links_out_of_the_tree_are_followed_once(tmp_path: Path) -> None:
    _tree(tmp_path, "in/a.txt", "out/b.txt")
    (tmp_path / "in" / "x").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "y").symlink_to(tmp_path / "out")
    (tmp_path / "in" / "gone.txt").symlink_to(tmp_path / "nowhere")
    assert _names(tmp_path / "in") == ["a.txt", "gone.txt", "x/b.txt"]


def test_a_folder_that_does_not_open_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _tree(tmp_path, "a.txt", "shut/b.txt")
    scandir = os.scandir

    def deny(path: Path) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr(os, "scandir", deny)
    assert _names(tmp_path) == ["a.txt", "shut"]
