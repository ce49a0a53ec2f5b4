"""Python's garbage collector, kept to the window's thread.

It runs in whichever thread happens to allocate. Where that is one that trains, and among the garbage is a timer or a
widget, Qt finds it destroyed in the wrong thread, and the program crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 250  # milliseconds


class Collector(QObject):
    """Collects what Python would, when it would, but in the thread of the event loop."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self, interval=EVERY)
        timer.timeout.connect(self._on_turn)
        timer.start()

    def _on_turn(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return
