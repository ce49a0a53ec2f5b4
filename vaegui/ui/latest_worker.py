"""A thread for drawing work that is too slow for one frame: only the newest question is answered."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable
from typing import Any

import torch
from PySide6.QtCore import QObject, QThread, Signal

from vaegui.words import tr


class LatestWorker(QThread):
    """Answer questions one at a time; a question that arrives replaces the one still waiting.

    Signals:
        answered: what the question returned.
        failed: a sentence and a traceback, when it raised an exception instead.
    """

    answered = Signal(object)
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._change = threading.Condition()
        self._question: Callable[[], Any] | None = None
        self._closing = False

    def ask(self, question: Callable[[], Any]) -> None:
        """Run `question` in the thread, unless a newer one comes before its turn."""
        with self._change:
            self._question = question
            self._change.notify()

    def close(self) -> None:
        """End the thread and wait for it."""
        with self._change:
            self._closing = True
            self._change.notify()
        self.wait()

    def run(self) -> None:
        """Wait for questions; runs in the thread."""
        torch.set_num_threads(1)
        while True:
            with self._change:
                self._change.wait_for(lambda: self._question is not None or self._closing)
                if self._closing:
                    return
                question, self._question = self._question, None
            assert question is not None
            try:
                self.answered.emit(question())
            except Exception as error:
                self.failed.emit(tr("Something unexpected went wrong: {error}", error=error), traceback.format_exc())
