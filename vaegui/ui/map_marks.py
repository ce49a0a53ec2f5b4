"""What is drawn over the points of the latent map: nodes, arrows, paths with their pins, rings, outlines, the cursor.

All of it is painted in screen pixels, with a rim that sets it off from whatever is below.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vaegui.ui.map_layers import ARROWS_Z, BRUSH_Z, CURSOR_Z, GUESTS_Z, NODES_Z, PATH_Z, RING_Z, ScreenLayer
from vaegui.ui.theme import Theme


@dataclass(frozen=True)
class PinMark:
    """A pin on a map."""

    name: str
    x: float
    y: float


# Where a box may go that would cover another one, in its own sizes: (M, 2), the first of them nowhere.
SHIFTS = 0.55 * np.array(sorted(itertools.product(range(-4, 5), repeat=2), key=lambda shift: math.hypot(*shift)))

AWAY = 3.0  # heights of a box that it goes, at most


def apart(centres: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Shift boxes so that none covers one before it: for centres and sizes (N, 2) in pixels, shifts (N, 2) in sizes.

    Each goes no further than it must; NaN for those that find no room nearby.
    """
    shifts = np.full(centres.shape, np.nan)
    places, halves = np.full(centres.shape, np.inf), sizes / 2  # at infinity, those without a place cover nothing
    reach = np.abs(SHIFTS).max() + 0.5
    for row, (centre, size) in enumerate(zip(centres, sizes, strict=True)):
        near = (np.abs(places[:row] - centre) < halves[:row] + reach * size).all(-1)
        tried = centre + SHIFTS * size
        away = np.abs(tried[:, None] - places[:row][near])
        covers = (away < halves[:row][near] + halves[row]).all(-1).any(-1)
        distances = np.where(covers, np.inf, np.hypot(*(SHIFTS * size).T))
        choice = int(distances.argmin())
        if distances[choice] <= AWAY * size[1]:
            shifts[row], places[row] = SHIFTS[choice], tried[choice]
    return shifts


class MarksLayer(ScreenLayer):
    """A layer of lines and dots in one colour over a rim of the ground's."""

    def __init__(self, z: int) -> None:
        super().__init__(z)
        self._ink, self._rim, self._thick = QColor("black"), QColor("white"), 1.0

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._ink, self._rim, self._thick = QColor(theme.text), QColor(theme.base), theme.line
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw in screen pixels."""
        transform = painter.worldTransform()
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw(painter, transform)
        painter.restore()

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        raise NotImplementedError

    def _line(self, painter: QPainter, points: QPolygonF, width: float = 2.0) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for colour, extra in ((self._rim, 3.0), (self._ink, 0.0)):
            painter.setPen(QPen(colour, self._thick * (width + extra), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(points)

    def _dot(self, painter: QPainter, point: QPointF, radius: float) -> None:
        painter.setPen(QPen(self._rim, 1.5))
        painter.setBrush(self._ink)
        painter.drawEllipse(point, self._thick * radius, self._thick * radius)


class NodesLayer(MarksLayer):
    """The nodes of EM's grid and the posterior of one image on them: the area of a disc is its responsibility."""

    LARGEST = 16.0  # radius in logical pixels of responsibility 1

    def __init__(self) -> None:
        super().__init__(NODES_Z)
        self._nodes = np.empty((0, 2))
        self._weights = np.empty(0)
        self._faint = QColor("grey")

    def set_nodes(self, nodes: np.ndarray, weights: np.ndarray) -> None:
        """Show nodes (G, 2) with responsibilities (G,) that sum to one."""
        self._nodes, self._weights = nodes, weights
        self.update()

    @property
    def count(self) -> int:
        """How many nodes there are."""
        return len(self._nodes)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._faint = QColor(theme.muted)
        super().set_theme(theme)

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        """Draw all nodes as faint dots, then a disc for each that takes a part of the image."""
        places = self._nodes * (transform.m11(), transform.m22()) + (transform.dx(), transform.dy())
        painter.setPen(QPen(self._faint, 1.6 * self._thick, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in places]))
        radii = self.LARGEST * np.sqrt(self._weights)
        painter.setBrush(self._ink)
        painter.setPen(QPen(self._rim, 1.2))
        for index in np.flatnonzero(radii > 1):
            painter.drawEllipse(QPointF(*places[index]), radii[index], radii[index])


class ArrowsLayer(MarksLayer):
    """Arrows between pairs of codes, with heads of constant size on screen."""

    HEAD = 8.0  # logical pixels

    def __init__(self) -> None:
        super().__init__(ARROWS_Z)
        self._tails = self._heads = np.empty((0, 2))

    def set_arrows(self, tails: np.ndarray, heads: np.ndarray) -> None:
        """Show arrows from tails (M, 2) to heads (M, 2)."""
        self._tails, self._heads = tails, heads
        self.update()

    @property
    def count(self) -> int:
        """How many arrows there are."""
        return len(self._tails)

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        """Draw each arrow twice: a rim that sets it off from points of any colour, then the arrow."""
        lines = [
            (transform.map(QPointF(*tail)), transform.map(QPointF(*head)))
            for tail, head in zip(self._tails, self._heads, strict=True)
        ]
        for colour, extra in ((self._rim, 2.5), (self._ink, 0.0)):
            painter.setPen(QPen(colour, self._thick * (1.6 + extra), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.setBrush(colour)
            for tail, head in lines:
                angle = math.atan2(head.y() - tail.y(), head.x() - tail.x())
                painter.drawEllipse(tail, 2, 2)
                if math.hypot(head.x() - tail.x(), head.y() - tail.y()) < 3:
                    continue
                painter.drawLine(tail, head)
                wings = [
                    head - QPointF(math.cos(angle + turn), math.sin(angle + turn)) * self.HEAD for turn in (0.4, -0.4)
                ]
                painter.drawPolygon(QPolygonF([head, *wings]))


class PathLayer(MarksLayer):
    """A path through the latent plane, its pins with their names, and how far along it one is."""

    def __init__(self) -> None:
        super().__init__(PATH_Z)
        self._path = np.empty((0, 2))
        self._pins: tuple[PinMark, ...] = ()
        self._head: tuple[float, float] | None = None

    def set_path(self, path: np.ndarray, pins: tuple[PinMark, ...], head: tuple[float, float] | None) -> None:
        """Show a path (T, 2), its pins, and a place on it."""
        self._path, self._pins, self._head = path, pins, head
        self.update()

    @property
    def path(self) -> np.ndarray:
        """What is shown, (T, 2)."""
        return self._path

    @property
    def pins(self) -> tuple[PinMark, ...]:
        """The pins that are shown."""
        return self._pins

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        if len(self._path):
            self._line(painter, QPolygonF([transform.map(QPointF(*place)) for place in self._path]))
        for pin in self._pins:
            point = transform.map(QPointF(pin.x, pin.y))
            self._dot(painter, point, 5)
            metrics = painter.fontMetrics()
            box = QRectF(metrics.boundingRect(pin.name)).adjusted(-4, -2, 4, 2)
            box.moveCenter(point + QPointF(0, -10 - box.height() / 2))
            painter.setPen(QPen(self._ink, 1))
            painter.setBrush(self._rim)
            painter.drawRoundedRect(box, 3, 3)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pin.name)
        if self._head is not None:
            self._dot(painter, transform.map(QPointF(*self._head)), 3.5)


class TrailLayer(MarksLayer):
    """Where a code goes when it is decoded and encoded again and again: a line with a dot for each time."""

    def __init__(self) -> None:
        super().__init__(PATH_Z)
        self._trail = np.empty((0, 2))

    def set_trail(self, trail: np.ndarray) -> None:
        """Show codes (T, 2), the first where it began."""
        self._trail = trail
        self.update()

    @property
    def trail(self) -> np.ndarray:
        """What is shown, (T, 2)."""
        return self._trail

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        if len(self._trail):
            points = [transform.map(QPointF(*place)) for place in self._trail]
            self._line(painter, QPolygonF(points), 1.4)
            for point in points[1:-1]:
                self._dot(painter, point, 3.5)
            self._dot(painter, points[-1], 5)


class RingLayer(MarksLayer):
    """A ring around the code of the image that the pointer is at, on whichever map."""

    def __init__(self) -> None:
        super().__init__(RING_Z)
        self._place: tuple[float, float] | None = None

    def set_place(self, place: tuple[float, float] | None) -> None:
        """Put the ring somewhere, or nowhere."""
        if place != self._place:
            self._place = place
            self.update()

    @property
    def place(self) -> tuple[float, float] | None:
        """Where the ring is."""
        return self._place

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        if self._place is not None:
            point = transform.map(QPointF(*self._place))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            for colour, width in ((self._rim, 5.0), (self._ink, 2.4)):
                painter.setPen(QPen(colour, self._thick * width))
                painter.drawEllipse(point, 8, 8)


@dataclass(frozen=True)
class GuestMark:
    """An image from outside, where the model puts it."""

    x: float
    y: float
    image: QImage
    is_current: bool = False


class GuestsLayer(MarksLayer):
    """Small images, each above a dot at its code."""

    SIDE, GAP = 30.0, 7.0  # logical pixels

    def __init__(self) -> None:
        super().__init__(GUESTS_Z)
        self.marks: tuple[GuestMark, ...] = ()
        self._accent = QColor("blue")

    def set_marks(self, marks: tuple[GuestMark, ...]) -> None:
        """Show these images; the current one lies on the others."""
        self.marks = tuple(sorted(marks, key=lambda mark: mark.is_current))
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._accent = QColor(theme.accent)
        super().set_theme(theme)

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        for mark in self.marks:
            code = transform.map(QPointF(mark.x, mark.y))
            scale = self.SIDE / max(mark.image.width(), mark.image.height())
            box = QRectF(0, 0, mark.image.width() * scale, mark.image.height() * scale)
            box.moveCenter(QPointF(code.x(), code.y() - self.GAP - box.height() / 2))
            colour = self._accent if mark.is_current else self._ink
            painter.setPen(QPen(self._rim, 5.0 * self._thick))
            painter.drawRect(box)
            painter.setPen(QPen(colour, 2.0 * self._thick))
            painter.drawRect(box)
            painter.drawImage(box, mark.image)
            painter.setPen(QPen(self._rim, 2.0))
            painter.setBrush(colour)
            painter.drawEllipse(code, 4.5, 4.5)
            painter.setBrush(Qt.BrushStyle.NoBrush)


class OutlineLayer(MarksLayer):
    """The outline of a lasso or a box while it is drawn."""

    def __init__(self) -> None:
        super().__init__(BRUSH_Z)
        self._corners: list[tuple[float, float]] = []

    def set_corners(self, corners: list[tuple[float, float]]) -> None:
        """Show an outline, or none."""
        self._corners = corners
        self.update()

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        if len(self._corners) > 1:
            polygon = QPolygonF([transform.map(QPointF(*corner)) for corner in self._corners])
            fill = QColor(self._ink)
            fill.setAlpha(24)
            painter.setBrush(fill)
            painter.setPen(QPen(self._ink, 1.4 * self._thick, Qt.PenStyle.DashLine))
            painter.drawPolygon(polygon)


class CursorItem(pg.GraphicsObject):
    """The target ⊕ whose position is decoded, visible on any background."""

    RADIUS = 10.0

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(CURSOR_Z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._colour, self._rim, self._thick = QColor("black"), QColor("white"), 1.0

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._colour, self._rim, self._thick = QColor(theme.accent), QColor(theme.base), theme.line
        self.prepareGeometryChange()
        self.update()

    def boundingRect(self) -> QRectF:
        """The ring with its ticks, in logical pixels."""
        reach = self._thick * (self.RADIUS + 10)
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the ring and four ticks, rim first."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.scale(self._thick, self._thick)
        r = self.RADIUS
        for colour, width in ((self._rim, 5.0), (self._colour, 2.2)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawEllipse(QPointF(0, 0), r, r)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QPointF(x * (r - 4), y * (r - 4)), QPointF(x * (r + 6), y * (r + 6)))
