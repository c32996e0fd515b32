"""Ingest: identity, versions, duplicates, what is embedded again and what is not."""

import json
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from index.archive import Archive
from index.article import Article
from index.errors import ArchiveError
from index.ingest import Summary, ingest
from index.readers import NamedFile
from index.stories import also_in
from index.upkeep import check, remove
from tests.conftest import MakeArticle


def _write(folder: Path, *articles: Article) -> str:
    path = folder / "articles.jsonl"
    rows = [{k: v for k, v in asdict(article).items() if k not in ("extra", "version")} for article in articles]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding="utf-8")
    return str(path)


def _counts(summary: Summary) -> tuple[int, int, int, int, int]:
    return summary.added, summary.updated, summary.unchanged, summary.duplicate, len(summary.failed)


def test_a_second_run_changes_nothing(archive: Archive, tmp_path: Path, make_article: MakeArticle) -> None:
    target = _write(tmp_path, make_article("a"), make_article("b", body="दूसरी खबर यह है।"))
    assert _counts(ingest(archive, [target])) == (2, 0, 0, 0, 0)
    seq = archive.catalog.seq
    again = ingest(archive, [target])
    assert _counts(again) == (0, 0, 2, 0, 0)
    assert again.passages_embedded == 0
    assert archive.catalog.seq == seq
    assert check(archive) == []


def test_other_content_is_a_new_version_and_the_old_one_stays_readable(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    ingest(archive, [_write(tmp_path, make_article("a", body="मृतकों की संख्या 10 है।"))])
    summary = ingest(archive, [_write(tmp_path, make_article("a", body="मृतकों की संख्या 12 है।"))])
    assert _counts(summary) == (0, 1, 0, 0, 0)
    now, before = archive.article("a"), archive.article("a", 1)
    assert now is not None
    assert before is not None
    assert (now.version, now.body) == (2, "मृतकों की संख्या 12 है।")
    assert before.body == "मृतकों की संख्या 10 है।"
    assert archive.living() == 1
    assert check(archive) == []


def test_a_change_beside_the_text_embeds_nothing_again(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    ingest(archive, [_write(tmp_path, make_article("a"))])
    summary = ingest(archive, [_write(tmp_path, make_article("a", section="भारत"))])
    assert _counts(summary) == (0, 1, 0, 0, 0)
    assert summary.passages_embedded == 0


def test_the_same_text_elsewhere_is_a_duplicate_and_steps_in_when_the_original_goes(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    original, copy = make_article("a", source="एक"), make_article("b", source="दो")
    assert _counts(ingest(archive, [_write(tmp_path, original, copy)])) == (1, 0, 0, 1, 0)
    assert [copy.article_id for copy in also_in(archive.catalog.connection, "a")] == ["b"]
    passages = archive.living()
    remove(archive, ["a"])
    assert archive.living() == passages / 2
    with archive.snapshot() as snapshot:
        ids = snapshot.table.ids.tolist()
        assert {stored.article.id for stored in snapshot.passages(ids).values()} == {"b"}
    assert check(archive) == []


def test_an_original_that_changes_leaves_its_old_text_to_the_duplicate(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    ingest(archive, [_write(tmp_path, make_article("a"), make_article("b"))])
    ingest(archive, [_write(tmp_path, make_article("a", body="अब कुछ और लिखा है।"), make_article("b"))])
    with archive.snapshot() as snapshot:
        found = snapshot.passages(snapshot.table.ids.tolist()).values()
    assert {stored.article.id for stored in found} == {"a", "b"}
    assert check(archive) == []


def test_one_identity_twice_in_one_batch_keeps_the_last(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    one = make_article("a")
    summary = ingest(archive, [_write(tmp_path, one, replace(one, body="बाद का पाठ।"))])
    assert _counts(summary) == (1, 1, 0, 0, 0)
    assert archive.living() == 1
    assert check(archive) == []


def test_one_bad_line_does_not_stop_the_others(archive: Archive, tmp_path: Path, make_article: MakeArticle) -> None:
    path = Path(_write(tmp_path, make_article("a"), make_article("b", body="दूसरा पाठ।")))
    first, second = path.read_text(encoding="utf-8").split("\n")
    path.write_text(f"{first}\n{{not json\n{second}\n", encoding="utf-8")
    summary = ingest(archive, [str(path)])
    assert _counts(summary) == (2, 0, 0, 0, 1)
    assert summary.failed[0].path.endswith("articles.jsonl:2")
    (failed,) = summary.as_dict().pop("failed")
    assert failed["path"] == f"{path}:2"
    assert failed["reason"].startswith("not JSON: Expecting property name")
    assert failed["fault"] == "broken_json"
    assert list(summary.as_dict())[:4] == ["added", "updated", "unchanged", "duplicate"]
    assert archive.catalog.connection.execute("SELECT reason FROM ingests WHERE outcome = 'failed'").fetchone() == (
        failed["reason"],
    )


def test_a_missing_target_does_not_stop_the_others(archive: Archive, tmp_path: Path, make_article: MakeArticle) -> None:
    nowhere = str(tmp_path / "nowhere")
    summary = ingest(archive, [nowhere, _write(tmp_path, make_article("a"))])
    assert _counts(summary) == (1, 0, 0, 0, 1)
    assert summary.unreadable == [nowhere]
    assert summary.failed[0].path == nowhere
    assert nowhere not in str(summary.failed[0].reason)
    assert check(archive) == []


def test_two_writers_at_once_is_a_clear_error(archive: Archive, tmp_path: Path, make_article: MakeArticle) -> None:
    target = _write(tmp_path, make_article("a"))
    with archive.writing(), pytest.raises(ArchiveError, match="busy: process"):
        ingest(Archive.open(archive.folder), [target])


def test_of_two_articles_under_one_id_the_later_wins(archive: Archive, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"id": "a", "body": body} for body in ("The lake rose.", "The lake fell.", "The lake rose.")]
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    ingest(archive, [str(path)])
    article = archive.article("a")
    assert article is not None
    assert article.body == "The lake rose."
    assert check(archive) == []


def test_removed_articles_stay_readable_and_retracted_ones_do_not(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    erased = "अनोखाशब्द केवल यहां है।"
    ingest(archive, [_write(tmp_path, make_article("a", body=erased), make_article("b"))])
    remove(archive, ["a"])
    assert archive.article("a") is None
    assert archive.article("a", 1) is not None
    remove(archive, ["a"], retract=True)
    assert archive.article("a", 1) is None
    archive.catalog.close()
    needle = "अनोखाशब्द".encode()
    holding = [path for path in archive.folder.rglob("*") if path.is_file() and needle in path.read_bytes()]
    assert holding == []
    assert check(archive) == []


def test_duplicates_of_an_archive_of_old_get_their_passages(
    archive: Archive, tmp_path: Path, make_article: MakeArticle
) -> None:
    original, copy = make_article("a", source="एक"), make_article("b", source="दो")
    ingest(archive, [_write(tmp_path, original, copy)])
    passages = archive.living()
    with archive.catalog.transaction() as connection:
        held = archive.catalog.in_force("b")
        assert held is not None
        connection.execute(
            "DELETE FROM vectors WHERE passage_id IN (SELECT passage_id FROM passages WHERE article_key = ?)", held[:1]
        )
        connection.execute("DELETE FROM passages WHERE article_key = ?", held[:1])
        archive.catalog.next_seq()
    with archive.writing():
        archive.rebuild()
    assert check(archive) == []
    summary = ingest(archive, [_write(tmp_path, original, copy)])
    assert (_counts(summary), summary.passages_embedded) == ((0, 0, 2, 0, 0), 0)
    assert archive.living() == passages
    assert check(archive) == []


def test_a_file_handed_over_again_is_unchanged_wherever_it_lies(archive: Archive, tmp_path: Path) -> None:
    outcomes = []
    for folder, text in (("one", "पुल मार्च में खुलेगा।"), ("two", "पुल मार्च में खुलेगा।"), ("three", "पुल मई में खुलेगा।")):
        path = tmp_path / folder
        path.write_text(text, encoding="utf-8")
        outcomes.append(_counts(ingest(archive, [NamedFile(path, "पुल.txt")], source="दर्पण")))
    assert outcomes == [(1, 0, 0, 0, 0), (0, 0, 1, 0, 0), (0, 1, 0, 0, 0)]
    assert archive.article("दर्पण/पुल.txt")
