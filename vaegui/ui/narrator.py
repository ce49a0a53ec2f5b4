"""What a running training does, in words, while it does it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vaegui.events import EpochEnd, Snapshot, Step
from vaegui.families import TrainConfig
from vaegui.models import ModelConfig
from vaegui.narration import Facts, narrate, rate_per_dimension
from vaegui.ui.training_session import TrainingSession

LONGEST = 500  # entries that are remembered


class Narrator(QObject):
    """Listen to a training and put it into words.

    Signals:
        said: what there is to say now; nothing once the training is over.
    """

    said = Signal(str)

    def __init__(self, session: TrainingSession, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan: tuple[ModelConfig, TrainConfig] | None = None
        self._steps: list[Facts] = []
        self._epochs: list[Facts] = []
        self._per_dimension: list[float] = []
        session.figures_added.connect(self._on_figures)
        session.snapshot_taken.connect(self._on_snapshot)
        session.ended.connect(self._on_ended)

    def begin(self, model: ModelConfig, training: TrainConfig) -> None:
        """A training of these begins."""
        self._plan = model, training
        self._steps, self._epochs, self._per_dimension = [], [], []
        self._say()

    def _on_figures(self, event: Step | EpochEnd) -> None:
        known, figures = (self._epochs, event.validation) if isinstance(event, EpochEnd) else (self._steps, event.train)
        known.append(Facts(event.epoch, figures.rate, figures.distortion, figures.bound))
        # What it began with stays.
        del known[1 : max(1, len(known) - LONGEST)]
        if isinstance(event, EpochEnd) or len(self._epochs) < 2:
            self._say()

    def _on_snapshot(self, snapshot: Snapshot) -> None:
        if bool((snapshot.std > 0).all()):
            self._per_dimension = rate_per_dimension(snapshot.codes, snapshot.std).tolist()

    def _on_ended(self) -> None:
        self._plan = None
        self.said.emit("")

    def _say(self) -> None:
        if self._plan is not None:
            # A single epoch does not move yet; the steps within it do.
            history = self._epochs if len(self._epochs) > 1 else self._steps
            self.said.emit(narrate(*self._plan, history, self._per_dimension))
