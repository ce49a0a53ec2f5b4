"""Everything slow is a generator that yields how far it is and returns its result; here is how to run one."""

from __future__ import annotations

from collections.abc import Generator
from contextlib import closing
from typing import Any, TypeVar

Result = TypeVar("Result")


def finish(steps: Generator[Any, None, Result]) -> Result:
    """Run a generator to its end, and return its result."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        result: Result = done.value
        return result


def at_share(steps: Generator[Any, None, Result], share: float) -> Generator[float, None, Result]:
    """Go through a generator that does not know how far it is; each of its steps is one of these."""
    with closing(steps):
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            yield share


def counted(steps: Generator[Any, None, Result], most: int) -> Generator[float, None, Result]:
    """Go through a generator that takes `most` steps or fewer, and does not know how far it is."""
    number = 0
    with closing(steps):
        while True:
            try:
                next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            number += 1
            yield min(number / most, 1.0)


def part_of(steps: Generator[float, None, Result], start: float, size: float) -> Generator[float, None, Result]:
    """Go through a generator of the share done as a part of something longer, which it takes from `start` on."""
    with closing(steps):
        while True:
            try:
                share = next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            yield start + size * share
