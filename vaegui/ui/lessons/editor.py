"""The words of a lesson: title, author, and of each step what it says; in which order they come."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QUndoStack
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vaegui.lessons import Lesson, State
from vaegui.lessons.content import LONGEST_QUESTION, LONGEST_TEXT, LONGEST_TITLE, UNSEEN
from vaegui.words import tr


class LessonEditor(QDialog):
    """Beside the window, which stays of use: whoever edits a step can look at what it shows.

    What is written counts when its field is left, and can be taken back (Ctrl+Z in the list).

    Signals:
        edited: the lesson as it is to be, and in a word or two what was done.
        chosen: the number of the step that is to be shown.
        retake_wanted: the number of the step that is to show what the window shows now.
    """

    edited = Signal(object, str)
    chosen = Signal(int)
    retake_wanted = Signal(int)

    def __init__(self, undo: QUndoStack, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Words of the lesson"))
        self.resize(760, 520)
        self._lesson = Lesson("")
        self._is_filling = False
        self.lesson_title, self.author, self.title = QLineEdit(), QLineEdit(), QLineEdit()
        self.text, self.question, self.notes = QPlainTextEdit(), QPlainTextEdit(), QPlainTextEdit()
        fields: tuple[tuple[str, QLineEdit | QPlainTextEdit], ...] = (
            (tr("Title of the step"), self.title),
            (tr("What it says"), self.text),
            (tr("What to try"), self.question),
            (tr("Notes of your own"), self.notes),
        )
        self.text.setPlaceholderText(tr("A paragraph. *Between asterisks* is emphasised."))
        for line in (self.lesson_title, self.author, self.title):
            line.setMaxLength(LONGEST_TITLE)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Steps"))
        self.list.currentRowChanged.connect(self._on_row_changed)
        self.up_button, self.down_button = QPushButton(tr("&Up")), QPushButton(tr("D&own"))
        self.retake_button, self.delete_button = QPushButton(tr("Take what is &shown")), QPushButton(tr("D&elete"))
        self.retake_button.setToolTip(tr("Let this step show what the window shows now; its words stay"))
        self.delete_button.setToolTip(tr("Remove the step from the lesson (Del); Ctrl+Z brings it back"))
        self.up_button.clicked.connect(lambda: self._move(-1))
        self.down_button.clicked.connect(lambda: self._move(1))
        self.retake_button.clicked.connect(lambda: self._with_current(self.retake_wanted.emit))
        self.delete_button.clicked.connect(lambda: self._with_current(self._delete))
        delete = QAction(tr("Delete"), self.list, shortcut=QKeySequence("Del"))
        delete.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        delete.triggered.connect(lambda: self._with_current(self._delete))
        self.list.addAction(delete)
        self.undo_button, self.redo_button = QPushButton(tr("U&ndo")), QPushButton(tr("&Redo"))
        undo_action, redo_action = undo.createUndoAction(self, tr("Undo")), undo.createRedoAction(self, tr("Redo"))
        undo_action.setShortcuts(QKeySequence.StandardKey.Undo)
        redo_action.setShortcuts(QKeySequence.StandardKey.Redo)
        self.addActions([undo_action, redo_action])
        for button, act, possible in (
            (self.undo_button, undo.undo, undo.canUndoChanged),
            (self.redo_button, undo.redo, undo.canRedoChanged),
        ):
            button.clicked.connect(act)
            button.setEnabled(False)
            possible.connect(button.setEnabled)
        self.close_button = QPushButton(tr("&Close"))
        self.close_button.clicked.connect(self.close)
        whole = QFormLayout()
        whole.addRow(tr("&Lesson"), self.lesson_title)
        whole.addRow(tr("&Author"), self.author)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.list, 1)
        for pair in ((self.up_button, self.down_button), (self.undo_button, self.redo_button)):
            row = QHBoxLayout()
            for button in pair:
                row.addWidget(button)
            left.addLayout(row)
        left.addWidget(self.retake_button)
        left.addWidget(self.delete_button)
        for words, field in fields:
            label = QLabel(words)
            label.setBuddy(field)
            field.setAccessibleName(words)
            right.addWidget(label)
            right.addWidget(field, 3 if field is self.text else 1 if isinstance(field, QPlainTextEdit) else 0)
            if isinstance(field, QPlainTextEdit):
                field.setTabChangesFocus(True)
        for any_field in (self.lesson_title, self.author, *(field for _, field in fields)):
            any_field.installEventFilter(self)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addLayout(left, 2)
        halves.addLayout(right, 5)
        right.setSpacing(4)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addLayout(whole)
        layout.addLayout(halves, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        for button in self.findChildren(QPushButton):  # Enter belongs to the fields
            button.setAutoDefault(False)

    # What is edited

    def set_lesson(self, lesson: Lesson, number: int) -> None:
        """Edit a lesson, at first its step of this number."""
        self._lesson = lesson
        self._is_filling = True
        titles = [f"{index + 1}  {state.title}" for index, state in enumerate(lesson.states)]
        if titles != [self.list.item(index).text() for index in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(titles)
        self.list.setCurrentRow(min(number, len(titles) - 1))
        _set(self.lesson_title, lesson.title)
        _set(self.author, lesson.author)
        self._is_filling = False
        self._fill()

    def _fill(self) -> None:
        number = self.list.currentRow()
        state = self._lesson.states[number] if 0 <= number < len(self._lesson.states) else None
        for field, text in (
            (self.title, state.title if state else ""),
            (self.text, state.text if state else ""),
            (self.question, state.question if state else ""),
            (self.notes, state.notes if state else ""),
        ):
            _set(field, text)
            field.setEnabled(state is not None)
        for button in (self.retake_button, self.delete_button):
            button.setEnabled(state is not None)
        self.up_button.setEnabled(number > 0)
        self.down_button.setEnabled(0 <= number < len(self._lesson.states) - 1)

    def commit(self) -> None:
        """Let what was written count."""
        if self._is_filling:
            return
        lesson = replace(
            self._lesson,
            title=_read(self.lesson_title, LONGEST_TITLE) or self._lesson.title,
            author=_read(self.author, LONGEST_TITLE),
        )
        number = self.list.currentRow()
        if 0 <= number < len(lesson.states):
            before = lesson.states[number]
            written = replace(
                before,
                title=_read(self.title, LONGEST_TITLE) or before.title,
                text=_read(self.text, LONGEST_TEXT),
                question=_read(self.question, LONGEST_QUESTION),
                notes=_read(self.notes, LONGEST_TEXT),
            )
            lesson = _with(lesson, number, written)
        if lesson != self._lesson:
            self._lesson = lesson
            self.edited.emit(lesson, tr("edit the words"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is written counts when its field is left."""
        if event.type() == QEvent.Type.FocusOut:
            self.commit()
        return super().eventFilter(watched, event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing that was written is lost when it is closed."""
        self.commit()
        super().hideEvent(event)

    # Steps

    def _on_row_changed(self, number: int) -> None:
        if not self._is_filling and number >= 0:
            self._fill()
            self.chosen.emit(number)

    def _with_current(self, act: Callable[[int], object]) -> None:
        self.commit()
        if 0 <= self.list.currentRow() < len(self._lesson.states):
            act(self.list.currentRow())

    def _move(self, by: int) -> None:
        self.commit()
        states, number = list(self._lesson.states), self.list.currentRow()
        if 0 <= number < len(states) and 0 <= number + by < len(states):
            states.insert(number + by, states.pop(number))
            self.edited.emit(replace(self._lesson, states=tuple(states)), tr("move a step"))
            self.list.setCurrentRow(number + by)

    def _delete(self, number: int) -> None:
        states = list(self._lesson.states)
        states.pop(number)
        self.edited.emit(replace(self._lesson, states=tuple(states)), tr("delete a step"))


def _with(lesson: Lesson, number: int, state: State) -> Lesson:
    states = list(lesson.states)
    states[number] = state
    return replace(lesson, states=tuple(states))


def _read(field: QLineEdit | QPlainTextEdit, longest: int) -> str:
    """What a field says, within what a lesson can say."""
    text = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
    return UNSEEN.sub(" ", text).strip()[:longest]


def _set(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    """Fill a field in; where it says so already, its cursor stays."""
    if isinstance(field, QLineEdit):
        if field.text() != text:
            field.setText(text)
    elif field.toPlainText() != text:
        field.setPlainText(text)
