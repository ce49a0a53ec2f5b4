"""Paths on the maps: pins set by the mouse, the way between them, and what each model decodes along it."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from torch import Tensor

from vaegui import explore, geometry
from vaegui.models import Model
from vaegui.projections import Axes, Plane
from vaegui.steps import finish
from vaegui.ui.explorer import Explorer
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.latent_map import PICK_RADIUS
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import NOWHERE, MapDriver, Subject
from vaegui.ui.map_marks import PinMark
from vaegui.ui.path_panel import PathPanel, Walk
from vaegui.ui.pins import Pin, Place, next_name
from vaegui.ui.theme import number
from vaegui.ui.undo import Change, History
from vaegui.words import plural, tr

FRAMES = 12  # images of a strip
STEPS = 8  # points of the path between two of them
FINE = 4  # pieces of a segment in which lengths are measured
DRAG_PIXELS = 6  # that tell a drag from a click


@dataclass(frozen=True)
class _Task:
    """What the way of one run is computed from."""

    index: int
    model: Model
    pins: Tensor  # (P, D)
    plane: Plane | None  # that the map shows, where D is more than 2
    codes: np.ndarray  # (N, 2) on the map
    std: Tensor
    reach: float


@dataclass(frozen=True)
class _Answer:
    drivers: tuple[MapDriver, ...]
    subjects: tuple[Subject | None, ...]
    paths: tuple[np.ndarray, ...]  # (T, D) each
    walks: tuple[Walk, ...]


class Walking(QObject):
    """Keep the pins, and show the path through them on the maps and in the panel.

    Signals:
        began: pins were set on a map: whoever did wants to see the strip.
        told: a sentence for the status bar.
        failed: a sentence and a traceback.
    """

    began = Signal()
    told = Signal(str)
    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, panel: PathPanel, undo: History, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.pins: tuple[Pin, ...] = ()
        self._explorer, self._panel, self._undo = explorer, panel, undo
        self._paths: dict[MapDriver, np.ndarray] = {}  # (T, D)
        self._pressed: Place | None = None
        self._held: int | None = None  # the pin that is being moved
        self._before: tuple[Pin, ...] = ()
        self._is_scrubbing = False
        self.is_looking = False  # for a path that is not there yet
        self._worker = LatestWorker(self)
        self._worker.answered.connect(self._on_walked)
        self._worker.failed.connect(self.failed)
        self._worker.start()
        for driver in explorer.drivers:
            driver.map.walked.connect(self._on_gesture)
        explorer.maps.switches.tool_changed.connect(self._on_tool_changed)
        explorer.map.target_changed.connect(self._on_target_changed)
        panel.kind_changed.connect(self.refresh)
        panel.pin_wanted.connect(self._on_pin_wanted)
        panel.pins_edited.connect(self._change)
        panel.scrubbed.connect(self._on_scrubbed)
        explorer.changed.connect(self.refresh)
        explorer.live_changed.connect(self._on_live_changed)
        explorer.plane_changed.connect(self.refresh)

    def close(self) -> None:
        """End the worker."""
        self._worker.close()

    def set_pins(self, pins: tuple[Pin, ...]) -> None:
        """Lead the path through other pins, without a way back."""
        self.pins = pins
        images = self._explorer.drivers[0].images
        subject = self._explorer.subject
        known = {}
        if images is not None and subject is not None and subject.classes:
            rows = [pin.row for pin in pins if pin.row is not None and pin.row < len(images)]
            known = {row: f"“{subject.classes[int(images.labels[row])]}”" for row in rows}
        self._panel.set_pins(pins, known)
        self._panel.leave()
        self.refresh()

    @property
    def paths(self) -> tuple[tuple[MapDriver, np.ndarray], ...]:
        """The maps that a path is shown on, the open run's first, each with its path (T, D)."""
        return tuple((driver, self._paths[driver]) for driver in self._explorer.drivers if driver in self._paths)

    def _on_pin_wanted(self) -> None:
        driver = self._explorer.drivers[0]
        if driver.model is not None and not driver.map.message:
            self._change((*self.pins, self._pin_at(driver, *driver.map.target, next_name(self.pins))), tr("set a pin"))

    def set_pin(self, driver: MapDriver, x: float, y: float) -> None:
        """Add a pin at a place of a map, or on the code that is close by."""
        self._change((*self.pins, self._pin_at(driver, x, y, next_name(self.pins))), tr("set a pin"))
        self.began.emit()

    def _on_live_changed(self) -> None:
        if self._panel.kind.currentData() != "shortest":  # which takes longer than the model stays as it is
            self.refresh()

    def _change(self, pins: tuple[Pin, ...], text: str) -> None:
        before = self._before if self._held is not None or self._pressed is not None else self.pins
        if pins != before:
            self._undo.push(Change(text, self.set_pins, before, pins, of_images=True))
            gone = len(before) - len(pins)
            if gone > 0:
                self.told.emit(
                    plural(
                        gone,
                        "The pin is removed. {way_back} brings it back.",
                        "{count} pins are removed. {way_back} brings them back.",
                        way_back=self._undo.way_back,
                    )
                )

    # Gestures on a map

    def _on_gesture(self, x: float, y: float, kind: str) -> None:
        driver = next(driver for driver in self._explorer.drivers if driver.map is self.sender())
        if driver not in self._explorer.shown_drivers or driver.model is None:
            return
        if kind == "press":
            self._before, self._pressed = self.pins, (x, y)
            self._held = self._pin_under(driver, x, y)
        elif self._pressed is not None and kind == "drag":
            self._drag(driver, x, y)
        elif self._pressed is not None and kind == "release":
            if self.pins == self._before and self._held is None:
                self.set_pins((*self.pins, self._pin_at(driver, *self._pressed, next_name(self.pins))))
            text = tr("move a pin") if self._held is not None else tr("set pins")
            self._change(self.pins, text)
            self._pressed = self._held = None
            self.began.emit()

    def _on_tool_changed(self) -> None:
        self._pressed = self._held = None  # a gesture that the keyboard cut short

    def _drag(self, driver: MapDriver, x: float, y: float) -> None:
        assert self._pressed is not None
        if self._held is not None:
            moved = self._pin_at(driver, x, y, self.pins[self._held].name)
            self.set_pins((*self.pins[: self._held], moved, *self.pins[self._held + 1 :]))
        elif self.pins != self._before or self._pixels(driver, self._pressed, (x, y)) > DRAG_PIXELS:
            self.set_pins((self._pin_at(driver, *self._pressed, "1"), self._pin_at(driver, x, y, "2")))

    def _pixels(self, driver: MapDriver, one: Place, other: Place) -> float:
        return float(np.hypot(one[0] - other[0], one[1] - other[1]) / driver.map.view.viewPixelSize()[0])

    def _pin_under(self, driver: MapDriver, x: float, y: float) -> int | None:
        near = [
            (self._pixels(driver, place, (x, y)), number_of)
            for number_of, place in enumerate(self._places(driver))
            if place is not None
        ]
        distance, nearest = min(near, default=(np.inf, 0))
        return nearest if distance <= PICK_RADIUS else None

    def _pin_at(self, driver: MapDriver, x: float, y: float, name: str) -> Pin:
        """A pin on the code that is close by, or where there is none; on B's map always on the nearest code."""
        first = self._explorer.drivers[0]
        reach = PICK_RADIUS * driver.map.view.viewPixelSize()[0] if driver is first else np.inf
        row = driver.row_of(driver.map.nearest(x, y, reach))
        code = first.code_of(row)
        if code is not None:
            return Pin(name, code, row)
        return Pin(name, (x, y), code=() if first.plane is None else tuple(first.code_at(x, y).tolist()))

    def _places(self, driver: MapDriver) -> list[Place | None]:
        """Where the pins are on a map: the codes of their images, or of the image nearest to a pin that has none."""
        first = self._explorer.drivers[0]
        places: list[Place | None] = []
        for pin in self.pins:
            row = pin.row
            if row is None and driver is not first:
                row = first.row_of(first.map.nearest(*pin.place))
            code = None if row is None else driver.code_of(row)
            if code is None and driver is first:
                code = driver.place_of(pin.code) if self._has_code(driver, pin) else pin.place
            places.append(code)
        return places

    def _has_code(self, driver: MapDriver, pin: Pin) -> bool:
        """Whether all dimensions of a pin are known; a pin of another model may have more of them, or fewer."""
        return driver.plane is not None and len(pin.code) == driver.plane.dimensions

    def _codes(self, driver: MapDriver) -> Tensor:
        """The codes (P, D) of the pins, all of which are on a map."""
        places = [place for place in self._places(driver) if place is not None]
        if driver.plane is None:
            return torch.tensor(places)
        first, codes = self._explorer.drivers[0], []
        for pin, place in zip(self.pins, places, strict=True):
            row = pin.row
            if row is None and driver is not first:
                row = first.row_of(first.map.nearest(*pin.place))
            index = -1 if row is None else driver.index_of(row)
            if index >= 0:
                codes.append(torch.from_numpy(driver.means[index]))
            else:
                codes.append(torch.tensor(pin.code) if self._has_code(driver, pin) else driver.code_at(*place))
        return torch.stack([code.double() for code in codes])

    # The way between them

    def refresh(self) -> None:
        """Find the path again, because the pins, its kind or the models are others."""
        tasks, drivers = [], []
        for index, driver in enumerate(self._explorer.drivers):
            places = [place for place in self._places(driver) if place is not None]
            marks = tuple(PinMark(pin.name, *place) for pin, place in zip(self.pins, places, strict=False))
            shown = driver in self._explorer.shown_drivers and driver.model is not None and driver.map.message == ""
            complete = shown and len(places) == len(self.pins)
            if not complete or len(places) < 2:
                self._paths.pop(driver, None)
            path = self._paths.get(driver)
            shown_path = NOWHERE if path is None else _on_map(driver.plane, path)
            driver.map.set_path(shown_path, marks if complete else (), None)
            if complete and len(places) > 1 and driver.model is not None:
                pins, reach = self._codes(driver), driver.map.reach
                tasks.append(_Task(index, driver.model, pins, driver.plane, driver.codes, driver.std, reach))
                drivers.append(driver)
        self.is_looking = bool(tasks)
        if not tasks:
            self._panel.set_walks(())
            return
        kind, paper = self._panel.kind.currentData(), self._explorer.paper
        if kind == "shortest":
            self._panel.set_busy(tr("Looking for the shortest path…"))
        subjects = tuple(driver.subject for driver in drivers)
        self._worker.ask(lambda: _Answer(tuple(drivers), subjects, *_walk_all(tasks, kind, paper)))

    def _on_walked(self, answer: _Answer) -> None:
        pairs = zip(answer.drivers, answer.subjects, strict=True)
        if len(self.pins) < 2 or any(driver.subject is not subject for driver, subject in pairs):
            return
        self.is_looking = False
        self._paths = dict(zip(answer.drivers, answer.paths, strict=True))
        for driver, path in self._paths.items():
            driver.map.set_path(_on_map(driver.plane, path), driver.map.path.pins, None)
        self._panel.set_walks(answer.walks)

    def _on_scrubbed(self, share: float) -> None:
        """Take the targets along the path."""
        self._is_scrubbing = True
        for driver, path in self._paths.items():
            driver.go_to(along(path, share))
        self._is_scrubbing = False

    def _on_target_changed(self) -> None:
        if not self._is_scrubbing:
            self._panel.leave()


def along(path: np.ndarray, share: float) -> list[float]:
    """The code (D,) on a path (T, D) after a share of its steps, 0…1."""
    at = share * (len(path) - 1)
    low = min(int(at), len(path) - 2)
    code: list[float] = (path[low] + (at - low) * (path[low + 1] - path[low])).tolist()
    return code


def _on_map(plane: Plane | None, path: np.ndarray) -> np.ndarray:
    """Where a path (T, D) is on a map, (T, 2); one that is still that of another run is nowhere."""
    if path.shape[1] != (2 if plane is None else plane.dimensions):
        return NOWHERE
    return path if plane is None else plane.project(path)


def find_path(model: Model, pins: Tensor, kind: str) -> Generator[float, None, Tensor]:
    """The path (T, 2) of a kind through pins (P, 2): STEPS times as many points as a strip has images between two."""
    count = STEPS * (FRAMES - 1) + 1
    if kind == "shortest":
        return (yield from geometry.shortest(geometry.mean_decoder(model), pins, count))
    yield 0.0
    return (geometry.spherical if kind == "spherical" else geometry.straight)(pins, count)


def _walk_all(tasks: Sequence[_Task], kind: str, paper: bool) -> tuple[tuple[np.ndarray, ...], tuple[Walk, ...]]:
    done = [_walk(task, kind, paper) for task in tasks]
    return tuple(path for path, _ in done), tuple(walk for _, walk in done)


def _walk(task: _Task, kind: str, paper: bool) -> tuple[np.ndarray, Walk]:
    is_flat = task.plane is None
    is_replaced = kind == "shortest" and not is_flat
    if is_replaced:
        kind = "straight"  # it is looked for on a lattice of the plane
    path = finish(find_path(task.model, task.pins, kind))
    straight = geometry.straight(task.pins, len(path))
    images = explore.decode(task.model, path[::STEPS])
    frames = tuple(to_qimage(rgb) for rgb in to_rgb(images, paper))
    codes = path.numpy().astype(float)
    places = _on_map(task.plane, codes)
    counts = np.array([(((task.codes - place) ** 2).sum(1) <= task.reach**2).sum() for place in places])
    density = None
    if len(task.codes) and (is_flat or isinstance(task.plane, Axes)):  # else the map's places have none that is known
        density = (
            explore.Aggregate(torch.from_numpy(task.codes), task.std)
            .density(path if is_flat else torch.from_numpy(places))
            .numpy()
        )
    length, fewest = number(_length(task.model, path), 1), number(float(counts.min()), 0)
    if kind == "straight":
        words = tr(
            "{length} long in images; fewest codes within {reach:g}: {fewest}",
            length=length,
            reach=task.reach,
            fewest=fewest,
        )
    else:
        words = tr(
            "{length} long in images (straight {straight}); fewest codes within {reach:g}: {fewest}",
            length=length,
            straight=number(_length(task.model, straight), 1),
            reach=task.reach,
            fewest=fewest,
        )
    if is_replaced:
        words = f"{tr('A straight line: the shortest path is looked for in two dimensions only.')} {words}"
    expected = None if density is None else len(task.codes) * np.pi * task.reach**2 * density
    return codes, Walk(task.index, frames, counts, density, expected, words)


def _length(model: Model, path: Tensor) -> float:
    """How far images change along a path (T, 2): the sum of Euclidean distances between images close to one another."""
    images = explore.decode(model, geometry.straight(path, FINE * (len(path) - 1) + 1)).flatten(1)
    return float(images.diff(dim=0).norm(dim=1).sum())
