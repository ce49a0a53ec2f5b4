"""Tooltips that teach: what a word on the screen means, from the glossary, and what the control does."""

from __future__ import annotations

from vaegui.glossary import TERMS, as_html


def tip(*names: str, does: str = "") -> str:
    """Rich text of these terms, one below the other, and a last paragraph that says what the widget does or shows.

    `does` is rich text itself.

    Raises:
        KeyError: when the glossary does not have a term.
    """
    paragraphs = [as_html(TERMS[name]) for name in names]
    return "".join(f"<p>{paragraph}</p>" for paragraph in (*paragraphs, does) if paragraph)
