"""A running training in one to three sentences, computed from its figures: what moved, by how much, and what it means.

Nothing here is guessed: each number is one of the figures, a setting, or follows from them.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from statistics import variance
from typing import NamedTuple

from torch import Tensor

from vaegui.families import TrainConfig, is_greedy
from vaegui.models import ModelConfig
from vaegui.projections import name_of
from vaegui.words import grouped, plural, tr

COLLAPSED = 0.01  # nats: a dimension of z with less than that tells images apart no more than the prior does
FEW = 5  # entries at most whose mean is compared with that of as many before them
STEADY = 0.003  # of a figure: as long as it moves less than that, or than `LEAST`, or than its noise, it stays
LEAST = 0.05  # nats
ERRORS = 2.5  # standard errors that noise is given, so that the words do not flicker
LONGEST = 280  # characters
MOST_NAMED = 3  # collapsed dimensions that are called by their names

_Ways = tuple[str, ...]  # one sentence, said in several ways, the longest first


class Facts(NamedTuple):
    """Where a training stands, as means over images in nats per image."""

    epoch: float  # counted through all phases
    rate: float  # NaN for an autoencoder
    distortion: float
    bound: float  # what the family is judged by: see `objectives`


class _Move(NamedTuple):
    """How one figure moved lately, in nats per image: from a mean of a few entries to the mean of those after them."""

    before: float
    now: float
    since_start: float
    noise: float  # standard error of the change

    @property
    def change(self) -> float:
        return self.now - self.before

    @property
    def way(self) -> int:
        """1 up, −1 down, 0 where it stays."""
        if abs(self.change) <= max(LEAST, STEADY * abs(self.now), ERRORS * self.noise):
            return 0
        return 1 if self.change > 0 else -1


def rate_per_dimension(mean: Tensor, std: Tensor) -> Tensor:
    """KL(q(z_d|x) ‖ N(0, 1)) of each dimension, averaged over images: (M, D), (M, D) → (D,), nats per image.

    It is ½ (σ² + μ² − 1 − log σ²), and the dimensions add up to the rate, since q and the prior are products over them.
    """
    mean, std = mean.double(), std.double()
    return (0.5 * (std.square() + mean.square() - 1) - std.log()).mean(0)


def beta_at(model: ModelConfig, training: TrainConfig, epoch: float) -> float:
    """β after so many epochs, as `phases.vae_phase` lets it rise; 1 where it plays no part."""
    if model.family != "vae" or training.objective == "iwae":
        return 1.0
    warmup = training.warmup_epochs
    return training.beta * min(1.0, epoch / warmup) if warmup else training.beta


def narrate(
    model: ModelConfig, training: TrainConfig, history: Sequence[Facts], per_dimension: Sequence[float] = ()
) -> str:
    """Say what the figures did lately, in 280 characters at most.

    Args:
        model: what is trained.
        training: how.
        history: validation figures epoch by epoch (or training figures before the first epoch is over), oldest first.
        per_dimension: `rate_per_dimension` of the codes as they are now, if it is known.
    """
    sentences: list[_Ways] = [(tr("Nats of {likelihood}.", likelihood=model.likelihood_in_words),)]
    history = [facts for facts in _of_this_phase(model, training, history) if math.isfinite(facts.bound)]
    if len(history) > 1:
        sentences += _what_moved(model, training, history)
        if model.family == "vae":
            sentences += _what_is_weighed(training, history[-1], beta_at(model, training, history[-1].epoch))
            sentences += _what_collapsed(per_dimension, history[-1].epoch)
    return _fitted(sentences)


def _of_this_phase(model: ModelConfig, training: TrainConfig, history: Sequence[Facts]) -> Sequence[Facts]:
    """Those entries that can be compared with the last: another phase judges by another bound, or by fewer layers."""
    starts: list[int] = []
    if model.family == "em":
        starts = [training.epochs]
    elif is_greedy(model, training):
        starts = [training.layer_epochs * layer for layer in range(1, len(model.hidden) + 2)]
    begun = [start for start in starts if history and start < history[-1].epoch]
    return [facts for facts in history if facts.epoch > max(begun)] if begun else history


def _move(values: Sequence[float]) -> _Move | None:
    if not all(math.isfinite(value) for value in values):
        return None
    few = min(FEW, len(values) // 2)
    recent = values[-2 * few :]
    before, now = sum(recent[:few]) / few, sum(recent[few:]) / few
    # Differences of neighbours tell noise from a trend, which moves all of them alike.
    steps = [after - value for value, after in itertools.pairwise(recent)]
    noise = math.sqrt(variance(steps) / few) if len(steps) > 1 else 0.0
    return _Move(before, now, now - values[0], noise)


def _what_moved(model: ModelConfig, training: TrainConfig, history: Sequence[Facts]) -> list[_Ways]:
    last = history[-1]
    bound, distortion = _move([facts.bound for facts in history]), _move([facts.distortion for facts in history])
    rate = _move([facts.rate for facts in history])
    assert bound is not None
    if model.family == "pixels":
        return [_ways(_log_p_lately(bound), bound, tr("without a code it is known exactly"))]
    if model.family == "em":
        if last.epoch > training.epochs:
            return [_ways(_encoder_lately(bound), bound, tr("the decoder rests"))]
        return [_ways(_log_p_lately(bound), bound, tr("the E-step is exact, so the bound is log p(x) itself"))]
    if distortion is None:
        return []
    if model.family == "autoencoder":
        return [_ways(_distortion_lately(distortion), distortion, tr("an autoencoder has no rate"))]
    if rate is None:
        return []
    sentences = [_together(rate, distortion)]
    if training.objective == "iwae":
        sentences.append(_what_iwae_adds(training.importance_samples, last))
    return sentences


def _ways(lately: str, move: _Move, meaning: str) -> _Ways:
    return f"{lately}{_since_start(move)}: {meaning}.", f"{lately}: {meaning}.", f"{lately}."


def _log_p_lately(move: _Move) -> str:
    if not move.way:
        return tr("Lately log p(x) stayed at {now}", now=_number(move.now))
    before, now = _ends(move)
    if move.way > 0:
        return tr("Lately log p(x) rose from {before} to {now}", before=before, now=now)
    return tr("Lately log p(x) fell from {before} to {now}", before=before, now=now)


def _encoder_lately(move: _Move) -> str:
    if not move.way:
        return tr("Lately the ELBO of the encoder, which is fitted last, stayed at {now}", now=_number(move.now))
    before, now = _ends(move)
    if move.way > 0:
        return tr(
            "Lately the ELBO of the encoder, which is fitted last, rose from {before} to {now}", before=before, now=now
        )
    return tr(
        "Lately the ELBO of the encoder, which is fitted last, fell from {before} to {now}", before=before, now=now
    )


def _distortion_lately(move: _Move) -> str:
    if not move.way:
        return tr("Lately the distortion stayed at {now}", now=_number(move.now))
    before, now = _ends(move)
    if move.way > 0:
        return tr("Lately the distortion rose from {before} to {now}", before=before, now=now)
    return tr("Lately the distortion fell from {before} to {now}", before=before, now=now)


def _together(rate: _Move, distortion: _Move) -> _Ways:
    gain = -(rate.change + distortion.change)
    rate_before, rate_now = _ends(rate) if rate.way else (_number(rate.before), _number(rate.now))
    pixels_now, nats = _number(distortion.now), _number(abs(distortion.change), _digits(distortion))
    match rate.way, distortion.way:
        case 1, -1:
            lately = tr(
                "Lately the rate rose from {rate_before} to {rate_now} nats while the distortion fell by {nats}",
                rate_before=rate_before,
                rate_now=rate_now,
                nats=nats,
            )
            if gain > 0:
                meaning = tr("nats spent on codes are repaid in pixels")
            else:
                meaning = tr("codes cost more nats than they save")
        case -1, 1:
            lately = tr(
                "Lately the rate fell from {rate_before} to {rate_now} nats while the distortion rose by {nats}",
                rate_before=rate_before,
                rate_now=rate_now,
                nats=nats,
            )
            if gain > 0:
                meaning = tr("codes save more nats than pixels lose")
            else:
                meaning = tr("pixels lose more nats than codes save")
        case -1, -1:
            lately = tr(
                "Lately the rate fell from {rate_before} to {rate_now} nats while the distortion fell by {nats}",
                rate_before=rate_before,
                rate_now=rate_now,
                nats=nats,
            )
            meaning = tr("better pictures from codes that say less")
        case 1, 1:
            lately = tr(
                "Lately the rate rose from {rate_before} to {rate_now} nats while the distortion rose by {nats}",
                rate_before=rate_before,
                rate_now=rate_now,
                nats=nats,
            )
            meaning = tr("codes and pixels both cost more")
        case 0, -1:
            lately = tr(
                "Lately the rate stayed at {rate} nats while the distortion fell by {nats}", rate=rate_now, nats=nats
            )
            meaning = tr("codes that say as much are drawn better")
        case 0, 1:
            lately = tr(
                "Lately the rate stayed at {rate} nats while the distortion rose by {nats}", rate=rate_now, nats=nats
            )
            meaning = tr("codes that say as much are drawn worse")
        case 1, 0:
            lately = tr(
                "Lately the rate rose from {rate_before} to {rate_now} nats while the distortion stayed at "
                "{distortion}",
                rate_before=rate_before,
                rate_now=rate_now,
                distortion=pixels_now,
            )
            meaning = tr("codes say more, and pictures do not gain")
        case -1, 0:
            lately = tr(
                "Lately the rate fell from {rate_before} to {rate_now} nats while the distortion stayed at "
                "{distortion}",
                rate_before=rate_before,
                rate_now=rate_now,
                distortion=pixels_now,
            )
            meaning = tr("the same pictures from cheaper codes")
        case _:
            lately = tr(
                "Lately rate and distortion stayed at {rate} and {distortion} nats",
                rate=rate_now,
                distortion=pixels_now,
            )
            return f"{lately}{_since_start(distortion, is_named=True)}.", f"{lately}."
    return _ways(lately, distortion, meaning)


def _since_start(move: _Move, is_named: bool = False) -> str:
    """How far it came in all, where that is another story than what it did lately; by name if it is a distortion's."""
    if abs(move.since_start) <= max(LEAST, STEADY * abs(move.now), 2 * abs(move.change)):
        return ""
    nats = _number(abs(move.since_start))
    if is_named and move.since_start > 0:
        words = tr("(the distortion up {nats} since the start)", nats=nats)
    elif is_named:
        words = tr("(the distortion down {nats} since the start)", nats=nats)
    elif move.since_start > 0:
        words = tr("(up {nats} since the start)", nats=nats)
    else:
        words = tr("(down {nats} since the start)", nats=nats)
    return f" {words}"


def _what_iwae_adds(samples: int, last: Facts) -> _Ways:
    bound, above = _number(last.bound), last.bound + last.rate + last.distortion
    if above >= 0:
        long = plural(
            samples,
            "The importance-weighted bound of {count} sample is {bound}, {nats} nats above the ELBO.",
            "The importance-weighted bound of {count} samples is {bound}, {nats} nats above the ELBO.",
            bound=bound,
            nats=_number(above, 2),
        )
    else:
        long = plural(
            samples,
            "The importance-weighted bound of {count} sample is {bound}, {nats} nats below the ELBO.",
            "The importance-weighted bound of {count} samples is {bound}, {nats} nats below the ELBO.",
            bound=bound,
            nats=_number(-above, 2),
        )
    short = plural(
        samples,
        "The importance-weighted bound of {count} sample is {bound}.",
        "The importance-weighted bound of {count} samples is {bound}.",
        bound=bound,
    )
    return long, short


def _what_is_weighed(training: TrainConfig, last: Facts, beta: float) -> list[_Ways]:
    if beta == 1 or not (math.isfinite(last.rate) and math.isfinite(last.distortion)):
        return []
    weight, elbo = f"{beta:.4g}", _number(last.bound)
    if beta == 0 and training.beta > 0:
        return [
            (
                tr(
                    "In warm-up to {target}, β = 0 leaves the rate free: {distortion} is minimised; "
                    "the ELBO is {elbo}.",
                    target=f"{training.beta:.4g}",
                    distortion=_number(last.distortion),
                    elbo=elbo,
                ),
            )
        ]
    if beta == 0:
        return [
            (
                tr(
                    "β = 0 leaves the rate free: {distortion} is minimised; the ELBO is {elbo}.",
                    distortion=_number(last.distortion),
                    elbo=elbo,
                ),
            )
        ]
    loss = _sum(last, beta, weight)
    shortest = tr("β = {beta}: {loss} is minimised.", beta=weight, loss=loss)
    if beta < training.beta:
        target = f"{training.beta:.4g}"
        return [
            (
                tr(
                    "In warm-up to {target}, β = {beta} counts each nat of rate {beta} times: {loss} is minimised; "
                    "the ELBO is {elbo}.",
                    target=target,
                    beta=weight,
                    loss=loss,
                    elbo=elbo,
                ),
                tr(
                    "In warm-up to {target}, β = {beta}: {loss} is minimised; the ELBO is {elbo}.",
                    target=target,
                    beta=weight,
                    loss=loss,
                    elbo=elbo,
                ),
                shortest,
            )
        ]
    return [
        (
            tr(
                "β = {beta} counts each nat of rate {beta} times: {loss} is minimised; the ELBO is {elbo}.",
                beta=weight,
                loss=loss,
                elbo=elbo,
            ),
            tr("β = {beta}: {loss} is minimised; the ELBO is {elbo}.", beta=weight, loss=loss, elbo=elbo),
            shortest,
        )
    ]


def _sum(last: Facts, beta: float, weight: str) -> str:
    """Distortion + β × rate = their sum; “≈” where the rounded numbers do not add up."""
    total = last.distortion + beta * last.rate
    for digits in (1, 2, 3):
        shown = round(last.distortion, 1) + float(weight) * round(last.rate, digits)
        if abs(shown - round(total, 1)) < 0.05:
            sign = "="
            break
    else:
        sign = "≈"
    terms = f"{_number(last.distortion)} + {weight} × {_number(last.rate, digits)}"
    return f"{terms} {sign} {_number(total)}"


def _what_collapsed(per_dimension: Sequence[float], epoch: float) -> list[_Ways]:
    collapsed = {number: nats for number, nats in enumerate(per_dimension, start=1) if nats < COLLAPSED}
    if not collapsed:
        return []
    if len(collapsed) > MOST_NAMED:
        count, of, least = len(collapsed), len(per_dimension), f"{COLLAPSED:g}"
        if epoch < 1:  # a fresh encoder says the prior, too
            return [
                (
                    tr(
                        "{collapsed} of {dimensions} dimensions say nothing yet: they have a KL below {nats} nats.",
                        collapsed=count,
                        dimensions=of,
                        nats=least,
                    ),
                )
            ]
        return [
            (
                tr(
                    "{collapsed} of {dimensions} dimensions have collapsed: they have a KL below {nats} nats, their "
                    "posteriors are the prior.",
                    collapsed=count,
                    dimensions=of,
                    nats=least,
                ),
                tr(
                    "{collapsed} of {dimensions} dimensions have a KL below {nats} nats: collapsed.",
                    collapsed=count,
                    dimensions=of,
                    nats=least,
                ),
            )
        ]
    who = _listed([name_of(number - 1) for number in collapsed])
    nats = _listed([_number(value, 3) for value in collapsed.values()])
    if epoch < 1:
        return [
            (
                plural(
                    len(collapsed),
                    "{dimensions} says nothing yet: its KL is {nats} nats.",
                    "{dimensions} say nothing yet: their KLs are {nats} nats.",
                    dimensions=who,
                    nats=nats,
                ),
            )
        ]
    return [
        (
            plural(
                len(collapsed),
                "{dimensions} has collapsed: its KL is {nats} nats, its posterior is the prior.",
                "{dimensions} have collapsed: their KLs are {nats} nats, their posteriors are the prior.",
                dimensions=who,
                nats=nats,
            ),
            plural(
                len(collapsed),
                "{dimensions} has collapsed: its KL is {nats} nats.",
                "{dimensions} have collapsed: their KLs are {nats} nats.",
                dimensions=who,
                nats=nats,
            ),
        )
    ]


def _fitted(sentences: Sequence[_Ways]) -> str:
    """Say all of it, each sentence as long as there is room for: the first that can be is shortened first."""
    chosen = [0] * len(sentences)

    def text() -> str:
        return " ".join(sentence[way] for sentence, way in zip(sentences, chosen, strict=True))

    for index, sentence in enumerate(sentences):
        while len(text()) > LONGEST and chosen[index] + 1 < len(sentence):
            chosen[index] += 1
    return text()


def _digits(move: _Move) -> int:
    return 1 if abs(move.change) >= 0.2 else 2


def _ends(move: _Move) -> tuple[str, str]:
    """Where it came from and where it is, with as many digits as it takes to tell them apart."""
    return _number(move.before, _digits(move)), _number(move.now, _digits(move))


def _number(value: float, digits: int = 1) -> str:
    """For reading, with a true minus sign, and none before zero."""
    return grouped(f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−"))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else tr("{first} and {last}", first=", ".join(words[:-1]), last=words[-1])
