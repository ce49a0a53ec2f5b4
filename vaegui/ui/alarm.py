"""What nobody expected: one dialog says so, however often it happens and in whichever thread; the program goes on."""

from __future__ import annotations

import logging
import re
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from vaegui.ui.dialogs import show_error
from vaegui.words import plural, tr

THROUGH_QT = re.compile(r"(Error calling Python override of \w+::\w+\(\): )+")
MOST_KEPT = 10  # tracebacks; what is painted fails many times a second
MOST_LOGGED = 100

_logger = logging.getLogger(__name__)


class Alarm(QObject):
    """Takes over `sys.excepthook` and `threading.excepthook`."""

    _raised = Signal(str, str)  # a signal, since a thread must not touch a dialog

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._box: QMessageBox | None = None
        self._details: list[str] = []
        self._logged: set[str] = set()
        self._count = 0
        self._raised.connect(self._on_raised)

    def install(self) -> None:
        """From now on, whatever is raised and not caught comes here."""
        sys.excepthook = self.take
        threading.excepthook = self._take_from_thread

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Show an exception; may be called in any thread."""
        details = "".join(traceback.format_exception(kind, error, trace))
        print(details, file=sys.stderr)
        if details not in self._logged and len(self._logged) < MOST_LOGGED:
            self._logged.add(details)
            _logger.error("nobody caught this:\n%s", details)
        if issubclass(kind, Exception):
            words = THROUGH_QT.sub("", str(error))
            sentence = tr(
                "Something unexpected went wrong: {error}. The program goes on, and so does a training; saved runs are "
                "safe.",
                error=words,
            )
            self._raised.emit(sentence, details)

    def _take_from_thread(self, raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            self.take(raised.exc_type, raised.exc_value, raised.exc_traceback)

    def _on_raised(self, sentence: str, details: str) -> None:
        if self._box is not None:
            self._count += 1
            self._box.setInformativeText(
                plural(
                    self._count,
                    "This is one of {count} such exceptions so far.",
                    "This is one of {count} such exceptions so far.",
                )
            )
            if len(self._details) < MOST_KEPT and details not in self._details:
                self._details.append(details)
                self._box.setDetailedText("\n".join(self._details))
            return
        self._details, self._count = [details], 1
        self._box = show_error(
            self._window,
            sentence,
            details,
            is_in_log=True,
        )
        self._box.finished.connect(self._on_closed)

    def _on_closed(self) -> None:
        self._box = None
