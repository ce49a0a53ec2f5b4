"""Bound: the figures are those of the chosen image, the best q is a best one, and it says where there is none."""

import math
import re

import numpy as np
import pyqtgraph as pg
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_tab,
    pixels,
    place,
    rgb,
    seen,
    settle,
    stop,
    train,
    train_family,
)
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QHelpEvent, QTextDocument
from PySide6.QtWidgets import QApplication, QScrollArea, QToolTip
from torch.distributions import MultivariateNormal

from vaegui.data import fixed_thresholds, observe
from vaegui.ui import bounding
from vaegui.ui.bounding import DRAWS, PATIENT_DRAWS
from vaegui.ui.docks import Explanation, WhyButton
from vaegui.ui.theme import DARK, LIGHT
from vaegui.ui.waterfall import TIPS, Amount, Parts, Waterfall

Key = Qt.Key
TITLE = re.compile(r"Test image ([\d,]+) \(“(.+?)”\)")
SAMPLED = re.compile(rf"{DRAWS:,} importance samples from q say (\S+): (\S+) nats too (low|high), .*size ([\d,]+)\.")


# What a person does


def look(qtbot, window):
    choose_tab(qtbot, window, "Bound")
    return window.desk.bound_panel


def aim(qtbot, window, x, y):
    """Move the target by a click on the map."""
    settle(window)
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, place(window.map, x, y))


def await_row(qtbot, window, row):
    qtbot.waitUntil(lambda: row_of(window) == row and is_found(window), timeout=WAIT)


def optimise(qtbot, window, full=False):
    """Click Optimise q, and wait until the best is there."""
    panel = window.desk.bound_panel
    if panel.full_box.isChecked() != full:
        panel.full_box.setFocus()
        qtbot.keyClick(panel.full_box, Key.Key_Space)
    qtbot.mouseClick(panel.optimise_button, LEFT)
    qtbot.waitUntil(lambda: panel.waterfall.parts.best is not None, timeout=WAIT)


# What a person sees


def row_of(window):
    found = TITLE.match(window.desk.bound_panel.words)
    return int(found[1].replace(",", "")) if found else None


def is_found(window):
    return window.desk.bound_panel.waterfall.isVisibleTo(window.desk.bound_panel)


def said(panel, name):
    """A figure of the waterfall as it is written."""
    return float(panel.waterfall.texts[name].replace("−", "-").replace(",", ""))


def curves(panel):
    """Posterior, q and best q of one latent dimension, as drawn."""
    plot = next(p for p in panel.posterior.findChildren(pg.PlotWidget) if p.isVisibleTo(panel))
    return [curve.getData() for curve in plot.getPlotItem().listDataItems()]


# The same by hand


def image_at(dataset, row, model):
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    return observe(dataset.test.pixels[row : row + 1], model.config.observed_as, thresholds[row : row + 1])


def nearest(codes, target):
    return int(np.hypot(*(codes - np.array(target)).T).argmin())


def figures(model, x, mean, covariance, reach=6.0, count=401):
    """log p(x), rate, distortion and KL(q ‖ p(z|x)) as plain sums over a square grid of the plane."""
    axis = torch.linspace(-reach, reach, count, dtype=torch.double)
    z, cell = torch.cartesian_prod(axis, axis), float(axis[1] - axis[0]) ** 2
    with torch.no_grad():
        pixel = torch.cat([model.decode(part.float()).log_prob(x).double() for part in z.split(20_000)])
    prior = -z.square().sum(1) / 2 - math.log(2 * math.pi)
    log_p = float(torch.logsumexp(pixel + prior, 0)) + math.log(cell)
    log_q = MultivariateNormal(mean.double(), covariance.double()).log_prob(z)
    q = log_q.exp() * cell
    assert float(q.sum()) == pytest.approx(1, abs=1e-6)
    rate, distortion = float((q * (log_q - prior)).sum()), -float((q * pixel).sum())
    return log_p, rate, distortion, float((q * (log_q - (pixel + prior - log_p))).sum())


def amortised(model, x):
    with torch.no_grad():
        q = model.encode(x)
    return q.mean[0], torch.diag(q.variance[0])


# The figures


def test_the_panel_shows_the_bound_of_the_image_next_to_the_target(qtbot, window, own_run, digits):
    panel, model = look(qtbot, window), own_run.model
    codes = own_run.codes.mean.numpy()
    for row in (17, 133):
        aim(qtbot, window, *codes[row].tolist())
        row = nearest(codes, window.map.target)
        await_row(qtbot, window, row)
        x = image_at(digits, row, model)
        log_p, rate, distortion, gap = figures(model, x, *amortised(model, x))
        expected = {
            "−distortion": -distortion,
            "rate": rate,
            "ELBO": -(rate + distortion),
            "KL(q ‖ p(z|x))": gap,
            "log p(x)": log_p,
        }
        assert list(panel.waterfall.texts) == list(expected)
        for name, value in expected.items():
            assert said(panel, name) == pytest.approx(value, abs=0.006), name
        # Whose they are
        assert TITLE.match(panel.words)[2] == digits.classes[int(digits.test.labels[row])]
        assert "Bernoulli, dynamic binarisation; nats per image" in panel.words
        grey = as_bytes(digits.test.pixels[row].float() / 255)
        np.testing.assert_array_equal(pixels(panel.image.image), grey)
        # How exact they are
        assert "Residual log p(x) − ELBO − KL: less than 0.00001 nats." in panel.words or re.search(
            r"Residual log p\(x\) − ELBO − KL: −?0\.000\d\d nats\.", panel.words
        )
        assert re.search(
            r"Halving the grid’s spacing changed log p\(x\) by (less than 0\.00001|−?0\.00\d+) nats\.", panel.words
        )
        low, off, side, effective = SAMPLED.search(panel.words).groups()
        assert abs(float(low.replace("−", "-")) - log_p) == pytest.approx(float(off), abs=0.011)
        assert (side == "low") == (float(low.replace("−", "-")) <= log_p)
        assert 1 <= float(effective.replace(",", "")) <= DRAWS
        # The enlarged posterior is that of the map.
        assert len(panel.posterior.shown.regions.outlines) == 3
        np.testing.assert_allclose(panel.posterior.shown.q.mean, amortised(model, x)[0], atol=1e-5)


@pytest.mark.parametrize("name", ["reconstruction", "denoising"])
def test_an_image_clicked_in_the_strips_is_the_chosen_one(qtbot, window, own_run, name):
    look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    strip = getattr(window.desk.explorer, name)
    choose_tab(qtbot, window, {"reconstruction": "Reconstruct", "denoising": "Denoise"}[name])
    qtbot.waitUntil(lambda: len(strip.table.rows) > 0, timeout=WAIT)
    qtbot.mouseClick(strip.table, LEFT, NONE, strip.table.row_rect(5).center().toPoint())
    look(qtbot, window)
    await_row(qtbot, window, 5)  # the strip begins with the first test image


@pytest.mark.parametrize("way", ["typed", "sample"])
def test_wherever_the_target_is_sent_the_nearest_image_is_the_chosen_one(qtbot, window, own_run, way):
    look(qtbot, window)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    codes, before = own_run.codes.mean.numpy(), window.map.target
    if way == "typed":
        spin = window.desk.explorer.decoded.spins[0]
        spin.setFocus()
        spin.selectAll()
        qtbot.keyClicks(spin, "1.25")
        qtbot.keyClick(spin, Key.Key_Return)
    else:
        choose_tab(qtbot, window, "Samples")
        sheet = window.desk.explorer.samples.sheet
        qtbot.waitUntil(lambda: sheet.image is not None, timeout=WAIT)
        settle(sheet)
        qtbot.mouseClick(sheet, LEFT, NONE, sheet.rect().center() + QPoint(20, 30))
        look(qtbot, window)
    assert window.map.target != before
    row = nearest(codes, window.map.target)
    await_row(qtbot, window, row)
    # The map outlines the posterior of the same image.
    qtbot.waitUntil(lambda: window.map.hint.startswith(f"Test image {row:,} "), timeout=WAIT)


def test_the_noisy_image_that_was_clicked_is_chosen_and_not_the_one_at_its_code(qtbot, window, own_run):
    look(qtbot, window)
    qtbot.keyClick(window.map.plot, Key.Key_E)
    choose_tab(qtbot, window, "Denoise")
    strip = window.desk.explorer.denoising
    qtbot.waitUntil(lambda: len(strip.table.rows) > 0, timeout=WAIT)
    strip.slider.setValue(strip.slider.maximum())
    codes, rows = own_run.codes.mean.numpy(), []
    for number in range(8):
        qtbot.mouseClick(strip.table, LEFT, NONE, strip.table.row_rect(number).center().toPoint())
        rows.append(nearest(codes, window.map.target))
        qtbot.waitUntil(lambda number=number: window.map.hint.startswith(f"Test image {number} "), timeout=WAIT)
        assert window.desk.explorer.drivers[0].chosen == number
    assert rows != list(range(8))  # with so much noise a code is nearest to another image


def test_nothing_is_computed_before_the_panel_is_looked_at(qtbot, window, own_run):
    calls = []
    hook = window.desk.explorer.model.decoder.register_forward_hook(lambda *_: calls.append(len(_[2])))
    aim(qtbot, window, 0.5, 0.5)
    qtbot.wait(100)
    few = sum(calls)
    assert not is_found(window)
    look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    hook.remove()
    assert sum(calls) > few + 1000


def test_what_is_already_known_is_not_computed_again(qtbot, window, own_run):
    look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    answers = []
    window.desk.bounding._worker.answered.connect(answers.append)
    choose_tab(qtbot, window, "Gaps")
    look(qtbot, window)
    qtbot.wait(200)
    assert not answers


# The best q


@pytest.mark.parametrize("full", [False, True])
def test_q_moves_step_by_step_to_the_best_gaussian_and_back(qtbot, window, own_run, digits, full):
    panel, model = look(qtbot, window), own_run.model
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert not panel.amortised_button.isEnabled()
    assert window.map.posterior.best is None
    before = dict(panel.waterfall.texts)
    places = []
    panel.posterior._layer.set_shown, keep = (
        lambda shown: (places.append(shown.best), keep(shown)),
        panel.posterior._layer.set_shown,
    )
    optimise(qtbot, window, full)
    qtbot.waitUntil(lambda: panel.optimise_button.isEnabled(), timeout=WAIT)
    # On the way it is seen at many places, the first of them the encoder's.
    moving = [ellipse for ellipse in places if ellipse is not None]
    x = image_at(digits, row_of(window), model)
    mean, covariance = amortised(model, x)
    assert len({(*ellipse.mean, *ellipse.scale.flat) for ellipse in moving}) > 3
    np.testing.assert_allclose(moving[0].mean, mean, atol=0.3)
    # Where it ends is better than everything near it.
    end = window.map.posterior.best
    np.testing.assert_array_equal(panel.posterior.shown.best.mean, end.mean)
    spread = torch.from_numpy(end.scale @ end.scale.T)
    assert (abs(float(spread[0, 1])) > 1e-4) == full
    middle = torch.from_numpy(end.mean)
    _, rate, distortion, gap = figures(model, x, middle, spread)
    assert said(panel, "ELBO(q*)") == pytest.approx(-(rate + distortion), abs=0.006)
    for other in (
        (middle + torch.tensor([0.1, 0.0]), spread),
        (middle - torch.tensor([0.1, 0.0]), spread),
        (middle + torch.tensor([0.0, 0.1]), spread),
        (middle - torch.tensor([0.0, 0.1]), spread),
        (middle, 1.2 * spread),
        (middle, spread / 1.2),
        (mean, covariance),
    ):
        assert figures(model, x, *other)[3] >= gap - 1e-3
    # The gap is split, without rest.
    assert list(panel.waterfall.texts) == [
        "−distortion", "rate", "ELBO", "amortisation gap", "ELBO(q*)", "approximation gap", "log p(x)",
    ]  # fmt: skip
    parts = panel.waterfall.parts
    assert parts.amortisation.mean >= 0
    assert parts.approximation.mean == pytest.approx(gap, abs=1e-3)
    assert parts.amortisation.mean + parts.approximation.mean == pytest.approx(parts.log_p.mean - parts.elbo.mean)
    # What does not depend on the best q stays.
    for name in ("−distortion", "rate", "ELBO", "log p(x)"):
        assert panel.waterfall.texts[name] == before[name]
    # And back
    qtbot.mouseClick(panel.amortised_button, LEFT)
    assert panel.waterfall.texts == before
    assert window.map.posterior.best is None
    assert panel.posterior.shown.best is None
    assert not panel.amortised_button.isEnabled()


def test_the_button_brings_the_posterior_to_the_map(qtbot, window, own_run):
    look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert not window.desk.explorer.maps.switches.posterior.isChecked()
    optimise(qtbot, window)
    assert window.desk.explorer.maps.switches.posterior.isChecked()
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)
    assert window.map.posterior.best is not None


def test_another_image_while_q_is_moving_ends_it(qtbot, window, own_run):
    panel, codes = look(qtbot, window), own_run.codes.mean.numpy()
    aim(qtbot, window, *codes[17].tolist())
    await_row(qtbot, window, nearest(codes, window.map.target))
    qtbot.mouseClick(panel.optimise_button, LEFT)
    qtbot.waitUntil(lambda: window.map.posterior.best is not None, timeout=WAIT)
    assert not panel.optimise_button.isEnabled()
    aim(qtbot, window, *codes[133].tolist())
    assert window.map.posterior.best is None
    await_row(qtbot, window, nearest(codes, window.map.target))
    qtbot.wait(200)
    assert window.map.posterior.best is None
    assert panel.waterfall.parts.best is None
    assert panel.optimise_button.isEnabled()
    assert not panel.amortised_button.isEnabled()


def test_going_back_while_q_is_moving_ends_it(qtbot, window, own_run):
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    qtbot.mouseClick(panel.optimise_button, LEFT)
    qtbot.waitUntil(lambda: window.map.posterior.best is not None, timeout=WAIT)
    qtbot.mouseClick(panel.amortised_button, LEFT)
    qtbot.wait(200)
    assert window.map.posterior.best is None
    assert panel.waterfall.parts.best is None
    assert panel.optimise_button.isEnabled()


def test_another_run_while_q_is_moving_shows_its_own_bound(qtbot, window, own_run, brief_run, digits):
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    before = dict(panel.waterfall.texts)
    qtbot.mouseClick(panel.optimise_button, LEFT)
    qtbot.waitUntil(lambda: window.map.posterior.best is not None, timeout=WAIT)
    assert window.desk.open_run(brief_run.folder)
    qtbot.waitUntil(lambda: is_found(window) and panel.waterfall.texts["log p(x)"] != before["log p(x)"], timeout=WAIT)
    x = image_at(digits, row_of(window), brief_run.model)
    assert said(panel, "log p(x)") == pytest.approx(
        figures(brief_run.model, x, *amortised(brief_run.model, x))[0], abs=0.006
    )
    assert window.map.posterior.best is None
    assert panel.waterfall.parts.best is None


def test_closing_the_window_while_q_is_moving_leaves_nothing(qtbot, window, own_run):
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    qtbot.mouseClick(panel.optimise_button, LEFT)
    window.close()
    # That no thread is left is looked at after every test.


# Models


def test_the_bound_follows_a_training_and_is_exact_all_along(qtbot, window, digits):
    panel = look(qtbot, window)
    train(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    first = panel.waterfall.texts["log p(x)"]
    qtbot.waitUntil(lambda: panel.waterfall.texts["log p(x)"] != first, timeout=WAIT)
    row = row_of(window)
    stop(qtbot, window)

    def is_exact():
        if not is_found(window) or row_of(window) != row:
            return False
        model, x = window.desk.run.model, image_at(digits, row_of(window), window.desk.run.model)
        expected = figures(model, x, *amortised(model, x))[0]
        return said(panel, "log p(x)") == pytest.approx(expected, abs=0.006)

    qtbot.waitUntil(is_exact, timeout=WAIT)


def test_what_nobody_chose_gives_way_to_the_nearest_once_a_training_is_over(qtbot, open_window, mnist_run):
    # There are no codes of digits to choose from before it, and none is chosen meanwhile.
    window = open_window(mnist_run.folder)
    look(qtbot, window)
    train(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    qtbot.waitUntil(lambda: window.desk.metrics.point_counts[1] >= 3, timeout=WAIT)
    stop(qtbot, window)
    await_row(qtbot, window, nearest(window.desk.run.codes.mean.numpy(), window.map.target))


def test_one_latent_dimension_shows_two_curves(qtbot, open_window, run_of, digits):
    run = run_of("one-dimension")
    window = open_window(run.folder)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    x, model = image_at(digits, row_of(window), run.model), run.model
    # There is no map to choose an image on, so it is the first.
    assert row_of(window) == 0
    # By hand
    z = torch.linspace(-9, 9, 20_001, dtype=torch.double).unsqueeze(1)
    with torch.no_grad():
        pixel, q = model.decode(z.float()).log_prob(x).double(), model.encode(x)
    log_joint = pixel - z.squeeze(1).square() / 2 - math.log(2 * math.pi) / 2
    step = float(z[1] - z[0])
    log_p = float(torch.logsumexp(log_joint, 0)) + math.log(step)
    assert said(panel, "log p(x)") == pytest.approx(log_p, abs=0.006)
    (places, density), (_, own), (none, _) = curves(panel)
    np.testing.assert_allclose(
        density, np.interp(places, z[:, 0], (log_joint - log_p).exp()), atol=0.01 * float(density.max())
    )
    normal = torch.distributions.Normal(q.mean.double()[0, 0], q.variance.double()[0, 0].sqrt())
    np.testing.assert_allclose(own, normal.log_prob(torch.from_numpy(places)).exp(), atol=1e-4 * float(own.max()))
    assert none is None or len(none) == 0
    # The best q is a third curve.
    optimise(qtbot, window)
    places, best = curves(panel)[2]
    assert len(best) > 20
    assert said(panel, "ELBO") - 0.011 <= said(panel, "ELBO(q*)") <= said(panel, "log p(x)") + 0.011


def test_more_than_two_dimensions_fall_back_to_importance_sampling(qtbot, open_window, deep_run, digits):
    window = open_window(deep_run.folder)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert "cannot be summed over: log p(x) is estimated by importance sampling" in panel.words
    found = re.search(
        rf"{PATIENT_DRAWS:,} draws from the best Gaussian, .* with the prior: (\S+) ± (\S+) nats, "
        r"effective sample size ([\d,]+)\.",
        panel.words,
    )
    log_p, error, effective = (float(text.replace("−", "-").replace(",", "")) for text in found.groups())
    assert 1000 < effective <= PATIENT_DRAWS
    assert said(panel, "log p(x)") == log_p
    # By hand: a plain sum over a cube
    axis = torch.linspace(-5, 5, 101, dtype=torch.double)
    z = torch.cartesian_prod(axis, axis, axis)
    x = image_at(digits, row_of(window), deep_run.model)
    with torch.no_grad():
        pixel = torch.cat([deep_run.model.decode(part.float()).log_prob(x).double() for part in z.split(50_000)])
    prior = -z.square().sum(1) / 2 - 1.5 * math.log(2 * math.pi)
    exact = float(torch.logsumexp(pixel + prior, 0)) + 3 * math.log(0.1)
    assert log_p == pytest.approx(exact, abs=4 * error + 0.011)
    # There is nothing to draw, and no split.
    assert not panel.posterior.isVisibleTo(panel)
    assert not panel.optimise_button.isVisibleTo(panel)


def test_an_estimate_says_how_far_it_is_and_another_image_does_not_wait_for_it(
    qtbot, open_window, deep_run, monkeypatch
):
    window = open_window(deep_run.folder)
    monkeypatch.setattr(bounding, "PATIENT_DRAWS", 50_000_000)  # of minutes
    panel = look(qtbot, window)
    shares = []

    def share():
        shares.extend(re.findall(r"test image \d+ is being estimated by importance sampling: (\d+) %", panel.words))
        return bool(shares) and int(shares[-1]) >= 50

    qtbot.waitUntil(share, timeout=WAIT)
    assert len(set(shares)) > 3
    assert list(map(int, shares)) == sorted(map(int, shares))
    assert not panel.waterfall.isVisibleTo(panel)
    monkeypatch.setattr(bounding, "PATIENT_DRAWS", PATIENT_DRAWS)
    before = window.desk.explorer.drivers[0].chosen
    window.desk.explorer.choose(before + 1)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert row_of(window) == before + 1
    assert f"{PATIENT_DRAWS:,} draws from the best Gaussian" in panel.words


def test_an_estimate_that_was_left_behind_a_tab_is_asked_for_again(qtbot, open_window, deep_run, monkeypatch):
    window = open_window(deep_run.folder)
    explorer, panel = window.desk.explorer, look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    first = row_of(window)
    monkeypatch.setattr(bounding, "PATIENT_DRAWS", 50_000_000)
    explorer.choose(first + 1)
    qtbot.waitUntil(lambda: "being estimated" in panel.words, timeout=WAIT)
    choose_tab(qtbot, window, "Samples")
    explorer.choose(first)
    qtbot.waitUntil(lambda: not window.desk.bounding._estimating._threads, timeout=WAIT)  # nobody waits for it
    monkeypatch.setattr(bounding, "PATIENT_DRAWS", PATIENT_DRAWS)
    explorer.choose(first + 1)
    look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert row_of(window) == first + 1


def test_in_training_more_than_two_dimensions_are_not_estimated(qtbot, open_window, deep_run):
    window = open_window(deep_run.folder)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    window.desk.train_panel.model_form.set_value("latent_size", 3)
    train(qtbot, window, epochs=100_000)
    qtbot.waitUntil(lambda: "it is estimated once the training is over" in panel.words, timeout=WAIT)
    stop(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert f"{PATIENT_DRAWS:,} draws" in panel.words


def test_without_an_encoder_there_is_the_posterior_alone(qtbot, open_window, digits, run_of):
    # An EM run that was stopped before its encoder was trained.
    window = open_window(run_of("vae").folder)
    panel = look(qtbot, window)
    train_family(qtbot, window, "em", epochs=100_000)
    qtbot.waitUntil(lambda: is_found(window) and list(panel.waterfall.texts) == ["log p(x)"], timeout=WAIT)
    assert "This run has no trained encoder, so there is no q." in panel.words
    assert "Residual" not in panel.words
    assert "importance samples" not in panel.words
    assert panel.posterior.shown.regions is not None
    assert panel.posterior.shown.q is None
    assert not panel.optimise_button.isVisibleTo(panel)
    stop(qtbot, window)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("autoencoder", "gives images no probability, so there is nothing that an ELBO could be a bound on"),
        ("pixels", "Without latent variables log p(x) needs no bound: it is known in closed form"),
    ],
)
def test_where_there_is_no_bound_it_says_why(qtbot, window, own_run, run_of, name, words):
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    assert window.desk.open_run(run_of(name).folder)
    qtbot.waitUntil(lambda: words in panel.words, timeout=WAIT)
    assert not is_found(window)
    assert not panel.optimise_button.isVisibleTo(panel)
    assert not panel.image.isVisibleTo(panel)
    # And it is back with a model that has one.
    assert window.desk.open_run(own_run.folder)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)


def test_without_test_images_it_says_what_to_do(qtbot, open_window, mnist_run):
    window = open_window(mnist_run.folder)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: "The bound needs the test images: see Reconstruct." in panel.words, timeout=WAIT)
    assert not is_found(window)


# What it looks like


@pytest.mark.parametrize("chosen", [LIGHT, DARK], ids=lambda chosen: chosen.name)
def test_each_step_is_drawn_from_where_the_last_one_ends(qtbot, chosen):
    bars = Waterfall()
    qtbot.addWidget(bars)
    bars.set_theme(chosen)
    bars.resize(640, 200)
    amounts = {"distortion": 90, "rate": 10, "elbo": -100, "best": -80, "amortisation": 20, "approximation": 30}
    bars.set_parts(Parts(Amount(-50), gap=Amount(50), **{name: Amount(nats) for name, nats in amounts.items()}))
    picture, q, best = seen(bars), chosen.others[0], chosen.others[1]
    height = bars.minimumSizeHint().height() / len(bars.texts)

    def ends(row, colour):
        """Where a bar or a dot of this colour begins and ends in the middle of a row, in pixels."""
        middle = int(2 + (row + 0.45) * height)
        columns = (picture[middle - 1 : middle + 2] == rgb(colour)).all(-1).any(0).nonzero()[0]
        return columns.min(), columns.max()

    rate, amortisation, approximation = ends(1, chosen.muted), ends(3, q), ends(5, best)
    elbo, top, log_p = (np.mean(ends(row, colour)) for row, colour in ((2, q), (4, best), (6, chosen.accent)))
    assert rate[0] == pytest.approx(elbo, abs=2)  # down from −distortion to the ELBO
    assert amortisation == pytest.approx((elbo, top), abs=2)
    assert approximation == pytest.approx((top, log_p), abs=2)
    # All are on one axis of nats.
    assert (rate[1] - rate[0]) / 10 == pytest.approx((log_p - elbo) / 50, rel=0.05)


@pytest.mark.parametrize("preset", ["explore", "compare"])
def test_a_small_window_has_room_for_all_of_its_width(qtbot, window, preset):
    window.layouts.choose(preset)
    window.resize(1280, 720)
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    settle(window)
    area = panel.findChild(QScrollArea)
    assert area.horizontalScrollBar().maximum() == 0
    parts = (panel.optimise_button, panel.full_box, panel.film_button, panel.amortised_button)
    places = [QRect(part.mapTo(area.widget(), QPoint()), part.size()) for part in parts]
    for place_of, part in zip(places, parts, strict=True):
        assert area.widget().rect().contains(place_of)
        assert part.width() >= part.minimumSizeHint().width()
        assert not any(place_of.intersects(other) for other in places if other is not place_of)
    assert places[-1].bottom() < panel.waterfall.mapTo(area.widget(), QPoint()).y()


def test_every_figure_says_what_it_is(qtbot, window, own_run):
    panel = look(qtbot, window)
    qtbot.waitUntil(lambda: is_found(window), timeout=WAIT)
    bars = panel.waterfall
    assert bars.accessibleDescription() == "In nats per image: " + ", ".join(
        f"{name} {text}" for name, text in bars.texts.items()
    )
    for i, name in enumerate(bars.texts):
        spot = QPoint(40, int((i + 0.5) * bars.height() / len(bars.texts)))
        QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, spot, bars.mapToGlobal(spot)))
        assert QToolTip.text() == TIPS[name]
    QToolTip.hideText()


def test_the_question_mark_opens_the_formula_and_escape_closes_it(qtbot, window):
    look(qtbot, window)
    dock = window.docks["bound"]
    button = dock.findChild(WhyButton)
    qtbot.mouseClick(button, LEFT)
    found = window.findChildren(Explanation)
    assert len(found) == 1
    assert found[0].isVisible()
    text = QTextDocument()
    text.setHtml(found[0].label.text())
    words = text.toPlainText()
    assert "log p(x) = ELBO" in words.replace("\xa0", " ")
    # All of it can be read: what does not fit can be scrolled to.
    frame = 2  # pixels that the screenless platform moves a window by
    area = found[0].screen().availableGeometry().adjusted(0, 0, frame, frame)
    assert area.contains(found[0].frameGeometry())
    qtbot.keyClick(found[0], Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.findChildren(Explanation), timeout=WAIT)


def test_every_dock_has_its_question_mark(window):
    docks = list(window.docks.values())
    assert len(docks) > 8
    for dock in docks:
        button = dock.findChild(WhyButton)
        assert button is not None, dock.windowTitle()
        assert button.accessibleName().startswith("Why: ")
