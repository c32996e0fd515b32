import asyncio
from pathlib import Path
from typing import Any

import pytest

from index.readers import NamedFile
from rag.web.adding.policy import Policy
from rag.web.adding.uploads import LARGEST_FILE, LONGEST_NAME, UploadGuard, discard, plain_name, received

DIGEST = "a0" * 32
FORM = ("content-type", "multipart/form-data; boundary=x")
TEXT = ("content-type", "text/plain")
SHORT = ("content-length", "5")
HERE = ("host", "127.0.0.1:7860")


def answered(policy: Policy, *headers: tuple[str, str]) -> int:
    """Return the status of the answer to a request with these headers, 200 where it came past the guard."""
    sent: list[Any] = []

    async def send(message: Any) -> None:
        sent.append(message)

    async def receive() -> Any:
        raise AssertionError("not a byte of it is read")

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    raw = [(name.encode(), value.encode()) for name, value in headers]
    scope = {"type": "http", "client": ("127.0.0.1", 1), "headers": raw}
    asyncio.run(UploadGuard(app, policy)(scope, receive, send))
    return int(sent[0]["status"])


@pytest.mark.parametrize(
    "kinds", [(FORM,), (FORM, TEXT), (TEXT, FORM), (("content-type", " Multipart/Form-Data ; boundary=x"),)]
)
def test_a_form_is_guarded_whatever_else_it_says_it_is(kinds: tuple[tuple[str, str], ...]) -> None:
    assert answered(Policy("off"), HERE, SHORT, *kinds) == 403
    assert answered(Policy("auto"), HERE, SHORT, *kinds) == 200
    assert answered(Policy("off"), HERE, SHORT, TEXT) == 200


def test_of_a_header_that_comes_twice_the_first_counts() -> None:
    assert answered(Policy("auto"), FORM, SHORT, ("host", "news.example"), HERE) == 403
    assert answered(Policy("auto"), FORM, SHORT, HERE, ("x-forwarded-for", "")) == 403


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ([], 411),
        ([("content-length", "-1")], 411),
        ([("content-length", "१")], 411),
        ([SHORT, ("transfer-encoding", "chunked")], 411),
        ([("content-length", str(2 * LARGEST_FILE))], 413),
    ],
)
def test_a_form_has_its_length_and_is_not_too_large(headers: list[tuple[str, str]], status: int) -> None:
    assert answered(Policy("auto"), HERE, FORM, *headers) == status


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of uploads with one file in it, and a file beside it."""
    uploads = tmp_path / "uploads"
    (uploads / DIGEST).mkdir(parents=True)
    (uploads / DIGEST / "a.txt").write_text("पुल खुला।", encoding="utf-8")
    (uploads / "loose.txt").write_text("x")
    (tmp_path / "secret.txt").write_text("x")
    return uploads


def test_what_was_sent_is_found(folder: Path) -> None:
    assert received(str(folder / DIGEST / "a.txt"), folder) == folder / DIGEST / "a.txt"


@pytest.mark.parametrize(
    "claimed",
    [
        "/etc/passwd",
        "",
        "\0",
        "None",
        "{folder}/loose.txt",
        "{folder}/" + DIGEST,
        "{folder}/" + DIGEST + "/b.txt",
        "{folder}/" + DIGEST + "/../loose.txt",
        "{folder}/" + DIGEST + "/../../secret.txt",
        "{folder}/" + DIGEST + "/link.txt",
        "{folder}/../uploads/" + DIGEST + "/../../secret.txt",
    ],
)
def test_nothing_else_is_taken_for_it(folder: Path, claimed: str) -> None:
    (folder / DIGEST / "link.txt").symlink_to(folder.parent / "secret.txt")
    assert received(claimed.replace("{folder}", str(folder)), folder) is None


def test_a_folder_that_leads_elsewhere_is_no_upload(folder: Path) -> None:
    outside = folder.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text("x")
    (folder / ("b1" * 32)).symlink_to(outside)
    assert received(str(folder / ("b1" * 32) / "a.txt"), folder) is None


def test_a_name_is_text_and_bounded() -> None:
    assert plain_name("पुल की ख़बर.txt") == plain_name("पुल की ख़बर.txt")  # composed or not, one identity
    assert plain_name("<b>.txt") == "<b>.txt"
    long = plain_name("क" * 999 + ".jsonl")
    assert (len(long), long[-7:]) == (LONGEST_NAME + 1, "क.jsonl")
    assert plain_name("x" * 999) == "x" * LONGEST_NAME
    assert plain_name("\ud800.txt") == "?.txt"
    assert plain_name("/") == ""


def test_what_has_been_read_is_deleted_with_its_folder(folder: Path) -> None:
    files = [NamedFile(folder / DIGEST / "a.txt", "a.txt")]
    discard([*files, *files])
    assert not (folder / DIGEST).exists()
    assert folder.exists()


def test_what_another_has_sent_of_the_same_content_stays(folder: Path) -> None:
    other = folder / DIGEST / "b.txt"
    other.write_text("पुल खुला।", encoding="utf-8")
    discard([NamedFile(folder / DIGEST / "a.txt", "a.txt")])
    assert received(str(other), folder) == other
