"""One slow analysis at a time: a generator in a thread, whose newest run alone is heard."""

from __future__ import annotations

from collections.abc import Callable, Generator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal

from vaegui.ui.generator_thread import GeneratorThread


@dataclass(frozen=True)
class _Returned:
    result: Any


class Job(QObject):
    """Run a generator off the GUI thread; starting another one drops it.

    Signals:
        yielded: one item of the generator.
        returned: what the generator returned at its end.
        failed: a sentence and a traceback.
        ended: nothing runs any more, for whatever reason.
    """

    yielded = Signal(object)
    returned = Signal(object)
    failed = Signal(str, str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._threads: list[GeneratorThread] = []  # the last one is heard; those before it are ending
        self._has_returned = False  # the last one: it is about to end
        self._is_closed = False

    @property
    def is_running(self) -> bool:
        """Whether something is being computed that is still wanted."""
        return bool(self._threads) and not self._has_returned and not self._threads[-1].is_cancelled

    def start(self, work: Callable[[], Generator[Any, None, Any]]) -> None:
        """Compute something, unless it was closed; what is being computed is cancelled."""
        if self._is_closed:  # what a closing window still hears may ask for more, and nobody would wait for that
            return
        self.cancel()

        def steps(_should_stop: Callable[[], bool]) -> Generator[Any, None, None]:
            result = yield from work()
            yield _Returned(result)

        thread = GeneratorThread(steps, parent=self)
        self._threads.append(thread)
        self._has_returned = False
        thread.yielded.connect(self._on_yielded)
        thread.failed.connect(self._on_failed)
        thread.finished.connect(self._on_finished)
        thread.start()

    def cancel(self) -> None:
        """Give up what is being computed; nothing of it is heard any more."""
        if self.is_running:
            self._threads[-1].cancel()
            self.ended.emit()

    def close(self) -> None:
        """Give up, and wait until it has; nothing is computed any more."""
        self._is_closed = True
        for thread in list(self._threads):
            thread.close()

    def _on_yielded(self, item: object) -> None:
        if not self._is_heard():
            return
        if not isinstance(item, _Returned):
            self.yielded.emit(item)
            return
        # Not only when the thread has ended: whoever wants something else meanwhile need not wait for that.
        self._has_returned = True
        self.returned.emit(item.result)
        if not self.is_running:
            self.ended.emit()

    def _on_failed(self, sentence: str, details: str) -> None:
        if self._is_heard():
            self.failed.emit(sentence, details)

    def _is_heard(self) -> bool:
        return self.is_running and self.sender() is self._threads[-1]

    def _on_finished(self) -> None:
        thread = self.sender()
        assert isinstance(thread, GeneratorThread)
        was_heard = self._is_heard()
        self._threads.remove(thread)
        thread.deleteLater()
        if was_heard:
            self.ended.emit()
