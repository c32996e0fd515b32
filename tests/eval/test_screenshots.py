import shutil
import struct
from pathlib import Path

import pytest

from eval.screenshots import PICTURES, main, served, take
from index.errors import UsageError

DOCS = Path(__file__).parents[2] / "docs" / "screenshots"


def size_of(picture: Path) -> tuple[int, ...]:
    """Return width and height from the header of a PNG file."""
    return struct.unpack(">II", picture.read_bytes()[16:24])


def test_the_pictures_of_the_docs_are_those_that_the_command_takes() -> None:
    assert {path.stem for path in DOCS.glob("*.png")} == {picture.name for picture in PICTURES}
    assert {picture.locale for picture in PICTURES} == {"hi-IN", "en-IN"}
    assert all(size_of(DOCS / f"{picture.name}.png") == (picture.width, picture.height) for picture in PICTURES)


def test_without_a_browser_the_command_says_what_to_install(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("shutil.which", lambda name: None)
    with pytest.raises(UsageError, match="chromium"):
        main(tmp_path, None)


def test_a_chat_that_does_not_come_up_is_a_clear_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="does not answer"), served(tmp_path / "no archive"):
        pass


@pytest.mark.slow
@pytest.mark.browser
def test_a_picture_is_taken(sample_archive: Path, tmp_path: Path) -> None:
    chromium = shutil.which("chromium")
    if chromium is None:
        pytest.skip("no chromium here: run `sh tests/install-browser.sh` as root")
    with served(sample_archive) as address:
        (path,) = take(PICTURES[3:4], address, chromium, tmp_path)
    assert size_of(path) == (PICTURES[3].width, PICTURES[3].height)
