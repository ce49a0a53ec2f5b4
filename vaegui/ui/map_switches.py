"""What all maps on the screen have in common: which layers they show, which classes, and what the mouse does."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QColor, QIcon, QKeySequence, QPainter, QPainterPath, QPen, QPixmap

from vaegui.ui.theme import Theme
from vaegui.ui.tips import tip
from vaegui.words import tr


class Tool(Enum):
    """What dragging with the left button does."""

    TARGET = "target"
    LASSO = "lasso"
    BOX = "box"
    PATH = "path"


TOOLS = {
    Tool.TARGET: (tr("&Target"), "T", tr("Drag the target: the image at its place is decoded")),
    Tool.LASSO: (tr("&Lasso"), "S", tr("Select images: draw around their codes (with Ctrl, add to the selection)")),
    Tool.BOX: (
        tr("&Box"),
        "B",
        tr("Select images: drag a rectangle over their codes (with Ctrl, add to the selection)"),
    ),
    Tool.PATH: (
        tr("P&ath"),
        "W",
        tr("Walk: drag from one place to another, click to set further pins, drag a pin to move it"),
    ),
}


CLASS = "class"
FACTOR = "factor "  # before the name of one
COLOURS = {  # the title of each, the words beside the legend, the tooltip
    CLASS: (tr("Class"), tr("Colour: class"), tr("Each class has its own colour")),
    "density": (
        tr("Density"),
        tr("Colour: density"),
        tip("aggregate posterior", does=tr("How dense the codes of the test images are around each.")),
    ),
    "ink": (
        tr("Ink"),
        tr("Colour: ink"),
        tr("How bright an image is: the mean of its pixels, from 0 (black) to 1 (white)"),
    ),
    "elbo": (
        "ELBO",
        tr("Colour: ELBO"),
        tip("ELBO", does=tr("Of each image: dark codes are those that the model finds strange.")),
    ),
    "error": (
        tr("Reconstruction error"),
        tr("Colour: reconstruction error"),
        tr(
            "The root of the mean squared difference between an image and the mean of p(x|z) at its code, on a scale "
            "where black is 0 and white is 1"
        ),
    ),
}


FACTORS = {  # those of the shapes, as a title and within a sentence; others are called as their dataset has them
    "scale": (tr("Scale"), tr("scale")),
    "rotation": (tr("Rotation"), tr("rotation")),
    "hue": (tr("Hue"), tr("hue")),
}


def title_of_factor(name: str) -> str:
    """What stands on a switch or a bar: a symbol such as x stays as it is."""
    if name in FACTORS:
        return FACTORS[name][0]
    return name if len(name) == 1 else name.capitalize()


def factor_in_words(name: str) -> str:
    """What a factor is called within a sentence."""
    if name in FACTORS:
        return FACTORS[name][1]
    return name if len(name) == 1 else name.lower()


class MapSwitches(QObject):
    """The actions of the maps' tool bar.

    Signals:
        hidden_changed: other classes are hidden.
        tool_changed: the mouse does something else.
        colour_changed: points are coloured by something else.
        colours_changed: there are other choices to colour them by.
    """

    hidden_changed = Signal()
    tool_changed = Signal()
    colour_changed = Signal()
    colours_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.hidden: set[int] = set()
        self.points = self._layer(tr("&Points"), tr("The mean code μ(x) of every test image."), "P", ("code",), on=True)
        self.manifold = self._layer(
            tr("Manifol&d"),
            tr("What the decoder draws at each place: the mean of p(x|z) on a lattice."),
            "M",
            ("manifold",),
        )
        self.magnification = self._layer(
            tr("Magni&fication"),
            tr("How fast the decoded image changes with z."),
            "X",
            ("magnification", "pull-back metric"),
        )
        self.aggregate = self._layer(
            tr("A&ggregate"),
            tr(
                "The density of the test images’ codes against the prior’s: from a hole, samples are decoded to what "
                "no image is coded as."
            ),
            "Q",
            ("aggregate posterior",),
        )
        self.uncertainty = self._layer(
            tr("&Entropy"),
            tr("The entropy of p(x|z) at each place."),
            "H",
            ("entropy",),
        )
        self.fields = {
            "magnification": self.magnification,
            "aggregate": self.aggregate,
            "uncertainty": self.uncertainty,
        }
        self.prior = self._layer(
            tr("P&rior"), tr("Circles of 1, 2 and 3 σ, which hold 39.3, 86.5 and 98.9 % of its mass."), "C", ("prior",)
        )
        self.posterior = self._layer(
            tr("P&osterior"),
            tr(
                "Of the image under the pointer, or else nearest to the target: regions that hold 50, 90 and 99 % of "
                "the exact posterior (where codes have two dimensions), under the ellipses (1σ, 2σ) of the encoder’s "
                "q(z|x)."
            ),
            "E",
            ("posterior", "q(z|x)"),
        )
        self.pull = self._layer(
            tr("P&ull"),
            tr(
                "Decode the target, encode the image, decode that code, and so on: where does the model pull things to?"
            ),
            "U",
            (),
        )
        self.backgrounds = (self.manifold, *self.fields.values())
        self.layers = (self.points, self.prior, self.posterior, self.pull, *self.backgrounds)
        self.named_layers = {
            "points": self.points,
            "prior": self.prior,
            "posterior": self.posterior,
            "pull": self.pull,
            "manifold": self.manifold,
            **self.fields,
        }
        backgrounds = QActionGroup(self)  # one hides the others
        backgrounds.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for action in self.backgrounds:
            backgrounds.addAction(action)
        group = QActionGroup(self)
        self.tools: dict[Tool, QAction] = {}
        for tool, (text, key, does) in TOOLS.items():
            action = QAction(text, self, checkable=True, checked=tool is Tool.TARGET, shortcut=QKeySequence(key))
            action.setToolTip(f"{does} ({key})")
            action.toggled.connect(self._on_tool_toggled)
            group.addAction(action)
            self.tools[tool] = action
        self.colours: dict[str, QAction] = {}
        self._colour_group = QActionGroup(self)
        self._factors: tuple[str, ...] | None = None
        self.set_factors(())
        self.reset_view = QAction(
            tr("Reset &view"), self, toolTip=tr("Show all codes and the prior (Home, or a double click)")
        )

    @property
    def tool(self) -> Tool:
        """What dragging does now."""
        return next(tool for tool, action in self.tools.items() if action.isChecked())

    @property
    def field(self) -> str | None:
        """Which of the fields of colour is switched on."""
        return next((name for name, action in self.fields.items() if action.isChecked()), None)

    @property
    def colour(self) -> str:
        """What points are coloured by: one of `COLOURS`, or a factor's name behind “factor ”."""
        return next(name for name, action in self.colours.items() if action.isChecked())

    @property
    def colour_in_words(self) -> str:
        """What points are coloured by, as it stands beside the legend."""
        colour = self.colour
        if colour in COLOURS:
            return COLOURS[colour][1]
        return tr("Colour: {factor}", factor=factor_in_words(colour.removeprefix(FACTOR)))

    def set_factors(self, factors: tuple[str, ...]) -> None:
        """Offer these factors, which the open run's images were generated from, to colour points by."""
        if factors == self._factors:
            return
        self._factors, before = factors, self.colour if self.colours else CLASS
        for action in self.colours.values():
            self._colour_group.removeAction(action)
            action.deleteLater()
        choices = [(name, title, meaning) for name, (title, _, meaning) in COLOURS.items()]
        for name in factors:
            meaning = tr("What each image was drawn with: its {factor}", factor=factor_in_words(name))
            choices.append((f"{FACTOR}{name}", title_of_factor(name), meaning))
        self.colours = {}
        for name, title, meaning in choices:
            action = QAction(title, self, checkable=True, toolTip=meaning)
            action.toggled.connect(self._on_colour_toggled)
            self._colour_group.addAction(action)
            self.colours[name] = action
        self.colours[before if before in self.colours else CLASS].setChecked(True)
        self.colours_changed.emit()

    def set_hidden(self, index: int, hidden: bool) -> None:
        """Hide or show a class."""
        (self.hidden.add if hidden else self.hidden.discard)(index)
        self.hidden_changed.emit()

    def show_all_classes(self) -> None:
        """Hide no class."""
        self.hidden = set()
        self.hidden_changed.emit()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        for tool, action in self.tools.items():
            action.setIcon(_icon(tool, theme))
        self.reset_view.setIcon(_icon(None, theme))

    def _layer(self, text: str, does: str, key: str, teaches: tuple[str, ...], on: bool = False) -> QAction:
        action = QAction(text, self, checkable=True, checked=on, shortcut=QKeySequence(key))
        action.setToolTip(tip(*teaches, does=f"{does} ({key})"))
        return action

    def _on_colour_toggled(self, on: bool) -> None:
        if on:
            self.colour_changed.emit()

    def _on_tool_toggled(self, on: bool) -> None:
        if on:
            self.tool_changed.emit()


def _icon(tool: Tool | None, theme: Theme) -> QIcon:
    """A drawing of 16 × 16 for a tool, or for the whole view, at four times the resolution."""
    pixmap = QPixmap(64, 64)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(4, 4)
    pen = QPen(QColor(theme.text), 1.5, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if tool is Tool.TARGET:
        painter.drawEllipse(QPointF(8, 8), 4, 4)
        for a, b in (((8, 1), (8, 5)), ((8, 11), (8, 15)), ((1, 8), (5, 8)), ((11, 8), (15, 8))):
            painter.drawLine(QPointF(*a), QPointF(*b))
    elif tool is None:
        for x, y in ((2.5, 2.5), (13.5, 2.5), (2.5, 13.5), (13.5, 13.5)):
            across, down = (4 if x < 8 else -4), (4 if y < 8 else -4)
            painter.drawPolyline([QPointF(x + across, y), QPointF(x, y), QPointF(x, y + down)])
    elif tool is Tool.PATH:
        path = QPainterPath(QPointF(3, 13))
        path.cubicTo(QPointF(5, 2), QPointF(11, 14), QPointF(13, 3))
        painter.drawPath(path)
        painter.setBrush(QColor(theme.text))
        painter.drawEllipse(QPointF(3, 13), 1.6, 1.6)
        painter.drawEllipse(QPointF(13, 3), 1.6, 1.6)
    else:
        pen.setDashPattern([1.6, 2.0])
        painter.setPen(pen)
        if tool is Tool.BOX:
            painter.drawRect(QRectF(2.5, 3.5, 11, 9))
        else:
            path = QPainterPath(QPointF(5, 13))
            path.cubicTo(QPointF(-3, 6), QPointF(6, 0), QPointF(11, 3))
            path.cubicTo(QPointF(19, 8), QPointF(8, 15), QPointF(5, 13))
            painter.drawPath(path)
    painter.end()
    return QIcon(pixmap)
