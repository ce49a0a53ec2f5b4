"""What can be done with any image on screen: copied, saved, dragged out; and what else its panel offers."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QEvent,
    QIODevice,
    QMimeData,
    QObject,
    QPointF,
    Qt,
    QUrl,
    Signal,
)
from PySide6.QtGui import (
    QAction,
    QContextMenuEvent,
    QDrag,
    QGuiApplication,
    QImage,
    QImageWriter,
    QKeySequence,
    QMouseEvent,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFileDialog, QMenu, QWidget

from vaegui import storing
from vaegui.ui.preferences import Preferences
from vaegui.words import tr

DRAGGED_SIDE = 72  # logical pixels of the image under the pointer
LONGEST_NAME = 80
Entry = tuple[str, Callable[[], object]]


class HasImages(Protocol):
    """A widget that shows images."""

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place of the widget, or without one the current image, and its number."""
        ...


class ImageMenu(QObject):
    """The context menu of a widget that shows images, Ctrl+C on it, and the dragging of an image out of it.

    Signals:
        told: words for the status bar.
        failed: a sentence and a traceback.
    """

    told = Signal(str)
    failed = Signal(str, str)

    def __init__(
        self,
        widget: QWidget,
        name_of: Callable[[int], str],
        entries: Callable[[int, QImage], Sequence[Entry]],
        more: Sequence[QAction],
        preferences: Preferences,
        drags: bool = True,
    ) -> None:
        """Install it.

        Args:
            widget: it `HasImages`.
            name_of: what an image is called, by its number.
            entries: what its panel offers for an image besides.
            more: the last entries.
            preferences: they know where something was saved last.
            drags: whether an image can be dragged out; not where dragging means something else.
        """
        super().__init__(widget)
        self._widget, self._name_of, self._entries, self._more = widget, name_of, entries, more
        self._preferences, self._drags = preferences, drags
        self._pressed: QPointF | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None  # of what was dragged out
        self.copy_action = QAction(tr("&Copy image"), widget)
        self.copy_action.setShortcut(QKeySequence.StandardKey.Copy)
        self.copy_action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self.copy_action.triggered.connect(self._copy_current)
        widget.addAction(self.copy_action)
        if widget.focusPolicy() == Qt.FocusPolicy.NoFocus:  # keys reach it, too
            widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        widget.installEventFilter(self)
        if isinstance(widget, QAbstractScrollArea):
            widget.viewport().installEventFilter(self)

    def close(self) -> None:
        """Remove what was dragged out from the folder for such things."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    # What is done

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu, and begin a drag."""
        if isinstance(event, QContextMenuEvent):
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            found = self._image_at(None if by_key else QPointF(event.pos()))
            if found is not None:
                self.open_menu(*found, event)
            return found is not None
        if isinstance(event, QMouseEvent) and self._drags:
            return self._on_mouse(event)
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        if event.type() == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = event.position()
        elif event.type() == QEvent.Type.MouseButtonRelease:
            self._pressed = None
        elif event.type() == QEvent.Type.MouseMove and self._pressed is not None:
            moved = (event.position() - self._pressed).manhattanLength()
            if event.buttons() & Qt.MouseButton.LeftButton and moved >= QApplication.startDragDistance():
                found, self._pressed = self._image_at(self._pressed), None
                if found is not None:
                    self._drag(*found)
                return found is not None
        return False

    def open_menu(self, number_of: int, image: QImage, event: QContextMenuEvent) -> None:
        """Open the menu for an image."""
        menu = QMenu(self._widget)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, act in self._entries(number_of, image):
            menu.addAction(text).triggered.connect(partial(_do, act))
        menu.addSeparator()
        copy = menu.addAction(tr("&Copy image"))
        copy.triggered.connect(partial(_do, partial(self.copy, number_of, image)))
        save = menu.addAction(tr("Save &image…"))
        save.triggered.connect(partial(_do, partial(self.ask, number_of, image)))
        menu.addSeparator()
        menu.addActions(list(self._more))
        menu.popup(event.globalPos())

    def copy(self, number_of: int, image: QImage) -> None:
        """Put an image on the clipboard, pixel by pixel."""
        QGuiApplication.clipboard().setImage(image)
        self.told.emit(
            tr(
                "Copied: {image}, {width} × {height} pixels.",
                image=self._name_of(number_of),
                width=image.width(),
                height=image.height(),
            )
        )

    def ask(self, number_of: int, image: QImage) -> None:
        """Ask where to save an image."""
        start = self._preferences.export_folder / _file_name(self._name_of(number_of))
        dialog = QFileDialog(self._widget.window(), tr("Save the image"), str(start))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PNG image (*.png)"))
        dialog.setDefaultSuffix("png")
        dialog.fileSelected.connect(lambda path: self._save(image, Path(path)))
        dialog.open()

    def _save(self, image: QImage, path: Path) -> None:
        try:
            storing.replace(path, png(image))
        except OSError as error:
            self.failed.emit(
                tr(
                    "The image was not saved as {path}: {reason}. Nothing there was changed; choose another place.",
                    path=path,
                    reason=storing.in_words(error),
                ),
                "",
            )
            return
        self._preferences.export_folder = path.parent
        self.told.emit(
            tr(
                "Saved as {path}, {width} × {height} pixels.",
                path=path.name,
                width=image.width(),
                height=image.height(),
            )
        )

    def _copy_current(self) -> None:
        found = self._image_at(None)
        if found is not None:
            self.copy(*found)

    def _image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        widget: HasImages = self._widget  # type: ignore[assignment]
        return widget.image_at(place)

    # Dragging

    def _drag(self, number_of: int, image: QImage) -> None:
        try:
            content = self.content_of(number_of, image)
        except OSError as error:
            self.failed.emit(tr("The image cannot be dragged out: {reason}.", reason=storing.in_words(error)), "")
            return
        drag = QDrag(self._widget)
        drag.setMimeData(content)
        side = round(DRAGGED_SIDE * self._widget.devicePixelRatioF())
        shown = QPixmap.fromImage(image).scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio)
        shown.setDevicePixelRatio(self._widget.devicePixelRatioF())
        drag.setPixmap(shown)
        drag.exec(Qt.DropAction.CopyAction)

    def content_of(self, number_of: int, image: QImage) -> QMimeData:
        """What is dragged: a file for file managers, and the image for other programs.

        Raises:
            OSError: when there is no place for the file.
        """
        if self._folder is None:
            self._folder = tempfile.TemporaryDirectory(prefix="vaegui-", ignore_cleanup_errors=True)
        file = Path(self._folder.name) / _file_name(self._name_of(number_of))
        file.write_bytes(png(image))
        content = QMimeData()
        content.setUrls([QUrl.fromLocalFile(str(file))])
        content.setImageData(image)
        return content


def png(image: QImage) -> bytes:
    """An image as a PNG file, pixel by pixel."""
    buffer = QBuffer(content := QByteArray())
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, b"png").write(image)
    buffer.close()
    return bytes(content.data())


def _file_name(title: str) -> str:
    """A name that any system takes for a file's."""
    words = title.replace("−", "-").replace(", ", ",")
    return re.sub(r"[^\w.,()-]+", "-", words).strip("-.")[:LONGEST_NAME] + ".png"


def _do(act: Callable[[], object], *_: object) -> None:
    act()
