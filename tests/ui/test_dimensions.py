"""Codes of eight dimensions: planes of the map, the panel of the dimensions, and what needs two of them."""

import math
import shutil

import numpy as np
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    SHIFT,
    WAIT,
    as_bytes,
    choose_tab,
    drag,
    finish,
    menu_at,
    pixels,
    place,
    position,
    press_in_box,
    says,
    seen,
    settle,
    stop,
    train,
    train_for,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from vaegui import explore, geometry, recording, runs
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.narration import COLLAPSED, rate_per_dimension
from vaegui.projections import Axes, Embedded, Principal, name_of, principal
from vaegui.ui.dimensions import FLAT, LIVE, NO_CODES, ONE
from vaegui.ui.dimensions_panel import FAST, IMAGES, STEP
from vaegui.ui.map_layers import ManifoldLayer

D = 8
Key = Qt.Key


@pytest.fixture(scope="session")
def wide_folder(digits, tmp_path_factory):
    """A run on digits whose codes have eight dimensions."""
    folder = tmp_path_factory.mktemp("runs") / "wide"
    config = TrainConfig(epochs=3, learning_rate=1e-2, device="cpu")
    for _ in recording.train_run(digits, ModelConfig(hidden=(16,), latent_size=D), config, folder):
        pass
    return folder


@pytest.fixture
def wide_run(wide_folder, home):
    return runs.load(shutil.copytree(wide_folder, home / "runs" / "wide"))


@pytest.fixture
def wide(open_window, wide_run, qtbot):
    """The window on it, with the panel in front, once its images are there."""
    window = open_window(wide_run.folder)
    driver = window.desk.explorer.drivers[0]
    qtbot.waitUntil(lambda: driver.images is not None, timeout=WAIT)
    choose_tab(qtbot, window, "Dimensions")
    settle(window)
    qtbot.waitUntil(lambda: strips_are_right(window), timeout=WAIT)
    return window


def driver_of(window):
    return window.desk.explorer.drivers[0]


def panel_of(window):
    return window.desk.dimensions_panel


def rows_of(window):
    return window.desk.dimensions_panel.rows


def decoded(window):
    return pixels(window.desk.explorer.decoded.view.image)


def image_of(model, code):
    return as_bytes(explore.decode(model, torch.as_tensor(code)))


def strips_are_right(window):
    """Whether all rows show what the model decodes along their dimensions, computed here once more."""
    rows, driver = rows_of(window), driver_of(window)
    if rows.image_at(None) is None:
        return False
    for place_of_row, row in enumerate(rows.rows):
        for column in (0, 3, IMAGES - 1):
            code = driver.code.copy()
            code[row.index] = row.low + (row.high - row.low) * column / (IMAGES - 1)
            image = rows._image(place_of_row, column)
            if image is None or not np.array_equal(pixels(image), image_of(driver.model, code)):
                return False
    return True


def choose(qtbot, box, data):
    """Choose an entry of a box by keys, as a person does."""
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Home)
    for _ in range(box.findData(data)):
        qtbot.keyClick(box, Key.Key_Down)
    assert box.currentData() == data


def ask_for_umap(qtbot, window):
    panel_of(window).kind.setFocus()
    qtbot.keyClick(panel_of(window).kind, Key.Key_End)


def to_plane(qtbot, window, kind):
    choose(qtbot, panel_of(window).kind, kind)
    qtbot.waitUntil(lambda: driver_of(window).plane.kind == kind, timeout=WAIT)
    settle(window)


def row_at(window, dimension):
    return next(place for place, row in enumerate(rows_of(window).rows) if row.index == dimension)


def point_in_row(window, row, value):
    """Where to press for a value, once the row is scrolled into view."""
    rows = rows_of(window)
    scroll = panel_of(window)._scroll
    scroll.verticalScrollBar().setValue(int(rows.strip_rect(row).top()) - 10)
    QApplication.processEvents()
    return QPoint(round(rows.place_of(row, value).x()), round(rows.strip_rect(row).center().y()))


# The map


def test_the_two_dimensions_that_tell_most_are_on_the_map(wide, wide_run):
    rates = rate_per_dimension(wide_run.codes.mean, wide_run.codes.std).numpy()
    plane = driver_of(wide).plane
    assert {plane.right, plane.up} == set(np.argsort(-rates)[:2].tolist())
    assert plane.right < plane.up
    assert np.array_equal(wide.map.codes, wide_run.codes.mean.double().numpy()[:, [plane.right, plane.up]])
    names = f"{name_of(plane.right)} and {name_of(plane.up)} of 8 dimensions"
    assert wide.map._caption.text().startswith(names)
    labels = [wide.map.plot.getPlotItem().getAxis(side).labelText for side in ("bottom", "left")]
    assert labels == [name_of(plane.right), name_of(plane.up)]
    # The target is on an image's code, with all its dimensions.
    row = driver_of(wide).chosen
    assert driver_of(wide).code == pytest.approx(wide_run.codes.mean[row].tolist())
    assert np.array_equal(decoded(wide), image_of(wide_run.model, wide_run.codes.mean[row].double()))


def test_a_click_sets_two_dimensions_and_leaves_the_others(qtbot, wide, wide_run):
    plane, before = driver_of(wide).plane, driver_of(wide).code.copy()
    point = place(wide.map, 0.9, -0.7)
    qtbot.mouseClick(wide.map.plot.viewport(), LEFT, NONE, point)
    x, y = position(wide.map, point)
    expected = before.copy()
    expected[[plane.right, plane.up]] = x, y
    assert driver_of(wide).code == pytest.approx(expected)
    assert np.array_equal(decoded(wide), image_of(wide_run.model, driver_of(wide).code))
    # In the same event, as with two dimensions, while it is dragged.
    heard = []
    wide.map.target_changed.connect(lambda x, y: heard.append(decoded(wide)))
    drag(qtbot, wide.map.plot.viewport(), [point, point + QPoint(30, 0), point + QPoint(60, -20)])
    assert len(heard) >= 2
    assert np.array_equal(heard[-1], image_of(wide_run.model, driver_of(wide).code))


def test_in_the_plane_of_pca_a_click_moves_along_it_only(qtbot, wide, wide_run):
    before = driver_of(wide).code.copy()
    to_plane(qtbot, wide, "pca")
    plane, expected = driver_of(wide).plane, principal(wide_run.codes.mean.numpy())
    assert isinstance(plane, Principal)
    np.testing.assert_allclose(plane.basis, expected.basis)
    np.testing.assert_allclose(wide.map.codes, wide_run.codes.mean.double().numpy() @ expected.basis, atol=1e-6)
    assert driver_of(wide).code == pytest.approx(before)  # what was decoded still is
    assert wide.map.target == pytest.approx(tuple(before @ expected.basis))
    point = place(wide.map, 0.4, 0.6)
    qtbot.mouseClick(wide.map.plot.viewport(), LEFT, NONE, point)
    code = driver_of(wide).code
    assert code @ plane.basis == pytest.approx(position(wide.map, point))
    moved = code - before
    assert moved - plane.basis @ (plane.basis.T @ moved) == pytest.approx(np.zeros(D), abs=1e-9)
    assert np.array_equal(decoded(wide), image_of(wide_run.model, code))
    assert "exactly, in the plane of PCA" in panel_of(wide).words
    assert "PC 1 (" in wide.map.plot.getPlotItem().getAxis("bottom").labelText
    assert "PC 1, PC 2 =" in says(wide.desk.explorer.decoded)


def test_the_manifold_is_the_slice_through_the_code(qtbot, wide, wide_run):
    wide.map.switches.manifold.setChecked(True)
    layer = next(item for item in wide.map.plot.scene().items() if isinstance(item, ManifoldLayer))
    driver = driver_of(wide)

    def is_right():
        lattice = wide.map.lattice()
        columns, rows = np.meshgrid(lattice.horizontal, lattice.vertical)
        codes = np.broadcast_to(driver.code, (*columns.shape, D)).copy()
        codes[..., driver.plane.right], codes[..., driver.plane.up] = columns, rows
        tiles = as_bytes(explore.decode(wide_run.model, torch.from_numpy(codes)))
        whole = tiles.swapaxes(1, 2).reshape(len(rows) * tiles.shape[2], -1, 3)
        return layer.image is not None and np.array_equal(np.asarray(layer.image)[..., :3], whole)

    def shows(expected):
        return layer.image is not None and not np.array_equal(layer.image, expected)

    qtbot.waitUntil(lambda: layer.image is not None, timeout=WAIT)
    assert "A slice of the latent space: the other 6 dimensions are as at the target." in wide.map.hint
    settle(wide)
    before = np.array(layer.image)
    other = next(d for d in range(D) if d not in (driver.plane.right, driver.plane.up))
    wide.desk.dimensions.move(other, 3.0)
    qtbot.waitUntil(lambda: shows(before), timeout=WAIT)


def test_layers_that_are_not_true_of_a_plane_are_off(qtbot, wide):
    switches = wide.map.switches
    assert all(field.isEnabled() for field in switches.fields.values())
    assert switches.posterior.isEnabled()
    to_plane(qtbot, wide, "pca")
    assert not switches.aggregate.isEnabled()
    assert switches.magnification.isEnabled()


def test_q_is_shown_as_it_lies_on_the_plane_and_the_posterior_is_not(qtbot, wide, wide_run, digits):
    qtbot.keyClick(wide.map.plot, "E")
    qtbot.waitUntil(lambda: wide.map.posterior.q is not None, timeout=WAIT)
    assert wide.map.posterior.regions is None
    assert "The exact posterior is found in two dimensions only" in wide.map.hint
    plane, row = driver_of(wide).plane, driver_of(wide).chosen
    mean, std = wide_run.codes.mean[row].double().numpy(), wide_run.codes.std[row].double().numpy()
    ellipse = wide.map.posterior.q
    np.testing.assert_allclose(ellipse.mean, mean[[plane.right, plane.up]], atol=1e-5)
    np.testing.assert_allclose(ellipse.scale, np.diag(std[[plane.right, plane.up]]), atol=1e-5)
    to_plane(qtbot, wide, "pca")
    basis = driver_of(wide).plane.basis
    qtbot.waitUntil(
        lambda: wide.map.posterior.q is not None and np.allclose(wide.map.posterior.q.mean, mean @ basis, atol=1e-5),
        timeout=WAIT,
    )
    root = wide.map.posterior.q.scale
    np.testing.assert_allclose(root @ root.T, basis.T @ np.diag(std**2) @ basis, atol=1e-5)


def test_magnification_is_that_of_the_slice(qtbot, wide, wide_run):
    driver = driver_of(wide)
    with qtbot.waitSignal(driver._field_worker.answered, timeout=WAIT) as heard:
        qtbot.keyClick(wide.map.plot, "X")
    _, _, values, _, _ = heard.args[0]
    lattice = wide.map.lattice(9)
    code = driver.code.copy()
    code[[driver.plane.right, driver.plane.up]] = lattice.horizontal[3], lattice.vertical[5]
    whole = geometry.metric(geometry.mean_decoder(wide_run.model), torch.from_numpy(code))
    part = whole[[driver.plane.right, driver.plane.up]][:, [driver.plane.right, driver.plane.up]]
    assert values[5, 3] == pytest.approx(math.sqrt(float(torch.linalg.det(part))), rel=1e-3)


def test_the_density_is_that_of_the_two_dimensions(wide, wide_run):
    plane, (x, y) = driver_of(wide).plane, wide.map.target
    mean, std = (
        part.double().numpy()[:, [plane.right, plane.up]] for part in (wide_run.codes.mean, wide_run.codes.std)
    )
    each = np.exp(-np.square(([x, y] - mean) / std) / 2) / (math.sqrt(2 * math.pi) * std)
    names = f"{name_of(plane.right)}, {name_of(plane.up)}"
    assert f"q({names}) = {each.prod(1).mean():.2g}" in says(wide.desk.explorer.decoded)


def test_numbers_that_are_typed_are_on_the_plane(qtbot, wide):
    plane, before = driver_of(wide).plane, driver_of(wide).code.copy()
    spin = wide.desk.explorer.decoded.spins[0]
    assert spin.accessibleName() == name_of(plane.right)
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "1.25")
    qtbot.keyClick(spin, Key.Key_Return)
    before[plane.right] = 1.25
    assert driver_of(wide).code == pytest.approx(before)


def test_enter_on_the_map_goes_to_the_nearest_code_with_all_its_dimensions(qtbot, wide, wide_run):
    wide.map.set_target(0.5, 0.5)
    qtbot.keyClick(wide.map.plot, Key.Key_Return)
    row = wide.map.nearest(*wide.map.target)
    assert driver_of(wide).code == pytest.approx(wide_run.codes.mean[row].tolist())


def test_copying_a_place_copies_the_whole_code(qtbot, wide):
    point = place(wide.map, 0.2, 0.3)
    entries = menu_at(qtbot, wide.map.plot.viewport(), point)
    copy = next(entry for entry in entries if entry.startswith("Copy coordinates"))
    menu_at(qtbot, wide.map.plot.viewport(), point, copy)
    copied = [float(number) for number in QApplication.clipboard().text().split(",")]
    assert copied == pytest.approx(driver_of(wide).code_at(*position(wide.map, point)).tolist(), rel=1e-4, abs=1e-5)


# The panel


def test_rows_are_sorted_by_what_they_tell(wide, wide_run):
    rates = rate_per_dimension(wide_run.codes.mean, wide_run.codes.std).numpy()
    rows = rows_of(wide).rows
    assert [row.index for row in rows] == np.argsort(-rates).tolist()
    assert [row.amount for row in rows] == pytest.approx(sorted(rates, reverse=True))
    assert [row.is_collapsed for row in rows] == [row.amount < COLLAPSED for row in rows]
    assert "KL, nats per image" in panel_of(wide).words
    assert f"KL {rows[0].amount:.2f}" in rows_of(wide).accessibleDescription()


def test_a_drag_in_a_row_moves_that_dimension_and_the_image_with_it(qtbot, wide, wide_run):
    driver = driver_of(wide)
    plane, before, target = driver.plane, driver.code.copy(), wide.map.target
    other = next(d for d in range(D) if d not in (plane.right, plane.up))
    row = row_at(wide, other)
    start, end = point_in_row(wide, row, 0.0), point_in_row(wide, row, 2.25)
    drag(qtbot, rows_of(wide), [start, QPoint((start.x() + end.x()) // 2, end.y()), end])
    assert driver.code[other] == pytest.approx(2.25, abs=0.05)
    before[other] = driver.code[other]
    assert driver.code == pytest.approx(before)
    assert wide.map.target == pytest.approx(target)  # which is of other dimensions
    assert np.array_equal(decoded(wide), image_of(wide_run.model, driver.code))
    qtbot.waitUntil(lambda: strips_are_right(wide), timeout=WAIT)
    # One that the map shows takes the target along.
    row = row_at(wide, plane.right)
    qtbot.mouseClick(rows_of(wide), LEFT, NONE, point_in_row(wide, row, -1.5))
    assert wide.map.target == pytest.approx((-1.5, target[1]), abs=0.05)


def test_keys_move_sliders(qtbot, wide):
    driver, rows = driver_of(wide), rows_of(wide)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows, Key.Key_Home)
    qtbot.keyClick(rows, Key.Key_Down)
    dimension = rows.rows[1].index
    before = driver.code[dimension]
    qtbot.keyClick(rows, Key.Key_Right)
    assert driver.code[dimension] == pytest.approx(before + 6 * STEP)
    qtbot.keyClick(rows, Key.Key_Left, SHIFT)
    assert driver.code[dimension] == pytest.approx(before + 6 * STEP - 6 * FAST)
    assert rows.accessibleDescription().startswith(f"Row 2 of 8: {name_of(dimension)} at ")
    qtbot.keyClick(rows, Key.Key_Delete)
    assert driver.code[dimension] == pytest.approx(driver.means[driver.chosen][dimension])
    qtbot.keyClick(rows, Key.Key_End)
    assert rows.current.index == rows.rows[-1].index
    value = panel_of(wide).value
    value.setFocus()
    value.selectAll()
    qtbot.keyClicks(value, "-0.5")
    qtbot.keyClick(value, Key.Key_Return)
    assert driver.code[rows.rows[-1].index] == pytest.approx(-0.5)


def test_a_double_click_resets_a_dimension_and_the_button_all(qtbot, wide, wide_run):
    driver = driver_of(wide)
    chosen = driver.chosen
    code = wide_run.codes.mean[chosen].double().numpy()
    others = [d for d in range(D) if d not in (driver.plane.right, driver.plane.up)]
    for dimension in others[:2]:
        wide.desk.dimensions.move(dimension, 2.0)
    row = row_at(wide, others[0])
    qtbot.mouseDClick(rows_of(wide), LEFT, NONE, point_in_row(wide, row, 1.0))
    assert driver.code[others[0]] == pytest.approx(code[others[0]])
    assert driver.code[others[1]] == 2.0
    assert panel_of(wide).back_button.text() == f"To test image {chosen}"
    qtbot.mouseClick(panel_of(wide).back_button, LEFT)
    assert driver.code == pytest.approx(code)


def test_all_dimensions_follow_an_image_that_is_chosen(qtbot, wide, wide_run):
    wide.desk.explorer.show_row(17)
    code = wide_run.codes.mean[17].double().numpy()
    assert driver_of(wide).code == pytest.approx(code)
    assert np.array_equal(decoded(wide), image_of(wide_run.model, code))
    assert [row.mark for row in rows_of(wide).rows] == pytest.approx([code[row.index] for row in rows_of(wide).rows])
    assert [rows_of(wide).value_of(row) for row in rows_of(wide).rows] == pytest.approx(
        [code[row.index] for row in rows_of(wide).rows]
    )
    qtbot.waitUntil(lambda: strips_are_right(wide), timeout=WAIT)


def test_other_axes_are_chosen_and_remembered(qtbot, wide, wide_run, own_run):
    driver, panel = driver_of(wide), panel_of(wide)
    first = driver.plane
    new = next(d for d in range(D) if d not in (first.right, first.up))
    choose(qtbot, panel.right, new)
    assert driver.plane == Axes(D, new, first.up)
    assert np.array_equal(wide.map.codes[:, 0], wide_run.codes.mean[:, new].double().numpy())
    choose(qtbot, panel.right, first.up)  # the same twice would be a line: they change places
    assert driver.plane == Axes(D, first.up, new)
    assert wide.desk.open_run(own_run.folder)
    assert driver.plane is None
    assert panel.words.startswith(FLAT)
    assert wide.desk.open_run(wide_run.folder)
    assert driver.plane == Axes(D, first.up, new)
    wide.desk.runs_panel.rename_wanted.emit(wide_run.folder, "another name")
    assert wide.desk.run.name == "another name"
    assert wide.desk.open_run(own_run.folder)
    wide.desk.runs_panel.rename_wanted.emit(wide_run.folder.with_name("another name"), "a third")  # while it is closed
    assert wide.desk.open_run(wide_run.folder.with_name("a third"))
    assert driver.plane == Axes(D, first.up, new)
    qtbot.mouseClick(panel.refit_button, LEFT)
    assert driver.plane == first


def test_an_image_of_a_row_can_be_gone_to(qtbot, wide):
    rows = rows_of(wide)
    dimension = rows.rows[2].index
    menu_at(qtbot, rows, point_in_row(wide, 2, -3.0), "Send the target there")
    assert driver_of(wide).code[dimension] == pytest.approx(-3.0)


def test_a_collapsed_dimension_is_grey(qtbot, wide, digits):
    """Of codes that say nothing in one dimension, its row is last, says so, and is paler."""
    generator = torch.Generator().manual_seed(0)
    mean, std = torch.randn(len(digits.test), D, generator=generator), torch.full((len(digits.test), D), 0.3)
    mean[:, 4], std[:, 4] = 0.001 * mean[:, 4], 0.999
    labels = digits.test.labels.numpy()
    wide.desk.explorer.set_codes(mean.numpy(), labels, "made up", std)
    wide.desk.dimensions.refresh()
    rows = rows_of(wide)
    assert rows.rows[-1].index == 4
    assert [row.is_collapsed for row in rows.rows] == [False] * 7 + [True]
    qtbot.waitUntil(lambda: strips_are_right(wide), timeout=WAIT)
    bar = panel_of(wide)._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    QApplication.processEvents()
    picture = seen(rows)

    def contrast(row):
        box = rows.strip_rect(row).toRect().adjusted(2, 2, -2, -2)
        part = picture[box.top() : box.bottom(), box.left() : box.right()]
        return int(part.max()) - int(part.min())

    assert contrast(7) < 0.7 * contrast(6)
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(rows, Key.Key_End)
    assert rows.accessibleDescription().endswith("nats per image, collapsed")
    assert driver_of(wide).plane.right != 4 != driver_of(wide).plane.up


def test_with_two_dimensions_sliders_move_the_target(qtbot, window, own_run):
    choose_tab(qtbot, window, "Dimensions")
    settle(window)
    rows = rows_of(window)
    qtbot.waitUntil(lambda: strips_are_right(window), timeout=WAIT)
    assert panel_of(window).words.startswith(FLAT)
    assert not panel_of(window).kind.isVisible()
    assert window.map.names is None
    dimension = rows.rows[0].index
    qtbot.mouseClick(rows, LEFT, NONE, point_in_row(window, 0, 1.5))
    assert window.map.target[dimension] == pytest.approx(1.5, abs=0.05)
    assert np.array_equal(decoded(window), image_of(own_run.model, np.array(window.map.target)))


@pytest.mark.parametrize(("name", "words"), [("one-dimension", ONE), ("pixels", NO_CODES)])
def test_where_there_are_no_dimensions_it_is_said(qtbot, open_window, run_of, name, words):
    window = open_window(run_of(name).folder)
    choose_tab(qtbot, window, "Dimensions")
    settle(window)
    assert panel_of(window).words == words
    assert not rows_of(window).isVisible()


def test_points_without_a_rate_are_told_by_their_variance(qtbot, open_window, run_of):
    run = run_of("deep-autoencoder")
    window = open_window(run.folder)
    choose_tab(qtbot, window, "Dimensions")
    settle(window)
    variances = run.codes.mean.double().numpy().var(0)
    rows = rows_of(window).rows
    assert [row.index for row in rows] == np.argsort(-variances).tolist()
    assert not any(row.is_collapsed for row in rows)
    low, high = np.percentile(run.codes.mean.double().numpy(), [1, 99], axis=0)
    assert [(row.low, row.high) for row in rows] == [pytest.approx((low[r.index], high[r.index])) for r in rows]
    assert "By the variance of the codes" in panel_of(window).words
    qtbot.waitUntil(lambda: strips_are_right(window), timeout=WAIT)


# Paths, comparing, training


def test_a_path_leads_through_all_dimensions(qtbot, wide, wide_run):
    driver, walking = driver_of(wide), wide.desk.walking
    means = wide_run.codes.mean.double().numpy()
    wide.desk.explorer.show_row(3)
    qtbot.mouseClick(wide.desk.path_panel.pin_button, LEFT) if wide.desk.path_panel.pin_button.isVisible() else (
        walking.set_pin(driver, *wide.map.target)
    )
    wide.desk.explorer.show_row(11)
    walking.set_pin(driver, *wide.map.target)
    qtbot.waitUntil(lambda: len(walking.paths) == 1 and not walking.is_looking, timeout=WAIT)
    ends = [means[pin.row] for pin in walking.pins]
    _, path = walking.paths[0]
    np.testing.assert_allclose(path[[0, -1]], ends, atol=1e-6)
    np.testing.assert_allclose(path, np.linspace(ends[0], ends[1], len(path)), atol=1e-5)
    np.testing.assert_allclose(wide.map.path.path, driver.plane.project(path))
    wide.desk.path_panel.scrubbed.emit(0.5)
    assert driver.code == pytest.approx((ends[0] + ends[1]) / 2, abs=1e-5)
    assert np.array_equal(decoded(wide), image_of(wide_run.model, driver.code))
    box = wide.desk.path_panel.kind
    box.setCurrentIndex(box.findData("shortest"))
    qtbot.waitUntil(lambda: not walking.is_looking, timeout=WAIT)
    assert "the shortest path is looked for in two dimensions only" in says(wide.desk.path_panel)
    to_plane(qtbot, wide, "pca")
    qtbot.waitUntil(lambda: not walking.is_looking, timeout=WAIT)
    np.testing.assert_allclose(wide.map.path.path, driver.plane.project(walking.paths[0][1]))
    filming = wide.desk.sharing.filming
    filming.ask("path")
    qtbot.waitUntil(lambda: filming._stage is not None and filming.dialog._stage is filming._stage, timeout=WAIT)
    stage = filming._stage
    for share in (0.0, 0.3, 1.0):
        code = ends[0] + share * (ends[1] - ends[0])
        (image,) = stage.images_at(share)
        assert np.array_equal(pixels(image), image_of(wide_run.model, code))
        stage.paint(share, 120)
        assert stage.map.target == pytest.approx(driver.plane.project(code), abs=1e-5)
        assert stage.words_at(share).startswith("(PC 1, PC 2) = (")
    assert stage.map.plot.getPlotItem().getAxis("bottom").labelText.startswith("PC 1 (")
    filming.dialog.reject()


def test_a_pin_between_codes_keeps_all_its_dimensions(qtbot, wide):
    driver, walking = driver_of(wide), wide.desk.walking
    wide.desk.dimensions.move(int(np.setdiff1d(range(D), (driver.plane.right, driver.plane.up))[0]), 1.7)
    wide.map.set_target(2.9, 2.9)  # where no code is
    code = driver.code.copy()
    walking.set_pin(driver, *wide.map.target)
    assert walking.pins[0].row is None
    assert walking.pins[0].code == pytest.approx(code)
    to_plane(qtbot, wide, "pca")
    pin = wide.map.path.pins[0]
    assert (pin.x, pin.y) == pytest.approx(driver.place_of(code))


def test_runs_of_other_dimensions_are_compared_each_on_its_plane(qtbot, wide, wide_run, own_run):
    wide.desk.refresh_runs()
    wide.desk.compare([own_run.folder])
    first, second = wide.desk.explorer.drivers
    settle(wide)
    assert first.plane is not None
    assert second.plane is None
    wide.desk.explorer.show_row(5)
    assert first.code == pytest.approx(wide_run.codes.mean[5].tolist())
    assert second.map.target == pytest.approx(tuple(own_run.codes.mean[5].tolist()))
    # What is at the other map's target, of the image nearest to the target that was moved by hand.
    qtbot.mouseClick(second.map.plot.viewport(), LEFT, NONE, place(second.map, 0.3, 0.2))
    row = second.chosen
    assert first.code == pytest.approx(wide_run.codes.mean[row].tolist())
    assert np.array_equal(
        pixels(wide.desk.explorer.decoded.view.image), image_of(wide_run.model, wide_run.codes.mean[row].double())
    )


def test_a_training_is_watched_on_a_plane_that_stays(qtbot, wide):
    wide.desk.train_panel.model_form.set_value("latent_size", 5)
    choose_tab(qtbot, wide, "Train")
    train(qtbot, wide)
    train_for(qtbot, wide, 12)
    qtbot.waitUntil(lambda: driver_of(wide).has_rates, timeout=WAIT)
    assert wide.map.message == ""
    plane = driver_of(wide).plane
    amounts = driver_of(wide).amounts
    assert amounts[[plane.right, plane.up]].min() >= COLLAPSED or amounts.max() < COLLAPSED
    driver_of(wide).choose_plane(Axes(5, 4, 0))
    train_for(qtbot, wide, 18)
    assert driver_of(wide).plane == Axes(5, 4, 0)
    wide.docks["dimensions"].raise_()
    settle(wide)
    wide.desk.dimensions.refresh()
    assert len(rows_of(wide).rows) == 5
    ask_for_umap(qtbot, wide)
    assert press_in_box(qtbot, wide, "OK") == LIVE
    assert panel_of(wide).kind.currentData() == "axes"
    code = driver_of(wide).code.copy()
    stop(qtbot, wide)
    finish(qtbot, wide)
    assert driver_of(wide).plane == Axes(5, 4, 0)
    assert driver_of(wide).code == pytest.approx(code)


# UMAP


def test_umap_has_progress_and_a_click_decodes_its_neighbours(qtbot, wide, wide_run):
    panel, driver = panel_of(wide), driver_of(wide)
    before = driver.plane
    ask_for_umap(qtbot, wide)
    assert wide.desk.dimensions.is_busy
    assert panel.bar.isVisible()
    assert not panel.kind.isEnabled()
    qtbot.mouseClick(panel.cancel_button, LEFT)
    assert not wide.desk.dimensions.is_busy
    assert driver.plane is before
    assert panel.kind.currentData() == "axes"
    # Its places are another test's (test_embedding.py): it takes its time to compile itself.
    codes = driver.means
    places = np.random.default_rng(0).normal(size=(len(codes), 2)) * 4
    wide.desk.dimensions._fitted = driver.subject
    wide.desk.dimensions._on_fitted(Embedded(codes, places))
    assert panel.kind.currentData() == "umap"
    assert "from the 4 nearest codes (UMAP)" in panel.words
    assert "UMAP of " in wide.map._caption.text()
    settle(wide)
    switches = wide.map.switches
    for layer in (switches.prior, switches.posterior, switches.aggregate, switches.magnification):
        assert not layer.isEnabled()
    point = place(wide.map, 0.1, 0.2)
    qtbot.mouseClick(wide.map.plot.viewport(), LEFT, NONE, point)
    x, y = position(wide.map, point)
    distances = np.hypot(*(places - (x, y)).T)
    near = np.argsort(distances)[:4]
    expected = (1 / distances[near]) @ codes[near] / (1 / distances[near]).sum()
    assert driver.code == pytest.approx(expected)
    assert np.array_equal(decoded(wide), image_of(wide_run.model, driver.code))
    wide.desk.explorer.show_row(9)
    assert driver.code == pytest.approx(codes[9])
    assert wide.map.target == pytest.approx(tuple(places[9]))


def test_without_the_package_it_is_named(qtbot, wide, monkeypatch):
    monkeypatch.setattr("vaegui.exports.extras.importlib.util.find_spec", lambda name: None)
    ask_for_umap(qtbot, wide)
    assert "pip install '.[umap]'" in press_in_box(qtbot, wide, "OK")
    assert panel_of(wide).kind.currentData() == "axes"
    assert not wide.desk.dimensions.is_busy


def test_a_slider_of_the_maps_own_axes_keeps_the_chosen_image(qtbot, wide):
    driver = wide.desk.explorer.drivers[0]
    wide.desk.explorer.choose(7)
    driver.go_to_row(7)
    far = int(driver.row_of(int(np.argmax(np.abs(driver.codes[:, 0] - driver.codes[driver.index_of(7), 0])))))
    value = float(driver.means[driver.index_of(far), driver.plane.right])
    with qtbot.waitSignal(driver.map.settled):
        wide.desk.dimensions.move(driver.plane.right, value)
    assert driver.chosen == 7
    wide.desk.dimensions_panel.back_wanted.emit()
    assert driver.code == pytest.approx(driver.means[driver.index_of(7)])
