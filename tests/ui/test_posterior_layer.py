"""The exact posterior on the map: of the right image, with the right numbers, for models that have one."""

import re

import numpy as np
import pytest
import torch
from hands import (
    FAMILIES,
    LEFT,
    NONE,
    WAIT,
    drag,
    hold,
    place,
    position,
    seen,
    settle,
    stop,
    train_family,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from vaegui.data import fixed_thresholds, observe
from vaegui.posterior import posterior, quantile_grid
from vaegui.ui.latent_map import HINT, HINT_POSTERIOR
from vaegui.ui.map_driver import NODES
from vaegui.ui.map_marks import NodesLayer

EM_SIDE = FAMILIES["em"][1]["grid_side"]
QUESTION = re.compile(r"Posterior of test image ([\d,]+) \(“(.+)”\)")


def hint(window):
    """The line below the map."""
    labels = [label.text() for label in window.map.findChildren(QLabel) if label.isVisible()]
    return next(text for text in labels if text in (HINT, HINT_POSTERIOR) or "osterior" in text)


def layer(window):
    return next(item for item in window.map.plot.scene().items() if isinstance(item, NodesLayer))


def row_shown(window):
    """The test row whose posterior is said to be shown, or None."""
    found = QUESTION.search(hint(window))
    return int(found[1].replace(",", "")) if found else None


def image_at(dataset, row, model):
    """A test image as the model sees it."""
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    return observe(dataset.test.pixels[row : row + 1], model.config.observed_as, thresholds[row : row + 1])


def by_brute_force(model, x, side):
    """p(z|x) on side² nodes, one after the other."""
    grid = quantile_grid(side)
    with torch.no_grad():
        log_joint = torch.stack([model.decode(z).log_prob(x[0]) for z in grid.z]).double() + grid.log_weight
    return log_joint.softmax(0).numpy(), grid.z.numpy()


def nearest(codes, target):
    return int(np.hypot(*(codes - np.array(target)).T).argmin())


def is_right(window, model, dataset, row, side=NODES):
    """Whether the layer shows the posterior of a test image exactly."""
    if row_shown(window) != row or window.map.node_count != side**2:
        return False
    found = posterior(model, image_at(dataset, row, model), quantile_grid(side))
    return np.array_equal(layer(window)._weights, found.responsibilities[0].numpy())


@pytest.mark.parametrize("name", ["vae", "learned-variance", "grey", "iwae", "em"])
def test_the_key_draws_the_posterior_of_the_nearest_image(qtbot, open_window, run_of, digits, name):
    run = run_of(name)
    window = open_window(run.folder)
    settle(window)
    x, y = run.codes.mean[17].tolist()
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, place(window.map, x, y))
    assert window.map.node_count == 0
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    row = nearest(run.codes.mean.numpy(), window.map.target)
    side = EM_SIDE if name == "em" else NODES  # the grid that EM's E-step used
    qtbot.waitUntil(lambda: is_right(window, run.model, digits, row, side), timeout=WAIT)
    weights, nodes = by_brute_force(run.model, image_at(digits, row, run.model), side)
    assert np.allclose(layer(window)._weights, weights, atol=1e-4)
    assert np.array_equal(layer(window)._nodes, nodes)
    # What is said of it
    words = hint(window)
    assert QUESTION.search(words)[2] == digits.classes[int(digits.test.labels[row])]
    assert f"{side} × {side} cells of equal prior mass" in words
    most = int(re.search(r"(\d+) of them holds? 95 %", words)[1])
    ordered = np.sort(weights)[::-1].cumsum()
    assert ordered[most - 1] >= 0.95 - 1e-4
    assert most == 1 or ordered[most - 2] <= 0.95 + 1e-4
    # What is drawn lies where the responsibilities are, and goes with the key. Names of classes would lie on top.
    qtbot.keyClick(window.map.plot, Qt.Key.Key_P)
    picture = seen(window.map.plot.viewport())
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    assert window.map.node_count == 0
    assert hint(window) == HINT
    changed = (seen(window.map.plot.viewport()) != picture).any(-1)
    best = place(window.map, *nodes[weights.argmax()])
    assert changed[best.y() - 3 : best.y() + 4, best.x() - 3 : best.x() + 4].any()


def test_a_drag_over_the_codes_shows_one_image_after_the_other(qtbot, window, own_run, digits):
    codes = own_run.codes.mean.numpy()
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
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
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    window.map.set_target(0.5, 0.5)
    qtbot.waitUntil(lambda: window.map.node_count > 0, timeout=WAIT)
    assert window.open_run(run_of(name).folder)
    assert not window.map.switches.posterior.isEnabled()
    assert window.map.node_count == 0
    assert window.map.message or hint(window) == HINT
    with qtbot.assertNotEmitted(window.map.posterior_wanted):
        qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
        qtbot.keyClick(window.map.plot, Qt.Key.Key_Left)
    assert window.map.node_count == 0
    # Back where there is one, the layer is as it was.
    assert window.open_run(own_run.folder)
    assert window.map.switches.posterior.isEnabled()
    window.map.set_target(0.5, 0.5)
    row = nearest(own_run.codes.mean.numpy(), (0.5, 0.5))
    qtbot.waitUntil(lambda: is_right(window, own_run.model, digits, row), timeout=WAIT)


def test_another_run_clears_it_and_has_its_own(qtbot, window, own_run, brief_run, digits):
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    window.map.set_target(1.0, 0.0)
    qtbot.waitUntil(lambda: window.map.node_count > 0, timeout=WAIT)
    assert window.open_run(brief_run.folder)
    assert window.map.node_count == 0
    assert row_shown(window) is None
    window.map.set_target(-0.5, 0.5)
    row = nearest(brief_run.codes.mean.numpy(), (-0.5, 0.5))
    qtbot.waitUntil(lambda: is_right(window, brief_run.model, digits, row), timeout=WAIT)


def test_a_layer_that_is_on_shows_the_posterior_of_the_run_that_is_opened(qtbot, window, brief_run, digits):
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    assert window.open_run(brief_run.folder)
    row = nearest(brief_run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: is_right(window, brief_run.model, digits, row))


def test_a_late_posterior_of_the_run_before_is_dropped(qtbot, window, deep_run):
    with qtbot.waitSignal(window.explorer.drivers[0]._posterior_worker.answered, timeout=WAIT):
        qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
        assert window.open_run(deep_run.folder)
    assert window.map.node_count == 0


def test_while_em_learns_the_posterior_follows_its_decoder(qtbot, window, digits):
    train_family(qtbot, window, "em", epochs=100_000)
    with qtbot.waitSignal(window.training.snapshot_taken, timeout=WAIT):
        pass
    qtbot.keyClick(window.map.plot, Qt.Key.Key_Left)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    qtbot.waitUntil(lambda: window.map.node_count > 0, timeout=WAIT)
    row, before = row_shown(window), layer(window)._weights
    # The image stays the same while its code moves; its posterior changes with the weights.
    qtbot.waitUntil(lambda: not np.array_equal(layer(window)._weights, before), timeout=WAIT)
    hold(qtbot, window)
    assert row_shown(window) == row
    qtbot.waitUntil(lambda: is_right(window, window.explorer.model, digits, row, EM_SIDE), timeout=WAIT)
    stop(qtbot, window)
    row = nearest(window.run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: is_right(window, window.run.model, digits, row, EM_SIDE), timeout=WAIT)


def test_without_the_images_it_says_so_and_comes_with_them(qtbot, open_window, mnist_run, strangers, strangers_folder):
    window = open_window(mnist_run.folder)
    settle(window)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    assert hint(window) == "The posterior needs the test images: see Reconstruction."
    assert window.map.node_count == 0
    window.datasets.use_folder("mnist", strangers_folder)
    row = nearest(mnist_run.codes.mean.numpy(), window.map.target)
    qtbot.waitUntil(lambda: is_right(window, mnist_run.model, strangers, row), timeout=WAIT)
