"""The command palette: whatever the window can do is in it, found by a few letters and done by real keys."""

import time

import pytest
from hands import LEFT, WAIT, has_colour, seen
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocumentFragment
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from vaegui.ui.commands import Command, find, plain, rank
from vaegui.ui.preferences import MOST_USED, Preferences

CONTROL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
OPENING_MS = 50
DOES_NOT_ASK = (  # the entries that can be tried here: they open no dialog, close nothing, and take no time
    "Prior",
    "Manifold",
    "Ink on paper",
    "Logarithmic curves",
    "Lasso",
    "Density",
    "Dark",
    "Path",
    "VAE, Gaussian decoder",
    "Show all classes",
)


def enabled_entries(menu, above=True):
    """Every entry of a menu that can be chosen now, and of the menus in it."""
    for action in menu.actions():
        enabled = above and action.isEnabled()
        if isinstance(action.menu(), QMenu):
            yield from enabled_entries(action.menu(), enabled)
        elif enabled and action.text() and not action.isSeparator():
            yield action


@pytest.fixture
def palette(window, qtbot):
    """The palette, opened by its keys."""
    found = window.menus.palette
    qtbot.keyClick(window.map.plot, Qt.Key.Key_P, CONTROL_SHIFT)
    qtbot.waitUntil(found.isVisible, timeout=WAIT)
    return found


def type_in(palette, words):
    QTest.keyClicks(palette.line, words)


def press(palette, key):
    QTest.keyClick(palette.line, key)


def test_every_entry_of_the_menus_that_can_be_chosen_is_in_it(window, palette):
    entries = [e for title in window.menuBar().actions() for e in enabled_entries(title.menu(), title.isEnabled())]
    assert len(entries) > 100
    names = {command.name for command in palette.shown if command.is_enabled}
    assert [plain(entry.text()) for entry in entries if plain(entry.text()) not in names] == []


@pytest.mark.parametrize("name", DOES_NOT_ASK)
def test_keys_do_what_the_entry_does(window, palette, name):
    action = next(a for a in window.findChildren(QAction) if plain(a.text()) == name and a.isEnabled())
    was_on, done = action.isChecked(), []
    action.triggered.connect(lambda: done.append(name))
    type_in(palette, name)
    wanted = next(row for row, command in enumerate(palette.shown) if command.name == name)
    for _ in range(wanted):
        press(palette, Qt.Key.Key_Down)
    assert palette.current.name == name
    press(palette, Qt.Key.Key_Return)
    assert done == [name]
    assert action.isChecked() or not action.isCheckable() or was_on
    assert not palette.isVisible()


def test_it_opens_at_once(window, palette):
    press(palette, Qt.Key.Key_Escape)
    took = []
    for _ in range(5):
        started = time.thread_time()
        palette.toggle()
        took.append(1000 * (time.thread_time() - started))
        palette.leave()
    print(f"palette: {len(palette.shown)} commands, opened in {sorted(took)[2]:.0f} ms")
    assert sorted(took)[2] < OPENING_MS


def test_runs_panels_and_datasets_are_found_by_their_names(window, palette, own_run):
    type_in(palette, own_run.name)
    assert f"Open run “{own_run.name}”" in [command.name for command in palette.shown]
    palette.line.clear()
    type_in(palette, "show noise")
    assert palette.current.name == "Show the panel Noise"
    press(palette, Qt.Key.Key_Return)
    assert not window.docks["noise"].visibleRegion().isEmpty()
    palette.toggle()
    type_in(palette, "train fashion")
    press(palette, Qt.Key.Key_Return)
    assert window.desk.train_panel.dataset.currentData() == "fashion-mnist"


def test_entries_of_menus_that_were_filled_anew_are_done(window, palette, own_run):
    """A menu that opens deletes what was in it, and the list may be older than that."""
    window.desk.recent.runs_menu.aboutToShow.emit()
    done = []
    window.desk.open_run = lambda folder: done.append(folder)
    type_in(palette, f"1  {own_run.name}")
    assert palette.current.place == "Run › Open recent"
    window.desk.recent.runs_menu.aboutToShow.emit()
    press(palette, Qt.Key.Key_Return)
    assert not palette.isVisible()
    assert done == [own_run.folder]


def test_what_is_gone_meanwhile_cannot_be_done(window, palette, own_run):
    type_in(palette, f"1  {own_run.name}")
    window.preferences.recent_runs = []
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert "cannot be done now" in palette.words.text()


def test_a_path_is_shown_as_it_is(window, palette, own_run, qtbot):
    press(palette, Qt.Key.Key_Escape)
    folder = own_run.folder.with_name("a <b>bold & cold")
    own_run.folder.rename(folder)
    window.desk.refresh_runs()
    palette.toggle()
    type_in(palette, "cold")
    tip = palette.list.model().data(palette.list.currentIndex(), Qt.ItemDataRole.ToolTipRole)
    assert palette.current.name == f"Open run “{folder.name}”"
    assert QTextDocumentFragment.fromHtml(tip).toPlainText() == str(folder)


def test_what_a_panel_alone_offers_is_in_it(palette):
    found = {command.key: command for command in palette.shown}
    for key in ("Runs › Rename", "Path › Rename", "Draw › Brush (B)", "Curves › Copy the values as CSV"):
        assert key in found, key
    assert "Lesson › Close" not in found  # no lesson is open


def test_esc_gives_the_focus_back(window, palette, qtbot):
    assert palette.line.hasFocus()
    press(palette, Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.map.plot.hasFocus()
    qtbot.keyClick(window.map.plot, Qt.Key.Key_P, CONTROL_SHIFT)
    qtbot.keyClick(palette.line, Qt.Key.Key_P, CONTROL_SHIFT)  # the same keys close it
    assert not palette.isVisible()


def test_a_click_elsewhere_closes_it(window, palette, qtbot):
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, pos=window.map.plot.viewport().rect().bottomLeft())
    assert not palette.isVisible()


def test_letters_that_are_keys_of_the_map_are_typed(window, palette):
    was_on = window.maps.switches.manifold.isChecked()
    type_in(palette, "mbg")
    assert palette.line.text() == "mbg"
    assert window.maps.switches.manifold.isChecked() == was_on


def test_keys_move_in_the_list(palette):
    names = [command.name for command in palette.shown]
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Down)
    press(palette, Qt.Key.Key_Up)
    assert palette.current.name == names[1]
    press(palette, Qt.Key.Key_PageDown)
    page = names.index(palette.current.name) - 1
    assert 5 < page < 20
    press(palette, Qt.Key.Key_PageUp)
    assert palette.current.name == names[1]
    press(palette, Qt.Key.Key_PageUp)
    assert palette.current.name == names[0]


def test_a_click_does_it(window, palette):
    type_in(palette, "manifold")
    index = palette.list.model().index(0, 0)
    QTest.mouseClick(palette.list.viewport(), LEFT, pos=palette.list.visualRect(index).center())
    assert window.maps.switches.manifold.isChecked()


def test_what_cannot_be_done_is_last_and_says_so(palette):
    type_in(palette, "pause or resume")
    assert not palette.current.is_enabled
    press(palette, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert palette.words.text() == "“Pause or resume” cannot be done now."
    palette.line.clear()
    enabled = [command.is_enabled for command in palette.shown]
    assert enabled == sorted(enabled, reverse=True)
    assert not all(enabled)


def test_what_was_done_comes_first_the_next_time(window, palette):
    type_in(palette, "manifold")
    press(palette, Qt.Key.Key_Return)
    palette.toggle()
    assert palette.current.name == "Manifold"
    assert palette.current.is_on
    assert Preferences().used_commands[0] == "View › Manifold"
    palette.leave()


def test_no_more_is_remembered_than_is_of_use(home):
    preferences = Preferences()
    preferences.used_commands = [f"View › {n}" for n in range(50)]
    assert Preferences().used_commands == [f"View › {n}" for n in range(MOST_USED)]
    preferences._set("used_commands", ["", 7, "x" * 10_000, "View › Prior"])
    assert Preferences().used_commands == ["View › Prior"]
    preferences._set("used_commands", "View › Prior")
    assert Preferences().used_commands == []


def test_nothing_found_is_said(palette):
    type_in(palette, "zzzz")
    assert palette.shown == []
    assert palette.words.text() == "Nothing in this window is called so. Try fewer letters."
    press(palette, Qt.Key.Key_Return)
    press(palette, Qt.Key.Key_Down)
    assert palette.isVisible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_is_read_in_both_themes(window, qtbot, theme):
    window.apply_theme(theme)
    window.menus.palette.toggle()
    picture = seen(window.menus.palette)
    assert has_colour(picture, window.theme.text) > 50
    assert has_colour(picture, window.theme.muted) > 50
    assert has_colour(picture, window.theme.accent) > 10


def test_the_current_row_is_told(palette):
    assert palette.list.accessibleName() == "Commands found"
    type_in(palette, "ink on paper")
    assert palette.line.accessibleDescription().startswith("Ink on paper, off, View, I")
    index = palette.list.currentIndex()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == palette.line.accessibleDescription()
    assert QApplication.focusWidget() is palette.line


# Matching


def commands(*names):
    return [Command(name, "View", lambda: None) for name in names]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("VIEW reset", ["Reset view"]),
        ("rv", ["Reset view", "Logarithmic curves"]),
        ("cafe", ["Café"]),
        ("curves log", ["Logarithmic curves"]),
        ("bla", []),
        ("col", ["Colour by class", "Protocol"]),
    ],
)
def test_words_and_initials(query, found):
    known = commands("Protocol", "Reset view", "Café", "Logarithmic curves", "Colour by class")
    assert [command.name for command in find(known, query)] == found


def test_the_place_counts_less_than_the_name():
    known = [Command("Prior", "View", lambda: None), Command("View of it", "Help", lambda: None)]
    assert [command.name for command in find(known, "view")] == ["View of it", "Prior"]
    assert rank(known[0], "view") > rank(known[1], "view")
