"""Ties the guide and the first steps to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from vaegui.ui.docks import WhyButton
from vaegui.ui.help.first_steps import FirstSteps
from vaegui.ui.help.guide import Guide
from vaegui.ui.help.pages import KEYS, PAGE_OF_PANEL

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

MAP = "map"


class Helper(QObject):
    """Opens the guide where it is wanted, and begins the first steps."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.guide: Guide | None = None  # once somebody wanted it
        self.first_steps = FirstSteps(window)
        for button in window.findChildren(WhyButton):
            button.more_wanted.connect(self.show_panel)

    def show_guide(self) -> None:
        """Open the guide: on the panel that has the focus, else where it was read last."""
        panel = self._panel_with_focus()
        if panel == MAP and self.guide is not None:  # there the focus rests while nobody needs it
            self.show_page(self.guide.page)
        else:
            self.show_panel(panel)

    def show_panel(self, panel: str) -> None:
        """Open the guide at the page that is about a panel."""
        self.show_page(PAGE_OF_PANEL.get(panel, PAGE_OF_PANEL[MAP]))

    def show_keys(self) -> None:
        """Open the guide at the table of keys."""
        self.show_page(KEYS)

    def show_page(self, name: str) -> None:
        """Open the guide at a page."""
        if self.guide is None:
            self.guide = Guide(self._window)
        self.guide.open_page(name)

    def offer_first_steps(self) -> None:
        """Begin the first steps, unless somebody has seen them or did not want them."""
        if not self._window.preferences.knows_first_steps:
            self.first_steps.begin()

    def _panel_with_focus(self) -> str:
        widget: QWidget | None = QApplication.focusWidget()
        while widget is not None:
            if isinstance(widget, QDockWidget):
                return widget.objectName()
            widget = widget.parentWidget()
        return MAP
