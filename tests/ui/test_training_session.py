"""A training as the window sees it: signals in an order that can be relied on."""

import pytest
import torch
from hands import WAIT

from vaegui import folders, runs
from vaegui.events import Began, EpochEnd, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.recording import Measuring
from vaegui.ui.training_session import TrainingSession

MODEL = ModelConfig(hidden=(16,))


@pytest.fixture
def session(qtbot):
    made = TrainingSession()
    yield made
    if made.is_running:
        made.cancel()
        qtbot.waitUntil(lambda: not made.is_running, timeout=WAIT)


@pytest.fixture
def events(session):
    heard = []
    session.progressed.connect(lambda event: heard.append(("progressed", event)))
    session.figures_added.connect(lambda event: heard.append(("figures", event)))
    session.snapshot_taken.connect(lambda event: heard.append(("snapshot", event)))
    session.saved.connect(lambda run: heard.append(("saved", run)))
    session.failed.connect(lambda sentence, details: heard.append(("failed", sentence)))
    session.ended.connect(lambda: heard.append(("ended", None)))
    return heard


def config(epochs=100_000, **more):
    return TrainConfig(**{"epochs": epochs, "learning_rate": 0.01, "device": "cpu"} | more)


def of(events, kind):
    return [event for name, event in events if name == kind]


def test_a_whole_training(qtbot, session, events, digits, home):
    assert not session.is_running
    plan = session.start(digits, MODEL, config(epochs=30))
    assert session.is_running
    assert session.plan is plan
    assert plan.folder.parent == home / "runs"
    assert torch.equal(plan.rows, torch.arange(len(digits.test)))
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        pass
    assert not session.is_running
    assert isinstance(events[0][1], Began)
    assert [name for name, _ in events[-2:]] == ["saved", "ended"]
    assert of(events, "failed") == []
    steps = [event for event in of(events, "progressed") if isinstance(event, Step)]
    ends = [event for event in of(events, "figures") if isinstance(event, EpochEnd)]
    assert len(ends) == 30
    assert len(steps) >= 2
    assert steps == [event for event in of(events, "figures") if isinstance(event, Step)]
    assert steps[-1].share_done == 1
    # What is measured after the last step is told too, and before the run is saved.
    measuring = [i for i, (_, event) in enumerate(events) if isinstance(event, Measuring)]
    assert measuring
    assert [name for name, _ in events[measuring[0] :]] == ["progressed"] * len(measuring) + ["saved", "ended"]
    assert all(0 <= events[i][1].share_done <= 1 for i in measuring)
    snapshots = of(events, "snapshot")
    assert len(snapshots) >= 1
    assert all(isinstance(s, Snapshot) and s.codes.shape == (len(digits.test), 2) for s in snapshots)
    run = of(events, "saved")[0]
    assert run.folder == plan.folder.resolve()
    assert len(runs.load(plan.folder).metrics) == 30


@pytest.mark.parametrize(
    ("model", "training", "phases"),
    [
        (ModelConfig(family="em", hidden=(8,)), {"grid_side": 8, "amortise_epochs": 1}, ["EM", "amortise"]),
        (
            ModelConfig(family="autoencoder", hidden=(16,)),
            {"pretraining": "greedy", "layer_epochs": 1},
            ["layer 1 of 2", "layer 2 of 2", "fine-tuning"],
        ),
        (ModelConfig(family="pixels"), {}, [""]),
    ],
    ids=lambda value: getattr(value, "family", ""),
)
def test_phases_come_one_after_the_other(qtbot, session, events, digits, model, training, phases):
    session.start(digits, model, config(epochs=2) if not training else config(epochs=2, **training))
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        pass
    assert of(events, "failed") == []
    began = events[0][1]
    assert list(began.phases) == phases
    figures = of(events, "figures")
    assert list(dict.fromkeys(event.phase for event in figures)) == phases
    ends = [event for event in figures if isinstance(event, EpochEnd)]
    assert len(ends) == began.epochs
    assert [event.epoch for event in ends] == list(range(1, began.epochs + 1))
    run = of(events, "saved")[0]
    assert [row.phase for row in run.metrics] == [event.phase for event in ends]
    assert run.has_encoder
    assert len(run.codes.labels) == len(digits.test)


def test_skipping_keeps_the_run_without_figures(qtbot, session, events, digits):
    plan = session.start(digits, MODEL, config(epochs=2))
    session.skip_measuring()
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        pass
    assert [name for name, _ in events[-2:]] == ["saved", "ended"]
    run = runs.load(plan.folder)
    assert run.config.test is None
    assert run.config.epochs_done == 2
    assert len(run.codes.labels) == len(digits.test)
    # The next one is measured again.
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        plan = session.start(digits, MODEL, config(epochs=1))
    assert runs.load(plan.folder).config.test is not None


def test_stop_keeps_what_was_learned(qtbot, session, events, digits):
    plan = session.start(digits, MODEL, config())
    qtbot.waitUntil(lambda: len(of(events, "figures")) > 5, timeout=WAIT)
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        session.stop()
    run = runs.load(plan.folder)
    assert run.config.test is not None
    assert 0 < run.config.epochs_done < 100_000
    assert len(run.codes.labels) == len(digits.test)


def test_cancel_leaves_no_folder_and_no_further_word(qtbot, session, events, digits):
    plan = session.start(digits, MODEL, config())
    qtbot.waitUntil(lambda: (plan.folder / folders.CONFIG).is_file(), timeout=WAIT)
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        session.cancel()
        before = len(events)
    assert events[before:] == [("ended", None)]
    assert not plan.folder.exists()
    assert runs.scan(folders.own_folder()) == ([], [])


def test_a_folder_that_cannot_be_written_is_a_sentence(qtbot, session, events, digits, home):
    home.mkdir()
    (home / "runs").write_text("a file where a folder should be")
    with qtbot.waitSignal(session.ended, timeout=WAIT):
        session.start(digits, MODEL, config(epochs=3))
    assert "cannot be made" in of(events, "failed")[0]
    assert [name for name, _ in events[-2:]] == ["failed", "ended"]


def test_stop_pause_and_cancel_without_a_training_do_nothing(session, events):
    session.stop()
    session.cancel()
    session.pause(True)
    session.pause(False)
    assert events == []


def test_one_training_after_the_other(qtbot, session, events, digits):
    folders = []
    for _ in range(2):
        with qtbot.waitSignal(session.ended, timeout=WAIT):
            folders.append(session.start(digits, MODEL, config(epochs=2)).folder)
    assert folders[0] != folders[1]
    assert {run.folder for run in of(events, "saved")} == {folder.resolve() for folder in folders}


def test_the_same_seed_gives_the_same_run(qtbot, session, events, digits):
    for _ in range(2):
        with qtbot.waitSignal(session.ended, timeout=WAIT):
            session.start(digits, MODEL, config(epochs=2))
    first, second = (run.model.state_dict() for run in of(events, "saved"))
    assert all(torch.equal(first[name], second[name]) for name in first)
