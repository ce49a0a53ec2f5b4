"""Tables of tensors in safetensors files, from strangers: what a file says of itself is checked before it is read."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

import safetensors
import safetensors.torch
import torch
from torch import Tensor

from vaegui.storing import size_of
from vaegui.words import tr

LARGEST_HEADER = 1 << 18  # bytes; that of a deep network takes 30,000
DTYPES = {
    "BOOL": torch.bool,
    "U8": torch.uint8,
    "I16": torch.int16,
    "I32": torch.int32,
    "I64": torch.int64,
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F32": torch.float32,
    "F64": torch.float64,
}


class Spec(NamedTuple):
    """What a tensor is, but for its values."""

    dtype: torch.dtype
    shape: tuple[int, ...]


def spec_of(tensor: Tensor) -> Spec:
    """Describe a tensor."""
    return Spec(tensor.dtype, tuple(tensor.shape))


def describe(path: Path) -> dict[str, Spec]:
    """Read what a file says it holds, and check that it has the size for it; takes no more memory than its header.

    Raises:
        ValueError: when it is no such file.
        OSError: when it cannot be read.
    """
    size = size_of(path)
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        if not 2 <= length <= min(LARGEST_HEADER, size - 8):
            raise ValueError(tr("it is no table of tensors, or was cut short"))
        header = file.read(length)
    try:
        entries = json.loads(header)
    except (ValueError, RecursionError):
        raise ValueError(tr("its header is broken")) from None
    if not isinstance(entries, dict):
        raise ValueError(tr("its header is broken"))
    entries.pop("__metadata__", None)
    specs, parts = {}, []
    for name, entry in entries.items():
        spec, begin, end = _entry(entry)
        if end - begin != math.prod(spec.shape) * spec.dtype.itemsize:
            raise ValueError(tr("the size of {tensor} is not that of its shape", tensor=name[:50]))
        specs[name] = spec
        parts.append((begin, end))
    place = 0
    for begin, end in sorted(parts):
        if begin != place:
            raise ValueError(tr("its tensors overlap, or leave gaps"))
        place = end
    if place != size - 8 - length:
        raise ValueError(tr("its size is not that of its tensors"))
    return specs


def _entry(entry: Any) -> tuple[Spec, int, int]:
    def sizes(values: Any, most: int) -> tuple[int, ...]:
        if not isinstance(values, list) or len(values) > most:
            raise ValueError(tr("its header is broken"))
        if not all(isinstance(n, int) and not isinstance(n, bool) and 0 <= n < 1 << 48 for n in values):
            raise ValueError(tr("its header is broken"))
        return tuple(values)

    if not isinstance(entry, dict) or not isinstance(entry.get("dtype"), str) or entry["dtype"] not in DTYPES:
        raise ValueError(tr("its header is broken"))
    offsets = sizes(entry.get("data_offsets"), 2)
    if len(offsets) != 2:
        raise ValueError(tr("its header is broken"))
    return Spec(DTYPES[entry["dtype"]], sizes(entry.get("shape"), 8)), *offsets


def unpack(content: bytes) -> dict[str, Tensor]:
    """Read a table from a file's content; never from a mapped file, which kills the process when it is truncated.

    Raises:
        ValueError: when it is broken.
    """
    try:
        tensors: dict[str, Tensor] = safetensors.torch.load(content)
    except (safetensors.SafetensorError, ValueError, KeyError, RuntimeError) as error:
        raise ValueError(str(error)) from None
    return tensors


def pack(tensors: Mapping[str, Tensor]) -> bytes:
    """The content of a file."""
    content: bytes = safetensors.torch.save(dict(tensors))
    return content
