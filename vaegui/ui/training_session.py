"""One training at a time, in its own thread, as signals the window can show."""

from __future__ import annotations

import threading
from collections.abc import Callable, Generator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import torch
from PySide6.QtCore import QObject, Signal
from torch import Tensor

from vaegui import recording, runs
from vaegui.data import Dataset
from vaegui.events import Began, EpochEnd, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.models import Model, ModelConfig, with_weights
from vaegui.plane import MANY
from vaegui.recording import CannotSave, Finished, Measuring, MemoryShortageError, Report, Saved
from vaegui.runs import Run
from vaegui.training import choose_threads
from vaegui.ui.films.reel import Reel
from vaegui.ui.generator_thread import GeneratorThread

LIVE_POINTS = 2000


@dataclass(frozen=True)
class Plan:
    """What is being trained, on what, and where the run goes."""

    dataset: Dataset
    model: ModelConfig
    config: TrainConfig
    folder: Path
    rows: Tensor  # test rows (M,) whose codes follow the training
    origin: Run | None = None  # the run whose training goes on

    @property
    def goes_on_in_place(self) -> bool:
        """Whether the run that it goes on with becomes a longer one, so that there is none to discard."""
        return self.origin is not None and self.origin.folder == self.folder


@dataclass(frozen=True)
class _Live:
    """A snapshot, and a model with its weights that belongs to the window."""

    snapshot: Snapshot
    model: Model


class TrainingSession(QObject):
    """Start, hold and end a training.

    Signals:
        progressed: Began, Step, Saved, CannotSave or Measuring, a few times a second.
        figures_added: Step or EpochEnd, for the curves.
        snapshot_taken: Snapshot.
        saved: the Run on disk, once training came to an end or was stopped.
        failed: a sentence and details; what had been saved is still there.
        ran_short: in place of `failed`, a sentence: there was not enough memory.
        ended: the thread is over, however it went. Always the last signal.
    """

    progressed = Signal(object)
    figures_added = Signal(object)
    snapshot_taken = Signal(object)
    saved = Signal(object)
    failed = Signal(str, str)
    ran_short = Signal(str)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._thread: GeneratorThread | None = None
        self._is_saved = False
        self._skip, self._has_begun = threading.Event(), threading.Event()
        self.plan: Plan | None = None
        self.discard: Callable[[Path], None] = runs.discard  # what becomes of the folder of a training not to be kept
        self.model: Model | None = None  # with the weights of the last snapshot
        self.reel: Reel | None = None  # of the training that runs, or ran last

    @property
    def is_running(self) -> bool:
        """Whether a training is under way, paused or not."""
        return self._thread is not None

    @property
    def is_held(self) -> bool:
        """Whether a paused training stands still; until the step or the epoch at hand is over, it does not."""
        return self._thread is not None and self._thread.is_held

    def start(
        self,
        dataset: Dataset,
        model: ModelConfig,
        config: TrainConfig,
        folder: Path | None = None,
        origin: Run | None = None,
    ) -> Plan:
        """Begin a training, or go on with that of `origin`; the run goes to `folder` (None: a new one)."""
        count = len(dataset.test)
        if count <= MANY:
            rows = torch.randperm(count, generator=torch.Generator().manual_seed(0))[:LIVE_POINTS].sort().values
        else:  # they are in random order, and to shuffle them would take longer than a frame
            rows = torch.arange(0, count, -(-count // LIVE_POINTS))
        folder = folder or runs.new_folder(dataset.name, model, config)
        plan = Plan(dataset, model, config, folder, rows, origin)
        self.plan = plan
        self.reel = Reel(plan.folder.name, model, config, dataset.classes, dataset.test.labels[rows].numpy())
        self._is_saved = False
        self._skip = skip = threading.Event()
        self._has_begun = has_begun = threading.Event()
        self._thread = GeneratorThread(
            lambda should_stop: _with_models(
                recording.train_run(
                    dataset,
                    model,
                    config,
                    plan.folder,
                    small=plan.goes_on_in_place and origin is not None and origin.config.small,
                    origin=origin,
                    watch_rows=rows,
                    should_stop=should_stop,
                    should_skip=skip.is_set,
                ),
                plan,
                has_begun,
            ),
            torch_threads=choose_threads(),
            parent=self,
        )
        self._thread.yielded.connect(self._on_yielded)
        self._thread.failed.connect(self._on_failed)
        self._thread.finished.connect(self._on_thread_finished)
        self._thread.start()
        return plan

    def pause(self, paused: bool) -> None:
        """Hold or go on."""
        if self._thread is not None and not self._is_saved:
            (self._thread.pause if paused else self._thread.resume)()

    def skip_measuring(self) -> None:
        """Keep the run, which is saved, without figures on the test images."""
        self._skip.set()

    def stop(self) -> None:
        """End training now; the run is kept and `saved` follows."""
        if self._thread is not None:
            self._thread.stop()

    def cancel(self) -> None:
        """End training now and discard the run; too late once it is saved, or where it went on with a run in place."""
        if self.plan is not None and self.plan.goes_on_in_place:
            self.skip_measuring()
            self.stop()
        elif self._thread is not None and not self._is_saved:
            self._thread.cancel()

    def _on_yielded(self, event: Report | _Live) -> None:
        if self._thread is None or self._thread.is_cancelled:
            return
        assert self.reel is not None
        if isinstance(event, Began | Step | Saved | CannotSave | Measuring):
            self.progressed.emit(event)
        if isinstance(event, Step | EpochEnd):
            self.reel.add(event)
            self.figures_added.emit(event)
        elif isinstance(event, _Live):
            self.model = event.model
            self.reel.add(event.snapshot)
            self.snapshot_taken.emit(event.snapshot)
        elif isinstance(event, Finished):
            self._is_saved = True
            self._thread.resume()
            self.saved.emit(event.run)

    def _on_failed(self, sentence: str, details: str) -> None:
        if self._thread is not None and self._thread.failed_with is MemoryShortageError:
            self.ran_short.emit(sentence)
        else:
            self.failed.emit(sentence, details)

    def _on_thread_finished(self) -> None:
        assert self._thread is not None
        assert self.plan is not None
        thread, self._thread = self._thread, None
        if thread.is_cancelled and self._has_begun.is_set() and not self.plan.goes_on_in_place:
            self.discard(self.plan.folder)
        thread.wait()
        thread.deleteLater()
        if torch.cuda.is_initialized():
            torch.cuda.empty_cache()  # after a shortage others need it
        self.ended.emit()


def _with_models(
    events: Generator[Report, None, None], plan: Plan, has_begun: threading.Event
) -> Generator[Report | _Live, None, None]:
    """Build the window's models where it does not wait for them."""
    with closing(events):
        for event in events:
            has_begun.set()  # the folder is this training's own
            if isinstance(event, Snapshot):
                yield _Live(event, with_weights(plan.model, plan.dataset.train.shape, event.weights))
            else:
                yield event
