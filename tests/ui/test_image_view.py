"""Images on screen: the right grey, the right colour, no smoothing, and rows that can be chosen."""

import math

import numpy as np
import pytest
import torch
from hands import LEFT, NONE, has_colour, pixels, seen
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QColor

from vaegui.ui.image_view import (
    ImageSheet,
    ImageTable,
    ImageView,
    TableRow,
    amount_rgb,
    difference_rgb,
    to_qimage,
    to_rgb,
)


def test_grey_is_the_same_in_all_three_channels_and_rounded():
    image = torch.tensor([[[0.0, 1.0], [0.5, 0.1]]])
    assert to_rgb(image, paper=False).tolist() == [[[0] * 3, [255] * 3], [[128] * 3, [26] * 3]]


def test_paper_turns_black_and_white_around():
    image = torch.tensor([[[0.0, 1.0, 0.2]]])
    assert to_rgb(image, paper=True)[..., 0].tolist() == [[255, 0, 204]]


def test_colour_images_keep_their_colours_on_paper_too():
    image = torch.tensor([1.0, 0.5, 0.0])[:, None, None]
    for paper in (False, True):
        assert to_rgb(image, paper).tolist() == [[[255, 128, 0]]]


def test_values_outside_the_range_are_clamped_and_shapes_kept():
    images = torch.tensor([-0.5, 1.5]).reshape(2, 1, 1, 1, 1).expand(2, 3, 1, 4, 5)
    rgb = to_rgb(images, paper=False)
    assert rgb.shape == (2, 3, 4, 5, 3)
    assert rgb[0].max() == 0
    assert rgb[1].min() == 255


def test_differences_are_blue_below_white_at_and_red_above_zero():
    below, equal, above = difference_rgb(torch.tensor([[[-1.0, 0.0, 1.0]]]))[0].astype(int)
    assert below[2] > below[0] + 60
    assert above[0] > above[2] + 60
    assert equal.min() > 235
    slight = difference_rgb(torch.tensor([[[-0.2, 0.2]]]))[0].astype(int)
    assert slight.min() > below.min()


def brightness(colours):
    return np.asarray(colours, float) @ (0.2126, 0.7152, 0.0722)


def test_amounts_go_from_dark_at_zero_to_bright_at_the_largest():
    amounts = torch.linspace(0, 1, 100).reshape(1, 10, 10)
    shown = amount_rgb(amounts)
    assert shown.shape == (10, 10, 3)
    assert (np.diff(brightness(shown.reshape(100, 3))) >= -1).all()
    assert brightness(shown[0, 0]) < 30
    assert brightness(shown[-1, -1]) > 200
    # What counts is the share of the largest amount, whatever that is.
    for scale in (1e-3, 40.0):
        assert (amount_rgb(scale * amounts) == shown).all()


def test_amounts_of_nothing_and_of_no_number_are_dark():
    dark = amount_rgb(torch.zeros(1, 2, 2))
    assert brightness(dark).max() < 30
    strange = amount_rgb(torch.tensor([[[math.nan, 0.0], [1.0, 0.5]]]))
    assert (strange[0, 0] == dark[0, 0]).all()
    assert (strange[1, 0] == amount_rgb(torch.ones(1, 1, 1))[0, 0]).all()


def test_an_image_survives_the_way_to_qt_whatever_its_width():
    array = np.random.default_rng(0).integers(0, 256, (5, 14, 3), dtype=np.uint8)[:, ::2]
    assert (pixels(to_qimage(array)) == array).all()


def test_enlarging_never_smooths(qtbot):
    board = np.zeros((4, 4, 3), np.uint8)
    board[::2, ::2] = board[1::2, 1::2] = 255
    view = ImageView()
    qtbot.addWidget(view)
    view.set_image(to_qimage(board))
    view.resize(302, 262)
    inner = seen(view)[21 + 20 : -21 - 20, 21 + 30 : -21 - 30]
    assert set(np.unique(inner)) == {0, 255}
    assert 0.45 < (inner == 255).mean() < 0.55


def test_an_image_keeps_its_proportions(qtbot):
    view = ImageView()
    qtbot.addWidget(view)
    view.set_image(to_qimage(np.full((10, 20, 3), (250, 10, 20), np.uint8)))
    view.resize(300, 300)
    rows, columns = np.nonzero((seen(view) == (250, 10, 20)).all(-1))
    assert 290 < np.ptp(columns) < 300
    assert np.isclose(np.ptp(columns) / np.ptp(rows), 2, rtol=0.05)
    assert abs(rows.mean() - 150) < 2


# The table


def tile(*colour):
    return to_qimage(np.full((8, 8, 3), colour, np.uint8))


@pytest.fixture
def table(qtbot):
    widget = ImageTable(("left", "right"), ("one thing", "another"))
    qtbot.addWidget(widget)
    widget.resize(240, 600)
    widget.set_rows([TableRow((tile(10 * n, 0, 200), tile(10 * n, 200, 0)), (f"{n} nats", "")) for n in range(1, 5)])
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def test_every_image_lies_in_its_row_and_column(table):
    picture = seen(table)
    for number in range(4):
        area = table.row_rect(number).toRect()
        strip = picture[area.top() : area.bottom(), :]
        left, right = strip[:, :120], strip[:, 120:]
        shade = 10 * (number + 1)
        assert has_colour(left, QColor(shade, 0, 200).name()) > 1500
        assert has_colour(right, QColor(shade, 200, 0).name()) > 1500
        assert has_colour(picture, QColor(shade, 0, 200).name()) == has_colour(left, QColor(shade, 0, 200).name())


@pytest.mark.parametrize("row", range(4))
def test_a_click_chooses_its_row(qtbot, table, row):
    with qtbot.waitSignal(table.row_chosen) as heard:
        qtbot.mouseClick(table, LEFT, NONE, table.row_rect(row).center().toPoint())
    assert heard.args == [row]


def test_a_click_elsewhere_chooses_nothing(qtbot, table):
    with qtbot.assertNotEmitted(table.row_chosen):
        qtbot.mouseClick(table, LEFT, NONE, QPoint(20, 4))
        qtbot.mouseClick(table, LEFT, NONE, QPoint(20, int(table.row_rect(4).center().y())))


def test_the_keys_walk_through_the_rows_and_stop_at_the_ends(qtbot, table):
    heard = []
    table.row_chosen.connect(heard.append)
    table.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Up, Qt.Key.Key_Up):
        qtbot.keyClick(table, key)
    assert heard == [0, 1, 1, 0, 0]
    for _ in range(5):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert heard[-1] == 3


def test_the_chosen_row_is_marked(qtbot, table):
    table.setFocus()
    before = seen(table)
    qtbot.mouseClick(table, LEFT, NONE, table.row_rect(2).center().toPoint())
    changed = np.nonzero((seen(table) != before).any(-1))[0]
    area = table.row_rect(2)
    assert len(changed) > 50
    assert area.top() - 8 <= changed.min() <= changed.max() <= area.bottom() + 8


def test_the_height_holds_all_rows_at_any_width(table):
    for width in (120, 240, 600):
        table.resize(width, 100)
        assert table.minimumHeight() >= table.row_rect(3).bottom()


def test_keys_in_an_empty_table_do_nothing(qtbot, table):
    table.set_rows([])
    table.setFocus()
    with qtbot.assertNotEmitted(table.row_chosen):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    seen(table)


# Rows with titles, empty places and groups


RED, GREEN = (200, 30, 30), (30, 200, 30)


def inked(table, area):
    """How many pixels of an area are neither paper nor an image, and their middle across."""
    picture = seen(table)[int(area.top()) : int(area.bottom()), int(area.left()) : int(area.right())]
    paper = table.palette().window().color().getRgb()[:3]
    columns = np.nonzero(~np.isin(as_numbers(picture), as_numbers(np.array([paper, RED, GREEN]))))[1]
    return len(columns), float(columns.mean()) + area.left() if len(columns) else math.nan


def as_numbers(colours):
    return np.asarray(colours).astype(int) @ (65536, 256, 1)


def columns_of(table, colour):
    """The first and the last column of pixels of a colour."""
    columns = np.nonzero((seen(table) == colour).all(-1))[1]
    return columns.min(), columns.max()


def test_an_empty_place_stays_empty_and_its_neighbour_where_it_was(table):
    full, left, right = (
        TableRow((tile(*RED), tile(*GREEN)), ("3 nats", "4 nats")),
        TableRow((tile(*RED), None), ("3 nats", "4 nats")),
        TableRow((None, tile(*GREEN)), ("3 nats", "4 nats")),
    )
    table.set_rows([full])
    whole = seen(table)
    paper = whole[-3, 3].copy()
    table.set_rows([left])
    picture = seen(table)
    below = int(table.row_rect(0).top())
    assert (picture[below:, :120] == whole[below:, :120]).all()
    assert (picture[below:, 124:] == paper).all()  # no image, no frame and no caption
    assert (whole[below:, 124:] != paper).any()
    table.set_rows([right])
    picture = seen(table)
    assert (picture[below:, 124:] == whole[below:, 124:]).all()
    assert (picture[below:, :116] == paper).all()
    table.set_rows([TableRow((None, None), ("", ""))])
    assert (seen(table)[below:] == paper).all()


def test_a_title_stands_in_the_gutter_beside_its_row(table):
    rows = [TableRow((tile(*RED), tile(*GREEN)), ("3 nats", "4 nats"), title) for title in ("A", "", "B")]
    table.set_rows(rows)
    gutters = [QRectF(0, table.row_rect(n).top(), 22, table.row_rect(n).height() - 8) for n in range(3)]
    counts = [inked(table, gutter) for gutter in gutters]
    assert counts[0][0] > 10
    assert counts[2][0] > 10
    assert counts[1][0] == 0
    assert all(4 < middle < 20 for count, middle in counts if count)
    first = columns_of(table, RED)[0]
    assert first >= table.GUTTER + table.MARGIN / 2
    picture = seen(table)
    letters = [picture[int(g.top()) : int(g.top()) + 90, :20] for g in (gutters[0], gutters[2])]
    assert (letters[0] != letters[1]).any()
    # Level with the middle of the image, not with the row and its caption.
    rows_of_ink = np.nonzero((letters[0] != picture[-3, 3]).any(-1))[0] + int(gutters[0].top())
    image = np.nonzero((picture == RED).all(-1).any(1))[0]
    image = image[image < table.row_rect(1).top()]
    assert rows_of_ink.mean() == pytest.approx(image.mean(), abs=4)


@pytest.mark.parametrize("width", [140, 200, 212])
def test_titles_take_their_room_from_all_columns_alike(table, width):
    table.resize(width, 600)
    images = (tile(*RED), tile(*GREEN))
    table.set_rows([TableRow(images, ("", ""))])
    without = [columns_of(table, colour) for colour in (RED, GREEN)]
    # One title is enough for every row to move, so that columns stay columns.
    table.set_rows([TableRow(images, ("", "")), TableRow((None, None), ("", ""), "B")])
    with_title = [columns_of(table, colour) for colour in (RED, GREEN)]
    widths = [np.array([b - a for a, b in found]) for found in (without, with_title)]
    assert np.abs(widths[0] - widths[1] - table.GUTTER / 2).max() <= 1.5
    centres = [np.array([(a + b) / 2 for a, b in found]) for found in (without, with_title)]
    assert np.diff(centres[0])[0] - np.diff(centres[1])[0] == pytest.approx(table.GUTTER / 2, abs=1)
    assert centres[1][0] > centres[0][0]
    assert with_title[1][1] <= width - 4
    heights = np.nonzero((seen(table) == RED).all(-1).any(1))[0]
    assert np.ptp(heights) == pytest.approx(with_title[0][1] - with_title[0][0], abs=1)  # still a square


def test_headings_move_with_their_columns(table):
    table.set_rows([TableRow((tile(*RED), tile(*GREEN)), ("", ""), "A")])
    top = table.row_rect(0).top()
    for area, colour in ((QRectF(16, 0, 112, top), RED), (QRectF(130, 0, 110, top), GREEN)):
        count, middle = inked(table, area)
        assert count > 10
        assert middle == pytest.approx(np.mean(columns_of(table, colour)), abs=3)


def test_a_group_is_set_off_from_the_one_above(table):
    images = (tile(*RED), tile(*GREEN))
    together = [TableRow(images, ("", ""), title) for title in "ABAB"]
    apart = [TableRow(images, ("", ""), title, begins_group=title == "A") for title in "ABAB"]
    table.set_rows(together)
    before = seen(table)
    table.set_rows(apart)
    rows, columns = np.nonzero((seen(table) != before).any(-1))
    # One line between the second row and the third, and none above the first.
    assert np.ptp(rows) <= 1
    assert columns.min() < 12
    assert columns.max() > table.width() - 12
    reds = np.nonzero((before == RED).all(-1).any(1))[0]
    assert reds[reds < table.row_rect(2).top()].max() < rows.min()
    assert rows.max() < reds[reds > table.row_rect(2).top()].min()


@pytest.mark.parametrize("row", range(4))
def test_a_click_chooses_its_row_among_groups_and_empty_places(qtbot, table, row):
    images = (tile(*RED), tile(*GREEN))
    rows = [TableRow(images, ("1 nat", ""), "A", begins_group=True), TableRow((None, images[1]), ("", ""), "B")]
    table.set_rows(rows * 2)
    heard = []
    table.row_chosen.connect(heard.append)
    area = table.row_rect(row)
    for x in (6, 60, 180):  # on the title, on an image or where there is none, on an image
        qtbot.mouseClick(table, LEFT, NONE, QPoint(x, int(area.center().y())))
    assert heard == [row] * 3
    # What is under the pointer there is that row's own image.
    greens = np.nonzero((seen(table) == GREEN).all(-1).any(1))[0]
    assert area.top() <= greens[np.abs(greens - area.center().y()).argmin()] < area.bottom()


# The sheet


@pytest.fixture
def sheet(qtbot):
    """A sheet of 3 × 3 images of 2 × 4 pixels, each of a colour of its own."""
    widget = ImageSheet(3)
    qtbot.addWidget(widget)
    widget.resize(260, 200)
    shades = 20 * np.arange(9, dtype=np.uint8)[:, None, None, None]
    widget.set_images(np.concatenate([shades, 255 - shades, np.full_like(shades, 99)], -1).repeat(2, 1).repeat(4, 2))
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def test_images_lie_row_by_row_and_keep_their_proportions(sheet):
    assert (sheet.image.height(), sheet.image.width()) == (6, 12)
    picture = seen(sheet)
    for number in range(9):
        area = sheet.cell_rect(number)
        assert area.width() == pytest.approx(2 * area.height())
        middle = area.center().toPoint()
        shade = 20 * number
        assert picture[middle.y(), middle.x()].tolist() == [shade, 255 - shade, 99]
        assert has_colour(picture, QColor(shade, 255 - shade, 99).name()) > 0.85 * area.width() * area.height()


@pytest.mark.parametrize("number", [0, 2, 4, 8])
def test_a_click_on_the_sheet_chooses_its_image(qtbot, sheet, number):
    heard = []
    sheet.chosen.connect(heard.append)
    qtbot.mouseClick(sheet, LEFT, NONE, sheet.cell_rect(number).center().toPoint())
    assert heard == [number]


def test_a_click_beside_the_sheet_chooses_nothing(qtbot, sheet):
    sheet.resize(500, 200)
    with qtbot.assertNotEmitted(sheet.chosen):
        qtbot.mouseClick(sheet, LEFT, NONE, QPoint(3, 100))


def test_the_keys_walk_over_the_sheet_and_stop_at_its_edges(qtbot, sheet):
    heard = []
    sheet.chosen.connect(heard.append)
    sheet.setFocus()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Space)
    for key in keys:
        qtbot.keyClick(sheet, key)
    assert heard == [1, 4, 4, 3, 0, 0]
    heard.clear()
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left):
        qtbot.keyClick(sheet, key)
    for _ in range(4):
        qtbot.keyClick(sheet, Qt.Key.Key_Down)
    assert heard == [3, 6]


def test_the_chosen_image_is_framed(qtbot, sheet):
    sheet.setFocus()
    qtbot.mouseClick(sheet, LEFT, NONE, sheet.cell_rect(0).center().toPoint())
    before = seen(sheet)
    qtbot.mouseClick(sheet, LEFT, NONE, sheet.cell_rect(4).center().toPoint())
    after = seen(sheet)
    rows, columns = np.nonzero((after != before).any(-1))
    whole = sheet.cell_rect(0).united(sheet.cell_rect(4)).adjusted(-3, -3, 3, 3)
    assert len(rows) > 50
    assert whole.top() <= rows.min() <= rows.max() <= whole.bottom()
    assert whole.left() <= columns.min() <= columns.max() <= whole.right()


def test_an_empty_sheet_shows_and_chooses_nothing(qtbot, sheet):
    sheet.set_images(None)
    assert sheet.image is None
    assert len(np.unique(seen(sheet).reshape(-1, 3), axis=0)) == 1
    with qtbot.assertNotEmitted(sheet.chosen):
        qtbot.mouseClick(sheet, LEFT)
        qtbot.keyClick(sheet, Qt.Key.Key_Return)
