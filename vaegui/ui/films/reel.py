"""What a training showed on its way, kept in little memory, so that a film of it can be made afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from vaegui.events import EpochEnd, Figures, Snapshot, Step
from vaegui.families import TrainConfig, bound_in_words
from vaegui.models import ModelConfig
from vaegui.words import tr

MOST_SNAPSHOTS = 400
MOST_BYTES = 64 * 2**20  # of codes
MOST_FIGURES = 4000  # of a curve
Item = TypeVar("Item")


class Thinned(Generic[Item]):
    """A list that never gets longer than `most`: when it is full every second item goes, and of new ones as many."""

    def __init__(self, most: int) -> None:
        self.items: list[Item] = []
        self._most, self._stride, self._seen = max(most, 2), 1, 0

    def append(self, item: Item) -> None:
        """Keep an item, if it is its turn."""
        if self._seen % self._stride == 0:
            if len(self.items) == self._most:
                del self.items[1::2]
                self._stride *= 2
            if self._seen % self._stride == 0:
                self.items.append(item)
        self._seen += 1


@dataclass(frozen=True)
class Scene:
    """Where the codes were at one moment of a training."""

    epoch: float
    phase: str
    codes: np.ndarray  # (M, 2) float32
    figures: Figures | None  # of the steps before it, in nats per image; None before the first ones


@dataclass(frozen=True)
class Recorded:
    """What there is of a training so far."""

    title: str
    model: ModelConfig
    bound: str  # what the figures' bound is called
    bound_on_axis: str  # the same in short
    classes: tuple[str, ...]
    labels: np.ndarray  # (M,)
    scenes: tuple[Scene, ...]
    training: tuple[tuple[float, float], ...]  # epochs, and the bound of the steps before
    validation: tuple[tuple[float, float], ...]  # epochs, and their bound


class Reel:
    """Takes the events of a training as they come; what there is of it so far can be asked for at any time."""

    def __init__(
        self, title: str, model: ModelConfig, config: TrainConfig, classes: tuple[str, ...], labels: np.ndarray
    ) -> None:
        self._title, self._model, self._config = title, model, config
        self._classes, self._labels = classes, labels
        most = MOST_BYTES // max(8 * len(labels), 1)
        self._scenes: Thinned[Scene] = Thinned(min(MOST_SNAPSHOTS, most))
        self._last: Scene | None = None  # which the film ends with, whether it is its turn or not
        self._training: Thinned[tuple[float, float]] = Thinned(MOST_FIGURES)
        self._validation: Thinned[tuple[float, float]] = Thinned(MOST_FIGURES)
        self._figures: Figures | None = None

    def add(self, event: Snapshot | Step | EpochEnd) -> None:
        """Keep what the film needs of an event: of a snapshot its codes, never its weights."""
        if isinstance(event, Snapshot):
            if self._model.code_size == 2:
                codes = event.codes.float().numpy().copy()
                self._last = Scene(event.epoch, event.phase, codes, self._figures)
                self._scenes.append(self._last)
            return
        self._figures = event.train
        self._training.append((event.epoch, event.train.bound))
        if isinstance(event, EpochEnd):
            self._validation.append((event.epoch, event.validation.bound))

    @property
    def so_far(self) -> Recorded:
        """What was kept until now."""
        scenes = self._scenes.items
        if self._last is not None and scenes[-1] is not self._last:
            scenes = [*scenes, self._last]
        return Recorded(
            self._title,
            self._model,
            bound_in_words(self._model, self._config),
            _bound_on_axis(self._model, self._config),
            self._classes,
            self._labels,
            tuple(scenes),
            tuple(self._training.items),
            tuple(self._validation.items),
        )


def _bound_on_axis(model: ModelConfig, config: TrainConfig) -> str:
    if model.family == "vae" and config.objective == "iwae":
        return tr("IWAE bound (nats/image)")
    return tr("{bound} (nats/image)", bound=bound_in_words(model, config))
