import csv
import dataclasses
import itertools
import math
import shutil

import pytest
import safetensors.torch
import torch

from vaegui import data, explore, folders, quadrature, recording, requesting, runs, sources, storing, words
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.objectives import join, measure, sampled
from vaegui.recording import Finished, Measuring, Saved
from vaegui.settings import UserError
from vaegui.steps import finish

SMALL = ModelConfig(hidden=(16,))
FILES = {folders.CONFIG, *runs.FILES.values()}


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
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name != storing.LOCK}


def of_the_last_save(folder):
    """The names of the files of a run, without those of the save before."""
    before = runs.previous(folder)
    older = set() if before is None else {folders.PREVIOUS, *(file.name for file in before.config.files.values())}
    return set(contents(folder)) - older


def open_all(folder):
    """Read everything there is to a run."""
    run = runs.load(folder)
    run.check()
    return run.model, run.state(), run.codes, run.metrics


def same(a, b):
    return a.keys() == b.keys() and all(torch.equal(a[name], b[name]) for name in a)


def same_weights(model, weights):
    return same(model.state_dict(), weights)


# ---- what is written is what is read


def test_what_is_written_is_in_no_language(small, tmp_path, caplog):
    stacked = ModelConfig(family="autoencoder", hidden=(16, 8))
    words.speak("xx", lambda text, _count: f"⟦{text}⟧")
    try:
        with caplog.at_level("INFO", logger="vaegui"):
            events_of(small, tmp_path / "run", stacked, pretraining="greedy", layer_epochs=1)
        open_all(tmp_path / "run")
    finally:
        words.speak(words.ENGLISH, None)
    assert "begins" in caplog.text
    assert "⟦" not in caplog.text
    assert all("⟦".encode() not in content for content in contents(tmp_path / "run").values())
    assert "layer 1 of 3" in (tmp_path / "run" / "metrics.csv").read_text()


def test_a_run_comes_back_as_it_was(small, tmp_path):
    *events, finished = events_of(small, tmp_path / "run", epochs=3)
    run = runs.load(tmp_path / "run")
    assert run.config == finished.run.config
    assert of_the_last_save(run.folder) == FILES

    ends = ends_of(events)
    best = max(ends, key=lambda end: end.validation.bound)
    assert same_weights(run.model, best.weights)
    assert not run.model.training
    assert (run.config.best_epoch, run.config.epochs_done) == (best.epoch, 3)
    assert run.config.validation_bound == best.validation.bound
    assert (run.config.dataset, run.config.image_shape, run.config.classes) == (
        "digits",
        (1, 8, 8),
        sources.DIGIT_NAMES,
    )
    assert (run.config.model, run.config.training) == (SMALL, TrainConfig(epochs=3, device="cpu"))
    assert run.config.command == "vaegui train digits --hidden 16 --epochs 3 --device cpu"

    for row, end in zip(run.metrics, ends, strict=True):
        figures = [end.epoch, end.seconds, end.learning_rate]
        figures += [f for m in (end.train, end.validation) for f in (m.bound, m.rate, m.distortion)]
        assert [row.epoch, *row[2:]] == pytest.approx(figures, rel=1e-5)
        assert row.phase == end.phase == ""
    with (run.folder / runs.FILES["metrics"]).open(newline="") as file:
        assert next(csv.reader(file))[:4] == ["epoch", "phase", "seconds", "learning_rate"]

    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    q = run.model.encode((small.test.pixels > thresholds).float())
    torch.testing.assert_close((run.codes.mean, run.codes.std), (q.mean, q.stddev))
    assert torch.equal(run.codes.labels, small.test.labels)

    terms = join(measure(sampled(run.model), small.test.pixels, thresholds, "dynamic"))
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
    assert same_weights(run.model, best.weights)
    assert same_weights(run.model, run.state().best)
    assert same(run.state().weights, last.weights)
    assert not same(run.state().weights, best.weights)


def test_a_small_run_has_16_bit_weights_of_the_best_epoch_and_the_figures_are_of_what_is_stored(small, tmp_path):
    config = ModelConfig(hidden=(64,))
    options = {"small": True}
    *events, finished = events_of(small, tmp_path / "small", config, options=options, epochs=6, learning_rate=0.1)
    run = finished.run
    assert set(contents(run.folder)) == FILES - {runs.FILES["state"]}  # not even the save before
    assert run.state() is None
    stored = safetensors.torch.load((run.folder / runs.FILES["weights"]).read_bytes())
    assert {value.dtype for value in stored.values()} == {torch.float16}
    best = max(ends_of(events), key=lambda end: end.validation.bound)
    assert same_weights(run.model, {name: value.half().float() for name, value in best.weights.items()})
    assert not same_weights(run.model, best.weights)
    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    terms = join(measure(sampled(run.model), small.test.pixels, thresholds, "dynamic"))
    assert run.config.test.elbo.mean == pytest.approx(terms.elbo.mean().item(), rel=1e-12)
    assert run.config.command.endswith(" --small")


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
    model, state, codes, metrics = open_all(tmp_path / "runs" / "new")  # what there is, can be opened
    assert (codes, len(metrics)) == (None, 1)
    assert same_weights(model, state.weights)
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
    assert run.config.test is None  # nobody waits for figures after an error
    assert len(run.metrics) >= 1
    assert all(map(math.isfinite, itertools.chain.from_iterable([row.epoch, *row[2:]] for row in run.metrics)))


def test_a_training_that_diverges_at_once_says_so_and_leaves_nothing(small, tmp_path):
    model = ModelConfig(hidden=(64,) * 12, activation="relu")
    with pytest.raises(UserError, match="diverged"):
        events_of(small, tmp_path / "run", model, epochs=200, learning_rate=10)
    assert not (tmp_path / "run").exists()


def test_a_run_whose_folder_cannot_be_made(small, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UserError, match="cannot be made"):
        events_of(small, tmp_path / "file" / "run")


# ---- every family


FAMILIES = {
    "vae": (ModelConfig(hidden=(8,)), {"beta": 2.0}),
    "vae in three dimensions": (ModelConfig(hidden=(8,), latent_size=3), {}),
    "iwae": (ModelConfig(hidden=(8,)), {"objective": "iwae", "importance_samples": 3}),
    "denoising": (ModelConfig(hidden=(8,), likelihood="gaussian-learned"), {"corruption": "masking"}),
    "continuous": (ModelConfig(hidden=(8,), likelihood="continuous-bernoulli"), {"weight_precision": 1.0}),
    "cross-entropy": (ModelConfig(hidden=(8,), binarisation="none"), {}),
    "autoencoder": (ModelConfig(family="autoencoder", hidden=(8,), likelihood="gaussian"), {}),
    "stacked": (ModelConfig(family="autoencoder", hidden=(8,)), {"pretraining": "greedy", "layer_epochs": 1}),
    "em": (ModelConfig(family="em", hidden=(8,)), {"grid_side": 8, "amortise_epochs": 2}),
    "pixels": (ModelConfig(family="pixels"), {"prior_strength": 3}),
    "grey pixels": (ModelConfig(family="pixels", likelihood="gaussian-learned"), {}),
}
MEASURED = {
    "vae": {"elbo", "rate", "distortion", "log_p", "log_p_error", "baseline"},
    "vae in three dimensions": {"elbo", "rate", "distortion", "baseline"},
    "iwae": {"elbo", "rate", "distortion", "importance_bound", "log_p", "log_p_error", "baseline"},
    "denoising": {"elbo", "rate", "distortion", "log_p", "log_p_error", "baseline"},
    "continuous": {"elbo", "rate", "distortion", "log_p", "log_p_error", "baseline"},
    "cross-entropy": {"elbo", "rate", "distortion"},
    "autoencoder": {"distortion", "baseline"},
    "stacked": {"distortion", "baseline"},
    "em": {"elbo", "rate", "distortion", "log_p", "log_p_error", "baseline"},
    "pixels": {"log_p", "log_p_error", "baseline"},
    "grey pixels": {"log_p", "log_p_error", "baseline"},
}


@pytest.mark.parametrize("name", FAMILIES)
def test_a_run_of_every_family_comes_back_as_it_was(small, tmp_path, name):
    model, changes = FAMILIES[name]
    *events, finished = events_of(small, tmp_path / "run", model, **changes)
    assert isinstance(finished, Finished)
    after_training = [type(event) for event in events[events.index(ends_of(events)[-1]) + 1 :]]
    assert set(after_training) == {Measuring, Saved}
    assert all(0 <= event.share_done <= 1 for event in events if isinstance(event, Measuring))

    run = runs.load(tmp_path / "run")
    assert run.config == finished.run.config
    assert run.config.model == model
    ends = ends_of(events)
    best = [end for end in ends if end.is_best][-1]
    assert same_weights(run.model, best.weights)
    has_state = model.family != "pixels"
    assert of_the_last_save(run.folder) == (FILES if has_state else FILES - {runs.FILES["state"]})
    if has_state:
        assert same(run.state().weights, ends[-1].weights)
        assert same_weights(run.model, run.state().best)
    assert [row.phase for row in run.metrics] == [end.phase for end in ends]
    for row, end in zip(run.metrics, ends, strict=True):
        expected = (end.train.bound, end.train.rate, end.train.distortion, end.validation.rate)
        found = (row.train_bound, row.train_rate, row.train_distortion, row.validation_rate)
        assert found == pytest.approx(expected, rel=1e-5, nan_ok=True)
        assert math.isnan(row.train_rate) == (model.family == "autoencoder")
    assert "nan" not in (run.folder / runs.FILES["metrics"]).read_text()

    figures = dataclasses.asdict(run.config.test)
    assert {field for field, value in figures.items() if value is not None} - {"images"} == MEASURED[name]
    assert (run.has_encoder, run.stopped_in) == (True, "")
    thresholds = data.fixed_thresholds(small.test.pixels.shape)
    x = data.observe(small.test.pixels, model.observed_as, thresholds)
    mean, std = quadrature.codes(run.model, x)
    torch.testing.assert_close((run.codes.mean, run.codes.std), (mean, std))
    assert run.codes.mean.shape == (100, model.code_size)
    if model.family == "em":
        assert not torch.allclose(run.codes.mean, run.model.encode(x).mean, atol=1e-3)  # the exact ones, not q's


def test_an_autoencoder_comes_with_a_density_over_its_training_codes(small, tmp_path):
    model = ModelConfig(family="autoencoder", hidden=(8,))
    run = events_of(small, tmp_path / "run", model)[-1].run
    rows, _ = data.split_validation(100, 0.1, seed=0)
    pixels = small.train.pixels[rows]
    codes = run.model.encode((pixels > data.fixed_thresholds(pixels.shape)).float()).mean
    expected = explore.fit_density(codes)
    for ours, theirs in zip(run.density, expected, strict=True):
        torch.testing.assert_close(ours, theirs, rtol=1e-4, atol=1e-5)


def test_em_stopped_before_it_was_amortised_has_no_encoder(small, tmp_path):
    model, changes = FAMILIES["em"]
    seen = []
    run = events_of(
        small,
        tmp_path / "run",
        model,
        then=seen.append,
        options={"should_stop": lambda: len(ends_of(seen)) == 1},
        **changes,
    )[-1].run
    assert {row.phase for row in run.metrics} == {"EM"}
    assert (run.has_encoder, run.stopped_in) == (False, "EM")
    assert not runs.load(run.folder).has_encoder
    figures = dataclasses.asdict(run.config.test)
    assert {name for name, value in figures.items() if value is not None} == {
        "images",
        "log_p",
        "log_p_error",
        "baseline",
    }
    assert run.codes.std.min() > 0  # its codes need none


def test_greedy_pretraining_stopped_half_way_keeps_the_stack_so_far(small, tmp_path):
    model, changes = FAMILIES["stacked"]
    seen = []
    run = events_of(
        small,
        tmp_path / "run",
        model,
        then=seen.append,
        options={"should_stop": lambda: len(ends_of(seen)) == 1},
        **changes,
    )[-1].run
    assert [row.phase for row in run.metrics] == ["layer 1 of 2"]
    assert same_weights(run.model, ends_of(seen)[-1].weights)
    assert (run.stopped_in, run.has_encoder) == ("layer 1 of 2", False)
    assert run.config.test is run.density is None  # its upper layers are as they were drawn at random
    open_all(run.folder)


def test_figures_can_be_skipped(small, tmp_path):
    seen = []
    options = {"should_skip": lambda: any(isinstance(event, Measuring) for event in seen)}
    run = events_of(small, tmp_path / "run", then=seen.append, options=options)[-1].run
    assert run.config.test is None
    assert len(run.codes.mean) == 100
    open_all(run.folder)


def test_stopping_while_the_figures_are_measured_is_too_late(small, tmp_path):
    seen = []
    options = {"should_stop": lambda: any(isinstance(event, Measuring) for event in seen)}
    finished = events_of(small, tmp_path / "run", then=seen.append, options=options)[-1]
    assert isinstance(finished, Finished)
    assert finished.run.config.test.log_p is not None
    assert any(isinstance(event, Step) for event in seen)


# ---- going on


def test_a_run_goes_on_where_its_device_is_gone(small, tmp_path):
    run = events_of(small, tmp_path / "run", options={"should_stop": stop_after(1)}, epochs=3)[-1].run
    gone = dataclasses.replace(run.config.training, device="mps")
    moved = dataclasses.replace(run, config=dataclasses.replace(run.config, training=gone))
    config = recording.continuation(moved)
    assert config == dataclasses.replace(gone, device="auto")
    assert recording.goes_on_in_place(moved, config)
    assert recording.continuation(run, device="cpu") == run.config.training
    with pytest.raises(UserError, match="no mps device"):
        recording.continuation(run, device="mps")


def stop_after(epochs):
    """Stop once so many epochs are over."""
    asked = itertools.count()
    return lambda: next(asked) >= epochs


def test_what_cannot_go_on_is_said(small, tmp_path):
    run = events_of(small, tmp_path / "run", epochs=2)[-1].run
    assert recording.continuation(run).epochs == 2 + recording.MORE_EPOCHS
    for epochs, sentence in ((2, "ask for more"), (10**9, "cannot be trained for")):
        with pytest.raises(UserError, match=sentence):
            recording.continuation(run, epochs)
    pixels = events_of(small, tmp_path / "pixels", ModelConfig(family="pixels"))[-1].run
    with pytest.raises(UserError, match="closed form"):
        recording.continuation(pixels)
    other = data.Dataset("digits", small.classes, data.Images(255 - small.train.pixels, small.train.labels), small.test)
    longer = recording.continuation(run, 3)
    with pytest.raises(UserError, match="other images than these"):
        list(recording.train_run(other, SMALL, longer, tmp_path / "other", origin=run))
    assert not (tmp_path / "other").exists()


@pytest.mark.parametrize("name", [name for name in FAMILIES if "pixels" not in name])
def test_a_run_of_every_family_goes_on_as_if_it_had_not_stopped(small, tmp_path, name):
    model, changes = FAMILIES[name]
    straight = events_of(small, tmp_path / "straight", model, **changes)[-1].run
    run = events_of(small, tmp_path / "run", model, options={"should_stop": stop_after(1)}, **changes)[-1].run
    assert not run.is_whole
    options = {"origin": run}
    *_, finished = events_of(small, run.folder, model, options=options, **changes)
    run = finished.run
    for role in ("weights", "codes"):
        assert run.stored(role) == straight.stored(role)
    assert run.config.test == straight.config.test
    assert run.config.best_epoch == straight.config.best_epoch
    assert [row._replace(seconds=0) for row in run.metrics if row.train_rate == row.train_rate] == [
        row._replace(seconds=0) for row in straight.metrics if row.train_rate == row.train_rate
    ]
    assert [row.epoch for row in run.metrics] == [row.epoch for row in straight.metrics]


@pytest.mark.parametrize("name", ["vae", "stacked", "em"])
def test_a_run_of_which_only_the_weights_were_kept_goes_on_from_them(small, tmp_path, name):
    model, changes = FAMILIES[name]
    run = events_of(small, tmp_path / "small", model, options={"small": True}, **changes)[-1].run
    assert run.state() is None
    total = run.total_epochs + 2
    longer = recording.continuation(run, total)
    *_, finished = recording.train_run(small, model, longer, tmp_path / "longer", origin=run)
    assert finished.run.config.epochs_done == total
    assert [row.epoch for row in finished.run.metrics] == list(range(1, total + 1))
    assert finished.run.metrics[-1].phase == run.metrics[-1].phase
    assert finished.run.config.validation_bound >= run.config.validation_bound - 1
    assert finished.run.config.command == "vaegui continue small"


def test_a_schedule_goes_on_where_only_the_weights_were_kept(small, tmp_path):
    """And does not climb to its peak again."""
    changes = {"schedule": "one-cycle", "epochs": 30}
    run = events_of(small, tmp_path / "small", options={"small": True}, **changes)[-1].run
    *_, finished = recording.train_run(small, SMALL, recording.continuation(run, 36), tmp_path / "longer", origin=run)
    rates = [row.learning_rate for row in finished.run.metrics[30:]]
    assert rates == sorted(rates, reverse=True)
    assert rates[0] < 0.2 * run.config.training.learning_rate


def test_what_a_training_has_left_is_found_again_and_nothing_else_is_removed(small, tmp_path):
    config = TrainConfig(epochs=2, device="cpu")
    folder = tmp_path / "run"
    assert recording.standing(folder, "digits", SMALL, config) is None
    folder.mkdir()
    (folder / "weights-1.safetensors").write_bytes(b"mine")  # no lock: no training has made this
    with pytest.raises(UserError, match="is not a run"):
        recording.standing(folder, "digits", SMALL, config)
    assert (folder / "weights-1.safetensors").exists()
    (folder / ".lock").touch()
    assert recording.standing(folder, "digits", SMALL, config) is None
    assert not folder.exists()
    finish(recording.train_run(small, SMALL, config, folder))
    assert recording.standing(folder, "digits", SMALL, config).folder == folder
    with pytest.raises(UserError, match="holds another training"):
        recording.standing(folder, "digits", SMALL, TrainConfig(epochs=3, device="cpu"))


def test_the_best_epoch_of_another_training_is_not_the_best_so_far(small, tmp_path, monkeypatch):
    monkeypatch.setattr(requesting, "LOOK_EVERY", 0.0)

    def kept(seed):
        folder = tmp_path / "run"
        config = TrainConfig(epochs=2, device="cpu", seed=seed)
        found = []
        for event in recording.train_run(small, SMALL, config, folder, save_every=0.0):
            if isinstance(event, EpochEnd) and event.epoch == 1:
                requesting.ask(folder, "keep-best")
            if isinstance(event, recording.Asked):
                found.append(event.run)
        shutil.rmtree(folder)
        return found[0]

    first, second = kept(1), kept(2)
    assert (first.name, second.name) == ("run-best-1", "run-best-1-2")
    assert not same_weights(first.model, second.model.state_dict())
