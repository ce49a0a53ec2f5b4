"""A spin box for a number with a decimal point, as all numbers in the window have one, whatever the desktop has."""

from __future__ import annotations

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox


class DecimalBox(QDoubleSpinBox):
    """A comma that is typed becomes a point: the number pad of many keyboards has no other."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale.c())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take commas for points."""
        return super().validate(text.replace(",", "."), position)
