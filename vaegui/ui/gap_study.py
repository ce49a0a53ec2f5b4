"""The gaps of many images, measured in a thread for the panel Gaps."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from torch import Tensor

from vaegui import explore, gaps
from vaegui.data import observe
from vaegui.evaluation import estimate
from vaegui.gaps import Split, Surgery
from vaegui.models import Model
from vaegui.sources import title_of
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.explorer import Explorer
from vaegui.ui.gaps_panel import GapsPanel
from vaegui.ui.job import Job
from vaegui.ui.studies import NO_IMAGES
from vaegui.ui.theme import number
from vaegui.ui.waterfall import Amount, Parts
from vaegui.words import plural, tr

WORST = 60  # images


@dataclass(frozen=True)
class _Result:
    split: Split
    surgery: Surgery
    hole: float


class GapStudy(QObject):
    """Measure what the panel asks for on the open run.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(
        self, explorer: Explorer, datasets: DatasetStore, panel: GapsPanel, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._explorer, self._datasets, self._panel = explorer, datasets, panel
        self._model: Model | None = None
        self._message: str | None = None
        self._words = ""
        self._result: _Result | None = None
        self._job = Job(self)
        self._job.yielded.connect(self._on_share)
        self._job.returned.connect(self._on_result)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(panel.set_idle)
        panel.measure_wanted.connect(self._measure)
        panel.cancel_wanted.connect(self._job.cancel)
        panel.chosen.connect(explorer.show_row)
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
            self._result = None
            self._panel.clear(message)
        self._show_worst()

    def _obstacle(self) -> str:
        """Why nothing can be measured, or nothing."""
        driver = self._explorer.drivers[0]
        subject = driver.subject
        if subject is None:
            return tr("No run is open: open one from the list of runs (left), or train one.")
        if subject.rows is not None:
            return tr("A model is being trained. Its gaps can be measured once it is saved.")
        if not subject.config.is_density:
            return tr("This model gives images no probability, so there is no gap.")
        if subject.config.code_size not in (1, 2):
            return tr("Exact figures take codes of one or two dimensions.")
        if not driver.has_encoder:
            return tr("This run was stopped before its encoder was trained: there is no q, and no gap.")
        if driver.images is None:
            return NO_IMAGES
        return ""

    def _measure(self) -> None:
        driver = self._explorer.drivers[0]
        model, subject, images = driver.model, driver.subject, driver.images
        if self._message or model is None or subject is None or images is None:
            return
        count, full = self._panel.images_box.value(), self._panel.full_box.isChecked()
        pixels = images.pixels[:count]
        x = observe(pixels, model.config.observed_as, self._datasets.thresholds(subject.dataset)[: len(pixels)])
        said = {"dataset": title_of(subject.dataset), "likelihood": model.config.likelihood_in_words}
        if full:
            self._words = plural(
                len(x),
                "{count:,} test image of {dataset} · {likelihood} · nats per image ± standard error · q* any Gaussian",
                "{count:,} test images of {dataset} · {likelihood} · nats per image ± standard error · q* any Gaussian",
                **said,
            )
        else:
            self._words = plural(
                len(x),
                "{count:,} test image of {dataset} · {likelihood} · nats per image ± standard error · "
                "q* a diagonal Gaussian",
                "{count:,} test images of {dataset} · {likelihood} · nats per image ± standard error · "
                "q* a diagonal Gaussian",
                **said,
            )
        self._panel.set_busy(tr("Integrating…"), 0.0)
        self._job.start(lambda: _measure(model, x, full))

    def _on_share(self, share: float) -> None:
        self._panel.set_busy(tr("Integrating…") if share < 0.3 else tr("Optimising q of each image…"), share)

    def _on_result(self, result: _Result) -> None:
        split = result.split
        self._panel.set_results(
            tr(
                "{figures} · residual at most {residual}",
                figures=self._words,
                residual=number(float(split.residual.abs().max()), 5),
            ),
            Parts(
                _amount(split.log_p),
                _amount(split.distortion),
                _amount(split.rate),
                _amount(split.elbo),
                _amount(split.gap),
                _amount(split.best),
                _amount(split.amortisation),
                _amount(split.approximation),
            ),
            describe(result.surgery, result.hole),
            split.amortisation.numpy(),
            split.approximation.numpy(),
        )
        self._result = result
        self._show_worst()

    def _show_worst(self) -> None:
        if self._result is not None:
            gap = self._result.split.gap.numpy()
            worst = np.argsort(-gap, kind="stable")[:WORST]
            self._panel.set_worst(worst, [number(gap[row], 1) for row in worst], self._explorer.drivers[0].picture_of)


def _measure(model: Model, x: Tensor, full: bool) -> Generator[float, None, _Result]:
    split = yield from gaps.split(model, x, full=full)
    with torch.no_grad():
        q = model.encode(x)
    return _Result(split, gaps.surgery(q.mean, q.stddev), explore.hole_share(q.mean, q.stddev))


def _amount(values: Tensor) -> Amount:
    found = estimate(values)
    return Amount(found.mean, found.standard_error)


def describe(found: Surgery, hole: float) -> str:
    """The parts of the mean rate, and the share of the prior's mass in holes, in words."""
    words = tr(
        "Mean rate {rate} = I(n; z) {information} (at most log N = {most}) + KL(q(z) ‖ p(z)) {divergence}; "
        "{share:.0f} % of the prior’s mass is in holes (q < p/10).",
        rate=number(found.rate),
        information=number(found.information),
        most=number(float(np.log(found.images))),
        divergence=number(found.divergence),
        share=100 * hole,
    )
    if found.resolved:
        return words
    return f"{words} {tr('Some q(z|x) are narrower than the lattice that this was summed on.')}"
