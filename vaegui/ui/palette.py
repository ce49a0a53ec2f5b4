"""The command palette: everything the window can do, found by a few letters and done with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import (
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vaegui.ui.accessible import ElidingLabel, announce
from vaegui.ui.commands import Command, find, gather
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

WIDTH, ROWS = 620, 12  # pixels, and lines of the list at most
TOP, EDGE = 48, 16  # pixels from the window's upper edge, and from its sides at least
COMMAND = Qt.ItemDataRole.UserRole
TICK = "✓"


class Palette(QFrame):
    """A line to type in over a list of what answers it, at the top of the window.

    It is a part of the window and no window of its own: it closes when something else is clicked or takes the focus.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = None  # what had the focus
        self._commands: list[Command] = []
        self.hide()
        self.setObjectName("palette")
        self.setAccessibleName(tr("Find a command"))
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.line = QLineEdit()
        self.line.setPlaceholderText(tr("What do you want to do? Type any words of it, or its initials."))
        self.line.setAccessibleName(tr("Find a command"))
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._find)
        self.line.installEventFilter(self)
        self.list = QListView()
        self.list.setAccessibleName(tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFocusProxy(self.line)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setUniformItemSizes(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerItem)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._model = _Found()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Row(self.list))
        self.list.clicked.connect(self._on_clicked)
        self.words = ElidingLabel()
        self.words.setProperty("muted", True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        QApplication.instance().focusObjectChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    @property
    def shown(self) -> list[Command]:
        """The commands that are listed, from the top."""
        return self._model.commands

    @property
    def current(self) -> Command | None:
        """The command that Enter does."""
        index = self.list.currentIndex()
        return self._model.commands[index.row()] if index.isValid() else None

    def toggle(self) -> None:
        """Open it, or close it where it is open."""
        if self.isVisible():
            self.leave()
            return
        self._before = QApplication.focusWidget()
        self._commands = gather(self._window)
        self._window.installEventFilter(self)
        self.line.clear()
        self._find()
        self._place()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Close it, and give the focus back."""
        before, self._before = self._before, None
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self.hide()
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def hideEvent(self, event: QHideEvent) -> None:
        """Watch the window only while there is something to see."""
        self._window.removeEventFilter(self)
        super().hideEvent(event)

    # What it lists

    def _find(self) -> None:
        query = self.line.text()
        self._model.set_commands(find(self._commands, query, self._window.preferences.used_commands))
        self._go_to(0)
        if not self._model.commands:
            self.words.setText(tr("Nothing in this window is called so. Try fewer letters."))

    def _go_to(self, row: int) -> None:
        """Make a row the current one, and have it read out."""
        count = len(self._model.commands)
        if not count:
            return
        index = self._model.index(min(max(row, 0), count - 1))
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        command = self._model.commands[index.row()]
        self.words.setText(_first_line(command.tip) or command.place)
        self.line.setAccessibleDescription(_spoken(command))
        announce(self.list, _spoken(command))  # since the focus stays in the line

    def _place(self) -> None:
        width = min(WIDTH * self.fontMetrics().height() // 14, self._window.width() - 2 * EDGE)
        row = self.list.sizeHintForRow(0) if self._model.commands else 24
        around = self.sizeHint().height() - self.list.sizeHint().height()
        height = min(around + ROWS * row, self._window.height() - TOP - EDGE)
        self.setGeometry((self._window.width() - width) // 2, TOP, width, height)

    # What a person does

    def _do(self) -> None:
        chosen = self.current
        if chosen is None:
            return
        # Menus that were opened since may have been filled anew, and what was in them deleted.
        command = next((found for found in gather(self._window) if found.key == chosen.key), None)
        if command is None or not command.is_enabled:
            self.words.setText(tr("“{command}” cannot be done now.", command=chosen.name))
            announce(self.line, self.words.text())
            return
        used = self._window.preferences.used_commands
        self._window.preferences.used_commands = [command.key, *(key for key in used if key != command.key)]
        self.leave()
        command.act()

    def _on_clicked(self, index: QModelIndex) -> None:
        self._go_to(index.row())
        self._do()

    def _on_focus_changed(self, to: QObject | None) -> None:
        if self.isVisible() and isinstance(to, QWidget) and to is not self and not self.isAncestorOf(to):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that move in the list, and stay where the window's middle is."""
        if watched is self._window and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            page = max(self.list.viewport().height() // max(self.list.sizeHintForRow(0), 1) - 1, 1)
            steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
            key = Qt.Key(event.key())
            if key in steps:
                self._go_to(self.list.currentIndex().row() + steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._do()
                return True
            if key == Qt.Key.Key_Escape:
                self.leave()
                return True
        return super().eventFilter(watched, event)


def _spoken(command: Command) -> str:
    """A command as it is read out."""
    state = {None: "", True: tr("on"), False: tr("off")}[command.is_on]
    parts = (command.name, state, command.place, command.keys, "" if command.is_enabled else tr("cannot be done now"))
    return ", ".join(part for part in parts if part)


def _first_line(tip: str) -> str:
    """The words of a tip that stand in one line: nothing where it has a layout of its own."""
    return "" if "<" in tip else tip.split("\n")[0]


class _Found(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.commands: list[Command] = []

    def set_commands(self, commands: Sequence[Command]) -> None:
        self.beginResetModel()
        self.commands = list(commands)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return len(self.commands)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        command = self.commands[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return command.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return command.tip or command.place
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return _spoken(command)
        return command if role == COMMAND else None


class _Row(QStyledItemDelegate):
    """A tick, the name, where it is, and at the right its keys."""

    GAP = 12

    def __init__(self, shown_in: QListView) -> None:
        super().__init__(shown_in)
        self._list = shown_in

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """One line, with room to click."""
        return QSize(200, QFontMetrics(option.font).height() + 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw the row; what cannot be done now is muted."""
        command: Command = index.data(COMMAND)
        palette, metrics = option.palette, QFontMetrics(option.font)
        area: QRect = option.rect
        is_current = index == self._list.currentIndex()
        text, muted = palette.color(QPalette.ColorRole.Text), palette.color(QPalette.ColorRole.PlaceholderText)
        if is_current:
            painter.fillRect(area, palette.color(QPalette.ColorRole.Mid))
            painter.fillRect(QRect(area.topLeft(), QSize(3, area.height())), palette.color(QPalette.ColorRole.Accent))
        painter.setFont(option.font)
        middle = Qt.AlignmentFlag.AlignVCenter
        left, right = area.left() + self.GAP, area.right() - self.GAP
        tick = metrics.horizontalAdvance(TICK)
        painter.setPen(QPen(text if command.is_enabled else muted))
        if command.is_on:
            painter.drawText(QRect(left, area.top(), tick, area.height()), middle, TICK)
        left += tick + self.GAP // 2
        keys = metrics.horizontalAdvance(command.keys)
        room = right - left - (keys + self.GAP if keys else 0)
        name = metrics.elidedText(command.name, Qt.TextElideMode.ElideMiddle, room)
        painter.drawText(QRect(left, area.top(), room, area.height()), middle, name)
        taken = metrics.horizontalAdvance(name) + self.GAP
        painter.setPen(QPen(muted))
        if room - taken > 3 * self.GAP:
            place = metrics.elidedText(command.place, Qt.TextElideMode.ElideRight, room - taken)
            painter.drawText(QRect(left + taken, area.top(), room - taken, area.height()), middle, place)
        if keys:
            painter.drawText(
                QRect(QPoint(right - keys, area.top()), QSize(keys + 1, area.height())), middle, command.keys
            )
