"""The main window: the one place that knows the panels and the model, and ties them together."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from pathlib import Path

import torch
from PySide6.QtCore import QFile, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QActionGroup,
    QCloseEvent,
    QDesktopServices,
    QGuiApplication,
    QKeySequence,
    QUndoStack,
)
from PySide6.QtWidgets import QApplication, QDockWidget, QFileDialog, QLabel, QMainWindow, QMenu, QMessageBox, QWidget

import vaegui
from vaegui import runs
from vaegui.data import SOURCES, default_folder
from vaegui.events import Began, Snapshot, Step
from vaegui.explore import standard_normal
from vaegui.families import TrainConfig, family_in_words
from vaegui.models import ModelConfig, with_weights
from vaegui.phases import is_unfinished
from vaegui.recording import Measuring
from vaegui.runs import Estimate, Run
from vaegui.settings import UserError
from vaegui.training import choose_device
from vaegui.ui import theme
from vaegui.ui.bound_panel import BoundPanel
from vaegui.ui.bounding import Bounding
from vaegui.ui.dataset_store import DatasetStore
from vaegui.ui.dialogs import ask, show_error
from vaegui.ui.docks import DockWhy
from vaegui.ui.explorer import Explorer, Rival
from vaegui.ui.gap_study import GapStudy
from vaegui.ui.gaps_panel import GapsPanel
from vaegui.ui.gradient_lab import GradientLab
from vaegui.ui.gradients_panel import GradientsPanel
from vaegui.ui.latent_map import densest
from vaegui.ui.map_driver import NODES, Subject
from vaegui.ui.metrics_plot import MetricsPlot
from vaegui.ui.narrator import Narrator
from vaegui.ui.path_panel import PathPanel
from vaegui.ui.preferences import Preferences
from vaegui.ui.runs_panel import RunsPanel
from vaegui.ui.selecting import NOTHING, Selecting
from vaegui.ui.selection_panel import SelectionPanel
from vaegui.ui.studies import Studies
from vaegui.ui.theme import number
from vaegui.ui.train_panel import TrainPanel
from vaegui.ui.training_session import TrainingSession
from vaegui.ui.walking import Walking

DEFAULT_RUN = "mnist-vae-2d"
TALL_DOCK, TOLD_DOCK = 290, 220  # pixels
MOST_RIVALS = 7  # more would be neither told apart nor read
KEYS = (
    ("Click or drag", "move the target: the image at its place is decoded"),
    ("Arrow keys", "step the target (with Shift, five times as far)"),
    ("Wheel, + and −", "zoom"),
    ("Shift+drag, middle drag", "move the view"),
    ("Double click, Home", "show all of the map"),
    ("P, M, C", "points, decoded manifold, prior circles"),
    ("Q, H, X", "aggregate posterior against the prior; entropy of the decoded image; the decoder’s magnification"),
    ("E, U", "exact posterior of the nearest image; where the model pulls the target to"),
    ("T, S, B, W", "drag the target; select with the lasso or a box (Ctrl adds, Esc gives up); walk along a path"),
    ("Ctrl+Z, Ctrl+Shift+Z", "undo and redo changes of pins and of the selection"),
    ("G", "generate other samples"),
    ("I", "images as ink on paper"),
    ("L", "logarithmic curves"),
    ("Ctrl+T, Ctrl+P, Ctrl+.", "train, pause or resume, stop and keep"),
    ("Enter, Space, F2, Del", "in the list of runs: open, compare, rename, move to the trash"),
)


def resource(name: str) -> Path:
    """Find a file of resources/, in a checkout or where the package is installed."""
    installed = Path(__file__).parent.parent / "resources" / name
    return installed if installed.exists() else Path(__file__).parent.parent.parent / "resources" / name


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


class MainWindow(QMainWindow):
    """The window. It decodes from its own copy of the weights, never from those being trained."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("vaegui")
        self.resize(QSize(1440, 900).boundedTo(self.screen().availableGeometry().size()))
        self.preferences = Preferences()
        # Before there are widgets that a change of style has to visit.
        theme.apply(_app(), theme.resolve(self.preferences.theme))
        self.datasets = DatasetStore(self.preferences, self)
        self.run: Run | None = None
        self.training = TrainingSession(self)
        self._waiting_plan: tuple[str, ModelConfig, TrainConfig] | None = None
        self._close_when_done = False
        self._rivals: dict[Path, tuple[Run, Rival]] = {}  # by folder, in the order of their letters
        self._words = ""  # what is open

        self.explorer = Explorer(self.datasets, self)
        self.map = self.explorer.map
        self.undo_stack = QUndoStack(self)
        self.path_panel, self.selection_panel = PathPanel(), SelectionPanel()
        self.walking = Walking(self.explorer, self.path_panel, self.undo_stack, self)
        self.selecting = Selecting(self.explorer, self.datasets, self.selection_panel, self.undo_stack, self)
        self.bound_panel = BoundPanel()
        self.bounding = Bounding(self.explorer, self.bound_panel, self)
        self.gaps_panel = GapsPanel()
        self.gap_study = GapStudy(self.explorer, self.datasets, self.gaps_panel, self)
        self.gradients_panel = GradientsPanel()
        self.gradient_lab = GradientLab(self.explorer, self.gradients_panel, self)
        self._inference = (self.gap_study, self.gradient_lab)
        self.studies = Studies(self.explorer, self.datasets, self)
        self.metrics = MetricsPlot()
        self.narrator = Narrator(self.training, self)
        self.train_panel = TrainPanel()
        self.runs_panel = RunsPanel()
        self.setCentralWidget(self.explorer.maps)
        self._build_docks()
        self._build_menus()
        self._device_label, self._speed_label, self._run_label = QLabel(), QLabel(), QLabel()
        for label in (self._run_label, self._speed_label, self._device_label):
            label.setProperty("muted", True)
            label.setContentsMargins(8, 0, 8, 0)
        self.statusBar().addWidget(self._run_label)
        self.statusBar().addPermanentWidget(self._speed_label)
        self.statusBar().addPermanentWidget(self._device_label)
        self._connect()
        self._default_layout = self.saveState()
        geometry, state = self.preferences.layout()
        self.restoreGeometry(geometry)
        self.restoreState(state)
        self.explorer.set_paper(self.preferences.paper)
        self.apply_theme(self.preferences.theme)
        self.refresh_runs()
        self._set_running(False)
        self.map.plot.setFocus()  # so that its keys work at once, and no button looks chosen

    # Building

    def _dock(self, title: str, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> QDockWidget:
        dock = QDockWidget(title, self)
        dock.setObjectName(name)
        dock.setWidget(widget)
        self.addDockWidget(area, dock)
        DockWhy(dock, name)
        return dock

    def _build_docks(self) -> None:
        left, right, bottom = (
            Qt.DockWidgetArea.LeftDockWidgetArea,
            Qt.DockWidgetArea.RightDockWidgetArea,
            Qt.DockWidgetArea.BottomDockWidgetArea,
        )
        self.setDockOptions(self.dockOptions() | QMainWindow.DockOption.GroupedDragging)
        self.setCorner(Qt.Corner.BottomLeftCorner, left)
        self.setCorner(Qt.Corner.BottomRightCorner, right)
        self.train_dock = self._dock("Train", "train", self.train_panel, left)
        self.runs_dock = self._dock("Runs", "runs", self.runs_panel, left)
        self.tabifyDockWidget(self.train_dock, self.runs_dock)
        self.decoded_dock = self._dock("Decoded", "decoded", self.explorer.decoded, right)
        self.reconstruction_dock = self._dock("Reconstruct", "reconstruction", self.explorer.reconstruction, right)
        self.denoising_dock = self._dock("Denoise", "denoising", self.explorer.denoising, right)
        self.bound_dock = self._dock("Bound", "bound", self.bound_panel, right)
        self.samples_dock = self._dock("Samples", "samples", self.explorer.samples, right)
        self.selection_dock = self._dock("Select", "selection", self.selection_panel, right)
        self.splitDockWidget(self.decoded_dock, self.reconstruction_dock, Qt.Orientation.Vertical)
        self.tabifyDockWidget(self.reconstruction_dock, self.denoising_dock)
        self.tabifyDockWidget(self.denoising_dock, self.bound_dock)
        self.tabifyDockWidget(self.bound_dock, self.samples_dock)
        self.tabifyDockWidget(self.samples_dock, self.selection_dock)
        self.curves_dock = self._dock("Curves", "curves", self.metrics, bottom)
        self.path_dock = self._dock("Path", "path", self.path_panel, bottom)
        self.figures_dock = self._dock("Figures", "figures", self.studies.figures, bottom)
        self.noise_dock = self._dock("Noise", "noise", self.studies.noise, bottom)
        self.few_labels_dock = self._dock("Few labels", "few-labels", self.studies.few_labels, bottom)
        self.gaps_dock = self._dock("Gaps", "gaps", self.gaps_panel, bottom)
        self.gradients_dock = self._dock("Gradients", "gradients", self.gradients_panel, bottom)
        studies = (self.figures_dock, self.noise_dock, self.few_labels_dock, self.gaps_dock, self.gradients_dock)
        below = (self.path_dock, *studies)
        for before, dock in itertools.pairwise((self.curves_dock, *below)):
            self.tabifyDockWidget(before, dock)
        self.train_dock.raise_()
        self.reconstruction_dock.raise_()
        self.curves_dock.raise_()
        self.size_docks()

    def size_docks(self) -> None:
        """Give each dock the room it wants in a window of the usual size."""
        self.resizeDocks([self.train_dock, self.decoded_dock], [300, 410], Qt.Orientation.Horizontal)
        self.resizeDocks([self.decoded_dock, self.reconstruction_dock], [300, 520], Qt.Orientation.Vertical)
        self.resizeDocks([self.curves_dock], [190], Qt.Orientation.Vertical)

    def _build_menus(self) -> None:
        bar = self.menuBar()
        run_menu = bar.addMenu("&Run")
        self._action(run_menu, "&Open folder…", self._on_open_folder, QKeySequence.StandardKey.Open)
        self._action(run_menu, "Show &folder of my runs", self._on_show_folder)
        run_menu.addSeparator()
        self.stop_comparing_action = self._action(run_menu, "Stop &comparing", self._on_stop_comparing)
        self.stop_comparing_action.setEnabled(False)
        run_menu.addSeparator()
        self._action(run_menu, "&Quit", self.close, QKeySequence.StandardKey.Quit)

        edit_menu = bar.addMenu("&Edit")
        for action, keys in (
            (self.undo_stack.createUndoAction(self, "&Undo"), QKeySequence.StandardKey.Undo),
            (self.undo_stack.createRedoAction(self, "&Redo"), QKeySequence.StandardKey.Redo),
        ):
            action.setShortcuts(keys)
            edit_menu.addAction(action)
        edit_menu.addSeparator()
        self._action(edit_menu, "Select &nothing", self.selection_panel.clear_wanted.emit, "Ctrl+Shift+A")

        train_menu = bar.addMenu("&Train")
        self.train_action = self._action(train_menu, "&Train", self.train_panel.train_button.click, "Ctrl+T")
        self._running_actions = (
            self._action(train_menu, "&Pause or resume", self.train_panel.pause_button.toggle, "Ctrl+P"),
            self._action(train_menu, "&Stop and keep the run", self.stop_training, "Ctrl+."),
            self._action(train_menu, "&Cancel and discard the run…", self._on_cancel_wanted),
        )

        bar.addMenu(self.train_panel.lecture_menu)
        self.train_panel.stop_filled.connect(self._on_stop_filled)

        view_menu = bar.addMenu("&View")
        switches = self.explorer.maps.switches
        view_menu.addActions([*switches.layers, switches.reset_view])
        view_menu.addSeparator()
        view_menu.addActions(list(switches.tools.values()))
        view_menu.addSeparator()
        view_menu.addAction(self.explorer.samples.redraw_action)
        view_menu.addSeparator()
        view_menu.addAction(self.metrics.log_action)
        self.paper_action = self._action(view_menu, "&Ink on paper", self._on_paper_toggled, "I", checkable=True)
        self.paper_action.setToolTip("Draw grey images dark on white")
        self.paper_action.setChecked(self.preferences.paper)
        theme_menu = view_menu.addMenu("&Theme")
        self._theme_actions = QActionGroup(self)
        for choice in ("system", "light", "dark"):
            action = self._action(theme_menu, f"&{choice.capitalize()}", self._on_theme_chosen, checkable=True)
            action.setData(choice)
            action.setChecked(choice == self.preferences.theme)
            self._theme_actions.addAction(action)
        panels_menu = view_menu.addMenu("&Panels")
        for dock in (
            self.train_dock,
            self.runs_dock,
            self.decoded_dock,
            self.reconstruction_dock,
            self.denoising_dock,
            self.bound_dock,
            self.samples_dock,
            self.selection_dock,
            self.curves_dock,
            self.path_dock,
            self.figures_dock,
            self.noise_dock,
            self.few_labels_dock,
            self.gaps_dock,
            self.gradients_dock,
        ):
            panels_menu.addAction(dock.toggleViewAction())
        self._action(view_menu, "Reset &layout", lambda: self.restoreState(self._default_layout))

        help_menu = bar.addMenu("&Help")
        self._action(help_menu, "&Keys", self._on_keys, QKeySequence.StandardKey.HelpContents)
        self._action(help_menu, "&About vaegui", self._on_about)

    def _action(
        self,
        menu: QMenu,
        text: str,
        slot: Callable[..., object],
        shortcut: QKeySequence.StandardKey | str | None = None,
        checkable: bool = False,
    ) -> QAction:
        action = QAction(text, self, checkable=checkable)
        if shortcut is not None:
            action.setShortcut(shortcut)
        action.triggered.connect(slot)
        menu.addAction(action)
        return action

    def _connect(self) -> None:
        # A dock that is closed says so while it can still be seen; the one that takes its place speaks later.
        for dock in (self.reconstruction_dock, self.denoising_dock, self.samples_dock, self.bound_dock):
            dock.visibilityChanged.connect(self.explorer.refresh_strips)
        self.runs_dock.visibilityChanged.connect(self._on_runs_shown)
        self.samples_dock.visibilityChanged.connect(self.explorer.refresh_samples)
        self.explorer.samples.redraw_action.triggered.connect(self._on_samples_wanted)
        for dock in (self.figures_dock, self.noise_dock):
            dock.visibilityChanged.connect(self.studies.refresh)
        self.bound_dock.visibilityChanged.connect(self.bounding.refresh)
        self.gradients_dock.visibilityChanged.connect(self.gradient_lab.refresh)
        for dock in (self.gaps_dock, self.gradients_dock):
            dock.visibilityChanged.connect(self._on_tall_dock_shown)
        for part in (self.explorer, self.walking, self.selecting, self.bounding, *self._inference, self.studies):
            part.failed.connect(self._on_failed)
        self.walking.began.connect(self._on_walk_began)
        self.selecting.selected.connect(self._on_selected)
        self.datasets.loaded.connect(self._on_dataset_loaded)
        self.datasets.failed.connect(self._on_failed)
        self.datasets.cancelled.connect(self._forget_waiting_plan)
        self.train_panel.train_wanted.connect(self.start_training)
        self.train_panel.refused.connect(self._on_failed)
        self.train_panel.pause_toggled.connect(self.training.pause)
        self.train_panel.stop_wanted.connect(self.stop_training)
        self.train_panel.skip_wanted.connect(self.training.skip_measuring)
        self.train_panel.cancel_wanted.connect(self._on_cancel_wanted)
        self.training.progressed.connect(self._on_progressed)
        self.training.figures_added.connect(self.metrics.append)
        self.narrator.said.connect(self.metrics.set_narration)
        self.training.snapshot_taken.connect(self._on_snapshot_taken)
        self.training.saved.connect(self._on_run_saved)
        self.training.failed.connect(self._on_training_failed)
        self.training.ended.connect(self._on_training_ended)
        self.runs_panel.open_wanted.connect(self.open_run)
        self.runs_panel.rename_wanted.connect(self._on_rename_wanted)
        self.runs_panel.delete_wanted.connect(self._on_delete_wanted)
        self.runs_panel.compare_wanted.connect(self.compare)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_theme_changed)

    # What is shown

    def open_first_run(self, wanted: str | None = None) -> None:
        """Open the run that was asked for, or shown last, or that ships with the program."""
        candidates = [wanted] if wanted else [self.preferences.last_run, DEFAULT_RUN, "digits-vae-2d"]
        for candidate in candidates:
            try:
                run = runs.load(candidate) if candidate else None
            except UserError as error:
                if wanted:
                    show_error(self, str(error))
                continue
            if run is not None and self.open_run(run.folder):
                return
        if self.run is None:
            self.map.set_message("No run is open. Train one (left), or open a folder (Ctrl+O).")

    def open_run(self, folder: Path) -> bool:
        """Show a saved run; say what is wrong with it if it cannot be opened. Returns whether it is shown."""
        if self.training.is_running:
            show_error(self, "A training is running. Stop or cancel it before you open another run.")
            return False
        try:
            run = runs.load(folder)
            model, codes, rows, _ = run.model, run.codes, run.metrics, run.density
        except UserError as error:
            show_error(self, str(error))
            return False
        config = run.config
        self.run = run
        self.preferences.last_run = run.folder
        self._show(self._subject(run), config.training)
        self.metrics.set_rows(rows, config.best_epoch)
        self.metrics.set_baseline(config.validation_baseline)
        target = (0.0, 0.0)
        if codes is not None and len(codes.labels) and config.model.code_size == 2:
            means, labels = codes.mean.numpy(), codes.labels.numpy()
            cut = f" · stopped in “{run.stopped_in}”" if run.stopped_in else ""
            caption = f"{number(len(labels), 0)} test images · {run.name}{cut}"
            self.explorer.set_codes(means, labels, caption, codes.std)
            target = densest(means[labels == labels[0]])
        self.map.reset_view()
        self.map.set_target(*target)
        self.explorer.set_model(model, has_encoder=run.has_encoder)
        self.runs_panel.select(run.folder)
        self.runs_panel.set_open(run.folder)
        self.compare(self.runs_panel.ticked)
        return True

    def compare(self, folders: list[Path]) -> None:
        """Show other runs beside the open one; those that cannot be opened are left out.

        Runs that have less in common with it (other images, no encoder) come last, whatever their order.
        """
        if len(folders) > MOST_RIVALS:
            self.statusBar().showMessage(f"No more than {MOST_RIVALS + 1} runs are compared at a time.", 8000)
        rivals = {}
        for folder in folders[:MOST_RIVALS]:
            try:
                run = runs.load(folder)
                rivals[folder] = self._rivals.get(folder) or (run, self._rival(run))
            except UserError as error:
                show_error(self, str(error))
        self._rivals = dict(sorted(rivals.items(), key=lambda item: self.explorer.strangeness(item[1][1])))
        if list(self._rivals) != folders:
            self.runs_panel.set_ticked(list(self._rivals))
        self.explorer.set_rivals([rival for _, rival in self._rivals.values()])
        self._show_rival_curves()
        self.stop_comparing_action.setEnabled(bool(rivals))

    def _rival(self, run: Run) -> Rival:
        return Rival(self._subject(run), run.model, run.codes, run.has_encoder)

    def _subject(self, run: Run) -> Subject:
        config = run.config
        nodes = config.training.grid_side if config.model.family == "em" else NODES
        return Subject(
            run.name,
            config.dataset,
            config.classes,
            config.image_shape,
            config.model,
            density=run.density,
            nodes=nodes,
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
        plural = "s" if left_out > 1 else ""
        note = f" ({left_out} run{plural} of other likelihoods or images not drawn)" if left_out else ""
        self.metrics.set_words(f"Nats per image: {self._words}{note}")

    def _show(self, subject: Subject, training: TrainConfig) -> None:
        if self.explorer.subject is None or subject.dataset != self.explorer.subject.dataset:
            self.walking.set_pins(())
            self.selecting.select(NOTHING)
            self.undo_stack.clear()  # it speaks of images that are gone
        self.explorer.set_subject(subject)
        self.metrics.begin(subject.config, training, subject.title)
        self.setWindowTitle(f"{subject.title} — vaegui")
        self._words = f"{family_in_words(subject.config, training)} · {subject.config.likelihood_in_words}"
        self._run_label.setText(f"{subject.title}: {self._words}")
        self._show_rival_curves()

    def _on_runs_shown(self, is_seen: bool) -> None:
        if is_seen:
            self.refresh_runs()  # others may have been trained on the command line

    def refresh_runs(self) -> None:
        """Read the lists of runs again."""
        own, problems = runs.scan(runs.own_folder())
        shipped, more = runs.scan(runs.shipped_folder())
        self.runs_panel.set_runs(own, shipped, problems + more)
        if self.runs_panel.ticked != list(self._rivals):  # one was renamed, or is gone
            self.compare(self.runs_panel.ticked)

    # Training

    def _on_dataset_loaded(self, name: str) -> None:
        if self._waiting_plan is not None and self._waiting_plan[0] == name:
            plan, self._waiting_plan = self._waiting_plan, None
            self.start_training(*plan)

    def _forget_waiting_plan(self) -> None:
        self._waiting_plan = None

    def start_training(self, name: str, model: ModelConfig, config: TrainConfig) -> None:
        """Train; a dataset that is not in memory yet is read or fetched first."""
        if self.training.is_running:
            return
        dataset = self.datasets.get(name)
        if dataset is None:
            self._waiting_plan = (name, model, config)
            problem = self.datasets.problem(name)
            if self.datasets.is_here(name) and not problem:
                self.statusBar().showMessage(f"Reading {SOURCES[name].title}…", 5000)
                self.datasets.load(name)
            else:
                size = SOURCES[name].download_bytes / 1e6
                ask(
                    self,
                    problem or f"No {SOURCES[name].title} on this machine yet.",
                    "Training starts as soon as it is here.",
                    {
                        f"Download {size:.0f} MB": lambda: self.datasets.download(name),
                        "Point to a folder…": lambda: self.datasets.point_to_folder(name),
                    },
                    go_back=self._forget_waiting_plan,
                )
            return
        try:
            choose_device(config.device)
        except UserError as error:
            show_error(self, str(error))
            return
        plan = self.training.start(dataset, model, config)
        shape = dataset.train.shape
        density = None if model.family == "autoencoder" else standard_normal(model.code_size)
        nodes = config.grid_side if model.family == "em" else NODES
        self._show(Subject(plan.folder.name, name, dataset.classes, shape, model, plan.rows, density, nodes), config)
        self.narrator.begin(model, config)
        self._grow(self.curves_dock, TOLD_DOCK)
        self.runs_panel.set_open(plan.folder)
        self.compare(self.runs_panel.ticked)
        self.map.set_message(self.map.message or "Starting: the first step prepares PyTorch…")
        self.map.reset_view()
        self.train_panel.set_busy("Starting…")
        self._set_running(True)

    def _on_stop_filled(self) -> None:
        self.train_dock.show()
        self.train_dock.raise_()

    def _on_samples_wanted(self) -> None:
        """The key works from anywhere: whoever presses it wants to see samples."""
        self.samples_dock.show()
        self.samples_dock.raise_()

    def _on_walk_began(self) -> None:
        self.path_dock.show()
        self.path_dock.raise_()
        self._grow(self.path_dock, self.path_panel.sizeHint().height() + 32)

    def _on_tall_dock_shown(self, is_seen: bool) -> None:
        dock = self.sender()
        if is_seen and isinstance(dock, QDockWidget):
            self._grow(dock, TALL_DOCK)

    def _grow(self, dock: QDockWidget, wanted: int) -> None:
        """Give a dock below the map the height it wants, unless that is more than a third of the window."""
        if dock.height() < wanted < self.height() // 3:
            self.resizeDocks([dock], [wanted], Qt.Orientation.Vertical)

    def _on_selected(self) -> None:
        self.selection_dock.show()
        self.selection_dock.raise_()

    def stop_training(self) -> None:
        """End training now and keep the run."""
        if self.training.is_running:
            self.train_panel.set_stopping()
            for action in self._running_actions:
                action.setEnabled(False)
            self.training.stop()

    def _on_cancel_wanted(self) -> None:
        if self.training.is_running:
            box = ask(
                self,
                "Discard this training?",
                "Cancel throws away what was learned so far. Stop keeps it as a run.",
                {"Stop and keep": self.stop_training, "Discard": self.training.cancel},
            )
            self.training.ended.connect(box.reject)  # nothing is left to discard

    def _set_running(self, running: bool) -> None:
        self.train_action.setEnabled(not running)
        for action in self._running_actions:
            action.setEnabled(running)
        if not running:
            self.train_panel.set_idle()
            self._speed_label.clear()
            self._device_label.clear()

    def _on_progressed(self, event: Began | Step | Measuring) -> None:
        self.train_panel.show_progress(event)
        if isinstance(event, Began):
            self._device_label.setText(event.device)
            self.metrics.set_baseline(event.baseline)
        elif isinstance(event, Step):
            self._speed_label.setText(f"{number(event.images_per_second, 0)} images/s")

    def _on_snapshot_taken(self, snapshot: Snapshot) -> None:
        assert self.training.plan is not None
        plan = self.training.plan
        labels = plan.dataset.test.labels[plan.rows].numpy()
        if plan.model.code_size == 2:
            self.map.set_message("")
        count = f"{number(len(labels), 0)} of {number(len(plan.dataset.test), 0)} test images"
        phase = f"{snapshot.phase} · " if snapshot.phase else ""
        caption = f"{phase}epoch {number(snapshot.epoch, 1)} · {count}"
        self.explorer.set_codes(snapshot.codes.numpy(), labels, caption, snapshot.std)
        model = with_weights(plan.model, plan.dataset.train.shape, snapshot.weights)
        self.explorer.set_model(model, live=True, has_encoder=not is_unfinished(snapshot.phase))

    def _on_run_saved(self, run: Run) -> None:
        self.run = run
        self.preferences.last_run = run.folder
        test = run.config.test
        name = next((name for name in runs.FIGURES_IN_WORDS if test and getattr(test, name)), None)
        found: Estimate | None = getattr(test, name) if name else None
        figure = (
            f", test {runs.FIGURES_IN_WORDS[name]} {number(found.mean)} ± {number(found.standard_error)} nats/image"
            if name and found
            else ""
        )
        words = f"Finished: best epoch {run.config.best_epoch:.4g}{figure}, kept as “{run.name}”."
        self.statusBar().showMessage(words, 20_000)

    def _on_training_failed(self, sentence: str, details: str) -> None:
        self._close_when_done = False
        show_error(self, sentence, details)

    def _on_training_ended(self) -> None:
        self._set_running(False)
        self.refresh_runs()
        if self._close_when_done:
            self.close()
            return
        assert self.training.plan is not None
        kept = self.training.plan.folder
        if (kept / runs.CONFIG).is_file():
            target, row = self.map.target, self.explorer.drivers[0].picked
            self.open_run(kept)
            self.map.set_target(*target)
            if row is not None:
                self.explorer.choose(row)  # what was watched while it was trained
        elif self.run is not None:
            self.open_run(self.run.folder)
        else:
            self.open_first_run()

    # Runs, theme, closing

    def _is_being_trained(self, folder: Path) -> bool:
        plan = self.training.plan if self.training.is_running else None
        if plan is None or plan.folder.resolve() != folder:
            return False
        show_error(self, "This run is being trained. Stop or cancel the training first.")
        return True

    def _on_rename_wanted(self, folder: Path, name: str) -> None:
        if not self._is_being_trained(folder):
            try:
                renamed = runs.rename(runs.load(folder), name)
            except UserError as error:
                show_error(self, str(error))
            else:
                ticked = [renamed.folder if other == folder else other for other in self.runs_panel.ticked]
                if self.run is not None and self.run.folder == folder:
                    self._on_shown_run_moved(renamed)
                self.runs_panel.set_ticked(ticked)
        self.refresh_runs()

    def _on_shown_run_moved(self, renamed: Run) -> None:
        if self.training.is_running:
            self.run = renamed  # it comes back when the training is discarded
        else:
            self.open_run(renamed.folder)

    def _on_delete_wanted(self, folder: Path) -> None:
        if self._is_being_trained(folder):
            return
        # Qt cannot make a trash where the folder that would hold it is missing, as on a fresh account.
        Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)).mkdir(
            parents=True, exist_ok=True
        )
        trash = QFile(str(folder))
        if not trash.moveToTrash():
            reason = trash.errorString()
            show_error(self, f"“{folder.name}” could not be moved to the trash ({reason}); it is still there.")
            return
        self.statusBar().showMessage(f"“{folder.name}” is in the trash now.", 8000)
        if self.run is not None and self.run.folder == folder:
            self.run = None
            if not self.training.is_running:
                self.open_first_run()
        self.refresh_runs()

    def _on_open_folder(self) -> None:
        dialog = QFileDialog(self, "Open a run", str(runs.own_folder()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.open_run(Path(folder)))
        dialog.open()

    def _on_stop_comparing(self) -> None:
        self.runs_panel.set_ticked([])
        self.compare([])

    def _on_show_folder(self) -> None:
        runs.own_folder().mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(runs.own_folder())))

    def _on_failed(self, sentence: str, details: str = "") -> None:
        self._waiting_plan = None
        show_error(self, sentence, details)

    def _on_paper_toggled(self, paper: bool) -> None:
        self.preferences.paper = paper
        self.explorer.set_paper(paper)

    def _on_theme_chosen(self) -> None:
        choice = self._theme_actions.checkedAction().data()
        self.preferences.theme = choice
        self.apply_theme(choice)

    def _on_system_theme_changed(self) -> None:
        if self.preferences.theme == "system":
            self.apply_theme("system")

    def apply_theme(self, choice: theme.ThemeChoice) -> None:
        """Draw everything in a theme."""
        chosen = theme.resolve(choice)
        theme.apply(_app(), chosen)
        studies = (self.studies.figures, self.studies.noise, self.studies.few_labels)
        inference = (self.bound_panel, self.gaps_panel, self.gradients_panel)
        for panel in (self.explorer.maps, self.metrics, self.runs_panel, self.path_panel, *inference, *studies):
            panel.set_theme(chosen)

    def _on_keys(self) -> None:
        rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;</td><td>{what}</td></tr>" for key, what in KEYS)
        self._tell("Keys and mouse", f"<table cellspacing=6>{rows}</table>")

    def _on_about(self) -> None:
        self._tell(
            "About vaegui",
            f"<b>vaegui {vaegui.__version__}</b><br>The desktop explorer of latent spaces.<br><br>"
            f"PyTorch {torch.__version__} on {choose_device('auto')}"
            f"<br>Your runs: {runs.own_folder()}<br>Datasets: {default_folder()}",
        )

    def _tell(self, title: str, text: str) -> None:
        box = QMessageBox(QMessageBox.Icon.NoIcon, title, text, QMessageBox.StandardButton.Close, self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the layout; while a training runs, ask, and leave once it is saved."""
        if self.training.is_running:
            event.ignore()
            if not self._close_when_done:
                ask(
                    self,
                    "A training is running.",
                    "Stop it and keep what was learned, then close?",
                    {"Stop, keep and close": self._stop_and_close},
                )
            return
        self.preferences.set_layout(self.saveGeometry(), self.saveState())
        self.hide()  # before waiting for the threads, which may take a moment
        self.datasets.close()
        self.walking.close()
        self.selecting.close()
        self.bounding.close()
        for study in self._inference:
            study.close()
        self.studies.close()
        self.explorer.close()
        event.accept()

    def _stop_and_close(self) -> None:
        self._close_when_done = True
        if self.training.is_running:
            self.stop_training()
        else:
            self.close()
