"""Arrays from strangers' files: what a file says of itself is checked before anything is allocated.

A `Table` is an array of which only the header has been read; `blocks` reads it piece by piece, so that it takes no more
memory than it is given, however much it unpacks to. Nothing is unpickled, and nothing is mapped: a mapped file that
somebody cuts short kills the process.
"""

from __future__ import annotations

import contextlib
import gzip
import io
import math
import os
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, TypeVar

import numpy as np

from vaegui import storing
from vaegui.settings import UserError
from vaegui.words import tr

MOST_BYTES = 1 << 34  # of an array: 4 GiB of pixels as real numbers of 4 bytes
MOST_AT_ONCE = 1 << 30  # of one that cannot be read piece by piece
MOST_HEADER = 10_000  # numpy's own limit
MOST_DIRECTORY = 1 << 21  # bytes of an archive's list of members
MOST_DIMENSIONS = 8
PIECE, BLOCK = 1 << 20, 1 << 24  # bytes
MOST_GZIP_RATIO = 1100  # of deflate; it is 1032
TYPES = re.compile(r"[<>=|]?(b1|[iu][1248]|f[248]|[US][0-9]{1,4})")
DESCRIPTION = re.compile(r"""["']descr["']\s*:\s*["']([^"']*)["']""")
ORDER = re.compile(r"""["']fortran_order["']\s*:\s*(True|False)""")
SHAPE = re.compile(r"""["']shape["']\s*:\s*\(([0-9L,\s]*)\)""")  # with L, as Python 2 wrote it
NPY, ZIP, GZIP = b"\x93NUMPY", (b"PK\3\4", b"PK\5\6"), b"\x1f\x8b"
Value = TypeVar("Value")


@dataclass(frozen=True)
class Table:
    """An array in a file: what its header says, and where its numbers begin."""

    path: Path
    member: str  # of an .npz archive; "" in other files
    offset: int  # bytes
    dtype: np.dtype
    shape: tuple[int, ...]
    by_columns: bool  # Fortran's order
    is_idx: bool

    @property
    def label(self) -> str:
        """What an error calls it."""
        return f"{self.path}, “{self.member}”" if self.member else str(self.path)

    @property
    def nbytes(self) -> int:
        """The bytes of all its numbers."""
        return math.prod(self.shape) * self.dtype.itemsize


def kind_of(path: Path) -> str:
    """What a file is by its first bytes: "npy", "npz", "zip" (of anything else), "idx", "gz", or "".

    Raises:
        OSError: when it cannot be read, or is no plain file.
    """
    storing.size_of(path)
    with open(path, "rb", buffering=0) as file:
        start = file.read(1 << 17)  # with the name of an archive's first member
    if start.startswith(NPY):
        return "npy"
    if start.startswith(ZIP):
        return "npz" if start[30 : 30 + int.from_bytes(start[26:28], "little")].endswith(b".npy") else "zip"
    if start.startswith(GZIP):
        return "gz"
    return "idx" if len(start) >= 4 and start[:3] == b"\0\0\x08" and 1 <= start[3] <= 4 else ""


def members(path: Path) -> list[str]:
    """Names of the arrays in an .npz archive; [] when it holds none.

    Raises:
        UserError: when it is no archive that can be read.
    """

    def names() -> list[str]:
        with _Listing(path, "rb") as file, zipfile.ZipFile(file) as archive:
            return [name.removesuffix(".npy") for name in archive.namelist() if name.endswith(".npy")]

    return _told(str(path), names)


def table(path: Path, member: str = "") -> Table:
    """Read the header of an IDX file (.gz or not), of an .npy file, or of one array in an .npz archive.

    Raises:
        UserError: when it is none, holds no plain numbers or texts, is cut short, or is too large.
    """
    if not member and _told(str(path), lambda: kind_of(path)) != "npy":
        return _idx(path)
    label = f"{path}, “{member}”" if member else str(path)

    def header() -> tuple[bytes, int, int]:
        with contextlib.ExitStack() as stack:
            file, size = _opened(stack, path, member)
            start = file.read(12)
            width = 2 if start[6:7] == b"\1" else 4
            length = int.from_bytes(start[8 : 8 + width], "little")
            if not start.startswith(NPY) or start[6:7] not in (b"\1", b"\2", b"\3"):
                raise UserError(tr("{file} is not an array of NumPy's.", file=label))
            if length > MOST_HEADER:
                raise UserError(tr("{file} is broken: its header is too long.", file=label))
            return (start + file.read(length - (4 - width)))[8 + width :], 8 + width + length, size

    content, offset, size = _told(label, header)
    text = content.decode("latin-1")
    kind, order, sizes = DESCRIPTION.search(text), ORDER.search(text), SHAPE.search(text)
    if kind is None or not TYPES.fullmatch(kind[1]):
        what = f"“{kind[1][:20]}”" if kind else tr("several columns")
        if kind and kind[1].endswith("O"):
            what = tr("Python objects, which could run a program")
        raise UserError(
            tr(
                "{file} holds {what}; whole or real numbers are what is read. Save it as uint8.",
                file=label,
                what=what,
            )
        )
    if order is None or sizes is None:
        raise UserError(tr("{file} is broken: its header does not say what it holds.", file=label))
    shape = tuple(int(n) for n in re.findall("[0-9]{1,20}", sizes[1]))
    found = Table(path, member, offset, np.dtype(kind[1]), shape, order[1] == "True" and len(shape) > 1, False)
    _check(found)
    if size < offset + found.nbytes:
        missing = offset + found.nbytes - size
        raise UserError(tr("{file} was cut short: {bytes:,} bytes are missing.", file=label, bytes=missing))
    return found


def blocks(source: Table) -> Iterator[np.ndarray]:
    """Yield an array's rows in order, some 16 MB at a time; each block is new.

    Raises:
        UserError: when it turns out to be broken on the way.
    """
    if not source.shape or not source.nbytes:
        return
    row = source.nbytes // source.shape[0]
    few = source.shape[0] if source.by_columns else max(1, BLOCK // row)
    with contextlib.ExitStack() as stack:

        def start() -> IO[bytes]:
            file, _ = _opened(stack, source.path, source.member, source.is_idx)
            rest = source.offset
            while rest:
                rest -= len(file.read(min(rest, PIECE))) or rest
            return file

        file = _told(source.label, start)
        for first in range(0, source.shape[0], few):
            count = min(few, source.shape[0] - first)
            buffer = np.empty(count * row, np.uint8)
            _told(source.label, lambda buffer=buffer: _fill(file, memoryview(buffer)))  # type: ignore[misc]
            numbers = buffer.view(bool if source.dtype == bool else source.dtype)
            if source.by_columns:
                whole = numbers.reshape(source.shape, order="F")
                most = max(1, BLOCK // row)
                yield from (np.ascontiguousarray(whole[at : at + most]) for at in range(0, count, most))
            else:
                yield numbers.reshape(count, *source.shape[1:])
        if source.is_idx or source.member:  # what is at the end tells whether it was whole
            _told(source.label, lambda: _end(file, source))


def whole(source: Table, most: int = MOST_AT_ONCE) -> np.ndarray:
    """All of an array, which has at most so many bytes.

    Raises:
        UserError: when it is broken, or larger.
    """
    if source.nbytes > most:
        raise UserError(
            tr(
                "{file} holds {size:,.1f} GB; {most:.1f} is the most of its kind.",
                file=source.label,
                size=source.nbytes / 1e9,
                most=most / 1e9,
            )
        )
    try:
        values, done = np.empty(source.shape, source.dtype), 0
    except MemoryError:
        raise UserError(tr("{file} takes more memory than there is.", file=source.label)) from None
    for block in blocks(source):
        values[done : done + len(block)] = block
        done += len(block)
    return values


def find_idx(folder: Path, name: str) -> Path | None:
    """Return the path of an IDX file in a folder, plain or .gz, or None when it is not there."""
    with contextlib.suppress(OSError):  # a folder that may not be looked into holds nothing for us
        return next((path for path in (folder / name, folder / f"{name}.gz") if path.is_file()), None)
    return None


def read_idx(path: Path, dimensions: int | None = None) -> np.ndarray:
    """Read one file of the IDX format: 0, 0, 8 (uint8), number of dimensions, big-endian sizes, then the bytes.

    It has as many dimensions as is said, or one to four.

    Raises:
        UserError: when it cannot be read, or is cut short.
    """
    source = _idx(path)
    if dimensions is not None and len(source.shape) != dimensions:
        raise _no_idx(path)
    return whole(source, MOST_BYTES)


def _idx(path: Path) -> Table:
    def header() -> tuple[bytes, int, bool]:
        size = storing.size_of(path)
        with contextlib.ExitStack() as stack:
            file, _ = _opened(stack, path, "", True)
            return file.read(20), size, isinstance(file, gzip.GzipFile)

    start, size, is_packed = _told(str(path), header)
    dimensions = start[3] if len(start) >= 4 else 0
    offset = 4 + 4 * dimensions
    if start[:3] != bytes((0, 0, 8)) or not 1 <= dimensions <= 4 or len(start) < offset:
        raise _no_idx(path)
    shape = tuple(int(n) for n in np.frombuffer(start[4:offset], ">u4"))
    found = Table(path, "", offset, np.dtype(np.uint8), shape, False, True)
    if (found.nbytes > MOST_GZIP_RATIO * size) if is_packed else (offset + found.nbytes != size):
        raise _no_idx(path)
    _check(found)
    return found


def _no_idx(path: Path) -> UserError:
    return UserError(
        tr("{path} is cut short, or is not an IDX file. Delete it and download the dataset again.", path=path)
    )


def _check(found: Table) -> None:
    if len(found.shape) > MOST_DIMENSIONS or any(n >= 1 << 48 for n in found.shape):
        raise UserError(tr("{file} is broken: its header does not say what it holds.", file=found.label))
    most = MOST_AT_ONCE if found.by_columns else MOST_BYTES
    if found.nbytes > most:
        told = tr(
            "{file} holds {size:,.1f} GB; {most:.1f} is the most of its kind.",
            file=found.label,
            size=found.nbytes / 1e9,
            most=most / 1e9,
        )
        if found.by_columns and found.nbytes <= MOST_BYTES:
            told = " ".join((told, tr("Save it with np.ascontiguousarray.")))
        raise UserError(told)


class _Listing(io.FileIO):
    """A zip archive whose list of members, which zipfile reads as one, has its bounds."""

    def read(self, size: int | None = -1, /) -> bytes:
        if size is None or size < 0:
            size = os.fstat(self.fileno()).st_size - self.tell()
        if size > MOST_DIRECTORY:
            raise UserError(tr("{file} has too many members.", file=self.name))
        return super().read(size) or b""


def _opened(stack: contextlib.ExitStack, path: Path, member: str, is_idx: bool = False) -> tuple[IO[bytes], int]:
    """A file, or a member of an archive, to be read from its beginning; and its bytes, unpacked."""
    size = storing.size_of(path)
    if member:
        archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(_Listing(path, "rb"))))
        info = archive.getinfo(f"{member}.npy")
        if info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise UserError(
                tr("{path}, “{member}” is compressed in a way that is not read here.", path=path, member=member)
            )
        return stack.enter_context(archive.open(info)), info.file_size
    if is_idx and kind_of(path) == "gz":
        packed: Any = stack.enter_context(gzip.GzipFile(path))
        return packed, size
    return stack.enter_context(open(path, "rb")), size


def _fill(file: IO[bytes], rest: memoryview) -> None:
    while rest:
        content = file.read(min(len(rest), PIECE))
        if not content:
            raise EOFError(tr("it was cut short"))
        rest[: len(content)] = content
        rest = rest[len(content) :]


def _end(file: IO[bytes], source: Table) -> None:
    if file.read(1) and source.is_idx:
        raise _no_idx(source.path)


def _told(label: str, reading: Callable[[], Value]) -> Value:
    """What a reading returns; whatever its readers stumble over becomes a sentence."""
    try:
        return reading()
    except UserError:
        raise
    except (OSError, EOFError, zlib.error) as error:
        reason = storing.in_words(error) if isinstance(error, OSError) else str(error)
        raise UserError(
            tr(
                "{file} cannot be read ({reason}). If its download was cut short, delete it.",
                file=label,
                reason=reason,
            )
        ) from None
    except Exception:  # zipfile stumbles in many ways
        raise UserError(tr("{file} is broken, or of a kind that is not read here.", file=label)) from None
