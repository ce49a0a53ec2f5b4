"""The command line: everything the window can do, without the window."""

from __future__ import annotations

import argparse
import csv
import io
import json
import shlex
import signal
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, NoReturn, TypeVar

import torch
from tqdm import tqdm

import vaegui
from vaegui import comparison, data, evaluation, exact, folders, importing, probes, recording, runs, sources
from vaegui.events import Began, EpochEnd, Figures, Step
from vaegui.families import TrainConfig, family_in_words
from vaegui.importing import Recipe
from vaegui.models import ModelConfig
from vaegui.settings import UserError, add_flags, as_dict, from_flags, parse, refuse_meaningless, settings_of
from vaegui.training import choose_threads

Result = TypeVar("Result")
MOST_TOLD = 20  # images that were left out, each in a line


def main(arguments: list[str], open_window: Callable[[str | None], int], take_tour: Callable[[Path], int]) -> int:
    """Parse the command line and run one command; errors a user can act on are printed as a sentence.

    Args:
        arguments: the words after the program's name.
        open_window: opens the window on the run of this folder or name (None: the one it showed last).
        take_tour: walks the window through its features and writes screenshots to this folder.

    Returns:
        The exit status: 0 done, 1 could not be done, 2 wrong usage (argparse).
    """
    flags = _parser(open_window, take_tour).parse_args(arguments)
    try:
        return flags.command(flags)  # type: ignore[no-any-return]
    except UserError as error:
        print(f"vaegui: {error}", file=sys.stderr)
        if isinstance(error, runs.DamageError) and runs.previous(error.folder) is not None:
            print(f"The save before it is whole: vaegui restore {shlex.quote(str(error.folder))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("vaegui: interrupted", file=sys.stderr)
        return 130


def _parser(open_window: Callable[[str | None], int], take_tour: Callable[[Path], int]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vaegui", description="The desktop explorer of latent spaces.")
    parser.add_argument("--version", action="version", version=f"vaegui {vaegui.__version__}")
    parser.set_defaults(command=lambda flags: open_window(None))
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    window = commands.add_parser("open", help="open the window, on a run if one is named")
    window.add_argument("run", nargs="?", help="folder or name of a run")
    window.set_defaults(command=lambda flags: open_window(flags.run))

    train = commands.add_parser("train", help="train a model and keep it as a run")
    train.add_argument(
        "dataset",
        nargs="?",
        help=f"what to learn: {', '.join(sources.SOURCES)}; shapes, or for example shapes-32px-50000-seed3-x-y (side, "
        "training images, seed, what varies); or a dataset that you imported",
    )
    train.add_argument(
        "--data", type=Path, metavar="PATH", help="images of your own: a folder, a zip, an .npy, .npz or IDX file"
    )
    train.add_argument("--name", help="what to call them (default: the name of the folder or file)")
    train.add_argument("--out", type=Path, help="folder of the run (default: a new one among your runs)")
    train.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    train.add_argument("--small", action="store_true", help="store 16-bit weights of the best epoch only")
    add_flags(train, Recipe, "images of your own (with --data)")
    add_flags(train, ModelConfig, "model")
    add_flags(train, TrainConfig, "training")
    train.set_defaults(command=_train)

    more = commands.add_parser("continue", help="go on with the training of a run, also one that was killed")
    more.add_argument("run", help="folder or name of a run")
    more.add_argument(
        "--epochs", type=int, metavar="N", help="epochs in all, for a run that is finished, which becomes a new run"
    )
    more.add_argument("--device", choices=["auto", "cpu", "cuda", "mps"], help="where (default: where it was)")
    more.add_argument("--out", type=Path, help="folder of the new run (default: one among your runs)")
    more.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    more.set_defaults(command=_continue)

    restore = commands.add_parser("restore", help="let the save before take the place of one that is damaged")
    restore.add_argument("run", help="folder or name of a run")
    restore.set_defaults(command=_restore)

    evaluate = commands.add_parser("evaluate", help="measure runs on their test images, in one table")
    evaluate.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run")
    evaluate.add_argument("--data-dir", type=Path, help="folder of the datasets, in torchvision's layout")
    evaluate.add_argument("--csv", type=Path, metavar="FILE", help="write the figures to FILE, one row a run")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    evaluate.add_argument(
        "--exact", action="store_true", help="print exact log p(x), ELBO, the gap between them and what it is made of"
    )
    evaluate.add_argument(
        "--images", type=int, metavar="N", help=f"with --exact, how many test images (default: {exact.IMAGES})"
    )
    evaluate.add_argument(
        "--full-covariance", action="store_true", help="with --exact, let the best Gaussian of an image be correlated"
    )
    evaluate.set_defaults(command=_evaluate)

    compare = commands.add_parser("compare", help="tell whether runs differ by more than the error, image by image")
    compare.add_argument("first", metavar="RUN", help="folder or name of the run that the others are compared with")
    compare.add_argument("others", nargs="+", metavar="RUN", help="runs of the same dataset")
    compare.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    compare.add_argument("--images", type=int, default=1000, metavar="N", help="how many test images (default: 1000)")
    compare.add_argument("--csv", type=Path, metavar="FILE", help="write the figures to FILE as well")
    compare.set_defaults(command=_compare)

    probe = commands.add_parser("probe", help="tell what codes are worth to a classifier that is given few labels")
    probe.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run; all of the same dataset")
    probe.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    probe.add_argument("--draws", type=int, default=10, metavar="N", help="draws of the labelled images (default: 10)")
    probe.add_argument("--csv", type=Path, metavar="FILE", help="write the accuracies to FILE as well")
    probe.set_defaults(command=_probe)

    scores = commands.add_parser("factors", help="tell whether codes hold the factors that shapes were drawn from")
    scores.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run on shapes")
    scores.set_defaults(command=_factors)

    tour = commands.add_parser("tour", help="walk the real window through its features without a screen")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the screenshots and the run go")
    tour.set_defaults(command=lambda flags: take_tour(flags.out))
    return parser


def _train(flags: argparse.Namespace) -> int:
    model, config = from_flags(ModelConfig, flags), from_flags(TrainConfig, flags)
    refuse_meaningless(model, config)
    if (flags.dataset is None) == (flags.data is None):
        raise UserError(
            f"Say what to learn: one of {', '.join(sources.known())}, or --data PATH for images of your own."
        )
    given = {s.name: value for s in settings_of(Recipe) if (value := getattr(flags, s.name)) is not None}
    if flags.data is not None:
        dataset = _import(flags.data, flags.name, given)
    elif given or flags.name:
        raise UserError("--name and the settings of images of your own belong to --data.")
    else:
        dataset = _dataset(flags.dataset, flags.data_dir, fetch=True)
    folder = flags.out or runs.new_folder(dataset.name, model, config)
    _report(dataset, model, config, folder, small=flags.small)
    return 0


def _import(path: Path, name: str | None, given: dict[str, Any]) -> data.Dataset:
    """Read images of the user's own; those that were read before, and have not changed, are taken as they were kept."""
    parse(Recipe, given, "command line")  # before anything is looked at
    path = path.resolve()
    own = importing.known()
    kept = {other: origin for other in own if (origin := _origin(other)) is not None}
    read_before = next((other for other, origin in kept.items() if origin.path == path), None)
    chosen = name or read_before or sources.name_for(path)
    before = kept.get(chosen)
    if before is not None and before.path != path:
        raise UserError(f"“{chosen}” are images from {before.path}. Give these another name with --name.")
    if before is not None and given == {} and not importing.changes(chosen):
        return importing.load(chosen)
    sources.check_name(chosen, replaced=chosen if chosen in own else "")
    finding = _with_progress(importing.look(path))
    recipe = parse(Recipe, as_dict(before.recipe if before else importing.suggest(finding)) | given, "command line")
    refusals: list[importing.Refusal] = []
    dataset = _with_progress(importing.read(finding, recipe, chosen), refusals)
    for problem in finding.problems:
        print(f"vaegui: {problem}", file=sys.stderr)
    for refusal in refusals[:MOST_TOLD]:
        print(f"vaegui: {refusal.sentence}", file=sys.stderr)
    if len(refusals) > MOST_TOLD:
        print(f"vaegui: … and {len(refusals) - MOST_TOLD:,} more were left out.", file=sys.stderr)
    importing.store(dataset, finding, recipe, refusals)
    channels, height, width = dataset.train.shape
    print(
        f"“{chosen}”: {len(dataset.train):,} training and {len(dataset.test):,} test images, {width}×{height}, "
        f"{'colour' if channels == 3 else 'grey'}, {len(dataset.classes) or 'no'} classes"
    )
    return dataset


def _origin(name: str) -> importing.Origin | None:
    """Where images that are kept came from; None where that is damaged, so that others can take their place."""
    with suppress(UserError):
        return importing.origin(name)
    return None


def _with_progress(steps: Generator[Any, None, Result], refusals: list[importing.Refusal] | None = None) -> Result:
    """Run a generator of `Progress` to its end behind a bar, and return its result; gather what was left out."""
    with tqdm(unit="img", unit_scale=True, leave=False, dynamic_ncols=True, disable=None) as bar:
        while True:
            try:
                item = next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            if isinstance(item, importing.Refusal):
                assert refusals is not None
                refusals.append(item)
            else:
                bar.total = item.total
                bar.set_description(item.text, refresh=False)
                bar.update(item.done - bar.n)


def _continue(flags: argparse.Namespace) -> int:
    run = runs.load(flags.run)
    config = recording.continuation(run, flags.epochs, flags.device)
    model, name = run.config.model, run.config.dataset
    is_shipped = run.folder.parent == folders.shipped_folder().resolve()
    in_place = recording.goes_on_in_place(run, config) and not is_shipped and flags.out is None
    folder = run.folder if in_place else flags.out or runs.new_folder(name, model, config)
    small = in_place and run.config.small
    _report(_dataset(name, flags.data_dir, fetch=True), model, config, folder, small=small, origin=run)
    return 0


def _restore(flags: argparse.Namespace) -> int:
    given = folders.find_run(flags.run)
    if given is None:
        raise UserError(f"{flags.run} is not a run.")
    before = runs.previous(given)
    if before is None:
        raise UserError(f"There is no save before the last one of {given}, or it is damaged, too.")
    run = runs.restore(before)
    print(f"{run.folder} is as it was saved at epoch {run.config.epochs_done:.4g}.")
    return 0


def _report(
    dataset: data.Dataset,
    model: ModelConfig,
    config: TrainConfig,
    folder: Path,
    *,
    small: bool = False,
    origin: runs.Run | None = None,
) -> None:
    """Train, and say how it goes."""
    runs.sweep(folders.own_folder())
    torch.set_num_threads(choose_threads())
    waits = False
    with _interrupts() as interrupted, tqdm(unit="img", unit_scale=True, dynamic_ncols=True, disable=None) as bar:
        events = recording.train_run(
            dataset, model, config, folder, small=small, origin=origin, should_stop=interrupted.is_set
        )
        for event in events:
            if isinstance(event, recording.CannotSave) and not waits:
                tqdm.write(f"vaegui: {event.sentence} (Ctrl-C is Stop.)", file=sys.stderr)
            waits = isinstance(event, recording.CannotSave)
            if isinstance(event, Began):
                bar.total = event.train_images * event.epochs
                tqdm.write(
                    f"{family_in_words(model, config)}; {model.likelihood_in_words}; "
                    f"{event.train_images:,} images on {event.device}"
                )
            elif isinstance(event, Step):
                bar.set_postfix_str(f"{event.phase} {_progress(model, event.train)} nats/image", refresh=False)
                bar.update(round(event.share_done * (bar.total or 0)) - bar.n)
            elif isinstance(event, EpochEnd):
                phase = f", {event.phase}" if event.phase else ""
                best = f" (best {'of its phase' if phase else 'so far'})" if event.is_best else ""
                tqdm.write(
                    f"epoch {event.epoch:.4g}{phase}: {_progress(model, event.train)} training, "
                    f"{_progress(model, event.validation)} validation{best}"
                )
            elif isinstance(event, recording.Finished):
                tqdm.write(_summary(event.run))
                tqdm.write(f"Saved to {event.run.folder}")


def _progress(model: ModelConfig, figures: Figures) -> str:
    if model.family == "autoencoder":
        return f"distortion {figures.distortion:.2f}"
    return f"bound {figures.bound:.2f}"


def _summary(run: runs.Run) -> str:
    test = run.config.test
    if test is None:
        return "not measured"
    figures = [
        f"{words} {figure.mean:.2f} ± {figure.standard_error:.2f}"
        for name, words in runs.FIGURES_IN_WORDS.items()
        if (figure := getattr(test, name)) is not None
    ]
    return (
        f"{test.images:,} test images, nats per image ± standard error: {', '.join(figures)} "
        f"[{run.config.model.likelihood_in_words}]"
    )


def _evaluate(flags: argparse.Namespace) -> int:
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
            dataset = _dataset(run.config.dataset, flags.data_dir, fetch=False)
            if flags.exact:
                steps = exact.measure_exact(run, dataset, flags.images or exact.IMAGES, full=flags.full_covariance)
                rows.append(_with_bar(steps, f"measuring {run.name}"))
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
    _write(flags.json, json.dumps(flat, indent=2, ensure_ascii=False) + "\n")
    _write(flags.csv, evaluation.as_csv(flat))
    return 1 if failed else 0


def _compare(flags: argparse.Namespace) -> int:
    if flags.images < 2:
        raise UserError("An error needs at least two images: --images must be 2 or more.")
    chosen = [runs.load(name) for name in (flags.first, *flags.others)]
    test = _dataset_of(chosen, flags.data_dir).test
    pixels, thresholds = test.pixels[: flags.images], data.fixed_thresholds(test.pixels.shape)[: flags.images]
    names = _names(chosen)
    contenders = [
        comparison.Contender(name, run.model, run.has_encoder) for name, run in zip(names, chosen, strict=True)
    ]
    figures = _with_bar(comparison.compare(contenders, pixels, thresholds), "measuring")
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
    _write(flags.csv, comparison.as_csv(names, figures, points))
    return 0


def _probe(flags: argparse.Namespace) -> int:
    if flags.draws < 1:
        raise UserError("At least one draw of labelled images is needed: --draws must be 1 or more.")
    chosen = [runs.load(name) for name in flags.runs]
    for run in chosen:
        # Those of EM are exact posteriors, which need no encoder.
        if not run.has_encoder and run.config.model.family != "em":
            raise UserError(f"{run.name} was stopped before its encoder was trained: it has no codes to classify by.")
    dataset = probes.reduced(_dataset_of(chosen, flags.data_dir))
    features = [
        _with_bar(probes.code_features(name, run.model, dataset), f"encoding with {name}")
        for name, run in zip(_names(chosen), chosen, strict=True)
    ]
    sizes = sorted({run.config.model.code_size for run in chosen})
    features += [probes.pixel_features(dataset), *(probes.pca_features(dataset, size) for size in sizes)]
    results = []
    events = probes.probe(features, dataset.train.labels, dataset.test.labels, draws=flags.draws)
    with _share_bar("classifying") as bar:
        for event in events:
            if isinstance(event, probes.Progress):
                bar.set_description(event.words, refresh=False)
                bar.update(event.share - bar.n)
            else:
                results.append(event)
    print(_accuracies(dataset, results, flags.draws))
    _write(flags.csv, _accuracies_as_csv(results))
    return 0


def _factors(flags: argparse.Namespace) -> int:
    parts = []
    for run in [runs.load(name) for name in flags.runs]:
        dataset = _dataset(run.config.dataset, None, fetch=False)
        scores = _with_bar(evaluation.factor_scores(run.model, dataset), f"scoring {run.name}")
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
    dataset = _dataset(first.config.dataset, folder, fetch=False)
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


def _with_bar(steps: Generator[float, None, Result], words: str) -> Result:
    """Run a generator of the share done to its end behind a progress bar, and return its result."""
    with _share_bar(words) as bar:
        while True:
            try:
                bar.update(next(steps) - bar.n)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]


def _share_bar(words: str) -> tqdm[NoReturn]:
    """A bar of the share done, which goes away at the end."""
    form = "{desc} {percentage:3.0f} % |{bar}| {elapsed}"
    return tqdm(total=1.0, desc=words, bar_format=form, leave=False, dynamic_ncols=True, disable=None)


def _write(file: Path | None, content: str) -> None:
    if file:
        try:
            file.write_text(content, encoding="utf-8", newline="")
        except OSError as error:
            raise UserError(f"{file} cannot be written: {error.strerror}.") from None


def _dataset(name: str, folder: Path | None, fetch: bool) -> data.Dataset:
    if fetch and folder is None and not sources.is_here(name):
        with tqdm(unit="B", unit_scale=True, disable=None) as bar:
            for progress in sources.download(name):
                bar.total = progress.total
                bar.set_description(progress.text, refresh=False)
                bar.update(progress.done - bar.n)
    if not fetch and not sources.is_here(name, folder):
        raise UserError(f"The test images of {name} are not on this machine. Say where with --data-dir DIR.")
    return _with_progress(sources.load_steps(name, folder))


@contextmanager
def _interrupts() -> Iterator[threading.Event]:
    """Turn the first Ctrl-C into a request to stop and keep the run; the second one ends the program."""
    interrupted = threading.Event()

    def stop(_number: int, _frame: Any) -> None:
        interrupted.set()
        signal.signal(signal.SIGINT, before)
        print("\nStopping; the run is kept. Press Ctrl-C again to give up.", file=sys.stderr)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)
