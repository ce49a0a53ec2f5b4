"""What the window works with: the open run, its rivals, the training, and every panel, tied together."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDockWidget, QFileDialog, QVBoxLayout, QWidget
from superqt.utils import qthrottled

from vaegui import folders, importing, lessons, recording, runs, storing, watching
from vaegui.events import Began, EpochEnd, Figures, Snapshot, Step
from vaegui.explore import Density, standard_normal
from vaegui.families import TrainConfig, family_in_words
from vaegui.models import ModelConfig
from vaegui.phases import is_unfinished, phase_in_words
from vaegui.recording import Asked, CannotSave, Measuring, Saved
from vaegui.runs import DamageError, Estimate, Row, Run, Watched
from vaegui.settings import UserError
from vaegui.sources import SOURCES, download_bytes, is_known, is_own, sweep_downloads, title_of
from vaegui.training import choose_device
from vaegui.ui import accessible, crashes
from vaegui.ui.afar import Afar
from vaegui.ui.bound_panel import BoundPanel
from vaegui.ui.bounding import Bounding
from vaegui.ui.colouring import Colouring
from vaegui.ui.context_menus import ContextMenus
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.dialogs import ask, show_error
from vaegui.ui.dimensions import Dimensions
from vaegui.ui.dimensions_panel import DimensionsPanel
from vaegui.ui.draw_panel import DrawPanel
from vaegui.ui.explorer import Explorer, Rival
from vaegui.ui.factor_study import FactorStudy
from vaegui.ui.factors_panel import FactorsPanel
from vaegui.ui.few_labels_panel import FewLabelsPanel
from vaegui.ui.figures_panel import FiguresPanel
from vaegui.ui.gap_study import GapStudy
from vaegui.ui.gaps_panel import GapsPanel
from vaegui.ui.generator_thread import GeneratorThread
from vaegui.ui.gradient_lab import GradientLab
from vaegui.ui.gradients_panel import GradientsPanel
from vaegui.ui.guests import Guests
from vaegui.ui.intake import Intake
from vaegui.ui.keeping import Keeper
from vaegui.ui.latest_worker import LatestWorker
from vaegui.ui.lessons.teaching import Teaching
from vaegui.ui.map_driver import NODES, Subject
from vaegui.ui.metrics_plot import MetricsPlot
from vaegui.ui.narrator import Narrator
from vaegui.ui.noise_panel import NoisePanel
from vaegui.ui.path_panel import PathPanel
from vaegui.ui.plane_panel import PlanePanel
from vaegui.ui.plane_study import PlaneStudy
from vaegui.ui.preview import caption, first_choices
from vaegui.ui.recent import Recent
from vaegui.ui.removing import Removing
from vaegui.ui.runs_panel import RunsPanel
from vaegui.ui.selecting import NOTHING, Selecting
from vaegui.ui.selection_panel import SelectionPanel
from vaegui.ui.sharing import Sharing
from vaegui.ui.studies import Studies
from vaegui.ui.theme import Theme, number
from vaegui.ui.train_panel import TrainPanel
from vaegui.ui.training_session import TrainingSession
from vaegui.ui.undo import History
from vaegui.ui.undoing import Undoing
from vaegui.ui.walking import Walking
from vaegui.watching import Seen
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.window import MainWindow

_logger = logging.getLogger(__name__)

TALL_DOCK, TOLD_DOCK = 290, 220  # pixels
READ_MS = 200  # between figures of a training; they come four times as fast, and laying them out takes a while
MOST_RIVALS = 7  # more would be neither told apart nor read


class Desk(QObject):
    """It decodes from the window's own copy of the weights, never from those being trained.

    Building all panels takes half a second, so it is done one by one: call `go_on` until nothing is left, or `finish`.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        # With more threads a decode beside a training waits 64 ms for its partners, instead of 0.3 ms alone.
        torch.set_num_threads(1)
        self.window = window
        window.desk = self
        self.map = window.map
        self.preferences = window.preferences
        self.datasets = DatasetStore(self.preferences, window)
        self.training = TrainingSession(self)
        self.undo_stack = History(self)
        self.run: Run | None = None
        self._waiting_plan: tuple[str, ModelConfig, TrainConfig, Run | None] | None = None
        self.keeper = Keeper(window)
        self.afar = Afar(self)
        column = window.maps.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.afar.bar)
        self.recent = Recent(self)
        self._close_when_done = False
        self._ran_short = ""
        self._device = ""
        self._show_step_sometimes = qthrottled(self._show_step, timeout=READ_MS, leading=True, parent=self)
        self._live_rows: list[Row] = []  # of the curves of what is watched
        self._rivals: dict[Path, tuple[Run, Rival]] = {}  # by folder, in the order of their letters
        self._words = ""  # what is open
        self._has_panels = False
        self._steps = self._furnish()

    # Building

    def go_on(self) -> bool:
        """Build the next panel and return whether there was one left."""
        return next(self._steps, False)

    def finish(self) -> None:
        """Build all that is not built yet."""
        while self.go_on():
            pass

    def _place(self, name: str, panel: QWidget) -> None:
        if hasattr(panel, "set_theme"):  # at once, lest a dark window lights up while it is built
            panel.set_theme(self.window.theme)
        self.window.place(name, panel)

    def _furnish(self) -> Iterator[bool]:
        place = self._place
        self.explorer = Explorer(self.window.maps, self.datasets, self)
        self.explorer.set_paper(self.preferences.paper)
        self.colouring = Colouring(self.explorer, self.datasets, self)
        place("decoded", self.explorer.decoded)
        yield True
        place("reconstruction", self.explorer.reconstruction)
        place("denoising", self.explorer.denoising)
        place("samples", self.explorer.samples)
        yield True
        self.train_panel = TrainPanel()
        place("train", self.train_panel)
        yield True
        self.runs_panel = RunsPanel()
        place("runs", self.runs_panel)
        yield True
        self.metrics = MetricsPlot()
        yield True
        self.narrator = Narrator(self.training, self)
        place("curves", self.metrics)
        yield True
        self.bound_panel = BoundPanel()
        self.bounding = Bounding(self.explorer, self.bound_panel, self)
        place("bound", self.bound_panel)
        yield True
        self.selection_panel = SelectionPanel()
        self.selecting = Selecting(self.explorer, self.datasets, self.selection_panel, self.undo_stack, self)
        place("selection", self.selection_panel)
        yield True
        self.dimensions_panel = DimensionsPanel()
        self.dimensions = Dimensions(self.explorer, self.dimensions_panel, self)
        place("dimensions", self.dimensions_panel)
        yield True
        self.path_panel = PathPanel()
        self.walking = Walking(self.explorer, self.path_panel, self.undo_stack, self)
        place("path", self.path_panel)
        yield True
        figures = FiguresPanel()
        place("figures", figures)
        yield True
        noise = NoisePanel()
        place("noise", noise)
        yield True
        few_labels = FewLabelsPanel()
        place("few-labels", few_labels)
        yield True
        self.studies = Studies(self.explorer, self.datasets, (figures, noise, few_labels), self)
        yield True
        self.gaps_panel = GapsPanel()
        self.gap_study = GapStudy(self.explorer, self.datasets, self.gaps_panel, self)
        place("gaps", self.gaps_panel)
        yield True
        self.gradients_panel = GradientsPanel()
        self.gradient_lab = GradientLab(self.explorer, self.gradients_panel, self)
        place("gradients", self.gradients_panel)
        yield True
        self.factors_panel = FactorsPanel()
        self.factor_study = FactorStudy(self.explorer, self.datasets, self.factors_panel, self)
        place("factors", self.factors_panel)
        yield True
        self.plane_panel = PlanePanel()
        self.plane_study = PlaneStudy(self, self.plane_panel)
        place("plane", self.plane_panel)
        yield True
        self.draw_panel = DrawPanel()
        self.draw_panel.set_paper(self.preferences.paper)
        self.guests = Guests(self.explorer, self.draw_panel, self)
        place("draw", self.draw_panel)
        self.intake = Intake(self.window, self.guests, self.datasets, self)
        yield True
        self.sharing = Sharing(self)
        yield True
        self.context_menus = ContextMenus(self)
        yield True
        self.teaching = Teaching(self)
        self.removing, self.undoing = Removing(self), Undoing(self)
        yield True
        self.window.menus.fill(self)
        self._connect()
        self._set_running(False)
        yield True
        self._has_panels = True
        self.set_theme(self.window.theme)
        yield True
        self.refresh_runs()
        for dock in self.window.docks.values():
            dock.widget().setEnabled(True)
        yield True
        accessible.describe_by_tooltips(self.window)
        maps = self.window.maps
        self.window.tab_parts = [self.teaching.dock, self.afar.bar, maps.bar, maps.why_button, *maps.maps, maps]
        self.window.tab_parts += self.window.docks.values()

    @property
    def versions_in_words(self) -> str:
        """What computes, and on what."""
        return tr("PyTorch {version} on {device}", version=torch.__version__, device=choose_device("auto"))

    def set_paper(self, paper: bool) -> None:
        """Draw grey images as ink on paper, or white on black."""
        self.draw_panel.set_paper(paper)
        self.explorer.set_paper(paper)

    def set_theme(self, theme: Theme) -> None:
        """Draw all panels in a theme, once there are all."""
        if not self._has_panels:
            return
        studies = (self.studies.figures, self.studies.noise, self.studies.few_labels)
        inference = (
            self.bound_panel,
            self.gaps_panel,
            self.gradients_panel,
            self.factors_panel,
            self.plane_panel,
            self.dimensions_panel,
        )
        for panel in (self.metrics, self.runs_panel, self.path_panel, *inference, *studies):
            panel.set_theme(theme)

    def _connect(self) -> None:
        # A dock that is closed says so while it can still be seen; the one that takes its place speaks later.
        for dock in (
            self.window.docks["reconstruction"],
            self.window.docks["denoising"],
            self.window.docks["samples"],
            self.window.docks["bound"],
        ):
            dock.visibilityChanged.connect(self._on_strips_shown)
        self.window.layouts.changed.connect(self.explorer.refresh_strips)
        self.window.docks["runs"].visibilityChanged.connect(self._on_runs_shown)
        self.window.docks["samples"].visibilityChanged.connect(self.explorer.refresh_samples)
        self.explorer.samples.redraw_action.triggered.connect(self._on_samples_wanted)
        for dock in (self.window.docks["figures"], self.window.docks["noise"]):
            dock.visibilityChanged.connect(self.studies.refresh)
        self.window.docks["bound"].visibilityChanged.connect(self.bounding.refresh)
        self.window.docks["gradients"].visibilityChanged.connect(self.gradient_lab.refresh)
        self.window.docks["plane"].visibilityChanged.connect(self.plane_study.refresh)
        self.window.docks["dimensions"].visibilityChanged.connect(self.dimensions.refresh)
        for dock in (self.window.docks[name] for name in ("gaps", "gradients", "factors", "plane")):
            dock.visibilityChanged.connect(self._on_tall_dock_shown)
        for part in (
            self.explorer,
            self.colouring,
            self.walking,
            self.selecting,
            self.dimensions,
            self.bounding,
            self.gap_study,
            self.gradient_lab,
            self.studies,
            self.factor_study,
            self.plane_study,
            self.guests,
            self.intake,
            self.sharing,
            self.context_menus,
            self.teaching,
        ):
            part.failed.connect(self._on_failed)
        self.colouring.missed.connect(lambda why: self.window.statusBar().showMessage(why, 8000))
        self.walking.began.connect(self._on_walk_began)
        self.walking.told.connect(lambda words: self.window.statusBar().showMessage(words, 8000))
        self.selecting.selected.connect(self._on_selected)
        self.datasets.loaded.connect(self._on_dataset_loaded)
        self.datasets.listed.connect(self.train_panel.list_datasets)
        self.datasets.listed.connect(self._on_dataset_chosen)
        self.train_panel.dataset.currentIndexChanged.connect(self._on_dataset_chosen)
        self._on_dataset_chosen()
        self.intake.run_wanted.connect(self.open_run)
        self.intake.imported.connect(self._on_imported)
        self.intake.replaced.connect(self.removing.on_replaced)
        self.intake.lesson_wanted.connect(self.teaching.open_file)
        self.teaching.runs_changed.connect(self.refresh_runs)
        self.teaching.file_used.connect(self.recent.add_lesson)
        self.train_panel.dataset.activated.connect(self._on_dataset_picked)
        self.train_panel.train_wanted.connect(self._on_dataset_picked)
        for source in (self.intake, self.sharing, self.context_menus, self.teaching, self.removing, self.undoing):
            source.told.connect(lambda words: self.window.statusBar().showMessage(words, 8000))
        self.sharing.made.connect(self._on_imported)
        self.guests.shown.connect(self._on_guest_shown)
        self.datasets.failed.connect(self._on_failed)
        self.datasets.cancelled.connect(self._forget_waiting_plan)
        self.train_panel.train_wanted.connect(self.start_training)
        self.train_panel.refused.connect(self._on_failed)
        self.train_panel.stop_filled.connect(self._on_stop_filled)
        self.train_panel.pause_toggled.connect(self.training.pause)
        self.train_panel.stop_wanted.connect(self.stop_training)
        self.train_panel.skip_wanted.connect(self.training.skip_measuring)
        self.train_panel.cancel_wanted.connect(self.on_cancel_wanted)
        self.training.progressed.connect(self._on_progressed)
        self.training.figures_added.connect(self.metrics.append)
        self.narrator.said.connect(self.metrics.set_narration)
        self.training.snapshot_taken.connect(self._on_snapshot_taken)
        self.training.asked.connect(self._on_asked)
        self.training.saved.connect(self._on_run_saved)
        self.training.failed.connect(self._on_training_failed)
        self.training.ran_short.connect(self._on_ran_short)
        self.training.ended.connect(self._on_training_ended)
        self.afar.seen.connect(self._on_live_seen)
        self.afar.ended.connect(self._on_live_ended)
        self.afar.kept.connect(self.refresh_runs)
        self.afar.failed.connect(self._on_live_failed)
        self.runs_panel.open_wanted.connect(self.open_run)
        self.plane_panel.open_wanted.connect(self.open_run)
        self.runs_panel.continue_wanted.connect(self.continue_run)
        self.keeper.continue_wanted.connect(self.continue_run)
        self.keeper.longer_wanted.connect(self._go_on_with)
        self.keeper.settled.connect(self.refresh_runs)
        self.keeper.restored.connect(self._on_restored)
        self.undo_stack.failed.connect(self._on_failed)
        self.training.discard = self.removing.discard
        self.runs_panel.rename_wanted.connect(self.removing.rename_run)
        self.runs_panel.delete_wanted.connect(self.removing.remove_run)
        self.runs_panel.compare_wanted.connect(self.compare)

    # What is shown

    def open_first_run(self, wanted: str | None = None) -> None:
        """Open the run that was asked for, or shown last, or that ships with the program."""
        self.open_first(FirstRun(*read_first_run(wanted, self.preferences.last_run)))

    def open_first(self, found: FirstRun) -> None:
        """Show what `read_first_run` found."""
        run = found.run
        for problem in found.problems:
            show_error(self.window, problem)
        if found.interrupted or found.crash:
            self.keeper.tell_of_the_end(found.interrupted, found.crash)
        if run is not None:
            self._show_run(run)
        elif self.run is None:
            self.window.previewed = None
            self.window.setWindowTitle("vaegui")
            self.window.run_label.setText("")
            self.explorer.drivers[0].set_subject(None)
            self.map.set_message(tr("No run is open. Train one (left), or open a folder (Ctrl+O)."))

    def open_run(self, folder: Path) -> bool:
        """Show a saved run; say what is wrong with it if it cannot be opened. Returns whether it is shown."""
        if self.training.is_running:
            self._refuse(tr("A training is running. Stop or cancel it before you open another run."))
            return False
        try:
            run = _read(folder)
        except DamageError as error:
            self.keeper.offer_previous(error)
            return False
        except UserError as error:
            show_error(self.window, str(error))
            return False
        self._show_run(run)
        return True

    def _show_run(self, run: Run) -> None:
        """Open a run; one that something else trains is watched."""
        if watching.is_live(run) and not self.keeper.holds(run):
            self._watch(run)
        else:
            self._open(run)

    def _open(self, run: Run) -> None:
        _logger.info("opened “%s”", run.name)
        self.afar.stop()
        config, codes = run.config, run.codes
        self.run = run
        read_only = self.keeper.take_hold(run)
        self.preferences.last_run = run.folder
        self.recent.add_run(run.folder)
        self._show(self._subject(run, run.density), config.training)
        self._say_what_is_open(run.name, read_only)
        self.metrics.set_rows(run.metrics, config.best_epoch)
        self.metrics.set_baseline(config.validation_baseline)
        if codes is not None and len(codes.labels) and config.model.code_size >= 2:
            labels = codes.labels.numpy()
            self.explorer.set_codes(codes.mean.numpy(), labels, _caption(run, len(labels)), codes.std)
        elif codes is None and config.model.code_size >= 2:
            self.map.set_caption(tr("No codes: its training was cut off. Continue it from the list of runs."))
        if self.window.previewed == run.folder:
            self.map.set_target(*self.map.target)  # somebody may have moved it, and the view, while PyTorch was loading
        else:
            self.map.reset_view()
            self.explorer.drivers[0].go_to_first()
        self.window.previewed = None
        self.explorer.set_model(run.model, has_encoder=run.has_encoder)
        self.runs_panel.select(run.folder)
        self.runs_panel.set_open(run.folder)
        self._compare_as_before()

    # Watching

    def _watch(self, run: Run) -> None:
        """Show a run as it is trained by something else. Nothing is claimed: its folder is somebody else's."""
        _logger.info("watches “%s”", run.name)
        self.keeper.let_go()
        self.run = None
        self.preferences.last_run = run.folder
        self.recent.add_run(run.folder)
        self._show(self._live_subject(run, None), run.config.training)
        self._say_what_is_open(run.name, tr("live"))
        self.runs_panel.select(run.folder)
        self.runs_panel.set_open(run.folder)
        self._compare_as_before()
        self.window.previewed = None
        self.map.set_message(self.map.message or tr("Reading what was saved…"))
        self.map.reset_view()
        self._live_rows = []
        self.afar.start(run)

    def _live_subject(self, run: Run, watched: Watched | None) -> Subject:
        rows = torch.empty(0, dtype=torch.int64) if watched is None else watched.rows
        has_prior = run.config.model.family != "autoencoder"
        density = standard_normal(run.config.model.code_size) if has_prior else None
        return replace(self._subject(run, density), rows=rows)

    def _on_live_seen(self, seen: Seen) -> None:
        """The curves grow, and the map moves, as with a training of this window's own."""
        run, watched, subject = seen.run, seen.watched, self.explorer.subject
        config, rows = run.config, run.metrics
        codes = watched if config.model.code_size >= 2 else None
        is_first = False
        known = subject.rows if subject is not None else None
        if watched is not None and (known is None or not torch.equal(known, watched.rows)):
            self._show(self._live_subject(run, watched), config.training)
            self._say_what_is_open(run.name, tr("live"))
            self.metrics.set_baseline(config.validation_baseline)
            self._live_rows = []
            is_first = True
            if codes is not None:
                self.map.set_message("")
        self._grow_curves(rows, config.best_epoch)
        if codes is not None:
            words = [
                tr("epoch {epoch}", epoch=number(codes.epoch, 1)),
                plural(len(codes.rows), "{count:,} test image", "{count:,} test images"),
            ]
            if codes.phase:
                words.insert(0, phase_in_words(codes.phase))
            self.explorer.set_codes(codes.mean.numpy(), codes.labels.numpy(), " · ".join(words), codes.std)
            if is_first:
                self.explorer.drivers[0].go_to_first()
        phase = watched.phase if watched is not None else ""
        self.explorer.set_model(seen.newest, live=True, has_encoder=not is_unfinished(phase))

    def _grow_curves(self, rows: list[Row], best_epoch: float) -> None:
        """Add what is new; where a training went on from an earlier epoch than the last one seen, begin anew."""
        shown, self._live_rows = self._live_rows, rows
        if not shown or rows[: len(shown)] != shown:
            if shown and (subject := self.explorer.subject) is not None and self.afar.run is not None:
                self.metrics.begin(subject.config, self.afar.run.config.training, subject.title)
                self.metrics.set_baseline(self.afar.run.config.validation_baseline)
            self.metrics.set_rows(rows, best_epoch)
            return
        for row in rows[len(shown) :]:
            train = Figures(row.train_bound, row.train_rate, row.train_distortion)
            validation = Figures(row.validation_bound, row.validation_rate, row.validation_distortion)
            self.metrics.append(Step(row.epoch, train, 0.0, 0.0, 0.0, row.phase))
            is_best = row.epoch == best_epoch
            self.metrics.append(
                EpochEnd(row.epoch, train, validation, is_best, row.seconds, row.learning_rate, {}, row.phase)
            )

    def _on_live_ended(self, run: Run) -> None:
        """What was watched is a run like any other now."""
        code, row = self.explorer.drivers[0].code, self.explorer.drivers[0].picked
        self._open(run)
        self.explorer.drivers[0].go_to(code)
        if row is not None:
            self.explorer.choose(row)
        self.refresh_runs()
        self._on_run_saved(run)

    def _on_live_failed(self, sentence: str, details: str) -> None:
        show_error(self.window, sentence, details)
        self.map.set_message(tr("No run is open. Train one (left), or open a folder (Ctrl+O)."))

    # Comparing

    def compare(self, folders: list[Path]) -> None:
        """Show other runs beside the open one; those that cannot be opened are left out.

        Runs that have less in common with it (other images, no encoder) come last, whatever their order.
        """
        if len(folders) > MOST_RIVALS:
            self.window.statusBar().showMessage(
                tr("No more than {most} runs are compared at a time.", most=MOST_RIVALS + 1), 8000
            )
        rivals = {}
        for folder in folders[:MOST_RIVALS]:
            try:
                run = runs.load(folder)
                rivals[folder] = self._rivals.get(folder) or (run, self._rival(run))
            except UserError as error:
                show_error(self.window, str(error))
        self._rivals = dict(sorted(rivals.items(), key=lambda item: self.explorer.strangeness(item[1][1])))
        if list(self._rivals) != folders:
            self.runs_panel.set_ticked(list(self._rivals))
        self.explorer.set_rivals([rival for _, rival in self._rivals.values()])
        self._show_rival_curves()
        self.window.menus.stop_comparing_action.setEnabled(bool(rivals))

    @property
    def lineup(self) -> tuple[Path, ...]:
        """The folders of the runs that are compared, the open one (A) first; none where none is open."""
        if self.training.is_running or self.run is None:
            return ()
        return (self.run.folder, *self._rivals)

    def follow_name(self, before: Path, run: Run) -> None:
        """Call a run, whose folder was `before`, by its new name wherever it is shown; nothing else changes."""
        for driver in self.explorer.drivers:
            driver.follow_name(run.config.dataset, before.name, run.name)
        if self.run is not None and self.run.folder == before:
            self.run = run
            self.preferences.last_run = run.folder
            self.recent.add_run(run.folder)
            read_only = self.keeper.take_hold(run)
            if not self.training.is_running:  # else it comes back when the training is discarded
                self.runs_panel.set_open(run.folder)
                self.explorer.rename(self.explorer.subject, run.name)
                self._say_what_is_open(run.name, read_only)
                if count := len(self.explorer.drivers[0].codes):
                    self.explorer.drivers[0].set_caption(_caption(run, count))
        if before in self._rivals:
            rival = self._rivals[before][1]
            self._rivals = {
                run.folder if folder == before else folder: (run, rival) if folder == before else known
                for folder, known in self._rivals.items()
            }
            self.explorer.rename(rival.subject, run.name)

    def _compare_as_before(self) -> None:
        """With the runs that are ticked; most often there are none, and nothing changes."""
        if self.runs_panel.ticked or self._rivals:
            self.compare(self.runs_panel.ticked)

    def _rival(self, run: Run) -> Rival:
        return Rival(self._subject(run, run.density), run.model, run.codes, run.has_encoder)

    def _subject(self, run: Run, density: Density | None) -> Subject:
        config = run.config
        nodes = config.training.grid_side if config.model.family == "em" else NODES
        return Subject(
            run.name,
            config.dataset,
            config.classes,
            config.image_shape,
            config.model,
            density=density,
            nodes=nodes,
            images=config.images if is_own(config.dataset) else "",
        )

    def _show_rival_curves(self) -> None:
        """Overlay the curves of those runs whose nats can be compared with the open one's."""
        subject = self.explorer.subject
        curves = []
        for index, (run, rival) in enumerate(self._rivals.values(), start=1):
            same_images = subject is not None and rival.subject.dataset == subject.dataset
            if subject is not None and same_images and rival.subject.config.nats_of == subject.config.nats_of:
                curves.append((index, run.metrics))
        self.metrics.set_rivals(curves)
        self._title_curves()

    def _title_curves(self) -> None:
        left_out = len(self._rivals) - self.metrics.rival_count
        self.metrics.set_words(
            plural(
                left_out,
                "Nats per image: {model} ({count} run of other likelihoods or images not drawn)",
                "Nats per image: {model} ({count} runs of other likelihoods or images not drawn)",
                model=self._words,
            )
            if left_out
            else tr("Nats per image: {model}", model=self._words)
        )

    def _show(self, subject: Subject, training: TrainConfig) -> None:
        if self.explorer.subject is None or subject.dataset != self.explorer.subject.dataset:
            self.walking.set_pins(())
            self.selecting.select(NOTHING)
            self.undo_stack.forget_images()
        self.explorer.set_subject(subject)
        self.metrics.begin(subject.config, training, subject.title)
        self._words = f"{family_in_words(subject.config, training)} · {subject.config.likelihood_in_words}"
        self._say_what_is_open(subject.title)
        self._show_rival_curves()

    def _say_what_is_open(self, name: str, read_only: str = "") -> None:
        self.window.setWindowTitle(f"{name} — vaegui")
        words = f"{name}: {self._words}"
        self.window.run_label.setText(f"{words} · {read_only}" if read_only else words)

    def _on_strips_shown(self) -> None:
        if not self.window.layouts.is_arranging:  # a dozen panels come and go; then it is done once
            self.explorer.refresh_strips()

    def _on_runs_shown(self, is_seen: bool) -> None:
        if is_seen:
            self.refresh_runs()  # others may have been trained on the command line

    def refresh_runs(self) -> None:
        """Read the lists of runs again."""
        own, problems = _scan(folders.own_folder())
        shipped, more = _scan(folders.shipped_folder())
        live = {run.folder for run in own if watching.is_live(run) and not self.keeper.holds(run)}
        self.runs_panel.set_runs(own, [*shipped, *self.teaching.runs], problems + more, live)
        if self.runs_panel.ticked != list(self._rivals):  # one was renamed, or is gone
            self.compare(self.runs_panel.ticked)

    # Training

    def _on_dataset_loaded(self, name: str) -> None:
        if self._waiting_plan is not None and self._waiting_plan[0] == name:
            plan, self._waiting_plan = self._waiting_plan, None
            self.start_training(*plan)

    def _on_dataset_chosen(self) -> None:
        name = self.train_panel.dataset.currentData()
        own = is_own(name)
        shown = name.replace("&", "&&")
        read, remove = self.window.menus.own_data_actions
        read.setText(tr("&Read “{dataset}” again…", dataset=shown) if own else tr("&Read again…"))
        remove.setText(tr("Re&move “{dataset}”", dataset=shown) if own else tr("Re&move"))
        for action in (read, remove):
            action.setEnabled(own)

    def choose_dataset(self, name: str) -> None:
        """Choose a dataset in the form that starts a training."""
        self.train_panel.choose_dataset(name)
        self.window.docks["train"].show()
        self.window.docks["train"].raise_()

    def _on_dataset_picked(self) -> None:
        self.recent.add_dataset(self.train_panel.dataset.currentData())

    def on_import_again(self) -> None:
        """Read the chosen dataset's files anew."""
        self.intake.import_again(self.train_panel.dataset.currentData())

    def on_forget_dataset(self) -> None:
        """Remove the chosen dataset."""
        self.removing.remove_dataset(self.train_panel.dataset.currentData())

    def _on_imported(self, name: str) -> None:
        self.choose_dataset(name)
        self.recent.add_dataset(name)
        self.window.statusBar().showMessage(tr("“{name}” can be trained on now.", name=name), 8000)

    def _on_guest_shown(self) -> None:
        self.window.docks["draw"].show()
        self.window.docks["draw"].raise_()

    def _forget_waiting_plan(self) -> None:
        self._waiting_plan = None

    def start_training(self, name: str, model: ModelConfig, config: TrainConfig, origin: Run | None = None) -> None:
        """Train, or go on training a run; a dataset that is not in memory yet is read or fetched first."""
        if self.training.is_running:
            return
        dataset = self.datasets.get(name)
        if dataset is None and not is_known(name):
            show_error(
                self.window,
                tr(
                    "The images of “{name}” are not on this machine. Import them under this name (menu Data), and "
                    "one can train on them.",
                    name=name,
                ),
            )
            return
        if dataset is None:
            self._waiting_plan = (name, model, config, origin)
            problem = self.datasets.problem(name)
            if self.datasets.is_here(name) and not problem:
                self.window.statusBar().showMessage(tr("Reading {dataset}…", dataset=title_of(name)), 5000)
                self.datasets.load(name)
            else:
                if name not in SOURCES:
                    self._waiting_plan = None
                    show_error(self.window, problem)
                    return
                megabytes = download_bytes(name) / 1e6
                ask(
                    self.window,
                    problem or tr("No {dataset} on this machine yet.", dataset=title_of(name)),
                    tr("Training starts as soon as it is here."),
                    {
                        tr("Download {megabytes:.0f} MB", megabytes=megabytes): lambda: self.datasets.download(name),
                        tr("Point to a folder…"): lambda: self.datasets.point_to_folder(name),
                    },
                    go_back=self._forget_waiting_plan,
                )
            return
        try:
            choose_device(config.device)
        except UserError as error:
            show_error(self.window, str(error))
            return
        is_shipped = origin is not None and folders.is_kept_as_it_is(origin.folder)
        in_place = origin is not None and not is_shipped and recording.goes_on_in_place(origin, config)
        # Before it begins: its first save may take the files away.
        kept = [] if origin is None else origin.rows_before(origin.state())
        try:
            plan = self.training.start(dataset, model, config, origin.folder if in_place and origin else None, origin)
        except OSError as error:
            show_error(self.window, _closed(folders.own_folder(), error))
            return
        self.afar.stop()
        shape = dataset.train.shape
        density = None if model.family == "autoencoder" else standard_normal(model.code_size)
        nodes = config.grid_side if model.family == "em" else NODES
        images = dataset.train.digest() if is_own(name) else ""
        self._show(
            Subject(plan.folder.name, name, dataset.classes, shape, model, plan.rows, density, nodes, images), config
        )
        if origin is not None:
            self.metrics.set_rows(kept, origin.config.best_epoch)
        self.narrator.begin(model, config)
        QTimer.singleShot(0, self, self._make_room_to_tell)
        self.runs_panel.set_open(plan.folder)
        self._compare_as_before()
        self.map.set_message(self.map.message or tr("Starting…"))
        self.map.reset_view()
        self.train_panel.set_busy(tr("Starting…"), can_cancel=not plan.goes_on_in_place)
        self._set_running(True)
        self.window.menus.running_actions[-1].setEnabled(not plan.goes_on_in_place)
        self.window.docks["train"].raise_()

    def continue_run(self, folder: Path) -> None:
        """Go on with the training of a run: to its end or, where that is reached, for as many epochs as wanted."""
        if self.training.is_running:
            self._refuse(tr("A training is running. Stop or cancel it before you continue another run."))
            return
        try:
            run = _read(folder)
            config = recording.continuation(run)
            run.state()  # so that what is wrong with it shows before anything begins
        except DamageError as error:
            self.keeper.offer_previous(error)
        except UserError as error:
            show_error(self.window, str(error))
        else:
            if runs.is_elsewhere(run.config):
                ask(
                    self.window,
                    tr("Another machine was training “{run}” when it was saved last.", run=run.name),
                    tr("If it still does, both would write into the same folder. Go on only if that job is gone."),
                    {tr("Train it here"): lambda: self._go_on_with(run, config)},
                )
            elif recording.goes_on_in_place(run, config):
                self._go_on_with(run, config)
            else:
                self.keeper.ask_for_more_epochs(run)

    def _go_on_with(self, run: Run, config: TrainConfig) -> None:
        self.start_training(run.config.dataset, run.config.model, config, run)

    def _on_restored(self, folder: Path) -> None:
        self.open_run(folder)
        self.refresh_runs()

    def _make_room_to_tell(self) -> None:
        """In a turn of its own, since everything is laid out anew for it."""
        self.window.grow(self.window.docks["curves"], TOLD_DOCK)

    def _on_stop_filled(self) -> None:
        self.window.docks["train"].show()
        self.window.docks["train"].raise_()

    def _on_samples_wanted(self) -> None:
        """The key works from anywhere: whoever presses it wants to see samples."""
        self.window.docks["samples"].show()
        self.window.docks["samples"].raise_()

    def _on_walk_began(self) -> None:
        self.window.docks["path"].show()
        self.window.docks["path"].raise_()
        self.window.grow(self.window.docks["path"], self.path_panel.sizeHint().height() + 32)

    def _on_tall_dock_shown(self, is_seen: bool) -> None:
        dock = self.sender()
        if is_seen and isinstance(dock, QDockWidget):
            self.window.grow(dock, TALL_DOCK)

    def _on_selected(self) -> None:
        self.window.docks["selection"].show()
        self.window.docks["selection"].raise_()

    def stop_training(self) -> None:
        """End training now and keep the run."""
        if self.training.is_running:
            self._show_step_sometimes.cancel()
            self.train_panel.set_stopping()
            for action in self.window.menus.running_actions:
                action.setEnabled(False)
            self.training.stop()

    def on_cancel_wanted(self) -> None:
        """Ask whether to discard the training."""
        if self.training.is_running:
            box = ask(
                self.window,
                tr("Discard this training?"),
                tr("Discard moves what was saved of it so far to the trash. Stop keeps it as a run."),
                {tr("Stop and keep"): self.stop_training, tr("Discard"): self.training.cancel},
            )
            self.training.ended.connect(box.reject)  # nothing is left to discard

    def _set_running(self, running: bool) -> None:
        self.window.menus.train_action.setEnabled(not running)
        for action in self.window.menus.running_actions:
            action.setEnabled(running)
        if not running:
            self.train_panel.set_idle()
            self.window.speed_label.clear()
            self.window.device_label.clear()

    def _on_progressed(self, event: Began | Step | Saved | CannotSave | Measuring) -> None:
        if isinstance(event, Step):
            self._show_step_sometimes(event)
            return
        if not isinstance(event, Saved):
            self._show_step_sometimes.cancel()
        self.train_panel.show_progress(event)
        if isinstance(event, CannotSave):
            self.window.statusBar().showMessage(event.sentence, 2000)
        if isinstance(event, Began):
            self._device = event.device
            self.window.device_label.setText(event.device)
            self.metrics.set_baseline(event.baseline)

    def _show_step(self, step: Step) -> None:
        if self.training.is_running:
            self.train_panel.show_progress(step)
            self.window.speed_label.setText(tr("{images} images/s", images=number(step.images_per_second, 0)))
            self.window.device_label.setText(
                tr("{device} · compiled", device=self._device) if step.is_compiled else self._device
            )

    def _on_snapshot_taken(self, snapshot: Snapshot) -> None:
        assert self.training.plan is not None
        plan = self.training.plan
        labels = plan.dataset.test.labels[plan.rows].numpy()
        if plan.model.code_size >= 2:
            self.map.set_message("")
        words = [
            tr("epoch {epoch}", epoch=number(snapshot.epoch, 1)),
            plural(
                len(plan.dataset.test),
                "{shown:,} of {count:,} test image",
                "{shown:,} of {count:,} test images",
                shown=len(labels),
            ),
        ]
        if snapshot.phase:
            words.insert(0, phase_in_words(snapshot.phase))
        self.explorer.set_codes(snapshot.codes.numpy(), labels, " · ".join(words), snapshot.std)
        assert self.training.model is not None
        self.explorer.set_model(self.training.model, live=True, has_encoder=not is_unfinished(snapshot.phase))

    def _on_asked(self, asked: Asked) -> None:
        """Somebody else watches this training."""
        if asked.wanted == "stop":
            words = tr("Somebody asked for a stop through the folder of this run: it is kept.")
        elif asked.run is not None:
            words = tr("Somebody asked for it: the best epoch so far is kept as “{run}”.", run=asked.run.name)
            self.refresh_runs()
        else:
            words = asked.problem
        self.window.statusBar().showMessage(words, 20_000)

    def _on_run_saved(self, run: Run) -> None:
        self.run = run
        self.preferences.last_run = run.folder
        test = run.config.test
        name = next((name for name in runs.FIGURES_IN_WORDS if test and getattr(test, name)), None)
        found: Estimate | None = getattr(test, name) if name else None
        if name and found:
            words = tr(
                "Finished: best epoch {epoch:.4g}, test {figure} {mean} ± {error} nats/image, kept as “{run}”.",
                epoch=run.config.best_epoch,
                figure=runs.FIGURES_IN_WORDS[name],
                mean=number(found.mean),
                error=number(found.standard_error),
                run=run.name,
            )
        else:
            words = tr("Finished: best epoch {epoch:.4g}, kept as “{run}”.", epoch=run.config.best_epoch, run=run.name)
        self.window.statusBar().showMessage(words, 20_000)

    def _on_training_failed(self, sentence: str, details: str) -> None:
        self._close_when_done = False
        show_error(self.window, sentence, details)

    def _on_ran_short(self, sentence: str) -> None:
        self._close_when_done = False
        self._ran_short = sentence  # before it has ended, no other training can begin

    def _offer_smaller_batches(self, sentence: str) -> None:
        plan = self.training.plan
        assert plan is not None
        smaller = plan.config.batch_size // 2
        if smaller < 1:
            show_error(self.window, sentence)
            return
        config = replace(plan.config, batch_size=smaller)
        ask(
            self.window,
            sentence,
            tr("Train anew with batches of {images}?", images=smaller),
            {
                tr("Train with {images}", images=smaller): lambda: self.start_training(
                    plan.dataset.name, plan.model, config
                )
            },
        )

    def _on_training_ended(self) -> None:
        self._set_running(False)
        self.refresh_runs()
        if self._close_when_done:
            self.window.close()
            return
        assert self.training.plan is not None
        kept = self.training.plan.folder
        if (kept / folders.CONFIG).is_file():
            code, row = self.explorer.drivers[0].code, self.explorer.drivers[0].picked
            self.open_run(kept)
            self.explorer.drivers[0].go_to(code)
            if row is not None:
                self.explorer.choose(row)  # what was watched while it was trained
        elif self.run is not None:
            self.open_run(self.run.folder)
        else:
            self.open_first_run()
        sentence, self._ran_short = self._ran_short, ""
        if sentence:
            self._offer_smaller_batches(sentence)

    # Runs

    def on_open_folder(self) -> None:
        """Ask for the folder of a run, and open it."""
        dialog = QFileDialog(self.window, tr("Open a run"), str(folders.own_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.open_run(Path(folder)))
        dialog.open()

    def on_stop_comparing(self) -> None:
        """Show the open run alone."""
        self.undoing.stop_comparing()

    def on_show_folder(self) -> None:
        """Show the user's runs in the desktop's file manager."""
        try:
            folders.own_folder().mkdir(parents=True, exist_ok=True)
        except OSError as error:
            show_error(self.window, _closed(folders.own_folder(), error))
            return
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folders.own_folder())))

    def _refuse(self, sentence: str) -> None:
        """Say why not while something is trained; once nothing is, that is no longer true."""
        self.training.ended.connect(show_error(self.window, sentence).reject)

    def _on_failed(self, sentence: str, details: str = "") -> None:
        self._waiting_plan = None
        show_error(self.window, sentence, details)

    # Closing

    def may_close(self) -> bool:
        """Whether nothing would be lost; else ask, and close the window once a training is saved."""
        if self.training.is_running and not self._close_when_done:
            box = ask(
                self.window,
                tr("A training is running."),
                tr("Stop it and keep what was learned, then close?"),
                {tr("Stop, keep and close"): self._stop_and_close},
            )
            self.training.ended.connect(box.reject)  # nothing is left to stop
        if self.training.is_running:
            return False
        return not self._has_panels or self.teaching.may_leave(self.window.close)

    def close(self) -> None:
        """End all threads, also where ending one of them fails."""
        with ExitStack() as stack:
            stack.callback(self._end_threads)
            stack.callback(self.keeper.let_go)
            stack.callback(self.afar.close)
            stack.callback(self.datasets.close)
            self.finish()
            if not self._has_panels:  # building them failed
                return
            stack.callback(self.explorer.close)
            stack.callback(self.colouring.close)
            stack.callback(self.factor_study.close)
            stack.callback(self.plane_study.close)
            stack.callback(self.guests.close)
            stack.callback(self.intake.close)
            stack.callback(self.sharing.close)
            stack.callback(self.context_menus.close)
            stack.callback(self.teaching.close)
            for part in (
                self.dimensions,
                self.walking,
                self.selecting,
                self.bounding,
                self.gap_study,
                self.gradient_lab,
                self.studies,
            ):
                stack.callback(part.close)

    def _end_threads(self) -> None:
        """Those that nobody else has ended: Qt gives up the program when a thread is still running."""
        threads: list[GeneratorThread | LatestWorker] = [
            *self.window.findChildren(GeneratorThread),
            *self.window.findChildren(LatestWorker),
        ]
        for thread in threads:
            thread.close()

    def _stop_and_close(self) -> None:
        self._close_when_done = True
        if self.training.is_running:
            self.training.skip_measuring()
            self.stop_training()
        else:
            self.window.close()


@dataclass(frozen=True)
class FirstRun:
    """What there is to show, and to say, at the start."""

    run: Run | None
    problems: list[str]
    interrupted: list[Run] = field(default_factory=list)  # runs that were being trained when a program was killed
    crash: str = ""  # what faulthandler wrote when the program crashed


def read_at_start(wanted: str | None, last: Path | None) -> FirstRun:
    """Sweep what programs that were killed left behind, and read what there is to show and to say."""
    crash = crashes.collect()
    interrupted: list[Run] = []
    with suppress(OSError):  # the list of runs will say that nobody may look into it
        interrupted = runs.sweep(folders.own_folder())
    sweep_downloads()
    importing.sweep()
    lessons.sweep()
    return FirstRun(*read_first_run(wanted, last), interrupted, crash)


def read_first_run(wanted: str | None, last: Path | None) -> tuple[Run | None, list[str]]:
    """Read the first run of `first_choices` that can be opened; with a sentence for each one before it that is broken.

    A run that is no longer there is nothing to speak of, unless it was asked for.
    """
    problems: list[str] = []
    for choice in first_choices(wanted, last):
        try:
            return _read(choice), problems
        except DamageError as error:
            offer = tr("The save before is whole: open the run from the list.") if runs.previous(error.folder) else ""
            problems.append(f"{error} {offer}".strip())
        except UserError as error:
            if wanted or _is_there(choice):
                problems.append(str(error))
    return None, problems


def _caption(run: Run, count: int) -> str:
    """What the points of a run's map are."""
    words = caption(count, run.name)
    if run.stopped_in:
        words += " · " + tr("stopped in “{phase}”", phase=phase_in_words(run.stopped_in))
    return words


def _scan(folder: Path) -> tuple[list[Run], list[str]]:
    """List the runs below a folder, if it may be looked into, and say what is wrong."""
    try:
        return runs.scan(folder)
    except OSError as error:
        return [], [_closed(folder, error)]


def _closed(folder: Path, error: OSError) -> str:
    return tr("{path} cannot be looked into: {reason}.", path=folder, reason=storing.in_words(error))


def _is_there(choice: str | Path) -> bool:
    try:
        return folders.find_run(choice) is not None
    except OSError:
        return True


def _read(folder: str | Path) -> Run:
    """Open a run and read all its files, so that what is wrong with one shows before anything is drawn.

    What something else trains is only named: its files may still be on their way here.
    """
    with suppress(OSError):
        found = folders.find_run(folder)
        if found is not None and (live := runs.peek(found)) is not None and watching.is_live(live):
            return live
    run = runs.load(folder)
    _ = run.model, run.codes, run.metrics, run.density
    return run
