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
from vaegui import data, explore, recording, runs
from vaegui.models import ModelConfig
from vaegui.objectives import Terms, join, measure
from vaegui.settings import UserError, add_flags, as_dict, from_flags
from vaegui.training import Began, EpochEnd, Step, TrainConfig


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
    train.add_argument("--half", action="store_true", help="store weights as 16-bit floats, half the size")
    add_flags(train, ModelConfig, "model")
    add_flags(train, TrainConfig, "training")
    train.set_defaults(command=_train)

    evaluate = commands.add_parser("evaluate", help="measure runs on their test images")
    evaluate.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run")
    evaluate.add_argument("--data-dir", type=Path, help="folder of the datasets, in torchvision's layout")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    evaluate.set_defaults(command=_evaluate)

    tour = commands.add_parser("tour", help="walk the real window through its features without a screen")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the screenshots and the run go")
    tour.set_defaults(command=lambda flags: take_tour(flags.out))
    return parser


def _train(flags: argparse.Namespace) -> int:
    model, config = from_flags(ModelConfig, flags), from_flags(TrainConfig, flags)
    dataset = _dataset(flags.dataset, flags.data_dir, fetch=True)
    folder = flags.out or runs.new_folder(flags.dataset, model)
    with _interrupts() as interrupted:
        events = recording.train_run(
            dataset,
            model,
            config,
            folder,
            half=flags.half,
            should_stop=interrupted.is_set,
        )
        images = 0
        with tqdm(unit="img", unit_scale=True, dynamic_ncols=True, disable=None) as bar:
            for event in events:
                if isinstance(event, Began):
                    images = bar.total = event.train_images * config.epochs
                    tqdm.write(f"{model.likelihood_in_words}; {event.train_images:,} images on {event.device}")
                elif isinstance(event, Step):
                    bar.set_postfix_str(f"ELBO {event.train.elbo:.2f} nats/image", refresh=False)
                    bar.update(round(event.share_done * images) - bar.n)
                elif isinstance(event, EpochEnd):
                    mark = " (best so far)" if event.is_best else ""
                    tqdm.write(
                        f"epoch {event.epoch:.4g}: ELBO {event.train.elbo:.2f} training, "
                        f"{event.validation.elbo:.2f} validation{mark}"
                    )
                elif isinstance(event, recording.Finished):
                    _print_table([_figures(event.run)])
                    print(f"Saved to {event.run.folder}")
    return 0


def _evaluate(flags: argparse.Namespace) -> int:
    rows: list[dict[str, Any]] = []
    failed = False
    for name in flags.runs:
        try:
            run = runs.load(name)
            test = _dataset(run.config.dataset, flags.data_dir, fetch=False).test
            if test.shape != run.config.image_shape:
                raise UserError(f"The test images are {test.shape}, but {run.name} is for {run.config.image_shape}.")
            thresholds = data.fixed_thresholds(test.pixels.shape)
            terms: list[Terms] = []
            psnr: list[float] = []
            with tqdm(total=len(test), unit="img", desc=run.name, leave=False, disable=None) as bar:
                for block in measure(run.model, test.pixels, thresholds):
                    terms.append(block)
                    bar.update(len(block.rate))
            for pixels, limits in zip(test.pixels.split(1000), thresholds.split(1000), strict=True):
                psnr += explore.reconstruct(run.model, pixels, limits, samples=1).psnr.tolist()
        except UserError as error:
            print(f"vaegui: {error}", file=sys.stderr)
            failed = True
            continue
        rows.append(_figures(run, recording.summarise(join(terms))) | {"psnr_db": sum(psnr) / len(psnr)})
    if rows:
        _print_table(rows)
    if flags.json:
        try:
            flags.json.write_text(json.dumps(rows, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
        except OSError as error:
            raise UserError(f"{flags.json} cannot be written: {error.strerror}.") from None
    return 1 if failed else 0


def _figures(run: runs.Run, test: runs.TestFigures | None = None) -> dict[str, Any]:
    return {
        "run": run.name,
        "dataset": run.config.dataset,
        "likelihood": run.config.model.likelihood_in_words,
        "latent_size": run.config.model.latent_size,
        "best_epoch": run.config.best_epoch,
        "test": as_dict(test or run.config.test),
    }


def _print_table(rows: list[dict[str, Any]]) -> None:
    print("test images, nats per image ± standard error (PSNR in dB of the mean reconstruction)")
    for row in rows:
        figures = "  ".join(
            f"{name} {row['test'][name]['mean']:.2f} ± {row['test'][name]['standard_error']:.2f}"
            for name in ("elbo", "rate", "distortion")
        )
        tail = f"  PSNR {row['psnr_db']:.2f}" if "psnr_db" in row else ""
        print(f"{row['run']}: {figures}{tail}  n = {row['test']['images']:,}  [{row['likelihood']}]")


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
