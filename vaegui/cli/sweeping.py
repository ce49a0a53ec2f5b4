"""Sweep settings: a run for each trial of a study, and the study as a table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

import torch
from tqdm import tqdm

from vaegui import evaluation, folders, runs, sources
from vaegui.cli.measuring import write
from vaegui.cli.progress import TrainingBar, find_dataset, with_bar
from vaegui.cli.training import interrupts
from vaegui.data import Dataset
from vaegui.models import ModelConfig
from vaegui.settings import UserError
from vaegui.sweeps import plan as plans
from vaegui.sweeps import running, study
from vaegui.sweeps.running import Ended, Skipped, Sweep, Taken
from vaegui.sweeps.study import Study
from vaegui.training import choose_threads


def sweep(flags: argparse.Namespace) -> int:
    """Train the trials of a sweep, or only print what is known of them."""
    if flags.log_p is not None and flags.log_p < 2:
        raise UserError("An error needs at least two images: --log-p must be 2 or more.")
    if flags.show:
        if flags.trials is not None or flags.storage or flags.out is not None:
            raise UserError("--trials, --storage and --out are for training: --show only prints what is there.")
        shown = study.load(_name(flags.config))
        failed = False
    else:
        opened, failed = _train(flags)
        shown = opened.study
    if flags.log_p is not None:
        failed = not _estimate(shown, flags.log_p, flags.data_dir) or failed
    lines = study.lines(shown, _runs(shown), study.gaps())
    print(study.as_text(shown, lines))
    write(flags.csv, evaluation.as_csv(list(study.as_rows(shown, lines))))
    return 1 if failed else 0


def _name(given: str) -> str:
    """The name of a study that is meant by one, or by a sweep's file."""
    return plans.read(Path(given)).name if Path(given).suffix.lower() in (".toml", ".json") else given


def _train(flags: argparse.Namespace) -> tuple[Sweep, bool]:
    """Train what is left to train; returns the sweep, and whether a trial failed or was left."""
    plan = plans.read(Path(flags.config), flags.trials)
    if not sources.is_known(plan.dataset):
        raise UserError(f"“{plan.dataset}” is no dataset here: one of {', '.join(sources.known())}.")
    opened = running.begin(plan, storage=flags.storage or "", out=flags.out)
    dataset = find_dataset(plan.dataset, flags.data_dir, fetch=True)
    runs.sweep(folders.own_folder())
    torch.set_num_threads(choose_threads())
    failed = False
    with interrupts() as interrupted:
        failed = _follow(opened, dataset, interrupted.is_set)
    if count := opened.elsewhere:
        words = "still running elsewhere, in another program or on another machine"
        print(f"vaegui: {words}: {count:,} of {plan.trials:,} trials", file=sys.stderr)
    return opened, failed


def _follow(opened: Sweep, dataset: Dataset, should_stop: Callable[[], bool]) -> bool:
    """Train, and say how it goes, a line a trial; returns whether one failed or was left."""
    failed = False
    count, model = opened.plan.trials, ModelConfig()
    with TrainingBar() as bar:
        for event in opened.run(dataset, should_stop):
            bar.follow(event, model)
            if isinstance(event, Taken):
                model, _ = opened.plan.configs(event.trial.params)
                goes_on = " goes on" if event.goes_on else ""
                words = f"trial {event.trial.number} of {count}{goes_on}: {plans.in_words(event.trial.params)}"
                bar.reset()
                bar.set_description(words, refresh=False)
                bar.set_postfix_str("", refresh=True)
                if bar.disable:
                    print(words, file=sys.stderr)
            elif isinstance(event, Skipped):
                tqdm.write(f"vaegui: trial {event.trial.number} is left: {event.sentence}", file=sys.stderr)
                failed = True
            elif isinstance(event, Ended):
                tqdm.write(_ended(event.trial, count))
                failed = failed or event.trial.state == "failed"
    return failed


def _ended(trial: study.Trial, count: int) -> str:
    name = f"trial {trial.number} of {count} ({plans.in_words(trial.params)})"
    if trial.state == "failed":
        return f"{name} failed: {trial.sentence}"
    if trial.test is None:
        return f"{name} was stopped and is kept: the same command goes on with it"
    figures = [
        f"{words} {evaluation.cell(figure)}"
        for key, words in runs.FIGURES_IN_WORDS.items()
        if key in ("rate", "distortion", "elbo", "log_p") and (figure := getattr(trial.test, key)) is not None
    ]
    return f"{name}: {', '.join(figures)}"


def _runs(shown: Study) -> dict[str, runs.Run]:
    """The runs of a study that are here and whole, by name."""
    found = {}
    for trial in shown.trials:
        try:
            if trial.run and trial.state == "done":
                found[trial.run] = runs.load(shown.folder / trial.run)
        except UserError as error:
            print(f"vaegui: {error}", file=sys.stderr)
    return found


def _estimate(shown: Study, images: int, folder: Path | None) -> bool:
    """Estimate log p(x) of the runs that have no exact one, on so many images; returns whether it could be done."""
    known = study.gaps()
    wanted = [
        run
        for run in _runs(shown).values()
        if run.config.test is not None
        and run.config.test.log_p is None
        and run.config.model.is_density
        and run.has_encoder
        and not ((gap := known.get(study.key_of(run))) and gap.images >= images)
    ]
    if not wanted:
        return True
    dataset = find_dataset(shown.dataset, folder, fetch=False)
    done = True
    for run in wanted:
        try:
            with_bar(study.estimate_gap(run, dataset, images), f"estimating log p(x) of {run.name}")
        except UserError as error:
            print(f"vaegui: {error}", file=sys.stderr)
            done = False
    return done
