"""The whole way: hostile files of every kind become articles or reasons, and none stops the others."""

import json
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from index.article import Article
from index.errors import UnreadableError
from index.readers import Failure, NamedFile, discover, read
from index.readers.faults import InputFault
from index.reasons import because
from tests.index.readers.pdfs import article_pdf, bomb, raw_pdf

HINDI = "झील का पानी गुरुवार को बढ़ गया। नावें सोमवार से चलेंगी। "
ENGLISH = "The lake rose on Thursday. Boats run from Monday. "
LEGACY = "ljdkj us dgk gS fd fdlkuksa ds fy, u;h ;kstuk esa iSlk fn;k tk,xk vkSj dj ugha yxsxk "
PAGE = f"<!DOCTYPE html><html lang='hi'><body><article><h1>झील</h1><p>{HINDI}</p></article></body></html>"

REFUSED: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "empty"),
    "empty.html": (b"", "empty"),
    "empty.jsonl": (b"\n \n", "empty"),
    "empty.csv": (b"", "empty"),
    "empty.xml": (b"", "empty"),
    "empty.pdf": (b"", "empty"),
    "binary.txt": (bytes(range(256)) * 8, "looks binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(99), "looks binary"),
    "binary.jsonl": (bytes(range(256)) * 8, "looks binary"),
    "one-line.txt": (b"word " * 10_000_000, "too long: 50,000,000 characters"),
    "latin.txt": ("Le café était fermé jeudi.".encode("latin-1"), "iconv -f"),
    "krutidev.txt": (LEGACY.encode() * 3, "old font"),
    "krutidev.html": (f"<article><p>{LEGACY * 3}</p></article>".encode(), "old font"),
    "mojibake.txt": (HINDI.encode().decode("latin-1").encode(), "wrongly decoded"),
    "iscii.txt": (bytes([0xB3, 0xDA, 0xCC, 0x20, 0xD8, 0xE8, 0xC6, 0xDB]) * 9, "ISCII"),
    "menu.html": (b"<html><body><nav><a href='/'>Home</a></nav></body></html>", "no article text found"),
    "large.html": (b"<p>" + b"x" * 11_000_000, "too large"),
    "bomb.pdf": (raw_pdf(bomb(80)), "decompression bomb"),
    "scan.pdf": (raw_pdf(zlib.compress(b"q Q")), "OCR"),
    "broken.pdf": (b"%PDF-1.7\n" + bytes(range(256)), "not a PDF that can be read"),
    "no-body.json": (b'{"headline": "x"}', '"body" is missing'),
    "cut.json": (b'{"body": "abc', "not JSON"),
    "deep.json": (b"[" * 100_000, "nested too deeply"),
    "no-text.csv": (b"name,date\nx,y\n", "no column for the article's text"),
    "site.xml": (b"<?xml version='1.0'?><urlset></urlset>", "neither an RSS or Atom feed"),
    "entities.rss": (b'<rss><!DOCTYPE x [<!ENTITY a "b">]><channel/></rss>', "entities"),
    "photo.jpg": (b"\xff\xd8\xff\xe0" + bytes(99), "not a format Khabar reads (.txt"),
    "letter.docx": (b"PK\x03\x04" + bytes(99), "not a format Khabar reads (.txt"),
    "more.jsonl.gz": (b"\x1f\x8b\x08" + bytes(9), "gunzip"),
}
ACCEPTED: dict[str, bytes] = {
    "plain.txt": HINDI.encode(),
    "utf16.txt": HINDI.encode("utf-16"),
    "utf16-unmarked.txt": (HINDI * 2).encode("utf-16-le"),
    "page.txt": PAGE.encode(),
    "page.htm": PAGE.encode(),
    "broken.html": f"<html><body><p>{HINDI}<div><b>".encode(),
    "feed.atom": f"<feed><entry><id>urn:1</id><summary>{HINDI}</summary></entry></feed>".encode(),
    "list.json": json.dumps([{"body": HINDI}]).encode(),
    "lines.ndjson": json.dumps({"body": HINDI}).encode(),
    "table.tsv": f"पाठ\tतारीख\n{HINDI}\t2025-12-04\n".encode(),
    "paper.PDF": article_pdf("Lake fills up", [ENGLISH]),
}


def _write(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def _ids(target: Path) -> list[str]:
    items = list(read(str(target)))
    assert all(isinstance(item, Article) for item in items), items
    return [item.id for item in items if isinstance(item, Article)]


@pytest.mark.parametrize("name", REFUSED)
def test_a_bad_file_is_a_failure_with_its_reason(tmp_path: Path, name: str) -> None:
    data, reason = REFUSED[name]
    _write(tmp_path, {name: data})
    (failure,) = read(str(tmp_path / name))
    assert isinstance(failure, Failure)
    assert failure.path == str(tmp_path / name)
    assert reason in str(failure.reason)
    assert "\n" not in str(failure.reason)
    assert len(str(failure.reason)) <= 300


def test_bad_files_never_stop_the_good_ones(tmp_path: Path) -> None:
    slow = {"bomb.pdf", "scan.pdf", "broken.pdf", "one-line.txt"}
    bad = {name: data for name, (data, _) in REFUSED.items() if name not in slow}
    _write(tmp_path, {**bad, **ACCEPTED})
    items = list(read(str(tmp_path)))
    failed = {Path(item.path).name for item in items if isinstance(item, Failure)}
    articles = [item for item in items if isinstance(item, Article)]
    assert failed == set(bad)
    assert len(articles) == len(ACCEPTED)
    assert len({article.id for article in articles}) == len(ACCEPTED)
    for article in articles:
        expected = ENGLISH if article.language == "en" else HINDI
        assert article.body.strip().startswith(expected.strip())


def test_the_way_one_starts_does_not_change_an_identity(tmp_path: Path) -> None:
    outlet = tmp_path / "tree" / "ganga"
    _write(outlet, {"source.json": json.dumps({"source": "गंगा समाचार"}).encode(), "2025/05/a.txt": HINDI.encode()})
    _write(outlet, {"2025/lines.jsonl": (json.dumps({"body": HINDI}) + "\n").encode()})
    expected = ["गंगा समाचार/2025/05/a.txt", "गंगा समाचार/2025/lines.jsonl#1"]
    assert _ids(tmp_path / "tree") == expected
    assert _ids(outlet) == expected
    assert _ids(outlet / "2025") == expected
    assert _ids(outlet / "2025/05/a.txt") == expected[:1]


def test_without_a_sidecar_names_are_counted_from_the_target(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _write(tmp_path / "desk", {"may/a.txt": HINDI.encode()})
    assert _ids(tmp_path / "desk") == ["desk/may/a.txt"]
    assert _ids(tmp_path / "desk/may/a.txt") == ["may/a.txt"]
    monkeypatch.chdir(tmp_path / "desk")
    assert _ids(Path()) == ["desk/may/a.txt"]
    assert _ids(Path("../desk/may")) == ["may/a.txt"]
    (article,) = read(".", source="मेरा")
    assert isinstance(article, Article)
    assert (article.id, article.source) == ("मेरा/may/a.txt", "मेरा")


def test_sidecars_give_defaults_and_a_broken_one_is_told_once(tmp_path: Path) -> None:
    sidecar = {"source": "The Courier", "language": "en", "rights": "CC BY", "section": "India"}
    _write(tmp_path, {"c/source.json": json.dumps(sidecar).encode(), "c/a.txt": ENGLISH.encode()})
    _write(tmp_path, {"x/source.json": b"{bad", "x/a.txt": HINDI.encode(), "x/b.txt": HINDI.encode()})
    courier, broken, first, second = read(str(tmp_path))
    assert isinstance(courier, Article)
    assert (courier.source, courier.rights, courier.section) == ("The Courier", "CC BY", "India")
    assert isinstance(broken, Failure)
    assert broken.path == str(tmp_path / "x" / "source.json")
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [first.id, second.id] == ["x/a.txt", "x/b.txt"]


def test_lines_are_told_by_their_number(tmp_path: Path) -> None:
    rows = [
        '{"body": "एक।", "published": "कल"}',
        '{"body": 5}',
        '{"body": "' + "x" * 2_000_001 + '"}',
        '{"body": "दो।"}',
    ]
    _write(tmp_path, {"a.jsonl": "\n".join(rows).encode()})
    path = str(tmp_path / "a.jsonl")
    first, wrong, long, last = read(path)
    assert isinstance(first, Article)
    assert (first.published, first.extra) == (None, {"published_raw": "कल"})
    assert wrong == Failure(f"{path}:2", because(InputFault.NOT_TEXT, field="body", detail="a number"))
    assert isinstance(long, Failure)
    assert long.path == f"{path}:3"
    assert isinstance(last, Article)
    assert last.id.endswith("/a.jsonl#4")


def test_notes_and_sidecars_count_only_when_named(tmp_path: Path) -> None:
    _write(tmp_path, {"README.md": b"# Notes", "source.json": b"{}", ".hidden.txt": b"x", "a.txt": HINDI.encode()})
    assert len(_ids(tmp_path)) == 1
    for name, reason in (("README.md", "not a format Khabar reads"), ("source.json", "describes the articles")):
        (failure,) = read(str(tmp_path / name))
        assert isinstance(failure, Failure)
        assert reason in str(failure.reason)


def _missing(folder: Path) -> Path:
    return folder / "nowhere"


def _pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe.txt")
    return folder / "pipe.txt"


def _dead_link(folder: Path) -> Path:
    (folder / "link").symlink_to("nowhere")
    return folder / "link"


def _looping_link(folder: Path) -> Path:
    (folder / "loop").symlink_to("loop")
    return folder / "loop"


@pytest.mark.parametrize("make", [_missing, _pipe, _dead_link, _looping_link])
def test_a_target_that_cannot_be_opened_is_an_error_in_one_line(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    target = str(make(tmp_path))
    with pytest.raises(UnreadableError) as caught:
        list(read(target))
    assert str(caught.value).startswith(f"{target}: ")
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing can be denied to root")
def test_no_permission(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": HINDI.encode(), "b.txt": HINDI.encode()})
    (tmp_path / "a.txt").chmod(0)
    first, second = read(str(tmp_path))
    assert first == Failure(str(tmp_path / "a.txt"), because(InputFault.DENIED))
    assert isinstance(second, Article)
    with pytest.raises(UnreadableError, match="permission denied"):
        list(read(str(tmp_path / "a.txt")))


def test_a_file_that_goes_away_while_others_are_read(tmp_path: Path) -> None:
    _write(tmp_path, {"a.txt": HINDI.encode(), "b.txt": HINDI.encode(), "c.txt": HINDI.encode()})
    items = read(str(tmp_path))
    next(items)
    (tmp_path / "b.txt").unlink()
    gone, last = items
    assert isinstance(gone, Failure)
    assert "not there" in str(gone.reason)
    assert isinstance(last, Article)


def test_odd_items_are_failures_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"body": "One.", "x": 1e999}\n{"body": "Two."}\n', encoding="utf-8")
    page = '<script type="application/ld+json">{"@type":"NewsArticle","url":"https://n.example/\\ud800"}</script>'
    (tmp_path / "b.html").write_text(
        f"<html>{page}<article><p>The lake rose on Monday.</p></article>", encoding="utf-8"
    )
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/c\xff.txt")).write_text("Three rose.", encoding="utf-8")
    (tmp_path / "d.xml").write_text(
        '<rss version="2.0"><channel><item><title>a&#xD800;b</title><description>Four.</description></item>'
        "<item><title>c</title><description>Five.</description></item></channel></rss>",
        encoding="utf-8",
    )
    items = list(read(str(tmp_path)))
    assert [item.body for item in items if isinstance(item, Article)] == [
        "Two.",
        "The lake rose on Monday.",
        "Three rose.",
        "Four.",
        "Five.",
    ]
    for item in items:
        str(item).encode("utf-8")
    assert [str(item.reason) for item in items if isinstance(item, Failure)] == [
        "not JSON: 1e999 is larger than a number can be"
    ]


def test_what_a_reader_did_not_foresee_is_the_files_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("One.", encoding="utf-8")
    monkeypatch.setattr("index.readers.text.read", lambda document: 1 // 0)
    (failure,) = read(str(tmp_path))
    assert isinstance(failure, Failure)
    assert "ZeroDivisionError" in str(failure.reason)


def test_an_empty_folder_holds_nothing(tmp_path: Path) -> None:
    assert list(read(str(tmp_path))) == []


def test_discover_names_every_file_of_a_folder(tmp_path: Path) -> None:
    _write(tmp_path, {"x/a.txt": b"a", "x/b.jpg": b"b", "y.txt": b"c"})
    assert discover(str(tmp_path)) == [tmp_path / "x/a.txt", tmp_path / "x/b.jpg", tmp_path / "y.txt"]


def test_heavy_libraries_are_not_loaded_before_they_are_needed() -> None:
    heavy = ["trafilatura", "lxml", "feedparser", "pypdf", "httpx", "torch"]
    code = f"import sys, index.readers; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_named_file_is_known_by_its_name_wherever_it_lies(tmp_path: Path) -> None:
    name = "मोतीपुर की झील.txt"
    found = []
    for folder in ("3f", "a0"):
        path = tmp_path / folder / "upload.bin"
        path.parent.mkdir()
        (path.parent / "source.json").write_text('{"source": "somebody else"}', encoding="utf-8")
        path.write_text(HINDI, encoding="utf-8")
        found += [read(NamedFile(path, name)), read(NamedFile(path, f"../{name}"), source="नगर दर्पण")]
    ids = [article.id for item in found for article in item if isinstance(article, Article)]
    assert ids == [name, f"नगर दर्पण/{name}"] * 2


def test_a_named_file_that_is_bad_fails_under_its_name(tmp_path: Path) -> None:
    (tmp_path / "x").write_bytes(bytes(range(256)) * 8)
    reasons = {}
    for name in ("notes.txt", "source.json", "photo.jpg"):
        (failure,) = read(NamedFile(tmp_path / "x", name))
        assert isinstance(failure, Failure)
        reasons[failure.path] = str(failure.reason)
    assert reasons["notes.txt"].startswith("looks binary")
    assert reasons["source.json"].startswith("describes the articles")
    assert reasons["photo.jpg"].startswith("not a format")
    (failure,) = read(NamedFile(tmp_path / "gone", "gone.txt"))
    assert isinstance(failure, Failure)
    assert str(failure.reason).startswith("not there")
