"""Python's garbage collector, kept to the window's thread.

It runs in whichever thread happens to allocate. Where that is one that trains, and among the garbage is a timer or a
widget, Qt finds it destroyed in the wrong thread, and the program crashes.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY, SELDOM = 250, 16_000  # milliseconds


class Collector(QObject):
    """Collects what Python would, when it would, but in the thread of the event loop.

    While nothing is allocated it looks half as often each time, so that a window nobody touches does not wake the
    processor.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._last = gc.get_count()
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start()

    def _on_turn(self) -> None:
        counts, thresholds = gc.get_count(), gc.get_threshold()
        rest = EVERY if abs(counts[0] - self._last[0]) > thresholds[0] // 10 else 2 * self._timer.interval()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                rest = EVERY
                break
        self._last = gc.get_count()
        if rest != self._timer.interval():
            self._timer.setInterval(min(rest, SELDOM))
