"""The file of a sweep: a dataset, settings that are fixed, settings that vary, and how trials are chosen among them.

    name = "mnist-beta"          # of the study; without it, the file's
    dataset = "mnist"
    sampler = "grid"             # every combination (where nothing is a range, the default), "random" or "tpe"
    trials = 20                  # how many; not for a grid
    optimise = "bound"           # what "tpe" looks for: validation "bound", or "rate-distortion", a front of two

    [fixed]                      # settings by the names that `vaegui train --help` has for them
    hidden = [256, 256]

    [vary]
    beta = [0.25, 0.5, 1, 2, 4]
    learning_rate = { low = 1e-4, high = 1e-2, log = true }

It is TOML, which has comments; JSON with the same keys will do. Everything is checked before a trial begins: a trial's
settings are those of `models.ModelConfig` and `families.TrainConfig`, by the same rules as everywhere.
"""

from __future__ import annotations

import difflib
import itertools
import json
import math
import sys
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pydantic.dataclasses import dataclass as checked_dataclass

from vaegui import storing
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.settings import STRICT, Setting, UserError, parse, refuse_meaningless, settings_of

LARGEST_FILE = 1 << 20  # bytes
MOST_TRIALS = 10_000
TRIALS = 20  # where nobody says how many
MOST_CHECKED = 2_000  # combinations of a space that is not a grid
NATS = ("likelihood", "binarisation", "variance", "family", "objective")  # what makes bounds of trials incomparable
SETTINGS: dict[str, Setting] = {s.name: s for config in (ModelConfig, TrainConfig) for s in settings_of(config)}
Params = dict[str, Any]  # the settings that vary, by name


@checked_dataclass(frozen=True, config=STRICT)
class Range:
    """Numbers from `low` to `high`, both included; a whole number of steps apart, or evenly on a logarithmic scale."""

    low: float
    high: float
    log: bool = False
    step: float | None = None

    def values(self) -> list[float]:
        """All of them, of a range with steps."""
        assert self.step is not None
        return [self.low + n * self.step for n in range(math.floor((self.high - self.low) / self.step + 1e-9) + 1)]


@checked_dataclass(frozen=True, config=STRICT)
class _File:
    dataset: str
    vary: dict[str, Any]
    fixed: dict[str, Any] | None = None
    name: str = ""
    sampler: Literal["grid", "random", "tpe"] | None = None
    trials: int | None = None
    optimise: Literal["bound", "rate-distortion"] | None = None


@dataclass(frozen=True)
class Plan:
    """What a sweep's file says, checked."""

    name: str
    dataset: str
    fixed: Params
    vary: Mapping[str, tuple[Any, ...] | Range]
    sampler: Literal["grid", "random", "tpe"]
    trials: int
    optimise: Literal["bound", "rate-distortion"]

    def cells(self) -> list[Params]:
        """Of a grid: every combination, the last setting varying fastest."""
        lists = [_listed(name, choices) for name, choices in self.vary.items()]
        return [dict(zip(self.vary, values, strict=True)) for values in itertools.product(*lists)]

    def configs(self, params: Params) -> tuple[ModelConfig, TrainConfig]:
        """The settings of a trial.

        Raises:
            UserError: when they do not go together.
        """
        return _configs(self.fixed | params, f"sweep, {in_words(params)}")

    def as_dict(self) -> dict[str, Any]:
        """Everything but the number of trials, which may grow, as JSON has it."""
        vary = {
            name: {"low": c.low, "high": c.high, "log": c.log, "step": c.step} if isinstance(c, Range) else list(c)
            for name, c in self.vary.items()
        }
        values = {"dataset": self.dataset, "fixed": self.fixed, "vary": vary, "sampler": self.sampler}
        plain: dict[str, Any] = json.loads(json.dumps(values | {"optimise": self.optimise}))
        return plain


def read(path: Path, trials: int | None = None) -> Plan:
    """Read and check a sweep's file.

    Args:
        path: ends in .toml or .json.
        trials: how many, in place of what the file says.

    Raises:
        UserError: when there is no such file, or something in it is wrong.
    """
    try:
        if storing.size_of(path) > LARGEST_FILE:
            raise UserError(f"{path} is larger than any sweep’s file.")
        text = path.read_bytes().decode()
        content = json.loads(text) if path.suffix.lower() == ".json" else tomllib.loads(text)
    except OSError as error:
        raise UserError(f"{path} cannot be read: {storing.in_words(error)}.") from None
    except (ValueError, RecursionError) as error:  # among them those of TOML, of JSON and of UTF-8
        kind = "JSON" if path.suffix.lower() == ".json" else "TOML"
        raise UserError(f"{path} is not {kind}: {error}.") from None
    if not isinstance(content, dict):
        raise UserError(f"{path} does not describe a sweep: it needs “dataset” and “vary”.")
    return plan_of(content, path.stem, trials)


def plan_of(content: Mapping[str, Any], name: str, trials: int | None = None) -> Plan:
    """Check what a sweep's file says; `name` is the study's where it does not say another.

    Raises:
        UserError: naming what is wrong, and what would be right.
    """
    for key in ("dataset", "vary"):
        if key not in content:
            raise UserError(f"The sweep’s file lacks “{key}”: {_NEEDED[key]}")
    file = parse(_File, content, "sweep’s file")
    name = file.name or name
    check_name(name)
    if not file.vary:
        raise UserError(f"The sweep’s file lacks something in “vary”: {_NEEDED['vary']}")
    fixed = dict(file.fixed or {})
    for setting in (*fixed, *file.vary):
        _known(setting)
    if both := sorted(fixed.keys() & file.vary.keys()):
        raise UserError(f"“{both[0]}” is both fixed and varied in the sweep’s file. Leave it in one place.")
    vary = {setting: _choices(setting, value) for setting, value in file.vary.items()}
    has_ranges = any(isinstance(choices, Range) and choices.step is None for choices in vary.values())
    sampler = file.sampler or ("random" if has_ranges else "grid")
    optimise = file.optimise or "bound"
    _check_sampler(sampler, file.optimise, vary)
    trials = file.trials if trials is None else trials
    if sampler == "grid":
        size = math.prod(len(_listed(setting, choices)) for setting, choices in vary.items())
        if trials is not None:
            raise UserError(f"A grid trains every combination, here {size:,}: it takes no number of trials.")
        trials = size
    trials = TRIALS if trials is None else trials
    if not 1 <= trials <= MOST_TRIALS:
        raise UserError(f"A sweep has from 1 to {MOST_TRIALS:,} trials, not {trials:,}.")
    plan = Plan(name, file.dataset, fixed, vary, sampler, trials, optimise)
    return _checked(plan)


def check_name(name: str) -> None:
    """Make sure that a study, and runs whose names begin with it, can be called so.

    Raises:
        UserError: saying what would do.
    """
    if (
        not name
        or name.startswith(".")
        or len(name.encode()) > 80
        or any(c in '/\\:*?"<>|' or ord(c) < 32 for c in name)
    ):
        raise UserError(f"“{name}” cannot be the name of a study: use letters, digits, spaces, dots and dashes.")


def in_words(params: Params) -> str:
    """Settings by name, for reading."""
    return ", ".join(f"{name.replace('_', ' ')} {value_in_words(value)}" for name, value in params.items())


def value_in_words(value: Any) -> str:
    """A setting's value, for reading."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return "-".join(map(str, value)) or "none"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


_NEEDED = {
    "dataset": 'what to learn, such as dataset = "digits".',
    "vary": "settings and their values, such as beta = [0.5, 1, 2] below [vary].",
}


def _known(name: str) -> Setting:
    if name not in SETTINGS:
        near = difflib.get_close_matches(name, SETTINGS, 1)
        hint = f" Is “{near[0]}” meant?" if near else " `vaegui train --help` lists them all, with “-” in place of “_”."
        raise UserError(f"“{name}” in the sweep’s file is not a setting this version knows.{hint}")
    return SETTINGS[name]


def _choices(name: str, value: Any) -> tuple[Any, ...] | Range:
    """What a setting may be, in the type that it has."""
    setting = SETTINGS[name]
    if isinstance(value, dict):
        if setting.type not in (int, float) or setting.choices:
            raise UserError(f"“{name}” has no range in the sweep’s file: list its values, as {name} = […].")
        return _range(setting, value)
    if not isinstance(value, list) or not value:
        raise UserError(
            f"“{name}” varies in the sweep’s file: give it a list of values, or a range such as "
            "{ low = 0.1, high = 10, log = true }."
        )
    as_written = [_typed(setting, each) for each in value]
    if len({json.dumps(each) for each in as_written}) < len(as_written):
        raise UserError(f"“{name}” has a value twice in the sweep’s file.")
    return tuple(as_written)


def _range(setting: Setting, value: dict[str, Any]) -> Range:
    name = setting.name
    found = parse(Range, value, f"sweep’s file, range of {name}")
    if not found.low < found.high:
        raise UserError(f"The range of “{name}” in the sweep’s file is empty: low must be less than high.")
    if found.log and (found.low <= 0 or found.step is not None):
        raise UserError(f"The range of “{name}” is logarithmic: low must be more than 0, and it has no step.")
    if found.step is not None and not 0 < found.step <= found.high - found.low:
        raise UserError(f"The step of “{name}” in the sweep’s file must be more than 0, and no more than the range.")
    if found.step is not None and not (found.high - found.low) / found.step < MOST_TRIALS:
        raise UserError(f"The range of “{name}” has more than {MOST_TRIALS:,} values: take a larger step, or none.")
    if setting.type is int and not all(x is None or x == int(x) for x in (found.low, found.high, found.step)):
        raise UserError(f"“{name}” is a whole number, and so are low, high and step of its range.")
    # Optuna takes what is a whole number of steps from low for the end, and warns where that is not high.
    return found if found.step is None else Range(found.low, found.values()[-1], found.log, found.step)


def _typed(setting: Setting, value: Any) -> Any:
    """A value as it will be read back: 1 for a setting with decimals is 1.0, as 1.0 for a whole number is 1."""
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool) and abs(value) <= sys.float_info.max
    if setting.type is float and is_number:
        return float(value)
    if setting.type is int and is_number and value == int(value):
        return int(value)
    return value


def _listed(name: str, choices: tuple[Any, ...] | Range) -> list[Any]:
    if isinstance(choices, Range):
        return [_typed(SETTINGS[name], value) for value in choices.values()]
    return list(choices)


def _check_sampler(sampler: str, optimise: str | None, vary: Mapping[str, tuple[Any, ...] | Range]) -> None:
    endless = [name for name, c in vary.items() if isinstance(c, Range) and c.step is None]
    if sampler == "grid" and endless:
        raise UserError(
            f"A grid needs a list of values for “{endless[0]}”, or a step in its range; or take the sampler “random”."
        )
    if sampler != "tpe" and optimise is not None:
        raise UserError(f"“optimise” says what the sampler “tpe” looks for; “{sampler}” looks for nothing.")
    mixed = [name for name in NATS if name in vary]
    if sampler == "tpe" and mixed:
        raise UserError(
            f"“tpe” looks for the best bound, and the bounds of trials that differ in “{mixed[0]}” cannot be compared: "
            "take the sampler “grid” or “random”."
        )


def _checked(plan: Plan) -> Plan:
    """Make sure that settings go together, of all trials as far as they can be told before."""
    for params in _corners(plan):
        configs = plan.configs(params)
        try:
            refuse_meaningless(*configs)
        except UserError as error:
            raise UserError(f"In the sweep, {in_words(params)}: {error}") from None
        if plan.sampler == "tpe" and configs[0].family in ("autoencoder", "pixels") and plan.optimise != "bound":
            raise UserError(
                "An autoencoder and independent pixels have no rate: “rate-distortion” needs another family."
            )
    return plan


def _corners(plan: Plan) -> Iterator[Params]:
    """All combinations of a grid; of another space those of listed values and ends of ranges, if there are not many."""
    lists = {
        name: [_typed(SETTINGS[name], end) for end in (c.low, c.high)]
        if isinstance(c, Range) and c.step is None
        else _listed(name, c)
        for name, c in plan.vary.items()
    }
    if plan.sampler == "grid" or math.prod(map(len, lists.values())) <= MOST_CHECKED:
        for values in itertools.product(*lists.values()):
            yield dict(zip(lists, values, strict=True))
        return
    usual = {name: choices[0] for name, choices in lists.items()}
    for name, choices in lists.items():
        for value in choices:
            yield usual | {name: value}


def _configs(values: Params, where: str) -> tuple[ModelConfig, TrainConfig]:
    models = {s.name for s in settings_of(ModelConfig)}
    model = parse(ModelConfig, {name: value for name, value in values.items() if name in models}, where)
    training = parse(TrainConfig, {name: value for name, value in values.items() if name not in models}, where)
    return model, training
