"""Test images with noise added, and what the model makes of them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget
from superqt import QLabeledSlider
from torch import Tensor

from vaegui.data import CORRUPTIONS, Corruption
from vaegui.explore import Denoising
from vaegui.ui.accessible import name_slider
from vaegui.ui.dataset_gate import DatasetGate
from vaegui.ui.image_view import ImageTable, TableRow, to_qimage, to_rgb
from vaegui.ui.theme import LETTERS, number
from vaegui.ui.tips import tip
from vaegui.words import tr

NAMES: dict[Corruption, str] = {
    "gaussian": tr("Gaussian noise"),
    "salt-and-pepper": tr("Salt and pepper"),
    "masking": tr("Masking"),
}


class DenoisingPanel(QWidget):
    """Choose a noise and its level; compare the noisy image, the model's answer to it and to the clean image.

    Signals:
        noise_changed: the kind, the level in [0, 1], or the draw of the noise changed.
        image_chosen: the number of the image whose noisy code the target should go to.
    """

    noise_changed = Signal()
    image_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.seed = 0
        self.kind = QComboBox()
        self.kind.setAccessibleName(tr("Kind of noise"))
        for name, words in CORRUPTIONS.items():
            self.kind.addItem(NAMES[name], name)
            self.kind.setItemData(self.kind.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
        self.kind.setCurrentIndex(self.kind.findData("salt-and-pepper"))
        self.kind.setToolTip(tip("denoising", does="<br>".join(CORRUPTIONS.values())))
        # Whole per cents: superqt's slider of fractions cannot be moved by keys.
        self.slider = QLabeledSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 100)
        self.slider.setPageStep(10)
        self.slider.setValue(20)
        name_slider(self.slider, tr("Noise level, in per cent"))
        self.slider.setToolTip(
            tr(
                "Noise level in per cent: the standard deviation of the Gaussian, in parts of the range from black to "
                "white, or the share of pixels hit"
            )
        )
        self.again_button = QPushButton(tr("Ne&w noise"))
        self.again_button.setToolTip(tr("Draw the noise anew"))
        self.kind.currentIndexChanged.connect(self.noise_changed)
        self.slider.valueChanged.connect(self.noise_changed)
        self.again_button.clicked.connect(self._on_again)
        self.table = ImageTable(
            (tr("clean"), tr("noisy"), tr("denoised"), tr("from clean")),
            (
                tr("a test image x"),
                tr("x with noise, and its PSNR against x in dB"),
                tr("what the model makes of the noisy image, and its PSNR against x"),
                tr("what the model makes of x itself, and its PSNR: a yardstick for the denoised one"),
            ),
        )
        self.table.setAccessibleName(tr("Denoising"))
        self.table.row_chosen.connect(self._on_row_chosen)
        self._models = 1  # rows for each image
        self.gate = DatasetGate(self.table)
        self._mean = QLabel()
        self._mean.setProperty("muted", True)
        self._mean.setToolTip(tip("PSNR"))
        self._mean.setWordWrap(True)
        top = QHBoxLayout()
        top.addWidget(self.kind, 1)
        top.addWidget(self.again_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        level = QHBoxLayout()
        title = QLabel(tr("Level, %"))
        title.setBuddy(self.slider)
        level.addWidget(title)
        level.addWidget(self.slider, 1)
        layout.addLayout(level)
        layout.addWidget(self._mean)
        layout.addWidget(self.gate, 1)

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure."""
        return [self._mean, self.table] if self.gate.currentIndex() == 0 else []

    @property
    def noise(self) -> tuple[Corruption, float, int]:
        """Kind, level in [0, 1] and seed of the noise."""
        return self.kind.currentData(), self.slider.value() / 100, self.seed

    def image_of(self, row: int) -> int:
        """The number of the image that a row of the table shows."""
        return row // self._models

    def clear(self) -> None:
        """Forget the figures of another model."""
        self._mean.clear()

    def set_results(self, results: Sequence[Denoising], paper: bool, has_arrows: bool) -> None:
        """Show what each of several models makes of the same noisy images: a row for each below every image."""
        self._models = len(results)
        clean, noisy = to_rgb(results[0].clean, paper), to_rgb(results[0].noisy, paper)
        answers = [(to_rgb(result.denoised, paper), to_rgb(result.reconstruction, paper)) for result in results]
        rows = []
        for i in range(len(clean)):
            for k, (result, (denoised, rebuilt)) in enumerate(zip(results, answers, strict=True)):
                given = (None, None) if k else (to_qimage(clean[i]), to_qimage(noisy[i]))
                ratios = (result.noisy_psnr, result.denoised_psnr, result.reconstruction_psnr)
                captions = ("", *(_decibel(ratio[i].item()) for ratio in ratios))
                title = LETTERS[k] if len(results) > 1 else ""
                rows.append(TableRow((*given, to_qimage(denoised[i]), to_qimage(rebuilt[i])), captions, title, k == 0))
        self.table.set_rows(rows)
        words = _describe(results[0]) if len(results) == 1 else _compare(results)
        arrows = tr("Arrows on the map: clean → noisy code.") if has_arrows else ""
        self._mean.setText(f"{words} {arrows}".strip())
        self.gate.show_content()

    def _on_row_chosen(self, row: int) -> None:
        self.image_chosen.emit(self.image_of(row))

    def _on_again(self) -> None:
        self.seed += 1
        self.noise_changed.emit()


def _decibel(value: float) -> str:
    return tr("equal") if value >= 60 else tr("{decibel} dB", decibel=number(value, 1))


def _mean_decibel(ratio: Tensor) -> str:
    return _decibel(ratio.mean().item())


def _is_better(result: Denoising) -> bool:
    return bool(result.denoised_psnr.mean() > result.noisy_psnr.mean())


def _describe(result: Denoising) -> str:
    noisy, denoised = _mean_decibel(result.noisy_psnr), _mean_decibel(result.denoised_psnr)
    clean = _mean_decibel(result.reconstruction_psnr)
    if _is_better(result):
        return tr(
            "mean PSNR: noisy {noisy}; denoised {denoised} (better), from clean {clean}.",
            noisy=noisy,
            denoised=denoised,
            clean=clean,
        )
    return tr(
        "mean PSNR: noisy {noisy}; denoised {denoised} (no better), from clean {clean}.",
        noisy=noisy,
        denoised=denoised,
        clean=clean,
    )


def _compare(results: Sequence[Denoising]) -> str:
    verdicts = []
    for letter, result in zip(LETTERS, results, strict=False):
        denoised = _mean_decibel(result.denoised_psnr)
        verdicts.append(
            tr("{run} denoised {denoised} (better)", run=letter, denoised=denoised)
            if _is_better(result)
            else tr("{run} denoised {denoised} (no better)", run=letter, denoised=denoised)
        )
    noisy = _mean_decibel(results[0].noisy_psnr)
    return tr("mean PSNR: noisy {noisy}; {verdicts}.", noisy=noisy, verdicts="; ".join(verdicts))
