"""From the painted map to the whole window, while PyTorch is being loaded behind it."""

from __future__ import annotations

import ctypes
import gc
import importlib.util
import logging
import platform
import sys
import threading
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, qVersion

from vaegui import logs
from vaegui.plane import densest
from vaegui.ui.dialogs import show_error
from vaegui.ui.garbage import Collector
from vaegui.ui.preview import caption, first_choices, preview
from vaegui.ui.window import MainWindow
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.crashes import CrashLog
    from vaegui.ui.desk import Desk, FirstRun

_logger = logging.getLogger(__name__)

NOW = 2  # RTLD_NOW
PAUSE = 10  # milliseconds between two steps, in which the window paints and answers


class Opening(QObject):
    """Paint the map of the run to open, load PyTorch in a thread, and furnish the window panel by panel.

    Signals:
        done: the run is open and everything answers.
    """

    done = Signal()
    _loaded = Signal(object)
    _failed = Signal(str, str)

    def __init__(self, window: MainWindow, wanted: str | None) -> None:
        super().__init__(window)
        self._window = window
        self._wanted, self._last = wanted, window.preferences.last_run
        self._found: FirstRun | None = None
        self._crash_log: CrashLog | None = None
        self._thread = threading.Thread(target=self._load, name="loading PyTorch")
        self._loaded.connect(self._on_loaded)
        self._failed.connect(self._on_failed)
        self._furnishing = QTimer(self, interval=PAUSE)
        self._furnishing.timeout.connect(self._go_on)

    def paint(self) -> None:
        """Show what can be shown at once."""
        window = self._window
        window.map.plot.viewport().installEventFilter(self)
        found = preview(first_choices(self._wanted, self._last))
        if found is None:
            window.map.set_message(tr("Loading PyTorch…"))
            return
        window.previewed = found.folder
        window.map.set_has_prior(found.has_prior)
        window.map.set_codes(found.codes, found.labels, found.classes)
        window.map.set_caption(caption(len(found.labels), found.folder.name))
        window.map.reset_view()
        window.map.set_target(*densest(found.codes[found.labels == found.labels[0]]))
        window.setWindowTitle(f"{found.folder.name} — vaegui")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Load the rest once the map has been painted."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    def _begin(self) -> None:
        self._window.run_label.setText(tr("Loading PyTorch: the map answers in a moment…"))
        # A full garbage collection would walk all that is being imported, several times, and hold the window up for 100
        # to 300 ms each.
        gc.disable()
        self._thread.start()

    def wait(self) -> None:
        """Wait for the thread, which cannot be stopped, and put everything away: the program ends well."""
        if self._thread.ident is not None:
            self._thread.join()
        if self._crash_log is not None:
            self._crash_log.close()

    def _load(self) -> None:
        """Import; runs in the thread."""
        logs.keep()
        try:
            _load_libraries()
            from vaegui.ui import crashes, desk

            _log_versions()
        except Exception as error:
            self._failed.emit(tr("PyTorch could not be loaded: {error}", error=error), traceback.format_exc())
            return
        try:
            self._loaded.emit(desk.read_at_start(self._wanted, self._last))
            with suppress(OSError):  # it goes without
                self._crash_log = crashes.CrashLog()
        except Exception as error:
            self._failed.emit(tr("The first run could not be read: {error}", error=error), traceback.format_exc())

    def _on_loaded(self, found: FirstRun) -> None:
        if self._window.is_closed:
            return
        from vaegui.ui.desk import Desk

        self._found = found
        with self._said():
            Desk(self._window)
            self._furnishing.start()

    def _go_on(self) -> None:
        desk: Desk | None = self._window.desk
        assert desk is not None
        if self._window.is_closed:
            self._furnishing.stop()
            return
        with self._said():
            if not desk.go_on():
                self._furnishing.stop()
                assert self._found is not None
                desk.open_first(self._found)
                self._end()
                self.done.emit()

    @contextmanager
    def _said(self) -> Iterator[None]:
        """Say what goes wrong, and leave it at that: half a window would fail again and again."""
        try:
            yield
        except Exception as error:
            self._on_failed(tr("The window could not be set up: {error}", error=error), traceback.format_exc())

    def _on_failed(self, sentence: str, details: str) -> None:
        self._furnishing.stop()
        self._end()
        self._window.run_label.setText("")
        self._window.map.set_message(tr("Something went wrong at the start, so that nothing can be shown."))
        show_error(self._window, sentence, details)

    def _end(self) -> None:
        gc.freeze()  # what was imported stays until the end
        Collector(self._window)


def _log_versions() -> None:
    import torch

    from vaegui.training import choose_device

    _logger.info(
        "Python %s, PyTorch %s, Qt %s, %s %s %s; trains on %s",
        platform.python_version(),
        torch.__version__,
        qVersion(),
        platform.system(),  # and not platform.platform(), which starts another program
        platform.release(),
        platform.machine(),
        choose_device("auto"),
    )


def _load_libraries() -> None:
    """Have PyTorch's libraries in memory before it is imported, which would hold Python's lock for as long as it takes.

    Calling dlopen through ctypes lets go of it. Where that does not work, the import does the same.
    """
    found = importlib.util.find_spec("torch")
    if sys.platform == "win32" or "torch" in sys.modules or found is None or found.origin is None:
        return
    name = "libtorch_python.dylib" if sys.platform == "darwin" else "libtorch_python.so"
    path = Path(found.origin).parent / "lib" / name
    if path.is_file():
        ctypes.CDLL(None).dlopen(ctypes.c_char_p(bytes(path)), ctypes.c_int(NOW))
