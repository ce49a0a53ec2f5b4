"""Arrays from strangers' files: what a file says of itself is checked before anything is allocated."""

from __future__ import annotations

import contextlib
import gzip
import math
import zlib
from pathlib import Path

import numpy as np

from vaegui.settings import UserError


def find_idx(folder: Path, name: str) -> Path | None:
    """Return the path of an IDX file in a folder, plain or .gz, or None when it is not there."""
    with contextlib.suppress(OSError):  # a folder that may not be looked into holds nothing for us
        return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)
    return None


def read_idx(path: Path, dimensions: int) -> np.ndarray:
    """Read one file of the IDX format: 0, 0, 8 (uint8), number of dimensions, big-endian sizes, then the bytes.

    Raises:
        UserError: when it cannot be read, or is cut short.
    """
    try:
        content = path.read_bytes()
        if path.suffix == ".gz":
            content = gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as error:
        raise UserError(f"{path} cannot be read ({error}). If its download was cut short, delete it.") from None
    start = 4 + 4 * dimensions
    sizes = tuple(int(n) for n in np.frombuffer(content[4:start], dtype=">u4")) if len(content) >= start else ()
    if content[:4] != bytes((0, 0, 8, dimensions)) or len(content) - start != math.prod(sizes):
        raise UserError(f"{path} is cut short, or is not an IDX file. Delete it and download the dataset again.")
    return np.frombuffer(content, dtype=np.uint8, offset=start).reshape(sizes).copy()
