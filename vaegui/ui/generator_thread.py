"""One thread for everything slow: it iterates a generator and sends what comes out to the window."""

from __future__ import annotations

import threading
import traceback
from collections.abc import Callable, Generator
from typing import Any

import torch
from PySide6.QtCore import QObject, QThread, Signal

from vaegui.settings import UserError
from vaegui.words import tr

Work = Callable[[Callable[[], bool]], Generator[Any, None, None]]


class GeneratorThread(QThread):
    """Iterate a generator off the GUI thread.

    Between two items the thread waits while it is paused. `stop` asks the generator to end well (it is given a
    function that says whether it should); `cancel` closes it at the next item. Never terminated, never locked.

    Signals:
        yielded: one item of the generator.
        failed: a sentence for the user, and the traceback (empty when the sentence says it all).
        succeeded: the generator came to its own end.
    """

    yielded = Signal(object)
    failed = Signal(str, str)
    succeeded = Signal()

    def __init__(self, work: Work, torch_threads: int = 1, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._torch_threads = torch_threads
        self._go_on = threading.Event()
        self._go_on.set()
        self._stop = threading.Event()
        self._cancel = threading.Event()
        self.is_held = False  # whether it waits after a `pause`, and has sent all it had
        self.failed_with: type[Exception] | None = None  # the kind of what `failed` speaks of

    def pause(self) -> None:
        """Hold before the next item; without effect once a stop or cancel was asked for."""
        if not self._stop.is_set() and not self._cancel.is_set():
            self._go_on.clear()

    def resume(self) -> None:
        """Go on after `pause`."""
        self._go_on.set()

    def stop(self) -> None:
        """Ask the generator to bring its work to a good end."""
        self._stop.set()
        self._go_on.set()

    def cancel(self) -> None:
        """Close the generator at the next item, and send nothing more."""
        self._cancel.set()
        self._go_on.set()

    def close(self) -> None:
        """Cancel, and wait until that is done."""
        self.cancel()
        self.wait()

    @property
    def is_cancelled(self) -> bool:
        """Whether `cancel` was called."""
        return self._cancel.is_set()

    def run(self) -> None:
        """Iterate; runs in the thread."""
        torch.set_num_threads(self._torch_threads)
        items: Generator[Any, None, None] | None = None
        try:
            items = self._work(self._stop.is_set)
            for item in items:
                if self._cancel.is_set():
                    break
                self.yielded.emit(item)
                while not self._go_on.is_set():
                    self.is_held = True
                    self._go_on.wait()
                self.is_held = False
                if self._cancel.is_set():
                    break
            else:
                self.succeeded.emit()
        except Exception as error:
            if not self._cancel.is_set():
                details = traceback.format_exc()
                self.failed_with = type(error)  # not itself, whose frames would keep a model in memory
                if isinstance(error, UserError):
                    self.failed.emit(str(error), "")
                else:
                    self.failed.emit(tr("Something unexpected went wrong: {error}", error=error), details)
        finally:
            if items is not None:
                items.close()
