"""The tour: the real window, without a screen, driven by real events through what it can do, with pictures of it."""

from __future__ import annotations

import contextlib
import math
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QEventLoop, QPoint, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from tqdm import tqdm

from vaegui import folders, runs, shapes
from vaegui.settings import UserError
from vaegui.ui.app import make_app
from vaegui.ui.desk import Desk
from vaegui.ui.figures.export import MAP
from vaegui.ui.image_view import to_qimage
from vaegui.ui.latent_map import COMPUTING, HINTS
from vaegui.ui.map_switches import FACTOR, Tool
from vaegui.ui.preview import DEFAULT_RUN
from vaegui.ui.window import MainWindow
from vaegui.words import tr

SIZE = (1440, 900)
STEPS = 34
DEEP_RUN = "mnist-vae-32d"
THREE = (  # its strokes, as somebody writes them, on a pad whose sides are 1
    [(0.3, 0.22), (0.42, 0.15), (0.58, 0.16), (0.66, 0.26), (0.6, 0.4), (0.47, 0.48)],
    [(0.47, 0.48), (0.62, 0.52), (0.7, 0.64), (0.66, 0.78), (0.52, 0.86), (0.38, 0.84), (0.29, 0.76)],
)


def run_tour(out: Path) -> int:
    """Walk through what the window can do, from launch over training to comparing; pictures and runs go below `out`.

    The user's own settings and runs are not touched: for the tour, `out` is the user's folder.

    Raises:
        UserError: when `out` cannot be written, or training did not work.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{out} cannot be written: {error.strerror}.") from None
    os.environ["VAEGUI_HOME"] = str(out.resolve())
    os.environ["QT_QPA_PLATFORM"] = "offscreen"

    app = make_app(["vaegui"])
    window = MainWindow()
    desk = Desk(window)
    desk.finish()
    window.show()
    window.resize(*SIZE)
    window.size_docks()
    with contextlib.closing(window), tqdm(total=STEPS, bar_format="{l_bar}{bar}| {n_fmt}/{total_fmt}") as bar:
        for number, words in enumerate(_steps(window, desk), start=1):
            bar.set_description(words)
            _wait(lambda: False, 0.4)
            name = f"{number:02}-{words.replace(' ', '-')}.png"
            guide = window.menus.helper.guide
            front = guide if guide is not None and guide.isVisible() else window
            shown = desk.intake.dialog or desk.sharing.figures.dialog or front
            if not shown.grab().save(str(out / name)):
                raise UserError(f"{out / name} could not be written.")
            bar.update()
    app.processEvents()
    print(f"Pictures: {out.resolve()}\nRun: {desk.run.folder if desk.run else '–'}")
    return 0


def _steps(window: MainWindow, desk: Desk) -> Iterator[str]:
    """Do one thing after the other; each name is that of the picture taken after it."""
    explorer, plot = desk.explorer, window.map.plot

    def pixel(x: float, y: float) -> QPoint:
        place: QPoint = plot.mapFromScene(window.map.view.mapViewToScene(QPointF(x, y)))
        return place

    desk.open_first_run(DEFAULT_RUN)
    yield "launch"

    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    switches = explorer.maps.switches

    def drag(places: list[tuple[float, float]]) -> None:
        path = [pixel(*place) for place in places]
        QTest.mousePress(plot.viewport(), left, none, path[0])
        for place in path:
            QTest.mouseMove(plot.viewport(), place)
            _wait(lambda: False, 0.01)
        QTest.mouseRelease(plot.viewport(), left, none, path[-1])

    drag([(-1.2 + 0.05 * step, 1.4 - 0.04 * step) for step in range(40)])
    yield "drag"

    window.docks["draw"].raise_()
    _wait(lambda: False, 0.1)
    pad = desk.draw_panel.pad
    switches.posterior.trigger()
    for stroke in THREE:
        area = pad.area()
        path = [
            QPoint(*(round(v) for v in (area.left() + x * area.width(), area.top() + y * area.height())))
            for x, y in stroke
        ]
        QTest.mousePress(pad, left, none, path[0])
        for place in path:
            QTest.mouseMove(pad, place)
            _wait(lambda: False, 0.02)
        QTest.mouseRelease(pad, left, none, path[-1])
    _expect(
        lambda: tr("your drawing").lower() in window.map.hint.lower(), 60, "The posterior of the drawing was not found."
    )
    yield "draw"

    QTest.mouseClick(desk.draw_panel.clear_button, left)
    switches.posterior.trigger()
    switches.manifold.trigger()
    switches.prior.trigger()
    switches.points.trigger()
    window.apply_theme("dark")
    yield "manifold in the dark"

    window.apply_theme("light")
    switches.points.trigger()
    switches.manifold.trigger()
    window.docks["runs"].raise_()
    _compare(desk, "mnist-em-2d")
    window.map.set_target(-0.7, 1.9)
    yield "side by side"

    switches.tools[Tool.PATH].trigger()
    drag([(-1.0 + 0.06 * step, 1.9 - 0.085 * step) for step in range(40)])
    desk.path_panel.kind.setCurrentIndex(desk.path_panel.kind.findData("shortest"))
    hints = {HINTS[Tool.PATH], COMPUTING}
    switches.magnification.trigger()
    switches.points.trigger()
    _expect(lambda: len(desk.path_panel.strip.walks) == 2, 120, "No path was found.")
    _expect(
        lambda: all(driver.map.hint not in hints for driver in explorer.drivers), 120, "No magnification was found."
    )
    desk.path_panel.slider.setValue(500)
    yield "shortest path"

    switches.magnification.trigger()
    switches.points.trigger()
    switches.tools[Tool.TARGET].trigger()
    window.menus.stop_comparing_action.trigger()
    window.docks["train"].raise_()
    window.docks["curves"].raise_()
    panel = desk.train_panel
    panel.dataset.setCurrentIndex(panel.dataset.findData("digits"))
    QTest.mouseClick(panel.train_button, left)
    _expect(lambda: desk.training.is_running, 60, "Training did not start.")
    _expect(lambda: desk.metrics.point_counts[1] >= 40 or not desk.training.is_running, 120, "Training stands still.")
    yield "training"

    _expect(lambda: not desk.training.is_running, 300, "Training did not end.")
    yield "trained"

    QTest.mouseClick(explorer.reconstruction.others_button, left)
    yield "reconstruction"

    window.docks["denoising"].raise_()
    explorer.denoising.slider.setValue(20)
    yield "denoising"

    window.map.switches.manifold.trigger()
    window.apply_theme("dark")
    yield "dark"

    window.apply_theme("light")
    window.map.switches.manifold.trigger()
    explorer.samples.redraw_action.trigger()
    yield "samples"

    window.docks["bound"].raise_()
    _expect(lambda: desk.bound_panel.waterfall.parts is not None, 60, "The bound was not found.")
    QTest.mouseClick(desk.bound_panel.optimise_button, left)
    _expect(lambda: "ELBO(q*)" in desk.bound_panel.waterfall.texts, 60, "The best q was not found.")
    yield "bound"

    window.docks["gaps"].raise_()
    QTest.mouseClick(desk.gaps_panel.controls.button, left)
    _expect(lambda: desk.gap_study.is_busy, 10, "Nothing is being measured.")
    _expect(lambda: not desk.gap_study.is_busy, 180, "The gaps were not measured.")
    yield "gaps"

    window.docks["gradients"].raise_()
    QTest.mouseClick(desk.gradients_panel.controls.button, left)
    _expect(lambda: desk.gradient_lab.is_busy, 10, "Nothing is being drawn.")
    _expect(lambda: not desk.gradient_lab.is_busy, 180, "The gradients were not estimated.")
    window.apply_theme("dark")
    yield "gradients in the dark"

    window.apply_theme("light")
    switches.posterior.trigger()
    window.docks["curves"].raise_()
    window.docks["samples"].raise_()
    _compare(desk, "digits-vae-2d")
    switches.tools[Tool.LASSO].trigger()
    reach, (x, y) = 0.8, window.map.target
    angles = [2 * math.pi * step / 40 for step in range(40)]
    drag([(x + reach * math.cos(angle), y + reach * math.sin(angle)) for angle in angles])
    _expect(lambda: len(desk.selecting.rows) > 0, 5, "Nothing was selected.")
    yield "selection"

    window.docks["figures"].raise_()
    _expect(lambda: desk.studies.figures.table.rowCount() > 1, 120, "Nothing was measured.")
    yield "figures"

    window.docks["few-labels"].raise_()
    desk.studies.few_labels.measure_wanted.emit(5)
    _expect(lambda: not desk.studies.is_busy, 180, "The probes did not end.")
    window.apply_theme("dark")
    yield "few labels in the dark"

    window.apply_theme("light")
    window.menus.stop_comparing_action.trigger()
    desk.selection_panel.clear_wanted.emit()
    switches.tools[Tool.TARGET].trigger()
    window.docks["curves"].raise_()
    window.docks["train"].raise_()
    window.map.switches.posterior.trigger()
    stops = {stop.data().key: stop for stop in panel.lecture_menu.actions() if stop.data() is not None}
    stops["Expectation-Maximization"].trigger()
    for setting, value in (("epochs", 60), ("amortise_epochs", 20)):
        panel.train_form.set_value(setting, value)
    runs_before = desk.run
    QTest.mouseClick(panel.train_button, left)
    _expect(lambda: desk.training.is_running, 60, "EM did not start.")
    _expect(lambda: desk.metrics.point_counts[1] >= 30 or not desk.training.is_running, 120, "EM stands still.")
    window.map.set_target(0.6, 0.6)
    yield "EM"

    _expect(lambda: not desk.training.is_running and desk.run is not runs_before, 300, "EM did not end.")
    window.map.set_target(0.6, 0.6)
    window.docks["reconstruction"].raise_()
    _expect(lambda: window.map.posterior.regions is not None, 20, "The posterior was not found.")
    yield "posterior"

    switches.posterior.trigger()
    window.docks["train"].raise_()
    panel.choose_dataset(shapes.NAME)
    panel.shapes_form.fill({"count": 2000, "form": False, "scale": False, "rotation": False})
    panel.model_form.fill({})
    panel.train_form.fill({"epochs": 30})
    before = desk.run
    QTest.mouseClick(panel.train_button, left)
    _expect(lambda: desk.training.is_running, 60, "Training on shapes did not start.")
    _expect(lambda: not desk.training.is_running and desk.run is not before, 300, "Training on shapes did not end.")
    switches.colours[f"{FACTOR}x"].trigger()
    window.docks["factors"].raise_()
    QTest.mouseClick(desk.factors_panel.button, left)
    _expect(lambda: desk.factors_panel.scores is not None, 120, "The factors were not scored.")
    yield "factors"

    desk.intake.import_from(_own_images(folders.user_folder() / "images"))
    dialog = desk.intake.dialog
    assert dialog is not None
    _expect(lambda: not dialog.is_busy and len(dialog.after.images) > 0, 60, "No images were found.")
    yield "import"

    dialog.reject()
    desk.teaching.open_shipped("2-the-bound-and-the-truth")
    _expect(lambda: desk.teaching.lesson is not None, 30, "The lesson did not open.")
    desk.teaching.go_to(2)
    _expect(lambda: desk.run is not None and desk.run.name == DEFAULT_RUN, 30, "The lesson's run did not open.")
    yield "a lesson"

    desk.teaching.close_lesson()
    desk.sharing.figures.ask(MAP)
    figure = desk.sharing.figures.dialog
    assert figure is not None
    _wait(lambda: False, 1.0)  # until the preview is drawn
    yield "a figure"

    figure.reject()
    yield from _more_dimensions(window, desk)

    window.docks["runs"].raise_()
    window.docks["curves"].raise_()
    window.apply_theme("dark")
    yield "runs in the dark"

    window.apply_theme("light")
    yield from _help(window)
    yield from _arrangements(window)


def _more_dimensions(window: MainWindow, desk: Desk) -> Iterator[str]:
    """A run whose codes have 32 dimensions, and where it is among the others."""
    before, panel = desk.run, desk.dimensions_panel
    assert before is not None
    desk.open_run(runs.load(DEEP_RUN).folder)
    window.docks["dimensions"].raise_()
    _expect(lambda: panel.rows.has_images, 60, "The dimensions were not decoded.")
    QTest.mouseClick(panel.rows, Qt.MouseButton.LeftButton, pos=panel.rows.place_of(2, 1.5).toPoint())
    yield "dimensions"

    window.docks["plane"].raise_()
    _expect(lambda: len(desk.plane_panel.plot.points) > 2, 60, "No runs were found for the plane.")
    yield "rate and distortion"

    desk.open_run(before.folder)


def _help(window: MainWindow) -> Iterator[str]:
    """What tells a newcomer what there is."""
    helper, palette = window.menus.helper, window.menus.palette
    helper.first_steps.begin()
    yield "first steps"

    helper.first_steps.end()
    palette.toggle()
    QTest.keyClicks(palette.line, "map")
    yield "find a command"

    palette.toggle()
    helper.show_page("map")
    yield "guide"

    assert helper.guide is not None
    helper.guide.close()


def _arrangements(window: MainWindow) -> Iterator[str]:
    """Layouts and sizes of text."""
    for name in ("train", "compare", "teach"):
        window.layouts.choose(name)
        if name == "compare":
            window.apply_theme("dark")
        yield f"layout {name}" + (" in the dark" if name == "compare" else "")

    window.layouts.choose("explore")
    window.looks.choose_text_size(200)
    yield "large text"

    window.looks.choose_text_size(100)


def _own_images(folder: Path) -> Path:
    """Write some images to import, as somebody's own."""
    drawn = shapes.generate(shapes.ShapesConfig(side=48, count=100, hue=True))
    for row, pixels in enumerate(drawn.train.pixels[:60]):
        place = folder / drawn.classes[drawn.train.labels[row]]
        place.mkdir(parents=True, exist_ok=True)
        to_qimage(pixels.permute(1, 2, 0).numpy()).scaled(72, 48).save(str(place / f"{row:02}.png"))
    return folder


def _compare(desk: Desk, name: str) -> None:
    """Tick a run that ships in the list of runs."""
    desk.runs_panel.set_ticked([runs.load(name).folder])
    desk.compare(desk.runs_panel.ticked)


def _expect(condition: Callable[[], bool], seconds: float, otherwise: str) -> None:
    if not _wait(condition, seconds):
        raise UserError(otherwise)


def _wait(condition: Callable[[], bool], seconds: float) -> bool:
    """Let the window live until something has happened or the time is over."""
    if condition():
        return True  # it may be over when the loop has begun
    loop = QEventLoop()

    def look() -> None:
        if condition():
            loop.quit()

    poll = QTimer(interval=10)
    poll.timeout.connect(look)
    poll.start()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    poll.stop()
    return condition()
