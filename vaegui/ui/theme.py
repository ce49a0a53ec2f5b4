"""Colours and sizes of the themes, and how they reach the application.

One accent, neutral greys, and the ten class colours of Petroff (2021, arXiv:2107.02270), chosen there to stay apart
for colour-blind eyes and on both backgrounds.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QDir, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QDockWidget,
    QMainWindow,
    QScrollArea,
    QStatusBar,
    QStyleOptionGraphicsItem,
    QToolButton,
    QTreeView,
    QWidget,
)

from vaegui.folders import resource
from vaegui.plane import CLASS_COLOURS
from vaegui.words import grouped

ThemeChoice = Literal["system", "light", "dark", "projector"]
TEXT_SIZES = (100, 125, 150, 175, 200)  # per cent of the desktop's


@dataclass(frozen=True)
class Theme:
    """The colours everything on screen is drawn with."""

    name: str
    window: str
    base: str
    text: str
    muted: str
    border: str
    fill: str  # of what is switched on
    accent: str
    on_accent: str
    # The runs beside the open one, which has the accent; sought for the greatest least distance (CIEDE2000) between any
    # two of them, to eyes with all and without one kind of cones, among colours that words can be written in.
    others: tuple[str, ...]
    line: float = 1.0  # how many times as thick lines and points are


LIGHT = Theme(
    "light",
    "#f4f5f6",
    "#ffffff",
    "#1c2126",
    "#5b646d",
    "#d3d7db",
    "#d3d7db",
    "#1b66d9",
    "#ffffff",
    ("#aa5a0a", "#32006e", "#006e5a", "#643c00", "#962882"),
)
DARK = Theme(
    "dark",
    "#1d2023",
    "#141618",
    "#e3e6e9",
    "#9ba4ad",
    "#363b41",
    "#363b41",
    "#6ea8fe",
    "#10151c",
    ("#c87832", "#be64c8", "#00d250", "#fafa32", "#fa328c"),
)
PROJECTOR = Theme(  # for a bright room: every line is as dark as it can be, and thick
    "projector",
    "#ffffff",
    "#ffffff",
    "#000000",
    "#3d3d3d",
    "#757575",
    "#d4d4d4",
    "#0046c7",
    "#ffffff",
    ("#aa6400", "#32006e", "#008282", "#644614", "#961e50"),
    line=1.6,
)
PRINT = Theme(  # for figures on paper
    "print",
    "#ffffff",
    "#ffffff",
    "#000000",
    "#404040",
    "#a6a6a6",
    "#d4d4d4",
    "#1a5fcc",
    "#ffffff",
    LIGHT.others,
)
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"  # of the runs that are compared, the open one first
STYLED_PROPERTIES = ("muted", "heading", "primary")
STYLED = (QCheckBox, QDockWidget, QMainWindow, QToolButton, QTreeView, QStatusBar, QScrollArea)
# What a palette cannot express, in the palette's colours; some sizes grow with the text. A sheet has the same pictures
# for all themes: those of a dock's title are of a grey that stands out from every ground.
SHEET = """
QDockWidget { color: palette(placeholder-text);
    titlebar-close-icon: url(resources:close.svg); titlebar-normal-icon: url(resources:float.svg); }
QDockWidget::title { padding: 6px 8px; background: palette(window); }
QMainWindow::separator { background: palette(mid); width: 1px; height: 1px; margin: 3px; }
QLabel[muted="true"] { color: palette(placeholder-text); }
QLabel[heading="true"] { font-weight: 600; }
QPushButton[primary="true"] { background: palette(accent); color: palette(highlighted-text); border: none;
    border-radius: 4px; padding: 8px 16px; font-weight: 600; }
QPushButton[primary="true"]:disabled { background: palette(window); color: palette(placeholder-text);
    border: 1px solid palette(mid); padding: 7px 15px; }
QToolButton { padding: 4px 8px; border: 1px solid transparent; border-radius: 4px; }
QToolButton#why { padding: 0px; border-radius: 0.5em; min-width: 1.1em; min-height: 1.1em;
    color: palette(placeholder-text); border: 1px solid palette(placeholder-text); }
QToolButton#why:hover, QToolButton#why:focus { color: palette(accent); border-color: palette(accent); }
QTabBar QToolButton { padding: 0px; background: palette(button); }
QToolButton#qt_toolbar_ext_button { padding: 0px; border: none; background: palette(mid); }
QToolButton:checked { background: palette(midlight); }
QToolBar QToolButton:checked { border-color: palette(placeholder-text); }
QToolButton:hover, QToolButton:focus { border-color: palette(accent); }
QCheckBox::indicator:unchecked:enabled { border: 1px solid palette(placeholder-text); background: palette(base); }
QTreeView::indicator { width: 0.9em; height: 0.9em; }
QTreeView::indicator:unchecked { border: 1px solid palette(placeholder-text); background: palette(base); }
QToolTip { background: palette(base); color: palette(text); border: 1px solid palette(mid); padding: 4px; }
QStatusBar::item { border: none; }
QScrollArea { border: none; }
"""


def resolve(choice: ThemeChoice) -> Theme:
    """Return the theme for a choice; "system" asks the desktop, and is light where it does not say."""
    if choice == "system":
        return DARK if QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark else LIGHT
    return {"light": LIGHT, "dark": DARK, "projector": PROJECTOR}[choice]


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole application the theme's palette and the few rules a palette cannot express."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: theme.window,
        QPalette.ColorRole.WindowText: theme.text,
        QPalette.ColorRole.Base: theme.base,
        QPalette.ColorRole.AlternateBase: theme.window,
        QPalette.ColorRole.Text: theme.text,
        QPalette.ColorRole.Button: theme.window,
        QPalette.ColorRole.ButtonText: theme.text,
        QPalette.ColorRole.ToolTipBase: theme.base,
        QPalette.ColorRole.ToolTipText: theme.text,
        QPalette.ColorRole.PlaceholderText: theme.muted,
        QPalette.ColorRole.Highlight: theme.accent,
        QPalette.ColorRole.HighlightedText: theme.on_accent,
        QPalette.ColorRole.Accent: theme.accent,
        QPalette.ColorRole.Link: theme.accent,
        QPalette.ColorRole.Mid: theme.border,
        QPalette.ColorRole.Midlight: theme.fill,
        QPalette.ColorRole.Dark: theme.border,
    }
    for role, colour in roles.items():
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.muted))
    if not app.styleSheet():
        QDir.setSearchPaths("resources", [str(resource(""))])
        app.setStyleSheet(SHEET)
    if app.palette() != palette:
        # With a sheet, Qt leaves to us what depends on the palette: rules keep the colours they found when they were
        # first used, and widgets theirs. To set the sheet again would do it all, and take a fifth of a second.
        app.setPalette(palette)
        for widget in app.allWidgets():
            if isinstance(widget, STYLED) or any(widget.property(name) for name in STYLED_PROPERTIES):
                widget.style().unpolish(widget)
                widget.style().polish(widget)
            else:
                widget.setPalette(QPalette())
    pg.setConfigOptions(background=theme.base, foreground=theme.text, antialias=True)


def text_size() -> int:
    """How large text is, in per cent of the desktop's."""
    app = QApplication.instance()
    return int(app.property("text_size") or 100) if app is not None else 100


def scaled(pixels: float) -> int:
    """What so many pixels beside text of 100 % are beside text as large as it is now."""
    return round(pixels * text_size() / 100)


def set_text_size(app: QApplication, percent: int) -> None:
    """Make all text so large, in per cent of the desktop's, and what was given to `fit` with it."""
    if percent == text_size():
        return
    base = app.property("points_at_100")
    if base is None:
        base = app.font().pointSizeF()
        app.setProperty("points_at_100", base)
    app.setProperty("text_size", percent)
    font = QFont(app.font())
    font.setPointSizeF(base * percent / 100)
    app.setFont(font)
    for widget in app.allWidgets():
        # With a sheet, Qt does not hand the font on. To set the sheet again would do it, and take half a second.
        own = QFont(widget.font())
        own.setPointSizeF(font.pointSizeF())
        widget.setFont(own)
        if isinstance(widget, QTreeView) or widget.objectName() == "why":  # whose rules have sizes in em
            widget.style().unpolish(widget)
            widget.style().polish(widget)
        if sizes := widget.property("pixels_at_100"):
            _fit(widget, sizes)
    for widget in app.allWidgets():
        if (layout := widget.layout()) is not None:
            layout.invalidate()  # Qt puts it off where nobody sees it, and may ask for its size before
            layout.activate()


def mend_text(app: QApplication) -> None:
    """Give tool buttons their size of text: Qt's sheet takes some's when docks are arranged after a change of theme."""
    size = app.font().pointSizeF()
    for widget in app.allWidgets():
        if isinstance(widget, QToolButton) and widget.font().pointSizeF() != size:
            font = QFont(widget.font())
            font.setPointSizeF(size)
            widget.setFont(font)


def fit(widget: QWidget, **pixels: int) -> None:
    """Give a widget sizes that grow with the text, in pixels beside text of 100 %.

    They are `minimum_width`, `minimum_height`, `maximum_width`, `width`, `height` (which fix it) and `icon` (a square).
    `lines` fixes the height to so many lines of text, `least_lines` is the least.
    """
    widget.setProperty("pixels_at_100", (widget.property("pixels_at_100") or {}) | pixels)
    _fit(widget, pixels)


def _fit(widget: Any, sizes: dict[str, int]) -> None:
    for name, pixels in sizes.items():
        if name == "icon":
            widget.setIconSize(QSize(scaled(pixels), scaled(pixels)))
        elif name == "lines":
            widget.setFixedHeight(pixels * widget.fontMetrics().lineSpacing() + 2)
        elif name == "least_lines":
            widget.setMinimumHeight(pixels * widget.fontMetrics().lineSpacing() + 2)
        else:
            SETTERS[name](widget, scaled(pixels))


SETTERS = {
    "minimum_width": QWidget.setMinimumWidth,
    "minimum_height": QWidget.setMinimumHeight,
    "maximum_width": QWidget.setMaximumWidth,
    "width": QWidget.setFixedWidth,
    "height": QWidget.setFixedHeight,
}
TICK_GAP = 4.0  # pixels between the numbers of an axis, at least


class Axis(pg.AxisItem):
    """An axis with true minus signs, one unit at any zoom, and ticks that can be read however short it is."""

    picture: tuple[Any, ...] | None

    def __init__(self, orientation: str) -> None:
        self._width_at_100: int | None = None
        super().__init__(orientation)
        self.enableAutoSIPrefix(False)

    def setWidth(self, w: int | None = None) -> None:
        """Fix the width, in pixels beside text of 100 %; None: as wide as the numbers need."""
        self._width_at_100 = w
        super().setWidth(None if w is None else scaled(w))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        """Draw ticks and numbers; pyqtgraph records them first, and to play the record takes several times as long."""
        if self.picture is None:  # as it is set by whatever changes the axis
            self.picture = self.generateDrawSpecs(painter)
        if self.picture is not None:
            painter.save()
            self.drawPicture(painter, *self.picture)
            painter.restore()

    def tickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks."""
        return [text.replace("-", "−") for text in super().tickStrings(values, scale, spacing)]

    def tickValues(self, low: float, high: float, size: float) -> list[tuple[float, list[float]]]:
        """Place the ticks; those of a logarithm at round numbers; too few to overlap."""
        if not self.logMode:
            ticks: list[tuple[float, list[float]]] = super().tickValues(low, high, size)
            return self._thinned(ticks, low, high, size) if ticks and self.orientation == "bottom" else ticks
        if high - low > 1:
            steps = (1, 2, 5) if high - low < 3 else (1,)
            decades = np.arange(np.floor(low), np.ceil(high) + 1)
            places = (decades[:, None] + np.log10(steps)).ravel()
            return [(1.0, places[(places >= low) & (places <= high)].tolist())]
        spacing, _ = self.tickSpacing(10**low, 10**high, size)[0]
        multiples = np.arange(np.ceil(10**low / spacing), np.floor(10**high / spacing) + 1)
        return [(1.0, np.log10(multiples * spacing).tolist())]

    def _thinned(
        self, ticks: list[tuple[float, list[float]]], low: float, high: float, size: float
    ) -> list[tuple[float, list[float]]]:
        """Leave out numbers that would run into the one before; where there are such, also what would stick out."""
        spacing, values = ticks[0]
        metrics = QFontMetricsF(self.style["tickFont"] or QApplication.font())
        widest = max((metrics.horizontalAdvance(t) for t in self.tickStrings(values, 1.0, spacing)), default=0.0)
        unit = (high - low) / size  # of a pixel
        if spacing >= (widest + TICK_GAP) * unit or len(values) < 2:
            return ticks
        kept: list[float] = []
        for value in sorted(values):
            sticks_out = min(value - low, high - value) < widest / 2 * unit
            if not sticks_out and (not kept or value - kept[-1] >= (widest + TICK_GAP) * unit):
                kept.append(value)
        return [(spacing, kept)]

    def logTickStrings(self, values: list[float], scale: float, spacing: float) -> list[str]:
        """Write the ticks of a logarithmic axis as the numbers themselves."""
        return [f"{10**value:.4g}" for value in values]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours, and text as large as it is now."""
        self.setPen(pg.mkPen(theme.border, width=theme.line))
        self.setTextPen(theme.muted)
        if self.label.font() != (font := QApplication.font()):
            self.label.setFont(font)
            self.textWidth, self.textHeight = scaled(30), scaled(18)  # from which they grow
            self._updateLabel()
            self.setWidth(self._width_at_100) if self.orientation == "left" else self.setHeight(None)


def tabular(font: QFont) -> QFont:
    """Return the font with figures of equal width, so that changing numbers do not jitter."""
    changed = QFont(font)
    if hasattr(changed, "setFeature"):
        changed.setFeature(QFont.Tag("tnum"), 1)
    return changed


def class_rgb(count: int) -> np.ndarray:
    """Colours (count, 3) uint8 of the classes; they repeat after ten."""
    rgb = [QColor(CLASS_COLOURS[i % len(CLASS_COLOURS)]).getRgb()[:3] for i in range(count)]  # type: ignore[index]
    return np.array(rgb, dtype=np.uint8)


def run_colour(theme: Theme, index: int) -> str:
    """The colour of a run among those that are compared: the accent for the open one; they repeat after six."""
    colours = (theme.accent, *theme.others)
    return colours[index % len(colours)]


def letter_icon(theme: Theme, index: int) -> QIcon:
    """The letter of a run among those that are compared, in its colour."""
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    font = QFont(QApplication.font())
    font.setPixelSize(48)
    font.setBold(True)
    painter.setFont(font)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(run_colour(theme, index)))
    painter.drawRoundedRect(pixmap.rect(), 12, 12)
    painter.setPen(QColor(theme.base))
    painter.drawText(pixmap.rect(), Qt.AlignmentFlag.AlignCenter, LETTERS[index])
    painter.end()
    return QIcon(pixmap)


def number(value: float, digits: int = 2) -> str:
    """Format a number for reading, with a true minus sign."""
    return grouped(f"{value:,.{digits}f}").replace("-", "−")
