"""Watching a run that something else trains: a thread reads its folder, and a bar above the map says how it stands."""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QLocale, QObject, QTime, QTimer, Signal

from vaegui.requesting import Wanted
from vaegui.runs import Run
from vaegui.ui.job import Job
from vaegui.ui.live_bar import LiveBar
from vaegui.ui.theme import number
from vaegui.watching import QUIET_AFTER, Ended, Quiet, Replied, Seen, Update, Waiting, Watch
from vaegui.words import tr


class Afar(QObject):
    """Watches one run at a time.

    Signals:
        seen: a new save, `watching.Seen`.
        ended: the Run, all of which was read; nothing is watched any more.
        kept: the best epoch so far was put aside.
        failed: a sentence and a traceback; nothing is watched any more.
    """

    seen = Signal(object)
    ended = Signal(object)
    kept = Signal()
    failed = Signal(str, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.bar = LiveBar()
        self.bar.hide()
        self.bar.stop_wanted.connect(self._on_stop_wanted)
        self.bar.keep_wanted.connect(self._on_keep_wanted)
        self.run: Run | None = None  # what is watched, as it was when that was last seen whole
        self._watch: Watch | None = None
        self._is_left = threading.Event()
        self._job = Job(self)
        self._job.yielded.connect(self._on_update)
        self._job.failed.connect(self._on_failed)
        self._saves, self._came = 0, 0.0  # how many were seen, and when the last one was
        self._state: Update | None = None
        self._may_ask = False
        self._pending: set[Wanted] = set()
        self._reply = ""  # what became of the last request
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self._say_how_it_stands)

    @property
    def is_watching(self) -> bool:
        """Whether something is watched."""
        return self.run is not None

    def start(self, run: Run) -> None:
        """Watch a run."""
        self.stop()
        self.run, self._watch, self._is_left = run, Watch(run.folder), threading.Event()
        self._saves, self._came, self._state, self._may_ask = 0, time.monotonic(), None, False
        self._pending, self._reply = set(), ""
        watch, is_left = self._watch, self._is_left
        self._job.start(lambda: watch.updates(is_left.is_set))
        self._say_how_it_stands()
        self._fit_buttons()
        self._seconds.start()
        self.bar.show()

    def stop(self) -> None:
        """Watch no longer; what was asked for stays asked for."""
        self._is_left.set()
        self._job.cancel()
        self._seconds.stop()
        self.run = self._watch = None
        self.bar.hide()

    def close(self) -> None:
        """Watch no longer, and wait for the thread."""
        self.stop()
        self._job.close()

    def _on_stop_wanted(self) -> None:
        self._ask("stop")

    def _on_keep_wanted(self) -> None:
        self._ask("keep-best")

    def _ask(self, wanted: Wanted) -> None:
        if self._watch is not None:
            self._pending.add(wanted)
            self._fit_buttons()
            self._watch.ask(wanted)

    def _on_update(self, update: Update) -> None:
        if isinstance(update, Replied):
            self._on_replied(update)
            return
        if isinstance(update, Ended):
            self.stop()
            self.ended.emit(update.run)
            return
        self._state = update
        if isinstance(update, Seen):
            self.run, self._may_ask = update.run, update.may_ask
            self._saves, self._came = self._saves + 1, time.monotonic()
        self._fit_buttons()
        self._say_how_it_stands()
        if isinstance(update, Seen):
            self.seen.emit(update)

    def _on_failed(self, sentence: str, details: str) -> None:
        self.stop()
        self.failed.emit(sentence, details)

    # What the bar says

    def _fit_buttons(self) -> None:
        why = ""
        if isinstance(self._state, Quiet) and self._state.is_cut_off:
            why = tr("No program trains this run any more: nobody would answer.")
        elif self._state is None or not self._saves:
            why = tr("Nothing of this run has arrived whole yet.")
        elif not self._may_ask:
            why = tr("Its folder may not be written to, and a request is a file in it.")
        can = not why
        self.bar.set_buttons(
            can and "stop" not in self._pending,
            can and not self._pending,  # a training that ends keeps its best epoch in any case
            why or tr("It has been asked already."),
        )

    def _say_how_it_stands(self) -> None:
        run, state = self.run, self._state
        if run is None:
            return
        silence = time.monotonic() - self._came
        done = run.config.epochs_done
        digits = 0 if done.is_integer() else 1  # a long epoch is saved before its end
        epoch = tr("epoch {epoch} of {epochs:,}", epoch=number(done, digits), epochs=run.total_epochs)
        word, hint = tr("Live"), ""
        if isinstance(state, Quiet) and state.is_cut_off:
            word, words = tr("Cut off"), tr("no program trains it any more")
            hint = tr("“vaegui continue” in a terminal takes it up; so does Continue, where the list of runs has it.")
        elif not self._saves:
            word, words = tr("Waiting"), tr("for the first save that is whole")
            hint = state.reason if isinstance(state, Waiting) else ""
        elif silence >= QUIET_AFTER:
            word, words = tr("Quiet"), tr("nothing new for {time}", time=ago(silence))
            hint = tr("The job may be slow or gone, or what it writes does not arrive here.")
        elif isinstance(state, Waiting):
            words, hint = tr("a newer save is on its way"), state.reason
        elif self._saves == 1:
            words = tr("no newer save in {time}", time=ago(silence))
        else:
            words = tr("the last save came {time} ago", time=ago(silence))
        self.bar.set_status(word, f"{epoch} · {words}" if self._saves else words)
        said = " ".join(filter(None, (self._reply, hint)))
        self.bar.set_note(said or tr("Something else trains this run; map and curves follow {path}", path=run.folder))

    def _on_replied(self, reply: Replied) -> None:
        if reply.state not in ("asked", "taken"):
            self._pending.discard(reply.wanted)
        self._fit_buttons()
        self._reply = _in_words(reply)
        self._say_how_it_stands()
        if (reply.wanted, reply.state) == ("keep-best", "done"):
            self.kept.emit()


def _in_words(reply: Replied) -> str:
    """What became of a request."""
    asked = ""
    if reply.asked is not None:
        moment = reply.asked.asked
        asked = QLocale.system().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    answer, is_stop = reply.answer, reply.wanted == "stop"
    if reply.state == "asked":
        return (
            tr("Stop: asked at {time}. Nobody has answered yet.", time=asked)
            if is_stop
            else tr("Keep best: asked at {time}. Nobody has answered yet.", time=asked)
        )
    if reply.state == "unanswered":
        return tr(
            "Asked at {time}; nobody has answered. Is the job still running, and does what is written here reach it?",
            time=asked,
        )
    if reply.state == "refused":
        return tr("It could not be asked: {reason}.", reason=reply.problem)
    if reply.state == "taken":
        return (
            tr("Stop: the job has taken the request. It closes the epoch and measures the best one.")
            if is_stop
            else tr("Keep best: the job has taken the request.")
        )
    if reply.state == "failed":
        return tr("The job could not do it: {reason}", reason=answer.why if answer else "")
    if is_stop:
        return tr("Stop: done.")
    if reply.state == "done" and answer is not None:
        return tr(
            "Keep best: epoch {epoch:.4g} is kept as “{run}”, beside this run.", epoch=answer.epoch, run=answer.run
        )
    return tr("Keep best: training was over before. The run itself holds the best epoch.")


def in_training_elsewhere(name: str) -> str:
    """Why what is watched cannot be exported, or be a step of a lesson, and what can."""
    return tr(
        "“{run}” is being trained by another program, and changes with every save. Keep best, above the map, puts its "
        "best epoch so far aside as a run of its own: open that one, or wait for the end of the training.",
        run=name,
    )


def ago(seconds: float) -> str:
    """A time that has passed, as one would say it: 3 s, 2 min, 1 h 5 min."""
    minutes = int(seconds) // 60
    if not minutes:
        return tr("{seconds} s", seconds=int(seconds))
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes} min", hours=minutes // 60, minutes=minutes % 60)
