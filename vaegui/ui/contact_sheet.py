"""Test images side by side, with a caption each; each picture is made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QListView, QWidget

SIDE = 48  # logical pixels of an image


class _Model(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._rows: np.ndarray = np.empty(0, np.int64)
        self._captions: Sequence[str] = ()
        self._picture: Callable[[int], QImage | None] = lambda row: None
        self._pictures: dict[int, QPixmap] = {}

    def set_rows(self, rows: np.ndarray, captions: Sequence[str], picture: Callable[[int], QImage | None]) -> None:
        self.beginResetModel()
        self._rows, self._captions, self._picture, self._pictures = rows, captions, picture, {}
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number_of = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._captions[number_of]
        if role == Qt.ItemDataRole.UserRole:
            return int(self._rows[number_of])
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"test image {int(self._rows[number_of]):,}"
        if role == Qt.ItemDataRole.DecorationRole:
            if number_of not in self._pictures:
                image = self._picture(int(self._rows[number_of]))
                size = Qt.AspectRatioMode.KeepAspectRatio
                picture = QPixmap() if image is None else QPixmap.fromImage(image).scaled(SIDE, SIDE, size)
                self._pictures[number_of] = picture
            return self._pictures[number_of]
        return None


class ContactSheet(QListView):
    """Images of test rows; a click, or Enter, chooses one.

    Signals:
        chosen: the test row of an image.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = _Model()
        self.setModel(self._sheet)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setIconSize(QSize(SIDE, SIDE))
        self.setGridSize(QSize(SIDE + 14, SIDE + self.fontMetrics().height() + 12))
        self.setToolTip("Click an image, or press Enter on it, to send the target to its code")
        self.clicked.connect(self._on_chosen)
        self.activated.connect(self._on_chosen)

    def set_rows(self, rows: np.ndarray, captions: Sequence[str], picture: Callable[[int], QImage | None]) -> None:
        """Show images of these test rows (M,), with a caption each."""
        self._sheet.set_rows(rows, captions, picture)

    @property
    def rows(self) -> list[int]:
        """The test rows that are shown, in order."""
        indices = (self._sheet.index(i) for i in range(self._sheet.rowCount()))
        return [self._sheet.data(index, Qt.ItemDataRole.UserRole) for index in indices]  # type: ignore[misc]

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(int(index.data(Qt.ItemDataRole.UserRole)))
