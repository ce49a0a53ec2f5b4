"""Films: a walk along the path, a training, q on its way. Painted here frame by frame, written in a thread."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from PySide6.QtGui import QImage

from vaegui.exports import film
from vaegui.exports.film import Film
from vaegui.settings import UserError
from vaegui.ui.bound_panel import BoundPanel
from vaegui.ui.bounding import Approach, Bounding
from vaegui.ui.explorer import Explorer
from vaegui.ui.films.dialog import Choice, FilmDialog
from vaegui.ui.films.scenes import OptimisationStage, PathStage, Points, Route, TrainingStage
from vaegui.ui.films.stage import Stage
from vaegui.ui.job import Job
from vaegui.ui.map_driver import MapDriver
from vaegui.ui.path_panel import PathPanel
from vaegui.ui.training_session import TrainingSession
from vaegui.ui.walking import Walking
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

TITLES = {
    "path": tr("Film: walk along the path"),
    "training": tr("Film: training"),
    "optimisation": tr("Film: optimisation of q"),
}  # of the kinds of films
SECONDS = {"path": 10.0, "training": 10.0, "optimisation": 5.0}
FASTEST = 8.0  # snapshots of a training in a second, where there are few
AHEAD = 4  # frames that wait for the encoder
TURN_MS = 4  # between two frames, in which the window does what else there is
NO_PATH = tr("There is no path to film: set two pins on the map first (the path tool, W).")
STILL_LOOKING = tr("The path is still being looked for: ask again in a moment.")
NO_TRAINING = tr("No training was watched since the program was started: train a model, and film it then or meanwhile.")
TOO_EARLY = tr("The training has only just begun: ask again in a moment.")


class _GivenUpError(Exception):
    """No more frames will come, and the film is not wanted."""


class Feed:
    """Frames on their way from the window to the thread that writes them; only a few at a time."""

    def __init__(self) -> None:
        self._frames: queue.SimpleQueue[QImage | None] = queue.SimpleQueue()
        self._is_closed = False

    def offer(self, frame: QImage | None) -> bool:
        """Hand a frame over, or None after the last one; returns whether there was room for it."""
        if self._frames.qsize() >= AHEAD:
            return False
        self._frames.put(frame)
        return True

    def close(self) -> None:
        """Wake up whoever waits for a frame: none is coming."""
        self._is_closed = True
        self._frames.put(None)

    def __iter__(self) -> Iterator[np.ndarray]:
        """RGB (H, W, 3) uint8, as they come."""
        while True:
            frame = self._frames.get()
            if self._is_closed:
                raise _GivenUpError
            if frame is None:
                return
            yield as_array(frame)


class Filming(QObject):
    """Ask how a film is to be, paint its frames between the window's other turns, and have them written.

    Signals:
        failed: a sentence, and a traceback or nothing.
        told: what was made, for the status bar.
    """

    failed = Signal(str, str)
    told = Signal(str)

    def __init__(
        self,
        window: MainWindow,
        explorer: Explorer,
        walking: Walking,
        bounding: Bounding,
        training: TrainingSession,
        panels: tuple[PathPanel, BoundPanel],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._window, self._explorer, self._walking = window, explorer, walking
        self._bounding, self._training = bounding, training
        self._path_panel, self._bound_panel = panels
        self.dialog: FilmDialog | None = None
        self._stage: Stage | None = None
        self._feed: Feed | None = None
        self._shares: Iterator[float] = iter(())
        self._frame: QImage | None = None  # that found no room yet
        self._has_ended = False  # all frames are painted
        self._height, self._count = 0, 0
        self._job = Job(self)
        self._job.yielded.connect(self._on_share)
        self._job.returned.connect(self._on_returned)
        self._job.failed.connect(self._on_failed)
        self._turns = QTimer(self, interval=TURN_MS)
        self._turns.timeout.connect(self._on_turn)
        self._path_panel.film_wanted.connect(lambda: self.ask("path"))
        self._bound_panel.film_wanted.connect(lambda: self.ask("optimisation"))

    def close(self) -> None:
        """Give up what is being made, and wait until it has."""
        self._give_up()
        self._job.close()
        if self.dialog is not None:
            self.dialog.done(0)

    # What is to be filmed

    def ask(self, kind: str) -> None:
        """Ask how a film of a kind of `TITLES` is to be; say so where there is nothing to film."""
        if self.dialog is not None:
            self.dialog.raise_()
            return
        try:
            make = {"path": self._path, "training": self._recorded, "optimisation": self._approach}[kind]()
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        subject = self._explorer.subject
        name = "film" if subject is None else f"{subject.title}-{kind}"
        self.dialog = FilmDialog(TITLES[kind], name, self._seconds(kind), self._window.theme, self._window)
        self.dialog.film_wanted.connect(self._on_film_wanted)
        self.dialog.cancel_wanted.connect(self._give_up)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()
        if make is not None:
            dialog = self.dialog
            QTimer.singleShot(0, self, lambda: self._show(make) if self.dialog is dialog else None)

    def _seconds(self, kind: str) -> float:
        """How long a film is best, to begin with."""
        if kind == "training" and self._training.reel is not None:
            return min(SECONDS[kind], max(2.0, len(self._training.reel.so_far.scenes) / FASTEST))
        return SECONDS[kind]

    def _path(self) -> Callable[[], Stage]:
        if self._walking.is_looking:
            raise UserError(STILL_LOOKING)
        paths = self._walking.paths
        if not paths:
            raise UserError(NO_PATH)
        routes = []
        kind = self._path_panel.kind.currentData()
        for driver, path in paths:
            assert driver.model is not None
            assert driver.subject is not None
            is_replaced = driver.plane is not None and kind == "shortest"
            routes.append(Route(driver.subject.title, driver.model, path, "straight" if is_replaced else kind))
        driver = paths[0][0]
        return partial(PathStage, routes, _points_of(*paths[0]), driver.map.path.pins, self._explorer.paper)

    def _recorded(self) -> Callable[[], Stage]:
        reel = self._training.reel
        if reel is None:
            raise UserError(NO_TRAINING)
        recorded = reel.so_far
        if recorded.model.code_size != 2:
            raise UserError(
                tr(
                    "Only codes of two dimensions make a map to film; those of this training have {dimensions}.",
                    dimensions=recorded.model.code_size,
                )
            )
        if not recorded.scenes:
            raise UserError(TOO_EARLY)
        return partial(TrainingStage, recorded)

    def _approach(self) -> None:
        """Have it found in the thread; the stage is built once it is."""
        approach = self._bounding.approach(self._bound_panel.full_box.isChecked())
        self._job.start(lambda: approach)

    def _on_approach(self, approach: Approach) -> None:
        found, driver = approach.found, self._explorer.drivers[0]
        picture, images = driver.picture_of(found.row), driver.images
        if picture is None or images is None:
            self._on_failed(tr("The test images are no longer there, so there is nothing to film."), "")
            return
        self._show(partial(OptimisationStage, approach, picture, int(images.labels[found.row])))

    def _show(self, make: Callable[[], Stage]) -> None:
        """Build a stage, and fill it in the next turn; the dialog took one, too."""
        if self.dialog is not None:
            self._stage = make()
            QTimer.singleShot(0, self, self._fill)

    def _fill(self) -> None:
        if self._stage is not None and self.dialog is not None:
            self._stage.fill()
            self.dialog.set_stage(self._stage)

    # Filming

    def _on_film_wanted(self, out: Path, choice: Choice) -> None:
        assert self.dialog is not None
        assert self._stage is not None
        try:
            film.check(out, choice.frames_per_second)
        except UserError as error:
            self.dialog.set_idle(str(error))
            return
        self._stage.set_theme(choice.theme)
        self._count, self._height, self._frame, self._has_ended = choice.count, choice.height, None, False
        self._shares = (number / (choice.count - 1) for number in range(choice.count))
        self._feed = feed = Feed()
        self.dialog.set_busy(_painting(choice.count), 0.0)
        self._job.start(lambda: film.record(feed, choice.count, out, frames_per_second=float(choice.frames_per_second)))
        self._turns.start()

    def _on_turn(self) -> None:
        """Paint one frame, unless the one before still waits for the encoder."""
        assert self._stage is not None
        assert self._feed is not None
        if self._frame is None and not self._has_ended:
            share = next(self._shares, None)
            self._has_ended = share is None
            if share is not None:
                self._frame = self._stage.paint(share, self._height)
        if self._feed.offer(self._frame):
            self._frame = None
            if self._has_ended:
                self._turns.stop()

    def _on_share(self, share: float) -> None:
        if self.dialog is None:
            return
        if self._feed is None:
            self.dialog.set_busy(tr("Looking for the best q…"), share)
        else:
            self.dialog.set_busy(tr("Writing the film…") if self._has_ended else _painting(self._count), share)

    def _on_returned(self, result: Film | Approach) -> None:
        if self.dialog is None:
            return
        if isinstance(result, Approach):
            self._on_approach(result)
            return
        self._feed = None
        self.dialog.set_idle()
        self.dialog.accept()
        self.told.emit(tr("Made {film}", film=result.sentence))

    def _on_failed(self, sentence: str, details: str) -> None:
        self._stop()
        if details:
            self.failed.emit(sentence, details)
        if self.dialog is None:
            return
        if self._stage is not None:
            self.dialog.set_idle(sentence)
        else:
            self.dialog.reject()
            if not details:
                self.failed.emit(sentence, "")

    def _give_up(self) -> None:
        self._job.cancel()
        self._stop()

    def _stop(self) -> None:
        self._turns.stop()
        self._frame = None
        if self._feed is not None:
            self._feed.close()
            self._feed = None

    def _on_dialog_finished(self) -> None:
        self.dialog = self._stage = None


def _painting(count: int) -> str:
    return plural(count, "Painting {count:,} frame…", "Painting {count:,} frames…")


def _points_of(driver: MapDriver, path: np.ndarray) -> Points:
    """The points of a map as they are seen, and all of a path (T, D)."""
    shown, subject, plane = driver.map, driver.subject, driver.plane
    assert subject is not None
    switches = shown.switches
    return Points(
        driver.codes,
        np.array([shown.label_of(index) for index in range(len(driver.codes))], np.int64),
        subject.classes,
        has_prior=subject.config.family != "autoencoder" and (plane is None or plane.is_exact),
        shows_points=switches.points.isChecked(),
        shows_prior=switches.prior.isChecked(),
        hidden=frozenset(switches.hidden),
        amounts=shown.amounts,
        area=_seen(shown.view.viewRect(), driver.project(path)),
        plane=plane,
    )


def _seen(view: QRectF, path: np.ndarray) -> QRectF:
    """The square in the middle of a view, which is what somebody chose to see of it, with a path (T, 2) in it."""
    side = min(view.width(), view.height())
    square = QRectF(0, 0, side, side)
    square.moveCenter(view.center())
    (left, bottom), (right, top) = path.min(0).tolist(), path.max(0).tolist()
    margin = 0.04 * side
    return square.united(QRectF(left, bottom, right - left, top - bottom).adjusted(-margin, -margin, margin, margin))


def as_array(image: QImage) -> np.ndarray:
    """RGB (H, W, 3) uint8 of an image."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels: np.ndarray = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()
    return pixels
