"""16-bit arithmetic where it is quick: on GPUs and some newer processors."""

from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import Any


def quick_arithmetic(device_type: str) -> AbstractContextManager[Any]:
    """Return 16-bit arithmetic for passages where it is about twice as quick: GPUs and some newer processors.

    Questions keep 32 bits: a single one gains nothing.
    """
    import torch

    if device_type == "cuda" or (device_type == "cpu" and processor_has_bfloat16()):
        return torch.autocast(device_type, torch.bfloat16)
    return nullcontext()


@cache
def processor_has_bfloat16() -> bool:
    """Tell whether the processor multiplies bfloat16 itself; false where there is no /proc/cpuinfo to say so."""
    try:
        described = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        return False
    return bool({"avx512_bf16", "amx_bf16"} & set(described.split()))
