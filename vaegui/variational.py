"""One Gaussian q(z) for one image: its ELBO, its distance from the exact posterior, and the best one there is.

With q = N(μ, L Lᵀ), rate = KL(q ‖ p(z)) is known in closed form, and the distortion −E_q[log p(x|z)] is a sum over the
nodes of a rule, z = μ + L ξ. In one or two dimensions that is the Gauss–Hermite rule, so that nothing is left to
chance; in more, draws of ξ that are the same for all images.

The amortised q_φ(z|x) is what the encoder says; q* is the best Gaussian for the image alone. The gap
log p(x) − ELBO(q_φ) splits into the amortisation gap ELBO(q*) − ELBO(q_φ) and the approximation gap
log p(x) − ELBO(q*) (Cremer, Li & Duvenaud 2018, "Inference suboptimality in variational autoencoders").
"""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import NamedTuple

import numpy as np
import torch
from torch import Tensor

from vaegui.adam import Adam
from vaegui.models import Model
from vaegui.objectives import Terms

ORDER = 10  # of the Gauss–Hermite rule that figures come from, along each axis
SEARCH_ORDER = 6  # of the one that the best Gaussian is sought with
DRAWS = 256  # where there are too many dimensions for either
LATTICE_REACH, LATTICE_SPACING = 6.0, 0.75  # standard deviations; of the lattice that the gap is summed on
MOST_STEPS = 80  # of the search
GAIN = 1e-4  # nats: a full step that gains less is the last one
SMALLEST_STEP = 1e-3
ADAM_STEPS, ADAM_RATE, ADAM_DRAWS = 300, 0.02, 32  # of the search in more than two dimensions
NODES_AT_ONCE = 1 << 22  # numbers that are decoded at a time: nodes times pixels


class Gaussians(NamedTuple):
    """A Gaussian for each of N images, float64."""

    mean: Tensor  # (N, D)
    scale: Tensor  # (N, D, D), lower triangular: the covariance is scale · scaleᵀ

    @property
    def covariance(self) -> Tensor:
        """(N, D, D)."""
        return self.scale @ self.scale.mT

    def at(self, rows: Tensor) -> Gaussians:
        """Those of some images."""
        return Gaussians(self.mean[rows], self.scale[rows])

    def log_prob(self, z: Tensor) -> Tensor:
        """log q(z) (K, N) at codes (K, N, D): codes of each image under its own Gaussian."""
        away = (z - self.mean).movedim(0, 2)  # (N, D, K)
        white = torch.linalg.solve_triangular(self.scale, away, upper=False)
        log_det = self.scale.diagonal(dim1=1, dim2=2).log().sum(1)
        size = self.mean.shape[1]
        log_q: Tensor = -white.square().sum(1) / 2 - size / 2 * math.log(2 * math.pi) - log_det.unsqueeze(1)
        return log_q.T

    def rate(self) -> Tensor:
        """KL(q ‖ N(0, I)) = ½ [tr Σ + |μ|² − D − log det Σ], (N,) nats per image."""
        log_det = 2 * self.scale.diagonal(dim1=1, dim2=2).log().sum(1)
        trace = self.scale.square().sum((1, 2))
        return (trace + self.mean.square().sum(1) - self.mean.shape[1] - log_det) / 2


class Rule(NamedTuple):
    """Σ_k weight_k f(node_k) in place of E[f(ξ)], ξ ~ N(0, I)."""

    node: Tensor  # (K, D)
    weight: Tensor  # (K,) that sum to one


def rule(size: int, order: int = ORDER, draws: int = DRAWS) -> Rule:
    """Gauss–Hermite with `order` nodes along each axis; in more than two dimensions `draws` in pairs ±ξ."""
    if size > 2:
        half = torch.randn(draws // 2, size, generator=torch.Generator().manual_seed(0), dtype=torch.double)
        return Rule(torch.cat([half, -half]), torch.full((2 * len(half),), 1 / (2 * len(half)), dtype=torch.double))
    node, weight = (torch.from_numpy(part) for part in np.polynomial.hermite_e.hermegauss(order))
    return _product(node, weight / weight.sum(), size)


def lattice(size: int, spacing: float = LATTICE_SPACING) -> Rule:
    """Nodes `spacing` standard deviations apart, to ±6 of them: as exact for Gaussians, and with nodes of its own."""
    node = torch.arange(-LATTICE_REACH, LATTICE_REACH + spacing / 2, spacing, dtype=torch.double)
    weight = (-node.square() / 2).exp()
    return _product(node, weight / weight.sum(), size)


def _product(node: Tensor, weight: Tensor, size: int) -> Rule:
    return Rule(
        torch.cartesian_prod(*[node] * size).reshape(-1, size),
        torch.cartesian_prod(*[weight] * size).reshape(-1, size).prod(1),
    )


@torch.no_grad()
def amortised(model: Model, x: Tensor) -> Gaussians:
    """q_φ(z|x), what the encoder says of images x (N, C, H, W)."""
    q = model.encode(x)
    return Gaussians(q.mean.double(), torch.diag_embed(q.stddev.double()))


def log_likelihood(model: Model, x: Tensor, z: Tensor) -> Tensor:
    """log p(x|z) of images x (N, C, H, W) at codes z (K, N, D) of each, summed in double: (K, N) nats per image."""
    parameter = next(model.parameters())
    per_image = len(z) * math.prod(x.shape[1:])
    parts = []
    count = max(1, NODES_AT_ONCE // per_image)
    for images, codes in zip(x.split(count), z.split(count, dim=1), strict=True):
        pixels = model.decode(codes.to(parameter)).base_dist.log_prob(images)
        parts.append(pixels.flatten(2).sum(2, dtype=torch.double))
    return torch.cat(parts, 1)


@torch.no_grad()
def terms(model: Model, x: Tensor, q: Gaussians, using: Rule | None = None) -> Terms:
    """Rate, distortion and ELBO of images x (N, C, H, W), without sampling noise in one or two dimensions."""
    using = using or rule(q.mean.shape[1])
    distortion = -(using.weight.to(q.mean) @ log_likelihood(model, x, _spread(q, using)))
    rate = q.rate()
    return Terms(rate, distortion, -(rate + distortion))


@torch.no_grad()
def gap(model: Model, x: Tensor, q: Gaussians, log_p: Tensor, using: Rule | None = None) -> Tensor:
    """KL(q ‖ p(z|x)) of images x (N, C, H, W) with the given log p(x) (N,), summed on a lattice around q: (N,) nats.

    It shares nothing with `terms` but the decoder: neither the nodes nor the closed form of the rate. So
    log p(x) − ELBO(q) − KL(q ‖ p(z|x)) is not zero by construction, but tells how exact both are.
    """
    using = using or lattice(q.mean.shape[1])
    z = _spread(q, using)
    log_posterior = log_likelihood(model, x, z) + _log_prior(z) - log_p
    return using.weight.to(z) @ (q.log_prob(z) - log_posterior)


class Step(NamedTuple):
    """Where the search for the best Gaussians stands."""

    q: Gaussians
    elbo: Tensor  # (N,) nats per image, by the rule of the search
    moving: Tensor  # (N,) which are still on their way


@torch.no_grad()
def improve(model: Model, x: Tensor, start: Gaussians, full: bool = False) -> Generator[Step, None, Gaussians]:
    """Raise the ELBO of each image x (N, C, H, W) by its q alone, from `start`; yields after each step, never worse.

    In one or two dimensions by natural gradients: the precision goes to −E_q[∇² log p(x, z)] and the mean to where
    E_q[∇ log p(x, z)] vanishes, with both expectations taken from the values at the nodes by Stein's identities, and a
    correction that keeps the precision positive (Lin, Schmidt & Khan 2020, "Handling the positive-definite constraint
    in the Bayesian learning rule"). A step that lowers the ELBO is halved. In more dimensions by Adam on μ and log σ.

    Args:
        model: the model, whose weights stay as they are.
        x: images as the model sees them.
        start: where to begin.
        full: let q be correlated (a full covariance) rather than diagonal.
    """
    if start.mean.shape[1] > 2:
        return (yield from _improve_by_adam(model, x, start))
    using = rule(start.mean.shape[1], SEARCH_ORDER)
    q = Gaussians(start.mean.clone(), start.scale.clone()) if full else _diagonal(start)
    found = _look(model, x, q, using, full)
    step = torch.ones(len(x), dtype=torch.double, device=x.device)
    moving = torch.ones(len(x), dtype=torch.bool, device=x.device)
    for _ in range(MOST_STEPS):
        rows = moving.nonzero().squeeze(1)
        if not len(rows):
            break
        now = _View(*(part[rows] for part in found))
        own = step[rows]
        there = _moved(q.at(rows), now, own)
        seen = _look(model, x[rows], there, using, full)
        better = seen.elbo > now.elbo
        gained = seen.elbo - now.elbo
        q.mean[rows[better]], q.scale[rows[better]] = there.mean[better], there.scale[better]
        for known, new in zip(found, seen, strict=True):
            known[rows[better]] = new[better]
        moving[rows] = ~((better & (own >= 0.5) & (gained < GAIN)) | (~better & (own < SMALLEST_STEP)))
        step[rows] = torch.where(better, (2 * own).clamp(max=1.0), own / 2)
        yield Step(Gaussians(q.mean.clone(), q.scale.clone()), found.elbo.clone(), moving.clone())
    return q


class _View(NamedTuple):
    """What the nodes tell about log p(x, z) under q, and q's ELBO."""

    elbo: Tensor  # (N,)
    slope: Tensor  # (N, D), E_q[∇ log p(x, z)]
    bend: Tensor  # (N, D, D), E_q[∇² log p(x, z)]


def _look(model: Model, x: Tensor, q: Gaussians, using: Rule, full: bool) -> _View:
    z = _spread(q, using)
    likelihood = log_likelihood(model, x, z)  # (K, N)
    node, weight = using.node.to(z), using.weight.to(z)
    mean = weight @ likelihood
    elbo = mean - q.rate()
    weighted = (likelihood - mean + _log_prior(z)) * weight.unsqueeze(1)  # a constant changes nothing, but rounding
    inverse = torch.linalg.solve_triangular(q.scale, torch.eye(z.shape[2]).to(z), upper=False)  # L⁻¹
    slope = inverse.mT @ (weighted.T @ node).unsqueeze(2)
    squares = node.unsqueeze(2) * node.unsqueeze(1) - torch.eye(z.shape[2]).to(z)  # (K, D, D)
    bend = inverse.mT @ torch.einsum("kn,kij->nij", weighted, squares) @ inverse
    if not full:
        bend = torch.diag_embed(bend.diagonal(dim1=1, dim2=2))
    return _View(elbo, slope.squeeze(2), (bend + bend.mT) / 2)


def _moved(q: Gaussians, view: _View, step: Tensor) -> Gaussians:
    covariance = q.covariance
    precision = torch.linalg.inv(covariance)
    rho = step.view(-1, 1, 1)
    change = -view.bend - precision
    precision = precision + rho * change + rho.square() / 2 * change @ covariance @ change
    scale = torch.linalg.cholesky(torch.linalg.inv((precision + precision.mT) / 2))
    return Gaussians(q.mean + step.unsqueeze(1) * (scale @ (scale.mT @ view.slope.unsqueeze(2))).squeeze(2), scale)


def _improve_by_adam(model: Model, x: Tensor, start: Gaussians) -> Generator[Step, None, Gaussians]:
    using = rule(start.mean.shape[1], draws=ADAM_DRAWS)
    mean = start.mean.clone().requires_grad_()
    log_scale = start.scale.diagonal(dim1=1, dim2=2).log().clone().requires_grad_()
    adam = Adam([mean, log_scale])
    best, best_elbo = start, terms(model, x, start, using).bound
    everywhere = torch.ones(len(x), dtype=torch.bool, device=x.device)
    for _ in range(ADAM_STEPS):
        with torch.enable_grad():
            q = Gaussians(mean, torch.diag_embed(log_scale.exp()))
            elbo = using.weight.to(mean) @ log_likelihood(model, x, _spread(q, using)) - q.rate()
            gradients = torch.autograd.grad(-elbo.sum(), adam.parameters)
        better = (elbo > best_elbo).detach()
        best = Gaussians(
            torch.where(better.view(-1, 1), q.mean, best.mean).detach(),
            torch.where(better.view(-1, 1, 1), q.scale, best.scale).detach(),
        )
        best_elbo = torch.where(better, elbo, best_elbo).detach()
        adam.step(gradients, ADAM_RATE)
        yield Step(best, best_elbo, everywhere)
    return best


def better(model: Model, x: Tensor, first: Gaussians, second: Gaussians) -> tuple[Gaussians, Tensor]:
    """Of two Gaussians for each image the one of the greater ELBO, and that ELBO (N,) in nats per image."""
    one, two = terms(model, x, first).bound, terms(model, x, second).bound
    pick = two > one
    mean = torch.where(pick.view(-1, 1), second.mean, first.mean)
    return Gaussians(mean, torch.where(pick.view(-1, 1, 1), second.scale, first.scale)), torch.maximum(one, two)


def _spread(q: Gaussians, using: Rule) -> Tensor:
    """The nodes of a rule under each Gaussian, z = μ + L ξ: (K, N, D)."""
    return q.mean + torch.einsum("nij,kj->kni", q.scale, using.node.to(q.mean))


def _diagonal(q: Gaussians) -> Gaussians:
    deviation = q.covariance.diagonal(dim1=1, dim2=2).sqrt()
    return Gaussians(q.mean.clone(), torch.diag_embed(deviation))


def _log_prior(z: Tensor) -> Tensor:
    return -z.square().sum(-1) / 2 - z.shape[-1] / 2 * math.log(2 * math.pi)
