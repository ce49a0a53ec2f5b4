"""Which points a lasso or a box holds, kept up to date while it is drawn. Plain arrays, no window."""

from __future__ import annotations

import numpy as np


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
