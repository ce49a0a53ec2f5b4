"""What each family minimises, as phases of training: most have one, stacked autoencoders and EM have several.

A phase says which parameters it moves and yields one loss for every gradient step on a batch; `training.train` does the
rest, alike for all. What a phase does not name stays as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from vaegui import posterior
from vaegui.data import Images
from vaegui.models import SMALLEST_PIXEL_VARIANCE, Model, ModelConfig
from vaegui.objectives import Evaluate, Terms, elbo_terms, sampled
from vaegui.settings import UserError

LARGEST_LOGIT = 15.0  # of a pixel in closed form: a pixel that was always off would have log p = −∞ where it is on
PROBE_IMAGES = 256

Losses = Callable[[Tensor, Tensor, torch.Generator, float], Iterator[tuple[Tensor, Terms]]]


@dataclass(frozen=True)
class Bounds:
    """EM seen from one set of images: the bound before an E-step and after it, when it touches log p(x)."""

    before: float  # nats per image, with the responsibilities of the E-step before
    after: float  # nats per image: log p(x)


@dataclass(frozen=True)
class Phase:
    """A part of a training."""

    name: str  # empty for the only phase there is
    epochs: int
    parameters: list[nn.Parameter]
    losses: Losses  # (x, seen, generator, epochs of the phase done) → a loss and its terms for each gradient step
    evaluate: Evaluate
    steps_per_batch: int = 1
    probe: Callable[[], Bounds] | None = None


def vae_phase(model: Model, epochs: int, beta: float, warmup: int, importance_samples: int) -> Phase:
    """The whole model at once: the β-weighted ELBO, or with samples the importance-weighted bound.

    During `warmup` epochs β rises linearly from 0. An autoencoder has only its distortion to minimise.
    """
    evaluate = sampled(model, importance_samples)

    def losses(x: Tensor, seen: Tensor, generator: torch.Generator, done: float) -> Iterator[tuple[Tensor, Terms]]:
        terms = evaluate(x, seen, generator)
        if importance_samples or model.config.family == "autoencoder":
            yield -terms.bound.mean(), terms
        else:
            yield terms.loss(beta * min(1.0, done / warmup) if warmup else beta), terms

    return Phase("", epochs, list(model.parameters()), losses, evaluate)


def stacked_phases(model: Model, layer_epochs: int, epochs: int) -> list[Phase]:
    """Greedy layer-wise pretraining (Bengio et al. 2007), then fine-tuning of the whole stack.

    Phase k trains the k-th layer of the encoder and its mirror image in the decoder as an autoencoder of what the
    layers below, already trained, put out; nothing else moves. The first one minimises the distortion of the pixels,
    the others the squared error of their input. Its figures are those of the stack built so far: the distortion of the
    pixels, in nats per image, when they pass through the first k layers and back.
    """
    encoder, decoder = model.encoder, model.decoder
    assert isinstance(encoder, nn.Sequential)
    assert isinstance(decoder, nn.Sequential)
    depth = len(model.config.hidden) + 1

    def layer(k: int) -> Phase:
        # Encoder: Flatten, Linear, activation, Linear, …; decoder: Linear, activation, …, Linear.
        below, own = encoder[: 2 * k - 1], encoder[2 * k - 1 : 2 * k + 1]
        mirror, above = decoder[2 * (depth - k) : 2 * (depth - k) + 2], decoder[2 * (depth - k) + 2 :]

        def distortion_of(out: Tensor, x: Tensor) -> Tensor:
            shape = (len(x), out.shape[1] // x[0, 0].numel(), *x.shape[2:])
            log_likelihood: Tensor = model.pixels_from(out.reshape(shape)).log_prob(x)
            return -log_likelihood

        def evaluate(x: Tensor, seen: Tensor, generator: torch.Generator) -> Terms:
            distortion = distortion_of(above(mirror(own(below(seen)))), x)
            return Terms(torch.full_like(distortion, math.nan), distortion, -distortion)

        def losses(x: Tensor, seen: Tensor, generator: torch.Generator, done: float) -> Iterator[tuple[Tensor, Terms]]:
            if k == 1:
                terms = evaluate(x, seen, generator)
                yield terms.distortion.mean(), terms
                return
            with torch.no_grad():
                wanted = below(x)
                given = wanted if seen is x else below(seen)
            rebuilt = mirror(own(given))
            with torch.no_grad():
                distortion = distortion_of(above(rebuilt), x)
            terms = Terms(torch.full_like(distortion, math.nan), distortion, -distortion)
            yield (rebuilt - wanted).square().sum(1).mean(), terms

        name = f"layer {k} of {depth}"
        return Phase(name, layer_epochs, [*own.parameters(), *mirror.parameters()], losses, evaluate)

    whole = vae_phase(model, epochs, 1.0, 0, 0)
    fine = Phase("fine-tuning", whole.epochs, whole.parameters, whole.losses, whole.evaluate)
    return [*(layer(k) for k in range(1, depth + 1)), fine]


def em_phases(
    model: Model, epochs: int, amortise_epochs: int, side: int, m_steps: int, probe_images: Tensor
) -> list[Phase]:
    """Exact EM on a latent grid, then an encoder for it.

    E-step: the responsibilities of a batch on side² nodes, drawn anew in cells of equal prior mass. M-step: `m_steps`
    gradient steps on the expected complete log-likelihood Σ_g r_g log p(x|z_g), r fixed. With one step that is the
    gradient of log p(x) itself (Fisher's identity). "Amortise" fits q(z|x) to the exact posteriors by the forward
    KL(p(z|x) ‖ q(z|x)), the decoder at rest.

    The probe looks at EM from `probe_images` (x, already as the model sees them) on nodes that do not move: from one
    probe to the next the bound with the old responsibilities rises in M-steps, and an E-step lifts it to log p(x).
    """
    fixed = posterior.quantile_grid(side, device=probe_images.device)

    def expect(x: Tensor, seen: Tensor, generator: torch.Generator, done: float) -> Iterator[tuple[Tensor, Terms]]:
        grid = posterior.quantile_grid(side, generator)
        table = posterior.scores(model.decode(grid.z))
        with torch.no_grad():
            found = posterior.e_step(table, x, grid)
            terms = posterior.exact_terms(found, grid)
        for step in range(m_steps):
            if step:
                table = posterior.scores(model.decode(grid.z))
            yield -table.expected(found.responsibilities, x) / len(x), terms

    def evaluate(x: Tensor, seen: Tensor, generator: torch.Generator) -> Terms:
        return posterior.exact_terms(posterior.posterior(model, x, fixed), fixed)

    held: list[Tensor] = []  # the responsibilities of the probe before

    @torch.no_grad()
    def probe() -> Bounds:
        table = posterior.scores(model.decode(fixed.z))
        found = posterior.e_step(table, probe_images, fixed)
        before = posterior.bound(table, probe_images, fixed, held.pop()) if held else found.log_p
        held.append(found.responsibilities)
        return Bounds(float(before.mean()), float(found.log_p.mean()))

    def amortise(x: Tensor, seen: Tensor, generator: torch.Generator, done: float) -> Iterator[tuple[Tensor, Terms]]:
        grid = posterior.quantile_grid(side, generator)
        found = posterior.posterior(model, x, grid)
        q = model.encode(x)
        mean, deviation = posterior.moments(found, grid)
        # −E_p(z|x)[log q(z|x)] but for a constant: the forward KL but for the posterior's entropy.
        squares = (deviation.square() + (mean - q.mean).square()) / q.variance
        with torch.no_grad():
            noise = torch.randn((1, *mean.shape), generator=generator, device=x.device)
            terms = elbo_terms(model, x, noise)
        yield (0.5 * squares + q.stddev.log()).sum(1).mean(), terms

    em = Phase("EM", epochs, list(model.decoder.parameters()), expect, evaluate, m_steps, probe)
    if not amortise_epochs:
        return [em]
    fit = Phase("amortise", amortise_epochs, list(model.encoder.parameters()), amortise, sampled(model))
    return [em, fit]


def fit_pixels(config: ModelConfig, images: Images, rows: Tensor, strength: float) -> Model:
    """Fit independent pixels in closed form: maximum likelihood, or MAP with a conjugate prior.

    The prior is worth `strength` = s imaginary images: for a Bernoulli half of them on and half off, Beta(1 + s/2,
    1 + s/2); for a Gaussian of mean ½ and variance 1/12 (those of a uniform grey), a normal-inverse-gamma of κ = s,
    α = s/2 − 3/2, β = s/24, whose mode is meant. s = 0 is maximum likelihood. With n images, Σ over them:

        Bernoulli   p  = (Σ x + s/2) / (n + s)
        Gaussian    μ  = (Σ x + s/2) / (n + s)     σ² = (Σ (x − μ)² + s (½ − μ)² + s/12) / (n + s)

    Logits are kept within ±15 and variances above the floor of all models, since the maximum may lie at infinity.
    Under dynamic binarisation Σ x is taken in expectation, which is the sum of the greys.

    Raises:
        UserError: for a likelihood without a closed form.
    """
    if config.likelihood == "continuous-bernoulli":
        raise UserError("Independent pixels have closed forms for Bernoulli and Gaussian likelihoods only.")
    count = len(rows)
    total = torch.zeros(images.shape, dtype=torch.double)
    squares = torch.zeros_like(total)
    for part in rows.split(4096):
        pixels = images.pixels[part]
        x = (pixels > 127).double() if config.observed_as == "threshold" else pixels.double() / 255
        total += x.sum(0)
        squares += x.square().sum(0)
    mean = (total + strength / 2) / (count + strength)
    model = Model(config, images.shape).requires_grad_(False)
    if config.likelihood == "bernoulli":
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
