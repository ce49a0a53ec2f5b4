"""The latent map: codes as points, the decoded manifold behind them, and a target whose position is decoded.

It holds no model: whoever owns one listens to `target_changed` and `manifold_wanted` and answers with `set_*`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QContextMenuEvent,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPixmap,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from superqt import QElidingLabel
from superqt.utils import qthrottled

from vaegui.ui.hover_popup import HoverPopup
from vaegui.ui.map_layers import (
    LABELS_Z,
    ArrowsLayer,
    CursorItem,
    ManifoldLayer,
    NodesLayer,
    PointsLayer,
    PriorLayer,
)
from vaegui.ui.map_view import MapView
from vaegui.ui.theme import CLASS_COLOURS, LIGHT, Axis, Theme, number

HINT = "Drag the target, or click anywhere. Wheel zooms, Shift+drag moves the view, double click resets it."
HINT_POSTERIOR = "Drag the target over the codes: the posterior p(z|x) of the nearest image shows on the grid."
PICK_RADIUS = 14  # logical pixels
DWELL_MS = 125
MOST_OUTSIDE = 0.03  # share of the codes that may leave the view before it follows them
TILE = 38  # logical pixels a decoded image of the manifold should take on screen
NEARBY = 0.1  # latent units


@dataclass(frozen=True)
class Lattice:
    """Positions on the latent plane whose images tile the visible part of the map."""

    horizontal: np.ndarray  # (columns,) z₁, ascending
    vertical: np.ndarray  # (rows,) z₂, descending: the first row is the top one
    area: QRectF  # what the tiles cover, in latent units


class LatentMap(QWidget):
    """The map with its layers, legend and hint.

    Signals:
        target_changed: the latent position (z₁, z₂) of the target, whoever moved it.
        hovered: the index of the code under the resting pointer, or −1 when it moved on.
        manifold_wanted: the `Lattice` to decode, when the manifold layer is on and the view changed.
        posterior_wanted: the index of the code nearest to the target, when the posterior layer is on and it changed
            (−1 for the one shown before).
    """

    target_changed = Signal(float, float)
    hovered = Signal(int)
    manifold_wanted = Signal(object)
    posterior_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._codes = np.empty((0, 2))
        self._labels = np.empty(0, np.int64)
        self._classes: tuple[str, ...] = ()
        self._hidden: set[int] = set()
        self._target = (0.0, 0.0)
        self._target_before_press = self._target
        self._hovered = -1
        self._follows = True  # until somebody moves the view by hand
        self._pointer: QPointF | None = None

        self.view = MapView()
        self._axes = {side: Axis(side) for side in ("bottom", "left")}
        self.plot = pg.PlotWidget(viewBox=self.view, axisItems=self._axes)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot.setAccessibleName("Latent map")
        self.plot.setAccessibleDescription("Arrow keys move the target, plus and minus zoom, Home resets the view.")
        self.plot.installEventFilter(self)
        for side, name in (("bottom", "z₁"), ("left", "z₂")):
            self.plot.setLabel(side, name)

        self._points, self._manifold, self._prior = PointsLayer(), ManifoldLayer(), PriorLayer()
        self._nodes, self._arrows, self._cursor = NodesLayer(), ArrowsLayer(), CursorItem()
        self._class_marks: list[pg.TextItem] = []
        for item in (self._manifold, self._prior, self._points, self._nodes, self._arrows, self._cursor):
            self.view.addItem(item, ignoreBounds=True)

        self.points_action = self._layer("&Points", "The code μ(x) of every test image", True, "P")
        self.manifold_action = self._layer(
            "&Manifold", "What the decoder draws at each place: the mean of p(x|z) on a lattice", False, "M"
        )
        self.prior_action = self._layer(
            "P&rior", "Circles of 1, 2, 3 σ of the prior p(z): 39.3 %, 86.5 %, 98.9 % of its mass", False, "C"
        )
        self.posterior_action = self._layer(
            "P&osterior",
            "The exact posterior p(z|x) of the image nearest to the target, on a grid of equal prior mass: "
            "the area of each disc is its responsibility",
            False,
            "E",
        )
        self._has_prior, self._has_posterior = True, False
        self.layer_actions = (self.points_action, self.manifold_action, self.prior_action, self.posterior_action)
        self.reset_action = QAction(
            "Reset &view", self, toolTip="Show all codes and the prior (Home, or a double click)"
        )
        self.reset_action.triggered.connect(self.reset_view)
        self.points_action.toggled.connect(self._draw_points)
        self.points_action.toggled.connect(self._show_layers)
        self.manifold_action.toggled.connect(self._show_layers)
        self.prior_action.toggled.connect(self._show_layers)
        self.posterior_action.toggled.connect(self._on_posterior_toggled)

        self._message = QLabel(self.plot)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._popup = HoverPopup(self.plot)
        self._dwell = QTimer(self, singleShot=True, interval=DWELL_MS)
        self._dwell.timeout.connect(self._find_hovered)
        self._ask_for_manifold = qthrottled(self._emit_lattice, timeout=40, leading=True, parent=self)

        self.view.pressed.connect(self._on_pressed)
        self.view.pressed_at.connect(self.set_target)
        self.view.setLimits(minXRange=0.01, minYRange=0.01, maxXRange=1e4, maxYRange=1e4)
        self.view.reset_wanted.connect(self._on_double_clicked)
        self.view.sigRangeChanged.connect(self._on_range_changed)
        self.view.sigRangeChangedManually.connect(self._on_view_moved)
        self.plot.viewport().installEventFilter(self)
        self._build_layout()
        self.set_theme(LIGHT)
        self.set_message("")
        self._show_layers()
        self.reset_view()

    # What is shown

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, classes: tuple[str, ...]) -> None:
        """Show codes (N, 2) with labels (N,). The view stays where it is, unless many leave it and nobody chose it."""
        self._leave_hovered()
        self._codes, self._labels = np.asarray(codes, dtype=float), labels
        if self._follows and len(codes):
            (left, right), (bottom, top) = self.view.viewRange()
            outside = np.any((self._codes < (left, bottom)) | (self._codes > (right, top)), axis=1)
            if outside.mean() > MOST_OUTSIDE:
                self.reset_view()
        if classes != self._classes:
            self._classes, self._hidden = classes, set()
            self._build_legend()
            self._build_class_marks()
        self._draw_points()

    def set_manifold(self, tiles: np.ndarray, area: QRectF) -> None:
        """Show the answer to `manifold_wanted`: RGB tiles (rows, columns, H, W, 3) over `area`."""
        self._manifold.set_mosaic(tiles, area)

    def clear_manifold(self) -> None:
        """Show no mosaic until the next `set_manifold`."""
        self._manifold.clear()

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
        for action in (*self.layer_actions, self.reset_action):
            action.setEnabled(not text)
        self._cursor.setVisible(not text)
        self._place_message()
        self._show_layers()

    @property
    def message(self) -> str:
        """What is said in place of the map."""
        return self._message.text()

    def set_caption(self, text: str) -> None:
        """Say what the points are."""
        self._caption.setText(text)

    def set_has_prior(self, has: bool) -> None:
        """Say whether codes have a prior; those of an autoencoder do not."""
        self._has_prior = has
        self._show_layers()

    def set_has_posterior(self, has: bool) -> None:
        """Say whether the model gives images a probability, and so codes a posterior."""
        self._has_posterior = has
        self._show_layers()
        self.clear_posterior()

    def set_posterior(self, nodes: np.ndarray, responsibilities: np.ndarray, words: str) -> None:
        """Show the answer to `posterior_wanted`: nodes (G, 2), responsibilities (G,), and what they are."""
        if self.is_posterior_shown:
            self._nodes.set_nodes(nodes, responsibilities)
            self._hint.setText(words)

    def clear_posterior(self) -> None:
        """Show no posterior until the next `set_posterior`."""
        self._nodes.set_nodes(np.empty((0, 2)), np.empty(0))
        self._hint.setText(HINT_POSTERIOR if self.is_posterior_shown else HINT)

    @property
    def is_posterior_shown(self) -> bool:
        """Whether the posterior layer is on."""
        return self._has_posterior and not self.message and self.posterior_action.isChecked()

    @property
    def node_count(self) -> int:
        """How many nodes are drawn."""
        return self._nodes.count

    def _on_posterior_toggled(self) -> None:
        self.clear_posterior()
        self._ask_for_posterior()

    def _ask_for_posterior(self) -> None:
        if self.is_posterior_shown:
            self.posterior_wanted.emit(self._nearest(QPointF(*self._target), math.inf))

    def set_target(self, x: float, y: float) -> None:
        """Move the target and tell everybody."""
        self._target = (x, y)
        self._cursor.setPos(x, y)
        self.target_changed.emit(x, y)
        self._ask_for_posterior()

    @property
    def target(self) -> tuple[float, float]:
        """Where the target is, (z₁, z₂)."""
        return self._target

    def show_hover(self, image: QImage | None, text: str) -> None:
        """Show what the hovered point is."""
        if self._hovered >= 0:
            place = self.plot.mapFromScene(self.view.mapViewToScene(QPointF(*self._codes[self._hovered])))
            self._popup.show_at(place, image, text)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.plot.setBackground(theme.base)
        for axis in self._axes.values():
            axis.set_theme(theme)
        for item in (self._manifold, self._prior, self._nodes, self._arrows, self._cursor):
            item.set_theme(theme)
        self._build_class_marks()
        self._draw_points()

    def reset_view(self) -> None:
        """Show the square that holds the prior's 3 σ and all codes, but for a few far out."""
        self._follows = True
        reach = 3.2
        centre = np.zeros(2)
        if len(self._codes):
            low, high = self._codes.min(0), self._codes.max(0)
            most = np.percentile(self._codes, [1, 99], axis=0)
            if np.any(high - low > 4 * (most[1] - most[0])):
                low, high = most  # a few codes are so far out that the others would be a speck
            if self._has_prior:
                low, high = np.minimum(low, -reach), np.maximum(high, reach)
            centre, reach = (low + high) / 2, max(float((high - low).max() / 2) * 1.03, 0.01)
        self.view.setRange(
            xRange=(centre[0] - reach, centre[0] + reach), yRange=(centre[1] - reach, centre[1] + reach), padding=0
        )

    def label_of(self, index: int) -> int:
        """The label of a code."""
        return int(self._labels[index])

    def nearby(self, x: float, y: float) -> np.ndarray:
        """Labels of the codes within `NEARBY` of a latent position."""
        close: np.ndarray = self._labels[((self._codes - (x, y)) ** 2).sum(1) <= NEARBY**2]
        return close

    def refresh_manifold(self) -> None:
        """Ask for the manifold again, because the decoder changed."""
        if self.manifold_action.isChecked():
            self._ask_for_manifold()

    def lattice(self) -> Lattice:
        """Tile the view. Tiles keep their place while the view moves, and their size while it zooms by less than √2."""
        box, pixels = self.view.viewRect(), max(self.view.width(), 1)
        cell = 2 ** (round(math.log2(box.width() * TILE / pixels) * 2) / 2)

        def centres(low: float, high: float) -> np.ndarray:
            return (np.arange(math.floor(low / cell), math.ceil(high / cell)) + 0.5) * cell

        horizontal, vertical = centres(box.left(), box.right()), centres(box.top(), box.bottom())[::-1].copy()
        corner = QPointF(horizontal[0] - cell / 2, vertical[-1] - cell / 2)
        return Lattice(
            horizontal, vertical, QRectF(corner.x(), corner.y(), len(horizontal) * cell, len(vertical) * cell)
        )

    # How it is built and driven

    def _layer(self, text: str, tip: str, on: bool, key: str) -> QAction:
        action = QAction(text, self, checkable=True, checked=on, shortcut=QKeySequence(key))
        action.setToolTip(f"{tip} ({key})")
        return action

    def _build_layout(self) -> None:
        top = QHBoxLayout()
        for action in (*self.layer_actions, self.reset_action):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            top.addWidget(button)
        self._caption = QElidingLabel()
        self._caption.setProperty("muted", True)
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._caption, 1)
        self._legend = QHBoxLayout()
        self._legend.setSpacing(2)
        self._hint = QLabel(HINT)
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self.plot, 1)
        legend = QWidget()
        legend.setLayout(self._legend)
        self._legend.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()  # for more classes than fit
        scroll.setWidgetResizable(True)
        scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFixedHeight(self.fontMetrics().height() + 16)
        scroll.setWidget(legend)
        layout.addWidget(scroll)
        layout.addWidget(self._hint)

    def _build_legend(self) -> None:
        while item := self._legend.takeAt(0):
            if widget := item.widget():
                widget.deleteLater()
        self._legend.addStretch()
        for index, name in enumerate(self._classes):
            button = QToolButton()
            button.setCheckable(True)
            button.setChecked(True)
            button.setAutoRaise(True)
            button.setText(name)
            button.setIcon(_swatch(CLASS_COLOURS[index % len(CLASS_COLOURS)]))
            button.setIconSize(QSize(12, 12))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setToolTip(f"Show or hide class “{name}”")
            button.toggled.connect(self._on_class_toggled)
            button.setProperty("class_index", index)
            self._legend.addWidget(button)
        self._legend.addStretch()

    def _on_class_toggled(self, shown: bool) -> None:
        index = self.sender().property("class_index")
        (self._hidden.discard if shown else self._hidden.add)(index)
        self._draw_points()

    def _draw_points(self) -> None:
        shown = ~np.isin(self._labels, list(self._hidden))
        self._points.set_points(self._codes[shown], self._labels[shown], len(self._classes))
        for index, mark in enumerate(self._class_marks):
            own = self._codes[self._labels == index]
            mark.setVisible(len(own) > 0 and index not in self._hidden and self.points_action.isChecked())
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
            mark = pg.TextItem(
                name,
                color=self._theme.text,
                anchor=(0.5, 0.5),
                fill=QColor(self._theme.base),
                border=pg.mkPen(CLASS_COLOURS[index % len(CLASS_COLOURS)], width=2),
            )
            mark.setFont(font)
            mark.setZValue(LABELS_Z)
            self.view.addItem(mark, ignoreBounds=True)
            self._class_marks.append(mark)

    def _show_layers(self) -> None:
        is_map = not self.message
        self._points.setVisible(is_map and self.points_action.isChecked())
        self._prior.setVisible(is_map and self._has_prior and self.prior_action.isChecked())
        self.prior_action.setEnabled(is_map and self._has_prior)
        self.posterior_action.setEnabled(is_map and self._has_posterior)
        self._manifold.setVisible(is_map and self.manifold_action.isChecked())
        self.refresh_manifold()

    def _on_pressed(self) -> None:
        self._target_before_press = self._target

    def _on_double_clicked(self) -> None:
        # Its first click moved the target; whoever only wants to see everything gets it back.
        self.set_target(*self._target_before_press)
        self.reset_view()

    def _on_range_changed(self) -> None:
        self._leave_hovered()
        self.refresh_manifold()

    def _on_view_moved(self) -> None:
        self._follows = False

    def _emit_lattice(self) -> None:
        self.manifold_wanted.emit(self.lattice())

    def _on_pointer_moved(self, scene_position: QPointF) -> None:
        self._pointer = scene_position
        self._leave_hovered()
        self._dwell.start()

    def _find_hovered(self) -> None:
        if self._pointer is None or not self.points_action.isChecked() or not self.plot.underMouse():
            return
        reach = PICK_RADIUS * self.view.viewPixelSize()[0]
        nearest = self._nearest(self.view.mapSceneToView(self._pointer), reach)
        if nearest >= 0:
            self._hovered = nearest
            self.hovered.emit(nearest)

    def _nearest(self, position: QPointF, reach: float) -> int:
        """The index of the code that is drawn nearest to a latent position, or −1 when none is within reach."""
        distance = ((self._codes - (position.x(), position.y())) ** 2).sum(1)
        distance[np.isin(self._labels, list(self._hidden))] = np.inf
        nearest = int(distance.argmin()) if len(distance) else -1
        return nearest if nearest >= 0 and distance[nearest] < np.inf and distance[nearest] <= reach**2 else -1

    def _leave_hovered(self) -> None:
        self._popup.hide()
        if self._hovered >= 0:
            self._hovered = -1
            self.hovered.emit(-1)

    def _place_message(self) -> None:
        width = min(460, self.plot.width() - 32)
        self._message.setFixedWidth(max(width, 60))
        self._message.adjustSize()
        self._message.move((self.plot.width() - self._message.width()) // 2, self.plot.height() // 2 - 40)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Handle the keys, the context menu and the resizing of the plot."""
        if event.type() == QEvent.Type.Resize:
            self._place_message()
            self.refresh_manifold()
        if event.type() == QEvent.Type.Leave:
            self._dwell.stop()
            self._leave_hovered()
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            # Not the scene's own signal: it skips moves that follow quickly, and so the place of rest.
            self._on_pointer_moved(self.plot.mapToScene(event.position().toPoint()))
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QContextMenuEvent):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(self.layer_actions)
            menu.addSeparator()
            menu.addAction(self.reset_action)
            menu.popup(event.globalPos())
            return True
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        moves = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, 1), Qt.Key.Key_Down: (0, -1)}
        key = Qt.Key(event.key())
        if key in moves:
            fast = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            step = self.view.viewRect().width() / (20 if fast else 100)
            x, y = self._target
            self.set_target(x + moves[key][0] * step, y + moves[key][1] * step)
            return True
        if key == Qt.Key.Key_Home:
            self.reset_view()
            return True
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            factor = 1.25 if key == Qt.Key.Key_Minus else 0.8
            self.view.scaleBy((factor, factor), center=QPointF(*self._target))
            self._follows = False
            return True
        return False


def densest(points: np.ndarray) -> tuple[float, float]:
    """Find where points (N, 2) lie closest together: the fullest 3×3 block of a 20×20 histogram."""
    counts, xs, ys = np.histogram2d(points[:, 0], points[:, 1], bins=20)
    padded = np.pad(counts, 1)
    blocks = sum(padded[i : i + 20, j : j + 20] for i in range(3) for j in range(3))
    column, row = np.unravel_index(np.argmax(blocks), counts.shape)
    return float(xs[column : column + 2].mean()), float(ys[row : row + 2].mean())


def describe_nearby(labels: np.ndarray, classes: tuple[str, ...]) -> str:
    """Say how many codes are nearby and what most of them are."""
    if len(labels) == 0:
        return f"No code within {NEARBY:g}: the decoder is on its own here"
    counts = np.bincount(labels, minlength=len(classes))
    share = counts.max() / len(labels)
    plural = "code" if len(labels) == 1 else "codes"
    return f"{number(len(labels), 0)} {plural} within {NEARBY:g} · {share:.0%} “{classes[int(counts.argmax())]}”"


def _swatch(colour: str) -> QIcon:
    pixmap = QPixmap(24, 24)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(2, 2, 20, 20)
    painter.end()
    return QIcon(pixmap)
