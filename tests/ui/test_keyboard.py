"""The window without a mouse: where the Tab key goes, and what keys do in each panel and each dialog."""

import itertools
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pytest
from hands import WAIT, finish, training_of
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QDockWidget,
    QLineEdit,
    QMessageBox,
    QRadioButton,
    QToolButton,
    QWidget,
)

from vaegui.plane import densest
from vaegui.ui.accessible import FocusFrame
from vaegui.ui.dialogs import show_error
from vaegui.ui.docks import Explanation, WhyButton
from vaegui.ui.map_switches import Tool
from vaegui.ui.pad import DrawTool
from vaegui.ui.pins import Pin
from vaegui.ui.window import DOCKS

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
LETTERS = "pmcqhxeutsbwgil"  # that are shortcuts of the window's


def press(key, modifiers=NONE, times=1):
    """Press a key where the focus is, as hands do: nobody says to which widget it goes."""
    for _ in range(times):
        widget = QApplication.focusWidget()
        assert widget is not None
        QTest.keyClick(widget, key, modifiers)
        QApplication.processEvents()


def go_to(qtbot, window, widget, most=200):
    """Press Tab until a widget has the focus."""
    dock = dock_of(widget)
    if dock is not None:
        raise_dock(qtbot, dock)
    for _ in range(most):
        if window.focusWidget() is (widget.focusProxy() or widget):
            return
        press(Key.Key_Tab)
    raise AssertionError(f"the Tab key does not go to {widget}")


def raise_dock(qtbot, dock):
    dock.show()
    dock.raise_()
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty(), timeout=WAIT)


def dock_of(widget):
    while widget is not None and not isinstance(widget, QDockWidget):
        widget = widget.parentWidget()
    return widget


def tab_stops(window, key=Key.Key_Tab):
    """All widgets that the Tab key goes to from the map, until it is there again."""
    window.map.plot.setFocus()
    stops = [window.focusWidget()]
    while len(stops) < 500:
        press(key)
        if window.focusWidget() is stops[0]:
            return stops
        stops.append(window.focusWidget())
    raise AssertionError("the Tab key is caught")


def is_seen(widget):
    parts = [widget, *widget.findChildren(QWidget)]
    return any(not part.visibleRegion().isEmpty() for part in parts)


def place_of(window, widget):
    return QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())


# Where the Tab key goes


def test_the_tab_key_goes_round_all_that_is_seen_and_nothing_else(window, qtbot):
    stops = tab_stops(window)
    assert len(set(stops)) == len(stops)
    hidden = [stop for stop in stops if not is_seen(stop)]
    assert hidden == []  # Qt’s own order leads into docks that lie behind others
    for dock in window.docks.values():
        if not dock.visibleRegion().isEmpty():
            assert any(dock.isAncestorOf(stop) for stop in stops), dock.windowTitle()
    assert {action.text() for action in window.maps.switches.tools.values()} <= {
        stop.defaultAction().text() for stop in stops if isinstance(stop, QToolButton) and stop.defaultAction()
    }


def test_shift_and_tab_goes_the_same_way_back(window, qtbot):
    there, back = tab_stops(window), tab_stops(window, Key.Key_Backtab)
    assert back == [there[0], *reversed(there[1:])]


def test_every_panel_lets_the_tab_key_in_and_out(window, qtbot):
    for dock in window.docks.values():
        raise_dock(qtbot, dock)
        inside = [stop for stop in tab_stops(window) if dock.isAncestorOf(stop)]
        assert isinstance(inside[0], WhyButton), dock.windowTitle()


@pytest.mark.parametrize("what", ["another layout", "large text", "a closed panel"])
def test_the_map_takes_the_keys_when_what_had_them_is_gone(window, qtbot, what):
    if what == "large text":
        tool = window.maps.switches.reset_view
        had = next(button for button in window.findChildren(QToolButton) if button.defaultAction() is tool)
    else:
        had = window.desk.train_panel.dataset
    go_to(qtbot, window, had)
    if what == "another layout":
        press(Key.Key_4, CTRL)
    elif what == "large text":
        press(Key.Key_Equal, CTRL, times=4)
        qtbot.waitUntil(lambda: not had.isVisible(), timeout=WAIT)
    else:
        dock_of(had).close()
    assert not had.isVisible()
    assert window.map.plot.hasFocus()
    framed = [frame.parentWidget() for frame in window.findChildren(FocusFrame) if frame.isVisible()]
    assert framed == [window.map.plot]
    press(Key.Key_0, CTRL)


def test_the_tab_key_goes_as_one_reads(window, qtbot):
    for dock in window.docks.values():
        raise_dock(qtbot, dock)
        inside = [stop for stop in tab_stops(window) if dock.isAncestorOf(stop)]
        for one, other in itertools.pairwise(inside):
            before, after = place_of(window, one), place_of(window, other)
            goes_back = after.bottom() <= before.top() and after.left() <= before.left()
            assert not goes_back, (dock.windowTitle(), one, other)
    stops = tab_stops(window)
    docks = [dock_of(stop).objectName() for stop in stops if dock_of(stop) is not None]
    assert [name for name, _ in itertools.groupby(docks)] == [name for name in DOCKS if name in docks]
    tools = [stop for stop in stops if window.maps.bar.isAncestorOf(stop)]
    assert stops[-len(tools) - 1 :] == [*tools, window.maps.why_button]  # the row above the map, where one began
    legend = [stop for stop in stops if stop.property("class_index") is not None]
    start = stops.index(legend[0])
    assert stops[start : start + len(legend)] == legend


# What keys do, panel by panel


@dataclass(frozen=True)
class Row:
    """What can be done in a panel, the keys that do it, and the proof."""

    panel: str
    what: str
    keys: str
    check: Callable


def moved(before, after):
    return float(np.hypot(after[0] - before[0], after[1] - before[1]))


def check_target(window, qtbot):
    latent_map = window.map
    latent_map.plot.setFocus()
    latent_map.set_target(0.0, 0.0)
    width = latent_map.view.viewRect().width()
    press(Key.Key_Right)
    assert latent_map.target == pytest.approx((width / 100, 0))
    press(Key.Key_Up, SHIFT)
    assert latent_map.target == pytest.approx((width / 100, width / 20))


def check_view(window, qtbot):
    latent_map = window.map
    latent_map.plot.setFocus()
    whole, target = latent_map.view.viewRect(), latent_map.target
    press(Key.Key_Plus)
    assert latent_map.view.viewRect().width() == pytest.approx(0.8 * whole.width())
    press(Key.Key_Minus)
    press(Key.Key_Right, CTRL)
    assert latent_map.view.viewRect().left() == pytest.approx(whole.left() + 0.1 * whole.width())
    press(Key.Key_Down, CTRL)
    assert latent_map.view.viewRect().top() == pytest.approx(whole.top() - 0.1 * whole.height())
    assert latent_map.target == target
    press(Key.Key_Home)
    assert latent_map.view.viewRect().left() == pytest.approx(whole.left())


def check_nearest(window, qtbot):
    latent_map, codes = window.map, window.desk.explorer.drivers[0].codes
    latent_map.plot.setFocus()
    latent_map.set_target(0.3, 0.2)
    press(Key.Key_Return)
    nearest = codes[np.argmin(((codes - (0.3, 0.2)) ** 2).sum(1))]
    assert latent_map.target == pytest.approx(tuple(nearest))


def check_classes(window, qtbot):
    latent_map = window.map
    latent_map.plot.setFocus()
    latent_map.switches.set_hidden(1, True)
    centres = {label: densest(latent_map.codes[latent_map.labels == label]) for label in range(10)}
    here = latent_map.label_of(latent_map.nearest(*latent_map.target))
    order = [label for label in range(10) if label != 1]
    for _ in range(len(order)):  # all of them, also one that lies in the midst of another
        here = order[(order.index(here) + 1) % len(order)]
        press(Key.Key_PageDown)
        assert latent_map.target == centres[here]
    press(Key.Key_PageUp)
    assert latent_map.target == centres[order[order.index(here) - 1]]


def check_box(window, qtbot):
    latent_map, codes = window.map, window.desk.explorer.drivers[0].codes
    latent_map.plot.setFocus()
    press(Key.Key_B)
    assert latent_map.switches.tool is Tool.BOX
    latent_map.set_target(-0.5, -0.5)
    press(Key.Key_Space)
    press(Key.Key_Right, SHIFT, times=3)
    press(Key.Key_Up, SHIFT, times=4)
    x, y = latent_map.target
    press(Key.Key_Return)
    inside = ((codes >= (-0.5, -0.5)) & (codes <= (x, y))).all(1)
    assert 0 < inside.sum() < len(codes)
    assert sorted(window.desk.selecting.rows) == np.flatnonzero(inside).tolist()
    # Esc gives up, and Ctrl adds.
    latent_map.plot.setFocus()
    before = list(window.desk.selecting.rows)
    latent_map.set_target(x, y)
    press(Key.Key_Space)
    press(Key.Key_Right, SHIFT, times=2)
    press(Key.Key_Escape)
    assert list(window.desk.selecting.rows) == before
    assert not latent_map.keys.is_down
    latent_map.set_target(x, y)
    press(Key.Key_Space, CTRL)
    press(Key.Key_Left, SHIFT, times=14)
    press(Key.Key_Down, SHIFT, times=14)
    low = latent_map.target
    press(Key.Key_Space)
    inside |= ((codes >= low) & (codes <= (x, y))).all(1)
    assert inside.sum() > len(before)
    assert sorted(window.desk.selecting.rows) == np.flatnonzero(inside).tolist()


def check_lasso(window, qtbot):
    latent_map, codes = window.map, window.desk.explorer.drivers[0].codes
    latent_map.plot.setFocus()
    press(Key.Key_S)
    latent_map.set_target(-0.5, -0.5)
    corners = [latent_map.target]
    press(Key.Key_Space)
    for key in (Key.Key_Right, Key.Key_Up, Key.Key_Left):
        press(key, SHIFT, times=4)
        corners.append(latent_map.target)
    press(Key.Key_Return)
    low, high = np.min(corners, axis=0), np.max(corners, axis=0)
    inside = ((codes >= low) & (codes <= high)).all(1)
    assert inside.sum() > 0
    assert sorted(window.desk.selecting.rows) == np.flatnonzero(inside).tolist()


def check_path_tool(window, qtbot):
    latent_map, walking = window.map, window.desk.walking
    latent_map.plot.setFocus()
    press(Key.Key_W)
    latent_map.set_target(8.0, 8.0)  # where no code is near
    press(Key.Key_Return)
    latent_map.plot.setFocus()
    latent_map.set_target(9.0, 8.0)
    press(Key.Key_Return)
    assert walking.pins == (Pin("1", (8.0, 8.0)), Pin("2", (9.0, 8.0)))
    latent_map.plot.setFocus()
    press(Key.Key_Space)  # takes hold of the pin under the target
    press(Key.Key_Up, SHIFT, times=2)
    press(Key.Key_Return)
    assert walking.pins == (Pin("1", (8.0, 8.0)), Pin("2", pytest.approx(latent_map.target)))
    window.desk.undo_stack.undo()
    assert walking.pins[1].place == (9.0, 8.0)


def check_layers(window, qtbot):
    switches = window.maps.switches
    window.map.plot.setFocus()
    press(Key.Key_C)
    assert switches.prior.isChecked()
    go_to(qtbot, window, window.maps.bar.widgetForAction(switches.points))
    press(Key.Key_Space)
    assert not switches.points.isChecked()


def check_background(window, qtbot):
    button = window.maps._background
    go_to(qtbot, window, button)
    QTimer.singleShot(0, window, lambda: choose_in(qtbot, button.menu(), "Manifold"))
    press(Key.Key_Space)
    qtbot.waitUntil(window.maps.switches.manifold.isChecked, timeout=WAIT)


def choose_in(qtbot, menu, text):
    """Go down a menu, once it is open, to an entry and press Enter."""
    qtbot.waitUntil(menu.isVisible, timeout=WAIT)
    entries = [entry.text().replace("&", "") for entry in menu.actions()]
    for _ in entries:
        if menu.activeAction() is None or menu.activeAction().text().replace("&", "") != text:
            QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Return)


def check_legend(window, qtbot):
    buttons = [stop for stop in tab_stops(window) if stop.property("class_index") is not None]
    buttons[3].setFocus()
    press(Key.Key_Space)
    assert window.maps.switches.hidden == {3}
    press(Key.Key_Space, SHIFT)
    assert window.maps.switches.hidden == set(range(10)) - {3}


def check_why(window, qtbot):
    go_to(qtbot, window, window.maps.why_button)
    press(Key.Key_Space)
    found = [child for child in window.findChildren(Explanation) if child.isVisible()]
    assert len(found) == 1
    qtbot.keyClick(found[0], Key.Key_Escape)
    qtbot.waitUntil(lambda: not any(child.isVisible() for child in window.findChildren(Explanation)), timeout=WAIT)


def check_dock_buttons(window, qtbot):
    dock = window.docks["curves"]
    for name, is_done in (("float", dock.isFloating), ("close", dock.isHidden)):
        dock.setFloating(False)
        window.activateWindow()
        qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT)
        window.map.plot.setFocus()
        button = dock.findChild(QAbstractButton, f"qt_dockwidget_{name}button")
        go_to(qtbot, window, button)
        assert button.accessibleName().endswith("the panel Curves")
        press(Key.Key_Space)
        qtbot.waitUntil(is_done, timeout=WAIT)


def check_train(window, qtbot):
    panel = window.desk.train_panel
    go_to(qtbot, window, panel.dataset)
    while panel.dataset.currentData() != "digits":
        press(Key.Key_Down)
    epochs = panel.train_form.fields["epochs"]
    go_to(qtbot, window, epochs)
    press(Key.Key_A, CTRL)
    QTest.keyClicks(window.focusWidget(), "100000")
    go_to(qtbot, window, panel.train_button)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)
    qtbot.waitUntil(lambda: window.desk.metrics.point_counts[0] > 0, timeout=WAIT)
    go_to(qtbot, window, panel.stop_button)
    press(Key.Key_Space)
    finish(qtbot, window)


def check_runs(window, qtbot):
    tree = window.desk.runs_panel.list
    go_to(qtbot, window, tree)
    press(Key.Key_Home)
    if window.desk.runs_panel.current_folder() == window.desk.run.folder:
        press(Key.Key_Down)
    folder = window.desk.runs_panel.current_folder()
    press(Key.Key_Space)
    assert window.desk.runs_panel.ticked == [folder]
    press(Key.Key_Return)
    assert window.desk.run.folder == folder


def check_pad(window, qtbot):
    pad = window.desk.draw_panel.pad
    go_to(qtbot, window, pad)
    press(Key.Key_X)
    assert pad.tool is DrawTool.PIXEL
    press(Key.Key_Right)
    press(Key.Key_Space)
    press(Key.Key_Down)
    press(Key.Key_Space)
    assert (pad.image > 0).sum() == 2
    press(Key.Key_Space, SHIFT)
    assert (pad.image > 0).sum() == 1
    press(Key.Key_Delete)
    assert pad.is_empty
    press(Key.Key_E)
    assert pad.tool is DrawTool.ERASER


def check_decoded(window, qtbot):
    spin = window.desk.explorer.decoded.spins[0]
    go_to(qtbot, window, spin)
    press(Key.Key_A, CTRL)
    QTest.keyClicks(spin, "0.5")
    press(Key.Key_Return)
    assert window.map.target[0] == 0.5


def check_table(panel):
    def check(window, qtbot):
        panels = {"reconstruction": window.desk.explorer.reconstruction, "denoising": window.desk.explorer.denoising}
        table = panels[panel].table
        raise_dock(qtbot, window.docks[panel])
        qtbot.waitUntil(lambda: len(table.rows) > 0, timeout=WAIT)
        go_to(qtbot, window, table)
        targets = []
        for key in (Key.Key_Return, Key.Key_Down, Key.Key_End, Key.Key_Home):
            press(key)
            targets.append(window.map.target)
        assert targets[0] == targets[3]
        assert len(set(targets)) == 3

    return check


def check_noise_level(window, qtbot):
    panel = window.desk.explorer.denoising
    go_to(qtbot, window, panel.slider)
    press(Key.Key_Right)
    press(Key.Key_PageUp)
    assert panel.noise[1] == pytest.approx(0.31)
    seed = panel.seed
    go_to(qtbot, window, panel.again_button)
    press(Key.Key_Space)
    assert panel.seed == seed + 1


def check_bound(window, qtbot):
    panel = window.desk.bound_panel
    raise_dock(qtbot, window.docks["bound"])
    qtbot.waitUntil(panel.optimise_button.isVisible, timeout=WAIT)
    go_to(qtbot, window, panel.full_box)
    press(Key.Key_Space)
    assert panel.full_box.isChecked()
    go_to(qtbot, window, panel.optimise_button)
    press(Key.Key_Space)
    qtbot.waitUntil(panel.amortised_button.isEnabled, timeout=WAIT)


def check_samples(window, qtbot):
    panel = window.desk.explorer.samples
    raise_dock(qtbot, window.docks["samples"])
    qtbot.waitUntil(lambda: panel.sheet.image is not None, timeout=WAIT)
    go_to(qtbot, window, panel.sheet)
    targets = []
    for key in (Key.Key_Return, Key.Key_Right, Key.Key_Down, Key.Key_End):
        press(key)
        targets.append(window.map.target)
    assert len(set(targets)) == 4
    press(Key.Key_G)
    assert panel.seed == 1


def check_selection(window, qtbot):
    panel = window.desk.selection_panel
    go_to(qtbot, window, panel.classes)
    press(Key.Key_Down)
    go_to(qtbot, window, panel.select_button)
    press(Key.Key_Space)
    labels = window.desk.explorer.drivers[0].images.labels.numpy()
    assert sorted(window.desk.selecting.rows) == np.flatnonzero(labels == 1).tolist()
    go_to(qtbot, window, panel.sheet)
    press(Key.Key_Home)
    press(Key.Key_Right)
    press(Key.Key_Return)
    code = window.desk.explorer.drivers[0].code_of(panel.shown_rows[1])
    assert window.map.target == pytest.approx(code)


def check_curves(window, qtbot):
    metrics = window.desk.metrics
    widget = metrics._widgets["rate"]
    go_to(qtbot, window, widget)
    view = widget.getViewBox()
    whole = view.viewRect()
    press(Key.Key_Plus)
    assert view.viewRect().width() == pytest.approx(0.8 * whole.width())
    press(Key.Key_Left)
    assert view.viewRect().center().x() < whole.center().x()
    press(Key.Key_Home)
    assert view.viewRect().width() == pytest.approx(whole.width())
    press(Key.Key_L)
    assert metrics.log_action.isChecked()


def with_pins(window, qtbot):
    window.desk.walking.set_pins((Pin("a", (0.0, 0.0)), Pin("b", (1.0, 1.0)), Pin("c", (2.0, 0.0))))
    raise_dock(qtbot, window.docks["path"])
    qtbot.waitUntil(lambda: len(window.desk.path_panel.strip.walks) == 1, timeout=WAIT)


def check_pins(window, qtbot):
    with_pins(window, qtbot)
    panel = window.desk.path_panel

    def names():
        return [pin.name for pin in window.desk.walking.pins]

    go_to(qtbot, window, panel.list)
    press(Key.Key_Home)
    press(Key.Key_Down, ALT)
    assert names() == ["b", "a", "c"]
    press(Key.Key_Down, ALT)
    press(Key.Key_Down, ALT)  # it is the last one
    assert names() == ["b", "c", "a"]
    press(Key.Key_Up, ALT)
    assert names() == ["b", "a", "c"]
    press(Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    QTest.keyClicks(editor, "psm")  # letters that are shortcuts elsewhere
    press(Key.Key_Return)
    qtbot.waitUntil(lambda: names() == ["b", "psm", "c"], timeout=WAIT)
    panel.list.setFocus()
    press(Key.Key_Delete)
    assert len(names()) == 2
    window.desk.undo_stack.undo()
    assert names() == ["b", "psm", "c"]


def check_strip(window, qtbot):
    with_pins(window, qtbot)
    panel = window.desk.path_panel
    go_to(qtbot, window, panel.strip)
    press(Key.Key_End)
    assert window.map.target == pytest.approx((2.0, 0.0))
    press(Key.Key_Left)
    assert 0 < panel.position < 1
    press(Key.Key_Home)
    assert window.map.target == pytest.approx((0.0, 0.0))
    go_to(qtbot, window, panel.slider)
    press(Key.Key_End)
    assert window.map.target == pytest.approx((2.0, 0.0))


def with_rival(window):
    """Compare the open run with a copy of it."""
    run = window.desk.run.folder
    other = shutil.copytree(run, run.with_name("again"))
    window.desk.refresh_runs()
    window.desk.runs_panel.set_ticked([other])
    window.desk.compare([other])


def check_measuring(name):
    def check(window, qtbot):
        if name == "figures":
            with_rival(window)
        panel = window.panel(name)
        raise_dock(qtbot, window.docks[name])
        qtbot.waitUntil(panel.controls.button.isVisible, timeout=WAIT)  # some measure by themselves
        go_to(qtbot, window, panel.controls.button)
        press(Key.Key_Space)
        # Cancel takes the focus over from the button that is gone; or all was measured already.
        qtbot.waitUntil(
            lambda: panel.controls.cancel_button.hasFocus() or panel.controls.button.text() != "Measure", timeout=WAIT
        )
        if panel.controls.cancel_button.isVisible():
            press(Key.Key_Space)
        qtbot.waitUntil(panel.controls.button.isVisible, timeout=WAIT)
        qtbot.waitUntil(panel.controls.button.hasFocus, timeout=WAIT)

    return check


def check_few_labels(window, qtbot):
    panel = window.panel("few-labels")
    raise_dock(qtbot, window.docks["few-labels"])
    go_to(qtbot, window, panel.draws)
    press(Key.Key_Up)
    panel.draws.setValue(50)  # there is something to cancel, also for who looks late
    go_to(qtbot, window, panel.measure_button)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: panel.measure_button.text() == "Cancel", timeout=WAIT)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: panel.measure_button.text() != "Cancel", timeout=WAIT)


def check_gradients(window, qtbot):
    panel = window.panel("gradients")
    raise_dock(qtbot, window.docks["gradients"])
    qtbot.waitUntil(panel.controls.button.isEnabled, timeout=WAIT)
    go_to(qtbot, window, panel.controls.button)
    press(Key.Key_Space)
    qtbot.waitUntil(lambda: panel.slider.isVisible() and panel.controls.button.isVisible(), timeout=WAIT)
    go_to(qtbot, window, panel.slider)
    before = panel.samples
    press(Key.Key_Right)
    assert panel.samples == 2 * before


def check_dimensions(window, qtbot):
    rows = window.panel("dimensions").rows
    raise_dock(qtbot, window.docks["dimensions"])
    go_to(qtbot, window, rows)
    qtbot.waitUntil(lambda: len(rows.rows) == 2, timeout=WAIT)
    before = window.map.target
    press(Key.Key_Down)
    press(Key.Key_Right)
    dimension = rows.current.index
    assert window.map.target[dimension] == pytest.approx(before[dimension] + 0.1)
    assert window.map.target[1 - dimension] == before[1 - dimension]
    go_to(qtbot, window, window.panel("dimensions").back_button)
    press(Key.Key_Space)
    row = window.desk.explorer.drivers[0].chosen
    assert window.map.target == window.desk.explorer.drivers[0].code_of(row)


def check_factors(window, qtbot):
    """Digits have no factors: the button says so, and the (?) explains."""
    panel = window.panel("factors")
    raise_dock(qtbot, window.docks["factors"])
    assert not panel.button.isEnabled()
    assert "shapes" in panel.words
    why = window.docks["factors"].findChild(WhyButton)
    go_to(qtbot, window, why)
    press(Key.Key_Space)
    found = next(child for child in window.findChildren(Explanation) if child.isVisible())
    qtbot.keyClick(found, Key.Key_Escape)


def check_plane(window, qtbot):
    panel = window.panel("plane")
    raise_dock(qtbot, window.docks["plane"])
    qtbot.waitUntil(panel.table.isVisible, timeout=WAIT)
    go_to(qtbot, window, panel.table)
    press(Key.Key_Home)
    folder = panel.selected
    press(Key.Key_Down)
    assert panel.selected not in (None, folder)
    folder = panel.selected
    press(Key.Key_Return)
    assert window.desk.run.folder == folder
    go_to(qtbot, window, panel.plot)
    before = panel.plot.viewRange()
    press(Key.Key_Plus)
    assert panel.plot.viewRange() != before
    press(Key.Key_Home)
    assert panel.plot.viewRange() == before


AUDIT = (
    Row("map", "move the target", "arrow keys; with Shift, five times as far", check_target),
    Row("map", "zoom, move the view, show all", "+, −; Ctrl+arrow keys; Home", check_view),
    Row("map", "look at the nearest image", "Enter", check_nearest),
    Row("map", "go from class to class", "Page Down, Page Up", check_classes),
    Row("map", "select with the box", "B, Space, arrow keys, Enter; Ctrl adds, Esc gives up", check_box),
    Row("map", "select with the lasso", "S, Space, arrow keys, Enter", check_lasso),
    Row("map", "set pins, move a pin", "W, Enter; Space, arrow keys, Enter", check_path_tool),
    Row("map", "show and hide layers", "C, M, …; Tab, Space", check_layers),
    Row("map", "choose a background", "Tab, Space, Down, Enter", check_background),
    Row("map", "hide a class, show no other", "Tab, Space; Shift+Space", check_legend),
    Row("map", "read why", "Tab, Space; Esc", check_why),
    Row("curves", "float and close a panel", "Tab, Space", check_dock_buttons),
    Row("train", "choose, train, stop", "Tab, Down, digits, Space", check_train),
    Row("runs", "compare and open a run", "Tab, Space, Enter", check_runs),
    Row("draw", "draw, erase, clear, choose tools", "X, arrow keys, Space, Shift+Space, Del, B, E", check_pad),
    Row("decoded", "type a place", "Tab, digits, Enter", check_decoded),
    Row(
        "reconstruction",
        "send the target to an image",
        "Tab, Down, Up, Home, End, Enter",
        check_table("reconstruction"),
    ),
    Row("denoising", "send the target to a noisy image", "Tab, Down, Up, Home, End, Enter", check_table("denoising")),
    Row("denoising", "set the noise, draw it anew", "Tab, arrow keys, Page Up, Space", check_noise_level),
    Row("bound", "find the best Gaussian", "Tab, Space", check_bound),
    Row("samples", "send the target to a sample, draw others", "Tab, arrow keys, End, Enter; G", check_samples),
    Row("selection", "select a class, go to one of its images", "Tab, Down, Space; arrow keys, Enter", check_selection),
    Row("dimensions", "move a slider, go back to the image", "Tab, Down, Right; Tab, Space", check_dimensions),
    Row("curves", "zoom, move, show all; logarithms", "Tab, +, −, arrow keys, Home; L", check_curves),
    Row("path", "reorder, rename, remove pins", "Tab, Alt+Up, Alt+Down, F2, Del", check_pins),
    Row("path", "go along the path", "Tab, Left, Right, Home, End", check_strip),
    Row("figures", "measure, cancel", "Tab, Space", check_measuring("figures")),
    Row("noise", "measure, cancel", "Tab, Space", check_measuring("noise")),
    Row("gaps", "measure, cancel", "Tab, Space", check_measuring("gaps")),
    Row("few-labels", "measure, cancel", "Tab, Space", check_few_labels),
    Row("gradients", "draw, change K", "Tab, Space, Right", check_gradients),
    Row("factors", "read why", "Tab, Space; Esc", check_factors),
    Row("plane", "open a run; zoom, show all", "Tab, Home, Down, Enter; +, Home", check_plane),
)


def test_the_audit_leaves_no_panel_out():
    assert {row.panel for row in AUDIT} == {"map", *DOCKS}


@pytest.mark.parametrize("row", AUDIT, ids=lambda row: f"{row.panel}: {row.what}")
def test_keys_do_all_that_the_mouse_does(row, window, qtbot):
    row.check(window, qtbot)


# Letters that are shortcuts elsewhere


def state_of(window):
    switches = window.maps.switches
    return (
        switches.tool,
        [action.isChecked() for action in switches.layers],
        window.preferences.paper,
        window.desk.metrics.log_action.isChecked(),
        window.desk.explorer.samples.seed,
    )


@pytest.mark.parametrize("where", ["a line", "a number", "a choice", "the pad"])
def test_letters_that_are_typed_are_no_shortcuts(where, window, qtbot):
    desk = window.desk
    widgets = {
        "a line": desk.train_panel.model_form.fields["hidden"],
        "a number": desk.explorer.decoded.spins[0],
        "a choice": desk.train_panel.model_form.fields["activation"],
        "the pad": desk.draw_panel.pad,
    }
    widget = widgets[where]
    raise_dock(qtbot, dock_of(widget))
    qtbot.waitUntil(widget.isVisible, timeout=WAIT)
    widget.setFocus()
    before = state_of(window)
    for letter in LETTERS:
        QTest.keyClicks(QApplication.focusWidget(), letter)
    assert state_of(window) == before
    # On the map the same letters do what they say.
    window.map.plot.setFocus()
    for letter in "cq":
        press(getattr(Key, f"Key_{letter.upper()}"))
    assert state_of(window) != before


def test_letters_find_what_begins_with_them(window, qtbot):
    box = window.desk.train_panel.model_form.fields["activation"]
    go_to(qtbot, window, box)
    QTest.keyClicks(box, "t")
    assert box.currentData() == "tanh"


# Dialogs


def stops_of(dialog):
    dialog.activateWindow()
    QApplication.processEvents()
    first = dialog.focusWidget()
    assert first is not None
    stops = [first]
    for _ in range(100):
        QTest.keyClick(dialog.focusWidget(), Key.Key_Tab)
        if dialog.focusWidget() is first:
            return stops
        stops.append(dialog.focusWidget())
    raise AssertionError("the Tab key is caught")


def test_a_figure_is_chosen_by_keys(window, qtbot):
    window.desk.sharing.figures.ask("curves")
    dialog = window.desk.sharing.figures.dialog
    stops = stops_of(dialog)
    assert {dialog.kind, dialog.colours, dialog.width_box, dialog.save_button, dialog.close_button} <= set(stops)
    dialog.kind.setFocus()
    before = dialog.kind.currentIndex()
    QTest.keyClick(dialog.kind, Key.Key_Down)
    assert dialog.kind.currentIndex() == before + 1
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: window.desk.sharing.figures.dialog is None, timeout=WAIT)


def test_a_dataset_is_made_by_keys(window, qtbot, tmp_path):
    window.desk.selecting.select(np.arange(20))
    window.desk.sharing.make_dataset()
    dialog = window.desk.sharing.dialog
    stops = stops_of(dialog)
    assert {dialog.name, dialog.keep_button, dialog.cancel_button} <= set(stops)
    assert any(isinstance(stop, QRadioButton) for stop in stops)
    dialog.only.setFocus()
    QTest.keyClick(dialog.only, Key.Key_Down)
    assert dialog.without.isChecked()
    QTest.keyClick(dialog, Key.Key_Escape)
    qtbot.waitUntil(lambda: not dialog_is_open(window), timeout=WAIT)


def dialog_is_open(window):
    return any(dialog.isVisible() for dialog in window.findChildren(QDialog))


def test_an_error_closes_with_a_key_also_where_it_has_details(window, qtbot):
    for details in ("", "Traceback"):
        box = show_error(window, "Something went wrong. All is kept.", details)
        qtbot.waitExposed(box)
        assert len(stops_of(box)) >= 1
        QTest.keyClick(box, Key.Key_Escape)
        qtbot.waitUntil(lambda: not any(b.isVisible() for b in window.findChildren(QMessageBox)), timeout=WAIT)


def test_a_lesson_is_written_by_keys(window, qtbot):
    window.desk.teaching.new()
    editor = window.desk.teaching.editor
    window.desk.teaching.add_action.trigger()
    qtbot.waitUntil(lambda: editor.list.count() == 1, timeout=WAIT)
    stops = stops_of(editor)
    assert {editor.lesson_title, editor.author, editor.list, editor.title, editor.text, editor.question} <= set(stops)
    editor.text.setFocus()
    QTest.keyClicks(editor.text, "pms")
    QTest.keyClick(editor.text, Key.Key_Tab)  # leaves the field, whose words count from then on
    assert not editor.text.hasFocus()
    assert editor.text.toPlainText() == "pms"
    window.desk.teaching.undo.setClean()  # nothing is asked when the window closes
