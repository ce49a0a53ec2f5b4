"""What else can be taken back, beside pins, the selection and what was removed: panels, layouts, forms, comparisons."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Signal
from PySide6.QtWidgets import QDialog, QDockWidget, QUndoView, QVBoxLayout

from vaegui import folders
from vaegui.ui.guests import Guest
from vaegui.ui.layouts import Arrangement
from vaegui.ui.train_panel import Contents
from vaegui.ui.undo import Change
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk


class Undoing(QObject):
    """Note on the window's history what its parts say was lost.

    Signals:
        told: a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._history = desk, desk.undo_stack
        self._dialog: HistoryDialog | None = None
        self._closed: tuple[QDockWidget, str] | None = None  # the last panel, and what was said of it
        desk.train_panel.replaced.connect(self._on_form_replaced)
        desk.guests.removed.connect(self._on_guests_removed)
        desk.explorer.maps.classes_chosen.connect(self._on_classes_chosen)
        desk.window.layouts.was_reset.connect(self._on_layout_reset)
        for dock in desk.window.docks.values():
            dock.installEventFilter(self)

    def stop_comparing(self) -> None:
        """Show the open run alone."""
        ticked = self._desk.runs_panel.ticked
        if ticked:
            self._history.push(Change(tr("stop comparing"), self._compare, ticked, []))
            self.told.emit(tr("The open run is shown alone. {key} compares as before.", key=self._history.way_back))

    def show_history(self) -> None:
        """Open the list of what can be taken back."""
        if self._dialog is None:
            self._dialog = HistoryDialog(self._desk)
        self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice a panel that somebody closes, and one that is back."""
        if event.type() == QEvent.Type.Close and isinstance(watched, QDockWidget) and not watched.isHidden():
            self._on_panel_closed(watched)
        elif event.type() == QEvent.Type.Show and self._closed is not None and watched is self._closed[0]:
            bar = self._desk.window.statusBar()
            if bar.currentMessage() == self._closed[1]:
                bar.clearMessage()
        return False

    def _on_panel_closed(self, dock: QDockWidget) -> None:
        if self._desk.window.is_closed or self._desk.window.layouts.is_arranging:
            return
        panel, layouts = dock.windowTitle(), self._desk.window.layouts
        layout = layouts.preset

        def show(shown: bool) -> None:
            layouts.choose(layout)
            _show(dock, shown)

        change = Change(tr("close panel “{panel}”", panel=panel), show, True, False, is_done=True)
        self._history.push(change)
        words = tr("The panel “{panel}” is closed. {key} brings it back.", panel=panel, key=self._history.way_back)
        self._closed = dock, words
        self.told.emit(words)

    def _compare(self, wanted: list[Path]) -> None:
        """Compare with these runs, as far as they are still there."""
        self._desk.runs_panel.set_ticked([folder for folder in wanted if (folder / folders.CONFIG).is_file()])
        self._desk.compare(self._desk.runs_panel.ticked)

    def _on_layout_reset(self, before: Arrangement) -> None:
        layouts = self._desk.window.layouts
        now = layouts.arrangement()
        if now != before:
            text = tr("reset layout “{layout}”", layout=layouts.actions[now.preset].text().replace("&", ""))
            self._history.push(Change(text, layouts.restore, before, now, is_done=True))

    def _on_form_replaced(self, before: Contents, after: Contents) -> None:
        if before != after:
            title = after.stop.title if after.stop is not None else ""
            text = tr("fill in the form for “{model}”", model=title)
            self._history.push(Change(text, self._desk.train_panel.set_contents, before, after, is_done=True))

    def _on_guests_removed(self, before: tuple[Guest, ...], after: tuple[Guest, ...]) -> None:
        count, guests = len(before) - len(after), self._desk.guests
        text = plural(count, "remove an image from outside", "remove {count} images from outside")
        self._history.push(Change(text, guests.set_guests, before, after, of_images=True, is_done=True))
        key = self._history.way_back
        self.told.emit(
            plural(
                count,
                "The image is removed. {key} brings it back.",
                "{count} images are removed. {key} brings them back.",
                key=key,
            )
        )

    def _on_classes_chosen(self, before: frozenset[int], after: frozenset[int]) -> None:
        text = tr("show only some classes") if after else tr("show all classes")
        apply = self._desk.explorer.maps.set_hidden_classes
        self._history.push(Change(text, apply, before, after, of_images=True, is_done=True))


class HistoryDialog(QDialog):
    """All that was done and can be taken back, one line each; a click goes back or forth to there."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self.setWindowTitle(tr("Undo history"))
        self.list = QUndoView(desk.undo_stack)
        self.list.setEmptyLabel(tr("As it was at first"))
        self.list.setAccessibleName(tr("Undo history"))
        self.list.setSpacing(2)
        self.addActions([desk.undo_stack.undo_action, desk.undo_stack.redo_action])  # their keys work here, too
        self.list.setToolTip(tr("Click a line, and everything is as it was right after that."))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list)

    def sizeHint(self) -> QSize:
        """Room for a dozen lines."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 56, metrics.height() * 20)


def _show(dock: QDockWidget, shown: bool) -> None:
    """Qt remembers where a closed panel was."""
    dock.setVisible(shown)
    if shown:
        dock.raise_()
