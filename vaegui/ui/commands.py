"""Everything that can be done in the window, gathered from it at the moment, and found by a few words."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QDialog, QDockWidget, QMenu, QPushButton, QToolButton, QWidget

from vaegui.ui.tips import as_tooltip
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk
    from vaegui.ui.window import MainWindow

MAP = tr("Map")
ARROW = " › "  # between a menu and what is in it
CLASS_INDEX = "class_index"  # the property of the legend's buttons, which say no more than a class


@dataclass(frozen=True)
class Command:
    """One thing that can be done."""

    name: str
    place: str  # the menu or the panel it is in
    act: Callable[[], object]
    keys: str = ""  # as the system writes them
    tip: str = ""
    is_enabled: bool = True
    is_on: bool | None = None  # None where it is nothing that is on or off
    is_last: bool = False  # among those that can be done: most often something else is meant

    @property
    def key(self) -> str:
        """What it is remembered by."""
        return f"{self.place}{ARROW}{self.name}"


def gather(window: MainWindow) -> list[Command]:
    """Everything there is: of all menus, then of the panels, then runs, datasets and panels by their names.

    What the menus have is found where it is, so that nothing need be registered here.
    """
    found: list[Command] = []
    seen: set[QAction] = set()
    for title in window.menuBar().actions():
        if isinstance(menu := title.menu(), QMenu):
            found += _of_menu(menu, plain(title.text()), title.isEnabled(), seen)
    for widget in window.findChildren(QWidget):
        found += _of_widget(window, widget, seen)
    if window.desk is not None:
        found += _of_desk(window, window.desk)
    known: dict[str, Command] = {}
    for command in found:  # a list's action and the button below it, say
        if command.name and (command.key not in known or command.is_enabled > known[command.key].is_enabled):
            known[command.key] = command
    return list(known.values())


def plain(text: str) -> str:
    """A label without the mark of its mnemonic."""
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&").strip()


def _of_menu(menu: QMenu, place: str, is_enabled: bool, seen: set[QAction]) -> Iterator[Command]:
    menu.aboutToShow.emit()  # some are filled only now
    for action in menu.actions():
        below = action.menu()
        if isinstance(below, QMenu):
            yield from _of_menu(below, f"{place}{ARROW}{plain(action.text())}", is_enabled and action.isEnabled(), seen)
        elif not action.isSeparator() and action.isVisible():
            seen.add(action)
            yield _of_action(action, place, action.trigger, is_enabled)


def _of_action(action: QAction, place: str, act: Callable[[], object], is_enabled: bool = True) -> Command:
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    is_on = action.isChecked() if action.isCheckable() else None
    tip = action.toolTip() if action.toolTip() != plain(action.text()).rstrip("…") else ""
    closes = isinstance(action.parent(), QDockWidget)  # whoever looks for a panel rather wants it shown
    return Command(plain(action.text()), place, act, keys, tip, is_enabled and action.isEnabled(), is_on, closes)


def _of_widget(window: MainWindow, widget: QWidget, seen: set[QAction]) -> Iterator[Command]:
    """The actions that a widget has, and the press of a button."""
    actions = [action for action in widget.actions() if action not in seen and _has_words(action)]
    if not actions and not isinstance(widget, QPushButton | QToolButton):
        return
    dock, place = _place_of(window, widget)
    if place is None or (dock is not None and dock.isHidden() and dock not in window.docks.values()):
        return  # the lesson's is there only while a lesson is open
    for action in actions:
        seen.add(action)
        yield _of_action(action, place, partial(_raise_and, dock, action.trigger))
    if isinstance(widget, QPushButton | QToolButton) and _is_pressed(widget, dock):
        name = plain(widget.text()) if len(plain(widget.text())) > 1 else widget.accessibleName()
        is_on = widget.isChecked() if widget.isCheckable() else None
        yield Command(
            name, place, partial(_raise_and, dock, widget.click), "", widget.toolTip(), widget.isEnabled(), is_on
        )


def _has_words(action: QAction) -> bool:
    return bool(action.text()) and not action.isSeparator() and action.isVisible() and action.menu() is None


def _is_pressed(button: QAbstractButton, dock: QDockWidget | None) -> bool:
    """Whether a press of a button does something that no action does, and the button is there to be pressed."""
    if isinstance(button, QToolButton) and (button.defaultAction() or button.menu()):
        return False
    if isinstance(button, QPushButton) and button.menu():
        return False
    if button.property(CLASS_INDEX) is not None or button.objectName().startswith("qt_"):
        return False
    return button.isVisibleTo(button.window() if dock is None else dock.widget())


def _place_of(window: MainWindow, widget: QWidget) -> tuple[QDockWidget | None, str | None]:
    """The dock that a widget is in, and what it is called; no name for what is in a dialog."""
    above: QWidget | None = widget
    while above is not None and above is not window:
        if isinstance(above, QDockWidget):
            return above, above.windowTitle()
        if isinstance(above, QDialog):
            return None, None
        if above is window.maps:
            return None, MAP
        if above is window.menuBar() or above is window.statusBar():
            return None, None
        above = above.parentWidget()
    return None, None if widget is not window else window.windowTitle()


def _raise(dock: QDockWidget | None) -> None:
    if dock is not None:
        dock.show()
        dock.raise_()


def _raise_and(dock: QDockWidget | None, act: Callable[[], object]) -> None:
    _raise(dock)
    act()


def _of_desk(window: MainWindow, desk: Desk) -> Iterator[Command]:
    for dock in window.docks.values():
        yield Command(tr("Show the panel {panel}", panel=dock.windowTitle()), tr("Panels"), partial(_raise, dock))
    opened = desk.run.folder if desk.run is not None else None
    is_idle = not desk.training.is_running
    listed = desk.runs_panel.folders
    for folder, where in zip(listed, parents(listed), strict=True):
        tip = tr("It is open.") if folder == opened else as_tooltip(str(folder))
        place = f"{tr('Runs')}{ARROW}{where}" if where else tr("Runs")
        yield Command(tr("Open run “{run}”", run=folder.name), place, partial(desk.open_run, folder), "", tip, is_idle)
    combo = desk.train_panel.dataset
    for index in range(combo.count()):
        name = combo.itemData(index)
        yield Command(
            tr("Train on {dataset}", dataset=combo.itemText(index)),
            tr("Datasets"),
            partial(desk.choose_dataset, name),
            is_enabled=is_idle,
            is_on=index == combo.currentIndex(),
        )


def parents(paths: Sequence[Path]) -> list[str]:
    """What tells paths of the same name apart: the folder they lie in; nothing for those that have a name alone."""
    names = [path.name for path in paths]
    return [path.parent.name if names.count(path.name) > 1 else "" for path in paths]


# Finding


def fold(text: str) -> str:
    """Text without case and accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def rank(command: Command, query: str) -> int | None:
    """How well a command answers a query: the less the better; None where it does not.

    It does where all words are in its name or its place, or where the letters are among the initials of its name.
    """
    name, place = fold(command.name), fold(command.place)
    words = fold(query).split()
    if not words:
        return 0
    whole = " ".join(words)
    if name.startswith(whole):
        return 0
    starts = _words(name)
    if all(any(start.startswith(word) for start in starts) for word in words):
        return 1
    letters, initials = whole.replace(" ", ""), "".join(start[0] for start in starts)
    if len(letters) > 1 and initials.startswith(letters):
        return 2
    if all(word in name for word in words):
        return 3
    if len(letters) > 1 and _is_among(letters, initials):
        return 4
    return 5 if all(word in name or word in place for word in words) else None


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text).split()


def _is_among(letters: str, initials: str) -> bool:
    """Whether letters are in initials, in their order."""
    left = iter(initials)
    return all(letter in left for letter in letters)


def find(commands: Iterable[Command], query: str, used: Sequence[str] = ()) -> list[Command]:
    """Those that answer a query, the best first; `used` are keys, the newest first, which come before their equals.

    What cannot be done now comes last.
    """
    places = {key: place for place, key in enumerate(used)}
    ranked = [(rank(command, query), command) for command in commands]
    answers = [
        (not command.is_enabled, command.is_last, quality, places.get(command.key, len(places)), command)
        for quality, command in ranked
        if quality is not None
    ]
    return [command for *_, command in sorted(answers, key=lambda answer: answer[:-1])]
