"""Progress bars around generators and trainings, and datasets that are read or fetched behind one."""

from __future__ import annotations

import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from tqdm import tqdm

from vaegui import data, importing, recording, sources
from vaegui.events import Began, Figures, Step
from vaegui.models import ModelConfig
from vaegui.settings import UserError

Result = TypeVar("Result")


class TrainingBar(tqdm):  # type: ignore[type-arg]  # which it takes in annotations only
    """A bar of the images that a training has learned from; where it waits for the disk is said above it, once."""

    def __init__(self) -> None:
        super().__init__(unit="img", unit_scale=True, dynamic_ncols=True, disable=None)
        self._waits = False

    def follow(self, event: object, model: ModelConfig) -> None:
        """Take what comes of a training of this model."""
        if isinstance(event, recording.CannotSave) and not self._waits:
            tqdm.write(f"vaegui: {event.sentence} (Ctrl-C is Stop.)", file=sys.stderr)
        self._waits = isinstance(event, recording.CannotSave)
        if isinstance(event, Began):
            self.total = event.train_images * event.epochs
        elif isinstance(event, Step):
            self.set_postfix_str(f"{event.phase} {progress_in_words(model, event.train)} nats/image", refresh=False)
            self.update(round(event.share_done * (self.total or 0)) - self.n)


def progress_in_words(model: ModelConfig, figures: Figures) -> str:
    """What a training has come to, in one figure."""
    if model.family == "autoencoder":
        return f"distortion {figures.distortion:.2f}"
    return f"bound {figures.bound:.2f}"


def with_progress(steps: Generator[Any, None, Result], refusals: list[importing.Refusal] | None = None) -> Result:
    """Run a generator of `Progress` to its end behind a bar, and return its result; gather what was left out."""
    with tqdm(unit="img", unit_scale=True, leave=False, dynamic_ncols=True, disable=None) as bar:
        while True:
            try:
                item = next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            if isinstance(item, importing.Refusal):
                assert refusals is not None
                refusals.append(item)
            else:
                bar.total = item.total
                bar.set_description(item.text, refresh=False)
                bar.update(item.done - bar.n)


def with_bar(steps: Generator[float, None, Result], words: str) -> Result:
    """Run a generator of the share done to its end behind a progress bar, and return its result."""
    with share_bar(words) as bar:
        while True:
            try:
                bar.update(next(steps) - bar.n)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]


def share_bar(words: str) -> tqdm[NoReturn]:
    """A bar of the share done, which goes away at the end."""
    form = "{desc} {percentage:3.0f} % |{bar}| {elapsed}"
    return tqdm(total=1.0, desc=words, bar_format=form, leave=False, dynamic_ncols=True, disable=None)


def find_dataset(name: str, folder: Path | None, fetch: bool) -> data.Dataset:
    """Read a dataset from a folder, or from where it is kept; `fetch` downloads it where it is not there.

    Raises:
        UserError: when it is not there, or cannot be read.
    """
    if fetch and folder is None and not sources.is_here(name):
        with tqdm(unit="B", unit_scale=True, disable=None) as bar:
            for progress in sources.download(name):
                bar.total = progress.total
                bar.set_description(progress.text, refresh=False)
                bar.update(progress.done - bar.n)
    if not fetch and not sources.is_here(name, folder):
        raise UserError(f"The test images of {name} are not on this machine. Say where with --data-dir DIR.")
    return with_progress(sources.load_steps(name, folder))
