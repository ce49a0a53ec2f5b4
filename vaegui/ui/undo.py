"""What can be taken back: a change from one state to another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QUndoCommand


class Change(QUndoCommand):
    """Go from one state to another by the same function that goes back."""

    def __init__(self, text: str, apply: Callable[[Any], None], before: Any, after: Any) -> None:
        super().__init__(text)
        self._apply, self._before, self._after = apply, before, after

    def redo(self) -> None:
        """Go there."""
        self._apply(self._after)

    def undo(self) -> None:
        """Go back."""
        self._apply(self._before)
