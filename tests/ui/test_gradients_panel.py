"""Gradients: the estimates are those of the functions, the dots are the samples, and what cannot be drawn says why."""

import re

import numpy as np
import pyqtgraph as pg
import pytest
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_tab,
    has_colour,
    pixels,
    rest,
    says,
    seen,
    settle,
    stop,
    train,
)
from PySide6.QtCore import QPoint, Qt
from sealing import reseal

from vaegui import explore, gradients, runs
from vaegui.data import fixed_thresholds, observe
from vaegui.gradients import FORWARD_PASSES
from vaegui.steps import finish
from vaegui.ui.gradients_panel import NOTHING_DRAWN, SHOWN_DRAWS
from vaegui.ui.theme import number

Key = Qt.Key
VERDICT = re.compile(
    r"Means: (\S+) ± (\S+) with the trick \(K = (\d+)\), (\S+) ± (\S+) without \(K = (\d+), equal cost\)"
    r"(?:, exactly (\S+?))?\.<br><b>Variance × (\S+)</b> without the trick; of the gradient by all of φ × (\S+)\.$"
)


# What a person does


def look(qtbot, window):
    choose_tab(qtbot, window, "Gradients")
    return window.desk.gradients_panel


def draw(qtbot, window):
    """Click Draw, and wait until all is drawn."""
    panel = look(qtbot, window)
    qtbot.mouseClick(panel.controls.button, LEFT)
    assert is_busy(panel)
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=WAIT)
    return panel


def choose_image(qtbot, window, row):
    """Click on one of the first images in the panel Reconstruct."""
    table = window.desk.explorer.reconstruction.table
    qtbot.waitUntil(lambda: len(table.rows) > row and table.isVisible(), timeout=WAIT)
    click_row(qtbot, window, row)


def click_row(qtbot, window, row):
    table = window.desk.explorer.reconstruction.table
    qtbot.mouseClick(table, LEFT, NONE, table.row_rect(row).center().toPoint())


def choose_component(qtbot, panel, index):
    panel.component.setFocus()
    qtbot.keyClick(panel.component, Key.Key_Home)
    for _ in range(index):
        qtbot.keyClick(panel.component, Key.Key_Down)
    assert panel.component.currentIndex() == index


def toggle_baseline(qtbot, panel):
    before = panel.baseline_box.isChecked()
    qtbot.mouseClick(panel.baseline_box, LEFT, NONE, QPoint(8, panel.baseline_box.height() // 2))
    assert panel.baseline_box.isChecked() != before


# What a person sees


def is_busy(panel):
    return panel.controls.bar.isVisibleTo(panel)


def is_empty(panel):
    return not any(part.isVisibleTo(panel) for part in (panel.samples_view, panel.slider, *panel._plots))


def said(panel):
    """What stands beside the button."""
    return panel.words.partition("\n")[0]


def verdict(panel):
    """What stands below the slider: means, errors and K of both ways, the exact gradient, and both ratios."""
    found = VERDICT.search(panel.words.partition("\n")[2]).groups()
    return tuple(None if text is None else float(text.replace(",", "").replace("−", "-")) for text in found)


def plots(panel):
    """ε, and the estimates with and without the trick."""
    return [widget.getPlotItem() for widget in (panel._noise_plot, *panel._plots)]


def noise_of(panel):
    (dots,) = (item for item in plots(panel)[0].items if isinstance(item, pg.ScatterPlotItem))
    return np.stack(dots.getData(), 1)


def bars(plot):
    (item,) = (item for item in plot.items if isinstance(item, pg.BarGraphItem))
    return item.opts


def line(plot):
    (item,) = (item for item in plot.items if isinstance(item, pg.InfiniteLine))
    return item.value()


# The same by hand


def image_at(run_or_model, dataset, row):
    thresholds = fixed_thresholds(dataset.test.pixels.shape)
    observed_as = getattr(run_or_model, "model", run_or_model).config.observed_as
    return observe(dataset.test.pixels[row : row + 1], observed_as, thresholds[row : row + 1])


def draws_of(model, dataset, row, seed=0):
    return finish(gradients.draw(model, image_at(model, dataset, row), seed=seed))


def nearest(run, target):
    return int(np.hypot(*(run.codes.mean.numpy() - np.array(target)).T).argmin())


def is_about(panel, draws, index=0):
    """Whether all that is shown are the estimates of one component from these draws, for what the panel is set to."""
    k, ways = 2 ** panel.slider.value(), {False: "none", True: "others"}
    found = gradients.compare(draws, k, ways[panel.baseline_box.isChecked()])
    both = [part[:, index].numpy() for part in (found.with_trick, found.without)]
    figures = [(values.mean(), values.std(ddof=1) / np.sqrt(len(values))) for values in both]
    exact = "" if draws.exact is None else f", exactly {number(float(draws.exact[index]))}"
    expected = (
        f"Means: {number(figures[0][0])} ± {number(figures[0][1])} with the trick (K = {k}), "
        f"{number(figures[1][0])} ± {number(figures[1][1])} without (K = {FORWARD_PASSES * k}, equal cost){exact}.<br>"
        f"<b>Variance × {number(float(found.variance_ratio[index]), 1)}</b> without the trick; of the gradient by all "
        f"of φ × {number(found.whole_ratio, 1)}."
    )
    counts = [bars(plot)["height"].sum() for plot in plots(panel)[1:]]
    return (
        panel.words.partition("\n")[2] == expected
        and counts == [len(values) for values in both]
        and f"K = {k}" in says(panel)
    )


# What is drawn


def test_the_estimates_are_those_of_the_functions_and_their_means_the_exact_gradient(qtbot, window, own_run, digits):
    row = nearest(own_run, window.map.target)
    draws = draws_of(own_run.model, digits, row)
    panel = look(qtbot, window)
    assert said(panel) == NOTHING_DRAWN
    assert is_empty(panel)
    assert panel.controls.button.text().replace("&", "") == "Draw ε"
    draw(qtbot, window)
    label = digits.classes[int(digits.test.labels[row])]
    assert said(panel).startswith(f"Test image {row} (“{label}”): ")
    assert not is_empty(panel)
    assert [panel.component.itemText(i) for i in range(4)] == ["μ₁", "μ₂", "log σ₁", "log σ₂"]
    assert panel.component.count() == 4
    assert (panel.samples, panel.baseline_box.isChecked()) == (4, False)
    wholes = set()
    for index in range(4):
        choose_component(qtbot, panel, index)
        assert is_about(panel, draws, index)
        mine, my_error, k, other, other_error, more, exact, ratio, whole = verdict(panel)
        assert (k, more) == (4, 12)
        assert exact == pytest.approx(float(draws.exact[index]), abs=0.006)
        # Rounded to hundredths, as they are read
        assert abs(mine - exact) <= 4.5 * my_error + 0.03
        assert abs(other - exact) <= 4.5 * other_error + 0.03
        assert ratio == pytest.approx(float(gradients.compare(draws, 4).variance_ratio[index]), abs=0.06)
        assert ratio > 10
        assert other_error > my_error
        wholes.add(whole)
        # Both plots have one scale, in whose middle is the exact gradient.
        _, left, right = plots(panel)
        assert line(left) == line(right) == pytest.approx(float(draws.exact[index]))
        np.testing.assert_allclose(left.viewRange()[0], right.viewRange()[0])
        assert sum(left.viewRange()[0]) / 2 == pytest.approx(line(left), abs=1e-6)
    assert len(wholes) == 1  # the gradient by all of φ has no components


def test_the_samples_are_seen_as_noise_as_dots_and_as_images(qtbot, window, own_run, digits):
    draws = draws_of(own_run.model, digits, nearest(own_run, window.map.target))
    panel = draw(qtbot, window)
    noise, z = draws.noise[:SHOWN_DRAWS], draws.mean + draws.std * draws.noise
    np.testing.assert_allclose(noise_of(panel), noise)
    np.testing.assert_allclose(window.map.posterior.draws, z[:SHOWN_DRAWS])
    assert window.map.is_posterior_shown
    tiles = as_bytes(explore.decode(own_run.model, z[:16].float()))
    sheet = tiles.reshape(4, 4, 8, 8, 3).swapaxes(1, 2).reshape(32, 32, 3)
    shown = pixels(panel.samples_view._image).astype(int)
    assert shown.shape == sheet.shape
    assert np.abs(shown - sheet).max() <= 1
    settle(window)
    assert len(np.unique(seen(panel.samples_view).reshape(-1, 3), axis=0)) > 20
    for widget, colour in zip(panel._plots, (panel._theme.accent, panel._theme.others[0]), strict=True):
        assert has_colour(seen(widget), colour) > 30
    # The dots are there as long as the panel can be seen.
    for hide in (lambda: choose_tab(qtbot, window, "Curves"), window.docks["gradients"].close):
        hide()
        qtbot.waitUntil(lambda: len(window.map.posterior.draws) == 0, timeout=WAIT)
        window.docks["gradients"].show()
        window.docks["gradients"].raise_()
        qtbot.waitUntil(lambda: len(window.map.posterior.draws) == SHOWN_DRAWS, timeout=WAIT)
        np.testing.assert_allclose(window.map.posterior.draws, z[:SHOWN_DRAWS])
        assert not window.desk.gradient_lab.is_busy
    # Switched off and on, the posterior brings them back.
    for _ in range(2):
        qtbot.keyClick(window, Key.Key_E)
    assert len(window.map.posterior.draws) == SHOWN_DRAWS


def test_another_number_of_samples_or_a_baseline_needs_no_decoding(qtbot, window, own_run, digits):
    draws = draws_of(own_run.model, digits, nearest(own_run, window.map.target))
    panel = draw(qtbot, window)
    qtbot.waitUntil(lambda: window.map.posterior.regions is not None, timeout=WAIT)  # whose worker decodes as well
    calls = []
    hook = window.desk.explorer.model.decoder.register_forward_hook(lambda *_: calls.append(1))
    panel.slider.setFocus()
    errors = []
    for key, power in ((Key.Key_Right, 3), (Key.Key_End, 8), (Key.Key_Left, 7), (Key.Key_Home, 0)):
        qtbot.keyClick(panel.slider, key)
        assert panel.samples == 2**power
        assert is_about(panel, draws)
        errors.append(verdict(panel)[4])
        plain = verdict(panel)[-2:]
        toggle_baseline(qtbot, panel)
        assert is_about(panel, draws)
        assert verdict(panel)[-2] < plain[0] / 2
        assert verdict(panel)[-1] < plain[1] / 2
        assert verdict(panel)[4] < errors[-1]
        toggle_baseline(qtbot, panel)
        assert is_about(panel, draws)
        panel.slider.setFocus()
    assert not window.desk.gradient_lab.is_busy
    assert calls == []
    draw(qtbot, window)
    hook.remove()
    assert len(calls) > 0
    assert panel.samples == 1  # the choice is kept
    # Drawn again, they are other draws.
    assert is_about(panel, draws_of(own_run.model, digits, nearest(own_run, window.map.target), seed=1))


# Other models


def test_codes_of_one_dimension_have_two_components_and_no_dots(qtbot, window, run_of, digits):
    line_run = run_of("one-dimension")
    assert window.desk.open_run(line_run.folder)
    choose_image(qtbot, window, 1)
    panel = draw(qtbot, window)
    draws = draws_of(line_run.model, digits, 1)
    assert said(panel).startswith("Test image 1 (“")
    assert [panel.component.itemText(i) for i in range(panel.component.count())] == ["μ₁", "log σ₁"]
    for index in range(2):
        choose_component(qtbot, panel, index)
        assert is_about(panel, draws, index)
    noise = noise_of(panel)
    np.testing.assert_allclose(noise[:, 0], draws.noise[:SHOWN_DRAWS, 0])
    assert not noise[:, 1].any()
    assert len(window.map.posterior.draws) == 0


def test_codes_of_three_dimensions_have_no_exact_gradient(qtbot, window, deep_run, digits):
    assert window.desk.open_run(deep_run.folder)
    choose_image(qtbot, window, 3)
    panel = draw(qtbot, window)
    draws = draws_of(deep_run.model, digits, 3)
    names = ["μ₁", "μ₂", "μ₃", "log σ₁", "log σ₂", "log σ₃"]
    assert [panel.component.itemText(i) for i in range(panel.component.count())] == names
    for index in (0, 5):
        choose_component(qtbot, panel, index)
        assert is_about(panel, draws, index)
        mine, my_error, _, other, other_error, _, exact, _, _ = verdict(panel)
        assert exact is None
        assert abs(mine - other) <= 4.5 * np.hypot(my_error, other_error) + 0.03
        assert line(plots(panel)[2]) == pytest.approx(mine, abs=0.006)
    np.testing.assert_allclose(noise_of(panel), draws.noise[:SHOWN_DRAWS, :2])
    assert len(window.map.posterior.draws) == SHOWN_DRAWS  # where they are on the plane that the map shows


def test_what_cannot_be_drawn_says_why(qtbot, window, run_of, mnist_run, digits):
    panel = draw(qtbot, window)
    em = run_of("em")
    reasons = (
        (run_of("autoencoder"), "a point (σ = 0)"),
        (run_of("pixels"), "Without latent variables"),
        (mnist_run, "needs the test images"),
    )
    for run, why in reasons:
        assert window.desk.open_run(run.folder)
        assert why in said(panel)
        assert is_empty(panel)
        assert not panel.controls.button.isEnabled()
        with qtbot.assertNotEmitted(panel.draw_wanted):
            qtbot.mouseClick(panel.controls.button, LEFT)
        assert not is_busy(panel)
    # EM has an encoder once it is fitted.
    assert window.desk.open_run(em.folder)
    row = nearest(em, window.map.target)
    assert said(panel) == NOTHING_DRAWN
    draw(qtbot, window)
    assert is_about(panel, draws_of(em.model, digits, row))
    rows = (em.folder / runs.FILES["metrics"]).read_text().splitlines(keepends=True)
    (em.folder / runs.FILES["metrics"]).write_text("".join(row for row in rows if "amortise" not in row))
    reseal(em.folder)
    assert window.desk.open_run(em.folder)
    assert "stopped before its encoder" in said(panel)
    assert is_empty(panel)


# When it ends


def test_a_drawing_that_is_cancelled_leaves_what_there_is(qtbot, window, own_run, digits):
    row, panel, parts = nearest(own_run, window.map.target), look(qtbot, window), []

    def on_part(part):
        parts.append(part)
        if len(parts) == 3:
            assert is_busy(panel)
            qtbot.mouseClick(panel.controls.cancel_button, LEFT)

    window.desk.gradient_lab._job.yielded.connect(on_part)
    qtbot.mouseClick(panel.controls.button, LEFT)
    qtbot.waitUntil(lambda: not is_busy(panel), timeout=WAIT)
    qtbot.waitUntil(lambda: not window.desk.gradient_lab._job._threads, timeout=WAIT)
    assert len(parts) == 3
    steps = gradients.draw(own_run.model, image_at(own_run, digits, row))
    some = [next(steps) for _ in range(3)][-1]
    steps.close()
    assert is_about(panel, some)
    panel.slider.setFocus()
    qtbot.keyClick(panel.slider, Key.Key_End)
    assert is_about(panel, some)
    assert len(window.map.posterior.draws) == SHOWN_DRAWS
    # It can be drawn again, to the end.
    draw(qtbot, window)
    assert len(parts) > 30
    assert is_about(panel, draws_of(own_run.model, digits, row, seed=1))


def test_another_image_or_run_forgets_the_draws(qtbot, window, own_run, brief_run, digits):
    panel = draw(qtbot, window)
    first = panel.words
    choose_image(qtbot, window, 3)
    assert said(panel) == NOTHING_DRAWN
    assert is_empty(panel)
    assert len(window.map.posterior.draws) == 0
    draw(qtbot, window)
    assert panel.words != first
    assert said(panel).startswith("Test image 3 (“")
    assert is_about(panel, draws_of(own_run.model, digits, 3))
    # The same image again, and ink on paper, are no other image.
    choose_image(qtbot, window, 3)
    qtbot.keyClick(window, Key.Key_I)
    assert is_about(panel, draws_of(own_run.model, digits, 3))
    assert window.desk.open_run(brief_run.folder)
    assert said(panel) == NOTHING_DRAWN
    assert is_empty(panel)
    assert len(window.map.posterior.draws) == 0
    row = nearest(brief_run, window.map.target)
    draw(qtbot, window)
    assert is_about(panel, draws_of(brief_run.model, digits, row))


def test_another_image_in_the_middle_of_drawing_ends_it(qtbot, window, own_run, digits):
    panel, parts = look(qtbot, window), []

    def on_part(part):
        parts.append(part)
        if len(parts) == 2:
            click_row(qtbot, window, 5)

    window.desk.gradient_lab._job.yielded.connect(on_part)
    qtbot.mouseClick(panel.controls.button, LEFT)
    qtbot.waitUntil(lambda: len(parts) == 2, timeout=WAIT)
    qtbot.waitUntil(lambda: not window.desk.gradient_lab._job._threads, timeout=WAIT)
    assert not is_busy(panel)
    assert len(parts) == 2
    assert said(panel) == NOTHING_DRAWN
    assert is_empty(panel)
    draw(qtbot, window)
    assert is_about(panel, draws_of(own_run.model, digits, 5))


def test_while_it_learns_draws_are_of_the_model_of_now(qtbot, window, digits):
    draw(qtbot, window)
    train(qtbot, window)
    panel = window.desk.gradients_panel
    assert is_empty(panel)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    rest(qtbot, window)
    choose_image(qtbot, window, 4)
    draw(qtbot, window)
    assert is_about(panel, draws_of(window.desk.explorer.model, digits, 4))
    qtbot.mouseClick(window.desk.train_panel.pause_button, LEFT)
    qtbot.waitUntil(lambda: is_empty(panel), timeout=WAIT)
    assert len(window.map.posterior.draws) == 0
    stop(qtbot, window)
    assert said(panel) == NOTHING_DRAWN
