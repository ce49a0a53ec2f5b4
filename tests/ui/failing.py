"""The program as it is launched, in which one event handler after the other raises: `test_alarm` reads what is printed.

python failing.py
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys

import shiboken6
from PySide6.QtCore import QEvent, QPointF, Qt, QTimer
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

import vaegui.ui
from vaegui.ui import app
from vaegui.ui.window import MainWindow

HANDLER = re.compile(r"\w+Event|event|eventFilter|paint")
armed = [None]


def wrap(kind, name, function):
    """Have a handler raise when it is armed, before it does anything."""

    def handler(self, *arguments):
        if armed[0] == (kind, name):
            armed[0] = None
            raise RuntimeError(f"injected into {kind.__name__}.{name}")
        return function(self, *arguments)

    setattr(kind, name, handler)


def wrap_all():
    """All event handlers of all classes, before there are objects of them."""
    found = []
    for module in pkgutil.iter_modules(vaegui.ui.__path__):
        for kind in vars(importlib.import_module(f"vaegui.ui.{module.name}")).values():
            if inspect.isclass(kind) and kind.__module__ == f"vaegui.ui.{module.name}":
                for name, function in list(vars(kind).items()):
                    # The focus filter watches the dialog as well that tells what went wrong.
                    if kind.__name__ in ("KeyboardFocus", "FocusFrame"):
                        continue
                    if inspect.isfunction(function) and HANDLER.fullmatch(name) and name != "closeEvent":
                        wrap(kind, name, function)
                        found.append((kind, name))
    return found


def provoke(window, kind):
    """Have Qt call what it calls: paint, resize, press, move, release, keys, tips."""
    widgets = window.findChildren(kind if issubclass(kind, QWidget) else QWidget)
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    plain = Qt.KeyboardModifier.NoModifier
    for widget in widgets:
        ours = type(widget).__module__.startswith(("vaegui.ui", "pyqtgraph"))
        if not ours or not shiboken6.isValid(widget) or not widget.isVisible():
            continue
        target = widget.viewport() if hasattr(widget, "viewport") else widget
        middle = target.rect().center()
        place = QPointF(middle), QPointF(target.mapToGlobal(middle))
        target.update()
        yield
        for event in (
            QMouseEvent(QEvent.Type.MouseMove, *place, none, none, plain),
            QMouseEvent(QEvent.Type.MouseButtonPress, *place, left, left, plain),
            QMouseEvent(QEvent.Type.MouseMove, *place, none, left, plain),
            QMouseEvent(QEvent.Type.MouseButtonRelease, *place, left, none, plain),
            QMouseEvent(QEvent.Type.MouseButtonDblClick, *place, left, left, plain),
            QMouseEvent(QEvent.Type.MouseButtonRelease, *place, left, none, plain),
            QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Left, plain),
            QHelpEvent(QEvent.Type.ToolTip, middle, target.mapToGlobal(middle)),
        ):
            if not shiboken6.isValid(target):
                break
            QApplication.postEvent(target, event)  # as real ones come: two errors in one call from Python crash PySide
            yield
    size = window.size()
    window.resize(size.width() - 7, size.height() - 5)
    yield
    window.resize(size)
    yield


class Script:
    """What is done, a step in each turn of the event loop."""

    def __init__(self, handlers):
        self.left, self.steps, self.current = list(handlers), iter(()), None
        self.wait = 0
        self.said, self.silent, self.boxes = [], [], []

    def look(self):
        window = next((w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow)), None)
        if window is None or window.desk is None or window.desk.run is None:
            return
        boxes = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
        if boxes:
            self.boxes.append(len(boxes))
            self.said += [found.text() for found in boxes]
            for found in boxes:
                found.done(0)
            self.current = None
            return
        if self.wait:  # for what was asked for to be painted
            self.wait -= 1
            return
        if self.current is None or next(self.steps, self) is self:
            if self.current is not None and armed[0] is not None:
                self.silent.append(f"{self.current[0].__name__}.{self.current[1]}")
            if not self.left:
                print(json.dumps({"said": self.said, "silent": self.silent, "boxes": self.boxes}), flush=True)
                window.close()
                timer.stop()
                return
            self.current = armed[0] = self.left.pop()
            self.steps = provoke(window, self.current[0])
        if armed[0] is not None:
            self.wait = 1


script = Script(wrap_all())
application = app.make_app(sys.argv[:1])
timer = QTimer(interval=2)
timer.timeout.connect(script.look)
timer.start()
sys.exit(app.run_window(None))
