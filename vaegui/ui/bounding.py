"""The bound of the chosen image: computed in a thread, the newest image's; q is optimised step by step."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, replace

import numpy as np
import torch
from PySide6.QtCore import QObject, QTimer, Signal
from superqt.utils import qthrottled
from torch import Tensor

from vaegui import gaps, importance, quadrature, variational
from vaegui.gaps import Identity
from vaegui.models import Model
from vaegui.quadrature import Exact, Survey
from vaegui.regions import regions
from vaegui.settings import UserError
from vaegui.steps import finish
from vaegui.ui.bound_panel import NOTHING_CHOSEN, BoundPanel
from vaegui.ui.docks import is_seen
from vaegui.ui.explorer import Explorer
from vaegui.ui.job import Job
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.map_driver import MapDriver, Subject
from vaegui.ui.posterior_layer import Ellipse, Shown
from vaegui.ui.posterior_view import PosteriorView
from vaegui.ui.theme import number
from vaegui.ui.waterfall import Amount, Parts
from vaegui.variational import Gaussians
from vaegui.words import tr

DRAWS = 2000  # of importance sampling from q, as log p(x) is usually reported
FEW_EFFECTIVE = 100  # draws, below which a figure of importance sampling is not to be trusted
PATIENT_DRAWS = 20_000  # where importance sampling is all there is
STEP_MS = 60  # between the steps of q that are shown
NOTHING_TO_OPTIMISE = tr(
    "Here is no q to optimise towards an exact posterior: that takes a trained encoder, and codes of one or two "
    "dimensions."
)
LIVE_MS = 1000  # between looks at a model that is being trained


@dataclass(frozen=True)
class _Found:
    """What is known of an image."""

    subject: Subject
    row: int
    x: Tensor
    log_p: float
    shown: Shown | None  # in two dimensions
    curve: tuple[np.ndarray, np.ndarray] | None  # z and density, in one
    exact: Exact | None
    q: Gaussians | None
    identity: Identity | None
    sampled: importance.Estimated | None  # from q itself, or with more than two dimensions from the mixture


@dataclass(frozen=True)
class _Best:
    """The best Gaussian of an image, once it is found."""

    q: Gaussians
    elbo: float
    is_elsewhere: bool  # not where the search from the encoder's q ended


@dataclass(frozen=True)
class Approach:
    """How q came from what the encoder says to the best Gaussian of one image."""

    found: _Found
    steps: tuple[Gaussians, ...]  # the encoder's q first, the best last
    identities: tuple[Identity, ...]  # of each of them
    is_elsewhere: bool  # whether the last step leads to another place, where the best was found

    @property
    def log_p(self) -> float:
        """log p(x), in nats."""
        return self.found.log_p

    def show(self, view: PosteriorView, step: int) -> None:
        """Draw the posterior, the encoder's q and the q of a step, as the panel does."""
        if step == 0:
            _draw(view, self.found, None)
        _draw(view, self.found, self.steps[step])


class Bounding(QObject):
    """Show the bound of whatever image is chosen, while the panel can be seen.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(self, explorer: Explorer, panel: BoundPanel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._explorer, self._panel = explorer, panel
        self._asked: tuple[Model, int] | None = None
        self._found: _Found | None = None
        self._best: _Best | None = None
        self._steps: deque[Gaussians | _Best] = deque()
        self._worker = LatestWorker(self)
        self._worker.answered.connect(self._on_found)
        self._worker.failed.connect(self.failed)
        self._worker.start()
        self._estimating = Job(self)  # in more than two dimensions, which takes seconds and may be given up
        self._estimating.yielded.connect(self._on_share)
        self._estimating.returned.connect(self._on_found)
        self._estimating.failed.connect(self._on_estimate_failed)
        self._job = Job(self)
        self._job.yielded.connect(self._on_step)
        self._job.failed.connect(self.failed)
        self._clock = QTimer(self, interval=STEP_MS)
        self._clock.timeout.connect(self._show_step)
        explorer.image_chosen.connect(self._on_chosen)
        explorer.changed.connect(self.refresh)
        # A model that is being trained changes several times a second, and training wants the processor, too.
        self._refresh_sometimes = qthrottled(self.refresh, timeout=LIVE_MS, leading=False, parent=self)
        explorer.live_changed.connect(self._refresh_sometimes)
        panel.optimise_wanted.connect(self._optimise)
        panel.amortised_wanted.connect(self._forget_best)

    def close(self) -> None:
        """End what is being computed."""
        self._job.close()
        self._estimating.close()
        self._worker.close()

    def _on_chosen(self, row: int) -> None:
        if self._found is None or row != self._found.row:
            self._explorer.map.set_best(None)
        self.refresh()

    def refresh(self) -> None:
        """Find the bound of the chosen image again, if it is not known and the panel can be seen."""
        driver = self._explorer.drivers[0]
        if not is_seen(self._panel):
            if self._asked is not None and self._asked != (driver.model, driver.chosen):
                self._estimating.cancel()
                self._asked = None  # what comes of it is not shown, and would never be asked for again
            return
        if obstacle := self._obstacle(driver):
            self._asked = None
            self._estimating.cancel()
            self._forget_best()
            self._panel.set_message(obstacle)
            return
        assert driver.model is not None
        assert driver.subject is not None
        assert driver.chosen is not None
        model, subject, row, has_encoder = driver.model, driver.subject, driver.chosen, driver.has_encoder
        if self._asked is not None and self._asked == (model, row):
            if self._found is not None and self._found.row == row and not self._is_moving:
                self._show()  # another image may have been chosen meanwhile
            return
        self._asked = model, row
        self._forget_best()
        x = driver.seen_by_model(row)
        assert x is not None
        self._estimating.cancel()
        if subject.config.code_size > 2:
            self._found = None  # of the image before, whose figures would stay meanwhile
            self._on_share(0.0)
            self._estimating.start(lambda: _estimate(model, subject, row, x))
            return
        if self._found is None:
            self._panel.set_message("")
        survey = driver.survey
        self._worker.ask(lambda: _find(model, subject, row, x, has_encoder, survey))

    def approach(self, full: bool) -> Generator[float, None, Approach]:
        """Find how q comes to the best Gaussian of the chosen image, with a full covariance or a diagonal one.

        Raises:
            UserError: when there is nothing to be optimised.
        """
        driver = self._explorer.drivers[0]
        if obstacle := self._obstacle(driver):
            raise UserError(obstacle)
        assert driver.model is not None
        assert driver.subject is not None
        assert driver.chosen is not None
        x = driver.seen_by_model(driver.chosen)
        assert x is not None
        if driver.subject.config.code_size > 2 or not driver.has_encoder:
            raise UserError(NOTHING_TO_OPTIMISE)
        return find_approach(driver.model, driver.subject, driver.chosen, x, driver.survey, full)

    def _obstacle(self, driver: MapDriver) -> str:
        """Why there is no bound to show, or nothing."""
        subject = driver.subject
        if subject is None or driver.model is None:
            return NOTHING_CHOSEN
        if not subject.config.is_density:
            return tr("This model gives images no probability, so there is nothing that an ELBO could be a bound on.")
        if subject.config.code_size == 0:
            return tr("Without latent variables log p(x) needs no bound: it is known in closed form.")
        if subject.config.code_size > 2 and not driver.has_encoder:
            return tr(
                "This run was stopped before its encoder was trained, and there are too many dimensions for a grid."
            )
        if subject.config.code_size > 2 and subject.rows is not None:  # it would be of a model of many seconds ago
            return tr(
                "The training of this model has not ended. In more than two dimensions log p(x) takes seconds: it is "
                "estimated once the training is over."
            )
        if driver.images is None:
            return tr("The bound needs the test images: see Reconstruct.")
        return NOTHING_CHOSEN if driver.chosen is None else ""

    def _on_share(self, share: float) -> None:
        assert self._asked is not None
        self._panel.set_message(
            tr(
                "log p(x) of test image {row:,} is being estimated by importance sampling: {share:.0f} %",
                row=self._asked[1],
                share=100 * share,
            )
        )

    def _on_estimate_failed(self, sentence: str, details: str) -> None:
        self._asked = None
        self._panel.set_message(tr("log p(x) could not be estimated."))
        self.failed.emit(sentence, details)

    def _on_found(self, found: _Found) -> None:
        driver = self._explorer.drivers[0]
        if found.subject is not driver.subject or found.row != driver.chosen or driver.images is None:
            return
        self._found = found
        images = driver.images
        title = found.subject.title_of(found.row, int(images.labels[found.row]))
        words = tr("{likelihood}; nats per image", likelihood=found.subject.config.likelihood_in_words)
        self._panel.set_image(driver.picture_of(found.row), title, words)
        self._show()

    def _show(self) -> None:
        found = self._found
        if found is None:
            return
        best = self._best
        self._panel.set_figures(_parts(found, best), _checks(found, best), _sampled(found))
        can = found.q is not None and found.exact is not None
        self._panel.set_can_optimise(can, self._is_moving, has_moved=best is not None or self._is_moving)
        self._panel.set_posterior_shown(found.exact is not None)
        self._show_q(best.q if best is not None else None)

    def _show_q(self, best: Gaussians | None) -> None:
        """Draw the posterior, the encoder's q and, where it moved, the q on its way."""
        found = self._found
        assert found is not None
        self._explorer.map.set_best(_ellipse(best))
        _draw(self._panel.posterior, found, best)

    # The best q

    @property
    def _is_moving(self) -> bool:
        return self._job.is_running or bool(self._steps)

    def _optimise(self, full: bool) -> None:
        found, model = self._found, self._explorer.model
        if found is None or model is None or found.q is None or found.exact is None:
            return
        self._forget_best()
        self._explorer.maps.switches.posterior.setChecked(True)
        q, exact = found.q, found.exact
        self._job.start(lambda: _improve(model, found.x, q, exact, full))
        self._panel.set_can_optimise(True, is_moving=True, has_moved=True)

    def _on_step(self, step: Gaussians | _Best) -> None:
        self._steps.append(step)
        if not self._clock.isActive():
            self._clock.start()

    def _show_step(self) -> None:
        if not self._steps:
            if not self._job.is_running:
                self._clock.stop()
                self._show()
            return
        step = self._steps.popleft()
        if isinstance(step, _Best):
            self._best = step
            self._show()
        else:
            self._show_q(step)

    def _forget_best(self) -> None:
        self._job.cancel()
        self._clock.stop()
        self._steps.clear()
        self._best = None
        self._explorer.map.set_best(None)
        if self._found is not None:
            self._show()


def _estimate(model: Model, subject: Subject, row: int, x: Tensor) -> Generator[float, None, _Found]:
    """In more than two dimensions; needs an encoder."""
    drawn = yield from importance.optimised(model, x, PATIENT_DRAWS)
    q = variational.amortised(model, x)
    terms = variational.terms(model, x, q)
    unknown = torch.full_like(terms.rate, torch.nan)
    identity = Identity(terms.rate, terms.distortion, drawn.log_p - terms.bound, unknown)
    return _Found(subject, row, x, float(drawn.log_p), None, None, None, q, identity, drawn)


def _find(model: Model, subject: Subject, row: int, x: Tensor, has_encoder: bool, survey: Survey) -> _Found:
    """In one or two dimensions."""
    q = variational.amortised(model, x) if has_encoder else None
    exact = finish(quadrature.integrate(model, x, survey))
    found = quadrature.mosaic(model, x, survey)
    closed = gaps.close(model, x, q, exact.log_p) if q is not None else None
    sampled = finish(importance.from_q(model, x, DRAWS)) if q is not None else None
    shown = curve = None
    if subject.config.code_size == 2:
        shown = Shown(regions(found), _ellipse(q))
    else:
        places = found.corner + found.spacing * (torch.arange(8) + 0.5)  # (T, 8)
        order = places.flatten().argsort()
        curve = places.flatten()[order].numpy(), found.log_density.exp().flatten()[order].numpy()
    return _Found(subject, row, x, float(exact.log_p), shown, curve, exact, q, closed, sampled)


def find_approach(
    model: Model, subject: Subject, row: int, x: Tensor, survey: Survey, full: bool
) -> Generator[float, None, Approach]:
    """Optimise q for a test image x (1, C, H, W), with the figures of every step; needs an encoder, and codes of two
    dimensions at most."""
    yield 0.0
    found = _find(model, subject, row, x, True, survey)
    assert found.q is not None
    assert found.exact is not None
    steps, is_elsewhere = [found.q], False
    for step in _improve(model, x, found.q, found.exact, full):
        is_elsewhere = isinstance(step, _Best) and step.is_elsewhere
        if not isinstance(step, _Best):
            steps.append(step)
        elif is_elsewhere:
            steps.append(step.q)
        yield 0.5
    identities = []
    for number_of, q in enumerate(steps, start=1):
        identities.append(gaps.close(model, x, q, found.exact.log_p))
        yield 0.5 + 0.5 * number_of / len(steps)
    return Approach(found, tuple(steps), tuple(identities), is_elsewhere)


def _draw(view: PosteriorView, found: _Found, best: Gaussians | None) -> None:
    """Draw the posterior, the encoder's q and, where it moved, the q on its way."""
    if found.shown is not None:
        view.set_shown(replace(found.shown, best=_ellipse(best)), keeps_view=best is not None)
    elif found.curve is not None:
        z, density = found.curve
        view.set_curves(z, density, _curve(found.q, z), _curve(best, z))


def _improve(
    model: Model, x: Tensor, start: Gaussians, exact: Exact, full: bool
) -> Generator[Gaussians | _Best, None, None]:
    """Yield q on its way from the encoder's to the best; then the best that was found from there or from the top."""
    steps = variational.improve(model, x, start, full)
    while True:
        try:
            yield next(steps).q
        except StopIteration as done:
            ends = [done.value]
            break
    ends.append(finish(variational.improve(model, x, gaps.starts(exact), full)))
    elbos = [float(gaps.close(model, x, q, exact.log_p).elbo) for q in ends]
    is_elsewhere = elbos[1] > elbos[0] + 0.01
    yield _Best(ends[is_elsewhere], elbos[is_elsewhere], is_elsewhere)


def _parts(found: _Found, best: _Best | None) -> Parts:
    parts = Parts(Amount(found.log_p))
    if found.identity is None:
        return parts
    closed = found.identity
    elbo = float(closed.elbo)
    parts = replace(
        parts,
        distortion=Amount(float(closed.distortion)),
        rate=Amount(float(closed.rate)),
        elbo=Amount(elbo),
        gap=Amount(float(closed.gap)),
    )
    if best is None:
        return parts
    return replace(
        parts,
        best=Amount(best.elbo),
        amortisation=Amount(best.elbo - elbo),
        approximation=Amount(found.log_p - best.elbo),
    )


def _checks(found: _Found, best: _Best | None) -> str:
    if found.exact is None:
        return tr(
            "Codes of more than two dimensions cannot be summed over: log p(x) is estimated by importance sampling, "
            "and the gap is what it leaves."
        )
    words = []
    if found.identity is not None:
        residual = _tiny(float(found.identity.residual))
        words.append(tr("Residual log p(x) − ELBO − KL: {residual} nats.", residual=residual))
    change = _tiny(float(found.exact.change))
    words.append(tr("Halving the grid’s spacing changed log p(x) by {change} nats.", change=change))
    if found.q is None:
        words.append(tr("This run has no trained encoder, so there is no q."))
    if best is not None and best.is_elsewhere:
        words.append(tr("The best q is in another place than the one that the encoder’s q was drawn to."))
    return " ".join(words)


def _tiny(nats: float) -> str:
    """Write what should be zero."""
    return number(nats, 5) if abs(nats) >= 1e-5 else tr("less than 0.00001")


def _sampled(found: _Found) -> str:
    sampled = found.sampled
    if sampled is None:
        return ""
    log_p, effective = number(float(sampled.log_p)), number(float(sampled.effective), 0)
    if found.exact is None:
        words = tr(
            "{draws:,} draws from the best Gaussian, made wider and mixed with the prior: "
            "{log_p} ± {error} nats, effective sample size {effective}.",
            draws=PATIENT_DRAWS,
            log_p=log_p,
            error=number(float(sampled.error)),
            effective=effective,
        )
        if float(sampled.effective) < FEW_EFFECTIVE:
            words += " " + tr("That is few: log p(x) may well be higher.")
        return words
    off = found.log_p - float(sampled.log_p)
    if off <= 0:
        return tr(
            "{draws:,} importance samples from q say {log_p}: {off} nats too high, effective sample size {effective}.",
            draws=DRAWS,
            log_p=log_p,
            off=number(abs(off)),
            effective=effective,
        )
    words = tr(
        "{draws:,} importance samples from q say {log_p}: {off} nats too low, effective sample size {effective}.",
        draws=DRAWS,
        log_p=log_p,
        off=number(off),
        effective=effective,
    )
    return f"{words} {tr('Parts of the posterior are out of q’s reach.')}" if off > 0.5 else words


def _ellipse(q: Gaussians | None) -> Ellipse | None:
    if q is None or q.mean.shape[1] != 2:
        return None
    return Ellipse(q.mean[0].numpy().copy(), q.scale[0].numpy().copy())


def _curve(q: Gaussians | None, z: np.ndarray) -> np.ndarray | None:
    if q is None:
        return None
    log_q: np.ndarray = q.log_prob(torch.from_numpy(z).view(-1, 1, 1)).squeeze(1).numpy()
    density: np.ndarray = np.exp(log_q)
    return density
