"""Retraction: nothing of the text is left in any file, and what was cited says that it was withdrawn."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from index.archive import Archive
from index.hashing import HashEmbedder
from index.ingest import ingest
from index.standing import Standing
from index.upkeep import check, remove

# Words of this one article alone; their stems and keys stand in Tantivy, their letters in the catalog.
SECRETS = ("kumbhalgarhsecret", "zyxwvoutlet", "zyxwvsection", "zyxwvauthor", "olderkumbhalsecret")


def _ingest(archive: Archive, folder: Path, *rows: dict[str, str]) -> None:
    path = folder / "rows.jsonl"
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    ingest(archive, [str(path)])


@pytest.fixture
def filled(archive: Archive, tmp_path: Path) -> Archive:
    """Return an archive of many articles, long and short, in several batches; one is in its second version."""
    for batch in range(4):
        rows = [
            {"id": f"n{batch}-{n}", "body": f"Report {batch} {n} of the harvest. " * (1 + n * 3)} for n in range(12)
        ]
        secret = {
            "id": "secret",
            "body": f"{'Olderkumbhalsecret' if batch < 2 else 'Kumbhalgarhsecret'} was opened. "
            * (1 + batch // 2 * 80),
            "source": "Zyxwvoutlet",
            "section": "Zyxwvsection",
            "author": "Zyxwvauthor",
        }
        _ingest(archive, tmp_path, *rows, secret)
    return archive


def _holding(folder: Path, words: tuple[str, ...]) -> set[tuple[str, str]]:
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes().lower()
            found |= {(path.name, word) for word in words if word.encode() in content}
    return found


def test_no_byte_is_left_in_any_file(filled: Archive) -> None:
    assert {word for _, word in _holding(filled.folder, SECRETS)} == set(SECRETS)
    vector = filled.catalog.connection.execute(
        "SELECT vector FROM vectors JOIN passages USING (passage_id) JOIN articles USING (article_key)"
        " WHERE id = 'secret' AND dead_seq IS NULL"
    ).fetchone()[0]
    remove(filled, ["secret"], retract=True)
    assert _holding(filled.folder, SECRETS) == set()
    assert not [path for path in filled.folder.rglob("*") if path.is_file() and vector in path.read_bytes()]
    assert check(filled) == []
    assert filled.catalog.meta("erasing") == ""


def test_what_is_left_still_answers_after_the_file_was_written_anew(filled: Archive) -> None:
    before = {article.id: article.body for article in filled.catalog.articles()}
    remove(filled, ["secret"], retract=True)
    del before["secret"]
    assert {article.id: article.body for article in filled.catalog.articles()} == before
    with filled.snapshot() as snapshot:
        assert set(snapshot.passages(snapshot.table.ids.tolist())) == set(snapshot.table.ids.tolist())


def test_a_citation_says_that_it_was_withdrawn(filled: Archive) -> None:
    assert filled.standing("secret") == Standing(2, True, frozenset())
    remove(filled, ["secret"], retract=True)
    standing = filled.standing("secret")
    assert standing == Standing(2, False, frozenset({1, 2}))
    assert standing.is_withdrawn()
    assert standing.is_withdrawn(1)
    assert not standing.is_withdrawn(3)
    assert filled.standing("never") is None


def test_it_is_noted_when_a_version_ceased_to_be_in_force(filled: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    held = filled.standing("secret")
    assert held is not None
    changed = held.retired(1)
    assert changed is not None
    assert datetime.fromisoformat(changed).utcoffset() == timedelta(0)
    assert held.retired() is None
    monkeypatch.setattr("index.catalog.now", lambda: "2030-01-02T03:04:05+00:00")
    remove(filled, ["secret"])
    removed = filled.standing("secret")
    assert removed is not None
    assert (removed.retired(1), removed.retired()) == (changed, "2030-01-02T03:04:05+00:00")
    monkeypatch.setattr("index.catalog.now", lambda: "2031-01-02T03:04:05+00:00")
    remove(filled, ["secret"], retract=True)
    withdrawn = filled.standing("secret")
    assert withdrawn is not None
    assert withdrawn.retired_at == {1: "2031-01-02T03:04:05+00:00", 2: "2031-01-02T03:04:05+00:00"}
    remove(filled, ["secret"], retract=True)
    assert filled.standing("secret") == withdrawn


def test_an_article_that_was_only_removed_is_not_withdrawn(filled: Archive) -> None:
    remove(filled, ["secret"])
    assert filled.standing("secret") == Standing(2, False, frozenset())
    assert filled.article("secret", 1) is not None


def test_a_corrected_report_may_follow_and_the_withdrawn_one_stays_so(filled: Archive, tmp_path: Path) -> None:
    remove(filled, ["secret"], retract=True)
    _ingest(filled, tmp_path, {"id": "secret", "body": "The fort was not opened."})
    standing = filled.standing("secret")
    assert standing == Standing(3, True, frozenset({1, 2}))
    assert not standing.is_withdrawn()
    assert filled.article("secret", 1) is None


def test_a_reader_at_work_delays_the_purge_to_the_next_question(
    filled: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.database.BUSY_SECONDS", 0.1)
    reader, writer = Archive.open(filled.folder), Archive.open(filled.folder)
    filled.close()
    writer.adopt(HashEmbedder())
    with reader.snapshot():
        remove(writer, ["secret"], retract=True)
        assert writer.catalog.meta("erasing") == "from engines"
    with writer.snapshot():
        pass
    assert writer.catalog.meta("erasing") == ""
    reader.close()
    assert _holding(filled.folder, SECRETS) == set()
