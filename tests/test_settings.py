import argparse
import json

import pytest
from pydantic import Field
from pydantic.dataclasses import dataclass

from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import (
    STRICT,
    UserError,
    add_flags,
    as_dict,
    as_flags,
    from_flags,
    parse,
    refuse_meaningless,
    settings_of,
    values_of,
)


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
    ModelConfig(hidden=(), likelihood="gaussian-learned", output="linear"),
    ModelConfig(likelihood="continuous-bernoulli"),
    ModelConfig(family="pixels", binarisation="threshold"),
    TrainConfig(),
    TrainConfig(objective="iwae", importance_samples=64, corruption="salt-and-pepper", corruption_level=0.05),
    TrainConfig(pretraining="greedy", layer_epochs=7, weight_precision=1e-3, warmup_epochs=4, prior_strength=0),
    TrainConfig(grid_side=60, m_steps=3, amortise_epochs=2),
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
        (ModelConfig, {"family": "em", "latent_size": 3}, "exact EM works on a grid of two latent dimensions"),
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
    choices = {setting.name: setting.choices for each in (ModelConfig, TrainConfig) for setting in settings_of(each)}
    for setting in settings_of(kind):
        assert setting.label != setting.name
        assert setting.sentence.endswith(".")
        assert parse(kind, {setting.name: setting.default}) == kind()
        for other, allowed in setting.only_if.items():
            assert set(allowed) < set(choices[other])
        for choice, words in setting.choices.items():
            assert words
            assert getattr(parse(kind, {setting.name: choice}), setting.name) == choice
        if setting.maximum is not None:
            assert getattr(parse(kind, {setting.name: setting.maximum}), setting.name) == setting.maximum
            with pytest.raises(UserError):
                parse(kind, {setting.name: setting.maximum * 1.01 + 1})
        if setting.minimum is not None:
            with pytest.raises(UserError):
                parse(kind, {setting.name: setting.minimum - 1e-4})


# ---- settings that matter only beside others


def flag_words(*configs):
    return " ".join(as_flags(*configs))


@pytest.mark.parametrize(
    ("model", "training", "words"),
    [
        ({}, {"beta": 3.0}, "--beta 3.0"),
        ({}, {"objective": "iwae", "beta": 3.0}, "--objective iwae"),
        ({}, {"importance_samples": 3}, ""),
        ({"family": "autoencoder"}, {"beta": 3.0, "warmup_epochs": 2}, "--family autoencoder"),
        (
            {"family": "autoencoder", "latent_size": 7},
            {"pretraining": "greedy", "layer_epochs": 2},
            "--family autoencoder --latent-size 7 --pretraining greedy --layer-epochs 2",
        ),
        (
            {"family": "autoencoder", "architecture": "conv"},
            {"pretraining": "greedy"},
            "--family autoencoder --architecture conv",
        ),
        ({"family": "em"}, {"grid_side": 9, "corruption": "masking"}, "--family em --grid-side 9"),
        (
            {"family": "pixels", "hidden": (3,)},
            {"epochs": 3, "prior_strength": 0},
            "--family pixels --prior-strength 0",
        ),
        (
            {"likelihood": "gaussian", "binarisation": "none", "output": "linear"},
            {},
            "--likelihood gaussian --output linear",
        ),
        ({"variance": 0.1}, {"corruption_level": 0.9}, ""),
    ],
)
def test_flags_leave_out_what_does_not_apply(model, training, words):
    model, training = ModelConfig(**model), TrainConfig(**training)
    assert flag_words(model, training) == words
    parser = argparse.ArgumentParser()
    for kind in (ModelConfig, TrainConfig):
        add_flags(parser, kind, "settings")
    flags = parser.parse_args(as_flags(model, training))
    again = from_flags(ModelConfig, flags), from_flags(TrainConfig, flags)
    refuse_meaningless(*again)  # what is left makes sense
    assert flag_words(*again) == words
    values, found = values_of(model, training), values_of(*again)
    for setting in (*settings_of(ModelConfig), *settings_of(TrainConfig)):
        if setting.applies(values):
            assert found[setting.name] == values[setting.name]


@pytest.mark.parametrize(
    ("model", "training", "sentence"),
    [
        ({"family": "autoencoder"}, {"beta": 3.0}, r"“β” \(--beta\) has no meaning here: it needs family vae\."),
        ({}, {"objective": "iwae", "beta": 3.0}, r"“β” .* it needs objective elbo\."),
        ({}, {"importance_samples": 3}, r"\(--importance-samples\) .* it needs objective iwae\."),
        (
            {"family": "pixels", "hidden": (3,)},
            {},
            r"“Hidden layers” .* family vae or autoencoder or em\.",
        ),
        ({"likelihood": "gaussian", "binarisation": "none"}, {}, r"\(--binarisation\) .* likelihood bernoulli\."),
        ({"output": "linear"}, {}, r"\(--output\) .* likelihood gaussian or gaussian-learned\."),
        (
            {},
            {"corruption_level": 0.5},
            r"“Noise level” .* corruption gaussian or salt-and-pepper or masking\.",
        ),
        ({"family": "pixels", "latent_size": 3}, {"epochs": 3}, r"\(--latent-size\) .* family vae or autoencoder\."),
        ({}, {"pretraining": "greedy"}, r"\(--pretraining\) .* family autoencoder\."),
    ],
)
def test_a_setting_without_meaning_beside_the_others_is_refused(model, training, sentence):
    with pytest.raises(UserError, match=sentence):
        refuse_meaningless(ModelConfig(**model), TrainConfig(**training))


def test_what_makes_sense_is_not_refused():
    refuse_meaningless(ModelConfig(), TrainConfig())
    refuse_meaningless(ModelConfig(family="em"), TrainConfig(grid_side=9, weight_precision=1))
    refuse_meaningless(ModelConfig(), TrainConfig(corruption="masking", corruption_level=0.5, warmup_epochs=3))
    refuse_meaningless(TrainConfig(grid_side=9))  # on its own: nobody says which family it is for


def test_a_setting_applies_beside_the_values_it_asks_for():
    settings = {setting.name: setting for kind in (ModelConfig, TrainConfig) for setting in settings_of(kind)}
    output = settings["output"]
    assert output.applies({"likelihood": "gaussian", "family": "em"})
    assert not output.applies({"likelihood": "gaussian", "family": "pixels"})
    assert not output.applies({"likelihood": "bernoulli", "family": "em"})
    assert output.applies({"likelihood": "gaussian"})  # what is not there does not speak
    assert settings["seed"].applies({"family": "pixels"})
    assert not settings["epochs"].applies({"family": "pixels"})
    assert settings["prior_strength"].is_slider
    assert not settings["epochs"].is_slider
