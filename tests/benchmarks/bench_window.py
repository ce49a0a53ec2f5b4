"""What a person feels: time to a clickable map, from drag to pixel, and the window's heartbeat while it trains.

Run with ``make bench``. Every figure is printed with its median and spread; times depend on the machine, so launch is
also given as a ratio to the bare imports, measured in turn in the same run.
"""

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

import vaegui.ui  # noqa: F401  # torch before Qt

# isort: split
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QEventLoop, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from vaegui import runs
from vaegui.models import ModelConfig
from vaegui.training import TrainConfig
from vaegui.ui.app import make_app
from vaegui.ui.map_switches import Tool
from vaegui.ui.window import MainWindow

MIRROR = Path(os.environ.get("VAEGUI_TEST_MNIST", Path(__file__).parents[3] / "shared/data/mnist-mirror"))
LAUNCHES = 5
POINTS = 70_000
IMPORTS = "import torch, pyqtgraph, PySide6.QtWidgets"
LAUNCH = """
import vaegui.ui
from PySide6.QtCore import QEvent, QObject, QTimer
from vaegui.ui.app import make_app
from vaegui.ui.window import MainWindow
app = make_app(["vaegui"])
window = MainWindow()
window.desk.open_first_run()
class Painted(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, window.close)
        return False
painted = Painted()
window.map.plot.viewport().installEventFilter(painted)
window.show()
app.exec()
assert window.desk.explorer.decoded.view.image is not None
"""


def seconds(code: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True)
    return time.perf_counter() - started


def spread(values: list[float], unit: float = 1e3) -> str:
    scaled = np.array(values) * unit
    middle, p95, p99 = np.percentile(scaled, [50, 95, 99])
    return f"median {middle:.2f}, p95 {p95:.2f}, p99 {p99:.2f}, max {scaled.max():.1f}"


def live(span: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(span * 1000), loop.quit)
    loop.exec()


@pytest.fixture
def window(tmp_path, monkeypatch):
    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path))
    make_app(["vaegui"])
    window = MainWindow()
    window.desk.open_first_run()
    window.show()
    window.resize(1440, 900)
    live(0.5)
    yield window
    window.desk.training.cancel()
    while window.desk.training.is_running:
        live(0.02)
    window.close()


def send(plot: pg.PlotWidget, x: float, y: float, kind: QEvent.Type) -> None:
    """Let the left button go down, be dragged or come up at a latent position."""
    place = QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y))))
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    where = QPointF(plot.viewport().mapToGlobal(place))
    event = QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(plot.viewport(), event)


def drag(window: MainWindow, step: int) -> float:
    """Seconds from a mouse event on the map to the decoded image painted."""
    kind = QEvent.Type.MouseButtonPress if step == 0 else QEvent.Type.MouseMove
    started = time.perf_counter()
    send(window.map.plot, np.cos(step / 20), np.sin(step / 20), kind)
    window.desk.explorer.decoded.view.repaint()
    return time.perf_counter() - started


def bench_launch(tmp_path, monkeypatch):
    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path))
    seconds(LAUNCH)
    pairs = [(seconds(IMPORTS), seconds(LAUNCH)) for _ in range(LAUNCHES)]
    bare, launch = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratios = sorted(b / a for a, b in pairs)
    middle = statistics.median(ratios)
    print(f"\nlaunch to painted, clickable map: {launch:.2f} s; bare imports: {bare:.2f} s")
    print(f"  ratio {middle:.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f}, {LAUNCHES} pairs)")


def bench_drag_idle(window):
    drag(window, 0)
    print(f"\ndrag to pixel, idle, ms: {spread([drag(window, step) for step in range(1, 1000)])}")


@pytest.mark.parametrize("reach", [0.5, 1.2, 2.5], ids=["few", "half", "most"])
def bench_linked_brush(window, reach):
    """From a move of the lasso over 70,000 codes to both maps painted anew; the baseline is an empty plot repainted."""
    window.desk.compare([runs.load("mnist-ae-2d").folder])
    live(0.3)
    maps = [driver.map for driver in window.desk.explorer.drivers]
    generator = np.random.default_rng(0)
    labels = generator.integers(0, 10, POINTS)
    for driver in window.desk.explorer.drivers:
        codes = generator.normal(size=(POINTS, 2))
        driver.set_codes(codes, labels, "")
        driver.map.reset_view()
    window.desk.explorer.maps.switches.tools[Tool.LASSO].trigger()
    live(0.3)
    empty = pg.PlotWidget()
    empty.resize(maps[0].plot.size())
    empty.show()
    live(0.2)
    moves, bare = [], []
    send(maps[0].plot, reach, 0, QEvent.Type.MouseButtonPress)
    for angle in np.linspace(0, 2 * np.pi, 120)[1:]:
        started = time.perf_counter()
        send(maps[0].plot, reach * np.cos(angle), reach * np.sin(angle), QEvent.Type.MouseMove)
        for latent_map in maps:
            latent_map.plot.viewport().repaint()
        moves.append(time.perf_counter() - started)
        started = time.perf_counter()
        empty.viewport().repaint()
        bare.append(time.perf_counter() - started)
    send(maps[0].plot, reach, 0, QEvent.Type.MouseButtonRelease)
    count = len(maps[1].selected)
    print(f"\nlasso to both maps, {POINTS:,} codes each, {count:,} of them inside, ms: {spread(moves)}")
    print(f"  two empty plots, ms: {spread([2 * seconds for seconds in bare])}")


@pytest.mark.parametrize("dataset", ["digits", "mnist"])
@pytest.mark.parametrize("architecture", ["mlp", "conv"])
@pytest.mark.timeout(180)
def bench_training(window, dataset, architecture):
    if dataset == "mnist":
        if not MIRROR.is_dir():
            pytest.skip("the MNIST files are not here")
        window.preferences.set_dataset_folder("mnist", MIRROR)
    model = ModelConfig(architecture=architecture, hidden=(256, 256) if architecture == "mlp" else (16, 32))
    steps: list[float] = []
    speeds: list[float] = []
    window.desk.training.figures_added.connect(lambda _: steps.append(time.perf_counter()))
    window.desk.training.progressed.connect(lambda event: speeds.append(getattr(event, "images_per_second", 0)))
    beats: list[tuple[float, float]] = []
    last = time.perf_counter()

    def beat() -> None:
        nonlocal last
        now = time.perf_counter()
        beats.append((now, now - last))
        last = now

    timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(beat)
    window.desk.start_training(dataset, model, TrainConfig(epochs=100_000))
    while not window.desk.training.is_running:
        live(0.02)
    last = started = time.perf_counter()
    timer.start()
    while not steps and time.perf_counter() - started < 60:
        live(0.02)
    first = steps[0]
    drags = []
    drag(window, 0)
    while time.perf_counter() - first < 11:
        live(0.016)
        drags.append(drag(window, len(drags) + 1))
    timer.stop()
    starting = [gap for at, gap in beats if at < first + 1]
    running = [gap for at, gap in beats if at >= first + 1]
    print(f"\ntraining {architecture} on {dataset}: {np.median(speeds):,.0f} images/s")
    print(f"  first figures after {first - started:.1f} s")
    print(f"  heartbeat (10 ms timer), ms: {spread(running)}; while starting: {spread(starting)}")
    print(f"  drag to pixel, ms: {spread(drags)}")
