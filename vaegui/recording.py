"""Train and keep the run on disk up to date. What a run is, and how it is read: `runs.py`.

A file is replaced whole or not at all; config.json, which makes the folder a run, is written last.
"""

from __future__ import annotations

import csv
import errno
import io
import json
import math
import os
import platform
import shlex
import tempfile
from collections.abc import Callable, Generator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import safetensors.torch
import torch
from torch import Tensor

import vaegui
from vaegui import explore, training
from vaegui.data import Dataset, fixed_thresholds, observe, split_validation
from vaegui.evaluation import measure_nats
from vaegui.events import Began, EpochEnd, Event
from vaegui.families import TrainConfig
from vaegui.folders import CODES, CONFIG
from vaegui.models import ModelConfig, Weights
from vaegui.runs import BEST, LAST, METRICS, Row, Run, RunConfig, TestFigures, discard, load
from vaegui.settings import UserError, as_dict, as_flags, parse
from vaegui.steps import finish

DENSITY_IMAGES = 20_000
SAVE_EVERY = 1.0  # seconds; tiny datasets finish dozens of epochs in one


@dataclass(frozen=True)
class Finished:
    """The last event of `train_run`: the run as it now stands on disk."""

    run: Run


@dataclass(frozen=True)
class Measuring:
    """Training is over; the best epoch is being measured on the test images."""

    share_done: float  # of the figure being measured


def command_line(dataset: str, model: ModelConfig, config: TrainConfig, small: bool = False) -> str:
    """Write the command that repeats a training, wherever it was started from and wherever the data lies."""
    words = ["vaegui", "train", dataset, *as_flags(model, config), *(["--small"] if small else [])]
    return shlex.join(words)


def train_run(
    dataset: Dataset,
    model: ModelConfig,
    config: TrainConfig,
    folder: Path,
    *,
    small: bool = False,
    watch_rows: Tensor | None = None,
    should_stop: Callable[[], bool] = lambda: False,
    should_skip: Callable[[], bool] = lambda: False,
) -> Generator[Event | Measuring | Finished, None, None]:
    """Train, pass every event on, and keep the run on disk up to date; end with `Finished`.

    Weights are saved when an epoch ends (at most once a second) and at the end, when the best epoch is also measured
    on the test images. Whatever ends training early, a stop or an error, the epochs finished so far are saved;
    only a caller that closes the generator leaves the folder as it stands.

    Args:
        dataset: its training split is learned from; its test split is only measured, at the end.
        model: what to train.
        config: how to train.
        folder: where the run goes; must not exist.
        small: store 16-bit weights of the best epoch only, a quarter of the size; figures are of what is stored.
        watch_rows: rows (M,) of the test split whose codes accompany each `Snapshot`.
        should_stop: see `training.train`.
        should_skip: asked while the best epoch is measured; once it says yes, the run is left without figures.

    Raises:
        UserError: as `training.train`; or the folder exists, or cannot be written.
    """
    try:
        folder.mkdir(parents=True)  # at once: whoever makes it owns the name
    except FileExistsError:
        raise UserError(f"{folder} exists already. Choose another name.") from None
    except OSError as error:
        raise UserError(f"{folder} cannot be made: {error.strerror}.") from None
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    watch = (
        None
        if watch_rows is None
        else observe(dataset.test.pixels[watch_rows], model.observed_as, thresholds[watch_rows])
    )
    if model.family == "autoencoder":
        # Its density needs it at the end, when importing would hold up whatever else the process does.
        import sklearn.mixture  # noqa: F401
    record = _Record(folder, dataset, model, config, small)
    events = training.train(dataset.train, model, config, watch=watch, should_stop=should_stop)
    try:
        for event in events:
            if isinstance(event, Began):
                record.device, record.baseline = event.device, event.baseline
            if isinstance(event, EpochEnd):
                record.add(event)
            yield event
        if not record.rows:
            raise UserError("Training was stopped before its first step; there is nothing to keep.")
        yield Finished((yield from record.finish(dataset, should_skip)))
    except Exception as error:
        problem = _explain(error)
        if not record.rows:
            discard(folder)
        elif not record.is_finished:
            try:
                finish(record.finish(dataset, should_skip=lambda: True))
            except UserError as second:
                problem = UserError(f"{problem} Also: {second}")
        raise problem from error


def _explain(error: Exception) -> Exception:
    """Turn running out of memory into a sentence; leave anything else as it is."""
    signs = ("out of memory", "not enough memory", "can't allocate memory")
    if isinstance(error, MemoryError) or any(sign in str(error) for sign in signs):
        return UserError("There was not enough memory. Try a smaller batch size or a smaller network.")
    return error


class _Record:
    """What `train_run` has gathered, and how it gets to disk."""

    def __init__(self, folder: Path, dataset: Dataset, model: ModelConfig, config: TrainConfig, small: bool) -> None:
        self.folder = folder
        self.device = ""
        self.baseline: float | None = None
        self.rows: list[Row] = []
        self.small = small
        self.is_finished = False
        self._config = {
            "dataset": dataset.name,
            "image_shape": dataset.train.shape,
            "classes": dataset.classes,
            "model": model,
            "training": config,
            "created": datetime.now().astimezone().replace(microsecond=0),
            "command": command_line(dataset.name, model, config, small),
            "versions": {"vaegui": vaegui.__version__, "torch": torch.__version__, "python": platform.python_version()},
        }
        self._best: EpochEnd | None = None
        self._unsaved: dict[str, Weights] = {}
        self._last_saved = -math.inf

    def add(self, end: EpochEnd) -> None:
        self.rows.append(
            Row(
                end.epoch,
                end.phase,
                end.seconds,
                end.learning_rate,
                *(f for m in (end.train, end.validation) for f in (m.bound, m.rate, m.distortion)),
            )
        )
        if not self.small:
            self._unsaved[LAST] = end.weights
        if end.is_best:
            self._best = end
            self._unsaved[BEST] = end.weights
        if end.seconds - self._last_saved >= SAVE_EVERY:
            self._last_saved = end.seconds
            self.save()

    def save(self, test: TestFigures | None = None, codes: dict[str, Tensor] | None = None) -> RunConfig:
        assert self._best is not None
        config = parse(
            RunConfig,
            self._config
            | {
                "device": self.device,
                "validation_baseline": self.baseline,
                "best_epoch": self._best.epoch,
                "epochs_done": self.rows[-1].epoch,
                "seconds": self.rows[-1].seconds,
                "validation_bound": self._best.validation.bound,
                "test": test,
            },
        )
        table = io.StringIO(newline="")
        lines = csv.writer(table)
        lines.writerow(Row._fields)
        lines.writerows([repr(row.epoch), row.phase, *map(_figure, row[2:])] for row in self.rows)
        try:
            for file, weights in self._unsaved.items():
                stored = {k: v.half() if self.small else v for k, v in weights.items()}
                _replace(self.folder / file, safetensors.torch.save(stored))
            self._unsaved = {}
            if codes is not None:
                _replace(self.folder / CODES, safetensors.torch.save(codes))
            _replace(self.folder / METRICS, table.getvalue().encode())
            _replace(self.folder / CONFIG, (json.dumps(as_dict(config), indent=2, ensure_ascii=False) + "\n").encode())
        except OSError as error:
            reason = "the disk is full" if error.errno == errno.ENOSPC else (error.strerror or str(error))
            raise UserError(
                f"The run could not be saved to {self.folder}: {reason}. What was saved before is still there."
            ) from None
        return config

    def finish(
        self, dataset: Dataset, should_skip: Callable[[], bool] = lambda: False
    ) -> Generator[Measuring, None, Run]:
        """Save, and measure what was saved, as far as it is not skipped."""
        self.is_finished = True
        run = Run(self.folder.resolve(), self.save())
        config = run.config
        codes: dict[str, Tensor] = {"label": dataset.test.labels.to(torch.uint8)}
        test: TestFigures | None = None

        def encode(pixels: Tensor) -> Generator[Measuring, None, tuple[Tensor, Tensor]]:
            blocks = []
            for block in explore.encode(run.model, pixels, fixed_thresholds(pixels.shape)):
                blocks.append(block)
                yield Measuring(0.0)
            mean, std = map(torch.cat, zip(*blocks, strict=True))
            return mean, std

        codes["mean"], codes["std"] = yield from encode(dataset.test.pixels)
        if config.model.family == "autoencoder" and not run.stopped_in:
            rows = split_validation(len(dataset.train), config.training.validation_share, config.training.seed)[0]
            learned, _ = yield from encode(dataset.train.pixels[rows[:DENSITY_IMAGES]])
            density = explore.fit_density(learned)
            codes |= {f"density.{name}": tensor for name, tensor in density._asdict().items()}
        if not run.stopped_in.startswith("layer"):  # whose upper layers are still random
            figures = measure_nats(run.model, config.training, dataset, run.has_encoder)
            try:
                while not should_skip():
                    yield Measuring(next(figures))
            except StopIteration as done:
                test = done.value
        self.save(test, codes)
        if self.rows[-1].epoch == config.best_epoch:
            (self.folder / LAST).unlink(missing_ok=True)  # the best epoch is the last one
        return load(self.folder.absolute())


def _figure(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.6g}"


def _replace(path: Path, content: bytes) -> None:
    """Write a file so that a crash leaves the old content or the new, never a mixture."""
    handle, temporary = tempfile.mkstemp(prefix=f".{path.name}-", dir=path.parent)
    try:
        with open(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(temporary, 0o644)
        os.replace(temporary, path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
    if hasattr(os, "O_DIRECTORY"):
        # The rename itself must reach the disk too; Windows has no handle for folders.
        directory = os.open(path.parent, os.O_DIRECTORY)
        try:
            os.fsync(directory)
        finally:
            os.close(directory)
