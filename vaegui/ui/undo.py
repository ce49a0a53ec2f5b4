"""What can be taken back: a change from one state to another, and the window's history of them."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoCommand, QUndoStack

from vaegui.settings import UserError
from vaegui.words import tr

MOST_CHANGES = 100  # that can be taken back
LONGEST_NAME = 32  # letters of a run's or dataset's name in a menu


class Change(QUndoCommand):
    """Go from one state to another by the same function that goes back.

    Args:
        text: what is done, as in “Undo: move a pin”.
        apply: brings a state about. On a window's history it may raise a UserError, having changed nothing: that is
            said, and the change is no longer offered. So it is where it raises what nobody expected.
        before: the state to go back to.
        after: the state to go to.
        of_images: it speaks of the images that are shown, and is forgotten with them.
        is_done: the state after it is there already, so that nothing is applied at first.
    """

    def __init__(
        self,
        text: str,
        apply: Callable[[Any], None],
        before: Any,
        after: Any,
        *,
        of_images: bool = False,
        is_done: bool = False,
    ) -> None:
        super().__init__(f"{text[:1].upper()}{text[1:]}\n{text}")  # as a line of the history, and after “Undo:”
        self._apply, self._before, self._after = apply, before, after
        self.of_images = of_images
        self.is_forgotten = False
        self.history: History | None = None
        self._passed_over = int(is_done)  # calls to come that change nothing

    def redo(self) -> None:
        """Go there."""
        self._go(self._after)

    def undo(self) -> None:
        """Go back."""
        self._go(self._before)

    def again(self, passed_over: int) -> Change:
        """The same change, for another stack, on which so many calls change nothing."""
        copy = Change(self.actionText(), self._apply, self._before, self._after, of_images=self.of_images)
        copy._passed_over = passed_over
        return copy

    def _go(self, state: Any) -> None:
        if self._passed_over:
            self._passed_over -= 1
        elif self.is_forgotten:
            self.setObsolete(True)
        elif self.history is None:
            self._apply(state)
        elif not self.history.carry_out(self._apply, state):
            self.setObsolete(True)


class History(QUndoStack):
    """The changes of a window; `undo_action` and `redo_action` say what they are about.

    Signals:
        failed: why something can no longer be taken back, or done again, in a sentence.
    """

    failed = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setUndoLimit(MOST_CHANGES)
        self._depth = 0  # of changes that are being carried out
        self.undo_action = self._make_action(tr("&Undo"), QKeySequence.StandardKey.Undo)
        self.redo_action = self._make_action(tr("&Redo"), QKeySequence.StandardKey.Redo)
        self.undo_action.triggered.connect(self.undo)
        self.redo_action.triggered.connect(self.redo)
        self.canUndoChanged.connect(self.undo_action.setEnabled)
        self.canRedoChanged.connect(self.redo_action.setEnabled)
        self.undoTextChanged.connect(self._name_undo)
        self.redoTextChanged.connect(self._name_redo)

    @property
    def way_back(self) -> str:
        """The key that undoes, as it is called here."""
        return QKeySequence(QKeySequence.StandardKey.Undo).toString(QKeySequence.SequenceFormat.NativeText)

    def push(self, command: QUndoCommand) -> None:
        """Carry a change out, unless that is done, and remember it."""
        if isinstance(command, Change):
            command.history = self
        super().push(command)

    def _make_action(self, text: str, keys: QKeySequence.StandardKey) -> QAction:
        action = QAction(text, self, enabled=False)
        action.setShortcuts(keys)
        return action

    def _name_undo(self, what: str) -> None:
        self.undo_action.setText(tr("&Undo: {change}", change=_as_label(what)) if what else tr("&Undo"))

    def _name_redo(self, what: str) -> None:
        self.redo_action.setText(tr("&Redo: {change}", change=_as_label(what)) if what else tr("&Redo"))

    def carry_out(self, apply: Callable[[Any], None], state: Any) -> bool:
        """Bring a state about and tell whether that worked; why it did not is said."""
        self._depth += 1
        try:
            apply(state)
        except UserError as error:
            self.failed.emit(str(error))
            return False
        except Exception as error:  # Qt's stack would move on, as if it had been carried out
            sys.excepthook(type(error), error, error.__traceback__)
            return False
        finally:
            self._depth -= 1
        return True

    def forget_images(self) -> None:
        """Forget what speaks of images that are no longer shown; everything else can still be taken back."""
        for change in self._changes():
            change.is_forgotten |= change.of_images
        if self._depth:  # Qt is not done with the change that is being carried out
            QTimer.singleShot(0, self, self._sweep)
        else:
            self._sweep()

    def _changes(self) -> list[Change]:
        found = (self.command(index) for index in range(self.count()))
        return [change for change in found if isinstance(change, Change)]

    def _sweep(self) -> None:
        """Qt's stack gives up no single command, so it is emptied and filled again with those that are left."""
        changes, index = self._changes(), self.index()
        if not any(change.is_forgotten for change in changes):
            return
        kept = [
            change.again(1 if place < index else 2) for place, change in enumerate(changes) if not change.is_forgotten
        ]
        done = sum(not change.is_forgotten for change in changes[:index])
        self.clear()
        for change in kept:
            self.push(change)
        self.setIndex(done)


def short(name: str) -> str:
    """A name that somebody gave, for a menu."""
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME // 2]}…{name[-LONGEST_NAME // 2 + 1 :]}"


def _as_label(text: str) -> str:
    return text.replace("&", "&&")
