"""A run that something else trains, perhaps on another machine, is watched, and asked through its folder."""

import shutil

import numpy as np
import pytest
from hands import LEFT, WAIT, box, choose_tab, listed, press_in_box, train, training_of
from PySide6.QtWidgets import QMenu
from watched import EPOCHS, trains, until

from vaegui import folders, recording, requesting, runs, storing
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.recording import Saved
from vaegui.settings import UserError
from vaegui.ui import afar
from vaegui.ui.afar import ago

MODEL, CONFIG = ModelConfig(hidden=(16,)), TrainConfig(epochs=EPOCHS, device="cpu")
LONG = 60_000  # milliseconds: another program starts, and imports PyTorch


class Job:
    """A training that goes on when it is told to, as if on another machine: its folder says so."""

    def __init__(self, digits, folder):
        self.folder = folder
        self._events = recording.train_run(digits, MODEL, CONFIG, folder, save_every=0.0)
        self.go_on()

    def go_on(self, epochs=1):
        for _ in range(epochs):
            next(event for event in self._events if isinstance(event, Saved))

    def end(self):
        self._events.close()


@pytest.fixture
def job(digits, tmp_path, monkeypatch):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)
    monkeypatch.setattr("vaegui.machine.identity", lambda: "0" * 16)
    found = Job(digits, tmp_path / "cluster" / "run")
    monkeypatch.setattr("vaegui.machine.identity", lambda: "1" * 16)
    yield found
    found.end()


@pytest.fixture
def here(job, tmp_path):
    """That folder as it is on this machine, where it is copied to."""
    return shutil.copytree(job.folder, tmp_path / "mounted" / "run", ignore=lambda *_: [storing.LOCK])


def bring(job, here):
    """Copy what is new, and remove what is gone."""
    for path in job.folder.iterdir():
        if path.name not in (storing.LOCK, folders.CONFIG):
            shutil.copy(path, here / path.name)
    shutil.copy(job.folder / folders.CONFIG, here / folders.CONFIG)


def bar(window):
    return window.desk.afar.bar


def codes_of(window):
    return np.array(window.desk.explorer.drivers[0].codes)


def watches(qtbot, window, folder):
    """Open a folder, and wait until a save was seen."""
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        assert window.desk.open_run(folder)


def test_a_program_is_watched_asked_to_keep_and_to_stop_and_its_run_is_opened(qtbot, window, home, tmp_path):
    folder = tmp_path / "cluster" / "run"
    with trains(folder, home) as program:
        until((folder / folders.CONFIG).exists)
        watches(qtbot, window, folder)
        assert bar(window).isVisible()
        assert window.windowTitle() == "run — vaegui"
        assert window.run_label.text().endswith(" · live")
        seen = []
        window.desk.afar.seen.connect(seen.append)
        rows, before = window.desk.metrics.point_counts[1], codes_of(window)
        qtbot.waitUntil(lambda: len(seen) >= 2, timeout=LONG)
        assert window.desk.metrics.point_counts[1] > rows  # the curves grow
        assert not np.array_equal(codes_of(window), before)  # the map moves
        newest = seen[-1]
        np.testing.assert_array_equal(codes_of(window), newest.watched.mean.numpy())
        assert window.desk.explorer.model is newest.newest
        assert f"of {EPOCHS:,}" in bar(window).status.text()
        qtbot.waitUntil(lambda: "the last save came" in bar(window).status.text(), timeout=LONG)
        qtbot.mouseClick(bar(window).keep_button, LEFT)
        qtbot.waitUntil(lambda: "is kept as “run-best-" in bar(window).note.text(), timeout=LONG)
        (kept,) = folder.parent.glob("run-best-*")
        runs.load(kept).check()
        qtbot.mouseClick(bar(window).stop_button, LEFT)
        assert not bar(window).stop_button.isEnabled()
        qtbot.waitUntil(lambda: not window.desk.afar.is_watching, timeout=LONG)
        program.wait()
    run = window.desk.run
    assert run.folder == folder.resolve()
    assert not run.config.in_training
    assert not bar(window).isVisible()
    assert window.statusBar().currentMessage().startswith("Finished: best epoch")
    assert window.desk.metrics.point_counts[1] == len(run.metrics)
    np.testing.assert_allclose(codes_of(window), run.codes.mean.numpy())
    assert window.desk.keeper.holds(run)  # now it is this window's
    assert not (folder / requesting.REQUEST).exists()


def test_what_is_on_its_way_is_waited_for(qtbot, window, job, here):
    content = (here / folders.CONFIG).read_bytes()
    (here / folders.PREVIOUS).write_bytes(content)
    (here / folders.CONFIG).write_bytes(content[:100])
    assert window.desk.open_run(here)
    qtbot.waitUntil(lambda: "has not arrived whole" in bar(window).note.text(), timeout=WAIT)
    assert bar(window).word.text() == "Waiting"
    assert not bar(window).stop_button.isEnabled()
    assert "Nothing of this run has arrived whole yet" in bar(window).stop_button.toolTip()
    assert window.desk.metrics.point_counts == (0, 0)
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        (here / folders.CONFIG).write_bytes(content)
    assert bar(window).word.text() == "Live"
    assert bar(window).note.text() == f"Something else trains this run; map and curves follow {here}"
    assert "epoch 1 of" in bar(window).status.text()
    shown = codes_of(window)
    job.go_on(2)
    shutil.copy(job.folder / folders.CONFIG, here / folders.CONFIG)  # before the files that it names
    qtbot.waitUntil(lambda: "a newer save is on its way" in bar(window).status.text(), timeout=WAIT)
    assert "Of save 3, 4 of 4 files have not arrived whole." in bar(window).note.text()
    np.testing.assert_array_equal(codes_of(window), shown)
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT) as signal:
        bring(job, here)
    assert signal.args[0].run.config.epochs_done == 3
    assert window.desk.metrics.point_counts == (3, 3)
    assert box(window) is None


def test_a_folder_elsewhere_is_not_selected_in_the_list_of_runs(qtbot, window, own_run, here):
    assert window.desk.runs_panel.current_folder() == own_run.folder
    watches(qtbot, window, here)
    assert window.desk.runs_panel.current_folder() is None
    assert not window.desk.runs_panel.list.selectedItems()
    assert not window.desk.runs_panel.open_button.isEnabled()


def test_what_cannot_be_exported_of_a_run_in_training_says_what_can(qtbot, window, here):
    watches(qtbot, window, here)
    menus = [found.actions() for found in window.findChildren(QMenu) if found.title().replace("&", "") == "Export"]
    entries = {found.text().replace("&", ""): found for found in max(menus, key=len)}  # that of File, not of a run
    for name in ("Web page…", "ONNX models…", "TensorBoard logs…", "Selected images…"):
        entries[name].trigger()
        assert "“run” is being trained by another program" in press_in_box(qtbot, window, "OK")
    with pytest.raises(UserError, match="puts its best epoch so far aside"):
        window.desk.teaching.stage.capture(str)
    # Its images are those of a dataset, whatever happens to the run.
    qtbot.waitUntil(lambda: window.desk.explorer.drivers[0].images is not None, timeout=WAIT)
    entries["New dataset…"].trigger()
    assert window.desk.sharing.dialog.isVisible()
    window.desk.sharing.dialog.reject()


def test_nothing_is_written_into_a_folder_that_is_watched_but_what_is_asked(qtbot, window, job, here, own_run):
    names = {path.name for path in here.iterdir()}
    watches(qtbot, window, here)
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        job.go_on()
        bring(job, here)
    names = {path.name for path in here.iterdir()}
    assert storing.LOCK not in names
    qtbot.mouseClick(bar(window).stop_button, LEFT)
    qtbot.waitUntil(lambda: (here / requesting.REQUEST).exists(), timeout=WAIT)
    assert {path.name for path in here.iterdir()} == names | {requesting.REQUEST}
    assert not bar(window).keep_button.isEnabled()  # the best epoch is kept in any case
    qtbot.waitUntil(lambda: "Nobody has answered yet" in bar(window).note.text(), timeout=WAIT)
    shutil.copy(here / requesting.REQUEST, job.folder / requesting.REQUEST)
    *_, _finished = job._events
    with qtbot.waitSignal(window.desk.afar.ended, timeout=WAIT):
        for path in job.folder.iterdir():
            if path.name == requesting.ANSWER:
                shutil.copy(path, here / path.name)
        bring(job, here)
    assert window.desk.run.folder == here.resolve()


def test_where_nobody_answers_that_is_said_and_one_can_ask_again(qtbot, window, here, monkeypatch):
    monkeypatch.setattr("vaegui.watching.ANSWER_WITHIN", 0.0)
    watches(qtbot, window, here)
    qtbot.mouseClick(bar(window).keep_button, LEFT)
    qtbot.waitUntil(lambda: "nobody has answered" in bar(window).note.text(), timeout=WAIT)
    assert "does what is written here reach it?" in bar(window).note.text()
    assert bar(window).keep_button.isEnabled()


def test_silence_is_no_death(qtbot, window, here, monkeypatch):
    watches(qtbot, window, here)
    monkeypatch.setattr(afar, "QUIET_AFTER", 1.0)
    qtbot.waitUntil(lambda: bar(window).word.text() == "Quiet", timeout=WAIT)
    assert "nothing new for" in bar(window).status.text()
    assert "may be slow or gone" in bar(window).note.text()
    assert bar(window).stop_button.isEnabled()


def test_what_was_cut_off_on_this_machine_is_called_that(qtbot, window, digits, tmp_path):
    found = Job(digits, tmp_path / "elsewhere" / "run")
    watches(qtbot, window, found.folder)  # it is held by this very program
    found.end()
    qtbot.waitUntil(lambda: bar(window).word.text() == "Cut off", timeout=WAIT)
    assert not bar(window).stop_button.isEnabled()
    assert "nobody would answer" in bar(window).stop_button.toolTip()
    run = runs.load(found.folder)
    events = recording.train_run(digits, MODEL, recording.continuation(run), run.folder, origin=run, save_every=0.0)
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        next(event for event in events if isinstance(event, Saved))
    qtbot.waitUntil(lambda: bar(window).word.text() == "Live", timeout=WAIT)
    events.close()


def test_a_folder_that_may_not_be_written_to_is_watched_and_cannot_be_asked(qtbot, window, here, monkeypatch):
    monkeypatch.setattr("os.access", lambda *_: False)
    watches(qtbot, window, here)
    assert not bar(window).stop_button.isEnabled()
    assert not bar(window).keep_button.isEnabled()
    assert "may not be written to" in bar(window).stop_button.toolTip()


def test_whoever_opens_another_run_or_trains_watches_no_longer(qtbot, window, job, here, own_run):
    watches(qtbot, window, here)
    assert window.desk.run is None
    window.desk.open_run(own_run.folder)
    assert window.desk.run.folder == own_run.folder
    assert not window.desk.afar.is_watching
    assert not bar(window).isVisible()
    job.go_on()
    with qtbot.assertNotEmitted(window.desk.afar.seen, wait=1500):
        bring(job, here)
    watches(qtbot, window, here)
    choose_tab(qtbot, window, "Train")
    train(qtbot, window)
    assert training_of(window)
    assert not window.desk.afar.is_watching


def test_a_training_of_this_window_can_be_asked_by_somebody_else(qtbot, window, monkeypatch):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)
    train(qtbot, window)
    folder = window.desk.training.plan.folder
    qtbot.waitUntil((folder / folders.CONFIG).exists, timeout=WAIT)
    request = requesting.ask(folder, "keep-best")
    qtbot.waitUntil(lambda: "the best epoch so far is kept as" in window.statusBar().currentMessage(), timeout=WAIT)
    assert requesting.answer_to(folder, request).run in [row[0] for row in listed(window)]
    said = []
    window.statusBar().messageChanged.connect(said.append)
    requesting.ask(folder, "stop")
    qtbot.waitUntil(lambda: any("asked for a stop" in words for words in said), timeout=WAIT)
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert window.desk.run.folder == folder.resolve()


def test_the_list_says_what_is_live_and_another_machine_is_asked_about(qtbot, window, job, home):
    mine = shutil.copytree(job.folder, home / "runs" / "synced")
    window.desk.refresh_runs()
    row = next(row for row in listed(window) if row[0] == "synced")
    assert row[1] == "live"
    window.desk.continue_run(mine)
    said = press_in_box(qtbot, window, "Go back")
    assert "Another machine was training “synced”" in said
    assert not training_of(window)
    window.desk.continue_run(mine)
    press_in_box(qtbot, window, "Train it here")
    qtbot.waitUntil(lambda: training_of(window), timeout=WAIT)


def test_the_window_opens_on_what_was_watched_last(qtbot, open_window, here):
    window = open_window(here)
    assert window.desk.afar.is_watching
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        pass
    window.close()
    again = open_window()
    assert again.desk.afar.is_watching
    assert again.desk.afar.run.folder == here.resolve()


def test_a_model_without_a_map_is_watched_by_its_curves(qtbot, window, digits, tmp_path):
    model = ModelConfig(hidden=(16,), latent_size=1)
    events = recording.train_run(digits, model, CONFIG, tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    watches(qtbot, window, tmp_path / "run")
    assert "one dimension" in window.map.message
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        next(event for event in events if isinstance(event, Saved))
    assert window.desk.metrics.point_counts == (2, 2)
    events.close()


def test_codes_of_three_dimensions_move_on_their_plane(qtbot, window, digits, tmp_path):
    model = ModelConfig(hidden=(16,), latent_size=3)
    events = recording.train_run(digits, model, CONFIG, tmp_path / "run", save_every=0.0)
    next(event for event in events if isinstance(event, Saved))
    watches(qtbot, window, tmp_path / "run")
    qtbot.waitUntil(lambda: len(window.desk.explorer.drivers[0].codes) > 0, timeout=WAIT)
    driver = window.desk.explorer.drivers[0]
    assert driver.means.shape == (len(driver.codes), 3)
    before = driver.codes.copy()
    with qtbot.waitSignal(window.desk.afar.seen, timeout=WAIT):
        next(event for event in events if isinstance(event, Saved))
    qtbot.waitUntil(lambda: not (driver.codes == before).all(), timeout=WAIT)
    events.close()


def test_a_format_of_another_version_is_said_in_a_box(qtbot, window, here):
    watches(qtbot, window, here)
    values, _ = storing.unseal((here / folders.CONFIG).read_bytes())
    (here / folders.CONFIG).write_bytes(storing.seal(values | {"format": 77}))
    assert "format 77" in press_in_box(qtbot, window, "OK")
    assert not window.desk.afar.is_watching


def test_times_are_said_as_one_says_them():
    assert [ago(s) for s in (0.4, 59.9, 60, 3599, 3660)] == ["0 s", "59 s", "1 min", "59 min", "1 h 1 min"]
