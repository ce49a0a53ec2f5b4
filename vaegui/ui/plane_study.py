"""Looks after the panel Rate–distortion: finds runs and studies in a thread, and again while it is seen."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from vaegui import folders, runs
from vaegui.evaluation import cell as as_cell
from vaegui.runs import Estimate, Run
from vaegui.settings import UserError
from vaegui.sources import title_of
from vaegui.sweeps import study as studies
from vaegui.sweeps.plan import SETTINGS, value_in_words
from vaegui.sweeps.study import Gap, LogP, Study, Trial, key_of, log_p_of
from vaegui.ui.docks import is_seen
from vaegui.ui.job import Job
from vaegui.ui.map_driver import Subject
from vaegui.ui.plane_panel import LAST, NOTHING, Cell, Entry, PlanePanel
from vaegui.ui.plane_plot import Point, figure_in_words
from vaegui.ui.theme import number
from vaegui.words import plural, tr

if TYPE_CHECKING:
    from vaegui.ui.desk import Desk

LOOK_MS = 2000  # between two looks at what is on the disk
RUNS_A_TURN = 20  # between two chances to give up
STATES = {"waiting": tr("waiting"), "running": tr("running"), "done": tr("done"), "failed": tr("failed")}
SHORT = {"latent_size": "D", "learning_rate": "η"}  # headings of what varies, where its words would be wide
Stamp = tuple[int, int, int]


@dataclass(frozen=True)
class _Found:
    """What there is on the disk."""

    runs: dict[Path, tuple[Stamp, Run]]  # by folder
    studies: tuple[Study, ...]
    gaps: dict[str, Gap]
    trained: frozenset[tuple[str, int]]  # trials that are being trained now: study and number
    problems: tuple[str, ...]


NOTHING_FOUND = _Found({}, (), {}, frozenset(), ())


class PlaneStudy(QObject):
    """Ties the panel to the desk.

    Signals:
        failed: a sentence and a traceback.
    """

    failed = Signal(str, str)

    def __init__(self, desk: Desk, panel: PlanePanel) -> None:
        super().__init__(desk)
        self._desk, self._panel = desk, panel
        self._found = NOTHING_FOUND
        self._shown: object = None
        self._job = Job(self)
        self._job.returned.connect(self._on_found)
        self._job.failed.connect(self.failed)
        self._arranging = Job(self)
        self._arranging.returned.connect(self._on_arranged)
        self._arranging.failed.connect(self.failed)
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.refresh)
        desk.explorer.changed.connect(self._show)
        panel.study_chosen.connect(self._show)
        panel.colouring_chosen.connect(self._show)
        panel.compare_wanted.connect(self._on_compare_wanted)

    @property
    def is_busy(self) -> bool:
        """Whether it is looking, or putting into words what it found."""
        return self._job.is_running or self._arranging.is_running

    def refresh(self) -> None:
        """Look for runs and studies, as long as the panel is seen."""
        if not is_seen(self._panel):
            self._timer.stop()
            return
        self._timer.start()
        self._show()  # another run may have been opened while the panel was not seen
        if not self._job.is_running:
            known, lessons = self._found.runs, [run.folder for run in self._desk.teaching.runs]
            self._job.start(lambda: _look(known, lessons))

    def close(self) -> None:
        """End what is being looked for."""
        self._timer.stop()
        self._job.close()
        self._arranging.close()

    def _on_found(self, found: _Found) -> None:
        if found != self._found:
            self._found = found
            self._show()

    def _show(self, *_: object) -> None:
        """Have the panel show what is known, if that is other than what it shows; put into words in a thread."""
        if not is_seen(self._panel):
            self._shown = None
            return
        panel, subject, found = self._panel, self._desk.explorer.subject, self._found
        panel.set_studies([study.name for study in found.studies])
        panel.set_lineup(self._desk.lineup)
        new = (id(found), subject, panel.study, panel.colouring)
        if new == self._shown:
            return
        self._shown = new
        if subject is None:
            self._arranging.cancel()
            panel.set_message(NOTHING)
            return
        chosen, colouring = panel.study, panel.colouring
        self._arranging.start(lambda: _arranged(found, subject, chosen, colouring))

    def _on_arranged(self, result: _Shown) -> None:
        self._panel.set_runs(result.words, result.left_out, result.points, result.headings, result.entries)

    def _on_compare_wanted(self, folder: Path) -> None:
        panel = self._desk.runs_panel
        if folder in panel.folders and folder not in self._desk.lineup[:1]:
            ticked = panel.ticked
            panel.set_ticked([f for f in ticked if f != folder] if folder in ticked else [*ticked, folder])
            self._desk.compare(panel.ticked)


@dataclass(frozen=True)
class _Sorted:
    """Runs that belong on the plane, and what is said of the others."""

    comparable: list[Run]
    left_out: list[str]

    @classmethod
    def of(cls, candidates: Iterable[Run], subject: Subject) -> _Sorted:
        comparable, coded, others, unmeasured = [], 0, 0, 0
        for run in candidates:
            config = run.config
            has_other_images = bool(subject.images and config.images and subject.images != config.images)
            if config.dataset != subject.dataset or has_other_images:
                continue  # of which nobody would think that they are here
            if config.model.family in ("autoencoder", "pixels"):
                coded += 1
            elif config.model.nats_of != subject.config.nats_of:
                others += 1
            elif config.test is None or config.test.rate is None:
                unmeasured += 1
            else:
                comparable.append(run)
        comparable.sort(key=lambda run: run.config.created.timestamp())
        left_out = []
        if coded:
            left_out.append(plural(coded, "{count} run without a rate", "{count} runs without a rate"))
        if others:
            left_out.append(plural(others, "{count} run of another likelihood", "{count} runs of other likelihoods"))
        if unmeasured:
            left_out.append(plural(unmeasured, "{count} run not measured", "{count} runs not measured"))
        return cls(comparable, [tr("Not on the plane: {runs}.", runs=", ".join(left_out))] if left_out else [])


@dataclass(frozen=True)
class _Shown:
    """What the panel shows."""

    words: str
    left_out: str
    points: list[Point]
    headings: list[str]
    entries: list[Entry]


OfTrial = dict[Path, tuple[Study, Trial]]  # what a run's folder is the trial of


def _arranged(found: _Found, subject: Subject, chosen: str, colouring: str) -> Generator[None, None, _Shown]:
    """Put into words and points what belongs on the plane of the open run, of one study or of all runs."""
    study = next((study for study in found.studies if study.name == chosen), None)
    of_trial: OfTrial = {}
    for other in found.studies:
        folder = other.folder.resolve()
        of_trial |= {folder / trial.run: (other, trial) for trial in other.trials if trial.run}
    candidates = [run for _, run in found.runs.values()]
    if study is not None:
        candidates = [run for run in candidates if run.folder in of_trial and of_trial[run.folder][0] is study]
    kinds = _Sorted.of(candidates, subject)
    yield
    points = []
    for run in kinds.comparable:
        points.append(_point(run, found, of_trial.get(run.folder), colouring))
        if len(points) % RUNS_A_TURN == 0:
            yield
    if study is None:
        headings, entries = _all_runs(found, kinds.comparable, points, of_trial)
    else:
        headings, entries = _trials(found, study, {run.folder: run for run in candidates})
    left_out = "; ".join((*kinds.left_out, *found.problems))
    return _Shown(_words(subject, study, kinds), left_out, points, headings, entries)


def _words(subject: Subject, study: Study | None, kinds: _Sorted) -> str:
    likelihood = subject.config.likelihood_in_words
    parts = [f"{title_of(subject.dataset)} · {likelihood}"]
    if kinds.comparable:
        images = max(run.config.test.images for run in kinds.comparable if run.config.test is not None)
        parts.append(plural(images, "{count:,} test image", "{count:,} test images"))
    elif study is None:
        parts.append(tr("no run that is measured has these images and this likelihood"))
    else:
        parts.append(tr("no trial that is measured has the images and the likelihood of the open run"))
    return " · ".join(parts)


def _point(run: Run, found: _Found, of: tuple[Study, Trial] | None, colouring: str) -> Point:
    test, config = run.config.test, run.config
    assert test is not None
    assert test.rate is not None
    assert test.distortion is not None
    assert test.elbo is not None
    known = _log_p(run, found)
    groups: dict[str, float | str] = {
        "latent_size": float(config.model.code_size),
        "beta": config.training.beta,
        "study": of[0].name if of else tr("no study"),
    }
    return Point(
        run.folder,
        run.name,
        _settings(run),
        test.rate,
        test.distortion,
        test.elbo,
        groups[colouring],
        None if known is None else known.figure,
        known is not None and known.is_exact,
        "" if known is None else _how(known),
    )


def _log_p(run: Run, found: _Found) -> LogP | None:
    return log_p_of(run.config.test, found.gaps.get(key_of(run)))


def _all_runs(
    found: _Found, comparable: Sequence[Run], points: Sequence[Point], of_trial: OfTrial
) -> tuple[list[str], list[Entry]]:
    entries = []
    for run, point in zip(comparable, points, strict=True):
        study = of_trial.get(run.folder)
        cells = [
            Cell(run.name, run.name.casefold(), point.settings),
            _value_cell(run.config.model.code_size),
            _value_cell(run.config.training.beta),
            *_figure_cells(point.rate, point.distortion, point.elbo),
            _log_p_cell(_log_p(run, found)),
            Cell(study[0].name if study else "–", study[0].name if study else ""),
        ]
        entries.append(Entry(tuple(cells), run.folder))
    headings = [tr("Run"), "D", "β", tr("Rate"), tr("Distortion"), "ELBO", "log p(x)", tr("Study")]
    return headings, entries


def _trials(found: _Found, study: Study, known: dict[Path, Run]) -> tuple[list[str], list[Entry]]:
    entries, folder = [], study.folder.resolve()
    for trial in study.trials:
        run = known.get(folder / trial.run) if trial.run else None
        test = trial.test if run is None or run.config.test is None else run.config.test
        log_p = log_p_of(test, None if run is None else found.gaps.get(key_of(run)))
        figures = (None, None, None) if test is None else (test.rate, test.distortion, test.elbo)
        cells = [Cell(str(trial.number), float(trial.number))]
        cells += [_value_cell(trial.params.get(name)) for name in study.varied]
        cells += [*_figure_cells(*figures), _log_p_cell(log_p), _state_cell(found, study, trial, run)]
        entries.append(Entry(tuple(cells), None if run is None else run.folder))
    names = [SHORT.get(name) or (SETTINGS[name].label if name in SETTINGS else name) for name in study.varied]
    return [tr("Trial"), *names, tr("Rate"), tr("Distortion"), "ELBO", "log p(x)", tr("State")], entries


def _state_cell(found: _Found, study: Study, trial: Trial, run: Run | None) -> Cell:
    words, tip = STATES[trial.state], trial.sentence
    if trial.state == "failed" and trial.sentence:
        words = tr("failed: {why}", why=trial.sentence)
    elif trial.state == "running" and (study.name, trial.number) not in found.trained:
        words = tr("interrupted")
        tip = tr("Nobody on this machine trains it: the same command goes on with it from its last save.")
    elif trial.state == "done" and run is None:
        words = tr("done, not here")
        tip = tr("Its run “{run}” is not here: it was trained on {place}.", run=trial.run, place=trial.place)
    return Cell(words, words, tip)


def _settings(run: Run) -> str:
    model, training = run.config.model, run.config.training
    layers = "-".join(map(str, model.hidden)) or tr("linear")
    words = [run.family, f"D = {model.code_size}", layers, tr("seed {seed}", seed=training.seed)]
    return " · ".join(words)


def _how(known: LogP) -> str:
    if known.is_exact:
        return tr("exact")
    return tr(
        "estimated: the gap of {images} test images by importance sampling, K = {draws}",
        images=number(known.images, 0),
        draws=number(known.draws, 0),
    )


def _value_cell(value: object) -> Cell:
    if value is None:
        return Cell("–", LAST)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return Cell(value_in_words(value), float(value))
    return Cell(value_in_words(value), value_in_words(value))


def _figure_cells(*figures: Estimate | None) -> Iterator[Cell]:
    for figure in figures:
        if figure is None:
            yield Cell("–", LAST)
        else:
            yield Cell(number(figure.mean), figure.mean, tr("{figure} nats per image", figure=figure_in_words(figure)))


def _log_p_cell(known: LogP | None) -> Cell:
    if known is None:
        return Cell("–", LAST, tr("Not known: “vaegui evaluate RUN --exact” estimates it."))
    text = number(known.figure.mean)
    shown = tr("{figure} exact", figure=text) if known.is_exact else tr("{figure} estimated", figure=text)
    return Cell(shown, known.figure.mean, f"{as_cell(known.figure)}: {_how(known)}")


def _look(known: dict[Path, tuple[Stamp, Run]], lessons: Sequence[Path]) -> Generator[None, None, _Found]:
    """Read runs and studies; a run whose config.json is as it was is not read again."""
    all_studies, problems = studies.scan()
    yield
    found: dict[Path, tuple[Stamp, Run]] = {}
    places = [folders.own_folder(), folders.shipped_folder(), *(study.folder for study in all_studies)]
    seen: set[Path] = set()
    candidates = list(lessons)
    for place in places:
        with contextlib.suppress(OSError):
            if (resolved := place.resolve()) not in seen:
                seen.add(resolved)
                candidates += sorted(resolved.iterdir())
    for count, path in enumerate(candidates):
        with contextlib.suppress(OSError, UserError):
            status = (path / folders.CONFIG).stat()
            stamp = status.st_mtime_ns, status.st_size, status.st_ino
            before = known.get(path)
            found[path] = before if before is not None and before[0] == stamp else (stamp, runs.load(path))
        if count % RUNS_A_TURN == 0:
            yield
    trained = {
        (study.name, trial.number)
        for study in all_studies
        for trial in study.trials
        if studies.is_being_trained(study, trial)
    }
    return _Found(found, tuple(all_studies), studies.gaps(), frozenset(trained), tuple(problems))
