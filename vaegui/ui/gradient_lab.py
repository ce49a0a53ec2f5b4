"""The reparametrization lab of the chosen image: draws in a thread, estimates at once for any number of samples."""

from __future__ import annotations

import numpy as np
import torch
from PySide6.QtCore import QObject, Signal
from torch import Tensor

from vaegui import explore, gradients
from vaegui.gradients import Draws
from vaegui.models import Model
from vaegui.ui.docks import is_seen
from vaegui.ui.explorer import Explorer
from vaegui.ui.gradients_panel import SHOWN_DRAWS, SIDE, GradientsPanel
from vaegui.ui.image_view import mosaic, to_qimage, to_rgb
from vaegui.ui.job import Job
from vaegui.words import tr

COUNT = 8192  # draws with a gradient


class GradientLab(QObject):
    """Draw what the panel asks for, for the image that was chosen last.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, panel: GradientsPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer, self._panel = explorer, panel
        self._drawn_of: tuple[Model, int] | None = None
        self._draws: Draws | None = None
        self._seed = 0
        self._job = Job(self)
        self._job.yielded.connect(self._on_draws)
        self._job.failed.connect(self.failed)
        self._job.ended.connect(panel.set_idle)
        panel.draw_wanted.connect(self._draw)
        panel.cancel_wanted.connect(self._job.cancel)
        panel.choice_changed.connect(self._compare)
        explorer.image_chosen.connect(self.refresh)
        explorer.changed.connect(self.refresh)
        explorer.live_changed.connect(self.refresh)
        explorer.plane_changed.connect(self._show_draws)

    def close(self) -> None:
        """End what is being drawn."""
        self._job.close()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being drawn."""
        return self._job.is_running

    def refresh(self) -> None:
        """Forget what was drawn for another image or model; show samples on the map while the panel can be seen."""
        now = (self._explorer.model, self._explorer.drivers[0].chosen)
        if self._drawn_of is not None and self._drawn_of != now:
            self._job.cancel()
            self._drawn_of = self._draws = None
        if self._drawn_of is None:
            self._panel.clear(self._obstacle())
        self._show_draws()

    def _show_draws(self) -> None:
        draws = self._draws
        if draws is not None:
            self._panel.set_draws(draws.noise[:SHOWN_DRAWS].numpy(), to_qimage(self._decoded(draws)))
        if draws is None or len(draws.mean) < 2 or not is_seen(self._panel):
            self._explorer.map.set_draws(np.empty((0, 2)))
        else:
            codes = (draws.mean + draws.std * draws.noise[:SHOWN_DRAWS]).numpy()
            self._explorer.map.set_draws(self._explorer.drivers[0].project(codes))

    def _obstacle(self) -> str:
        """Why nothing can be drawn, or nothing."""
        driver = self._explorer.drivers[0]
        subject = driver.subject
        if subject is None:
            return ""
        if subject.config.code_size == 0:
            return tr("Without latent variables there is no q, and nothing to draw.")
        if subject.config.family == "autoencoder":
            return tr("An autoencoder’s code is a point (σ = 0): nothing is drawn, and there is no need of a trick.")
        if not driver.has_encoder:
            return tr("This run was stopped before its encoder was trained: there is no q.")
        if driver.images is None:
            return tr("The lab needs the test images: see Reconstruct.")
        if driver.chosen is None:
            return tr("Choose an image first: drag the target over the codes, or click one in the strips.")
        return ""

    def _draw(self) -> None:
        driver = self._explorer.drivers[0]
        model, row = driver.model, driver.chosen
        if model is None or row is None or self._obstacle():
            return
        x = driver.seen_by_model(row)
        assert x is not None
        self._seed = self._seed + 1 if self._drawn_of == (model, row) else 0
        self._drawn_of, self._draws, seed = (model, row), None, self._seed
        self._panel.clear()
        self._explorer.maps.switches.posterior.setChecked(True)
        self._panel.set_busy(tr("Drawing…"), 0.0)
        self._job.start(lambda: gradients.draw(model, x, COUNT, seed))

    def _on_draws(self, draws: Draws) -> None:
        driver, is_first = self._explorer.drivers[0], self._draws is None
        self._draws = draws
        self._panel.set_busy(tr("Drawing…"), len(draws.noise) / COUNT)
        if is_first and driver.subject is not None and driver.images is not None and self._drawn_of is not None:
            row = self._drawn_of[1]
            label = driver.subject.name_of(int(driver.images.labels[row]))
            self._panel.set_words(
                tr(
                    "Test image {row:,}{label}: ε ~ N(0, I) → z = μ + σ ⊙ ε (dots on the map) → p(x|z)",
                    row=row,
                    label=label,
                )
            )
            self._panel.set_components(draws.names)
            self._show_draws()
        self._compare()

    def _decoded(self, draws: Draws) -> np.ndarray:
        model = self._explorer.model
        assert model is not None
        z: Tensor = draws.mean + draws.std * draws.noise[: SIDE**2]
        return mosaic(to_rgb(explore.decode(model, z.to(torch.float)), self._explorer.paper), SIDE)

    def _compare(self) -> None:
        draws = self._draws
        if draws is None or len(draws.noise) < 2 * self._panel.samples:
            return
        baseline: gradients.Baseline = "others" if self._panel.baseline_box.isChecked() else "none"
        found = gradients.compare(draws, self._panel.samples, baseline)
        self._panel.set_comparison(found, self._panel.samples, None if draws.exact is None else draws.exact.numpy())
