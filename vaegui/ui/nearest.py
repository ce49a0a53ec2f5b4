"""Which of many points on a plane lie near a place: exact answers in well under a millisecond for a million points."""

from __future__ import annotations

import copy
import math
from collections.abc import Generator

import numpy as np

MANY = 30_000  # points from which on sorting them pays
FILL = 32  # points a cell should hold
MOST_CELLS = 256  # along an axis: numbers of cells fit 16 bits, which numpy sorts by radix
BINS = 1 << 16  # along an axis; of them cells are made
SAMPLE = 4096  # points that show where most points are
CHUNK = 1 << 15  # points at a time, so that what is computed on the way stays in the processor's cache
BOUNDED = 1 << 18  # points at a time, during which Python's lock is held
FEW = 64  # cells whose points are looked at before those of more


class Places:
    """Points (N, 2) on a plane, all or some of them shown, and what is near.

    Points that are not finite are near nothing. Few points are looked at one and all, and many, too, until they are
    sorted: each of the first questions does a part of that, so that none takes long. No answer depends on it.
    """

    def __init__(self, points: np.ndarray) -> None:
        self._points = points
        self._shown: np.ndarray | None = None
        self._sorting = sort_points(points)
        self._index: PointIndex | None = None

    def __len__(self) -> int:
        return len(self._points)

    @property
    def is_sorted(self) -> bool:
        """Whether enough was asked for the points to be sorted."""
        return self._index is not None

    @classmethod
    def of(cls, points: np.ndarray, index: PointIndex) -> Places:
        """Points that somebody has sorted, of which those are shown that the index says."""
        places = cls(points)
        places._index, places._shown = index, index.shown
        return places

    def set_shown(self, shown: np.ndarray | None) -> None:
        """Say which points `nearest` may find, (N,) bool; None for all."""
        self._shown = shown

    def nearest(self, x: float, y: float, reach: float = math.inf) -> int:
        """The shown point that is nearest to a place and no farther than `reach`, of several the first; or −1."""
        if (index := self._find_index()) is not None:
            return index.nearest(x, y, reach, self._shown)
        distances = self._distances(x, y)
        distances[~(distances <= _square(reach))] = np.inf
        if self._shown is not None:
            distances[~self._shown] = np.inf
        nearest = int(distances.argmin()) if len(distances) else -1
        return nearest if nearest >= 0 and distances[nearest] < np.inf else -1

    def within(self, x: float, y: float, reach: float) -> np.ndarray:
        """Which points, shown or not, are no farther from a place than `reach`: their numbers, in no order."""
        if (index := self._find_index()) is not None:
            return index.within(x, y, reach)
        return np.flatnonzero(self._distances(x, y) <= _square(reach))

    def _find_index(self) -> PointIndex | None:
        if self._index is None and len(self._points) >= MANY:
            try:
                next(self._sorting)
            except StopIteration as done:
                self._index = done.value
        return self._index

    def _distances(self, x: float, y: float) -> np.ndarray:
        """Squared distances of all points from a place, (N,)."""
        with np.errstate(over="ignore", invalid="ignore"):
            distances: np.ndarray = np.square(np.subtract(self._points[:, 0], x, dtype=float))
            distances += np.square(np.subtract(self._points[:, 1], y, dtype=float))
        return distances


class PointIndex:
    """Points sorted into the cells of a grid whose columns and rows hold about as many points each; see `sort_points`.

    So a few points far out, or a dense clump, take nothing from the others. A query first bounds the distance of every
    cell from below, and then looks only at the points in cells that can matter. The bounds are those of the points
    themselves, and rounding is monotone: answers are those of a look at every point, down to the last bit.
    """

    def __init__(
        self, rows: np.ndarray, x: np.ndarray, y: np.ndarray, starts: np.ndarray, edges: tuple[np.ndarray, ...]
    ) -> None:
        self._rows, self._x, self._y = rows, x, y  # (M,) which points there are, cell by cell, and where
        self._starts = starts  # (cells + 1,)
        self._edges = tuple(ends.astype(float) for ends in edges)  # least and greatest x of each column, y of each row
        self._shown_of_all: np.ndarray | None = None  # (N,), or all
        self._shown: np.ndarray | None = None  # (M,), or all
        self._closed = self._closed_cells()

    @property
    def shown(self) -> np.ndarray | None:
        """Which points `nearest` was last asked for, (N,) bool; None for all."""
        return self._shown_of_all

    def showing(self, shown: np.ndarray | None) -> PointIndex:
        """The same points, prepared for questions about those that are shown."""
        other = copy.copy(self)
        other._show(shown)
        return other

    def _show(self, shown: np.ndarray | None) -> None:
        self._shown_of_all, self._shown = shown, None if shown is None else shown.take(self._rows)
        self._closed = self._closed_cells()

    def nearest(self, x: float, y: float, reach: float, shown: np.ndarray | None) -> int:
        """See `Places.nearest`; shown (N,) bool."""
        if shown is not self._shown_of_all:
            self._show(shown)
        with np.errstate(over="ignore"):
            most = _square(reach)
            least = self._least_distances(x, y) + self._closed
            cell = int(least.argmin())
            if least[cell] == np.inf or least[cell] > most:
                return -1
            rows, distances = self._look(slice(self._starts[cell], self._starts[cell + 1]), x, y)
            best = distances.min()
            rivals = np.flatnonzero(least <= min(best, most))
            if len(rivals) > FEW:
                some = rivals[np.argpartition(least[rivals], FEW)[:FEW]]
                best = min(best, self._look(self._members(some), x, y)[1].min())
                rivals = rivals[least[rivals] <= min(best, most)]
            if len(rivals) > 1:
                rows, distances = self._look(self._members(rivals), x, y)
                best = distances.min()
        return int(rows[distances == best].min()) if best < np.inf and best <= most else -1

    def within(self, x: float, y: float, reach: float) -> np.ndarray:
        """See `Places.within`."""
        with np.errstate(over="ignore"):
            most = _square(reach)
            members = self._members(np.flatnonzero(self._least_distances(x, y) <= most))
            found: np.ndarray = self._rows[members[self._distances(members, x, y) <= most]]
        return found

    def _closed_cells(self) -> np.ndarray:
        """Infinity for cells without a point that is shown, else 0: (cells,)."""
        counts = np.diff(self._starts)
        if self._shown is not None:
            counts = np.diff(_running_count(self._shown)[self._starts])
        closed: np.ndarray = np.where(counts > 0, 0.0, np.inf)
        return closed

    def _least_distances(self, x: float, y: float) -> np.ndarray:
        """What the squared distance of a cell's points is at least, (cells,)."""
        left, right, low, high = self._edges
        dx = np.maximum(np.maximum(left - x, x - right), 0)
        dy = np.maximum(np.maximum(low - y, y - high), 0)
        least: np.ndarray = np.add.outer(np.square(dx), np.square(dy)).ravel()
        return least

    def _members(self, cells: np.ndarray) -> np.ndarray:
        """Where the points of some cells are in the arrays of this index."""
        starts, ends = self._starts[cells], self._starts[cells + 1]
        counts = ends - starts
        members: np.ndarray = np.arange(counts.sum()) + np.repeat(ends - np.cumsum(counts), counts)
        return members

    def _look(self, members: slice | np.ndarray, x: float, y: float) -> tuple[np.ndarray, np.ndarray]:
        """Numbers of points and their squared distances, infinite for those that are not shown."""
        distances = self._distances(members, x, y)
        if self._shown is not None:
            distances[~self._shown[members]] = np.inf
        return self._rows[members], distances

    def _distances(self, members: slice | np.ndarray, x: float, y: float) -> np.ndarray:
        """Squared distances of points from a place."""
        dx, dy = np.subtract(self._x[members], x, dtype=float), np.subtract(self._y[members], y, dtype=float)
        distances: np.ndarray = np.square(dx) + np.square(dy)
        return distances


def sort_points(points: np.ndarray) -> Generator[None, None, PointIndex]:
    """Sort points (N, 2), in steps that take about 10 ms each for a million points."""
    x, y = points.T
    rows = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
    if len(rows) < len(points):
        x, y = x[rows], y[rows]
    yield
    side = min(max(math.isqrt(len(rows) // FILL), 1), MOST_CELLS)
    across = _shares(x, side)
    yield
    up = _shares(y, side)
    yield
    edges = (*_bounds(x, across, side), *_bounds(y, up, side))
    yield
    cells = across * np.uint16(side) + up
    order = np.argsort(cells, kind="stable")
    yield
    starts = np.append(0, np.cumsum(_counts(cells, side**2)))
    rows = rows[order]
    yield
    return PointIndex(rows, x[order], y[order], starts, edges)


def _square(reach: float) -> float:
    """As numpy squares distances, infinity included."""
    with np.errstate(over="ignore"):
        return float(np.square(np.float64(reach)))


def _shares(values: np.ndarray, count: int) -> np.ndarray:
    """Cut an axis into `count` intervals with about as many values each; which one each value is in, (N,) uint16."""
    if count == 1:
        return np.zeros(len(values), np.uint16)
    # A sample says where most values are; the few farther out than that share the bins at the ends.
    low, high = np.percentile(values[:: max(len(values) // SAMPLE, 1)], [5, 95])
    bins = np.empty(len(values), np.uint16)
    with np.errstate(over="ignore", invalid="ignore"):
        low, high = max(2 * low - high, values.min()), min(2 * high - low, values.max())
        scale = BINS / (high - low) if high > low else 0.0
        for start in range(0, len(values), CHUNK):
            scaled = (values[start : start + CHUNK] - low) * scale
            np.fmax(scaled, 0, out=scaled)
            np.minimum(scaled, BINS - 1, out=scaled)
            bins[start : start + CHUNK] = scaled
    counts = _counts(bins, BINS)
    middles = np.cumsum(counts) - (counts + 1) // 2
    shares: np.ndarray = (middles * count // len(values)).astype(np.uint16)[bins]
    return shares


def _counts(values: np.ndarray, most: int) -> np.ndarray:
    """How many of the values are 0, 1, …, most − 1."""
    counts = np.zeros(most, np.int64)
    for start in range(0, len(values), BOUNDED):
        counts += np.bincount(values[start : start + BOUNDED], minlength=most)
    return counts


def _running_count(shown: np.ndarray) -> np.ndarray:
    """How many of the first 0, 1, …, M are shown, (M + 1,)."""
    counts = np.zeros(len(shown) + 1, np.int64)
    for start in range(0, len(shown), BOUNDED):
        part = counts[start + 1 : start + 1 + BOUNDED]
        np.cumsum(shown[start : start + BOUNDED], out=part)
        part += counts[start]
    return counts


def _bounds(values: np.ndarray, shares: np.ndarray, count: int) -> tuple[np.ndarray, np.ndarray]:
    """The least and the greatest value of each share, (count,); infinite the wrong way round where there is none."""
    least, greatest = np.full(count, np.inf, values.dtype), np.full(count, -np.inf, values.dtype)
    for start in range(0, len(values), BOUNDED):
        part = slice(start, start + BOUNDED)
        np.minimum.at(least, shares[part], values[part])
        np.maximum.at(greatest, shares[part], values[part])
    return least, greatest
