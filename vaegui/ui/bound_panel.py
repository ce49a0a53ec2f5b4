"""One image and its bound: the exact posterior, what log p(x) is made of, and the best q there is for it alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget
from superqt import QFlowLayout

from vaegui.ui.image_view import ImageView
from vaegui.ui.posterior_view import PosteriorView
from vaegui.ui.theme import Theme, tabular
from vaegui.ui.tips import tip
from vaegui.ui.waterfall import Parts, Waterfall
from vaegui.words import tr

NOTHING_CHOSEN = tr("Drag the target over the codes, or click an image in the strips: its bound shows here.")
IMAGE_SIDE = 64  # pixels


class BoundPanel(QWidget):
    """Show the identity log p(x) = ELBO + KL(q ‖ p(z|x)) of one image, and let q be optimised for it.

    Signals:
        optimise_wanted: find the best Gaussian, with a full covariance (True) or a diagonal one.
        amortised_wanted: go back to the encoder's q.
        film_wanted: make a film of q on its way to the best.
    """

    optimise_wanted = Signal(bool)
    amortised_wanted = Signal()
    film_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = ImageView()
        self.image.setMinimumSize(IMAGE_SIDE, IMAGE_SIDE)
        self.image.setMaximumSize(IMAGE_SIDE, IMAGE_SIDE)
        self.image.setAccessibleName(tr("The chosen image"))
        self._title, self._words, self._checks, self._sampled = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self._title, self._words, self._checks, self._sampled):
            label.setWordWrap(True)
            label.setFont(tabular(label.font()))
        for label in (self._words, self._checks, self._sampled):
            label.setProperty("muted", True)
        self._title.setProperty("heading", True)
        self._checks.setToolTip(
            tr(
                "<b>Residual</b>: log p(x) − ELBO − KL. The ELBO is a sum over Gauss–Hermite nodes under q, the KL one "
                "over a lattice around q; it would be zero if both were exact.<br>"
                "<b>Halving</b>: how exact log p(x) itself is. By so much it changed when the spacing of its grid was "
                "halved the last time; what is left is far less."
            )
        )
        self._sampled.setToolTip(
            tip(
                "importance sampling",
                "effective sample size",
                does=tr(
                    "So log p(x) is usually estimated. It is too low where q misses a part of the posterior, and the "
                    "draws cannot tell."
                ),
            )
        )
        self.posterior = PosteriorView()
        self.waterfall = Waterfall()
        self.optimise_button = QPushButton(tr("Optimise &q"))
        self.optimise_button.setToolTip(
            tip(
                "q(z|x)",
                does=tr("Move q step by step from what the encoder says to the best Gaussian for this image alone."),
            )
        )
        self.amortised_button = QPushButton(tr("Encoder’s q"))
        self.amortised_button.setToolTip(tip("encoder", "amortised inference", does=tr("Go back to the encoder’s q.")))
        self.full_box = QCheckBox(tr("&full covariance"))
        self.full_box.setToolTip(tr("Let q be correlated: an ellipse that may lie askew"))
        self.optimise_button.clicked.connect(lambda: self.optimise_wanted.emit(self.full_box.isChecked()))
        self.amortised_button.clicked.connect(self.amortised_wanted)
        self.film_button = QPushButton(tr("F&ilm…"))
        self.film_button.setToolTip(tr("Make a GIF or an MP4 of q on its way from what the encoder says to the best"))
        self.film_button.clicked.connect(self.film_wanted)
        head = QHBoxLayout()
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self._title)
        texts.addWidget(self._words)
        head.addWidget(self.image)
        head.addLayout(texts, 1)
        buttons = QFlowLayout()  # as many beside each other as a narrow panel has room for
        buttons.setHorizontalSpacing(6)
        buttons.setVerticalSpacing(6)
        self.full_box.setMinimumHeight(self.optimise_button.sizeHint().height())  # a flow does not centre
        for part in (self.optimise_button, self.full_box, self.film_button, self.amortised_button):
            buttons.addWidget(part)
        content = QWidget()
        inner = QVBoxLayout(content)
        inner.setContentsMargins(8, 8, 8, 8)
        inner.setSpacing(8)
        inner.addLayout(head)
        inner.addWidget(self.posterior, 1)
        inner.addLayout(buttons)
        inner.addWidget(self.waterfall)
        inner.addWidget(self._checks)
        inner.addWidget(self._sampled)
        inner.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(content)
        scroll.setAccessibleName(tr("The bound, part by part"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        self.set_message(NOTHING_CHOSEN)

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget | list[QLabel], ...]]:
        """What makes its figure: all but the buttons."""
        head = (self.image, [self._title, self._words])
        return [head, self.posterior, self.waterfall, self._checks, self._sampled]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.posterior.set_theme(theme)
        self.waterfall.set_theme(theme)

    def set_message(self, text: str) -> None:
        """Say why there is nothing to show."""
        self._title.setText("")
        self._words.setText(text)
        for part in (self.image, self.posterior, self.waterfall, self._checks, self._sampled):
            part.hide()
        self.set_can_optimise(False)

    def set_image(self, image: QImage | None, title: str, words: str) -> None:
        """Show the chosen image, and say what its nats belong to."""
        self.image.set_image(image)
        self.image.show()
        self._title.setText(title)
        self._words.setText(words)

    def set_figures(self, parts: Parts, checks: str, sampled: str) -> None:
        """Show what log p(x) is made of, how exact that is, and what importance sampling says."""
        self.waterfall.set_parts(parts)
        self._checks.setText(checks)
        self._sampled.setText(sampled)
        self.waterfall.show()
        self._checks.setVisible(bool(checks))
        self._sampled.setVisible(bool(sampled))

    def set_posterior_shown(self, shown: bool) -> None:
        """Say whether there is a posterior to draw: with more than two dimensions there is not."""
        self.posterior.setVisible(shown)

    def set_can_optimise(self, can: bool, is_moving: bool = False, has_moved: bool = False) -> None:
        """Say what the buttons can do."""
        for part in (self.optimise_button, self.full_box, self.film_button):
            part.setVisible(can)
            part.setEnabled(not is_moving)
        self.amortised_button.setVisible(can)
        self.amortised_button.setEnabled(has_moved)

    @property
    def words(self) -> str:
        """All that is said, line by line."""
        labels = (self._title, self._words, self._checks, self._sampled)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self))
