"""What a running training is doing, in one or two sentences that are made of its figures.

All figures are nats per image. A figure is said to rise or fall where the mean of the last few entries differs from
that of a few entries a fifth of the time earlier by more than noise would explain; so the words do not flicker.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from statistics import fmean, variance
from typing import Literal, NamedTuple

from torch import Tensor

from vaegui.families import TrainConfig, is_greedy
from vaegui.models import ModelConfig

COLLAPSED = 0.01  # nats: a latent dimension whose posteriors are that close to the prior carries no information
MOVED = 1.0  # nats that the distortion must have changed by before that is a collapse and not how the model began
ENOUGH = 5  # entries, before anything is said to rise or fall
EARLIER = 0.2  # of the time so far: how long ago the figures are compared with
WINDOW = 0.15  # of the time so far, that is averaged over at either end
ERRORS = 2.5  # standard errors of the difference that noise is given
SHARE_OF_RANGE = 0.02  # a change that is smaller is none, compared with all that the figure has gone through
SHARE_OF_SIZE = 1e-3  # and compared with the figure itself
SMALLEST = 0.005  # nats, of which two decimals show nothing
LONGEST = 260  # characters
MOST_NAMED = 3  # collapsed dimensions that are named one by one

Trend = Literal["rising", "falling", "steady"]


class Facts(NamedTuple):
    """What is known at one moment of a training; nats per image."""

    epoch: float  # counted through all phases
    rate: float  # NaN for an autoencoder
    distortion: float
    bound: float  # what the family is judged by: see `objectives`
    beta: float  # the weight of the rate now: 1 except for a β-VAE; smaller during warm-up
    per_dimension: tuple[float, ...]  # KL of each latent dimension, a mean over watched images; () where unknown


class Course(NamedTuple):
    """What a figure did."""

    now: float
    trend: Trend | None  # None before there are enough entries to tell
    change: float  # over the recent past, between two means
    span: float  # epochs that the recent past is long
    total: float  # change since the first entry


def rate_per_dimension(mean: Tensor, std: Tensor) -> Tensor:
    """The rate of each latent dimension, mean KL(q(z_d|x) ‖ N(0, 1)) over images, (D,) nats.

    In closed form ½ (σ² + μ² − 1 − log σ²); the sum over dimensions is the rate, since q(z|x) and the prior are both
    products. It is infinite where σ = 0, as for the codes of an autoencoder.

    Args:
        mean: μ, the codes (M, D) of M images.
        std: σ, their standard deviations (M, D).
    """
    return (std.square() + mean.square() - 1 - 2 * std.log()).mean(0) / 2


def beta_at(config: TrainConfig, epoch: float) -> float:
    """The weight of the rate in the loss after so many epochs, as `phases.vae_phase` has it: β, or on its way there.

    It is 1 where β plays no part: for the importance-weighted bound here, for families other than the VAE because they
    refuse to have another β.
    """
    if config.objective == "iwae":
        return 1.0
    return config.beta * (min(1.0, epoch / config.warmup_epochs) if config.warmup_epochs else 1.0)


def narrate(model: ModelConfig, training: TrainConfig, history: Sequence[Facts]) -> str:
    """Say what the figures belong to, what they did, and what follows from it: about 260 characters at most.

    Args:
        model: what is trained.
        training: how it is trained.
        history: the figures so far, in order; there may be any number of them, and they need not be evenly spaced.
    """
    if not history:
        return f"{_lead(model, training, brief=False)} no figures yet."
    begin = _begin_of_phase(model, training, history[-1].epoch)
    history = [facts for facts in history if facts.epoch > begin] or history[-1:]
    text = ""
    for brevity in range(3):
        text = f"{_lead(model, training, brief=brevity > 1)} {_narrated(model, training, history, brevity)}"
        if len(text) <= LONGEST:
            break
    return text


def course(history: Sequence[Facts], term: Literal["rate", "distortion", "bound"]) -> Course:
    """What one of the terms did recently, and since the first entry of the history."""
    values = [float(getattr(facts, term)) for facts in history]
    epochs = [facts.epoch for facts in history]
    now, total = values[-1], values[-1] - values[0]
    if len(history) < ENOUGH:
        return Course(now, None, math.nan, math.nan, total)
    time = epochs[-1] - epochs[0]
    late = [i for i, epoch in enumerate(epochs) if epoch > epochs[-1] - WINDOW * time] or [len(epochs) - 1]
    then = epochs[-1] - EARLIER * time
    others = range(late[0])
    early = [i for i in others if then - WINDOW * time < epochs[i] <= then]
    early = early or [min(others, key=lambda i: abs(epochs[i] - then))]
    change = fmean(values[i] for i in late) - fmean(values[i] for i in early)
    span = fmean(epochs[i] for i in late) - fmean(epochs[i] for i in early)
    # Differences of neighbours tell noise from a trend, which moves all of them alike.
    steps = [b - a for a, b in zip(values[early[0] :], values[early[0] + 1 :], strict=False)]
    noise = variance(steps) / 2 if len(steps) > 1 else 0.0
    tolerance = max(
        ERRORS * math.sqrt(noise * (1 / len(late) + 1 / len(early))),
        SHARE_OF_RANGE * (max(values) - min(values)),
        SHARE_OF_SIZE * abs(now),
        SMALLEST,
    )
    trend: Trend = "steady" if abs(change) <= tolerance else ("rising" if change > 0 else "falling")
    return Course(now, trend, change, span, total)


def collapsed(history: Sequence[Facts]) -> tuple[tuple[int, float], ...]:
    """The latent dimensions whose posteriors have become the prior, from 0 on, and the KL of each in nats.

    A fresh encoder says the prior of every image as well, so nothing has collapsed before the distortion has moved.
    """
    known = _last_known(history)
    if not known or abs(history[-1].distortion - history[0].distortion) <= MOVED:
        return ()
    return tuple((index, nats) for index, nats in enumerate(known) if nats < COLLAPSED)


def _lead(model: ModelConfig, training: TrainConfig, brief: bool) -> str:
    is_score = model.likelihood == "bernoulli" and model.observed_as == "none"
    score = " (a score, no log-likelihood)" if is_score and not brief else ""
    noise = ", noise on the input" if training.noise is not None and not brief else ""
    return f"Nats per image, {model.likelihood_in_words}{score}{noise}:"


def _begin_of_phase(model: ModelConfig, training: TrainConfig, epoch: float) -> float:
    """The epoch at which the present phase began: what was measured before it is of another kind."""
    starts: list[int] = []
    if model.family == "em":
        starts = [training.epochs]
    elif is_greedy(model, training):
        starts = [(layer + 1) * training.layer_epochs for layer in range(len(model.hidden) + 1)]
    return max((float(start) for start in starts if start < epoch), default=-math.inf)


def _narrated(model: ModelConfig, training: TrainConfig, history: Sequence[Facts], brevity: int) -> str:
    now = history[-1]
    if model.family == "pixels":
        return f"independent pixels have no code, so no rate either: log p(x) is {_nats(now.bound)}, in closed form."
    distortion = course(history, "distortion")
    if model.family == "autoencoder":
        told = _told({"distortion": distortion}, history, brevity)
        return f"{told} An autoencoder has no rate: its codes cost nothing, so this is no bound on log p(x)."
    rate = course(history, "rate")
    told = _told({"rate": rate, "distortion": distortion}, history, brevity)
    gone = collapsed(history)
    if model.family == "em":
        remark = _of_em(training, now)
    elif training.objective == "iwae":
        remark = (
            f"The IWAE bound of K = {training.importance_samples} samples is {_nats(now.bound)}, "
            f"the ELBO of the same q {_nats(-(now.rate + now.distortion))}."
        )
    elif now.beta != 1:
        remark = _weighed(training, now, brevity)
    else:
        remark = "" if gone else f"{_traded(rate.trend, distortion.trend)} ELBO is {_nats(now.bound)}."
    parts = (told, _collapse_in_words(gone, len(_last_known(history)), brevity), remark)
    return " ".join(part for part in parts if part)


def _told(courses: dict[str, Course], history: Sequence[Facts], brevity: int) -> str:
    """What each figure is and what it did."""
    first = next(iter(courses.values()))
    if first.trend is None:
        figures = ", ".join(f"{name} {_nats(found.now)}" for name, found in courses.items())
        return f"{figures}; it has only just begun."
    if brevity:
        return ", ".join(f"{name} {_nats(found.now)} ({found.trend})" for name, found in courses.items()) + "."
    words = []
    for name, found in courses.items():
        changes = (_signed(found.change), _signed(found.total))
        if found is first:
            recently, since = f"{changes[0]} in {_epochs(found.span)} epochs", _epochs(history[0].epoch)
            words.append(f"{name} {_nats(found.now)}, {found.trend} ({recently}, {changes[1]} since epoch {since})")
        else:
            words.append(f"{name} {_nats(found.now)}, {found.trend} ({changes[0]}, {changes[1]})")
    return "; ".join(words) + "."


def _traded(rate: Trend | None, distortion: Trend | None) -> str:
    """What the two trends mean together, as the beginning of a sentence about the ELBO."""
    if rate is None or distortion is None:
        return "The"
    means = {
        ("rising", "falling"): "The code says more and the pixels cost less",
        ("rising", "steady"): "The code says more and the pixels hardly cost less",
        ("rising", "rising"): "Code and pixels both cost more",
        ("steady", "falling"): "As many nats of code describe the pixels better",
        ("steady", "steady"): "Hardly anything moves",
        ("steady", "rising"): "The pixels cost more and the code no less",
        ("falling", "falling"): "Code and pixels both get cheaper",
        ("falling", "steady"): "The code gets cheaper and the pixels hardly cost more",
        ("falling", "rising"): "The code says less and the pixels pay for it",
    }[rate, distortion]
    return f"{means}: the"


def _weighed(training: TrainConfig, now: Facts, brevity: int) -> str:
    """What β makes of the two terms."""
    beta = f"{now.beta:.3g}"
    to_come = ""
    if beta_at(training, now.epoch) != training.beta and brevity < 2:
        to_come = f" (β will be {training.beta:g} from epoch {training.warmup_epochs} on)"
    elbo = f"while the ELBO is {_nats(now.bound)}{to_come}."
    if now.beta == 0:
        return f"β = 0 does not count the rate: {_nats(now.distortion)} minimised, {elbo}"
    total = _nats(now.beta * now.rate + now.distortion)
    sum_of = f"{beta} × {_nats(now.rate)} + {_nats(now.distortion)} = {total}"
    return f"β = {beta} counts each nat of rate {beta} times: {sum_of} minimised, {elbo}"


def _of_em(training: TrainConfig, now: Facts) -> str:
    if now.epoch <= training.epochs:
        return f"With the exact posterior as q their negative sum is log p(x) itself: {_nats(now.bound)}."
    return f"The decoder is at rest, the encoder learns the posteriors: its ELBO is {_nats(now.bound)}."


def _collapse_in_words(gone: Sequence[tuple[int, float]], dimensions: int, brevity: int) -> str:
    if not gone:
        return ""
    if len(gone) > MOST_NAMED:
        return (
            f"{len(gone)} of {dimensions} latent dimensions have collapsed (KL below {COLLAPSED:g} nats each): "
            "their posteriors are the prior."
        )
    names = _listed([f"z{_subscript(index + 1)}" for index, _ in gone])
    nats = _listed([f"{max(value, 0.0):.3f}" for _, value in gone])
    if len(gone) == 1:
        found, then = f"{names} has collapsed: KL {nats} nats, its posterior is the prior", "from it"
    else:
        found, then = f"{names} have collapsed: KL {nats} nats, their posteriors are the prior", "from them"
    return f"{found}." if brevity > 1 else f"{found}, the decoder learns nothing {then}."


def _last_known(history: Sequence[Facts]) -> tuple[float, ...]:
    return next((facts.per_dimension for facts in reversed(history) if facts.per_dimension), ())


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _subscript(value: int) -> str:
    return "".join(chr(0x2080 + int(digit)) for digit in str(value))


def _nats(value: float) -> str:
    """Two decimals, and one where the figure is large, with a true minus sign."""
    text = f"{value:,.{1 if abs(value) >= 100 else 2}f}"
    return "0.00" if text == "-0.00" else text.replace("-", "−")


def _signed(value: float) -> str:
    text = _nats(value)
    return text if text.startswith("−") else f"+{text}"


def _epochs(value: float) -> str:
    if value >= 10:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 1 else f"{value:.1g}"
