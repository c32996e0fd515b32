"""The manifest: an archive without it, with another's or with a broken one is refused with what to do."""

import json
from pathlib import Path

import pytest

from index import manifest
from index.archive import Archive
from index.errors import ArchiveError
from index.hashing import HashEmbedder


@pytest.mark.parametrize(
    ("content", "message"),
    [('{"format": 99}', "format 99"), ("{broken", "khabar rebuild"), ('{"x": 1}', "khabar rebuild")],
)
def test_an_archive_of_another_version_is_refused(filled: Archive, content: str, message: str) -> None:
    (filled.folder / "archive.json").write_text(content)
    with pytest.raises(ArchiveError, match=message):
        Archive.open(filled.folder)


def test_a_missing_archive_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="khabar ingest"):
        Archive.open(tmp_path / "none")


def test_without_its_description_an_archive_is_not_made_over(filled: Archive) -> None:
    (filled.folder / "archive.json").unlink()
    with pytest.raises(ArchiveError, match="khabar rebuild"):
        Archive.open(filled.folder)
    with pytest.raises(ArchiveError, match="khabar rebuild"):
        Archive.create(filled.folder, HashEmbedder(dimensions=96))
    assert filled.model().dimensions == HashEmbedder().dimensions


def test_what_is_written_names_the_model_and_passes(archive: Archive) -> None:
    path = archive.folder / manifest.NAME
    path.unlink()
    manifest.write(archive.folder, archive.model())
    told = json.loads(path.read_text())["embedder"]
    assert (told["name"], told["dimensions"]) == ("hash", HashEmbedder().dimensions)
    manifest.check(archive.folder)
