"""Adam and the one-cycle schedule against torch's own."""

import subprocess
import sys

import pytest
import torch

from vaegui.adam import Adam, one_cycle, step_size, update

SHAPES = [(5, 3), (3,), (2, 3, 4), ()]


def drawn(seed, scale=1.0):
    generator = torch.Generator().manual_seed(seed)
    return [scale * torch.randn(shape, generator=generator) for shape in SHAPES]


def gradients(step):
    return drawn(100 + step, scale=10.0 ** (step % 3 - 2))


@pytest.mark.parametrize("how", ["kernel", "formula"])
def test_its_steps_are_those_of_torch(how):
    theirs = [torch.nn.Parameter(p) for p in drawn(0)]
    optimizer = torch.optim.Adam(theirs, lr=0.1)
    adam = Adam(drawn(0))
    for step in range(50):
        rate = 0.1 / (step + 1)
        optimizer.param_groups[0]["lr"] = rate
        for parameter, gradient in zip(theirs, gradients(step), strict=True):
            parameter.grad = gradient
        optimizer.step()
        if how == "kernel":
            adam.step(gradients(step), rate)
        else:
            for parts in zip(adam.parameters, gradients(step), adam.first, adam.second, strict=True):
                update(*parts, *step_size(step + 1, rate))
    for ours, other, start in zip(adam.parameters, theirs, drawn(0), strict=True):
        assert torch.allclose(ours, other.detach(), rtol=1e-5, atol=1e-6)
        assert (ours != start).all()


def test_a_loss_is_descended_and_what_it_does_not_depend_on_stays():
    place, idle = torch.nn.Parameter(torch.tensor([3.0, -2.0])), torch.nn.Parameter(torch.ones(2))
    adam = Adam([place, idle])
    for _ in range(300):
        adam.descend(place.square().sum(), 0.1)
    assert place.detach().norm() < 0.05
    assert (idle == 1).all()
    assert place.grad is None


@pytest.mark.parametrize("steps", [2, 3, 7, 10, 1000])
def test_the_schedule_is_that_of_torch(steps):
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], 1.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, 0.02, total_steps=steps, cycle_momentum=False)
    for step in range(steps):
        assert one_cycle(step, steps, 0.02) == pytest.approx(optimizer.param_groups[0]["lr"], rel=1e-9, abs=1e-15)
        optimizer.step()
        if step + 1 < steps:
            schedule.step()


def test_no_step_imports_the_compiler():
    """That import holds the window up for seconds."""
    code = (
        "import sys, torch; from vaegui.adam import Adam; before = len(sys.modules)\n"
        "p = torch.nn.Parameter(torch.ones(3)); Adam([p]).descend(p.sum(), 0.1)\n"
        "assert 'torch._dynamo' not in sys.modules; assert len(sys.modules) - before < 50"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
