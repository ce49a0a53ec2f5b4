"""A dataset is tensors: images (N, C, H, W) uint8 and labels (N,), resident in memory; no DataLoader anywhere.

Here are minibatches, binarisation and corruptions; where datasets come from is in `sources.py`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np
import torch
from torch import Tensor

from vaegui.words import tr

Corruption = Literal["gaussian", "salt-and-pepper", "masking"]
CORRUPTIONS: dict[Corruption, str] = {
    "gaussian": tr("Gaussian noise: every pixel plus level · ε"),
    "salt-and-pepper": tr("Salt and pepper: a share of the pixels becomes black or white"),
    "masking": tr("Masking: a share of the pixels becomes black"),
}


@dataclass(frozen=True)
class Images:
    """Pixels (N, C, H, W) uint8 and labels (N,) int64 of one split; where images have no labels, they are all 0."""

    pixels: Tensor
    labels: Tensor
    factors: Tensor | None = None  # (N, F) float32: what each image was generated from, where that is known

    def __len__(self) -> int:
        return len(self.pixels)

    @property
    def shape(self) -> tuple[int, int, int]:
        """(C, H, W)."""
        return tuple(self.pixels.shape[1:])  # type: ignore[return-value]

    def digest(self) -> str:
        """The SHA-256 of the pixels, which tells other images from these; computed once."""
        return self._digest

    @cached_property
    def _digest(self) -> str:
        return hashlib.sha256(np.ascontiguousarray(self.pixels.numpy()).data).hexdigest()


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


def fixed_thresholds(shape: tuple[int, ...] | torch.Size) -> Tensor:
    """The one draw of thresholds that every reported figure and every panel uses for a split of this shape."""
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
