"""Training as a generator: `train` yields immutable events; a thread, a progress bar and a test drive it alike.

Nothing here prints, saves or knows of a window. All randomness comes from generators made from the config's seed.
"""

from __future__ import annotations

import contextlib
import math
import os
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, field

import torch
from torch import Tensor, nn

from vaegui.adam import Adam, one_cycle
from vaegui.compiled import Batch, Compilation, CompiledStep, Recipe, penalty, sums
from vaegui.data import Images, corrupt, fixed_thresholds, random_thresholds, split_validation
from vaegui.events import Began, Checkpoint, EpochEnd, Event, Figures, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.models import ImageShape, Model, ModelConfig, Weights, with_weights
from vaegui.objectives import Part, Terms, draw_noise, join, measure, sampled
from vaegui.parallel import Team, averaging, losses_noticed
from vaegui.phases import Phase, phases_of
from vaegui.pixels import fit_pixels, log_p_of_pixels
from vaegui.quadrature import codes
from vaegui.reading import Reader
from vaegui.settings import UserError
from vaegui.state import State, random_state, set_random_state
from vaegui.words import tr

COMPILE_AFTER = 2.0  # seconds
WORTH_COMPILING = 50.0  # times that are still to come, or it would not pay


def choose_device(wanted: str) -> torch.device:
    """Turn "auto" into the best device there is.

    Raises:
        UserError: when a device is asked for by name that this machine does not have.
    """
    there = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available(), "cpu": True}
    if wanted == "auto":
        wanted = next(name for name, is_there in there.items() if is_there)
    if not there[wanted]:
        raise UserError(
            tr("This machine has no {device} device that torch can use. Choose “auto” or “cpu”.", device=wanted)
        )
    return torch.device(wanted)


def choose_threads() -> int:
    """How many threads are to train: one core stays free, for the window or whatever else runs.

    Threads spin while they wait for one another. On two cores two of them make half again as many images a second as
    one while nothing else runs, and half as many beside a busy program, which one does not notice
    (`bench_training.py`). OMP_NUM_THREADS may ask for fewer.
    """
    most = os.environ.get("OMP_NUM_THREADS", "")
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    spare = max(1, cores - 1)
    return min(spare, max(1, int(most))) if most.isdecimal() else spare


def train(
    images: Images,
    model_config: ModelConfig,
    config: TrainConfig,
    *,
    watch: Tensor | None = None,
    resume: State | None = None,
    seconds: float = 0.0,
    should_stop: Callable[[], bool] = lambda: False,
    should_checkpoint: Callable[[], bool] | None = None,
    should_checkpoint_within: Callable[[], bool] = lambda: False,
    metrics_every: float = 0.05,
    snapshot_every: float = 0.25,
    compile_after: float = COMPILE_AFTER,
    team: Team | None = None,
) -> Generator[Event, None, None]:
    """Train a model on images, part of which is held out for validation.

    Args:
        images: the training split; validation images are taken out of it.
        model_config: what to train.
        config: how to train.
        watch: images (M, C, H, W) in [0, 1] whose codes accompany every `Snapshot`; without them there are none.
        resume: where to go on, from a `Checkpoint` of the same images and config (but for more epochs of the last
            phase). On the CPU all that follows is the same, bit for bit, as if training had never stopped.
        seconds: spent before.
        should_checkpoint: asked after every epoch whether a `Checkpoint` is to follow; without it there are none.
            With it there is always one at the end, and where training is stopped.
        should_checkpoint_within: asked after every other step whether a `Checkpoint` within the epoch is to follow.
        should_stop: asked before every step; once it says yes, the epoch is closed as it stands and training ends.
        metrics_every: least seconds between two `Step` events (a signal per step halves the speed; 0 gives every step).
        snapshot_every: least seconds between two `Snapshot` events; longer where a snapshot itself is slow.
        compile_after: seconds after which a step is compiled, if it is worth it (`compiled`); one that was compiled
            before is used at once.
        team: other processes that train the same model on the same images by the same config, each on its part of
            every batch; all of them must be given the same `resume`. What is yielded is of all of them together. When
            one of them is to stop, all do, at most two steps later. Steps are not compiled.

    Raises:
        LostError: another process of the team is gone.
        UserError: no such device, too few images, or the loss became NaN or infinite.
    """
    if len(images) < 2:
        raise UserError(tr("Training needs at least two images: one to learn from, one to validate with."))
    rows = split_validation(len(images), config.validation_share, config.seed)
    if model_config.family == "pixels":
        if resume is None:  # else it is done: there is nothing to iterate
            yield from _train_pixels(images, model_config, config, *rows)
        return
    session = _Session(
        images, model_config, config, *rows, watch, should_stop, metrics_every, snapshot_every, compile_after, team
    )
    session.should_checkpoint = should_checkpoint
    session.should_checkpoint_within = should_checkpoint_within
    if resume is not None:
        session.resume(resume, seconds)
    yield from session.begin()
    for place in range(resume.phase if resume is not None else 0, len(session.phases)):
        with contextlib.closing(session.run(place, resume)) as events:
            yield from events
        if session.is_stopped:
            return
        resume = None


def state_from_weights(
    model_config: ModelConfig,
    config: TrainConfig,
    image_shape: ImageShape,
    weights: Weights,
    batches: int,
    epochs: float,
    bound: float | None,
) -> State:
    """Where a training stands of which nothing but the weights is left: its optimiser and its random draws start anew.

    Args:
        model_config: what is trained.
        config: how it was trained.
        image_shape: (C, H, W).
        weights: of its best epoch.
        batches: of an epoch.
        epochs: that it has had; those weights count as what the last one led to.
        bound: that they reached on the validation images, in nats per image.
    """
    phases = phases_of(with_weights(model_config, image_shape, weights), config)
    done, place, before = int(epochs), 0, 0
    while place + 1 < len(phases) and done - before > phases[place].epochs:
        before += phases[place].epochs
        place += 1
    moments = [torch.zeros_like(p) for p in phases[place].parameters]
    generators = [torch.Generator().manual_seed(config.seed + 2 + done + n) for n in range(2)]
    best = -math.inf if bound is None else bound
    return State(
        phase=place,
        step=done * batches,
        first_step=before * batches,
        updates=0,
        weights=weights,
        first=moments,
        second=[moment.clone() for moment in moments],
        order=torch.empty(0, dtype=torch.int64),
        sums=torch.zeros(3),
        summed=0,
        noise=random_state(generators[0]),
        shuffle=random_state(generators[1]),
        best=weights if phases[place].beta == 1 else {},
        epoch=done,
        best_epoch=done,
        best_score=best if phases[place].beta == 1 else -math.inf,
        best_bound=best,
    )


class _Session:
    """What the phases of one training share: model, images on the device, generators, clock and count of steps."""

    def __init__(
        self,
        images: Images,
        model_config: ModelConfig,
        config: TrainConfig,
        train_rows: Tensor,
        validation_rows: Tensor,
        watch: Tensor | None,
        should_stop: Callable[[], bool],
        metrics_every: float,
        snapshot_every: float,
        compile_after: float,
        team: Team | None,
    ) -> None:
        self.is_stopped = False
        self._team = team
        self._is_stop_agreed = False  # by the team
        self.should_checkpoint: Callable[[], bool] | None = None
        self.should_checkpoint_within: Callable[[], bool] = lambda: False
        self._compile_after = compile_after
        self._model_config, self._shape = model_config, images.shape
        self._config = config
        self._how = model_config.observed_as
        self._should_stop = should_stop
        self._metrics_every, self._snapshot_every = metrics_every, snapshot_every
        self._device = device = choose_device(config.device) if team is None else team.device
        self._model = new_model(model_config, images.shape, config.seed).to(device)
        self._reader = Reader(images, train_rows, device)
        self._validation = images.in_turn(validation_rows, device)
        self._validation_thresholds = fixed_thresholds(self._validation.shape, for_one_pass=images.file is not None)
        if isinstance(self._validation_thresholds, Tensor):
            self._validation_thresholds = self._validation_thresholds.to(device)
        self._watched = None if watch is None else watch.to(device)
        self._noise = torch.Generator(device).manual_seed(config.seed)
        self._shuffle = torch.Generator(device).manual_seed(config.seed + 1)
        self.phases = phases_of(self._model, config)
        self._batches = math.ceil(len(self._reader) / config.batch_size)
        self._epochs = sum(phase.epochs for phase in self.phases)
        self._baseline: float | None = None
        if team is None or team.is_first:
            baseline = log_p_of_pixels(images, model_config, train_rows, self._validation, self._validation_thresholds)
            self._baseline = None if baseline is None else float(baseline.mean())
        self._clock = _Clock()
        self._step = 0
        self._unchecked: Tensor | None = None  # the sums of a step on a GPU, which one does not wait for

    def resume(self, state: State, seconds: float) -> None:
        """Take up a training where it was left.

        Raises:
            UserError: when the state is not of a training of these images.
        """
        other = UserError(tr("The state of this run is of a training with other images or settings: it cannot go on."))
        if not 0 <= state.phase < len(self.phases):
            raise other
        phase = self.phases[state.phase]
        before = self._batches * sum(earlier.epochs for earlier in self.phases[: state.phase])
        shapes = [p.shape for p in phase.parameters]
        if (
            state.first_step != before
            or state.step - before > phase.epochs * self._batches
            or len(state.order) not in (0, len(self._reader))
            or any([m.shape for m in moments] != shapes for moments in (state.first, state.second))
        ):
            raise other
        self._model.load_state_dict(state.weights)
        set_random_state(self._noise, state.noise, self._config.seed + state.step)
        set_random_state(self._shuffle, state.shuffle, self._config.seed + state.step + 1)
        self._step = state.step
        self._clock = _Clock(seconds)

    def begin(self) -> Iterator[Event]:
        """Say what is about to happen."""
        began = Began(
            str(self._device),
            len(self._reader),
            len(self._validation),
            self._batches * self._epochs,
            self._epochs,
            tuple(phase.name for phase in self.phases),
            self._baseline,
        )
        yield from self._clock.outside(began)

    def run(self, place: int, resume: State | None = None) -> Generator[Event, None, None]:
        """Train one phase, from its beginning or from where it was left, and leave the model at its best epoch."""
        phase = self.phases[place]
        for parameter in self._model.parameters():
            parameter.requires_grad_(False)
        for parameter in phase.parameters:
            parameter.requires_grad_(True)
        descent = _Descent(phase, self._config, self._model, self._batches, len(self._reader), self._team is not None)
        if resume is not None:
            descent.resume(resume, (self._step - resume.first_step) * phase.steps_per_batch)
        with contextlib.closing(self._faster(place)) as faster:
            yield from self._epochs_of(place, descent, faster, resume)

    def _epochs_of(self, place: int, descent: _Descent, faster: _Faster, resume: State | None) -> Iterator[Event]:
        phase = self.phases[place]
        best = (
            _Best() if resume is None else _Best(resume.best, resume.best_epoch, resume.best_score, resume.best_bound)
        )
        recent = _Sums(self._device)
        first = self._step if resume is None else resume.first_step
        for epoch in range((self._step - first) // self._batches, phase.epochs):
            epoch_sums = _Sums(self._device)
            taken = 0  # batches of this epoch
            if resume is not None and len(resume.order):
                order = resume.order.to(self._device)
                taken = (self._step - first) % self._batches
                epoch_sums.resume(resume.sums, resume.summed)
            else:
                order = torch.randperm(len(self._reader), generator=self._shuffle, device=self._device)
            resume = None
            share = None if self._team is None else self._team.share_of
            for rows, pixels in self._reader.batches(order, self._config.batch_size, taken, share):
                self.is_stopped = self._should_stop() if self._team is None else self._is_stop_agreed
                if self.is_stopped:
                    break
                done = (self._step - first) / self._batches
                if self._team is None:
                    batch_sums = self._take_step(phase, descent, faster, pixels, done)
                else:
                    batch_sums = self._take_part_in_step(self._team, phase, descent, len(rows), pixels, done)
                self._step += 1
                self._check(batch_sums)
                epoch_sums.add(batch_sums[:3], len(rows))
                recent.add(batch_sums[:3], len(rows))
                is_last = self._step == self._batches * self._epochs
                if is_last or self._clock.now() - self._clock.last_step >= self._metrics_every:
                    yield from self._clock.outside(self._report(phase, recent, faster.is_used))
                    recent = _Sums(self._device)
                    self._hurry(faster)
                if self._watched is not None and self._clock.is_time_for_a_snapshot(self._snapshot_every):
                    yield from self._clock.outside(self._snapshot(phase, self._watched))
                if (self._step - first) % self._batches and self.should_checkpoint_within():
                    within = self._state(place, first, descent.adam, best, order, epoch_sums)
                    yield from self._clock.outside(Checkpoint(within))
            checkpoint: list[Event] = []
            if self.is_stopped and self.should_checkpoint is not None:
                checkpoint = [Checkpoint(self._state(place, first, descent.adam, best, order, epoch_sums))]
            if epoch_sums.count == 0:
                yield from checkpoint
                return
            figures, weights = self._validate(phase), _weights(self._model)
            score = figures.bound
            if phase.beta != 1:
                score = -(figures.distortion + phase.beta * figures.rate)
            is_best = score > best.score
            if is_best:
                best = _Best(weights, self._step / self._batches, score, figures.bound)
            end = EpochEnd(
                self._step / self._batches,
                epoch_sums.mean(),
                figures,
                is_best,
                self._clock.now(),
                descent.learning_rate,
                weights,
                phase.name,
            )
            yield from self._clock.outside(end)
            if self.should_checkpoint is not None and not self.is_stopped:
                is_last = epoch + 1 == phase.epochs and place + 1 == len(self.phases)
                if self.should_checkpoint() or is_last:
                    checkpoint = [Checkpoint(self._state(place, first, descent.adam, best))]
            for event in checkpoint:
                yield from self._clock.outside(event)
            if self.is_stopped:
                return
        if best.weights:
            self._model.load_state_dict(best.weights)

    def _state(
        self, place: int, first: int, adam: Adam, best: _Best, order: Tensor | None = None, sums: _Sums | None = None
    ) -> State:
        """All that is needed to go on from here: between two epochs or, with an order, within one."""
        sums = sums or _Sums(self._device)
        return State(
            phase=place,
            step=self._step,
            first_step=first,
            updates=adam.count,
            weights=_weights(self._model),
            first=[_copy(t) for t in adam.first],
            second=[_copy(t) for t in adam.second],
            order=torch.empty(0, dtype=torch.int64) if order is None else _copy(order),
            sums=_copy(sums.totals),
            summed=sums.count,
            noise=random_state(self._noise),
            shuffle=random_state(self._shuffle),
            best=best.weights,
            epoch=self._step / self._batches,
            best_epoch=best.epoch,
            best_score=best.score,
            best_bound=best.bound,
        )

    def _check(self, batch_sums: Tensor) -> None:
        """Notice within one step that the loss is no number; on a GPU with the next one, so that it need not wait.

        In a team also that somebody wants to stop.
        """
        found = batch_sums if self._device.type == "cpu" else self._unchecked
        self._unchecked = batch_sums
        if found is not None:
            bound, _, distortion, *stops = found.tolist()
            self._is_stop_agreed = any(stops)
            if not math.isfinite(bound + distortion):
                raise self._diverged()

    def _take_step(self, phase: Phase, descent: _Descent, faster: _Faster, pixels: Tensor, done: float) -> Tensor:
        """Descend on one batch, compiled or not; returns its sums (3,) of bound, rate and distortion before."""
        thresholds = random_thresholds(pixels.shape, self._noise) if self._how == "dynamic" else None
        seen = None if self._config.noise is None else corrupt(pixels, *self._config.noise, self._noise)
        if phase.plain is not None and len(pixels) == self._config.batch_size and faster.is_ready(descent.adam):
            noise = draw_noise(self._model, len(pixels), self._noise, phase.samples)
            batch = Batch(pixels, noise, thresholds, seen)
            return faster.step(batch, phase.beta_after(done), descent.next_rate())
        x, seen_by_encoder = Batch(pixels, pixels, thresholds, seen).observed(self._how)
        return sums(descent.step(phase.losses(x, seen_by_encoder, self._noise, done)))

    def _take_part_in_step(
        self, team: Team, phase: Phase, descent: _Descent, images: int, pixels: Tensor, done: float
    ) -> Tensor:
        """Descend with others on a batch of so many images, pixels of which are this process's share.

        What is random is drawn for the whole batch, so that it is the same however many there are. Returns (4,), the
        sums over the whole batch and how many want to stop.
        """
        mine, taken = team.part_of(images), team.share_of(images)
        count = mine.stop - mine.start
        whole = (images, *pixels.shape[1:])
        thresholds = random_thresholds(whole, self._noise)[taken] if self._how == "dynamic" else None
        seen = None
        if self._config.noise is not None:
            clean = pixels.new_zeros(whole)
            clean[taken] = pixels
            seen = corrupt(clean, *self._config.noise, self._noise)[taken]
        x, seen_by_encoder = Batch(pixels, pixels, thresholds, seen).observed(self._how)
        losses = phase.losses(x, seen_by_encoder, Part(self._noise, images, taken), done)
        # Of means over parts of other sizes the plain mean would not be that over the batch.
        own = sums(descent.step(losses, count * team.size / images)) * (count > 0)
        return team.total(torch.cat((own, own.new_tensor([float(self._should_stop())]))))

    def _faster(self, place: int) -> _Faster:
        if self.phases[place].plain is None or self._device.type != "cpu" or self._team is not None:
            return _Faster(None)
        count, threads = len(self._reader), torch.get_num_threads()
        recipe = Recipe(self._model_config, self._config, self._shape, count, place, threads)
        return _Faster(recipe)

    def _hurry(self, faster: _Faster) -> None:
        """Have the step compiled once it has turned out that there is much left to do."""
        now = self._clock.now()
        left = now / self._step * (self._batches * self._epochs - self._step)
        if now >= self._compile_after and left >= WORTH_COMPILING * self._compile_after:
            faster.begin()

    def _report(self, phase: Phase, recent: _Sums, is_compiled: bool) -> Step:
        clock = self._clock
        now = clock.now()
        figures = self._checked(recent.mean())
        speed = recent.count / max(now - clock.last_step, 1e-9)
        clock.last_step = now
        bounds = None
        if phase.probe is not None and now - clock.last_probe >= 5 * clock.probe_cost:
            bounds = phase.probe()
            clock.last_probe = clock.now()
            clock.probe_cost = clock.last_probe - now
        steps = self._batches * self._epochs
        left = now / self._step * (steps - self._step)
        return Step(
            self._step / self._batches, figures, speed, self._step / steps, left, phase.name, bounds, is_compiled
        )

    def _snapshot(self, phase: Phase, watched: Tensor) -> Snapshot:
        started = self._clock.now()
        with torch.no_grad():
            parts = [codes(self._model, part, rough=True) for part in watched.split(2500)]
            mean, std = (torch.cat(values).cpu() for values in zip(*parts, strict=True))
        snapshot = Snapshot(self._step / self._batches, _weights(self._model), mean, std, phase.name)
        if not all(bool(t.isfinite().all()) for t in (snapshot.codes, *snapshot.weights.values())):
            raise self._diverged()
        self._clock.last_snapshot = self._clock.now()
        self._clock.snapshot_cost = self._clock.last_snapshot - started
        return snapshot

    def _validate(self, phase: Phase) -> Figures:
        noise, seed = self._config.noise, self._config.seed
        blocks = measure(
            phase.evaluate,
            self._validation,
            self._validation_thresholds,
            self._how,
            noise,
            seed,
            phase.block,
            None if self._team is None else self._team.part_of,
        )
        terms = join(blocks)
        if self._team is None:
            return self._checked(_mean(terms))
        means = self._team.total(sums(terms).to(self._device)) / len(self._validation)
        return self._checked(Figures(*means.tolist()))

    def _checked(self, figures: Figures) -> Figures:
        if not (math.isfinite(figures.bound) and math.isfinite(figures.distortion)):
            raise self._diverged()
        return figures

    def _diverged(self) -> UserError:
        rate = self._config.learning_rate
        return UserError(
            tr(
                "Training diverged at step {step} (epoch {epoch:.2f}): the loss is no longer a "
                "finite number. The epochs finished before are kept. Try a smaller learning rate "
                "({smaller:g} in place of {learning_rate:g}).",
                step=self._step,
                epoch=self._step / self._batches,
                smaller=rate / 10,
                learning_rate=rate,
            )
        )


class _Descent:
    """Adam on the parameters of one phase, with the schedule and the prior on θ that the config asks for."""

    def __init__(
        self, phase: Phase, config: TrainConfig, model: Model, batches: int, images: int, in_team: bool
    ) -> None:
        self.adam = Adam(phase.parameters)
        self.learning_rate = config.learning_rate  # of the last step
        self._peak = config.learning_rate
        self._ahead = 0
        self._steps = batches * phase.epochs * phase.steps_per_batch
        self._has_cycle = config.schedule == "one-cycle" and self._steps > 1
        moving = {id(p) for p in phase.parameters}
        theta = [p for p in model.decoder.parameters() if id(p) in moving] if config.weight_precision else []
        losses = _NextLoss(phase.parameters, theta, config.weight_precision, images)
        self._next_loss: nn.Module = averaging(losses) if in_team else losses
        self._in_team = in_team
        self._losses = phase.steps_per_batch

    def resume(self, state: State, steps: int) -> None:
        """Go on after so many steps; Adam may have taken fewer, where it began anew."""
        self.adam.resume(state.first, state.second, state.updates)
        self._ahead = steps - state.updates

    def step(self, losses: Iterator[tuple[Tensor, Terms]], weight: float = 1.0) -> Terms:
        """Take a gradient step for each loss, times a weight, and return what the batch was like before the first."""
        before: Terms | None = None
        for _ in range(self._losses):
            loss, terms = self._next_loss(losses, weight)
            before = before or terms.detach()
            if self._in_team:
                self.adam.step(self._averaged_gradients(loss), self.next_rate())
            else:
                self.adam.descend(loss, self.next_rate())
        assert before is not None
        return before

    def _averaged_gradients(self, loss: Tensor) -> list[Tensor]:
        with losses_noticed():
            loss.backward()
        gradients = [p.grad for p in self.adam.parameters]
        for parameter in self.adam.parameters:
            parameter.grad = None
        return [g for g in gradients if g is not None]

    def next_rate(self) -> float:
        """The learning rate of the step that is about to be taken."""
        if self._has_cycle:
            self.learning_rate = one_cycle(self.adam.count + self._ahead, self._steps, self._peak)
        return self.learning_rate


class _NextLoss(nn.Module):
    """The losses of a phase as the forward passes of a module that has the phase's parameters, which is what
    DistributedDataParallel watches.
    """

    def __init__(
        self, parameters: list[nn.Parameter], theta: list[nn.Parameter], precision: float, images: int
    ) -> None:
        super().__init__()
        self.moved = nn.ParameterList(parameters)
        self._prior = (theta, precision, images)

    def forward(self, losses: Iterator[tuple[Tensor, Terms]], weight: float) -> tuple[Tensor, Terms]:
        loss, terms = next(losses)
        if weight != 1.0:
            loss = weight * loss
        if self._prior[0]:
            loss = loss + penalty(*self._prior)
        return loss, terms


class _Faster:
    """The compiled step of a phase, once there is one."""

    def __init__(self, recipe: Recipe | None) -> None:
        self._recipe = recipe
        self._compilation: Compilation | None = None
        self._compiled: CompiledStep | None = None
        with contextlib.suppress(OSError):
            if recipe is not None and recipe.path.is_file():
                self.begin()

    @property
    def is_used(self) -> bool:
        """Whether steps are compiled."""
        return self._compiled is not None

    def begin(self) -> None:
        """Compile it, if that was not begun before."""
        if self._recipe is not None and self._compilation is None:
            try:
                self._compilation = Compilation(self._recipe)
            except OSError:  # no folder, no process: training goes on as it is
                self._recipe = None

    def is_ready(self, adam: Adam) -> bool:
        """Whether it can be used now to move what `adam` moves."""
        if self._compiled is None and self._compilation is not None:
            library = self._compilation.library()
            if library is not None or self._compilation.has_failed:
                self._compilation.close()
                self._recipe = self._compilation = None
            if library is not None:
                try:
                    self._compiled = CompiledStep(library, adam)
                except (OSError, AttributeError, RuntimeError):  # training goes on as it is
                    with contextlib.suppress(OSError):
                        library.unlink()
        return self._compiled is not None

    def step(self, batch: Batch, beta: float, rate: float) -> Tensor:
        """Take a step; see `CompiledStep`."""
        assert self._compiled is not None
        return self._compiled(batch, beta, rate)

    def close(self) -> None:
        """Give up what is being compiled, and free what was."""
        if self._compilation is not None:
            self._compilation.close()
        if self._compiled is not None:
            self._compiled.close()
            self._compiled = None


def _train_pixels(
    images: Images, model_config: ModelConfig, config: TrainConfig, train_rows: Tensor, validation_rows: Tensor
) -> Iterator[Event]:
    """Fit independent pixels: one pass over the images, and nothing to iterate."""
    started = time.perf_counter()
    yield Began("cpu", len(train_rows), len(validation_rows), 1, 1)
    model = fit_pixels(model_config, images, train_rows, config.prior_strength)
    figures = []
    for rows in (train_rows, validation_rows):
        pixels = images.in_turn(rows)
        thresholds = fixed_thresholds(pixels.shape, for_one_pass=images.file is not None)
        figures.append(_mean(join(measure(sampled(model), pixels, thresholds, model_config.observed_as))))
    seconds = time.perf_counter() - started
    yield Step(1.0, figures[0], len(train_rows) / max(seconds, 1e-9), 1.0, 0.0)
    yield EpochEnd(1.0, figures[0], figures[1], True, seconds, 0.0, _weights(model))


def new_model(config: ModelConfig, image_shape: ImageShape, seed: int) -> Model:
    """Build a model with freshly drawn weights, leaving torch's global generator as it was."""
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(seed)
        return Model(config, image_shape)


class _Clock:
    """Seconds spent training: what happens while an event is handed over (a pause, a slow reader) does not count."""

    def __init__(self, spent: float = 0.0) -> None:
        self._origin = time.perf_counter() - spent
        self.last_step = spent
        self.last_snapshot = self.last_probe = -math.inf
        self.snapshot_cost = self.probe_cost = 0.0

    def now(self) -> float:
        return time.perf_counter() - self._origin

    def is_time_for_a_snapshot(self, every: float) -> bool:
        """Snapshots may take a tenth of the time at most."""
        return self.now() - self.last_snapshot >= max(every, 10 * self.snapshot_cost)

    def outside(self, event: Event) -> Iterator[Event]:
        left = time.perf_counter()
        yield event
        self._origin += time.perf_counter() - left


class _Sums:
    """Running sums that stay on the device, so that a step does not wait for it."""

    def __init__(self, device: torch.device) -> None:
        self.totals = torch.zeros(3, device=device)
        self.count = 0

    def resume(self, totals: Tensor, count: int) -> None:
        self.totals.copy_(totals)
        self.count = count

    def add(self, batch_sums: Tensor, images: int) -> None:
        self.totals += batch_sums
        self.count += images

    def mean(self) -> Figures:
        return Figures(*(self.totals / max(self.count, 1)).tolist())


def _mean(terms: Terms) -> Figures:
    return Figures(float(terms.bound.mean()), float(terms.rate.mean()), float(terms.distortion.mean()))


@dataclass(frozen=True)
class _Best:
    """The best epoch of a phase; without weights before there is one."""

    weights: Weights = field(default_factory=dict)
    epoch: float = 0.0
    score: float = -math.inf
    bound: float = -math.inf


def _copy(tensor: Tensor) -> Tensor:
    return tensor.detach().to("cpu", copy=True)


def _weights(model: Model) -> Weights:
    return {name: _copy(value) for name, value in model.state_dict().items()}
