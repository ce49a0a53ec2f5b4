"""Theme, text size and language, as the View menu has them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu

from vaegui.ui.language import LANGUAGES
from vaegui.ui.theme import TEXT_SIZES, ThemeChoice
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

THEMES: dict[ThemeChoice, tuple[str, str]] = {
    "system": (tr("&System"), tr("Light or dark, as the desktop is")),
    "light": (tr("&Light"), tr("Dark on white")),
    "dark": (tr("&Dark"), tr("Light on black")),
    "projector": (tr("&Projector"), tr("Black on white, with thicker lines and larger points, for a bright room")),
}


class Looks(QObject):
    """What is chosen is kept in the preferences and shown at once."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        themes, sizes = QActionGroup(self), QActionGroup(self)
        self._themes: dict[ThemeChoice, QAction] = {}
        for choice, (text, tip) in THEMES.items():
            action = self._themes[choice] = QAction(text, window, checkable=True)
            action.setToolTip(tip)
            action.triggered.connect(partial(self._on_theme_chosen, choice))
            themes.addAction(action)
        self._sizes: dict[int, QAction] = {}
        for percent in TEXT_SIZES:
            action = self._sizes[percent] = QAction(f"{percent} %", window, checkable=True)
            action.triggered.connect(partial(self.choose_text_size, percent))
            sizes.addAction(action)
        languages = QActionGroup(self)
        self._languages: dict[str, QAction] = {}
        for code, text in {"": tr("&The desktop’s"), **{code: f"&{name}" for code, name in LANGUAGES.items()}}.items():
            action = self._languages[code] = QAction(text, window, checkable=True)
            action.triggered.connect(partial(self._on_language_chosen, code))
            languages.addAction(action)
        self._steps = [QAction(text, window) for text in (tr("&Larger"), tr("&Smaller"), tr("&Usual size"))]
        keys = (("Ctrl+=", "Ctrl++"), ("Ctrl+-",), ("Ctrl+0",))
        for action, its_keys, slot in zip(
            self._steps, keys, (self._on_larger, self._on_smaller, self._on_usual), strict=True
        ):
            action.setShortcuts([QKeySequence(key) for key in its_keys])
            action.triggered.connect(slot)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer themes and text sizes in a menu."""
        theme_menu = menu.addMenu(tr("The&me"))
        theme_menu.setToolTipsVisible(True)
        theme_menu.addActions(list(self._themes.values()))
        size_menu = menu.addMenu(tr("Te&xt size"))
        size_menu.addActions(list(self._sizes.values()))
        size_menu.addSeparator()
        size_menu.addActions(self._steps)
        menu.addMenu(tr("Language")).addActions(list(self._languages.values()))

    def tick(self) -> None:
        """Tick what is shown."""
        self._themes[self._window.preferences.theme].setChecked(True)
        self._sizes[self._window.preferences.text_size].setChecked(True)
        self._languages.get(self._window.preferences.language, self._languages[""]).setChecked(True)

    def choose_text_size(self, percent: int, *_: object) -> None:
        """Make all text so large, in per cent of the desktop's."""
        before, rooms = self._window.preferences.text_size, self._window.layouts.rooms()
        self._window.preferences.text_size = percent
        self._window.apply_looks()
        self._window.layouts.rescale(rooms, before, percent)

    def _on_theme_chosen(self, choice: ThemeChoice, *_: object) -> None:
        self._window.preferences.theme = choice
        self._window.apply_looks()

    def _on_language_chosen(self, code: str, *_: object) -> None:
        self._window.preferences.language = code
        self._window.statusBar().showMessage(tr("The window takes its language when it is opened the next time."), 8000)

    def _on_larger(self) -> None:
        now = self._window.preferences.text_size
        self.choose_text_size(min((size for size in TEXT_SIZES if size > now), default=now))

    def _on_smaller(self) -> None:
        now = self._window.preferences.text_size
        self.choose_text_size(max((size for size in TEXT_SIZES if size < now), default=now))

    def _on_usual(self) -> None:
        self.choose_text_size(100)
