"""Training from the disk is training from memory, bit for bit, and takes a few batches of memory."""

import os
import threading
import time

import pytest
import torch

from vaegui import data, mapped, reading, recording, runs, shapes
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.reading import Reader
from vaegui.recording import Finished
from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.training import train

CONFIG = shapes.ShapesConfig(side=12, count=2000, tests=300)
CPU = torch.device("cpu")


@pytest.fixture
def both(monkeypatch):
    """The same dataset in memory and on the disk."""
    in_memory = shapes.generate(CONFIG)
    monkeypatch.setattr(mapped, "ON_DISK_FROM", 0)
    return in_memory, shapes.generate(CONFIG)


def threads():
    return [thread for thread in threading.enumerate() if thread.name == "read ahead"]


def test_batches_are_those_from_memory(both):
    rows = torch.randperm(2000)[:1777]
    order = torch.randperm(1777)
    one, other = (Reader(dataset.train, rows, CPU) for dataset in both)
    for skip in (0, 3, 17):
        expected = list(one.batches(order, 100, skip))
        found = list(other.batches(order, 100, skip))
        assert len(found) == len(expected) == 18 - skip
        for (a, x), (b, y) in zip(expected, found, strict=True):
            assert torch.equal(a, b)
            assert torch.equal(x, y)
            assert torch.equal(x, both[0].train.pixels[rows[a]])
    assert threads() == []


def test_no_more_is_read_than_a_few_batches_ahead(both):
    reader = Reader(both[1].train, torch.arange(2000), CPU)
    taken = []
    take = reader._picked.take
    reader._picked.take = lambda rows: taken.append(len(rows)) or take(rows)
    batches = reader.batches(torch.arange(2000), 10)
    next(batches)
    deadline = time.monotonic() + 10
    most = (reading.AHEAD + 2) * reading.BATCHES_AT_ONCE * 10  # in the queue, in use, and in the thread's hand
    while sum(taken) < most and time.monotonic() < deadline:
        time.sleep(0.001)
    assert sum(taken) == most < 2000
    assert len(threads()) == 1
    batches.close()
    assert threads() == []


def test_a_file_that_is_cut_short_ends_a_training_with_a_sentence(both, home):
    dataset = both[1]
    events = train(
        dataset.train, ModelConfig(hidden=(8,)), TrainConfig(epochs=50, batch_size=10, device="cpu"), metrics_every=0
    )
    for event in events:
        if isinstance(event, Step):
            path = dataset.train.file.path
            os.truncate(path, path.stat().st_size - 1)
            break
    with pytest.raises(UserError, match="was cut short while it was used"):
        list(events)
    assert threads() == []


@pytest.mark.parametrize(
    ("model", "changes"),
    [
        (ModelConfig(hidden=(16,)), {}),
        (ModelConfig(hidden=(16,)), {"corruption": "gaussian", "objective": "iwae", "importance_samples": 2}),
        (ModelConfig(hidden=(16, 8), family="autoencoder"), {"pretraining": "greedy", "layer_epochs": 1}),
        (ModelConfig(hidden=(16,), family="em"), {"amortise_epochs": 1, "grid_side": 8}),
        (ModelConfig(family="pixels"), {}),
        (ModelConfig(hidden=(16,), likelihood="gaussian", binarisation="none"), {}),
    ],
)
def test_training_from_the_disk_is_training_from_memory(both, model, changes):
    config = TrainConfig(**{"epochs": 2, "batch_size": 100, "device": "cpu"} | changes)
    ends = []
    for dataset in both:
        events = list(train(dataset.train, model, config, metrics_every=0))
        ends.append([event for event in events if isinstance(event, EpochEnd)])
    assert len(ends[0]) == len(ends[1]) >= 1
    for one, other in zip(*ends, strict=True):
        assert all(torch.equal(one.weights[name], other.weights[name]) for name in one.weights)
        for a, b in ((one.train, other.train), (one.validation, other.validation)):
            torch.testing.assert_close(
                torch.tensor(tuple(vars(a).values())),
                torch.tensor(tuple(vars(b).values())),
                rtol=0,
                atol=0,
                equal_nan=True,
            )


def test_a_run_from_the_disk_has_the_figures_and_codes_of_one_from_memory_and_goes_on(both, tmp_path):
    found = []
    for number, dataset in enumerate(both):
        folder = tmp_path / f"run-{number}"
        stops = iter([False] * 25 + [True] * 1000)
        config = TrainConfig(epochs=2, batch_size=100, device="cpu")
        options = {"should_stop": lambda stops=stops: next(stops)}  # in the second epoch
        list(recording.train_run(dataset, ModelConfig(hidden=(16,)), config, folder, **options))
        stopped = runs.load(folder)
        assert 1 < stopped.config.epochs_done < 2
        *_, last = recording.train_run(dataset, ModelConfig(hidden=(16,)), config, folder, origin=stopped)
        assert isinstance(last, Finished)
        found.append(last.run)
    one, other = found
    assert one.config.test == other.config.test
    assert one.config.test.images == 300
    assert one.config.images == other.config.images == both[1].train.digest()
    assert one.config.validation_baseline == pytest.approx(other.config.validation_baseline, rel=1e-6)
    assert all(torch.equal(a, b) for a, b in zip(vars(one.codes).values(), vars(other.codes).values(), strict=True))
    assert one.metrics[-1][4:] == other.metrics[-1][4:]


def test_figures_of_many_test_images_are_of_the_first_ones(both, monkeypatch, tmp_path):
    from vaegui import evaluation

    monkeypatch.setattr(evaluation, "MEASURED", 50)
    monkeypatch.setattr(evaluation.measured, "__defaults__", (50,))
    dataset = both[1]
    assert len(evaluation.measured(dataset.test)) == 50
    assert len(evaluation.measured(both[0].test)) == 300
    config = TrainConfig(epochs=1, batch_size=100, device="cpu")
    *_, last = recording.train_run(dataset, ModelConfig(hidden=(8,)), config, tmp_path / "run")
    assert last.run.config.test.images == 50
    assert len(last.run.codes.mean) == 300
    first = data.Dataset("first", dataset.classes, dataset.train, both[0].test.first(50), dataset.factors)
    assert finish(evaluation.measure_nats(last.run.model, config, first)) == last.run.config.test
