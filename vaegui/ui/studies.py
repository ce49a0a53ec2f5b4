"""The slow comparisons: figures over the same images, noise, few labels; each in a thread, with progress and Cancel."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from vaegui import comparison, probes
from vaegui.comparison import NOISY_IMAGE, Contender, Figure, NoisePoint
from vaegui.data import CORRUPTIONS, Dataset
from vaegui.probes import FineTuneConfig, FineTuneStep, ProbeResult
from vaegui.sources import title_of
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.docks import is_seen
from vaegui.ui.explorer import Explorer
from vaegui.ui.few_labels_panel import FewLabelsPanel
from vaegui.ui.figures_panel import FiguresPanel
from vaegui.ui.job import Job
from vaegui.ui.noise_panel import NoisePanel
from vaegui.words import plural, tr

NOISE_IMAGES = 1000
NO_RUN = tr("No run is open: open one from the list of runs (left), or train one.")
NO_IMAGES = tr("The images of the dataset are not in memory: the panel Reconstruct (right) says why, and what to do.")
LIVE = tr("A model is being trained. What it is worth can be measured once it is saved.")
NO_LABELS = tr("These images have no labels, so there are no classes to tell apart.")
STOPPED = tr("This run was stopped before its encoder was trained: there is nothing for a classifier to start from.")


class Studies(QObject):
    """Run what the three panels ask for on the open run and those it is compared with.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(
        self,
        explorer: Explorer,
        datasets: DatasetStore,
        panels: tuple[FiguresPanel, NoisePanel, FewLabelsPanel],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.figures, self.noise, self.few_labels = panels
        self._explorer, self._datasets = explorer, datasets
        self._lineup: list[Contender] = []
        self._message = ""
        self._measured: dict[QObject, list[Contender]] = {}  # what the automatic panels show, or are measuring
        self._figures_job, self._noise_job, self._labels_job = (Job(self) for _ in range(3))
        jobs = ((self._figures_job, self.figures), (self._noise_job, self.noise), (self._labels_job, self.few_labels))
        for job, panel in jobs:
            job.failed.connect(self.failed)
            job.ended.connect(panel.set_idle)
            panel.cancel_wanted.connect(job.cancel)
        self.figures.measure_wanted.connect(self._measure_figures)
        self._figures_job.yielded.connect(self._on_figures_share)
        self._figures_job.returned.connect(self._on_figures)
        self.noise.measure_wanted.connect(self._measure_noise)
        self._noise_job.yielded.connect(self._on_noise_point)
        self.few_labels.measure_wanted.connect(self._measure_labels)
        self.few_labels.fine_tune_wanted.connect(self._fine_tune)
        self._labels_job.yielded.connect(self._on_labels_item)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._on_changed)
        self._on_changed()

    def close(self) -> None:
        """End what is being computed."""
        for job in (self._figures_job, self._noise_job, self._labels_job):
            job.close()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being computed."""
        return any(job.is_running for job in (self._figures_job, self._noise_job, self._labels_job))

    def refresh(self) -> None:
        """Measure figures and noise for the panels that can be seen, if that was not done yet."""
        if self._dataset() is None:
            return
        figures_are_due = len(self._lineup) > 1 and self._measured.get(self.figures) is not self._lineup
        if figures_are_due and is_seen(self.figures):
            self._measure_figures()
        if self._measured.get(self.noise) is not self._lineup and is_seen(self.noise):
            self._measure_noise()

    def _dataset(self) -> Dataset | None:
        subject = self._explorer.subject
        if subject is None or self._explorer.drivers[0].images is None:
            return None
        return self._datasets.get(subject.dataset)

    def _on_changed(self) -> None:
        message = self._obstacle()
        lineup = [] if message else _told_apart(self._explorer.contenders())
        known = [(c.name, c.model) for c in self._lineup]
        if [(c.name, c.model) for c in lineup] != known or message != self._message:
            self._lineup = lineup
            self._forget(message)
        left_out = "" if message else self._left_out()
        for panel in (self.figures, self.noise):
            panel.set_left_out(left_out)
        if message == NO_IMAGES:
            self._read_images()
        self.refresh()

    def _obstacle(self) -> str:
        """Why nothing can be measured, or nothing."""
        subject = self._explorer.subject
        if subject is None:
            return NO_RUN
        if subject.rows is not None:  # figures of a model that changes four times a second would always be old
            return LIVE
        return "" if self._dataset() is not None else NO_IMAGES

    def _left_out(self) -> str:
        """Which of the runs that are ticked are not compared, and why; nothing where all are."""
        subject = self._explorer.subject
        words: list[str] = []
        if subject is None:
            return ""
        for other in (rival.subject for rival in self._explorer.rivals):
            if other.dataset != subject.dataset:
                words.append(
                    tr(
                        "“{run}” is left out: it was trained on {dataset}, not on {open_dataset}.",
                        run=other.title,
                        dataset=title_of(other.dataset),
                        open_dataset=title_of(subject.dataset),
                    )
                )
            elif other.image_shape != subject.image_shape:
                words.append(tr("“{run}” is left out: its images have another size.", run=other.title))
        return " ".join(words)

    def _read_images(self) -> None:
        """Have images read that nobody else asks for: a run without an encoder has nothing to show of them."""
        name = self._explorer.subject.dataset if self._explorer.subject else ""
        if self._datasets.get(name) is None and self._datasets.is_here(name) and not self._datasets.problem(name):
            self._datasets.load(name)

    def _forget(self, message: str) -> None:
        self._measured = {}
        self._message = message
        for job in (self._figures_job, self._noise_job, self._labels_job):
            job.cancel()
        names = [contender.name for contender in self._lineup]
        self.few_labels.clear()
        self.few_labels.set_runs(names)
        subject = self._explorer.subject
        self.few_labels.set_message(message or ("" if subject is None or subject.classes else NO_LABELS))
        for panel in (self.figures, self.noise):
            panel.set_runs(names)
            if message:  # without one they have words of their own
                panel.set_message(message)

    # Figures over the same images

    def _measure_figures(self) -> None:
        dataset = self._dataset()
        if dataset is None or not self._lineup:
            return
        self._measured[self.figures] = self._lineup
        lineup, count = list(self._lineup), self.figures.images
        pixels = dataset.test.pixels[:count]
        thresholds = self._datasets.thresholds(dataset.name)[:count]
        self._figures_words = plural(
            len(pixels),
            "{count:,} test image of {dataset}",
            "{count:,} test images of {dataset}",
            dataset=title_of(dataset.name),
        )
        self.figures.set_busy(tr("Measuring…"), 0.0)
        self._figures_job.start(lambda: comparison.compare(lineup, pixels, thresholds))

    def _on_figures_share(self, share: float) -> None:
        self.figures.set_busy(tr("Measuring…"), share)

    def _on_figures(self, figures: tuple[Figure, ...]) -> None:
        self.figures.set_figures(figures, self._figures_words)

    # Noise

    def _measure_noise(self) -> None:
        dataset = self._dataset()
        if dataset is None or not self._lineup:
            return
        self._measured[self.noise] = self._lineup
        self.noise.clear()
        lineup = list(self._lineup)
        pixels = dataset.test.pixels[:NOISE_IMAGES]
        thresholds = self._datasets.thresholds(dataset.name)[:NOISE_IMAGES]
        encoders = sum(contender.encodes for contender in lineup)
        self._points, self._points_wanted = 0, len(CORRUPTIONS) * len(comparison.NOISE_LEVELS) * (1 + encoders)
        self.noise.set_busy(tr("Adding noise…"), 0.0)
        self._noise_job.start(lambda: comparison.noise_curves(lineup, pixels, thresholds))

    def _on_noise_point(self, point: NoisePoint) -> None:
        self._points += 1
        self.noise.add_point(point)
        self.noise.set_busy(tr("Adding noise…"), self._points / self._points_wanted)

    # Few labels

    def _measure_labels(self, draws: int) -> None:
        dataset = self._dataset()
        if dataset is None or not self._lineup:
            return
        self.few_labels.clear_results()
        lineup = list(self._lineup)
        self.few_labels.set_busy(tr("Encoding…"), 0.0)
        self._labels_job.start(lambda: _probe(lineup, dataset, draws))

    def _fine_tune(self, labels_per_class: int | None) -> None:
        dataset = self._dataset()
        if dataset is None or not self._lineup:
            return
        if not self._lineup[0].has_encoder:
            self.failed.emit(STOPPED, "")
            return
        config, model = FineTuneConfig(labels_per_class=labels_per_class), self._lineup[0].model
        self._epochs = config.epochs
        self.few_labels.clear_fine_tuning()
        self.few_labels.set_busy(tr("Fine-tuning…"), 0.0)
        self._labels_job.start(lambda: probes.fine_tune(model, dataset, config))

    def _on_labels_item(self, item: ProbeResult | probes.Progress | FineTuneStep) -> None:
        if isinstance(item, ProbeResult):
            self.few_labels.add_result(item)
        elif isinstance(item, FineTuneStep):
            self.few_labels.add_fine_tune_step(item)
            self.few_labels.set_busy(
                tr("epoch {epoch:.0f} of {epochs}", epoch=item.epoch, epochs=self._epochs), item.epoch / self._epochs
            )
        else:
            self.few_labels.set_busy(item.words, item.share)


def _told_apart(lineup: Sequence[Contender]) -> list[Contender]:
    """Give contenders names that differ, also from what is no run: points and results are told apart by them."""
    taken = {NOISY_IMAGE, probes.RAW_PIXELS}
    apart = []
    for contender in lineup:
        name, count = contender.name, 1
        while name in taken:
            count += 1
            name = f"{contender.name} ({count})"
        taken.add(name)
        apart.append(replace(contender, name=name))
    return apart


def _has_codes(contender: Contender) -> bool:
    """Whether there are codes to classify by; those of EM are exact posterior means, which need no encoder."""
    return contender.encodes or contender.model.config.family == "em"


def _probe(lineup: list[Contender], dataset: Dataset, draws: int) -> Generator[Any, None, None]:
    """Features of all runs, of raw pixels and of PCA of the same dimensions; then what they are worth."""
    dataset = probes.reduced(dataset)
    coded = [contender for contender in lineup if _has_codes(contender)]
    features = []
    for contender in coded:
        steps = probes.code_features(contender.name, contender.model, dataset)
        while True:
            try:
                yield probes.Progress(next(steps), tr("encoding with {run}", run=contender.name))
            except StopIteration as done:
                features.append(done.value)
                break
    features.append(probes.pixel_features(dataset))
    sizes = sorted({contender.model.config.code_size for contender in coded})
    for size in sizes:
        yield probes.Progress(0.0, tr("finding principal components"))
        features.append(probes.pca_features(dataset, size))
    yield from probes.probe(features, dataset.train.labels, dataset.test.labels, draws=draws)
