"""The list of runs: the user's own and those that ship with the program."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QDateTime, QEvent, QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFont, QGuiApplication, QIcon, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QGridLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vaegui.runs import FIGURES_IN_WORDS, Run
from vaegui.ui.theme import LIGHT, Theme, letter_icon, number, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import plural, tr

FOLDER = Qt.ItemDataRole.UserRole
MAY_CONTINUE = Qt.ItemDataRole.UserRole + 1
COMMAND = Qt.ItemDataRole.UserRole + 2
EXPORTS = {"page": tr("&Web page…"), "models": tr("&ONNX models…"), "logs": tr("&TensorBoard logs…")}
NAME_WIDTH = 138  # pixels
COLUMNS = (
    tr("Run"),
    "log p(x)",
    "ELBO",
    tr("Epochs"),
    tr("Family"),
    tr("Likelihood"),
    tr("Network"),
    tr("Dataset"),
    tr("When"),
)
MEAN = tr("The mean of the test images, in nats per image. Compare only runs with the same likelihood.")
COLUMN_TIPS = (
    tr("Tick a run to compare it with the open one."),
    tip("log p(x)", does=MEAN),
    tip("ELBO", does=MEAN),
    tr("How many times training went through all training images; “of” says that it was stopped before the end."),
    tr("What kind of model it is, and how it was fitted."),
    tip("likelihood", "binarisation"),
    tr("The network between image and code, and the number of latent dimensions."),
    tr("The images it was trained on; figures are of their test images."),
    tr("When its training began."),
)
FIGURES = (1, 2)


class RunsPanel(QWidget):
    """Open, continue, rename a run, or move it to the trash.

    Signals:
        open_wanted: the run's folder.
        continue_wanted: the run's folder.
        rename_wanted: the run's folder and its new name.
        delete_wanted: the run's folder.
        compare_wanted: the folders of the runs that are ticked, in the order in which they were.
        reveal_wanted: the run's folder, to be shown in the desktop's file manager.
        export_wanted: the run's folder, and "page", "models" or "logs".
        told: words for the status bar.
    """

    open_wanted = Signal(Path)
    continue_wanted = Signal(Path)
    rename_wanted = Signal(Path, str)
    delete_wanted = Signal(Path)
    compare_wanted = Signal(list)
    reveal_wanted = Signal(Path)
    export_wanted = Signal(Path, str)
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.list = QTreeWidget()
        self.list.setAccessibleName(tr("Runs"))
        self.list.setColumnCount(len(COLUMNS))
        self.list.setHeaderLabels(COLUMNS)
        for column, words in enumerate(COLUMN_TIPS):
            self.list.headerItem().setToolTip(column, words)
        self.list.setRootIsDecorated(False)
        self.list.setSortingEnabled(False)
        self.list.setUniformRowHeights(True)
        self.list.setIconSize(QSize(14, 14))
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.list.header().resizeSection(0, scaled(NAME_WIDTH))  # a long name must not push the figures out of sight
        self.list.itemActivated.connect(self._on_activated)
        self.list.currentItemChanged.connect(self._on_current_changed)
        self.list.itemChanged.connect(self._on_item_changed)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self._ticked: list[Path] = []
        self._open: Path | None = None
        self._theme = LIGHT
        self._problems = QLabel()
        self._hint = QLabel(tr("Tick runs to compare them with the open one."))
        self._hint.setProperty("muted", True)
        self._hint.setWordWrap(True)
        self._problems.setWordWrap(True)
        self._problems.setProperty("muted", True)
        self.open_button, self.continue_button, self.rename_button, self.delete_button = (
            QPushButton(tr("&Open")),
            QPushButton(tr("Contin&ue")),
            QPushButton(tr("Rename")),
            QPushButton(tr("Move to trash")),
        )
        self.delete_button.setToolTip(tr("Move the run to the trash (Del)"))
        self.rename_button.setToolTip(tr("Give the run another name (F2)"))
        self.continue_button.setToolTip(
            tr(
                "Go on with its training: to the end, exactly as if it had never stopped; or, where it is finished, "
                "for more epochs, as a new run"
            )
        )
        self.open_button.clicked.connect(self._on_activated)
        self.continue_button.clicked.connect(self._on_continue)
        self.rename_button.clicked.connect(self._on_rename)
        self.delete_button.clicked.connect(self._on_delete)
        here = Qt.ShortcutContext.WidgetShortcut
        rename = QAction(tr("Rename"), self.list, shortcut=QKeySequence("F2"), shortcutContext=here)
        rename.triggered.connect(self._on_rename)
        delete = QAction(tr("Move to trash"), self.list, shortcut=QKeySequence("Del"), shortcutContext=here)
        delete.triggered.connect(self._on_delete)
        self._own_actions = (rename, delete)
        self._make_menu(rename, delete)
        buttons = QGridLayout()
        for place, button in enumerate(
            (self.open_button, self.continue_button, self.rename_button, self.delete_button)
        ):
            buttons.addWidget(button, place // 2, place % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self._problems)
        layout.addLayout(buttons)
        self._on_current_changed()

    def _make_menu(self, rename: QAction, delete: QAction) -> None:
        """The context menu of the list: whatever can be done with the selected run."""

        def action(text: str, slot: Callable[[], object], tip: str = "") -> QAction:
            made = QAction(text, self.list, toolTip=tip)
            made.triggered.connect(lambda: slot())
            return made

        def separator() -> QAction:
            made = QAction(self.list)
            made.setSeparator(True)
            return made

        self.open_action = action(tr("&Open"), self._on_activated)
        self.compare_action = action(
            tr("Co&mpare with the open run"), self._on_compare, tr("The same as the tick (Space)")
        )
        self.compare_action.setCheckable(True)
        self.continue_action = action(tr("&Continue its training"), self._on_continue)
        self.reveal_action = action(
            tr("&Show in the file manager"), lambda: self._with_current(self.reveal_wanted.emit), tr("Its folder")
        )
        self.command_action = action(
            tr("Copy comman&d"), self._on_copy_command, tr("The line that trains the same run from a terminal")
        )
        copy = action(tr("Co&py this row"), self._on_copy_row, tr("Name, figures and settings, with tabs between them"))
        copy.setShortcut(QKeySequence.StandardKey.Copy)
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        export_menu = QMenu(tr("&Export"), self.list)
        for kind, text in EXPORTS.items():
            entry = export_menu.addAction(text)
            entry.triggered.connect(partial(self._on_export, kind))
        self.list.addActions([self.open_action, self.compare_action, self.continue_action, separator()])
        self.list.addActions([rename, self.reveal_action, self.command_action, copy, export_menu.menuAction()])
        self.list.addActions([separator(), delete])
        self._run_actions = (self.open_action, self.reveal_action, self.command_action, copy, export_menu)

    def changeEvent(self, event: QEvent) -> None:
        """Have the figures follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_problems"):
            self.list.header().resizeSection(0, scaled(NAME_WIDTH))
            with QSignalBlocker(self.list):
                for item in self._items():
                    _set_figures_font(item, self.font())

    def set_runs(
        self,
        own: Sequence[Run],
        shipped: Sequence[Run],
        problems: Sequence[str],
        live: Collection[Path] = (),
    ) -> None:
        """List the user's runs, then the shipped ones, and what could not be opened; say which folders are `live`."""
        selected = self.current_folder()
        self.list.blockSignals(True)
        self.list.clear()
        for run in (*own, *shipped):
            item = QTreeWidgetItem(self.list, _columns(run))
            item.setData(0, FOLDER, run.folder)
            for column in range(4, len(COLUMNS)):
                item.setToolTip(column, item.text(column))  # which the panel is often too narrow for
            for column in FIGURES:
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                item.setToolTip(column, _figures_in_words(run))
            _set_figures_font(item, self.font())
            item.setToolTip(3, _epochs_in_words(run))
            if run.folder in live:
                item.setText(FIGURES[0], tr("live"))  # in place of a figure that there is none of yet
                for column in (*FIGURES, 3):
                    item.setToolTip(column, tr("Something is training it: whoever opens it sees it learn."))
            item.setData(0, MAY_CONTINUE, run.config.model.family != "pixels")
            item.setData(0, COMMAND, run.config.command)
            is_own = run in own
            if is_own:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            origin = (
                tr("yours")
                if is_own
                else tr("comes with the program or the lesson: it cannot be renamed or moved to the trash")
            )
            item.setToolTip(0, f"{run.folder}\n{origin}\n{run.config.command}")
            if run.folder == selected:
                self.list.setCurrentItem(item)
        self._ticked = [folder for folder in self._ticked if any(run.folder == folder for run in (*own, *shipped))]
        self._mark_items()
        self.list.blockSignals(False)
        self._problems.setText("\n".join(problems))
        self._problems.setVisible(bool(problems))
        self._on_current_changed()

    def current_folder(self) -> Path | None:
        """The folder of the selected run."""
        item = self.list.currentItem()
        return item.data(0, FOLDER) if item else None

    @property
    def folders(self) -> list[Path]:
        """The folders of all runs that are listed, from the top."""
        return [item.data(0, FOLDER) for item in self._items()]

    def select(self, folder: Path) -> None:
        """Select a run; nothing, where it is not listed."""
        found = (item for item in self._items() if item.data(0, FOLDER) == folder)
        self.list.setCurrentItem(next(found, None))  # type: ignore[arg-type]

    def set_open(self, folder: Path | None) -> None:
        """Say which run is open: it has nothing to be compared with in itself."""
        self._open = folder
        self._ticked = [other for other in self._ticked if other != folder]
        self._mark_items()

    def set_ticked(self, folders: Sequence[Path]) -> None:
        """Tick these runs and no others, without telling anybody."""
        self._ticked = [folder for folder in folders if folder != self._open]
        self._mark_items()

    @property
    def ticked(self) -> list[Path]:
        """The folders of the runs to compare, in the order in which they were ticked."""
        return list(self._ticked)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._mark_items()

    def _mark_items(self) -> None:
        """Show a box to tick before each run but the open one, and the letters of those that are compared."""
        lineup = [self._open, *self._ticked] if self._ticked else []
        with QSignalBlocker(self.list):
            for item in self._items():
                folder = item.data(0, FOLDER)
                state = Qt.CheckState.Checked if folder in self._ticked else Qt.CheckState.Unchecked
                item.setData(0, Qt.ItemDataRole.CheckStateRole, None if folder == self._open else state)
                place = lineup.index(folder) if folder in lineup else -1
                if place >= 0 or not item.icon(0).isNull():
                    item.setIcon(0, letter_icon(self._theme, place) if place >= 0 else QIcon())
        self._on_current_changed()

    def _items(self) -> Iterator[QTreeWidgetItem]:
        for index in range(self.list.topLevelItemCount()):
            item = self.list.topLevelItem(index)
            assert item is not None
            yield item

    def _on_activated(self) -> None:
        if (folder := self.current_folder()) is not None:
            self.open_wanted.emit(folder)

    def _on_continue(self) -> None:
        if (folder := self.current_folder()) is not None:
            self.continue_wanted.emit(folder)

    def _with_current(self, act: Callable[[Path], object]) -> None:
        if (folder := self.current_folder()) is not None:
            act(folder)

    def _on_export(self, kind: str, *_: object) -> None:
        self._with_current(lambda folder: self.export_wanted.emit(folder, kind))

    def _on_compare(self) -> None:
        item, folder = self.list.currentItem(), self.current_folder()
        if item is not None and folder != self._open:
            is_ticked = folder in self._ticked
            item.setCheckState(0, Qt.CheckState.Unchecked if is_ticked else Qt.CheckState.Checked)
        self._on_current_changed()

    def _on_copy_command(self) -> None:
        if (item := self.list.currentItem()) is not None:
            QGuiApplication.clipboard().setText(item.data(0, COMMAND))
            self.told.emit(tr("Copied: the command that trains this run."))

    def _on_copy_row(self) -> None:
        if (item := self.list.currentItem()) is not None:
            QGuiApplication.clipboard().setText("\t".join(item.text(column) for column in range(len(COLUMNS))))
            self.told.emit(tr("Copied: the row of “{run}”.", run=item.text(0)))

    def _on_rename(self) -> None:
        if (item := self.list.currentItem()) is not None:
            self.list.editItem(item, 0)

    def _on_delete(self) -> None:
        if (folder := self.current_folder()) is not None and self.delete_button.isEnabled():
            self.delete_wanted.emit(folder)

    def _on_item_changed(self, item: QTreeWidgetItem, column: int) -> None:
        folder = item.data(0, FOLDER)
        if column != 0 or folder is None:
            return
        if item.text(0) != folder.name:
            self.rename_wanted.emit(folder, item.text(0))
            return
        ticked = item.checkState(0) == Qt.CheckState.Checked
        if ticked != (folder in self._ticked) and folder != self._open:
            self._ticked = [*self._ticked, folder] if ticked else [f for f in self._ticked if f != folder]
            self._mark_items()
            self.list.setCurrentItem(item)
            self.compare_wanted.emit(self.ticked)

    def _on_current_changed(self) -> None:
        item = self.list.currentItem()
        own = item is not None and bool(item.flags() & Qt.ItemFlag.ItemIsEditable)
        self.open_button.setEnabled(item is not None)
        may_continue = item is not None and bool(item.data(0, MAY_CONTINUE))
        for control in (self.continue_button, self.continue_action):
            control.setEnabled(may_continue)
        for action in self._run_actions:
            action.setEnabled(item is not None)
        folder = self.current_folder()
        self.compare_action.setEnabled(folder is not None and folder != self._open)
        self.compare_action.setChecked(folder in self._ticked)
        for control in (self.rename_button, self.delete_button, *self._own_actions):
            control.setEnabled(own)


def _set_figures_font(item: QTreeWidgetItem, font: QFont) -> None:
    for column in FIGURES:
        item.setFont(column, tabular(font))


def _columns(run: Run) -> list[str]:
    config, test = run.config, run.config.test
    created = QDateTime.fromSecsSinceEpoch(int(config.created.timestamp()))
    layers = tr("linear") if config.model.family != "pixels" and not config.model.hidden else config.model.architecture
    return [
        run.name,
        number(test.log_p.mean, 1) if test and test.log_p else "–",
        number(test.elbo.mean, 1) if test and test.elbo else "–",
        _epochs(run),
        run.family,
        config.model.likelihood_in_words,
        f"{layers}, {config.model.code_size}-D" if config.model.code_size else tr("no latent variables"),
        config.dataset,
        QLocale.system().toString(created, QLocale.FormatType.ShortFormat),
    ]


def _epochs(run: Run) -> str:
    done = number(run.config.epochs_done, 0 if run.config.epochs_done.is_integer() else 1)
    return done if run.is_whole else tr("{done} of {all}", done=done, all=number(run.total_epochs, 0))


def _epochs_in_words(run: Run) -> str:
    if run.config.in_training:
        return tr("It is being trained, or the program ended while it was: Continue goes on from here.")
    return tr("It was trained to its end.") if run.is_whole else tr("It was stopped: Continue goes on from here.")


def _figures_in_words(run: Run) -> str:
    """Every figure on the test images, with its standard error and the likelihood it belongs to."""
    test = run.config.test
    if test is None:
        return tr("Not measured: training was cut off.")
    lines = [
        f"{words}: {number(figure.mean)} ± {number(figure.standard_error)}"
        for name, words in FIGURES_IN_WORDS.items()
        if (figure := getattr(test, name)) is not None
    ]
    return "\n".join(
        (
            plural(test.images, "{count:,} test image, nats per image", "{count:,} test images, nats per image"),
            run.config.model.likelihood_in_words,
            *lines,
        )
    )
