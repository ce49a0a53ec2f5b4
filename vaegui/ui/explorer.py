"""What ties a model to the panels that explore it: map, decoded image, samples, reconstruction and denoising.

It decodes from its own copy of the weights, never from those being trained; a new copy replaces the old one whole.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, QRectF, QTimer, Signal
from torch import Tensor

from vaegui import explore, posterior
from vaegui.data import SOURCES, Images, observe
from vaegui.explore import Density, standard_normal
from vaegui.models import ImageShape, Model, ModelConfig
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.decoded_panel import DecodedPanel
from vaegui.ui.denoising_panel import DenoisingPanel
from vaegui.ui.image_view import amount_rgb, to_qimage, to_rgb
from vaegui.ui.latent_map import LatentMap, Lattice, describe_nearby
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.reconstruction_panel import ReconstructionPanel
from vaegui.ui.samples_panel import SIDE, SamplesPanel

STRIP = 8  # images in the reconstruction and denoising panels
NO_ARROWS = np.empty((0, 2))
NODES = 40  # along each axis of the grid that posteriors are shown on, where EM did not have its own
NO_ENCODER = {
    "em": "EM fits the decoder first; its encoder comes last (“amortise”). Until then there is nothing to show here.",
    "autoencoder": "Layers are being pretrained one by one; those above are still random. "
    "The whole stack is put together when it is fine-tuned.",
}


STOPPED = "This run was stopped before its encoder was trained, so nothing can be passed through it."


@dataclass(frozen=True)
class Subject:
    """What is being explored: a saved run, or the one being trained."""

    title: str
    dataset: str
    classes: tuple[str, ...]
    image_shape: ImageShape
    config: ModelConfig
    rows: Tensor | None = None  # test rows whose codes are on the map; None when it is all of them
    density: Density | None = None  # what images are generated from; None for an autoencoder without one yet
    nodes: int = NODES  # along each axis of the grid that posteriors are shown on

    @property
    def has_map(self) -> bool:
        """Whether its codes can be drawn on a plane as they are."""
        return self.config.code_size == 2

    @property
    def no_map_because(self) -> str:
        """Why there is no map, or nothing."""
        size = self.config.code_size
        if size == 2:
            return ""
        if size == 0:
            return (
                "Independent pixels have no latent variables, and so no map. Samples (right) shows what they generate."
            )
        return (
            f"This model's codes have {size} dimension{'s' if size > 1 else ''}; the map can only draw two. "
            "Curves, samples, reconstruction and denoising work all the same."
        )


class Explorer(QObject):
    """Answer the panels with what the current model computes.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(self, datasets: DatasetStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map = LatentMap()
        self.decoded = DecodedPanel()
        self.reconstruction = ReconstructionPanel()
        self.denoising = DenoisingPanel()
        self.samples = SamplesPanel()
        self.subject: Subject | None = None
        self._datasets = datasets
        self._model: Model | None = None
        self._paper = False
        self._strip = 0
        self._strips_due = 0.0
        self._clean_codes: Tensor | None = None  # of the reconstruction panel's rows
        self._noisy_codes: Tensor | None = None  # of the denoising panel's rows
        self._has_encoder = True
        self._chosen: int | None = None  # the test row whose posterior is shown
        self._sample_codes: Tensor | None = None
        self._workers = [LatestWorker(self) for _ in range(3)]
        self._manifold_worker, self._posterior_worker, self._samples_worker = self._workers
        self._manifold_worker.answered.connect(self._on_manifold_decoded)
        self._posterior_worker.answered.connect(self._on_posterior_found)
        self._samples_worker.answered.connect(self._on_samples_drawn)
        for worker in self._workers:
            worker.failed.connect(self.failed)
            worker.start()

        self.map.target_changed.connect(self._on_target_changed)
        self.map.hovered.connect(self._on_hovered)
        self.map.manifold_wanted.connect(self._on_manifold_wanted)
        self.map.posterior_wanted.connect(self._on_posterior_wanted)
        self.samples.wanted.connect(self.refresh_samples)
        self.samples.code_chosen.connect(self._on_sample_chosen)
        self.decoded.position_typed.connect(self.map.set_target)
        self.reconstruction.others_wanted.connect(self._on_others_wanted)
        self.denoising.noise_changed.connect(self.refresh_strips)
        for panel in (self.reconstruction, self.denoising):
            panel.gate.download_wanted.connect(self._on_download_wanted)
            panel.gate.folder_wanted.connect(self._on_folder_wanted)
        self.reconstruction.row_chosen.connect(self._on_clean_row_chosen)
        self.denoising.row_chosen.connect(self._on_noisy_row_chosen)
        datasets.loaded.connect(self.refresh_strips)
        datasets.loaded.connect(self._refresh_posterior)
        datasets.failed.connect(self.refresh_strips)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()

    def set_subject(self, subject: Subject) -> None:
        """Explore something else: forget what belonged to the model before."""
        self.subject, self._model = subject, None
        self._clean_codes = self._noisy_codes = self._sample_codes = self._chosen = None
        self.set_codes(NO_ARROWS, np.empty(0, np.int64), "")
        self.map.set_arrows(NO_ARROWS, NO_ARROWS)
        self.map.clear_manifold()
        self.map.set_message(subject.no_map_because)
        self.map.set_has_prior(subject.config.family != "autoencoder")
        self.map.set_has_posterior(subject.has_map and subject.config.is_density)
        self.samples.set_has_prior(subject.config.family != "autoencoder")
        self.samples.sheet.set_images(None)
        self.samples.set_words("")
        for panel in (self.reconstruction, self.denoising):
            panel.clear()
            panel.gate.show_words("")
        self.decoded.set_image(None)
        self.decoded.set_variance(None)
        self.decoded.set_around("")
        self.decoded.setEnabled(subject.has_map)

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, caption: str) -> None:
        """Put codes (N, D) with labels (N,) on the map, if it can draw them."""
        assert self.subject is not None
        if self.subject.has_map:
            self.map.set_codes(codes, labels, self.subject.classes)
            self.map.set_caption(caption)
        else:
            self.map.set_codes(NO_ARROWS, np.empty(0, np.int64), ())
            self.map.set_caption("")

    def set_model(self, model: Model, live: bool = False, has_encoder: bool = True) -> None:
        """Decode with these weights from now on; `live` ones come several times a second."""
        self._model, self._has_encoder = model, has_encoder
        self._on_target_changed(*self.map.target)
        self.map.refresh_manifold()
        self.refresh_samples()
        self._refresh_posterior()
        if live:
            QTimer.singleShot(0, self, self._refresh_live_strips)  # a turn of its own, so that the pointer gets one too
        else:
            self.refresh_strips()

    def _refresh_live_strips(self) -> None:
        """Strips of a large network may take a while: during training they get at most a tenth of the time."""
        started = time.perf_counter()
        if started >= self._strips_due:
            self.refresh_strips()
            now = time.perf_counter()
            self._strips_due = now + 10 * (now - started)

    def set_paper(self, paper: bool) -> None:
        """Draw grey images as ink on paper, or white on black."""
        self._paper = paper
        if self._model is not None:
            self.set_model(self._model, has_encoder=self._has_encoder)

    def refresh_strips(self) -> None:
        """Compute the reconstruction and denoising panels again, whichever can be seen."""
        if self.subject is None or self._model is None:
            return
        if not self.denoising.gate.is_seen:
            self.map.set_arrows(NO_ARROWS, NO_ARROWS)
        if not self._has_encoder:
            for gate in (self.reconstruction.gate, self.denoising.gate):
                gate.show_words(NO_ENCODER[self.subject.config.family] if self.subject.rows is not None else STOPPED)
            return
        images = self._test_images()
        if images is None:
            self._offer_dataset(self.subject.dataset)
            return
        rows = (torch.arange(STRIP) + self._strip * STRIP) % len(images)
        pixels, thresholds = images.pixels[rows], self._datasets.thresholds(self.subject.dataset)[rows]
        if self.reconstruction.gate.is_seen:
            result = explore.reconstruct(self._model, pixels, thresholds)
            self._clean_codes = result.code
            self.reconstruction.set_result(result, self._paper)
        if self.denoising.gate.is_seen:
            answer = explore.denoise(self._model, pixels, thresholds, *self.denoising.noise)
            self._noisy_codes = answer.noisy_code
            self.denoising.set_result(answer, self._paper, self.subject.has_map)
            if self.subject.has_map:
                self.map.set_arrows(answer.clean_code.numpy(), answer.noisy_code.numpy())

    def _test_images(self) -> Images | None:
        """The test images of the subject, if they are in memory and fit the model."""
        dataset = self._datasets.get(self.subject.dataset) if self.subject else None
        if dataset is None or self.subject is None or dataset.test.shape != self.subject.image_shape:
            return None
        return dataset.test

    def _offer_dataset(self, name: str) -> None:
        for gate in (self.reconstruction.gate, self.denoising.gate):
            if self._datasets.get(name) is not None:
                gate.show_words(f"The images of {name} are not the shape this run was trained on.")
            elif problem := self._datasets.problem(name):
                gate.show_missing(problem, SOURCES[name].download_bytes / 1e6)
            elif self._datasets.is_here(name):
                gate.show_words(f"Reading {SOURCES[name].title}…")
                self._datasets.load(name)
            elif name in SOURCES:
                words = f"No {SOURCES[name].title} on this machine yet. The panel needs its test images."
                gate.show_missing(words, SOURCES[name].download_bytes / 1e6)
            else:
                gate.show_words(f"This version does not know the dataset “{name}”.")

    def _on_target_changed(self, x: float, y: float) -> None:
        self.decoded.set_position(x, y)
        if self.subject is None or self._model is None:
            return
        if self.subject.config.code_size == 0:
            self.decoded.set_image(to_qimage(to_rgb(explore.decode(self._model, torch.empty(0)), self._paper)))
            self.decoded.set_around("Without latent variables there is one image: the mean of p(x)")
        if not self.subject.has_map:
            return
        image = explore.decode(self._model, torch.tensor([x, y]))
        self.decoded.set_image(to_qimage(to_rgb(image, self._paper)))
        if self._model.config.likelihood == "gaussian-learned":
            variance = explore.decode_variance(self._model, torch.tensor([x, y]))
            low, high = float(variance.min()), float(variance.max())
            self.decoded.set_variance(to_qimage(amount_rgb(variance)), f"σ²(z): {low:.3f} to {high:.3f}")
        self.decoded.set_around(describe_nearby(self.map.nearby(x, y), self.subject.classes))

    def _on_hovered(self, index: int) -> None:
        if index < 0 or self.subject is None:
            return
        row = index if self.subject.rows is None else int(self.subject.rows[index])
        images = self._test_images()
        picture = None
        if images is not None and row < len(images):
            picture = to_qimage(to_rgb(images.pixels[row].float() / 255, self._paper))
        label = self.subject.classes[self.map.label_of(index)]
        self.map.show_hover(picture, f"“{label}” · test image {row:,}")

    def _on_manifold_wanted(self, lattice: Lattice) -> None:
        if self._model is None or self.subject is None or not self.subject.has_map:
            return
        model, paper, subject = self._model, self._paper, self.subject

        def decode() -> tuple[Subject, np.ndarray, QRectF]:
            tiles = explore.decode_grid(model, torch.tensor(lattice.horizontal), torch.tensor(lattice.vertical))
            return subject, to_rgb(tiles, paper), lattice.area

        self._manifold_worker.ask(decode)

    def _on_manifold_decoded(self, answer: tuple[Subject, np.ndarray, QRectF]) -> None:
        subject, tiles, area = answer
        if subject is self.subject:
            self.map.set_manifold(tiles, area)

    def _on_posterior_wanted(self, index: int) -> None:
        """Find the posterior of the image behind a code; without one (−1), of the image shown before."""
        if index >= 0 and self.subject is not None:
            self._chosen = index if self.subject.rows is None else int(self.subject.rows[index])
        images = self._test_images()
        if self._model is None or self.subject is None or self._chosen is None:
            return
        if images is None:
            self._offer_dataset(self.subject.dataset)
            self.map.set_posterior(NO_ARROWS, np.empty(0), "The posterior needs the test images: see Reconstruction.")
            return
        model, subject, row = self._model, self.subject, self._chosen
        pixels, thresholds = images.pixels[row : row + 1], self._datasets.thresholds(subject.dataset)[row : row + 1]
        label = subject.classes[int(images.labels[row])]

        def find() -> tuple[Subject, np.ndarray, np.ndarray, str]:
            grid = posterior.quantile_grid(subject.nodes)
            found = posterior.posterior(model, observe(pixels, model.config.observed_as, thresholds), grid)
            shares = found.responsibilities[0]
            edge = grid.z.abs().amax(1) == grid.z.abs().max()
            at_edge = float(shares[edge].sum())
            most = int((shares.sort(descending=True).values.cumsum(0) < 0.95).sum()) + 1
            words = (
                f"Posterior of test image {row:,} (“{label}”) on {subject.nodes} × {subject.nodes} cells of equal "
                f"prior mass: {most} of them {'holds' if most == 1 else 'hold'} 95 % of it"
                + (", at the grid's edge" if at_edge > 0.2 else "")
            )
            return subject, grid.z.numpy(), shares.numpy(), words

        self._posterior_worker.ask(find)

    def _refresh_posterior(self) -> None:
        if self.map.is_posterior_shown:
            self._on_posterior_wanted(-1)

    def _on_posterior_found(self, answer: tuple[Subject, np.ndarray, np.ndarray, str]) -> None:
        subject, nodes, shares, words = answer
        if subject is self.subject:
            self.map.set_posterior(nodes, shares, words)

    def refresh_samples(self) -> None:
        """Generate the sheet again, if it can be seen."""
        if self._model is None or self.subject is None or not self.samples.is_seen:
            return
        model, subject, paper = self._model, self.subject, self._paper
        seed, density = self.samples.seed, subject.density
        from_normal = subject.config.family != "autoencoder" or self.samples.from_normal
        if from_normal:
            density = standard_normal(subject.config.code_size)
        draws_pixels = self.samples.draws_pixels or subject.config.code_size == 0  # whose mean is always the same
        if density is None:
            self.samples.set_words(
                "An autoencoder has no prior to draw from. A density is fitted to its codes once training is over."
            )
            return

        def draw() -> tuple[Subject, Tensor, np.ndarray, str]:
            codes, images = explore.generate(model, density, SIDE**2, seed, draws_pixels)
            count = len(density.weights)
            source = "codes z ~ N(0, I), the prior; "
            if subject.config.family == "autoencoder" and from_normal:
                source = "codes z ~ N(0, I), which this autoencoder was never asked to use; "
            elif subject.config.family == "autoencoder":
                source = f"codes from {count} Gaussian{'s' if count > 1 else ''} fitted to those of training images; "
            shown = f"{'a draw' if draws_pixels else 'the mean'} of p(x|z)"
            return subject, codes, to_rgb(images, paper), source + shown if codes.shape[1] else "draws of p(x)"

        self._samples_worker.ask(draw)

    def _on_samples_drawn(self, answer: tuple[Subject, Tensor, np.ndarray, str]) -> None:
        subject, codes, images, words = answer
        if subject is self.subject:
            self._sample_codes = codes
            self.samples.sheet.set_images(images)
            self.samples.set_words(words)

    def _on_sample_chosen(self, number: int) -> None:
        self._go_to(self._sample_codes, number)

    def _on_clean_row_chosen(self, row: int) -> None:
        self._go_to(self._clean_codes, row)

    def _on_noisy_row_chosen(self, row: int) -> None:
        self._go_to(self._noisy_codes, row)

    def _go_to(self, codes: Tensor | None, row: int) -> None:
        if codes is not None and codes.shape[1] == 2:
            self.map.set_target(*codes[row].tolist())

    def _on_others_wanted(self) -> None:
        self._strip += 1
        self.refresh_strips()

    def _on_download_wanted(self) -> None:
        if self.subject is not None:
            self._datasets.download(self.subject.dataset)

    def _on_folder_wanted(self) -> None:
        if self.subject is not None:
            self._datasets.point_to_folder(self.subject.dataset)
