"""Training as a generator: `train` yields immutable events; a thread, a progress bar and a test drive it alike.

Nothing here prints, saves or knows of a window. All randomness comes from generators made from the config's seed.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from typing import Literal

import torch
from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass
from torch import Tensor

from vaegui.data import Images, fixed_thresholds, minibatches, observe, random_thresholds, split_validation
from vaegui.models import VAE, ImageShape, ModelConfig
from vaegui.objectives import elbo_terms, join, measure
from vaegui.settings import STRICT, UserError

Weights = dict[str, Tensor]


@checked_dataclass(frozen=True, config=STRICT)
class TrainConfig:
    """How the model is trained."""

    epochs: int = Field(default=20, ge=1, le=100_000, title="Epochs", description="Passes over the training images.")
    batch_size: int = Field(
        default=128, ge=1, le=65_536, title="Batch size", description="Images whose gradients are averaged in one step."
    )
    learning_rate: float = Field(
        default=1e-3, gt=0, le=10, title="Learning rate η", description="Step size of Adam; the peak, for one-cycle."
    )
    schedule: Literal["constant", "one-cycle"] = Field(
        default="constant",
        title="Schedule",
        description="Keep η constant, or let it rise and then fall to zero over the whole training.",
    )
    beta: float = Field(
        default=1.0, ge=0, le=1000, title="β", description="Weight of the rate in the loss; 1 is the ELBO."
    )
    validation_share: float = Field(
        default=0.1,
        gt=0,
        le=0.9,
        title="Held out",
        description="Share of the training images kept for validation, which picks the best epoch.",
    )
    seed: int = Field(default=0, ge=0, le=2**31 - 1, title="Seed", description="Fixes every random choice.")
    device: Literal["auto", "cpu", "cuda", "mps"] = Field(
        default="auto", title="Device", description="Where to train; auto takes a GPU where there is one."
    )


@dataclass(frozen=True)
class Figures:
    """Means over images, in nats per image."""

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


@dataclass(frozen=True)
class Step:
    """Where training stands; at most one per `metrics_every` seconds. `train` averages the steps since the last one."""

    epoch: float
    train: Figures
    images_per_second: float
    share_done: float
    seconds_left: float


@dataclass(frozen=True)
class Snapshot:
    """Cloned weights on the CPU, and the codes (M, D) they give the watched images."""

    epoch: float
    weights: Weights
    codes: Tensor


@dataclass(frozen=True)
class EpochEnd:
    """An epoch is over (or was cut short by a stop): its figures and its cloned weights on the CPU."""

    epoch: float
    train: Figures
    validation: Figures
    is_best: bool
    seconds: float
    learning_rate: float
    weights: Weights


Event = Began | Step | Snapshot | EpochEnd


def choose_device(wanted: str) -> torch.device:
    """Turn "auto" into the best device there is.

    Raises:
        UserError: when a device is asked for by name that this machine does not have.
    """
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        wanted = next(name for name, is_there in there.items() if is_there)
    if not there[wanted]:
        raise UserError(f"This machine has no {wanted} device that torch can use. Choose “auto” or “cpu”.")
    return torch.device(wanted)


def train(
    images: Images,
    model_config: ModelConfig,
    config: TrainConfig,
    *,
    watch: Tensor | None = None,
    should_stop: Callable[[], bool] = lambda: False,
    metrics_every: float = 0.05,
    snapshot_every: float = 0.25,
) -> Generator[Event, None, None]:
    """Train a model on images, part of which is held out for validation.

    Args:
        images: the training split; validation images are taken out of it.
        model_config: what to train.
        config: how to train.
        watch: images (M, C, H, W) in [0, 1] whose codes accompany every `Snapshot`; without them there are none.
        should_stop: asked before every step; once it says yes, the epoch is closed as it stands and training ends.
        metrics_every: least seconds between two `Step` events (a signal per step halves the speed; 0 gives every step).
        snapshot_every: least seconds between two `Snapshot` events; longer where a snapshot itself is slow.

    Raises:
        UserError: no such device, too few images, or the loss became NaN or infinite.
    """
    if len(images) < 2:
        raise UserError("Training needs at least two images: one to learn from, one to validate with.")
    device = choose_device(config.device)
    model = new_model(model_config, images.shape, config.seed).to(device)
    train_rows, validation_rows = split_validation(len(images), config.validation_share, config.seed)
    pixels = images.pixels[train_rows].to(device)
    validation = images.pixels[validation_rows].to(device)
    validation_thresholds = fixed_thresholds(validation.shape).to(device)
    watched = None if watch is None else watch.to(device)

    noise = torch.Generator(device).manual_seed(config.seed)
    shuffle = torch.Generator(device).manual_seed(config.seed + 1)
    fused = device.type in ("cpu", "cuda")
    optimizer = torch.optim.Adam(model.parameters(), lr=config.learning_rate, fused=fused)
    batches = math.ceil(len(pixels) / config.batch_size)
    steps = batches * config.epochs
    scheduler = (
        torch.optim.lr_scheduler.OneCycleLR(optimizer, config.learning_rate, total_steps=steps, cycle_momentum=False)
        if config.schedule == "one-cycle" and steps > 1
        else None
    )
    yield Began(str(device), len(pixels), len(validation), steps)

    clock = _Clock()
    snapshot_cost = 0.0
    best = -math.inf
    learning_rate = config.learning_rate
    step = 0
    stopped = False
    recent = _Sums(device)
    for _ in range(config.epochs):
        epoch_sums = _Sums(device)
        for rows in minibatches(len(pixels), config.batch_size, shuffle):
            if stopped := should_stop():
                break
            batch = pixels[rows]
            how = model_config.observed_as
            x = observe(batch, how, random_thresholds(batch.shape, noise) if how == "dynamic" else None)
            epsilon = torch.randn((1, len(x), model_config.latent_size), generator=noise, device=device)
            terms = elbo_terms(model, x, epsilon)
            optimizer.zero_grad(set_to_none=True)
            terms.loss(config.beta).backward()
            optimizer.step()
            learning_rate = optimizer.param_groups[0]["lr"]
            if scheduler is not None:
                scheduler.step()
            step += 1
            for sums in (epoch_sums, recent):
                sums.add(terms.rate.detach(), terms.distortion.detach())

            now = clock.now()
            if now - clock.last_step >= metrics_every or step == steps:
                figures = recent.mean()
                if not (math.isfinite(figures.rate) and math.isfinite(figures.distortion)):
                    raise _diverged(step)
                rate = recent.count / max(now - clock.last_step, 1e-9)
                clock.last_step = now
                recent = _Sums(device)
                event = Step(step / batches, figures, rate, step / steps, now / step * (steps - step))
                yield from clock.outside(event)
            if watched is not None and now - clock.last_snapshot >= max(snapshot_every, 10 * snapshot_cost):
                started = clock.now()
                snapshot = Snapshot(step / batches, _weights(model), _codes(model, watched))
                if not all(bool(t.isfinite().all()) for t in (snapshot.codes, *snapshot.weights.values())):
                    raise _diverged(step)
                clock.last_snapshot = clock.now()
                snapshot_cost = clock.last_snapshot - started
                yield from clock.outside(snapshot)
        if epoch_sums.count == 0:
            return
        measured = join(measure(model, validation, validation_thresholds, seed=config.seed))
        figures = Figures(float(measured.rate.mean()), float(measured.distortion.mean()))
        if not math.isfinite(figures.elbo):
            raise _diverged(step)
        is_best = figures.elbo > best
        best = max(best, figures.elbo)
        end = EpochEnd(
            step / batches,
            epoch_sums.mean(),
            figures,
            is_best,
            clock.now(),
            learning_rate,
            _weights(model),
        )
        yield from clock.outside(end)
        if stopped:
            return


def _diverged(step: int) -> UserError:
    return UserError(
        f"Training diverged at step {step}: the loss is no longer a finite number. "
        "The epochs finished before are kept. Try a smaller learning rate."
    )


def new_model(config: ModelConfig, image_shape: ImageShape, seed: int) -> VAE:
    """Build a model with freshly drawn weights, leaving torch's global generator as it was."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return VAE(config, image_shape)


class _Clock:
    """Seconds spent training: what happens while an event is handed over (a pause, a slow reader) does not count."""

    def __init__(self) -> None:
        self._origin = time.perf_counter()
        self.last_step = 0.0
        self.last_snapshot = -math.inf

    def now(self) -> float:
        return time.perf_counter() - self._origin

    def outside(self, event: Event) -> Iterator[Event]:
        left = time.perf_counter()
        yield event
        self._origin += time.perf_counter() - left


class _Sums:
    """Running sums that stay on the device, so that a step does not wait for it."""

    def __init__(self, device: torch.device) -> None:
        self._totals = torch.zeros(2, device=device)
        self.count = 0

    def add(self, rate: Tensor, distortion: Tensor) -> None:
        self._totals += torch.stack((rate.sum(), distortion.sum()))
        self.count += len(rate)

    def mean(self) -> Figures:
        rate, distortion = (self._totals / max(self.count, 1)).tolist()
        return Figures(rate, distortion)


def _weights(model: VAE) -> Weights:
    return {name: value.detach().to("cpu", copy=True) for name, value in model.state_dict().items()}


def _codes(model: VAE, images: Tensor) -> Tensor:
    with torch.no_grad():
        codes: Tensor = model.encode(images).mean.cpu()
    return codes
