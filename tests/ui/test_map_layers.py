"""What lies on the map: every pixel where it belongs and in the colour it should have."""

import numpy as np
import pytest
from hands import has_colour, pixels, place, rgb, seen, settle
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from vaegui.plane import CLASS_COLOURS
from vaegui.ui.latent_map import LatentMap
from vaegui.ui.map_layers import FieldLayer, ManifoldLayer, PointsLayer, PriorLayer, rasterise
from vaegui.ui.map_marks import (
    ArrowsLayer,
    CursorItem,
    GuestsLayer,
    MarksLayer,
    NodesLayer,
    OutlineLayer,
    PathLayer,
    RingLayer,
    TrailLayer,
)
from vaegui.ui.posterior_layer import PosteriorLayer
from vaegui.ui.theme import DARK, LIGHT, class_rgb

NO_CODES, NO_LABELS = np.empty((0, 2)), np.empty(0, np.int64)
COLOURS = class_rgb(10)


def alpha(image):
    raw = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), -1)
    return (raw >> 24).astype(np.uint8)


# The raster


@pytest.mark.parametrize("radius", [2.4, 3.4, 4.8])
def test_a_point_is_a_disc_of_its_colour(radius):
    image = rasterise(np.array([(20.5, 30.5)]), COLOURS[2:3], (60, 80), radius)
    assert (image.height(), image.width()) == (60, 80)
    rows, columns = np.mgrid[:60, :80]
    distance = np.hypot(columns - 20, rows - 30)
    covered = alpha(image)
    assert (covered[distance <= radius - 0.5] == 255).all()
    assert (covered[distance >= radius + 0.5] == 0).all()
    assert 0 < covered[30, 20 + round(radius)] < 255
    assert (pixels(image)[distance <= radius - 0.5] == COLOURS[2]).all()
    assert np.isclose(covered.sum() / 255, np.pi * radius**2, rtol=0.08)


def test_x_is_across_and_y_is_down():
    image = rasterise(np.array([(70.0, 10.0), (10.0, 50.0)]), COLOURS[:2], (60, 80), 2.4)
    assert (pixels(image)[10, 70] == COLOURS[0]).all()
    assert (pixels(image)[50, 10] == COLOURS[1]).all()
    assert alpha(image)[10, 10] == alpha(image)[50, 70] == 0


def test_discs_hang_over_the_edges_and_those_outside_are_left_out():
    corners = np.array([(0, 0), (79.9, 0), (0, 59.9), (79.9, 59.9)])
    image = rasterise(corners, COLOURS[:4], (60, 80), 3.4)
    covered = alpha(image)
    for (row, column), colour in zip([(0, 0), (0, 79), (59, 0), (59, 79)], COLOURS, strict=False):
        assert (pixels(image)[row, column] == colour).all()
    assert covered[20:40, 20:60].sum() == 0
    outside = np.array([(-0.1, 30), (80, 30), (40, -5), (40, 60), (1e12, 1e12), (-1e12, 3)])
    assert alpha(rasterise(outside, COLOURS[:6], (60, 80), 3.4)).sum() == 0


def test_no_points_are_an_empty_picture():
    assert alpha(rasterise(NO_CODES, np.empty((0, 3), np.uint8), (5, 7), 3.4)).sum() == 0


def test_two_classes_in_the_same_places_can_both_be_seen():
    places = np.random.default_rng(0).uniform(0, 300, (3000, 2))
    layer = PointsLayer()
    # As a dataset sorted by class would come: all of one class, then all of the other.
    layer.set_points(np.vstack([places, places]), np.repeat([0, 1], 3000), COLOURS)
    image = rasterise(layer._points, layer._rgb, (300, 300), 2.4, layer._which, layer.ranks)
    cores = pixels(image)[alpha(image) == 255]
    first, second = (has_colour(cores, colour) for colour in CLASS_COLOURS[:2])
    assert first + second > 10_000
    assert 0.4 < first / (first + second) < 0.6


def test_the_order_of_drawing_stays_the_same_when_points_move_or_are_hidden():
    codes = np.random.default_rng(0).uniform(0, 100, (2000, 2))
    labels = np.arange(2000) % 10
    layer = PointsLayer()

    def picture(shift):
        return rasterise(layer._points, layer._rgb, (100, 100), 2.4, layer._which, layer.ranks, shift=(shift, 0.0))

    layer.set_points(codes, labels, COLOURS)
    first = pixels(picture(0.0))
    layer.set_points(codes + np.array((7, 0)), labels, COLOURS)
    assert (pixels(picture(-7.0)) == first).all()
    layer.set_points(codes, labels, COLOURS, labels != 3)
    assert layer.count == 1800
    was_other = (alpha(picture(0.0)) == 255) & ~(first == COLOURS[3]).all(-1)
    cores = was_other & np.array([(first == colour).all(-1) for colour in COLOURS]).any(0)
    assert cores.sum() > 5000
    assert (pixels(picture(0.0)) == first)[cores].all()


def painted(points, rgb, size, radius, which, ranks):
    """What `rasterise` should paint, pixel by pixel: (height, width) as it is in memory."""
    height, width = size
    reach = range(-int(radius + 1), int(radius + 2))
    best = {}
    for (x, y), colour, rank in zip(np.floor(points).astype(int), rgb[which], ranks, strict=True):
        if not (0 <= x < width and 0 <= y < height):
            continue
        for dy in reach:
            for dx in reach:
                cover = min(max(radius + 0.5 - np.hypot(dx, dy), 0), 1)
                if cover > 0 and 0 <= x + dx < width and 0 <= y + dy < height:
                    found = (cover, rank, tuple(colour.tolist()))
                    best[y + dy, x + dx] = max(best.get((y + dy, x + dx), found), found)
    picture = np.zeros(size, np.uint32)
    for pixel, (cover, _, colour) in best.items():
        red, green, blue = (int(np.float32(part) * np.float32(cover)) for part in colour)
        picture[pixel] = round(255 * cover) << 24 | red << 16 | green << 8 | blue
    return picture


@pytest.mark.parametrize("radius", [1.6, 2.4, 3.4, 4.8])
@pytest.mark.parametrize("count", [0, 1, 2, 40, 1500])  # up to 40 disc by disc, then the whole picture at once
def test_every_pixel_is_that_of_the_disc_which_covers_it_best_and_then_of_the_highest(radius, count):
    generator = np.random.default_rng(count)
    points, which = generator.uniform(-5, 65, (count, 2)), generator.integers(0, 10, count)
    ranks = generator.permutation(3 * count)[:count]
    image = rasterise(points, COLOURS, (50, 60), radius, which, ranks)
    found = np.frombuffer(image.constBits(), np.uint32).reshape(50, 60)
    assert (found == painted(points, COLOURS, (50, 60), radius, which, ranks)).all()


def test_more_discs_and_colours_than_fit_32_bits():
    generator = np.random.default_rng(0)
    points, rgb = generator.uniform(0, 40, (900, 2)), generator.integers(0, 256, (900, 3)).astype(np.uint8)
    which, ranks = generator.permutation(900), generator.integers(0, 1 << 30, 900)
    image = rasterise(points, rgb, (40, 40), 2.4, which, ranks)
    found = np.frombuffer(image.constBits(), np.uint32).reshape(40, 40)
    assert (found == painted(points, rgb, (40, 40), 2.4, which, ranks)).all()


@pytest.mark.parametrize("size", [(1, 1), (1, 200), (200, 1), (3, 2)])
def test_pictures_smaller_than_a_disc(size):
    points = np.array([(0.5, 0.5), (1.5, 0.5), (0.5, 1.5), (150.0, 0.5), (0.5, 150.0)])
    image = rasterise(points, COLOURS, size, 4.8, np.arange(5))
    found = np.frombuffer(image.constBits(), np.uint32).reshape(size)
    assert (found == painted(points, COLOURS, size, 4.8, np.arange(5), np.arange(5))).all()


# On the map


@pytest.fixture
def latent_map(qtbot):
    widget = LatentMap()
    qtbot.addWidget(widget)
    widget.resize(700, 640)
    widget.show()
    qtbot.waitExposed(widget)
    settle(widget)
    return widget


@pytest.fixture
def bare(latent_map):
    """A plain plot with nothing on it but a layer of points."""
    layer = PointsLayer()
    latent_map.switches.points.setChecked(False)
    latent_map.view.addItem(layer, ignoreBounds=True)
    return latent_map, layer


def picture_of(latent_map, ratio):
    """Paint the plot for a screen of some pixel ratio; returns (H · ratio, W · ratio, 3)."""
    size = latent_map.plot.viewport().size()
    image = QImage(size * ratio, QImage.Format.Format_RGB888)
    image.setDevicePixelRatio(ratio)
    image.fill(0)
    painter = QPainter(image)
    rectangle = QRectF(0, 0, size.width(), size.height())
    latent_map.plot.scene().render(painter, rectangle, rectangle)
    painter.end()
    return pixels(image)


@pytest.mark.parametrize("ratio", [1, 2, 1.5])
def test_points_are_drawn_at_their_codes_on_screens_of_any_ratio(bare, ratio):
    latent_map, layer = bare
    codes = np.array([(1.0, 1.5), (-2.0, 0.5), (0.5, -2.5), (2.5, -0.25)])
    layer.set_points(codes, np.arange(4), COLOURS)
    picture = picture_of(latent_map, ratio)
    for code, colour in zip(codes, COLOURS, strict=False):
        rows, columns = np.nonzero((picture == colour).all(-1))
        expected = latent_map.view.mapViewToScene(QPointF(*code))
        centre = np.array([columns.mean() + 0.5, rows.mean() + 0.5]) / ratio
        assert np.allclose(centre, (expected.x(), expected.y()), atol=1.01)
        # As large to the eye on any screen.
        assert np.isclose(len(rows) / ratio**2, np.pi * 2.9**2, rtol=0.25)
        if ratio == 2:
            # And as sharp as the screen allows: not one pixel of the picture spread over four of the screen's.
            top, left = (round(2 * at) - 20 for at in (expected.y(), expected.x()))
            disc = picture[top - top % 2 :, left - left % 2 :][:40, :40]
            assert (disc[::2, ::2] != disc[1::2, 1::2]).any(-1).sum() > 5


def test_points_follow_zoom_and_pan(bare):
    latent_map, layer = bare
    layer.set_points(np.array([(1.0, 1.0)]), np.array([0]), COLOURS)
    for centre, reach in [((0, 0), 3), ((1.5, 0.5), 1), ((0.9, 1.2), 20)]:
        latent_map.view.setRange(
            xRange=(centre[0] - reach, centre[0] + reach), yRange=(centre[1] - reach, centre[1] + reach), padding=0
        )
        settle(latent_map)
        rows, columns = np.nonzero((seen(latent_map.plot.viewport()) == COLOURS[0]).all(-1))
        expected = place(latent_map, 1.0, 1.0)
        assert abs(columns.mean() - expected.x()) <= 1
        assert abs(rows.mean() - expected.y()) <= 1


def test_a_million_points_can_be_shown(latent_map):
    generator = np.random.default_rng(0)
    codes, labels = generator.normal(size=(1_000_000, 2)), generator.integers(0, 10, 1_000_000)
    latent_map.set_codes(codes, labels, tuple("0123456789"))
    picture = seen(latent_map.plot.viewport())
    assert all(has_colour(picture, colour) > 3000 for colour in CLASS_COLOURS)


@pytest.mark.parametrize("middle", [0.0, 3.0, 300.0])
@pytest.mark.parametrize("width", [1e-3, 0.01, 0.3, 10.0, 3000.0])
def test_points_are_where_they_belong_at_any_zoom(bare, middle, width):
    latent_map, layer = bare
    latent_map.view.setLimits(minXRange=1e-4, minYRange=1e-4)
    codes = middle + width * np.array([(-0.31234, 0.22345), (0.123456, 0.3), (0.4, -0.398765), (-0.1, -0.2)])
    layer.set_points(np.vstack([codes, -1e4 - codes]), np.arange(8) % 4, COLOURS)
    reach = width / 2
    latent_map.view.setRange(
        xRange=(middle - reach, middle + reach), yRange=(middle - reach, middle + reach), padding=0
    )
    settle(latent_map)
    picture = seen(latent_map.plot.viewport())
    for code, colour in zip(codes, COLOURS, strict=False):
        rows, columns = np.nonzero((picture == colour).all(-1))
        expected = latent_map.view.mapViewToScene(QPointF(*code))
        # A disc's centre is the middle of the pixel that holds the code.
        assert abs(columns.mean() + 0.5 - expected.x()) < 0.52
        assert abs(rows.mean() + 0.5 - expected.y()) < 0.52


def test_codes_that_are_not_finite_are_left_out(bare):
    latent_map, layer = bare
    codes = np.array([(1.0, 1.0), (np.nan, 0.0), (0.0, np.inf), (-np.inf, np.nan), (-1.0, -1.0), (1e300, -1e300)])
    layer.set_points(codes, np.array([0, 1, 1, 1, 2, 1]), COLOURS)
    assert layer.count == 3
    picture = seen(latent_map.plot.viewport())
    assert [has_colour(picture, colour) > 15 for colour in CLASS_COLOURS[:3]] == [True, False, True]


@pytest.mark.parametrize("scale", [1e-7, 1e7])
def test_points_survive_any_zoom(bare, scale):
    latent_map, layer = bare
    layer.set_points(np.random.default_rng(0).normal(size=(1000, 2)), np.zeros(1000, np.int64), COLOURS)
    latent_map.view.setRange(xRange=(-scale, scale), yRange=(-scale, scale), padding=0)
    settle(latent_map)
    count = has_colour(seen(latent_map.plot.viewport()), CLASS_COLOURS[0])
    assert (count > 0) == (scale > 1)


def test_the_manifold_lies_where_it_was_decoded_and_stands_upright(latent_map):
    # 3 × 4 tiles of 4 × 4 pixels, every pixel of a colour of its own.
    rows, columns, side = 3, 4, 4
    numbers = np.arange(rows * columns * side * side).reshape(rows, columns, side, side)
    tiles = np.stack([numbers % 16 * 16, numbers // 16 * 16, np.full_like(numbers, 200)], axis=-1).astype(np.uint8)
    area = QRectF(-2.0, -1.5, 4.0, 3.0)  # one latent unit a tile
    latent_map.switches.points.setChecked(False)
    latent_map.switches.manifold.setChecked(True)
    latent_map.set_manifold(tiles, area)
    latent_map.set_target(-2.9, -2.9)
    picture = seen(latent_map.plot.viewport())
    for row in range(rows):
        for column in range(columns):
            for i in range(side):
                for j in range(side):
                    x = -2.0 + column + (j + 0.5) / side
                    y = 1.5 - row - (i + 0.5) / side  # the first row of tiles and of pixels is at the top
                    point = place(latent_map, x, y)
                    assert (picture[point.y(), point.x()] == tiles[row, column, i, j]).all()
    outside = place(latent_map, 2.3, 0.0)
    assert (picture[outside.y(), outside.x()] == rgb(LIGHT.base)).all()
    latent_map.clear_manifold()
    inside = place(latent_map, 0.1, 0.1)
    assert (seen(latent_map.plot.viewport())[inside.y(), inside.x()] == rgb(LIGHT.base)).all()


def test_points_lie_on_the_manifold_and_the_target_on_both(latent_map):
    latent_map.switches.manifold.setChecked(True)
    latent_map.set_manifold(np.full((1, 1, 2, 2, 3), 77, np.uint8), QRectF(-3, -3, 6, 6))
    latent_map.set_codes(np.array([(1.0, 1.0), (1.0, -1.0)]), np.array([0, 0]), ("a", "b"))
    latent_map.set_target(1.0, -1.0)
    picture = seen(latent_map.plot.viewport())
    assert has_colour(picture, "#4d4d4d") > 10_000
    assert has_colour(picture, CLASS_COLOURS[0]) > 20
    assert has_colour(picture, LIGHT.accent) > 50


def test_arrows_run_from_tail_to_head_and_point_there(latent_map):
    tail, head = np.array([(-2.0, -2.0)]), np.array([(2.0, 1.0)])
    plain = seen(latent_map.plot.viewport())
    latent_map.set_arrows(tail, head)
    assert latent_map.arrow_count == 1
    drawn = (seen(latent_map.plot.viewport()) != plain).any(-1)

    def width(share):
        spot = tail[0] + share * (head[0] - tail[0])
        point = place(latent_map, *spot)
        return drawn[point.y() - 12 : point.y() + 13, point.x()].sum()

    assert all(width(share) > 0 for share in np.linspace(0.02, 0.98, 20))
    length = np.hypot(*(np.array(place(latent_map, *head[0]).toTuple()) - place(latent_map, *tail[0]).toTuple()))
    assert width(1 - 6 / length) > width(0.5) + 3
    assert width(1.1) == 0
    latent_map.set_arrows(NO_CODES, NO_CODES)
    assert latent_map.arrow_count == 0
    assert (seen(latent_map.plot.viewport()) == plain).all()


def test_an_arrow_of_no_length_is_a_dot(latent_map):
    plain = seen(latent_map.plot.viewport())
    latent_map.set_arrows(np.array([(1.0, 1.0)]), np.array([(1.0, 1.0)]))
    rows, columns = np.nonzero((seen(latent_map.plot.viewport()) != plain).any(-1))
    point = place(latent_map, 1, 1)
    assert len(rows) > 5
    assert abs(rows - point.y()).max() < 6
    assert abs(columns - point.x()).max() < 6


@pytest.fixture
def with_nodes(latent_map):
    """A map whose posterior layer is on, the target out of the way."""
    latent_map.set_has_posterior(True)
    latent_map.switches.posterior.setChecked(True)
    latent_map.set_target(-2.9, -2.9)
    return latent_map


def discs_around(latent_map, nodes, theme=LIGHT):
    """How many pixels around each node have the colour of text."""
    picture = seen(latent_map.plot.viewport())
    points = [place(latent_map, *node) for node in nodes]
    return np.array([has_colour(picture[p.y() - 20 : p.y() + 21, p.x() - 20 : p.x() + 21], theme.text) for p in points])


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_the_area_of_a_disc_is_its_responsibility(with_nodes, theme):
    with_nodes.set_theme(theme)
    nodes = np.array([(-2.0, 2.0), (0.0, 2.0), (2.0, 2.0), (0.0, 0.0), (2.0, -1.0)])
    shares = np.array([0.5, 0.25, 0.2, 0.05, 0.0])
    with_nodes.set_nodes(nodes, shares)
    assert with_nodes.node_count == 5
    areas = discs_around(with_nodes, nodes, theme)
    radii = NodesLayer.LARGEST * np.sqrt(shares[:4])
    # A rim of 1.2 pixels lies half over the disc, and its soft edge takes some more.
    assert (areas[:4] <= np.pi * radii**2).all()
    assert (areas[:4] >= np.pi * (radii - 1.6) ** 2).all()
    assert areas[4] == 0


def test_every_node_is_a_faint_dot_where_it_is(with_nodes):
    plain = seen(with_nodes.plot.viewport())
    nodes = np.array([(x, y) for x in (-1.5, 0.0, 1.5) for y in (-1.5, 0.25, 2.0)])
    with_nodes.set_nodes(nodes, np.zeros(9))
    changed = (seen(with_nodes.plot.viewport()) != plain).any(-1)
    rows, columns = np.nonzero(changed)
    points = np.array([place(with_nodes, *node).toTuple() for node in nodes])
    distance = np.hypot(columns[:, None] - points[:, 0], rows[:, None] - points[:, 1])
    assert (distance.min(1) < 3).all()
    assert (distance.min(0) < 2).all()
    with_nodes.clear_posterior()
    assert with_nodes.node_count == 0
    assert (seen(with_nodes.plot.viewport()) == plain).all()


def test_discs_keep_their_size_on_screen_and_follow_the_view(with_nodes):
    node = np.array([(0.5, 0.5)])
    with_nodes.set_nodes(node, np.ones(1))
    before = discs_around(with_nodes, node)
    assert np.pi * (NodesLayer.LARGEST - 1.6) ** 2 < before[0] < np.pi * NodesLayer.LARGEST**2
    with_nodes.view.setRange(xRange=(-0.5, 1.5), yRange=(-0.5, 1.5), padding=0)
    settle(with_nodes)
    assert discs_around(with_nodes, node) == pytest.approx(before, rel=0.02)


def test_layers_leave_the_mouse_to_the_map(latent_map):
    drawn = (ManifoldLayer, FieldLayer, PriorLayer, PointsLayer, MarksLayer, CursorItem)
    found = [item for item in latent_map.plot.scene().items() if isinstance(item, drawn)]
    over = (PathLayer, TrailLayer, GuestsLayer, RingLayer, OutlineLayer)
    marks = (NodesLayer, PosteriorLayer, ArrowsLayer, *over)
    assert {type(item) for item in found} == {*drawn, *marks} - {MarksLayer}
    assert all(item.acceptedMouseButtons() == Qt.MouseButton.NoButton for item in found)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_everything_takes_the_theme(latent_map, theme):
    latent_map.set_theme(theme)
    latent_map.switches.prior.setChecked(True)
    latent_map.set_arrows(np.array([(-2.0, 2.0)]), np.array([(2.0, 2.0)]))
    picture = seen(latent_map.plot.viewport())
    assert has_colour(picture, theme.base) > picture.shape[0] * picture.shape[1] * 0.8
    assert has_colour(picture, theme.accent) > 20
    assert has_colour(picture, theme.text) > 50
