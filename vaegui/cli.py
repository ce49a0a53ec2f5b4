"""The command line: everything the window can do, without the window."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tqdm import tqdm

import vaegui
from vaegui import data, evaluation, recording, runs
from vaegui.events import Began, EpochEnd, Figures, Step
from vaegui.families import TrainConfig, family_in_words
from vaegui.models import ModelConfig
from vaegui.settings import UserError, add_flags, from_flags, refuse_meaningless


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
    train.add_argument("dataset", choices=data.SOURCES, help="what to learn")
    train.add_argument("--out", type=Path, help="folder of the run (default: a new one among your runs)")
    train.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    train.add_argument("--small", action="store_true", help="store 16-bit weights of the best epoch only")
    add_flags(train, ModelConfig, "model")
    add_flags(train, TrainConfig, "training")
    train.set_defaults(command=_train)

    evaluate = commands.add_parser("evaluate", help="measure runs on their test images, in one table")
    evaluate.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run")
    evaluate.add_argument("--data-dir", type=Path, help="folder of the datasets, in torchvision's layout")
    evaluate.add_argument("--csv", type=Path, metavar="FILE", help="write the figures to FILE, one row a run")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    evaluate.set_defaults(command=_evaluate)

    tour = commands.add_parser("tour", help="walk the real window through its features without a screen")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the screenshots and the run go")
    tour.set_defaults(command=lambda flags: take_tour(flags.out))
    return parser


def _train(flags: argparse.Namespace) -> int:
    model, config = from_flags(ModelConfig, flags), from_flags(TrainConfig, flags)
    refuse_meaningless(model, config)
    dataset = _dataset(flags.dataset, flags.data_dir, fetch=True)
    folder = flags.out or runs.new_folder(flags.dataset, model, config)
    with _interrupts() as interrupted, tqdm(unit="img", unit_scale=True, dynamic_ncols=True, disable=None) as bar:
        events = recording.train_run(dataset, model, config, folder, small=flags.small, should_stop=interrupted.is_set)
        for event in events:
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
    return 0


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
    rows: list[evaluation.Evaluation] = []
    failed = False
    for name in flags.runs:
        try:
            run = runs.load(name)
            dataset = _dataset(run.config.dataset, flags.data_dir, fetch=False)
            steps = evaluation.evaluate(run, dataset)
            with tqdm(bar_format="{desc} {elapsed}", desc=f"measuring {run.name}", leave=False, disable=None) as bar:
                try:
                    while True:
                        next(steps)
                        bar.update()
                except StopIteration as done:
                    rows.append(done.value)
        except UserError as error:
            print(f"vaegui: {error}", file=sys.stderr)
            failed = True
    if rows:
        print(evaluation.as_text(rows))
    flat = json.dumps([evaluation.as_row(row) for row in rows], indent=2, ensure_ascii=False) + "\n"
    if not rows:
        return 1
    for file, content in ((flags.json, flat), (flags.csv, evaluation.as_csv(rows))):
        if file:
            try:
                file.write_text(content, encoding="utf-8", newline="")
            except OSError as error:
                raise UserError(f"{file} cannot be written: {error.strerror}.") from None
    return 1 if failed else 0


def _dataset(name: str, folder: Path | None, fetch: bool) -> data.Dataset:
    if fetch and folder is None and not data.is_here(name):
        with tqdm(unit="B", unit_scale=True, disable=None) as bar:
            for progress in data.download(name):
                bar.total = progress.total
                bar.set_description(progress.text, refresh=False)
                bar.update(progress.done - bar.n)
    if not fetch and not data.is_here(name, folder):
        raise UserError(f"The test images of {name} are not on this machine. Say where with --data-dir DIR.")
    return data.load(name, folder)


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
