"""Drawings as images: strokes on a canvas of several times a model's resolution, and what the model is given of it.

A canvas is ink, uint8 or float 0…255, (H·S, W·S) or (H·S, W·S, C). S × S of its pixels are a cell: a pixel of the
model's.
"""

from __future__ import annotations

import math

import numpy as np

CANVAS_SIDE = 280  # about as many pixels the longer side of a canvas has
MNIST_SIDE, MNIST_BOX = 28, 20  # pixels of an image of MNIST's, and of the box its digits were fitted into
BRUSH_SHARE = 2.9 / 28  # of the longer side, see `brush_width`
RIM = 1.0  # pixels of a canvas from full ink to none
FAINTEST = 0.1  # of the strongest ink: what is fainter can hardly be seen, and has no say in where a drawing is

Point = tuple[float, float]  # (x, y) from the upper left corner, in pixels of a canvas
Region = tuple[slice, slice]  # rows and columns


def canvas_scale(height: int, width: int) -> int:
    """How many pixels of a canvas a pixel of the model's is wide, S."""
    return max(1, round(CANVAS_SIDE / max(height, width)))


def brush_width(height: int, width: int) -> float:
    """The width of the brush to begin with, in pixels of the model.

    A digit that fills most of a canvas of 28 × 28 has strokes as thick as MNIST's after `as_mnist`. Those are 2.5
    pixels: twice the area over the perimeter of the contour at half ink, 2.1 to 2.9 for half of the training images.
    Strokes with a softer rim would have more grey pixels than MNIST's, whose greys come from the scaling alone.
    """
    return max(1.0, BRUSH_SHARE * max(height, width))


def shrink(canvas: np.ndarray, height: int, width: int) -> np.ndarray:
    """The mean of each cell, uint8 (C, H, W): an image whose pixels were repeated comes back as it was.

    Raises:
        ValueError: when the canvas is not S times as large.
    """
    scale = canvas.shape[0] // height
    if canvas.shape[:2] != (height * scale, width * scale):
        raise ValueError(f"a canvas of {canvas.shape[:2]} has no cells of {height} × {width} pixels")
    rows = canvas.reshape(height, scale, -1).sum(1, dtype=np.float32)  # whole rows first: half the time
    sums = rows.reshape(height, width, scale, -1).sum(2)
    means: np.ndarray = np.rint(sums / scale**2).astype(np.uint8)
    return means.transpose(2, 0, 1).copy()


def as_mnist(canvas: np.ndarray, side: int = MNIST_SIDE, box: int = MNIST_BOX) -> np.ndarray:
    """A grey drawing (h, w) the way MNIST's digits were made images, uint8 (1, side, side); black where there is none.

    The ink is scaled, its proportions kept, until it just fits into box × box pixels, each of which is the mean of the
    area it covers; then it is moved by whole pixels until its centre of mass is in the middle (LeCun, Bottou, Bengio &
    Haffner 1998, Gradient-based learning applied to document recognition, section III.A). That is within pixel
    number side/2 from 0, as it is in all of MNIST, so that MNIST's own digits stay as they are.
    """
    seen = canvas > FAINTEST * canvas.max(initial=0)
    rows, columns = np.flatnonzero(seen.any(1)), np.flatnonzero(seen.any(0))
    if not len(rows):
        return np.zeros((1, side, side), np.uint8)
    # How many pixels of the canvas one of the result is wide.
    step = (max(np.ptp(rows), np.ptp(columns)) + 1) / box
    # The field has room for the result wherever in the box the centre of mass is.
    margin, field = side // 2, side + box
    placed = _means(canvas, rows[0] - step * margin, step, field)
    placed = _means(placed.T, columns[0] - step * margin, step, field).T
    middles = np.arange(field) + 0.5
    top, left = (int((placed.sum(axis) * middles).sum() / placed.sum()) - margin for axis in (1, 0))
    top, left = (min(max(corner, 0), box) for corner in (top, left))
    image: np.ndarray = np.rint(placed[None, top : top + side, left : left + side]).clip(0, 255).astype(np.uint8)
    return image


def _means(ink: np.ndarray, start: float, step: float, count: int) -> np.ndarray:
    """Means of ink (n, m) over `count` intervals of its rows from a place on, each `step` long: (count, m)."""
    # Sums up to each edge and their differences: a matrix product would wake threads, which costs more than it saves.
    edges = (start + step * np.arange(count + 1)).clip(0, len(ink))
    last = np.minimum(edges.astype(int), len(ink) - 1)  # the row in which an edge is
    sums = ink.cumsum(0, dtype=np.float64)[last] + (edges - last - 1)[:, None] * ink[last]
    means: np.ndarray = np.diff(sums, axis=0) / step
    return means


def stroke(cover: np.ndarray, start: Point, end: Point, width: float) -> Region:
    """Draw a line with round ends into a cover, (h, w) uint8, where it adds; say what it touched.

    A cover says how much of each pixel a stroke hides, 0…255. Lines that meet are one stroke: nothing is hidden twice.
    """
    reach = (width + RIM) / 2
    columns, rows = (
        slice(max(0, math.floor(min(a, b) - reach)), max(0, min(size, math.ceil(max(a, b) + reach))))
        for a, b, size in zip(start, end, cover.shape[::-1], strict=True)
    )
    x = np.arange(columns.start, columns.stop, dtype=np.float32) + 0.5 - start[0]
    y = np.arange(rows.start, rows.stop, dtype=np.float32)[:, None] + 0.5 - start[1]
    dx, dy = end[0] - start[0], end[1] - start[1]
    along = ((x * dx + y * dy) / max(dx * dx + dy * dy, 1e-9)).clip(0, 1)
    distance = np.sqrt((x - along * dx) ** 2 + (y - along * dy) ** 2)
    hidden = ((reach - distance) * (255 / RIM) + 0.5).clip(0, 255).astype(np.uint8)
    np.maximum(cover[rows, columns], hidden, out=cover[rows, columns])
    return rows, columns


def cells(cover: np.ndarray, start: Point, end: Point, scale: int) -> Region:
    """Cover the whole cells of `scale` × `scale` pixels that a line passes through; say what was touched."""
    height, width = (size // scale for size in cover.shape)
    count = 4 * math.ceil(max(abs(end[0] - start[0]), abs(end[1] - start[1])) / scale) + 1
    columns, rows = (np.floor(np.linspace(a, b, count) / scale).astype(int) for a, b in zip(start, end, strict=True))
    inside = (rows >= 0) & (rows < height) & (columns >= 0) & (columns < width)
    if not inside.any():
        return slice(0, 0), slice(0, 0)
    rows, columns = rows[inside], columns[inside]
    cover.reshape(height, scale, width, scale)[rows, :, columns] = 255
    touched_rows, touched_columns = (slice(n.min() * scale, (n.max() + 1) * scale) for n in (rows, columns))
    return touched_rows, touched_columns


def inked(paper: np.ndarray, cover: np.ndarray, ink: np.ndarray) -> np.ndarray:
    """What is seen where ink (C,) covers paper (h, w, C), uint8."""
    share = cover[..., None].astype(np.uint16)
    seen: np.ndarray = (paper * (255 - share) + ink.astype(np.uint16) * share + 127) // 255
    return seen.astype(np.uint8)
