"""The sheet of generated images: what the model generates, always the same for the same seed."""

import shutil

import numpy as np
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_tab,
    decoded_at,
    finish,
    hold,
    pixels,
    says,
    stop,
    train,
    train_family,
)
from PySide6.QtCore import Qt
from sealing import reseal

from vaegui import explore
from vaegui.explore import standard_normal
from vaegui.runs import FILES

COUNT, SIDE = 64, 8


def sheet_of(images):
    """Images (64, 1, H, W) as a sheet of 8 × 8, (8 H, 8 W, 3) uint8."""
    rows = [np.concatenate(list(as_bytes(images[i : i + SIDE])), axis=1) for i in range(0, COUNT, SIDE)]
    return np.concatenate(rows, axis=0)


def generated(model, density, seed=0, draws=False):
    return sheet_of(explore.generate(model, density, COUNT, seed, draws)[1])


def shown(window):
    """The sheet on screen, or None."""
    image = window.desk.explorer.samples.sheet.image
    return None if image is None else pixels(image)


def wait_for(qtbot, window, expected):
    qtbot.waitUntil(lambda: shown(window) is not None and np.array_equal(shown(window), expected), timeout=WAIT)


def click_on(qtbot, window, number):
    sheet = window.desk.explorer.samples.sheet
    qtbot.mouseClick(sheet, LEFT, NONE, sheet.cell_rect(number).center().toPoint())


@pytest.fixture
def samples(qtbot, window):
    """The window with the samples in front."""
    choose_tab(qtbot, window, "Samples")
    qtbot.waitUntil(lambda: shown(window) is not None, timeout=WAIT)
    return window


def test_the_sheet_is_what_the_prior_decodes_to(samples, own_run):
    generator = torch.Generator().manual_seed(0)
    torch.multinomial(torch.ones(1), COUNT, replacement=True, generator=generator)
    z = torch.randn(COUNT, 2, 1, generator=generator).squeeze(2)  # one standard Gaussian, whichever way it is written
    assert np.array_equal(shown(samples), sheet_of(explore.decode(own_run.model, z)))
    assert "codes z ~ N(0, I), the prior; the mean of p(x|z)" in says(samples.desk.explorer.samples)


def test_g_draws_others_and_so_does_the_button(qtbot, samples, own_run):
    seen = [shown(samples).tobytes()]
    qtbot.keyClick(samples, Qt.Key.Key_G)
    wait_for(qtbot, samples, generated(own_run.model, own_run.density, seed=1))
    seen.append(shown(samples).tobytes())
    qtbot.mouseClick(samples.desk.explorer.samples._button, LEFT)
    wait_for(qtbot, samples, generated(own_run.model, own_run.density, seed=2))
    seen.append(shown(samples).tobytes())
    assert len(set(seen)) == 3


def test_g_brings_the_samples_to_the_front_from_anywhere(qtbot, window, own_run):
    assert not window.desk.explorer.samples.is_seen
    assert shown(window) is None  # nothing is generated that nobody sees
    qtbot.keyClick(window.map.plot, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: window.desk.explorer.samples.is_seen)
    wait_for(qtbot, window, generated(own_run.model, own_run.density, seed=1))
    window.docks["samples"].close()
    qtbot.keyClick(window.map.plot, Qt.Key.Key_G)
    qtbot.waitUntil(lambda: window.desk.explorer.samples.is_seen)
    wait_for(qtbot, window, generated(own_run.model, own_run.density, seed=2))


def test_the_same_seed_gives_the_same_sheet(qtbot, samples, own_run, brief_run):
    qtbot.keyClick(samples, Qt.Key.Key_G)
    wait_for(qtbot, samples, generated(own_run.model, own_run.density, seed=1))
    before = shown(samples)
    assert samples.desk.open_run(brief_run.folder)
    # The same codes, of another decoder.
    wait_for(qtbot, samples, generated(brief_run.model, brief_run.density, seed=1))
    assert not np.array_equal(shown(samples), before)
    assert samples.desk.open_run(own_run.folder)
    wait_for(qtbot, samples, before)


@pytest.mark.parametrize("number", [0, 10, 63])
def test_a_click_sends_the_target_to_the_code(qtbot, samples, own_run, number):
    codes, images = explore.generate(own_run.model, own_run.density, COUNT, 0, False)
    click_on(qtbot, samples, number)
    assert samples.map.target == tuple(codes[number].tolist())
    decoded = pixels(samples.desk.explorer.decoded.view.image)
    assert np.array_equal(decoded, decoded_at(own_run.model, *codes[number].tolist()))
    assert np.abs(decoded.astype(int) - as_bytes(images[number])).max() <= 1


def test_the_keys_of_the_sheet_send_the_target_too(qtbot, samples, own_run):
    codes, _ = explore.generate(own_run.model, own_run.density, COUNT, 0, False)
    sheet = samples.desk.explorer.samples.sheet
    sheet.setFocus()
    qtbot.keyClick(sheet, Qt.Key.Key_Down)
    qtbot.keyClick(sheet, Qt.Key.Key_Right)
    assert samples.map.target == tuple(codes[9].tolist())


def test_pixels_of_a_bernoulli_are_drawn_on_or_off(qtbot, samples, own_run):
    means = shown(samples)
    assert len(np.unique(means)) > 20
    box = samples.desk.explorer.samples.pixels_box
    qtbot.mouseClick(box, LEFT)
    expected = generated(own_run.model, own_run.density, draws=True)
    wait_for(qtbot, samples, expected)
    assert set(np.unique(shown(samples))) == {0, 255}
    assert "a draw of p(x|z)" in says(samples.desk.explorer.samples)
    # Draws of the same codes: on average they are the means.
    assert abs(expected.mean() - means.mean()) < 0.02 * 255
    click_on(qtbot, samples, 5)
    codes, _ = explore.generate(own_run.model, own_run.density, COUNT, 0, False)
    assert samples.map.target == tuple(codes[5].tolist())
    qtbot.mouseClick(box, LEFT)
    wait_for(qtbot, samples, means)


@pytest.mark.parametrize("name", ["grey", "learned-variance", "cross-entropy"])
def test_draws_of_other_pixels(qtbot, open_window, run_of, name):
    run = run_of(name)
    window = open_window(run.folder)
    choose_tab(qtbot, window, "Samples")
    wait_for(qtbot, window, generated(run.model, run.density))
    qtbot.mouseClick(window.desk.explorer.samples.pixels_box, LEFT)
    wait_for(qtbot, window, generated(run.model, run.density, draws=True))
    assert (len(np.unique(shown(window))) == 2) == (name == "cross-entropy")


def test_ink_on_paper_turns_the_sheet_around(qtbot, samples):
    before = shown(samples)
    qtbot.keyClick(samples, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: not np.array_equal(shown(samples), before))
    assert np.abs(255 - before.astype(int) - shown(samples)).max() <= 1


def test_codes_of_three_dimensions_can_be_generated_from(qtbot, open_window, deep_run):
    window = open_window(deep_run.folder)
    choose_tab(qtbot, window, "Samples")
    wait_for(qtbot, window, generated(deep_run.model, standard_normal(3)))
    click_on(qtbot, window, 3)
    z, _ = explore.generate(deep_run.model, standard_normal(3), COUNT, 0, False)
    assert window.desk.explorer.drivers[0].code == pytest.approx(z[3].tolist())


@pytest.mark.parametrize("name", ["pixels", "gaussian-pixels", "grey-pixels"])
def test_without_latent_variables_pixels_are_always_drawn(qtbot, open_window, run_of, name):
    run = run_of(name)
    window = open_window(run.folder)
    choose_tab(qtbot, window, "Samples")
    wait_for(qtbot, window, generated(run.model, run.density, draws=True))
    assert "draws of p(x)" in says(window.desk.explorer.samples)
    assert "codes" not in says(window.desk.explorer.samples)
    if name == "pixels":
        assert set(np.unique(shown(window))) == {0, 255}
    assert len({tile.tobytes() for row in np.split(shown(window), SIDE) for tile in np.split(row, SIDE, axis=1)}) > 60
    click_on(qtbot, window, 3)
    qtbot.keyClick(window, Qt.Key.Key_G)
    wait_for(qtbot, window, generated(run.model, run.density, seed=1, draws=True))


def test_an_autoencoder_says_why_there_is_nothing_yet_and_then_generates(qtbot, samples):
    train_family(qtbot, samples, "autoencoder", epochs=100_000)
    panel = samples.desk.explorer.samples
    qtbot.waitUntil(lambda: "An autoencoder has no prior to draw from" in says(panel), timeout=WAIT)
    assert shown(samples) is None
    qtbot.keyClick(samples, Qt.Key.Key_G)
    click_on(qtbot, samples, 3)
    stop(qtbot, samples)
    run = samples.desk.run
    wait_for(qtbot, samples, generated(run.model, run.density, seed=1))
    gaussians = len(run.density.weights)
    assert f"codes from {gaussians} Gaussian" in says(panel)
    assert "fitted to those of training images" in says(panel)
    # They come from where its codes are, not from a prior it does not have.
    z, _ = explore.generate(run.model, run.density, COUNT, 1, False)
    low, high = run.codes.mean.min(0).values, run.codes.mean.max(0).values
    assert (((z > low - 1) & (z < high + 1)).all(1)).float().mean() > 0.9
    click_on(qtbot, samples, 20)
    assert samples.map.target == tuple(z[20].tolist())


def test_an_autoencoder_that_was_cut_off_says_that_there_is_nothing(qtbot, open_window, run_of):
    run = run_of("autoencoder")
    (run.folder / FILES["codes"]).unlink()
    reseal(run.folder)
    window = open_window(run.folder)
    choose_tab(qtbot, window, "Samples")
    qtbot.waitUntil(lambda: "An autoencoder has no prior to draw from" in says(window.desk.explorer.samples))
    assert shown(window) is None


def test_a_stack_that_is_not_put_together_yet_has_no_density(qtbot, samples):
    train_family(qtbot, samples, "greedy", layer_epochs=10_000)
    with qtbot.waitSignal(samples.desk.training.snapshot_taken, timeout=WAIT):
        pass
    stop(qtbot, samples)
    assert samples.desk.run.stopped_in == "layer 1 of 3"
    qtbot.waitUntil(lambda: "An autoencoder has no prior to draw from" in says(samples.desk.explorer.samples))
    assert shown(samples) is None


@pytest.mark.parametrize("name", ["vae", "em"])
def test_the_sheet_follows_a_training(qtbot, samples, name):
    train_family(qtbot, samples, name, epochs=100_000)
    assert shown(samples) is None  # nothing of the run before is left
    qtbot.waitUntil(lambda: shown(samples) is not None, timeout=WAIT)
    before = shown(samples)
    qtbot.waitUntil(lambda: not np.array_equal(shown(samples), before), timeout=WAIT)
    hold(qtbot, samples)
    wait_for(qtbot, samples, generated(samples.desk.explorer.model, standard_normal(2)))
    stop(qtbot, samples)
    wait_for(qtbot, samples, generated(samples.desk.run.model, standard_normal(2)))


def test_nothing_is_generated_behind_another_tab(qtbot, window):
    train(qtbot, window, epochs=5)
    finish(qtbot, window)
    assert shown(window) is None
    choose_tab(qtbot, window, "Samples")
    wait_for(qtbot, window, generated(window.desk.run.model, window.desk.run.density))


def test_a_late_sheet_of_the_run_before_is_dropped(qtbot, samples, run_of):
    run = run_of("autoencoder")
    shutil.move(run.folder / FILES["codes"], run.folder / "elsewhere")  # so that nothing takes its place
    reseal(run.folder)
    with qtbot.waitSignal(samples.desk.explorer._samples_worker.answered, timeout=WAIT):
        qtbot.keyClick(samples, Qt.Key.Key_G)
        assert samples.desk.open_run(run.folder)
    assert shown(samples) is None


def test_an_autoencoder_can_be_asked_for_images_of_codes_it_never_saw(qtbot, open_window, run_of):
    run = run_of("autoencoder")
    window = open_window(run.folder)
    samples = window.desk.explorer.samples
    choose_tab(qtbot, window, "Samples")
    wait_for(qtbot, window, generated(run.model, run.density))
    qtbot.mouseClick(samples.normal_box, LEFT)
    wait_for(qtbot, window, generated(run.model, standard_normal(2)))
    assert "never asked to use" in says(samples)


def test_a_model_with_a_prior_leaves_no_choice_of_another(samples, own_run):
    assert own_run.config.model.family == "vae"
    assert samples.desk.explorer.samples.normal_box.isHidden()
