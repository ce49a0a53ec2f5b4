"""What covers the latent map: points, the decoded manifold, fields of colour, prior contours.

Points are painted in screen pixels inside `paint`, so that their size does not depend on the zoom. What is drawn over
them is in `map_marks.py`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from vaegui.ui.theme import Theme, class_rgb

(
    MANIFOLD_Z,
    POINTS_Z,
    SELECTED_Z,
    PRIOR_Z,
    ARROWS_Z,
    LABELS_Z,
    NODES_Z,
    PATH_Z,
    RING_Z,
    CURSOR_Z,
    BRUSH_Z,
) = range(1, 12)
FAINT = 0.22  # opacity of the points that are not selected, while others are
RADII = ((3000, 3.4), (20_000, 2.4), (math.inf, 1.6))  # up to so many points, the radius of each in logical pixels


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

    def __init__(self, z: int = POINTS_Z) -> None:
        super().__init__(z)
        self._points = np.empty((0, 2))
        self._rgb = np.empty((0, 3), np.uint8)  # of the classes
        self._which = np.empty(0, np.int64)  # the class of each point
        self._radius = 2.4  # logical pixels
        self._order = np.empty(0, np.int64)
        self._version = 0
        self._cache: tuple[object, QImage] | None = None

    def set_points(self, points: np.ndarray, labels: np.ndarray, classes: int) -> None:
        """Show points (N, 2) in the colours of their labels (N,)."""
        if len(self._order) < len(points):
            self._order = np.random.default_rng(0).permutation(len(points))
        order = self._order[self._order < len(points)]
        self._points = points[order]
        self._rgb, self._which = class_rgb(classes), labels[order]
        self._radius = next(radius for most, radius in RADII if len(points) <= most)
        self._version += 1
        self.update()

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self._points)

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the rasterised points over the visible part of the view."""
        if not len(self._points):
            return
        transform = painter.worldTransform()
        area = transform.mapRect(self.boundingRect()).toAlignedRect()
        ratio = painter.device().devicePixelRatio()
        key = (transform.m11(), transform.m22(), transform.dx(), transform.dy(), area.getRect(), ratio, self._version)
        if self._cache is None or self._cache[0] != key:
            scale = np.array([transform.m11(), transform.m22()]) * ratio
            shift = np.array([transform.dx() - area.left(), transform.dy() - area.top()]) * ratio
            size = (max(1, round(area.height() * ratio)), max(1, round(area.width() * ratio)))
            self._cache = (
                key,
                rasterise(self._points * scale + shift, self._rgb, size, self._radius * ratio, self._which),
            )
            self._cache[1].setDevicePixelRatio(ratio)
        painter.save()
        painter.resetTransform()
        painter.drawImage(area.topLeft(), self._cache[1])
        painter.restore()


def rasterise(
    points: np.ndarray, rgb: np.ndarray, size: tuple[int, int], radius: float, which: np.ndarray | None = None
) -> QImage:
    """Paint discs at pixel positions (N, 2) = (x, y) into an image of size (height, width).

    Colours are rgb (N, 3), or rgb (M, 3) of which each disc has the one that `which` (N,) says.

    All soft rims are written before all cores, so that no point's rim cuts into another point.
    """
    height, width = size
    reach = math.ceil(radius + 0.5)
    stride = width + 2 * reach  # a margin on all sides lets discs hang over the edge
    canvas = np.zeros((height + 2 * reach) * stride, np.uint32)
    seen = np.flatnonzero(np.all((points >= 0) & (points < (width, height)), axis=1))
    columns, rows = points[seen].astype(np.int64).T
    centres = (rows + reach) * stride + columns + reach
    colours = rgb.astype(np.float32)
    which = seen if which is None else which[seen]
    dy, dx = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    coverage = np.clip(radius + 0.5 - np.hypot(dx, dy), 0, 1)
    for alpha in np.unique(coverage[coverage > 0]):  # a disc has few, so that colours are mixed a few times only
        red, green, blue = (colours * alpha).astype(np.uint32).T
        mixed = ((round(alpha * 255) << 24) | (red << 16) | (green << 8) | blue)[which]
        for y, x in zip(dy[coverage == alpha], dx[coverage == alpha], strict=True):
            canvas[centres + (y * stride + x)] = mixed
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


class FieldLayer(pg.ImageItem):
    """A quantity over the latent plane, as colours: see `FIELDS`."""

    def __init__(self) -> None:
        super().__init__(axisOrder="row-major")
        self.setZValue(MANIFOLD_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def set_values(self, values: np.ndarray, area: QRectF, field: str) -> tuple[float, float]:
        """Show values (rows, columns), the first row at the top edge of `area`; returns the range of the colours."""
        kind = FIELDS[field]
        shown = np.log10(np.maximum(values, 1e-12)) if kind.logarithmic else values
        low, high = np.percentile(shown, [2, 99.8])
        if kind.symmetric:
            low, high = -kind.symmetric, kind.symmetric
        self.setColorMap(pg.colormap.get(kind.colours))
        self.setImage(shown[::-1], autoLevels=False, levels=(low, max(high, low + 1e-3)))
        self.setRect(area)
        return (float(10**low), float(10**high)) if kind.logarithmic else (float(low), float(high))


@dataclass(frozen=True)
class Field:
    """How a quantity over the latent plane is shown."""

    colours: str  # of pyqtgraph's
    words: str  # what stands below the map, with {low} and {high}
    logarithmic: bool = True
    symmetric: float = 0.0  # decades to either side of a middle, where there is one


FIELDS = {
    # Perceptually uniform, blue to yellow: classes stay readable on it.
    "magnification": Field("CET-L8", "Magnification √det JᵀJ: dark {low:.2g}, bright {high:.2g} (logarithmic)"),
    "uncertainty": Field(
        "CET-L8", "Entropy H[p(x|z)] of a decoded image: dark {low:.0f}, bright {high:.0f} nats per image", False
    ),
    # Diverging, white where both are equal.
    "aggregate": Field(
        "CET-D1",
        "q(z) / p(z): white 1, red to {high:g} (codes), blue to {low:g} (holes: decoded, but never coded)",
        symmetric=2.0,
    ),
}


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
