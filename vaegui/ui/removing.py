"""Runs and datasets that are removed, renamed or replaced: without a question where there is a way back."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vaegui import folders, importing, runs, storing
from vaegui.settings import UserError
from vaegui.ui import trash
from vaegui.ui.dialogs import ask, show_error
from vaegui.ui.trash import Trashed
from vaegui.ui.undo import Change, short
from vaegui.words import tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

MOST_NAMED = 3  # runs in a sentence


class Removing(QObject):
    """Move runs and datasets to the trash, give runs other names, and take all of it back.

    Signals:
        told: a sentence for the status bar.
    """

    told = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk, self._window = desk, desk.window

    # Runs

    def remove_run(self, folder: Path) -> None:
        """Move a run to the trash; say so where it cannot be."""
        desk, name = self._desk, folder.name
        was_open, ticked = self._is_open(folder), desk.runs_panel.ticked
        try:
            trashed = self.take_away(folder)
        except UserError as error:
            show_error(self._window, str(error))
            return
        if trashed is None:
            self.told.emit(tr("“{name}” is in the trash now.", name=name))
            return
        removal = _RunRemoval(self, trashed, was_open, ticked)
        text = tr("move run “{run}” to trash", run=short(name))
        desk.undo_stack.push(Change(text, removal.go, True, False, is_done=True))
        self.told.emit(
            tr("“{name}” is in the trash now. {keys} brings it back.", name=name, keys=desk.undo_stack.way_back)
        )

    def discard(self, folder: Path) -> None:
        """Move what was saved of a training that is not to be kept to the trash; what no run can be made of goes."""
        if not (folder / folders.CONFIG).is_file():
            runs.discard(folder)
            return
        with suppress(UserError):  # what cannot be written may still be moved
            runs.settle(runs.load(folder))  # lest it is taken for one that was interrupted when it comes back
        try:
            trashed = trash.move(folder)
        except UserError:
            self.told.emit(
                tr("“{run}” could not be moved to the trash, so it is still among your runs.", run=folder.name)
            )
            return
        if trashed is not None:
            removal = _RunRemoval(self, trashed, True, self._desk.runs_panel.ticked)
            text = tr("discard training “{run}”", run=short(folder.name))
            self._desk.undo_stack.push(Change(text, removal.go, True, False, is_done=True))
            self.told.emit(
                tr(
                    "What was saved of “{run}” is in the trash now. {keys} brings it back.",
                    run=folder.name,
                    keys=self._desk.undo_stack.way_back,
                )
            )

    def rename_run(self, folder: Path, name: str) -> None:
        """Give a run another name; say so where it cannot have it."""
        try:
            renamed = self.rename(folder, name)
        except UserError as error:
            show_error(self._window, str(error))
            self._desk.refresh_runs()  # which shows the old name again
        else:
            naming = _Naming(self, renamed)
            text = tr("rename run “{run}”", run=short(folder.name))
            self._desk.undo_stack.push(Change(text, naming.go, folder.name, renamed.name, is_done=True))

    def take_away(self, folder: Path) -> Trashed | None:
        """Move a run to the trash, and show another one if it was open.

        Raises:
            UserError: it is being trained, used by another program, or cannot be moved; it is still there.
        """
        desk = self._desk
        self._check_untrained(folder)
        is_open = self._is_open(folder)
        if is_open:
            desk.keeper.let_go()
        try:
            _check_unused(folder)
            trashed = trash.move(folder)
        except UserError:
            if is_open and desk.run is not None:
                desk.keeper.take_hold(desk.run)
            raise
        if is_open:
            desk.run = None
            if not desk.training.is_running:
                desk.open_first_run()
        desk.refresh_runs()
        return trashed

    def bring_back(self, trashed: Trashed, opens: bool, ticked: list[Path]) -> Path:
        """Put a run back into the list, open it if it was open, tick what was ticked, and return its folder.

        Raises:
            UserError: when it is no longer in the trash, or cannot be moved.
        """
        desk, name = self._desk, trashed.place.name
        folder = trash.bring_back(trashed)
        desk.refresh_runs()
        if opens and desk.training.is_running:
            with suppress(UserError):
                desk.run = runs.load(folder)  # which is shown again when the training is discarded
        elif opens:
            desk.open_run(folder)
        now = desk.runs_panel.ticked
        if opens or trashed.place in ticked:
            wanted = [folder if other == trashed.place else other for other in ticked]
            more = [other for other in now if other not in wanted]
            self._tick([other for other in wanted if (other / folders.CONFIG).is_file()] + more)
        desk.runs_panel.select(folder)
        self.told.emit(
            tr("“{name}” is back.", name=name)
            if folder == trashed.place
            else tr(
                "“{name}” is back as “{new_name}”, because another run has its name now.",
                name=name,
                new_name=folder.name,
            )
        )
        return folder

    def rename(self, folder: Path, name: str) -> Path:
        """Give a run another name, and return its folder; it stays open, ticked and selected.

        Raises:
            UserError: when it is being trained or used by another program, or cannot have that name.
        """
        desk = self._desk
        self._check_untrained(folder)
        is_open, panel = self._is_open(folder), desk.runs_panel
        ticked, is_selected = panel.ticked, panel.current_folder() == folder
        if is_open:
            desk.keeper.let_go()
        try:
            renamed = runs.rename(runs.load(folder), name)
        except UserError:
            if is_open and desk.run is not None:
                desk.keeper.take_hold(desk.run)
            raise
        desk.follow_name(folder, renamed)
        panel.set_ticked([renamed.folder if other == folder else other for other in ticked])
        desk.refresh_runs()
        if is_selected:
            panel.select(renamed.folder)
        return renamed.folder

    def _tick(self, ticked: list[Path]) -> None:
        self._desk.runs_panel.set_ticked(ticked)
        self._desk.compare(self._desk.runs_panel.ticked)

    def _is_open(self, folder: Path) -> bool:
        return self._desk.run is not None and self._desk.run.folder == folder

    def _check_untrained(self, folder: Path) -> None:
        training = self._desk.training
        if training.is_running and training.plan is not None and training.plan.folder.resolve() == folder:
            raise UserError(tr("This run is being trained. Stop or cancel the training first."))

    # Datasets

    def remove_dataset(self, name: str) -> None:
        """Move a dataset of the user's own to the trash; ask first where runs were trained on it."""
        try:
            mine, _ = runs.scan(folders.own_folder())
        except OSError:
            mine = []  # nobody may look, and the images come back if they are missed
        users = [f"“{run.name}”" for run in mine if run.config.dataset == name]
        if not users:
            self._remove_dataset(name)
            return
        named = ", ".join(users[:MOST_NAMED]) + (", …" if len(users) > MOST_NAMED else "")
        users_left = tr("Runs that were trained on them stay, but have no images to show: {runs}.", runs=named)
        ask(
            self._window,
            tr("Remove the images of “{name}” from vaegui?", name=name),
            f"{users_left} {_what_is_lost(name)}",
            {tr("Remove"): lambda: self._remove_dataset(name)},
        )

    def on_replaced(self, name: str, trashed: Trashed) -> None:
        """Other images have the name of a dataset, which is in the trash."""
        history = self._desk.undo_stack
        replacement = _Replacement(self, trashed)
        history.push(
            Change(tr("replace dataset “{dataset}”", dataset=short(name)), replacement.go, False, True, is_done=True)
        )
        self.told.emit(
            tr(
                "“{name}” has other images now. {keys} brings those before back.",
                name=name,
                keys=history.way_back,
            )
        )

    def drop_dataset(self, name: str) -> tuple[Trashed | None, bool, bool]:
        """Move a dataset to the trash; tell whether it was in memory, and chosen to train on.

        Raises:
            UserError: it is still there.
        """
        desk = self._desk
        trashed = trash.move(importing.folder_of(name))
        was_chosen = desk.train_panel.dataset.currentData() == name
        return trashed, desk.datasets.drop(name), was_chosen

    def return_dataset(self, trashed: Trashed, reads: bool, chooses: bool) -> Path:
        """Put a dataset back, read it if it was in memory, and return its folder.

        Raises:
            UserError: when it is no longer in the trash, or cannot be moved.
        """
        folder, name = self._put_back(trashed, reads, chooses), trashed.place.name
        self.told.emit(
            tr("The images of “{name}” are back.", name=name)
            if folder == trashed.place
            else tr(
                "The images of “{name}” are back as “{new_name}”, because others have their name now.",
                name=name,
                new_name=folder.name,
            )
        )
        return folder

    def swap_dataset(self, wanted: Trashed) -> Trashed | None:
        """Have a dataset in the trash take the place of the one that has its name, which goes there; return that.

        Raises:
            UserError: nothing was changed, or it says what else is in the trash now.
        """
        trash.check(wanted)  # before the other one makes room for it
        other, reads, chooses = self.drop_dataset(wanted.place.name)
        try:
            self.return_dataset(wanted, reads, chooses)
        except UserError as error:
            try:
                self._put_back(_known(other, wanted.place), reads, chooses)
            except UserError:
                others = tr("The images that had its name are in the trash, too.")
                raise UserError(f"{error} {others}") from None
            raise
        return other

    def _put_back(self, trashed: Trashed, reads: bool, chooses: bool) -> Path:
        folder = trash.bring_back(trashed)
        self._desk.datasets.drop(folder.name)
        if reads:
            self._desk.datasets.load(folder.name, compares=False)
        if chooses:
            self._desk.train_panel.choose_dataset(folder.name)
        return folder

    def _remove_dataset(self, name: str) -> None:
        history = self._desk.undo_stack
        try:
            trashed, reads, chooses = self.drop_dataset(name)
        except UserError as error:
            question = tr("Remove the images of “{name}” for good?", name=name)
            ask(
                self._window,
                str(error),
                f"{question} {_what_is_lost(name)}",
                {tr("Remove for good"): lambda: self._forget_dataset(name)},
            )
            return
        if trashed is None:
            self.told.emit(tr("The images of “{name}” are in the trash now.", name=name))
            return
        removal = _DatasetRemoval(self, trashed, reads, chooses)
        text = tr("remove dataset “{dataset}”", dataset=short(name))
        history.push(Change(text, removal.go, True, False, is_done=True))
        self.told.emit(
            tr(
                "The images of “{name}” are in the trash now. {keys} brings them back.",
                name=name,
                keys=history.way_back,
            )
        )

    def _forget_dataset(self, name: str) -> None:
        try:
            self._desk.datasets.forget(name)
        except UserError as error:
            show_error(self._window, str(error))


class _RunRemoval:
    """A run that is there, or in the trash."""

    def __init__(self, removing: Removing, trashed: Trashed, was_open: bool, ticked: list[Path]) -> None:
        self._removing, self._was_open, self._ticked = removing, was_open, ticked
        self._trashed: Trashed | None = trashed
        self._folder = trashed.place
        self._identity = trash.identity(trashed.path)

    def go(self, is_there: bool) -> None:
        if is_there:
            self._folder = self._removing.bring_back(_known(self._trashed, self._folder), self._was_open, self._ticked)
        else:
            _check_same(self._folder, self._identity)
            self._trashed = self._removing.take_away(self._folder)


class _Naming:
    """A run under one of two names."""

    def __init__(self, removing: Removing, folder: Path) -> None:
        self._removing, self._folder, self._identity = removing, folder, trash.identity(folder)

    def go(self, name: str) -> None:
        _check_same(self._folder, self._identity)
        self._folder = self._removing.rename(self._folder, name)


class _DatasetRemoval:
    """A dataset that is there, or in the trash."""

    def __init__(self, removing: Removing, trashed: Trashed, reads: bool, chooses: bool) -> None:
        self._removing, self._reads, self._chooses = removing, reads, chooses
        self._trashed: Trashed | None = trashed
        self._folder, self._identity = trashed.place, trash.identity(trashed.path)

    def go(self, is_there: bool) -> None:
        if is_there:
            trashed = _known(self._trashed, self._folder)
            self._folder = self._removing.return_dataset(trashed, self._reads, self._chooses)
        else:
            _check_same(self._folder, self._identity)
            self._trashed, self._reads, self._chooses = self._removing.drop_dataset(self._folder.name)


class _Replacement:
    """Two datasets of one name, one of which is in the trash."""

    def __init__(self, removing: Removing, trashed: Trashed) -> None:
        self._removing, self._folder = removing, trashed.place
        self._trashed: Trashed | None = trashed
        self._identity = trash.identity(trashed.place)

    def go(self, _is_new: bool) -> None:
        wanted = _known(self._trashed, self._folder)
        _check_same(self._folder, self._identity)
        self._trashed = self._removing.swap_dataset(wanted)
        self._identity = trash.identity(self._folder)


def _known(trashed: Trashed | None, folder: Path) -> Trashed:
    if trashed is None:
        raise UserError(
            tr(
                "“{folder}” is in the trash, but the system does not say where. Restore it from there.",
                folder=folder.name,
            )
        )
    return trashed


def _check_same(folder: Path, identity: tuple[int, int]) -> None:
    """See to it that a folder is the one that was meant, which others may have moved meanwhile."""
    if trash.identity(folder) != identity:
        raise UserError(
            tr("“{folder}” was moved or replaced by another program, and is left as it is.", folder=folder.name)
        )


def _check_unused(folder: Path) -> None:
    try:
        storing.hold(folder).release()
    except BlockingIOError:
        raise UserError(
            tr("“{folder}” is open in another window, or being trained there.", folder=folder.name)
        ) from None
    except OSError:
        pass  # it may not be changed, which the trash will say


def _what_is_lost(name: str) -> str:
    with suppress(UserError):  # who wants to remove what is broken need not know where it came from
        origin = importing.origin(name)
        if origin.is_derived:
            return tr("They were made here: {how}. The images that they were made of stay.", how=origin.how)
    return tr("The files that they were imported from stay where they are, and can be imported again.")
