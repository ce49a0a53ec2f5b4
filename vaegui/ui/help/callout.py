"""A note beside a place in the window, with an arrow to it. It takes no focus and blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaegui.words import tr

CHARACTERS = 48  # in a line
ARROW, RADIUS, PADDING, EDGE = 10, 6, 12, 8  # pixels; the last to the edge of the window


class Callout(QWidget):
    """Title, words, “2 of 5”, and the buttons Skip, Back and Next.

    Signals:
        next_wanted, back_wanted, skip_wanted: what was pressed.
    """

    next_wanted = Signal()
    back_wanted = Signal()
    skip_wanted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tip = QPoint()  # of the arrow, in the widget
        self._body = QRect()
        self._title, self._words, self._place = QLabel(), QLabel(), QLabel()
        self._title.setProperty("heading", True)
        self._words.setWordWrap(True)
        self._place.setProperty("muted", True)
        self.skip_button, self.back_button = QPushButton(tr("Skip")), QPushButton(tr("Back"))
        self.next_button = QPushButton(tr("Next"))
        self.skip_button.setToolTip(tr("Close these notes for good (Esc). Help → First steps brings them back"))
        self.back_button.setToolTip(tr("The note before"))
        self.next_button.setToolTip(tr("The next note"))
        for button, wanted in (
            (self.back_button, self.back_wanted),
            (self.next_button, self.next_wanted),
            (self.skip_button, self.skip_wanted),
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus, and its keys, to the map
            button.clicked.connect(wanted)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._place)
        buttons = QHBoxLayout()
        buttons.addWidget(self.skip_button)
        buttons.addStretch()
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        margin = ARROW + PADDING
        layout.setContentsMargins(margin, margin, margin, margin)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._words)
        layout.addLayout(buttons)
        self.hide()

    def set_words(self, title: str, words: str, number: int, count: int) -> None:
        """Show the note of this number, from 1."""
        self._title.setText(title)
        self._words.setText(words)
        self._place.setText(tr("{number} of {count}", number=number, count=count))
        self.skip_button.setVisible(number < count)
        self.back_button.setEnabled(number > 1)
        self.next_button.setText(tr("Done") if number == count else tr("Next"))
        self.setAccessibleName(tr("First steps, {number} of {count}: {title}", number=number, count=count, title=title))
        self.setAccessibleDescription(words)

    def point_at(self, spot: QRect) -> None:
        """Stand below, above, right or left of a place (in the window's coordinates), where there is room."""
        size = self._size()
        area = self._window.rect().adjusted(EDGE, EDGE, -EDGE, -EDGE)
        corners = (
            QPoint(spot.center().x() - size.width() // 2, spot.bottom() + 1),
            QPoint(spot.center().x() - size.width() // 2, spot.top() - size.height()),
            QPoint(spot.right() + 1, spot.center().y() - size.height() // 2),
            QPoint(spot.left() - size.width(), spot.center().y() - size.height() // 2),
        )
        places = [_pushed_into(QRect(corner, size), area) for corner in corners]
        place = next((place for place in places if not place.intersects(spot)), places[0])
        tip = QPoint(
            min(max(spot.center().x(), place.left()), place.right()),
            min(max(spot.center().y(), place.top()), place.bottom()),
        )
        if (place, tip - place.topLeft()) != (self.geometry(), self._tip):
            self._tip = tip - place.topLeft()
            self.setGeometry(place)
            self.update()

    def _size(self) -> QSize:
        width = CHARACTERS * self.fontMetrics().averageCharWidth() + 2 * (ARROW + PADDING)
        layout = self.layout()
        assert layout is not None
        width = max(width, layout.totalMinimumSize().width())
        return QSize(width, layout.totalHeightForWidth(width))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame and its arrow."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRect(self.rect()).adjusted(ARROW, ARROW, -ARROW - 1, -ARROW - 1)
        accent = self.palette().color(QPalette.ColorRole.Accent)
        painter.setPen(QPen(accent, 1.5))
        painter.setBrush(self.palette().base())
        painter.drawRoundedRect(body, RADIUS, RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawPolygon(self._arrow(body))

    def _arrow(self, body: QRect) -> QPolygonF:
        """A triangle from the frame to the tip."""
        x = min(max(self._tip.x(), body.left() + RADIUS + ARROW), body.right() - RADIUS - ARROW)
        y = min(max(self._tip.y(), body.top() + RADIUS + ARROW), body.bottom() - RADIUS - ARROW)
        tip = QPointF(self._tip)
        if self._tip.y() <= body.top() or self._tip.y() >= body.bottom():
            edge = body.top() if self._tip.y() <= body.top() else body.bottom() + 1
            return QPolygonF([QPointF(x - ARROW, edge), tip, QPointF(x + ARROW, edge)])
        edge = body.left() if self._tip.x() <= body.left() else body.right() + 1
        return QPolygonF([QPointF(edge, y - ARROW), tip, QPointF(edge, y + ARROW)])


def _pushed_into(place: QRect, area: QRect) -> QRect:
    """The same size, moved as little as it takes to be inside."""
    x = max(area.left(), min(place.left(), area.right() + 1 - place.width()))
    y = max(area.top(), min(place.top(), area.bottom() + 1 - place.height()))
    return QRect(QPoint(x, y), place.size())
