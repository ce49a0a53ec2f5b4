"""What is known of a sweep: its trials, the run of each, and how far their bounds are from log p(x).

    studies/NAME/study.json     `Study`: what varies, and each trial with its settings, state, run and figures
    studies/NAME/trials.log     Optuna's journal, where no other storage was chosen (`running.py`)
    studies/NAME/locks/N.lock   held by the program that trains trial N, until that ends, however it does
    studies/gaps.json           `Gap`: log p(x) − ELBO of runs, estimated, by the SHA-256 of their weights

The runs themselves are among the user's, as any others. Nothing here needs Optuna.
"""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any, Literal

import filelock
from pydantic import Field
from pydantic.dataclasses import dataclass as checked_dataclass

from vaegui import exact, folders, storing
from vaegui.data import Dataset
from vaegui.evaluation import cell, table
from vaegui.runs import Estimate, Run, TestFigures
from vaegui.settings import STRICT, UserError, as_dict, parse
from vaegui.sweeps.plan import check_name, value_in_words

STUDY, JOURNAL, LOCKS, GAPS = "study.json", "trials.log", "locks", "gaps.json"
LARGEST_STUDY = 1 << 24  # bytes
PATIENCE = 30.0  # seconds that another program may take to write a file that this one wants to write

State = Literal["waiting", "running", "done", "failed"]


@checked_dataclass(frozen=True, config=STRICT)
class Trial:
    """One choice of the settings that vary."""

    number: Annotated[int, Field(ge=0)]
    params: dict[str, Any]  # empty while it waits for a sampler that looks at those before it
    state: State = "waiting"
    run: str = ""  # the name of its run, once it has begun
    place: str = ""  # the machine that trains it, or did
    sentence: str = ""  # why it failed
    test: TestFigures | None = None  # of its run, once that is done


@checked_dataclass(frozen=True, config=STRICT)
class Study:
    """A sweep as `study.json` has it."""

    name: str
    dataset: str
    plan: dict[str, Any]  # `Plan.as_dict`
    trials: tuple[Trial, ...] = ()
    runs: str = ""  # the folder of its runs, where that is not the user's
    storage: str = ""  # the URL of Optuna's storage, without a password, where that is not the journal
    place: str = ""  # a name that this folder gave itself: trials of other folders are not its own to go on with

    @property
    def varied(self) -> tuple[str, ...]:
        """The settings that vary."""
        return tuple(self.plan.get("vary", {}))

    @property
    def folder(self) -> Path:
        """Where its runs are."""
        return Path(self.runs) if self.runs else folders.own_folder()


def load(name: str) -> Study:
    """Read what is known of a study.

    Raises:
        UserError: when there is none of this name, its file is damaged, or that is of another study.
    """
    check_name(name)
    path = folders.studies_folder() / name / STUDY
    try:
        if storing.size_of(path) > LARGEST_STUDY:
            raise UserError(f"{path} is larger than any of its kind.")
        values, is_sealed = storing.unseal(path.read_bytes())
    except FileNotFoundError:
        raise UserError(f"There is no study called “{name}”{_others()}.") from None
    except OSError as error:
        raise UserError(f"{path} cannot be read: {storing.in_words(error)}.") from None
    except (ValueError, RecursionError):
        raise UserError(f"{path} is broken: it is not what was written.") from None
    if not is_sealed or not isinstance(values, dict):
        raise UserError(f"{path} is broken: it does not describe a study.")
    study = parse(Study, values, f"file {path}")
    if study.name != name:  # which says where its files are written
        raise UserError(
            f"{path} is of a study “{study.name[:80]}”: its folder was copied or renamed. Call the folder as it was, "
            "or begin a sweep of another name."
        )
    return study


def _others() -> str:
    found = [study.name for study in scan()[0]]
    return f"; there are {', '.join(found)}" if found else ""


def scan() -> tuple[list[Study], list[str]]:
    """All studies by name, and a sentence for each that cannot be read."""
    found, problems = [], []
    folder = folders.studies_folder()
    try:
        names = sorted(path.name for path in folder.iterdir() if (path / STUDY).is_file()) if folder.is_dir() else []
    except OSError as error:
        return [], [f"{folder} cannot be looked into: {storing.in_words(error)}."]
    for name in names:
        try:
            found.append(load(name))
        except UserError as error:
            problems.append(str(error))
    return found, problems


def write(study: Study) -> None:
    """Replace a study's file.

    Raises:
        OSError: it is as it was.
    """
    storing.replace(folders.studies_folder() / study.name / STUDY, storing.seal(as_dict(study)))


def lock_of(name: str, trial: int) -> filelock.FileLock:
    """What the program that trains a trial holds."""
    return filelock.FileLock(folders.studies_folder() / name / LOCKS / f"{trial}.lock", thread_local=False)


def is_being_trained(study: Study, trial: Trial) -> bool:
    """Whether a program that shares this folder trains a trial now; what was killed no longer does."""
    if (
        trial.state != "running"
        or not (folders.studies_folder() / study.name / LOCKS / f"{trial.number}.lock").exists()
    ):
        return False
    try:
        with lock_of(study.name, trial.number).acquire(timeout=0):
            return False
    except (filelock.Timeout, OSError):
        return True


# How far the bounds of runs are from log p(x)


@checked_dataclass(frozen=True, config=STRICT)
class Gap:
    """log p(x) − ELBO by importance sampling, on the first test images, in nats per image."""

    gap: Estimate
    images: int
    draws: int


@dataclass(frozen=True)
class LogP:
    """log p(x) of the measured test images of a run, in nats per image."""

    figure: Estimate
    is_exact: bool
    images: int  # of those that the gap was estimated on; all of them where it is exact
    draws: int = 0  # of importance sampling

    @property
    def how(self) -> str:
        """How it was found, in a word."""
        return "exact" if self.is_exact else "estimated"


def log_p_of(test: TestFigures | None, gap: Gap | None) -> LogP | None:
    """log p(x) of a run: exact as it was measured, or its ELBO on the measured images and the gap estimated on some.

    The gap varies far less from image to image than log p(x), so that some images say it of all.
    """
    if test is None:
        return None
    if test.log_p is not None:
        return LogP(test.log_p, True, test.images)
    if gap is None or test.elbo is None:
        return None
    # Added as if they were independent, which is cautious where images with a large gap have a low ELBO.
    error = (test.elbo.standard_error**2 + gap.gap.standard_error**2) ** 0.5
    return LogP(Estimate(test.elbo.mean + gap.gap.mean, error), False, gap.images, gap.draws)


def key_of(run: Run) -> str:
    """What a run's gap is kept by: the SHA-256 of its weights, or nothing where that is not known."""
    file = run.config.files.get("weights")
    return "" if file is None else file.sha256


def gaps() -> dict[str, Gap]:
    """Estimated gaps, by `key_of` their runs; what cannot be read is as if it had not been estimated."""
    path = folders.studies_folder() / GAPS
    with contextlib.suppress(OSError, ValueError, RecursionError, AttributeError):
        if storing.size_of(path) <= LARGEST_STUDY:
            values, _ = storing.unseal(path.read_bytes())
            found = {}
            for key, value in values.items():
                with contextlib.suppress(UserError):
                    found[key] = parse(Gap, value)
            return found
    return {}


def estimate_gap(run: Run, dataset: Dataset, images: int) -> Generator[float, None, Gap | None]:
    """Estimate a run's gap and keep it; yields the share done.

    Importance sampling from Gaussians that were optimised for each image (`exact.measure_exact`).

    Raises:
        UserError: for a run without log p(x), images of another shape, or when it cannot be kept.
    """
    return keep_gap((yield from exact.measure_exact(run, dataset, images)))


def keep_gap(figures: exact.ExactFigures) -> Gap | None:
    """Keep the gap of a run whose log p(x) was estimated, unless one of more images is kept; returns what is kept.

    None where there is nothing to keep: log p(x) is exact, or nobody knows which weights it is of.

    Raises:
        UserError: when it cannot be kept.
    """
    key, folder = key_of(figures.run), folders.studies_folder()
    if figures.gap is None or figures.run.config.model.code_size <= 2 or not key:
        return None
    gap = Gap(figures.gap, figures.images, exact.DRAWS)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with filelock.FileLock(folder / storing.LOCK, thread_local=False).acquire(timeout=PATIENCE):
            kept = gaps()
            if key in kept and kept[key].images > gap.images:
                return kept[key]
            known = {other: as_dict(found) for other, found in kept.items()}
            storing.replace(folder / GAPS, storing.seal(known | {key: as_dict(gap)}))
    except OSError as error:
        raise UserError(f"What was estimated cannot be kept: {storing.in_words(error)}.") from None
    return gap


# As a table


@dataclass(frozen=True)
class Line:
    """A trial as it is shown."""

    trial: Trial
    log_p: LogP | None


def lines(study: Study, runs: Mapping[str, Run], gaps: Mapping[str, Gap]) -> list[Line]:
    """All trials of a study, with what runs (by name) and gaps (by `key_of`) say of them now."""
    found = []
    for trial in study.trials:
        run = runs.get(trial.run)
        gap = None if run is None else gaps.get(key_of(run))
        if run is not None and run.config.test is not None:
            trial = replace(trial, test=run.config.test)
        found.append(Line(trial, log_p_of(trial.test, gap)))
    return found


def as_rows(study: Study, found: Sequence[Line]) -> Iterator[dict[str, Any]]:
    """Flat rows, JSON-ready: figures in nats per image with their standard errors, or None."""
    for line in found:
        trial, test = line.trial, line.trial.test
        row: dict[str, Any] = {"study": study.name, "trial": trial.number, "state": trial.state, "run": trial.run}
        for name in study.varied:
            value = trial.params.get(name)
            row[name] = value_in_words(value) if isinstance(value, (list, tuple)) else value
        row["images"] = None if test is None else test.images
        for name in ("rate", "distortion", "elbo"):
            figure: Estimate | None = None if test is None else getattr(test, name)
            row[name] = None if figure is None else figure.mean
            row[f"{name}_se"] = None if figure is None else figure.standard_error
        known = line.log_p
        row["log_p"] = None if known is None else known.figure.mean
        row["log_p_se"] = None if known is None else known.figure.standard_error
        row["log_p_how"] = None if known is None else known.how
        row["why"] = trial.sentence
        yield row


def as_text(study: Study, found: Sequence[Line]) -> str:
    """Write a study for reading, in Markdown."""
    headings = ["trial", *(name.replace("_", " ") for name in study.varied)]
    headings += ["rate", "distortion", "ELBO", "log p(x)", "state"]
    rows = []
    for line in found:
        trial, test = line.trial, line.trial.test
        figures = [cell(None if test is None else getattr(test, name)) for name in ("rate", "distortion", "elbo")]
        log_p = "–" if line.log_p is None else f"{cell(line.log_p.figure)} {line.log_p.how}"
        values = [value_in_words(trial.params[n]) if n in trial.params else "–" for n in study.varied]
        rows.append([str(trial.number), *values, *figures, log_p, trial.state])
    images = sorted({line.trial.test.images for line in found if line.trial.test is not None})
    words = f"“{study.name}” on {study.dataset}: nats per image ± standard error"
    if images:
        words += f", {' or '.join(f'{count:,}' for count in images)} test images"
    parts = [words, table(headings, rows)]
    sampled = sorted(
        {(line.log_p.images, line.log_p.draws) for line in found if line.log_p and not line.log_p.is_exact}
    )
    parts += [
        f"log p(x) is exact for D ≤ 2. Estimated: the ELBO of the measured test images and the gap of the first "
        f"{count:,} by importance sampling, K = {draws:,} draws from Gaussians optimised for each image; a lower bound "
        "on average."
        for count, draws in sampled
    ]
    parts += [f"Trial {line.trial.number} failed: {line.trial.sentence}" for line in found if line.trial.sentence]
    return "\n\n".join(parts)
