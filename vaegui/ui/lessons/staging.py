"""The window as a step of a lesson has it: what is shown becomes a state, and a state becomes what is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QToolButton

from vaegui.lecture import LECTURE, Stop
from vaegui.lessons import State, View
from vaegui.lessons.content import LONGEST_TITLE
from vaegui.projections import Axes, Plane, principal
from vaegui.settings import UserError, parse
from vaegui.ui import pins
from vaegui.ui.afar import in_training_elsewhere
from vaegui.ui.docks import is_seen
from vaegui.ui.map_switches import Tool
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

DIGITS = 6  # of latent coordinates
AT_ONCE = 1_500_000  # numbers of codes whose plane of PCA is found within a frame or two


class Stage(QObject):
    """Set the window up for a state, and read one off.

    What needs images that are still being read (a colour, the image that is looked at) follows when they are there,
    unless somebody has moved the target meanwhile.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._due: State | None = None  # the state that waits for images
        self._target = (0.0, 0.0)  # where it has put the target
        desk.datasets.loaded.connect(self._on_dataset_loaded)

    # From the window

    def capture(self, name_of: Callable[[Path], str], title: str = "") -> State:
        """What is shown now; `name_of` gives the folder of a run the name that it has in the lesson.

        Raises:
            UserError: when no run is open, one is being trained, or there is more than a step can hold.
        """
        desk = self._desk
        if desk.training.is_running:
            raise UserError(
                tr("A training is running. A step shows a run that is saved: stop it, or wait for its end.")
            )
        if desk.afar.run is not None:
            raise UserError(in_training_elsewhere(desk.afar.run.name))
        if desk.run is None:
            raise UserError(tr("No run is open, so there is nothing that a step could show. Open one first."))
        switches, latent_map, subject = desk.explorer.maps.switches, desk.map, desk.explorer.subject
        has_map = not latent_map.message
        plane = desk.explorer.drivers[0].plane if has_map else None
        shown = {name: dock for name, dock in desk.window.docks.items() if not dock.isHidden()}
        classes = subject.classes if subject is not None else ()
        stop = desk.train_panel.contents.stop
        values = {
            "title": (title or desk.run.name)[:LONGEST_TITLE],
            "run": name_of(desk.run.folder),
            "rivals": tuple(name_of(folder) for folder in desk.runs_panel.ticked),
            "panels": tuple(shown),
            "front": tuple(
                name for name, dock in shown.items() if desk.window.tabifiedDockWidgets(dock) and is_seen(dock.widget())
            ),
            "layers": tuple(name for name, action in switches.named_layers.items() if action.isChecked()),
            "colour": switches.colour,
            "tool": switches.tool.value,
            "plane": plane.kind if plane is not None else None,
            "axes": (plane.right, plane.up) if isinstance(plane, Axes) else None,
            "target": _rounded(latent_map.target) if has_map else None,
            "code": _rounded_code(desk.explorer.drivers[0].code) if plane is not None else (),
            "view": self._view() if has_map else None,
            "pins": [
                {"name": p.name[:100], "place": _rounded(p.place), "row": p.row, "code": _rounded_code(p.code)}
                for p in desk.walking.pins
            ],
            "way": desk.path_panel.kind.currentData(),
            "row": desk.explorer.drivers[0].picked,
            "hidden": tuple(classes[index] for index in sorted(switches.hidden) if index < len(classes)),
            "paper": desk.explorer.paper,
            "stop": stop.key if stop else None,
        }
        return parse(State, values, tr("step that the window shows"))

    def _view(self) -> View:
        (left, right), (bottom, top) = self._desk.map.view.targetRange()
        reach = max(right - left, top - bottom) / 2
        centre = _rounded(((left + right) / 2, (bottom + top) / 2))
        return View(centre, round(min(max(reach, 0.005), 5000), DIGITS))

    # To the window

    def show(self, state: State, folders: Mapping[str, Path]) -> list[str]:
        """Set the window up; returns sentences on what is not as the state has it.

        Raises:
            UserError: when its run is not shown; why has been said.
        """
        desk, unknown = self._desk, list[str]()
        self._due = None
        self._arrange(state, unknown)
        self._open(state, folders)
        said = self._choose_plane(state)
        self._switch(state, unknown)
        if said:
            desk.map.reset_view()  # the view and the target of the step are those of another plane
        elif state.view is not None and not desk.map.message:
            (x, y), reach = state.view.centre, state.view.reach
            desk.map.view.setRange(xRange=(x - reach, x + reach), yRange=(y - reach, y + reach), padding=0)
        if state.way is not None:
            desk.path_panel.kind.setCurrentIndex(desk.path_panel.kind.findData(state.way))
        if state.pins is not None:
            desk.walking.set_pins(tuple(pins.Pin(pin.name, pin.place, pin.row, pin.code) for pin in state.pins))
        driver = desk.explorer.drivers[0]
        if not desk.map.message and driver.plane is not None and len(state.code) == driver.plane.dimensions:
            driver.go_to(state.code, keeps_chosen=True)
        elif state.target is not None and not desk.map.message and not said:
            desk.map.set_target(*state.target)
        self._look_at(state)
        if state.stop is not None:
            stop = _stop(state.stop)
            if stop is None:
                unknown.append(tr("the stop “{stop}”", stop=state.stop))
            else:
                desk.train_panel.fill(stop)
        subject = desk.explorer.subject
        if subject is not None and desk.datasets.get(subject.dataset) is None:
            self._due, self._target = state, desk.map.target
        if unknown:
            said += [
                tr("This version of vaegui does not know what the step asks for: {names}.", names=", ".join(unknown))
            ]
        return said

    def forget(self) -> None:
        """Leave the window as it is, whatever images come."""
        self._due = None

    def _arrange(self, state: State, unknown: list[str]) -> None:
        docks = self._desk.window.docks
        if state.panels is not None:
            unknown += [tr("the panel “{name}”", name=name) for name in state.panels if name not in docks]
            for name, dock in docks.items():
                if dock.isHidden() == (name in state.panels):
                    dock.setVisible(name in state.panels)
        for name in state.front or ():
            if name in docks:
                docks[name].show()
                docks[name].raise_()
            elif name not in (state.panels or ()):
                unknown.append(tr("the panel “{name}”", name=name))

    def _open(self, state: State, folders: Mapping[str, Path]) -> None:
        desk = self._desk
        folder, rivals = folders[state.run], [folders[name] for name in state.rivals if name != state.run]
        is_open = desk.run is not None and desk.run.folder == folder
        if not is_open and desk.runs_panel.ticked != rivals:
            desk.runs_panel.set_ticked([])  # lest they are compared with this run first
            desk.compare([])
        if not is_open and not desk.open_run(folder):
            raise UserError(tr("The run “{run}” of this step is not shown.", run=state.run))
        if desk.runs_panel.ticked != rivals:
            desk.runs_panel.set_ticked(rivals)
            desk.compare(rivals)

    def _choose_plane(self, state: State) -> list[str]:
        """Show the plane of the step, where that can be had at once; else say how."""
        driver = self._desk.explorer.drivers[0]
        now = driver.plane
        if state.plane is None or now is None:
            return []
        wanted: Plane | None = None
        if state.axes is not None and max(state.axes) < now.dimensions:
            wanted = Axes(now.dimensions, *state.axes)
        elif state.plane == now.kind != "axes":
            wanted = now
        elif state.plane == "pca" and driver.means.size <= AT_ONCE:
            wanted = principal(driver.means)
        elif state.plane == "umap":
            wanted = driver.embedded
        self._desk.dimensions.give_up()  # what it looks for would take the place of the step's
        if wanted is None:
            kind = "UMAP" if state.plane == "umap" else "PCA" if state.plane == "pca" else tr("two axes")
            return [tr("The map is not as the step has it ({kind}): the panel Dimensions can make it so.", kind=kind)]
        if wanted != now:
            driver.choose_plane(wanted)
        return []

    def _switch(self, state: State, unknown: list[str]) -> None:
        desk = self._desk
        switches, subject = desk.explorer.maps.switches, desk.explorer.subject
        if state.layers is not None:
            known = switches.named_layers
            unknown += [tr("the layer “{name}”", name=name) for name in state.layers if name not in known]
            _set_checked(known[name] for name in known if name not in state.layers)
            _set_checked((known[name] for name in known if name in state.layers), True)
        if state.colour is not None and not self._colour(state) and not state.colour.startswith("factor "):
            unknown.append(tr("the colour “{colour}”", colour=state.colour))
        tools = {tool.value: action for tool, action in switches.tools.items()}
        if state.tool is not None and state.tool not in tools:
            unknown.append(tr("the tool “{tool}”", tool=state.tool))
        tools.get(state.tool or "", switches.tools[Tool.TARGET]).setChecked(True)  # what the words ask for, most often
        if state.hidden is not None and subject is not None:
            hidden = {index for index, name in enumerate(subject.classes) if name in state.hidden}
            for button in desk.explorer.maps.findChildren(QToolButton):
                index = button.property("class_index")
                if isinstance(index, int):
                    button.setChecked(index not in hidden)
        if state.paper is not None and state.paper != desk.explorer.paper:
            desk.set_paper(state.paper)
            desk.window.menus.paper_action.setChecked(state.paper)

    def _colour(self, state: State) -> bool:
        """Colour the points as the state has it, if that is known by now."""
        action = self._desk.explorer.maps.switches.colours.get(state.colour or "")
        if action is not None:
            action.setChecked(True)
        return action is not None

    def _look_at(self, state: State) -> None:
        explorer = self._desk.explorer
        if state.row is None:
            return
        if explorer.drivers[0].images is not None:
            explorer.choose(state.row)
            return
        for driver in explorer.shown_drivers:
            if driver.index_of(state.row) >= 0:
                driver.choose(state.row)

    def _on_dataset_loaded(self, name: str) -> None:
        state, desk = self._due, self._desk
        subject = desk.explorer.subject
        if state is None or subject is None or subject.dataset != name:
            return
        self._due = None
        self._colour(state)
        if state.target is None or desk.map.target == self._target:
            self._look_at(state)


def _set_checked(actions: Iterable[QAction], on: bool = False) -> None:
    for action in actions:
        if action.isChecked() != on:
            action.setChecked(on)


def _stop(key: str) -> Stop | None:
    return next((stop for stops in LECTURE.values() for stop in stops if stop.key == key), None)


def _rounded_code(code: Iterable[float]) -> tuple[float, ...]:
    """The same of a code (D,)."""
    return tuple(round(min(max(float(value), -1e4), 1e4), DIGITS) for value in code)


def _rounded(place: tuple[float, float]) -> tuple[float, float]:
    """A place within what a lesson can say."""
    x, y = (round(min(max(float(value), -1e4), 1e4), DIGITS) for value in place)
    return x, y
