"""The window's tests run without a screen, with a user's folder of their own, driven by real mouse and key events."""

# ruff: noqa: E402 (platform and language are chosen before the window's modules are imported)

import gc
import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("VAEGUI_LANGUAGE", "en")  # whatever the desktop's is

from vaegui.ui import language

language.begin()  # before all other modules of the window, as the program does

import shutil
import sys
import traceback

import pytest
import torch
from hands import FAMILIES, WAIT, box, training_of
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import MultiSignalBlocker, SignalBlocker, SignalEmittedSpy

from vaegui import recording, runs, training
from vaegui.data import Dataset, Images
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.sources import IDX_FILES
from vaegui.ui.app import make_app
from vaegui.ui.desk import Desk, read_at_start
from vaegui.ui.window import MainWindow

# Also where nothing says how long: a machine where much else is running may stand still for seconds.
for waits in (QtBot.waitUntil, QtBot.waitSignal, QtBot.waitSignals, QtBot.waitExposed):
    waits.__kwdefaults__["timeout"] = WAIT

# Calls that a thread's signal has put into the queue are made also after a disconnection. PySide 6.11 does not hold
# what a bound method is bound to meanwhile, and crashes where that is gone: whoever waited lives as long as its test.
_waited = []


def _is_kept(kind):
    begin = kind.__init__

    def keep(self, *args, **kwargs):
        begin(self, *args, **kwargs)
        _waited.append(self)

    kind.__init__ = keep


for kind in (SignalBlocker, MultiSignalBlocker, SignalEmittedSpy):
    _is_kept(kind)


@pytest.fixture(autouse=True)
def _nothing_waits_from_before():
    """All threads of the test before have ended, and what they said was heard."""
    _waited.clear()


def pytest_collection_modifyitems(items):
    for item in items:
        if "/ui/" in item.path.as_posix():
            # A complaint of Qt's is a failure; what the screenless platform cannot do is not a complaint.
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore("This plugin does not support"))


@pytest.fixture(scope="session")
def qapp():
    """The application as the program itself makes it."""
    return make_app(["vaegui"])


@pytest.fixture(autouse=True)
def no_thread_left():
    """A thread that outlives its test fails it. A QThread of ours runs Python, so it has a Python frame."""
    before = set(sys._current_frames())
    yield
    left = {ident: frame for ident, frame in sys._current_frames().items() if ident not in before}
    assert not left, "threads left behind:\n" + "\n".join(
        "".join(traceback.format_stack(frame)[-3:]) for frame in left.values()
    )


@pytest.fixture(autouse=True)
def desktop(tmp_path, monkeypatch):
    """The place of the desktop's trash."""
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    return tmp_path / "xdg"


@pytest.fixture
def own_run(trained_folder, home):
    """A run on digits in the user's own folder."""
    return runs.load(shutil.copytree(trained_folder, home / "runs" / "small"))


@pytest.fixture(scope="session")
def deep_folder(digits, tmp_path_factory):
    """A run on digits whose codes have three dimensions."""
    folder = tmp_path_factory.mktemp("runs") / "deep"
    _train(digits, ModelConfig(hidden=(16,), latent_size=3), folder)
    return folder


@pytest.fixture
def deep_run(deep_folder, home):
    return runs.load(shutil.copytree(deep_folder, home / "runs" / "deep"))


@pytest.fixture(scope="session")
def brief_folder(digits, tmp_path_factory):
    """Another run on digits, cut short."""
    folder = tmp_path_factory.mktemp("runs") / "brief"
    _train(digits, ModelConfig(hidden=(16,)), folder)
    return folder


@pytest.fixture
def brief_run(brief_folder, home):
    return runs.load(shutil.copytree(brief_folder, home / "runs" / "brief"))


@pytest.fixture(scope="session")
def strangers():
    """Images of MNIST's shape that are not MNIST."""
    generator = torch.Generator().manual_seed(0)
    pixels = torch.randint(0, 256, (96, 1, 28, 28), dtype=torch.uint8, generator=generator)
    labels = torch.arange(96) % 10
    names = tuple("0123456789")
    return Dataset("mnist", names, Images(pixels[:64], labels[:64]), Images(pixels[64:], labels[64:]))


@pytest.fixture(scope="session")
def mnist_run_folder(strangers, tmp_path_factory):
    """A run that says it was trained on MNIST."""
    folder = tmp_path_factory.mktemp("runs") / "of-mnist"
    _train(strangers, ModelConfig(hidden=(8,)), folder)
    return folder


@pytest.fixture
def mnist_run(mnist_run_folder, home):
    return runs.load(shutil.copytree(mnist_run_folder, home / "runs" / "of-mnist"))


def _train(dataset, model, folder):
    for _ in recording.train_run(dataset, model, TrainConfig(epochs=1, learning_rate=1e-2, device="cpu"), folder):
        pass


@pytest.fixture
def strangers_folder(strangers, tmp_path):
    """The same images in files as MNIST has them."""
    folder = tmp_path / "files"
    folder.mkdir()
    for images, files in ((strangers.train, IDX_FILES[:2]), (strangers.test, IDX_FILES[2:])):
        for tensor, name in ((images.pixels[:, 0], files[0]), (images.labels, files[1])):
            header = bytes((0, 0, 8, tensor.dim())) + b"".join(n.to_bytes(4, "big") for n in tensor.shape)
            (folder / name).write_bytes(header + tensor.to(torch.uint8).numpy().tobytes())
    return folder


@pytest.fixture(scope="session")
def _folder_of(digits, tmp_path_factory):
    """Train a run of a family once, when it is first asked for."""
    made = {}

    def folder(name):
        if name not in made:
            model, training = FAMILIES[name]
            made[name] = tmp_path_factory.mktemp("families") / name
            for _ in recording.train_run(digits, ModelConfig(**model), TrainConfig(**training), made[name]):
                pass
        return made[name]

    return folder


@pytest.fixture
def run_of(_folder_of, home):
    """A short run of one of hands.FAMILIES in the user's own folder."""

    def copy(name):
        return runs.load(shutil.copytree(_folder_of(name), home / "runs" / name))

    return copy


@pytest.fixture(autouse=True)
def _nothing_is_compiled(monkeypatch):
    """On a slow machine trainings last until compiling seems worth it, and then it slows everything down.

    test_compiled is about that.
    """
    monkeypatch.setattr(training, "WORTH_COMPILING", float("inf"))


@pytest.fixture(scope="session", autouse=True)
def _garbage_stays_here():
    """As `garbage.Collector` has it in the program: no other thread collects what is left of a window."""
    gc.freeze()
    gc.disable()


@pytest.fixture(autouse=True)
def _garbage_is_collected():
    yield
    gc.collect()


@pytest.fixture
def open_window(qtbot):
    """Open windows as the program does; afterwards they are closed, and a message nobody dealt with is a failure."""
    windows = []

    def open_one(run=None, show=True):
        window = MainWindow()
        windows.append(window)
        if window.preferences.layout()[0].isEmpty():
            window.resize(1440, 900)  # what it takes by itself, where the screen is not as small as that of the tests
        Desk(window).finish()
        window.desk.open_first(read_at_start(None if run is None else str(run), window.preferences.last_run))
        if show:
            window.show()
            qtbot.waitExposed(window)
            window.activateWindow()
        return window

    yield open_one
    unexpected = [found.text() for window in windows if (found := box(window))]
    for window in windows:
        if training_of(window):
            window.desk.training.cancel()
            qtbot.waitUntil(lambda window=window: not training_of(window), timeout=WAIT)
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not unexpected


@pytest.fixture
def window(open_window, own_run, qtbot):
    """The window on the user's small run, once the images of digits are there."""
    opened = open_window(own_run.folder)
    qtbot.waitUntil(lambda: len(opened.desk.explorer.reconstruction.table.rows) > 0, timeout=WAIT)
    return opened
