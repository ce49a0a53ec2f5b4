"""How the mouse moves the latent map, its target, and whatever else is drawn on it."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneMouseEvent


class MapView(pg.ViewBox):
    """The view of the map. The left button draws or moves something; the wheel and the other buttons move the view.

    Signals:
        pressed: a latent position, and whether Ctrl is held; the left button went down.
        released: the left button went up.
        reset_wanted: a double click.
    """

    pressed = Signal(float, float, bool)
    released = Signal()
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(lockAspect=True, enableMenu=False)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the left button at once; pyqtgraph would wait for its release."""
        pans = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not pans:
            event.accept()
            position = self.mapSceneToView(event.scenePos())
            adds = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self.pressed.emit(position.x(), position.y(), adds)
        else:
            event.ignore()

    def mouseReleaseEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """End what the press began."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.released.emit()
        else:
            event.ignore()

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Ask for the whole map."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.reset_wanted.emit()
