"""How a window keeps runs safe: it claims the open one, goes back to a good save, continues what was interrupted."""

from __future__ import annotations

from pathlib import Path

from filelock import BaseFileLock
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from vaegui import folders, recording, runs, storing
from vaegui.runs import DamageError, Run
from vaegui.settings import UserError
from vaegui.ui.dialogs import ask, show_error
from vaegui.words import plural, tr


class Keeper(QObject):
    """Asks, and says what was answered.

    Signals:
        continue_wanted: the folder of a run that was interrupted.
        longer_wanted: a run, and how its training goes on beyond its end.
        settled: interrupted runs are to be left as they are.
        restored: the folder of a run that is back at the save before.
    """

    continue_wanted = Signal(Path)
    longer_wanted = Signal(object, object)
    settled = Signal()
    restored = Signal(Path)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._hold: BaseFileLock | None = None

    def take_hold(self, run: Run) -> str:
        """Claim a run, so that no other window changes it; return what is to be said where that cannot be done."""
        self.let_go()
        if folders.is_kept_as_it_is(run.folder):
            return ""  # nobody changes those
        try:
            self._hold = storing.hold(run.folder)
        except BlockingIOError:
            return tr("read-only: it is open in another window, or being trained there")
        except OSError:
            return tr("read-only: its folder may not be changed")
        return ""

    def holds(self, run: Run) -> bool:
        """Whether this window claims a run."""
        return self._hold is not None and Path(self._hold.lock_file).parent.resolve() == run.folder

    def let_go(self) -> None:
        """Give up the claim."""
        if self._hold is not None:
            self._hold.release()
            self._hold = None

    def offer_previous(self, error: DamageError) -> None:
        """Say what is damaged and, if the save before is whole, let it take the place of the last one."""
        before = runs.previous(error.folder)
        if before is None:
            show_error(self._window, str(error))
            return

        def restore() -> None:
            try:
                run = runs.restore(before)
            except UserError as problem:
                show_error(self._window, str(problem))
            else:
                self.restored.emit(run.folder)

        epoch = before.config.epochs_done
        ask(
            self._window,
            str(error),
            tr(
                "The save before it, of epoch {epoch:.4g}, is whole. It can take the place of the damaged one, which "
                "is then removed.",
                epoch=epoch,
            ),
            {tr("Go back to epoch {epoch:.4g}", epoch=epoch): restore},
            back=tr("Leave it"),
        )

    def tell_of_the_end(self, interrupted: list[Run], crash: str) -> None:
        """The program did not end well the last time: say so, and offer to continue what it was training."""
        sentence = tr("vaegui ended unexpectedly the last time.") if crash else tr("A training was interrupted.")
        if not interrupted:
            what_is_left = tr("No run was being trained; all that was saved is there.")
            show_error(self._window, f"{sentence} {what_is_left}", crash)
            return
        run, *more = interrupted
        saved = tr(
            "“{run}” is saved up to epoch {epoch:.4g} of {epochs:,}.",
            run=run.name,
            epoch=run.config.epochs_done,
            epochs=run.total_epochs,
        )
        offers = [tr("It can go on from there as if nothing had happened.")]
        if more:
            offers.append(
                plural(
                    len(more),
                    "{count} more can be continued from the list of runs.",
                    "{count} more can be continued from the list of runs.",
                )
            )
        box = ask(
            self._window,
            f"{sentence} {saved}",
            " ".join(offers),
            {tr("Continue training"): lambda: self.continue_wanted.emit(run.folder)},
            go_back=lambda: self._settle(interrupted),
            back=tr("Not now"),
        )
        if crash:
            box.setDetailedText(crash)

    def _settle(self, interrupted: list[Run]) -> None:
        """They are not asked about again."""
        for run in interrupted:
            try:
                runs.settle(run)
            except UserError as error:
                show_error(self._window, str(error))
        self.settled.emit()

    def ask_for_more_epochs(self, run: Run) -> None:
        """Ask for how many epochs a finished training is to go on."""
        dialog = QInputDialog(self._window)
        dialog.setWindowTitle(tr("Continue"))
        dialog.setLabelText(
            plural(
                run.total_epochs,
                "“{run}” has had its {count:,} epoch. For how many more?\n"
                "They make a new run; this one stays as it is.",
                "“{run}” has had its {count:,} epochs. For how many more?\n"
                "They make a new run; this one stays as it is.",
                run=run.name,
            )
        )
        dialog.setInputMode(QInputDialog.InputMode.IntInput)
        dialog.setIntRange(1, 10_000)
        dialog.setIntValue(recording.MORE_EPOCHS)
        dialog.setOkButtonText(tr("Train"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def go_on(more: int) -> None:
            try:
                longer = recording.continuation(run, run.total_epochs + more)
            except UserError as error:
                show_error(self._window, str(error))
            else:
                self.longer_wanted.emit(run, longer)

        dialog.intValueSelected.connect(go_on)
        dialog.open()
