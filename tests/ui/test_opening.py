"""The start: the map is painted before PyTorch is there, and the rest comes behind it."""

import json
import shutil
import subprocess
import sys

import numpy as np
import pytest
import safetensors.numpy
from hands import WAIT, box, decoded_at, has_colour, pixels, seen, settle, wheel

from vaegui import folders, runs
from vaegui.ui import opening
from vaegui.ui.desk import Desk
from vaegui.ui.garbage import Collector
from vaegui.ui.opening import Opening
from vaegui.ui.preview import caption, first_choices, preview
from vaegui.ui.theme import LIGHT
from vaegui.ui.window import MainWindow


def square(latent_map):
    """The square of the plane that the view shows, whatever the plot's shape: its centre and its side."""
    ranges = np.array(latent_map.view.viewRange())
    return np.array([*ranges.mean(1), np.diff(ranges).min()])


@pytest.fixture
def open_as_launched(qtbot, qapp):
    windows = []

    def launch(wanted=None, meanwhile=lambda window: None):
        window = MainWindow()
        windows.append(window)
        started = Opening(window, wanted)
        started.paint()
        with qtbot.waitSignal(started.done, timeout=WAIT):
            window.resize(1440, 900)
            window.show()
            settle(window.map.plot)
            meanwhile(window)
            assert window.desk is None or window.desk.run is None
        started.wait()
        return window

    yield launch
    for window in windows:
        window.close()
        window.deleteLater()


def test_the_map_needs_no_torch(home):
    """In a process of its own, because this one has it."""
    program = (
        "import sys; from vaegui.ui.app import make_app, MainWindow, Opening\n"
        "make_app([]); window = MainWindow(); Opening(window, None).paint()\n"
        "assert window.map.plot.isEnabled() and len(window.map._codes) == 10_000\n"
        "print([name for name in ('torch', 'sklearn', 'scipy', 'pydantic', 'torchvision') if name in sys.modules])"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert found.stdout.split("\n")[-2] == "[]"


def test_a_window_closed_while_it_loads_leaves_nothing(home):
    program = (
        "from PySide6.QtCore import QTimer; from vaegui.ui import app\n"
        "show = app.MainWindow.showEvent\n"
        "def close_soon(self, event): show(self, event); QTimer.singleShot(300, self.close)\n"
        "app.MainWindow.showEvent = close_soon\n"
        "assert app.run_window(None) == 0"
    )
    found = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=WAIT)
    assert "Traceback" not in found.stderr
    assert "QThread" not in found.stderr
    assert (home / "window.json").is_file()


def test_what_is_painted_first_is_what_is_there_in_the_end(open_as_launched, own_run):
    first = {}

    def look(window):
        first.update(codes=window.map._codes.copy(), target=window.map.target, title=window.windowTitle())
        first["caption"] = window.map._caption.text()
        first["view"] = square(window.map)

    window = open_as_launched(str(own_run.folder), look)
    assert np.allclose(first["codes"], own_run.codes.mean.numpy())
    assert np.allclose(window.map._codes, first["codes"])
    assert window.map.target == first["target"]
    assert window.map._caption.text() == first["caption"] == caption(len(own_run.codes.labels), own_run.name)
    assert window.windowTitle() == first["title"]
    assert np.allclose(square(window.map), first["view"], atol=1e-9)
    assert window.desk.run.folder == own_run.folder
    assert window.desk.explorer.decoded.view.image is not None


def test_a_click_before_pytorch_is_there_is_answered_when_it_is(open_as_launched, own_run, qtbot):
    def move(window):
        window.map.set_target(0.5, -0.25)
        viewport = window.map.plot.viewport()
        wheel(viewport, viewport.rect().center(), 5)
        move.view = square(window.map)

    window = open_as_launched(str(own_run.folder), move)
    assert window.map.target == (0.5, -0.25)
    assert move.view[2] < 4
    assert np.allclose(square(window.map)[:2], move.view[:2], atol=1e-9)
    assert square(window.map)[2] == pytest.approx(move.view[2], rel=0.1)  # panels took their room, and gave some back
    shown = pixels(window.desk.explorer.decoded.view.image)
    assert (shown == decoded_at(own_run.model, 0.5, -0.25)).all()


def test_a_run_that_cannot_be_opened_is_said_and_the_window_works(open_as_launched, own_run, qtbot):
    (own_run.folder / runs.FILES["weights"]).write_bytes(b"broken")
    window = open_as_launched(str(own_run.folder))
    message = box(window)
    assert runs.FILES["weights"] in message.text()
    message.close()
    assert window.desk.run is None
    assert "No run is open" in window.map.message
    # Nothing is left of what was painted before it turned out to be broken.
    assert (window.windowTitle(), window.run_label.text(), window.map._caption.text()) == ("vaegui", "", "")
    assert len(window.map._codes) == 0
    window.desk.open_run(folders.shipped_folder() / "digits-vae-2d")
    assert not window.map.message


def test_a_last_run_that_is_gone_gives_way_to_the_shipped_one(open_as_launched, own_run):
    preferences = MainWindow().preferences
    preferences.last_run = own_run.folder
    shutil.rmtree(own_run.folder)
    window = open_as_launched()
    assert window.desk.run.name == "mnist-vae-2d"
    assert box(window) is None


def test_a_last_run_that_cannot_be_looked_for_is_said_and_another_shown(open_as_launched, tmp_path):
    MainWindow().preferences.last_run = tmp_path / ("x" * 300)
    window = open_as_launched()
    assert "x" * 300 in box(window).text()
    box(window).close()
    assert window.desk.run.name == "mnist-vae-2d"


def test_no_panel_lights_up_in_the_dark_while_the_window_is_built(qtbot, qapp, home):
    window = MainWindow()
    window.apply_theme("dark")
    window.resize(1440, 900)
    window.show()
    desk = Desk(window)
    while desk.go_on():
        settle(window)
        assert has_colour(seen(window), LIGHT.base) < 2000  # digits and the like
        assert has_colour(seen(window), LIGHT.window) < 2000
    window.close()
    window.deleteLater()


def test_panels_wait_until_they_are_tied_together(qtbot, qapp, home):
    window = MainWindow()
    desk = Desk(window)
    for _ in range(6):
        desk.go_on()
    assert not desk.train_panel.train_button.isEnabled()
    window.apply_theme("dark")  # the desktop may change its mind at any time
    desk.finish()
    assert desk.train_panel.train_button.isEnabled()
    assert desk.metrics._theme.name == "dark"
    window.close()
    window.deleteLater()


def test_panels_that_cannot_be_built_are_said_once(qtbot, qapp, monkeypatch):
    def fail(desk):
        raise RuntimeError("no such panel")
        yield

    monkeypatch.setattr(Desk, "_furnish", fail)
    window = MainWindow()
    started = Opening(window, None)
    started.paint()
    window.show()
    qtbot.waitUntil(lambda: box(window) is not None, timeout=WAIT)
    assert "no such panel" in box(window).text()
    box(window).close()
    started.wait()
    window.close()
    assert window.findChild(Collector) is not None  # though little is left to be collected
    window.deleteLater()


def test_the_run_shown_last_is_the_first_choice(tmp_path):
    assert first_choices(None, tmp_path)[0] == tmp_path
    assert first_choices("wanted", tmp_path) == ["wanted"]
    assert preview(first_choices(None, None)).folder == folders.shipped_folder() / "mnist-vae-2d"


def _spoil_tensors(change):
    def spoil(run):
        path = run.folder / runs.FILES["codes"]
        tensors = safetensors.numpy.load(path.read_bytes())
        change(tensors)
        path.write_bytes(safetensors.numpy.save(tensors))

    return spoil


def _spoil_config(change):
    def spoil(run):
        path = run.folder / folders.CONFIG
        values = json.loads(path.read_text())
        change(values)
        path.write_text(json.dumps(values))

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        lambda run: (run.folder / runs.FILES["codes"]).unlink(),
        lambda run: (run.folder / runs.FILES["codes"]).write_bytes(b"{}"),
        lambda run: (run.folder / folders.CONFIG).write_text("[]"),
        lambda run: (run.folder / folders.CONFIG).write_text("{"),
        _spoil_config(lambda values: values.pop("classes")),
        _spoil_config(lambda values: values.update(model=7)),
        _spoil_tensors(lambda tensors: tensors.pop("label")),
        _spoil_tensors(lambda tensors: tensors.update(mean=np.full_like(tensors["mean"], np.nan))),
        _spoil_tensors(lambda tensors: tensors.update(mean=tensors["mean"][:, :1].copy())),
        _spoil_tensors(lambda tensors: tensors.update(label=tensors["label"] + 100)),
    ],
)
def test_what_is_wrong_with_a_run_leaves_the_preview_empty(own_run, spoil):
    spoil(own_run)
    assert preview([own_run.folder]) is None


def test_codes_that_are_no_map_are_not_previewed(deep_run):
    assert preview([deep_run.folder]) is None


def test_a_pytorch_that_cannot_be_loaded_is_said(qtbot, qapp, monkeypatch):
    def fail():
        raise OSError("a library is missing")

    monkeypatch.setattr(opening, "_load_libraries", fail)
    window = MainWindow()
    started = Opening(window, None)
    started.paint()
    window.show()
    qtbot.waitUntil(lambda: box(window) is not None, timeout=WAIT)
    assert "a library is missing" in box(window).text()
    box(window).close()
    started.wait()
    window.close()
    window.deleteLater()


def test_panels_are_built_one_by_one(qtbot, qapp):
    window = MainWindow()
    desk = Desk(window)
    count = 0
    while desk.go_on():
        count += 1
    assert count > 10
    assert not desk.go_on()
    assert all(dock.widget() is not None for dock in window.docks.values())
    assert desk.train_panel.lecture_menu.menuAction() in window.menuBar().actions()
    window.close()
    window.deleteLater()
