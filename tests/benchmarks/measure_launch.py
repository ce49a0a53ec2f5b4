"""Launch the program as a user does, or only import what every such window needs: seconds since it was asked for.

measure_launch.py bare 1700000000.0        the second word: time.time() when this was started
measure_launch.py window 1700000000.0
"""

import json
import sys
import time


def bare(started: float) -> dict[str, float]:
    import pyqtgraph  # noqa: F401
    import PySide6.QtWidgets  # noqa: F401

    return {"imported": time.time() - started}


def window(started: float) -> dict[str, float]:
    """When the map was painted, when a click on it was answered with an image, and how long the window stood still."""
    from PySide6.QtCore import QEvent, QObject, Qt, QTimer
    from PySide6.QtWidgets import QApplication

    from vaegui.ui import app, opening

    found: dict[str, float] = {}
    gaps: list[float] = []
    last = 0.0

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        gaps.append(now - last)
        last = now

    timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if event.type() == QEvent.Type.Paint and "painted" not in found:
                QTimer.singleShot(0, on_painted)
            return False

    def on_painted() -> None:
        nonlocal last
        if "painted" not in found:
            found["painted"] = time.time() - started
            found["without_torch"] = float("torch" not in sys.modules)
            last = time.perf_counter()
            timer.start()

    class Watched(opening.Opening):
        def paint(self) -> None:
            self._watch = Watch()
            self._window.map.plot.viewport().installEventFilter(self._watch)
            super().paint()
            self.done.connect(self._on_done)

        def _on_done(self) -> None:
            desk = self._window.desk
            assert desk is not None
            assert desk.explorer.decoded.view.image is not None
            found["answers"] = time.time() - started
            QTimer.singleShot(500, QApplication.instance().quit)

    app.Opening = Watched  # type: ignore[misc]
    assert app.run_window(None) == 0
    ordered = sorted(gaps)
    found |= {"longest": ordered[-1], "p99": ordered[int(0.99 * len(ordered))], "beats": len(ordered)}
    return found


if __name__ == "__main__":
    print(json.dumps({"bare": bare, "window": window}[sys.argv[1]](float(sys.argv[2]))))
