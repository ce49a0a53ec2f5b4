"""What one does with a trained model: encode a split, decode points, reconstruct, denoise, generate.

Plain functions from tensors to tensors, free of any window. Pixels are uint8 (B, C, H, W); pictures that come back are
float in [0, 1]; the model sees images as its config says (`data.observe`), with thresholds fixed once and for all.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import torch
from torch import Tensor
from torch.distributions import Bernoulli

from vaegui import quadrature
from vaegui.data import Corruption, Limits, Pixels, as_float, corrupt, observe
from vaegui.models import Model
from vaegui.objectives import elbo_terms
from vaegui.plane import MANY

DECODE_BLOCK = 128
AT_ONCE = 100_000  # codes whose density is spread over a lattice at a time
SMALLEST_ERROR = 1e-6


@dataclass(frozen=True)
class Codes:
    """q(z|x) of each image of a split, with its label; for a model fitted by EM the moments of the exact posterior."""

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


class Density(NamedTuple):
    """A density over codes to generate from: M Gaussians, given as torch's generators can be used with them."""

    weights: Tensor  # (M,)
    means: Tensor  # (M, D)
    scales: Tensor  # (M, D, D), lower triangular: z = mean + scale · ε

    def sample(self, count: int, generator: torch.Generator) -> Tensor:
        """Draw codes (count, D)."""
        which = torch.multinomial(self.weights, count, replacement=True, generator=generator)
        noise = torch.randn(count, self.means.shape[1], 1, generator=generator)
        return self.means[which] + (self.scales[which] @ noise).squeeze(2)


@torch.no_grad()
def encode(model: Model, pixels: Pixels, thresholds: Limits) -> Iterator[tuple[Tensor, Tensor]]:
    """Yield where the model puts images, `quadrature.codes` (B, D) each, block by block in order."""
    is_em = model.config.family == "em"
    block, survey = (10_000, quadrature.Survey(model)) if is_em else (1000, None)  # images of a block share their tiles
    for start in range(0, len(pixels), block):
        part = slice(start, start + block)
        yield quadrature.codes(model, observe(pixels[part], model.config.observed_as, thresholds[part]), survey)


@torch.no_grad()
def decode(model: Model, z: Tensor) -> Tensor:
    """Return the mean image (..., C, H, W) of p(x|z) for codes (..., D), in blocks that bound the memory it takes."""
    count = z.shape[:-1].numel()
    if count <= DECODE_BLOCK:
        mean: Tensor = model.decode(z.float()).mean
        return mean
    blocks = z.float().reshape(count, z.shape[-1]).split(DECODE_BLOCK)
    return torch.cat([model.decode(block).mean for block in blocks]).reshape(*z.shape[:-1], *model.image_shape)


@torch.no_grad()
def decode_variance(model: Model, z: Tensor) -> Tensor:
    """Return the variance σ²(z) of each pixel (..., C, H, W) for codes (..., D)."""
    variance: Tensor = model.decode(z.float()).variance
    return variance


def decode_grid(model: Model, horizontal: Tensor, vertical: Tensor) -> Tensor:
    """Decode the lattice of a 2-D latent space: images (rows, columns, C, H, W) for vertical × horizontal positions."""
    rows, columns = torch.meshgrid(vertical, horizontal, indexing="ij")
    return decode(model, torch.stack((columns, rows), dim=-1))


@torch.no_grad()
def reconstruct(model: Model, pixels: Tensor, thresholds: Tensor, samples: int = 4) -> Reconstruction:
    """Encode images and decode the means of their codes; the distortion averages samples of z drawn alike each time."""
    x = observe(pixels, model.config.observed_as, thresholds)
    noise = torch.randn((samples, len(x), model.config.code_size), generator=torch.Generator().manual_seed(0))
    code = model.encode(x).mean
    image, result = as_float(pixels), decode(model, code)
    return Reconstruction(image, result, code, elbo_terms(model, x, noise).distortion, psnr(result, image))


@torch.no_grad()
def denoise(
    model: Model, pixels: Tensor, thresholds: Tensor, kind: Corruption, level: float, seed: int = 0
) -> Denoising:
    """Add noise to images, pass both versions through the model, and compare each result with the clean image."""
    noisy_pixels = corrupt(pixels, kind, level, torch.Generator().manual_seed(seed))
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


@torch.no_grad()
def pull(model: Model, start: Tensor, times: int) -> Tensor:
    """Decode a code (D,), encode the mean image as it is, decode that code, and so on: codes (times + 1, D).

    Where it comes to rest is a fixed point of decoder and encoder; for an autoencoder, steps point up the density of
    the data (Alain & Bengio 2014).
    """
    z = start.float().unsqueeze(0)
    trail = [z]
    for _ in range(times):
        z = model.encode(model.decode(z).mean).mean
        trail.append(z)
    return torch.cat(trail)


class Aggregate:
    """The aggregate posterior q(z) = 1/N Σ q(z|xₙ) of codes, means and deviations (N, D), as a density.

    Where codes are points (an autoencoder's), a Gaussian takes the place of each, as wide as Scott's rule says:
    N^(−1/(D+4)) of the codes' own spread.
    """

    @torch.no_grad()
    def __init__(self, mean: Tensor, std: Tensor) -> None:
        mean, std = mean.double().T.contiguous(), std.double().T  # (D, N): a dimension in one piece
        size, count = mean.shape
        std = _widened(mean, std)
        precision = std.reciprocal()
        self._log_weight = precision.log().sum(0) - size * math.log(2 * math.pi) / 2 - math.log(count)  # (N,)
        # Distances are (z − mean) · precision, which is a product and a sum less when it is taken apart.
        self._slope = precision / math.sqrt(2)
        self._offset = mean * self._slope

    @torch.no_grad()
    def density(self, z: Tensor) -> Tensor:
        """At places (M, D): (M,)."""
        return torch.stack([self._at(place) for place in z.double()])

    def _at(self, z: Tensor) -> Tensor:
        log_q = self._log_weight
        for slope, offset, along in zip(self._slope, self._offset, z, strict=True):
            log_q = log_q - (slope * along - offset).square_()
        return log_q.logsumexp(0).exp()


def _widened(mean: Tensor, std: Tensor) -> Tensor:
    """Deviations (D, N) of codes (D, N); where they are points, those of Scott's rule."""
    if (std > 0).all():
        return std
    size, count = mean.shape
    scott = mean.std(1, correction=0, keepdim=True).clamp(min=1e-9) * count ** (-1 / (size + 4))
    return torch.where(std > 0, std, scott)


MOST_EXACT = 20_000  # codes at which their density is summed over all of them
STANDING_FOR_ALL = 200_000  # codes, where they are more than `MANY`
CELLS = 1000  # of the lattice, along each axis, that it is averaged over where there are more


@torch.no_grad()
def code_density(mean: Tensor, std: Tensor) -> Iterator[Tensor]:
    """The density of `Aggregate` at its own codes (N, 2), block by block; codes that are not finite have NaN.

    Of more than `MOST_EXACT` codes it is averaged over the cells of a lattice around all but the outermost of them; of
    more than `MANY`, some that are evenly spaced stand for all.
    """
    mean, std = mean.double(), std.double()
    finite = mean.isfinite().all(1) & std.isfinite().all(1)
    if not finite.any():
        yield torch.full((len(mean),), math.nan, dtype=torch.double)
        return
    near, width = mean[finite], _widened(mean[finite].T, std[finite].T).T
    if len(near) <= MOST_EXACT:
        aggregate = Aggregate(near, width)
        for block in mean.split(DECODE_BLOCK):
            density = aggregate.density(block.nan_to_num(posinf=0.0, neginf=0.0))
            yield torch.where(block.isfinite().all(1), density, math.nan)
        return
    if len(near) > MANY:
        step = -(-len(near) // STANDING_FOR_ALL)
        near, width = near[::step], width[::step]
    low, high = (torch.quantile(near[:: len(near) // MOST_EXACT], share, dim=0) for share in (0.002, 0.998))
    size = ((high - low) / CELLS).clamp(min=1e-9)
    axes = [low[d] + (torch.arange(CELLS, dtype=torch.double) + 0.5) * size[d] for d in (0, 1)]
    table = torch.zeros(CELLS, CELLS, dtype=torch.double)
    for m, w in zip(near.split(10_000), width.split(10_000), strict=True):
        table += aggregate_cells(m, w, *axes) * (len(m) / len(near))
    place = ((mean.nan_to_num() - low) / size).floor().long()
    inside = finite & (place >= 0).all(1) & (place < CELLS).all(1)
    column, row = place.clamp(0, CELLS - 1).T
    yield torch.where(inside, table[row, column], torch.where(finite, 0.0, math.nan))  # of the outermost next to none


def ink(pixels: Pixels) -> Tensor:
    """How bright images pixels (N, C, H, W) uint8 are on average, from 0 to 1: (N,)."""
    blocks = (pixels[start : start + 1000] for start in range(0, len(pixels), 1000))
    return torch.cat([block.flatten(1).double().mean(1) for block in blocks]) / 255


@torch.no_grad()
def aggregate_cells(mean: Tensor, std: Tensor, horizontal: Tensor, vertical: Tensor) -> Tensor:
    """The aggregate posterior q(z) of codes (N, 2) averaged over each cell of an even lattice: (rows, columns).

    Cells have their middles at `horizontal` (columns,) and `vertical` (rows,) positions. Their shares are exact however
    narrow a q(z|x) is, since they are products of normal distribution functions.
    """
    density = torch.zeros(len(vertical), len(horizontal), dtype=torch.double)
    for m, s in zip(mean.split(AT_ONCE), std.split(AT_ONCE), strict=True):
        across, up = (_densities(middles, m[:, d], s[:, d]) for d, middles in enumerate((horizontal, vertical)))
        density += up.T @ across / len(mean)
    return density


def _densities(middles: Tensor, mean: Tensor, std: Tensor) -> Tensor:
    """Densities of Gaussians (N,) of one dimension averaged over cells with these middles (M,): (N, M)."""
    middles, half = middles.double(), (middles[1] - middles[0]).double().abs() / 2
    mean, std = mean.double().unsqueeze(1), std.double().clamp(min=1e-9).unsqueeze(1)
    upper, lower = ((middles + end - mean) / std for end in (half, -half))
    share: Tensor = torch.special.ndtr(upper) - torch.special.ndtr(lower)
    return share / (2 * half)


def hole_share(mean: Tensor, std: Tensor, below: float = 0.1) -> float:
    """The share of the prior's mass where the aggregate posterior of codes (N, D), D = 1 or 2, is far below it.

    That is, below a tenth of p(z), both averaged over cells of 0.05.
    """
    axis = torch.arange(-5.975, 6.0, 0.05, dtype=torch.double)
    normal = _densities(axis, torch.zeros(1), torch.ones(1))[0]
    if mean.shape[1] == 1:
        prior, q = normal, _densities(axis, mean[:, 0], std[:, 0]).mean(0)
    else:
        prior, q = torch.outer(normal, normal), aggregate_cells(mean, std, axis, axis)
    cell = float(axis[1] - axis[0]) ** mean.shape[1]
    return float(prior[q < below * prior].sum()) * cell


@torch.no_grad()
def entropy(model: Model, z: Tensor) -> Tensor:
    """The entropy of p(x|z) at codes (..., D), summed over pixels: (...) nats per image.

    That of grey pixels is a differential entropy, which can be negative.
    """
    flat = z.float().reshape(z.shape[:-1].numel(), z.shape[-1])
    parts = [model.decode(block).entropy() for block in flat.split(DECODE_BLOCK)]
    return torch.cat(parts).reshape(z.shape[:-1])


def standard_normal(size: int) -> Density:
    """The prior p(z) in `size` dimensions."""
    return Density(torch.ones(1), torch.zeros(1, size), torch.eye(size).unsqueeze(0))


def fit_density(codes: Tensor, seed: int = 0) -> Density:
    """Fit a mixture of at most 32 Gaussians to codes (N, D): an autoencoder, which has no prior, generates from it.

    With more than 16 dimensions their covariances are diagonal, and there are fewer of them, so that they stay small.
    """
    # Here because importing scikit-learn takes seconds.
    from sklearn.exceptions import ConvergenceWarning
    from sklearn.mixture import GaussianMixture

    count, size = codes.shape
    full = size <= 16
    centre, unit = codes.double().mean(0), codes.double().std(0, correction=0).clamp(min=1e-9)
    if count < 2:
        return Density(torch.ones(1), codes.float(), torch.zeros(1, size, size))
    mixture = GaussianMixture(
        max(1, min(32, count // 50, 4096 // size)),
        covariance_type="full" if full else "diag",
        reg_covar=1e-6,  # of codes in units of their own spread
        random_state=seed,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # collapsed codes: fewer Gaussians would do
        mixture.fit(((codes.double() - centre) / unit).numpy())
    covariances = torch.from_numpy(mixture.covariances_)
    scales = torch.linalg.cholesky(covariances) if full else torch.diag_embed(covariances.sqrt())
    return Density(
        torch.from_numpy(mixture.weights_).float(),
        (torch.from_numpy(mixture.means_) * unit + centre).float(),
        (scales * unit.unsqueeze(1)).float().contiguous(),
    )


@torch.no_grad()
def generate(model: Model, density: Density, count: int, seed: int, draw_pixels: bool) -> tuple[Tensor, Tensor]:
    """Draw codes z (count, D) and show what they decode to: the mean of p(x|z), or a draw x ~ p(x|z), (count, C, H, W).

    Without latent variables every mean is the same image; only draws differ.
    """
    generator = torch.Generator().manual_seed(seed)
    z = density.sample(count, generator)
    if not draw_pixels:
        return z, decode(model, z)
    draws = []
    for block in z.split(DECODE_BLOCK):
        pixels = model.decode(block).base_dist
        uniform = torch.rand((len(block), *model.image_shape), generator=generator).clamp(1e-6, 1 - 1e-6)
        draws.append((uniform < pixels.mean).float() if isinstance(pixels, Bernoulli) else pixels.icdf(uniform))
    return z, torch.cat(draws)


def psnr(picture: Tensor, reference: Tensor) -> Tensor:
    """Peak signal-to-noise ratio (B,) in dB of images (B, C, H, W) in [0, 1]: 10 log₁₀(1 / mean squared error).

    Equal pictures have 60 dB, not infinitely many, so that means over images exist.
    """
    return -10 * (picture - reference).square().flatten(1).mean(1).clamp(min=SMALLEST_ERROR).log10()
