"""The exact posterior on the map: regions that hold 50, 90 and 99 % of it under the ellipses of q, and a lens.

Everything is true to scale. Most posteriors are so small on the map that a lens in a corner shows them enlarged.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPolygonF, QTransform

from vaegui.ui.map_layers import NODES_Z
from vaegui.ui.map_marks import MarksLayer
from vaegui.ui.theme import Theme

if TYPE_CHECKING:  # the map is painted before PyTorch is there
    from vaegui.regions import Mode, Regions

LENS = 168.0  # logical pixels of its sides
LENS_MARGIN = 10.0
SMALL = 72.0  # logical pixels: what is smaller on the map is enlarged
ALPHAS = (120, 70, 40)  # of the fillings of `Regions.outlines`, 0…255
CIRCLE = np.stack([np.cos(np.linspace(0, 2 * np.pi, 73)), np.sin(np.linspace(0, 2 * np.pi, 73))], 1)


@dataclass(frozen=True)
class Ellipse:
    """A Gaussian, of which 1σ and 2σ are drawn."""

    mean: np.ndarray  # (2,)
    scale: np.ndarray  # (2, 2): the covariance is scale · scaleᵀ

    def outline(self, deviations: float) -> np.ndarray:
        """The ellipse so many standard deviations from the mean, (73, 2)."""
        points: np.ndarray = self.mean + deviations * CIRCLE @ self.scale.T
        return points


@dataclass(frozen=True)
class Shown:
    """What the layer shows of one image; whatever is missing is not known, or there is no such thing."""

    regions: Regions | None = None
    q: Ellipse | None = None  # the encoder's
    best: Ellipse | None = None  # on its way to the best Gaussian, or there
    draws: np.ndarray = field(default_factory=lambda: np.empty((0, 2)))  # (M, 2) samples of q


class PosteriorLayer(MarksLayer):
    """Regions and ellipses over the points, with a lens where they are small."""

    def __init__(self, has_lens: bool = True) -> None:
        super().__init__(NODES_Z)
        self.shown = Shown()
        self._has_lens = has_lens
        self._posterior, self._q, self._best = QColor("blue"), QColor("orange"), QColor("purple")

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._posterior, self._q, self._best = (QColor(c) for c in (theme.accent, theme.others[0], theme.others[1]))
        super().set_theme(theme)

    def set_shown(self, shown: Shown) -> None:
        """Show something else."""
        self.shown = shown
        self.update()

    def _draw(self, painter: QPainter, transform: QTransform) -> None:
        shown = self.shown
        if shown.regions is None and shown.q is None and shown.best is None:
            return
        self._draw_at(painter, transform, is_lens=not self._has_lens)
        focus = self._focus(transform) if self._has_lens else None
        view = self.getViewBox()
        if focus is not None and view is not None:
            area = QRectF(transform.mapRect(view.viewRect()))
            on_map = transform.mapRect(focus)
            if max(on_map.width(), on_map.height()) < SMALL and min(area.width(), area.height()) > 2 * LENS:
                self._draw_lens(painter, focus, area, on_map)
        self._name_modes(painter, transform)

    def _draw_at(self, painter: QPainter, transform: QTransform, is_lens: bool) -> None:
        shown = self.shown
        if shown.regions is not None:
            for alpha, lines in reversed(list(zip(ALPHAS, shown.regions.outlines, strict=True))):
                path = QPainterPath()
                path.setFillRule(Qt.FillRule.OddEvenFill)
                for line in lines:
                    path.addPolygon(_mapped(transform, line))
                fill = QColor(self._posterior)
                fill.setAlpha(alpha)
                painter.setBrush(fill)
                painter.setPen(QPen(self._posterior, self._thick * (1.4 if is_lens else 1.0)))
                painter.drawPath(path)
        for ellipse, colour in ((shown.q, self._q), (shown.best, self._best)):
            if ellipse is not None:
                self._draw_ellipse(painter, transform, ellipse, colour)
        painter.setBrush(self._ink)
        painter.setPen(Qt.PenStyle.NoPen)
        for point in _mapped(transform, shown.draws).toList():
            painter.drawEllipse(point, 1.8 if is_lens else 1.2, 1.8 if is_lens else 1.2)

    def _draw_ellipse(self, painter: QPainter, transform: QTransform, ellipse: Ellipse, colour: QColor) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for deviations, style in ((1, Qt.PenStyle.SolidLine), (2, Qt.PenStyle.DashLine)):
            line = _mapped(transform, ellipse.outline(deviations))
            painter.setPen(QPen(self._rim, 3.6 * self._thick))
            painter.drawPolyline(line)
            painter.setPen(QPen(colour, 1.8 * self._thick, style))
            painter.drawPolyline(line)

    def _name_modes(self, painter: QPainter, transform: QTransform) -> None:
        """Where there are several islands, say how much of the posterior each has, the largest first."""
        modes = self.shown.regions.modes if self.shown.regions is not None else ()
        if len(modes) < 2:
            return
        painter.setFont(_small(painter.font()))
        metrics = painter.fontMetrics()
        taken: list[QRectF] = []
        for mode in modes:
            point = transform.map(QPointF(*mode.place))
            text = f"{100 * mode.share:.0f} %" if mode.share >= 0.01 else f"{100 * mode.share:.1f} %"
            box = QRectF(metrics.boundingRect(text)).adjusted(-4, -1, 4, 1)
            away = QPointF(0, 10 + box.height() / 2)
            for centre in (point + away, point - away):
                box.moveCenter(centre)
                if not any(box.intersects(other) for other in taken):
                    break
            else:
                continue  # enlarged, as in the panel, there is room for it
            taken.append(QRectF(box))
            painter.setPen(QPen(self._posterior, 1))
            painter.setBrush(self._rim)
            painter.drawRoundedRect(box, 3, 3)
            painter.setPen(self._ink)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def whole(self) -> QRectF | None:
        """What holds all that is shown, in latent units."""
        shown = self.shown
        boxes = [_bounds(e.outline(2)) for e in (shown.q, shown.best) if e is not None]
        return _joined([*boxes, *(_box(mode) for mode in (shown.regions.modes if shown.regions is not None else ()))])

    def _focus(self, transform: QTransform) -> QRectF | None:
        """What the lens shows: everything, or what is about q where the posterior has modes far apart."""
        shown, whole = self.shown, self.whole()
        modes = list(shown.regions.modes) if shown.regions is not None else []
        on_map = transform.mapRect(whole) if whole is not None else QRectF()
        if modes and max(on_map.width(), on_map.height()) >= SMALL:
            moving = shown.best or shown.q
            nearest = modes[0]
            if moving is not None:
                nearest = min(modes, key=lambda mode: math.dist(mode.place, moving.mean.tolist()))
            near = [_bounds(moving.outline(2))] if moving is not None else []
            whole = _joined([*near, _box(nearest)])
            on_map = transform.mapRect(whole) if whole is not None else QRectF()
            if max(on_map.width(), on_map.height()) >= SMALL:
                whole = _box(nearest)
        return whole

    def _draw_lens(self, painter: QPainter, focus: QRectF, area: QRectF, on_map: QRectF) -> None:
        left = area.left() + LENS_MARGIN
        right = area.right() - LENS_MARGIN - LENS
        top = area.top() + LENS_MARGIN
        bottom = area.bottom() - LENS_MARGIN - LENS
        centre = on_map.center()
        x = right if centre.x() < area.center().x() else left
        y = bottom if centre.y() < area.center().y() else top
        frame = QRectF(x, y, LENS, LENS)
        side = 1.25 * max(focus.width(), focus.height(), 1e-6)
        scale = LENS / side
        lens = QTransform(scale, 0, 0, -scale, 0, 0)
        lens *= QTransform.fromTranslate(
            frame.center().x() - scale * focus.center().x(), frame.center().y() + scale * focus.center().y()
        )
        enlarged = scale * focus.width() / on_map.width()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        seen = QRectF(0, 0, max(6.0, LENS / enlarged), max(6.0, LENS / enlarged))
        seen.moveCenter(centre)
        for colour, width in ((self._rim, 3.0), (self._ink, 1.0)):
            painter.setPen(QPen(colour, width))
            painter.drawRect(seen)
            painter.drawLine(_corner_towards(seen, frame.center()), _corner_towards(frame, centre))
        painter.setBrush(self._rim)
        painter.setPen(QPen(self._ink, 1))
        painter.drawRect(frame)
        painter.save()
        painter.setClipRect(frame.adjusted(1, 1, -1, -1))
        self._draw_at(painter, lens, is_lens=True)
        painter.restore()
        self._draw_measure(painter, frame, scale, enlarged)

    def _draw_measure(self, painter: QPainter, frame: QRectF, scale: float, enlarged: float) -> None:
        """How long a round number of latent units is in the lens, and how far it enlarges."""
        painter.setFont(_small(painter.font()))
        painter.setPen(self._ink)
        wanted = 0.35 * LENS / scale
        unit = 10 ** math.floor(math.log10(wanted))
        length = max(step * unit for step in (1, 2, 5) if step * unit <= wanted)
        start = frame.bottomLeft() + QPointF(8, -8)
        end = start + QPointF(length * scale, 0)
        painter.drawLine(start, end)
        for tip in (start, end):
            painter.drawLine(tip + QPointF(0, -3), tip + QPointF(0, 3))
        line = painter.fontMetrics().height()
        box = QRectF(start.x(), start.y() - line - 4, LENS - 16, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft, f"{length:g}")
        top = frame.adjusted(8, 4, -8, 0)
        painter.drawText(top, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, f"× {enlarged:.0f}")


def _mapped(transform: QTransform, points: np.ndarray) -> QPolygonF:
    return QPolygonF([transform.map(QPointF(x, y)) for x, y in points.tolist()])


def _bounds(points: np.ndarray) -> QRectF:
    (left, bottom), (right, top) = points.min(0).tolist(), points.max(0).tolist()
    return QRectF(left, bottom, right - left, top - bottom)


def _box(mode: Mode) -> QRectF:
    left, bottom, right, top = mode.box
    return QRectF(left, bottom, right - left, top - bottom)


def _joined(boxes: list[QRectF]) -> QRectF | None:
    whole: QRectF | None = None
    for box in boxes:
        whole = box if whole is None else whole.united(box)
    return whole


def _corner_towards(box: QRectF, place: QPointF) -> QPointF:
    corners = (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight())
    return min(corners, key=lambda corner: math.hypot(corner.x() - place.x(), corner.y() - place.y()))


def _small(font: QFont) -> QFont:
    changed = QFont(font)
    changed.setPointSizeF(max(7.0, font.pointSizeF() * 0.9))
    return changed
