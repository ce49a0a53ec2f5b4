"""Test images beside what the model makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaegui.explore import Reconstruction
from vaegui.ui.dataset_gate import DatasetGate
from vaegui.ui.image_view import ImageTable, TableRow, difference_rgb, to_qimage, to_rgb
from vaegui.ui.theme import LETTERS, number
from vaegui.ui.tips import tip
from vaegui.words import tr


class ReconstructionPanel(QWidget):
    """A table of image, reconstruction and difference, with the figures of each.

    Signals:
        image_chosen: the number of the image whose code the target should go to.
        others_wanted: show other images.
    """

    image_chosen = Signal(int)
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ImageTable(
            (tr("image"), tr("reconstruction"), tr("difference")),
            (
                tr("a test image x"),
                tr(
                    "the mean of p(x|z) at the mean of q(z|x); below it the distortion −E<sub>q</sub>[log p(x|z)] in "
                    "nats, of the image as the model sees it"
                ),
                tr(
                    "reconstruction minus image: blue below, white equal, red above (of colours, the difference of "
                    "each colour, halved, with grey for equal); below it the peak signal-to-noise ratio (PSNR) of the "
                    "reconstruction in dB, larger is better"
                ),
            ),
        )
        self.table.setAccessibleName(tr("Reconstructions"))
        self.table.row_chosen.connect(self._on_row_chosen)
        self._models = 1  # rows for each image
        self.gate = DatasetGate(self.table)
        self.others_button = QPushButton(tr("Other &images"))
        self.others_button.setToolTip(tr("Show other test images, here and in the denoising panel"))
        self.others_button.clicked.connect(self.others_wanted)
        self._mean = QLabel()
        self._mean.setProperty("muted", True)
        self._mean.setToolTip(tip("PSNR", does=tr("Here the mean over the test images that are shown.")))
        self._mean.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self._mean, 1)
        top.addWidget(self.others_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.gate, 1)

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure."""
        return [self._mean, self.table] if self.gate.currentIndex() == 0 else []

    def image_of(self, row: int) -> int:
        """The number of the image that a row of the table shows."""
        return row // self._models

    def clear(self) -> None:
        """Forget the figures of another model."""
        self._mean.clear()

    def set_results(self, results: Sequence[Reconstruction], paper: bool) -> None:
        """Show what each of several models makes of the same images: a row for each model below every image."""
        rows = []
        self._models = len(results)
        originals = to_rgb(results[0].image, paper)
        rebuilt = [to_rgb(result.result, paper) for result in results]
        differences = [difference_rgb(result.result - result.image) for result in results]
        for i in range(len(originals)):
            for k, result in enumerate(results):
                images = (
                    None if k else to_qimage(originals[i]),
                    to_qimage(rebuilt[k][i]),
                    to_qimage(differences[k][i]),
                )
                nats, decibel = (number(values[i].item(), 1) for values in (result.distortion, result.psnr))
                title = LETTERS[k] if len(results) > 1 else ""
                rows.append(
                    TableRow(
                        images,
                        ("", tr("{nats} nats", nats=nats), tr("{decibel} dB", decibel=decibel)),
                        title,
                        begins_group=k == 0,
                    )
                )
        self.table.set_rows(rows)
        means = [tr("{decibel} dB", decibel=number(result.psnr.mean().item(), 1)) for result in results]
        if len(results) > 1:
            means = [f"{LETTERS[k]} {words}" for k, words in enumerate(means)]
        self._mean.setText(tr("mean PSNR {means}", means=" · ".join(means)))
        self.gate.show_content()

    def _on_row_chosen(self, row: int) -> None:
        self.image_chosen.emit(self.image_of(row))
