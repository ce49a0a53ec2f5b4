"""One model: an encoder q(z|x), a decoder p(x|z), and the likelihood that ties them to pixels.

A model family is a configuration of this one class, never a subclass: an autoencoder's q(z|x) is a point (σ = 0); a
model fitted by EM has a VAE's parts and gets its encoder last; independent pixels have a latent space of no dimension.

The legend of shapes used in the whole project:

    B batch   K samples of z per image   D latent size   C H W image   G grid points

Images are float tensors (B, C, H, W) in [0, 1]. A distribution over images has batch shape (B,) or (K, B) and event
shape (C, H, W); a distribution over codes has event shape (D,). All log-probabilities are therefore nats **per image**.
"""

from __future__ import annotations

import itertools
import math
from typing import Annotated, Literal

import torch
from pydantic import Field, JsonValue
from pydantic.dataclasses import dataclass
from torch import Tensor, nn
from torch.distributions import Bernoulli, ContinuousBernoulli, Distribution, Independent, Normal

from vaegui.settings import STRICT
from vaegui.words import tr

ImageShape = tuple[int, int, int]
Weights = dict[str, Tensor]
ACTIVATIONS: dict[str, type[nn.Module]] = {"gelu": nn.GELU, "relu": nn.ReLU, "silu": nn.SiLU, "tanh": nn.Tanh}
NETWORKS: list[JsonValue] = ["vae", "autoencoder", "em"]  # the families that have any
FAMILIES: dict[str, JsonValue] = {
    "vae": tr("variational autoencoder"),
    "autoencoder": tr("autoencoder"),
    "em": tr("exact EM in 2-D"),
    "pixels": tr("independent pixels"),
}
LOG_VARIANCE_LIMIT = 10.0
CONTINUOUS_LOGIT_LIMIT = 15.0
SMALLEST_PIXEL_VARIANCE = 1e-3


@dataclass(frozen=True, config=STRICT)
class ModelConfig:
    """What the model is, apart from the shape of the images it is for."""

    family: Literal["vae", "autoencoder", "em", "pixels"] = Field(
        default="vae",
        title=tr("Family"),
        description=tr(
            "A variational autoencoder; an autoencoder with a deterministic code; a decoder fitted by exact EM "
            "on a latent grid, its encoder afterwards; or independent pixels, without latent variables."
        ),
        json_schema_extra={"words": FAMILIES},
    )
    architecture: Literal["mlp", "conv"] = Field(
        default="mlp",
        title=tr("Network"),
        description=tr("Fully connected layers, or strided convolutions that halve the image at each layer."),
        json_schema_extra={
            "only_if": {"family": NETWORKS},
            "words": {"mlp": tr("fully connected"), "conv": tr("convolutional")},
        },
    )
    hidden: tuple[Annotated[int, Field(ge=1, le=8192)], ...] = Field(
        default=(256, 256),
        title=tr("Hidden layers"),
        max_length=12,
        description=tr(
            "Units (or channels) of each encoder layer; the decoder has the same in reverse. "
            "None at all makes encoder and decoder linear."
        ),
        json_schema_extra={"only_if": {"family": NETWORKS}},
    )
    activation: Literal["gelu", "relu", "silu", "tanh"] = Field(
        default="gelu",
        title=tr("Activation"),
        description=tr("The nonlinearity between layers."),
        json_schema_extra={"only_if": {"family": NETWORKS}, "words": {"gelu": "GELU", "relu": "ReLU", "silu": "SiLU"}},
    )
    latent_size: int = Field(
        default=2,
        ge=1,
        le=512,
        title=tr("Latent size D"),
        description=tr("Dimensions of z. The map shows two, or any plane of more. Exact EM works in two."),
        json_schema_extra={"only_if": {"family": ["vae", "autoencoder"]}},
    )
    likelihood: Literal["bernoulli", "continuous-bernoulli", "gaussian", "gaussian-learned"] = Field(
        default="bernoulli",
        title=tr("Likelihood p(x|z)"),
        description=tr(
            "What the decoder says about a pixel: on or off; a grey value between them (continuous Bernoulli); "
            "a grey value with the same variance σ² everywhere; or one with its own learned σ²(z)."
        ),
        json_schema_extra={
            "words": {
                "bernoulli": "Bernoulli",
                "continuous-bernoulli": tr("continuous Bernoulli"),
                "gaussian": tr("Gaussian, fixed σ²"),
                "gaussian-learned": tr("Gaussian, learned σ²(z)"),
            }
        },
    )
    binarisation: Literal["none", "threshold", "dynamic"] = Field(
        default="dynamic",
        title=tr("Binarisation"),
        description=tr(
            "How grey pixels become the on/off values a Bernoulli describes: pixel > ½, or a fresh draw "
            "x ~ Bernoulli(grey) each time; none scores grey values by cross-entropy, which is not a log-likelihood."
        ),
        json_schema_extra={
            "only_if": {"likelihood": ["bernoulli"]},
            "words": {
                "none": tr("none (cross-entropy)"),
                "threshold": "pixel > ½",
                "dynamic": tr("dynamic"),
            },
        },
    )
    output: Literal["sigmoid", "linear"] = Field(
        default="sigmoid",
        title=tr("Pixel mean μ(z)"),
        description=tr("The decoder's output squashed into 0…1 by a sigmoid, or left as it is (linear), as in PCA."),
        json_schema_extra={
            "only_if": {"likelihood": ["gaussian", "gaussian-learned"], "family": NETWORKS},
            "words": {"sigmoid": tr("sigmoid"), "linear": tr("linear")},
        },
    )
    variance: float = Field(
        default=0.5,
        ge=1e-3,
        le=10,
        title=tr("Pixel variance σ²"),
        description=tr("Variance of every pixel; ½ makes the loss the lecture's (x − x̂)² + rate, up to a constant."),
        json_schema_extra={"only_if": {"likelihood": ["gaussian"]}},
    )

    def __post_init__(self) -> None:
        if self.family == "em" and self.latent_size != 2:
            raise ValueError(tr("exact EM works on a grid of two latent dimensions: latent size D must be 2"))

    @property
    def code_size(self) -> int:
        """D, which is 0 for independent pixels."""
        return 0 if self.family == "pixels" else self.latent_size

    @property
    def observed_as(self) -> str:
        """The binarisation in force: always "none" for likelihoods of grey values."""
        return self.binarisation if self.likelihood == "bernoulli" else "none"

    @property
    def is_density(self) -> bool:
        """Whether it gives images a probability: an autoencoder does not, nor does cross-entropy on grey pixels."""
        return self.family != "autoencoder" and (self.likelihood != "bernoulli" or self.binarisation != "none")

    @property
    def nats_of(self) -> tuple[str, str, float]:
        """What its nats belong to: only those of equal likelihood, observed alike, can be compared."""
        return self.likelihood, self.observed_as, self.variance if self.likelihood == "gaussian" else 0.0

    @property
    def likelihood_in_words(self) -> str:
        """Name the likelihood and the binarisation that the nats belong to."""
        if self.likelihood == "gaussian":
            return tr("Gaussian, σ² = {variance:g}", variance=self.variance)
        if self.likelihood == "gaussian-learned":
            return tr("Gaussian, learned σ²(z)") if self.code_size else tr("Gaussian, learned σ²")
        if self.likelihood == "continuous-bernoulli":
            return tr("continuous Bernoulli")
        return {
            "none": tr("cross-entropy on grey pixels"),
            "threshold": tr("Bernoulli, pixels > ½"),
            "dynamic": tr("Bernoulli, dynamic binarisation"),
        }[self.binarisation]


class Model(nn.Module):
    """Encoder and decoder of one configuration, for images of one shape."""

    def __init__(self, config: ModelConfig, image_shape: ImageShape) -> None:
        super().__init__()
        self.config = config
        self.image_shape = image_shape
        channels, height, width = self.image_shape
        self._out_shape = (channels * (2 if config.likelihood == "gaussian-learned" else 1), height, width)
        self.encoder: nn.Module
        self.decoder: nn.Module
        if config.family == "pixels":
            self.encoder, self.decoder = nn.Identity(), _Constant(self._out_shape)
            return
        code = config.latent_size * (1 if config.family == "autoencoder" else 2)
        build = _convolutional if config.architecture == "conv" else _fully_connected
        self.encoder, self.decoder = build(config, self.image_shape, code, self._out_shape)

    @property
    def prior(self) -> Independent[Distribution]:
        """p(z), the standard normal, event shape (D,)."""
        zero = next(self.parameters()).new_zeros(self.config.code_size)
        return Independent(Normal(zero, torch.ones_like(zero), validate_args=False), 1, validate_args=False)

    def encode(self, x: Tensor) -> Independent[Distribution]:
        """Return q(z|x), a diagonal Gaussian with event shape (D,), for images (B, C, H, W) in [0, 1].

        An autoencoder's is a point, written as a Gaussian of σ = 0: it has a mean and samples, but no density.
        """
        if self.config.family == "pixels":
            mean = log_variance = x.new_empty(len(x), 0)
        elif self.config.family == "autoencoder":
            mean = _widened(self.encoder(x))  # (B, D)
            log_variance = torch.full_like(mean, -math.inf)
        else:
            mean, raw = _widened(self.encoder(x)).chunk(2, dim=-1)  # (B, D) each
            # A soft bound keeps σ finite and, unlike a clamp, always leaves a gradient.
            log_variance = LOG_VARIANCE_LIMIT * torch.tanh(raw / LOG_VARIANCE_LIMIT)
        return Independent(Normal(mean, (0.5 * log_variance).exp(), validate_args=False), 1, validate_args=False)

    def decode(self, z: Tensor) -> Independent[Distribution]:
        """Return p(x|z) with event shape (C, H, W), for codes (..., D)."""
        out = _widened(self.decoder(z.reshape(z.shape[:-1].numel(), self.config.code_size)))
        return self.pixels_from(out.reshape(*z.shape[:-1], *self._out_shape))

    def pixels_from(self, out: Tensor) -> Independent[Distribution]:
        """Return p(x|z) for what the decoder's last layer puts out, (..., C or 2C, H, W)."""
        squashed = self.config.output == "sigmoid" and self.config.family != "pixels"
        squash = torch.sigmoid if squashed else nn.Identity()
        pixel: Distribution
        if self.config.likelihood == "bernoulli":
            pixel = Bernoulli(logits=out, validate_args=False)
        elif self.config.likelihood == "continuous-bernoulli":
            # Beyond logits of ±16 torch's density is not normalised: its normaliser stops, its numerator goes on.
            bounded = CONTINUOUS_LOGIT_LIMIT * torch.tanh(out / CONTINUOUS_LOGIT_LIMIT)
            pixel = ContinuousBernoulli(logits=bounded, validate_args=False)
        elif self.config.likelihood == "gaussian":
            mean = squash(out)
            pixel = Normal(mean, torch.full_like(mean, math.sqrt(self.config.variance)), validate_args=False)
        else:
            mean, raw = out.chunk(2, dim=-3)
            # The floor stops the density of pixels that never change (an always-black corner) from growing forever.
            variance = SMALLEST_PIXEL_VARIANCE + nn.functional.softplus(raw)
            pixel = Normal(squash(mean), variance.sqrt(), validate_args=False)
        return Independent(pixel, 3, validate_args=False)


def _widened(out: Tensor) -> Tensor:
    """What a network puts out under autocast, in a precision fit for sums and exponentials."""
    return out.float() if out.dtype == torch.bfloat16 else out


class _Constant(nn.Module):
    """The decoder of a latent space of no dimension: the same output for every (empty) code."""

    def __init__(self, shape: ImageShape) -> None:
        super().__init__()
        self.value = nn.Parameter(torch.zeros(shape))

    def forward(self, z: Tensor) -> Tensor:
        return self.value.expand(len(z), *self.value.shape)


def reparametrize(q: Independent[Distribution], noise: Tensor) -> Tensor:
    """Return z = μ + σ ⊙ ε for ε = `noise` (..., B, D); gradients reach μ and σ (Kingma & Welling 2014)."""
    return q.mean + q.stddev * noise


def with_weights(config: ModelConfig, image_shape: ImageShape, state: dict[str, Tensor]) -> Model:
    """Build a model around existing weights, in evaluation mode, without drawing any random number.

    Training threads rely on nobody else using torch's global generator; the window builds its own copies with this.
    """
    with torch.device("meta"):
        model = Model(config, image_shape)
    model.load_state_dict(state, assign=True)
    return model.eval().requires_grad_(False)


def _fully_connected(
    config: ModelConfig, shape: ImageShape, code: int, out_shape: ImageShape
) -> tuple[nn.Module, nn.Module]:
    activation = ACTIVATIONS[config.activation]

    def stack(sizes: list[int]) -> list[nn.Module]:
        layers: list[nn.Module] = []
        for a, b in itertools.pairwise(sizes):
            layers += [nn.Linear(a, b), activation()]
        return layers[:-1]

    sizes = [math.prod(shape), *config.hidden]
    encoder = nn.Sequential(nn.Flatten(), *stack([*sizes, code]))
    decoder = nn.Sequential(*stack([config.latent_size, *reversed(config.hidden), math.prod(out_shape)]))
    return encoder, decoder


def _convolutional(
    config: ModelConfig, shape: ImageShape, code: int, out_shape: ImageShape
) -> tuple[nn.Module, nn.Module]:
    activation = ACTIVATIONS[config.activation]
    sizes = [(shape[1], shape[2])]
    for _ in config.hidden:
        sizes.append(tuple(math.ceil(n / 2) for n in sizes[-1]))  # type: ignore[arg-type]
    channels = [shape[0], *config.hidden]
    flat = channels[-1] * math.prod(sizes[-1])

    encoder: list[nn.Module] = []
    for a, b in itertools.pairwise(channels):
        encoder += [nn.Conv2d(a, b, 3, stride=2, padding=1), activation()]
    encoder += [nn.Flatten(), nn.Linear(flat, code)]

    decoder: list[nn.Module] = [nn.Linear(config.latent_size, flat), nn.Unflatten(1, (channels[-1], *sizes[-1]))]
    up = [out_shape[0], *config.hidden]
    for layer in reversed(range(len(config.hidden))):
        (h, w), (to_h, to_w) = sizes[layer + 1], sizes[layer]
        # A stride-2 transposed convolution makes 2n − 1 pixels of n; the padding adds the one that an even size needs.
        padding = (to_h - 2 * h + 1, to_w - 2 * w + 1)
        decoder += [activation(), nn.ConvTranspose2d(up[layer + 1], up[layer], 3, 2, 1, output_padding=padding)]
    if not config.hidden:
        decoder = [nn.Linear(config.latent_size, math.prod(out_shape)), nn.Unflatten(1, out_shape)]
    return nn.Sequential(*encoder), nn.Sequential(*decoder)
