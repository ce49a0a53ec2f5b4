"""What is known about a model after training, measured on the test images: nats, decibels, accuracy.

Everything slow is a generator of the share done that returns its result (`yield from`).
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch
from torch import Tensor

from vaegui import explore, factors
from vaegui.data import CORRUPTIONS, Corruption, Dataset, Images, Limits, Pixels, fixed_thresholds, observe
from vaegui.factors import FactorScores
from vaegui.families import TrainConfig
from vaegui.models import Model
from vaegui.objectives import Random, Terms, draw_noise, elbo_terms, join, measure, sampled
from vaegui.phases import block_for
from vaegui.pixels import log_p_of_pixels
from vaegui.quadrature import log_marginal
from vaegui.runs import FIGURES_IN_WORDS, Estimate, Run, TestFigures
from vaegui.settings import UserError
from vaegui.steps import part_of
from vaegui.words import tr

MEASURED = 10_000  # test images, where there are so many that they stay on the disk
LEARNED = 100_000  # training images that neighbours are looked for among, where the same is true of them
NOISE_LEVELS = (0.1, 0.3, 0.5)
NEIGHBOURS = 10
ENCODED_AT_ONCE = 500  # images; a second where posteriors are exact
ENCODING = 0.3  # of the time that scoring factors takes, roughly
Noise = tuple[Corruption, float]
ENCODER_SHARE = 0.05  # of the time that figures of images take where log p(x) is integrated too


@dataclass(frozen=True)
class Evaluation:
    """One row of the table over runs."""

    run: Run
    test: TestFigures
    reconstruction_psnr: Estimate | None  # dB; None without an encoder
    denoising_psnr: dict[Noise, Estimate]  # dB, of the denoised image against the clean one
    noise_psnr: dict[Noise, Estimate]  # dB, of the noisy image itself
    knn_accuracy: Estimate | None  # of the codes: a vote of the nearest training codes; None without codes or labels


@dataclass(frozen=True)
class ImageFigures:
    """Figures of each of N images, float64 on the CPU; None for what the model does not have."""

    elbo: Tensor | None  # (N,) nats per image, averaged over draws of z as rate and distortion are
    rate: Tensor | None  # (N,) nats per image
    distortion: Tensor | None  # (N,) nats per image
    log_p: Tensor | None  # (N,) nats per image, exact
    psnr: Tensor | None  # (N,) dB, of the reconstruction against the grey image

    @property
    def gap(self) -> Tensor | None:
        """How far the ELBO is below log p(x), which is KL(q(z|x) ‖ p(z|x)): (N,) nats per image."""
        return None if self.log_p is None or self.elbo is None else self.log_p - self.elbo


def measured(images: Images, most: int = MEASURED) -> Images:
    """What figures are of: all images of a split in memory, the first ones of a split on the disk, in random order."""
    return images if images.file is None else images.first(most)


def estimate(values: Tensor) -> Estimate:
    """The mean of values (N,) with its standard error."""
    spread = float(values.std()) if len(values) > 1 else 0.0
    return Estimate(float(values.mean()), spread / len(values) ** 0.5)


def image_figures(
    model: Model,
    pixels: Pixels,
    thresholds: Limits,
    *,
    has_encoder: bool = True,
    with_log_p: bool = True,
    samples: int = 16,
) -> Generator[float, None, ImageFigures]:
    """Measure each of the images pixels (N, C, H, W) uint8 by itself; yields the share done.

    ELBO, rate and distortion average `samples` draws of z for each image, always the same ones; an autoencoder has a
    distortion alone. Without a trained encoder there are neither these nor a reconstruction, and log p(x) is left out
    where it is not exact (`quadrature.log_marginal`) or not asked for.
    """
    config, how = model.config, model.config.observed_as
    integrates = with_log_p and config.is_density and config.code_size <= 2
    share = ENCODER_SHARE if integrates else 1.0
    elbo = rate = distortion = log_p = decibels = None

    def averaged(x: Tensor, seen: Tensor, random: Random) -> Terms:
        return elbo_terms(model, x, draw_noise(model, len(x), random, samples), seen)

    if has_encoder and config.family != "pixels":
        terms, rebuilt = [], []
        size = block_for(samples)
        for start, block in enumerate(measure(averaged, pixels, thresholds, how, block=size)):
            part = slice(start * size, (start + 1) * size)
            terms.append(block)
            rebuilt.append(explore.reconstruct(model, pixels[part], thresholds[part], samples=1).psnr)
            yield share * min(1.0, len(terms) * size / len(pixels))
        whole = join(terms)
        distortion, decibels = whole.distortion, torch.cat(rebuilt).cpu().double()
        if config.family != "autoencoder":
            elbo, rate = whole.elbo, whole.rate
    if integrates:
        steps = log_marginal(model, observe(pixels[:], how, thresholds[:]))
        log_p = (yield from part_of(steps, ENCODER_SHARE, 1 - ENCODER_SHARE))[0].cpu()
    return ImageFigures(elbo, rate, distortion, log_p, decibels)


def measure_nats(
    model: Model, config: TrainConfig, dataset: Dataset, has_encoder: bool = True
) -> Generator[float, None, TestFigures]:
    """Measure whatever of ELBO, bounds, exact log p(x) and distortion the family has, on test images (`measured`)."""
    family, how = model.config.family, model.config.observed_as
    pixels = measured(dataset.test).pixels
    thresholds = fixed_thresholds(dataset.test.pixels.shape)[: len(pixels)]
    figures: dict[str, Estimate | float | None] = {}

    def terms_of(importance_samples: int) -> Generator[float, None, Terms]:
        blocks = []
        block_size = block_for(importance_samples)
        for block in measure(sampled(model, importance_samples), pixels, thresholds, how, block=block_size):
            blocks.append(block)
            yield 0.0
        return join(blocks)

    if family != "pixels" and has_encoder:
        terms = yield from terms_of(0)
        figures["distortion"] = estimate(terms.distortion)
        if family != "autoencoder":
            figures |= {"elbo": estimate(terms.elbo), "rate": estimate(terms.rate)}
    if family == "vae" and config.objective == "iwae":
        figures["importance_bound"] = estimate((yield from terms_of(config.importance_samples)).bound)
    if model.config.is_density and model.config.code_size <= 2:
        log_p, change = yield from log_marginal(model, observe(pixels, how, thresholds))
        figures |= {"log_p": estimate(log_p), "log_p_error": abs(float(change.mean()))}
    rows = torch.arange(len(dataset.train))
    baseline = log_p_of_pixels(dataset.train, model.config, rows, pixels, thresholds)
    figures["baseline"] = None if baseline is None else estimate(baseline)
    return TestFigures(len(pixels), **figures)  # type: ignore[arg-type]


def evaluate(run: Run, dataset: Dataset) -> Generator[float, None, Evaluation]:
    """Measure a run on all test images of its dataset (`measured`).

    Raises:
        UserError: when the images do not have the shape it was trained on.
    """
    model, config, test = run.model, run.config, dataset.test
    if test.shape != config.image_shape:
        raise UserError(f"The test images are {test.shape}, but {run.name} is for {config.image_shape}.")
    test = measured(test)
    thresholds = fixed_thresholds(dataset.test.pixels.shape)[: len(test)]
    figures = yield from measure_nats(model, config.training, dataset, run.has_encoder)
    if config.model.family == "pixels" or not run.has_encoder:
        return Evaluation(run, figures, None, {}, {}, None)
    blocks = list(zip(test.pixels.split(1000), thresholds.split(1000), strict=True))
    rebuilt = []
    for pixels, limits in blocks:
        rebuilt.append(explore.reconstruct(model, pixels, limits, samples=1).psnr)
        yield 0.0
    denoised: dict[Noise, Estimate] = {}
    noisy: dict[Noise, Estimate] = {}
    for kind in CORRUPTIONS:
        for level in NOISE_LEVELS:
            answers = []
            for seed, (pixels, limits) in enumerate(blocks):
                answers.append(explore.denoise(model, pixels, limits, kind, level, seed))
                yield 0.0
            denoised[kind, level] = estimate(torch.cat([answer.denoised_psnr for answer in answers]))
            noisy[kind, level] = estimate(torch.cat([answer.noisy_psnr for answer in answers]))
    accuracy = (yield from _knn_accuracy(model, dataset)) if dataset.classes else None
    return Evaluation(run, figures, estimate(torch.cat(rebuilt)), denoised, noisy, accuracy)


def _knn_accuracy(model: Model, dataset: Dataset) -> Generator[float, None, Estimate]:
    """The share of test images whose label wins the vote of their nearest training codes."""
    # Here because importing scikit-learn takes seconds.
    from sklearn.neighbors import KNeighborsClassifier

    def codes(images: Images) -> Generator[float, None, Tensor]:
        parts = []
        whole = dataset.test if images is test else dataset.train  # whose thresholds are those of the map
        for mean, _ in explore.encode(model, images.in_turn(), fixed_thresholds(whole.pixels.shape)[: len(images)]):
            parts.append(mean)
            yield 0.0
        return torch.cat(parts)

    train, test = measured(dataset.train, LEARNED), measured(dataset.test)
    learned = yield from codes(train)
    asked = yield from codes(test)
    vote = KNeighborsClassifier(min(NEIGHBOURS, len(learned))).fit(learned.numpy(), train.labels.numpy())
    right = torch.from_numpy(vote.predict(asked.numpy())) == test.labels
    return estimate(right.double())


def factor_scores(model: Model, dataset: Dataset) -> Generator[float, None, FactorScores]:
    """Score the codes of test images by what they were generated from (`factors.score`); yields the share done.

    Raises:
        UserError: when that is not known, the model has no codes, or is for images of another shape.
    """
    truth = dataset.test.factors
    if truth is None:
        raise UserError(
            tr(
                "Nothing is known of what the images of {dataset} were made from. It is of shapes.",
                dataset=dataset.name,
            )
        )
    if model.image_shape != dataset.test.shape:
        raise UserError(
            tr(
                "The test images are {image_shape}, but the model is for {model_shape}.",
                image_shape=dataset.test.shape,
                model_shape=model.image_shape,
            )
        )
    count = min(len(dataset.test), factors.MOST_IMAGES)
    pixels, thresholds = dataset.test.pixels[:count], fixed_thresholds(dataset.test.pixels.shape)[:count]
    codes: list[Tensor] = []
    for x, limits in zip(pixels.split(ENCODED_AT_ONCE), thresholds.split(ENCODED_AT_ONCE), strict=True):
        codes += [mean for mean, _ in explore.encode(model, x, limits)]
        yield ENCODING * sum(map(len, codes)) / count
    steps = factors.score(torch.cat(codes).numpy(), np.asarray(truth[:count].numpy()), dataset.factors)
    return (yield from part_of(steps, ENCODING, 1 - ENCODING))


def factors_as_text(scores: FactorScores) -> str:
    """Write scores for reading, in Markdown."""

    def figure(value: float) -> str:
        return "–" if math.isnan(value) else f"{value:.2f}".replace("-", "−")

    dimensions = [f"z{d + 1}" for d in range(len(scores.correlation))]
    lines = [
        [name, *map(figure, scores.correlation[:, j]), *map(figure, scores.importance[:, j]), figure(told)]
        for j, (name, told) in enumerate(zip(scores.names, scores.informativeness_of, strict=True))
    ]
    headings = ["factor", *(f"|ρ| {d}" for d in dimensions), *(f"R {d}" for d in dimensions), "informativeness"]
    return (
        f"{table(headings, lines)}\n\ndisentanglement {figure(scores.disentanglement)}, completeness "
        f"{figure(scores.completeness)}, informativeness {figure(scores.informativeness)} "
        f"(Eastwood and Williams 2018), of {scores.images:,} images"
    )


def as_row(row: Evaluation) -> dict[str, Any]:
    """One flat row, JSON-ready: each figure with its standard error, or None where the family does not have it."""
    run, test = row.run, row.test
    values: dict[str, Any] = {
        "run": run.name,
        "dataset": run.config.dataset,
        "family": run.family,
        "likelihood": run.config.model.likelihood_in_words,
        "latent_size": run.config.model.code_size,
        "seconds": run.config.seconds,
        "images": test.images,
    }

    def add(name: str, figure: Estimate | None) -> None:
        values[name] = None if figure is None else figure.mean
        values[f"{name}_se"] = None if figure is None else figure.standard_error

    for name in ("elbo", "rate", "distortion", "importance_bound", "log_p", "baseline"):
        add(name, getattr(test, name))
    values["log_p_error"] = test.log_p_error
    add("reconstruction_psnr", row.reconstruction_psnr)
    for kind in CORRUPTIONS:
        for level in NOISE_LEVELS:
            add(f"denoising_psnr_{kind}_{level}", row.denoising_psnr.get((kind, level)))
            add(f"noisy_psnr_{kind}_{level}", row.noise_psnr.get((kind, level)))
    add("knn_accuracy", row.knn_accuracy)
    return values


def as_csv(flat: Sequence[dict[str, Any]]) -> str:
    """Write flat rows (`as_row`) as comma-separated values, with a heading; what there is not is empty."""
    text = io.StringIO(newline="")
    lines = csv.DictWriter(text, list(flat[0]) if flat else [])
    lines.writeheader()
    lines.writerows(flat)
    return text.getvalue()


def as_text(rows: list[Evaluation]) -> str:
    """Write rows for reading, in Markdown: nats only beside nats of the same dataset and likelihood."""
    parts = []
    groups: dict[tuple[str, str, str, float], list[Evaluation]] = {}
    for row in rows:
        groups.setdefault((row.run.config.dataset, *row.run.config.model.nats_of), []).append(row)
    for members in groups.values():
        config, images = members[0].run.config, members[0].test.images
        likelihood = f"{config.dataset}, {config.model.likelihood_in_words}"
        parts.append(f"{likelihood}: nats per image ± standard error, {images:,} test images")
        parts.append(_nats_table(members))
        errors = [row.test.log_p_error for row in members if row.test.log_p_error is not None]
        if any(errors):
            change = f"halving its spacing the last time changed the mean by {max(errors):.0e} nats at most"
            parts.append(f"log p(x) is summed over a lattice as fine as each image needs; {change}.")
    for dataset in dict.fromkeys(row.run.config.dataset for row in rows):
        coded = [row for row in rows if row.run.config.dataset == dataset and row.reconstruction_psnr is not None]
        if coded:
            parts.append(
                f"{dataset}: codes and pictures, {coded[0].test.images:,} test images; accuracy of a vote of the "
                f"{NEIGHBOURS} nearest training codes, PSNR in dB of reconstructions of clean and of noisy images"
            )
            parts.append(_pictures_table(coded))
    return "\n\n".join(parts)


def _nats_table(rows: list[Evaluation]) -> str:
    # A column for whatever any of them has.
    columns = {
        words: name
        for name, words in FIGURES_IN_WORDS.items()
        if name != "baseline" and any(getattr(row.test, name) for row in rows)
    }
    lines = [
        [row.run.name, row.run.family, *(cell(getattr(row.test, name)) for name in columns.values())] for row in rows
    ]
    baseline = next((row.test.baseline for row in rows if row.test.baseline), None)
    if baseline is not None:
        # Without latent variables the distortion is −log p(x).
        as_distortion = Estimate(-baseline.mean, baseline.standard_error)
        cells = {"log_p": cell(baseline), "distortion": cell(as_distortion)}
        lines.append(["–", "baseline: independent pixels", *(cells.get(name, "") for name in columns.values())])
    return table(["run", "family", *columns], lines)


def _pictures_table(rows: list[Evaluation]) -> str:
    noises = [(kind, level) for kind in CORRUPTIONS for level in NOISE_LEVELS]
    headings = ["run", "kNN accuracy", "reconstruction", *(f"{kind} {level:g}" for kind, level in noises)]

    def per_cent(figure: Estimate | None) -> str:
        return "–" if figure is None else f"{100 * figure.mean:.1f} ± {100 * figure.standard_error:.1f} %"

    lines = [
        [
            row.run.name,
            per_cent(row.knn_accuracy),
            *(cell(figure) for figure in (row.reconstruction_psnr, *(row.denoising_psnr[noise] for noise in noises))),
        ]
        for row in rows
        if row.reconstruction_psnr is not None
    ]
    lines.append(["the noisy image itself", "", "", *(cell(rows[0].noise_psnr[noise]) for noise in noises)])
    return table(headings, lines)


def cell(figure: Estimate | None) -> str:
    """Write a figure with its standard error, or a dash where there is none."""
    return "–" if figure is None else f"{figure.mean:.2f} ± {figure.standard_error:.2f}".replace("-", "−")


def table(headings: list[str], lines: list[list[str]]) -> str:
    """Write a table in Markdown, its columns aligned."""
    widths = [max(len(line[i]) for line in [headings, *lines]) for i in range(len(headings))]
    rows = [headings, ["-" * width for width in widths], *lines]
    padded = [[cell.ljust(width) for cell, width in zip(row, widths, strict=True)] for row in rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in padded)
