"""The form: a row for each setting, and what is typed there is what is read."""

import math

import pytest
from hands import LEFT, seen
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel

from vaegui.models import ModelConfig
from vaegui.settings import UserError, settings_of
from vaegui.training import TrainConfig
from vaegui.ui.config_form import ConfigForm


@pytest.fixture
def make(qtbot):
    def make_form(config_class):
        form = ConfigForm(config_class)
        qtbot.addWidget(form)
        form.show()
        qtbot.waitExposed(form)
        form.activateWindow()
        return form

    return make_form


def type_into(qtbot, field, text):
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Tab)


@pytest.mark.parametrize("config_class", [ModelConfig, TrainConfig])
def test_an_untouched_form_is_the_default(make, config_class):
    assert make(config_class).config() == config_class()


@pytest.mark.parametrize("config_class", [ModelConfig, TrainConfig])
def test_every_setting_has_a_row_with_its_label_and_its_sentence(make, config_class):
    form = make(config_class)
    for setting in settings_of(config_class):
        field = form.fields[setting.name]
        label = form.findChild(QFormLayout).labelForField(field)
        assert isinstance(label, QLabel)
        assert label.text() == setting.label
        assert setting.sentence in field.toolTip()
        assert field.accessibleName() == setting.label


@pytest.mark.parametrize(
    "config",
    [
        ModelConfig(
            architecture="conv",
            hidden=(32, 64, 8192),
            activation="tanh",
            latent_size=512,
            likelihood="gaussian",
            binarisation="none",
            variance=0.125,
        ),
        ModelConfig(hidden=(), likelihood="gaussian-learned", latent_size=1),
        TrainConfig(
            epochs=100_000,
            batch_size=65_536,
            learning_rate=3e-4,
            schedule="one-cycle",
            beta=0.0,
            validation_share=0.25,
            seed=2**31 - 1,
            device="cpu",
        ),
        TrainConfig(learning_rate=1e-5, beta=1000, validation_share=0.9),
    ],
)
def test_a_config_survives_the_form(make, config):
    form = make(type(config))
    for name, value in vars(config).items():
        if name in form.fields:
            form.set_value(name, value)
    assert form.config() == config
    seen(form)
    assert form.config() == config


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("epochs", "12345", 12345),
        ("seed", "2147483647", 2147483647),
        ("learning_rate", "0.00025", 0.00025),
        ("learning_rate", "0.00001", 1e-5),
        ("learning_rate", "1e-4", 1e-4),
        ("learning_rate", "2.5E-3", 2.5e-3),
        ("beta", "1000", 1000.0),
        ("validation_share", "0.333", 0.333),
    ],
)
def test_numbers_can_be_typed(qtbot, make, name, typed, value):
    form = make(TrainConfig)
    type_into(qtbot, form.fields[name], typed)
    assert math.isclose(getattr(form.config(), name), value)
    # Leaving the field again, without a change, must not round what it shows into what it holds.
    form.fields[name].setFocus()
    form.fields[name].clearFocus()
    assert math.isclose(getattr(form.config(), name), value)


def test_a_step_of_the_learning_rate_fits_its_size(qtbot, make):
    form = make(TrainConfig)
    field = form.fields["learning_rate"]
    for start in (0.001, 0.01, 1.0):
        field.setValue(start)
        qtbot.keyClick(field, Qt.Key.Key_Up)
        assert start < field.value() <= 2 * start
        qtbot.keyClick(field, Qt.Key.Key_Down)
        assert math.isclose(field.value(), start)


@pytest.mark.parametrize(("typed", "hidden"), [("512, 256,128", (512, 256, 128)), ("64 64", (64, 64)), ("", ())])
def test_layers_are_typed_as_numbers(qtbot, make, typed, hidden):
    form = make(ModelConfig)
    field = form.fields["hidden"]
    field.clear()
    type_into(qtbot, field, typed)
    assert form.config().hidden == hidden


def test_letters_are_not_layers(qtbot, make):
    form = make(ModelConfig)
    type_into(qtbot, form.fields["hidden"], "12x8")
    assert form.config().hidden == (128,)


@pytest.mark.parametrize("typed", ["0", "9999", "1 2 3 4 5 6 7 8 9 10 11 12 13", "9" * 400])
def test_layers_that_cannot_be_are_refused_by_their_name(qtbot, make, typed):
    form = make(ModelConfig)
    type_into(qtbot, form.fields["hidden"], typed)
    with pytest.raises(UserError, match="Hidden layers"):
        form.config()


def test_a_number_without_end_is_refused_too(make):
    form = make(ModelConfig)
    form.fields["hidden"].setText("9" * 5000)
    with pytest.raises(UserError, match="Hidden layers"):
        form.config()


def test_a_learning_rate_of_nothing_is_refused_by_its_name(qtbot, make):
    form = make(TrainConfig)
    type_into(qtbot, form.fields["learning_rate"], "0")
    with pytest.raises(UserError, match="Learning rate"):
        form.config()


def test_only_what_matters_for_the_likelihood_is_shown(qtbot, make):
    form = make(ModelConfig)
    box = form.fields["likelihood"]
    shown = {}
    for key in (Qt.Key.Key_Home, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(box, key)
        rows = (form.fields["binarisation"].isVisible(), form.fields["variance"].isVisible())
        shown[box.currentText()] = rows
    assert shown == {"bernoulli": (True, False), "gaussian": (False, True), "gaussian-learned": (False, False)}


def test_a_choice_offers_all_there_is(make):
    form = make(ModelConfig)
    for setting in settings_of(ModelConfig):
        if setting.choices:
            field = form.fields[setting.name]
            assert isinstance(field, QComboBox)
            assert tuple(field.itemText(i) for i in range(field.count())) == setting.choices


def test_every_edit_is_told(qtbot, make):
    form = make(TrainConfig)
    for act in (
        lambda: type_into(qtbot, form.fields["epochs"], "7"),
        lambda: qtbot.keyClick(form.fields["schedule"], Qt.Key.Key_Down),
        lambda: qtbot.keyClick(form.fields["beta"], Qt.Key.Key_Up),
    ):
        with qtbot.waitSignal(form.changed):
            act()


def test_a_click_into_a_field_changes_nothing(qtbot, make):
    form = make(TrainConfig)
    for field in form.fields.values():
        if not isinstance(field, QComboBox):
            qtbot.mouseClick(field, LEFT)
    assert form.config() == TrainConfig()
