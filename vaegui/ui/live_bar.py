"""The bar above the map while a run is watched that something else trains: how it stands, what it can be asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaegui.ui.accessible import ElidingLabel, announce
from vaegui.ui.theme import tabular
from vaegui.words import tr


class LiveBar(QWidget):
    """A word and a line of how the training stands, a line of what was asked of it, Stop and Keep best.

    Signals:
        stop_wanted: ask the training to stop.
        keep_wanted: ask it to put its best epoch so far aside.
    """

    stop_wanted = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("A run that something else trains"))
        self.word = QLabel()
        self.word.setProperty("heading", True)
        self.status, self.note = ElidingLabel(), QLabel()
        self.note.setWordWrap(True)
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.status.setFont(tabular(self.status.font()))
        self.note.setProperty("muted", True)
        self.stop_button, self.keep_button = QPushButton(tr("Stop")), QPushButton(tr("Keep best"))
        self.stop_button.clicked.connect(self.stop_wanted)
        self.keep_button.clicked.connect(self.keep_wanted)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.word)
        first.addWidget(self.status, 1)
        first.addWidget(self.keep_button)
        first.addWidget(self.stop_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(4)
        lines.addLayout(first)
        lines.addWidget(self.note)
        self.set_buttons(True, True)

    def set_status(self, word: str, words: str) -> None:
        """Say in a word, and in a line, how the training stands."""
        if self.word.text() != word:
            self.word.setText(word)
            announce(self, f"{word}. {words}")
        if self.status.text() != words:
            self.status.setText(words)

    def set_note(self, words: str) -> None:
        """Say what became of what was asked for, or what this is."""
        if self.note.text() != words:
            self.note.setText(words)
            announce(self, words)

    def set_buttons(self, can_stop: bool, can_keep: bool, why: str = "") -> None:
        """Let the training be asked for something, or say why not."""
        for button, can, tip in (
            (
                self.stop_button,
                can_stop,
                tr("Ask the job to end training, and to keep and measure its best epoch; it can go on later"),
            ),
            (
                self.keep_button,
                can_keep,
                tr("Ask the job to put its best epoch so far aside, as a run of its own; training goes on"),
            ),
        ):
            button.setEnabled(can)
            button.setToolTip(tip if can or not why else why)
            button.setAccessibleDescription(button.toolTip())
