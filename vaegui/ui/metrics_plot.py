"""Bound, rate and distortion over the epochs: training thin, validation solid, in nats per image; and EM's steps."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget
from superqt.utils import qthrottled

from vaegui.events import EpochEnd, Figures, Step
from vaegui.families import TrainConfig, bound_in_words
from vaegui.models import ModelConfig
from vaegui.phases import Bounds, phase_in_words
from vaegui.runs import Row
from vaegui.ui.accessible import ElidingLabel, set_role
from vaegui.ui.plot_keys import PlotKeys
from vaegui.ui.theme import LETTERS, LIGHT, Axis, Theme, fit, number, run_colour, scaled, tabular, text_size
from vaegui.ui.tips import tip
from vaegui.words import plural, tr

MOST_POINTS = 4000  # of a curve; beyond them every other one is dropped
TURN_MS = 20  # between two plots that are drawn
CORNER = 2  # pixels between a legend and the corner it is in
STAIRS = 8  # of EM's, the last ones
TERMS = ("bound", "rate", "distortion")
TITLES = {"bound": tr("Bound"), "rate": tr("Rate"), "distortion": tr("Distortion"), "em": tr("Gain of EM steps")}
COLUMNS = {"pixels": "log p(x)", "em": "log p(x) → ELBO", "autoencoder": "−distortion"}  # of the bound, by family
TIPS = {
    "bound": tip(
        "ELBO",
        "IWAE bound",
        "log p(x)",
        "baseline",
        does=tr(
            "In nats per image; the title says which bound it is. The density of grey pixels may exceed 1, and its "
            "logarithm 0."
        ),
    ),
    "rate": tip("rate", "nat", does=tr("In nats per image: thin in training, solid on validation images.")),
    "distortion": tip(
        "distortion", "loss", does=tr("In nats per image: thin in training, solid on validation images.")
    ),
    "em": tip(
        "E-step",
        "M-step",
        does=tr(
            "What a batch gained: after an E-step (left dot) the bound is log p(x); M-steps raise it with the "
            "responsibilities held (slope), the next E-step lifts it to the new log p(x) (right dot)."
        ),
    ),
}


class MetricsPlot(QWidget):
    """Plots side by side: those of the three terms that the family has and, while EM trains, its last steps.

    Signals:
        told: words for the status bar.
    """

    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._steps: list[tuple[float, Figures]] = []
        self._epochs: list[tuple[float, Figures]] = []
        self._stairs: list[tuple[float, Bounds]] = []
        self._best: float | None = None
        self._bound_name, self._phase, self._name = "ELBO", "", ""
        self._bound_column = "ELBO"
        self._terms: tuple[str, ...] = TERMS
        self._baseline: float | None = None
        self._is_posing = False
        self._moved: set[str] = set()  # plots that were moved or zoomed by hand since they were drawn
        self._seen: dict[str, QRectF] = {}  # what these showed before they posed for a figure
        self.log_action = QAction(tr("Logarithmic curve&s"), self, checkable=True, shortcut=QKeySequence("L"))
        self.log_action.setToolTip(tr("Logarithmic axis; a negative bound is then drawn as its opposite (L)"))
        self.log_action.toggled.connect(self._redraw)

        copy = QAction(tr("Copy the &values as CSV"), self)
        copy.setToolTip(tr("A row for each point of the curves: of training, of validation, of the runs compared"))
        copy.triggered.connect(self._on_copy)
        self.addAction(copy)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._widgets: dict[str, pg.PlotWidget] = {}
        self._plots: dict[str, pg.PlotItem] = {}
        self._training: dict[str, pg.PlotDataItem] = {}
        self._validation: dict[str, pg.PlotDataItem] = {}
        self.legends: list[pg.LegendItem] = []  # of the bound, of the distortion, of the baseline
        self._last: dict[str, pg.TextItem] = {}
        self._best_dot: dict[str, pg.ScatterPlotItem] = {}
        self._phase_lines: dict[str, list[pg.InfiniteLine]] = {name: [] for name in TERMS}
        self._rivals: list[tuple[int, Sequence[Row]]] = []
        self._rival_curves: dict[str, list[tuple[pg.PlotDataItem, pg.TextItem]]] = {name: [] for name in TERMS}
        self._baseline_line = pg.InfiniteLine(angle=0)
        self._baseline_sample = pg.PlotDataItem()
        for name in TERMS:
            plot = self._plots[name] = self._make_plot(name)
            self._training[name] = plot.plot()
            self._validation[name] = plot.plot()
            self._best_dot[name] = pg.ScatterPlotItem(size=9)
            plot.addItem(self._best_dot[name], ignoreBounds=True)
            self._last[name] = pg.TextItem(anchor=(0, 0.5))
            plot.addItem(self._last[name], ignoreBounds=True)
            # The value is read through a rival's curve that goes on behind it; its ground leaves the dot whole.
            self._last[name].setZValue(1)
            self._best_dot[name].setZValue(2)
            self._training[name].setDownsampling(auto=True, method="subsample")
            self._training[name].setClipToView(True)
            plot.getViewBox().sigRangeChangedManually.connect(self._on_moved)
        self._plots["bound"].addItem(self._baseline_line, ignoreBounds=True)
        self._titles: dict[str, tuple[str, str, int]] = {}  # and their colours and sizes
        self._stale: tuple[str, ...] = ()  # plots that are still to be drawn
        self._em_plot = self._make_plot("em")
        self._em_plot.setLabel("bottom", tr("step"))
        self._em_line, self._em_dots = self._em_plot.plot(), pg.ScatterPlotItem(size=7)
        self._em_plot.addItem(self._em_dots)
        for name in ("bound", "distortion"):  # one of them is always shown
            legend = self._plots[name].addLegend(offset=(-CORNER, CORNER), labelTextSize="8pt", verSpacing=-6)
            legend.addItem(self._training[name], tr("training"))
            legend.addItem(self._validation[name], tr("validation"))
            legend.addItem(self._best_dot[name], tr("best epoch"))
            self.legends.append(legend)
        self._baseline_key = pg.LegendItem(offset=(-CORNER, -CORNER), labelTextSize="8pt", verSpacing=-6)
        self._baseline_key.setParentItem(self._plots["bound"].getViewBox())
        self.legends.append(self._baseline_key)
        # Figures come twenty times a second; drawing them takes several milliseconds and is read by people.
        self._redraw_soon = qthrottled(self._redraw_in_turn, timeout=200, leading=True, parent=self)
        self._turns = QTimer(self, interval=TURN_MS)
        self._turns.timeout.connect(self._on_turn)
        self._plots["distortion"].getViewBox().sigResized.connect(self._on_resized)
        self._words = ElidingLabel()
        self._words.setProperty("muted", True)
        self._words.setContentsMargins(8, 0, 8, 0)
        self._narration = QLabel()
        self._narration.setWordWrap(True)
        self._narration.setFont(tabular(self._narration.font()))
        self._narration.setContentsMargins(8, 0, 8, 2)
        # It grows to its longest text and stays so, that the plots do not jump while it is read.
        fit(self._narration, least_lines=2)
        self._narration.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._narration.setToolTip(
            tip("collapsed dimension", does=tr("What the figures of the running training say, in words."))
        )
        self._narration.hide()
        self._row = QHBoxLayout()
        self._row.setSpacing(0)
        for widget in self._widgets.values():
            self._row.addWidget(widget, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._words)
        layout.addWidget(self._narration)
        layout.addLayout(self._row, 1)
        fit(self, minimum_height=150)
        self.setAccessibleName(tr("Curves of bound, rate and distortion"))
        self.setToolTip(
            tr(
                "The curves, from left to right. All are means over images, in nats per image: training thin, "
                "validation solid. The number is the last validation figure, the ring the best epoch; letters mark the "
                "validation curves of runs that are compared."
            )
        )
        for name, meaning in TIPS.items():
            self._widgets[name].setToolTip(meaning)
        self.set_theme(LIGHT)

    def _make_plot(self, name: str) -> pg.PlotItem:
        widget = self._widgets[name] = pg.PlotWidget(
            axisItems={side: Axis(side) for side in ("bottom", "left")}, enableMenu=False
        )
        widget.setAccessibleName(TITLES[name])
        set_role(widget, QAccessible.Role.Chart)
        PlotKeys(widget, lambda: self._draw(name))
        fit(widget, minimum_width=150)
        plot = widget.getPlotItem()
        plot.setContentsMargins(4, 4, 4, 4)
        plot.hideButtons()
        plot.setLabel("bottom", tr("epoch"))
        plot.setTitle(TITLES[name], size=f"{scaled(9)}pt")
        plot.showGrid(y=True, alpha=0.12)
        plot.getAxis("left").setWidth(44)
        for side in ("bottom", "left"):
            plot.getAxis(side).setStyle(maxTickLevel=0)  # lines at the numbers only: the others took most of the time
        return plot

    def begin(self, model: ModelConfig, training: TrainConfig, name: str = "") -> None:
        """Forget all curves, and get ready for those that this family has.

        EM's last steps stay when the run of this name, which has just been trained, is shown from its files.
        """
        self._steps, self._epochs, self._best, self._baseline = [], [], None, None
        if not name or name != self._name:
            self._stairs = []
        self._name = name
        self._bound_name, self._phase = bound_in_words(model, training), ""
        weighted = model.family == "vae" and training.objective == "iwae"
        self._bound_column = "IWAE bound" if weighted else COLUMNS.get(model.family, "ELBO")
        self._terms = {"autoencoder": ("distortion",), "pixels": ("bound",)}.get(model.family, TERMS)
        for name, lines in self._phase_lines.items():
            for line in lines:
                self._plots[name].removeItem(line)
            lines.clear()
        self._arrange()
        self._redraw()

    def set_words(self, text: str) -> None:
        """Say what the nats belong to."""
        self._words.setText(text)

    @property
    def words(self) -> str:
        """What the nats belong to."""
        return self._words.text()

    def set_narration(self, text: str) -> None:
        """Say in words what the curves of a running training do, or nothing."""
        self._narration.setText(text)
        self._narration.setVisible(bool(text))
        needed = self._narration.heightForWidth(self.width())
        self._narration.setMinimumHeight(max(self._narration.minimumHeight(), needed))
        self._words.setVisible(not text)  # which says of what these nats are as well

    @property
    def narration(self) -> str:
        """What is said of a running training."""
        return self._narration.text()

    def set_baseline(self, baseline: float | None) -> None:
        """Show log p(x) if pixels were independent, nats per image, beside the bound."""
        self._baseline = baseline
        self._redraw_soon()

    def set_rivals(self, rivals: Sequence[tuple[int, Sequence[Row]]]) -> None:
        """Lay the validation curves of other runs over those of the open one: the number of each (1 is B), its rows."""
        if not rivals and not self._rivals:
            return
        self._rivals = list(rivals)
        for name, curves in self._rival_curves.items():
            for curve, letter in curves:
                self._plots[name].removeItem(curve)
                self._plots[name].removeItem(letter)
            curves.clear()
            for index, _ in self._rivals:
                letter = pg.TextItem(LETTERS[index], anchor=(0, 0.5))
                self._plots[name].addItem(letter, ignoreBounds=True)
                curves.append((self._plots[name].plot(), letter))
        self._redraw()

    @property
    def rival_count(self) -> int:
        """How many other runs' curves are laid over."""
        return len(self._rivals)

    def set_phases(self, phases: Sequence[tuple[float, str]]) -> None:
        """Mark where phases begin: epoch and name."""
        for name, plot in self._plots.items():
            for epoch, phase in phases:
                # Words on one plot only, since they are the same on all, and where neither curve nor key is.
                label = phase_in_words(phase) if name == self._terms[len(self._terms) // 2] else None
                height = 0.06 if name == "rate" else 0.94
                options = {"position": height, "anchors": [(0, round(1 - height)), (0, round(1 - height))]}
                line = pg.InfiniteLine(epoch, label=label, labelOpts=options)
                plot.addItem(line, ignoreBounds=True)
                self._phase_lines[name].append(line)
        self._colour_lines()

    def _arrange(self) -> None:
        """Show the plots that have something to show."""
        for name, widget in self._widgets.items():
            widget.setVisible(bool(self._stairs) if name == "em" else name in self._terms)
        self.legends[0].setVisible("distortion" not in self._terms)

    def append(self, event: Step | EpochEnd) -> None:
        """Add what training reports."""
        if event.phase != self._phase:
            self._phase = event.phase
            self.set_phases([(self._epochs[-1][0] if self._epochs else 0.0, event.phase)])
        if isinstance(event, Step):
            self._steps.append((event.epoch, event.train))
            if event.bounds is not None:
                self._stairs = [*self._stairs[1 - STAIRS :], (event.epoch, event.bounds)]
                self._widgets["em"].show()
        else:
            self._epochs.append((event.epoch, event.validation))
            if event.is_best:
                self._best = event.epoch
        self._thin()
        self._redraw_soon()

    def set_rows(self, rows: Sequence[Row], best_epoch: float) -> None:
        """Show the curves of a run that was saved, after `begin`."""
        self._steps = [(row.epoch, Figures(row.train_bound, row.train_rate, row.train_distortion)) for row in rows]
        self._epochs = [
            (row.epoch, Figures(row.validation_bound, row.validation_rate, row.validation_distortion)) for row in rows
        ]
        starts = [(before.epoch, row.phase) for before, row in itertools.pairwise(rows) if row.phase != before.phase]
        if starts:
            self.set_phases([(0.0, rows[0].phase), *starts])
        self._phase = rows[-1].phase if rows else ""
        self._best = best_epoch if rows else None
        self._thin()
        self._redraw()

    def _thin(self) -> None:
        while len(self._steps) > MOST_POINTS:
            del self._steps[:-1:2]
        while len(self._epochs) > MOST_POINTS:
            last = self._epochs[-1][0]
            self._epochs = [p for i, p in enumerate(self._epochs) if i % 2 or p[0] in (self._best, last)]

    def values_as_csv(self) -> str:
        """What the curves are drawn from, in nats per image; where there is no figure, nothing between the commas."""
        # A table that programs read is the same in all languages.
        lines = [f"curve,epoch,{self._bound_column},rate,distortion"]
        series: list[tuple[str, Sequence[tuple[float, Figures]]]] = [
            ("training", self._steps),
            ("validation", self._epochs),
        ]
        for index, rows in self._rivals:
            figures = [Figures(row.validation_bound, row.validation_rate, row.validation_distortion) for row in rows]
            epochs = [row.epoch for row in rows]
            series.append((f"validation of {LETTERS[index]}", list(zip(epochs, figures, strict=True))))
        for name, points in series:
            for epoch, values in points:
                cells = (epoch, values.bound, values.rate, values.distortion)
                lines.append(",".join([name, *("" if np.isnan(cell) else f"{cell:.6g}" for cell in cells)]))
        return "\n".join(lines) + "\n"

    def _on_copy(self) -> None:
        content = self.values_as_csv()
        QGuiApplication.clipboard().setText(content)
        self.told.emit(
            plural(
                content.count("\n") - 1,
                "Copied: the values of the curves, {count:,} row.",
                "Copied: the values of the curves, {count:,} rows.",
            )
        )

    @property
    def point_counts(self) -> tuple[int, int]:
        """How many training and validation points are drawn."""
        return len(self._steps), len(self._epochs)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for widget in self._widgets.values():
            widget.setBackground(theme.base)
        for name, plot in self._plots.items():
            for side in ("bottom", "left"):
                plot.getAxis(side).set_theme(theme)
            self._training[name].setPen(pg.mkPen(theme.muted, width=theme.line))
            self._validation[name].setPen(pg.mkPen(theme.accent, width=2.2 * theme.line))
            self._best_dot[name].setBrush(pg.mkBrush(theme.base))
            self._best_dot[name].setPen(pg.mkPen(theme.accent, width=2 * theme.line))
            self._last[name].setColor(theme.text)
            self._last[name].setFont(QApplication.font())
            self._last[name].fill = pg.mkBrush(f"{theme.base}d0")
        for side in ("bottom", "left"):
            self._em_plot.getAxis(side).set_theme(theme)
        self._em_line.setPen(pg.mkPen(theme.muted, width=1.4 * theme.line))
        self._em_dots.setBrush(pg.mkBrush(theme.accent))
        self._em_dots.setPen(pg.mkPen(None))
        self._colour_lines()
        for legend in self.legends:
            legend.setLabelTextColor(theme.text)
            legend.setLabelTextSize(f"{min(scaled(8), 12)}pt")  # larger ones would cover the curves
            for _, label in legend.items:
                label.setText(label.text)  # which is when it takes colour and size
            legend.resize(0, 0)  # its rows would keep the height that larger text had
            legend.layout.activate()
            legend.updateSize()
        self._redraw()

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget, ...]]:
        """What makes its figure: the plots, and the words above them."""
        return [self._words, self._narration, tuple(self._widgets.values())] if any(self.point_counts) else []

    def set_posing(self, is_posing: bool) -> None:
        """While plots have another size for a figure, they are not drawn anew for that later on."""
        self._is_posing = is_posing
        self._seen = {name: self._plots[name].getViewBox().viewRect() for name in self._moved} if is_posing else {}

    def fit_view(self) -> None:
        """In a figure, show of plots what somebody moved them to."""
        for name, box in self._seen.items():
            self._plots[name].getViewBox().setRange(box, padding=0)

    def _on_moved(self) -> None:
        self._moved |= {name for name, plot in self._plots.items() if plot.getViewBox() is self.sender()}

    def _on_resized(self) -> None:
        if not self._is_posing:
            self._redraw_soon()

    def _redraw(self) -> None:
        """Draw all plots anew."""
        self._turns.stop()
        self._stale = ()
        for name in (*self._terms, "em"):
            self._draw(name)

    def _redraw_in_turn(self) -> None:
        """Draw them one by one: one and its painting take half a frame, all of them more than one."""
        self._stale = (*self._terms, "em")
        self._turns.start()

    def _on_turn(self) -> None:
        name, *others = self._stale
        self._stale = tuple(others)
        if not others:
            self._turns.stop()
        self._draw(name)

    def _draw(self, name: str) -> None:
        if name == "em":
            self._draw_stairs()
            return
        if not self._is_posing:
            self._moved.discard(name)
        logarithmic = self.log_action.isChecked()
        bounds = [figures.bound for _, figures in self._epochs or self._steps]
        sign = -1.0 if logarithmic and name == "bound" and bounds and bounds[-1] < 0 else 1.0
        title = self._bound_name if name == "bound" else TITLES[name]
        self._set_title(name, f"{'−' if sign < 0 else ''}{title}")
        if self._plots[name].getAxis("left").logMode != logarithmic:
            self._plots[name].setLogMode(y=logarithmic)
        for item, points in ((self._training[name], self._steps), (self._validation[name], self._epochs)):
            values = np.array([sign * getattr(figures, name) for _, figures in points], dtype=float)
            if logarithmic:
                values[values <= 0] = np.nan
            known = np.isfinite(values)
            item.setData(np.array([epoch for epoch, _ in points], dtype=float)[known], values[known])
        self._draw_rivals(name, sign, logarithmic)
        self._mark(name, sign, logarithmic)
        self._describe(name)
        self._fit(name)
        if name == "bound":
            self._draw_baseline(sign, logarithmic)
        self._plots[name].getViewBox().prepareForPaint()  # else it changes while it is painted, and is painted again
        self._clear_legends(name)

    def _clear_legends(self, name: str) -> None:
        """Keep the last value and the legends apart: it moves up or down, or where there is no room they move left."""
        value, box = self._last[name], self._plots[name].getViewBox()
        end, text = box.mapFromView(value.pos()), value.boundingRect()
        blank = value.textItem.document().documentMargin()
        wanted = QRectF(end.x(), end.y() - text.height() / 2 + blank, text.width(), text.height() - 2 * blank)
        place = QRectF(wanted)
        for legend in self.legends:
            if legend.parentItem() is not box or not legend.isVisible() or not legend.items:
                continue
            _shift(legend, -CORNER)
            left, top, right, bottom = legend.layout.getContentsMargins()
            taken = legend.mapRectToParent(legend.boundingRect()).adjusted(left, top, -right, -bottom)
            if not value.isVisible() or not taken.intersects(wanted):
                continue
            if legend.opts["offset"][1] > 0:
                place.moveTop(taken.bottom())
            else:
                place.moveBottom(taken.top())
            if place.top() < 0 or place.bottom() > box.rect().height():
                place = QRectF(wanted)
                _shift(legend, wanted.left() - taken.right() - 2 * CORNER)
        value.setAnchor((0, 0.5 - (place.top() - wanted.top()) / max(text.height(), 1)))

    def _describe(self, name: str) -> None:
        """Say where the curves end, and which epoch is the best, to those who do not see them."""
        title = self._bound_name if name == "bound" else TITLES[name]
        said = []
        if self._epochs and np.isfinite(value := getattr(self._epochs[-1][1], name)):
            epoch = number(self._epochs[-1][0], 1)
            said.append(
                tr(
                    "{curve} {nats} nats per image, validation, epoch {epoch}.",
                    curve=title,
                    nats=number(value),
                    epoch=epoch,
                )
            )
        if self._steps and np.isfinite(value := getattr(self._steps[-1][1], name)):
            epoch = number(self._steps[-1][0], 1)
            said.append(
                tr(
                    "{curve} {nats} nats per image, training, epoch {epoch}.",
                    curve=title,
                    nats=number(value),
                    epoch=epoch,
                )
            )
        if self._best is not None:
            said.append(tr("The best epoch is {epoch}.", epoch=number(self._best, 1)))
        for index, rows in self._rivals:
            if rows and np.isfinite(value := getattr(rows[-1], f"validation_{name}")):
                said.append(
                    tr(
                        "Run {letter}: {nats}, validation, epoch {epoch}.",
                        letter=LETTERS[index],
                        nats=number(value),
                        epoch=number(rows[-1].epoch, 1),
                    )
                )
        self._widgets[name].setAccessibleDescription(" ".join(said) or tr("There are no curves yet."))

    def _set_title(self, name: str, words: str) -> None:
        """Laying it out takes a while, so only where it is another one."""
        wanted = words, self._theme.text, text_size()
        if self._titles.get(name) != wanted:
            self._titles[name] = wanted
            self._widgets[name].getPlotItem().setTitle(words, size=f"{scaled(9)}pt", color=self._theme.text)
            self._widgets[name].setAccessibleName(words)

    def _draw_baseline(self, sign: float, logarithmic: bool) -> None:
        height = None if self._baseline is None else sign * self._baseline
        if logarithmic and height is not None:
            height = float(np.log10(height)) if height > 0 else None
        self._baseline_line.setVisible(height is not None)
        self._baseline_line.setValue(height or 0.0)
        # Named in a corner, since it is often too low to be seen beside the curve.
        words = "" if height is None else tr("baseline {nats}", nats=number(sign * (self._baseline or 0.0), 1))
        if [label.text for _, label in self._baseline_key.items] != [words] * bool(words):
            self._baseline_key.clear()
            if words:
                self._baseline_key.addItem(self._baseline_sample, words)

    def _draw_rivals(self, name: str, sign: float, logarithmic: bool) -> None:
        for (index, rows), (curve, letter) in zip(self._rivals, self._rival_curves[name], strict=True):
            colour = run_colour(self._theme, index)
            epochs = np.array([row.epoch for row in rows], dtype=float)
            values = np.array([sign * getattr(row, f"validation_{name}") for row in rows], dtype=float)
            if logarithmic:
                values[values <= 0] = np.nan
            known = np.isfinite(values)
            curve.setPen(pg.mkPen(colour, width=1.8 * self._theme.line))
            curve.setData(epochs[known], values[known])
            letter.setColor(colour)
            letter.setFont(QApplication.font())
            letter.setVisible(bool(known.any()))
            if known.any():
                height = values[known][-1]
                letter.setPos(epochs[known][-1], np.log10(height) if logarithmic else height)

    def _draw_stairs(self) -> None:
        """For each step: from where the bound touched log p(x) (dot) up by M-steps, and up by an E-step to log p(x)."""
        if not self._stairs:
            return
        line, dots = [], []
        for count, (_, b) in enumerate(self._stairs, start=1):
            left, right = (count, 0.0), (count + 0.7, b.after - b.start)
            line += [left, (right[0], b.before - b.start), right, (np.nan, np.nan)]
            dots += [left, right]
        self._em_line.setData(*np.array(line).T, connect="finite")
        self._em_dots.setData(*np.array(dots).T)
        self._set_title("em", TITLES["em"])

    def _colour_lines(self) -> None:
        pen = pg.mkPen(self._theme.muted, width=self._theme.line, style=Qt.PenStyle.DashLine)
        self._baseline_line.setPen(pen)
        self._baseline_sample.setPen(pen)
        for lines in self._phase_lines.values():
            for line in lines:
                line.setPen(pg.mkPen(self._theme.border, width=self._theme.line))
                if hasattr(line, "label"):
                    line.label.setColor(self._theme.muted)

    def _fit(self, name: str) -> None:
        """Fit the height to what came after the first twentieth, whose figures would flatten everything after them."""
        rivals = [curve for curve, _ in self._rival_curves[name]]
        curves = [item.getData() for item in (self._training[name], self._validation[name], *rivals)]
        curves = [(x, y) for x, y in curves if x is not None and len(x)]
        end = max((x[-1] for x, _ in curves), default=0.0)
        values = np.concatenate([y[x >= end / 20] for x, y in curves]) if curves else np.empty(0)
        if len(values) < 3:
            self._plots[name].enableAutoRange(y=True)
        else:
            self._plots[name].setYRange(values.min(), values.max(), padding=0.12)

    def _mark(self, name: str, sign: float, logarithmic: bool) -> None:
        def height(value: float) -> float:
            value *= sign
            return (np.log10(value) if value > 0 else np.nan) if logarithmic else value

        best = [(e, height(getattr(f, name))) for e, f in self._epochs if e == self._best]
        best = [(e, y) for e, y in best if np.isfinite(y)]
        self._best_dot[name].setData([e for e, _ in best], [y for _, y in best])
        last = [(e, f) for e, f in (self._epochs or self._steps)[-1:] if np.isfinite(height(getattr(f, name)))]
        self._last[name].setVisible(bool(last))
        for _, figures in last:
            value = getattr(figures, name)
            epoch = max(points[-1][0] for points in (self._epochs, self._steps) if points)
            self._last[name].setText(number(sign * value))
            self._last[name].setPos(epoch, height(value))
            # Room to the right of the line's end, where its last value stands.
            room = self._last[name].boundingRect().width() + 12
            share = min(room / max(self._plots[name].getViewBox().width(), 1), 0.6)
            end = max([epoch, 0.01, *(rows[-1].epoch for _, rows in self._rivals if rows)])
            self._plots[name].setXRange(0, end / (1 - share), padding=0)


def _shift(legend: pg.LegendItem, x: float) -> None:
    """Place a legend at so many pixels from its side, if it is not there already."""
    offset = x, legend.opts["offset"][1]
    if legend.opts["offset"] != offset:
        legend.setOffset(offset)
