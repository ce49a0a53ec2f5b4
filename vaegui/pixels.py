"""The fully observed model: independent pixels, fitted without gradient descent. The baseline of all others."""

from __future__ import annotations

from dataclasses import replace

import torch
from torch import Tensor
from torch.distributions import ContinuousBernoulli

from vaegui.data import Images, Limits, Pixels
from vaegui.models import CONTINUOUS_LOGIT_LIMIT, SMALLEST_PIXEL_VARIANCE, Model, ModelConfig
from vaegui.objectives import join, measure, sampled

LARGEST_LOGIT = 15.0  # a pixel that was always off would have log p = −∞ where it is on
FITTED_AT_ONCE = 4096  # images
BASELINE_IMAGES = 1_000_000  # of those on the disk that are enough: the mean of a pixel is then off by 1/2000 at most
BASELINE_STRENGTH = 1.0  # imaginary images in the prior of the independent pixels that others are compared with


def fit_pixels(config: ModelConfig, images: Images, rows: Tensor, strength: float) -> Model:
    """Fit independent pixels: maximum likelihood, or MAP with a conjugate prior.

    The prior is worth `strength` = s imaginary images: for a Bernoulli half of them on and half off, Beta(1 + s/2,
    1 + s/2); for a Gaussian of mean ½ and variance 1/12 (those of a uniform grey), a normal-inverse-gamma of κ = s,
    α = s/2 − 3/2, β = s/24 (improper up to s = 3, its mode is there all the same); for a continuous Bernoulli of mean
    ½. s = 0 is maximum likelihood. With n images, Σ over them:

        Bernoulli             p    = (Σ x + s/2) / (n + s)
        Gaussian              μ    = (Σ x + s/2) / (n + s)     σ² = (Σ (x − μ)² + s (½ − μ)² + s/12) / (n + s)
        continuous Bernoulli  E[x] = (Σ x + s/2) / (n + s)     solved for the logit, which has no closed form

    Logits are kept within ±15 and variances above the floor of all models, since the maximum may lie at infinity.
    Under dynamic binarisation Σ x is taken in expectation, which is the sum of the greys.
    """
    count = len(rows)
    total = torch.zeros(images.shape, dtype=torch.double)
    squares = torch.zeros_like(total)
    chosen = images.in_turn(rows) if images.file is not None else None  # else no copy of all of them
    for start in range(0, count, FITTED_AT_ONCE):
        part = slice(start, start + FITTED_AT_ONCE)
        pixels = images.pixels[rows[part]] if chosen is None else chosen[part]
        x = (pixels > 127).double() if config.observed_as == "threshold" else pixels.double() / 255
        total += x.sum(0)
        squares += x.square().sum(0)
    mean = (total + strength / 2) / (count + strength)
    model = Model(config, images.shape).requires_grad_(False)
    if config.likelihood == "continuous-bernoulli":
        logit = _logit_of_mean(mean)
        value = CONTINUOUS_LOGIT_LIMIT * (logit / CONTINUOUS_LOGIT_LIMIT).atanh()  # what the model's tanh turns back
    elif config.likelihood == "bernoulli":
        value = mean.logit().clamp(-LARGEST_LOGIT, LARGEST_LOGIT)
    elif config.likelihood == "gaussian":
        value = mean
    else:
        spread = squares - 2 * mean * total + count * mean.square()
        variance = (spread + strength * ((0.5 - mean).square() + 1 / 12)) / (count + strength)
        above = (variance - SMALLEST_PIXEL_VARIANCE).clamp(min=1e-8)
        value = torch.cat((mean, above.expm1().log()))  # what softplus turns back into the variance
    assert isinstance(model.decoder.value, Tensor)
    model.decoder.value.copy_(value)
    return model.eval()


def _logit_of_mean(mean: Tensor) -> Tensor:
    """The logit of the continuous Bernoulli with this mean, within ±14.9, by bisection."""
    low, high = torch.full_like(mean, -14.9), torch.full_like(mean, 14.9)
    for _ in range(50):
        middle = (low + high) / 2
        above = ContinuousBernoulli(logits=middle, validate_args=False).mean > mean
        low, high = torch.where(above, low, middle), torch.where(above, middle, high)
    return (low + high) / 2


def log_p_of_pixels(
    images: Images, config: ModelConfig, rows: Tensor, pixels: Pixels, thresholds: Limits
) -> Tensor | None:
    """log p(x) of images pixels (N, C, H, W), (N,) nats per image, if each pixel were independent of the others.

    The yardstick for every model of the same likelihood, fitted to `rows` of the training images (to a million of them,
    evenly spaced, where they are more and on the disk); None for cross-entropy, which is no likelihood.
    """
    if config.likelihood == "bernoulli" and config.binarisation == "none":
        return None
    if images.file is not None:
        rows = rows[:: -(-len(rows) // BASELINE_IMAGES)]
    model = fit_pixels(replace(config, family="pixels"), images, rows, BASELINE_STRENGTH).to(pixels.device)
    return join(measure(sampled(model), pixels, thresholds, config.observed_as)).bound
