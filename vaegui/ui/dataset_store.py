"""The datasets the window has in memory, and how it gets them: read, generated, downloaded, pointed to or imported."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from vaegui import data, importing, sources
from vaegui.data import Dataset, Limits, Progress
from vaegui.sources import SOURCES
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.preferences import Preferences
from vaegui.words import tr

SHORT = 0.7  # seconds that something may take before it gets a window of its own


class DatasetStore(QObject):
    """Read each dataset once, off the GUI thread.

    Signals:
        loaded: the name of a dataset that is now in memory.
        failed: a sentence and details, when one could not be read or fetched.
        cancelled: the name of a dataset that the user decided not to get.
        source_changed: the name of a dataset of the user's own, and how its folder differs from what was read.
        listed: there are other datasets to choose from.
    """

    loaded = Signal(str)
    failed = Signal(str, str)
    cancelled = Signal(str)
    source_changed = Signal(str, str)
    listed = Signal()

    def __init__(self, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._preferences = preferences
        self._datasets: dict[str, Dataset] = {}
        self._thresholds: dict[str, Limits] = {}
        self._problems: dict[str, str] = {}
        self._pointed_to: dict[str, Path] = {}  # folders to remember once they have been read
        self._threads: dict[str, GeneratorThread] = {}
        self._again: dict[str, bool] = {}  # what is asked for while a thread is at it, and whether it is compared
        self._dialogs: dict[str, QProgressDialog] = {}
        self._begun: dict[str, float] = {}  # when a thread spoke of its progress first
        self._is_closed = False

    def get(self, name: str) -> Dataset | None:
        """Return the dataset if it is in memory."""
        return self._datasets.get(name)

    def thresholds(self, name: str) -> Limits:
        """The fixed thresholds that binarise the test images of a dataset in memory."""
        if name not in self._thresholds:
            self._thresholds[name] = data.fixed_thresholds(self._datasets[name].test.pixels.shape)
        return self._thresholds[name]

    def is_here(self, name: str) -> bool:
        """Whether the dataset is on this machine."""
        return sources.is_known(name) and sources.is_here(name, self._folder(name))

    def add(self, dataset: Dataset) -> None:
        """Take images that were imported; they may replace others of the same name."""
        self._give_up(dataset.name)
        self._take(dataset.name, dataset)
        self.listed.emit()
        self.loaded.emit(dataset.name)

    def forget(self, name: str) -> None:
        """Remove a dataset of the user's own for good.

        Raises:
            UserError: when the disk refuses.
        """
        importing.forget(name)
        self.drop(name)

    def drop(self, name: str) -> bool:
        """Forget images whose files are gone, or others by now; tells whether they were in memory, or being read."""
        was_here = self._datasets.pop(name, None) is not None or name in self._threads
        self._give_up(name)
        self._thresholds.pop(name, None)
        self._problems.pop(name, None)
        self.listed.emit()
        return was_here

    def _give_up(self, name: str) -> None:
        """Hear nothing more of a dataset that is being read, and nothing of what went wrong."""
        self._again.pop(name, None)
        self._pointed_to.pop(name, None)
        if name in self._threads:
            self._threads[name].cancel()

    def _take(self, name: str, dataset: Dataset) -> None:
        self._datasets[name] = dataset
        self._thresholds.pop(name, None)
        self._problems.pop(name, None)

    def problem(self, name: str) -> str:
        """Why the dataset, though it is here, could not be read; empty when nobody tried or it worked."""
        return self._problems.get(name, "")

    def load(self, name: str, compares: bool = True) -> None:
        """Read a dataset into memory, then emit `loaded`; at once if it is there already.

        Images of the user's own are compared with their source, unless it is known that this is another one by now.
        """
        if self._is_closed:
            return
        if name in self._datasets:
            self.loaded.emit(name)
        elif name in self._threads:
            self._again[name] = compares  # it may have handed its images over, and they were dropped since
        else:
            folder = self._folder(name)
            self._start(name, lambda _: _read(name, folder, compares))

    def download(self, name: str) -> None:
        """Fetch a dataset with a progress dialog that can be cancelled, then read it."""
        if name in self._threads:
            return
        again = name in self._problems
        self._start(name, lambda _: _fetch(name, again))
        self._open_dialog(name, tr("Download"), tr("Connecting for {dataset}…", dataset=SOURCES[name].title))

    def point_to_folder(self, name: str) -> None:
        """Ask for the folder that holds a dataset, then read it."""
        title = tr("Folder with the files of {dataset}", dataset=SOURCES[name].title)
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
                tr(
                    "There is no {dataset} in {folder}: it should hold {file} (or the same "
                    "with .gz) and its three companions, or be the folder above them in torchvision's layout.",
                    dataset=SOURCES[name].title,
                    folder=folder,
                    file=sources.IDX_FILES[0],
                ),
                "",
            )
            return
        if name not in self._threads:
            self._pointed_to[name] = folder
            self._start(name, lambda _: _read(name, folder))

    def close(self) -> None:
        """Cancel whatever is under way and wait for it; nothing is read any more."""
        self._is_closed = True
        for thread in list(self._threads.values()):
            thread.close()

    def _folder(self, name: str) -> Path | None:
        if name not in SOURCES:
            return None
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

    def _on_yielded(self, item: Progress | Dataset | str) -> None:
        name = self.sender().objectName()
        if self._threads[name].is_cancelled:
            return
        if isinstance(item, Dataset):
            self._take(name, item)
            if folder := self._pointed_to.pop(name, None):
                self._preferences.set_dataset_folder(name, folder)
            self._close_dialog(name)
            self.loaded.emit(name)
        elif isinstance(item, str):
            self.source_changed.emit(name, item)
        else:
            self._show_progress(name, item)

    def _open_dialog(self, name: str, title: str, words: str) -> None:
        dialog = QProgressDialog(words, tr("Cancel"), 0, 0, self._window)
        dialog.setWindowTitle(title)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.setMinimumDuration(0)
        dialog.setMinimumWidth(360)
        dialog.setAutoReset(False)
        dialog.setAutoClose(False)
        self._dialogs[name] = dialog
        dialog.setObjectName(name)
        dialog.canceled.connect(self._on_canceled)
        dialog.rejected.connect(self._on_canceled)  # by Escape where its button has no keys
        dialog.show()

    def _show_progress(self, name: str, progress: Progress) -> None:
        if name not in self._dialogs:
            if name not in self._begun:
                self._begun[name] = time.monotonic()
            if time.monotonic() - self._begun[name] < SHORT:
                return
            self._open_dialog(name, tr("Dataset"), progress.text)
        dialog = self._dialogs[name]
        dialog.setLabelText(progress.text)
        if progress.done:
            dialog.setRange(0, 1000)
            dialog.setValue(progress.done * 1000 // max(progress.total, 1))

    def _on_canceled(self) -> None:
        self._give_up(self.sender().objectName())

    def _on_failed(self, sentence: str, details: str) -> None:
        name = self.sender().objectName()
        if self._threads[name].is_cancelled:
            return
        self._close_dialog(name)
        if self._pointed_to.pop(name, None) is None and self.is_here(name):
            self._problems[name] = sentence
        self.failed.emit(sentence, details)

    def _on_finished(self) -> None:
        name = self.sender().objectName()
        self._close_dialog(name)
        thread = self._threads.pop(name)
        self._begun.pop(name, None)
        compares = self._again.pop(name, None)
        if compares is not None and name not in self._datasets and (thread.is_cancelled or not thread.failed_with):
            self.load(name, compares)
        elif thread.is_cancelled:
            self.cancelled.emit(name)
        thread.deleteLater()

    def _close_dialog(self, name: str) -> None:
        if dialog := self._dialogs.pop(name, None):
            dialog.canceled.disconnect()
            dialog.rejected.disconnect()
            dialog.close()
            dialog.deleteLater()


def _read(name: str, folder: Path | None, compares: bool = True) -> Generator[Progress | Dataset | str, None, None]:
    dataset = yield from sources.load_steps(name, folder)
    if sources.is_own(name):
        dataset.train.digest()  # which the window then need not compute
    yield dataset
    if compares and sources.is_own(name) and (words := importing.changes(name)):
        yield words


def _fetch(name: str, again: bool) -> Generator[Progress | Dataset, None, None]:
    yield from sources.download(name, again=again)
    yield sources.load(name)
