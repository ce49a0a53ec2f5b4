"""The exact posterior on the map: of the right image, with the right regions, for models that have one."""

import itertools
import math
import re

import numpy as np
import pytest
import torch
from hands import LEFT, NONE, WAIT, drag, hold, place, point_at, position, seen, settle, stop, train_family
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPainter, QTransform

from vaegui import quadrature
from vaegui.data import fixed_thresholds, observe
from vaegui.posterior import posterior, quantile_grid
from vaegui.regions import Mode, Regions, regions
from vaegui.ui.latent_map import HINT, HINT_POSTERIOR
from vaegui.ui.posterior_layer import LENS, Ellipse, PosteriorLayer, Shown
from vaegui.ui.theme import DARK, LIGHT

Key = Qt.Key
QUESTION = re.compile(r"Test image ([\d,]+) \(“(.+?)”\): log p\(x\) = (\S+) nats")


def layer(window):
    return next(item for item in window.map.plot.scene().items() if isinstance(item, PosteriorLayer))


def row_shown(window):
    """The test row whose posterior is said to be shown, or None."""
    found = QUESTION.search(window.map.hint)
    return int(found[1].replace(",", "")) if found else None


def image_at(dataset, row, model):
    """A test image as the model sees it."""
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    return observe(dataset.test.pixels[row : row + 1], model.config.observed_as, thresholds[row : row + 1])


def nearest(codes, target):
    return int(np.hypot(*(codes - np.array(target)).T).argmin())


def is_right(window, model, dataset, row):
    """Whether the layer shows the posterior of a test image exactly."""
    shown = window.map.posterior.regions
    if row_shown(window) != row or shown is None:
        return False
    expected = regions(quadrature.mosaic(model, image_at(dataset, row, model)))
    return shown.modes == expected.modes and all(
        len(lines) == len(own) and all(np.array_equal(a, b) for a, b in zip(lines, own, strict=True))
        for lines, own in zip(shown.outlines, expected.outlines, strict=True)
    )


def by_brute_force(model, x, box, count=240):
    """log p(x, z) on a grid over a box of the plane, one node after the other, and the nodes."""
    left, bottom, right, top = box
    axes = [torch.linspace(a, b, count, dtype=torch.double) for a, b in ((left, right), (bottom, top))]
    z = torch.cartesian_prod(*axes)
    with torch.no_grad():
        log_likelihood = torch.cat([model.decode(part.float()).log_prob(x).double() for part in z.split(5000)])
    cell = float((axes[0][1] - axes[0][0]) * (axes[1][1] - axes[1][0]))
    return (log_likelihood - z.square().sum(1) / 2 - math.log(2 * math.pi)).numpy(), z.numpy(), cell


def is_inside(outlines, points):
    """Which points (M, 2) closed lines enclose, by counting how often a ray to the right crosses them."""
    inside = np.zeros(len(points), bool)
    for line in outlines:
        for (x0, y0), (x1, y1) in itertools.pairwise(line):
            crosses = (y0 > points[:, 1]) != (y1 > points[:, 1])
            with np.errstate(divide="ignore", invalid="ignore"):
                inside ^= crosses & (points[:, 0] < x0 + (x1 - x0) * (points[:, 1] - y0) / (y1 - y0))
    return inside


@pytest.mark.parametrize("name", ["vae", "learned-variance", "grey", "iwae", "em"])
def test_the_key_outlines_the_posterior_of_the_nearest_image(qtbot, open_window, run_of, digits, name):
    run = run_of(name)
    window = open_window(run.folder)
    settle(window)
    x, y = run.codes.mean[17].tolist()
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, place(window.map, x, y))
    assert window.map.posterior.regions is None
    qtbot.keyClick(window.map.plot, Key.Key_E)
    row = nearest(run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: row_shown(window) == row, timeout=WAIT)
    shown, image = window.map.posterior, image_at(digits, row, run.model)
    # The regions hold what they say they hold, by a sum over a grid that knows nothing of tiles.
    around = np.concatenate(shown.regions.outlines[-1])
    low, high = around.min(0), around.max(0)
    margin = 0.7 * (high - low)
    log_joint, nodes, cell = by_brute_force(run.model, image, (*(low - margin), *(high + margin)))
    log_p = np.logaddexp.reduce(log_joint) + math.log(cell)
    for share, lines in zip((0.5, 0.9, 0.99), shown.regions.outlines, strict=True):
        held = np.exp(log_joint[is_inside(lines, nodes)] - log_p).sum() * cell
        assert held == pytest.approx(share, abs=0.03 if share < 0.99 else 0.006)
    # What is said of it
    said = QUESTION.search(window.map.hint)
    assert said[2] == digits.classes[int(digits.test.labels[row])]
    assert float(said[3].replace("−", "-").replace(",", "")) == pytest.approx(log_p, abs=0.02)
    # q is what the encoder says.
    with torch.no_grad():
        q = run.model.encode(image)
    np.testing.assert_allclose(shown.q.mean, q.mean[0], atol=1e-5)
    np.testing.assert_allclose(shown.q.scale @ shown.q.scale.T, np.diag(q.variance[0]), atol=1e-5)
    assert window.map.hint.endswith("q at 1σ, 2σ")
    # It is drawn where it lies, and goes with the key. Names of classes would lie on top.
    qtbot.keyClick(window.map.plot, Key.Key_P)
    qtbot.mouseMove(window.map.plot.viewport(), QPoint(2, 2))
    picture = seen(window.map.plot.viewport())
    qtbot.keyClick(window.map.plot, Key.Key_E)
    assert window.map.posterior.regions is None
    assert window.map.hint == HINT
    changed = (seen(window.map.plot.viewport()) != picture).any(-1)
    height, width = changed.shape
    line = [place(window.map, *point) for point in np.concatenate(shown.regions.outlines[0]).tolist()]
    line = [point for point in line if 3 <= point.x() < width - 3 and 3 <= point.y() < height - 3]
    near_line = [changed[p.y() - 2 : p.y() + 3, p.x() - 2 : p.x() + 3].any() for p in line]
    assert np.mean(near_line) > 0.5  # the target may cover some


def test_for_em_the_nodes_of_its_grid_are_shown_as_well(qtbot, open_window, run_of, digits):
    run = run_of("em")
    window = open_window(run.folder)
    settle(window)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    row = nearest(run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: row_shown(window) == row, timeout=WAIT)
    grid = quantile_grid(run.config.training.grid_side)
    found = posterior(run.model, image_at(digits, row, run.model), grid)
    assert window.map.node_count == len(grid.z)
    np.testing.assert_allclose(window.map._nodes._weights, found.responsibilities[0], atol=1e-6)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    assert window.map.node_count == 0


def test_other_families_have_no_nodes(qtbot, window, own_run):
    qtbot.keyClick(window.map.plot, Key.Key_E)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    assert window.map.node_count == 0


def test_contours_follow_the_pointer_and_return_to_the_target(qtbot, window, own_run, digits):
    codes = own_run.codes.mean.numpy()
    settle(window)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    at_target = nearest(codes, window.map.target)
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, at_target), timeout=WAIT)
    viewport = window.map.plot.viewport()
    row = next(i for i in np.hypot(*(codes - np.median(codes, axis=0)).T).argsort() if i != at_target)
    point_at(viewport, place(window.map, *codes[row].tolist()))
    qtbot.waitUntil(lambda: row_shown(window) != at_target, timeout=WAIT)
    hovered = row_shown(window)
    assert np.hypot(*(codes[hovered] - codes[row])) < 0.2  # or another one that is drawn over it
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, hovered), timeout=WAIT)
    point_at(window, QPoint(2, 2))
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, at_target), timeout=WAIT)


def test_a_drag_over_the_codes_shows_one_image_after_the_other(qtbot, window, own_run, digits):
    codes = own_run.codes.mean.numpy()
    settle(window)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    viewport = window.map.plot.viewport()
    path = [place(window.map, *codes[row].tolist()) for row in (3, 40, 77, 120, 250)]
    qtbot.mousePress(viewport, LEFT, NONE, path[0])
    for point in path:
        qtbot.mouseMove(viewport, point)
        row = nearest(codes, position(window.map, point))
        # The button is still down, and the answer is there.
        qtbot.waitUntil(lambda row=row: is_right(window, own_run.model, digits, row), timeout=WAIT)
    qtbot.mouseRelease(viewport, LEFT, NONE, path[-1])
    # A quick hand: only the last question counts in the end.
    drag(qtbot, viewport, [place(window.map, *code) for code in codes[:30].tolist()])
    row = nearest(codes, window.map.target)
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, row), timeout=WAIT)


@pytest.mark.parametrize("name", ["autoencoder", "cross-entropy", "pixels", "one-dimension"])
def test_a_model_that_gives_images_no_probability_has_none(qtbot, window, own_run, run_of, digits, name):
    qtbot.keyClick(window.map.plot, Key.Key_E)
    window.map.set_target(0.5, 0.5)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    assert window.desk.open_run(run_of(name).folder)
    assert not window.map.switches.posterior.isEnabled()
    assert window.map.posterior.regions is None
    assert window.map.message or window.map.hint == HINT
    with qtbot.assertNotEmitted(window.map.posterior_wanted):
        qtbot.keyClick(window.map.plot, Key.Key_E)
        qtbot.keyClick(window.map.plot, Key.Key_Left)
    assert window.map.posterior.regions is None
    # Back where there is one, the layer is as it was.
    assert window.desk.open_run(own_run.folder)
    assert window.map.switches.posterior.isEnabled()
    window.map.set_target(0.5, 0.5)
    row = nearest(own_run.codes.mean.numpy(), (0.5, 0.5))
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, row), timeout=WAIT)


def test_another_run_clears_it_and_has_its_own(qtbot, window, own_run, brief_run, digits):
    qtbot.keyClick(window.map.plot, Key.Key_E)
    window.map.set_target(1.0, 0.0)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    assert window.desk.open_run(brief_run.folder)
    assert window.map.posterior.regions is None
    assert row_shown(window) is None
    window.map.set_target(-0.5, 0.5)
    row = nearest(brief_run.codes.mean.numpy(), (-0.5, 0.5))
    qtbot.waitUntil(lambda: is_right(window, brief_run.model, digits, row), timeout=WAIT)


def test_a_layer_that_is_on_shows_the_posterior_of_the_run_that_is_opened(qtbot, window, brief_run, digits):
    qtbot.keyClick(window.map.plot, Key.Key_E)
    assert window.desk.open_run(brief_run.folder)
    row = nearest(brief_run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: is_right(window, brief_run.model, digits, row), timeout=WAIT)


def test_a_late_posterior_of_the_run_before_is_dropped(qtbot, window, deep_run):
    with qtbot.waitSignal(window.desk.explorer.drivers[0]._posterior_worker.answered, timeout=WAIT):
        qtbot.keyClick(window.map.plot, Key.Key_E)
        assert window.desk.open_run(deep_run.folder)
    assert window.map.posterior.regions is None


def test_while_em_learns_the_posterior_follows_its_decoder(qtbot, window, digits):
    train_family(qtbot, window, "em", epochs=100_000)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    qtbot.keyClick(window.map.plot, Key.Key_Left)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    row, before = row_shown(window), window.map.posterior.regions.modes
    # The image stays the same while its code moves; its posterior changes with the weights.
    qtbot.waitUntil(lambda: (now := window.map.posterior.regions) is not None and now.modes != before, timeout=WAIT)
    hold(qtbot, window)
    assert row_shown(window) == row
    qtbot.waitUntil(lambda: is_right(window, window.desk.explorer.model, digits, row), timeout=WAIT)
    # Once it is over, it is still the image that was watched.
    stop(qtbot, window)
    qtbot.waitUntil(lambda: is_right(window, window.desk.run.model, digits, row), timeout=WAIT)


def test_without_the_images_it_says_so_and_comes_with_them(qtbot, open_window, mnist_run, strangers, strangers_folder):
    window = open_window(mnist_run.folder)
    settle(window)
    assert window.map.hint == HINT
    qtbot.keyClick(window.map.plot, Key.Key_E)
    assert window.map.hint == "The posterior needs the test images: see Reconstruct."
    assert window.map.posterior.regions is None
    window.desk.datasets.use_folder("mnist", strangers_folder)
    row = nearest(mnist_run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: is_right(window, mnist_run.model, strangers, row), timeout=WAIT)


def test_before_there_is_an_answer_it_says_what_to_do(qtbot, window):
    window.map.clear_posterior()
    assert window.map.hint == HINT
    window.map.switches.posterior.setChecked(True)
    window.map.clear_posterior()
    assert window.map.hint == HINT_POSTERIOR


# ---- how it is drawn


class Plain(PosteriorLayer):
    """The layer as it draws on a plot that shows [−3, 3]²."""

    def getViewBox(self):  # noqa: N802
        return View


class View:
    @staticmethod
    def viewRect():  # noqa: N802
        return QRectF(-3, -3, 6, 6)


def drawn(shown, theme=LIGHT, side=600):
    """What is drawn of something shown on a plot of 6 by 6 latent units, as an array (side, side, 3)."""
    item = Plain()
    item.set_theme(theme)
    item.set_shown(shown)
    image = QImage(side, side, QImage.Format.Format_RGB888)
    image.fill(theme.base)
    painter = QPainter(image)
    item._draw(painter, QTransform(side / 6, 0, 0, -side / 6, side / 2, side / 2))
    painter.end()
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(side, image.bytesPerLine())
    return rows[:, : 3 * side].reshape(side, side, 3).copy()


def pixel(x, y, side=600):
    return side / 2 + x * side / 6, side / 2 - y * side / 6


def ellipse(x, y, first, second=None, turn=0.0):
    spin = np.array([[math.cos(turn), -math.sin(turn)], [math.sin(turn), math.cos(turn)]])
    return Ellipse(np.array([x, y]), spin @ np.diag([first, second or first]))


def near(picture, x, y, radius=2):
    column, row = (round(value) for value in pixel(x, y, len(picture)))
    return picture[row - radius : row + radius + 1, column - radius : column + radius + 1].reshape(-1, 3).astype(int)


def has(patch, colour):
    wanted = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)])
    return (np.abs(patch - wanted).max(1) < 60).any()


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_ellipses_of_q_are_true_to_scale_at_one_and_two_deviations(theme):
    q = ellipse(0.5, -0.4, 0.9, 0.5, turn=0.6)
    picture = drawn(Shown(q=q), theme)
    solid = q.outline(1)[:-1]
    assert np.mean([has(near(picture, x, y, 1), theme.others[0]) for x, y in solid]) == 1
    line = np.concatenate([np.linspace(a, b, 8) for a, b in itertools.pairwise(q.outline(2))])
    assert 0.3 < np.mean([has(near(picture, x, y, 0), theme.others[0]) for x, y in line]) < 0.9  # dashes
    assert not has(near(picture, 0.5, -0.4, 4), theme.others[0])  # nothing at its mean
    np.testing.assert_allclose(
        np.linalg.norm(np.linalg.solve(q.scale, (q.outline(2) - q.mean).T), axis=0), 2, atol=1e-9
    )


def test_what_is_large_on_the_map_needs_no_lens_and_what_is_small_has_one():
    large, small = drawn(Shown(q=ellipse(1.2, 1.0, 0.4))), drawn(Shown(q=ellipse(1.2, 1.0, 0.02)))
    lens = (slice(590 - int(LENS), 590), slice(10, 10 + int(LENS)))  # in the corner across
    assert (large[lens] == large[0, 0]).all()
    assert (small[lens] != small[0, 0]).any()
    inside = small[lens].reshape(-1, 3).astype(int)
    assert has(inside, LIGHT.others[0])


@pytest.mark.parametrize(("x", "y"), [(2.4, 2.4), (-2.4, 2.4), (2.4, -2.4), (-2.4, -2.4)])
def test_the_lens_never_lies_on_what_it_shows(x, y):
    with_it, without = drawn(Shown(q=ellipse(x, y, 0.02))), drawn(Shown())
    changed = (with_it != without).any(-1)
    first, last = slice(10, 178), slice(422, 590)
    halves = ((-1, first), (1, last))
    corners = {(c, r): changed[rows, columns] for r, rows in halves for c, columns in halves}
    framed = [corner for corner, part in corners.items() if part[0].mean() + part[:, 0].mean() > 1.5]
    assert framed == [(-np.sign(x), np.sign(y))]  # across from it: rows count downwards


def test_the_lens_shows_the_mode_next_to_q_where_modes_are_far_apart():
    square = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1.0]])

    def mode(share, x, y, half):
        return Mode(share, (x, y), (x - half, y - half, x + half, y + half))

    lines = tuple(tuple(np.array(c) + 0.02 * k * square for c in ((-2, 0), (2, 0))) for k in (1, 2, 3))
    found = Regions(lines, (mode(0.9, -2, 0, 0.06), mode(0.1, 2, 0, 0.06)))
    item = PosteriorLayer()
    item.set_shown(Shown(regions=found, q=ellipse(2, 0, 0.01)))
    focus = item._focus(QTransform(100, 0, 0, -100, 300, 300))
    assert focus.contains(QPointF(2, 0))
    assert not focus.contains(QPointF(-2, 0))
    assert item.whole().contains(QPointF(-2, 0))
    # Each of the two says how much it holds.
    picture = drawn(Shown(regions=found))
    for x in (-2, 2):
        patch = near(picture, x, -0.2, 12)
        assert has(patch, LIGHT.text)


def test_draws_are_dots():
    dots = np.array([[0.0, 0.0], [1.0, -1.0], [-2.0, 0.5]])
    picture = drawn(Shown(q=ellipse(0.4, 0.4, 1.0), draws=dots))
    for x, y in dots:
        assert has(near(picture, x, y, 1), LIGHT.text)


def test_nothing_shown_draws_nothing():
    picture = drawn(Shown())
    assert (picture == picture[0, 0]).all()
