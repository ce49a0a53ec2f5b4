"""Training as a generator: `train` yields immutable events; a thread, a progress bar and a test drive it alike.

Nothing here prints, saves or knows of a window. All randomness comes from generators made from the config's seed.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from typing import Literal

import torch
from pydantic import Field, JsonValue
from pydantic.dataclasses import dataclass as checked_dataclass
from torch import Tensor

from vaegui.data import (
    CORRUPTIONS,
    Corruption,
    Images,
    corrupt,
    fixed_thresholds,
    minibatches,
    observe,
    random_thresholds,
    split_validation,
)
from vaegui.models import NETWORKS, ImageShape, Model, ModelConfig
from vaegui.objectives import Terms, join, measure, sampled
from vaegui.phases import Bounds, Phase, em_phases, fit_pixels, stacked_phases, vae_phase
from vaegui.posterior import codes
from vaegui.settings import STRICT, UserError

Weights = dict[str, Tensor]
LIVE_SIDE = 60  # nodes along each axis of the grid that the codes of a live EM training come from
PROBE_IMAGES = 256
BASELINE_STRENGTH = 1.0  # imaginary images in the prior of the independent pixels that others are compared with


def _only_if(**others: list[JsonValue]) -> dict[str, JsonValue]:
    return {"only_if": {**others}}


@checked_dataclass(frozen=True, config=STRICT)
class TrainConfig:
    """How the model is trained."""

    objective: Literal["elbo", "iwae"] = Field(
        default="elbo",
        title="Objective",
        description="The ELBO, or the tighter importance-weighted bound of K samples (IWAE).",
        json_schema_extra=_only_if(family=["vae"]) | {"words": {"elbo": "ELBO", "iwae": "IWAE bound"}},
    )
    beta: float = Field(
        default=1.0,
        ge=0,
        le=1000,
        title="β",
        description="Weight of the rate in the loss; 1 is the ELBO.",
        json_schema_extra=_only_if(family=["vae"], objective=["elbo"]),
    )
    warmup_epochs: int = Field(
        default=0,
        ge=0,
        le=10_000,
        title="β warm-up",
        description="Epochs in which β rises linearly from 0, so that codes spread before the rate is charged for.",
        json_schema_extra=_only_if(family=["vae"], objective=["elbo"]),
    )
    importance_samples: int = Field(
        default=8,
        ge=2,
        le=512,
        title="Samples K",
        description="Samples of z for each image; the bound tightens, and a step takes longer, as K grows.",
        json_schema_extra=_only_if(family=["vae"], objective=["iwae"]),
    )
    grid_side: int = Field(
        default=40,
        ge=8,
        le=120,
        title="Grid n × n",
        description="Nodes along each latent axis; n² cells of equal prior mass make the E-step exact.",
        json_schema_extra=_only_if(family=["em"]),
    )
    m_steps: int = Field(
        default=1,
        ge=1,
        le=100,
        title="M-steps M",
        description="Gradient steps of the decoder after each E-step, on the same batch and responsibilities.",
        json_schema_extra=_only_if(family=["em"]),
    )
    amortise_epochs: int = Field(
        default=5,
        ge=1,
        le=10_000,
        title="Amortise",
        description="Epochs after EM in which an encoder q(z|x) is fitted to the exact posteriors by forward KL.",
        json_schema_extra=_only_if(family=["em"]),
    )
    pretraining: Literal["none", "greedy"] = Field(
        default="none",
        title="Pretraining",
        description="None: train all layers end to end. Greedy: one layer after the other first, each as an "
        "autoencoder of what the layers below put out.",
        json_schema_extra=_only_if(family=["autoencoder"], architecture=["mlp"])
        | {"words": {"none": "none: end to end", "greedy": "greedy, layer by layer"}},
    )
    layer_epochs: int = Field(
        default=5,
        ge=1,
        le=10_000,
        title="Epochs a layer",
        description="Passes over the training images for each layer, before the fine-tuning of all.",
        json_schema_extra=_only_if(family=["autoencoder"], architecture=["mlp"], pretraining=["greedy"]),
    )
    corruption: Literal["none", "gaussian", "salt-and-pepper", "masking"] = Field(
        default="none",
        title="Corruption",
        description="Noise on what the encoder sees in training, new each time; the decoder's goal is the clean image.",
        json_schema_extra=_only_if(family=["vae", "autoencoder"])
        | {"words": {"gaussian": "Gaussian noise", "salt-and-pepper": "salt and pepper"}},
    )
    corruption_level: float = Field(
        default=0.3,
        gt=0,
        le=1,
        title="Noise level",
        description="Standard deviation of Gaussian noise (1 is the full range), or the share of the pixels hit.",
        json_schema_extra=_only_if(family=["vae", "autoencoder"], corruption=list(CORRUPTIONS)),
    )
    weight_precision: float = Field(
        default=0.0,
        ge=0,
        le=1e6,
        title="Prior precision λ",
        description="MAP: a Gaussian prior N(0, 1/λ) on each decoder weight θ, −log p(θ)/N in the loss; 0 is ML.",
        json_schema_extra=_only_if(family=NETWORKS),
    )
    prior_strength: int = Field(
        default=1,
        ge=0,
        le=1000,
        title="Prior strength s",
        description="MAP with a conjugate prior (Beta; normal-inverse-gamma) worth s imaginary images of even grey; "
        "0 is maximum likelihood.",
        json_schema_extra=_only_if(family=["pixels"]) | {"slider": True},
    )
    epochs: int = Field(
        default=20,
        ge=1,
        le=100_000,
        title="Epochs",
        description="Passes over the training images.",
        json_schema_extra=_only_if(family=NETWORKS),
    )
    batch_size: int = Field(
        default=128,
        ge=1,
        le=65_536,
        title="Batch size",
        description="Images whose gradients are averaged in one step.",
        json_schema_extra=_only_if(family=NETWORKS),
    )
    learning_rate: float = Field(
        default=1e-3,
        gt=0,
        le=10,
        title="Learning rate η",
        description="Step size of Adam; the peak, for one-cycle.",
        json_schema_extra=_only_if(family=NETWORKS),
    )
    schedule: Literal["constant", "one-cycle"] = Field(
        default="constant",
        title="Schedule",
        description="Keep η constant, or let it rise and then fall to zero over the whole training (of each phase).",
        json_schema_extra=_only_if(family=NETWORKS),
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
        default="auto",
        title="Device",
        description="Where to train; auto takes a GPU where there is one.",
        json_schema_extra=_only_if(family=NETWORKS),
    )

    @property
    def noise(self) -> tuple[Corruption, float] | None:
        """The corruption in training, if there is one."""
        return None if self.corruption == "none" else (self.corruption, self.corruption_level)


def family_in_words(model: ModelConfig, config: TrainConfig) -> str:
    """Name what is trained, as the lecture would."""
    noise = "" if config.noise is None else f", {config.corruption.replace('-', ' ')} {config.corruption_level:g}"
    if model.family == "pixels":
        how = f"MAP, s = {config.prior_strength}" if config.prior_strength else "ML"
        return f"Independent pixels, {how}"
    prior = f", MAP, λ = {config.weight_precision:g}" if config.weight_precision else ""
    if model.family == "em":
        return f"EM{prior}"
    if model.family == "autoencoder":
        kind = "Denoising" if noise else ("Linear" if not model.hidden else "")
        kind = "Stacked" if config.pretraining == "greedy" else kind
        greedy = ", greedy" if config.pretraining == "greedy" else ""
        return f"{kind} autoencoder".strip().capitalize() + greedy + noise + prior
    if config.objective == "iwae":
        return f"IWAE, K = {config.importance_samples}{noise}{prior}"
    beta = "VAE" if config.beta == 1 else f"β-VAE, β = {config.beta:g}"
    return ("Denoising " if noise else "") + beta + noise + prior


def bound_in_words(model: ModelConfig, config: TrainConfig) -> str:
    """Name what the family is judged by."""
    if model.family == "autoencoder":
        return "−distortion"
    if model.family == "em":
        return "log p(x) → ELBO"  # of the encoder, which comes last
    if model.family == "pixels":
        return "log p(x)"
    return f"IWAE bound, K = {config.importance_samples}" if config.objective == "iwae" else "ELBO"


def slug(model: ModelConfig, config: TrainConfig) -> str:
    """Name what is trained in one short word, for a folder."""
    if model.family == "autoencoder":
        return "stacked" if config.pretraining == "greedy" else ("ae" if config.noise is None else "dae")
    if model.family != "vae":
        return model.family
    kind = "iwae" if config.objective == "iwae" else ("vae" if config.beta == 1 else "beta-vae")
    return kind if config.noise is None else f"denoising-{kind}"


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

    @property
    def is_finite(self) -> bool:
        """Whether training has not gone astray."""
        return math.isfinite(self.bound) and math.isfinite(self.distortion)


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
    bounds: Bounds | None = None  # EM's, of the probe images, since the last one


@dataclass(frozen=True)
class Snapshot:
    """Cloned weights on the CPU, and the codes (M, D) they give the watched images."""

    epoch: float
    weights: Weights
    codes: Tensor
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
    train_rows, validation_rows = split_validation(len(images), config.validation_share, config.seed)
    if model_config.family == "pixels":
        yield from _train_pixels(images, model_config, config, train_rows, validation_rows)
        return
    device = choose_device(config.device)
    model = new_model(model_config, images.shape, config.seed).to(device)
    pixels = images.pixels[train_rows].to(device)
    validation = images.pixels[validation_rows].to(device)
    validation_thresholds = fixed_thresholds(validation.shape).to(device)
    watched = None if watch is None else watch.to(device)
    how = model_config.observed_as

    noise = torch.Generator(device).manual_seed(config.seed)
    shuffle = torch.Generator(device).manual_seed(config.seed + 1)
    probe_thresholds = fixed_thresholds(pixels[:PROBE_IMAGES].shape).to(device)
    phases = _phases(model, config, observe(pixels[:PROBE_IMAGES], how, probe_thresholds))
    batches = math.ceil(len(pixels) / config.batch_size)
    epochs = sum(phase.epochs for phase in phases)
    steps = batches * epochs
    baseline = log_p_of_pixels(images, model_config, train_rows, validation, validation_thresholds)
    yield Began(
        str(device),
        len(pixels),
        len(validation),
        steps,
        epochs,
        tuple(phase.name for phase in phases),
        None if baseline is None else float(baseline.mean()),
    )

    clock = _Clock()
    snapshot_cost = probe_cost = 0.0
    step = 0
    stopped = False
    for phase in phases:
        moving = set(phase.parameters)
        for parameter in model.parameters():
            parameter.requires_grad_(parameter in moving)
        theta = [p for p in model.decoder.parameters() if p in moving] if config.weight_precision else []
        fused = device.type in ("cpu", "cuda")
        optimizer = torch.optim.Adam(phase.parameters, lr=config.learning_rate, fused=fused)
        gradient_steps = batches * phase.epochs * (config.m_steps if phase.name == "EM" else 1)
        scheduler = (
            torch.optim.lr_scheduler.OneCycleLR(
                optimizer, config.learning_rate, total_steps=gradient_steps, cycle_momentum=False
            )
            if config.schedule == "one-cycle" and gradient_steps > 1
            else None
        )
        learning_rate = config.learning_rate
        best, best_weights = -math.inf, None
        first = step
        recent = _Sums(device)
        for _ in range(phase.epochs):
            epoch_sums = _Sums(device)
            for rows in minibatches(len(pixels), config.batch_size, shuffle):
                if stopped := should_stop():
                    break
                batch = pixels[rows]
                thresholds = random_thresholds(batch.shape, noise) if how == "dynamic" else None
                x = seen = observe(batch, how, thresholds)
                if config.noise is not None:
                    seen = observe(corrupt(batch, *config.noise, noise), how, thresholds)
                for number, (loss, terms) in enumerate(phase.losses(x, seen, noise, (step - first) / batches)):
                    if theta:
                        squares = sum((p.square().sum() for p in theta), torch.zeros((), device=device))
                        loss = loss + config.weight_precision / (2 * len(pixels)) * squares
                    optimizer.zero_grad(set_to_none=True)
                    loss.backward()
                    optimizer.step()
                    learning_rate = optimizer.param_groups[0]["lr"]
                    if scheduler is not None:
                        scheduler.step()
                    if number == 0:
                        for sums in (epoch_sums, recent):
                            sums.add(terms.detach())
                step += 1

                now = clock.now()
                if now - clock.last_step >= metrics_every or step == steps:
                    figures = recent.mean()
                    if not figures.is_finite:
                        raise _diverged(step)
                    speed = recent.count / max(now - clock.last_step, 1e-9)
                    clock.last_step = now
                    recent = _Sums(device)
                    bounds = None
                    if phase.probe is not None and now - clock.last_probe >= 5 * probe_cost:
                        bounds = phase.probe()
                        clock.last_probe = clock.now()
                        probe_cost = clock.last_probe - now
                    left = now / step * (steps - step)
                    yield from clock.outside(
                        Step(step / batches, figures, speed, step / steps, left, phase.name, bounds)
                    )
                if watched is not None and now - clock.last_snapshot >= max(snapshot_every, 10 * snapshot_cost):
                    started = clock.now()
                    found = torch.cat([codes(model, part, LIVE_SIDE)[0].cpu() for part in watched.split(1000)])
                    snapshot = Snapshot(step / batches, _weights(model), found, phase.name)
                    if not all(bool(t.isfinite().all()) for t in (snapshot.codes, *snapshot.weights.values())):
                        raise _diverged(step)
                    clock.last_snapshot = clock.now()
                    snapshot_cost = clock.last_snapshot - started
                    yield from clock.outside(snapshot)
            if epoch_sums.count == 0:
                return
            measured = measure(phase.evaluate, validation, validation_thresholds, how, config.noise, seed=config.seed)
            figures = _mean(join(measured))
            if not figures.is_finite:
                raise _diverged(step)
            is_best = figures.bound > best
            weights = _weights(model)
            if is_best:
                best, best_weights = figures.bound, weights
            end = EpochEnd(
                step / batches, epoch_sums.mean(), figures, is_best, clock.now(), learning_rate, weights, phase.name
            )
            yield from clock.outside(end)
            if stopped:
                return
        if best_weights is not None:
            model.load_state_dict(best_weights)  # the next phase goes on from the best epoch of this one


def _phases(model: Model, config: TrainConfig, probe_images: Tensor) -> list[Phase]:
    if model.config.family == "em":
        return em_phases(model, config.epochs, config.amortise_epochs, config.grid_side, config.m_steps, probe_images)
    if model.config.family == "autoencoder" and model.config.architecture == "mlp" and config.pretraining == "greedy":
        return stacked_phases(model, config.layer_epochs, config.epochs)
    weighted = model.config.family == "vae" and config.objective == "iwae"
    samples = config.importance_samples if weighted else 0
    return [vae_phase(model, config.epochs, config.beta, config.warmup_epochs, samples)]


def log_p_of_pixels(
    images: Images, config: ModelConfig, rows: Tensor, pixels: Tensor, thresholds: Tensor
) -> Tensor | None:
    """log p(x) of images pixels (N, C, H, W), (N,) nats per image, if each pixel were independent of the others.

    The yardstick for every model of the same likelihood, fitted to `rows` of the training images in closed form; None
    where there is no closed form.
    """
    if config.likelihood == "continuous-bernoulli":
        return None
    model = fit_pixels(replace(config, family="pixels"), images, rows, BASELINE_STRENGTH).to(pixels.device)
    return join(measure(sampled(model), pixels, thresholds, config.observed_as)).bound


def _train_pixels(
    images: Images, model_config: ModelConfig, config: TrainConfig, train_rows: Tensor, validation_rows: Tensor
) -> Iterator[Event]:
    """Fit independent pixels: one pass over the images, and nothing to iterate."""
    started = time.perf_counter()
    yield Began("cpu", len(train_rows), len(validation_rows), 1, 1)
    model = fit_pixels(model_config, images, train_rows, config.prior_strength)
    figures = []
    for rows in (train_rows, validation_rows):
        pixels = images.pixels[rows]
        thresholds = fixed_thresholds(pixels.shape)
        figures.append(_mean(join(measure(sampled(model), pixels, thresholds, model_config.observed_as))))
    seconds = time.perf_counter() - started
    yield Step(1.0, figures[0], len(train_rows) / max(seconds, 1e-9), 1.0, 0.0)
    yield EpochEnd(1.0, figures[0], figures[1], True, seconds, 0.0, _weights(model))


def _diverged(step: int) -> UserError:
    return UserError(
        f"Training diverged at step {step}: the loss is no longer a finite number. "
        "The epochs finished before are kept. Try a smaller learning rate."
    )


def new_model(config: ModelConfig, image_shape: ImageShape, seed: int) -> Model:
    """Build a model with freshly drawn weights, leaving torch's global generator as it was."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Model(config, image_shape)


class _Clock:
    """Seconds spent training: what happens while an event is handed over (a pause, a slow reader) does not count."""

    def __init__(self) -> None:
        self._origin = time.perf_counter()
        self.last_step = 0.0
        self.last_snapshot = -math.inf
        self.last_probe = -math.inf

    def now(self) -> float:
        return time.perf_counter() - self._origin

    def outside(self, event: Event) -> Iterator[Event]:
        left = time.perf_counter()
        yield event
        self._origin += time.perf_counter() - left


class _Sums:
    """Running sums that stay on the device, so that a step does not wait for it."""

    def __init__(self, device: torch.device) -> None:
        self._totals = torch.zeros(3, device=device)
        self.count = 0

    def add(self, terms: Terms) -> None:
        self._totals += torch.stack((terms.bound.sum(), terms.rate.sum(), terms.distortion.sum()))
        self.count += len(terms.bound)

    def mean(self) -> Figures:
        return Figures(*(self._totals / max(self.count, 1)).tolist())


def _mean(terms: Terms) -> Figures:
    return Figures(float(terms.bound.mean()), float(terms.rate.mean()), float(terms.distortion.mean()))


def _weights(model: Model) -> Weights:
    return {name: value.detach().to("cpu", copy=True) for name, value in model.state_dict().items()}
