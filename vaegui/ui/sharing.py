"""What leaves the window: figures, films, selected images, datasets of them, models, logs and pages."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from vaegui.data import Dataset
from vaegui.exports import selections
from vaegui.runs import Run
from vaegui.ui.afar import in_training_elsewhere
from vaegui.ui.dataset_dialog import DatasetDialog
from vaegui.ui.dialogs import show_error
from vaegui.ui.exporting import Exporting
from vaegui.ui.figures.export import MAP, FigureExport
from vaegui.ui.films.filming import Filming
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

NO_IMAGES = tr("The test images are not on this machine yet; the panel Reconstruct says how to get them.")
NOTHING_SELECTED = tr(
    "Nothing is selected. Draw around codes with the lasso (S) or the box (B), or choose in the panel Select."
)


class Sharing(QObject):
    """Tie the exports to what the desk shows.

    Signals:
        made: the name of a dataset that was made of others.
        told: words for the status bar.
        failed: a sentence and a traceback.
    """

    made = Signal(str)
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, desk.window
        self.figures = FigureExport(desk.window)
        self.filming = Filming(
            desk.window,
            desk.explorer,
            desk.walking,
            desk.bounding,
            desk.training,
            (desk.path_panel, desk.bound_panel),
            self,
        )
        self.exporting = Exporting(desk.window, desk.preferences, self)
        self.dialog: DatasetDialog | None = None
        for part in (self.figures, self.filming, self.exporting):
            part.told.connect(self.told)
            part.failed.connect(self.failed)
        desk.selection_panel.save_wanted.connect(self.save_selection)
        desk.selection_panel.dataset_wanted.connect(self.make_dataset)

    def close(self) -> None:
        """Give up what is being written, and wait until it has."""
        for part in (self.figures, self.filming, self.exporting):
            part.close()
        if self.dialog is not None:
            self.dialog.reject()

    def fill_menu(self, menu: QMenu) -> None:
        """Put all exports into a menu."""
        menu.setToolTipsVisible(True)

        def add(to: QMenu, text: str, slot: Callable[[], object], tip: str = "", keys: str = "") -> None:
            action = to.addAction(text)
            action.setToolTip(tip)
            action.triggered.connect(lambda: slot())
            if keys:
                action.setShortcut(keys)

        add(
            menu,
            tr("&Copy the map as a figure"),
            partial(self.figures.copy, MAP),
            tr("Each panel's context menu has the same for what it shows"),
            "Ctrl+Shift+C",
        )
        of = menu.addMenu(tr("&Figure of"))
        for name, title in self.figures.names().items():
            add(of, title.replace("&", "&&") + "…", partial(self.figures.ask, name), tr("As PNG, SVG or PDF"))
        films = menu.addMenu(tr("Fil&m of"))
        for kind, words in (
            ("path", tr("the &walk along the path…")),
            ("training", tr("the &training…")),
            ("optimisation", tr("the &optimisation of q…")),
        ):
            add(films, words, partial(self.filming.ask, kind), tr("As MP4 or GIF"))
        menu.addSeparator()
        add(menu, tr("&Selected images…"), self.save_selection, tr("Images, labels and codes: CSV, NPZ or Parquet"))
        add(
            menu,
            tr("&New dataset…"),
            self.make_dataset,
            tr("Of the selected images, without them, or of the shown classes"),
        )
        menu.addSeparator()
        add(
            menu,
            tr("&Web page…"),
            self.save_page,
            tr("One file with the map and the decoder, for any browser, without a network"),
        )
        add(
            menu,
            tr("&ONNX models…"),
            self.save_models,
            tr("Encoder and decoder for other programs, checked against PyTorch"),
        )
        add(menu, tr("&TensorBoard logs…"), self.save_logs, tr("Curves, images, and codes for its embedding projector"))

    def save_page(self) -> None:
        """Write the open run as a web page."""
        if run := self._open_run():
            self.exporting.ask_for_page(run)

    def save_models(self) -> None:
        """Write encoder and decoder of the open run as ONNX."""
        if run := self._open_run():
            self.exporting.ask_for_models(run)

    def save_logs(self) -> None:
        """Write logs of the open run."""
        if run := self._open_run():
            self.exporting.ask_for_logs(run, self.images_of(run))

    def _open_run(self) -> Run | None:
        """The open run; where there is none that could be exported, why is said."""
        desk = self._desk
        if desk.training.is_running:  # another run was open before, but it is not what is shown
            why = tr("A training is running. What it learns can be exported once it is over.")
        elif desk.afar.run is not None:
            why = in_training_elsewhere(desk.afar.run.name)
        elif desk.run is None:
            why = tr("No run is open. Open one, or train one, and it can be exported.")
        else:
            return desk.run
        show_error(self._window, why)
        return None

    def images_of(self, run: Run) -> Dataset | None:
        """The images of a run, where they are in memory; of the open one, if it was trained on those of now."""
        desk = self._desk
        is_open = desk.run is not None and desk.run.folder == run.folder
        if is_open and desk.explorer.drivers[0].images is None:
            return None
        return desk.datasets.get(run.config.dataset)

    def save_selection(self) -> None:
        """Write the selected images to a file."""
        rows, run = self._desk.selecting.rows, self._open_run()
        if run is None:
            return
        dataset = self.images_of(run)
        if dataset is None:
            show_error(self._window, NO_IMAGES)
        elif not len(rows):
            show_error(self._window, NOTHING_SELECTED)
        else:
            self.exporting.ask_for_selection(selections.choose(dataset, rows, run.codes, run.name))

    def make_dataset(self) -> None:
        """Ask what a new dataset is to be made of."""
        desk = self._desk
        subject = desk.explorer.subject  # of a run, or of a training: the images are the same
        dataset = None
        if subject is not None and desk.explorer.drivers[0].images is not None:
            dataset = desk.datasets.get(subject.dataset)
        if dataset is None:
            show_error(self._window, NO_IMAGES)
            return
        hidden = self._window.maps.switches.hidden
        shown = frozenset(range(len(dataset.classes))) - hidden
        self.dialog = DatasetDialog(dataset, self._desk.selecting.rows, shown, self._window)
        self.dialog.kept.connect(self._on_kept)
        self.dialog.finished.connect(self._on_finished)
        self.dialog.open()

    def _on_kept(self, dataset: Dataset) -> None:
        self._desk.datasets.add(dataset)
        self.made.emit(dataset.name)

    def _on_finished(self) -> None:
        if self.sender() is self.dialog:
            self.dialog = None
