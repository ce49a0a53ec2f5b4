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
from vaegui.words import tr

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

    @property
    def verb(self) -> str:
        return "rose" if self.change > 0 else "fell"


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
    sentences: list[_Ways] = [(tr("Nats of {likelihood_in_words}.", likelihood_in_words=model.likelihood_in_words),)]
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
        return [_alone(tr("log p(x)"), bound, tr("without a code it is known exactly"))]
    if model.family == "em":
        if last.epoch > training.epochs:
            return [_alone(tr("the ELBO of the encoder, which is fitted last,"), bound, tr("the decoder rests"))]
        return [_alone(tr("log p(x)"), bound, tr("the E-step is exact, so the bound is log p(x) itself"))]
    if distortion is None:
        return []
    if model.family == "autoencoder":
        return [_alone(tr("the distortion"), distortion, tr("an autoencoder has no rate"))]
    if rate is None:
        return []
    sentences = [_together(rate, distortion)]
    if training.objective == "iwae":
        samples, above = training.importance_samples, last.bound + last.rate + last.distortion
        tight = tr(
            "The importance-weighted bound of {samples} samples is {number}",
            samples=samples,
            number=_number(last.bound),
        )
        side = "above" if above >= 0 else "below"
        sentences.append(
            (
                tr("{tight}, {number} nats {side} the ELBO.", tight=tight, number=_number(abs(above), 2), side=side),
                f"{tight}.",
            )
        )
    return sentences


def _alone(name: str, move: _Move, why: str) -> _Ways:
    digits = _digits(move)
    start = _since_start(move)
    if move.way:
        words = tr(
            "Lately {name} {verb} from {number} to {number_2}",
            name=name,
            verb=move.verb,
            number=_number(move.before, digits),
            number_2=_number(move.now, digits),
        )
    else:
        words = tr("Lately {name} stayed at {number}", name=name, number=_number(move.now))
    return (
        f"{words}{start}: {why}.",
        f"{words}: {why}.",
        f"{words}.",
    )


def _together(rate: _Move, distortion: _Move) -> _Ways:
    gain = -(rate.change + distortion.change)
    now_rate = _number(rate.now, _digits(rate))
    if not rate.way and not distortion.way:
        words = tr(
            "Lately rate and distortion stayed at {number} and {number_2} nats",
            number=_number(rate.now),
            number_2=_number(distortion.now),
        )
        start = _since_start(distortion, tr("the distortion "))
        return (
            f"{words}{start}.",
            f"{words}.",
        )
    meaning = {
        (1, -1): tr("nats spent on codes are repaid in pixels")
        if gain > 0
        else tr("codes cost more nats than they save"),
        (-1, 1): tr("codes save more nats than pixels lose")
        if gain > 0
        else tr("pixels lose more nats than codes save"),
        (-1, -1): tr("better pictures from codes that say less"),
        (1, 1): tr("codes and pixels both cost more"),
        (0, -1): tr("codes that say as much are drawn better"),
        (0, 1): tr("codes that say as much are drawn worse"),
        (1, 0): tr("codes say more, and pictures do not gain"),
        (-1, 0): tr("the same pictures from cheaper codes"),
    }[rate.way, distortion.way]
    first = (
        tr(
            "Lately the rate {verb} from {number} to {now_rate} nats",
            verb=rate.verb,
            number=_number(rate.before, _digits(rate)),
            now_rate=now_rate,
        )
        if rate.way
        else tr("Lately the rate stayed at {number} nats", number=_number(rate.now))
    )
    second = (
        tr(
            "the distortion {verb} by {number}",
            verb=distortion.verb,
            number=_number(abs(distortion.change), _digits(distortion)),
        )
        if distortion.way
        else tr("the distortion stayed at {number}", number=_number(distortion.now))
    )
    words = tr("{first} while {second}", first=first, second=second)
    return (
        f"{words}{_since_start(distortion)}: {meaning}.",
        f"{words}: {meaning}.",
        f"{words}.",
    )


def _since_start(move: _Move, name: str = "") -> str:
    """How far it came in all, where that is another story than what it did lately."""
    if abs(move.since_start) <= max(LEAST, STEADY * abs(move.now), 2 * abs(move.change)):
        return ""
    way = "up" if move.since_start > 0 else "down"
    return tr(" ({name}{way} {number} since the start)", name=name, way=way, number=_number(abs(move.since_start)))


def _what_is_weighed(training: TrainConfig, last: Facts, beta: float) -> list[_Ways]:
    if beta == 1 or not (math.isfinite(last.rate) and math.isfinite(last.distortion)):
        return []
    name = f"{beta:.4g}"
    is_warming_up = beta < training.beta
    head = tr("In warm-up to {beta:.4g}, β = {name}", beta=training.beta, name=name) if is_warming_up else f"β = {name}"
    elbo = tr("the ELBO is {number}", number=_number(last.bound))
    if beta == 0:
        return [
            (
                tr(
                    "{head} leaves the rate free: {number} is minimised; {elbo}.",
                    head=head,
                    number=_number(last.distortion),
                    elbo=elbo,
                ),
            )
        ]
    minimised = tr("{sum} is minimised", sum=_sum(last, beta, name))
    return [
        (
            tr(
                "{head} counts each nat of rate {name} times: {minimised}; {elbo}.",
                head=head,
                name=name,
                minimised=minimised,
                elbo=elbo,
            ),
            f"{head}: {minimised}; {elbo}.",
            f"β = {name}: {minimised}.",
        )
    ]


def _sum(last: Facts, beta: float, name: str) -> str:
    """Distortion + β × rate = their sum; “≈” where the rounded numbers do not add up."""
    total = last.distortion + beta * last.rate
    for digits in (1, 2, 3):
        shown = round(last.distortion, 1) + float(name) * round(last.rate, digits)
        if abs(shown - round(total, 1)) < 0.05:
            sign = "="
            break
    else:
        sign = "≈"
    terms = f"{_number(last.distortion)} + {name} × {_number(last.rate, digits)}"
    return f"{terms} {sign} {_number(total)}"


def _what_collapsed(per_dimension: Sequence[float], epoch: float) -> list[_Ways]:
    collapsed = {number: nats for number, nats in enumerate(per_dimension, start=1) if nats < COLLAPSED}
    if not collapsed:
        return []
    is_one = len(collapsed) == 1
    if len(collapsed) > MOST_NAMED:
        who = tr(
            "{collapsed} of {per_dimension} dimensions", collapsed=len(collapsed), per_dimension=len(per_dimension)
        )
        nats = tr("have a KL below {collapsed:g} nats", collapsed=COLLAPSED)
        if epoch < 1:
            return [(tr("{who} say nothing yet: they {nats}.", who=who, nats=nats),)]
        return [
            (
                tr("{who} have collapsed: they {nats}, their posteriors are the prior.", who=who, nats=nats),
                tr("{who} {nats}: collapsed.", who=who, nats=nats),
            )
        ]
    who = _listed([f"z{_subscript(number)}" for number in collapsed])
    nats = _listed([_number(value, 3) for value in collapsed.values()])
    kl = tr("its KL is {nats} nats", nats=nats) if is_one else tr("their KLs are {nats} nats", nats=nats)
    if epoch < 1:  # a fresh encoder says the prior, too
        return [(tr("{who} {value} nothing yet: {kl}.", who=who, value="says" if is_one else "say", kl=kl),)]
    has = "has" if is_one else "have"
    posterior = tr("its posterior is the prior") if is_one else tr("their posteriors are the prior")
    return [
        (
            tr("{who} {has} collapsed: {kl}, {posterior}.", who=who, has=has, kl=kl, posterior=posterior),
            tr("{who} {has} collapsed: {kl}.", who=who, has=has, kl=kl),
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


def _number(value: float, digits: int = 1) -> str:
    """For reading, with a true minus sign, and none before zero."""
    return f"{round(value, digits) + 0.0:,.{digits}f}".replace("-", "−")


def _subscript(number: int) -> str:
    return "".join(chr(0x2080 + int(digit)) for digit in str(number))


def _listed(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else tr("{words} and {words_2}", words=", ".join(words[:-1]), words_2=words[-1])
