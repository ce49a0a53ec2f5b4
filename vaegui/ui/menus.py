"""The menu bar: what can be done, by name and by key. Empty until there is a desk to do it with."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMessageBox

import vaegui
from vaegui import folders
from vaegui.ui.palette import Palette
from vaegui.ui.panel_keys import PanelKeys
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk
    from vaegui.ui.window import MainWindow

MENUS = {  # by their titles in English, whatever the window speaks
    "&Run": tr("&Run"),
    "&Edit": tr("&Edit"),
    "&Data": tr("&Data"),
    "&Train": tr("&Train"),
    "&Lecture": tr("&Lecture"),
    "Le&ssons": tr("Le&ssons"),
    "E&xport": tr("E&xport"),
    "&View": tr("&View"),
    "&Help": tr("&Help"),
}
KEYS = (  # and gestures that belong to no action; the guide lists those that do by itself
    (tr("Click or drag"), tr("move the target: the image at its place is decoded")),
    (tr("Arrow keys"), tr("step the target (with Shift, five times as far)")),
    (tr("Wheel, + and −"), tr("zoom")),
    (tr("Shift+drag, middle drag, Ctrl+arrow keys"), tr("move the view")),
    (tr("Enter, Page Down, Page Up"), tr("on the map: go to the nearest code, to the next class and the one before")),
    (
        tr("Space, arrow keys, Enter"),
        tr("on the map, with lasso, box or path: put the tool down, draw with it, lift it"),
    ),
    (tr("Double click, Home"), tr("show all of the map")),
    (tr("Ctrl, Esc"), tr("with the lasso or the box: add to the selection; give up")),
    (tr("Drop"), tr("images to the map; folders, arrays, runs and lessons open as what they are")),
    (tr("B, E, X, [ and ], Del"), tr("on the pad: brush, eraser, single pixels, brush width, clear")),
    (tr("Left, Right, Home, End"), tr("on the strip of a path: one image back or forward, the first, the last")),
    (tr("Arrow keys, + and −, Home"), tr("on the curves: move what is shown, zoom, show all")),
    (tr("Space, Shift+Space"), tr("on a class of the legend: show or hide it; show no other")),
    (tr("Enter, Space"), tr("in the list of runs: open, compare; on a row of images: send the target to its code")),
)


class Menus(QObject):
    """The menus of a window; `by_title` has them by the keys of `MENUS`."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.by_title = {title: window.menuBar().addMenu(shown) for title, shown in MENUS.items()}
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
        self._action(menu, tr("&Open folder…"), desk.on_open_folder, QKeySequence.StandardKey.Open)
        menu.addMenu(desk.recent.runs_menu)
        self._action(menu, tr("Show &folder of my runs"), desk.on_show_folder)
        menu.addSeparator()
        self.stop_comparing_action = self._action(menu, tr("Stop &comparing"), desk.on_stop_comparing)
        self.stop_comparing_action.setEnabled(False)
        menu.addSeparator()
        self._action(menu, tr("&Quit"), self._window.close, "Ctrl+Q")

    def _fill_edit(self, menu: QMenu, desk: Desk) -> None:
        menu.addActions([desk.undo_stack.undo_action, desk.undo_stack.redo_action])
        self._action(menu, tr("Undo &history"), desk.undoing.show_history)
        menu.addSeparator()
        self._action(menu, tr("Select &nothing"), desk.selection_panel.clear_wanted.emit, "Ctrl+Shift+A")
        menu.addSeparator()
        self._action(menu, tr("&Paste images or files"), desk.intake.paste, QKeySequence.StandardKey.Paste)
        menu.addSeparator()
        self.palette = Palette(self._window)
        self._action(menu, tr("&Find command…"), self.palette.toggle, "Ctrl+Shift+P")
        self.panel_keys = PanelKeys(self._window)
        menu.addAction(self.panel_keys.menu_action)

    def _fill_data(self, menu: QMenu, desk: Desk) -> None:
        menu.setToolTipsVisible(True)
        self._action(menu, tr("Import a &folder of images…"), desk.intake.ask_for_folder, "Ctrl+I")
        of_file = self._action(menu, tr("&Import images from a file…"), desk.intake.ask_for_file, "Ctrl+Shift+I")
        of_file.setToolTip(tr("A zip of images, an array (.npy, .npz) or IDX files"))
        menu.addMenu(desk.recent.datasets_menu)
        menu.addSeparator()
        self.own_data_actions = (
            self._action(menu, tr("&Read again…"), desk.on_import_again),
            self._action(menu, tr("Re&move"), desk.on_forget_dataset),
        )
        desk.train_panel.data_button.setMenu(menu)
        desk.train_panel.dataset.addActions(self.own_data_actions)
        desk.train_panel.dataset.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _fill_train(self, menu: QMenu, desk: Desk) -> None:
        self.train_action = self._action(menu, tr("&Train"), desk.train_panel.train_button.click, "Ctrl+T")
        self.running_actions = (
            self._action(menu, tr("&Pause or resume"), desk.train_panel.pause_button.toggle, "Ctrl+P"),
            self._action(menu, tr("&Stop and keep the run"), desk.stop_training, "Ctrl+."),
            self._action(menu, tr("&Cancel and discard the run…"), desk.on_cancel_wanted),
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
        self.paper_action = self._action(menu, tr("&Ink on paper"), self._on_paper_toggled, "I", checkable=True)
        self.paper_action.setToolTip(tr("Draw grey images dark on white"))
        self.paper_action.setChecked(self._window.preferences.paper)
        self._window.looks.fill_menu(menu)
        self._window.layouts.fill_menu(menu)
        panels_menu = menu.addMenu(tr("Pa&nels"))
        for dock in self._window.docks.values():
            panels_menu.addAction(dock.toggleViewAction())
        panels_menu.addSeparator()
        panels_menu.addActions(self.panel_keys.actions)
        menu.addSeparator()
        menu.addAction(self.panel_keys.full_screen_action)

    def _fill_help(self, menu: QMenu) -> None:
        from vaegui.ui.help.helper import Helper  # which the first picture need not wait for
        from vaegui.ui.reporting import Reporting

        self.helper = Helper(self._window)
        self._action(menu, tr("&Guide"), self.helper.show_guide, QKeySequence.StandardKey.HelpContents)
        self._action(menu, tr("&First steps"), self.helper.first_steps.begin)
        self._action(menu, tr("&Keys"), self.helper.show_keys, "Ctrl+/")
        menu.addSeparator()
        self.reporting = Reporting(self._window)
        self._action(menu, tr("&Report a problem…"), self.reporting.report)
        self._action(menu, tr("Show &log"), self.reporting.show_log)
        menu.addSeparator()
        self._action(menu, tr("&About vaegui"), self._on_about)

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

    def offer_first_steps(self) -> None:
        """Show a newcomer around."""
        self.helper.offer_first_steps()

    def _on_about(self) -> None:
        lines = [f"<b>vaegui {vaegui.__version__}</b>", tr("The desktop explorer of latent spaces."), ""]
        if self._window.desk is not None:
            lines.append(self._window.desk.versions_in_words)
        lines.append(tr("Your runs: {folder}", folder=html.escape(str(folders.own_folder()))))
        lines.append(tr("Datasets: {folder}", folder=html.escape(str(folders.data_folder()))))
        self._tell(tr("About vaegui"), "<br>".join(lines))

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()
