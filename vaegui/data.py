"""A dataset is tensors: images (N, C, H, W) uint8 and labels (N,), in memory or mapped from files (`mapped.py`); no
DataLoader anywhere.

Here are minibatches, binarisation and corruptions; where datasets come from is in `sources.py`.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from vaegui.mapped import Mapped
from vaegui.words import tr

Corruption = Literal["gaussian", "salt-and-pepper", "masking"]
CORRUPTIONS: dict[Corruption, str] = {
    "gaussian": tr("Gaussian noise: every pixel plus level · ε"),
    "salt-and-pepper": tr("Salt and pepper: a share of the pixels becomes black or white"),
    "masking": tr("Masking: a share of the pixels becomes black"),
}
CPU = torch.device("cpu")
MOST_THRESHOLDS = (
    1 << 30
)  # of a split's fixed ones that are drawn at once; those of more are drawn where they are needed
DRAWN_AT_ONCE = 1 << 20  # of these
MAPPED_AROUND = 1 << 16  # bytes that Linux maps around one that is read
RELEASED_EVERY = 1 << 28  # bytes that are mapped before they are given back


@dataclass(frozen=True)
class Images:
    """Pixels (N, C, H, W) uint8 and labels (N,) int64 of one split; where images have no labels, they are all 0.

    Pixels that are mapped from a file are read when they are looked at: whoever goes through all of them does so by
    `in_turn`, block by block, and nobody copies the whole.
    """

    pixels: Tensor
    labels: Tensor
    factors: Tensor | None = None  # (N, F) float32: what each image was generated from, where that is known
    file: Mapped | None = None  # that pixels are mapped from; None where they are in memory

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return tuple(self.pixels.shape[1:])  # type: ignore[return-value]

    def in_turn(self, rows: Tensor | None = None, device: torch.device = CPU) -> Pixels:
        """The pixels to be gone through, of all images or of some rows (M,): a tensor, unless they are mapped."""
        if self.file is not None:
            return Picked(self.pixels, rows, self.file, device)
        return (self.pixels if rows is None else self.pixels[rows]).to(device)

    def first(self, most: int) -> Images:
        """The first images, so many at most."""
        if len(self) <= most:
            return self
        return Images(self.pixels[:most], self.labels[:most], None if self.factors is None else self.factors[:most])

    def digest(self) -> str:
        """The SHA-256 of the pixels, which tells other images from these; computed once."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        if self.file is not None and self.file.digest:
            return self.file.digest
        return hashlib.sha256(np.ascontiguousarray(self.pixels.numpy()).data).hexdigest()


class Picked:
    """Rows of pixels, gathered when they are asked for and put on a device; what was read from a file leaves memory.

    Raises:
        UserError: from all that reads, when the file was cut short.
    """

    def __init__(self, pixels: Tensor, rows: Tensor | None, file: Mapped | None, device: torch.device = CPU) -> None:
        self._pixels, self._rows, self._file = pixels, rows, file
        self.device = device
        self._touched = 0  # bytes since memory was given back

    def __len__(self) -> int:
        return len(self._pixels if self._rows is None else self._rows)

    @property
    def shape(self) -> torch.Size:
        """(M, C, H, W)."""
        return torch.Size((len(self), *self._pixels.shape[1:]))

    def __getitem__(self, part: slice) -> Tensor:
        """A copy of some of them, (B, C, H, W)."""
        if self._rows is not None:
            return self.take(self._rows[part])
        found = self._pixels[part].clone()
        self._took(found.numel())
        return found.to(self.device)

    def take(self, rows: Tensor) -> Tensor:
        """A copy of some rows (B,) of the pixels, (B, C, H, W)."""
        found = self._pixels.index_select(0, rows)
        self._took(len(rows) * max(MAPPED_AROUND, self.shape[1:].numel()))
        return found.to(self.device)

    def _took(self, touched: int) -> None:
        if self._file is None:
            return
        self._file.check()
        self._touched += touched
        if self._touched >= RELEASED_EVERY:
            self._file.release()
            self._touched = 0


class Thresholds:
    """`fixed_thresholds` of so many images that they are drawn where they are needed.

    Where they are more than `MOST_THRESHOLDS`, blocks of images have seeds of their own, so that those of any image are
    there at once; else they are those of the one draw, and it pays to go through them in order.
    """

    def __init__(self, shape: tuple[int, ...] | torch.Size) -> None:
        self.shape = torch.Size(shape)
        image = self.shape[1:].numel()
        self._rows = max(1, DRAWN_AT_ONCE // image)  # of a block
        self._has_seeds = self.shape.numel() > MOST_THRESHOLDS
        self._generator, self._next = torch.Generator().manual_seed(0), 0  # of the one draw, and its next block
        self._last: tuple[int, Tensor] | None = None  # the block that was drawn last

    def __len__(self) -> int:
        return self.shape[0]

    def __getitem__(self, which: slice | Tensor) -> Tensor:
        """Those of some images, (B, C, H, W) uint8."""
        rows = torch.arange(*which.indices(len(self))) if isinstance(which, slice) else which
        found = torch.empty((len(rows), *self.shape[1:]), dtype=torch.uint8)
        numbers = rows // self._rows
        for block in numbers.unique().tolist():
            where = numbers == block
            found[where] = self._block(block)[rows[where] - block * self._rows]
        return found

    def _block(self, number: int) -> Tensor:
        if self._last is not None and self._last[0] == number:
            return self._last[1]
        if self._has_seeds:
            drawn = self._draw(number, torch.Generator().manual_seed(number))
        else:
            if number < self._next:
                self._generator, self._next = torch.Generator().manual_seed(0), 0
            for passed in range(self._next, number + 1):
                drawn = self._draw(passed, self._generator)
            self._next = number + 1
        self._last = (number, drawn)
        return drawn

    def _draw(self, number: int, generator: torch.Generator) -> Tensor:
        rows = min(self._rows, len(self) - number * self._rows)
        return random_thresholds((rows, *self.shape[1:]), generator)


Pixels = Tensor | Picked  # images (N, C, H, W) uint8 of which slices are taken
Limits = Tensor | Thresholds  # thresholds (N, C, H, W) uint8 of which slices are taken


@dataclass(frozen=True)
class Dataset:
    """A training and a test split, and what their labels are called: nothing where there are no labels."""

    name: str
    classes: tuple[str, ...]
    train: Images
    test: Images
    factors: tuple[str, ...] = ()  # the names of what images were generated from, where that is known


@dataclass(frozen=True)
class Progress:
    """How far a slow step has come, in bytes or images."""

    done: int
    total: int
    text: str


def minibatches(count: int, batch_size: int, generator: torch.Generator) -> Iterator[Tensor]:
    """Yield index tensors (B,) that visit `count` resident images once in random order; the last may be short."""
    order = torch.randperm(count, generator=generator, device=generator.device)
    yield from order.split(batch_size)


def split_validation(count: int, share: float, seed: int) -> tuple[Tensor, Tensor]:
    """Split `count` training images at random into (training, validation) indices; both keep at least one."""
    held_out = min(max(1, round(count * share)), count - 1)
    order = torch.randperm(count, generator=torch.Generator().manual_seed(seed))
    return order[held_out:].sort().values, order[:held_out].sort().values


def as_float(pixels: Tensor) -> Tensor:
    """Pixels 0…255 as grey values in [0, 1]."""
    return pixels.float() / 255


def observe(pixels: Tensor, binarisation: str, thresholds: Tensor | None = None) -> Tensor:
    """Return images as the model sees them, float (B, C, H, W) in [0, 1].

    `thresholds` from `random_thresholds` make binarisation "dynamic": a pixel of value g is above a threshold
    uniform on {0, …, 254} with probability exactly g/255, so the result is a draw x ~ Bernoulli(grey).
    """
    if binarisation == "threshold":
        return (pixels > 127).float()
    if binarisation == "dynamic":
        if thresholds is None:
            raise ValueError("dynamic binarisation needs thresholds")
        return (pixels > thresholds).float()
    return as_float(pixels)


def random_thresholds(shape: tuple[int, ...] | torch.Size, generator: torch.Generator) -> Tensor:
    """Draw thresholds for `observe`, uint8 of the given shape, uniform on {0, …, 254}."""
    return torch.randint(0, 255, shape, dtype=torch.uint8, generator=generator, device=generator.device)


def fixed_thresholds(shape: tuple[int, ...] | torch.Size, for_one_pass: bool = False) -> Limits:
    """The one draw of thresholds that every reported figure and every panel uses for a split of this shape.

    They are drawn when they are needed where they are many, or where somebody only goes through them once.
    """
    if for_one_pass or math.prod(shape) > MOST_THRESHOLDS:
        return Thresholds(shape)
    return random_thresholds(shape, torch.Generator().manual_seed(0))


def corrupt(pixels: Tensor, kind: Corruption, level: float, generator: torch.Generator) -> Tensor:
    """Return noisy pixels (B, C, H, W) uint8; `generator` is on their device.

    `level` is in [0, 1]: the Gaussian's standard deviation (1 is the full range), or the share of pixels hit.
    A generator in the same state draws the same noise at every level, so that a slider turns one noise up and down.
    """
    device = pixels.device
    if kind == "gaussian":
        noise = torch.randn(pixels.shape, generator=generator, device=device)
        return (pixels + 255 * level * noise).round().clamp(0, 255).to(torch.uint8)
    one_channel = (len(pixels), 1, *pixels.shape[2:])  # a pixel is hit in all its colours at once
    hit = torch.rand(one_channel, generator=generator, device=device) < level
    if kind == "masking":
        return pixels.masked_fill(hit, 0)
    salt = torch.rand(one_channel, generator=generator, device=device) < 0.5
    return torch.where(hit, salt.to(torch.uint8) * 255, pixels)


def stratified_split(labels: np.ndarray, test_count: int) -> tuple[np.ndarray, np.ndarray]:
    """The rows of two parts with equal shares of the classes, as scikit-learn's train_test_split draws them, seed 0."""
    random = np.random.RandomState(0)
    counts = np.bincount(labels)

    def shares(counts: np.ndarray, draws: int) -> np.ndarray:
        """How many of each class: rounded down, and one more where the remainder is largest."""
        wanted = counts / counts.sum() * draws
        taken = np.floor(wanted)
        remainder = wanted - taken
        for value in np.unique(remainder)[::-1]:
            missing = int(draws - taken.sum())
            if missing <= 0:
                break
            (equal,) = np.where(remainder == value)
            taken[random.choice(equal, size=min(len(equal), missing), replace=False)] += 1
        return np.asarray(taken, dtype=np.int64)

    rest_counts = shares(counts, len(labels) - test_count)
    test_counts = shares(counts - rest_counts, test_count)
    rest, test = [], []
    for rows, few, fewer in zip(
        np.split(np.argsort(labels, kind="stable"), np.cumsum(counts)[:-1]), rest_counts, test_counts, strict=True
    ):
        drawn = rows[random.permutation(len(rows))]
        rest.append(drawn[:few])
        test.append(drawn[few : few + fewer])
    return random.permutation(np.concatenate(rest)), random.permutation(np.concatenate(test))
