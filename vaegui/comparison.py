"""Several models on the same images: is the difference between them larger than its error?

All see the same images with the same noise, so what is compared is the difference of each image's two figures. Its
standard error leaves out what makes images easy or hard for every model alike, and is mostly far smaller than the
errors of the two means.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from vaegui import explore
from vaegui.data import CORRUPTIONS, Corruption, as_float, corrupt
from vaegui.evaluation import cell, estimate, image_figures, table
from vaegui.models import Model
from vaegui.runs import FIGURES_IN_WORDS, Estimate
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import tr

NOISE_LEVELS = (0.0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8)
NOISY_IMAGE = "noisy image"  # a name among those of contenders, which none of them has
NOISE_IN_WORDS: dict[Corruption, str] = {
    "gaussian": "Gaussian noise",
    "salt-and-pepper": "salt and pepper",
    "masking": "masking",
}  # in tables of the command line
CERTAIN = 2.0  # standard errors that make a difference
BLOCK = 1000  # images that meet noise of the same seed, as in the table over runs
FIGURES_SHARE = 0.8  # of the time that a contender takes; the rest goes to noise


@dataclass(frozen=True)
class Contender:
    """A model that is compared with others."""

    name: str
    model: Model
    has_encoder: bool = True  # whether it was trained

    @property
    def encodes(self) -> bool:
        """Whether it makes codes of images: independent pixels have none."""
        return self.has_encoder and self.model.config.family != "pixels"


@dataclass(frozen=True)
class Figure:
    """One figure of all contenders, each a mean over the same images.

    Nats are compared between equal likelihoods (`ModelConfig.nats_of`), decibels between all. `best` is sought among
    those that have the figure and, in nats, the likelihood of the first contender; it takes two of them. A greater
    rate is neither better nor worse.
    """

    name: str  # log_p, elbo, rate, distortion, psnr, denoising-gaussian, denoising-salt-and-pepper, denoising-masking
    words: str
    unit: str  # "nats/image" or "dB"
    values: tuple[Estimate | None, ...]  # one for each contender; None for what it does not have
    differences: tuple[Estimate | None, ...]  # paired, each minus the first; None for the first, or not comparable
    best: int | None  # which is better than each of the others by more than two standard errors of their difference
    margin: Estimate | None = None  # paired, how much better than the runner-up the best one is


@dataclass(frozen=True)
class NoisePoint:
    """How close to the clean images a contender comes when it is shown noisy ones."""

    kind: Corruption
    level: float  # as `data.corrupt` has it
    name: str  # the contender's, or NOISY_IMAGE for the noisy image itself
    psnr: Estimate  # dB, against the clean image


def compare(
    contenders: Sequence[Contender], pixels: Tensor, thresholds: Tensor, *, noise_level: float = 0.3
) -> Generator[float, None, tuple[Figure, ...]]:
    """Measure all contenders on images pixels (N, C, H, W) uint8; yields the share done.

    Returns the figures that any of them has.

    Raises:
        UserError: when the images are none, or not of the shape that a contender is for.
    """
    _check(contenders, pixels)
    measured: list[dict[str, Tensor]] = []
    for number, contender in enumerate(contenders):
        steps = _measure(contender, pixels, thresholds, noise_level)
        measured.append((yield from part_of(steps, number / len(contenders), 1 / len(contenders))))
    words = {name: (FIGURES_IN_WORDS[name], "nats/image") for name in ("log_p", "elbo", "rate", "distortion")}
    words["psnr"] = (tr("PSNR, reconstruction"), "dB")
    for kind in CORRUPTIONS:
        words[f"denoising-{kind}"] = (_denoising_in_words(kind, 100 * noise_level), "dB")
    return tuple(
        _figure(name, *texts, [values.get(name) for values in measured], [c.model.config.nats_of for c in contenders])
        for name, texts in words.items()
        if any(name in values for values in measured)
    )


def _denoising_in_words(kind: Corruption, per_cent: float) -> str:
    if kind == "gaussian":
        return tr("PSNR, {per_cent:g} % Gaussian noise", per_cent=per_cent)
    if kind == "salt-and-pepper":
        return tr("PSNR, {per_cent:g} % salt and pepper", per_cent=per_cent)
    return tr("PSNR, {per_cent:g} % masking", per_cent=per_cent)


def noise_curves(
    contenders: Sequence[Contender], pixels: Tensor, thresholds: Tensor, levels: Sequence[float] = NOISE_LEVELS
) -> Generator[NoisePoint, None, None]:
    """Yield the PSNR of what contenders make of noisy images pixels (N, C, H, W) uint8, for each kind and level.

    All meet the same noise, and the noisy image itself comes first. Those without an encoder are left out, so there
    are (encoders + 1) · levels points of each kind.

    Raises:
        UserError: when the images are none, or not of the shape that a contender is for.
    """
    _check(contenders, pixels)
    clean = as_float(pixels)
    for kind in CORRUPTIONS:
        for level in levels:
            noisy = [
                corrupt(part, kind, level, torch.Generator().manual_seed(seed))
                for seed, part in enumerate(pixels.split(BLOCK))
            ]
            yield NoisePoint(kind, level, NOISY_IMAGE, estimate(explore.psnr(as_float(torch.cat(noisy)), clean)))
            for contender in contenders:
                if contender.encodes:
                    steps = _denoise(contender.model, pixels, thresholds, kind, level)
                    yield NoisePoint(kind, level, contender.name, estimate(torch.cat(list(steps))))


def _check(contenders: Sequence[Contender], pixels: Tensor) -> None:
    if not len(pixels):
        raise UserError(tr("There are no images to compare models on."))
    for contender in contenders:
        shape = contender.model.image_shape
        if tuple(pixels.shape[1:]) != tuple(shape):
            raise UserError(
                tr(
                    "The images are {image_shape}, but {run} is for {run_shape}.",
                    image_shape=tuple(pixels.shape[1:]),
                    run=contender.name,
                    run_shape=tuple(shape),
                )
            )


def _measure(
    contender: Contender, pixels: Tensor, thresholds: Tensor, noise_level: float
) -> Generator[float, None, dict[str, Tensor]]:
    """The figures of each image, (N,) each, by their names; what the contender does not have is left out."""
    model = contender.model
    steps = image_figures(model, pixels, thresholds, has_encoder=contender.has_encoder)
    found = yield from part_of(steps, 0.0, FIGURES_SHARE)
    values = {name: getattr(found, name) for name in ("log_p", "elbo", "rate", "distortion", "psnr")}
    for done, kind in enumerate(CORRUPTIONS, start=1):
        if contender.encodes:
            parts = []
            for part in _denoise(model, pixels, thresholds, kind, noise_level):
                parts.append(part)
                yield FIGURES_SHARE + (1 - FIGURES_SHARE) * (done - 1) / len(CORRUPTIONS)
            values[f"denoising-{kind}"] = torch.cat(parts)
        yield FIGURES_SHARE + (1 - FIGURES_SHARE) * done / len(CORRUPTIONS)
    return {name: value for name, value in values.items() if value is not None}


def _denoise(model: Model, pixels: Tensor, thresholds: Tensor, kind: Corruption, level: float) -> Iterator[Tensor]:
    """Yield the PSNR of denoised images, (B,) dB, block by block; the blocks and their seeds are `evaluate`'s."""
    for seed, (part, limits) in enumerate(zip(pixels.split(BLOCK), thresholds.split(BLOCK), strict=True)):
        yield explore.denoise(model, part, limits, kind, level, seed).denoised_psnr.double()


def _figure(
    name: str, words: str, unit: str, values: list[Tensor | None], likelihoods: list[tuple[str, str, float]]
) -> Figure:
    # Their differences to the first, where there are any to speak of; nats of another likelihood are another thing.
    alike = [
        value if unit == "dB" or likelihood == likelihoods[0] else None
        for value, likelihood in zip(values, likelihoods, strict=True)
    ]
    first, *others = alike
    differences = [None if first is None or other is None else estimate(other - first) for other in others]
    best, margin = (None, None) if name == "rate" else _best(alike, -1.0 if name == "distortion" else 1.0)
    means = tuple(None if value is None else estimate(value) for value in values)
    return Figure(name, words, unit, means, (None, *differences), best, margin)


def _best(values: list[Tensor | None], sign: float) -> tuple[int | None, Estimate | None]:
    """Which of some contenders is certainly better than each other one, and how far the runner-up is behind it."""
    known = {number: sign * value for number, value in enumerate(values) if value is not None}
    if len(known) < 2:
        return None, None
    best = max(known, key=lambda number: float(known[number].mean()))
    leads = [estimate(known[best] - value) for number, value in known.items() if number != best]
    # The error of a single image is not known.
    if len(known[best]) < 2 or any(lead.mean <= CERTAIN * lead.standard_error for lead in leads):
        return None, None
    return best, min(leads, key=lambda lead: lead.mean)


def as_text(names: Sequence[str], figures: Sequence[Figure]) -> str:
    """Write figures for reading, in Markdown: a row for each, a column for each contender, the best marked with *."""
    lines = []
    for figure in figures:
        cells = [cell(value) + (" *" if number == figure.best else "") for number, value in enumerate(figure.values)]
        lines.append([f"{figure.words}, {figure.unit}", *cells, *(cell(d) for d in figure.differences[1:])])
    return table(["figure", *names, *(f"{name} − {names[0]}" for name in names[1:])], lines)


def noise_as_text(points: Sequence[NoisePoint]) -> str:
    """Write the points of `noise_curves` for reading, in Markdown: a row for each noise, a column for each model."""
    names = list(dict.fromkeys(point.name for point in points))
    rows: dict[tuple[Corruption, float], dict[str, str]] = {}
    for point in points:
        rows.setdefault((point.kind, point.level), {})[point.name] = cell(point.psnr)
    lines = [
        [f"{100 * level:g} % {NOISE_IN_WORDS[kind]}", *(cells[name] for name in names)]
        for (kind, level), cells in rows.items()
    ]
    return table(["PSNR in dB", *names], lines)


def as_csv(names: Sequence[str], figures: Sequence[Figure], points: Sequence[NoisePoint]) -> str:
    """Write figures and noise curves as comma-separated values: a row for each contender's figure, with a heading."""
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(["figure", "unit", "level", "run", "mean", "se", "difference", "difference_se", "best"])
    for figure in figures:
        for number, (name, value) in enumerate(zip(names, figure.values, strict=True)):
            both = [*_numbers(value), *_numbers(figure.differences[number])]
            lines.writerow([figure.name, figure.unit, "", name, *both, int(number == figure.best)])
    for point in points:
        lines.writerow([f"noise-{point.kind}", "dB", point.level, point.name, *_numbers(point.psnr), "", "", ""])
    return text.getvalue()


def _numbers(value: Estimate | None) -> tuple[float, float] | tuple[str, str]:
    return ("", "") if value is None else (value.mean, value.standard_error)
