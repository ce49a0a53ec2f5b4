"""What widgets paint, kept as commands: recorded in the GUI thread in milliseconds, drawn anywhere at any scale later.

A Qt picture (QPicture) would not do: it compresses each image while it records, and hands on "cosmetic" pens, whose
width is one pixel of whatever is drawn on, so that lines of a page at 600 dpi would be six times too thin.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QTextItem,
    QTransform,
)

PEN, BRUSH, FONT, TRANSFORM, OPACITY, CLIP_PATH, CLIP_REGION, CLIP_ENABLED = (
    flag.value  # numbers, because they are asked for thousands of times
    for flag in (
        QPaintEngine.DirtyFlag.DirtyPen,
        QPaintEngine.DirtyFlag.DirtyBrush,
        QPaintEngine.DirtyFlag.DirtyFont,
        QPaintEngine.DirtyFlag.DirtyTransform,
        QPaintEngine.DirtyFlag.DirtyOpacity,
        QPaintEngine.DirtyFlag.DirtyClipPath,
        QPaintEngine.DirtyFlag.DirtyClipRegion,
        QPaintEngine.DirtyFlag.DirtyClipEnabled,
    )
)
Make = Callable[[float], Generator[float, None, QImage]]  # pixels for each logical pixel → share done, the image
Put = Callable[[QPainter, QRectF, QImage], None]
COMMANDS_A_TURN = 200  # between two shares done
LARGEST_IMAGE = 2048  # pixels to a side, of an image that was enlarged for a page
_MARK = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
HINTS = QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing


@dataclass(frozen=True)
class State:
    """How something is painted."""

    pen: QPen = field(default_factory=lambda: QPen(Qt.PenStyle.NoPen))
    brush: QBrush = field(default_factory=QBrush)
    font: QFont = field(default_factory=QFont)
    transform: QTransform = field(default_factory=QTransform)
    clip: QPainterPath | None = None  # in logical pixels of the figure
    opacity: float = 1.0


@dataclass(frozen=True)
class Shape:
    """Lines and areas."""

    state: State
    path: QPainterPath


@dataclass(frozen=True)
class Words:
    """A line of text, its baseline beginning at a place."""

    state: State
    place: QPointF
    text: str


@dataclass(frozen=True)
class Picture:
    """An image in a rectangle; its pixels are data, and never smoothed."""

    state: State
    area: QRectF
    image: QImage


@dataclass(frozen=True)
class Raster:
    """What becomes an image once it is known how fine it should be, over a rectangle in logical pixels."""

    state: State
    area: QRectF
    make: Make


Command = Shape | Words | Picture | Raster


class _Engine(QPaintEngine):
    """Keeps what a painter is told to draw."""

    def __init__(self, colours: dict[int, QColor]) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.commands: list[Command] = []
        self.colours = colours
        self.now = State()
        self._changed: dict[str, Any] = {}  # what is other than in `now`, for when it matters
        self._clip: QPainterPath | None = None  # of the painter
        self._area: QPainterPath | None = None  # that what is painted now may not leave
        self._shift = QTransform()  # of it, on the whole

    def begin(self, device: QPaintDevice) -> bool:
        """Nothing is to be got ready."""
        return True

    def end(self) -> bool:
        """Nothing is left to be done."""
        return True

    def type(self) -> QPaintEngine.Type:
        """One of our own."""
        return QPaintEngine.Type.User

    def updateState(self, state: QPaintEngineState) -> None:
        """Take what changed."""
        flags, changed = state.state().value, self._changed
        if flags & PEN:
            changed["pen"] = self._pen(state.pen())
        if flags & BRUSH:
            changed["brush"] = self._brush(state.brush())
        if flags & FONT:
            changed["font"] = QFont(state.font())
        if flags & TRANSFORM:
            changed["transform"] = state.transform() * self._shift
        if flags & OPACITY:
            changed["opacity"] = state.opacity()
        if flags & (CLIP_PATH | CLIP_REGION):
            self._cut(state, bool(flags & CLIP_PATH))
        if flags & (CLIP_PATH | CLIP_REGION | CLIP_ENABLED):
            changed["clip"] = self._bounded() if state.isClipEnabled() else self._area

    @property
    def state_now(self) -> State:
        """How what comes next is painted."""
        if self._changed:
            self.now = replace(self.now, **self._changed)
            self._changed.clear()
        return self.now

    def move_to(self, area: QRectF) -> None:
        """What is painted next lies in this part of the figure, from its upper left corner on."""
        self._shift = QTransform.fromTranslate(area.x(), area.y())
        self._area = QPainterPath()
        self._area.addRect(area)
        self._clip = None
        self._changed.clear()
        self.now = State(clip=self._area, transform=self._shift)

    def _bounded(self) -> QPainterPath | None:
        if self._clip is None or self._area is None:
            return self._clip or self._area
        return self._area.intersected(self._clip)

    def _cut(self, state: QPaintEngineState, is_path: bool) -> None:
        operation = state.clipOperation()
        if operation == Qt.ClipOperation.NoClip:
            self._clip = None
            return
        path = QPainterPath(state.clipPath()) if is_path else QPainterPath()
        if not is_path:
            path.addRegion(state.clipRegion())
        path = (state.transform() * self._shift).map(path)
        if operation == Qt.ClipOperation.IntersectClip and self._clip is not None:
            path = self._clip.intersected(path)
        self._clip = path

    def _colour(self, colour: QColor) -> QColor:
        """The colour that stands for one of the screen's."""
        other = self.colours.get(colour.rgb() & 0xFFFFFF)
        if other is None:
            return QColor(colour)
        changed = QColor(other)
        changed.setAlphaF(colour.alphaF())
        return changed

    def _brush(self, brush: QBrush) -> QBrush:
        changed = QBrush(brush)
        if brush.style() not in (Qt.BrushStyle.NoBrush, Qt.BrushStyle.TexturePattern) and brush.gradient() is None:
            changed.setColor(self._colour(brush.color()))
        return changed

    def _pen(self, pen: QPen) -> QPen:
        changed = QPen(pen)
        if pen.style() != Qt.PenStyle.NoPen:
            changed.setColor(self._colour(pen.color()))
        return changed

    def add(self, path: QPainterPath, filled: bool = True) -> None:
        """Keep lines and areas; a cosmetic pen becomes one of logical pixels, on a path in logical pixels."""
        now = self.state_now
        state = now if filled else replace(now, brush=QBrush())
        if state.pen.style() != Qt.PenStyle.NoPen and (state.pen.isCosmetic() or not state.pen.widthF()):
            pen = QPen(state.pen)
            pen.setCosmetic(False)
            pen.setWidthF(pen.widthF() or 1.0)
            path = state.transform.map(path)
            state = replace(state, pen=pen, transform=QTransform())
        self.commands.append(Shape(state, path))

    # What painters call

    def drawPath(self, path: QPainterPath) -> None:
        """Keep a path."""
        self.add(QPainterPath(path))

    def drawPolygon(self, points: Sequence[QPointF], mode: QPaintEngine.PolygonDrawMode) -> None:  # type: ignore[override]
        """Keep a polygon or an open line."""
        path, is_open = QPainterPath(), mode == QPaintEngine.PolygonDrawMode.PolylineMode
        path.addPolygon(QPolygonF([QPointF(point) for point in points]))
        if not is_open:
            path.closeSubpath()
        winding = mode == QPaintEngine.PolygonDrawMode.WindingMode
        path.setFillRule(Qt.FillRule.WindingFill if winding else Qt.FillRule.OddEvenFill)
        self.add(path, filled=not is_open)

    def drawRects(self, rects: Sequence[QRectF]) -> None:  # type: ignore[override]
        """Keep rectangles."""
        for rect in rects:
            path = QPainterPath()
            path.addRect(QRectF(rect))
            self.add(path)

    def drawLines(self, lines: Sequence[QLineF]) -> None:  # type: ignore[override]
        """Keep lines."""
        path = QPainterPath()
        for line in lines:
            path.moveTo(QPointF(line.p1()))
            path.lineTo(QPointF(line.p2()))
        self.add(path, filled=False)

    def drawEllipse(self, area: QRectF) -> None:  # type: ignore[override]
        """Keep an ellipse."""
        path = QPainterPath()
        path.addEllipse(QRectF(area))
        self.add(path)

    def drawPoints(self, points: Sequence[QPointF]) -> None:  # type: ignore[override]
        """Keep points as discs, or squares, of the pen's width."""
        now = self.state_now
        radius = (now.pen.widthF() or 1.0) / 2
        path = QPainterPath()
        for point in points:
            place = now.transform.map(QPointF(point)) if now.pen.isCosmetic() else QPointF(point)
            box = QRectF(place.x() - radius, place.y() - radius, 2 * radius, 2 * radius)
            if now.pen.capStyle() == Qt.PenCapStyle.RoundCap:
                path.addEllipse(box)
            else:
                path.addRect(box)
        transform = QTransform() if now.pen.isCosmetic() else now.transform
        state = replace(now, pen=QPen(Qt.PenStyle.NoPen), brush=QBrush(now.pen.color()), transform=transform)
        self.commands.append(Shape(state, path))

    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # type: ignore[override]
        """Keep text as text, in the size it has on screen."""
        font, found = QFont(item.font()), QFontInfo(item.font())
        font.setPixelSize(max(1, found.pixelSize()))
        font.setFamily(found.family())  # its own name: “Sans Serif” means nothing to other programs
        state = replace(self.state_now, font=font, pen=QPen(self.state_now.pen.color()))
        self.commands.append(Words(state, QPointF(place), item.text()))

    def drawImage(  # type: ignore[override]
        self,
        area: QRectF,
        image: QImage,
        source: QRectF,
        flags: Qt.ImageConversionFlag = Qt.ImageConversionFlag.AutoColor,
    ) -> None:
        """Keep an image, or a part of one."""
        kept = image.copy(source.toAlignedRect())  # the image itself may be a view of an array that goes
        self.commands.append(Picture(self.state_now, QRectF(area), kept))

    def drawPixmap(self, area: QRectF, pixmap: QPixmap, source: QRectF) -> None:  # type: ignore[override]
        """Keep a pixmap as an image, which other threads may touch."""
        self.drawImage(area, pixmap.toImage(), source)


class Recorder(QPaintDevice):
    """A device that keeps what is painted on it.

    It has `width` × `height` logical pixels, at `dpi` of them to the inch, by which the sizes of fonts go. Colours
    are replaced by those that `colours` has for them, by their RGB; they keep their opacity.
    """

    def __init__(self, width: int, height: int, dpi: int, colours: dict[int, QColor] | None = None) -> None:
        super().__init__()
        self._size, self._dpi = (width, height), dpi
        self._engine = _Engine(colours or {})

    def paintEngine(self) -> QPaintEngine:
        """What keeps it."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """What Qt asks devices."""
        metrics = QPaintDevice.PaintDeviceMetric
        width, height = self._size
        known = {
            metrics.PdmWidth: width,
            metrics.PdmHeight: height,
            metrics.PdmWidthMM: round(25.4 * width / self._dpi),
            metrics.PdmHeightMM: round(25.4 * height / self._dpi),
            metrics.PdmDepth: 32,
            metrics.PdmNumColors: 1 << 24,
            metrics.PdmDevicePixelRatio: 1,
            metrics.PdmDevicePixelRatioScaled: 1 << 16,
        }
        return known.get(metric, self._dpi)

    def move_to(self, area: QRectF) -> None:
        """What is painted next lies in this part of the figure, from its upper left corner on."""
        self._engine.move_to(area)

    @property
    def commands(self) -> tuple[Command, ...]:
        """What was painted."""
        return tuple(self._engine.commands)


def defer(painter: QPainter, area: QRectF, make: Make) -> bool:
    """Have an image made later, at the resolution it will be seen at; False where it has to be painted now.

    `area` is in pixels of the widget that is painted, without regard to the painter's transform.
    """
    engine = painter.paintEngine()
    if not isinstance(engine, _Engine):
        return False
    painter.save()
    painter.resetTransform()
    painter.drawImage(area, _MARK)  # a painter tells of its state only when it draws
    painter.restore()
    mark = engine.commands.pop()
    assert isinstance(mark, Picture)
    engine.commands.append(Raster(mark.state, mark.area, make))
    return True


def play(
    commands: Sequence[Command], painter: QPainter, fineness: float, put: Put | None = None
) -> Generator[float, None, None]:
    """Draw commands; yields the share done.

    One unit of the painter is a logical pixel of the figure. `fineness` is how many pixels there should be to each
    of them in what has to be an image. Where the painter draws on a page, `put` puts images there in its stead.
    """
    painter.setRenderHints(HINTS | QPainter.RenderHint.LosslessImageRendering)
    base = painter.transform()
    clip: QPainterPath | None = None
    for number, command in enumerate(commands):
        state = command.state
        if state.clip is not clip:
            clip = state.clip
            painter.setTransform(base)
            if clip is None:
                painter.setClipping(False)
            else:
                painter.setClipPath(clip)
        painter.setTransform(state.transform * base)
        painter.setOpacity(state.opacity)
        if isinstance(command, Shape):
            painter.setPen(state.pen)
            painter.setBrush(state.brush)
            painter.drawPath(command.path)
        elif isinstance(command, Words):
            painter.setPen(state.pen)
            painter.setFont(state.font)
            painter.drawText(command.place, command.text)
        elif isinstance(command, Picture):
            if put is None:
                painter.drawImage(command.area, command.image)
            else:
                put(painter, command.area, _enlarged(command, fineness))
        else:
            image = yield from command.make(fineness)
            (put or QPainter.drawImage)(painter, command.area, image)
        if number % COMMANDS_A_TURN == 0:
            yield number / len(commands)
    yield 1.0


def _enlarged(command: Picture, fineness: float) -> QImage:
    """The image with each pixel repeated, where it is seen enlarged: some programs smooth what pages hold."""
    image, seen = command.image, command.state.transform.mapRect(command.area)
    wanted = fineness * max(seen.width() / image.width(), seen.height() / image.height())
    times = min(round(wanted), LARGEST_IMAGE // max(image.width(), image.height()))
    if times < 2:
        return image
    return image.scaled(times * image.width(), times * image.height())
