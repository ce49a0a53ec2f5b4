"""The arrangements of the panels: presets, floating and closed docks, text of any size, small windows."""

import hashlib
import json

import pytest
from hands import LEFT, NONE, WAIT, action, choose_tab, settle
from PySide6.QtCore import QByteArray, QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QDockWidget,
    QLabel,
    QTabBar,
)

from vaegui.ui import theme
from vaegui.ui.docks import is_seen
from vaegui.ui.layouts import PRESETS, onto_screen
from vaegui.ui.preferences import Preferences

KEYS = {"explore": "Ctrl+1", "train": "Ctrl+2", "compare": "Ctrl+3", "teach": "Ctrl+4"}
ON_TOP = {
    "explore": {"train", "decoded", "reconstruction", "curves"},
    "train": {"train", "decoded", "samples", "curves"},
    "compare": {"runs", "decoded", "reconstruction", "figures"},
    "teach": {"decoded", "reconstruction"},
}
ALL_SIZES = pytest.mark.parametrize("size", [(1440, 900), (1280, 720)], ids=lambda size: f"{size[0]}x{size[1]}")


@pytest.fixture(autouse=True)
def _text_as_before(qapp):
    yield
    theme.set_text_size(qapp, 100)


def seen(window):
    """The panels that can be seen."""
    return {name for name, dock in window.docks.items() if is_seen(window.panel(name)) and not dock.isHidden()}


def press(qtbot, window, keys):
    """Press the keys of a preset."""
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is window, timeout=WAIT)
    qtbot.keySequence(window.map.plot, keys)
    assert KEYS[window.layouts.preset] == keys


def tab_bars(window):
    """The tabs of docks as they can be seen: the words of each bar."""
    bars = window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
    shown = [bar for bar in bars if bar.isVisible() and window.rect().intersects(bar.geometry())]
    return [[bar.tabText(i) for i in range(bar.count())] for bar in shown]


def groups(window):
    """The same, as Qt says which docks share a place."""
    found = set()
    for dock in window.docks.values():
        together = [d for d in [dock, *window.tabifiedDockWidgets(dock)] if not d.isHidden()]
        if not dock.isHidden() and len(together) > 1:
            found.add(frozenset(d.windowTitle() for d in together))
    return found


@pytest.mark.parametrize("name", list(PRESETS))
def test_a_preset_shows_its_panels_and_leaves_the_map_half_of_the_window(qtbot, window, name):
    if name != "explore":
        press(qtbot, window, KEYS[name])
    settle(window)
    assert window.layouts.preset == name
    assert window.layouts.actions[name].isChecked()
    assert seen(window) == ON_TOP[name]
    assert window.maps.height() >= window.height() / 2
    assert window.maps.width() >= window.width() * 0.4


def test_the_train_preset_has_large_curves_and_the_compare_preset_room_for_two_maps(qtbot, window):
    small, form = window.docks["curves"].height(), window.docks["train"].width()
    press(qtbot, window, KEYS["train"])
    assert window.docks["curves"].height() > 1.5 * small
    assert window.docks["train"].width() > form
    wide = window.maps.width()
    press(qtbot, window, KEYS["compare"])
    assert window.maps.width() >= wide
    assert not window.docks["path"].isHidden()


def test_a_preset_is_as_it_was_left(qtbot, window):
    choose_tab(qtbot, window, "Runs")
    window.docks["curves"].close()
    press(qtbot, window, KEYS["compare"])
    assert seen(window) == ON_TOP["compare"]
    window.docks["figures"].close()
    press(qtbot, window, KEYS["explore"])
    assert seen(window) >= {"runs", "decoded", "reconstruction"}
    assert window.docks["curves"].isHidden()
    press(qtbot, window, KEYS["compare"])
    assert window.docks["figures"].isHidden()
    action(window, "Reset this layout").trigger()
    assert seen(window) == ON_TOP["compare"]
    press(qtbot, window, KEYS["explore"])
    assert window.docks["curves"].isHidden()  # only the layout that is shown was reset


def test_presets_are_remembered_until_the_next_launch(qtbot, window, open_window):
    press(qtbot, window, KEYS["train"])
    window.docks["samples"].close()
    press(qtbot, window, KEYS["compare"])
    window.docks["decoded"].close()
    window.close()
    again = open_window()
    assert again.layouts.preset == "compare"
    assert again.layouts.actions["compare"].isChecked()
    assert again.docks["decoded"].isHidden()
    assert is_seen(again.panel("figures"))
    press(qtbot, again, KEYS["train"])
    assert again.docks["samples"].isHidden()
    assert is_seen(again.panel("curves"))


@pytest.mark.parametrize("how", ["keys", "menu"])  # Qt tidies up after the one and not after the other
def test_no_tabs_lie_about_after_any_number_of_switches(qtbot, window, how):
    for _ in range(3):
        for name in ("train", "compare", "teach", "explore"):
            if how == "keys":
                press(qtbot, window, KEYS[name])
            else:
                window.layouts.actions[name].trigger()
            settle(window)
            assert sorted(map(sorted, tab_bars(window))) == sorted(map(sorted, groups(window))), name
            assert len(tab_bars(window)) == {"explore": 3, "train": 2, "compare": 3, "teach": 0}[name]


def test_sizes_do_not_creep_from_switch_to_switch(qtbot, window):
    settle(window)
    before = {name: window.docks[name].size() for name in ON_TOP["explore"]}
    for name in ("teach", "explore", "train", "explore", "compare", "explore"):
        press(qtbot, window, KEYS[name])
        settle(window)
    for name, size in before.items():
        assert abs(window.docks[name].width() - size.width()) <= 2, name
        assert abs(window.docks[name].height() - size.height()) <= 30, name


def test_teaching_has_a_theme_and_a_text_size_of_its_own(qtbot, window, open_window):
    small = window.font().pointSizeF()
    press(qtbot, window, KEYS["teach"])
    assert window.theme is theme.PROJECTOR
    assert window.font().pointSizeF() == pytest.approx(1.5 * small)
    assert action(window, "Projector").isChecked()
    assert action(window, "150 %").isChecked()
    action(window, "Dark").trigger()
    action(window, "175 %").trigger()
    press(qtbot, window, KEYS["explore"])
    assert window.theme is theme.LIGHT
    assert window.font().pointSizeF() == pytest.approx(small)
    assert action(window, "System").isChecked()
    assert action(window, "100 %").isChecked()
    press(qtbot, window, KEYS["teach"])
    assert window.theme is theme.DARK
    assert window.font().pointSizeF() == pytest.approx(1.75 * small)
    window.close()
    again = open_window()
    assert again.theme is theme.DARK
    assert again.font().pointSizeF() == pytest.approx(1.75 * small)
    press(qtbot, again, KEYS["explore"])
    assert again.theme is theme.LIGHT


def test_an_arrangement_can_be_taken_and_given_back(qtbot, window):
    choose_tab(qtbot, window, "Bound")
    window.docks["decoded"].close()
    taken = window.layouts.arrangement()
    assert taken.preset == "explore"
    assert "bound" in taken.shown
    assert "decoded" not in taken.shown
    with qtbot.waitSignal(window.layouts.was_reset) as was_reset:
        window.layouts.reset_action.trigger()
    assert was_reset.args[0] == taken
    with qtbot.assertNotEmitted(window.layouts.was_reset), qtbot.waitSignal(window.layouts.changed):
        press(qtbot, window, KEYS["teach"])
    with qtbot.assertNotEmitted(window.layouts.was_reset), qtbot.waitSignal(window.layouts.changed):
        window.layouts.restore(taken)
    assert window.layouts.preset == "explore"
    assert window.layouts.actions["explore"].isChecked()
    assert window.docks["decoded"].isHidden()
    assert is_seen(window.panel("bound"))
    assert window.theme is theme.LIGHT
    assert window.layouts.arrangement().shown == taken.shown


@pytest.mark.parametrize("how", ["of another seal", "of another program", "cut short", "of another type"])
def test_a_state_that_cannot_be_used_falls_back_to_its_own_preset_alone(qtbot, window, open_window, home, how):
    window.docks["curves"].close()
    press(qtbot, window, KEYS["train"])
    window.docks["samples"].close()
    press(qtbot, window, KEYS["explore"])
    window.close()
    path = home / "window.json"
    values = json.loads(path.read_bytes())
    states = values["layouts"]
    if how == "of another program":
        preferences = Preferences()
        geometry, known = preferences.layout()
        preferences.set_layout(geometry, known | {"explore": QByteArray(b"\x00\x00\x00\xff nothing of ours")})
    else:
        states["explore"] = {
            "of another seal": states["train"],
            "cut short": states["explore"][:-8],
            "of another type": [1, {}],
        }[how]
        path.write_text(json.dumps(values))
    again = open_window()
    assert seen(again) == ON_TOP["explore"]
    assert not again.docks["draw"].isHidden()
    press(qtbot, again, KEYS["train"])
    assert again.docks["samples"].isHidden()


def test_a_layout_of_a_time_before_presets_becomes_the_first_ones(qtbot, window, open_window, home):
    window.docks["curves"].close()
    window.close()
    path = home / "window.json"
    values = json.loads(path.read_bytes())
    states = values.pop("layouts")
    del values["layout_seals"]
    values |= {"geometry": states["window"], "state": states["explore"]}
    values["layout_sha256"] = hashlib.sha256(f"{values['geometry']} {values['state']}".encode()).hexdigest()
    path.write_text(json.dumps(values))
    again = open_window()
    assert again.layouts.preset == "explore"
    assert again.docks["curves"].isHidden()
    again.close()
    assert "state" not in json.loads(path.read_bytes())
    assert Preferences().layout()[1].keys() == {"explore"}


# Docks


def title_of(dock):
    """A place in the title of a dock, left of its buttons."""
    return QPoint(30, dock.widget().geometry().top() // 2)


def test_a_double_click_on_the_title_floats_a_panel_and_another_docks_it(qtbot, window):
    dock = window.docks["decoded"]
    place = dock.geometry()
    qtbot.mouseDClick(dock, LEFT, pos=title_of(dock))
    qtbot.waitUntil(dock.isFloating, timeout=WAIT)
    qtbot.waitUntil(lambda: is_seen(window.panel("decoded")), timeout=WAIT)
    # Its title is the desktop's now, which says what is done there in an event of its own.
    press_on_title = QEvent.Type.NonClientAreaMouseButtonDblClick
    place_on_it = QPointF(30, -10)
    QApplication.sendEvent(
        dock, QMouseEvent(press_on_title, place_on_it, dock.mapToGlobal(place_on_it), LEFT, LEFT, NONE)
    )
    qtbot.waitUntil(lambda: not dock.isFloating(), timeout=WAIT)
    frame = 4  # pixels that the screenless platform moves a window by
    qtbot.waitUntil(lambda: dock.size() == place.size(), timeout=WAIT)
    assert (dock.pos() - place.topLeft()).manhattanLength() <= frame
    assert window.dockWidgetArea(dock) == Qt.DockWidgetArea.RightDockWidgetArea


def test_a_panel_that_is_docked_again_lies_on_top(qtbot, window):
    choose_tab(qtbot, window, "Denoise")
    dock = window.docks["denoising"]
    button = dock.findChild(QAbstractButton, "qt_dockwidget_floatbutton")
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(dock.isFloating, timeout=WAIT)
    choose_tab(qtbot, window, "Samples")
    qtbot.mouseDClick(dock, LEFT, pos=title_of(dock))
    dock.setFloating(False)  # the screenless platform has no title to click
    qtbot.waitUntil(lambda: not dock.isFloating() and is_seen(window.panel("denoising")), timeout=WAIT)
    assert not is_seen(window.panel("samples"))
    # A layout has its panels as they were left, whatever floated in another one.
    choose_tab(qtbot, window, "Bound")
    press(qtbot, window, KEYS["compare"])
    window.docks["denoising"].setFloating(True)
    press(qtbot, window, KEYS["explore"])
    settle(window)
    assert is_seen(window.panel("bound"))


def test_a_panel_that_is_closed_comes_back_where_it_was(qtbot, window):
    dock = window.docks["bound"]
    choose_tab(qtbot, window, "Bound")
    qtbot.mouseClick(dock.findChild(QAbstractButton, "qt_dockwidget_closebutton"), LEFT)
    assert dock.isHidden()
    entry = action(window, "Bound")
    assert not entry.isChecked()
    entry.trigger()
    assert not dock.isHidden()
    choose_tab(qtbot, window, "Bound")
    assert is_seen(window.panel("bound"))
    assert window.docks["reconstruction"] in window.tabifiedDockWidgets(dock)


def test_a_panel_that_a_preset_leaves_out_comes_to_its_usual_side(qtbot, window):
    press(qtbot, window, KEYS["teach"])
    for name, area in (("train", "Left"), ("curves", "Bottom"), ("bound", "Right")):
        action(window, window.docks[name].windowTitle()).trigger()
        settle(window)
        assert window.dockWidgetArea(window.docks[name]) == getattr(Qt.DockWidgetArea, f"{area}DockWidgetArea")
    assert window.docks["reconstruction"] in window.tabifiedDockWidgets(window.docks["bound"])


def test_a_floating_panel_is_remembered(qtbot, window, open_window):
    dock = window.docks["decoded"]
    qtbot.mouseDClick(dock, LEFT, pos=title_of(dock))
    qtbot.waitUntil(dock.isFloating, timeout=WAIT)
    press(qtbot, window, KEYS["train"])
    assert not dock.isFloating()
    press(qtbot, window, KEYS["explore"])
    assert dock.isFloating()
    window.close()
    assert open_window().docks["decoded"].isFloating()


def test_what_was_on_a_screen_that_is_gone_comes_back(qtbot, window, open_window):
    dock = window.docks["decoded"]
    qtbot.mouseDClick(dock, LEFT, pos=title_of(dock))
    qtbot.waitUntil(dock.isFloating, timeout=WAIT)
    for widget in (dock, window):
        widget.move(9000, 7000)
    area = window.screen().availableGeometry()
    assert not area.intersects(dock.geometry())
    window.close()
    again = open_window()
    frame = 4  # pixels that the screenless platform moves a window by
    for widget in (again, again.docks["decoded"]):
        assert area.intersected(widget.geometry()).width() > 100
        assert area.adjusted(-frame, -frame, frame, frame).contains(widget.frameGeometry().topLeft())
    again.docks["decoded"].move(-5000, 100)
    QApplication.instance().screenRemoved.emit(window.screen())
    assert area.intersects(again.docks["decoded"].geometry())


def test_what_is_on_a_screen_stays_where_it_is(window):
    window.move(60, 40)
    onto_screen(window)
    assert (window.x(), window.y()) == (60, 40)


# Text and small windows


@pytest.mark.parametrize("percent", theme.TEXT_SIZES)
def test_text_of_any_size_is_everywhere_and_nothing_asks_for_a_larger_window(qtbot, window, percent):
    small = window.font().pointSizeF()
    action(window, f"{percent} %").trigger()
    settle(window)
    wanted = pytest.approx(small * percent / 100, abs=0.01)
    for widget in window.findChildren(QLabel):
        assert widget.font().pointSizeF() == wanted, widget.text()
    for name, dock in window.docks.items():
        assert dock.font().pointSizeF() == wanted, name
    assert window.map._axes["left"].label.font().pointSizeF() == wanted
    assert window.map._class_marks[0].textItem.font().pointSizeF() >= 0.9 * small * percent / 100
    assert window.minimumSizeHint().width() <= 1280
    assert window.minimumSizeHint().height() <= 720
    assert window.maps.height() >= window.height() / 2


def test_keys_make_text_larger_and_smaller_and_it_is_remembered(qtbot, window, open_window):
    control = Qt.KeyboardModifier.ControlModifier
    for key, percent in (
        (Qt.Key.Key_Equal, 125),
        (Qt.Key.Key_Equal, 150),
        (Qt.Key.Key_Minus, 125),
        (Qt.Key.Key_0, 100),
        (Qt.Key.Key_Minus, 100),
        (Qt.Key.Key_Plus, 125),
    ):
        qtbot.keyClick(window.map.plot, key, control)
        assert theme.text_size() == window.preferences.text_size == percent
        assert action(window, f"{percent} %").isChecked()
    window.close()
    theme.set_text_size(QApplication.instance(), 100)
    open_window()
    assert theme.text_size() == 125


def test_a_layout_is_as_wide_as_before_after_text_changed_in_another(qtbot, window):
    settle(window)
    wide = window.docks["train"].width()
    for name in ("train", "explore", "teach", "explore", "teach"):
        press(qtbot, window, KEYS[name])
        settle(window)
    for percent in (100, 150):
        action(window, f"{percent} %").trigger()
        settle(window)
    press(qtbot, window, KEYS["explore"])
    assert window.docks["train"].width() == wide


def test_panels_are_as_wide_as_before_after_text_was_large(qtbot, window):
    control, plot = Qt.KeyboardModifier.ControlModifier, window.map.plot
    names = ("train", "decoded", "curves")
    settle(window)

    def sizes():
        return [(window.docks[name].width(), window.docks[name].height()) for name in names]

    def is_as(before):
        return all(
            abs(a - b) <= 2 for now, then in zip(sizes(), before, strict=True) for a, b in zip(now, then, strict=True)
        )

    before = sizes()
    for _ in range(2):
        for _ in range(4):
            qtbot.keyClick(plot, Qt.Key.Key_Equal, control)
        assert theme.text_size() == 200
        qtbot.waitUntil(lambda: window.docks["train"].width() > before[0][0] + 20, timeout=WAIT)
        qtbot.wait(200)
        qtbot.keyClick(plot, Qt.Key.Key_0, control)
        qtbot.waitUntil(lambda: not window.layouts._again.isActive())
        settle(window)
        assert is_as(before)
    # What somebody has chosen meanwhile counts.
    qtbot.keyClick(plot, Qt.Key.Key_Equal, control)
    qtbot.wait(200)
    dock = window.docks["decoded"]
    edge = dock.geometry().topLeft() + QPoint(-3, 100)
    assert window.isSeparator(edge)
    width = dock.width()
    qtbot.mousePress(window, LEFT, pos=edge)
    qtbot.mouseMove(window, edge + QPoint(60, 0))
    qtbot.waitUntil(lambda: dock.width() < width - 30, timeout=WAIT)
    qtbot.mouseRelease(window, LEFT, pos=edge + QPoint(60, 0))
    qtbot.keyClick(plot, Qt.Key.Key_0, control)
    qtbot.wait(300)
    assert dock.width() < before[1][0] - 20


def test_text_that_was_large_once_leaves_no_trace(qtbot, window):
    for tab in ("Draw", "Train"):  # once it was laid out, its words have the lines that they need
        choose_tab(qtbot, window, tab)
        settle(window)
    before = {name: window.panel(name).minimumSizeHint() for name in window.docks}
    height = window.desk.metrics.minimumHeight()
    legends = [legend.boundingRect() for legend in window.desk.metrics.legends]
    action(window, "200 %").trigger()
    settle(window)
    assert window.panel("train").minimumSizeHint().width() > before["train"].width()
    assert window.desk.metrics.minimumHeight() == 2 * height
    action(window, "100 %").trigger()
    settle(window)
    for name, size in before.items():
        after = window.panel(name).minimumSizeHint()
        assert abs(after.width() - size.width()) <= 1, name
        assert abs(after.height() - size.height()) <= 1, name  # the pad has the shape of its images
    assert [legend.boundingRect() for legend in window.desk.metrics.legends] == legends


def test_what_is_open_does_not_shine_through_a_message_when_text_becomes_larger(qtbot, window):
    window.statusBar().showMessage("Something was done.")
    action(window, "200 %").trigger()
    settle(window)
    assert not window.run_label.isVisible()
    window.statusBar().clearMessage()
    assert window.run_label.isVisible()


def cut_off(window, name):
    """Words and buttons of a panel that can be seen in part only, though nothing scrolls to the rest."""
    panel, found = window.panel(name), []
    for widget in [*panel.findChildren(QLabel), *panel.findChildren(QAbstractButton)]:
        if not widget.isVisibleTo(panel) or widget.window() is not window:
            continue
        parent, whole = widget.parentWidget(), widget.rect()
        while parent is not window and not isinstance(parent, QDockWidget):
            if isinstance(parent.parentWidget(), QAbstractScrollArea):
                break
            shown = parent.rect().translated(-widget.mapTo(parent, whole.topLeft()))
            if not shown.contains(whole):
                found.append((type(widget).__name__, getattr(widget, "text", str)(), widget.geometry()))
                break
            parent = parent.parentWidget()
    return found


@ALL_SIZES
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("name", list(PRESETS))
def test_nothing_is_cut_off(qtbot, window, name, percent, size):
    window.resize(*size)
    if name != "explore":
        press(qtbot, window, KEYS[name])
    action(window, f"{percent} %").trigger()
    window.layouts.reset()
    settle(window)
    assert (window.width(), window.height()) == size
    assert window.maps.height() >= window.height() / 2 - 1
    for panel, dock in window.docks.items():
        if dock.isHidden():
            continue
        dock.raise_()
        # Looked at again until it is: what threads find meanwhile makes a panel wider a moment later.
        qtbot.waitUntil(lambda panel=panel: _is_whole(window, panel), timeout=WAIT)
        assert (window.width(), window.height()) == size, panel
        assert window.rect().contains(QRect(dock.mapTo(window, dock.rect().topLeft()), dock.size())), panel


def _is_whole(window, panel):
    """Check that a panel has the room that it needs, or scrolls to what is beyond."""
    assert not window.desk.plane_study.is_busy
    settle(window)
    area, inner = window.docks[panel].widget(), window.panel(panel)
    assert inner.width() >= inner.minimumSizeHint().width(), panel
    assert inner.height() >= inner.minimumSizeHint().height(), panel
    assert inner.width() <= area.viewport().width() or area.horizontalScrollBar().isVisible(), panel
    assert inner.height() <= area.viewport().height() or area.verticalScrollBar().isVisible(), panel
    assert not cut_off(window, panel), panel
