"""Codes that are too many for one turn of the event loop: put into the order in which they are drawn, coloured, sorted
and looked through in a thread. Plain arrays, no window.

Of N codes there is, besides the codes themselves and their labels: where they are in drawing order (8 N bytes), which
they are (4 N) and their ranks (4 N); those that are drawn (13 N); the index that finds what is near (16 N).
"""

from __future__ import annotations

from functools import cached_property
from typing import NamedTuple

import numpy as np

from vaegui.plane import MANY
from vaegui.ui.brush import BLOCK, Box, Lasso, replay
from vaegui.ui.map_layers import drawing_order
from vaegui.ui.nearest import Places, PointIndex, sort_points

SAMPLE = 200_000  # codes that a lasso looks at while it is drawn


class Arranged(NamedTuple):
    """What a `PointsLayer` draws: see its `set_arranged`."""

    points: np.ndarray  # (M, 2)
    which: np.ndarray  # (M,) the colour of each
    ranks: np.ndarray  # (M,) from the highest on, if they are many


class Throng:
    """Codes (N, 2) with labels (N,). Whatever is asked for takes long, and comes from one thread at a time."""

    def __init__(self, codes: np.ndarray, labels: np.ndarray) -> None:
        self._codes, self._labels = codes, labels
        self._all: tuple[object, frozenset[int], Arranged] | None = None  # that was asked for last
        self._places: tuple[frozenset[int], Places] | None = None

    @cached_property
    def ranks(self) -> np.ndarray:
        """Codes that are drawn lie on those of lower rank, (N,) int32: as in `PointsLayer`."""
        ranks: np.ndarray = drawing_order.__wrapped__(len(self._codes))  # of which no other map has a use
        return ranks

    @cached_property
    def _order(self) -> np.ndarray:
        """Those that are finite, from the top down, (M,) int32."""
        order = np.empty(len(self.ranks), np.int32)
        for start in range(0, len(order), BLOCK):  # so that none holds Python's lock for long
            ranks = self.ranks[start : start + BLOCK]
            order[ranks] = np.arange(start, start + len(ranks), dtype=np.int32)
        order = order[::-1]
        finite: np.ndarray = order[np.isfinite(self._codes).all(1)[order]]
        return finite

    @cached_property
    def _points(self) -> np.ndarray:
        """Where those are, (M, 2), x and y each in one piece."""
        return np.stack([self._codes[:, axis].take(self._order) for axis in (0, 1)]).T

    @cached_property
    def _index(self) -> PointIndex:
        steps = sort_points(self._codes)
        while True:
            try:
                next(steps)
            except StopIteration as done:
                index: PointIndex = done.value
                return index

    def is_shown(self, hidden: frozenset[int]) -> np.ndarray | None:
        """Which codes are of classes that are shown, (N,); None for all."""
        if not hidden:
            return None
        table = ~np.isin(np.arange(self._labels.max(initial=-1) + 1), list(hidden))
        shown: np.ndarray = table[self._labels]
        return shown

    def arranged(self, which: np.ndarray, hidden: frozenset[int]) -> Arranged:
        """All codes that are shown, in colours (N,)."""
        if self._all is None or self._all[0] is not which or self._all[1] != hidden:
            shown = self.is_shown(hidden)
            self._all = (which, hidden, self._ordered(which, shown))
        return self._all[2]

    def selected(self, which: np.ndarray, hidden: frozenset[int], rows: np.ndarray) -> Arranged:
        """Those of some codes (their numbers) that are shown."""
        shown = self.is_shown(hidden)
        if len(rows) > MANY:
            marked = np.zeros(len(self._codes), bool)
            marked[rows] = True
            return self._ordered(which, marked if shown is None else marked & shown)
        rows = rows if shown is None else rows[shown[rows]]
        rows = rows[np.isfinite(self._codes[rows]).all(1)]
        return Arranged(self._codes[rows], which[rows].astype(np.uint8), self.ranks[rows])

    def places(self, hidden: frozenset[int]) -> Places:
        """What is near to where, among all codes and among those that are shown."""
        if self._places is None or self._places[0] != hidden:
            self._places = (hidden, Places.of(self._codes, self._index.showing(self.is_shown(hidden))))
        return self._places[1]

    def inside(self, brush: Lasso | Box, hidden: frozenset[int]) -> np.ndarray:
        """The numbers of the codes that are shown and that a brush holds."""
        inside, shown = replay(brush, self._codes), self.is_shown(hidden)
        return np.flatnonzero(inside if shown is None else inside & shown)

    def _ordered(self, which: np.ndarray, chosen: np.ndarray | None) -> Arranged:
        order, points = self._order, self._points
        colours = which.take(order).astype(np.uint8)
        ranks = self.ranks.take(order)
        if chosen is not None and not (among := chosen.take(order)).all():
            points = np.stack([points[:, axis][among] for axis in (0, 1)]).T
            colours, ranks = colours[among], ranks[among]
        return Arranged(points, colours, ranks)
