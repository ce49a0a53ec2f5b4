"""The middle of the window: one latent map or two side by side, under one tool bar and over one legend."""

from __future__ import annotations

import html

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QMenu, QScrollArea, QSplitter, QToolBar, QToolButton, QVBoxLayout, QWidget

from vaegui.plane import CLASS_COLOURS
from vaegui.ui.docks import WhyButton
from vaegui.ui.latent_map import LatentMap
from vaegui.ui.map_switches import CLASS, MapSwitches
from vaegui.ui.theme import Theme


class MapsPanel(QWidget):
    """Maps that share their layers, tools and legend."""

    figure_depends_on_size = False  # what is drawn in a figure, but for the view

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches = MapSwitches(self)
        self.maps = (LatentMap(self.switches), LatentMap(self.switches))
        self.maps[1].hide()
        self._classes: tuple[str, ...] = ()
        self.bar = QToolBar()
        self.bar.setIconSize(QSize(16, 16))
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
        self._background.setToolTip("What lies behind the points")
        menu = QMenu(self._background)
        menu.setToolTipsVisible(True)
        menu.addActions(self.switches.backgrounds)
        self._background.setMenu(menu)
        for action in self.switches.backgrounds:
            action.toggled.connect(self._name_background)
        self.bar.addWidget(self._background)
        self._name_background()
        self._colour = QToolButton()
        self._colour.setAutoRaise(True)
        self._colour.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._colour.setToolTip("What the colours of the points stand for")
        self.colour_menu = QMenu("&Colour by", self)
        self.colour_menu.setToolTipsVisible(True)
        self._colour.setMenu(self.colour_menu)
        self.switches.colours_changed.connect(self._list_colours)
        self.switches.colour_changed.connect(self._name_colour)
        self.bar.addSeparator()
        self.bar.addAction(self.switches.reset_view)
        self.bar.addWidget(WhyButton("map"))
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
        self._scroll.setFixedHeight(self.fontMetrics().height() + 16)
        self._scroll.setWidget(self._classes_row)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 8, 8)
        layout.setSpacing(4)
        layout.addWidget(self.bar)
        layout.addWidget(self._splitter, 1)
        bottom = QHBoxLayout()
        bottom.addWidget(self._colour)
        bottom.addWidget(self._scroll, 1)
        layout.addLayout(bottom)
        self.maps[0].classes_changed.connect(self._build_legend)
        self._list_colours()

    def _name_background(self) -> None:
        shown = [action.text().replace("&", "") for action in self.switches.backgrounds if action.isChecked()]
        self._background.setText(f"Background: {shown[0] if shown else 'none'}")

    def _list_colours(self) -> None:
        self.colour_menu.clear()
        self.colour_menu.addActions(list(self.switches.colours.values()))
        self._name_colour()

    def _name_colour(self) -> None:
        words = self.switches.colours[self.switches.colour].text()
        self._colour.setText(f"Colour: {words if words.isupper() else words.lower()}")
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

    def _build_legend(self, classes: tuple[str, ...]) -> None:
        self.switches.show_all_classes()
        while item := self._legend.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._legend.addStretch()
        for index, name in enumerate(classes):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(True)
            button.setAutoRaise(True)
            button.setText(name.replace("&", "&&"))
            button.setIcon(_swatch(index) if self.switches.colour == CLASS else QIcon())
            button.setIconSize(QSize(12, 12))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(f"Show or hide class “{html.escape(name)}”")
            button.toggled.connect(self._on_class_toggled)
            button.setProperty("class_index", index)
            self._legend.addWidget(button)
        self._legend.addStretch()

    def _on_class_toggled(self, shown: bool) -> None:
        self.switches.set_hidden(self.sender().property("class_index"), not shown)


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
