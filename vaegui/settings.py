"""One dataclass field is one command-line flag, one row of a form and one key of a saved JSON file.

The config dataclasses (`models.ModelConfig`, `training.TrainConfig`) are checked by pydantic. This module reads their
fields back as `Setting` rows for whoever has to show or parse them, and turns pydantic's findings into sentences.
"""

from __future__ import annotations

import argparse
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

import annotated_types
import pydantic

from vaegui.words import tr

Config = TypeVar("Config")
MOST_ERRORS = 100
STRICT = pydantic.ConfigDict(extra="forbid", allow_inf_nan=False)


class UserError(Exception):
    """Something the person at the screen can understand and act on; ``str(error)`` is shown as it stands."""


@dataclass(frozen=True)
class Setting:
    """One field of a config dataclass, as a form or a command line sees it."""

    name: str
    label: str  # the words or the symbol a form shows
    sentence: str
    type: type  # bool, int, float, str, or tuple (of whole numbers)
    default: Any
    choices: Mapping[str, str]  # each allowed value in words; empty when any value of the type will do
    minimum: float | None
    maximum: float | None
    only_if: Mapping[str, tuple[Any, ...]]  # other settings, and the values of each for which this one matters
    is_slider: bool

    @property
    def flag(self) -> str:
        """The command-line flag, ``--like-this``."""
        return "--" + self.name.replace("_", "-")

    def applies(self, values: Mapping[str, Any]) -> bool:
        """Whether it matters beside the values of the other settings; one that is not among them does not speak."""
        return all(values.get(other, allowed[0]) in allowed for other, allowed in self.only_if.items())


def settings_of(config_class: type) -> tuple[Setting, ...]:
    """List the settings of a config dataclass, in order."""
    hints = typing.get_type_hints(config_class)
    rows = []
    for name, field in config_class.__pydantic_fields__.items():  # type: ignore[attr-defined]
        hint = hints[name]
        origin = typing.get_origin(hint)
        extra = field.json_schema_extra or {}
        bounds: dict[str, float] = {}
        for rule in field.metadata:
            if isinstance(rule, annotated_types.Ge | annotated_types.Gt):
                bounds["minimum"] = getattr(rule, "ge", None) if isinstance(rule, annotated_types.Ge) else rule.gt  # type: ignore[assignment]
            if isinstance(rule, annotated_types.Le | annotated_types.Lt):
                bounds["maximum"] = getattr(rule, "le", None) if isinstance(rule, annotated_types.Le) else rule.lt  # type: ignore[assignment]
        rows.append(
            Setting(
                name=name,
                label=field.title or name.replace("_", " "),
                sentence=field.description or "",
                type=str if origin is Literal else (tuple if origin is tuple else hint),
                default=field.default,
                choices={value: extra.get("words", {}).get(value, value) for value in typing.get_args(hint)}
                if origin is Literal
                else {},
                minimum=bounds.get("minimum"),
                maximum=bounds.get("maximum"),
                only_if={other: tuple(allowed) for other, allowed in extra.get("only_if", {}).items()},
                is_slider=bool(extra.get("slider")),
            )
        )
    return tuple(rows)


def parse(config_class: type[Config], values: Mapping[str, Any], where: str = tr("settings")) -> Config:
    """Build a config from plain values (JSON, flags, a form); `where` they are is said of those that are wrong.

    Raises:
        UserError: naming each setting that is wrong, what was given and what is allowed.
    """
    try:
        return pydantic.TypeAdapter(config_class).validate_python(dict(values))
    except pydantic.ValidationError as error:
        if error.error_count() > MOST_ERRORS:  # a sentence for each would take more memory than a stranger is worth
            raise UserError(
                tr("In the {where}: {errors:,} values are wrong.", where=where, errors=error.error_count())
            ) from None
        errors = "; ".join(dict.fromkeys(_sentence(config_class, e) for e in error.errors()))
        raise UserError(tr("In the {where}: {errors}", where=where, errors=errors)) from None


def as_dict(config: Any) -> dict[str, Any]:
    """Return the config as JSON-ready values."""
    values: dict[str, Any] = pydantic.TypeAdapter(type(config)).dump_python(config, mode="json")
    return values


def add_flags(parser: argparse.ArgumentParser, config_class: type, title: str) -> None:
    """Add one flag for each setting, with its sentence, range and default as help."""
    group = parser.add_argument_group(title)
    for setting in settings_of(config_class):
        default = " ".join(map(str, setting.default)) if setting.type is tuple else setting.default
        limits = "" if setting.minimum is None else f"from {setting.minimum:g} to {setting.maximum:g}, "
        help_text = f"{setting.sentence} ({limits}default: {default})".replace("%", "%%")
        if setting.type is bool:
            group.add_argument(setting.flag, action=argparse.BooleanOptionalAction, default=None, help=help_text)
        elif setting.type is tuple:
            group.add_argument(setting.flag, nargs="*", type=int, metavar="N", default=None, help=help_text)
        else:
            group.add_argument(
                setting.flag,
                type=setting.type,
                choices=list(setting.choices) or None,
                metavar=None if setting.choices else setting.type.__name__.upper(),
                default=None,
                help=help_text,
            )


def from_flags(config_class: type[Config], flags: argparse.Namespace) -> Config:
    """Collect what `add_flags` parsed; a flag that was not given keeps its default."""
    given = {s.name: getattr(flags, s.name) for s in settings_of(config_class)}
    return parse(config_class, {name: value for name, value in given.items() if value is not None}, "command line")


def values_of(*configs: Any) -> dict[str, Any]:
    """Return all settings of some configs by name."""
    return {s.name: getattr(config, s.name) for config in configs for s in settings_of(type(config))}


def refuse_meaningless(*configs: Any) -> None:
    """Make sure that no flag was given which has no meaning beside the others.

    Raises:
        UserError: naming the first such setting, and what it would need.
    """
    values = values_of(*configs)
    for setting in (s for config in configs for s in settings_of(type(config))):
        if values[setting.name] != setting.default and not setting.applies(values):
            needs = " and ".join(
                f"{other.replace('_', ' ')} {' or '.join(map(str, allowed))}"
                for other, allowed in setting.only_if.items()
                if values.get(other) not in allowed
            )
            raise UserError(f"“{setting.label}” ({setting.flag}) has no meaning here: it needs {needs}.")


def as_flags(*configs: Any) -> list[str]:
    """Write the words of a command line that `from_flags` reads back to the same configs; defaults are left out."""
    words: list[str] = []
    values = values_of(*configs)
    for setting in (s for config in configs for s in settings_of(type(config))):
        value = values[setting.name]
        if value == setting.default or not setting.applies(values):
            continue
        if setting.type is bool:
            words.append(setting.flag if value else setting.flag.replace("--", "--no-", 1))
        else:
            words += [setting.flag, *map(str, value if setting.type is tuple else (value,))]
    return words


def _sentence(config_class: type, error: Any) -> str:
    name = next((part for part in reversed(error["loc"]) if isinstance(part, str)), "value")  # the innermost
    labels = {s.name: s.label for s in settings_of(config_class)}
    if error["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        return tr("“{setting}” is not a setting this version knows", setting=name)
    if error["type"] == "value_error":
        return str(error["ctx"]["error"])
    limits = error.get("ctx", {})
    message = {
        "greater_than_equal": tr("must be at least {limit}", limit=limits.get("ge")),
        "less_than_equal": tr("must be at most {limit}", limit=limits.get("le")),
        "greater_than": tr("must be more than {limit}", limit=limits.get("gt")),
        "literal_error": tr("must be one of {choices}", choices=limits.get("expected")),
    }.get(error["type"], error["msg"][0].lower() + error["msg"][1:])
    shown = repr(error["input"])
    return tr(
        "{setting} — {problem} (given: {given})",
        setting=labels.get(name, name),
        problem=message,
        given=shown if len(shown) < 60 else shown[:57] + "…",
    )
