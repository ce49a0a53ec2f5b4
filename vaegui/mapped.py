"""Arrays of images that stay on the disk: drawn into files once, and mapped from then on, never read whole.

A folder holds, for each split, pixels, labels and factors as .npy files, and a sealed JSON that says how long each file
is and what its SHA-256 is, so that nothing reads gigabytes again to know which images they are. It is written beside
its place and renamed when it is whole. What is mapped counts as memory of this program only until somebody else needs
it: the system takes such pages back, and `Mapped.release` gives them back at once.

These are files that this program wrote, in the user's own data folder. A file that is cut short is found when it is
opened, and by `Mapped.check`; one whose disk goes away while it is being read ends the process, as with every mapped
file (a training goes on from its last save).
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import mmap
import os
import shutil
import warnings
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch import Tensor

from vaegui import arrays, placing, storing
from vaegui.settings import UserError
from vaegui.words import tr

ON_DISK_FROM = 1 << 30  # bytes of pixels, from which on a dataset that is drawn stays on the disk
RECORD, SCRATCH = "arrays.json", ".drawing-"
MOST_RECORD = 1 << 16  # bytes
SPARE = 1 << 28  # bytes that the disk is to have left
PARTS = ("pixels", "labels", "factors")
KINDS: dict[str, np.dtype[Any]] = {
    "pixels": np.dtype(np.uint8),
    "labels": np.dtype(np.uint8),
    "factors": np.dtype(np.float32),
}


class Mapped:
    """A file that is mapped for reading.

    Attributes:
        path: where it is.
        digest: the SHA-256 of its numbers, as they were written; "" where nobody keeps it.
    """

    def __init__(self, source: arrays.Table, digest: str = "") -> None:
        self.path, self.digest = source.path, digest
        self._bytes = source.offset + source.nbytes
        with open(source.path, "rb") as file:
            self._map = mmap.mmap(file.fileno(), self._bytes, access=mmap.ACCESS_READ)
        numbers = np.frombuffer(self._map, source.dtype, source.nbytes // source.dtype.itemsize, source.offset)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # that it must not be written to, which nobody does
            self.tensor: Tensor = torch.from_numpy(numbers.reshape(source.shape))

    def check(self) -> None:
        """Find out whether the file is still as long as it was.

        Raises:
            UserError: when somebody cut it short.
        """
        missing = self._bytes - self._map.size()  # of the file, by now
        if missing > 0:
            raise UserError(
                tr(
                    "{file} was cut short while it was used: {bytes:,} bytes are missing. Delete its folder, and the "
                    "images are drawn again.",
                    file=self.path,
                    bytes=missing,
                )
            )

    def release(self) -> None:
        """Give back the memory of what was read; it is mapped again when it is read again."""
        if hasattr(mmap, "MADV_DONTNEED"):
            self._map.madvise(mmap.MADV_DONTNEED)


class Split(NamedTuple):
    """Images to be kept: how many, and blocks of pixels (B, C, H, W), labels (B,) and factors (B, F) in order."""

    images: int
    blocks: Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]


class Kept(NamedTuple):
    """Images on the disk: pixels (N, C, H, W) uint8 and factors (N, F) float32 mapped, labels (N,) int64 in memory."""

    pixels: Mapped
    labels: Tensor
    factors: Mapped


@dataclass(frozen=True)
class _Spec:
    """What the file of an array is to be."""

    file: str
    shape: tuple[int, ...]
    kind: np.dtype[Any]


def keep(
    folder: Path, name: str, shape: tuple[int, int, int], factors: int, splits: dict[str, Split]
) -> Generator[int, None, None]:
    """Write images of a shape (C, H, W) with so many factors each into a folder, whole or not at all.

    Yields how many are done. Where another program was faster, its folder stays.

    Raises:
        UserError: when they do not fit on the disk, or it refuses; nothing is left behind.
    """
    sizes = {split: _specs(split, images.images, shape, factors) for split, images in splits.items()}
    needed = sum(int(np.prod(spec.shape)) * spec.kind.itemsize for specs in sizes.values() for spec in specs.values())
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        free = shutil.disk_usage(folder.parent).free
        if free < needed + SPARE:
            raise UserError(
                tr(
                    "“{dataset}” takes {needed:.1f} GB on the disk, and {folder} has {free:.1f} GB left. Nothing was "
                    "drawn. Free some space, move the folder (VAEGUI_HOME), or choose fewer images.",
                    dataset=name,
                    needed=needed / 1e9,
                    folder=folder.parent,
                    free=free / 1e9,
                )
            )
        with placing.scratch(folder.parent, SCRATCH) as scratch:
            new = scratch / "new"
            new.mkdir()
            files: dict[str, dict[str, Any]] = {}
            done = 0
            for split, images in splits.items():
                specs = sizes[split]
                with contextlib.ExitStack() as stack:
                    writers = [stack.enter_context(_Writer(new, specs[part])) for part in PARTS]
                    for block in images.blocks:
                        for writer, values in zip(writers, block, strict=True):
                            writer.write(values)
                        done += len(block[0])
                        yield done
                files |= {specs[part].file: writer.said for part, writer in zip(PARTS, writers, strict=True)}
            record = {"format": 1, "name": name, "files": files}
            storing.write(new / RECORD, storing.seal(record))
            storing.sync(new)
            with contextlib.suppress(FileExistsError):
                if not folder.exists():
                    os.rename(new, folder)
            storing.sync(folder.parent)
    except OSError as error:
        raise UserError(
            tr(
                "“{dataset}” could not be drawn into {folder}: {reason}. Nothing was left behind. Free some space or "
                "choose another folder (VAEGUI_HOME), and try again.",
                dataset=name,
                folder=folder,
                reason=storing.in_words(error),
            )
        ) from None


def is_kept(folder: Path) -> bool:
    """Whether images are kept in a folder."""
    return (folder / RECORD).is_file()


def load(
    folder: Path, name: str, shape: tuple[int, int, int], factors: int, classes: int, counts: dict[str, int]
) -> dict[str, Kept]:
    """Map the images that `keep` wrote: so many of each split. The labels, which are few bytes, are read and checked.

    Raises:
        UserError: when a file is not there, or not what was written.
    """
    files = _record(folder, name)
    found = {}
    for split, count in counts.items():
        specs = _specs(split, count, shape, factors)
        tables = {part: _table(folder, spec, files) for part, spec in specs.items()}
        labels = np.concatenate([*arrays.blocks(tables["labels"]), np.empty(0, np.uint8)])
        said = files[specs["labels"].file]["sha256"]
        if hashlib.sha256(labels.data).hexdigest() != said or int(labels.max(initial=0)) >= max(classes, 1):
            raise _damaged(folder, tr("its labels are not those that were written"))
        pixels, known = (Mapped(tables[part], str(files[specs[part].file]["sha256"])) for part in ("pixels", "factors"))
        found[split] = Kept(pixels, torch.from_numpy(labels).long(), known)
    return found


def sweep(place: Path) -> None:
    """Remove what was being drawn by programs that were killed; what is under way is left alone."""
    with contextlib.suppress(OSError):
        for scratch in place.glob(f"{SCRATCH}*"):
            try:
                storing.hold(scratch).release()
            except OSError:
                continue
            shutil.rmtree(scratch, ignore_errors=True)


class _Writer:
    """Writes an .npy file block by block; its pages leave memory as the disk takes them."""

    def __init__(self, folder: Path, spec: _Spec) -> None:
        self._spec = spec
        self._file = open(folder / spec.file, "wb")  # noqa: SIM115 - closed by __exit__
        self._sum = hashlib.sha256()
        self._written = 0

    def __enter__(self) -> _Writer:
        header = {"descr": np.lib.format.dtype_to_descr(self._spec.kind), "fortran_order": False}
        np.lib.format.write_array_header_1_0(self._file, header | {"shape": self._spec.shape})
        return self

    def write(self, values: np.ndarray) -> None:
        content = np.ascontiguousarray(values, self._spec.kind).data
        self._sum.update(content)
        self._written += self._file.write(content)

    @property
    def said(self) -> dict[str, Any]:
        """What the record says of the file."""
        return {"bytes": self._written, "sha256": self._sum.hexdigest()}

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        with self._file:
            if kind is None:
                self._file.flush()
                os.fsync(self._file.fileno())


def _specs(split: str, count: int, shape: tuple[int, int, int], factors: int) -> dict[str, _Spec]:
    shapes: dict[str, tuple[int, ...]] = {"pixels": (count, *shape), "labels": (count,), "factors": (count, factors)}
    return {part: _Spec(f"{split}-{part}.npy", shapes[part], KINDS[part]) for part in PARTS}


def _record(folder: Path, name: str) -> dict[str, dict[str, Any]]:
    try:
        if storing.size_of(folder / RECORD) > MOST_RECORD:
            raise ValueError(tr("it is too long"))
        record, is_sealed = storing.unseal((folder / RECORD).read_bytes())
        if not is_sealed or record["format"] != 1 or record["name"] != name:
            raise ValueError(tr("it is of other images"))
        return dict(record["files"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError, json.JSONDecodeError) as error:
        raise _damaged(folder, f"{RECORD}: {error}") from None


def _table(folder: Path, spec: _Spec, files: dict[str, dict[str, Any]]) -> arrays.Table:
    table = arrays.table(folder / spec.file)
    said = files.get(spec.file)
    if said is None or (table.shape, table.dtype, table.by_columns) != (spec.shape, spec.kind, False):
        raise _damaged(folder, tr("{file} is not what was written", file=spec.file))
    if (table.nbytes, storing.size_of(table.path)) != (said["bytes"], said["bytes"] + table.offset):
        raise _damaged(folder, tr("{file} is not as long as what was written", file=spec.file))
    return table


def _damaged(folder: Path, reason: str) -> UserError:
    return UserError(
        tr(
            "What is kept in {folder} is damaged: {reason}. Delete this folder, and the images are drawn again.",
            folder=folder,
            reason=reason,
        )
    )
