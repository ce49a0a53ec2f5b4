"""Questions and errors. None of them blocks: each is opened, and answers through the function it was given."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def show_error(parent: QWidget, sentence: str, details: str = "") -> QMessageBox:
    """Say what happened, what was kept and what to do; details (a traceback) behind a disclosure."""
    box = QMessageBox(QMessageBox.Icon.Warning, "vaegui", sentence, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if details:
        box.setDetailedText(details)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def ask(
    parent: QWidget,
    question: str,
    more: str,
    answers: dict[str, Callable[[], None]],
    go_back: Callable[[], None] = lambda: None,
) -> QMessageBox:
    """Ask a question with named answers (the first is the default) and a way back."""
    box = QMessageBox(QMessageBox.Icon.Question, "vaegui", question, QMessageBox.StandardButton.NoButton, parent)
    box.setInformativeText(more)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, (text, act) in enumerate(answers.items()):
        button = box.addButton(text, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(act)
        if number == 0:
            box.setDefaultButton(button)
    box.addButton("Go back", QMessageBox.ButtonRole.RejectRole)
    box.rejected.connect(go_back)
    box.open()
    return box
