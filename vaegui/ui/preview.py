"""The map of a run as far as it can be painted without PyTorch: its codes, and what they are called.

Whatever is wrong with the files is left to `runs`, which reads them once PyTorch is there and says so in a sentence.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import safetensors
import safetensors.numpy

from vaegui.folders import CONFIG, find_run, shipped_folder
from vaegui.words import plural

DEFAULT_RUN = "mnist-vae-2d"
LARGEST_CONFIG, LARGEST_CODES = 1 << 18, 1 << 24  # bytes; what is larger can wait


@dataclass(frozen=True)
class Preview:
    """A run's map."""

    folder: Path
    codes: np.ndarray  # (N, 2)
    labels: np.ndarray  # (N,)
    classes: tuple[str, ...]
    has_prior: bool


def first_choices(wanted: str | None, last: Path | None) -> list[str | Path]:
    """Which runs to open at the start, the best one first: the one asked for, or shown last, or that ships."""
    if wanted:
        return [wanted]
    # By their places: a search by name would end at a folder of the user's that may not be looked into.
    shipped = [shipped_folder() / name for name in (DEFAULT_RUN, "digits-vae-2d")]
    return [last, *shipped] if last else [*shipped]


def caption(count: int, name: str) -> str:
    """What the points of a run's map are."""
    return plural(count, "{count:,} test image · {run}", "{count:,} test images · {run}", run=name)


def _find(choice: str | Path) -> Path | None:
    try:
        return find_run(choice)
    except OSError:
        return None


def preview(choices: list[str | Path]) -> Preview | None:
    """Read the map of the first of these runs that is there; None where that cannot be done."""
    try:
        folder = next(found for choice in choices if (found := _find(choice)))
        if (folder / CONFIG).stat().st_size > LARGEST_CONFIG:
            return None
        config = json.loads((folder / CONFIG).read_text(encoding="utf-8"))
        listed = config.get("files", {}).get("codes", {}).get("name", "codes.safetensors")
        path = folder / Path(listed).name
        if not path.is_file() or path.stat().st_size > LARGEST_CODES:
            return None
        tensors = safetensors.numpy.load(path.read_bytes())
        codes, labels = tensors["mean"].astype(float), tensors["label"].astype(np.int64)
        classes = tuple(str(name) for name in config["classes"])
        has_prior = config["model"].get("family", "vae") != "autoencoder"
    except (
        StopIteration,
        OSError,
        ValueError,
        TypeError,
        KeyError,
        AttributeError,
        RecursionError,
        safetensors.SafetensorError,
    ):
        return None
    if codes.shape != (len(labels), 2) or not len(codes) or not np.isfinite(codes).all():
        return None
    if labels.ndim != 1 or not 0 <= labels.min() <= labels.max() < max(len(classes), 1):
        return None
    return Preview(folder.resolve(), codes, labels, classes, has_prior)
