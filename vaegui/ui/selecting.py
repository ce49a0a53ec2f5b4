"""The selection: by lasso, box, class or figure; marked on all maps, shown as a contact sheet."""

from __future__ import annotations

from collections.abc import Generator

import numpy as np
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from vaegui.evaluation import ImageFigures, image_figures
from vaegui.models import Model
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.explorer import Explorer
from vaegui.ui.job import Job
from vaegui.ui.selection_panel import SelectionPanel
from vaegui.ui.theme import number
from vaegui.ui.undo import Change
from vaegui.words import grouped, plural, tr

NOTHING = np.empty(0, np.int64)
MOST_SHOWN = 100_000  # images on the sheet
TOO_MANY = tr("These test images are too many to measure each of them.")
FIGURES = ("psnr", "gap")  # what images can be sorted by once it was measured


class Selecting(QObject):
    """Keep the selected test rows.

    Signals:
        selected: somebody selected something, and wants to see it.
        failed: a sentence and a traceback.
    """

    selected = Signal()
    failed = Signal(str, str)

    def __init__(
        self,
        explorer: Explorer,
        datasets: DatasetStore,
        panel: SelectionPanel,
        undo: QUndoStack,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = NOTHING  # as found: by class or brush in test order, by figure the most extreme first
        self._explorer, self._datasets, self._panel, self._undo = explorer, datasets, panel, undo
        self._figures: ImageFigures | None = None  # of the open run
        self._figures_of: Model | None = None
        self._then: tuple[str, int] | None = None  # what to select once the figures are known
        self._way = ""  # what is being measured for
        self._job = Job(self)
        self._job.yielded.connect(self._on_progress)
        self._job.returned.connect(self._on_figures)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(panel.set_idle)
        for driver in explorer.drivers:
            driver.brushed.connect(self._on_brushed)
            driver.map.brush_given_up.connect(self._mark)
        panel.select_wanted.connect(self._on_select_wanted)
        panel.order_changed.connect(self._on_order_changed)
        panel.clear_wanted.connect(lambda: self._change(NOTHING, tr("select nothing")))
        panel.cancel_wanted.connect(self._on_cancelled)
        panel.chosen.connect(explorer.show_row)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._on_live_changed)

    def close(self) -> None:
        """End what is being computed."""
        self._job.close()

    def select(self, rows: np.ndarray) -> None:
        """Select these test rows, without a way back."""
        self.rows = rows
        self._mark()
        self._show()

    def _change(self, rows: np.ndarray, text: str) -> None:
        if not np.array_equal(rows, self.rows):
            self._undo.push(Change(text, self.select, self.rows, rows, of_images=True))

    def _mark(self) -> None:
        for driver in self._explorer.drivers:
            shown = driver in self._explorer.shown_drivers
            driver.map.set_selected(driver.indices_of(self.rows) if shown else NOTHING)

    def _on_brushed(self, rows: np.ndarray, adds: bool, is_last: bool) -> None:
        if self.sender() not in self._explorer.shown_drivers:
            return
        rows = np.union1d(self.rows, rows) if adds else np.sort(rows)
        if is_last:
            self._change(rows, tr("select images"))
            self._mark()  # also where the brush held what was selected before
            if len(rows):
                self.selected.emit()
        else:
            for driver in self._explorer.shown_drivers:
                driver.map.set_selected(driver.indices_of(rows))

    # By class and by figure

    def _on_changed(self) -> None:
        """Another run, other images or other rivals."""
        subject, model = self._explorer.subject, self._explorer.model
        if subject is None or model is None:
            return
        if model is not self._figures_of:
            self._figures = None
            self._job.cancel()
        self._panel.set_classes(subject.classes)
        no_encoder = (
            "" if self._explorer.drivers[0].has_encoder and subject.config.code_size else tr("It needs an encoder.")
        )
        no_gap = no_encoder or (
            ""
            if subject.config.is_density and subject.is_flat
            else tr("It needs a probability p(x) and two dimensions.")
        )
        no_classes = "" if subject.classes else tr("These images have no labels.")
        images = self._explorer.drivers[0].images
        too_many = TOO_MANY if images is not None and images.file is not None else ""
        self._panel.set_possible({"label": no_classes, "psnr": too_many or no_encoder, "gap": too_many or no_gap})
        self._mark()
        self._show()

    def _on_live_changed(self) -> None:
        """The model learns: what was measured is not true of it any more."""
        if self._figures is not None:
            self._figures = None
            self._show()
        self._job.cancel()
        self._mark()

    def _on_select_wanted(self, way: str, label: int, count: int) -> None:
        images = self._explorer.drivers[0].images
        if images is None:
            self.failed.emit(tr("The test images are not in memory: see the panel Reconstruction."), "")
        elif way == "label":
            self._change(np.flatnonzero(images.labels.numpy() == label), tr("select a class"))
            self.selected.emit()
        elif self._values(way) is None:
            self._then = (way, count)
            self._measure(way)
        else:
            self._select_extreme(way, count)

    def _on_order_changed(self) -> None:
        self._show()

    def _values(self, way: str) -> np.ndarray | None:
        """What to sort by, the smallest first, for each test image; None where it is not known yet."""
        figures = self._figures
        if figures is None or way not in FIGURES:
            return None
        if way == "psnr":
            return None if figures.psnr is None else figures.psnr.numpy()
        return None if figures.gap is None else -figures.gap.numpy()

    def _measure(self, way: str) -> None:
        subject, model, images = self._explorer.subject, self._explorer.model, self._explorer.drivers[0].images
        if subject is None or model is None or images is None:
            return
        thresholds = self._datasets.thresholds(subject.dataset)
        self._figures_of = model
        self._way = way

        def work() -> Generator[float, None, ImageFigures]:
            return image_figures(model, images.pixels, thresholds, with_log_p=way == "gap")

        self._panel.set_busy(tr("Measuring all test images…"), 0.0)
        self._job.start(work)

    def _on_progress(self, share: float) -> None:
        words = tr("Integrating log p(x)…") if self._way == "gap" else tr("Reconstructing…")
        self._panel.set_busy(words, share)

    def _on_figures(self, figures: ImageFigures) -> None:
        self._figures = figures
        if self._values(self._way) is None:
            self._on_cancelled()  # not a figure that this model has
        elif self._then is not None:
            self._select_extreme(*self._then)
        else:
            self._show()

    def _on_cancelled(self) -> None:
        self._then = None
        self._job.cancel()
        if self._values(self._panel.order.currentData()) is None:
            self._panel.order.setCurrentIndex(0)

    def _select_extreme(self, way: str, count: int) -> None:
        values = self._values(way)
        assert values is not None
        text = tr("select by psnr") if way == "psnr" else tr("select by gap")
        self._change(np.argsort(values, kind="stable")[:count], text)
        self._panel.order.setCurrentIndex(self._panel.order.findData(way))
        self._show()
        self.selected.emit()

    # The sheet

    def _show(self) -> None:
        driver = self._explorer.drivers[0]
        images, subject = driver.images, driver.subject
        if images is None or subject is None:
            words = plural(
                len(self.rows),
                "{count:,} image is selected; it is not in memory.",
                "{count:,} images are selected; they are not in memory.",
            )
            self._panel.set_selection(NOTHING, (), driver.picture_of, words if len(self.rows) else "")
            return
        rows = self.rows[self.rows < len(images)]
        labels = images.labels.numpy()
        order = self._panel.order.currentData()
        values = self._values(order)
        is_measured = order in FIGURES and images.file is None
        if is_measured and values is None and len(rows) and subject.rows is None and not self._job.is_running:
            self._then = None
            self._measure(order)
        if order == "label":
            rows = rows[np.lexsort((rows, labels[rows]))]
        elif values is not None:
            rows = rows[np.argsort(values[rows], kind="stable")]
        elif order == "row":
            rows = np.sort(rows)
        of_all = _describe(labels[rows], subject.classes, len(images))
        if len(rows) > MOST_SHOWN:
            of_all = ". ".join((of_all, tr("The first {count} are shown.", count=number(MOST_SHOWN, 0))))
            rows = rows[:MOST_SHOWN]
        classes = subject.classes
        captions = [classes[label] for label in labels[rows]] if classes else [grouped(f"{row:,}") for row in rows]
        if values is not None:
            captions = [_caption(order, value) for value in values[rows]]
        self._panel.set_selection(rows, captions, driver.picture_of, of_all)


def _caption(order: str, value: float) -> str:
    if order == "psnr":
        return tr("{decibel} dB", decibel=number(float(value), 1))
    return tr("{nats} nats", nats=number(-float(value), 1))


def _describe(labels: np.ndarray, classes: tuple[str, ...], of: int) -> str:
    if not len(labels):
        return ""
    words = tr("{selected} of {total} test images", selected=number(len(labels), 0), total=number(of, 0))
    if not classes:
        return words
    counts = np.bincount(labels, minlength=len(classes))
    most = np.argsort(-counts, kind="stable")[:3]
    shares = ", ".join(f"{counts[i] / len(labels):.0%} “{classes[i]}”" for i in most if counts[i])
    return f"{words}: {shares}"
