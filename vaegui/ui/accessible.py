"""For people who work without a mouse or without a screen: what a widget is, what is read out, and where keys go."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleInterface,
    QGuiApplication,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QRegion,
    QTextDocumentFragment,
)
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QAbstractSpinBox,
    QAccessibleWidget,
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSlider,
    QTabBar,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid
from superqt import QElidingLabel, QLabeledSlider

ROLE = "accessible_role"
SHOWS_FOCUS = "shows_focus"
FRAME, INSET = 2, 3  # logical pixels of the line around what has the focus, and of its distance from a button's edge
CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_SHOWING = (QLineEdit, QAbstractSpinBox, QTextEdit, QPlainTextEdit, QMenuBar, QMenu)  # the style draws them otherwise
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


# What it is, and what is said of it


def set_role(widget: QWidget, role: QAccessible.Role) -> None:
    """Say what a widget is that paints itself: Qt would tell a screen reader of a mere area."""
    _install()
    widget.setProperty(ROLE, role.value)


@cache
def _install() -> None:
    QAccessible.installFactory(_interface)


def _interface(_: str, thing: QObject) -> QAccessibleInterface | None:
    """Qt asks this once for each object, and owns the answer; None leaves it to Qt."""
    if not isinstance(thing, QWidget) or thing.property(ROLE) is None:
        return None
    return QAccessibleWidget(thing, QAccessible.Role(thing.property(ROLE)))


class ElidingLabel(QElidingLabel):
    """A line that is cut off where there is no room; the whole of it is read out, and is its tooltip."""

    def setText(self, text: str) -> None:
        """Say something else."""
        super().setText(text)
        self.setAccessibleName(text)
        self.setAccessibleDescription(text)  # which would be the tooltip’s, with its marks
        self.setToolTip(f"<qt>{html.escape(text)}</qt>" if text else "")  # it may be a stranger’s


def announce(widget: QWidget, words: str) -> None:
    """Have words read out by a screen reader, if one listens."""
    if QAccessible.isActive() and words:
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


# Where keys go


class FocusFrame(QWidget):
    """A line in the accent's colour around the widget that keys go to."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self._around = around
        self._inset = INSET if around.property("primary") else 0  # a button in the accent's colour has it inside
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.fit()

    def fit(self) -> None:
        """Cover the edges only: what is inside is painted as if nothing lay over it."""
        around, area = self._around, QRect(QPoint(), self._around.size())
        if isinstance(around, QTabBar):
            area = around.tabRect(around.currentIndex())
        elif isinstance(around, QCheckBox | QRadioButton):
            area.setWidth(min(area.width(), around.sizeHint().width()))
        area.adjust(self._inset, self._inset, -self._inset, -self._inset)
        self.setGeometry(area)
        whole = QRect(QPoint(), area.size())
        self.setMask(QRegion(whole) - QRegion(whole.adjusted(FRAME, FRAME, -FRAME, -FRAME)))
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line."""
        palette = self.palette()
        QPainter(self).fillRect(self.rect(), palette.highlightedText() if self._inset else palette.accent())


class KeyboardFocus(QObject):
    """Shows where keys go, in all windows, as long as it is keys that are used.

    It begins with a key and ends with a click: whoever clicks on a map needs no line around it. What shows by itself
    that it has the focus (`shows_focus`) gets none, either.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._widget: QWidget | None = None
        self._frame: FocusFrame | None = None
        self._are_keys_used = False
        app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow what happens to the widget that has the focus."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent) and event.key() not in _MODIFIERS:
            self._are_keys_used = True
            self._show()
        elif kind == QEvent.Type.MouseButtonPress:
            self._are_keys_used = False
            self._show()
        elif kind in _LAID_OUT and self._is_framed:
            self._show()
        return False

    @property
    def _is_framed(self) -> bool:
        """Whether there is a frame, around a widget that is not being destroyed."""
        return self._frame is not None and isValid(self._frame) and self._widget is not None and isValid(self._widget)

    def _on_focus_changed(self, _: QWidget | None, new: QWidget | None) -> None:
        if self._widget is not None and isValid(self._widget):
            for part in _parts(self._widget):
                part.removeEventFilter(self)
        self._hide()
        self._widget = new
        if new is not None:
            self._are_keys_used &= QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton
            for part in _parts(new):
                part.installEventFilter(self)
            self._show()

    def _show(self) -> None:
        if self._widget is None or not isValid(self._widget):
            return
        if not self._are_keys_used or self._widget.property(SHOWS_FOCUS):
            self._hide()
        elif self._frame is None and not isinstance(self._widget, _SHOWING):
            self._frame = FocusFrame(self._widget)
            self._frame.show()
        elif self._frame is not None and self._is_framed:
            self._frame.fit()

    def _hide(self) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None


def _parts(widget: QWidget) -> tuple[QWidget, ...]:
    """A widget, and what in it gets the clicks."""
    return (widget, widget.viewport()) if isinstance(widget, QAbstractScrollArea) else (widget,)


def shows_focus(widget: QWidget, shows: bool = True) -> None:
    """Say whether a widget shows by itself that it has the focus: a place among its images, say."""
    widget.setProperty(SHOWS_FOCUS, shows)


class TypeAhead(QObject):
    """Letters that are typed in a choice search it: they are no shortcuts of the window's then.

    In a list or a table they stay shortcuts: whoever has just clicked there goes on with the map's keys.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what a choice let through."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            focus = watched.focusWidget() if isinstance(watched, QWidget) else None
            is_letter = event.text().isalnum() and not event.modifiers() & _COMMANDS
            if is_letter and isinstance(focus, QComboBox):
                event.accept()
                return True
        return False


def can_take_focus(widget: QWidget) -> bool:
    """Whether the Tab key may go to a widget: it is there to be seen, not in a dock behind another one, and of use."""
    if not (widget.isEnabled() and widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus):
        return False
    if isinstance(widget, QScrollArea) and not any(
        bar.maximum() for bar in (widget.verticalScrollBar(), widget.horizontalScrollBar())
    ):
        return False  # keys would scroll nothing
    dock: QWidget | None = widget
    while dock is not None and not isinstance(dock, QDockWidget):
        dock = None if dock.isWindow() else dock.parentWidget()
    return widget.focusProxy() is None and (dock is None or not dock.visibleRegion().isEmpty())


def next_in_tab_order(window: QWidget, parts: Sequence[QWidget], forward: bool) -> QWidget | None:
    """Where the Tab key goes from the widget that has the focus, among the parts of a window in their order.

    Qt would also go to docks that lie behind others, where nobody sees what is done. Its own order cannot be asked for:
    PySide keeps for ever what `nextInFocusChain` has returned.
    """
    stops = tab_stops(parts)
    here: QWidget | None = window.focusWidget()
    while here is not None and here not in stops:
        here = here.parentWidget()
    if here is None:
        return next(iter(stops if forward else reversed(stops)), None)
    return stops[(stops.index(here) + (1 if forward else -1)) % len(stops)]


def tab_stops(parts: Sequence[QWidget]) -> list[QWidget]:
    """What the Tab key goes to, in its order: the title of a dock first, and else as it was built."""
    found: dict[QWidget, None] = {}
    for part in parts:
        inside = [part, *part.findChildren(QWidget)]
        if isinstance(part, QDockWidget):
            content = set(inside) - {part, *part.findChildren(QWidget, options=CHILDREN)}
            inside.sort(key=lambda widget: (widget in content or widget is part.widget(), widget.objectName() != "why"))
        found |= dict.fromkeys(widget for widget in inside if widget.window() is part.window())
    return [widget for widget in found if can_take_focus(widget)]


def scroll_to(widget: QWidget, place: QRect) -> None:
    """Scroll whatever a widget lies in until a place of it is seen."""
    area = widget.parentWidget()
    while area is not None and not area.isWindow():
        if isinstance(area, QScrollArea):
            inside = area.widget()
            assert inside is not None
            there = QRect(widget.mapTo(inside, place.topLeft()), place.size())
            area.ensureVisible(there.center().x(), there.center().y(), there.width() // 2 + 8, there.height() // 2 + 8)
        area = area.parentWidget()


def name_slider(slider: QLabeledSlider, name: str, description: str = "") -> None:
    """Make one thing of a slider and the field with its number: the slider takes the keys, and both have the name."""
    inner = slider.findChild(QSlider)
    assert inner is not None
    slider.setFocusProxy(inner)
    for widget in (slider, inner, *slider.findChildren(QAbstractSpinBox)):
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(description)


def show_only(plot: QWidget, name: str) -> None:
    """Say of a plot that there is nothing to do with it: it has a name, and no key goes there."""
    plot.setAccessibleName(name)
    plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    set_role(plot, QAccessible.Role.Chart)


def describe_by_tooltips(root: QWidget) -> None:
    """Give widgets with a formatted tooltip its words as a description: Qt would have the marks of it read out."""
    for widget in root.findChildren(QWidget):
        words = widget.toolTip()
        if words and not widget.accessibleDescription() and "<" in words:
            widget.setAccessibleDescription(" ".join(QTextDocumentFragment.fromHtml(words).toPlainText().split()))
