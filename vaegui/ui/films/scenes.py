"""The three films: a walk along a path, a training, and q on its way to the best Gaussian.

Each frame is drawn by the widgets and the functions that draw on screen: the map is a `LatentMap`, the posterior a
`PosteriorView`, and an image is what `explore.decode` says at the place.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from vaegui import explore
from vaegui.models import Model
from vaegui.phases import phase_in_words
from vaegui.projections import Plane
from vaegui.ui.bounding import Approach
from vaegui.ui.colour_bar import Amounts
from vaegui.ui.films.reel import Recorded
from vaegui.ui.films.stage import HEIGHT, LEFT, RIGHT, TOP, Curve, Stage, fix_axes, put
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.latent_map import LatentMap, describe_nearby
from vaegui.ui.map_marks import PinMark
from vaegui.ui.posterior_view import PosteriorView
from vaegui.ui.theme import LETTERS, Theme, number
from vaegui.ui.walking import along
from vaegui.words import plural, tr

CURVE_HEIGHT = 250
ENOUGH = 50_000  # codes that show where all are
MOST_NUMBERS = 8  # of steps, along an axis
OUTLIERS = 3.0  # per cent of a curve's lowest values, which would flatten the rest


@dataclass(frozen=True)
class Points:
    """The codes on a map, and how they look there."""

    codes: np.ndarray  # (N, 2)
    labels: np.ndarray  # (N,)
    classes: tuple[str, ...]
    has_prior: bool = True
    shows_points: bool = True
    shows_prior: bool = False
    hidden: frozenset[int] = frozenset()  # classes
    amounts: Amounts | None = None  # that they are coloured by, if not by their classes
    area: QRectF = field(default_factory=QRectF)  # that is seen; empty for all
    plane: Plane | None = None  # that the map is of codes with more than two dimensions


@dataclass(frozen=True)
class Route:
    """One run's path, and what decodes it."""

    title: str
    model: Model
    path: np.ndarray  # (T, D) codes
    kind: str  # of `walking.KINDS`, or what it was replaced by


class PathStage(Stage):
    """The target goes along a path over the map; beside it what each run decodes there."""

    def __init__(self, routes: Sequence[Route], points: Points, pins: tuple[PinMark, ...], paper: bool) -> None:
        super().__init__()
        self.routes, self._points, self._paper = routes, points, paper
        self.map = _make_map()
        self._pins = pins

    def fill(self) -> None:
        """Put codes and path on the map."""
        _show_points(self.map, self._points)
        plane, path = self._points.plane, self.routes[0].path
        self.map.set_path(path if plane is None else plane.project(path), self._pins, None)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self.map.set_theme(theme)

    def images_at(self, share: float) -> list[QImage]:
        """What each run decodes after a share of its path."""
        places = [torch.tensor(along(route.path, share)) for route in self.routes]
        return [
            to_qimage(to_rgb(explore.decode(route.model, place), self._paper))
            for route, place in zip(self.routes, places, strict=True)
        ]

    def words_at(self, share: float) -> str:
        """Where the target is, and what lies around it."""
        x, y = self._place_at(share)
        nearby = describe_nearby(self.map.nearby(x, y), self._points.classes, self.map.reach)
        plane = self._points.plane
        names = "z" if plane is None else f"({', '.join(plane.names)})"
        return f"{names} = ({_rounded(x)}, {_rounded(y)})\n{nearby}"

    @property
    def way_in_words(self) -> str:
        """What kind of path it is; of each run, where they differ."""
        ways = [_way_in_words(route.kind, self._pins[0].name, self._pins[-1].name) for route in self.routes]
        return ways[0] if len(set(ways)) == 1 else "\n".join(f"{LETTERS[i]}: {way}" for i, way in enumerate(ways))

    def _place_at(self, share: float) -> tuple[float, float]:
        """Where the target is on the map."""
        code, plane = np.array(along(self.routes[0].path, share)), self._points.plane
        x, y = (code if plane is None else plane.project(code)).tolist()
        return x, y

    def _draw(self, painter: QPainter, share: float) -> None:
        self.map.set_target(*self._place_at(share))
        put(painter, self.map.plot, 0, 0)
        y = self._write(painter, TOP, self.routes[0].title, 19, bold=True)
        words = self.way_in_words
        if self._points.plane is not None:
            words += f"\n{self._points.plane.in_words}"
        if amounts := self._points.amounts:
            low, high = (number(value) for value in amounts.range)
            colours = tr(
                "colours: {amount}, {low} (dark) to {high} (bright) {unit}",
                amount=amounts.title,
                low=low,
                high=high,
                unit=amounts.unit,
            )
            words += f"\n{colours.rstrip()}"
        y = self._write(painter, y, words, 14, self.theme.muted) + 12
        images, gap = self.images_at(share), 12.0
        lettered = 22.0 if len(images) > 1 else 0.0
        side = min((RIGHT - LEFT - gap * (len(images) - 1)) / len(images), 400.0)
        y += max(0.0, (HEIGHT - y - lettered - side - 92) / 2)  # in the middle of the room there is
        for index, image in enumerate(images):
            box = QRectF(LEFT + index * (side + gap), y + lettered, side, min(side, HEIGHT - y - lettered - 92))
            place = self._show_image(painter, box, image)
            if lettered:
                label = f"{LETTERS[index]}  {self.routes[index].title}"
                self._write(painter, y, label, 13, self.theme.muted, area=(place.left(), place.left() + side))
        y = y + lettered + box.height() + 14
        position, around = self.words_at(share).split("\n")
        y = self._write(painter, y, position, 19)
        self._write(painter, y, around, 15, self.theme.muted)


class TrainingStage(Stage):
    """The codes of the watched images, snapshot by snapshot; beside them the curve of the bound up to there."""

    first_share = 1.0

    def __init__(self, recorded: Recorded) -> None:
        super().__init__()
        self.recorded = recorded
        self.map = _make_map()
        self._area = QRectF()
        self._shown: np.ndarray | None = None
        self.curve = Curve(tr("epoch"), recorded.bound_on_axis)
        self.curve.resize(round(RIGHT - LEFT), CURVE_HEIGHT)

    def fill(self) -> None:
        """Find the view that holds the codes of all snapshots, in which they are seen to move, and the curve's."""
        recorded = self.recorded
        codes = np.concatenate([scene.codes for scene in recorded.scenes])
        few = slice(None, None, -(-len(codes) // ENOUGH))
        labels = np.zeros(len(codes[few]), np.int64)
        _show_points(self.map, Points(codes[few], labels, (), has_prior=recorded.model.family != "autoencoder"))
        self._area = self.map.view.viewRect()
        self.map.set_target(self._area.right() + 2 * self._area.width(), self._area.top())  # out of sight
        both = [*recorded.training, *recorded.validation]
        values = np.array([value for _, value in both if np.isfinite(value)])
        if len(values):
            low, high = float(np.percentile(values, OUTLIERS)), float(values.max())
            epochs = [epoch for epoch, _ in both]
            self.curve.set_ranges((min(epochs), max(epochs)), (low, max(high, low + 1e-3)))

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self.map.set_theme(theme)
        self.curve.set_theme(theme)

    def index_at(self, share: float) -> int:
        """The number of the snapshot that is shown after a share of the film."""
        return round(share * (len(self.recorded.scenes) - 1))

    def words_at(self, share: float) -> str:
        """The epoch and its figures."""
        scene = self.recorded.scenes[self.index_at(share)]
        words = tr("epoch {epoch}", epoch=number(scene.epoch, 1))
        if scene.phase:
            words += f" · {phase_in_words(scene.phase)}"
        if scene.figures is None:
            return f"{words}\n{tr('before the first step')}"
        figures = scene.figures
        bound = tr("{bound} {nats} nats/image (training)", bound=self.recorded.bound, nats=number(figures.bound, 1))
        if not np.isfinite(figures.rate):
            return f"{words}\n{bound}"
        terms = tr(
            "rate {rate} · distortion {distortion} nats/image",
            rate=number(figures.rate, 1),
            distortion=number(figures.distortion, 1),
        )
        return f"{words}\n{bound}\n{terms}"

    def _draw(self, painter: QPainter, share: float) -> None:
        recorded = self.recorded
        scene = recorded.scenes[self.index_at(share)]
        if scene.codes is not self._shown:
            self._shown = scene.codes
            self.map.set_codes(scene.codes, recorded.labels, recorded.classes)
            self.map.view.setRange(self._area, padding=0)
        put(painter, self.map.plot, 0, 0)
        y = self._write(painter, TOP, recorded.title, 19, bold=True)
        images = plural(len(recorded.labels), "{count:,} test image", "{count:,} test images")
        y = self._write(painter, y, images, 14, self.theme.muted) + 28
        epoch, *figures = self.words_at(share).split("\n")
        y = self._write(painter, y, epoch, 30)
        for line, size in zip(figures, (19, 15), strict=False):
            y = self._write(painter, y + 4, line, size, self.theme.text if size > 15 else self.theme.muted)
        curves = ((recorded.training, 1.0), (recorded.validation, 2.4))
        self.curve.set_lines([([p for p in points if p[0] <= scene.epoch], width) for points, width in curves])
        top = HEIGHT - CURVE_HEIGHT - 38
        put(painter, self.curve, LEFT, top)
        self._write(painter, HEIGHT - 34, tr("thin: training · thick: validation"), 13, self.theme.muted)


class OptimisationStage(Stage):
    """q over the exact posterior, step by step; beside it the image, its figures and the curve of the gap."""

    def __init__(self, approach: Approach, picture: QImage, label: int) -> None:
        super().__init__()
        self.approach, self._picture = approach, picture
        row, classes = approach.found.row, approach.found.subject.classes
        self._name = (
            tr("Test image {row:,} (“{class_name}”)", row=row, class_name=classes[label])
            if label < len(classes)
            else tr("Test image {row:,}", row=row)
        )
        self.view = PosteriorView()
        self.view.resize(HEIGHT, HEIGHT)
        self.gaps = tuple(float(identity.gap) for identity in approach.identities)
        self.curve = Curve(tr("step"), tr("KL(q ‖ p(z|x)) (nats)"))
        self.curve.resize(round(RIGHT - LEFT), CURVE_HEIGHT - 30)
        self.curve.set_ranges((0, max(len(self.gaps) - 1, 1)), (0.0, max(*self.gaps, 1e-3)))
        self.curve.set_whole_numbers(-(-len(self.gaps) // MOST_NUMBERS))

    def fill(self) -> None:
        """Find the view that holds posterior and q."""
        self.view.grab()  # which gives its plots their sizes
        self.approach.show(self.view, 0)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        super().set_theme(theme)
        self.view.set_theme(theme)
        self.curve.set_theme(theme)

    def index_at(self, share: float) -> int:
        """The number of the step that is shown after a share of the film; each is shown for as long."""
        return min(int(share * len(self.gaps)), len(self.gaps) - 1)

    def words_at(self, share: float) -> str:
        """The step and its figures."""
        index = self.index_at(share)
        identity = self.approach.identities[index]
        figures = tr(
            "ELBO(q) = {elbo} nats\nlog p(x) = {log_p} nats\ngap = KL(q ‖ p(z|x)) = {gap} nats",
            elbo=number(float(identity.elbo)),
            log_p=number(self.approach.log_p),
            gap=number(float(identity.gap), 3),
        )
        return f"{self._step_in_words(index)}\n{figures}"

    def _step_in_words(self, index: int) -> str:
        last = len(self.gaps) - 1
        if index == last and self.approach.is_elsewhere:
            if index == 0:
                return tr("the encoder’s q: a better place than the one the encoder’s q was drawn to")
            return tr(
                "step {step} of {steps}: a better place than the one the encoder’s q was drawn to",
                step=index,
                steps=last,
            )
        return tr("the encoder’s q") if index == 0 else tr("step {step} of {steps}", step=index, steps=last)

    def _draw(self, painter: QPainter, share: float) -> None:
        index, theme = self.index_at(share), self.theme
        self.approach.show(self.view, index)
        put(painter, self.view, 0, 0)
        side = 112.0
        self._show_image(painter, QRectF(LEFT, TOP, side, side), self._picture)
        beside = (LEFT + side + 16, RIGHT)
        y = self._write(painter, TOP, self._name, 17, bold=True, area=beside)
        words = self.approach.found.subject
        self._write(painter, y, f"{words.title}\n{words.config.likelihood_in_words}", 13, theme.muted, area=beside)
        step, *figures = self.words_at(share).split("\n")
        y = self._write(painter, TOP + side + 16, step, 19)
        for line in figures:
            y = self._write(painter, y, line, 16)
        height = self.curve.height()
        self.curve.set_lines([(list(enumerate(self.gaps[: index + 1])), 2.0)])
        put(painter, self.curve, LEFT, HEIGHT - height - 38)
        self._write_key(painter, HEIGHT - 34)

    def _write_key(self, painter: QPainter, y: float) -> None:
        x = LEFT
        for colour, words in (
            (self.theme.accent, "p(z|x)"),
            (self.theme.others[0], tr("the encoder’s q")),
            (self.theme.others[1], tr("q on its way")),
        ):
            painter.setPen(QPen(QColor(colour), 2.4))
            painter.drawLine(QPointF(x, y + 9), QPointF(x + 20, y + 9))
            self._write(painter, y, words, 13, self.theme.muted, area=(x + 26, RIGHT))
            x += 26 + painter.fontMetrics().horizontalAdvance(words) + 18


def _way_in_words(kind: str, start: str, end: str) -> str:
    if kind == "spherical":
        return tr("spherical, from {start} to {end}", start=start, end=end)
    if kind == "shortest":
        return tr("shortest in images, from {start} to {end}", start=start, end=end)
    return tr("straight line, from {start} to {end}", start=start, end=end)


def _rounded(value: float) -> str:
    return number(round(value, 2) + 0.0)  # never −0.00


def _make_map() -> LatentMap:
    """A map that is never shown, whose plot is a square as high as a frame."""
    latent_map = LatentMap()
    fix_axes(latent_map.plot)
    layout = latent_map.layout()
    assert layout is not None
    rest = QSize(0, 0)
    for _ in range(2):  # first to find out what stands above and below the plot
        latent_map.resize(QSize(HEIGHT, HEIGHT) + rest)
        layout.setGeometry(latent_map.rect())  # what is not shown is not laid out by itself
        rest += QSize(HEIGHT, HEIGHT) - latent_map.plot.size()
    return latent_map


def _show_points(latent_map: LatentMap, points: Points) -> None:
    switches = latent_map.switches
    switches.hidden = set(points.hidden)
    switches.points.setChecked(points.shows_points)
    switches.prior.setChecked(points.shows_prior)
    latent_map.set_plane(points.plane, frozenset())
    latent_map.set_has_prior(points.has_prior)
    latent_map.set_codes(points.codes, points.labels, points.classes)
    latent_map.set_amounts(points.amounts)
    if points.area.isEmpty():
        latent_map.reset_view()
    else:
        latent_map.view.setRange(points.area, padding=0)
