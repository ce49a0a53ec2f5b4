"""The gap between ELBO and log p(x) of many images: its mean split, a histogram, the worst; and the rate's parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from vaegui.ui.accessible import ElidingLabel, show_only
from vaegui.ui.contact_sheet import ContactSheet
from vaegui.ui.measure_row import MeasureRow
from vaegui.ui.theme import LIGHT, Axis, Theme, number, tabular
from vaegui.ui.tips import tip
from vaegui.ui.waterfall import Parts, Waterfall
from vaegui.words import ENGLISH, language, plural, tr

NOT_MEASURED = tr("Measure finds how far the ELBO of each test image is below its exact log p(x), and why.")
BINS = 30


class GapsPanel(QWidget):
    """Mean parts, histogram of the gap, and the images with the largest gaps first.

    Signals:
        measure_wanted: measure so many `images`, with full covariances if `full`.
        cancel_wanted: measuring should end.
        chosen: the test row of an image.
    """

    measure_wanted = Signal()
    cancel_wanted = Signal()
    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._amortisation = self._approximation = np.empty(0)
        self._words, self._surgery, self._instead = ElidingLabel(), QLabel(), QLabel()
        for label in (self._surgery, self._instead):
            label.setWordWrap(True)
        for label in (self._words, self._surgery, self._instead):
            label.setProperty("muted", True)
            label.setFont(tabular(label.font()))
        self._surgery.setToolTip(
            tip(
                "mutual information",
                "aggregate posterior",
                does=tr(
                    "The ELBO surgery of Hoffman and Johnson (2016): the mean rate is the first plus KL(q(z) ‖ p(z)), "
                    "and only the second is lost for generating."
                ),
            )
        )
        self.images_box = QSpinBox()
        self.images_box.setRange(50, 10_000)
        self.images_box.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
        self.images_box.setSingleStep(50)
        self.images_box.setValue(500)
        self.images_box.setGroupSeparatorShown(language() == ENGLISH)  # a comma is the decimal sign of others
        self.images_box.setSuffix(tr(" images"))
        self.images_box.setAccessibleName(tr("Number of test images"))
        self.images_box.setToolTip(tr("How many test images to measure; the first ones of the test set"))
        self.full_box = QCheckBox(tr("full covariance"))
        self.full_box.setToolTip(tr("Let the best Gaussian of each image be correlated"))
        self.controls = MeasureRow(
            tr("Integrate log p(x) of test images, and find the best Gaussian for each"),
            tr("Stop measuring; what was measured before stays"),
            self.images_box,
            self.full_box,
        )
        self.controls.measure_wanted.connect(self.measure_wanted)
        self.controls.cancel_wanted.connect(self.cancel_wanted)
        self.waterfall = Waterfall()
        self._axes = {side: Axis(side) for side in ("bottom", "left")}
        self._plot = pg.PlotWidget(axisItems=self._axes, enableMenu=False)
        self._plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._plot.setMouseEnabled(False, False)
        self._plot.hideButtons()
        self._plot.setLabel("bottom", tr("KL(q ‖ p(z|x)), nats"))
        self._plot.setLabel("left", tr("images"))
        self._plot.setLogMode(x=True, y=False)
        show_only(self._plot, tr("Histogram of the gap"))
        self._plot.setToolTip(
            tip(
                "KL divergence",
                "gap",
                does=tr(
                    "How many images have a gap of so many nats. Of each bar orange is what the encoder loses "
                    "(amortisation), purple what a Gaussian loses (approximation), in proportion to their nats."
                ),
            )
        )
        self.sheet = ContactSheet()
        self.sheet.setAccessibleName(tr("Images with the largest gaps"))
        self.sheet.chosen.connect(self.chosen)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._instead, 1)
        top.addWidget(self.controls)
        left = QVBoxLayout()
        left.addWidget(self.waterfall)
        left.addStretch()
        self._content = QWidget()
        content = QVBoxLayout(self._content)
        content.setContentsMargins(0, 0, 0, 0)
        middle = QHBoxLayout()
        content.addLayout(middle, 1)
        content.addWidget(self._surgery)
        middle.addLayout(left, 5)
        middle.addWidget(self._plot, 4)
        middle.addWidget(self.sheet, 4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self._content, 1)
        self._space = QWidget()
        layout.addWidget(self._space, 1)
        self.clear()

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget, ...]]:
        """What makes its figure, once there are figures."""
        return [self._words, (self.waterfall, self._plot, self.sheet), self._surgery] if len(self._amortisation) else []

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.waterfall.set_theme(theme)
        self._plot.setBackground(theme.base)
        for axis in self._axes.values():
            axis.set_theme(theme)
        self._draw()

    def clear(self, message: str = "") -> None:
        """Forget what was measured, and say why nothing can be, if so."""
        self._instead.setText(message or NOT_MEASURED)
        self._amortisation = self._approximation = np.empty(0)
        self.controls.set_enabled(not message)
        self.controls.set_done(False)
        self._show(has_figures=False)

    def set_results(
        self, words: str, parts: Parts, surgery: str, amortisation: np.ndarray, approximation: np.ndarray
    ) -> None:
        """Show the mean parts, and the two parts of each image's gap (N,) in nats."""
        self._words.setText(words)
        self.waterfall.set_parts(parts)
        self._surgery.setText(surgery)
        self._amortisation, self._approximation = amortisation, approximation
        self.controls.set_done(True)
        self._show(has_figures=True)
        self._draw()

    def set_worst(self, rows: np.ndarray, captions: Sequence[str], picture: Callable[[int], QImage | None]) -> None:
        """Show images of these test rows, the worst first."""
        self.sheet.set_rows(rows, captions, picture)

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being measured and the share done, in [0, 1]."""
        self.controls.set_busy(words, share)

    def set_idle(self) -> None:
        """Nothing is being measured any more."""
        self.controls.set_idle()

    @property
    def words(self) -> str:
        """What is said of the figures, or in place of them."""
        return f"{self._words.text()}\n{self._surgery.text()}" if len(self._amortisation) else self._instead.text()

    def _show(self, has_figures: bool) -> None:
        """Figures leave their words one line, which may be cut short; in place of figures there is room for all."""
        for part in (self._words, self._content):
            part.setVisible(has_figures)
        for part in (self._instead, self._space):
            part.setVisible(not has_figures)

    def _draw(self) -> None:
        self._plot.clear()
        gap = self._amortisation + self._approximation
        if not len(gap):
            self._plot.setAccessibleDescription("")
            return
        middle, most = (number(float(value)) for value in (np.median(gap), gap.max()))
        self._plot.setAccessibleDescription(
            plural(
                len(gap),
                "The gap of {count:,} image is {middle} nats; the largest is {most} nats.",
                "Half of {count:,} images have a gap of less than {middle} nats; the largest is {most} nats.",
                middle=middle,
                most=most,
            )
        )
        logarithm = np.log10(np.maximum(gap, 1e-3))
        counts, edges = np.histogram(logarithm, BINS)
        # The part of each bin's nats that is approximation is the lower part of its bar.
        which = np.clip(np.digitize(logarithm, edges) - 1, 0, BINS - 1)
        total = np.bincount(which, gap, BINS)
        shares = np.bincount(which, self._approximation, BINS) / np.maximum(total, 1e-12)
        centres, width = (edges[:-1] + edges[1:]) / 2, np.diff(edges) * 0.92
        lower = counts * np.clip(shares, 0, 1)
        for base, height, colour in (
            (np.zeros(BINS), lower, self._theme.others[1]),
            (lower, counts - lower, self._theme.others[0]),
        ):
            bars = pg.BarGraphItem(x=centres, height=height, y0=base, width=width, brush=colour, pen=None)
            self._plot.addItem(bars)
