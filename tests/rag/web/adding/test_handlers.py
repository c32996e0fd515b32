from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from index import ingest as ingesting
from index.archive import Archive
from index.errors import ArchiveError, UnreadableError
from rag.web.adding import handlers
from rag.web.adding.handlers import Adding
from rag.web.adding.policy import Policy
from rag.web.here import Caller

HERE = Caller("127.0.0.1", {"host": "127.0.0.1:7860"})
ELSEWHERE = Caller("127.0.0.1", {"host": "127.0.0.1:7860", "x-forwarded-for": "203.0.113.7"})
Give = Callable[..., list[str]]


@pytest.fixture
def uploads(tmp_path: Path) -> Path:
    return tmp_path / "uploads"


@pytest.fixture
def give(archive: Archive, uploads: Path) -> Give:
    """Return a function that hands over files, by name and content, and yields the reports."""

    def reports(
        files: Mapping[str, str] | None = None, policy: str = "auto", who: Caller = HERE, **more: Any
    ) -> list[str]:
        sent: list[Any] = []
        for n, (name, text) in enumerate((files or {}).items()):
            path = uploads / f"{n:064x}" / "sent"
            path.parent.mkdir(parents=True)
            path.write_text(text, encoding="utf-8")
            sent.append({"path": str(path), "name": name})
        language = more.pop("language", "en")
        given = {"files": more.pop("claimed", sent), "address": "", "source": "", **more}
        return list(Adding(archive, Policy(policy)).add(given, who, language, uploads))  # type: ignore[arg-type]

    return reports


def test_files_go_in_and_leave_nothing_behind(give: Give, archive: Archive, uploads: Path) -> None:
    last = give({"पुल की ख़बर.txt": "पुल मार्च में खुलेगा।", "b.pdf": "nothing"}, source="  नगर\u202e  दर्पण ")[-1]
    assert "Done (articles: 1)" in last
    assert "पुल की ख़बर.txt" in last
    assert "<strong>Added</strong>" in last
    assert "<strong>Failed</strong>" in last
    assert archive.article("नगर दर्पण/पुल की ख़बर.txt")
    assert list(uploads.iterdir()) == []
    assert "<strong>Unchanged</strong>" in give({"पुल की ख़बर.txt": "पुल मार्च में खुलेगा।"}, source="नगर दर्पण")[-1]


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.txt", "", "ख़ाली है: इसमें कोई पाठ नहीं है"),
        ("a.jpg", "x", "इस तरह की फ़ाइल नहीं पढ़ी जाती"),
        ("a.pdf", "%PDF-1.7 <b>", "यह PDF पढ़ी नहीं जा सकती"),
        ("a.html", "<nav><a href='/'>Home</a></nav>", "पन्ने पर किसी लेख का पाठ नहीं मिला"),
        ("a.csv", "name,<b>\nx,y\n", "इनमें से किस स्तंभ में लेख का पाठ है, पता नहीं चलता: name, &lt;b&gt;;"),
        ("a.jsonl", '{"body": 5}', "1: “body” में पाठ होना चाहिए"),
        ("a.xml", "<?xml version='1.0'?><urlset></urlset>", "यह XML फ़ाइल न RSS या Atom फ़ीड है"),
    ],
)
def test_why_a_file_failed_is_told_in_the_language_of_the_page(give: Give, name: str, text: str, told: str) -> None:
    report = give({name: text}, language="hi")[-1]
    assert f'<span class="kh-detail" lang="hi">{told}' in report
    assert "<strong>नहीं जुड़ा</strong>" in report
    assert 'lang="en"><' not in report


@pytest.mark.parametrize(("policy", "who"), [("off", HERE), ("auto", ELSEWHERE)])
def test_who_may_not_add_is_refused_on_the_server(give: Give, archive: Archive, policy: str, who: Caller) -> None:
    reports = give({"a.txt": "पुल मार्च में खुलेगा।"}, policy, who)
    assert len(reports) == 1
    assert "cannot be added" in reports[0]
    assert archive.living() == 0


@pytest.mark.parametrize(
    "address", ["/etc/passwd", "seeds/articles", "file:///etc/passwd", "ftp://a.example/x", "C:\\x", "h"]
)
def test_a_path_is_no_address(give: Give, archive: Archive, address: str) -> None:
    assert "no web address" in give(address=address)[-1]
    assert archive.living() == 0


@pytest.mark.parametrize("claim", [{"path": "{secret}", "name": "a.txt"}, {"path": 7}, {}, "x", None])
def test_a_file_that_nobody_sent_is_not_read(give: Give, archive: Archive, tmp_path: Path, claim: Any) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("पुल मार्च में खुलेगा।", encoding="utf-8")
    if isinstance(claim, dict) and isinstance(claim.get("path"), str):
        claim = {**claim, "path": str(secret)}
    assert "did not arrive" in give(claimed=[claim])[-1]
    assert secret.exists()
    assert archive.living() == 0


def test_too_many_or_too_much_is_refused_and_goes_away(
    give: Give, archive: Archive, uploads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "At most 50 files" in give({f"{n}.txt": "x" for n in range(51)})[-1]
    assert list(uploads.iterdir()) == []
    monkeypatch.setattr(handlers, "LARGEST_TOGETHER", 8)
    assert "Together the files are larger" in give({"a.txt": "12345", "b.txt": "12345"})[-1]
    monkeypatch.setattr(handlers, "LARGEST_FILE", 4)
    assert "did not arrive" in give({"c.txt": "12345"})[-1]
    assert archive.living() == 0
    assert [path for path in uploads.rglob("*") if path.is_file()] == []


def test_one_that_did_not_arrive_keeps_none_of_the_others(give: Give, archive: Archive, uploads: Path) -> None:
    for n, wrong in enumerate(({"path": "x", "name": "x.txt"}, "x", None, {"path": "{kept}", "name": "/"})):
        kept = uploads / f"{n:064x}" / "sent"
        kept.parent.mkdir(parents=True)
        kept.write_text("The lake rose.")
        if isinstance(wrong, dict):
            wrong = {**wrong, "path": wrong["path"].replace("{kept}", str(kept))}
        assert "press Add to send it again" in give(claimed=[wrong, {"path": str(kept), "name": "a.txt"}])[-1]
        assert list(uploads.iterdir()) == []
    assert archive.living() == 0


def test_a_file_that_goes_away_while_it_is_looked_at_did_not_arrive(
    give: Give, uploads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handlers, "received", lambda path, folder: uploads / "gone")
    assert "did not arrive" in give({"a.txt": "The lake rose."})[-1]


def test_nothing_given_is_said(give: Give) -> None:
    assert "Please choose a file or give an address" in give()[-1]


def test_an_address_without_its_scheme_is_fetched_by_https(give: Give, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def fetch(url: str, *, public_only: bool = False) -> Any:
        asked.append((url, public_only))
        raise UnreadableError(f"{url}: not today: try <b>tomorrow</b>")

    monkeypatch.setattr("index.readers.fetch", fetch)
    report = give(address=" news.example/a ")[-1]
    assert "https://news.example/a" in report
    assert "not today: try &lt;b&gt;tomorrow" in report
    give(address="http://news.example/a", policy="on", who=ELSEWHERE)
    assert asked == [("https://news.example/a", False), ("http://news.example/a", True)]


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1/x", "http://10.0.0.1/", "http://169.254.169.254/latest", "http://[::1]/"]
)
def test_whoever_is_elsewhere_reaches_no_private_network(give: Give, address: str) -> None:
    assert "leads into a private network" in give(address=address, policy="on", who=ELSEWHERE)[-1]
    assert "किसी निजी नेटवर्क" in give(address=address, policy="on", who=ELSEWHERE, language="hi")[-1]


def test_a_busy_archive_is_said_in_the_reader_s_words(give: Give, archive: Archive) -> None:
    with archive.writing():
        report = give({"a.txt": "पुल मार्च में खुलेगा।"})[-1]
    assert "Somebody else is adding" in report
    assert str(archive.folder) not in report


@pytest.mark.parametrize("error", [ArchiveError("archive: the disk is full"), RuntimeError("secret detail")])
def test_what_goes_wrong_is_said_calmly(
    give: Give, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, error: Exception
) -> None:
    def fail(*arguments: Any, **options: Any) -> Any:
        raise error

    monkeypatch.setattr(ingesting, "ingest", fail)
    report = give({"a.txt": "पुल मार्च में खुलेगा।"})[-1]
    assert "Something went wrong" in report
    assert ("the disk is full" in report) is isinstance(error, ArchiveError)
    assert "secret detail" not in report + caplog.text
    assert ("RuntimeError" in caplog.text) is isinstance(error, RuntimeError)


def test_a_hostile_name_is_text(give: Give) -> None:
    report = give({'<img src=x onerror="window.broken=1">\u202e.txt': "पुल मार्च में खुलेगा।"})[-1]
    assert "<img" not in report
    assert "&lt;img src=x" in report
    assert "\u202e" not in report
