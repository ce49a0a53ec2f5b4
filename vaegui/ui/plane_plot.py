"""The rate–distortion plane: runs as points, lines of equal ELBO, and how far each point is above its −log p(x)."""

from __future__ import annotations

import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QBrush,
    QColor,
    QFontMetrics,
    QFontMetricsF,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from vaegui.plane import CLASS_COLOURS
from vaegui.runs import Estimate
from vaegui.ui.accessible import set_role
from vaegui.ui.plot_keys import PlotKeys
from vaegui.ui.theme import LETTERS, LIGHT, Axis, Theme, number, run_colour, scaled
from vaegui.ui.tips import tip
from vaegui.words import plural, tr

SYMBOLS = ("o", "s", "t1", "d", "t", "star", "p", "h")  # of groups, beside their colours; more share a scale of colours
SCALE = "CET-L8"  # perceptually uniform, dark to light
SHADES = 16  # of it: each is drawn once, however many points have it
SIZE = 11  # logical pixels of a point
LEAST_SPAN = 1.0  # nats that are shown, at least
EDGE = 0.08  # of what points take, right of them
LINES = 8  # of equal ELBO, about
DISTORTION, SHORT_DISTORTION = tr("distortion, nats/image"), tr("distortion")  # where there is no room for its unit
SAMPLE, SPACE, ROW_SPACE = 22, 12, 2  # logical pixels of a symbol in the legend, between entries, between rows
DASHES = (2.5, 2.0)  # in widths of the line: short, so that those of a short bar are seen


@dataclass(frozen=True)
class Point:
    """A run on the plane, in nats per image."""

    folder: Path
    name: str
    settings: str  # what tells it from others, for reading
    rate: Estimate
    distortion: Estimate
    elbo: Estimate
    group: float | str  # what it is coloured by
    log_p: Estimate | None = None
    is_exact: bool = False  # its log p(x)
    how: str = ""  # log p(x) was found, for reading

    @property
    def foot(self) -> float | None:
        """The distortion at which a bound of the same rate would be log p(x)."""
        return None if self.log_p is None else -self.log_p.mean - self.rate.mean


def nice_totals(low: float, high: float, lines: int = LINES) -> list[float]:
    """Round numbers from `low` to `high`, about as many as `lines`."""
    span = high - low
    if not (math.isfinite(span) and span > 0):
        return []
    rough = span / lines
    power = 10 ** math.floor(math.log10(rough))
    step = power * min((1, 2, 5, 10), key=lambda m: abs(math.log(m * power / rough)))
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


@dataclass(frozen=True)
class Key:
    """An entry of the legend: a symbol with what it stands for, or a line where there is no symbol."""

    words: str
    pen: QPen
    symbol: str = ""
    brush: QBrush | None = None


class Legend(QWidget):
    """What symbols and lines stand for, in as many rows as they need.

    It stands above the plot and not in it, where it would cover points and take clicks that are meant for them.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: tuple[Key, ...] = ()
        self._size, self._colour = float(SIZE), QColor(LIGHT.text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        set_role(self, QAccessible.Role.StaticText)

    @property
    def keys(self) -> tuple[Key, ...]:
        """What it says."""
        return self._keys

    def set_keys(self, keys: Sequence[Key], size: float, colour: str) -> None:
        """Say what symbols of a size in logical pixels stand for, in words of a colour."""
        self._keys, self._size, self._colour = tuple(keys), size, QColor(colour)
        self.setAccessibleName(tr("Legend: {entries}", entries=", ".join(key.words for key in keys)))
        self.updateGeometry()
        self.update()

    def places(self, width: int) -> list[QRectF]:
        """Where each entry is, in a legend of a width."""
        metrics, least = QFontMetrics(self.font()), scaled(SAMPLE)
        height = max(metrics.height(), math.ceil(self._size)) + ROW_SPACE
        found, left, top = [], 0, 0
        for key in self._keys:
            wide = min(least + metrics.horizontalAdvance(key.words) + 1, max(width, least))
            if left and left + wide > width:
                left, top = 0, top + height
            found.append(QRectF(left, top, wide, height))
            left += wide + SPACE
        return found

    def hasHeightForWidth(self) -> bool:
        """Its rows depend on its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """What its rows take."""
        return math.ceil(max((place.bottom() for place in self.places(width)), default=0.0))

    def sizeHint(self) -> QSize:
        """As high as it has to be at its width."""
        return QSize(100, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:
        """As `sizeHint`, at any width."""
        return QSize(0, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take other rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw symbols and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, sample = QFontMetrics(self.font()), scaled(SAMPLE)
        for key, place in zip(self._keys, self.places(self.width()), strict=True):
            middle = place.center().y()
            if key.symbol:
                painter.save()
                painter.translate(place.left() + sample / 2 - SPACE / 4, middle)
                drawSymbol(painter, key.symbol, self._size, key.pen, key.brush)
                painter.restore()
            else:
                painter.setPen(key.pen)
                painter.drawLine(QPointF(place.left() + 1, middle), QPointF(place.left() + sample - SPACE / 2, middle))
            painter.setPen(self._colour)
            words = place.adjusted(sample, 0, 0, 0)
            text = metrics.elidedText(key.words, Qt.TextElideMode.ElideRight, math.ceil(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


class PlanePlot(pg.PlotWidget):
    """Points that open with a click; the view is moved and zoomed as that of the curves is.

    Its `legend` is a widget of its own, for whoever shows the plot to put beside it.

    Signals:
        chosen: the folder of a point that was clicked on.
        compare_wanted: the folder of a point that was clicked on with Ctrl.
    """

    chosen = Signal(Path)
    compare_wanted = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._axes: dict[str, Axis] = {"bottom": _RateAxis("bottom"), "left": Axis("left")}
        super().__init__(parent, axisItems=self._axes, enableMenu=False)
        self._theme = LIGHT
        self._points: tuple[Point, ...] = ()
        self._lineup: tuple[Path, ...] = ()
        self._selected: Path | None = None
        self._legend_title, self._joins = "", False
        self._labels: list[pg.TextItem] = []  # of the lines of equal ELBO
        self.setAccessibleName(tr("Rate–distortion plane"))
        set_role(self, QAccessible.Role.Chart)
        PlotKeys(self, self.show_all)
        plot = self.getPlotItem()
        plot.hideButtons()
        plot.setContentsMargins(4, 4, 8, 4)
        plot.setLabel("bottom", tr("rate KL(q(z|x) ‖ p(z)), nats/image"))
        plot.setLabel("left", DISTORTION)
        self._totals = pg.PlotCurveItem(connect="pairs")
        self._exact, self._estimated = pg.PlotCurveItem(connect="pairs"), pg.PlotCurveItem(connect="pairs")
        self._feet = pg.ScatterPlotItem(symbol=_dash(), size=SIZE)
        # Bars lie over points: below them, those of small gaps would not be seen.
        for item, height in ((self._totals, -10), (self._exact, 5), (self._estimated, 5), (self._feet, 5)):
            item.setZValue(height)
            item.setEnabled(False)  # it takes no click from a point
            plot.addItem(item, ignoreBounds=True)
        self.legend = Legend()
        self._keys: list[Key] = []  # of the legend
        self._drawn: list[pg.GraphicsObject] = []  # points, and lines that join them
        self._marks: list[pg.GraphicsObject] = []  # rings and letters
        self._is_moved = False  # by hand, since all was shown
        box = self.getViewBox()
        box.sigRangeChanged.connect(self._draw_totals)
        box.sigRangeChangedManually.connect(self._on_moved)
        box.sigResized.connect(self._on_resized)
        self.setToolTip(
            tip(
                "rate",
                "distortion",
                "ELBO",
                does=tr(
                    "Each point is a run; a click opens it, Ctrl+click compares it. Grey lines: rate and distortion "
                    "add up to the same −ELBO. The bar below a point is its gap to −log p(x): solid where that is "
                    "exact, dashed where it is estimated."
                ),
            )
        )

    @property
    def points(self) -> tuple[Point, ...]:
        """What is drawn."""
        return self._points

    def set_points(self, points: Sequence[Point], legend: str, joins: bool) -> None:
        """Draw runs; `legend` says what their groups are, and groups are joined by a line where they are a curve."""
        new = tuple(points), legend, joins
        if new == (self._points, self._legend_title, self._joins):
            return
        self._points, self._legend_title, self._joins = new
        self._draw()
        self._on_resized()

    def set_lineup(self, folders: Sequence[Path]) -> None:
        """Mark the open run (A) and those it is compared with (B, C, …)."""
        if tuple(folders) != self._lineup:
            self._lineup = tuple(folders)
            self._draw_marks()
            self._describe()

    def select(self, folder: Path | None) -> None:
        """Ring a run."""
        if folder != self._selected:
            self._selected = folder
            self._draw_marks()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.setBackground(theme.base)
        for axis in self._axes.values():
            axis.set_theme(theme)
        self._draw()

    def show_all(self) -> None:
        """Show all points, and the feet of their gaps."""
        self._is_moved = False
        if not self._points:
            return
        rates = [point.rate.mean for point in self._points]
        heights = [point.distortion.mean for point in self._points]
        heights += [point.foot for point in self._points if point.foot is not None]
        left, right, low, high = min(rates), max(rates), min(heights), max(heights)
        if (spare := (LEAST_SPAN - (right - left)) / 2) > 0:
            left, right = left - spare, right + spare
        if (spare := (LEAST_SPAN - (high - low)) / 2) > 0:
            low, high = low - spare, high + spare
        # Most lines of equal ELBO enter at the left, where their figures get a column of their own.
        words = QFontMetricsF(QApplication.font()).horizontalAdvance(tr("ELBO {nats}", nats=number(-high, 0)))
        share = min((words + 3 * SIZE) / max(self.getViewBox().width(), 1.0), 0.4)
        width = (1 + EDGE) * (right - left) / (1 - share)  # of all that is seen
        self.setXRange(left - share * width, right + EDGE * (right - left), padding=0)
        self.setYRange(low, high, padding=0.12)

    def _on_moved(self, *_: object) -> None:
        self._is_moved = True

    def _on_resized(self, *_: object) -> None:
        axis, metrics = self._axes["left"], QFontMetricsF(QApplication.font())
        has_room = metrics.horizontalAdvance(DISTORTION) <= self.getViewBox().height()
        if axis.labelText != (words := DISTORTION if has_room else SHORT_DISTORTION):
            axis.setLabel(words)
        if not self._is_moved:
            self.show_all()
        self._draw_totals()  # the range may be the one it was, and still there is other room for figures

    def set_posing(self, is_posing: bool) -> None:
        """It has another size for a figure, or its own again."""

    def fit_view(self) -> None:
        """In a figure, show all, unless somebody moved the plane to what should be seen."""
        self._on_resized()

    def place_of(self, folder: Path) -> QPointF:
        """Where a run's point is, in pixels of the viewport."""
        point = next(point for point in self._points if point.folder == folder)
        there = QPointF(point.rate.mean, point.distortion.mean)
        return QPointF(self.mapFromScene(self.getViewBox().mapViewToScene(there)))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_drawn"):
            self._draw()

    # Drawing

    def _draw(self) -> None:
        self._clear(self._drawn)
        self._keys.clear()
        groups = sorted({point.group for point in self._points}, key=lambda group: (isinstance(group, str), group))
        if len(groups) > len(SYMBOLS):
            self._draw_scaled(groups)
        else:
            for index, group in enumerate(groups):
                self._draw_group(index, group)
        self._draw_gaps()
        self.legend.set_keys(self._keys, self._dot_size, self._theme.text)
        self._draw_marks()
        self._draw_totals()
        self._describe()

    def _draw_group(self, index: int, group: float | str) -> None:
        which = [i for i, point in enumerate(self._points) if point.group == group]
        colour = CLASS_COLOURS[index]
        if self._joins and len(which) > 1:
            ends = sorted((self._points[i].rate.mean, self._points[i].distortion.mean) for i in which)
            line = pg.PlotCurveItem(*np.array(ends).T, pen=pg.mkPen(colour, width=1.2 * self._theme.line))
            line.setZValue(-2)
            self._add(line, self._drawn)
        self._dots(which, SYMBOLS[index], pg.mkBrush(colour))
        self._add_key(group, SYMBOLS[index], pg.mkBrush(colour))

    def _add_key(self, group: float | str, symbol: str, brush: QBrush) -> None:
        words = group if isinstance(group, str) else f"{group:.4g}"
        self._keys.append(Key(f"{self._legend_title} {words}".strip(), self._edge, symbol, brush))

    def _draw_scaled(self, groups: Sequence[float | str]) -> None:
        """With too many groups for symbols: colours along a scale, by the group's rank."""
        brushes = [pg.mkBrush(c) for c in pg.colormap.get(SCALE).map(np.linspace(0.1, 0.9, SHADES), mode="qcolor")]
        of = {group: brushes[SHADES * rank // len(groups)] for rank, group in enumerate(groups)}
        self._dots(list(range(len(self._points))), "o", [of[point.group] for point in self._points])
        for group in (groups[0], groups[len(groups) // 2], groups[-1]):
            self._add_key(group, "o", of[group])

    @property
    def _edge(self) -> QPen:
        pen: QPen = pg.mkPen(self._theme.text, width=0.8 * self._theme.line)
        return pen

    @property
    def _dot_size(self) -> float:
        return float(scaled(SIZE) * self._theme.line**0.5)

    def _dots(self, which: Sequence[int], symbol: str, brush: object) -> None:
        chosen = [self._points[i] for i in which]
        dots = pg.ScatterPlotItem(
            x=[point.rate.mean for point in chosen],
            y=[point.distortion.mean for point in chosen],
            data=chosen,
            symbol=symbol,
            size=self._dot_size,
            pen=self._edge,
            brush=brush,
            hoverable=True,
            hoverPen=pg.mkPen(self._theme.accent, width=2.5 * self._theme.line),
            tip=_tip,
        )
        dots.sigClicked.connect(self._on_clicked)
        self._add(dots, self._drawn)

    def _draw_gaps(self) -> None:
        colour, width = self._theme.text, 1.5 * self._theme.line
        for item, is_exact, words in (
            (self._exact, True, tr("gap, exact")),
            (self._estimated, False, tr("gap, estimated")),
        ):
            ends = [
                (point.rate.mean, height)
                for point in self._points
                if point.foot is not None and point.is_exact == is_exact
                for height in (point.distortion.mean, point.foot)
            ]
            pen = pg.mkPen(colour, width=width, dash=None if is_exact else DASHES)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            item.setPen(pen)
            item.setData(*np.array(ends or np.empty((0, 2))).T)
            if ends:
                self._keys.append(Key(words, pen))
        feet = [(point.rate.mean, point.foot) for point in self._points if point.foot is not None]
        self._feet.setPen(pg.mkPen(colour, width=width))
        self._feet.setData(*np.array(feet or np.empty((0, 2))).T)

    def _draw_marks(self) -> None:
        """The letters of runs that are compared, and a ring around the one that is selected."""
        self._clear(self._marks)
        for point in self._points:
            there = {"x": [point.rate.mean], "y": [point.distortion.mean]}
            if point.folder == self._selected:
                pen = pg.mkPen(self._theme.text, width=1.6 * self._theme.line, style=Qt.PenStyle.DotLine)
                self._add(_ring(there, scaled(SIZE + 12), pen), self._marks)
            if point.folder not in self._lineup:
                continue
            index = self._lineup.index(point.folder)
            pen = pg.mkPen(run_colour(self._theme, index), width=2.2 * self._theme.line)
            self._add(_ring(there, scaled(SIZE + 6), pen), self._marks)
            letter = pg.TextItem(LETTERS[index], color=run_colour(self._theme, index), anchor=(-0.35, 0.9))
            font = QApplication.font()
            font.setBold(True)
            letter.setFont(font)
            letter.setPos(point.rate.mean, point.distortion.mean)
            self._add(letter, self._marks)

    def _add(self, item: pg.GraphicsObject, to: list[pg.GraphicsObject]) -> None:
        self.addItem(item, ignoreBounds=True)
        to.append(item)

    def _clear(self, items: list[pg.GraphicsObject]) -> None:
        for item in items:
            self.removeItem(item)
        items.clear()

    def _draw_totals(self, *_: object) -> None:
        """Lines along which rate + distortion is the same round number, each with its ELBO where it enters the plot."""
        (left, right), (low, high) = self.getViewBox().viewRange()
        totals = nice_totals(left + low, right + high) if self._points else []
        ends = [end for total in totals for end in ((left, total - left), (right, total - right))]
        self._totals.setPen(pg.mkPen(self._theme.border, width=self._theme.line))
        self._totals.setData(*np.array(ends or np.empty((0, 2))).T)
        while len(self._labels) < len(totals):
            label = pg.TextItem()
            label.setZValue(-9)
            self.addItem(label, ignoreBounds=True)
            self._labels.append(label)
        digits = 0 if len(totals) < 2 or totals[1] - totals[0] >= 1 else 2
        for label, total in zip(self._labels, totals, strict=False):
            enters_above = total - high >= left
            label.setText(tr("ELBO {nats}", nats=number(-total, digits)))
            label.setColor(QColor(self._theme.muted))
            label.setFont(QApplication.font())
            label.fill = pg.mkBrush(self._theme.base)
            label.setAnchor((0.5, 0) if enters_above else (0, 0.5))
            label.setPos(*((total - high, high) if enters_above else (left, total - left)))
        taken: list[QRectF] = []
        for number_of, label in enumerate(self._labels):
            area = self._area_of(label)
            has_room = number_of < len(totals) and self._is_inside(area) and not any(map(area.intersects, taken))
            label.setVisible(has_room)
            if has_room:
                taken.append(area)

    def _area_of(self, label: pg.TextItem) -> QRectF:
        """What words take, in pixels of the view."""
        size, place, anchor = label.boundingRect().size(), self.getViewBox().mapFromView(label.pos()), label.anchor
        return QRectF(
            place.x() - anchor[0] * size.width(), place.y() - anchor[1] * size.height(), size.width(), size.height()
        )

    def _is_inside(self, area: QRectF) -> bool:
        """Whether words would not be cut off at an edge."""
        box = self.getViewBox()
        return area.left() > -1 and area.right() < box.width() and area.bottom() < box.height() and area.top() > -2

    def _describe(self) -> None:
        words = [
            plural(len(self._points), "{count} run on the plane.", "{count} runs on the plane.")
            if self._points
            else tr("There are no runs on the plane.")
        ]
        for letter, folder in zip(LETTERS, self._lineup, strict=False):
            for point in self._points:
                if point.folder == folder:
                    words.append(
                        tr(
                            "Run {letter}: rate {rate}, distortion {distortion} nats per image.",
                            letter=letter,
                            rate=number(point.rate.mean),
                            distortion=number(point.distortion.mean),
                        )
                    )
        self.setAccessibleDescription(" ".join(words))

    def _on_clicked(self, _item: object, _points: object, event: MouseClickEvent) -> None:
        """Of points that overlap take the one whose middle is nearest, whichever is drawn last."""
        there = event.scenePos()
        box = self.getViewBox()

        def distance(point: Point) -> float:
            middle = box.mapViewToScene(QPointF(point.rate.mean, point.distortion.mean))
            return math.hypot(middle.x() - there.x(), middle.y() - there.y())

        point = min(self._points, key=distance)
        with_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        (self.compare_wanted if with_control else self.chosen).emit(point.folder)


class _RateAxis(Axis):
    """No rate is negative: left of 0 is only room for the figures of the lines."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks from 0 on."""
        words = super().tickStrings(values, scale, spacing)
        return [text if value >= 0 else "" for value, text in zip(values, words, strict=True)]


def _ring(there: dict[str, list[float]], size: int, pen: object) -> pg.ScatterPlotItem:
    ring = pg.ScatterPlotItem(**there, symbol="o", size=size, pen=pen, brush=None)
    ring.setZValue(-1)  # below the point, which takes the clicks
    return ring


def _dash() -> QPainterPath:
    path = QPainterPath()
    path.moveTo(-0.5, 0)
    path.lineTo(0.5, 0)
    return path


def _tip(x: float, y: float, data: Point) -> str:
    lines = [f"<b>{html.escape(data.name)}</b>", html.escape(data.settings)]
    for name, figure in ((tr("rate"), data.rate), (tr("distortion"), data.distortion), ("ELBO", data.elbo)):
        lines.append(f"{name} {figure_in_words(figure)}")
    if data.log_p is not None:
        lines.append(f"log p(x) {figure_in_words(data.log_p)} ({data.how})")
        gap = data.log_p.mean - data.elbo.mean
        lines.append(tr("gap {nats}", nats=number(gap)))
    lines.append(tr("mean ± standard error, nats per image"))
    return f"<p>{'<br>'.join(lines)}</p>"  # pyqtgraph puts those of points that coincide one after the other


def figure_in_words(figure: Estimate) -> str:
    """A figure with its standard error."""
    return f"{number(figure.mean)} ± {number(figure.standard_error)}"
