"""The selection: lasso, box, class and figures, marked on the maps, and the contact sheet of it."""

import re

import numpy as np
import pytest
from hands import (
    LEFT,
    NONE,
    WAIT,
    action,
    as_bytes,
    choose_tab,
    drag,
    has_colour,
    pixels,
    place,
    position,
    press_in_box,
    rest,
    says,
    seen,
    settle,
    stop,
    train,
    train_for,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton

from vaegui import explore, recording
from vaegui.data import fixed_thresholds
from vaegui.evaluation import image_figures
from vaegui.plane import CLASS_COLOURS
from vaegui.steps import finish
from vaegui.ui.theme import number

CONTROL = Qt.KeyboardModifier.ControlModifier
BOTH = CONTROL | Qt.KeyboardModifier.ShiftModifier


def maps(window):
    return window.desk.explorer.maps.maps


def compare(window, run):
    """Tick a run in the list, as test_comparing.py does by hand."""
    window.desk.runs_panel.set_ticked([run.folder])
    window.desk.compare([run.folder])


def code(run, row):
    return tuple(run.codes.mean[row].tolist())


def thresholds():
    return fixed_thresholds((360, 1, 8, 8))


def close_up(latent_map, run):
    """Show the codes of a run as large as they fit, with some room around."""
    (left, right), (low, high) = [(float(v.min()), float(v.max())) for v in run.codes.mean.T]
    latent_map.view.setRange(xRange=(left, right), yRange=(low, high), padding=0.2)
    settle(latent_map)


def ring_of(latent_map, centre, radius, turns=1, corners=24):
    """Pixels of a closed outline around a pixel; with two turns over five corners it is a pentagram."""
    angles = np.linspace(0, 2 * np.pi * turns, corners, endpoint=False)
    return [centre + QPoint(round(radius * np.cos(a)), round(radius * np.sin(a))) for a in angles]


def middle(run, latent_map):
    return place(latent_map, *np.median(run.codes.mean.numpy(), axis=0).tolist())


def half(run, latent_map):
    """The radius in pixels of a circle around the middle that holds half of the codes."""
    away = run.codes.mean.numpy() - np.median(run.codes.mean.numpy(), axis=0)
    return round(np.median(np.hypot(*away.T)) / latent_map.view.viewPixelSize()[0])


def inside(run, latent_map, outline):
    """Rows whose codes a ray from leaves through an odd number of sides of an outline."""
    corners = np.array([position(latent_map, point) for point in outline])
    x, y = run.codes.mean.double().numpy().T
    odd = np.zeros(len(x), bool)
    for (ax, ay), (bx, by) in zip(corners, np.roll(corners, -1, axis=0), strict=True):
        crosses = (ay > y) != (by > y)
        with np.errstate(divide="ignore", invalid="ignore"):
            odd ^= crosses & (x < (bx - ax) * (y - ay) / (by - ay) + ax)
    return np.flatnonzero(odd)


def within(run, latent_map, a, b):
    """Rows whose codes are in the box between two pixels."""
    corners = np.array([position(latent_map, point) for point in (a, b)])
    codes = run.codes.mean.double().numpy()
    return np.flatnonzero(((codes >= corners.min(0)) & (codes <= corners.max(0))).all(1))


def brush(qtbot, latent_map, outline, modifiers=NONE):
    drag(qtbot, latent_map.plot.viewport(), outline, modifiers=modifiers)


def is_selected(window, rows):
    """Whether exactly these test rows are selected, marked and on the sheet, whatever their order."""
    rows = sorted(int(row) for row in rows)
    return (
        sorted(window.desk.selecting.rows.tolist()) == rows
        and sorted(window.map.selected.tolist()) == rows
        and sorted(window.desk.selection_panel.shown_rows) == rows
    )


def colours_at(latent_map, run, rows):
    """The share of the codes of these rows that are seen in the colour of their class."""
    picture = seen(latent_map.plot.viewport())
    points = [place(latent_map, *code(run, row)) for row in rows]
    labels = run.codes.labels[list(rows)].tolist()
    hits = [
        has_colour(picture[p.y() : p.y() + 1, p.x() : p.x() + 1], CLASS_COLOURS[label])
        for p, label in zip(points, labels, strict=True)
    ]
    return np.mean(hits)


@pytest.fixture
def lasso(qtbot, window, own_run):
    """The window on the small run with the lasso."""
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_S)
    close_up(window.map, own_run)
    return window


@pytest.fixture
def pair(qtbot, brief_run, lasso, own_run):
    """The same with the brief run beside it."""
    compare(lasso, brief_run)
    for latent_map, run in zip(maps(lasso), (own_run, brief_run), strict=True):
        close_up(latent_map, run)
    return lasso


# Drawing


def test_the_lasso_selects_exactly_what_is_inside(qtbot, lasso, own_run):
    before = lasso.map.target
    for corners, turns in ((24, 1), (5, 2)):  # a circle and a pentagram
        radius = turns * half(own_run, lasso.map)
        outline = ring_of(lasso.map, middle(own_run, lasso.map), radius, turns, corners)
        expected = inside(own_run, lasso.map, outline)
        assert 20 < len(expected) < 340
        brush(qtbot, lasso.map, outline)
        assert is_selected(lasso, expected)
        assert not lasso.desk.selection_panel.sheet.visibleRegion().isEmpty()
        others = np.setdiff1d(np.arange(360), expected)
        assert colours_at(lasso.map, own_run, expected) > 0.25
        assert colours_at(lasso.map, own_run, others) < 0.1
    assert lasso.map.target == before  # which the tool leaves alone


def test_the_selection_follows_the_hand(qtbot, lasso, own_run):
    outline = ring_of(lasso.map, middle(own_run, lasso.map), 140)
    viewport = lasso.map.plot.viewport()
    qtbot.mousePress(viewport, LEFT, NONE, outline[0])
    sizes = set()
    for count in range(2, len(outline) + 1):
        qtbot.mouseMove(viewport, outline[count - 1])
        expected = inside(own_run, lasso.map, outline[:count])
        assert lasso.map.selected.tolist() == expected.tolist()
        assert len(lasso.desk.selecting.rows) == 0  # nothing is selected before the button is up
        sizes.add(len(expected))
    assert len(sizes) > 5
    drawn = seen(viewport)
    qtbot.mouseRelease(viewport, LEFT, NONE, outline[-1])
    assert is_selected(lasso, expected)
    assert (seen(viewport) != drawn).any(-1).sum() > 100  # the outline goes


def test_the_box_selects_exactly_what_is_inside(qtbot, lasso, own_run):
    qtbot.keyClick(lasso.map.plot, Qt.Key.Key_B)
    centre = middle(own_run, lasso.map)
    for a, b in ((QPoint(-120, -60), QPoint(90, 110)), (QPoint(70, 90), QPoint(-60, -80))):
        expected = within(own_run, lasso.map, centre + a, centre + b)
        assert 20 < len(expected) < 340
        drag(qtbot, lasso.map.plot.viewport(), [centre + a, centre, centre + b + QPoint(30, 30), centre + b])
        assert is_selected(lasso, expected)


def test_ctrl_adds_and_a_click_selects_nothing(qtbot, lasso, own_run):
    qtbot.keyClick(lasso.map.plot, Qt.Key.Key_B)
    centre = middle(own_run, lasso.map)
    first = (centre + QPoint(-150, -100), centre + QPoint(-10, 100))
    second = (centre + QPoint(-40, -60), centre + QPoint(140, 60))
    rows = [within(own_run, lasso.map, *corners) for corners in (first, second)]
    both = np.union1d(*rows)
    assert len(both) > max(len(part) for part in rows) > 0
    brush(qtbot, lasso.map, first)
    assert is_selected(lasso, rows[0])
    brush(qtbot, lasso.map, second, CONTROL)
    assert is_selected(lasso, both)
    # A click with Ctrl adds nothing, one without leaves nothing.
    qtbot.mouseClick(lasso.map.plot.viewport(), LEFT, CONTROL, centre)
    assert is_selected(lasso, both)
    brush(qtbot, lasso.map, second)
    assert is_selected(lasso, rows[1])
    qtbot.mouseClick(lasso.map.plot.viewport(), LEFT, NONE, centre)
    assert is_selected(lasso, ())
    assert colours_at(lasso.map, own_run, range(360)) > 0.25
    for expected in (rows[1], both, rows[0], ()):
        qtbot.keyClick(lasso, Qt.Key.Key_Z, CONTROL)
        assert is_selected(lasso, expected)
    for expected in (rows[0], both, rows[1], ()):
        qtbot.keyClick(lasso, Qt.Key.Key_Z, BOTH)
        assert is_selected(lasso, expected)


def test_what_is_given_up_restores_what_was_selected(qtbot, lasso, own_run):
    centre, viewport = middle(own_run, lasso.map), lasso.map.plot.viewport()
    kept = ring_of(lasso.map, centre, 60)
    expected = inside(own_run, lasso.map, kept)
    brush(qtbot, lasso.map, kept)
    outline, steps = ring_of(lasso.map, centre, 170), lasso.desk.undo_stack.count()
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_T):  # another tool
        qtbot.mousePress(viewport, LEFT, NONE, outline[0])
        for point in outline[1:]:
            qtbot.mouseMove(viewport, point)
        assert len(lasso.map.selected) > len(expected)
        qtbot.keyClick(lasso.map.plot, key)
        assert is_selected(lasso, expected)
        qtbot.mouseRelease(viewport, LEFT, NONE, outline[-1])
        assert is_selected(lasso, expected)
        assert lasso.desk.undo_stack.count() == steps


def test_hidden_classes_are_not_selected(qtbot, lasso, own_run):
    outline = ring_of(lasso.map, middle(own_run, lasso.map), 150)
    expected = inside(own_run, lasso.map, outline)
    labels = own_run.codes.labels.numpy()
    hidden = int(np.bincount(labels[expected]).argmax())
    button = next(b for b in lasso.findChildren(QToolButton) if b.property("class_index") == hidden)
    qtbot.mouseClick(button, LEFT)
    brush(qtbot, lasso.map, outline)
    assert is_selected(lasso, expected[labels[expected] != hidden])
    assert len(lasso.desk.selecting.rows) < len(expected)


# Two maps


@pytest.mark.parametrize("hand", [0, 1], ids=["A", "B"])
def test_a_brush_on_one_map_marks_the_same_images_on_both(qtbot, pair, own_run, brief_run, hand):
    these, here = (own_run, brief_run), maps(pair)[hand]
    outline = ring_of(here, middle(these[hand], here), half(these[hand], here))
    expected = inside(these[hand], here, outline)
    assert 20 < len(expected) < 340
    # While the hand draws, and given up
    qtbot.mousePress(here.plot.viewport(), LEFT, NONE, outline[0])
    for point in outline[1:]:
        qtbot.mouseMove(here.plot.viewport(), point)
    assert [m.selected.tolist() for m in maps(pair)] == [expected.tolist()] * 2
    qtbot.keyClick(here.plot, Qt.Key.Key_Escape)
    assert [len(m.selected) for m in maps(pair)] == [0, 0]
    qtbot.mouseRelease(here.plot.viewport(), LEFT, NONE, outline[-1])
    # All the way
    brush(qtbot, here, outline)
    assert is_selected(pair, expected)
    others = np.setdiff1d(np.arange(360), expected)
    for latent_map, run in zip(maps(pair), these, strict=True):
        assert sorted(latent_map.selected.tolist()) == expected.tolist()
        assert colours_at(latent_map, run, expected) > 2 * colours_at(latent_map, run, others)
        assert colours_at(latent_map, run, others) < 0.15
    qtbot.mouseClick(here.plot.viewport(), LEFT, NONE, outline[0])
    for latent_map, run in zip(maps(pair), these, strict=True):
        assert len(latent_map.selected) == 0
        assert colours_at(latent_map, run, others) > 0.2


def test_a_run_of_other_images_takes_no_part(qtbot, lasso, own_run, mnist_run):
    compare(lasso, mnist_run)
    second = maps(lasso)[1]
    close_up(second, mnist_run)
    close_up(lasso.map, own_run)
    brush(qtbot, second, ring_of(second, middle(mnist_run, second), 150))
    assert is_selected(lasso, ())
    assert len(second.selected) == 0
    outline = ring_of(lasso.map, middle(own_run, lasso.map), 110)
    brush(qtbot, lasso.map, outline)
    assert is_selected(lasso, inside(own_run, lasso.map, outline))
    assert len(second.selected) == 0


# By class and by figure


def choose(qtbot, box, key):
    """Choose from a combo box by its keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.count()):
        if box.currentData() == key or box.currentText() == key:
            return
        qtbot.keyClick(box, Qt.Key.Key_Down)
    raise AssertionError(f"{key} cannot be chosen")


def select(qtbot, window, way, count=None):
    """Select by figure, with the panel's own controls."""
    choose_tab(qtbot, window, "Select")
    panel = window.desk.selection_panel
    choose(qtbot, panel.way, way)
    if count is not None:
        panel.count.setFocus()
        panel.count.selectAll()
        qtbot.keyClicks(panel.count, str(count))
        qtbot.keyClick(panel.count, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.select_button, LEFT)


def captions(window):
    model = window.desk.selection_panel.sheet.model()
    return [model.index(i).data(Qt.ItemDataRole.DisplayRole) for i in range(model.rowCount())]


def psnr_of(run_or_model, digits):
    model = getattr(run_or_model, "model", run_or_model)
    return explore.reconstruct(model, digits.test.pixels, thresholds()).psnr.double().numpy()


def gap_of(run, digits):
    return finish(image_figures(run.model, digits.test.pixels, thresholds())).gap.numpy()


def is_lowest(values, rows, count):
    """Whether rows are those of the lowest values, the lowest first; equal values may stand in any order."""
    return len(set(rows)) == count and np.allclose(values[list(rows)], np.sort(values)[:count], atol=1e-4)


def test_a_class_can_be_selected(qtbot, window, own_run, digits):
    choose_tab(qtbot, window, "Select")
    panel = window.desk.selection_panel
    for label in (7, 2):
        choose(qtbot, panel.classes, digits.classes[label])
        qtbot.mouseClick(panel.select_button, LEFT)
        assert is_selected(window, np.flatnonzero(digits.test.labels == label))
        assert set(captions(window)) == {digits.classes[label]}
    count = int((digits.test.labels == 2).sum())
    assert panel.words == f"{count} of 360 test images: 100% “2”"
    qtbot.mouseClick(panel.clear_button, LEFT)
    assert is_selected(window, ())
    assert panel.words.startswith("Nothing is selected.")
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert is_selected(window, np.flatnonzero(digits.test.labels == 2))
    qtbot.keyClick(window, Qt.Key.Key_A, BOTH)
    assert is_selected(window, ())


def test_the_worst_reconstructed_are_selected(qtbot, open_window, run_of, digits):
    run = run_of("autoencoder")
    window = open_window(run.folder)
    qtbot.waitUntil(lambda: window.desk.datasets.get("digits") is not None, timeout=WAIT)
    select(qtbot, window, "psnr", 20)
    qtbot.waitUntil(lambda: len(window.desk.selecting.rows) == 20, timeout=WAIT)
    values, shown = psnr_of(run, digits), window.desk.selection_panel.shown_rows
    assert is_lowest(values, shown, 20)
    assert is_selected(window, shown)
    assert window.desk.selection_panel.order.currentText() == "worst PSNR first"
    assert captions(window) == [f"{number(values[row], 1)} dB" for row in shown]
    assert not window.desk.selection_panel.cancel_button.isVisible()
    # What was measured is not measured again.
    select(qtbot, window, "psnr", 33)
    assert is_lowest(values, window.desk.selection_panel.shown_rows, 33)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert is_selected(window, shown)


def test_those_with_the_largest_gap_are_selected(qtbot, open_window, run_of, digits):
    run = run_of("em")
    window = open_window(run.folder)
    qtbot.waitUntil(lambda: window.desk.datasets.get("digits") is not None, timeout=WAIT)
    select(qtbot, window, "gap", 12)
    assert window.desk.selection_panel.cancel_button.isVisible()
    assert not window.desk.selection_panel.select_button.isEnabled()
    values = gap_of(run, digits)
    test = run.config.test
    error = 3 * np.hypot(test.log_p.standard_error, test.elbo.standard_error)
    assert values.mean() == pytest.approx(test.log_p.mean - test.elbo.mean, abs=error)
    qtbot.waitUntil(lambda: len(window.desk.selecting.rows) == 12, timeout=WAIT)
    shown = window.desk.selection_panel.shown_rows
    assert is_lowest(-values, shown, 12)
    assert captions(window) == [f"{number(values[row], 1)} nats" for row in shown]
    assert window.desk.selection_panel.select_button.isEnabled()


@pytest.mark.parametrize("way", ["psnr", "gap"])
def test_measuring_can_be_given_up(qtbot, window, own_run, digits, way):
    panel = window.desk.selection_panel
    select(qtbot, window, way, 10)
    qtbot.mouseClick(panel.cancel_button, LEFT)
    assert not panel.cancel_button.isVisible()
    assert panel.select_button.isEnabled()
    qtbot.waitUntil(lambda: not window.desk.selecting._job._threads, timeout=WAIT)
    assert is_selected(window, ())
    assert not window.desk.undo_stack.canUndo()
    qtbot.mouseClick(panel.select_button, LEFT)
    qtbot.waitUntil(lambda: len(window.desk.selecting.rows) == 10, timeout=WAIT)
    values = psnr_of(own_run, digits) if way == "psnr" else -gap_of(own_run, digits)
    assert is_lowest(values, panel.shown_rows, 10)


def test_another_run_in_the_middle_of_measuring_gives_it_up(qtbot, window, brief_run):
    select(qtbot, window, "gap", 10)
    assert window.desk.open_run(brief_run.folder)
    assert not window.desk.selection_panel.cancel_button.isVisible()
    qtbot.waitUntil(lambda: not window.desk.selecting._job._threads, timeout=WAIT)
    assert is_selected(window, ())


def test_ways_that_a_model_cannot_have_say_why(qtbot, open_window, run_of, deep_run, own_run):
    window = open_window(own_run.folder)
    panel = window.desk.selection_panel
    needs_encoder, needs_p = "It needs an encoder.", "It needs a probability p(x) and two dimensions."

    def reasons():
        """Of both boxes, for "psnr" and "gap": why it cannot be chosen, or nothing."""
        found = []
        for box in (panel.way, panel.order):
            items = [box.model().item(box.findData(way)) for way in ("psnr", "gap")]
            found.append(tuple("" if item.isEnabled() else item.toolTip() for item in items))
        assert found[0] == found[1]
        return found[0]

    assert reasons() == ("", "")
    choose(qtbot, panel.way, "gap")
    choose(qtbot, panel.order, "gap")
    expected = {
        "autoencoder": ("", needs_p),
        "cross-entropy": ("", needs_p),
        "pixels": (needs_encoder, needs_encoder),
        "em": ("", ""),
    }
    for name, why in expected.items():
        assert window.desk.open_run(run_of(name).folder)
        assert reasons() == why
        assert panel.way.currentData() == "label"
        assert panel.order.currentData() == "row"
    assert window.desk.open_run(deep_run.folder)
    assert reasons() == ("", needs_p)
    assert window.desk.open_run(own_run.folder)
    assert reasons() == ("", "")
    assert "KL(q(z|x) ‖ p(z|x))" in panel.way.model().item(panel.way.findData("gap")).toolTip()


def test_without_the_images_it_is_said(qtbot, open_window, mnist_run):
    window = open_window(mnist_run.folder)
    settle(window)
    choose_tab(qtbot, window, "Select")
    qtbot.mouseClick(window.desk.selection_panel.select_button, LEFT)
    assert "not in memory" in press_in_box(qtbot, window, "OK")
    # The map can be drawn on all the same, and what is selected is not called nothing.
    qtbot.keyClick(window.map.plot, Qt.Key.Key_S)
    close_up(window.map, mnist_run)
    outline = ring_of(window.map, middle(mnist_run, window.map), 150)
    brush(qtbot, window.map, outline)
    expected = inside(mnist_run, window.map, outline)
    assert len(expected) > 3
    assert window.map.selected.tolist() == expected.tolist()
    assert "Nothing is selected" not in says(window.desk.selection_panel)
    assert window.desk.selection_panel.clear_button.isEnabled()


# The sheet


@pytest.fixture
def some(qtbot, lasso, own_run):
    """The window with some images selected, and their rows."""
    outline = ring_of(lasso.map, middle(own_run, lasso.map), 100)
    brush(qtbot, lasso.map, outline)
    return lasso, inside(own_run, lasso.map, outline)


def test_the_sheet_shows_the_images_themselves(qtbot, some, digits):
    window, rows = some
    model = window.desk.selection_panel.sheet.model()
    for i, row in enumerate(rows.tolist()):
        index = model.index(i)
        assert index.data(Qt.ItemDataRole.UserRole) == row
        picture = pixels(index.data(Qt.ItemDataRole.DecorationRole).toImage())
        assert picture.shape == (48, 48, 3)
        assert np.array_equal(picture[3::6, 3::6], as_bytes(digits.test.pixels[row] / 255))
        assert index.data(Qt.ItemDataRole.DisplayRole) == digits.classes[int(digits.test.labels[row])]
        assert index.data(Qt.ItemDataRole.ToolTipRole) == f"test image {row}"
    labels = digits.test.labels[rows].numpy()
    shares = {match[1]: int(match[0]) for match in re.findall(r"(\d+)% “(.)”", window.desk.selection_panel.words)}
    assert window.desk.selection_panel.words.startswith(f"{len(rows)} of 360 test images: ")
    assert len(shares) == 3
    for name, share in shares.items():
        assert share == pytest.approx(100 * (labels == int(name)).mean(), abs=0.5)
    assert sum(shares.values()) == pytest.approx(100 * np.sort(np.bincount(labels))[-3:].sum() / len(labels), abs=2)
    # What is painted: the first image, at the first place.
    sheet = window.desk.selection_panel.sheet
    painted = seen(sheet.viewport())
    area = sheet.visualRect(model.index(0))
    first = np.kron(digits.test.pixels[rows[0], 0].numpy(), np.ones((6, 6), np.uint8))
    part = painted[area.top() : area.bottom() + 1, area.left() : area.right() + 1, 0]
    places = np.lib.stride_tricks.sliding_window_view(part, (48, 48))
    assert any(np.array_equal(view, first) for line in places for view in line)
    qtbot.keyClick(window, Qt.Key.Key_I)
    picture = pixels(model.index(0).data(Qt.ItemDataRole.DecorationRole).toImage())
    assert np.abs(255 - picture[3::6, 3::6].astype(int) - as_bytes(digits.test.pixels[rows[0]] / 255)).max() <= 1


def test_the_sheet_is_sorted_as_one_likes(qtbot, some, own_run, digits):
    window, rows = some
    order, panel = window.desk.selection_panel.order, window.desk.selection_panel
    labels = digits.test.labels.numpy()
    assert panel.shown_rows == rows.tolist()
    choose(qtbot, order, "label")
    assert panel.shown_rows == sorted(rows.tolist(), key=lambda row: (labels[row], row))
    assert captions(window) == [digits.classes[label] for label in np.sort(labels[rows])]
    choose(qtbot, order, "psnr")
    qtbot.waitUntil(lambda: captions(window)[0].endswith("dB"), timeout=WAIT)
    psnr = psnr_of(own_run, digits)
    assert sorted(panel.shown_rows) == rows.tolist()
    assert np.allclose(psnr[panel.shown_rows], np.sort(psnr[rows]), atol=1e-4)
    assert captions(window) == [f"{number(psnr[row], 1)} dB" for row in panel.shown_rows]
    choose(qtbot, order, "gap")
    qtbot.waitUntil(lambda: captions(window)[0].endswith("nats"), timeout=WAIT)
    gap = gap_of(own_run, digits)
    assert np.allclose(gap[panel.shown_rows], np.sort(gap[rows])[::-1], atol=1e-4)
    assert captions(window) == [f"{number(gap[row], 1)} nats" for row in panel.shown_rows]
    choose(qtbot, order, "row")
    assert panel.shown_rows == rows.tolist()
    assert is_selected(window, rows)


def test_an_order_that_was_chosen_first_is_kept(qtbot, lasso, own_run, digits):
    choose_tab(qtbot, lasso, "Select")
    panel = lasso.desk.selection_panel
    choose(qtbot, panel.order, "psnr")
    outline = ring_of(lasso.map, middle(own_run, lasso.map), 100)
    brush(qtbot, lasso.map, outline)
    rows, psnr = inside(own_run, lasso.map, outline), psnr_of(own_run, digits)
    qtbot.waitUntil(lambda: captions(lasso)[0].endswith("dB"), timeout=WAIT)
    assert np.allclose(psnr[panel.shown_rows], np.sort(psnr[rows]), atol=1e-4)


def test_the_order_is_that_of_the_run_that_is_open(qtbot, some, brief_run, digits):
    window, rows = some
    panel = window.desk.selection_panel
    choose(qtbot, panel.order, "psnr")
    qtbot.waitUntil(lambda: captions(window)[0].endswith("dB"), timeout=WAIT)
    assert window.desk.open_run(brief_run.folder)
    psnr = psnr_of(brief_run, digits)

    def is_right():
        if panel.order.currentData() == "row":  # as good, if it says so
            return panel.shown_rows == rows.tolist()
        return captions(window) == [f"{number(v, 1)} dB" for v in np.sort(psnr[rows])]

    qtbot.waitUntil(is_right, timeout=WAIT)


def test_an_image_of_the_sheet_sends_both_targets_to_its_codes(qtbot, pair, own_run, brief_run):
    outline = ring_of(pair.map, middle(own_run, pair.map), 100)
    brush(qtbot, pair.map, outline)
    rows = inside(own_run, pair.map, outline)
    sheet = pair.desk.selection_panel.sheet
    for i in (4, 0):
        spot = sheet.visualRect(sheet.model().index(i)).center()
        qtbot.mouseClick(sheet.viewport(), LEFT, NONE, spot)
        for latent_map, run in zip(maps(pair), (own_run, brief_run), strict=True):
            assert latent_map.target == latent_map.ring == code(run, rows[i])
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    qtbot.keyClick(sheet, Qt.Key.Key_Return)
    for latent_map, run in zip(maps(pair), (own_run, brief_run), strict=True):
        assert latent_map.target == code(run, rows[1])
    assert is_selected(pair, rows)


# Other runs, and trainings


def test_the_selection_stays_with_the_images(qtbot, some, brief_run, deep_run, mnist_run, own_run):
    window, rows = some
    assert window.desk.open_run(brief_run.folder)
    assert is_selected(window, rows)
    # A map of two of its dimensions marks the same images.
    assert window.desk.open_run(deep_run.folder)
    assert is_selected(window, rows)
    assert window.desk.selection_panel.shown_rows == rows.tolist()
    assert window.desk.open_run(own_run.folder)
    assert is_selected(window, rows)
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert is_selected(window, ())
    qtbot.keyClick(window, Qt.Key.Key_Z, BOTH)
    assert is_selected(window, rows)
    assert window.desk.open_run(mnist_run.folder)
    assert is_selected(window, ())
    assert not window.desk.undo_stack.canUndo()
    qtbot.keyClick(window, Qt.Key.Key_Z, CONTROL)
    assert is_selected(window, ())
    assert window.desk.open_run(own_run.folder)
    assert is_selected(window, ())


def test_a_training_marks_the_images_that_are_on_its_map(qtbot, some, monkeypatch):
    window, rows = some
    monkeypatch.setattr(recording, "LIVE_POINTS", 120)
    snapshots = []
    window.desk.training.snapshot_taken.connect(snapshots.append)
    choose_tab(qtbot, window, "Train")
    train(qtbot, window)
    qtbot.waitUntil(lambda: len(snapshots) > 1, timeout=WAIT)
    rest(qtbot, window)
    watched = window.desk.training.plan.rows.numpy()
    assert sorted(watched[window.map.selected]) == sorted(set(rows) & set(watched.tolist()))
    assert 0 < len(window.map.selected) < len(rows)
    assert window.desk.selection_panel.shown_rows == rows.tolist()
    # A lasso on the live map selects by rows of the test set, too.
    settle(window.map)
    codes = snapshots[-1].codes.numpy()
    (left, right), (low, high) = [(float(v.min()), float(v.max())) for v in codes.T]
    window.map.view.setRange(xRange=(left, right), yRange=(low, high))
    settle(window.map)
    corners = [place(window.map, *np.percentile(codes, share, axis=0).tolist()) for share in (20, 80)]
    qtbot.keyClick(window.map.plot, Qt.Key.Key_B)
    brush(qtbot, window.map, corners)
    ends = np.array([position(window.map, corner) for corner in corners])
    hit = ((codes >= ends.min(0)) & (codes <= ends.max(0))).all(1)
    assert window.desk.selecting.rows.tolist() == watched[hit].tolist()
    assert hit.sum() > 5
    kept = watched[hit]
    stop(qtbot, window)
    assert is_selected(window, kept)


def test_a_training_without_a_map_leaves_the_other_map_alive(qtbot, pair, brief_run):
    choose_tab(qtbot, pair, "Train")
    pair.desk.train_panel.model_form.set_value("latent_size", 1)
    train(qtbot, pair)
    with qtbot.waitSignal(pair.desk.training.snapshot_taken, timeout=WAIT):
        pass
    rest(qtbot, pair)
    second = maps(pair)[1]
    close_up(second, brief_run)
    outline = ring_of(second, middle(brief_run, second), 110)
    brush(qtbot, second, outline)
    expected = inside(brief_run, second, outline)
    assert pair.desk.selecting.rows.tolist() == second.selected.tolist() == expected.tolist()
    assert len(pair.map.selected) == 0
    qtbot.keyClick(pair, Qt.Key.Key_Z, CONTROL)
    assert len(pair.desk.selecting.rows) == len(second.selected) == 0
    choose_tab(qtbot, pair, "Train")
    stop(qtbot, pair)


def test_while_it_learns_the_worst_are_those_of_now(qtbot, window, digits):
    train(qtbot, window)
    train_for(qtbot, window, 3)
    for _ in range(2):
        with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
            pass
        choose_tab(qtbot, window, "Train")
        rest(qtbot, window)
        action(window, "Select nothing").trigger()
        select(qtbot, window, "psnr", 25)
        qtbot.waitUntil(lambda: len(window.desk.selecting.rows) == 25, timeout=WAIT)
        values = psnr_of(window.desk.explorer.model, digits)
        assert is_lowest(values, window.desk.selection_panel.shown_rows, 25)
        assert captions(window) == [f"{number(values[row], 1)} dB" for row in window.desk.selection_panel.shown_rows]
        choose_tab(qtbot, window, "Train")
        epochs = window.desk.metrics.point_counts[1]
        qtbot.mouseClick(window.desk.train_panel.pause_button, LEFT)
        train_for(qtbot, window, epochs + 20)
    stop(qtbot, window)
