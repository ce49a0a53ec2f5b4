"""How log p(x) comes about, as steps along one axis of nats: −distortion, less the rate, is the ELBO; KL is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vaegui.ui.accessible import set_role
from vaegui.ui.theme import LIGHT, Theme, number, scaled, tabular
from vaegui.ui.tips import tip
from vaegui.words import tr

LABELS, NUMBERS = 124, 108  # pixels, of the columns to either side of the bars
ROOM = 0.06  # of the axis, left free at its ends


@dataclass(frozen=True)
class Amount:
    """A figure in nats per image, with its standard error where it is a mean."""

    mean: float
    error: float | None = None

    @property
    def text(self) -> str:
        """For reading."""
        return number(self.mean) if self.error is None else f"{number(self.mean)} ± {number(self.error)}"


@dataclass(frozen=True)
class Parts:
    """What log p(x) is made of, in nats per image; what is not known is None."""

    log_p: Amount
    distortion: Amount | None = None
    rate: Amount | None = None
    elbo: Amount | None = None
    gap: Amount | None = None  # KL(q ‖ p(z|x))
    best: Amount | None = None  # ELBO(q*)
    amortisation: Amount | None = None
    approximation: Amount | None = None


NAMES = {  # of the rows, where they are not the key itself
    "−distortion": tr("−distortion"),
    "rate": tr("rate"),
    "amortisation gap": tr("amortisation gap"),
    "approximation gap": tr("approximation gap"),
}
TIPS = {
    "−distortion": tip("distortion", does=tr("Here with its sign turned, in nats per image.")),
    "rate": tip("rate", does=tr("In nats per image: it leads from −distortion down to the ELBO.")),
    "ELBO": tip("ELBO", does=tr("In nats per image.")),
    "KL(q ‖ p(z|x))": tip("gap", does=tr("In nats per image: all that the ELBO lacks.")),
    "amortisation gap": tip("amortisation gap", does=tr("In nats per image.")),
    "approximation gap": tip("approximation gap", does=tr("In nats per image.")),
    "ELBO(q*)": tip(
        "ELBO", does=tr("Here the best that a Gaussian q* can reach for this image alone, in nats per image.")
    ),
    "log p(x)": tip("log p(x)", does=tr("In nats per image.")),
}


class Waterfall(QWidget):
    """The parts of log p(x), a row each, all on the same axis of nats."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = LIGHT
        self._parts: Parts | None = None
        self.setFont(tabular(self.font()))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("What log p(x) is made of"))
        set_role(self, QAccessible.Role.Chart)

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self.update()

    def set_parts(self, parts: Parts | None) -> None:
        """Show these figures, or none."""
        self._parts = parts
        figures = ", ".join(f"{NAMES.get(name, name)} {amount.text}" for name, amount, *_ in self._rows())
        self.setAccessibleDescription(tr("In nats per image: {figures}", figures=figures) if figures else "")
        self.updateGeometry()
        self.update()

    @property
    def parts(self) -> Parts | None:
        """What is shown."""
        return self._parts

    @property
    def texts(self) -> dict[str, str]:
        """The figures as they are written, by the keys of `TIPS`."""
        return {name: amount.text for name, amount, *_ in self._rows()}

    def sizeHint(self) -> QSize:
        """A line of text for each row."""
        return QSize(scaled(300), max(1, len(self._rows())) * self._row_height() + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as the rows need."""
        return QSize(scaled(260), self.sizeHint().height())

    def _label_width(self) -> int:
        """Names are longer in other languages, as far as there is room for them."""
        widest = max(self.fontMetrics().horizontalAdvance(name) for name in NAMES.values()) + 8
        most = max(scaled(LABELS - 12), self.width() - scaled(NUMBERS + 40))
        return min(max(scaled(LABELS), widest), most)

    def _row_height(self) -> int:
        return self.fontMetrics().height() + 5

    def _rows(self) -> list[tuple[str, Amount, float, float, str]]:
        """Key, figure, where its bar begins and ends in nats (the same where it is a mark), and its colour."""
        parts, theme = self._parts, self._theme
        if parts is None:
            return []
        posterior, q, best = theme.accent, theme.others[0], theme.others[1]
        log_p = parts.log_p.mean
        rows = []
        if parts.elbo is not None and parts.distortion is not None and parts.rate is not None:
            elbo, pixels = parts.elbo.mean, -parts.distortion.mean
            turned = Amount(pixels, parts.distortion.error)
            rows.append(("−distortion", turned, pixels, pixels, theme.text))
            rows.append(("rate", parts.rate, pixels, elbo, theme.muted))
            rows.append(("ELBO", parts.elbo, elbo, elbo, q))
            if parts.best is not None and parts.amortisation is not None and parts.approximation is not None:
                rows.append(("amortisation gap", parts.amortisation, elbo, parts.best.mean, q))
                rows.append(("ELBO(q*)", parts.best, parts.best.mean, parts.best.mean, best))
                rows.append(("approximation gap", parts.approximation, parts.best.mean, log_p, best))
            elif parts.gap is not None:
                rows.append(("KL(q ‖ p(z|x))", parts.gap, elbo, log_p, q))
        rows.append(("log p(x)", parts.log_p, log_p, log_p, posterior))
        return rows

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw names, bars and figures."""
        rows = self._rows()
        if not rows:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ends = [end for _, _, start, stop, _ in rows for end in (start, stop)]
        low, high = min(ends), max(ends)
        room = max(ROOM * (high - low), 0.01)
        low, high = low - room, high + room
        labels, numbers = self._label_width(), scaled(NUMBERS)
        left, width = labels, self.width() - labels - numbers
        height = self._row_height()
        text, muted = QColor(self._theme.text), QColor(self._theme.border)

        def x(nats: float) -> float:
            return left + width * (nats - low) / (high - low)

        for number_of, (name, amount, start, stop, colour) in enumerate(rows):
            box = QRectF(0, 2 + number_of * height, self.width(), height)
            painter.setPen(text)
            words = self.fontMetrics().elidedText(NAMES.get(name, name), Qt.TextElideMode.ElideRight, labels - 6)
            painter.drawText(box.adjusted(0, 0, labels - self.width() - 6, 0), Qt.AlignmentFlag.AlignVCenter, words)
            middle = box.center().y()
            if start == stop:
                painter.setPen(QPen(muted, 1))
                painter.drawLine(QPointF(left, middle), QPointF(left + width, middle))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                painter.drawEllipse(QPointF(x(start), middle), 4, 4)
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
                if number_of + 1 < len(rows):
                    painter.drawLine(QPointF(x(start), middle), QPointF(x(start), middle + height))
            else:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colour))
                bar = QRectF(QPointF(min(x(start), x(stop)), middle - 4), QPointF(max(x(start), x(stop)), middle + 4))
                painter.drawRect(bar.adjusted(-0.5, 0, 0.5, 0))
                painter.setPen(QPen(QColor(colour), 1, Qt.PenStyle.DotLine))
                if number_of + 1 < len(rows):
                    painter.drawLine(QPointF(x(stop), middle), QPointF(x(stop), middle + height))
            painter.setPen(text)
            align = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box.adjusted(self.width() - numbers, 0, 0, 0), align, amount.text)

    def event(self, event: QHelpEvent) -> bool:  # type: ignore[override]
        """Say what a row is where the pointer rests."""
        if event.type() == QHelpEvent.Type.ToolTip:
            rows = self._rows()
            number_of = int((event.pos().y() - 2) // self._row_height())
            if 0 <= number_of < len(rows):
                QToolTip.showText(event.globalPos(), TIPS[rows[number_of][0]], self)
                return True
        return super().event(event)
