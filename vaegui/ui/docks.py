"""What panels in docks have in common: whether they are seen, their context menu, and the (?) that says why."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDockWidget,
    QFrame,
    QLabel,
    QMenu,
    QScrollArea,
    QStyle,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaegui.explanations import EXPLANATIONS, as_html
from vaegui.ui.theme import scaled
from vaegui.words import tr

WIDTH = 460  # pixels of an explanation
MORE = "guide:"  # the link at its end
MOST_OF_SCREEN = 0.8
BUTTONS = {  # of a dock's title, by Qt's names: what they are called, and their tooltips
    "qt_dockwidget_floatbutton": (
        tr("Float or dock the panel {panel}"),
        tr("Let the panel float over the window, or put it back"),
    ),
    "qt_dockwidget_closebutton": (
        tr("Close the panel {panel}"),
        tr("Close the panel; View → Panels brings it back"),
    ),
}
FOLLOWED = (
    QEvent.Type.Resize,
    QEvent.Type.Show,
    QEvent.Type.LayoutRequest,
    QEvent.Type.StyleChange,
    QEvent.Type.PaletteChange,
)


def is_seen(panel: QWidget) -> bool:
    """Whether any part of a panel is on screen (Qt has those in tabs behind another one as visible)."""
    # The dock's region: the panel's own leaves out what its children cover, which may be all of it.
    dock = panel.parentWidget()
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = dock.parentWidget()
    if dock is None or not panel.isVisible():
        return False
    # What floats has its title from the desktop, and is covered by its panel.
    return dock.isFloating() or not dock.visibleRegion().isEmpty()


class WhyButton(QToolButton):
    """A (?) that opens the explanation of a panel: its formula, its symbols on screen, the lecture's slide.

    Signals:
        more_wanted: the panel; somebody would read in the guide about it.
    """

    more_wanted = Signal(str)

    def __init__(self, panel: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = panel
        self.setText("?")
        self.setObjectName("why")
        self.setToolTip(tr("Why is this so? The formula, what its symbols are here, and the slide"))
        self.setAccessibleName(tr("Why: {title}", title=EXPLANATIONS[panel].title))
        self.clicked.connect(self._open)

    def _open(self) -> None:
        explanation = Explanation(self._panel, self.window())
        explanation.more_wanted.connect(self.more_wanted)
        explanation.open_at(self.mapToGlobal(QPoint(self.width(), self.height())))


class DockWhy(QObject):
    """Keep a (?) in the title of a dock, left of its buttons, wherever the dock goes."""

    def __init__(self, dock: QDockWidget, panel: str) -> None:
        super().__init__(dock)
        self._dock = dock
        self.button = WhyButton(panel, dock)
        for button in self._title_buttons():
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setToolTip(BUTTONS[button.objectName()][1])
        dock.installEventFilter(self)
        self._place()

    def _title_buttons(self) -> list[QAbstractButton]:
        """Those of Qt's; they are looked up anew, since what Python knows of them is not true for long."""
        found = [self._dock.findChild(QAbstractButton, name) for name in BUTTONS]
        return [button for button in found if button is not None]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the dock's size and style."""
        if event.type() in FOLLOWED:
            self._place()
        return False

    def _place(self) -> None:
        title = self._dock.widget().geometry().top()
        size = self._dock.style().pixelMetric(QStyle.PixelMetric.PM_SmallIconSize)
        side = max(14, min(scaled(16), title - 8))
        buttons = self._title_buttons()
        for button in buttons:  # Qt gives them names of its own whenever it lays the title out
            name = BUTTONS[button.objectName()][0].format(panel=self._dock.windowTitle())
            if button.accessibleName() != name:
                button.setAccessibleName(name)
        right = min([b.x() for b in buttons if b.isVisibleTo(self._dock)] or [self._dock.width() - size])
        self.button.setGeometry(right - side - 4, max(0, (title - side) // 2), side, side)
        self.button.raise_()


class FigureMenu(QObject):
    """The context menu of a panel with what can be done with its figure.

    It opens on a right click anywhere in the panel or its title, and on the keyboard's menu key, where no child has a
    menu of its own; those that consist of actions get the same entries at their end.
    """

    def __init__(self, place: QWidget, actions: list[QAction]) -> None:
        super().__init__(place)
        self._place, self._actions = place, actions
        place.installEventFilter(self)
        for child in place.findChildren(QWidget):
            if child.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu:
                separator = QAction(child)
                separator.setSeparator(True)
                child.addActions([separator, *actions])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Open the menu when nobody below did."""
        if not isinstance(event, QContextMenuEvent):
            return False
        menu = QMenu(self._place)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions(self._actions)
        menu.popup(event.globalPos())
        event.accept()
        return True


class Explanation(QFrame):
    """An explanation in a frame of its own, which a click elsewhere or Esc closes.

    Signals:
        more_wanted: the panel it explains; the link to the guide was chosen.
    """

    more_wanted = Signal(str)

    def __init__(self, panel: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self._panel = panel
        more = f'<p><a href="{MORE}">{tr("More in the guide")}</a></p>'
        self.label = QLabel(f"{as_html(EXPLANATIONS[panel])}{more}")
        self.label.setTextFormat(Qt.TextFormat.RichText)
        self.label.setWordWrap(True)
        self.label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.label.linkActivated.connect(self._on_more)
        self.label.setContentsMargins(12, 8, 12, 8)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self.label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self._scroll)

    def open_at(self, corner: QPoint) -> None:
        """Show it with its upper right corner here, or as near as the screen allows."""
        screen = QGuiApplication.screenAt(corner) or QGuiApplication.primaryScreen()
        area = screen.availableGeometry()
        width = scaled(WIDTH)
        height = self.label.heightForWidth(width - 2) + 4
        height = min(height, round(MOST_OF_SCREEN * area.height()))
        # A label that has to scroll gives up some of its width to the bar.
        self.resize(width, height)
        x = min(max(corner.x() - width, area.left()), area.right() - width)
        y = corner.y() if corner.y() + height <= area.bottom() else max(area.top(), area.bottom() - height)
        self.move(x, y)
        self.show()
        self.setFocus()

    def _on_more(self) -> None:
        self.close()
        self.more_wanted.emit(self._panel)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc, Enter or Space; scroll with the keys that scroll."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.close()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QApplication.sendEvent(self._scroll.verticalScrollBar(), event)
        else:
            super().keyPressEvent(event)
