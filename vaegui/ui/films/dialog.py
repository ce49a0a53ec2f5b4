"""Make a film: what kind of file, how large, how long, in which colours, with a preview; then its progress."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QStandardPaths, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QSlider,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vaegui.exports.film import HIGH, SUFFIXES
from vaegui.ui.decimal_box import DecimalBox
from vaegui.ui.films.stage import HEIGHT, WIDTH, Stage
from vaegui.ui.theme import LIGHT, Theme
from vaegui.words import plural, tr

HEIGHTS = (480, 720, 1080)  # pixels
STEPS = 1000  # of the slider
FEWEST = 2  # frames of a film
LOOK_MS = 0  # once the slider has said all it has to say in this turn


@dataclass(frozen=True)
class Choice:
    """How the film is to be."""

    suffix: str  # ".mp4" or ".gif"
    height: int  # pixels
    frames_per_second: int
    seconds: float
    theme: Theme

    @property
    def count(self) -> int:
        """How many frames it has."""
        return max(FEWEST, round(self.seconds * self.frames_per_second))


class Preview(QWidget):
    """One frame, as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.image: QImage | None = None
        self.setAccessibleName(tr("A frame of the film"))
        self.setMinimumSize(480, 270)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_image(self, image: QImage | None) -> None:
        """Show a frame, or nothing."""
        self.image = image
        self.update()

    def sizeHint(self) -> QSize:
        """Large enough to read what it says."""
        return QSize(640, 360)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the frame with a hairline around it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        scale = min((self.width() - 2) / WIDTH, (self.height() - 2) / HEIGHT)
        box = QRectF(0, 0, WIDTH * scale, HEIGHT * scale)
        box.moveCenter(QRectF(self.rect()).center())
        if self.image is not None:
            painter.drawImage(box, self.image)
        painter.setPen(self.palette().mid().color())
        painter.drawRect(box)


class FilmDialog(QDialog):
    """Choose how a film is to be, watch it, and say where it goes.

    Signals:
        film_wanted: the Path to write it to and the Choice.
        cancel_wanted: what is being computed or written should end.
    """

    film_wanted = Signal(Path, object)
    cancel_wanted = Signal()

    def __init__(self, title: str, name: str, seconds: float, screen: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._name = name
        self._stage: Stage | None = None
        self._is_busy = False
        self._looking = QTimer(self, singleShot=True, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)

        self.preview = Preview()
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, STEPS)
        self.slider.setAccessibleName(tr("Position in the film"))
        self.slider.setToolTip(tr("Look through the film"))
        self.slider.valueChanged.connect(self._looking.start)
        self.suffix, self.height_box, self.theme_box = QComboBox(), QComboBox(), QComboBox()
        self.suffix.addItem(tr("MP4 (H.264): for slides and browsers"), ".mp4")
        self.suffix.addItem(tr("GIF: loops, plays everywhere"), ".gif")
        for height in HEIGHTS:
            self.height_box.addItem(
                tr("{width:,} × {height:,} pixels", width=2 * round(height * WIDTH / HEIGHT / 2), height=height),
                height,
            )
        self.height_box.setCurrentIndex(HEIGHTS.index(720))
        self.theme_box.addItem(tr("as on screen"), screen)
        self.theme_box.addItem(tr("white"), LIGHT)
        self.rate = QSpinBox()
        self.rate.setRange(1, int(HIGH[".mp4"]))
        self.rate.setValue(30)
        self.rate.setSuffix(tr(" per second"))
        self.seconds = DecimalBox()
        self.seconds.setRange(0.5, 600)
        self.seconds.setDecimals(1)
        self.seconds.setValue(seconds)
        self.seconds.setSuffix(" s")
        rows = (
            (tr("File"), self.suffix, tr("What kind of file: a GIF is larger, and has 255 colours at most")),
            (tr("Size"), self.height_box, tr("All sizes show the same; a larger one has more pixels for it")),
            (tr("Frames"), self.rate, tr("More frames move more smoothly; a GIF has at most 50 per second")),
            (tr("Length"), self.seconds, tr("From the beginning to the end, evenly")),
            (tr("Colours"), self.theme_box, tr("The theme of the window, or a white ground for slides and print")),
        )
        form = QFormLayout()
        for label, field, tip in rows:
            field.setToolTip(tip)
            field.setAccessibleName(label)
            form.addRow(label, field)
        self._choices = QWidget()
        self._choices.setLayout(form)
        form.setContentsMargins(0, 0, 0, 0)
        self.suffix.currentIndexChanged.connect(self._on_changed)
        self.height_box.currentIndexChanged.connect(self._on_changed)
        self.theme_box.currentIndexChanged.connect(self._on_theme_changed)
        self.rate.valueChanged.connect(self._on_changed)
        self.seconds.valueChanged.connect(self._on_changed)

        self._amount = QLabel()
        self._amount.setProperty("muted", True)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.save_button, self.cancel_button = QPushButton(tr("&Save film…")), QPushButton(tr("Cancel"))
        self.save_button.setDefault(True)
        self.save_button.setProperty("primary", True)
        self.save_button.clicked.connect(self._on_save)
        self.cancel_button.clicked.connect(self._on_cancel)
        buttons = QDialogButtonBox()
        buttons.addButton(self.save_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        side = QVBoxLayout()
        side.addWidget(self._choices)
        side.addWidget(self._amount)
        side.addStretch()
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.addWidget(self.preview, 0, 0)
        grid.addWidget(self.slider, 1, 0)
        grid.addLayout(side, 0, 1)
        grid.setColumnStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addLayout(grid, 1)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addWidget(buttons)
        self.resize(1000, 520)
        self._on_changed()
        self.set_busy(tr("Preparing…"))

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(
            self.suffix.currentData(),
            self.height_box.currentData(),
            self.rate.value(),
            self.seconds.value(),
            self.theme_box.currentData(),
        )

    @property
    def is_busy(self) -> bool:
        """Whether something is being computed or written."""
        return self._is_busy

    # What is shown

    def set_stage(self, stage: Stage) -> None:
        """Show the frames of a stage, and let the user choose."""
        self._stage = stage
        self.slider.setValue(round(STEPS * stage.first_share))
        self.set_idle()
        self._on_theme_changed()

    def set_busy(self, words: str, share: float | None = None) -> None:
        """Say what is being done, and the share of it that is, where it is known."""
        self._is_busy = True
        self._choices.setEnabled(False)
        self.slider.setEnabled(False)
        self.save_button.setEnabled(False)
        self.words.setText(words)
        self.words.show()
        self.bar.setRange(0, 0 if share is None else 1000)
        self.bar.setValue(0 if share is None else round(1000 * share))
        self.bar.show()

    def set_idle(self, words: str = "") -> None:
        """Let the user choose; say something."""
        self._is_busy = False
        self._choices.setEnabled(True)
        self.slider.setEnabled(True)
        self.save_button.setEnabled(self._stage is not None)
        self.words.setText(words)
        self.words.setVisible(bool(words))
        self.bar.hide()

    def _look(self) -> None:
        if self._stage is not None and not self._is_busy:
            height = round(self.preview.height() * self.devicePixelRatioF())
            self.preview.set_image(self._stage.paint(self.slider.value() / STEPS, height))

    # What a person does

    def _on_changed(self) -> None:
        choice = self.choice
        self.rate.setMaximum(int(HIGH[choice.suffix]))
        self._amount.setText(plural(self.choice.count, "{count:,} frame", "{count:,} frames"))

    def _on_theme_changed(self) -> None:
        if self._stage is not None:
            self._stage.set_theme(self.choice.theme)
            self._looking.start()

    def _on_save(self) -> None:
        suffix = self.choice.suffix
        dialog = QFileDialog(self, tr("Save the film"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{SUFFIXES[suffix]} (*{suffix})")
        dialog.setDefaultSuffix(suffix.removeprefix("."))
        place = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MoviesLocation))
        dialog.setDirectory(str(place if place.is_dir() else Path.home()))
        dialog.selectFile(self._name + suffix)
        dialog.fileSelected.connect(lambda path: self.film_wanted.emit(Path(path), self.choice))
        dialog.open()

    def _on_cancel(self) -> None:
        """Give up the film, and choose anew; or give up all."""
        if self._is_busy and self._stage is not None:
            self.cancel_wanted.emit()
            self.set_idle(tr("Nothing was kept."))
        else:
            self.reject()

    def done(self, result: int) -> None:
        """Give up what is being done, whichever way the dialog closes."""
        if self._is_busy:
            self.cancel_wanted.emit()
        super().done(result)
