"""Models that are small, and of which everything is known in closed form or can be summed by brute force."""

import math

import numpy as np
import scipy.special
import scipy.stats
import torch

from vaegui.models import LOG_VARIANCE_LIMIT, Model, ModelConfig

LIKELIHOODS = ["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"]


def build(likelihood="bernoulli", hidden=(16,), shape=(1, 4, 4), scale=2.0, **more):
    """A model whose weights are larger than fresh ones, so that its posteriors differ from the prior."""
    torch.manual_seed(0)
    model = Model(ModelConfig(hidden=hidden, likelihood=likelihood, **more), shape).requires_grad_(False)
    for value in model.parameters():
        value *= scale
    return model


def some_images(model, count=6):
    generator = torch.Generator().manual_seed(1)
    x = torch.rand((count, *model.image_shape), generator=generator)
    x = x.round() if model.config.likelihood == "bernoulli" else x
    return x.to(next(model.parameters()))


def linear_gaussian(variance, scale=1.0, family="vae", size=2, count=40, orthogonal=False):
    """p(x|z) = N(Wz + b, σ²I) for six pixels, and images drawn from it: everything about it is known in closed form."""
    config = ModelConfig(
        family=family, hidden=(), likelihood="gaussian", output="linear", variance=variance, latent_size=size
    )
    torch.manual_seed(0)
    model = Model(config, (1, 2, 3)).requires_grad_(False)
    generator = torch.Generator().manual_seed(0)
    (layer,) = model.decoder
    w = torch.randn(6, size, generator=generator)
    layer.weight.copy_(scale * (torch.linalg.qr(w).Q if orthogonal else w))
    layer.bias.copy_(torch.rand(6, generator=generator))
    z = torch.randn(count, size, generator=generator)
    noise = torch.randn(count, 6, generator=generator)
    x = z @ layer.weight.T + layer.bias + math.sqrt(variance) * noise
    return model, x.reshape(count, 1, 2, 3), layer.weight.double().numpy(), layer.bias.double().numpy()


def flattened(x):
    return x.flatten(1).double().numpy()


def closed_form_log_p(x, w, b, variance):
    return scipy.stats.multivariate_normal(b, w @ w.T + variance * np.eye(len(b))).logpdf(flattened(x))


def closed_form_posterior(x, w, b, variance):
    """Mean (N, D) and precision (D, D) of p(z|x), the same for all x."""
    precision = w.T @ w / variance + np.eye(w.shape[1])
    return np.linalg.solve(precision, w.T @ (flattened(x) - b).T / variance).T, precision


def kl_of_gaussians(mean, covariance, other_mean, other_precision):
    """KL(N(mean, covariance) ‖ N(other_mean, other_precision⁻¹)) of one image."""
    away = mean - other_mean
    product = other_precision @ covariance
    return (np.trace(product) + away @ other_precision @ away - len(mean) - np.linalg.slogdet(product)[1]) / 2


def two_modes(away=2.0, variance=0.01, scale=1.0):
    """p(x|z) = N(V (|z₁|, z₂) + b, σ²I) with orthogonal columns of V, and images of codes around (±away, ½).

    |z₁| = relu(z₁) + relu(−z₁), so that each image has two modes of the same height, and half of the probability of
    the mirrored linear model lies where there is none: p(x) is twice that of the linear model, and each mode is the
    linear model's posterior, as long as that keeps away from z₁ = 0.
    """
    config = ModelConfig(
        hidden=(4,), activation="relu", likelihood="gaussian", output="linear", variance=variance, latent_size=2
    )
    torch.manual_seed(0)
    model = Model(config, (1, 2, 3)).requires_grad_(False)
    generator = torch.Generator().manual_seed(0)
    v = scale * torch.linalg.qr(torch.randn(6, 2, generator=generator)).Q
    first, _, last = model.decoder
    first.weight.copy_(torch.tensor([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.0, -1.0]]))
    first.bias.zero_()
    last.weight.copy_(torch.stack([v[:, 0], v[:, 0], v[:, 1], -v[:, 1]], 1))
    last.bias.copy_(torch.rand(6, generator=generator))
    z = torch.tensor([away, 0.5]) + 0.2 * torch.randn(5, 2, generator=generator)
    x = z @ v.T + last.bias + math.sqrt(variance) * torch.randn(5, 6, generator=generator)
    return model, x.reshape(5, 1, 2, 3), v.double().numpy(), last.bias.double().numpy()


def say(model, mean, std):
    """Have the encoder say q(z|x) = N(mean, std²) of every image."""
    last = model.encoder[-1]
    last.weight.zero_()
    log_variance = 2 * torch.tensor(std, dtype=torch.double).log()
    raw = LOG_VARIANCE_LIMIT * torch.atanh(log_variance / LOG_VARIANCE_LIMIT)
    last.bias.copy_(torch.cat([torch.tensor(mean, dtype=torch.double), raw]))


def say_the_posterior(model, w, b, variance):
    """Have a linear encoder say the posterior of a linear Gaussian model; exact if W's columns are orthogonal."""
    precision = w.T @ w / variance + np.eye(w.shape[1])
    by_pixel = torch.from_numpy(np.linalg.solve(precision, w.T / variance))
    say(model, [0.0] * w.shape[1], (1 / np.sqrt(np.diag(precision))).tolist())
    last = model.encoder[-1]
    last.weight[: len(by_pixel)] = by_pixel
    last.bias[: len(by_pixel)] = -by_pixel @ torch.from_numpy(b)


def brute_force_log_likelihood(model, x, z):
    """log p(x|z) (N, G) at codes z (G, D) by the formulas of scipy at the decoder's output, in float64."""
    out = model.decoder.double()(z.double()).numpy()
    model.to(x.dtype)
    likelihood = model.config.likelihood
    flat = flattened(x)
    squash = scipy.special.expit if model.config.output == "sigmoid" else np.asarray
    if likelihood == "gaussian-learned":
        center, raw = np.split(out, 2, 1)
        center, spread = squash(center), np.sqrt(1e-3 + np.log1p(np.exp(raw)))
        each = [scipy.stats.norm.logpdf(image, center, spread).sum(1) for image in flat]
    elif likelihood == "gaussian":
        spread = math.sqrt(model.config.variance)
        each = [scipy.stats.norm.logpdf(image, squash(out), spread).sum(1) for image in flat]
    else:
        if likelihood == "continuous-bernoulli":
            out = 15 * np.tanh(out / 15)
        log_on, log_off = -np.logaddexp(0, -out), -np.logaddexp(0, out)
        # Loaiza-Ganem & Cunningham 2019: C(λ) = 2 artanh(1 − 2λ) / (1 − 2λ), here for the logit of λ
        constant = np.log(out / np.tanh(out / 2)) if likelihood == "continuous-bernoulli" else 0
        each = [(image * log_on + (1 - image) * log_off + constant).sum(1) for image in flat]
    return np.stack(each)


def fine_grid(size=2, reach=7.0, count=401):
    """Nodes (G, D) of a lattice over the latent space, float64, and the logarithm of a cell."""
    axis = torch.linspace(-reach, reach, count, dtype=torch.double)
    return torch.cartesian_prod(*[axis] * size).reshape(-1, size), size * math.log(axis[1] - axis[0])


def brute_force_joint(model, x, z, log_cell):
    """log [p(x, z) · cell] (N, G)."""
    return brute_force_log_likelihood(model, x, z) + scipy.stats.norm.logpdf(z.numpy()).sum(1) + log_cell


def run_through(steps):
    """Everything a generator yields, and what it returns."""
    yielded = []
    while True:
        try:
            yielded.append(next(steps))
        except StopIteration as done:
            return yielded, done.value
