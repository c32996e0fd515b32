"""A full disk: one clear line, exit code 3, and nothing lost."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.archive import Archive
from index.upkeep import check
from tests.faults.test_kill import _command, _generate


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a file system of a few MiB, where that is allowed."""
    folder = tmp_path / "disk"
    folder.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(folder)], capture_output=True)
    if mounted.returncode:
        pytest.skip("only root may mount a small disk")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_full_disk_is_one_line_and_what_was_done_is_safe(small_disk: Path, tmp_path: Path) -> None:
    source, folder = tmp_path / "articles.jsonl", small_disk / "archive"
    _generate(source, 900)
    command = _command("ingest", str(source), "--archive", str(folder), "--embedder", "hash")
    result = subprocess.run(command, capture_output=True, text=True)
    assert result.returncode == 3
    assert "the disk is full" in result.stderr.splitlines()[-1]
    assert "Traceback" not in result.stderr
    subprocess.run(["mount", "-o", "remount,size=200m", str(small_disk)], check=True)
    archive = Archive.open(folder)
    with archive.snapshot():
        pass
    assert check(archive) == []
    before = len(list(archive.catalog.articles()))
    assert 0 < before < 900
    archive.close()
    subprocess.run(command, check=True, capture_output=True)
    again = Archive.open(folder)
    assert len(list(again.catalog.articles())) == 900
    assert check(again) == []
    again.close()
