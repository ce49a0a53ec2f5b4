"""The keys of the latent map: all that the mouse does there, with the target as the pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent

from vaegui.plane import densest
from vaegui.ui.map_switches import Tool
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.latent_map import LatentMap

STEP, FAST = 1 / 100, 1 / 20  # of the view's width
PAN = 1 / 10
ZOOM = 0.8
ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
IN_WORDS = tr(
    "Arrow keys move the target, with Shift faster, with Control they move the view; plus and minus zoom, Home shows "
    "all. Enter goes to the nearest code, Page Down and Page Up to the next class. With the lasso, the box or the path "
    "tool, Space puts it down at the target, arrow keys draw, Enter ends it, and Escape gives up."
)


class MapKeys(QObject):
    """Takes the keys of a map's plot.

    With a tool other than the target, Space is the left button: it goes down at the target, arrow keys drag, and Enter
    or Space again lets go. With Ctrl, a lasso or a box adds to the selection.
    """

    def __init__(self, latent_map: LatentMap) -> None:
        super().__init__(latent_map)
        self._map = latent_map
        self._is_down = False
        self._visited: tuple[int, tuple[float, float]] | None = None  # a class, and where the target was put for it
        latent_map.plot.installEventFilter(self)
        latent_map.switches.tool_changed.connect(self._on_tool_changed)

    @property
    def is_down(self) -> bool:
        """Whether a tool was put down and not lifted yet."""
        return self._is_down

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that mean something here."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(Qt.Key(event.key()), event.modifiers())
        if event.type() == QEvent.Type.FocusOut and self._is_down:
            self._give_up()
        return False

    def _on_key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> bool:
        latent_map = self._map
        ctrl = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            return False
        if key in ARROWS:
            if ctrl and not self._is_down:
                self._pan(*ARROWS[key])
            else:
                self._step(*ARROWS[key], FAST if shift else STEP)
        elif key == Qt.Key.Key_Home:
            latent_map.reset_view()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus) and not ctrl:
            latent_map.zoom(1 / ZOOM if key == Qt.Key.Key_Minus else ZOOM)
        elif key == Qt.Key.Key_Escape and (self._is_down or latent_map.is_drawing):
            self._give_up()
        elif latent_map.message:
            return False
        elif key == Qt.Key.Key_Space and not shift:
            self._press_or_release(ctrl)
        elif key in ENTER:
            self._on_enter(ctrl)
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp) and not ctrl:
            self._to_class(1 if key == Qt.Key.Key_PageDown else -1)
        else:
            return False
        return True

    def _step(self, right: int, up: int, share: float) -> None:
        step = share * self._map.view.viewRect().width()
        x, y = self._map.target
        self._go_to(x + right * step, y + up * step)

    def _go_to(self, x: float, y: float) -> None:
        self._map.set_target(x, y)
        if self._is_down:
            self._map.drag_tool(x, y)
        self._map.steered.emit()

    def _pan(self, right: int, up: int) -> None:
        box = self._map.view.viewRect()
        self._map.move_view(right * PAN * box.width(), up * PAN * box.height())

    def _on_enter(self, ctrl: bool) -> None:
        if self._is_down:
            self._release()
        elif self._map.switches.tool is Tool.PATH:
            self._press_or_release(ctrl)
            self._release()
        else:
            self._to_nearest()

    def _press_or_release(self, adds: bool) -> None:
        if self._is_down:
            self._release()
        elif self._map.switches.tool is not Tool.TARGET:
            self._is_down = True
            self._map.press_tool(*self._map.target, adds)

    def _release(self) -> None:
        self._is_down = False
        self._map.release_tool()

    def _give_up(self) -> None:
        self._is_down = False
        self._map.give_up_tool()

    def _on_tool_changed(self) -> None:
        self._is_down = False

    def _to_nearest(self) -> None:
        nearest = self._map.nearest(*self._map.target)
        if nearest >= 0:
            self._map.code_wanted.emit(nearest)
            x, y = self._map.codes[nearest]
            self._go_to(float(x), float(y))

    def _to_class(self, step: int) -> None:
        """Go to where most codes of the next class are that is shown."""
        latent_map = self._map
        shown = sorted(set(np.unique(latent_map.labels).tolist()) - latent_map.switches.hidden)
        if not shown:
            return
        if self._visited is not None and self._visited[1] == latent_map.target:
            here = self._visited[0]
        else:
            nearest = latent_map.nearest(*latent_map.target)
            here = latent_map.label_of(nearest) if nearest >= 0 else -1
        label = shown[(shown.index(here) + step) % len(shown)] if here in shown else shown[0]
        place = densest(latent_map.codes[latent_map.labels == label])
        self._visited = label, place
        self._go_to(*place)
