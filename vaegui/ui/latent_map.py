"""The latent map: codes as points, the decoded manifold behind them, and a target whose position is decoded.

It holds no model: whoever owns one listens to `target_changed`, `manifold_wanted` and the like, and answers with
`set_*`. Several maps may share their `MapSwitches`; `maps_panel.py` has the tool bar and the legend.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAction, QColor, QContextMenuEvent, QImage, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QVBoxLayout, QWidget
from superqt.utils import qthrottled

from vaegui.plane import CLASS_COLOURS, MANY, NEARBY, densest, first_view, nearby_reach, some
from vaegui.projections import Plane
from vaegui.ui.accessible import ElidingLabel, announce, set_role
from vaegui.ui.brush import Box, Lasso
from vaegui.ui.colour_bar import Amounts, ColourBar, colours
from vaegui.ui.hover_popup import HoverPopup
from vaegui.ui.map_keys import IN_WORDS, MapKeys
from vaegui.ui.map_layers import (
    FAINT,
    FIELDS,
    LABELS_Z,
    SELECTED_Z,
    FieldLayer,
    ManifoldLayer,
    PointsLayer,
    PriorLayer,
)
from vaegui.ui.map_marks import (
    ArrowsLayer,
    CursorItem,
    GuestMark,
    GuestsLayer,
    NodesLayer,
    OutlineLayer,
    PathLayer,
    PinMark,
    RingLayer,
    TrailLayer,
    apart,
)
from vaegui.ui.map_switches import MapSwitches, Tool
from vaegui.ui.map_view import MapView
from vaegui.ui.nearest import Places
from vaegui.ui.posterior_layer import Ellipse, PosteriorLayer, Shown
from vaegui.ui.theme import LIGHT, Axis, Theme, class_rgb, fit, number, scaled
from vaegui.ui.throng import SAMPLE, Arranged, Throng
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.latest_worker import LatestWorker

HINT = tr("Drag the target, or click anywhere. Wheel zooms, Shift+drag moves the view, double click resets.")
HINT_POSTERIOR = tr("Move the pointer over the codes: the exact posterior p(z|x) of the image under it is outlined.")
HINTS = {
    Tool.TARGET: HINT,
    Tool.LASSO: tr("Draw around codes to select their images; with Ctrl, add to the selection. A click clears it."),
    Tool.BOX: tr("Drag a rectangle over codes to select their images; with Ctrl, add to them. A click clears it."),
    Tool.PATH: tr("Drag from one place to another to walk between them. A click adds a pin; drag a pin to move it."),
}
COMPUTING = tr("Computing…")
PICK_RADIUS = 14  # logical pixels
DWELL_MS = 125
ROOMY_LINES = 12  # lines of text: a map that is less high has no words below it
MOST_OUTSIDE = 0.03  # share of the codes that may leave the view before it follows them
TILE = 38  # logical pixels a decoded image of the manifold should take on screen
MOST_NAMED = 250  # classes whose names are put apart with each step of the zoom, which takes 25 ms; beyond, the legend
FIELD_CELL = 9  # logical pixels of a cell of a field of colour
SETTLE_MS = 33  # what is said of the target changes as fast as it can be read, at most
DESCRIBE_MS = 250  # what a screen reader says of the map, as fast as it can be heard
ENOUGH_OF_A_CLASS = 1000


@dataclass(frozen=True)
class Lattice:
    """Positions on the latent plane whose images tile the visible part of the map."""

    horizontal: np.ndarray  # (columns,) z₁, ascending
    vertical: np.ndarray  # (rows,) z₂, descending: the first row is the top one
    area: QRectF  # what the tiles cover, in latent units

    @property
    def coarser(self) -> Lattice:
        """Tiles of about twice the size over the same area."""

        def centres(low: float, high: float, count: int) -> np.ndarray:
            edges = np.linspace(low, high, max(count // 2, 1) + 1)
            middles: np.ndarray = (edges[1:] + edges[:-1]) / 2
            return middles

        area = self.area
        return Lattice(
            centres(area.left(), area.right(), len(self.horizontal)),
            centres(area.bottom(), area.top(), len(self.vertical)),
            area,
        )


class _Arrangement(NamedTuple):
    """What a thread has made of very many codes."""

    throng: Throng
    rgb: np.ndarray
    points: Arranged
    marked: Arranged
    places: Places
    selected: int  # codes, shown or not


class _Held(NamedTuple):
    """What a brush holds of very many codes."""

    throng: Throng
    rows: np.ndarray
    adds: bool


class LatentMap(QWidget):
    """The map with its layers, a caption above it and a hint below.

    Signals:
        target_changed: the latent position (z₁, z₂) of the target, whoever moved it.
        settled: the same, for what can wait until the image there is painted: of moves that follow quickly, the last.
        steered: a hand moved the target, and it has settled.
        pointed: the index of the code under the moving pointer, or −1.
        hovered: the index of the code under the resting pointer, or −1 when it moved on.
        brushed: the indices of the codes in a lasso or a box, whether they are added to the selection, and whether
            the button is up again.
        code_wanted: the target is about to be moved to the code of this index.
        brush_given_up: the lasso or box came to nothing (Esc, or another tool).
        walked: a latent position, where the path tool is used, and "press", "drag" or "release".
        manifold_wanted: the `Lattice` to decode, when the manifold layer is on and the view changed.
        field_wanted: the same for one of `FIELDS`, by its name.
        posterior_wanted: the posterior layer was switched on.
        pull_wanted: the target moved or the layer was switched on: where does the model pull it to?
        classes_changed: names of other classes, for the legend.
        layers_changed: it can show other layers than before (`layers`).
        failed: a sentence and a traceback.
        menu_wanted: its context menu, which is about to open, and the latent position it is for.
    """

    target_changed = Signal(float, float)
    settled = Signal(float, float)
    steered = Signal()
    pointed = Signal(int)
    hovered = Signal(int)
    brushed = Signal(object, bool, bool)
    code_wanted = Signal(int)
    brush_given_up = Signal()
    walked = Signal(float, float, str)
    manifold_wanted = Signal(object)
    field_wanted = Signal(str, object)
    posterior_wanted = Signal()
    pull_wanted = Signal()
    classes_changed = Signal(tuple)
    layers_changed = Signal()
    failed = Signal(str, str)
    menu_wanted = Signal(QMenu, float, float)

    def __init__(self, switches: MapSwitches | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches = switches or MapSwitches(self)
        self._theme = LIGHT
        self._codes = np.empty((0, 2))
        self._labels = np.empty(0, np.int64)
        self._places = Places(self._codes)
        self._throng: Throng | None = None  # of codes that are more than a million
        self._workers: tuple[LatestWorker, LatestWorker] | None = None  # that arrange them, and look what a brush holds
        self._reach: float | None = None  # see `reach`, once somebody asked
        self._classes: tuple[str, ...] = ()
        self._amounts: Amounts | None = None
        self._selected = np.empty(0, np.int64)
        self._brush: Lasso | Box | None = None
        self._brush_adds = False
        self._target = (0.0, 0.0)
        self._target_before_press = self._target
        self._is_held = False  # the left button, after it went down on the map
        self._posterior_words = self._field_words = self._slice_words = ""
        self._names: tuple[str, str] | None = None  # of the axes, where they are not all dimensions that there are
        self._absent_fields: frozenset[str] = frozenset()  # those that make no sense on them
        self._hovered = -1
        self._follows = True  # until somebody moves the view by hand
        self._pointer: QPointF | None = None
        self._seen: QRectF | None = None  # what the view showed, while it has another size for a figure

        self.view = MapView()
        self._axes = {side: Axis(side) for side in ("bottom", "left")}
        self.plot = pg.PlotWidget(viewBox=self.view, axisItems=self._axes, enableMenu=False)
        self.plot.hideButtons()
        self.plot.getPlotItem().layout.setContentsMargins(1, 6, 1, 1)  # for the upper half of a number at the very top
        for widget in (self.plot, self.plot.viewport()):
            widget.setAcceptDrops(False)  # so that the window gets what is dropped
        self.plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.setAccessibleName(tr("Latent map"))
        set_role(self.plot, QAccessible.Role.Chart)
        self.plot.installEventFilter(self)
        for side, name in (("bottom", "z₁"), ("left", "z₂")):
            self.plot.setLabel(side, name)

        self._manifold, self._field, self._prior = ManifoldLayer(), FieldLayer(), PriorLayer()
        self._points, self._marked = PointsLayer(), PointsLayer(SELECTED_Z)
        self._nodes, self._arrows, self._cursor = NodesLayer(), ArrowsLayer(), CursorItem()
        self._shown_posterior, self._is_chosen = Shown(), True
        self._best: Ellipse | None = None
        self._draws = np.empty((0, 2))
        self._posterior = PosteriorLayer()
        self._path, self._trail, self._ring, self._outline = PathLayer(), TrailLayer(), RingLayer(), OutlineLayer()
        self._guests = GuestsLayer()
        over = (self._path, self._trail, self._guests, self._ring, self._outline, self._cursor)
        self._marks = (self._nodes, self._posterior, self._arrows, *over)
        self._class_marks: list[pg.TextItem] = []
        self._class_counts = np.empty(0, np.int64)
        self._pixel = (0.0, 0.0)  # the size of a screen's pixel in latent units, when the names were put apart
        for item in (self._manifold, self._field, self._prior, self._points, self._marked, *self._marks):
            self.view.addItem(item, ignoreBounds=True)
        self._has_prior, self._has_posterior, self._has_uncertainty = True, False, False
        switches = self.switches
        switches.points.toggled.connect(self._draw_points)
        for action in switches.layers:
            action.toggled.connect(self._show_layers)
        switches.posterior.toggled.connect(self._on_posterior_toggled)
        switches.pull.toggled.connect(self._on_pull_toggled)
        switches.hidden_changed.connect(self._draw_points)
        switches.tool_changed.connect(self._on_tool_changed)
        switches.reset_view.triggered.connect(self.reset_view)

        self._message = QLabel(self.plot)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._popup = HoverPopup(self.plot)
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self._find_hovered)
        self._settling = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settling.timeout.connect(self._on_settled_by_hand)
        self._describing = QTimer(self, singleShot=True, interval=DESCRIBE_MS)
        self._describing.timeout.connect(self._describe)
        self._ask_for_background = qthrottled(self._emit_lattice, timeout=40, leading=True, parent=self)

        self.view.pressed.connect(self.press_tool)
        self.view.released.connect(self.release_tool)
        self.view.setLimits(minXRange=0.01, minYRange=0.01, maxXRange=1e4, maxYRange=1e4)
        self.view.reset_wanted.connect(self._on_double_clicked)
        self.view.sigRangeChanged.connect(self._on_range_changed)
        self.view.sigResized.connect(self._show_class_marks)
        self.view.sigRangeChangedManually.connect(self._on_view_moved)
        self.plot.viewport().installEventFilter(self)
        self.keys = MapKeys(self)
        self._build_layout()
        self.set_theme(LIGHT)
        self.set_message("")
        self._show_layers()
        self.reset_view()

    # What is shown

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, classes: tuple[str, ...]) -> None:
        """Show codes (N, 2) with labels (N,). The view stays where it is, unless many leave it and nobody chose it.

        More than a million are arranged in a thread first, and then painted; until then none is near to anything.
        """
        self._leave_hovered()
        is_throng = len(codes) > MANY
        self._codes, self._labels = np.asarray(codes, dtype=codes.dtype if is_throng else float), labels
        self._class_counts = np.bincount(labels, minlength=len(classes))
        self._places, self._reach = Places(self._codes[: 0 if is_throng else None]), None
        self._throng = Throng(self._codes, labels) if is_throng else None
        if is_throng:
            for layer in (self._points, self._marked):
                layer.set_points(self._codes[:0], labels[:0], class_rgb(1))
        if self._amounts is not None and len(self._amounts.values) != len(codes):
            self._amounts = None
            self._bar.set_amounts(None)
        if len(self._selected) and self._selected.max() >= len(codes):
            self._selected = np.empty(0, np.int64)
        if self._follows and len(codes):
            (left, right), (bottom, top) = self.view.viewRange()
            x, y = self._enough_codes.T
            outside = (x < left) | (x > right) | (y < bottom) | (y > top)
            if outside.mean() > MOST_OUTSIDE:
                self.reset_view()
        if classes != self._classes:
            self._classes = classes
            self._build_class_marks()
            self.classes_changed.emit(classes)
        else:
            self._place_class_marks()
        self._draw_points()

    @property
    def codes(self) -> np.ndarray:
        """The codes that are shown, (N, 2)."""
        return self._codes

    @property
    def _enough_codes(self) -> np.ndarray:
        """Codes that tell where all are."""
        return self._codes if self._throng is None else some(self._codes, SAMPLE)

    @property
    def labels(self) -> np.ndarray:
        """The labels of the codes, (N,)."""
        return self._labels

    def set_amounts(self, amounts: Amounts | None) -> None:
        """Colour the codes by a number each, or by their classes."""
        if amounts is not None and len(amounts.values) != len(self._codes):
            return  # of codes that were there before
        before, self._amounts = self._amounts, amounts
        self._bar.set_amounts(amounts)
        if (before is None) != (amounts is None):
            self._build_class_marks()
        self._draw_points()

    @property
    def amounts(self) -> Amounts | None:
        """What the codes are coloured by, unless it is their classes."""
        return self._amounts

    @property
    def bar(self) -> ColourBar:
        """What says what the colours mean."""
        return self._bar

    def set_selected(self, indices: np.ndarray) -> None:
        """Mark some codes (their indices); the others fade."""
        self._selected = indices
        self._draw_selected()

    @property
    def selected(self) -> np.ndarray:
        """Indices of the codes that are marked."""
        return self._selected

    def set_ring(self, place: tuple[float, float] | None) -> None:
        """Put a ring around a code, or around none."""
        self._ring.set_place(place)

    @property
    def ring(self) -> tuple[float, float] | None:
        """Where the ring is."""
        return self._ring.place

    def set_path(self, path: np.ndarray, pins: tuple[PinMark, ...], head: tuple[float, float] | None) -> None:
        """Show a path (T, 2) with its pins, and how far along it one is."""
        self._path.set_path(path, pins, head)

    @property
    def path(self) -> PathLayer:
        """The path that is shown."""
        return self._path

    def set_guests(self, marks: tuple[GuestMark, ...]) -> None:
        """Show images from outside at their codes."""
        self._guests.set_marks(marks)

    @property
    def guests(self) -> tuple[GuestMark, ...]:
        """The images from outside that are shown."""
        return self._guests.marks

    def set_trail(self, trail: np.ndarray) -> None:
        """Show where the model pulls the target to: codes (T, 2)."""
        self._trail.set_trail(trail)

    @property
    def trail(self) -> np.ndarray:
        """Where the model pulls the target to, (T, 2)."""
        return self._trail.trail

    def set_field(self, field: str, values: np.ndarray, area: QRectF, note: str = "") -> None:
        """Show the answer to `field_wanted`: values (rows, columns) over `area`, with a note on them."""
        if self.switches.fields[field].isChecked():
            words = FIELDS[field].say(*self._field.set_values(values, area, field))
            self._field_words = f"{words}. {note}" if note else words
            self._show_hint()

    def set_manifold(self, tiles: np.ndarray, area: QRectF) -> None:
        """Show the answer to `manifold_wanted`: RGB tiles (rows, columns, H, W, 3) over `area`."""
        self._manifold.set_mosaic(tiles, area)

    def clear_manifold(self) -> None:
        """Show no mosaic, and no field, until they are set again."""
        self._manifold.clear()
        self._field.clear()
        self._field_words = ""
        self._show_hint()

    def set_arrows(self, tails: np.ndarray, heads: np.ndarray) -> None:
        """Draw arrows from tails (M, 2) to heads (M, 2)."""
        self._arrows.set_arrows(tails, heads)

    @property
    def arrow_count(self) -> int:
        """How many arrows are drawn."""
        return self._arrows.count

    def set_message(self, text: str) -> None:
        """Say why there is no map (or, with an empty text, show it)."""
        self._message.setText(text)
        self._message.setVisible(bool(text))
        self._hint.setVisible(not text)
        for item in self._marks:
            item.setVisible(not text)
        self._posterior.setVisible(self.is_posterior_shown)
        self._place_message()
        self._show_layers()
        self.layers_changed.emit()

    @property
    def message(self) -> str:
        """What is said in place of the map."""
        return self._message.text()

    def set_caption(self, text: str) -> None:
        """Say what the points are."""
        self._caption.setText(text)

    def set_letter(self, letter: str) -> None:
        """Say which of the compared runs this is; nothing when it is the only one."""
        self._letter.setText(letter)
        self._letter.setVisible(bool(letter))
        self._set_hint_lines(3 if letter else 2)

    def set_plane(self, plane: Plane | None, absent_fields: frozenset[str]) -> None:
        """Name the axes after a plane, or after z where they are all of it, without the `FIELDS` that make no sense."""
        self._names, self._absent_fields = None if plane is None else plane.names, absent_fields
        titles = ("z₁", "z₂") if plane is None else plane.titles
        for side, title in zip(("bottom", "left"), titles, strict=True):
            self.plot.setLabel(side, title)

    def set_slice_words(self, words: str) -> None:
        """Say what part of the latent space a background shows, where that is not all of it."""
        self._slice_words = words
        self._show_hint()

    @property
    def names(self) -> tuple[str, str] | None:
        """What its axes are called, where codes have more dimensions; None where a place is the code."""
        return self._names

    def set_has_prior(self, has: bool) -> None:
        """Say whether codes have a prior; those of an autoencoder do not."""
        self._has_prior = has
        self._show_layers()
        self.layers_changed.emit()

    def set_has_uncertainty(self, has: bool) -> None:
        """Say whether the decoder is less sure of its image in some places than in others."""
        self._has_uncertainty = has
        self._show_layers()
        self.layers_changed.emit()

    def set_has_posterior(self, has: bool) -> None:
        """Say whether the model gives images a probability, and so codes a posterior."""
        self._has_posterior = has
        self._best, self._draws = None, np.empty((0, 2))
        self._show_layers()
        self.clear_posterior()
        self.layers_changed.emit()

    @property
    def layers(self) -> frozenset[QAction]:
        """The layers that make sense for what it shows."""
        switches = self.switches
        if self.message:
            return frozenset()
        absent = {
            switches.prior: not self._has_prior,
            switches.posterior: not self._has_posterior,
            switches.fields["aggregate"]: not self._has_prior,
            switches.fields["uncertainty"]: not self._has_uncertainty,
        }
        absent |= {switches.fields[name]: True for name in self._absent_fields}
        return frozenset(action for action in switches.layers if not absent.get(action))

    def set_posterior(self, shown: Shown, words: str, is_chosen: bool = True) -> None:
        """Show the posterior of the chosen image, or of another one that the pointer is at, and say what it is."""
        if self.is_posterior_shown:
            self._shown_posterior, self._is_chosen = shown, is_chosen
            self._draw_posterior()
            self._posterior_words = words
            self._show_hint()

    def set_nodes(self, nodes: np.ndarray, responsibilities: np.ndarray) -> None:
        """Show the nodes (G, 2) of EM's grid with their responsibilities (G,) for the image."""
        if self.is_posterior_shown:
            self._nodes.set_nodes(nodes, responsibilities)

    def set_best(self, best: Ellipse | None) -> None:
        """Show a Gaussian on its way from the encoder's q of the chosen image to the best one, or none."""
        self._best = best
        self._draw_posterior()

    def set_draws(self, draws: np.ndarray) -> None:
        """Show samples of q(z|x) of the chosen image, (M, 2)."""
        self._draws = draws
        self._draw_posterior()

    def _draw_posterior(self) -> None:
        """What belongs to the chosen image is hidden while another one's posterior is shown."""
        shown = self._shown_posterior
        if self._is_chosen:
            shown = replace(shown, best=self._best, draws=self._draws)
        self._posterior.set_shown(shown)

    @property
    def posterior(self) -> Shown:
        """What is shown of the posterior."""
        return self._posterior.shown

    def clear_posterior(self) -> None:
        """Show no posterior until the next `set_posterior`."""
        self._nodes.set_nodes(np.empty((0, 2)), np.empty(0))
        self._shown_posterior, self._is_chosen = Shown(), True
        self._draw_posterior()
        self._posterior.setVisible(self.is_posterior_shown)
        self._posterior_words = HINT_POSTERIOR if self.is_posterior_shown else ""
        self._show_hint()

    @property
    def hint(self) -> str:
        """What is said below the map."""
        return self._hint.text()

    def _show_hint(self) -> None:
        """Say what is on the map, or else what one can do with the mouse."""
        field = self._field_words
        if self._slice_words and (self.switches.manifold.isChecked() or (field and self._shown_field() != "aggregate")):
            field = f"{field}. {self._slice_words}" if field else self._slice_words
        self._hint.setText(self._posterior_words or field or HINTS[self.switches.tool])

    @property
    def is_posterior_shown(self) -> bool:
        """Whether the posterior layer is on."""
        return self._has_posterior and not self.message and self.switches.posterior.isChecked()

    @property
    def node_count(self) -> int:
        """How many nodes are drawn."""
        return self._nodes.count

    def _on_posterior_toggled(self) -> None:
        self.clear_posterior()
        if self.is_posterior_shown:
            self.posterior_wanted.emit()

    def _on_pull_toggled(self) -> None:
        self._trail.set_trail(np.empty((0, 2)))
        self._ask_for_pull()

    def _ask_for_pull(self) -> None:
        if self.switches.pull.isChecked() and not self.message:
            self.pull_wanted.emit()

    def set_target(self, x: float, y: float) -> None:
        """Move the target and tell everybody."""
        self._move_target(x, y)
        self._settle()

    def _move_target(self, x: float, y: float) -> None:
        self._target = (x, y)
        self._cursor.setPos(x, y)
        self.target_changed.emit(x, y)

    def _drag_target(self, x: float, y: float) -> None:
        """Move it by hand; what else is to be said of the new place waits, at most for `SETTLE_MS`."""
        self._move_target(x, y)
        if not self._settling.isActive():
            self._settling.start()

    def _settle(self) -> None:
        self._describe_soon()
        self.settled.emit(*self._target)
        self._ask_for_pull()

    def _on_settled_by_hand(self) -> None:
        self._settling.stop()
        if self._pointer is not None:
            self._on_pointer_moved(self._pointer)
        self._settle()
        self.steered.emit()

    @property
    def target(self) -> tuple[float, float]:
        """Where the target is, (z₁, z₂)."""
        return self._target

    def show_hover(self, image: QImage | None, text: str) -> None:
        """Show what the hovered point is."""
        if self._hovered >= 0:
            place = self.plot.mapFromScene(self.view.mapViewToScene(QPointF(*self._codes[self._hovered])))
            self._popup.show_at(place, image, text)

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget, ...]]:
        """What makes its figure: all but words that say what one can do."""
        if self.message:
            return []
        words = self._posterior_words or self._field_words
        says_something = words not in ("", HINT_POSTERIOR, COMPUTING)
        return [(self._letter, self._caption, self._bar), self.plot, *[self._hint] * says_something]

    @property
    def is_drawn(self) -> bool:
        """Whether all that is switched on, and can be shown, is there."""
        is_asked = self.switches.manifold.isChecked() and self._manifold.image is None
        is_asked = is_asked or self._points.is_refining or self._marked.is_refining
        return not (is_asked or self._field_words == COMPUTING or self._posterior_words == HINT_POSTERIOR)

    def set_posing(self, is_posing: bool) -> None:
        """While it has another size for a figure, say nothing of that, and ask for nothing."""
        self._seen = self.view.viewRect() if is_posing else None

    def fit_view(self) -> None:
        """For a figure of other proportions, show no more than was seen where that ends at a mosaic's or a field's."""
        if self._seen is not None and (self._manifold.isVisible() or self._field.isVisible()):
            whole, ratio = QRectF(self._seen), self.view.width() / max(self.view.height(), 1)
            size = QSizeF(min(whole.width(), whole.height() * ratio), min(whole.height(), whole.width() / ratio))
            box = QRectF(QPointF(), size)
            box.moveCenter(whole.center())
            self.view.setRange(box, padding=0)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.plot.setBackground(theme.base)
        for axis in self._axes.values():
            axis.set_theme(theme)
        for item in (self._manifold, self._prior, self._points, self._marked, *self._marks):
            item.set_theme(theme)
        self._build_class_marks()
        self._draw_points()

    def reset_view(self) -> None:
        """Show the square that holds the prior's 3 σ and all codes, but for a few far out."""
        self._follows = True
        centre, reach = first_view(self._enough_codes, self._has_prior)
        self.view.setRange(
            xRange=(centre[0] - reach, centre[0] + reach), yRange=(centre[1] - reach, centre[1] + reach), padding=0
        )

    def zoom(self, factor: float) -> None:
        """Show so many times as much, with the target where it is on screen."""
        self.view.scaleBy((factor, factor), center=QPointF(*self._target))
        self._follows = False

    def move_view(self, right: float, up: float) -> None:
        """Show what is further to the right and further up, in latent units."""
        self.view.translateBy(x=right, y=up)
        self._follows = False

    def label_of(self, index: int) -> int:
        """The label of a code."""
        return int(self._labels[index])

    def nearby(self, x: float, y: float) -> np.ndarray:
        """Labels of the codes within `reach` of a latent position."""
        close: np.ndarray = self._labels[self._places.within(x, y, self.reach)]
        return close

    def nearest_labels(self, x: float, y: float, count: int) -> np.ndarray:
        """Labels of so many codes that are nearest to a latent position, in no order."""
        if self._throng is not None:
            some_labels: np.ndarray = self._labels[self._nearest_of_many(x, y, count)]
            return some_labels
        distances = np.square(self._codes - (x, y)).sum(1)
        if count >= len(distances):
            return self._labels
        nearest: np.ndarray = self._labels[np.argpartition(distances, count)[:count]]
        return nearest

    def _nearest_of_many(self, x: float, y: float, count: int) -> np.ndarray:
        """The codes that are nearest to a place, by their numbers: circles grow until there are enough in one."""
        reach, found = self.reach / 64, np.empty(0, np.int64)
        while len(found) < min(count, len(self._codes)) and reach < 1e9:
            reach *= 2
            found = self._places.within(x, y, reach)
        distances = np.square(self._codes[found].astype(float) - (x, y)).sum(1)
        nearest: np.ndarray = found[np.argsort(distances, kind="stable")[:count]]
        return nearest

    @property
    def reach(self) -> float:
        """How far “nearby” is, in latent units: `NEARBY` where codes have a prior, else as much of their own spread."""
        if self._has_prior:
            return NEARBY
        if self._reach is None:
            self._reach = nearby_reach(self._enough_codes, has_prior=False)
        return self._reach

    def refresh_background(self) -> None:
        """Ask for the manifold and the fields again, because the model or the view changed."""
        if self.switches.manifold.isChecked() or self.switches.field:
            self._ask_for_background()

    def lattice(self, tile: int = TILE) -> Lattice:
        """Tile the view. Tiles keep their place while the view moves, and their size while it zooms by less than √2."""
        box, pixels = self.view.viewRect(), max(self.view.width(), 1)
        cell = 2 ** (round(math.log2(box.width() * tile / pixels) * 2) / 2)

        def centres(low: float, high: float) -> np.ndarray:
            return (np.arange(math.floor(low / cell), math.ceil(high / cell)) + 0.5) * cell

        horizontal, vertical = centres(box.left(), box.right()), centres(box.top(), box.bottom())[::-1].copy()
        corner = QPointF(horizontal[0] - cell / 2, vertical[-1] - cell / 2)
        return Lattice(
            horizontal, vertical, QRectF(corner.x(), corner.y(), len(horizontal) * cell, len(vertical) * cell)
        )

    # How it is built and driven

    def _build_layout(self) -> None:
        self._caption = ElidingLabel()
        self._caption.setProperty("muted", True)
        self._bar = ColourBar()
        self._letter = QLabel()
        self._letter.setProperty("heading", True)
        self._letter.hide()
        self._hint = QLabel(HINT)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._set_hint_lines(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self._letter)
        top.addWidget(self._caption, 1)
        top.addWidget(self._bar)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        layout.addWidget(self._hint)

    def _set_hint_lines(self, count: int) -> None:
        """Keep room for so many, so that words do not move the map, nor maps side by side out of level."""
        fit(self._hint, least_lines=count)

    def _describe_soon(self) -> None:
        if not self._describing.isActive():
            self._describing.start()

    def _describe(self) -> None:
        """Say to a screen reader what the map shows, and what is at the target, if that is what is worked with."""
        if self.message:
            self.plot.setAccessibleDescription(self.message)
            return
        x, y = (number(value) for value in self._target)
        nearby = describe_nearby(self.nearby(*self._target), self._classes, self.reach)
        if self._names is None:
            here = tr("Target at z = ({x}, {y}). {nearby}.", x=x, y=y, nearby=nearby)
        else:
            across, up = self._names
            here = tr("Target at {across} {x}, {up} {y}. {nearby}.", across=across, x=x, up=up, y=y, nearby=nearby)
        layers = [action.text().replace("&", "") for action in self.switches.layers if action.isChecked()]
        hidden = [name for index, name in enumerate(self._classes) if index in self.switches.hidden]
        shown = tr("Layers shown: {layers}.", layers=", ".join(layers)) if layers else tr("Layers shown: none.")
        parts = [here, shown]
        if hidden:
            parts.append(tr("Classes hidden: {classes}.", classes=", ".join(hidden)))
        self.plot.setAccessibleDescription(" ".join([*parts, IN_WORDS]))
        if self.plot.hasFocus():
            announce(self.plot, here)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the words below the map out where they would take more than the map can spare."""
        super().resizeEvent(event)
        self._hint.setVisible(self.height() > ROOMY_LINES * self._hint.fontMetrics().height())

    def _draw_points(self) -> None:
        self._describe_soon()
        if self._throng is not None:
            self._show_class_marks()
            self._arrange(self._throng)
            return
        shown = self._is_shown()
        self._places.set_shown(shown)
        self._points.set_points(self._codes, *self._colours(), shown)
        self._show_class_marks()
        self._draw_selected()

    def _arrange(self, throng: Throng) -> None:
        """Have a thread put very many codes into the order in which they are drawn."""
        amounts, labels, rows = self._amounts, self._labels, self._selected
        rgb = class_rgb(max(len(self._classes), 1)) if amounts is None else colours()
        hidden = frozenset(self.switches.hidden)

        def arrange() -> _Arrangement:
            which = labels if amounts is None else amounts.steps
            marked = throng.selected(which, hidden, rows)
            return _Arrangement(throng, rgb, throng.arranged(which, hidden), marked, throng.places(hidden), len(rows))

        self._threads[0].ask(arrange)

    @property
    def _threads(self) -> tuple[LatestWorker, LatestWorker]:
        """Begun when they are needed first: most maps have fewer codes than it takes."""
        if self._workers is None:
            from vaegui.ui.latest_worker import LatestWorker  # which imports torch, and the first map needs none

            self._workers = LatestWorker(self), LatestWorker(self)
            self._workers[0].answered.connect(self._on_arranged)
            self._workers[1].answered.connect(self._on_held)
            for worker in self._workers:
                worker.failed.connect(self.failed)
                worker.start()
        return self._workers

    def close_threads(self) -> None:
        """End what is being arranged, and wait for it."""
        for worker in self._workers or ():
            worker.close()
        self._workers = None

    def _on_arranged(self, found: _Arrangement) -> None:
        if found.throng is not self._throng:
            return
        is_first = not len(self._places)
        self._places = found.places
        for layer, arranged in ((self._points, found.points), (self._marked, found.marked)):
            layer.set_arranged(arranged.points, arranged.which, found.rgb, arranged.ranks)
        self._points.setOpacity(FAINT if found.selected else 1.0)
        if is_first:
            self._settle()  # what is near can be said now

    def _on_held(self, found: _Held) -> None:
        if found.throng is self._throng:
            self.brushed.emit(found.rows, found.adds, True)

    def _show_class_marks(self) -> None:
        """Let no name of a class cover that of a larger one: it stands beside it, or is left out."""
        self._pixel = pixel = self.view.viewPixelSize()
        for mark in self._class_marks:
            mark.hide()
        if not self.switches.points.isChecked() or not min(pixel) > 0:  # a view of nothing, of a model that diverged
            return
        # The largest first. All of them, seen or not, so that none jumps while the view moves.
        largest = np.argsort(-self._class_counts[: len(self._class_marks)], kind="stable")
        which = [i for i in largest.tolist() if self._class_counts[i] and i not in self.switches.hidden][:MOST_NAMED]
        marks = [self._class_marks[index] for index in which]
        centres = np.array([(mark.x() / pixel[0], -mark.y() / pixel[1]) for mark in marks]).reshape(-1, 2)
        boxes = [mark.boundingRect() for mark in marks]
        sizes = np.array([(box.width(), box.height()) for box in boxes]).reshape(-1, 2)
        for mark, (right, down) in zip(marks, apart(centres, sizes).tolist(), strict=True):
            if not math.isnan(right):
                mark.setAnchor((0.5 - right, 0.5 - down))
                mark.show()

    def _draw_selected(self) -> None:
        if self._throng is not None:
            self._arrange(self._throng)
            return
        marked, shown = np.zeros(len(self._codes), bool), self._is_shown()
        marked[self._selected] = True
        if shown is not None:
            marked &= shown
        self._marked.set_points(self._codes, *self._colours(), marked)
        self._points.setOpacity(FAINT if len(self._selected) else 1.0)

    def _colours(self) -> tuple[np.ndarray, np.ndarray]:
        """The colour of each code, and the colours."""
        if self._amounts is not None:
            return self._amounts.steps, colours()
        return self._labels, class_rgb(max(len(self._classes), 1))

    def _is_shown(self) -> np.ndarray | None:
        """Which codes are of classes that are shown, (N,); None for all."""
        hidden = self.switches.hidden
        if not hidden:
            return None
        is_class_shown = ~np.isin(np.arange(self._labels.max(initial=-1) + 1), list(hidden))
        shown: np.ndarray = is_class_shown[self._labels]
        return shown

    def _place_class_marks(self) -> None:
        """Put the name of each class where most of its codes are."""
        step = -(-len(self._codes) // ENOUGH_OF_A_CLASS // max(len(self._classes), 1)) or 1
        codes, labels = self._codes[::step], self._labels[::step]
        for index, mark in enumerate(self._class_marks):
            own = codes[labels == index]
            if not len(own):  # so rare that the step went over all of them
                own = self._codes[self._labels == index]
            if len(own):
                mark.setPos(*densest(own))

    def _build_class_marks(self) -> None:
        """Put the name of each class on the map, so that colour is never the only sign."""
        for mark in self._class_marks:
            self.view.removeItem(mark)
        font = self.font()
        font.setBold(True)
        self._class_marks = []
        for index, name in enumerate(self._classes):
            colour = CLASS_COLOURS[index % len(CLASS_COLOURS)] if self._amounts is None else self._theme.border
            mark = pg.TextItem(
                name,
                color=self._theme.text,
                anchor=(0.5, 0.5),
                fill=QColor(self._theme.base),
                border=pg.mkPen(colour, width=2 * self._theme.line),
            )
            mark.setFont(font)
            mark.setZValue(LABELS_Z)
            self.view.addItem(mark, ignoreBounds=True)
            self._class_marks.append(mark)
        self._place_class_marks()

    def _show_layers(self) -> None:
        self._describe_soon()
        is_map = not self.message
        switches = self.switches
        for points in (self._points, self._marked):
            points.setVisible(is_map and switches.points.isChecked())
        self._prior.setVisible(is_map and self._has_prior and switches.prior.isChecked())
        self._manifold.setVisible(is_map and switches.manifold.isChecked())
        self._field.setVisible(is_map and self._shown_field() is not None)
        self._field.clear()
        self._field_words = ""
        if self._field.isVisible():
            self._field_words = COMPUTING
        self._show_hint()
        self.refresh_background()

    def _shown_field(self) -> str | None:
        """The field that is switched on, if it makes sense here."""
        field = self.switches.field
        return field if field and self.switches.fields[field] in self.layers else None

    def press_tool(self, x: float, y: float, adds: bool = False) -> None:
        """Put the tool down at a latent position; with `adds`, what it holds is added to the selection."""
        self._is_held = True
        if self.message:
            return
        tool = self.switches.tool
        if tool is Tool.TARGET:
            self._target_before_press = self._target
            self._drag_target(x, y)
        elif tool is Tool.PATH:
            self.walked.emit(x, y, "press")
        else:
            codes = self._enough_codes.astype(float, copy=False)
            self._brush = (Lasso if tool is Tool.LASSO else Box)(codes, x, y)
            self._brush_adds = adds

    def drag_tool(self, x: float, y: float) -> None:
        """Draw with the tool as far as a latent position."""
        if self._brush is not None:
            self._brush.move_to(x, y)
            self._outline.set_corners(self._brush.corners)
            self._emit_brushed(is_last=False)
        elif self.message:
            return
        elif self.switches.tool is Tool.TARGET:
            self._drag_target(x, y)
        elif self.switches.tool is Tool.PATH:
            self.walked.emit(x, y, "drag")

    def release_tool(self) -> None:
        """Lift the tool: what it drew counts."""
        self._is_held = False
        if self._settling.isActive():
            self._on_settled_by_hand()
        if self._brush is not None:
            self._emit_brushed(is_last=True)
            self._brush = None
            self._outline.set_corners([])
        elif self.switches.tool is Tool.PATH:
            self.walked.emit(0.0, 0.0, "release")

    @property
    def is_drawing(self) -> bool:
        """Whether a lasso or a box is being drawn."""
        return self._brush is not None

    def give_up_tool(self) -> None:
        """Lift the tool: a lasso or a box comes to nothing."""
        if self._brush is None:
            self.release_tool()
            return
        self._is_held = False
        self._on_tool_changed()

    def _emit_brushed(self, is_last: bool) -> None:
        assert self._brush is not None
        if self._throng is not None:
            self._emit_some_brushed(self._throng, self._brush, is_last)
            return
        shown = self._is_shown()
        indices = np.flatnonzero(self._brush.inside if shown is None else self._brush.inside & shown)
        self.brushed.emit(indices, self._brush_adds, is_last)

    def _emit_some_brushed(self, throng: Throng, brush: Lasso | Box, is_last: bool) -> None:
        """Of very many codes, a brush holds some at once, and all once a thread has looked."""
        step = -(-len(self._codes) // SAMPLE)
        indices = np.flatnonzero(brush.inside) * step
        if hidden := frozenset(self.switches.hidden):
            indices = indices[~np.isin(self._labels[indices], list(hidden))]
        self.brushed.emit(indices, self._brush_adds, False)
        if is_last:
            adds = self._brush_adds
            self._threads[1].ask(lambda: _Held(throng, throng.inside(brush, hidden), adds))

    def _on_tool_changed(self) -> None:
        if self._brush is not None:
            self._brush = None
            self._outline.set_corners([])
            self.brush_given_up.emit()
        self._show_hint()

    def _on_double_clicked(self) -> None:
        # Its first click moved the target; whoever only wants to see everything gets it back.
        if self.switches.tool is Tool.TARGET:
            self.set_target(*self._target_before_press)
        self.reset_view()

    def _on_range_changed(self) -> None:
        if self.view.viewPixelSize() != self._pixel:
            self._show_class_marks()
        if self._seen is None:
            self._leave_hovered()
            self.refresh_background()

    def _on_view_moved(self) -> None:
        self._follows = False

    def _emit_lattice(self) -> None:
        if self.switches.manifold.isChecked():
            self.manifold_wanted.emit(self.lattice())
        if field := self._shown_field():
            self.field_wanted.emit(field, self.lattice(FIELD_CELL))

    def _on_pointer_moved(self, scene_position: QPointF) -> None:
        self._pointer = scene_position
        self._leave_hovered()
        self._dwell.start()
        self.pointed.emit(self._under_pointer())

    def _under_pointer(self) -> int:
        if self._pointer is None or not self.switches.points.isChecked():
            return -1
        place = self.view.mapSceneToView(self._pointer)
        return self.nearest(place.x(), place.y(), PICK_RADIUS * self.view.viewPixelSize()[0])

    def _find_hovered(self) -> None:
        nearest = self._under_pointer() if self.plot.underMouse() and self._brush is None else -1
        if nearest >= 0:
            self._hovered = nearest
            self.hovered.emit(nearest)

    def nearest(self, x: float, y: float, reach: float = math.inf) -> int:
        """The index of the code that is drawn nearest to a latent position, or −1 when none is within reach."""
        return self._places.nearest(x, y, reach)

    def _leave_hovered(self) -> None:
        self._popup.hide()
        if self._hovered >= 0:
            self._hovered = -1
            self.hovered.emit(-1)

    def _place_message(self) -> None:
        width = min(scaled(460), self.plot.width() - 32)
        self._message.setFixedWidth(max(width, 60))
        self._message.adjustSize()
        self._message.move((self.plot.width() - self._message.width()) // 2, self.plot.height() // 2 - 40)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the pointer, the context menu and the resizing of the plot."""
        if event.type() == QEvent.Type.Resize:
            self._place_message()
            if self._seen is None:
                self.refresh_background()
        if event.type() == QEvent.Type.Leave:
            self._dwell.stop()
            self._pointer = None
            self._leave_hovered()
            self.pointed.emit(-1)
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            # Not the scene's own signal: it skips moves that follow quickly, and so the place of rest.
            pointer = self.plot.mapToScene(event.position().toPoint())
            if self._is_held and event.buttons() & Qt.MouseButton.LeftButton:
                # Past pyqtgraph, which would look for what is under the pointer: half of the time from move to image.
                place = self.view.mapSceneToView(pointer)
                self.drag_tool(place.x(), place.y())
                if self.switches.tool is Tool.TARGET:
                    self._pointer = pointer  # for when the target has settled
                else:
                    self._on_pointer_moved(pointer)
                return True
            self._on_pointer_moved(pointer)
        if isinstance(event, QContextMenuEvent):
            self._leave_hovered()
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.switches.layers)
            menu.addSeparator()
            menu.addActions(list(self.switches.tools.values()))
            menu.addSeparator()
            menu.addAction(self.switches.reset_view)
            menu.addSeparator()
            menu.addActions(self.actions())
            by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
            pointer = self.view.mapSceneToView(self.plot.mapToScene(event.pos()))
            self.menu_wanted.emit(menu, *(self._target if by_key else (pointer.x(), pointer.y())))
            menu.popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)


def describe_nearby(labels: np.ndarray, classes: tuple[str, ...], reach: float = NEARBY) -> str:
    """Say how many codes are nearby and what most of them are."""
    if len(labels) == 0:
        return tr("No code within {reach:g}: the decoder is on its own here", reach=reach)
    words = plural(len(labels), "{count:,} code within {reach:g}", "{count:,} codes within {reach:g}", reach=reach)
    if not classes:
        return words
    counts = np.bincount(labels, minlength=len(classes))
    return f"{words} · {counts.max() / len(labels):.0%} “{classes[int(counts.argmax())]}”"
