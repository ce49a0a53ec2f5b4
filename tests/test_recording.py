import csv
import errno
import itertools
import math
import os

import pytest
import safetensors.torch
import torch

from vaegui import data, recording, runs
from vaegui.models import ModelConfig
from vaegui.objectives import join, measure
from vaegui.settings import UserError
from vaegui.training import EpochEnd, TrainConfig

SMALL = ModelConfig(hidden=(16,))
FILES = {runs.CONFIG, runs.BEST, runs.LAST, runs.METRICS, runs.CODES}


@pytest.fixture
def small(digits):
    """A dataset that trains in no time."""
    splits = (data.Images(split.pixels[:100], split.labels[:100]) for split in (digits.train, digits.test))
    return data.Dataset("digits", digits.classes, *splits)


def events_of(dataset, folder, model=SMALL, *, then=lambda event: None, options=None, **changes):
    config = TrainConfig(**{"epochs": 2, "device": "cpu"} | changes)
    events = []
    for event in recording.train_run(dataset, model, config, folder, **(options or {})):
        events.append(event)
        then(event)
    return events


def ends_of(events):
    return [event for event in events if isinstance(event, EpochEnd)]


def contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def open_all(folder):
    """Read everything there is to a run."""
    run = runs.load(folder)
    return run.model_at("best"), run.model_at("last"), run.codes, run.metrics


def same_weights(model, weights):
    state = model.state_dict()
    return state.keys() == weights.keys() and all(torch.equal(state[name], weights[name]) for name in state)


# ---- what is written is what is read


def test_a_run_comes_back_as_it_was(small, tmp_path):
    *events, finished = events_of(small, tmp_path / "run", epochs=3)
    run = runs.load(tmp_path / "run")
    assert run.config == finished.run.config
    assert set(contents(run.folder)) == FILES

    ends = ends_of(events)
    best = max(ends, key=lambda end: end.validation.elbo)
    assert same_weights(run.model, best.weights)
    assert not run.model.training
    assert (run.config.best_epoch, run.config.epochs_done) == (best.epoch, 3)
    assert run.config.validation_elbo == best.validation.elbo
    assert (run.config.dataset, run.config.image_shape, run.config.classes) == ("digits", (1, 8, 8), data.DIGIT_NAMES)
    assert (run.config.model, run.config.training) == (SMALL, TrainConfig(epochs=3, device="cpu"))
    assert run.config.command == "vaegui train digits --hidden 16 --epochs 3 --device cpu"

    for row, end in zip(run.metrics, ends, strict=True):
        figures = [end.epoch, end.seconds, end.learning_rate]
        figures += [f for m in (end.train, end.validation) for f in (m.elbo, m.rate, m.distortion)]
        assert list(row) == pytest.approx(figures, rel=1e-5)
    with (run.folder / runs.METRICS).open(newline="") as file:
        assert next(csv.reader(file))[:4] == ["epoch", "seconds", "learning_rate", "train_elbo"]

    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    q = run.model.encode((small.test.pixels > thresholds).float())
    torch.testing.assert_close((run.codes.mean, run.codes.std), (q.mean, q.stddev))
    assert torch.equal(run.codes.labels, small.test.labels)

    terms = join(measure(run.model, small.test.pixels, thresholds))
    for name in ("elbo", "rate", "distortion"):
        values, estimate = getattr(terms, name).numpy(), getattr(run.config.test, name)
        assert estimate.mean == pytest.approx(values.mean())
        assert estimate.standard_error == pytest.approx(values.std(ddof=1) / 10)
    assert run.config.test.images == 100


def test_the_best_epoch_is_kept_beside_the_last(small, tmp_path):
    """Training is stopped right after the first epoch that is worse than the one before."""
    ends = []
    options = {"should_stop": lambda: bool(ends) and not ends[-1].is_best}
    events_of(
        small,
        tmp_path / "run",
        then=lambda event: ends.extend(ends_of([event])),
        options=options,
        epochs=1000,
        learning_rate=0.1,
    )
    best, last = ends[-2:]
    run = runs.load(tmp_path / "run")
    assert len(run.metrics) == len(ends) < 1000
    assert (run.config.best_epoch, run.config.epochs_done) == (best.epoch, last.epoch)
    assert same_weights(run.model_at("best"), best.weights)
    assert same_weights(run.model_at("last"), last.weights)
    assert not same_weights(run.model_at("last"), best.weights)


def test_half_precision_halves_the_weights_and_the_figures_are_of_what_is_stored(small, tmp_path):
    config = ModelConfig(hidden=(64,))
    *events, finished = events_of(small, tmp_path / "half", config, options={"half": True})
    run = finished.run
    stored = safetensors.torch.load((run.folder / runs.BEST).read_bytes())
    assert {value.dtype for value in stored.values()} == {torch.float16}
    best = max(ends_of(events), key=lambda end: end.validation.elbo)
    assert same_weights(run.model, {name: value.half().float() for name, value in best.weights.items()})
    assert not same_weights(run.model, best.weights)
    terms = join(measure(run.model, small.test.pixels, data.fixed_thresholds(small.test.pixels.shape)))
    assert run.config.test.elbo.mean == pytest.approx(terms.elbo.mean().item(), rel=1e-12)
    assert run.config.command.endswith(" --half")


def test_watched_rows_are_those_of_the_test_split(small, tmp_path):
    rows = torch.tensor([3, 50, 7])
    events = events_of(small, tmp_path / "run", options={"watch_rows": rows})
    (snapshot, *_) = [event for event in events if hasattr(event, "codes")]
    model = runs.with_weights(SMALL, (1, 8, 8), snapshot.weights)
    seen = (small.test.pixels > data.fixed_thresholds(small.test.pixels.shape)).float()
    torch.testing.assert_close(snapshot.codes, model.encode(seen[rows]).mean)


# ---- training that ends early


def test_a_cancelled_run_can_be_discarded_without_a_trace(small, tmp_path):
    events = recording.train_run(small, SMALL, TrainConfig(epochs=1000, device="cpu"), tmp_path / "runs" / "new")
    next(event for event in events if isinstance(event, EpochEnd))
    next(events)
    events.close()
    model, last, codes, metrics = open_all(tmp_path / "runs" / "new")  # what there is, can be opened
    assert (codes, len(metrics)) == (None, 1)
    assert same_weights(model, last.state_dict())
    runs.discard(tmp_path / "runs" / "new")
    assert list((tmp_path / "runs").iterdir()) == []


def test_stopping_before_the_first_step_leaves_nothing(small, tmp_path):
    with pytest.raises(UserError, match="nothing to keep"):
        events_of(small, tmp_path / "run", options={"should_stop": lambda: True})
    assert not (tmp_path / "run").exists()


def test_a_folder_that_exists_is_not_touched(small, run):
    before = contents(run.folder)
    with pytest.raises(UserError, match="exists already"):
        events_of(small, run.folder)
    assert contents(run.folder) == before


def test_a_diverged_training_keeps_its_good_epochs(small, tmp_path):
    model = ModelConfig(hidden=(32,) * 8, activation="relu", likelihood="gaussian-learned")
    with pytest.raises(UserError, match="diverged"):
        events_of(small, tmp_path / "run", model, epochs=200, learning_rate=10)
    open_all(tmp_path / "run")
    run = runs.load(tmp_path / "run")
    assert math.isfinite(run.config.test.elbo.mean)
    assert len(run.metrics) >= 1
    assert all(map(math.isfinite, itertools.chain.from_iterable(run.metrics)))


def test_a_training_that_diverges_at_once_says_so_and_leaves_nothing(small, tmp_path):
    model = ModelConfig(hidden=(64,) * 12, activation="relu")
    with pytest.raises(UserError, match="diverged"):
        events_of(small, tmp_path / "run", model, epochs=200, learning_rate=10)
    assert not (tmp_path / "run").exists()


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_full_disk_leaves_what_was_saved_before(small, tmp_path, monkeypatch, call):
    def full(*_):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    before = {}

    def fill_the_disk(event):
        if isinstance(event, EpochEnd) and not before:
            before.update(contents(tmp_path / "run"))
            monkeypatch.setattr(os, call, full)

    with pytest.raises(UserError, match=r"could not be saved to .*: the disk is full"):
        events_of(small, tmp_path / "run", then=fill_the_disk, epochs=5)
    assert contents(tmp_path / "run") == before
    assert set(before) == {runs.CONFIG, runs.BEST, runs.LAST, runs.METRICS}
    open_all(tmp_path / "run")


def test_a_run_whose_folder_cannot_be_made(small, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        events_of(small, tmp_path / "file" / "run")
