"""What a two-dimensional latent space makes exact: the posterior p(z|x), log p(x), and EM's two steps.

The plane is covered by G nodes z_g that carry the prior's mass as weights w_g (Bishop, Svensén & Williams 1998, with a
network for the decoder). On them the sum Σ_g w_g p(x|z_g) is the integral p(x) = ∫ p(z) p(x|z) dz, and the
responsibilities r_g ∝ w_g p(x|z_g) are the posterior.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from typing import Any, NamedTuple, TypeVar

import torch
from torch import Tensor
from torch.distributions import Distribution, Independent, Normal

from vaegui.models import Model
from vaegui.objectives import Terms

DECODE_BLOCK, IMAGE_BLOCK = 2048, 2500  # nodes and images that meet in one table, which bounds the memory it takes
REACH = 4.5  # of a lattice, at least: beyond lie 7 of a million draws of the prior
CODE_SPACING = 0.05
SPACINGS = (0.05, 0.025, 0.0125)
SMALLEST_SHARE = math.log(1e6)
TOLERANCE = 0.01  # nats
Result = TypeVar("Result")


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


class Integral(NamedTuple):
    """Sums over a grid, for images (N,)."""

    log_p: Tensor  # (N,) double
    mean: Tensor  # (N, 2) of the posterior
    deviation: Tensor  # (N, 2)


@torch.no_grad()
def integrate(model: Model, x: Tensor, grid: Grid) -> Generator[float, None, Integral]:
    """Sum over the nodes of a grid for images x (N, C, H, W), a block of nodes at a time; yields the share done."""
    log_p = torch.full((len(x),), -math.inf, dtype=torch.double, device=x.device)
    first = torch.zeros(len(x), 2, dtype=torch.double, device=x.device)
    second = torch.zeros_like(first)
    for start in range(0, len(grid.z), DECODE_BLOCK):
        part = slice(start, start + DECODE_BLOCK)
        z = grid.z[part].to(x.device)
        table = scores(model.decode(z))
        log_weight = grid.log_weight[part].to(x.device)
        for begin in range(0, len(x), IMAGE_BLOCK):
            rows = slice(begin, begin + IMAGE_BLOCK)
            found = e_step(table, x[rows], Grid(z, log_weight))
            # What was summed so far and what is new, each with its share of the total.
            total = torch.logaddexp(log_p[rows], found.log_p.double())
            old = (log_p[rows] - total).exp().unsqueeze(1)
            new = (found.log_p.double() - total).exp().unsqueeze(1)
            # The variance of a narrow posterior is a small difference: shares that add up to 1.00001 would drown it.
            shares = found.responsibilities.double()
            shares = shares / shares.sum(1, keepdim=True)
            first[rows] = old * first[rows] + new * (shares @ z.double())
            second[rows] = old * second[rows] + new * (shares @ z.double().square())
            log_p[rows] = total
        yield min(1.0, (start + DECODE_BLOCK) / len(grid.z))
    return Integral(log_p, first, (second - first.square()).clamp(min=0).sqrt())


def finish(steps: Generator[Any, None, Result]) -> Result:
    """Run a generator to its end, and return its result."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        result: Result = done.value
        return result


def codes(model: Model, x: Tensor, spacing: float = CODE_SPACING) -> tuple[Tensor, Tensor]:
    """Where a model puts images x (B, C, H, W): mean and standard deviation (B, D) of q(z|x).

    For a model fitted by EM these are the moments of the exact posterior, summed over a lattice; where a posterior is
    narrower than the `spacing`, they are right to within half of that.
    """
    if model.config.family == "em":
        found = finish(integrate(model, x, lattice(REACH, spacing)))
        return found.mean.float(), found.deviation.float()
    with torch.no_grad():
        q = model.encode(x)
    return q.mean, q.stddev


class Marginal(NamedTuple):
    """log p(x) by numerical integration."""

    log_p: Tensor  # (N,) nats per image
    error: float  # nats per image, on average: what twice the spacing is off by; the figure itself is off by less


def log_marginal(model: Model, x: Tensor) -> Generator[float, None, Marginal]:
    """Integrate p(x) = ∫ p(z) p(x|z) dz over the latent plane for images x (N, C, H, W); yields the share done.

    The sum over a lattice (the trapezoidal rule) converges faster than any power of the spacing for smooth integrands.
    A lattice is four lattices of twice the spacing: how far they are below their own sum tells what the coarser
    spacing was off by, and the finer one is off by much less. The spacing is halved, twice at most, until that is
    within `TOLERANCE` on average; a finer lattice is only laid over those tiles of the plane that hold more than a
    millionth of an image's probability. Without latent variables nothing is integrated.

    Raises:
        ValueError: for a model that is no density, or whose codes are not two-dimensional.
    """
    config = model.config
    if not config.is_density or config.code_size not in (0, 2):
        raise ValueError(f"log p(x) of this model cannot be integrated: {config.family}, D = {config.latent_size}")
    if config.code_size == 0:
        with torch.no_grad():
            return Marginal(model.decode(x.new_empty(1, 0)).log_prob(x).double(), 0.0)
    farthest = max(float(codes(model, block, 0.2)[0].abs().max()) for block in x.split(IMAGE_BLOCK))
    reach = math.ceil(min(max(REACH, farthest + 0.5), 12.0))
    edges = torch.arange(-reach, reach).tolist()
    corners = [(left, bottom) for left in edges for bottom in edges]
    held = torch.ones(len(corners), len(x), dtype=torch.bool, device=x.device)  # where a tile matters to an image
    for level, spacing in enumerate(SPACINGS):
        tiles = torch.full((len(corners), 4, len(x)), -math.inf, device=x.device)
        for number, corner in enumerate(corners):
            rows = held[number].nonzero().squeeze(1)
            if len(rows):
                tiles[number][:, rows] = _tile_mass(model, x[rows], corner, spacing)
            yield (level + (number + 1) / len(corners)) / len(SPACINGS)
        quarters = tiles.double().logsumexp(0)  # (4, N)
        log_p = quarters.logsumexp(0)
        error = float((log_p - (quarters + math.log(4)).mean(0)).mean())
        if error <= TOLERANCE:
            break
        held = tiles.logsumexp(1) > log_p - SMALLEST_SHARE
    return Marginal(log_p, error)


@torch.no_grad()
def _tile_mass(model: Model, x: Tensor, corner: tuple[float, float], spacing: float) -> Tensor:
    """The logarithm of what each of four interleaved lattices adds up to in a unit square, (4, N)."""
    side = round(1 / spacing)
    axis = (torch.arange(side, device=x.device) + 0.5) * spacing
    nodes = torch.stack(torch.meshgrid(axis + corner[0], axis + corner[1], indexing="ij"), -1)  # (side, side, 2)
    parts = []
    for a, b in ((0, 0), (0, 1), (1, 0), (1, 1)):
        z = nodes[a::2, b::2].reshape(-1, 2)
        log_weight = -z.square().sum(1) / 2 - math.log(2 * math.pi) + 2 * math.log(spacing)
        table = scores(model.decode(z))
        parts.append(torch.cat([table.of(block).add_(log_weight).logsumexp(1) for block in x.split(IMAGE_BLOCK)]))
    return torch.stack(parts)
