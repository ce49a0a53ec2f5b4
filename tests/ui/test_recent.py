"""What was used lately stands in menus, and is remembered between two launches."""

import shutil

import pytest
from hands import WAIT, box
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocumentFragment

from vaegui import lessons
from vaegui.ui.preferences import MOST_RECENT, Preferences
from vaegui.ui.recent import NOTHING, names


def entries(menu):
    """What a menu shows once it is opened."""
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.text()]


def choose(menu, text):
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == text).trigger()


@pytest.fixture
def other_run(own_run):
    return shutil.copytree(own_run.folder, own_run.folder.with_name("second & last"))


def test_runs_that_were_opened_are_listed_the_newest_first(window, own_run, other_run):
    menu = window.desk.recent.runs_menu
    window.desk.open_run(other_run)
    assert entries(menu) == ["&1  second && last", f"&2  {own_run.name}", "&Clear this list"]
    choose(menu, f"&2  {own_run.name}")
    assert window.desk.run.folder == own_run.folder
    assert entries(menu)[0] == f"&1  {own_run.name}"
    assert Preferences().recent_runs == [own_run.folder, other_run]


def test_a_run_that_is_gone_is_not_offered(window, own_run, other_run):
    window.desk.open_run(other_run)
    window.desk.open_run(own_run.folder)
    shutil.rmtree(other_run)
    assert entries(window.desk.recent.runs_menu) == [f"&1  {own_run.name}", "&Clear this list"]


def test_the_list_can_be_cleared(window):
    menu = window.desk.recent.runs_menu
    choose(menu, "&Clear this list")
    assert entries(menu) == [NOTHING]
    assert not menu.actions()[0].isEnabled()
    assert Preferences().recent_runs == []


def test_tooltips_have_paths_as_they_are(window, own_run):
    folder = own_run.folder.with_name("a <b>bold & cold")
    shutil.copytree(own_run.folder, folder)
    window.desk.open_run(folder)
    menu = window.desk.recent.runs_menu
    entries(menu)
    tips = [action.toolTip() for action in menu.actions()[:2]]
    assert QTextDocumentFragment.fromHtml(tips[0]).toPlainText() == str(folder)
    assert tips[1] == str(own_run.folder)


def test_runs_of_the_same_name_are_told_apart(tmp_path):
    paths = [tmp_path / "mine" / "vae", tmp_path / "yours" / "vae", tmp_path / "mine" / "em"]
    assert names(paths) == ["vae — mine", "vae — yours", "em"]


def test_they_are_found_by_real_keys_in_the_menu(window, own_run, other_run, qtbot):
    window.desk.open_run(other_run)
    menu = window.menus.by_title["&Run"]
    menu.popup(window.mapToGlobal(window.rect().topLeft()))
    qtbot.waitUntil(menu.isVisible, timeout=WAIT)
    qtbot.keyClick(menu, Qt.Key.Key_R)  # Open recent
    recent = window.desk.recent.runs_menu
    qtbot.waitUntil(recent.isVisible, timeout=WAIT)
    qtbot.keyClick(recent, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: window.desk.run.folder == own_run.folder, timeout=WAIT)


def test_a_dataset_that_was_chosen_can_be_chosen_again(window, qtbot):
    combo, menu = window.desk.train_panel.dataset, window.desk.recent.datasets_menu
    assert entries(menu) == [NOTHING]
    combo.setFocus()
    qtbot.keyClick(combo, Qt.Key.Key_Down)  # by hand, from digits
    chosen, title = combo.currentData(), combo.currentText()
    qtbot.keyClick(combo, Qt.Key.Key_Up)
    assert combo.currentData() == "digits"
    assert entries(menu) == ["&1  Digits 8×8", f"&2  {title}", "&Clear this list"]
    window.docks["runs"].raise_()
    choose(menu, f"&2  {title}")
    assert combo.currentData() == chosen
    assert not window.docks["train"].visibleRegion().isEmpty()
    assert Preferences().recent_datasets == [chosen, "digits"]


def test_a_dataset_that_is_gone_is_not_offered(window):
    window.desk.recent.add_dataset("my leaves")
    assert entries(window.desk.recent.datasets_menu) == [NOTHING]


def test_a_lesson_that_was_opened_is_listed_and_its_runs_are_not(window, own_run, tmp_path, qtbot):
    shipped = lessons.shipped()[0]
    file = tmp_path / "first & last.vaelesson"
    for _ in lessons.pack(shipped.lesson, dict(shipped.folders), file):
        pass
    before = window.preferences.recent_runs
    window.desk.teaching.open_file(file)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    menu = window.desk.recent.lessons_menu
    assert entries(menu) == ["&1  first && last.vaelesson", "&Clear this list"]
    assert window.preferences.recent_runs == before == [own_run.folder]
    window.desk.teaching.close_lesson()
    choose(menu, "&1  first && last.vaelesson")
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    window.desk.teaching.close_lesson()
    choose(menu, "&Clear this list")
    assert entries(menu) == [NOTHING]
    assert box(window) is None


@pytest.mark.parametrize(
    "stored", ["a path", [7, None, {}], ["", "x\0y", "y" * 10_000, "\udcff\ud800"], {"0": "/tmp"}, 3]
)
def test_what_is_no_list_of_paths_is_forgotten(home, stored):
    preferences = Preferences()
    for name in ("recent_runs", "recent_lessons", "recent_datasets"):
        preferences._values[name] = stored
    assert preferences.recent_runs == preferences.recent_lessons == []
    assert all(isinstance(name, str) and len(name) <= 300 for name in preferences.recent_datasets)


def test_no_more_than_ten_are_kept(home, tmp_path):
    preferences = Preferences()
    preferences.recent_runs = [tmp_path / str(n) for n in range(25)]
    assert Preferences().recent_runs == [tmp_path / str(n) for n in range(MOST_RECENT)]
