"""Start the application and open the window."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import vaegui
from vaegui.folders import resource
from vaegui.ui.alarm import Alarm
from vaegui.ui.opening import Opening
from vaegui.ui.window import MainWindow

SWITCH = 0.0003  # seconds
DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def make_app(arguments: list[str]) -> QApplication:
    """Create the application with the looks and limits that every window of ours relies on."""
    app = QApplication.instance()
    if app is None:
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(arguments)
    assert isinstance(app, QApplication)
    QCoreApplication.setApplicationName("vaegui")
    QCoreApplication.setApplicationVersion(vaegui.__version__)
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource("icon.svg"))))
    pg.setConfigOptions(imageAxisOrder="row-major")
    # A thread that runs Python lets go of its lock only when its time is over, and the window waits. With the usual
    # 5 ms the slowest hundredth of the frames beside a training that is not compiled take 54 ms, with this one 38.
    sys.setswitchinterval(SWITCH)
    # A full garbage collection walks a million objects of PyTorch's and holds the window up for 150 to 280 ms. What is
    # there now stays until the end: leave it out.
    gc.freeze()
    atexit.register(gc.unfreeze)  # so that libraries that count their objects at the end find none left
    return app


def run_window(run: str | None) -> int:
    """Open the window on a run (None: the one shown last, or the one that ships) and return the exit status."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in DISPLAYS):
        print(
            "vaegui: there is no display, so no window can open. Take the tour: vaegui tour --out DIR", file=sys.stderr
        )
        return 1
    app = make_app(sys.argv[:1])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal; Qt's loop would never run Python's handler
    window = MainWindow()
    Alarm(window).install()
    opening = Opening(window, run)
    opening.paint()
    window.show()
    status = app.exec()
    opening.wait()
    return status
