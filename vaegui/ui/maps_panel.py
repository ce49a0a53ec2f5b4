"""The middle of the window: one latent map or two side by side, under one tool bar and over one legend."""

from __future__ import annotations

import html
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from vaegui.plane import CLASS_COLOURS
from vaegui.ui.docks import WhyButton
from vaegui.ui.latent_map import LatentMap
from vaegui.ui.map_switches import CLASS, MapSwitches
from vaegui.ui.theme import Theme, fit
from vaegui.words import tr

# The tool bar's buttons where the usual ones do not fit; one with a menu has an arrow at its right.
NARROW = """
QToolButton { padding: 4px 3px; }
QToolButton[popupMode="2"] { padding-right: 12px; }
QToolButton#qt_toolbar_ext_button { padding: 0px; }
"""
NARROW_LEGEND = "QToolButton { padding: 4px; }"


class MapsPanel(QWidget):
    """Maps that share their layers, tools and legend.

    Signals:
        classes_chosen: many classes were hidden or shown at once: those that were hidden, and those that are.
    """

    classes_chosen = Signal(object, object)

    figure_depends_on_size = False  # what is drawn in a figure, but for the view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches = MapSwitches(self)
        self.maps = (LatentMap(self.switches), LatentMap(self.switches))
        self.maps[1].hide()
        self._classes: tuple[str, ...] = ()
        self.bar = QToolBar()
        fit(self.bar, icon=16)
        self.bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.bar.addActions(list(self.switches.tools.values()))
        for action in self.switches.tools.values():
            button = self.bar.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
            button.setAccessibleName(action.text().replace("&", ""))
        self.bar.addSeparator()
        self.bar.addActions([action for action in self.switches.layers if action not in self.switches.backgrounds])
        self._background = QToolButton()
        self._background.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._background.setToolTip(tr("What lies behind the points"))
        menu = QMenu(self._background)
        menu.setToolTipsVisible(True)
        menu.addActions(self.switches.backgrounds)
        self._background.setMenu(menu)
        for action in self.switches.backgrounds:
            action.toggled.connect(self._name_background)
        self.bar.addWidget(self._background)
        self._colour = QToolButton()
        self._colour.setAutoRaise(True)
        self._colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._colour.setToolTip(tr("What the colours of the points stand for"))
        self.colour_menu = QMenu(tr("&Colour by"), self)
        self.colour_menu.setToolTipsVisible(True)
        self._colour.setMenu(self.colour_menu)
        self.switches.colours_changed.connect(self._list_colours)
        self.switches.colour_changed.connect(self._name_colour)
        self.bar.addSeparator()
        self.bar.addAction(self.switches.reset_view)
        self._is_narrow, self._wanted = False, 0
        self._row = QHBoxLayout()  # the (?) is not part of the bar: it is never among what does not fit
        self._row.setSpacing(4)
        self._row.addWidget(self.bar, 1)
        self.why_button = WhyButton("map")
        self._row.addWidget(self.why_button)
        for tool in self.bar.findChildren(QToolButton):
            tool.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._splitter = QSplitter()
        self._splitter.setChildrenCollapsible(False)
        for latent_map in self.maps:
            self._splitter.addWidget(latent_map)
            latent_map.layers_changed.connect(self._enable_layers)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(2)
        self._legend.setContentsMargins(0, 0, 0, 0)
        self._classes_row = QWidget()
        self._classes_row.setLayout(self._legend)
        self._scroll = QScrollArea()  # for more classes than fit
        self._scroll.setWidgetResizable(True)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidget(self._classes_row)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its buttons take the keys, and scroll
        self._scroll.horizontalScrollBar().rangeChanged.connect(self._fit_legend)
        self._fit_legend()
        layout = self._column = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(self._row)
        layout.addWidget(self._splitter, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._colour)
        bottom.addWidget(self._scroll, 1)
        layout.addLayout(bottom)
        self.maps[0].classes_changed.connect(self._build_legend)
        self.show_all_action = QAction(tr("Show &all classes"), self)
        self.show_all_action.triggered.connect(self.show_all_classes)
        self.addAction(self.show_all_action)
        self._list_colours()
        self._name_background()

    def _name_background(self) -> None:
        shown = [action.text().replace("&", "") for action in self.switches.backgrounds if action.isChecked()]
        self._background_words = (
            (tr("Background: {layer}", layer=shown[0]), shown[0])
            if shown
            else (tr("Background: none"), tr("Background"))
        )
        self._measure_bar()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten what stands above the map where it would not fit."""
        super().resizeEvent(event)
        self._fit_bar()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the application's font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_scroll"):
            self._measure_bar()
            self._fit_legend()

    def _fit_bar(self) -> None:
        """Say less in the tool bar where it is narrow; what still does not fit is behind its chevron."""
        margins = self._column.contentsMargins()
        why = self.why_button.sizeHint().width() + self._row.spacing()
        room = self.width() - margins.left() - margins.right() - why
        self._set_narrow(self._wanted > room)

    def _measure_bar(self) -> None:
        """Find out how wide the tool bar would be with all its words."""
        self._set_narrow(False)
        self._wanted = self.bar.sizeHint().width()
        self._fit_bar()

    def _set_narrow(self, is_narrow: bool) -> None:
        self._background.setText(self._background_words[is_narrow])
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.bar.setStyleSheet(NARROW if is_narrow else "")
        self._classes_row.setStyleSheet(NARROW_LEGEND if is_narrow else "")
        reset = self.bar.widgetForAction(self.switches.reset_view)
        assert isinstance(reset, QToolButton)
        style = Qt.ToolButtonStyle
        reset.setToolButtonStyle(style.ToolButtonIconOnly if is_narrow else style.ToolButtonTextOnly)
        reset.setAccessibleName(tr("Reset view"))

    def _fit_legend(self, *_: int) -> None:
        """Be one line high, and have room for a scroll bar where there is one."""
        scrolls = self._scroll.horizontalScrollBar()
        bar = scrolls.sizeHint().height() if scrolls.maximum() > 0 else 0
        self._scroll.setFixedHeight(self.fontMetrics().height() + 16 + bar)

    def _list_colours(self) -> None:
        self.colour_menu.clear()
        self.colour_menu.addActions(list(self.switches.colours.values()))
        self._name_colour()

    def _name_colour(self) -> None:
        self._colour.setText(self.switches.colour_in_words)
        by_class = self.switches.colour == CLASS
        for button in self._classes_row.findChildren(QToolButton):
            button.setIcon(_swatch(button.property("class_index")) if by_class else QIcon())

    def set_second_shown(self, shown: bool) -> None:
        """Show one map, or two of the same width."""
        if shown != self.maps[1].isVisibleTo(self):
            self.maps[1].setVisible(shown)
            self._splitter.setSizes([1000, 1000])
            self._enable_layers()

    def _enable_layers(self) -> None:
        """Let those layers be switched on that any of the maps can show."""
        shown = [latent_map for latent_map in self.maps if latent_map.isVisibleTo(self)]
        possible = frozenset[QAction]().union(*(latent_map.layers for latent_map in shown))
        for action in self.switches.layers:
            action.setEnabled(action in possible)
        for action in (*self.switches.tools.values(), self.switches.reset_view):
            action.setEnabled(bool(possible))
        for button in (self._background, self._colour):
            button.setEnabled(bool(possible))

    @property
    def figure_part(self) -> tuple[object, ...]:
        """What makes its figure: the maps that are shown."""
        return tuple(latent_map.figure_part for latent_map in self.maps if latent_map.isVisibleTo(self))

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.switches.set_theme(theme)
        for latent_map in self.maps:
            latent_map.set_theme(theme)
        more = self.bar.findChild(QToolButton, "qt_toolbar_ext_button")
        assert more is not None
        more.setIcon(_chevron(theme))  # Qt's own is dark in any theme
        more.setAccessibleName(tr("What there is no room for"))
        more.setToolTip(tr("What there is no room for in this row"))

    def _build_legend(self, classes: tuple[str, ...]) -> None:
        self.switches.show_all_classes()
        while item := self._legend.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._legend.addStretch()
        for index, name in enumerate(classes):
            button = _ClassButton()
            button.setAccessibleName(tr("Class “{name}”", name=name))
            button.only_wanted.connect(partial(self.show_only_class, index))
            button.setCheckable(True)
            button.setChecked(True)
            button.setAutoRaise(True)
            button.setText(name.replace("&", "&&"))
            button.setIcon(_swatch(index) if self.switches.colour == CLASS else QIcon())
            button.setIconSize(QSize(12, 12))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(
                tr("<qt>Show or hide class “{name}” (with Shift+Space, show no other)</qt>", name=html.escape(name))
            )
            button.setAccessibleDescription(tr("Show or hide the class; with Shift and Space, show no other"))
            button.toggled.connect(self._on_class_toggled)
            button.setProperty("class_index", index)
            button.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            button.customContextMenuRequested.connect(partial(self._open_class_menu, button))
            self._legend.addWidget(button)
        self._legend.addStretch()

    def _on_class_toggled(self, shown: bool) -> None:
        self.switches.set_hidden(self.sender().property("class_index"), not shown)

    def _class_buttons(self) -> list[QToolButton]:
        items = (self._legend.itemAt(place) for place in range(self._legend.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, QToolButton)]

    def show_all_classes(self) -> None:
        """Hide no class."""
        self._choose_hidden(frozenset())

    def show_only_class(self, index: int) -> None:
        """Hide all classes but one."""
        self._choose_hidden(frozenset(range(len(self._class_buttons()))) - {index})

    def set_hidden_classes(self, hidden: frozenset[int]) -> None:
        """Hide these classes and no others."""
        for button in self._class_buttons():
            button.setChecked(button.property("class_index") not in hidden)

    def _choose_hidden(self, hidden: frozenset[int]) -> None:
        before = frozenset(self.switches.hidden)
        self.set_hidden_classes(hidden)
        if hidden != before:
            self.classes_chosen.emit(before, hidden)

    def _open_class_menu(self, button: QToolButton, place: QPoint) -> None:
        index = button.property("class_index")
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = button.text()
        words = tr("&Hide “{name}”", name=name) if button.isChecked() else tr("Sho&w “{name}”", name=name)
        menu.addAction(words).triggered.connect(button.click)
        only = menu.addAction(tr("Show &only “{name}”", name=name))
        only.triggered.connect(lambda: self.show_only_class(index))
        menu.addAction(self.show_all_action)
        menu.addSeparator()
        menu.addActions(self.maps[0].actions())
        menu.popup(button.mapToGlobal(place))


class _ClassButton(QToolButton):
    """A class in the legend.

    Signals:
        only_wanted: no other class should be shown.
    """

    only_wanted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space shows or hides the class; with Shift, it hides all others."""
        if event.key() == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.only_wanted.emit()
        else:
            super().keyPressEvent(event)


def _chevron(theme: Theme) -> QIcon:
    """Two arrows to the right, in the colour of text."""
    pixmap = QPixmap(48, 48)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4, 4)
    painter.setPen(QPen(QColor(theme.text), 1.5, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    for left in (2.0, 6.5):
        painter.drawPolyline([QPointF(left, 2.5), QPointF(left + 3.5, 6), QPointF(left, 9.5)])
    painter.end()
    return QIcon(pixmap)


def _swatch(index: int) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(CLASS_COLOURS[index % len(CLASS_COLOURS)]))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(2, 2, 20, 20)
    painter.end()
    return QIcon(pixmap)
