"""The dimensions of the code: how much each tells of the image, a slider, and what the decoder draws along it.

A row of images along one dimension, with all others as they are, is a traversal; its slider stands in the row itself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)
from superqt import QFlowLayout

from vaegui.projections import name_of
from vaegui.ui.accessible import announce, scroll_to, set_role, shows_focus
from vaegui.ui.decimal_box import DecimalBox
from vaegui.ui.image_view import BY_KEY, COMMANDS, mosaic, to_qimage
from vaegui.ui.theme import LIGHT, Theme, fit, number, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import tr

IMAGES = 9  # of a row
STEP, FAST = 1 / 60, 1 / 12  # of a row's range, that an arrow key moves a slider by: 0.1 and 0.5 from −3 to 3
SIDE, LARGEST = 84, 56  # pixels beside text of 100 %: of what stands left of the images, and of an image
TRACK, GAP = 9, 5  # logical pixels: below the images, and between rows
FAINT = 0.4  # opacity of the images of a collapsed dimension
KINDS = {"axes": tr("two axes"), "pca": tr("PCA"), "umap": tr("UMAP")}


@dataclass(frozen=True)
class Dimension:
    """What a row says of one dimension."""

    index: int
    amount: float  # its mean KL in nats per image, or the variance of codes that are points
    is_collapsed: bool
    low: float  # the values of the first image and the last
    high: float
    mark: float | None = None  # where the chosen image is

    @property
    def name(self) -> str:
        """z with its number."""
        return name_of(self.index)


class DimensionRows(QWidget):
    """A row for each dimension: drag within it, or use arrow keys, to change the value; a double click resets it.

    Signals:
        moved: a dimension, and its new value.
        reset_wanted: a dimension, which should be as in the chosen image.
        current_changed: keys and the field below belong to another row.
    """

    moved = Signal(int, float)
    reset_wanted = Signal(int)
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._theme = LIGHT
        self._rows: tuple[Dimension, ...] = ()
        self._values = np.zeros(0)
        self._axes: tuple[int, int] | None = None
        self._has_rates = True
        self._strips: QImage | None = None  # the images of a row below those of another
        self._strip_of: dict[int, int] = {}  # its row there, by dimension
        self._size = (1, 1)  # of an image, in its own pixels
        self._current = 0
        self._held: int | None = None  # the row whose slider the mouse has
        self.setAccessibleName(tr("Dimensions of the code"))
        set_role(self, QAccessible.Role.List)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setFont(tabular(self.font()))

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._fit()
        self.update()

    def set_rows(self, rows: Sequence[Dimension], axes: tuple[int, int] | None, has_rates: bool) -> None:
        """Show these dimensions from top to bottom; `axes` are those of the map, if it shows two of them."""
        current = self.current
        self._rows, self._axes, self._has_rates = tuple(rows), axes, has_rates
        places = [place for place, row in enumerate(rows) if current is not None and row.index == current.index]
        self._current = places[0] if places else 0
        shows_focus(self, bool(rows))
        self._fit()
        self.update()
        self.current_changed.emit()

    def set_values(self, values: np.ndarray) -> None:
        """Put the sliders to the values (D,) of all dimensions."""
        self._values = values
        self.update()

    def set_strips(self, dimensions: Sequence[int], images: np.ndarray | None) -> None:
        """Show what is decoded along some dimensions: RGB (R, IMAGES, H, W, 3) uint8, or nothing."""
        self._strips = None
        self._strip_of = {}
        if images is not None and len(images):
            self._size = images.shape[3], images.shape[2]
            self._strips = to_qimage(mosaic(images.reshape(-1, *images.shape[2:]), IMAGES))
            self._strip_of = {dimension: row for row, dimension in enumerate(dimensions)}
        self._fit()
        self.update()

    @property
    def rows(self) -> tuple[Dimension, ...]:
        """What is shown."""
        return self._rows

    @property
    def has_images(self) -> bool:
        """Whether what is decoded along the dimensions is there."""
        return bool(self._rows) and self._strips is not None

    @property
    def axes(self) -> tuple[int, int] | None:
        """The dimensions that the map shows, if it shows two of them."""
        return self._axes

    @property
    def current(self) -> Dimension | None:
        """The row that keys belong to."""
        return self._rows[self._current] if self._rows else None

    def value_of(self, row: Dimension) -> float:
        """The value of a dimension now."""
        return float(self._values[row.index]) if row.index < len(self._values) else 0.0

    def strip_rect(self, row: int) -> QRectF:
        """Where the images of a row lie in the widget."""
        return self._strip(row, self.width())

    def place_of(self, row: int, value: float) -> QPointF:
        """Where the slider of a row is at a value: at the image of that value, or at an end of the row beyond them."""
        return self._place(row, value, self.width())

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place, or without one the first of the current row, and its number: row by row."""
        for row in range(len(self._rows)):
            strip = self.strip_rect(row)
            if place is not None and not strip.contains(place):
                continue
            if place is None and row != self._current:
                continue
            column = 0 if place is None else min(int((place.x() - strip.left()) / strip.width() * IMAGES), IMAGES - 1)
            image = self._image(row, column)
            return None if image is None else (row * IMAGES + column, image)
        return None

    def value_at(self, number_of: int) -> tuple[Dimension, float]:
        """The dimension and the value that an image was decoded at."""
        row = self._rows[number_of // IMAGES]
        return row, row.low + (row.high - row.low) * (number_of % IMAGES) / (IMAGES - 1)

    def _image(self, row: int, column: int) -> QImage | None:
        line = self._strip_of.get(self._rows[row].index)
        if self._strips is None or line is None:
            return None
        width, height = self._size
        return self._strips.copy(column * width, line * height, width, height)

    # Where things are

    def _side(self) -> float:
        metrics = QFontMetrics(self.font())
        return max(scaled(SIDE), metrics.horizontalAdvance("z₆₄↑ 00.00") + 12)

    def _cell(self, width: float) -> QSizeF:
        """The size of an image on screen, in proportion."""
        across = min((width - self._side() - 2 * GAP) / IMAGES, scaled(LARGEST))
        return QSizeF(max(across, 8), max(across, 8) * self._size[1] / self._size[0])

    def _row_height(self, width: float) -> float:
        words = 2 * QFontMetrics(self.font()).height() + 8
        return max(self._cell(width).height() + TRACK, words) + GAP

    def _row(self, row: int, width: float) -> QRectF:
        height = self._row_height(width)
        return QRectF(0, row * height, width, height)

    def _strip(self, row: int, width: float) -> QRectF:
        cell = self._cell(width)
        return QRectF(self._side() + GAP, self._row(row, width).top(), cell.width() * IMAGES, cell.height())

    def _place(self, row: int, value: float, width: float) -> QPointF:
        strip, its = self._strip(row, width), self._rows[row]
        cell = strip.width() / IMAGES
        share = (value - its.low) / (its.high - its.low)
        x = strip.left() + cell / 2 + share * (strip.width() - cell)
        return QPointF(float(np.clip(x, strip.left(), strip.right())), strip.bottom() + TRACK / 2)

    def _value_at(self, row: int, x: float) -> float:
        strip, its = self.strip_rect(row), self._rows[row]
        cell = strip.width() / IMAGES
        x = float(np.clip(x, strip.left(), strip.right()))
        return its.low + (x - strip.left() - cell / 2) / (strip.width() - cell) * (its.high - its.low)

    def _fit(self) -> None:
        self.setMinimumHeight(round(len(self._rows) * self._row_height(self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all rows within the widget's height; the scroll area around it does the rest."""
        self._fit()

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take a slider, or choose a row by what stands at its left."""
        if event.button() != Qt.MouseButton.LeftButton or not self._rows:
            return
        row = int(event.position().y() / self._row_height(self.width()))
        if row >= len(self._rows):
            return
        self._choose(row)
        if event.position().x() >= self.strip_rect(row).left() - GAP:
            self._held = row
            self._move(row, self._value_at(row, event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the slider that is held."""
        if self._held is not None:
            self._move(self._held, self._value_at(self._held, event.position().x()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it."""
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Have the dimension as in the chosen image."""
        self._held = None
        row = int(event.position().y() / self._row_height(self.width()))
        if event.button() == Qt.MouseButton.LeftButton and row < len(self._rows):
            self.reset_wanted.emit(self._rows[row].index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Home and End choose a row; left and right move its slider, with Shift faster; Delete resets it."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        rows = {Qt.Key.Key_Up: self._current - 1, Qt.Key.Key_Down: self._current + 1}
        rows |= {Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self._rows) - 1}
        current = self.current
        if current is None or modifiers & COMMANDS:
            super().keyPressEvent(event)
        elif key in rows:
            self._choose(min(max(rows[key], 0), len(self._rows) - 1))
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = FAST if modifiers & Qt.KeyboardModifier.ShiftModifier else STEP
            step *= (current.high - current.low) * (1 if key == Qt.Key.Key_Right else -1)
            self._move(self._current, self.value_of(current) + step)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.reset_wanted.emit(current.index)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which row keys begin at."""
        super().focusInEvent(event)
        if self._rows and event.reason() in BY_KEY:
            scroll_to(self, self._row(self._current, self.width()).toAlignedRect())
            self.describe()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys go elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def _choose(self, row: int) -> None:
        self._current = row
        scroll_to(self, self._row(row, self.width()).toAlignedRect())
        self.describe()
        announce(self, self.accessibleDescription())
        self.update()
        self.current_changed.emit()

    def _move(self, row: int, value: float) -> None:
        self.moved.emit(self._rows[row].index, value)
        self.describe()
        announce(self, self.accessibleDescription())

    def describe(self) -> None:
        """Say which row keys are at, and what it shows."""
        current = self.current
        if current is None:
            self.setAccessibleDescription("")
            return
        words = tr(
            "Row {row} of {rows}: {name} at {value}, {amount}",
            row=self._current + 1,
            rows=len(self._rows),
            name=current.name,
            value=number(self.value_of(current)),
            amount=amount_in_words(current, self._has_rates),
        )
        self.setAccessibleDescription(words)

    # Drawing

    def figure_height(self, width: float) -> float:
        """The height of all rows in a figure of this width, whatever part of them is scrolled into view."""
        return len(self._rows) * self._row_height(width)

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw all rows in a figure, without the mark of the current one."""
        painter.setFont(self.font())
        self._draw(painter, size.width(), QRectF(0, 0, size.width(), 1e6), has_focus=False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that can be seen."""
        self._draw(QPainter(self), self.width(), QRectF(event.rect()), self.hasFocus())

    def _draw(self, painter: QPainter, width: float, seen: QRectF, has_focus: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max((row.amount for row in self._rows), default=0.0) or 1.0
        for place, row in enumerate(self._rows):
            area = self._row(place, width)
            if area.intersects(seen):
                self._draw_words(painter, area, row, most)
                self._draw_strip(painter, place, row, width)
                if has_focus and place == self._current:
                    painter.setBrush(Qt.BrushStyle.NoBrush)
                    painter.setPen(QPen(self.palette().highlight().color(), 2))
                    painter.drawRoundedRect(area.adjusted(1, 1, -1, -GAP / 2), 4, 4)

    def _draw_words(self, painter: QPainter, area: QRectF, row: Dimension, most: float) -> None:
        metrics = QFontMetrics(self.font())
        line, side = metrics.height(), self._side()
        muted, text = self.palette().placeholderText().color(), self.palette().text().color()
        bold = QFont(self.font())
        bold.setBold(True)
        arrow = ""
        if self._axes is not None and row.index in self._axes:
            arrow = "→" if row.index == self._axes[0] else "↑"
        upper = QRectF(4, area.top() + 1, side - 4, line)
        painter.setPen(muted if row.is_collapsed else text)
        painter.setFont(bold)
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, row.name + arrow)
        painter.setFont(self.font())
        painter.drawText(upper, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, amount(row.amount))
        bar = QRectF(4, upper.bottom() + 1, side - 4, 4)
        painter.fillRect(bar, QColor(self._theme.fill))
        full = QRectF(bar.left(), bar.top(), bar.width() * max(row.amount, 0) / most, bar.height())
        painter.fillRect(full, QColor(self._theme.muted if row.is_collapsed else self._theme.accent))
        painter.setPen(muted)
        lower = QRectF(4, bar.bottom() + 1, side - 4, line)
        words = tr("collapsed") if row.is_collapsed else f"= {number(self.value_of(row))}"
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _draw_strip(self, painter: QPainter, place: int, row: Dimension, width: float) -> None:
        strip = self._strip(place, width)
        line = self._strip_of.get(row.index)
        if self._strips is not None and line is not None:
            painter.setOpacity(FAINT if row.is_collapsed else 1.0)
            source = QRectF(0, line * self._size[1], self._size[0] * IMAGES, self._size[1])
            painter.drawImage(strip, self._strips, source)
            painter.setOpacity(1.0)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.drawRect(strip)
        for column in range(1, IMAGES):
            x = strip.left() + column * strip.width() / IMAGES
            painter.drawLine(QPointF(x, strip.top()), QPointF(x, strip.bottom()))
        track = strip.bottom() + TRACK / 2
        painter.drawLine(QPointF(strip.left(), track), QPointF(strip.right(), track))
        ink = QColor(self._theme.muted if row.is_collapsed else self._theme.accent)
        if row.mark is not None:
            mark = self._place(place, row.mark, width)
            painter.setPen(QPen(self.palette().text().color(), 1.5))
            painter.drawLine(mark + QPointF(0, -TRACK / 2 + 1), mark + QPointF(0, TRACK / 2 - 1))
        handle = self._place(place, self.value_of(row), width)
        painter.setPen(QPen(QColor(self._theme.base), 3))
        painter.drawLine(QPointF(handle.x(), strip.top()), handle)
        painter.setPen(QPen(ink, 1.5))
        painter.drawLine(QPointF(handle.x(), strip.top()), handle)
        painter.setPen(QPen(QColor(self._theme.base), 1))
        painter.setBrush(ink)
        half, top = TRACK / 2, handle.y() - TRACK / 2
        corners = (QPointF(handle.x(), top), *(handle + QPointF(side * half, half) for side in (1, -1)))
        painter.drawPolygon(QPolygonF(list(corners)))


class DimensionsPanel(QWidget):
    """Choose the plane that the map shows, and move through the dimensions one by one.

    Signals:
        kind_wanted: the kind of plane that the map should show, one of `KINDS`.
        axes_wanted: the dimensions that it should show, to the right and up.
        refit_wanted: the plane should be found anew for the codes as they are now.
        cancel_wanted: what is being computed should end.
        moved: a dimension, and its new value.
        reset_wanted: a dimension, which should be as in the chosen image.
        back_wanted: all dimensions should be.
    """

    kind_wanted = Signal(str)
    axes_wanted = Signal(int, int)
    refit_wanted = Signal()
    cancel_wanted = Signal()
    moved = Signal(int, float)
    reset_wanted = Signal(int)
    back_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = DimensionRows()
        self.rows.setToolTip(
            tip(
                "latent variable",
                "collapsed dimension",
                does=tr(
                    "Each row: what the decoder draws along one dimension, all others as they are now. Drag within it, "
                    "or use the arrow keys, to change the value; a double click, or Delete, has it as in the chosen "
                    "image."
                ),
            )
        )
        self.rows.moved.connect(self.moved)
        self.rows.reset_wanted.connect(self.reset_wanted)
        self.rows.current_changed.connect(self._on_current_changed)
        self.kind = QComboBox()
        for name, words in KINDS.items():
            self.kind.addItem(words, name)
        self.kind.setAccessibleName(tr("What the map shows"))
        self.kind.setToolTip(
            tr(
                "What the map shows of the codes: two of their dimensions; the plane along which they vary most (PCA); "
                "or where UMAP puts them, which keeps neighbours together"
            )
        )
        self.kind.activated.connect(self._on_kind_chosen)
        self.right, self.up = QComboBox(), QComboBox()
        for box, name, tip_words in (
            (self.right, tr("Dimension to the right"), tr("The dimension that runs to the right on the map")),
            (self.up, tr("Dimension upwards"), tr("The dimension that runs upwards on the map")),
        ):
            box.setAccessibleName(name)
            box.setToolTip(tip_words)
            box.activated.connect(self._on_axes_chosen)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.refit_button = QPushButton(tr("Refit"))
        self.refit_button.setToolTip(
            tr("Find the plane for the codes as they are now: the two dimensions that tell most, PCA or UMAP")
        )
        self.refit_button.clicked.connect(self.refit_wanted)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setAccessibleName(tr("Progress of UMAP"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip(tr("Leave the map as it is"))
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self._plane_words = QLabel(tr("Map:"))
        self._how, self._heading, self._message = QLabel(), QLabel(), QLabel()
        for label in (self._how, self._heading, self._message):
            label.setWordWrap(True)
            label.setProperty("muted", True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setContentsMargins(24, 24, 24, 0)
        self._name = QLabel()
        self.value = DecimalBox()
        self.value.setRange(-1e6, 1e6)
        self.value.setDecimals(3)
        self.value.setSingleStep(0.1)
        fit(self.value, minimum_width=70)
        self.value.setFont(tabular(self.value.font()))
        self.value.setKeyboardTracking(False)
        self.value.setAccessibleName(tr("Value of the dimension"))
        self.value.setToolTip(tr("The value of the dimension whose row was used last; type another one"))
        self.value.valueChanged.connect(self._on_typed)
        self.back_button = QPushButton()
        self.back_button.clicked.connect(self.back_wanted)
        self._lay_out()
        self.set_image("")
        self.set_idle()
        self.set_message("")

    def _lay_out(self) -> None:
        plane, foot = QFlowLayout(), QFlowLayout()  # as many beside each other as a narrow panel has room for
        for flow in (plane, foot):
            flow.setHorizontalSpacing(6)
            flow.setVerticalSpacing(6)
        for label in (self._plane_words, self._name):
            label.setMinimumHeight(self.refit_button.sizeHint().height())  # a flow does not centre
        for widget in (self._plane_words, self.kind, self.right, self.up, self.refit_button):
            plane.addWidget(widget)
        busy = QHBoxLayout()
        busy.addWidget(self.bar, 1)
        busy.addWidget(self.cancel_button)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(self.rows)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the rows take the keys, and scroll
        fit(self._scroll, minimum_height=120)
        for part in (self._name, self.value, self.back_button):
            foot.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addLayout(plane)
        layout.addLayout(busy)
        for widget in (self._how, self._heading, self._message):
            layout.addWidget(widget)
        layout.addWidget(self._scroll, 1)
        layout.addLayout(foot)
        layout.addStretch()

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure: the rows, under what they are."""
        return [self._heading, self.rows] if self.rows.has_images else []

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.rows.set_theme(theme)

    def set_message(self, words: str) -> None:
        """Say why there are no dimensions to show, or, with no words, show them."""
        self._message.setText(words)
        self._message.setVisible(bool(words))
        shown = (self._heading, self._scroll, self._name, self.value, self.back_button)
        for widget in (*shown, *(() if not words else self._choices)):
            widget.setVisible(not words)

    @property
    def _choices(self) -> tuple[QWidget, ...]:
        return (self._plane_words, self.kind, self.right, self.up, self.refit_button, self._how)

    @property
    def words(self) -> str:
        """All that is said: how a click is decoded, and what the rows are, or why there are none."""
        labels = (self._message,) if self._message.text() else (self._how, self._heading)
        return " ".join(label.text() for label in labels)

    def set_plane(self, kind: str | None, axes: tuple[int, int] | None, how: str, more: str = "") -> None:
        """Say what the map shows, and how a click on it is decoded; without a kind there is nothing to choose.

        `more` is the tooltip of that.
        """
        self._how.setToolTip(more)
        for widget in (self._plane_words, self.kind, self.refit_button):
            widget.setVisible(kind is not None)
        for box in (self.right, self.up):
            box.setVisible(kind == "axes")
        self._how.setVisible(bool(how))
        self._how.setText(how)
        if kind is not None:
            with QSignalBlocker(self.kind):
                self.kind.setCurrentIndex(self.kind.findData(kind))
        if axes is not None:
            for box, dimension in zip((self.right, self.up), axes, strict=True):
                with QSignalBlocker(box):
                    box.setCurrentIndex(box.findData(dimension))

    def set_rows(self, rows: Sequence[Dimension], axes: tuple[int, int] | None, has_rates: bool, heading: str) -> None:
        """Show these dimensions; `axes` are those of the map, if it shows two of them."""
        self._heading.setText(heading)
        listed = [(row.name, row.index) for row in rows]
        for box, dimension in zip((self.right, self.up), axes or (None, None), strict=True):
            with QSignalBlocker(box):
                if [(box.itemText(i), box.itemData(i)) for i in range(box.count())] != listed:
                    box.clear()
                    for name, index in listed:
                        box.addItem(name, index)
                box.setCurrentIndex(box.findData(dimension))
        self.rows.set_rows(rows, axes, has_rates)

    def set_values(self, values: np.ndarray) -> None:
        """Put the sliders to the values (D,) of all dimensions."""
        self.rows.set_values(values)
        self._show_value()

    def set_image(self, title: str) -> None:
        """Name the chosen image, or none."""
        self.back_button.setText(tr("To {image}", image=title) if title else tr("To the chosen image"))
        self.back_button.setEnabled(bool(title))
        self.back_button.setToolTip(tr("Give all dimensions the values that they have in the code of this image"))

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being done and the share done, in [0, 1]."""
        self.bar.setValue(round(1000 * share))
        self.bar.setFormat(f"{words} {100 * share:.0f} %")
        self.bar.setToolTip(words)
        self.bar.setAccessibleDescription(words)
        self._show_busy(True)

    def set_idle(self) -> None:
        """Nothing is being computed any more."""
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        for widget in (self.bar, self.cancel_button):
            widget.setVisible(busy)
        for box in (self.kind, self.right, self.up, self.refit_button):
            box.setEnabled(not busy)

    def _on_kind_chosen(self) -> None:
        self.kind_wanted.emit(self.kind.currentData())

    def _on_axes_chosen(self) -> None:
        right, up = self.right.currentData(), self.up.currentData()
        if right == up:  # the other one makes room
            before = self.rows.axes or (right, up)
            right, up = (right, before[0]) if self.sender() is self.right else (before[1], up)
        self.axes_wanted.emit(right, up)

    def _on_current_changed(self) -> None:
        self.rows.describe()
        self._show_value()

    def _show_value(self) -> None:
        current = self.rows.current
        if current is None:
            return
        self._name.setText(f"{current.name} =")
        with QSignalBlocker(self.value):
            self.value.setValue(self.rows.value_of(current))

    def _on_typed(self, value: float) -> None:
        if self.rows.current is not None:
            self.moved.emit(self.rows.current.index, value)


def amount(value: float) -> str:
    """How much a dimension tells, for reading: with as many digits as tell a collapsed one from others."""
    return number(value, 2 if value >= 0.1 else 3)


def amount_in_words(row: Dimension, has_rates: bool) -> str:
    """How much a dimension tells of the image, with its unit."""
    if not has_rates:
        return tr("variance {value}", value=amount(row.amount))
    words = tr("KL {value} nats per image", value=amount(row.amount))
    return f"{words}, {tr('collapsed')}" if row.is_collapsed else words
