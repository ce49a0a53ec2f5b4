"""What the colours of the points mean where they stand for a number: a bar from the lowest to the highest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vaegui.ui.theme import number, tabular
from vaegui.words import tr

STEPS = 64
MAP, DARKEST, BRIGHTEST = "plasma", 0.2, 0.92  # perceptually uniform; its ends would vanish on black and on white
SIZE = QSize(96, 10)  # logical pixels
OUTLIERS = 1.0  # per cent at each end that have the colours of the ends


@dataclass(frozen=True)
class Amounts:
    """A number for each point, and what it is."""

    values: np.ndarray  # (N,); NaN where there is none
    title: str
    unit: str = ""

    @cached_property
    def range(self) -> tuple[float, float]:
        """What the ends of the bar stand for: all values but a few outliers."""
        finite = self.values[np.isfinite(self.values)]
        if not len(finite):
            return 0.0, 0.0
        low, high = np.percentile(finite, [OUTLIERS, 100 - OUTLIERS])
        return float(low), float(high)

    @cached_property
    def steps(self) -> np.ndarray:
        """The colour of each point, (N,), as a row of `colours`."""
        low, high = self.range
        shares = (np.nan_to_num(self.values, nan=low, posinf=high, neginf=low) - low) / max(high - low, 1e-12)
        steps: np.ndarray = np.rint(np.clip(shares, 0, 1) * (STEPS - 1)).astype(np.int64)
        return steps


def colours() -> np.ndarray:
    """The colours from the lowest to the highest, (STEPS, 3) uint8."""
    table = pg.colormap.get(MAP).map(np.linspace(DARKEST, BRIGHTEST, STEPS), mode="byte")
    rgb: np.ndarray = np.asarray(table)[:, :3].astype(np.uint8)
    return rgb


class ColourBar(QWidget):
    """Title, lowest value, bar, highest value and unit, in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._low, self._high, bar = QLabel(), QLabel(), QLabel(), QLabel()
        strip = QImage(colours().tobytes(), STEPS, 1, 3 * STEPS, QImage.Format.Format_RGB888)
        bar.setPixmap(QPixmap.fromImage(strip.scaled(SIZE, mode=Qt.TransformationMode.SmoothTransformation)))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for label in (self._title, self._low, bar, self._high):
            layout.addWidget(label)
        for label in (self._low, self._high):
            label.setFont(tabular(label.font()))
        self.setAccessibleName(tr("Colours of the points"))
        self.hide()

    def set_amounts(self, amounts: Amounts | None) -> None:
        """Say what the colours mean, or nothing."""
        self.setVisible(amounts is not None)
        if amounts is None:
            return
        low, high = amounts.range
        largest = max(abs(low), abs(high), 1e-6)
        magnitude = math.floor(math.log10(largest))
        digits = max(2 - magnitude, 0) if magnitude > 0 else max(2, 1 - magnitude)
        self._title.setText(amounts.title)
        self._low.setText(number(low, digits))
        self._high.setText(f"{number(high, digits)} {amounts.unit}".strip())
        self.setToolTip(
            tr(
                "{title}: from the lowest to the highest, but for {outliers:g} % of the images at each end, which "
                "have the colours of the ends",
                title=amounts.title,
                outliers=OUTLIERS,
            )
        )
        self.setAccessibleDescription(self.words)

    @property
    def words(self) -> str:
        """What is said, in one line."""
        return tr(
            "{title}: {lowest} to {highest}",
            title=self._title.text(),
            lowest=self._low.text(),
            highest=self._high.text(),
        )
