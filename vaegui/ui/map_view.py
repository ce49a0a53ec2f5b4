"""How the mouse moves the latent map and its target."""

from __future__ import annotations

import pyqtgraph as pg
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGraphicsSceneMouseEvent


class MapView(pg.ViewBox):
    """The view of the map. The left button belongs to the target; the wheel and the other buttons move the view.

    Signals:
        pressed: the left button went down.
        pressed_at: a latent position, while the left button is down.
        reset_wanted: a double click.
    """

    pressed = Signal()
    pressed_at = Signal(float, float)
    reset_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(lockAspect=True, enableMenu=False)

    def mousePressEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Take the left button at once; pyqtgraph would wait for its release."""
        pans = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.button() == Qt.MouseButton.LeftButton and not pans:
            event.accept()
            self.pressed.emit()
            self._send(event)
        else:
            event.ignore()

    def mouseMoveEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Follow the pointer while the button is down, at the rate the mouse reports."""
        self._send(event)

    def mouseDoubleClickEvent(self, event: QGraphicsSceneMouseEvent) -> None:
        """Reset the view."""
        if event.button() == Qt.MouseButton.LeftButton:
            event.accept()
            self.reset_wanted.emit()

    def _send(self, event: QGraphicsSceneMouseEvent) -> None:
        position = self.mapSceneToView(event.scenePos())
        self.pressed_at.emit(position.x(), position.y())
