"""A run as TensorBoard shows it: curves, settings, pictures, and the codes for its embedding projector.

Events are written with TensorBoard's own record writer. torch.utils.tensorboard would import the whole of TensorFlow
where that is installed, write from a thread of its own, and put the machine's name into the file's.
"""

from __future__ import annotations

import io
import math
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vaegui import explore
from vaegui.data import Dataset, fixed_thresholds
from vaegui.exports import projector
from vaegui.exports.extras import need
from vaegui.exports.projector import sheet
from vaegui.exports.selections import check_images
from vaegui.families import TrainConfig, bound_in_words
from vaegui.models import ModelConfig
from vaegui.placing import new_folder
from vaegui.runs import FIGURES_IN_WORDS, Run
from vaegui.settings import settings_of, values_of
from vaegui.steps import part_of
from vaegui.words import tr

BLOCK = 1000  # rows
MAP_SIDE, MAP_REACH = 15, 3.0  # tiles, and deviations of the prior
SAMPLES, SAMPLE_COLUMNS = 64, 8
RECONSTRUCTED = 32  # test images, in pairs


@dataclass(frozen=True)
class TensorBoardLogs:
    """What was written."""

    folder: Path
    events: Path
    scalars: int  # points of all curves
    pictures: tuple[str, ...]  # tags
    codes: int  # rows for the projector; 0 where there are none
    has_sprite: bool

    @property
    def sentence(self) -> str:
        """What was done, and how to look at it."""
        command = f"tensorboard --logdir '{self.folder}'"
        points, pictures = self.scalars, len(self.pictures)
        if not self.codes:
            return tr(
                "{points:,} points of curves, {pictures} pictures. Look at them with: {command}",
                points=points,
                pictures=pictures,
                command=command,
            )
        if not self.has_sprite:
            return tr(
                "{points:,} points of curves, {pictures} pictures, {codes:,} codes for the projector. "
                "Look at them with: {command}",
                points=points,
                pictures=pictures,
                codes=self.codes,
                command=command,
            )
        return tr(
            "{points:,} points of curves, {pictures} pictures, {codes:,} codes for the projector with their images. "
            "Look at them with: {command}",
            points=points,
            pictures=pictures,
            codes=self.codes,
            command=command,
        )


def export(run: Run, dataset: Dataset | None, folder: Path) -> Generator[float, None, TensorBoardLogs]:
    """Write a run's log into a folder that is new or empty; yields the share done.

    Scalars are the rows of `Run.metrics` in nats per image, a step an epoch (the last one, where training was stopped
    within it, counts as the epoch it was in), and their wall time that of the training. What a family does not have is
    left out. With the dataset that the run was trained on there are reconstructions, and the test images beside their
    codes. tensors.tsv holds the codes' means (N, D); where D < 3, followed by zeros.

    Raises:
        UserError: when TensorBoard is missing, the dataset is another, or the disk refuses. Nothing is left behind.
        DamageError: when the run cannot be read.
    """
    need("tensorboard")
    if dataset is not None:
        check_images(run, dataset)
    yield 0.02
    with new_folder(folder) as new:
        name = f"events.out.tfevents.{int(run.config.created.timestamp())}.vaegui"
        with open(new / name, "wb") as file:
            log = _Log(file, run.config.created.timestamp())
            for title, text in _texts(run):
                log.add_text(title, text)
            yield 0.1
            scalars = 0
            for tag, words, step, seconds, value in _points(run):
                log.add_scalar(tag, value, words, step, seconds)
                scalars += 1
                if scalars % BLOCK == 0:
                    yield 0.1
            yield 0.2
            pictures = []
            for tag, words, picture in _pictures(run, dataset):
                log.add_picture(tag, picture, words, math.ceil(run.config.best_epoch), run.config.seconds)
                pictures.append(tag)
                yield 0.2 + 0.1 * len(pictures)
        codes = run.codes
        has_codes = codes is not None and run.config.model.code_size > 0
        if has_codes:
            yield from part_of(projector.write(run, dataset, new), 0.5, 0.45)
    return TensorBoardLogs(
        folder=folder,
        events=folder / name,
        scalars=scalars,
        pictures=tuple(pictures),
        codes=len(codes.mean) if codes is not None and has_codes else 0,
        has_sprite=has_codes and dataset is not None,
    )


# Events


class _Log:
    """An event file."""

    def __init__(self, file: Any, started: float) -> None:
        from tensorboard.compat.proto.event_pb2 import Event
        from tensorboard.summary.writer.record_writer import RecordWriter

        self._event, self._writer, self._started = Event, RecordWriter(file), started
        self._write(Event(wall_time=started, file_version="brain.Event:2"))

    def add_scalar(self, tag: str, value: float, words: str, step: int, seconds: float) -> None:
        from tensorboard.plugins.scalar.summary_v2 import scalar_pb

        self._add(scalar_pb(tag, value, words), step, seconds)

    def add_text(self, tag: str, markdown: str) -> None:
        from tensorboard.plugins.text.summary_v2 import text_pb

        self._add(text_pb(tag, markdown), 0, 0.0)

    def add_picture(self, tag: str, picture: np.ndarray, words: str, step: int, seconds: float) -> None:
        from tensorboard.compat.proto.summary_pb2 import Summary
        from tensorboard.plugins.image.metadata import create_summary_metadata
        from tensorboard.util.tensor_util import make_tensor_proto

        height, width = picture.shape[:2]
        tensor = make_tensor_proto([str(width).encode(), str(height).encode(), _as_png(picture)], dtype=np.object_)
        summary = Summary()
        summary.value.add(tag=tag, metadata=create_summary_metadata("", words), tensor=tensor)
        self._add(summary, step, seconds)

    def _add(self, summary: Any, step: int, seconds: float) -> None:
        self._write(self._event(wall_time=self._started + seconds, step=step, summary=summary))

    def _write(self, event: Any) -> None:
        self._writer.write(event.SerializeToString())


def _points(run: Run) -> Iterator[tuple[str, str, int, float, float]]:
    """The curves: tag, what it is, step, seconds since training began, value."""
    bound = bound_in_words(run.config.model, run.config.training)
    curves = {
        f"{figure}/{split}": (
            f"{split}_{figure}",
            f"{name} of {whose} images, nats per image",
        )
        for figure, name in {"bound": bound, "rate": "Rate", "distortion": "Distortion"}.items()
        for split, whose in {"train": "training", "validation": "validation"}.items()
    }
    curves["learning rate"] = ("learning_rate", "Learning rate at the epoch's end")
    for row in run.metrics:
        for tag, (name, words) in curves.items():
            value = getattr(row, name)
            if math.isfinite(value):
                yield tag, words, math.ceil(row.epoch), row.seconds, value


def _texts(run: Run) -> Iterator[tuple[str, str]]:
    """Tables in Markdown: what it is, the settings that mattered, and figures."""
    config = run.config
    channels, height, width = config.image_shape
    about = {
        "run": run.name,
        "model": run.family,
        "likelihood": config.model.likelihood_in_words,
        "dataset": config.dataset,
        "images": f"{width} × {height} pixels" + (", in colour" if channels == 3 else ""),
        "begun": config.created.isoformat(sep=" "),
        "trained": f"{config.epochs_done:g} epochs of {run.total_epochs}, {config.seconds:,.0f} s",
        "best epoch": f"{config.best_epoch:g}",
        "device": config.device,
        "versions": ", ".join(f"{name} {version}" for name, version in config.versions.items()),
    }
    yield "run", _table(about)
    values = values_of(config.model, config.training)
    for title, kind in (("model", ModelConfig), ("training", TrainConfig)):
        rows = {
            setting.label: setting.choices.get(values[setting.name]) or _in_words(values[setting.name])
            for setting in settings_of(kind)
            if setting.applies(values)
        }
        yield f"settings/{title}", _table(rows)
    if config.test is not None:
        found = {name: getattr(config.test, name) for name in FIGURES_IN_WORDS}
        rows = {
            FIGURES_IN_WORDS[name]: f"{figure.mean:.2f} ± {figure.standard_error:.2f} nats per image".replace("-", "−")
            for name, figure in found.items()
            if figure is not None
        }
        yield "test images", _table({"images": f"{config.test.images:,}"} | rows)


def _in_words(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _table(rows: dict[str, str]) -> str:
    def cell(text: str) -> str:
        return " ".join(text.replace("|", "\\|").split())

    lines = [f"| {cell(name)} | {cell(value)} |" for name, value in rows.items()]
    return "\n".join(["|   |   |", "|---|---|", *lines])


# Pictures


def _pictures(run: Run, dataset: Dataset | None) -> Iterator[tuple[str, str, np.ndarray]]:
    """Tag, what it shows, and the picture (H, W) or (H, W, 3) uint8."""
    model, config = run.model, run.config.model
    if config.code_size == 2:
        low, high = _span(run)
        across, up = (torch.linspace(float(low[d]), float(high[d]), MAP_SIDE) for d in (0, 1))
        words = (
            f"Decoded codes: z₁ from {low[0]:.3g} on the left to {high[0]:.3g}, "
            f"z₂ from {low[1]:.3g} at the bottom to {high[1]:.3g}"
        )
        tiles = explore.decode_grid(model, across, up.flip(0))
        yield "pictures/map", words, sheet(_levels(tiles.flatten(0, 1)), MAP_SIDE)
    if run.density is not None:
        draw = config.family == "pixels"  # whose means are all the same
        _, images = explore.generate(model, run.density, SAMPLES, seed=0, draw_pixels=draw)
        words = (
            "Draws of p(x)"
            if draw
            else "Means of p(x|z) for codes drawn from the density that images are generated from"
        )
        yield "pictures/samples", words, sheet(_levels(images), SAMPLE_COLUMNS)
    if dataset is not None and run.has_encoder and config.code_size:
        rows = np.unique(np.linspace(0, len(dataset.test) - 1, RECONSTRUCTED).astype(int))
        which = torch.from_numpy(rows)
        thresholds = fixed_thresholds(dataset.test.pixels.shape)[which]
        found = explore.reconstruct(model, dataset.test.pixels[which], thresholds)
        pairs = torch.cat([part for pair in zip(*_lines(found), strict=True) for part in pair])
        yield (
            "pictures/reconstructions",
            "Test images, and below each row what the model makes of it",
            sheet(_levels(pairs), SAMPLE_COLUMNS),
        )


def _lines(found: explore.Reconstruction) -> tuple[tuple[Tensor, ...], tuple[Tensor, ...]]:
    """Images and their reconstructions in rows of a sheet; the last row is filled with black."""
    missing = -len(found.image) % SAMPLE_COLUMNS
    black = found.image.new_zeros(missing, *found.image.shape[1:])
    image, result = (torch.cat([images, black]).split(SAMPLE_COLUMNS) for images in (found.image, found.result))
    return image, result


def _span(run: Run) -> tuple[Tensor, Tensor]:
    """The corners of the part of a plane of codes that is worth a picture: the prior's, or that of an autoencoder."""
    if run.config.model.family == "autoencoder" and run.codes is not None and len(run.codes.mean):
        return torch.quantile(run.codes.mean.float(), 0.01, dim=0), torch.quantile(run.codes.mean.float(), 0.99, dim=0)
    return torch.full((2,), -MAP_REACH), torch.full((2,), MAP_REACH)


def _levels(images: Tensor) -> np.ndarray:
    """Images in [0, 1] (what lies beyond is cut off) as grey levels, uint8 (N, C, H, W)."""
    levels: np.ndarray = (images.clamp(0, 1) * 255).round().to(torch.uint8).numpy()
    return levels


def _as_png(picture: np.ndarray) -> bytes:
    from PIL import Image

    content = io.BytesIO()
    Image.fromarray(picture).save(content, "png")
    return content.getvalue()
