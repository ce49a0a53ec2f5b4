"""Train and keep the run on disk up to date. What a run is, and how it is read: `runs.py`.

A save writes files under names of its own; the last one, config.json, makes it count (`storing`). Then the save before
the one before it is removed, so that there are always two.
"""

from __future__ import annotations

import contextlib
import copy
import csv
import io
import itertools
import logging
import math
import platform
import shlex
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar

import torch
from torch import Tensor

import vaegui
from vaegui import explore, machine, runs, storing, tensors, training
from vaegui.data import Dataset, Pixels, fixed_thresholds, observe, split_validation
from vaegui.evaluation import measure_nats
from vaegui.events import Began, Checkpoint, EpochEnd, Event
from vaegui.families import Device, TrainConfig, with_total_epochs
from vaegui.folders import CONFIG, PREVIOUS
from vaegui.models import Model, ModelConfig, Weights, with_weights
from vaegui.parallel import LostError, Team
from vaegui.phases import is_unfinished
from vaegui.plane import MANY
from vaegui.quadrature import codes
from vaegui.requesting import Inbox, Wanted
from vaegui.runs import (
    FILES_IN_TRAINING,
    FORMAT,
    FORMAT_IN_TRAINING,
    MOST_WATCHED,
    Row,
    Run,
    RunConfig,
    StoredFile,
    TestFigures,
    discard,
    held,
    load,
    sealed,
    settle,
    tidy,
)
from vaegui.settings import UserError, as_flags, parse
from vaegui.state import State
from vaegui.steps import finish
from vaegui.words import tr

_logger = logging.getLogger(__name__)

Result = TypeVar("Result")
DENSITY_IMAGES = 20_000
SAVE_EVERY = 1.0  # seconds; tiny datasets finish dozens of epochs in one
SAVE_WITHIN = 60.0  # seconds without a save after which one is made within an epoch
SAVE_SHARE = 0.1  # of the time that saving may take
LIVE_RUN = 100  # of them that lie side by side where there are very many
LIVE_POINTS = 2000  # test images whose codes follow a training
RETRY_EVERY = 0.25  # seconds, while the disk is full
TRIES = 2  # once training was stopped
DIGEST = 64  # letters of a SHA-256
MORE_EPOCHS = 20  # that a finished training gets where nobody says how many


@dataclass(frozen=True)
class Finished:
    """The last event of `train_run`: the run as it now stands on disk."""

    run: Run


@dataclass(frozen=True)
class Saved:
    """The run is on disk: whatever happens to the program, training can go on from this epoch."""

    epoch: float


@dataclass(frozen=True)
class CannotSave:
    """The disk refuses, and training waits until it does not; comes again and again. Afterwards there is a `Saved`."""

    sentence: str


@dataclass(frozen=True)
class Measuring:
    """Training is over; the best epoch is being measured on the test images."""

    share_done: float  # of the figure being measured


@dataclass(frozen=True)
class Asked:
    """Somebody asked something of this training through its folder, and this is what came of it."""

    wanted: Wanted
    run: Run | None = None  # that holds the best epoch so far
    problem: str = ""  # a sentence: why there is none


Report = Event | Saved | CannotSave | Measuring | Asked | Finished


class MemoryShortageError(UserError):
    """There was not enough memory to train."""


def command_line(dataset: str, model: ModelConfig, config: TrainConfig, small: bool = False) -> str:
    """Write the command that repeats a training, wherever it was started from and wherever the data lies."""
    words = ["vaegui", "train", dataset, *as_flags(model, config), *(["--small"] if small else [])]
    return shlex.join(words)


def train_run(
    dataset: Dataset,
    model: ModelConfig,
    config: TrainConfig,
    folder: Path,
    *,
    small: bool = False,
    origin: Run | None = None,
    watch_rows: Tensor | None = None,
    should_stop: Callable[[], bool] = lambda: False,
    should_skip: Callable[[], bool] = lambda: False,
    save_every: float = SAVE_EVERY,
    team: Team | None = None,
    save_within: float = SAVE_WITHIN,
) -> Generator[Report, None, None]:
    """Train, pass every event on, and keep the run on disk up to date; end with `Finished`.

    The run is saved when an epoch ends (at most once a second, and in a tenth of the time; within an epoch where the
    last save is a minute old) and at the end, when the best epoch is also measured on the test images. Whatever ends
    training early, a stop or an error, the epochs finished so far are saved; only a caller that closes the generator
    leaves the folder as it stands. While the disk refuses, training waits: see `CannotSave`. Somebody else may ask
    something of the training through its folder (`requesting`): see `Asked`.

    Args:
        dataset: its training split is learned from; its test split is only measured, at the end.
        model: what to train.
        config: how to train.
        folder: where the run goes; must not exist, unless it is that of `origin`.
        small: store 16-bit weights of the best epoch only, a quarter of the size, with which training cannot go on as
            if it had not stopped; figures are of what is stored.
        origin: go on where the training of this run stands; `continuation` says with which `config`.
        watch_rows: rows (M,) of the test split whose codes accompany each `Snapshot`.
        should_stop: see `training.train`.
        should_skip: asked while the best epoch is measured; once it says yes, the run is left without figures.
        save_every: least seconds between two saves; 0 saves every epoch, however long that takes.
        team: see `training.train`; the other processes of it `assist`.
        save_within: seconds after which an epoch that goes on is saved as it stands.

    Raises:
        LostError: another process of the team is gone. The run stays as it was saved, in training.
        UserError: as `training.train`; or the folder exists, is used by another program, or cannot be written.
        MemoryShortageError: try smaller batches.
    """
    is_new = origin is None or folder.resolve() != origin.folder
    if is_new:
        try:
            folder.mkdir(parents=True)  # at once: whoever makes it owns the name
            storing.sync(folder.parent)
        except FileExistsError:
            raise UserError(tr("{folder} exists already. Choose another name.", folder=folder)) from None
        except OSError as error:
            raise UserError(tr("{folder} cannot be made: {reason}.", folder=folder, reason=error.strerror)) from None
    record = _Record(folder, dataset, model, config, small, is_new)
    inbox = Inbox(folder)

    def is_stopped() -> bool:
        return should_stop() or inbox.wants("stop")

    try:
        with (
            _logged(folder.name, f"{model.family} on {dataset.name}", is_stopped),
            held(folder),
        ):
            inbox.open()
            if origin is not None:
                # In place it is read again: another program may have changed it until it was held.
                record.take_up(origin if is_new else load(origin.folder), dataset)
            yield from _train(
                record, dataset, watch_rows, is_stopped, should_skip, save_every, team, save_within, inbox
            )
    finally:
        if is_new and not record.is_saved:
            discard(folder)


@contextlib.contextmanager
def _logged(name: str, what: str, should_stop: Callable[[], bool]) -> Iterator[None]:
    """Have the log say when a training begins, when it ends, and why."""
    _logger.info("training “%s” begins: %s", name, what)
    try:
        yield
    except GeneratorExit:
        _logger.info("training “%s” was given up", name)
        raise
    except Exception as error:
        _logger.warning("training “%s” failed: %s: %s", name, type(error).__name__, error)
        raise
    _logger.info("training “%s” %s", name, "was stopped and is kept" if should_stop() else "came to its end")


def assist(
    dataset: Dataset,
    model: ModelConfig,
    config: TrainConfig,
    team: Team,
    should_stop: Callable[[], bool] = lambda: False,
) -> None:
    """Take part in a training that another process of the team records: the same arguments, and nothing is written.

    Raises:
        LostError: another process of the team is gone.
        UserError: as `training.train`; or the images here are not those of the first process.
    """
    heard = team.tell()
    digest, state = heard[:DIGEST].decode(), heard[DIGEST:]
    if digest != dataset.train.digest():
        raise UserError(f"The images of “{dataset.name}” on this machine are not those of the first process.")
    resume = State.from_tensors(tensors.unpack(state)) if state else None
    for _ in training.train(
        dataset.train, model, config, resume=resume, should_stop=should_stop, metrics_every=math.inf, team=team
    ):
        pass


def standing(folder: Path, dataset: str, model: ModelConfig, config: TrainConfig) -> Run | None:
    """The run in a folder that this very training has left there; None where it has not got as far as a run.

    Raises:
        UserError: when something else is in the folder.
    """
    if folder.is_dir() and ((folder / storing.LOCK).exists() or not any(folder.iterdir())):
        with held(folder):
            if runs.is_unborn(folder):
                discard(folder)
    if not folder.exists():
        return None
    run = load(folder.absolute())
    planned = (run.config.dataset, run.config.model, replace(run.config.training, device=config.device))
    if planned != (dataset, model, config):
        raise UserError(
            f"{folder} holds another training: {run.config.command}. Choose another folder with --out, or repeat "
            "that command with --resume."
        )
    return run


def continuation(run: Run, epochs: int | None = None, device: Device | None = None) -> TrainConfig:
    """How a run's training goes on: to the end that was planned, or to a total of so many epochs.

    It stays on its device, unless another one is asked for, or this machine does not have it.

    Raises:
        UserError: when there is nothing left to train.
    """
    config = run.config
    try:
        training.choose_device(config.training.device)
    except UserError:
        device = device or "auto"
    if device:
        training.choose_device(device)
        config = replace(config, training=replace(config.training, device=device))
    if config.model.family == "pixels":
        raise UserError(tr("Independent pixels are fitted at once, in closed form: there is nothing to continue."))
    if epochs is None and (config.in_training or not run.is_whole):  # killed while it was being measured, perhaps
        return config.training
    total = run.total_epochs + MORE_EPOCHS if epochs is None else epochs
    if total <= config.epochs_done:
        raise UserError(
            tr(
                "“{run}” has had {epochs:.4g} epochs: ask for more than that.",
                run=run.name,
                epochs=config.epochs_done,
            )
        )
    try:
        return with_total_epochs(config.model, config.training, total)
    except ValueError:
        raise UserError(tr("“{run}” cannot be trained for {epochs:,} epochs.", run=run.name, epochs=total)) from None


def goes_on_in_place(run: Run, config: TrainConfig) -> bool:
    """Whether a run that is continued like this becomes what it was to be; else the result is another run."""
    return replace(config, device=run.config.training.device) == run.config.training


def _train(
    record: _Record,
    dataset: Dataset,
    watch_rows: Tensor | None,
    should_stop: Callable[[], bool],
    should_skip: Callable[[], bool],
    save_every: float,
    team: Team | None,
    save_within: float,
    inbox: Inbox,
) -> Generator[Report, None, None]:
    model = record.model
    rows, how = watched_rows(len(dataset.test)) if watch_rows is None else watch_rows, model.observed_as
    thresholds = fixed_thresholds(dataset.test.pixels.shape)[rows] if how == "dynamic" else None
    seen = observe(dataset.test.pixels[rows], how, thresholds)
    record.watch(rows, seen, dataset)
    watch = None if watch_rows is None else seen
    if model.family == "autoencoder":
        # Its density needs it at the end, when importing would hold up whatever else the process does.
        import sklearn.mixture  # noqa: F401
    if team is not None:
        # Which every process needs: a file system need not be shared.
        state = b"" if record.state is None else tensors.pack(record.state.to_tensors())
        team.tell(dataset.train.digest().encode() + state)
    events = training.train(
        dataset.train,
        model,
        record.config,
        watch=watch,
        resume=record.state,
        seconds=record.seconds,
        should_stop=should_stop,
        should_checkpoint=lambda: record.is_due(save_every),
        team=team,
        should_checkpoint_within=lambda: record.is_due(save_within, within=True),
    )
    record.state = None  # the training has it
    try:
        for event in events:
            if isinstance(event, Began):
                record.device, record.baseline = event.device, event.baseline
            if isinstance(event, EpochEnd):
                record.add(event)
            if isinstance(event, Checkpoint):
                if (yield from _patiently(record.keeper(event.state), should_stop)) is not None:
                    yield Saved(event.state.epoch)
            else:
                yield event
            if record.rows and inbox.wants("keep-best"):
                yield _keep_best(record, dataset, inbox)
        if not record.rows:
            raise UserError(tr("Training was stopped before its first step; there is nothing to keep."))
        if inbox.wants("stop"):
            yield Asked("stop")
        run = yield from record.finish(dataset, should_stop, should_skip)
        inbox.close(run.name, run.config.epochs_done)
        yield Finished(run)
    except LostError:
        raise
    except Exception as error:
        problem = _explain(error, record.config)
        if isinstance(problem, MemoryShortageError):
            error.__traceback__ = None  # whose frames hold what there is too little memory for
        if record.rows and not record.is_finished:
            try:
                finish(record.finish(dataset, should_stop=lambda: True, should_skip=lambda: True))
            except Exception as second:
                problem = UserError(tr("{problem} Also: {second_problem}", problem=problem, second_problem=second))
        elif record.is_saved and not record.is_finished:  # within its first epoch: it can go on, and is over for now
            with contextlib.suppress(UserError):
                settle(load(record.folder))
        inbox.close(record.folder.name, record.rows[-1].epoch if record.rows else 0.0)
        raise problem from error


def _keep_best(record: _Record, dataset: Dataset, inbox: Inbox) -> Asked:
    """Put the best epoch so far aside, as somebody asked."""
    try:
        run = record.keep_best(dataset)
    except (OSError, UserError) as error:
        why = storing.in_words(error) if isinstance(error, OSError) else str(error)
        inbox.failed("keep-best", why)
        return Asked("keep-best", problem=tr("The best epoch so far could not be put aside: {reason}.", reason=why))
    inbox.done("keep-best", run.name, run.config.best_epoch)
    return Asked("keep-best", run)


def watched_rows(count: int) -> Tensor:
    """The rows (M,), in rising order, of those among `count` test images whose codes follow a training."""
    if count > MANY:  # to shuffle them would take longer than a frame; neighbours have their thresholds in one block
        starts = torch.arange(0, count - LIVE_RUN, count // (LIVE_POINTS // LIVE_RUN))
        return (starts.unsqueeze(1) + torch.arange(LIVE_RUN)).flatten()
    return torch.randperm(count, generator=torch.Generator().manual_seed(0))[:LIVE_POINTS].sort().values


def _patiently(save: Callable[[], Result], should_stop: Callable[[], bool]) -> Generator[CannotSave, None, Result]:
    """Save; while the disk refuses, wait, unless somebody wants to stop.

    Raises:
        UserError: when somebody does, and it has refused again.
    """
    tries = 0  # since somebody does
    while True:
        try:
            return save()
        except OSError as error:
            problem = tr("The run could not be saved: {reason}.", reason=storing.in_words(error))
        tries = tries + 1 if should_stop() else 0
        if tries == TRIES:
            raise UserError(tr("{problem} What was saved before is still there.", problem=problem))
        yield CannotSave(
            tr(
                "{problem} Training waits, and goes on by itself when it can. Stop gives up what was learned since the "
                "last save.",
                problem=problem,
            )
        )
        time.sleep(RETRY_EVERY)


def _explain(error: Exception, config: TrainConfig) -> Exception:
    """Turn trouble with memory or a device into a sentence; leave anything else as it is."""
    signs = ("out of memory", "not enough memory", "can't allocate memory")
    if isinstance(error, MemoryError) or any(sign in str(error).lower() for sign in signs):
        smaller = max(1, config.batch_size // 2)
        return MemoryShortageError(
            tr(
                "There was not enough memory. Try a smaller batch size ({smaller} in place of {batch_size}) or a "
                "smaller network. The epochs finished before are kept.",
                smaller=smaller,
                batch_size=config.batch_size,
            )
        )
    if type(error).__name__ == "AcceleratorError" or any(sign in str(error) for sign in ("CUDA error", "MPS backend")):
        return UserError(
            tr(
                "The device was lost: {reason} The epochs finished before are kept, from copies in "
                "main memory. Continue the run on the CPU, or after a restart.",
                reason=str(error).splitlines()[0],
            )
        )
    return error


class _Record:
    """What `train_run` has gathered, and how it gets to disk."""

    def __init__(
        self, folder: Path, dataset: Dataset, model: ModelConfig, config: TrainConfig, small: bool, is_new: bool
    ) -> None:
        self.folder, self.model, self.config = folder, model, config
        self.device = ""
        self.baseline: float | None = None
        self.rows: list[Row] = []
        self.small = small
        self.is_saved = not is_new  # something is on disk
        self.is_finished = False
        self.state: State | None = None  # to go on from
        self.seconds = 0.0
        self._values: dict[str, Any] = {
            "dataset": dataset.name,
            "image_shape": dataset.train.shape,
            "classes": dataset.classes,
            "model": model,
            "training": config,
            "images": dataset.train.digest(),
            "small": small,
            "created": datetime.now().astimezone().replace(microsecond=0),
            "command": command_line(dataset.name, model, config, small),
            "versions": {"vaegui": vaegui.__version__, "torch": torch.__version__, "python": platform.python_version()},
        }
        self._best: _Best | None = None
        self._current: RunConfig | None = None  # as it is on disk
        self._last_saved, self._cost = -math.inf, 0.0
        self._began = time.perf_counter()
        self._watched: tuple[Tensor, Tensor, Tensor] | None = None  # rows (M,), what the model sees (M, …), labels (M,)

    def watch(self, rows: Tensor, seen: Tensor, dataset: Dataset) -> None:
        """Have the codes of test images in every save while training goes on: rows (M,), and as the model sees them."""
        if len(rows) and self.model.code_size:
            rows = rows[:MOST_WATCHED]
            self._watched = rows, seen[:MOST_WATCHED], dataset.test.labels[rows]

    def take_up(self, origin: Run, dataset: Dataset) -> None:
        """Go on where a run stands.

        Raises:
            UserError: when the images are others, or the run is damaged.
        """
        old = origin.config
        if origin.config.image_shape != dataset.train.shape or (old.images and old.images != dataset.train.digest()):
            raise UserError(
                tr("“{run}” was trained on other images than these: it cannot go on with them.", run=origin.name)
            )
        batches = math.ceil(
            len(split_validation(len(dataset.train), self.config.validation_share, self.config.seed)[0])
            / self.config.batch_size
        )
        self.state = origin.state()
        if self.state is None:
            weights = {name: value.clone() for name, value in origin.model.state_dict().items()}
            self.state = training.state_from_weights(
                self.model, old.training, dataset.train.shape, weights, batches, old.epochs_done, old.validation_bound
            )
            self._values["command"] = shlex.join(["vaegui", "continue", origin.name])
        self.rows = origin.rows_before(self.state)
        self.seconds = self.rows[-1].seconds if self.rows else 0.0
        if self.state.best:
            self._best = _Best(self.state.best_epoch, self.state.best_bound, self.state.best)
        elif self.rows:  # stopped in the first epoch of a later phase
            self._best = _Best(old.best_epoch, old.validation_bound, origin.model.state_dict())
        if origin.folder == self.folder.resolve():
            self._current = old
            self._values |= {"created": old.created, "origin": old.origin}
        else:
            self._values["origin"] = origin.name

    def is_due(self, every: float, within: bool = False) -> bool:
        """Whether it is time to save: after an epoch, or within one."""
        wait = max(every, self._cost / SAVE_SHARE) if every else 0.0
        last = max(self._last_saved, self._began) if within else self._last_saved
        return time.perf_counter() - last >= wait

    def add(self, end: EpochEnd) -> None:
        self.rows.append(
            Row(
                end.epoch,
                end.phase,
                end.seconds,
                end.learning_rate,
                *(f for m in (end.train, end.validation) for f in (m.bound, m.rate, m.distortion)),
            )
        )
        self.seconds = end.seconds
        if end.is_best or self._best is None:
            self._best = _Best(end.epoch, end.validation.bound, end.weights)

    def keeper(self, state: State) -> Callable[[], RunConfig | None]:
        """What saves the run as it now stands, with what it takes to go on."""
        if self._best is None and not state.summed:
            return lambda: None
        began = time.perf_counter()
        contents = {"state": tensors.pack(state.to_tensors())} | self._snapshot(state)
        # Within its first epoch a run is what it has learned so far.
        best, epoch = self._best or _Best(0.0, None, state.weights), state.epoch
        spent = time.perf_counter() - began
        return lambda: self.save(contents, best, epoch, spent=spent)

    def _snapshot(self, state: State) -> dict[str, bytes]:
        """The codes of the images that are watched, under the newest weights."""
        if self._watched is None:
            return {}
        rows, seen, labels = self._watched
        model = with_weights(self.model, self._values["image_shape"], state.weights)
        mean, std = codes(model, seen, rough=True)
        if not bool((mean + std).isfinite().all()):
            return {}  # training is about to notice, too
        place = {"epoch": torch.tensor(state.epoch, dtype=torch.float64), "phase": torch.tensor(state.phase)}
        table = {"row": rows.long(), "mean": mean.float(), "std": std.float(), "label": labels.long()}
        return {"snapshot": tensors.pack(place | {name: value.contiguous() for name, value in table.items()})}

    def keep_best(self, dataset: Dataset) -> Run:
        """Put the best epoch so far aside: a run of its own beside this one, without figures.

        Training is not touched by it: no random number is drawn.

        Raises:
            OSError, UserError: nothing is left of it then.
        """
        assert self._best is not None
        stem = f"{self.folder.name}-best-{self._best.epoch:g}"
        names = (stem if n == 1 else f"{stem}-{n}" for n in itertools.count(1))
        for folder in map(self.folder.with_name, names):
            if not folder.exists():
                break
            with contextlib.suppress(UserError):
                there = load(folder.absolute())
                if there.config.created == self._values["created"] and there.config.training == self.config:
                    return there  # asked for before
        aside = copy.copy(self)
        aside.folder, aside._current = folder, None
        folder.mkdir()
        try:
            with held(folder):
                stored = {k: v.half().float() if self.small else v for k, v in self._best.weights.items()}
                model = with_weights(self.model, dataset.train.shape, stored)
                phase = self.rows[-1].phase
                found = finish(_encode_all(model, dataset, self.config, phase if is_unfinished(phase) else ""))
                contents = {"codes": tensors.pack(found)}
                aside.save(contents, self._best, self.rows[-1].epoch, in_training=False, plain_names=True)
        except BaseException:
            discard(folder)
            raise
        return load(folder.absolute())

    def save(
        self,
        contents: dict[str, bytes],
        best: _Best,
        epochs_done: float,
        test: TestFigures | None = None,
        in_training: bool = True,
        plain_names: bool = False,
        spent: float = 0.0,
    ) -> RunConfig:
        """Put a whole new save beside the last one, make it count, and remove the one before that.

        Args:
            contents: of the files that are not made here.
            best: whose weights they are.
            epochs_done: so far, in all phases.
            test: figures of the best epoch.
            in_training: whether training goes on.
            plain_names: call files as a finished run does.
            spent: seconds that were spent on `contents`.

        Raises:
            OSError: the last save counts still.
        """
        began = time.perf_counter()
        stored = {k: v.half() if self.small else v for k, v in best.weights.items()}
        contents = {"weights": tensors.pack(stored), "metrics": self._table(), **contents}
        number = self._current.save + 1 if self._current is not None else 1
        files = {}
        with contextlib.suppress(UserError):
            tidy(self.folder)  # what a save that failed has left
        for role, content in contents.items():
            plain = Path(FILES_IN_TRAINING[role])
            path = self.folder / plain
            if not plain_names or path.exists():
                path = self.folder / f"{plain.stem}-{number}{plain.suffix}"
            storing.write(path, content)
            files[role] = StoredFile(path.name, len(content), storing.digest(content))
        config = parse(
            RunConfig,
            self._values
            | {
                "device": self.device,
                "validation_baseline": self.baseline,
                "best_epoch": best.epoch,
                "epochs_done": epochs_done,
                "seconds": self.seconds,
                "validation_bound": best.bound,
                "test": test,
                "in_training": in_training,
                "save": number,
                "files": files,
                "format": FORMAT_IN_TRAINING if in_training else FORMAT,
                "host": machine.identity() if in_training else "",
            },
        )
        storing.sync(self.folder)
        storing.replace(self.folder / CONFIG, sealed(config))
        before, self._current, self.is_saved = self._current, config, True
        storing.sync(self.folder)
        with contextlib.suppress(OSError):  # then the save before the one before stays the previous one
            if before is not None:
                storing.replace(self.folder / PREVIOUS, sealed(before))
                storing.sync(self.folder)
        tidy(self.folder)
        self._last_saved = time.perf_counter()
        self._cost = self._last_saved - began + spent
        return config

    def _table(self) -> bytes:
        table = io.StringIO(newline="")
        lines = csv.writer(table)
        lines.writerow(Row._fields)
        lines.writerows([repr(row.epoch), row.phase, *map(_figure, row[2:])] for row in self.rows)
        return table.getvalue().encode()

    def finish(
        self,
        dataset: Dataset,
        should_stop: Callable[[], bool] = lambda: False,
        should_skip: Callable[[], bool] = lambda: False,
    ) -> Generator[Measuring | Saved | CannotSave, None, Run]:
        """Save, and measure what was saved, as far as it is not skipped."""
        assert self._best is not None
        self.is_finished = True
        was_stopped = should_stop()
        kept, best, epochs_done = self._kept_state(), self._best, self.rows[-1].epoch
        config = self._current
        if config is None or config.epochs_done != epochs_done or config.training != self.config:
            config = yield from _patiently(lambda: self.save(kept, best, epochs_done), should_stop)
            yield Saved(config.epochs_done)
        run = Run(self.folder.resolve(), config)
        test: TestFigures | None = None
        found = yield from _encode_all(run.model, dataset, config.training, run.stopped_in)
        if not run.stopped_in.startswith("layer"):  # whose upper layers are still random
            figures = measure_nats(run.model, config.training, dataset, run.has_encoder)
            try:
                while not should_skip():
                    yield Measuring(next(figures))
            except StopIteration as done:
                test = done.value
        contents = {"codes": tensors.pack(found), **({} if self.small else kept)}
        yield from _patiently(
            lambda: self.save(contents, best, epochs_done, test, in_training=False, plain_names=True),
            lambda: should_skip() or (should_stop() and not was_stopped),
        )
        if self.small:
            with contextlib.suppress(OSError):
                (self.folder / PREVIOUS).unlink()
            tidy(self.folder)
        return load(self.folder.absolute())

    def _kept_state(self) -> dict[str, bytes]:
        """What it takes to go on, as it was saved last: read back, since it is too large to be remembered."""
        if self._current is None:
            return {}
        with contextlib.suppress(UserError):
            content = Run(self.folder.resolve(), self._current).stored("state")
            return {} if content is None else {"state": content}
        return {}


def _encode_all(
    model: Model, dataset: Dataset, config: TrainConfig, stopped_in: str
) -> Generator[Measuring, None, dict[str, Tensor]]:
    """What a finished run has in codes.safetensors: codes of all test images; an autoencoder's density."""
    small = torch.uint8 if len(dataset.classes) <= 256 else torch.int32
    found: dict[str, Tensor] = {"label": dataset.test.labels.to(small)}

    def encode(pixels: Pixels) -> Generator[Measuring, None, tuple[Tensor, Tensor]]:
        mean = std = torch.empty(0)
        done = 0
        for means, stds in explore.encode(model, pixels, fixed_thresholds(pixels.shape)):
            if not done:  # at once: thousands of small tensors would each pin the memory that was freed around it
                mean, std = (values.new_empty((len(pixels), *values.shape[1:])) for values in (means, stds))
            part = slice(done, done + len(means))
            mean[part], std[part] = means, stds
            done += len(means)
            yield Measuring(0.0)
        return mean, std

    found["mean"], found["std"] = yield from encode(dataset.test.in_turn())
    if model.config.family == "autoencoder" and not stopped_in:
        rows = split_validation(len(dataset.train), config.validation_share, config.seed)[0]
        learned, _ = yield from encode(dataset.train.pixels[rows[:DENSITY_IMAGES]])
        density = explore.fit_density(learned)
        found |= {f"density.{name}": tensor for name, tensor in density._asdict().items()}
    return found


@dataclass(frozen=True)
class _Best:
    """The epoch whose model the run is."""

    epoch: float
    bound: float | None
    weights: Weights


def _figure(value: float) -> str:
    return "" if math.isnan(value) else f"{value:.6g}"
