"""What a training needs, beside its config and its images, to go on as if it had never stopped."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from vaegui.families import TrainConfig
from vaegui.models import ImageShape, Model, ModelConfig, Weights
from vaegui.phases import phases_of
from vaegui.settings import UserError
from vaegui.tensors import Spec, spec_of
from vaegui.words import tr

MOST_RANDOM = 10_000  # bytes of a generator's state: 5,056 on a CPU, 16 on a GPU
COUNTS = ("phase", "step", "first_step", "updates", "summed")
SCORES = ("epoch", "best_epoch", "best_score", "best_bound")


@dataclass(frozen=True)
class State:
    """A training between two steps, on the CPU.

    Leave out the state of a random generator, Adam's moments or the order of the epoch, and the losses that follow are
    others.
    """

    phase: int  # its place among the phases
    step: int  # taken so far, in all phases
    first_step: int  # taken before this phase began
    updates: int  # by Adam in this phase
    weights: Weights
    first: list[Tensor]  # Adam's moments, in the order of the phase's parameters
    second: list[Tensor]
    order: Tensor  # (N,) int64, the rows of the epoch that was begun; empty between epochs
    sums: Tensor  # (3,) of that epoch: bound, rate, distortion
    summed: int  # images in them
    noise: Tensor  # uint8, the generators' states
    shuffle: Tensor
    best: Weights  # of this phase; empty before its first epoch is over
    epoch: float  # how many it has had, in all phases
    best_epoch: float
    best_score: float
    best_bound: float

    def to_tensors(self) -> dict[str, Tensor]:
        """Put it into a flat table, as a safetensors file holds one; weights that occur twice are stored once."""
        is_best = self.best.keys() == self.weights.keys() and all(
            torch.equal(self.best[name], value) for name, value in self.weights.items()
        )
        table = {
            "counts": torch.tensor([getattr(self, name) for name in COUNTS]),
            "scores": torch.tensor([getattr(self, name) for name in SCORES], dtype=torch.float64),
            "has_best": torch.tensor([bool(self.best), is_best]),
        }
        table |= {name: getattr(self, name) for name in ("order", "sums", "noise", "shuffle")}
        table |= {f"weights.{name}": value for name, value in self.weights.items()}
        table |= {} if is_best else {f"best.{name}": value for name, value in self.best.items()}
        for name in ("first", "second"):
            table |= {f"{name}.{place}": value for place, value in enumerate(getattr(self, name))}
        return table

    @classmethod
    def from_tensors(cls, table: Mapping[str, Tensor]) -> State:
        """Read it back, once `is_plausible` has looked at the names, types and shapes.

        Raises:
            UserError: when its numbers contradict one another.
        """

        def part(start: str) -> Weights:
            return {name.removeprefix(start): value for name, value in table.items() if name.startswith(start)}

        numbers: dict[str, Any] = dict(zip(COUNTS, table["counts"].tolist(), strict=True))
        numbers |= dict(zip(SCORES, table["scores"].tolist(), strict=True))
        has_best, is_best = table["has_best"].tolist()
        weights = part("weights.")
        moments = range(sum(name.startswith("first.") for name in table))
        state = cls(
            **numbers,
            weights=weights,
            best=(weights if is_best else part("best.")) if has_best else {},
            first=[table[f"first.{place}"] for place in moments],
            second=[table[f"second.{place}"] for place in moments],
            order=table["order"],
            sums=table["sums"],
            noise=table["noise"],
            shuffle=table["shuffle"],
        )
        order = state.order
        if (
            not 0 <= state.first_step <= state.step
            or min(state.updates, state.summed) < 0
            or bool(state.best) != bool(has_best)
            or not math.isfinite(state.epoch + state.best_epoch)
            or (
                len(order)
                and (int(order.min()), int(order.max()), len(order.unique())) != (0, len(order) - 1, len(order))
            )
            or not all(bool(t.isfinite().all()) for t in (*weights.values(), *state.first, *state.second))
            or not all(bool(t.isfinite().all()) for t in state.best.values())
        ):
            raise UserError(tr("what it says of the training contradicts itself"))
        return state


def is_plausible(
    model: ModelConfig, training: TrainConfig, image_shape: ImageShape
) -> Callable[[Mapping[str, Spec]], bool]:
    """Tell by types and shapes alone, before anything is read, whether a table can be a state of this training."""
    with torch.device("meta"):
        expected = Model(model, image_shape)
    weights = {name: spec_of(value) for name, value in expected.state_dict().items()}
    moved = [[spec_of(p) for p in phase.parameters] for phase in phases_of(expected, training)]

    def check(found: Mapping[str, Spec]) -> bool:
        fixed = {
            "counts": Spec(torch.int64, (len(COUNTS),)),
            "scores": Spec(torch.float64, (len(SCORES),)),
            "has_best": Spec(torch.bool, (2,)),
            "sums": Spec(torch.float32, (3,)),
        }
        free = {"order": torch.int64, "noise": torch.uint8, "shuffle": torch.uint8}
        if any(found.get(name) != spec for name, spec in fixed.items()):
            return False
        for name, dtype in free.items():
            if name not in found or found[name][0] != dtype or len(found[name][1]) != 1:
                return False
        if max(found["noise"][1][0], found["shuffle"][1][0]) > MOST_RANDOM:
            return False
        rest = {name: spec for name, spec in found.items() if name not in fixed and name not in free}
        wanted = {f"weights.{name}": spec for name, spec in weights.items()}
        best = {f"best.{name}": spec for name, spec in weights.items()}
        for parameters in moved:
            moments = {f"{m}.{place}": spec for m in ("first", "second") for place, spec in enumerate(parameters)}
            if rest in (wanted | moments, wanted | moments | best):
                return True
        return False

    return check


def random_state(generator: torch.Generator) -> Tensor:
    """The state of a generator, as bytes."""
    return generator.get_state().clone()


def set_random_state(generator: torch.Generator, stored: Tensor, otherwise: int) -> None:
    """Put a generator into a stored state or, where that is of another kind of device, seed it anew.

    Raises:
        UserError: when the state is none.
    """
    if len(stored) != len(generator.get_state()):
        generator.manual_seed(otherwise)
        return
    try:
        generator.set_state(stored.clone())
    except RuntimeError:
        raise UserError(tr("The state of this run is broken: what it says of the random generators is none.")) from None
