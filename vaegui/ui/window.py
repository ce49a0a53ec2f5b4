"""The window itself: the map, docks for the panels, menus, theme and layout.

It is painted before PyTorch is there. What needs PyTorch is on the `Desk`, which fills docks and menus when it comes.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QChildEvent, QEvent, QSize, Qt
from PySide6.QtGui import QCloseEvent, QFont, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QLabel, QMainWindow, QTabBar, QWidget

from vaegui.ui import theme
from vaegui.ui.accessible import TypeAhead, next_in_tab_order
from vaegui.ui.docks import DockWhy
from vaegui.ui.layouts import Layouts, onto_screen
from vaegui.ui.looks import Looks
from vaegui.ui.maps_panel import MapsPanel
from vaegui.ui.menus import Menus
from vaegui.ui.panel_area import PanelArea
from vaegui.ui.preferences import Preferences
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

DOCKS = {
    "train": tr("Train"),
    "runs": tr("Runs"),
    "draw": tr("Draw"),
    "decoded": tr("Decoded"),
    "reconstruction": tr("Reconstruct"),
    "denoising": tr("Denoise"),
    "bound": tr("Bound"),
    "samples": tr("Samples"),
    "selection": tr("Select"),
    "dimensions": tr("Dimensions"),
    "curves": tr("Curves"),
    "path": tr("Path"),
    "figures": tr("Figures"),
    "noise": tr("Noise"),
    "few-labels": tr("Few labels"),
    "gaps": tr("Gaps"),
    "gradients": tr("Gradients"),
    "factors": tr("Factors"),
    "plane": tr("Rate–distortion"),
}
FRAME = QSize(16, 48)  # pixels that a desktop may take for the title and the edges of a window


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class MainWindow(QMainWindow):
    """The window; empty docks around the map until there is a `desk`."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("vaegui")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size() - FRAME))
        self.preferences = Preferences()
        self.desk: Desk | None = None
        self.previewed: Path | None = None  # the run whose map was painted before it could be opened
        self.is_closed = False
        self.tab_parts: list[QWidget] = []  # in the order of the Tab key, once there are all
        # Before there are widgets that a change of style has to visit.
        self.theme = theme.resolve(self.preferences.theme)
        theme.set_text_size(_app(), self.preferences.text_size)
        theme.apply(_app(), self.theme)
        self.maps = MapsPanel()
        self.map = self.maps.maps[0]
        self.setCentralWidget(self.maps)
        self.maps.set_theme(self.theme)
        self.docks = {name: self._dock(name, title) for name, title in DOCKS.items()}
        self.layouts, self.looks = Layouts(self), Looks(self)
        self.menus = Menus(self)
        self.run_label, self.speed_label, self.device_label = QLabel(), QLabel(), QLabel()
        for label in (self.run_label, self.speed_label, self.device_label):
            label.setProperty("muted", True)
            label.setContentsMargins(8, 0, 8, 0)
        self.device_label.setToolTip(
            tr(
                "What trains. <b>compiled</b>: the step has become a library made for this network and this processor, "
                "which computes the same faster. It is made while training goes on, once that turns out to take long."
            )
        )
        self.statusBar().addWidget(self.run_label)
        # Qt hides it as well, but shows it again over the message when text becomes larger.
        self.statusBar().messageChanged.connect(self._on_message_changed)
        self.statusBar().addPermanentWidget(self.speed_label)
        self.statusBar().addPermanentWidget(self.device_label)
        self.restoreGeometry(self.preferences.layout()[0])
        onto_screen(self)
        self.layouts.begin()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)
        TypeAhead(self)
        self.map.plot.setFocus()  # so that its keys work at once, and no button looks chosen

    # Building

    def _dock(self, name: str, title: str) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(PanelArea(QWidget()))
        # Titles of docks whose font is exactly the application's are painted in one that does not follow its size.
        font = dock.font()
        font.setStyleHint(QFont.StyleHint.SansSerif)
        dock.setFont(font)
        DockWhy(dock, name)
        return dock

    def size_docks(self) -> None:
        """Give each dock the room it wants."""
        self.layouts.size_docks()

    def grow(self, dock: QDockWidget, wanted: int) -> None:
        """Give a dock below the map the height it wants, unless that is more than a third of the window."""
        wanted = theme.scaled(wanted)
        if dock.height() < wanted < min(self.height() // 3, self.layouts.most_below()):
            self.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def place(self, name: str, panel: QWidget) -> None:
        """Put a panel into its dock; it is for the desk to enable it."""
        area = PanelArea(panel)
        area.setAccessibleName(DOCKS[name])
        area.setEnabled(False)
        empty = self.docks[name].widget()
        self.docks[name].setWidget(area)
        empty.deleteLater()

    def panel(self, name: str) -> QWidget:
        """The panel in a dock."""
        area = self.docks[name].widget()
        assert isinstance(area, PanelArea)
        return area.panel

    # Theme, closing

    def _on_message_changed(self, message: str) -> None:
        self.run_label.setVisible(not message)

    def _on_system_theme_changed(self) -> None:
        if self.preferences.theme == "system" and self.isVisible():  # a theme is the whole application's
            self.apply_theme("system")

    def apply_looks(self) -> None:
        """Draw everything in the theme and with the text size that were chosen."""
        self.looks.tick()
        is_other_size = theme.text_size() != self.preferences.text_size
        theme.set_text_size(_app(), self.preferences.text_size)
        if is_other_size or self.theme is not theme.resolve(self.preferences.theme):
            self.apply_theme(self.preferences.theme)

    def apply_theme(self, choice: theme.ThemeChoice) -> None:
        """Draw everything in a theme."""
        self.theme = theme.resolve(choice)
        theme.apply(_app(), self.theme)
        self.maps.set_theme(self.theme)
        if self.desk is not None:
            self.desk.set_theme(self.theme)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Take the focus to what is seen next; Qt would also go into docks that lie behind others."""
        focus = self.focusWidget()
        if focus is not None and not focus.isVisible():  # it was hidden: nobody pressed Tab, nor looks for a button
            self.map.plot.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if not self.tab_parts:
            return super().focusNextPrevChild(forward)
        widget = next_in_tab_order(self, self.tab_parts, forward)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
        return widget is not None

    def childEvent(self, event: QChildEvent) -> None:
        """Have the tabs of docks scroll where they do not fit, instead of losing their words."""
        super().childEvent(event)
        if event.type() == QEvent.Type.ChildPolished and isinstance(bar := event.child(), QTabBar):
            bar.setElideMode(Qt.TextElideMode.ElideNone)
            bar.setUsesScrollButtons(True)

    def showEvent(self, event: QShowEvent) -> None:
        """Size the panels that ship for the window as large as it turned out to be."""
        super().showEvent(event)
        if self.layouts.is_shipped and not event.spontaneous():
            self.layouts.is_shipped = False
            self.size_docks()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout; while a training runs, ask, and leave once it is saved."""
        event.ignore()  # so it stays if anything goes wrong
        if self.desk is not None and not self.desk.may_close():
            return
        self.layouts.keep()
        self.is_closed = True
        self.hide()  # before waiting for the threads, which may take a moment
        try:
            if self.desk is not None:
                self.desk.close()
        finally:
            event.accept()
