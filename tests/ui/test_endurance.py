"""Trainings that are started, held, stopped and discarded in any order; a program that quits at any moment."""

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest
from hands import WAIT, box, training_of
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test
from PySide6.QtCore import QEventLoop, QTimer

from vaegui import data, folders, runs
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.recording import Saved
from vaegui.ui.training_session import TrainingSession

MODEL, CONFIG = ModelConfig(hidden=(16,)), TrainConfig(epochs=100_000, device="cpu")
MOST_SECONDS = 0.5  # from a stop to a run that is safe, from a cancel to nothing
SIZES, TASKS = Path("/proc/self/statm"), Path("/proc/self/task")
pytestmark = pytest.mark.skipif(not SIZES.exists(), reason="this system does not say how much memory a process has")


def megabytes():
    return int(SIZES.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def threads():
    return len(list(TASKS.iterdir()))


def turn(until, seconds=WAIT / 1000):
    """Run the event loop until something is so."""
    loop, timer = QEventLoop(), QTimer(interval=1)
    end = time.perf_counter() + seconds
    timer.timeout.connect(lambda: loop.quit() if until() or time.perf_counter() > end else None)
    timer.start()
    loop.exec()
    return until()


class Trainings(RuleBasedStateMachine):
    """What somebody may do with one training after the other."""

    few, place = None, None  # given by the test
    acts, stops, cancels, trainings, settled = 0, [], [], 0, []

    def __init__(self):
        super().__init__()
        self.session = TrainingSession()
        self.safe = []
        self.session.progressed.connect(self._on_progressed)
        self.session.saved.connect(self.safe.append)
        self.session.failed.connect(lambda sentence, _: self.safe.append(sentence))
        self.session.ended.connect(lambda: self.safe.append("ended"))

    def _on_progressed(self, event):
        if isinstance(event, Saved):
            self.safe.append(event)

    def act(self):
        type(self).acts += 1

    @precondition(lambda self: not self.session.is_running)
    @rule()
    def start(self):
        self.act()
        type(self).trainings += 1
        self.session.start(self.few, MODEL, CONFIG, self.place / str(self.trainings))
        assert self.session.is_running

    @rule(milliseconds=st.sampled_from([0, 2, 20, 100]))
    def wait(self, milliseconds):
        turn(lambda: False, milliseconds / 1000)

    @rule()
    def pause(self):
        self.act()
        self.session.pause(True)

    @rule()
    def resume(self):
        self.act()
        self.session.pause(False)

    @precondition(lambda self: self.session.is_running)
    @rule(skip=st.booleans())
    def stop(self, skip):
        self.act()
        folder = self.session.plan.folder
        turn(lambda: False, 0.0)
        self.safe.clear()
        began = time.perf_counter()
        if skip:
            self.session.skip_measuring()
        self.session.stop()
        assert turn(lambda: self.safe)
        self.stops.append(time.perf_counter() - began)
        assert turn(lambda: not self.session.is_running)
        if folder.exists():
            run = runs.load(folder)
            run.check()
            assert not run.config.in_training
            assert (run.config.test is None) or not skip
        else:
            assert "nothing to keep" in self.safe[0]  # it was stopped before its first step

    @precondition(lambda self: self.session.is_running)
    @rule()
    def cancel(self):
        self.act()
        folder = self.session.plan.folder
        began = time.perf_counter()
        self.session.cancel()
        assert turn(lambda: not self.session.is_running)
        self.cancels.append(time.perf_counter() - began)
        assert not folder.exists()

    def teardown(self):
        self.session.cancel()
        assert turn(lambda: not self.session.is_running)
        self.session.deleteLater()
        turn(lambda: False, 0.01)
        if len(self.settled) > 1:
            turn(lambda: threads() <= self.settled[1][0])  # the system may take a while to see off what has ended
        self.settled.append((threads(), megabytes()))


@pytest.mark.timeout(2400)
@pytest.mark.usefixtures("qapp")
def test_trainings_in_any_order_leave_neither_threads_nor_memory(digits, tmp_path, amount):
    splits = (data.Images(split.pixels[:60], split.labels[:60]) for split in (digits.train, digits.test))
    Trainings.few = data.Dataset("digits", digits.classes, *splits)
    Trainings.place = tmp_path
    run_state_machine_as_test(
        Trainings,
        settings=settings(
            max_examples=amount(60, 12),
            stateful_step_count=40,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
    counts, memory = np.array(Trainings.settled).T
    half = len(memory) // 2
    growth = np.median(memory[half:]) - np.median(memory[2:half])
    print(
        f"\n{Trainings.acts} starts, pauses, resumes, stops and cancels in {Trainings.trainings} trainings: threads "
        f"{counts[1]:.0f} to {counts[-1]:.0f}, memory {growth:+.1f} MB; a stop is safe after "
        f"{1000 * np.median(Trainings.stops):.0f} ms, {1000 * max(Trainings.stops):.0f} ms at most; a cancel takes "
        f"{1000 * max(Trainings.cancels):.0f} ms at most"
    )
    assert Trainings.acts >= amount(1000, 60)
    assert counts[-1] <= counts[1]
    assert growth < amount(10, 40)
    slowest, most = amount((max, MOST_SECONDS), (np.median, 4 * MOST_SECONDS))  # other tests run beside the share
    assert slowest(Trainings.stops) <= most
    assert slowest(Trainings.cancels) <= most


MOMENTS = (
    "painted",
    "loading",
    "open",
    "starting",
    "training",
    "paused",
    "stopping",
    "measuring",
    "refused",
    "failing",
)


@pytest.mark.timeout(600)
def test_a_program_that_quits_at_any_moment_ends_well(home, amount):
    script = Path(__file__).parent / "quitting.py"
    for moment in amount(MOMENTS, ("loading", "training", "measuring")):
        found = subprocess.run(
            [sys.executable, script, moment], capture_output=True, text=True, timeout=100, check=False
        )
        assert found.returncode == 0, (moment, found.stderr)
        assert "reached" in found.stdout, moment
        assert "QThread" not in found.stderr, moment
        assert "Traceback" not in found.stderr or moment == "failing", found.stderr
        assert list((home / "crashes").glob("*")) == [], moment
        for folder in folders.own_folder().glob("*"):
            run = runs.load(folder)
            run.check()
            assert not run.config.in_training


@pytest.mark.timeout(2400)
def test_a_long_training_beside_many_decodes_takes_no_more_memory(qtbot, window, amount):
    epochs, decodes = amount(5000, 250), amount(100_000, 3000)
    window.desk.start_training("digits", MODEL, TrainConfig(epochs=100_000, batch_size=1024, device="cpu"))
    assert turn(lambda: window.desk.metrics.point_counts[1] > 1)
    seen = [0.0]
    window.desk.training.figures_added.connect(lambda event: seen.append(event.epoch))
    samples, done = [], 0
    while seen[-1] < epochs or done < decodes:
        for _ in range(50):
            done += 1
            window.map.set_target(np.cos(done / 7) * 2, np.sin(done / 11) * 2)
        turn(lambda: True)
        del seen[:-1]
        samples.append((seen[-1], megabytes()))
    epoch, memory = np.array(samples).T
    late = epoch > 0.2 * epoch[-1]
    slope = np.polyfit(epoch[late], memory[late], 1)[0] * 1000
    print(
        f"\n{epoch[-1]:.0f} epochs and {done} decodes: {slope:+.2f} MB for 1,000 epochs, {memory[-1]:.0f} MB in the end"
    )
    assert slope < amount(1.0, 40.0)
    window.desk.training.skip_measuring()
    window.desk.stop_training()
    assert turn(lambda: not training_of(window))
    assert box(window) is None
