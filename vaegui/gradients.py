"""The gradient of the ELBO with and without the reparametrization trick, for one image.

ELBO = E_q[log p(x|z)] − KL(q ‖ p(z)), with q = N(μ, diag σ²). The second term's gradient is known in closed form and
the same for both ways; what has to be estimated is ∇ E_q[log p(x|z)] with respect to (μ, log σ):

    with the trick      z = μ + σ ⊙ ε:   ∇_μ = ∇_z log p(x|z),   ∇_log σ = ∇_z log p(x|z) ⊙ σ ⊙ ε
    without (score)     [log p(x|z) − b] ∇ log q(z):   ∇_μ = ε / σ,   ∇_log σ = ε² − 1

Both are unbiased (Kingma & Welling 2014; Williams 1992; Ranganath, Gerrish & Blei 2014). Through the encoder,
∇_φ = Jᵀ ∇_(μ, log σ), so that the variance of the whole gradient with respect to φ is the trace of J Jᵀ times the
covariance of the small one: nothing is lost by looking at μ and log σ only.

A gradient through the decoder costs a forward and a backward pass, about three times a forward one, which is all that
the score function needs. At equal cost it therefore gets `FORWARD_PASSES` times as many draws.
"""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass
from typing import Literal

import torch
from torch import Tensor

from vaegui.models import Model, with_weights
from vaegui.variational import Gaussians, log_likelihood, rule

FORWARD_PASSES = 3  # that a forward and a backward pass are worth
BLOCK = 256  # draws with a gradient that are made together
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
EXACT_ORDER = 40  # of the Gauss–Hermite rule that the exact gradient comes from
Baseline = Literal["none", "others"]  # others: the mean of the other draws


@dataclass(frozen=True)
class Draws:
    """Draws from q(z|x) of one image: M with a gradient, and FORWARD_PASSES · M that only know log p(x|z)."""

    mean: Tensor  # (D,)
    std: Tensor  # (D,)
    noise: Tensor  # (M, D) ε
    slope: Tensor  # (M, D) ∇_z log p(x|z)
    score_noise: Tensor  # (3M, D) ε
    score_value: Tensor  # (3M,) log p(x|z), nats per image
    rate_gradient: Tensor  # (2D,) of −KL(q ‖ p(z)), exact
    exact: Tensor | None  # (2D,) the gradient itself, where D ≤ 2
    encoder_gram: Tensor  # (2D, 2D) J Jᵀ of the encoder

    @property
    def names(self) -> tuple[str, ...]:
        """What the gradient's components are with respect to."""
        sub = [str(d + 1).translate(SUBSCRIPTS) for d in range(len(self.mean))]
        return (*(f"μ{s}" for s in sub), *(f"log σ{s}" for s in sub))


@dataclass(frozen=True)
class Comparison:
    """Estimates (R, 2D) of the same gradient from K draws with the trick and from three times as many without."""

    with_trick: Tensor
    without: Tensor
    variance_ratio: Tensor  # (2D,) without / with
    whole_ratio: float  # of the variances of the gradient with respect to all of φ


def draw(model: Model, x: Tensor, count: int = 8192, seed: int = 0) -> Generator[Draws, None, Draws]:
    """Draw from q(z|x) of one image x (1, C, H, W); yields what there is so far, and returns it all."""
    generator = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        q = model.encode(x)
    mean, std = q.mean[0].double(), q.stddev[0].double()
    rate_gradient = torch.cat([-mean, 1 - std.square()])
    gram, exact = _encoder_gram(model, x), _exact(model, x, mean, std)
    parts: list[tuple[Tensor, Tensor, Tensor, Tensor]] = []

    def together() -> Draws:
        noise, slope, score_noise, score_value = (torch.cat(values) for values in zip(*parts, strict=True))
        return Draws(mean, std, noise, slope, score_noise, score_value, rate_gradient, exact, gram)

    while sum(len(part[0]) for part in parts) < count:
        noise = torch.randn(BLOCK, len(mean), generator=generator, dtype=torch.double)
        score_noise = torch.randn(FORWARD_PASSES * BLOCK, len(mean), generator=generator, dtype=torch.double)
        slope = _slope(model, x, mean + std * noise)
        with torch.no_grad():
            value = log_likelihood(model, x, (mean + std * score_noise).unsqueeze(1)).squeeze(1)
        parts.append((noise, slope, score_noise, value))
        yield together()
    return together()


def compare(draws: Draws, samples: int, baseline: Baseline = "none") -> Comparison:
    """Estimate the gradient of the ELBO again and again from `samples` draws; no decoding is needed for another number.

    With the baseline "others", each draw's log p(x|z) is compared with the mean of the other draws of its estimate,
    which leaves the mean as it is and takes away most of the variance.
    """
    std = draws.std
    own = torch.cat([draws.slope, draws.slope * std * draws.noise], 1)
    with_trick = _grouped(own, samples).mean(1) + draws.rate_gradient
    count = FORWARD_PASSES * samples
    values = _grouped(draws.score_value.unsqueeze(1), count)  # (R, 3K, 1)
    if baseline == "others" and count > 1:
        values = (values - values.mean(1, keepdim=True)) * count / (count - 1)  # the value minus the others' mean
    score = torch.cat([draws.score_noise / std, draws.score_noise.square() - 1], 1)
    without = (values * _grouped(score, count)).mean(1) + draws.rate_gradient
    gram = draws.encoder_gram
    whole = [float((part.T.cov() * gram).sum()) for part in (without, with_trick)]
    return Comparison(with_trick, without, without.var(0) / with_trick.var(0), whole[0] / whole[1])


def _grouped(values: Tensor, size: int) -> Tensor:
    """(M, D) → (M // size, size, D)."""
    groups = len(values) // size
    return values[: groups * size].view(groups, size, -1)


def _slope(model: Model, x: Tensor, z: Tensor) -> Tensor:
    with torch.enable_grad():
        z = z.detach().requires_grad_()
        total = log_likelihood(model, x, z.unsqueeze(1)).sum()
        (slope,) = torch.autograd.grad(total, z)
    return slope


def _exact(model: Model, x: Tensor, mean: Tensor, std: Tensor) -> Tensor | None:
    """The gradient of the ELBO itself: automatic differentiation of a Gauss–Hermite sum."""
    if len(mean) > 2:
        return None
    using = rule(len(mean), EXACT_ORDER)
    with torch.enable_grad():
        mean, log_std = mean.clone().requires_grad_(), std.log().requires_grad_()
        q = Gaussians(mean.unsqueeze(0), torch.diag_embed(log_std.exp()).unsqueeze(0))
        value = using.weight @ log_likelihood(model, x, (mean + log_std.exp() * using.node).unsqueeze(1)).squeeze(1)
        return torch.cat(torch.autograd.grad(value - q.rate().squeeze(), (mean, log_std)))


def _encoder_gram(model: Model, x: Tensor) -> Tensor:
    """J Jᵀ (2D, 2D) of (μ, log σ) with respect to all weights φ of the encoder."""
    own = with_weights(model.config, model.image_shape, model.state_dict())  # whose weights may ask for gradients
    weights = list(own.encoder.requires_grad_(True).parameters())
    with torch.enable_grad():
        q = own.encode(x)
        outputs = torch.cat([q.mean[0], q.stddev[0].log()])
        rows = [torch.autograd.grad(output, weights, retain_graph=True) for output in outputs]
    jacobian = torch.stack([torch.cat([part.flatten() for part in row]) for row in rows]).double()
    return jacobian @ jacobian.T
