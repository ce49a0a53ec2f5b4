"""The terms of the evidence lower bound, one value per image.

rate       = KL(q(z|x) ‖ p(z))            (B,)  nats per image
distortion = −E_q[log p(x|z)]             (B,)  nats per image
elbo       = −(rate + distortion)         (B,)  a lower bound on log p(x); larger is better
loss       = distortion + β·rate                what training minimises (β = 1 is the negative ELBO)
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import torch
from torch import Tensor
from torch.distributions import Distribution, Independent, kl_divergence

from vaegui.data import observe
from vaegui.models import VAE, reparametrize


class Terms(NamedTuple):
    """Rate and distortion of each image of a batch, in nats per image."""

    rate: Tensor  # (B,)
    distortion: Tensor  # (B,)

    @property
    def elbo(self) -> Tensor:
        """The evidence lower bound, (B,)."""
        return -(self.rate + self.distortion)

    def loss(self, beta: float) -> Tensor:
        """The β-VAE loss (Higgins et al. 2017) averaged over the batch, a scalar."""
        return (self.distortion + beta * self.rate).mean()


def rate(q: Independent[Distribution], prior: Independent[Distribution]) -> Tensor:
    """KL(q(z|x) ‖ p(z)) in closed form, (B,): ½ Σ [σ² + μ² − 1 − log σ²] for a standard normal prior."""
    return kl_divergence(q, prior)


def distortion(model: VAE, x: Tensor, z: Tensor) -> Tensor:
    """−log p(x|z) averaged over the samples z (K, B, D), (B,)."""
    log_likelihood: Tensor = model.decode(z).log_prob(x)  # (K, B)
    return -log_likelihood.mean(0)


def elbo_terms(model: VAE, x: Tensor, noise: Tensor) -> Terms:
    """Rate and distortion of images x (B, C, H, W) with z = μ + σ ⊙ ε for the given ε (K, B, D)."""
    q = model.encode(x)
    return Terms(rate(q, model.prior), distortion(model, x, reparametrize(q, noise)))


def measure(
    model: VAE, pixels: Tensor, thresholds: Tensor | None, samples: int = 1, seed: int = 0, block: int = 1000
) -> Iterator[Terms]:
    """Yield the terms of resident images pixels (N, C, H, W) uint8, block by block in order, without gradients.

    The noise is drawn from `seed`, so the same model on the same images gives the same figures each time.
    """
    generator = torch.Generator(pixels.device).manual_seed(seed)
    with torch.no_grad():
        for start in range(0, len(pixels), block):
            part = slice(start, start + block)
            x = observe(pixels[part], model.config.observed_as, None if thresholds is None else thresholds[part])
            noise = torch.randn((samples, len(x), model.config.latent_size), generator=generator, device=pixels.device)
            yield elbo_terms(model, x, noise)


def join(blocks: Iterable[Terms]) -> Terms:
    """Concatenate the blocks of `measure` into the terms of the whole set, (N,), on the CPU in float64."""
    rates, distortions = zip(*((t.rate.cpu().double(), t.distortion.cpu().double()) for t in blocks), strict=True)
    return Terms(torch.cat(rates), torch.cat(distortions))
