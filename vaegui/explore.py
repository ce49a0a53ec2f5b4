"""What one does with a trained model: encode a split, decode points, reconstruct, denoise, count neighbours.

Plain functions from tensors to tensors, free of any window. Pixels are uint8 (B, C, H, W); pictures that come back are
float in [0, 1]; the model sees images as its config says (`data.observe`), with thresholds fixed once and for all.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import torch
from torch import Tensor

from vaegui.data import Corruption, as_float, corrupt, observe
from vaegui.models import VAE
from vaegui.objectives import elbo_terms

DECODE_BLOCK = 128


@dataclass(frozen=True)
class Codes:
    """q(z|x) of each image of a split, with its label."""

    mean: Tensor  # (N, D)
    std: Tensor  # (N, D)
    labels: Tensor  # (N,)


@dataclass(frozen=True)
class Reconstruction:
    """A batch of images, what the model makes of them, and how well."""

    image: Tensor  # (B, C, H, W) in [0, 1], the grey original
    result: Tensor  # (B, C, H, W), the mean of p(x|z) at the mean of q(z|x)
    code: Tensor  # (B, D)
    distortion: Tensor  # (B,) nats per image, of the image as the model sees it
    psnr: Tensor  # (B,) decibel, of result against image


@dataclass(frozen=True)
class Denoising:
    """A batch of images, their noisy versions, and the reconstruction of both."""

    clean: Tensor  # (B, C, H, W)
    noisy: Tensor
    denoised: Tensor
    reconstruction: Tensor
    clean_code: Tensor  # (B, D)
    noisy_code: Tensor
    noisy_psnr: Tensor  # (B,) decibel, each against clean
    denoised_psnr: Tensor
    reconstruction_psnr: Tensor


@torch.no_grad()
def encode(model: VAE, pixels: Tensor, thresholds: Tensor, block: int = 1000) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield the mean and standard deviation (B, D) of q(z|x), block by block in order."""
    for x, t in zip(pixels.split(block), thresholds.split(block), strict=True):
        q = model.encode(observe(x, model.config.observed_as, t))
        yield q.mean, q.stddev


@torch.no_grad()
def decode(model: VAE, z: Tensor) -> Tensor:
    """Return the mean image (..., C, H, W) of p(x|z) for codes (..., D), in blocks that bound the memory it takes."""
    flat = z.float().reshape(-1, z.shape[-1])
    images = torch.cat([model.decode(block).mean for block in flat.split(DECODE_BLOCK)])
    return images.reshape(*z.shape[:-1], *model.image_shape)


def decode_grid(model: VAE, horizontal: Tensor, vertical: Tensor) -> Tensor:
    """Decode the lattice of a 2-D latent space: images (rows, columns, C, H, W) for vertical × horizontal positions."""
    rows, columns = torch.meshgrid(vertical, horizontal, indexing="ij")
    return decode(model, torch.stack((columns, rows), dim=-1))


@torch.no_grad()
def reconstruct(model: VAE, pixels: Tensor, thresholds: Tensor, samples: int = 4) -> Reconstruction:
    """Encode images and decode the means of their codes; the distortion averages samples of z drawn alike each time."""
    x = observe(pixels, model.config.observed_as, thresholds)
    noise = torch.randn((samples, len(x), model.config.latent_size), generator=torch.Generator().manual_seed(0))
    code = model.encode(x).mean
    image, result = as_float(pixels), decode(model, code)
    return Reconstruction(image, result, code, elbo_terms(model, x, noise).distortion, psnr(result, image))


@torch.no_grad()
def denoise(model: VAE, pixels: Tensor, thresholds: Tensor, kind: Corruption, level: float, seed: int = 0) -> Denoising:
    """Add noise to images, pass both versions through the model, and compare each result with the clean image."""
    noisy_pixels = corrupt(pixels, kind, level, seed)
    how = model.config.observed_as
    clean_code = model.encode(observe(pixels, how, thresholds)).mean
    noisy_code = model.encode(observe(noisy_pixels, how, thresholds)).mean
    clean, noisy = as_float(pixels), as_float(noisy_pixels)
    denoised, reconstruction = decode(model, noisy_code), decode(model, clean_code)
    return Denoising(
        clean,
        noisy,
        denoised,
        reconstruction,
        clean_code,
        noisy_code,
        psnr(noisy, clean),
        psnr(denoised, clean),
        psnr(reconstruction, clean),
    )


def psnr(picture: Tensor, reference: Tensor) -> Tensor:
    """Peak signal-to-noise ratio (B,) in dB of images (B, C, H, W) in [0, 1]: 10 log₁₀(1 / mean squared error)."""
    return -10 * (picture - reference).square().flatten(1).mean(1).log10()
