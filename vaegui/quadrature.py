"""Sums over the latent plane that find where an image's probability lies, and are as fine there as they need to be.

p(x) = ∫ p(z) p(x|z) dz is a sum over the nodes of a lattice (the midpoint rule), which converges faster than any power
of the spacing once the posterior p(z|x) is wider than a cell. Posteriors of images are narrow, though, and lie
anywhere, in one place or in several:

1. A *survey* of the whole plane, 0.1 apart, tells in which of its squares any of an image's probability can be.
2. Each of these becomes a *tile* of 8^D nodes. The nodes of a lattice are 2^D lattices of twice its spacing, and how
   far those are from their own sum tells what the coarser spacing is off by; the sum itself is off by about the fourth
   power of that. Where it is too much, the quarters of tiles that can hold probability become tiles of half the
   spacing, and so on. So they do where the posterior is too narrow for its spacing, since coarse lattices agree by
   chance where a peak is midway between two of their nodes and a node.

Tiles are shared: each is decoded once for all images that need it. Tables of log p(x|z) are matrix products, in single
precision for the survey, which only looks, and in double for the sums.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterator
from functools import cached_property
from typing import NamedTuple

import torch
from torch import Tensor

from vaegui.models import Model
from vaegui.posterior import Scores, scores
from vaegui.steps import finish, part_of

SPACING = 0.1  # of the survey, in latent units
REACHES = (6.0, 12.0, 24.0)  # of the survey: the next one where probability lies at the edge
AT_EDGE = 16.0  # nats below an image's greatest density, within which its probability is said to reach the edge
DEPTH = 13.0  # nats below the greatest density seen: places that cannot be higher are left as they are
BETWEEN = 0.2  # of what log p(x, z) varies by in a square, added to its highest node: it may be higher between nodes
TOLERANCE = 0.03  # nats, that twice the spacing may be off by
AT_WORST = 4.0  # times as much it may be off by for a Gaussian as wide as the posterior, wherever its peak is
HALVINGS = 6  # of the spacing of the first tiles, at most: from 0.05 to 0.0008
DECODED = 1 << 21  # numbers that are decoded at a time, nodes times pixels
LOOKED_AT = 1000  # images that meet a block of the survey at a time, so that the table stays in the cache
SUMMED = 1 << 23  # numbers of the images that are summed over together
KEPT = 1 << 26  # numbers of a survey that are kept for the next image


class Exact(NamedTuple):
    """What the sums found of each image, in float64; N images, D = 1 or 2."""

    log_p: Tensor  # (N,) log p(x), nats per image
    change: Tensor  # (N,) by how much halving the spacing raised it the last time; log_p is off by far less than that
    mean: Tensor  # (N, D) of the posterior
    covariance: Tensor  # (N, D, D) of the posterior
    top: Tensor  # (N, D) the node of the greatest posterior density
    spacing: Tensor  # (N,) the finest that was needed, in latent units


class Mosaic(NamedTuple):
    """The posterior of one image where it lies, on T tiles of 8^D nodes, float64."""

    log_p: float  # nats per image
    corner: Tensor  # (T, D) the lower corners of the tiles; nodes lie in the middle of their cells
    spacing: float
    log_density: Tensor  # (T, 8) or (T, 8, 8), of log p(z|x); the first axis is z₁


class Survey:
    """The plane at one look, decoded once for all images that are asked about.

    It is kept only if it is small (`KEPT` numbers); else it is decoded each time.

    Raises:
        ValueError: for a model whose codes do not have one or two dimensions, or that gives images no probability.
    """

    def __init__(self, model: Model, reach: float = REACHES[0]) -> None:
        self.model, self.reach, self.size = model, reach, model.config.code_size
        if self.size not in (1, 2) or not model.config.is_density:
            raise ValueError(f"p(x) of this model cannot be integrated: {model.config.family}, D = {self.size}")
        self._offsets = SPACING * _cells(self.size, 4)  # (4^D, D), of the nodes in a square
        self.corners = 4 * SPACING * (_cells(self.size, round(reach / (2 * SPACING))) - 0.5) - reach  # (S, D)
        self.is_at_edge = (self.corners.abs().amax(1) > reach - SPACING) | (self.corners.amax(1) > reach - 5 * SPACING)

    @torch.no_grad()
    def look(self, x: Tensor) -> Generator[float, None, tuple[Tensor, Tensor]]:
        """How high log p(x, z) may be in each square for images x (N, C, H, W), (N, S), and how high it was seen, (N,).

        Yields the share done.
        """
        peaks, tops = [], []
        seen = 0
        for table, log_prior in self._kept if self._is_small else self._decoded():
            block, top = [], []
            for part in x.split(LOOKED_AT):
                joint = table.of(part).view(len(part), *log_prior.shape).add_(log_prior)
                block.append(_peak(joint))
                top.append(joint.flatten(1).amax(1))
            peaks.append(torch.cat(block))
            tops.append(torch.cat(top))
            seen += len(log_prior)
            yield seen / len(self.corners)
        return torch.cat(peaks, 1), torch.stack(tops).amax(0)

    @torch.no_grad()
    def moments(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """Mean and standard deviation (N, D) of the posteriors of images x (N, C, H, W) by these nodes alone.

        What is narrower than their spacing snaps to the nearest of them, and nothing is seen beyond the reach.
        """
        tops, sums = x.new_full((len(x), 1), -math.inf), x.new_zeros(len(x), 1 + 2 * self.size, dtype=torch.double)
        begin = 0
        for table, log_prior in self._kept if self._is_small else self._decoded():
            corners = self.corners[begin : begin + len(log_prior)].to(x.device)
            begin += len(log_prior)
            z = (corners.unsqueeze(1) + self._offsets.to(x.device)).flatten(0, 1)
            basis = torch.cat([torch.ones_like(z[:, :1]), z, z.square()], 1).to(log_prior)
            for start in range(0, len(x), LOOKED_AT):
                part = slice(start, start + LOOKED_AT)
                joint = table.of(x[part]).add_(log_prior.flatten())
                top = torch.maximum(tops[part], joint.amax(1, keepdim=True))
                # What would round to nothing does so slowly: numbers below 1e-38 have no hardware.
                sums[part] = sums[part] * (tops[part] - top).exp() + joint.sub_(top).clamp_(min=-80).exp_() @ basis
                tops[part] = top
        mean, square = (sums[:, 1:] / sums[:, :1]).split(self.size, 1)
        return mean, (square - mean.square()).clamp(min=0).sqrt()

    @property
    def _is_small(self) -> bool:
        return len(self.corners) * len(self._offsets) * math.prod(self.model.image_shape) <= KEPT

    @cached_property
    def _kept(self) -> list[tuple[Scores, Tensor]]:
        return list(self._decoded())

    def _decoded(self) -> Iterator[tuple[Scores, Tensor]]:
        """Scores of the nodes of some squares at a time, and the prior's log-density at them (S', 4^D)."""
        parameter = next(self.model.parameters())
        for corners in self.corners.split(_at_once(self.model, len(self._offsets))):
            z = corners.unsqueeze(1) + self._offsets
            yield scores(self.model.decode(z.flatten(0, 1).to(parameter))), _log_prior(z).to(parameter)


def integrate(
    model: Model, x: Tensor, survey: Survey | None = None, *, tolerance: float = TOLERANCE, finer: int = 0
) -> Generator[float, None, Exact]:
    """Integrate p(z) p(x|z) over a latent space of one or two dimensions for images x (N, C, H, W).

    The memory it takes does not grow with N. Yields the share done.

    Args:
        model: the model.
        x: images as the model sees them.
        survey: of the same model; it saves time where images are asked about one by one.
        tolerance: nats per image, that twice the spacing may be off by.
        finer: how often to halve the spacing once that is reached.
    """
    survey = survey or Survey(model)
    parts = []
    size = min(10_000, max(1, SUMMED // math.prod(x.shape[1:])))
    for start in range(0, len(x), size):
        block = x[start : start + size]
        steps = _integrate(model, block, survey, tolerance, finer)
        found, _ = yield from part_of(steps, start / len(x), len(block) / len(x))
        parts.append(found)
    return Exact(*(torch.cat(values) for values in zip(*parts, strict=True)))


def mosaic(model: Model, x: Tensor, survey: Survey | None = None, *, finer: int = 0) -> Mosaic:
    """The exact posterior of one image x (1, C, H, W), halving the spacing `finer` times more than its sum needs."""
    found, level = finish(_integrate(model, x, survey or Survey(model), TOLERANCE, finer, keeps_nodes=True))
    assert level.joint is not None
    log_p = float(found.log_p)
    size = level.corner.shape[1]
    by_row = (_tile_nodes(size) - 0.5).long() @ (8 ** torch.arange(size - 1, -1, -1))
    log_density = torch.empty_like(level.joint)
    log_density[:, by_row.to(x.device)] = level.joint - log_p
    return Mosaic(log_p, level.corner, level.spacing, log_density.view(-1, *[8] * size))


def codes(model: Model, x: Tensor, survey: Survey | None = None, *, rough: bool = False) -> tuple[Tensor, Tensor]:
    """Where a model puts images x (B, C, H, W): mean and standard deviation (B, D) of q(z|x).

    For a model fitted by EM these are the moments of the exact posterior, or `rough` ones (`Survey.moments`), which
    cost less, and early in a training, when posteriors are everywhere still, far less.
    """
    if model.config.family != "em":
        with torch.no_grad():
            q = model.encode(x)
        return q.mean, q.stddev
    if rough:
        mean, deviation = (survey or Survey(model)).moments(x)
    else:
        found = finish(integrate(model, x, survey))
        mean, deviation = found.mean, found.covariance.diagonal(dim1=1, dim2=2).clamp(min=0).sqrt()
    return mean.float(), deviation.float()


def log_marginal(model: Model, x: Tensor) -> Generator[float, None, tuple[Tensor, Tensor]]:
    """log p(x) of images x (N, C, H, W), and how exact it is (`Exact.change`), both (N,) float64 in nats per image.

    Without latent variables nothing is integrated. Yields the share done.

    Raises:
        ValueError: for a model that is no density, or whose codes have more than two dimensions.
    """
    if model.config.code_size == 0 and model.config.is_density:
        with torch.no_grad():
            log_p = model.decode(x.new_empty(1, 0)).log_prob(x).double()
        return log_p, torch.zeros_like(log_p)
    found = yield from integrate(model, x)
    return found.log_p, found.change


class _Level(NamedTuple):
    """Tiles of one spacing, and all pairs (P) of a tile and an image that needs it, tile by tile; Q = 2^D."""

    spacing: float
    corner: Tensor  # (T, D)
    tile: Tensor  # (P,)
    row: Tensor  # (P,) the image
    mass: Tensor  # (P, Q, Q) log-probability of each quarter of a tile and, in it, of each coarser lattice
    peak: Tensor  # (P, Q) how high log p(x, z) may be in each quarter
    top: Tensor  # (P,) how high it is at the highest node
    top_node: Tensor  # (P,) which one that is
    moments: Tensor  # (P, D + D²) of z and z zᵀ within the tile, from its corner
    joint: Tensor | None  # (P, 8^D) log p(x, z) at the nodes, if they are kept


@torch.no_grad()
def _integrate(
    model: Model, x: Tensor, survey: Survey, tolerance: float, finer: int, keeps_nodes: bool = False
) -> Generator[float, None, tuple[Exact, _Level]]:
    size, count = survey.size, len(x)
    quarters = 2**size
    begin = 0.0
    while True:
        peaks, tops = yield from part_of(survey.look(x), begin, (0.3 - begin) / 2)
        begin = (0.3 + begin) / 2
        wider = next((reach for reach in REACHES if reach > survey.reach), None)
        if wider is None or not bool((peaks[:, survey.is_at_edge] > tops.unsqueeze(1) - AT_EDGE).any()):
            break
        survey = Survey(model, wider)
    square, row = (peaks > tops.unsqueeze(1) - DEPTH).T.nonzero().T
    squares, tile = square.unique_consecutive(return_inverse=True)
    corner = survey.corners.to(x.device)[squares]
    flat = x.flatten(1).double()
    left_out = flat.new_full((count,), -math.inf)  # log-probability of what did not become finer tiles
    result = Exact(
        *(flat.new_full((count, *shape), math.nan) for shape in ((), (), (size,), (size, size), (size,), ()))
    )
    to_come = torch.full((count,), finer, device=x.device)
    for halvings in range(HALVINGS + 1):
        spacing = SPACING / 2 ** (halvings + 1)
        steps = _visit(model, flat, corner, tile, row, spacing, keeps_nodes)
        level = yield from part_of(steps, 1 - 0.7 / 1.6**halvings, 0.7 / 1.6**halvings * 0.375)
        lattices = _log_sum(level.mass.logsumexp(1), level.row, count)  # (N, Q)
        log_p = torch.logaddexp(lattices.logsumexp(1), left_out)
        off = log_p.unsqueeze(1) - lattices - math.log(quarters)  # (N, Q)
        mean, covariance = _moments(level, count)
        is_fine = (off.abs().amax(1) <= tolerance) & (_worst(covariance, spacing) <= AT_WORST * tolerance)
        is_here = torch.zeros(count, dtype=torch.bool, device=x.device).index_fill_(0, level.row, True)
        is_done = is_here & ((is_fine & (to_come <= 0)) | (halvings == HALVINGS))
        to_come = to_come - is_fine.long()
        highest = flat.new_full((count,), -math.inf).scatter_reduce_(0, level.row, level.top, "amax")
        values = (log_p, off.mean(1), mean, covariance, _top(level, highest), torch.full_like(log_p, spacing))
        for known, new in zip(result, values, strict=True):
            known[is_done] = new[is_done]
        # What goes on as tiles of half the spacing.
        goes_on = ~is_done[level.row].unsqueeze(1)
        divides = goes_on & (level.peak > highest[level.row].unsqueeze(1) - DEPTH)
        if not bool(divides.any()):
            break
        stays = torch.where(goes_on & ~divides, level.mass.logsumexp(2), -math.inf).logsumexp(1, keepdim=True)
        left_out = torch.logaddexp(left_out, _log_sum(stays, level.row, count).squeeze(1))
        pair, quarter = divides.nonzero().T
        number = level.tile[pair] * quarters + quarter
        by_tile = number.argsort(stable=True)
        parent, tile = number[by_tile].unique_consecutive(return_inverse=True)
        row = level.row[pair[by_tile]]
        shift = 4 * spacing * (_cells(size, 2).to(corner) - 0.5)
        corner = level.corner[parent // quarters] + shift[parent % quarters]
    return result, level


def _visit(
    model: Model, flat: Tensor, corner: Tensor, tile: Tensor, row: Tensor, spacing: float, keeps_nodes: bool
) -> Generator[float, None, _Level]:
    """Sum over tiles with these corners (T, D); yields the share done."""
    size = corner.shape[1]
    quarters = 2**size
    parameter = next(model.parameters())
    offsets = spacing * _tile_nodes(size).to(corner)  # (8^D, D)
    basis = torch.cat([offsets, (offsets.unsqueeze(2) * offsets.unsqueeze(1)).flatten(1)], 1)  # (8^D, D + D²)
    ends = [0, *tile.bincount(minlength=len(corner)).cumsum(0).tolist()]
    parts: list[list[Tensor]] = []
    step = _at_once(model, len(offsets))
    for begin in range(0, len(corner), step):
        z = corner[begin : begin + step].unsqueeze(1) + offsets  # (T', 8^D, D)
        table = scores(model.decode(z.flatten(0, 1).to(parameter))).double()
        log_weight = _log_prior(z) + size * math.log(spacing)
        for number in range(len(z)):
            own = row[ends[begin + number] : ends[begin + number + 1]]
            nodes = slice(number * len(offsets), (number + 1) * len(offsets))
            joint = table.at(nodes).of_flat(flat[own]).add_(log_weight[number])
            mass = joint.view(-1, quarters, quarters, quarters).logsumexp(3)
            share = (joint - mass.flatten(1).logsumexp(1, keepdim=True)).exp()
            joint -= size * math.log(spacing)
            parts.append([mass, _peak(joint.view(-1, quarters, quarters**2)), *joint.max(1), share @ basis])
            if keeps_nodes:
                parts[-1].append(joint)
        yield min(1.0, (begin + step) / len(corner))
    whole = [torch.cat(values) for values in zip(*parts, strict=True)]
    return _Level(spacing, corner, tile, row, *whole, *([] if keeps_nodes else [None]))


def _moments(level: _Level, count: int) -> tuple[Tensor, Tensor]:
    """Mean (N, D) and covariance (N, D, D) of the posteriors, from the moments within tiles."""
    size = level.corner.shape[1]
    log_share = level.mass.flatten(1).logsumexp(1)
    total = _log_sum(log_share.unsqueeze(1), level.row, count).squeeze(1)
    share = (log_share - total[level.row]).exp().unsqueeze(1)  # (P, 1)
    own, square = level.moments[:, :size], level.moments[:, size:].view(-1, size, size)
    corner = level.corner[level.tile]

    def summed(values: Tensor) -> Tensor:
        return values.new_zeros(count, values.shape[1]).index_add_(0, level.row, share * values)

    mean = summed(corner + own)
    # About the mean, since a narrow posterior's second moment about the origin drowns its variance.
    away = corner - mean[level.row]
    cross = away.unsqueeze(2) * own.unsqueeze(1)
    about = square + cross + cross.mT + away.unsqueeze(2) * away.unsqueeze(1)
    return mean, summed(about.flatten(1)).view(-1, size, size)


def _worst(covariance: Tensor, spacing: float) -> Tensor:
    """How far twice the spacing may be off in the sum of a Gaussian of this covariance (N, D, D), relative to it: (N,).

    The sum over a lattice with spacing 2h is the sum of the transform over its dual, k / 2h, by Poisson's formula.
    """
    size = covariance.shape[1]
    steps = torch.tensor([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0], [1.0, -1.0]] if size == 2 else [[1.0]]).to(covariance)
    width = torch.einsum("ki,nij,kj->nk", steps, covariance, steps)
    return 2 * (-(math.pi**2) / 2 * width / spacing**2).exp().amax(1)


def _top(level: _Level, highest: Tensor) -> Tensor:
    """Where log p(x, z) was highest, (N, D)."""
    found = (level.top == highest[level.row]).nonzero().squeeze(1)
    nodes = level.spacing * _tile_nodes(level.corner.shape[1]).to(level.corner)
    place = level.corner.new_full((len(highest), level.corner.shape[1]), math.nan)
    place[level.row[found]] = level.corner[level.tile[found]] + nodes[level.top_node[found]]
    return place


def _peak(joint: Tensor) -> Tensor:
    """How high a function may be between its nodes (..., M), judged by how much it varies among them: (...)."""
    low, high = joint.aminmax(dim=-1)
    return high + BETWEEN * (high - low)


def _log_sum(values: Tensor, row: Tensor, count: int) -> Tensor:
    """The logarithm of what pairs (P, M) add up to for each of `count` images, (count, M)."""
    top = values.new_full((count, values.shape[1]), -math.inf)
    top.scatter_reduce_(0, row.unsqueeze(1).expand_as(values), values, "amax")
    top = torch.where(top.isfinite(), top, 0.0)
    return torch.zeros_like(top).index_add_(0, row, (values - top[row]).exp()).log() + top


def _cells(size: int, count: int) -> Tensor:
    """The middles of count^D unit cells, (count^D, D); the last axis runs fastest."""
    axis = torch.arange(count, dtype=torch.double) + 0.5
    return torch.cartesian_prod(*[axis] * size).reshape(-1, size)


def _tile_nodes(size: int) -> Tensor:
    """The nodes of a tile in units of the spacing, (8^D, D): by quarter, in it by coarser lattice, in that by place."""
    two = _cells(size, 2) - 0.5
    return (4 * two[:, None, None] + two[None, :, None] + 2 * two[None, None, :]).reshape(-1, size) + 0.5


def _log_prior(z: Tensor) -> Tensor:
    return -z.square().sum(-1) / 2 - z.shape[-1] / 2 * math.log(2 * math.pi)


def _at_once(model: Model, nodes: int) -> int:
    """How many squares or tiles of so many nodes are decoded at a time."""
    return max(1, DECODED // (nodes * math.prod(model.image_shape)))
