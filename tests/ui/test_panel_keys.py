"""Keys that go round the window; no key and no underlined letter has two meanings; the row above the map fits."""

import re
from collections import Counter, defaultdict

import pytest
from hands import LEFT, WAIT, choose_tab, has_colour, seen, settle
from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QGroupBox,
    QLabel,
    QMenu,
    QToolButton,
    QWidget,
)

from vaegui import lessons
from vaegui.ui.layouts import HIDDEN

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
WIDE_CONTEXTS = (Qt.ShortcutContext.WindowShortcut, Qt.ShortcutContext.ApplicationShortcut)


def panel_with_focus(window):
    widget = QApplication.focusWidget()
    while widget is not None and not isinstance(widget, QDockWidget) and widget is not window.maps:
        widget = widget.parentWidget()
    return "map" if widget is window.maps else widget.objectName()


# Going round


def test_f6_goes_round_all_panels_that_are_seen_and_back(window, qtbot):
    window.map.plot.setFocus()
    seen_panels = {name for name, dock in window.docks.items() if not dock.visibleRegion().isEmpty()}
    went = []
    for _ in range(len(seen_panels) + 1):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        went.append(panel_with_focus(window))
    assert went[-1] == "map", went
    assert set(went) == seen_panels | {"map"}
    assert len(went) == len(set(went))
    back = [panel_with_focus(window)]
    for _ in range(len(seen_panels)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
        back.append(panel_with_focus(window))
    assert back == went[::-1]


def test_where_f6_went_is_to_be_seen(window, qtbot):
    panels = window.menus.panel_keys.panels()
    for _ in panels:
        before = seen(window)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focus = QApplication.focusWidget()
        area = QRect(focus.mapTo(window, QPoint(0, 0)), focus.size()).adjusted(-4, -4, 4, 4)
        box = slice(max(area.top(), 0), area.bottom()), slice(max(area.left(), 0), area.right())
        after = seen(window)
        assert (before[box] != after[box]).any(), panel_with_focus(window)
        assert has_colour(after[box], window.theme.accent) > 20, panel_with_focus(window)


def test_ctrl_w_closes_the_panel_that_has_the_focus(window, qtbot):
    choose_tab(qtbot, window, "Runs")
    window.desk.runs_panel.list.setFocus()
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_W, CONTROL)
    assert window.docks["runs"].isHidden()
    assert window.map.plot.hasFocus()
    qtbot.keyClick(window.map.plot, Qt.Key.Key_W, CONTROL)
    assert window.isVisible()
    assert window.statusBar().currentMessage() == "No panel has the focus: F6 goes from one to the next."


def test_f11_is_the_full_screen_and_back(window, qtbot):
    qtbot.keyClick(window.map.plot, Qt.Key.Key_F11)
    assert window.isFullScreen()
    assert window.menus.panel_keys.full_screen_action.isChecked()
    qtbot.keyClick(window.map.plot, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_ctrl_q_quits(window, qtbot):
    qtbot.keyClick(window.map.plot, Qt.Key.Key_Q, CONTROL)
    qtbot.waitUntil(lambda: window.is_closed, timeout=WAIT)


# No key has two meanings


def test_no_two_actions_share_their_keys(window):
    wide, narrow = defaultdict(set), defaultdict(set)
    for action in window.findChildren(QAction):
        places = [place for place in action.associatedObjects() if not isinstance(place, QMenu)] or [window]
        for keys in action.shortcuts():
            if action.shortcutContext() in WIDE_CONTEXTS:
                roots = {place.window() for place in places if isinstance(place, QWidget)}
                wide[keys.toString()] |= {(action, root) for root in roots}
            else:
                for place in places:
                    narrow[place, keys.toString()].add(action)
    for shortcut in window.findChildren(QShortcut):
        if shortcut.context() in WIDE_CONTEXTS:
            wide[shortcut.key().toString()].add((shortcut, shortcut.parent().window()))
    assert len(wide) > 30
    for keys, actions in wide.items():
        windows = Counter(root for _, root in actions)
        assert max(windows.values()) == 1, (keys, [action for action, _ in actions])
    for (place, keys), actions in narrow.items():
        assert len(actions) == 1, (place, keys, actions)
        assert not any(root is place.window() for _, root in wide.get(keys, ())), (place, keys)


def test_the_standard_keys_do_what_they_do_elsewhere(window):
    known = {keys.toString(): action.text() for action in window.findChildren(QAction) for keys in action.shortcuts()}
    for keys, words in {
        "Ctrl+O": "Open folder",
        "Ctrl+Q": "Quit",
        "Ctrl+W": "Close this panel",
        "Ctrl+Z": "Undo",
        "Ctrl+V": "Paste",
        "F11": "Full screen",
        "F6": "Next panel",
        "Shift+F6": "Previous panel",
        "Ctrl+Shift+P": "Find command",
    }.items():
        assert words in known[QKeySequence(keys).toString()].replace("&", "")


# No underlined letter has two meanings


def letter(text):
    found = re.search("&(.)", text.replace("&&", "")) if "<" not in text else None
    return found.group(1).upper() if found else None


def letters_in(panel, only_seen=True):
    """The letters that are underlined in a panel, each with the words it is in."""
    found = []
    for widget in panel.findChildren(QWidget):
        if isinstance(widget, QAbstractButton | QLabel) and not (isinstance(widget, QLabel) and widget.buddy() is None):
            text = widget.text()
        elif isinstance(widget, QGroupBox):
            text = widget.title()
        else:
            continue
        if isinstance(widget, QToolButton) and widget.defaultAction() is not None:
            continue  # it shows its action's words without the mark
        if letter(text) and (not only_seen or widget.isVisibleTo(panel)):
            found.append((letter(text), text))
    return found


def clashes(found):
    counted = Counter(key for key, _ in found)
    return [words for key, words in found if counted[key] > 1]


def menus_of(menu):
    yield menu
    for action in menu.actions():
        if isinstance(action.menu(), QMenu):
            yield from menus_of(action.menu())


def test_letters_of_a_menu_differ(window):
    bar = window.menuBar().actions()
    assert clashes([(letter(action.text()), action.text()) for action in bar]) == []
    count = 0
    for title in bar:
        for menu in menus_of(title.menu()):
            menu.aboutToShow.emit()
            found = [(letter(a.text()), a.text()) for a in menu.actions() if a.isVisible() and letter(a.text())]
            count += len(found)
            assert clashes(found) == [], menu.title()
    assert count > 60


def test_letters_of_panels_differ_from_those_of_the_menu_bar_and_from_one_another(window, qtbot):
    shipped = lessons.shipped()[0]
    window.desk.teaching.open_shipped(shipped.path.stem)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    window.desk.teaching.bar.set_note("Images are missing.", 11.0)
    always = [(letter(action.text()), action.text()) for action in window.menuBar().actions()]
    always += letters_in(window.desk.teaching.bar)
    assert clashes(always) == []
    by_group = [[letters_in(window.docks[name]) for name in group] for _, group in HIDDEN]
    assert sum(len(found) for group in by_group for found in group) > 8
    for place, group in enumerate(by_group):
        others = [found for other in by_group[place + 1 :] for found in other]
        for found in group:
            assert clashes(always + found) == []
            for beside in others:  # which may be on top while this one is
                assert clashes(found + beside) == []


def test_letters_of_a_training_differ_too(window):
    panel = window.desk.train_panel
    panel.set_busy("Starting…")
    always = [(letter(action.text()), action.text()) for action in window.menuBar().actions()]
    assert clashes(always + letters_in(panel)) == []
    panel.set_idle()


def test_letters_of_dialogs_differ(window, qtbot):
    window.desk.sharing.figures.ask("map")
    window.desk.teaching.new()
    for dialog in (window.desk.sharing.figures.dialog, window.desk.teaching.editor):
        qtbot.waitUntil(dialog.isVisible, timeout=WAIT)
        found = letters_in(dialog)
        assert len(found) > 3
        assert clashes(found) == [], dialog.windowTitle()
        dialog.close()
    window.desk.teaching._leaves_without_asking = True
    window.desk.teaching.close_lesson()


# The row above the map


def tool_buttons(window):
    return [b for b in window.maps.bar.findChildren(QToolButton) if b.objectName() != "qt_toolbar_ext_button"]


def more(window):
    return window.maps.bar.findChild(QToolButton, "qt_toolbar_ext_button")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1280, 720), (1366, 768), (1440, 900), (1920, 1080)])
def test_all_of_the_row_above_the_map_is_seen(window, theme, width, height):
    window.apply_theme(theme)
    window.resize(width, height)
    window.size_docks()
    for action in window.maps.switches.backgrounds:  # the longest name, whichever it is
        if not action.isChecked():
            action.trigger()
        settle(window)
        assert not more(window).isVisible(), action.text()
        for button in tool_buttons(window):
            assert button.isVisible(), button.text()
            assert button.width() >= button.sizeHint().width(), button.text()
    why = window.maps.why_button
    assert why.isVisible()
    assert window.maps.rect().contains(QRect(why.mapTo(window.maps, QPoint(0, 0)), why.size()))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_what_does_not_fit_is_behind_a_chevron_that_is_seen(window, theme, qtbot):
    window.apply_theme(theme)
    window.maps.setMaximumWidth(330)
    settle(window)
    qtbot.waitUntil(lambda: more(window).isVisible(), timeout=WAIT)
    picture = seen(more(window)).astype(int)
    assert (abs(picture - picture[0, 0]).max(-1) > 120).sum() > 8  # against its ground
    assert more(window).accessibleName() == "What there is no room for"
    assert window.maps.why_button.isVisible()
    listed = []

    def look():
        if isinstance(menu := QApplication.activePopupWidget(), QMenu):
            listed.extend(menu.actions())
            menu.close()

    polls = QTimer(interval=10)  # Qt opens the menu in a loop of its own
    polls.timeout.connect(look)
    polls.start()
    qtbot.mouseClick(more(window), LEFT)
    qtbot.waitUntil(lambda: bool(listed), timeout=WAIT)
    polls.stop()
    assert window.maps.switches.reset_view in listed


def test_names_of_classes_are_seen_above_their_scroll_bar(window, qtbot):
    window.maps.setMaximumWidth(330)
    settle(window)
    bar = window.maps._scroll.horizontalScrollBar()
    qtbot.waitUntil(bar.isVisible, timeout=WAIT)
    room = window.maps._scroll.viewport().height()
    assert all(button.height() <= room for button in window.maps._class_buttons())
    assert all(button.height() >= button.sizeHint().height() for button in window.maps._class_buttons())
