"""What covers the latent map: points, the decoded manifold, fields of colour, prior contours.

Points are painted in screen pixels inside `paint`, so that their size does not depend on the zoom. What is drawn over
them is in `map_marks.py`.
"""

from __future__ import annotations

import functools
import math
import time
from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPen, QTransform
from PySide6.QtWidgets import QStyleOptionGraphicsItem, QWidget

from vaegui.plane import MANY
from vaegui.ui.figures.recorder import Make, defer
from vaegui.ui.theme import Theme
from vaegui.words import tr

(
    MANIFOLD_Z,
    POINTS_Z,
    SELECTED_Z,
    PRIOR_Z,
    ARROWS_Z,
    LABELS_Z,
    NODES_Z,
    PATH_Z,
    GUESTS_Z,
    RING_Z,
    CURSOR_Z,
    BRUSH_Z,
) = range(1, 13)
FAINT = 0.22  # opacity of the points that are not selected, while others are
RADII = ((3000, 3.4), (20_000, 2.4), (math.inf, 1.6))  # up to so many points, the radius of each in logical pixels
CHUNK = 1 << 16  # points or pixels at a time, so that what is computed on the way stays in the processor's cache
STRIP = 1 << 21  # pixels of a figure that are rasterised at a time
Number = np.int32 | np.int64  # see `rasterise`
FIRST = 1 << 18  # of more than `MANY` points, those that are painted at once
REFINE_SECONDS = 0.006  # of each turn of the event loop, that refining takes
FEW = 30  # discs are few where there are more than so many pixels to each


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
    """A scatter of coloured discs, rasterised to one image: a million points cost about ten milliseconds.

    Points are drawn in a random order that depends on their number alone, so that no class lies on top of the others
    and none comes up or goes down while others are hidden.

    Of more than a million, those on top are painted at once and the others in the turns of the event loop that follow:
    a view that moves has its picture within a frame, and one that rests soon has all points, exactly.
    """

    def __init__(self, z: int = POINTS_Z) -> None:
        super().__init__(z)
        self._points = np.empty((0, 2))  # those that are drawn
        self._rounded = self._points.astype(np.float32)  # faster, and precise enough for most views
        self._rgb = np.empty((0, 3), np.uint8)
        self._which = np.empty(0, np.int64)  # the colour of each point
        self._count = 0  # of all points
        self._rows: np.ndarray | None = None  # which of them are drawn, if not all
        self._ranks: np.ndarray | None = None  # see `ranks`
        self._radius, self._larger = 2.4, 1.0  # logical pixels; times
        self._version = 0
        self._cache: tuple[object, QImage] | None = None
        self._raster: Raster | None = None  # that is being refined
        self._painted = self._due = 0  # points in it; those at which it is shown next
        self._memory: np.ndarray | None = None  # that it paints in
        self._refining = QTimer(self, interval=0)
        self._refining.timeout.connect(self._refine)

    def set_points(
        self, points: np.ndarray, which: np.ndarray, rgb: np.ndarray, chosen: np.ndarray | None = None
    ) -> None:
        """Show points (N, 2), each in the colour of rgb (M, 3) uint8 that `which` (N,) says.

        Those are left out that are not finite, or not among `chosen` (N,) bool.
        """
        which = which.astype(np.min_scalar_type(len(rgb)))
        if not np.isfinite(points).all():
            is_finite = np.isfinite(points[:, 0]) & np.isfinite(points[:, 1])
            chosen = is_finite if chosen is None else chosen & is_finite
        self._count, self._rows, self._ranks = len(points), None, None
        if chosen is not None and not chosen.all():
            self._rows = np.flatnonzero(chosen)
            points, which = points.take(self._rows, axis=0), which.take(self._rows)
        self._points, self._rgb, self._which = points, rgb, which
        with np.errstate(over="ignore"):
            self._rounded = points.astype(np.float32, order="F")  # x and y each in one piece
        if len(points) > MANY:
            order = np.argsort(-self.ranks)
            self.set_arranged(points.take(order, axis=0), which.take(order), rgb, self.ranks.take(order))
            return
        self._take()

    def set_arranged(self, points: np.ndarray, which: np.ndarray, rgb: np.ndarray, ranks: np.ndarray) -> None:
        """Show points (M, 2) as `set_points` does, but with ranks (M,) of their own, from the highest on if many."""
        self._count, self._rows, self._ranks = len(points), None, ranks
        self._points = self._rounded = points
        self._rgb, self._which = rgb, which
        self._take()

    def _take(self) -> None:
        self._radius = next(radius for most, radius in RADII if len(self._points) <= most)
        self._version += 1
        self._give_up_refining()
        self.update()

    @property
    def is_refining(self) -> bool:
        """Whether points are still to come into the picture."""
        return self._raster is not None

    def _give_up_refining(self) -> None:
        self._refining.stop()
        self._raster = None

    def set_theme(self, theme: Theme) -> None:
        """Draw points as large as the theme has them."""
        self._larger = theme.line
        self._version += 1
        self.update()

    @property
    def count(self) -> int:
        """How many points there are."""
        return len(self._points)

    @property
    def ranks(self) -> np.ndarray:
        """Points that are drawn lie on those of lower rank, (M,). It is found when they are first painted."""
        if self._ranks is None:
            order = drawing_order(self._count)
            self._ranks = order if self._rows is None else order.take(self._rows)
        return self._ranks

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw the rasterised points over the visible part of the view."""
        if not len(self._points):
            return
        transform = painter.worldTransform()
        area = transform.mapRect(self.boundingRect()).toAlignedRect()
        if defer(painter, QRectF(area), self._rasteriser(transform, area)):
            return
        ratio = painter.device().devicePixelRatio()
        key = (transform.m11(), transform.m22(), transform.dx(), transform.dy(), area.getRect(), ratio, self._version)
        if self._cache is None or self._cache[0] != key:
            scale = (transform.m11() * ratio, transform.m22() * ratio)
            shift = ((transform.dx() - area.left()) * ratio, (transform.dy() - area.top()) * ratio)
            size = (max(1, round(area.height() * ratio)), max(1, round(area.width() * ratio)))
            points = self._points if _is_far(size, shift) else self._rounded
            radius = self._radius * self._larger * ratio
            self._give_up_refining()
            if len(points) > MANY:
                self._raster = Raster(size, radius, len(self._rgb), int(self.ranks[0]), scale, shift, self._kept)
                self._painted, self._due = 0, 4 * FIRST
                self._add(FIRST)
                image = self._raster.image(self._rgb)
                self._refining.start()
            else:
                image = rasterise(points, self._rgb, size, radius, self._which, self.ranks, scale, shift)
            image.setDevicePixelRatio(ratio)
            self._cache = (key, image)
        painter.save()
        painter.resetTransform()
        painter.drawImage(area.topLeft(), self._cache[1])
        painter.restore()

    def _add(self, count: int) -> None:
        """Put the next points into the picture."""
        assert self._raster is not None
        part = slice(self._painted, self._painted + count)
        points = self._points[part]
        self._raster.add(points, self._which[part], self.ranks[part])
        self._painted += len(points)

    def _refine(self) -> None:
        """Put in as many points as a part of a frame allows, and show the picture now and then."""
        assert self._raster is not None
        assert self._cache is not None
        end = time.perf_counter() + REFINE_SECONDS
        is_done = False
        while not is_done:
            self._add(CHUNK)
            is_done = self._painted >= len(self._points)
            if time.perf_counter() >= end:
                break
        if is_done or self._painted >= self._due:
            image = self._raster.image(self._rgb)
            image.setDevicePixelRatio(self._cache[1].devicePixelRatio())
            self._cache = (self._cache[0], image)
            self._due *= 4
            self.update()
        if is_done:
            self._give_up_refining()

    def _kept(self, count: int, kind: np.dtype[Any]) -> np.ndarray:
        """Memory (2, count) of the layer's own: what is in it is needed until the picture is refined."""
        if self._memory is None or self._memory.shape[1] != count or self._memory.dtype != kind:
            self._memory = np.empty((2, count), kind)
        return self._memory

    def _rasteriser(self, transform: QTransform, area: QRect) -> Make:
        """How to rasterise what is shown now, in any thread: an image of `area` for a number of pixels to each unit."""
        points, rgb, which, ranks = self._points, self._rgb, self._which, self.ranks
        radius = self._radius * self._larger

        def make(ratio: float) -> Generator[float, None, QImage]:
            height, width = (max(1, round(side * ratio)) for side in (area.height(), area.width()))
            image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
            whole = np.frombuffer(image.bits(), np.uint32).reshape(height, width)
            margin = math.ceil(radius * ratio + 0.5)  # of a strip, so that discs are whole that hang over its edges
            step = max(STRIP // width, 1)
            scale = (transform.m11() * ratio, transform.m22() * ratio)
            for top in range(0, height, step):
                rows = min(step, height - top)
                shift = ((transform.dx() - area.left()) * ratio, (transform.dy() - area.top()) * ratio - top + margin)
                size = (rows + 2 * margin, width)
                strip = rasterise(points, rgb, size, radius * ratio, which, ranks, scale, shift, keeps_memory=False)
                whole[top : top + rows] = np.frombuffer(strip.constBits(), np.uint32).reshape(size)[margin:][:rows]
                yield (top + rows) / height
            return image

        return make


@functools.lru_cache(maxsize=2)
def drawing_order(count: int) -> np.ndarray:
    """A random order of so many points, always the same, as the rank of each: (count,)."""
    return np.random.default_rng(0).permutation(count).astype(np.int32)


def rasterise(
    points: np.ndarray,
    rgb: np.ndarray,
    size: tuple[int, int],
    radius: float,
    which: np.ndarray | None = None,
    ranks: np.ndarray | None = None,
    scale: tuple[float, float] = (1.0, 1.0),
    shift: tuple[float, float] = (0.0, 0.0),
    keeps_memory: bool = True,
) -> QImage:
    """Paint discs at pixel positions points · scale + shift, (N, 2) = (x, y), into an image of size (height, width).

    Points are finite; discs whose centre is outside the image are left out. Colours are rgb (N, 3), or rgb (M, 3) of
    which each disc has the one that `which` (N,) says. Discs of higher rank lie on those of lower rank; without `ranks`
    (N,) later ones lie on earlier ones. All soft rims lie below all cores, so that no rim cuts into another disc.
    Whoever paints in another thread than the window's has no use of the memory that is kept for the next time.

    A pixel holds one number that says how well a disc covers it, and then which disc that is: the greatest number is
    what is seen. The discs' centres are put in first. From there the numbers spread over the discs' footprints: for the
    whole picture at once where there are many discs, which costs the same for any number of them, or else one by one.
    """
    which = np.arange(len(points)) if which is None else which
    ranks = np.arange(len(points)) if ranks is None else ranks
    memory = _scratch if keeps_memory else _scratch.__wrapped__
    raster = Raster(size, radius, len(rgb), int(ranks.max(initial=0)), scale, shift, memory)
    raster.add(points, which, ranks)
    return raster.image(rgb)


class Raster:
    """A picture of discs that are added block by block, in any order: see `rasterise`."""

    def __init__(
        self,
        size: tuple[int, int],
        radius: float,
        colours: int,
        most: int,
        scale: tuple[float, float],
        shift: tuple[float, float],
        memory: Callable[[int, np.dtype[Any]], np.ndarray],
    ) -> None:
        """A picture without discs, of so many colours, whose ranks are `most` at most; `memory` gives what it takes."""
        self._height, self._width = size
        self._rings = _rings(radius)
        self._scale, self._shift = scale, shift
        # From the lowest bits: the colour (0 is none) in one of as many tables as there are rings, the rank, the ring.
        self._colours = colours + 1
        self._colour_bits = (len(self._rings) * self._colours).bit_length()
        self._bits = self._colour_bits + most.bit_length()
        self._kind: type[Number] = np.int32 if self._bits + len(self._rings).bit_length() < 32 else np.int64
        self._empty = np.iinfo(self._kind).min  # whatever a ring adds, it stays below all discs
        self._reach = reach = math.ceil(radius + 0.5)
        # A margin lets discs hang over the edge; what is right of a row is left of the next one.
        self._stride = self._width + reach
        self._rows = self._height + 2 * reach + 2
        self._type: type[np.floating[Any]] | None = np.float64 if _is_far(size, shift) else None
        self._centres, self._tops = memory(self._rows * self._stride, np.dtype(self._kind))
        self._centres.fill(self._empty)

    def add(self, points: np.ndarray, which: np.ndarray, ranks: np.ndarray) -> None:
        """Put in discs at points (N, 2), with their colours and ranks (N,)."""
        limits = (self._width, self._height)
        for start in range(0, len(points), CHUNK):
            part = slice(start, start + CHUNK)
            places = (points[part, i].astype(self._type or points.dtype, copy=False) for i in (0, 1))
            x, y = (
                _pixels(along, self._scale[i], self._shift[i], limits[i], self._reach) for i, along in enumerate(places)
            )
            numbers: np.ndarray = ranks[part].astype(self._kind)
            numbers <<= self._colour_bits
            numbers += which[part].astype(self._kind)
            numbers += self._kind(1)
            np.maximum.at(self._centres, (y * np.int32(self._stride) + x).astype(np.intp), numbers)

    def image(self, rgb: np.ndarray) -> QImage:
        """The picture as it now is, in colours rgb (M, 3) uint8."""
        height, width, reach, stride, kind = self._height, self._width, self._reach, self._stride, self._kind
        centres, tops, empty, bits, colours = self._centres, self._tops, self._empty, self._bits, self._colours
        field = centres.reshape(self._rows, stride)
        field[:reach] = field[reach + height :] = field[:, :reach] = empty

        # For each ring what it adds to a number, and how far away its pixels are.
        steps = [
            (kind(level << bits | level * colours), [y * stride + x for x, y in ring])
            for level, (_, ring) in enumerate(self._rings)
        ]
        is_seen = centres > empty
        are_few = np.count_nonzero(is_seen) * FEW < len(centres)
        if are_few:
            seen = np.flatnonzero(is_seen)
            tops.fill(empty)
            for lift, moves in steps:
                numbers = centres[seen] + lift
                for move in moves:
                    np.maximum.at(tops, seen + move, numbers)

        table = np.zeros(1 << self._colour_bits, np.uint32)
        for level, (alpha, _) in enumerate(self._rings):
            red, green, blue = (rgb.astype(np.float32) * alpha).astype(np.uint32).T
            mixed = (round(alpha * 255) << 24) | (red << 16) | (green << 8) | blue
            table[level * colours + 1 : (level + 1) * colours] = mixed
        image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
        picture = np.frombuffer(image.bits(), np.uint32).reshape(height, width)
        step = max(CHUNK // stride, 1)
        for row in range(0, height, step):
            strip = picture[row : row + step]
            start = (reach + row) * stride + reach
            top = tops[start : start + len(strip) * stride]
            if not are_few:
                _spread(centres, steps, top, start)
            table.take(top.reshape(-1, stride)[:, :width] & ((1 << self._colour_bits) - 1), out=strip, mode="clip")
        return image


def _is_far(size: tuple[int, int], shift: tuple[float, float]) -> bool:
    """Whether pixels are so far from the origin that three roundings to 24 bits move them by a hundredth of one."""
    return max(map(abs, shift)) + max(size) >= 1 << 15


@functools.lru_cache(maxsize=2)
def _scratch(count: int, kind: np.dtype[Any]) -> np.ndarray:
    """Memory (2, count) to paint in, kept: to be given it anew takes as long as to paint."""
    return np.empty((2, count), kind)


def _pixels(values: np.ndarray, scale: float, shift: float, limit: int, reach: int) -> np.ndarray:
    """The rows or columns of pixels that values (n,) are in, counted from the margin; all that are outside in it."""
    with np.errstate(over="ignore"):
        places = values * scale
    places += shift + reach
    pixels: np.ndarray = places.clip(reach - 1, reach + limit, out=places).astype(np.int32)
    return pixels


def _spread(centres: np.ndarray, steps: list[tuple[Number, list[int]]], tops: np.ndarray, start: int) -> None:
    """Find the greatest numbers, at pixels from `start` on, once the centres are moved and lifted: tops (n,)."""
    ring = np.empty_like(tops)
    for index, (lift, moves) in enumerate(steps):
        ring[:] = centres[start + moves[0] :][: len(ring)]
        for move in moves[1:]:
            np.maximum(ring, centres[start + move :][: len(ring)], out=ring)
        ring += lift
        np.maximum(ring if index == 0 else tops, ring, out=tops)


@functools.lru_cache
def _rings(radius: float) -> list[tuple[float, list[tuple[int, int]]]]:
    """The pixels (x, y) of a disc around its own, by how much of them it covers, from the rim to the core."""
    reach = math.ceil(radius + 0.5)
    dy, dx = np.mgrid[-reach : reach + 1, -reach : reach + 1]
    coverage = np.clip(radius + 0.5 - np.hypot(dx, dy), 0, 1)
    return [
        (float(alpha), list(zip(dx[coverage == alpha].tolist(), dy[coverage == alpha].tolist(), strict=True)))
        for alpha in np.unique(coverage[coverage > 0])
    ]


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
        self._seam = pg.mkPen(theme.border, width=theme.line)

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
    digits: str  # the format of both
    logarithmic: bool = True
    symmetric: float = 0.0  # decades to either side of a middle, where there is one

    def say(self, low: float, high: float) -> str:
        """What the colours mean between these."""
        ends = (format(value, self.digits).replace("-", "−") for value in (low, high))
        return self.words.format(**dict(zip(("low", "high"), ends, strict=True)))


FIELDS = {
    # Perceptually uniform, blue to yellow: classes stay readable on it.
    "magnification": Field(
        "CET-L8", tr("Magnification √det JᵀJ: dark {low}, bright {high} (logarithmic)"), digits=".2g"
    ),
    "uncertainty": Field(
        "CET-L8",
        tr("Entropy H[p(x|z)] of a decoded image: dark {low}, bright {high} nats per image"),
        digits=".0f",
        logarithmic=False,
    ),
    # Diverging, white where both are equal.
    "aggregate": Field(
        "CET-D1",
        tr("q(z) / p(z): white 1, red to {high} (codes), blue to {low} (holes: decoded, but never coded)"),
        digits="g",
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
        self._pens = (pg.mkPen(theme.base, width=3 * theme.line), pg.mkPen(theme.text, width=1.2 * theme.line))
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
