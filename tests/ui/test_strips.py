"""Reconstruction and denoising, and what stands there when the images are missing."""

import time

import numpy as np
import pytest
import torch
from hands import (
    LEFT,
    NONE,
    WAIT,
    as_bytes,
    choose_folder,
    choose_tab,
    decoded_at,
    hold,
    pixels,
    press_in_box,
    stop,
    train,
    train_for,
)
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from sealing import reseal

from vaegui import explore
from vaegui.data import CORRUPTIONS, fixed_thresholds
from vaegui.sources import IDX_FILES
from vaegui.ui.map_marks import ArrowsLayer
from vaegui.ui.theme import number


def strip_of(images, number=0):
    """The pixels and thresholds of a strip of eight test images."""
    rows = (torch.arange(8) + 8 * number) % len(images)
    return images.pixels[rows], fixed_thresholds(images.pixels.shape)[rows]


def shown(panel, column):
    """What a column of a panel shows, (8, H, W, 3) uint8."""
    return np.stack([pixels(row.images[column]) for row in panel.table.rows])


def captions(panel, column):
    return [row.captions[column] for row in panel.table.rows]


def click_row(qtbot, panel, row):
    qtbot.mouseClick(panel.table, LEFT, NONE, panel.table.row_rect(row).center().toPoint())


def words(panel):
    """What is said in place of the strip, and the buttons that are offered."""
    texts = [label.text() for label in panel.gate.findChildren(QLabel) if label.isVisible()]
    return " ".join(texts), panel.gate.download_button.isVisible(), panel.gate.folder_button.isVisible()


def arrows(window):
    return next(item for item in window.map.plot.scene().items() if isinstance(item, ArrowsLayer))


# Reconstruction


def test_the_strip_is_what_the_model_makes_of_the_images(window, own_run, digits):
    result = explore.reconstruct(own_run.model, *strip_of(digits.test))
    panel = window.desk.explorer.reconstruction
    assert np.array_equal(shown(panel, 0), as_bytes(result.image))
    assert np.array_equal(shown(panel, 1), as_bytes(result.result))
    assert captions(panel, 1) == [f"{number(nats.item(), 1)} nats" for nats in result.distortion]
    assert captions(panel, 2) == [f"{number(ratio.item(), 1)} dB" for ratio in result.psnr]
    difference = (result.result - result.image)[:, 0].numpy()
    red_over_blue = shown(panel, 2)[..., 0].astype(int) - shown(panel, 2)[..., 2]
    assert (red_over_blue[difference > 0.05] > 0).all()
    assert (red_over_blue[difference < -0.05] < 0).all()


@pytest.mark.parametrize("row", [0, 5])
def test_a_click_on_a_row_puts_the_target_on_its_code(qtbot, window, own_run, digits, row):
    code = explore.reconstruct(own_run.model, *strip_of(digits.test)).code[row].tolist()
    click_row(qtbot, window.desk.explorer.reconstruction, row)
    assert window.map.target == tuple(code)
    assert np.array_equal(pixels(window.desk.explorer.decoded.view.image), decoded_at(own_run.model, *code))


def test_other_images_come_on_demand_and_start_over_at_the_end(qtbot, window, digits):
    panel = window.desk.explorer.reconstruction
    strips = -(-len(digits.test) // 8)
    for turn in range(1, strips + 2):
        before = shown(panel, 0)
        qtbot.mouseClick(panel.others_button, LEFT)
        assert not np.array_equal(shown(panel, 0), before)
        assert np.array_equal(shown(panel, 0), as_bytes(strip_of(digits.test, turn)[0] / 255))


def test_ink_on_paper_turns_the_images_around(qtbot, window):
    panel = window.desk.explorer.reconstruction
    before, decoded = shown(panel, 1), pixels(window.desk.explorer.decoded.view.image)
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert np.abs(255 - before.astype(int) - shown(panel, 1)).max() <= 1
    assert np.abs(255 - decoded.astype(int) - pixels(window.desk.explorer.decoded.view.image)).max() <= 1
    assert window.preferences.paper
    qtbot.keyClick(window, Qt.Key.Key_I)
    assert np.array_equal(shown(panel, 1), before)


# Denoising


@pytest.fixture
def denoising(qtbot, window):
    choose_tab(qtbot, window, "Denoise")
    panel = window.desk.explorer.denoising
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)
    return panel


def slide(qtbot, panel, share):
    """Drag the handle of the slider to a share of its way."""
    groove = panel.slider._slider
    reach, middle = groove.width() - 20, groove.height() // 2
    start, end = (QPoint(round(10 + reach * at), middle) for at in (panel.noise[1], share))
    qtbot.mousePress(groove, LEFT, NONE, start)
    qtbot.mouseMove(groove, end)
    qtbot.mouseRelease(groove, LEFT, NONE, end)


def same_as_the_model(panel, window, run, digits):
    kind, level, seed = panel.noise
    result = explore.denoise(run.model, *strip_of(digits.test), kind, level, seed)
    pictures = (result.clean, result.noisy, result.denoised, result.reconstruction)
    for column, picture in enumerate(pictures):
        assert np.array_equal(shown(panel, column), as_bytes(picture))
    for column, ratio in enumerate((result.noisy_psnr, result.denoised_psnr, result.reconstruction_psnr), start=1):
        expected = ["equal" if value > 59.99 else f"{number(value, 1)} dB" for value in ratio.tolist()]
        assert captions(panel, column) == expected
    assert np.array_equal(arrows(window)._tails, result.clean_code.numpy())
    assert np.array_equal(arrows(window)._heads, result.noisy_code.numpy())


def test_all_four_columns_are_what_the_model_says(window, denoising, own_run, digits):
    same_as_the_model(denoising, window, own_run, digits)
    assert denoising.noise == ("salt-and-pepper", 0.2, 0)


@pytest.mark.parametrize("share", [0.7, 1.2])
def test_the_slider_is_followed_within_the_same_event(qtbot, window, denoising, own_run, digits, share):
    heard = []
    denoising.noise_changed.connect(lambda: heard.append(denoising.noise[1]))
    before = shown(denoising, 1)
    slide(qtbot, denoising, share)
    assert heard
    assert denoising.noise[1] == pytest.approx(min(share, 1), abs=0.05)
    assert not np.array_equal(shown(denoising, 1), before)
    same_as_the_model(denoising, window, own_run, digits)


def test_the_level_can_be_typed(qtbot, window, denoising, own_run, digits):
    label = denoising.slider._label
    label.setFocus()
    label.selectAll()
    qtbot.keyClicks(label, "75")
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert denoising.noise[1] == 0.75
    same_as_the_model(denoising, window, own_run, digits)


def test_the_level_can_be_set_with_the_arrow_keys(qtbot, window, denoising, own_run, digits):
    groove = denoising.slider._slider
    groove.setFocus()
    qtbot.keyClick(groove, Qt.Key.Key_Right)
    assert denoising.noise[1] == pytest.approx(0.21)
    same_as_the_model(denoising, window, own_run, digits)


def test_without_noise_nothing_is_to_be_removed(qtbot, window, denoising, own_run, digits):
    slide(qtbot, denoising, -0.2)
    assert denoising.noise[1] == 0
    assert np.array_equal(shown(denoising, 0), shown(denoising, 1))
    assert captions(denoising, 1) == ["equal"] * 8
    assert np.array_equal(arrows(window)._tails, arrows(window)._heads)
    same_as_the_model(denoising, window, own_run, digits)


@pytest.mark.parametrize("kind", CORRUPTIONS)
def test_every_kind_of_noise(qtbot, window, denoising, own_run, digits, kind):
    denoising.kind.setFocus()
    qtbot.keyClick(denoising.kind, Qt.Key.Key_Home)
    for _ in range(denoising.kind.findData(kind)):
        qtbot.keyClick(denoising.kind, Qt.Key.Key_Down)
    assert denoising.noise[0] == kind
    same_as_the_model(denoising, window, own_run, digits)


def test_new_noise_is_other_noise_of_the_same_strength(qtbot, window, denoising, own_run, digits):
    before = shown(denoising, 1)
    qtbot.mouseClick(denoising.again_button, LEFT)
    assert not np.array_equal(shown(denoising, 1), before)
    assert np.array_equal(shown(denoising, 0), as_bytes(strip_of(digits.test)[0] / 255))
    same_as_the_model(denoising, window, own_run, digits)


def test_the_arrows_are_there_as_long_as_the_panel_is_seen(qtbot, window, denoising):
    assert window.map.arrow_count == 8
    choose_tab(qtbot, window, "Reconstruct")
    qtbot.waitUntil(lambda: window.map.arrow_count == 0)
    choose_tab(qtbot, window, "Denoise")
    qtbot.waitUntil(lambda: window.map.arrow_count == 8)
    window.docks["denoising"].close()
    qtbot.waitUntil(lambda: window.map.arrow_count == 0)


def test_a_click_puts_the_target_on_the_noisy_code(qtbot, window, denoising):
    click_row(qtbot, denoising, 3)
    assert window.map.target == tuple(arrows(window)._heads[3].tolist())


def test_both_panels_side_by_side_choose_their_own_codes(qtbot, window, denoising):
    window.addDockWidget(Qt.DockWidgetArea.BottomDockWidgetArea, window.docks["denoising"])
    choose_tab(qtbot, window, "Reconstruct")  # which shares its place with the samples
    qtbot.waitUntil(lambda: window.desk.explorer.reconstruction.gate.is_seen and denoising.gate.is_seen)
    qtbot.mouseClick(window.desk.explorer.reconstruction.others_button, LEFT)
    click_row(qtbot, denoising, 2)
    assert window.map.target == tuple(arrows(window)._heads[2].tolist())
    click_row(qtbot, window.desk.explorer.reconstruction, 2)
    assert window.map.target == tuple(arrows(window)._tails[2].tolist())


def test_other_images_reach_the_denoising_panel_too(qtbot, window, digits):
    qtbot.mouseClick(window.desk.explorer.reconstruction.others_button, LEFT)
    choose_tab(qtbot, window, "Denoise")
    expected = as_bytes(strip_of(digits.test, 1)[0] / 255)
    panel = window.desk.explorer.denoising
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8 and np.array_equal(shown(panel, 0), expected))


def test_the_strips_follow_a_training(qtbot, window, digits):
    panel = window.desk.explorer.reconstruction
    train(qtbot, window)
    train_for(qtbot, window, 3)
    with qtbot.waitSignal(window.desk.training.snapshot_taken, timeout=WAIT):
        pass
    before = shown(panel, 1)
    qtbot.waitUntil(lambda: not np.array_equal(shown(panel, 1), before), timeout=WAIT)
    hold(qtbot, window)
    live = window.desk.explorer.model
    expected = as_bytes(explore.reconstruct(live, *strip_of(digits.test)).result)
    qtbot.waitUntil(lambda: np.array_equal(shown(panel, 1), expected), timeout=WAIT)  # a thread makes them
    stop(qtbot, window)
    expected = as_bytes(explore.reconstruct(window.desk.run.model, *strip_of(digits.test)).result)
    qtbot.waitUntil(lambda: np.array_equal(shown(panel, 1), expected), timeout=WAIT)


def test_strips_for_which_there_was_no_time_follow_without_another_snapshot(qtbot, window, brief_run, digits):
    explorer = window.desk.explorer
    explorer._strips_due = time.perf_counter() + 0.3
    explorer.set_model(brief_run.model, live=True)
    expected = as_bytes(explore.reconstruct(brief_run.model, *strip_of(digits.test)).result)
    assert not np.array_equal(shown(explorer.reconstruction, 1), expected)
    qtbot.waitUntil(lambda: np.array_equal(shown(explorer.reconstruction, 1), expected))
    qtbot.waitUntil(lambda: not explorer._turns.isActive())


# Without the images


@pytest.fixture
def without(qtbot, open_window, mnist_run):
    """The window on a run of MNIST where there is no MNIST."""
    window = open_window(mnist_run.folder)
    qtbot.waitUntil(lambda: words(window.desk.explorer.reconstruction)[1])
    return window


def test_a_missing_dataset_is_said_and_offered(qtbot, without):
    for title, panel in (
        ("Reconstruct", without.desk.explorer.reconstruction),
        ("Denoise", without.desk.explorer.denoising),
    ):
        choose_tab(qtbot, without, title)
        qtbot.waitUntil(lambda panel=panel: panel.gate.is_seen)
        assert words(panel) == ("No MNIST on this machine yet. The panel needs its test images.", True, True)
        assert panel.gate.download_button.text() == "Download 12 MB"
    # The controls are still there, and have nothing to work on.
    slide(qtbot, without.desk.explorer.denoising, 0.8)
    qtbot.mouseClick(without.desk.explorer.denoising.again_button, LEFT)
    assert without.map.arrow_count == 0


def test_the_map_works_without_the_images(without, mnist_run):
    without.map.set_target(0.5, -0.5)
    image = pixels(without.desk.explorer.decoded.view.image)
    assert np.array_equal(image, decoded_at(mnist_run.model, 0.5, -0.5))


def test_a_folder_with_the_files_can_be_pointed_to(qtbot, without, strangers, strangers_folder, mnist_run):
    panel = without.desk.explorer.reconstruction
    qtbot.mouseClick(panel.gate.folder_button, LEFT)
    choose_folder(qtbot, without, strangers_folder)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)
    result = explore.reconstruct(mnist_run.model, *strip_of(strangers.test))
    assert np.array_equal(shown(panel, 1), as_bytes(result.result))
    assert panel.table.isVisible()


def test_the_folder_is_remembered(qtbot, without, open_window, strangers_folder, mnist_run):
    without.desk.datasets.use_folder("mnist", strangers_folder)
    qtbot.waitUntil(lambda: without.desk.datasets.get("mnist") is not None, timeout=WAIT)
    without.close()
    again = open_window(mnist_run.folder)
    qtbot.waitUntil(lambda: len(again.desk.explorer.reconstruction.table.rows) == 8, timeout=WAIT)


def test_mnist_as_its_makers_distribute_it_can_be_pointed_to(qtbot, without, mnist, mnist_folder, mnist_run):
    panel = without.desk.explorer.reconstruction
    qtbot.mouseClick(panel.gate.folder_button, LEFT)
    choose_folder(qtbot, without, mnist_folder)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)
    assert np.array_equal(shown(panel, 0), as_bytes(mnist.test.pixels[:8] / 255))


def test_a_folder_without_the_files_gets_a_sentence(qtbot, without, tmp_path):
    (tmp_path / "empty").mkdir()
    panel = without.desk.explorer.reconstruction
    qtbot.mouseClick(panel.gate.folder_button, LEFT)
    choose_folder(qtbot, without, tmp_path / "empty")
    sentence = press_in_box(qtbot, without, "OK")
    assert sentence.startswith(f"There is no MNIST in {tmp_path / 'empty'}")
    assert IDX_FILES[0] in sentence
    assert words(panel)[1:] == (True, True)


def test_half_a_download_gets_a_sentence_and_another_chance(qtbot, open_window, mnist_run, home, strangers_folder):
    raw = home / "data" / "MNIST" / "raw"
    raw.mkdir(parents=True)
    for name in IDX_FILES:
        (raw / name).write_bytes((strangers_folder / name).read_bytes()[:-5])
    window = open_window(mnist_run.folder)
    assert "cut short" in press_in_box(qtbot, window, "OK")
    panel = window.desk.explorer.reconstruction
    text, _, can_point = words(panel)
    assert "Reading" not in text
    assert can_point
    # A look at the other panel and back is no reason to say it again.
    choose_tab(qtbot, window, "Denoise")
    choose_tab(qtbot, window, "Reconstruct")
    with qtbot.assertNotEmitted(window.desk.datasets.failed, wait=300):
        pass
    qtbot.mouseClick(panel.gate.folder_button, LEFT)
    choose_folder(qtbot, window, strangers_folder)
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)


def test_a_dataset_nobody_knows_is_said(open_window, own_run):
    reseal(own_run.folder, dataset="hieroglyphs")
    window = open_window(own_run.folder)
    assert words(window.desk.explorer.reconstruction) == (
        "The images of “hieroglyphs” are not on this machine. Import them under this name (menu Data), and everything "
        "that needs them works again.",
        False,
        False,
    )


def test_images_of_another_shape_are_said(qtbot, open_window, mnist_run):
    reseal(mnist_run.folder, dataset="digits")
    window = open_window(mnist_run.folder)
    qtbot.waitUntil(lambda: "not the shape" in words(window.desk.explorer.reconstruction)[0], timeout=WAIT)
    assert words(window.desk.explorer.reconstruction)[1:] == (False, False)


# Codes of more dimensions


def test_strips_work_for_codes_of_any_size(qtbot, open_window, deep_run, digits):
    window = open_window(deep_run.folder)
    panel = window.desk.explorer.reconstruction
    qtbot.waitUntil(lambda: len(panel.table.rows) == 8, timeout=WAIT)
    result = explore.reconstruct(deep_run.model, *strip_of(digits.test))
    assert np.array_equal(shown(panel, 1), as_bytes(result.result))
    driver = window.desk.explorer.drivers[0]
    click_row(qtbot, panel, 1)
    assert driver.code == pytest.approx(result.code[1].tolist())
    assert window.map.target == pytest.approx(driver.place_of(result.code[1].tolist()))
    choose_tab(qtbot, window, "Denoise")
    qtbot.waitUntil(lambda: len(window.desk.explorer.denoising.table.rows) == 8)
    slide(qtbot, window.desk.explorer.denoising, 0.8)
    click_row(qtbot, window.desk.explorer.denoising, 1)
    assert driver.code != pytest.approx(result.code[1].tolist())  # that of the noisy image
    assert np.array_equal(pixels(window.desk.explorer.decoded.view.image), shown(window.desk.explorer.denoising, 2)[1])
    assert window.map.arrow_count == 8
