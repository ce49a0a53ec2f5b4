"""Keys that go from panel to panel, close one, open the context menu, and show the window on the full screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QDockWidget, QWidget

from vaegui.ui.accessible import tab_stops
from vaegui.ui.docks import is_seen
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

TO_CONTENT = Qt.FocusReason.ShortcutFocusReason


class PanelKeys(QObject):
    """The actions, and what they do."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.full_screen_action = self._action(tr("Full screen"), self._on_full_screen, "F11")
        self.full_screen_action.setCheckable(True)
        usual = QKeySequence.keyBindings(QKeySequence.StandardKey.FullScreen)
        self.full_screen_action.setShortcuts([QKeySequence("F11"), *(k for k in usual if k != QKeySequence("F11"))])
        self.next_action = self._action(tr("&Next panel"), lambda: self.go_on(1), "F6")
        self.back_action = self._action(tr("Pre&vious panel"), lambda: self.go_on(-1), "Shift+F6")
        self.close_action = self._action(tr("&Close this panel"), self.close_panel, "Ctrl+W")
        self.close_action.setToolTip(tr("The one that has the focus; View, Panels brings it back"))
        self.menu_action = self._action(tr("Conte&xt menu"), self.open_context_menu, "Shift+F10")
        self.menu_action.setToolTip(tr("What can be done with what has the focus"))

    def _action(self, text: str, slot: object, keys: str) -> QAction:
        action = QAction(text, self._window)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(slot)
        return action

    @property
    def actions(self) -> list[QAction]:
        """What can be done with the panels."""
        return [self.next_action, self.back_action, self.close_action]

    # Going round

    def panels(self) -> list[QWidget]:
        """The map, then the docks that can be seen, in the order in which the window knows them."""
        docks = self._window.findChildren(QDockWidget)
        return [self._window.maps, *(dock for dock in docks if dock.widget() is not None and is_seen(dock.widget()))]

    def go_on(self, step: int) -> None:
        """Take the focus to the next panel, or the one before."""
        panels = self.panels()
        here = self._panel_of(QApplication.focusWidget())
        place = panels.index(here) if here in panels else (-1 if step > 0 else 0)
        panel = panels[(place + step) % len(panels)]
        target = (
            self._window.map.plot
            if panel is self._window.maps
            else _first_of(panel.widget() if isinstance(panel, QDockWidget) else panel)
        )
        if target is None:  # nothing in it takes keys: the panel itself does, so that one can go on from there
            target = panel.widget() if isinstance(panel, QDockWidget) else panel
            target.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        target.window().activateWindow()
        target.setFocus(TO_CONTENT)

    def _panel_of(self, widget: QWidget | None) -> QWidget | None:
        while widget is not None and not isinstance(widget, QDockWidget) and widget is not self._window.maps:
            widget = widget.parentWidget()
        return widget

    def close_panel(self) -> None:
        """Close the panel that has the focus; the map stays."""
        panel = self._panel_of(QApplication.focusWidget())
        if isinstance(panel, QDockWidget) and panel.features() & QDockWidget.DockWidgetFeature.DockWidgetClosable:
            panel.close()
            self._window.map.plot.setFocus(TO_CONTENT)
        else:
            self._window.statusBar().showMessage(tr("No panel has the focus: F6 goes from one to the next."), 8000)

    # The rest

    def _on_full_screen(self, full: bool) -> None:
        states = self._window.windowState()
        flag = Qt.WindowState.WindowFullScreen
        self._window.setWindowState(states | flag if full else states & ~flag)

    def open_context_menu(self) -> None:
        """Open the context menu of what has the focus, as the menu key does."""
        widget = QApplication.focusWidget()
        if widget is None:
            return
        middle = QPoint(widget.width() // 2, widget.height() // 2)
        by_key = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(by_key, middle, widget.mapToGlobal(middle)))


def _first_of(panel: QWidget) -> QWidget | None:
    """The first widget in a panel that the Tab key would go to."""
    return next((widget for widget in tab_stops([panel]) if widget is not panel), None)
