"""Which images are selected, how to select some, and a contact sheet of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vaegui.ui.contact_sheet import ContactSheet
from vaegui.words import tr

WAYS = {
    "label": (tr("of a class"), tr("All test images of a class")),
    "psnr": (tr("worst reconstructed"), tr("The images whose reconstruction by A has the lowest PSNR")),
    "gap": (
        tr("largest gap"),
        tr(
            "The images with the largest log p(x) − ELBO = KL(q(z|x) ‖ p(z|x)) under A: where the encoder's q is "
            "farthest from the exact posterior"
        ),
    ),
}
ORDERS = {
    "row": (tr("test order"), tr("As the test set has them")),
    "label": (tr("by class"), tr("Class by class")),
    "psnr": (tr("worst PSNR first"), tr("By the PSNR of A's reconstruction, the worst first")),
    "gap": (tr("largest gap first"), tr("By log p(x) − ELBO under A, the largest first")),
}
EMPTY = tr("Nothing is selected. Draw around codes with the lasso (S) or the box (B) above the map, or choose here.")


class SelectionPanel(QWidget):
    """Choose how to select; see what is selected.

    Signals:
        select_wanted: one of `WAYS`, the class (for "label"), and how many images (for the others).
        order_changed: another of `ORDERS` was chosen.
        clear_wanted: select nothing.
        cancel_wanted: give up what is being computed.
        chosen: the test row of an image of the sheet.
        save_wanted: write the selected images to a file.
        dataset_wanted: make a dataset of them, or one without them, or with other labels.
    """

    select_wanted = Signal(str, int, int)
    order_changed = Signal()
    clear_wanted = Signal()
    cancel_wanted = Signal()
    chosen = Signal(int)
    save_wanted = Signal()
    dataset_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way, self.order = QComboBox(), QComboBox()
        for box, options, name in ((self.way, WAYS, tr("Which images to select")), (self.order, ORDERS, tr("Order"))):
            for key, (words, tip) in options.items():
                box.addItem(words, key)
                box.setItemData(box.count() - 1, tip, Qt.ItemDataRole.ToolTipRole)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            box.setAccessibleName(name)
            box.setToolTip("<br>".join(f"<b>{words}</b> {tip}" for words, tip in options.values()))
        self.classes = QComboBox()
        self.classes.setAccessibleName(tr("Class to select"))
        self.classes.setToolTip(tr("The class whose images are selected"))
        self.count = QSpinBox()
        self.count.setRange(1, 10_000)
        self.count.setValue(48)
        self.count.setAccessibleName(tr("Number of images to select"))
        self.count.setToolTip(tr("How many images are selected"))
        self.select_button = QPushButton(tr("Select"))
        self.select_button.setToolTip(tr("Select these images, on all maps"))
        self.select_button.clicked.connect(self._on_select)
        self.clear_button = QPushButton(tr("Select nothin&g"))
        self.clear_button.setToolTip(tr("Forget the selection; Ctrl+Z brings it back"))
        self.clear_button.clicked.connect(self.clear_wanted)
        self.save_button, self.dataset_button = QPushButton(tr("Save…")), QPushButton(tr("New dataset…"))
        self.save_button.setToolTip(tr("Write the selected images, their labels and codes: CSV, NPZ or Parquet"))
        self.dataset_button.setToolTip(
            tr("Make a dataset of these images, or without them, or give them another class")
        )
        self.save_button.clicked.connect(self.save_wanted)
        self.dataset_button.clicked.connect(self.dataset_wanted)
        self.way.currentIndexChanged.connect(self._show_choices)
        self.order.currentIndexChanged.connect(self.order_changed)
        self._words = QLabel(EMPTY)
        self._words.setWordWrap(True)
        self._words.setProperty("muted", True)
        self._progress = QProgressBar()
        self._progress.setRange(0, 1000)
        self._progress.setTextVisible(False)
        self._progress_words = QLabel()
        self._progress_words.setProperty("muted", True)
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self.sheet = ContactSheet()
        self.sheet.setAccessibleName(tr("Selected images"))
        self.sheet.chosen.connect(self.chosen)
        choices = QGridLayout()
        choices.setHorizontalSpacing(8)
        choices.addWidget(self.way, 0, 0)
        choices.addWidget(self.classes, 0, 1)
        choices.addWidget(self.count, 0, 1)
        choices.addWidget(self.select_button, 0, 2)
        choices.addWidget(self.order, 1, 0)
        choices.addWidget(self.clear_button, 1, 1, 1, 2)
        choices.setColumnStretch(0, 1)
        self._busy = QWidget()
        busy = QHBoxLayout(self._busy)
        busy.setContentsMargins(0, 0, 0, 0)
        busy.addWidget(self._progress_words)
        busy.addWidget(self._progress, 1)
        busy.addWidget(self.cancel_button)
        self._busy.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(8)
        layout.addLayout(choices)
        layout.addWidget(self._busy)
        layout.addWidget(self._words)
        layout.addWidget(self.sheet, 1)
        out = QHBoxLayout()
        out.addWidget(self.save_button)
        out.addWidget(self.dataset_button)
        out.addStretch()
        layout.addLayout(out)
        self._show_choices()
        self.set_selection(np.empty(0, np.int64), (), lambda row: None, "")

    def set_classes(self, classes: Sequence[str]) -> None:
        """Offer these classes."""
        if [self.classes.itemText(i) for i in range(self.classes.count())] != list(classes):
            self.classes.clear()
            self.classes.addItems(list(classes))

    def set_possible(self, ways: dict[str, str]) -> None:
        """Say which ways and orders cannot be had, and why."""
        for box, options in ((self.way, WAYS), (self.order, ORDERS)):
            model = box.model()
            for index in range(box.count()):
                why = ways.get(box.itemData(index), "")
                item = model.item(index)  # type: ignore[attr-defined]
                item.setEnabled(not why)
                item.setToolTip(why or options[box.itemData(index)][1])
            if not model.item(box.currentIndex()).isEnabled():  # type: ignore[attr-defined]
                box.setCurrentIndex(next((i for i in range(box.count()) if model.item(i).isEnabled()), 0))  # type: ignore[attr-defined]

    def set_selection(
        self, rows: np.ndarray, captions: Sequence[str], picture: Callable[[int], QImage | None], words: str
    ) -> None:
        """Show the selected images (test rows), a caption for each, and words about them."""
        self.sheet.set_rows(rows, captions, picture)
        self._words.setText(words or EMPTY)
        self.clear_button.setEnabled(bool(words))
        self.save_button.setEnabled(len(rows) > 0)
        self.dataset_button.setEnabled(len(rows) > 0)

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure."""
        return [self._words, self.sheet]

    @property
    def shown_rows(self) -> list[int]:
        """The test rows of the sheet, in order."""
        return self.sheet.rows

    @property
    def words(self) -> str:
        """What is said about the selection."""
        return self._words.text()

    def set_busy(self, words: str, share: float) -> None:
        """Show how far a computation has come, 0…1, and how to give it up."""
        self._busy.show()
        self._progress_words.setText(words)
        self._progress.setValue(round(1000 * share))
        self.select_button.setEnabled(False)

    def set_idle(self) -> None:
        """Nothing is being computed."""
        self._busy.hide()
        self.select_button.setEnabled(True)

    def _show_choices(self) -> None:
        is_label = self.way.currentData() == "label"
        self.classes.setVisible(is_label)
        self.count.setVisible(not is_label)

    def _on_select(self) -> None:
        self.select_wanted.emit(self.way.currentData(), self.classes.currentIndex(), self.count.value())
