"""Every family of models in the window: trained, followed while it learns, opened and explored."""

import threading
import time

import numpy as np
import pytest
import torch
from hands import (
    FAMILIES,
    LEFT,
    NONE,
    WAIT,
    action,
    as_bytes,
    choose_tab,
    decoded_at,
    drawn,
    finish,
    hold,
    instead,
    listed,
    pixels,
    place,
    plots,
    says,
    settle,
    stop,
    train_family,
    train_for,
    training_of,
)
from PySide6.QtCore import Qt, QTimer

from vaegui import explore, folders, recording, runs
from vaegui.data import fixed_thresholds
from vaegui.events import EpochEnd, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.lecture import LECTURE
from vaegui.models import ModelConfig
from vaegui.recording import Measuring
from vaegui.ui.image_view import amount_rgb
from vaegui.ui.runs_panel import COLUMNS
from vaegui.ui.theme import number

TITLES = {
    "vae": "VAE",
    "cross-entropy": "VAE",
    "grey": "VAE",
    "learned-variance": "VAE",
    "denoising": "Denoising VAE, masking 0.5",
    "iwae": "IWAE, K = 4",
    "one-dimension": "VAE",
    "autoencoder": "Autoencoder",
    "linear": "Linear autoencoder",
    "greedy": "Stacked autoencoder, greedy",
    "deep-autoencoder": "Autoencoder",
    "em": "EM",
    "pixels": "Independent pixels, MAP, s = 20",
    "gaussian-pixels": "Independent pixels, MAP, s = 1",
    "grey-pixels": "Independent pixels, MAP, s = 1",
}
NO_ENCODER = "its encoder comes last"


def strip(digits):
    """The first eight test images with their thresholds."""
    return digits.test.pixels[:8], fixed_thresholds(digits.test.pixels.shape)[:8]


def column(panel, index):
    return np.stack([pixels(row.images[index]) for row in panel.table.rows])


def decoded(window):
    image = window.desk.explorer.decoded.view.image
    return None if image is None else pixels(image)


def sheet(images):
    """Images (64, 1, H, W) as a sheet of 8 × 8, (8 H, 8 W, 3) uint8."""
    tiles = as_bytes(images).reshape(8, 8, *images.shape[-2:], 3)
    return tiles.swapaxes(1, 2).reshape(8 * images.shape[-2], 8 * images.shape[-1], 3)


def shows_samples(window, run, seed=0, draws=False):
    """Whether the sheet is exactly what the model generates from this seed."""
    found = window.desk.explorer.samples.sheet.image
    _, images = explore.generate(run.model, run.density, 64, seed, draws)
    return found is not None and np.array_equal(pixels(found), sheet(images))


def everything_is_right(qtbot, window, digits):
    """Look at every panel: it shows what the model says, computed here once more, or says why there is nothing."""
    run = window.desk.run
    config, model = run.config, run.model
    has_map = config.model.code_size >= 2
    explorer = window.desk.explorer
    driver = explorer.drivers[0]
    # The map and the decoded image
    if has_map:
        assert window.map.message == ""
        assert (driver.plane is None) == (config.model.code_size == 2)
        assert np.allclose(window.map._codes, driver.project(run.codes.mean.numpy()))
        if driver.plane is None:
            assert np.array_equal(decoded(window), decoded_at(model, *window.map.target))
        else:
            assert np.array_equal(decoded(window), as_bytes(explore.decode(model, torch.from_numpy(driver.code))))
    else:
        assert "no latent variables" in window.map.message or "dimension" in window.map.message
        assert (decoded(window) is None) == (config.model.code_size > 0)
    learned = config.model.likelihood == "gaussian-learned" and has_map
    assert explorer.decoded.variance_view.isVisible() == learned
    # The curves
    assert window.desk.metrics.point_counts == (len(run.metrics),) * 2
    # The strips
    choose_tab(qtbot, window, "Reconstruct")
    qtbot.waitUntil(lambda: len(explorer.reconstruction.table.rows) == 8 and not instead(explorer.reconstruction))
    result = explore.reconstruct(model, *strip(digits))
    assert np.array_equal(column(explorer.reconstruction, 1), as_bytes(result.result))
    choose_tab(qtbot, window, "Denoise")
    qtbot.waitUntil(lambda: len(explorer.denoising.table.rows) == 8 and not instead(explorer.denoising))
    answer = explore.denoise(model, *strip(digits), *explorer.denoising.noise)
    assert np.array_equal(column(explorer.denoising, 2), as_bytes(answer.denoised))
    assert window.map.arrow_count == (8 if has_map else 0)
    # The samples
    choose_tab(qtbot, window, "Samples")
    qtbot.waitUntil(lambda: shows_samples(window, run, draws=config.model.code_size == 0), timeout=WAIT)
    assert "draw" in says(explorer.samples) or "the mean of p(x|z)" in says(explorer.samples)


# A training from the click to the run


@pytest.mark.parametrize("name", FAMILIES)
def test_every_family_is_trained_opened_and_explored(qtbot, window, digits, name):
    words = []
    window.desk.training.progressed.connect(lambda event: words.append((event, window.desk.train_panel.status.text())))
    window.desk.training.saved.connect(lambda run: words.append((run, window.statusBar().currentMessage())))
    train_family(qtbot, window, name)
    finish(qtbot, window)
    model, training = (kind(**values) for kind, values in zip((ModelConfig, TrainConfig), FAMILIES[name], strict=True))
    run = window.desk.run
    assert (run.config.model, run.config.training) == (model, training)
    assert run.family == TITLES[name]
    assert run.config.test.images == len(digits.test)
    # What was said on the way
    measuring = [text for event, text in words if isinstance(event, Measuring)]
    assert all("Measuring" in text for text in measuring)
    assert measuring or model.family == "pixels"  # whose figures need no time
    assert all(part in words[-1][1] for part in ("Finished", "nats/image", f"“{run.name}”"))
    assert "nan" not in " ".join(text for _, text in words)
    assert run.name in window.windowTitle()
    assert TITLES[name] in window.desk.metrics.words
    row = next(row for row in listed(window) if row[0] == run.name)
    assert dict(zip(COLUMNS, row, strict=True))["Family"] == TITLES[name]
    everything_is_right(qtbot, window, digits)


@pytest.mark.parametrize("name", ["em", "greedy", "pixels", "gaussian-pixels", "deep-autoencoder"])
def test_ink_on_paper_and_the_other_theme_suit_every_family(qtbot, open_window, run_of, digits, name):
    run = run_of(name)
    window = open_window(run.folder)
    panel = window.desk.explorer.reconstruction
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)
    before = column(panel, 1)
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert np.abs(255 - before.astype(int) - column(panel, 1)).max() <= 1
    action(window, "Dark").trigger()
    settle(window)
    qtbot.keyClick(window, Qt.Key.Key_I)
    everything_is_right(qtbot, window, digits)


def test_one_family_after_the_other_leaves_nothing_behind(qtbot, open_window, run_of, digits):
    names = ("em", "pixels", "learned-variance", "autoencoder", "one-dimension", "vae", "greedy")
    copies = {name: run_of(name) for name in names}
    window = open_window(copies["vae"].folder)
    for name in names:
        assert window.desk.open_run(copies[name].folder)
        everything_is_right(qtbot, window, digits)


# The lecture


@pytest.mark.parametrize("heading", LECTURE)
def test_a_stop_of_the_lecture_is_chosen_from_the_menu_bar(qtbot, window, heading):
    choose_tab(qtbot, window, "Runs")
    stop_wanted = LECTURE[heading][-1]
    bar, menu = window.menuBar(), window.desk.train_panel.lecture_menu
    assert menu.menuAction() in bar.actions()
    qtbot.mouseClick(bar, LEFT, NONE, bar.actionGeometry(menu.menuAction()).center())
    qtbot.waitUntil(menu.isVisible)
    entry = next(found for found in menu.actions() if found.text() == stop_wanted.title)
    qtbot.mouseClick(menu, LEFT, NONE, menu.actionGeometry(entry).center())
    # The form comes to the front, filled in.
    panel = window.desk.train_panel
    qtbot.waitUntil(lambda: not panel.visibleRegion().isEmpty())
    assert panel.lecture_button.text() == stop_wanted.title
    assert stop_wanted.sentence in says(panel)
    assert panel.model_form.config() == ModelConfig(**stop_wanted.model)


def test_while_something_is_trained_the_lecture_does_not_touch_the_form(qtbot, window):
    train_family(qtbot, window, "vae", epochs=100_000)
    train_for(qtbot, window, 1)
    bar, menu = window.menuBar(), window.desk.train_panel.lecture_menu
    qtbot.mouseClick(bar, LEFT, NONE, bar.actionGeometry(menu.menuAction()).center())
    assert not menu.isVisible()
    stop(qtbot, window)
    qtbot.mouseClick(bar, LEFT, NONE, bar.actionGeometry(menu.menuAction()).center())
    qtbot.waitUntil(menu.isVisible)
    menu.close()


# EM, as it happens


def test_while_em_fits_the_decoder_its_steps_are_drawn_and_the_encoder_is_missing(qtbot, window):
    steps, snapshots = [], []
    window.desk.training.figures_added.connect(lambda event: steps.append(event) if isinstance(event, Step) else None)
    window.desk.training.snapshot_taken.connect(snapshots.append)
    metrics = window.desk.metrics
    assert not plots(metrics)[3].getViewWidget().isVisible()
    train_family(qtbot, window, "em", epochs=100_000)
    qtbot.waitUntil(lambda: len(snapshots) >= 2 and sum(s.bounds is not None for s in steps) >= 3, timeout=WAIT)
    hold(qtbot, window)
    assert {snapshot.phase for snapshot in snapshots} == {"EM"}
    assert window.desk.train_panel.status.text().startswith("EM · epoch")
    # The last steps are as they were told: a touch of log p(x), M-steps, and log p(x) again.
    last = [step.bounds for step in steps if step.bounds is not None][-3:]
    em = plots(metrics)[3]
    assert em.getViewWidget().isVisible()
    qtbot.waitUntil(lambda: np.isclose(drawn(em)[1][1][-1], last[-1].after - last[-1].start))
    line, dots = drawn(em)
    assert np.allclose(dots[1][-6:], [height for b in last for height in (0, b.after - b.start)])
    assert np.allclose(line[1][-3:-1], [last[-1].before - last[-1].start, last[-1].after - last[-1].start])
    assert all(b.before <= b.after + 1e-3 for b in last)
    # The map shows exact posteriors; the decoder decodes; the encoder is not there yet.
    assert np.allclose(window.map._codes, snapshots[-1].codes)
    qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, place(window.map, 0.5, 0.25))
    assert np.array_equal(decoded(window), decoded_at(window.desk.explorer.model, *window.map.target))
    for title, panel in (
        ("Denoise", window.desk.explorer.denoising),
        ("Reconstruct", window.desk.explorer.reconstruction),
    ):
        choose_tab(qtbot, window, title)
        qtbot.waitUntil(lambda panel=panel: NO_ENCODER in instead(panel))
    assert window.map.arrow_count == 0
    # A stop keeps it all the same: without an encoder, and it says so.
    stop(qtbot, window)
    run = window.desk.run
    assert not run.has_encoder
    assert "stopped before its encoder" in instead(window.desk.explorer.reconstruction)
    assert run.config.test.log_p is not None
    assert run.config.test.elbo is None
    row = dict(zip(COLUMNS, next(row for row in listed(window) if row[0] == run.name), strict=True))
    assert (row["log p(x)"], row["ELBO"]) == (number(run.config.test.log_p.mean, 1), "–")


def test_ink_on_paper_does_not_make_an_encoder(qtbot, window):
    train_family(qtbot, window, "em", epochs=100_000)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    hold(qtbot, window)
    panel = window.desk.explorer.reconstruction
    qtbot.waitUntil(lambda: NO_ENCODER in instead(panel))
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert NO_ENCODER in instead(panel)


def test_the_encoder_comes_last_and_then_the_strips_work(qtbot, window, digits):
    snapshots = []
    window.desk.training.snapshot_taken.connect(snapshots.append)
    train_family(qtbot, window, "em", epochs=2, amortise_epochs=100_000)
    qtbot.waitUntil(lambda: bool(snapshots) and snapshots[-1].phase == "amortise", timeout=WAIT)
    panel = window.desk.explorer.reconstruction
    qtbot.waitUntil(lambda: not instead(panel), timeout=WAIT)
    hold(qtbot, window)
    live = window.desk.explorer.model
    qtbot.waitUntil(
        lambda: np.array_equal(column(panel, 1), as_bytes(explore.reconstruct(live, *strip(digits)).result))
    )
    assert window.desk.train_panel.status.text().startswith("amortise · epoch")
    phases = [(line.value(), line.label.toPlainText()) for line in window.desk.metrics._phase_lines["rate"]]
    assert phases == [(0.0, "EM"), (2.0, "amortise")]
    stop(qtbot, window)
    assert window.desk.run.has_encoder
    # The saved run shows the same phases.
    phases = [(line.value(), line.label.toPlainText()) for line in window.desk.metrics._phase_lines["rate"]]
    assert phases == [(0.0, "EM"), (2.0, "amortise")]
    assert plots(window.desk.metrics)[3].getViewWidget().isVisible()  # the last steps stay to be looked at


def test_the_phases_of_a_greedy_training_are_named_as_they_come(qtbot, window):
    said, ends = [], []
    window.desk.training.progressed.connect(lambda event: said.append(window.desk.train_panel.status.text()))
    window.desk.training.figures_added.connect(
        lambda event: ends.append(event) if isinstance(event, EpochEnd) else None
    )
    train_family(qtbot, window, "greedy", epochs=1, layer_epochs=2)
    finish(qtbot, window)
    names = [f"layer {k} of 3" for k in (1, 2, 3)] + ["fine-tuning"]
    starts = [0.0, 2.0, 4.0, 6.0]
    assert list(dict.fromkeys(end.phase for end in ends)) == names
    assert any(text.startswith("layer ") and "of 7" in text for text in said)  # seven epochs in all
    phases = [(line.value(), line.label.toPlainText()) for line in window.desk.metrics._phase_lines["distortion"]]
    assert phases == list(zip(starts, names, strict=True))
    shown = [plot.getViewWidget().isVisible() for plot in plots(window.desk.metrics)]
    assert shown == [False, False, True, False]


def caption(window):
    return window.map._caption.text()


def test_while_layers_are_pretrained_the_strips_say_what_is_missing(qtbot, window, digits):
    train_family(qtbot, window, "greedy", layer_epochs=10_000)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    hold(qtbot, window)
    for title, panel in (
        ("Denoise", window.desk.explorer.denoising),
        ("Reconstruct", window.desk.explorer.reconstruction),
    ):
        choose_tab(qtbot, window, title)
        qtbot.waitUntil(lambda panel=panel: "still random" in instead(panel))
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert "still random" in instead(window.desk.explorer.reconstruction)
    assert caption(window).startswith("layer 1 of 3 · epoch")
    stop(qtbot, window)
    assert not window.desk.run.has_encoder
    assert "stopped in “layer 1 of 3”" in caption(window)
    assert "stopped before its encoder" in instead(window.desk.explorer.reconstruction)
    assert "Finished" in window.statusBar().currentMessage()


def test_an_ordinary_training_names_no_phase(qtbot, window):
    train_family(qtbot, window, "autoencoder", epochs=100_000)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    qtbot.waitUntil(lambda: caption(window).startswith("epoch "))
    stop(qtbot, window)
    assert "stopped in" not in caption(window)
    assert not instead(window.desk.explorer.reconstruction)


# Measuring


def test_measuring_can_be_skipped_and_the_run_is_kept(qtbot, window, digits, monkeypatch):
    def endless(*_):
        """A dataset so large that measuring never ends."""
        while True:
            pause.wait(0.005)
            yield 0.5

    pause = threading.Event()
    monkeypatch.setattr(recording, "measure_nats", endless)
    button = window.desk.train_panel.stop_button
    train_family(qtbot, window, "em", epochs=1, amortise_epochs=1)
    qtbot.waitUntil(
        lambda: button.text() == "Skip measurin&g" and window.desk.train_panel.bar.value() == 500, timeout=WAIT
    )
    qtbot.mouseClick(button, LEFT)
    finish(qtbot, window)
    assert window.desk.run.config.test is None
    assert "Finished" in window.statusBar().currentMessage()
    assert "nats/image" not in window.statusBar().currentMessage()
    everything_is_right(qtbot, window, digits)


# The baseline


def test_the_baseline_is_that_of_independent_pixels(qtbot, window):
    baselines = []
    window.desk.training.progressed.connect(lambda event: baselines.append(getattr(event, "baseline", None)))
    train_family(qtbot, window, "vae")
    finish(qtbot, window)
    line = window.desk.metrics._baseline_line
    qtbot.waitUntil(line.isVisible)
    assert line.value() == window.desk.run.config.validation_baseline == baselines[0]


# Without latent variables


@pytest.mark.parametrize("name", ["pixels", "gaussian-pixels", "grey-pixels"])
def test_without_latent_variables_there_is_a_sentence_and_one_image(qtbot, open_window, run_of, name):
    run = run_of(name)
    window = open_window(run.folder)
    assert "no latent variables, and so no map" in window.map.message
    mean = as_bytes(explore.decode(run.model, torch.empty(0)))
    assert np.array_equal(decoded(window), mean)
    assert "there is one image" in says(window.desk.explorer.decoded)
    assert not window.desk.explorer.decoded.isEnabled()
    assert not window.desk.explorer.decoded.variance_view.isVisible()
    assert not window.map.switches.posterior.isEnabled()
    viewport = window.map.plot.viewport()
    for key in (Qt.Key.Key_Left, Qt.Key.Key_E, Qt.Key.Key_M, Qt.Key.Key_Home, Qt.Key.Key_Plus):
        qtbot.keyClick(window.map.plot, key)
    qtbot.mouseClick(viewport, LEFT, NONE, place(window.map, 1, 1))
    assert np.array_equal(decoded(window), mean)
    shown = [plot.getViewWidget().isVisible() for plot in plots(window.desk.metrics)]
    assert shown == [True, False, False, False]
    row = next(row for row in listed(window) if row[0] == run.name)
    assert "no latent variables" in row


# The learned variance


def test_the_variance_beside_the_mean_is_the_decoders(qtbot, open_window, run_of):
    run = run_of("learned-variance")
    window = open_window(run.folder)
    panel = window.desk.explorer.decoded
    assert panel.variance_view.isVisible()
    shown = []
    for x, y in ((0.0, 0.0), (1.0, -0.5), (-1.5, 1.0)):
        qtbot.mouseClick(window.map.plot.viewport(), LEFT, NONE, place(window.map, x, y))
        variance = explore.decode_variance(run.model, torch.tensor(window.map.target))
        assert np.array_equal(pixels(panel.variance_view.image), amount_rgb(variance))
        assert f"σ²(z): {float(variance.min()):.3f} to {float(variance.max()):.3f}" in says(panel)
        assert np.array_equal(decoded(window), decoded_at(run.model, *window.map.target))
        shown.append(pixels(panel.variance_view.image).tobytes())
    assert len(set(shown)) == 3
    assert window.desk.open_run(run_of("vae").folder)
    assert not panel.variance_view.isVisible()
    assert "σ²" not in says(panel)


# The window goes on living


@pytest.mark.parametrize("name", ["em", "autoencoder"])
def test_the_window_stays_alive_while_any_family_trains(qtbot, window, name):
    beats, snapshots = [], []
    timer = QTimer(interval=10, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(lambda: beats.append(time.perf_counter()))
    timer.start()
    qtbot.waitUntil(lambda: len(beats) > 50, timeout=WAIT)
    timer.stop()
    idle = np.diff(beats)  # a machine that does other things, too, is slow to begin with
    beats.clear()
    choose_tab(qtbot, window, "Samples")
    train_family(qtbot, window, name, epochs=100_000)
    with qtbot.waitSignal(window.desk.training.progressed, timeout=WAIT, check_params_cb=lambda e: isinstance(e, Step)):
        pass
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    qtbot.keyClick(window.map.plot, Qt.Key.Key_E)
    qtbot.keyClick(window.map.plot, Qt.Key.Key_Left)
    window.desk.training.snapshot_taken.connect(snapshots.append)
    timer.start()
    steps = window.desk.metrics.point_counts[0]
    qtbot.waitUntil(
        lambda: window.desk.metrics.point_counts[0] > steps + 30 and len(snapshots) > 3 and len(beats) > 30,
        timeout=WAIT,
    )
    timer.stop()
    gaps = np.diff(beats)
    assert np.sort(gaps)[-3] < max(1.0, 10 * idle.max())  # as in test_window
    assert np.median(gaps) < max(0.1, 5 * np.median(idle))
    assert all(isinstance(snapshot, Snapshot) for snapshot in snapshots)


def test_cancelling_em_brings_back_the_run_before(qtbot, window, own_run, digits):
    train_family(qtbot, window, "em", epochs=100_000)
    qtbot.waitUntil(lambda: plots(window.desk.metrics)[3].getViewWidget().isVisible(), timeout=WAIT)
    window.desk.training.cancel()
    qtbot.waitUntil(lambda: not training_of(window), timeout=WAIT)
    assert window.desk.run.folder == own_run.folder
    assert runs.scan(folders.own_folder())[0][0].folder == own_run.folder
    assert not plots(window.desk.metrics)[3].getViewWidget().isVisible()
    everything_is_right(qtbot, window, digits)
