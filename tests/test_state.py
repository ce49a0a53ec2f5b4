"""A training that is stopped at any step and continued is the one that was not stopped, bit for bit."""

import dataclasses
import random

import pytest
import safetensors.torch
import torch

from vaegui import data
from vaegui.events import Checkpoint, EpochEnd, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import UserError
from vaegui.state import State, is_plausible
from vaegui.training import train

SHAPE = (1, 8, 8)
FAMILIES = {
    "vae": (ModelConfig(hidden=(8,)), {}),
    "everything at random": (
        ModelConfig(hidden=(8,), activation="relu"),
        {"corruption": "gaussian", "schedule": "one-cycle", "warmup_epochs": 2, "beta": 3.0, "weight_precision": 1.0},
    ),
    "iwae": (ModelConfig(hidden=(8,)), {"objective": "iwae", "importance_samples": 3}),
    "convolutional": (ModelConfig(architecture="conv", hidden=(4,), likelihood="gaussian-learned"), {}),
    "bfloat16": (ModelConfig(hidden=(8,)), {"precision": "bfloat16"}),
    "stacked": (ModelConfig(family="autoencoder", hidden=(8,)), {"pretraining": "greedy", "layer_epochs": 2}),
    "em": (ModelConfig(family="em", hidden=(8,)), {"grid_side": 8, "m_steps": 2, "amortise_epochs": 2}),
}


@pytest.fixture
def images(digits):
    return data.Images(digits.train.pixels[:60], digits.train.labels[:60])


def config(changes):
    return TrainConfig(**{"epochs": 3, "batch_size": 20, "learning_rate": 0.01, "device": "cpu"} | changes)


def run(images, model, training, *, stop_after=None, **options):
    """Train until so many steps were taken; the ends of the epochs, and what is needed to go on."""
    taken, ends, states = [], [], []
    events = train(
        images,
        model,
        training,
        should_stop=lambda: stop_after is not None and len(taken) >= stop_after,
        should_checkpoint=lambda: False,
        metrics_every=0,
        **options,
    )
    for event in events:
        if isinstance(event, Step):
            taken.append(event)
        if isinstance(event, EpochEnd):
            ends.append(event)
        if isinstance(event, Checkpoint):
            states.append(event.state)
    assert len(states) == 1  # at the end
    return ends, states[0]


def stored(state):
    """As it is when it comes back from a file."""
    return State.from_tensors(safetensors.torch.load(safetensors.torch.save(state.to_tensors())))


def facts(end):
    """All there is to an epoch but the time it took."""
    values = dataclasses.asdict(end)
    weights = values.pop("weights")
    del values["seconds"]
    return repr(values), {name: value.numpy().tobytes() for name, value in weights.items()}


def bits(state):
    return {name: value.numpy().tobytes() for name, value in state.to_tensors().items()}


@pytest.mark.parametrize("name", FAMILIES)
def test_a_training_goes_on_as_if_it_had_never_stopped(images, name):
    model, changes = FAMILIES[name]
    ends, last = run(images, model, config(changes))
    steps = last.step
    assert steps == 3 * len(ends)  # three batches an epoch
    plausible = is_plausible(model, config(changes), SHAPE)
    for stop in range(1, steps):
        before, state = run(images, model, config(changes), stop_after=stop)
        table = state.to_tensors()
        assert plausible({key: (value.dtype, tuple(value.shape)) for key, value in table.items()})
        after, end = run(images, model, config(changes), resume=stored(state))
        whole = [end for end in before if end.epoch == int(end.epoch)]
        assert [facts(e) for e in (*whole, *after)] == [facts(e) for e in ends]
        assert bits(end) == bits(last)


def test_a_training_that_is_stopped_again_and_again(images):
    model, changes = FAMILIES["everything at random"]
    ends, last = run(images, model, config(changes))
    chance = random.Random(0)
    for _ in range(10):
        found, state = [], None
        while state is None or state.step < last.step:
            options = {} if state is None else {"resume": stored(state)}
            more, state = run(images, model, config(changes), stop_after=chance.randrange(4), **options)
            found += [end for end in more if end.epoch == int(end.epoch)]
        assert [facts(e) for e in found] == [facts(e) for e in ends]
        assert bits(state) == bits(last)


@pytest.mark.skipif(not torch.cuda.is_available(), reason="no GPU here")
def test_on_a_gpu_it_goes_on_within_a_millionth(images):
    model, changes = FAMILIES["everything at random"]
    training = config(changes | {"device": "cuda"})
    _, last = run(images, model, training)
    _, state = run(images, model, training, stop_after=4)
    _, end = run(images, model, training, resume=stored(state))
    for name, value in last.weights.items():
        torch.testing.assert_close(end.weights[name], value, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("left_out", ["first", "second", "updates", "noise", "shuffle", "order"])
def test_nothing_of_a_state_is_there_for_nothing(images, left_out):
    """What shows that the tests above can fail: whatever is left out changes what follows."""
    model, changes = FAMILIES["everything at random"]
    _, last = run(images, model, config(changes))
    _, state = run(images, model, config(changes), stop_after=4)
    other = torch.Generator().manual_seed(9).get_state()
    changed = {
        "first": [torch.zeros_like(t) for t in state.first],
        "second": [torch.zeros_like(t) for t in state.second],
        "updates": 0,
        "noise": other,
        "shuffle": other,
        "order": torch.arange(54),
    }
    _, end = run(images, model, config(changes), resume=dataclasses.replace(state, **{left_out: changed[left_out]}))
    assert bits(end) != bits(last)


def test_more_epochs_are_the_training_that_was_longer_from_the_start(images):
    model, _ = FAMILIES["vae"]
    ends, last = run(images, model, config({"epochs": 5}))
    before, state = run(images, model, config({"epochs": 2}))
    after, end = run(images, model, config({"epochs": 5}), resume=stored(state))
    assert [facts(e) for e in (*before, *after)] == [facts(e) for e in ends]
    assert bits(end) == bits(last)


def test_time_goes_on_too(images):
    model, _ = FAMILIES["vae"]
    _, state = run(images, model, config({}), stop_after=4)
    after, _ = run(images, model, config({}), resume=state, seconds=1000.0)
    assert all(1000 < end.seconds < 1100 for end in after)


def test_a_checkpoint_follows_each_epoch_for_which_one_is_wanted(images):
    model, _ = FAMILIES["vae"]
    asked, events = [], []

    def wanted():
        asked.append(None)
        return len(asked) == 2

    for event in train(images, model, config({"epochs": 4}), should_checkpoint=wanted):
        events.append(event)
    steps = [event.state.step for event in events if isinstance(event, Checkpoint)]
    assert steps == [6, 12]
    for place, event in enumerate(events):
        if isinstance(event, Checkpoint):
            end = events[place - 1]
            assert isinstance(end, EpochEnd)
            assert end.epoch * 3 == event.state.step
            assert all(torch.equal(event.state.weights[name], value) for name, value in end.weights.items())


@pytest.mark.parametrize(
    "changes",
    [
        {"counts": torch.tensor([0, 2, 3, 1, 0])},
        {"counts": torch.tensor([0, -2, -3, 1, 0])},
        {"order": torch.zeros(54, dtype=torch.int64)},
        {"order": torch.arange(1, 55)},
        {"order": torch.arange(54) * 2},
        {"weights.encoder.1.bias": torch.full((8,), torch.nan)},
        {"second.3": torch.full((4,), torch.inf)},
        {"has_best": torch.tensor([True, False])},
    ],
)
def test_a_state_that_contradicts_itself_is_refused(images, changes):
    model, _ = FAMILIES["vae"]
    _, state = run(images, model, config({"epochs": 1}), stop_after=2)
    assert State.from_tensors(state.to_tensors()).step == 2
    with pytest.raises(UserError, match="contradicts"):
        State.from_tensors(state.to_tensors() | changes)


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({"step": 10**6}, 60),
        ({"phase": 1}, 60),
        ({"phase": -1}, 60),
        ({"first_step": 1}, 60),
        ({"first": []}, 60),
        ({"second": [torch.zeros(3)] * 8}, 60),
        ({"noise": torch.zeros(5056, dtype=torch.uint8)}, 60),
        ({}, 50),
    ],
)
def test_a_state_of_another_training_is_refused(images, changes, count):
    model, _ = FAMILIES["vae"]
    _, state = run(images, model, config({"epochs": 1}), stop_after=2)
    state = dataclasses.replace(state, **changes)
    with pytest.raises(UserError):
        run(data.Images(images.pixels[:count], images.labels[:count]), model, config({}), resume=state)


def test_what_cannot_be_a_state_is_told_by_its_shapes(images):
    model, _ = FAMILIES["vae"]
    _, state = run(images, model, config({"epochs": 1}), stop_after=2)
    specs = {name: (value.dtype, tuple(value.shape)) for name, value in state.to_tensors().items()}
    plausible = is_plausible(model, config({}), SHAPE)
    assert plausible(specs)
    assert not is_plausible(dataclasses.replace(model, hidden=(9,)), config({}), SHAPE)(specs)
    for name, (dtype, shape) in specs.items():
        assert not plausible({key: spec for key, spec in specs.items() if key != name})
        assert not plausible(specs | {name: (torch.float16, shape)})
        assert not plausible(specs | {name: (dtype, (*shape, 1))})
        if name != "order":
            assert not plausible(specs | {name: (dtype, (10**9, *shape[1:]))})
    assert not plausible(specs | {"more": (torch.float32, (1,))})
