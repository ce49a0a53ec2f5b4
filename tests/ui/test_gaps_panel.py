"""Gaps: what is measured is what the functions find; the worst images; what cannot be measured, and when it ends."""

import itertools
import re

import numpy as np
import pyqtgraph as pg
import pytest
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_folder,
    choose_tab,
    has_colour,
    pixels,
    says,
    seen,
    settle,
    stop,
    train,
)
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from sealing import reseal

from vaegui import explore, gaps, runs
from vaegui.data import fixed_thresholds, observe
from vaegui.steps import finish
from vaegui.ui.gaps_panel import BINS, NOT_MEASURED
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.studies import NO_IMAGES
from vaegui.ui.theme import DARK, number

Key = Qt.Key
SURGERY = re.compile(
    r"Mean rate (\S+) = I\(n; z\) (\S+) \(at most log N = (\S+)\) \+ KL\(q\(z\) ‖ p\(z\)\) (\S+); (\d+) % of"
)


# What a person does


def look(qtbot, window):
    choose_tab(qtbot, window, "Gaps")
    return window.desk.gaps_panel


def measure(qtbot, window, count=50, full=False):
    """Fill in the number of images and click Measure."""
    panel = look(qtbot, window)
    panel.images_box.setFocus()
    panel.images_box.selectAll()
    qtbot.keyClicks(panel.images_box, str(count))
    if panel.full_box.isChecked() != full:
        panel.full_box.setFocus()
        qtbot.keyClick(panel.full_box, Key.Key_Space)
    qtbot.mouseClick(panel.controls.button, LEFT)
    assert is_busy(panel)
    return panel


def measured(qtbot, window, count=50, full=False):
    panel = measure(qtbot, window, count, full)
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=WAIT)
    return panel


def click_image(qtbot, panel, which):
    """Click on an image of the sheet."""
    sheet = panel.sheet
    settle(sheet)
    qtbot.mouseClick(sheet.viewport(), LEFT, NONE, sheet.visualRect(sheet.model().index(which)).center())


# What a person sees


def is_busy(panel):
    return panel.controls.bar.isVisibleTo(panel)


def is_empty(panel):
    return not any(part.isVisibleTo(panel) for part in (panel.waterfall, panel.sheet, plot_of(panel)))


def said(panel):
    """The sentence at the top, all of it."""
    return panel.words.partition("\n")[0]


def plot_of(panel):
    return panel.findChild(pg.PlotWidget)


def bars(panel):
    """The lower and upper parts of the histogram's bars."""
    return [item.opts for item in plot_of(panel).getPlotItem().items if isinstance(item, pg.BarGraphItem)]


def captions(sheet):
    return [sheet.model().index(i).data(Qt.ItemDataRole.DisplayRole) for i in range(sheet.model().rowCount())]


def wait_for_threads(qtbot, window):
    qtbot.waitUntil(lambda: not window.desk.gap_study.findChildren(GeneratorThread), timeout=WAIT)


# The same by hand


def images_of(model, dataset, count):
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    return observe(dataset.test.pixels[:count], model.config.observed_as, thresholds[:count])


def split_of(run, dataset, count=50, full=False):
    model = run.model
    return finish(gaps.split(model, images_of(model, dataset, count), full=full))


def written(values):
    """A mean and its standard error."""
    values = values.numpy()
    return f"{number(values.mean())} ± {number(values.std(ddof=1) / np.sqrt(len(values)))}"


def texts_of(split):
    return {
        "−distortion": written(-split.distortion),
        "rate": written(split.rate),
        "ELBO": written(split.elbo),
        "amortisation gap": written(split.amortisation),
        "ELBO(q*)": written(split.best),
        "approximation gap": written(split.approximation),
        "log p(x)": written(split.log_p),
    }


def is_about(panel, split):
    """Whether the panel shows exactly these figures, in each of its parts."""
    gap = split.gap.numpy()
    worst = np.argsort(-gap, kind="stable")[:60]
    return (
        panel.waterfall.texts == texts_of(split)
        and panel.sheet.rows == worst.tolist()
        and captions(panel.sheet) == [number(nats, 1) for nats in gap[worst]]
        and sum(part["height"].sum() for part in bars(panel)) == pytest.approx(len(gap))
    )


# What is measured


def test_before_anything_is_measured_it_says_what_measuring_does(qtbot, window):
    panel = look(qtbot, window)
    assert said(panel) == NOT_MEASURED
    assert is_empty(panel)
    assert (panel.images_box.value(), panel.images_box.text()) == (500, "500 images")
    assert not panel.full_box.isChecked()
    assert panel.controls.button.text() == "Measure"
    assert panel.controls.button.isEnabled()
    panel.images_box.setFocus()
    panel.images_box.selectAll()
    qtbot.keyClicks(panel.images_box, "2500")
    qtbot.keyClick(panel.images_box, Key.Key_Up)
    assert panel.images_box.value() == 2550
    assert not window.desk.gap_study.is_busy


def test_a_small_window_shows_all_that_it_says_before_measuring(qtbot, window):
    window.resize(1280, 720)
    panel = look(qtbot, window)
    settle(window)
    label = next(label for label in panel.findChildren(QLabel) if label.isVisible() and label.text() == NOT_MEASURED)
    assert label.width() < label.fontMetrics().horizontalAdvance(NOT_MEASURED)
    assert label.heightForWidth(label.width()) <= label.height()


def test_the_figures_are_those_of_so_many_images(qtbot, window, own_run, digits):
    panel, shares, tips = look(qtbot, window), [], set()

    def watch(share):
        shares.append(share)
        tips.add(panel.controls.bar.toolTip())

    window.desk.gap_study._job.yielded.connect(watch)
    measured(qtbot, window, 60)
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.3
    assert shares[-1] == pytest.approx(1)
    assert tips == {"Integrating…", "Optimising q of each image…"}
    split = split_of(own_run, digits, 60)
    assert is_about(panel, split)
    assert not is_empty(panel)
    assert said(panel).startswith("60 test images of Digits 8×8")
    assert own_run.config.model.likelihood_in_words in said(panel)
    assert "q* a diagonal Gaussian" in said(panel)
    assert said(panel).endswith(f"residual at most {number(float(split.residual.abs().max()), 5)}")
    assert panel.controls.button.text() == "Measure again"
    # ELBO and both gaps add up to log p(x), as they are drawn.
    parts = panel.waterfall.parts
    assert parts.elbo.mean + parts.amortisation.mean + parts.approximation.mean == pytest.approx(parts.log_p.mean)
    assert -(parts.distortion.mean + parts.rate.mean) == pytest.approx(parts.elbo.mean)
    assert parts.gap.mean == pytest.approx(parts.log_p.mean - parts.elbo.mean, abs=1e-3)


def test_a_full_covariance_leaves_less_to_the_approximation(qtbot, window, own_run, digits):
    panel = measured(qtbot, window)
    diagonal = panel.waterfall.parts
    assert is_about(panel, split_of(own_run, digits))
    measured(qtbot, window, full=True)
    full = panel.waterfall.parts
    assert is_about(panel, split_of(own_run, digits, full=True))
    assert "q* any Gaussian" in said(panel)
    assert full.approximation.mean < diagonal.approximation.mean
    assert full.best.mean > diagonal.best.mean
    assert (full.log_p, full.elbo, full.gap) == (diagonal.log_p, diagonal.elbo, diagonal.gap)


def test_the_rate_is_taken_apart_and_the_histogram_counts_each_image_once(qtbot, window, own_run, digits):
    panel = measured(qtbot, window, 500)  # more than there are
    assert said(panel).startswith("360 test images of Digits 8×8")
    q = own_run.model.encode(images_of(own_run.model, digits, 360))
    found = gaps.surgery(q.mean, q.stddev)
    rate, information, most, divergence, hole = SURGERY.search(says(panel)).groups()
    assert (rate, information, divergence) == tuple(
        number(value) for value in (found.rate, found.information, found.divergence)
    )
    assert float(rate) == pytest.approx(float(information) + float(divergence), abs=0.011)
    assert float(most) == pytest.approx(np.log(360), abs=0.005)
    assert int(hole) == round(100 * explore.hole_share(q.mean, q.stddev))
    assert panel.waterfall.texts["rate"].startswith(rate)
    assert found.resolved
    assert "narrower than the lattice" not in says(panel)
    split = split_of(own_run, digits, 360)
    gap, lost = (split.amortisation + split.approximation).numpy(), split.approximation.numpy()
    logarithm = np.log10(gap)
    lower, upper = bars(panel)
    counts, edges = np.histogram(logarithm, BINS)
    assert counts.sum() == 360
    np.testing.assert_allclose(lower["height"] + upper["height"], counts, atol=1e-9)
    np.testing.assert_allclose(lower["y0"], 0)
    np.testing.assert_allclose(upper["y0"], lower["height"])
    for part in (lower, upper):
        np.testing.assert_allclose(part["x"], (edges[:-1] + edges[1:]) / 2)
    # The lower part of a bar is the share of its images' nats that any Gaussian of this kind loses.
    for count, (left, right), height in zip(counts, itertools.pairwise(edges), lower["height"], strict=True):
        inside = (logarithm >= left) & ((logarithm < right) | (right == edges[-1]))
        share = lost[inside].sum() / gap[inside].sum() if count else 0
        assert height == pytest.approx(count * share, abs=1e-9)
    settle(window)
    for theme in (panel._theme, DARK):
        panel.set_theme(theme)
        picture = seen(plot_of(panel))
        assert has_colour(picture, theme.others[0]) > 100
        assert has_colour(picture, theme.others[1]) > 100
        assert has_colour(picture, theme.base) > picture.shape[0] * picture.shape[1] / 4


# The worst images


def test_the_worst_image_comes_first_and_a_click_on_it_chooses_it(qtbot, window, own_run, digits):
    choose_tab(qtbot, window, "Bound")
    panel = measured(qtbot, window, 100)
    split = split_of(own_run, digits, 100)
    worst = np.argsort(-split.gap.numpy())
    assert len(panel.sheet.rows) == 60
    picture = panel.sheet.model().index(0).data(Qt.ItemDataRole.DecorationRole).toImage()
    assert np.array_equal(pixels(picture)[3::6, 3::6], as_bytes(digits.test.pixels[worst[0]] / 255))
    for which in (1, 0):
        row = int(worst[which])
        with qtbot.waitSignal(window.desk.explorer.image_chosen, timeout=WAIT) as chosen:
            click_image(qtbot, panel, which)
        assert chosen.args == [row]
        assert window.map.target == tuple(own_run.codes.mean[row].tolist())
        label = digits.classes[int(digits.test.labels[row])]
        qtbot.waitUntil(
            lambda title=f"Test image {row} (“{label}”)": title in says(window.desk.bound_panel), timeout=WAIT
        )
        shown = window.desk.bound_panel.waterfall.parts
        assert shown.log_p.mean == pytest.approx(float(split.log_p[row]), abs=1e-3)
        assert shown.gap.mean == pytest.approx(float(split.gap[row]), abs=1e-3)
    qtbot.keyClick(panel.sheet, Key.Key_Right)
    qtbot.keyClick(panel.sheet, Key.Key_Return)
    assert window.map.target == tuple(own_run.codes.mean[int(worst[1])].tolist())
    assert window.desk.explorer.drivers[0].chosen == worst[1]


def test_beside_another_run_both_maps_go_to_the_image_that_was_clicked(qtbot, window, own_run, brief_run, digits):
    panel = measured(qtbot, window)
    window.desk.runs_panel.set_ticked([brief_run.folder])
    window.desk.compare([brief_run.folder])
    # The figures are still those of the open run, also when images are drawn as ink on paper.
    qtbot.keyClick(window, Key.Key_I)
    assert is_about(panel, split_of(own_run, digits))
    click_image(qtbot, panel, 0)
    row = panel.sheet.rows[0]
    for latent_map, run in zip(window.desk.explorer.maps.maps, (own_run, brief_run), strict=True):
        assert latent_map.target == latent_map.ring == tuple(run.codes.mean[row].tolist())


def test_codes_of_one_dimension_are_measured_too(qtbot, window, run_of, digits):
    line = run_of("one-dimension")
    assert window.desk.open_run(line.folder)
    choose_tab(qtbot, window, "Bound")
    panel = measured(qtbot, window)
    assert is_about(panel, split_of(line, digits))
    # There is no map to go to, but the bound is shown.
    click_image(qtbot, panel, 0)
    qtbot.waitUntil(lambda: f"Test image {panel.sheet.rows[0]} " in says(window.desk.bound_panel), timeout=WAIT)


# When it ends


def test_measuring_can_be_given_up_and_what_was_measured_before_stays(qtbot, window, own_run, digits):
    panel = measure(qtbot, window, 360)
    qtbot.mouseClick(panel.controls.cancel_button, LEFT)
    assert not is_busy(panel)
    assert not window.desk.gap_study.is_busy
    wait_for_threads(qtbot, window)
    assert is_empty(panel)
    assert said(panel) == NOT_MEASURED
    measured(qtbot, window)
    before = panel.words
    split = split_of(own_run, digits)
    assert is_about(panel, split)
    measure(qtbot, window, 360, full=True)
    assert not is_empty(panel)
    # This time in the middle of it
    shares = []

    def on_share(share):
        shares.append(share)
        qtbot.mouseClick(panel.controls.cancel_button, LEFT)

    window.desk.gap_study._job.yielded.connect(on_share)
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=WAIT)
    wait_for_threads(qtbot, window)
    assert len(shares) == 1
    assert is_about(panel, split)
    assert panel.words == before


def test_another_run_gives_up_what_is_measured_and_forgets_what_was(qtbot, window, own_run, brief_run, digits):
    panel = measured(qtbot, window)
    assert window.desk.open_run(brief_run.folder)
    assert is_empty(panel)
    assert said(panel) == NOT_MEASURED
    assert panel.controls.button.text() == "Measure"
    measure(qtbot, window, 360)
    assert window.desk.open_run(own_run.folder)
    assert not is_busy(panel)
    wait_for_threads(qtbot, window)
    assert is_empty(panel)
    assert window.desk.open_run(brief_run.folder)
    measured(qtbot, window)
    assert is_about(panel, split_of(brief_run, digits))


def test_nothing_is_measured_of_a_model_in_training(qtbot, window, digits):
    panel = measure(qtbot, window, 360)
    train(qtbot, window)
    assert not is_busy(panel)
    assert is_empty(panel)
    assert "being trained" in said(panel)
    with qtbot.assertNotEmitted(panel.measure_wanted):
        qtbot.mouseClick(panel.controls.button, LEFT)
    wait_for_threads(qtbot, window)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    assert is_empty(panel)
    assert "being trained" in said(panel)
    stop(qtbot, window)
    assert said(panel) == NOT_MEASURED
    measured(qtbot, window)
    assert is_about(panel, split_of(window.desk.run, digits))


def test_what_cannot_be_measured_says_why(qtbot, window, run_of, deep_run, mnist_run, digits):
    em = run_of("em")
    assert window.desk.open_run(em.folder)
    panel = measured(qtbot, window)
    assert is_about(panel, split_of(em, digits))
    # EM that was stopped before its encoder was fitted
    rows = (em.folder / runs.FILES["metrics"]).read_text().splitlines(keepends=True)
    (em.folder / runs.FILES["metrics"]).write_text("".join(row for row in rows if "amortise" not in row))
    reseal(em.folder)
    reasons = (
        (run_of("autoencoder"), "gives images no probability"),
        (run_of("cross-entropy"), "gives images no probability"),
        (run_of("pixels"), "one or two dimensions"),
        (deep_run, "one or two dimensions"),
        (em, "stopped before its encoder"),
        (mnist_run, NO_IMAGES),
    )
    for run, why in reasons:
        assert window.desk.open_run(run.folder)
        assert why in said(panel)
        assert is_empty(panel)
        assert not any(part.isEnabled() for part in (panel.controls.button, panel.images_box, panel.full_box))
        with qtbot.assertNotEmitted(panel.measure_wanted):
            qtbot.mouseClick(panel.controls.button, LEFT)
        assert not is_busy(panel)


def test_once_the_images_are_there_they_are_measured(qtbot, open_window, mnist_run, strangers, strangers_folder):
    window = open_window(mnist_run.folder)
    panel = look(qtbot, window)
    assert said(panel) == NO_IMAGES
    gate = window.desk.explorer.reconstruction.gate
    button = next(b for b in gate.findChildren(QPushButton) if "folder" in b.text())
    qtbot.waitUntil(button.isVisible, timeout=WAIT)
    qtbot.mouseClick(button, LEFT)
    choose_folder(qtbot, window, strangers_folder)
    qtbot.waitUntil(lambda: said(panel) == NOT_MEASURED, timeout=WAIT)
    measured(qtbot, window)
    assert said(panel).startswith("32 test images of MNIST")
    assert is_about(panel, split_of(mnist_run, strangers))
