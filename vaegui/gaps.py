"""How far the ELBO is below log p(x), and why: for one image, over a dataset, and of the rate as a whole.

log p(x) = ELBO(q) + KL(q ‖ p(z|x)) holds for any q. The gap splits into what the encoder loses against the best
Gaussian (amortisation) and what the best Gaussian loses against the posterior (approximation).
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor

from vaegui import variational
from vaegui.models import Model
from vaegui.quadrature import Exact, integrate
from vaegui.steps import at_share, part_of
from vaegui.variational import Gaussians, amortised

RESIDUAL = 2e-4  # nats: where the identity is further open than that, its sums are made finer
FINER = ((20, 0.5), (40, 0.3), (80, 0.2))  # orders of the Gauss–Hermite rule, spacings of the lattice in deviations
BLOCK = 250  # images whose gaps are split together, so that a cancellation is heard soon
MOST_NODES = 3000  # along each axis of the lattice that the aggregate posterior is summed on


class Identity(NamedTuple):
    """log p(x) = ELBO + KL(q ‖ p(z|x)) with each part summed by itself, (N,) nats per image."""

    rate: Tensor
    distortion: Tensor
    gap: Tensor  # KL(q ‖ p(z|x))
    residual: Tensor  # log p(x) − ELBO − KL, which is zero but for the errors of the sums

    @property
    def elbo(self) -> Tensor:
        """−(rate + distortion)."""
        return -(self.rate + self.distortion)


def close(model: Model, x: Tensor, q: Gaussians, log_p: Tensor) -> Identity:
    """Both sides of the identity for images x (N, C, H, W) with exact log p(x) (N,), in one or two dimensions.

    The ELBO is the closed form of the rate and a Gauss–Hermite sum of the distortion, the gap a sum over a lattice
    around q (`variational.gap`). Both are made finer for those images where they do not agree to 0.0002 nats.
    """
    size = q.mean.shape[1]
    found = variational.terms(model, x, q)
    gap = variational.gap(model, x, q, log_p)
    values = [found.rate, found.distortion, gap, log_p - found.bound - gap]
    for order, spacing in FINER:
        rows = (values[3].abs() > RESIDUAL).nonzero().squeeze(1)
        if not len(rows):
            break
        part, own = x[rows], q.at(rows)
        terms = variational.terms(model, part, own, variational.rule(size, order))
        finer = variational.gap(model, part, own, log_p[rows], variational.lattice(size, spacing))
        for known, new in zip(
            values, (terms.rate, terms.distortion, finer, log_p[rows] - terms.bound - finer), strict=True
        ):
            known[rows] = new
    return Identity(*values)


def starts(exact: Exact) -> Gaussians:
    """A small Gaussian at the highest point of each posterior: where the search for the best one begins as well.

    It finds the mode that the encoder may have missed.
    """
    deviation = 1.5 * exact.spacing.view(
        -1, 1, 1
    )  # the spacing that a posterior needs is about two thirds of its width
    return Gaussians(exact.top.clone(), deviation * torch.eye(exact.top.shape[1]).to(exact.top))


@dataclass(frozen=True)
class Split:
    """The gaps of N images, (N,) each in nats per image, float64 on the CPU."""

    log_p: Tensor
    change: Tensor  # by how much halving the spacing raised log_p the last time (`quadrature.Exact`)
    rate: Tensor
    distortion: Tensor
    gap: Tensor  # KL(q_φ(z|x) ‖ p(z|x))
    residual: Tensor
    best: Tensor  # ELBO(q*), the best Gaussian's

    @property
    def elbo(self) -> Tensor:
        """ELBO(q_φ)."""
        return -(self.rate + self.distortion)

    @property
    def amortisation(self) -> Tensor:
        """ELBO(q*) − ELBO(q_φ): what one encoder for all images loses."""
        return self.best - self.elbo

    @property
    def approximation(self) -> Tensor:
        """log p(x) − ELBO(q*): what a Gaussian loses."""
        return self.log_p - self.best


def split(model: Model, x: Tensor, *, full: bool = False, exact: Exact | None = None) -> Generator[float, None, Split]:
    """Measure and split the gap of each of the images x (N, C, H, W); yields the share done.

    Args:
        model: with a trained encoder, and one or two latent dimensions.
        x: images as the model sees them.
        full: let the best Gaussian be correlated.
        exact: what `quadrature.integrate` found of the same images, where it is known.
    """
    if exact is None:
        exact = yield from part_of(integrate(model, x), 0.0, 0.3)
    parts = []
    for start in range(0, len(x), BLOCK):
        rows = torch.arange(start, min(start + BLOCK, len(x)))
        images, known = x[rows], Exact(*(value[rows] for value in exact))
        q = amortised(model, images)
        identity = close(model, images, q, known.log_p)
        best = yield from _best(model, images, q, known, full, 0.3 + 0.7 * (start + 0.4 * len(rows)) / len(x))
        parts.append((known.log_p, known.change, *identity, torch.maximum(best, identity.elbo)))
        yield 0.3 + 0.7 * (start + len(rows)) / len(x)
    return Split(*(torch.cat(values).cpu() for values in zip(*parts, strict=True)))


def _best(
    model: Model, x: Tensor, q: Gaussians, exact: Exact, full: bool, share: float
) -> Generator[float, None, Tensor]:
    """The ELBO of the best Gaussian that is found from the encoder's and from the posterior's highest point, (N,)."""
    ends = []
    for start in (q, starts(exact)):
        ends.append((yield from at_share(variational.improve(model, x, start, full), share)))
    best, _ = variational.better(model, x, *ends)
    return close(model, x, best, exact.log_p).elbo


class Surgery(NamedTuple):
    """The mean rate taken apart (Hoffman & Johnson 2016, "ELBO surgery"), in nats per image."""

    rate: float  # mean over the images, in closed form
    information: float  # I(n; z), between an image's number and its code: log N at most
    divergence: float  # KL(q(z) ‖ p(z)) of the aggregate posterior q(z) = 1/N Σ q(z|xₙ)
    images: int
    resolved: bool  # whether the lattice is as fine as the narrowest q(z|x)

    @property
    def residual(self) -> float:
        """Rate − information − divergence, which is zero but for the errors of the sums."""
        return self.rate - self.information - self.divergence


def surgery(mean: Tensor, std: Tensor) -> Surgery:
    """Take the mean rate of codes apart, N Gaussians with these means and deviations (N, D), D = 1 or 2.

    The density of q(z) on a lattice is one product of matrices, since each Gaussian is a product over dimensions.
    I(n; z) = H[q(z)] − mean H[q(z|xₙ)].
    """
    mean, std = mean.double(), std.double()
    count, size = mean.shape
    reach = torch.stack([(mean - 7 * std).amin(0), (mean + 7 * std).amax(0)]).abs().amax(0).clamp(min=7.0)  # (D,)
    spacing = torch.maximum(std.amin(0), 2 * reach / MOST_NODES)
    ends = zip(reach.tolist(), spacing.tolist(), strict=True)
    axes = [torch.arange(-end, end, step, dtype=torch.double) for end, step in ends]
    densities = []  # (N, nodes) of each axis
    for axis, own, width in zip(axes, mean.T, std.T, strict=True):
        white = (axis - own.unsqueeze(1)) / width.unsqueeze(1)
        densities.append((-white.square() / 2).exp_() / (width.unsqueeze(1) * math.sqrt(2 * math.pi)))
    q = densities[0].T @ (densities[1] / count) if size == 2 else densities[0].mean(0)
    cell = float(spacing.prod())
    log_prior = torch.zeros(q.shape, dtype=torch.double)
    for number, axis in enumerate(axes):
        own = -axis.square() / 2 - math.log(2 * math.pi) / 2
        log_prior += own.unsqueeze(1) if size == 2 and number == 0 else own
    entropy = float(torch.special.entr(q).sum()) * cell
    cross = float((q * log_prior).sum()) * cell
    own_entropy = float((std.log() + 0.5 * math.log(2 * math.pi * math.e)).sum(1).mean())
    rate = float(((std.square() + mean.square() - 1) / 2 - std.log()).sum(1).mean())
    return Surgery(rate, entropy - own_entropy, -entropy - cross, count, bool((spacing <= std.amin(0)).all()))
