"""The panel that starts a training and shows its progress."""

import dataclasses
import math

import pytest
from hands import LEFT, NONE
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from vaegui.events import Began, Figures, Step
from vaegui.families import TrainConfig
from vaegui.lecture import LECTURE
from vaegui.models import ModelConfig
from vaegui.recording import Measuring
from vaegui.settings import refuse_meaningless, settings_of, values_of
from vaegui.sources import SOURCES
from vaegui.training import new_model
from vaegui.ui.train_panel import TrainPanel, duration

STOPS = [stop for stops in LECTURE.values() for stop in stops]


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
    assert offered == {name: source.title for name, source in SOURCES.items()} | {"shapes": "Shapes"}


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


@pytest.mark.parametrize("way", ["the button", "a field"])
def test_the_focus_goes_to_what_takes_the_place_of_the_button(qtbot, panel, way):
    panel.train_wanted.connect(lambda *_: panel.set_busy("Starting…"))
    panel.stop_wanted.connect(panel.set_stopping)
    panel.activateWindow()
    (panel.train_button if way == "the button" else panel.train_form.fields["epochs"]).setFocus()
    if way == "the button":
        qtbot.keyClick(panel.train_button, Qt.Key.Key_Space)
    else:
        panel.set_busy("Starting…")  # by the key of the menu
    assert panel.pause_button.hasFocus()
    qtbot.keyClick(panel.pause_button, Qt.Key.Key_Tab)
    assert panel.stop_button.hasFocus()
    qtbot.keyClick(panel.stop_button, Qt.Key.Key_Space)
    assert panel.bar.hasFocus()
    panel.set_idle()
    assert panel.train_button.hasFocus()


def test_the_focus_of_others_is_left_to_them(qtbot, panel):
    other = QLineEdit(panel)
    other.show()
    other.setFocus()
    panel.set_busy("Starting…")
    assert other.hasFocus()
    panel.set_idle()
    assert other.hasFocus()


def test_pause_becomes_resume_and_back(qtbot, panel):
    panel.set_busy("")
    heard = []
    panel.pause_toggled.connect(heard.append)
    qtbot.mouseClick(panel.pause_button, LEFT)
    assert panel.pause_button.text() == "Res&ume"
    qtbot.mouseClick(panel.pause_button, LEFT)
    assert panel.pause_button.text() == "Pa&use"
    assert heard == [True, False]


def test_the_next_training_does_not_start_paused(qtbot, panel):
    panel.set_busy("")
    qtbot.mouseClick(panel.pause_button, LEFT)
    panel.set_idle()
    panel.set_busy("")
    assert not panel.pause_button.isChecked()
    assert panel.pause_button.text() == "Pa&use"


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


def began(epochs=20, phases=("",)):
    return Began("cpu", 1294, 144, 100, epochs, phases)


def step(figures, epoch=2.5, share=0.125, phase=""):
    return Step(epoch, figures, 12345.6, share, 75.0, phase)


def test_progress_in_words_and_as_a_bar(panel):
    panel.set_busy("")
    assert panel.bar.maximum() == 0  # moving to and fro: nobody knows yet
    panel.show_progress(began())
    assert "cpu" in panel.status.text()
    assert "1,294" in panel.status.text()
    panel.show_progress(step(Figures(-123.456, 3.0, 120.456)))
    assert panel.bar.value() / panel.bar.maximum() == 0.125
    text = panel.status.text()
    assert all(part in text for part in ("epoch 2.5 of 20", "training bound −123.46", "12,346 images/s", "1:15 left"))


def test_the_phase_is_named_and_its_epochs_are_those_of_all_phases(panel):
    panel.set_busy("")
    panel.show_progress(began(25, ("EM", "amortise")))
    panel.show_progress(step(Figures(-20.0, 3.0, 17.0), epoch=21.5, phase="amortise"))
    assert panel.status.text().startswith("amortise · epoch 21.5 of 25 · training bound −20.00")


def test_an_autoencoder_has_a_distortion_in_place_of_a_bound(panel):
    panel.set_busy("")
    panel.show_progress(began())
    panel.show_progress(step(Figures(-30.25, math.nan, 30.25)))
    assert "training distortion 30.25" in panel.status.text()
    assert "nan" not in panel.status.text()


def test_measuring_is_said_with_how_far_it_is(panel):
    panel.set_busy("")
    panel.show_progress(began())
    panel.show_progress(step(Figures(-30.0, 3.0, 27.0), share=1.0))
    for share in (0.0, 0.5, 0.875):
        panel.show_progress(Measuring(share))
        assert "Measuring" in panel.status.text()
        assert panel.bar.value() / panel.bar.maximum() == pytest.approx(share, abs=1e-3)


def test_once_measuring_began_all_that_is_left_is_to_skip_it(qtbot, panel):
    panel.set_busy("")
    panel.show_progress(began())
    panel.show_progress(Measuring(0.25))
    assert [button.isEnabled() for button in controls(panel)] == [False, True, False]
    assert panel.stop_button.text() == "Skip measurin&g"
    with qtbot.assertNotEmitted(panel.stop_wanted), qtbot.waitSignal(panel.skip_wanted):
        qtbot.mouseClick(panel.stop_button, LEFT)
    panel.show_progress(Measuring(0.5))
    assert not panel.stop_button.isEnabled()
    # For the next training the button means stop again.
    panel.set_idle()
    panel.set_busy("")
    assert all(button.isEnabled() for button in controls(panel))
    assert panel.stop_button.text() == "St&op"
    with qtbot.assertNotEmitted(panel.skip_wanted), qtbot.waitSignal(panel.stop_wanted):
        qtbot.mouseClick(panel.stop_button, LEFT)


def test_a_stop_can_still_be_followed_by_skipping(qtbot, panel):
    panel.set_busy("")
    panel.set_stopping()
    panel.show_progress(Measuring(0.0))
    with qtbot.waitSignal(panel.skip_wanted):
        qtbot.mouseClick(panel.stop_button, LEFT)


# One form for all families

MODEL = {"family", "likelihood"}
NETWORK = MODEL | {"architecture", "hidden", "activation"}
ALWAYS = {"validation_share", "seed"}
DESCENT = ALWAYS | {"weight_precision", "epochs", "batch_size", "learning_rate", "schedule", "device"}
NETWORKS = DESCENT | {"precision"}
VAE = NETWORKS | {"objective", "beta", "warmup_epochs", "corruption"}
SHOWN = [
    ({}, NETWORK | {"latent_size", "binarisation"}, VAE),
    ({"likelihood": "continuous-bernoulli"}, NETWORK | {"latent_size"}, VAE),
    ({"likelihood": "gaussian"}, NETWORK | {"latent_size", "output", "variance"}, VAE),
    ({"likelihood": "gaussian-learned"}, NETWORK | {"latent_size", "output"}, VAE),
    (
        {"objective": "iwae"},
        NETWORK | {"latent_size", "binarisation"},
        VAE - {"beta", "warmup_epochs"} | {"importance_samples"},
    ),
    ({"corruption": "masking"}, NETWORK | {"latent_size", "binarisation"}, VAE | {"corruption_level"}),
    ({"family": "autoencoder"}, NETWORK | {"latent_size", "binarisation"}, NETWORKS | {"pretraining", "corruption"}),
    (
        {"family": "autoencoder", "pretraining": "greedy"},
        NETWORK | {"latent_size", "binarisation"},
        NETWORKS | {"pretraining", "corruption", "layer_epochs"},
    ),
    (
        {"family": "autoencoder", "pretraining": "greedy", "architecture": "conv"},
        NETWORK | {"latent_size", "binarisation"},
        NETWORKS | {"corruption"},
    ),
    ({"family": "em"}, NETWORK | {"binarisation"}, DESCENT | {"grid_side", "m_steps", "amortise_epochs"}),
    (
        {"family": "em", "objective": "iwae", "corruption": "masking", "pretraining": "greedy"},
        NETWORK | {"binarisation"},
        DESCENT | {"grid_side", "m_steps", "amortise_epochs"},
    ),
    ({"family": "pixels"}, MODEL | {"binarisation"}, ALWAYS | {"prior_strength"}),
    ({"family": "pixels", "likelihood": "gaussian"}, MODEL | {"variance"}, ALWAYS | {"prior_strength"}),
    ({"family": "pixels", "likelihood": "gaussian-learned"}, MODEL, ALWAYS | {"prior_strength"}),
]


def forms(panel):
    return panel.model_form, panel.train_form


def write(panel, values):
    for form in forms(panel):
        for name, value in values.items():
            if name in form.fields:
                form.set_value(name, value)


def shown(form):
    return {name for name, field in form.fields.items() if field.isVisible()}


@pytest.mark.parametrize(
    ("values", "model", "training"), SHOWN, ids=lambda v: " ".join(v.values()) if isinstance(v, dict) else ""
)
def test_the_form_shows_the_settings_of_the_family_and_no_other(panel, values, model, training):
    write(panel, values)
    assert shown(panel.model_form) == model
    assert shown(panel.train_form) == training


@pytest.mark.parametrize(
    ("values", "model", "training"), SHOWN, ids=lambda v: " ".join(v.values()) if isinstance(v, dict) else ""
)
def test_what_is_not_shown_counts_as_its_default(qtbot, panel, values, model, training):
    # Everything is changed first, whether it has a meaning or not.
    others = {
        "latent_size": 7, "binarisation": "threshold", "output": "linear", "variance": 2.0, "activation": "tanh",
        "beta": 3.0, "warmup_epochs": 4, "importance_samples": 3, "grid_side": 9, "m_steps": 5, "amortise_epochs": 8,
        "layer_epochs": 9, "corruption_level": 0.7, "weight_precision": 2.5, "prior_strength": 33, "epochs": 4,
        "batch_size": 32, "learning_rate": 0.1, "schedule": "one-cycle", "device": "cpu", "seed": 4,
    }  # fmt: skip
    write(panel, others | values)
    with qtbot.waitSignal(panel.train_wanted) as heard:
        qtbot.mouseClick(panel.train_button, LEFT)
    _, *configs = heard.args
    refuse_meaningless(*configs)
    for config, names in zip(configs, (model, training), strict=True):
        default = type(config)()
        for name, value in vars(config).items():
            if name.startswith("_"):
                continue
            wanted = (others | values).get(name, getattr(default, name)) if name in names else getattr(default, name)
            if name != "hidden":
                assert value == wanted, name


# The lecture


def choose_stop(qtbot, panel, title):
    """Click the button, and the heading in the menu that opens."""
    qtbot.mouseClick(panel.lecture_button, LEFT)
    qtbot.waitUntil(panel.lecture_menu.isVisible)
    entry = next(action for action in panel.lecture_menu.actions() if action.text() == title)
    qtbot.mouseClick(panel.lecture_menu, LEFT, NONE, panel.lecture_menu.actionGeometry(entry).center())
    qtbot.waitUntil(lambda: not panel.lecture_menu.isVisible())


def sentences(panel):
    return [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_the_menu_has_every_stop_under_its_heading(panel):
    found, heading = {}, None
    for entry in panel.lecture_menu.actions():
        if entry.isSeparator():
            heading = found.setdefault(entry.text(), [])
        else:
            heading.append((entry.text(), entry.toolTip()))
    assert found == {title: [(stop.title, stop.sentence) for stop in stops] for title, stops in LECTURE.items()}
    assert panel.lecture_menu.toolTipsVisible()


@pytest.mark.parametrize("stop", STOPS, ids=lambda stop: stop.title)
def test_a_heading_chosen_from_the_menu_fills_in_the_form(qtbot, panel, stop):
    # What was there before must not shine through.
    write(panel, {"family": "autoencoder", "architecture": "conv", "latent_size": 9, "likelihood": "gaussian"})
    write(panel, {"variance": 0.125, "beta": 7.0, "weight_precision": 3.0, "prior_strength": 44, "seed": 3})
    with qtbot.waitSignal(panel.stop_filled):
        choose_stop(qtbot, panel, stop.title)
    with qtbot.waitSignal(panel.train_wanted) as heard:
        qtbot.mouseClick(panel.train_button, LEFT)
    model, training = ModelConfig(**stop.model), TrainConfig(**stop.training)
    epochs = SOURCES["digits"].suggested_epochs
    suggested = {"epochs": epochs, "amortise_epochs": max(5, epochs // 4), "layer_epochs": max(5, epochs // 4)}
    meant = {s.name for s in settings_of(TrainConfig) if s.applies(values_of(model, training))}
    training = dataclasses.replace(training, **{n: v for n, v in suggested.items() if n in meant})
    assert heard.args == ["digits", model, training]
    refuse_meaningless(model, training)
    assert panel.lecture_button.text() == stop.title
    assert stop.sentence in sentences(panel)
    new_model(model, (1, 8, 8), 0)  # and the model can be built


def test_the_epochs_that_are_suggested_follow_the_dataset(panel):
    for name in ("digits", "mnist"):
        panel.dataset.setCurrentIndex(panel.dataset.findData(name))
        panel.fill(next(stop for stop in STOPS if stop.model == {"family": "em"}))
        config = panel.train_form.config()
        assert config.epochs == SOURCES[name].suggested_epochs
        assert config.amortise_epochs == max(5, SOURCES[name].suggested_epochs // 4)
    # The other way around: the heading first, then the dataset.
    panel.dataset.setCurrentIndex(panel.dataset.findData("digits"))
    assert panel.train_form.config().epochs == SOURCES["digits"].suggested_epochs
    assert panel.train_form.config().batch_size == 512


def test_before_a_heading_is_chosen_there_is_no_sentence_of_it(panel):
    assert panel.lecture_button.text() == "From the lecture"
    said = sentences(panel)
    assert not any(stop.sentence in said for stop in STOPS)


def test_a_model_that_is_no_longer_the_lectures_loses_its_heading(qtbot, panel):
    choose_stop(qtbot, panel, "Expectation-Maximization")
    panel.train_form.set_value("epochs", 3)  # how long is nobody's business
    assert panel.lecture_button.text() == "Expectation-Maximization"
    panel.model_form.set_value("activation", "tanh")
    assert panel.lecture_button.text() == "From the lecture"
    assert not any(stop.sentence in sentences(panel) for stop in STOPS)
    assert panel.model_form.config() == ModelConfig(family="em", activation="tanh")


# The slider


@pytest.fixture
def slider(panel):
    panel.model_form.set_value("family", "pixels")
    return panel.train_form.fields["prior_strength"]


def test_the_arrow_keys_move_the_prior_strength(qtbot, panel, slider):
    groove = slider._slider
    groove.setFocus()
    for key, value in ((Qt.Key.Key_Right, 2), (Qt.Key.Key_Home, 0), (Qt.Key.Key_Up, 1), (Qt.Key.Key_End, 1000)):
        qtbot.keyClick(groove, key)
        assert panel.train_form.config().prior_strength == value


def test_the_mouse_drags_the_prior_strength(qtbot, panel, slider):
    groove = slider._slider
    reach, middle = groove.width() - 20, groove.height() // 2
    start, end = QPoint(10, middle), QPoint(10 + reach // 2, middle)
    with qtbot.waitSignal(panel.train_form.changed):
        qtbot.mousePress(groove, LEFT, NONE, start)
        qtbot.mouseMove(groove, end)
        qtbot.mouseRelease(groove, LEFT, NONE, end)
    assert panel.train_form.config().prior_strength == pytest.approx(500, abs=60)


def test_the_prior_strength_can_be_typed(qtbot, panel, slider):
    label = slider._label
    label.setFocus()
    label.selectAll()
    qtbot.keyClicks(label, "250")
    qtbot.keyClick(label, Qt.Key.Key_Return)
    assert panel.train_form.config() == TrainConfig(prior_strength=250)


def test_prior_strength_has_no_meaning_for_another_family(qtbot, panel, slider):
    qtbot.keyClick(slider._slider, Qt.Key.Key_End)
    panel.model_form.set_value("family", "vae")
    assert not slider.isVisible()
    assert panel.train_form.config().prior_strength == TrainConfig().prior_strength


@pytest.mark.parametrize(
    ("seconds", "text"),
    [(0, "0:00"), (7.4, "0:07"), (59.6, "1:00"), (750, "12:30"), (3599.9, "1:00:00"), (7500, "2:05:00")],
)
def test_durations_read_like_a_clock(seconds, text):
    assert duration(seconds) == text
