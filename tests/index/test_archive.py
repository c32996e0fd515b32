"""The archive: engines in step with the catalog, seen anew after another's ingest."""

import errno
import json
import sqlite3
from pathlib import Path

import numpy as np
import pytest

from index.archive import Archive, storage_errors
from index.article import Article
from index.embedding import open_embedder
from index.errors import ArchiveError
from index.filters import Filters
from index.hashing import HashEmbedder
from index.token_vectors import DIMENSIONS, TokenVectors
from index.upkeep import check, reembed, remove
from index.vectors import PassageVectors
from tests.index.conftest import add


def _best(archive: Archive, text: str, filters: Filters | None = None) -> list[str]:
    vector = archive.embedder().encode_questions([text])[0]
    with archive.snapshot() as snapshot:
        hits = snapshot.dense.search(vector, snapshot.table.allowed(filters or Filters()), 5)
        stored = snapshot.passages([passage_id for passage_id, _ in hits])
        return [stored[passage_id].article.id for passage_id, _ in hits]


def test_dense_finds_the_nearest_and_obeys_filters_inside_the_engine(filled: Archive) -> None:
    assert _best(filled, "राजनाथ सिंह रूस के रक्षा मंत्री")[0] == "a"
    assert _best(filled, "राजनाथ सिंह", Filters(language="en")) == ["en-1"]
    assert _best(filled, "lander", Filters(first_day="2025-12-04", last_day="2025-12-04")) == ["a"]
    assert _best(filled, "lander", Filters(last_day="2023-08-22")) == []
    assert _best(filled, "lander", Filters(source="कोई नहीं")) == []


def test_scores_are_those_of_a_plain_product(filled: Archive) -> None:
    vector = filled.embedder().encode_questions(["the lander on the Moon"])[0]
    rows = filled.catalog.connection.execute("SELECT passage_id, vector FROM vectors").fetchall()
    expected = {row[0]: float(np.frombuffer(row[1], "<f2").astype(np.float32) @ vector) for row in rows}
    with filled.snapshot() as snapshot:
        found = dict(snapshot.dense.search(vector, snapshot.table.allowed(Filters()), 10))
    assert found == pytest.approx(expected, abs=1e-4)


def test_a_reader_sees_anothers_ingest_at_its_next_question(filled: Archive, tmp_path: Path) -> None:
    reader = Archive.open(filled.folder)
    assert "new" not in _best(reader, "हिमालय में नया पुल")
    fresh = Article(id="new", headline="हिमालय में नया पुल", body="हिमालय में नया पुल बनकर तैयार है।", language="hi")
    add(filled, tmp_path, fresh)
    assert _best(reader, "हिमालय में नया पुल")[0] == "new"
    with reader.snapshot() as snapshot:
        assert snapshot.lexical.search_stems(["पुल"], (), Filters(), 5)


def test_a_snapshot_does_not_change_while_it_is_held(filled: Archive, tmp_path: Path) -> None:
    reader = Archive.open(filled.folder)
    with reader.snapshot() as snapshot:
        before = len(snapshot.table.ids)
        add(filled, tmp_path, Article(id="new", headline="नई", body="नई खबर आई है।", language="hi"))
        assert len(snapshot.table.ids) == before
        assert reader.catalog.article("new") is None
    assert reader.article("new") is not None


def test_a_model_that_is_not_the_archives_is_refused(filled: Archive) -> None:
    assert Archive.open_or_create(filled.folder, "hash").model().name == "hash"
    with pytest.raises(ArchiveError, match="reembed"):
        Archive.open_or_create(filled.folder, "bundled")


def test_an_archive_of_which_all_was_removed_is_clean(filled: Archive) -> None:
    remove(filled, [article.id for article in filled.catalog.articles()])
    assert check(filled) == []


def test_an_open_archive_follows_another_process_to_another_model(filled: Archive) -> None:
    filled.embedder()
    other = Archive.open(filled.folder)
    reembed(other, open_embedder("bundled"))
    assert filled.embedder().fingerprint == other.embedder().fingerprint


def test_reembed_after_the_splitter_has_changed(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    connection = filled.catalog.connection
    connection.execute("UPDATE passages SET content_hash = randomblob(32)")
    before = connection.execute("SELECT COUNT(*) FROM passages WHERE dead_seq IS NULL").fetchone()[0]
    assert reembed(filled, HashEmbedder(dimensions=96)) == before


def test_another_model_is_a_clear_error_and_reembed_mends_it(filled: Archive) -> None:
    other = HashEmbedder(dimensions=96)
    opened = Archive.open(filled.folder)
    opened.adopt(other)
    with pytest.raises(ArchiveError, match=r"khabar reembed") as caught:
        opened.embedder()
    assert other.fingerprint in str(caught.value)
    assert opened.model().fingerprint in str(caught.value)
    done = reembed(opened, other)
    assert done == opened.living()
    assert opened.model().dimensions == 96
    assert json.loads((opened.folder / "archive.json").read_text())["embedder"]["dimensions"] == 96
    assert check(opened) == []
    assert _best(opened, "राजनाथ सिंह रूस के रक्षा मंत्री")[0] == "a"


def test_reembed_goes_on_where_it_stopped(filled: Archive, tmp_path: Path) -> None:
    other = HashEmbedder(dimensions=96)
    with filled.catalog.transaction():
        model = filled.catalog.register_model(other.name, other.fingerprint, other.dimensions)
        rows = filled.catalog.connection.execute(
            "SELECT passage_id, json_array_length(sentences)/2 FROM passages"
        ).fetchall()
        first, sentences = rows[0]
        ones = np.ones((sentences, 96), dtype=np.float16)
        filled.catalog.insert_vectors(first, model, PassageVectors(ones[0], ones))
    assert reembed(filled, other) == len(rows) - 1


def test_token_vectors_come_back_and_are_checked(filled: Archive) -> None:
    connection = filled.catalog.connection
    passage_id, sentences = connection.execute(
        "SELECT passage_id, json_array_length(sentences)/2 FROM passages WHERE dead_seq IS NULL"
    ).fetchone()
    tokens = TokenVectors.pack(np.eye(DIMENSIONS, dtype=np.float32)[: sentences + 1], [1] * (sentences + 1))
    connection.execute("UPDATE vectors SET token_vectors = ? WHERE passage_id = ?", (tokens.to_bytes(), passage_id))
    with filled.snapshot() as snapshot:
        found = snapshot.passages([passage_id])[passage_id].token_vectors
    assert found is not None
    np.testing.assert_array_equal(found.codes, tokens.codes)
    assert check(filled) == []
    connection.execute("UPDATE vectors SET token_vectors = x'0102' WHERE passage_id = ?", (passage_id,))
    assert check(filled) == [f"passage {passage_id}: its vectors are missing or of the wrong length"]


def test_a_folder_of_something_else_is_not_made_into_an_archive(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("hello")
    with pytest.raises(ArchiveError, match="not an archive and not empty"):
        Archive.create(tmp_path, HashEmbedder())


def test_a_newer_catalog_is_refused(filled: Archive) -> None:
    filled.catalog.connection.execute("PRAGMA user_version = 99")
    with pytest.raises(ArchiveError, match="newer Khabar"):
        Archive.open(filled.folder)


def test_a_damaged_catalog_is_a_clear_error(filled: Archive) -> None:
    filled.close()
    for name in ("catalog.sqlite-wal", "catalog.sqlite-shm"):
        (filled.folder / name).unlink(missing_ok=True)
    (filled.folder / "catalog.sqlite").write_bytes(b"not a database, surely" * 400)
    with pytest.raises(ArchiveError, match=r"catalog\.sqlite is damaged"):
        Archive.open(filled.folder)


@pytest.mark.parametrize(
    ("raised", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "the disk is full"),
        (sqlite3.OperationalError("database or disk is full"), "the disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "no permission to use the archive"),
        (sqlite3.OperationalError("database is locked"), "busy"),
        (sqlite3.DatabaseError("file is not a database"), "catalog.sqlite is damaged"),
    ],
)
def test_each_trouble_names_the_folder_and_what_is_wrong(tmp_path: Path, raised: Exception, told: str) -> None:
    with pytest.raises(ArchiveError) as caught, storage_errors(tmp_path):
        raise raised
    assert str(caught.value).startswith(f"{tmp_path}: {told}")
    assert caught.value.__cause__ is raised


def test_what_is_no_trouble_of_the_disk_stays_what_it_is(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="not a number"), storage_errors(tmp_path):
        raise ValueError("not a number")
