"""Importing images in the window: what was found, a live preview, what was left out, progress, cancel, again."""

import os
from pathlib import Path

import numpy as np
import pytest
from hands import LEFT, WAIT, action, box, choose_folder, finish, pixels, press_in_box, says, train_for
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vaegui import importing, runs, sources
from vaegui.steps import finish as result_of


@pytest.fixture
def folder(tmp_path):
    """Colour images of two classes, and two files that are none."""
    root = tmp_path / "sweets"
    random = np.random.default_rng(0)
    for name, channel in (("cherry", 0), ("lime", 1)):
        (root / name).mkdir(parents=True)
        for i in range(30):
            image = random.integers(0, 60, (16, 16, 3), dtype=np.uint8)
            x, y = random.integers(2, 9, 2)
            image[y : y + 5, x : x + 5, channel] = 230
            Image.fromarray(image).save(root / name / f"{i:02}.png")
    (root / "lime" / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    return root


@pytest.fixture
def grey_array(digits, tmp_path):
    """Digits without labels, as an array."""
    path = tmp_path / "unlabelled.npy"
    np.save(path, digits.train.pixels[:300, 0].numpy())
    return path


def opened(window, qtbot):
    qtbot.waitUntil(
        lambda: window.desk.intake.dialog is not None and not window.desk.intake.dialog.is_busy, timeout=WAIT
    )
    return window.desk.intake.dialog


def importing_from(window, qtbot, path):
    window.desk.intake.import_from(path)
    return opened(window, qtbot)


def imported(window, qtbot, path, **choices):
    """Import with these choices; returns the name."""
    dialog = importing_from(window, qtbot, path)
    for name, value in choices.items():
        dialog.form.set_value(name, value)
    with qtbot.waitSignal(window.desk.intake.imported, timeout=WAIT) as blocker:
        QTest.mouseClick(dialog.read_button, LEFT)
        qtbot.waitUntil(lambda: window.desk.intake.dialog is None or not dialog.is_busy, timeout=WAIT)
        if window.desk.intake.dialog is not None:
            QTest.mouseClick(dialog.read_button, LEFT)
    return blocker.args[0]


def test_enter_reads_what_was_found(window, qtbot, folder):
    dialog = importing_from(window, qtbot, folder)
    assert dialog.focusWidget() is not dialog.cancel_button
    with qtbot.waitSignal(window.desk.intake.imported, timeout=WAIT):
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: window.desk.intake.dialog is None or not dialog.is_busy, timeout=WAIT)
        if window.desk.intake.dialog is not None:  # some could not be read, which it says before
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)


def test_the_dialog_says_what_was_found_and_shows_it(window, qtbot, folder):
    QTest.keyClick(window.map.plot, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    choose_folder(qtbot, window, folder)
    dialog = opened(window, qtbot)
    words = dialog.found.text()
    for part in (str(folder), "61 images", "2 classes: cherry (30), lime (31)", "16×16", "colour"):
        assert part in words
    assert dialog.read_button.text() == "&Read 61 images"
    qtbot.waitUntil(lambda: len(dialog.after.images) == len(dialog.before.images) > 20, timeout=WAIT)
    assert dialog.form.config() == importing.suggest(result_of(importing.look(folder)))
    assert dialog.name.text() == "sweets"
    dialog.reject()


def test_the_preview_is_what_will_be_read(window, qtbot, folder):
    dialog = importing_from(window, qtbot, folder)
    dialog.form.set_value("colour", "grey")
    dialog.form.set_value("width", 8)
    dialog.form.set_value("height", 12)
    qtbot.waitUntil(lambda: [(i.width(), i.height()) for i in dialog.after.images[:1]] == [(8, 12)], timeout=WAIT)
    finding = result_of(importing.look(folder))
    for shown, (_, sample) in zip(dialog.after.images, finding.sample, strict=False):
        expected = importing.prepare(sample, dialog.form.config())
        assert np.array_equal(pixels(shown), np.repeat(expected, 3, axis=0).transpose(1, 2, 0))
    dialog.reject()


def test_what_was_left_out_is_listed_before_anything_is_kept(window, qtbot, folder):
    dialog = importing_from(window, qtbot, folder)
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    listed = [dialog.refused.item(i).text() for i in range(dialog.refused.count())]
    assert listed == ["lime/broken.png was cut short."]
    assert "60 images were read; 1 were left out" in dialog.words.text()
    assert importing.known() == []
    QTest.mouseClick(dialog.cancel_button, LEFT)
    assert importing.known() == []
    assert sources.known() == [*sources.SOURCES, "shapes"]


def test_colour_images_are_trained_on_and_every_panel_shows_them(window, qtbot, folder):
    name = imported(window, qtbot, folder)
    assert name == "sweets" == window.desk.train_panel.dataset_name
    panel = window.desk.train_panel
    panel.model_form.fill({"architecture": "conv", "hidden": (8,), "likelihood": "continuous-bernoulli"})
    panel.train_form.fill({"epochs": 40, "learning_rate": 0.01, "device": "cpu"})
    QTest.mouseClick(panel.train_button, LEFT)
    train_for(qtbot, window, 2)
    finish(qtbot, window)
    run = window.desk.run
    assert run.config.image_shape == (3, 16, 16)
    assert run.config.classes == ("cherry", "lime")
    assert run.config.test.elbo is not None
    rows = window.desk.explorer.reconstruction.table.rows
    dataset = sources.load("sweets")
    original = pixels(rows[0].images[0])
    assert np.array_equal(original, dataset.test.pixels[0].permute(1, 2, 0).numpy())
    rebuilt, difference = pixels(rows[0].images[1]), pixels(rows[0].images[2])
    expected = np.clip(0.5 + (rebuilt / 255.0 - original / 255.0) / 2, 0, 1) * 255
    assert np.abs(difference - expected).max() <= 1.01  # grey where both are equal, each colour by itself
    assert np.ptp(rebuilt, axis=-1).max() > 40  # colours, not greys
    window.maps.switches.posterior.trigger()
    qtbot.waitUntil(lambda: "log p(x) = " in window.map.hint, timeout=3 * WAIT)  # of a network of convolutions
    window.docks["denoising"].raise_()
    qtbot.waitUntil(lambda: len(window.desk.explorer.denoising.table.rows) > 0, timeout=WAIT)
    noisy = pixels(window.desk.explorer.denoising.table.rows[0].images[1])
    changed = (noisy != original).any(-1)
    assert 0.05 < changed.mean() < 0.5
    assert (np.isin(noisy[changed], (0, 255))).all()  # salt and pepper hit all colours of a pixel at once
    assert window.desk.draw_panel.pad.shape == (3, 16, 16)


def test_images_without_labels_go_all_the_way(window, qtbot, grey_array, home):
    name = imported(window, qtbot, grey_array)
    panel = window.desk.train_panel
    panel.model_form.set_value("hidden", (16,))
    panel.train_form.fill({"epochs": 3, "learning_rate": 0.01, "device": "cpu"})
    QTest.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: window.desk.training.is_running, timeout=WAIT)
    finish(qtbot, window)
    run = runs.load(window.desk.run.folder)
    assert (run.config.dataset, run.config.classes) == (name, ())
    qtbot.waitUntil(lambda: window.map.amounts is not None, timeout=WAIT)  # coloured by density
    assert window.map.bar.words.startswith("Density q(z)")
    for dock in ("selection", "bound", "figures", "few-labels", "gradients", "draw", "samples", "denoising"):
        window.docks[dock].raise_()
        QApplication.processEvents()
    assert "no labels" in says(window.desk.studies.few_labels)
    window.map.set_target(*run.codes.mean[3].tolist())
    window.map.hovered.emit(3)
    window.desk.explorer.choose(3)
    window.desk.selecting.select(np.arange(5))
    assert window.desk.selection_panel.words == "5 of 45 test images"
    assert window.desk.selection_panel.way.currentData() != "label"
    window.maps.switches.posterior.trigger()
    qtbot.waitUntil(lambda: window.map.hint.startswith("Test image"), timeout=WAIT)
    assert "“" not in window.map.hint
    assert box(window) is None


def test_a_name_that_is_taken_or_cannot_be_one_is_refused(window, qtbot, folder):
    dialog = importing_from(window, qtbot, folder)
    for name, words in (
        ("mnist", "already"),
        ("shapes-32px", "drawn on the fly"),
        ("a/b", "may not have"),
        ("", "needs"),
    ):
        dialog.name.setText(name)
        QTest.mouseClick(dialog.read_button, LEFT)
        assert words in dialog.words.text()
        assert not dialog.is_busy
    dialog.reject()


def test_a_changed_folder_is_noticed_and_read_again_as_before(open_window, own_run, qtbot, folder):
    window = open_window(own_run.folder)
    imported(window, qtbot, folder, colour="grey", width=8, height=8)
    window.close()
    os.remove(folder / "lime" / "00.png")
    window = open_window(own_run.folder)
    window.desk.datasets.load("sweets")
    qtbot.waitUntil(lambda: box(window) is not None, timeout=WAIT)
    assert "gone" in box(window).text()
    press_in_box(qtbot, window, "Read again…")
    dialog = opened(window, qtbot)
    assert dialog.name.text() == "sweets"
    config = dialog.form.config()
    assert (config.colour, config.width, config.height) == ("grey", 8, 8)
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    with qtbot.waitSignal(window.desk.intake.imported, timeout=WAIT):
        QTest.mouseClick(dialog.read_button, LEFT)
    assert importing.changes("sweets") == ""
    assert importing.origin("sweets").count == 59


def test_a_dataset_can_be_removed_and_the_files_stay(window, qtbot, folder):
    imported(window, qtbot, folder)
    before = sorted(path for path in folder.rglob("*"))
    remove = action(window, "Remove “sweets”")
    assert remove.isEnabled()
    remove.trigger()
    assert importing.known() == []
    assert window.desk.train_panel.dataset.findData("sweets") == -1
    assert sorted(path for path in folder.rglob("*")) == before


def test_reading_can_be_cancelled_and_chosen_anew(window, qtbot, tmp_path):
    many = tmp_path / "many"
    many.mkdir()
    Image.fromarray(np.zeros((600, 600), np.uint8)).save(many / "0.png")
    for i in range(1, 1500):
        os.link(many / "0.png", many / f"{i}.png") if i % 3 else (many / f"{i}.png").write_bytes(
            (many / "0.png").read_bytes()
        )
    dialog = importing_from(window, qtbot, many)
    QTest.mouseClick(dialog.read_button, LEFT)
    assert dialog.is_busy
    QTest.mouseClick(dialog.cancel_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    assert dialog.words.text() == "Nothing was kept."
    assert dialog.read_button.isEnabled()
    assert importing.known() == []
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.desk.intake.dialog is None, timeout=WAIT)


def test_a_place_without_images_says_so(window, qtbot, tmp_path):
    (tmp_path / "nothing").mkdir()
    dialog = importing_from(window, qtbot, tmp_path / "nothing")
    assert "no image" in dialog.found.text().lower()
    assert not dialog.read_button.isEnabled()
    dialog.reject()
    (tmp_path / "text.npy").write_text("no array")
    dialog = importing_from(window, qtbot, tmp_path / "text.npy")
    assert "text.npy" in dialog.found.text()
    assert not dialog.read_button.isEnabled()
    dialog.reject()


def test_a_run_whose_images_are_gone_says_what_to_do(window, qtbot, folder):
    imported(window, qtbot, folder)
    panel = window.desk.train_panel
    panel.model_form.set_value("hidden", (8,))
    panel.train_form.fill({"epochs": 1, "device": "cpu"})
    QTest.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: window.desk.training.is_running, timeout=WAIT)
    finish(qtbot, window)
    made = window.desk.run.folder
    window.desk.datasets.forget("sweets")
    window.desk.open_first_run("digits-vae-2d")
    window.desk.open_run(made)
    assert "not on this machine" in says(window.desk.explorer.reconstruction)
    window.desk.start_training("sweets", window.desk.run.config.model, window.desk.run.config.training)
    assert "Import them under this name" in press_in_box(qtbot, window, "OK")


def test_a_damaged_dataset_can_be_imported_again_under_its_name(window, qtbot, folder, home):
    imported(window, qtbot, folder)
    record = home / "data" / "own" / "sweets" / "dataset.json"
    record.write_text(record.read_text().replace("cherry", "cheery", 1))
    action(window, "Read “sweets” again…").trigger()
    assert "damaged" in press_in_box(qtbot, window, "OK")
    dialog = importing_from(window, qtbot, folder)
    dialog.name.setText("sweets")
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    with qtbot.waitSignal(window.desk.intake.imported, timeout=WAIT):
        QTest.mouseClick(dialog.read_button, LEFT)
    assert sources.load("sweets").classes == ("cherry", "lime")


def test_where_nothing_can_be_put_back_both_reasons_are_told(window, qtbot, folder, home, desktop, monkeypatch):
    imported(window, qtbot, folder)
    own, real = home / "data" / "own", os.rename

    def rename(source, target):
        if Path(target).parent == own:
            raise OSError(28, "No space left on device")
        real(source, target)

    action(window, "Read “sweets” again…").trigger()
    dialog = opened(window, qtbot)
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    monkeypatch.setattr(os, "rename", rename)
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    words = dialog.words.text()
    assert f"“sweets” could not be kept in {own}: the disk is full." in words
    assert "“sweets” could not be brought back from the trash: the disk is full." in words
    assert [path.name for path in (desktop / "Trash" / "files").iterdir()] == ["sweets"]
    dialog.reject()


def test_other_images_under_the_name_of_a_runs_own_are_not_shown_as_its(window, qtbot, folder, tmp_path):
    imported(window, qtbot, folder)
    panel = window.desk.train_panel
    panel.model_form.set_value("hidden", (8,))
    panel.train_form.fill({"epochs": 1, "device": "cpu"})
    QTest.mouseClick(panel.train_button, LEFT)
    qtbot.waitUntil(lambda: window.desk.training.is_running, timeout=WAIT)
    finish(qtbot, window)
    assert len(window.desk.explorer.reconstruction.table.rows) > 0
    for i in range(20):
        (folder / "mint").mkdir(exist_ok=True)
        Image.fromarray(np.full((16, 16, 3), 5 * i, np.uint8)).save(folder / "mint" / f"{i}.png")
    window.desk.intake.import_again("sweets")
    dialog = opened(window, qtbot)
    QTest.mouseClick(dialog.read_button, LEFT)
    qtbot.waitUntil(lambda: not dialog.is_busy, timeout=WAIT)
    with qtbot.waitSignal(window.desk.intake.imported, timeout=WAIT):
        QTest.mouseClick(dialog.read_button, LEFT)
    assert window.desk.explorer.drivers[0].images is None
    window.desk.explorer.refresh_strips()
    assert "other ones now" in says(window.desk.explorer.reconstruction)
