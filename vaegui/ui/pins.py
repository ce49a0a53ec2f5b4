"""Pins: the places that a path leads through."""

from __future__ import annotations

from dataclasses import dataclass

Place = tuple[float, float]


@dataclass(frozen=True)
class Pin:
    """A named place on the map of the open run; where it was put on a code, it belongs to that image."""

    name: str
    place: Place
    row: int | None = None  # of the test image
    code: tuple[float, ...] = ()  # all of it, where it has more dimensions than a place


def next_name(pins: tuple[Pin, ...]) -> str:
    """A number that no pin has yet."""
    taken = {pin.name for pin in pins}
    return next(str(n) for n in range(1, len(pins) + 2) if str(n) not in taken)
