import json
from pathlib import Path

import pytest

from index.readers.sidecar import Defaults, Sidecars


def _write(folder: Path, **values: object) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.json").write_text(json.dumps(values), encoding="utf-8")


def test_the_nearest_folder_wins_and_the_outer_fills_in(tmp_path: Path) -> None:
    _write(tmp_path, source="गंगा समाचार", language="hi", rights="CC0")
    _write(tmp_path / "sport", section="खेल", rights="CC BY")
    (tmp_path / "sport" / "2025").mkdir()
    sidecars = Sidecars()
    assert sidecars.look_up(tmp_path) == (Defaults("गंगा समाचार", "hi", "CC0", ""), tmp_path)
    expected = Defaults("गंगा समाचार", "hi", "CC BY", "खेल")
    assert sidecars.look_up(tmp_path / "sport" / "2025") == (expected, tmp_path / "sport")
    assert sidecars.take_failures() == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("{bad", "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"source": 5}', '"source" must be a text'),
        ("", "empty"),
        ("[" * 100_000, "not JSON"),
    ],
)
def test_a_broken_sidecar_is_told_once_and_stands_for_nothing(tmp_path: Path, text: str, reason: str) -> None:
    (tmp_path / "source.json").write_text(text, encoding="utf-8")
    sidecars = Sidecars()
    for _ in range(2):
        assert sidecars.look_up(tmp_path) == (Defaults(), tmp_path)
    ((path, told),) = sidecars.take_failures()
    assert path == tmp_path / "source.json"
    assert reason in str(told)
    assert sidecars.take_failures() == []


def test_folders_may_be_very_deep() -> None:
    assert Sidecars().look_up(Path("/", *["d"] * 3000)) == (Defaults(), None)
