"""What codes tell of the factors that images were drawn from: three scores, and two tables of factors × dimensions."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from vaegui import shapes
from vaegui.factors import CHOICES, FactorScores
from vaegui.projections import name_of
from vaegui.ui.accessible import set_role
from vaegui.ui.theme import LIGHT, Theme, fit, number, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import plural, tr

SCORE, CANCEL = tr("Score the factors"), tr("Cancel")
SIDE_WIDTH = 204
CELL, SMALLEST_CELL, APART = (52, 24), (34, 15), 10  # pixels
MOST_DIMENSIONS = 6  # that tables show
MAPS = {
    "light": "CET-L12",
    "print": "CET-L12",
    "projector": "CET-L12",
    "dark": "CET-L15",
}  # perceptually uniform, from the theme's background to a full blue
NO_VALUE = "–"
CENTRE = Qt.AlignmentFlag.AlignCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
BLACK, WHITE = "#000000", "#ffffff"
CITED = "(Eastwood & Williams, ICLR 2018)"
INSTEAD = tr(
    "<b>Score the factors</b> asks what the codes of test images tell of the factors that the images were drawn "
    "from: which latent dimension goes with which factor, and whether each dimension tells of one factor only."
)
TITLES = {
    "disentanglement": tr("Disentanglement"),
    "completeness": tr("Completeness"),
    "informativeness": tr("Informativeness"),
}
MEANINGS = {
    "disentanglement": tr(
        "1 − the entropy of how a dimension’s importance is shared out among the factors, in units of "
        "its maximum, averaged over dimensions by their importance: 1 where each dimension tells of one factor"
    ),
    "completeness": tr(
        "1 − the entropy of how a factor’s importance is shared out among the dimensions, in units of its "
        "maximum, averaged over factors by their importance: 1 where each factor is told by one dimension"
    ),
    "informativeness": tr(
        "how well random forests predict the factors from all dimensions together, on images they have "
        "not seen: R², for the form (accuracy − chance) / (1 − chance), averaged over factors: 1 where codes tell all"
    ),
}
CORRELATION = tr(
    "<b>|ρ|</b>: Spearman’s rank correlation of a latent dimension with a factor, without its sign; for the form, "
    "whose numbers have no order, the correlation ratio η of the ranks. 1 where it always grows or falls with it."
)
IMPORTANCE = tr(
    "<b>R</b>: how much a latent dimension contributes to predicting a factor: its share of the decrease in variance "
    "in a random forest {cited}, times how well that predicts. So the dimensions of a factor add up to its "
    "informativeness.",
    cited=CITED,
)


@dataclass(frozen=True)
class Cell:
    """What stands in a cell; a value in [0, 1] is coloured."""

    text: str
    tip: str
    value: float | None = None


class HeatTable(QWidget):
    """Numbers on the colours of their values, under headings; what has no colour is set a little apart."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._theme = LIGHT
        self._headings: tuple[str, ...] = ()
        self._sides: tuple[str, ...] = ()
        self._cells: dict[tuple[int, int], Cell] = {}
        self.setFont(tabular(self.font()))
        self.setAccessibleName(name)
        set_role(self, QAccessible.Role.Chart)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def set_cells(self, headings: Sequence[str], sides: Sequence[str], cells: Mapping[tuple[int, int], Cell]) -> None:
        """Show cells by (row, column), with a heading above each column and a word beside each row."""
        self._headings, self._sides, self._cells = tuple(headings), tuple(sides), dict(cells)
        lines = [", ".join(cells[place].tip for place in sorted(cells) if place[0] == row) for row in range(len(sides))]
        self.setAccessibleDescription("; ".join(lines))
        self.updateGeometry()
        self.update()

    @property
    def cells(self) -> Mapping[tuple[int, int], Cell]:
        """What is shown."""
        return self._cells

    def sizeHint(self) -> QSize:
        """As large as cells are comfortable to read."""
        return self._size(CELL)

    def minimumSizeHint(self) -> QSize:
        """As small as numbers fit."""
        return self._size(SMALLEST_CELL)

    def cell_rect(self, row: int, column: int) -> QRectF:
        """Where a cell lies in the widget."""
        left, wide = self._columns(self._cell_width())[column]
        top, height = self._rows(self._cell_height())[row]
        return QRectF(left, top, wide, height)

    def _size(self, cell: tuple[int, int]) -> QSize:
        columns, rows = self._columns(scaled(cell[0])), self._rows(scaled(cell[1]))
        return QSize(round(sum(columns[-1])) + 1 if columns else 0, round(sum(rows[-1])) + 1 if rows else 0)

    def _cell_width(self) -> float:
        """As wide as there is room for: what there is more than the smallest take, shared out among the coloured."""
        coloured = sum(self._is_coloured(0, column) for column in range(len(self._headings)))
        spare = (self.width() - self.minimumSizeHint().width()) / max(coloured, 1)
        least, most = scaled(SMALLEST_CELL[0]), scaled(CELL[0])
        return float(np.clip(least + spare, least, most))

    def _cell_height(self) -> float:
        spare = (self.height() - self.minimumSizeHint().height()) / max(len(self._sides), 1)
        least, most = scaled(SMALLEST_CELL[1]), scaled(CELL[1])
        return float(np.clip(least + spare, least, most))

    def _columns(self, cell: float) -> list[tuple[float, float]]:
        """Left edge and width of each column."""
        widths = [max(cell, self._width_of(heading) + 10) for heading in self._headings]
        start = max(map(self._width_of, self._sides), default=0) + 8
        return _placed(start, widths, [self._is_coloured(0, column) for column in range(len(widths))])

    def _rows(self, cell: float) -> list[tuple[float, float]]:
        """Upper edge and height of each row."""
        heights = [cell] * len(self._sides)
        start = self.fontMetrics().height() + 2
        return _placed(start, heights, [self._is_coloured(row, 0) for row in range(len(heights))])

    def _width_of(self, text: str) -> int:
        return self.fontMetrics().horizontalAdvance(text)

    def _is_coloured(self, row: int, column: int) -> bool:
        return (row, column) in self._cells and self._cells[row, column].value is not None

    def event(self, event: QEvent) -> bool:
        """Say what the cell under the pointer is."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            tips = [cell.tip for place, cell in self._cells.items() if self.cell_rect(*place).contains(event.pos())]
            QToolTip.showText(event.globalPos(), tips[0] if tips else self.toolTip(), self)
            return True
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw headings and cells."""
        painter = QPainter(self)
        colours = pg.colormap.get(MAPS[self._theme.name])
        columns, rows = self._columns(self._cell_width()), self._rows(self._cell_height())
        painter.setPen(QColor(self._theme.muted))
        for heading, (left, wide) in zip(self._headings, columns, strict=True):
            painter.drawText(QRectF(left, 0, wide, self.fontMetrics().height()), CENTRE, heading)
        for side, (top, height) in zip(self._sides, rows, strict=True):
            painter.drawText(QRectF(0, top, columns[0][0] - 8, height), RIGHT, side)
        for (row, column), cell in self._cells.items():
            area = QRectF(columns[column][0], rows[row][0], columns[column][1], rows[row][1])
            painter.setPen(QColor(self._theme.text))
            if cell.value is not None:
                background = colours.map(cell.value, mode="qcolor")
                painter.fillRect(area.adjusted(0, 0, -1, -1), background)
                painter.setPen(QColor(readable(background)))
            painter.drawText(area, CENTRE, cell.text)


def _placed(start: float, sizes: list[float], coloured: list[bool]) -> list[tuple[float, float]]:
    """Beginnings and sizes of what stands in a line, with a gap before what comes after the coloured ones."""
    places = []
    for index, size in enumerate(sizes):
        if index and coloured[index - 1] and not coloured[index]:
            start += APART
        places.append((start, size))
        start += size
    return places


class FactorsPanel(QWidget):
    """Start scoring, and see what was found.

    Signals:
        start_wanted: the factors should be scored.
        cancel_wanted: scoring should end.
    """

    start_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._scores: FactorScores | None = None
        self._is_busy = False
        self.button = QPushButton(SCORE)
        self.button.clicked.connect(self._on_clicked)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(tr("Progress of scoring"))
        self._status = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._instead = QLabel()
        self._instead.setWordWrap(True)
        self._instead.setAlignment(CENTRE)
        self._instead.setContentsMargins(24, 0, 24, 0)
        for label in (self._status, self._words, self._instead):
            label.setProperty("muted", True)
        self.correlation = HeatTable(tr("Rank correlation of latent dimensions and factors"))
        self.importance = HeatTable(tr("Importance of latent dimensions for factors"))
        self._values = {name: QLabel() for name in MEANINGS}
        self._lay_out()
        self.set_idle()
        self.clear()

    def _lay_out(self) -> None:
        figures = QGridLayout()
        figures.setVerticalSpacing(2)
        for row, (name, figure) in enumerate(self._values.items()):
            title = QLabel(TITLES[name])
            figure.setFont(tabular(figure.font()))
            figure.setProperty("heading", True)
            figure.setAlignment(Qt.AlignmentFlag.AlignRight)
            figure.setAccessibleName(TITLES[name])
            for label in (title, figure):
                label.setToolTip(tip(name, does=tr("Here: {meaning} {cited}.", meaning=MEANINGS[name], cited=CITED)))
            figures.addWidget(title, row, 0)
            figures.addWidget(figure, row, 1)
        figures.setColumnStretch(0, 1)
        self._figures = QWidget()
        self._figures.setLayout(figures)
        figures.setContentsMargins(0, 4, 0, 4)
        side = QWidget()
        fit(side, width=SIDE_WIDTH)
        controls = QVBoxLayout(side)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(4)
        for widget in (self.button, self.bar, self._status, self._figures, self._words):
            controls.addWidget(widget)
        controls.addStretch()
        self._headings: list[QWidget] = []
        tables = QWidget()
        grid = QGridLayout(tables)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        named = (
            (self.correlation, tr("Rank correlation |ρ|"), CORRELATION),
            (self.importance, tr("Importance R"), IMPORTANCE),
        )
        for column, (table, words, meaning) in enumerate(named):
            heading = QLabel(words)
            heading.setToolTip(meaning)
            self._headings.append(heading)
            grid.addWidget(heading, 0, column)
            grid.addWidget(table, 1, column)
        grid.setColumnStretch(2, 1)
        grid.setRowStretch(1, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._instead)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(tables)
        scroll.setAccessibleName(tr("Tables of factors and latent dimensions"))
        self._stack.addWidget(scroll)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(24)
        layout.addWidget(side)
        layout.addWidget(self._stack, 1)

    @property
    def figure_part(self) -> list[QWidget | tuple[QWidget | list[QWidget], ...]]:
        """What makes its figure, once there are scores: both tables, and the three scores."""
        if self._scores is None:
            return []
        tables = ([self._headings[0], self.correlation], [self._headings[1], self.importance])
        return [tables, (self._figures,), self._words]

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        for table in (self.correlation, self.importance):
            table.set_theme(theme)
        self._fill()

    def clear(self, message: str = "") -> None:
        """Forget the scores, and say why nothing can be scored, if so."""
        self._scores = None
        self._words.setText("")
        self._instead.setText(message or INSTEAD)
        self.button.setEnabled(not message)
        self.button.setToolTip(message or tr("Compare the codes of test images with the factors they were drawn from"))
        self._fill()

    def set_scores(self, scores: FactorScores, words: str) -> None:
        """Show scores; the words name the images."""
        self._scores = scores
        count = len(scores.importance)
        if count > MOST_DIMENSIONS:
            shown = plural(
                count,
                "Of {count} dimension, the {shown} that tell most are shown.",
                "Of {count} dimensions, the {shown} that tell most are shown.",
                shown=MOST_DIMENSIONS,
            )
            words = f"{words} {shown}"
        self._words.setText(words)
        self._fill()

    @property
    def scores(self) -> FactorScores | None:
        """What is shown."""
        return self._scores

    @property
    def words(self) -> str:
        """What is said of the scores, or in place of them."""
        return self._words.text() if self._scores is not None else self._instead.text()

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being done and the share done, in [0, 1]."""
        self._is_busy = True
        self.button.setText(CANCEL)
        self.bar.setValue(round(1000 * share))
        self._status.setText(words)
        self._show_progress()

    def set_idle(self) -> None:
        """Nothing is being scored any more."""
        self._is_busy = False
        self.button.setText(SCORE)
        self.bar.reset()
        self._status.setText("")
        self._show_progress()

    def _show_progress(self) -> None:
        for widget in (self.bar, self._status):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # nothing moves when it comes and goes
            widget.setSizePolicy(policy)
            widget.setVisible(self._is_busy)

    def _on_clicked(self) -> None:
        if self._is_busy:
            self.cancel_wanted.emit()
        else:
            self.start_wanted.emit()

    def _fill(self) -> None:
        scores = self._scores
        self._figures.setVisible(scores is not None)
        self._stack.setCurrentIndex(0 if scores is None else 1)
        if scores is None:
            return
        for name, label in self._values.items():
            label.setText(_in_words(getattr(scores, name)))
        shown = np.sort(np.argsort(-scores.weights, kind="stable")[:MOST_DIMENSIONS])
        dimensions = [name_of(index) for index in shown]
        tables = ((self.correlation, scores.correlation, "|ρ|"), (self.importance, scores.importance, tr("importance")))
        names = [shapes.FACTORS_IN_WORDS.get(name, name) for name in scores.names]
        for table, values, symbol in tables:
            cells = {}
            for row, name in enumerate(scores.names):
                what = "η" if name in CHOICES and table is self.correlation else symbol
                for column, (index, dimension) in enumerate(zip(shown, dimensions, strict=True)):
                    text = number(values[index, row])
                    cells[row, column] = Cell(
                        text,
                        tr(
                            "{dimension} and {factor}: {measure} {value}",
                            dimension=dimension,
                            factor=names[row],
                            measure=what,
                            value=text,
                        ),
                        float(values[index, row]),
                    )
            table.set_cells(dimensions, names, cells)
        margins = self._margins(scores, shown, names, dimensions)
        self.importance.set_cells(
            (*dimensions, tr("informative"), tr("complete")),
            (*names, tr("disentangled")),
            {**self.importance.cells, **margins},
        )

    def _margins(
        self, scores: FactorScores, shown: np.ndarray, names: Sequence[str], dimensions: Sequence[str]
    ) -> dict[tuple[int, int], Cell]:
        """What stands beside the importances of each factor, and below those of each dimension."""
        cells = {}
        for row, name in enumerate(names):
            told, complete = _in_words(scores.informativeness_of[row]), _in_words(scores.completeness_of[row])
            cells[row, len(shown)] = Cell(
                told, tr("informativeness of all dimensions about {factor}: {value}", factor=name, value=told)
            )
            cells[row, len(shown) + 1] = Cell(
                complete, tr("completeness of {factor}: {value}", factor=name, value=complete)
            )
        for column, (index, dimension) in enumerate(zip(shown, dimensions, strict=True)):
            text, weight = _in_words(scores.disentanglement_of[index]), 100 * scores.weights[index]
            tip = tr(
                "disentanglement of {dimension}: {value}; it has {share:.0f} % of all importance",
                dimension=dimension,
                value=text,
                share=weight,
            )
            cells[len(scores.names), column] = Cell(text, tip)
        return cells


def readable(background: QColor) -> str:
    """Black or white, whichever is easier to read on a colour: its contrast is at least 4.5, as WCAG 2 has it."""
    parts = (0.2126, background.redF()), (0.7152, background.greenF()), (0.0722, background.blueF())
    luminance = sum(
        share * (light / 12.92 if light <= 0.04045 else ((light + 0.055) / 1.055) ** 2.4) for share, light in parts
    )
    return BLACK if (luminance + 0.05) ** 2 > 0.05 * 1.05 else WHITE


def _in_words(value: float) -> str:
    return NO_VALUE if math.isnan(value) else number(value)
