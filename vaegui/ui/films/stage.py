"""What every frame of a film is composed of: a large square at the left, words, images and a curve at the right.

Frames are laid out in logical units and painted at any number of pixels, so that a larger film shows the same, and not
more of it in smaller letters. The large square and the curve are widgets that are never shown.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen
from PySide6.QtWidgets import QApplication, QWidget

from vaegui.ui.theme import LIGHT, Axis, Theme, tabular

WIDTH, HEIGHT = 1067, 600  # logical units: 16 to 9
LEFT, RIGHT = HEIGHT + 20.0, WIDTH - 24.0  # of what is beside the square
TOP = 24.0
AXIS_WIDTH, AXIS_HEIGHT = 52, 40  # fixed, or numbers would move the plot while they change
Point = tuple[float, float]


class Stage:
    """Paints the frames of one film; only in the window's thread, like anything that is drawn with widgets."""

    first_share = 0.0  # of the preview

    def __init__(self) -> None:
        self.theme = LIGHT

    def fill(self) -> None:
        """Put on it what it shows; in a turn of the event loop of its own, since building it takes one, too."""

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.theme = theme

    def paint(self, share: float, height: int) -> QImage:
        """The frame after a share of the film, 0…1, so many pixels high and 16/9 as wide, made even."""
        image = QImage(2 * round(height * WIDTH / HEIGHT / 2), height, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(height / HEIGHT)
        image.fill(QColor(self.theme.base))
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        try:
            self._draw(painter, share)
        finally:
            painter.end()
        return image

    def words_at(self, share: float) -> str:
        """What the frame says."""
        raise NotImplementedError

    def _draw(self, painter: QPainter, share: float) -> None:
        raise NotImplementedError

    # Parts of a frame

    def _write(
        self,
        painter: QPainter,
        y: float,
        text: str,
        size: float = 15.0,
        colour: str = "",
        bold: bool = False,
        area: tuple[float, float] = (LEFT, RIGHT),
    ) -> float:
        """Write words, broken into lines where they must, from y on; return where the next ones can stand."""
        font = letters(size, bold)
        painter.setFont(font)
        painter.setPen(QColor(colour or self.theme.text))
        box = QRectF(area[0], y, area[1] - area[0], HEIGHT - y)
        wrapped = Qt.TextFlag.TextWordWrap
        taken = painter.boundingRect(box, wrapped, text)
        painter.drawText(box, wrapped, text)
        return float(taken.bottom()) + 0.35 * size

    def _show_image(self, painter: QPainter, box: QRectF, image: QImage) -> QRectF:
        """Draw an image as large as it fits into a box, in proportion, a pixel as a square; return where it lies."""
        scale = min(box.width() / image.width(), box.height() / image.height())
        place = QRectF(0, 0, image.width() * scale, image.height() * scale)
        place.moveCenter(box.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(place, image)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self.theme.border), 1))
        painter.drawRect(place)
        return place


class Curve(pg.PlotWidget):
    """A small plot of lines that grow, with axes that stay."""

    def __init__(self, bottom: str, left: str) -> None:
        self._axes = {side: Axis(side) for side in ("bottom", "left")}
        super().__init__(axisItems=self._axes, enableMenu=False)
        self.hideButtons()
        self.setMouseEnabled(False, False)
        self.setLabel("bottom", bottom)
        self.setLabel("left", left)
        fix_axes(self)
        self.getPlotItem().setContentsMargins(0, 8, 8, 0)  # for numbers at the ends of the axes
        self._lines: list[tuple[pg.PlotDataItem, float]] = []
        self._dot = pg.ScatterPlotItem(size=8)
        self.addItem(self._dot, ignoreBounds=True)
        self._theme = LIGHT

    def set_ranges(self, x: Point, y: Point) -> None:
        """What the axes show."""
        self.getViewBox().setRange(xRange=x, yRange=y, padding=0.04)

    def set_whole_numbers(self, step: int) -> None:
        """Number the bottom axis by every so many."""
        self._axes["bottom"].setTickSpacing(major=step, minor=step)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.setBackground(theme.base)
        for axis in self._axes.values():
            axis.set_theme(theme)
        self._dot.setPen(pg.mkPen(theme.base))
        self._dot.setBrush(pg.mkBrush(theme.accent))
        for line, width in self._lines:
            line.setPen(pg.mkPen(theme.accent, width=width))

    def set_lines(self, lines: Sequence[tuple[Sequence[Point], float]]) -> None:
        """Show lines, each a sequence of points and a width; a dot at the end of the first one that has points."""
        while len(self._lines) < len(lines):
            self._lines.append((self.plot(), lines[len(self._lines)][1]))
            self.set_theme(self._theme)
        ends = []
        for (curve, _), (points, _) in zip(self._lines, lines, strict=True):
            x, y = np.array(points, float).reshape(-1, 2).T
            curve.setData(x, y)
            ends += [points[-1]] if len(points) else []
        x, y = np.array(ends[:1], float).reshape(-1, 2).T
        self._dot.setData(x, y)


def letters(size: float, bold: bool = False) -> QFont:
    """The application's font in logical units, with figures of equal width."""
    font = tabular(QApplication.font())
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font


def fix_axes(plot: pg.PlotWidget) -> None:
    """Give the axes a width that does not depend on their numbers."""
    plot.getPlotItem().getAxis("left").setWidth(AXIS_WIDTH)
    plot.getPlotItem().getAxis("bottom").setHeight(AXIS_HEIGHT)


def put(painter: QPainter, widget: QWidget, x: float, y: float) -> None:
    """Paint a widget that is never shown."""
    ratio = painter.device().devicePixelRatioF()
    image = QImage(widget.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    QWidget.render(widget, image, QPoint())  # not a plot’s own, which would paint its scene at another scale
    painter.drawImage(QRectF(x, y, widget.width(), widget.height()), image)
