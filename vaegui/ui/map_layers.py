"""What can lie on the latent map: points, the decoded manifold, prior contours, arrows, the cursor.

Points and arrows are painted in screen pixels inside `paint`, so that their size does not depend on the zoom.
"""

from __future__ import annotations

import math

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from vaegui.ui.theme import Theme, class_rgb

MANIFOLD_Z, POINTS_Z, PRIOR_Z, ARROWS_Z, LABELS_Z, NODES_Z, CURSOR_Z = range(1, 8)


class ScreenLayer(pg.GraphicsObject):
    """A layer that covers the view, and is painted anew in screen pixels whenever the view moves."""

    def __init__(self, z: int) -> None:
        super().__init__()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        """Cover the view: the layer paints whatever part of it is seen."""
        box = self.getViewBox()
        return box.viewRect() if box is not None else QRectF()

    def viewRangeChanged(self) -> None:
        """Follow the view."""
        self.prepareGeometryChange()
        self.update()


class PointsLayer(ScreenLayer):
    """A scatter of coloured discs, rasterised to one image: 10,000 points cost a few milliseconds.

    Points are drawn in a random order that stays the same, so that no class lies on top of the others.
    """

    def __init__(self) -> None:
        super().__init__(POINTS_Z)
        self._points = np.empty((0, 2))
        self._rgb = np.empty((0, 3), np.uint8)
        self._radius = 2.4  # logical pixels
        self._version = 0
        self._cache: tuple[object, QImage] | None = None

    def set_points(self, points: np.ndarray, labels: np.ndarray, classes: int) -> None:
        """Show points (N, 2) in the colours of their labels (N,)."""
        order = np.random.default_rng(0).permutation(len(points))
        self._points = points[order]
        self._rgb = class_rgb(classes)[labels[order]] if len(points) else np.empty((0, 3), np.uint8)
        self._radius = 2.4 if len(points) > 3000 else 3.4
        self._version += 1
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the rasterised points over the visible part of the view."""
        transform = painter.worldTransform()
        area = transform.mapRect(self.boundingRect()).toAlignedRect()
        ratio = painter.device().devicePixelRatio()
        key = (transform.m11(), transform.m22(), transform.dx(), transform.dy(), area.getRect(), ratio, self._version)
        if self._cache is None or self._cache[0] != key:
            scale = np.array([transform.m11(), transform.m22()]) * ratio
            shift = np.array([transform.dx() - area.left(), transform.dy() - area.top()]) * ratio
            size = (max(1, round(area.height() * ratio)), max(1, round(area.width() * ratio)))
            self._cache = (key, rasterise(self._points * scale + shift, self._rgb, size, self._radius * ratio))
            self._cache[1].setDevicePixelRatio(ratio)
        painter.save()
        painter.resetTransform()
        painter.drawImage(area.topLeft(), self._cache[1])
        painter.restore()


def rasterise(points: np.ndarray, rgb: np.ndarray, size: tuple[int, int], radius: float) -> QImage:
    """Paint discs of colours rgb (N, 3) at pixel positions (N, 2) = (x, y) into an image of size (height, width).

    All soft rims are written before all cores, so that no point's rim cuts into another point.
    """
    height, width = size
    reach = math.ceil(radius + 0.5)
    stride = width + 2 * reach  # a margin on all sides lets discs hang over the edge
    canvas = np.zeros((height + 2 * reach) * stride, np.uint32)
    seen = np.all((points >= 0) & (points < (width, height)), axis=1)
    columns, rows = points[seen].astype(np.int64).T
    centres = (rows + reach) * stride + columns + reach
    colours = rgb[seen].astype(np.float32)
    dy, dx = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    coverage = np.clip(radius + 0.5 - np.hypot(dx, dy), 0, 1)
    for mask in ((coverage > 0) & (coverage < 1), coverage == 1):
        for y, x, alpha in zip(dy[mask], dx[mask], coverage[mask], strict=True):
            red, green, blue = (colours * alpha).astype(np.uint32).T
            canvas[centres + y * stride + x] = (round(alpha * 255) << 24) | (red << 16) | (green << 8) | blue
    picture = np.ascontiguousarray(canvas.reshape(-1, stride)[reach:-reach, reach:-reach])
    return QImage(picture.data, width, height, 4 * width, QImage.Format.Format_ARGB32_Premultiplied).copy()


class ManifoldLayer(pg.ImageItem):
    """A mosaic of decoded images laid over the part of the latent plane they were decoded from."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self._tile = (1, 1)
        self._seam = QPen()
        self.setZValue(MANIFOLD_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._seam = pg.mkPen(theme.border, width=1)

    def paint(self, painter: QPainter, *args: object) -> None:
        """Draw the mosaic, and a hairline between images, whose own edges may touch."""
        super().paint(painter, *args)
        if self.image is not None:
            rows, columns = self.image.shape[0], self.image.shape[1]
            height, width = self._tile
            painter.setPen(self._seam)
            for x in range(width, columns, width):
                painter.drawLine(x, 0, x, rows)
            for y in range(height, rows, height):
                painter.drawLine(0, y, columns, y)

    def set_mosaic(self, tiles: np.ndarray, area: QRectF) -> None:
        """Show tiles (rows, columns, H, W, 3) uint8, the first row at the top edge of `area` (largest z₂)."""
        rows, columns, height, width, _ = tiles.shape
        self._tile = (height, width)
        mosaic = tiles.swapaxes(1, 2).reshape(rows * height, columns * width, 3)
        # The view's vertical axis points up, an image's first row is at the bottom of its rectangle.
        self.setImage(mosaic[::-1], autoLevels=False, levels=(0, 255))
        self.setRect(area)


class PriorLayer(pg.GraphicsObject):
    """The circles that hold 39.3 %, 86.5 % and 98.9 % of a standard normal in two dimensions: 1, 2 and 3 σ."""

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(PRIOR_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._pens: tuple[QPen, ...] = ()
        self.labels = [pg.TextItem(f"{radius}σ", anchor=(0.5, 0.5)) for radius in (1, 2, 3)]
        for radius, label in enumerate(self.labels, start=1):
            label.setParentItem(self)
            label.setPos(radius * math.cos(math.pi / 4), radius * math.sin(math.pi / 4))

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        # A rim under the line keeps it visible on points and images of any brightness.
        self._pens = (pg.mkPen(theme.base, width=3), pg.mkPen(theme.text, width=1.2))
        for label in self.labels:
            label.setColor(theme.text)
            label.fill = QBrush(QColor(theme.base))
            label.update()
        self.update()

    def boundingRect(self) -> QRectF:
        """The outer circle."""
        return QRectF(-3.1, -3.1, 6.2, 6.2)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the circles."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen in self._pens:
            painter.setPen(pen)
            for radius in (1, 2, 3):
                painter.drawEllipse(QPointF(0, 0), radius, radius)


class NodesLayer(ScreenLayer):
    """The nodes of EM's grid and the posterior of one image on them: the area of a disc is its responsibility."""

    LARGEST = 16.0  # radius in logical pixels of responsibility 1

    def __init__(self) -> None:
        super().__init__(NODES_Z)
        self._nodes = np.empty((0, 2))
        self._weights = np.empty(0)
        self._colour, self._rim, self._faint = QColor("black"), QColor("white"), QColor("grey")

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
        self._colour, self._rim, self._faint = QColor(theme.text), QColor(theme.base), QColor(theme.muted)
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw all nodes as faint dots, then a disc for each that takes a part of the image."""
        transform = painter.worldTransform()
        places = self._nodes * (transform.m11(), transform.m22()) + (transform.dx(), transform.dy())
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._faint, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPoints(QPolygonF([QPointF(x, y) for x, y in places]))
        radii = self.LARGEST * np.sqrt(self._weights)
        painter.setBrush(self._colour)
        painter.setPen(QPen(self._rim, 1.2))
        for index in np.flatnonzero(radii > 1):
            painter.drawEllipse(QPointF(*places[index]), radii[index], radii[index])
        painter.restore()


class ArrowsLayer(ScreenLayer):
    """Arrows between pairs of codes, with heads of constant size on screen."""

    HEAD = 8.0  # logical pixels

    def __init__(self) -> None:
        super().__init__(ARROWS_Z)
        self._tails = self._heads = np.empty((0, 2))
        self._colour, self._rim = QColor("black"), QColor("white")

    def set_arrows(self, tails: np.ndarray, heads: np.ndarray) -> None:
        """Show arrows from tails (M, 2) to heads (M, 2)."""
        self._tails, self._heads = tails, heads
        self.update()

    @property
    def count(self) -> int:
        """How many arrows there are."""
        return len(self._tails)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._colour, self._rim = QColor(theme.text), QColor(theme.base)
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw each arrow twice: a rim that sets it off from points of any colour, then the arrow."""
        transform = painter.worldTransform()
        lines = [
            (transform.map(QPointF(*tail)), transform.map(QPointF(*head)))
            for tail, head in zip(self._tails, self._heads, strict=True)
        ]
        painter.save()
        painter.resetTransform()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for colour, extra in ((self._rim, 2.5), (self._colour, 0.0)):
            painter.setPen(QPen(colour, 1.6 + extra, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
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
        painter.restore()


class CursorItem(pg.GraphicsObject):
    """The target ⊕ whose position is decoded, visible on any background."""

    RADIUS = 10.0

    def __init__(self) -> None:
        super().__init__()
        self.setZValue(CURSOR_Z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemIgnoresTransformations)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._colour, self._rim = QColor("black"), QColor("white")

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._colour, self._rim = QColor(theme.accent), QColor(theme.base)
        self.update()

    def boundingRect(self) -> QRectF:
        """The ring with its ticks, in logical pixels."""
        reach = self.RADIUS + 10
        return QRectF(-reach, -reach, 2 * reach, 2 * reach)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the ring and four ticks, rim first."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        r = self.RADIUS
        for colour, width in ((self._rim, 5.0), (self._colour, 2.2)):
            painter.setPen(QPen(colour, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawEllipse(QPointF(0, 0), r, r)
            for x, y in ((1, 0), (-1, 0), (0, 1), (0, -1)):
                painter.drawLine(QPointF(x * (r - 4), y * (r - 4)), QPointF(x * (r + 6), y * (r + 6)))
