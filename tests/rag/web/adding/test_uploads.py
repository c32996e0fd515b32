from pathlib import Path

import pytest

from index.readers import NamedFile
from rag.web.adding.uploads import LONGEST_NAME, discard, plain_name, received

DIGEST = "a0" * 32


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
