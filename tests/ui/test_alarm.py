"""An exception in every slot and every event handler, and in the workers: one dialog, and the program goes on."""

import gc
import inspect
import json
import re
import subprocess
import sys
import threading
from pathlib import Path

import pytest
import shiboken6
from hands import WAIT, box, press_in_box, stop, train, train_for, training_of
from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QThread, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox

import vaegui.ui
from vaegui import runs, training
from vaegui.ui.alarm import Alarm
from vaegui.ui.desk import Desk
from vaegui.ui.walking import Walking

HERE = Path(vaegui.ui.__file__).parent


class InjectedError(RuntimeError):
    """What nobody expects."""


class Injector:
    """Have a function raise when it is called the next time, before it does anything."""

    def __init__(self):
        self._code = None
        self.raised = 0

    def arm(self, function):
        self._code = function.__code__
        self.raised = 0
        sys.settrace(self._trace)

    def disarm(self):
        sys.settrace(None)

    def _trace(self, frame, event, _argument):
        if event == "call" and frame.f_code is self._code and not self.raised:
            self.raised += 1
            raise InjectedError(f"injected into {frame.f_code.co_qualname}")
        return


class Emitter(QObject):
    """Signals with as many arguments as a slot may want."""

    s0, s1, s2, s3 = Signal(), Signal(object), Signal(object, object), Signal(object, object, object)
    s4 = Signal(object, object, object, object)


@pytest.fixture
def injector():
    made = Injector()
    yield made
    made.disarm()


@pytest.fixture
def alarmed(window, monkeypatch):
    """The window as the program sets it up: whatever is raised comes to its dialog."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    Alarm(window).install()
    return window


def own_classes():
    """The classes of the window."""
    return {type(found) for found in gc.get_objects() if type(found).__module__.startswith("vaegui.ui")}


def connected_names():
    """The names of methods that a signal is connected to."""
    names = set()
    for path in HERE.glob("*.py"):
        names |= set(re.findall(r"connect\((?:\w+\.)*(\w+)[,)]", path.read_text()))
    return names


def close_all(window):
    for found in window.findChildren(QMessageBox):
        found.done(0)
        found.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def the_alarm(window):
    boxes = [found for found in window.findChildren(QMessageBox) if found.isVisible()]
    assert len(boxes) == 1
    return boxes[0]


@pytest.mark.timeout(600)
def test_an_exception_in_any_slot_is_one_dialog_and_the_program_goes_on(qtbot, alarmed, injector):
    names = connected_names()
    before = alarmed.desk.explorer.decoded.view.image
    tried = []
    objects = {}
    for found in gc.get_objects():
        is_ours = isinstance(found, QObject) and type(found).__module__.startswith("vaegui.ui")
        if is_ours and shiboken6.isValid(found):  # not one of a window that is gone
            objects.setdefault(type(found), found)
    emitter = Emitter()
    for kind, found in objects.items():
        for name, function in inspect.getmembers(kind, inspect.isfunction):
            if not function.__module__.startswith("vaegui.ui") or not (name.startswith("_on_") or name in names):
                continue
            if isinstance(found, Alarm) or (kind, name) in tried or isinstance(found, Emitter):
                continue
            count = len([p for p in inspect.signature(function).parameters.values() if p.default is p.empty]) - 1
            signal = getattr(emitter, f"s{count}")
            bound = getattr(found, name)
            signal.connect(bound)
            injector.arm(function)
            signal.emit(*[None] * count)
            injector.disarm()
            signal.disconnect(bound)
            assert injector.raised == 1, (kind, name)
            alarm = the_alarm(alarmed)
            assert "injected into" in alarm.text()
            assert name in alarm.detailedText()
            assert any("Copy" in button.text() for button in alarm.buttons())
            close_all(alarmed)
            tried.append((kind, name))
    assert len(tried) > 150
    assert {name for _, name in tried} >= {name for name in names if name.startswith("_on_")} - {
        "_on_loaded",
        "_on_more",  # of an explanation, which is not open
        "_on_failed",
        "_on_raised",
        "_on_closed",
        "_on_cancel",  # these three are of the dialog that imports images, which is not open
        "_on_returned",
        "_on_preview",
        "_on_progress",
        "_on_keep",  # and these of the one that makes a dataset of others
        "_on_done",
        "_on_label_changed",
        "_on_save",  # of the report of a problem
        "_on_link",  # and of the log
    }
    print(f"\nan exception in each of {len(tried)} slots: a dialog each time")
    # And everything answers as before.
    assert alarmed.desk.explorer.decoded.view.image is before
    train(qtbot, alarmed, epochs=2)
    qtbot.waitUntil(lambda: not training_of(alarmed), timeout=WAIT)
    assert alarmed.desk.run.config.epochs_done == 2


def drive(steps, is_enough):
    """Take steps in turns of an event loop, as Qt would, until it is enough or there are none left."""
    loop, timer = QEventLoop(), QTimer(interval=0)

    def step():
        if is_enough() or next(steps, loop) is loop:
            loop.quit()

    timer.timeout.connect(step)
    timer.start()
    loop.exec()


@pytest.mark.timeout(600)
def test_an_exception_in_any_event_handler_is_one_dialog_and_the_program_goes_on():
    """In the program as it is launched, since an exception takes another way where Python has called Qt."""
    script = Path(__file__).parent / "failing.py"
    found = subprocess.run([sys.executable, script], capture_output=True, text=True, timeout=580, check=False)
    assert found.returncode == 0, found.stderr
    told = json.loads(found.stdout.splitlines()[-1])
    assert set(told["boxes"]) == {1}
    said = {re.search(r"injected into (\w+\.\w+)", sentence)[1] for sentence in told["said"]}
    assert len(said) == len(told["said"]) >= 12
    assert all(sentence.startswith("Something unexpected went wrong: injected into") for sentence in told["said"])
    assert {"Axis.paint", "LatentMap.eventFilter", "MapView.mousePressEvent"} <= said
    print(f"\nan exception in each of {len(said)} event handlers: a dialog each time; not provoked: {told['silent']}")


def test_an_exception_while_the_window_closes_does_not_keep_it_open_for_ever(qtbot, alarmed, injector):
    injector.arm(Desk.may_close)
    drive((alarmed.close() for _ in range(1)), lambda: False)
    injector.disarm()
    assert "injected into" in the_alarm(alarmed).text()
    assert alarmed.isVisible()
    close_all(alarmed)
    threads = alarmed.findChildren(QThread)
    assert any(thread.isRunning() for thread in threads)
    injector.arm(Walking.close)
    drive((alarmed.close() for _ in range(1)), lambda: False)
    injector.disarm()
    assert injector.raised
    assert not alarmed.isVisible()
    assert not any(thread.isRunning() for thread in threads)
    close_all(alarmed)


def test_many_exceptions_are_one_dialog(qtbot, alarmed):
    for number in range(100):
        try:
            raise InjectedError(f"number {number}")
        except InjectedError:
            sys.excepthook(*sys.exc_info())
    alarm = the_alarm(alarmed)
    assert "number 0" in alarm.text()
    assert "100 such exceptions" in alarm.informativeText()
    assert alarm.detailedText().count("Traceback") == 10
    qtbot.mouseClick(next(b for b in alarm.buttons() if "Copy" in b.text()), Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text().count("Traceback") == 10
    close_all(alarmed)
    # The next one is said again.
    try:
        raise InjectedError("another")
    except InjectedError:
        sys.excepthook(*sys.exc_info())
    assert "another" in the_alarm(alarmed).text()
    close_all(alarmed)


def test_an_exception_in_a_thread_reaches_the_dialog_in_the_windows_own(qtbot, alarmed):
    def fail():
        raise InjectedError("in a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    said = press_in_box(qtbot, alarmed, "OK")
    assert "in a thread" in said


@pytest.mark.parametrize("where", ["_take_step", "_validate", "_snapshot", "_report"])
def test_an_exception_in_the_training_is_one_dialog_and_the_epochs_are_kept(qtbot, alarmed, monkeypatch, where):
    real = getattr(training._Session, where)
    fails = []

    def fail(self, *arguments):
        if fails:
            raise InjectedError("in the worker")
        return real(self, *arguments)

    monkeypatch.setattr(training._Session, where, fail)
    train(qtbot, alarmed)
    train_for(qtbot, alarmed, 3)
    folder = alarmed.desk.training.plan.folder
    fails.append(True)
    qtbot.waitUntil(lambda: box(alarmed) is not None, timeout=WAIT)
    alarm = the_alarm(alarmed)
    assert "in the worker" in alarm.text()
    assert "Traceback" in alarm.detailedText()
    close_all(alarmed)
    qtbot.waitUntil(lambda: not training_of(alarmed), timeout=WAIT)
    run = runs.load(folder)
    run.check()
    assert run.config.epochs_done >= 3
    assert not run.config.in_training
    assert run.state() is not None
    assert alarmed.desk.run.folder == run.folder
    fails.clear()
    alarmed.desk.continue_run(run.folder)
    kept = len(run.rows_before(run.state()))
    assert alarmed.desk.metrics.point_counts[1] == kept
    train_for(qtbot, alarmed, kept + 3)
    stop(qtbot, alarmed)
    assert alarmed.desk.run.config.epochs_done >= kept + 3
