"""A walk through the latent space: its pins, a strip of decoded images, and how much data there is along it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QPointF, QRectF, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAction,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QSlider,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vaegui.ui.accessible import announce, set_role, show_only
from vaegui.ui.pins import Pin
from vaegui.ui.theme import LETTERS, LIGHT, Axis, Theme, fit, number, run_colour, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import tr

KINDS = {
    "straight": tr("straight line"),
    "spherical": tr("spherical: around the origin"),
    "shortest": tr("shortest in images"),
}
EMPTY = tr(
    "Choose the path tool above the map (W) and drag from one place to another: the images on the way stand here. "
    "Near a code the pin takes its image, so that another run can walk between the same two."
)
PIN = Qt.ItemDataRole.UserRole
STEPS = 1000  # of the slider
PLAY_SECONDS = 5.0
TICK_MS = 33


@dataclass(frozen=True)
class Walk:
    """One run's way through its latent space."""

    index: int  # of the run: 0 is A
    frames: tuple[QImage, ...]  # at equal steps along the path
    counts: np.ndarray  # (T,) codes nearby, at equal steps, too, with as many between two frames
    density: np.ndarray | None  # (T,) of the aggregate posterior q(z), or of the two dimensions that are on the map
    expected: np.ndarray | None  # (T,) codes that would be nearby on the map if they were spread as that is
    words: str  # its length, in images

    def at_frames(self, values: np.ndarray) -> np.ndarray:
        """Those of values (T,) that belong to frames (F,)."""
        chosen: np.ndarray = values[:: (len(values) - 1) // (len(self.frames) - 1)]
        return chosen


class StripView(QWidget):
    """Rows of decoded images from left to right, one row for each run; a click or a drag goes along the path.

    Signals:
        scrubbed: how far along the path, 0…1.
    """

    scrubbed = Signal(float)
    GUTTER = 44  # for letters; the curves below have an axis of this width, so that both are level

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walks: Sequence[Walk] = ()
        self._position: float | None = None
        self.setFont(tabular(self.font()))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Images along the path"))
        set_role(self, QAccessible.Role.Graphic)
        self.setToolTip(
            tip(
                "aggregate posterior",
                does=tr(
                    "The mean of p(x|z) at equal steps along the path. Below each the number of codes nearby (0 is a "
                    "hole in the data, where the decoder is on its own) and the density q(z); where codes have more "
                    "than two dimensions, both on the map’s two axes. Click or drag to go along."
                ),
            )
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def set_walks(self, walks: Sequence[Walk]) -> None:
        """Show other strips."""
        self._walks = walks
        self._describe()
        self.updateGeometry()
        self.update()

    @property
    def walks(self) -> Sequence[Walk]:
        """What is shown."""
        return self._walks

    def set_position(self, share: float | None) -> None:
        """Mark how far along the path one is; None when one is elsewhere."""
        self._position = share
        self._describe()
        self.update()

    def _describe(self) -> None:
        """Say which image one is at and how much data there is, to those who do not see it."""
        if not self._walks or self._position is None:
            self.setAccessibleDescription("")
            return
        last = len(self._walks[0].frames) - 1
        place = round(self._position * last)
        near = ", ".join(
            f"{LETTERS[walk.index]}: {number(float(walk.at_frames(walk.counts)[place]), 0)}" for walk in self._walks
        )
        self.setAccessibleDescription(
            tr("Image {image} of {images}; codes nearby {counts}", image=place + 1, images=last + 1, counts=near)
        )

    def sizeHint(self) -> QSize:
        """Room for a row of images and their numbers for each run."""
        return QSize(400, max(1, len(self._walks)) * (48 + 2 * self._line()))

    def minimumSizeHint(self) -> QSize:
        """Small rows."""
        return QSize(200, max(1, len(self._walks)) * (32 + 2 * self._line()))

    def _line(self) -> int:
        return self.fontMetrics().height()

    def frame_rect(self, row: int, number: int) -> QRectF:
        """Where an image lies in the widget."""
        count = len(self._walks[row].frames)
        height = self.height() / len(self._walks)
        pitch = (self.width() - scaled(self.GUTTER)) / count
        side = max(8.0, min(pitch - 4, height - 2 * self._line() - 6, 96.0))
        middle = scaled(self.GUTTER) + (number + 0.5) * pitch
        return QRectF(middle - side / 2, row * height + 2, side, side)

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The image at a place, or without one the image nearest to where one is, and its number along the path."""
        for row, walk in enumerate(self._walks):
            last = len(walk.frames) - 1
            if place is None:
                number_of = round((self._position or 0.0) * last)
                return number_of, walk.frames[number_of]
            for number_of, frame in enumerate(walk.frames):
                if self.frame_rect(row, number_of).contains(place):
                    return number_of, frame
        return None

    def share_of(self, number_of: int) -> float:
        """How far along the path an image is, 0…1."""
        return number_of / max(len(self._walks[0].frames) - 1, 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the place under the pointer."""
        self._scrub(event.position().x())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer while the button is down."""
        self._scrub(event.position().x())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go one image further, Home and End to the first and the last."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -math.inf, Qt.Key.Key_End: math.inf}
        step = steps.get(Qt.Key(event.key()))
        if step is None or not self._walks or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
            return
        share = (self._position or 0.0) + step / max(len(self._walks[0].frames) - 1, 1)
        self.scrubbed.emit(min(max(share, 0.0), 1.0))
        announce(self, self.accessibleDescription())

    def _scrub(self, x: float) -> None:
        if self._walks:
            first, last = (self.frame_rect(0, n).center().x() for n in (0, len(self._walks[0].frames) - 1))
            self.scrubbed.emit(min(max((x - first) / max(last - first, 1.0), 0.0), 1.0))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the images, the number of codes near each, and a line where one is."""
        if not self._walks:
            return
        painter = QPainter(self)
        palette, centre = self.palette(), Qt.AlignmentFlag.AlignCenter
        for row, walk in enumerate(self._walks):
            near = walk.at_frames(walk.counts)
            densities = None if walk.density is None else walk.at_frames(walk.density)
            for number_of, frame in enumerate(walk.frames):
                box = self.frame_rect(row, number_of)
                painter.drawImage(box, frame)
                painter.setPen(QPen(palette.mid().color(), 1))
                painter.drawRect(box)
                painter.setPen(palette.text().color())
                words = QRectF(box.center().x() - 40, box.bottom() + 1, 80, self._line())
                painter.drawText(words, centre, number(float(near[number_of]), 0))
                has_room = self.fontMetrics().horizontalAdvance("0.0000") < self.width() / len(walk.frames)
                if densities is not None and has_room:
                    painter.setPen(palette.placeholderText().color())
                    painter.drawText(words.translated(0, self._line()), centre, _short(densities[number_of]))
            if len(self._walks) > 1:
                box = self.frame_rect(row, 0)
                painter.setPen(palette.text().color())
                painter.drawText(QRectF(0, box.top(), scaled(self.GUTTER), box.height()), centre, LETTERS[walk.index])
        if self._position is None:
            return
        first, last = (self.frame_rect(0, n).center().x() for n in (0, len(self._walks[0].frames) - 1))
        x = first + self._position * (last - first)
        painter.setPen(QPen(palette.highlight().color(), 2))
        painter.drawLine(QPointF(x, 0), QPointF(x, self.height()))


def _short(density: float) -> str:
    """Write a density in the width of an image."""
    digits = 2 if density >= 0.01 else 1
    return f"{density:.{digits}g}".replace("e-0", "e−").replace("e-", "e−")


class PathPanel(QWidget):
    """Pins at the left, strips and curves at the right.

    Signals:
        kind_changed: one of `KINDS`.
        pins_edited: the pins, in another order, with another name, or fewer of them; and what was done.
        pin_wanted: set a pin at the target.
        scrubbed: how far along the path, 0…1.
        film_wanted: make a film of the walk.
    """

    kind_changed = Signal(str)
    pin_wanted = Signal()
    pins_edited = Signal(tuple, str)
    scrubbed = Signal(float)
    film_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._is_filling = False
        self.kind = QComboBox()
        for name, words in KINDS.items():
            self.kind.addItem(words, name)
        self.kind.setAccessibleName(tr("Kind of path"))
        self.kind.setToolTip(
            tip(
                "geodesic",
                "pull-back metric",
                does=tr(
                    "<b>straight line</b> between the pins<br>"
                    "<b>spherical</b> the angle and the distance from the origin change evenly: it stays where a "
                    "Gaussian prior in many dimensions has its mass<br>"
                    "<b>shortest in images</b> a geodesic of the decoder’s pull-back metric"
                ),
            )
        )
        self.kind.currentIndexChanged.connect(lambda: self.kind_changed.emit(self.kind.currentData()))
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Pins"))
        self.list.setToolTip(
            tr("The pins of the path: drag to reorder, F2 to rename, Del to remove; Ctrl+Z takes it back")
        )
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.list.itemChanged.connect(self._on_renamed)
        self.list.model().rowsMoved.connect(self._on_moved)
        here = Qt.ShortcutContext.WidgetShortcut
        remove = QAction(tr("Remove"), self.list, shortcut=QKeySequence("Del"), shortcutContext=here)
        remove.triggered.connect(self._on_removed)
        rename = QAction(tr("Rename"), self.list, shortcut=QKeySequence("F2"), shortcutContext=here)
        rename.triggered.connect(self._on_rename)
        self.list.addActions([rename, remove])
        for words, keys, step in ((tr("Move up"), "Alt+Up", -1), (tr("Move down"), "Alt+Down", 1)):
            action = QAction(words, self.list, shortcut=QKeySequence(keys), shortcutContext=here)
            action.triggered.connect(partial(self._on_move_wanted, step))
            self.list.addAction(action)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.pin_button = QPushButton(tr("&Pin"))
        self.pin_button.setToolTip(tr("Set a pin at the target"))
        self.pin_button.clicked.connect(self.pin_wanted)
        self.clear_button = QPushButton(tr("Clear"))
        self.clear_button.setToolTip(tr("Remove all pins (Ctrl+Z takes it back)"))
        self.clear_button.clicked.connect(lambda: self.pins_edited.emit((), tr("remove all pins")))
        self.play_button = QPushButton(tr("Pla&y"))
        self.play_button.setCheckable(True)
        self.play_button.setToolTip(tr("Walk along the path and back: the target moves, and the image with it"))
        self.play_button.toggled.connect(self._on_play_toggled)
        self.film_button = QPushButton(tr("Fil&m…"))
        self.film_button.setToolTip(
            tr("Make a GIF or an MP4 of the walk: the map with the moving target, and the image")
        )
        self.film_button.clicked.connect(self.film_wanted)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS)
        self.slider.setAccessibleName(tr("Position along the path"))
        self.slider.setToolTip(tr("How far along the path the target is"))
        self.slider.valueChanged.connect(self._on_slid)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        self._step = STEPS * TICK_MS / (PLAY_SECONDS * 1000)
        self._exact = 0.0
        self.strip = StripView()
        self.strip.scrubbed.connect(self._on_strip_scrubbed)
        self._words = QLabel()
        self._words.setProperty("muted", True)
        self._words.setWordWrap(True)
        self._words.setFont(tabular(self._words.font()))
        self.plot = self._make_plot()
        self._line = pg.InfiniteLine(angle=90)
        self._curves: list[tuple[pg.PlotDataItem, pg.PlotDataItem]] = []
        self._line.hide()
        self.plot.addItem(self._line, ignoreBounds=True)
        self._empty = QLabel(EMPTY)
        self._empty.setWordWrap(True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._build_layout()
        self.set_pins((), {})
        self.set_walks(())

    def _build_layout(self) -> None:
        left = QVBoxLayout()
        left.addWidget(self.kind)
        buttons = QHBoxLayout()
        for button in (self.pin_button, self.play_button, self.film_button, self.clear_button):
            fit(button, minimum_width=40)
            buttons.addWidget(button, 1)
        left.addLayout(buttons)  # above what grows with the runs, which low panels scroll to
        fit(self.list, minimum_height=48)
        left.addWidget(self.list, 1)
        left.addWidget(self._words)
        column = QWidget()
        column.setLayout(left)
        left.setContentsMargins(0, 0, 0, 0)
        fit(column, width=210)
        content = QWidget()
        right = QVBoxLayout(content)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(2)
        right.addWidget(self.strip, 3)
        right.addWidget(self.slider)
        right.addWidget(self.plot, 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(content)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 4)
        layout.addWidget(column)
        layout.addWidget(self._stack, 1)

    def _make_plot(self) -> pg.PlotWidget:
        widget = pg.PlotWidget(axisItems={side: Axis(side) for side in ("bottom", "left")}, enableMenu=False)
        widget.setMinimumHeight(72)
        widget.setToolTip(
            tr(
                "How many codes are nearby along the path: counted (solid), and as many as there would be if the codes "
                "were spread as the aggregate posterior q(z) is (dashed): N · area · q(z). Where codes have more than "
                "two dimensions, both are on the map."
            )
        )
        show_only(widget, tr("Codes nearby along the path"))
        plot = widget.getPlotItem()
        plot.setMouseEnabled(x=False, y=False)
        plot.hideButtons()
        plot.showGrid(y=True, alpha=0.12)
        plot.setLabel("left", tr("codes"))
        plot.getAxis("bottom").setStyle(showValues=False)
        plot.setContentsMargins(0, 0, 0, 0)
        plot.getAxis("left").setWidth(StripView.GUTTER)
        return widget

    # What is shown

    def set_pins(self, pins: tuple[Pin, ...], labels: dict[int, str]) -> None:
        """List pins; `labels` says what the test images they belong to are."""
        current = self.list.currentRow()
        self._is_filling = True  # the list's own model must go on telling the list
        with QSignalBlocker(self.list):
            self.list.clear()
            for pin in pins:
                item = QListWidgetItem(pin.name, self.list)
                item.setData(PIN, pin)
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable & ~Qt.ItemFlag.ItemIsDropEnabled)
                x, y = (number(value) for value in pin.place)
                item.setToolTip(
                    tr("a place, z = ({x}, {y})", x=x, y=y)
                    if pin.row is None
                    else tr(
                        "test image {row:,} ({class_name}), z = ({x}, {y})",
                        row=pin.row,
                        class_name=labels.get(pin.row, "?"),
                        x=x,
                        y=y,
                    )
                )
            self.list.setCurrentRow(min(current, len(pins) - 1))
        self._is_filling = False
        self.clear_button.setEnabled(bool(pins))

    def set_walks(self, walks: Sequence[Walk]) -> None:
        """Show the strips and the curves of one run or several, or none."""
        self._stack.setCurrentIndex(1 if walks else 0)
        self.play_button.setEnabled(bool(walks))
        self.film_button.setEnabled(bool(walks))
        if not walks:
            self.play_button.setChecked(False)
        self.strip.set_walks(walks)
        for curve in itertools.chain(*self._curves):
            self.plot.removeItem(curve)
        self._curves = []
        for walk in walks:
            share = np.linspace(0, 1, len(walk.counts))
            counted = self.plot.plot(share, walk.counts)
            expected = self.plot.plot() if walk.expected is None else self.plot.plot(share, walk.expected)
            self._curves.append((counted, expected))
        if walks:  # q(z) may have peaks far above, where posteriors are narrow
            half = 0.5 / (len(walks[0].frames) - 1)  # an image is as wide as the way to the next
            self.plot.setXRange(-half, 1 + half, padding=0)
            self.plot.setYRange(0, 1.2 * max(max(walk.counts.max() for walk in walks), 1), padding=0)
        self._colour()
        several = len(walks) > 1
        self._words.setText("\n".join(f"{LETTERS[w.index]}: {w.words}" if several else w.words for w in walks))

    def set_busy(self, words: str) -> None:
        """Say what is being computed."""
        self._words.setText(words)

    @property
    def words(self) -> str:
        """What is said below the curves."""
        return self._words.text()

    @property
    def position(self) -> float:
        """How far along the path, 0…1."""
        return self.slider.value() / STEPS

    def leave(self) -> None:
        """Mark no position: the target was moved off the path, or the path from under it."""
        self.strip.set_position(None)
        self._line.hide()

    @property
    def is_marked(self) -> bool:
        """Whether a position is marked."""
        return bool(self._line.isVisible())

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure."""
        return [self.strip, self.plot, self._words] if self.strip.walks else []

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.plot.setBackground(theme.base)
        for side in ("bottom", "left"):
            self.plot.getPlotItem().getAxis(side).set_theme(theme)
        self._line.setPen(pg.mkPen(theme.accent, width=2 * theme.line))
        self._colour()

    def _colour(self) -> None:
        for (counted, expected), walk in zip(self._curves, self.strip.walks, strict=True):
            colour = run_colour(self._theme, walk.index)
            counted.setPen(pg.mkPen(colour, width=2 * self._theme.line))
            expected.setPen(pg.mkPen(colour, width=1.2 * self._theme.line, style=Qt.PenStyle.DashLine))

    # What a person does

    def _pins(self) -> tuple[Pin, ...]:
        return tuple(
            replace(item.data(PIN), name=item.text()) for item in map(self.list.item, range(self.list.count())) if item
        )

    def _on_renamed(self, item: QListWidgetItem) -> None:
        if item.text().strip():
            self.pins_edited.emit(self._pins(), tr("rename a pin"))
        else:
            item.setText(item.data(PIN).name)

    def _on_moved(self) -> None:
        if not self._is_filling:
            # Once the list has dealt with the drop.
            QTimer.singleShot(0, self, lambda: self.pins_edited.emit(self._pins(), tr("reorder pins")))

    def _on_move_wanted(self, step: int) -> None:
        pins, row = list(self._pins()), self.list.currentRow()
        if 0 <= row < len(pins) and 0 <= row + step < len(pins):
            pins.insert(row + step, pins.pop(row))
            self.pins_edited.emit(tuple(pins), tr("reorder pins"))
            self.list.setCurrentRow(row + step)

    def _on_rename(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item)

    def _on_removed(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            pins = self._pins()
            self.pins_edited.emit((*pins[:row], *pins[row + 1 :]), tr("remove a pin"))

    def _on_slid(self) -> None:
        self._show_position()
        self.scrubbed.emit(self.position)

    def _on_strip_scrubbed(self, share: float) -> None:
        self.slider.setValue(round(share * STEPS))

    def _show_position(self) -> None:
        self.strip.set_position(self.position)
        self._line.setValue(self.position)
        self._line.show()

    def _on_play_toggled(self, playing: bool) -> None:
        self.play_button.setText(tr("Pause") if playing else tr("Pla&y"))
        self._exact = float(self.slider.value())
        if playing:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_tick(self) -> None:
        self._exact += self._step
        if not 0 <= self._exact <= STEPS:
            self._step = -self._step
            self._exact = min(max(self._exact, 0.0), float(STEPS))
        self.slider.setValue(round(self._exact))
