"""A form made from a config dataclass: a row for each setting that has a meaning, with its sentence as tooltip."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator, QValidator
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QLineEdit, QSlider, QSpinBox, QWidget
from superqt import QLabeledSlider

from vaegui.settings import Setting, parse, settings_of
from vaegui.ui.accessible import name_slider
from vaegui.ui.decimal_box import DecimalBox, with_point
from vaegui.ui.theme import fit
from vaegui.ui.tips import tip
from vaegui.words import ENGLISH, language, tr

LABEL_WIDTH = 104  # one left edge for the fields of all forms
TAUGHT = {  # terms of the glossary, by the tooltips of these settings
    "family": ("VAE", "autoencoder", "EM"),
    "hidden": ("stacked",),
    "latent_size": ("latent variable", "undercomplete"),
    "likelihood": ("likelihood",),
    "binarisation": ("binarisation",),
    "objective": ("ELBO", "IWAE bound"),
    "beta": ("β",),  # whose sentence says what the loss is
    "importance_samples": ("importance sampling",),
    "grid_side": ("E-step", "responsibility"),
    "m_steps": ("M-step",),
    "amortise_epochs": ("amortised inference",),
    "pretraining": ("stacked",),
    "corruption": ("denoising",),
    "weight_precision": ("MAP",),
    "prior_strength": ("maximum likelihood", "MAP"),
}


class ConfigForm(QWidget):
    """Edit one config.

    Signals:
        changed: any value was edited.
    """

    changed = Signal()

    def __init__(self, config_class: type, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._config_class = config_class
        self._settings = settings_of(config_class)
        self._context: Mapping[str, Any] = {}
        self.fields: dict[str, QWidget] = {}
        self._layout = QFormLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        for setting in self._settings:
            field = self._make_field(setting)
            field.setToolTip(_tip(setting))
            field.setAccessibleName(setting.label)
            field.setAccessibleDescription(setting.sentence)
            if isinstance(field, QLabeledSlider):
                name_slider(field, setting.label, setting.sentence)
            self.fields[setting.name] = field
            self._layout.addRow(setting.label, field)
            label = self._layout.labelForField(field)
            label.setToolTip(field.toolTip())
            fit(label, minimum_width=LABEL_WIDTH)
            for widget in (field, *field.findChildren(QSlider)):
                widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                widget.installEventFilter(self)
        self._on_changed()

    def config(self) -> Any:
        """Read the form; a setting that has no meaning beside the others counts as its default.

        Raises:
            UserError: when a value is not allowed.
        """
        values = self.values()
        meant = {
            s.name: values[s.name] if s.applies({**self._context, **values}) else s.default for s in self._settings
        }
        return parse(self._config_class, meant, tr("settings"))

    def values(self) -> dict[str, Any]:
        """Read all fields, unchecked."""
        return {s.name: self._read(s) for s in self._settings}

    def fill(self, values: Mapping[str, Any]) -> None:
        """Fill in the fields that are named, and put the others back to their defaults."""
        for setting in self._settings:
            self._write(setting, values.get(setting.name, setting.default))

    def set_context(self, values: Mapping[str, Any]) -> None:
        """Take the values of another form, on which it depends what has a meaning here."""
        self._context = values
        self._show_rows()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the wheel scroll the form: it changes only the field that has the focus."""
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def value(self, name: str) -> Any:
        """Read one field, unchecked."""
        return self._read(self._setting(name))

    def set_value(self, name: str, value: Any) -> None:
        """Fill in one field."""
        self._write(self._setting(name), value)

    def _setting(self, name: str) -> Setting:
        return next(setting for setting in self._settings if setting.name == name)

    def _make_field(self, setting: Setting) -> QWidget:
        if setting.choices:
            box = QComboBox()
            for value, words in setting.choices.items():
                box.addItem(words, value)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)  # so that a row that is too long wraps
            box.currentIndexChanged.connect(self._on_changed)
            field: QWidget = box
        elif setting.type is bool:
            check = QCheckBox()
            check.toggled.connect(self._on_changed)
            field = check
        elif setting.is_slider:
            slider = QLabeledSlider(Qt.Orientation.Horizontal)
            slider.setRange(int(setting.minimum or 0), int(setting.maximum or 100))
            slider.valueChanged.connect(self._on_changed)
            field = slider
        elif setting.type is int:
            whole = QSpinBox()
            whole.setRange(int(setting.minimum or 0), int(setting.maximum or 2**31 - 1))
            whole.setGroupSeparatorShown(language() == ENGLISH)  # a comma is the decimal sign of others
            whole.valueChanged.connect(self._on_changed)
            field = whole
        elif setting.type is float:
            decimal = _Decimal()
            decimal.setRange(setting.minimum or 0.0, setting.maximum or 1e9)
            decimal.valueChanged.connect(self._on_changed)
            field = decimal
        else:
            line = QLineEdit()
            if setting.type is tuple:
                line.setPlaceholderText(tr("none"))
                line.setMaxLength(80)
                line.setValidator(QRegularExpressionValidator(QRegularExpression(r"[\d ,]*"), line))
            line.textChanged.connect(self._on_changed)
            field = line
        self.fields[setting.name] = field
        self._write(setting, setting.default)
        return field

    def _read(self, setting: Setting) -> Any:
        field = self.fields[setting.name]
        if isinstance(field, QComboBox):
            return field.currentData()
        if isinstance(field, QCheckBox):
            return field.isChecked()
        if isinstance(field, QSpinBox | QDoubleSpinBox | QLabeledSlider):
            return field.value()
        assert isinstance(field, QLineEdit)
        return tuple(int(n) for n in field.text().replace(",", " ").split()) if setting.type is tuple else field.text()

    def _write(self, setting: Setting, value: Any) -> None:
        field = self.fields[setting.name]
        if isinstance(field, QComboBox):
            field.setCurrentIndex(field.findData(value))
        elif isinstance(field, QCheckBox):
            field.setChecked(value)
        elif isinstance(field, QSpinBox | QDoubleSpinBox | QLabeledSlider):
            field.setValue(value)
        elif isinstance(field, QLineEdit):
            field.setText(" ".join(map(str, value)) if setting.type is tuple else value)

    def _on_changed(self) -> None:
        if self._layout.rowCount() < len(self._settings):
            return  # still being built
        self._show_rows()
        self.changed.emit()

    def _show_rows(self) -> None:
        values = {**self._context, **self.values()}
        for setting in self._settings:
            if setting.only_if:
                self._layout.setRowVisible(self.fields[setting.name], setting.applies(values))


def _tip(setting: Setting) -> str:
    """The setting's sentence, range and default."""
    facts = []
    if setting.minimum is not None and setting.maximum is not None:
        facts.append(tr("from {minimum:g} to {maximum:g}", minimum=setting.minimum, maximum=setting.maximum))
    facts.append(tr("default: {value}", value=_default_in_words(setting)))
    taught = TAUGHT.get(setting.name, ())
    heading = "" if setting.label in taught else f"<b>{setting.label}</b><br>"
    about = f"{heading}{setting.sentence}<br><i>{', '.join(facts)}</i>"
    return tip(*taught, does=about) if taught else about


def _default_in_words(setting: Setting) -> str:
    default = setting.default
    if setting.choices:
        return setting.choices[default]
    if isinstance(default, bool):
        return tr("True") if default else tr("False")
    if isinstance(default, tuple):
        return " ".join(map(str, default))
    return f"{default:g}" if isinstance(default, float) else str(default)


class _Decimal(DecimalBox):
    """A spin box for any magnitude: it takes 1e-4, shows 0.001 as 0.001, and steps by a tenth of the value."""

    def __init__(self) -> None:
        super().__init__()
        self.setDecimals(8)
        self.setStepType(DecimalBox.StepType.AdaptiveDecimalStepType)

    def textFromValue(self, value: float) -> str:
        """Write the shortest form."""
        return f"{value:.6g}"

    def valueFromText(self, text: str) -> float:
        """Read any way of writing a number."""
        return float(with_point(text))

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Accept a number within the range; anything else may be on its way to one."""
        try:
            good = self.minimum() <= self.valueFromText(text) <= self.maximum()
        except ValueError:
            good = False
            if set(text) - set("0123456789.,eE+-"):
                return QValidator.State.Invalid, text, position
        return (QValidator.State.Acceptable if good else QValidator.State.Intermediate), text, position
