"""Adam and the one-cycle schedule.

torch's own optimiser imports a thousand modules at its first step, which holds Python's lock for seconds and the window
with it, and spends 0.3 ms of Python on every step. This one calls the same kernel, and its state is plain tensors that
a compiled step can move as well. `tests/test_adam.py` compares both.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import torch
from torch import Tensor

BETA1, BETA2, EPSILON = 0.9, 0.999, 1e-8


class Adam:
    """Adam (Kingma & Ba 2015), without weight decay, on some parameters."""

    def __init__(self, parameters: Sequence[Tensor]) -> None:
        self.parameters = list(parameters)
        self.first = [torch.zeros_like(p) for p in parameters]  # of gradients
        self.second = [torch.zeros_like(p) for p in parameters]  # of their squares
        self.count = 0
        self._count = torch.zeros((), device=self.parameters[0].device)  # as the kernel wants it

    def resume(self, first: Sequence[Tensor], second: Sequence[Tensor], count: int) -> None:
        """Take up what an optimiser of the same parameters had gathered after `count` steps."""
        for own, given in ((self.first, first), (self.second, second)):
            for here, there in zip(own, given, strict=True):
                here.copy_(there)
        self.count = count

    @torch.no_grad()
    def step(self, gradients: Sequence[Tensor], rate: float) -> None:
        """Move the parameters, in place, by gradients of the same shapes."""
        self.count += 1
        if self.parameters[0].device.type in ("cpu", "cuda"):
            torch._fused_adam_(
                self.parameters,
                list(gradients),
                self.first,
                self.second,
                [],
                [self._count.fill_(self.count)] * len(self.parameters),
                lr=rate,
                beta1=BETA1,
                beta2=BETA2,
                weight_decay=0.0,
                eps=EPSILON,
                amsgrad=False,
                maximize=False,
            )
            return
        for parts in zip(self.parameters, gradients, self.first, self.second, strict=True):
            update(*parts, *step_size(self.count, rate))

    def descend(self, loss: Tensor, rate: float) -> None:
        """Move the parameters down the gradient of a loss."""
        self.step(torch.autograd.grad(loss, self.parameters, materialize_grads=True), rate)


def step_size(count: int, rate: float) -> tuple[float, float]:
    """What `update` needs to know of the `count`-th step: its size, and the factor of the root of the second moment."""
    return rate / (1 - BETA1**count), (1 - BETA2**count) ** -0.5


def update(
    parameter: Tensor, gradient: Tensor, first: Tensor, second: Tensor, size: float | Tensor, root: float | Tensor
) -> None:
    """The formula, for one parameter, in place."""
    first.lerp_(gradient, 1 - BETA1)
    second.mul_(BETA2).addcmul_(gradient, gradient, value=1 - BETA2)
    parameter.sub_(size * first / (second.sqrt() * root + EPSILON))


def one_cycle(step: int, steps: int, peak: float) -> float:
    """The learning rate of a step (from 0) of several: up to the peak and down to nothing, along cosines.

    Smith & Topin 2018, with the shape that torch's OneCycleLR gives it: it starts at a 25th of the peak, is there after
    three tenths of the steps, and ends at a 250,000th.
    """
    start, end, turn = peak / 25, peak / 25e4, 0.3 * steps - 1

    def between(first: float, last: float, share: float) -> float:
        return last + (first - last) / 2 * (1 + math.cos(math.pi * share))

    if step <= turn:
        return between(start, peak, step / turn)
    return between(peak, end, (step - turn) / (steps - 1 - turn))
