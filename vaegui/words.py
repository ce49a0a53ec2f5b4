"""What the program says, in the reader's language: the code has it in English, and the window gives it another.

The command line speaks English. Imports nothing that takes time, and no Qt, of whose catalogue of translations the
window makes a `Lookup`. Words at a module's top are translated when it is imported, so `speak` comes first.
"""

from __future__ import annotations

import string
from typing import Any, Protocol

ENGLISH = "en"
THOUSANDS = "\u202f"  # a narrow space, as ISO 80000-1 has it: a comma would be the decimal sign of other languages


class Lookup(Protocol):
    """A catalogue of translations."""

    def __call__(self, text: str, count: int, /) -> str:
        """The translation of an English text, empty where there is none; the form for `count` things, or -1."""


class _Formatter(string.Formatter):
    def format_field(self, value: Any, spec: str) -> str:
        text: str = super().format_field(value, spec)
        return text.replace(",", THOUSANDS) if "," in spec else text


_formatter = _Formatter()
_language = ENGLISH
_lookup: Lookup | None = None


def speak(language: str, lookup: Lookup | None) -> None:
    """Set the language, by its ISO 639-1 code, and where its words are (None: as in the code)."""
    global _language, _lookup
    _language, _lookup = language, lookup


def language() -> str:
    """The language that is spoken, by its ISO 639-1 code."""
    return _language


def tr(text: str, /, **values: object) -> str:
    """Say a text in the reader's language.

    Args:
        text: in English, as a literal, which the catalogue is made from; with `values`, a format string.
        values: what stands for the names in braces. Without any, braces are signs like others.
    """
    return _filled(said(text), values)


def said(text: str) -> str:
    """Say a text that ships as data, in the reader's language: of the glossary, of a lesson."""
    return _said(text, -1) or text


def plural(count: int, one: str, many: str, /, **values: object) -> str:
    """Say a text that has a number of things in it.

    Args:
        count: how many, which is also the value of ``{count}``.
        one: in English, for one thing.
        many: in English, for none and for several. The catalogue has the text by these words, in as many forms as the
            language has.
        values: what stands for the other names in braces.
    """
    return _filled(_said(many, count) or (one if count == 1 else many), {"count": count, **values})


def grouped(text: str) -> str:
    """A number written with commas between thousands, as the reader's language has it."""
    return text if _lookup is None else text.replace(",", THOUSANDS)


def _said(text: str, count: int) -> str:
    return _lookup(text, count) if _lookup is not None else ""


def _filled(text: str, values: dict[str, object]) -> str:
    if not values:
        return text
    return text.format(**values) if _lookup is None else _formatter.format(text, **values)
