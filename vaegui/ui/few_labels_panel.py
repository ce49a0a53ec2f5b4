"""What codes are worth to a classifier that has few labels, and whether an encoder is a good start for one."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyqtgraph as pg
from pyqtgraph.graphicsItems.ScatterPlotItem import drawSymbol
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QFormLayout,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSpinBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from superqt.utils import qthrottled

from vaegui.probes import LABELS_PER_CLASS, PROBES, FineTuneStep, ProbeResult
from vaegui.ui.accessible import ElidingLabel, show_only
from vaegui.ui.theme import LETTERS, LIGHT, Axis, Theme, fit, number, run_colour, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import plural, tr

MEASURE, FINE_TUNE = tr("Measure"), tr("Fine-tune")
CONTROLS_WIDTH = 168
SAMPLE_WIDTH = 27  # of a line in a key, with the space after it
DODGE = 0.07  # of the distance between two numbers of labels: so far apart are error bars that would hide each other
OTHER_STYLES = (  # of what is no run: line and symbol
    (Qt.PenStyle.DashLine, "s"),
    (Qt.PenStyle.DotLine, "t1"),
    (Qt.PenStyle.DashDotLine, "d"),
    (Qt.PenStyle.DashDotDotLine, "t"),
)
TITLES = {
    "knn": tr("Nearest neighbours"),
    "linear": tr("Linear probe"),
    "tuning": tr("Encoder as a classifier"),
}
INSTEAD = tr(
    "<b>Measure</b> classifies test images by their codes, knowing the labels of a few training images only, "
    "and again by raw pixels and by as many principal components: what is the code worth?<br><br>"
    "<b>Fine-tune</b> makes a classifier of the encoder and trains it on a few labels, once from this run’s weights "
    "and once from fresh ones: does pretraining help?"
)


@dataclass(frozen=True)
class _Style:
    """How one line is drawn."""

    words: str
    colour: str
    line: Qt.PenStyle
    symbol: str
    thick: float = 1.0  # how many times as thick as usual

    @property
    def pen(self) -> QPen:
        return pg.mkPen(self.colour, width=1.8 * self.thick, style=self.line)  # type: ignore[no-any-return]


class _Point(NamedTuple):
    """A result in per cent."""

    mean: float
    error: float
    result: ProbeResult

    @classmethod
    def of(cls, result: ProbeResult) -> _Point:
        return cls(100 * result.mean, 100 * result.standard_error, result)

    def in_words(self, name: str) -> str:
        return plural(
            self.result.labelled,
            "{name}, {count:,} labelled image: {accuracy} of {test_images:,} test images right",
            "{name}, {count:,} labelled images: {accuracy} of {test_images:,} test images right",
            name=name,
            accuracy=f"{number(self.mean, 1)} ± {number(self.error, 1)} %",
            test_images=self.result.test_images,
        )


class _Curve(NamedTuple):
    """What is drawn of one probe of some features."""

    line: pg.PlotDataItem
    bars: pg.ErrorBarItem
    dots: pg.ScatterPlotItem

    @classmethod
    def on(cls, plot: pg.PlotItem) -> _Curve:
        dots = pg.ScatterPlotItem(hoverable=True, tip=lambda x, y, data: data[0].in_words(data[1]))
        curve = cls(pg.PlotDataItem(), pg.ErrorBarItem(), dots)
        for item in curve:
            plot.addItem(item)
        return curve

    def draw(self, found: Mapping[int | None, _Point], style: _Style, shift: float) -> None:
        levels = [level for level in LABELS_PER_CLASS if level in found]
        x = np.array([LABELS_PER_CLASS.index(level) for level in levels]) + shift
        y = np.array([found[level].mean for level in levels])
        errors = np.array([found[level].error for level in levels])
        self.line.setData(x, y, pen=style.pen)
        self.bars.setData(x=x, y=y, height=2 * errors, pen=pg.mkPen(style.colour, width=1.2 * style.thick))
        self.dots.setData(
            x=x,
            y=y,
            data=[(found[level], style.words) for level in levels],
            size=6,
            symbol=style.symbol,
            brush=pg.mkBrush(style.colour),
            pen=pg.mkPen(None),
        )


class _Key(QWidget):
    """What the lines are: samples with words, in as many rows as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._styles: list[_Style] = []
        self._text = QColor(LIGHT.text)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> list[str]:
        """What it says."""
        return [style.words for style in self._styles]

    def set_styles(self, styles: Sequence[_Style], text: str) -> None:
        """Show samples of lines, and write in a colour."""
        self._styles, self._text = list(styles), QColor(text)
        font = tabular(QApplication.font())
        font.setPointSizeF(scaled(8))
        self.setFont(font)
        self.setToolTip("<br>".join(html.escape(words) for words in self.words))
        self.setAccessibleName(", ".join(self.words))
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs: a grid does not for what spans columns."""
        super().resizeEvent(event)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Not wider than it is made, and as high as that needs."""
        return QSize(100, self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:
        """Height of all rows."""
        places = self._places(width)
        return (round(places[-1].y()) if places else 0) + self._row_height

    def hasHeightForWidth(self) -> bool:
        """Rows break where the width ends."""
        return True

    @property
    def _row_height(self) -> int:
        return self.fontMetrics().height() + 1

    def _places(self, width: int) -> list[QPointF]:
        """The left upper corner of each entry."""
        places, x, y = [], 0, 0
        for words in self.words:
            needed = SAMPLE_WIDTH + self.fontMetrics().horizontalAdvance(words)
            if x and x + needed > width:
                x, y = 0, y + self._row_height
            places.append(QPointF(x, y))
            x += needed + 12
        return places

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw samples and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = self.fontMetrics()
        for style, place in zip(self._styles, self._places(self.width()), strict=True):
            middle = place.y() + self._row_height / 2
            painter.setPen(style.pen)
            painter.drawLine(QPointF(place.x(), middle), QPointF(place.x() + SAMPLE_WIDTH - 5, middle))
            if style.symbol:
                painter.save()
                painter.translate(place.x() + (SAMPLE_WIDTH - 5) / 2, middle)
                drawSymbol(painter, style.symbol, 6, pg.mkPen(None), pg.mkBrush(style.colour))
                painter.restore()
            painter.setPen(self._text)
            room = self.width() - place.x() - SAMPLE_WIDTH
            words = metrics.elidedText(style.words, Qt.TextElideMode.ElideMiddle, max(round(room) + 1, 0))
            painter.drawText(QPointF(place.x() + SAMPLE_WIDTH, place.y() + metrics.ascent() + 0.5), words)
        painter.end()


class _PercentAxis(Axis):
    """An axis of per cent."""

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks."""
        return [f"{text} %" for text in super().tickStrings(values, scale, spacing)]


class FewLabelsPanel(QWidget):
    """Measure codes with few labels, fine-tune the encoder, and watch the accuracies come in.

    Signals:
        measure_wanted: how many draws of the labelled images.
        fine_tune_wanted: labels of each class, or None for all.
        cancel_wanted: end what is running now.
    """

    measure_wanted = Signal(int)
    fine_tune_wanted = Signal(object)
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._runs: tuple[str, ...] = ()
        self._results: dict[str, dict[str, dict[int | None, _Point]]] = {kind: {} for kind in PROBES}
        self._curves: dict[str, dict[str, _Curve]] = {kind: {} for kind in PROBES}
        self._steps: list[FineTuneStep] = []
        self._axis_words: dict[tuple[str, str], tuple[str, str]] = {}  # of the plots' axes, and their colours
        self._message = ""
        self._is_posing = False
        self._running: QPushButton | None = None
        self._pressed: QPushButton | None = None

        self.draws = QSpinBox()
        self.draws.setRange(1, 50)
        self.draws.setValue(10)
        self.draws.setAccessibleName(tr("Draws"))
        self.draws.setToolTip(
            tr(
                "<b>Draws</b><br>How often labelled images are drawn anew. Which few images have labels matters much: "
                "accuracies are means over draws, error bars ± one standard error of the mean."
            )
        )
        self.measure_button = QPushButton(MEASURE)
        self.measure_button.setToolTip(tr("Classify test images by codes, raw pixels and principal components"))
        self.labels = QComboBox()
        self.labels.setAccessibleName(tr("Labels per class"))
        self.labels.setToolTip(
            tr("<b>Labels per class</b><br>How many training images of each class fine-tuning learns from")
        )
        for level in LABELS_PER_CLASS:
            self.labels.addItem(_tick(level), level)
        self.labels.setCurrentIndex(LABELS_PER_CLASS.index(10))
        self.fine_tune_button = QPushButton(FINE_TUNE)
        self.fine_tune_button.setToolTip(
            tr(
                "Train the encoder, with a linear layer in place of its code, to tell classes apart: from this run’s "
                "weights, and from fresh ones"
            )
        )
        self.draws.setMinimumHeight(self.measure_button.sizeHint().height())
        self._titles = {self.measure_button: MEASURE, self.fine_tune_button: FINE_TUNE}
        self.measure_button.clicked.connect(self._on_measure)
        self.fine_tune_button.clicked.connect(self._on_fine_tune)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress"))
        self.status = ElidingLabel()
        self.status.setProperty("muted", True)
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setWordWrap(True)
        fit(self.status, lines=2)

        self._widgets = {name: self._make_plot() for name in (*PROBES, "tuning")}
        self._plots: dict[str, pg.PlotItem] = {name: widget.getPlotItem() for name, widget in self._widgets.items()}
        self.key, self.tuning_key = _Key(), _Key()
        for name, plot in self._plots.items():
            plot.getViewBox().sigResized.connect(self._on_plot_resized)
            plot.getAxis("left").setWidth(54 if name == "knn" else 40)  # one says for all what is on it
        self._tuned, self._scratch = self._plots["tuning"].plot(), self._plots["tuning"].plot()
        for kind in PROBES:
            self._plots[kind].getAxis("bottom").setTicks([[(i, _tick(n)) for i, n in enumerate(LABELS_PER_CLASS)]])
            self._plots[kind].setXRange(-0.3, len(LABELS_PER_CLASS) - 0.6, padding=0)
        # Results come faster than they are read.
        self._draw_probes_soon = qthrottled(self._draw_probes, timeout=200, leading=True, parent=self)
        self._draw_tuning_soon = qthrottled(self._draw_tuning, timeout=200, leading=True, parent=self)
        self._explain()
        self._lay_out()
        self.set_idle()
        self.set_theme(LIGHT)

    def _make_plot(self) -> pg.PlotWidget:
        widget = pg.PlotWidget(axisItems={"bottom": Axis("bottom"), "left": _PercentAxis("left")}, enableMenu=False)
        plot = widget.getPlotItem()
        plot.setContentsMargins(0, 0, 8, 0)
        plot.setMouseEnabled(x=False, y=False)
        plot.hideButtons()
        plot.showGrid(y=True, alpha=0.12)
        plot.setYRange(0, 100, padding=0.02)
        plot.setXRange(0, 1, padding=0.02)
        # Beside words that wrap Qt takes the height that a plot would like for the one it needs.
        widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        return widget

    def _explain(self) -> None:
        of_labels = tr(
            "Share of test images that are classified right, by the number of labelled training images of each class. "
            "All classifiers meet the same labelled images."
        )
        words = {
            "knn": tr(
                "The class of the nearest labelled image; with more than 10 labels per class, a vote of the 5 nearest."
            ),
            "linear": tr("Logistic regression: do straight lines part the classes?"),
            "tuning": tr(
                "Share of test images that are classified right while all weights learn from the labelled "
                "images: starting from the run’s encoder, and from fresh weights."
            ),
        }
        for name, text in words.items():
            if name in PROBES:
                text = f"{of_labels} {text}"
            meaning = tip("linear probe", does=text) if name == "linear" else f"<b>{TITLES[name]}</b><br>{text}"
            self._widgets[name].setToolTip(meaning)
            show_only(self._widgets[name], TITLES[name])

    def _lay_out(self) -> None:
        controls = QVBoxLayout()
        controls.setSpacing(4)
        for title, field, button in (
            (tr("Draws"), self.draws, self.measure_button),
            (tr("Labels per class"), self.labels, self.fine_tune_button),
        ):
            row = QFormLayout()
            row.addRow(title, field)
            controls.addLayout(row)
            controls.addWidget(button)
            controls.addSpacing(4)
        controls.addWidget(self.bar)
        controls.addWidget(self.status)
        controls.addStretch()
        side = QWidget()
        side.setLayout(controls)
        controls.setContentsMargins(0, 0, 0, 0)
        fit(side, width=CONTROLS_WIDTH)
        self._instead = QLabel()
        self._instead.setWordWrap(True)
        self._instead.setProperty("muted", True)
        self._instead.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._instead.setContentsMargins(24, 0, 24, 0)
        self._headings: dict[str, QWidget] = {}
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        grid.addWidget(self.key, 0, 0, 1, 2)
        grid.addWidget(self.tuning_key, 0, 2)
        for column, (name, widget) in enumerate(self._widgets.items()):
            heading = ElidingLabel(TITLES[name])  # not the plot's own, which would make it as wide as its words
            heading.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._headings[name] = heading
            grid.addWidget(heading, 1, column)
            grid.addWidget(widget, 2, column)
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(2, 1)
        content = QWidget()
        content.setLayout(grid)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._instead)
        self._stack.addWidget(content)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    def set_runs(self, names: Sequence[str]) -> None:
        """Say which features are runs, the open one first, which has the accent. Without runs nothing can be done."""
        self._runs = tuple(names)
        self._enable()
        self._redraw()

    def add_result(self, result: ProbeResult) -> None:
        """Show what a classifier did with some features and a number of labels."""
        self._results[result.probe].setdefault(result.features, {})[result.labels_per_class] = _Point.of(result)
        self._draw_probes_soon()

    def add_fine_tune_step(self, step: FineTuneStep) -> None:
        """Show both classifiers after one more epoch."""
        self._steps.append(step)
        self._draw_tuning_soon()

    def clear_results(self) -> None:
        """Forget what was measured."""
        for found in self._results.values():
            found.clear()
        self._redraw()

    def clear_fine_tuning(self) -> None:
        """Forget the curves of fine-tuning."""
        self._steps = []
        self._redraw()

    def clear(self) -> None:
        """Forget everything that was measured and fine-tuned, and why nothing could be."""
        self.set_message("")
        self.clear_fine_tuning()
        self.clear_results()

    def set_busy(self, words: str | None = None, share: float | None = None) -> None:
        """Say what is being done and how far it is; None leaves the words, or does not know how far."""
        if self._running is None:
            self._running = self._pressed or self.measure_button
            self._running.setText(tr("Cancel"))
            self._enable()
        if words is not None:
            self.status.setText(words)
        self.bar.setRange(0, 0 if share is None else 1000)
        if share is not None:
            self.bar.setValue(round(1000 * share))

    def set_idle(self) -> None:
        """Nothing is running."""
        self._running = self._pressed = None
        for button, title in self._titles.items():
            button.setText(title)
        self.bar.setRange(0, 1000)
        self.bar.reset()
        self.status.setText("")
        self._enable()

    def set_message(self, text: str) -> None:
        """Say why nothing can be done here; with no text it can."""
        self._message = text
        self._enable()
        self._redraw()

    def _enable(self) -> None:
        is_free = self._running is None and bool(self._runs) and not self._message
        for control in (self.draws, self.labels, *self._titles):
            control.setEnabled(is_free or control is self._running)
        for widget in (self.bar, self.status):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
            widget.setSizePolicy(policy)
            widget.setVisible(self._running is not None)

    def _on_measure(self) -> None:
        self._press(self.measure_button, lambda: self.measure_wanted.emit(self.draws.value()))

    def _on_fine_tune(self) -> None:
        self._press(self.fine_tune_button, lambda: self.fine_tune_wanted.emit(self.labels.currentData()))

    def _press(self, button: QPushButton, start: Callable[[], None]) -> None:
        if self._running is None:
            self._pressed = button
            start()
        else:
            self.status.setText(tr("Cancelling…"))
            self.cancel_wanted.emit()

    @property
    def figure_part(self) -> list[object]:
        """What makes its figure, once there are results: keys above the plots."""
        if self._stack.currentIndex() == 0:
            return []
        titled = {name: [self._headings[name], widget] for name, widget in self._widgets.items()}
        probes = tuple(titled[name] for name in PROBES) if any(self._results.values()) else ()
        tuning = [self.tuning_key, titled["tuning"]] if self._steps else []
        return [*[self.key] * bool(probes), probes, *tuning]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for name, widget in self._widgets.items():
            widget.setBackground(theme.base)
            for side in ("bottom", "left"):
                self._plots[name].getAxis(side).set_theme(theme)
        self._redraw()

    def set_posing(self, is_posing: bool) -> None:
        """While plots have another size for a figure, they are not drawn anew for that later on."""
        self._is_posing = is_posing

    def _on_plot_resized(self) -> None:
        if not self._is_posing:
            self._draw_probes_soon()
            self._draw_tuning_soon()

    def _redraw(self) -> None:
        self._draw_probes()
        self._draw_tuning()

    def _show_plots(self) -> None:
        """Show plots once there is something on them, and words until then."""
        has_any = bool(self._steps) or any(self._results.values())
        self._instead.setText(self._message or INSTEAD)
        self._stack.setCurrentIndex(1 if has_any and not self._message else 0)

    def _draw_probes(self) -> None:
        styles = self._styles()
        for kind in PROBES:
            self._draw_probe(kind, styles)
        self._fit()
        self.key.set_styles(list(styles.values()), self._theme.text)
        self._show_plots()

    def _styles(self) -> dict[str, _Style]:
        """How to draw each of the features there are: runs first, in their order."""
        names = list(dict.fromkeys(name for found in self._results.values() for name in found))
        styles = {}
        for index, name in enumerate(self._runs):
            if name in names:
                letter = f"{LETTERS[index % len(LETTERS)]} " if len(self._runs) > 1 else ""
                colour = run_colour(self._theme, index)
                styles[name] = _Style(f"{letter}{name}", colour, Qt.PenStyle.SolidLine, "o", self._theme.line)
        for index, name in enumerate(name for name in names if name not in self._runs):
            line, symbol = OTHER_STYLES[index % len(OTHER_STYLES)]
            styles[name] = _Style(name, self._theme.muted, line, symbol, self._theme.line)
        return styles

    def _draw_probe(self, kind: str, styles: dict[str, _Style]) -> None:
        curves, words = self._curves[kind], tr("labels per class")
        detailed = words
        for name in [name for name in curves if name not in self._results[kind]]:
            for item in curves.pop(name):
                self._plots[kind].removeItem(item)
        for index, (name, style) in enumerate(styles.items()):
            found = self._results[kind].get(name, {})
            if not found:
                continue
            if name not in curves:
                curves[name] = _Curve.on(self._plots[kind])
            curves[name].draw(found, style, DODGE * (index - (len(styles) - 1) / 2))
            if None in found:
                detailed = tr("labels per class (all: {images:,})", images=found[None].result.labelled)
        self._label(kind, words, detailed)

    def _fit(self) -> None:
        """Give both probes the same heights, so that they can be compared; whole tens, with every error bar inside."""
        points = [p for found in self._results.values() for by_level in found.values() for p in by_level.values()]
        low = min((point.mean - point.error for point in points), default=0.0)
        high = max((point.mean + point.error for point in points), default=100.0)
        for kind in PROBES:
            self._plots[kind].setYRange(max(low // 10 * 10, 0), min(-(-high // 10) * 10, 100), padding=0.03)

    def _draw_tuning(self) -> None:
        colours = (run_colour(self._theme, 0), self._theme.muted)
        lines = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine)
        values = ([step.pretrained for step in self._steps], [step.scratch for step in self._steps])
        titles = (tr("from the run"), tr("from scratch"))
        epochs = [step.epoch for step in self._steps]
        styles = []
        for item, y, title, colour, line in zip(
            (self._tuned, self._scratch), values, titles, colours, lines, strict=True
        ):
            last = f" {number(100 * y[-1], 1)} %" if y else ""
            style = _Style(title + last, colour, line, "", self._theme.line)
            item.setData(epochs, [100 * value for value in y])
            item.setPen(style.pen)
            styles.append(style)
        self._plots["tuning"].setXRange(0, max(epochs[-1] if epochs else 0, 5), padding=0.02)
        words = detailed = tr("epoch")
        if self._steps:
            detailed = plural(
                self._steps[-1].images, "epoch ({count:,} labelled image)", "epoch ({count:,} labelled images)"
            )
        self.tuning_key.set_styles(styles if self._steps else [], self._theme.text)
        self._label("tuning", words, detailed)
        self._show_plots()

    def _label(self, name: str, bottom: str, detailed: str) -> None:
        """Write below a plot what there is room for."""
        plot = self._plots[name]
        room = self._widgets[name].width() - plot.getAxis("left").width()  # it is centred below the axis
        if self.key.fontMetrics().horizontalAdvance(detailed) < room:
            bottom = detailed
        for side, words in (("bottom", bottom), ("left", tr("test accuracy") if name == "knn" else "")):
            wanted = words, self._theme.muted
            if self._axis_words.get((name, side)) != wanted:  # laying it out takes a while
                self._axis_words[name, side] = wanted
                plot.setLabel(side, words, **{"font-size": "8pt", "color": self._theme.muted})
            plot.getAxis(side).resizeEvent()  # which is what centres the words


def _tick(level: int | None) -> str:
    return tr("all") if level is None else str(level)
