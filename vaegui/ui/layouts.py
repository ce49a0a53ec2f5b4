"""How the panels are arranged about the map: presets, each with an arrangement of its own that it remembers.

What ships is made by code, because a stored state fits the window that it was stored from.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QDockWidget, QMainWindow, QMenu, QTabBar, QWidget

from vaegui.ui import theme
from vaegui.ui.docks import is_seen
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

LEFT, RIGHT, BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)
Groups = tuple[tuple[str, ...], ...]  # from top to bottom; docks of a group share a place, the first is on top
Rooms = dict[Qt.DockWidgetArea, int]  # pixels
HIDDEN = (  # where panels are that a preset does not show, once somebody asks for them
    (LEFT, ("train", "runs", "draw")),
    (RIGHT, ("decoded",)),
    (RIGHT, ("reconstruction", "denoising", "bound", "samples", "selection", "dimensions")),
    (BOTTOM, ("curves", "path", "figures", "noise", "few-labels", "gaps", "gradients", "factors", "plane")),
)
LEFT_OVER = "left_over"
USUAL_WIDTH = 1440  # pixels of a window that the presets are made for
LEAST_MAP = 0.5  # of the window's height
MOST_TRIES, TRY_MS = 3, 60  # to give docks the room that they had with smaller text, and milliseconds between two
LEAST_WIDTH = 0.42  # of the window's, for the map


@dataclass(frozen=True)
class Preset:
    """An arrangement that ships; sizes in pixels beside text of 100 %, in a window of 1440 × 900."""

    title: str
    tip: str
    left: Groups
    right: Groups
    bottom: Groups
    widths: tuple[int, int]  # of what is left and right of the map
    height: int  # of what is below
    heights: tuple[int, int] = (300, 520)  # of the groups on the right


PRESETS = {
    "explore": Preset(
        tr("&Explore"),
        tr("The map with everything about it"),
        left=(("train", "runs", "draw"),),
        right=(("decoded",), ("reconstruction", "denoising", "bound", "samples", "selection", "dimensions")),
        bottom=(("curves", "path", "figures", "noise", "few-labels", "gaps", "gradients", "factors", "plane"),),
        widths=(300, 410),
        height=220,
    ),
    "train": Preset(
        tr("&Train"),
        tr("The form and the curves large, the map beside them"),
        left=(("train", "runs"),),
        right=(("decoded",), ("samples", "reconstruction")),
        bottom=(("curves",),),
        widths=(350, 280),
        height=390,
        heights=(300, 300),
    ),
    "compare": Preset(
        tr("&Compare"),
        tr("The list of runs, two maps once two are ticked, and their figures"),
        left=(("runs", "train"),),
        right=(("decoded",), ("reconstruction", "denoising", "bound", "samples")),
        bottom=(("figures", "plane", "path", "curves", "noise", "few-labels", "gaps", "factors"),),
        widths=(300, 330),
        height=270,
        heights=(260, 520),
    ),
    "teach": Preset(
        tr("Te&ach"),
        tr("For a projector: large text, dark lines on white, and only what a class looks at"),
        left=(),
        right=(("decoded",), ("reconstruction",)),
        bottom=(),
        widths=(0, 320),
        height=0,
        heights=(330, 330),
    ),
}


@dataclass(frozen=True)
class Arrangement:
    """Where all panels are: a preset, Qt's state of the window, and which docks are not closed."""

    preset: str
    state: bytes
    shown: tuple[str, ...]


class Layouts(QObject):
    """Switch between the presets; each is as it was left.

    Signals:
        changed: another arrangement is shown, whoever asked for it.
        was_reset: the user gave this Arrangement up for the shipped one.
    """

    changed = Signal()
    was_reset = Signal(object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.preset = window.preferences.preset
        self._states = window.preferences.layout()[1]
        # What the docks on each side had when a preset was last seen with text of a size.
        self._rooms: dict[tuple[str, int], Rooms] = {}
        self._given: dict[QDockWidget, int] = {}  # what they got when text became larger or smaller
        self._tries = 0  # that are left
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._give_again)
        self.is_arranging = False  # so that it is nobody who closes or floats panels
        self.is_shipped = False  # whether the panels were arranged by code, for a window of the size that it had then
        self._group = QActionGroup(self)
        self.actions: dict[str, QAction] = {}
        for number, (name, preset) in enumerate(PRESETS.items(), start=1):
            action = QAction(preset.title, window, checkable=True, checked=name == self.preset)
            action.setShortcut(f"Ctrl+{number}")
            action.setToolTip(preset.tip)
            action.triggered.connect(partial(self.choose, name))
            self._group.addAction(action)
            self.actions[name] = action
        self.reset_action = QAction(tr("&Reset this layout"), window)
        self.reset_action.setToolTip(tr("Put every panel where this layout has it at first"))
        self.reset_action.triggered.connect(self.reset)
        app = QGuiApplication.instance()
        assert isinstance(app, QGuiApplication)
        app.screenRemoved.connect(self._on_screen_removed)
        window.installEventFilter(self)
        for dock in window.docks.values():
            dock.topLevelChanged.connect(partial(self._on_floats, dock))
        window.setDockOptions(window.dockOptions() | QMainWindow.DockOption.GroupedDragging)

    def fill_menu(self, menu: QMenu) -> None:
        """Offer the presets in a menu."""
        submenu = menu.addMenu(tr("La&yout"))
        submenu.setToolTipsVisible(True)
        submenu.addActions(list(self.actions.values()))
        submenu.addSeparator()
        submenu.addAction(self.reset_action)

    def begin(self) -> None:
        """Arrange the panels of a new window as they were left, or as they ship."""
        self._show()

    def choose(self, name: str, *_: object) -> None:
        """Show a preset as it was left, or as it ships."""
        if name == self.preset:
            return
        self._leave(name)
        self._show()
        self.changed.emit()

    def reset(self) -> None:
        """Put every panel where the preset has it at first."""
        before = self.arrangement()
        self._states.pop(self.preset, None)
        self._rooms.clear()
        self._show()
        self.was_reset.emit(before)
        self.changed.emit()

    def arrangement(self) -> Arrangement:
        """How the panels are arranged now."""
        shown = tuple(name for name, dock in self._window.docks.items() if not dock.isHidden())
        return Arrangement(self.preset, bytes(self._window.saveState().data()), shown)

    def restore(self, arrangement: Arrangement) -> None:
        """Arrange the panels as they were once, in this window."""
        if arrangement.preset != self.preset:
            self._leave(arrangement.preset)
        self._states[self.preset] = QByteArray(arrangement.state)
        self._show()
        self.changed.emit()

    def keep(self) -> None:
        """Remember where the window and, for each preset, the panels are."""
        self._states[self.preset] = self._window.saveState()
        self._window.preferences.set_layout(self._window.saveGeometry(), self._states)

    def size_docks(self) -> None:
        """Give each dock the room it wants; the map keeps half of the window's height."""
        window, preset, docks = self._window, PRESETS[self.preset], self._window.docks
        most = window.width() * (1 - LEAST_WIDTH)
        narrow = min(1.0, window.width() / USUAL_WIDTH)  # the form needs its width, images do with less
        wanted = [theme.scaled(preset.widths[0]), theme.scaled(narrow * preset.widths[1])]
        share = min(1.0, most / max(sum(wanted), 1))
        sides = [
            (docks[groups[0][0]], round(width * share))
            for groups, width in zip((preset.left, preset.right), wanted, strict=True)
            if groups
        ]
        window.resizeDocks([dock for dock, _ in sides], [width for _, width in sides], Qt.Orientation.Horizontal)
        window.resizeDocks([docks[group[0]] for group in preset.right], list(preset.heights), Qt.Orientation.Vertical)
        if preset.bottom:
            height = min(theme.scaled(preset.height), max(preset.height, self._third), self.most_below())
            window.resizeDocks([docks[preset.bottom[0][0]]], [height], Qt.Orientation.Vertical)

    def rooms(self) -> Rooms:
        """How much room the docks on each side have: their width, below the map their height."""
        return {area: dock.height() if area == BOTTOM else dock.width() for area, dock in self._seen().items()}

    def rescale(self, rooms: Rooms, before: int, now: int) -> None:
        """Give the docks as much more room, or less, as text has become larger.

        Large text asks for more room than there is. So what they had with text of that size is what they get again,
        unless somebody has moved an edge since.

        Args:
            rooms: what they had before text became larger; Qt may have changed it since.
            before: how large text was, in per cent.
            now: how large it is.
        """
        if before == now:
            return
        window, ratio, seen = self._window, now / before, self._seen()
        rooms = {area: room for area, room in rooms.items() if area in seen}
        self._rooms[self.preset, before] = rooms
        wanted = {area: ratio * room for area, room in rooms.items()} | self._rooms.get((self.preset, now), {})
        sides = [area for area in (LEFT, RIGHT) if area in rooms]
        share = min(1.0, window.width() * (1 - LEAST_WIDTH) / max(sum(wanted[area] for area in sides), 1))
        wanted |= {area: share * wanted[area] for area in sides}
        if BOTTOM in rooms:
            wanted[BOTTOM] = min(wanted[BOTTOM], max(rooms[BOTTOM], self._third), self.most_below())
        self._given = {seen[area]: round(size) for area, size in wanted.items() if area in rooms}
        self._give()
        self._tries = MOST_TRIES
        self._again.start(0)

    def _seen(self) -> dict[Qt.DockWidgetArea, QDockWidget]:
        """A dock on each side that can be seen."""
        seen: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for dock in self._window.docks.values():
            if is_seen(dock.widget()) and not dock.isFloating():
                seen.setdefault(self._window.dockWidgetArea(dock), dock)
        return seen

    def _give(self) -> None:
        """Resize docks where they are not as wanted: Qt, asked for what is there already, may do something else."""
        window = self._window
        for areas, orientation in (((LEFT, RIGHT), Qt.Orientation.Horizontal), ((BOTTOM,), Qt.Orientation.Vertical)):
            docks = [dock for dock in self._given if window.dockWidgetArea(dock) in areas]
            sizes = [self._given[dock] for dock in docks]
            is_wide = orientation == Qt.Orientation.Horizontal
            if [dock.width() if is_wide else dock.height() for dock in docks] != sizes:
                window.resizeDocks(docks, sizes, orientation)

    def _give_again(self) -> None:
        """Docks stay wide until their panels have found, one after the other, how narrow smaller words may be."""
        self._give()
        self._tries -= 1
        if self._tries:
            self._again.start(TRY_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice when somebody takes hold of an edge between docks."""
        if not isinstance(event, QMouseEvent) or event.type() != QEvent.Type.MouseButtonPress:
            return False
        if self._window.isSeparator(event.position().toPoint()):
            self._rooms.clear()
            self._again.stop()
        return False

    def _on_floats(self, dock: QDockWidget, floats: bool) -> None:
        """What is put back comes before the tabs that it is put among, since it is what was looked at."""
        if not floats and not self.is_arranging:
            dock.raise_()

    @property
    def _third(self) -> int:
        return self._window.height() // 3

    def most_below(self) -> int:
        """How high what is below the map may be, in pixels, so that the map keeps half of the window's height."""
        window = self._window
        bars = window.menuBar().sizeHint().height() + window.statusBar().sizeHint().height()
        gap = 7  # pixels of the separator
        return max(0, window.height() - bars - gap - math.ceil(LEAST_MAP * window.height()))

    def _leave(self, name: str) -> None:
        self._states[self.preset] = self._window.saveState()
        self.preset = name
        self._window.preferences.preset = name

    def _show(self) -> None:
        """Arrange the panels as this preset was left; where nothing usable is known of that, as it ships."""
        window = self._window
        self.actions[self.preset].setChecked(True)
        others = [dock for dock in window.findChildren(QDockWidget) if dock not in window.docks.values()]
        seen = [not dock.isHidden() for dock in others]
        window.setUpdatesEnabled(False)
        self.is_arranging = True
        self._again.stop()
        try:
            window.apply_looks()
            state = self._states.get(self.preset)
            self.is_shipped = state is None or not self._restore(state)
            if self.is_shipped:
                self._arrange()
            for dock, was_seen in zip(others, seen, strict=True):  # a lesson goes on
                dock.setVisible(was_seen)
            self._hide_left_over_tabs()
            app = QApplication.instance()
            assert isinstance(app, QApplication)
            theme.mend_text(app)
        finally:
            self.is_arranging = False
            window.setUpdatesEnabled(True)
        for dock in window.docks.values():
            if dock.isFloating():
                onto_screen(dock)

    def _arrange(self) -> None:
        """Arrange the panels as the preset ships."""
        window, preset = self._window, PRESETS[self.preset]
        window.setCorner(Qt.Corner.BottomLeftCorner, LEFT)
        window.setCorner(Qt.Corner.BottomRightCorner, RIGHT)
        shown = [
            (area, group)
            for area, groups in ((LEFT, preset.left), (RIGHT, preset.right), (BOTTOM, preset.bottom))
            for group in groups
        ]
        names = {name for _, group in shown for name in group}
        for dock in window.docks.values():
            if dock.isFloating():
                dock.setFloating(False)
            window.removeDockWidget(dock)
        above: dict[Qt.DockWidgetArea, QDockWidget] = {}
        for area, group in shown:
            docks = [window.docks[name] for name in group]
            if area in above:
                window.splitDockWidget(above[area], docks[0], Qt.Orientation.Vertical)
            else:
                window.addDockWidget(area, docks[0])
            above[area] = docks[0]
            for before, dock in itertools.pairwise(docks):
                window.tabifyDockWidget(before, dock)
            for dock in docks:
                dock.show()
            docks[0].raise_()
        for area, group in HIDDEN:
            friend = next((window.docks[name] for name in group if name in names), above.get(area))
            for name in group:
                if name in names:
                    continue
                dock = window.docks[name]
                if friend is None:
                    window.addDockWidget(area, dock)
                else:
                    window.tabifyDockWidget(friend, dock)
                dock.hide()
                friend = friend or dock
        self.size_docks()

    def _restore(self, state: QByteArray) -> bool:
        """Have Qt restore a state, and return whether it could; it makes new tab bars and leaves the old ones about."""
        old = [bar for bar in self._tab_bars() if bar.count()]
        is_restored = self._window.restoreState(state)
        for bar in old if is_restored else ():
            bar.setProperty(LEFT_OVER, True)
        return is_restored

    def _hide_left_over_tabs(self) -> None:
        """Of docks that were tabbed one by one Qt keeps tab bars of the first two, which would lie about the window."""
        bars = self._tab_bars()
        for bar in bars:
            if not bar.count():  # Qt took it back, and may use it again
                bar.setProperty(LEFT_OVER, False)
        titles = {
            bar: {bar.tabText(index) for index in range(bar.count())} for bar in bars if not bar.property(LEFT_OVER)
        }
        for bar in bars:
            own = titles.get(bar, set())
            bar.setVisible(bool(own) and not any(own < others for others in titles.values()))

    def _tab_bars(self) -> list[QTabBar]:
        return self._window.findChildren(QTabBar, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def _on_screen_removed(self) -> None:
        for widget in (self._window, *(dock for dock in self._window.docks.values() if dock.isFloating())):
            onto_screen(widget)


def onto_screen(widget: QWidget) -> None:
    """Move a window whose title is on none of the screens to the middle of the first one."""
    title = QRect(widget.frameGeometry().topLeft(), widget.frameGeometry().topRight() + QPoint(0, 24))
    areas = [screen.availableGeometry() for screen in QGuiApplication.screens()]
    if not areas or any(area.intersected(title).width() >= min(100, title.width() // 2) for area in areas):
        return
    home = QGuiApplication.primaryScreen().availableGeometry()
    widget.resize(widget.size().boundedTo(home.size()))
    place = widget.frameGeometry()
    place.moveCenter(home.center())
    widget.move(place.topLeft())
