"""Watch a run that something else trains, perhaps on another machine, through its folder, which is mounted or synced.

The folder is polled: no network file system tells of changes. A save counts once everything its config.json names is
there with the size and the SHA-256 it was written with; until then there is only something to wait for. Which of two
saves is newer is told by their numbers, never by a clock. Nothing is written but requests (`requesting`).
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from vaegui import machine, requesting, runs, storing
from vaegui.folders import CONFIG, own_folder
from vaegui.models import Model, with_weights
from vaegui.requesting import Answer, Request, Wanted
from vaegui.runs import DamageError, Run, RunConfig, Watched
from vaegui.words import tr

LOOK_EVERY = 1.0  # seconds between two looks at the folder
SLICE = 0.05  # seconds that pass at most until it is noticed that nobody wants to know any more
QUIET_AFTER = 120.0  # seconds without a new save; a training saves at least once a minute
ANSWER_WITHIN = 30.0  # seconds


@dataclass(frozen=True)
class Seen:
    """A new save, whole. All of it was read and checked."""

    run: Run  # its model is that of the best epoch so far
    newest: Model  # with the weights of the last step before the save; belongs to whoever takes this
    watched: Watched | None
    may_ask: bool  # whether the folder can be written to


@dataclass(frozen=True)
class Waiting:
    """There is something newer that has not arrived whole."""

    reason: str  # a sentence


@dataclass(frozen=True)
class Quiet:
    """Nothing is on its way; comes when that changes, and when it has been so for long, which may have many reasons."""

    seconds: float  # since there was something new
    is_cut_off: bool  # the one thing that is certain: it was this machine that trained, and no program does any more


@dataclass(frozen=True)
class Ended:
    """Training is over, and all files of the run are here."""

    run: Run


@dataclass(frozen=True)
class Replied:
    """What became of a request."""

    wanted: Wanted
    state: Literal["asked", "unanswered", "refused", "taken", "done", "failed", "ended"]
    asked: Request | None = None
    answer: Answer | None = None
    problem: str = ""  # why it was refused: the folder cannot be written to


Update = Seen | Waiting | Quiet | Ended | Replied


def is_live(run: Run) -> bool:
    """Whether something else may be training a run, so that it is to be watched rather than opened.

    What this machine trained and no program holds any more was cut off. Among the user's own runs it can go on from
    there; elsewhere it is watched all the same.
    """
    config = run.config
    if not config.in_training or config.model.family == "pixels":
        return False
    if storing.is_held(run.folder) or runs.is_elsewhere(config):
        return True
    return run.folder.parent != own_folder().resolve()


def is_cut_off(folder: Path, config: RunConfig) -> bool:
    """Whether it is certain that the program that trained a run is gone."""
    return config.host == machine.identity() and storing.is_held(folder) is False


class Watcher:
    """Reads a folder again and again, and tells what is new."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.config: RunConfig | None = None  # of the newest save that was whole
        self._content = b""  # of the config.json that nothing is left to be said of

    def look(self) -> Seen | Waiting | Ended | None:
        """What is new since the last look, if anything is.

        Raises:
            DamageError: what has arrived is whole, and cannot be read (a format of another version, for example).
        """
        path = self.folder / CONFIG
        try:
            content = path.read_bytes() if storing.size_of(path) <= runs.LARGEST_CONFIG else b""
        except FileNotFoundError:
            return Waiting(tr("{file} is missing.", file=CONFIG))
        except OSError as error:
            return Waiting(tr("{file} cannot be read: {reason}.", file=path, reason=storing.in_words(error)))
        if content == self._content:
            return None
        try:
            is_whole = storing.unseal(content)[1]
        except (ValueError, RecursionError):
            is_whole = False
        if not is_whole:
            return Waiting(tr("{file} has not arrived whole.", file=CONFIG))
        config = runs.config_from(content, path)
        if not self._is_newer(config):
            self._content = content
            return None
        missing = sum(not self._has_size(file) for file in config.files.values())
        if missing:
            return Waiting(
                tr(
                    "Of save {number}, {missing} of {count} files have not arrived whole.",
                    number=config.save,
                    missing=missing,
                    count=len(config.files),
                )
            )
        run = Run(self.folder, config)
        try:
            found = self._read(run)
        except DamageError as error:  # they are of the right size, and still others than they will be
            return Waiting(str(error))
        self.config, self._content = config, content
        return found

    def _is_newer(self, config: RunConfig) -> bool:
        """A save that was replaced may arrive late, and one that is being copied comes and goes: never go back."""
        before = self.config
        if before is None:
            return True
        if config.created != before.created:  # another run has taken the name
            return config.created > before.created
        return config.save > before.save or (
            config.save == before.save and before.in_training and not config.in_training
        )

    def _has_size(self, file: runs.StoredFile) -> bool:
        try:
            return storing.size_of(self.folder / file.name) == file.bytes
        except OSError:
            return False

    def _read(self, run: Run) -> Seen | Ended:
        """Read every file, each of which is compared with its SHA-256."""
        _ = run.model, run.codes, run.metrics, run.density
        watched, state, config = run.watched, run.state(), run.config
        if not config.in_training:
            return Ended(run)
        newest = run.model if state is None else with_weights(config.model, config.image_shape, state.weights)
        return Seen(run, newest, watched, os.access(self.folder, os.W_OK))


class Watch:
    """Watch a folder in a thread, and ask the training for something from another one."""

    def __init__(self, folder: Path) -> None:
        self._watcher = Watcher(folder)
        self._wishes: deque[Wanted] = deque()
        self._asked: dict[str, tuple[Request, float, str]] = {}  # by number: since when, and what was told of it

    def ask(self, wanted: Wanted) -> None:
        """Ask for something; `Replied` says what becomes of it. From any thread."""
        self._wishes.append(wanted)

    def updates(self, should_stop: Callable[[], bool], every: float = LOOK_EVERY) -> Generator[Update, None, None]:
        """Yield what is new, until the training has ended or nobody wants to know any more.

        Raises:
            DamageError: see `Watcher.look`.
        """
        told: Update | None = None
        last = time.monotonic()  # when there was something new
        while not should_stop():
            found: Update = self._watcher.look() or self._quiet(last)
            if isinstance(found, Seen | Ended):
                last = time.monotonic()
            if not _is_said(found, told):
                told = found
                yield found
            yield from self._correspond(isinstance(found, Ended))
            if isinstance(found, Ended):
                return
            until = time.monotonic() + every
            while time.monotonic() < until and not should_stop() and not self._wishes:
                time.sleep(SLICE)

    def _quiet(self, last: float) -> Quiet:
        config = self._watcher.config
        is_gone = config is not None and is_cut_off(self._watcher.folder, config)
        return Quiet(time.monotonic() - last, is_gone)

    def _correspond(self, is_over: bool) -> Iterator[Replied]:
        """Send what is wished for, and read what has come back."""
        folder = self._watcher.folder
        while self._wishes:
            wanted = self._wishes.popleft()
            try:
                request = requesting.ask(folder, wanted)
            except OSError as error:
                yield Replied(wanted, "refused", problem=storing.in_words(error))
                continue
            self._asked[request.number] = (request, time.monotonic(), "asked")
            yield Replied(wanted, "asked", request)
        for number, (request, since, told) in list(self._asked.items()):
            answer = requesting.answer_to(folder, request)
            is_late = time.monotonic() - since >= ANSWER_WITHIN and told == "asked"
            state = answer.state if answer is not None else "unanswered" if is_late else told
            if is_over and state not in ("done", "failed", "ended"):
                state = "done" if request.wanted == "stop" else "ended"
            if state != told:
                self._asked[number] = (request, since, state)
                yield Replied(request.wanted, state, request, answer)  # type: ignore[arg-type]
            if state in ("done", "failed", "ended"):
                del self._asked[number]
                requesting.withdraw(folder, request)


def _is_said(found: Update, told: Update | None) -> bool:
    """Whether it says nothing that the last thing told did not say; how long ago that was, others can count."""
    if not isinstance(found, Quiet):
        return isinstance(found, Waiting) and found == told
    is_long = found.seconds >= QUIET_AFTER
    if isinstance(told, Quiet):
        return (found.is_cut_off, is_long) == (told.is_cut_off, told.seconds >= QUIET_AFTER)
    return isinstance(told, Seen) and not found.is_cut_off and not is_long
