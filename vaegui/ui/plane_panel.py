"""Runs on the rate–distortion plane, and the trials of a study as a table."""

from __future__ import annotations

import heapq
import html
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QAction, QFont, QFontMetrics, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QStyle,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vaegui.ui.accessible import ElidingLabel
from vaegui.ui.plane_plot import PlanePlot, Point
from vaegui.ui.theme import LIGHT, Theme, fit, tabular
from vaegui.words import tr

Index = QModelIndex | QPersistentModelIndex
NOTHING = tr("No run is open: open one from the list of runs (left), or train one.")
HINT = tr("Many runs at once, from a file that says what varies: “vaegui sweep FILE” on the command line.")
LONGEST = 5  # cells of a column that are measured, by their letters: to measure hundreds would hold the window up
ROW_SPACE = 5  # pixels of a row above and below its words
COLOURINGS = {"latent_size": tr("latent size D"), "beta": "β", "study": tr("study")}
TITLES = {"latent_size": "D =", "beta": "β =", "study": ""}  # of the legend's entries
SORT = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Cell:
    """What stands in the table, what it is sorted by, and what more there is to say."""

    text: str
    key: float | str
    tip: str = ""


@dataclass(frozen=True)
class Entry:
    """A row of the table: a run, or a trial that has none yet."""

    cells: tuple[Cell, ...]
    folder: Path | None  # of its run, where that can be opened


class PlanePanel(QWidget):
    """Choose a study and what points are coloured by; open runs from the plane or from the table.

    Signals:
        open_wanted: the run's folder.
        compare_wanted: the run's folder; it should be ticked, or no longer be.
        study_chosen: the name of a study, or nothing for all runs.
        colouring_chosen: a key of `COLOURINGS`.
    """

    open_wanted = Signal(Path)
    compare_wanted = Signal(Path)
    study_chosen = Signal(str)
    colouring_chosen = Signal(str)

    figure_proportion = 0.6

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._has_points = False
        self._words, self._instead, self._hint = ElidingLabel(), QLabel(NOTHING), QLabel(HINT)
        for label in (self._words, self._instead, self._hint):
            label.setProperty("muted", True)
        self._instead.setWordWrap(True)
        self._hint.setWordWrap(True)
        self._hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.study_box, self.colour_box = QComboBox(), QComboBox()
        self.study_box.setAccessibleName(tr("Which runs"))
        which = tr("All runs that can be compared with the open one, or the trials of a study.")
        self.study_box.setToolTip(f"<qt>{html.escape(which)}<br>{html.escape(HINT)}</qt>")
        self.study_box.setAccessibleDescription(f"{which} {HINT}")
        self.study_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.colour_box.setAccessibleName(tr("Colour of the points"))
        self.colour_box.setToolTip(tr("What the points are coloured by; each colour has a shape of its own"))
        for key, words in COLOURINGS.items():
            self.colour_box.addItem(words, key)
        self.study_box.addItem(tr("All runs"), "")
        self.study_box.currentIndexChanged.connect(self._on_study_chosen)
        self.colour_box.currentIndexChanged.connect(self._on_colouring_chosen)
        self.plot = PlanePlot()
        self.plot.chosen.connect(self._on_point_chosen)
        self.plot.compare_wanted.connect(self.compare_wanted)
        fit(self.plot, minimum_width=240)
        self._model = _Model()
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self._model)
        self._sorted.setSortRole(SORT)
        self.table = self._make_table()
        self._widths = QTimer(self, singleShot=True, interval=0)  # once the table has its font
        self._widths.timeout.connect(self._fit_columns)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._left_out = ElidingLabel()  # in a low panel a second line would be the plot's
        self._left_out.setProperty("muted", True)
        self._right = QWidget()
        right = QVBoxLayout(self._right)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.table, 1)
        right.addWidget(self._left_out)
        self._splitter.addWidget(self.plot)
        self._splitter.addWidget(self._right)
        self._splitter.setSizes([470, 530])
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.study_box)
        top.addWidget(self.colour_box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self._instead)
        layout.addWidget(self.plot.legend)  # over the table, too: the plot may be narrow and low
        layout.addWidget(self._splitter, 1)
        layout.addWidget(self._hint)
        self._space = QWidget()  # holds the words up where there is nothing else
        layout.addWidget(self._space, 1)
        self.set_message(NOTHING)

    def _make_table(self) -> QTableView:
        table = QTableView()
        table.setModel(self._sorted)
        table.setAccessibleName(tr("Runs on the plane"))
        table.setSortingEnabled(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setToolTip(tr("Double-click or press Enter to open a run; a click on a heading sorts."))
        heads, sides = table.horizontalHeader(), table.verticalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)  # `_fit_columns` sets the widths
        heads.setHighlightSections(False)
        heads.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        sides.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sides.setDefaultSectionSize(_row_height(self))
        sides.hide()
        table.activated.connect(self._on_activated)
        table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        copy = QAction(tr("Copy the table"), table, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        copy.triggered.connect(self._on_copy)
        table.addAction(copy)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        return table

    def changeEvent(self, event: QEvent) -> None:
        """Have the rows follow the size of text."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "table"):
            self.table.verticalHeader().setDefaultSectionSize(_row_height(self))
            self._model.set_font(self.font())
            self._widths.start()

    def _fit_columns(self) -> None:
        """Make columns as wide as their longest words, those of rows that are not seen yet, too."""
        metrics, heads = QFontMetrics(tabular(self.font())), self.table.horizontalHeader()
        margin = 2 * (self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, self.table) + 1)
        for column in range(self._model.columnCount()):
            texts = {entry.cells[column].text for entry in self._model.entries}
            longest = heapq.nlargest(LONGEST, texts, key=len)
            words = max((metrics.horizontalAdvance(text) for text in longest), default=0)
            # One pixel for the line between columns, one for the rounding of what letters take.
            self.table.setColumnWidth(column, max(heads.sectionSizeHint(column), words + margin + 2))

    @property
    def figure_part(self) -> list[QWidget]:
        """What makes its figure, once there are points."""
        return [self._words, self.plot.legend, self.plot] if self._has_points else []

    @property
    def words(self) -> str:
        """What is said above the plane, or in place of it."""
        return self._words.text() if self._has_points else self._instead.text()

    @property
    def left_out(self) -> str:
        """What is said of runs that are not shown."""
        return self._left_out.text()

    @property
    def study(self) -> str:
        """The name of the study that is shown; nothing for all runs."""
        return str(self.study_box.currentData() or "")

    @property
    def colouring(self) -> str:
        """What points are coloured by."""
        return str(self.colour_box.currentData())

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.plot.set_theme(theme)

    def set_studies(self, names: Sequence[str]) -> None:
        """Offer studies; the one that is shown stays, as long as it is there."""
        if names == [self.study_box.itemData(i) for i in range(1, self.study_box.count())]:
            return
        shown = self.study
        with QSignalBlocker(self.study_box):
            while self.study_box.count() > 1:
                self.study_box.removeItem(1)
            for name in names:
                self.study_box.addItem(name, name)
            self.study_box.setCurrentIndex(max(self.study_box.findData(shown), 0))
        if self.study != shown:
            self.study_chosen.emit(self.study)

    def show_study(self, name: str) -> None:
        """Show a study that is offered."""
        self.study_box.setCurrentIndex(max(self.study_box.findData(name), 0))

    def set_message(self, text: str) -> None:
        """Say why there is nothing to be seen."""
        self._words.setText("")
        self._instead.setText(text)
        self._show(has_points=False, has_table=False)

    def set_runs(
        self, words: str, left_out: str, points: Sequence[Point], headings: Sequence[str], entries: Sequence[Entry]
    ) -> None:
        """Show runs: those that are points, and all as rows; `left_out` says which are neither."""
        self._words.setText(words)
        self._left_out.setText(left_out)
        self._left_out.setVisible(bool(left_out))
        self._instead.setText("" if points else ". ".join(part for part in (words, left_out) if part))
        self.plot.set_points(points, TITLES[self.colouring], joins=bool(self.study))
        self._show(bool(points), bool(entries))  # before: of a table that is not seen Qt measures every cell
        selected = self.selected
        with QSignalBlocker(self.table.selectionModel()):
            if self._model.set_entries(headings, entries, self.font()):
                self.table.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
                self._sorted.sort(-1)
        self._widths.start()
        self.select(selected)

    def set_lineup(self, folders: Sequence[Path]) -> None:
        """Say which run is open (A), and which are compared with it (B, C, …)."""
        self.plot.set_lineup(folders)

    @property
    def selected(self) -> Path | None:
        """The folder of the run whose row is selected."""
        return self._folder_at(self.table.currentIndex())

    def select(self, folder: Path | None) -> None:
        """Select a run in the table and on the plane."""
        for row in range(self._sorted.rowCount()):
            index = self._sorted.index(row, 0)
            if folder is not None and self._folder_at(index) == folder:
                if self.table.currentIndex().row() != row:
                    self.table.setCurrentIndex(index)
                break
        self.plot.select(folder)

    def _folder_at(self, index: Index) -> Path | None:
        if not index.isValid():
            return None
        return self._model.entries[self._sorted.mapToSource(index).row()].folder

    def _show(self, has_points: bool, has_table: bool) -> None:
        self._has_points = has_points
        self.plot.setVisible(has_points)
        self.plot.legend.setVisible(has_points)
        self._right.setVisible(has_table)
        self._splitter.setVisible(has_points or has_table)
        self._words.setVisible(has_points)
        self._instead.setVisible(not has_points)
        self._hint.setVisible(not has_points)
        self._space.setVisible(not (has_points or has_table))

    def _on_study_chosen(self) -> None:
        self.study_chosen.emit(self.study)
        self.plot.show_all()

    def _on_colouring_chosen(self) -> None:
        self.colouring_chosen.emit(self.colouring)

    def _on_point_chosen(self, folder: Path) -> None:
        self.select(folder)
        self.open_wanted.emit(folder)

    def _on_activated(self, index: QModelIndex) -> None:
        if (folder := self._folder_at(index)) is not None:
            self.open_wanted.emit(folder)

    def _on_row_changed(self, current: QModelIndex) -> None:
        self.plot.select(self._folder_at(current))

    def _on_copy(self) -> None:
        """Put the whole table on the clipboard, as it is sorted, its cells separated by tabulators."""
        columns = range(self._sorted.columnCount())
        display = Qt.ItemDataRole.DisplayRole
        lines = [[self._sorted.headerData(c, Qt.Orientation.Horizontal, display) for c in columns]]
        lines += [[self._sorted.index(row, c).data(display) for c in columns] for row in range(self._sorted.rowCount())]
        QGuiApplication.clipboard().setText("\n".join("\t".join(map(str, line)) for line in lines) + "\n")


def _row_height(panel: QWidget) -> int:
    return QFontMetrics(panel.font()).height() + ROW_SPACE


class _Model(QAbstractTableModel):
    """The rows as they were given."""

    def __init__(self) -> None:
        super().__init__()
        self._headings: tuple[str, ...] = ()
        self.entries: tuple[Entry, ...] = ()
        self._font: QFont | None = None

    def set_entries(self, headings: Sequence[str], entries: Sequence[Entry], font: QFont) -> bool:
        """Take other rows; returns whether there are other columns."""
        has_other_columns = tuple(headings) != self._headings
        if not has_other_columns and tuple(entries) == self.entries:
            return False
        self._font = tabular(font)
        self.beginResetModel()
        self._headings, self.entries = tuple(headings), tuple(entries)
        self.endResetModel()
        return has_other_columns

    def set_font(self, font: QFont) -> None:
        """Write in another size."""
        self._font = tabular(font)
        self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index | None = None) -> int:
        """How many columns."""
        return 0 if parent is not None and parent.isValid() else len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The headings."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._headings[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is in a cell."""
        cell = self.entries[index.row()].cells[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cell.text
        if role == SORT:
            return cell.key
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return cell.tip or None
        if role == Qt.ItemDataRole.FontRole:
            return self._font
        if role == Qt.ItemDataRole.TextAlignmentRole and isinstance(cell.key, float):
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None


LAST = math.inf  # what a cell without a figure is sorted by
