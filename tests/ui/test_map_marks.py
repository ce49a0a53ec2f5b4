"""What is drawn over the points of the map: where it belongs, in the theme's colours, on whatever is below."""

import itertools

import numpy as np
import pytest
from hands import rgb, seen, settle
from PySide6.QtCore import QPointF, QRectF, Qt

from vaegui.ui.latent_map import LatentMap
from vaegui.ui.map_layers import FieldLayer
from vaegui.ui.map_marks import AWAY, SHIFTS, OutlineLayer, PathLayer, PinMark, RingLayer, TrailLayer, apart
from vaegui.ui.theme import DARK, LIGHT

THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
GROUND = (120, 160, 140)  # no colour of either theme, so that a rim can be told from it
NOWHERE = np.empty((0, 2))


@pytest.fixture
def latent_map(qtbot):
    """A map with nothing on it but a plain ground, and the target in a corner."""
    widget = LatentMap()
    qtbot.addWidget(widget)
    widget.resize(700, 640)
    widget.show()
    qtbot.waitExposed(widget)
    widget.switches.manifold.setChecked(True)
    widget.set_manifold(np.full((1, 1, 2, 2, 3), GROUND, np.uint8), QRectF(-10, -10, 20, 20))
    widget.set_target(-3.0, -3.0)
    settle(widget)
    return widget


def picture_of(latent_map):
    return seen(latent_map.plot.viewport())


def spot(latent_map, x, y):
    """A latent place in the picture, (across, down) from its corner, in pixels and parts of them."""
    return np.array(latent_map.view.mapViewToScene(QPointF(x, y)).toTuple())


SOFT = 60  # how far a channel may be from a colour that is mixed with another at a smooth edge


def where(picture, colour, tolerance=0):
    """The middles of the pixels of a colour, each as (across, down)."""
    target = np.array(rgb(colour) if isinstance(colour, str) else colour, int)
    rows, columns = np.nonzero(np.abs(picture.astype(int) - target).max(-1) <= tolerance)
    return np.stack([columns, rows], 1) + 0.5


def near(pixels, point, reach):
    """How many of some pixels are within reach of a point."""
    return int((np.hypot(*(pixels - point).T) <= reach).sum())


def distance_to_line(pixels, points):
    """How far pixels (N, 2) are from a line through points (T, 2), all in pixels."""
    distances = []
    for a, b in itertools.pairwise(points):
        share = np.clip((pixels - a) @ (b - a) / ((b - a) @ (b - a)), 0, 1)
        distances.append(np.hypot(*(pixels - a - share[:, None] * (b - a)).T))
    return np.min(distances, axis=0)


def mixed(picture, points):
    """The colours of a picture at points between the middles of its pixels, (N, 3)."""
    corner = np.floor(points - 0.5).astype(int)
    x, y = (points - 0.5 - corner).T[..., None]
    left, top = corner.T
    upper = picture[top, left] * (1 - x) + picture[top, left + 1] * x
    lower = picture[top + 1, left] * (1 - x) + picture[top + 1, left + 1] * x
    return upper * (1 - y) + lower * y


def changed(before, after):
    rows, columns = np.nonzero((before != after).any(-1))
    return np.stack([columns, rows], 1) + 0.5


# Paths


@THEMES
def test_a_path_is_a_line_with_a_rim_through_its_places(latent_map, theme):
    latent_map.set_theme(theme)
    plain = picture_of(latent_map)
    path = np.array([(-2.5, -1.0), (-1.0, 2.0), (0.5, 2.0), (2.5, -2.0)])
    latent_map.set_path(path, (), None)
    picture = picture_of(latent_map)
    corners = np.array([spot(latent_map, *at) for at in path])
    drawn = changed(plain, picture)
    assert distance_to_line(drawn, corners).max() < 4.5
    ink, rim = where(picture, theme.text, SOFT), where(picture, theme.base, SOFT)
    assert distance_to_line(where(picture, theme.text), corners).max() < 1.6
    for a, b in itertools.pairwise(corners):
        for share in np.linspace(0, 1, 25):
            at = a + share * (b - a)
            assert near(ink, at, 1) > 0
            assert near(rim, at, 3) > 0
    latent_map.set_path(NOWHERE, (), None)
    assert (picture_of(latent_map) == plain).all()


@THEMES
def test_a_pin_is_a_dot_with_its_name_above(latent_map, theme):
    latent_map.set_theme(theme)
    plain = picture_of(latent_map)
    pictures, widths = {}, {}
    for name in ("AB", "BA", "a 7 of the test images"):
        latent_map.set_path(NOWHERE, (PinMark(name, 0.5, 0.5),), None)
        picture = pictures[name] = picture_of(latent_map)
        point = spot(latent_map, 0.5, 0.5)
        ink = where(picture, theme.text)
        assert np.pi * 3.3**2 < near(ink, point, 6) < np.pi * 5**2
        drawn = changed(plain, picture)
        assert 4 <= drawn[:, 1].max() - point[1] <= 7
        label = drawn[drawn[:, 1] < point[1] - 8]
        assert abs((label[:, 0].min() + label[:, 0].max()) / 2 - point[0]) <= 1.5
        assert 8 < point[1] - label[:, 1].max() < 12
        assert np.ptp(label[:, 1]) >= latent_map.fontMetrics().height()
        widths[name] = np.ptp(label[:, 0])
        (left, top), (right, bottom) = label.min(0).astype(int), label.max(0).astype(int)
        box = picture[top : bottom + 1, left : right + 1]
        assert len(where(box, theme.base)) > 0.3 * box.shape[0] * box.shape[1]  # to be read upon
        assert len(where(box, GROUND)) < 0.15 * box.shape[0] * box.shape[1]
    assert widths["a 7 of the test images"] > 3 * widths["AB"]
    assert 10 < len(changed(pictures["AB"], pictures["BA"])) < len(changed(plain, pictures["AB"])) / 2


def test_every_pin_is_where_it_is_and_a_path_brings_none(latent_map):
    pins = (PinMark("A", -2.0, 1.0), PinMark("B", 0.0, -1.5), PinMark("C", 2.0, 2.0))
    path = np.array([(-2.0, 1.0), (0.0, -1.5), (2.0, 2.0)])
    points = [spot(latent_map, pin.x, pin.y) for pin in pins]
    latent_map.set_path(path, (), None)
    bare = where(picture_of(latent_map), LIGHT.text)
    latent_map.set_path(path, pins, None)
    assert latent_map.path.pins == pins
    assert (latent_map.path.path == path).all()
    pinned = where(picture_of(latent_map), LIGHT.text)
    assert all(near(pinned, point, 6) > near(bare, point, 6) + 20 for point in points)


@THEMES
def test_the_head_is_a_dot_on_the_path(latent_map, theme):
    latent_map.set_theme(theme)
    path = np.array([(-2.0, 0.0), (2.0, 0.0)])
    latent_map.set_path(path, (), None)
    without = picture_of(latent_map)
    for x in (-1.0, 0.25, 1.5):
        latent_map.set_path(path, (), (x, 0.0))
        picture = picture_of(latent_map)
        point = spot(latent_map, x, 0.0)
        assert np.hypot(*(changed(without, picture) - point).T).max() < 6.5
        dot, line = (near(where(shown, theme.text, SOFT), point, 3.5) for shown in (picture, without))
        assert line + 3 < dot < np.pi * 3.5**2
    latent_map.set_path(path, (), None)
    assert (picture_of(latent_map) == without).all()


# Trails


@THEMES
def test_a_trail_has_a_dot_for_each_time_and_the_largest_where_it_ends(latent_map, theme):
    latent_map.set_theme(theme)
    plain = picture_of(latent_map)
    trail = np.array([(-2.0, 2.0), (0.0, 1.5), (2.0, 1.0), (2.5, -2.0)])  # straight on at its second place
    latent_map.set_trail(trail)
    assert (latent_map.trail == trail).all()
    picture = picture_of(latent_map)
    points = np.array([spot(latent_map, *at) for at in trail])
    assert distance_to_line(changed(plain, picture), points).max() < 7.5
    ink = where(picture, theme.text, SOFT)
    start, *between, _ = (near(ink, point, 2.5) for point in points)
    middle = near(ink, (points[0] + points[1]) / 2, 2.5)
    assert 0 < start <= middle  # a line only: the target lies there
    assert all(middle < count for count in between)
    assert np.pi * 3.3**2 < near(ink, points[-1], 6) < np.pi * 5.5**2
    assert max(near(ink, point, 6) for point in points[:-1]) < np.pi * 3**2
    for a, b in itertools.pairwise(points):
        assert all(near(ink, a + share * (b - a), 4) for share in np.linspace(0, 1, 20))
    latent_map.set_trail(NOWHERE)
    assert (picture_of(latent_map) == plain).all()


def test_a_trail_that_goes_nowhere_is_one_dot(latent_map):
    plain = picture_of(latent_map)
    point = spot(latent_map, 1.0, 1.0)
    for trail in (np.array([(1.0, 1.0)]), np.full((9, 2), 1.0)):
        latent_map.set_trail(trail)
        picture = picture_of(latent_map)
        assert np.hypot(*(changed(plain, picture) - point).T).max() < 8
        assert near(where(picture, LIGHT.text), point, 6) > np.pi * 3.3**2


# The ring


@THEMES
def test_a_ring_leaves_what_it_is_around_to_be_seen(latent_map, theme):
    latent_map.set_theme(theme)
    plain = picture_of(latent_map)
    for x, y in [(1.0, 1.0), (-2.0, 0.5)]:
        latent_map.set_ring((x, y))
        assert latent_map.ring == (x, y)
        picture = picture_of(latent_map)
        point = spot(latent_map, x, y)
        away = np.hypot(*(changed(plain, picture) - point).T)
        assert 4 < away.min() < 6.5
        assert 9.5 < away.max() < 12
        ink = where(picture, theme.text)
        radii = np.hypot(*(ink - point).T)
        assert 6 < radii.min() <= radii.max() < 10
        angles = np.arctan2(*(where(picture, theme.text, 8) - point).T)
        assert np.diff(np.sort(angles)).max() < 0.5  # all around
        around = np.hypot(*(where(picture, theme.base, SOFT) - point).T)
        assert (around < 7.5).any()
        assert ((around > 8.5) & (around < 12)).any()
    latent_map.set_ring(None)
    assert (picture_of(latent_map) == plain).all()


# Outlines


def drawn_outline(latent_map, corners):
    layer = next(item for item in latent_map.plot.scene().items() if isinstance(item, OutlineLayer))
    layer.set_corners(corners)
    return picture_of(latent_map)


@THEMES
def test_an_outline_is_dashed_and_closed_and_tints_what_it_holds(latent_map, theme):
    latent_map.set_theme(theme)
    plain = picture_of(latent_map)
    corners = [(-2.0, -2.0), (2.0, -1.0), (1.0, 2.0), (-1.0, 1.0)]
    picture = drawn_outline(latent_map, corners)
    points = np.array([spot(latent_map, *corner) for corner in (*corners, corners[0])])
    inside = spot(latent_map, 0.0, 0.0).astype(int)
    tint = picture[inside[1], inside[0]].astype(float)
    towards = rgb(theme.text).astype(float) - GROUND
    share = (tint - GROUND) @ towards / (towards @ towards)
    assert 0.04 < share < 0.2
    assert np.abs(tint - GROUND - share * towards).max() < 2
    # Nothing is drawn outside: the rows above and below, and what lies beyond a slanting side.
    drawn = changed(plain, picture)
    assert drawn.min(0).tolist() == pytest.approx(points.min(0).tolist(), abs=2)
    assert drawn.max(0).tolist() == pytest.approx(points.max(0).tolist(), abs=2)
    beyond = spot(latent_map, 1.9, 1.0).astype(int)
    assert tuple(picture[beyond[1], beyond[0]]) == GROUND
    # Along every side, the last one back to the start too, dashes and gaps.
    assert distance_to_line(where(picture, theme.text, SOFT), points).max() < 1.6
    for a, b in itertools.pairwise(points):
        along = a + np.linspace(0.03, 0.97, 400)[:, None] * (b - a)
        covered = mixed(picture, along) @ towards / (towards @ towards) - GROUND @ towards / (towards @ towards)
        assert np.quantile(covered, 0.8) > 0.8
        assert np.quantile(covered, 0.03) < 0.6
    assert (drawn_outline(latent_map, []) == plain).all()


def test_one_corner_is_no_outline(latent_map):
    plain = picture_of(latent_map)
    assert (drawn_outline(latent_map, [(0.0, 0.0)]) == plain).all()
    assert (drawn_outline(latent_map, [(0.0, 0.0), (1.0, 0.0)]) != plain).any()


# All of them


def show_all(latent_map):
    latent_map.set_path(np.array([(-0.4, 0.4), (0.4, 0.4)]), (PinMark("A", -0.4, 0.4),), (0.2, 0.4))
    latent_map.set_trail(np.array([(-0.4, -0.4), (0.0, -0.4), (0.4, -0.4)]))
    latent_map.set_ring((0.0, 0.0))


def test_marks_follow_the_view_and_keep_their_size_on_screen(latent_map):
    latent_map.set_ring((0.5, 0.5))
    latent_map.set_path(NOWHERE, (PinMark("A", -0.5, 0.5),), (0.0, -0.5))
    counts = []
    for reach in (3.0, 1.0, 1.5):
        latent_map.view.setRange(xRange=(-reach, reach), yRange=(-reach, reach), padding=0)
        settle(latent_map)
        ink = where(picture_of(latent_map), LIGHT.text)
        points = [spot(latent_map, *at) for at in ((0.5, 0.5), (-0.5, 0.5), (0.0, -0.5))]
        counts.append([near(ink, point, 11) for point in points])
    assert min(map(min, counts)) > 10
    assert counts[1] == pytest.approx(counts[0], rel=0.35)
    assert counts[2] == pytest.approx(counts[0], rel=0.35)


def test_a_message_in_place_of_the_map_hides_them(latent_map):
    latent_map.switches.manifold.setChecked(False)
    show_all(latent_map)
    drawn_outline(latent_map, [(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)])
    assert len(where(picture_of(latent_map), LIGHT.text)) > 100
    latent_map.set_message("no map")
    with_marks = picture_of(latent_map)
    latent_map.set_path(NOWHERE, (), None)
    latent_map.set_trail(NOWHERE)
    latent_map.set_ring(None)
    assert (drawn_outline(latent_map, []) == with_marks).all()


@THEMES
def test_a_theme_reaches_marks_that_are_already_there(latent_map, theme):
    show_all(latent_map)
    latent_map.set_theme(DARK if theme is LIGHT else LIGHT)
    latent_map.set_theme(theme)
    late = picture_of(latent_map)
    show_all(latent_map)
    assert (picture_of(latent_map) == late).all()
    assert len(where(late, theme.text)) > 100


def test_marks_leave_the_mouse_to_the_map(latent_map):
    layers = (PathLayer, TrailLayer, RingLayer, OutlineLayer, FieldLayer)
    found = [item for item in latent_map.plot.scene().items() if isinstance(item, layers)]
    assert len(found) == len(layers)
    assert all(item.acceptedMouseButtons() == Qt.MouseButton.NoButton for item in found)


# The magnification


def luminance(colours):
    """Relative luminance as WCAG 2 defines it, of colours (..., 3) uint8."""
    values = np.asarray(colours) / 255
    linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
    return linear @ (0.2126, 0.7152, 0.0722)


@pytest.fixture
def magnified(latent_map):
    latent_map.switches.magnification.setChecked(True)
    return latent_map


@THEMES
def test_more_is_brighter_and_the_first_row_is_at_the_top(magnified, theme):
    magnified.set_theme(theme)
    rows, columns = 5, 6
    values = 10 ** np.linspace(3, -2, rows * columns).reshape(rows, columns)  # falls to the right and downwards
    magnified.set_field("magnification", values, QRectF(-2.5, -2.0, 6.0, 5.0))  # one latent unit a cell
    picture = picture_of(magnified)
    colours = np.empty((rows, columns, 3), np.uint8)
    for row in range(rows):
        for column in range(columns):
            across, down = spot(magnified, -2.5 + column + 0.4, 3.0 - row - 0.6).astype(int)
            colours[row, column] = picture[down, across]
    shine = luminance(colours).ravel()
    assert (np.diff(shine)[1:-1] < 0).all()
    assert (np.diff(shine) <= 0).all()
    assert shine[0] > 0.6
    assert shine[-1] < 0.1
    # Equal ratios are equal steps to the eye, more or less: no decade takes all of them.
    lightness = 116 * np.cbrt(shine) - 16
    assert lightness[14] == pytest.approx((lightness[0] + lightness[-1]) / 2, abs=12)


def test_the_range_that_is_returned_leaves_out_the_few_at_the_ends(qapp):
    layer = FieldLayer()
    values = np.random.default_rng(0).permutation(10 ** np.linspace(-1, 2, 1001)).reshape(77, 13)
    low, high = layer.set_values(values, QRectF(0, 0, 1, 1), "magnification")
    assert low == pytest.approx(10 ** (-1 + 3 * 0.02))
    assert high == pytest.approx(10 ** (-1 + 3 * 0.998))


@pytest.mark.parametrize("value", [0.0, 3.0])
def test_the_same_everywhere_and_nothing_at_all_do_no_harm(magnified, value):
    magnified.set_field("magnification", np.full((4, 4), value), QRectF(-2, -2, 4, 4))
    across, down = spot(magnified, 0.5, 0.5).astype(int)
    area = picture_of(magnified)[down - 40 : down + 40, across - 40 : across + 40]
    assert len(np.unique(area.reshape(-1, 3), axis=0)) == 1
    low, high = FieldLayer().set_values(np.full((2, 3), value), QRectF(0, 0, 1, 1), "magnification")
    assert low == pytest.approx(high)
    assert low == pytest.approx(value, abs=1e-11)


def test_boxes_are_put_apart_the_first_of_them_where_they_belong():
    generator = np.random.default_rng(0)
    for count in (0, 1, 2, 10, 60):
        centres, sizes = generator.uniform(0, 200, (count, 2)), generator.uniform(10, 40, (count, 2))
        shifts = apart(centres, sizes)
        assert shifts.shape == (count, 2)
        there = ~np.isnan(shifts).any(1)
        places = centres + shifts * sizes
        for one, other in itertools.combinations(np.flatnonzero(there), 2):
            assert (np.abs(places[one] - places[other]) >= (sizes[one] + sizes[other]) / 2).any()
        for row in range(count):  # as near as those before it let it
            before = [other for other in range(row) if there[other]]
            free = [
                np.hypot(*(shift * sizes[row]))
                for shift in SHIFTS
                if all(
                    (np.abs(centres[row] + shift * sizes[row] - places[other]) >= (sizes[row] + sizes[other]) / 2).any()
                    for other in before
                )
            ]
            nearest = min(free, default=np.inf)
            assert there[row] == (nearest <= AWAY * sizes[row, 1])
            assert not there[row] or np.hypot(*(shifts[row] * sizes[row])) == pytest.approx(nearest)
    heap = apart(np.zeros((60, 2)), np.full((60, 2), 20.0))
    assert heap[0].tolist() == [0, 0]
    assert np.isnan(heap).any(1).sum() > 20
