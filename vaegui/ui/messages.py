"""What Qt says goes to the log and, as it would without us, to the terminal."""

from __future__ import annotations

import logging
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
MEANINGLESS = "This plugin does not support"  # what the offscreen platform says of every window, to no purpose

_logger = logging.getLogger(__name__)


def install() -> None:
    """From now on, whatever Qt says comes here."""
    qInstallMessageHandler(_on_message)


def _on_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if MEANINGLESS in message:
        return
    category = context.category or "default"
    words = message if category == "default" else f"{category}: {message}"
    _logger.log(LEVELS[kind], "%s", words)
    print(words, file=sys.stderr)
