"""A run's encoder and decoder as ONNX files, which ONNX Runtime and many other programs run without PyTorch.

The graphs are built layer by layer (`onnx_graphs`), not traced by `torch.onnx.export`: that takes ten seconds for the
shipped run, imports 1,800 modules and holds Python's lock for up to a quarter of a second, in which the window would
stand still; this takes a third of a second. That nothing was mistranslated is shown by running each file with ONNX
Runtime before it gets its name.
"""

from __future__ import annotations

import math
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vaegui import explore
from vaegui.exports import onnx_graphs
from vaegui.exports.extras import need
from vaegui.models import Model, with_weights
from vaegui.phases import phase_in_words
from vaegui.placing import new_folder
from vaegui.runs import Run
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import tr

MOST_BYTES = 1 << 31  # of a file: protobuf's limit
TOLERANCE = 1e-5
SLACK = 4  # times what single precision costs the network anyway, where that is more
BATCHES = (1, 2, 64)
REACH = 10.0  # of the farthest codes, in deviations of the prior


@dataclass(frozen=True)
class OnnxModels:
    """What was written, and how well it agrees with PyTorch."""

    folder: Path
    encoder: Path | None  # None where it was never trained
    decoder: Path
    differences: tuple[tuple[str, float], ...]  # of each output, such as "decoder mean": see `difference`
    opset: int
    bytes: int  # of both files

    @property
    def sentence(self) -> str:
        """What was done, for the status bar."""
        worst, size = max(value for _, value in self.differences), f"{self.bytes / 1e6:.1f} MB"
        if self.encoder is None:
            return tr(
                "decoder.onnx is in {folder} ({size}, opset {opset}); "
                "ONNX Runtime and PyTorch differ by {worst:.0e} at the most. "
                "Training was stopped before the encoder was fitted, so it is left out.",
                folder=self.folder,
                size=size,
                opset=self.opset,
                worst=worst,
            )
        return tr(
            "encoder.onnx and decoder.onnx are in {folder} ({size}, opset {opset}); "
            "ONNX Runtime and PyTorch differ by {worst:.0e} at the most.",
            folder=self.folder,
            size=size,
            opset=self.opset,
            worst=worst,
        )


def export(run: Run, folder: Path) -> Generator[float, None, OnnxModels]:
    """Write encoder.onnx and decoder.onnx into a folder that is new or empty; yields the share done.

    encoder.onnx: `x` (batch, C, H, W) float32, as its metadata says under "input", to `mean` and `stddev` (batch, D) of
    q(z|x); an autoencoder's to `code` (batch, D). decoder.onnx: `z` (batch, D) float32 to the `mean` of p(x|z)
    (batch, C, H, W), and for Gaussians to its `stddev` of the same shape. The batch is of any size.

    Both are checked by ONNX and run on the CPU by ONNX Runtime for batches of 1, 2 and 64, with codes ten deviations
    from the prior's mean among them. The reference is the same model in PyTorch in double precision. (In single
    precision PyTorch's own mean of a continuous Bernoulli is off by up to 2·10⁻³; that of the file is not.)

    Raises:
        UserError: when packages are missing, the run has no decoder to speak of, the files would be too large, an
            output is off by more than 1e-5 (or four times what single precision costs the network anyway, where that
            is more), or the disk refuses. Nothing is left behind.
        DamageError: when the run cannot be read.
    """
    need("onnx")
    config = run.config.model
    if config.family == "pixels":
        raise UserError(
            tr(
                "“{run}” has no latent space: its pixels are independent, so there is no encoder and no decoder to "
                "write. Choose another run.",
                run=run.name,
            )
        )
    if run.stopped_in.startswith("layer"):
        raise UserError(
            tr(
                "“{run}” was stopped in “{phase}”, when the rest of its layers were still as they were "
                "drawn at random. Train it on first.",
                run=run.name,
                phase=phase_in_words(run.stopped_in),
            )
        )
    model = run.model
    for part in (model.encoder, model.decoder):
        size = 4 * sum(value.numel() for value in part.parameters())
        if size > MOST_BYTES - (1 << 20):
            raise UserError(
                tr(
                    "The weights of “{run}” take {size:.1f} GB; {most:.1f} GB is the most that "
                    "an ONNX file holds. Nothing was written.",
                    run=run.name,
                    size=size / 1e9,
                    most=MOST_BYTES / 1e9,
                )
            )
    yield 0.05
    with new_folder(folder) as new:
        parts: list[tuple[str, bytes]] = []
        if run.has_encoder:
            parts.append(("encoder", onnx_graphs.encoder(run)))
        yield 0.15
        parts.append(("decoder", onnx_graphs.decoder(run)))
        yield 0.25
        differences: list[tuple[str, float]] = []
        for place, (name, content) in enumerate(parts):
            checking = _check(name, content, model)
            found = yield from part_of(checking, 0.25 + 0.7 * place / len(parts), 0.7 / len(parts))
            differences += [(f"{name} {output}", value) for output, value in found.items()]
            (new / f"{name}.onnx").write_bytes(content)
        yield 0.97
    return OnnxModels(
        folder=folder,
        encoder=folder / "encoder.onnx" if run.has_encoder else None,
        decoder=folder / "decoder.onnx",
        differences=tuple(differences),
        opset=onnx_graphs.OPSET,
        bytes=sum(len(content) for _, content in parts),
    )


def difference(found: np.ndarray, wanted: np.ndarray) -> float:
    """The largest |found − wanted| / max(1, |wanted|): absolute up to 1, relative beyond."""
    if found.shape != wanted.shape:
        return math.inf
    off = np.abs(found - wanted) / np.maximum(1, np.abs(wanted))
    return float(off.max()) if np.isfinite(off).all() else math.inf


def _check(name: str, content: bytes, model: Model) -> Generator[float, None, dict[str, float]]:
    """Return how far each output of a file is off from PyTorch in double precision; yields the share done.

    Raises:
        UserError: when ONNX or ONNX Runtime do not take it, or it is off by too much.
    """
    session = yield from _opened(name, content)
    weights = {key: value.double() for key, value in model.state_dict().items()}
    reference = with_weights(model.config, model.image_shape, weights)
    outputs = [output.name for output in session.get_outputs()]
    off, allowed = dict.fromkeys(outputs, 0.0), dict.fromkeys(outputs, TOLERANCE)
    inputs = _images(model) if name == "encoder" else _codes(model.config.latent_size)
    for place, count in enumerate(BATCHES):
        given = inputs[-count:]
        wanted, rounded = _by_torch(model, reference, name, given)
        found = session.run(outputs, {session.get_inputs()[0].name: given.numpy()})
        for output, value in zip(outputs, found, strict=True):
            exact = wanted[output].numpy()
            off[output] = max(off[output], difference(value, exact))
            allowed[output] = max(allowed[output], SLACK * difference(rounded[output].numpy(), exact))
        yield 0.4 + 0.6 * (place + 1) / len(BATCHES)
    for output in outputs:
        if not off[output] <= allowed[output] < math.inf:
            raise UserError(
                tr(
                    "The {output} that ONNX Runtime computes from {file} is off from PyTorch's by {difference:.0e}, "
                    "where {allowed:.0e} is the most that is let pass. Nothing was written.",
                    output=output,
                    file=f"{name}.onnx",
                    difference=off[output],
                    allowed=allowed[output],
                )
            )
    return off


def _opened(name: str, content: bytes) -> Generator[float, None, Any]:
    """Have ONNX check a file, and return ONNX Runtime's session of it."""
    import onnx
    import onnxruntime

    try:
        onnx.checker.check_model(content, full_check=True)
        yield 0.2
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1  # as everything that the window computes
        options.log_severity_level = 3
        session = onnxruntime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # both have many of their own, which have nothing else in common
        raise UserError(
            tr(
                "ONNX or ONNX Runtime did not take {file}: {error}. Nothing was written. A newer version may help; in "
                "the folder of vaegui’s sources: pip install -U '.[onnx]'",
                file=f"{name}.onnx",
                error=error,
            )
        ) from None
    yield 0.4
    return session


@torch.no_grad()
def _by_torch(model: Model, reference: Model, name: str, given: Tensor) -> tuple[dict[str, Tensor], dict[str, Tensor]]:
    """The outputs in double precision, and those of layers in single precision (the pixels' means are still double)."""
    if name == "encoder":
        exact, rounded = reference.encode(given.double()), model.encode(given)
    else:
        _, height, width = model.image_shape
        out = model.decoder(given).double().reshape(len(given), -1, height, width)
        exact, rounded = reference.decode(given.double()), reference.pixels_from(out)
    return (
        {"mean": exact.mean, "stddev": exact.stddev, "code": exact.mean},
        {"mean": rounded.mean, "stddev": rounded.stddev, "code": rounded.mean},
    )


def _codes(size: int) -> Tensor:
    """64 codes (64, D): draws from the prior, and the far corners."""
    generator = torch.Generator().manual_seed(0)
    codes = torch.randn(64, size, generator=generator)
    codes[:8] *= REACH / codes[:8].abs().amax(1, keepdim=True)
    codes[-2], codes[-1] = REACH, -REACH
    return codes


def _images(model: Model) -> Tensor:
    """64 images (64, C, H, W) as the model sees them: what it decodes, noise, black and white."""
    generator = torch.Generator().manual_seed(1)
    decoded = explore.decode(model, torch.randn(32, model.config.latent_size, generator=generator)).clamp(0, 1)
    noise = torch.rand(30, *model.image_shape, generator=generator)
    images = torch.cat([decoded, noise, torch.zeros(1, *model.image_shape), torch.ones(1, *model.image_shape)])
    return images if model.config.observed_as == "none" else (images > 0.5).float()
