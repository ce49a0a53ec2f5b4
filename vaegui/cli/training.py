"""Train, go on with a training, take a save back: what makes runs."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import torch
from tqdm import tqdm

from vaegui import data, folders, importing, parallel, recording, requesting, runs, sources, storing, watching
from vaegui.cli.progress import TrainingBar, find_dataset, progress_in_words, with_progress
from vaegui.events import Began, EpochEnd
from vaegui.families import TrainConfig, family_in_words
from vaegui.importing import Recipe
from vaegui.models import ModelConfig
from vaegui.parallel import Team
from vaegui.settings import UserError, as_dict, from_flags, parse, refuse_meaningless, settings_of
from vaegui.training import choose_device, choose_threads

GO = b"go"  # what the first process of several says where there is something to train
MOST_TOLD = 20  # images that were left out, each in a line


def train(flags: argparse.Namespace) -> int:
    """Train a model and keep it as a run."""
    model, config = from_flags(ModelConfig, flags), from_flags(TrainConfig, flags)
    refuse_meaningless(model, config)
    if (flags.dataset is None) == (flags.data is None):
        raise UserError(
            f"Say what to learn: one of {', '.join(sources.known())}, or --data PATH for images of your own."
        )
    given = {s.name: value for s in settings_of(Recipe) if (value := getattr(flags, s.name)) is not None}
    if flags.data is None and (given or flags.name):
        raise UserError("--name and the settings of images of your own belong to --data.")
    if flags.out is None and (flags.resume or parallel.is_called()):
        raise UserError("Say with --out DIR where the run goes, so that it is found again when training goes on.")
    if flags.data is not None and parallel.is_called():
        raise UserError(
            "Several processes cannot import images at once. Train on them once without torchrun, or import them in "
            "the window; then name them in place of --data."
        )
    with parallel.joined(lambda: choose_device(config.device)) as team:
        if flags.data is not None:
            dataset = _import(flags.data, flags.name, given)
        else:
            dataset = parallel.one_first(team, lambda: find_dataset(flags.dataset, flags.data_dir, fetch=True))
        if team is not None and not team.is_first:
            if team.tell() == GO:
                _assist(dataset, model, config, team)
            return 0
        folder = flags.out or runs.new_folder(dataset.name, model, config)
        resumes = flags.resume
        if team is not None and not resumes:  # torchrun may start again what it has begun, and nothing else
            resumes = team.is_noted(str(folder.resolve()))
            if not folder.exists():
                team.note(str(folder.resolve()))
        origin = recording.standing(folder, dataset.name, model, config) if resumes else None
        is_done = (
            origin is not None
            and origin.is_whole
            and not origin.config.in_training
            and origin.config.test is not None  # which a stop may have skipped
        )
        if team is not None:
            team.tell(b"" if is_done else GO)
        if is_done:
            print(f"{folder} was trained to its end before.")
        else:
            _report(dataset, model, config, folder, small=flags.small, origin=origin, team=team)
    return 0


def _assist(dataset: data.Dataset, model: ModelConfig, config: TrainConfig, team: Team) -> None:
    """Take part in what the first process reports."""
    torch.set_num_threads(choose_threads())
    with interrupts(quietly=True) as interrupted:
        recording.assist(dataset, model, config, team, interrupted.is_set)


def _import(path: Path, name: str | None, given: dict[str, Any]) -> data.Dataset:
    """Read images of the user's own; those that were read before, and have not changed, are taken as they were kept."""
    parse(Recipe, given, "command line")  # before anything is looked at
    path = path.resolve()
    own = importing.known()
    kept = {other: origin for other in own if (origin := _origin(other)) is not None}
    read_before = next((other for other, origin in kept.items() if not origin.is_derived and origin.path == path), None)
    chosen = name or read_before or sources.name_for(path)
    before = kept.get(chosen)
    if before is not None and (before.is_derived or before.path != path):
        what = before.how if before.is_derived else f"images from {before.path}"
        raise UserError(f"“{chosen}” are {what}. Give these another name with --name.")
    if before is not None and given == {} and not importing.changes(chosen):
        return importing.load(chosen)
    sources.check_name(chosen, replaced=chosen if chosen in own else "")
    finding = with_progress(importing.look(path))
    recipe = parse(Recipe, as_dict(before.recipe if before else importing.suggest(finding)) | given, "command line")
    refusals: list[importing.Refusal] = []
    dataset = with_progress(importing.read(finding, recipe, chosen), refusals)
    for problem in finding.problems:
        print(f"vaegui: {problem}", file=sys.stderr)
    for refusal in refusals[:MOST_TOLD]:
        print(f"vaegui: {refusal.sentence}", file=sys.stderr)
    if len(refusals) > MOST_TOLD:
        print(f"vaegui: … and {len(refusals) - MOST_TOLD:,} more were left out.", file=sys.stderr)
    importing.store(dataset, finding, recipe, refusals)
    channels, height, width = dataset.train.shape
    print(
        f"“{chosen}”: {len(dataset.train):,} training and {len(dataset.test):,} test images, {width}×{height}, "
        f"{'colour' if channels == 3 else 'grey'}, {len(dataset.classes) or 'no'} classes"
    )
    return dataset


def _origin(name: str) -> importing.Origin | None:
    """Where images that are kept came from; None where that is damaged, so that others can take their place."""
    with suppress(UserError):
        return importing.origin(name)
    return None


def go_on(flags: argparse.Namespace) -> int:
    """Go on with the training of a run."""
    if parallel.is_called():
        raise UserError("Several processes go on with the command that they began with, and --resume.")
    run = runs.load(flags.run)
    if runs.is_elsewhere(run.config) and not flags.take_over:
        raise UserError(
            f"“{run.name}” was being trained by another machine when it was saved. If that is over, take it up with "
            "--take-over; two machines at once would spoil each other's saves."
        )
    config = recording.continuation(run, flags.epochs, flags.device)
    model, name = run.config.model, run.config.dataset
    is_shipped = run.folder.parent == folders.shipped_folder().resolve()
    in_place = recording.goes_on_in_place(run, config) and not is_shipped and flags.out is None
    folder = run.folder if in_place else flags.out or runs.new_folder(name, model, config)
    small = in_place and run.config.small
    _report(find_dataset(name, flags.data_dir, fetch=True), model, config, folder, small=small, origin=run)
    return 0


def restore(flags: argparse.Namespace) -> int:
    """Let the save before take the place of one that is damaged."""
    try:
        given = folders.find_run(flags.run)
    except OSError as error:
        raise UserError(f"{flags.run} cannot be opened: {storing.in_words(error)}.") from None
    if given is None:
        raise UserError(f"{flags.run} is not a run.")
    before = runs.previous(given)
    if before is None:
        raise UserError(f"There is no save before the last one of {given}, or it is damaged, too.")
    run = runs.restore(before)
    print(f"{run.folder} is as it was saved at epoch {run.config.epochs_done:.4g}.")
    return 0


def ask(flags: argparse.Namespace) -> int:
    """Ask something of a training through its folder, and say what becomes of it."""
    try:
        folder = folders.find_run(flags.run)
    except OSError as error:
        raise UserError(f"{flags.run} cannot be opened: {storing.in_words(error)}.") from None
    run = None if folder is None else runs.peek(folder)
    if run is None:
        raise UserError(f"{flags.run} is not a run, or nothing of it was saved yet.")
    if not run.config.in_training:
        raise UserError(f"“{run.name}” is not being trained: nobody would answer.")
    if watching.is_cut_off(run.folder, run.config):
        raise UserError(
            f"The program that trained “{run.name}” is gone: nobody would answer. "
            f"Saved is epoch {run.config.epochs_done:.4g}; vaegui continue goes on from there."
        )
    try:
        request = requesting.ask(run.folder, flags.wanted)
    except OSError as error:
        raise UserError(f"{run.folder} cannot be written to: {storing.in_words(error)}.") from None
    print(
        f"Asked at {request.asked:%H:%M:%S}: {flags.wanted} (the last save here is of epoch {_epoch(run)}).", flush=True
    )
    end, told = time.monotonic() + flags.wait, False
    while time.monotonic() < end:
        answer = requesting.answer_to(run.folder, request)
        if answer is not None and answer.state != "taken":
            requesting.withdraw(run.folder, request)
            return _say_answer(answer, run)
        if answer is not None and not told:
            print("The training has taken the request.", flush=True)
            told = True
        time.sleep(0.1)
    if told:
        print("It is at it; once that is done, the folder says so.")
        return 0
    raise UserError(
        f"Nobody has answered within {flags.wait:g} s. Is the job still running, and does what is written here reach "
        "it? The request stays: if the job sees it, it does what was asked."
    )


def _epoch(run: runs.Run) -> str:
    return f"{run.config.epochs_done:.4g} of {run.total_epochs}"


def _say_answer(answer: requesting.Answer, run: runs.Run) -> int:
    if answer.state == "failed":
        raise UserError(f"The training could not do it: {answer.why}")
    if answer.state == "ended":
        raise UserError(f"The training was over before it could: its run, “{run.name}”, holds the best epoch.")
    if answer.wanted == "stop":
        print(f"Stopped after epoch {answer.epoch:.4g}. The run is in {run.folder}")
    else:
        print(f"Epoch {answer.epoch:.4g}, the best so far, is kept as {run.folder.parent / answer.run}")
    return 0


def _report(
    dataset: data.Dataset,
    model: ModelConfig,
    config: TrainConfig,
    folder: Path,
    *,
    small: bool = False,
    origin: runs.Run | None = None,
    team: Team | None = None,
) -> None:
    """Train, and say how it goes."""
    runs.sweep(folders.own_folder())
    torch.set_num_threads(choose_threads())
    with interrupts() as interrupted, TrainingBar() as bar:
        events = recording.train_run(
            dataset,
            model,
            config,
            folder,
            small=small,
            origin=origin,
            should_stop=interrupted.is_set,
            # torchrun gives those it wants to end half a minute, and measuring may take longer.
            should_skip=interrupted.is_set if team is not None else lambda: False,
            team=team,
        )
        for event in events:
            bar.follow(event, model)
            if isinstance(event, Began):
                tqdm.write(
                    f"{family_in_words(model, config)}; {model.likelihood_in_words}; "
                    f"{event.train_images:,} images on {event.device}"
                    + ("" if team is None else f", {team.size} processes")
                )
            elif isinstance(event, EpochEnd):
                phase = f", {event.phase}" if event.phase else ""
                best = f" (best {'of its phase' if phase else 'so far'})" if event.is_best else ""
                tqdm.write(
                    f"epoch {event.epoch:.4g}{phase}: {progress_in_words(model, event.train)} training, "
                    f"{progress_in_words(model, event.validation)} validation{best}"
                )
            elif isinstance(event, recording.Asked):
                tqdm.write(f"Asked through its folder: {_answer(event)}")
            elif isinstance(event, recording.Finished):
                tqdm.write(_summary(event.run))
                tqdm.write(f"Saved to {event.run.folder}")


def _answer(event: recording.Asked) -> str:
    if event.wanted == "stop":
        return "stop. The run is kept."
    if event.run is None:
        return event.problem
    return f"the best epoch so far, {event.run.config.best_epoch:g}, is kept as {event.run.folder}"


def _summary(run: runs.Run) -> str:
    test = run.config.test
    if test is None:
        return "not measured"
    figures = [
        f"{words} {figure.mean:.2f} ± {figure.standard_error:.2f}"
        for name, words in runs.FIGURES_IN_WORDS.items()
        if (figure := getattr(test, name)) is not None
    ]
    return (
        f"{test.images:,} test images, nats per image ± standard error: {', '.join(figures)} "
        f"[{run.config.model.likelihood_in_words}]"
    )


@contextmanager
def interrupts(quietly: bool = False) -> Iterator[threading.Event]:
    """Turn the first Ctrl-C into a request to stop and keep the run; the second one ends the program."""
    interrupted = threading.Event()

    def stop(_number: int, _frame: Any) -> None:
        interrupted.set()
        signal.signal(signal.SIGINT, before)
        if not quietly:
            print("\nStopping; the run is kept. Press Ctrl-C again to give up.", file=sys.stderr)

    before = signal.signal(signal.SIGINT, stop)
    try:
        yield interrupted
    finally:
        signal.signal(signal.SIGINT, before)
