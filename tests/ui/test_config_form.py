"""The form: a row for each setting, and what is typed there is what is read."""

import math

import pytest
from hands import LEFT, seen, wheel
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QSlider

from vaegui.families import TrainConfig
from vaegui.importing import Recipe
from vaegui.models import ModelConfig
from vaegui.settings import UserError, settings_of
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


def test_a_tooltip_tells_the_range_and_the_default(make):
    forms = [make(ModelConfig), make(TrainConfig), make(Recipe)]
    tips = {name: field.toolTip() for form in forms for name, field in form.fields.items()}
    assert "from 1 to 100000, default: 20" in tips["epochs"]
    assert "from 0 to 10, default: 0.001" in tips["learning_rate"]
    assert "default: 256 256" in tips["hidden"]
    assert "default: Bernoulli" in tips["likelihood"]
    assert "default: False" in tips["invert"]


def test_the_tooltip_of_beta_says_once_what_it_is(make):
    form = make(TrainConfig)
    tip = form.fields["beta"].toolTip()
    assert tip.count("<b>") == 1
    assert "<b>β</b> · β in distortion + β · rate<br>" in tip


@pytest.mark.parametrize(
    "config",
    [
        ModelConfig(
            architecture="conv",
            hidden=(32, 64, 8192),
            activation="tanh",
            latent_size=512,
            likelihood="gaussian",
            output="linear",
            variance=0.125,
        ),
        ModelConfig(hidden=(), likelihood="gaussian-learned", latent_size=1),
        ModelConfig(likelihood="continuous-bernoulli"),
        ModelConfig(binarisation="none"),
        ModelConfig(family="autoencoder", latent_size=16, binarisation="threshold"),
        ModelConfig(family="em", hidden=(8,), activation="silu"),
        ModelConfig(family="pixels", likelihood="gaussian", variance=0.25),
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
        TrainConfig(learning_rate=1e-5, beta=1000, validation_share=0.9, warmup_epochs=7),
        TrainConfig(objective="iwae", importance_samples=512),
        TrainConfig(corruption="masking", corruption_level=0.05, weight_precision=1e6),
        TrainConfig(pretraining="greedy", layer_epochs=3, prior_strength=1000),
        TrainConfig(grid_side=120, m_steps=100, amortise_epochs=1),
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
    qtbot.keyClick(box, Qt.Key.Key_Home)
    shown = {}
    for _ in range(box.count()):
        names = [name for name in ("binarisation", "output", "variance") if form.fields[name].isVisible()]
        labels = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
        assert all((form.findChild(QFormLayout).labelForField(form.fields[name]).text() in labels) for name in names)
        shown[box.currentData()] = names
        qtbot.keyClick(box, Qt.Key.Key_Down)
    assert shown == {
        "bernoulli": ["binarisation"],
        "continuous-bernoulli": [],
        "gaussian": ["output", "variance"],
        "gaussian-learned": ["output"],
    }


def test_a_choice_offers_all_there_is_in_words(make):
    for config_class in (ModelConfig, TrainConfig):
        form = make(config_class)
        for setting in settings_of(config_class):
            if setting.choices:
                field = form.fields[setting.name]
                assert isinstance(field, QComboBox)
                assert {field.itemData(i): field.itemText(i) for i in range(field.count())} == setting.choices
            if setting.name == "family":
                assert field.currentText() == "variational autoencoder"


@pytest.mark.parametrize(
    ("changes", "meant"),
    [
        ({"binarisation": "none", "likelihood": "gaussian"}, ModelConfig(likelihood="gaussian")),
        ({"output": "linear", "variance": 3.0}, ModelConfig()),
        ({"latent_size": 9, "family": "em"}, ModelConfig(family="em")),
        (
            {"hidden": (8, 8), "architecture": "conv", "activation": "tanh", "family": "pixels"},
            ModelConfig(family="pixels"),
        ),
        ({"beta": 5.0, "warmup_epochs": 3, "objective": "iwae"}, TrainConfig(objective="iwae")),
        ({"importance_samples": 3}, TrainConfig()),
        ({"corruption_level": 0.9}, TrainConfig()),
        ({"layer_epochs": 99}, TrainConfig()),
    ],
)
def test_a_hidden_setting_counts_as_its_default_and_comes_back(make, changes, meant):
    form = make(type(meant))
    for name, value in changes.items():
        form.set_value(name, value)
    assert form.config() == meant
    # What was typed is not lost: it counts again as soon as it has a meaning again.
    assert {name: form.value(name) for name in changes} == changes


def test_fill_leaves_nothing_of_what_was_there_before(make):
    form = make(TrainConfig)
    for name, value in {"beta": 3.0, "epochs": 7, "corruption": "masking", "seed": 5}.items():
        form.set_value(name, value)
    form.fill({"beta": 2.0, "schedule": "one-cycle"})
    assert form.config() == TrainConfig(beta=2.0, schedule="one-cycle")
    form.fill({})
    assert form.config() == TrainConfig()


def test_what_another_form_says_decides_what_is_shown_and_what_counts(make):
    form = make(TrainConfig)
    form.set_value("beta", 4.0)
    form.set_value("grid_side", 80)
    form.set_context({"family": "em"})
    assert form.fields["grid_side"].isVisible()
    assert not form.fields["beta"].isVisible()
    assert form.config() == TrainConfig(grid_side=80)
    form.set_context({"family": "vae"})
    assert not form.fields["grid_side"].isVisible()
    assert form.fields["beta"].isVisible()
    assert form.config() == TrainConfig(beta=4.0)


@pytest.mark.parametrize("config_class", [ModelConfig, TrainConfig])
def test_the_wheel_changes_only_the_field_that_has_the_focus(qtbot, make, config_class):
    form = make(config_class)
    for name, field in form.fields.items():
        if not field.isVisible() or isinstance(field, QLineEdit):
            continue
        form.setFocus()
        qtbot.waitUntil(lambda field=field: not field.hasFocus())
        before = form.value(name)
        under_the_pointer = field.findChild(QSlider) or field
        for notches in (1, -1):
            wheel(under_the_pointer, under_the_pointer.rect().center(), notches)
            assert form.value(name) == before, f"{name} was changed by the wheel without having the focus"


def test_the_wheel_changes_the_number_that_has_the_focus(qtbot, make):
    form = make(TrainConfig)
    field = form.fields["batch_size"]
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    wheel(field, field.rect().center(), 1)
    assert form.value("batch_size") == 129


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
