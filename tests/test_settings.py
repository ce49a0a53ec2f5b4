import argparse
import json

import pytest
from pydantic import Field
from pydantic.dataclasses import dataclass

from vaegui.models import ModelConfig
from vaegui.settings import (
    STRICT,
    UserError,
    add_flags,
    as_dict,
    as_flags,
    from_flags,
    parse,
    settings_of,
    user_folder,
)
from vaegui.training import TrainConfig


@dataclass(frozen=True, config=STRICT)
class Switches:
    """Settings of the one kind that the real configs do not have."""

    dark_mode: bool = Field(default=False, title="Dark", description="100 % dark.")
    grid: bool = Field(default=True, title="Grid", description="Lines.")


CONFIGS = [
    ModelConfig(),
    ModelConfig(
        architecture="conv", hidden=(16, 32, 64), activation="tanh", latent_size=7, likelihood="gaussian", variance=0.1
    ),
    ModelConfig(hidden=(), likelihood="gaussian-learned", binarisation="none"),
    TrainConfig(),
    TrainConfig(epochs=3, learning_rate=1e-5, schedule="one-cycle", beta=0.1 + 0.2, seed=2**31 - 1, device="cpu"),
    Switches(dark_mode=True, grid=False),
]


@pytest.mark.parametrize("config", CONFIGS, ids=lambda config: type(config).__name__)
def test_flags_and_json_bring_a_config_back(config):
    kind = type(config)
    parser = argparse.ArgumentParser()
    add_flags(parser, kind, "settings")
    assert from_flags(kind, parser.parse_args(as_flags(config))) == config
    assert parse(kind, json.loads(json.dumps(as_dict(config)))) == config
    assert bool(as_flags(config)) == (config != kind())  # defaults are left out
    assert all(setting.sentence.split()[0] in parser.format_help() for setting in settings_of(kind))


@pytest.mark.parametrize(
    ("kind", "values", "named"),
    [
        (ModelConfig, {"latent_size": 0}, "Latent size D"),
        (ModelConfig, {"latent_size": 2.5}, "Latent size D"),
        (ModelConfig, {"hidden": [64, 0]}, "Hidden layers"),
        (ModelConfig, {"hidden": "64"}, "Hidden layers"),
        (ModelConfig, {"hidden": [64] * 13}, "Hidden layers"),
        (ModelConfig, {"architecture": "transformer"}, "Network"),
        (ModelConfig, {"variance": float("inf")}, "Pixel variance"),
        (ModelConfig, {"depth": 3}, "“depth” is not a setting"),
        (TrainConfig, {"epochs": "many"}, "Epochs"),
        (TrainConfig, {"epochs": None}, "Epochs"),
        (TrainConfig, {"learning_rate": float("nan")}, "Learning rate"),
        (TrainConfig, {"learning_rate": 0}, "Learning rate"),
        (TrainConfig, {"validation_share": 1}, "Held out"),
        (TrainConfig, {"seed": -1, "beta": -1}, "Seed"),
        (TrainConfig, {"seed": -1, "beta": -1}, "β"),
    ],
)
def test_a_wrong_value_is_refused_with_a_sentence_that_names_the_setting(kind, values, named):
    with pytest.raises(UserError, match=named) as caught:
        parse(kind, values, "form")
    assert str(caught.value).startswith("In the form: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("kind", [ModelConfig, TrainConfig])
def test_every_setting_explains_itself_and_its_bounds_are_those_that_hold(kind):
    choices = {setting.name: setting.choices for setting in settings_of(kind)}
    for setting in settings_of(kind):
        assert setting.label != setting.name
        assert setting.sentence.endswith(".")
        assert parse(kind, {setting.name: setting.default}) == kind()
        if setting.only_if:
            other, value = setting.only_if
            assert value in choices[other]
        for choice in setting.choices:
            assert getattr(parse(kind, {setting.name: choice}), setting.name) == choice
        if setting.maximum is not None:
            assert getattr(parse(kind, {setting.name: setting.maximum}), setting.name) == setting.maximum
            with pytest.raises(UserError):
                parse(kind, {setting.name: setting.maximum * 1.01 + 1})
        if setting.minimum is not None:
            with pytest.raises(UserError):
                parse(kind, {setting.name: setting.minimum - 1e-4})


def test_the_users_folder_can_be_moved(home, monkeypatch):
    assert user_folder() == home
    monkeypatch.delenv("VAEGUI_HOME")
    assert user_folder().name == "vaegui"
    assert user_folder().is_absolute()
