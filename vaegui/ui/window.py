"""The window itself: the map, docks for the panels, menus, theme and layout.

It is painted before PyTorch is there. What needs PyTorch is on the `Desk`, which fills docks and menus when it comes.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QCloseEvent, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QMenu, QMessageBox, QTabBar, QWidget

import vaegui
from vaegui import folders
from vaegui.ui import theme
from vaegui.ui.docks import DockWhy
from vaegui.ui.maps_panel import MapsPanel
from vaegui.ui.preferences import Preferences

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

LEFT, RIGHT, BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
DOCKS = {
    "train": ("Train", LEFT),
    "runs": ("Runs", LEFT),
    "draw": ("Draw", LEFT),
    "decoded": ("Decoded", RIGHT),
    "reconstruction": ("Reconstruct", RIGHT),
    "denoising": ("Denoise", RIGHT),
    "bound": ("Bound", RIGHT),
    "samples": ("Samples", RIGHT),
    "selection": ("Select", RIGHT),
    "curves": ("Curves", BOTTOM),
    "path": ("Path", BOTTOM),
    "figures": ("Figures", BOTTOM),
    "noise": ("Noise", BOTTOM),
    "few-labels": ("Few labels", BOTTOM),
    "gaps": ("Gaps", BOTTOM),
    "gradients": ("Gradients", BOTTOM),
    "factors": ("Factors", BOTTOM),
}
TABS = (  # the docks that share a place; the first is on top
    ("train", "runs", "draw"),
    ("reconstruction", "denoising", "bound", "samples", "selection"),
    ("curves", "path", "figures", "noise", "few-labels", "gaps", "gradients", "factors"),
)
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
MENUS = ("&Run", "&Edit", "&Data", "&Train", "&Lecture", "Le&ssons", "E&xport", "&View", "&Help")


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class MainWindow(QMainWindow):
    """The window; empty docks around the map until there is a `desk`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("vaegui")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size()))
        self.preferences = Preferences()
        self.desk: Desk | None = None
        self.previewed: Path | None = None  # the run whose map was painted before it could be opened
        self.is_closed = False
        # Before there are widgets that a change of style has to visit.
        self.theme = theme.resolve(self.preferences.theme)
        theme.apply(_app(), self.theme)
        self.maps = MapsPanel()
        self.map = self.maps.maps[0]
        self.setCentralWidget(self.maps)
        self.maps.set_theme(self.theme)
        self.docks = {name: self._dock(name, *words) for name, words in DOCKS.items()}
        self._arrange()
        self._menus = {name: self.menuBar().addMenu(name) for name in MENUS}
        for menu in self._menus.values():
            menu.setEnabled(False)
        self.run_label, self.speed_label, self.device_label = QLabel(), QLabel(), QLabel()
        for label in (self.run_label, self.speed_label, self.device_label):
            label.setProperty("muted", True)
            label.setContentsMargins(8, 0, 8, 0)
        self.device_label.setToolTip(
            "What trains. <b>compiled</b>: the step has become a library made for this network and this processor, "
            "which computes the same faster. It is made while training goes on, once that turns out to take long."
        )
        self.statusBar().addWidget(self.run_label)
        self.statusBar().addPermanentWidget(self.speed_label)
        self.statusBar().addPermanentWidget(self.device_label)
        self._hide_left_over_tabs()
        self._default_layout = self.saveState()
        geometry, state = self.preferences.layout()
        self.restoreGeometry(geometry)
        self.restoreState(state)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        self.map.plot.setFocus()  # so that its keys work at once, and no button looks chosen

    # Building

    def _dock(self, name: str, title: str, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(QWidget())
        self.addDockWidget(area, dock)
        DockWhy(dock, name)
        return dock

    def _arrange(self) -> None:
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        self.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        self.splitDockWidget(self.docks["decoded"], self.docks["reconstruction"], Qt.Orientation.Vertical)
        for names in TABS:
            for before, name in itertools.pairwise(names):
                self.tabifyDockWidget(self.docks[before], self.docks[name])
            self.docks[names[0]].raise_()
        self.size_docks()

    def _hide_left_over_tabs(self) -> None:
        """Of docks that were tabbed one by one Qt keeps tab bars of the first two, which would lie about the window."""
        bars = self.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)
        titles = [{bar.tabText(index) for index in range(bar.count())} for bar in bars]
        for bar, own in zip(bars, titles, strict=True):
            bar.setVisible(not any(own < others for others in titles))

    def size_docks(self) -> None:
        """Give each dock the room it wants in a window of the usual size."""
        docks = self.docks
        self.resizeDocks([docks["train"], docks["decoded"]], [300, 410], Qt.Orientation.Horizontal)
        self.resizeDocks([docks["decoded"], docks["reconstruction"]], [300, 520], Qt.Orientation.Vertical)
        self.resizeDocks([docks["curves"]], [220], Qt.Orientation.Vertical)

    def grow(self, dock: QDockWidget, wanted: int) -> None:
        """Give a dock below the map the height it wants, unless that is more than a third of the window."""
        if dock.height() < wanted < self.height() // 3:
            self.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def place(self, name: str, panel: QWidget) -> None:
        """Put a panel into its dock; it is for the desk to enable it."""
        panel.setEnabled(False)
        empty = self.docks[name].widget()
        self.docks[name].setWidget(panel)
        empty.deleteLater()

    def fill_menus(self, desk: Desk) -> None:
        """Fill the menus with what can be done."""
        run_menu = self._menus["&Run"]
        self._action(run_menu, "&Open folder…", desk.on_open_folder, QKeySequence.StandardKey.Open)
        self._action(run_menu, "Show &folder of my runs", desk.on_show_folder)
        run_menu.addSeparator()
        self.stop_comparing_action = self._action(run_menu, "Stop &comparing", desk.on_stop_comparing)
        self.stop_comparing_action.setEnabled(False)
        run_menu.addSeparator()
        self._action(run_menu, "&Quit", self.close, QKeySequence.StandardKey.Quit)

        edit_menu = self._menus["&Edit"]
        for action, keys in (
            (desk.undo_stack.createUndoAction(self, "&Undo"), QKeySequence.StandardKey.Undo),
            (desk.undo_stack.createRedoAction(self, "&Redo"), QKeySequence.StandardKey.Redo),
        ):
            action.setShortcuts(keys)
            edit_menu.addAction(action)
        edit_menu.addSeparator()
        self._action(edit_menu, "Select &nothing", desk.selection_panel.clear_wanted.emit, "Ctrl+Shift+A")

        edit_menu.addSeparator()
        self._action(edit_menu, "&Paste images or files", desk.intake.paste, QKeySequence.StandardKey.Paste)

        data_menu = self._menus["&Data"]
        data_menu.setToolTipsVisible(True)
        self._action(data_menu, "Import a &folder of images…", desk.intake.ask_for_folder, "Ctrl+I")
        of_file = self._action(data_menu, "&Import images from a file…", desk.intake.ask_for_file, "Ctrl+Shift+I")
        of_file.setToolTip("A zip of images, an array (.npy, .npz) or IDX files")
        data_menu.addSeparator()
        self.own_data_actions = (
            self._action(data_menu, "&Read again…", desk.on_import_again),
            self._action(data_menu, "Re&move…", desk.on_forget_dataset),
        )
        desk.train_panel.data_button.setMenu(data_menu)

        train_menu = self._menus["&Train"]
        self.train_action = self._action(train_menu, "&Train", desk.train_panel.train_button.click, "Ctrl+T")
        self.running_actions = (
            self._action(train_menu, "&Pause or resume", desk.train_panel.pause_button.toggle, "Ctrl+P"),
            self._action(train_menu, "&Stop and keep the run", desk.stop_training, "Ctrl+."),
            self._action(train_menu, "&Cancel and discard the run…", desk.on_cancel_wanted),
        )

        empty = self._menus.pop("&Lecture").menuAction()
        self.menuBar().insertMenu(empty, desk.train_panel.lecture_menu)
        self.menuBar().removeAction(empty)

        desk.teaching.fill_menu(self._menus["Le&ssons"])
        desk.sharing.fill_menu(self._menus["E&xport"])

        view_menu = self._menus["&View"]
        switches = self.maps.switches
        view_menu.addActions([*switches.layers, switches.reset_view])
        view_menu.addSeparator()
        view_menu.addMenu(self.maps.colour_menu)
        view_menu.addSeparator()
        view_menu.addActions(list(switches.tools.values()))
        view_menu.addSeparator()
        view_menu.addAction(desk.explorer.samples.redraw_action)
        view_menu.addSeparator()
        view_menu.addAction(desk.metrics.log_action)
        self.paper_action = self._action(view_menu, "&Ink on paper", self._on_paper_toggled, "I", checkable=True)
        self.paper_action.setToolTip("Draw grey images dark on white")
        self.paper_action.setChecked(self.preferences.paper)
        theme_menu = view_menu.addMenu("&Theme")
        self._theme_actions = QActionGroup(self)
        for choice in ("system", "light", "dark"):
            action = self._action(theme_menu, f"&{choice.capitalize()}", self._on_theme_chosen, checkable=True)
            action.setData(choice)
            action.setChecked(choice == self.preferences.theme)
            self._theme_actions.addAction(action)
        panels_menu = view_menu.addMenu("&Panels")
        for dock in self.docks.values():
            panels_menu.addAction(dock.toggleViewAction())
        self._action(view_menu, "Reset &layout", lambda: self.restoreState(self._default_layout))

        help_menu = self._menus["&Help"]
        self._action(help_menu, "&Keys", self._on_keys, QKeySequence.StandardKey.HelpContents)
        self._action(help_menu, "&About vaegui", self._on_about)
        for menu in self._menus.values():
            menu.setEnabled(True)

    def _action(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[..., object],
        shortcut: QKeySequence.StandardKey | str | None = None,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self, checkable=checkable)
        if shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    # Theme, help, closing

    def _on_paper_toggled(self, paper: bool) -> None:
        self.preferences.paper = paper
        if self.desk is not None:
            self.desk.set_paper(paper)

    def _on_theme_chosen(self) -> None:
        choice = self._theme_actions.checkedAction().data()
        self.preferences.theme = choice
        self.apply_theme(choice)

    def _on_system_theme_changed(self) -> None:
        if self.preferences.theme == "system" and not self.is_closed:  # a theme is the whole application's
            self.apply_theme("system")

    def apply_theme(self, choice: theme.ThemeChoice) -> None:
        """Draw everything in a theme."""
        self.theme = theme.resolve(choice)
        theme.apply(_app(), self.theme)
        self.maps.set_theme(self.theme)
        if self.desk is not None:
            self.desk.set_theme(self.theme)

    def _on_keys(self) -> None:
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in KEYS)
        self._tell("Keys and mouse", f"<table cellspacing=6>{rows}</table>")

    def _on_about(self) -> None:
        versions = f"{self.desk.versions_in_words}<br>" if self.desk is not None else ""
        self._tell(
            "About vaegui",
            f"<b>vaegui {vaegui.__version__}</b><br>The desktop explorer of latent spaces.<br><br>{versions}"
            f"Your runs: {folders.own_folder()}<br>Datasets: {folders.data_folder()}",
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout; while a training runs, ask, and leave once it is saved."""
        event.ignore()  # so it stays if anything goes wrong
        if self.desk is not None and not self.desk.may_close():
            return
        self.preferences.set_layout(self.saveGeometry(), self.saveState())
        self.is_closed = True
        self.hide()  # before waiting for the threads, which may take a moment
        try:
            if self.desk is not None:
                self.desk.close()
        finally:
            event.accept()
