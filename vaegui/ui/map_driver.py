"""What ties one model to one latent map: codes, what the layers show, and images for the pointer."""

from __future__ import annotations

import math
import time
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QImage

from vaegui import explore, geometry, posterior, quadrature
from vaegui.data import Images, observe
from vaegui.explore import Aggregate, Density
from vaegui.models import ImageShape, Model, ModelConfig
from vaegui.narration import COLLAPSED, rate_per_dimension
from vaegui.plane import MANY, densest, some
from vaegui.projections import Axes, Embedded, Plane, largest, variance_of_dimensions
from vaegui.quadrature import Survey
from vaegui.regions import Mode, Regions, regions
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.image_view import to_qimage, to_rgb
from vaegui.ui.latent_map import LatentMap, Lattice
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.posterior_layer import Ellipse, Shown
from vaegui.ui.theme import number
from vaegui.variational import Gaussians, amortised
from vaegui.words import plural, tr

NOWHERE = np.empty((0, 2))
NODES = 40  # along each axis of the grid that EM's responsibilities are shown on, where it did not have its own
LONG = 0.03  # seconds for the manifold, from which on there is a coarse one first
GUEST = -2  # in place of the test row of an image that is none of them
PULLS = 40  # times that a code is decoded and encoded again


@dataclass(eq=False)
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
    images: str = ""  # the SHA-256 of its training images, where others may have taken their name

    def name_of(self, label: int) -> str:
        """The name of a class as it stands behind an image's number, “4” in brackets; nothing without classes."""
        return f" (“{self.classes[label]}”)" if label < len(self.classes) else ""

    def title_of(self, row: int, label: int) -> str:
        """What a test image is called, with its class where there are classes."""
        if label < len(self.classes):
            return tr("Test image {row:,} (“{class_name}”)", row=row, class_name=self.classes[label])
        return tr("Test image {row:,}", row=row)

    @property
    def has_map(self) -> bool:
        """Whether its codes can be drawn on a plane: as they are, or with more than two dimensions a plane of them."""
        return self.config.code_size >= 2

    @property
    def is_flat(self) -> bool:
        """Whether the map is all of its latent space, so that what needs the whole space can be exact."""
        return self.config.code_size == 2

    @property
    def no_map_because(self) -> str:
        """Why there is no map, or nothing."""
        if self.has_map:
            return ""
        if self.config.code_size == 0:
            return tr(
                "Independent pixels have no latent variables, and so no map. Samples (right) shows what they generate."
            )
        return tr(
            "This model’s codes have one dimension; a map needs two. "
            "Curves, samples, reconstruction and denoising work all the same."
        )


@dataclass(frozen=True)
class Decoded:
    """Tiles of the manifold."""

    subject: Subject
    tiles: np.ndarray  # RGB (rows, columns, H, W, 3) uint8
    area: QRectF
    seconds: float  # that it took
    then: Lattice | None  # finer tiles for the same area, which are still to be decoded


class MapDriver(QObject):
    """Answer one map with what the current model computes.

    Signals:
        changed: the model, its codes or the images are others.
        pointed: the test row of the image under the pointer, or −1.
        came_near: the test row of the image whose code the target came to lie nearest to, whoever moved it.
        steered: the same, when a hand moved the target, or −1.
        brushed: test rows in the lasso or box, whether to add them to the selection, whether the button is up again.
        plane_changed: the map shows another plane of the codes.
        images_missing: the posterior cannot be shown without the images of the dataset of this name.
        failed: a sentence and a traceback.
    """

    changed = Signal()
    pointed = Signal(int)
    came_near = Signal(int)
    steered = Signal(int)
    brushed = Signal(object, bool, bool)
    plane_changed = Signal()
    images_missing = Signal(str)
    failed = Signal(str, str)

    def __init__(self, latent_map: LatentMap, datasets: DatasetStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.map = latent_map
        self.subject: Subject | None = None
        self.model: Model | None = None
        self.has_encoder = True
        self.paper = False
        self.codes = NOWHERE  # (N, 2) where means of q(z|x) are on the map
        self.std = torch.zeros(0, 2)  # (N, 2) there, zero where codes are points or their spread is not known
        self.means, self.deviations = NOWHERE, torch.zeros(0, 2)  # (N, D) both, in all dimensions
        self._has_rates: bool | None = None  # once somebody asked
        self._amounts: np.ndarray | None = None
        self.plane: Plane | None = None  # what the map shows; None where it is all of the latent space, or nothing
        self._chosen_planes: dict[tuple[str, str], Plane] = {}  # those that somebody chose, by the run they are for
        self._embedded: dict[tuple[str, str], Plane] = {}  # UMAP's, which take a minute to find, by the same
        self._is_plane_settled = False  # whether it was chosen by the codes that are shown
        self._labels, self._caption = np.empty(0, np.int64), ""
        self._code = np.zeros(0)  # (D,) what is decoded, where there is a plane
        self._code_place = (0.0, 0.0)  # and where that is
        self._slice = np.zeros(0)  # (D,) the code that the map's origin stands for, which names what is across it
        self._datasets = datasets
        self._index_of_row: dict[int, int] | None = None
        self.picked: int | None = None  # the test row that was chosen last, if any
        self._happened: int | None = None  # the one that stands in for it
        self._guest: tuple[torch.Tensor, str] | None = None  # as the model sees it, and what to call it
        self._hovered = -1
        self._kept_at: tuple[float, float] | None = None  # a target that chooses no image
        self._aggregate: Aggregate | None = None
        self._survey: Survey | None = None
        self._wanted: Lattice | None = None  # of the manifold
        self._manifold_area: QRectF | None = None  # that is shown
        self._seconds_per_tile = 0.0
        self._workers = [LatestWorker(self) for _ in range(4)]
        self._manifold_worker, self._field_worker, self._posterior_worker, self._pull_worker = self._workers
        self._manifold_worker.answered.connect(self._on_manifold_decoded)
        self._field_worker.answered.connect(self._on_field_found)
        self._posterior_worker.answered.connect(self._on_posterior_found)
        self._pull_worker.answered.connect(self._on_pulled)
        for worker in self._workers:
            worker.failed.connect(self.failed)
            worker.start()
        self.map.target_changed.connect(self._on_target_changed)  # before whoever asks for the code there
        self.map.code_wanted.connect(self._on_code_wanted)
        self.map.failed.connect(self.failed)
        self.map.hovered.connect(self._on_hovered)
        self.map.pointed.connect(self._on_pointed)
        self.map.settled.connect(self._on_settled)
        self.map.steered.connect(self._on_steered)
        self.map.brushed.connect(self._on_brushed)
        self.map.manifold_wanted.connect(self._on_manifold_wanted)
        self.map.field_wanted.connect(self._on_field_wanted)
        self.map.posterior_wanted.connect(self._on_posterior_wanted)
        self.map.pull_wanted.connect(self._on_pull_wanted)
        datasets.loaded.connect(self._on_dataset_loaded)

    def close(self) -> None:
        """End the workers."""
        for worker in self._workers:
            worker.close()
        self.map.close_threads()

    # What is shown

    def set_subject(self, subject: Subject | None) -> None:
        """Explore something else: forget what belonged to the model before."""
        if subject is None or self.subject is None or subject.dataset != self.subject.dataset:
            self.picked = None
        self.subject, self.model, self._happened, self._survey, self._guest = subject, None, None, None, None
        self.plane, self._is_plane_settled = None, False
        self.set_codes(NOWHERE, np.empty(0, np.int64), "")
        self.map.set_arrows(NOWHERE, NOWHERE)
        self.map.set_trail(NOWHERE)
        self.map.set_ring(None)
        self.map.clear_manifold()
        self._manifold_area, self._seconds_per_tile = None, 0.0
        if subject is not None:
            self.map.set_message(subject.no_map_because)
            size = subject.config.code_size
            self._code = np.zeros(size)
            plane: Plane | None = None
            if size > 2:
                plane = self._chosen_planes.get(self._key)
                if plane is None or plane.dimensions != size:  # another run of this name
                    self._chosen_planes.pop(self._key, None)
                    plane = Axes(size, 0, 1)  # until there are codes
            self._show_plane(plane)

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, caption: str, std: torch.Tensor | None = None) -> None:
        """Put codes (N, D) with labels (N,) on the map, if it can draw them; `std` (N, D) of q(z|x), where known."""
        self._index_of_row = None
        subject = self.subject
        if subject is None or not subject.has_map:
            codes, labels, caption, std = NOWHERE, np.empty(0, np.int64), "", None
        elif not len(codes):
            codes = np.empty((0, subject.config.code_size))
        self.means = np.asarray(codes, dtype=float if len(codes) <= MANY else codes.dtype)
        self.deviations = torch.zeros(codes.shape) if std is None else std
        self._has_rates = self._amounts = None
        self._labels, self._caption = labels, caption
        if self.plane is not None and len(codes) and not self._is_plane_good():
            self._is_plane_settled = True
            self._show_plane(self.first_plane())
            self._place_codes()
            self.map.set_target(*self._code_place)
            self.plane_changed.emit()
        else:
            self._place_codes()

    def _is_plane_good(self) -> bool:
        """Whether the plane that is shown is to stay: one that somebody chose, or that shows something."""
        plane = self.plane
        if isinstance(plane, Embedded) and not plane.is_of(self.means):  # the run was trained anew
            self._chosen_planes.pop(self._key, None)
            return False
        if self._key in self._chosen_planes:
            return True
        if not self._is_plane_settled or not isinstance(plane, Axes) or not self.has_rates:
            return self._is_plane_settled
        # While a model begins to be trained no dimension says anything yet, and nobody knows which ones will.
        return bool(self.amounts[[plane.right, plane.up]].min() >= COLLAPSED)

    def _place_codes(self) -> None:
        """Put the codes where they are on the map."""
        subject, plane = self.subject, self.plane
        self._aggregate = None
        if plane is None:
            self.codes, self.std = self.means, self.deviations
        else:
            self.codes = plane.project(self.means)
            std = plane.marginal(self.deviations.numpy())
            self.std = torch.zeros(self.codes.shape) if std is None else torch.from_numpy(std)
        self.map.set_codes(self.codes, self._labels, subject.classes if subject is not None and subject.has_map else ())
        self.set_caption(self._caption)

    # The plane

    @property
    def _key(self) -> tuple[str, str]:
        """What a plane is remembered by."""
        return ("", "") if self.subject is None else (self.subject.dataset, self.subject.title)

    @property
    def has_rates(self) -> bool:
        """Whether each q(z|x) has a rate: that of an autoencoder, a point, has none."""
        if self._has_rates is None:
            self._has_rates = len(self.deviations) > 0 and bool((self.deviations > 0).all())
        return self._has_rates

    @property
    def amounts(self) -> np.ndarray:
        """How much each dimension tells of the image, (D,): its mean KL in nats per image, or the variance of codes
        that are points."""
        if self._amounts is None:
            if self.has_rates:
                rates = rate_per_dimension(torch.from_numpy(self.means), self.deviations)
                self._amounts = rates.nan_to_num().numpy()
            else:
                self._amounts = variance_of_dimensions(self.means)
        return self._amounts

    def follow_name(self, dataset: str, before: str, after: str) -> None:
        """Remember the planes of a run of a dataset by its new name."""
        for planes in (self._chosen_planes, self._embedded):
            planes.pop((dataset, after), None)  # of a run that had it before
            if (plane := planes.pop((dataset, before), None)) is not None:
                planes[dataset, after] = plane

    @property
    def embedded(self) -> Embedded | None:
        """The plane that UMAP found last for these very codes, if it did."""
        plane = self._embedded.get(self._key)
        return plane if isinstance(plane, Embedded) and plane.is_of(self.means) else None

    def first_plane(self) -> Plane:
        """What is shown of codes that nobody chose a plane for: the two dimensions that tell most."""
        return largest(self.amounts)

    def choose_plane(self, plane: Plane) -> None:
        """Show another plane of the codes from now on, also when the run is opened again; the code stays."""
        if self.subject is None or self.subject.is_flat or not self.subject.has_map:
            return
        self._chosen_planes[self._key] = plane
        if isinstance(plane, Embedded):
            self._embedded[self._key] = plane
        self._show_plane(plane)
        self._place_codes()
        self.map.set_target(*self._code_place)
        self.map.reset_view()
        self._find_posterior(self._looked_at)
        self.changed.emit()
        self.plane_changed.emit()

    def _show_plane(self, plane: Plane | None) -> None:
        """Name the map's axes, and offer the layers that are true on a plane."""
        subject = self.subject
        if subject is None:
            return
        self.plane = plane
        if plane is not None:
            self._code_place = _place(plane.project(self._code))
        has_prior = subject.config.family != "autoencoder" and not isinstance(plane, Embedded)
        is_linear = plane is None or plane.is_exact
        absent = set()
        if not is_linear:
            absent.add("magnification")
        if plane is not None and not isinstance(plane, Axes):
            absent.add("aggregate")
        self.map.set_plane(plane, frozenset(absent))
        self.map.set_has_prior(has_prior)
        self.map.set_has_posterior(
            subject.config.is_density if subject.is_flat else has_prior and subject.has_map and is_linear
        )
        self.map.set_has_uncertainty(subject.config.likelihood != "gaussian")
        self._say_slice()
        self.map.refresh_background()

    def _say_slice(self) -> None:
        """Say what a background shows that is decoded on a plane."""
        plane, count = self.plane, 0 if self.subject is None else self.subject.config.code_size - 2
        words = ""
        if isinstance(plane, Embedded):
            words = tr("Each place is decoded from the codes nearest to it (UMAP).")
        elif isinstance(plane, Axes):
            words = plural(
                count,
                "A slice of the latent space: the other dimension is as at the target.",
                "A slice of the latent space: the other {count} dimensions are as at the target.",
            )
        elif plane is not None:
            words = tr("A slice of the latent space: the plane of PCA through the target.")
        self.map.set_slice_words(words)

    def set_caption(self, caption: str) -> None:
        """Say what the points are, and behind that, what of them is seen."""
        self._caption = caption
        self.map.set_caption(f"{self.plane.in_words} · {caption}" if self.plane is not None and caption else caption)

    def project(self, codes: np.ndarray) -> np.ndarray:
        """The places (..., 2) of codes (..., D) on the map."""
        return codes if self.plane is None else self.plane.project(codes)

    def place_of(self, code: Sequence[float]) -> tuple[float, float]:
        """The place of one code (D,) on the map."""
        return _place(self.project(np.asarray(code, float)))

    def code_at(self, x: float, y: float) -> torch.Tensor:
        """The code (D,) that a place of the map stands for; at the target it is the one that is decoded."""
        if self.plane is None:
            return torch.tensor([x, y])
        if (x, y) == self._code_place:
            return torch.from_numpy(self._code)
        return torch.from_numpy(self.plane.lift(np.array([x, y]), self._code))

    @property
    def code(self) -> np.ndarray:
        """The code (D,) at the target."""
        return np.array(self.map.target) if self.plane is None else self._code

    def go_to(self, code: Sequence[float] | np.ndarray | torch.Tensor, keeps_chosen: bool = False) -> None:
        """Decode a code (D,): send the target to it, and have all other dimensions as it has them.

        With `keeps_chosen` the image that is nearest to it on the plane of more dimensions is not chosen: what is near
        there need not be near.
        """
        code = np.asarray(code, float)
        if self.plane is None:
            self.map.set_target(float(code[0]), float(code[1]))
            return
        self._code, self._code_place = code, _place(self.plane.project(code))
        self._kept_at = self._code_place if keeps_chosen else None
        self.map.set_target(*self._code_place)

    def go_to_row(self, row: int) -> None:
        """Send the target to the code of a test image, if that is on the map."""
        if (index := self.index_of(row)) >= 0:
            self.go_to(self.means[index])

    def go_to_first(self) -> None:
        """Send the target to where most codes of the first image's class are; where codes have more dimensions than a
        place, to the one of that class that is nearest to their mean."""
        if not len(self._labels):
            self.map.set_target(0.0, 0.0)
            return
        labels = some(self._labels, MANY)
        own = labels == labels[0]
        if self.plane is None:
            self.map.set_target(*densest(some(self.codes, MANY)[own]))
            return
        means = some(self.means, MANY)[own]
        finite = means[np.isfinite(means).all(1)]
        if len(finite):
            self.go_to(finite[np.square(finite - finite.mean(0)).sum(1).argmin()])

    @property
    def density_symbol(self) -> str | None:
        """What the aggregate posterior is called on this map; None where it cannot be had from what the map shows."""
        if self.plane is None:
            return "q(z)"
        return f"q({', '.join(self.plane.names)})" if isinstance(self.plane, Axes) else None

    def _on_code_wanted(self, index: int) -> None:
        """Whoever moves the target next to where a code is wants that code, with all its dimensions."""
        if self.plane is not None:
            self._code = self.means[index]
            self._code_place = float(self.codes[index, 0]), float(self.codes[index, 1])

    def _on_target_changed(self, x: float, y: float) -> None:
        if self.plane is None:
            return
        if (x, y) != self._code_place:
            # From a code that lies elsewhere, the plane through it does not change.
            self._code, self._code_place = self.plane.lift(np.array([x, y]), self._code), (x, y)
        if self.plane.is_exact:
            across = self.plane.lift(np.zeros(2), self._code)
            if across.shape != self._slice.shape or not np.allclose(across, self._slice, atol=1e-6, equal_nan=True):
                self._slice = across
                self.map.refresh_background()

    @property
    def aggregate(self) -> Aggregate:
        """The aggregate posterior of the codes on the map, of which there are some."""
        if self._aggregate is None:
            step = -(-len(self.codes) // MANY)  # of more, so many tell as much
            self._aggregate = Aggregate(torch.from_numpy(self.codes[::step]), self.std[::step])
        return self._aggregate

    def set_model(self, model: Model, has_encoder: bool = True) -> None:
        """Answer with these weights from now on."""
        self.model, self.has_encoder = model, has_encoder
        self.map.refresh_background()
        self._find_posterior(self._looked_at)
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
        if self.subject.images and dataset.train.digest() != self.subject.images:
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
        return to_qimage(to_rgb(explore.decode(self.model, self.code_at(x, y)), self.paper))

    @property
    def survey(self) -> Survey:
        """The plane at one look under the current model, which exact posteriors begin with."""
        assert self.model is not None
        if self._survey is None or self._survey.model is not self.model:
            self._survey = Survey(self.model)
        return self._survey

    def seen_by_model(self, row: int) -> torch.Tensor | None:
        """A test image (1, C, H, W) as the model sees it, if the images are in memory."""
        images, model, subject = self.images, self.model, self.subject
        if images is None or model is None or subject is None or not 0 <= row < len(images):
            return None
        thresholds = self._datasets.thresholds(subject.dataset)[row : row + 1]
        return observe(images.pixels[row : row + 1], model.config.observed_as, thresholds)

    @property
    def chosen(self) -> int | None:
        """The test row of the image that is looked at, whose posterior is shown unless the pointer is at another code.

        It is the one that was chosen last or that the target came to lie nearest to. Where there is none, it is the one
        that is nearest to the target when it is first asked for, or without a map the first.
        """
        if self.picked is not None and (self.images is None or self.picked < len(self.images)):
            return self.picked
        if self._happened is None:
            row = self.row_of(self.map.nearest(*self.map.target))
            if row >= 0:
                self._happened = row
            elif self.images is not None and self.subject is not None and not self.subject.has_map:
                self._happened = 0
        return self._happened

    @property
    def _looked_at(self) -> int | None:
        """Whose posterior is shown while the pointer is at no code."""
        return self.chosen if self._guest is None else GUEST

    def choose(self, row: int) -> None:
        """Look at another test image."""
        if row != self.picked or self._guest is not None:
            self.picked, self._guest = row, None
            self._find_posterior(row)

    def look_at(self, x: torch.Tensor | None, title: str = "") -> None:
        """Show the posterior of an image from outside, (1, C, H, W) as the model sees it, until another is chosen."""
        had, self._guest = self._guest is not None, None if x is None else (x, title)
        if had or x is not None:
            self._find_posterior(self._looked_at)

    # What the map asks

    def _on_pointed(self, index: int) -> None:
        row = self.row_of(index)
        self.pointed.emit(row)
        if self.map.is_posterior_shown and row != self._hovered:
            self._hovered = row
            self._find_posterior(row if row >= 0 else self._looked_at)

    def _on_settled(self, x: float, y: float) -> None:
        if (x, y) == self._kept_at:
            return
        row = self.row_of(self.map.nearest(x, y))
        if row >= 0:
            self.choose(row)
            self.came_near.emit(row)

    def _on_steered(self) -> None:
        row = self.chosen
        self.steered.emit(-1 if row is None else row)

    def _on_brushed(self, indices: np.ndarray, adds: bool, is_last: bool) -> None:
        self.brushed.emit(self.rows_of(indices), adds, is_last)

    def _on_hovered(self, index: int) -> None:
        row = self.row_of(index)
        if row >= 0 and self.subject is not None:
            words = tr("test image {row:,}", row=row)
            if self.subject.classes:
                name = self.subject.classes[self.map.label_of(index)]
                words = tr("“{class_name}” · test image {row:,}", class_name=name, row=row)
            self.map.show_hover(self.picture_of(row), words)

    def _on_manifold_wanted(self, lattice: Lattice) -> None:
        """Decode it: first in coarse tiles, where that takes long and something else is seen until it is there."""
        self._wanted = lattice
        seconds = self._seconds_per_tile * len(lattice.horizontal) * len(lattice.vertical)
        is_coarse = seconds > LONG and lattice.area != self._manifold_area
        self._decode(lattice.coarser if is_coarse else lattice, lattice if is_coarse else None)

    def _decode(self, lattice: Lattice, then: Lattice | None) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map:
            return
        model, paper, subject = self.model, self.paper, self.subject
        plane, code = self.plane, self._code

        def decode() -> Decoded:
            started = time.perf_counter()
            if plane is None:
                tiles = explore.decode_grid(model, torch.tensor(lattice.horizontal), torch.tensor(lattice.vertical))
            else:
                columns, rows = np.meshgrid(lattice.horizontal, lattice.vertical)
                tiles = explore.decode(model, torch.from_numpy(plane.lift(np.stack((columns, rows), -1), code)))
            seconds = time.perf_counter() - started
            return Decoded(subject, to_rgb(tiles, paper), lattice.area, seconds, then)

        self._manifold_worker.ask(decode)

    def _on_manifold_decoded(self, answer: Decoded) -> None:
        if answer.subject is self.subject:
            self._seconds_per_tile = answer.seconds / (answer.tiles.shape[0] * answer.tiles.shape[1])
            self._manifold_area = answer.area
            self.map.set_manifold(answer.tiles, answer.area)
            if answer.then is not None and answer.then is self._wanted:
                self._decode(answer.then, None)

    def _on_field_wanted(self, field: str, lattice: Lattice) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map:
            return
        step = -(-len(self.codes) // MANY) or 1
        model, subject, mean, std = self.model, self.subject, torch.tensor(self.codes[::step]), self.std[::step]
        plane, code = self.plane, self._code

        def find() -> tuple[Subject, str, np.ndarray, QRectF, str]:
            vertical, horizontal = torch.tensor(lattice.vertical), torch.tensor(lattice.horizontal)
            rows, columns = torch.meshgrid(vertical.float(), horizontal.float(), indexing="ij")
            z, note = torch.stack((columns, rows), dim=-1), ""
            if field == "magnification":
                values = geometry.magnification(_decoder_on(model, plane, code), z)
            elif field == "uncertainty":
                lifted = z if plane is None else torch.from_numpy(plane.lift(z.double().numpy(), code))
                values = explore.entropy(model, lifted)
            else:
                prior = (-z.double().square().sum(-1) / 2).exp() / (2 * math.pi)
                values = explore.aggregate_cells(mean, std, horizontal, vertical) / prior.clamp(min=1e-300)
                share = 100 * explore.hole_share(mean, std)
                note = (
                    tr("{share:.0f} % of the prior’s mass is in holes (below 0.1)", share=share)
                    if plane is None
                    else tr(
                        "{share:.0f} % of the prior’s mass in these two dimensions is in holes (below 0.1)", share=share
                    )
                )
            return subject, field, values.numpy(), lattice.area, note

        if field != "aggregate" or len(mean):
            self._field_worker.ask(find)

    def _on_field_found(self, answer: tuple[Subject, str, np.ndarray, QRectF, str]) -> None:
        subject, field, values, area, note = answer
        if subject is self.subject:
            self.map.set_field(field, values, area, note)

    def _on_pull_wanted(self) -> None:
        if self.model is None or self.subject is None or not self.subject.has_map or not self.has_encoder:
            self.map.set_trail(NOWHERE)
            return
        model, subject, plane, start = self.model, self.subject, self.plane, self.code_at(*self.map.target)

        def follow() -> tuple[Subject, np.ndarray]:
            codes = explore.pull(model, start, PULLS).numpy()
            return subject, codes if plane is None else plane.project(codes)

        self._pull_worker.ask(follow)

    def _on_pulled(self, answer: tuple[Subject, np.ndarray]) -> None:
        subject, trail = answer
        if subject is self.subject and self.map.switches.pull.isChecked():
            self.map.set_trail(trail)

    def _on_dataset_loaded(self, name: str) -> None:
        if self.subject is not None and self.subject.dataset == name:
            self._find_posterior(self._looked_at)
            self.changed.emit()

    def _on_posterior_wanted(self) -> None:
        self._find_posterior(self._looked_at)

    def _find_posterior(self, row: int | None) -> None:
        if self.model is None or self.subject is None or row is None or not self.map.is_posterior_shown:
            return
        x, title = self._guest if row == GUEST and self._guest is not None else (self.seen_by_model(row), "")
        if x is None:
            self.images_missing.emit(self.subject.dataset)
            self.map.set_posterior(
                Shown(), tr("The posterior needs the test images: see Reconstruct."), is_chosen=False
            )
            return
        model, subject, plane, images = self.model, self.subject, self.plane, self.images
        survey = self.survey if plane is None else None  # which is of two dimensions
        if row != GUEST and images is not None:
            title = subject.title_of(row, int(images.labels[row]))
        has_encoder = self.has_encoder
        is_em = model.config.family == "em"

        def find() -> tuple[Subject, int, Shown, tuple[np.ndarray, np.ndarray], str]:
            q = amortised(model, x) if has_encoder else None
            if survey is None:
                shadow = None if q is None or plane is None else _shadow(q, plane)
                words = _describe_shadow(title, shadow, subject.config.is_density)
                return subject, row, Shown(None, shadow), (NOWHERE, np.empty(0)), words
            found = quadrature.mosaic(model, x, survey)
            outlines = regions(found)
            ellipse = Ellipse(q.mean[0].numpy(), q.scale[0].numpy()) if q is not None else None
            nodes = NOWHERE, np.empty(0)
            if is_em:
                grid = posterior.quantile_grid(subject.nodes)
                nodes = grid.z.numpy(), posterior.posterior(model, x, grid).responsibilities[0].numpy()
            return subject, row, Shown(outlines, ellipse), nodes, _describe(title, found.log_p, outlines, ellipse)

        self._posterior_worker.ask(find)

    def _on_posterior_found(self, answer: tuple[Subject, int, Shown, tuple[np.ndarray, np.ndarray], str]) -> None:
        subject, row, shown, nodes, words = answer
        if subject is self.subject:
            self.map.set_nodes(*nodes)
            self.map.set_posterior(shown, words, is_chosen=self._guest is None and row == self.chosen)


def _place(place: np.ndarray) -> tuple[float, float]:
    return float(place[0]), float(place[1])


def _decoder_on(model: Model, plane: Plane | None, code: np.ndarray) -> geometry.Decoder:
    """The mean decoder, of places (B, 2) on a linear plane through a code."""
    decoder = geometry.mean_decoder(model)
    if plane is None:
        return decoder
    ends = torch.from_numpy(plane.lift(np.array([[0.0, 0.0], [1.0, 0.0], [0.0, 1.0]]), code))
    origin, directions = ends[0], ends[1:] - ends[0]
    return lambda places: decoder(origin + places.double() @ directions)


def _shadow(q: Gaussians, plane: Plane) -> Ellipse | None:
    """What one q(z|x) of independent dimensions is on a plane, where that is a Gaussian, too."""
    root = plane.scale(q.scale[0].diagonal().numpy())
    return None if root is None else Ellipse(plane.project(q.mean[0].numpy()), root)


def _describe_shadow(title: str, q: Ellipse | None, is_density: bool) -> str:
    shown = [] if q is None else [tr("{image}: q(z|x) at 1σ, 2σ, on this plane.", image=title)]
    if is_density:
        shown.append(tr("The exact posterior is found in two dimensions only; see Bound for an estimate of log p(x)."))
    return " ".join(shown)


def _describe(title: str, log_p: float, found: Regions, q: Ellipse | None) -> str:
    count, nats = len(found.modes), number(log_p, 2)
    if q is not None and count > 1:
        words = tr(
            "{image}: log p(x) = {log_p} nats; its posterior is in {count} places, of which q leaves out {left:.0f} %",
            image=title,
            log_p=nats,
            count=count,
            left=100 * sum(mode.share for mode in found.modes if not _is_within(mode, q)),
        )
    else:
        words = plural(
            count,
            "{image}: log p(x) = {log_p} nats; its posterior is in one place",
            "{image}: log p(x) = {log_p} nats; its posterior is in {count} places",
            image=title,
            log_p=nats,
        )
    drawn = tr("Regions of 50, 90, 99 %") if q is None else tr("Regions of 50, 90, 99 %; q at 1σ, 2σ")
    return f"{words}. {drawn}"


def _is_within(mode: Mode, q: Ellipse) -> bool:
    """Whether q would draw from about a mode: it is no further than four standard deviations."""
    away = np.linalg.solve(q.scale, np.array(mode.place) - q.mean)
    return bool(np.hypot(*away) <= 4)
