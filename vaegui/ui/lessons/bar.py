"""The bar above the map while a lesson is open: what the step says, what to try, and the way on."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaegui.lessons import State
from vaegui.ui.accessible import ElidingLabel
from vaegui.words import tr

GAP = 26  # pixels between the words and what to try
LINES, LINES_OF_LITTLE, LITTLE = 4, 3, 800  # of text at most; fewer in a window of less than so many pixels
MOST_OF_WINDOW = 0.11  # of its height, for the words
EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")


def as_html(text: str) -> str:
    """Plain text with *emphasis* as a label's rich text; nothing else in it means anything."""
    return EMPHASIS.sub(r"<i>\1</i>", html.escape(text)).replace("\n", "<br>")


class LessonBar(QWidget):
    """Title, place, words and question of a step; Back, Next, a list of the steps, and Close.

    Signals:
        back_wanted, next_wanted: the step before, the step after.
        step_wanted: the number of a step, from 0.
        again_wanted: set the window up for this step once more.
        download_wanted, folder_wanted: get the dataset that `set_note` speaks of.
        close_wanted: leave the lesson.
        grown: it takes another height.
    """

    back_wanted = Signal()
    next_wanted = Signal()
    step_wanted = Signal(int)
    again_wanted = Signal()
    download_wanted = Signal()
    folder_wanted = Signal()
    close_wanted = Signal()
    grown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lesson_label = ElidingLabel()
        self.lesson_label.setTextFormat(Qt.TextFormat.PlainText)  # a stranger's words
        self.lesson_label.setProperty("muted", True)
        self.steps_button = QToolButton()
        self.steps_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.steps_button.setToolTip(tr("Go to any step"))
        self.steps_button.setAccessibleName(tr("Steps"))
        self.steps_menu = QMenu(self.steps_button)
        self.steps_button.setMenu(self.steps_menu)
        self.steps_menu.triggered.connect(lambda action: self.step_wanted.emit(action.data()))
        self.title = ElidingLabel()
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setProperty("heading", True)
        self.notes_button = QToolButton()
        self.notes_button.setText(tr("Notes"))
        self.notes_button.setCheckable(True)
        self.notes_button.setToolTip(tr("What the author noted for whoever teaches this step"))
        self.notes_button.toggled.connect(self._fit)
        self.again_button = QPushButton(tr("Show &again"))
        self.again_button.setToolTip(tr("Set the window up for this step once more"))
        self.back_button, self.next_button = QPushButton(tr("‹ &Back")), QPushButton(tr("&Next ›"))
        self.back_button.setToolTip(tr("The step before (Alt+Left)"))
        self.next_button.setToolTip(tr("The next step (Alt+Right)"))
        self.close_button = QPushButton(tr("&Close"))
        self.close_button.setToolTip(tr("Leave the lesson; the window becomes what it was before"))
        self.again_button.clicked.connect(self.again_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self.next_button.clicked.connect(self.next_wanted)
        self.close_button.clicked.connect(self.close_wanted)
        self.text, self._text_scroll = _scrolling(tr("Text of the step"))
        self.question, self._question_scroll = _scrolling(tr("What to try"))
        self.notes, self._notes_scroll = _scrolling(tr("Notes"))
        self._line = _Rule()
        self.note = QLabel()
        self.note.setWordWrap(True)
        self.note.setProperty("muted", True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.download_button, self.folder_button = QPushButton(), QPushButton(tr("Point to a folder…"))
        self.download_button.clicked.connect(self.download_wanted)
        self.folder_button.clicked.connect(self.folder_wanted)
        self._note_row = QWidget()
        self._build_layout()
        self.set_note("")
        here = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for key, words, signal in (
            ("PgUp", tr("Step back"), self.back_wanted),
            ("PgDown", tr("Step forward"), self.next_wanted),
        ):
            # Words for the page of keys. As its text they would make a second command of that name.
            action = QAction(self, toolTip=words, shortcut=QKeySequence(key), shortcutContext=here)
            action.triggered.connect(signal)
            self.addAction(action)

    def _build_layout(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.lesson_label)
        top.addWidget(self.steps_button)
        top.addWidget(self.title, 1)
        for button in (self.notes_button, self.again_button, self.back_button, self.next_button, self.close_button):
            top.addWidget(button)
        self._words = QWidget()
        words = QHBoxLayout(self._words)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(12)
        words.addWidget(self._text_scroll, 5)
        words.addWidget(self._line)
        words.addWidget(self._question_scroll, 3)
        note = QHBoxLayout(self._note_row)
        note.setContentsMargins(0, 0, 0, 0)
        note.addWidget(self.note, 1)
        note.addWidget(self.download_button)
        note.addWidget(self.folder_button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 4, 12, 4)
        self._column.setSpacing(4)
        self._column.addLayout(top)
        for part in (self._words, self._notes_scroll, self._note_row):
            self._column.addWidget(part)

    # What it says

    def set_lesson(self, title: str, steps: Sequence[str]) -> None:
        """Show another lesson: its title, and those of its steps."""
        self.lesson_label.setText(title)
        self._fit_title()
        self.steps_menu.clear()
        for number, step in enumerate(steps):
            action = self.steps_menu.addAction(f"{number + 1}  {step}".replace("&", "&&"))
            action.setData(number)
            action.setCheckable(True)

    def set_step(self, number: int, state: State | None) -> None:
        """Show a step by its number from 0; None where the lesson has none yet."""
        actions = self.steps_menu.actions()
        count = len(actions)
        for action in actions:
            action.setChecked(action.data() == number)
        self.steps_button.setText(
            tr("{number} of {count}", number=number + 1, count=count) if state else tr("no steps yet")
        )
        self.steps_button.setAccessibleName(
            tr("Step {number} of {count}: go to any step", number=number + 1, count=count) if state else tr("No steps")
        )
        self.steps_button.setEnabled(count > 1)
        self.title.setText(state.title if state else "")
        self.text.setText(
            as_html(state.text)
            if state
            else tr(
                "Set the window up as it is to be seen, then choose <i>Add what is shown as a step</i> in the menu "
                "Lessons. <i>Edit words…</i> says what there is to see."
            )
        )
        question = state.question if state else ""
        self.question.setText(tr("<b>Try:</b> {question}", question=as_html(question)) if question else "")
        self.notes.setText(as_html(state.notes) if state else "")
        for part in (self._question_scroll, self._line):
            part.setVisible(bool(question))
        self.notes_button.setVisible(bool(state and state.notes))
        for scroll in (self._text_scroll, self._question_scroll, self._notes_scroll):
            scroll.verticalScrollBar().setValue(0)
        self._enable(number > 0, number < count - 1)
        self.again_button.setEnabled(state is not None)
        self.setAccessibleName(
            tr("Lesson, step {number} of {count}: {title}", number=number + 1, count=count, title=state.title)
            if state
            else tr("Lesson")
        )
        self._fit()

    def _enable(self, back: bool, forward: bool) -> None:
        """A button that cannot be pressed any more hands the focus to the other one: keys go on working."""
        pairs = ((self.back_button, back, self.next_button), (self.next_button, forward, self.back_button))
        for button, possible, other in sorted(pairs, key=lambda pair: not pair[1]):
            if not possible and button.hasFocus():
                (other if other.isEnabled() else self.close_button).setFocus()
            button.setEnabled(possible)

    def set_note(self, words: str, megabytes: float | None = None) -> None:
        """Say what is not as the step would have it; with a size, also offer to get the dataset (0: a folder only)."""
        self.note.setText(words)
        self.download_button.setText(tr("Download {megabytes:.0f} MB", megabytes=megabytes or 0))
        self.download_button.setVisible(bool(megabytes))
        self.folder_button.setVisible(megabytes is not None)
        self._note_row.setVisible(bool(words))
        self._fit()

    # How large it is

    def _fit_title(self) -> None:
        """As wide as it is, unless that is more than a quarter of the bar."""
        wanted = self.lesson_label.fontMetrics().horizontalAdvance(self.lesson_label.text()) + 4
        self.lesson_label.setFixedWidth(max(min(wanted, self.width() // 4), 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_words"):
            QTimer.singleShot(0, self, self._fit)  # once what is in it has the font, too

    def _fit(self) -> None:
        """Be as tall as the words want, up to some lines; what is more is scrolled."""
        lines = LINES if self.window().height() >= LITTLE else LINES_OF_LITTLE - self._note_row.isVisibleTo(self)
        line = self.fontMetrics().lineSpacing()
        lines = max(min(lines, int(MOST_OF_WINDOW * self.window().height() / line)), 2)  # where text is large
        margins = self._column.contentsMargins()
        width = max(self.width() - margins.left() - margins.right(), 100)
        has_question = not self._question_scroll.isHidden()
        text_width = (width - GAP) * 5 // 8 if has_question else width
        wanted = self.text.heightForWidth(text_width)
        if has_question:
            wanted = max(wanted, self.question.heightForWidth(width - GAP - text_width))
        self._fit_title()
        self._words.setFixedHeight(min(max(wanted, line), lines * line + 1))
        shows_notes = self.notes_button.isChecked() and not self.notes_button.isHidden()
        self._notes_scroll.setVisible(shows_notes)
        self._notes_scroll.setFixedHeight(max(0, min(self.notes.heightForWidth(width), (lines - 1) * line + 4)))
        self._column.activate()
        height = self._column.totalMinimumSize().height()
        if height != self.maximumHeight():
            self.setFixedHeight(height)
            self.grown.emit()


class _Rule(QWidget):
    """A line in the accent's colour that sets apart what there is to do."""

    WIDTH = 2

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(self.WIDTH)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        QPainter(self).fillRect(self.rect(), self.palette().accent())


def _scrolling(name: str) -> tuple[QLabel, QScrollArea]:
    """A label of rich text, and what it scrolls in."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    label.setContentsMargins(0, 0, 6, 0)  # clear of the scroll bar
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    scroll = QScrollArea()
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(label)
    scroll.setAccessibleName(name)
    return label, scroll
