"""The curves are drawn from the logs, a repeated step once, the thawed part behind the first."""

import json
from pathlib import Path

import pytest

from index.training.plot import _rows, main


@pytest.fixture
def logs(tmp_path: Path) -> Path:
    (tmp_path / "thawed").mkdir()
    row = {"nearness": 0.5, "contrast": 1.0, "tokens": 0.2}
    for folder, steps in ((tmp_path, (25, 50, 50)), (tmp_path / "thawed", (25,))):
        for name in ("log.jsonl", "watched.jsonl"):
            lines = [json.dumps({"step": step, **row}) for step in steps]
            (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def test_steps_go_on(logs: Path) -> None:
    assert [row["step"] for row in _rows(logs, "log.jsonl")] == [25, 50, 75]


def test_a_picture_is_written(logs: Path) -> None:
    picture = logs / "curves.png"
    main([str(logs), str(picture)])
    assert picture.read_bytes().startswith(b"\x89PNG")
