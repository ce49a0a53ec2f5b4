"""What of a panel makes its figure, and how it is painted at another size without the panel changing.

A panel's `figure_part` is a widget, or several: a list stands one below the other, a tuple side by side. Its
`figure_proportion`, if it has one, is how high a figure is at least, by its width. Each widget is given the size it has
in the figure, recorded (`recorder.py`) and put back, all within one turn of the event loop, so that nobody sees it.
"""

from __future__ import annotations

import contextlib
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import pyqtgraph as pg
from PySide6.QtCore import QPoint, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QRegion
from PySide6.QtWidgets import QAbstractScrollArea, QLabel, QSizePolicy, QWidget
from superqt import QElidingLabel

from vaegui.ui.figures.recorder import Command, Recorder
from vaegui.ui.theme import Theme

GAP, MARGIN = 8.0, 8.0  # logical pixels
LEAST_PLOT, LEAST_LABEL = (170, 110), 60  # logical pixels
GROWING = (QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.Ignored)
BOUNDLESS = 4000  # logical pixels; what may be larger may have any size
MOST_TRIES = 12  # at finding how much smaller everything has to be drawn to fit
LARGER = 1.06  # than what was found too small, at least, is what is tried next
OFF = QWidget.RenderFlag.DrawChildren  # no ground: all of a figure has the same


@runtime_checkable
class Drawn(Protocol):
    """Something that is drawn for a figure alone, because the widget that shows it on screen scrolls."""

    def figure_height(self, width: float) -> float:
        """The height it needs, in logical pixels, at this width; 0 when there is nothing to draw."""

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw it, from the origin on."""


Part = QWidget | Drawn | Sequence[Any]  # of parts: a list one below the other, a tuple side by side


@dataclass(frozen=True)
class Drawing:
    """A figure as commands, with the ground it stands on."""

    commands: tuple[Command, ...]
    size: QSizeF  # logical pixels
    ground: QColor
    shrunk: float  # how much smaller than asked for text had to become so that everything fits: 1 for not at all


def part_of(panel: QWidget) -> Part:
    """What makes the figure of a panel: its `figure_part`, or all of it."""
    part: Part = getattr(panel, "figure_part", panel)
    return part


def widgets(part: Part) -> Iterator[QWidget]:
    """All widgets of a part."""
    if isinstance(part, QWidget):
        yield part
    elif isinstance(part, (list, tuple)):
        for inner in part:
            yield from widgets(inner)


def has_anything(part: Part, panel: QWidget) -> bool:
    """Whether there is something to draw, and not only words that say why there is not."""
    if isinstance(part, (list, tuple)):
        return any(has_anything(inner, panel) for inner in part)
    if isinstance(part, QLabel):
        return False
    return _is_shown(part, panel)


def _is_shown(part: Part, panel: QWidget) -> bool:
    if isinstance(part, (list, tuple)):
        return any(_is_shown(inner, panel) for inner in part)
    if isinstance(part, QLabel):
        return part.isVisibleTo(panel) and bool(part.text())
    if isinstance(part, Drawn):
        is_there = part.isVisibleTo(panel) if isinstance(part, QWidget) else True
        return is_there and part.figure_height(400) > 0
    assert isinstance(part, QWidget)
    return part.isVisibleTo(panel)


def size_on_screen(panel: QWidget) -> QSizeF:
    """How large what makes the figure is on screen, in logical pixels, or as high as `figure_proportion` has it."""
    box = QRectF()
    for widget in widgets(part_of(panel)):
        if widget.isVisibleTo(panel):
            corner = widget.mapTo(panel, QPoint())
            box = box.united(QRectF(corner.x(), corner.y(), widget.width(), widget.height()))
    # What is wide and low on screen, where it shares the panel with a table, say.
    height = max(box.height(), getattr(panel, "figure_proportion", 0.0) * box.width(), 48)
    return QSizeF(max(box.width(), 64) + 2 * MARGIN, height + 2 * MARGIN)


def record(panel: QWidget, width: float, height: float, theme: Theme, shown: Theme) -> Drawing:
    """Paint what makes the figure of a panel on width × height logical pixels, in a theme; `shown` is the screen's.

    Where it needs more room than that, it gets it, and everything in it is smaller in the end.
    """
    part = part_of(panel)
    with _Pose(panel, part, theme, shown) as pose:
        shrunk = 1.0
        for _ in range(MOST_TRIES):
            needed_width, needed_height = pose.least_width(), pose.height(part, shrunk * width - 2 * MARGIN)
            lacks = max(
                (needed_width + 2 * MARGIN) / (shrunk * width), (needed_height + 2 * MARGIN) / (shrunk * height)
            )
            if lacks <= 1.0005:
                break
            shrunk *= max(lacks, LARGER)
        size = QSizeF(shrunk * width, shrunk * height)
        inside = QRectF(MARGIN, MARGIN, size.width() - 2 * MARGIN, size.height() - 2 * MARGIN)
        placed = list(pose.placed(part, inside))
        pose.take(placed)
        ground = QColor(theme.base)
        pose.settle()
        commands = pose.paint(placed, size, ground)
    return Drawing(commands, size, ground, shrunk)


class _Pose(contextlib.AbstractContextManager["_Pose"]):
    """Sizes, views, places of scroll bars and colours of the widgets of a part: as they were, once it is left."""

    def __init__(self, panel: QWidget, part: Part, theme: Theme, shown: Theme) -> None:
        self._panel, self._theme, self._shown = panel, theme, shown
        self._widgets = [w for w in widgets(part) if w.isVisibleTo(panel)]
        self._plots = [plot for w in self._widgets for plot in _plots(w)]
        self._posers = [w for w in (panel, *panel.findChildren(QWidget)) if hasattr(w, "set_posing")]
        self._dpi = panel.logicalDpiX()
        # Themes are the panels' way to draw everything anew, as most have to at another size.
        has_live = any(not isinstance(w, (QLabel, Drawn)) for w in self._widgets)
        depends = theme is not shown or getattr(panel, "figure_depends_on_size", True)
        self._draws_anew = has_live and depends and hasattr(panel, "set_theme")

    def __enter__(self) -> _Pose:
        for widget in self._posers:
            widget.set_posing(True)
        self._boxes = [widget.geometry() for widget in self._widgets]
        self._bars = [
            (bar, bar.value())
            for area in (self._panel, *self._panel.findChildren(QAbstractScrollArea))
            if isinstance(area, QAbstractScrollArea)
            for bar in (area.horizontalScrollBar(), area.verticalScrollBar())
        ]
        self._views = [_View.of(plot) for plot in self._plots]
        return self

    def take(self, placed: Sequence[tuple[Part, QRectF]]) -> None:
        """Give the widgets their sizes in the figure, and draw anew what depends on them."""
        for part, box in placed:
            if isinstance(part, QWidget) and not isinstance(part, Drawn):
                part.resize(round(box.width()), round(box.height()))
        if self._draws_anew:
            self._panel.set_theme(self._theme)  # type: ignore[attr-defined]
        for poser in self._posers:
            if hasattr(poser, "fit_view"):
                poser.fit_view()

    def settle(self) -> None:
        """Have axes find how wide their numbers are, as they do when they are painted for the first time."""
        recorder = Recorder(1, 1, self._dpi)
        painter = QPainter(recorder)
        for plot in self._plots:
            if plot.isVisibleTo(self._panel):
                plot.scene().prepareForPaint()
                for side in ("left", "bottom"):
                    plot.getPlotItem().getAxis(side).generateDrawSpecs(painter)
                plot.centralWidget.layout.activate()
        painter.end()

    def paint(self, placed: Sequence[tuple[Part, QRectF]], size: QSizeF, ground: QColor) -> tuple[Command, ...]:
        """Record them where they are in the figure."""
        colours = {QColor(self._shown.window).rgb() & 0xFFFFFF: ground} | _replaced(self._shown, self._theme)
        recorder = Recorder(round(size.width()), round(size.height()), self._dpi, colours)
        scatters = [item for plot in self._plots for item in plot.items() if isinstance(item, pg.ScatterPlotItem)]
        for dots in scatters:
            dots.setExportMode(True, {"antialias": True, "resolutionScale": 1.0})  # discs, not images of discs
        painter = QPainter(recorder)
        try:
            for part, box in placed:
                recorder.move_to(box)
                if isinstance(part, Drawn):
                    painter.save()
                    painter.setFont(self._panel.font())
                    part.draw_figure(painter, box.size())
                    painter.restore()
                elif isinstance(part, QWidget):
                    QWidget.render(part, painter, QPoint(), QRegion(), OFF)
        finally:
            painter.end()
            for dots in scatters:
                dots.setExportMode(False)
        return recorder.commands

    def __exit__(self, *_: object) -> None:
        for widget, box in zip(self._widgets, self._boxes, strict=True):
            widget.setGeometry(box)
        if self._draws_anew:
            self._panel.set_theme(self._shown)  # type: ignore[attr-defined]
        for view in self._views:
            view.put_back()
        for bar, value in self._bars:
            bar.setValue(value)
        for poser in self._posers:
            poser.set_posing(False)

    # Where things are

    def least_width(self) -> float:
        """What the widest row needs."""
        return _least_width(self._visible(part_of(self._panel)))

    def height(self, part: Part, width: float) -> float:
        """What it needs, at least, at this width."""
        return _height(self._visible(part), width)

    def placed(self, part: Part, box: QRectF) -> Iterator[tuple[Part, QRectF]]:
        """Each widget with its place in the figure."""
        yield from _placed(self._visible(part), box)

    def _visible(self, part: Part) -> Part:
        """The part without what is not shown."""
        if isinstance(part, (list, tuple)):
            inner = [self._visible(each) for each in part if _is_shown(each, self._panel)]
            return type(part)(inner)
        return _Wrapped(part) if isinstance(part, QElidingLabel) else part


class _Wrapped:
    """The words of a label that cuts them short on screen, all of them, in as many lines as they need."""

    FLAGS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop

    def __init__(self, label: QElidingLabel) -> None:
        self._text, self._font = label.text(), label.font()
        self._colour = label.palette().windowText().color()  # which is where a style sheet puts it
        self._flags = self.FLAGS | (label.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask)

    def figure_height(self, width: float) -> float:
        """Of all lines, in logical pixels."""
        box = QFontMetricsF(self._font).boundingRect(QRectF(0, 0, width, 1e4), self._flags, self._text)
        return math.ceil(box.height())

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all lines."""
        painter.setFont(self._font)
        painter.setPen(self._colour)
        painter.drawText(QRectF(0, 0, size.width(), size.height()), self._flags, self._text)


@dataclass(frozen=True)
class _View:
    """What a plot shows, and how wide its axes are."""

    box: Any  # pyqtgraph's ViewBox
    ranges: tuple[tuple[float, float], tuple[float, float]]
    automatic: tuple[Any, Any]
    axes: tuple[tuple[Any, float, float], ...]

    @classmethod
    def of(cls, plot: Any) -> _View:
        box, item = plot.getViewBox(), plot.getPlotItem()
        (left, right), (low, high) = box.state["targetRange"]
        axes = tuple((axis, axis.textWidth, axis.textHeight) for axis in (item.getAxis(s) for s in ("left", "bottom")))
        return cls(box, ((left, right), (low, high)), tuple(box.state["autoRange"]), axes)

    def is_other_now(self) -> bool:
        now = tuple(tuple(along) for along in self.box.state["targetRange"])
        return now != self.ranges

    def show(self) -> None:
        if self.is_other_now():
            self.box.setRange(xRange=self.ranges[0], yRange=self.ranges[1], padding=0, disableAutoRange=False)

    def put_back(self) -> None:
        for axis, width, height in self.axes:
            axis.textWidth, axis.textHeight = width, height
            if axis.orientation == "left":
                axis._updateWidth()
            else:
                axis._updateHeight()
        self.show()
        self.box.state["autoRange"] = list(self.automatic)


def _plots(widget: QWidget) -> list[Any]:
    return [w for w in (widget, *widget.findChildren(pg.PlotWidget)) if isinstance(w, pg.PlotWidget)]


def _replaced(shown: Theme, theme: Theme) -> dict[int, QColor]:
    """For the colours of the theme on screen, which widgets have from their palette, those of the figure's."""
    if theme is shown:
        return {}
    names = ("text", "muted", "border", "accent", "on_accent", "base", "window")
    pairs = [(getattr(shown, name), getattr(theme, "base" if name == "window" else name)) for name in names]
    pairs += zip(shown.others, theme.others, strict=True)
    return {QColor(before).rgb() & 0xFFFFFF: QColor(after) for before, after in pairs}


def _grows(part: Part) -> bool:
    """Whether it takes all the height there is."""
    if isinstance(part, (list, tuple)):
        return any(_grows(inner) for inner in part)
    if isinstance(part, QLabel):
        return False
    if isinstance(part, QWidget):
        policy = part.sizePolicy().verticalPolicy()
        wants_more = policy in GROWING or not part.sizeHint().isValid() or bool(_plots(part))
        return wants_more and policy != QSizePolicy.Policy.Fixed and part.maximumHeight() > BOUNDLESS
    return False


def _least_width(part: Part) -> float:
    if isinstance(part, tuple):
        return sum(map(_least_width, part)) + GAP * max(len(part) - 1, 0)
    if isinstance(part, list):
        return max(map(_least_width, part), default=0.0)
    if isinstance(part, QLabel):
        return float(LEAST_LABEL) if _fills(part) else float(part.sizeHint().width())
    if not isinstance(part, QWidget):
        return float(getattr(part, "figure_width", LEAST_LABEL))
    least = LEAST_PLOT[0] if isinstance(part, pg.PlotWidget) else 24
    return float(min(max(part.minimumSizeHint().width(), part.minimumWidth(), least), part.maximumWidth()))


def _fills(part: Part) -> bool:
    """Whether it takes whatever width there is, not only what it needs."""
    if isinstance(part, QLabel):
        return part.wordWrap() or isinstance(part, QElidingLabel)
    if isinstance(part, QWidget):
        is_bounded = part.maximumWidth() < BOUNDLESS
        return not is_bounded and part.sizePolicy().horizontalPolicy() != QSizePolicy.Policy.Preferred
    return True


def _shares(part: tuple[Part, ...], width: float) -> list[float]:
    """The widths of parts side by side: those that fill share what the others leave."""
    least = [_least_width(inner) for inner in part]
    wanted = [
        low if _fills(inner) or not isinstance(inner, QWidget) else max(low, _natural_width(inner))
        for inner, low in zip(part, least, strict=True)
    ]
    room = width - GAP * (len(part) - 1)
    if sum(wanted) > room:
        wanted = least
    filling = [_fills(inner) for inner in part]
    if not any(filling):
        return wanted
    level = (room - sum(w for w, fills in zip(wanted, filling, strict=True) if not fills)) / sum(filling)
    if all(low <= level for low, fills in zip(least, filling, strict=True) if fills):
        return [level if fills else w for w, fills in zip(wanted, filling, strict=True)]
    spare = max(room - sum(wanted), 0.0) / sum(filling)
    return [width + spare * fills for width, fills in zip(wanted, filling, strict=True)]


def _natural_width(widget: QWidget) -> float:
    return float(min(widget.sizeHint().width(), widget.maximumWidth()))


def _height(part: Part, width: float) -> float:
    if isinstance(part, list):
        return sum(_height(inner, width) for inner in part) + GAP * max(len(part) - 1, 0)
    if isinstance(part, tuple):
        return max((_height(p, w) for p, w in zip(part, _shares(part, width), strict=True)), default=0.0)
    if isinstance(part, Drawn):
        return part.figure_height(width)
    assert isinstance(part, QWidget)
    if isinstance(part, QLabel):
        return float(part.heightForWidth(round(width)) if part.hasHeightForWidth() else part.sizeHint().height())
    if part.hasHeightForWidth():
        return float(part.heightForWidth(round(width)))
    if not _grows(part):
        return float(min(max(part.sizeHint().height(), part.minimumHeight()), part.maximumHeight()))
    least = LEAST_PLOT[1] if isinstance(part, pg.PlotWidget) else 24
    return float(max(part.minimumSizeHint().height(), part.minimumHeight(), least))


def _placed(part: Part, box: QRectF) -> Iterator[tuple[Part, QRectF]]:
    if isinstance(part, tuple):
        left = box.left()
        for inner, width in zip(part, _shares(part, box.width()), strict=True):
            yield from _placed(inner, QRectF(left, box.top(), width, box.height()))
            left += width + GAP
    elif isinstance(part, list):
        heights = [_height(inner, box.width()) for inner in part]
        growing = [_grows(inner) for inner in part]
        spare = max(box.height() - sum(heights) - GAP * (len(part) - 1), 0.0)
        top = box.top()
        for inner, height, grows in zip(part, heights, growing, strict=True):
            height += spare / sum(growing) if grows else 0.0
            yield from _placed(inner, QRectF(box.left(), top, box.width(), height))
            top += height + GAP
    else:
        yield part, box
