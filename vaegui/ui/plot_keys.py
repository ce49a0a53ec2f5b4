"""The keys of a plot that can be moved and zoomed: what the mouse does there."""

from __future__ import annotations

from collections.abc import Callable

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

PAN, ZOOM = 1 / 10, 0.8
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}


class PlotKeys(QObject):
    """Arrow keys move what a plot shows, plus and minus zoom, Home shows all of it again."""

    def __init__(self, plot: pg.PlotWidget, show_all: Callable[[], object]) -> None:
        super().__init__(plot)
        self._view: pg.ViewBox = plot.getViewBox()
        self._show_all = show_all
        plot.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.modifiers() & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Home:
            self._show_all()
        elif key in ARROWS:
            box = self._view.viewRect()
            right, up = ARROWS[key]
            self._view.translateBy(x=right * PAN * box.width(), y=up * PAN * box.height())
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM
            self._view.scaleBy((factor, factor))
        else:
            return False
        if key != Qt.Key.Key_Home:
            self._view.sigRangeChangedManually.emit(self._view.state["mouseEnabled"])
        return True
