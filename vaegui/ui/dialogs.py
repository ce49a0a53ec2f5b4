"""Questions and errors. None of them blocks: each is opened, and answers through the function it was given."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QWidget

from vaegui.words import tr

_logger = logging.getLogger(__name__)


def show_error(parent: QWidget, sentence: str, details: str = "", *, is_in_log: bool = False) -> QMessageBox:
    """Say what happened, what was kept and what to do; details (a traceback) behind a disclosure, and to be copied.

    All of it goes to the log, unless it is there already.
    """
    if not is_in_log:
        _logger.error("%s", "\n".join(filter(None, (sentence, details))))
    box = QMessageBox(QMessageBox.Icon.Warning, "vaegui", sentence, QMessageBox.StandardButton.Ok, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    if details:
        box.setDetailedText(details)
        box.setEscapeButton(QMessageBox.StandardButton.Ok)  # which Qt finds by itself where it is the only button
        copy = box.addButton(tr("&Copy details"), QMessageBox.ButtonRole.ActionRole)
        copy.clicked.disconnect()  # which would close the box
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{box.text()}\n\n{box.detailedText()}"))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def ask(
    parent: QWidget,
    question: str,
    more: str,
    answers: dict[str, Callable[[], None]],
    go_back: Callable[[], None] = lambda: None,
    back: str = tr("Go back"),
) -> QMessageBox:
    """Ask a question with named answers (the first is the default) and a way back."""
    box = QMessageBox(QMessageBox.Icon.Question, "vaegui", question, QMessageBox.StandardButton.NoButton, parent)
    box.setTextFormat(Qt.TextFormat.PlainText)  # names in it may be a stranger's
    box.setInformativeText(more)
    for label in box.findChildren(QLabel):
        label.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for number, (text, act) in enumerate(answers.items()):
        button = box.addButton(text, QMessageBox.ButtonRole.AcceptRole)
        button.clicked.connect(act)
        if number == 0:
            box.setDefaultButton(button)
    box.addButton(back, QMessageBox.ButtonRole.RejectRole)
    box.rejected.connect(go_back)
    box.open()
    return box
