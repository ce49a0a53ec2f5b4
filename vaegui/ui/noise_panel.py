"""How well several runs remove noise: PSNR against the level, a plot for each kind of noise."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget
from superqt.utils import qthrottled

from vaegui.comparison import NOISE_LEVELS, NOISY_IMAGE, NoisePoint
from vaegui.data import Corruption
from vaegui.ui.accessible import show_only
from vaegui.ui.measure_row import MeasureRow
from vaegui.ui.theme import LETTERS, LIGHT, Axis, Theme, number, run_colour
from vaegui.ui.tips import tip
from vaegui.words import tr

NOTHING_OPEN = tr("Open a run, and tick others in the list of runs (left), to see how well they remove noise.")
KINDS: dict[Corruption, str] = {
    "gaussian": tr("Gaussian noise, σ in %"),
    "salt-and-pepper": tr("salt and pepper, % of pixels"),
    "masking": tr("masking, % of pixels"),
}
LONGEST_NAME = 24  # letters, in the key
LETTER_GAP = 11.0  # pixels between letters at the ends of lines
LETTER_ROOM = 16.0  # pixels to the right of the lines
WITHOUT_RUNS = 30.0  # dB, the top of the plots while nothing but the noisy image was measured


class NoisePanel(QWidget):
    """Three plots side by side, a line for each run and a dashed one for the noisy image itself.

    Signals:
        measure_wanted: the runs should be measured.
        cancel_wanted: measuring should end.
    """

    measure_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._names: tuple[str, ...] = ()
        self._message = self._left_out = ""
        self._is_posing = False
        self._points: list[NoisePoint] = []
        self._key = QLabel()
        self._key.setWordWrap(True)
        self._key.setProperty("muted", True)
        self._key.setTextFormat(Qt.TextFormat.RichText)
        self.controls = MeasureRow(
            tr("Add each kind of noise to the test images at several levels, and remove it"),
            tr("Stop measuring; the points so far stay"),
        )
        self.controls.measure_wanted.connect(self.measure_wanted)
        self.controls.cancel_wanted.connect(self.cancel_wanted)
        self._plots: dict[Corruption, pg.PlotItem] = {}
        plots = QHBoxLayout()
        plots.setSpacing(0)
        for kind, words in KINDS.items():
            widget = self._make_plot(kind, words)
            plots.addWidget(widget, 1)
        top = QHBoxLayout()
        top.addWidget(self._key, 1)
        top.addWidget(self.controls)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addLayout(plots, 1)
        # Points of fast models come faster than anyone can see.
        self._redraw_soon = qthrottled(self._redraw, timeout=100, leading=True, parent=self)
        for plot in self._plots.values():
            plot.getViewBox().sigResized.connect(self._on_resized)
        self.setToolTip(
            tip(
                "PSNR",
                does=tr(
                    "Here of what a run makes of noisy test images, against the clean ones; bars are ± two standard "
                    "errors.<br>A run removes noise where its line is above the <b>dashed</b> one, the noisy image "
                    "itself. Without noise the image is itself, and its line leaves the plot at the top; the runs’ "
                    "lines begin at their reconstruction of the clean image.<br>All runs meet the same noise: σ in per "
                    "cent of the range from black to white, or the share of pixels hit."
                ),
            )
        )
        self.set_theme(LIGHT)
        self.set_runs(())

    def _make_plot(self, kind: Corruption, words: str) -> pg.PlotWidget:
        widget = pg.PlotWidget(axisItems={side: Axis(side) for side in ("bottom", "left")}, enableMenu=False)
        show_only(widget, tr("PSNR against {noise}", noise=words))
        plot = self._plots[kind] = widget.getPlotItem()
        plot.setContentsMargins(4, 4, 4, 0)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setLabel("bottom", words)
        plot.showGrid(y=True, alpha=0.12)
        if kind == next(iter(KINDS)):
            plot.setLabel("left", tr("PSNR, dB"))
        plot.getAxis("bottom").setTickSpacing(20, 20)
        plot.getAxis("left").setWidth(44 if kind == next(iter(KINDS)) else 28)
        return widget

    def set_runs(self, names: Sequence[str]) -> None:
        """Say which runs are compared, the open one first; what was measured of others is forgotten."""
        self._names = tuple(names)
        self.clear()

    def clear(self) -> None:
        """Forget all points."""
        self._points = []
        self._message = "" if self._names else NOTHING_OPEN
        self.controls.set_done(False)
        self.controls.set_enabled(bool(self._names))
        self._write_key()
        self._redraw()

    def add_point(self, point: NoisePoint) -> None:
        """Add a point to a line; one of the same run, noise and level takes the place of the older one."""
        place = (point.kind, point.level, point.name)
        self._points = [old for old in self._points if (old.kind, old.level, old.name) != place]
        self._points.append(point)
        self.controls.set_done(True)
        self._redraw_soon()

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being measured and the share done, in [0, 1]."""
        self.controls.set_busy(words, share)

    def set_idle(self) -> None:
        """Nothing is being measured any more."""
        self.controls.set_idle()

    def set_message(self, text: str) -> None:
        """Say something beside the key of the lines; nothing where the text is empty."""
        self._message = text
        self._write_key()

    def set_left_out(self, text: str) -> None:
        """Say which runs are not compared, and why; nothing where the text is empty."""
        if text != self._left_out:
            self._left_out = text
            self._write_key()

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget, ...]]:
        """What makes its figure: the plots and their key, once there are points."""
        plots = tuple(plot.getViewWidget() for plot in self._plots.values())
        return [self._key, plots] if self._points else []

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for plot in self._plots.values():
            plot.getViewWidget().setBackground(theme.base)
            for side in ("bottom", "left"):
                plot.getAxis(side).set_theme(theme)
        self._write_key()
        self._redraw()

    def _write_key(self) -> None:
        parts = [
            f'<span style="color:{run_colour(self._theme, index)}"><b>{_letter(index)}</b>&nbsp;'
            f"{_unbroken(_shortened(name))}</span>"
            for index, name in enumerate(self._names)
        ]
        if parts:
            parts.append(_unbroken(tr("– – noisy image")))
        parts += [html.escape(text) for text in (self._message, self._left_out) if text]
        self._key.setText(" &nbsp; ".join(parts))

    def set_posing(self, is_posing: bool) -> None:
        """While plots have another size for a figure, they are not drawn anew for that later on."""
        self._is_posing = is_posing

    def _on_resized(self) -> None:
        if not self._is_posing:
            self._redraw_soon()

    def _redraw(self) -> None:
        bottom, top = self._heights()
        farthest = 100 * max((point.level for point in self._points), default=NOISE_LEVELS[-1])
        for kind, plot in self._plots.items():
            plot.clear()
            view = plot.getViewBox()
            share = min(LETTER_ROOM / max(view.width(), 1.0), 0.3)
            plot.setYRange(bottom, top, padding=0)
            plot.setXRange(-0.03 * farthest, farthest / (1 - share), padding=0)  # the dots at 0 whole
            self._draw_line(plot, kind, NOISY_IMAGE, self._theme.muted, dashed=True)
            ends = []
            for index, name in enumerate(self._names):
                colour = run_colour(self._theme, index)
                end = self._draw_line(plot, kind, name, colour, dashed=False)
                if end is not None:
                    ends.append((end[1], end[0], _letter(index), colour))
            self._write_letters(plot, ends, (top - bottom) / max(view.height(), 1.0))
            plot.getViewWidget().setAccessibleDescription(self._in_words(kind))

    def _in_words(self, kind: Corruption) -> str:
        """What the lines are at the strongest noise that was measured, for those who do not see them."""
        points = [point for point in self._points if point.kind == kind]
        if not points:
            return ""
        level = max(point.level for point in points)
        names = {name: f"{_letter(index)} {name}" for index, name in enumerate(self._names)}
        names[NOISY_IMAGE] = tr("the noisy image")
        said = [
            f"{names[point.name]} {number(point.psnr.mean, 1)} dB"
            for point in points
            if point.level == level and point.name in names
        ]
        return tr("At {level} %: {figures}.", level=number(100 * level, 0), figures=", ".join(said))

    def _heights(self) -> tuple[float, float]:
        """What all plots show, in dB: every point of the runs, and the noisy image where it is not far above them."""
        runs = [point.psnr.mean for point in self._points if point.name in self._names]
        noisy = [point.psnr.mean for point in self._points if point.name == NOISY_IMAGE]
        top = max(runs, default=WITHOUT_RUNS)
        bottom = min([*runs, *noisy], default=0.0)
        room = 0.08 * max(top - bottom, 1.0)
        return bottom - room, top + 3 * room

    def _draw_line(
        self, plot: pg.PlotItem, kind: Corruption, name: str, colour: str, dashed: bool
    ) -> tuple[float, float] | None:
        """Draw the line of a run; returns where it ends."""
        points = sorted((p for p in self._points if p.kind == kind and p.name == name), key=lambda point: point.level)
        if not points:
            return None
        level = np.array([100 * point.level for point in points])
        height = np.array([point.psnr.mean for point in points])
        if dashed:
            plot.plot(level, height, pen=pg.mkPen(colour, width=1.6 * self._theme.line, style=Qt.PenStyle.DashLine))
        else:
            error = 2 * np.array([point.psnr.standard_error for point in points])
            plot.addItem(
                pg.ErrorBarItem(
                    x=level, y=height, top=error, bottom=error, pen=pg.mkPen(colour, width=1.2 * self._theme.line)
                )
            )
            dots = {"symbol": "o", "symbolSize": 4, "symbolBrush": pg.mkBrush(colour), "symbolPen": None}
            plot.plot(level, height, pen=pg.mkPen(colour, width=2 * self._theme.line), **dots)
        return float(level[-1]), float(height[-1])

    def _write_letters(
        self, plot: pg.PlotItem, ends: list[tuple[float, float, str, str]], decibel_per_pixel: float
    ) -> None:
        """Write the runs' letters at the ends of their lines, from below, each clear of the one before."""
        below = -np.inf
        for height, level, letter, colour in sorted(ends):
            below = max(height, below + LETTER_GAP * decibel_per_pixel)
            item = pg.TextItem(letter, color=colour, anchor=(0, 0.5))
            plot.addItem(item, ignoreBounds=True)
            item.setPos(level, below)


def _letter(index: int) -> str:
    return LETTERS[index % len(LETTERS)]


def _unbroken(text: str) -> str:
    """Text for a label that keeps it on one line: no break at spaces, nor (U+2060) at dashes."""
    return re.sub("([-–])", "\\1&#8288;", html.escape(text)).replace(" ", "&nbsp;")


def _shortened(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1]}…"
