"""Start the application and open the window."""

from __future__ import annotations

import atexit
import gc
import signal
import sys
from pathlib import Path

import pyqtgraph as pg
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, Qt
from PySide6.QtGui import QFileOpenEvent, QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

import vaegui
from vaegui import logs
from vaegui.folders import resource
from vaegui.ui import language, messages
from vaegui.ui.accessible import KeyboardFocus
from vaegui.ui.alarm import Alarm
from vaegui.ui.display import has_display
from vaegui.ui.opening import Opening
from vaegui.ui.window import MainWindow

SWITCH = 0.0003  # seconds
TASKBAR_ID = "vaegui.vaegui"  # by which Windows tells the programs of one Python apart


def make_app(arguments: list[str]) -> QApplication:
    """Create the application with the looks and limits that every window of ours relies on."""
    app = QApplication.instance()
    if app is None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(TASKBAR_ID)
        QGuiApplication.setHighDpiScaleFactorRoundingPolicy(Qt.HighDpiScaleFactorRoundingPolicy.PassThrough)
        app = QApplication(arguments)
    assert isinstance(app, QApplication)
    QCoreApplication.setApplicationName("vaegui")
    QCoreApplication.setApplicationVersion(vaegui.__version__)
    QGuiApplication.setDesktopFileName("vaegui")  # by which a desktop finds name and icon of its windows
    language.translate_qt(app)
    QLocale.setDefault(QLocale.c())  # numbers have a decimal point everywhere
    app.setStyle("Fusion")
    app.setWindowIcon(QIcon(str(resource("icon.svg"))))
    if app.findChild(KeyboardFocus) is None:
        KeyboardFocus(app)
    pg.setConfigOptions(imageAxisOrder="row-major")
    # A thread that runs Python lets go of its lock only when its time is over, and the window waits. With the usual
    # 5 ms the slowest hundredth of the frames beside a training that is not compiled take 54 ms, with this one 38.
    sys.setswitchinterval(SWITCH)
    # A full garbage collection walks a million objects of PyTorch's and holds the window up for 150 to 280 ms. What is
    # there now stays until the end: leave it out.
    gc.freeze()
    atexit.register(gc.unfreeze)  # so that libraries that count their objects at the end find none left
    return app


class Doorman(QObject):
    """Lets files in that the system hands to the program: by a double click where it runs already, as on a Mac.

    What comes before the window can open anything waits.
    """

    def __init__(self, window: MainWindow, opening: Opening) -> None:
        super().__init__(window)
        self._window = window
        self._waiting: list[Path] = []
        self._is_open = False
        opening.done.connect(self._on_done)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take a file that the system would have the program open."""
        if isinstance(event, QFileOpenEvent) and event.file():
            self.let_in(Path(event.file()))
            return True
        return False

    def let_in(self, path: Path) -> None:
        """Open a file as what it is."""
        if self._is_open and self._window.desk is not None:
            self._window.desk.intake.take_paths([path])
        else:
            self._waiting.append(path)

    def _on_done(self) -> None:
        self._is_open = True
        waiting, self._waiting = self._waiting, []
        for path in waiting:
            self.let_in(path)


def run_window(run: str | None, lesson: Path | None = None) -> int:
    """Open the window on a run (None: the one shown last, or the one that ships), and on a lesson's file if there is
    one; return the exit status.
    """
    if not has_display():
        print(
            "vaegui: there is no display, so no window can open. Take the tour: vaegui tour --out DIR", file=sys.stderr
        )
        return 1
    logs.begin("the window")
    messages.install()
    app = make_app(["vaegui"])
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C in the terminal; Qt's loop would never run Python's handler
    window = MainWindow()
    Alarm(window).install()
    opening = Opening(window, run)
    doorman = Doorman(window, opening)
    if sys.platform == "darwin":  # a filter sees all events of the application, and no other system sends such
        app.installEventFilter(doorman)
    if lesson is not None:
        doorman.let_in(lesson)
    opening.done.connect(window.menus.offer_first_steps)
    opening.paint()
    window.show()
    status = app.exec()
    opening.wait()
    logs.end("well" if status == 0 else f"status {status}")
    return status
