"""Train the trials of a sweep: each an ordinary run, none twice, and none lost where a program is killed.

All trials are put into Optuna's storage as waiting when a study is made, and whoever trains takes one after the other
out of it: taking one is atomic in every storage, so that any number of programs can share a study, and the grid needs
no sampler. Whoever trains a trial holds its lock (`study.lock_of`). A trial that is running and whose lock is free was
interrupted: the next program goes on with its run from the last save (`recording.continuation`).

The storage is a journal in the study's folder, one JSON object a line, which works where folders are shared (NFS);
Optuna's other storages are databases, by URL. Neither unpickles anything, unlike its journal in Redis, whose snapshots
are pickles: that is refused.
"""

from __future__ import annotations

import contextlib
import json
import logging
import math
import os
import platform
import re
import uuid
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import filelock

from vaegui import folders, recording, runs, storing
from vaegui.data import Dataset
from vaegui.evaluation import measure_nats
from vaegui.events import EpochEnd
from vaegui.exports import extras
from vaegui.families import TrainConfig, total_epochs
from vaegui.models import ModelConfig
from vaegui.recording import Report
from vaegui.runs import BusyError, Run, TestFigures
from vaegui.settings import UserError, as_dict, parse
from vaegui.steps import finish
from vaegui.sweeps import study as studies
from vaegui.sweeps.plan import SETTINGS, Plan, Range
from vaegui.sweeps.study import JOURNAL, LOCKS, PATIENCE, STUDY, Study, Trial

_logger = logging.getLogger(__name__)

NOTE = "vaegui"  # the attribute of a trial in the storage that says where its run is, and what came of it
# That begins the name of another: a folder that took it. Each writes its own, so that none who comes second overwrites.
WANTED = f"{NOTE} "
# Of a URL as SQLAlchemy reads it, whose passwords may have / and ? in them; and of a driver's options in its query,
# which for ODBC may be one that has all others in it.
_PASSWORD = re.compile(r"^([^:/?]+://[^:/@?]*):(?:[^/?]+|[^@]+)@")
_SECRET = re.compile("pass|pwd|secret|token|odbc_connect", re.IGNORECASE)
CLAIM = 0.5  # seconds that somebody may look whether a trial is being trained


@dataclass(frozen=True)
class Taken:
    """A trial begins, or goes on."""

    trial: Trial
    goes_on: bool  # its run is there, and was interrupted


@dataclass(frozen=True)
class Ended:
    """A trial is over: done, failed, or, where it is still running, stopped and kept for later."""

    trial: Trial


@dataclass(frozen=True)
class Skipped:
    """A trial that is left for a later call: another program has its run, or a stop came with trouble."""

    trial: Trial
    sentence: str


class Sweep:
    """A study that trials can be taken from; made by `begin`."""

    def __init__(self, plan: Plan, study: Study, storage: Any, url: str) -> None:
        import optuna

        self.plan, self._study, self._storage, self._url = plan, study, storage, url
        self._optuna = optuna.load_study(study_name=plan.name, storage=storage)
        self._id = storage.get_study_id_from_name(plan.name)

    @property
    def study(self) -> Study:
        """What is known of all trials now."""
        return replace(self._study, trials=tuple(map(self._trial, self._trials())))

    @property
    def elsewhere(self) -> int:
        """How many trials are running, as far as is known, in other programs or with other folders."""
        known = self.study
        both = zip(known.trials, self._trials(), strict=False)
        return sum(
            trial.state == "running" and (not self._is_own(frozen) or studies.is_being_trained(known, trial))
            for trial, frozen in both
        )

    def run(
        self, dataset: Dataset, should_stop: Callable[[], bool] = lambda: False
    ) -> Generator[Taken | Report | Ended | Skipped, None, None]:
        """Train trials until none is left to take; passes on what each training says.

        A trial that cannot be trained is noted as failed, with its sentence, and the next one begins. Where
        `should_stop` says so, the training is stopped, its run is kept, and the trial goes on at the next call: so it
        does, too, where that stop came with trouble (a full disk), or another program uses its run.

        Raises:
            UserError: when the study's files cannot be written.
        """
        passed: set[int] = set()
        while not should_stop() and (claim := self._claim(passed)) is not None:
            frozen, lock = claim
            passed.add(frozen.number)  # whatever comes of it: once in a call is enough
            try:
                trial = self._begin(frozen)
                yield from self._train(trial, dataset, should_stop)
            finally:
                lock.release()

    # Taking trials

    def _trials(self) -> list[Any]:
        trials: list[Any] = self._storage.get_all_trials(self._id, deepcopy=False)
        return trials

    def _claim(self, passed: set[int]) -> tuple[Any, filelock.FileLock] | None:
        """The first trial that waits, or was interrupted here, and its lock; None where there is none."""
        from optuna.trial import TrialState

        for frozen in self._trials():
            is_open = frozen.state == TrialState.WAITING or (
                frozen.state == TrialState.RUNNING and self._is_own(frozen)
            )
            if not is_open or frozen.number in passed:
                continue
            lock = studies.lock_of(self.plan.name, frozen.number)
            try:
                lock.acquire(timeout=CLAIM)
            except filelock.Timeout:
                continue
            if self._take(frozen.number):
                number = self._storage.get_trial_id_from_study_id_trial_number(self._id, frozen.number)
                return self._storage.get_trial(number), lock
            lock.release()
        return None

    def _take(self, number: int) -> bool:
        """Say that a trial is being trained here, unless somebody else said so first; its lock is ours."""
        from optuna.trial import TrialState

        which = self._storage.get_trial_id_from_study_id_trial_number(self._id, number)
        now = self._storage.get_trial(which)
        if now.state == TrialState.RUNNING:
            return self._is_own(now)
        try:
            if self._url:  # before it is running: whoever is killed from then on can find that it is theirs
                self._storage.set_trial_user_attr(which, WANTED + self._study.place, True)
            return bool(self._storage.set_trial_state_values(which, TrialState.RUNNING))
        except RuntimeError:  # it is over
            return False

    def _is_own(self, frozen: Any) -> bool:
        """Whether a running trial was begun with this study's folder, and not with one on another machine."""
        if not self._url:
            return True
        if NOTE in frozen.user_attrs:
            return bool(frozen.user_attrs[NOTE].get("folder") == self._study.place)
        # Killed before it was noted: where several wanted it at the same moment, one of them may have it.
        return min((name for name in frozen.user_attrs if name.startswith(WANTED)), default="") == (
            WANTED + self._study.place
        )

    def _begin(self, frozen: Any) -> Trial:
        """Note where the run of a trial goes, and choose its settings, where that is not done."""
        from optuna.trial import Trial as Suggestions

        name, place = f"{self.plan.name}-{frozen.number}", platform.node()
        trial = replace(self._trial(frozen), run=name, place=place, state="running")
        self._note(trial)
        if len(frozen.params) < len(self.plan.vary):
            self._optuna.sampler = _sampler(self.plan, frozen.number)
            trial_id = self._storage.get_trial_id_from_study_id_trial_number(self._id, frozen.number)
            suggestions = Suggestions(self._optuna, trial_id)
            for setting, distribution in _distributions(self.plan).items():
                _suggest(suggestions, setting, distribution)
            trial = replace(trial, params=self._trial(self._storage.get_trial(trial_id)).params)
        self._publish()
        return trial

    # Training them

    def _train(
        self, trial: Trial, dataset: Dataset, should_stop: Callable[[], bool]
    ) -> Generator[Taken | Report | Ended | Skipped, None, None]:
        folder = self._study.folder / trial.run
        try:
            run = _found(folder)
            yield Taken(trial, run is not None)
            model, config = self.plan.configs(trial.params)
            run = yield from self._trained(run, folder, dataset, model, config, should_stop)
            if not run.is_whole and run.config.model.family != "pixels":
                yield Ended(trial)  # stopped
                return
            test = run.config.test or finish(measure_nats(run.model, run.config.training, dataset, run.has_encoder))
            values = _objective(self.plan, run)
        except BusyError as error:
            yield Skipped(trial, str(error))
        except Exception as error:  # of one trial: the others may be well
            sentence = str(error)
            if not isinstance(error, UserError):
                _logger.exception("trial %s of “%s” failed", trial.number, self.plan.name)
                sentence = f"Something unexpected went wrong: {type(error).__name__}: {error}"
            if should_stop():  # it may have to do with that; else it comes again
                yield Skipped(trial, sentence)
            else:
                yield Ended(self._end(replace(trial, state="failed", sentence=sentence), None))
        else:
            yield Ended(self._end(replace(trial, state="done", test=test), values))

    def _trained(
        self,
        run: Run | None,
        folder: Path,
        dataset: Dataset,
        model: ModelConfig,
        config: TrainConfig,
        should_stop: Callable[[], bool],
    ) -> Generator[Report, None, Run]:
        """Train, go on with a training, or find it done."""
        if run is not None:
            if run.config.model != model or replace(run.config.training, device=config.device) != config:
                raise UserError(f"“{run.name}” is not the run of this trial: its settings are others.")
            if run.is_whole and not run.config.in_training:
                return run
            if run.is_whole and model.family == "pixels":  # it was interrupted while it was measured: nothing goes on
                runs.settle(run)
                return run
            config = recording.continuation(run)
        epoch, last = 0.0, total_epochs(model, config)
        events = recording.train_run(
            dataset,
            model,
            config,
            folder,
            origin=run,
            should_stop=should_stop,
            should_skip=lambda: should_stop() and epoch < last,  # figures of a training that goes on later
        )
        for event in events:
            if isinstance(event, EpochEnd):
                epoch = event.epoch
            if isinstance(event, recording.Finished):
                run = event.run
            yield event
        assert run is not None
        return run

    def _end(self, trial: Trial, values: list[float] | None) -> Trial:
        from optuna.trial import TrialState

        self._note(trial)
        # The first of two that say so: a window may have trained the run to its end, and another program noted it.
        with contextlib.suppress(RuntimeError, ValueError):
            if values is None:
                self._optuna.tell(trial.number, state=TrialState.FAIL)
            else:
                self._optuna.tell(trial.number, values)
        self._publish()
        return trial

    # What is known

    def _note(self, trial: Trial) -> None:
        known = as_dict(trial)
        note = {name: known[name] for name in ("run", "place", "sentence", "test")} | {"folder": self._study.place}
        which = self._storage.get_trial_id_from_study_id_trial_number(self._id, trial.number)
        with contextlib.suppress(RuntimeError):  # it is over
            self._storage.set_trial_user_attr(which, NOTE, note)

    def _trial(self, frozen: Any) -> Trial:
        from optuna.trial import TrialState

        states = {TrialState.WAITING: "waiting", TrialState.RUNNING: "running", TrialState.COMPLETE: "done"}
        note = frozen.user_attrs.get(NOTE, {})
        test = note.get("test")
        names = (name for name in self.plan.vary if name in frozen.params)
        return Trial(
            frozen.number,
            {name: _decoded(name, frozen.params[name]) for name in names},
            states.get(frozen.state, "failed"),  # type: ignore[arg-type]
            note.get("run", ""),
            note.get("place", ""),
            note.get("sentence", ""),
            None if test is None else parse(TestFigures, test, "storage"),
        )

    def _publish(self) -> None:
        """Write down what is known of all trials, for those who have no Optuna."""
        with _alone(self.plan.name):
            studies.write(self.study)


def begin(plan: Plan, *, storage: str = "", out: Path | None = None) -> Sweep:
    """Make a study, or take up the one of the same name: with the same settings, and perhaps more trials.

    Args:
        plan: what to sweep.
        storage: the URL of Optuna's storage; nothing for a journal in the study's folder.
        out: the folder of its runs; None for the user's.

    Raises:
        UserError: when Optuna is not installed, a study of this name has other settings, its runs' names are taken, or
            the storage cannot be used.
    """
    extras.need("sweep")
    folder = folders.studies_folder() / plan.name
    try:
        (folder / LOCKS).mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(f"{folder} cannot be made: {storing.in_words(error)}.") from None
    with _alone(plan.name), _told(storage):
        if (folder / STUDY).exists():
            study = studies.load(plan.name)
            if study.plan != plan.as_dict():
                raise UserError(
                    f"There is a study “{plan.name}” of other settings. Give this sweep another name, or take back "
                    f"what was changed. It began with: {json.dumps(study.plan, ensure_ascii=False)}"
                )
            if out is not None and out.resolve() != study.folder.resolve():
                raise UserError(f"The runs of “{plan.name}” are in {study.folder}: --out cannot change that.")
            if storage and _without_password(storage) != study.storage:
                raise UserError(f"“{plan.name}” has its trials in {study.storage or folder / JOURNAL}, not elsewhere.")
            if study.storage and not storage:
                raise UserError(f"“{plan.name}” has its trials in {study.storage}: say so with --storage.")
        else:
            _check_names(plan, out or folders.own_folder())
            study = Study(
                plan.name,
                plan.dataset,
                plan.as_dict(),
                runs="" if out is None else str(out.resolve()),
                storage=_without_password(storage),
                place=uuid.uuid4().hex,
            )
            studies.write(study)
        opened = _open(storage, folder)
        _fill(plan, opened)
        sweep = Sweep(plan, study, opened, storage)
        studies.write(sweep.study)
    return sweep


def _check_names(plan: Plan, folder: Path) -> None:
    taken = [name for n in range(plan.trials) if (folder / (name := f"{plan.name}-{n}")).exists()]
    if taken:
        raise UserError(f"There is already a run “{taken[0]}” in {folder}: give the sweep another name.")


@contextlib.contextmanager
def _alone(name: str) -> Iterator[None]:
    """Be the only one to write a study's file.

    Raises:
        UserError: when it cannot be written.
    """
    path = folders.studies_folder() / name / storing.LOCK
    try:
        with filelock.FileLock(path, thread_local=False).acquire(timeout=PATIENCE):
            yield
    except OSError as error:  # among them the lock's Timeout
        raise UserError(f"The study “{name}” cannot be written: {storing.in_words(error)}.") from None


@contextlib.contextmanager
def _told(storage: str) -> Iterator[None]:
    """Put trouble with the storage into a sentence."""
    try:
        yield
    except (UserError, OSError):
        raise
    except Exception as error:  # of any database's driver
        reason = str(error).partition("\n")[0] or type(error).__name__
        where = _without_password(storage) or "the study’s journal"
        raise UserError(f"The trials cannot be kept in {where}: {reason}") from error


def _without_password(url: str) -> str:
    """A database's URL with … in place of its password, and of what in its query is or may hold one."""
    address, mark, query = _PASSWORD.sub(r"\1:…@", url, count=1).partition("?")
    parts = []
    for part in query.split("&"):
        key, equals, _ = part.partition("=")
        parts.append(f"{key}{equals}…" if equals and _SECRET.search(unquote(key)) else part)
    return address + mark + "&".join(parts)


def _open(url: str, folder: Path) -> Any:
    import optuna
    from optuna.storages import journal

    optuna.logging.set_verbosity(optuna.logging.ERROR)  # what matters is said by us
    if url:
        if urlsplit(url).scheme.startswith("redis") or "://" not in url:
            raise UserError(
                f"“{_without_password(url)}” is no database: give a URL such as sqlite:///trials.db or postgresql://…."
            )
        return optuna.storages.get_storage(url)
    path = str(folder / JOURNAL)
    lock = journal.JournalFileOpenLock(path) if os.name == "nt" else journal.JournalFileSymlinkLock(path)
    return optuna.storages.JournalStorage(journal.JournalFileBackend(path, lock))


def _fill(plan: Plan, storage: Any) -> None:
    """Put trials that are not in the storage yet there, as waiting; those of a grid know their settings."""
    import optuna
    from optuna.trial import TrialState, create_trial

    down, up = optuna.study.StudyDirection.MINIMIZE, optuna.study.StudyDirection.MAXIMIZE
    directions = [up] if plan.optimise == "bound" else [down, down]
    study = optuna.create_study(study_name=plan.name, storage=storage, directions=directions, load_if_exists=True)
    there = len(study.get_trials(deepcopy=False))
    if plan.sampler == "grid":
        distributions = _distributions(plan)
        for params in plan.cells()[there:]:
            encoded = {name: _encoded(name, value, distributions[name]) for name, value in params.items()}
            study.add_trial(create_trial(state=TrialState.WAITING, params=encoded, distributions=distributions))
        return
    for _ in range(there, plan.trials):
        study.add_trial(create_trial(state=TrialState.WAITING))


def _distributions(plan: Plan) -> dict[str, Any]:
    """What varies, as Optuna has it; lists as choices among words, since it has no choices among lists."""
    from optuna.distributions import CategoricalDistribution, FloatDistribution, IntDistribution

    found: dict[str, Any] = {}
    for name, choices in plan.vary.items():
        if not isinstance(choices, Range):
            found[name] = CategoricalDistribution([_as_choice(value) for value in choices])
        elif SETTINGS[name].type is int:
            step = 1 if choices.step is None else int(choices.step)
            found[name] = IntDistribution(int(choices.low), int(choices.high), choices.log, step)
        else:
            found[name] = FloatDistribution(choices.low, choices.high, choices.log, choices.step)
    return found


def _as_choice(value: Any) -> Any:
    return json.dumps(value) if isinstance(value, (list, tuple)) else value


def _encoded(name: str, value: Any, distribution: Any) -> Any:
    from optuna.distributions import CategoricalDistribution

    return _as_choice(value) if isinstance(distribution, CategoricalDistribution) else value


def _decoded(name: str, value: Any) -> Any:
    return json.loads(value) if SETTINGS[name].type is tuple else value


def _suggest(trial: Any, name: str, distribution: Any) -> None:
    from optuna.distributions import CategoricalDistribution, IntDistribution

    if isinstance(distribution, CategoricalDistribution):
        trial.suggest_categorical(name, distribution.choices)
    elif isinstance(distribution, IntDistribution):
        trial.suggest_int(name, distribution.low, distribution.high, step=distribution.step, log=distribution.log)
    else:
        trial.suggest_float(name, distribution.low, distribution.high, step=distribution.step, log=distribution.log)


def _sampler(plan: Plan, number: int) -> Any:
    """What chooses the settings of a trial: its seed is the trial's number, lest two programs choose alike."""
    import optuna

    make = optuna.samplers.TPESampler if plan.sampler == "tpe" else optuna.samplers.RandomSampler
    return make(seed=number)


def _found(folder: Path) -> Run | None:
    """The run of a trial that was begun before; None where it has not got as far as a run.

    Raises:
        BusyError: a window has it open, or another program looks after what was interrupted.
        UserError: something else is in the folder.
    """
    if not folder.exists():
        return None
    with runs.held(folder):
        if runs.is_unborn(folder):  # a program was killed before its first save
            runs.discard(folder)
            return None
    return runs.load(folder)


def _objective(plan: Plan, run: Run) -> list[float]:
    """What a sampler looks for, on the validation images: test images are not for choosing.

    Raises:
        UserError: when the run has no such figure.
    """
    row = next((row for row in run.metrics if row.epoch == run.config.best_epoch), None)
    if row is None:
        raise UserError("Its curves lack the best epoch.")
    bound = plan.optimise == "bound"
    values = [row.validation_bound] if bound else [row.validation_rate, row.validation_distortion]
    if not all(map(math.isfinite, values)):
        raise UserError("On the validation images it has no figure that could be compared.")
    return values
