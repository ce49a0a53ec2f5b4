"""What somebody asks of a training through its folder, and what becomes of it: the folder may be on another machine.

    request.json   written by whoever asks: what is wanted, and a number of its own
    answer.json    written by the training: what became of the last requests

Both are sealed and replaced whole, so that a half-copied one is no request. A request is known by its number, not by
its time: clocks differ, and a synced folder may bring a request back that was removed. What lay in the folder when a
training began was asked of another one. Nothing else is ever written into a folder that is watched.
"""

from __future__ import annotations

import contextlib
import secrets
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import AwareDatetime, Field
from pydantic.dataclasses import dataclass as checked_dataclass

from vaegui import storing
from vaegui.settings import STRICT, UserError, as_dict, parse

REQUEST, ANSWER = "request.json", "answer.json"
LARGEST = 10_000  # bytes of either
LOOK_EVERY = 0.5  # seconds
MOST_ANSWERS = 8

Wanted = Literal["stop", "keep-best"]
Number = Annotated[str, Field(pattern="^[0-9a-f]{16}$")]


@checked_dataclass(frozen=True, config=STRICT)
class Request:
    """What somebody wants of a training.

    "stop" closes the epoch, keeps and measures the best one, as the window's Stop does. "keep-best" puts the best epoch
    so far aside as a run of its own, and training goes on.
    """

    wanted: Wanted
    asked: AwareDatetime  # by the clock of whoever asked
    number: Number


@checked_dataclass(frozen=True, config=STRICT)
class Answer:
    """What becomes of a request."""

    number: Number
    wanted: Wanted
    state: Literal["taken", "done", "failed", "ended"]  # "ended": training was over before it could be done
    run: Annotated[str, Field(max_length=300, pattern=r"^[^/\\]*$")] = ""  # the name of the run that was put aside
    epoch: float = 0.0  # that it holds, or that training stopped after
    why: Annotated[str, Field(max_length=1000)] = ""  # it failed


@checked_dataclass(frozen=True, config=STRICT)
class _Answers:
    answers: tuple[Answer, ...]


Kind = TypeVar("Kind", Request, _Answers)


def ask(folder: Path, wanted: Wanted) -> Request:
    """Ask something of the training in a folder; a request that nobody has taken yet makes room for this one.

    Raises:
        OSError: when the folder cannot be written to.
    """
    request = Request(wanted, datetime.now().astimezone().replace(microsecond=0), secrets.token_hex(8))
    storing.replace(folder / REQUEST, storing.seal(as_dict(request)))
    return request


def answer_to(folder: Path, request: Request) -> Answer | None:
    """What the training says of a request; None while it has said nothing that has arrived here whole."""
    found = _read(folder / ANSWER, _Answers)
    return next((a for a in found.answers if a.number == request.number), None) if found is not None else None


def withdraw(folder: Path, request: Request) -> None:
    """Take a request back, if it is still there: it was answered, or nobody waits for an answer any more."""
    lying = _read(folder / REQUEST, Request)
    if lying is not None and lying.number == request.number:
        with contextlib.suppress(OSError):
            (folder / REQUEST).unlink()


def _read(path: Path, kind: type[Kind]) -> Kind | None:
    """Read a file if it is there, whole, and says what one of its kind can say."""
    try:
        if storing.size_of(path) > LARGEST:
            return None
        values, is_sealed = storing.unseal(path.read_bytes())
        return parse(kind, values) if is_sealed and isinstance(values, Mapping) else None
    except (OSError, ValueError, RecursionError, UserError):
        return None


class Inbox:
    """The requests of one training, as that sees them: it looks for a new one at most twice a second."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._is_open = False
        self._known: set[str] = set()  # numbers
        self._next = 0.0
        self._open: dict[Wanted, Request] = {}  # taken, and not done yet
        self._answers: dict[str, Answer] = {}  # by number

    def open(self) -> None:
        """Begin, once the folder is held; what lies there was asked of another training."""
        lying = _read(self._folder / REQUEST, Request)
        self._known = set() if lying is None else {lying.number}
        for name in (REQUEST, ANSWER):
            self._remove(name)
        self._is_open = True

    def wants(self, wanted: Wanted) -> bool:
        """Whether somebody asked for something that is not done yet; no more than a look at the clock, most often."""
        if self._is_open and time.monotonic() >= self._next:
            self._next = time.monotonic() + LOOK_EVERY
            self._look()
        return wanted in self._open

    def _look(self) -> None:
        request = _read(self._folder / REQUEST, Request)
        if request is None or request.number in self._known:
            return
        self._known.add(request.number)
        self._open[request.wanted] = request
        self._say(Answer(request.number, request.wanted, "taken"))
        self._remove(REQUEST)

    def done(self, wanted: Wanted, run: str, epoch: float) -> None:
        """Say that it is done."""
        if request := self._open.pop(wanted, None):
            self._say(Answer(request.number, wanted, "done", run[:300], epoch))

    def failed(self, wanted: Wanted, why: str) -> None:
        """Say that it cannot be done."""
        if request := self._open.pop(wanted, None):
            self._say(Answer(request.number, wanted, "failed", why=why[:1000]))

    def close(self, run: str, epoch: float) -> None:
        """Training is over: what was asked for and is not done is moot, but for a stop, which is done."""
        if not self._is_open:
            return
        self._next = 0.0
        self.wants("stop")
        self._is_open = False
        for wanted, request in self._open.items():
            answer = Answer(request.number, wanted, "done" if wanted == "stop" else "ended", run[:300], epoch)
            self._say(answer)

    def _say(self, answer: Answer) -> None:
        self._answers[answer.number] = answer
        last = tuple(self._answers.values())[-MOST_ANSWERS:]
        with contextlib.suppress(OSError):  # a disk that is full stops no training
            storing.replace(self._folder / ANSWER, storing.seal(as_dict(_Answers(last))))

    def _remove(self, name: str) -> None:
        with contextlib.suppress(OSError):
            (self._folder / name).unlink()
