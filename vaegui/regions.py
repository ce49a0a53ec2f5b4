"""Regions of highest posterior density: the smallest ones that hold a given share of p(z|x), as outlines to draw."""

from __future__ import annotations

from typing import NamedTuple

import contourpy
import numpy as np
import scipy.ndimage

from vaegui.quadrature import Mosaic

SHARES = (0.5, 0.9, 0.99)
FLOOR = 20.0  # nats below the greatest density: what is said of places without a tile
SMOOTHER = 3  # times as many nodes, by cubic splines of the log-density, for outlines
MOST_CELLS = 40_000  # of an island that is made smoother
SMALLEST_MODE = 0.005  # share of the posterior


class Mode(NamedTuple):
    """One island of the region that holds 99 %."""

    share: float  # of the whole posterior
    place: tuple[float, float]  # of its greatest density
    box: tuple[float, float, float, float]  # left, bottom, right, top


class Regions(NamedTuple):
    """The regions that hold `SHARES` of a posterior in two dimensions."""

    outlines: tuple[tuple[np.ndarray, ...], ...]  # for each share, closed lines (M, 2)
    modes: tuple[Mode, ...]  # the greatest share first


def regions(found: Mosaic) -> Regions:
    """Find the regions of highest density of a posterior in two dimensions, island by island of its tiles."""
    density = found.log_density.cpu().numpy()  # (T, 8, 8)
    side = density.shape[1]
    cell = found.spacing**2
    ordered = np.sort(density.ravel())[::-1]
    held = np.exp(ordered).cumsum() * cell
    levels = [ordered[min(int(np.searchsorted(held, share * held[-1])), len(ordered) - 1)] for share in SHARES]
    floor = ordered[0] - FLOOR
    corner = found.corner.cpu().numpy()
    origin = corner.min(0)
    tiles = np.rint((corner - origin) / (side * found.spacing)).astype(int)  # (T, 2)
    plan = np.zeros(tiles.max(0) + 1, bool)
    plan[tuple(tiles.T)] = True
    islands, _ = scipy.ndimage.label(plan, np.ones((3, 3)))
    outlines: list[list[np.ndarray]] = [[] for _ in SHARES]
    modes: list[Mode] = []
    for number, (columns, rows) in enumerate(scipy.ndimage.find_objects(islands), start=1):
        own = np.flatnonzero(islands[tuple(tiles.T)] == number)
        # A margin of one node on all sides closes outlines that end at the edge of the tiles.
        shape = (side * (columns.stop - columns.start) + 2, side * (rows.stop - rows.start) + 2)
        table = np.full(shape, floor)
        for tile in own:
            a, b = (tiles[tile] - (columns.start, rows.start)) * side + 1
            table[a : a + side, b : b + side] = np.maximum(density[tile], floor)
        start = origin + np.array([columns.start, rows.start]) * side * found.spacing - found.spacing / 2
        modes += _modes(table, levels[-1], start, found.spacing)
        step = found.spacing
        if table.size <= MOST_CELLS:
            finer = [(n - 1) * SMOOTHER + 1 for n in shape]
            places = np.meshgrid(*(np.linspace(0, n - 1, m) for n, m in zip(shape, finer, strict=True)), indexing="ij")
            table = scipy.ndimage.map_coordinates(table, places, order=3, mode="nearest")
            step /= SMOOTHER
        axes = [start[axis] + step * np.arange(table.shape[axis]) for axis in (0, 1)]
        lines = contourpy.contour_generator(axes[0], axes[1], table.T, line_type="Separate")
        for known, level in zip(outlines, levels, strict=True):
            known += lines.lines(level)  # type: ignore[arg-type]
    modes = [mode for mode in modes if mode.share >= SMALLEST_MODE]
    return Regions(tuple(tuple(lines) for lines in outlines), tuple(sorted(modes, reverse=True)))


def _modes(table: np.ndarray, level: float, start: np.ndarray, spacing: float) -> list[Mode]:
    labels, count = scipy.ndimage.label(table >= level, np.ones((3, 3)))
    found = []
    for number, (columns, rows) in enumerate(scipy.ndimage.find_objects(labels), start=1):
        own = np.where(labels[columns, rows] == number, table[columns, rows], -np.inf)
        top = np.unravel_index(own.argmax(), own.shape) + np.array([columns.start, rows.start])
        place = start + spacing * top
        low = start + spacing * (np.array([columns.start, rows.start]) - 0.5)
        high = start + spacing * (np.array([columns.stop, rows.stop]) - 0.5)
        share = float(np.exp(own).sum() * spacing**2)
        found.append(Mode(share, (float(place[0]), float(place[1])), (*low.tolist(), *high.tolist())))
    assert count == len(found)
    return found
