"""The panel that starts a training and shows its progress."""

import pytest
from hands import LEFT
from PySide6.QtCore import Qt

from vaegui.data import SOURCES
from vaegui.models import ModelConfig
from vaegui.training import Began, Figures, Step, TrainConfig
from vaegui.ui.train_panel import TrainPanel, duration


@pytest.fixture
def panel(qtbot):
    widget = TrainPanel()
    qtbot.addWidget(widget)
    widget.resize(320, 800)
    widget.show()
    qtbot.waitExposed(widget)
    widget.activateWindow()
    return widget


def controls(panel):
    return panel.pause_button, panel.stop_button, panel.cancel_button


def test_all_datasets_are_offered_under_their_names(panel):
    offered = {panel.dataset.itemData(i): panel.dataset.itemText(i) for i in range(panel.dataset.count())}
    assert offered == {name: source.title for name, source in SOURCES.items()}


@pytest.mark.parametrize("name", SOURCES)
def test_a_dataset_brings_the_number_of_epochs_it_needs(qtbot, panel, name):
    panel.dataset.setFocus()
    qtbot.keyClick(panel.dataset, Qt.Key.Key_Home)
    for _ in range(list(SOURCES).index(name)):
        qtbot.keyClick(panel.dataset, Qt.Key.Key_Down)
    assert panel.dataset.currentData() == name
    assert panel.train_form.config().epochs == SOURCES[name].suggested_epochs


def test_a_click_on_train_tells_what_the_form_says(qtbot, panel):
    panel.model_form.set_value("latent_size", 3)
    panel.train_form.set_value("epochs", 5)
    with qtbot.waitSignal(panel.train_wanted) as heard:
        qtbot.mouseClick(panel.train_button, LEFT)
    assert heard.args == ["digits", ModelConfig(latent_size=3), TrainConfig(epochs=5)]


def test_a_wrong_setting_is_refused_with_its_name(qtbot, panel):
    panel.model_form.fields["hidden"].setText("99999")
    with qtbot.assertNotEmitted(panel.train_wanted), qtbot.waitSignal(panel.refused) as heard:
        qtbot.mouseClick(panel.train_button, LEFT)
    assert "Hidden layers" in heard.args[0]
    assert panel.train_button.isVisible()


def test_while_busy_the_form_is_locked_and_the_buttons_are_there(panel):
    assert not any(button.isVisible() for button in controls(panel))
    panel.set_busy("Starting…")
    assert not panel.train_button.isVisible()
    assert not panel.dataset.isEnabled()
    assert not panel.train_form.fields["epochs"].isEnabled()
    assert all(button.isVisible() and button.isEnabled() for button in controls(panel))
    assert panel.status.text() == "Starting…"
    panel.set_idle()
    assert panel.train_button.isVisible()
    assert panel.dataset.isEnabled()
    assert not any(button.isVisible() for button in controls(panel))


def test_pause_becomes_resume_and_back(qtbot, panel):
    panel.set_busy("")
    heard = []
    panel.pause_toggled.connect(heard.append)
    qtbot.mouseClick(panel.pause_button, LEFT)
    assert panel.pause_button.text() == "&Resume"
    qtbot.mouseClick(panel.pause_button, LEFT)
    assert panel.pause_button.text() == "&Pause"
    assert heard == [True, False]


def test_the_next_training_does_not_start_paused(qtbot, panel):
    panel.set_busy("")
    qtbot.mouseClick(panel.pause_button, LEFT)
    panel.set_idle()
    panel.set_busy("")
    assert not panel.pause_button.isChecked()
    assert panel.pause_button.text() == "&Pause"


@pytest.mark.parametrize(("button", "signal"), [("stop_button", "stop_wanted"), ("cancel_button", "cancel_wanted")])
def test_stop_and_cancel_are_told(qtbot, panel, button, signal):
    panel.set_busy("")
    with qtbot.waitSignal(getattr(panel, signal)):
        qtbot.mouseClick(getattr(panel, button), LEFT)


def test_after_a_stop_there_is_nothing_left_to_press(panel):
    panel.set_busy("")
    panel.set_stopping()
    assert not any(button.isEnabled() for button in controls(panel))
    assert "Stopping" in panel.status.text()
    panel.set_busy("")
    assert all(button.isEnabled() for button in controls(panel))


def test_progress_in_words_and_as_a_bar(panel):
    panel.set_busy("")
    assert panel.bar.maximum() == 0  # moving to and fro: nobody knows yet
    panel.show_progress(Began("cpu", 1294, 144, 100), 20)
    assert "cpu" in panel.status.text()
    assert "1,294" in panel.status.text()
    panel.show_progress(Step(2.5, Figures(3.0, 120.456), 12345.6, 0.125, 75.0), 20)
    assert panel.bar.value() / panel.bar.maximum() == 0.125
    text = panel.status.text()
    assert all(part in text for part in ("Epoch 2.5 of 20", "training ELBO −123.46", "12,346 images/s", "1:15 left"))


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (750, "12:30"), (3599.9, "1:00:00"), (7500, "2:05:00")],
)
def test_durations_read_like_a_clock(seconds, text):
    assert duration(seconds) == text
