"""Images on screen: the right grey, the right colour, no smoothing, and rows that can be chosen."""

import math

import numpy as np
import pytest
import torch
from hands import LEFT, NONE, has_colour, pixels, seen
from PySide6.QtCore import QPoint, Qt
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
