"""The command line: everything the window can do, without the window."""

from __future__ import annotations

import argparse
import contextlib
import logging
import math
import os
import shlex
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any, Protocol

import vaegui
from vaegui import doctor, exact, logs, parallel, runs, sources
from vaegui.cli import exporting, installing, measuring, sweeping, training
from vaegui.families import TrainConfig
from vaegui.importing import Recipe
from vaegui.models import ModelConfig
from vaegui.settings import UserError, add_flags

DESCRIPTION = "The desktop explorer of latent spaces. Without a command, the window opens."
EXAMPLES = {
    "": ("vaegui", "vaegui open mnist-vae-2d", "vaegui train digits --epochs 50", "vaegui train --help"),
    "open": ("vaegui open mnist-vae-2d", "vaegui open lesson.vaelesson"),
    "train": ("vaegui train digits --epochs 50", "vaegui train --data photos --name mine --architecture conv"),
    "continue": ("vaegui continue digits-vae-2d --epochs 100",),
    "ask": ("vaegui ask /mnt/cluster/run keep-best", "vaegui ask /mnt/cluster/run stop --wait 60"),
    "restore": ("vaegui restore digits-vae-2d",),
    "sweep": ("vaegui sweep resources/sweeps/mnist-beta.toml", "vaegui sweep --show mnist-beta --csv mnist-beta.csv"),
    "evaluate": ("vaegui evaluate mnist-vae-2d mnist-iwae-2d --exact --csv figures.csv",),
    "compare": ("vaegui compare mnist-vae-2d mnist-iwae-2d --images 500",),
    "probe": ("vaegui probe mnist-vae-2d mnist-ae-2d --draws 5",),
    "factors": ("vaegui train shapes --out shapes-run", "vaegui factors shapes-run"),
    "figure": ("vaegui figure mnist-vae-2d map --layers points,manifold --out map.pdf",),
    "film": ('vaegui film mnist-vae-2d --path "-0.9,2.2 1.2,-0.8" --kind shortest --out walk.mp4',),
    "export-web": ("vaegui export-web mnist-vae-2d map.html",),
    "export-onnx": ("vaegui export-onnx mnist-vae-2d models",),
    "export-tensorboard": ("vaegui export-tensorboard mnist-vae-2d logs",),
    "export-images": ("vaegui export-images mnist-vae-2d codes.csv --classes 3,8 --images 1000",),
    "tour": ("vaegui tour --out tour",),
    "doctor": ("vaegui doctor", "vaegui doctor --json > report.json"),
}  # of the command line, by command

_logger = logging.getLogger(__name__)


class Screen(Protocol):
    """What needs Qt, which the command line itself does not."""

    def open(self, wanted: str | None) -> int:
        """Open the window on a run or a lesson (None: the run it showed last)."""

    def tour(self, out: Path) -> int:
        """Walk the window through its features, and write pictures to this folder."""

    def draw(self, flags: argparse.Namespace) -> int:
        """Draw a panel of a run as a figure."""

    def film(self, flags: argparse.Namespace) -> int:
        """Film a walk or an optimisation."""

    def look(self) -> Generator[None, None, doctor.Display]:
        """Find out what Qt makes of the screen."""


UNLOGGED = ("open", "tour", "doctor")  # the first keeps a log of its own; the others leave the user's folder alone


def main(arguments: list[str], screen: Screen) -> int:
    """Parse the command line and run one command; errors a user can act on are printed as a sentence.

    Args:
        arguments: the words after the program's name.
        screen: opens windows, draws and films.

    Returns:
        The exit status: 0 done, 1 could not be done, 2 wrong usage (argparse).
    """
    flags = make_parser(screen).parse_args(arguments)
    with contextlib.ExitStack() as stack:
        if flags.name_of_command and flags.name_of_command not in UNLOGGED and not parallel.is_assistant():
            stack.enter_context(logs.kept(flags.name_of_command))
        return _run(flags)


def _run(flags: argparse.Namespace) -> int:
    try:
        status: int = flags.command(flags)
        sys.stdout.flush()
        return status
    except BrokenPipeError:  # whoever read what is printed has had enough of it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except UserError as error:
        _logger.error("%s", error)
        print(f"vaegui: {error}", file=sys.stderr)
        if isinstance(error, runs.DamageError) and runs.previous(error.folder) is not None:
            print(f"The save before it is whole: vaegui restore {shlex.quote(str(error.folder))}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("vaegui: interrupted", file=sys.stderr)
        return 130


def make_parser(screen: Screen) -> argparse.ArgumentParser:
    """Build the parser of the whole command line; what it parses has a `command` to call with it."""
    parser = argparse.ArgumentParser(prog="vaegui", description=DESCRIPTION)
    parser.add_argument("--version", action="version", version=f"vaegui {vaegui.__version__}")
    parser.set_defaults(command=lambda flags: screen.open(None))
    for flag, does, words in (
        ("--install-desktop", installing.install, "put vaegui into the desktop’s menus, with its icon and manual page"),
        ("--uninstall-desktop", installing.uninstall, "remove from the desktop what --install-desktop has put there"),
    ):
        parser.add_argument(flag, action="store_const", const=does, dest="command", help=words)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", dest="name_of_command")

    window = commands.add_parser("open", help="open the window, on a run or a lesson if one is named")
    window.add_argument("run", nargs="?", help="folder or name of a run, or a .vaelesson file")
    window.set_defaults(command=lambda flags: screen.open(flags.run))

    train = commands.add_parser("train", help="train a model and keep it as a run")
    train.add_argument(
        "dataset",
        nargs="?",
        help=f"what to learn: {', '.join(sources.SOURCES)}; shapes, or for example shapes-32px-50000-seed3-x-y (side, "
        "training images, seed, what varies) or shapes-100000-10000000tests (training and test images); or a dataset "
        "that you imported",
    )
    train.add_argument(
        "--data", type=Path, metavar="PATH", help="images of your own: a folder, a zip, an .npy, .npz or IDX file"
    )
    train.add_argument("--name", help="what to call them (default: the name of the folder or file)")
    train.add_argument("--out", type=Path, help="folder of the run (default: a new one among your runs)")
    train.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    train.add_argument(
        "--resume",
        action="store_true",
        help="go on where the training of this same command stands in --out, if it does",
    )
    train.add_argument("--small", action="store_true", help="store 16-bit weights of the best epoch only")
    add_flags(train, Recipe, "images of your own (with --data)")
    add_flags(train, ModelConfig, "model")
    add_flags(train, TrainConfig, "training")
    train.set_defaults(command=training.train)

    more = commands.add_parser("continue", help="go on with the training of a run, also one that was killed")
    more.add_argument("run", help="folder or name of a run")
    more.add_argument(
        "--epochs", type=int, metavar="N", help="epochs in all, for a run that is finished, which becomes a new run"
    )
    more.add_argument("--device", choices=["auto", "cpu", "cuda", "mps"], help="where (default: where it was)")
    more.add_argument("--out", type=Path, help="folder of the new run (default: one among your runs)")
    more.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    more.add_argument(
        "--take-over", action="store_true", help="also where another machine was training it when it was saved"
    )
    more.set_defaults(command=training.go_on)

    ask = commands.add_parser("ask", help="ask something of a training through its folder, also on another machine")
    ask.add_argument("run", help="folder or name of a run that is being trained")
    ask.add_argument(
        "wanted",
        choices=["stop", "keep-best"],
        help="stop: keep and measure the best epoch, as Ctrl-C does; keep-best: put the best epoch so far aside as a "
        "run of its own, and go on",
    )
    ask.add_argument(
        "--wait", type=float, default=10.0, metavar="S", help="seconds to wait for an answer (default: 10)"
    )
    ask.set_defaults(command=training.ask)

    restore = commands.add_parser("restore", help="let the save before take the place of one that is damaged")
    restore.add_argument("run", help="folder or name of a run")
    restore.set_defaults(command=training.restore)

    several = commands.add_parser(
        "sweep", help="train a run for each trial of a study: settings that vary, from a file"
    )
    several.add_argument(
        "config", metavar="CONFIG", help="the sweep's file, TOML or JSON; with --show, the name of a study will do"
    )
    several.add_argument("--show", action="store_true", help="only print the table of the study, as far as it is")
    several.add_argument(
        "--trials", type=int, metavar="N", help="trials in all, more than before if need be (a grid has its own number)"
    )
    several.add_argument("--out", type=Path, metavar="DIR", help="folder of its runs (default: among your runs)")
    several.add_argument(
        "--storage", metavar="URL", help="a database of Optuna's that machines share (default: a file of the study)"
    )
    several.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    several.add_argument("--csv", type=Path, metavar="FILE", help="write the table to FILE as well")
    several.add_argument(
        "--log-p",
        type=int,
        metavar="N",
        help="where D is more than 2, estimate log p(x) from N test images (importance sampling), and keep it",
    )
    several.set_defaults(command=sweeping.sweep)

    evaluate = commands.add_parser("evaluate", help="measure runs on their test images, in one table")
    evaluate.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run")
    evaluate.add_argument("--data-dir", type=Path, help="folder of the datasets, in torchvision's layout")
    evaluate.add_argument("--csv", type=Path, metavar="FILE", help="write the figures to FILE, one row a run")
    evaluate.add_argument("--json", type=Path, metavar="FILE", help="write the figures to FILE as well")
    evaluate.add_argument(
        "--exact",
        action="store_true",
        help="print exact log p(x), ELBO, the gap between them and what it is made of; where D is more than 2, log "
        "p(x) is estimated, and the panel Rate–distortion has it from then on",
    )
    evaluate.add_argument(
        "--images", type=int, metavar="N", help=f"with --exact, how many test images (default: {exact.IMAGES})"
    )
    evaluate.add_argument(
        "--full-covariance", action="store_true", help="with --exact, let the best Gaussian of an image be correlated"
    )
    evaluate.set_defaults(command=measuring.evaluate)

    compare = commands.add_parser("compare", help="tell whether runs differ by more than the error, image by image")
    compare.add_argument("first", metavar="RUN", help="folder or name of the run that the others are compared with")
    compare.add_argument("others", nargs="+", metavar="RUN", help="runs of the same dataset")
    compare.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    compare.add_argument("--images", type=int, default=1000, metavar="N", help="how many test images (default: 1000)")
    compare.add_argument("--csv", type=Path, metavar="FILE", help="write the figures to FILE as well")
    compare.set_defaults(command=measuring.compare)

    probe = commands.add_parser("probe", help="tell what codes are worth to a classifier that is given few labels")
    probe.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run; all of the same dataset")
    probe.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    probe.add_argument("--draws", type=int, default=10, metavar="N", help="draws of the labelled images (default: 10)")
    probe.add_argument("--csv", type=Path, metavar="FILE", help="write the accuracies to FILE as well")
    probe.set_defaults(command=measuring.probe)

    scores = commands.add_parser("factors", help="tell whether codes hold the factors that shapes were drawn from")
    scores.add_argument("runs", nargs="+", metavar="RUN", help="folder or name of a run on shapes")
    scores.set_defaults(command=measuring.score_factors)

    _add_exports(commands, screen)

    tour = commands.add_parser("tour", help="walk the real window through its features without a screen")
    tour.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the screenshots and the run go")
    tour.set_defaults(command=lambda flags: screen.tour(flags.out))

    health = commands.add_parser("doctor", help="look at everything vaegui depends on, and say what is wrong")
    health.add_argument("--json", action="store_true", help="print it as JSON")
    health.set_defaults(command=lambda flags: installing.examine(screen.look, as_json=flags.json))

    for name, examples in EXAMPLES.items():
        described = commands.choices[name] if name else parser
        described.epilog = "\n".join(["example:" if len(examples) == 1 else "examples:", *(f"  {e}" for e in examples)])
        described.formatter_class = argparse.RawDescriptionHelpFormatter
    return parser


def _add_exports(commands: Any, screen: Screen) -> None:
    figure = commands.add_parser("figure", help="draw a panel of a run as PNG, SVG or PDF")
    figure.add_argument("run", help="folder or name of a run")
    figure.add_argument("panel", help="which panel: map, curves, reconstruction, bound, … (a wrong one lists them all)")
    figure.add_argument("--out", type=Path, required=True, metavar="FILE", help="ends in .png, .svg or .pdf")
    figure.add_argument("--width", type=float, metavar="IN", help="inches (default: 7.2, two columns of a journal)")
    figure.add_argument("--height", type=float, metavar="IN", help="inches (default: in the panel's proportion)")
    figure.add_argument(
        "--dpi", type=int, help="dots to the inch of a PNG, and of what is no line or text (default: 300)"
    )
    figure.add_argument("--font-scale", type=float, metavar="S", help="size of text, 1 as on screen (default: 1)")
    figure.add_argument(
        "--colours", choices=["print", "light", "dark"], default="print", help="default: print, on white"
    )
    figure.add_argument("--layers", metavar="NAMES", help="of the map, e.g. points,prior,manifold (default: points)")
    figure.set_defaults(command=lambda flags: screen.draw(flags))

    film = commands.add_parser("film", help="film a walk through codes, or the optimisation of q, as MP4 or GIF")
    film.add_argument("run", help="folder or name of a run")
    film.add_argument("--out", type=Path, required=True, metavar="FILE", help="ends in .mp4 or .gif")
    what = film.add_mutually_exclusive_group(required=True)
    what.add_argument("--path", type=_places, metavar="PLACES", help='walk through these, as "-1.5,2 0.3,1"')
    what.add_argument("--optimise", type=int, metavar="ROW", help="optimise q of this test image, counted from 0")
    film.add_argument("--kind", default="straight", help="of the path: straight, spherical or shortest")
    film.add_argument("--full-covariance", action="store_true", help="let the optimised Gaussian be correlated")
    film.add_argument("--pixels", type=int, default=720, metavar="H", help="height of the film (default: 720)")
    film.add_argument("--fps", type=float, default=30.0, help="frames a second (default: 30)")
    film.add_argument("--seconds", type=float, metavar="S", help="length (default: 10 of a walk, 5 of an optimisation)")
    film.add_argument("--dark", action="store_true", help="in the dark theme")
    film.add_argument("--paper", action="store_true", help="draw grey images as ink on paper")
    film.set_defaults(command=lambda flags: screen.film(flags))

    page = commands.add_parser(
        "export-web", help="write one HTML file: the map, and the decoder running in the browser"
    )
    page.add_argument("run", help="folder or name of a run")
    page.add_argument("out", type=Path, help="ends in .html")
    page.add_argument("--title", help="heading of the page (default: the run's name)")
    page.set_defaults(command=exporting.export_page)

    models = commands.add_parser("export-onnx", help="write encoder and decoder as ONNX, checked against PyTorch")
    models.add_argument("run", help="folder or name of a run")
    models.add_argument("out", type=Path, help="a new folder")
    models.set_defaults(command=exporting.export_models)

    logs = commands.add_parser("export-tensorboard", help="write curves and codes as TensorBoard's logs")
    logs.add_argument("run", help="folder or name of a run")
    logs.add_argument("out", type=Path, help="a new folder")
    logs.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    logs.set_defaults(command=exporting.export_logs)

    images = commands.add_parser("export-images", help="write test images, labels and codes as CSV, NPZ or Parquet")
    images.add_argument("run", help="folder or name of a run")
    images.add_argument("out", type=Path, help="ends in .csv, .npz or .parquet")
    images.add_argument("--classes", metavar="NAMES", help="only these, e.g. 3,8 (default: all)")
    images.add_argument("--images", type=int, metavar="N", help="only the first N of them (default: all)")
    images.add_argument("--data-dir", type=Path, help="folder of the dataset, in torchvision's layout")
    images.set_defaults(command=exporting.export_images)


def _places(text: str) -> list[tuple[float, float]]:
    """Read places such as "-1.5,2 0.3,1"."""
    try:
        places = [tuple(float(number) for number in place.split(",")) for place in text.split()]
    except ValueError:
        places = []
    if len(places) < 2 or any(len(place) != 2 or not all(map(math.isfinite, place)) for place in places):
        raise argparse.ArgumentTypeError(f"“{text}” are not two places or more, such as “-1.5,2 0.3,1”")
    return places  # type: ignore[return-value]
