"""The image decoded at the target, its position in numbers, and what lies around it."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from vaegui.ui.decimal_box import DecimalBox
from vaegui.ui.image_view import ImageView
from vaegui.ui.theme import LETTERS, fit, number, tabular
from vaegui.ui.tips import tip
from vaegui.words import tr

AROUND_LINES = 2


class StillLabel(QWidget):
    """Wrapped words that change many times a second: they have room for so many lines, and more once they need it.

    A label in a layout would have the whole window laid out with every change, which takes 4 ms.
    """

    def __init__(self, lines: int) -> None:
        super().__init__()
        self.label = QLabel(self)
        self.label.setWordWrap(True)
        self.label.setProperty("muted", True)
        self.label.setFont(tabular(self.label.font()))
        self.label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        fit(self, lines=lines)

    def set_text(self, text: str) -> None:
        """Say something else."""
        self.label.setText(text)
        needed = self.label.heightForWidth(self.width())
        if needed > self.height():
            self.setFixedHeight(needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the label all the room."""
        self.label.setGeometry(self.rect())


class DecodedPanel(QWidget):
    """Show the decoded image; type z to move the target.

    Signals:
        position_typed: the latent position (z₁, z₂).
    """

    position_typed = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = ImageView()
        self.view.setToolTip(tip("decoder", does=tr("Here the mean of p(x|z) at the target.")))
        self.variance_view = ImageView()
        self.variance_view.setMinimumSize(60, 60)
        self.variance_view.setAccessibleName(tr("Variance of the decoded pixels"))
        self._variance_words = QLabel()
        self._variance_words.setProperty("muted", True)
        self._variance_words.setFont(tabular(self._variance_words.font()))
        self._variance_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        meaning = tr(
            "<b>σ²(z)</b><br>How unsure the decoder is of each pixel: its learned variance, dark 0, bright the most"
        )
        for widget in (self.variance_view, self._variance_words):
            widget.setToolTip(meaning)
        self._position = (0.0, 0.0)  # exact, where the fields show three decimals
        self.spins = (self._spin("z₁", 0), self._spin("z₂", 1))
        self._around = StillLabel(AROUND_LINES)
        position = QHBoxLayout()
        self._names: tuple[str, str] | None = None
        self._position_words = QLabel("z =")
        position.addWidget(self._position_words)
        for spin in self.spins:
            position.addWidget(spin, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        self._variance = QWidget()
        beside = QVBoxLayout(self._variance)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.variance_view, 1)
        beside.addWidget(self._variance_words)
        self._variance.hide()
        self.rival_view = ImageView()
        self.rival_view.setMinimumSize(60, 60)
        self.rival_view.setAccessibleName(tr("Image decoded by the second run"))
        self.rival_view.setToolTip(tr("The mean of p(x|z) of the second run, at the target of its own map"))
        self._letters = (QLabel(LETTERS[0]), QLabel())
        self._rival = QWidget()
        own = QVBoxLayout()
        own.setContentsMargins(0, 0, 0, 0)
        own.addWidget(self.view, 1)
        other = QVBoxLayout(self._rival)
        other.setContentsMargins(0, 0, 0, 0)
        other.addWidget(self.rival_view, 1)
        for column, letter in zip((own, other), self._letters, strict=True):
            letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
            letter.setProperty("heading", True)
            column.insertWidget(0, letter)
        self._letters[0].hide()
        self._rival.hide()
        images = QHBoxLayout()
        images.addLayout(own, 3)
        images.addWidget(self._variance, 2)
        images.addWidget(self._rival, 3)
        layout.addLayout(images, 1)
        layout.addLayout(position)
        layout.addWidget(self._around)

    @property
    def figure_part(self) -> list[QWidget | tuple[list[QWidget], ...]]:
        """What makes its figure: the images, and what lies around the target."""
        beside = [self.variance_view, self._variance_words] if self._variance.isVisibleTo(self) else []
        rival = [self._letters[1], self.rival_view] if self._rival.isVisibleTo(self) else []
        images = ([self._letters[0], self.view], beside, rival)
        return [tuple(column for column in images if column), self._around.label]

    def set_image(self, image: QImage | None) -> None:
        """Show the decoded image."""
        self.view.set_image(image)

    def set_rival(self, image: QImage | None, letter: str) -> None:
        """Show what the run of this letter decodes at its own target, or nothing where no runs are compared."""
        self._rival.setVisible(image is not None)
        self._letters[0].setVisible(image is not None)
        self._letters[1].setText(letter)
        self.rival_view.set_image(image)

    def set_variance(self, image: QImage | None, words: str = "") -> None:
        """Show the learned variance beside the mean, or no such image for a decoder that learns none."""
        self._variance.setVisible(image is not None)
        self.variance_view.set_image(image)
        self._variance_words.setText(words)

    def set_position(self, x: float, y: float) -> None:
        """Show where the target is, without sending it back."""
        self._position = (x, y)
        for spin, value in zip(self.spins, (x, y), strict=True):
            with QSignalBlocker(spin):
                spin.setValue(value)

    def set_names(self, names: tuple[str, str] | None) -> None:
        """Name the map's axes, where they are not z₁ and z₂, all that there is."""
        if names == self._names:
            return
        self._names = names
        self._position_words.setText("z =" if names is None else tr("{right}, {up} =", right=names[0], up=names[1]))
        for spin, name in zip(self.spins, names or ("z₁", "z₂"), strict=True):
            _name_spin(spin, name)

    def set_around(self, text: str) -> None:
        """Say what lies around the target."""
        self._around.set_text(text)
        x, y = (number(value) for value in self._position)
        if not text:
            words = ""
        elif self._names is None:
            words = tr("Decoded image at z = ({x}, {y}). {nearby}", x=x, y=y, nearby=text)
        else:
            right, up = self._names
            words = tr("Decoded image at {right} {x}, {up} {y}. {nearby}", right=right, x=x, up=up, y=y, nearby=text)
        self.view.setAccessibleDescription(words)

    def _spin(self, name: str, axis: int) -> DecimalBox:
        spin = DecimalBox()
        spin.setRange(-1e6, 1e6)
        spin.setDecimals(3)
        fit(spin, minimum_width=70)  # Qt would have room for its largest number
        spin.setSingleStep(0.05)
        spin.setFont(tabular(spin.font()))
        _name_spin(spin, name)
        spin.setKeyboardTracking(False)
        spin.setProperty("axis", axis)
        spin.valueChanged.connect(self._on_typed)
        return spin

    def _on_typed(self, value: float) -> None:
        x, y = self._position
        self.position_typed.emit(*((value, y) if self.sender().property("axis") == 0 else (x, value)))


def _name_spin(spin: DecimalBox, name: str) -> None:
    spin.setAccessibleName(name)
    does = tr("Type a number for {coordinate} to move the target.", coordinate=name)
    spin.setToolTip(tip("latent variable", does=does))
