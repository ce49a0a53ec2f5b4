"""What was removed or lost comes back with Ctrl+Z, and goes again with Ctrl+Shift+Z; where it cannot, that is said."""

import os
import shutil
import subprocess
import sys

import numpy as np
import pytest
from hands import LEFT, NONE, WAIT, action, box, choose_tab, finish, hold, listed, press_in_box, train, training_of
from PIL import Image
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from vaegui import folders, importing, runs, storing
from vaegui.settings import UserError
from vaegui.ui import trash
from vaegui.ui.alarm import Alarm
from vaegui.ui.undo import MOST_CHANGES, Change, History, short

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def undo(qtbot, window, keys=CONTROL):
    window.activateWindow()  # which it is not at once where a message was closed
    qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_Z, keys)


def redo(qtbot, window):
    undo(qtbot, window, BOTH)


def offered(window):
    """What the Edit menu says of undo and redo."""
    undo, redo = window.menus.by_title["&Edit"].actions()[:2]
    return undo.text().replace("&", ""), redo.text().replace("&", "")


def said(window):
    return window.statusBar().currentMessage()


def names(window):
    return [row[0] for row in listed(window)]


def select_run(qtbot, window, name):
    choose_tab(qtbot, window, "Runs")
    panel = window.desk.runs_panel
    item = next(i for i in panel._items() if i.text(0) == name)
    panel.list.scrollToItem(item)
    place = panel.list.visualItemRect(item)
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=QPoint(place.left() + 60, place.center().y()))
    assert panel.current_folder().name == name


def delete(qtbot, window, name):
    select_run(qtbot, window, name)
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_Delete)


def rename(qtbot, window, name, new):
    select_run(qtbot, window, name)
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, new)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))


def tick(qtbot, window, *names):
    for name in names:
        select_run(qtbot, window, name)
        qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_Space)


def content(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != ".lock"}


def ticked(window):
    return [folder.name for folder in window.desk.runs_panel.ticked]


# Runs


def test_a_removed_run_comes_back_whole(qtbot, window, brief_run, desktop):
    window.desk.refresh_runs()
    before = content(brief_run.folder)
    delete(qtbot, window, "brief")
    bin_ = desktop / "Trash"
    assert not brief_run.folder.exists()
    assert (bin_ / "info" / "brief.trashinfo").is_file()
    assert said(window) == "“brief” is in the trash now. Ctrl+Z brings it back."
    assert offered(window) == ("Undo: move run “brief” to trash", "Redo")
    undo(qtbot, window)
    assert content(brief_run.folder) == before
    assert runs.load(brief_run.folder).name == "brief"
    assert not any((bin_ / "info").iterdir())
    assert not any((bin_ / "files").iterdir())
    assert "brief" in names(window)
    assert window.desk.run.name == "small"
    assert said(window) == "“brief” is back."
    assert offered(window) == ("Undo", "Redo: move run “brief” to trash")
    redo(qtbot, window)
    assert not brief_run.folder.exists()
    assert (bin_ / "info" / "brief.trashinfo").is_file()
    assert "brief" not in names(window)
    undo(qtbot, window)
    assert content(brief_run.folder) == before


def test_the_open_run_is_opened_again_though_other_images_were_shown_meanwhile(qtbot, window, own_run, brief_run):
    window.desk.refresh_runs()
    tick(qtbot, window, "brief")
    place = window.desk.walking
    place.pins or window.desk.path_panel.pin_wanted.emit()
    delete(qtbot, window, "small")
    assert window.desk.run.name == "mnist-vae-2d"
    assert window.desk.walking.pins == ()
    assert window.desk.undo_stack.count() == 1  # the pin spoke of other images
    undo(qtbot, window)
    assert window.desk.run.folder == own_run.folder
    assert "small" in window.windowTitle()
    assert ticked(window) == ["brief"]
    assert len(window.desk.explorer.rivals) == 1
    redo(qtbot, window)
    assert window.desk.run.name == "mnist-vae-2d"
    assert not own_run.folder.exists()
    undo(qtbot, window)
    assert window.desk.run.folder == own_run.folder


def test_a_ticked_run_is_ticked_again_in_its_place(qtbot, window, brief_run):
    shutil.copytree(brief_run.folder, brief_run.folder.with_name("third"))
    window.desk.refresh_runs()
    tick(qtbot, window, "brief", "third")
    delete(qtbot, window, "brief")
    assert ticked(window) == ["third"]
    undo(qtbot, window)
    assert ticked(window) == ["brief", "third"]
    assert len(window.desk.explorer.rivals) == 2


def test_what_took_its_name_is_left_alone(qtbot, window, brief_run, deep_run):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    shutil.copytree(deep_run.folder, brief_run.folder)
    before = content(brief_run.folder)
    undo(qtbot, window)
    assert content(brief_run.folder) == before
    assert {"brief", "brief 2"} <= set(names(window))
    assert "back as “brief 2”" in said(window)
    redo(qtbot, window)
    assert content(brief_run.folder) == before
    assert "brief 2" not in names(window)


def test_an_emptied_trash_is_said_and_older_changes_can_still_be_undone(qtbot, window, brief_run, deep_run, desktop):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    delete(qtbot, window, "deep")
    for path in (desktop / "Trash" / "files" / "deep", desktop / "Trash" / "info" / "deep.trashinfo"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    # Something else of that name, which was thrown away later, is not taken for it.
    shutil.copytree(brief_run.folder.with_name("small"), desktop / "Trash" / "files" / "deep")
    undo(qtbot, window)
    assert "“deep” is no longer in the trash" in press_in_box(qtbot, window, "OK")
    assert not deep_run.folder.exists()
    assert offered(window) == ("Undo: move run “brief” to trash", "Redo")
    undo(qtbot, window)
    assert brief_run.folder.is_dir()
    assert offered(window) == ("Undo", "Redo: move run “brief” to trash")


def test_what_a_file_manager_adds_in_the_trash_keeps_nothing_from_coming_back(qtbot, window, brief_run, desktop):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    (desktop / "Trash" / "files" / "brief" / ".directory").write_text("[Desktop Entry]")
    undo(qtbot, window)
    assert said(window) == "“brief” is back."
    runs.load(brief_run.folder).check()


def test_a_run_is_back_though_the_disk_does_not_confirm_it(qtbot, window, brief_run, desktop, monkeypatch):
    def refuse(_folder):
        raise OSError(5, "Input/output error")

    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    with monkeypatch.context() as patched:
        patched.setattr(storing, "sync", refuse)
        undo(qtbot, window)
    assert said(window) == "“brief” is back."
    assert "brief" in names(window)
    assert not any((desktop / "Trash" / "info").iterdir())
    assert offered(window) == ("Undo", "Redo: move run “brief” to trash")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_changed_is_said(qtbot, window, brief_run):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    brief_run.folder.parent.chmod(0o500)
    try:
        undo(qtbot, window)
    finally:
        brief_run.folder.parent.chmod(0o700)
    assert "could not be brought back" in press_in_box(qtbot, window, "OK")
    assert not window.desk.undo_stack.canUndo()


def test_a_folder_of_runs_that_is_a_file_now_is_said(qtbot, window, brief_run, home):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    (home / "runs").rename(home / "elsewhere")
    (home / "runs").write_text("no folder")
    undo(qtbot, window)
    (home / "runs").unlink()
    (home / "elsewhere").rename(home / "runs")
    said = press_in_box(qtbot, window, "OK")
    assert "“brief” could not be brought back" in said
    assert "It is still in there" in said
    assert offered(window) == ("Undo", "Redo")


@pytest.fixture
def elsewhere(brief_run):
    """Another program that has the run open."""
    code = (
        "import sys; from pathlib import Path; from vaegui import storing\n"
        f"lock = storing.hold(Path({str(brief_run.folder)!r})); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_what_another_program_uses_is_neither_removed_nor_renamed_again(qtbot, window, brief_run, elsewhere):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    assert "open in another window" in press_in_box(qtbot, window, "OK")
    assert not window.desk.undo_stack.canUndo()
    assert brief_run.folder.is_dir()
    rename(qtbot, window, "brief", "short")
    assert "open in another window" in press_in_box(qtbot, window, "OK")
    assert not window.desk.undo_stack.canUndo()
    assert "brief" in names(window)


def test_redo_of_a_run_that_is_open_elsewhere_by_now_is_refused(qtbot, window, brief_run):
    window.desk.refresh_runs()
    delete(qtbot, window, "brief")
    undo(qtbot, window)
    code = (
        "import sys; from pathlib import Path; from vaegui import storing\n"
        f"lock = storing.hold(Path({str(brief_run.folder)!r})); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        redo(qtbot, window)
        assert "open in another window" in press_in_box(qtbot, window, "OK")
        assert brief_run.folder.is_dir()
        assert offered(window) == ("Undo", "Redo")
        process.kill()


def test_where_there_is_no_trash_the_run_stays(qtbot, window, brief_run, desktop):
    window.desk.refresh_runs()
    desktop.mkdir(exist_ok=True)
    (desktop / "Trash").write_text("no folder")
    delete(qtbot, window, "brief")
    assert "could not be moved to the trash" in press_in_box(qtbot, window, "OK")
    assert brief_run.folder.is_dir()
    assert not window.desk.undo_stack.canUndo()


def test_a_renamed_run_gets_its_name_back_and_stays_open(qtbot, window, own_run):
    rename(qtbot, window, "small", "large")
    assert offered(window)[0] == "Undo: rename run “small”"
    undo(qtbot, window)
    assert window.desk.run.folder == own_run.folder
    assert own_run.folder.is_dir()
    assert "small" in names(window)
    assert "large" not in names(window)
    redo(qtbot, window)
    assert window.desk.run.name == "large"
    assert not own_run.folder.exists()
    assert not own_run.folder.exists()


def test_a_name_that_is_taken_by_now_is_said(qtbot, window, brief_run, deep_run):
    window.desk.refresh_runs()
    rename(qtbot, window, "brief", "short")
    shutil.copytree(deep_run.folder, brief_run.folder)
    before = content(brief_run.folder)
    undo(qtbot, window)
    assert "already a run called “brief”" in press_in_box(qtbot, window, "OK")
    assert content(brief_run.folder) == before
    assert runs.load(brief_run.folder.with_name("short")).config == brief_run.config


def test_another_run_under_the_new_name_is_not_renamed(qtbot, window, brief_run, deep_run):
    window.desk.refresh_runs()
    rename(qtbot, window, "brief", "short")
    short = brief_run.folder.with_name("short")
    short.rename(short.with_name("kept"))
    shutil.copytree(deep_run.folder, short)
    undo(qtbot, window)
    assert "moved or replaced by another program" in press_in_box(qtbot, window, "OK")
    assert short.is_dir()


def test_both_are_undone_in_their_order(qtbot, window, brief_run):
    window.desk.refresh_runs()
    rename(qtbot, window, "brief", "short")
    delete(qtbot, window, "short")
    undo(qtbot, window)
    assert "short" in names(window)
    undo(qtbot, window)
    assert brief_run.folder.is_dir()
    redo(qtbot, window)
    redo(qtbot, window)
    assert "short" not in names(window)
    assert "brief" not in names(window)


def test_a_discarded_training_comes_back_as_far_as_it_was_saved(qtbot, window, desktop):
    train(qtbot, window)
    plan = window.desk.training.plan
    qtbot.waitUntil(lambda: (plan.folder / folders.CONFIG).is_file(), timeout=WAIT)
    hold(qtbot, window)
    qtbot.mouseClick(window.desk.train_panel.cancel_button, LEFT)
    press_in_box(qtbot, window, "Discard")
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert not plan.folder.exists()
    assert window.desk.run.name == "small"
    assert offered(window)[0] == f"Undo: discard training “{plan.folder.name}”"
    undo(qtbot, window)
    run = window.desk.run
    assert run.folder == plan.folder.resolve()
    assert run.config.epochs_done > 0
    assert not run.config.in_training
    run.check()
    redo(qtbot, window)
    assert window.desk.run.name == "mnist-vae-2d"
    assert not plan.folder.exists()


def discard(qtbot, window, spoil):
    """Discard a training that was saved once, after something happened to its folder; returns that."""
    train(qtbot, window)
    folder = window.desk.training.plan.folder
    qtbot.waitUntil(lambda: (folder / folders.CONFIG).is_file(), timeout=WAIT)
    hold(qtbot, window)
    spoil(folder)
    qtbot.mouseClick(window.desk.train_panel.cancel_button, LEFT)
    assert "to the trash" in press_in_box(qtbot, window, "Discard")
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    return folder


def test_a_discarded_training_is_kept_where_there_is_no_trash(qtbot, window, desktop):
    desktop.mkdir(exist_ok=True)
    (desktop / "Trash").write_text("no folder")
    folder = discard(qtbot, window, lambda _: None)
    runs.load(folder).check()
    assert folder.name in names(window)
    assert window.desk.run.name == folder.name
    assert said(window) == f"“{folder.name}” could not be moved to the trash, so it is still among your runs."
    assert not window.desk.undo_stack.canUndo()


def test_a_discarded_training_that_cannot_be_read_goes_to_the_trash(qtbot, window, desktop):
    broken = b"no config"
    folder = discard(qtbot, window, lambda folder: (folder / folders.CONFIG).write_bytes(broken))
    assert not folder.exists()
    assert (desktop / "Trash" / "files" / folder.name / folders.CONFIG).read_bytes() == broken
    assert offered(window)[0] == f"Undo: discard training “{folder.name}”"


def test_while_something_is_trained_a_run_comes_back_without_being_shown(qtbot, window, own_run):
    train(qtbot, window)
    hold(qtbot, window)
    delete(qtbot, window, "small")
    undo(qtbot, window)
    assert own_run.folder.is_dir()
    assert box(window) is None
    assert "small" not in window.windowTitle()
    choose_tab(qtbot, window, "Train")
    qtbot.mouseClick(window.desk.train_panel.cancel_button, LEFT)
    press_in_box(qtbot, window, "Discard")
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert window.desk.run.folder == own_run.folder


# Datasets


@pytest.fixture
def sweets(tmp_path):
    """Grey images of two classes."""
    root, random = tmp_path / "sweets", np.random.default_rng(0)
    for name in ("cherry", "lime"):
        (root / name).mkdir(parents=True)
        for i in range(20):
            pixels = random.integers(0, 255, (8, 8), dtype=np.uint8)
            Image.fromarray(pixels).save(root / name / f"{i:02}.png")
    return root


def bring_in(qtbot, window, path=None):
    """Import a folder, or read the chosen dataset again."""
    if path is not None:
        window.desk.intake.import_from(path)
    intake = window.desk.intake
    qtbot.waitUntil(lambda: intake.dialog is not None and not intake.dialog.is_busy, timeout=WAIT)
    with qtbot.waitSignal(intake.imported, timeout=WAIT):
        QTest.mouseClick(intake.dialog.read_button, LEFT)


def kept(home, name="sweets"):
    return content(home / "data" / "own" / name)


def test_a_removed_dataset_comes_back_without_a_question_before(qtbot, window, sweets, home, desktop):
    bring_in(qtbot, window, sweets)
    before, panel = kept(home), window.desk.train_panel
    action(window, "Remove “sweets”").trigger()
    assert box(window) is None
    assert importing.known() == []
    assert panel.dataset.findData("sweets") == -1
    assert (desktop / "Trash" / "info" / "sweets.trashinfo").is_file()
    assert said(window) == "The images of “sweets” are in the trash now. Ctrl+Z brings them back."
    assert offered(window) == ("Undo: remove dataset “sweets”", "Redo")
    undo(qtbot, window)
    assert kept(home) == before
    assert panel.dataset.currentData() == "sweets"
    assert not any((desktop / "Trash" / "info").iterdir())
    qtbot.waitUntil(lambda: window.desk.datasets.get("sweets") is not None, timeout=WAIT)
    assert importing.load("sweets").classes == ("cherry", "lime")
    redo(qtbot, window)
    assert importing.known() == []
    assert window.desk.datasets.get("sweets") is None
    undo(qtbot, window)
    assert kept(home) == before
    qtbot.waitUntil(lambda: window.desk.datasets.get("sweets") is not None, timeout=WAIT)


def test_who_removes_what_a_run_needs_is_asked_and_gets_it_back(qtbot, window, sweets, home):
    bring_in(qtbot, window, sweets)
    panel = window.desk.train_panel
    panel.model_form.set_value("hidden", (8,))
    panel.train_form.fill({"epochs": 1, "device": "cpu"})
    QTest.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)
    finish(qtbot, window)
    run = window.desk.run
    action(window, "Remove “sweets”").trigger()
    assert f"“{run.name}”" in press_in_box(qtbot, window, "Go back")
    assert importing.known() == ["sweets"]
    action(window, "Remove “sweets”").trigger()
    press_in_box(qtbot, window, "Remove")
    assert importing.known() == []
    undo(qtbot, window)
    qtbot.waitUntil(lambda: window.desk.datasets.get("sweets") is not None, timeout=WAIT)
    assert window.desk.open_run(run.folder)
    assert window.desk.explorer.drivers[0].images is not None


def test_replaced_images_come_back(qtbot, window, sweets, home):
    bring_in(qtbot, window, sweets)
    before = kept(home)
    for path in sorted((sweets / "lime").iterdir())[:5]:
        path.unlink()
    action(window, "Read “sweets” again…").trigger()
    bring_in(qtbot, window)
    after = kept(home)
    assert after != before
    assert "Ctrl+Z brings those before back" in said(window)
    assert offered(window)[0] == "Undo: replace dataset “sweets”"
    for keys, expected, count in ((CONTROL, before, 40), (BOTH, after, 35), (CONTROL, before, 40)):
        undo(qtbot, window, keys)
        assert kept(home) == expected
        assert importing.known() == ["sweets"]
        qtbot.waitUntil(lambda: window.desk.datasets.get("sweets") is not None, timeout=WAIT)
        found = window.desk.datasets.get("sweets")
        assert len(found.train) + len(found.test) == count


def test_images_whose_replacement_fails_stay(qtbot, window, sweets, home, monkeypatch):
    bring_in(qtbot, window, sweets)
    before, real = kept(home), os.rename

    def rename(source, target):
        if "new" in str(source):
            raise OSError(28, "No space left on device")
        real(source, target)

    action(window, "Read “sweets” again…").trigger()
    intake = window.desk.intake
    qtbot.waitUntil(lambda: intake.dialog is not None and not intake.dialog.is_busy, timeout=WAIT)
    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", rename)
        QTest.mouseClick(intake.dialog.read_button, LEFT)
        qtbot.waitUntil(lambda: "could not be kept" in intake.dialog.words.text(), timeout=WAIT)
    assert kept(home) == before
    assert not window.desk.undo_stack.canUndo()
    intake.dialog.reject()


def test_images_whose_name_is_taken_come_back_under_another_one(qtbot, window, sweets, home):
    bring_in(qtbot, window, sweets)
    before = kept(home)
    action(window, "Remove “sweets”").trigger()
    bring_in(qtbot, window, sweets)
    undo(qtbot, window)
    assert importing.known() == ["sweets", "sweets 2"]
    assert kept(home, "sweets 2") == before
    assert "back as “sweets 2”" in said(window)


def test_an_emptied_trash_leaves_the_replacement(qtbot, window, sweets, home, desktop):
    bring_in(qtbot, window, sweets)
    action(window, "Read “sweets” again…").trigger()
    bring_in(qtbot, window)
    after = kept(home)
    shutil.rmtree(desktop / "Trash")
    undo(qtbot, window)
    assert "no longer in the trash" in press_in_box(qtbot, window, "OK")
    assert kept(home) == after
    assert offered(window) == ("Undo", "Redo")


@pytest.mark.parametrize("fails", [1, 2])
def test_images_that_do_not_come_back_leave_their_replacement(qtbot, window, sweets, home, desktop, monkeypatch, fails):
    bring_in(qtbot, window, sweets)
    before = kept(home)
    for path in sorted((sweets / "lime").iterdir())[:5]:
        path.unlink()
    action(window, "Read “sweets” again…").trigger()
    bring_in(qtbot, window)
    after, real, left = kept(home), os.rename, [True] * fails

    def rename(source, target):
        if left:
            left.pop()
            raise OSError(13, "Permission denied")
        real(source, target)

    with monkeypatch.context() as patched:
        patched.setattr(os, "rename", rename)
        undo(qtbot, window)
    words = press_in_box(qtbot, window, "OK")
    assert "“sweets” could not be brought back from the trash: Permission denied." in words
    assert offered(window) == ("Undo", "Redo")
    bin_ = desktop / "Trash" / "files"
    if fails == 1:
        assert kept(home) == after
        assert [content(folder) for folder in bin_.iterdir()] == [before]
        qtbot.waitUntil(lambda: window.desk.datasets.get("sweets") is not None, timeout=WAIT)
        assert window.desk.train_panel.dataset.currentData() == "sweets"
        assert "are back" not in said(window)
    else:  # not even they come back, which is said
        assert "The images that had its name are in the trash, too." in words
        assert importing.known() == []
        assert len(list(bin_.iterdir())) == 2


def test_where_there_is_no_trash_removing_for_good_is_asked_for(qtbot, window, sweets, home, desktop):
    bring_in(qtbot, window, sweets)
    desktop.mkdir(exist_ok=True)
    (desktop / "Trash").write_text("no folder")
    action(window, "Remove “sweets”").trigger()
    words = press_in_box(qtbot, window, "Go back")
    assert "could not be moved to the trash" in words
    assert "for good" in words
    assert importing.known() == ["sweets"]
    action(window, "Remove “sweets”").trigger()
    press_in_box(qtbot, window, "Remove for good")
    assert importing.known() == []
    assert not window.desk.undo_stack.canUndo()


# Panels, layouts, comparisons, forms


def test_a_closed_panel_comes_back_to_its_place(qtbot, window):
    choose_tab(qtbot, window, "Noise")
    dock = window.docks["noise"]
    before, others = dock.geometry(), [d.windowTitle() for d in window.tabifiedDockWidgets(dock)]
    close = dock.findChild(QAbstractButton, "qt_dockwidget_closebutton")
    qtbot.mouseClick(close, LEFT)
    assert dock.isHidden()
    assert said(window) == "The panel “Noise” is closed. Ctrl+Z brings it back."
    assert offered(window)[0] == "Undo: close panel “Noise”"
    choose_tab(qtbot, window, "Figures")
    undo(qtbot, window)
    qtbot.waitUntil(lambda: not dock.visibleRegion().isEmpty(), timeout=WAIT)
    assert dock.geometry() == before
    assert [d.windowTitle() for d in window.tabifiedDockWidgets(dock)] == others
    redo(qtbot, window)
    assert dock.isHidden()
    undo(qtbot, window)
    # From the menu, too.
    action(window, "Noise").trigger()
    assert dock.isHidden()
    undo(qtbot, window)
    assert not dock.isHidden()


def test_a_closed_panel_comes_back_in_the_layout_that_it_was_closed_in(qtbot, window):
    dock = window.docks["decoded"]
    qtbot.mouseClick(dock.findChild(QAbstractButton, "qt_dockwidget_closebutton"), LEFT)
    qtbot.keySequence(window, "Ctrl+2")
    assert window.layouts.preset == "train"
    undo(qtbot, window)
    assert window.layouts.preset == "explore"
    assert not dock.isHidden()
    qtbot.keySequence(window, "Ctrl+2")
    redo(qtbot, window)
    assert window.layouts.preset == "explore"
    assert dock.isHidden()


@pytest.mark.parametrize("how", ["undone", "from the menu"])
def test_nothing_says_that_a_panel_is_closed_once_it_is_back(qtbot, window, how):
    choose_tab(qtbot, window, "Noise")
    dock = window.docks["noise"]
    qtbot.mouseClick(dock.findChild(QAbstractButton, "qt_dockwidget_closebutton"), LEFT)
    assert "closed" in said(window)
    if how == "undone":
        undo(qtbot, window)
    else:
        action(window, "Noise").trigger()
    assert not dock.isHidden()
    assert not said(window)
    redo(qtbot, window) if how == "undone" else action(window, "Noise").trigger()
    window.statusBar().showMessage("Something else.")
    action(window, "Noise").trigger()
    assert said(window) == "Something else."


def test_a_layout_that_was_reset_comes_back_and_choosing_one_is_no_change(qtbot, window):
    layouts = window.layouts
    window.docks["noise"].close()
    layouts.actions["train"].trigger()
    layouts.actions["explore"].trigger()
    assert offered(window)[0] == "Undo: close panel “Noise”"
    window.docks["curves"].close()
    layouts.reset_action.trigger()
    assert not window.docks["curves"].isHidden()
    assert offered(window)[0] == "Undo: reset layout “Explore”"
    undo(qtbot, window)
    assert window.docks["curves"].isHidden()
    assert offered(window) == ("Undo: close panel “Curves”", "Redo: reset layout “Explore”")
    redo(qtbot, window)
    assert not window.docks["curves"].isHidden()
    layouts.actions["train"].trigger()
    undo(qtbot, window)  # where it was reset
    assert layouts.preset == "explore"
    assert window.docks["curves"].isHidden()


def test_comparing_goes_on_as_before(qtbot, window, brief_run):
    window.desk.refresh_runs()
    tick(qtbot, window, "brief", "digits-vae-2d")
    action(window, "Stop comparing").trigger()
    assert ticked(window) == []
    assert len(window.desk.explorer.rivals) == 0
    assert offered(window)[0] == "Undo: stop comparing"
    undo(qtbot, window)
    assert ticked(window) == ["brief", "digits-vae-2d"]
    assert len(window.desk.explorer.rivals) == 2
    redo(qtbot, window)
    assert len(window.desk.explorer.rivals) == 0
    shutil.rmtree(brief_run.folder)
    undo(qtbot, window)
    assert ticked(window) == ["digits-vae-2d"]


def test_the_form_says_again_what_was_typed(qtbot, window):
    choose_tab(qtbot, window, "Train")
    panel = window.desk.train_panel
    panel.model_form.set_value("hidden", (12, 34))
    panel.train_form.set_value("epochs", 77)
    before = panel.contents
    stop = next(a for a in panel.lecture_menu.actions() if a.text() == "Denoising autoencoder" or "enois" in a.text())
    stop.trigger()
    assert panel.contents != before
    assert panel.lecture_button.text() == stop.text()
    undo(qtbot, window)
    assert panel.contents == before
    assert panel.lecture_button.text() == "From the lecture"
    redo(qtbot, window)
    assert panel.contents.stop.title == stop.text()
    assert panel.lecture_button.text() == stop.text()


def test_images_from_outside_come_back(qtbot, window, digits):
    guests = window.desk.guests
    guests.take([(f"image {i}", digits.test.pixels[i].numpy()) for i in range(3)])
    choose_tab(qtbot, window, "Draw")
    before = tuple(guests.guests)
    QTest.mouseClick(window.desk.draw_panel.clear_guests_button, LEFT)
    assert guests.guests == []
    assert said(window) == "3 images are removed. Ctrl+Z brings them back."
    undo(qtbot, window)
    assert tuple(guests.guests) == before
    redo(qtbot, window)
    assert guests.guests == []


def test_hidden_classes_come_back(qtbot, window):
    maps, switches = window.maps, window.maps.switches
    maps.show_only_class(3)
    assert switches.hidden == set(range(10)) - {3}
    undo(qtbot, window)
    assert switches.hidden == set()
    redo(qtbot, window)
    assert switches.hidden == set(range(10)) - {3}
    maps.show_all_action.trigger()
    assert switches.hidden == set()
    undo(qtbot, window)
    assert switches.hidden == set(range(10)) - {3}


def test_in_a_text_field_the_keys_are_the_texts(qtbot, window):
    choose_tab(qtbot, window, "Train")
    window.desk.path_panel.pin_wanted.emit()
    pins = window.desk.walking.pins
    assert len(pins) == 1
    field = window.desk.train_panel.model_form.fields["hidden"]
    field.setFocus()
    field.selectAll()
    text = field.text()
    qtbot.keyClicks(field, "99")
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)
    assert field.text() == text
    qtbot.keyClick(field, Qt.Key.Key_Z, CONTROL)  # nothing is left to undo here, and the pin stays
    assert window.desk.walking.pins == pins
    undo(qtbot, window)
    assert window.desk.walking.pins == ()


def test_in_a_lessons_words_the_keys_are_the_texts(qtbot, window):
    window.desk.path_panel.pin_wanted.emit()
    action(window, "New lesson…").trigger()
    editor = window.desk.teaching.editor
    editor.activateWindow()
    qtbot.waitUntil(editor.isActiveWindow, timeout=WAIT)
    text = editor.lesson_title.text()
    editor.lesson_title.setFocus()
    editor.lesson_title.selectAll()
    qtbot.keyClicks(editor.lesson_title, "x")
    qtbot.keyClick(editor.lesson_title, Qt.Key.Key_Z, CONTROL)
    assert editor.lesson_title.text() == text
    qtbot.keyClick(editor.lesson_title, Qt.Key.Key_Z, CONTROL)
    assert len(window.desk.walking.pins) == 1
    window.desk.teaching.undo.clear()


def test_the_history_is_a_list_that_one_can_go_back_in(qtbot, window, brief_run):
    window.desk.refresh_runs()
    action(window, "Undo history").trigger()
    dialog = window.desk.undoing._dialog
    assert dialog.isVisible()
    assert not dialog.isModal()
    window.docks["noise"].close()
    delete(qtbot, window, "brief")
    rows = [dialog.list.model().index(i, 0).data() for i in range(dialog.list.model().rowCount())]
    assert rows == ["As it was at first", "Close panel “Noise”", "Move run “brief” to trash"]
    for key, is_there in ((CONTROL, True), (BOTH, False)):  # its keys work there, too
        dialog.activateWindow()
        qtbot.waitUntil(dialog.isActiveWindow, timeout=WAIT)
        qtbot.keyClick(dialog.list, Qt.Key.Key_Z, key)
        assert brief_run.folder.exists() == is_there
    spot = dialog.list.visualRect(dialog.list.model().index(0, 0)).center()
    qtbot.mouseClick(dialog.list.viewport(), LEFT, NONE, spot)
    assert brief_run.folder.is_dir()
    assert not window.docks["noise"].isHidden()


def test_pins_that_are_removed_are_spoken_of(qtbot, window):
    for _ in range(2):
        window.desk.path_panel.pin_wanted.emit()
    pins = window.desk.walking.pins
    assert said(window) == ""
    choose_tab(qtbot, window, "Path")
    qtbot.mouseClick(window.desk.path_panel.clear_button, LEFT)
    assert said(window) == "2 pins are removed. Ctrl+Z brings them back."
    undo(qtbot, window)
    assert window.desk.walking.pins == pins


# The history itself


@pytest.fixture
def history(qapp):
    owner = QObject()
    made = History(owner)
    yield made
    made.clear()


def test_the_history_has_an_end(history):
    seen = []
    for i in range(MOST_CHANGES + 20):
        history.push(Change("count", seen.append, -i, i))
    assert history.count() == MOST_CHANGES


def test_only_what_speaks_of_images_is_forgotten(history):
    state, calls = {}, []

    def setter(name):
        def set_to(value):
            calls.append(name)
            state[name] = value

        return set_to

    for i, (name, of_images) in enumerate((("a", False), ("b", True), ("c", False), ("d", True), ("e", False))):
        history.push(Change(name, setter(name), -1, i, of_images=of_images))
    history.undo()
    history.undo()
    assert state == {"a": 0, "b": 1, "c": 2, "d": -1, "e": -1}
    calls.clear()
    history.forget_images()
    assert calls == []
    assert [history.text(i) for i in range(history.count())] == ["A", "C", "E"]
    assert history.index() == 2
    history.redo()
    assert state["e"] == 4
    for _ in range(3):
        history.undo()
    assert state == {"a": -1, "b": 1, "c": -1, "d": -1, "e": -1}


def test_a_change_that_shows_other_images_is_not_swept_away_beneath_itself(qtbot, history):
    calls = []

    def show_others(value):
        calls.append(value)
        history.forget_images()

    history.push(Change("pin", calls.append, "no pin", "pin", of_images=True))
    history.push(Change("remove", show_others, "there", "gone", is_done=True))
    history.undo()
    history.undo()  # at once: the pin spoke of images that are gone
    assert calls == ["pin", "there"]
    qtbot.waitUntil(lambda: history.count() == 1)
    history.redo()
    assert calls == ["pin", "there", "gone"]


def test_a_change_that_fails_is_said_and_gone(history):
    def refuse(value):
        if value == "before":
            raise UserError("It is too late.")

    said = []
    history.failed.connect(said.append)
    history.push(Change("first", lambda _: None, 0, 1))
    history.push(Change("second", refuse, "before", "after"))
    history.undo()
    assert said == ["It is too late."]
    assert (history.count(), history.undoText()) == (1, "first")


@pytest.mark.parametrize("state", ["before", "after"])
def test_a_change_that_fails_as_nobody_expected_is_said_and_gone(qtbot, history, state):
    done = []

    def fail(value):
        if value == state:
            raise RuntimeError("nobody expected this")

    history.push(Change("first", done.append, 0, 1, is_done=True))
    history.push(Change("second", fail, "before", "after", is_done=True))
    with qtbot.captureExceptions() as raised:
        history.undo()
        if state == "after":
            history.redo()
    assert [str(error) for _, error, _ in raised] == ["nobody expected this"]
    assert (history.count(), history.undoText(), history.redoText()) == (1, "first", "")
    history.undo()
    assert done == [0]


def test_the_window_says_what_nobody_expected_of_a_change(qtbot, window, monkeypatch):
    def fail(_value):
        raise RuntimeError("nobody expected this")

    history = window.desk.undo_stack
    history.push(Change("change", fail, 0, 1, is_done=True))
    alarm = Alarm(window)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "excepthook", alarm.take)
        history.undo()
    assert "nobody expected this" in press_in_box(qtbot, window, "OK")
    assert offered(window) == ("Undo", "Redo")


def test_the_menu_names_what_an_ampersand_is_in(history):
    undo, redo = history.undo_action, history.redo_action
    assert (undo.text(), undo.isEnabled(), redo.isEnabled()) == ("&Undo", False, False)
    history.push(Change("remove run “a & b”", lambda _: None, 0, 1))
    assert undo.text() == "&Undo: remove run “a && b”"
    undo.trigger()
    assert redo.text() == "&Redo: remove run “a && b”"
    assert not undo.isEnabled()
    name = "a run with quite a long name, as people give them"
    assert short(name) == "a run with quite…eople give them"
    assert short("small") == "small"


@pytest.mark.parametrize("name", ["config.json", "dataset.json"])
def test_another_folder_that_was_given_the_same_number_is_not_taken_for_it(tmp_path, name):
    folder = tmp_path / "a folder"
    folder.mkdir()
    (folder / name).write_text("one")
    trashed = trash.move(folder)
    (trashed.path / name).write_text("another")
    with pytest.raises(UserError, match="no longer in the trash"):
        trash.bring_back(trashed)
    (trashed.path / name).write_text("one")
    assert trash.bring_back(trashed) == folder


def test_a_folder_goes_to_the_trash_and_back(tmp_path):
    folder = tmp_path / "a folder"
    folder.mkdir()
    (folder / "file").write_text("x")
    trashed = trash.move(folder)
    assert not folder.exists()
    (tmp_path / "a folder 2").mkdir()
    folder.mkdir()
    assert trash.bring_back(trashed) == tmp_path / "a folder 3"
    assert (tmp_path / "a folder 3" / "file").read_text() == "x"
    with pytest.raises(UserError, match="no longer in the trash"):
        trash.bring_back(trashed)
    with pytest.raises(UserError, match="could not be moved"):
        trash.move(tmp_path / "nothing")
