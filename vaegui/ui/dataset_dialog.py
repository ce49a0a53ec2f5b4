"""Make a dataset of another one: of the selected images, without them, with another label, or of the shown classes."""

from __future__ import annotations

from collections.abc import Callable, Generator

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vaegui import sources
from vaegui.data import Dataset
from vaegui.exports import derived
from vaegui.exports.derived import Derived
from vaegui.settings import UserError
from vaegui.ui.job import Job
from vaegui.words import plural, tr

INDENT = 24  # pixels, under a choice


class DatasetDialog(QDialog):
    """Choose what the new dataset is made of, name it, keep it.

    Signals:
        kept: the Dataset, which is in memory and kept on disk.
    """

    kept = Signal(object)

    def __init__(
        self, dataset: Dataset, rows: np.ndarray, shown: frozenset[int], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New dataset"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._dataset, self._rows, self._shown = dataset, rows, shown
        self._job = Job(parent)  # which outlives the dialog
        self._job.yielded.connect(self._on_progress)
        self._job.returned.connect(self._on_kept)
        self._job.failed.connect(self._on_failed)

        title, count = sources.title_of(dataset.name), len(rows)
        self.only = QRadioButton(
            plural(count, "The {count:,} selected image &alone", "The {count:,} selected images &alone")
        )
        self.only.setToolTip(tr("They are split anew: a fifth of each class is held out for testing"))
        self.without = QRadioButton(
            plural(
                count,
                "{dataset} with&out the selected image",
                "{dataset} with&out the selected images",
                dataset=title,
            )
        )
        self.relabelled = QRadioButton(
            plural(
                count,
                "{dataset} with the selected image in the &class",
                "{dataset} with the selected images in the &class",
                dataset=title,
            )
        )
        self.classes = QRadioButton(tr("{dataset}, only the classes that are &shown on the map", dataset=title))
        self.classes.setToolTip(tr("Training and test images; click a class in the legend to hide it"))
        self.label = QComboBox()
        self.label.setEditable(True)
        self.label.addItems(list(dataset.classes))
        self.label.setCurrentText("")
        self.label.setAccessibleName(tr("Class of the selected images"))
        edit = self.label.lineEdit()
        assert edit is not None
        edit.setPlaceholderText(tr("an old class or a new one"))
        edit.setMaxLength(derived.LONGEST_CLASS)
        self._choices = QButtonGroup(self)
        for button in (self.only, self.without, self.relabelled, self.classes):
            self._choices.addButton(button)
        for button in (self.only, self.without, self.relabelled):
            button.setEnabled(len(rows) > 0)
        is_some = 0 < len(shown) < len(dataset.classes)
        self.classes.setEnabled(is_some)
        (self.only if len(rows) else self.classes).setChecked(True)

        self.name = QLineEdit(_free(dataset.name))
        self.name.setMaxLength(60)
        self.name.setMinimumHeight(self.name.sizeHint().height())  # also where what is said takes more lines
        self.name.setAccessibleName(tr("Name of the dataset"))
        self.name.setToolTip(tr("What the dataset, and the runs that are trained on it, will be called"))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress"))
        self.bar.hide()
        buttons = QDialogButtonBox()
        self.keep_button, self.cancel_button = QPushButton(tr("&Make it")), QPushButton(tr("Cancel"))
        self.keep_button.setProperty("primary", True)
        self.keep_button.setDefault(True)
        buttons.addButton(self.keep_button, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.cancel_button, QDialogButtonBox.ButtonRole.RejectRole)
        self.keep_button.clicked.connect(self._on_keep)
        self.cancel_button.clicked.connect(self.reject)

        self._form = QWidget()
        form = QVBoxLayout(self._form)
        form.setContentsMargins(0, 0, 0, 0)
        form.setSpacing(8)
        for button in (self.only, self.without, self.relabelled):
            form.addWidget(button)
        under = QVBoxLayout()
        under.setContentsMargins(INDENT, 0, 0, 0)
        under.addWidget(self.label)
        form.addLayout(under)
        form.addWidget(self.classes)
        named = QFormLayout()
        named.setContentsMargins(0, 8, 0, 0)
        named.addRow(tr("Name"), self.name)
        form.addLayout(named)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(8)
        layout.addWidget(self._form)
        layout.addWidget(self.words)
        layout.addWidget(self.bar)
        layout.addStretch()
        layout.addWidget(buttons)
        self.resize(460, self.sizeHint().height())
        self._choices.buttonToggled.connect(self._describe)
        self.label.currentTextChanged.connect(self._on_label_changed)
        self._describe()

    def _on_label_changed(self) -> None:
        self.relabelled.setChecked(True)
        self._describe()

    @property
    def _maker(self) -> Callable[[], Derived]:
        dataset, rows, label = self._dataset, self._rows, self.label.currentText()
        if self.only.isChecked():
            return lambda: derived.only(dataset, rows)
        if self.without.isChecked():
            return lambda: derived.without(dataset, rows)
        if self.relabelled.isChecked():
            return lambda: derived.relabelled(dataset, rows, label)
        return lambda: derived.of_classes(dataset, self._shown)

    def _describe(self) -> None:
        """Say what it would be, as far as that can be told without copying images."""
        if self.relabelled.isChecked() and not self.label.currentText().strip():
            self.words.setText(tr("Name the class that the selected images are of."))
        elif self.only.isChecked():
            self.words.setText(tr("A fifth of each class is held out for testing."))
        elif self.classes.isChecked() and not self.classes.isEnabled():
            self.words.setText(tr("Select images on the map, or hide some classes in its legend, and come back."))
        else:
            self.words.setText(tr("Training images come along, so that a model can be trained on it at once."))
        has_choice = any(button.isChecked() and button.isEnabled() for button in self._choices.buttons())
        self.keep_button.setEnabled(has_choice)

    def _on_keep(self) -> None:
        make, name = self._maker, self.name.text()
        try:
            sources.check_name(name)
        except UserError as error:
            self.words.setText(str(error))
            return
        self._form.setEnabled(False)
        self.keep_button.setEnabled(False)
        self.bar.setValue(0)
        self.bar.show()

        def work() -> Generator[float, None, Dataset]:
            made = make()
            dataset = yield from derived.keep(made, name)
            dataset.train.digest()  # which the window then need not compute
            return dataset

        self._job.start(work)

    def _on_progress(self, share: float) -> None:
        self.bar.setValue(round(1000 * share))

    def _on_kept(self, dataset: Dataset) -> None:
        self.kept.emit(dataset)
        self.accept()

    def _on_failed(self, sentence: str, _details: str = "") -> None:
        self._form.setEnabled(True)
        self.bar.hide()
        self._describe()
        self.words.setText(sentence)

    def done(self, result: int) -> None:
        """Give up what is being kept, whichever way the dialog closes."""
        self._job.cancel()
        super().done(result)


def _free(base: str) -> str:
    """A name that no dataset has yet."""
    known, number_of = set(sources.known()), 2
    while f"{base}-{number_of}" in known:
        number_of += 1
    return f"{base}-{number_of}"
