"""The reparametrization lab: ε, the samples they become, and the same gradient with and without the trick."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSizePolicy,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from vaegui.gradients import FORWARD_PASSES, Comparison
from vaegui.ui.accessible import show_only
from vaegui.ui.image_view import ImageView
from vaegui.ui.measure_row import MeasureRow
from vaegui.ui.theme import LIGHT, Axis, Theme, number, tabular
from vaegui.ui.tips import tip
from vaegui.words import tr

NOTHING_DRAWN = tr("Draw ε takes samples of q(z|x) for the chosen image, and estimates the ELBO’s gradient.")
POWERS = 8  # of two, that the slider can choose as the number of samples
SHOWN_DRAWS = 64  # of ε, and their codes on the map
SIDE = 4  # decoded samples along each side of the sheet
BINS = 60


class GradientsPanel(QWidget):
    """Plots of ε and of the estimates, the decoded samples, and what the estimates are made with.

    Signals:
        draw_wanted: draw samples for the chosen image.
        cancel_wanted: drawing should end.
        choice_changed: another number of samples, component or baseline.
    """

    draw_wanted = Signal()
    cancel_wanted = Signal()
    choice_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._comparison: Comparison | None = None
        self._compared = 0  # samples of the comparison, which may be older than the slider where draws are few
        self._exact: float | None = None
        self._words, self._verdict = QLabel(NOTHING_DRAWN), QLabel()
        for label in (self._words, self._verdict):
            label.setWordWrap(True)
            label.setFont(tabular(label.font()))
        self._words.setProperty("muted", True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, POWERS)
        self.slider.setAccessibleName(tr("Number of samples K"))
        self.slider.setMinimumWidth(110)
        self._samples = QLabel()
        self._samples.setFont(tabular(self._samples.font()))
        self.component = QComboBox()
        self.component.setAccessibleName(tr("Component of the gradient"))
        self.component.setToolTip(tr("Which derivative of the ELBO to look at, with respect to the encoder’s outputs"))
        self.baseline_box = QCheckBox(tr("baseline"))
        self.baseline_box.setToolTip(
            tr(
                "Subtract from each log p(x|z) the mean of the others: the score function’s mean stays, its variance "
                "falls."
            )
        )
        meaning = tr(
            "How many samples an estimate averages. At equal cost the score function gets {times} times as many, "
            "since it needs no backward pass through the decoder.",
            times=FORWARD_PASSES,
        )
        self.slider.setToolTip(meaning)
        self._samples.setToolTip(meaning)
        self.controls = MeasureRow(tr("Draw samples for the chosen image"), tr("Stop drawing; what there is stays"))
        self.controls.button.setText(tr("Draw ε"))  # “Draw” alone would be what a pen does
        self.controls.measure_wanted.connect(self.draw_wanted)
        self.controls.cancel_wanted.connect(self.cancel_wanted)
        self.slider.valueChanged.connect(self._on_choice)
        self.component.currentIndexChanged.connect(self._on_choice)
        self.baseline_box.toggled.connect(self._on_choice)
        self._axes: list[Axis] = []
        self._noise_plot = self._make_plot("ε₁", "ε₂", tr("Draws ε of the standard normal"))
        self._noise_plot.getViewBox().setAspectLocked(True)
        self._noise_plot.setXRange(-3, 3)
        self._noise_plot.setYRange(-3, 3)
        self._noise_plot.setMinimumWidth(150)
        self._noise_dots = pg.ScatterPlotItem(size=5, pen=None)
        self._noise_plot.addItem(self._noise_dots)
        self.samples_view = ImageView()
        self.samples_view.setMinimumSize(90, 90)
        self.samples_view.setAccessibleName(tr("Decoded samples"))
        self.samples_view.setToolTip(tr("The means of p(x|z) at z = μ + σ ⊙ ε for the first of the ε at the left"))
        self._plots = (
            self._make_plot(tr("with the trick"), "", tr("Histogram of estimates with the trick")),
            self._make_plot(tr("score function"), "", tr("Histogram of estimates without the trick")),
        )
        for plot, term in zip(self._plots, ("reparametrization trick", "score function estimator"), strict=True):
            plot.hideAxis("left")  # how the two differ in width is the point, and takes all the room there is
            plot.setToolTip(
                tip(
                    term,
                    does=tr(
                        "How many estimates are how large; those beyond the plot are counted in its outermost bars."
                    ),
                )
            )
        settings = QGridLayout()
        settings.addWidget(QLabel("∂ELBO / ∂"), 0, 0)
        settings.addWidget(self.component, 0, 1)
        settings.addWidget(self.baseline_box, 0, 2)
        settings.addWidget(self._samples, 1, 0)
        settings.addWidget(self.slider, 1, 1, 1, 2)
        right = QVBoxLayout()
        right.addLayout(settings)
        right.addWidget(self._verdict)
        right.addStretch()
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._noise_plot, 3)
        row.addWidget(self.samples_view, 2)
        row.addWidget(self._plots[0], 4)
        row.addWidget(self._plots[1], 4)
        row.addLayout(right, 5)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.controls)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self._content, 1)
        self._space = QWidget()
        layout.addWidget(self._space, 1)
        self.slider.setValue(2)
        self._on_choice()
        self.clear()

    def _make_plot(self, bottom: str, left: str, name: str) -> pg.PlotWidget:
        axes = {side: Axis(side) for side in ("bottom", "left")}
        self._axes += axes.values()
        plot = pg.PlotWidget(axisItems=axes, enableMenu=False)
        plot.setMouseEnabled(False, False)
        plot.hideButtons()
        plot.setLabel("bottom", bottom)
        if left:
            plot.setLabel("left", left)
        show_only(plot, name)
        plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        plot.setMinimumSize(110, 110)
        return plot

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget, ...]]:
        """What makes its figure, once something was drawn."""
        if self._comparison is None:
            return []
        return [self._words, (self._noise_plot, self.samples_view, *self._plots), self._verdict]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for plot in (self._noise_plot, *self._plots):
            plot.setBackground(theme.base)
        for axis in self._axes:
            axis.set_theme(theme)
        self._noise_dots.setBrush(pg.mkBrush(theme.text))
        self._draw()

    @property
    def samples(self) -> int:
        """K, how many samples an estimate averages."""
        return int(2 ** self.slider.value())

    def clear(self, message: str = "") -> None:
        """Forget all draws, and say why there can be none, if so."""
        self._comparison = None
        self._words.setText(message or NOTHING_DRAWN)
        self.controls.set_enabled(not message)
        self._content.hide()
        self._space.show()

    def set_words(self, words: str) -> None:
        """Say which image this is about."""
        self._words.setText(words)

    def set_components(self, names: tuple[str, ...]) -> None:
        """Offer these components of the gradient."""
        if [self.component.itemText(i) for i in range(self.component.count())] != list(names):
            self.component.clear()
            self.component.addItems(list(names))

    def set_draws(self, noise: np.ndarray, images: QImage | None) -> None:
        """Show draws ε (M, D) and some of the images that they become."""
        shown = noise[:, :2] if noise.shape[1] > 1 else np.stack([noise[:, 0], np.zeros(len(noise))], 1)
        self._noise_dots.setData(pos=shown)
        self.samples_view.set_image(images)

    def set_comparison(self, comparison: Comparison, samples: int, exact: np.ndarray | None) -> None:
        """Show estimates from `samples` draws of the gradient both ways, with the exact one (2D,) where it is known."""
        self._comparison, self._compared = comparison, samples
        index = max(self.component.currentIndex(), 0)
        self._exact = None if exact is None else float(exact[index])
        self._content.show()
        self._space.hide()
        self._draw()

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being done and the share done, in [0, 1]."""
        self.controls.set_busy(words, share)

    def set_idle(self) -> None:
        """Nothing is being drawn any more."""
        self.controls.set_idle()

    @property
    def words(self) -> str:
        """All that is said."""
        return f"{self._words.text()}\n{self._verdict.text()}"

    def _on_choice(self) -> None:
        k = self.samples
        self._samples.setText(f"K = {k}")
        self.slider.setAccessibleDescription(tr("K = {k}: a power of two", k=k))
        self.choice_changed.emit()

    def _draw(self) -> None:
        for plot in self._plots:
            plot.clear()
        found = self._comparison
        if found is None:
            return
        index = max(self.component.currentIndex(), 0)
        both = [part[:, index].numpy() for part in (found.with_trick, found.without)]
        middle = self._exact if self._exact is not None else float(both[0].mean())
        # One scale for both, wide enough for most of the wider one: what differs is to be seen.
        reach = max(float(np.quantile(np.abs(part - middle), 0.98)) for part in both) or 1e-6
        edges = np.linspace(middle - reach, middle + reach, BINS + 1)
        lines = []
        for plot, values, colour in zip(self._plots, both, (self._theme.accent, self._theme.others[0]), strict=True):
            counts, _ = np.histogram(np.clip(values, edges[0], edges[-1]), edges)
            centres = (edges[:-1] + edges[1:]) / 2
            width = edges[1] - edges[0]
            plot.addItem(pg.BarGraphItem(x=centres, height=counts, width=width, brush=colour, pen=None))
            plot.addItem(pg.InfiniteLine(middle, pen=pg.mkPen(self._theme.text, width=1, style=Qt.PenStyle.DashLine)))
            plot.setXRange(edges[0], edges[-1], padding=0.02)
            plot.setYRange(0, max(1, counts.max()) * 1.05, padding=0)
            error = values.std(ddof=1) / np.sqrt(len(values)) if len(values) > 1 else np.nan
            lines.append(f"{number(values.mean())} ± {number(error)}")
            plot.setAccessibleDescription(
                tr("Mean {mean}, standard deviation {deviation}.", mean=lines[-1], deviation=number(values.std()))
            )
        said = {
            "trick": lines[0],
            "trick_samples": self._compared,
            "score": lines[1],
            "score_samples": FORWARD_PASSES * self._compared,
        }
        if self._exact is None:
            means = tr(
                "Means: {trick} with the trick (K = {trick_samples}), {score} without (K = {score_samples}, equal "
                "cost).",
                **said,
            )
        else:
            means = tr(
                "Means: {trick} with the trick (K = {trick_samples}), {score} without (K = {score_samples}, equal "
                "cost), exactly {exact}.",
                exact=number(self._exact),
                **said,
            )
        variances = tr(
            "<b>Variance × {component_ratio}</b> without the trick; of the gradient by all of φ × {whole_ratio}.",
            component_ratio=number(float(found.variance_ratio[index]), 1),
            whole_ratio=number(found.whole_ratio, 1),
        )
        self._verdict.setText(f"{means}<br>{variances}")
