"""What training raises or lowers, one value per image.

rate       = KL(q(z|x) ‖ p(z))            (B,)  nats per image
distortion = −E_q[log p(x|z)]             (B,)  nats per image
elbo       = −(rate + distortion)         (B,)  a lower bound on log p(x); larger is better
bound                                     (B,)  what the family is judged by: the ELBO, the importance-weighted bound,
                                                log p(x) itself, or −distortion for an autoencoder, which has no rate
loss       = distortion + β·rate                what a β-VAE minimises (β = 1 is the negative ELBO)

A denoising model infers z from a noisy image x̃ (`seen`) and is asked for the clean one: q(z|x̃), p(x|z)
(Vincent et al. 2008; for VAEs Im et al. 2017).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import torch
from torch import Tensor
from torch.distributions import Distribution, Independent, kl_divergence

from vaegui.data import Corruption, Limits, Pixels, corrupt, observe
from vaegui.models import Model, reparametrize


class Terms(NamedTuple):
    """What is known of each image of a batch, in nats per image. An autoencoder's rate is NaN: it has none."""

    rate: Tensor  # (B,)
    distortion: Tensor  # (B,)
    bound: Tensor  # (B,)

    @property
    def elbo(self) -> Tensor:
        """The evidence lower bound, (B,)."""
        return -(self.rate + self.distortion)

    def loss(self, beta: float | Tensor) -> Tensor:
        """The β-VAE loss (Higgins et al. 2017) averaged over the batch, a scalar."""
        return (self.distortion + beta * self.rate).mean()

    def detach(self) -> Terms:
        """The same figures without their history."""
        return Terms(*(term.detach() for term in self))


def rate(q: Independent[Distribution], prior: Independent[Distribution]) -> Tensor:
    """KL(q(z|x) ‖ p(z)) in closed form, (B,): ½ Σ [σ² + μ² − 1 − log σ²] for a standard normal prior."""
    return kl_divergence(q, prior)


def elbo_terms(model: Model, x: Tensor, noise: Tensor, seen: Tensor | None = None) -> Terms:
    """Rate and distortion of images x (B, C, H, W) with z = μ + σ ⊙ ε for the given ε (K, B, D).

    For an autoencoder z is the code itself, the rate is NaN, and the bound is −distortion.
    """
    q = model.encode(x if seen is None else seen)
    if model.config.family == "autoencoder":
        distortion = -model.decode(q.mean).log_prob(x)
        return Terms(torch.full_like(distortion, math.nan), distortion, -distortion)
    distortion = -model.decode(reparametrize(q, noise)).log_prob(x).mean(0)  # (K, B) → (B,)
    kl = rate(q, model.prior)
    return Terms(kl, distortion, -(kl + distortion))


def importance_terms(model: Model, x: Tensor, noise: Tensor, seen: Tensor | None = None) -> Terms:
    """As `elbo_terms`, with the importance-weighted bound of K samples (Burda et al. 2016, eq. 8) as the bound.

    It is log 1/K Σ_k p(x, z_k) / q(z_k|x) with z_k ~ q(z|x): the ELBO for K = 1, log p(x) as K grows.
    """
    q = model.encode(x if seen is None else seen)
    z = reparametrize(q, noise)  # (K, B, D)
    log_likelihood = model.decode(z).log_prob(x)  # (K, B)
    log_weight = log_likelihood + model.prior.log_prob(z) - q.log_prob(z)
    return Terms(rate(q, model.prior), -log_likelihood.mean(0), log_weight.logsumexp(0) - math.log(len(log_weight)))


class Part(NamedTuple):
    """Where the random numbers of a part of a batch come from: those of the whole batch are drawn, as without parts."""

    generator: torch.Generator
    images: int  # in the whole batch
    rows: slice  # of it that are the part


Random = torch.Generator | Part


def draw_noise(model: Model, images: int, random: Random, samples: int = 1) -> Tensor:
    """Draw ε ~ N(0, I) for `samples` codes of each image, (K, B, D), on the generator's device."""
    if isinstance(random, Part):
        return draw_noise(model, random.images, random.generator, samples)[:, random.rows]
    shape = (samples, images, model.config.code_size)
    return torch.randn(shape, generator=random, device=random.device)


def generator_of(random: Random) -> torch.Generator:
    """What draws the numbers that all images of a batch share."""
    return random.generator if isinstance(random, Part) else random


Evaluate = Callable[[Tensor, Tensor, Random], Terms]


def sampled(model: Model, importance_samples: int = 0) -> Evaluate:
    """Return how to evaluate images: the ELBO with one sample of z, or the importance-weighted bound with several."""
    how = importance_terms if importance_samples else elbo_terms

    def evaluate(x: Tensor, seen: Tensor, random: Random) -> Terms:
        return how(model, x, draw_noise(model, len(x), random, max(importance_samples, 1)), seen)

    return evaluate


def measure(
    evaluate: Evaluate,
    pixels: Pixels,
    thresholds: Limits | None,
    binarisation: str,
    noise: tuple[Corruption, float] | None = None,
    seed: int = 0,
    block: int = 1000,
    part_of: Callable[[int], slice] | None = None,
) -> Iterator[Terms]:
    """Yield the terms of images pixels (N, C, H, W) uint8, block by block in order, without gradients.

    All randomness is drawn from `seed`, so the same model on the same images gives the same figures each time. Where
    `part_of` says which rows of a block of so many images are wanted, the terms are of those, and the same.
    """
    generator = torch.Generator(pixels.device).manual_seed(seed)
    with torch.no_grad():
        for start in range(0, len(pixels), block):
            part = slice(start, start + block)
            some = pixels[part]
            limits = None if thresholds is None else thresholds[part].to(some.device)
            x = seen = observe(some, binarisation, limits)
            if noise is not None:
                seen = observe(corrupt(some, *noise, generator), binarisation, limits)
            if part_of is None:
                yield evaluate(x, seen, generator)
                continue
            rows = part_of(len(x))
            taken = rows if rows.stop > rows.start else slice(0, 1)  # of no images a network may not make anything
            terms = evaluate(x[taken], seen[taken], Part(generator, len(x), taken))
            yield Terms(*(term[: rows.stop - rows.start] for term in terms))


def join(blocks: Iterable[Terms]) -> Terms:
    """Concatenate the blocks of `measure` into the terms of the whole set, (N,), on the CPU in float64.

    They are copied one by one: a thousand small tensors that are kept would each pin memory that was freed around it.
    """
    table, count = torch.empty(len(Terms._fields), 1 << 14, dtype=torch.double), 0
    for terms in blocks:
        end = count + len(terms.bound)
        if end > table.shape[1]:
            table, before = torch.empty(len(table), 2 * end, dtype=torch.double), table
            table[:, :count] = before[:, :count]
        for row, term in zip(table, terms, strict=True):
            row[count:end] = term
        count = end
    return Terms(*table[:, :count].clone())
