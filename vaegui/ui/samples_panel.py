"""A sheet of images generated from the prior, or from the density fitted to an autoencoder's codes."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from vaegui.ui.image_view import ImageSheet
from vaegui.ui.tips import tip
from vaegui.words import tr

SIDE = 8


class SamplesPanel(QWidget):
    """Show what the model generates; draw others on a key.

    Signals:
        wanted: other codes, or other pixels for them, should be drawn.
        code_chosen: the number of the image whose code the target should go to.
    """

    wanted = Signal()
    code_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seed = 0
        self.sheet = ImageSheet(SIDE)
        self.sheet.setAccessibleName(tr("Generated images"))
        self.sheet.setToolTip(
            tip(
                "prior",
                does=tr(
                    "Images that the model generates. Click one to send the target to its code, where there is a map."
                ),
            )
        )
        self.sheet.chosen.connect(self.code_chosen)
        self.redraw_action = QAction(tr("Generate ot&hers"), self, shortcut=QKeySequence("G"))
        self.redraw_action.setToolTip(tr("Draw other codes and decode them (G)"))
        self.redraw_action.triggered.connect(self._on_redraw)
        self._button = QPushButton(tr("&Generate others"))
        self._button.setToolTip(self.redraw_action.toolTip())
        self._button.clicked.connect(self.redraw_action.trigger)
        self.pixels_box = QToolButton()
        self.pixels_box.setText(tr("Dra&w pixels"))
        self.pixels_box.setCheckable(True)
        self.pixels_box.setAutoRaise(True)
        self.pixels_box.setToolTip(tr("Show x ~ p(x|z), a draw of every pixel, in place of the mean of p(x|z)"))
        self.pixels_box.toggled.connect(self.wanted)
        self.normal_box = QToolButton()
        self.normal_box.setText(tr("From N(0, I)"))
        self.normal_box.setCheckable(True)
        self.normal_box.setAutoRaise(True)
        self.normal_box.setToolTip(
            tr(
                "Draw codes from N(0, I) in place of the density fitted to the autoencoder's codes: why it is no "
                "generator"
            )
        )
        self.normal_box.toggled.connect(self.wanted)
        self.normal_box.hide()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._words.setProperty("muted", True)
        top = QHBoxLayout()
        top.addWidget(self._button)
        top.addStretch()
        top.addWidget(self.normal_box)
        top.addWidget(self.pixels_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.sheet, 1)
        layout.addWidget(self._words)

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure."""
        return [self.sheet, self._words] if self.sheet.image is not None else []

    @property
    def draws_pixels(self) -> bool:
        """Whether pixels are drawn too, not only codes."""
        return self.pixels_box.isChecked()

    @property
    def from_normal(self) -> bool:
        """Whether codes are drawn from N(0, I) even where that is not their prior."""
        return self.normal_box.isChecked()

    def set_has_prior(self, has: bool) -> None:
        """Say whether codes have a prior; where they do not, there is a choice of what to draw them from."""
        self.normal_box.setVisible(not has)

    @property
    def is_seen(self) -> bool:
        """Whether any part of it is on screen (a tab behind another one is not)."""
        return self.isVisible() and not self.visibleRegion().isEmpty()

    def set_words(self, text: str) -> None:
        """Say what is shown, or why nothing is."""
        self._words.setText(text)

    def _on_redraw(self) -> None:
        self.seed += 1
        self.wanted.emit()
