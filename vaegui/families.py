"""What can be trained: how, and what it is called. What it is: `models.ModelConfig`."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from pydantic import Field, JsonValue
from pydantic.dataclasses import dataclass

from vaegui.data import CORRUPTIONS, Corruption
from vaegui.models import NETWORKS, ModelConfig
from vaegui.settings import STRICT
from vaegui.words import tr

Device = Literal["auto", "cpu", "cuda", "mps"]
NOISES: dict[Corruption, str] = {
    "gaussian": tr("gaussian"),
    "salt-and-pepper": tr("salt and pepper"),
    "masking": tr("masking"),
}


def _only_if(**others: list[JsonValue]) -> dict[str, JsonValue]:
    return {"only_if": {**others}}


@dataclass(frozen=True, config=STRICT)
class TrainConfig:
    """How the model is trained."""

    objective: Literal["elbo", "iwae"] = Field(
        default="elbo",
        title=tr("Objective"),
        description=tr("The ELBO, or the tighter importance-weighted bound of K samples (IWAE)."),
        json_schema_extra=_only_if(family=["vae"]) | {"words": {"elbo": "ELBO", "iwae": tr("IWAE bound")}},
    )
    beta: float = Field(
        default=1.0,
        ge=0,
        le=1000,
        title="β",
        description=tr("Weight of the rate in the loss; 1 is the ELBO."),
        json_schema_extra=_only_if(family=["vae"], objective=["elbo"]),
    )
    warmup_epochs: int = Field(
        default=0,
        ge=0,
        le=10_000,
        title=tr("β warm-up"),
        description=tr("Epochs in which β rises linearly from 0, so that codes spread before the rate is charged for."),
        json_schema_extra=_only_if(family=["vae"], objective=["elbo"]),
    )
    importance_samples: int = Field(
        default=8,
        ge=2,
        le=512,
        title=tr("Samples K"),
        description=tr("Samples of z for each image; the bound tightens, and a step takes longer, as K grows."),
        json_schema_extra=_only_if(family=["vae"], objective=["iwae"]),
    )
    grid_side: int = Field(
        default=40,
        ge=8,
        le=120,
        title=tr("Grid n × n"),
        description=tr("Nodes along each latent axis; n² cells of equal prior mass make the E-step exact."),
        json_schema_extra=_only_if(family=["em"]),
    )
    m_steps: int = Field(
        default=1,
        ge=1,
        le=100,
        title=tr("M-steps M"),
        description=tr("Gradient steps of the decoder after each E-step, on the same batch and responsibilities."),
        json_schema_extra=_only_if(family=["em"]),
    )
    amortise_epochs: int = Field(
        default=5,
        ge=1,
        le=10_000,
        title=tr("Amortise"),
        description=tr("Epochs after EM in which an encoder q(z|x) is fitted to the exact posteriors by forward KL."),
        json_schema_extra=_only_if(family=["em"]),
    )
    pretraining: Literal["none", "greedy"] = Field(
        default="none",
        title=tr("Pretraining"),
        description=tr(
            "None: train all layers end to end. Greedy: one layer after the other first, each as an "
            "autoencoder of what the layers below put out."
        ),
        json_schema_extra=_only_if(family=["autoencoder"], architecture=["mlp"])
        | {"words": {"none": tr("none: end to end"), "greedy": tr("greedy, layer by layer")}},
    )
    layer_epochs: int = Field(
        default=5,
        ge=1,
        le=10_000,
        title=tr("Epochs a layer"),
        description=tr("Passes over the training images for each layer, before the fine-tuning of all."),
        json_schema_extra=_only_if(family=["autoencoder"], architecture=["mlp"], pretraining=["greedy"]),
    )
    corruption: Literal["none", "gaussian", "salt-and-pepper", "masking"] = Field(
        default="none",
        title=tr("Corruption"),
        description=tr(
            "Noise on what the encoder sees in training, new each time; the decoder's goal is the clean image."
        ),
        json_schema_extra=_only_if(family=["vae", "autoencoder"])
        | {
            "words": {
                "none": tr("none"),
                "gaussian": tr("Gaussian noise"),
                "salt-and-pepper": tr("salt and pepper"),
                "masking": tr("masking"),
            }
        },
    )
    corruption_level: float = Field(
        default=0.3,
        gt=0,
        le=1,
        title=tr("Noise level"),
        description=tr("Standard deviation of Gaussian noise (1 is the full range), or the share of the pixels hit."),
        json_schema_extra=_only_if(family=["vae", "autoencoder"], corruption=list(CORRUPTIONS)),
    )
    weight_precision: float = Field(
        default=0.0,
        ge=0,
        le=1e6,
        title=tr("Prior precision λ"),
        description=tr("MAP: a Gaussian prior N(0, 1/λ) on each decoder weight θ, −log p(θ)/N in the loss; 0 is ML."),
        json_schema_extra=_only_if(family=NETWORKS),
    )
    prior_strength: int = Field(
        default=1,
        ge=0,
        le=1000,
        title=tr("Prior strength s"),
        description=tr(
            "MAP with a conjugate prior (Beta; normal-inverse-gamma) worth s imaginary images of even grey; "
            "0 is maximum likelihood."
        ),
        json_schema_extra=_only_if(family=["pixels"]) | {"slider": True},
    )
    epochs: int = Field(
        default=20,
        ge=1,
        le=100_000,
        title=tr("Epochs"),
        description=tr("Passes over the training images."),
        json_schema_extra=_only_if(family=NETWORKS),
    )
    batch_size: int = Field(
        default=128,
        ge=1,
        le=65_536,
        title=tr("Batch size"),
        description=tr("Images whose gradients are averaged in one step."),
        json_schema_extra=_only_if(family=NETWORKS),
    )
    learning_rate: float = Field(
        default=1e-3,
        gt=0,
        le=10,
        title=tr("Learning rate η"),
        description=tr("Step size of Adam; the peak, for one-cycle."),
        json_schema_extra=_only_if(family=NETWORKS),
    )
    schedule: Literal["constant", "one-cycle"] = Field(
        default="constant",
        title=tr("Schedule"),
        description=tr(
            "Keep η constant, or let it rise and then fall to zero over the whole training (of each phase)."
        ),
        json_schema_extra=_only_if(family=NETWORKS)
        | {"words": {"constant": tr("constant"), "one-cycle": tr("one-cycle")}},
    )
    validation_share: float = Field(
        default=0.1,
        gt=0,
        le=0.9,
        title=tr("Held out"),
        description=tr("Share of the training images kept for validation, which picks the best epoch."),
    )
    precision: Literal["float32", "bfloat16"] = Field(
        default="float32",
        title=tr("Precision"),
        description=tr(
            "Numbers in matrix products: float32, or bfloat16, which some processors multiply faster; sums, "
            "losses and weights stay float32."
        ),
        json_schema_extra=_only_if(family=["vae", "autoencoder"]),
    )
    seed: int = Field(default=0, ge=0, le=2**31 - 1, title=tr("Seed"), description=tr("Fixes every random choice."))
    device: Device = Field(
        default="auto",
        title=tr("Device"),
        description=tr("Where to train; auto takes a GPU where there is one."),
        json_schema_extra=_only_if(family=NETWORKS),
    )

    @property
    def noise(self) -> tuple[Corruption, float] | None:
        """The corruption in training, if there is one."""
        return None if self.corruption == "none" else (self.corruption, self.corruption_level)


def is_greedy(model: ModelConfig, config: TrainConfig) -> bool:
    """Whether layers are pretrained one by one."""
    stacks = model.family == "autoencoder" and model.architecture == "mlp" and bool(model.hidden)
    return stacks and config.pretraining == "greedy"


def total_epochs(model: ModelConfig, config: TrainConfig) -> int:
    """How many epochs all phases of a training have together."""
    if model.family == "pixels":
        return 1
    if model.family == "em":
        return config.epochs + config.amortise_epochs
    return config.epochs + (config.layer_epochs * (len(model.hidden) + 1) if is_greedy(model, config) else 0)


def with_total_epochs(model: ModelConfig, config: TrainConfig, total: int) -> TrainConfig:
    """The same training with another number of epochs, which the last phase makes up for.

    Raises:
        ValueError: when the last phase would have none, or too many.
    """
    last = "amortise_epochs" if model.family == "em" else "epochs"
    return replace(config, **{last: getattr(config, last) + total - total_epochs(model, config)})


def family_in_words(model: ModelConfig, config: TrainConfig) -> str:
    """Name what is trained, as the lecture would."""
    if model.family == "pixels":
        strength = config.prior_strength
        if strength:
            return tr("Independent pixels, MAP, s = {strength}", strength=strength)
        return tr("Independent pixels, ML")
    words = []
    if model.family == "em":
        words.append("EM")
    elif model.family == "autoencoder":
        words.append(_autoencoder_in_words(model, config))
        words += [tr("greedy")] if is_greedy(model, config) else []
    elif config.objective == "iwae":
        words.append(f"IWAE, K = {config.importance_samples}")
    elif config.beta == 1:
        words.append("VAE" if config.noise is None else tr("Denoising VAE"))
    elif config.noise is None:
        words.append(f"β-VAE, β = {config.beta:g}")
    else:
        words.append(tr("Denoising β-VAE, β = {beta:g}", beta=config.beta))
    if model.family != "em" and config.noise is not None:
        words.append(f"{NOISES[config.noise[0]]} {config.corruption_level:g}")
    if config.weight_precision:
        words.append(f"MAP, λ = {config.weight_precision:g}")
    return ", ".join(words)


def _autoencoder_in_words(model: ModelConfig, config: TrainConfig) -> str:
    if is_greedy(model, config) or len(model.hidden) > 2:
        return tr("Stacked autoencoder")
    if not model.hidden and model.output == "linear" and model.likelihood.startswith("gaussian"):
        return tr("Linear autoencoder")
    return tr("Autoencoder") if config.noise is None else tr("Denoising autoencoder")


def bound_in_words(model: ModelConfig, config: TrainConfig) -> str:
    """Name what the family is judged by."""
    if model.family == "autoencoder":
        return tr("−distortion")
    if model.family == "em":
        return "log p(x) → ELBO"  # of the encoder, which comes last
    if model.family == "pixels":
        return "log p(x)"
    if config.objective == "iwae":
        return tr("IWAE bound, K = {samples}", samples=config.importance_samples)
    return "ELBO"


def slug(model: ModelConfig, config: TrainConfig) -> str:
    """Name what is trained in one short word, for a folder."""
    if model.family == "autoencoder":
        return "stacked" if is_greedy(model, config) else ("ae" if config.noise is None else "dae")
    if model.family != "vae":
        return model.family
    kind = "iwae" if config.objective == "iwae" else ("vae" if config.beta == 1 else "beta-vae")
    return kind if config.noise is None else f"denoising-{kind}"
