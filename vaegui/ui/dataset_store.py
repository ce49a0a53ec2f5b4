"""The datasets the window has in memory, and how it gets them: read, download, or a folder the user points to."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget
from torch import Tensor

from vaegui import data, sources
from vaegui.data import Dataset, Progress
from vaegui.sources import SOURCES
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.preferences import Preferences


class DatasetStore(QObject):
    """Read each dataset once, off the GUI thread.

    Signals:
        loaded: the name of a dataset that is now in memory.
        failed: a sentence and details, when one could not be read or fetched.
        cancelled: the name of a dataset that the user decided not to get.
    """

    loaded = Signal(str)
    failed = Signal(str, str)
    cancelled = Signal(str)

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._preferences = preferences
        self._datasets: dict[str, Dataset] = {}
        self._thresholds: dict[str, Tensor] = {}
        self._problems: dict[str, str] = {}
        self._pointed_to: dict[str, Path] = {}  # folders to remember once they have been read
        self._threads: dict[str, GeneratorThread] = {}
        self._dialogs: dict[str, QProgressDialog] = {}

    def get(self, name: str) -> Dataset | None:
        """Return the dataset if it is in memory."""
        return self._datasets.get(name)

    def thresholds(self, name: str) -> Tensor:
        """The fixed thresholds that binarise the test images of a dataset in memory."""
        if name not in self._thresholds:
            self._thresholds[name] = data.fixed_thresholds(self._datasets[name].test.pixels.shape)
        return self._thresholds[name]

    def is_here(self, name: str) -> bool:
        """Whether the dataset is on this machine."""
        return name in SOURCES and sources.is_here(name, self._folder(name))

    def problem(self, name: str) -> str:
        """Why the dataset, though it is here, could not be read; empty when nobody tried or it worked."""
        return self._problems.get(name, "")

    def load(self, name: str) -> None:
        """Read a dataset into memory, then emit `loaded`; at once if it is there already."""
        if name in self._datasets:
            self.loaded.emit(name)
        elif name not in self._threads:
            folder = self._folder(name)
            self._start(name, lambda _: _read(name, folder))

    def download(self, name: str) -> None:
        """Fetch a dataset with a progress dialog that can be cancelled, then read it."""
        if name in self._threads:
            return
        dialog = QProgressDialog(f"Connecting for {SOURCES[name].title}…", "Cancel", 0, 0, self._window)
        dialog.setWindowTitle("Download")
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setMinimumWidth(360)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        self._dialogs[name] = dialog
        again = name in self._problems
        thread = self._start(name, lambda _: _fetch(name, again))
        dialog.canceled.connect(thread.cancel)
        dialog.show()

    def point_to_folder(self, name: str) -> None:
        """Ask for the folder that holds a dataset, then read it."""
        title = f"Folder with the files of {SOURCES[name].title}"
        dialog = QFileDialog(self._window, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.use_folder(name, Path(folder)))
        dialog.rejected.connect(lambda: self.cancelled.emit(name))
        dialog.open()

    def use_folder(self, name: str, folder: Path) -> None:
        """Read a dataset from a folder, and remember the folder if the dataset is there."""
        if sources.find(name, folder) is None:
            self.failed.emit(
                f"There is no {SOURCES[name].title} in {folder}: it should hold {sources.IDX_FILES[0]} (or the same "
                "with .gz) and its three companions, or be the folder above them in torchvision's layout.",
                "",
            )
            return
        if name not in self._threads:
            self._pointed_to[name] = folder
            self._start(name, lambda _: _read(name, folder))

    def close(self) -> None:
        """Cancel whatever is under way and wait for it."""
        for thread in list(self._threads.values()):
            thread.close()

    def _folder(self, name: str) -> Path | None:
        folder = self._preferences.dataset_folder(name)
        return folder if folder is not None and sources.find(name, folder) is not None else None

    def _start(self, name: str, work: Callable[[Any], Generator[Any, None, None]]) -> GeneratorThread:
        thread = GeneratorThread(work, parent=self)
        thread.setObjectName(name)
        self._threads[name] = thread
        thread.yielded.connect(self._on_yielded)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_finished)
        thread.start()
        return thread

    def _on_yielded(self, item: Progress | Dataset) -> None:
        name = self.sender().objectName()
        if self._threads[name].is_cancelled:
            return
        if isinstance(item, Dataset):
            self._datasets[name] = item
            self._problems.pop(name, None)
            if folder := self._pointed_to.pop(name, None):
                self._preferences.set_dataset_folder(name, folder)
            self._close_dialog(name)
            self.loaded.emit(name)
        elif name in self._dialogs:
            self._dialogs[name].setLabelText(item.text)
            if item.done:
                self._dialogs[name].setRange(0, item.total // 1000)
                self._dialogs[name].setValue(item.done // 1000)

    def _on_failed(self, sentence: str, details: str) -> None:
        name = self.sender().objectName()
        self._close_dialog(name)
        if self._pointed_to.pop(name, None) is None and self.is_here(name):
            self._problems[name] = sentence
        self.failed.emit(sentence, details)

    def _on_finished(self) -> None:
        name = self.sender().objectName()
        self._close_dialog(name)
        thread = self._threads.pop(name)
        if thread.is_cancelled:
            self.cancelled.emit(name)
        thread.deleteLater()

    def _close_dialog(self, name: str) -> None:
        if dialog := self._dialogs.pop(name, None):
            dialog.canceled.disconnect()
            dialog.close()
            dialog.deleteLater()


def _read(name: str, folder: Path | None) -> Generator[Dataset, None, None]:
    yield sources.load(name, folder)


def _fetch(name: str, again: bool) -> Generator[Progress | Dataset, None, None]:
    yield from sources.download(name, again=again)
    yield sources.load(name)
