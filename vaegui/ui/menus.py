"""The menu bar: what can be done, by name and by key. Empty until there is a desk to do it with."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

import vaegui
from vaegui import folders

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk
    from vaegui.ui.window import MainWindow

MENUS = ("&Run", "&Edit", "&Data", "&Train", "&Lecture", "Le&ssons", "E&xport", "&View", "&Help")
KEYS = (
    ("Click or drag", "move the target: the image at its place is decoded"),
    ("Arrow keys", "step the target (with Shift, five times as far)"),
    ("Wheel, + and −", "zoom"),
    ("Shift+drag, middle drag", "move the view"),
    ("Double click, Home", "show all of the map"),
    ("P, M, C", "points, decoded manifold, prior circles"),
    ("Q, H, X", "aggregate posterior against the prior; entropy of the decoded image; the decoder’s magnification"),
    ("E, U", "exact posterior of the nearest image; where the model pulls the target to"),
    ("T, S, B, W", "drag the target; select with the lasso or a box (Ctrl adds, Esc gives up); walk along a path"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo and redo changes of pins and of the selection; on the pad, strokes"),
    ("Ctrl+I, Ctrl+Shift+I", "import images: a folder, a file"),
    ("Ctrl+V, or drop", "images to the map; folders, arrays, runs and lessons open as what they are"),
    ("B, E, X, [ and ], Del", "on the pad: brush, eraser, single pixels, brush width, clear"),
    ("Ctrl+Shift+C", "copy the map as a figure; the context menu of each panel copies or saves what it shows"),
    ("Alt+Left, Alt+Right", "step back and forward in a lesson; Ctrl+Shift+N adds what is shown as a step"),
    ("G", "generate other samples"),
    ("I", "images as ink on paper"),
    ("L", "logarithmic curves"),
    ("Ctrl+T, Ctrl+P, Ctrl+.", "train, pause or resume, stop and keep"),
    ("Enter, Space, F2, Del", "in the list of runs: open, compare, rename, move to the trash"),
)


class Menus(QObject):
    """The menus of a window; `by_title` has them by the words of `MENUS`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.by_title = {title: window.menuBar().addMenu(title) for title in MENUS}
        for menu in self.by_title.values():
            menu.setEnabled(False)

    def fill(self, desk: Desk) -> None:
        """Fill the menus with what can be done."""
        self._fill_run(self.by_title["&Run"], desk)
        self._fill_edit(self.by_title["&Edit"], desk)
        self._fill_data(self.by_title["&Data"], desk)
        self._fill_train(self.by_title["&Train"], desk)
        empty = self.by_title.pop("&Lecture").menuAction()
        bar = self._window.menuBar()
        bar.insertMenu(empty, desk.train_panel.lecture_menu)
        bar.removeAction(empty)
        desk.teaching.fill_menu(self.by_title["Le&ssons"])
        desk.sharing.fill_menu(self.by_title["E&xport"])
        self._fill_view(self.by_title["&View"], desk)
        self._fill_help(self.by_title["&Help"])
        for menu in self.by_title.values():
            menu.setEnabled(True)

    def _fill_run(self, menu: QMenu, desk: Desk) -> None:
        self._action(menu, "&Open folder…", desk.on_open_folder, QKeySequence.StandardKey.Open)
        self._action(menu, "Show &folder of my runs", desk.on_show_folder)
        menu.addSeparator()
        self.stop_comparing_action = self._action(menu, "Stop &comparing", desk.on_stop_comparing)
        self.stop_comparing_action.setEnabled(False)
        menu.addSeparator()
        self._action(menu, "&Quit", self._window.close, QKeySequence.StandardKey.Quit)

    def _fill_edit(self, menu: QMenu, desk: Desk) -> None:
        for action, keys in (
            (desk.undo_stack.createUndoAction(self._window, "&Undo"), QKeySequence.StandardKey.Undo),
            (desk.undo_stack.createRedoAction(self._window, "&Redo"), QKeySequence.StandardKey.Redo),
        ):
            action.setShortcuts(keys)
            menu.addAction(action)
        menu.addSeparator()
        self._action(menu, "Select &nothing", desk.selection_panel.clear_wanted.emit, "Ctrl+Shift+A")
        menu.addSeparator()
        self._action(menu, "&Paste images or files", desk.intake.paste, QKeySequence.StandardKey.Paste)

    def _fill_data(self, menu: QMenu, desk: Desk) -> None:
        menu.setToolTipsVisible(True)
        self._action(menu, "Import a &folder of images…", desk.intake.ask_for_folder, "Ctrl+I")
        of_file = self._action(menu, "&Import images from a file…", desk.intake.ask_for_file, "Ctrl+Shift+I")
        of_file.setToolTip("A zip of images, an array (.npy, .npz) or IDX files")
        menu.addSeparator()
        self.own_data_actions = (
            self._action(menu, "&Read again…", desk.on_import_again),
            self._action(menu, "Re&move…", desk.on_forget_dataset),
        )
        desk.train_panel.data_button.setMenu(menu)

    def _fill_train(self, menu: QMenu, desk: Desk) -> None:
        self.train_action = self._action(menu, "&Train", desk.train_panel.train_button.click, "Ctrl+T")
        self.running_actions = (
            self._action(menu, "&Pause or resume", desk.train_panel.pause_button.toggle, "Ctrl+P"),
            self._action(menu, "&Stop and keep the run", desk.stop_training, "Ctrl+."),
            self._action(menu, "&Cancel and discard the run…", desk.on_cancel_wanted),
        )

    def _fill_view(self, menu: QMenu, desk: Desk) -> None:
        switches = self._window.maps.switches
        menu.addActions([*switches.layers, switches.reset_view])
        menu.addSeparator()
        menu.addMenu(self._window.maps.colour_menu)
        menu.addSeparator()
        menu.addActions(list(switches.tools.values()))
        menu.addSeparator()
        menu.addAction(desk.explorer.samples.redraw_action)
        menu.addSeparator()
        menu.addAction(desk.metrics.log_action)
        self.paper_action = self._action(menu, "&Ink on paper", self._on_paper_toggled, "I", checkable=True)
        self.paper_action.setToolTip("Draw grey images dark on white")
        self.paper_action.setChecked(self._window.preferences.paper)
        theme_menu = menu.addMenu("&Theme")
        self._theme_actions = QActionGroup(self)
        for choice in ("system", "light", "dark"):
            action = self._action(theme_menu, f"&{choice.capitalize()}", self._on_theme_chosen, checkable=True)
            action.setData(choice)
            action.setChecked(choice == self._window.preferences.theme)
            self._theme_actions.addAction(action)
        panels_menu = menu.addMenu("&Panels")
        for dock in self._window.docks.values():
            panels_menu.addAction(dock.toggleViewAction())
        self._action(menu, "Reset &layout", self._window.reset_layout)

    def _fill_help(self, menu: QMenu) -> None:
        self._action(menu, "&Keys", self._on_keys, QKeySequence.StandardKey.HelpContents)
        self._action(menu, "&About vaegui", self._on_about)

    def _action(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[..., object],
        shortcut: QKeySequence.StandardKey | str | None = None,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self._window, checkable=checkable)
        if shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _on_paper_toggled(self, paper: bool) -> None:
        self._window.preferences.paper = paper
        if self._window.desk is not None:
            self._window.desk.set_paper(paper)

    def _on_theme_chosen(self) -> None:
        choice = self._theme_actions.checkedAction().data()
        self._window.preferences.theme = choice
        self._window.apply_theme(choice)

    def _on_keys(self) -> None:
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in KEYS)
        self._tell("Keys and mouse", f"<table cellspacing=6>{rows}</table>")

    def _on_about(self) -> None:
        versions = f"{self._window.desk.versions_in_words}<br>" if self._window.desk is not None else ""
        self._tell(
            "About vaegui",
            f"<b>vaegui {vaegui.__version__}</b><br>The desktop explorer of latent spaces.<br><br>{versions}"
            f"Your runs: {folders.own_folder()}<br>Datasets: {folders.data_folder()}",
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
