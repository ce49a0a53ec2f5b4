"""Films from the command line, without a screen: the stages that the window films, painted as they are written."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from tqdm import tqdm

from vaegui import runs, sources
from vaegui.data import fixed_thresholds, observe
from vaegui.exports import film
from vaegui.quadrature import Survey
from vaegui.runs import Run
from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.ui.app import make_app
from vaegui.ui.bounding import NOTHING_TO_OPTIMISE, find_approach
from vaegui.ui.films.filming import SECONDS, as_array
from vaegui.ui.films.scenes import OptimisationStage, PathStage, Points, Route
from vaegui.ui.films.stage import Stage
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.map_driver import Subject
from vaegui.ui.map_marks import PinMark
from vaegui.ui.path_panel import KINDS
from vaegui.ui.theme import ThemeChoice, apply, resolve
from vaegui.ui.walking import find_path


def run_film(
    run: str,
    out: Path,
    *,
    path: Sequence[tuple[float, float]] = (),
    kind: str = "straight",
    optimise: int | None = None,
    full: bool = False,
    height: int = 720,
    frames_per_second: float = 30.0,
    seconds: float | None = None,
    theme: ThemeChoice = "light",
    paper: bool = False,
) -> int:
    """Film a walk through latent places, or q of a test image on its way to the best Gaussian; returns the exit status.

    Args:
        run: name or folder of a run.
        out: the film, which ends in .mp4 or .gif.
        path: the places (z₁, z₂) that the walk leads through, two or more.
        kind: of the path: "straight", "spherical" or "shortest".
        optimise: the test row of the image whose q is optimised, in place of a walk.
        full: let that q be correlated.
        height: pixels; the width is 16/9 of it.
        frames_per_second: how fast it plays.
        seconds: how long it is; None for 10 of a walk, 5 of an optimisation.
        theme: "light" or "dark".
        paper: draw grey images as ink on paper.

    Raises:
        UserError: when there is nothing to film, or the film cannot be written.
    """
    film.check(out, frames_per_second)
    if not 64 <= height <= 4320:
        raise UserError(f"A film of {height} pixels’ height cannot be made: choose 64 to 4,320.")
    if seconds is not None and not 0.1 <= seconds <= 3600:
        raise UserError(f"A film of {seconds:g} seconds cannot be made: choose 0.1 to 3,600.")
    if (len(path) > 0) == (optimise is not None):
        raise UserError("A film shows one thing: a walk through places, or the optimisation of one image’s q.")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    loaded = runs.load(run)
    torch.set_num_threads(1)
    apply(make_app(["vaegui"]), resolve(theme))
    if optimise is None:
        stage, length = _walk(loaded, path, kind, paper), SECONDS["path"]
    else:
        stage, length = _optimisation(loaded, optimise, full, paper), SECONDS["optimisation"]
    stage.fill()
    stage.set_theme(resolve(theme))
    count = max(2, round((seconds or length) * frames_per_second))

    def frames() -> Iterator[np.ndarray]:
        for number in range(count):
            yield as_array(stage.paint(number / (count - 1), height))

    with tqdm(total=1.0, bar_format="{l_bar}{bar}| {remaining}", desc=out.name) as bar:
        steps = film.record(frames(), count, out, frames_per_second=frames_per_second)
        while True:
            try:
                bar.update(next(steps) - bar.n)
            except StopIteration as done:
                made: film.Film = done.value
                break
    print(made.sentence)
    return 0


def _walk(run: Run, places: Sequence[tuple[float, float]], kind: str, paper: bool) -> Stage:
    config = run.config
    if config.model.code_size != 2:
        raise UserError(
            f"A walk is named by places of two dimensions; the codes of “{run.name}” have {config.model.code_size}. "
            "Where there are more, the window films a path between pins (panel Path)."
        )
    if len(places) < 2:
        raise UserError("A walk leads from one place to another: name two places or more.")
    if kind not in KINDS:
        raise UserError(f"There is no path called “{kind}”: it can be {', '.join(KINDS)}.")
    way = finish(find_path(run.model, torch.tensor(places, dtype=torch.float32), kind)).numpy().astype(float)
    codes = run.codes
    points = Points(
        np.empty((0, 2)) if codes is None else codes.mean.numpy(),
        np.empty(0, np.int64) if codes is None else codes.labels.numpy(),
        config.classes,
        has_prior=config.model.family != "autoencoder",
    )
    pins = tuple(PinMark(str(number), *place) for number, place in enumerate(places, start=1))
    return PathStage([Route(run.name, run.model, way, kind)], points, pins, paper)


def _optimisation(run: Run, row: int, full: bool, paper: bool) -> Stage:
    config = run.config
    if not config.model.is_density or not 1 <= config.model.code_size <= 2 or not run.has_encoder:
        raise UserError(NOTHING_TO_OPTIMISE)
    dataset = sources.load(config.dataset)
    if sources.is_own(config.dataset) and config.images != dataset.train.digest():
        raise UserError(f"The images of “{config.dataset}” are other ones now than those “{run.name}” was trained on.")
    images = dataset.test
    if not 0 <= row < len(images):
        raise UserError(f"There is no test image {row:,}: they are numbered from 0 to {len(images) - 1:,}.")
    subject = Subject(run.name, config.dataset, config.classes, config.image_shape, config.model)
    thresholds = fixed_thresholds(images.pixels.shape)[row : row + 1]
    x = observe(images.pixels[row : row + 1], config.model.observed_as, thresholds)
    approach = finish(find_approach(run.model, subject, row, x, Survey(run.model), full))
    picture = to_qimage(to_rgb(images.pixels[row].float() / 255, paper))
    return OptimisationStage(approach, picture, int(images.labels[row]))
