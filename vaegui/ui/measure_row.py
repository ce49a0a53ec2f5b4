"""A button that starts a measurement; while it runs, progress and Cancel stand in its place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from vaegui.ui.theme import fit
from vaegui.words import tr

BAR_WIDTH = 220  # pixels


class MeasureRow(QWidget):
    """What the panels have in common that measure something slow.

    Signals:
        measure_wanted: the button was pressed.
        cancel_wanted: measuring should end.
    """

    measure_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, tip: str, cancel_tip: str, *settings: QWidget) -> None:
        super().__init__()
        self.button = QPushButton(tr("Measure"))
        self.button.setToolTip(tip)
        self.button.clicked.connect(self.measure_wanted)
        self.bar = QProgressBar()
        self.bar.setRange(0, 1000)
        fit(self.bar, minimum_width=BAR_WIDTH)
        self.bar.setAccessibleName(tr("Progress of measuring"))
        self.cancel_button = QPushButton(tr("Cancel"))
        self.cancel_button.setToolTip(cancel_tip)
        self.cancel_button.clicked.connect(self.cancel_wanted)
        self._idle = (*settings, self.button)  # shown while nothing runs
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for control in (*self._idle, self.bar, self.cancel_button):
            layout.addWidget(control)
        self.set_idle()

    def set_enabled(self, enabled: bool) -> None:
        """Say whether there is anything to measure."""
        for control in self._idle:
            control.setEnabled(enabled)

    def set_done(self, done: bool) -> None:
        """Say whether it was measured before."""
        self.button.setText(tr("Measure again") if done else tr("Measure"))

    def set_busy(self, words: str, share: float) -> None:
        """Show what is being measured and the share done, in [0, 1]."""
        had_focus = any(control.hasFocus() for control in self._idle)
        self.bar.setValue(round(1000 * share))
        room = BAR_WIDTH - self.fontMetrics().horizontalAdvance(" 100 %__")  # longer words would be broken
        shown = self.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, room)
        self.bar.setFormat(f"{shown} {100 * share:.0f} %")
        self.bar.setToolTip(words)
        self.bar.setAccessibleDescription(words)
        self._show(busy=True)
        if had_focus:
            self.cancel_button.setFocus()

    def set_idle(self) -> None:
        """Nothing is being measured any more."""
        had_focus = self.cancel_button.hasFocus()
        self._show(busy=False)
        if had_focus:
            self.button.setFocus()

    def _show(self, busy: bool) -> None:
        self.bar.setVisible(busy)
        self.cancel_button.setVisible(busy)
        for control in self._idle:
            control.setVisible(not busy)
