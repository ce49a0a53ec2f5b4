"""Five notes that point at real things in the window, for whoever opens it for the first time."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QTabBar, QWidget

from vaegui.ui.docks import is_seen
from vaegui.ui.help.callout import Callout
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

LOOK_MS, REST_MS = 100, 800  # between two looks: where something has moved, and where nothing has for long
AROUND_TARGET = 18  # pixels
TABS = ("reconstruction", "denoising", "bound", "samples", "selection")
HIDDEN = tr("This panel is hidden now. View → Panels brings it back.")


@dataclass(frozen=True)
class Step:
    """One note."""

    title: str
    words: str
    place: Callable[[], QRect | None]  # in the window's coordinates; None where it cannot be seen
    state: Callable[[], object]  # which becomes another one when somebody does what the note says
    dock: str = ""  # which has the place


class FirstSteps(QObject):
    """Shows one note after the other; goes on by itself when somebody does what a note says.

    What a note points at moves for many reasons (docks, tabs, splitters, zoom), so it is looked for as long as there is
    a note: ten times a second while something moves, and ever more rarely while nothing does. It
    waits while a question, an error or a lesson is open.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.callout: Callout | None = None  # while they are shown
        self._number = 0
        self._before: object = None  # the state in which the note was first seen
        self._is_new = True
        self._place: QRect | None = None  # where the note points
        self._steered = 0
        self._steps = self._make_steps()
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self._look)
        window.map.steered.connect(self._on_steered)
        for moved in (
            *(layer.toggled for layer in window.maps.switches.layers),
            *(dock.visibilityChanged for dock in window.docks.values()),
            window.layouts.changed,
        ):
            moved.connect(self._look_soon)
        window.installEventFilter(self)

    def _make_steps(self) -> tuple[Step, ...]:
        window = self._window
        layers, desk = window.maps.switches.layers, window.desk
        assert desk is not None
        return (
            Step(
                tr("Drag the target"),
                tr(
                    "Every point is the code of a test image. The decoder draws what belongs at the target: see the "
                    "image at the right while you drag."
                ),
                self._target,
                lambda: self._steered,
            ),
            Step(
                tr("Look behind the points"),
                tr(
                    "These are the map’s layers. Press M, or choose Background → Manifold, and the whole map is tiled "
                    "with what the decoder draws."
                ),
                self._layers,
                lambda: tuple(layer.isChecked() for layer in layers),
            ),
            Step(
                tr("Train a model"),
                tr("Press Train: the Digits need no download. Map, curves and pictures follow while the model learns."),
                lambda: self._seen(desk.train_panel.train_button) or self._seen(desk.train_panel),
                lambda: desk.training.is_running,
                "train",
            ),
            Step(
                tr("Ask a model something"),
                tr(
                    "Each tab asks another question: Reconstruct, what survives the code; Denoise, whether noise can "
                    "be undone; Bound, how far the bound is from the truth."
                ),
                self._tabs,
                lambda: tuple(is_seen(window.docks[name].widget()) for name in TABS),
                TABS[0],
            ),
            Step(
                tr("Help is here"),
                tr(
                    "The guide (F1) has pages on every panel, on words and on keys. Tooltips explain every term, and "
                    "the (?) of a panel its formula."
                ),
                lambda: self._menu("&Help"),
                lambda: window.menus.by_title["&Help"].isVisible(),
            ),
        )

    @property
    def number(self) -> int:
        """Which note is shown, from 1; 0 when none is."""
        return self._number + 1 if self.callout is not None else 0

    def begin(self) -> None:
        """Show the first note, as soon as nothing else is in front."""
        if self.callout is None:
            self.callout = Callout(self._window)
            self.callout.next_wanted.connect(self._on_next)
            self.callout.back_wanted.connect(self._on_back)
            self.callout.skip_wanted.connect(self.end)
            parts = self._window.tab_parts
            parts.insert(parts.index(self._window.map) + 1, self.callout)
        self._go_to(0)
        self._timer.start()

    def end(self) -> None:
        """Show no note any more, and remember that they are known."""
        self._timer.stop()
        if self.callout is not None:
            had_focus = self.callout.isAncestorOf(QApplication.focusWidget() or self._window)
            self._window.tab_parts.remove(self.callout)
            self.callout.hide()
            self.callout.deleteLater()
            self.callout = None
            if had_focus:
                self._window.map.plot.setFocus()
        self._window.preferences.knows_first_steps = True

    def _on_steered(self) -> None:
        self._steered += 1
        self._look_soon()

    def _look_soon(self) -> None:
        self._timer.setInterval(LOOK_MS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the window's size, and end with an Esc that came up to the window because nothing in it wants it."""
        if event.type() == QEvent.Type.Resize:
            self._look_soon()
        is_esc = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        if is_esc and event.type() == QEvent.Type.KeyPress and self.callout is not None and self.callout.isVisible():
            self.end()
            return True
        return False

    def _on_next(self) -> None:
        if self._number + 1 < len(self._steps):
            self._go_to(self._number + 1)
        else:
            self.end()

    def _on_back(self) -> None:
        self._go_to(max(self._number - 1, 0))

    def _go_to(self, number: int) -> None:
        self._number, self._is_new = number, True
        step = self._steps[number]
        if step.dock and step.place() is None:
            dock = self._window.docks[step.dock]
            dock.show()
            dock.raise_()
        self._look()

    def _look(self) -> None:
        """Find what the note points at, and whether it has been done."""
        callout = self.callout
        if callout is None or self._window.is_closed:
            self._timer.stop()
            return
        if self._is_blocked():
            callout.hide()
            self._is_new = True
            return
        step = self._steps[self._number]
        if self._is_new:
            self._before, self._is_new = step.state(), False
        elif step.state() != self._before and QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self._on_next()  # not while a drag goes on
            return
        place = step.place()
        is_still = callout.isVisible() and place == self._place
        self._place = place
        self._timer.setInterval(min(2 * self._timer.interval(), REST_MS) if is_still else LOOK_MS)
        callout.set_words(step.title, step.words if place else HIDDEN, self._number + 1, len(self._steps))
        callout.point_at(place or self._menu("&View") or QRect(self._window.rect().center(), QPoint(0, 0)))
        callout.show()
        callout.raise_()  # above a panel that has been built or docked since

    def _is_blocked(self) -> bool:
        desk = self._window.desk
        return QApplication.activeModalWidget() is not None or (desk is not None and desk.teaching.lesson is not None)

    # Places

    def _seen(self, widget: QWidget, area: QRect | None = None) -> QRect | None:
        """Where a widget, or an area of it, is in the window; None where nobody sees it there."""
        area = area or widget.rect()
        if widget.window() is not self._window or not widget.isVisible() or not widget.visibleRegion().intersects(area):
            return None
        return QRect(widget.mapTo(self._window, area.topLeft()), area.size())

    def _target(self) -> QRect | None:
        latent_map = self._window.map
        plot = latent_map.plot
        spot = plot.mapFromScene(latent_map.view.mapViewToScene(QPointF(*latent_map.target)))
        reach = QPoint(AROUND_TARGET, AROUND_TARGET)
        return self._seen(plot.viewport(), QRect(spot - reach, spot + reach)) or self._seen(plot.viewport())

    def _layers(self) -> QRect | None:
        """Their buttons in the tool bar."""
        bar = self._window.maps.bar
        buttons = [bar.widgetForAction(layer) for layer in self._window.maps.switches.layers]
        places = [place for button in buttons if button is not None and (place := self._seen(button))]
        return functools.reduce(QRect.united, places) if places else self._seen(bar)

    def _tabs(self) -> QRect | None:
        title = self._window.docks[TABS[0]].windowTitle()
        for bar in self._window.findChildren(QTabBar):
            if any(bar.tabText(index) == title for index in range(bar.count())) and (place := self._seen(bar)):
                return place
        return self._seen(self._window.docks[TABS[0]])

    def _menu(self, title: str) -> QRect | None:
        bar = self._window.menuBar()
        return self._seen(bar, bar.actionGeometry(self._window.menus.by_title[title].menuAction()))
