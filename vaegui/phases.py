"""What each family minimises, as phases of training: most have one, stacked autoencoders and EM have several.

A phase says which parameters it moves and yields one loss for every gradient step on a batch; `training.train` does the
rest, alike for all. What a phase does not name stays as it is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import torch
from torch import Tensor, nn

from vaegui import posterior
from vaegui.families import TrainConfig, is_greedy
from vaegui.models import Model
from vaegui.objectives import Evaluate, Random, Terms, draw_noise, elbo_terms, generator_of, importance_terms, sampled
from vaegui.words import tr

LAYER = re.compile("layer ([0-9]+) of ([0-9]+)")
FINE_SIDE = 100  # nodes along each axis where the E-step's grid is too coarse

Losses = Callable[[Tensor, Tensor, Random, float], Iterator[tuple[Tensor, Terms]]]
PlainLoss = Callable[[Tensor, Tensor, Tensor, float | Tensor], tuple[Tensor, Terms]]


def is_unfinished(phase: str) -> bool:
    """Whether parts of the model are still as they were drawn at random in the phase of this name.

    It is EM's encoder, or the upper layers of a stack that is being pretrained.
    """
    return phase == "EM" or phase.startswith("layer")


def phase_in_words(phase: str) -> str:
    """What a phase is called on screen; its name, which is kept with a run's figures, is the same in all languages."""
    if layer := LAYER.fullmatch(phase):
        return tr("layer {layer} of {layers}", layer=layer[1], layers=layer[2])
    return {"fine-tuning": tr("fine-tuning"), "amortise": tr("amortise")}.get(phase, phase)


@dataclass(frozen=True)
class Bounds:
    """One EM step on the images of a batch, in nats per image: the bound touches log p(x), rises, is left behind."""

    start: float  # after the E-step: log p(x) with the decoder as it was
    before: float  # after the M-steps, with the same responsibilities: before the next E-step
    after: float  # log p(x) with the decoder as it is now, which the next E-step would lift the bound to


@dataclass(frozen=True)
class Phase:
    """A part of a training."""

    name: str  # empty for the only phase there is
    epochs: int
    parameters: list[nn.Parameter]
    losses: Losses  # (x, seen, random, epochs of the phase done) → a loss and its terms for each gradient step
    evaluate: Evaluate
    steps_per_batch: int = 1
    beta: float = 1.0  # the best epoch is that of the least distortion + β·rate, or of the greatest bound where β = 1
    probe: Callable[[], Bounds] | None = None
    block: int = 1000  # images to evaluate at a time
    plain: PlainLoss | None = None  # (x, seen, noise, β) → its only loss as a function of tensors, if it is one
    samples: int = 1  # K of the noise (K, B, D) that `plain` wants
    beta_after: Callable[[float], float] = lambda done: 1.0  # β after so many epochs of the phase


def phases_of(model: Model, config: TrainConfig) -> list[Phase]:
    """What training a model consists of."""
    if model.config.family == "em":
        return em_phases(model, config.epochs, config.amortise_epochs, config.grid_side, config.m_steps)
    if is_greedy(model.config, config):
        return stacked_phases(model, config.layer_epochs, config.epochs, config.precision == "bfloat16")
    weighted = model.config.family == "vae" and config.objective == "iwae"
    samples = config.importance_samples if weighted else 0
    low = config.precision == "bfloat16"
    return [vae_phase(model, config.epochs, config.beta, config.warmup_epochs, samples, low)]


def vae_phase(
    model: Model, epochs: int, beta: float, warmup: int, importance_samples: int, low_precision: bool = False
) -> Phase:
    """The whole model at once: the β-weighted ELBO, or with samples the importance-weighted bound.

    During `warmup` epochs β rises linearly from 0. An autoencoder has only its distortion to minimise.
    """
    evaluate = sampled(model, importance_samples)
    how = importance_terms if importance_samples else elbo_terms
    is_plain = bool(importance_samples) or model.config.family == "autoencoder"
    samples = max(importance_samples, 1)

    def beta_after(done: float) -> float:
        return beta * min(1.0, done / warmup) if warmup else beta

    def plain(x: Tensor, seen: Tensor, noise: Tensor, beta: float | Tensor) -> tuple[Tensor, Terms]:
        with torch.autocast(x.device.type, torch.bfloat16, enabled=low_precision):
            terms = how(model, x, noise, seen)
        return (-terms.bound.mean() if is_plain else terms.loss(beta)), terms

    def losses(x: Tensor, seen: Tensor, random: Random, done: float) -> Iterator[tuple[Tensor, Terms]]:
        yield plain(x, seen, draw_noise(model, len(x), random, samples), beta_after(done))

    return Phase(
        "",
        epochs,
        list(model.parameters()),
        losses,
        evaluate,
        beta=1.0 if is_plain else beta,
        block=block_for(importance_samples),
        plain=plain,
        samples=samples,
        beta_after=beta_after,
    )


def block_for(importance_samples: int) -> int:
    """How many images to evaluate at a time, so that their samples take no more memory than 1000 images with one."""
    return max(1, 1000 // max(importance_samples, 1))


def stacked_phases(model: Model, layer_epochs: int, epochs: int, low_precision: bool = False) -> list[Phase]:
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

        def evaluate(x: Tensor, seen: Tensor, random: Random) -> Terms:
            distortion = distortion_of(above(mirror(own(below(seen)))), x)
            return Terms(torch.full_like(distortion, math.nan), distortion, -distortion)

        def losses(x: Tensor, seen: Tensor, random: Random, done: float) -> Iterator[tuple[Tensor, Terms]]:
            if k == 1:
                terms = evaluate(x, seen, random)
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

    whole = vae_phase(model, epochs, 1.0, 0, 0, low_precision)
    return [*(layer(k) for k in range(1, depth + 1)), replace(whole, name="fine-tuning")]


def em_phases(model: Model, epochs: int, amortise_epochs: int, side: int, m_steps: int) -> list[Phase]:
    """Exact EM on a latent grid, then an encoder for it.

    E-step: the responsibilities of a batch on side² nodes, drawn anew in cells of equal prior mass. M-step: `m_steps`
    gradient steps on the expected complete log-likelihood Σ_g r_g log p(x|z_g), r fixed. With one step that is the
    gradient of log p(x) itself (Fisher's identity). "Amortise" fits q(z|x) to the exact posteriors by the forward
    KL(p(z|x) ‖ q(z|x)), the decoder at rest; its grid, like that of the validation, is finer, since most posteriors are
    narrower than a cell of the E-step's.

    The probe looks back at the last batch, on the nodes it met: M-steps raised its bound, and an E-step would lift it
    to log p(x).
    """
    device = next(model.parameters()).device
    last: list[tuple[Tensor, posterior.Grid, posterior.Posterior]] = []  # batch, nodes and E-step

    def expect(x: Tensor, seen: Tensor, random: Random, done: float) -> Iterator[tuple[Tensor, Terms]]:
        grid = posterior.quantile_grid(side, generator_of(random))
        table = posterior.scores(model.decode(grid.z))
        with torch.no_grad():
            found = posterior.e_step(table, x, grid)
            terms = posterior.exact_terms(found, grid)
        last[:] = [(x, grid, found)]
        for step in range(m_steps):
            if step:
                table = posterior.scores(model.decode(grid.z))
            yield -table.expected(found.responsibilities, x) / len(x), terms

    fine = posterior.quantile_grid(max(side, FINE_SIDE), device=device)

    def evaluate(x: Tensor, seen: Tensor, random: Random) -> Terms:
        return posterior.exact_terms(posterior.posterior(model, x, fine), fine)

    @torch.no_grad()
    def probe() -> Bounds:
        x, grid, found = last[0]
        table = posterior.scores(model.decode(grid.z))
        before = posterior.bound(table, x, grid, found.responsibilities)
        after = posterior.e_step(table, x, grid).log_p
        return Bounds(float(found.log_p.mean()), float(before.mean()), float(after.mean()))

    at_rest: list[posterior.Scores] = []  # of the fine grid, once the decoder does not move any more

    def amortise(x: Tensor, seen: Tensor, random: Random, done: float) -> Iterator[tuple[Tensor, Terms]]:
        with torch.no_grad():
            if not at_rest:
                at_rest.append(posterior.scores(model.decode(fine.z)))
            mean, deviation = posterior.moments(posterior.e_step(at_rest[0], x, fine), fine)
        q = model.encode(x)
        # −E_p(z|x)[log q(z|x)] but for a constant: the forward KL but for the posterior's entropy.
        squares = (deviation.square() + (mean - q.mean).square()) / q.variance
        with torch.no_grad():
            terms = elbo_terms(model, x, draw_noise(model, len(x), random))
        yield (0.5 * squares + q.stddev.log()).sum(1).mean(), terms

    em = Phase("EM", epochs, list(model.decoder.parameters()), expect, evaluate, steps_per_batch=m_steps, probe=probe)
    fit = Phase("amortise", amortise_epochs, list(model.encoder.parameters()), amortise, sampled(model))
    return [em, fit]
