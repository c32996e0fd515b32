"""Reads safetensors files as numpy arrays, mapped and not copied; eight-bit floats, which numpy lacks, by a table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

# Format: https://github.com/huggingface/safetensors (eight bytes of length, a JSON header, the data).
_LENGTH_BYTES = 8
_LONGEST_HEADER = 100_000_000
_KINDS = {"F32": "<f4", "F16": "<f2", "BF16": "<u2", "F8_E4M3": "u1", "I32": "<i4", "I64": "<i8"}
_MANTISSA, _EXPONENT_BIAS = 8, 7


@dataclass(frozen=True, slots=True, eq=False)
class StoredTensor:
    """A tensor as it lies in the file: `data` are its values, or their bits where numpy has no such `kind`."""

    kind: str
    data: NDArray[np.generic]

    def rows(self, numbers: NDArray[np.integer]) -> NDArray[np.float32]:
        """Return rows (n, d) in 32 bits."""
        return _widened(self.kind, self.data[numbers])

    def exact(self) -> NDArray[np.float32]:
        """Return all of it in 32 bits."""
        return _widened(self.kind, self.data)


def load(path: Path) -> Mapping[str, StoredTensor]:
    """Map a file. Raises ValueError where it is not a whole safetensors file of numbers known here, OSError unread."""
    # A private copy where written to: torch wants to be able to.
    mapped = np.memmap(path, dtype=np.uint8, mode="c").view(np.ndarray)
    length = int.from_bytes(mapped[:_LENGTH_BYTES].tobytes(), "little")
    if not 0 < length <= min(_LONGEST_HEADER, len(mapped) - _LENGTH_BYTES):
        raise ValueError(f"{path}: not a safetensors file")
    header = json.loads(mapped[_LENGTH_BYTES : _LENGTH_BYTES + length].tobytes())
    data = mapped[_LENGTH_BYTES + length :]
    found = {}
    for name, told in header.items():
        if name == "__metadata__":
            continue
        kind, (begin, end) = told["dtype"], told["data_offsets"]
        if kind not in _KINDS or not 0 <= begin <= end <= len(data):
            raise ValueError(f"{path}: tensor {name} ({kind}) cannot be read")
        found[name] = StoredTensor(kind, data[begin:end].view(_KINDS[kind]).reshape(told["shape"]))
    return found


def _widened(kind: str, data: NDArray[np.generic]) -> NDArray[np.float32]:
    if kind == "F8_E4M3":
        return np.take(_eight_bit_values(), data.view(np.uint8))
    if kind == "BF16":
        return np.asarray((data.astype(np.uint32) << 16).view(np.float32))
    return data.astype(np.float32)


@cache
def _eight_bit_values() -> NDArray[np.float32]:
    """Return the 256 numbers of E4M3 without infinities (Micikevicius et al., arXiv:2209.05433)."""
    bits = np.arange(128)
    exponent, mantissa = bits // _MANTISSA, bits % _MANTISSA / _MANTISSA
    normal = np.ldexp(1 + mantissa, exponent - _EXPONENT_BIAS)
    values = np.where(exponent == 0, np.ldexp(mantissa, 1 - _EXPONENT_BIAS), normal)
    values[127] = np.nan
    return np.concatenate([values, -values]).astype(np.float32)
