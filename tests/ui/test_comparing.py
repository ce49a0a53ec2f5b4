"""Runs side by side: ticked in the list, on two maps that know of each other, in strips and curves."""

import re
import shutil

import numpy as np
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    WAIT,
    action,
    as_bytes,
    choose_tab,
    decoded_at,
    drag,
    drawn,
    has_colour,
    listed,
    pixels,
    place,
    plots,
    point_at,
    position,
    rest,
    says,
    seen,
    settle,
    stop,
    train,
    train_family,
    wheel,
)
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QStyle, QStyleOptionViewItem, QToolButton

from vaegui import explore, geometry, quadrature, recording
from vaegui.data import fixed_thresholds, observe
from vaegui.plane import CLASS_COLOURS
from vaegui.regions import regions
from vaegui.ui.desk import MOST_RIVALS
from vaegui.ui.latent_map import FIELD_CELL, PICK_RADIUS
from vaegui.ui.map_driver import PULLS
from vaegui.ui.map_layers import FieldLayer, ManifoldLayer, PointsLayer
from vaegui.ui.map_marks import ArrowsLayer
from vaegui.ui.theme import letter_icon, number, resolve


def item_of(window, name):
    row = next(i for i, row in enumerate(listed(window)) if row[0] == name)
    return window.desk.runs_panel.list.topLevelItem(row)


def show_runs(qtbot, window):
    choose_tab(qtbot, window, "Runs")
    qtbot.waitUntil(lambda: not window.desk.runs_panel.list.visibleRegion().isEmpty())


def tick(qtbot, window, name):
    """Click the box before a run in the list, whether it is ticked or not."""
    show_runs(qtbot, window)
    tree, item = window.desk.runs_panel.list, item_of(window, name)
    option = QStyleOptionViewItem()
    tree.initViewItemOption(option)
    option.rect = tree.visualRect(tree.indexFromItem(item, 0))
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    indicator = tree.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, tree)
    qtbot.mouseClick(tree.viewport(), LEFT, NONE, indicator.center())
    for latent_map in maps(window):
        settle(latent_map)


def select_run(qtbot, window, name):
    """Click the name of a run in the list."""
    show_runs(qtbot, window)
    spot = window.desk.runs_panel.list.visualItemRect(item_of(window, name)).center()
    spot.setX(50)
    qtbot.mouseClick(window.desk.runs_panel.list.viewport(), LEFT, NONE, spot)


def open_run(qtbot, window, name):
    select_run(qtbot, window, name)
    qtbot.mouseClick(window.desk.runs_panel.open_button, LEFT)


def ticked(window):
    tree = window.desk.runs_panel.list
    items = [tree.topLevelItem(i) for i in range(tree.topLevelItemCount())]
    return {item.text(0) for item in items if item.checkState(0) == Qt.CheckState.Checked}


def maps(window):
    return window.desk.explorer.maps.maps


def heading(latent_map):
    """The letter above a map, and the words beside it."""
    labels = [label for label in latent_map.findChildren(QLabel) if label.isVisible()]
    return " ".join(label.text() for label in labels if label.property("heading")), latent_map._caption.text()


def icon(window, name):
    return pixels(item_of(window, name).icon(0).pixmap(QSize(64, 64)).toImage())


def letter(window, index):
    """The icon of a letter."""
    return pixels(letter_icon(resolve(window.preferences.theme), index).pixmap(QSize(64, 64)).toImage())


def is_alone(window):
    """Whether nothing of a comparison is left on screen."""
    first, second = maps(window)
    return (
        not second.isVisible()
        and heading(first)[0] == ""
        and not window.desk.explorer.decoded.rival_view.isVisible()
        and not ticked(window)
        and not action(window, "Stop comparing").isEnabled()
    )


def nearest(codes, target):
    return int(np.hypot(*(np.asarray(codes) - np.array(target)).T).argmin())


def code(run, row):
    return tuple(run.codes.mean[row].tolist())


def decoded(window):
    """What is decoded at the target of each map."""
    panel = window.desk.explorer.decoded
    return [pixels(view.image) for view in (panel.view, panel.rival_view)]


def both_decode(window, *models):
    expected = [decoded_at(model, *m.target) for model, m in zip(models, maps(window), strict=True)]
    return all(np.array_equal(a, b) for a, b in zip(decoded(window), expected, strict=True))


def layer(latent_map, kind):
    return next(item for item in latent_map.plot.scene().items() if isinstance(item, kind))


def close_up(latent_map, run):
    """Show the codes of a run as large as they fit: those of a brief training lie close together."""
    (left, right), (low, high) = [(float(v.min()), float(v.max())) for v in run.codes.mean.T]
    latent_map.view.setRange(xRange=(left, right), yRange=(low, high), padding=0.1)
    settle(latent_map)


def shows_points(latent_map, run):
    """Whether codes of a run are seen in the colours of their classes, as far as they do not hide one another."""
    close_up(latent_map, run)
    picture = seen(latent_map.plot.viewport())
    colours = [CLASS_COLOURS[label] for label in run.codes.labels.tolist()]
    points = [place(latent_map, *where) for where in run.codes.mean.tolist()]
    right = [has_colour(picture[p.y() : p.y() + 1, p.x() : p.x() + 1], c) for p, c in zip(points, colours, strict=True)]
    return np.mean(right) > 0.25


@pytest.fixture
def pair(qtbot, brief_run, window, own_run):
    """The window on the small run, with the brief one beside it."""
    tick(qtbot, window, "brief")
    for latent_map, run in zip(maps(window), (own_run, brief_run), strict=True):
        close_up(latent_map, run)
    return window


# Side by side


def test_a_tick_shows_a_second_map_with_letters_everywhere(qtbot, brief_run, window, own_run):
    first, second = maps(window)
    alone = first.width()
    assert is_alone(window)
    tick(qtbot, window, "brief")
    assert first.isVisible()
    assert second.isVisible()
    assert abs(first.width() - second.width()) <= 4 < alone - first.width()
    assert heading(first) == ("A", "360 test images · small")
    assert heading(second) == ("B", "brief")
    assert shows_points(first, own_run)
    assert shows_points(second, brief_run)
    assert not shows_points(second, own_run)
    assert ticked(window) == {"brief"}
    assert np.array_equal(icon(window, "small"), letter(window, 0))
    assert np.array_equal(icon(window, "brief"), letter(window, 1))
    assert not np.array_equal(letter(window, 0), letter(window, 1))
    assert item_of(window, "digits-vae-2d").icon(0).isNull()
    assert item_of(window, "small").data(0, Qt.ItemDataRole.CheckStateRole) is None  # nothing to compare with itself
    assert both_decode(window, own_run.model, brief_run.model)
    assert "A" in says(window.desk.explorer.decoded).split()
    assert "B" in says(window.desk.explorer.decoded).split()


def test_a_second_click_or_the_menu_takes_it_away(qtbot, pair, own_run):
    alone = maps(pair)[0].width()
    tick(qtbot, pair, "brief")
    assert is_alone(pair)
    assert item_of(pair, "small").icon(0).isNull()
    assert maps(pair)[0].width() > 1.5 * alone
    assert len(pair.desk.explorer.reconstruction.table.rows) == 8
    # Alone there is nobody to show a ring to.
    point_at(pair.map.plot.viewport(), place(pair.map, *code(own_run, 3)))
    qtbot.mouseClick(pair.map.plot.viewport(), LEFT, NONE, place(pair.map, *code(own_run, 3)))
    assert pair.map.ring is None
    tick(qtbot, pair, "brief")
    stop_comparing = action(pair, "Stop comparing")
    assert stop_comparing.isEnabled()
    stop_comparing.trigger()
    assert is_alone(pair)
    assert pair.desk.metrics.rival_count == 0


def test_space_ticks_the_run_that_is_selected(qtbot, brief_run, window):
    select_run(qtbot, window, "brief")
    assert is_alone(window)
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_Space)
    assert ticked(window) == {"brief"}
    assert heading(maps(window)[1]) == ("B", "brief")
    qtbot.keyClick(window.desk.runs_panel.list, Qt.Key.Key_Space)
    assert is_alone(window)


def test_a_third_run_has_rows_but_no_map_until_it_moves_up(qtbot, pair, run_of, digits):
    third = run_of("vae")
    pair.desk.refresh_runs()
    tick(qtbot, pair, "vae")
    assert ticked(pair) == {"brief", "vae"}
    assert np.array_equal(icon(pair, "vae"), letter(pair, 2))
    assert [heading(m) for m in maps(pair)] == [("A", "360 test images · small"), ("B", "brief")]
    rows = pair.desk.explorer.reconstruction.table.rows
    assert [row.title for row in rows] == ["A", "B", "C"] * 8
    expected = explore.reconstruct(third.model, digits.test.pixels[:8], thresholds()[:8]).result
    assert np.array_equal(np.stack([pixels(row.images[1]) for row in rows[2::3]]), as_bytes(expected))
    tick(qtbot, pair, "brief")
    assert heading(maps(pair)[1]) == ("B", "vae")
    assert shows_points(maps(pair)[1], third)
    assert np.array_equal(icon(pair, "vae"), letter(pair, 1))
    assert [row.title for row in pair.desk.explorer.reconstruction.table.rows] == ["A", "B"] * 8


# Strips


def thresholds():
    return fixed_thresholds((360, 1, 8, 8))


def click_row(qtbot, panel, row):
    panel.gate.widget(0).ensureVisible(0, int(panel.table.row_rect(row).center().y()))
    qtbot.mouseClick(panel.table, LEFT, NONE, panel.table.row_rect(row).center().toPoint())


def test_reconstruction_has_a_row_per_run_for_each_image(qtbot, pair, own_run, brief_run, digits):
    panel = pair.desk.explorer.reconstruction
    models = (own_run.model, brief_run.model)
    for strip in range(2):
        chosen = slice(8 * strip, 8 * strip + 8)
        results = [explore.reconstruct(m, digits.test.pixels[chosen], thresholds()[chosen]) for m in models]
        rows = panel.table.rows
        assert [row.title for row in rows] == ["A", "B"] * 8
        assert [row.begins_group for row in rows] == [True, False] * 8
        for k, result in enumerate(results):
            own = rows[k::2]
            assert np.array_equal(np.stack([pixels(row.images[1]) for row in own]), as_bytes(result.result))
            captions = [
                ("", f"{number(nats, 1)} nats", f"{number(ratio, 1)} dB")
                for nats, ratio in zip(result.distortion.tolist(), result.psnr.tolist(), strict=True)
            ]
            assert [row.captions for row in own] == captions
            assert f"{'AB'[k]} {number(result.psnr.mean().item(), 1)} dB" in says(panel)
        assert np.array_equal(np.stack([pixels(row.images[0]) for row in rows[::2]]), as_bytes(results[0].image))
        assert all(row.images[0] is None for row in rows[1::2])
        for row in (0, 7, 10):
            click_row(qtbot, panel, row)
            assert [m.target for m in maps(pair)] == [tuple(result.code[row // 2].tolist()) for result in results]
            assert both_decode(pair, *models)
        qtbot.mouseClick(panel.others_button, LEFT)


def test_denoising_has_a_row_per_run_for_each_image(qtbot, pair, own_run, brief_run, digits):
    choose_tab(qtbot, pair, "Denoise")
    panel = pair.desk.explorer.denoising
    qtbot.waitUntil(lambda: len(panel.table.rows) == 16, timeout=WAIT)
    models = (own_run.model, brief_run.model)
    results = [explore.denoise(m, digits.test.pixels[:8], thresholds()[:8], *panel.noise) for m in models]
    rows = panel.table.rows
    assert [row.title for row in rows] == ["A", "B"] * 8
    for k, result in enumerate(results):
        own = rows[k::2]
        for column, picture in ((2, result.denoised), (3, result.reconstruction)):
            assert np.array_equal(np.stack([pixels(row.images[column]) for row in own]), as_bytes(picture))
        ratios = zip(result.noisy_psnr, result.denoised_psnr, result.reconstruction_psnr, strict=True)
        assert [row.captions[1:] for row in own] == [tuple(f"{number(r.item(), 1)} dB" for r in row) for row in ratios]
        arrows = layer(maps(pair)[k], ArrowsLayer)
        assert np.array_equal(arrows._tails, result.clean_code.numpy())
        assert np.array_equal(arrows._heads, result.noisy_code.numpy())
    assert np.array_equal(np.stack([pixels(row.images[1]) for row in rows[::2]]), as_bytes(results[0].noisy))
    assert all(row.images[:2] == (None, None) for row in rows[1::2])
    for row in (1, 6):
        click_row(qtbot, panel, row)
        assert [m.target for m in maps(pair)] == [tuple(result.noisy_code[row // 2].tolist()) for result in results]
    tick(qtbot, pair, "brief")
    assert len(panel.table.rows) == 8
    choose_tab(qtbot, pair, "Reconstruct")
    qtbot.waitUntil(lambda: maps(pair)[0].arrow_count == 0)
    assert maps(pair)[1].arrow_count == 0


def test_rows_have_the_letters_of_the_list(qtbot, mnist_run, brief_run, window):
    for name in ("of-mnist", "brief"):  # the first of which has no rows
        tick(qtbot, window, name)
    letters = "".join(
        title for title in "BC" if np.array_equal(icon(window, "brief"), letter(window, "ABC".index(title)))
    )
    rows = window.desk.explorer.reconstruction.table.rows
    assert len(letters) == 1
    assert [row.title for row in rows] == ["A", letters] * 8


# The pointer and the target


@pytest.mark.parametrize("over", [0, 1], ids=["A", "B"])
def test_the_pointer_rings_the_same_image_on_both_maps(pair, own_run, brief_run, over):
    these = (own_run, brief_run)
    here = maps(pair)[over]
    rows = set()
    for wanted in (3, 100, 200):
        spot = place(here, *code(these[over], wanted))
        point_at(here.plot.viewport(), spot)
        row = nearest(these[over].codes.mean, position(here, spot))
        assert [m.ring for m in maps(pair)] == [code(run, row) for run in these]
        rows.add(row)
    assert len(rows) == 3
    # Away from all codes, and out of the map.
    with_ring = seen(maps(pair)[1 - over].plot.viewport())
    left, bottom = here.view.viewRect().left(), here.view.viewRect().top()
    corner = (left * 0.97, bottom * 0.97)
    assert np.hypot(*(these[over].codes.mean.numpy() - corner).T).min() > PICK_RADIUS * here.view.viewPixelSize()[0]
    point_at(here.plot.viewport(), place(here, *corner))
    assert [m.ring for m in maps(pair)] == [None, None]
    assert (seen(maps(pair)[1 - over].plot.viewport()) != with_ring).any(-1).sum() > 20
    point_at(here.plot.viewport(), place(here, *code(these[over], 3)))
    assert None not in [m.ring for m in maps(pair)]
    point_at(pair.statusBar(), QPoint(3, 3))
    assert [m.ring for m in maps(pair)] == [None, None]


@pytest.mark.parametrize("hand", [0, 1], ids=["A", "B"])
def test_a_drag_takes_the_other_target_to_the_nearest_image(qtbot, pair, own_run, brief_run, hand):
    these = (own_run, brief_run)
    here, there = maps(pair)[hand], maps(pair)[1 - hand]
    viewport = here.plot.viewport()
    (left, right), (low, high) = np.percentile(these[hand].codes.mean, [10, 90], axis=0).T
    reached = set()
    qtbot.mousePress(viewport, LEFT, NONE, place(here, left, low))
    for share in np.linspace(0, 1, 9):
        x, y = left + share * (right - left), low + share * (high - low)
        qtbot.mouseMove(viewport, place(here, x, y))
        assert np.allclose(here.target, (x, y), atol=0.05)
        row = nearest(these[hand].codes.mean, here.target)
        qtbot.waitUntil(lambda row=row: there.target == code(these[1 - hand], row))
        assert here.ring == code(these[hand], row)
        assert both_decode(pair, own_run.model, brief_run.model)
        reached.add(row)
    qtbot.mouseRelease(viewport, LEFT, NONE, place(here, right, high))
    assert len(reached) > 3
    qtbot.keyClick(here.plot, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert there.target == code(these[1 - hand], nearest(these[hand].codes.mean, here.target))
    assert both_decode(pair, own_run.model, brief_run.model)


def test_hidden_classes_steer_nothing(qtbot, pair, own_run, brief_run):
    here, there = maps(pair)
    x, y = code(own_run, 3)
    hide(qtbot, pair, int(own_run.codes.labels[3]))
    qtbot.mouseClick(here.plot.viewport(), LEFT, NONE, place(here, x, y))
    shown = np.flatnonzero(own_run.codes.labels != own_run.codes.labels[3])
    row = shown[nearest(own_run.codes.mean[shown], here.target)]
    assert there.target == code(brief_run, row)


# Layers and legend


def hide(qtbot, window, index):
    """Click a class in the legend."""
    buttons = [b for b in window.desk.explorer.maps.findChildren(QToolButton) if b.property("class_index") == index]
    qtbot.mouseClick(buttons[0], LEFT)


def mosaic_is_right(latent_map, model):
    lattice, image = latent_map.lattice(), layer(latent_map, ManifoldLayer).image
    if image is None or not layer(latent_map, ManifoldLayer).isVisible():
        return False
    shape = len(lattice.vertical), len(lattice.horizontal)
    if image.shape[:2] != (8 * shape[0], 8 * shape[1]):
        return False
    z = torch.tensor([(x, y) for y in lattice.vertical for x in lattice.horizontal], dtype=torch.float)
    with torch.no_grad():
        expected = as_bytes(model.decode(z).mean)
    tiles = image[::-1].reshape(shape[0], 8, shape[1], 8, 3).swapaxes(1, 2).reshape(-1, 8, 8, 3)
    return np.abs(tiles.astype(int) - expected).max() <= 1


def test_points_and_prior_are_switched_on_both_maps(qtbot, pair):
    def coloured():
        return [sum(has_colour(seen(m.plot.viewport()), c) for c in CLASS_COLOURS) for m in maps(pair)]

    before = coloured()
    assert min(before) > 100
    qtbot.keyClick(maps(pair)[1].plot, Qt.Key.Key_P)
    assert coloured() == [0, 0]
    for m in maps(pair):
        m.reset_view()
        settle(m)
    for m in maps(pair):
        without = seen(m.plot.viewport())
        qtbot.keyClick(m.plot, Qt.Key.Key_C)
        for other in maps(pair):
            spot = place(other, -2, 0)
            around = np.s_[spot.y() - 2 : spot.y() + 3, spot.x() - 2 : spot.x() + 3]
            assert seen(other.plot.viewport())[around].min() < 120
        qtbot.keyClick(m.plot, Qt.Key.Key_C)
        assert np.array_equal(seen(m.plot.viewport()), without)
    qtbot.keyClick(pair, Qt.Key.Key_P)
    assert min(coloured()) > 100


def test_the_posterior_of_each_is_on_its_own_map(qtbot, pair, own_run, brief_run, digits):
    def is_right(latent_map, run):
        row = nearest(run.codes.mean, latent_map.target)
        found = re.search(r"Test image (\d+) ", latent_map.hint)
        if found is None or int(found[1]) != row:
            return False
        x = observe(digits.test.pixels[row : row + 1], run.model.config.observed_as, thresholds()[row : row + 1])
        return latent_map.posterior.regions.modes == regions(quadrature.mosaic(run.model, x)).modes

    qtbot.keyClick(pair.map.plot, Qt.Key.Key_E)
    for x, y in ((0.8, 0.3), (-0.5, -0.6)):
        qtbot.mouseClick(pair.map.plot.viewport(), LEFT, NONE, place(pair.map, x, y))
        for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
            qtbot.waitUntil(lambda m=m, run=run: is_right(m, run), timeout=WAIT)


def magnification_is_right(latent_map, model):
    """Compare the whole layer with the lattice's values, and three of them with the Jacobian by back-propagation."""
    found, lattice = layer(latent_map, FieldLayer), latent_map.lattice(FIELD_CELL)
    shape = len(lattice.vertical), len(lattice.horizontal)
    if found.image is None or not found.isVisible() or found.image.shape != shape:
        return False
    z = torch.tensor([[(x, y) for x in lattice.horizontal] for y in lattice.vertical], dtype=torch.float)
    expected = geometry.magnification(geometry.mean_decoder(model), z).numpy()
    values = 10 ** found.image[::-1]
    for row, column in ((0, 0), (shape[0] // 2, shape[1] // 2), (shape[0] // 3, shape[1] - 2)):
        jacobian = torch.autograd.functional.jacobian(lambda z: model.decode(z).mean.flatten(), z[row, column]).double()
        assert expected[row, column] == pytest.approx(torch.linalg.svdvals(jacobian).prod().item(), rel=1e-2)
    return np.allclose(values, expected, rtol=1e-3)


def test_manifold_and_magnification_of_each_are_on_its_own_map(qtbot, pair, own_run, brief_run):
    switches = pair.desk.explorer.maps.switches
    qtbot.keyClick(pair.map.plot, Qt.Key.Key_M)
    for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
        qtbot.waitUntil(lambda m=m, run=run: mosaic_is_right(m, run.model), timeout=WAIT)
    assert not mosaic_is_right(maps(pair)[1], own_run.model)
    qtbot.keyClick(pair.map.plot, Qt.Key.Key_X)
    assert switches.magnification.isChecked()
    assert not switches.manifold.isChecked()  # one would hide the other
    assert not mosaic_is_right(pair.map, own_run.model)
    for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
        qtbot.waitUntil(lambda m=m, run=run: magnification_is_right(m, run.model), timeout=WAIT)
        low, high = re.search(r"dark ([\d.e+-]+), bright ([\d.e+-]+) ", says(m)).groups()
        values = 10 ** layer(m, FieldLayer).image
        assert float(low) == pytest.approx(np.percentile(values, 2), rel=0.1)
        assert float(high) == pytest.approx(np.percentile(values, 99.8), rel=0.1)
    assert not magnification_is_right(maps(pair)[1], own_run.model)
    qtbot.keyClick(pair.map.plot, Qt.Key.Key_X)
    assert not layer(pair.map, FieldLayer).isVisible()
    assert "√det" not in says(pair.map)


def pulled(model, start):
    """Decode and encode again and again, by hand."""
    trail = [torch.tensor(start, dtype=torch.float)]
    with torch.no_grad():
        for _ in range(PULLS):
            trail.append(model.encode(model.decode(trail[-1][None]).mean).mean[0])
    return torch.stack(trail).numpy()


def test_the_pull_of_each_follows_its_target(qtbot, pair, own_run, brief_run):
    def is_right(m, run):
        trail = pulled(run.model, m.target)
        return m.trail.shape == trail.shape and np.allclose(m.trail, trail, atol=1e-4)

    assert len(pair.map.trail) == 0
    before = seen(pair.map.plot.viewport())
    qtbot.keyClick(pair.map.plot, Qt.Key.Key_U)
    for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
        qtbot.waitUntil(lambda m=m, run=run: is_right(m, run), timeout=WAIT)
    assert (seen(pair.map.plot.viewport()) != before).any(-1).sum() > 20
    for hand, (x, y) in ((0, (1.2, -0.7)), (1, (-0.4, 0.2))):
        viewport = maps(pair)[hand].plot.viewport()
        drag(qtbot, viewport, [place(maps(pair)[hand], *spot) for spot in ((0, 0), (0.2, 0.1), (x, y))])
        for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
            qtbot.waitUntil(lambda m=m, run=run: is_right(m, run), timeout=WAIT)
    qtbot.keyClick(pair.map.plot, Qt.Key.Key_U)
    assert [len(m.trail) for m in maps(pair)] == [0, 0]


def test_an_autoencoder_is_pulled_too(qtbot, open_window, run_of):
    run = run_of("autoencoder")
    window = open_window(run.folder)
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_U)
    assert window.desk.explorer.maps.switches.pull.isChecked()
    expected = pulled(run.model, window.map.target)
    qtbot.waitUntil(lambda: len(window.map.trail) == PULLS + 1, timeout=WAIT)
    assert np.allclose(window.map.trail, expected, atol=1e-4)


def test_the_legend_hides_a_class_on_both_maps(qtbot, pair, own_run, brief_run):
    hide(qtbot, pair, 4)
    left = int((own_run.codes.labels != 4).sum())
    assert [layer_of_points(m).count for m in maps(pair)] == [left, left]
    for m in maps(pair):
        settle(m)
        assert has_colour(seen(m.plot.viewport()), CLASS_COLOURS[4]) == 0
        assert has_colour(seen(m.plot.viewport()), CLASS_COLOURS[5]) > 20
    hide(qtbot, pair, 4)
    for m, run in zip(maps(pair), (own_run, brief_run), strict=True):
        assert layer_of_points(m).count == 360
        assert shows_points(m, run)


def layer_of_points(latent_map):
    """All the points, not those that are marked as selected."""
    found = [item for item in latent_map.plot.scene().items() if isinstance(item, PointsLayer)]
    return min(found, key=lambda item: item.zValue())


def test_a_rival_without_prior_or_density_has_no_such_layers(qtbot, window, run_of):
    run = run_of("autoencoder")
    window.desk.refresh_runs()
    tick(qtbot, window, "autoencoder")
    settle(maps(window)[1])
    first, second = (seen(m.plot.viewport()) for m in maps(window))
    for key in (Qt.Key.Key_C, Qt.Key.Key_E):
        qtbot.keyClick(window.map.plot, key)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    assert maps(window)[1].posterior.regions is None
    assert (seen(window.map.plot.viewport()) != first).any()
    assert np.array_equal(seen(maps(window)[1].plot.viewport()), second)
    # The other way round the layers stay, for the run beside it.
    open_run(qtbot, window, "autoencoder")
    tick(qtbot, window, "small")
    assert window.desk.explorer.maps.switches.posterior.isEnabled()
    qtbot.waitUntil(lambda: maps(window)[1].posterior.regions is not None, timeout=WAIT)
    assert window.map.posterior.regions is None
    assert window.desk.run.folder == run.folder
    tick(qtbot, window, "small")
    assert not window.desk.explorer.maps.switches.posterior.isEnabled()


# Curves


def test_curves_of_an_equal_likelihood_are_laid_over(qtbot, window, own_run, run_of):
    rival = run_of("vae")
    window.desk.refresh_runs()
    tick(qtbot, window, "vae")
    assert window.desk.metrics.rival_count == 1
    assert "not drawn" not in window.desk.metrics.words
    for plot, term in zip(plots(window.desk.metrics), ("bound", "rate", "distortion"), strict=False):
        _, own, other, _ = drawn(plot)
        for curve, run in ((own, own_run), (other, rival)):
            assert curve[0].tolist() == [row.epoch for row in run.metrics]
            assert np.allclose(curve[1], [getattr(row, f"validation_{term}") for row in run.metrics])
    tick(qtbot, window, "vae")
    assert window.desk.metrics.rival_count == 0
    assert len(drawn(plots(window.desk.metrics)[0])) == 3


def test_curves_of_other_likelihoods_are_left_out_and_it_is_said(qtbot, brief_run, run_of, window):
    for count, name in enumerate(("grey", "cross-entropy", "autoencoder"), start=1):
        run_of(name)
        window.desk.refresh_runs()
        tick(qtbot, window, name)
        assert window.desk.metrics.rival_count == 0
        assert (
            f"({count} run{'s' if count > 1 else ''} of other likelihoods or images not drawn)"
            in window.desk.metrics.words
        )
    tick(qtbot, window, "brief")
    assert window.desk.metrics.rival_count == 1
    assert "(3 runs of other" in window.desk.metrics.words
    _, _, other, _ = drawn(plots(window.desk.metrics)[0])
    assert np.allclose(other[1], [row.validation_bound for row in brief_run.metrics])
    # It has kept its own letter, whatever is drawn.
    letters = [item.toPlainText() for item in plots(window.desk.metrics)[0].items if hasattr(item, "toPlainText")]
    assert "E" in letters
    assert "B" not in letters


# Runs that have less in common


def test_a_rival_of_other_images_is_shown_but_nothing_is_linked(qtbot, mnist_run, window, own_run):
    tick(qtbot, window, "of-mnist")
    first, second = maps(window)
    assert heading(second) == ("B", "of-mnist · other images, so nothing is linked")
    assert np.allclose(second._codes, mnist_run.codes.mean)
    assert len(window.desk.explorer.reconstruction.table.rows) == 8
    assert window.desk.metrics.rival_count == 0
    assert "(1 run of other likelihoods or images not drawn)" in window.desk.metrics.words
    before = second.target
    qtbot.mouseClick(first.plot.viewport(), LEFT, NONE, place(first, 0.7, 0.2))
    point_at(first.plot.viewport(), place(first, *code(own_run, 3)))
    assert second.target == before
    assert [m.ring for m in maps(window)] == [None, None]
    before = first.target
    qtbot.mouseClick(second.plot.viewport(), LEFT, NONE, place(second, -0.7, 0.2))
    point_at(second.plot.viewport(), place(second, *code(mnist_run, 3)))
    assert first.target == before
    assert [m.ring for m in maps(window)] == [None, None]
    # By itself it decodes all the same.
    assert np.allclose(second.target, (-0.7, 0.2), atol=0.05)
    assert both_decode(window, own_run.model, mnist_run.model)
    click_row(qtbot, window.desk.explorer.reconstruction, 2)
    assert np.allclose(second.target, (-0.7, 0.2), atol=0.05)


def test_a_rival_without_a_map_says_so_and_does_no_harm(qtbot, run_of, window, own_run):
    run_of("one-dimension")
    window.desk.refresh_runs()
    tick(qtbot, window, "one-dimension")
    first, second = maps(window)
    assert second.message.startswith("This model’s codes have one dimension")
    assert [row.title for row in window.desk.explorer.reconstruction.table.rows] == ["A", "B"] * 8
    for x, y in ((0.3, 0.3), (-0.2, 0.5)):
        qtbot.mouseClick(first.plot.viewport(), LEFT, NONE, place(first, x, y))
        assert np.array_equal(pixels(window.desk.explorer.decoded.view.image), decoded_at(own_run.model, *first.target))
    qtbot.mouseClick(second.plot.viewport(), LEFT, NONE, second.plot.viewport().rect().center())
    point_at(second.plot.viewport(), QPoint(80, 80))
    point_at(first.plot.viewport(), place(first, *code(own_run, 3)))
    assert second.ring is None
    click_row(qtbot, window.desk.explorer.reconstruction, 5)
    row = explore.reconstruct(own_run.model, window.desk.datasets.get("digits").test.pixels[2:3], thresholds()[2:3])
    assert first.target == pytest.approx(row.code[0].tolist(), abs=1e-5)
    assert not window.desk.explorer.decoded.rival_view.isVisible()
    # And the other way round.
    open_run(qtbot, window, "one-dimension")
    tick(qtbot, window, "small")
    assert first.message.startswith("This model’s codes have one dimension")
    qtbot.mouseClick(second.plot.viewport(), LEFT, NONE, place(second, 0.3, 0.3))
    point_at(second.plot.viewport(), place(second, *code(own_run, 3)))
    expected = decoded_at(own_run.model, *second.target)
    assert np.array_equal(pixels(window.desk.explorer.decoded.rival_view.image), expected)


# Other runs, new names


def test_opening_another_run_keeps_the_comparison(qtbot, pair, run_of, brief_run, own_run):
    other = run_of("vae")
    pair.desk.refresh_runs()
    open_run(qtbot, pair, "vae")
    assert ticked(pair) == {"brief"}
    assert [heading(m) for m in maps(pair)] == [("A", "360 test images · vae"), ("B", "brief")]
    assert shows_points(maps(pair)[0], other)
    qtbot.mouseClick(pair.map.plot.viewport(), LEFT, NONE, place(pair.map, *code(other, 40)))
    assert maps(pair)[1].target == code(brief_run, nearest(other.codes.mean, pair.map.target))
    assert both_decode(pair, other.model, brief_run.model)
    # The open run cannot be its own rival.
    tick(qtbot, pair, "small")
    open_run(qtbot, pair, "brief")
    assert ticked(pair) == {"small"}
    assert [heading(m) for m in maps(pair)] == [("A", "360 test images · brief"), ("B", "small")]
    assert both_decode(pair, brief_run.model, own_run.model)
    open_run(qtbot, pair, "small")
    assert is_alone(pair)


def test_a_compared_run_that_gets_another_name_stays(qtbot, pair, brief_run):
    select_run(qtbot, pair, "brief")
    qtbot.keyClick(pair.desk.runs_panel.list, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "renamed")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))
    assert brief_run.folder.with_name("renamed").is_dir()
    assert ticked(pair) == {"renamed"}
    assert heading(maps(pair)[1]) == ("B", "renamed")
    assert np.array_equal(icon(pair, "renamed"), letter(pair, 1))
    tick(qtbot, pair, "renamed")
    assert is_alone(pair)


def as_it_stands(window):
    """All that a name has nothing to do with: targets, views, layers, images, curves, strips."""
    return [
        *((m.target, m.view.viewRange(), m._codes.tolist(), m.is_posterior_shown) for m in maps(window)),
        [picture.tobytes() for picture in decoded(window)],
        window.desk.explorer.drivers[0].chosen,
        [curve[1].tolist() for curve in drawn(plots(window.desk.metrics)[0])],
        plots(window.desk.metrics)[0].viewRange(),
        len(window.desk.explorer.reconstruction.table.rows),
        window.desk.explorer.model,
    ]


@pytest.mark.parametrize("name", ["small", "brief"])
def test_another_name_changes_nothing_else(qtbot, pair, own_run, brief_run, name):
    """Of the open run, and of the one beside it, and back again."""
    first, second = maps(pair)
    pair.desk.explorer.maps.switches.posterior.trigger()
    qtbot.mouseClick(first.plot.viewport(), LEFT, NONE, place(first, *code(own_run, 7)))
    wheel(first.plot.viewport(), first.plot.viewport().rect().center(), 2)
    wheel(second.plot.viewport(), second.plot.viewport().rect().center(), 3)
    pair.desk.explorer.choose(40)
    qtbot.waitUntil(lambda: first.posterior.regions is not None, timeout=WAIT)
    select_run(qtbot, pair, name)
    before = as_it_stands(pair)
    for new, act in (("renamed", None), (name, "&Undo: rename run “{}”"), ("renamed", "&Redo: rename run “{}”")):
        if act is None:
            qtbot.keyClick(pair.desk.runs_panel.list, Qt.Key.Key_F2)
            editor = QApplication.focusWidget()
            editor.selectAll()
            qtbot.keyClicks(editor, new)
            qtbot.keyClick(editor, Qt.Key.Key_Return)
            qtbot.waitUntil(lambda: not isinstance(QApplication.focusWidget(), QLineEdit))
        else:
            action(pair, act.format(name).replace("&", "")).trigger()
        assert as_it_stands(pair) == before
        names = [new if known == name else known for known in ("small", "brief")]
        assert [heading(m)[1].split(" · ")[-1] for m in maps(pair)] == names
        assert ticked(pair) == {names[1]}
        assert pair.windowTitle() == f"{names[0]} — vaegui"
        assert pair.run_label.text().startswith(f"{names[0]}: VAE")
        assert pair.desk.run.folder == own_run.folder.with_name(names[0])
        assert pair.preferences.last_run == pair.desk.run.folder
        assert [contender.name for contender in pair.desk.explorer.contenders()] == names
        panel = pair.desk.runs_panel
        assert panel.current_folder().name == new
        assert panel.rename_button.isEnabled()
        assert item_of(pair, names[0]).data(0, Qt.ItemDataRole.CheckStateRole) is None
    tick(qtbot, pair, names[1])
    assert is_alone(pair)


def test_a_compared_run_that_is_deleted_goes(qtbot, pair, own_run):
    select_run(qtbot, pair, "brief")
    qtbot.keyClick(pair.desk.runs_panel.list, Qt.Key.Key_Delete)
    assert "brief" not in [row[0] for row in listed(pair)]
    assert is_alone(pair)
    assert len(pair.desk.explorer.reconstruction.table.rows) == 8
    qtbot.mouseClick(pair.map.plot.viewport(), LEFT, NONE, place(pair.map, *code(own_run, 40)))
    assert np.array_equal(pixels(pair.desk.explorer.decoded.view.image), decoded_at(own_run.model, *pair.map.target))


def test_deleting_the_open_run_leaves_the_other_beside_the_next(qtbot, pair, brief_run):
    select_run(qtbot, pair, "small")
    qtbot.keyClick(pair.desk.runs_panel.list, Qt.Key.Key_Delete)
    assert pair.desk.run.name == "mnist-vae-2d"
    assert ticked(pair) == {"brief"}
    assert heading(maps(pair)[1]) == ("B", "brief · other images, so nothing is linked")


# While A is being trained


def test_a_training_is_linked_with_the_run_beside_it(qtbot, pair, brief_run, monkeypatch):
    monkeypatch.setattr(recording, "LIVE_POINTS", 120)  # so that the live map shows a part of the test images
    snapshots = []
    pair.desk.training.snapshot_taken.connect(snapshots.append)
    choose_tab(qtbot, pair, "Train")
    train(qtbot, pair)
    qtbot.waitUntil(lambda: len(snapshots) > 1, timeout=WAIT)
    rest(qtbot, pair)
    first, second = maps(pair)
    rows, codes = pair.desk.training.plan.rows.tolist(), snapshots[-1].codes.numpy()
    assert len(rows) == len(codes) == 120
    assert heading(first)[0] == "A"
    assert "120 of 360 test images" in heading(first)[1]
    assert heading(second) == ("B", "brief")
    settle(first)
    # From A to B, by row of the test set.
    qtbot.mouseClick(first.plot.viewport(), LEFT, NONE, place(first, *codes[50].tolist()))
    index = nearest(codes, first.target)
    assert rows[index] != index
    assert second.target == code(brief_run, rows[index])
    assert both_decode(pair, pair.desk.explorer.model, brief_run.model)
    point_at(first.plot.viewport(), place(first, *codes[7].tolist()))
    index = nearest(codes, position(first, place(first, *codes[7].tolist())))
    assert first.ring == tuple(codes[index].tolist())
    assert second.ring == code(brief_run, rows[index])
    # From B to A, where an image may not be.
    known = next(row for row in range(100, 360) if row in rows and is_clear(brief_run, second, row))
    absent = next(row for row in range(100, 360) if row not in rows and is_clear(brief_run, second, row))
    point_at(second.plot.viewport(), place(second, *code(brief_run, known)))
    assert second.ring == code(brief_run, known)
    assert first.ring == tuple(codes[rows.index(known)].tolist())
    point_at(second.plot.viewport(), place(second, *code(brief_run, absent)))
    assert second.ring == code(brief_run, absent)
    assert first.ring is None
    stop(qtbot, pair)
    assert ticked(pair) == {"brief"}
    assert heading(second) == ("B", "brief")
    qtbot.mouseClick(second.plot.viewport(), LEFT, NONE, place(second, *code(brief_run, known)))
    assert first.target == code(pair.desk.run, known)
    assert both_decode(pair, pair.desk.run.model, brief_run.model)


def is_clear(run, latent_map, row):
    """Whether a hand that aims at a code hits it, and nothing else."""
    spot = place(latent_map, *code(run, row))
    return nearest(run.codes.mean, position(latent_map, spot)) == row


def test_a_training_without_a_map_leaves_the_other_map_alive(qtbot, pair, brief_run):
    choose_tab(qtbot, pair, "Train")
    pair.desk.train_panel.model_form.set_value("latent_size", 1)
    train(qtbot, pair)
    second = maps(pair)[1]
    settle(second)
    for wait in (False, True):  # before the first snapshot, and after it
        if wait:
            with qtbot.waitSignal(pair.desk.training.snapshot_taken, timeout=WAIT):
                pass
        spot = place(second, *code(brief_run, 9))
        point_at(second.plot.viewport(), spot + QPoint(60, 0))
        point_at(second.plot.viewport(), spot)
        assert second.ring == code(brief_run, nearest(brief_run.codes.mean, position(second, spot)))
        qtbot.mouseClick(second.plot.viewport(), LEFT, NONE, spot + QPoint(30, 30))
        expected = decoded_at(brief_run.model, *second.target)
        assert np.array_equal(pixels(pair.desk.explorer.decoded.rival_view.image), expected)
    assert maps(pair)[0].ring is None
    stop(qtbot, pair)


def test_a_training_on_the_rivals_images_links_what_was_not(qtbot, open_window, mnist_run, own_run, strangers_folder):
    window = open_window(mnist_run.folder)
    tick(qtbot, window, "small")
    second = maps(window)[1]
    assert heading(second) == ("B", "small · other images, so nothing is linked")
    choose_tab(qtbot, window, "Train")
    train_family(qtbot, window, "vae", epochs=100_000)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    rest(qtbot, window)
    assert heading(second) == ("B", "small")
    point_at(second.plot.viewport(), place(second, *code(own_run, 9)))
    assert window.map.ring is not None
    stop(qtbot, window)
    assert heading(second) == ("B", "small")


def test_no_more_runs_are_compared_than_can_be_told_apart(qtbot, window, own_run, home):
    many = [shutil.copytree(own_run.folder, home / "runs" / f"copy-{n}") for n in range(MOST_RIVALS + 2)]
    window.desk.refresh_runs()
    window.desk.compare(many)
    assert [rival.subject.title for rival in window.desk.explorer.rivals] == [
        folder.name for folder in many[:MOST_RIVALS]
    ]
    assert window.desk.runs_panel.ticked == many[:MOST_RIVALS]
    assert str(MOST_RIVALS + 1) in window.statusBar().currentMessage()
