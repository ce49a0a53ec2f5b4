"""Lessons in the window, walked, made and mailed as a person would."""

import shutil
import sys
from dataclasses import fields, replace

import numpy as np
import pytest
from hands import (
    LEFT,
    NONE,
    WAIT,
    action,
    choose_folder,
    drag,
    has_colour,
    pixels,
    place,
    press_in_box,
    settle,
    stop,
    train,
    train_for,
    training_of,
)
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QFileOpenEvent, QImage
from PySide6.QtWidgets import QApplication, QLabel
from sealing import reseal

from vaegui import __main__ as program
from vaegui import folders, lessons, runs
from vaegui.lecture import LECTURE
from vaegui.lessons import Lesson, Pin, State, View
from vaegui.lessons.content import from_json
from vaegui.projections import Axes, Embedded, principal
from vaegui.steps import finish
from vaegui.ui import pins as window_pins
from vaegui.ui.app import Doorman
from vaegui.ui.dialogs import ask
from vaegui.ui.docks import is_seen
from vaegui.ui.lessons.bar import as_html
from vaegui.ui.map_switches import COLOURS, Tool
from vaegui.ui.opening import Opening
from vaegui.ui.path_panel import KINDS
from vaegui.ui.preferences import Preferences
from vaegui.ui.window import MainWindow

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
STEPS = (
    State(
        title="First",
        text="A *word* of <b>",
        question="Why?",
        run="small",
        layers=("points", "prior"),
        target=(0.5, -0.5),
        notes="slowly",
    ),
    State(
        title="Second",
        text="More.",
        run="brief",
        rivals=("small",),
        panels=("runs", "decoded", "curves", "path"),
        front=("path",),
        layers=("points", "magnification"),
        colour="density",
        tool="lasso",
        target=(1.25, 0.75),
        view=View((0.5, 0.25), 2.5),
        pins=(Pin("1", (0.0, 1.0)), Pin("zwei", (1.0, 0.0))),
        way="spherical",
        row=5,
        hidden=("3", "8"),
        paper=True,
        stop="Denoising VAE",
    ),
    State(title="Third", text="The end.", run="brief", layers=("points",), colour="class", hidden=()),
)


@pytest.fixture
def file(own_run, brief_run, tmp_path):
    """A lesson of three steps as somebody mailed it."""
    path = tmp_path / "mailed.vaelesson"
    finish(
        lessons.pack(
            Lesson("Mailed", "A. Teacher", "en", STEPS), {"small": own_run.folder, "brief": brief_run.folder}, path
        )
    )
    return path


@pytest.fixture(autouse=True)
def nothing_is_asked_at_the_end(open_window):
    """Whatever a test left unsaved may go with its window."""
    yield
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow) and window.desk is not None:
            window.desk.teaching.editor.hide()
            window.desk.teaching.undo.clear()


def open_file(qtbot, window, path):
    window.desk.teaching.open_file(path)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    window.activateWindow()  # without a screen, nobody gives it back what a dialog took that was open a moment


@pytest.fixture
def taught(window, qtbot, file):
    """The window in the mailed lesson."""
    open_file(qtbot, window, file)
    return window


def read_off(window):
    """All that a step can say of the window, with the folders of its runs."""
    places = {}

    def name_of(folder):
        name = f"r{len(places)}"
        places[name] = folder
        return name

    return window.desk.teaching.stage.capture(name_of), places


def holds(window, state):
    """What of a state is not to be seen in the window."""
    found, places = read_off(window)
    names = {name: folder.name for name, folder in places.items()}
    found = replace(found, run=names[found.run], rivals=tuple(names[name] for name in found.rivals))
    said = {
        f.name: getattr(state, f.name) for f in fields(State) if f.name not in ("title", "text", "question", "notes")
    }
    wrong = {}
    for name, value in said.items():
        real = getattr(found, name)
        if value is None or (name == "row" and window.desk.explorer.drivers[0].images is None):
            continue
        if name == "front":
            same = all(is_seen(window.docks[dock].widget()) for dock in value)
        elif name in ("panels", "layers", "hidden"):
            same = set(value) == set(real)
        else:
            same = value == real
        if not same:
            wrong[name] = (value, real)
    return wrong


def shown_words(window):
    bar = window.desk.teaching.bar
    return bar.title.text(), bar.steps_button.text()


# Walking


def test_steps_are_walked_by_clicks(taught, qtbot):
    teaching, bar = taught.desk.teaching, taught.desk.teaching.bar
    assert teaching.dock.isVisible()
    assert bar.lesson_label.text() == "Mailed · A. Teacher"
    assert shown_words(taught) == ("First", "1 of 3")
    assert bar.text.text() == "A <i>word</i> of &lt;b&gt;"
    assert bar.question.text() == "<b>Try:</b> Why?"
    assert holds(taught, STEPS[0]) == {}
    assert not bar.back_button.isEnabled()
    qtbot.mouseClick(bar.next_button, LEFT)
    assert shown_words(taught) == ("Second", "2 of 3")
    assert bar.question.isHidden() or not bar.question.isVisible()
    qtbot.waitUntil(lambda: holds(taught, STEPS[1]) == {}, timeout=WAIT)
    qtbot.mouseClick(bar.next_button, LEFT)
    assert holds(taught, STEPS[2]) == {}
    assert taught.desk.explorer.rivals == ()
    assert not bar.next_button.isEnabled()
    qtbot.mouseClick(bar.back_button, LEFT)
    qtbot.mouseClick(bar.back_button, LEFT)
    assert shown_words(taught) == ("First", "1 of 3")
    assert holds(taught, STEPS[0]) == {}


def test_steps_are_walked_by_keys(taught, qtbot):
    bar = taught.desk.teaching.bar
    qtbot.waitUntil(bar.next_button.hasFocus, timeout=WAIT)  # whoever opens a lesson goes on with Space
    qtbot.keyClick(taught, Qt.Key.Key_Right, ALT)
    assert shown_words(taught)[1] == "2 of 3"
    qtbot.keyClick(taught.map.plot, Qt.Key.Key_Right, ALT)
    assert shown_words(taught)[1] == "3 of 3"
    qtbot.keyClick(taught, Qt.Key.Key_Right, ALT)  # there is none: nothing happens
    assert shown_words(taught)[1] == "3 of 3"
    qtbot.keyClick(taught, Qt.Key.Key_Left, ALT)
    assert shown_words(taught)[1] == "2 of 3"
    bar.next_button.setFocus()
    qtbot.keyClick(bar.next_button, Qt.Key.Key_Space)
    assert shown_words(taught)[1] == "3 of 3"
    assert bar.back_button.hasFocus()  # the one that was pressed cannot be pressed any more
    qtbot.keyClick(bar.back_button, Qt.Key.Key_PageUp)
    qtbot.keyClick(bar.back_button, Qt.Key.Key_PageUp)
    assert shown_words(taught)[1] == "1 of 3"
    qtbot.keyClick(bar.next_button, Qt.Key.Key_PageDown)
    assert shown_words(taught)[1] == "2 of 3"


def test_the_list_goes_to_any_step(taught, qtbot):
    bar = taught.desk.teaching.bar
    assert [entry.text() for entry in bar.steps_menu.actions()] == ["1  First", "2  Second", "3  Third"]
    bar.steps_menu.actions()[2].trigger()
    assert shown_words(taught) == ("Third", "3 of 3")
    assert [entry.isChecked() for entry in bar.steps_menu.actions()] == [False, False, True]


def test_notes_are_shown_on_request(taught, qtbot):
    bar = taught.desk.teaching.bar
    assert not bar.notes.isVisible()
    qtbot.mouseClick(bar.notes_button, LEFT)
    assert bar.notes.isVisible()
    assert bar.notes.text() == "slowly"
    taught.desk.teaching.go_on()
    assert not bar.notes_button.isVisible()
    assert not bar.notes.isVisible()


def test_show_again_undoes_what_somebody_tried(taught, qtbot):
    qtbot.mouseClick(taught.map.plot.viewport(), LEFT, NONE, place(taught.map, -1.0, 1.0))
    action(taught, "Manifold").trigger()
    assert holds(taught, STEPS[0]) != {}
    qtbot.mouseClick(taught.desk.teaching.bar.again_button, LEFT)
    assert holds(taught, STEPS[0]) == {}


@pytest.mark.parametrize("opened", lessons.shipped(), ids=lambda opened: opened.path.stem)
def test_shipped_lessons_walk_through(open_window, qtbot, opened):
    window = open_window()
    teaching = window.desk.teaching
    entry = next(found for found in window.menus.by_title["Le&ssons"].actions() if found.text() == opened.lesson.title)
    entry.trigger()
    for number, state in enumerate(opened.lesson.states):
        assert teaching.number == number
        qtbot.waitUntil(lambda state=state: holds(window, state) == {}, timeout=WAIT)
        assert "does not know" not in teaching.bar.note.text()
        assert set(state.panels or ()) | set(state.front or ()) <= set(window.docks)
        assert set(state.layers or ()) <= set(window.maps.switches.named_layers)
        assert state.colour is None or state.colour in COLOURS or state.colour.startswith("factor ")
        assert state.tool in (None, *(tool.value for tool in Tool))
        assert state.way in (None, *KINDS)
        window.desk.teaching.go_on()
    assert window.desk.run.folder.parent == folders.shipped_folder().resolve()


def test_without_its_images_a_step_is_shown_and_says_what_is_missing(window, qtbot, mnist_run, tmp_path):
    """MNIST is not in the test's own folder; the map works without it."""
    path = tmp_path / "a.vaelesson"
    steps = (State(title="S", run="of-mnist", target=(0.5, 0.5), row=3), State(title="T", run="small"))
    finish(
        lessons.pack(Lesson("A", states=steps), {"of-mnist": mnist_run.folder, "small": window.desk.run.folder}, path)
    )
    open_file(qtbot, window, path)
    bar = window.desk.teaching.bar
    assert holds(window, steps[0]) == {}
    assert window.desk.explorer.drivers[0].picked == 3
    assert "need the images of MNIST" in bar.note.text()
    assert bar.download_button.isVisible()
    assert bar.folder_button.isVisible()
    window.desk.teaching.go_on()
    assert not bar.note.isVisible()


def test_what_needs_images_follows_when_they_are_there(window, qtbot, mnist_run, strangers_folder, tmp_path):
    path = tmp_path / "a.vaelesson"
    state = State(title="S", run="of-mnist", target=(0.5, 0.5), row=3)
    finish(lessons.pack(Lesson("A", states=(state,)), {"of-mnist": mnist_run.folder}, path))
    open_file(qtbot, window, path)
    chosen = []
    window.desk.explorer.image_chosen.connect(chosen.append)
    window.desk.datasets.use_folder("mnist", strangers_folder)
    qtbot.waitUntil(lambda: 3 in chosen, timeout=WAIT)
    assert window.desk.explorer.drivers[0].picked == 3
    assert window.map.target == (0.5, 0.5)
    assert not window.desk.teaching.bar.note.isVisible()


def test_names_of_a_newer_version_are_passed_over_with_a_word(window, qtbot, tmp_path):
    path = tmp_path / "a.vaelesson"
    state = State(
        title="S",
        run="small",
        panels=("decoded", "hologram"),
        front=("smell",),
        layers=("points", "aura"),
        colour="charm",
        tool="wand",
        stop="Quantum VAE",
        hidden=("no such class",),
    )
    finish(lessons.pack(Lesson("A", states=(state,)), {"small": window.desk.run.folder}, path))
    open_file(qtbot, window, path)
    note = window.desk.teaching.bar.note
    assert note.isVisible()
    for word in ("hologram", "smell", "aura", "charm", "wand", "Quantum VAE"):
        assert f"“{word}”" in note.text()
    found, _ = read_off(window)
    assert (found.panels, found.layers) == (("decoded",), ("points",))


# Coming and going


def test_closing_brings_back_what_was_there(window, qtbot, file, brief_run):
    desk = window.desk
    window.docks["noise"].close()
    action(window, "Manifold").trigger()
    action(window, "Prior").trigger()
    window.maps.switches.tools[Tool.PATH].trigger()
    drag(
        qtbot, window.map.plot.viewport(), [place(window.map, -1, 0), place(window.map, 0, 0), place(window.map, 1, 1)]
    )
    desk.map.set_target(0.75, 0.25)
    desk.selecting.select(np.array([3, 5]))
    desk.train_panel.model_form.set_value("hidden", (7,))
    desk.runs_panel.set_ticked([brief_run.folder])
    desk.compare([brief_run.folder])
    qtbot.waitUntil(lambda: read_off(window)[0].rivals == ("r1",), timeout=WAIT)
    before, form = read_off(window), desk.train_panel.model_form.values()

    def geometry():
        seen = {name: dock.geometry() for name, dock in window.docks.items() if is_seen(dock.widget())}
        return {name: (place.x(), place.y(), place.width(), place.height()) for name, place in seen.items()}

    def is_whole():  # the path's panel grows with the strip of the second run
        return len(desk.path_panel.strip.walks) == 2

    qtbot.waitUntil(is_whole, timeout=WAIT)
    settle(window)
    places = geometry()
    open_file(qtbot, window, file)
    bar = desk.teaching.bar
    qtbot.mouseClick(bar.next_button, LEFT)
    qtbot.mouseClick(bar.next_button, LEFT)
    assert read_off(window) != before
    qtbot.mouseClick(bar.close_button, LEFT)
    qtbot.waitUntil(lambda: read_off(window) == before, timeout=WAIT)
    assert not desk.teaching.dock.isVisible()
    qtbot.waitUntil(is_whole, timeout=WAIT)
    settle(window)
    assert geometry() == places
    assert desk.selecting.rows.tolist() == [3, 5]
    assert desk.train_panel.model_form.values() == form
    assert desk.run.folder == before[1]["r0"]
    assert Preferences().last_run == before[1]["r0"]
    assert desk.teaching.lesson is None


def test_a_step_puts_the_tool_down_that_somebody_had_in_hand(window, qtbot):
    tools = window.maps.switches.tools
    tools[Tool.PATH].trigger()
    window.desk.teaching.open_shipped(lessons.shipped()[0].path.stem)
    qtbot.waitUntil(tools[Tool.TARGET].isChecked, timeout=WAIT)
    window.desk.teaching.close_lesson()
    assert tools[Tool.PATH].isChecked()


def test_a_lesson_after_another_comes_back_to_the_same_place(window, qtbot, file):
    before = read_off(window)
    open_file(qtbot, window, file)
    window.desk.teaching.go_to(2)
    window.desk.teaching.open_shipped(lessons.shipped()[0].path.stem)
    assert window.desk.teaching.lesson == lessons.shipped()[0].lesson
    window.desk.teaching.close_lesson()
    assert read_off(window) == before


def test_the_window_remembers_its_own_panels_not_those_of_a_lesson(open_window, qtbot, own_run, file):
    first = open_window(own_run.folder)
    open_file(qtbot, first, file)
    first.desk.teaching.go_on()
    assert first.docks["train"].isHidden()
    first.close()
    second = open_window()
    assert not second.docks["train"].isHidden()
    assert not second.desk.teaching.dock.isVisible()
    assert second.desk.run.folder == own_run.folder


def test_reset_layout_leaves_the_lesson_where_it_is(taught, qtbot):
    taught.desk.teaching.go_on()
    action(taught, "Reset this layout").trigger()
    assert taught.desk.teaching.dock.isVisible()
    assert taught.dockWidgetArea(taught.desk.teaching.dock) == Qt.DockWidgetArea.TopDockWidgetArea
    assert not taught.docks["train"].isHidden()


def test_nothing_is_written_to_the_runs_of_a_lesson(taught, qtbot):
    desk = taught.desk
    place_of = folders.lessons_folder()
    before = {path: path.stat().st_mtime_ns for path in place_of.rglob("*") if path.is_file()}
    for number in (1, 2, 0):
        desk.teaching.go_to(number)
    desk.refresh_runs()
    folder = desk.run.folder
    assert place_of.resolve() in folder.parents
    desk.runs_panel.select(folder)
    assert desk.runs_panel.current_folder() == folder
    assert not desk.runs_panel.rename_button.isEnabled()
    assert not desk.runs_panel.delete_button.isEnabled()
    assert {path: path.stat().st_mtime_ns for path in place_of.rglob("*") if path.is_file()} == before
    assert "read-only" not in taught.run_label.text()


def test_continuing_a_run_of_a_lesson_makes_a_run_of_ones_own(window, qtbot, own_run, tmp_path):
    """Even where one's own run would go on in its place: one that was cut off after an epoch."""
    reseal(own_run.folder, epochs_done=1.0)
    path = tmp_path / "a.vaelesson"
    finish(lessons.pack(Lesson("A", states=(State(title="S", run="small"),)), {"small": own_run.folder}, path))
    open_file(qtbot, window, path)
    folder = window.desk.run.folder
    before = {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in folder.iterdir()}
    window.desk.continue_run(folder)
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)
    assert window.desk.training.plan.folder.parent == folders.own_folder()
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert {file: (file.stat().st_mtime_ns, file.stat().st_size) for file in folder.iterdir()} == before
    assert window.desk.run.folder.parent == folders.own_folder().resolve()


def test_rivals_of_a_lesson_stay_when_the_list_of_runs_is_read_again(taught, qtbot):
    desk = taught.desk
    desk.teaching.go_on()
    ticked = desk.runs_panel.ticked
    assert len(ticked) == 1
    desk.refresh_runs()
    assert desk.runs_panel.ticked == ticked
    assert len(desk.explorer.rivals) == 1


def test_a_training_is_not_interrupted(taught, qtbot):
    teaching = taught.desk.teaching
    train(qtbot, taught)
    train_for(qtbot, taught, 1)
    qtbot.mouseClick(teaching.bar.next_button, LEFT)
    assert shown_words(taught) == ("Second", "2 of 3")  # one can read on
    assert "A training is running" in teaching.bar.note.text()
    assert training_of(taught)
    stop(qtbot, taught)
    trained = taught.desk.run.folder
    assert "The training is over" in teaching.bar.note.text()
    assert trained.parent == folders.own_folder().resolve()
    qtbot.mouseClick(teaching.bar.again_button, LEFT)
    assert holds(taught, STEPS[1]) == {}


def test_a_lesson_is_left_while_a_training_goes_on(taught, qtbot):
    train(qtbot, taught)
    train_for(qtbot, taught, 1)
    qtbot.mouseClick(taught.desk.teaching.bar.close_button, LEFT)
    assert training_of(taught)
    assert not taught.desk.teaching.dock.isVisible()
    stop(qtbot, taught)
    assert taught.desk.run.folder.parent == folders.own_folder().resolve()


# What comes in


def drop(window, *paths):
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    middle = QPointF(window.rect().center())
    enter = QDragEnterEvent(middle.toPoint(), Qt.DropAction.CopyAction, content, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(middle, Qt.DropAction.CopyAction, content, LEFT, NONE))


def test_a_lesson_that_is_dropped_opens(window, qtbot, file):
    drop(window, file, file.parent)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    assert shown_words(window) == ("First", "1 of 3")
    assert "1 of 2 things were left out" in window.statusBar().currentMessage()


def test_what_is_wrong_with_a_file_is_said_and_the_window_stays(window, qtbot, tmp_path):
    before = read_off(window)
    bad = tmp_path / "bad.vaelesson"
    bad.write_bytes(b"PK\3\4 and no more")
    drop(window, bad)
    assert "“bad.vaelesson” is no lesson" in press_in_box(qtbot, window, "OK")
    assert read_off(window) == before
    assert not window.desk.teaching.dock.isVisible()
    window.desk.teaching.open_file(tmp_path / "gone.vaelesson")
    assert "No such file" in press_in_box(qtbot, window, "OK")


def test_the_menu_asks_for_a_file(window, qtbot, file):
    action(window, "Open lesson…").trigger()
    choose_folder(qtbot, window, file)
    qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    assert shown_words(window)[0] == "First"


@pytest.mark.parametrize("words", [["LESSON"], ["open", "LESSON"]])
def test_a_file_on_the_command_line_is_for_the_window(monkeypatch, tmp_path, words):
    path = tmp_path / "A b.VaeLesson"
    given = []
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("vaegui.ui.app.run_window", lambda run, lesson=None: given.append((run, lesson)) or 0)
    monkeypatch.setattr(sys, "argv", ["vaegui", *(path.name if word == "LESSON" else word for word in words)])
    assert program.main() == 0
    assert given == [(None, path)]


def test_a_run_on_the_command_line_still_is_one(monkeypatch):
    given = []
    monkeypatch.setattr("vaegui.ui.app.run_window", lambda run, lesson=None: given.append((run, lesson)) or 0)
    for words in ([], ["open"], ["open", "mnist-vae-2d"]):
        monkeypatch.setattr(sys, "argv", ["vaegui", *words])
        assert program.main() == 0
    assert given == [(None, None), (None, None), ("mnist-vae-2d", None)]


def test_a_file_that_the_system_hands_over_waits_for_the_window(qtbot, qapp, own_run, file):
    window = MainWindow()
    started = Opening(window, str(own_run.folder))
    doorman = Doorman(window, started)
    qapp.installEventFilter(doorman)
    started.paint()
    QApplication.sendEvent(qapp, QFileOpenEvent(str(file)))
    try:
        with qtbot.waitSignal(started.done, timeout=WAIT):
            window.show()
            settle(window.map.plot)
        qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
        assert shown_words(window)[0] == "First"
        window.desk.teaching.close_lesson()
        QApplication.sendEvent(qapp, QFileOpenEvent(str(file)))  # and now at once
        qtbot.waitUntil(lambda: window.desk.teaching.lesson is not None, timeout=WAIT)
    finally:
        qapp.removeEventFilter(doorman)
        window.close()
        started.wait()
        window.deleteLater()


# Making


def write(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_a_lesson_is_made_by_hand_and_opens_elsewhere(open_window, window, qtbot, brief_run, tmp_path, monkeypatch):
    teaching, editor = window.desk.teaching, window.desk.teaching.editor
    action(window, "New lesson…").trigger()
    qtbot.waitUntil(editor.isActiveWindow, timeout=WAIT)
    write(qtbot, editor.lesson_title, "By hand")
    write(qtbot, editor.author, "Me")
    assert "no steps yet" in shown_words(window)[1]
    made = []
    for number in range(3):
        window.map.set_target(0.25 * number, -0.5)
        if number == 1:
            action(window, "Prior").trigger()
        if number == 2:
            window.desk.open_run(brief_run.folder)
        made.append(read_off(window)[0])
        # From the words of the step before, whose last field was not left.
        qtbot.keyClick(editor, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
        write(qtbot, editor.title, f"Number {number}")
        write(qtbot, editor.text, f"It says *{number}*.")
        write(qtbot, editor.question, f"Try {number}")
    qtbot.mouseClick(editor.close_button, LEFT)
    assert [state.title for state in teaching.lesson.states] == ["Number 0", "Number 1", "Number 2"]
    assert "not saved" in teaching.bar.lesson_label.text()
    saved = tmp_path / "By hand.vaelesson"
    action(window, "Save lesson…").trigger()
    choose_folder(qtbot, window, saved.with_suffix(""))  # the ending is added
    qtbot.waitUntil(saved.exists, timeout=WAIT)
    qtbot.waitUntil(lambda: "not saved" not in teaching.bar.lesson_label.text(), timeout=WAIT)
    assert "with 2 runs" in window.statusBar().currentMessage()
    lesson = teaching.lesson
    window.close()

    monkeypatch.setenv("VAEGUI_HOME", str(tmp_path / "elsewhere"))
    other = open_window("digits-vae-2d")
    open_file(qtbot, other, saved)
    there = other.desk.teaching
    assert there.lesson == lesson
    assert (there.lesson.title, there.lesson.author) == ("By hand", "Me")
    for number, state in enumerate(made):
        there.go_to(number)
        assert there.state.text == f"It says *{number}*."
        found, _ = read_off(other)
        assert replace(found, title="", row=None) == replace(state, title="", row=None)
        assert (tmp_path / "elsewhere").resolve() in other.desk.run.folder.parents


def test_steps_are_moved_deleted_and_brought_back(taught, qtbot):
    teaching, editor = taught.desk.teaching, taught.desk.teaching.editor
    action(taught, "Edit words…").trigger()
    qtbot.waitUntil(editor.isActiveWindow, timeout=WAIT)

    def titles():
        return [state.title for state in teaching.lesson.states]

    qtbot.mouseClick(editor.down_button, LEFT)
    assert titles() == ["Second", "First", "Third"]
    assert editor.list.currentRow() == 1
    qtbot.mouseClick(editor.delete_button, LEFT)
    assert titles() == ["Second", "Third"]
    assert teaching.bar.steps_button.text().endswith("of 2")
    qtbot.mouseClick(editor.undo_button, LEFT)
    assert titles() == ["Second", "First", "Third"]
    qtbot.mouseClick(editor.undo_button, LEFT)
    assert titles() == ["First", "Second", "Third"]
    assert not editor.undo_button.isEnabled()
    assert "not saved" not in teaching.bar.lesson_label.text()
    qtbot.mouseClick(editor.redo_button, LEFT)
    assert titles() == ["Second", "First", "Third"]
    editor.list.setFocus()
    for _ in range(3):
        qtbot.keyClick(editor.list, Qt.Key.Key_Delete)
    assert titles() == []
    assert "no steps yet" in shown_words(taught)[1]
    for _ in range(4):
        teaching.undo.undo()
    assert teaching.lesson.states == STEPS


def test_a_step_takes_what_is_shown_and_keeps_its_words(taught, qtbot):
    teaching, editor = taught.desk.teaching, taught.desk.teaching.editor
    action(taught, "Edit words…").trigger()
    taught.map.set_target(-1.0, 1.0)
    qtbot.mouseClick(editor.retake_button, LEFT)
    state = teaching.lesson.states[0]
    assert state.target == (-1.0, 1.0)
    assert (state.title, state.text, state.question, state.notes) == ("First", STEPS[0].text, "Why?", "slowly")
    assert state.run == "small"  # the name that the run has in the lesson
    assert teaching.lesson.states[1:] == STEPS[1:]


def test_changes_are_asked_about(taught, qtbot, tmp_path):
    teaching = taught.desk.teaching
    teaching.add_state()
    assert teaching.number == 1
    qtbot.mouseClick(teaching.bar.close_button, LEFT)
    assert "has changes that are not saved" in press_in_box(qtbot, taught, "Go back")
    assert teaching.dock.isVisible()
    assert not taught.close()
    press_in_box(qtbot, taught, "Go back")
    qtbot.mouseClick(teaching.bar.close_button, LEFT)
    press_in_box(qtbot, taught, "Save lesson…")
    choose_folder(qtbot, taught, tmp_path / "kept.vaelesson")
    qtbot.waitUntil(lambda: not teaching.dock.isVisible(), timeout=WAIT)  # closed once it is saved
    assert len(lessons.load(tmp_path / "kept.vaelesson").lesson.states) == 4


def test_changes_can_be_discarded_when_the_window_closes(taught, qtbot):
    taught.desk.teaching.add_state()
    assert not taught.close()
    press_in_box(qtbot, taught, "Discard the changes")
    qtbot.waitUntil(lambda: taught.is_closed, timeout=WAIT)


def test_a_lesson_is_begun_by_its_first_step(window, qtbot):
    action(window, "Add what is shown as a step").trigger()
    teaching = window.desk.teaching
    assert [state.run for state in teaching.lesson.states] == ["small"]
    assert shown_words(window) == ("Step 1", "1 of 1")
    window.desk.teaching.undo.undo()
    assert teaching.lesson.states == ()


def test_no_step_can_be_taken_of_a_training(window, qtbot):
    train(qtbot, window)
    train_for(qtbot, window, 1)
    action(window, "Add what is shown as a step").trigger()
    assert "A training is running" in press_in_box(qtbot, window, "OK")
    assert window.desk.teaching.lesson is None
    stop(qtbot, window)


def test_saving_where_nobody_may_write_says_so(taught, qtbot, tmp_path):
    taught.desk.teaching.save(tmp_path / "no such folder" / "a.vaelesson")
    assert "could not be written" in press_in_box(qtbot, taught, "OK")


def test_two_runs_of_one_name_stay_two(window, qtbot, own_run, brief_run, tmp_path):
    twin = shutil.copytree(brief_run.folder, tmp_path / "there" / own_run.name)
    window.desk.teaching.add_state()
    window.desk.open_run(twin)
    window.desk.teaching.add_state()
    lesson = window.desk.teaching.lesson
    assert [state.run for state in lesson.states] == ["small", "small 2"]
    window.desk.teaching.save(tmp_path / "a.vaelesson")
    qtbot.waitUntil(lambda: (tmp_path / "a.vaelesson").exists(), timeout=WAIT)
    opened = lessons.load(tmp_path / "a.vaelesson")
    assert runs.load(opened.folders["small"]).config.created == own_run.config.created
    assert runs.load(opened.folders["small 2"]).config.created == brief_run.config.created


# The bar


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain", "plain"),
        ("a *b c* d", "a <i>b c</i> d"),
        ("2 * 3 * 4", "2 * 3 * 4"),
        ("<b>&", "&lt;b&gt;&amp;"),
        ("*<img src='file:///etc/passwd'>*", "<i>&lt;img src=&#x27;file:///etc/passwd&#x27;&gt;</i>"),
        ("one\ntwo", "one<br>two"),
        ("*over\nlines*", "*over<br>lines*"),
    ],
)
def test_words_are_plain_but_for_emphasis(text, html):
    assert as_html(text) == html


def test_the_bar_leaves_the_map_its_half(taught, qtbot):
    long = replace(STEPS[0], text="A sentence that goes on. " * 79, question="And what would you say to that? " * 15)
    bar = taught.desk.teaching.bar
    missing = "The map works; the strips and figures need the images of MNIST, which are not here yet."
    for theme, width, height in (("light", 1440, 900), ("dark", 1280, 720)):
        taught.apply_theme(theme)
        taught.resize(width, height)
        taught.size_docks()
        bar.set_note("")
        bar.set_step(0, long)
        settle(taught)
        line = bar.fontMetrics().lineSpacing()
        assert bar.text.visibleRegion().boundingRect().height() <= 4 * line + 4
        assert bar._text_scroll.verticalScrollBar().maximum() > 0  # what does not fit can be scrolled to
        for button in (bar.again_button, bar.back_button, bar.next_button, bar.close_button, bar.steps_button):
            assert button.width() >= button.sizeHint().width()
        qtbot.waitUntil(lambda: taught.maps.height() >= taught.height() / 2, timeout=WAIT)
        bar.set_note(missing, 11.0)
        settle(taught)
        assert bar.download_button.isVisible()
        assert taught.maps.height() >= 0.47 * taught.height()


def test_a_larger_font_makes_a_taller_bar(open_window, taught, qtbot, qapp, own_run, file):
    before, font = taught.desk.teaching.bar.height(), qapp.font()
    larger = qapp.font()
    larger.setPointSize(2 * font.pointSize())
    try:
        qapp.setFont(larger)
        window = open_window(own_run.folder)
        open_file(qtbot, window, file)
        bar = window.desk.teaching.bar
        settle(window)
        assert bar.height() > 1.4 * before
        assert bar.text.visibleRegion().boundingRect().height() >= bar.text.fontMetrics().height()
        assert bar.text.fontMetrics().height() > 1.6 * taught.desk.teaching.bar.text.fontMetrics().height()
    finally:
        qapp.setFont(font)


def test_the_bar_says_what_it_is_to_who_cannot_see_it(taught):
    bar = taught.desk.teaching.bar
    assert bar.accessibleName() == "Lesson, step 1 of 3: First"
    assert bar.steps_button.accessibleName() == "Step 1 of 3: go to any step"
    taught.desk.teaching.go_on()
    assert bar.accessibleName() == "Lesson, step 2 of 3: Second"


# What a stranger writes, and what changes meanwhile


def test_a_strangers_title_is_words_not_a_page(taught, tmp_path):
    red = QImage(40, 40, QImage.Format.Format_RGB32)
    red.fill(QColor("#ff0000"))
    assert red.save(str(tmp_path / "red.png"))
    bar = taught.desk.teaching.bar
    bar.set_lesson(f'<img src="{tmp_path / "red.png"}">', ["a"])
    bar.set_step(0, State(title=f'<img src="{tmp_path / "red.png"}">', run="x"))
    settle(bar)
    assert has_colour(pixels(bar.grab().toImage()), "#ff0000") == 0
    assert bar.title.text().startswith("<img")


def test_a_question_shows_names_as_they_are(taught, qtbot):
    asked = ask(taught, "<b>bold</b>?", "<i>more</i>", {"Yes": lambda: None})
    assert {label.textFormat() for label in asked.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    asked.reject()


def test_what_is_added_while_a_lesson_is_saved_is_still_unsaved(taught, qtbot, tmp_path):
    teaching = taught.desk.teaching
    teaching.add_state()
    saved = len(teaching.lesson.states)
    teaching.save(tmp_path / "half.vaelesson")
    teaching.add_state()
    qtbot.waitUntil(lambda: (tmp_path / "half.vaelesson").is_file() and not teaching._saving.is_running, timeout=WAIT)
    assert len(lessons.load(tmp_path / "half.vaelesson").lesson.states) == saved
    assert not teaching.undo.isClean()
    teaching.save(tmp_path / "whole.vaelesson")
    qtbot.waitUntil(teaching.undo.isClean, timeout=WAIT)


def test_the_form_comes_back_as_it_was_edited(window, qtbot, file):
    panel = window.desk.train_panel
    panel.fill(next(stop for stops in LECTURE.values() for stop in stops if stop.title == "Denoising VAE"))
    panel.train_form.fill({"epochs": 33})
    open_file(qtbot, window, file)
    window.desk.teaching.go_to(1)  # which has a stop of its own
    window.desk.teaching.close_lesson()
    assert panel.train_form.values()["epochs"] == 33


def test_more_than_a_step_can_hold_is_a_sentence(window, qtbot):
    window.desk.walking.set_pins(tuple(window_pins.Pin("x" * 200, (0.0, 0.01 * n)) for n in range(60)))
    window.desk.teaching.add_state()
    assert "step that the window shows" in press_in_box(qtbot, window, "OK")
    window.desk.walking.set_pins((window_pins.Pin("x" * 200, (0.0, 0.0)),))
    window.desk.teaching.add_state()
    assert window.desk.teaching.lesson.states[0].pins[0].name == "x" * 100


def test_a_step_has_the_plane_and_all_dimensions_of_codes_that_have_more_than_two(qtbot, open_window, deep_run):
    window = open_window(deep_run.folder)
    driver, stage = window.desk.explorer.drivers[0], window.desk.teaching.stage
    qtbot.waitUntil(lambda: len(driver.means) > 0, timeout=WAIT)
    kept = []
    for plane in (Axes(3, 2, 0), principal(driver.means)):
        driver.choose_plane(plane)
        driver.go_to([0.25, -0.5, 1.125], keeps_chosen=True)
        qtbot.mouseClick(window.desk.path_panel.pin_button, LEFT)
        kept.append((read_off(window)[0], plane.kind, plane.project(np.array([0.25, -0.5, 1.125]))))
    assert [state.plane for state, *_ in kept] == ["axes", "pca"]
    assert kept[0][0].axes == (2, 0)
    assert all(state.code == (0.25, -0.5, 1.125) == state.pins[-1].code for state, *_ in kept)
    for state, kind, where in kept:
        driver.choose_plane(Axes(3, 0, 1))
        driver.go_to([0.0, 0.0, 0.0])
        window.desk.walking.set_pins(())
        read = from_json(Lesson("Deep", states=(state,)).to_json(), "it").states[0]
        assert stage.show(read, {state.run: deep_run.folder}) == []
        assert driver.plane.kind == kind
        assert tuple(driver.code) == (0.25, -0.5, 1.125)
        assert window.map.target == pytest.approx(where, abs=1e-5)
        assert holds(window, replace(state, run="deep")) == {}
    # What would take a minute is not begun by a step, but said; its view is not that of another plane.
    of_umap = replace(kept[0][0], plane="umap", axes=None, view=View((400.0, 300.0), 2.0))
    (said,) = stage.show(of_umap, {of_umap.run: deep_run.folder})
    assert "UMAP" in said
    assert "Dimensions" in said
    assert tuple(driver.code) == (0.25, -0.5, 1.125)
    assert window.map.view.viewRect().contains(QPointF(*window.map.target))
    # What was found once is not lost by a step of another plane.
    found = Embedded(driver.means, 2 * driver.means[:, :2])
    driver.choose_plane(found)
    assert stage.show(kept[0][0], {kept[0][0].run: deep_run.folder}) == []
    assert driver.plane == Axes(3, 2, 0)
    assert stage.show(of_umap, {of_umap.run: deep_run.folder}) == []
    assert driver.plane is found
    for plane in (found, Axes(3, 0, 1)):
        driver.choose_plane(plane)
        (said,) = stage.show(replace(kept[0][0], axes=(0, 3)), {kept[0][0].run: deep_run.folder})
        assert "two axes" in said
