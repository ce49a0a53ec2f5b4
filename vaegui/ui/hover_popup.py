"""What a point of the latent map is, shown beside it while the pointer rests there."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

HOVER_SIDE = 84  # logical pixels of the image


class HoverPopup(QFrame):
    """The image and the words of a hovered point, beside it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAutoFillBackground(True)
        self.setFrameShape(QFrame.Shape.Box)
        self._plot = parent
        self._picture, self._words = QLabel(), QLabel()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for label in (self._picture, self._words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        self.hide()

    def show_at(self, place: QPointF, image: QImage | None, text: str) -> None:
        """Appear beside a position of the plot, wholly inside it."""
        self._picture.setVisible(image is not None)
        if image is not None:
            self._picture.setPixmap(
                QPixmap.fromImage(image).scaled(HOVER_SIDE, HOVER_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
            )
        self._words.setText(text)
        self.adjustSize()
        frame = self._plot.rect()
        x = int(place.x()) + 14
        if x + self.width() > frame.right():
            x = int(place.x()) - 14 - self.width()
        y = min(max(int(place.y()) - self.height() // 2, 2), frame.bottom() - self.height())
        self.move(x, y)
        self.show()
        self.raise_()
