"""What a two-dimensional latent space makes exact: the posterior p(z|x), log p(x), and EM's two steps.

The plane is covered by G nodes z_g that carry the prior's mass as weights w_g (Bishop, Svensén & Williams 1998, with a
network for the decoder). On them the sum Σ_g w_g p(x|z_g) is the integral p(x) = ∫ p(z) p(x|z) dz, and the
responsibilities r_g ∝ w_g p(x|z_g) are the posterior.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import NamedTuple

import torch
from torch import Tensor
from torch.distributions import Distribution, Independent, Normal

from vaegui.models import Model
from vaegui.objectives import Terms

DECODE_BLOCK = 2048  # nodes decoded at a time where many are
FINEST_SPACING = 0.0125
TOLERANCE = 0.01  # nats


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


def lattice(reach: float, spacing: float, shift: tuple[float, float] = (0.0, 0.0)) -> Grid:
    """Cover the square [−reach, reach]² with nodes a `spacing` apart (the trapezoidal rule)."""
    axis = torch.arange(-reach, reach + spacing / 2, spacing)
    z = torch.cartesian_prod(axis + shift[0], axis + shift[1])
    return Grid(z, -z.square().sum(1) / 2 - math.log(2 * math.pi) + 2 * math.log(spacing))


class Scores(NamedTuple):
    """log p(x|z_g) = linear_g · x + quadratic_g · x² + constant_g, as all the likelihoods here can be written."""

    linear: Tensor  # (G, CHW)
    quadratic: Tensor | None  # (G, CHW)
    constant: Tensor  # (G,)

    def of(self, x: Tensor) -> Tensor:
        """log p(x|z_g) of images x (B, C, H, W): (B, G)."""
        flat = x.flatten(1)
        table = torch.addmm(self.constant, flat, self.linear.T)
        return table if self.quadratic is None else table.addmm(flat.square(), self.quadratic.T)

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
    off, on = (base.log_prob(torch.full_like(base.mean, value)) for value in (0.0, 1.0))
    return Scores((on - off).flatten(1), None, off.flatten(1).sum(1))


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


@torch.no_grad()
def codes(model: Model, x: Tensor, side: int = 100) -> tuple[Tensor, Tensor]:
    """Where a model puts images x (B, C, H, W): mean and standard deviation (B, D) of q(z|x).

    For a model fitted by EM these are the moments of the exact posterior, on a `quantile_grid` of side² nodes.
    """
    if model.config.family != "em":
        q = model.encode(x)
        return q.mean, q.stddev
    grid = quantile_grid(side, device=x.device)
    parts = [scores(model.decode(z)) for z in grid.z.split(DECODE_BLOCK)]
    quadratic = None if parts[0].quadratic is None else torch.cat([part.quadratic for part in parts])  # type: ignore[misc]
    table = Scores(torch.cat([part.linear for part in parts]), quadratic, torch.cat([p.constant for p in parts]))
    found = [moments(e_step(table, block, grid), grid) for block in x.split(500)]
    means, deviations = zip(*found, strict=True)
    return torch.cat(means), torch.cat(deviations)


class Marginal(NamedTuple):
    """log p(x) by numerical integration."""

    log_p: Tensor  # (N,) nats per image
    error: float  # nats per image: what the integration may be off by, on average


@torch.no_grad()
def log_marginal(model: Model, x: Tensor) -> Generator[float, None, Marginal]:
    """Integrate p(x) = ∫ p(z) p(x|z) dz over the latent plane for images x (N, C, H, W); yields the share done.

    The trapezoidal rule on a lattice converges faster than any power for smooth integrands. A lattice is four lattices
    of twice the spacing; where those disagree by a relative e, it is itself off by about e² or less (halving the
    spacing squares the error of an analytic integrand; for a Gaussian it takes the fourth power). The spacing is
    halved until the mean of e² over images is below `TOLERANCE`. Without latent variables nothing is integrated.

    Raises:
        ValueError: for a model that is no density, or whose codes are not two-dimensional.
    """
    config = model.config
    if not config.is_density or config.code_size not in (0, 2):
        raise ValueError(f"log p(x) of this model cannot be integrated: {config.family}, D = {config.latent_size}")
    if config.code_size == 0:
        return Marginal(model.decode(x.new_empty(1, 0)).log_prob(x).double(), 0.0)
    farthest = max(float(codes(model, block, side=40)[0].abs().max()) for block in x.split(1000))
    reach = min(max(4.5, farthest + 0.5), 12.0)
    spacing = 0.05
    while True:
        quarters = []
        for number, shift in enumerate(((0.0, 0.0), (0.0, spacing), (spacing, 0.0), (spacing, spacing))):
            grid = lattice(reach, 2 * spacing, shift)
            total = torch.full((len(x),), -math.inf, dtype=torch.double, device=x.device)
            for start in range(0, len(grid.z), DECODE_BLOCK):
                part = slice(start, start + DECODE_BLOCK)
                table = scores(model.decode(grid.z[part].to(x.device)))
                weight = grid.log_weight[part].to(x.device)
                found = torch.cat([table.of(block).add_(weight).logsumexp(1) for block in x.split(2000)])
                total = torch.logaddexp(total, found.double())
                yield (number + start / len(grid.z)) / 4
            quarters.append(total)
        each = torch.stack(quarters)  # (4, N)
        log_p = each.logsumexp(0) - math.log(4)
        error = float((each - log_p).expm1().square().mean())
        if error <= TOLERANCE or spacing <= FINEST_SPACING:
            return Marginal(log_p, error)
        spacing /= 2
