"""Runs that are continued, interrupted, damaged, or open somewhere else."""

import subprocess
import sys
import threading
from dataclasses import replace

import pytest
import torch
from hands import (
    WAIT,
    action,
    box,
    choose_tab,
    finish,
    hold,
    listed,
    press_in_box,
    says,
    stop,
    train,
    train_for,
    training_of,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QInputDialog

from vaegui import folders, recording, runs, storing
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.recording import Saved
from vaegui.ui import crashes
from vaegui.ui.desk import read_first_run
from vaegui.ui.preview import first_choices, preview

LEFT = Qt.MouseButton.LeftButton
MODEL, CONFIG = ModelConfig(hidden=(16,)), TrainConfig(epochs=30, device="cpu")


def choose_run(qtbot, window, name):
    choose_tab(qtbot, window, "Runs")
    panel = window.desk.runs_panel
    item = next(i for i in panel._items() if i.text(0) == name)
    panel.list.scrollToItem(item)
    place = panel.list.visualItemRect(item)
    qtbot.mouseClick(panel.list.viewport(), LEFT, pos=QPoint(place.left() + 60, place.center().y()))
    assert panel.current_folder().name == name


def press_continue(qtbot, window, name):
    choose_run(qtbot, window, name)
    qtbot.mouseClick(window.desk.runs_panel.continue_button, LEFT)


def same(a, b):
    a, b = a.model.state_dict(), b.model.state_dict()
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


@pytest.fixture
def straight(digits, tmp_path):
    """The run that nobody stops."""
    *_, finished = recording.train_run(digits, MODEL, CONFIG, tmp_path / "straight")
    return finished.run


def cut_off(digits, folder, epochs):
    """A run of which a program was killed in the middle of."""
    events = recording.train_run(digits, MODEL, CONFIG, folder, save_every=0.0)
    next(event for event in events if isinstance(event, Saved) and event.epoch == epochs)
    next(event for event in events if isinstance(event, EpochEnd))
    events.close()
    assert runs.load(folder).config.in_training
    return runs.load(folder)


def test_a_run_that_was_stopped_goes_on_to_its_end_as_if_it_had_not(qtbot, window, straight, monkeypatch):
    from vaegui import training

    gate, epochs, real = threading.Event(), [], training._Session._validate

    def validate(self, phase):
        epochs.append(None)
        assert len(epochs) <= 5 or gate.wait(WAIT / 1000)  # else it may be at its end before anybody can stop it
        return real(self, phase)

    monkeypatch.setattr(training._Session, "_validate", validate)
    window.desk.start_training("digits", MODEL, CONFIG)
    train_for(qtbot, window, 3)
    qtbot.mouseClick(window.desk.train_panel.stop_button, LEFT)
    gate.set()
    finish(qtbot, window)
    name = window.desk.run.name
    assert 0 < window.desk.run.config.epochs_done < 30
    assert next(row[3] for row in listed(window) if row[0] == name).endswith(" of 30")
    press_continue(qtbot, window, name)
    assert training_of(window)
    panel = window.desk.train_panel
    assert not panel.cancel_button.isEnabled()
    assert "nothing to discard" in panel.cancel_button.toolTip()
    assert window.desk.metrics.point_counts[1] > 0  # the curves are there from their beginning
    finish(qtbot, window)
    run = window.desk.run
    assert run.name == name
    assert [row.epoch for row in run.metrics] == list(range(1, 31))
    assert same(run, straight)
    assert [row[4:] for row in run.metrics] == [row[4:] for row in straight.metrics]
    assert next(row[3] for row in listed(window) if row[0] == name) == "30"


def test_a_finished_run_goes_on_as_a_new_one(qtbot, window, own_run):
    before = (own_run.folder / folders.CONFIG).read_bytes()
    press_continue(qtbot, window, "small")
    dialog = window.findChild(QInputDialog)
    assert "has had its 3 epochs" in dialog.labelText()
    assert "stays as it is" in dialog.labelText()
    dialog.setIntValue(2)
    dialog.accept()
    assert training_of(window)
    assert window.desk.train_panel.cancel_button.isEnabled()
    finish(qtbot, window)
    run = window.desk.run
    assert run.folder != own_run.folder
    assert run.config.origin == "small"
    assert run.config.epochs_done == 5
    assert run.metrics[:3] == own_run.metrics
    assert (own_run.folder / folders.CONFIG).read_bytes() == before


def test_a_run_that_ships_goes_on_as_a_new_one_though_nothing_but_its_weights_is_there(qtbot, window):
    press_continue(qtbot, window, "digits-vae-2d")
    dialog = window.findChild(QInputDialog)
    dialog.setIntValue(1)
    dialog.accept()
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)
    finish(qtbot, window)
    run = window.desk.run
    assert run.folder.parent == folders.own_folder().resolve()
    first = runs.load("digits-vae-2d")
    assert run.config.epochs_done == 301
    assert run.metrics[:300] == first.metrics
    assert run.config.validation_bound > first.config.validation_bound - 1


def test_independent_pixels_have_nothing_to_continue(qtbot, open_window, run_of):
    window = open_window(run_of("pixels").folder)
    choose_run(qtbot, window, "pixels")
    assert not window.desk.runs_panel.continue_button.isEnabled()


def test_nothing_is_continued_beside_a_training(qtbot, window):
    train(qtbot, window)
    hold(qtbot, window)
    press_continue(qtbot, window, "small")
    assert "A training is running" in press_in_box(qtbot, window, "OK")


def test_a_training_that_was_killed_is_offered_at_the_next_start(qtbot, open_window, own_run, digits, straight):
    run = cut_off(digits, folders.own_folder() / "killed", 4)
    stray = run.folder / "weights-77.safetensors"
    stray.write_bytes(b"half a file")
    window = open_window(own_run.folder)
    assert not stray.exists()
    said = press_in_box(qtbot, window, "Continue training")
    assert "“killed” is saved up to epoch 4 of 30" in said
    assert "interrupted" in said
    qtbot.waitUntil(lambda: window.desk.run.name == "killed" and not training_of(window), timeout=WAIT)
    assert same(window.desk.run, straight)
    window.close()
    again = open_window(own_run.folder)
    assert box(again) is None


def test_who_does_not_want_to_continue_is_not_asked_again(qtbot, open_window, own_run, digits):
    run = cut_off(digits, folders.own_folder() / "killed", 2)
    window = open_window(own_run.folder)
    press_in_box(qtbot, window, "Not now")
    assert window.desk.open_run(run.folder)
    assert "Continue it" in window.map._caption.text()
    assert window.desk.open_run(own_run.folder)
    window.close()
    again = open_window(own_run.folder)
    assert box(again) is None
    kept = runs.load(run.folder)
    assert kept.config == runs.as_finished(run.config)
    kept.check()


def test_a_crash_is_spoken_of_at_the_next_start(qtbot, open_window, own_run, digits, home):
    """A real one: a process that holds a log and reads where there is nothing."""
    cut_off(digits, folders.own_folder() / "killed", 2)
    code = "from vaegui.ui import crashes; import ctypes; log = crashes.CrashLog(); ctypes.string_at(0)"
    crashed = subprocess.run([sys.executable, "-c", code], check=False)
    assert crashed.returncode < 0
    window = open_window(own_run.folder)
    found = box(window)
    assert "string_at" in found.detailedText()
    assert "Segmentation fault" in found.detailedText()
    assert "vaegui ended unexpectedly" in press_in_box(qtbot, window, "Not now")
    (kept,) = (home / "crashes").iterdir()
    assert "Segmentation fault" in kept.read_text()
    assert crashes.collect() == ""


def test_a_process_that_runs_or_ended_well_has_not_crashed(home):
    log = crashes.CrashLog()
    code = "from vaegui.ui import crashes; print(repr(crashes.collect()))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "''\n"
    assert len(list((home / "crashes").iterdir())) == 1
    log.close()
    assert list((home / "crashes").iterdir()) == []


@pytest.mark.parametrize("role", ["weights", "metrics", "codes", "state"])
def test_what_is_damaged_can_be_put_back_to_the_save_before(qtbot, window, own_run, brief_run, role):
    path = brief_run.folder / brief_run.config.files[role].name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 4
    path.write_bytes(content)
    if role == "state":  # which is not needed to look at the run
        assert window.desk.open_run(brief_run.folder)
        press_continue(qtbot, window, "brief")
    else:
        assert not window.desk.open_run(brief_run.folder)
    said = press_in_box(qtbot, window, "Go back to epoch 1")
    assert path.name in said
    assert "is whole" in said
    assert window.desk.run.folder == brief_run.folder
    window.desk.run.check()
    assert not path.exists() or path.read_bytes() != content


@pytest.fixture
def elsewhere(own_run):
    """Another program that has the run open."""
    code = (
        "import sys; from pathlib import Path; from vaegui import storing\n"
        f"lock = storing.hold(Path({str(own_run.folder)!r})); print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_run_that_is_open_elsewhere_is_read_only(qtbot, open_window, own_run, elsewhere):
    window = open_window(own_run.folder)
    assert window.desk.run.folder == own_run.folder
    assert "read-only" in window.run_label.text()
    assert "another window" in window.run_label.text()
    before = {path.name: path.read_bytes() for path in own_run.folder.iterdir() if path.name != storing.LOCK}
    choose_run(qtbot, window, "small")
    panel = window.desk.runs_panel
    qtbot.mouseClick(panel.delete_button, LEFT)
    assert "another window" in press_in_box(qtbot, window, "OK")
    panel.rename_wanted.emit(own_run.folder, "other")
    assert "another window" in press_in_box(qtbot, window, "OK")
    assert before == {path.name: path.read_bytes() for path in own_run.folder.iterdir() if path.name != storing.LOCK}
    # Once it is closed there, it is ours.
    elsewhere.kill()
    elsewhere.wait()
    assert window.desk.open_run(own_run.folder)
    assert "read-only" not in window.run_label.text()
    panel.rename_wanted.emit(own_run.folder, "other")
    assert window.desk.run.name == "other"


def test_the_open_run_is_claimed_until_another_one_is_open(qtbot, window, own_run, brief_run):
    code = (
        "import sys; from pathlib import Path; from vaegui import storing\n"
        "try: storing.hold(Path(sys.argv[1])); print('free')\n"
        "except BlockingIOError: print('held')"
    )

    def state(run):
        command = [sys.executable, "-c", code, run.folder]
        return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()

    assert (state(own_run), state(brief_run)) == ("held", "free")
    assert window.desk.open_run(brief_run.folder)
    assert (state(own_run), state(brief_run)) == ("free", "held")
    window.close()
    assert state(brief_run) == "free"


def test_while_the_disk_is_full_training_waits_and_says_so(qtbot, window, monkeypatch):
    refused = []

    def full(_path, _content):
        refused.append(None)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(recording, "SAVE_SHARE", 1.0)  # the next save comes soon also after one that was slow
    train(qtbot, window, epochs=2000)
    qtbot.waitUntil(lambda: (window.desk.training.plan.folder / folders.CONFIG).is_file(), timeout=WAIT)
    real = storing.write
    monkeypatch.setattr(storing, "write", full)
    panel = window.desk.train_panel
    qtbot.waitUntil(lambda: "the disk is full" in panel.status.text(), timeout=WAIT)
    assert "goes on by itself" in panel.status.text()
    assert box(window) is None  # nobody has to press anything
    qtbot.waitUntil(lambda: len(refused) > 3, timeout=WAIT)
    assert "the disk is full" in panel.status.text()
    monkeypatch.setattr(storing, "write", real)
    qtbot.waitUntil(lambda: "the disk is full" not in panel.status.text(), timeout=WAIT)
    stop(qtbot, window)
    assert window.desk.run.config.epochs_done > 0


def test_too_little_memory_is_answered_with_smaller_batches(qtbot, window, monkeypatch):
    from vaegui import training

    real = training._Session._take_step
    sizes = []

    def step(self, phase, descent, faster, rows, done):
        sizes.append(len(rows))
        if len(rows) > 40:
            raise torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB")
        return real(self, phase, descent, faster, rows, done)

    monkeypatch.setattr(training._Session, "_take_step", step)
    window.desk.start_training("digits", MODEL, replace(CONFIG, batch_size=64))
    qtbot.waitUntil(lambda: box(window) is not None)
    assert not training_of(window)  # whoever answers at once begins anew
    said = press_in_box(qtbot, window, "Train with 32")
    assert "not enough memory" in said
    assert "32 in place of 64" in said
    finish(qtbot, window)
    assert sizes[0] == 64
    assert max(sizes[1:]) == 32
    assert window.desk.run.config.training.batch_size == 32
    assert window.desk.run.config.epochs_done == 30


def test_a_home_that_nobody_may_look_into_is_said_and_the_window_works(qtbot, closed, open_window):
    window = open_window()
    assert window.desk.run.name == "mnist-vae-2d"
    choose_tab(qtbot, window, "Runs")
    assert f"{closed / 'runs'} cannot be looked into: Permission denied." in says(window.desk.runs_panel)
    assert "mnist-vae-2d" in [row[0] for row in listed(window)]
    choose_tab(qtbot, window, "Train")
    panel = window.desk.train_panel
    panel.dataset.setCurrentIndex(panel.dataset.findData("digits"))
    qtbot.mouseClick(panel.train_button, LEFT)
    assert "cannot be looked into: Permission denied" in press_in_box(qtbot, window, "OK")
    assert panel.train_button.isVisible()
    action(window, "Show folder of my runs").trigger()
    assert "cannot be looked into: Permission denied" in press_in_box(qtbot, window, "OK")
    assert window.desk.run.name == "mnist-vae-2d"


@pytest.mark.parametrize("wanted", ["", "mine"])
def test_a_run_that_nobody_may_look_for_is_said_and_another_one_shown(qtbot, closed, wanted):
    last = closed / "runs" / "last"
    seen = preview(first_choices(wanted or None, last))
    assert (seen.folder.name if seen else None) == (None if wanted else "mnist-vae-2d")
    found, problems = read_first_run(wanted or None, last)
    assert (found.name if found else None) == (None if wanted else "mnist-vae-2d")
    assert problems == [f"{wanted or last} cannot be opened: Permission denied."]


def test_details_can_be_copied(qtbot, window, own_run):
    from vaegui.ui.dialogs import show_error

    found = show_error(window, "A sentence.", "Traceback: line 1")
    button = next(b for b in found.buttons() if "Copy" in b.text())
    qtbot.mouseClick(button, LEFT)
    assert QApplication.clipboard().text() == "A sentence.\n\nTraceback: line 1"
    assert found.isVisible()
    press_in_box(qtbot, window, "OK")
