"""Which points a lasso or a box holds, kept up to date while it is drawn. Plain arrays, no window."""

from __future__ import annotations

import numpy as np

BLOCK = 1 << 18  # points at a time
CELLS = 256  # along an axis


class Lasso:
    """A freehand outline. A point is inside when a ray from it crosses the outline an odd number of times.

    Each new corner adds or takes away the triangle between it, the corner before and the first one: the points in that
    triangle change sides. So a move costs one look at every point, however long the outline is.
    """

    def __init__(self, points: np.ndarray, x: float, y: float) -> None:
        self._points = points  # (N, 2)
        self.corners = [(x, y)]
        self.inside = np.zeros(len(points), bool)

    def move_to(self, x: float, y: float) -> None:
        """Draw on to a place."""
        if len(self.corners) > 1:
            self.inside ^= _in_triangle(self._points, np.array((self.corners[0], self.corners[-1], (x, y))))
        self.corners.append((x, y))


class Box:
    """A rectangle between where the button went down and where the pointer is."""

    def __init__(self, points: np.ndarray, x: float, y: float) -> None:
        self._points = points
        self._start = (x, y)
        self.corners = [(x, y)]
        self.inside = np.zeros(len(points), bool)

    def move_to(self, x: float, y: float) -> None:
        """Put the other corner at a place."""
        (left, right), (low, high) = sorted((self._start[0], x)), sorted((self._start[1], y))
        self.corners = [(left, low), (right, low), (right, high), (left, high)]
        px, py = self._points.T
        self.inside = (px >= left) & (px <= right) & (py >= low) & (py <= high)


def replay(brush: Lasso | Box, points: np.ndarray) -> np.ndarray:
    """Which other points (N, 2) a brush holds that was drawn, (N,), block by block.

    The outline of a lasso crosses few of the cells of a grid: all points of another cell are inside as its middle is,
    and only those of cells near the outline are looked at one by one.
    """
    corners = np.array(brush.corners)
    inside = np.zeros(len(points), bool)
    low, high = corners.min(0), corners.max(0)
    size = np.maximum((high - low) / CELLS, 1e-300)
    is_crossed, is_inside = _cells(brush, low, size) if isinstance(brush, Lasso) else (None, None)
    for start in range(0, len(points), BLOCK):
        x, y = points[start : start + BLOCK].T
        near = np.flatnonzero((x >= low[0]) & (x <= high[0]) & (y >= low[1]) & (y <= high[1]))
        places = points[start + near].astype(float)
        if is_crossed is not None and is_inside is not None:
            column, row = ((places - low) / size).astype(np.int64).clip(0, CELLS - 1).T
            inside[start + near] = is_inside[column, row]
            which = is_crossed[column, row]
            near, places = near[which], places[which]
        inside[start + near] = _held(brush, places)
    return inside


def _held(brush: Lasso | Box, points: np.ndarray) -> np.ndarray:
    """Which points (N, 2) a brush holds, (N,)."""
    again = type(brush)(points, *brush.corners[0])
    for corner in brush.corners[2:3] if isinstance(brush, Box) else brush.corners[1:]:
        again.move_to(*corner)
    return again.inside


def _cells(lasso: Lasso, low: np.ndarray, size: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Of the cells of a grid, those that the outline may cross, and those whose middles are inside: (columns, rows)."""
    crossed = np.zeros((CELLS + 2, CELLS + 2), bool)
    corners = np.array(lasso.corners)
    for a, b in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        steps = int(np.ceil(np.abs((b - a) / size).max())) + 1  # none longer than a cell
        along = a + (b - a) * np.linspace(0, 1, steps + 1)[:, None]
        column, row = ((along - low) / size).astype(np.int64).clip(0, CELLS - 1).T
        for right in (0, 1, 2):  # and the cells around, which a step may cut the corner of
            for up in (0, 1, 2):
                crossed[column + right, row + up] = True
    middles = np.stack(np.meshgrid(*(low[:, None] + size[:, None] * (np.arange(CELLS) + 0.5)), indexing="ij"), -1)
    return crossed[1:-1, 1:-1], _held(lasso, middles.reshape(-1, 2)).reshape(CELLS, CELLS)


def _in_triangle(points: np.ndarray, corners: np.ndarray) -> np.ndarray:
    """Count crossings of a ray to the right: triangles that share an edge share no point, and leave none out."""
    px, py = points.T
    near = np.flatnonzero((py >= corners[:, 1].min()) & (py <= corners[:, 1].max()))
    inside = np.zeros(len(points), bool)
    x, y = px[near], py[near]
    crossings = np.zeros(len(near), bool)
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        if ay > by:  # the same arithmetic for an edge whichever triangle it is seen from
            ax, ay, bx, by = bx, by, ax, ay
        if ay == by:
            continue
        spans = (ay <= y) & (y < by)
        crossings ^= spans & (x < ax + (y - ay) * ((bx - ax) / (by - ay)))
    inside[near] = crossings
    return inside
