"""log p(x) by importance sampling: the usual way, which is too low where q misses a mode, and a safe one.

log p(x) is estimated by log 1/K Σ_k p(x, z_k) / r(z_k), z_k ~ r. With r = q(z|x), as log p(x) is usually reported, the
estimate is a lower bound on average (Burda et al. 2016), and where q misses a part of the posterior it stays too low
however many draws are affordable. A *defensive mixture* (Hesterberg 1995) draws a part from the prior, which misses
nothing, and the rest from Gaussians that are wider than the posterior.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Sequence
from typing import NamedTuple

import torch
from torch import Tensor

from vaegui.models import Model
from vaegui.steps import counted, part_of
from vaegui.variational import ADAM_STEPS, Gaussians, amortised, improve, log_likelihood

WIDER = 1.5  # times the deviations of the Gaussians of a defensive mixture
DEFENSIVE = 0.2  # the share of its draws that come from the prior
DRAWS_AT_ONCE = 250
SEARCH_SHARE = 0.5  # of the work, which the search for a Gaussian is taken to be; it depends on draws and decoder


class Estimated(NamedTuple):
    """What K draws say of each of N images, float64."""

    log_p: Tensor  # (N,) nats per image
    error: Tensor  # (N,) its standard error, as far as these draws can tell
    effective: Tensor  # (N,) effective sample size (Σ w)² / Σ w², between 1 and K (Kong 1992)


@torch.no_grad()
def sample(
    model: Model, x: Tensor, parts: Sequence[tuple[float, Gaussians]], draws: int, seed: int = 0
) -> Generator[float, None, Estimated]:
    """Estimate log p(x) of images x (N, C, H, W) from a mixture of Gaussians for each; yields the share done.

    Each part gives its share of the draws, and weights have the density of the whole mixture below (deterministic
    mixture, Veach & Guibas 1995), so that no part can spoil what another one does well.
    """
    generator = torch.Generator(x.device).manual_seed(seed)
    counts = [max(1, round(share * draws)) for share, _ in parts]
    log_shares = [math.log(count / sum(counts)) for count in counts]
    logs = []
    done = 0
    for count, (_, q) in zip(counts, parts, strict=True):
        for start in range(0, count, DRAWS_AT_ONCE):
            shape = (min(DRAWS_AT_ONCE, count - start), *q.mean.shape)
            noise = torch.randn(shape, generator=generator, dtype=torch.double, device=x.device)
            z = q.mean + torch.einsum("nij,knj->kni", q.scale, noise)
            density = torch.stack(
                [share + other.log_prob(z) for share, (_, other) in zip(log_shares, parts, strict=True)]
            )
            log_prior = -z.square().sum(2) / 2 - z.shape[2] / 2 * math.log(2 * math.pi)
            logs.append(log_likelihood(model, x, z) + log_prior - density.logsumexp(0))
            done += shape[0]
            yield done / sum(counts)
    log_weight = torch.cat(logs)  # (K, N)
    count = len(log_weight)
    log_p = log_weight.logsumexp(0) - math.log(count)
    relative = (log_weight - log_p).exp()  # with a mean of one
    error = relative.std(0) / math.sqrt(count) if count > 1 else torch.full_like(log_p, math.nan)
    return Estimated(log_p, error, relative.sum(0).square() / relative.square().sum(0))


def from_q(model: Model, x: Tensor, draws: int, seed: int = 0) -> Generator[float, None, Estimated]:
    """The usual estimate, from the amortised q(z|x) itself."""
    return sample(model, x, [(1.0, amortised(model, x))], draws, seed)


def defensive(
    model: Model, x: Tensor, around: Sequence[Gaussians], draws: int, seed: int = 0
) -> Generator[float, None, Estimated]:
    """An estimate that misses nothing: Gaussians made wider, and a share of draws from the prior."""
    share = (1 - DEFENSIVE) / len(around)
    parts = [(share, Gaussians(q.mean, WIDER * q.scale)) for q in around]
    count, size = around[0].mean.shape
    unit = torch.eye(size, dtype=torch.double, device=x.device).expand(count, size, size)
    prior = Gaussians(torch.zeros_like(around[0].mean), unit)
    return sample(model, x, [*parts, (DEFENSIVE, prior)], draws, seed)


def optimised(model: Model, x: Tensor, draws: int, seed: int = 0) -> Generator[float, None, Estimated]:
    """For any number of latent dimensions: q is optimised for each image, made wider, and mixed with the prior."""
    search = counted(improve(model, x, amortised(model, x)), ADAM_STEPS)
    best = yield from part_of(search, 0.0, SEARCH_SHARE)
    return (yield from part_of(defensive(model, x, [best], draws, seed), SEARCH_SHARE, 1 - SEARCH_SHARE))
