"""A pad to draw on: brush, eraser, and a tool for single pixels of the model's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFont,
    QHideEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QUndoStack,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from vaegui import drawing
from vaegui.drawing import Point
from vaegui.ui.accessible import set_role, shows_focus
from vaegui.ui.theme import DARK, LIGHT
from vaegui.ui.undo import Change
from vaegui.words import tr

MOST_STEPS = 50  # that can be taken back
LARGER = 1.25  # by which a key makes the brush wider
ERASER_SHARE = 2.0  # of the brush's width: what is to go need not be traced exactly
THINNEST, WIDEST = 0.5, 0.3  # pixels of the model, and a share of the longer side
GRID_FROM = 5  # screen pixels of a cell where a grid helps
INVITATION = (tr("Draw here"), tr("Its code appears on the map"))
_BRACKETS = {"[": 1 / LARGER, "]": LARGER}  # typed with AltGr on many keyboards
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ARROWS = {Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)}


class DrawTool(Enum):
    """What the left button does."""

    BRUSH = "brush"
    ERASER = "eraser"
    PIXEL = "pixel"


_TOOL_KEYS = {Qt.Key.Key_B: DrawTool.BRUSH, Qt.Key.Key_E: DrawTool.ERASER, Qt.Key.Key_X: DrawTool.PIXEL}


Origin = tuple[str, np.ndarray]  # what an image is called, and the canvas that it makes


@dataclass
class _Stroke:
    before: np.ndarray  # the canvas it began on
    cover: np.ndarray  # how much of it the stroke hides
    ink: np.ndarray
    width: float  # pixels of the canvas; 0 for whole cells
    last: Point


class DrawingPad(QWidget):
    """Draw an image of a model's shape on a canvas S times as fine; see `vaegui.drawing`.

    The right button, or Shift, erases. While the pad has the focus, keys without Ctrl or Alt are its own: none of them
    is a shortcut of the window's. So are the keys for undo and redo, which go through the pad's own history.

    Signals:
        changed: there is something else on the canvas.
        stroke_ended: a stroke that changed something is complete.
        tool_changed: another tool, width or ink was chosen.
    """

    changed = Signal()
    stroke_ended = Signal()
    tool_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_STEPS)
        self._tool = DrawTool.BRUSH
        self._paper = False
        self._invitation = INVITATION
        self._pointer: QPointF | None = None
        self._cell: tuple[int, int] | None = None  # the column and the row under the pointer, or where keys are
        self._stroke: _Stroke | None = None
        self._begin((1, drawing.MNIST_SIDE, drawing.MNIST_SIDE))
        self.setAccessibleName(tr("Drawing pad"))
        set_role(self, QAccessible.Role.Canvas)
        shows_focus(self)
        self.setAccessibleDescription(
            tr(
                "Draw with the left button, erase with the right one or with Shift. B: brush, E: eraser, X: single "
                "pixels. Square brackets change the width, Delete clears, Control and Z take a step back. With single "
                "pixels, arrow keys go from one to the next, Space sets it, and Shift and Space erase it."
            )
        )
        self.setToolTip(
            tr(
                "Draw with the left button, erase with the right one or with Shift<br>"
                "<b>B</b> brush, <b>E</b> eraser, <b>X</b> single pixels (also with arrow keys and Space)<br>"
                "<b>[</b> and <b>]</b> width, <b>Del</b> clear, <b>Ctrl+Z</b> undo"
            )
        )
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMinimumSize(140, 140)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def sizeHint(self) -> QSize:
        """Prefer a square of a comfortable size."""
        return QSize(drawing.CANVAS_SIDE, drawing.CANVAS_SIDE)

    # What is drawn

    @property
    def shape(self) -> tuple[int, int, int]:
        """(C, H, W) of the model's images."""
        return self._shape

    @property
    def scale(self) -> int:
        """How many pixels of the canvas a pixel of the model's is wide, S."""
        return self._scale

    @property
    def canvas(self) -> np.ndarray:
        """A copy of the canvas, (H·S, W·S, C) uint8."""
        return self._canvas.copy()

    @property
    def image(self) -> np.ndarray:
        """The mean of each cell, (C, H, W) uint8."""
        return drawing.shrink(self._canvas, *self._shape[1:])

    @property
    def is_empty(self) -> bool:
        """Whether there is no ink at all."""
        return not self._canvas.any()

    def set_shape(self, shape: tuple[int, int, int]) -> None:
        """Draw images (C, H, W); of another shape than before, on an empty canvas and without a history.

        Raises:
            ValueError: when there are other than 1 or 3 channels.
        """
        if shape[0] not in (1, 3):
            raise ValueError(f"images of {shape[0]} channels cannot be drawn")
        if shape == self._shape:
            return
        was_empty = self.is_empty
        self._stroke = None
        self._begin(shape)
        self.undo_stack.clear()
        self.update()
        self.tool_changed.emit()
        if not was_empty:
            self.changed.emit()

    @property
    def origin(self) -> str:
        """What the image is called that was put on the canvas, even if it was drawn on since; empty for a drawing."""
        return self._origin[0] if self._origin else ""

    @property
    def is_original(self) -> bool:
        """Whether the canvas is an image that was put there, and nothing else."""
        return self._origin is not None and bool((self._origin[1] == self._canvas).all())

    def set_image(self, pixels: np.ndarray, title: str = tr("image")) -> None:
        """Put an image (C, H, W) uint8 on the canvas, which can be taken back.

        Raises:
            ValueError: when it has another shape than the pad.
        """
        if pixels.shape != self._shape or pixels.dtype != np.uint8:
            raise ValueError(f"the pad holds {self._shape} uint8, not {pixels.shape} {pixels.dtype}")
        enlarged = pixels.transpose(1, 2, 0).repeat(self._scale, 0).repeat(self._scale, 1)
        canvas = np.ascontiguousarray(enlarged)
        self._replace(tr("show {image}", image=title), canvas, (title, canvas))

    def clear(self) -> None:
        """Empty the canvas, which can be taken back."""
        self._replace(tr("clear the pad"), np.zeros_like(self._canvas), None)

    def undo(self) -> None:
        """Take back the last step, or the stroke that is being drawn."""
        self._end_stroke()
        self.undo_stack.undo()

    def redo(self) -> None:
        """Do again what was taken back."""
        self._end_stroke()
        self.undo_stack.redo()

    def _begin(self, shape: tuple[int, int, int]) -> None:
        channels, height, width = self._shape = shape
        self._scale = drawing.canvas_scale(height, width)
        self._canvas = np.zeros((height * self._scale, width * self._scale, channels), np.uint8)
        self._brush = drawing.brush_width(height, width)
        self._ink = (255,) * channels
        self._origin: Origin | None = None
        self._cell = None

    def _replace(self, text: str, canvas: np.ndarray, origin: Origin | None) -> None:
        self._end_stroke()
        if (canvas != self._canvas).any() or (origin and origin[0]) != (self._origin and self._origin[0]):
            self.undo_stack.push(Change(text, self._show, (self._canvas, self._origin), (canvas, origin)))

    def _show(self, state: tuple[np.ndarray, Origin | None]) -> None:
        """Go to a state of the history. Its canvas never changes: a stroke draws on a copy."""
        canvas, origin = state
        if canvas is not self._canvas or origin is not self._origin:
            self._canvas, self._origin = state
            self.update()
            self.changed.emit()

    # Tools

    @property
    def tool(self) -> DrawTool:
        """What the left button does."""
        return self._tool

    def set_tool(self, tool: DrawTool) -> None:
        """Choose what the left button does."""
        if tool is not self._tool:
            self._tool = tool
            self.update()
            self.tool_changed.emit()

    @property
    def brush(self) -> float:
        """The brush's width in pixels of the model."""
        return self._brush

    @property
    def widest(self) -> float:
        """The widest brush, in pixels of the model."""
        return max(2.0, WIDEST * max(self._shape[1:]))

    def set_brush(self, width: float) -> None:
        """Choose the brush's width in pixels of the model; the eraser is wider in proportion."""
        width = min(max(width, THINNEST), self.widest)
        if width != self._brush:
            self._brush = width
            self.update()
            self.tool_changed.emit()

    @property
    def ink(self) -> tuple[int, ...]:
        """The grey level, or red, green and blue, 0…255."""
        return self._ink

    def set_ink(self, ink: tuple[int, ...]) -> None:
        """Choose the grey level (1 value) or the colour (3 values), 0…255."""
        if len(ink) != self._shape[0]:
            raise ValueError(f"ink of {len(ink)} values on a canvas of {self._shape[0]} channels")
        if ink != self._ink:
            self._ink = ink
            self.tool_changed.emit()

    @property
    def paper(self) -> bool:
        """Whether grey drawings are shown as ink on white paper."""
        return self._paper

    def set_paper(self, paper: bool) -> None:
        """Show grey drawings as ink on white paper, or as they are; nothing but the looks of it."""
        self._paper = paper
        self.update()

    def set_invitation(self, title: str, words: str) -> None:
        """Say this on an empty pad, and on one that is disabled, which shows nothing else."""
        self._invitation = (title, words)
        self.update()

    # The mouse

    def area(self) -> QRectF:
        """Where the canvas lies in the widget."""
        height, width, _ = self._canvas.shape
        scale = min((self.width() - 4) / width, (self.height() - 4) / height)
        area = QRectF(0, 0, width * scale, height * scale)
        area.moveCenter(QRectF(self.rect()).center())
        return area

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a stroke; a click alone makes a dot."""
        button = event.button()
        if button not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        if self._stroke is not None:
            if event.buttons() != button:
                return  # the other button goes on with its stroke
            self._end_stroke()  # it was let go where no one told us
        erases = button == Qt.MouseButton.RightButton or bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        self._begin_stroke(self._to_canvas(event.position()), erases)
        self._extend(self._to_canvas(event.position()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw a line from where the pointer was."""
        self._pointer = event.position()
        self._cell = self._cell_at(self._pointer)
        self.update()
        if self._stroke is None:
            return
        if event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            self._extend(self._to_canvas(event.position()))
        else:
            self._end_stroke()  # the button was let go where no one told us

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the stroke."""
        if not event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.RightButton):
            self._end_stroke()

    def leaveEvent(self, event: QEvent) -> None:
        """Show no brush where the pointer is not."""
        self._pointer = self._cell = None
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        """End the stroke: the button will be let go elsewhere."""
        self._end_stroke()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that keys come here."""
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show that keys no longer come here."""
        self.update()

    def _to_canvas(self, place: QPointF) -> Point:
        area = self.area()
        scale = self._canvas.shape[1] / area.width()
        return (place.x() - area.left()) * scale, (place.y() - area.top()) * scale

    def _cell_at(self, place: QPointF) -> tuple[int, int] | None:
        x, y = self._to_canvas(place)
        column, row = int(x // self._scale), int(y // self._scale)
        _, height, width = self._shape
        return (column, row) if 0 <= column < width and 0 <= row < height else None

    def _begin_stroke(self, start: Point, erases: bool) -> None:
        erases = erases or self._tool is DrawTool.ERASER
        width = self._brush * self._scale * (ERASER_SHARE if erases else 1.0)
        self._stroke = _Stroke(
            before=self._canvas,
            cover=np.zeros(self._canvas.shape[:2], np.uint8),
            ink=np.zeros_like(self._canvas[0, 0]) if erases else np.array(self._ink, np.uint8),
            width=0.0 if self._tool is DrawTool.PIXEL else width,
            last=start,
        )
        self._canvas = self._canvas.copy()

    def _extend(self, place: Point) -> None:
        stroke = self._stroke
        assert stroke is not None
        if stroke.width:
            touched = drawing.stroke(stroke.cover, stroke.last, place, stroke.width)
        else:
            touched = drawing.cells(stroke.cover, stroke.last, place, self._scale)
        stroke.last = place
        drawn = drawing.inked(stroke.before[touched], stroke.cover[touched], stroke.ink)
        if (drawn != self._canvas[touched]).any():
            self._canvas[touched] = drawn
            self.update()
            self.changed.emit()

    def _end_stroke(self) -> None:
        stroke, self._stroke = self._stroke, None
        if stroke is None:
            return
        if (self._canvas == stroke.before).all():
            self._canvas = stroke.before
            return
        states = (stroke.before, self._origin), (self._canvas, self._origin)
        self.undo_stack.push(Change(tr("draw"), self._show, *states))
        self.stroke_ended.emit()

    # Keys

    def event(self, event: QEvent) -> bool:
        """Keep keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_own(event):
            event.accept()
            return True
        return super().event(event)

    def _is_own(self, event: QKeyEvent) -> bool:
        if _is_undo(event) or _is_redo(event) or event.text() in _BRACKETS:
            return True
        own = event.key() in (*_ARROWS, Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
        return own or (event.text().isprintable() and event.text() != "" and not event.modifiers() & _COMMANDS)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """See the tool tip."""
        key = Qt.Key(event.key())
        if _is_undo(event):
            self.undo()
        elif _is_redo(event):
            self.redo()
        elif event.text() in _BRACKETS:
            self.set_brush(self._brush * _BRACKETS[event.text()])
        elif event.modifiers() & _COMMANDS:
            super().keyPressEvent(event)
        elif key in _TOOL_KEYS:
            self.set_tool(_TOOL_KEYS[key])
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.clear()
        elif self._tool is DrawTool.PIXEL and key in _ARROWS:
            self._step(*_ARROWS[key])
        elif self._tool is DrawTool.PIXEL and key == Qt.Key.Key_Space and self._cell is not None:
            self._set_cell(erases=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif not self._is_own(event):
            super().keyPressEvent(event)

    def _step(self, right: int, down: int) -> None:
        _, height, width = self._shape
        column, row = self._cell or (width // 2, height // 2)
        self._cell = min(max(column + right, 0), width - 1), min(max(row + down, 0), height - 1)
        self.update()

    def _set_cell(self, erases: bool) -> None:
        if self._stroke is None and self._cell is not None:
            middle = (self._cell[0] + 0.5) * self._scale, (self._cell[1] + 0.5) * self._scale
            self._begin_stroke(middle, erases)
            self._extend(middle)
            self._end_stroke()

    # What is seen

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the canvas, a frame, and where the tool is; on an empty canvas, what it is for."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), self.palette().window())
        area = self.area()
        if self.isEnabled():
            # Enlarging never smooths; where the canvas is finer than the screen, leaving out pixels would break lines.
            finer = area.width() * self.devicePixelRatioF() < self._canvas.shape[1]
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, finer)
            painter.drawImage(area, self._picture())
            if self._tool is DrawTool.PIXEL:
                self._paint_grid(painter, area)
        if self.is_empty or not self.isEnabled():
            self._paint_invitation(painter, area)
        painter.setPen(QPen(self.palette().mid().color(), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.hasFocus():
            painter.setPen(QPen(self.palette().highlight().color(), 2))
        painter.drawRect(area.adjusted(-1, -1, 1, 1))
        if self.isEnabled():
            self._paint_tool(painter, area)

    def _picture(self) -> QImage:
        height, width, channels = self._canvas.shape
        kind = QImage.Format.Format_Grayscale8 if channels == 1 else QImage.Format.Format_RGB888
        picture = QImage(self._canvas.data, width, height, width * channels, kind)
        if self._paper and channels == 1:
            picture = picture.copy()
            picture.invertPixels()
        return picture

    def _paint_grid(self, painter: QPainter, area: QRectF) -> None:
        _, height, width = self._shape
        cell = area.width() / width
        if cell < GRID_FROM:
            return
        painter.setPen(QPen(QColor(128, 128, 128, 90), 1))
        for column in range(1, width):
            x = area.left() + column * cell
            painter.drawLine(QPointF(x, area.top()), QPointF(x, area.bottom()))
        for row in range(1, height):
            y = area.top() + row * cell
            painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))

    def _paint_invitation(self, painter: QPainter, area: QRectF) -> None:
        title, words = self._invitation
        on_white = self._paper and self._shape[0] == 1
        muted = QColor((LIGHT if on_white else DARK).muted)
        painter.setPen(muted if self.isEnabled() else self.palette().placeholderText().color())
        font = self.font()
        large = QFont(font)
        large.setPointSizeF(1.5 * font.pointSizeF())
        centred = Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        inner = area.adjusted(16, 0, -16, -area.height() / 2)
        painter.setFont(large)
        painter.drawText(inner, centred | Qt.AlignmentFlag.AlignBottom, title)
        painter.setFont(font)
        painter.drawText(inner.translated(0, area.height() / 2 + 6), centred | Qt.AlignmentFlag.AlignTop, words)

    def _paint_tool(self, painter: QPainter, area: QRectF) -> None:
        painter.setClipRect(area)
        painter.setPen(QPen(self.palette().highlight().color(), 1.5))
        cell = area.width() / self._shape[2]
        if self._tool is DrawTool.PIXEL:
            if self._cell is not None:
                column, row = self._cell
                painter.drawRect(QRectF(area.left() + column * cell, area.top() + row * cell, cell, cell))
        elif self._pointer is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            radius = self._brush * cell / 2 * (ERASER_SHARE if self._tool is DrawTool.ERASER else 1.0)
            painter.drawEllipse(self._pointer, radius, radius)


def _is_undo(event: QKeyEvent) -> bool:
    return event.matches(QKeySequence.StandardKey.Undo)


def _is_redo(event: QKeyEvent) -> bool:
    control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
    return event.matches(QKeySequence.StandardKey.Redo) or (control and event.key() == Qt.Key.Key_Y)
