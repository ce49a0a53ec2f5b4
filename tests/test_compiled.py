"""The compiled step against the plain one, on whole trainings, and what happens where it cannot be had."""

import os
import shutil
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from vaegui import compiled, training
from vaegui.adam import Adam
from vaegui.compiled import Batch, Compilation, CompiledStep, Recipe, build, example
from vaegui.data import Images, fixed_thresholds, observe
from vaegui.events import EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.phases import phases_of

SHAPE = (1, 8, 8)
MODEL = ModelConfig(hidden=(16,), activation="relu")
CONFIG = TrainConfig(epochs=3, batch_size=100, learning_rate=1e-2, device="cpu", weight_precision=10.0)
needs_compiler = pytest.mark.skipif(
    not any(map(shutil.which, ("g++", "clang++", "cl"))), reason="there is no C++ compiler on this machine"
)


@pytest.fixture
def images(digits):
    """330 training images: 297 to learn from, in two whole batches and a short one."""
    return Images(digits.train.pixels[:330], digits.train.labels[:330])


def recipe_for(model=MODEL, config=CONFIG, images=297):
    return Recipe(model, config, SHAPE, images, len(phases_of(training.new_model(model, SHAPE, 0), config)) - 1, 1)


def run(images, model, config, **options):
    events = list(training.train(images, model, config, metrics_every=0, **options))
    ends = [event for event in events if isinstance(event, EpochEnd)]
    return ends, [event.is_compiled for event in events if isinstance(event, Step)]


@pytest.fixture
def can_build(home):
    """Build the library of a recipe in this process, as the child does in its own."""

    def build_for(recipe):
        build(recipe, recipe.path)
        return recipe.path

    return build_for


@needs_compiler
@pytest.mark.timeout(300)
@pytest.mark.parametrize(
    ("model", "changes"),
    [
        pytest.param({}, {}, id="vae, weight prior"),
        pytest.param(
            {"likelihood": "gaussian-learned", "activation": "gelu"},
            {"objective": "iwae", "importance_samples": 3, "corruption": "masking", "weight_precision": 0.0},
            id="denoising iwae, learned variance",
        ),
        pytest.param(
            {"family": "autoencoder", "likelihood": "continuous-bernoulli", "architecture": "conv", "hidden": (4, 8)},
            {"weight_precision": 0.0},
            id="convolutional autoencoder",
        ),
    ],
)
def test_a_compiled_training_is_the_plain_one(images, can_build, model, changes):
    model, config = replace(MODEL, **model), replace(CONFIG, **changes)
    plain, used = run(images, model, config)
    assert not any(used)
    can_build(recipe_for(model, config))
    fast, used = run(images, model, config)
    assert used == [True] * 9
    for one, other in zip(plain, fast, strict=True):
        for name in ("bound", "distortion"):
            assert getattr(one.train, name) == pytest.approx(getattr(other.train, name), rel=1e-4)
            assert getattr(one.validation, name) == pytest.approx(getattr(other.validation, name), rel=1e-4)
    for name, weights in plain[-1].weights.items():
        assert torch.allclose(weights, fast[-1].weights[name], atol=2e-3), name
    assert fast[-1].train.bound > fast[0].train.bound


@needs_compiler
@pytest.mark.timeout(300)
def test_training_begins_plain_and_changes_over_while_it_goes_on(images, home):
    config = TrainConfig(epochs=100_000, batch_size=100, device="cpu")
    events = training.train(images, MODEL, config, metrics_every=0.2, compile_after=0.5)
    used = []
    for event in events:
        if isinstance(event, Step):
            used.append(event.is_compiled)
        if used[-10:] == [True] * 10:
            break
    events.close()
    assert used[0] is False
    assert used == sorted(used)
    assert [path.suffix for path in (home / "compiled").iterdir()] == [".so"]


@needs_compiler
@pytest.mark.timeout(300)
def test_a_library_that_computes_something_else_is_refused(can_build, tmp_path):
    path = can_build(recipe_for())
    other = recipe_for(MODEL, TrainConfig(batch_size=100, weight_precision=1e5, device="cpu"))
    with pytest.raises(RuntimeError, match="off by"):
        compiled.check(other, path)


@needs_compiler
@pytest.mark.timeout(300)
def test_it_lets_go_of_pythons_lock(can_build):
    model = ModelConfig(hidden=(2000,), activation="relu")
    config = TrainConfig(batch_size=2000, device="cpu")
    recipe = recipe_for(model, config)
    network = training.new_model(model, SHAPE, 0)
    step = CompiledStep(can_build(recipe), Adam(list(network.parameters())))
    batch, counts, is_over = example(recipe), [0], threading.Event()

    def count():
        while not is_over.is_set():
            counts[0] += 1
            time.sleep(0)  # hand the lock on

    def steps():
        before = counts[0]
        for _ in range(10):
            step(batch, 1.0, 1e-3)
        return counts[0] - before

    counter = threading.Thread(target=count)
    interval = sys.getswitchinterval()
    sys.setswitchinterval(10)  # so that whoever has the lock keeps it until it lets go
    try:
        counter.start()
        assert steps() > 100
    finally:
        sys.setswitchinterval(interval)
        is_over.set()
        counter.join()
        step.close()


def test_without_a_compiler_training_stays_as_it_is(images, home, monkeypatch):
    monkeypatch.setenv("CXX", "/nowhere/g++")
    monkeypatch.setenv("PATH", "")
    compilation = Compilation(recipe_for())
    try:
        assert compilation._child.wait(100) != 0
        assert compilation.has_failed
        assert compilation.library() is None
    finally:
        compilation.close()
    ends, used = run(images, MODEL, CONFIG)
    assert len(ends) == 3
    assert not any(used)


def test_a_broken_library_is_passed_over(images, home):
    path = recipe_for().path
    path.parent.mkdir(parents=True)
    path.write_bytes(b"\x7fELF" + bytes(1000))
    ends, used = run(images, MODEL, CONFIG)
    assert len(ends) == 3
    assert not any(used)
    assert not path.exists()  # so that another one can be built


@pytest.mark.parametrize("trouble", ["no process", "no folder"])
def test_what_keeps_a_step_from_being_compiled_does_not_end_the_training(images, home, monkeypatch, trouble):
    if trouble == "no process":
        monkeypatch.setattr("sys.executable", "/nowhere/python")
    else:
        home.mkdir()
        (home / "compiled").write_text("a file where the folder should be")
    monkeypatch.setattr(training, "WORTH_COMPILING", 0.0)
    ends, used = run(images, MODEL, CONFIG, compile_after=0.0)
    assert len(ends) == 3
    assert not any(used)


def test_a_child_that_is_given_up_is_gone(home):
    compilation = Compilation(recipe_for())
    scratch = Path(compilation._scratch.name)
    assert scratch.is_dir()
    assert compilation.library() is None
    compilation.close()
    assert compilation._child.returncode is not None
    assert not scratch.exists()
    assert not list((home / "compiled").glob("*")) if (home / "compiled").exists() else True


def test_only_what_changes_the_step_changes_its_library(home):
    path = recipe_for().path
    for change in (
        {"seed": 5},
        {"epochs": 77},
        {"learning_rate": 0.5},
        {"schedule": "one-cycle"},
        {"warmup_epochs": 3},
    ):
        assert recipe_for(config=replace(CONFIG, **change)).path == path
    for change in ({"batch_size": 99}, {"weight_precision": 1.0}, {"precision": "bfloat16"}, {"corruption": "masking"}):
        assert recipe_for(config=replace(CONFIG, **change)).path != path
    assert recipe_for(replace(MODEL, hidden=(17,))).path != path
    assert recipe_for(images=298).path != path
    assert recipe_for(config=replace(CONFIG, weight_precision=0.0), images=298).path == (
        recipe_for(config=replace(CONFIG, weight_precision=0.0)).path
    )
    assert Recipe.from_json(recipe_for().to_json()) == recipe_for()


def test_the_oldest_libraries_are_forgotten(tmp_path):
    for age in range(30):
        (tmp_path / f"{age}.so").write_bytes(b"")
        os.utime(tmp_path / f"{age}.so", (1000 - age, 1000 - age))
    compiled._forget_oldest(tmp_path)
    assert {int(path.stem) for path in tmp_path.iterdir()} == set(range(compiled.MOST_KEPT - 1))


@pytest.mark.parametrize("how", ["none", "threshold", "dynamic"])
def test_a_batch_is_observed_as_data_are(digits, how):
    pixels = digits.train.pixels[:5]
    thresholds = fixed_thresholds(pixels.shape)
    x, seen = Batch(pixels, torch.zeros(1), thresholds, pixels.flip(0)).observed(how)
    assert torch.equal(x, observe(pixels, how, thresholds))
    assert torch.equal(seen, observe(pixels.flip(0), how, thresholds))
    x, seen = Batch(pixels, torch.zeros(1), thresholds, None).observed(how)
    assert seen is x
