"""The stops of the lecture, from a fully observed model to the VAE, as settings to train with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vaegui.words import tr


@dataclass(frozen=True)
class Stop:
    """One heading of the lecture."""

    key: str  # which lessons name it by, in files: it stays, whatever the title becomes
    title: str
    sentence: str
    model: dict[str, Any] = field(default_factory=dict)  # what differs from the defaults of ModelConfig
    training: dict[str, Any] = field(default_factory=dict)  # and of TrainConfig


_AE = {"family": "autoencoder", "likelihood": "gaussian"}
_NOISE = {"corruption": "salt-and-pepper", "corruption_level": 0.3}

LECTURE: dict[str, tuple[Stop, ...]] = {
    tr("Learning probabilistic models"): (
        Stop(
            "Maximum likelihood (ML)",
            tr("Maximum likelihood (ML)"),
            tr("A fully observed model: every pixel on its own, in closed form. The baseline of all others."),
            {"family": "pixels"},
            {"prior_strength": 0},
        ),
        Stop(
            "Maximum a posteriori (MAP)",
            tr("Maximum a posteriori (MAP)"),
            tr("The same with a Beta prior worth s imaginary images; as s shrinks, MAP becomes ML."),
            {"family": "pixels"},
            {"prior_strength": 20},
        ),
        Stop(
            "MAP for a deep network",
            tr("MAP for a deep network"),
            tr(
                "A Gaussian prior on the decoder's weights θ, −log p(θ)/N in the loss: known elsewhere as weight decay."
            ),
            {},
            {"weight_precision": 10.0},
        ),
    ),
    tr("Latent variable models"): (
        Stop(
            "Expectation-Maximization",
            tr("Expectation-Maximization"),
            tr("E-step: the exact posterior on a latent grid. M-step: gradient steps of the decoder. Then an encoder."),
            {"family": "em"},
            {"batch_size": 512, "m_steps": 5, "learning_rate": 0.003},
        ),
    ),
    tr("Autoencoders"): (
        Stop(
            "Undercomplete autoencoder",
            tr("Undercomplete autoencoder"),
            tr("A bottleneck of two numbers, and the identity to learn through it."),
            _AE,
        ),
        Stop(
            "Linear autoencoder and PCA",
            tr("Linear autoencoder and PCA"),
            tr(
                "No hidden layers and a linear output: the best it can do is find the plane of the principal "
                "components."
            ),
            _AE | {"hidden": (), "output": "linear"},
            {"learning_rate": 0.01},
        ),
        Stop(
            "Stacked autoencoder",
            tr("Stacked autoencoder"),
            tr("Several layers on each side, trained end to end."),
            _AE | {"hidden": (256, 128, 64)},
        ),
        Stop(
            "Greedy layer-wise pretraining",
            tr("Greedy layer-wise pretraining"),
            tr("The same stack, one layer at a time, each learning to reproduce the one below; then tuned as a whole."),
            _AE | {"hidden": (256, 128, 64)},
            {"pretraining": "greedy"},
        ),
        Stop(
            "Denoising autoencoder",
            tr("Denoising autoencoder"),
            tr("Noise goes in, the clean image is asked for: identity is no longer enough."),
            _AE,
            _NOISE,
        ),
    ),
    tr("Variational autoencoders"): (
        Stop(
            "VAE, Bernoulli decoder",
            tr("VAE, Bernoulli decoder"),
            tr("Pixels on or off, drawn anew each time: p(x|z) = Bernoulli."),
        ),
        Stop(
            "VAE, Gaussian decoder",
            tr("VAE, Gaussian decoder"),
            tr("Grey pixels with σ² = ½: the lecture's loss (x − x̂)² + KL, up to a constant."),
            {"likelihood": "gaussian"},
        ),
        Stop(
            "VAE, Gaussian decoder with learned σ²(z)",
            tr("VAE, Gaussian decoder with learned σ²(z)"),
            tr("The decoder also says how sure it is of each pixel; see σ²(z) beside the decoded mean."),
            {"likelihood": "gaussian-learned"},
        ),
        Stop(
            "VAE, continuous Bernoulli decoder",
            tr("VAE, continuous Bernoulli decoder"),
            tr("The proper likelihood for grey pixels in 0…1 where cross-entropy is only a score."),
            {"likelihood": "continuous-bernoulli"},
        ),
        Stop(
            "Denoising VAE",
            tr("Denoising VAE"),
            tr("The encoder sees noise, the decoder is asked for the clean image."),
            {},
            _NOISE,
        ),
    ),
    tr("The ELBO and its kin"): (
        Stop(
            "β-VAE with warm-up",
            tr("β-VAE with warm-up"),
            tr("Weighs the rate by β, and lets β rise from 0 so that codes find their places first."),
            {},
            {"beta": 4.0, "warmup_epochs": 5},
        ),
        Stop(
            "Importance-weighted bound (IWAE)",
            tr("Importance-weighted bound (IWAE)"),
            tr("A bound from K samples of z that tightens as K grows."),
            {},
            {"objective": "iwae"},
        ),
    ),
}
