"""A training that diverges, runs out of memory or loses its device keeps its good epochs and says what to do."""

import gc
import math
import weakref

import pytest
import torch

from vaegui import recording, runs, training
from vaegui.adam import Adam
from vaegui.events import EpochEnd
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.recording import MemoryShortageError, Saved
from vaegui.settings import UserError

MODEL = ModelConfig(hidden=(16,))
CONFIG = TrainConfig(epochs=20, batch_size=20, device="cpu")
STEPS = 3  # an epoch


def events_of(few, folder, config=CONFIG, **options):
    """The events of a training that fails, and what it says."""
    events = []
    with pytest.raises(UserError) as error:
        events.extend(_noted(recording.train_run(few, MODEL, config, folder, save_every=0.0, **options), events))
    return events, error.value


def _noted(given, events):
    """Note events as they come, since what raises hands over none."""
    for event in given:
        events.append(event)
    yield from ()


class Spoiled:
    """Adam that does something else at its n-th step."""

    def __init__(self, monkeypatch, number, act):
        self.count = 0
        real = Adam.step

        def step(adam, gradients, rate):
            self.count += 1
            if self.count == number:
                act(adam)
            return real(adam, gradients, rate)

        monkeypatch.setattr(Adam, "step", step)


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf])
@pytest.mark.parametrize("number", [1, 2, 9, 10, 11])
def test_a_number_that_is_none_is_noticed_within_one_step(few, tmp_path, monkeypatch, value, number):
    """Though nobody looks at the figures of the steps."""

    def spoil(adam):
        with torch.no_grad():
            adam.parameters[0][0, 0] = value

    spoiled = Spoiled(monkeypatch, number, spoil)
    events, error = events_of(few, tmp_path / "run")
    assert spoiled.count <= number + 1
    assert "diverged" in str(error)
    assert "(0.0001 in place of 0.001)" in str(error)
    good = (number - 1) // STEPS
    ends = [event for event in events if isinstance(event, EpochEnd)]
    assert len(ends) == good
    if good == 0:
        assert "The epochs finished before are kept" in str(error)
        assert not (tmp_path / "run").exists()
        return
    run = runs.load(tmp_path / "run")
    run.check()
    assert not run.config.in_training
    assert run.config.epochs_done == run.state().epoch == good
    assert all(torch.equal(run.state().weights[name], value) for name, value in ends[-1].weights.items())
    assert all(bool(value.isfinite().all()) for value in run.model.state_dict().values())


def test_what_was_learned_before_it_diverged_can_be_continued(few, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:
        Spoiled(patch, 10, lambda adam: adam.first[0].fill_(math.nan))
        events_of(few, tmp_path / "run")
    origin = runs.load(tmp_path / "run")
    assert origin.config.epochs_done == 3
    *_, finished = recording.train_run(few, MODEL, recording.continuation(origin), origin.folder, origin=origin)
    *_, straight = recording.train_run(few, MODEL, CONFIG, tmp_path / "straight")
    assert finished.run.stored("weights") == straight.run.stored("weights")


SHORTAGES = [
    MemoryError(),
    torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 20.00 GiB."),
    RuntimeError("[enforce fail at alloc_cpu.cpp:124] DefaultCPUAllocator: can't allocate memory"),
    RuntimeError("MPS backend out of memory (MPS allocated: 9 GB)"),
]


@pytest.mark.parametrize("shortage", SHORTAGES, ids=lambda error: str(error)[:20])
def test_where_memory_runs_short_a_smaller_batch_is_offered_and_the_memory_is_back(
    few, tmp_path, monkeypatch, shortage
):
    models = []
    real = training.new_model
    monkeypatch.setattr(training, "new_model", lambda *a: [m := real(*a), models.append(weakref.ref(m))][0])

    def fail(_adam):
        raise shortage

    Spoiled(monkeypatch, 8, fail)
    _, error = events_of(few, tmp_path / "run")
    assert isinstance(error, MemoryShortageError)
    assert "10 in place of 20" in str(error)
    run = runs.load(tmp_path / "run")
    run.check()
    assert run.config.epochs_done == run.state().epoch == 2
    # Nothing of the training is left but what the exception itself refers to.
    assert len(models) == 1
    shortage.__traceback__ = None
    del error
    gc.collect()
    assert models[0]() is None


@pytest.mark.parametrize(
    "loss",
    [
        RuntimeError("CUDA error: unspecified launch failure\nCUDA kernel errors might be asynchronously reported"),
        RuntimeError("MPS backend: command buffer exited with error status"),
    ],
    ids=["CUDA", "MPS"],
)
def test_a_device_that_is_lost_leaves_the_copies_in_main_memory(few, tmp_path, monkeypatch, loss):
    """After it nothing that is on the device can be read, not even to be copied."""
    lost = []

    def lose(_adam):
        lost.append(True)
        raise loss

    def refuse(*_, **__):
        raise loss

    real_copy, real_weights = training._copy, training._weights
    monkeypatch.setattr(training, "_copy", lambda t: refuse() if lost else real_copy(t))
    monkeypatch.setattr(training, "_weights", lambda m: refuse() if lost else real_weights(m))
    with monkeypatch.context() as patch:
        Spoiled(patch, 11, lose)
        events, error = events_of(few, tmp_path / "run")
    assert "The device was lost" in str(error)
    assert "Continue the run on the CPU" in str(error)
    run = runs.load(tmp_path / "run")
    run.check()
    saved = [event.epoch for event in events if isinstance(event, Saved)]
    assert run.config.epochs_done == run.state().epoch == saved[-1] == 3
    lost.clear()
    *_, finished = recording.train_run(few, MODEL, recording.continuation(run), run.folder, origin=run)
    *_, straight = recording.train_run(few, MODEL, CONFIG, tmp_path / "straight")
    assert finished.run.stored("weights") == straight.run.stored("weights")


def test_any_other_exception_is_passed_on_and_the_epochs_are_kept(few, tmp_path, monkeypatch):
    def fail(_adam):
        raise ZeroDivisionError("a mistake of ours")

    Spoiled(monkeypatch, 11, fail)
    seen = []
    with pytest.raises(ZeroDivisionError, match="a mistake of ours"):
        seen.extend(recording.train_run(few, MODEL, CONFIG, tmp_path / "run"))
    run = runs.load(tmp_path / "run")
    run.check()
    assert run.config.epochs_done == 3
    assert not run.config.in_training
