"""The dimensions of the open run's codes: which plane of them the map shows, their values, and traversals."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import dataclass

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from superqt.utils import qthrottled

from vaegui import embedding, explore
from vaegui.exports import extras
from vaegui.narration import COLLAPSED
from vaegui.projections import Axes, Embedded, Plane, Principal, principal
from vaegui.settings import UserError
from vaegui.ui.dimensions_panel import IMAGES, Dimension, DimensionsPanel
from vaegui.ui.docks import is_seen
from vaegui.ui.explorer import Explorer
from vaegui.ui.image_view import to_rgb
from vaegui.ui.job import Job
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import Subject
from vaegui.words import plural, tr

MOST = 64  # dimensions that have a row
REACH = 3.0  # σ of the prior, that rows reach to both sides
STRIPS_MS = 80  # between two askings for the rows' images while something moves
LIVE_MS = 500  # and between two looks at a model that is being trained
ORDER_SECONDS = 3.0  # for which rows stay in their order while a model is being trained
NOTHING = tr("No run is open whose dimensions could be shown.")
NO_CODES = tr("Independent pixels have no latent variables, and so no dimensions.")
ONE = tr("The code has one dimension, and there is no map of it to move on.")
FLAT = tr("The map shows both dimensions, all that there is: a click decodes exactly, and a slider moves the target.")
EXACT = tr(
    "Exact only with two dimensions, and so off here: the regions of the posterior, shortest paths, gaps, films of a "
    "training and of q, pages. Bound falls back on importance sampling."
)
LIVE = tr("UMAP is for codes that stay: it can be had once the training is over.")


@dataclass(frozen=True)
class _Strips:
    subject: Subject
    dimensions: tuple[int, ...]
    images: np.ndarray  # RGB (R, IMAGES, H, W, 3)


class Dimensions(QObject):
    """Tie the panel to the open run's map.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, panel: DimensionsPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer, self._panel = explorer, panel
        self._driver = explorer.drivers[0]
        self._rows: tuple[Dimension, ...] = ()
        self._order: np.ndarray = np.empty(0, np.int64)
        self._ordered_at = 0.0
        self._ordered_for: Subject | None = None
        self._fitted: Subject | None = None  # whose codes a plane is looked for
        self._worker = LatestWorker(self)
        self._worker.answered.connect(self._on_strips)
        self._worker.failed.connect(self.failed)
        self._worker.start()
        self._job = Job(self)
        self._job.yielded.connect(self._on_share)
        self._job.returned.connect(self._on_fitted)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(self._on_job_ended)
        self._ask_sometimes = qthrottled(self._ask_for_strips, timeout=STRIPS_MS, leading=True, parent=self)
        self._refresh_sometimes = qthrottled(self.refresh, timeout=LIVE_MS, leading=False, parent=self)
        explorer.changed.connect(self._on_changed)
        explorer.live_changed.connect(self._refresh_sometimes)
        explorer.plane_changed.connect(self.refresh)
        explorer.image_chosen.connect(self._on_image_chosen)
        explorer.map.target_changed.connect(self._on_target_changed)
        panel.kind_wanted.connect(self._on_kind_wanted)
        panel.axes_wanted.connect(self._on_axes_wanted)
        panel.refit_wanted.connect(self._on_refit_wanted)
        panel.cancel_wanted.connect(self._job.cancel)
        panel.moved.connect(self.move)
        panel.reset_wanted.connect(self._on_reset_wanted)
        panel.back_wanted.connect(self._on_back_wanted)

    def close(self) -> None:
        """End what is being computed."""
        self._job.close()
        self._worker.close()

    @property
    def is_busy(self) -> bool:
        """Whether a plane is looked for."""
        return self._job.is_running

    def give_up(self) -> None:
        """Look no longer for a plane."""
        self._job.cancel()

    # What is shown

    def _on_changed(self) -> None:
        if self._job.is_running and self._fitted is not self._driver.subject:
            self._job.cancel()
        self.refresh()

    def refresh(self) -> None:
        """Show the dimensions of what is open, while the panel can be seen."""
        if not is_seen(self._panel):
            return
        driver, message = self._driver, self._obstacle()
        self._panel.set_message(message)
        if message:
            self._rows = ()
            self._panel.rows.set_rows((), None, True)
            return
        subject = driver.subject
        assert subject is not None
        plane = driver.plane
        axes = (0, 1) if plane is None else (plane.right, plane.up) if isinstance(plane, Axes) else None
        self._rows = self._listed(subject)
        self._panel.set_rows(self._rows, axes, driver.has_rates, self._heading(subject))
        if plane is None:
            self._panel.set_plane(None, None, FLAT)
        else:
            self._panel.set_plane(plane.kind, axes, plane.how, EXACT)
        self._panel.set_values(driver.code)
        self._name_image()
        self._ask_for_strips()

    def _obstacle(self) -> str:
        subject = self._driver.subject
        if subject is None or self._driver.model is None:
            return NOTHING
        size = subject.config.code_size
        if size < 2:
            return ONE if size else NO_CODES
        if not len(self._driver.means):
            return tr("There are no codes yet, by which dimensions could be told apart.")
        return ""

    def _listed(self, subject: Subject) -> tuple[Dimension, ...]:
        """The dimensions by how much they tell, those that tell most first."""
        driver, now = self._driver, time.monotonic()
        amounts, has_rates = driver.amounts, driver.has_rates
        is_live = subject.rows is not None
        if self._ordered_for is not subject or not is_live or now - self._ordered_at > ORDER_SECONDS:
            self._order = np.argsort(-amounts, kind="stable")[:MOST]
            self._ordered_at, self._ordered_for = now, subject
        size = len(amounts)
        low, high = np.full(size, -REACH), np.full(size, REACH)
        if subject.config.family == "autoencoder":
            finite = driver.means[np.isfinite(driver.means).all(1)]
            if len(finite):
                low, high = np.percentile(finite, [1, 99], axis=0)
                low, high = np.where(high > low, low, low - 1), np.where(high > low, high, low + 1)
        mark = self._chosen_code()
        return tuple(
            Dimension(
                d,
                float(amounts[d]),
                has_rates and bool(amounts[d] < COLLAPSED),
                float(low[d]),
                float(high[d]),
                None if mark is None else float(mark[d]),
            )
            for d in self._order.tolist()
        )

    def _heading(self, subject: Subject) -> str:
        size = subject.config.code_size
        if self._driver.has_rates:
            words = tr("By their KL, nats per image; images from −3 to 3, all other dimensions as they are now.")
        else:
            words = tr(
                "By the variance of the codes, which have no rate; images from the 1st to the 99th percentile, all "
                "other dimensions as they are now."
            )
        if size > MOST:
            more = plural(
                size, "Of {count} dimension {most} are shown.", "Of {count} dimensions {most} are shown.", most=MOST
            )
            words = f"{words} {more}"
        return words

    def _chosen_code(self) -> np.ndarray | None:
        row = self._driver.chosen
        index = -1 if row is None else self._driver.index_of(row)
        return None if index < 0 else self._driver.means[index]

    def _name_image(self) -> None:
        row = self._driver.chosen
        is_there = row is not None and self._driver.index_of(row) >= 0
        self._panel.set_image(tr("test image {row:,}", row=row) if is_there else "")

    def _on_image_chosen(self) -> None:
        if is_seen(self._panel) and self._rows:
            subject = self._driver.subject
            assert subject is not None
            self._rows = self._listed(subject)
            self._panel.rows.set_rows(self._rows, self._panel.rows.axes, self._driver.has_rates)
            self._name_image()

    def _on_target_changed(self) -> None:
        if is_seen(self._panel) and self._rows:
            self._panel.set_values(self._driver.code)
            self._ask_sometimes()

    def _ask_for_strips(self) -> None:
        driver = self._driver
        model, subject, rows, code, paper = driver.model, driver.subject, self._rows, driver.code, self._explorer.paper
        if model is None or subject is None or not rows or len(code) != subject.config.code_size:
            return

        def decode() -> _Strips:
            codes = traversals(code, rows)
            return _Strips(subject, tuple(row.index for row in rows), to_rgb(explore.decode(model, codes), paper))

        self._worker.ask(decode)

    def _on_strips(self, strips: _Strips) -> None:
        if strips.subject is self._driver.subject:
            self._panel.rows.set_strips(strips.dimensions, strips.images)

    # What is wanted

    def move(self, dimension: int, value: float) -> None:
        """Give a dimension of the code another value; the target follows on the map."""
        code = self._driver.code.copy()
        if dimension < len(code):
            code[dimension] = value
            self._driver.go_to(code, keeps_chosen=True)

    def _on_reset_wanted(self, dimension: int) -> None:
        code = self._chosen_code()
        if code is not None:
            self.move(dimension, float(code[dimension]))

    def _on_back_wanted(self) -> None:
        if (row := self._driver.chosen) is not None:
            self._driver.go_to_row(row)

    def _on_axes_wanted(self, right: int, up: int) -> None:
        subject = self._driver.subject
        if subject is not None and subject.has_map:
            self._driver.choose_plane(Axes(subject.config.code_size, right, up))

    def _on_refit_wanted(self) -> None:
        plane = self._driver.plane
        if isinstance(plane, Axes):
            self._choose(self._driver.first_plane())
        elif plane is not None and plane.kind == "umap":
            self._embed()
        elif plane is not None:
            self._on_kind_wanted(plane.kind)

    def _on_kind_wanted(self, kind: str) -> None:
        if kind == "axes":
            self._choose(self._driver.first_plane())
        elif kind == "pca":
            codes = self._driver.means

            def work() -> Generator[float, None, Principal | None]:
                yield from ()
                return principal(codes)

            self._fit(work)
        elif (known := self._driver.embedded) is not None:
            self._choose(known)  # *Refit* looks for another one
        else:
            self._embed()

    def _choose(self, plane: Plane | None) -> None:
        if plane is not None:
            self._driver.choose_plane(plane)
        self.refresh()  # also where nothing came of it: what was chosen in the panel is not what is shown

    def _embed(self) -> None:
        subject, codes = self._driver.subject, self._driver.means
        self.refresh()
        try:
            if subject is None or subject.rows is not None:
                raise UserError(LIVE)
            extras.need("umap")
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        if not np.isfinite(codes).all():  # what a model that diverged sends to infinity has no neighbours
            self.failed.emit(
                tr("Some codes are not finite, and UMAP needs neighbours of all. The map stays as it is."), ""
            )
            return

        def work() -> Generator[float, None, Embedded]:
            places = yield from embedding.embed(codes)
            return Embedded(codes, places)

        self._fit(work)
        self._panel.set_busy(tr("UMAP prepares itself…"), 0.0)

    def _fit(self, work: Callable[[], Generator[float, None, Plane | None]]) -> None:
        """Find a plane off the window's thread."""
        self._job.start(work)
        self._fitted = self._driver.subject

    def _on_share(self, share: float) -> None:
        self._panel.set_busy(tr("UMAP places the codes…") if share else tr("UMAP prepares itself…"), share)

    def _on_fitted(self, plane: Plane | None) -> None:
        if self._fitted is self._driver.subject:
            self._choose(plane)

    def _on_job_ended(self) -> None:
        self._fitted = None
        self._panel.set_idle()


def traversals(code: np.ndarray, rows: tuple[Dimension, ...]) -> torch.Tensor:
    """The codes (R, IMAGES, D) along each of R dimensions, from `low` to `high`, all others as in `code` (D,)."""
    codes = np.tile(code, (len(rows), IMAGES, 1))
    for place, row in enumerate(rows):
        codes[place, :, row.index] = np.linspace(row.low, row.high, IMAGES)
    return torch.from_numpy(codes)
