"""What leaves the window by its menu: pages, models, logs, selected images, and datasets made of them."""

import csv
import time

import numpy as np
import onnxruntime
import pytest
import torch
from hands import LEFT, WAIT, action, choose_folder, press_in_box, train
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog
from tensorboard.backend.event_processing.event_accumulator import EventAccumulator

from vaegui import explore, importing, sources
from vaegui.exports import onnx_models
from vaegui.placing import new_file
from vaegui.ui.dataset_dialog import DatasetDialog


def test_a_page_is_written_where_the_dialog_says(window, qtbot, tmp_path):
    action(window, "Web page…").trigger()
    choose_folder(qtbot, window, tmp_path / "map.html")
    words = press_in_box(qtbot, window, "OK")
    content = (tmp_path / "map.html").read_text()
    assert str(tmp_path / "map.html") in words
    assert window.desk.run.name in content
    assert window.preferences.export_folder == tmp_path


def test_models_decode_as_the_window_does(window, qtbot, tmp_path):
    action(window, "ONNX models…").trigger()
    choose_folder(qtbot, window, tmp_path / "models")
    press_in_box(qtbot, window, "OK")
    window.map.set_target(0.5, -1.0)
    session = onnxruntime.InferenceSession(tmp_path / "models" / "decoder.onnx", providers=["CPUExecutionProvider"])
    (drawn,) = session.run(["mean"], {"z": np.array([[0.5, -1.0]], np.float32)})
    expected = explore.decode(window.desk.explorer.model, torch.tensor([[0.5, -1.0]]))
    assert np.abs(drawn - expected.numpy()).max() < 1e-5


def test_logs_have_the_curves_of_the_open_run(window, qtbot, tmp_path):
    action(window, "TensorBoard logs…").trigger()
    choose_folder(qtbot, window, tmp_path / "logs")
    press_in_box(qtbot, window, "OK")
    tags = EventAccumulator(str(tmp_path / "logs")).Reload().Tags()["tensors"]
    assert {"bound/validation", "rate/train", "distortion/train"} <= set(tags)
    assert "pictures/reconstructions" in tags  # the test images are in memory
    assert (tmp_path / "logs" / "projector_config.pbtxt").is_file()


def test_a_folder_that_has_something_is_left_alone(window, qtbot, tmp_path):
    (tmp_path / "models").mkdir()
    (tmp_path / "models" / "letter.txt").write_text("mine")
    window.desk.sharing.exporting.write("Models", onnx_models.export, window.desk.run, tmp_path / "models")
    assert "models" in press_in_box(qtbot, window, "OK")
    assert [file.name for file in (tmp_path / "models").iterdir()] == ["letter.txt"]


def select_class(window, qtbot, label):
    panel = window.desk.selection_panel
    window.docks["selection"].show()
    window.docks["selection"].raise_()
    panel.way.setCurrentIndex(panel.way.findData("label"))
    panel.classes.setCurrentIndex(label)
    qtbot.mouseClick(panel.select_button, LEFT)
    assert len(window.desk.selecting.rows) > 10


@pytest.mark.parametrize("suffix", ["csv", "npz"])
def test_the_selection_is_saved_with_codes(window, qtbot, tmp_path, digits, suffix):
    select_class(window, qtbot, 3)
    rows = window.desk.selecting.rows
    qtbot.mouseClick(window.desk.selection_panel.save_button, LEFT)
    choose_folder(qtbot, window, tmp_path / f"threes.{suffix}")
    press_in_box(qtbot, window, "OK")
    codes = window.desk.run.codes.mean.numpy()[rows]
    if suffix == "csv":
        with (tmp_path / "threes.csv").open(newline="") as file:
            lines = list(csv.DictReader(file))
        assert [int(line["index"]) for line in lines] == rows.tolist()
        assert {line["class"] for line in lines} == {"3"}
        np.testing.assert_allclose([[float(line["z1"]), float(line["z2"])] for line in lines], codes, rtol=1e-6)
        assert int(lines[0]["pixel_20"]) == int(digits.test.pixels[rows[0]].flatten()[20])
    else:
        with np.load(tmp_path / "threes.npz", allow_pickle=False) as content:
            assert content["index"].tolist() == rows.tolist()
            np.testing.assert_allclose(content["codes"], codes)


def test_without_a_selection_the_menu_says_how_to_make_one(window, qtbot):
    assert not window.desk.selection_panel.save_button.isEnabled()
    action(window, "Selected images…").trigger()
    assert "lasso" in press_in_box(qtbot, window, "OK")


def test_while_something_is_trained_the_run_before_is_not_exported_in_its_place(window, qtbot):
    train(qtbot, window)
    sharing = window.desk.sharing
    for export in (sharing.save_page, sharing.save_models, sharing.save_logs, sharing.save_selection):
        export()
        assert "A training is running" in press_in_box(qtbot, window, "OK")


@pytest.mark.parametrize("with_key", [True, False])
def test_cancel_leaves_nothing(window, qtbot, tmp_path, with_key):
    """Cancelled while it waits for the next of its steps, which never ends by itself."""

    def endless(_thing, out):
        with new_file(out) as temporary:
            temporary.write_text("half")
            while True:
                time.sleep(0.001)
                yield 0.5

    exporting = window.desk.sharing.exporting
    exporting.write("Writing", endless, None, tmp_path / "never.txt")
    qtbot.waitUntil(lambda: any(d.isVisible() for d in window.findChildren(QProgressDialog)), timeout=WAIT)
    progress = next(d for d in window.findChildren(QProgressDialog) if d.isVisible())
    if with_key:
        qtbot.keyClick(progress, Qt.Key.Key_Escape)
    else:
        progress.reject()  # what Escape is to a dialog whose button does not hear it
    qtbot.waitUntil(lambda: not exporting.is_running, timeout=WAIT)
    exporting.close()
    assert list(tmp_path.glob("*never*")) == []
    assert window.statusBar().currentMessage() == "Given up."


def dialog_of(window):
    return next(d for d in window.findChildren(DatasetDialog) if d.isVisible())


def test_selected_images_become_a_dataset_that_can_be_trained_on(window, qtbot, digits):
    select_class(window, qtbot, 3)
    count = len(window.desk.selecting.rows)
    qtbot.mouseClick(window.desk.selection_panel.dataset_button, LEFT)
    dialog = dialog_of(window)
    dialog.relabelled.setChecked(True)
    dialog.label.setEditText("my three")
    dialog.name.setText("relabelled")
    qtbot.mouseClick(dialog.keep_button, LEFT)
    qtbot.waitUntil(lambda: "relabelled" in sources.known(), timeout=WAIT)
    qtbot.waitUntil(lambda: window.desk.train_panel.dataset.currentData() == "relabelled", timeout=WAIT)
    made = importing.load("relabelled")
    assert made.classes[-1] == "my three"
    assert int((made.test.labels == len(made.classes) - 1).sum()) == count
    assert len(made.train) == len(digits.train)
    action(window, "Read “relabelled” again…").trigger()  # there is nothing to read
    assert "made here" in press_in_box(qtbot, window, "OK")


def test_only_the_classes_that_are_shown(window, qtbot):
    for label in range(10):
        window.maps.switches.set_hidden(label, label not in (3, 8))
    action(window, "New dataset…").trigger()
    dialog = dialog_of(window)
    assert not dialog.only.isEnabled()
    assert dialog.classes.isChecked()
    dialog.name.setText("three-eight")
    qtbot.mouseClick(dialog.keep_button, LEFT)
    qtbot.waitUntil(lambda: "three-eight" in sources.known(), timeout=WAIT)
    assert importing.load("three-eight").classes == ("3", "8")


def test_a_name_that_is_taken_is_refused_in_the_dialog(window, qtbot):
    select_class(window, qtbot, 3)
    action(window, "New dataset…").trigger()
    dialog = dialog_of(window)
    dialog.name.setText("digits")
    qtbot.mouseClick(dialog.keep_button, LEFT)
    assert "digits" in dialog.words.text()
    dialog.reject()
