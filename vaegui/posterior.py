"""The posterior p(z|x) on a given grid of the latent plane, and with it EM's two steps.

The plane is covered by G nodes z_g that carry the prior's mass as weights w_g (Bishop, Svensén & Williams 1998, with a
network for the decoder). On them the sum Σ_g w_g p(x|z_g) is the integral p(x) = ∫ p(z) p(x|z) dz, and the
responsibilities r_g ∝ w_g p(x|z_g) are the posterior. Grids that find out by themselves how fine they have to be are in
`quadrature.py`.
"""

from __future__ import annotations

import math
from typing import NamedTuple

import torch
from torch import Tensor, nn
from torch.distributions import Bernoulli, ContinuousBernoulli, Distribution, Independent, Normal

from vaegui.models import Model
from vaegui.objectives import Terms


class Grid(NamedTuple):
    """Nodes of the latent plane and the logarithm of the prior mass each stands for."""

    z: Tensor  # (G, 2)
    log_weight: Tensor  # (G,)


def quantile_grid(side: int, jitter: torch.Generator | None = None, device: torch.device | None = None) -> Grid:
    """Cover the plane with side² cells of equal prior mass, a node in each: at its middle, or drawn anew in it.

    With `jitter` the sum over the nodes is an unbiased estimate of the integral (stratified sampling), so that a
    decoder cannot settle into the gaps between nodes that never move.
    """
    device = jitter.device if jitter is not None else device
    cells = torch.cartesian_prod(*[torch.arange(side, device=device)] * 2)  # (G, 2)
    shift = 0.5 if jitter is None else torch.rand(cells.shape, generator=jitter, device=device)
    quantile = ((cells + shift) / side).clamp(1e-6, 1 - 1e-6)
    return Grid(torch.special.ndtri(quantile), torch.full((side**2,), -2 * math.log(side), device=device))


class Scores(NamedTuple):
    """log p(x|z_g) = linear_g · x + quadratic_g · x² + constant_g, as all the likelihoods here can be written."""

    linear: Tensor  # (G, CHW)
    quadratic: Tensor | None  # (G, CHW)
    constant: Tensor  # (G,)

    def of(self, x: Tensor) -> Tensor:
        """log p(x|z_g) of images x (B, C, H, W): (B, G)."""
        return self.of_flat(x.flatten(1))

    def of_flat(self, flat: Tensor) -> Tensor:
        """The same for flattened images (B, CHW)."""
        table = torch.addmm(self.constant, flat, self.linear.T)
        return table if self.quadratic is None else table.addmm_(flat.square(), self.quadratic.T)

    def double(self) -> Scores:
        """The same in double precision."""
        quadratic = None if self.quadratic is None else self.quadratic.double()
        return Scores(self.linear.double(), quadratic, self.constant.double())

    def at(self, nodes: slice) -> Scores:
        """Those of some of the nodes."""
        quadratic = None if self.quadratic is None else self.quadratic[nodes]
        return Scores(self.linear[nodes], quadratic, self.constant[nodes])

    def expected(self, responsibilities: Tensor, x: Tensor) -> Tensor:
        """Σ_b Σ_g r_bg log p(x_b|z_g), a scalar: two products without history, then one look at each node."""
        flat = x.flatten(1)
        total = (responsibilities.sum(0) * self.constant).sum() + (responsibilities.T @ flat * self.linear).sum()
        if self.quadratic is not None:
            total = total + (responsibilities.T @ flat.square() * self.quadratic).sum()
        return total


def scores(pixels: Independent[Distribution]) -> Scores:
    """Take a distribution over images with batch shape (G,) apart into the coefficients of its log-probability."""
    base = pixels.base_dist
    if isinstance(base, Normal):
        precision = base.variance.reciprocal()
        constant = -(base.mean.square() * precision + base.variance.log() + math.log(2 * math.pi)) / 2
        return Scores((base.mean * precision).flatten(1), (-precision / 2).flatten(1), constant.flatten(1).sum(1))
    if isinstance(base, Bernoulli):
        return Scores(base.logits.flatten(1), None, -nn.functional.softplus(base.logits).flatten(1).sum(1))
    assert isinstance(base, ContinuousBernoulli)
    off = base.log_prob(torch.zeros_like(base.logits))  # of a continuous Bernoulli, the only slow part
    return Scores(base.logits.flatten(1), None, off.flatten(1).sum(1))


class Posterior(NamedTuple):
    """p(z|x) on a grid."""

    log_p: Tensor  # (B,) log p(x), nats per image
    responsibilities: Tensor  # (B, G), each row sums to one


def e_step(model_scores: Scores, x: Tensor, grid: Grid) -> Posterior:
    """The exact posterior of images x (B, C, H, W) on the nodes that the scores belong to."""
    log_joint = model_scores.of(x).add_(grid.log_weight)
    log_p = log_joint.logsumexp(1)
    return Posterior(log_p, log_joint.sub_(log_p.unsqueeze(1)).exp_())


@torch.no_grad()
def posterior(model: Model, x: Tensor, grid: Grid) -> Posterior:
    """The exact posterior of images x (B, C, H, W) on a grid."""
    return e_step(scores(model.decode(grid.z)), x, grid)


def bound(model_scores: Scores, x: Tensor, grid: Grid, responsibilities: Tensor) -> Tensor:
    """The ELBO of images x (B, C, H, W) with q = the given responsibilities (B, G): (B,).

    E_q[log p(x, z)] + H[q] = log p(x) − KL(q ‖ p(z|x)): it touches log p(x) when q is the posterior.
    """
    log_joint = model_scores.of(x) + grid.log_weight
    expected = torch.where(responsibilities > 0, responsibilities * log_joint, 0.0).sum(1)
    entropy: Tensor = torch.special.entr(responsibilities).sum(1)
    return expected + entropy


def exact_terms(found: Posterior, grid: Grid) -> Terms:
    """Rate and distortion with q = the exact posterior, for which the bound is log p(x) itself."""
    r = found.responsibilities
    rate = (torch.special.xlogy(r, r) - r * grid.log_weight).sum(1)
    return Terms(rate, -found.log_p - rate, found.log_p)


def moments(found: Posterior, grid: Grid) -> tuple[Tensor, Tensor]:
    """Mean and standard deviation (B, 2) of the posterior."""
    mean = found.responsibilities @ grid.z
    variance = (found.responsibilities @ grid.z.square() - mean.square()).clamp(min=0)
    return mean, variance.sqrt()
