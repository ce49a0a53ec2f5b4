"""A spin box for a number with a decimal point, as all numbers in the window have one, whatever the desktop has."""

from __future__ import annotations

import re

from PySide6.QtCore import QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox

from vaegui import words

THOUSANDS = re.compile(r"(?<!\d)[1-9]\d{0,2}(,\d{3})+(?!\d)")


def with_point(text: str) -> str:
    """What was typed, with a decimal point: the number pad of many keyboards has a comma in its place.

    Where English is spoken, 1,000 is a thousand; elsewhere it is one.
    """
    if words.language() == words.ENGLISH and THOUSANDS.search(text):
        return text.replace(",", "")
    return text.replace(",", ".") if text.count(",") == 1 and "." not in text else text


class DecimalBox(QDoubleSpinBox):
    """What is typed stays as it is typed until it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.setLocale(QLocale.c())

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take either sign."""
        state: QValidator.State = super().validate(with_point(text), position)[0]
        return state, text, position

    def valueFromText(self, text: str) -> float:
        """Read either sign."""
        return super().valueFromText(with_point(text))
