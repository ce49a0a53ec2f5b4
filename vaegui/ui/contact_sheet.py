"""Test images side by side, with a caption each; each picture is made when it is first seen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    Signal,
)
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import QListView, QWidget

from vaegui.words import grouped, tr

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

    def image(self, number_of: int) -> QImage | None:
        return self._picture(int(self._rows[number_of]))

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        number_of = index.row()
        if role == Qt.ItemDataRole.DisplayRole:
            return self._captions[number_of]
        if role == Qt.ItemDataRole.UserRole:
            return int(self._rows[number_of])
        if role == Qt.ItemDataRole.ToolTipRole:
            return tr("test image {row:,}", row=int(self._rows[number_of]))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tr(
                "test image {row:,}, {caption}", row=int(self._rows[number_of]), caption=self._captions[number_of]
            )
        if role == Qt.ItemDataRole.DecorationRole:
            if number_of not in self._pictures:
                image = self.image(number_of)
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
        self.setToolTip(tr("Click an image, or press Enter on it, to send the target to its code"))
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

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place, or without one the current image, and its test row."""
        index = self.currentIndex() if place is None else self.indexAt(place.toPoint())
        image = self._sheet.image(index.row()) if index.isValid() else None
        return None if image is None else (int(index.data(Qt.ItemDataRole.UserRole)), image)

    def figure_height(self, width: float) -> float:
        """The height of a row in a figure, in logical pixels: it takes as many rows as there is room for."""
        return float(self.gridSize().height()) if self._sheet.rowCount() else 0.0

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw the images from the first one on, in rows, and say how many there was no room for."""
        cell, count = self.gridSize(), self._sheet.rowCount()
        columns = max(int(size.width() // cell.width()), 1)
        pitch, line = size.width() / columns, self.fontMetrics().height()
        shown = min(columns * max(int(size.height() // cell.height()), 1), count)
        if shown < count:
            shown -= 1  # where the words stand
        painter.setFont(self.font())
        for number_of in range(shown):
            row, column = divmod(number_of, columns)
            box = QRectF(column * pitch, row * cell.height(), pitch, cell.height())
            image = self._sheet.image(number_of)
            if image is not None:
                scale = SIDE / max(image.width(), image.height())
                area = QRectF(0, 0, image.width() * scale, image.height() * scale)
                area.moveCenter(QPointF(box.center().x(), box.top() + 2 + SIDE / 2))
                painter.drawImage(area, image)
            painter.setPen(self.palette().text().color())
            caption = str(self._sheet.index(number_of).data())
            box.setTop(box.top() + SIDE + 4)
            painter.drawText(QRectF(box.left(), box.top(), box.width(), line), Qt.AlignmentFlag.AlignCenter, caption)
        if shown < count:
            row, column = divmod(shown, columns)
            box = QRectF(column * pitch, row * cell.height(), pitch, SIDE)
            painter.setPen(self.palette().placeholderText().color())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, grouped(f"+ {count - shown:,}"))

    def _on_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(int(index.data(Qt.ItemDataRole.UserRole)))
