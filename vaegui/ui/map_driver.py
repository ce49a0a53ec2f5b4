"""What ties one model to one latent map: codes, what the layers show, and images for the pointer."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from vaegui import explore, geometry, posterior
from vaegui.data import Images, observe
from vaegui.explore import Density
from vaegui.models import ImageShape, Model, ModelConfig
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.latent_map import LatentMap, Lattice
from vaegui.ui.latest_worker import LatestWorker

NOWHERE = np.empty((0, 2))
NODES = 40  # along each axis of the grid that posteriors are shown on, where EM did not have its own
PULLS = 40  # times that a code is decoded and encoded again


@dataclass(frozen=True)
class Subject:
    """What is being explored: a saved run, or the one being trained."""

    title: str
    dataset: str
    classes: tuple[str, ...]
    image_shape: ImageShape
    config: ModelConfig
    rows: torch.Tensor | None = None  # test rows whose codes are on the map; None when it is all of them
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


class MapDriver(QObject):
    """Answer one map with what the current model computes.

    Signals:
        changed: the model, its codes or the images are others.
        pointed: the test row of the image under the pointer, or −1.
        steered: the test row of the image whose code is nearest to the target that a hand moved, or −1.
        brushed: test rows in the lasso or box, whether to add them to the selection, whether the button is up again.
        images_missing: the posterior cannot be shown without the images of the dataset of this name.
        failed: a sentence and a traceback.
    """

    changed = Signal()
    pointed = Signal(int)
    steered = Signal(int)
    brushed = Signal(object, bool, bool)
    images_missing = Signal(str)
    failed = Signal(str, str)

    def __init__(self, latent_map: LatentMap, datasets: DatasetStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map = latent_map
        self.subject: Subject | None = None
        self.model: Model | None = None
        self.has_encoder = True
        self.paper = False
        self.codes = NOWHERE  # (N, 2) means of q(z|x)
        self.std = torch.zeros(0, 2)  # (N, 2), zero where codes are points or their spread is not known
        self._datasets = datasets
        self._index_of_row: dict[int, int] | None = None
        self._chosen: int | None = None  # the test row whose posterior is shown
        self._workers = [LatestWorker(self) for _ in range(4)]
        self._manifold_worker, self._magnification_worker, self._posterior_worker, self._pull_worker = self._workers
        self._manifold_worker.answered.connect(self._on_manifold_decoded)
        self._magnification_worker.answered.connect(self._on_magnification_found)
        self._posterior_worker.answered.connect(self._on_posterior_found)
        self._pull_worker.answered.connect(self._on_pulled)
        for worker in self._workers:
            worker.failed.connect(self.failed)
            worker.start()
        self.map.hovered.connect(self._on_hovered)
        self.map.pointed.connect(self._on_pointed)
        self.map.steered.connect(self._on_steered)
        self.map.brushed.connect(self._on_brushed)
        self.map.manifold_wanted.connect(self._on_manifold_wanted)
        self.map.magnification_wanted.connect(self._on_magnification_wanted)
        self.map.posterior_wanted.connect(self._on_posterior_wanted)
        self.map.pull_wanted.connect(self._on_pull_wanted)
        datasets.loaded.connect(self._on_dataset_loaded)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()

    # What is shown

    def set_subject(self, subject: Subject | None) -> None:
        """Explore something else: forget what belonged to the model before."""
        self.subject, self.model, self._chosen = subject, None, None
        self.set_codes(NOWHERE, np.empty(0, np.int64), "")
        self.map.set_arrows(NOWHERE, NOWHERE)
        self.map.set_trail(NOWHERE)
        self.map.set_ring(None)
        self.map.clear_manifold()
        if subject is not None:
            self.map.set_message(subject.no_map_because)
            self.map.set_has_prior(subject.config.family != "autoencoder")
            self.map.set_has_posterior(subject.has_map and subject.config.is_density)

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, caption: str, std: torch.Tensor | None = None) -> None:
        """Put codes (N, D) with labels (N,) on the map, if it can draw them; `std` (N, D) of q(z|x), where known."""
        self._index_of_row = None
        self.std = torch.zeros(codes.shape) if std is None else std
        if self.subject is not None and self.subject.has_map:
            self.codes = np.asarray(codes, dtype=float)
            self.map.set_codes(codes, labels, self.subject.classes)
            self.map.set_caption(caption)
        else:
            self.codes = NOWHERE
            self.map.set_codes(NOWHERE, np.empty(0, np.int64), ())
            self.map.set_caption("")

    def set_model(self, model: Model, has_encoder: bool = True) -> None:
        """Answer with these weights from now on."""
        self.model, self.has_encoder = model, has_encoder
        self.map.refresh_background()
        if self.map.is_posterior_shown:
            self._on_posterior_wanted(-1)
        if self.map.switches.pull.isChecked():
            self._on_pull_wanted()
        self.changed.emit()

    def set_paper(self, paper: bool) -> None:
        """Draw grey images as ink on paper, or white on black."""
        self.paper = paper
        self.map.refresh_background()

    # Images and codes

    @property
    def images(self) -> Images | None:
        """The test images of the subject, if they are in memory and fit the model."""
        dataset = self._datasets.get(self.subject.dataset) if self.subject else None
        if dataset is None or self.subject is None or dataset.test.shape != self.subject.image_shape:
            return None
        return dataset.test

    def row_of(self, index: int) -> int:
        """The test row of a code on the map; −1 for −1."""
        if index < 0 or self.subject is None:
            return -1
        return index if self.subject.rows is None else int(self.subject.rows[index])

    def rows_of(self, indices: np.ndarray) -> np.ndarray:
        """The test rows of codes on the map."""
        if self.subject is None or self.subject.rows is None:
            return indices
        rows: np.ndarray = self.subject.rows.numpy()[indices]
        return rows

    def index_of(self, row: int) -> int:
        """The number of the code of a test row, or −1 where it is not on the map."""
        if self.subject is None or self.subject.rows is None:
            return row if 0 <= row < len(self.codes) else -1
        if self._index_of_row is None:
            self._index_of_row = {int(row): index for index, row in enumerate(self.subject.rows)}
        index = self._index_of_row.get(row, -1)
        return index if index < len(self.codes) else -1  # the first codes of a training are still to come

    def indices_of(self, rows: np.ndarray) -> np.ndarray:
        """The numbers of the codes of test rows; those that are not on the map are left out."""
        if self.subject is None or self.subject.rows is None:
            return rows[rows < len(self.codes)]
        return np.flatnonzero(np.isin(self.subject.rows.numpy()[: len(self.codes)], rows))

    def code_of(self, row: int) -> tuple[float, float] | None:
        """Where a test image is on the map."""
        index = self.index_of(row)
        return None if index < 0 else (float(self.codes[index, 0]), float(self.codes[index, 1]))

    def picture_of(self, row: int) -> QImage | None:
        """A test image, if the images are in memory."""
        images = self.images
        if images is None or not 0 <= row < len(images):
            return None
        return to_qimage(to_rgb(images.pixels[row].float() / 255, self.paper))

    def picture_at(self, x: float, y: float) -> QImage | None:
        """What the decoder draws at a place of the map."""
        if self.model is None or self.subject is None or not self.subject.has_map:
            return None
        return to_qimage(to_rgb(explore.decode(self.model, torch.tensor([x, y])), self.paper))

    # What the map asks

    def _on_pointed(self, index: int) -> None:
        self.pointed.emit(self.row_of(index))

    def _on_steered(self, index: int) -> None:
        self.steered.emit(self.row_of(index))

    def _on_brushed(self, indices: np.ndarray, adds: bool, is_last: bool) -> None:
        self.brushed.emit(self.rows_of(indices), adds, is_last)

    def _on_hovered(self, index: int) -> None:
        row = self.row_of(index)
        if row >= 0 and self.subject is not None:
            label = self.subject.classes[self.map.label_of(index)]
            self.map.show_hover(self.picture_of(row), f"“{label}” · test image {row:,}")

    def _on_manifold_wanted(self, lattice: Lattice) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map:
            return
        model, paper, subject = self.model, self.paper, self.subject

        def decode() -> tuple[Subject, np.ndarray, QRectF]:
            tiles = explore.decode_grid(model, torch.tensor(lattice.horizontal), torch.tensor(lattice.vertical))
            return subject, to_rgb(tiles, paper), lattice.area

        self._manifold_worker.ask(decode)

    def _on_manifold_decoded(self, answer: tuple[Subject, np.ndarray, QRectF]) -> None:
        subject, tiles, area = answer
        if subject is self.subject:
            self.map.set_manifold(tiles, area)

    def _on_magnification_wanted(self, lattice: Lattice) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map:
            return
        model, subject = self.model, self.subject

        def find() -> tuple[Subject, np.ndarray, QRectF]:
            vertical, horizontal = torch.tensor(lattice.vertical), torch.tensor(lattice.horizontal)
            rows, columns = torch.meshgrid(vertical.float(), horizontal.float(), indexing="ij")
            z = torch.stack((columns, rows), dim=-1)
            return subject, geometry.magnification(geometry.mean_decoder(model), z).numpy(), lattice.area

        self._magnification_worker.ask(find)

    def _on_magnification_found(self, answer: tuple[Subject, np.ndarray, QRectF]) -> None:
        subject, values, area = answer
        if subject is self.subject and self.map.switches.magnification.isChecked():
            self.map.set_magnification(values, area)

    def _on_pull_wanted(self) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map or not self.has_encoder:
            self.map.set_trail(NOWHERE)
            return
        model, subject, start = self.model, self.subject, torch.tensor(self.map.target)

        def follow() -> tuple[Subject, np.ndarray]:
            return subject, explore.pull(model, start, PULLS).numpy()

        self._pull_worker.ask(follow)

    def _on_pulled(self, answer: tuple[Subject, np.ndarray]) -> None:
        subject, trail = answer
        if subject is self.subject and self.map.switches.pull.isChecked():
            self.map.set_trail(trail)

    def _on_dataset_loaded(self, name: str) -> None:
        if self.subject is not None and self.subject.dataset == name:
            if self.map.is_posterior_shown:
                self._on_posterior_wanted(-1)
            self.changed.emit()

    def _on_posterior_wanted(self, index: int) -> None:
        """Find the posterior of the image behind a code; without one (−1), of the image shown before."""
        if index >= 0:
            self._chosen = self.row_of(index)
        if self.model is None or self.subject is None or self._chosen is None:
            return
        images = self.images
        if images is None:
            self.images_missing.emit(self.subject.dataset)
            self.map.set_posterior(NOWHERE, np.empty(0), "The posterior needs the test images: see Reconstruction.")
            return
        model, subject, row = self.model, self.subject, self._chosen
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

    def _on_posterior_found(self, answer: tuple[Subject, np.ndarray, np.ndarray, str]) -> None:
        subject, nodes, shares, words = answer
        if subject is self.subject:
            self.map.set_posterior(nodes, shares, words)
