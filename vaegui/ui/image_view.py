"""Images on screen: one large one, a table and a sheet of small ones. A pixel is data: enlarging never smooths."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
import torch
from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from torch import Tensor

from vaegui.ui.accessible import announce, scroll_to, set_role, shows_focus
from vaegui.ui.theme import tabular
from vaegui.words import plural, tr

DIFFERENCE_MAP = "CET-D9"  # blue below 0, white at 0, red above
AMOUNT_MAP = "CET-L9"  # perceptually uniform, dark to bright
CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
BY_KEY = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def to_rgb(image: Tensor, paper: bool) -> np.ndarray:
    """Turn images (..., C, H, W) in [0, 1] into RGB (..., H, W, 3) uint8; `paper` draws grey images as ink on white."""
    image = image.detach()
    if image.shape[-3] not in (1, 3):
        image = image.mean(-3, keepdim=True)  # no colours that a screen has
    values = image.nan_to_num().clamp(0, 1).mul(255).round().to(torch.uint8).movedim(-3, -1).numpy()
    if values.shape[-1] == 1:
        values = np.repeat(255 - values if paper else values, 3, axis=-1)
    return values


def difference_rgb(difference: Tensor) -> np.ndarray:
    """Draw differences (..., C, H, W) in [−1, 1]: by a diverging map centred on 0.

    Those of colours are colours themselves, halved and put around grey: averaged over channels, a red that is missing
    and a blue that is too much would look like no difference.
    """
    if difference.shape[-3] == 3:
        return to_rgb(0.5 + difference.nan_to_num() / 2, paper=False)
    table = pg.colormap.get(DIFFERENCE_MAP).getLookupTable(nPts=255)
    index = np.rint((difference.detach().nan_to_num().mean(-3).clamp(-1, 1).numpy() + 1) * 127).astype(np.uint8)
    rgb: np.ndarray = table[index][..., :3].astype(np.uint8)
    return rgb


def amount_rgb(values: Tensor) -> np.ndarray:
    """Colour amounts (..., C, H, W) ≥ 0, averaged over channels, from 0 to the largest of them."""
    table = pg.colormap.get(AMOUNT_MAP).getLookupTable(nPts=256)
    amounts = values.detach().nan_to_num().mean(-3)
    index = np.rint((amounts / amounts.max().clamp(min=1e-12) * 255).numpy()).astype(np.uint8)
    rgb: np.ndarray = table[index][..., :3].astype(np.uint8)
    return rgb


def to_qimage(rgb: np.ndarray) -> QImage:
    """Copy RGB (H, W, 3) uint8 into a QImage."""
    rgb = np.ascontiguousarray(rgb)
    height, width, _ = rgb.shape
    image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    return image.convertToFormat(QImage.Format.Format_RGB32)  # a copy, which is painted in half the time


def from_qimage(image: QImage, channels: int, paper: bool) -> np.ndarray:
    """Turn what `to_qimage(to_rgb(…))` made back into pixels (C, H, W) uint8 of 1 or 3 channels."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
    pixels = rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).transpose(2, 0, 1).copy()
    if channels == 3:
        return pixels
    return 255 - pixels[:1] if paper else pixels[:1]


def mosaic(rgb: np.ndarray, columns: int) -> np.ndarray:
    """Lay images RGB (M, H, W, 3) out row by row, without the last ones that do not fill a row."""
    count, height, width, _ = rgb.shape
    rows = count // columns
    tiles = rgb[: rows * columns].reshape(rows, columns, height, width, 3).swapaxes(1, 2)
    return tiles.reshape(rows * height, columns * width, 3)


class ImageView(QWidget):
    """One image as large as it fits, in proportion."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # else what lies behind is painted with every image
        self.setMinimumSize(120, 120)
        self.setAccessibleName(tr("Decoded image"))
        set_role(self, QAccessible.Role.Graphic)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage | None) -> None:
        """Show an image, or nothing."""
        self._image = image
        self.update()

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The only image there is, wherever in the widget, and its number 0."""
        return None if self._image is None else (0, self._image)

    def sizeHint(self) -> QSize:
        """Prefer a square of a comfortable size."""
        return QSize(260, 260)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the image, centred, with a hairline around it."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        if self._image is None:
            return
        scale = min((self.width() - 2) / self._image.width(), (self.height() - 2) / self._image.height())
        size = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
        size.moveCenter(QPointF(self.rect().center()))
        painter.drawImage(size, self._image)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(size)


class ImageSheet(QWidget):
    """A square of small images; a click, or arrow keys and Enter, choose one.

    Signals:
        chosen: the number of the image, row by row.
    """

    chosen = Signal(int)

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side = side
        self._sheet: QImage | None = None
        self._current = 0
        set_role(self, QAccessible.Role.Graphic)
        self._describe()
        self.setMinimumSize(160, 160)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def image(self) -> QImage | None:
        """The whole sheet."""
        return self._sheet

    def set_images(self, rgb: np.ndarray | None) -> None:
        """Show images RGB (side², H, W, 3) uint8, or nothing."""
        if rgb is None:
            self._sheet = None
        else:
            self._sheet = to_qimage(mosaic(rgb, self._side))
        shows_focus(self, rgb is not None)
        self.update()

    def cell_rect(self, number: int) -> QRectF:
        """Where an image lies in the widget."""
        area = self._area()
        cell = area.width() / self._side, area.height() / self._side
        row, column = divmod(number, self._side)
        return QRectF(area.left() + column * cell[0], area.top() + row * cell[1], *cell)

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place, or without one the current image, and its number."""
        if self._sheet is None:
            return None
        numbers = range(self._side**2) if place is not None else (self._current,)
        for number in numbers:
            if place is None or self.cell_rect(number).contains(place):
                row, column = divmod(number, self._side)
                width, height = self._sheet.width() // self._side, self._sheet.height() // self._side
                return number, self._sheet.copy(column * width, row * height, width, height)
        return None

    def _area(self) -> QRectF:
        image = self._sheet
        width, height = (image.width(), image.height()) if image is not None else (1, 1)
        scale = min((self.width() - 2) / width, (self.height() - 2) / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the image under the pointer; the right button asks for the menu only."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for number in range(self._side**2):
            if self.cell_rect(number).contains(event.position()):
                self._choose(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow keys move between images, Home and End go to the first and the last, Enter chooses."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -self._side, Qt.Key.Key_Down: self._side}
        steps |= {Qt.Key.Key_Home: -self._current, Qt.Key.Key_End: self._side**2 - 1 - self._current}
        steps |= dict.fromkeys(CHOOSING, 0)
        step = steps.get(Qt.Key(event.key()))
        if step is None or event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
        elif 0 <= self._current + step < self._side**2:
            self._choose(self._current + step)

    def _choose(self, number: int) -> None:
        self._current = number
        cell = self.cell_rect(number).toAlignedRect()
        scroll_to(self, cell)
        self._describe()
        announce(self, self.accessibleDescription())
        self.update()
        if self._sheet is not None:
            self.chosen.emit(number)

    def _describe(self) -> None:
        row, column = divmod(self._current, self._side)
        count = self._side**2
        self.setAccessibleDescription(
            tr(
                "Image {image} of {images}, row {row}, column {column}",
                image=self._current + 1,
                images=count,
                row=row + 1,
                column=column + 1,
            )
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet with hairlines between its images, and a frame around the current one."""
        if self._sheet is None:
            return
        painter = QPainter(self)
        area = self._area()
        painter.drawImage(area, self._sheet)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        for number in range(self._side**2):
            painter.drawRect(self.cell_rect(number))
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
            painter.drawRect(self.cell_rect(self._current))


@dataclass(frozen=True)
class TableRow:
    """Images of one row, left to right (None leaves a place empty), with a caption below each (empty for none)."""

    images: tuple[QImage | None, ...]
    captions: tuple[str, ...]
    title: str = ""  # a letter at the left
    begins_group: bool = False  # set off from the row above


class ImageTable(QWidget):
    """Rows of small images under column headings; a click or Enter chooses a row.

    Signals:
        row_chosen: the number of the row.
    """

    row_chosen = Signal(int)
    MARGIN = 8
    LARGEST = 96
    GUTTER = 16  # for the titles of rows, where there are any

    def __init__(self, headings: tuple[str, ...], tips: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings = headings
        self._rows: list[TableRow] = []
        self._current = -1
        self.setToolTip("<br>".join(f"<b>{h}</b> {t}" for h, t in zip(headings, tips, strict=True)))
        set_role(self, QAccessible.Role.Graphic)
        self._describe()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setFont(tabular(self.font()))

    def set_rows(self, rows: list[TableRow]) -> None:
        """Replace what is shown."""
        self._rows = rows
        self._current = min(self._current, len(rows) - 1)
        shows_focus(self, bool(rows))
        self._describe()
        self._fit()
        self.update()

    @property
    def rows(self) -> list[TableRow]:
        """What is shown."""
        return self._rows

    def row_rect(self, row: int) -> QRectF:
        """Where a row lies in the widget."""
        return self._row_rect(row, self.width())

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place, or without one the first of the current row, and the number of its row."""
        for number, row in enumerate(self._rows):
            if place is None and number == max(self._current, 0):
                return next(((number, image) for image in row.images if image is not None), None)
            if place is not None and self.row_rect(number).contains(place):
                gutter = self._gutter()
                pitch = (self.width() - gutter - self.MARGIN) / len(self._headings)
                column = int((place.x() - gutter - self.MARGIN / 2) / pitch)
                image = row.images[column] if 0 <= column < len(row.images) else None
                return None if image is None else (number, image)
        return None

    def _row_rect(self, row: int, width: float) -> QRectF:
        height = self._row_height(width)
        return QRectF(0, self._line() + self.MARGIN + row * height, width, height)

    def _line(self) -> int:
        return QFontMetrics(self.font()).height()

    def _cell(self, width: float) -> float:
        columns = len(self._headings)
        room = width - self._gutter() - (columns + 1) * self.MARGIN
        return max(24.0, min(self.LARGEST, room / columns))

    def _gutter(self) -> int:
        return self.GUTTER if any(row.title for row in self._rows) else 0

    def _row_height(self, width: float) -> float:
        captioned = any(caption for row in self._rows for caption in row.captions)
        return self._cell(width) + (self._line() + 2 if captioned else 0) + self.MARGIN

    def _fit(self) -> None:
        self.setMinimumHeight(int(self.row_rect(len(self._rows)).top()) + self.MARGIN)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all rows within the widget's height; the scroll area around it does the rest."""
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer; the right button asks for the menu only."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        for row in range(len(self._rows)):
            if self.row_rect(row).contains(event.position()):
                self._choose(row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down move between rows, Home and End go to the first and the last, Enter chooses."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -len(self._rows)}
        steps |= {Qt.Key.Key_End: len(self._rows)} | dict.fromkeys(CHOOSING, 0)
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._rows or event.modifiers() & COMMANDS:
            super().keyPressEvent(event)
            return
        self._choose(min(max(self._current + step, 0), len(self._rows) - 1))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row keys begin at."""
        super().focusInEvent(event)
        if self._rows and event.reason() in BY_KEY:
            self._current = max(self._current, 0)
            scroll_to(self, self.row_rect(self._current).toAlignedRect())
            self._describe()

    def _choose(self, row: int) -> None:
        self._current = row
        scroll_to(self, self.row_rect(row).toAlignedRect())
        self._describe()
        announce(self, self.accessibleDescription())
        self.update()
        self.row_chosen.emit(row)

    def _describe(self) -> None:
        """Say which row keys are at, and what stands below its images."""
        if not 0 <= self._current < len(self._rows):
            self.setAccessibleDescription(
                plural(
                    len(self._rows),
                    "{count} row of images: {headings}",
                    "{count} rows of images: {headings}",
                    headings=", ".join(self._headings),
                )
            )
            return
        row = self._rows[self._current]
        said = [f"{head} {words}" for head, words in zip(self._headings, row.captions, strict=True) if words]
        which = tr("Row {row} of {rows}", row=self._current + 1, rows=len(self._rows))
        self.setAccessibleDescription(", ".join([f"{which}, {row.title}" if row.title else which, *said]))

    def figure_height(self, width: float) -> float:
        """The height of all rows in a figure of this width, whatever part of them is scrolled into view."""
        return self._row_rect(len(self._rows), width).top() if self._rows else 0.0

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all rows in a figure, without the mark of the current one."""
        painter.setFont(self.font())
        self._draw(painter, size.width(), current=-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headings, images and captions."""
        self._draw(QPainter(self), self.width(), self._current if self.hasFocus() else -1)

    def _draw(self, painter: QPainter, width: float, current: int) -> None:
        metrics = QFontMetrics(self.font())
        cell, line = self._cell(width), self._line()
        gutter = self._gutter()
        pitch = (width - gutter - self.MARGIN) / len(self._headings)
        muted, text = self.palette().placeholderText().color(), self.palette().text().color()
        painter.setPen(muted)
        centre = Qt.AlignmentFlag.AlignCenter
        for column, heading in enumerate(self._headings):
            box = QRectF(gutter + self.MARGIN / 2 + column * pitch, 0, pitch, line + self.MARGIN / 2)
            painter.drawText(box, centre, metrics.elidedText(heading, Qt.TextElideMode.ElideRight, int(pitch)))
        for number, row in enumerate(self._rows):
            area = self._row_rect(number, width)
            if number == current:
                painter.setPen(QPen(self.palette().highlight().color(), 2))
                painter.drawRoundedRect(area.adjusted(2, -self.MARGIN / 2, -2, -self.MARGIN / 2), 4, 4)
            if row.begins_group and number:
                painter.setPen(QPen(self.palette().mid().color(), 1))
                height = area.top() - self.MARGIN / 2
                painter.drawLine(QPointF(self.MARGIN, height), QPointF(width - self.MARGIN, height))
            if row.title:
                painter.setPen(text)
                painter.drawText(QRectF(self.MARGIN / 2, area.top(), gutter, cell), centre, row.title)
            for column, (image, caption) in enumerate(zip(row.images, row.captions, strict=True)):
                if image is None:
                    continue
                middle = gutter + self.MARGIN / 2 + (column + 0.5) * pitch
                scale = cell / max(image.width(), image.height())
                box = QRectF(0, area.top(), image.width() * scale, image.height() * scale)
                box.moveCenter(QPointF(middle, area.top() + cell / 2))
                painter.drawImage(box, image)
                painter.setPen(QPen(self.palette().mid().color(), 1))
                painter.drawRect(box)
                if caption:
                    painter.setPen(text)
                    painter.drawText(QRectF(middle - pitch / 2, area.top() + cell + 2, pitch, line), centre, caption)
