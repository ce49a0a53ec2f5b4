"""Selections: by lasso, box, class and figure, marked on all maps, shown as a sheet of images."""

import numpy as np
import pytest
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_tab,
    drag,
    hold,
    pixels,
    place,
    position,
    press_in_box,
    rgb,
    seen,
    settle,
    stop,
    train,
)
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QPolygonF
from PySide6.QtWidgets import QToolButton

from vaegui import explore
from vaegui.data import fixed_thresholds
from vaegui.evaluation import image_figures
from vaegui.posterior import finish
from vaegui.ui import training_session
from vaegui.ui.theme import CLASS_COLOURS, number

UNDO, REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo
CONTROL = Qt.KeyboardModifier.ControlModifier


# Eyes


def maps(window):
    return window.explorer.maps.maps


def codes_of(run):
    return run.codes.mean.numpy().astype(float)


def enclosed(latent_map, outline, codes):
    """The numbers of the codes inside an outline of pixels, by Qt's own even-odd rule."""
    polygon = QPolygonF([QPointF(*position(latent_map, point)) for point in outline])
    inside = [polygon.containsPoint(QPointF(*code), Qt.FillRule.OddEvenFill) for code in codes]
    return np.flatnonzero(inside).tolist()


def between(latent_map, start, end, codes):
    """The numbers of the codes in a rectangle of pixels."""
    corners = np.sort([position(latent_map, start), position(latent_map, end)], axis=0)
    return np.flatnonzero(((codes >= corners[0]) & (codes <= corners[1])).all(1)).tolist()


def selected(window):
    """The test rows that are selected, which the maps and the sheet agree on."""
    rows = sorted(window.selecting.rows.tolist())
    assert sorted(window.selection_panel.shown_rows) == rows
    assert sorted(window.map.selected.tolist()) == rows
    return rows


def sheet(window):
    """Test rows, captions and pictures of the sheet."""
    model = window.selection_panel.sheet.model()
    indices = [model.index(number_of, 0) for number_of in range(model.rowCount())]
    pictures = [pixels(index.data(Qt.ItemDataRole.DecorationRole).toImage()) for index in indices]
    return window.selection_panel.shown_rows, [index.data() for index in indices], pictures


def figures_of(run, digits, **options):
    pixels_of = digits.test.pixels
    return finish(image_figures(run.model, pixels_of, fixed_thresholds(pixels_of.shape), **options))


def psnr_of(run, digits):
    """The PSNR of each reconstruction, straight from its definition."""
    pixels_of = digits.test.pixels
    found = explore.reconstruct(run.model, pixels_of, fixed_thresholds(pixels_of.shape), samples=1)
    return (-10 * (found.result - pixels_of / 255).square().flatten(1).mean(1).log10()).double().numpy()


# Hands


@pytest.fixture
def lassoing(qtbot, window):
    """The window on "small" with the lasso in hand, near its codes."""
    settle(window)
    approach(qtbot, window.map)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_S)
    return window


@pytest.fixture
def pair(qtbot, lassoing, brief_run):
    """The same beside "brief"."""
    compare(lassoing, brief_run)
    approach(qtbot, maps(lassoing)[1])
    return lassoing


def approach(qtbot, latent_map):
    """Zoom in on the codes, which the short runs keep close together."""
    for _ in range(4):
        qtbot.keyClick(latent_map.plot, Qt.Key.Key_Plus)
    settle(latent_map)


def compare(window, run):
    window.refresh_runs()
    window.runs_panel.set_ticked([run.folder])
    window.compare([run.folder])
    settle(window)


def circle(latent_map, middle, radius, corners=24):
    """An outline of pixels around a code."""
    centre = place(latent_map, *middle)
    angles = np.linspace(0, 2 * np.pi, corners, endpoint=False)
    return [centre + QPoint(round(radius * np.cos(a)), round(radius * np.sin(a))) for a in angles]


def star(latent_map, middle, radius):
    """An outline that crosses itself: a pentagram, whose middle is outside by the even-odd rule."""
    return [circle(latent_map, middle, radius, 5)[2 * corner % 5] for corner in range(5)]


def draw(qtbot, latent_map, outline, modifiers=NONE):
    drag(qtbot, latent_map.plot.viewport(), outline, modifiers=modifiers)


def reaching(latent_map, middle, codes, share):
    """The radius, in pixels, of a circle that holds about a share of the codes."""
    centre = place(latent_map, *middle)
    spots = [place(latent_map, *code) - centre for code in codes]
    return float(np.quantile([np.hypot(spot.x(), spot.y()) for spot in spots], share))


def select_some(qtbot, window, share=0.2, row=3):
    """Select the codes around one; returns the rows."""
    codes = codes_of(window.run)
    outline = circle(window.map, codes[row], reaching(window.map, codes[row], codes, share))
    expected = enclosed(window.map, outline, codes)
    draw(qtbot, window.map, outline)
    assert selected(window) == expected
    assert 3 < len(expected) < len(codes) - 3
    return expected


def choose(qtbot, box, key):
    """Choose an entry of a combo box with the keys."""
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    for _ in range(box.findData(key)):
        qtbot.keyClick(box, Qt.Key.Key_Down)


def select_by(qtbot, window, way, count=None):
    panel = window.selection_panel
    choose(qtbot, panel.way, way)
    assert panel.way.currentData() == way
    if count is not None:
        panel.count.setFocus()
        panel.count.selectAll()
        qtbot.keyClicks(panel.count, str(count))
        qtbot.keyClick(panel.count, Qt.Key.Key_Return)
    qtbot.mouseClick(panel.select_button, LEFT)


@pytest.fixture
def panel(qtbot, window):
    """The panel in front."""
    choose_tab(qtbot, window, "Select")
    qtbot.waitUntil(lambda: not window.selection_panel.visibleRegion().isEmpty())
    return window.selection_panel


def is_measuring(window):
    return window.selection_panel.cancel_button.isVisible()


def hide_class(qtbot, window, label):
    buttons = window.explorer.maps.findChildren(QToolButton)
    button = next(b for b in buttons if b.property("class_index") is not None and b.text() == str(label))
    qtbot.mouseClick(button, LEFT)


# Lasso and box


@pytest.mark.parametrize("shape", [circle, star])
def test_the_lasso_selects_what_lies_inside(qtbot, lassoing, own_run, shape):
    codes = codes_of(own_run)
    for row, radius in ((3, 40), (77, 70), (250, 110)):
        outline = shape(lassoing.map, codes[row], radius)
        expected = enclosed(lassoing.map, outline, codes)
        draw(qtbot, lassoing.map, outline)
        assert selected(lassoing) == expected
        assert 0 < len(expected) < len(codes)


def test_the_marks_follow_the_lasso_while_it_is_drawn(qtbot, lassoing, own_run):
    codes, viewport = codes_of(own_run), lassoing.map.plot.viewport()
    outline = circle(lassoing.map, codes[3], 70)
    qtbot.mousePress(viewport, LEFT, NONE, outline[0])
    sizes = set()
    for count in range(1, len(outline)):
        qtbot.mouseMove(viewport, outline[count])
        expected = enclosed(lassoing.map, outline[: count + 1], codes)
        assert sorted(lassoing.map.selected.tolist()) == expected
        assert lassoing.selection_panel.shown_rows == []  # until the button is up
        sizes.add(len(expected))
    assert len(sizes) > 5
    qtbot.mouseRelease(viewport, LEFT, NONE, outline[-1])
    assert selected(lassoing) == expected
    assert lassoing.undo_stack.count() == 1
    assert not lassoing.selection_panel.visibleRegion().isEmpty()  # whoever selects wants to see it


@pytest.mark.parametrize("turned", [False, True])
def test_the_box_selects_what_lies_between_its_corners(qtbot, window, own_run, turned):
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_B)
    codes = codes_of(own_run)
    middle = place(window.map, *codes[3])
    start, end = middle + QPoint(-35, 20), middle + QPoint(50, -60)
    if turned:
        start, end = QPoint(end.x(), start.y()), QPoint(start.x(), end.y())
    expected = between(window.map, start, end, codes)
    draw(qtbot, window.map, [start, middle, end + QPoint(80, -80), end])
    assert selected(window) == expected
    assert 0 < len(expected) < len(codes)


def test_control_adds_and_without_it_begins_anew(qtbot, lassoing, own_run):
    codes = codes_of(own_run)
    first = select_some(qtbot, lassoing)
    outline = circle(lassoing.map, codes[3] + 0.15, 50)
    more = enclosed(lassoing.map, outline, codes)
    both = sorted(set(first) | set(more))
    assert len(both) > max(len(first), len(more))
    draw(qtbot, lassoing.map, outline, CONTROL)
    assert selected(lassoing) == both
    qtbot.keyClick(lassoing.map.plot, Qt.Key.Key_B)
    centre = place(lassoing.map, *codes[3])
    corners = [centre + QPoint(-70, -20), centre + QPoint(10, 30)]
    draw(qtbot, lassoing.map, corners, CONTROL)
    assert selected(lassoing) == sorted(set(both) | set(between(lassoing.map, *corners, codes)))
    draw(qtbot, lassoing.map, corners)
    assert selected(lassoing) == between(lassoing.map, *corners, codes)


@pytest.mark.parametrize("key", [Qt.Key.Key_S, Qt.Key.Key_B])
def test_a_click_selects_nothing_and_with_control_changes_nothing(qtbot, lassoing, key):
    before = select_some(qtbot, lassoing)
    qtbot.keyClick(lassoing.map.plot, key)
    viewport = lassoing.map.plot.viewport()
    qtbot.mouseClick(viewport, LEFT, CONTROL, QPoint(60, 60))
    assert selected(lassoing) == before
    qtbot.mouseClick(viewport, LEFT, NONE, QPoint(60, 60))
    assert selected(lassoing) == []
    qtbot.keySequence(lassoing, UNDO)
    assert selected(lassoing) == before


def test_escape_gives_up_and_brings_back_what_was_selected(qtbot, lassoing, own_run):
    before = select_some(qtbot, lassoing)
    codes, viewport = codes_of(own_run), lassoing.map.plot.viewport()
    steps, bare = lassoing.undo_stack.count(), seen(viewport)
    outline = circle(lassoing.map, codes[77] + 0.3, 120)
    qtbot.mousePress(viewport, LEFT, NONE, outline[0])
    for point in outline[1:]:
        qtbot.mouseMove(viewport, point)
    assert sorted(lassoing.map.selected.tolist()) == enclosed(lassoing.map, outline, codes) != before
    assert not np.array_equal(seen(viewport), bare)
    qtbot.keyClick(lassoing.map.plot, Qt.Key.Key_Escape)
    assert selected(lassoing) == before
    assert np.array_equal(seen(viewport), bare)
    qtbot.mouseMove(viewport, outline[5])
    qtbot.mouseRelease(viewport, LEFT, NONE, outline[5])
    assert selected(lassoing) == before
    assert lassoing.undo_stack.count() == steps


def test_hidden_classes_are_not_selected(qtbot, lassoing, own_run):
    codes, labels = codes_of(own_run), own_run.codes.labels.numpy()
    for label in (1, 4):
        hide_class(qtbot, lassoing, label)
    outline = circle(lassoing.map, codes.mean(0), 160)
    inside = enclosed(lassoing.map, outline, codes)
    draw(qtbot, lassoing.map, outline)
    assert selected(lassoing) == [row for row in inside if labels[row] not in (1, 4)]
    assert {1, 4} <= set(labels[inside])


def test_selecting_leaves_target_and_pins_alone(qtbot, lassoing):
    before = lassoing.map.target
    select_some(qtbot, lassoing)
    assert lassoing.map.target == before
    assert lassoing.walking.pins == ()


def test_what_is_not_selected_fades(qtbot, open_window):
    window = open_window("digits-vae-2d")
    qtbot.waitUntil(lambda: window.explorer.drivers[0].images is not None, timeout=WAIT)
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_S)
    codes, labels = codes_of(window.run), window.run.codes.labels.numpy()
    spots = [place(window.map, *code) for code in codes]
    at = np.array([(spot.x(), spot.y()) for spot in spots])
    gaps = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    np.fill_diagonal(gaps, np.inf)

    def is_bright(picture, row):
        return np.array_equal(picture[at[row, 1], at[row, 0]], rgb(CLASS_COLOURS[labels[row]]))

    before = seen(window.map.plot.viewport())
    alone = [row for row in np.flatnonzero(gaps.min(1) > 8) if is_bright(before, row)]
    outline = circle(window.map, (np.median(codes[:, 0]) + 0.8, np.median(codes[:, 1])), 120)
    inside = enclosed(window.map, outline, codes)
    draw(qtbot, window.map, outline)
    after = seen(window.map.plot.viewport())
    chosen, others = [row for row in alone if row in inside], [row for row in alone if row not in inside]
    assert min(len(chosen), len(others)) >= 3
    assert all(is_bright(after, row) for row in chosen)
    assert np.mean([is_bright(after, row) for row in others]) < 0.1  # but for those that a name's frame lies on
    qtbot.keySequence(window, UNDO)
    assert np.array_equal(seen(window.map.plot.viewport()), before)


# Two maps


@pytest.mark.parametrize("brushed", [0, 1])
def test_a_selection_is_marked_on_both_maps(qtbot, pair, own_run, brief_run, brushed):
    codes = [codes_of(run) for run in (own_run, brief_run)]
    here = maps(pair)[brushed]
    outline = circle(here, codes[brushed][3], 45)
    before = [seen(latent_map.plot.viewport()) for latent_map in maps(pair)]
    viewport = here.plot.viewport()
    qtbot.mousePress(viewport, LEFT, NONE, outline[0])
    for point in outline[1:]:
        qtbot.mouseMove(viewport, point)
    expected = enclosed(here, outline, codes[brushed])
    # The button is still down, and the other map shows it.
    assert [sorted(latent_map.selected.tolist()) for latent_map in maps(pair)] == [expected, expected]
    qtbot.mouseRelease(viewport, LEFT, NONE, outline[-1])
    assert selected(pair) == expected
    assert maps(pair)[1].selected.tolist() == expected
    for latent_map, old, every in zip(maps(pair), before, codes, strict=True):
        changed = (seen(latent_map.plot.viewport()) != old).any(-1)
        spots = [place(latent_map, *code) for code in every]
        at = np.array([(spot.x(), spot.y()) for spot in spots])
        away = np.hypot(*(at[:, None] - at[expected][None]).transpose(2, 0, 1)).min(1) > 8
        there = ((at >= 0) & (at < (changed.shape[1], changed.shape[0]))).all(1)
        faded = at[away & there]
        assert len(faded) > 3
        assert np.mean(changed[faded[:, 1], faded[:, 0]]) > 0.7  # but for those that lie under a name
    # Control adds from the other map.
    there = maps(pair)[1 - brushed]
    outline = circle(there, codes[1 - brushed][77], 45)
    more = enclosed(there, outline, codes[1 - brushed])
    draw(qtbot, there, outline, CONTROL)
    assert selected(pair) == sorted({*expected, *more})
    assert maps(pair)[1].selected.tolist() == sorted({*expected, *more})


def test_escape_on_the_second_map_restores_both(qtbot, pair, brief_run):
    before = select_some(qtbot, pair)
    second, viewport = maps(pair)[1], maps(pair)[1].plot.viewport()
    outline = circle(second, codes_of(brief_run)[77], 100)
    qtbot.mousePress(viewport, LEFT, NONE, outline[0])
    for point in outline[1:]:
        qtbot.mouseMove(viewport, point)
    assert sorted(pair.map.selected.tolist()) != before
    qtbot.keyClick(second.plot, Qt.Key.Key_Escape)
    qtbot.mouseRelease(viewport, LEFT, NONE, outline[-1])
    assert selected(pair) == before
    assert second.selected.tolist() == before


def test_a_run_that_joins_later_is_marked_too(qtbot, lassoing, brief_run):
    rows = select_some(qtbot, lassoing)
    compare(lassoing, brief_run)
    assert maps(lassoing)[1].selected.tolist() == rows


def test_a_run_of_other_images_is_neither_marked_nor_brushed(qtbot, lassoing, mnist_run):
    rows = select_some(qtbot, lassoing)
    compare(lassoing, mnist_run)
    second = maps(lassoing)[1]
    assert len(second.selected) == 0
    draw(qtbot, second, circle(second, codes_of(mnist_run)[0], 80))
    assert selected(lassoing) == rows
    assert len(second.selected) == 0


# The sheet


def test_the_sheet_has_the_images_that_are_selected(qtbot, lassoing, digits):
    assert "Nothing is selected" in lassoing.selection_panel.words
    rows = select_some(qtbot, lassoing)
    shown, captions, pictures = sheet(lassoing)
    assert shown == rows
    labels = digits.test.labels[rows]
    assert captions == [digits.classes[label] for label in labels]
    for row, picture in zip(rows, pictures, strict=True):
        image = as_bytes(digits.test.pixels[row] / 255)
        assert np.array_equal(picture, np.kron(image, np.ones((6, 6, 1), np.uint8)))  # 48 pixels for 8
    counts = np.bincount(labels, minlength=10)
    shares = [f"{counts[i] / len(rows):.0%} “{digits.classes[i]}”" for i in np.argsort(-counts, kind="stable")[:3]]
    expected = ", ".join(share for share in shares if not share.startswith("0%"))
    assert lassoing.selection_panel.words.startswith(f"{len(rows)} of {len(digits.test)} test images: ")
    assert lassoing.selection_panel.words.endswith(expected)


def test_the_sheet_can_be_put_in_order_of_class(qtbot, lassoing, digits):
    rows = select_some(qtbot, lassoing, share=0.6)
    order = lassoing.selection_panel.order
    choose(qtbot, order, "label")
    labels = digits.test.labels
    expected = sorted(rows, key=lambda row: (int(labels[row]), row))
    assert expected != rows
    assert sheet(lassoing)[0] == expected
    assert sheet(lassoing)[1] == [digits.classes[labels[row]] for row in expected]
    choose(qtbot, order, "row")
    assert sheet(lassoing)[0] == rows


def test_the_sheet_can_be_put_in_order_of_psnr(qtbot, lassoing, own_run, digits):
    rows = select_some(qtbot, lassoing)
    choose(qtbot, lassoing.selection_panel.order, "psnr")
    psnr = psnr_of(own_run, digits)
    expected = sorted(rows, key=lambda row: psnr[row])
    qtbot.waitUntil(lambda: sheet(lassoing)[0] == expected, timeout=WAIT)
    assert sheet(lassoing)[1] == [f"{number(psnr[row], 1)} dB" for row in expected]
    assert selected(lassoing) == rows  # the same images, whatever their order
    qtbot.waitUntil(lambda: not is_measuring(lassoing), timeout=WAIT)


def test_the_order_holds_for_what_is_selected_later(qtbot, lassoing, own_run, digits):
    choose_tab(qtbot, lassoing, "Select")
    choose(qtbot, lassoing.selection_panel.order, "psnr")
    rows = select_some(qtbot, lassoing)
    psnr = psnr_of(own_run, digits)
    qtbot.waitUntil(lambda: sheet(lassoing)[0] == sorted(rows, key=lambda row: psnr[row]), timeout=WAIT)


def test_the_order_holds_for_the_next_run(qtbot, lassoing, brief_run, digits):
    rows = select_some(qtbot, lassoing)
    choose(qtbot, lassoing.selection_panel.order, "psnr")
    qtbot.waitUntil(lambda: not is_measuring(lassoing), timeout=WAIT)
    assert lassoing.open_run(brief_run.folder)
    psnr = psnr_of(brief_run, digits)
    qtbot.waitUntil(lambda: sheet(lassoing)[0] == sorted(rows, key=lambda row: psnr[row]), timeout=WAIT)


@pytest.mark.parametrize("way", ["click", "Enter"])
def test_an_image_of_the_sheet_takes_both_targets_to_its_codes(qtbot, pair, own_run, brief_run, way):
    rows = select_some(qtbot, pair)
    view = pair.selection_panel.sheet
    for number_of in (2, 0):
        index = view.model().index(number_of, 0)
        if way == "click":
            qtbot.mouseClick(view.viewport(), LEFT, NONE, view.visualRect(index).center())
        else:
            view.setFocus()
            view.setCurrentIndex(index)
            qtbot.keyClick(view, Qt.Key.Key_Return)
        for latent_map, run in zip(maps(pair), (own_run, brief_run), strict=True):
            assert latent_map.target == tuple(codes_of(run)[rows[number_of]])
            assert latent_map.ring == latent_map.target


def test_ink_on_paper_turns_the_sheet_around(qtbot, lassoing):
    select_some(qtbot, lassoing)
    before = sheet(lassoing)[2][0].astype(int)
    qtbot.keyClick(lassoing, Qt.Key.Key_I)
    assert np.abs(255 - before - sheet(lassoing)[2][0]).max() <= 1


# By class and by figure


@pytest.mark.parametrize("label", [0, 7])
def test_all_images_of_a_class(qtbot, window, panel, digits, label):
    panel.classes.setFocus()
    qtbot.keyClicks(panel.classes, str(label))
    select_by(qtbot, window, "label")
    expected = np.flatnonzero(digits.test.labels.numpy() == label).tolist()
    assert selected(window) == expected
    assert panel.words == f"{len(expected)} of {len(digits.test)} test images: 100% “{label}”"


def test_the_worst_reconstructed_ones(qtbot, window, panel, own_run, digits):
    select_by(qtbot, window, "psnr", 7)
    qtbot.waitUntil(lambda: len(window.selecting.rows) == 7, timeout=WAIT)
    psnr = psnr_of(own_run, digits)
    shown, captions, _ = sheet(window)
    assert psnr[shown] == pytest.approx(np.sort(psnr)[:7], abs=1e-4)
    assert captions == [f"{number(value, 1)} dB" for value in np.sort(psnr)[:7]]
    assert len(set(selected(window))) == 7
    assert panel.order.currentData() == "psnr"
    qtbot.waitUntil(lambda: not is_measuring(window))
    # What was measured once is there at once, for any number.
    select_by(qtbot, window, "psnr", 11)
    assert psnr[sheet(window)[0]] == pytest.approx(np.sort(psnr)[:11], abs=1e-4)


def test_the_largest_gaps(qtbot, window, panel, own_run, digits):
    select_by(qtbot, window, "gap", 6)
    assert is_measuring(window)
    assert not panel.select_button.isEnabled()
    qtbot.waitUntil(lambda: len(window.selecting.rows) == 6, timeout=WAIT)
    found = figures_of(own_run, digits)
    gap = (found.log_p - found.elbo).numpy()
    shown, captions, _ = sheet(window)
    assert gap[shown] == pytest.approx(np.sort(gap)[::-1][:6], abs=1e-4)
    assert captions == [f"{number(value, 1)} nats" for value in np.sort(gap)[::-1][:6]]
    assert panel.order.currentData() == "gap"
    qtbot.waitUntil(lambda: not is_measuring(window))
    assert panel.select_button.isEnabled()
    # The sheet can have another order than the one it was chosen by.
    psnr = psnr_of(own_run, digits)
    choose(qtbot, panel.order, "psnr")
    assert sheet(window)[0] == sorted(shown, key=lambda row: psnr[row])


def test_measuring_can_be_cancelled(qtbot, window, panel):
    select_by(qtbot, window, "label")
    before = selected(window)
    select_by(qtbot, window, "gap", 5)
    assert is_measuring(window)
    qtbot.mouseClick(panel.cancel_button, LEFT)
    assert not is_measuring(window)
    assert panel.select_button.isEnabled()
    with qtbot.assertNotEmitted(window.selecting._job.returned, wait=300):
        pass
    assert selected(window) == before
    # It can be asked for again.
    select_by(qtbot, window, "gap", 5)
    qtbot.waitUntil(lambda: len(window.selecting.rows) == 5, timeout=WAIT)


def test_another_run_cancels_it_and_has_its_own_figures(qtbot, window, panel, brief_run, digits):
    select_by(qtbot, window, "gap", 5)
    assert window.open_run(brief_run.folder)
    assert not is_measuring(window)
    assert selected(window) == []
    select_by(qtbot, window, "psnr", 5)
    qtbot.waitUntil(lambda: len(window.selecting.rows) == 5, timeout=WAIT)
    psnr = psnr_of(brief_run, digits)
    assert psnr[window.selecting.rows] == pytest.approx(np.sort(psnr)[:5], abs=1e-4)


@pytest.mark.parametrize(
    ("name", "psnr", "gap"),
    [
        ("vae", True, True),
        ("autoencoder", True, False),
        ("cross-entropy", True, False),
        ("one-dimension", True, False),
        ("pixels", False, False),
    ],
)
def test_what_a_model_cannot_have_is_grey_and_says_why(qtbot, window, panel, run_of, name, psnr, gap):
    choose(qtbot, panel.way, "gap")
    choose(qtbot, panel.order, "gap")
    assert window.open_run(run_of(name).folder)
    for box in (panel.way, panel.order):
        for key, possible in (("psnr", psnr), ("gap", gap), ("label", True)):
            item = box.model().item(box.findData(key))
            assert item.isEnabled() == possible
            assert ("It needs" in item.toolTip()) != possible
        assert (box.currentData() == "gap") == gap
        choose(qtbot, box, "gap")
        assert (box.currentData() == "gap") == gap
    reason = panel.way.model().item(panel.way.findData("gap")).toolTip()
    if name == "autoencoder":
        assert reason == "It needs a probability p(x) and two dimensions."
    if name == "pixels":
        assert reason == "It needs an encoder."


# Back and forth


def test_selections_are_taken_back_and_done_again(qtbot, lassoing, own_run):
    codes = codes_of(own_run)
    states = [[]]
    states.append(select_some(qtbot, lassoing))
    draw(qtbot, lassoing.map, circle(lassoing.map, codes[77], 60), CONTROL)
    states.append(selected(lassoing))
    select_by(qtbot, lassoing, "label")
    states.append(selected(lassoing))
    qtbot.mouseClick(lassoing.selection_panel.clear_button, LEFT)
    states.append(selected(lassoing))
    assert states[-1] == []
    assert not lassoing.selection_panel.clear_button.isEnabled()
    assert lassoing.undo_stack.count() == 4
    for state in states[-2::-1]:
        qtbot.keySequence(lassoing, UNDO)
        assert selected(lassoing) == state
    for state in states[1:]:
        qtbot.keySequence(lassoing, REDO)
        assert selected(lassoing) == state


def test_a_key_selects_nothing(qtbot, lassoing):
    select_some(qtbot, lassoing)
    qtbot.keyClick(lassoing, Qt.Key.Key_A, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert selected(lassoing) == []


def test_pins_and_selections_share_their_history(qtbot, lassoing, own_run):
    rows = select_some(qtbot, lassoing)
    qtbot.keyClick(lassoing.map.plot, Qt.Key.Key_W)
    qtbot.mouseClick(lassoing.map.plot.viewport(), LEFT, NONE, place(lassoing.map, *codes_of(own_run)[77]))
    assert len(lassoing.walking.pins) == 1
    qtbot.keySequence(lassoing, UNDO)
    assert lassoing.walking.pins == ()
    assert selected(lassoing) == rows
    qtbot.keySequence(lassoing, UNDO)
    assert selected(lassoing) == []


# Other runs


def test_a_selection_stays_when_another_run_of_the_same_images_is_opened(qtbot, lassoing, brief_run, digits):
    rows = select_some(qtbot, lassoing)
    assert lassoing.open_run(brief_run.folder)
    assert selected(lassoing) == rows
    assert np.array_equal(lassoing.map._marked._points.sum(0), codes_of(brief_run)[rows][_order(rows)].sum(0))
    qtbot.keySequence(lassoing, UNDO)
    assert selected(lassoing) == []


def _order(rows):
    """The order in which points of a map are drawn, which is random and always the same."""
    order = np.random.default_rng(0).permutation(360)
    return order[order < len(rows)]


def test_it_stays_through_a_run_without_a_map(qtbot, lassoing, own_run, deep_run):
    rows = select_some(qtbot, lassoing)
    assert lassoing.open_run(deep_run.folder)
    assert len(lassoing.map.selected) == 0
    assert lassoing.selection_panel.shown_rows == rows
    draw(qtbot, lassoing.map, [QPoint(50, 50), QPoint(200, 60), QPoint(100, 150)])
    assert lassoing.selection_panel.shown_rows == rows  # there is nothing to draw around
    assert lassoing.open_run(own_run.folder)
    assert selected(lassoing) == rows


def test_a_run_of_other_images_drops_it(qtbot, lassoing, own_run, mnist_run):
    select_some(qtbot, lassoing)
    assert lassoing.open_run(mnist_run.folder)
    assert lassoing.selecting.rows.tolist() == []
    assert len(lassoing.map.selected) == 0
    qtbot.keySequence(lassoing, UNDO)
    assert lassoing.selecting.rows.tolist() == []
    assert lassoing.open_run(own_run.folder)
    assert selected(lassoing) == []


@pytest.fixture
def imageless(qtbot, open_window, mnist_run):
    """The lasso in hand on a run of MNIST where there is no MNIST."""
    window = open_window(mnist_run.folder)
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_S)
    return window


def test_without_the_images_codes_can_be_selected(qtbot, imageless, mnist_run, strangers, strangers_folder):
    codes = codes_of(mnist_run)
    outline = circle(imageless.map, codes[4], 60)
    rows = enclosed(imageless.map, outline, codes)
    draw(qtbot, imageless.map, outline)
    assert imageless.map.selected.tolist() == rows
    assert rows
    # The panel does not say that nothing was, and can undo it.
    assert "Nothing is selected" not in imageless.selection_panel.words
    assert imageless.selection_panel.clear_button.isEnabled()
    imageless.datasets.use_folder("mnist", strangers_folder)
    qtbot.waitUntil(lambda: imageless.selection_panel.shown_rows == rows, timeout=WAIT)
    picture = sheet(imageless)[2][0]
    assert picture.shape == (48, 48, 3)
    assert abs(picture.mean() - strangers.test.pixels[rows[0]].float().mean().item()) < 12


def test_without_the_images_a_class_cannot_be_selected(qtbot, imageless):
    choose_tab(qtbot, imageless, "Select")
    qtbot.mouseClick(imageless.selection_panel.select_button, LEFT)
    assert "not in memory" in press_in_box(qtbot, imageless, "OK")
    assert imageless.selecting.rows.tolist() == []


# While something is trained


def test_a_selection_follows_a_training(qtbot, monkeypatch, lassoing, digits):
    monkeypatch.setattr(training_session, "LIVE_POINTS", 120)  # of 360: the live map is a sample
    chosen = select_some(qtbot, lassoing, share=0.6)
    train(qtbot, lassoing)
    for _ in range(2):
        with qtbot.waitSignal(lassoing.training.snapshot_taken, timeout=WAIT):
            pass
    hold(qtbot, lassoing)
    settle(lassoing)
    rows = lassoing.explorer.subject.rows.numpy()
    live = lassoing.explorer.drivers[0].codes
    assert lassoing.map.selected.tolist() == np.flatnonzero(np.isin(rows, chosen)).tolist()
    assert lassoing.selection_panel.shown_rows == chosen
    # What is drawn around on the live map are rows of the test set.
    middle = np.median(live, axis=0)
    outline = circle(lassoing.map, middle, reaching(lassoing.map, middle, live, 0.5))
    expected = rows[enclosed(lassoing.map, outline, live)].tolist()
    draw(qtbot, lassoing.map, outline)
    assert 0 < len(expected) < len(rows)
    assert lassoing.selecting.rows.tolist() == expected
    stop(qtbot, lassoing)
    assert selected(lassoing) == expected
    assert len(lassoing.map._codes) == len(digits.test)
