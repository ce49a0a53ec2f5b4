"""Measure runs: tables of figures, comparisons, probes, scores."""

from __future__ import annotations

import argparse
import csv
import io
import json
import sys
from pathlib import Path
from typing import Any

from tqdm import tqdm

from vaegui import comparison, data, evaluation, exact, probes, runs, sources
from vaegui.cli.progress import find_dataset, share_bar, with_bar
from vaegui.settings import UserError
from vaegui.sweeps.study import keep_gap


def evaluate(flags: argparse.Namespace) -> int:
    """Print the figures of runs, in one table."""
    rows: list[Any] = []
    failed = False
    report: Any = exact if flags.exact else evaluation
    if flags.images is not None and flags.images < 2:
        raise UserError("An error needs at least two images: --images must be 2 or more.")
    if not flags.exact and (flags.images is not None or flags.full_covariance):
        raise UserError("--images and --full-covariance belong to --exact.")
    for name in flags.runs:
        try:
            run = runs.load(name)
            dataset = find_dataset(run.config.dataset, flags.data_dir, fetch=False)
            if flags.exact:
                steps = exact.measure_exact(run, dataset, flags.images or exact.IMAGES, full=flags.full_covariance)
                rows.append(with_bar(steps, f"measuring {run.name}"))
                keep_gap(rows[-1])
                continue
            measured = evaluation.evaluate(run, dataset)
            with tqdm(bar_format="{desc} {elapsed}", desc=f"measuring {run.name}", leave=False, disable=None) as bar:
                try:
                    while True:
                        next(measured)
                        bar.update()
                except StopIteration as done:
                    rows.append(done.value)
        except UserError as error:
            print(f"vaegui: {error}", file=sys.stderr)
            failed = True
    if rows:
        print(report.as_text(rows))
    if not rows:
        return 1
    flat = [report.as_row(row) for row in rows]
    write(flags.json, json.dumps(flat, indent=2, ensure_ascii=False) + "\n")
    write(flags.csv, evaluation.as_csv(flat))
    return 1 if failed else 0


def compare(flags: argparse.Namespace) -> int:
    """Tell whether runs differ by more than the error."""
    if flags.images < 2:
        raise UserError("An error needs at least two images: --images must be 2 or more.")
    chosen = [runs.load(name) for name in (flags.first, *flags.others)]
    test = _dataset_of(chosen, flags.data_dir).test
    pixels, thresholds = test.pixels[: flags.images], data.fixed_thresholds(test.pixels.shape)[: flags.images]
    names = _names(chosen)
    contenders = [
        comparison.Contender(name, run.model, run.has_encoder) for name, run in zip(names, chosen, strict=True)
    ]
    figures = with_bar(comparison.compare(contenders, pixels, thresholds), "measuring")
    count = len(data.CORRUPTIONS) * len(comparison.NOISE_LEVELS) * (1 + sum(c.encodes for c in contenders))
    curves = comparison.noise_curves(contenders, pixels, thresholds)
    points = list(tqdm(curves, "adding noise", count, leave=False, disable=None))
    print(
        f"{len(pixels):,} test images of {chosen[0].config.dataset}, the same for all; means ± standard error, "
        "the errors of differences paired.\n* better than each other one by more than two standard errors of their "
        "difference; nats are compared between equal likelihoods only.\n"
    )
    for name, run in zip(names, chosen, strict=True):
        print(f"{name}: {run.family}; {run.config.model.likelihood_in_words}")
    print(f"\n{comparison.as_text(names, figures)}\n\n{comparison.noise_as_text(points)}")
    write(flags.csv, comparison.as_csv(names, figures, points))
    return 0


def probe(flags: argparse.Namespace) -> int:
    """Tell what codes are worth to a classifier that is given few labels."""
    if flags.draws < 1:
        raise UserError("At least one draw of labelled images is needed: --draws must be 1 or more.")
    chosen = [runs.load(name) for name in flags.runs]
    for run in chosen:
        # Those of EM are exact posteriors, which need no encoder.
        if not run.has_encoder and run.config.model.family != "em":
            raise UserError(f"{run.name} was stopped before its encoder was trained: it has no codes to classify by.")
    dataset = probes.reduced(_dataset_of(chosen, flags.data_dir))
    features = [
        with_bar(probes.code_features(name, run.model, dataset), f"encoding with {name}")
        for name, run in zip(_names(chosen), chosen, strict=True)
    ]
    sizes = sorted({run.config.model.code_size for run in chosen})
    features += [probes.pixel_features(dataset), *(probes.pca_features(dataset, size) for size in sizes)]
    results = []
    events = probes.probe(features, dataset.train.labels, dataset.test.labels, draws=flags.draws)
    with share_bar("classifying") as bar:
        for event in events:
            if isinstance(event, probes.Progress):
                bar.set_description(event.words, refresh=False)
                bar.update(event.share - bar.n)
            else:
                results.append(event)
    print(_accuracies(dataset, results, flags.draws))
    write(flags.csv, _accuracies_as_csv(results))
    return 0


def score_factors(flags: argparse.Namespace) -> int:
    """Tell whether codes hold the factors that shapes were drawn from."""
    parts = []
    for run in [runs.load(name) for name in flags.runs]:
        dataset = find_dataset(run.config.dataset, None, fetch=False)
        scores = with_bar(evaluation.factor_scores(run.model, dataset), f"scoring {run.name}")
        parts.append(f"{run.name}: {sources.title_of(dataset.name)}\n{evaluation.factors_as_text(scores)}")
    print("\n\n".join(parts))
    return 0


def _accuracies(dataset: data.Dataset, results: list[probes.ProbeResult], draws: int) -> str:
    """Write what `probes.probe` found for reading, in Markdown: a table for each probe, labels per class as columns."""
    parts = [
        f"{dataset.name}: accuracy on {results[0].test_images:,} test images, in per cent, by labels per class. Means "
        f"± standard errors over {draws} draws of the labelled images, the same for all; all labels are one draw."
    ]
    columns = list(dict.fromkeys(result.labels_in_words for result in results))
    for kind, words in probes.PROBES.items():
        lines: dict[str, list[str]] = {}
        for result in results:
            if result.probe == kind:
                cell = f"{100 * result.mean:.1f} ± {100 * result.standard_error:.1f}"
                lines.setdefault(result.features, [result.features]).append(cell)
        parts.append(evaluation.table([words, *columns], list(lines.values())))
    return "\n\n".join(parts)


def _accuracies_as_csv(results: list[probes.ProbeResult]) -> str:
    text = io.StringIO(newline="")
    lines = csv.writer(text)
    lines.writerow(["features", "probe", "labels_per_class", "labelled", "draws", "accuracy", "accuracy_se"])
    for result in results:
        level = "all" if result.labels_per_class is None else result.labels_per_class
        numbers = (result.labelled, len(result.accuracies), result.mean, result.standard_error)
        lines.writerow([result.features, result.probe, level, *numbers])
    return text.getvalue()


def _dataset_of(chosen: list[runs.Run], folder: Path | None) -> data.Dataset:
    """Load the dataset that all of some runs were trained on."""
    first, *others = chosen
    for run in others:
        if run.config.dataset != first.config.dataset:
            raise UserError(
                f"{first.name} was trained on {first.config.dataset}, {run.name} on {run.config.dataset}: "
                "only runs of the same dataset can be compared."
            )
    dataset = find_dataset(first.config.dataset, folder, fetch=False)
    for run in chosen:
        if run.config.image_shape != dataset.test.shape:
            raise UserError(
                f"The test images are {dataset.test.shape}, but {run.name} is for {run.config.image_shape}."
            )
    return dataset


def _names(chosen: list[runs.Run]) -> list[str]:
    """What to call runs: their names or, where two have the same, their folders."""
    names = [run.name for run in chosen]
    return names if len(set(names)) == len(names) else [str(run.folder) for run in chosen]


def write(file: Path | None, content: str) -> None:
    """Write a file that was asked for.

    Raises:
        UserError: when it cannot be written.
    """
    if file:
        try:
            file.write_text(content, encoding="utf-8", newline="")
        except OSError as error:
            raise UserError(f"{file} cannot be written: {error.strerror}.") from None
