"""Draw an image, and see what the model makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QFontMetrics,
    QIcon,
    QImage,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QColorDialog,
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QSlider,
    QToolButton,
    QVBoxLayout,
    QWidget,
    QWidgetAction,
)

from vaegui import drawing
from vaegui.ui.accessible import ElidingLabel
from vaegui.ui.pad import INVITATION, THINNEST, DrawingPad, DrawTool
from vaegui.ui.theme import number, scaled, tabular
from vaegui.words import tr

EMPTY = tr("What the model makes of a drawing is shown while you draw.")
SMALLEST_CENTRED = 8  # pixels of an image's side: below, nothing is left of a margin
GUEST_SIDE, GUEST_PITCH = 32, 40
ROOMY = 360  # pixels of width from which on words take fewer lines
TENTHS = 10  # steps of the width's slider to a pixel of the model


@dataclass(frozen=True)
class Answer:
    """What a model makes of a drawing: pictures as they should be seen, and words about them."""

    seen: QImage  # the drawing as the model is given it, in greys
    reconstruction: QImage
    noisy: QImage | None  # with the noise that the panel Denoising adds
    denoised: QImage | None
    words: str


class DrawPanel(QWidget):
    """A pad with its tools; what the model makes of it; images that came from elsewhere.

    Signals:
        drawn: there is something else on the pad: the image the model should get, (C, H, W) uint8.
        cleared: nothing is on the pad any more.
        guest_chosen: the number of an image from elsewhere.
        guests_cleared: images from elsewhere should go.
        guest_removed: the number of one that should go.
        image_wanted: the test image that is looked at should come on the pad.
    """

    drawn = Signal(object)
    cleared = Signal()
    guest_chosen = Signal(int)
    guests_cleared = Signal()
    guest_removed = Signal(int)
    image_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pad = DrawingPad()
        self._centres = False  # what was chosen for drawings
        self._origin = ""  # of what was on the pad the last time
        self._build_tools()
        self.centring = QCheckBox(tr("Centre as MNIST is"))
        self.centring.setToolTip(
            tr(
                "Give the model the drawing as MNIST’s digits were prepared: scaled until it just fits into a box of "
                "20 × 20 pixels (in proportion for images of another size), and moved until its centre of mass is in "
                "the middle. A model of MNIST knows no others. Without it, the model gets the pad as it is."
            )
        )
        self.centring.toggled.connect(self._on_centring)
        self.title = ElidingLabel()
        self.title.setProperty("muted", True)
        self.title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.take_button = QPushButton(tr("Test image"))
        self.take_button.setToolTip(
            tr(
                "Put the test image that is looked at, nearest to the target, on the pad, to change it pixel by pixel "
                "(X)"
            )
        )
        self.take_button.clicked.connect(self.image_wanted)
        self.pictures = _Pictures()
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setFont(tabular(self.words.font()))
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.guests = _Guests()
        self.guests.chosen.connect(self.guest_chosen)
        self.guests.removed.connect(self.guest_removed)
        self.clear_guests_button = self._button("clear guests", tr("Remove these images from here and from the map"))
        self.clear_guests_button.clicked.connect(self.guests_cleared)
        self._build_layout()
        self.pad.changed.connect(self._on_changed)
        self.pad.tool_changed.connect(self._show_tools)
        self.pad.undo_stack.canUndoChanged.connect(self.undo_button.setEnabled)
        self.pad.undo_stack.canRedoChanged.connect(self.redo_button.setEnabled)
        self._paint_icons()
        self._show_tools()
        self._show_state()
        self.set_answer(None)
        self.set_guests([])

    # What it shows

    def set_shape(self, shape: tuple[int, int, int]) -> None:
        """Draw images of this shape (C, H, W); a drawing of another shape goes."""
        self.pad.set_shape(shape)
        channels, height, width = shape
        self.centring.setVisible(channels == 1 and height == width >= SMALLEST_CENTRED)
        self._show_state()

    def set_centring(self, on: bool) -> None:
        """Say whether drawings are centred as MNIST is; an image that is put on the pad never is."""
        self._centres = on
        if not self._origin:
            self.centring.setChecked(on)

    def set_image(self, pixels: np.ndarray, title: str) -> None:
        """Put an image (C, H, W) uint8 on the pad: the model gets exactly these pixels. It can be taken back."""
        self.pad.set_image(pixels, title)

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure, once something is drawn."""
        return [] if self.pad.is_empty else [self.pad, self.pictures, self.words]

    def set_answer(self, answer: Answer | None) -> None:
        """Show what the model makes of what is on the pad; of an empty pad, nothing, however late an answer comes."""
        if answer is None or self.pad.is_empty:
            self.pictures.set_pictures(None)
            self.set_words("")
            return
        self.pictures.set_pictures((answer.seen, answer.reconstruction, answer.noisy, answer.denoised))
        self.set_words(answer.words)

    def set_words(self, words: str) -> None:
        """Say something below the pictures."""
        self.words.setText(words or EMPTY)
        self.words.setProperty("muted", not words)
        self.words.style().unpolish(self.words)
        self.words.style().polish(self.words)

    def set_enabled(self, on: bool, why: str = "") -> None:
        """Let the user draw, or say on the pad why that is not possible now; what is drawn is kept meanwhile."""
        for widget in (self.pad, self._tools, self.centring):
            widget.setEnabled(on)
        self.pad.set_invitation(*(INVITATION if on else ("", why)))

    def set_paper(self, paper: bool) -> None:
        """Show grey drawings as ink on white paper, or white on black."""
        self.pad.set_paper(paper)
        self._paint_icons()

    def set_guests(self, guests: Sequence[tuple[QImage, str]]) -> None:
        """Show images that came from elsewhere, each with what it is called."""
        self.guests.set_guests(guests)
        self._guest_row.setVisible(bool(guests))

    @property
    def image(self) -> np.ndarray:
        """What the model should get, (C, H, W) uint8."""
        if not self._centres_now():
            return self.pad.image
        side = self.pad.shape[1]
        box = round(side * drawing.MNIST_BOX / drawing.MNIST_SIDE)
        return drawing.as_mnist(self.pad.canvas[..., 0], side, box)

    def _centres_now(self) -> bool:
        return self.centring.isChecked() and not self.centring.isHidden()

    # What happens

    def _on_changed(self) -> None:
        if self.pad.origin != self._origin:
            self._origin = self.pad.origin
            self.centring.blockSignals(True)  # what is drawn is said once, below
            self.centring.setChecked(self._centres and not self._origin)
            self.centring.blockSignals(False)
        self._show_state()
        if self.pad.is_empty:
            self.set_answer(None)
            self.cleared.emit()
        else:
            self.drawn.emit(self.image)

    def _on_centring(self, on: bool) -> None:
        if not self._origin:
            self._centres = on
        if not self.pad.is_empty:
            self.drawn.emit(self.image)

    def _show_state(self) -> None:
        self.clear_button.setEnabled(not self.pad.is_empty)
        origin = self.pad.origin
        self.title.setText(origin if not origin or self.pad.is_original else tr("{image}, changed", image=origin))
        self.title.setToolTip(self.title.text())  # where there is no room for all of it

    # Tools

    def _button(self, name: str, tip: str, spoken: str = "") -> QToolButton:
        """A button with the drawing of this name, which is read out as its tip or, where that is long, otherwise."""
        button = QToolButton()
        button.setProperty("drawing", name)
        button.setAutoRaise(True)
        button.setIconSize(QSize(18, 18))
        button.setStyleSheet("padding: 3px;")
        button.setToolTip(tip)
        button.setAccessibleName(spoken or tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keys to the pad
        return button

    def _build_tools(self) -> None:
        self._tools = QWidget()
        self.tool_buttons = {
            DrawTool.BRUSH: self._button("brush", tr("Brush (B)")),
            DrawTool.ERASER: self._button("eraser", tr("Eraser (E, or the right button with any tool)")),
            DrawTool.PIXEL: self._button("pixel", tr("Single pixels of the model’s (X)")),
        }
        group = QButtonGroup(self)
        for tool, button in self.tool_buttons.items():
            button.setCheckable(True)
            group.addButton(button)
            button.clicked.connect(lambda _=False, tool=tool: self.pad.set_tool(tool))
        self.width_slider = QSlider(Qt.Orientation.Horizontal)
        self.width_slider.setMinimumWidth(40)
        self.width_slider.setMaximumWidth(160)
        self.width_slider.setAccessibleName(tr("Width of the brush"))
        self.width_slider.valueChanged.connect(lambda value: self.pad.set_brush(value / TENTHS))
        self.ink_button = self._button("ink", tr("Ink: how bright, or which colour, the brush draws"), tr("Ink"))
        self.ink_button.clicked.connect(self._on_ink)
        self.ink_slider = QSlider(Qt.Orientation.Horizontal)
        self.ink_slider.setRange(0, 255)
        self.ink_slider.setMinimumWidth(180)
        self.ink_slider.setAccessibleName(tr("Grey level of the ink"))
        self.ink_slider.setToolTip(tr("How bright the ink is, from black to white"))
        self.ink_slider.valueChanged.connect(lambda level: self.pad.set_ink((level,)))
        self._ink_menu = QMenu(self)
        self._ink_words = QLabel()
        for content in (self._ink_words, self.ink_slider):
            holder = QWidget()
            QVBoxLayout(holder).addWidget(content)
            action = QWidgetAction(self._ink_menu)
            action.setDefaultWidget(holder)
            self._ink_menu.addAction(action)
        self.undo_button = self._button("undo", tr("Undo (Ctrl+Z)"))
        self.redo_button = self._button("redo", tr("Redo (Ctrl+Y or Ctrl+Shift+Z)"))
        self.clear_button = self._button("clear", tr("Clear the pad (Del)"))
        for button, act in (
            (self.undo_button, self.pad.undo),
            (self.redo_button, self.pad.redo),
            (self.clear_button, self.pad.clear),
        ):
            button.setEnabled(False)
            button.clicked.connect(act)
        row = QHBoxLayout(self._tools)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (*self.tool_buttons.values(), self.width_slider, self.ink_button):
            row.addWidget(widget, int(widget is self.width_slider))
        row.addStretch()
        for widget in (self.undo_button, self.redo_button, self.clear_button):
            row.addWidget(widget)

    def _build_layout(self) -> None:
        choices = QHBoxLayout()
        choices.addWidget(self.centring)
        choices.addWidget(self.title, 1)
        choices.addWidget(self.take_button)
        self._guest_row = QWidget()
        guests = QHBoxLayout(self._guest_row)
        guests.setContentsMargins(0, 0, 0, 0)
        guests.addWidget(self.guests, 1)
        guests.addWidget(self.clear_guests_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.pad, 1)
        layout.addWidget(self._tools)
        layout.addLayout(choices)
        layout.addWidget(self.pictures)
        layout.addWidget(self.words)
        layout.addWidget(self._guest_row)
        layout.addStretch()

    def _show_tools(self) -> None:
        """Show the pad's tool, width and ink."""
        self.tool_buttons[self.pad.tool].setChecked(True)
        self.width_slider.blockSignals(True)  # the pad's width is finer than the slider's
        self.width_slider.setRange(round(TENTHS * THINNEST), round(TENTHS * self.pad.widest))
        self.width_slider.setValue(round(TENTHS * self.pad.brush))
        self.width_slider.blockSignals(False)
        self.width_slider.setEnabled(self.pad.tool is not DrawTool.PIXEL)
        self.width_slider.setToolTip(
            tr(
                "Width of the brush: {pixels} of the model’s pixels ([ and ]); the eraser is twice that",
                pixels=number(self.pad.brush, 1),
            )
        )
        if len(self.pad.ink) == 1:
            self.ink_slider.setValue(self.pad.ink[0])
            self._ink_words.setText(tr("Ink: grey level {level} of 255", level=self.pad.ink[0]))
        self._paint_icons()

    def _on_ink(self) -> None:
        if len(self.pad.ink) == 1:
            self._ink_menu.popup(self.ink_button.mapToGlobal(self.ink_button.rect().bottomLeft()))
            return
        dialog = QColorDialog(QColor(*self.pad.ink), self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(lambda colour: self.pad.set_ink((colour.red(), colour.green(), colour.blue())))
        dialog.open()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for as many lines of words as there will be, so that the pad stays as it is under the pen."""
        _, height, width = self.pad.shape
        self.pad.setMaximumHeight(max(self.pad.minimumHeight(), self.width() * height // width))
        lines = 3 if self.width() >= scaled(ROOMY) else 4
        self.words.setMinimumHeight(lines * QFontMetrics(self.words.font()).lineSpacing())

    def changeEvent(self, event: QEvent) -> None:
        """Paint icons in the theme's colours."""
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icons()
        super().changeEvent(event)

    def _paint_icons(self) -> None:
        text, faint = self.palette().text().color(), self.palette().placeholderText().color()
        faint.setAlphaF(0.4)
        buttons = (self.undo_button, self.redo_button, self.clear_button, self.clear_guests_button)
        for button in (*self.tool_buttons.values(), *buttons):
            button.setIcon(_icon(button.property("drawing"), text, faint))
        ink = self.pad.ink
        if len(ink) == 1:
            ink = (255 - ink[0] if self.pad.paper else ink[0],) * 3
        self.ink_button.setIcon(_swatch(QColor(*ink), self.palette().placeholderText().color()))


class _Pictures(QWidget):
    """Four pictures side by side with captions; before there are any, where they will be."""

    CAPTIONS = (tr("as the model sees it"), tr("reconstruction"), tr("with noise"), tr("denoised"))
    SHORTER = (  # where there is less room, and little
        (tr("the model sees"), tr("reconstruction"), tr("with noise"), tr("denoised")),
        (tr("seen"), tr("rebuilt"), tr("noisy"), tr("denoised")),
    )
    TIPS = (
        tr("what the model is given: the drawing at the model’s resolution, centred if that is switched on"),
        tr("what the model makes of it: the mean of p(x|z) at the drawing’s code"),
        tr("the drawing with the noise of the panel Denoising"),
        tr("what the model makes of the noisy drawing"),
    )
    LARGEST = 96
    GAP = 8

    def __init__(self) -> None:
        super().__init__()
        self.pictures: tuple[QImage | None, ...] | None = None
        self.setAccessibleName(tr("The drawing, and what the model makes of it"))
        self.setToolTip("<br>".join(f"<b>{c}</b> {t}" for c, t in zip(self.CAPTIONS, self.TIPS, strict=True)))
        self._fit()

    def set_pictures(self, pictures: tuple[QImage | None, ...] | None) -> None:
        """Show these (None leaves a place out), or none."""
        self.pictures = pictures
        self.update()

    def cells(self) -> list[tuple[QRectF, int]]:
        """Where pictures are, squares in the widget, and which of the captions each has."""
        shown = [i for i in range(4) if self.pictures is None or self.pictures[i] is not None]
        pitch = min(self.width() / len(shown), self.LARGEST + 5 * self.GAP)
        left = (self.width() - pitch * len(shown)) / 2
        side = self._side(self.width())
        return [(QRectF(left + (k + 0.5) * pitch - side / 2, 1, side, side), i) for k, i in enumerate(shown)]

    def image_at(self, place: QPointF | None) -> tuple[int, QImage] | None:
        """The picture at a place, or without one the first, and its number."""
        pictures = self.pictures or ()
        for box, index in self.cells() if pictures else ():
            if (place is None or box.contains(place)) and (image := pictures[index]) is not None:
                return index, image
        return None

    def captions(self) -> tuple[str, ...]:
        """The words for the four places; shorter ones where there is little room."""
        metrics, room = QFontMetrics(self.font()), self.width() / 4 - 4
        for captions in (self.CAPTIONS, *self.SHORTER):
            if all(metrics.horizontalAdvance(caption) < room for caption in captions):
                return captions
        return self.SHORTER[-1]

    def _side(self, width: float) -> float:
        return max(24.0, min(self.LARGEST, width / 4 - self.GAP))

    def hasHeightForWidth(self) -> bool:
        """It has: a figure may be wider than the panel."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Of the pictures and their captions."""
        return int(self._side(width)) + QFontMetrics(self.font()).height() + 6

    def _fit(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the pictures and their captions."""
        self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw pictures and captions."""
        painter = QPainter(self)
        metrics = QFontMetrics(self.font())
        captions = self.captions()
        for box, index in self.cells():
            painter.setPen(QPen(self.palette().mid().color(), 1))
            image = None if self.pictures is None else self.pictures[index]
            if image is None:
                painter.drawRect(box)
            else:
                scale = box.width() / max(image.width(), image.height())
                area = QRectF(0, 0, image.width() * scale, image.height() * scale)
                area.moveCenter(box.center())
                painter.drawImage(area, image)
                painter.drawRect(area)
            painter.setPen(self.palette().placeholderText().color())
            below = QRectF(box.left() - 20, box.bottom() + 3, box.width() + 40, metrics.height())
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, captions[index])


class _Guests(QListWidget):
    """A strip of thumbnails; a click, or arrow keys and Enter, choose one.

    Signals:
        chosen: the number of the image.
        removed: the number of an image that should go.
    """

    chosen = Signal(int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Images from elsewhere"))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setIconSize(QSize(GUEST_SIDE, GUEST_SIDE))
        self.setGridSize(QSize(GUEST_PITCH, GUEST_PITCH))
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setMinimumWidth(2 * GUEST_PITCH)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        remove = QAction(tr("&Remove this image"), self, shortcut=QKeySequence("Del"))
        remove.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        remove.triggered.connect(self._on_removed)
        self.addAction(remove)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def set_guests(self, guests: Sequence[tuple[QImage, str]]) -> None:
        """Show these, each with what it is called."""
        self.clear()
        for image, title in guests:
            times = max(1, 2 * GUEST_SIDE // max(image.width(), image.height()))
            enlarged = image.scaled(image.width() * times, image.height() * times)  # never smoothed
            item = QListWidgetItem(QIcon(QPixmap.fromImage(enlarged)), "")
            item.setToolTip(title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, title)
            self.addItem(item)
        self._fit()

    def _on_removed(self) -> None:
        if self.currentRow() >= 0:
            self.removed.emit(self.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have room for a scroll bar where there is one."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        scrolls = self.count() * GUEST_PITCH > self.width()
        self.setFixedHeight(GUEST_PITCH + 2 + scrolls * self.horizontalScrollBar().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())
        else:
            super().keyPressEvent(event)


def _icon(name: str, text: QColor, faint: QColor) -> QIcon:
    """A tool's icon in the theme's colours, and fainter for where it is disabled."""
    icon = QIcon(_glyph(name, text))
    icon.addPixmap(_glyph(name, faint), QIcon.Mode.Disabled)
    return icon


def _glyph(name: str, colour: QColor) -> QPixmap:
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4, 4)  # on a field of 16 × 16
    painter.setPen(QPen(colour, 1.4, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin))
    if name == "brush":
        painter.drawPolygon([QPointF(*p) for p in ((2.5, 13.5), (3.4, 10), (11, 2.4), (13.6, 5), (6, 12.6))])
        painter.drawLine(QPointF(9.2, 4.2), QPointF(11.8, 6.8))
    elif name == "eraser":
        painter.drawPolygon([QPointF(*p) for p in ((2.5, 10), (9, 3.5), (13, 7.5), (6.5, 14), (5.5, 13))])
        painter.drawLine(QPointF(5.6, 6.9), QPointF(9.6, 10.9))
        painter.drawLine(QPointF(6.5, 14), QPointF(13.5, 14))
    elif name == "pixel":
        painter.drawRect(QRectF(2.5, 2.5, 11, 11))
        painter.drawLine(QPointF(8, 2.5), QPointF(8, 13.5))
        painter.drawLine(QPointF(2.5, 8), QPointF(13.5, 8))
        painter.fillRect(QRectF(8, 2.5, 5.5, 5.5), colour)
    elif name in ("undo", "redo"):
        if name == "redo":
            painter.translate(16, 0)
            painter.scale(-1, 1)
        path = QPainterPath(QPointF(3, 6))
        path.lineTo(9.5, 6)
        path.arcTo(QRectF(6, 6, 7, 7), 90, -180)
        path.lineTo(6, 13)
        painter.drawPath(path)
        painter.drawPolyline([QPointF(6, 3), QPointF(3, 6), QPointF(6, 9)])
    else:
        painter.drawPolyline([QPointF(*p) for p in ((4, 5), (4.8, 13.5), (11.2, 13.5), (12, 5))])
        painter.drawLine(QPointF(2.8, 4.6), QPointF(13.2, 4.6))
        painter.drawPolyline([QPointF(*p) for p in ((6, 4.4), (6.4, 2.6), (9.6, 2.6), (10, 4.4))])
    painter.end()
    return pixmap


def _swatch(ink: QColor, border: QColor) -> QIcon:
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(border, 4))
    painter.setBrush(ink)
    painter.drawEllipse(QRectF(8, 8, 48, 48))
    painter.end()
    return QIcon(pixmap)
