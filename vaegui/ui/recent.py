"""What was used lately: runs, datasets and lessons, each in a submenu of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from vaegui import folders, shapes, sources
from vaegui.ui.tips import as_tooltip
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

NOTHING = tr("Nothing yet")
Thing = TypeVar("Thing", Path, str)


class Recent(QObject):
    """Remember them in the preferences, and fill menus with those that are still there.

    The menus are filled when they open: another window, or the command line, may have changed what there is.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._preferences = desk, desk.preferences
        self.runs_menu, self.datasets_menu, self.lessons_menu = (
            self._menu(tr("Open &recent"), self._fill_runs),
            self._menu(tr("Recent &datasets"), self._fill_datasets),
            self._menu(tr("&Recent lessons"), self._fill_lessons),
        )

    def _menu(self, title: str, fill: Callable[[], None]) -> QMenu:
        menu = QMenu(title, self._desk.window)
        menu.setToolTipsVisible(True)
        menu.aboutToShow.connect(fill)
        return menu

    # Remembering

    def add_run(self, folder: Path) -> None:
        """A run was opened."""
        self._preferences.recent_runs = _newest_first(folder, self._preferences.recent_runs)

    def add_dataset(self, name: str) -> None:
        """A dataset was chosen to train on, or imported."""
        self._preferences.recent_datasets = _newest_first(name, self._preferences.recent_datasets)

    def add_lesson(self, file: Path) -> None:
        """A lesson's file was opened."""
        self._preferences.recent_lessons = _newest_first(file, self._preferences.recent_lessons)

    # Menus

    def _fill_runs(self) -> None:
        here = [folder for folder in self._preferences.recent_runs if _is_there(folder / folders.CONFIG)]
        can_open = not self._desk.training.is_running
        self._fill_with_paths(self.runs_menu, here, self._desk.open_run, can_open)
        self._add_clear(self.runs_menu, self._clear_runs)

    def _fill_lessons(self) -> None:
        here = [file for file in self._preferences.recent_lessons if _is_there(file)]
        self._fill_with_paths(self.lessons_menu, here, self._desk.teaching.open_file, True)
        self._add_clear(self.lessons_menu, self._clear_lessons)

    def _fill_datasets(self) -> None:
        known = set(sources.known())
        here = [name for name in self._preferences.recent_datasets if name in known]
        self.datasets_menu.clear()
        for place, name in enumerate(here):
            title = tr("Shapes") if name == shapes.NAME else sources.title_of(name)
            action = self.datasets_menu.addAction(_numbered(place, title))
            action.setToolTip(tr("Choose it in the form that starts a training"))
            action.triggered.connect(partial(self._choose_dataset, name))
        self._add_clear(self.datasets_menu, self._clear_datasets)

    def _fill_with_paths(
        self, menu: QMenu, paths: Sequence[Path], act: Callable[[Path], object], is_enabled: bool
    ) -> None:
        menu.clear()
        for place, (path, title) in enumerate(zip(paths, names(paths), strict=True)):
            action = menu.addAction(_numbered(place, title))
            action.setToolTip(as_tooltip(str(path)))
            action.setEnabled(is_enabled)
            action.triggered.connect(partial(_do, act, path))

    def _add_clear(self, menu: QMenu, clear: Callable[[], None]) -> None:
        if menu.isEmpty():
            menu.addAction(NOTHING).setEnabled(False)
            return
        menu.addSeparator()
        menu.addAction(tr("&Clear this list")).triggered.connect(clear)

    def _choose_dataset(self, name: str, *_: object) -> None:
        self._desk.choose_dataset(name)
        self.add_dataset(name)

    def _clear_runs(self) -> None:
        self._preferences.recent_runs = []

    def _clear_datasets(self) -> None:
        self._preferences.recent_datasets = []

    def _clear_lessons(self) -> None:
        self._preferences.recent_lessons = []


def names(paths: Sequence[Path]) -> list[str]:
    """What to call paths: by their names, and those of the same name also by the folder they lie in."""
    found = [path.name for path in paths]
    return [
        f"{path.name} — {path.parent.name or path.parent}" if found.count(path.name) > 1 else path.name
        for path in paths
    ]


def _newest_first(thing: Thing, others: Sequence[Thing]) -> list[Thing]:
    return [thing] + [other for other in others if other != thing]


def _numbered(place: int, title: str) -> str:
    """An entry with a digit to press; the tenth has 0."""
    return f"&{(place + 1) % 10}  {title.replace('&', '&&')}"


def _do(act: Callable[[Path], object], path: Path, *_: object) -> None:
    act(path)


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False
