"""Drawings as images: cells are means, digits are prepared as MNIST's were, strokes are as wide as they say."""

import itertools
import math

import numpy as np
import pytest
import scipy.ndimage

from vaegui import drawing

SHAPES = [(1, 28, 28), (3, 64, 64), (1, 8, 8), (3, 20, 35), (1, 128, 100), (3, 128, 128), (1, 1, 7)]


def noise(*shape, seed=0):
    return np.random.default_rng(seed).integers(0, 256, shape, dtype=np.uint8)


def scribble(seed, size=(200, 200), width=14.0, times=4):
    """A drawing of a few joined strokes, (h, w) uint8."""
    chance = np.random.default_rng(seed)
    canvas = np.zeros(size, np.uint8)
    places = chance.uniform(0.15, 0.85, (times + 1, 2)) * size[::-1]
    for start, end in itertools.pairwise(places):
        drawing.stroke(canvas, tuple(start), tuple(end), width)
    return canvas


# Cells


@pytest.mark.parametrize("shape", SHAPES)
def test_an_image_whose_pixels_were_repeated_comes_back_byte_for_byte(shape):
    _, height, width = shape
    scale = drawing.canvas_scale(height, width)
    assert abs(scale * max(height, width) - drawing.CANVAS_SIDE) <= max(height, width) / 2
    image = noise(*shape)
    canvas = image.transpose(1, 2, 0).repeat(scale, 0).repeat(scale, 1)
    found = drawing.shrink(canvas, height, width)
    assert found.dtype == np.uint8
    assert (found == image).all()


@pytest.mark.parametrize("kind", [np.uint8, float])
def test_a_cell_becomes_its_mean(kind):
    canvas = noise(12, 20, 3).astype(kind)
    found = drawing.shrink(canvas, 3, 5)
    assert found.shape == (3, 3, 5)
    for channel in range(3):
        for row in range(3):
            for column in range(5):
                cell = canvas[4 * row : 4 * row + 4, 4 * column : 4 * column + 4, channel]
                assert found[channel, row, column] == round(float(cell.mean()))
    assert (drawing.shrink(canvas[..., 0], 3, 5) == found[:1]).all()


@pytest.mark.parametrize("size", [(12, 21), (13, 20), (12, 15)])
def test_a_canvas_without_whole_cells_is_refused(size):
    with pytest.raises(ValueError, match="cells"):
        drawing.shrink(np.zeros(size, np.uint8), 3, 5)


# As MNIST was prepared


def prepared(canvas, side, box):
    """The same by brute force: every pixel repeated until both grids agree, then means; scipy's centre of mass."""
    rows, columns = np.nonzero(canvas)
    ink = canvas[rows.min() : rows.max() + 1, columns.min() : columns.max() + 1].astype(float)
    longest = max(ink.shape)
    fine = ink.repeat(box, 0).repeat(box, 1)
    fine = np.pad(fine, [(0, -n % longest) for n in fine.shape])
    small = fine.reshape(fine.shape[0] // longest, longest, -1, longest).mean((1, 3))
    middle = [round(place) for place in scipy.ndimage.center_of_mass(small)]
    field = np.zeros((3 * side, 3 * side))
    top, left = (side + side // 2 - place for place in middle)
    field[top : top + small.shape[0], left : left + small.shape[1]] = small
    return field[side : 2 * side, side : 2 * side]


@pytest.mark.parametrize(("side", "box"), [(28, 20), (64, 46), (8, 6), (15, 11)])
@pytest.mark.parametrize("seed", range(6))
def test_a_drawing_is_prepared_as_brute_force_has_it(seed, side, box):
    canvas = scribble(seed, (150, 180), width=5.0 + 3 * seed)
    canvas[canvas < 128] = 0  # no ink so faint that it has no say
    found = drawing.as_mnist(canvas, side, box)
    assert found.shape == (1, side, side)
    assert found.dtype == np.uint8
    assert np.abs(found[0] - prepared(canvas, side, box)).max() <= 0.51


@pytest.mark.parametrize("seed", range(20))
def test_the_longer_side_fills_the_box_and_the_centre_of_mass_is_in_the_middle(seed):
    image = drawing.as_mnist(scribble(seed))[0]
    rows, columns = np.nonzero(image)
    assert 19 <= max(np.ptp(rows), np.ptp(columns)) + 1 <= 21
    assert np.abs(np.array(scipy.ndimage.center_of_mass(image)) - 14).max() < 0.51


@pytest.mark.parametrize("seed", range(3))
def test_where_and_how_large_one_draws_makes_no_difference(seed):
    canvas = scribble(seed, (100, 100), width=8.0)
    image = drawing.as_mnist(canvas).astype(int)
    for down, right in ((0, 40), (75, 3), (60, 60)):
        moved = np.zeros((180, 170), np.uint8)
        moved[down : down + 100, right : right + 100] = canvas
        assert np.abs(drawing.as_mnist(moved) - image).max() <= 1  # where a mean is halfway between two levels
    for times in (2, 3):
        assert np.abs(drawing.as_mnist(canvas.repeat(times, 0).repeat(times, 1)) - image).max() <= 1


@pytest.mark.parametrize("seed", range(3))
def test_a_drawing_drawn_larger_with_a_wider_brush_looks_the_same(seed):
    image, larger = (drawing.as_mnist(scribble(seed, (n, n), width=0.08 * n)).astype(int) for n in (300, 710))
    assert np.abs(larger - image).max() < 20


def test_proportions_are_kept():
    canvas = np.zeros((200, 200), np.uint8)
    canvas[20:180, 90:130] = 255
    rows, columns = np.nonzero(drawing.as_mnist(canvas)[0])
    assert (np.ptp(rows) + 1, np.ptp(columns) + 1) == (20, 5)


def test_digits_of_mnist_stay_as_they_are(mnist):
    for pixels in mnist.test.pixels[:1000, 0].numpy():
        assert (drawing.as_mnist(pixels.repeat(10, 0).repeat(10, 1)) == pixels).all()
        assert (drawing.as_mnist(pixels) == pixels).all()


def test_nothing_drawn_is_black():
    for canvas in (np.zeros((280, 280), np.uint8), np.zeros((7, 9)), np.zeros((0, 0))):
        image = drawing.as_mnist(canvas, 20, 14)
        assert image.shape == (1, 20, 20)
        assert not image.any()


@pytest.mark.parametrize("place", [(0, 0), (0, 99), (99, 50), (99, 99)])
def test_a_single_pixel_anywhere_fills_the_box(place):
    canvas = np.zeros((100, 100), np.uint8)
    canvas[place] = 200
    image = drawing.as_mnist(canvas)[0]
    rows, columns = np.nonzero(image)
    assert np.ptp(rows) == np.ptp(columns) == 19
    assert set(np.unique(image)) == {0, 200}


def test_what_can_hardly_be_seen_has_no_say():
    canvas = scribble(1)
    with_rest = np.maximum(canvas, 0)
    with_rest[2, 3] = 20
    assert (drawing.as_mnist(with_rest) == drawing.as_mnist(canvas)).all()
    with_rest[2, 3] = 200
    assert (drawing.as_mnist(with_rest) != drawing.as_mnist(canvas)).any()
    # It is the strongest ink that tells: a pale drawing is prepared like a strong one.
    pale = drawing.as_mnist(canvas // 15)
    assert np.abs(pale * 15.0 - drawing.as_mnist(canvas)).max() < 23


# Strokes


def within(size, start, end, width):
    """Which share of each pixel is nearer to a line than half a width, by 9 × 9 places in each."""
    offsets = (np.arange(9) + 0.5) / 9
    y = (np.arange(size[0])[:, None] + offsets).ravel()[:, None]
    x = (np.arange(size[1])[:, None] + offsets).ravel()
    start, along = np.array(start), np.subtract(end, start)
    share = ((x - start[0]) * along[0] + (y - start[1]) * along[1]) / max(along @ along, 1e-12)
    share = np.clip(share, 0, 1)
    near = np.hypot(x - start[0] - share * along[0], y - start[1] - share * along[1]) < width / 2
    return near.reshape(size[0], 9, size[1], 9).mean((1, 3))


LINES = [
    ((20, 30), (70, 45), 9.0),
    ((50.5, 50.5), (50.5, 50.5), 20.0),
    ((10, 90), (10, 20), 6.5),
    ((-10, 40), (60, 200), 12.0),
    ((99, 1), (1, 99), 3.0),
]


@pytest.mark.parametrize(("start", "end", "width"), LINES)
def test_a_stroke_is_as_wide_and_as_round_as_it_says(start, end, width):
    cover = np.zeros((100, 110), np.uint8)
    rows, columns = drawing.stroke(cover, start, end, width)
    expected = within(cover.shape, start, end, width)
    assert np.abs(cover / 255 - expected).max() < 0.25  # a rim of one pixel is not quite the share that is covered
    assert cover.sum() / 255 == pytest.approx(expected.sum(), rel=0.05)
    assert set(np.unique(cover[expected == 0])) <= set(range(60))
    outside = cover.copy()
    outside[rows, columns] = 0
    assert not outside.any()


def test_a_line_beside_the_canvas_touches_nothing():
    cover = np.zeros((50, 60), np.uint8)
    for start, end in (((-30, 10), (-20, 40)), ((90, 10), (70, 90)), ((10, -40), (50, -20)), ((10, 80), (10, 90))):
        region = drawing.stroke(cover, start, end, 8.0)
        assert cover[region].size == 0
        assert drawing.cells(cover, start, end, 5) == (slice(0, 0), slice(0, 0))
    assert not cover.any()


def test_lines_that_meet_hide_nothing_twice():
    joined, single = np.zeros((60, 60), np.uint8), np.zeros((60, 60), np.uint8)
    for start in range(10, 50, 4):
        drawing.stroke(joined, (start, 20), (start + 4, 20), 7.0)
    drawing.stroke(single, (10, 20), (50, 20), 7.0)
    assert np.abs(joined.astype(int) - single).max() <= 1


# Cells under a line


@pytest.mark.parametrize(
    ("start", "end"), [((3, 3), (58, 41)), ((7, 55), (7, 2)), ((21, 34), (22, 34)), ((-9, 7), (70, 9))]
)
def test_cells_under_a_line_are_whole_without_gaps_and_near_it(start, end):
    scale, cover = 5, np.zeros((60, 65), np.uint8)
    rows, columns = drawing.cells(cover, start, end, scale)
    by_cell = cover.reshape(12, scale, 13, scale)
    assert set(np.unique(cover)) == {0, 255}
    assert (by_cell.min((1, 3)) == by_cell.max((1, 3))).all()
    covered = by_cell[:, 0, :, 0] > 0
    _, pieces = scipy.ndimage.label(covered, np.ones((3, 3)))
    assert pieces == 1
    touched = within(cover.shape, start, end, 0.5).reshape(12, scale, 13, scale).sum((1, 3))
    assert not (covered & (touched == 0)).any()
    assert covered.sum() >= np.count_nonzero(touched > 1)  # all but corners that it cuts
    for x, y in (start, end):
        if 0 <= x < 65 and 0 <= y < 60:
            assert covered[int(y) // scale, int(x) // scale]
    assert cover[rows, columns].sum() == cover.sum()


# Ink


def test_ink_on_paper_is_mixed_by_cover():
    paper, cover, ink = noise(9, 8, 3), noise(9, 8, seed=1), np.array([250, 0, 99], np.uint8)
    share = cover[..., None] / 255
    assert np.abs(drawing.inked(paper, cover, ink) - (paper * (1 - share) + ink * share)).max() <= 0.5 + 1e-9
    assert (drawing.inked(paper, np.full((9, 8), 255, np.uint8), ink) == ink).all()
    assert (drawing.inked(paper, np.zeros((9, 8), np.uint8), ink) == paper).all()


@pytest.mark.parametrize("shape", SHAPES)
def test_the_brush_grows_with_the_image_and_is_never_finer_than_a_pixel(shape):
    width = drawing.brush_width(*shape[1:])
    assert width >= 1
    assert math.isclose(width, max(shape[1:]) * drawing.brush_width(28, 28) / 28) or width == 1
