"""What the codes of the open run tell of the factors behind its images, scored in a thread for the panel Factors."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vaegui import shapes
from vaegui.evaluation import ENCODING, factor_scores
from vaegui.factors import MOST_IMAGES, FactorScores
from vaegui.models import Model
from vaegui.sources import title_of
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.explorer import Explorer
from vaegui.ui.factors_panel import FactorsPanel
from vaegui.ui.job import Job
from vaegui.ui.studies import NO_IMAGES, NO_RUN
from vaegui.words import plural, tr

NO_FACTORS = tr("Train on shapes: there the factors each image was drawn from are known.")
LIVE = tr("A model is being trained. What its codes tell of the factors can be scored once it is saved.")
NO_CODES = tr("Independent pixels have no latent variables: there is no code that could tell anything.")
STOPPED = tr("This run was stopped before its encoder was trained, so its images have no codes to score.")


class FactorStudy(QObject):
    """Score the open run when the panel asks for it.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(
        self, explorer: Explorer, datasets: DatasetStore, panel: FactorsPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._explorer, self._datasets, self._panel = explorer, datasets, panel
        self._model: Model | None = None
        self._message: str | None = None
        self._words = ""
        self._job = Job(self)
        self._job.yielded.connect(self._on_share)
        self._job.returned.connect(self._on_scores)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(panel.set_idle)
        panel.start_wanted.connect(self._start)
        panel.cancel_wanted.connect(self._job.cancel)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._on_changed)
        self._on_changed()

    def close(self) -> None:
        """End what is being computed."""
        self._job.close()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being computed."""
        return self._job.is_running

    def _on_changed(self) -> None:
        message = self._obstacle()
        if self._explorer.model is not self._model or message != self._message:
            self._model, self._message = self._explorer.model, message
            self._job.cancel()
            self._panel.clear(message)

    def _obstacle(self) -> str:
        """Why nothing can be scored, or nothing."""
        driver = self._explorer.drivers[0]
        subject = driver.subject
        if subject is None:
            return NO_RUN
        dataset = self._datasets.get(subject.dataset)
        if dataset is None:
            is_known = shapes.config_from(subject.dataset) is not None
        else:
            is_known = dataset.test.factors is not None
        if not is_known:  # said first: with other images nothing would help
            return NO_FACTORS
        if subject.rows is not None:
            return LIVE
        if subject.config.code_size == 0:
            return NO_CODES
        if not driver.has_encoder and subject.config.family != "em":  # whose codes are exact posterior means
            return STOPPED
        return "" if driver.images is not None else NO_IMAGES

    def _start(self) -> None:
        subject, model = self._explorer.subject, self._explorer.model
        dataset = self._datasets.get(subject.dataset) if subject is not None else None
        if self._message or model is None or dataset is None:
            return
        count = min(len(dataset.test), MOST_IMAGES)
        size, known = model.config.code_size, len(dataset.factors)
        self._words = plural(
            count,
            "{count:,} test image of {dataset}, half to learn from, half to be asked about.",
            "{count:,} test images of {dataset}, half to learn from, half to be asked about.",
            dataset=title_of(dataset.name),
        )
        if size < known:
            few = plural(
                size,
                "{count} dimension cannot tell all of {factors} factors.",
                "{count} dimensions cannot tell all of {factors} factors.",
                factors=known,
            )
            self._words = f"{self._words} {few}"
        self._panel.set_busy(tr("Encoding…"), 0.0)
        self._job.start(lambda: factor_scores(model, dataset))

    def _on_share(self, share: float) -> None:
        self._panel.set_busy(tr("Encoding…") if share < ENCODING else tr("Predicting factors…"), share)

    def _on_scores(self, scores: FactorScores) -> None:
        self._panel.set_scores(scores, self._words)
