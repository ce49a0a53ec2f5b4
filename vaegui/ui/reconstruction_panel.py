"""Test images beside what the model makes of them."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vaegui.explore import Reconstruction
from vaegui.ui.dataset_gate import DatasetGate
from vaegui.ui.image_view import ImageTable, TableRow, difference_rgb, to_qimage, to_rgb
from vaegui.ui.theme import number


class ReconstructionPanel(QWidget):
    """A table of image, reconstruction and difference, with the figures of each.

    Signals:
        row_chosen: the row whose code the target should go to.
        others_wanted: show other images.
    """

    row_chosen = Signal(int)
    others_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = ImageTable(
            ("image", "reconstruction", "difference"),
            (
                "a test image x",
                "the mean of p(x|z) at the mean of q(z|x); below it the distortion −E<sub>q</sub>[log p(x|z)] in nats, "
                "of the image as the model sees it",
                "reconstruction minus image: blue below, white equal, red above; below it the peak signal-to-noise "
                "ratio (PSNR) of the reconstruction in dB, larger is better",
            ),
        )
        self.table.setAccessibleName("Reconstructions")
        self.table.row_chosen.connect(self.row_chosen)
        self.gate = DatasetGate(self.table)
        self.others_button = QPushButton("Other &images")
        self.others_button.setToolTip("Show other test images, here and in the denoising panel")
        self.others_button.clicked.connect(self.others_wanted)
        self._mean = QLabel()
        self._mean.setProperty("muted", True)
        top = QHBoxLayout()
        top.addWidget(self._mean, 1)
        top.addWidget(self.others_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self.gate, 1)

    def clear(self) -> None:
        """Forget the figures of another model."""
        self._mean.clear()

    def set_result(self, result: Reconstruction, paper: bool) -> None:
        """Show reconstructions."""
        originals, reconstructions = to_rgb(result.image, paper), to_rgb(result.result, paper)
        differences = difference_rgb(result.result - result.image)
        self.table.set_rows(
            [
                TableRow(
                    (to_qimage(originals[i]), to_qimage(reconstructions[i]), to_qimage(differences[i])),
                    ("", f"{number(result.distortion[i].item(), 1)} nats", f"{number(result.psnr[i].item(), 1)} dB"),
                )
                for i in range(len(originals))
            ]
        )
        self._mean.setText(f"mean PSNR {number(result.psnr.mean().item(), 1)} dB")
        self.gate.show_content()
