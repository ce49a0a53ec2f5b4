"""What `training.train` yields: immutable, free of the model, on the CPU."""

from __future__ import annotations

from dataclasses import dataclass

from torch import Tensor

from vaegui.models import Weights
from vaegui.phases import Bounds
from vaegui.state import State


@dataclass(frozen=True)
class Figures:
    """Means over images, in nats per image. An autoencoder's rate is NaN."""

    bound: float  # what the family is judged by: see `objectives`
    rate: float
    distortion: float

    @property
    def elbo(self) -> float:
        """−(rate + distortion)."""
        return -(self.rate + self.distortion)


@dataclass(frozen=True)
class Began:
    """The first event: what is about to happen."""

    device: str
    train_images: int
    validation_images: int
    steps: int
    epochs: int  # of all phases together
    phases: tuple[str, ...] = ("",)
    baseline: float | None = None  # log p of the validation images, in nats per image, if pixels were independent


@dataclass(frozen=True)
class Step:
    """Where training stands; at most one per `metrics_every` seconds. `train` averages the steps since the last one."""

    epoch: float  # counted through all phases
    train: Figures
    images_per_second: float
    share_done: float
    seconds_left: float
    phase: str = ""
    bounds: Bounds | None = None  # EM's, of the last batch
    is_compiled: bool = False  # whether its steps were taken by a compiled library


@dataclass(frozen=True)
class Snapshot:
    """Cloned weights on the CPU, and the codes they give the watched images: means and deviations (M, D) of q(z|x)."""

    epoch: float
    weights: Weights
    codes: Tensor
    std: Tensor
    phase: str = ""


@dataclass(frozen=True)
class EpochEnd:
    """An epoch is over (or was cut short by a stop): its figures and its cloned weights on the CPU."""

    epoch: float
    train: Figures
    validation: Figures
    is_best: bool  # of its phase
    seconds: float
    learning_rate: float
    weights: Weights
    phase: str = ""


@dataclass(frozen=True)
class Checkpoint:
    """What the training needs to go on from here; follows the `EpochEnd` of the epoch, unless it is within one."""

    state: State


Event = Began | Step | Snapshot | EpochEnd | Checkpoint
