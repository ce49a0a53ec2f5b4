"""One launch of `bench_window.py`: how the window answers while nothing else runs, or while it trains.

measure_window.py idle '{"architecture": "mlp"}'       prints a JSON object of milliseconds
measure_window.py training '{"architecture": "conv", "threads": 1}'
"""

import dataclasses
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import vaegui.ui  # noqa: F401  # torch before Qt

# isort: split
import numpy as np
import pyqtgraph as pg
import torch
from PySide6.QtCore import QEvent, QEventLoop, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from vaegui import folders, runs
from vaegui.compiled import Recipe, build
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.training import new_model
from vaegui.ui import explorer as explorer_module
from vaegui.ui import training_session
from vaegui.ui.app import make_app
from vaegui.ui.desk import Desk
from vaegui.ui.latent_map import Lattice
from vaegui.ui.map_driver import Subject
from vaegui.ui.map_switches import Tool
from vaegui.ui.window import MainWindow

MIRROR = Path(os.environ["VAEGUI_TEST_MNIST"])
POINTS = 70_000
MODELS = {
    "mlp": ModelConfig(),
    "conv": ModelConfig(architecture="conv", hidden=(16, 32)),
}
CONFIG = TrainConfig(epochs=100_000)
CLASSES = tuple("0123456789")
FRAME = 16  # milliseconds
DRAG_STEPS = 500
SPAN = 13  # seconds of training
SIDE = 30  # tiles of the manifold


def live(span: float) -> None:
    """Let the window run for so many seconds."""
    loop = QEventLoop()
    QTimer.singleShot(round(span * 1000), loop.quit)
    loop.exec()


def until(condition: Callable[[], bool], most: float = 60) -> None:
    """Let the window run until something is so."""
    started = time.perf_counter()
    while not condition():
        assert time.perf_counter() - started < most, "waited too long"
        live(0.01)


def open_window() -> MainWindow:
    """The window, on the run that ships."""
    window = MainWindow()
    Desk(window).finish()
    window.preferences.set_dataset_folder("mnist", MIRROR)
    window.desk.open_first_run()
    window.show()
    window.resize(1440, 900)
    live(0.5)
    until(lambda: window.desk.datasets.get("mnist") is not None)
    live(0.5)
    return window


def pointer(plot: pg.PlotWidget, x: float, y: float, kind: QEvent.Type) -> QMouseEvent:
    """The left button goes down, is dragged or comes up at a latent position."""
    place = QPointF(plot.mapFromScene(plot.getViewBox().mapViewToScene(QPointF(x, y))))
    none, left = Qt.MouseButton.NoButton, Qt.MouseButton.LeftButton
    button = none if kind == QEvent.Type.MouseMove else left
    held = none if kind == QEvent.Type.MouseButtonRelease else left
    where = QPointF(plot.viewport().mapToGlobal(place))
    return QMouseEvent(kind, place, where, button, held, Qt.KeyboardModifier.NoModifier)


def send(plot: pg.PlotWidget, x: float, y: float, kind: QEvent.Type) -> None:
    """Let it happen."""
    QApplication.sendEvent(plot.viewport(), pointer(plot, x, y, kind))


class Hand:
    """A pointer that goes around the middle of the map, with the button down."""

    def __init__(self, window: MainWindow) -> None:
        self._window, self._step = window, 0

    def move(self) -> float:
        """Seconds from the next move of the pointer to the decoded image painted."""
        kind = QEvent.Type.MouseMove if self._step else QEvent.Type.MouseButtonPress
        x, y = np.cos(self._step / 20), np.sin(self._step / 20)
        self._step += 1
        event = pointer(self._window.map.plot, x, y, kind)
        started = time.perf_counter()
        QApplication.sendEvent(self._window.map.plot.viewport(), event)
        self._window.desk.explorer.decoded.view.repaint()
        return time.perf_counter() - started


def milliseconds(values: list[float], name: str) -> dict[str, float]:
    """Median, 95th and 99th percentile and maximum."""
    middle, p95, p99 = np.percentile(np.array(values) * 1e3, [50, 95, 99])
    return {name: middle, f"{name} p95": p95, f"{name} p99": p99, f"{name} max": 1e3 * max(values)}


def timed(action: Callable[[], object]) -> float:
    """Seconds that an action and all that follows from it in the window take."""
    started = time.perf_counter()
    action()
    QApplication.processEvents()
    return time.perf_counter() - started


def many_codes(generator: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    labels = generator.integers(0, 10, POINTS)
    angle = labels * 2 * np.pi / 10
    return np.stack((np.cos(angle), np.sin(angle)), axis=1) + generator.normal(size=(POINTS, 2)) / 2, labels


def idle(window: MainWindow, architecture: str) -> dict[str, float]:
    """Drag, manifold, strips, and changes of run, theme and layers."""
    explorer = window.desk.explorer
    figures = {"open a run": max(timed(lambda run=run: window.desk.open_run(run)) for run in _runs())}
    shape = runs.load("mnist-vae-2d").config.image_shape
    config = MODELS[architecture]
    model = new_model(config, shape, seed=0).eval()
    explorer.set_subject(Subject("benchmark", "mnist", CLASSES, shape, config))
    codes, labels = many_codes(np.random.default_rng(0))
    explorer.set_codes(codes, labels, "", torch.full((POINTS, 2), 0.1))
    explorer.set_model(model)
    window.map.reset_view()
    live(0.5)
    hand = Hand(window)
    hand.move()
    drags, frames = [], []
    for _ in range(DRAG_STEPS):
        drags.append(hand.move())
        frames.append(drags[-1] + timed(lambda: None))
        live(0.005)
    figures |= milliseconds(drags, "pointer to pixel") | milliseconds(frames, "move with all that follows")
    send(window.map.plot, 0, 0, QEvent.Type.MouseButtonRelease)
    figures |= _manifold(window, model)
    figures |= _strips(window)
    layers = [layer for layer in window.maps.switches.layers if layer in window.map.layers]
    layer_times = [timed(layer.trigger) for layer in layers for _ in range(2)]
    figures["toggle a layer"] = 1e3 * max(layer_times)
    themes = [timed(lambda name=name: window.apply_theme(name)) for name in ("dark", "light") * 3]
    figures["change the theme"] = 1e3 * max(themes)
    figures["open a run"] *= 1e3
    return figures


def _runs() -> list[Path]:
    shipped = folders.shipped_folder()
    return [shipped / name for name in ("mnist-ae-2d", "mnist-em-2d", "mnist-pixels", "digits-vae-2d", "mnist-vae-2d")]


def _manifold(window: MainWindow, model: object) -> dict[str, float]:
    """What new weights cost the window, and how long the manifold takes from there to the screen."""
    explorer, switches, latent_map = window.desk.explorer, window.maps.switches, window.map
    switches.manifold.setChecked(True)
    live(1)
    centres = np.linspace(-3, 3, SIDE + 1)[:-1] + 3 / SIDE
    latent_map.lattice = lambda: Lattice(centres, centres[::-1].copy(), QRectF(-3, -3, 6, 6))
    arrivals: list[float] = []
    set_manifold = latent_map.set_manifold

    def watched(*arguments: object) -> None:
        started = time.perf_counter()
        set_manifold(*arguments)
        latent_map.plot.viewport().repaint()
        arrivals.append(time.perf_counter() - started)

    latent_map.set_manifold = watched
    waits = []
    for _ in range(20):
        before = len(arrivals)
        started = time.perf_counter()
        explorer.drivers[0].set_model(model)
        until(lambda before=before: len(arrivals) > before)
        waits.append(time.perf_counter() - started)
        live(0.06)
    latent_map.set_manifold = set_manifold
    switches.manifold.setChecked(False)
    del latent_map.lattice
    return milliseconds(arrivals, "manifold, window") | milliseconds(waits, "manifold, weights to pixel")


def _strips(window: MainWindow) -> dict[str, float]:
    """From a step of the denoising panel's slider to sixteen rows painted."""
    explorer_module.STRIP = 16
    window.docks["denoising"].raise_()
    live(0.2)
    panel = window.desk.explorer.denoising
    times = []
    for step in range(60):
        started = time.perf_counter()
        panel.slider.setValue(20 + step % 2 + step // 2)
        panel.table.repaint()
        times.append(time.perf_counter() - started)
        live(0.005)
    window.docks["reconstruction"].raise_()
    live(0.2)
    more = []
    for _ in range(60):
        started = time.perf_counter()
        window.desk.explorer.reconstruction.others_wanted.emit()
        window.desk.explorer.reconstruction.table.repaint()
        more.append(time.perf_counter() - started)
        live(0.005)
    explorer_module.STRIP = 8
    return milliseconds(times, "denoising, 16 images") | milliseconds(more, "reconstruction, 16 images")


def training(window: MainWindow, architecture: str, threads: int) -> dict[str, float]:
    """The interval between frames in which the target is dragged over 70,000 points, from the start of training on."""
    training_session.choose_threads = lambda: threads
    desk = window.desk
    driver, latent_map = desk.explorer.drivers[0], window.map
    set_codes = driver.set_codes
    jitter = np.random.default_rng(0).normal(scale=0.1, size=(POINTS, 2))

    def crowded(codes: np.ndarray, labels: np.ndarray, caption: str, std: torch.Tensor | None = None) -> None:
        """As many points as in all of MNIST, wherever those of the test images that are followed are."""
        if not len(codes):
            return set_codes(codes, labels, caption, std)
        times = POINTS // len(codes)
        assert driver.subject is not None
        if driver.subject.rows is not None and len(driver.subject.rows) == len(codes):
            driver.subject = dataclasses.replace(driver.subject, rows=driver.subject.rows.repeat(times))
        return set_codes(np.tile(codes, (times, 1)) + jitter, np.tile(labels, times), caption, std.repeat(times, 1))

    speeds: list[float] = []
    first_step: list[float] = []
    desk.training.figures_added.connect(lambda _: first_step or first_step.append(time.perf_counter()))
    desk.training.progressed.connect(lambda event: speeds.append(getattr(event, "images_per_second", 0.0)))
    hand = Hand(window)
    hand.move()
    frames: list[tuple[float, float]] = []
    drags: list[tuple[float, float]] = []
    last = 0.0

    def frame() -> None:
        nonlocal last
        now = time.perf_counter()
        frames.append((now, now - last))
        last = now
        drags.append((now, hand.move()))

    timer = QTimer(interval=FRAME, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(frame)
    last = time.perf_counter()
    timer.start()
    live(1)
    driver.set_codes = crowded
    started = time.perf_counter()
    desk.start_training("mnist", MODELS[architecture], CONFIG)
    until(lambda: bool(first_step))
    begun = first_step[0]
    live(SPAN)
    timer.stop()
    send(latent_map.plot, 0, 0, QEvent.Type.MouseButtonRelease)
    points = len(driver.codes)
    compiled = "compiled" in window.device_label.text()
    desk.training.cancel()
    until(lambda: not desk.training.is_running)
    starting = [gap for at, gap in frames if started <= at < begun + 1]
    running = [gap for at, gap in frames if at >= begun + 1]
    return (
        milliseconds(running, "frame")
        | {"starting, max": 1e3 * max(starting), "first figures": 1e3 * (begun - started)}
        | milliseconds([gap for at, gap in drags if at >= begun + 1], "pointer to pixel")
        | {"images/s": float(np.median(speeds[len(speeds) // 2 :])), "points": points, "compiled": float(compiled)}
    )


def brush(window: MainWindow, reach: float) -> dict[str, float]:
    """A lasso drawn around the middle of one of two maps that are linked."""
    desk = window.desk
    desk.compare([runs.load("mnist-ae-2d").folder])
    live(0.3)
    maps = [driver.map for driver in desk.explorer.drivers]
    generator = np.random.default_rng(0)
    labels = generator.integers(0, 10, POINTS)
    for driver in desk.explorer.drivers:
        driver.set_codes(generator.normal(size=(POINTS, 2)), labels, "")
        driver.map.reset_view()
    window.maps.switches.tools[Tool.LASSO].trigger()
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
        bare.append(2 * (time.perf_counter() - started))
    send(maps[0].plot, reach, 0, QEvent.Type.MouseButtonRelease)
    empty.close()
    return milliseconds(moves, "move") | milliseconds(bare, "two empty plots") | {"inside": len(maps[1].selected)}


def compile_step(architecture: str) -> None:
    """Have a library ready, as it is when somebody trains the same network again."""
    torch.set_num_threads(1)
    shape = runs.load("mnist-vae-2d").config.image_shape
    recipe = Recipe(MODELS[architecture], CONFIG, shape, 54_000, 0, 1)
    build(recipe, recipe.path)
    print("{}")


def main() -> None:
    """Measure and print."""
    what, arguments = sys.argv[1], json.loads(sys.argv[2])
    with tempfile.TemporaryDirectory() as home:
        os.environ.setdefault("VAEGUI_HOME", home)
        if what == "compile":
            compile_step(**arguments)
            return
        make_app(["vaegui"])
        window = open_window()
        found = {"idle": idle, "training": training, "brush": brush}[what](window, **arguments)
        window.close()
    print(json.dumps(found))


if __name__ == "__main__":
    main()
