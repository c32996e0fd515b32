"""What training was at, on disk: whole or not there, also where the process ends while it is written."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import torch


def keep(path: Path, state: Mapping[str, object]) -> None:
    """Write a state of tensors, numbers and words in place of the one before."""
    temporary = path.with_suffix(".tmp")
    torch.save(dict(state), temporary)
    temporary.replace(path)


def take_up(path: Path) -> dict[str, Any] | None:
    """Return the state that was kept, None where there is none. Nothing but tensors and plain values is read."""
    return dict(torch.load(path, weights_only=True)) if path.exists() else None
