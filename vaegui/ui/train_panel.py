"""The form that starts a training, and its progress while it runs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vaegui import shapes, sources
from vaegui.events import Began, Step
from vaegui.families import TrainConfig
from vaegui.lecture import LECTURE, Stop
from vaegui.models import ModelConfig
from vaegui.phases import phase_in_words
from vaegui.recording import CannotSave, Measuring, Saved
from vaegui.settings import UserError
from vaegui.shapes import ShapesConfig
from vaegui.ui.config_form import LABEL_WIDTH, ConfigForm
from vaegui.ui.theme import fit, number, tabular
from vaegui.words import tr

SUGGESTED_HIDDEN = {"mlp": (256, 256), "conv": (32, 64)}


@dataclass(frozen=True)
class Contents:
    """What the form says, unchecked."""

    model: dict[str, Any]
    training: dict[str, Any]
    stop: Stop | None  # of the lecture, that it was filled in for and still says


class _FieldsArea(QScrollArea):
    """Fields that scroll up and down, and are never narrower than they can be drawn."""

    def minimumSizeHint(self) -> QSize:
        """As wide as the fields and the scroll bar."""
        fields, bar = self.widget(), self.verticalScrollBar()
        width = fields.minimumSizeHint().width() if fields is not None else 0
        return QSize(width + bar.sizeHint().width(), super().minimumSizeHint().height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for more room, or less, when the fields do."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)


class TrainPanel(QWidget):
    """Choose a dataset, a model and how to train it; then watch, pause, stop or cancel.

    Signals:
        train_wanted: the dataset's name, a ModelConfig and a TrainConfig (both already checked).
        refused: a sentence saying which setting is wrong.
        pause_toggled: whether training should hold.
        stop_wanted: end training now and keep the run.
        cancel_wanted: end training now and discard the run.
        stop_filled: the form was filled in for a stop of the lecture.
        replaced: the Contents that the form had before that, and those that it has now.
        skip_wanted: keep the run without measuring it.
    """

    train_wanted = Signal(str, object, object)
    refused = Signal(str)
    pause_toggled = Signal(bool)
    stop_wanted = Signal()
    cancel_wanted = Signal()
    stop_filled = Signal()
    replaced = Signal(object, object)
    skip_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.dataset = QComboBox()
        self.dataset.setToolTip(
            tr(
                "<b>Dataset</b><br>What the model learns. Digits come with the program, shapes are drawn on the fly; "
                "the button beside it adds images of your own."
            )
        )
        self.dataset.setAccessibleName(tr("Dataset"))
        self.dataset.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.dataset.setMinimumContentsLength(8)
        self.data_button = QToolButton()
        self.data_button.setText("+")
        self.data_button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        self.data_button.setToolTip(tr("Add images of your own: a folder, or a file"))
        self.data_button.setAccessibleName(tr("Add images of your own"))
        self.data_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.shapes_form = ConfigForm(ShapesConfig)
        self.list_datasets()
        self.model_form = ConfigForm(ModelConfig)
        self.train_form = ConfigForm(TrainConfig)
        self.dataset.currentIndexChanged.connect(self._on_dataset_changed)
        self.shapes_form.changed.connect(self._on_dataset_changed)
        self._epochs = 0
        self._is_measuring = False
        self._stop: Stop | None = None  # of the lecture, that the form was filled in for
        self._architecture = ModelConfig().architecture
        self.model_form.changed.connect(self._on_model_changed)
        self.lecture_menu = self._make_lecture_menu()
        self.lecture_button = QPushButton(tr("From the lecture"))
        self.lecture_button.setMenu(self.lecture_menu)
        self.lecture_button.setToolTip(tr("Fill in the form for one of the lecture's models"))
        self._lecture_sentence = QLabel()
        self._lecture_sentence.setWordWrap(True)
        self._lecture_sentence.setProperty("muted", True)
        self._lecture_sentence.hide()
        self._on_dataset_changed()
        self._on_model_changed()

        self._fields = QWidget()
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(8, 8, 8, 8)
        fields.setSpacing(8)
        fields.addWidget(self.lecture_button)
        fields.addWidget(self._lecture_sentence)
        choice = QFormLayout()
        choice.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        choice.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        pair = QHBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(self.dataset, 1)
        pair.addWidget(self.data_button)
        choice.addRow(tr("Dataset"), pair)
        fit(choice.labelForField(pair), minimum_width=LABEL_WIDTH)
        fields.addLayout(choice)
        fields.addWidget(self.shapes_form)
        for title, form in ((tr("Model"), self.model_form), (tr("Training"), self.train_form)):
            heading = QLabel(title)
            heading.setProperty("heading", True)
            fields.addSpacing(4)
            fields.addWidget(heading)
            fields.addWidget(form)
        fields.addStretch()
        scroll = _FieldsArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._fields)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its fields take the keys, and scroll

        self.train_button = QPushButton(tr("Train"))
        self.train_button.setProperty("primary", True)
        self.train_button.setToolTip(tr("Train this model; the map, the curves and the panels follow while it learns"))
        self.train_button.clicked.connect(self._on_train)

        self._progress = QWidget()
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the training"))
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setFont(tabular(self.status.font()))
        self.pause_button = QPushButton(tr("Pa&use"))
        self.pause_button.setCheckable(True)
        self.pause_button.setToolTip(tr("Hold training; everything else goes on"))
        self.stop_button = QPushButton(tr("St&op"))
        self.stop_button.setToolTip(tr("End training now and keep the run"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip(tr("End training now and discard the run"))
        self.pause_button.toggled.connect(self._on_pause)
        self.stop_button.clicked.connect(self._on_stop)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        buttons = QHBoxLayout()
        for button in (self.pause_button, self.stop_button, self.cancel_button):
            buttons.addWidget(button)
        progress = QVBoxLayout(self._progress)
        progress.setContentsMargins(0, 0, 0, 0)
        progress.addWidget(self.bar)
        progress.addWidget(self.status)
        progress.addLayout(buttons)

        bottom = QVBoxLayout()
        bottom.setContentsMargins(8, 0, 8, 8)
        bottom.addWidget(self.train_button)
        bottom.addWidget(self._progress)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll, 1)
        layout.addLayout(bottom)
        self.set_idle()

    def list_datasets(self) -> None:
        """Read anew which datasets there are; the chosen one stays chosen, if it is still there."""
        chosen = self.dataset.currentData()
        self.dataset.blockSignals(True)
        self.dataset.clear()
        for name in sources.known():
            self.dataset.addItem(tr("Shapes") if name == shapes.NAME else sources.title_of(name), name)
        self.dataset.setCurrentIndex(max(self.dataset.findData(chosen), 0))
        self.dataset.blockSignals(False)
        if chosen is not None and self.dataset.currentData() != chosen:
            self._on_dataset_changed()

    def choose_dataset(self, name: str) -> None:
        """Choose a dataset to train on."""
        self.dataset.setCurrentIndex(max(self.dataset.findData(name), 0))

    @property
    def dataset_name(self) -> str:
        """The name of the chosen dataset, which for shapes says how they are drawn.

        Raises:
            UserError: when shapes cannot be drawn so.
        """
        name: str = self.dataset.currentData()
        return shapes.name_of(self.shapes_form.config()) if name == shapes.NAME else name

    def set_idle(self) -> None:
        """Nothing is being trained: show the form."""
        self._fields.setEnabled(True)
        self.lecture_menu.setEnabled(True)
        self.train_button.show()
        if _has_focus(self._progress):  # which Qt would give to whatever comes next
            self.train_button.setFocus()
        self._progress.hide()

    def set_busy(self, text: str, can_cancel: bool = True) -> None:
        """Training is about to begin: lock the form and say what is being done."""
        self._progress.show()
        self.pause_button.setChecked(False)
        self._is_measuring = False
        self.stop_button.setText(tr("St&op"))
        self.stop_button.setToolTip(tr("End training now and keep the run"))
        for button in (self.pause_button, self.stop_button, self.cancel_button):
            button.setEnabled(True)
        if _has_focus(self.train_button) or _has_focus(self._fields):
            self.pause_button.setFocus()
        self._fields.setEnabled(False)
        self.lecture_menu.setEnabled(False)
        self.train_button.hide()
        self.cancel_button.setEnabled(can_cancel)
        self.cancel_button.setToolTip(
            tr("End training now and discard the run")
            if can_cancel
            else tr("This run was there before: there is nothing to discard. Stop keeps what was learned.")
        )
        self.bar.setRange(0, 0)
        self.status.setText(text)
        self.status.setToolTip("")

    def set_stopping(self) -> None:
        """A stop was asked for: only waiting is left."""
        if _has_focus(self._progress):
            self.bar.setFocus()
        for button in (self.pause_button, self.stop_button, self.cancel_button):
            button.setEnabled(False)
        self.status.setText(tr("Stopping: measuring the best epoch and saving the run…"))

    def show_progress(self, event: Began | Step | Saved | CannotSave | Measuring) -> None:
        """Show where training stands."""
        if isinstance(event, CannotSave):
            self.status.setText(event.sentence)
            return
        if isinstance(event, Saved):
            self.status.setToolTip(
                tr("Saved at epoch {epoch:.4g}: from there it can go on, whatever happens.", epoch=event.epoch)
            )
            return
        if isinstance(event, Measuring):
            self._show_measuring(event)
            return
        if isinstance(event, Began):
            self._epochs = event.epochs
            self.status.setText(
                tr(
                    "Starting on {device}: {train_images:,} images, {validation_images:,} held out…",
                    device=event.device,
                    train_images=event.train_images,
                    validation_images=event.validation_images,
                )
            )
            return
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * event.share_done))
        words = [phase_in_words(event.phase)] if event.phase else []
        words += [
            tr("epoch {epoch} of {epochs:,}", epoch=number(event.epoch, 1), epochs=self._epochs),
            tr("training distortion {nats}", nats=number(event.train.distortion))
            if math.isnan(event.train.rate)
            else tr("training bound {nats}", nats=number(event.train.bound)),
        ]
        speed = tr("{images} images/s", images=number(event.images_per_second, 0))
        left = tr("{duration} left", duration=duration(event.seconds_left))
        self.status.setText(f"{' · '.join(words)}\n{speed} · {left}")

    def _show_measuring(self, event: Measuring) -> None:
        """Training is over and the run is saved: all that can be done is to do without figures."""
        self.bar.setRange(0, 1000)
        self.bar.setValue(round(1000 * event.share_done))
        if not self._is_measuring:
            self._is_measuring = True
            self.status.setText(tr("Saved. Measuring the best epoch on the test images…"))
            self.stop_button.setText(tr("Skip measurin&g"))
            self.stop_button.setToolTip(tr("Keep the run without figures; “vaegui evaluate” measures it later"))
            self.pause_button.setEnabled(False)
            self.cancel_button.setEnabled(False)
            self.stop_button.setEnabled(True)

    def fill(self, stop: Stop) -> None:
        """Fill in the form for a stop of the lecture, with epochs that suit the dataset."""
        self._fill(stop.model, self._suggested_epochs() | stop.training, stop)

    @property
    def contents(self) -> Contents:
        """What the form says now."""
        return Contents(self.model_form.values(), self.train_form.values(), self._stop)

    def set_contents(self, contents: Contents) -> None:
        """Have the form say what it said once."""
        self._fill(contents.model, contents.training, contents.stop)

    def _fill(self, model: Mapping[str, Any], training: Mapping[str, Any], stop: Stop | None) -> None:
        self._stop = None
        self.model_form.fill(model)
        self.train_form.fill(training)
        self._stop = stop
        self.lecture_button.setText(stop.title if stop else tr("From the lecture"))
        self._lecture_sentence.setText(stop.sentence if stop else "")
        self._lecture_sentence.setVisible(stop is not None)

    def _make_lecture_menu(self) -> QMenu:
        menu = QMenu(tr("&Lecture"), self)
        menu.setToolTipsVisible(True)
        for heading, stops in LECTURE.items():
            menu.addSection(heading)
            for stop in stops:
                action = menu.addAction(stop.title)
                action.setToolTip(stop.sentence)
                action.setData(stop)
        menu.triggered.connect(self._on_stop_chosen)
        return menu

    def _on_stop_chosen(self, action: QAction) -> None:
        before = self.contents
        self.fill(action.data())
        self.stop_filled.emit()
        self.replaced.emit(before, self.contents)

    def _suggested_epochs(self) -> dict[str, int]:
        try:
            epochs = sources.suggested_epochs(self.dataset_name)
        except UserError:
            epochs = sources.MOST_EPOCHS
        return {"epochs": epochs, "amortise_epochs": max(5, epochs // 4), "layer_epochs": max(5, epochs // 4)}

    def _on_dataset_changed(self) -> None:
        self.shapes_form.setVisible(self.dataset.currentData() == shapes.NAME)
        for name, value in self._suggested_epochs().items():
            self.train_form.set_value(name, value)

    def _on_model_changed(self) -> None:
        """Suggest layers that suit the network: 256 channels would be hundreds of times slower than 256 units."""
        self.train_form.set_context(self.model_form.values())
        if self._stop is not None:  # the model is no longer the lecture's
            self._stop = None
            self.lecture_button.setText(tr("From the lecture"))
            self._lecture_sentence.hide()
        architecture = self.model_form.value("architecture")
        if architecture != self._architecture:
            self._architecture = architecture
            self.model_form.set_value("hidden", SUGGESTED_HIDDEN[architecture])

    def _on_train(self) -> None:
        try:
            name, model, training = self.dataset_name, self.model_form.config(), self.train_form.config()
        except UserError as error:
            self.refused.emit(str(error))
            return
        self.train_wanted.emit(name, model, training)

    def _on_stop(self) -> None:
        if self._is_measuring:
            self.stop_button.setEnabled(False)
            self.skip_wanted.emit()
        else:
            self.stop_wanted.emit()

    def _on_pause(self, paused: bool) -> None:
        self.pause_button.setText(tr("Res&ume") if paused else tr("Pa&use"))
        self.pause_toggled.emit(paused)


def _has_focus(part: QWidget) -> bool:
    """Whether a part of a window, or something in it, has the window's focus."""
    owner = part.window().focusWidget()
    return owner is not None and (owner is part or part.isAncestorOf(owner))


def duration(seconds: float) -> str:
    """Write seconds as 0:07, 12:30 or 2:05:00."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
