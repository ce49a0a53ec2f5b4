"""What leaves the program from its menu: ask where to, write it in a thread, say what it is."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from vaegui.data import Dataset
from vaegui.exports import onnx_models, selections, tensorboard_logs, web
from vaegui.runs import Run
from vaegui.ui.job import Job
from vaegui.ui.preferences import Preferences
from vaegui.words import tr

Thing = TypeVar("Thing")
SELECTIONS = (
    tr("CSV: a row for each image (*.csv)"),
    tr("NumPy: an array for each column (*.npz)"),
    tr("Parquet (*.parquet)"),
)
SHOW_AFTER_MS = 400  # what takes less needs no window to wait in


class Written(Protocol):
    """What an export says of itself."""

    @property
    def sentence(self) -> str:
        """What was written, where, and how large it is."""


Steps = Generator[float, None, Written]


class Exporting(QObject):
    """Write runs and images for other programs, one at a time.

    Signals:
        told: words for the status bar.
        failed: a sentence and a traceback.
    """

    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, window: QWidget, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window, self._preferences = window, preferences
        self._target = Path()
        self._progress: QProgressDialog | None = None
        self._job = Job(self)
        self._job.yielded.connect(self._on_progress)
        self._job.returned.connect(self._on_written)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._on_ended)

    @property
    def is_running(self) -> bool:
        """Whether something is being written."""
        return self._job.is_running

    def close(self) -> None:
        """Give up what is being written."""
        self._job.close()

    # What there is

    def ask_for_page(self, run: Run) -> None:
        """A web page with the map and the decoder of a run."""
        self._ask(tr("Save the map as a web page"), f"{run.name}.html", (tr("Web page (*.html)"),), web.export, run)

    def ask_for_models(self, run: Run) -> None:
        """Encoder and decoder of a run as ONNX, in a new folder."""
        self._ask(tr("New folder for encoder and decoder"), f"{run.name}-onnx", (), onnx_models.export, run)

    def ask_for_logs(self, run: Run, dataset: Dataset | None) -> None:
        """TensorBoard's logs of a run, with its codes for the embedding projector, in a new folder."""
        self._ask(
            tr("New folder for TensorBoard"),
            f"{run.name}-tensorboard",
            (),
            lambda run, folder: tensorboard_logs.export(run, dataset, folder),
            run,
        )

    def ask_for_selection(self, chosen: selections.Chosen) -> None:
        """Images with their labels and codes as a table."""
        name = f"{chosen.dataset}-{len(chosen.rows)}-images.csv"
        self._ask(tr("Save the selected images"), name, SELECTIONS, selections.write, chosen)

    # How it goes

    def _ask(
        self, title: str, name: str, kinds: tuple[str, ...], write: Callable[[Thing, Path], Steps], thing: Thing
    ) -> None:
        if self.is_running:
            self.told.emit(tr("Something is being written: wait for it, or cancel it."))
            return
        dialog = QFileDialog(self._window, title, str(self._preferences.export_folder / name))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if kinds:
            dialog.setNameFilters(list(kinds))
            suffixes = [kind.rsplit(".", 1)[1].rstrip(")") for kind in kinds]
            dialog.setDefaultSuffix(suffixes[0])
            dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(suffixes[kinds.index(kind)]))
        dialog.fileSelected.connect(lambda path: self.write(title, write, thing, Path(path)))
        dialog.open()

    def write(self, title: str, write: Callable[[Thing, Path], Steps], thing: Thing, target: Path) -> None:
        """Write something to a place, in a thread."""
        self._target = target
        self._preferences.export_folder = target.parent
        progress = QProgressDialog(f"{title}…", tr("Cancel"), 0, 1000, self._window)
        progress.setWindowTitle("vaegui")
        progress.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        progress.setAutoClose(False)
        progress.setAutoReset(False)
        progress.setMinimumDuration(SHOW_AFTER_MS)
        progress.setMinimumWidth(360)
        progress.setValue(0)
        progress.canceled.connect(self._on_cancelled)
        progress.rejected.connect(self._on_cancelled)  # by Escape where its button has no keys
        self._progress = progress
        self._job.start(lambda: write(thing, target))

    def _on_progress(self, share: float) -> None:
        if self._progress is not None:
            self._progress.setValue(round(1000 * share))

    def _on_cancelled(self) -> None:
        if self._progress is None:
            return
        self._job.cancel()
        self.told.emit(tr("Given up."))

    def _on_written(self, written: Written) -> None:
        self.told.emit(written.sentence)
        box = QMessageBox(
            QMessageBox.Icon.Information, "vaegui", written.sentence, QMessageBox.StandardButton.Ok, self._window
        )
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        target = self._target
        if target.suffix == ".html":
            show = box.addButton(tr("&Open it"), QMessageBox.ButtonRole.AcceptRole)
        else:
            target = target if target.is_dir() else target.parent
            show = box.addButton(tr("&Show the folder"), QMessageBox.ButtonRole.AcceptRole)
        show.clicked.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(target))))
        box.setDefaultButton(QMessageBox.StandardButton.Ok)
        box.open()

    def _on_ended(self) -> None:
        if self._progress is not None:
            progress, self._progress = self._progress, None
            progress.close()
