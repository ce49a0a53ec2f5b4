"""Everything slow is a generator that yields how far it is and returns its result; here is how to run one."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Generator
from contextlib import closing
from typing import Any, TypeVar

Result = TypeVar("Result")
Told = TypeVar("Told")


def finish(steps: Generator[Any, None, Result]) -> Result:
    """Run a generator to its end, and return its result."""
    try:
        while True:
            next(steps)
    except StopIteration as done:
        result: Result = done.value
        return result


def telling(steps: Generator[Any, None, Result], say: Callable[[Any], Told]) -> Generator[Told, None, Result]:
    """Go through a generator with something else in place of what it yields; it is closed when this is."""
    with closing(steps):
        while True:
            try:
                item = next(steps)
            except StopIteration as done:
                return done.value  # type: ignore[no-any-return]
            yield say(item)


def at_share(steps: Generator[Any, None, Result], share: float) -> Generator[float, None, Result]:
    """Go through a generator that does not know how far it is; each of its steps is one of these."""
    return telling(steps, lambda _: share)


def counted(steps: Generator[Any, None, Result], most: int) -> Generator[float, None, Result]:
    """Go through a generator that takes `most` steps or fewer, and does not know how far it is."""
    number = itertools.count(1)
    return telling(steps, lambda _: min(next(number) / most, 1.0))


def part_of(steps: Generator[float, None, Result], start: float, size: float) -> Generator[float, None, Result]:
    """Go through a generator of the share done as a part of something longer, which it takes from `start` on."""
    return telling(steps, lambda share: start + size * share)
