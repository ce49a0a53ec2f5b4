"""What the points of the maps are coloured by, where it is not their class: computed off the window's thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

import numpy as np
import torch
from PySide6.QtCore import QObject, QTimer, Signal

from vaegui import explore
from vaegui.data import Limits, Pixels
from vaegui.evaluation import ImageFigures, image_figures
from vaegui.models import Model
from vaegui.ui.colour_bar import Amounts
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.explorer import Explorer
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import MapDriver, Subject
from vaegui.ui.map_switches import CLASS, FACTOR, title_of_factor
from vaegui.words import tr

NATS = tr("nats/image")
SHARE = 10  # of the time, at most one part in so many goes to colours while a model is being trained
SAMPLES = 4  # of z, that the ELBO of an image averages


class _Answer(NamedTuple):
    subject: Subject  # that was asked about
    wish: str
    amounts: Amounts | None  # None where it was given up
    seconds: float  # that it took


class Colouring(QObject):
    """Colour the points of all maps alike.

    Signals:
        missed: why points cannot be coloured as it was wished.
        failed: a sentence and a traceback.
    """

    missed = Signal(str)
    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, datasets: DatasetStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer, self._datasets = explorer, datasets
        self._switches = explorer.maps.switches
        self._workers = {driver: LatestWorker(self) for driver in explorer.drivers}
        self._of: dict[MapDriver, tuple[object, ...]] = {}  # what the colours of a map were computed from
        self._stops = {driver: threading.Event() for driver in explorer.drivers}
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self.refresh)
        self._due: dict[MapDriver, float] = {}  # when a model that is being trained is to be measured again
        for driver, worker in self._workers.items():
            worker.answered.connect(self._on_answered)
            worker.failed.connect(self.failed)
            worker.start()
            driver.changed.connect(self.refresh)
        datasets.loaded.connect(self.refresh)
        self._switches.colour_changed.connect(self.refresh)
        explorer.changed.connect(self._offer_factors)

    def close(self) -> None:
        """End the workers."""
        for stop in self._stops.values():
            stop.set()
        for worker in self._workers.values():
            worker.close()

    def _offer_factors(self) -> None:
        subject = self._explorer.subject
        dataset = self._datasets.get(subject.dataset) if subject else None
        if dataset is not None and self._explorer.drivers[0].images is not None:
            self._switches.set_factors(tuple(name for name in dataset.factors if name != "form"))
        elif subject is None or dataset is None:
            self._switches.set_factors(())
        self.refresh()

    def refresh(self) -> None:
        """Compute the colours of all maps anew, as far as what they depend on has changed."""
        for driver in self._explorer.drivers:
            self._refresh(driver)

    def _refresh(self, driver: MapDriver) -> None:
        subject, model = driver.subject, driver.model
        if subject is None or model is None or not subject.has_map or not len(driver.codes):
            self._show(driver, None)
            return
        wish = self._switches.colour
        if wish == CLASS:
            if subject.classes:
                self._show(driver, None)
                return
            wish = "density"
        of = {"density": (driver.codes,), "elbo": (driver.images, model), "error": (driver.images, model)}
        now = (wish, subject, *of.get(wish, (driver.images, len(driver.codes))))
        before = self._of.get(driver)
        if _same(before, now):
            return
        wait = self._due.get(driver, 0.0) - time.monotonic()
        if subject.rows is not None and wait > 0 and _same((before or ())[:2], now[:2]):
            if not self._later.isActive():
                self._later.start(round(1000 * wait))
            return
        self._of[driver] = now
        self._stops[driver].set()  # whatever is under way is not wanted any more
        stop = self._stops[driver] = threading.Event()
        work = self._work(driver, subject, model, wish, stop)
        if isinstance(work, str):
            driver.map.set_amounts(None)
            self.missed.emit(work)
            return

        def answer() -> _Answer:
            started = time.monotonic()
            amounts = work()
            if amounts is not None:
                _ = amounts.steps  # which the window then need not compute
            return _Answer(subject, wish, amounts, time.monotonic() - started)

        self._workers[driver].ask(answer)

    def _work(
        self, driver: MapDriver, subject: Subject, model: Model, wish: str, stop: threading.Event
    ) -> Callable[[], Amounts | None] | str:
        """What is to be computed, or why it cannot be."""
        if wish == "density":
            symbol = driver.density_symbol
            title = tr("Density on the map") if symbol is None else tr("Density {symbol}", symbol=symbol)
            return partial(_density, driver.codes, driver.std, title, stop)
        images, dataset = driver.images, self._datasets.get(subject.dataset)
        if images is None or dataset is None:
            return tr("The colours need the test images: see Reconstruct.")
        some = None if subject.rows is None else subject.rows[: len(driver.codes)]  # of the test images, or all of them
        most = len(images) if some is None else int(some.max()) + 1
        if (len(images) if some is None else len(some)) != len(driver.codes) or most > len(images):
            return tr("The codes of this run are not those of the test images that are here.")
        if wish == "ink":
            return lambda: _ink(images.in_turn(some))
        if wish.startswith(FACTOR):
            name = wish.removeprefix(FACTOR)
            if images.factors is None or name not in dataset.factors:
                return tr("These images were not generated from known factors.")
            return partial(_factor, images.factors, some, dataset.factors.index(name), title_of_factor(name))
        if not driver.has_encoder:
            return tr("Without a trained encoder nothing can be passed through this model.")
        if wish == "elbo" and not subject.config.is_density:
            return tr("This model gives images no probability, and so has no ELBO.")
        if images.file is not None and subject.rows is None:
            return tr("These test images are too many to measure each of them. Colour them by something else.")
        thresholds = self._datasets.thresholds(subject.dataset)

        def measure() -> Amounts | None:
            limits = thresholds if some is None else thresholds[some]
            return _measured(model, images.in_turn(some), limits, wish, stop)

        return measure

    def _show(self, driver: MapDriver, amounts: Amounts | None) -> None:
        if amounts is None:
            self._of.pop(driver, None)
        if amounts is not driver.map.amounts:
            driver.map.set_amounts(amounts)

    def _on_answered(self, answer: _Answer) -> None:
        driver = next(driver for driver, worker in self._workers.items() if worker is self.sender())
        if answer.amounts is not None and _same(self._of.get(driver, ())[:2], (answer.wish, answer.subject)):
            self._due[driver] = time.monotonic() + SHARE * answer.seconds
            self._show(driver, answer.amounts)


def _same(before: tuple[object, ...] | None, now: tuple[object, ...]) -> bool:
    """Whether the same was asked before; arrays and tensors are the same where they are one object."""
    return (
        before is not None
        and len(before) == len(now)
        and all(a is b or (isinstance(a, str | int) and a == b) for a, b in zip(before, now, strict=True))
    )


def _density(codes: np.ndarray, std: torch.Tensor, title: str, stop: threading.Event) -> Amounts | None:
    blocks = []
    for block in explore.code_density(torch.from_numpy(codes), std):
        if stop.is_set():
            return None
        blocks.append(block)
    return Amounts(torch.cat(blocks).numpy(), title)


def _factor(factors: torch.Tensor, rows: torch.Tensor | None, which: int, title: str) -> Amounts:
    return Amounts((factors if rows is None else factors[rows])[:, which].double().numpy(), title)


def _ink(pixels: Pixels) -> Amounts:
    return Amounts(explore.ink(pixels).numpy(), tr("Ink"))


def _measured(model: Model, pixels: Pixels, thresholds: Limits, wish: str, stop: threading.Event) -> Amounts | None:
    steps = image_figures(model, pixels, thresholds, with_log_p=False, samples=SAMPLES)
    while True:
        if stop.is_set():
            steps.close()
            return None
        try:
            next(steps)
        except StopIteration as done:
            figures: ImageFigures = done.value
            break
    if wish == "elbo" and figures.elbo is not None:
        return Amounts(figures.elbo.double().numpy(), "ELBO", NATS)
    assert figures.psnr is not None
    return Amounts(10 ** (-figures.psnr.double().numpy() / 20), tr("Reconstruction error"))
