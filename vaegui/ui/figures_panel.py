"""Figures of several runs on the same test images, and which differences are larger than their errors."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QAction, QColor, QFont, QFontMetricsF, QKeySequence, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vaegui.comparison import Figure
from vaegui.runs import Estimate
from vaegui.ui.measure_row import MeasureRow
from vaegui.ui.theme import LETTERS, LIGHT, Theme, number, run_colour, tabular
from vaegui.ui.tips import tip
from vaegui.words import ENGLISH, language, tr

NOTHING_TICKED = tr("Tick runs in the list of runs (left) to compare them with the open one.")
NOT_MEASURED = tr("Measure compares the runs on the same test images, image by image.")
ROW_HEIGHT, WIDEST = 18, 190  # pixels
UNITS = {"nats/image": tr("nats/image"), "dB": "dB"}
UNITS_IN_WORDS = {"nats/image": tr("nats per image"), "dB": "dB"}
MEANINGS = {
    "log_p": tip("log p(x)", does=tr("The mean of the test images, in nats per image. Larger is better.")),
    "elbo": tip("ELBO", does=tr("The mean of the test images, in nats per image. Larger is better.")),
    "rate": tip("rate", does=tr("In nats per image. Neither more nor less is better by itself.")),
    "distortion": tip("distortion", does=tr("In nats per image. Smaller is better.")),
    "psnr": tip("PSNR", does=tr("Of the reconstruction against the grey image. Larger is better.")),
    "denoising": tip("PSNR", does=tr("Of what comes of the noisy image, against the clean one. Larger is better.")),
}


class FiguresPanel(QWidget):
    """A table with a row for each figure and a column for each run, then the differences to the first run.

    Signals:
        measure_wanted: the runs should be measured on so many `images`.
        cancel_wanted: measuring should end.
    """

    measure_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._names: tuple[str, ...] = ()
        self._figures: tuple[Figure, ...] = ()
        self._words, self._left_out = QLabel(), QLabel()
        for label in (self._words, self._left_out):
            label.setWordWrap(True)
            label.setProperty("muted", True)
        self._left_out.setTextFormat(Qt.TextFormat.PlainText)  # names of runs are anyone's
        self.images_box = QSpinBox()
        self.images_box.setRange(200, 10_000)
        self.images_box.setSingleStep(100)
        self.images_box.setGroupSeparatorShown(language() == ENGLISH)  # a comma is the decimal sign of others
        self.images_box.setCorrectionMode(QSpinBox.CorrectionMode.CorrectToNearestValue)
        self.images_box.setValue(1000)
        self.images_box.setSuffix(tr(" images"))
        self.images_box.setAccessibleName(tr("Number of test images"))
        self.images_box.setToolTip(
            tr("How many test images to measure on. Four times as many halve the errors and take four times as long.")
        )
        self.controls = MeasureRow(
            tr("Measure all runs on the same test images"),
            tr("Stop measuring; the table stays as it is"),
            self.images_box,
        )
        self.controls.measure_wanted.connect(self.measure_wanted)
        self.controls.cancel_wanted.connect(self.cancel_wanted)
        self.images_box.setMinimumHeight(self.controls.button.sizeHint().height())
        self.table = QTableWidget()
        self.table.setAccessibleName(tr("Figures of the runs that are compared"))
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        heads, sides = self.table.horizontalHeader(), self.table.verticalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        heads.setMaximumSectionSize(WIDEST)
        heads.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        heads.setHighlightSections(False)
        sides.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        sides.setMinimumSectionSize(ROW_HEIGHT)
        sides.setDefaultSectionSize(ROW_HEIGHT)
        sides.setHighlightSections(False)
        copy = QAction(tr("Copy the table"), self, shortcut=QKeySequence(QKeySequence.StandardKey.Copy))
        copy.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.triggered.connect(self._on_copy)
        self.addAction(copy)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        self.table.addAction(copy)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self.controls)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addLayout(top)
        layout.addWidget(self._left_out)
        layout.addWidget(self.table, 1)
        self._space = QWidget()  # holds the words up where there is no table
        layout.addWidget(self._space, 1)
        self.set_runs(())
        self.set_left_out("")

    @property
    def images(self) -> int:
        """How many test images to measure on."""
        return self.images_box.value()

    def set_runs(self, names: Sequence[str]) -> None:
        """Say which runs are compared, the open one first; what was measured of others is forgotten."""
        self._names = tuple(names)
        self.clear()

    def clear(self) -> None:
        """Forget the figures."""
        self._figures = ()
        self.controls.set_done(False)
        self.controls.set_enabled(self._is_comparison)
        self.set_message(NOT_MEASURED if self._is_comparison else NOTHING_TICKED)
        self._fill()

    def set_figures(self, figures: tuple[Figure, ...], words: str) -> None:
        """Show what was measured; the words name the images, such as “1,000 test images of MNIST”."""
        self._figures = figures
        self.controls.set_done(True)
        self.set_message(
            tr(
                "{images}; the same for all. ▲ better than all others by more than two standard errors of the paired "
                "difference. Nats are compared only between equal likelihoods.",
                images=words,
            )
        )
        self._fill()

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being measured and the share done, in [0, 1]."""
        self.controls.set_busy(words, share)

    def set_idle(self) -> None:
        """Nothing is being measured any more."""
        self.controls.set_idle()

    def set_message(self, text: str) -> None:
        """Say something above the table."""
        self._words.setText(text)

    def set_left_out(self, text: str) -> None:
        """Say which runs are not compared, and why; nothing where the text is empty."""
        self._left_out.setText(text)
        self._left_out.setVisible(bool(text))

    @property
    def figure_part(self) -> list[object]:
        """What makes its figure, once there are figures: the table as it is printed, all of it."""
        return [_PrintedTable(self.table), self._words] if self._figures else []

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._fill()

    @property
    def _is_comparison(self) -> bool:
        return len(self._names) > 1

    def _fill(self) -> None:
        self.table.setVisible(self._is_comparison)
        self._space.setVisible(not self._is_comparison)
        letters = [LETTERS[index % len(LETTERS)] for index in range(len(self._names))]
        self.table.setRowCount(len(self._figures))
        self.table.setColumnCount(2 * len(self._names) - 1 if self._figures else len(self._names))
        for index, (letter, name) in enumerate(zip(letters, self._names, strict=True)):
            colour = run_colour(self._theme, index)
            self.table.setHorizontalHeaderItem(index, _heading(f"{letter} {name}", colour, f"{letter}: {name}"))
            if index and self._figures:
                tip = tr("{run} minus {first}, image by image", run=name, first=self._names[0])
                column = len(self._names) + index - 1
                self.table.setHorizontalHeaderItem(column, _heading(f"{letter} − {letters[0]}", colour, tip))
        for row, figure in enumerate(self._figures):
            side = QTableWidgetItem(f"{figure.words}, {UNITS[figure.unit]}")
            side.setToolTip(MEANINGS[figure.name.split("-")[0]])
            self.table.setVerticalHeaderItem(row, side)
            for index, value in enumerate(figure.values):
                self.table.setItem(row, index, self._value_item(figure, index, value))
            for index, difference in enumerate(figure.differences[1:], start=len(self._names)):
                tip = tr("the mean difference of the same images ± its standard error") if difference else ""
                self.table.setItem(row, index, self._item(_in_words(difference), tip))

    def _value_item(self, figure: Figure, index: int, value: Estimate | None) -> QTableWidgetItem:
        text, unit = _in_words(value), UNITS_IN_WORDS[figure.unit]
        if value is None:
            return self._item(text, tr("This run does not have it."))
        if index == figure.best:
            tip = tr("better, more than two standard errors")
            if figure.margin is not None:
                margin = f"{_in_words(figure.margin)} {unit}"
                tip = tr("better by {margin}, more than two standard errors", margin=margin)
            item = self._item(f"▲ {text}", tip)
            font = item.font()
            font.setBold(True)
            item.setFont(font)
            return item
        if index and figure.differences[index] is None and figure.values[0] is not None:
            item = self._item(
                text, tr("Nats of another likelihood than {run}’s: they are not compared.", run=self._names[0])
            )
            item.setForeground(QColor(self._theme.muted))
            return item
        return self._item(text, tr("mean ± standard error, {unit}", unit=unit))

    def _item(self, text: str, tip: str) -> QTableWidgetItem:
        item = QTableWidgetItem(text)
        item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setFont(tabular(self.font()))
        item.setToolTip(tip)
        item.setData(Qt.ItemDataRole.AccessibleDescriptionRole, tip)
        return item

    def _on_copy(self) -> None:
        """Put the whole table on the clipboard, a line for each row, its cells separated by tabulators."""
        if self._figures:
            QApplication.clipboard().setText("\n".join("\t".join(line) for line in self._lines()) + "\n")

    def _lines(self) -> list[list[str]]:
        rows, columns = range(self.table.rowCount()), range(self.table.columnCount())
        heads = [_text(self.table.horizontalHeaderItem(column)) for column in columns]
        cells = [[_text(self.table.item(row, column)) for column in columns] for row in rows]
        sides = [_text(self.table.verticalHeaderItem(row)) for row in rows]
        return [[tr("figure"), *heads], *([side, *line] for side, line in zip(sides, cells, strict=True))]


class _PrintedTable:
    """A table in a figure: no cells, but rules above, below and under the headings."""

    GAP, RULES = 16, 8  # logical pixels between columns, and around rules

    def __init__(self, table: QTableWidget) -> None:
        self._font = table.font()
        rows, columns = range(table.rowCount()), range(table.columnCount())
        heads = [table.horizontalHeaderItem(column) for column in columns]
        self._lines = [[None, *heads]]
        self._lines += [[table.verticalHeaderItem(row), *(table.item(row, c) for c in columns)] for row in rows]
        metrics = QFontMetricsF(self._bold)
        by_column = zip(*self._lines, strict=True)
        self._widths = [max(metrics.horizontalAdvance(_text(item)) for item in column) + 1 for column in by_column]
        self._line = metrics.height() + 3
        self.figure_width = sum(self._widths) + self.GAP * (len(self._widths) - 1)

    @property
    def _bold(self) -> QFont:
        font = tabular(self._font)
        font.setBold(True)
        return font

    def figure_height(self, width: float) -> float:
        """Its height in logical pixels, whatever the width."""
        return len(self._lines) * self._line + 3 * self.RULES

    def draw_figure(self, painter: QPainter, size: QSizeF) -> None:
        """Draw it, as wide as the figure."""
        ink = QApplication.palette().text().color()
        spread = max(size.width() - self.figure_width, 0.0) / max(len(self._widths) - 1, 1)
        top = float(self.RULES)
        for number_of, line in enumerate(self._lines):
            left = 0.0
            for column, (item, width) in enumerate(zip(line, self._widths, strict=True)):
                painter.setPen(ink)
                if item is not None:
                    has_colour = item.foreground().style() != Qt.BrushStyle.NoBrush
                    painter.setPen(item.foreground().color() if has_colour else ink)
                    is_bold = number_of == 0 or item.font().bold()
                    painter.setFont(self._bold if is_bold else tabular(self._font))
                side = Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                box = QRectF(left, top, width, self._line)
                painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, _text(item))
                left += width + self.GAP + spread
            top += self._line
            if number_of == 0:
                self._rule(painter, top + self.RULES / 2, size.width(), ink, 1.0)
                top += self.RULES
        for height in (self.RULES / 2, top + self.RULES / 2):
            self._rule(painter, height, size.width(), ink, 1.6)

    def _rule(self, painter: QPainter, height: float, width: float, ink: QColor, thickness: float) -> None:
        painter.setPen(QPen(ink, thickness))
        painter.drawLine(QPointF(0, height), QPointF(width, height))


def _heading(text: str, colour: str, tip: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setForeground(QColor(colour))
    item.setToolTip(tip)
    return item


def _text(item: QTableWidgetItem | None) -> str:
    return item.text() if item else ""


def _in_words(value: Estimate | None) -> str:
    return "–" if value is None else f"{number(value.mean)} ± {number(value.standard_error)}"
