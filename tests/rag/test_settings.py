"""Settings: where they come from and who wins; what the page on writers says of them holds."""

import json
from pathlib import Path

import pytest
import regex

from index.errors import UsageError
from rag.settings import FILE_VARIABLE, Settings

WRITERS_PAGE = Path(__file__).parents[2] / "docs" / "writers.md"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "khabar.toml"
    path.write_text('quotes = 2\nwriter_tokens = 100\nchannels = ["dense"]\n', encoding="utf-8")
    monkeypatch.setenv(FILE_VARIABLE, str(path))
    return path


@pytest.mark.usefixtures("file")
def test_what_is_given_wins_over_the_environment_over_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KHABAR_WRITER_TOKENS", "200")
    settings = Settings.from_environment(writer_tokens=None)
    assert (settings.quotes, settings.writer_tokens, settings.channels) == (2, 200, frozenset({"dense"}))
    assert Settings.from_environment(writer_tokens=300).writer_tokens == 300


def test_an_unknown_name_in_the_file_is_an_error(file: Path) -> None:
    file.write_text("quote = 2", encoding="utf-8")
    with pytest.raises(UsageError, match="KHABAR_QUOTE"):
        Settings.from_environment()


def test_the_page_on_writers_tells_the_defaults() -> None:
    rows = regex.findall(r"^\| (`.+?) \| (.+?) \|", WRITERS_PAGE.read_text(encoding="utf-8"), regex.MULTILINE)
    told: dict[str, str] = {}
    for names, defaults in rows:
        keys, values = regex.findall(r"`(\w+)`", names), defaults.replace("`", "").split(", ")
        told |= dict(zip(keys, values * (len(keys) // len(values)), strict=True))
    assert len(told) > 10
    for name, default in told.items():
        value = Settings.model_fields[name].default
        assert default == (value if isinstance(value, str) else json.dumps(value).removesuffix(".0"))
