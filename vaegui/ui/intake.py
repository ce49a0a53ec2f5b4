"""What comes into the window: dropped, pasted or chosen images, folders, arrays, runs and lessons open as such."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QFileDialog, QMainWindow, QWidget

from vaegui import folders, importing
from vaegui.importing import Recipe
from vaegui.settings import UserError
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.dialogs import ask, show_error
from vaegui.ui.guests import MOST, Guests
from vaegui.ui.import_dialog import ImportDialog
from vaegui.ui.job import Job
from vaegui.ui.trash import Trashed
from vaegui.words import plural, tr

MOST_TOLD = 5  # problems in a box
FILES = tr("Images in a file (*.zip *.npy *.npz *.gz *ubyte *.idx);;All files (*)")


class Intake(QObject):
    """Tell what somebody brings, and hand it on.

    Signals:
        run_wanted: the folder of a run.
        lesson_wanted: the file of a lesson.
        imported: the name of a dataset that was imported.
        replaced: the name of a dataset that was imported, and the Trashed one that had it.
        told: a sentence for the status bar.
        failed: a sentence and a traceback.
    """

    run_wanted = Signal(Path)
    lesson_wanted = Signal(Path)
    imported = Signal(str)
    replaced = Signal(str, object)
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, window: QMainWindow, guests: Guests, datasets: DatasetStore, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._guests, self._datasets = window, guests, datasets
        self.dialog: ImportDialog | None = None
        self._job = Job(self)
        self._job.returned.connect(self._on_read)
        self._job.failed.connect(self.failed)
        datasets.source_changed.connect(self._on_source_changed)
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def close(self) -> None:
        """End what is being read."""
        self._job.close()
        if self.dialog is not None:
            self.dialog.done(0)

    # Where it comes from

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what is dropped on the window."""
        if isinstance(event, QDragEnterEvent | QDragMoveEvent) and event.type() != QEvent.Type.Drop:
            if _is_of_use(event.mimeData()) and not self._is_back(event):
                event.acceptProposedAction()
            else:
                event.ignore()
            return True
        if isinstance(event, QDropEvent):
            event.acceptProposedAction()
            self.take(event.mimeData())
            return True
        return False

    def _is_back(self, event: QDropEvent) -> bool:
        """Whether an image is still where it is being dragged from: nobody means to bring it in."""
        source = event.source()
        if not isinstance(source, QWidget) or event.type() != QEvent.Type.DragMove:
            return False  # who does not let it enter hears no more of it
        return source.rect().contains(source.mapFrom(self._window, event.position().toPoint()))

    def paste(self) -> None:
        """Take what is on the clipboard."""
        content = QGuiApplication.clipboard().mimeData()
        if content is None or not _is_of_use(content):
            self.told.emit(tr("There is no image, file or folder on the clipboard."))
        else:
            self.take(content)

    def ask_for_folder(self) -> None:
        """Ask for a folder of images."""
        self._open_file_dialog(tr("Folder of images"), is_folder=True)

    def ask_for_file(self) -> None:
        """Ask for a file that holds images."""
        self._open_file_dialog(tr("File of images: a zip, .npy, .npz or IDX"), is_folder=False)

    def _open_file_dialog(self, title: str, is_folder: bool) -> None:
        dialog = QFileDialog(self._window, title)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if is_folder:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(FILES)
        dialog.fileSelected.connect(lambda path: self.import_from(Path(path)))
        dialog.open()

    # What it is

    def take(self, content: QMimeData) -> None:
        """Open files, folders or an image as what they are."""
        urls = content.urls()
        if not urls and content.hasImage():
            image = content.imageData()
            if isinstance(image, QImage) and not image.isNull():
                self._read_images([(tr("pasted image"), image.copy())])
            return
        paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        if not urls and content.hasText():
            paths = _paths_in(content.text())
        if not paths:
            show_error(self._window, tr("Only files and folders of this machine can be opened."))
            return
        self.take_paths(paths)

    def take_paths(self, paths: Sequence[Path]) -> None:
        """Open files and folders as what they are: one lesson, one run, one dataset, or any number of images."""
        lesson = next((path for path in paths[:MOST] if path.suffix.lower() == folders.LESSON), None)
        if lesson is not None:
            self.lesson_wanted.emit(lesson)
            self._tell_of_more(len(paths) - 1, len(paths))
            return
        from vaegui.pictures import SUFFIXES  # which takes a quarter of a second that the start need not have

        try:
            run = next((path for path in map(_run_at, paths[:MOST]) if path is not None), None)
            named = [path.suffix.lower() in SUFFIXES for path in paths]  # whatever is no image is named when it is read
            images = [path for path, is_image in zip(paths, named, strict=True) if is_image]
            others = [path for path, is_image in zip(paths, named, strict=True) if not is_image]
        except OSError as error:
            show_error(self._window, tr("{path} cannot be opened: {reason}.", path=paths[0], reason=error.strerror))
            return
        if run is not None:
            self.run_wanted.emit(run)
        elif images:
            self._read_images(images)
        else:
            self.import_from(others[0])
        self._tell_of_more(len(paths) - (len(images) if images and run is None else 1), len(paths))

    def _tell_of_more(self, left: int, count: int) -> None:
        if left:
            self.told.emit(
                tr(
                    "{left_out} of {things} things were left out: one run, dataset or lesson is opened at a time.",
                    left_out=left,
                    things=count,
                )
            )

    # Datasets

    def import_from(self, path: Path, name: str = "", recipe: Recipe | None = None) -> None:
        """Open the dialog that imports images; under the name of a dataset that is there, they replace it."""
        if self.dialog is not None:
            if self.dialog.is_busy:
                self.told.emit(tr("An import is under way: wait for it, or cancel it."))
                return
            self.dialog.reject()
        self.dialog = ImportDialog(path, name, recipe, self._window)
        self.dialog.imported.connect(self._on_imported)
        self.dialog.finished.connect(self._on_dialog_finished)
        self.dialog.open()

    def import_again(self, name: str) -> None:
        """Read a dataset's source anew, with the choices that were made before."""
        try:
            origin = importing.origin(name)
        except UserError as error:
            show_error(self._window, str(error))
            return
        if origin.is_derived:
            show_error(
                self._window,
                tr(
                    "“{dataset}” was made here, of other images: {how}. There is nothing to read again.",
                    dataset=name,
                    how=origin.how,
                ),
            )
        else:
            self.import_from(origin.path, name, origin.recipe)

    def _on_imported(self, dataset: Any, replaced: Trashed | None) -> None:
        self._datasets.add(dataset)
        self.imported.emit(dataset.name)
        if replaced is not None:
            self.replaced.emit(dataset.name, replaced)

    def _on_dialog_finished(self) -> None:
        if self.sender() is self.dialog:
            self.dialog = None

    def _on_source_changed(self, name: str, words: str) -> None:
        ask(
            self._window,
            words,
            tr(
                "Runs that were trained on them keep the images that they were trained on only until these are read "
                "again."
            ),
            {tr("Read again…"): lambda: self.import_again(name)},
            back=tr("Leave as it is"),
        )

    # Images

    def _read_images(self, images: Sequence[Path | tuple[str, QImage]]) -> None:
        try:
            recipes = self._guests.recipes()
        except UserError as error:
            show_error(self._window, str(error))
            return
        self.told.emit(tr("Reading images…"))
        self._job.start(lambda: _prepared(list(images), *recipes))

    def _on_read(self, answer: tuple[list[tuple[str, np.ndarray]], list[str], bool]) -> None:
        images, problems, was_light = answer
        if images:
            words = [self._guests.take(images)]
            if was_light:
                words.append(tr("Light paper was turned into a dark ground, which these images have."))
            self.told.emit(" ".join(words))
        if problems:
            told = problems[:MOST_TOLD]
            if len(problems) > MOST_TOLD:
                told.append(plural(len(problems) - MOST_TOLD, "… and {count:,} more", "… and {count:,} more"))
            show_error(self._window, "\n".join(told))


def _prepared(
    images: list[Path | tuple[str, QImage]], on_dark: Recipe, on_light: Recipe
) -> Generator[int, None, tuple[list[tuple[str, np.ndarray]], list[str], bool]]:
    """Read images and prepare them for a model; what cannot be read is named. Tells whether any had light paper."""
    from vaegui.pictures import read_all

    prepared: list[tuple[str, np.ndarray]] = []
    problems: list[str] = []
    was_light = False
    if len(images) > MOST:
        problems.append(
            tr("{images:,} images are too many at a time: the first {most} were taken.", images=len(images), most=MOST)
        )
    for image in images[:MOST]:
        read: Any = [(image[0], _as_array(image[1]))] if isinstance(image, tuple) else read_all([image])
        for name, pixels in read:
            if isinstance(pixels, UserError):
                problems.append(str(pixels))
            else:
                is_light = on_light != on_dark and _has_light_border(pixels)
                was_light |= is_light
                prepared.append((Path(name).name, importing.prepare(pixels, on_light if is_light else on_dark)))
        yield len(prepared)
    return prepared, problems, was_light


def _has_light_border(pixels: np.ndarray) -> bool:
    """Whether most of the border of an image (C, H, W) is light."""
    border = np.concatenate([pixels[:, 0], pixels[:, -1], pixels[:, :, 0], pixels[:, :, -1]], axis=1)
    return bool(np.median(border) > 127)


def _is_of_use(content: QMimeData) -> bool:
    return content.hasUrls() or content.hasImage() or bool(content.hasText() and _paths_in(content.text()))


def _paths_in(text: str) -> list[Path]:
    """The files that lines of text name, if all of them do."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not 0 < len(lines) <= MOST or max(map(len, lines)) > 4096:
        return []
    paths = [Path(QUrl(line).toLocalFile()) if line.startswith("file:") else Path(line) for line in lines]
    try:
        return paths if all(path.is_absolute() and path.exists() for path in paths) else []
    except (OSError, ValueError):
        return []


def _run_at(path: Path) -> Path | None:
    """The folder of a run, which a path is, or lies in."""
    folder = path.parent if path.name == folders.CONFIG else path
    return folder if (folder / folders.CONFIG).is_file() else None


def _as_array(image: QImage) -> np.ndarray:
    """Pixels (3, H, W) of an image, or (1, H, W) where all of it is grey; transparency lies on black."""
    is_grey = image.isGrayscale()
    opaque = QImage(image.size(), QImage.Format.Format_RGB888)
    opaque.fill(Qt.GlobalColor.black)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    rows = np.frombuffer(opaque.constBits(), np.uint8).reshape(opaque.height(), opaque.bytesPerLine())
    rgb = rows[:, : 3 * opaque.width()].reshape(opaque.height(), opaque.width(), 3).transpose(2, 0, 1).copy()
    return rgb[:1] if is_grey else rgb
