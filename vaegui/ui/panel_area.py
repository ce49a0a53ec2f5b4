"""What holds a panel in its dock: as large as the dock and, where that is too small for the panel, scrolled."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QScrollArea, QStyle, QWidget

WIDEST, HIGHEST = 0.25, 0.2  # shares of the window that a panel may ask for; what it needs beyond is scrolled to


class PanelArea(QScrollArea):
    """A scroll area whose panel is never smaller than it can be drawn, and else exactly as large as the area."""

    def __init__(self, panel: QWidget) -> None:
        super().__init__()
        self.panel = panel
        self.setWidget(panel)

    def sizeHint(self) -> QSize:
        """What the panel would like."""
        return self.panel.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """What the panel needs, as far as that leaves room for the others."""
        least, window = self._least(), self.window().size()
        return QSize(
            min(least.width(), int(WIDEST * window.width())), min(least.height(), int(HIGHEST * window.height()))
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the panel follow."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """What a panel needs may have changed while nobody saw it."""
        super().showEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the panel grow as soon as it needs more."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.panel:
            self._fit()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _least(self) -> QSize:
        return self.panel.minimumSizeHint().expandedTo(self.panel.minimumSize())

    def _fit(self) -> None:
        room, least = self.maximumViewportSize(), self._least()
        bar = self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent, None, self)
        width, height = room.width(), room.height()
        if least.width() > width:
            height -= bar
        if self._height_for(max(width, least.width())) > height:
            width -= bar
        width = max(width, least.width())
        self.panel.resize(width, max(height, self._height_for(width)))

    def _height_for(self, width: int) -> int:
        """The least height of the panel at a width; words that wrap need more where they have less."""
        layout, least = self.panel.layout(), self._least().height()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return max(layout.minimumHeightForWidth(width), self.panel.minimumHeight())
