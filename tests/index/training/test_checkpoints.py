"""A checkpoint is whole or not there, and holds no code."""

import pickle
from pathlib import Path

import pytest
import torch

from index.training import checkpoints


class _Code:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("run",)


def test_what_was_kept_last_is_taken_up(tmp_path: Path) -> None:
    path = tmp_path / "checkpoint.pt"
    assert checkpoints.take_up(path) is None
    for step in (1, 2):
        checkpoints.keep(path, {"step": step, "learnt": torch.full((2,), float(step))})
    state = checkpoints.take_up(path)
    assert state is not None
    assert (state["step"], state["learnt"].tolist()) == (2, [2.0, 2.0])


def test_one_that_could_not_be_written_leaves_the_one_before(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "checkpoint.pt"
    checkpoints.keep(path, {"step": 1})

    def break_off(state: object, to: Path) -> None:
        to.write_bytes(b"half")
        raise OSError("disk full")

    monkeypatch.setattr(torch, "save", break_off)
    with pytest.raises(OSError, match="disk full"):
        checkpoints.keep(path, {"step": 2})
    assert checkpoints.take_up(path) == {"step": 1}


def test_no_code_is_read(tmp_path: Path) -> None:
    torch.save({"step": _Code()}, tmp_path / "checkpoint.pt")
    with pytest.raises(pickle.UnpicklingError):
        checkpoints.take_up(tmp_path / "checkpoint.pt")
