"""Lasso and box: what they hold at every moment is what the outline drawn so far encloses."""

import itertools
import time

import numpy as np
import pytest
import scipy.spatial
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from vaegui.ui.brush import Box, Lasso

NO_POINTS = np.empty((0, 2))


def grid(side):
    """All places with whole coordinates in a square, (side², 2)."""
    return np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2).astype(float)


def crossings(points, outline):
    """Count how often a ray upwards from each point crosses a closed outline; no division, so whole numbers stay so."""
    count = np.zeros(len(points), int)
    x, y = points.T
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        side = (bx - ax) * (y - ay) - (by - ay) * (x - ax)  # above or below the edge, times the sign of b − a
        count += ((ax <= x) != (bx <= x)) & ((side < 0) if bx > ax else (side > 0))
    return count


def distance_to(points, outline):
    """How far each point is from the nearest edge of a closed outline, (N,)."""
    distances = []
    for a, b in zip(outline, [*outline[1:], outline[0]], strict=True):
        a, along = np.array(a), np.array(b) - a
        share = np.clip((points - a) @ along / max(along @ along, 1e-300), 0, 1)
        distances.append(np.hypot(*(points - a - share[:, None] * along).T))
    return np.min(distances, axis=0)


def lasso_around(points, outline):
    lasso = Lasso(points, *outline[0])
    for corner in outline[1:]:
        lasso.move_to(*corner)
    return lasso


STAR = [(np.sin(4 * np.pi * k / 5), np.cos(4 * np.pi * k / 5)) for k in range(5)]
EIGHT = [(-1.0, -1.0), (1.0, 1.0), (1.0, -1.0), (-1.0, 1.0)]
COMB = [(-1.0, -1.0), (1.0, -1.0), (1.0, 1.0), (0.5, 1.0), (0.5, 0.0), (-0.5, 0.0), (-0.5, 1.0), (-1.0, 1.0)]
TWICE = [(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)] * 2
WILD = [tuple(corner) for corner in np.random.default_rng(3).uniform(-1, 1, (40, 2)).tolist()]
SPIRAL = [(r * np.cos(9 * r), r * np.sin(9 * r)) for r in np.linspace(0.1, 1, 60)]
OUTLINES = {"star": STAR, "eight": EIGHT, "comb": COMB, "twice around": TWICE, "wild": WILD, "spiral": SPIRAL}


def test_the_oracle_itself_knows_a_square_and_a_star():
    square = [(0, 0), (4, 0), (4, 4), (0, 4)]
    assert (crossings(np.array([(1.0, 2.0), (2.5, 3.5)]), square) % 2).tolist() == [1, 1]
    assert (crossings(np.array([(5.0, 2.0), (2.0, 5.0), (-1.0, 4.0), (2.0, -1.0)]), square) % 2).tolist() == [0] * 4
    # The middle of a pentagram is enclosed twice, its tips once.
    assert (crossings(np.array([(0.0, 0.0), (0.0, 0.8)]), STAR) % 2).tolist() == [0, 1]


@pytest.mark.parametrize("outline", OUTLINES.values(), ids=OUTLINES)
def test_a_lasso_holds_what_its_outline_encloses_an_odd_number_of_times(outline):
    points = np.random.default_rng(0).uniform(-1.2, 1.2, (700, 2))
    points = points[distance_to(points, outline) > 1e-6]
    assert len(points) > 600
    inside = lasso_around(points, outline).inside
    assert (inside == crossings(points, outline) % 2).all()
    polygon = QPolygonF([QPointF(*corner) for corner in outline])
    by_qt = [polygon.containsPoint(QPointF(*point), Qt.FillRule.OddEvenFill) for point in points]
    assert inside.tolist() == by_qt
    assert inside.any() == (outline is not TWICE)
    assert not inside.all()


@pytest.mark.parametrize("seed", range(12))
def test_it_holds_the_right_points_after_every_move(seed):
    """Corners and points on a grid: points lie on corners and on edges, edges are horizontal, corners repeat."""
    rng = np.random.default_rng(seed)
    points = grid(13)
    corners = [tuple(corner) for corner in rng.integers(0, 13, (25, 2)).tolist()]
    lasso = Lasso(points, *corners[0])
    held = []
    for count, corner in enumerate(corners[1:], start=2):
        lasso.move_to(*corner)
        outline = corners[:count]
        assert [tuple(c) for c in lasso.corners] == outline
        off = distance_to(points, outline) > 1e-9  # on the outline itself, either is right
        assert (lasso.inside == crossings(points, outline) % 2)[off].all()
        held.append(lasso.inside[off].sum())
    assert max(held) > 20


def test_horizontal_and_upright_edges_are_edges_like_others():
    outline = [(1.0, 1.0), (9.0, 1.0), (9.0, 4.0), (5.0, 4.0), (5.0, 7.0), (9.0, 7.0), (9.0, 9.0), (1.0, 9.0)]
    points = grid(11) + 0.5
    x, y = points.T
    block = (x > 1) & (x < 9) & (y > 1) & (y < 9)
    notch = (x > 5) & (y > 4) & (y < 7)
    assert (lasso_around(points, outline).inside == (block & ~notch)).all()
    # Beside corners, at exactly their height, where a ray meets the corners themselves.
    level = np.array([(x, y) for x in (0.0, 3.0, 7.0, 10.0) for y in (4.0, 7.0)])
    assert (lasso_around(level, outline).inside == (level[:, 0] == 3))[level[:, 0] != 7].all()


# Neighbours


def test_of_two_triangles_with_an_edge_in_common_one_holds_each_point_on_it():
    points = grid(14)
    for a, b in [((0, 0), (8, 8)), ((13, 13), (1, 1)), ((1, 0), (13, 9)), ((0, 11), (9, 5)), ((3, 0), (3, 8))]:
        along = np.array(b) - a
        side = along[0] * (points[:, 1] - a[1]) - along[1] * (points[:, 0] - a[0])
        left, right = ((a[0] - 20 * along[1], a[1] + 20 * along[0]), (a[0] + 20 * along[1], a[1] - 20 * along[0]))
        share = (points - a) @ along / (along @ along)
        between = (side == 0) & (share > 0) & (share < 1)
        assert between.any()
        for corners in itertools.permutations((a, b, left)):
            one, other = lasso_around(points, list(corners)).inside, lasso_around(points, [a, right, b]).inside
            assert (one ^ other)[between].all()


@pytest.mark.parametrize("seed", range(6))
def test_triangles_that_tile_a_square_hold_every_point_once(seed):
    """Their corners and edges lie on points."""
    side = 10
    points = grid(side)
    rng = np.random.default_rng(seed)
    corners = np.unique(np.vstack([rng.integers(0, side, (14, 2)), [(0, 0), (9, 0), (0, 9), (9, 9)]]), axis=0)
    triangles = scipy.spatial.Delaunay(corners).simplices
    held = np.zeros(len(points), int)
    for triangle in triangles:
        held += lasso_around(points, [tuple(corners[i]) for i in rng.permutation(triangle)]).inside
    within = ((points > 0) & (points < side - 1)).all(1)
    assert (held[within] == 1).all()
    assert held.max() == 1
    # Of the square's own rim, its neighbours hold the rest: one corner and two sides are this one's.
    assert held.sum() == (side - 1) ** 2


def test_going_back_the_way_one_came_holds_nothing():
    rng = np.random.default_rng(0)
    points = grid(12)
    there = [tuple(corner) for corner in rng.integers(0, 12, (15, 2)).tolist()]
    assert not lasso_around(points, [*there, *reversed(there)]).inside.any()


# Little


def test_one_corner_and_two_hold_nothing():
    lasso = Lasso(grid(5), 2.0, 2.0)
    assert lasso.inside.tolist() == [False] * 25
    lasso.move_to(4.0, 4.0)
    assert not lasso.inside.any()
    lasso.move_to(4.0, 4.0)  # the pointer rests
    assert not lasso.inside.any()
    assert lasso.corners == [(2, 2), (4, 4), (4, 4)]
    lasso.move_to(1.0, 4.0)
    assert lasso.inside.any()


@pytest.mark.parametrize("brush", [Lasso, Box])
def test_there_may_be_no_points(brush):
    drawn = brush(NO_POINTS, 0.0, 0.0)
    for corner in ((1.0, 0.0), (1.0, 1.0), (0.0, 1.0)):
        drawn.move_to(*corner)
    assert drawn.inside.shape == (0,)
    assert drawn.inside.dtype == bool


# The box


@pytest.mark.parametrize("end", list(itertools.product((2, 7), repeat=2)), ids=str)
def test_a_box_holds_what_lies_between_its_corners_whichever_way_it_is_drawn(end):
    points = np.random.default_rng(0).uniform(0, 10, (500, 2))
    box = Box(points, 4.5, 4.5)
    assert not box.inside.any()
    for corner in ((9.0, 9.5), (0.5, 9.0), end):  # it may shrink and turn over on the way
        box.move_to(*corner)
        (left, right), (low, high) = sorted((4.5, corner[0])), sorted((4.5, corner[1]))
        expected = [left < x < right and low < y < high for x, y in points]
        assert box.inside.tolist() == expected
        assert any(expected)
        assert sorted(box.corners) == sorted(itertools.product((left, right), (low, high)))
        around = zip(box.corners, [*box.corners[1:], box.corners[0]], strict=True)
        assert all((ax == bx) != (ay == by) for (ax, ay), (bx, by) in around)  # one side after the other


def test_a_box_holds_the_points_on_its_rim_and_may_be_flat():
    points = grid(6)
    box = Box(points, 1.0, 4.0)
    box.move_to(3.0, 2.0)
    assert {tuple(p) for p in points[box.inside]} == set(itertools.product((1, 2, 3), (2, 3, 4)))
    box.move_to(5.0, 4.0)
    assert {tuple(p) for p in points[box.inside]} == {(x, 4) for x in range(1, 6)}
    box.move_to(1.0, 4.0)
    assert {tuple(p) for p in points[box.inside]} == {(1, 4)}


# Fast


@pytest.mark.parametrize("brush", [Lasso, Box])
def test_a_move_among_70_000_points_fits_into_a_frame_however_long_the_outline_is(brush):
    points = np.random.default_rng(0).normal(size=(70_000, 2))
    angles = np.linspace(0, 6 * np.pi, 400)
    corners = np.stack([2 * np.cos(angles), 2 * np.sin(angles)], 1) * np.linspace(1, 0.5, 400)[:, None]
    drawn = brush(points, *corners[0])
    took = []
    for corner in corners[1:]:
        before = time.thread_time()
        drawn.move_to(*corner)
        took.append(time.thread_time() - before)
    assert np.median(took[:100]) < 0.016
    assert np.median(took[-100:]) < 0.016
    if brush is Lasso:
        outline = [tuple(corner) for corner in corners]
        assert (drawn.inside == crossings(points, outline) % 2).all()
