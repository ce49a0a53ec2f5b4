"""The exact posterior of one image and q, enlarged: in two dimensions as on the map, in one as two curves."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QSizePolicy, QStackedLayout, QWidget

from vaegui.ui.accessible import show_only
from vaegui.ui.posterior_layer import Ellipse, PosteriorLayer, Shown
from vaegui.ui.theme import LIGHT, Axis, Theme, number
from vaegui.words import tr

LEAST_SIDE = 150  # pixels


class PosteriorView(QWidget):
    """A plot of its own for a posterior that would be a speck on the map."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._layer = PosteriorLayer(has_lens=False)
        self._axes = [Axis(side) for side in ("bottom", "left", "bottom", "left")]
        self._plane = pg.PlotWidget(axisItems={"bottom": self._axes[0], "left": self._axes[1]}, enableMenu=False)
        self._plane.getViewBox().setAspectLocked(True)
        self._plane.addItem(self._layer, ignoreBounds=True)
        self._line = pg.PlotWidget(axisItems={"bottom": self._axes[2], "left": self._axes[3]}, enableMenu=False)
        self._posterior_curve, self._q_curve, self._best_curve = (self._line.plot() for _ in range(3))
        for plot in (self._plane, self._line):
            plot.setMouseEnabled(False, False)
            plot.hideButtons()
            plot.setMinimumHeight(LEAST_SIDE)
            plot.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._plane.setLabel("bottom", "z₁")
        self._plane.setLabel("left", "z₂")
        self._line.setLabel("bottom", "z₁")
        self._line.setLabel("left", tr("density"))
        show_only(self._plane, tr("Exact posterior and q, enlarged"))
        show_only(self._line, tr("Densities of the exact posterior and of q"))
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.addWidget(self._plane)
        self._stack.addWidget(self._line)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._layer.set_theme(theme)
        for axis in self._axes:
            axis.set_theme(theme)
        for plot in (self._plane, self._line):
            plot.setBackground(theme.base)
        for curve, colour in (
            (self._posterior_curve, theme.accent),
            (self._q_curve, theme.others[0]),
            (self._best_curve, theme.others[1]),
        ):
            curve.setPen(pg.mkPen(colour, width=2 * theme.line))

    def set_shown(self, shown: Shown, keeps_view: bool = False) -> None:
        """Show regions and ellipses in two dimensions, all of them unless the view is kept."""
        self._stack.setCurrentIndex(0)
        self._layer.set_shown(shown)
        self._plane.setAccessibleDescription(_in_words(shown))
        box = self._layer.whole()
        if box is not None and not keeps_view:
            margin = 0.12 * max(box.width(), box.height())
            self._plane.getViewBox().setRange(QRectF(box).adjusted(-margin, -margin, margin, margin), padding=0)

    def set_curves(self, z: np.ndarray, posterior: np.ndarray, q: np.ndarray | None, best: np.ndarray | None) -> None:
        """Show densities (M,) at places z (M,) of one dimension."""
        self._stack.setCurrentIndex(1)
        empty = np.empty(0)
        self._line.setAccessibleDescription(_peaks_in_words(z, posterior, q, best))
        self._posterior_curve.setData(z, posterior)
        self._q_curve.setData(*((z, q) if q is not None else (empty, empty)))
        self._best_curve.setData(*((z, best) if best is not None else (empty, empty)))

    @property
    def shown(self) -> Shown:
        """What is shown in two dimensions."""
        return self._layer.shown


def _in_words(shown: Shown) -> str:
    """Where what is drawn lies, for those who do not see it."""
    said = []
    if shown.regions is not None:
        said.append(tr("Outlines hold 50, 90 and 99 % of the exact posterior."))
    if shown.q is not None:
        said.append(
            tr(
                "The mean of the encoder’s q is ({x}, {y}), its standard deviations are {wide} and {high}.",
                **_figures(shown.q),
            )
        )
    if shown.best is not None:
        said.append(
            tr(
                "The mean of the best Gaussian is ({x}, {y}), its standard deviations are {wide} and {high}.",
                **_figures(shown.best),
            )
        )
    return " ".join(said)


def _figures(ellipse: Ellipse) -> dict[str, str]:
    figures = (*ellipse.mean, *np.sqrt(np.square(ellipse.scale).sum(1)))
    return {name: number(value, 3) for name, value in zip(("x", "y", "wide", "high"), figures, strict=True)}


def _peaks_in_words(z: np.ndarray, posterior: np.ndarray, q: np.ndarray | None, best: np.ndarray | None) -> str:
    """Where each density is highest."""

    def peak(density: np.ndarray) -> str:
        return number(float(z[np.argmax(density)]), 3)

    said = []
    if len(posterior):
        said.append(tr("The density of the exact posterior is highest at z = {z}.", z=peak(posterior)))
    if q is not None and len(q):
        said.append(tr("The density of the encoder’s q is highest at z = {z}.", z=peak(q)))
    if best is not None and len(best):
        said.append(tr("The density of the best Gaussian is highest at z = {z}.", z=peak(best)))
    return " ".join(said)
