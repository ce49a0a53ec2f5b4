"""The window itself: the map, docks for the panels, menus, theme and layout.

It is painted before PyTorch is there. What needs PyTorch is on the `Desk`, which fills docks and menus when it comes.
"""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QTabBar, QWidget

from vaegui.ui import theme
from vaegui.ui.docks import DockWhy
from vaegui.ui.maps_panel import MapsPanel
from vaegui.ui.menus import Menus
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
        self.menus = Menus(self)
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
        self.default_layout = self.saveState()
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

    def reset_layout(self) -> None:
        """Put every dock where it is at first."""
        self.restoreState(self.default_layout)

    # Theme, closing

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
