"""Tooltips that teach: what a word on the screen means, from the glossary, and what the control does."""

from __future__ import annotations

import html

from vaegui.glossary import TERMS, as_html


def tip(*names: str, does: str = "") -> str:
    """Rich text of these terms, one below the other, and a last paragraph that says what the widget does or shows.

    `does` is rich text itself.

    Raises:
        KeyError: when the glossary does not have a term.
    """
    paragraphs = [as_html(TERMS[name]) for name in names]
    return "".join(f"<p>{paragraph}</p>" for paragraph in (*paragraphs, does) if paragraph)


def as_tooltip(words: str) -> str:
    """A tooltip of a path, or of other words of somebody's, in which Qt would else take signs for marks."""
    return f"<qt>{html.escape(words)}</qt>" if "<" in words or "&" in words else words
