"""Launch the program on the shipped run and leave it alone: what it costs to have it open.

measure_idle.py SECONDS
"""

import json
import os
import resource
import sys
import threading
import time
from pathlib import Path
from typing import Any

RUN = "mnist-vae-2d"
SETTLE = 3.0  # seconds until what an opened run sets off is over


def memory() -> float:
    """Resident memory in MB."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def switches() -> int:
    """How often any thread of this process gave up the processor by itself: the times it was woken."""
    total = 0
    for status in Path("/proc/self/task").glob("*/status"):
        line = next(line for line in status.read_text().splitlines() if line.startswith("voluntary_ctxt_switches"))
        total += int(line.split()[1])
    return total


def main(seconds: float) -> dict[str, Any]:
    """Figures of a window that nobody touches, and of the memory it takes as it is used."""
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from vaegui.ui import app, opening
    from vaegui.ui.preferences import Preferences

    Preferences().knows_first_steps = True  # which would otherwise wait for somebody to take them
    found: dict[str, Any] = {"threads": 0}
    before: dict[str, float] = {}

    def watch() -> None:
        """In a thread of its own that sleeps: a timer of the window's would be what wakes it."""
        time.sleep(SETTLE)
        for name in ("first", "second"):
            used, woken, start = resource.getrusage(resource.RUSAGE_SELF), switches(), time.monotonic()
            time.sleep(seconds)
            after, passed = resource.getrusage(resource.RUSAGE_SELF), time.monotonic() - start
            cpu = after.ru_utime + after.ru_stime - used.ru_utime - used.ru_stime
            before[f"{name}: CPU %"] = 100 * cpu / passed
            before[f"{name}: wakeups/s"] = (switches() - woken - 1) / passed  # but for the one of this thread

    class Watched(opening.Opening):
        def paint(self) -> None:
            super().paint()
            self.done.connect(self._on_done)

        def _on_done(self) -> None:
            found["memory, opened"] = memory()
            self._watching = threading.Thread(target=watch)
            self._watching.start()
            QTimer.singleShot(round(1000 * (SETTLE + 2 * seconds + 1)), self._on_watched)

        def _on_watched(self) -> None:
            self._watching.join()
            found.update(before, threads=len(list(Path("/proc/self/task").iterdir())))
            self._tabs = iter(self._window.docks.values())
            self._raise_next()

        def _raise_next(self) -> None:
            dock = next(self._tabs, None)
            if dock is not None:
                dock.show()
                dock.raise_()
                QTimer.singleShot(700, self._raise_next)
                return
            found["memory, all tabs raised"] = memory()
            self._train()

        def _train(self) -> None:
            from vaegui.families import TrainConfig
            from vaegui.models import ModelConfig

            desk = self._window.desk
            assert desk is not None
            desk.training.ended.connect(self._on_trained)
            desk.start_training("mnist", ModelConfig(), TrainConfig(epochs=2, device="cpu"))

        def _on_trained(self) -> None:
            QTimer.singleShot(2000, self._finish)

        def _finish(self) -> None:
            found["memory, after a training"] = memory()
            found["memory, most"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
            self._window.close()
            QApplication.instance().quit()

    app.Opening = Watched  # type: ignore[misc]
    assert app.run_window(RUN) == 0
    return found


if __name__ == "__main__":
    print(json.dumps(main(float(sys.argv[1]))))
