"""Lessons in the window: opened, walked through step by step, made, saved; afterwards all is as it was before."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtCore import QByteArray, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QDockWidget, QFileDialog, QMenu, QProgressDialog, QWidget

from vaegui import folders, lessons, runs
from vaegui.lessons import Lesson, Opened, Packed, State
from vaegui.lessons.content import MOST_STATES, name_for
from vaegui.runs import Run
from vaegui.settings import UserError
from vaegui.sources import SOURCES, download_bytes, title_of
from vaegui.ui.dialogs import ask
from vaegui.ui.docks import is_seen
from vaegui.ui.job import Job
from vaegui.ui.lessons.bar import LessonBar
from vaegui.ui.lessons.editor import LessonEditor
from vaegui.ui.lessons.staging import Stage
from vaegui.ui.undo import Change
from vaegui.words import language, plural, tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

FILES = tr("Lessons (*{ending});;All files (*)", ending=folders.LESSON)
SHORT_MS = 700  # that something may take before it gets a window of its own
UNTITLED = tr("New lesson")


@dataclass(frozen=True)
class _Before:
    """What the window was before a lesson was opened."""

    state: State | None  # None where no run was open, or one was being trained
    folders: dict[str, Path]
    layout: QByteArray
    selected: np.ndarray
    forms: tuple[dict[str, Any], dict[str, Any]]
    last_run: Path | None


@dataclass(frozen=True)
class _Script:
    """A lesson, and where the runs that its steps show are: what undo goes back and forth between."""

    lesson: Lesson
    folders: dict[str, Path]


class Teaching(QObject):
    """Open, show, make and save lessons; `fill_menu` puts all of it into a menu.

    Signals:
        failed: a sentence and a traceback.
        told: a sentence for the status bar.
        runs_changed: `runs` are others.
        file_used: a lesson's file was opened or saved.
    """

    failed = Signal(str, str)
    told = Signal(str)
    runs_changed = Signal()
    file_used = Signal(Path)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, desk.window
        self._script: _Script | None = None
        self._number = 0
        self._before: _Before | None = None
        self._after_saving: Callable[[], None] | None = None
        self._leaves_without_asking = False
        self.undo = QUndoStack(self)
        self.stage = Stage(desk)
        self.bar = LessonBar()
        self.dock = QDockWidget(tr("Lesson"), self._window)
        self.dock.setObjectName("lesson")
        self.dock.setFeatures(QDockWidget.DockWidgetFeature.NoDockWidgetFeatures)
        self.dock.setTitleBarWidget(QWidget())  # the bar says all that a title would
        self.dock.setWidget(self.bar)
        self._window.addDockWidget(Qt.DockWidgetArea.TopDockWidgetArea, self.dock)
        self.dock.hide()
        self.editor = LessonEditor(self.undo, self._window)
        self._make_actions()
        self.editor.addActions([self.add_action, self.save_action, self.back_action, self.next_action])
        self._opening, self._saving = Job(self), Job(self)
        self._saved: _Script | None = None  # what is being written, or was written last
        self._progress: QProgressDialog | None = None
        for job in (self._opening, self._saving):
            job.yielded.connect(self._on_progress)
            job.failed.connect(self._on_job_failed)
            job.ended.connect(self._on_job_ended)
        self._opening.returned.connect(self._open)
        self._opening.returned.connect(lambda opened: self.file_used.emit(opened.path))
        self._saving.returned.connect(self._on_saved)
        self.undo.cleanChanged.connect(self._name_lesson)
        self._connect()

    def _connect(self) -> None:
        bar, desk = self.bar, self._desk
        bar.back_wanted.connect(self.go_back)
        bar.next_wanted.connect(self.go_on)
        bar.step_wanted.connect(self.go_to)
        bar.again_wanted.connect(self.show_again)
        bar.close_wanted.connect(self.close_lesson)
        bar.download_wanted.connect(self._on_download_wanted)
        bar.folder_wanted.connect(self._on_folder_wanted)
        bar.grown.connect(lambda: QTimer.singleShot(0, self, self._make_room))
        self.editor.edited.connect(self._on_edited)
        self.editor.chosen.connect(self.go_to)
        self.editor.retake_wanted.connect(self._on_retake_wanted)
        desk.datasets.loaded.connect(self._on_dataset_loaded)
        desk.training.ended.connect(self._on_training_ended)

    def _make_actions(self) -> None:
        def action(text: str, slot: Callable[[], object], keys: str = "", tip: str = "") -> QAction:
            made = QAction(text, self, toolTip=tip or text.replace("&", "").rstrip("…"))
            if keys:
                made.setShortcut(QKeySequence(keys))
            made.triggered.connect(lambda: slot())
            return made

        self.open_action = action(
            tr("&Open lesson…"), self.ask_for_file, tip=tr("A file that somebody made: .vaelesson")
        )
        self.new_action = action(
            tr("&New lesson…"), self.new, tip=tr("Make one: step by step, from what the window shows")
        )
        self.add_action = action(tr("&Add what is shown as a step"), self.add_state, "Ctrl+Shift+N")
        self.edit_action = action(tr("&Edit words…"), self.edit)
        self.save_action = action(
            tr("&Save lesson…"), self.save_as, tip=tr("One file with the runs it needs, to be mailed")
        )
        self.back_action = action(tr("Step &back"), self.go_back, "Alt+Left")
        self.next_action = action(tr("Step &forward"), self.go_on, "Alt+Right")
        self.close_action = action(tr("&Close lesson"), self.close_lesson)
        self._enable()

    def fill_menu(self, menu: QMenu) -> None:
        """Put everything that can be done with lessons into a menu."""
        menu.setToolTipsVisible(True)
        menu.addAction(self.open_action)
        menu.addMenu(self._desk.recent.lessons_menu)
        try:
            shipped = lessons.shipped()
        except UserError as error:
            self.failed.emit(str(error), "")
            shipped = []
        for opened in shipped:
            entry = menu.addAction(opened.lesson.title.replace("&", "&&"))
            entry.setToolTip(
                plural(
                    len(opened.lesson.states),
                    "Comes with the program: {count} step",
                    "Comes with the program: {count} steps",
                )
            )
            entry.triggered.connect(partial(self.open_shipped, opened.path.stem))
        menu.addSeparator()
        menu.addActions([self.back_action, self.next_action, self.close_action])
        menu.addSeparator()
        menu.addActions([self.new_action, self.add_action, self.edit_action, self.save_action])

    def _enable(self) -> None:
        script = self._script
        count = len(script.lesson.states) if script else 0
        self.add_action.setEnabled(count < MOST_STATES)
        for action in (self.edit_action, self.close_action):
            action.setEnabled(script is not None)
        self.save_action.setEnabled(count > 0)
        self.back_action.setEnabled(self._number > 0)
        self.next_action.setEnabled(self._number < count - 1)

    # What is open

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that is open."""
        return self._script.lesson if self._script else None

    @property
    def number(self) -> int:
        """The number of the step that is shown, from 0."""
        return self._number

    @property
    def state(self) -> State | None:
        """The step that is shown."""
        states = self._script.lesson.states if self._script else ()
        return states[self._number] if self._number < len(states) else None

    @property
    def runs(self) -> list[Run]:
        """The runs of the open lesson that are neither the user's own nor shipped; nobody changes them."""
        place, found = folders.lessons_folder().resolve(), []
        for folder in self._script.folders.values() if self._script else ():
            if place in folder.parents:
                try:
                    found.append(runs.load(folder))
                except UserError:
                    continue  # opening its step says why
        return found

    # Opening

    def ask_for_file(self) -> None:
        """Ask for a lesson's file, and open it."""
        dialog = QFileDialog(self._window, tr("Open a lesson"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(FILES)
        dialog.fileSelected.connect(lambda path: self.open_file(Path(path)))
        dialog.open()

    def open_file(self, path: Path) -> None:
        """Open a lesson's file, once changes of the one that is open are dealt with."""

        def read() -> None:
            if self._saving.is_running:
                self.told.emit(tr("A lesson is being saved: open the other one in a moment."))
                return
            self._show_progress(tr("Opening the lesson…"), self._opening)
            self._opening.start(lambda: lessons.read(path))

        self._leave_first(read)

    def open_shipped(self, name: str, *_: object) -> None:
        """Open a lesson that comes with the program, by the name of its file without its ending."""
        try:
            found = next(opened for opened in lessons.shipped() if opened.path.stem == name)
        except StopIteration:
            self.failed.emit(tr("No lesson called “{name}” comes with the program.", name=name), "")
        except UserError as error:
            self.failed.emit(str(error), "")
        else:
            self._leave_first(lambda: self._open(found))

    def new(self) -> None:
        """Begin a lesson without steps, and open the words of it."""

        def begin() -> None:
            self._begin(_Script(Lesson(UNTITLED, language=language()), {}))
            self._set_script(self._script)
            self.edit()
            self.editor.lesson_title.setFocus()
            self.editor.lesson_title.selectAll()

        self._leave_first(begin)

    def _open(self, opened: Opened) -> None:
        self._begin(_Script(opened.lesson, dict(opened.folders)))
        self._set_script(self._script)
        self.runs_changed.emit()
        self.go_to(0)
        self.bar.next_button.setFocus()

    def _begin(self, script: _Script) -> None:
        """Be in a lesson; the window is remembered as it was before the first one."""
        if self._before is None:
            self._before = self._remember()
        self._script, self._number = script, 0
        self.undo.clear()
        self.dock.show()

    # Steps

    def go_on(self) -> None:
        """Show the next step."""
        self.go_to(self._number + 1)

    def go_back(self) -> None:
        """Show the step before."""
        self.go_to(self._number - 1)

    def go_to(self, number: int) -> None:
        """Show a step by its number from 0; one that is not there is passed over."""
        self.editor.commit()
        if self._script is None or not 0 <= number < len(self._script.lesson.states):
            return
        self._number = number
        self._show_words()
        self.show_again()

    def show_again(self) -> None:
        """Set the window up for the step, whatever was done since."""
        state = self.state
        if state is None or self._script is None:
            return
        if self._desk.training.is_running:
            self.bar.set_note(
                tr(
                    "A training is running, and is not interrupted: the window stays as it is. When it is over, “Show "
                    "again” sets the window up for this step."
                )
            )
            return
        last_run, recent_runs = self._desk.preferences.last_run, self._desk.preferences.recent_runs
        try:
            notices = self.stage.show(state, self._script.folders)
        except UserError as error:
            notices = [str(error)]
        finally:
            if last_run is not None:  # a lesson is no run of one's own to come back to
                self._desk.preferences.last_run = last_run
            self._desk.preferences.recent_runs = recent_runs
        self._tell(notices)

    def _make_room(self) -> None:
        """What the bar takes of the map's half of the window is given back by the panels below."""
        window = self._window
        lacking = math.ceil(window.height() / 2) - window.maps.height()
        if lacking > 0 and self.dock.isVisible():
            below = Qt.DockWidgetArea.BottomDockWidgetArea
            docks = [d for d in window.docks.values() if is_seen(d.widget()) and window.dockWidgetArea(d) == below]
            window.resizeDocks(docks, [d.height() - lacking for d in docks], Qt.Orientation.Vertical)

    def _show_words(self) -> None:
        self.bar.set_step(self._number, self.state)
        if self.editor.isVisible() and self._script is not None:
            self.editor.set_lesson(self._script.lesson, self._number)
        self._enable()

    def _tell(self, notices: list[str]) -> None:
        """Say what is not as the step would have it, and offer to get the images that are not here."""
        subject = self._desk.explorer.subject
        datasets = self._desk.datasets
        name = subject.dataset if subject is not None and self.state is not None else ""
        if not name or datasets.get(name) is not None or datasets.is_here(name):
            self.bar.set_note(" ".join(notices))
            return
        missing = tr(
            "The map works; the strips and figures need the images of {dataset}, which are not here yet.",
            dataset=title_of(name),
        )
        if name not in SOURCES:
            missing = tr(
                "The map works; the strips and figures need the images of “{dataset}”, which are not here.",
                dataset=name,
            )
        megabytes = download_bytes(name) / 1e6 if name in SOURCES else None
        self.bar.set_note(" ".join([*notices, missing]), megabytes)

    def _on_dataset_loaded(self, name: str) -> None:
        subject = self._desk.explorer.subject
        if self._script is not None and subject is not None and subject.dataset == name:
            self.bar.set_note("")

    def _on_training_ended(self) -> None:
        if self.state is not None:
            self.bar.set_note(tr("The training is over. “Show again” sets the window up for this step."))

    def _on_download_wanted(self) -> None:
        if (subject := self._desk.explorer.subject) is not None:
            self._desk.datasets.download(subject.dataset)

    def _on_folder_wanted(self) -> None:
        if (subject := self._desk.explorer.subject) is not None:
            self._desk.datasets.point_to_folder(subject.dataset)

    # Leaving

    def close_lesson(self) -> None:
        """Leave the lesson, once changes are dealt with; the window becomes what it was before."""
        if self._script is not None:
            self._leave_first(self._leave)

    def may_leave(self, go_on: Callable[[], object]) -> bool:
        """Whether no change of the lesson would be lost when the window closes; else ask, and go on after the answer.

        Where nothing is lost, panels are where they were before the lesson, so that the window remembers those.
        """
        if self._is_changed and not self._leaves_without_asking:

            def leave() -> None:
                self._leaves_without_asking = True
                go_on()

            self._leave_first(leave)
            return False
        if self._before is not None:
            self.editor.hide()
            self.dock.hide()
            self._window.restoreState(self._before.layout)
        return True

    def close(self) -> None:
        """End what is being opened or saved."""
        self._opening.close()
        self._saving.close()

    @property
    def _is_changed(self) -> bool:
        self.editor.commit()
        return self._script is not None and not self.undo.isClean()

    def _leave_first(self, then: Callable[[], None]) -> None:
        """Go on at once, or once it is known what becomes of changes."""
        if not self._is_changed or self._script is None:
            then()
            return

        def save() -> None:
            self._after_saving = then
            self.save_as()

        ways = {tr("Save lesson…"): save} if self._script.lesson.states else {}
        ask(
            self._window,
            tr("The lesson “{lesson}” has changes that are not saved.", lesson=self._script.lesson.title),
            tr("Save it as a file, or lose them?"),
            {**ways, tr("Discard the changes"): then},
        )

    def _leave(self) -> None:
        self.editor.hide()
        self._script, before, self._before = None, self._before, None
        self._number = 0
        self.undo.clear()
        self.stage.forget()
        self.dock.hide()
        if before is not None:
            self._bring_back(before)
        self._enable()
        self.runs_changed.emit()
        self._desk.map.plot.setFocus()

    def _remember(self) -> _Before:
        desk, found = self._desk, dict[str, Path]()

        def name_of(folder: Path) -> str:
            name = f"run {len(found)}"
            found[name] = folder
            return name

        try:
            state = self.stage.capture(name_of)
        except UserError:
            state = None
        panel = desk.train_panel
        return _Before(
            state,
            found,
            self._window.saveState(),
            desk.selecting.rows,
            (panel.model_form.values(), panel.train_form.values()),
            desk.preferences.last_run,
        )

    def _bring_back(self, before: _Before) -> None:
        """Everything that steps change; a training that is running is not interrupted."""
        desk = self._desk
        if before.state is not None and not desk.training.is_running:
            try:
                self.stage.show(before.state, before.folders)
            except UserError as error:  # the run was deleted meanwhile
                self.told.emit(str(error))
            panel = desk.train_panel
            for form, values in zip((panel.model_form, panel.train_form), before.forms, strict=True):
                if form.values() != values:
                    form.fill(values)
            self.stage.forget()
            desk.selecting.select(before.selected)
            if before.last_run is not None:
                desk.preferences.last_run = before.last_run
        self._window.restoreState(before.layout)

    # Making

    def add_state(self) -> None:
        """Add what the window shows as the next step; where no lesson is open, one is begun."""
        self.editor.commit()
        before = self._before or self._remember()
        script = self._script or _Script(Lesson(UNTITLED), {})
        try:
            taken, known = self._captured(script, tr("Step {number}", number=len(script.lesson.states) + 1))
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        if self._script is None:
            self._before = before
            self._begin(script)
        number = self._number + 1 if script.lesson.states else 0
        states = (*script.lesson.states[:number], taken, *script.lesson.states[number:])
        self._change(_Script(replace(script.lesson, states=states), known), tr("add a step"), number)
        self.told.emit(tr("Added. “Edit words…” in the menu Lessons says what there is to see."))

    def _on_retake_wanted(self, number: int) -> None:
        script = self._script
        if script is None or not 0 <= number < len(script.lesson.states):
            return
        before = script.lesson.states[number]
        try:
            taken, known = self._captured(script, before.title)
        except UserError as error:
            self.failed.emit(str(error), "")
            return
        words = {name: getattr(before, name) for name in ("title", "text", "question", "notes")}
        states = list(script.lesson.states)
        states[number] = replace(taken, **words)
        self._change(_Script(replace(script.lesson, states=tuple(states)), known), tr("take what is shown"), number)

    def _captured(self, script: _Script, title: str) -> tuple[State, dict[str, Path]]:
        known = dict(script.folders)

        def name_of(folder: Path) -> str:
            for name, other in known.items():
                if other == folder:
                    return name
            name = name_for(folder, known)
            known[name] = folder
            return name

        return self.stage.capture(name_of, title), known

    def edit(self) -> None:
        """Open the words of the lesson beside the window."""
        if self._script is not None:
            self.editor.set_lesson(self._script.lesson, self._number)
            self.editor.show()
            self.editor.raise_()

    def _on_edited(self, lesson: Lesson, what: str) -> None:
        if self._script is not None and lesson != self._script.lesson:
            self._change(_Script(lesson, self._script.folders), what, self._number)

    def _change(self, script: _Script, what: str, number: int) -> None:
        before = (self._script, self._number)
        self.undo.push(Change(what, self._set_numbered, before, (script, number)))

    def _set_numbered(self, content: tuple[_Script | None, int]) -> None:
        self._number = content[1]
        self._set_script(content[0])

    def _set_script(self, script: _Script | None) -> None:
        """Show the words of a lesson; the window stays as it is."""
        if script is None:
            return
        self._script = script
        self._number = max(0, min(self._number, len(script.lesson.states) - 1))
        self._name_lesson()
        self._show_words()

    def _name_lesson(self) -> None:
        if (lesson := self.lesson) is not None:
            parts = (lesson.title, lesson.author, "" if self.undo.isClean() else tr("not saved"))
            self.bar.set_lesson(" · ".join(filter(None, parts)), [state.title for state in lesson.states])
            self.bar.set_step(self._number, self.state)

    # Saving

    def save_as(self) -> None:
        """Ask for a file, and save the lesson with the runs it needs."""
        self.editor.commit()
        if self._script is None or not self._script.lesson.states:
            self._after_saving = None
            return
        dialog = QFileDialog(self._window, tr("Save the lesson"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(FILES)
        dialog.setDefaultSuffix(folders.LESSON.removeprefix("."))
        stem = "".join(sign if sign.isalnum() or sign in " -_" else "-" for sign in self._script.lesson.title)
        dialog.selectFile((stem.strip(" -_")[:60] or "lesson") + folders.LESSON)
        dialog.fileSelected.connect(lambda path: self.save(Path(path)))
        dialog.rejected.connect(self._on_saving_given_up)
        dialog.open()

    def save(self, path: Path) -> None:
        """Save the lesson with the runs it needs as a file."""
        script = self._script
        if script is not None:
            if self._opening.is_running:
                self.told.emit(tr("A lesson is being opened: save this one in a moment."))
                return
            self._saved = script
            self._show_progress(tr("Saving the lesson…"), self._saving)
            self._saving.start(lambda: lessons.pack(script.lesson, script.folders, path))

    def _on_saved(self, packed: Packed) -> None:
        if self._script is self._saved:  # and not one that was changed, or opened, while it was written
            self.undo.setClean()
        self.file_used.emit(packed.path)
        self.told.emit(
            plural(
                packed.runs,
                "Saved as {file}: {megabytes:.1f} MB with {count} run, to be mailed.",
                "Saved as {file}: {megabytes:.1f} MB with {count} runs, to be mailed.",
                file=packed.path.name,
                megabytes=packed.bytes / 1e6,
            )
        )
        then, self._after_saving = self._after_saving, None
        if then is not None:
            then()

    def _on_saving_given_up(self) -> None:
        self._after_saving = None

    def _show_progress(self, words: str, job: Job) -> None:
        self._close_progress()
        self._progress = QProgressDialog(words, tr("Cancel"), 0, 1000, self._window)
        # Not modal: setValue would then run the event loop, in which the job can end and the dialog with it.
        self._progress.setWindowModality(Qt.WindowModality.NonModal)
        self._progress.setMinimumDuration(SHORT_MS)
        self._progress.setAutoReset(False)
        self._progress.setAutoClose(False)
        for given_up in (self._progress.canceled, self._progress.rejected):  # by Escape where its button has no keys
            given_up.connect(job.cancel)
            given_up.connect(self._on_saving_given_up)

    def _on_progress(self, share: float) -> None:
        if self._progress is not None:
            self._progress.setValue(round(1000 * share))

    def _on_job_failed(self, sentence: str, details: str) -> None:
        self._on_saving_given_up()
        self.failed.emit(sentence, details)

    def _on_job_ended(self) -> None:
        self._close_progress()

    def _close_progress(self) -> None:
        if self._progress is not None:
            self._progress.canceled.disconnect()
            self._progress.rejected.disconnect()
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
