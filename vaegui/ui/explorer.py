"""What ties models to the panels that explore them: maps, decoded image, samples, reconstruction and denoising.

The open run (or the one being trained) is called A; the runs it is compared with are B, C, … . A and B have a map. Each
model is the window's own copy of the weights, never those being trained; a new copy replaces the old one whole.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, QTimer, Signal
from torch import Tensor

from vaegui import explore
from vaegui.comparison import Contender
from vaegui.explore import Codes, standard_normal
from vaegui.models import Model
from vaegui.sources import SOURCES, download_bytes, title_of
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.decoded_panel import DecodedPanel
from vaegui.ui.denoising_panel import DenoisingPanel
from vaegui.ui.image_view import amount_rgb, to_qimage, to_rgb
from vaegui.ui.latent_map import LatentMap, describe_nearby
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import NOWHERE, MapDriver, Subject
from vaegui.ui.maps_panel import MapsPanel
from vaegui.ui.reconstruction_panel import ReconstructionPanel
from vaegui.ui.samples_panel import SIDE, SamplesPanel
from vaegui.ui.theme import LETTERS, number
from vaegui.words import plural, tr

TURN_MS = 20  # between two things that new weights change
STRIP = 8  # images in the reconstruction and denoising panels
NOWHERE_DENSE = 1e-12  # per square unit: less is not worth a ratio
NO_ENCODER = {
    "em": tr(
        "EM fits the decoder first; its encoder comes last (“amortise”). Until then there is nothing to show here."
    ),
    "autoencoder": tr(
        "Layers are being pretrained one by one; those above are still random. "
        "The whole stack is put together when it is fine-tuned."
    ),
}
STOPPED = tr("This run was stopped before its encoder was trained, so nothing can be passed through it.")


@dataclass(frozen=True)
class Rival:
    """A saved run beside the open one."""

    subject: Subject
    model: Model
    codes: Codes | None
    has_encoder: bool


class Explorer(QObject):
    """Answer the panels with what the current models compute.

    Signals:
        changed: the model, its codes, the images or the rivals are others.
        live_changed: the same while a model is being trained, several times a second.
        plane_changed: a map shows another plane of its codes.
        image_chosen: the test row of the image that somebody chose, or whose code the target came to lie nearest to.
        failed: a sentence and a traceback.
    """

    changed = Signal()
    live_changed = Signal()
    plane_changed = Signal()
    image_chosen = Signal(int)
    failed = Signal(str, str)

    def __init__(self, maps: MapsPanel, datasets: DatasetStore, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.maps = maps
        self.decoded = DecodedPanel()
        self.reconstruction = ReconstructionPanel()
        self.denoising = DenoisingPanel()
        self.samples = SamplesPanel()
        self.rivals: tuple[Rival, ...] = ()
        self.paper = False
        self._datasets = datasets
        self._left: list[Callable[[], object]] = []  # what is still to be done with the newest weights
        self._turns = QTimer(self, interval=TURN_MS)
        self._turns.timeout.connect(self._on_turn)
        self._strip = 0
        self._strips_due = 0.0
        self._clean_codes: list[tuple[Model, Tensor]] = []  # of the reconstruction panel's images, for each model
        self._noisy_codes: list[tuple[Model, Tensor]] = []  # of the denoising panel's images
        self._sample_codes: Tensor | None = None
        self.drivers = tuple(MapDriver(latent_map, datasets, self) for latent_map in self.maps.maps)
        self._samples_worker = LatestWorker(self)
        self._samples_worker.answered.connect(self._on_samples_drawn)
        self._samples_worker.failed.connect(self.failed)
        self._samples_worker.start()
        for driver in self.drivers:
            driver.failed.connect(self.failed)
            driver.pointed.connect(self._on_pointed)
            driver.steered.connect(self._on_steered)
            driver.plane_changed.connect(self._on_plane_changed)
        self.drivers[0].images_missing.connect(self._offer_dataset)
        self.drivers[0].came_near.connect(self.image_chosen)
        self.map.target_changed.connect(self._on_target_changed)
        self.map.settled.connect(self._on_settled)
        self.drivers[1].map.target_changed.connect(self._on_rival_target_changed)
        self.samples.wanted.connect(self.refresh_samples)
        self.samples.code_chosen.connect(self._on_sample_chosen)
        self.decoded.position_typed.connect(self.map.set_target)
        self.reconstruction.others_wanted.connect(self._on_others_wanted)
        self.denoising.noise_changed.connect(self.refresh_strips)
        for panel in (self.reconstruction, self.denoising):
            panel.gate.download_wanted.connect(self._on_download_wanted)
            panel.gate.folder_wanted.connect(self._on_folder_wanted)
        self.reconstruction.image_chosen.connect(self._on_clean_image_chosen)
        self.denoising.image_chosen.connect(self._on_noisy_image_chosen)
        datasets.loaded.connect(self.refresh_strips)
        datasets.loaded.connect(self.changed)
        datasets.failed.connect(self.refresh_strips)

    @property
    def map(self) -> LatentMap:
        """The map of the open run."""
        return self.drivers[0].map

    @property
    def subject(self) -> Subject | None:
        """What is open."""
        return self.drivers[0].subject

    @property
    def model(self) -> Model | None:
        """The model of what is open."""
        return self.drivers[0].model

    @property
    def shown_drivers(self) -> tuple[MapDriver, ...]:
        """The maps that show the same images: one, or two when runs are compared."""
        first, second = self.drivers
        return self.drivers if self._is_same_dataset(second.subject) else (first,)

    def close(self) -> None:
        """End the workers."""
        for driver in self.drivers:
            driver.close()
        self._samples_worker.close()
        self._turns.stop()

    # What is shown

    def set_subject(self, subject: Subject) -> None:
        """Explore something else: forget what belonged to the model before."""
        self.drivers[0].set_subject(subject)
        self._clean_codes, self._noisy_codes, self._sample_codes = [], [], None
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
        self._name_position()
        self.changed.emit()

    def set_codes(self, codes: np.ndarray, labels: np.ndarray, caption: str, std: Tensor | None = None) -> None:
        """Put codes (N, D) with labels (N,), and the `std` (N, D) of each where known, on the map of the open run."""
        self.drivers[0].set_codes(codes, labels, caption, std)

    def set_model(self, model: Model, live: bool = False, has_encoder: bool = True) -> None:
        """Decode with these weights from now on; `live` ones come several times a second."""
        self.drivers[0].set_model(model, has_encoder)
        self._on_target_changed(*self.map.target)
        self.refresh_samples()
        if live:
            # One after the other, so that the window paints, and the pointer gets its turn, in between.
            self._left = [
                lambda: self._on_settled(*self.map.target),
                self._refresh_live_strips,
                self.live_changed.emit,
            ]
            self._turns.start()
        else:
            self._left = []
            self._on_settled(*self.map.target)
            self.refresh_strips()
            self.changed.emit()

    def rename(self, subject: Subject | None, title: str) -> None:
        """Call what is explored by another name. It stays the one whose answers are awaited."""
        if subject is None:
            return
        subject.title = title
        if subject is self.drivers[1].subject:
            self._caption_rival(subject)
        self.changed.emit()

    def set_rivals(self, rivals: Sequence[Rival]) -> None:
        """Compare the open run with others; the first of them has a map beside its own."""
        self.rivals = tuple(rivals)
        first = self.rivals[0] if self.rivals else None
        driver = self.drivers[1]
        if first is None or first.subject is not driver.subject:
            driver.set_subject(first.subject if first else None)
            if first is not None:
                self._show_rival(first)
        if first is not None:
            self._caption_rival(first.subject)
        self.maps.set_second_shown(first is not None)
        for letter, shown in zip(LETTERS, self.drivers, strict=False):
            shown.map.set_letter(letter if first else "")
            shown.map.set_ring(None)
        self.decoded.set_rival(driver.picture_at(*driver.map.target) if first else None, LETTERS[1])
        self.refresh_strips()
        self.changed.emit()

    def _caption_rival(self, subject: Subject) -> None:
        if not subject.has_map:
            return
        words = [subject.title]
        if not self._is_same_dataset(subject):
            words.append(tr("other images, so nothing is linked"))
        self.drivers[1].set_caption(" · ".join(words))

    def _show_rival(self, rival: Rival) -> None:
        driver = self.drivers[1]
        if rival.codes is not None and rival.subject.has_map:
            labels = rival.codes.labels.numpy()
            driver.set_codes(rival.codes.mean.numpy(), labels, rival.subject.title, rival.codes.std)
        driver.map.reset_view()
        driver.go_to_first()
        driver.set_model(rival.model, rival.has_encoder)

    def strangeness(self, rival: Rival) -> tuple[bool, bool]:
        """How little a rival has in common with the open run (other images, no encoder): the least sorts first."""
        return not self._is_same_dataset(rival.subject), not rival.has_encoder

    def contenders(self) -> list[Contender]:
        """The open run and those rivals that are for the same images."""
        subject, model = self.subject, self.model
        if subject is None or model is None:
            return []
        others = [
            Contender(rival.subject.title, rival.model, rival.has_encoder)
            for rival in self.rivals
            if self._is_same_dataset(rival.subject)
        ]
        return [Contender(subject.title, model, self.drivers[0].has_encoder), *others]

    def _is_same_dataset(self, other: Subject | None) -> bool:
        subject = self.subject
        return (
            subject is not None
            and other is not None
            and other.dataset == subject.dataset
            and other.image_shape == subject.image_shape
        )

    def _on_turn(self) -> None:
        if self._left:
            self._left.pop(0)()
        if not self._left:
            self._turns.stop()

    def _refresh_live_strips(self) -> None:
        """Strips of a large network may take a while: during training they get at most a tenth of the time."""
        if time.perf_counter() < self._strips_due:
            # A turn later again: in a pause, and at the end, there is no other snapshot that would bring them.
            self._left.append(self._refresh_live_strips)
            return
        started = time.thread_time()
        self.refresh_strips()
        self._strips_due = time.perf_counter() + 10 * (time.thread_time() - started)

    def set_paper(self, paper: bool) -> None:
        """Draw grey images as ink on paper, or white on black."""
        self.paper = paper
        for driver in self.drivers:
            driver.set_paper(paper)
        if self.model is not None:
            self.set_model(self.model, has_encoder=self.drivers[0].has_encoder)
            self._on_rival_target_changed(*self.drivers[1].map.target)

    def refresh_strips(self) -> None:
        """Compute the reconstruction and denoising panels again, whichever can be seen."""
        if self.subject is None or self.model is None:
            return
        if not self.denoising.gate.is_seen:
            for driver in self.drivers:
                driver.map.set_arrows(NOWHERE, NOWHERE)
        if not self.drivers[0].has_encoder:
            for gate in (self.reconstruction.gate, self.denoising.gate):
                gate.show_words(NO_ENCODER[self.subject.config.family] if self.subject.rows is not None else STOPPED)
            return
        images = self.drivers[0].images
        if images is None:
            self._offer_dataset(self.subject.dataset)
            return
        rows = (torch.arange(STRIP) + self._strip * STRIP) % len(images)
        pixels, thresholds = images.pixels[rows], self._datasets.thresholds(self.subject.dataset)[rows]
        lineup = [contender for contender in self.contenders() if contender.has_encoder]
        if self.reconstruction.gate.is_seen:
            results = [explore.reconstruct(contender.model, pixels, thresholds) for contender in lineup]
            self._clean_codes = [(c.model, result.code) for c, result in zip(lineup, results, strict=True)]
            self.reconstruction.set_results(results, self.paper)
        if self.denoising.gate.is_seen:
            answers = [explore.denoise(c.model, pixels, thresholds, *self.denoising.noise) for c in lineup]
            self._noisy_codes = [(c.model, answer.noisy_code) for c, answer in zip(lineup, answers, strict=True)]
            self.denoising.set_results(answers, self.paper, self.subject.has_map)
            for driver in self.shown_drivers:
                answer = next((a for c, a in zip(lineup, answers, strict=True) if c.model is driver.model), None)
                if answer is not None and driver.subject is not None and driver.subject.has_map:
                    clean, noisy = answer.clean_code.numpy(), answer.noisy_code.numpy()
                    driver.map.set_arrows(driver.project(clean), driver.project(noisy))

    def _offer_dataset(self, name: str) -> None:
        for gate in (self.reconstruction.gate, self.denoising.gate):
            dataset, subject = self._datasets.get(name), self.subject
            if dataset is not None and subject is not None and dataset.test.shape != subject.image_shape:
                gate.show_words(tr("The images of {name} are not the shape this run was trained on.", name=name))
            elif dataset is not None:
                gate.show_words(
                    tr("The images of “{name}” are other ones now than those that this run was trained on.", name=name)
                )
            elif (problem := self._datasets.problem(name)) and name in SOURCES:
                gate.show_missing(problem, download_bytes(name) / 1e6)
            elif problem:
                gate.show_words(problem)
            elif self._datasets.is_here(name):
                gate.show_words(tr("Reading {dataset}…", dataset=title_of(name)))
                self._datasets.load(name)
            elif name in SOURCES:
                words = tr("No {dataset} on this machine yet. The panel needs its test images.", dataset=title_of(name))
                gate.show_missing(words, download_bytes(name) / 1e6)
            else:
                gate.show_words(
                    tr(
                        "The images of “{name}” are not on this machine. Import them under this name (menu Data), and "
                        "everything that needs them works again.",
                        name=name,
                    )
                )

    # The target and the pointer

    def _on_target_changed(self, x: float, y: float) -> None:
        subject, model = self.subject, self.model
        if subject is None or model is None:
            return
        if subject.config.code_size == 0:
            self.decoded.set_image(to_qimage(to_rgb(explore.decode(model, torch.empty(0)), self.paper)))
            self.decoded.set_around(tr("Without latent variables there is one image: the mean of p(x)"))
        if not subject.has_map:
            return
        self.decoded.set_image(self.drivers[0].picture_at(x, y))
        if model.config.likelihood == "gaussian-learned":
            variance = explore.decode_variance(model, self.drivers[0].code_at(x, y))
            low, high = float(variance.min()), float(variance.max())
            self.decoded.set_variance(
                to_qimage(amount_rgb(variance)), tr("σ²(z): {low:.3f} to {high:.3f}", low=low, high=high)
            )

    def _on_settled(self, x: float, y: float) -> None:
        self.decoded.set_position(x, y)
        subject = self.subject
        if subject is not None and self.model is not None and subject.has_map:
            nearby = describe_nearby(self.map.nearby(x, y), subject.classes, self.map.reach)
            density = self._describe_density(x, y)
            self.decoded.set_around(f"{nearby} · {density}" if density else nearby)

    def _describe_density(self, x: float, y: float) -> str:
        """How dense codes are at a place, against what the prior promises."""
        driver = self.drivers[0]
        if not len(driver.codes) or driver.subject is None or driver.subject.config.family == "autoencoder":
            return ""
        if driver.density_symbol is None:
            return ""
        z = torch.tensor([[x, y]], dtype=torch.double)
        q = float(driver.aggregate.density(z))
        prior = math.exp(-(x * x + y * y) / 2) / (2 * math.pi)
        if max(q, prior) < NOWHERE_DENSE:
            return tr("as good as no density here, neither {symbol} nor the prior", symbol=driver.density_symbol)
        if q < 0.01 * prior:
            ratio = "< 0.01"
        elif q > 1000 * prior:
            ratio = f"> {number(1000, 0)}"
        else:
            ratio = f"{q / prior:.2g}"
        symbol = driver.density_symbol
        return tr("{symbol} = {density:.2g}, {ratio} × the prior", symbol=symbol, density=q, ratio=ratio)

    def _on_plane_changed(self) -> None:
        self._name_position()
        if self.denoising.gate.is_seen:
            self.refresh_strips()  # for the arrows
        self.plane_changed.emit()

    def _name_position(self) -> None:
        self.decoded.set_names(self.map.names)
        self.decoded.set_position(*self.map.target)

    def _on_rival_target_changed(self, x: float, y: float) -> None:
        if self.rivals:
            self.decoded.set_rival(self.drivers[1].picture_at(x, y), LETTERS[1])

    def _on_pointed(self, row: int) -> None:
        """Ring the code of the image under the pointer on both maps."""
        if len(self.shown_drivers) > 1:
            for driver in self.shown_drivers:
                driver.map.set_ring(driver.code_of(row))

    def _on_steered(self, row: int) -> None:
        """Take the other map's target to the image that is nearest to this one's."""
        if len(self.shown_drivers) > 1 and row >= 0:
            for driver in self.shown_drivers:
                code = driver.code_of(row)
                driver.map.set_ring(code)
                if driver is not self.sender():
                    driver.go_to_row(row)

    def show_row(self, row: int) -> None:
        """Send the targets of all maps to the codes of a test image."""
        for driver in self.shown_drivers:
            if (code := driver.code_of(row)) is not None:
                driver.go_to_row(row)
                if len(self.shown_drivers) > 1:
                    driver.map.set_ring(code)
        self.choose(row)

    def choose(self, row: int) -> None:
        """Look at a test image, without a move of any target."""
        images = self.drivers[0].images
        for driver in self.drivers:
            if images is not None and driver.images is images and 0 <= row < len(images):
                driver.choose(row)
        self.image_chosen.emit(row)

    # Samples

    def refresh_samples(self) -> None:
        """Generate the sheet again, if it can be seen."""
        if self.model is None or self.subject is None or not self.samples.is_seen:
            return
        model, subject, paper = self.model, self.subject, self.paper
        seed, density = self.samples.seed, subject.density
        from_normal = subject.config.family != "autoencoder" or self.samples.from_normal
        if from_normal:
            density = standard_normal(subject.config.code_size)
        draws_pixels = self.samples.draws_pixels or subject.config.code_size == 0  # whose mean is always the same
        if density is None:
            self.samples.set_words(
                tr("An autoencoder has no prior to draw from. A density is fitted to its codes once training is over.")
            )
            return

        def draw() -> tuple[Subject, Tensor, np.ndarray, str]:
            codes, images = explore.generate(model, density, SIDE**2, seed, draws_pixels)
            count = len(density.weights)
            source = tr("codes z ~ N(0, I), the prior")
            if subject.config.family == "autoencoder" and from_normal:
                source = tr("codes z ~ N(0, I), which this autoencoder was never asked to use")
            elif subject.config.family == "autoencoder":
                source = plural(
                    count,
                    "codes from {count} Gaussian fitted to those of training images",
                    "codes from {count} Gaussians fitted to those of training images",
                )
            shown = tr("a draw of p(x|z)") if draws_pixels else tr("the mean of p(x|z)")
            words = f"{source}; {shown}" if codes.shape[1] else tr("draws of p(x)")
            return subject, codes, to_rgb(images, paper), words

        self._samples_worker.ask(draw)

    def _on_samples_drawn(self, answer: tuple[Subject, Tensor, np.ndarray, str]) -> None:
        subject, codes, images, words = answer
        if subject is self.subject:
            self._sample_codes = codes
            self.samples.sheet.set_images(images)
            self.samples.set_words(words)

    def _on_sample_chosen(self, number: int) -> None:
        if self._sample_codes is not None and self._sample_codes.shape[1] >= 2:
            self.drivers[0].go_to(self._sample_codes[number].tolist())

    def _on_clean_image_chosen(self, number: int) -> None:
        self._go_to(self._clean_codes, number)
        self.choose(self.row_in_strip(number))

    def _on_noisy_image_chosen(self, number: int) -> None:
        self._go_to(self._noisy_codes, number)
        self.choose(self.row_in_strip(number))

    def row_in_strip(self, number: int) -> int:
        """The test row of an image of the reconstruction and denoising panels."""
        images = self.drivers[0].images
        return -1 if images is None else (number + self._strip * STRIP) % len(images)

    def _go_to(self, codes: list[tuple[Model, Tensor]], number: int) -> None:
        """Send the target of each map to where its model puts an image of the strips."""
        for driver in self.shown_drivers:
            for model, placed in codes:
                if model is driver.model and placed.shape[1] >= 2:
                    driver.go_to(placed[number].tolist())

    def _on_others_wanted(self) -> None:
        self._strip += 1
        self.refresh_strips()

    def _on_download_wanted(self) -> None:
        if self.subject is not None:
            self._datasets.download(self.subject.dataset)

    def _on_folder_wanted(self) -> None:
        if self.subject is not None:
            self._datasets.point_to_folder(self.subject.dataset)
